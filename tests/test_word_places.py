"""Patterns find the same where they look at a few places as where they look everywhere, and no mention is repaired."""

from __future__ import annotations

import pytest

from cleanup.edits import Applicability
from cleanup.resources import Resources
from cleanup.rulepack import Entry, Phrase
from cleanup.word_places import word_places

TEXT = "He took a decision. They take the decision\nto take a walk.\nA decision, take a decision or took it."


def test_lines_and_the_last_place_in_each() -> None:
    places = word_places("one two\ntwo one one\nthree")
    assert places.lines_with(["one"]) == {0: 0, 1: 16}
    assert places.span(1) == (8, 20)
    assert "three" in places.words()


def test_openings_that_a_needed_word_follows_in_their_line() -> None:
    places = word_places(TEXT)
    reached = places.lines_with(["decision"])
    assert [TEXT[at : at + 6] for at in places.openings(["took", "take"], reached)] == ["took a", "take t", "take a"]
    assert len(list(places.openings(["took", "take"], None))) == 5


@pytest.mark.parametrize(
    ("match", "anchors", "openings"),
    [
        ("(?:took|take) (?:a|the) decision", ["decision"], ["take", "took"]),
        ("[a-z]+ (?:a|the) decision", ["decision"], []),
        ("decision[^a-z]to", ["decision"], ["decision"]),
        ("it[.]$", ["it"], []),
        ("(?<=They )take", [], ["take"]),
    ],
)
def test_matches_are_those_of_a_search_through_the_text(
    match: str, anchors: list[str], openings: list[str], resources: Resources
) -> None:
    entry = Entry(match, "made", "", "", "", "", case_sensitive=True)
    phrase = Phrase(resources.rules["exonym-name"], entry, anchors, openings, whole_words=False)
    everywhere = list(phrase.edits(TEXT, {}))
    assert list(phrase.edits(TEXT, {}, word_places(TEXT))) == everywhere
    assert everywhere


def test_a_phrase_that_is_only_mentioned_is_not_applied(resources: Resources) -> None:
    entry = Entry("peculate", "embezzlement", "", "", "", "", applicability=Applicability.SAFE)
    phrase = Phrase(resources.rules["calques-pt-law"], entry, [], [], whole_words=True)
    said, mentioned = "He denied the peculate.", "He spelled “peculate” with two c’s."
    assert [edit.applicability for edit in phrase.edits(said, {})] == [Applicability.SAFE]
    assert [edit.applicability for edit in phrase.edits(mentioned, {})] == [Applicability.UNSAFE]
