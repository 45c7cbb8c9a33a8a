"""How well confidence means what it says: of the edits with confidence 0.9, nine in ten should be right.

    python -m benchmarks.reliability SET ... [--scorer FILE] [--fit FILE]

Each SET is a folder of articles with gold edits. Prints a reliability table and the expected calibration error (ten
bins of equal width, weighted by size; Naeini et al., AAAI 2015) over all changes with a proposal, with and without the
model: right where the gold edits accept the first replacement, wrong otherwise; a change that only brings a gold edit
nearer counts as neither. `--fit` writes the coefficients that `cleanup/confidence.py` reads, found by logistic
regression; the limits in that file stay as they are.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleanup.cleaner import Cleaner
from cleanup.confidence import MOST_DELTA, PLAIN, Calibration, Weights, bundled_calibration, logit
from cleanup.edits import Applicability, Change
from cleanup.passes import MODEL, make_pass
from cleanup.resources import Resources

BINS = 10
STEPS = 4000
RATE = 0.05
PRIOR = 0.1  # of a weight's square: few data must not give extreme weights
FITTED = (Applicability.SAFE, Applicability.UNSAFE)


class Judged(NamedTuple):
    """A proposed change by its least confident edit: record, Δ, what the rule would do, and whether it was right."""

    record: float
    delta: float | None
    applicability: Applicability
    confidence: float
    right: bool


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--scorer", type=Path, help="score.py; beside the first set's folder where not given")
    parser.add_argument("--fit", type=Path)
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.scorer or arguments.sets[0].parent / "score.py")
    judged = {with_model: judge_sets(scorer, arguments.sets, with_model, plain=True) for with_model in (True, False)}
    calibration = bundled_calibration()
    if arguments.fit:
        calibration = Calibration(fit(judged[True]), fit(judged[False]), calibration.limits)
        arguments.fit.write_text(calibration.dump(), encoding="utf-8")
    for with_model, rows in judged.items():
        print("with the model" if with_model else "without the model")
        print_table([r._replace(confidence=calibration.confidence(r.record, r.applicability, r.delta)) for r in rows])
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


def judge_sets(scorer: ModuleType, folders: Sequence[Path], with_model: bool, *, plain: bool) -> list[Judged]:
    """Every change on the sets; with `plain` no confidence decides what is applied."""
    resources = Resources()
    late = [make_pass(MODEL, resources)] if with_model else []
    cleaner = Cleaner(resources, late, calibration=PLAIN if plain else None, verify=with_model)
    return [row for folder in folders for row in judge_set(scorer, cleaner, folder)]


def judge_set(scorer: ModuleType, cleaner: Cleaner, folder: Path) -> Iterator[Judged]:
    for path in sorted(folder.glob("*.edits.jsonl")):
        raw = path.with_name(path.name.replace(".edits.jsonl", ".txt")).read_bytes().decode("utf-8")
        gold = scorer.load_gold(path)
        for change in cleaner.clean(raw).changes:
            right = is_right(scorer, raw, gold, change)
            if right is not None:
                yield judged(change, right)


def judged(change: Change, right: bool) -> Judged:
    own = [edit for edit in change.edits if edit.applicability is change.applicability]
    weakest = min(own, key=lambda edit: edit.confidence)
    record = weakest.confidence if weakest.record is None else weakest.record
    return Judged(record, weakest.delta, weakest.applicability, weakest.confidence, right)


def is_right(scorer: ModuleType, raw: str, gold: list[object], change: Change) -> bool | None:
    """Whether the gold edits accept the change; None where they say nothing (no proposal, or half of a repair)."""
    if not change.replacements:
        return None
    made = [scorer.Change(change.start, change.end, change.text)]
    near = [g for g in gold if change.start <= g.end + 1 and g.start <= change.end + 1]  # type: ignore[attr-defined]
    if near and any(scorer.explain(raw, near, made) or ()):
        return True
    return None if any(scorer.half_done(raw, g, made) for g in near) else False


def fit(rows: Sequence[Judged]) -> dict[str, Weights]:
    """Weights for each applicability, by gradient descent on the log loss, drawn to those that change nothing."""
    return {kind.value: _fit([row for row in rows if row.applicability is kind]) for kind in FITTED}


def _fit(rows: Sequence[Judged]) -> Weights:
    features = np.array([_features(row) for row in rows]).reshape(len(rows), 4)
    right = np.array([row.right for row in rows], dtype=float)
    start: NDArray[np.float64] = np.array([0.0, 1.0, 0.0, 0.0])
    weights = start.copy()
    for _ in range(STEPS):
        errors = 1 / (1 + np.exp(-features @ weights)) - right
        weights -= RATE * (errors @ features / max(1, len(rows)) + PRIOR * (weights - start))
        # Neither a good record nor the model's good opinion counts against an edit, nor its bad one for it.
        weights[1:] = np.maximum(weights[1:], 0.0)
    return Weights(*(round(float(weight), 3) for weight in weights))


def _features(row: Judged) -> tuple[float, float, float, float]:
    delta = min(max(row.delta or 0.0, -MOST_DELTA), MOST_DELTA)
    return 1.0, logit(row.record), max(delta, 0.0), min(delta, 0.0)


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
