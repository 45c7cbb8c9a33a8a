"""One writer a format, all from findings; none parses another's output."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from cleanup.findings import FileFindings
from cleanup.plugins import plugin_reports, plugin_writer
from cleanup.selection import Severity

if TYPE_CHECKING:
    from cleanup.config import Configuration
    from cleanup.inputs import Input
    from cleanup.rulepack import RuleBook

# Output format → module of this package with `report(files) -> str`.
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


def output_formats() -> tuple[str, ...]:
    """The names that `--output-format` takes, plugins' too."""
    return (*WRITERS, *plugin_reports())


def level_reached(files: Sequence[FileFindings], level: str) -> bool:
    """Whether a finding is at `level` (error, warning, note) or above; never for any other word."""
    if level not in list(Severity):
        return False
    limit = Severity(level).rank
    return any(finding.severity.rank <= limit for file in files for finding in file.findings)


def write_report(output_format: str, files: Sequence[FileFindings], book: Callable[[], RuleBook]) -> None:
    """Print the findings to standard output in one of the formats; `book` gives the rules, for their explanations."""
    plugin = None if output_format in WRITERS else plugin_writer(output_format)
    if plugin is not None:
        sys.stdout.write(plugin(files))
        return
    writer = import_module(f"cleanup.reports.{WRITERS[output_format]}")
    sys.stdout.write(writer.report(files, book()) if output_format == "sarif" else writer.report(files))


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
    """One line on what `fix` did, for people."""
    changes = [f.change for file in files for f in file.findings]
    applied = sum(change.applied for change in changes)
    return f"{len(files)} articles: {applied} changes applied, {len(changes) - applied} suggested; written to {where}"


def print_diffs(files: Sequence[FileFindings], *, style: str, applied_only: bool) -> None:
    """Print what would change to standard output.

    `style` is `words` and `side-by-side` for people, `unified` for `patch`, `criticmarkup` for editors of Markdown.
    Raises UserError for an article that cannot be written in that style.
    """
    from rich.console import Console

    from cleanup.reports import criticmarkup, diff

    console = Console()
    for file in files:
        if style == "unified":
            sys.stdout.write(diff.unified(file.path, file.document.text, file.corrected_text))
        elif style == "criticmarkup":
            sys.stdout.write(criticmarkup.marked(file))
        elif style == "side-by-side":
            console.print(diff.side_by_side(file, applied_only=applied_only))
        else:
            # In a pipe lines stay whole, so that a path and its line can be found.
            console.print(diff.terminal(file, applied_only=applied_only), soft_wrap=not console.is_terminal)
