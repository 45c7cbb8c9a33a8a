"""Days, months and seasons of the source language, with the words before and behind them."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.edits import Applicability
from cleanup.passes.residue.moments import Moments
from cleanup.passes.residue.reading import Reading
from cleanup.passes.residue.tables import Tables
from cleanup.resources import Resources

RESOURCES = Resources()
TABLES = Tables()


def safe(text: str, language: str) -> list[tuple[str, str]]:
    edits = Moments(Reading(Article(text, text, (), (), language), RESOURCES, TABLES)).edits()
    return [(e.original, e.replacements[0]) for e in edits if e.applicability is Applicability.SAFE]


@pytest.mark.parametrize(
    ("language", "text", "foreign", "english"),
    [
        ("es", "The fishermen vote el martes on the nets.", "el martes", "on Tuesday"),
        ("es", "The fishermen vote on el martes.", "el martes", "Tuesday"),
        ("es", "El martes the lock opened.", "El martes", "On Tuesday"),
        ("es", "El martes was cold.", "El martes", "Tuesday"),
        ("es", "It closes hasta el lunes for repairs.", "hasta el lunes", "until Monday"),
        ("es", "It rained el martes por la noche in the hills.", "el martes por la noche", "on Tuesday evening"),
        ("it", "The council decided giovedì to wait.", "giovedì", "on Thursday"),
        ("it", "They sang on giovedì sera.", "giovedì sera", "Thursday evening"),
        ("fr", "The shop opens jeudi prochain in the square.", "jeudi prochain", "next Thursday"),
        ("fr", "It was mi-mai when the snow went.", "mi-mai", "in mid-May"),
        ("de", "The lock opens im Mai again.", "im Mai", "in May"),
        ("pt", "Na sexta-feira the museum opens.", "Na sexta-feira", "On Friday"),
        ("pl", "The court sat w środę again.", "w środę", "on Wednesday"),
        ("tr", "It begins Mayıs ayında at the latest.", "Mayıs ayında", "in May"),
    ],
)
def test_a_moment_is_one_edit_with_what_leads_to_it(language: str, text: str, foreign: str, english: str) -> None:
    assert safe(text, language) == [(foreign, english)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "The mothers of the Plaza de Mayo marched."),
        ("es", "The weekly El Jueves was fined."),
        ("es", "Domingo sang in the arena."),
        ("de", "The opera Donnerstag lasts four hours."),
        ("fr", "Mardi Gras was hot."),
        ("it", "The flood came in June."),
    ],
)
def test_names_stay(language: str, text: str) -> None:
    assert not safe(text, language)
