"""One writer a format, all from findings; none parses another's output."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from cleanup.findings import Failed, FileFindings
from cleanup.plugins import plugin_reports, plugin_writer
from cleanup.reports.counts import counted
from cleanup.selection import Severity

if TYPE_CHECKING:
    from cleanup.config import Configuration
    from cleanup.inputs import Input
    from cleanup.rulepack import RuleBook

# Output format → module of this package with `report(files, failed) -> str`; those for people take no failed files.
WRITERS = {
    "concise": "concise",
    "full": "full",
    "json": "json_report",
    "jsonl": "jsonl",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "rdjson": "rdjson",
}
FOR_PEOPLE = frozenset({"concise", "full"})


def output_formats() -> tuple[str, ...]:
    """The names that `--output-format` takes, plugins' too."""
    return (*WRITERS, *plugin_reports())


def level_reached(files: Sequence[FileFindings], level: str) -> bool:
    """Whether a finding is at `level` (error, warning, note) or above; never for any other word."""
    if level not in list(Severity):
        return False
    limit = Severity(level).rank
    return any(finding.severity.rank <= limit for file in files for finding in file.findings)


def write_report(
    output_format: str, files: Sequence[FileFindings], failed: Sequence[Failed], book: Callable[[], RuleBook]
) -> None:
    """Print the findings to standard output in one of the formats, with the files that could not be done.

    `book` gives the rules, for their explanations. Formats for people, and those of plugins, have findings only.
    """
    plugin = None if output_format in WRITERS else plugin_writer(output_format)
    if plugin is not None:
        sys.stdout.write(plugin(files))
        return
    writer = import_module(f"cleanup.reports.{WRITERS[output_format]}")
    if output_format in FOR_PEOPLE:  # standard error says it
        sys.stdout.write(writer.report(files))
    elif output_format == "sarif":
        sys.stdout.write(writer.report(files, book(), failed))
    else:
        sys.stdout.write(writer.report(files, failed))


def print_statistics(output_format: str, files: Sequence[FileFindings]) -> None:
    """Print how often each rule found something, most often first: as JSON for the format json, else as a table."""
    from cleanup.reports import statistics

    sys.stdout.write(statistics.as_json(files) if output_format == "json" else statistics.table(files))


def print_settings(configuration: Configuration, items: Sequence[Input]) -> None:
    """Print the settings for each of the files, those with the same ones together, as TOML."""
    from itertools import groupby

    for configured, inside in groupby(items, key=lambda item: configuration.for_path(item.path)):
        names = " ".join(str(item.path) for item in inside)
        sys.stdout.write(f"# for {names}\n# from {configured.file or 'no file'}\n{configured.settings.as_toml()}\n")


def summary(files: Sequence[FileFindings], where: str) -> str:
    """One line on what `fix` did, for people; `where` says where it was written."""
    if not files:
        return "no article could be read; nothing written"
    changes = [f.change for file in files for f in file.findings]
    applied = sum(change.applied for change in changes)
    made = f"{counted(applied, 'change')} applied, {len(changes) - applied} suggested"
    return f"{counted(len(files), 'article')}: {made}; written to {where}"


def print_outcome(output_format: str, files: Sequence[FileFindings], failed: Sequence[Failed]) -> None:
    """Print one line on what `check` found to standard error, in the formats for people; none if nothing was read."""
    if output_format in FOR_PEOPLE and (files or not failed):
        sys.stdout.flush()
        print(outcome(files, failed), file=sys.stderr)


def outcome(files: Sequence[FileFindings], failed: Sequence[Failed]) -> str:
    """One line on what `check` found: how much of what, in how many of the files, and what `fix` would repair."""
    findings = [finding for file in files for finding in file.findings]
    counts = Counter(finding.severity for finding in findings)
    found = ", ".join(counted(counts[severity], severity.value) for severity in Severity if counts[severity])
    total = counted(len(files), "file")
    touched = sum(bool(file.findings) for file in files)
    line = f"{found} in {total if len(files) == 1 else f'{touched} of {total}'}"
    if not findings:
        line = f"{total}, nothing found"
    repaired = sum(finding.change.applied for finding in findings)
    unread = f"; {len(failed)} not read" if failed else ""
    return line + unread + (f"; `cleanup fix` repairs {repaired}" if repaired else "")


def print_diffs(files: Sequence[FileFindings], *, style: str, applied_only: bool) -> None:
    """Print what would change to standard output.

    `style` is `words` and `side-by-side` for people, `unified` for `patch`, `criticmarkup` for editors of Markdown.
    Raises UserError for an article that cannot be written in that style.
    """
    from rich.console import Console

    from cleanup.reports import criticmarkup, diff
    from cleanup.reports.levels import report_path
    from cleanup.reports.words import has_colour

    if style == "unified":
        patches = [diff.patch(report_path(file), file) for file in files]  # all or none
        sys.stdout.flush()
        sys.stdout.buffer.write(b"".join(patches))
        return
    console = Console()
    colour = has_colour(console)
    for file in files:
        if style == "criticmarkup":
            sys.stdout.write(criticmarkup.marked(file))
        elif style == "side-by-side":
            console.print(diff.side_by_side(file, colour=colour, applied_only=applied_only))
        else:
            # In a pipe lines stay whole, so that a path and its line can be found.
            shown = diff.terminal(file, colour=colour, applied_only=applied_only)
            console.print(shown, soft_wrap=not console.is_terminal)
