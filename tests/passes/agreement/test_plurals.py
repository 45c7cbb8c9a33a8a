"""Adjectives in the plural, and nouns that look like them."""

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
        ("The owls were absents from the woods.", "The owls were absent from the woods."),
        ("She knew the distants hills of Lugo.", "She knew the distant hills of Lugo."),
        ("The youngs bakers are tired.", "The young bakers are tired."),
    ],
)
def test_adjectives_have_no_plural(bad: str, good: str) -> None:
    assert repaired(bad) == good


@pytest.mark.parametrize("text", ["The greens are bitter, and the locals like them.", "He absents himself from court."])
def test_nouns_and_verbs_stay(text: str) -> None:
    assert repaired(text) == text
