"""Subjects between a helping verb and the verb that ends the clause, behind what stands in front."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from cleanup.edits import Edit
from cleanup.passes.order.turned import TurnedBrackets
from cleanup.resources import Resources
from cleanup.syntax.parser import Sentence
from tests.reorderings import Reorderings


class Turned:
    """The part, for an article of one kind of language."""

    def __init__(self, *, verb_final: bool) -> None:
        self._part = TurnedBrackets(Resources())
        self._verb_final = verb_final

    def edits(self, text: str, sentence: Sentence) -> Iterable[Edit]:
        """All edits of the part."""
        return self._part.edits(text, sentence, verb_final=self._verb_final)


ORDER = Reorderings(Turned(verb_final=True))
ANY = Reorderings(Turned(verb_final=False))


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("Yesterday has the judge the baker fined.", "Yesterday the judge fined the baker."),
        ("In Ghent will the bishop a school open.", "In Ghent the bishop will open a school."),
        ("Since March is the ferry by a crew repaired.", "Since March the ferry has been repaired by a crew."),
        ("This have I never seen.", "I have never seen this."),
        ("That has she him not told.", "She has not told him that."),
        ("Now must the smith the gate not paint.", "Now the smith must not paint the gate."),
    ],
)
def test_the_subject_comes_before_both_verbs(bad: str, good: str) -> None:
    assert ORDER.certain(bad) == good
    assert ORDER.certain(good) == good


@pytest.mark.parametrize(
    "text",
    [
        "Only on Monday has the judge the baker fined.",
        "Rarely has the town such a storm seen.",
        "In Ghent will the bishop a school open?",
        "In the harbour are the boats of the widow.",
        "Among the guests was the mayor surprised.",
        "The judge has the baker fined.",
    ],
)
def test_good_english_questions_and_other_clauses_stay(text: str) -> None:
    assert ORDER.edits(text) == []


def test_in_an_article_of_any_language_the_clause_needs_its_object() -> None:
    assert ANY.certain("In Ghent will the bishop a school open.") == "In Ghent the bishop will open a school."
    assert ANY.edits("Since March is the ferry by a crew repaired.") == []
