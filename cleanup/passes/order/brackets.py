"""The verb at the end of a clause whose helping verb stands at its front, as German and Dutch have them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import base_of_participle, participle, participles, past
from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import inflected, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.order.chunks import (
    CLAUSE_ENDS,
    LONGEST,
    MIDDLE,
    WITHOUT_OBJECT,
    Kind,
    Part,
    arranged,
    clause_end,
    is_participle,
    is_past,
    middle_parts,
    part_text,
)
from cleanup.passes.order.verb_first import GONE
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, OPENERS, SUBJECT_PRONOUNS, Sentence, Word
from cleanup.syntax.words import BE, HAVE, INFINITIVE_VERBS, INTRANSITIVE, MODALS, PREPOSITIONS, TIME_NOUNS, WANT

_PARTICLES = word_set("in up out off down over away back on through")
_REFLEXIVES = word_set("himself herself itself themselves ourselves")
_OWN_DEEDS = participles(
    "see know hear forget expect believe understand promise notice meet love hate miss remember say think"
)
"""Participles of what nobody has another do: has it forgotten."""
_MAKING = word_set("made named appointed elected declared crowned")
_REGRETS = {"can": "could", "could": "could", "must": "should", "should": "should"}
"""What stands behind `had` and its object in Dutch and German, and how English says it."""
_RESULTS = inflected("verbs_of_results", participle) | word_set("born dead due missing open pending ready")
"""Participles that say in which state something one has is: two players injured, a meeting planned."""
_IDIOMS = word_class("idiom_nouns") | word_set(
    "time total question doubt most vain costs way ways case cases hand whole sense"
)
"""What follows a preposition in an adverbial that stands before a verb in good English: will in time fade."""
_WITHOUT_SUBJECT = INTRANSITIVE | word_set("continue change fail increase decrease end")
_BECOME = {"becomes": "is", "become": "are", "became": "was"}
_BEGUN = {"is": "has been", "are": "have been"}
_COMPOUND = 3  # times in the clean corpora
_MANY = 2  # parts of a middle that no good English has before its last verb

_REFLEXIVE: Final = {"i": "me", "we": "us"}


class Bracket(NamedTuple):
    """The words between the helping verb at `helper` and the clause's last verb, which begins at `verb`."""

    helper: int
    verb: int
    end: int
    parts: list[Part]

    def count(self, *kinds: Kind) -> int:
        """How many of the parts are of these kinds."""
        return sum(part.kind in kinds for part in self.parts)


