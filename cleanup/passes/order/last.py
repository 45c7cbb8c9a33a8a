"""Verbs at the end of their clause, where German, Dutch and Turkish have them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import base_of_past, base_of_third, finite_forms, participle, third_person
from cleanup.lexicon.names import MONTHS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, Sentence, Word
from cleanup.syntax.words import BE, TIME_NOUNS

_OPENERS = word_set("because if when while although though since after before that whether until as where once")
_SUBJECTS = word_set("he she they we i")
_OBJECTS = word_set("him her them me us it this that")
_MARKS = frozenset(".,;:!”")
_IDIOMS = word_class("idiom_nouns")
_HELP = word_set("has have had is are was were")
_LOCATED = {form(verb): participle(verb) for verb in word_class("verbs_of_placement") for form in (str, third_person)}
"""Verbs of being somewhere, each with its participle."""
_LONGEST = 9  # words of the clause before its verb
_MIDDLE = word_set("otherwise now still always usually often normally already also today currently")
_MINDING = finite_forms("trust know believe ignore read forget underestimate overestimate study obey distrust")
"""What people do and no thing does: which the guidebooks trusted."""
_OFTEN = word_set("never always already not often")


class VerbLast:
    """Finds the verb at the end of a relative or subordinate clause, and the participle at the end of a sentence."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """Edits that put the verb behind its subject."""
        words = sentence.words
        for at in range(1, len(words) - 1):
            lower = words[at].lower
            if lower in ("who", "which", "whose") or (lower == "that" and _is_often(words, at + 1)):
                yield from self._people(text, sentence, at)
                yield from self._relative(text, sentence, at)
            elif lower in _SUBJECTS and words[at - 1].lower in _OPENERS | {"which", "whom"}:
                yield from self._subordinate(text, sentence, at)
            elif lower in _HELP:
                yield from self._participle(text, sentence, at)

    def _relative(self, text: str, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`who for a bank works,`, `whose seat in Munich is,`."""
        words = sentence.words
        if words[at - 1].tag is Tag.PREPOSITION or not (words[at - 1].is_noun or words[at - 1].text == ","):
            return
        end = _joined_end(words, at + 1) or _clause_end(words, at + 1)
        if end is None:
            return
        verb = _verb_start(words, at + 1, end)
        if verb is None or verb <= at + 2:
            return
        since = self._since(text, sentence, at, verb, end)
        if since is not None:
            yield since
            return
        first = at + 1
        if words[first].tag is Tag.ADVERB and words[first].lower in _MIDDLE and verb - first > 2:
            first += 1
            if (words[first].tag is Tag.ADVERB or words[first].lower in ("early", "late")) and verb - first > 2:
                yield from self._adverbs(text, sentence, (first, verb, end))
                return
        if words[at].lower == "whose":
            if words[verb].lower not in BE or end != verb + 1 or not words[at + 1].is_noun:
                return
            first = at + 2
        opens = words[first]
        often = _is_often(words, first) and words[verb - 1].lower in TIME_NOUNS
        if first >= verb or not (opens.tags & Tag.PREPOSITION or opens.lower in ("there", "here") or often):
            return
        if opens.lower in ("of", "among") or not self._fits(words, first, verb):
            return
        yield from self._moved(text, sentence, (first, verb, end))

    def _people(self, text: str, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`tourists which the guidebooks trusted`: no thing trusts people, and no English calls them `which`."""
        words, lexicon = sentence.words, self._resources.words
        person = words[at - 1]
        if words[at].lower != "which" or not any(lexicon.is_person_noun(form) for form in _singulars(person.lower)):
            return
        end = next((end for end in range(at + 3, min(at + 9, len(words))) if words[end].lower in _MINDING), None)
        if end is None or words[at + 1].lower not in DETERMINERS:
            return
        denied = words[end - 1].lower == "not" and words[end - 2].lower in ("did", "do", "does")
        stop = end - 2 if denied else end
        thing = words[at + 1 : stop]
        acts = any(lexicon.is_person_noun(form) for form in _singulars(thing[-1].lower))
        if not thing[-1].is_noun or acts or any(word.tag & FINITE_VERB or not word.is_nominal for word in thing[1:]):
            return
        start, last = sentence.offset(at), sentence.end_offset(end)
        what = text[sentence.offset(at + 1) : sentence.end_offset(stop - 1)]
        verbs = text[sentence.offset(stop) : last]
        yield self._resources.rules["verb-at-the-end"].edit(text, start, last, [f"who {verbs} {what}"])

    def _since(self, text: str, sentence: Sentence, at: int, verb: int, end: int) -> Edit | None:
        """`who since 1999 at the counter stands`: what began then and lasts is in the perfect."""
        words = sentence.words
        participle = _LOCATED.get(words[verb].lower)
        if words[at + 1].lower != "since" or participle is None or end != verb + 1 or words[at].lower == "whose":
            return None
        stop = at + 3
        if not (words[at + 2].tag is Tag.NUMBER or words[at + 2].text in MONTHS):
            return None
        if stop < verb and words[stop - 1].text in MONTHS and words[stop].tag is Tag.NUMBER:
            stop += 1
        if stop >= verb or not words[stop].tag & Tag.PREPOSITION:
            return None
        helper = "has" if words[verb].lower.endswith("s") else "have"
        place = text[sentence.offset(stop) : sentence.end_offset(verb - 1)]
        since = text[sentence.offset(at + 1) : sentence.end_offset(stop - 1)]
        rule = self._resources.rules["verb-at-the-end"]
        fixed = f"{helper} {participle} {place} {since}"
        return rule.edit(text, sentence.offset(at + 1), sentence.end_offset(verb), [fixed])

    def _adverbs(self, text: str, sentence: Sentence, span: tuple[int, int, int]) -> Iterator[Edit]:
        """`who otherwise early to bed goes`: an adverb, a phrase with a preposition, and the verb."""
        words = sentence.words
        first, verb, end = span
        plain = words[verb].tags & Tag.VERB_PRESENT and words[verb - 1].is_noun and end == verb + 1
        if not plain or not words[first + 1].tag & Tag.PREPOSITION or not self._fits(words, first, verb):
            return
        start, stop = sentence.offset(first), sentence.end_offset(verb)
        phrase = text[sentence.offset(first + 1) : sentence.end_offset(verb - 1)]
        fixed = f"{words[verb].text} {phrase} {words[first].text}"
        yield self._resources.rules["verb-at-the-end"].edit(text, start, stop, [fixed])

    def _subordinate(self, text: str, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`because he the letter read`, `when she him saw`."""
        words = sentence.words
        if words[at].is_capitalised and words[at].text != "I":
            return  # a name: We the People
        end = _clause_end(words, at + 1)
        if end is None:
            return
        verb = _verb_start(words, at + 1, end)
        if verb is None or verb < at + 2:
            return
        opens = words[at + 1]
        third = words[verb].tags & Tag.VERB_PRESENT and not words[verb].tags & (Tag.VERB_BASE | Tag.VERB_PAST)
        if (opens.lower == "no" and words[at + 2].lower == "longer") or (third and words[at].lower in ("they", "we")):
            return  # they no longer meet our needs
        object_first = opens.lower in _OBJECTS or opens.lower in DETERMINERS - {"all", "both", "each", "such", "half"}
        if not (object_first or opens.tags & Tag.PREPOSITION) or not self._fits(words, at + 1, verb):
            return
        if opens.lower in ("of", "like", "as", "alone"):
            return
        if opens.tags & Tag.PREPOSITION and not object_first and not any(word.is_noun for word in words[at + 1 : verb]):
            return
        yield from self._moved(text, sentence, (at + 1, verb, end))

    def _fits(self, words: Sequence[Word], first: int, verb: int) -> bool:
        """Whether what stands before the verb is neither an idiom nor a time, and hides no subject of its own."""
        middle = words[first:verb]
        if any(word.tag is Tag.PUNCTUATION or word.tag & (Tag.RELATIVE | FINITE_VERB) for word in middle):
            return False
        last = middle[-1]
        timed = any(word.lower in TIME_NOUNS or word.tag is Tag.NUMBER for word in middle)
        built = words[verb + 1].lower in _HELP  # built was
        present = words[verb].tags & Tag.VERB_PRESENT or words[verb].lower in _LOCATED
        return last.lower not in _IDIOMS and bool(not timed or built or present)

    def _participle(self, text: str, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`was from the critics torn apart`, `has that never allowed`."""
        words = sentence.words
        helper, end = words[at], _clause_end(words, at + 1)
        if end is None or at == 0 or end - at < 3:
            return
        opens = words[at + 1]
        have = helper.lower in ("has", "have", "had")
        verb = end - 1
        if words[verb].tag is Tag.PARTICLE or words[verb].lower in (
            "apart",
            "off",
            "up",
            "out",
            "down",
            "over",
            "away",
        ):
            verb -= 1
        if verb < at + 3 or not words[verb].tags & Tag.PAST_PARTICIPLE or words[verb].lower.endswith("ing"):
            return
        middle = words[at + 1 : verb]
        if any(word.tag is Tag.PUNCTUATION or word.tag & (Tag.RELATIVE | FINITE_VERB) for word in middle):
            return
        start, stop = sentence.offset(at + 1), sentence.end_offset(end - 1)
        final = text[sentence.offset(verb) : stop]
        if have:
            if opens.lower in _OBJECTS and len(middle) == 2 and middle[1].lower in _OFTEN:
                fixed = f"{middle[1].text} {final} {opens.text}"
                yield self._resources.rules["participle-at-the-end"].edit(text, start, stop, [fixed])
            return
        named = words[at + 2].lower in DETERMINERS - {"no"} or words[at + 2].is_proper
        doer = opens.lower == "from" and named and middle[-1].is_noun and len(middle) > 1
        if not doer or any(word.lower in TIME_NOUNS | _IDIOMS for word in middle):
            return
        phrase = text[sentence.offset(at + 2) : sentence.end_offset(verb - 1)]
        yield self._resources.rules["participle-at-the-end"].edit(text, start, stop, [f"{final} by {phrase}"])

    def _moved(self, text: str, sentence: Sentence, span: tuple[int, int, int]) -> Iterator[Edit]:
        words = sentence.words
        first, verb, end = span
        group = [word.text for word in words[verb:end]]
        if len(group) == 2:
            group.reverse()
        phrase = text[sentence.offset(first) : sentence.end_offset(verb - 1)]
        place = _object_start(words, first, verb)
        if place is not None:
            rest = text[sentence.offset(first) : sentence.end_offset(place - 1)]
            phrase = f"{text[sentence.offset(place) : sentence.end_offset(verb - 1)]} {rest}"
        if group == ["held"] and words[first].lower in _OBJECTS and words[first + 1].lower == "for":
            group = ["took"]  # him for a waiter
        if phrase.endswith(" not") and len(group) == 1:
            denied = self._denied(group[0].lower())
            if denied is None:
                return
            group, phrase = denied, phrase.removesuffix(" not")
        start, stop = sentence.offset(first), sentence.end_offset(end - 1)
        lone = words[first - 1].lower in ("who", "which") and words[end - 1].tags & (Tag.VERB_PRESENT | Tag.AUXILIARY)
        sure = place is None and (lone or words[verb].tag & (FINITE_VERB | Tag.AUXILIARY))
        certainty = Applicability.SAFE if sure else Applicability.UNSAFE
        rule = self._resources.rules["verb-at-the-end"]
        yield rule.edit(text, start, stop, [f"{' '.join(group)} {phrase}"], applicability=certainty)

    def _denied(self, verb: str) -> list[str] | None:
        """A finite verb with its negation, or None where its infinitive is not known: sang → did not sing."""
        if verb in _HELP:
            return [verb, "not"]
        past, third = base_of_past(verb, self._resources.words), base_of_third(verb, self._resources.words)
        if past is not None:
            return ["did", "not", past]
        return None if third is None else ["does", "not", third]


def _singulars(noun: str) -> tuple[str, ...]:
    return (noun, noun[:-1]) if noun.endswith("s") else (noun,)


def _is_often(words: Sequence[Word], at: int) -> bool:
    """Whether it says there how often, or that something still is somewhere: three times a day, still in the cellar."""
    if at + 3 >= len(words):
        return False
    if words[at].lower in ("still", "already") and words[at + 1].lower in ("in", "on", "at", "under"):
        return words[at + 2].lower in DETERMINERS
    counted = words[at].lower in ("once", "twice") or words[at + 1].lower == "times"
    period = at + (2 if words[at + 1].lower == "times" else 1)
    return counted and words[period].lower in ("a", "per", "every") and words[period + 1].lower in TIME_NOUNS


def _joined_end(words: Sequence[Word], at: int) -> int | None:
    """Index of the `and` behind a verb of being somewhere, if another verb follows: who in Basel teaches and has."""
    for end in range(at, min(at + _LONGEST + 3, len(words) - 1)):
        if words[end].text in _MARKS or words[end].tag & Tag.RELATIVE:
            return None
        if words[end].lower in ("and", "but") and words[end - 1].lower in _LOCATED:
            return end if words[end + 1].tag & (FINITE_VERB | Tag.AUXILIARY) else None
    return None


def _clause_end(words: Sequence[Word], at: int) -> int | None:
    """Index of the mark that ends the clause, if it comes soon."""
    return next(
        (end for end in range(at, min(at + _LONGEST + 3, len(words))) if words[end].text in _MARKS),
        None,
    )


def _verb_start(words: Sequence[Word], first: int, end: int) -> int | None:
    """Where the verb group begins that ends the clause: `works`, `built was`; None where none does."""
    last = words[end - 1]
    if end - first >= 3 and last.lower in _HELP and words[end - 2].tags & Tag.PAST_PARTICIPLE:
        return end - 2
    stays = last.lower in _LOCATED and end - first > 2
    finite = stays or last.tags & (Tag.VERB_PRESENT | Tag.VERB_PAST | Tag.AUXILIARY)
    nominal = last.tags & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE) and not last.tag & FINITE_VERB
    before = words[end - 2]
    governed = before.lower in DETERMINERS or before.tag & (Tag.PREPOSITION | Tag.ADJECTIVE) or before.lower == "not"
    if not finite or last.is_capitalised or (governed and (nominal or before.lower != "not")):
        return None
    past = last.tags & Tag.VERB_PAST and before.is_noun  # nothing else in the clause can be its verb
    return end - 1 if not nominal or stays or last.tags & Tag.VERB_PRESENT or past else None


def _object_start(words: Sequence[Word], first: int, verb: int) -> int | None:
    """Where an object without preposition begins behind adverbs and times: `there since 1998 [Arabic] teaches`."""
    object_at = verb - 1
    if object_at <= first or not words[object_at].is_noun or words[object_at - 1].tag is not Tag.NUMBER:
        return None
    return object_at
