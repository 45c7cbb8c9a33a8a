"""Singular count nouns without an article, as phrases of the light parser: near forest, old airport."""

from __future__ import annotations

from collections.abc import Sequence

from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import Tag, Words
from cleanup.syntax import DETERMINERS, SUBJECT_PRONOUNS, Word
from cleanup.syntax_words import TIME_NOUNS

_LONGEST = 3  # words of the phrase, its noun included
_NO_MODIFIER = word_set("other more less enough such much little further own half what which bit better")
_ALSO_SUCH = word_set(
    "case situation way decision question man woman child place moment system law step measure attack"
)
_POSES = word_set("hand hands mouth mind place tow view sight common turn")  # behind `in`: with hat in hand
_BARE_BEHIND = word_set("by as per than like via")  # by bus, as captain
_ADVERBS_BEHIND = word_set("today yesterday tomorrow here there now again nearby everywhere")


def lacks_article(words: Sequence[Word], index: int, lexicon: Words) -> bool:
    """Whether the words behind a verb or preposition at `index` are a bare count noun: near forest, closed road."""
    opener = words[index]
    verb = opener.tag & (Tag.VERB_PAST | Tag.VERB_PRESENT | Tag.VERB_BASE | Tag.PAST_PARTICIPLE)
    place = (opener.tag & Tag.PREPOSITION or opener.lower == "near") and opener.lower not in _BARE_BEHIND
    if not (verb or place):
        return False
    end = bare_phrase(words, index + 1, lexicon, such=False, paired=True)
    if end is None or words[end - 1].tags & (Tag.ADJECTIVE | Tag.GERUND):
        return False
    return sum(word.lower == words[end - 1].lower for word in words) == 1  # from door to door


def bare_phrase(words: Sequence[Word], start: int, lexicon: Words, *, such: bool, paired: bool = False) -> int | None:
    """Where the phrase ends that begins at `start` and is a count noun with the words that describe it, no article."""
    for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
        noun = words[end - 1]
        if (not noun.text.isalpha() and "-" not in noun.text) or not noun.text.islower():
            return None
        count = lexicon.is_count_noun(noun.lower) or (such and noun.lower in _ALSO_SUCH)
        if noun.tag is Tag.NOUN and count and _ends(words, end, such=such, described=paired or end > start + 1):
            return end
        if not _describes(noun):
            return None
    return None


def _describes(word: Word) -> bool:
    if word.lower in _NO_MODIFIER or word.lower in DETERMINERS:
        return False
    return bool(word.tag & (Tag.ADJECTIVE | Tag.NOUN)) and not word.tags & (Tag.DETERMINER | Tag.PREPOSITION)


def _ends(words: Sequence[Word], end: int, *, such: bool, described: bool) -> bool:
    """Whether no word behind the noun goes with it: no compound, no set pair (pen and paper), no pose (hat in hand)."""
    after = words[end] if end < len(words) else None
    if after is None or after.text in ".,;:!?”":
        return True
    if after.tag is Tag.PUNCTUATION or after.lower in ("or", "as"):
        return False
    if after.lower == "and":
        return described  # an old airport and new stadium
    if after.lower in ("last", "next", "this") and end + 1 < len(words):
        return words[end + 1].lower in TIME_NOUNS
    if after.lower == "in":
        return end + 1 < len(words) and words[end + 1].lower not in _POSES
    if such and not after.is_nominal:
        return True
    return (
        after.lower in _ADVERBS_BEHIND
        or after.lower in SUBJECT_PRONOUNS
        or (such and after.lower in DETERMINERS)
        or bool(after.tag & (Tag.PREPOSITION | Tag.RELATIVE | Tag.INFINITIVE))
    )
