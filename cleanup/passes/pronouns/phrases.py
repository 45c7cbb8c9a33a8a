"""The noun phrase before a pronoun, read backwards: where it begins, and what between commas stands behind it."""

from __future__ import annotations

import itertools
from collections.abc import Container, Sequence
from typing import NamedTuple

from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import with_plurals, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.syntax.clauses import chunk_start, contradicts, head_of, hides_verb, is_finite
from cleanup.syntax.parser import DETERMINERS, OPENERS, RELATIVES, SUBJECT_PRONOUNS, Word
from cleanup.syntax.words import (
    APPROXIMATE,
    HELPERS_OF_ONE,
    LINKING_ADVERBS,
    MIDDLE_ADVERBS,
    QUANTIFIERS,
    SPEECH,
    TIME_NOUNS,
)

DEFINITE = word_set("the this these his her its their")
COLLECTIVE = word_class("groups_of_people", "acting_bodies", "anybody") | {"number"}
TIME_STARTS = word_set("last this next every each yesterday today")
_LINKING_NOUNS = word_set("example instance turn fact part hand contrast moreover addition particular general")
_NO_APPOSITION = word_set("and or but if because when while although though as until since after before")
_APPEARANCES = with_plurals("appearances", "statements")
_OPENS_TIME = word_set("after before during since until")
_ALSO_PREPOSITIONS = word_set("after before since until as than")
_OPENS_RELATIVE_CLAUSE = word_set("who which whose where")
_ONCE = word_set("once now formerly long recently newly already still also")
_SHARES_OF_THEM = word_set("many most some all both none several few half each one")
_SINGLE_OUT = word_set("first last only second third most least latest")
_SHORTEST_SUPERLATIVE = 5
_MEASURES = word_set("long old high wide deep tall thick")
_BEHIND_NOUN = word_set("abroad here there missing left alive involved concerned affected present upstairs nearby")
_NOT_ONLY_PREPOSITIONS = word_set("past opposite inside outside worth round plus")
_OPENS_NO_SUBJECT = word_set("due loud off cause")
"""Words that are prepositions or conjunctions here: loud indictment (laut Anklage), off Africa, ’cause they left."""
_AT_LEAST = frozenset(
    [("at", "least"), ("at", "most"), ("up", "to"), ("more", "than"), ("less", "than"), ("fewer", "than")]
)
_NO_NOUN = Tag.GERUND | Tag.PAST_PARTICIPLE | Tag.INFINITIVE | Tag.VERB_BASE | Tag.AUXILIARY | Tag.MODAL
_LONGEST_ASIDE = 16  # words, the commas included
_LONGEST_DASHED = 14


class Phrase(NamedTuple):
    """A noun phrase `first:end` that ends before the pronoun, or before what stands there between two commas."""

    begin: int
    """Where its clause begins."""
    start: int
    """Where it begins behind a time or place in front of it, adverbs included."""
    first: int
    end: int
    commas: bool
    """Whether an aside in commas that is no linking adverb stands between it and the pronoun."""


def phrase_before(words: Sequence[Word], index: int) -> Phrase | None:
    """The noun phrase that ends before the pronoun at `index`."""
    end, commas = _before_aside(words, behind_phrase(words, index))
    if end <= 0 or words[end - 1].tag is Tag.PUNCTUATION or not _ends_a_phrase(words, end):
        return None
    begin = _behind_joined_clause(words, chunk_start(words, end), end)
    while begin < end and words[begin].lower in ("and", "or", "but"):
        begin += 1
    start = _behind_fronted_phrase(words, begin, end)
    first = _noun_phrase_start(words, start, end)
    return Phrase(begin, start, first, end, commas) if first is not None else None


def _behind_joined_clause(words: Sequence[Word], begin: int, end: int) -> int:
    """Where the last part of a run begins that `and` joins to a clause: is in the mill and the other half, ends at four
    and the shop."""
    joins = [at for at in range(begin + 1, end - 1) if words[at].lower in ("and", "but")]
    if not joins or not (words[joins[-1] + 1].lower in DETERMINERS or words[joins[-1] + 1].is_proper):
        return begin
    inside = begin > 0 and is_finite(words, begin - 1) and bool(words[begin].tags & (Tag.PREPOSITION | Tag.ADVERB))
    return joins[-1] + 1 if inside or hides_verb(words, begin, joins[-1]) else begin


