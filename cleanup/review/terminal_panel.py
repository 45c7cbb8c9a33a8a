"""What stands beside the article: the current change, why it was made, and what else could stand there."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from cleanup.decisions import Decision, State
from cleanup.reports.levels import plain
from cleanup.reports.words import FLAG, IN, OUT, styled, visible
from cleanup.review.terminal_article import SIGNS
from cleanup.review.terminal_review import KINDS, Review


def panel(review: Review, *, colour: bool) -> RenderableType:
    """The panel for the change where the reviewer stands."""
    if review.is_filtered_out:
        return Text("No change passes the filter; f takes it away.")
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for label, value in _rows(review.decision(), colour=colour):
        table.add_row(label, value)
    return table


def _rows(decision: Decision, *, colour: bool) -> Iterator[tuple[str, Text]]:
    yield "Before", styled(decision.original, OUT if decision.replacements else FLAG, colour=colour)
    if decision.replacements:
        yield "After", _after(decision, colour=colour)
    yield "Why", Text(plain(decision.message), "bold")
    yield "Rule", Text(", ".join(decision.rules))
    sure = f"{decision.category} · {KINDS[decision.applicability]} · {decision.confidence:.0%} sure"
    yield "", Text(sure, "dim")
    for number, text in enumerate(decision.replacements[1:9], start=2):
        yield "Or" if number == 2 else "", Text(f"{number} {visible(text)}")
    if decision.state is not State.OPEN:
        yield "Decided", _decided(decision)
    if decision.comment:
        yield "Comment", Text(plain(decision.comment), "italic")


def _after(decision: Decision, *, colour: bool) -> Text:
    text = decision.replacements[0]
    return styled(text, IN, colour=colour) if text else Text("nothing: taken out", "italic")


def _decided(decision: Decision) -> Text:
    said = Text(f"{SIGNS[decision.state]} {decision.state.value}", "bold")
    if decision.text is not None:
        said.append(f" as “{visible(decision.text)}”")
    signed = ", ".join(part for part in (decision.who, (decision.when or "")[:16].replace("T", " ")) if part)
    return said.append(f" ({plain(signed)})", "dim")
