"""Capitals follow the counts of clean news; names and titles keep theirs."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.edits import Applicability
from cleanup.passes.capitals import Capitals
from cleanup.pipeline import Result, run
from cleanup.protect import protected_spans
from cleanup.resources import Resources

RESOURCES = Resources()
PASS = Capitals(RESOURCES)


def result(text: str) -> Result:
    return run(Article(text, text, (), protected_spans(text, RESOURCES.words)), [PASS])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The strike is over. the trains run again.", "The strike is over. The trains run again."),
        ("Nobody was there. it rained.", "Nobody was there. It rained."),
        ("The ukrainian and polish ministers met.", "The Ukrainian and polish ministers met."),
        ("They meet every wednesday in february.", "They meet every Wednesday in February."),
        ("The pro-russian party lost.", "The pro-Russian party lost."),
        ("It was a year Without precedent.", "It was a year without precedent."),
        ("In the end the matter Was Resolved by the court.", "In the end the matter was resolved by the court."),
        ("All clubs wait for the Transfer Window to open.", "All clubs wait for the transfer window to open."),
        ("The German Car Industry lost buyers.", "The German car industry lost buyers."),
        ("It lost buyers to Domestic Manufacturers again.", "It lost buyers to domestic manufacturers again."),
        ("he snow came early. Everybody was glad.", "The snow came early. Everybody was glad."),
        ("It rained. he players slept.", "It rained. The players slept."),
        ("The new tax will Hurt households.", "The new tax will hurt households."),
        ("Police have Arrested a man at the port.", "Police have arrested a man at the port."),
        ("A flood Killed more than 200 people.", "A flood killed more than 200 people."),
        ("They gathered in Front of the mosque.", "They gathered in front of the mosque."),
        ("She died In 1945 in the camp.", "She died in 1945 in the camp."),
        ("They came from the Hague, by train.", "They came from The Hague, by train."),
        ("Meanwhile the New rules are late.", "Meanwhile the new rules are late."),
    ],
)
def test_capitals_are_mended(before: str, after: str) -> None:
    assert result(before).text == after
    assert result(after).text == after


@pytest.mark.parametrize(
    "text",
    [
        "The White House and the Black Sea Fleet denied it.",
        "The Ministry of Foreign Trade and the Central Bank denied it.",
        "The film Hidden Figures and the song Dirty Laundry won.",
        "Doctors Without Borders left the town.",
        "Prime Minister Donald Tusk met Foreign Minister Radosław Sikorski.",
        "It weighs approx. the same, says Acme Inc. in its report.",
        "They march in May, polish the china and fry turkey.",
        "The iPhone sells well. iPhone prices rose.",
        "Storm Closes Port And Airport",
        "He left. he said nothing.",
        "The handle @spain and the site russia.example are old.",
    ],
)
def test_names_titles_and_homographs_stay(text: str) -> None:
    expected = text.replace(". he said", ". He said")
    assert result(text).text == expected


def test_unknown_pairs_are_only_suggested() -> None:
    (change,) = result("Nobody knew what became of the Grain Corridor in the south.").changes
    assert change.applicability is Applicability.UNSAFE
    assert change.text == "grain corridor"


def test_a_noun_keeps_no_capital_from_german() -> None:
    for text, expected in (
        ("The ship looks under the ice for Algae.", "The ship looks under the ice for algae."),
        ("An old man drops a Coin into the jar.", "An old man drops a coin into the jar."),
        ("He read the Spiegel in the pub.", "He read the Spiegel in the pub."),
    ):
        article = Article(text, text, (), protected_spans(text, RESOURCES.words), "de")
        assert run(article, [PASS]).text == expected
