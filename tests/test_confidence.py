"""Confidence: the shipped calibration is monotone, bounded and applied to every edit."""

from __future__ import annotations

import pytest

from cleanup.cleaner import Cleaner
from cleanup.confidence import PLAIN, bundled_calibration
from cleanup.edits import Applicability
from cleanup.resources import Resources

JUDGED = [Applicability.SAFE, Applicability.UNSAFE]


@pytest.mark.parametrize("applicability", JUDGED)
@pytest.mark.parametrize("delta", [None, -2.0, 0.0, 2.0])
def test_a_better_record_stays_better(applicability: Applicability, delta: float | None) -> None:
    values = [bundled_calibration().confidence(value / 100, applicability, delta) for value in range(101)]
    assert values == sorted(values)
    assert 0 < values[0] < values[-1] < 1


@pytest.mark.parametrize("applicability", JUDGED)
def test_the_model_never_argues_against_itself(applicability: Applicability) -> None:
    values = [bundled_calibration().confidence(0.8, applicability, delta) for delta in (-9.0, -1.0, 0.0, 1.0, 9.0)]
    assert values == sorted(values)


def test_display_edits_keep_the_record_of_their_rule() -> None:
    assert bundled_calibration().confidence(0.6, Applicability.DISPLAY) == pytest.approx(0.6)


def test_changes_carry_calibrated_confidence_and_what_it_was_made_of() -> None:
    text = "In Romajust before the vote, the authorities Italian left."
    plain = Cleaner(Resources(), calibration=PLAIN).clean(text, source_language="it").changes
    shipped = Cleaner(Resources()).clean(text, source_language="it").changes
    assert [change.text for change in plain] == [change.text for change in shipped]
    for before, after in zip(plain, shipped, strict=True):
        for raw, judged in zip(before.edits, after.edits, strict=True):
            assert (judged.record, judged.delta) == (raw.confidence, None)
            expected = bundled_calibration().confidence(raw.confidence, raw.applicability)
            assert judged.confidence == pytest.approx(expected)
