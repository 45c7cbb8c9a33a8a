"""Prepositions that belong to a head: carried over from one language, or lost behind a verb."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.passes.government import Government
from cleanup.pipeline import run
from cleanup.resources import Resources

PASS = Government(Resources())


def repaired(text: str, language: str) -> str:
    """The text with the safe edits of the pass made, as a translation from the language."""
    return run(Article(text, text, source_language=language), [PASS]).text


@pytest.mark.parametrize(
    ("language", "bad", "good"),
    [
        ("de", "The jury consists out of nine bakers.", "The jury consists of nine bakers."),
        ("de", "Dozens of bakers are waiting on a new oven.", "Dozens of bakers are waiting for a new oven."),
        ("de", "They congratulated the baker to her prize.", "They congratulated the baker on her prize."),
        ("es", "The shepherd dreams with a flock of his own.", "The shepherd dreams of a flock of his own."),
        ("fr", "The bakers benefit of a low rent.", "The bakers benefit from a low rent."),
        ("it", "The shepherd was dressed of black.", "The shepherd was dressed in black."),
        ("ru", "The baker was accused in theft.", "The baker was accused of theft."),
        ("tr", "The bakers were interested with the mill.", "The bakers were interested in the mill."),
        ("pl", "The bakers replied on the accusation.", "The bakers replied to the accusation."),
        ("fr", "The town obeys to the bishop.", "The town obeys the bishop."),
    ],
)
def test_carried_prepositions(language: str, bad: str, good: str) -> None:
    assert repaired(bad, language) == good


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Dozens of bakers are waiting on a new oven."),
        ("de", "The bakers replied on the phone, and hundreds waited on the quay."),
        ("fr", "The bakers benefit of late from a low rent."),
        ("fr", "The forces opposed to the bishop lost."),
        ("it", "They discussed about twenty letters."),
        ("ru", "The baker was accused in court of theft."),
        ("de", "They reminded the people on the island."),
        ("it", "They thanked the mayor of Lugo."),
    ],
)
def test_what_may_stand_stays(language: str, text: str) -> None:
    assert repaired(text, language) == text


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("The mayor replied the critics with a letter.", "The mayor replied to the critics with a letter."),
        ("The bakers apologised the delay.", "The bakers apologised for the delay."),
        ("The bakers are waiting the verdict.", "The bakers are waiting for the verdict."),
    ],
)
def test_lost_prepositions(bad: str, good: str) -> None:
    assert repaired(bad, "it") == good


@pytest.mark.parametrize(
    "text",
    [
        "“No,” replied the baker.",
        "The baker insisted the oven was hot.",
        "He waited his turn, and they reacted the same way.",
        "The letter to which he replied the next day was long.",
    ],
)
def test_verbs_without_an_object_stay(text: str) -> None:
    assert repaired(text, "it") == text
