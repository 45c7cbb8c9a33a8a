"""`not` before the verb of a subordinate clause."""

from __future__ import annotations

import pytest

from cleanup.passes.order.denials import Denials
from cleanup.resources import Resources
from tests.reorderings import Reorderings

ORDER = Reorderings(Denials(Resources()))


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("He left because he not wanted to sing.", "He left because he did not want to sing."),
        ("He asks whether she not agrees.", "He asks whether she does not agree."),
        ("The baker who not has paid is sad.", "The baker who has not paid is sad."),
    ],
)
def test_puts_not_behind_a_helping_verb(bad: str, good: str) -> None:
    assert ORDER.certain(bad) == good
    assert ORDER.certain(good) == good


def test_what_a_thing_may_undergo_is_only_a_guess() -> None:
    bad = "The walls that not finished are old."
    assert ORDER.certain(bad) == bad
    assert ORDER.guesses(bad) == ["The walls that did not finish are old."]


@pytest.mark.parametrize("text", ["They asked that he not leave.", "She knew that she not only won but sang."])
def test_leaves_sound_denials_alone(text: str) -> None:
    assert ORDER.edits(text) == []
