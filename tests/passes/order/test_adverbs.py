"""Adverbs and times between a verb and its object."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from cleanup.edits import Edit
from cleanup.passes.order.adverbs import AdverbOrder
from cleanup.resources import Resources
from cleanup.syntax.parser import Sentence
from tests.reorderings import Reorderings


class _InOneKind:
    """The part for translated articles, or for others."""

    def __init__(self, *, foreign: bool) -> None:
        self._part, self._foreign = AdverbOrder(Resources()), foreign

    def edits(self, text: str, sentence: Sentence) -> Iterable[Edit]:
        """The edits for such an article."""
        return self._part.edits(text, sentence, foreign=self._foreign)


ORDER, TRANSLATED = Reorderings(_InOneKind(foreign=False)), Reorderings(_InOneKind(foreign=True))


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("She drinks often tea.", "She often drinks tea."),
        ("He drinks always tea, they say.", "He always drinks tea, they say."),
        ("Police arrested on Monday the driver.", "Police arrested the driver on Monday."),
        ("The mayor opened yesterday the bridge.", "The mayor opened the bridge yesterday."),
        ("The firm closed last year the shop.", "The firm closed the shop last year."),
        ("They signed in May a treaty, and left.", "They signed a treaty in May, and left."),
        ("He speaks well Greek.", "He speaks Greek well."),
        ("He speaks very well Greek.", "He speaks Greek very well."),
        ("They are building year after year houses.", "They are building houses year after year."),
    ],
)
def test_brings_verb_and_object_together(bad: str, good: str) -> None:
    assert ORDER.certain(bad) == good
    assert ORDER.certain(good) == good


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("The choir needs also a tenor.", "The choir also needs a tenor."),
        ("He keeps still two goats.", "He still keeps two goats."),
        ("The mill has now a museum.", "The mill now has a museum."),
        ("They say also a prayer.", "They also say a prayer."),
        ("The firm sketches every day nine hats.", "The firm sketches nine hats every day."),
        ("She adores very much the sea.", "She adores the sea very much."),
        ("Divers studied for years the wreck.", "Divers studied the wreck for years."),
        ("The team lost yesterday the final.", "The team lost the final yesterday."),
    ],
)
def test_in_a_translation_no_style_has_them_there(bad: str, good: str) -> None:
    assert TRANSLATED.certain(bad) == good
    assert TRANSLATED.certain(good) == good
    assert ORDER.certain(bad) == bad or "yesterday" in bad


@pytest.mark.parametrize(
    "text",
    [
        "He says now the plan is dead, and they're now a crew.",
        "She paints still lifes.",
        "It is now the law, and there are still a few.",
        "They begin today the second round.",
        "They live now two years in Bergen.",
    ],
)
def test_in_a_translation_leaves_alone(text: str) -> None:
    assert TRANSLATED.certain(text) == text


def test_with_an_unknown_verb_only_guesses() -> None:
    text = "They are sketching on Monday boats."
    assert ORDER.certain(text) == text
    assert ORDER.guesses(text) == ["They are sketching boats on Monday."]


@pytest.mark.parametrize(
    "text",
    [
        "He said yesterday the plan was dead.",
        "He won again the next year.",
        "They were arrested on Monday the driver said.",
        "They were often friends.",
        "He painted this winter scene.",
        "The shop opened in December sunshine.",
        "They opened on Sunday afternoons.",
        "They met often last year.",
        "He paid in May the sum that they had agreed on long before.",
        "She was named in June queen.",
        "He lived always alone.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert ORDER.certain(text) == text
