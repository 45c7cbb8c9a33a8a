"""How long something has lasted: what other languages say in the present, and what stays."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.passes.tenses import Tenses
from cleanup.pipeline import run
from cleanup.resources import Resources

PASS = Tenses(Resources())


def repaired(text: str) -> str:
    """The text with the safe edits of the pass made."""
    return run(Article(text, text), [PASS]).text


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("The debt exists since more than thirty years.", "The debt has existed for more than thirty years."),
        ("The lorries stand since Tuesday at the border.", "The lorries have stood since Tuesday at the border."),
        ("The strike lasts already three weeks.", "The strike has already lasted three weeks."),
        ("The old man has fished here in 35 years.", "The old man has fished here for 35 years."),
        ("The tenants carry asking for repairs since 2019.", "The tenants have been asking for repairs since 2019."),
        ("The firm carries two years without profit.", "The firm has been without profit for two years."),
        ("It is ten years that they wait for a tram.", "For ten years they have waited for a tram."),
        ("Of fifteen years the towns have shared a mayor.", "For fifteen years the towns have shared a mayor."),
        ("Since many years the lake is polluted.", "For many years the lake has been polluted."),
        ("The two clubs are since decades rivals.", "The two clubs have for decades been rivals."),
        ("He is since 2015 director of the museum.", "He has since 2015 been director of the museum."),
        (
            "She works in a mill and lives since 2019 in a barn.",
            "She works in a mill and has lived since 2019 in a barn.",
        ),
        ("He lives in Bologna from 1987.", "He has lived in Bologna since 1987."),
    ],
)
def test_durations(bad: str, good: str) -> None:
    assert repaired(bad) == good


@pytest.mark.parametrize(
    "text",
    [
        "It was the worst result in 35 years, and he has not fished here in 35 years.",
        "He has written three books in two years.",
        "The lorries carry two tonnes, and she carries ten years of debt.",
        "It is ten years since they met.",
        "Treason carries 25 years without parole.",
        "The planes carry training crews and have done so since June.",
        "The driver must carry warning signs, and since 2008 a lamp.",
        "It is ten years that I remember fondly.",
        "The job is safe since three years remain on his contract.",
        "Of ten years in prison he served six.",
        "For two years the fund pays half the rent.",
        "It is already two weeks late.",
    ],
)
def test_sound_times_stay(text: str) -> None:
    assert repaired(text) == text
