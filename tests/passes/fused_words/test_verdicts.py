"""What a border offers as its second choice, and when a clause has its verb or reports something."""

from __future__ import annotations

from cleanup.passes.fused_words.clause import Place
from cleanup.passes.fused_words.verdicts import Border, has_verb, reports_something
from cleanup.resources import Resources

RESOURCES = Resources()


def place(before: str, left: str, right: str, after: str) -> Place:
    return Place(RESOURCES.words, RESOURCES.names, before.split(), left, right, after.split(), left_is_name=True)


def test_the_second_choice_is_the_other_mark() -> None:
    assert Border(",", "", 0.9).other == ""
    assert Border("", "", 0.9).other == ","
    assert Border(", which", "", 0.6).adds_word


def test_a_clause_that_begins_with_a_pronoun_has_its_verb() -> None:
    assert has_verb(place("They left", "Rome", "it", "was hot"))
    assert not has_verb(place("The port of", "Rome", "it", "was hot"))


def test_what_was_said_is_reported() -> None:
    assert reports_something(place("He told", "Rome", "she", "was ill"))
    assert not reports_something(place("He left", "Rome", "she", "was ill"))
