"""Two nouns, or a noun and its superlative, in the order of the source."""

from __future__ import annotations

import pytest

from cleanup.passes.order.pairs import PairOrder
from cleanup.resources import Resources
from tests.reorderings import Reorderings

ORDER = Reorderings(PairOrder(Resources()))


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("The Guard Coast saw the yacht.", "The Coast Guard saw the yacht."),
        ("He works at the Bank World, they say.", "He works at the World Bank, they say."),
        ("She sails the Sea Black every year.", "She sails the Black Sea every year."),
        ("The polish Guard Border stopped a van.", "The polish Border Guard stopped a van."),
        ("They play at the Stadium Orvelas.", "They play at the Orvelas Stadium."),
        ("The house most old of the street burned.", "The oldest house of the street burned."),
        ("It is the song more famous of the year.", "It is the most famous song of the year."),
        ("It is the wine most good of the valley.", "It is the best wine of the valley."),
        ("It is the joke most bad of his life.", "It is the worst joke of his life."),
        ("It is the river longer of the country.", "It is the longest river of the country."),
        ("The river most big, they say, is the Onn.", "The biggest river, they say, is the Onn."),
        ("The face most happy of the class is hers.", "The happiest face of the class is hers."),
    ],
)
def test_puts_in_order(bad: str, good: str) -> None:
    assert ORDER.certain(bad) == good
    assert ORDER.certain(good) == good


@pytest.mark.parametrize(
    ("bad", "guess"),
    [
        ("They met at the Museum Orvelas.", "They met at the Orvelas Museum."),
        ("It is the dish more popular in the north.", "It is the most popular dish in the north."),
    ],
)
def test_only_guesses(bad: str, guess: str) -> None:
    assert ORDER.certain(bad) == bad
    assert ORDER.guesses(bad) == [guess]


@pytest.mark.parametrize(
    "text",
    [
        "The Border Guard and the Coast Guard met.",
        "Guard Coast and Bank World are no names.",
        "The Bank World Cup team lost.",
        "The NATO Bank lent money.",
        "They crossed the Tower Bridge and the Castle Rock.",
        "They met in the Theatre Danish.",
        "The Stadium Orvelas Novak Brenner was sold.",
        "The child most afraid of the dark slept.",
        "The poet most loved of the gods died young.",
        "It made the man more famous of late.",
        "The boy more clever than the rest of the class won.",
        "It was the house most talked about.",
        "They left the town more quiet, he thought.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert ORDER.edits(text) == []
