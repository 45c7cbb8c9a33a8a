"""Text in decomposed letters is repaired like composed text, and stays decomposed where nothing was repaired."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from cleanup.article import Span
from cleanup.cleaner import Cleaner
from cleanup.composed import Composed
from cleanup.resources import Resources

TEXT = (
    "The café on the square was full.\n\nThe minister flew from Città del Capoto Tirana, where the Perù it had opened"
    " an embassy. José Ibáñez, his interpreter, stayed in Kraków."
)
CLEANER = Cleaner(Resources())


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def test_decomposed_text_is_repaired_like_composed_text() -> None:
    composed = CLEANER.clean(TEXT, source_language="it")
    result = CLEANER.clean(decomposed(TEXT), source_language="it")
    assert "Cape Town" in composed.text
    assert unicodedata.normalize("NFC", result.text) == composed.text
    assert [change.replacements for change in result.changes] == [change.replacements for change in composed.changes]


def test_what_is_not_repaired_stays_as_it_was() -> None:
    result = CLEANER.clean(decomposed(TEXT), source_language="it")
    assert decomposed("café") in result.text
    assert decomposed("José Ibáñez") in result.text
    for change in result.changes:
        assert result.article.original[change.start : change.end] == change.original


def test_spans_are_carried_over() -> None:
    text = decomposed("Zoë ate crème brûlée.")
    start = text.index(decomposed("crème"))
    composed = Composed(text)
    spans = composed.spans([Span(start, len(text) - 1, "link")])
    assert [composed.text[span.start : span.end] for span in spans] == ["crème brûlée"]


@given(st.text(alphabet="aeo ñéü.\r\n\u0301\u0323\u1112\u1161\u11ab\U0001f468\u200d\u1f82", max_size=30))
def test_the_way_back_ends_where_it_began(text: str) -> None:
    composed = Composed(text)
    assert composed.text == unicodedata.normalize("NFC", text)
    whole = composed.spans([Span(0, len(text), "all")])
    assert [composed.text[span.start : span.end] for span in whole] == [composed.text]
