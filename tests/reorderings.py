"""What one part of the order pass makes of a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from cleanup.article import Article
from cleanup.edits import Applicability, Edit, minimise, resolve
from cleanup.syntax.parser import Sentence, parse


class Part(Protocol):
    """Finds words out of order in a sentence."""

    def edits(self, text: str, sentence: Sentence) -> Iterable[Edit]:
        """Edits that put them in order."""
        ...


class Reorderings:
    """The edits of one part, and the text with the certain ones made."""

    def __init__(self, part: Part) -> None:
        self._part = part

    def edits(self, text: str) -> list[Edit]:
        """All edits, the doubtful too, minimised."""
        return [minimise(e) for s in parse(Article(text, text)) for e in self._part.edits(text, s)]

    def certain(self, text: str) -> str:
        """The text with the safe edits made."""
        safe = [edit for edit in self.edits(text) if edit.applicability is Applicability.SAFE]
        return Article(text, text).apply(resolve(safe)).text

    def guesses(self, text: str) -> list[str]:
        """What the doubtful edits would each make of the text."""
        doubtful = [edit for edit in self.edits(text) if edit.applicability is Applicability.UNSAFE]
        return [f"{text[: e.start]}{e.replacements[0]}{text[e.end :]}" for e in doubtful]