class Brackets:
    """Finds the second verb of a clause behind its objects, places and times, and puts it before them."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence, *, verb_final: bool) -> Iterator[Edit]:
        """Edits that bring the verbs together; `verb_final` says that the article comes from such a language."""
        words = sentence.words
        if words[-1].text == "?":
            return
        for at in range(1, len(words) - 2):
            lower = words[at].lower
            if lower == "may" and words[at - 1].lower == "long":
                continue  # long may it last
            if lower in MODALS and words[at].tag in (Tag.MODAL, Tag.NOUN):
                yield from self._modal(text, sentence, at, verb_final)
            elif lower == "had" and (could := self._could(text, sentence, at)) is not None:
                yield could
            elif lower in HAVE:
                yield from self._have(text, sentence, at, verb_final)
            elif lower in BE or lower in _BECOME:
                yield from self._passive(text, sentence, at, verb_final)
            elif lower in INFINITIVE_VERBS:
                yield from self._to_infinitive(text, sentence, at, verb_final)

    def _modal(self, text: str, sentence: Sentence, at: int, verb_final: bool) -> Iterator[Edit]:
        """`The minister will the law on Thursday present`, `would rather on the train sleep`."""
        words = sentence.words
        end = clause_end(words, at + 1)
        if end is None:
            return
        if not has_subject(words, at):
            return
        if words[end - 1].lower == "be":
            yield from self._undergone(text, sentence, at, end)
            return
        verb = last_verb(words, at + 1, end, Tag.VERB_BASE)
        if verb is None:
            yield from self._before_phrase(text, sentence, at, end)
        if verb_final and verb is None and words[at].lower in ("will", "would"):
            yield from self._future(text, sentence, at, end)
        if verb is None or any(_is_infinitive(words, index) for index in range(at + 1, verb)):
            return
        found = _bracket(words, at, verb, end)
        if found is None or (found.parts[-1].kind is Kind.OBJECT and self._governs(words, found.parts[-1], verb)):
            return
        objects = found.count(Kind.OBJECT, Kind.PRONOUN)
        certainty: Applicability | None = Applicability.SAFE
        if any(words[part.start].lower == _REFLEXIVE.get(words[at - 1].lower) for part in found.parts):
            return  # I can me hardly complain: it goes, or becomes myself
        if words[found.parts[0].start].lower == "only" and found.parts[0].kind is Kind.ADVERB and objects:
            return  # this question can only the court answer
        if objects == 0:
            certainty = _without_object(words, found, verb_final)
        elif found.count(Kind.OBJECT) and words[verb].lower in _WITHOUT_SUBJECT:
            return  # should this trend continue
        if objects > 1 or certainty is None:
            return
        yield self._moved(text, sentence, found, "infinitive-at-the-end", certainty)

    def _undergone(self, text: str, sentence: Sentence, at: int, end: int) -> Iterator[Edit]:
        """`The debts must until December paid be`: must be paid until December."""
        words = sentence.words
        verb = end - 2
        parts = middle_parts(words, at + 1, verb) if verb > at + 1 and is_participle(words[verb]) else None
        if not parts or any(part.kind in (Kind.OBJECT, Kind.PRONOUN) for part in parts):
            return
        start, stop = sentence.offset(at + 1), sentence.end_offset(end - 1)
        fixed = arranged(text, sentence, f"be {words[verb].text}", parts)
        rule = self._resources.rules["participle-at-the-end"]
        yield rule.edit(text, start, stop, [fixed], applicability=Applicability.SAFE)

    def _before_phrase(self, text: str, sentence: Sentence, at: int, end: int) -> Iterator[Edit]:
        """`The town will a new park build on the site`: the verb stands behind its object, and before a phrase."""
        words = sentence.words
        for verb in range(at + 3, end - 2):
            if words[verb].tag is not Tag.VERB_BASE or words[verb + 1].lower not in PREPOSITIONS:
                continue
            found = _bracket(words, at, verb, verb + 1)
            things = [part for part in found.parts if part.kind is Kind.OBJECT] if found else []
            if found is None or len(things) != 1 or words[things[0].start].lower not in DETERMINERS:
                continue
            if words[verb].lower not in _WITHOUT_SUBJECT and not self._governs(words, things[0], verb):
                yield self._moved(text, sentence, found, "infinitive-at-the-end", Applicability.SAFE)
            return

    def _future(self, text: str, sentence: Sentence, at: int, end: int) -> Iterator[Edit]:
        """`The bridge will next year renovated`: will be renovated next year."""
        words = sentence.words
        found = _bracket(words, at, end - 1, end) if end - at > _MANY and is_participle(words[end - 1]) else None
        if found is None or found.count(Kind.OBJECT, Kind.PRONOUN) or words[end].text not in CLAUSE_ENDS:
            return
        start, stop = sentence.offset(at + 1), sentence.end_offset(end - 1)
        fixed = arranged(text, sentence, f"be {words[end - 1].text}", found.parts)
        rule = self._resources.rules["participle-at-the-end"]
        yield rule.edit(text, start, stop, [fixed], applicability=Applicability.SAFE)

    def _governs(self, words: Sequence[Word], part: Part, verb: int) -> bool:
        """Whether the last word reads on from the noun before it: the night market, the swim team."""
        return self._resources.words.bigram_lower(words[part.end - 1].text, words[verb].text) > _COMPOUND

    def _have(self, text: str, sentence: Sentence, at: int, verb_final: bool) -> Iterator[Edit]:
        """`The club has with a bank a contract signed`, `has itself on Monday wedged under a bridge`."""
        words = sentence.words
        end = clause_end(words, at + 1, also=PREPOSITIONS)
        following = words[at + 1]
        if end is None or words[at - 1].lower == "to" or words[at - 1].tag is Tag.MODAL:
            return
        if following.lower.endswith("ed") and following.tags & Tag.PAST_PARTICIPLE:
            return  # has continued long after the war ended
        if not has_subject(words, at):
            return
        verb = last_verb(words, at + 1, end, Tag.PAST_PARTICIPLE)
        found = _bracket(words, at, verb, end) if verb is not None and end == verb + 1 else None
        if verb is None or found is None:
            return
        certainty = _judge_have(words, found, verb_final)
        if certainty is None:
            return
        owned = found.parts[0]
        if words[owned.start].lower == "no" and len(found.parts) == 1:
            yield from self._none(text, sentence, found, owned)
            return
        if words[at].lower != "had" and any(is_past(words, part) for part in found.parts):
            yield from self._past(text, sentence, found, certainty)
            return
        yield self._moved(text, sentence, found, "participle-at-the-end", certainty)

    def _passive(self, text: str, sentence: Sentence, at: int, verb_final: bool) -> Iterator[Edit]:
        """`The wages are until the end of May secured`, `is since Monday closed`, `becomes from a rival deflected`."""
        words = sentence.words
        end = clause_end(words, at + 1)
        if (
            end is None
            or words[end].text not in CLAUSE_ENDS
            or end - at < _MANY + 2
            or not verb_final
            or not has_subject(words, at)
        ):
            return
        verb = end - 1
        lies = words[verb].tag is Tag.GERUND and words[verb].lower in INTRANSITIVE
        gone = words[verb].lower in GONE
        if not (lies or gone or is_participle(words[verb])) or words[verb].lower == "been":
            return
        found = _bracket(words, at, verb, end)
        if found is None or found.count(Kind.OBJECT, Kind.PRONOUN) or not found.count(Kind.PLACE, Kind.TIME):
            return
        phrases = ((words[part.start].lower, words[part.end - 1].lower) for part in found.parts)
        idiomatic = any((opens == "by" and not gone) or last in _IDIOMS for opens, last in phrases)
        if found.parts[-1].kind is Kind.ADVERB or idiomatic:
            return
        helper = _BECOME.get(words[at].lower, words[at].text)
        if helper in _BEGUN and words[verb].lower in GONE:
            helper = "has" if helper == "is" else "have"
        elif helper in _BEGUN and any(words[part.start].lower == "since" for part in found.parts):
            helper = _BEGUN[helper]
        start, stop = sentence.offset(at), sentence.end_offset(verb)
        adverbs = [part_text(text, sentence, part) for part in found.parts if part.kind is Kind.ADVERB]
        group = " ".join((helper, *adverbs, words[verb].text))
        told = arranged(text, sentence, group, [part for part in found.parts if part.kind is not Kind.ADVERB])
        told = told.replace(f"{words[verb].text} from", f"{words[verb].text} by") if self._does(words, found) else told
        rule = self._resources.rules["participle-at-the-end"]
        yield rule.edit(text, start, stop, [told], applicability=Applicability.SAFE)

    def _does(self, words: Sequence[Word], found: Bracket) -> bool:
        """Whether somebody stands behind `from` who does it: from a defender."""
        last = found.parts[-1]
        noun = words[last.end - 1].lower
        return words[last.start].lower == "from" and self._resources.words.is_person_noun(noun)

    def _to_infinitive(self, text: str, sentence: Sentence, at: int, verb_final: bool) -> Iterator[Edit]:
        """`wants in the summer a festival to organise`: objects and times between a verb and its infinitive."""
        words = sentence.words
        to = next((i for i in range(at + 2, min(at + LONGEST, len(words) - 2)) if words[i].tag is Tag.INFINITIVE), None)
        if verb_final and to is None and words[at].lower in WANT:
            yield from self._wished(text, sentence, at)
        if to is None or words[to + 2].text not in CLAUSE_ENDS or words[at].lower in HAVE | {"need", "needs", "needed"}:
            return
        parts = middle_parts(words, at + 1, to)
        if parts and verb_final and words[at].lower in WANT and self._is_thing(words, parts[0]):
            parts = [*parts[1:], parts[0]] if len(parts) > 1 else [Part(Kind.PLACE, at, at), parts[0]]
        if not parts or parts[0].kind not in (Kind.PLACE, Kind.TIME) or not words[to + 1].tags & Tag.VERB_BASE:
            return
        objects = sum(part.kind in (Kind.OBJECT, Kind.PRONOUN) for part in parts)
        wished = words[at].lower == "like" and words[at - 1].lower == "would"
        if objects > 1 or (objects == 0 and not wished):
            return
        start, stop = sentence.offset(at + 1), sentence.end_offset(to + 1)
        fixed = arranged(text, sentence, f"to {words[to + 1].text}", [part for part in parts if part.end > part.start])
        certainty = Applicability.SAFE if verb_final or parts[-1].kind is Kind.OBJECT else Applicability.UNSAFE
        yield self._resources.rules["infinitive-at-the-end"].edit(text, start, stop, [fixed], applicability=certainty)

    def _wished(self, text: str, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`wants the market hall until May renovate`: wants to renovate the market hall until May."""
        words = sentence.words
        end = clause_end(words, at + 1)
        verb = last_verb(words, at + 1, end, Tag.VERB_BASE) if end is not None else None
        parts = middle_parts(words, at + 1, verb) if verb is not None else None
        if end is None or verb is None or not parts or len(parts) < _MANY or words[verb].is_noun:
            return
        start, stop = sentence.offset(at + 1), sentence.end_offset(end - 1)
        group = f"to {text[sentence.offset(verb) : stop]}"
        rule = self._resources.rules["infinitive-at-the-end"]
        fixed = arranged(text, sentence, group, parts)
        yield rule.edit(text, start, stop, [fixed], applicability=Applicability.SAFE)

    def _is_thing(self, words: Sequence[Word], part: Part) -> bool:
        """Whether a noun names nobody who could do what is wished."""
        noun, lexicon = words[part.end - 1], self._resources.words
        person = lexicon.is_person_noun(noun.lower) or lexicon.is_person_noun(noun.lower.removesuffix("s"))
        determined = words[part.start].lower in DETERMINERS
        return part.kind is Kind.OBJECT and determined and not person and not noun.is_capitalised

    def _could(self, text: str, sentence: Sentence, at: int) -> Edit | None:
        """`had the train can catch`: could have caught the train."""
        words = sentence.words
        end = clause_end(words, at + 1) or next(
            (i for i in range(at, len(words)) if words[i].text in CLAUSE_ENDS), None
        )
        if (
            end is None
            or end - at < 4
            or words[end - 2].lower not in _REGRETS
            or not words[end - 1].tags & Tag.VERB_BASE
        ):
            return None
        parts = middle_parts(words, at + 1, end - 2)
        if not parts or parts[0].kind not in (Kind.OBJECT, Kind.PRONOUN):
            return None
        group = f"{_REGRETS[words[end - 2].lower]} have {participle(words[end - 1].lower)}"
        start, stop = sentence.offset(at), sentence.end_offset(end - 1)
        rule = self._resources.rules["infinitive-at-the-end"]
        return rule.edit(text, start, stop, [arranged(text, sentence, group, parts)], applicability=Applicability.SAFE)

    def _none(self, text: str, sentence: Sentence, found: Bracket, owned: Part) -> Iterator[Edit]:
        """`has no tomatoes planted`: has not planted any tomatoes, or has none in that state."""
        words = sentence.words
        thing = text[sentence.offset(owned.start + 1) : sentence.end_offset(owned.end - 1)]
        some = "any" if words[owned.end - 1].tag is Tag.PLURAL_NOUN else "a"
        fixed = f"{words[found.helper].text} not {words[found.verb].text} {some} {thing}"
        start, stop = sentence.offset(found.helper), sentence.end_offset(found.verb)
        rule = self._resources.rules["participle-at-the-end"]
        yield rule.edit(text, start, stop, [fixed], applicability=Applicability.UNSAFE)

    def _past(self, text: str, sentence: Sentence, found: Bracket, certainty: Applicability) -> Iterator[Edit]:
        """`has on Monday the plan rejected`: rejected the plan on Monday, since the time is past."""
        words = sentence.words
        base = base_of_participle(words[found.verb].lower, self._resources.words)
        if base is None:
            return
        told = arranged(text, sentence, past(base), _as_complement(words, found))
        start, stop = sentence.offset(found.helper), sentence.end_offset(found.end - 1)
        rule = self._resources.rules["participle-at-the-end"]
        yield rule.edit(text, start, stop, [told], applicability=certainty)

    def _moved(self, text: str, sentence: Sentence, found: Bracket, rule: str, certainty: Applicability) -> Edit:
        """The clause with its verbs together."""
        start, stop = sentence.offset(found.helper + 1), sentence.end_offset(found.end - 1)
        group = text[sentence.offset(found.verb) : stop]
        fixed = arranged(text, sentence, group, _as_complement(sentence.words, found))
        return self._resources.rules[rule].edit(text, start, stop, [fixed], applicability=certainty)


