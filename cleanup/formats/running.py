"""Running text: what a reader of a marked-up file reads, with the place in the file of every code point.

A format builds it from runs of the file's text and the marks between them, and says how new text is written. A change
may cross marks: each part of it goes to the run that holds the text it replaces. New text at a border of runs goes
where the fewest marks apply, so that `<b>Mosca</b>just` becomes `<b>Moscow</b>, just`; but it stays within marks that
hold all that the change replaces, so that `<b>men old</b>` becomes `<b>old men</b>`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import Match, SequenceMatcher
from itertools import takewhile
from typing import NamedTuple

from cleanup.article import Span
from cleanup.edits import Change
from cleanup.formats.base import BREAK, Segment, Splice

OBJECT = "\ufffc"  # stands for an image
_PIECE = re.compile(r"\s+|\w+|[^\w\s]")
_WORD = re.compile(r"\w+")
_LAST_WORD = re.compile(r".*\w", re.DOTALL)


class Place(NamedTuple):
    """`start:end` of the file's text, which a code point of the running text stands for; empty where it was added."""

    start: int
    end: int


class Container(NamedTuple):
    """Code points `start:end` of the running text that stand between two marks of the file.

    The greater the `weight` of the marks, the more is lost where no text is left between them; 0 for no marks at all.
    """

    start: int
    end: int
    opening: Place
    closing: Place
    weight: int

    def holds(self, place: int) -> bool:
        """Whether a place in the file lies between the marks."""
        return self.opening.end <= place <= self.closing.start


@dataclass(frozen=True)
class Running:
    """`places` has a place for each code point of `text`, `inserts` where text before it goes in, and at the end."""

    text: str
    places: tuple[Place, ...]
    inserts: tuple[int, ...]
    protected: tuple[Span, ...]
    containers: tuple[Container, ...] = ()
    more_space: tuple[tuple[int, Place], ...] = ()  # white space that goes with the space at that index

    @property
    def segment(self) -> Segment:
        """The running text as a segment."""
        end = self.places[-1].end if self.places else 0
        offsets = (*(place.start for place in self.places), end)
        return Segment(self.text, 0, self.protected, offsets, ends=tuple(place.end for place in self.places))


@dataclass(slots=True)
class _Open:
    """A container that is not closed yet; `first` is its first code point, below 0 as long as it has none."""

    opening: Place
    first: int = -1


@dataclass(frozen=True, slots=True)
class _Space:
    """White space that is only there for a reader if something follows it."""

    place: Place
    insert: int
    gap: tuple[int, int] | None
    inside: tuple[_Open, ...]


