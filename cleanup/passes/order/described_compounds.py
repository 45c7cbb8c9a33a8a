"""Adjectives behind a compound: `working conditions dignified`, `safety rules strict`.

Where the compound is governed and the phrase ends behind the adjective, the adjective is no predicate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import base_of_participle
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import Tag
from cleanup.lexicon.words import words as lexicon
from cleanup.passes.order.phrases import has_complement_verb
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, Sentence, Word
from cleanup.syntax.words import BE, POSTPOSITIVE, TIME_NOUNS

_GIVING = word_set("with without than as like make makes made keep keeps kept leave leaves left find finds found")
"""What may give the noun a predicate: with working conditions good."""
_ENDS = frozenset('.,;:”")')
_RARER = 0.85  # Zipf: by how much the verb itself is rarer
_DEGREES = word_set("enough alone due more most less least last next first proper general present available possible")


class DescribedCompounds:
    """Puts an adjective before the two nouns that it describes."""

    def __init__(self, resources: Resources) -> None:
        self._rule = resources.rules["adjective-after-noun"]

    def edits(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """Edits for the adjective behind the compound that ends at `index`."""
        words = sentence.words
        start = _compound_start(words, index)
        if start is None or not _describes(words, index + 1) or has_complement_verb(words, index):
            return
        certainty = _certainty(words, start, index)
        if certainty is None:
            return
        adjective = words[index + 1].text
        span = sentence.offset(start), sentence.end_offset(index + 1)
        compound = text[sentence.offset(start) : sentence.end_offset(index)]
        yield self._rule.edit(text, *span, [f"{adjective} {compound}"], applicability=certainty)


def _compound_start(words: Sequence[Word], index: int) -> int | None:
    """Where a compound of two words begins that ends at `index`: working conditions, safety rules."""
    head, part = words[index], words[index - 1] if index else None
    if part is None or index + 2 >= len(words) or head.tag not in (Tag.NOUN, Tag.PLURAL_NOUN) or head.is_capitalised:
        return None
    modifier = part.tag is Tag.NOUN or (part.lower.endswith("ing") and part.tags & Tag.GERUND)
    usual = lexicon().bigram_lower(part.text, head.text)
    plain = modifier and usual > 1 and not part.is_capitalised and head.lower not in TIME_NOUNS
    return index - 1 if plain and index > 1 else None


def _describes(words: Sequence[Word], at: int) -> bool:
    """Whether an adjective ends its phrase at `at`, with nothing that completes it."""
    word, after = words[at], words[at + 1]
    if word.is_capitalised or word.lower in POSTPOSITIVE | _DEGREES or word.tags & (Tag.NOUN | Tag.ADVERB):
        return False
    adjective = word.tag is Tag.ADJECTIVE and lexicon().likely_tag(word.text) is Tag.ADJECTIVE
    if not (adjective or _is_like_adjective(word)):
        return False
    return after.text in _ENDS and not word.lower.endswith(("able", "ible"))


def _is_like_adjective(word: Word) -> bool:
    """Whether a participle is hardly ever a verb: dignified, sophisticated; of parking spaces sold is right."""
    base = base_of_participle(word.lower, lexicon()) if word.tags & Tag.PAST_PARTICIPLE else None
    return base is not None and lexicon().zipf(word.lower) - lexicon().zipf(base) > _RARER


def _certainty(words: Sequence[Word], start: int, index: int) -> Applicability | None:
    """By what governs the compound: a preposition or a form of be, with nothing but a determiner between."""
    at = start - 1
    while at > 0 and (words[at].lower in DETERMINERS or words[at].tag is Tag.POSSESSIVE or words[at].lower == "not"):
        at -= 1
    before = words[at]
    if before.lower in _GIVING or any(word.lower in _GIVING for word in words[max(0, at - 3) : at]):
        return None
    listed = words[index + 2].text == "," and any(word.lower in BE for word in words[:at])
    if (before.tag & Tag.PREPOSITION or before.lower in BE) and not listed:
        return Applicability.SAFE
    return Applicability.UNSAFE
