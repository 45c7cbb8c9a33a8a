"""Count words and word pairs in clean English text (gzip or plain, one paragraph a line)."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cleanup.lexicon.tokens import SENTENCE_START, TOKEN, fold

NEWS = ("wikinews", "wp_current_events", "globalvoices")
"""News counts twice: it is what the program reads, and a twelfth of the text."""

_ABBREVIATIONS = (
    "St Mr Mrs Ms Dr Prof Gen Col Sen Rep Gov Lt Sgt Capt Maj Adm Rev Hon Jr Sr vs etc No Inc Ltd Co Corp Fr Mt Ft "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec ca cf al approx"
)
_WITH_FULL_STOP = frozenset(_ABBREVIATIONS.split())
_OPENING = frozenset("\"'([:–«“‘")
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Counts:
    """Counts of a body of text; ids number the words from 0."""

    words: list[str]
    raw: NDArray[np.int64]
    weighted: NDArray[np.int64]
    inside: NDArray[np.int64]
    """Occurrences in mid-sentence, where a capital says something."""
    sources: NDArray[np.int64]
    """In how many files a word occurs."""
    pairs: NDArray[np.int64]
    """Word pairs as `left << 32 | right`, ascending."""
    pairs_raw: NDArray[np.int64]
    pairs_weighted: NDArray[np.int64]


class Ids(dict[str, int]):
    """Numbers words in the order in which they are first seen."""

    def __missing__(self, word: str) -> int:
        """Give a new word the next number."""
        number = len(self)
        self[word] = number
        return number


def lines(path: Path) -> Iterator[str]:
    """Yield the lines of a text file, gzip or plain."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        yield from file


def sentence_tokens(line: str) -> Iterator[tuple[str, bool]]:
    """Yield the folded tokens of a line with sentence starts, each with whether it stands in mid-sentence."""
    yield SENTENCE_START, False
    inside, ended, before = False, False, ""
    for match in TOKEN.finditer(line):
        token = fold(match.group())
        spaced = match.start() > 0 and line[match.start() - 1].isspace()
        if ended and spaced and (token[0].isupper() or token[0] in "\"'(<"):
            yield SENTENCE_START, False
            inside = False
            ended = False
        elif token not in "\"')]":
            ended = False
        yield token, inside
        if token in (".", "!", "?", "…"):
            ended = token != "." or not (before in _WITH_FULL_STOP or (len(before) == 1 and before.isupper()))
        inside = token not in _OPENING and not (ended and token not in "\"')]")
        if token.isalpha() or token not in "\"')]":
            before = token


def count(paths: Iterable[Path], skip_every: int = 0) -> Counts:
    """Count the text of the files; with `skip_every` n, every n-th line is left out (to test on)."""
    ids = Ids()
    parts: list[tuple[bool, NDArray[np.int32], NDArray[np.bool_]]] = []
    for path in paths:
        sequence: list[int] = []
        insides: list[bool] = []
        for number, line in enumerate(lines(path)):
            if skip_every and number % skip_every == 0:
                continue
            for token, inside in sentence_tokens(line):
                sequence.append(ids[token])
                insides.append(inside)
        news = any(name in path.name for name in NEWS)
        parts.append((news, np.array(sequence, dtype=np.int32), np.array(insides)))
        print(f"{path.name}: {len(sequence):,} tokens", flush=True)
    return _sum_up(ids, parts)


def _sum_up(ids: Ids, parts: list[tuple[bool, NDArray[np.int32], NDArray[np.bool_]]]) -> Counts:
    size = len(ids)
    start = ids[SENTENCE_START]
    raw, weighted, inside, sources = (np.zeros(size, dtype=np.int64) for _ in range(4))
    all_pairs: list[NDArray[np.int64]] = []
    news_pairs: list[NDArray[np.int64]] = []
    for news, sequence, insides in parts:
        occurrences = np.bincount(sequence, minlength=size)
        raw += occurrences
        weighted += occurrences * (2 if news else 1)
        inside += np.bincount(sequence[insides], minlength=size)
        sources += occurrences > 0
        left, right = sequence[:-1].astype(np.int64), sequence[1:].astype(np.int64)
        pairs = (left << 32 | right)[right != start]
        all_pairs.append(pairs)
        if news:
            news_pairs.append(pairs)
    pairs, pairs_raw = np.unique(np.concatenate(all_pairs), return_counts=True)
    extra, extra_count = np.unique(np.concatenate(news_pairs or [pairs[:0]]), return_counts=True)
    pairs_weighted = pairs_raw.astype(np.int64)
    pairs_weighted[np.searchsorted(pairs, extra)] += extra_count
    return Counts(list(ids), raw, weighted, inside, sources, pairs, pairs_raw, pairs_weighted)
