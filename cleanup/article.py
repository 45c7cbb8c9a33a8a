"""An article: text with a map to the text as it arrived, protected spans, and the language it was translated from."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from cleanup.edits import Edit
from cleanup.lexicon.tokens import TOKEN

_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[¿¡]*[A-Z0-9À-Þ])|\n+")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"])(?:St|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Sen|Rep|Gov|Lt|Sgt|Capt|vs|etc|e\.g|i\.e|No|Jr|Sr|[A-Z])\.$"
)

_QUOTES = (("“", "”"), ("«", "»"))


class Token(NamedTuple):
    """A word (letters only), a number or a single mark, at `start:end` of the text."""

    start: int
    end: int
    text: str

    @property
    def is_word(self) -> bool:
        """Whether the token is made of letters."""
        return self.text[0].isalpha()

    @property
    def is_capitalised(self) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[0].isupper()


class Span(NamedTuple):
    """Half-open, in code points; `kind` says what it is (for protected spans: url, quotation, name, …)."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Patch:
    """`start:end` of the original now reads `text`; `edits` did it, each in offsets of the text it saw."""

    start: int
    end: int
    text: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, eq=False)
class Article:
    """What a pass takes. Nothing in it changes: applying edits gives the next article.

    Compared by identity, since what is found out about an article is kept by it and a hash of its text is dear.

    `protected` is in offsets of `text`, sorted; `source_language` is a two-letter code, or None where unknown;
    `source_text` is the article in that language, where the user gave it.
    """

    original: str
    text: str
    patches: tuple[Patch, ...] = ()
    protected: tuple[Span, ...] = ()
    source_language: str | None = None
    path: str | None = None
    source_text: str | None = None

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Words, numbers and marks of the current text, in order."""
        return tokenise(self.text)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences of the current text, without the white space around them; never across a line end."""
        return split_sentences(self.text)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Lines of the current text that hold something, without the white space around them."""
        return tuple(
            Span(match.start(), match.end(), "paragraph") for match in re.finditer(r"\S(?:[^\n\r]*\S)?", self.text)
        )

    @cached_property
    def repaired(self) -> tuple[tuple[Span, tuple[Edit, ...]], ...]:
        """Where the current text was put in by a pass, in order, each with the edits that did it."""
        return tuple(
            (Span(placed.start, placed.end, "repaired"), patch.edits)
            for placed, patch in zip(_place(self.patches), self.patches, strict=True)
        )

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def token_index(self, offset: int) -> int:
        """Index of the first token that starts at or after `offset`."""
        return bisect_left(self._token_starts, offset)

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds `offset`, or the nearest before it."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[max(index, 0)]

    def is_protected(self, start: int, end: int) -> bool:
        """Whether an edit of `start:end` would touch a protected span (an insertion at its border does not)."""
        return any(
            (start < span.end and span.start < end) or (start == end and span.start < start < span.end)
            for span in self.protected
        )

    def apply(self, edits: Sequence[Edit]) -> Article:
        """The article with the first replacement of each edit put in.

        `edits` are in offsets of the current text and do not overlap.
        """
        if not edits:
            return self
        ordered = sorted(edits, key=lambda e: (e.start, e.end))
        return replace(
            self,
            text=_put_in(self.text, 0, len(self.text), ordered),
            patches=_merge(self, ordered),
            protected=_shift(self.protected, ordered),
        )

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original behind `start:end` of the current text, widened to whole patches."""
        shift = 0
        first: int | None = None
        last: int | None = None
        for patch in self.patches:
            now_start = patch.start + shift
            now_end = now_start + len(patch.text)
            if first is None and start < now_end:
                first = patch.start if start > now_start else start - shift
            if last is None and end <= now_start:
                last = end - shift
            if last is None and end < now_end:
                last = patch.end
            shift += len(patch.text) - (patch.end - patch.start)
        return (start - shift if first is None else first, end - shift if last is None else last)


def tokenise(text: str) -> tuple[Token, ...]:
    """Words (letters only), numbers and single marks of a text; white space is left out."""
    return tuple(Token(match.start(), match.end(), match.group()) for match in TOKEN.finditer(text))


