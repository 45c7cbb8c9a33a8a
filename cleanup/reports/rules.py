"""Rules as tables and pages for the terminal."""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.markdown import Markdown
from rich.table import Table
from rich.text import Text

from cleanup.errors import UserError
from cleanup.findings import FileFindings
from cleanup.reports.explain import finding_text, rule_page
from cleanup.rulepack import Rule, RuleBook
from cleanup.selection import LANGUAGETOOL, UNUSED
from cleanup.suppression import RULE as UNUSED_RULE


def chosen_rules(book: RuleBook, names: Sequence[str]) -> list[Rule]:
    """The rules of these names, all for no name. Raises UserError for an unknown one."""
    return [rule_named(book, name) for name in names] if names else list(book.rules.values())


def rule_named(book: RuleBook, name: str) -> Rule:
    """The rule of that name. Raises UserError, with the nearest name, where there is none."""
    if name == UNUSED:
        return UNUSED_RULE
    if name in book.rules:
        return book.rules[name]
    near = difflib.get_close_matches(name, book.rules, 1)
    hint = f"did you mean {near[0]}?" if near else "`cleanup rules list` prints them all"
    raise UserError(f"no rule {name!r}; {hint}")


def print_list(book: RuleBook) -> None:
    """Print all rules to standard output: a table at a terminal, elsewhere a line each, with tabs."""
    headings = ("rule", "category", "applicability", "message")
    rules = sorted(book.rules.values(), key=lambda r: (r.category, r.id))
    rows = [(rule.id, rule.category, rule.applicability.value, rule.summary) for rule in rules]
    console = Console()
    if not console.is_terminal:
        sys.stdout.writelines("\t".join(row) + "\n" for row in (headings, *rows))
        return
    table = Table(box=None, pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)


def print_rule(book: RuleBook, name: str) -> None:
    """Print the page of one rule to standard output: rendered at a terminal, as Markdown elsewhere."""
    if name.startswith(f"{LANGUAGETOOL}/"):
        own = name.partition("/")[2]
        print(f"{name} is a rule of LanguageTool: https://community.languagetool.org/rule/show/{own}?lang=en")
        return
    page = rule_page(rule_named(book, name))
    console = Console()
    if console.is_terminal:
        console.print(Markdown(page))
    else:
        sys.stdout.write(page)


def parse_place(text: str) -> tuple[Path, int]:
    """The path and the line in FILE:LINE, or FILE:LINE:COLUMN as a report prints it. Raises UserError."""
    match = re.fullmatch(r"(.+?):(\d+)(?::\d+)?:?", text)
    if match is None or int(match[2]) < 1:
        raise UserError(f"--at {text}: not FILE:LINE; give a path and a line, as `cleanup check` prints them")
    return Path(match[1]), int(match[2])


def print_findings_at(file: FileFindings, line: int) -> None:
    """Print every finding that lies on a line, with the edits that made it. Raises UserError where there is none."""
    found = [f for f in file.findings if f.place.line <= line <= f.end_place.line]
    if not found:
        lines = sorted({f.place.line for f in file.findings})
        places = f"{'line' if len(lines) == 1 else 'lines'} {', '.join(map(str, lines))}"
        hint = f"findings are on {places}" if lines else "nothing is found in this file"
        raise UserError(f"{file.path}:{line}: nothing is found on this line; {hint}")
    sys.stdout.write("\n".join(finding_text(file, finding) for finding in found))
