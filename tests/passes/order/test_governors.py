"""Prepositions that slipped behind the phrase they govern."""

from __future__ import annotations

import pytest

from cleanup.passes.order.governors import Governors
from cleanup.resources import Resources
from tests.reorderings import Reorderings

ORDER = Reorderings(Governors(Resources()))


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("The plan must be passed Harbour Board by the.", "The plan must be passed by the Harbour Board."),
        ("The girls spoke former teacher to the, who smiled.", "The girls spoke to the former teacher, who smiled."),
        ("Smoke rose crater from the that faces the sea.", "Smoke rose from the crater that faces the sea."),
        ("She threw stones pond into the and ran.", "She threw stones into the pond and ran."),
        ("The house is closer river to the.", "The house is closer to the river."),
        ("A hare was seen garden in the a week ago.", "A hare was seen in the garden a week ago."),
    ],
)
def test_puts_the_governor_before_its_phrase(bad: str, good: str) -> None:
    assert ORDER.certain(bad) == good
    assert ORDER.certain(good) == good


@pytest.mark.parametrize(
    "text",
    [
        "He stood by the, er, gate.",
        "They met in the by now empty hall.",
        "It was signed by the... and then the page was torn.",
        "The bread on the table was stale.",
        "The king of the Danes spoke to the crowd.",
        "He wrote to Anna Berger of the.",
    ],
)
def test_leaves_phrases_in_place(text: str) -> None:
    assert ORDER.edits(text) == []


@pytest.mark.parametrize(
    ("bad", "guess"),
    [
        ("They wished to keep quiet scandal about the.", "They wished to keep about the quiet scandal."),
        ("The row Lena River over the, long cold, flared up.", "The row over the Lena River, long cold, flared up."),
        ("They left Otto old mill near the.", "They left Otto near the old mill."),
    ],
)
def test_where_a_word_may_belong_to_what_stands_before_it_only_guesses(bad: str, guess: str) -> None:
    assert ORDER.certain(bad) == bad
    assert ORDER.guesses(bad) == [guess]
