"""Markdown: the words of paragraphs, headings, lists, quotations and tables; front matter, code, links and HTML stay.

markdown-it-py says what is text. It keeps the lines of a block but not the places of what stands inside it, so its
inline rules are watched while they run: what each of them takes is known, and is looked up in the block's lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cleanup.edits import Change, accept
from cleanup.formats.base import UTF8, FormatError, Segment, Splice
from cleanup.formats.running import OBJECT, Builder, Edited, Running, splice
from cleanup.formats.text import decode as decode_text
from cleanup.formats.text import encode_text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    InlineRule = Callable[[StateInline, bool], bool]

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]*\r?\n.*?(?<=\n)\1[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_SPECIAL = re.compile(r"[\\`*_\[\]<>&~|]")
_BLOCK_START = re.compile(r"(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|[-=]+\s*$|(?P<number>\d{1,9})[.)](?=\s|$))")
_CONTAINER = re.compile(r"[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)]|\[\^[^\]\s]+\]:)[ \t]*)*")
_PROTECTED = re.compile(r"\[\^[^\]\s]+\]")


class _Taken(NamedTuple):
    """What an inline rule took of a content, and the tokens it made."""

    content: str
    rule: str
    start: int
    end: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True)
class MarkdownDocument:
    """A Markdown file; its one segment is what a reader reads, a paragraph a block."""

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
        return _read(self.text)

    def encode(self, changes: Sequence[Sequence[Change]]) -> bytes:
        """The bytes of the file with these changes made; emphasis that is left without words loses its marks.

        Raises FormatError where the changes cannot be written without other text becoming markup, or where the encoding
        lacks a character.
        """
        return self.mark + encode_text(self.path, splice(self.text, self.splices(changes)), self.encoding)

    def splices(self, changes: Sequence[Sequence[Change]]) -> list[Splice]:
        """The replacements in the file's text that make these changes. Raises FormatError as `encode` does."""
        if not changes[0]:
            return []
        wanted = _words(accept(self.running.text, changes[0]))
        for keep_marks in (True, False):
            splices = self._splices(changes[0], keep_marks=keep_marks)
            if _words(_read(splice(self.text, splices)).text) == wanted:
                return splices
        raise FormatError(f"{self.path}: the changes would turn text into markup; give the file as .txt")

    def _splices(self, changes: Sequence[Change], *, keep_marks: bool) -> list[Splice]:
        edited = Edited(self.running, changes)
        marks = [*_mend_marks(edited, self.text, keep_marks=keep_marks)]
        heads = {*self._line_heads(edited)}
        splices = edited.splices(lambda text, index: self._escape(text, index, is_head=index in heads))
        return sorted([*splices, *marks, *self._guards(edited, heads)])

    def _escape(self, text: str, index: int, *, is_head: bool) -> str:
        """Text as it is written in Markdown, so that no mark of it means anything, at the start of a line least."""
        at = self.running.inserts[index]
        line = self.text[self._line_start(at) : at] + re.split(r"[\r\n]", self.text[at : at + 400], maxsplit=1)[0]
        pipe = "&#124;" if "|" in line else "\\|"  # a table's cell is cut at every pipe that stands in it
        written = _SPECIAL.sub(lambda m: pipe if m.group() == "|" else "\\" + m.group(), text)
        start = _BLOCK_START.match(written) if is_head else None
        if start:
            cut = len(start["number"] or "")
            written = f"{written[:cut]}\\{written[cut:]}"
        return written

    def _line_start(self, offset: int) -> int:
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1

    def _line_heads(self, edited: Edited) -> Iterator[int]:
        """The code points that are now the first of their line, in lines whose start changed."""
        places, size = self.running.places, len(self.running.text)
        for touched in edited.touched:
            start = self._line_start(places[touched].start if touched < size else self.running.inserts[touched])
            index = touched
            while index > 0 and places[index - 1].start >= start:
                index -= 1
            if index == size or not _CONTAINER.fullmatch(self.text, start, places[index].start):
                continue
            while index < size and not (edited.after(index).strip() or edited.inserted(index).strip()):
                index += 1
            yield index

    def _guards(self, edited: Edited, heads: Iterable[int]) -> Iterator[Splice]:
        """Backslashes before what stands at the start of a line only because the words before it are gone."""
        for index in heads:
            if index >= len(self.running.text) or index in edited.touched:
                continue
            offset = self.running.places[index].start
            start = _BLOCK_START.match(self.text, offset)
            if start:
                at = offset + len(start["number"] or "")
                yield at, at, "\\"