def behind_phrase(words: Sequence[Word], index: int, adverbs: Container[str] = MIDDLE_ADVERBS) -> int:
    """The index behind the noun phrase: adverbs between it and the pronoun are passed over."""
    at = index
    while at > 1 and words[at - 1].lower in adverbs and index - at < 2:
        at -= 1
    return at


# What stands between the phrase and the pronoun


def _before_aside(words: Sequence[Word], end: int) -> tuple[int, bool]:
    """The end of the subject before `, however,` or `, the research company,`; and whether it was such a phrase.

    The end is 0 where what stands there is no aside.
    """
    if end > 3 and words[end - 1].text in ("–", "—"):
        return _before_dashes(words, end), False
    if end < 3 or words[end - 1].text != ",":
        named = _before_time_behind_name(words, end)
        return (end, False) if named is None else (named, True)
    for at in range(end - 2, max(-1, end - _LONGEST_ASIDE), -1):
        if words[at].text == ",":
            before, commas = _before_comma(words, at, end)
            named = _before_name(words, before) if commas else None
            return (before, commas) if named is None else (named, True)
        if words[at].tag is Tag.PUNCTUATION and words[at].text not in "’'-":
            break
    return 0, False


def _before_comma(words: Sequence[Word], comma: int, end: int) -> tuple[int, bool]:
    """The same for an aside that begins behind the comma and whose last word is a comma."""
    inner = words[comma + 1 : end - 1]
    if not inner:
        return 0, False
    if inner[0].tag is Tag.PREPOSITION and inner[0].lower in _NO_APPOSITION and _tells_when(inner):
        return comma, True
    if inner[0].lower in _NO_APPOSITION:
        return 0, False
    if comma >= len(inner) and words[comma - len(inner)].lower == inner[0].lower:
        return 0, False  # “te nat, te droog, it’s never right”
    if _is_appearance(inner):
        return comma, False
    linking = len(inner) == 1 and inner[0].lower in LINKING_ADVERBS
    linking = linking or (len(inner) < 5 and inner[-1].lower in _LINKING_NOUNS)
    if inner[0].tags & Tag.PREPOSITION and not linking and inner[0].lower != "according":
        return (comma, True) if _tells_when(inner) else (0, False)
    return comma, not linking


def _tells_when(aside: Sequence[Word]) -> bool:
    """`after a long silence`, `without looking at her`, `on his way back`: prepositions with noun phrases alone."""
    led = DETERMINERS | {"of", "and", "since"}
    described = Tag.PREPOSITION | Tag.ADVERB | Tag.POSSESSIVE
    return len(aside) > 1 and all(
        word.is_nominal
        or word.lower in led
        or word.tag & described
        or (word.tag is Tag.GERUND and before.tags & Tag.PREPOSITION)
        for before, word in itertools.pairwise(aside)
    )


def _before_name(words: Sequence[Word], comma: int) -> int | None:
    """The comma before a name between commas that says who a noun means: the minister, Ana Ruiz, who was ill, she."""
    first = comma
    while first > 0 and words[first - 1].is_proper:
        first -= 1
    if first == comma or first < 2 or words[first - 1].text != ",":
        return None
    noun = words[first - 2]
    return first - 1 if noun.is_noun and not noun.is_proper else None


def _before_time_behind_name(words: Sequence[Word], end: int) -> int | None:
    """The same where no comma closes what stands behind the name: the minister, Ana Ruiz, after a long silence she."""
    first = chunk_start(words, end)
    while first > 0 and words[first - 1].lower in _OPENS_TIME and words[first - 1].tags & Tag.PREPOSITION:
        first -= 1
    if first < 3 or words[first - 1].text != "," or not words[first].tags & Tag.PREPOSITION:
        return None
    return _before_name(words, first - 1) if _tells_when(words[first:end]) else None


