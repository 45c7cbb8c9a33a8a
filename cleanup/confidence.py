"""From a rule's record and the model's opinion to a confidence that means what it says.

A rule's `confidence` is its record on the texts it was measured on. What that is worth for a whole program, in which
passes check each other, is fitted on gold edits by logistic regression (`benchmarks/reliability.py --fit`), and stands
in confidence.json: one line for safe edits and one for suggestions, with and without the model. The model speaks
through Δ (`cleanup.neural.tagger.Tagger.delta`): by how much more it would keep the sentence after the edit.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path

from cleanup.edits import Applicability, Edit

_FILE = Path(__file__).parent / "confidence.json"
_LEAST, _MOST = 0.01, 0.99
MOST_DELTA = 4.0
"""Beyond this the model is as sure as it can be; larger numbers say no more."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A line on the scale of log odds: `offset`, and weights of the record and of Δ above and below zero."""

    offset: float = 0.0
    record: float = 1.0
    better: float = 0.0
    worse: float = 0.0

    def __call__(self, record: float, delta: float | None) -> float:
        """The confidence, between 0.01 and 0.99, for a record between 0 and 1 and Δ in nats (None: not asked)."""
        score = self.offset + self.record * logit(record)
        if delta is not None:
            score += self.better * min(max(delta, 0.0), MOST_DELTA) + self.worse * max(min(delta, 0.0), -MOST_DELTA)
        return _kept(1 / (1 + math.exp(-score)))


@dataclass(frozen=True, slots=True)
class Limits:
    """Where confidence changes what is done with an edit that the model was asked about.

    A safe edit below `demote` is only suggested. A suggestion of a kind that the model can judge becomes safe from
    `promote` on, where Δ is at least `witness`.
    """

    demote: float = 0.0
    promote: float = 1.0
    witness: float = MOST_DELTA


@dataclass(frozen=True, slots=True)
class Calibration:
    """The weights by applicability, of edits that the model was asked about (`with_model`) and of the others.

    An applicability without weights keeps the rule's record.
    """

    with_model: Mapping[str, Weights]
    without_model: Mapping[str, Weights]
    limits: Limits = Limits()

    def confidence(self, record: float, applicability: Applicability, delta: float | None = None) -> float:
        """The calibrated confidence of an edit, between 0.01 and 0.99; see Weights."""
        weights = (self.without_model if delta is None else self.with_model).get(applicability.value)
        return _kept(record) if weights is None else weights(record, delta)

    def apply(self, edit: Edit, delta: float | None = None) -> Edit:
        """The edit with its calibrated confidence, and what that was made of: the record, and Δ."""
        confidence = self.confidence(edit.confidence, edit.applicability, delta)
        return replace(edit, confidence=confidence, record=edit.confidence, delta=delta)

    def dump(self) -> str:
        """The coefficients as JSON text."""
        return json.dumps(asdict(self), indent=1) + "\n"


PLAIN = Calibration({}, {})
"""Changes nothing: confidence is the rule's record."""


def logit(confidence: float) -> float:
    """Log odds, of a confidence kept between 0.01 and 0.99."""
    kept = _kept(confidence)
    return math.log(kept / (1 - kept))


def _kept(confidence: float) -> float:
    return min(_MOST, max(_LEAST, confidence))


@cache
def bundled_calibration() -> Calibration:
    """The calibration that ships with the program."""
    stored = json.loads(_FILE.read_text(encoding="utf-8"))
    lines = {
        name: {applicability: Weights(**weights) for applicability, weights in stored[name].items()}
        for name in ("with_model", "without_model")
    }
    return Calibration(**lines, limits=Limits(**stored["limits"]))
