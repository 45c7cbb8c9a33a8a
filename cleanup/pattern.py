"""Patterns of rules: compiled late, with named lists; templates for what replaces a match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import regex

from cleanup.pattern_store import key_of, pattern_store

_LIST = re.compile(r"\\L<(\w+)>")
_BRACE = re.compile(r"\{(\w+)(?::([\w ’-]+))?\}")
_PASTS = frozenset((
    "ate", "became", "began", "bit", "blew", "bought", "broke", "brought", "built", "burnt", "came", "caught",
    "chose", "clung", "did", "drank", "drew", "drove", "dug", "fed", "fell", "felt", "fled", "flew", "fought",
    "found", "gave", "got", "grew", "had", "held", "hid", "hung", "kept", "knew", "laid", "lay", "learnt",
    "led", "left", "lit", "lost", "made", "meant", "met", "paid", "ran", "rang", "rode", "rose", "said",
    "sang", "sank", "sat", "saw", "sent", "shook", "shone", "shot", "slept", "slid", "sold", "sought", "spat",
    "spent", "spoke", "stole", "stood", "struck", "stuck", "swam", "swept", "swore", "swung", "taught",
    "threw", "told", "took", "tore", "thought", "understood", "was", "went", "were", "won", "wore", "wrote",
))  # fmt: skip
_PARTICIPLES = frozenset((
    "beaten", "bitten", "blown", "broken", "chosen", "done", "drawn", "driven", "drunk", "eaten", "fallen",
    "flown", "forgotten", "given", "gone", "grown", "hidden", "known", "lain", "ridden", "risen", "seen",
    "shaken", "shown", "spoken", "stolen", "sung", "sunk", "sworn", "swum", "taken", "thrown", "torn",
    "woken", "worn", "written",
))  # fmt: skip
# Bases that end as a participle or a past does.
_BASES = frozenset((
    "bleed", "breed", "bring", "cling", "embed", "exceed", "feed", "fling", "heed", "need", "proceed", "ring", "shed",
    "sing", "speed", "spring", "sting", "succeed", "swing", "wring",
))  # fmt: skip
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
    key = (pattern, whole_words, ignore_case, id(lists) if r"\L<" in pattern else 0)
    if key not in _compiled:
        text = rf"(?<![\w’'])(?:{pattern})(?!\w)" if whole_words else pattern
        flags = regex.VERSION0 | (regex.IGNORECASE if ignore_case else 0)
        named: dict[str, Any] = {name: list(lists[name]) for name in list_names(pattern)}
        _compiled[key] = _kept(text, flags, named)
    return _compiled[key]


def _kept(text: str, flags: int, named: dict[str, Any]) -> regex.Pattern[str]:
    """The pattern, from the code that an earlier run compiled it to where there is some."""
    key = key_of(text, flags, named)
    pattern = pattern_store().get(key)
    if pattern is None:
        pattern = regex.compile(text, flags, **named)
        pattern_store().put(key, pattern)
    return pattern


def expand(template: str, groups: Mapping[str, str]) -> str:
    """The template with its braces filled; an unknown name stays as it is.

    `{name}` is the group itself, `{name:lower}` and `{name:capital}` change its first letter; `{name:file files filed
    filing}` puts another verb in the form that the group has (a fifth form where the participle is not the past).
    """

    def fill(match: re.Match[str]) -> str:
        name, form = match.groups()
        if name not in groups:
            return match.group()
        text = groups[name]
        if form is None:
            return text
        if form == "lower":
            return text[:1].lower() + text[1:]
        return text[:1].upper() + text[1:] if form == "capital" else _verb_like(text.lower(), form.split())

    return _BRACE.sub(fill, template)


def _verb_like(verb: str, forms: Sequence[str]) -> str:
    """The one of a verb's forms (base, third person, past, gerund, participle) that another verb has."""
    if verb in _BASES:
        return forms[0]
    if verb.endswith("ing"):
        return forms[3]
    if verb in _PARTICIPLES:
        return forms[-1] if len(forms) == 5 else forms[2]
    if verb.endswith("ed") or verb in _PASTS:
        return forms[2]
    return forms[1] if verb.endswith("s") and not verb.endswith("ss") else forms[0]