def decode(path: Path, data: bytes, encoding: str | None = None) -> MarkdownDocument:
    """The document in the bytes of a Markdown file. Raises FormatError for what is binary or not in its encoding."""
    plain = decode_text(path, data, encoding)
    return MarkdownDocument(path, plain.text, plain.mark, plain.encoding)


def _words(text: str) -> list[str]:
    return text.split()


def _read(text: str) -> Running:
    """The running text of Markdown."""
    front = _FRONT_MATTER.match(text)
    start = front.end() if front else 0
    lines = [(match.start(), match.group().rstrip("\r\n")) for match in _LINE.finditer(text, start)]
    builder = Builder()
    cell = (-1, 0)
    for content, first, last, taken in _blocks("\n".join(line for _, line in lines)):
        if first != cell[0]:
            cell = (first, 0)
        offsets = _offsets(content, lines[first:last], cell[1])
        builder.paragraph()
        if offsets:
            cell = (first, offsets[-1] - lines[first][0])
            _Inline(builder, content, offsets, taken).build()
    return builder.finish()


def _offsets(content: str, lines: Sequence[tuple[int, str]], after: int) -> list[int]:
    """The file's offset of each code point of a block's content; none where it does not stand there as it is.

    `after` is where the last block of the same line ended: cells of a table stand in one line.
    """
    found: list[int] = []
    parts = content.split("\n")
    if len(parts) > len(lines):
        return []
    for number, part in enumerate(parts):
        start, line = lines[number]
        words = part.strip(" \t")
        if len(parts) == 1 and len(lines) == 1:
            at = line.find(words, after) if after or "|" in line else line.rfind(words)
        else:
            at = len(line.rstrip()) - len(words)
        if at < 0 or line[at : at + len(words)] != words:
            return []
        lead = len(part) - len(part.lstrip(" \t"))
        found += [start + at] * lead
        found += range(start + at, start + at + len(words))
        found += [start + at + len(words)] * (len(part) - lead - len(words))
        if number + 1 < len(parts):
            found.append(start + at + len(words))
    return found


class _Inline:
    """Puts the content of one block into the running text."""

    def __init__(self, builder: Builder, content: str, offsets: Sequence[int], taken: Sequence[_Taken]) -> None:
        self._builder = builder
        self._content = content
        self._offsets = offsets
        self._taken = sorted((t for t in taken if t.rule != "text"), key=lambda t: (t.start, -t.end))

    def build(self) -> None:
        """Put it in."""
        self._between(0, len(self._content), self._taken)

    def _between(self, start: int, end: int, taken: Sequence[_Taken]) -> None:
        """What stands in `start:end`: what rules took, and literal text between."""
        at = start
        for each in taken:
            if each.start < at:
                continue
            self._literal(at, each.start)
            inside = [t for t in taken if each.start < t.start and t.end < each.end]
            self._take(each, inside)
            at = each.end
        self._literal(at, end)

    def _take(self, each: _Taken, inside: Sequence[_Taken]) -> None:
        kinds = {token.type for token in each.tokens}
        if each.rule in ("emphasis", "strikethrough"):
            self._marks(each)
        elif "hardbreak" in kinds:
            self._builder.paragraph()
        elif each.rule == "newline":
            self._builder.space(self._offset(each.start), self._offset(each.end))
        elif "link_open" in kinds and each.rule == "link":
            self._link(each, inside)
        elif "image" in kinds:
            self._builder.character(OBJECT, *self._place(each), kind="markup")
        elif kinds & {"html_inline", "footnote_ref", "footnote_anchor"}:
            return
        elif "text_special" in kinds and each.tokens[-1].content != self._content[each.start : each.end]:
            self._builder.character("".join(token.content for token in each.tokens), *self._place(each))
        elif kinds & {"code_inline", "link_open"}:
            text = next(token.content for token in each.tokens if token.content)
            at = self._content.find(text, each.start, each.end)
            self._builder.opening(*self._place(each))
            if at >= 0:
                self._builder.run(text, self._offset(at), "code")
            else:
                self._builder.character(OBJECT, *self._place(each), kind="code")
            self._builder.closing(*self._place(each))
        else:
            self._literal(each.start, each.end)

    def _marks(self, each: _Taken) -> None:
        """Marks of emphasis, and those that turned out to be none."""
        at = each.start
        for token in each.tokens:
            width = len(token.markup if token.nesting else token.content)
            place = (self._offset(at), self._offset(at) + width)
            if token.nesting == 1:
                self._builder.opening(*place)
            elif token.nesting == -1:
                self._builder.closing(*place)
            else:
                self._literal(at, at + width)
            at += width

    def _link(self, each: _Taken, inside: Sequence[_Taken]) -> None:
        """The text of a link; its target stays, and so does a text that names the target."""
        start = self._offset(each.start)
        end = self._label_end(each, inside)
        self._builder.opening(start, start + 1)
        first = self._builder.size
        self._between(each.start + 1, end, inside)
        if self._content[end : each.end] in ("]", "][]"):
            self._builder.protect(first, "reference")
        self._builder.closing(self._offset(end), self._place(each)[1])

    def _label_end(self, each: _Taken, inside: Sequence[_Taken]) -> int:
        """Where the text of a link ends: at the bracket that closes the first one, not counting what others took."""
        depth, at = 0, each.start
        while at < each.end:
            taken = next((t for t in inside if t.start == at), None)
            if taken is not None:
                at = taken.end
                continue
            depth += {"[": 1, "]": -1}.get(self._content[at], 0)
            if depth == 0:
                return at
            at += 1
        return each.end - 1

    def _literal(self, start: int, end: int) -> None:
        """Text that stands in the content as it is; white space counts once."""
        for match in re.finditer(r"[ \t\n]+|[^ \t\n]+", self._content[start:end]):
            first, last = start + match.start(), start + match.end()
            if match.group()[0] in " \t\n":
                self._builder.space(self._offset(first), self._offset(last - 1) + 1)
                continue
            at = first
            for mark in _PROTECTED.finditer(self._content, first, last):
                self._builder.run(self._content[at : mark.start()], self._offset(at))
                at = mark.end()
                self._builder.run(mark.group(), self._offset(mark.start()), "footnote")
            self._builder.run(self._content[at:last], self._offset(at))

    def _offset(self, index: int) -> int:
        return self._offsets[index] if index < len(self._offsets) else self._offsets[-1] + 1

    def _place(self, each: _Taken) -> tuple[int, int]:
        return self._offset(each.start), self._offset(each.end - 1) + 1


