"""A noun takes the number of the words before it; attributes, names and sums stay."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.edits import Applicability
from cleanup.passes.agreement.numbers import number_edits
from cleanup.resources import Resources

RESOURCES = Resources()


def edits(text: str) -> list[tuple[str, str]]:
    """The words that surely get another form, with that form."""
    found = number_edits(Article(text, text), RESOURCES)
    sure = (edit for edit in found if edit.applicability is Applicability.SAFE)
    return [(text[edit.start : edit.end], edit.replacements[0]) for edit in sure]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("They sold 3.2 million ticket in the spring.", "ticket", "tickets"),
        ("After five year of talks they left.", "year", "years"),
        ("The wreck lies 10 mile offshore.", "mile", "miles"),
        ("In the past two decade the town has grown.", "decade has", "decades have"),
        ("She had seen so much tables.", "much", "many"),
        ("There were nine of them soldier.", "soldier", "soldiers"),
        ("“It is cold,” says a fishermen on the pier.", "fishermen", "fisherman"),
        ("They waited for up to a weeks.", "weeks", "week"),
        ("It is one of the biggest bank in the country.", "bank", "banks"),
        ("Two person were hurt.", "person", "people"),
    ],
)
def test_nouns_take_the_number_before_them(text: str, before: str, after: str) -> None:
    edited = edits(text)
    assert any(before.startswith(old) and after.startswith(new) for old, new in edited), edited


@pytest.mark.parametrize(
    "text",
    [
        "The three day strike and the 100 metre race were cancelled.",
        "Only one girl came, and at least one person is missing.",
        "He made a $2 billion investment and kept his £11 million fortune.",
        "A sports club, a gentlemen’s tailor and a women’s choir share the hall.",
        "They live by zero tolerance, and Flight 62 landed.",
        "She heard a news item about a series of thefts in 1990.",
    ],
)
def test_sound_numbers_stay(text: str) -> None:
    assert edits(text) == []
