"""Phrases around a preposition: where one begins and ends, its noun, and what its verb has before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleanup.lexicon.words import Tag
from cleanup.syntax.parser import DETERMINERS, OBJECT_PRONOUNS, RELATIVES, SUBJECT_PRONOUNS, Word

_QUESTIONS: Final = RELATIVES | {"how"}


def opens_phrase(words: Sequence[Word], at: int) -> bool:
    """Whether a noun phrase begins at a place."""
    word = words[at]
    return word.lower in DETERMINERS or word.lower in OBJECT_PRONOUNS or word.is_nominal or word.tag is Tag.GERUND


def phrase_head(words: Sequence[Word], at: int) -> Word | None:
    """The noun of the phrase that begins at a place."""
    head = None
    while at < len(words) and (words[at].is_nominal or words[at].lower in DETERMINERS):
        if words[at].is_noun:
            head = words[at]
        elif head is not None:
            break
        at += 1
    return head


def phrase_end(words: Sequence[Word], at: int) -> int:
    """Where the phrase that begins at a place ends: behind its last noun."""
    while at < len(words) - 2 and (words[at].is_nominal or words[at].lower in DETERMINERS):
        at += 1
    return at


def has_object_before(words: Sequence[Word], at: int) -> bool:
    """Whether the verb of a preposition can have its object before it: what I remember, songs (that) he chose."""
    for place in range(at - 2, -1, -1):
        word = words[place]
        if word.tag is Tag.PUNCTUATION and word.text not in "’'%€$£/&-":
            return False
        if word.lower in _QUESTIONS:
            return True
        nominal = place and words[place - 1].is_noun
        if nominal and (word.lower in SUBJECT_PRONOUNS or word.lower in DETERMINERS):
            return True
    return False