class Builder:
    """Takes the runs and marks of a file in order, and makes the running text of them."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._places: list[Place] = []
        self._inserts: list[int] = []
        self._protected: list[Span] = []
        self._containers: list[Container] = []
        self._more_space: list[tuple[int, Place]] = []
        self._open: list[_Open] = []
        self._empty: list[_Open] = []  # those of them that hold nothing yet
        self._break_due = False
        self._space: _Space | None = None
        self._gap: tuple[int, int] | None = None  # fewest marks since the last code point, and where that is
        self._first_mark: int | None = None  # where the first mark of a paragraph that has no code point yet begins

    @property
    def size(self) -> int:
        """How many code points there are so far."""
        return len(self._text)

    def protect(self, start: int, kind: str) -> None:
        """Protect what came since there were `start` code points."""
        if start < self.size:
            self._protected.append(Span(start, self.size, kind))

    def run(self, text: str, start: int, kind: str | None = None) -> None:
        """Text that stands in the file as it is, from `start`; `kind` protects it."""
        for offset, character in enumerate(text, start):
            self._add(character, Place(offset, offset + 1))
        if kind:
            self.protect(self.size - len(text), kind)

    def character(self, text: str, start: int, end: int, kind: str | None = None) -> None:
        """A code point that `start:end` of the file stand for; where they stand for several, these are protected."""
        for index, each in enumerate(text):
            self._add(each, Place(start if index == 0 else end, end))
        if kind or len(text) > 1:
            self.protect(self.size - len(text), kind or "markup")

    def space(self, start: int, end: int) -> None:
        """White space that a reader sees as one space, or not at all at the border of a paragraph."""
        if self._text and not self._break_due and self._space is None and not self._text[-1].isspace():
            insert = self._gap[1] if self._gap else start
            self._space = _Space(Place(start, end), insert, self._gap, tuple(self._empty))
            self._gap = (len(self._open), end)
        elif self._space is not None and self._space.place.end == start:
            self._space = replace(self._space, place=Place(self._space.place.start, end))
            self._gap = (len(self._open), end)
        elif self._text and not self._break_due:
            self._more_space.append((self.size - (self._space is None), Place(start, end)))

    def opening(self, start: int, end: int) -> None:
        """The mark that opens a container stands there."""
        if self._first_mark is None and (self._break_due or not self._text):
            self._first_mark = start
        self._open.append(_Open(Place(start, end)))
        self._empty.append(self._open[-1])

    def closing(self, start: int, end: int) -> None:
        """The mark that closes the innermost open container stands there."""
        closed = self._open.pop()
        if closed.first >= 0:
            weight = end - start + closed.opening.end - closed.opening.start
            place = Place(start, end)
            self._containers.append(Container(closed.first, len(self._text), closed.opening, place, weight))
        if self._gap is not None and len(self._open) < self._gap[0]:
            self._gap = (len(self._open), end)

    def paragraph(self) -> None:
        """A new paragraph begins."""
        if self._space is not None:
            self._gap, self._space = self._space.gap, None
        self._break_due, self._first_mark = bool(self._text), None

    def finish(self) -> Running:
        """The running text."""
        self.paragraph()
        end = self._gap[1] if self._gap else 0
        return Running(
            "".join(self._text),
            tuple(self._places),
            (*self._inserts, end),
            tuple(sorted(self._protected)),
            tuple(self._containers),
            tuple(self._more_space),
        )

    def _add(self, character: str, place: Place) -> None:
        if self._break_due:
            at = self._places[-1].end
            self._inserts += [self._gap[1] if self._gap else at] * len(BREAK)
            self._text += BREAK
            self._places += [Place(at, at)] * len(BREAK)
            self._break_due, self._gap = False, None
        if self._space is not None:
            space, self._space = self._space, None
            self._append(" ", space.place, space.insert, space.inside)
        start = place.start if self._first_mark is None else self._first_mark
        self._append(character, place, self._gap[1] if self._gap else start, self._empty)
        self._gap = (len(self._open), place.end)

    def _append(self, character: str, place: Place, insert: int, inside: Iterable[_Open]) -> None:
        for container in inside:
            container.first = len(self._text)
        self._empty = [container for container in self._empty if container.first < 0]
        self._text.append(character)
        self._places.append(place)
        self._inserts.append(insert)


class Edited:
    """The running text with changes.

    `put` is what a code point becomes, `new` what goes in before one, where the fewest marks apply, and `inner` what
    goes in before one at a certain place of the file, which lies within more marks.
    """

    def __init__(self, running: Running, changes: Iterable[Change]) -> None:
        self.running = running
        self.put: dict[int, str] = {}
        self.new: dict[int, str] = {}
        self.inner: dict[tuple[int, int], str] = {}
        for change in sorted(changes, key=lambda c: (c.start, c.end)):
            if running.text[change.start : change.end] != change.original:
                raise ValueError(f"change at {change.start}:{change.end} does not fit the text")
            self._make(change.start, change.end, change.text)

    @property
    def touched(self) -> set[int]:
        """The code points that change, or that something goes in before."""
        return {*self.put, *self.new, *(index for index, _ in self.inner)}

    def inserted(self, index: int) -> str:
        """What goes in before the code point at `index`, within whatever marks."""
        return "".join([self.new.get(index, ""), *(text for (at, _), text in self.inner.items() if at == index)])

    def is_left_empty(self, box: Container) -> bool:
        """Whether nothing but white space stands between the marks now."""
        inserts = self.running.inserts
        inside = range(box.start, box.end + 1)
        put_in = [text for index, text in self.new.items() if index in inside and box.holds(inserts[index])]
        put_in += [text for (_, place), text in self.inner.items() if box.holds(place)]
        return not any(text.strip() for text in (*put_in, *map(self.after, inside[:-1])))

    def after(self, index: int) -> str:
        """What the code point there reads now."""
        return self.put.get(index, self.running.text[index])

    def insert(self, index: int, text: str) -> None:
        """Put text in before the code point at `index`, behind what was put in there already."""
        if text:
            self.new[index] = self.new.get(index, "") + text

    def remove(self, start: int, end: int) -> None:
        """Take code points out."""
        self.put.update(dict.fromkeys(range(start, end), ""))

    def splices(self, write: Callable[[str, int], str]) -> list[Splice]:
        """Replacements in the file, in order; `write` says how text is written before or at a code point."""
        made: list[Splice] = []
        for index in sorted({*self.put, *self.new}):
            at = self.running.inserts[index]
            if index in self.new:
                made.append((at, at, write(self.new[index], index)))
            place = self.running.places[index] if index in self.put else None
            if place is not None and place.start < place.end:
                made.append((*place, write(self.put[index], index)))
        made += [(place, place, write(text, index)) for (index, place), text in self.inner.items()]
        made += [(*place, "") for index, place in self.running.more_space if self.put.get(index) == ""]
        return sorted(made, key=lambda each: each[:2])

    def _make(self, start: int, end: int, text: str) -> None:
        """One change, word by word."""
        old = [*self._pieces(start, end)]
        words = _PIECE.findall(text)
        ends = [start + len("".join(old[:count])) for count in range(len(old) + 1)]
        at, other = 0, 0
        for first, behind, size in (*self._kept(old, words, ends), Match(len(old), len(words), 0)):
            if at < first or other < behind:
                self._replace(ends[at], ends[first], "".join(words[other:behind]), (start, end))
            at, other = first + size, behind + size

    def _kept(self, old: Sequence[str], new: Sequence[str], ends: Sequence[int]) -> Iterator[Match]:
        """The pieces that stay where they are; `ends` are the places of the old ones in the running text.

        Words that others move round stay in their marks: of `men <a>old</a>`, `old` stays and `men` moves.
        """
        blocks = _blocks(old, new)
        anchor = self._anchor(old, new, ends, blocks)
        if anchor is None:
            yield from blocks
            return
        first, other, size = anchor
        yield from self._kept(old[:first], new[:other], ends[: first + 1])
        yield anchor
        last, behind = first + size, other + size
        for match in self._kept(old[last:], new[behind:], ends[last:]):
            yield Match(match.a + last, match.b + behind, match.size)

    def _anchor(
        self, old: Sequence[str], new: Sequence[str], ends: Sequence[int], blocks: Sequence[Match]
    ) -> Match | None:
        """All that stands between marks that `blocks` would leave empty, where it stands in the new text as well."""
        kept = {index for block in blocks for index in range(block.a, block.a + block.size)}
        met = {index for block in blocks for index in range(block.b, block.b + block.size)}
        for box in sorted(self.running.containers, key=lambda c: -c.weight):
            if box.weight == 0 or box.start not in ends or box.end not in ends:
                continue
            first, last = ends.index(box.start), ends.index(box.end)
            words = [index for index in range(first, last) if not old[index].isspace()]
            if not words or any(index in kept for index in words):
                continue
            for other in range(len(new) - (last - first) + 1):
                fits = new[other : other + last - first] == old[first:last]
                if fits and not any(other + index - first in met for index in words):
                    return Match(first, other, last - first)
        return None

    def _pieces(self, start: int, end: int) -> Iterator[str]:
        """Words, spaces and marks of the running text, cut at the borders of runs."""
        for match in _PIECE.finditer(self.running.text, start, end):
            at = match.start()
            for index in range(match.start() + 1, match.end()):
                if self._is_border(index):
                    yield self.running.text[at:index]
                    at = index
            yield self.running.text[at : match.end()]

    def _is_border(self, index: int) -> bool:
        """Whether a mark stands before the code point at `index`."""
        places = self.running.places
        return 0 < index < len(places) and places[index - 1].end != places[index].start

    def _replace(self, start: int, end: int, text: str, change: tuple[int, int]) -> None:
        """Put `text` in for `start:end`: in the first run of them, what follows its last word behind the border.

        `change` is all that the change replaces.
        """
        old = self.running.text[start:end]
        crosses = any(self._is_border(index) for index in range(start + 1, end))
        if crosses:
            before = _common(old, text)
            after = _common(old[before:][::-1], text[before:][::-1])
            start, end, text = start + before, end - after, text[before : len(text) - after]
            old = self.running.text[start:end]
        tail = ""
        if self._is_border(end) or end in (0, len(self.running.places)):
            if not old:
                text, tail = "", self._insert_within(end, text, change)
            elif _LAST_WORD.fullmatch(old):
                text, tail = _cut_behind_words(text)
        first = next((i for i in range(start, end) if self.running.places[i].start < self.running.places[i].end), None)
        self.remove(start, end)
        if first is None:
            self.insert(end if not old else start, text if text.strip() or not old else "")
        else:
            self.put[first] = text
        self.insert(end, tail)

    def _insert_within(self, index: int, text: str, change: tuple[int, int]) -> str:
        """Put new text in before the code point at `index`, within marks that begin or end there and are its home.

        What has no home is returned.
        """
        words, rest = _cut_behind_words(text)
        homes = [box for box in self.running.containers if index in (box.start, box.end)]
        homes = [box for box in homes if words and self._is_home(box, words, change)]
        if not homes:
            return text
        home = min(homes, key=lambda c: (c.end - c.start, -c.opening.end))
        outside = self.running.inserts[index]
        if index == home.start:
            place, words, rest = max(outside, home.opening.end), text, ""
        else:
            place = min(outside, home.closing.start)
        self.inner[index, place] = self.inner.get((index, place), "") + words
        return rest

    def _is_home(self, box: Container, words: str, change: tuple[int, int]) -> bool:
        """Whether new words belong between these marks: all that is replaced stands there, or they stood there."""
        first, last = max(box.start, change[0]), min(box.end, change[1])
        if (first, last) == change:
            return first < last
        before = {word.casefold() for word in _WORD.findall(self.running.text[first:last])}
        return before.issuperset(word.casefold() for word in _WORD.findall(words))


def _blocks(old: Sequence[str], new: Sequence[str]) -> list[Match]:
    """What two sequences of pieces have in common, without a lone space between new pieces and removed ones."""
    blocks = [Match(0, 0, 0), *SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()]
    return [
        block
        for last, block, following in zip(blocks, blocks[1:], blocks[2:], strict=False)
        if not (
            old[block.a : block.a + block.size] == [" "]
            and last.a + last.size == block.a
            and last.b + last.size < block.b
            and block.b + 1 == following.b
            and block.a + 1 < following.a
        )
    ]


def _cut_behind_words(text: str) -> tuple[str, str]:
    """The text as far as its last word, and what follows."""
    words = _LAST_WORD.match(text)
    return (words.group(), text[words.end() :]) if words else ("", text)


def _common(left: str, right: str) -> int:
    """How many code points two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))


def splice(text: str, splices: Iterable[Splice]) -> str:
    """The text with replacements made, which are in order and do not overlap."""
    pieces: list[str] = []
    at = 0
    for start, end, new in splices:
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at:]])
