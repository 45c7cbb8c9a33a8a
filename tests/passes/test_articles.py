"""Articles before names: which go, which stay, which are missing."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.edits import Applicability, minimise
from cleanup.passes.articles import Articles
from cleanup.resources import Resources

RESOURCES = Resources()


def repaired(text: str, language: str | None = None) -> str:
    """The text with the safe edits of the pass made, until it makes none."""
    article = Article(text, text, source_language=language)
    safe = [minimise(e) for e in Articles(RESOURCES)(article) if e.applicability is Applicability.SAFE]
    return repaired(article.apply(safe).text, language) if safe else text


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


@pytest.mark.parametrize(
    ("language", "bad", "good"),
    [
        ("it", "They have no respect for the heritage.", "They have no respect for heritage."),
        (
            "it",
            "The tourism brings jobs, and the inflation is falling.",
            "Tourism brings jobs, and inflation is falling.",
        ),
        ("es", "He believes in the freedom and in the equality.", "He believes in freedom and in equality."),
        ("fr", "The global warming threatens vines.", "Global warming threatens vines."),
        ("it", "She teaches the chemistry in Bari.", "She teaches chemistry in Bari."),
        ("es", "They play the tennis and the golf.", "They play tennis and golf."),
        ("it", "He speaks the Italian and the English.", "He speaks Italian and English."),
        ("it", "She suffers from the asthma.", "She suffers from asthma."),
        ("de", "The most patients recover in May.", "Most patients recover in May."),
        (
            "de",
            "We know that the most people in the town have a car.",
            "We know that most people in the town have a car.",
        ),
        ("it", "The Angela Merkel never answered.", "Angela Merkel never answered."),
        ("it", "The ferry on the Lake Garda is late.", "The ferry on Lake Garda is late."),
        ("it", "She lives in the via Garibaldi with a cat.", "She lives in Via Garibaldi with a cat."),
        ("it", "The Article 18 was abolished.", "Article 18 was abolished."),
        ("it", "Smoke rose in the Terminal 2 of the port.", "Smoke rose in Terminal 2 of the port."),
        ("it", "They beat the Palermo on penalties.", "They beat Palermo on penalties."),
        ("it", "The hearing is on the 9 January.", "The hearing is on 9 January."),
        ("es", "The 2024 was a bad year.", "2024 was a bad year."),
        ("de", "The Scholz’s speech was short.", "Scholz’s speech was short."),
        ("pl", "It is very important question for us.", "It is a very important question for us."),
        ("pl", "Frost is not only enemy.", "Frost is not the only enemy."),
        ("pl", "He is not only soldier, but also doctor.", "He is not only a soldier, but also a doctor."),
        ("pl", "The boat is longer than football pitch.", "The boat is longer than a football pitch."),
        ("uk", "A bridge fell. Near bridge stands a mill.", "A bridge fell. Near the bridge stands a mill."),
        ("ru", "The museum is old. Museum has no roof now.", "The museum is old. The museum has no roof now."),
    ],
)
def test_repairs_what_a_language_carries_over(language: str, bad: str, good: str) -> None:
    assert repaired(bad, language) == good
    assert repaired(good, language) == good


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "The tourism that they live on has gone, and the inflation rate is up."),
        ("it", "The corruption at the ministry, the poverty he knew and the music of the band were loud."),
        ("it", "The Italian and the Pole left; he speaks the English of the docks."),
        ("it", "She works in the tourism and hospitality sector."),
        ("de", "The most fans could wish for was a point."),
        ("it", "The Donald Trump administration met the Elon Musk of Korea."),
        ("it", "The Article 50 process and the Lake District are famous."),
        ("it", "The ship left. The Palermo sank at noon."),
        ("it", "They ran into the Liverpool half and took the Belfast to Larne line."),
        ("it", "The 2024 election is over, and the 9 January attack too."),
        ("pl", "It is common place, and there is further improvement, faster than last year."),
        ("pl", "The hospital is full. He died in hospital; they settled out of court."),
        ("pl", "He is chief of the tribe and professor of law."),
    ],
)
def test_leaves_alone_what_is_certain_or_set(language: str, text: str) -> None:
    assert repaired(text, language) == text


def test_without_a_language_that_carries_it_over_it_is_a_suggestion() -> None:
    text = "They have no respect for the heritage."
    edits = list(Articles(RESOURCES)(Article(text, text)))
    assert [edit.applicability for edit in edits] == [Applicability.UNSAFE]
