"""Compounds taken apart: `a ticket of train`, where English puts the second noun before the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import Tag
from cleanup.passes.order.names import ends, indefinite_before
from cleanup.resources import Resources
from cleanup.syntax.parser import Sentence, Word

_NO_HEADS = word_class("heads_with_bare_nouns")
_ATTESTED, _USUAL = 2, 5  # times in the clean corpora
_RARE = 100  # how many times as often as behind `of`


class OfOrder:
    """Finds two nouns joined with `of` that are a compound in English."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """`She kept her ticket of train.`: her train ticket."""
        words = sentence.words
        for at in range(2, len(words) - 1):
            if words[at].lower != "of":
                continue
            certainty = self._judge(words, at)
            if certainty is None:
                continue
            kind, before = words[at + 1].text, words[at - 2]
            start, end = sentence.offset(at - 1), sentence.end_offset(at + 1)
            fixed = f"{kind} {words[at - 1].text}"
            if before.lower in ("a", "an"):
                start, fixed = sentence.offset(at - 2), f"{indefinite_before(before, kind)} {fixed}"
            yield self._resources.rules["compound-with-of"].edit(text, start, end, [fixed], applicability=certainty)

    def _judge(self, words: Sequence[Word], at: int) -> Applicability | None:
        """How sure it is that the nouns around `of` are a compound: by how often the corpora have it."""
        head, kind, lexicon = words[at - 1], words[at + 1], self._resources.words
        if head.tag not in (Tag.NOUN, Tag.PLURAL_NOUN) or kind.tag is not Tag.NOUN or head.lower in _NO_HEADS:
            return None
        if head.is_capitalised or kind.is_capitalised or "-" in head.text or "-" in kind.text:
            return None
        if at + 2 < len(words) and not ends(words[at + 2]):
            return None
        joined = lexicon.bigram_lower(kind.text, head.text)
        if joined >= _ATTESTED and lexicon.is_count_noun(kind.lower):
            return Applicability.SAFE
        rare = lexicon.bigram("of", kind.lower) * _RARE <= lexicon.unigram(kind.lower)
        return Applicability.UNSAFE if joined >= _USUAL and rare else None
