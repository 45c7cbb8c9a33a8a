"""Text in decomposed letters (e + ´, as macOS and PDF give it), read in composed ones, as rules and names are written.

What no change touches comes out as it was.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

import regex

from cleanup.article import Article, Patch, Span
from cleanup.edits import Change
from cleanup.pipeline import Result

_CLUSTER = regex.compile(r"\X")


class Composed:
    """A text in Unicode's normal form C, `text`, with the way back to the text as it was."""

    def __init__(self, original: str) -> None:
        self.original = original
        pieces: list[str] = []
        self._starts: list[int] = []  # of each code point of `text`, in the original; at the end, the original's length
        for match in _CLUSTER.finditer(original):
            cluster = unicodedata.normalize("NFC", match.group())
            same = cluster == match.group()
            self._starts += (match.start() + index if same else match.start() for index in range(len(cluster)))
            pieces.append(cluster)
        self._starts.append(len(original))
        self.text = "".join(pieces)

    @staticmethod
    def is_needed(text: str) -> bool:
        """Whether a text is not in normal form C."""
        return not unicodedata.is_normalized("NFC", text)

    def spans(self, spans: Iterable[Span]) -> list[Span]:
        """Spans of the original as spans of `text`."""
        places = {start: place for place, start in reversed(list(enumerate(self._starts)))}
        return [
            Span(places[span.start], places[span.end], span.kind)
            for span in spans
            if span.start in places and span.end in places
        ]

    def back(self, result: Result) -> Result:
        """A result for `text` as one for the original."""
        article = result.article
        patches = tuple(self._patch(patch) for patch in article.patches)
        pieces: list[str] = []
        at = 0
        for patch in patches:
            pieces += [self.original[at : patch.start], patch.text]
            at = patch.end
        text = "".join([*pieces, self.original[at:]])
        made = Article(self.original, text, patches, (), article.source_language, article.path, article.source_text)
        return Result(made, tuple(self._change(change) for change in result.changes))

    def _patch(self, patch: Patch) -> Patch:
        return replace(patch, start=self._starts[patch.start], end=self._starts[patch.end])

    def _change(self, change: Change) -> Change:
        start, end = self._starts[change.start], self._starts[change.end]
        return replace(change, start=start, end=end, original=self.original[start:end])
