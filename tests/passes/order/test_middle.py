"""Objects and times between a helping verb and its verb, as German, Dutch and Turkish have them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cleanup.edits import Edit
from cleanup.passes.order.brackets import Brackets
from cleanup.passes.order.chunks import Kind, middle_parts
from cleanup.passes.order.middle import MiddleField
from cleanup.passes.order.turned import TurnedBrackets
from cleanup.resources import Resources
from cleanup.syntax.parser import Sentence, tag_sentence
from tests.reorderings import Reorderings


class Both:
    """Brackets, turned or not, and what is left of the middle field, in an article of unknown language."""

    def __init__(self) -> None:
        resources = Resources()
        self._brackets, self._middle = Brackets(resources), MiddleField(resources)
        self._turned = TurnedBrackets(resources)

    def edits(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        yield from self._brackets.edits(text, sentence, verb_final=False)
        yield from self._turned.edits(text, sentence, verb_final=False)
        yield from self._middle.edits(text, sentence)


ORDER = Reorderings(Both())


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("The cook will the soup on Friday taste.", "The cook will taste the soup on Friday."),
        ("She could the lid not open.", "She could not open the lid."),
        ("He must at the gate a ticket hand in.", "He must hand in a ticket at the gate."),
        ("On Friday must the cook the soup taste.", "On Friday the cook must taste the soup."),
        ("The choir has with a painter a contract signed.", "The choir has signed a contract with a painter."),
        ("The class has already two poems learned.", "The class has already learned two poems."),
        ("Yesterday has the clerk the office locked.", "Yesterday the clerk locked the office."),
        ("The bridge is now by the army repaired.", "The bridge is now repaired by the army."),
        ("They left because he the boat has sold.", "They left because he has sold the boat."),
        ("She says that she the tune does not know.", "She says that she does not know the tune."),
        ("He slept because the room dark was.", "He slept because the room was dark."),
        ("They sang when they happy were.", "They sang when they were happy."),
        (
            "The sailors, who the letter only on Sunday received, wept.",
            "The sailors, who received the letter only on Sunday, wept.",
        ),
        (
            "It is the oldest boat until now in the lake found.",
            "It is the oldest boat found in the lake until now.",
        ),
    ],
)
def test_brings_the_verbs_together(bad: str, good: str) -> None:
    assert ORDER.certain(bad) == good
    assert ORDER.certain(good) == good


@pytest.mark.parametrize(
    "text",
    [
        "Will the cook the soup on Friday taste?",
        "The cook will open the night market.",
        "She has two sisters married and one brother employed.",
        "He has the keys ready and the car parked outside.",
        "The house was by law protected.",
        "The count was by his own admission ruined.",
        "They won because we the people have spoken.",
        "He said that the fee demanded was, in short, absurd.",
        "As long as the people involved are, he is content.",
        "The dog that the cat the day before had chased slept.",
        "Mend it or let the others mend it, but all the same come.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert ORDER.edits(text) == []


def test_a_state_that_one_has_is_only_a_guess() -> None:
    assert ORDER.guesses("The farm has no cherries planted.") == ["The farm has not planted any cherries."]


@pytest.mark.parametrize(
    ("middle", "kinds"),
    [
        ("the soup on Friday", [Kind.OBJECT, Kind.TIME]),
        ("no longer with a painter a contract", [Kind.ADVERB, Kind.PLACE, Kind.OBJECT]),
        ("him last week in the garden", [Kind.PRONOUN, Kind.TIME, Kind.PLACE]),
        ("yesterday only in the town of his birth", [Kind.TIME, Kind.PLACE]),
        ("since 1990 the mayor ’s house", [Kind.TIME, Kind.OBJECT]),
        ("all the same", None),
        ("the soup which", None),
    ],
)
def test_parts_of_the_middle_of_a_clause(middle: str, kinds: list[Kind] | None) -> None:
    words = tag_sentence(middle)
    parts = middle_parts(words, 0, len(words))
    assert (None if parts is None else [part.kind for part in parts]) == kinds
