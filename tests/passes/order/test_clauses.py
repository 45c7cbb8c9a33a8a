"""Subjects behind their verb in embedded questions; pronouns, negations and links out of place."""

from __future__ import annotations

import pytest

from cleanup.passes.order.clauses import ClauseOrder
from cleanup.resources import Resources
from tests.reorderings import Reorderings

ORDER = Reorderings(ClauseOrder(Resources()))


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("Nobody knows how much will it cost.", "Nobody knows how much it will cost."),
        ("They must decide which road will the bus take.", "They must decide which road the bus will take."),
        ("He asked why did the guard leave.", "He asked why the guard left."),
        ("She explained why does the clock stop.", "She explained why the clock stops."),
        ("They know when have the ships arrived.", "They know when the ships have arrived."),
        ("Tell me where is she.", "Tell me where she is."),
        ("He asked when will it rain and how will they cross.", "He asked when it will rain and how they will cross."),
        ("The nurses who them washed left.", "The nurses who washed them left."),
        ("He them knows.", "He knows them."),
        ("Not she believes in luck.", "She does not believe in luck."),
        ("Not they sing for money.", "They do not sing for money."),
        ("Not he can swim well.", "He cannot swim well."),
        ("Not it has rained all week.", "It has not rained all week."),
        ("Not there is time.", "There is no time."),
        ("In the park, only there is one tree.", "In the park, there is only one tree."),
        ("With new walls becomes from the mill a school.", "With new walls the mill becomes a school."),
        ("For the crew is there no food.", "For the crew there is no food."),
        ("Ten years ago were there wolves here.", "Ten years ago there were wolves here."),
        ("Have died four miners.", "Four miners have died."),
        ("Arrived at the inn also two riders.", "Two riders also arrived at the inn."),
        ("How long that lasts, knows nobody.", "How long that lasts, nobody knows."),
        ("Today has everyone a phone.", "Today everyone has a phone."),
        ("How the trick works, knows only the monk.", "How the trick works, only the monk knows."),
    ],
)
def test_puts_in_order(bad: str, good: str) -> None:
    assert ORDER.certain(bad) == good
    assert ORDER.certain(good) == good


@pytest.mark.parametrize(
    "text",
    [
        "They asked: when will the roof be mended?",
        "He knows who is in the garden and what has happened.",
        "She talked on which is best of the two.",
        "The kettle that us girls use is old.",
        "Of the ten, three of which them all wanted were red.",
        "Not he but she won, and not, it seems, for long.",
        "Not he is to blame but the frost.",
        "Only there is one truly free.",
        "He becomes from a clerk a king.",
        "In which case is there a risk?",
        "On that day were there any who slept?",
        "No more than in the house were there mice.",
        "Has left a note. Have gone the extra mile.",
        "Have gone the same way as the rest.",
        "Died a rich man. Remained one year at sea.",
        "Arrived, after all, two riders.",
        "Now trust nobody, and then tell everyone.",
        "Then was nobody hurt. Yesterday said nobody a word.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert ORDER.edits(text) == []
