"""Noun phrases: where they begin, whether one ends, and what governs it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag, Words
from cleanup.passes.order.modifiers import Modifiers
from cleanup.passes.order.verb_first import clause_start
from cleanup.syntax.clauses import Rest, has_finite, has_object, rest_of_clause
from cleanup.syntax.parser import DETERMINERS, Word
from cleanup.syntax.words import BE, COMPLEMENT_VERBS, RELATIONAL, TIME_NOUNS

_ORDER = word_set(
    "first second third fourth fifth sixth seventh eighth ninth tenth last next final other same only own more most "
    "less least further such many few several certain whole various"
)
"""Which or how many of several: what describes the noun stands behind them."""
GIVES: Final = word_set("with without leave leaves left leaving than as")
"""Words behind which an adjective can be the noun's predicate: with hands clean, as bleak as days dark."""

_LIST = 12  # words: the budget is large, the debt huge, the outlook bleak


class PhraseEnds:
    """Tells where the phrase of an adjective ends, by counts of neighbours."""

    def __init__(self, lexicon: Words, modifiers: Modifiers) -> None:
        self._lexicon = lexicon
        self._modifiers = modifiers

    def ends(self, words: Sequence[Word], at: int, last: Word, *, names: bool = False) -> bool:
        """Whether nothing at `at` could be the noun of the adjective `last`: a mark, a verb, a preposition."""
        if at >= len(words):
            return True
        word = words[at]
        if word.tag is Tag.PUNCTUATION:
            if word.text in "–—" and word.start == words[at - 1].end:
                return False
            return word.text not in "-‑'’/&(\"“" and (word.text != "," or not _goes_on(words, at + 1))
        if word.is_capitalised:
            given = names and self._lexicon.is_given_name(word.text)
            return given and self._lexicon.bigram(last.text, word.text) == 0
        if word.lower == "enough":
            return False
        if word.lower in DETERMINERS or word.tag & (
            Tag.PREPOSITION | Tag.RELATIVE | Tag.PRONOUN | Tag.AUXILIARY | Tag.MODAL
        ):
            return not word.tag & Tag.POSSESSIVE or word.text[0].isalpha()
        if word.lower in ("and", "or", "but"):
            return at + 1 >= len(words) or not words[at + 1].tag & Tag.ADJECTIVE or words[at + 1].lower in DETERMINERS
        if word.tag & (Tag.CONJUNCTION | Tag.ADVERB | Tag.INFINITIVE):
            return True
        behind = words[at + 1] if at + 1 < len(words) else None
        participle = word.tags & Tag.PAST_PARTICIPLE and not word.tags & (Tag.NOUN | Tag.PLURAL_NOUN)
        attributive = last.lower in RELATIONAL or self._modifiers.is_attributive(last)
        if attributive and participle and behind and behind.tag & (Tag.PREPOSITION | Tag.PARTICLE):
            return True  # finds archaeological dug up in a field
        if word.tag is Tag.PAST_PARTICIPLE and word.tags & Tag.VERB_PAST and at + 1 < len(words):
            sole = has_object(words, at + 1) and rest_of_clause(words, at + 1) is Rest.NONE
            return words[at + 1].lower in DETERMINERS or (sole and not word.tags & (Tag.NOUN | Tag.PLURAL_NOUN))
        verb = word.tag & (FINITE_VERB | Tag.VERB_BASE) or is_only_verb(words, at)
        return bool(verb) and (
            not word.tags & (Tag.NOUN | Tag.PLURAL_NOUN) or self._lexicon.bigram(last.text, word.text) == 0
        )


