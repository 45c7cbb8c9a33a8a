"""What German, Dutch and Turkish put between a helping verb and the verb at the clause's end: objects, times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import participle, past, third_person
from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import inflected, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax import DETERMINERS, OPENERS, SUBJECT_PRONOUNS, Sentence, Word
from cleanup.syntax_words import BE, HAVE, MIDDLE_ADVERBS, MODALS, TIME_NOUNS

_BE = word_set("is are was were be been being")
_MIDDLE = MIDDLE_ADVERBS | word_set("yet therefore thus finally")
_PAIRS = frozenset([("no", "longer"), ("so", "far"), ("not", "yet"), ("once", "again"), ("at", "last")])
_TIME_ADVERBS = word_set("yesterday today tomorrow tonight later")
_PREPOSITIONS = word_set(
    "in on at with for from to by about over under against before after since during until near behind between into "
    "through without despite via per towards toward within"
)
_FRONT_LINKS = word_set("now therefore meanwhile currently recently afterwards")
_OBJECT_PRONOUNS = word_set("him them me us it")
_CLAUSE_ENDS = frozenset(".,;:!”–—")
_NEXT_CLAUSE = word_set("and but because when while if although which who that so")
_PARTICLES = word_set("in up out off down over away back on through")
_RESULTS = inflected("verbs_of_results", participle) | word_set("born dead due missing open pending ready")
"""Participles that say in which state something one has is: two players injured, a meeting planned."""
_ACTORS = word_class("groups_of_people", "acting_bodies") | word_set("dog cat horse")
"""Nouns that are no persons and act like them."""
_HUMAN_DEEDS = inflected("deeds_of_persons", past, third_person)
_IDIOMS = word_class("idiom_nouns")
_OPENERS = word_set("because although though if when while that whether after before since until")
_EQUAL = word_set("as so than how more less however too")
_BEHIND_NOUNS = word_class("adjectives_behind_nouns")
"""Adjectives that stand behind a noun in good English: because the people involved were."""
_STANDARDS = word_set("admission account accounts standard standards nature law measure definition estimate lights")
"""What `by` names and is no doer."""
_VERBAL = word_set("found cut put hit read won lost hurt beat")
"""Participles that the word list calls nouns too."""
_LONGEST = 14  # words between the two verbs


class Kind(Enum):
    """What a part of the middle of a clause is."""

    ADVERB = auto()
    OBJECT = auto()
    PRONOUN = auto()
    PLACE = auto()
    TIME = auto()


class Part(NamedTuple):
    """Words `start:end` of the middle of a clause."""

    kind: Kind
    start: int
    end: int


class MiddleField:
    """Finds the second verb of a clause behind its objects and places, and puts it before them."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """Edits that bring a verb group together, and a verb behind its subject."""
        words = sentence.words
        for at in range(len(words) - 2):
            lower = words[at].lower
            if at and lower in MODALS and words[at].tag in (Tag.MODAL, Tag.NOUN):
                yield from self._modal(text, sentence, at)
            elif at and lower in HAVE:
                yield from self._have(text, sentence, at)
            elif at and lower in _BE:
                yield from self._doer(text, sentence, at)
            if lower in _OPENERS:
                yield from self._predicate(text, sentence, at)
                yield from self._group(text, sentence, at)
            if lower == "who":
                yield from self._relative(text, sentence, at)
            elif lower == "until" and words[at + 1].lower == "now":
                yield from self._found(text, sentence, at)

    def _modal(self, text: str, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`The minister will the law on Thursday present`, `she could the key not find`."""
        words = sentence.words
        end = _clause_end(words, at + 1)
        if end is None or words[-1].text == "?":
            return
        if not _has_subject(words, at):
            yield from self._turned(text, sentence, (at, end), Tag.VERB_BASE, "infinitive-at-the-end")
            return
        verb = _last_verb(words, at + 1, end, Tag.VERB_BASE)
        if verb is None or any(_is_infinitive(words, index) for index in range(at + 1, verb)):
            return
        parts = middle_parts(words, at + 1, verb)
        if not parts:
            return
        objects = sum(part.kind in (Kind.OBJECT, Kind.PRONOUN) for part in parts)
        if objects != 1 or (parts[-1].kind is Kind.OBJECT and self._governs(words, parts[-1], verb)):
            return
        rule = self._resources.rules["infinitive-at-the-end"]
        yield self._edit(text, sentence, rule.id, (at, verb, end), parts, Applicability.SAFE)

    def _governs(self, words: Sequence[Word], part: Part, verb: int) -> bool:
        """Whether the last word reads on from the noun before it: the night market, the swim team."""
        return self._resources.words.bigram_lower(words[part.end - 1].text, words[verb].text) > _COMPOUND

    def _have(self, text: str, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`The club has with a bank a contract signed`, `has already three songs learned`."""
        words = sentence.words
        end = _clause_end(words, at + 1)
        if end is None or words[-1].text == "?":
            return
        if not _has_subject(words, at):
            yield from self._turned(text, sentence, (at, end), Tag.PAST_PARTICIPLE, "participle-at-the-end")
            return
        verb = _last_verb(words, at + 1, end, Tag.PAST_PARTICIPLE)
        if verb is None or words[verb].lower in _RESULTS or end != verb + 1:
            return
        parts = middle_parts(words, at + 1, verb)
        if not parts or sum(part.kind is Kind.OBJECT for part in parts) != 1:
            return
        owned = next(part for part in parts if part.kind is Kind.OBJECT)
        if words[owned.start].lower == "no" and len(parts) == 1:
            yield from self._none(text, sentence, (at, verb), owned)
            return
        others = [part for part in parts if part.kind is not Kind.OBJECT]
        sure = bool(others) and words[at].lower != "had"
        if not others or any(word.lower == "of" for word in words[owned.start : owned.end]):
            return
        certainty = Applicability.SAFE if sure else Applicability.UNSAFE
        yield self._edit(text, sentence, "participle-at-the-end", (at, verb, end), parts, certainty)

    def _turned(self, text: str, sentence: Sentence, span: tuple[int, int], form: Tag, rule: str) -> Iterator[Edit]:
        """`On Tuesday has the judge the case closed`: subject and object between the two verbs."""
        words = sentence.words
        helper, end = span
        verb = _last_verb(words, helper + 1, end, form)
        if verb is None or not _is_front(words, helper):
            return
        parts = middle_parts(words, helper + 1, verb)
        if not parts or len(parts) < 2 or parts[0].kind is not Kind.OBJECT:
            return
        if sum(part.kind in (Kind.OBJECT, Kind.PRONOUN) for part in parts) != 2:
            return
        subject = text[sentence.offset(helper + 1) : sentence.end_offset(parts[0].end - 1)]
        rest = self._edit(text, sentence, rule, (parts[0].end - 1, verb, end), parts[1:], Applicability.SAFE)
        fixed = f"{subject} {words[helper].text} {rest.replacements[0]}"
        start, stop = sentence.offset(helper), sentence.end_offset(end - 1)
        yield self._resources.rules[rule].edit(text, start, stop, [fixed])

    def _none(self, text: str, sentence: Sentence, verbs: tuple[int, int], owned: Part) -> Iterator[Edit]:
        """`has no tomatoes planted`: has not planted any tomatoes, or has none in that state."""
        helper, verb = verbs
        thing = text[sentence.offset(owned.start + 1) : sentence.end_offset(owned.end - 1)]
        words = sentence.words
        plural = words[owned.end - 1].tag is Tag.PLURAL_NOUN
        fixed = f"{words[helper].text} not {words[verb].text} {'any' if plural else 'a'} {thing}"
        start, stop = sentence.offset(helper), sentence.end_offset(verb)
        rule = self._resources.rules["participle-at-the-end"]
        yield rule.edit(text, start, stop, [fixed], applicability=Applicability.UNSAFE)

    def _doer(self, text: str, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`is now being by the police investigated`: who does it, between the passive's two verbs."""
        words = sentence.words
        end = _clause_end(words, at + 1, also=_PREPOSITIONS)
        if end is None or end - at < 4 or words[-1].text == "?":
            return
        verb = end - 1
        if not _is_participle(words[verb]) or words[verb].lower == "been":
            return
        parts = middle_parts(words, at + 1, verb)
        phrases = [part for part in parts or () if part.kind in (Kind.PLACE, Kind.TIME)]
        adverbs = [part for part in parts or () if part.kind is Kind.ADVERB]
        if not parts or len(phrases) + len(adverbs) != len(parts):
            return
        if any(words[part.end - 1].lower in _IDIOMS for part in phrases) or parts[-1].kind is Kind.ADVERB:
            return
        doers = [part for part in phrases if _names_doer(words, part)]
        if not doers and (len(phrases) < 2 or words[end].text not in _CLAUSE_ENDS):
            return
        certainty = Applicability.SAFE if words[end].text in _CLAUSE_ENDS else Applicability.UNSAFE
        doers_first = sorted(parts, key=lambda part: part not in doers)
        yield self._edit(text, sentence, "participle-at-the-end", (at, verb, end), doers_first, certainty)

    def _group(self, text: str, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`because he the house has sold`, `that she the answer does not know`: an object before the whole group."""
        words = sentence.words
        end = _mark(words, at + 2)
        if end is None or at + 5 > end or words[at + 1].lower not in ("he", "she", "we", "they", "i"):
            return
        thing = _noun_part(words, at + 2, end)
        if thing is None or thing.kind is not Kind.OBJECT or words[at + 2].lower not in DETERMINERS - {"all", "both"}:
            return
        head = words[thing.end - 1].lower
        if words[at + 1].lower in ("we", "they") and (head in ("people", "rest", "jury") or self._is_person(head)):
            return  # we the people have spoken
        group = words[thing.end : end]
        if len(group) < 2 or not group[0].tag & (Tag.AUXILIARY | Tag.MODAL):
            return
        forms = Tag.VERB_BASE | Tag.PAST_PARTICIPLE | Tag.AUXILIARY | Tag.GERUND
        if not group[-1].tags & forms or any(
            word.lower != "not" and not word.tags & forms and word.lower not in _MIDDLE for word in group[1:-1]
        ):
            return
        start, stop = sentence.offset(at + 2), sentence.end_offset(end - 1)
        what = text[start : sentence.end_offset(thing.end - 1)]
        verbs = text[sentence.offset(thing.end) : stop]
        yield self._resources.rules["verb-at-the-end"].edit(
            text, start, stop, [f"{verbs} {what}"], applicability=Applicability.SAFE
        )

    def _is_person(self, noun: str) -> bool:
        lexicon = self._resources.words
        return lexicon.is_person_noun(noun) or lexicon.is_person_noun(noun.removesuffix("s"))

    def _predicate(self, text: str, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`because the battery empty was`, `when they young were`: the predicate before its verb."""
        words = sentence.words
        end = _clause_end(words, at + 1)
        if end is None or words[end - 1].lower not in BE or end - at < 4:
            return
        verb, adjective = end - 1, end - 2
        quality = words[adjective]
        described = quality.tags & Tag.ADJECTIVE or (quality.tags & Tag.PAST_PARTICIPLE and quality.lower[-2:] == "ed")
        if not described or quality.is_capitalised or quality.lower in _BEHIND_NOUNS:
            return
        first = adjective
        while first > at + 1 and words[first - 1].lower in ("too", "very", "so", "not", "still", "already", "always"):
            first -= 1
        subject = words[at + 1]
        pronoun = subject.lower in SUBJECT_PRONOUNS and first == at + 2
        if not pronoun:
            if quality.tags & Tag.PAST_PARTICIPLE and words[end].text not in ".;!":
                return  # that the sum demanded was, in its words, absurd
            part = _noun_part(words, at + 1, first)
            if part is None or part.end != first or subject.lower not in DETERMINERS or subject.lower == "that":
                return
        if any(word.lower in _EQUAL for word in words[max(0, at - 6) : at]):
            return
        start, stop = sentence.offset(first), sentence.end_offset(verb)
        phrase = text[start : sentence.end_offset(adjective)]
        rule = self._resources.rules["verb-at-the-end"]
        yield rule.edit(text, start, stop, [f"{words[verb].text} {phrase}"], applicability=Applicability.SAFE)

    def _relative(self, text: str, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`who the plan only on Tuesday received`: a thing that does not receive, read or sign is the object."""
        words = sentence.words
        end = _clause_end(words, at + 1)
        if end is None or end - at < 5 or words[end - 1].lower not in _HUMAN_DEEDS:
            return
        verb = end - 1
        parts = middle_parts(words, at + 1, verb)
        if not parts or len(parts) < 2 or parts[0].kind is not Kind.OBJECT:
            return
        thing = words[parts[0].end - 1]
        if thing.is_capitalised or thing.lower in _ACTORS or self._resources.words.is_person_noun(thing.lower):
            return
        if any(part.kind in (Kind.OBJECT, Kind.PRONOUN) for part in parts[1:]):
            return
        start, stop = sentence.offset(at + 1), sentence.end_offset(verb)
        thing_text = text[start : sentence.end_offset(parts[0].end - 1)]
        rest = text[sentence.offset(parts[1].start) : sentence.end_offset(verb - 1)]
        never = len(parts) == 2 and parts[1].kind is Kind.ADVERB
        verb_text = words[verb].text
        fixed = f"{rest} {verb_text} {thing_text}" if never else f"{verb_text} {thing_text} {rest}"
        yield self._resources.rules["verb-at-the-end"].edit(
            text, start, stop, [fixed], applicability=Applicability.SAFE
        )

    def _found(self, text: str, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`the largest mosaic until now in the region found`: a participle behind what goes with it."""
        words = sentence.words
        end = _clause_end(words, at + 2)
        if end is None or not words[at - 1].is_noun or not _is_participle(words[end - 1]):
            return
        superlative = any(word.lower.endswith("est") or word.lower in ("most", "only") for word in words[:at])
        parts = middle_parts(words, at + 2, end - 1)
        if not superlative or parts is None or any(part.kind is not Kind.PLACE for part in parts):
            return
        start, stop = sentence.offset(at), sentence.end_offset(end - 1)
        place = text[sentence.offset(at + 2) : sentence.end_offset(end - 2)] if parts else ""
        fixed = " ".join(filter(None, (words[end - 1].text, place, words[at].text, words[at + 1].text)))
        yield self._resources.rules["participle-at-the-end"].edit(text, start, stop, [fixed])

    def _edit(
        self,
        text: str,
        sentence: Sentence,
        rule: str,
        span: tuple[int, int, int],
        parts: Sequence[Part],
        certainty: Applicability,
    ) -> Edit:
        """The clause with its verbs together: adverbs, verb, object, places, times."""
        helper, verb, end = span

        def of(*kinds: Kind) -> list[str]:
            return [
                text[sentence.offset(part.start) : sentence.end_offset(part.end - 1)]
                for part in parts
                if part.kind in kinds
            ]

        group = text[sentence.offset(verb) : sentence.end_offset(end - 1)]
        order = [*of(Kind.ADVERB), group, *of(Kind.PRONOUN, Kind.OBJECT), *of(Kind.PLACE), *of(Kind.TIME)]
        start, stop = sentence.offset(helper + 1), sentence.end_offset(end - 1)
        fixed = " ".join(order)
        return self._resources.rules[rule].edit(text, start, stop, [fixed], applicability=certainty)


_COMPOUND = 3  # times in the clean corpora


def middle_parts(words: Sequence[Word], start: int, end: int) -> list[Part] | None:
    """The words `start:end` as adverbs, objects, places and times, or None where they are something else."""
    parts: list[Part] = []
    at = start
    while at < end:
        part = _part(words, at, end)
        if part is None:
            return None
        parts.append(part)
        at = part.end
    return parts


def _part(words: Sequence[Word], at: int, end: int) -> Part | None:
    word = words[at]
    if at + 1 < end and (word.lower, words[at + 1].lower) in _PAIRS:
        return Part(Kind.ADVERB, at, at + 2)
    if word.lower in ("next", "last") and at + 1 < end and words[at + 1].lower in TIME_NOUNS:
        return Part(Kind.TIME, at, at + 2)
    if word.lower in _TIME_ADVERBS:
        return Part(Kind.TIME, at, at + 1)
    if word.lower == "only" and at + 1 < end and words[at + 1].lower in _PREPOSITIONS:
        noun = _noun_part(words, at + 2, end)
        return Part(_kind(words, at + 1, noun.end), at, noun.end) if noun else None
    if word.lower in _MIDDLE or (word.tag is Tag.ADVERB and word.lower.endswith("ly")):
        return Part(Kind.ADVERB, at, at + 1)
    if word.lower in _OBJECT_PRONOUNS:
        return Part(Kind.PRONOUN, at, at + 1)
    if word.lower in _PREPOSITIONS:
        noun = _noun_part(words, at + 1, end)
        return Part(_kind(words, at, noun.end), at, noun.end) if noun else None
    return _noun_part(words, at, end)


def _kind(words: Sequence[Word], start: int, end: int) -> Kind:
    """Whether a phrase says when or where (or how, or with whom)."""
    last = words[end - 1]
    dated = last.text in MONTHS | WEEKDAYS or any(word.text in MONTHS | WEEKDAYS for word in words[start:end])
    year = last.tag is Tag.NUMBER and len(last.text) == 4
    since = words[start].lower in ("since", "before", "after", "during", "until")
    return Kind.TIME if last.lower in TIME_NOUNS or dated or year or since else Kind.PLACE


def _noun_part(words: Sequence[Word], at: int, end: int) -> Part | None:
    """A noun phrase that begins at `at`: a determiner or number only at its start, `of` and what follows."""
    if words[at].lower == "all":
        return None  # all the same
    stop, head = at, False
    while stop < end:
        word = words[stop]
        opens = word.lower in DETERMINERS or word.tag & (Tag.DETERMINER | Tag.POSSESSIVE)
        if head and word.lower in ("next", "last"):
            break
        if head and word.lower == "of" and stop + 1 < end:
            head = False
        elif opens and word.lower not in ("’s", "'s"):
            if head:
                break
        elif word.is_noun or word.tag is Tag.NUMBER or word.lower in ("’s", "'s"):
            head = True
        elif word.tag is Tag.ADJECTIVE or (not head and word.tags & Tag.ADJECTIVE):
            more = stop + 1 < end and words[stop + 1].is_nominal
            if head and not more:
                break
            head = head or (not more and bool(word.tags & Tag.NOUN))
        else:
            break
        stop += 1
    if not head or stop == at:
        return None
    timed = words[stop - 1].lower in TIME_NOUNS and words[at].lower in DETERMINERS | {"last", "next"}
    return Part(Kind.TIME if timed else Kind.OBJECT, at, stop)


def _clause_end(words: Sequence[Word], at: int, also: frozenset[str] = frozenset()) -> int | None:
    """Index of the mark or word behind the clause's last word, if it comes soon and no other verb before it."""
    for end in range(at, min(at + _LONGEST, len(words))):
        word = words[end]
        if word.text in _CLAUSE_ENDS:
            return end
        if word.lower in _NEXT_CLAUSE and end > at + 1 and not words[end - 1].is_nominal:
            return end
        if end > at + 2 and word.lower in also and _is_participle(words[end - 1]):
            return end
        if word.tag & (Tag.RELATIVE | Tag.MODAL) or word.tag is Tag.PUNCTUATION or word.lower == "to":
            return None if word.tag is not Tag.INFINITIVE and word.lower != "to" else _to(words, end, at)
    return None


def _to(words: Sequence[Word], end: int, at: int) -> int | None:
    """`to a dealer`: goes on behind a preposition `to`; an infinitive ends the search."""
    if end + 1 < len(words) and words[end + 1].tags & Tag.VERB_BASE and words[end + 1].lower not in DETERMINERS:
        return None
    return next(
        (mark for mark in range(end + 1, min(at + _LONGEST, len(words))) if words[mark].text in _CLAUSE_ENDS), None
    )


def _last_verb(words: Sequence[Word], first: int, end: int, form: Tag) -> int | None:
    """Index of the verb in that form at the end of the clause, its particle apart."""
    verb = end - 1
    if words[verb].lower in _PARTICLES and verb > first + 1 and words[verb - 1].tags & form:
        verb -= 1
    word, before = words[verb], words[verb - 1]
    if verb < first + 2 or word.is_capitalised or before.tag & (Tag.POSSESSIVE | Tag.PREPOSITION):
        return None
    if before.lower in DETERMINERS or (before.tag is Tag.ADJECTIVE and not before.tags & Tag.NOUN):
        return None
    fits = _is_participle(word) if form is Tag.PAST_PARTICIPLE else word.tags & form
    return verb if fits else None


def _is_infinitive(words: Sequence[Word], at: int) -> bool:
    """Whether the word can be the verb that belongs to the modal: only determined nouns and the like are none."""
    word = words[at]
    if word.tag & (Tag.VERB_BASE | FINITE_VERB | Tag.AUXILIARY):
        return True
    free = words[at - 1].lower in MODALS | _MIDDLE or words[at - 1].lower in ("or", "and")
    return bool(word.tags & Tag.VERB_BASE) and free and word.lower not in DETERMINERS | _PREPOSITIONS | _MIDDLE


def _has_subject(words: Sequence[Word], at: int) -> bool:
    """Whether the subject stands right before the helping verb at `at`: a noun that no preposition governs."""
    before = words[at - 1]
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
    opens = words[start - 1] if start else None
    return opens is None or not (opens.lower in _PREPOSITIONS | OPENERS and opens.lower in _PREPOSITIONS)


def _names_doer(words: Sequence[Word], part: Part) -> bool:
    """`by the police`, `by Wren`: and no `by law`, `by noon`."""
    named = words[part.start + 1]
    determined = named.lower in DETERMINERS - {"no", "some", "any", "all"} or named.is_proper
    last = words[part.end - 1]
    standard = last.lower in _STANDARDS or last.text[0].isdigit()  # by his own admission, by the 1980s
    return words[part.start].lower == "by" and determined and part.kind is Kind.PLACE and not standard


def _mark(words: Sequence[Word], at: int) -> int | None:
    return next((end for end in range(at, min(at + _LONGEST, len(words))) if words[end].text in _CLAUSE_ENDS), None)


def _is_front(words: Sequence[Word], at: int) -> bool:
    """Whether nothing but a time or a phrase with a preposition stands between the sentence's start and `at`."""
    if at == 1:
        return words[0].lower in _TIME_ADVERBS | _FRONT_LINKS
    timed = words[0].lower in ("last", "this", "next") and at == 2
    parts = None if timed else middle_parts(words, 0, at)
    opens = words[0].lower in _PREPOSITIONS and words[1].lower not in ("no", "which", "whom", "what")
    return timed or (opens and parts is not None and len(parts) <= 2)


def _is_participle(word: Word) -> bool:
    if word.is_capitalised or word.lower.endswith("ing"):
        return False
    participle = word.tags & Tag.PAST_PARTICIPLE or (word.tags & Tag.VERB_PAST and word.lower.endswith("ed"))
    return bool(participle) and (not word.tags & Tag.NOUN or word.lower in _VERBAL)