def _before_dashes(words: Sequence[Word], end: int) -> int:
    """The end of the subject before a phrase between dashes: the three states – Mali and two others – they left."""
    for at in range(end - 2, max(0, end - _LONGEST_DASHED), -1):
        if words[at].tag & FINITE_VERB:
            return 0
        if words[at].text in ("–", "—"):
            return at
    return 0


def _is_appearance(aside: Sequence[Word]) -> bool:
    """`The minister of health, on a visit to Lyon, she`: what stands between the commas tells where somebody spoke."""
    opens = aside[0].tags & Tag.PREPOSITION or aside[0].lower in ("on", "in", "at", "during", "after")
    if not opens or not any(word.lower in _APPEARANCES for word in aside[2:]):
        return False
    return not any(word.tag & FINITE_VERB for word in aside)


def describes(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether what stands between commas can only describe the noun before it: a former judge, built in 1990, where …

    A name may stand before the description: Ana Ruiz, who was ill.
    """
    behind = _behind_name(words, start, end)
    if behind == end:
        return end - start > 1
    if words[behind].lower in _ONCE and behind + 2 < end and not words[behind + 1].tags & Tag.PREPOSITION:
        behind += 1  # once known for its lace
    first, after = words[behind], words[behind + 1]
    inner = words[behind + 1 : end]
    if first.lower in _OPENS_RELATIVE_CLAUSE:
        said = any(word.lower in SUBJECT_PRONOUNS or word.lower in OPENERS - _ALSO_PREPOSITIONS for word in inner[:-1])
        return any(word.tags & (FINITE_VERB | Tag.VERB_BASE) for word in inner) and not (behind > start and said)
    if any(word.tag & FINITE_VERB for word in inner):
        return False
    goes_on = after.tag & (Tag.PREPOSITION | Tag.ADVERB)
    if first.tags & Tag.PAST_PARTICIPLE and not first.is_noun:
        return bool(goes_on)
    if first.tag & FINITE_VERB:
        return False
    if first.tag & (Tag.ADJECTIVE | Tag.ADVERB) and not first.is_noun and (goes_on or after.lower in TIME_NOUNS):
        return True  # absent for years, back in Rome
    if first.tag is Tag.GERUND or (first.tags & Tag.PREPOSITION and _tells_when(words[behind:end])):
        return len(inner) > 1
    measured = words[end - 1].lower in _MEASURES and any(word.tag is Tag.NUMBER for word in words[behind:end])
    number = after if first.tag is Tag.ADVERB else first  # also 31
    aged = first.lower == "aged" or (number.tag is Tag.NUMBER and end - behind < 3)
    counted = first.lower in _SHARES_OF_THEM and after.lower == "of" and inner[1].lower in ("them", "whom", "which")
    best = first.lower == "the" and is_superlative(after) and len(inner) > 1
    return bool(measured or aged or counted or best or (first.lower in ("a", "an") and end - behind > 1))


def _behind_name(words: Sequence[Word], start: int, end: int) -> int:
    """The index behind the comma that closes a name which begins at `start`; `start` where no name stands there."""
    at = start
    while at < end and words[at].is_proper:
        at += 1
    if at in (start, end):
        return at
    return at + 1 if words[at].text == "," and at + 2 < end else start


def is_superlative(word: Word) -> bool:
    """Whether the word singles one out of several: the longest, the first."""
    lower = word.lower
    return lower in _SINGLE_OUT or (len(lower) > _SHORTEST_SUPERLATIVE and lower.endswith("est") and not word.is_noun)


# Where the phrase ends and begins


def _ends_a_phrase(words: Sequence[Word], end: int) -> bool:
    described = Tag.ADJECTIVE | Tag.PAST_PARTICIPLE | Tag.GERUND
    if end > 2 and words[end - 2].lower in ("still", "already", "now") and words[end - 1].tags & described:
        end -= 2  # the objects still missing
    elif end > 2 and words[end - 1].lower in _BEHIND_NOUN:
        end -= 2 if words[end - 2].lower == "still" else 1
    last = words[end - 1]
    if last.tags & (Tag.AUXILIARY | Tag.MODAL):
        return False
    surely_noun = last.is_noun and end > 1 and words[end - 2].lower in DETERMINERS
    if last.lower in SPEECH and last.tags & (FINITE_VERB | Tag.VERB_BASE) and not surely_noun:
        return False
    return last.is_noun or last.tag is Tag.NUMBER or last.lower in QUANTIFIERS or last.tag is Tag.ADJECTIVE


def _behind_fronted_phrase(words: Sequence[Word], start: int, end: int) -> int:
    """Where the subject begins behind a phrase such as `For years` or `After the match`; else `start`."""
    if start >= end or not (words[start].tags & Tag.PREPOSITION or words[start].lower in TIME_STARTS):
        return start
    if words[start].lower in ("every", "each") and words[start + 1].lower == "of":
        return start
    for at in range(start + 2, end):
        counted = words[at].tag is Tag.NUMBER and at + 1 < end and words[end - 1].tag is Tag.PLURAL_NOUN
        begins = counted or words[at].lower in DEFINITE | QUANTIFIERS
        if begins and (words[at - 1].is_noun or words[at - 1].tag is Tag.NUMBER):
            return at
        time = words[at - 1].lower in TIME_NOUNS and not words[at - 1].is_capitalised
        if time and words[at].is_proper and at + 1 == end and words[at].text not in MONTHS | WEEKDAYS:
            return at
        if words[at].tags & Tag.PREPOSITION and words[at].lower != "of":
            break
    return start


def _noun_phrase_start(words: Sequence[Word], start: int, end: int) -> int | None:
    """Where the subject begins in the run `start:end`, or None where that is no noun phrase."""
    while start < end and (words[start].tag is Tag.ADVERB or words[start].lower in LINKING_ADVERBS):
        start += 1
    start = _behind_estimate(words, start, end)
    return start if start < end and _opens_noun_phrase(words, start, end) else None


def _behind_estimate(words: Sequence[Word], start: int, end: int) -> int:
    """Where the number begins behind `at least` or `around`; else `start`."""
    second = words[min(start + 1, end - 1)]
    if (words[start].lower, second.lower) in _AT_LEAST:
        return start + 2
    estimated = words[start].lower in APPROXIMATE and second.tag is Tag.NUMBER and words[end - 1].is_noun
    return start + 1 if estimated else start


def _opens_noun_phrase(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether the word at `start` can open a noun phrase that ends at `end`."""
    first = words[start]
    if first.lower in RELATIVES - {"that"} or first.lower in SUBJECT_PRONOUNS or first.lower in _OPENS_NO_SUBJECT:
        return False
    parts = first.lower.replace("‑", "-").split("-")
    if len(parts) > 1 and (parts[0] in ("post", "pre", "mid") or parts[0][-2:] == "ed"):
        return False
    if first.lower in _NOT_ONLY_PREPOSITIONS:
        governs = start + 1 < end and (words[start + 1].is_capitalised or words[start + 1].lower in DETERMINERS)
        return not first.tag & _NO_NOUN and not governs  # outside Riga it stopped
    return not first.tag & _NO_NOUN and not first.tags & Tag.PREPOSITION


# Its number


def agrees(noun: Word, verb: Word) -> bool:
    """Whether the noun has the number of the verb: the tenor has, choirs are, the side were."""
    if verb.lower in HELPERS_OF_ONE or verb.tag is Tag.VERB_PRESENT:
        return noun.tag is not Tag.PLURAL_NOUN and noun.lower not in ("those", "all")
    return noun.tag is Tag.PLURAL_NOUN or noun.lower in COLLECTIVE | {"those", "all", "side"}


def has_its_subject(words: Sequence[Word], first: int, end: int, index: int, verb: int) -> bool:
    """Whether the verb can be that of the phrase `first:end` and not that of the pronoun: the choir they has sung."""
    head = head_of(words, first, end)
    if head is None or not contradicts(words, index, verb):
        return False
    joined = any(word.lower == "and" for word in words[first:end])
    return agrees(words[head], words[verb]) if not joined else words[verb].lower not in HELPERS_OF_ONE
