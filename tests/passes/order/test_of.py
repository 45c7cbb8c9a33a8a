"""Compounds that the source joins with a preposition."""

from __future__ import annotations

import pytest

from cleanup.passes.order.of import OfOrder
from cleanup.resources import Resources
from tests.reorderings import Reorderings

ORDER = Reorderings(OfOrder(Resources()))


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("He keeps a ticket of train from Rome.", "He keeps a train ticket from Rome."),
        ("She hurt her arm in an accident of car.", "She hurt her arm in a car accident."),
    ],
)
def test_makes_compounds(bad: str, good: str) -> None:
    assert ORDER.certain(bad) == good
    assert ORDER.certain(good) == good


@pytest.mark.parametrize(
    "text",
    [
        "This type of contract is rare.",
        "It was a change of regime.",
        "He fell from the roof of the train.",
        "A cup of coffee is dear.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert ORDER.edits(text) == []
