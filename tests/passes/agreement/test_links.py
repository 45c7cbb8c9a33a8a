"""Links between a verb and what it governs."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.passes.agreement import Agreement
from cleanup.pipeline import run
from cleanup.resources import Resources

PASS = Agreement(Resources())


def cleaned(text: str) -> str:
    """The text after the agreement pass alone."""
    return run(Article(text, text), [PASS]).text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Nobody asks a baker of mending the roof.", "Nobody asks a baker to mend the roof."),
        ("She saw her neighbour to vanish in the fog.", "She saw her neighbour vanish in the fog."),
        ("The clerk comes and to count the coins.", "The clerk comes to count the coins."),
        ("It was like to sell a mill.", "It was like selling a mill."),
    ],
)
def test_a_link_is_mended(before: str, after: str) -> None:
    assert cleaned(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "She asks a student of engineering, and they ask the price of mending the roof.",
        "He saw a chance to vanish, and saw the doctor to pay him.",
        "The clerk comes to sell coins and to count them.",
        "You know what it is like to sell a mill.",
    ],
)
def test_what_is_right_is_left(text: str) -> None:
    assert cleaned(text) == text
