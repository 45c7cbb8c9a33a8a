"""HTML: only the words of text nodes change; not a byte of markup, attributes, scripts, styles or comments.

The standard library's tokenizer is the one well-kept HTML tokenizer for Python that says where each text and each
character reference stands (parsers that build a tree keep no such offsets). What it reports is looked up in the file,
and a text that does not stand there as reported is left alone.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

from cleanup.edits import Change
from cleanup.formats.base import UTF8, FormatError, Segment, Splice
from cleanup.formats.running import OBJECT, Builder, Edited, Running, splice
from cleanup.formats.text import decode as decode_text

_INLINE_NAMES = (
    "a abbr acronym b bdi bdo big cite data del dfn em font i ins "
    "label mark nobr q ruby s small span strike strong sub sup time tt u wbr"
)
_INLINE = frozenset(_INLINE_NAMES.split())
_OBJECTS_NAMES = "img input svg math canvas video audio iframe object embed meter progress"
_OBJECTS = frozenset(_OBJECTS_NAMES.split())
_HIDDEN_NAMES = "script style template noscript textarea select pre svg math iframe object canvas video audio"
_HIDDEN = frozenset(_HIDDEN_NAMES.split())
_CODE = frozenset({"code", "kbd", "samp", "var", "tt"})
_EMPTY_NAMES = "area base br col embed hr img input link meta param source track wbr"
_EMPTY = frozenset(_EMPTY_NAMES.split())
_SPACES = re.compile(r"[ \t\r\n\f]+|[^ \t\r\n\f]+")
_CHARSET = re.compile(
    rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE
)
_UTF8 = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_UNENDED = re.compile(r"&#?\w+\Z")
# What follows `<sup>` where it holds the number of a note, which no reader reads as part of a word.
_NOTE = re.compile(r"(?:<(?!/?su[bp]\b)[^<>]*>|[\d\s\[\](),*†‡§])*</su[bp]\b", re.IGNORECASE)


@dataclass(frozen=True)
class HtmlDocument:
    """An HTML file; its one segment is what a reader reads, a paragraph a block element."""

    path: Path
    text: str
    mark: bytes = b""
    encoding: str = UTF8

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The article."""
        return (self.running.segment,)

    @cached_property
    def running(self) -> Running:
        """The running text of the file."""
        return _Reader(self.text).read()

    def encode(self, changes: Sequence[Sequence[Change]]) -> bytes:
        """The bytes of the file with these changes made; what its encoding lacks is written as a reference."""
        return self.mark + splice(self.text, self.splices(changes)).encode(self.encoding, "xmlcharrefreplace")

    def splices(self, changes: Sequence[Sequence[Change]]) -> list[Splice]:
        """The replacements in the file's text that make these changes."""
        edited = Edited(self.running, changes[0])
        splices = edited.splices(lambda text, _: html.escape(text, quote=False))
        return [(start, end, self._end_reference(start) + new) for start, end, new in splices]

    def _end_reference(self, offset: int) -> str:
        """The semicolon that a character reference before a change lacks: what follows could become part of it."""
        reference = _UNENDED.search(self.text, max(0, offset - 40), offset)
        return ";" if reference and html.unescape(reference.group()) != reference.group() else ""


def decode(path: Path, data: bytes, encoding: str | None = None) -> HtmlDocument:
    """The document in the bytes of an HTML file; a byte order mark and `encoding` are stronger than what it says.

    Raises FormatError for what is binary or not in its encoding.
    """
    plain = decode_text(path, data, encoding or _declared(path, data))
    return HtmlDocument(path, plain.text, plain.mark, plain.encoding)


def _declared(path: Path, data: bytes) -> str:
    """UTF-8, which is what a file may say of itself. Raises FormatError where it says that it is something else."""
    said = _CHARSET.search(data, 0, 4096)
    charset = ((said[1] or said[2]) if said else b"utf-8").decode("ascii").lower()
    if charset not in _UTF8:
        line = data.count(b"\n", 0, said.start() if said else 0) + 1
        raise FormatError(
            f"{path}:{line}: the file says that it is {charset}; give --encoding {charset}, or convert it to UTF-8 "
            f"(iconv -f {charset} -t utf-8), and the charset in it"
        )
    return UTF8


