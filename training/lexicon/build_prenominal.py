"""Count adjectives before nouns and behind them in clean English text; writes the list `prenominal.txt`.

python -m training.lexicon.build_prenominal FILE.txt.gz … [--into FOLDER]
"""

from __future__ import annotations

import argparse
import functools
import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from cleanup.lexicon.tables import DATA
from cleanup.lexicon.words import CLOSERS, Tag, words
from training.lexicon.lexicon_counts import lines

LEAST, LEAST_NEVER_BEHIND = 12, 6
"""An adjective that stands before nouns less often says nothing."""
MOST_BEHIND = 30
"""One occurrence behind a noun that ends its phrase for at least so many before one."""
_TOKEN = re.compile(r"\w+(?:[-’']\w+)*|[^\w\s]")
_ENDS = CLOSERS | {",", ")"}
_HEADER = """\
# Adjectives that clean English has before nouns, and at most once in thirty times behind one at the end of a phrase:
# “an annual report”, never “a report annual”. Counted by training/lexicon/build_prenominal.py over the texts of `pairs`
# (README.md), each once; it holds words, no text.
"""


@functools.cache
def _is_noun(word: str) -> bool:
    return word.islower() and bool(words().likely_tag(word) & (Tag.NOUN | Tag.PLURAL_NOUN))


@functools.cache
def _is_adjective(word: str) -> bool:
    return word.islower() and words().likely_tag(word) is Tag.ADJECTIVE


def places(line: str) -> Iterator[tuple[str, bool]]:
    """Yield each adjective of a line that touches a noun, with whether it stands behind it."""
    tokens = _TOKEN.findall(line)
    for before, word, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if _is_adjective(word):
            if _is_noun(after):
                yield word, False
            elif after in _ENDS and _is_noun(before):
                yield word, True


def prenominal(counts: Counter[tuple[str, bool]]) -> list[str]:
    """The adjectives that hardly ever stand behind their noun, in order of the alphabet."""
    found = []
    for word in sorted({word for word, _ in counts}):
        before, behind = counts[word, False], counts[word, True]
        if before >= (LEAST if behind else LEAST_NEVER_BEHIND) and before >= behind * MOST_BEHIND:
            found.append(word)
    return found


def main(paths: Iterable[Path], folder: Path) -> None:
    """Count all files and write the list."""
    counts: Counter[tuple[str, bool]] = Counter()
    for path in paths:
        for line in lines(path):
            counts.update(places(line))
    found = prenominal(counts)
    text = textwrap.fill(" ".join(found), width=120, break_on_hyphens=False, break_long_words=False)
    (folder / "prenominal.txt").write_text(f"{_HEADER}{text}\n", encoding="utf-8")
    print(f"{len(found):,} adjectives")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--into", type=Path, default=DATA)
    options = parser.parse_args()
    main(options.paths, options.into)
