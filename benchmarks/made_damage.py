"""How much of damage that was made in clean news comes out as it was: by kind, which no reading of misses can fit.

    python -m benchmarks.made_damage CORPORA [KIND ...] [--texts 100] [--seed 1] [--model] [--verbose]

CORPORA is the folder that the model is trained from (training/README.md); a KIND is a function of `training/kinds`,
all where none is named. A text is damaged by one kind, in a few places, and cleaned as an article of its language
that shows damage. `restored`: the text is as it was; `suggested`: it is after one suggestion; `changed`: something
was applied and the text is not as it was; `left`: nothing was applied. Much damage cannot be undone for certain (a
lost “often”, a changed tense), so the share to aim at differs from kind to kind: compare a kind with itself.
"""

from __future__ import annotations

import argparse
import collections
import difflib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from cleanup.cleaner import Cleaner
from cleanup.edits import Change
from cleanup.passes import MODEL, make_pass
from cleanup.resources import Resources
from training.corpus import read
from training.corrupt import KINDS, Kind
from training.dice import Dice
from training.grammar import tag_parts
from training.marks import KEEP, marks_of, render
from training.vocabulary import LANGUAGES

NEWS = frozenset(["wikinews", "wp_current_events", "globalvoices"])
SHORTEST, LONGEST = 10, 55  # words
MOST_PLACES = 3
RATES = (0.15, 0.5, 0.9)
AROUND = 5  # words shown on each side
DAMAGED = "The France she waits."
"""What makes the program take the text for a damaged one, in a paragraph of its own."""


class Made(NamedTuple):
    """A text before and after damage, and the language that the damage came from."""

    clean: str
    damaged: str
    language: str


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("kinds", nargs="*", metavar="KIND")
    parser.add_argument("--texts", type=int, default=100, help="of each kind")
    parser.add_argument("--seed", type=int, default=1, help="another seed gives other texts")
    parser.add_argument("--model", action="store_true")
    parser.add_argument("--verbose", action="store_true", help="print what is not restored")
    arguments = parser.parse_args()
    lines = news(arguments.corpora, arguments.seed)
    resources = Resources()
    cleaner = Cleaner(resources, [make_pass(MODEL, resources)] if arguments.model else [], verify=arguments.model)
    for kind in KINDS:
        name = kind.damage.__name__
        if not arguments.kinds or name in arguments.kinds:
            print_kind(cleaner, name, made_of(lines, kind, arguments.texts, arguments.seed), arguments.verbose)
    return 0


def news(corpora: Path, seed: int) -> list[str]:
    """The lines of news of a usual length, in an order that the seed decides."""
    lines = [
        line
        for part in (True, False)
        for corpus in read(corpora, part)
        if corpus.name in NEWS
        for line in corpus.lines
        if SHORTEST <= len(line.split()) <= LONGEST
    ]
    Random(seed).shuffle(lines)
    return lines


def made_of(lines: Sequence[str], kind: Kind, count: int, seed: int) -> list[Made]:
    """So many texts damaged by a kind in few places."""
    found: list[Made] = []
    for line in lines:
        if len(found) == count:
            break
        for rate in RATES:
            made = damaged_by(kind, line, rate, seed)
            if made is not None:
                found.append(made)
                break
    return found


def damaged_by(kind: Kind, line: str, rate: float, seed: int) -> Made | None:
    """The line damaged at a rate; None where nothing or too much was hit."""
    marks = marks_of(line)
    tag_parts(marks)
    random = Random(f"{seed}\t{kind.damage.__name__}\t{line}")
    language = random.choice(LANGUAGES)
    kind.damage(marks, Dice(random, language, rate))
    damaged = render(marks)
    places = sum(mark.tag != KEEP for mark in marks)
    return Made(line, damaged, language) if damaged != line and places <= MOST_PLACES else None


def print_kind(cleaner: Cleaner, name: str, texts: Sequence[Made], verbose: bool) -> None:
    """Print a row for a kind, and what was not restored."""
    outcomes = [outcome(cleaner, made) for made in texts]
    counts = collections.Counter(kind for kind, _ in outcomes)
    columns = "   ".join(f"{each} {counts[each]:4}" for each in ("restored", "suggested", "changed", "left"))
    print(f"{name:24} {columns}   of {len(texts)}", flush=True)
    if not verbose:
        return
    for made, (kind, now) in zip(texts, outcomes, strict=True):
        if kind != "restored":
            print(f"    {kind:9} " + " | ".join(f"{was} ⇒ {is_now}" for was, is_now in differences(made, now)))


def outcome(cleaner: Cleaner, made: Made) -> tuple[str, str]:
    """What became of a text: the kind of outcome, and how it reads now."""
    result = cleaner.clean(f"{made.damaged}\n\n{DAMAGED}", source_language=made.language)
    now = result.text.rpartition("\n\n")[0]
    if now == made.clean:
        return "restored", now
    changes = [change for change in result.changes if change.end <= len(made.damaged)]
    if any(change.applied for change in changes):
        return "changed", now
    return ("suggested" if any(made.clean == text for text in suggested(made.damaged, changes)) else "left"), now


def suggested(text: str, changes: Sequence[Change]) -> Iterator[str]:
    """The text after each of the suggestions, alone."""
    for change in changes:
        for replacement in change.replacements:
            yield text[: change.start] + replacement + text[change.end :]


def differences(made: Made, now: str) -> Iterator[tuple[str, str]]:
    """The damaged places with some words around, each with how it was and, where it was changed, how it reads now."""
    before, after, cleaned = made.clean.split(), made.damaged.split(), now.split()
    for operation, low, high, start, end in difflib.SequenceMatcher(None, before, after, False).get_opcodes():
        if operation != "equal":
            right = " ".join(before[max(0, low - 1) : high + 1])
            reads = "" if cleaned == after else f" [now: {' '.join(cleaned[max(0, start - 1) : end + 1])}]"
            yield " ".join(after[max(0, start - AROUND) : end + AROUND]), right + reads


if __name__ == "__main__":
    sys.exit(main())
