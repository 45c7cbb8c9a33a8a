"""Infinitives behind their object."""

from __future__ import annotations

import pytest

from cleanup.passes.order_infinitives import Infinitives
from cleanup.resources import Resources
from tests.reorderings import Reorderings

ORDER = Reorderings(Infinitives(Resources()))


def test_what_is_in_order_to_is_certain() -> None:
    bad, good = "They built a wall in order the mill to protect.", "They built a wall in order to protect the mill."
    assert ORDER.certain(bad) == good
    assert ORDER.certain(good) == good


def test_what_is_planned_is_a_guess() -> None:
    bad = "The abbot decided the cellar to close."
    assert ORDER.certain(bad) == bad
    assert ORDER.guesses(bad) == ["The abbot decided to close the cellar."]


@pytest.mark.parametrize(
    "text",
    [
        "The abbot decided the matter to his own advantage.",
        "He threatened the boys to get the key.",
        "She put the books in order to please her aunt.",
    ],
)
def test_leaves_sound_infinitives_alone(text: str) -> None:
    assert ORDER.edits(text) == []
