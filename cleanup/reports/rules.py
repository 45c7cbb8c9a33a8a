"""Rules as tables and pages for the terminal."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from cleanup.errors import UserError
from cleanup.reports.diff import words
from cleanup.rulepack import Rule, RuleBook


def chosen_rules(book: RuleBook, names: Sequence[str]) -> list[Rule]:
    """The rules of these names, all for no name. Raises UserError for an unknown one."""
    return [rule_named(book, name) for name in names] if names else list(book.rules.values())


def rule_named(book: RuleBook, name: str) -> Rule:
    """The rule of that name. Raises UserError, with the nearest name, where there is none."""
    if name in book.rules:
        return book.rules[name]
    near = difflib.get_close_matches(name, book.rules, 1)
    hint = f"did you mean {near[0]}?" if near else "`cleanup rules list` prints them all"
    raise UserError(f"no rule {name!r}; {hint}")


def print_list(book: RuleBook) -> None:
    """Print a table of all rules to standard output."""
    table = Table(box=None, pad_edge=False)
    for heading in ("rule", "category", "applicability", "message"):
        table.add_column(heading, overflow="fold")
    for rule in sorted(book.rules.values(), key=lambda r: (r.category, r.id)):
        table.add_row(rule.id, rule.category, rule.applicability.value, Text(rule.message))
    Console().print(table)


def print_rule(book: RuleBook, name: str) -> None:
    """Print one rule to standard output: what it finds, why that is wrong, its examples."""
    rule = rule_named(book, name)
    console = Console()
    console.print(
        Text(f"{rule.id}", "bold"), Text(f"({rule.category}, {rule.applicability}, {rule.confidence:.2f})", "dim")
    )
    console.print(Text(rule.message))
    console.print(Text(rule.why))
    if rule.unsafe_because:
        console.print(Text(f"Not safe, because {rule.unsafe_because}"))
    if rule.languages:
        console.print(Text(f"For articles from: {', '.join(rule.languages)}"))
    for example in rule.examples:
        console.print(
            "  ", words(example.bad, example.good) if example.bad else Text(f"{example.good} (untouched)", "dim")
        )
    for entry in rule.entries:
        console.print("  ", words(entry.bad, entry.good), Text(f"({entry.source})", "dim"))
    console.print(Text(rule.path, "dim"))
