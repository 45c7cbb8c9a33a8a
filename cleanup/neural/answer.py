"""What the model says of one text: for every word, what should be done with it and how sure the model is.

All offsets are Unicode code points in the text, half-open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from cleanup.neural.pieces import Encoded
from cleanup.neural.units import Unit

KEEP = 0
"""Index of the tag `keep`, the first of every model."""

MOST_ALTERNATIVES = 3
"""Tags besides the best one that are reported."""

LEAST_PROBABILITY = 0.01
"""Alternatives and inner tags below this are left out."""

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class InnerTag:
    """A tag inside a word: where in the sentence (a split falls before that place), which tag, how probable."""

    offset: int
    tag: str
    probability: float


@dataclass(frozen=True, slots=True)
class WordTag:
    """What the model says of one unit of a sentence (a word, a number, a punctuation mark).

    `tag` is the most probable tag with its `probability`, or the best inner tag where the word itself is kept; `error`
    is the probability that something is wrong here, `alternatives` are the next tags, `inner` the tags inside a fused
    word. The first of a sentence has the empty span (0, 0) and speaks for what is missing before the sentence.
    """

    start: int
    end: int
    tag: str
    probability: float
    error: float
    alternatives: tuple[tuple[str, float], ...] = ()
    inner: tuple[InnerTag, ...] = ()


@dataclass(frozen=True)
class Answer:
    """The model's scores of a text of some sentences.

    `scores` has the shape (pieces with the start piece, tags), `names` are the tags.
    """

    units: list[Unit]
    encoded: Encoded
    scores: Scores
    names: Sequence[str]

    @cached_property
    def tags(self) -> list[WordTag]:
        """The tags of the units; that of the start comes first."""
        shifted = self.scores - self.scores.max(axis=1, keepdims=True)
        probabilities = np.exp(shifted)
        probabilities /= probabilities.sum(axis=1, keepdims=True)
        found = [self._tag(0, 0, probabilities[:1], [0])]
        for unit, (start, end) in zip(self.units, self._spans(), strict=True):
            offsets = self.encoded.offsets[start:end]
            found.append(self._tag(unit.start, unit.end, probabilities[start + 1 : end + 1], offsets))
        return found

    def better_than(self, before: Answer) -> float:
        """By how much this text looks better than one before an edit: above 0 better, below 0 worse.

        It is the sum of log P(keep) over the units that the edit changed and the one before them (which carries what
        is missing after it), after the edit minus before it. Doubts elsewhere in the text stay out of it: on held-out
        text this separates right from wrong edits better than the sum over the whole text.
        """
        old, new = before._words, self._words
        shorter = min(len(old), len(new))
        same = 0
        while same < shorter and old[same] == new[same]:
            same += 1
        tail = 0
        while tail < shorter - same and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        if same == len(old) == len(new):
            return 0.0
        # Position `same` of the sums is the unit before the change, because the start comes first.
        return sum(self._kept[same : len(self._kept) - tail]) - sum(before._kept[same : len(before._kept) - tail])

    @cached_property
    def _words(self) -> list[tuple[str, bool]]:
        return [(unit.text, unit.space_before) for unit in self.units]

    @cached_property
    def _kept(self) -> list[float]:
        """log P(keep) of every unit, that of the start first."""
        highest = self.scores.max(axis=1)
        total = highest + np.log(np.exp(self.scores - highest[:, None]).sum(axis=1))
        pieces = self.scores[:, KEEP] - total
        sums = [float(pieces[0]), *[0.0] * len(self.units)]
        for owner, value in zip(self.encoded.owner, pieces[1:], strict=True):
            sums[owner + 1] += float(value)
        return sums

    def _spans(self) -> Iterator[tuple[int, int]]:
        """The half-open span of pieces of each unit; the start piece is not counted."""
        owner, start = self.encoded.owner, 0
        for number in range(len(self.units)):
            end = start
            while end < len(owner) and owner[end] == number:
                end += 1
            yield start, end
            start = end

    def _tag(self, start: int, end: int, probabilities: Scores, offsets: Sequence[int]) -> WordTag:
        """Sum up the pieces of one unit; `probabilities` has shape (pieces, tags)."""
        error = float(1.0 - np.prod(probabilities[:, KEEP]))
        first = probabilities[0]
        best = int(first.argmax())
        if error < LEAST_PROBABILITY:
            return WordTag(start, end, self.names[best], float(first[best]), error)
        order = first.argsort()[::-1][1 : 1 + MOST_ALTERNATIVES]
        alternatives = tuple((self.names[i], float(first[i])) for i in order if first[i] >= LEAST_PROBABILITY)
        inner = self._inner_tags(probabilities[1:], offsets[1:])
        tag, probability = self.names[best], float(first[best])
        if best == KEEP and inner:
            strongest = max(inner, key=lambda item: item.probability)
            if strongest.probability > 1 - probability:
                tag, probability = strongest.tag, strongest.probability
        return WordTag(start, end, tag, probability, error, alternatives, inner)

    def _inner_tags(self, probabilities: Scores, offsets: Sequence[int]) -> tuple[InnerTag, ...]:
        """The likeliest tag other than keep of every later piece of a unit, where it is worth a mention."""
        found = []
        for offset, row in zip(offsets, probabilities, strict=True):
            best = 1 + int(row[1:].argmax())
            if row[best] >= LEAST_PROBABILITY:
                found.append(InnerTag(offset, self.names[best], float(row[best])))
        return tuple(found)
