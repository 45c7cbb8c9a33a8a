"""Subordinate clauses with their verbs at the end, taken apart into subject, middle, predicate and verbs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.order.chunks import (
    AMOUNTS,
    CLAUSE_ENDS,
    MIDDLE,
    NOMINATIVES,
    Kind,
    Part,
    is_participle,
    noun_part,
    parts_behind_subject,
)
from cleanup.syntax.parser import DETERMINERS, OPENERS, RELATIVES, Word
from cleanup.syntax.words import BE, HAVE, MODALS, PREPOSITIONS, PREPOSITIONS_OF_CLAUSES, TIME_NOUNS, WANT

PIED: Final = word_set("which whom whose")
"""Relatives that can stand behind a preposition, or with a noun: with which, whose."""
ANYBODY: Final = word_set("nobody somebody someone everybody everyone it")
"""Subjects of one word, besides the pronouns that are no objects."""
MANY: Final = 2
"""Phrases before a verb, which no good English has."""
PASTS: Final = word_set("found left felt fell saw")
"""Past forms that the word list likes to call nouns."""
_CONJUNCTIONS = word_set("because although though if while whether when that why how where unless until")
_RELATIVES = word_set("who which that")
CLAUSE_OPENERS: Final = _CONJUNCTIONS | PREPOSITIONS_OF_CLAUSES | _RELATIVES | PIED
_BECOME = word_set("became becomes become remained remains")
_INTENSIFIERS = word_set("too very so quite rather completely no longer still already always not more most")
_ENDS = CLAUSE_ENDS | {"?", "“"}
_NEXT_CLAUSE = RELATIVES | (OPENERS - PREPOSITIONS - {"as", "once"})
_HELPERS = HAVE | BE | MODALS
_HELPERS_OR_WANT = _HELPERS | WANT
_JOINING = word_set("and but")
_LONGEST = 16  # words of a clause


class Verbs(NamedTuple):
    """The verbs that end a clause, from `start` on: the finite one, and the one that it helps, if any."""

    start: int
    finite: Word
    other: str = ""
    foreign: bool = True
    """Whether the finite one stands last, as it never does in English."""


class Clause(NamedTuple):
    """A clause behind the word at `opener`: its subject, the parts of its middle, its predicate and its verbs."""

    opener: int
    end: int
    subject: Part | None
    parts: list[Part]
    predicate: Part | None
    verbs: Verbs

    def count(self, *kinds: Kind) -> int:
        """How many parts of the middle are of these kinds."""
        return sum(part.kind in kinds for part in self.parts)


def read_clause(words: Sequence[Word], opener: int) -> Clause | None:
    """The clause that begins behind `opener`, if it ends with its verbs."""
    if words[opener].lower == "how" and words[opener + 1].lower in ("many", "much"):
        asked = noun_part(words, opener + 1, len(words) - 1)  # how many houses | the flood damaged has
        opener = asked.end - 1 if asked is not None and asked.end < len(words) - 3 else opener
    relative = is_relative(words, opener)
    gap = words[opener].lower == "that" and opener > 0 and words[opener - 1].is_noun  # the report that the court
    pied = words[opener].lower == "whose" or (opener > 0 and words[opener - 1].tag is Tag.PREPOSITION)
    pied = pied and words[opener].lower in PIED
    if words[opener].lower in ("who", "which", "whom") and not (relative or pied):
        return None
    for end in range(opener + 3, min(opener + _LONGEST, len(words))):
        word = words[end]
        if word.lower in _NEXT_CLAUSE and (words[end - 1].lower, word.lower) not in AMOUNTS:
            return None
        closes = word.text in _ENDS or word.lower in ("and", "but")
        goes_on = (relative or pied or gap) and word.tag & FINITE_VERB
        helper = word.lower in _HELPERS_OR_WANT and end + 1 < len(words)
        if goes_on and helper and (words[end + 1].tag & FINITE_VERB or words[end + 1].text in CLAUSE_ENDS):
            continue  # with which the dyke reinforced is | comes
        if closes or goes_on or word.tag is Tag.PUNCTUATION:
            found = _ended(words, opener, end, relative=relative)
            if found is not None or word.tag is Tag.PUNCTUATION:
                return found
    return None


def _ended(words: Sequence[Word], opener: int, end: int, *, relative: bool) -> Clause | None:
    """The clause whose last verb stands before `end`."""
    verbs = final_verbs(words, opener + 1, end)
    if words[opener - 1].lower in _JOINING and relative and not precedes_verb(words, end):
        return None
    if verbs is None or (verbs.finite.tags & Tag.AUXILIARY and words[end].tags & Tag.PAST_PARTICIPLE):
        return None
    copula = verbs.finite.lower in BE | _BECOME and not verbs.other
    first = _predicate_start(words, opener + 2, verbs.start) if copula else verbs.start
    if first <= opener + 1 - (first < verbs.start):
        return None
    if words[opener + 2].lower[:1] in ("’", "'"):
        return None  # even when it’s not enforced
    if words[opener + 1].lower in NOMINATIVES and _is_plain_past(words[opener + 2]):
        return None  # that she made sure Quint died
    if words[opener].lower == "and" and not verbs.foreign:
        return None  # and in it many cultures were interwoven
    parts = parts_behind_subject(words, opener + 1, first)
    if parts is None:
        return None
    predicate = Part(Kind.OBJECT, first, verbs.start) if first < verbs.start else None
    subject: Part | None = None
    if not relative:
        owned = words[opener].lower == "whose" and parts and parts[0].kind is Kind.OBJECT
        if not parts or not (owned or _may_be_subject(words, parts[0])):
            return None
        subject, parts = parts[0], parts[1:]
    return Clause(opener, end, subject, parts, predicate, verbs)


def final_verbs(words: Sequence[Word], first: int, end: int) -> Verbs | None:
    """The verbs right before `end`: one that is finite, or one and its helping verb behind it."""
    last, before = words[end - 1], words[end - 2]
    if end - first < MANY or last.is_capitalised:
        return None
    if last.lower in _HELPERS:
        return _with_helper(words, first, end)
    if last.lower == "to" and before.lower in HAVE and end - first > 3 and words[end - 3].tags & Tag.VERB_BASE:
        return Verbs(end - 3, before, f"to {words[end - 3].text}")  # the pupils the exam repeat had to
    if last.lower in WANT and before.tags & Tag.VERB_BASE and not before.is_noun:
        return Verbs(end - 2, last, f"to {before.text}")
    if last.tags & Tag.VERB_BASE and before.lower == "to" and end - first > 3 and words[end - 3].lower in WANT:
        return Verbs(end - 3, words[end - 3], f"to {last.text}", foreign=False)
    if before.lower in _HELPERS and not before.is_capitalised and end - first > MANY:  # not the month of May
        form = Tag.VERB_BASE if before.lower in MODALS else Tag.PAST_PARTICIPLE
        fits = last.tags & form and (before.lower not in BE or is_participle(last))
        return Verbs(end - 2, before, last.text, foreign=False) if fits else None
    if last.tags & (Tag.AUXILIARY | Tag.MODAL | Tag.ADVERB | Tag.PREPOSITION) and last.lower not in PASTS:
        return None
    if not last.tags & (Tag.VERB_PAST | Tag.VERB_PRESENT | Tag.VERB_BASE):
        return None
    nominal = last.tags & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE)
    verbal = last.tag & (FINITE_VERB | Tag.PAST_PARTICIPLE | Tag.VERB_BASE) or last.lower in PASTS
    read_as_noun = nominal and not (verbal or _is_all_its_verb(words, first, end))
    onwards = before.lower == "on" and any(word.lower == "from" for word in words[max(first, end - 6) : end])
    governed = before.lower in DETERMINERS - {"half"} or (
        before.tag & (Tag.PREPOSITION | Tag.POSSESSIVE) and not onwards
    )
    described = before.tag is Tag.ADJECTIVE and nominal and not before.tags & Tag.NOUN
    return None if read_as_noun or governed or described else Verbs(end - 1, last)


def _is_all_its_verb(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether what reads as several things ends a clause that has no other verb: that the heat the roads damages."""
    last, before = words[end - 1], words[end - 2]
    several = last.tag is Tag.PLURAL_NOUN and last.tags & Tag.VERB_PRESENT
    alone = not any(word.tag & (FINITE_VERB | Tag.PAST_PARTICIPLE) for word in words[first : end - 1])
    opens = end - 2
    while opens > first and (words[opens].is_nominal or words[opens].lower in DETERMINERS):
        opens -= 1
    alone = alone and not words[opens].tag & Tag.PREPOSITION
    return bool(several) and alone and before.is_noun and words[end].text in ".,;"


