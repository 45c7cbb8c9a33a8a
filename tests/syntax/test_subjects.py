"""The subject of a verb: its head, how many it is, and no answer where the clause is not plain."""

from __future__ import annotations

import pytest

from cleanup.resources import Resources
from cleanup.syntax.noun_phrases import Number
from cleanup.syntax.parser import tag_sentence
from cleanup.syntax.subjects import Subjects

RESOURCES = Resources()
SUBJECTS = Subjects(RESOURCES.words, RESOURCES.names, {"Varga"}.__contains__)


def subject(text: str, verb: str) -> tuple[str, Number] | None:
    """The head and the number of the subject of a verb."""
    words = tag_sentence(text)
    index = next(at for at, word in enumerate(words) if word.text == verb)
    found = SUBJECTS.of_verbs(words).get(index)
    return None if found is None else (words[found.head].text, found.number)


@pytest.mark.parametrize(
    ("text", "verb", "head", "number"),
    [
        ("The houses near the old river are empty.", "are", "houses", Number.MORE),
        ("The mayor, who was born in the north, has left.", "has", "mayor", Number.ONE),
        ("He says the price of the tickets is too high.", "is", "price", Number.ONE),
        ("One of the bridges has been closed.", "has", "One", Number.ONE),
        ("Some 20 per cent of the voters have left.", "have", "cent", Number.MORE),
        ("The mayor and his deputy have left.", "have", "mayor", Number.MORE),
        ("They met a baker who sells bread.", "sells", "baker", Number.ONE),
        ("People open the window and give them bread.", "give", "People", Number.MORE),
        ("In May, Varga has to go.", "has", "Varga", Number.ONE),
        ("Each week she sends a letter to him.", "sends", "she", Number.ONE),
        ("The team are ready for the match.", "are", "team", Number.GROUP),
        ("A number of people are waiting.", "are", "number", Number.OPEN),
        ("Ten years is a long time.", "is", "years", Number.OPEN),
        ("The cost of fuel and food is high.", "is", "cost", Number.OPEN),
    ],
)
def test_subjects_are_found(text: str, verb: str, head: str, number: Number) -> None:
    assert subject(text, verb) == (head, number)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Among the guests in the hall is the mayor.", "is"),
        ("The people who say the story is false have left.", "is"),
        ("What the houses need is paint.", "is"),
        ("Should the teacher lose it, call me.", "lose"),
    ],
)
def test_an_unclear_clause_has_no_subject(text: str, verb: str) -> None:
    assert subject(text, verb) is None


@pytest.mark.parametrize(
    ("text", "verb", "head"),
    [("There are two bridges in the town.", "are", "bridges"), ("Here is a map of it.", "is", "map")],
)
def test_the_subject_behind_there(text: str, verb: str, head: str) -> None:
    words = tag_sentence(text)
    found = SUBJECTS.behind_there(words, 0)
    assert found is not None
    assert (words[found[0]].text, words[found[1].head].text) == (verb, head)