def _mend_marks(edited: Edited, text: str, *, keep_marks: bool) -> Iterator[Splice]:
    """Removals of marks around nothing; white space inside the marks moves outside, where it does not end them."""
    touched = edited.touched
    for box in sorted(edited.running.containers, key=lambda c: c.end - c.start):
        inside = range(box.start, box.end)
        if text[box.opening.start] not in "*_~" or not any(index in touched for index in (*inside, box.end)):
            continue
        if not keep_marks or edited.is_left_empty(box):
            yield (*box.opening, "")
            yield (*box.closing, "")
            continue
        for index in reversed(inside):
            now = edited.after(index)
            if now.rstrip() != now:
                edited.put[index] = now.rstrip()
                edited.new[box.end] = now[len(now.rstrip()) :] + edited.new.get(box.end, "")
            if now.strip() or edited.new.get(index, "").strip():
                break
        for index in inside:
            now = edited.after(index)
            if now.lstrip() != now:
                edited.put[index] = now.lstrip()
                edited.insert(box.start, now[: len(now) - len(now.lstrip())])
            if now.strip():
                break


@lru_cache(maxsize=1)
def _parser() -> tuple[MarkdownIt, list[_Taken]]:
    """The parser, and the list that it fills with what its inline rules take."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin, inline=False)
    # Both join tokens, and with them the marks that stay text.
    parser.inline.ruler2.disable(["fragments_join"])
    parser.core.ruler.disable(["text_join"])
    taken: list[_Taken] = []
    for rule in parser.inline.ruler.get_all_rules():
        function = next(r.fn for r in parser.inline.ruler.__rules__ if r.name == rule)
        parser.inline.ruler.at(rule, _watched(rule, function, taken))
    return parser, taken


def _watched(name: str, rule: InlineRule, taken: list[_Taken]) -> InlineRule:
    def watched(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        pending = bool(state.pending)  # a rule that makes a token first makes one of the text before it
        done = rule(state, silent)
        if done and not silent:
            taken.append(_Taken(state.src, name, start, state.pos, tuple(state.tokens[count + pending :])))
        return done

    return watched


def _blocks(text: str) -> Iterator[tuple[str, int, int, list[_Taken]]]:
    """The content of each block with its first line, the line behind its last one, and what rules took of it."""
    from markdown_it.rules_core import StateCore

    parser, taken = _parser()
    state = StateCore(text, parser, {})
    for rule in ("normalize", "block"):
        next(r.fn for r in parser.core.ruler.__rules__ if r.name == rule)(state)
    blocks = [token for token in state.tokens if token.type == "inline" and token.map]
    for token in sorted(blocks, key=lambda t: t.map or []):
        assert token.map is not None
        taken.clear()
        parser.inline.parse(token.content, parser, state.env, [])
        # The text in place of an image is parsed by itself, in between.
        own = [each for each in taken if each.content == token.content]
        yield token.content, token.map[0], token.map[1], own