def _with_helper(words: Sequence[Word], first: int, end: int) -> Verbs | None:
    last, main = words[end - 1], words[end - 2]
    form = Tag.VERB_BASE if last.lower in MODALS else Tag.PAST_PARTICIPLE
    helped = main.tags & form and main.lower not in DETERMINERS and not main.is_capitalised
    if form is Tag.VERB_BASE:
        helped = helped and not (main.tags & Tag.NOUN and words[end - 3].lower in DETERMINERS)
    if last.lower in BE:
        helped = helped and is_participle(main)
    if main.lower in ("been", "be") and end - 3 > first and words[end - 3].tags & Tag.PAST_PARTICIPLE:
        return Verbs(end - 3, last, f"{main.text} {words[end - 3].text}")
    if helped and end - 2 > first:
        return Verbs(end - 2, last, main.text)
    return Verbs(end - 1, last) if last.lower not in MODALS else None


def _predicate_start(words: Sequence[Word], first: int, verb: int) -> int:
    """Where the adjective, noun or phrase begins that the subject is said to be; `verb` itself where none does."""
    at = verb
    while at > first and (words[at - 1].tag is Tag.ADJECTIVE or words[at - 1].lower in _INTENSIFIERS):
        at -= 1
    if at < verb and words[verb - 1].tag is Tag.ADJECTIVE:
        return at
    for start in range(first, verb):
        part = noun_part(words, start, verb)
        if part is not None and part.end == verb and words[start - 1].lower not in PREPOSITIONS | {"of"}:
            opens = words[start].lower in DETERMINERS or not words[start - 1].is_nominal
            return start if opens and words[start - 1].lower not in DETERMINERS else verb
    return verb