def _bracket(words: Sequence[Word], helper: int, verb: int, end: int) -> Bracket | None:
    parts = middle_parts(words, helper + 1, verb)
    return Bracket(helper, verb, end, parts) if parts else None


def _as_complement(words: Sequence[Word], found: Bracket) -> list[Part]:
    """The parts, without the `to` of what somebody is made: made the town to his home."""
    if words[found.verb].lower not in _MAKING:
        return found.parts
    return [
        part._replace(start=part.start + 1) if words[part.start].lower == "to" and part.end > part.start + 1 else part
        for part in found.parts
    ]


def _judge_have(words: Sequence[Word], found: Bracket, verb_final: bool) -> Applicability | None:
    """How surely the participle belongs to `have`, and says not in which state something is that one has."""
    objects = [part for part in found.parts if part.kind in (Kind.OBJECT, Kind.PRONOUN)]
    goes_on = words[found.end].text not in CLAUSE_ENDS
    if len(objects) > 1 or (goes_on and not _is_odd(words, found, verb_final)):
        return None
    if not objects:
        over = verb_final and words[found.helper].lower != "had" and any(is_past(words, part) for part in found.parts)
        if goes_on and over and not found.count(Kind.ADVERB):
            return Applicability.SAFE  # has on Friday met in Basel
        return None if goes_on else _without_object(words, found, verb_final)
    owned, others = objects[0], len(found.parts) > 1
    if owned.kind is Kind.PRONOUN:
        reflexive = words[owned.start].lower in _REFLEXIVES
        timed = any(part.kind is Kind.TIME for part in found.parts)
        if verb_final and not others and words[found.verb].lower not in _OWN_DEEDS:
            return Applicability.UNSAFE  # had it mended: somebody else may do it
        return Applicability.SAFE if verb_final or (reflexive and timed) else None
    making = words[found.verb].lower in _MAKING and any(words[part.start].lower == "to" for part in found.parts)
    result = words[found.verb].lower in _RESULTS and not making
    if verb_final:
        return Applicability.UNSAFE if result and not others else Applicability.SAFE
    if words[owned.start].lower == "no" and not others:
        return Applicability.UNSAFE
    if result or not others or any(word.lower == "of" for word in words[owned.start : owned.end]):
        return None
    return Applicability.SAFE if words[found.helper].lower != "had" else Applicability.UNSAFE


