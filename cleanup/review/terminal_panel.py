"""What stands beside the article: the current change, why it was made, and what else could stand there."""

from __future__ import annotations

from rich.text import Text

from cleanup.review.decisions import Decision, State
from cleanup.review.terminal_article import FLAG, IN, OUT, SIGNS, plain, styled, visible
from cleanup.review.terminal_review import KINDS, Review

_LABEL = 8  # columns


def panel_text(review: Review, *, colour: bool) -> Text:
    """The panel for the change where the reviewer stands."""
    if review.is_filtered_out:
        return Text("No change passes the filter; f takes it away.")
    decision = review.decision()
    lines = [_line("Before", styled(decision.original, OUT if decision.replacements else FLAG, colour=colour))]
    if decision.replacements:
        lines.append(_line("After", _after(decision, colour=colour)))
    lines += [_line("Why", Text(plain(decision.message), "bold")), _line("Rule", Text(", ".join(decision.rules)))]
    sure = f"{decision.category} · {KINDS[decision.applicability]} · {decision.confidence:.0%} sure"
    lines.append(_line("", Text(sure, "dim")))
    lines += [
        _line("Or" if number == 2 else "", Text(f"{number} {visible(text)}"))
        for number, text in enumerate(decision.replacements[1:9], start=2)
    ]
    if decision.state is not State.OPEN:
        lines.append(_line("Decided", _decided(decision)))
    if decision.comment:
        lines.append(_line("Comment", Text(plain(decision.comment), "italic")))
    return Text("\n").join(lines)


def _line(label: str, value: Text) -> Text:
    return Text().append(f"{label:<{_LABEL}}", "dim").append_text(value)


def _after(decision: Decision, *, colour: bool) -> Text:
    text = decision.replacements[0]
    return styled(text, IN, colour=colour) if text else Text("nothing: taken out", "italic")


def _decided(decision: Decision) -> Text:
    said = Text(f"{SIGNS[decision.state]} {decision.state.value}", "bold")
    if decision.text is not None:
        said.append(f" as “{visible(decision.text)}”")
    signed = ", ".join(part for part in (decision.who, (decision.when or "")[:16].replace("T", " ")) if part)
    return said.append(f" ({plain(signed)})", "dim")
