"""Lone words of the source language, and forms that need no dictionary."""

from __future__ import annotations

import pytest

from cleanup.cleaner import Cleaner
from cleanup.resources import Resources

_CLEANER = Cleaner(Resources(), verify=False)


@pytest.mark.parametrize(
    ("language", "damaged", "good"),
    [
        ("it", "The tax was quashed by il TAR in March.", "The tax was quashed by the TAR in March."),
        ("pt", "The fair opens on Monday-feira at noon.", "The fair opens on Monday at noon."),
        ("tr", "The mine employs 3 bin workers.", "The mine employs 3,000 workers."),
        ("pl", "The company lost 7 tysięcy euros.", "The company lost 7,000 euros."),
        ("sv", "The thaw came already in februari this year.", "The thaw came already in February this year."),
        ("hr", "The barracks were sold in travnju.", "The barracks were sold in April."),
        ("fr", "The owner of the usine blames the strike.", "The owner of the factory blames the strike."),
        ("de", "The Landwirte demand more money for milk.", "The farmers demand more money for milk."),
        ("it", "The esondazione of the river cut off a village.", "The flooding of the river cut off a village."),
        ("uk", "It has equipped schools in three oblastei.", "It has equipped schools in three oblasts."),
    ],
)
def test_what_is_certain_is_translated(language: str, damaged: str, good: str) -> None:
    """One meaning, one reading, at a place that wants it."""
    assert _CLEANER.clean(damaged, source_language=language).text == good


@pytest.mark.parametrize(
    ("language", "sound"),
    [
        ("pl", "They ate a soup called kapuśniak with the radny, the councillor of the town."),
        ("es", "The ejido, a form of communal land, was sold in 1994."),
        ("fr", "The gendarmes closed the boulevard near the lycée."),
        ("pt", "The favela has no sewers and the sertão no rain."),
        ("es", "“No hay excusas,” said the coach."),
        ("nl", "Ensure you have enough sleep, of a good quality, every night."),
        ("tr", "Erdoğan’s party lost Ankara’s mayoralty."),
    ],
)
def test_what_english_keeps_stays(language: str, sound: str) -> None:
    """Terms, names, explained words and quotations are left alone."""
    result = _CLEANER.clean(sound, source_language=language)
    assert [change for change in result.changes if change.rules[0].startswith("residue") and change.replacements] == []
