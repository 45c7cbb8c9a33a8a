"""Asks a LanguageTool server through language_tool_python, in code points, several requests at once.

What the library leaves out is added here: text with protected spans (`data`), requests of a size that suits the server,
offsets that count characters beyond the basic plane once, and a second try when our own server had to be restarted.
"""

from __future__ import annotations

import json
import re
import threading
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Any, Final, NamedTuple

import language_tool_python
import language_tool_python.exceptions
import requests

from cleanup.article import Span, split_sentences
from cleanup.grammar.errors import LanguageToolError
from cleanup.grammar.server import Server

LEAST_WORDS: Final = 500  # a request; a sentence a request would cost four times as much
MOST_WORDS: Final = 1000
REQUESTS_AT_ONCE: Final = 2
_REMEMBERED: Final = 64  # parts of texts
_STAND_IN: Final = "Smith"  # a noun phrase by itself, spelled right, wherever a protected span stands
_PLAIN_KINDS: Final = frozenset({"name"})  # English, and context for the words around them
_PARAGRAPH: Final = re.compile(r"[^\n]*\n*")
_CORE: Final = re.compile(r"\w(?:.*\w)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Match:
    """One finding: a half-open span in code points of the text that was asked about; the best replacement first."""

    start: int
    end: int
    message: str
    replacements: tuple[str, ...]
    rule_id: str
    category: str
    issue_type: str
    sentence: str


class Chunk(NamedTuple):
    """`start:end` of the text, in code points."""

    start: int
    end: int


class Piece(NamedTuple):
    """Part of a request: what stands in the text, and what LanguageTool shall read instead (None: the same)."""

    text: str
    instead: str | None


class AnnotatedLanguageTool(language_tool_python.LanguageTool):
    """The library's client, which can also send text with annotations."""

    def check_annotated(self, pieces: Sequence[Piece]) -> list[language_tool_python.Match]:
        """As `check`; a match's `offset` and `error_length` are UTF-16 units of the pieces' texts put together.

        Raises the library's LanguageToolError.
        """
        parameters = self._create_params("")
        del parameters["text"]
        parameters["data"] = json.dumps({"annotation": [_annotation(piece) for piece in pieces]}, ensure_ascii=False)
        answer = self._query_server(f"{self._url}check", parameters, method="post")
        # Given the text, the library would correct offsets for wide characters, but not lengths, and with a cache that
        # threads share; with none it leaves them alone.
        return [language_tool_python.Match(match, "") for match in answer["matches"]]


class Client:
    """Checks texts on one server, a client of the library for each variant of English; safe in several threads."""

    def __init__(
        self,
        server: Server,
        *,
        enabled_rules: Iterable[str] = (),
        disabled_rules: Iterable[str] = (),
        disabled_categories: Iterable[str] = (),
    ) -> None:
        """What is disabled costs the server nothing; a rule that is enabled runs whatever becomes of its category."""
        self._server = server
        self._enabled_rules = set(enabled_rules)
        self._disabled_rules = set(disabled_rules)
        self._disabled_categories = set(disabled_categories)
        self._tools: dict[tuple[str, str], AnnotatedLanguageTool] = {}
        self._known: OrderedDict[tuple[str, tuple[Piece, ...]], list[Match]] = OrderedDict()
        self._guard = threading.Lock()
        self._pool = ThreadPoolExecutor(REQUESTS_AT_ONCE, thread_name_prefix="languagetool")

    def close(self) -> None:
        """Let go of the threads; the server stays."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def check(self, text: str, variant: str = "en-US", protected: Sequence[Span] = ()) -> list[Match]:
        """What LanguageTool finds in a text, by start; nothing that touches or neighbours a span it did not read.

        `variant` is en-US or en-GB; `protected` in code points of the text.
        Raises LanguageToolError where the server does not answer, or does not answer as LanguageTool does.
        """
        masked = mask(text, protected)
        futures = [self._pool.submit(self._ask, text, chunk, variant, masked) for chunk in chunks(text, masked)]
        return [match for future in futures for match in future.result()]

    def warm(self, variant: str = "en-US") -> None:
        """Ask for something small, so that the server has read its rules when the first text comes.

        Raises LanguageToolError as `check` does.
        """
        self.check("The rules are read when the first text comes.", variant)

    def _ask(self, text: str, chunk: Chunk, variant: str, masked: Sequence[Span]) -> list[Match]:
        part = text[chunk.start : chunk.end]
        inside = [Span(s.start - chunk.start, s.end - chunk.start, s.kind) for s in masked if _is_inside(s, chunk)]
        matches = self._recall(variant, tuple(annotate(part, inside)), part)
        return [
            replace(match, start=match.start + chunk.start, end=match.end + chunk.start)
            for match in matches
            if 0 <= match.start < match.end <= len(part) and not _neighbours(match, inside)
        ]

    def _recall(self, variant: str, pieces: tuple[Piece, ...], part: str) -> list[Match]:
        """The findings in a part, by start; a part that has not changed since is not asked about again."""
        key = (variant, pieces)
        with self._guard:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        offsets = Utf16Offsets(part)
        matches = sorted(
            (_to_match(each, offsets) for each in self._query(variant, pieces)), key=lambda m: (m.start, m.end)
        )
        with self._guard:
            self._known[key] = matches
            while len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return matches

    def _query(self, variant: str, pieces: Sequence[Piece]) -> list[language_tool_python.Match]:
        address = self._server.ready()
        try:
            return self._tool(address, variant).check_annotated(pieces)
        except language_tool_python.exceptions.RateLimitError as error:
            raise LanguageToolError(
                f"{address} allows no more requests now; wait, or run without --languagetool-url"
            ) from error
        except language_tool_python.exceptions.LanguageToolError as error:
            if not _is_unreachable(error):
                raise LanguageToolError(f"{address} refused the text: {_one_line(error)}") from error
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise LanguageToolError(
                f"{address} does not answer like a LanguageTool server; look at the address"
            ) from error
        address = self._server.restart(address)
        try:
            return self._tool(address, variant).check_annotated(pieces)
        except language_tool_python.exceptions.LanguageToolError as error:
            raise LanguageToolError(f"LanguageTool at {address} stopped answering: {_one_line(error)}") from error

    def _tool(self, address: str, variant: str) -> AnnotatedLanguageTool:
        with self._guard:
            tool = self._tools.get((address, variant))
            if tool is None:
                # An empty entry keeps the library from asking a proxy for this machine's own server.
                proxies = {"http": ""} if self._server.is_local else None
                tool = AnnotatedLanguageTool(variant, remote_server=address, proxies=proxies)
                tool.enabled_rules = self._enabled_rules
                tool.disabled_rules = self._disabled_rules
                tool.disabled_categories = self._disabled_categories
                self._tools[address, variant] = tool
            return tool


class Utf16Offsets:
    """Maps offsets in UTF-16 units, which the server counts in, to code points of a text."""

    def __init__(self, text: str) -> None:
        """A text of the basic plane needs no table."""
        self._starts: list[int] | None = None
        if any(character > "\uffff" for character in text):
            self._starts = list(accumulate((2 if c > "\uffff" else 1 for c in text), initial=0))

    def code_point(self, units: int) -> int:
        """The code point at an offset; the next one where the offset falls between the halves of a pair."""
        return units if self._starts is None else bisect_left(self._starts, units)


def mask(text: str, protected: Iterable[Span]) -> list[Span]:
    """The spans that LanguageTool shall not read, those that overlap or touch made one; names stay readable."""
    merged: list[Span] = []
    for span in sorted(s for s in protected if s.kind not in _PLAIN_KINDS and 0 <= s.start < s.end <= len(text)):
        if merged and span.start <= merged[-1].end:
            merged[-1] = merged[-1]._replace(end=max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged


def chunks(text: str, masked: Sequence[Span] = ()) -> list[Chunk]:
    """Parts of 500 to 1,000 words, cut at paragraph ends; a longer paragraph is cut between sentences.

    Parts without a word are left out, and no cut falls into a masked span. A short rest joins the part before.
    """
    units = _whole(_units(text), masked)
    parts: list[Chunk] = []
    sizes: list[int] = []
    for unit in units:
        size = len(text[unit.start : unit.end].split())
        if sizes and sizes[-1] < LEAST_WORDS and sizes[-1] + size <= MOST_WORDS:
            parts[-1] = Chunk(parts[-1].start, unit.end)
            sizes[-1] += size
        else:
            parts.append(unit)
            sizes.append(size)
    if len(parts) > 1 and sizes[-1] < LEAST_WORDS // 4 and sizes[-2] + sizes[-1] <= MOST_WORDS:
        parts[-2:] = [Chunk(parts[-2].start, parts[-1].end)]
    return [part for part in parts if text[part.start : part.end].strip()]


def annotate(text: str, masked: Sequence[Span]) -> list[Piece]:
    """The pieces of a request: text as it is, and for each masked span a stand-in between the marks at its ends."""
    pieces: list[Piece] = []
    at = 0
    for span in masked:
        if span.start > at:
            pieces.append(Piece(text[at : span.start], None))
        hidden = text[span.start : span.end]
        pieces.append(Piece(hidden, "" if span.kind == "markup" else _CORE.sub(_STAND_IN, hidden, count=1)))
        at = span.end
    if at < len(text):
        pieces.append(Piece(text[at:], None))
    return pieces


def _units(text: str) -> list[Chunk]:
    """Paragraphs with the line ends after them, and the sentences of those that are too long."""
    units: list[Chunk] = []
    for found in _PARAGRAPH.finditer(text):
        start, end = found.span()
        if start == end:
            continue
        if len(found.group().split()) <= MOST_WORDS:
            units.append(Chunk(start, end))
            continue
        starts = [start, *(start + s.start for s in split_sentences(found.group())[1:]), end]
        units += [Chunk(a, b) for a, b in pairwise(starts)]
    return units


def _whole(units: Iterable[Chunk], masked: Sequence[Span]) -> list[Chunk]:
    """The units, those between which a masked span lies made one."""
    joined: list[Chunk] = []
    for unit in units:
        if joined and any(s.start < unit.start < s.end for s in masked):
            joined[-1] = Chunk(joined[-1].start, unit.end)
        else:
            joined.append(unit)
    return joined


def _is_inside(span: Span, chunk: Chunk) -> bool:
    return chunk.start <= span.start and span.end <= chunk.end


def _neighbours(match: Match, masked: Iterable[Span]) -> bool:
    """Whether a match touches a span that was not read, or stands one space from it and so judges the stand-in."""
    return any(match.start <= span.end + 1 and span.start <= match.end + 1 for span in masked)


def _annotation(piece: Piece) -> dict[str, str]:
    if piece.instead is None:
        return {"text": piece.text}
    return {"markup": piece.text, "interpretAs": piece.instead}


def _to_match(found: language_tool_python.Match, offsets: Utf16Offsets) -> Match:
    attributes: Any = found  # the library sets its attributes one by one; not all are declared
    start, end = found.offset, found.offset + found.error_length
    return Match(
        start=offsets.code_point(start),
        end=offsets.code_point(end),
        message=_one_line(found.message),
        replacements=tuple(found.replacements),
        rule_id=found.rule_id,
        category=found.category,
        issue_type=found.rule_issue_type,
        sentence=str(attributes.sentence),
    )


def _is_unreachable(error: BaseException) -> bool:
    return isinstance(error.__cause__, (OSError, requests.RequestException)) and not isinstance(
        error.__cause__, requests.exceptions.JSONDecodeError
    )


def _one_line(text: object) -> str:
    return " ".join(str(text).split())