def _is_odd(words: Sequence[Word], found: Bracket, verb_final: bool) -> bool:
    """Whether the middle opens with what never stands between `have` and its object: a time, a reflexive."""
    first = found.parts[0]
    if verb_final and first.kind is Kind.PRONOUN:
        return True
    return first.kind is Kind.TIME or words[first.start].lower in _REFLEXIVES


def _without_object(words: Sequence[Word], found: Bracket, verb_final: bool) -> Applicability | None:
    """How surely a verb without object stands behind what belongs behind it: should before Friday fall."""
    phrases = [part for part in found.parts if part.kind in (Kind.PLACE, Kind.TIME)]
    idiomatic = any(words[part.end - 1].lower in _IDIOMS for part in phrases)
    bare = all(part.end - part.start < _MANY for part in phrases) and not (verb_final and found.count(Kind.ADVERB))
    last, final = words[found.verb].lower, words[found.parts[-1].start].lower
    if not phrases or idiomatic or bare or last in ("be", "been", "have", "had", "do", "done"):
        return None
    if (last not in WITHOUT_OBJECT and not verb_final) or (
        found.parts[-1].kind is Kind.ADVERB and final not in ("not", "never")
    ):
        return None
    return Applicability.SAFE if verb_final or len(phrases) >= _MANY else Applicability.UNSAFE


