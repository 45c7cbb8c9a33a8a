"""How well confidence means what it says: of the edits with confidence 0.9, nine in ten should be right.

    python -m benchmarks.reliability EVAL_FOLDER [SET ...] [--fit FILE]

Prints a reliability table and the expected calibration error (ten bins of equal width, weighted by size; Naeini et al.,
AAAI 2015) over all changes with a proposal on the sets: right where the gold edits accept the first replacement, wrong
otherwise; a change that only brings a gold edit nearer counts as neither. `--fit` writes the coefficients of the
logistic calibration (Platt scaling for each applicability) that `cleanup/confidence.py` reads.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from cleanup.cleaner import Cleaner
from cleanup.confidence import PLAIN, Calibration
from cleanup.edits import Applicability, Change
from cleanup.resources import Resources

BINS = 10
STEPS = 4000
RATE = 0.05
PRIOR = 0.02  # of a weight's square: few data must not give extreme weights


class Judged(NamedTuple):
    """A proposed change: the rule's confidence, its applicability, and whether it was right."""

    confidence: float
    applicability: Applicability
    right: bool


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sets", nargs="*", default=["dev", "visible", "reallike"])
    parser.add_argument("--fit", type=Path)
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.folder / "score.py")
    cleaner = Cleaner(Resources(), calibration=PLAIN if arguments.fit else None)
    judged = [row for name in arguments.sets for row in judge_set(scorer, cleaner, arguments.folder / name)]
    if arguments.fit:
        calibration = fit(judged)
        arguments.fit.write_text(calibration.dump(), encoding="utf-8")
        judged = [row._replace(confidence=calibration(row.confidence, row.applicability)) for row in judged]
    print_table(judged)
    return 0


def load_scorer(path: Path) -> ModuleType:
    """The scorer as a module: what it calls right is right here."""
    specification = importlib.util.spec_from_file_location("score", path)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules["score"] = module
    specification.loader.exec_module(module)
    return module


def judge_set(scorer: ModuleType, cleaner: Cleaner, folder: Path) -> Iterator[Judged]:
    for path in sorted(folder.glob("*.edits.jsonl")):
        raw = path.with_name(path.name.replace(".edits.jsonl", ".txt")).read_bytes().decode("utf-8")
        gold = scorer.load_gold(path)
        for change in cleaner.clean(raw).changes:
            right = is_right(scorer, raw, gold, change)
            if right is not None:
                yield Judged(change.confidence, change.applicability, right)


def is_right(scorer: ModuleType, raw: str, gold: list[object], change: Change) -> bool | None:
    """Whether the gold edits accept the change; None where they say nothing (no proposal, or half of a repair)."""
    if not change.replacements:
        return None
    made = [scorer.Change(change.start, change.end, change.text)]
    near = [g for g in gold if change.start <= g.end + 1 and g.start <= change.end + 1]  # type: ignore[attr-defined]
    if near and any(scorer.explain(raw, near, made) or ()):
        return True
    return None if any(scorer.half_done(raw, g, made) for g in near) else False


def fit(judged: list[Judged]) -> Calibration:
    """Platt scaling for each applicability, by gradient descent on the log loss with a small prior."""
    weights = {}
    for applicability in (Applicability.SAFE, Applicability.UNSAFE):
        rows = [(PLAIN.logit(r.confidence), float(r.right)) for r in judged if r.applicability is applicability]
        slope, offset = 1.0, 0.0
        for _ in range(STEPS):
            errors = [(x, 1 / (1 + math.exp(-slope * x - offset)) - y) for x, y in rows]
            slope -= RATE * (sum(x * e for x, e in errors) / len(rows) + PRIOR * (slope - 1))
            offset -= RATE * (sum(e for _, e in errors) / len(rows) + PRIOR * offset)
        weights[applicability.value] = (round(slope, 3), round(offset, 3))
    return Calibration(weights)


def print_table(judged: list[Judged]) -> None:
    error = 0.0
    print("confidence   edits   mean   right")
    for index in range(BINS):
        low, high = index / BINS, (index + 1) / BINS
        rows = [r for r in judged if low <= r.confidence < high or (high == 1.0 == r.confidence)]
        if rows:
            mean = sum(r.confidence for r in rows) / len(rows)
            right = sum(r.right for r in rows) / len(rows)
            error += abs(mean - right) * len(rows) / len(judged)
            print(f"{low:.1f} to {high:.1f}   {len(rows):5}   {mean:.2f}   {right:.2f}")
    print(json.dumps({"edits": len(judged), "expected_calibration_error": round(error, 4)}))


if __name__ == "__main__":
    sys.exit(main())
