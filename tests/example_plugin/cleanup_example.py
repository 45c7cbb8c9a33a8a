"""An example of all three kinds of plugin: a pass, a format and a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cleanup


class Colour:
    """A pass: this paper spells “color” in the American way."""

    name = "colour"

    def __init__(self, resources: cleanup.Resources) -> None:
        """Nothing of the run's resources is needed."""

    def __call__(self, article: cleanup.Article) -> Iterator[cleanup.Edit]:
        """An edit for each “colour”."""
        for match in re.finditer(r"\bcolour\b", article.text):
            yield cleanup.Edit(
                start=match.start(),
                end=match.end(),
                original=match.group(),
                replacements=("color",),
                rule="example-colour",
                category="spelling",
                applicability=cleanup.Applicability.SAFE,
                confidence=0.99,
                message="This paper writes “color”.",
                source=self.name,
            )


@dataclass(frozen=True)
class WireDocument:
    """A format: an agency's dispatch, a line of data above the article."""

    path: Path
    text: str

    @property
    def segments(self) -> tuple[cleanup.Segment, ...]:
        """The article, without the first line."""
        start = self.text.index("\n") + 1
        return (cleanup.Segment(self.text[start:], start=start),)

    def encode(self, changes: Sequence[Sequence[cleanup.Change]]) -> bytes:
        """The dispatch with these changes made in its article."""
        (article,) = self.segments
        return (self.text[: article.start] + cleanup.accept(article.text, changes[0])).encode()


def decode_wire(path: Path, data: bytes) -> WireDocument:
    """The dispatch in the bytes of a file. Raises FormatError where it has no first line."""
    if b"\n" not in data:
        raise cleanup.FormatError(f"{path}:1: no first line; a dispatch begins with its number")
    return WireDocument(path, data.decode())


def count(files: Sequence[cleanup.FileFindings]) -> str:
    """A report: how many findings each file has."""
    return "".join(f"{file.path}\t{len(file.findings)}\n" for file in files)