def last_verb(words: Sequence[Word], first: int, end: int, form: Tag) -> int | None:
    """Index of the verb in that form at the end of the clause, its particle apart."""
    verb = end - 1
    if words[verb].lower in _PARTICLES and verb > first + 1 and words[verb - 1].tags & form:
        verb -= 1
    word, before = words[verb], words[verb - 1]
    pronoun = verb == first + 1 and before.lower in (
        "it",
        "him",
        "them",
        "itself",
        "himself",
        "themselves",
        "nobody",
        "everybody",
    )
    if (verb < first + 2 and not pronoun) or word.is_capitalised or before.tag & (Tag.POSSESSIVE | Tag.PREPOSITION):
        return None
    many = before.lower in ("many", "much") and words[verb - 2].lower == "too"
    if (before.lower in DETERMINERS and not many) or (before.tag is Tag.ADJECTIVE and not before.tags & Tag.NOUN):
        return None
    fits = is_participle(word) if form is Tag.PAST_PARTICIPLE else word.tags & form
    return verb if fits else None


def _is_infinitive(words: Sequence[Word], at: int) -> bool:
    """Whether the word can be the verb that belongs to the modal: only determined nouns and the like are none."""
    word = words[at]
    if word.tag & (Tag.VERB_BASE | FINITE_VERB | Tag.AUXILIARY):
        return True
    before = words[at - 1].lower
    free = before in MODALS | MIDDLE or before in ("or", "and") or before.endswith("ly")
    if before in MODALS and "-" in word.text:
        return True  # can sign-up for an account
    return bool(word.tags & Tag.VERB_BASE) and free and word.lower not in DETERMINERS | PREPOSITIONS | MIDDLE