def is_only_verb(words: Sequence[Word], at: int) -> bool:
    """Whether what reads as several things is all that can be the verb of one thing: the family poor lives in it."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    if word.tag is not Tag.PLURAL_NOUN or not word.tags & Tag.VERB_PRESENT or after is None:
        return False
    start = clause_start(words, at)
    goes_on = after.lower in DETERMINERS | {"more", "less"} or after.tag & (
        Tag.PREPOSITION | Tag.PARTICLE | Tag.ADVERB | Tag.NUMBER
    )
    return bool(goes_on) and not has_finite(words, start)


def noun_start(words: Sequence[Word], index: int) -> int:
    """Where the run of nouns begins that ends in the noun at `index`: `trade ministers`."""
    at = index
    while (
        at > 0
        and words[at - 1].tag is Tag.NOUN
        and not words[at - 1].is_capitalised
        and words[at - 1].end + 1 == words[at].start
    ):
        at -= 1
    if at > 0 and (words[at - 1].lower in ("prime", "vice", "deputy", "head", "chief") or _begins_compound(words, at)):
        at -= 1
    return at


def _begins_compound(words: Sequence[Word], at: int) -> bool:
    """Whether the word before the noun at `at` can only be a part of it: customs officers, the working shifts."""
    if at < 2 or words[at - 1].end + 1 != words[at].start:
        return False
    first, opens = words[at - 1], words[at - 2]
    determined = opens.lower in DETERMINERS
    if first.tag is Tag.GERUND:
        return determined
    plural = first.tag is Tag.PLURAL_NOUN and first.lower not in TIME_NOUNS and not first.is_capitalised
    return plural and (determined or bool(opens.tag & Tag.PREPOSITION))


def adjectives_start(words: Sequence[Word], index: int) -> int:
    """Where the adjectives before the noun at `index` begin, joined ones too: `economic and social consequences`."""
    at = noun_start(words, index)
    while at > 0 and (
        (words[at - 1].tag is Tag.ADJECTIVE and words[at - 1].lower not in _ORDER)
        or (
            at > 1
            and words[at - 1].lower == "and"
            and words[at - 2].tag is Tag.ADJECTIVE
            and words[at].tag is Tag.ADJECTIVE
        )
    ):
        at -= 1
    return at


def phrase_start(words: Sequence[Word], index: int) -> int:
    """Where the noun phrase of the noun at `index` begins, its determiner included."""
    at = adjectives_start(words, index)
    return at - 1 if at > 0 and words[at - 1].lower in DETERMINERS else at


def is_counted(words: Sequence[Word], index: int) -> bool:
    """Whether a word that can be a verb stands behind a number: thirty other finds, three reports."""
    before = index - 1
    if before > 0 and words[before].lower == "other":
        before -= 1
    numbered = before >= 0 and (words[before].tag is Tag.NUMBER or words[before].lower in ("several", "many", "these"))
    return numbered and bool(words[index].tags & Tag.PLURAL_NOUN)


def is_noun_here(words: Sequence[Word], index: int) -> bool:
    """Whether the word can only be a noun: by itself, or behind a determiner, an adjective or a preposition."""
    if not words[index].tags & (FINITE_VERB | Tag.VERB_BASE):
        return True
    if index == 0:
        return bool(words[index].tags & Tag.PLURAL_NOUN)
    before = words[index - 1]
    doing = before.tag is Tag.GERUND and index > 1 and words[index - 2].lower in DETERMINERS
    return (
        before.lower in DETERMINERS
        or doing
        or is_counted(words, index)
        or bool(before.tag & (Tag.ADJECTIVE | Tag.POSSESSIVE | Tag.PREPOSITION | Tag.NUMBER))
    )


def is_governed(words: Sequence[Word], index: int) -> bool:
    """Whether the noun stands behind a preposition that gives it no predicate: `in connections international`."""
    start = phrase_start(words, index)
    return start > 0 and words[start - 1].tag is Tag.PREPOSITION and words[start - 1].lower not in GIVES


def has_complement_verb(words: Sequence[Word], index: int) -> bool:
    """Whether a verb not far before the noun can give it a predicate: made the bill light."""
    return any(word.lower in COMPLEMENT_VERBS for word in words[max(0, index - 7) : index])


def shares_verb(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether `start:end` is a clause with the verb of the one before: the bread is dark, the butter salty, …"""
    if start < 3 or words[start - 1].text not in ",;" or (end < len(words) and words[end].text not in ",.;"):
        return False
    said = words[start - 2]
    described = bool(said.tags & Tag.ADJECTIVE)
    listed = described and any(word.lower in BE for word in words[max(0, start - _LIST) : start - 3])
    return listed or (words[start - 3].lower in BE and (said.is_capitalised or described))


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether an adjective follows the comma, so that a noun for both may come."""
    return at + 1 < len(words) and words[at].tag is Tag.ADJECTIVE and words[at + 1].is_nominal
