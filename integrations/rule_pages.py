"""A hook of mkdocs: a page for every rule, and an index of them, made from the packs in `rules/`."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section

from cleanup.edits import Applicability
from cleanup.rulepack import Rule, load_rules

_MEANS = {
    Applicability.SAFE: "safe: `cleanup fix` makes this repair, and `check` calls it an error",
    Applicability.UNSAFE: "likely: it is suggested, and made with `--unsafe-fixes` only",
    Applicability.DISPLAY: "a suspicion: it is shown, and nothing is changed",
}


def on_files(files: Files, config: Any) -> Files:
    """Add the pages to those that stand in the folder."""
    rules = sorted(load_rules().rules.values(), key=lambda rule: (rule.category, rule.id))
    files.append(File.generated(config, "rules/index.md", content=index_page(rules)))
    for rule in rules:
        files.append(File.generated(config, f"rules/{rule.id}.md", content=rule_page(rule)))
    return files


def on_nav(nav: Navigation, **_: Any) -> Navigation:
    """Put what is read first first; the rules are many, and come last."""
    order = ["Tutorials", "How to", "Reference", "Rules"]
    nav.items.sort(key=lambda item: order.index(str(item.title)) if isinstance(item, Section) else -1)
    return nav


def index_page(rules: list[Rule]) -> str:
    """A table of the rules of each category."""
    parts = ["# Rules", f"{len(rules)} rules, by category. `cleanup explain RULE` prints the same at the terminal."]
    for category, inside in groupby(rules, key=lambda rule: rule.category):
        rows = [f"| [{rule.id}]({rule.id}.md) | {rule.applicability} | {_cell(rule.summary)} |" for rule in inside]
        parts += [f"## {category}", "\n".join(["| rule | applicability | what it says |", "|---|---|---|", *rows])]
    return "\n\n".join(parts) + "\n"


def rule_page(rule: Rule) -> str:
    """What a rule finds, why that is wrong, when the repair is not safe, and its examples."""
    return "\n\n".join(_sections(rule)) + "\n"


def _sections(rule: Rule) -> Iterator[str]:
    yield f"# {rule.id}"
    yield f"Category `{rule.category}`, {_MEANS[rule.applicability]}; confidence {rule.confidence:.2f}."
    if rule.languages:
        yield f"For articles translated from: {', '.join(rule.languages)}."
    yield f"## What it finds\n\n> {_text(rule.summary)}"
    yield f"## Why it is wrong\n\n{_text(rule.why)}"
    if rule.unsafe_because:
        yield f"## When it is not safe\n\n{_text(rule.unsafe_because[:1].upper() + rule.unsafe_because[1:])}."
    repaired = [(example.bad, example.good) for example in rule.examples if example.bad is not None]
    repaired += [(entry.bad, entry.good) for entry in rule.entries]
    yield "## Examples\n\n" + _table("as it arrived", "repaired", repaired)
    kept = [example.good for example in rule.examples if example.bad is None]
    for entry in rule.entries:
        kept += [entry.keep] if isinstance(entry.keep, str) else entry.keep
    yield "Left as it is:\n\n" + "\n".join(f"- {_text(text)}" for text in dict.fromkeys(kept))
    yield f'## Turning it off\n\n`cleanup check --ignore {rule.id}`, or `ignore = ["{rule.id}"]` in `cleanup.toml`.'


def _table(left: str, right: str, rows: list[tuple[str, str]]) -> str:
    return "\n".join([f"| {left} | {right} |", "|---|---|", *(f"| {_cell(a)} | {_cell(b)} |" for a, b in rows)])


def _cell(text: str) -> str:
    return _text(text).replace("|", "&#124;").replace("\n", "<br>")


def _text(text: str) -> str:
    """A text whose marks Markdown and HTML leave alone."""
    escaped = html.escape(text.strip(), quote=False)
    return re.sub(r"[\\`*_\[\]]", lambda mark: f"&#{ord(mark.group())};", escaped)
