"""Read the FreeDict dictionaries that Debian installs (packages dict-freedict-XXX-YYY, in dictd's format)."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

FOLDER: Final = Path("/usr/share/dictd")
_DIGITS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES: Final = {digit: value for value, digit in enumerate(_DIGITS)}
_GRAMMAR: Final = re.compile(r"<([^<>]*)>\s*$")
_NUMBERED: Final = re.compile(r"^\d+\. ")
_ASIDE: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>")
_PARTS: Final = {"n": "n", "pl": "n", "adj": "a", "adv": "r"}


class Entry(NamedTuple):
    """One headword in one part of speech (`n`, `a`, `r`; empty where the dictionary does not say) and what it means."""

    word: str
    part: str
    plural: bool
    meanings: tuple[str, ...]


def entries(pair: str) -> Iterator[Entry]:
    """The entries of a dictionary: `deu-eng`. Those of several words and those of verbs are left out."""
    data = gzip.decompress((FOLDER / f"freedict-{pair}.dict.dz").read_bytes())
    seen: set[tuple[int, int]] = set()
    for line in (FOLDER / f"freedict-{pair}.index").read_text(encoding="utf-8").splitlines():
        key, start, length = line.split("\t")[:3]
        place = _number(start), _number(length)
        if key.startswith("00") or place in seen:
            continue
        seen.add(place)
        entry = _entry(data[place[0] : sum(place)].decode("utf-8", "replace"))
        if entry is not None:
            yield entry


def _number(digits: str) -> int:
    value = 0
    for digit in digits:
        value = value * 64 + _VALUES[digit]
    return value


def _entry(text: str) -> Entry | None:
    head, *lines = text.splitlines()
    word = head.split(" /")[0].split(" <")[0].strip()
    grammar = _GRAMMAR.search(head)
    marks = {mark.strip().lower() for mark in grammar[1].split(",")} if grammar else set()
    if " " in word or not word or marks & {"v", "vt", "vi", "pn", "prep", "conj", "pron", "num", "interj"}:
        return None
    part = next((_PARTS[mark] for mark in ("adj", "adv", "n", "pl") if mark in marks), "")
    meanings = [meaning for line in lines for meaning in _meanings(line)]
    return Entry(word, part, "pl" in marks, tuple(dict.fromkeys(meanings)))


def _meanings(line: str) -> Iterator[str]:
    """The translations in a line, none of which is an example, a note or a synonym."""
    if line.startswith(("      ", " see")) or re.match(r"\s*(?:Note|Synonyms?|Antonyms?|see):", line):
        return
    for meaning in re.split(r"[,;/]", _ASIDE.sub("", _NUMBERED.sub("", line))):
        if meaning.strip():
            yield meaning.strip()