@dataclass(slots=True)
class _Element:
    """An open element: its name, whether its text is hidden or protected, and whether it counts as a mark."""

    name: str
    hidden: bool
    kind: str | None
    is_mark: bool


class _Reader(HTMLParser):
    """Makes the running text of an HTML file."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self._text = text
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self._builder = Builder()
        self._open: list[_Element] = []

    def read(self) -> Running:
        """The running text."""
        self.feed(self._text)
        self.close()
        return self._builder.finish()

    @property
    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    @property
    def _is_hidden(self) -> bool:
        return bool(self._open) and self._open[-1].hidden

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, or begin a paragraph."""
        start = self._offset
        end = start + len(self.get_starttag_text() or "")
        if tag == "br":
            self._builder.paragraph()
        elif tag in _OBJECTS and not self._is_hidden:
            self._builder.character(OBJECT, start, end, "markup")
        elif tag not in _INLINE and tag not in _CODE:
            self._builder.paragraph()
        if tag in _EMPTY:
            return
        is_mark = tag in _INLINE or tag in _CODE
        element = _Element(tag, *self._how(tag, dict(attrs)), is_mark)
        element.hidden |= tag in ("sup", "sub") and _NOTE.match(self._text, end) is not None
        self._open.append(element)
        if is_mark:
            self._builder.opening(start, end)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read `<br/>` as `<br>`, and `<b/>` as browsers do: as `<b>`."""
        self.handle_starttag(tag, attrs)

    def _how(self, tag: str, attrs: dict[str, str | None]) -> tuple[bool, str | None]:
        """Whether the text of an element is hidden, and what protects it."""
        above = self._open[-1] if self._open else None
        language = (attrs.get("lang") or attrs.get("xml:lang") or "").lower().replace("_", "-").split("-")[0]
        hidden = tag in _HIDDEN or "hidden" in attrs or (above is not None and above.hidden)
        kind = above.kind if above else None
        if tag == "html":
            return hidden, None  # pages are often translated with the language of their origin left in place
        if language:
            kind = "language" if language != "en" else None
        if tag in _CODE or attrs.get("translate") == "no":
            kind = "code"
        return hidden, kind

    def handle_endtag(self, tag: str) -> None:
        """Close the element of that name and those inside it; an end without a start is left alone."""
        if not any(element.name == tag for element in self._open):
            if tag == "p" or tag not in _INLINE:
                self._builder.paragraph()
            return
        start = self._offset
        end = self._text.find(">", start) + 1 or len(self._text)
        while True:
            closed = self._open.pop()
            if closed.is_mark:
                # An element that was not closed ends before the end tag of the one around it.
                self._builder.closing(*((start, end) if closed.name == tag else (start, start)))
            else:
                self._builder.paragraph()
            if closed.name == tag:
                break

    def handle_data(self, data: str) -> None:
        """Text as it stands in the file."""
        start = self._offset
        if self._is_hidden or self._text[start : start + len(data)] != data:
            return
        for match in _SPACES.finditer(data):
            self._piece(match.group(), start + match.start(), start + match.end())

    def parse_html_declaration(self, i: int) -> int:
        """Take `<![…>` as the comment that it is in HTML: the library raises an error where its content is broken."""
        if self.rawdata.startswith("<![", i):
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)

    def handle_entityref(self, name: str) -> None:
        """A named character reference, with or without its semicolon."""
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        """A numbered character reference."""
        self._reference(f"&#{name}")

    def _reference(self, raw: str) -> None:
        start = self._offset
        if self._is_hidden or not self._text.startswith(raw, start):
            return
        raw += ";" * self._text.startswith(";", start + len(raw))
        text = html.unescape(raw)
        if text == raw:
            self._piece(raw, start, start + len(raw))
        elif len(text) == 1 and text not in "\r\n\t\0":
            self._piece(text, start, start + len(raw))
        else:
            self._builder.character(OBJECT, start, start + len(raw), "markup")

    def _piece(self, text: str, start: int, end: int) -> None:
        kind = self._open[-1].kind if self._open else None
        if text.isspace() and text != "\xa0" and end - start == len(text) and text[0] in " \t\r\n\f":
            self._builder.space(start, end)
        elif end - start == len(text):
            self._builder.run(text, start, kind)
        else:
            self._builder.character(text, start, end, kind)
