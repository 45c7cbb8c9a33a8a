"""Markdown: what is text, and that nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleanup.edits import Change
from cleanup.formats import FormatError
from cleanup.formats.markdown import MarkdownDocument, decode
from tests.formats.helpers import changes, check_round_trip, replaced

PATH = Path("a.md")
BLOCKS = [
    "---\ntitle: Mosca\n---\n",
    "# The *Mosca* talks #",
    "In **Mosca**just before `the code` and <b>so</b>on[^1] of\nthe two [link *text*](http://x.example 'the title').",
    "* one of ~~the~~ two\n  and more\n* two: **the *old* town**",
    "1. first\n2. second ![the picture](a.png) here",
    "> said the\n> man from Roma  \n> and left",
    "| the name | the **town** |\n|---|---|\n| Mosca | x \\| y | \n| _it_ | Roma |",
    "    code of the\n    block",
    "```\nthe code\n```",
    "<div>\nthe HTML\n</div>",
    "[^1]: The note of Mosca.",
    "[ref]: http://x.example 'the title'",
    "Setext [ref] ***both*** x_y_z &amp; \\* AT&amp;T\n===",
    "two * three * four, snake_case, 5 < 6, a]b [c",
    '[^9] stays, [the](x.html "y") Mosca <https://x.example/the>',
]


def document(text: str) -> MarkdownDocument:
    return decode(PATH, text.encode())


@st.composite
def files(draw: st.DrawFn) -> tuple[MarkdownDocument, list[Change]]:
    end = draw(st.sampled_from(["\n", "\r\n"]))
    blocks = draw(st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=4, unique=True))
    blocks.sort(key=BLOCKS.index)
    text = "\n\n".join(blocks).replace("\n", end) + draw(st.sampled_from(["", end]))
    found = document(text)
    return found, draw(changes(found.segments[0]))


@settings(max_examples=100, deadline=None)
@given(files())
def test_changes_survive(case: tuple[MarkdownDocument, list[Change]]) -> None:
    found, chosen = case
    check_round_trip(found, PATH, [chosen])


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_no_change_is_no_byte(block: str, mark: bytes) -> None:
    data = mark + block.replace("\n", "\r\n").encode()
    found = decode(PATH, data)
    assert found.encode([[]]) == data


def test_reads_as_a_reader_does() -> None:
    found = document("\n\n".join(BLOCKS))
    text = found.segments[0].text
    assert text.startswith(
        "The Mosca talks\n\nIn Moscajust before the code and soon of the two link text.\n\none of the two"
    )
    assert "said the man from Roma\n\nand left" in text
    assert "both x_y_z & * AT&T" in text
    for hidden in ("title", "block", "HTML", "picture", "example'", "|"):
        assert hidden not in text


@pytest.mark.parametrize(
    ("before", "old", "new", "after"),
    [
        ("In **Mosca**just so", "Moscajust", "Moscow, just", "In **Moscow**, just so"),
        ("In **Moscajust** so", "Moscajust", "Moscow just", "In **Moscow just** so"),
        ("of **the** France", "the France", "France", "of France"),
        ("of **old the** town", " the", "", "of **old** town"),
        ("of **old the** town", "the ", "", "of **old** town"),
        ("a [Mosca](the.html) b", "Mosca", "Moscow", "a [Moscow](the.html) b"),
        ("the 1. of May", "the ", "", "1\\. of May"),
        ("> said the\n> + man", "said", "# x", "> \\# x the\n> + man"),
        ("Rome[^1]. x\n\n[^1]: y", "Rome.", "Rome, Italy.", "Rome, Italy[^1]. x\n\n[^1]: y"),
        ("so _it_was", "it", "it*", "so _it\\*_was"),
        ("the [men old](u) so", "men old", "old men", "the [old men](u) so"),
        ("the *men old* so", "men old", "old men", "the *old men* so"),
        ("the **men old**, so", "men old", "old men of Rome", "the **old men of Rome**, so"),
        ("the [*men* old](u) so", "men old", "old men", "the [old *men*](u) so"),
        ("the [men *old*](u) so", "men old", "old men", "the [*old* men](u) so"),
        ("the men [old](u) so", "men old", "old men", "the [old](u) men so"),
        ("the [men](u) old so", "men old", "old men", "the old [men](u) so"),
        ("the *men* [old](u) so", "men old", "old men", "the [old](u) men so"),
        ("the [men old](u)they so", "men oldthey", "old men, they", "the [old men](u), they so"),
    ],
)
def test_changes_at_marks(before: str, old: str, new: str, after: str) -> None:
    found = document(before)
    assert found.encode([[replaced(found.segments[0], old, new)]]).decode() == after


def test_code_links_and_notes_are_protected() -> None:
    segment = document("Use `the code` and <https://x.example/the> now [^7].").segments[0]
    kept = [segment.text[span.start : span.end] for span in segment.protected]
    assert kept == ["the code", "https://x.example/the", "[^7]"]


def test_every_offset_is_that_of_the_file() -> None:
    text = "\n\n".join(BLOCKS[:4])
    segment = document(text).segments[0]
    for index, character in enumerate(segment.text):
        if character.isalpha():
            assert text[segment.to_file(index)] == character


@pytest.mark.parametrize("data", [b"a\0b", "caffè".encode("latin-1"), b"\xff\xfe\x00"])
def test_what_cannot_be_read(data: bytes) -> None:
    with pytest.raises(FormatError, match=r"^a\.md:1: "):
        decode(PATH, data)


@pytest.mark.parametrize("text", ["[" * 3000, "*a " * 2000, "> " * 500 + "x", "```\nnever closed", "<div>never closed"])
def test_hostile_files(text: str) -> None:
    found = document(text)
    assert found.encode([[] for _ in found.segments]) == text.encode()
