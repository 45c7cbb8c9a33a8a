"""Packs without code: spaces, numbers and commas, prepositions and frames that the source language forces."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.passes.pack import PackPass
from cleanup.pipeline import run
from cleanup.protect import protected_spans
from cleanup.resources import Resources

RESOURCES = Resources()
PASSES = [PackPass(folder, RESOURCES) for folder in ("spacing", "prepositions", "grammar")]


def cleaned(text: str) -> str:
    return run(Article(text, text, (), protected_spans(text, RESOURCES.words)), PASSES).text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("He lives in St.Gallen and knows Dr.Meier.", "He lives in St. Gallen and knows Dr. Meier."),
        ("The siren sounded.Nobody moved.", "The siren sounded. Nobody moved."),
        ("Ten fell in 2021.But more came back.", "Ten fell in 2021. But more came back."),
        ("Where are they ? Nobody knows !", "Where are they? Nobody knows!"),
        ("The dam , built in 1961 , held .", "The dam, built in 1961, held."),
        ("Lena Berg,31, won the  race.", "Lena Berg, 31, won the race."),
        ("The house costs 320.000 euros.", "The house costs 320,000 euros."),
        ("Exports reached 4.250.000 tonnes.", "Exports reached 4,250,000 tonnes."),
        ("Growth of 2,4% cost 1,5 billion euros.", "Growth of 2.4% cost 1.5 billion euros."),
        ("She ran it in 1:58,42 minutes.", "She ran it in 1:58.42 minutes."),
        ("The pass lies at 2 thousand and 340 metres.", "The pass lies at 2,340 metres."),
        ("Some 70 for cent of the olives fell.", "Some 70 per cent of the olives fell."),
        ("The party won the 34.2% of the votes.", "The party won 34.2% of the votes."),
        ("He lives in the 13e arrondissement.", "He lives in the 13th arrondissement."),
        ("The bus leaves at 7h15.", "The bus leaves at 7:15."),
        ("It rained. On the other hand the wells are full.", "It rained. On the other hand, the wells are full."),
        ("The Serbia Kosovo talks failed.", "The Serbia-Kosovo talks failed."),
        ("Four teams participate to the race.", "Four teams participate in the race."),
        ("The result depends from the weather.", "The result depends on the weather."),
        ("Ferries wait in average six hours.", "Ferries wait on average six hours."),
        ("It closes in the weekend.", "It closes at the weekend."),
        ("He has lived there since ten years.", "He has lived there for ten years."),
        ("During his visit in Kenya he met farmers.", "During his visit to Kenya he met farmers."),
        ("The talks resume on the January 9.", "The talks resume on January 9."),
        ("The law was passed in March last.", "The law was passed last March."),
        ("The crowd stood in silent.", "The crowd stood in silence."),
        ("What is lacking is the politics will.", "What is lacking is the political will."),
        ("He asked them of not to leave.", "He asked them not to leave."),
        ("The road is more long than expected.", "The road is longer than expected."),
        ("They sold more cars that the rest of Europe.", "They sold more cars than the rest of Europe."),
        ("The soldiers are returned home.", "The soldiers have returned home."),
        ("The evening ended with an applause.", "The evening ended with applause."),
        ("The army is responsible of the attack.", "The army is responsible for the attack."),
        ("More than the half of the crop is lost.", "More than half of the crop is lost."),
    ],
)
def test_garbled_sentences_are_mended(before: str, after: str) -> None:
    assert cleaned(before) == after
    assert cleaned(after) == after


@pytest.mark.parametrize(
    "text",
    [
        "She writes for Folha de S.Paulo and works at Booking.com in the U.S. Navy.",
        "See https://example.org/a,b?c=1 and file_name.csv, version 2.300.1.",
        "The parcel weighs 2.350 kilos, the lap took 58.300 seconds.",
        "The score was 2 : 1, then 3.4 to 5,600 people came.",
        "He waited . . . and left.  Two spaces may follow a full stop.",
        "They participate to win, and act according to the law.",
        "Any rise in average prices and the drop in the weekend figures hurt.",
        "She has lived there since two years ago.",
        "For the most part the crop is lost; it does more good than harm.",
        "He was tired of the war and of the people he knew.",
        "In particular cases, for example in Rome, the rule holds.",
        "“Non è possibile , non va bene” is what they heard.",
    ],
)
def test_correct_text_stays(text: str) -> None:
    assert cleaned(text) == text
