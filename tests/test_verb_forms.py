"""Forms of English verbs."""

from __future__ import annotations

import pytest

from cleanup.lexicon.words import words
from cleanup.verb_forms import past


@pytest.mark.parametrize(
    ("base", "form"),
    [("leave", "left"), ("stop", "stopped"), ("carry", "carried"), ("agree", "agreed"), ("open", "opened")],
)
def test_past(base: str, form: str) -> None:
    assert past(base, words()) == form


def test_no_past_of_what_is_no_verb() -> None:
    assert past("table cloth", words()) is None