def is_relative(words: Sequence[Word], opener: int) -> bool:
    """Whether who, which or that stands at `opener` for the noun before it, with no preposition before it."""
    if words[opener].lower not in _RELATIVES | {"and"}:
        return False
    if is_free(words, opener):
        return True
    if words[opener].lower == "and":  # lives in Canada and of the sale nothing knew
        return any(word.tag & FINITE_VERB for word in words[:opener])
    if opener == 0:
        return False
    before = words[opener - 1]
    follows = words[opener + 1]
    if words[opener].lower == "that":
        phrase = follows.tags & Tag.PREPOSITION or follows.lower in ("him", "them")
        return (before.is_noun or before.text == ",") and bool(phrase)
    return before.is_noun or before.text == ","


def is_free(words: Sequence[Word], opener: int) -> bool:
    """Whether `who` stands at a clause's start for anyone at all: Who today a house wants."""
    if words[opener].lower != "who" or words[-1].text == "?":
        return False
    if opener == 0 or words[opener - 1].text in "“:;":
        return True
    return words[opener - 1].lower in _JOINING and all(word.lower != "who" for word in words[:opener])


def precedes_verb(words: Sequence[Word], end: int) -> bool:
    """Whether the verb of the main clause stands at `end`, or behind a comma there."""
    at = end + (words[end].text == ",")
    return at < len(words) and bool(words[at].tag & FINITE_VERB or words[at].tag is Tag.VERB_BASE)


def _may_be_subject(words: Sequence[Word], part: Part) -> bool:
    """Whether the part can be a clause's subject: a noun with its article, a name, a plural, he, it, nobody."""
    first = words[part.start]
    if part.kind is Kind.PRONOUN:
        return first.lower in NOMINATIVES | {"it"}
    bare = words[part.end - 1].tag is Tag.PLURAL_NOUN or first.lower in ANYBODY
    named = first.lower in DETERMINERS or first.is_proper or first.tag is Tag.NUMBER
    return part.kind is Kind.OBJECT and (named or bare) and words[part.end - 1].lower not in TIME_NOUNS | MIDDLE


def _is_plain_past(word: Word) -> bool:
    """Whether the word is the past of a verb or its participle, and no noun or preposition: made, wrote."""
    return bool(word.tags & Tag.VERB_PAST) and not word.tags & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.PREPOSITION)
