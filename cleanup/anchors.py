"""Which words must stand in a text for a pattern to match, and which begin the match: so that most patterns are never
compiled, and most others tried at a few places only.

A pattern is read as far as it is plain: literal characters, groups, alternatives, optional parts, small classes, named
lists that are classes of words. All else (repetition, properties, lists of names) is opaque, and the words beside it
are not relied on.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Sequence

from cleanup.lexicon.word_classes import is_word_class, word_class

_EDGE = "\0"  # a word border
_OPAQUE = None  # something that may be any text
_MOST = 400  # strings one run of plain parts may stand for
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?![^\W\d_])")
_FIRST = re.compile(rf"{_EDGE}+([^\W\d_]+)(?=[\W\d_])")
_Strings = frozenset[str] | None
_Sequence = list[_Strings]


def anchors(pattern: str, *, whole_words: bool = False, rarity: Callable[[str], float] = len) -> frozenset[str]:
    """Words in lower case of which at least one stands in every match of the pattern; empty where none is sure.

    With `whole_words` the match begins and ends at word borders. Where there is a choice, the words are taken whose
    least rare one is the rarest.
    """
    found: set[str] = set()
    for alternative in _Reader(pattern).alternatives():
        edge = frozenset((_EDGE,)) if whole_words else _OPAQUE
        words = _best([edge, *alternative, edge], rarity)
        if not words:
            return frozenset()
        found |= words
    return frozenset(found)


def openings(pattern: str, *, whole_words: bool = False) -> frozenset[str]:
    """Words in lower case of which one begins every match of the pattern; empty where that is not sure."""
    found: set[str] = set()
    for alternative in _Reader(pattern).alternatives():
        edges: _Sequence = [frozenset((_EDGE,))] if whole_words else []
        plain = [part for part in itertools.takewhile(lambda part: part is not None, alternative) if part is not None]
        closed = edges if len(plain) == len(alternative) else []
        parts = next(iter(_bearable([part for part in [*edges, *plain, *closed] if part is not None])))
        firsts = [_FIRST.match("".join(choice)) for choice in itertools.product(*parts)]
        words = {first[1].lower() for first in firsts if first is not None}
        if None in firsts or not words:
            return frozenset()
        found |= words
    return frozenset(found)


def _best(sequence: Sequence[_Strings], rarity: Callable[[str], float]) -> frozenset[str]:
    """The set of words, one of which must be there, whose least rare word is rarest."""
    runs = [list(run) for plain, run in itertools.groupby(sequence, lambda part: part is not None) if plain]
    candidates = [words for run in runs for words in _of_run([part for part in run if part is not None], rarity)]
    return max(candidates, key=lambda words: min(map(rarity, words)), default=frozenset())


def _of_run(run: Sequence[frozenset[str]], rarity: Callable[[str], float]) -> Iterable[frozenset[str]]:
    """The words that the strings of a run hold whole; parts are left away at its ends where there are too many."""
    for parts in _bearable(run):
        strings = ["".join(choice) for choice in itertools.product(*parts)]
        whole = [max(_whole_words(text), key=rarity, default="") for text in strings]
        if all(whole):
            yield frozenset(whole)


def _bearable(run: Sequence[frozenset[str]]) -> Iterable[Sequence[frozenset[str]]]:
    """The run itself, or its stretches that stand for few enough strings."""
    start, size = 0, 1
    for index, part in enumerate(run):
        size *= len(part)
        if size > _MOST:
            yield run[start:index]
            start, size = index, len(part)
    yield run[start:]


def _whole_words(text: str) -> list[str]:
    """Words in lower case with something that is no letter on both sides: the ends of a run may go on as letters."""
    return [m.group().lower() for m in _WORD.finditer(text) if m.start() > 0 and m.end() < len(text)]


class _Reader:
    """A recursive reader of patterns; what it does not know it calls opaque."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0

    def alternatives(self) -> list[_Sequence]:
        """The alternatives from here to the end of the group or pattern, each a sequence of parts."""
        found: list[_Sequence] = [[]]
        while self._at < len(self._pattern) and self._pattern[self._at] != ")":
            if self._pattern[self._at] == "|":
                self._at += 1
                found.append([])
                continue
            found[-1] += self._quantified(self._part())
        return found

    def _part(self) -> _Sequence:
        char = self._pattern[self._at]
        self._at += 1
        if char == "(":
            return self._group()
        if char == "[":
            return [self._class()]
        if char == "\\":
            return [self._escape()]
        return [_OPAQUE if char in ".^$" else frozenset((char,))]

    def _group(self) -> _Sequence:
        head = re.match(r"\?(?:P?<\w+>|:|<?[=!]|[a-z]+\)|[a-z]+:|>)?", self._pattern[self._at :])
        opening = head.group() if head else ""
        self._at += len(opening)
        if opening.endswith(")"):  # flags
            return []
        inside = self.alternatives()
        self._at += 1
        if opening in ("?=", "?!", "?<=", "?<!"):
            return []
        if opening and not (opening == "?:" or opening.endswith(">")):
            return [_OPAQUE]
        if len(inside) == 1:
            return inside[0]
        strings = [_strings(alternative) for alternative in inside]
        known = [s for s in strings if s is not None]
        return [frozenset().union(*known) if len(known) == len(strings) else _OPAQUE]

    def _class(self) -> _Strings:
        end = self._pattern.index("]", self._at + 1)
        inside = self._pattern[self._at : end]
        self._at = end + 1
        while "[" in inside or inside.endswith("\\"):  # nested, or an escaped bracket: not read
            end = self._pattern.find("]", self._at)
            if end < 0:
                break
            inside, self._at = "\\", end + 1
            break
        return frozenset(inside) if re.fullmatch(r"[^\^\\\-\[]{1,4}", inside) else _OPAQUE

    def _escape(self) -> _Strings:
        char = self._pattern[self._at]
        self._at += 1
        if char in "pPL" and self._pattern[self._at : self._at + 1] in ("{", "<"):
            start, self._at = self._at + 1, self._pattern.index("}>"[char == "L"], self._at) + 1
            name = self._pattern[start : self._at - 1]
            return word_class(name) if char == "L" and is_word_class(name) else _OPAQUE
        if char == "b":
            return frozenset((_EDGE,))
        return _OPAQUE if char.isalnum() else frozenset((char,))

    def _quantified(self, part: _Sequence) -> _Sequence:
        quantifier = re.match(r"(?:\?|[*+]|\{\d*,?\d*\})[?+]?", self._pattern[self._at :])
        if quantifier is None:
            return part
        self._at += quantifier.end()
        strings = _strings(part)
        return [strings | {""} if strings is not None and quantifier.group() == "?" else _OPAQUE]


def _strings(sequence: Sequence[_Strings]) -> _Strings:
    """All strings that a sequence stands for; opaque where there is no end of them."""
    size = 1
    for part in sequence:
        size *= len(part) if part is not None else _MOST + 1
        if size > _MOST:
            return _OPAQUE
    return frozenset("".join(choice) for choice in itertools.product(*(part or () for part in sequence)))
