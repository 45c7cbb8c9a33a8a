"""Infinitives behind their object."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from cleanup.edits import Edit
from cleanup.passes.order.infinitives import Infinitives
from cleanup.resources import Resources
from cleanup.syntax.parser import Sentence
from tests.reorderings import Reorderings


class _VerbFinal:
    """The part for articles from languages with their verbs at the end."""

    def __init__(self) -> None:
        self._part = Infinitives(Resources())

    def edits(self, text: str, sentence: Sentence) -> Iterable[Edit]:
        """The edits for such an article."""
        return self._part.edits(text, sentence, verb_final=True)


ORDER, GERMAN = Reorderings(Infinitives(Resources())), Reorderings(_VerbFinal())


def test_what_is_in_order_to_is_certain() -> None:
    bad, good = "They built a wall in order the mill to protect.", "They built a wall in order to protect the mill."
    assert ORDER.certain(bad) == good
    assert ORDER.certain(good) == good


def test_what_is_planned_is_a_guess() -> None:
    bad = "The abbot decided the cellar to close."
    assert ORDER.certain(bad) == bad
    assert ORDER.guesses(bad) == ["The abbot decided to close the cellar."]


@pytest.mark.parametrize(
    "text",
    [
        "The abbot decided the matter to his own advantage.",
        "He threatened the boys to get the key.",
        "She put the books in order to please her aunt.",
    ],
)
def test_leaves_sound_infinitives_alone(text: str) -> None:
    assert ORDER.edits(text) == []


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("The abbot decided the cellar in May to close.", "The abbot decided to close the cellar in May."),
        ("She tried, the lid to lift.", "She tried to lift the lid."),
        ("The abbey is not ready the costs to bear.", "The abbey is not ready to bear the costs."),
        ("They promised the rents not to raise.", "They promised not to raise the rents."),
        ("He has the right the sale to stop.", "He has the right to stop the sale."),
    ],
)
def test_where_verbs_stand_last_any_head_of_an_infinitive_is_certain(bad: str, good: str) -> None:
    assert GERMAN.certain(bad) == good
    assert GERMAN.certain(good) == good


def test_a_noun_with_an_infinitive_of_its_own_stays() -> None:
    text = "He refused the offer to sell."
    assert GERMAN.certain(text) == text
