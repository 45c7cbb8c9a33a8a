"""HTML: only text nodes change, and words are seen as a reader sees them."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleanup.edits import Change
from cleanup.formats import FormatError
from cleanup.formats.html import HtmlDocument, decode
from tests.formats.helpers import change, changes, check_round_trip, replaced

PATH = Path("a.html")
BLOCKS = [
    '<!DOCTYPE html>\n<html lang="it"><head><meta charset="utf-8"><title>The town</title>'
    "<style>p { color: red }</style>",
    "<script>if (the < town) { write('<p>the</p>') }</script><!-- the <b>note</b> -->",
    "<p>In <b>Mosca</b>just before\n   <i>the </i> <u>man</u>, Tom &amp; Anna&nbsp;said <code>the code</code>.</p>",
    '<P ID="p">one<br>two<br/>three <img src="the.png" alt="the pet"> four<sup>1</sup>th and the 2<sup>nd</sup></P>',
    "<ul><li>the first<li>the <a href='the'>second <em>link</em></a> &lt; third</ul>",
    "<div>outside <p>the inside</p> after <pre>the\n  code</pre> again <span lang='it'>la casa</span> end</div>",
    "<table><tr><td>the cell<td>Roma</table>",
    "<p>broken <b>the <i>marks</b> here</i> and </u> &copy the & end &#8217;s &#x201C;so&rdquo; &bogus; <",
    "<p hidden>the hidden</p><p translate=no>Acme</p><button>the button</button>",
]


def document(text: str) -> HtmlDocument:
    return decode(PATH, text.encode())


class _Markup(HTMLParser):
    """Gathers everything but text."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(self.get_starttag_text())

    def handle_endtag(self, tag: str) -> None:
        self.seen.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        self.seen.append(data)


def markup(text: str) -> list[str | None]:
    parser = _Markup()
    parser.feed(text)
    parser.close()
    return parser.seen


@st.composite
def files(draw: st.DrawFn) -> tuple[HtmlDocument, list[Change]]:
    blocks = draw(st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=4, unique=True))
    text = "\n".join(sorted(blocks, key=BLOCKS.index)).replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    found = document(text)
    return found, draw(changes(found.segments[0]))


@settings(max_examples=150, deadline=None)
@given(files())
def test_changes_survive_and_markup_stays(case: tuple[HtmlDocument, list[Change]]) -> None:
    found, chosen = case
    written = check_round_trip(found, PATH, [chosen])
    assert markup(written.decode()) == markup(found.text)


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_no_change_is_no_byte(block: str, mark: bytes) -> None:
    data = mark + block.replace("\n", "\r\n").encode()
    found = decode(PATH, data)
    assert found.encode([[]]) == data


def test_reads_as_a_reader_does() -> None:
    assert document("".join(BLOCKS)).segments[0].text.split("\n\n") == [
        "The town",
        "In Moscajust before the man, Tom & Anna\xa0said the code.",
        "one",
        "two",
        "three \ufffc fourth and the 2nd",
        "the first",
        "the second link < third",
        "outside",
        "the inside",
        "after",
        "again la casa end",
        "the cell",
        "Roma",
        "broken the marks here and © the & end ’s “so” &bogus; <",
        "Acme",
        "the button",
    ]


@pytest.mark.parametrize(
    ("before", "old", "new", "after"),
    [
        ("<p><b>Mosca</b>just so", "Moscajust", "Moscow, just", "<p><b>Moscow</b>, just so"),
        ("<p><b>Mosca</b><i>just</i>", "Moscajust", "Moscow just", "<p><b>Moscow</b> <i>just</i>"),
        ("<p><span>M</span>osca so", "Mosca", "Moscow", "<p><span>M</span>oscow so"),
        ("<p>in <b>the</b> France", "the France", "France", "<p>in <b></b>France"),
        ("<p>Tom &amp; Anna&rsquo;s", "Anna", "R&D <x>", "<p>Tom &amp; R&amp;D &lt;x&gt;&rsquo;s"),
        ("<p>Anna&rsquo;s", "Anna’s", "Anne’s", "<p>Anne&rsquo;s"),
        ("<p>one\n   two", "two", "2", "<p>one\n   2"),
        ("<p>the <a href='u'>men old</a> so", "men old", "old men", "<p>the <a href='u'>old men</a> so"),
        ("<p><a><em>men old</em></a>", "men old", "old men", "<p><a><em>old men</em></a>"),
        ("<p><a><em>men</em> old</a>", "men old", "old men", "<p><a>old <em>men</em></a>"),
        ("<p><a>men <em>old</em></a>", "men old", "old men", "<p><a><em>old</em> men</a>"),
        ("<p>men <a>old</a> so", "men old", "old men", "<p><a>old</a> men so"),
        ("<p><a>men</a> old so", "men old", "old men", "<p>old <a>men</a> so"),
        ("<p>the <a>men old</a>they so", "men oldthey", "old men, they", "<p>the <a>old men</a>, they so"),
    ],
)
def test_changes_at_tags(before: str, old: str, new: str, after: str) -> None:
    found = document(before)
    assert found.encode([[replaced(found.segments[0], old, new)]]).decode() == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p><a>men</a> so", "<p>The <a>men</a> so"),
        ("<h1>so</h1><p> <b><i>men</i></b>", "<h1>The so</h1><p> <b><i>men</i></b>"),
        ("<a><p><b>men</b>", "<a><p>The <b>men</b>"),
        ("<code>men</code> so", "The <code>men</code> so"),
    ],
)
def test_what_comes_before_a_paragraph_is_no_part_of_its_marks(before: str, after: str) -> None:
    found = document(before)
    assert found.encode([[change(found.segments[0], 0, 0, "The ")]]).decode() == after


def test_code_and_other_languages_are_protected() -> None:
    segment = document('<p lang="fr">les amis <b lang="en-GB">of</b></p><p><code>x</code> y <kbd>z</kbd>').segments[0]
    kept = "".join(segment.text[span.start : span.end] for span in segment.protected)
    assert kept == "lesamisxz"


def test_every_offset_is_that_of_the_file() -> None:
    text = "\r\n".join(BLOCKS)
    segment = document(text).segments[0]
    for index, character in enumerate(segment.text):
        if character.isalnum():
            assert text[segment.to_file(index)] == character


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html>\n<meta charset='iso-8859-1'>", r"^a\.html:2: the file says that it is iso-8859-1; give --encoding"),
        (b'<?xml version="1.0" encoding="windows-1252"?>', r"^a\.html:1: the file says that it is windows-1252"),
        ("<p>caffè".encode("latin-1"), r"^a\.html:1: byte 7 is not UTF-8"),
    ],
)
def test_what_cannot_be_read(data: bytes, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        decode(PATH, data)


@pytest.mark.parametrize(
    "text",
    [
        "<" * 2000,
        "<b>" * 2000 + "x",
        "<!--",
        "<![CDATA[x",
        "<script>the",
        "</p></b>x",
        "<p",
        "&#99999999999;x&#0;",
        "<a b='",
    ],
)
def test_hostile_files(text: str) -> None:
    found = document(text)
    assert found.encode([[] for _ in found.segments]) == text.encode()
