"""From a rule's record to a confidence that means what it says.

A rule's `confidence` is its record on the texts it was measured on. What that is worth for a whole program, in which
passes check each other, is fitted on gold edits (Platt scaling, one line for safe edits and one for suggestions; see
`benchmarks/reliability.py --fit`), and stands in confidence.json.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from cleanup.edits import Applicability, Change

_FILE = Path(__file__).parent / "confidence.json"
_LEAST, _MOST = 0.01, 0.99


@dataclass(frozen=True, slots=True)
class Calibration:
    """Slope and offset on the logit scale, by applicability; an applicability without them keeps the rule's record."""

    weights: Mapping[str, tuple[float, float]]

    def __call__(self, confidence: float, applicability: Applicability) -> float:
        """The calibrated confidence, between 0.01 and 0.99."""
        slope, offset = self.weights.get(applicability.value, (1.0, 0.0))
        value = 1 / (1 + math.exp(-slope * self.logit(confidence) - offset))
        return min(_MOST, max(_LEAST, value))

    @staticmethod
    def logit(confidence: float) -> float:
        """Log odds, of a confidence kept between 0.01 and 0.99."""
        kept = min(_MOST, max(_LEAST, confidence))
        return math.log(kept / (1 - kept))

    def dump(self) -> str:
        """The coefficients as JSON text."""
        return json.dumps({name: list(pair) for name, pair in self.weights.items()}, indent=1) + "\n"

    def apply(self, change: Change) -> Change:
        """The change with calibrated confidences in its edits."""
        edits = tuple(replace(edit, confidence=self(edit.confidence, edit.applicability)) for edit in change.edits)
        return replace(change, edits=edits)


PLAIN = Calibration({})


@cache
def bundled_calibration() -> Calibration:
    """The calibration that ships with the program."""
    rows = json.loads(_FILE.read_text(encoding="utf-8"))
    return Calibration({name: (slope, offset) for name, (slope, offset) in rows.items()})