def is_quoted(text: str, start: int, at: int) -> bool:
    """Whether a quotation that began after `start` is open at `at`."""
    before = text[start:at]
    opened = before.rfind("„")
    if opened >= 0:
        return not any(mark in before[opened:] for mark in "“”")
    return before.count('"') % 2 == 1 or any(before.count(left) > before.count(right) for left, right in _QUOTES)


def split_sentences(text: str) -> tuple[Span, ...]:
    """Sentence spans by end marks before a capital; abbreviations, initials and domains do not end one."""
    spans: list[Span] = []
    at = 0
    for match in _SENTENCE_END.finditer(text):
        if "\n" not in match.group() and _ABBREVIATION.search(text, max(0, match.start() - 8), match.start() + 1):
            continue
        spans.append(Span(at, match.end(), "sentence"))
        at = match.end()
    spans.append(Span(at, len(text), "sentence"))
    trimmed = (
        Span(s.start + len(part) - len(part.lstrip()), s.end - (len(part) - len(part.rstrip())), s.kind)
        for s in spans
        if (part := text[s.start : s.end]).strip()
    )
    return tuple(trimmed) or (Span(0, len(text), "sentence"),)


def _put_in(text: str, start: int, end: int, edits: Iterable[Edit]) -> str:
    pieces: list[str] = []
    at = start
    for edit in edits:
        if edit.start < at or text[edit.start : edit.end] != edit.original:
            raise ValueError(f"edit {edit.rule} at {edit.start}:{edit.end} does not fit the text")
        pieces += [text[at : edit.start], edit.replacements[0]]
        at = edit.end
    return "".join([*pieces, text[at:end]])


class _Placed(NamedTuple):
    """A patch or an edit, at its place in the current text."""

    start: int
    end: int
    item: Patch | Edit


def _place(patches: Iterable[Patch]) -> list[_Placed]:
    shift = 0
    placed = []
    for patch in patches:
        start = patch.start + shift
        placed.append(_Placed(start, start + len(patch.text), patch))
        shift += len(patch.text) - (patch.end - patch.start)
    return placed


def _merge(article: Article, edits: Sequence[Edit]) -> tuple[Patch, ...]:
    """The article's patches and the new edits, those that overlap or touch made into one."""
    placed = _place(article.patches) + [_Placed(edit.start, edit.end, edit) for edit in edits]
    placed.sort(key=lambda p: (p.start, p.end))
    merged: list[Patch] = []
    shift = 0  # how much longer the current text is than the original, before the group
    group: list[_Placed] = []
    group_end = -1
    for item in itertools.chain(placed, [None]):
        if group and (item is None or item.start > group_end):
            patch = _one_patch(article.text, group, group_end, shift)
            shift += sum(p.end - p.start - (p.item.end - p.item.start) for p in group if isinstance(p.item, Patch))
            if patch.text != article.original[patch.start : patch.end]:
                merged.append(patch)
            group, group_end = [], -1
        if item is not None:
            group.append(item)
            group_end = max(group_end, item.end)
    return tuple(merged)


def _one_patch(text: str, group: Sequence[_Placed], group_end: int, shift: int) -> Patch:
    start = group[0].start
    grown = sum(p.end - p.start - (p.item.end - p.item.start) for p in group if isinstance(p.item, Patch))
    earlier = [edit for p in group if isinstance(p.item, Patch) for edit in p.item.edits]
    later = [p.item for p in group if isinstance(p.item, Edit)]
    return Patch(start - shift, group_end - shift - grown, _put_in(text, start, group_end, later), (*earlier, *later))


def _shift(spans: Iterable[Span], edits: Sequence[Edit]) -> tuple[Span, ...]:
    """Protected spans in offsets of the text after the edits, with those that the edits ask for."""
    shifted: list[Span] = []
    for span in spans:
        before = sum(len(e.replacements[0]) - len(e.original) for e in edits if e.end <= span.start)
        inside = sum(
            len(e.replacements[0]) - len(e.original)
            for e in edits
            if e.start >= span.start and span.start < e.end <= span.end
        )
        shifted.append(Span(span.start + before, span.end + before + inside, span.kind))
    grown = 0
    for edit in edits:
        start = edit.start + grown
        if edit.protect:
            shifted.append(Span(start, start + len(edit.replacements[0]), "name"))
        grown += len(edit.replacements[0]) - len(edit.original)
    return tuple(sorted(shifted))
