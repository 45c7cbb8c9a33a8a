"""Confidence: the shipped calibration is monotone, bounded and applied to every change."""

from __future__ import annotations

import pytest

from cleanup.cleaner import Cleaner
from cleanup.confidence import PLAIN, bundled_calibration
from cleanup.edits import Applicability
from cleanup.resources import Resources


@pytest.mark.parametrize("applicability", [Applicability.SAFE, Applicability.UNSAFE])
def test_more_confidence_stays_more(applicability: Applicability) -> None:
    values = [bundled_calibration()(value / 100, applicability) for value in range(101)]
    assert values == sorted(values)
    assert 0 < values[0] < values[-1] < 1


def test_display_edits_keep_the_record_of_their_rule() -> None:
    assert bundled_calibration()(0.6, Applicability.DISPLAY) == pytest.approx(0.6)


def test_changes_carry_calibrated_confidence() -> None:
    text = "In Romajust before the vote, the authorities Italian left."
    plain = Cleaner(Resources(), calibration=PLAIN).clean(text, source_language="it").changes
    shipped = Cleaner(Resources()).clean(text, source_language="it").changes
    assert [change.text for change in plain] == [change.text for change in shipped]
    for before, after in zip(plain, shipped, strict=True):
        expected = bundled_calibration()(before.confidence, before.applicability)
        assert after.confidence == pytest.approx(expected)
