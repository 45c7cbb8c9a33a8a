"""Patterns of rules: compiled late, with the words that must stand in a text for them to match."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from typing import Any

import regex

_LIST = re.compile(r"\\L<(\w+)>")
_BRACE = re.compile(r"\{(\w+)(?::(lower|capital))?\}")
_ENDING = re.compile(r"\(\?:([a-z|]+)\)(\?)?$")
_compiled: dict[tuple[str, bool, bool, int], regex.Pattern[str]] = {}


def list_names(pattern: str) -> set[str]:
    """The named lists (`\\L<name>`) that a pattern uses."""
    return set(_LIST.findall(pattern))


def compile_pattern(
    pattern: str, lists: Mapping[str, Iterable[str]], *, whole_words: bool, ignore_case: bool
) -> regex.Pattern[str]:
    """The pattern compiled with its named lists.

    Raises regex.error for a wrong pattern and KeyError for a list that `lists` lacks.
    """
    key = (pattern, whole_words, ignore_case, id(lists) if list_names(pattern) else 0)
    if key not in _compiled:
        text = rf"(?<![\w’'])(?:{pattern})(?!\w)" if whole_words else pattern
        flags = regex.VERSION0 | (regex.IGNORECASE if ignore_case else 0)
        named: dict[str, Any] = {name: list(lists[name]) for name in list_names(pattern)}
        _compiled[key] = regex.compile(text, flags, **named)
    return _compiled[key]


def expand(template: str, groups: Mapping[str, str]) -> str:
    """The template with `{name}`, `{name:lower}` and `{name:capital}` filled; an unknown name stays as it is."""

    def fill(match: re.Match[str]) -> str:
        name, form = match.groups()
        if name not in groups:
            return match.group()
        text = groups[name]
        if form == "lower":
            return text[:1].lower() + text[1:]
        return text[:1].upper() + text[1:] if form == "capital" else text

    return _BRACE.sub(fill, template)


def anchors(pattern: str) -> frozenset[str]:
    """Words in lower case of which at least one stands in every match of the pattern; empty where none is sure.

    Reads only what is simple (plain words, `words?`, `word(?:s|ed)?`, groups of plain alternatives) and gives up on the
    rest, so that a pattern is never wrongly passed over.
    """
    items = _split(pattern, " ")
    if items is None or _split(pattern, "|") != [pattern]:
        return frozenset()
    found = [words for item in items if (words := _words(item))]
    return frozenset(max(found, key=lambda words: min(map(len, words)))) if found else frozenset()


def _split(pattern: str, separator: str) -> list[str] | None:
    """The pattern split at separators outside of groups and classes; None where it is not balanced."""
    parts, depth, in_class, current = [], 0, False, ""
    at = 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            current += pattern[at : at + 2]
            at += 2
            continue
        if in_class:
            in_class = char != "]"
        elif char == "[":
            in_class = True
        elif char in "()":
            depth += 1 if char == "(" else -1
        if char == separator and depth == 0 and not in_class:
            parts.append(current)
            current = ""
        else:
            current += char
        at += 1
    return [*parts, current] if depth == 0 and not in_class else None


def _words(item: str) -> set[str] | None:
    """The words one of which the item must be, or None where that is not plain."""
    if re.fullmatch(r"[^\W\d_]+", item):
        return {item.lower()}
    if re.fullmatch(r"[^\W\d_]{2,}\?", item):
        return {item[:-1].lower(), item[:-2].lower()}
    group = re.fullmatch(r"\((?:\?:|\?P<\w+>)([^()]+)\)", item)
    if group:
        found = [_words(part.split(" ")[0]) for part in group[1].split("|")]
        return set(itertools.chain.from_iterable(w for w in found if w)) if all(found) else None
    ending = _ENDING.search(item)
    if ending and re.fullmatch(r"[^\W\d_]+", item[: ending.start()]):
        stem = item[: ending.start()].lower()
        return {stem + end for end in ending[1].split("|")} | ({stem} if ending[2] else set())
    return None
