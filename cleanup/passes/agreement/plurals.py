"""Adjectives in the plural, as other languages have them: the olds trams, they were absents from the coast."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import Tag, Words
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, Word, parse
from cleanup.syntax.words import BE

_BETWEEN: Final = word_set("not very more most so too less still also all always already")
_BEHIND: Final = Tag.PREPOSITION | Tag.PUNCTUATION | Tag.CONJUNCTION
_FREQUENT: Final = 3.3
_RARER: Final = 1.5
"""How much rarer than the adjective its plural must be, on the Zipf scale, so that it is no noun: greens, locals."""
_MUCH_RARER: Final = 2.5


def plural_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that take the s off an adjective; suggested where the form may be a noun."""
    rule = resources.rules["plural-adjective"]
    for sentence in parse(article):
        words = sentence.words
        for at in range(1, len(words) - 1):
            adjective = _singular(words[at], resources.words)
            if adjective is None:
                continue
            sure = _is_sure(words, at, adjective, resources.words)
            if sure is not None:
                certainty = Applicability.SAFE if sure else Applicability.UNSAFE
                span = sentence.offset(at), sentence.end_offset(at)
                yield rule.edit(article.text, *span, [adjective], applicability=certainty)


def _singular(word: Word, lexicon: Words) -> str | None:
    """The adjective whose plural a word would be, if English had one."""
    lower = word.lower
    if word.is_capitalised or not lower.endswith("s") or lower.endswith("ss") or "-" in lower:
        return None
    adjective = lower[:-1]
    known = lexicon.is_word(adjective) and lexicon.zipf(adjective) >= _FREQUENT
    if not known or not lexicon.likely_tag(adjective) & Tag.ADJECTIVE or lexicon.tags(lower) & Tag.ADJECTIVE:
        return None
    return adjective if lexicon.zipf(adjective) - lexicon.zipf(lower) >= _RARER else None


def _is_sure(words: Sequence[Word], at: int, adjective: str, lexicon: Words) -> bool | None:
    """Whether the word is certainly an adjective before its noun or behind `be`; None where it is likely none."""
    before, word, after = words[at - 1], words[at], words[at + 1]
    rare = lexicon.zipf(adjective) - lexicon.zipf(word.lower) >= _MUCH_RARER
    spot = at - 1
    while spot > 0 and words[spot].lower in _BETWEEN:
        spot -= 1
    if words[spot].lower in BE and after.tag & _BEHIND:
        return rare and after.lower != "’s"
    if before.lower not in DETERMINERS and not before.tag & (Tag.ADJECTIVE | Tag.NUMBER | Tag.PREPOSITION):
        return None
    if after.tag is not Tag.PLURAL_NOUN or after.is_capitalised or after.start != word.end + 1:
        return None
    usual = lexicon.bigram(adjective, after.lower) > 0
    return rare if (usual or rare) and lexicon.bigram(word.lower, after.lower) == 0 else None
