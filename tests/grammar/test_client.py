from __future__ import annotations

import pytest

from cleanup.article import Span
from cleanup.grammar.client import MOST_WORDS, Chunk, Piece, Utf16Offsets, annotate, chunks, mask
from cleanup.grammar.errors import LanguageToolError
from cleanup.grammar.server import RemoteServer


def paragraph(words: int) -> str:
    return " ".join(["word"] * (words - 1) + ["end."])


def sizes(text: str, parts: list[Chunk]) -> list[int]:
    return [len(text[part.start : part.end].split()) for part in parts]


def test_offsets_of_plain_text_stay() -> None:
    offsets = Utf16Offsets("naïve “text”")
    assert [offsets.code_point(n) for n in range(13)] == list(range(13))


def test_offsets_after_wide_characters_count_them_once() -> None:
    text = "a😀b🇫🇷c"
    offsets = Utf16Offsets(text)
    for index in range(len(text) + 1):
        assert offsets.code_point(len(text[:index].encode("utf-16-le")) // 2) == index


def test_a_short_text_is_one_chunk() -> None:
    assert chunks("One.\n\nTwo.\n") == [Chunk(0, 11)]


def test_an_empty_text_has_no_chunk() -> None:
    assert chunks("") == []
    assert chunks(" \n\n ") == []


def test_chunks_end_at_paragraph_ends_and_cover_the_text() -> None:
    text = "\n\n".join(paragraph(130) for _ in range(20))
    parts = chunks(text)
    assert "".join(text[part.start : part.end] for part in parts) == text
    assert all(text[part.end - 1] == "\n" for part in parts[:-1])
    assert all(500 <= size <= MOST_WORDS for size in sizes(text, parts)[:-1])
    assert len(parts) > 1


def test_a_short_rest_joins_the_chunk_before() -> None:
    text = paragraph(600) + "\n" + paragraph(30)
    assert sizes(text, chunks(text)) == [630]


def test_a_giant_paragraph_is_cut_between_sentences() -> None:
    text = " ".join("This is sentence of seven words here." for _ in range(400))
    parts = chunks(text)
    assert "".join(text[part.start : part.end] for part in parts) == text
    assert all(size <= MOST_WORDS for size in sizes(text, parts))
    assert all(text[part.start : part.end].rstrip().endswith(".") for part in parts)


def test_no_cut_falls_into_a_masked_span() -> None:
    first = paragraph(600)
    text = first + "\n" + paragraph(600)
    span = Span(len(first) - 4, len(first) + 10, "quotation")
    assert chunks(text, [span]) == [Chunk(0, len(text))]
    assert len(chunks(text)) == 2


def test_names_are_read_and_the_rest_is_masked() -> None:
    text = "Moscow uses example.org/x now"
    spans = (Span(0, 6, "name"), Span(12, 25, "url"))
    assert mask(text, spans) == [Span(12, 25, "url")]


def test_masks_that_overlap_become_one() -> None:
    assert mask("abcdefgh", [Span(4, 6, "url"), Span(0, 3, "code"), Span(2, 4, "url")]) == [Span(0, 6, "code")]


def test_a_masked_span_reads_as_a_noun_between_its_own_marks() -> None:
    text = "He said “ni un paso atrás” twice."
    pieces = annotate(text, [Span(8, 26, "quotation")])
    assert pieces == [Piece("He said ", None), Piece("“ni un paso atrás”", "“Smith”"), Piece(" twice.", None)]
    assert "".join(piece.text for piece in pieces) == text


def test_markup_reads_as_nothing() -> None:
    assert annotate("<b>x", [Span(0, 3, "markup")]) == [Piece("<b>", ""), Piece("x", None)]


@pytest.mark.parametrize(
    "url", ["localhost:8081", "http://localhost:8081", "http://localhost:8081/", "http://localhost:8081/v2/"]
)
def test_an_address_may_be_written_in_several_ways(url: str) -> None:
    assert RemoteServer(url).ready() == "http://localhost:8081/"


@pytest.mark.parametrize("url", ["", "ftp://host", "http://"])
def test_what_is_no_address_is_refused_with_the_mend(url: str) -> None:
    with pytest.raises(LanguageToolError, match="http://HOST:PORT"):
        RemoteServer(url)
