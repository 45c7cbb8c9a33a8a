"""Verbs at the end of main clauses, and helping verbs left at the end of any."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from cleanup.edits import Edit
from cleanup.passes.order.main_final import MainFinal
from cleanup.resources import Resources
from cleanup.syntax.parser import Sentence
from tests.reorderings import Reorderings


class _InOneKind:
    """The part for articles whose language ends on its verb, or for others."""

    def __init__(self, *, verb_last: bool) -> None:
        self._part, self._verb_last = MainFinal(Resources()), verb_last

    def edits(self, text: str, sentence: Sentence) -> Iterable[Edit]:
        """The edits for such an article."""
        return self._part.edits(text, sentence, verb_last=self._verb_last)


TURKISH, ANY = Reorderings(_InOneKind(verb_last=True)), Reorderings(_InOneKind(verb_last=False))


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("The potter the broken jug on Monday glued.", "The potter glued the broken jug on Monday."),
        ("The monks their honey in jars sell.", "The monks sell their honey in jars."),
        ("The potter the broken jug glued on Monday.", "The potter glued the broken jug on Monday."),
        ("The monks the honey sold and left.", "The monks sold the honey and left."),
        ("Last winter rainfall 40 litres was.", "Last winter rainfall was 40 litres."),
    ],
)
def test_the_verb_of_a_main_clause_goes_behind_its_subject(bad: str, good: str) -> None:
    assert TURKISH.certain(bad) == good
    assert ANY.certain(bad) == bad
    assert TURKISH.certain(good) == good


def test_a_clause_that_belongs_to_a_noun_stays() -> None:
    for text in ("The songs the band plays.", "The jug the potters glued on Monday has cracked."):
        assert TURKISH.certain(text) == text


def test_who_does_it_is_a_guess_where_the_second_noun_is_a_person() -> None:
    bad = "The workshop the young teacher trained."
    assert TURKISH.certain(bad) == bad
    assert TURKISH.guesses(bad)


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("The mill destroyed during the recent flood was.", "The mill was destroyed during the recent flood."),
        ("They say that a boat repaired in the port was.", "They say that a boat was repaired in the port."),
        ("He stayed because it too early to leave was.", "He stayed because it was too early to leave."),
        ("She is a nurse who been on strike since June has.", "She is a nurse who has been on strike since June."),
    ],
)
def test_a_helping_verb_goes_before_its_participle(bad: str, good: str) -> None:
    assert ANY.certain(bad) == good
    assert ANY.edits(good) == []


@pytest.mark.parametrize(
    "text",
    [
        "The guard left the gate unlocked.",
        "The barge is as long as the one built in May was.",
        "Nobody else fell ill, but the cook hired in June was.",
        "They know who the clerk hired in June was.",
        "Ten people on board the barge are wounded.",
        "A hero he was not.",
        "They launch a challenge in May.",
        "He is the thief who robbed the baker.",
    ],
)
def test_leaves_sound_clauses_alone(text: str) -> None:
    assert TURKISH.edits(text) == []
