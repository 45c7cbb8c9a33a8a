"""Words behind a noun that the corpora have before nouns."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.passes.order import WordOrder
from cleanup.resources import Resources
from cleanup.syntax.parser import Sentence
from tests.reorderings import Reorderings


class Whole:
    """The whole pass, as a part of itself: for texts of one sentence."""

    def __init__(self) -> None:
        self._order = WordOrder(Resources())

    def edits(self, text: str, _: Sentence) -> Iterable[Edit]:
        """All edits of the pass."""
        return self._order(Article(text, text))


ORDER = Reorderings(Whole())


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("For the third night consecutive, the harbour froze.", "For the third consecutive night, the harbour froze."),
        (
            "They spoke against the working shifts new introduced by the port.",
            "They spoke against the new working shifts introduced by the port.",
        ),
        ("They put the money in connections international.", "They put the money in international connections."),
        ("It lists three other painters famous.", "It lists three other famous painters."),
        ("It fell at the border northernmost of the county.", "It fell at the northernmost border of the county."),
    ],
)
def test_puts_in_order(bad: str, good: str) -> None:
    assert ORDER.certain(bad) == good
    assert ORDER.certain(good) == good


@pytest.mark.parametrize(
    ("bad", "guess"),
    [
        ("The sector tourist also fears for July.", "The tourist sector also fears for July."),
        ("There are two moments nice in this film.", "There are two nice moments in this film."),
    ],
)
def test_suggests(bad: str, guess: str) -> None:
    assert ORDER.certain(bad) == bad
    assert ORDER.guesses(bad) == [guess]


@pytest.mark.parametrize(
    "text",
    [
        "They sailed with rules new to the crew.",
        "He was a knight errant, she said.",
        "She found a letter unopened.",
        "It was the only road passable.",
        "They painted the door red and left.",
        "The guard left the gate unlocked.",
        "Ice covered the hills north of the town.",
        "She read the news online.",
        "They met a temperance reformer from Ohio.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert ORDER.certain(text) == text
    assert ORDER.guesses(text) == []


class Translated(Whole):
    """The whole pass on an article from a language that puts adjectives behind."""

    def edits(self, text: str, _: Sentence) -> Iterable[Edit]:
        """All edits of the pass."""
        return self._order(Article(text, text, (), (), "es"))


TRANSLATED = Reorderings(Translated())


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("The bread frozen keeps for a month.", "The frozen bread keeps for a month."),
        ("The ferries three-storey sail at noon.", "The three-storey ferries sail at noon."),
        ("The bridge old over the fjord was shut.", "The old bridge over the fjord was shut."),
        ("A bay very deep lies behind it.", "A very deep bay lies behind it."),
    ],
)
def test_puts_in_order_by_place_where_the_language_has_them_behind(bad: str, good: str) -> None:
    assert TRANSLATED.certain(bad) == good
    assert TRANSLATED.certain(good) == good


@pytest.mark.parametrize(
    "text",
    [
        "The people present voted, and the best team possible won.",
        "Fishermen young and old came to the quay.",
        "The works council met the man third from left.",
        "The heat made the work difficult and the crew angry.",
        "He could only direct his effort wide after the break.",
        "A woman angry at the delay rang the bell.",
        "The clerk of the lost property office slept.",
        "A price more affordable than rent is rare.",
    ],
)
def test_leaves_what_stands_behind_in_good_english(text: str) -> None:
    assert TRANSLATED.certain(text) == text
