"""An article with its changes in place, as lines of styled text: what is decided reads as it will be printed.

Without colour the words taken out and put in stand in marks, as `cleanup diff` sets them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.style import Style
from rich.text import Text

from cleanup.decisions import Decision, State
from cleanup.findings import FileFindings
from cleanup.reports.levels import LINE_END, plain
from cleanup.reports.words import FLAG, IN, OUT, styled, visible, words

SIGNS = {State.OPEN: "•", State.ACCEPTED: "✓", State.REJECTED: "✗", State.EDITED: "✎"}
_STATE_STYLES = {State.OPEN: "bold yellow", State.ACCEPTED: "green", State.REJECTED: "dim", State.EDITED: "cyan"}
_SHORT = 4  # words
_CURRENT = Style(reverse=True)

Piece = tuple[str, int | None]  # text, and the number of the change that stands here (its text is then empty)


def both(before: str, after: str, *, colour: bool) -> Text:
    """What a change would do: a short one with both texts, a long one word by word."""
    if not after or max(len(before.split()), len(after.split())) <= _SHORT:
        arrow = "→" if before and after else ""
        return (
            Text()
            .append_text(styled(before, OUT, colour=colour))
            .append(arrow)
            .append_text(styled(after, IN, colour=colour))
        )
    return words(before, after, colour=colour)


def change_text(decision: Decision, *, colour: bool) -> Text:
    """A change in its place: open with both texts, decided with the one that stays; its sign before it."""
    shown = Text(SIGNS[decision.state], _STATE_STYLES[decision.state])
    if decision.state is State.REJECTED:
        return shown.append(visible(decision.original), "dim underline")
    if decision.state is not State.OPEN:
        return shown.append_text(Text(visible(decision.outcome or ""), "green underline"))
    if not decision.replacements:
        return shown.append_text(styled(decision.original, FLAG, colour=colour))
    return shown.append_text(both(decision.original, decision.replacements[0], colour=colour))


class ArticleText:
    """The lines of an article at some width; a paragraph is laid out again only when something in it has changed."""

    def __init__(self, file: FileFindings, *, colour: bool) -> None:
        self._paragraphs = list(_paragraphs(file))
        self._colour = colour
        self._known: dict[int, tuple[object, list[Text]]] = {}
        self._console = Console(width=80, color_system=None)

    def lines(self, decisions: Sequence[Decision], current: int | None, width: int) -> tuple[list[Text], int]:
        """The lines, and the number of the one on which the current change begins."""
        made: list[Text] = []
        at = 0
        for number, pieces in enumerate(self._paragraphs):
            numbers = [n for _, n in pieces if n is not None]
            key = (width, [decisions[n] for n in numbers], current if current in numbers else None)
            known = self._known.get(number)
            if known is None or known[0] != key:
                known = self._known[number] = (key, self._wrap(pieces, decisions, current, width))
            if current in numbers:
                at = len(made) + _line_of(known[1], current)
            made += known[1]
        return made, at

    def _wrap(
        self, pieces: Sequence[Piece], decisions: Sequence[Decision], current: int | None, width: int
    ) -> list[Text]:
        paragraph = Text()
        for text, number in pieces:
            if number is None:
                paragraph.append(text)
                continue
            change = change_text(decisions[number], colour=self._colour)
            change.stylize(Style.from_meta({"change": number}))
            if number == current:
                change.stylize(_CURRENT)
            paragraph.append_text(change)
        return list(paragraph.wrap(self._console, max(width, 1))) or [Text()]


def _line_of(lines: Sequence[Text], number: int | None) -> int:
    """The first line on which the change stands."""
    for index, line in enumerate(lines):
        for span in line.spans:
            if isinstance(span.style, Style) and span.style.meta.get("change") == number:
                return index
    return 0


def _paragraphs(file: FileFindings) -> Iterator[list[Piece]]:
    """The article in paragraphs: plain text and the numbers of changes; a row's label begins a paragraph of its own."""
    number = 0
    for segment, changes in zip(file.document.segments, file.changes, strict=True):
        if segment.label:
            yield [(f"── {plain(segment.label)} ", None)]
        pieces: list[Piece] = []
        at = 0
        for change in (*changes, None):
            first, *others = LINE_END.split(segment.text[at : change.start if change else None])
            pieces.append((plain(first), None))
            for line in others:
                yield pieces
                pieces = [(plain(line), None)]
            if change is not None:
                pieces.append(("", number))
                number += 1
                at = change.end
        yield pieces
