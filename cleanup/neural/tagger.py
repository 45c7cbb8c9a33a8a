"""The edit tagger: for every word, what should be done with it and how sure the model is.

The tokenizer is loaded with `transformers`, the graph is run by ONNX Runtime. Importing `transformers` takes most of a
second, so a run loads the tagger in the background (`cleanup.session`). All offsets are Unicode code points in the
sentence, half-open.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cleanup.neural.files import ModelError, Settings, find_model, read_settings, verify
from cleanup.neural.pieces import Encoded, PieceTable, encode
from cleanup.neural.units import Unit, cut
from cleanup.neural.windows import Window, windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

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


class Tagger:
    """A loaded edit tagger. Make one with `Tagger.load()`; it may be used from several threads."""

    def __init__(self, session: InferenceSession, table: PieceTable, settings: Settings, threads: int) -> None:
        """Put a tagger together from its parts; `load` is the usual way."""
        self._session = session
        self._table = table
        self._settings = settings
        self._threads = threads
        self._pool = ThreadPoolExecutor(threads) if threads > 1 else None

    @classmethod
    def load(cls, name_or_path: str | Path | None = None, threads: int | None = None) -> Tagger:
        """Load the shipped model, one in a folder or one on the hub, after checking its checksums.

        `threads` is the number of processor cores to use, by default at most two. Raises ModelError where the model is
        missing, damaged or of another kind.
        """
        os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")  # newer releases keep a database of what is run with them
        import onnxruntime

        os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")  # else it says at each start that it found no PyTorch
        from transformers import PreTrainedTokenizerFast

        folder = find_model(name_or_path)
        verify(folder)
        settings = read_settings(folder)
        threads = threads or min(2, os.cpu_count() or 1)
        options = onnxruntime.SessionOptions()
        # One core a session call: rows run beside each other on several threads instead (see `_run`).
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            session = onnxruntime.InferenceSession(
                str(folder / "onnx" / "model.onnx"), options, providers=["CPUExecutionProvider"]
            )
            table = PieceTable(PreTrainedTokenizerFast.from_pretrained(folder).backend_tokenizer)
        except Exception as error:  # both libraries raise bare exceptions of their own
            raise ModelError(f"The model in {folder} could not be loaded: {error}") from error
        return cls(session, table, settings, threads)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags that this model knows, `keep` first."""
        return self._settings.tags

    @property
    def table(self) -> PieceTable:
        """The word pieces of this model."""
        return self._table

    def tag(self, sentences: Sequence[str]) -> list[list[WordTag]]:
        """Tag the words of every sentence (a few sentences together are fine); see WordTag."""
        answers = []
        for units, encoded, scores in self._scored(sentences):
            answers.append(self._word_tags(units, encoded, scores))
        return answers

    def delta(self, before: Sequence[str], after: Sequence[str]) -> list[float]:
        """Return pair by pair by how much an edit makes the text look better: above 0 better, below 0 worse.

        It is the sum of log P(keep) over the units that the edit changed and the one before them (which carries what
        is missing after it), after the edit minus before it. Doubts elsewhere in the text stay out of it: on held-out
        text this separates right from wrong edits better than the sum over the whole text.
        """
        if len(before) != len(after):
            raise ValueError("There must be as many texts after the edits as before them.")
        texts = list(dict.fromkeys([*before, *after]))
        kept = {
            text: _Kept([(unit.text, unit.space_before) for unit in units], _unit_sums(encoded, scores, len(units)))
            for text, (units, encoded, scores) in zip(texts, self._scored(texts), strict=True)
        }
        return [_local_difference(kept[left], kept[right]) for left, right in zip(before, after, strict=True)]

    def _scored(self, sentences: Sequence[str]) -> Iterator[tuple[list[Unit], Encoded, Scores]]:
        """Yield each sentence's units, encoding and scores of shape (pieces with the start piece, tags)."""
        cuts = [cut(sentence) for sentence in sentences]
        self._table.learn([unit.text for units in cuts for unit in units])
        encoded = [encode(units, self._table) for units in cuts]
        rows: list[tuple[int, Window, Encoded]] = []
        for number, (units, whole) in enumerate(zip(cuts, encoded, strict=True)):
            rows += [(number, window, part) for window, part in _parts(units, whole, self._settings.longest - 2)]
        answers = self._run([part for _, _, part in rows])
        collected: list[list[Scores]] = [[] for _ in sentences]
        for (number, window, part), scores in zip(rows, answers, strict=True):
            collected[number].append(_used(window, part, scores))
        for units, whole, pieces in zip(cuts, encoded, collected, strict=True):
            yield units, whole, np.concatenate(pieces) / self._settings.temperature

    def _run(self, rows: list[Encoded]) -> list[Scores]:
        """Run the model over rows of word pieces, each alone, on several threads, the longest first.

        The int8 graph scales activations by the largest of the whole batch, so in a batch a row's answer would depend a
        little on its company. A row alone gives the same answer in every company, which pure passes rely on, and needs
        no padding.
        """
        order = sorted(range(len(rows)), key=lambda index: -len(rows[index].ids))
        work = self._pool.map if self._pool else map
        answers: list[Scores] = [np.empty(0, np.float32)] * len(rows)
        for index, scores in zip(order, work(self.piece_scores, [rows[index] for index in order]), strict=True):
            answers[index] = scores
        return answers

    def piece_scores(self, row: Encoded) -> Scores:
        """Return the scores before calibration of one encoded text, the separator left out: shape (pieces, tags)."""
        feeds = {
            "input_ids": np.array([row.ids], dtype=np.int64),
            "attention_mask": np.ones((1, len(row.ids)), dtype=np.int64),
            "token_type_ids": np.array([row.types], dtype=np.int64),
        }
        scores: Scores = self._session.run(["logits"], feeds)[0][0, :-1]
        return scores

    def _word_tags(self, units: list[Unit], encoded: Encoded, scores: Scores) -> list[WordTag]:
        """Turn scores of pieces into tags of units."""
        shifted = scores - scores.max(axis=1, keepdims=True)
        probabilities = np.exp(shifted)
        probabilities /= probabilities.sum(axis=1, keepdims=True)
        found = [self._word_tag(0, 0, probabilities[:1], [0])]
        position = 0
        for number, unit in enumerate(units):
            end = position
            while end < len(encoded.owner) and encoded.owner[end] == number:
                end += 1
            found.append(
                self._word_tag(
                    unit.start, unit.end, probabilities[position + 1 : end + 1], encoded.offsets[position:end]
                )
            )
            position = end
        return found

    def _word_tag(self, start: int, end: int, probabilities: Scores, offsets: Sequence[int]) -> WordTag:
        """Sum up the pieces of one unit; `probabilities` has shape (pieces, tags)."""
        error = float(1.0 - np.prod(probabilities[:, KEEP]))
        first = probabilities[0]
        best = int(first.argmax())
        if error < LEAST_PROBABILITY:
            return WordTag(start, end, self.tags[best], float(first[best]), error)
        order = first.argsort()[::-1][1 : 1 + MOST_ALTERNATIVES]
        alternatives = tuple((self.tags[i], float(first[i])) for i in order if first[i] >= LEAST_PROBABILITY)
        inner = self._inner_tags(probabilities[1:], offsets[1:])
        tag, probability = self.tags[best], float(first[best])
        if best == KEEP and inner:
            strongest = max(inner, key=lambda item: item.probability)
            if strongest.probability > 1 - probability:
                tag, probability = strongest.tag, strongest.probability
        return WordTag(start, end, tag, probability, error, alternatives, inner)

    def _inner_tags(self, probabilities: Scores, offsets: Sequence[int]) -> tuple[InnerTag, ...]:
        """Return the likeliest tag other than keep of every later piece of a unit, where it is worth a mention."""
        found = []
        for offset, row in zip(offsets, probabilities, strict=True):
            best = 1 + int(row[1:].argmax())
            if row[best] >= LEAST_PROBABILITY:
                found.append(InnerTag(offset, self.tags[best], float(row[best])))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class _Kept:
    """The units of a text, and log P(keep) of each; `sums` begins with that of the start."""

    units: list[tuple[str, bool]]
    sums: list[float]


