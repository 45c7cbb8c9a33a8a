"""The table of prepositions that translations carry over, and what it says of a few heads."""

from __future__ import annotations

from cleanup.lexicon.carried_prepositions import ANY_LANGUAGE, carried_prepositions
from cleanup.lexicon.government import PREPOSITIONS

OTHERS = {"off", "out", "over", "through", "under", "before", "after", "because", "among", "towards"}


def test_every_form_of_a_head_is_found() -> None:
    table = carried_prepositions()
    assert {("waits", "on"), ("waiting", "on"), ("accused", "for"), ("candidates", "to")} <= table.keys()


def test_a_row_holds_for_its_languages_only() -> None:
    (row,) = (row for row in carried_prepositions()["waits", "on"] if row.kind == "v")
    assert row.fits("de")
    assert not row.fits("it")
    assert row.right == ("for",)


def test_the_table_is_well_formed() -> None:
    rows = {row for several in carried_prepositions().values() for row in several}
    assert {row.kind for row in rows} == set("vpano")
    assert {row.certainty for row in rows} == {"sure", "likely", "possible"}
    assert {row.follows for row in rows} <= {"any", "determiner", "bare", "number", "person", "indefinite"}
    assert {word for row in rows for word in row.right} <= {*PREPOSITIONS, *OTHERS}
    assert all(len(code) == 2 or code == ANY_LANGUAGE for row in rows for code in row.languages)
