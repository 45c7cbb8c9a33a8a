"""Articles before names: which go, which stay, which are missing."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.edits import Applicability, minimise
from cleanup.passes.articles import Articles
from cleanup.resources import Resources

RESOURCES = Resources()


def repaired(text: str) -> str:
    """The text with the safe edits of the pass made."""
    article = Article(text, text)
    return article.apply(
        [minimise(e) for e in Articles(RESOURCES)(article) if e.applicability is Applicability.SAFE]
    ).text


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("The Portugal has lowered its taxes.", "Portugal has lowered its taxes."),
        ("Relations with the Iran are tense.", "Relations with Iran are tense."),
        ("The border between the Ethiopia and the Kenya is shut.", "The border between Ethiopia and Kenya is shut."),
        ("Inflation in the Argentina’s capital fell.", "Inflation in Argentina’s capital fell."),
        ("The Croatia beat the Belgium.", "Croatia beat Belgium."),
        ("The Niger asked the soldiers to leave.", "Niger asked the soldiers to leave."),
        ("The road has been closed since the 2019.", "The road has been closed since 2019."),
        ("It will open in the March, he said.", "It will open in March, he said."),
        ("They vote on the November 12.", "They vote on November 12."),
        ("A letter was sent to Kremlin.", "A letter was sent to the Kremlin."),
        (
            "Players of Champions League met in Czech Republic.",
            "Players of the Champions League met in the Czech Republic.",
        ),
        ("There is little to show on diplomatic front.", "There is little to show on the diplomatic front."),
        ("The bars stay open until the four in the morning.", "The bars stay open until four in the morning."),
    ],
)
def test_repairs(bad: str, good: str) -> None:
    assert repaired(bad) == good
    assert repaired(good) == good


@pytest.mark.parametrize(
    "text",
    [
        "The Kazakhstan team won.",
        "They live in the Netherlands and in the Gambia.",
        "It was not the Germany that he knew, nor the Russia of today.",
        "This is the Moscow he knew.",
        "The village lies on the banks of the Niger.",
        "Fishermen of the Chad basin met.",
        "The Georgia coast was hit, and the Paris office is shut.",
        "The Brazil-based company was sold.",
        "In the 1994 election and in the 1990s they lost.",
        "The results of the 2012 and 2016 votes are known.",
        "It was closed on the December 4 holiday.",
        "The Israel and Lebanon border talks went on.",
        "It is a matter of EU law and of Kremlin politics.",
        "The prefect of Hautes-Alpes and a man from Seychelles spoke.",
        "The Portugal and Juventus forward scored.",
        "They signed the China–Brazil deal.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert repaired(text) == text


def test_a_city_is_only_a_suggestion() -> None:
    text = "The coach of the Naples, who is ill, was absent."
    edits = list(Articles(RESOURCES)(Article(text, text)))
    assert [edit.applicability for edit in edits] == [Applicability.UNSAFE]