def has_subject(words: Sequence[Word], at: int) -> bool:
    """Whether the subject stands right before the helping verb at `at`: a noun that no preposition governs."""
    before = words[at - 1]
    if before.text == ",":
        first = next((index for index in range(at - 2, 0, -1) if words[index].tag is Tag.PUNCTUATION), 0)
        aside = words[first].text == "," and not any(word.tag & FINITE_VERB for word in words[first : at - 1])
        opening = words[first + 1]
        if words[first].text == "," and opening.lower in ("who", "which") and words[first - 1].is_noun:
            return True
        named = opening.lower in DETERMINERS or opening.is_proper
        return aside and named and words[first - 1].is_noun
    if words[at + 1].lower in _REFLEXIVES or _opens_with_noun(words, at) or _ends_relative(words, at):
        return True
    if before.lower in SUBJECT_PRONOUNS | {"who", "nobody", "everyone", "everybody", "someone", "somebody"}:
        return True
    if not before.is_noun or before.lower in ("then", "today", "yesterday", "tomorrow"):
        return False
    start = at - 1
    while start > 0 and (words[start - 1].is_nominal or words[start - 1].lower == "of"):
        if words[start].lower in DETERMINERS and words[start - 1].lower != "of":
            break
        start -= 1
    if before.lower in TIME_NOUNS or before.text in WEEKDAYS | MONTHS or before.tag is Tag.NUMBER:
        return False
    if words[0].lower == "of" and start == 0:
        return False  # of nine teachers have four
    opens = words[start - 1] if start else None
    return opens is None or not (opens.lower in PREPOSITIONS | OPENERS and opens.lower in PREPOSITIONS)


def _ends_relative(words: Sequence[Word], at: int) -> bool:
    """Whether a relative clause with its own verb stands before `at`: the bikes that were built in May | are."""
    for opener in range(at - 3, 0, -1):
        if words[opener].tag is Tag.PUNCTUATION:
            return False
        if words[opener].lower in ("who", "which", "that") and words[opener - 1].is_noun:
            opens = opener == 2 or words[0].lower in DETERMINERS
            return opens and any(word.tag & FINITE_VERB for word in words[opener + 1 : at - 1])
    return False


def _opens_with_noun(words: Sequence[Word], at: int) -> bool:
    """Whether a noun phrase and what belongs to it fill the clause before `at`: two thirds of those under thirty."""
    start = next((index + 1 for index in range(at - 1, -1, -1) if words[index].tag is Tag.PUNCTUATION), 0)
    while start < at and words[start].tag is Tag.CONJUNCTION:
        start += 1
    if start and any(word.tag & FINITE_VERB for word in words[:start]) and words[start - 1].text == ",":
        return False
    parts = middle_parts(words, start, at) if start < at and words[start].lower not in PREPOSITIONS else None
    others = (Kind.PLACE, Kind.TIME)
    if not parts or parts[0].kind is not Kind.OBJECT:
        return False
    return all(part.kind in others for part in parts[1:])
