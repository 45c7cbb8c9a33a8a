"""Phrases turned round: times behind nouns, places before verbs, adjectives behind compounds, verbs in front."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.edits import Applicability
from cleanup.passes.order import WordOrder
from cleanup.resources import Resources

RESOURCES = Resources()


def _repaired(text: str, language: str) -> str:
    article = Article(text, text, source_language=language)
    return article.apply([e for e in WordOrder(RESOURCES)(article) if e.applicability is Applicability.SAFE]).text


@pytest.mark.parametrize(
    ("bad", "good", "language"),
    [
        ("In budget this year's 4 per cent goes to roads.", "In this year's budget 4 per cent goes to roads.", "pl"),
        ("The results last month's were poor.", "Last month's results were poor.", "ru"),
        ("The bridge will outlast also the mayor.", "The bridge will also outlast the mayor.", "pl"),
        ("The city is building also a library.", "The city is also building a library.", "it"),
        ("The tour also in Athens was followed.", "The tour was also followed in Athens.", "tr"),
        ("These men in the same hall could not sit.", "These men could not sit in the same hall.", "tr"),
        ("In the hall were approved the new rules.", "In the hall the new rules were approved.", "tr"),
        ("Without a car can one not work here.", "Without a car one cannot work here.", "de"),
        ("When the prices rise, falls the demand.", "When the prices rise, the demand falls.", "de"),
        ("Left with it Silva and Costa; others stayed.", "Silva and Costa left with it; others stayed.", "pt"),
        ("They ask for working conditions dignified.", "They ask for dignified working conditions.", "fr"),
        ("He signed with the concern British BAE.", "He signed with the British concern BAE.", "pl"),
        ("She is a historian of the art.", "She is an art historian.", "it"),
        ("It was mended with a glue animal in May.", "It was mended with an animal glue in May.", "it"),
    ],
)
def test_what_is_turned_round_is_put_in_order(bad: str, good: str, language: str) -> None:
    assert _repaired(bad, language) == good


@pytest.mark.parametrize("language", ["it", "tr", "de", "pl"])
@pytest.mark.parametrize(
    "sound",
    [
        "The price this year's harvest fetched was low.",
        "The puzzle is last week's, and the solution next week's.",
        "The woman also in the car was hurt.",
        "In the tomb was found the crown.",
        "In the north leads one of the roads to the lake.",
        "It lowered the number of parking spaces sold.",
        "With working conditions good, they stayed.",
        "He signed with the airline British Airways.",
        "She is a historian of the art of weaving.",
        "Left with him Anna, who was ill.",
    ],
)
def test_good_english_that_looks_the_same_stays(sound: str, language: str) -> None:
    assert _repaired(sound, language) == sound
