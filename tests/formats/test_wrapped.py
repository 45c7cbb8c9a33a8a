"""Plain text in lines of one width is read as its paragraphs, and written back in its lines."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanup.cleaner import Cleaner
from cleanup.formats.text import decode
from cleanup.formats.wrapped import unwrapped
from cleanup.resources import Resources

PARAGRAPHS = (
    "The harbour town of Hohenhafen has voted for a second ferry, after a debate that lasted until midnight and in "
    "which the mayor spoke four times. The boat will cost eleven million euros and sail in the spring of next year.\n\n"
    "Fishermen on the quay were not impressed, since the old boat is rarely full and the new one needs a deeper basin."
)


def wrapped(width: int, end: str = "\n") -> str:
    lines = [line for part in PARAGRAPHS.split("\n\n") for line in (*textwrap.wrap(part, width), "")]
    return end.join(lines)


@pytest.mark.parametrize("width", [45, 72, 100])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_wrapped_text_reads_as_its_paragraphs(width: int, end: str) -> None:
    running = unwrapped(wrapped(width, end))
    assert running is not None
    assert running.text.replace("\r\n", "\n").strip() == PARAGRAPHS


@pytest.mark.parametrize(
    "text",
    [
        PARAGRAPHS,
        "A headline of the day\nBy our correspondent in the harbour town of Hohenhafen\nMonday",
        "The ferry sails at eight in the morning from the old quay.\nThe second leaves at noon.\nThe last one waits.",
        "- Bread of the region, baked in the morning, with\n- Cheese of the region, made on the farm of the\n- Salt",
        "Short\nlines\nof a poem\n",
        "One line of sixty characters, which is all that there is here\n",
        "",
    ],
)
def test_other_lines_stay_lines(text: str) -> None:
    assert unwrapped(text) is None


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_defects_across_line_ends_are_repaired_and_the_other_lines_stay(end: str) -> None:
    lines = [
        "Yesterday in the small town on the border the authorities",
        "Italian opened the tunnel that had been closed for a year,",
        "and the France she sent her minister to the opening of it.",
        "He spoke for an hour about Svizzeraand the price of tolls.",
    ]
    data = end.join([*lines, ""]).encode("utf-8")
    document = decode(Path("wrapped.txt"), data)
    result = Cleaner(Resources()).clean(document.segments[0].text, source_language="it")
    written = document.encode([result.changes]).decode("utf-8")
    assert "Italian authorities opened" in " ".join(written.split())
    assert written.endswith(f"{end}He spoke for an hour about Switzerland and the price of tolls.{end}")
    assert document.encode([[]]) == data


@given(st.text(alphabet="ab .\n\r-", max_size=400))
def test_every_code_point_has_its_place(text: str) -> None:
    running = unwrapped(text)
    if running is not None:
        assert "".join(text[place.start : place.end] for place in running.places if place.start < place.end) != ""
        assert all(
            character == text[place.start] or text[place.start : place.end].isspace()
            for character, place in zip(running.text, running.places, strict=True)
        )
        assert [p.start for p in running.places] == sorted(p.start for p in running.places)
