"""Wishes with a clause: an object and an infinitive, where the clause is one."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.passes.agreement import Agreement
from cleanup.pipeline import run
from cleanup.resources import Resources

PASS = Agreement(Resources())


def repaired(text: str) -> str:
    """The text with the safe edits of the pass made."""
    return run(Article(text, text), [PASS]).text


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("The mayor wants that the shops close on Sundays.", "The mayor wants the shops to close on Sundays."),
        ("They want that Poland joins the club.", "They want Poland to join the club."),
        ("She would like that they come home.", "She would like them to come home."),
        ("He wanted that the baker did not pay.", "He wanted the baker not to pay."),
        ("We want that it will be cheap.", "We want it to be cheap."),
    ],
)
def test_wishes(bad: str, good: str) -> None:
    assert repaired(bad) == good


@pytest.mark.parametrize(
    "text",
    [
        "All they want that the town lacks is a school.",
        "They want that house, and want that badly.",
    ],
)
def test_other_clauses_stay(text: str) -> None:
    assert repaired(text) == text
