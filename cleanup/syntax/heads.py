"""Heads and what follows them: the verb, participle, adjective or noun that a preposition belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cleanup.lexicon.government import FOLLOWERS, Kind
from cleanup.lexicon.inflection import base_of_gerund, base_of_participle, base_of_past, base_of_third
from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import Tag, Words
from cleanup.syntax.parser import DETERMINERS, OBJECT_PRONOUNS, SUBJECT_PRONOUNS, Word
from cleanup.syntax.words import PREPOSITIONS_OF_TIME, TIME_NOUNS

BE: Final = word_set("is are was were be been being am gets got get getting 're 's 'm ’re ’s ’m")
"""Forms of `be` and `get`, which make a passive."""
_HAVE: Final = word_set("has have had having 've ’ve")
OBJECTS: Final = word_set("me him her us them himself herself itself themselves it you")
"""Pronouns that are the object of a verb."""
_CLAUSES: Final = word_set("that whether how why what if")
_BETWEEN: Final = Tag.ADVERB
_NO_HEADS: Final = Tag.AUXILIARY | Tag.MODAL | Tag.PREPOSITION | Tag.NUMBER
_OF_TIMES: Final = PREPOSITIONS_OF_TIME | word_set("in on at for by from to")
_TIMES: Final = (TIME_NOUNS | {name.lower() for name in (*MONTHS, *WEEKDAYS)}) - word_set(
    "long right second case stage"
)
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\ds?")
_FOLLOWERS: Final = frozenset(FOLLOWERS)


def head_of(words: Sequence[Word], at: int, lexicon: Words) -> tuple[str, Kind] | None:
    """The head that the word is: an infinitive with how it is used, or an adjective or noun as it stands."""
    word = words[at]
    if not word.text[0].isalpha() or word.lower in DETERMINERS or word.tag & _NO_HEADS:
        return None
    if _is_noun(words, at):
        return word.lower, Kind.NOUN
    if word.tags & Tag.PAST_PARTICIPLE and not word.is_noun:
        base = base_of_participle(word.lower, lexicon)
        if base is not None and (word.tag & (Tag.VERB_PAST | Tag.PAST_PARTICIPLE | Tag.ADJECTIVE)):
            return base, _use_of_participle(words, at)
    base = _base(word, lexicon)
    if base is not None:
        return base, Kind.ACTIVE
    if word.is_capitalised and at > 0:
        return None
    if word.tag is Tag.ADJECTIVE:
        return word.lower, Kind.ADJECTIVE
    return (word.lower, Kind.NOUN) if word.tag & (Tag.NOUN | Tag.PLURAL_NOUN) else None


def _is_noun(words: Sequence[Word], at: int) -> bool:
    """Whether an article or adjective before the word makes it a noun: the offensive, easy viewing, the first."""
    if at == 0 or words[at].tags & Tag.PAST_PARTICIPLE:
        return False
    before = words[at - 1]
    described = before.tag & (Tag.ADJECTIVE | Tag.POSSESSIVE) or before.lower in DETERMINERS
    return bool(described) and bool(words[at].tags & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.GERUND))


def _base(word: Word, lexicon: Words) -> str | None:
    if word.tag is Tag.VERB_BASE:
        return word.lower
    if word.tag is Tag.VERB_PRESENT:
        return base_of_third(word.lower, lexicon)
    if word.tag is Tag.VERB_PAST:
        return base_of_past(word.lower, lexicon)
    return base_of_gerund(word.lower, lexicon) if word.tag is Tag.GERUND else None


def _use_of_participle(words: Sequence[Word], at: int) -> Kind:
    """Whether a participle is active, passive, or one of both as far as its neighbours show."""
    before = at - 1
    while before >= 0 and words[before].tag & _BETWEEN:
        before -= 1
    lower = words[before].lower if before >= 0 else ""
    if lower in _HAVE or lower in SUBJECT_PRONOUNS or lower == "who":
        return Kind.ACTIVE
    if lower in BE:
        return Kind.PASSIVE
    only_participle = not words[at].tags & Tag.VERB_PAST
    return Kind.PASSIVE if only_participle else Kind.EITHER


def follower(words: Sequence[Word], at: int) -> str:
    """What stands at a place, right behind a head: a preposition, `object`, `infinitive`, `clause` or `other`."""
    if at >= len(words):
        return "other"
    word = words[at]
    if word.tag is Tag.INFINITIVE:
        return "infinitive"
    if word.lower in _FOLLOWERS:
        return "other" if word.lower in _OF_TIMES and is_time(words, at + 1) else word.lower
    if word.lower in OBJECT_PRONOUNS or word.lower in DETERMINERS:
        return "object"
    if word.lower in _CLAUSES or word.lower in SUBJECT_PRONOUNS:
        return "clause"
    if word.tag is Tag.ADJECTIVE and not (at + 1 < len(words) and words[at + 1].is_nominal):
        return "other"
    return "object" if word.is_nominal else "other"


def is_time(words: Sequence[Word], at: int) -> bool:
    """Whether a phrase at a place names a time: 1990, last week, 12 December."""
    if at < len(words) and _YEAR.fullmatch(words[at].text):
        return True
    return any(word.lower in _TIMES for word in words[at : at + 3])
