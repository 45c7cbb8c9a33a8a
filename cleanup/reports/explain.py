"""What a rule is about, as a page in Markdown, and why a finding was made, as text for the terminal."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator

from cleanup.edits import Applicability, Edit
from cleanup.findings import FileFindings, Finding
from cleanup.reports.levels import flat, severity
from cleanup.rulepack import Rule

_PIECE = re.compile(r"\s+|\w+|[^\w\s]")
_ENTRIES = 40  # phrases of a table that a page shows
_INDIFFERENT = 0.05  # Δ in nats that rounds to nothing
_MEANS = {
    Applicability.SAFE: "safe: `fix` applies it",
    Applicability.UNSAFE: "unsafe: suggested; `fix --unsafe-fixes` applies it",
    Applicability.DISPLAY: "display: shown, never applied",
}


def rule_page(rule: Rule) -> str:
    """The page of one rule: what it finds, why that is wrong, examples, and when it is not safe."""
    return "\n".join(_page(rule)) + "\n"


def _page(rule: Rule) -> Iterator[str]:
    yield from (f"# {rule.id}", "", _escaped(rule.summary), "")
    yield f"- Category: {rule.category}"
    yield f"- Applicability: {_MEANS[rule.applicability]}"
    yield f"- Confidence: {rule.confidence:.0%} of its first proposals are right"
    if rule.languages:
        yield f"- For articles translated from: {', '.join(rule.languages)}"
    yield from ("", "## Why it is wrong", "", _escaped(rule.why), "")
    if rule.unsafe_because:
        yield from ("## When it is not safe", "", _escaped(rule.unsafe_because), "")
    repaired = [marked(e.bad, e.good) for e in rule.examples if e.bad]
    repaired += [f"{marked(e.bad, e.good)} (*{_escaped(e.source)}*)" for e in rule.entries[:_ENTRIES]]
    yield from _section("Examples", repaired)
    if len(rule.entries) > _ENTRIES:
        yield from (f"… and {len(rule.entries) - _ENTRIES} phrases more.", "")
    yield from _section("Left alone", [_escaped(e.good) for e in rule.examples if not e.bad])
    yield from ("## To switch it off", "", "```toml", "[tool.cleanup]", f'ignore = ["{rule.id}"]', "```")


def _section(title: str, items: Iterable[str]) -> Iterator[str]:
    lines = [f"- {item}" for item in items]
    if lines:
        yield from (f"## {title}", "", *lines, "")


def marked(before: str, after: str) -> str:
    """The two texts in one line of Markdown: ~~what goes~~ and **what comes**."""
    left, right = _PIECE.findall(flat(before)), _PIECE.findall(flat(after))
    parts = []
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        gone, come = "".join(left[i1:i2]), "".join(right[j1:j2])
        if tag == "equal":
            parts.append(_escaped(gone))
        else:
            parts.append(" ".join(filter(None, (_around("~~", gone), _around("**", come)))))
    return "".join(parts)


def _around(mark: str, text: str) -> str:
    """The text between marks, which must not touch a space; a space alone is made visible."""
    core = text.strip()
    if not core:
        return f"{mark}{'␣' * len(text)}{mark}" if text else ""
    lead, _, tail = text.partition(core)
    return f"{lead}{mark}{_escaped(core)}{mark}{tail}"


def _escaped(text: str) -> str:
    return re.sub(r"([\\*_`\[\]<>~|])", r"\\\1", flat(text))


def finding_text(file: FileFindings, finding: Finding) -> str:
    """A finding with each edit that made it, in the order in which the passes made them."""
    return "\n".join(_finding(file, finding)) + "\n"


def _finding(file: FileFindings, finding: Finding) -> Iterator[str]:
    change = finding.change
    done = "applied by `fix`" if change.applied else "not applied"
    yield f"{file.path}:{finding.place.line}:{finding.place.column}: {severity(finding)}, {done}"
    yield f"  before      “{flat(change.original)}”"
    for index, text in enumerate(change.replacements):
        yield f"  {'or    ' if index else 'after '}      “{flat(text)}”"
    yield f"  confidence  {change.confidence:.2f}"
    yield f"  fingerprint {finding.fingerprint}"
    for number, edit in enumerate(change.edits, 1):
        yield from _edit(number, edit)


def _edit(number: int, edit: Edit) -> Iterator[str]:
    yield f"  {number}. {edit.rule} ({edit.category}), by the pass {edit.source}"
    proposals = " or ".join(f"“{flat(text)}”" for text in edit.replacements) or "no proposal"
    yield f"     “{flat(edit.original)}” → {proposals}"
    yield f"     {edit.applicability.value}, confidence {edit.confidence:.2f}{_made_of(edit)}"
    yield f"     {flat(edit.message)}"


def _made_of(edit: Edit) -> str:
    """What the confidence was made of: the rule's record, and what the model thinks of the sentence afterwards."""
    if edit.record is None:
        return ""
    made_of = f": the rule’s record is {edit.record:.2f}"
    if edit.delta is None:
        return made_of
    opinion = "better" if edit.delta > _INDIFFERENT else "worse" if edit.delta < -_INDIFFERENT else "no better or worse"
    return f"{made_of}, and to the model the sentence reads {opinion} with it (Δ {edit.delta:+.1f})"
