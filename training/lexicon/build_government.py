"""Count what follows each verb, participle, adjective and noun in clean English text; writes the table `government`.

    python -m training.lexicon.build_government FILE.txt.gz … [--into FOLDER] [--skip-every 10]

With `--skip-every` n, every n-th line is left out, to test on.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from cleanup.article import split_sentences
from cleanup.lexicon.government import FOLLOWERS, MOST, Kind
from cleanup.lexicon.tables import DATA, write_column, write_keys
from cleanup.lexicon.words import words
from cleanup.syntax.heads import OBJECTS, follower, head_of
from cleanup.syntax.parser import Word, tag_sentence
from training.lexicon.lexicon_counts import lines

LEAST = 40
"""A head that occurs less often says nothing."""

Pair = tuple[str, str]


def pairs_of(text: str) -> Iterator[Pair]:
    """Yield each head of a sentence, as a key of the table, with what follows it."""
    parsed = tag_sentence(text)
    for at in range(len(parsed)):
        head = head_of(parsed, at, words())
        if head is None:
            continue
        base, kind = head
        yield f"{base} {kind}", follower(parsed, at + 1)
        end = _behind_object(parsed, at + 1) if kind is Kind.ACTIVE or kind is Kind.EITHER else None
        if end is not None:
            yield f"{base} {Kind.WITH_OBJECT}", follower(parsed, end)


def _behind_object(words: Sequence[Word], at: int) -> int | None:
    """Where the words go on behind an object that is a pronoun or a name; None where no such object stands."""
    if at < len(words) and words[at].lower in OBJECTS:
        return at + 1
    end = at
    while end < len(words) and words[end].is_proper:
        end += 1
    return end if end > at else None


def count(path: Path, skip_every: int = 0) -> Counter[Pair]:
    """Count the heads of a text file with their followers."""
    found: Counter[Pair] = Counter()
    for number, line in enumerate(lines(path)):
        if skip_every and number % skip_every == 0:
            continue
        text = line.strip()
        for span in split_sentences(text):
            found.update(pairs_of(text[span.start : span.end]))
    return found


def write(counts: Counter[Pair], folder: Path) -> None:
    """Write the table of the heads that are frequent enough."""
    totals: Counter[str] = Counter()
    for (head, _), number in counts.items():
        totals[head] += number
    heads = write_keys("government", [head for head, number in totals.items() if number >= LEAST], folder)
    items = [min(counts[head, name], MOST) for head in heads for name in FOLLOWERS]
    write_column("government", "count", "H", items, folder)
    print(f"{len(heads):,} heads")


def main(paths: Iterable[Path], folder: Path, skip_every: int) -> None:
    """Count all files and write the table."""
    total: Counter[Pair] = Counter()
    with ProcessPoolExecutor(max_workers=2) as pool:
        for counts in pool.map(partial(count, skip_every=skip_every), paths):
            total.update(counts)
    write(total, folder)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--into", type=Path, default=DATA)
    parser.add_argument("--skip-every", type=int, default=0)
    options = parser.parse_args()
    main(options.paths, options.into, options.skip_every)
