"""Adverbs and times between a verb and its object."""

from __future__ import annotations

import pytest

from cleanup.passes.order.adverbs import AdverbOrder
from cleanup.resources import Resources
from tests.reorderings import Reorderings

ORDER = Reorderings(AdverbOrder(Resources()))


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("She drinks often tea.", "She often drinks tea."),
        ("He drinks always tea, they say.", "He always drinks tea, they say."),
        ("Police arrested on Monday the driver.", "Police arrested the driver on Monday."),
        ("The mayor opened yesterday the bridge.", "The mayor opened the bridge yesterday."),
        ("The firm closed last year the shop.", "The firm closed the shop last year."),
        ("They signed in May a treaty, and left.", "They signed a treaty in May, and left."),
        ("He speaks well Greek.", "He speaks Greek well."),
        ("He speaks very well Greek.", "He speaks Greek very well."),
        ("They are building year after year houses.", "They are building houses year after year."),
    ],
)
def test_brings_verb_and_object_together(bad: str, good: str) -> None:
    assert ORDER.certain(bad) == good
    assert ORDER.certain(good) == good


def test_with_an_unknown_verb_only_guesses() -> None:
    text = "They are sketching on Monday boats."
    assert ORDER.certain(text) == text
    assert ORDER.guesses(text) == ["They are sketching boats on Monday."]


@pytest.mark.parametrize(
    "text",
    [
        "He said yesterday the plan was dead.",
        "He won again the next year.",
        "They were arrested on Monday the driver said.",
        "They were often friends.",
        "He painted this winter scene.",
        "The shop opened in December sunshine.",
        "They opened on Sunday afternoons.",
        "They met often last year.",
        "He paid in May the sum that they had agreed on long before.",
        "She was named in June queen.",
        "He lived always alone.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert ORDER.certain(text) == text
