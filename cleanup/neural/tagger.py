"""The edit tagger: asked about texts, it says for every word what should be done with it (see `cleanup.neural.answer`).

The tokenizer is loaded with `transformers`, the graph is run by ONNX Runtime. Importing `transformers` takes most of a
second, so a run loads the tagger in the background (`cleanup.session`).
"""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from cleanup.neural.answer import Answer, Scores, WordTag
from cleanup.neural.files import ModelError, Settings, find_model, read_settings, verify
from cleanup.neural.pieces import Encoded, PieceTable, encode
from cleanup.neural.runtime import session_options
from cleanup.neural.units import Unit, cut
from cleanup.neural.windows import Window, windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_REMEMBERED = 1024
"""Texts whose scores are kept, some 20 kB each: the passes and the verifier ask about most texts again."""


class Tagger:
    """A loaded edit tagger. Make one with `Tagger.load()`; it may be used from several threads."""

    def __init__(self, session: InferenceSession, table: PieceTable, settings: Settings, threads: int) -> None:
        """Put a tagger together from its parts; `load` is the usual way."""
        self._session = session
        self._table = table
        self._settings = settings
        self._threads = threads
        self._pool = ThreadPoolExecutor(threads) if threads > 1 else None
        self._remembered: OrderedDict[str, Answer] = OrderedDict()
        self._lock = Lock()

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
        try:
            session = onnxruntime.InferenceSession(
                str(folder / "onnx" / "model.onnx"), session_options(), providers=["CPUExecutionProvider"]
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
        return [answer.tags for answer in self._answers(sentences)]

    def delta(self, before: Sequence[str], after: Sequence[str]) -> list[float]:
        """Return pair by pair by how much an edit makes the text look better; see Answer."""
        if len(before) != len(after):
            raise ValueError("There must be as many texts after the edits as before them.")
        answers = self._answers([*before, *after])
        return [new.better_than(old) for old, new in zip(answers, answers[len(before) :], strict=False)]

    def _answers(self, texts: Sequence[str]) -> list[Answer]:
        """Return what the model says of every text, from memory where it was asked lately."""
        with self._lock:
            new = [text for text in dict.fromkeys(texts) if text not in self._remembered]
            self._remembered.update(zip(new, self._asked(new), strict=True))
            found = [self._remembered[text] for text in texts]
            for text in texts:
                self._remembered.move_to_end(text)
            while len(self._remembered) > _REMEMBERED:
                self._remembered.popitem(last=False)
        return found

    def _asked(self, texts: Sequence[str]) -> Iterator[Answer]:
        """Yield what the model says of each text."""
        cuts = [cut(text) for text in texts]
        self._table.learn([unit.text for units in cuts for unit in units])
        encoded = [encode(units, self._table) for units in cuts]
        rows: list[tuple[int, Window, Encoded]] = []
        for number, (units, whole) in enumerate(zip(cuts, encoded, strict=True)):
            rows += [(number, window, part) for window, part in _parts(units, whole, self._settings.longest - 2)]
        answers = self._run([part for _, _, part in rows])
        collected: list[list[Scores]] = [[] for _ in texts]
        for (number, window, part), scores in zip(rows, answers, strict=True):
            collected[number].append(_used(window, part, scores))
        for units, whole, pieces in zip(cuts, encoded, collected, strict=True):
            yield Answer(units, whole, np.concatenate(pieces) / self._settings.temperature, self.tags)

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