def _unit_sums(encoded: Encoded, scores: Scores, count: int) -> list[float]:
    """Add up log P(keep) of the pieces of every unit; the start comes first."""
    pieces = _log_keep(scores)
    sums = [float(pieces[0]), *[0.0] * count]
    for owner, value in zip(encoded.owner, pieces[1:], strict=True):
        sums[owner + 1] += float(value)
    return sums


def _local_difference(left: _Kept, right: _Kept) -> float:
    """Return the difference of the sums over what differs between two texts and the unit before it."""
    shorter = min(len(left.units), len(right.units))
    same = 0
    while same < shorter and left.units[same] == right.units[same]:
        same += 1
    tail = 0
    while tail < shorter - same and left.units[-1 - tail] == right.units[-1 - tail]:
        tail += 1
    if same == len(left.units) == len(right.units):
        return 0.0
    # Position `same` of the sums is the unit before the change, because the start comes first.
    return sum(right.sums[same : len(right.sums) - tail]) - sum(left.sums[same : len(left.sums) - tail])


def _log_keep(scores: Scores) -> Scores:
    """Return log P(keep) of every piece, from scores of shape (pieces, tags)."""
    highest = scores.max(axis=1)
    total = highest + np.log(np.exp(scores - highest[:, None]).sum(axis=1))
    difference: Scores = scores[:, KEEP] - total
    return difference


def _parts(units: list[Unit], whole: Encoded, longest: int) -> list[tuple[Window, Encoded]]:
    """Cut an encoded text into windows of at most `longest` pieces, each encoded as a text of its own."""
    sizes = [0] * len(units)
    for owner in whole.owner:
        sizes[owner] += 1
    if len(whole.owner) <= longest:
        return [(Window(0, len(units), 0, len(units)), whole)]
    begins = [0]
    for size in sizes:
        begins.append(begins[-1] + size)
    parts = []
    for window in windows(sizes, longest):
        low, high = begins[window.start], begins[window.end]
        part = Encoded(
            [whole.ids[0], *whole.ids[low + 1 : high + 1], whole.ids[-1]],
            [whole.types[0], *whole.types[low + 1 : high + 1], whole.types[-1]],
            whole.owner[low:high],
            whole.offsets[low:high],
        )
        parts.append((window, part))
    return parts


def _used(window: Window, part: Encoded, scores: Scores) -> Scores:
    """Return the scores that a window answers for; the first window also answers for the start piece."""
    chosen = [index + 1 for index, owner in enumerate(part.owner) if window.first <= owner < window.last]
    return scores[[0, *chosen] if window.first == 0 else chosen]
