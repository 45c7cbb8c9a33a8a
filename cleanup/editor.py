"""What an editor needs while someone types: findings at once for the paragraph at hand, and precise ones after a pause.

Findings depend on the whole article (who was named before, which language it comes from), and a whole article takes too
long for every key. So an edited paragraph is first examined by itself, and the others keep what was last found in them.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from cleanup.article import Span
from cleanup.edits import Change
from cleanup.findings import FileFindings, Finding, line_starts
from cleanup.formats import Segment, decode, decode_again
from cleanup.formats.base import UTF8
from cleanup.rulepack import RuleBook, load_rules
from cleanup.session import Options, open_cleaner, open_session
from cleanup.suppression import suppress

if TYPE_CHECKING:
    from cleanup.cli_options import Common
    from cleanup.session import AnyCleaner

Encoding = Literal["utf-8", "utf-16", "utf-32"]
_PARAGRAPH = re.compile(r"[^\r\n]*\S[^\r\n]*")


class TextEdit(NamedTuple):
    """`start:end` of a text, in code points, becomes `text`."""

    start: int
    end: int
    text: str


class Lines:
    """Offsets in code points to lines and columns, both from 0, and back; columns in units of the client's encoding.

    Lines end as the protocol says, at LF, CR and CR LF; a line separator inside an article ends none.
    """

    def __init__(self, text: str, encoding: Encoding) -> None:
        self._text = text
        self._starts = line_starts(text)
        self._encoding = encoding

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self._starts, offset) - 1
        return line, self._units(self._text[self._starts[line] : offset])

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column; what lies behind the end of a line or of the text is its end."""
        if line >= len(self._starts):
            return len(self._text)
        start = self._starts[line]
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self._text)
        content = self._text[start:end].rstrip("\r\n")
        for index, character in enumerate(content):
            if column <= 0:
                return start + index
            column -= self._units(character)
        return start + len(content)

    def _units(self, text: str) -> int:
        if self._encoding == "utf-32":
            return len(text)
        if self._encoding == "utf-8":
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text) + sum(character > "\uffff" for character in text)


class Examiner:
    """Examines open files; `close()` ends what it started (LanguageTool). Not for several threads at once."""

    def __init__(self, common: Common) -> None:
        """`common` are the options of the command line, which the settings files near each article add to."""
        self._common = common
        self._stack = ExitStack()
        self._cleaners: dict[tuple[object, ...], AnyCleaner] = {}
        self._books: dict[tuple[Path, ...], RuleBook] = {}
        self._known: dict[Path, dict[str, tuple[Change, ...]]] = {}
        self._languages: dict[Path, str | None] = {}

    def close(self) -> None:
        """End what was started."""
        self._stack.close()

    def forget(self, path: Path) -> None:
        """Drop what is known of a file that was closed."""
        self._known.pop(path, None)
        self._languages.pop(path, None)

    def options(self, path: Path) -> Options:
        """The options for a file, its settings read anew. Raises ConfigError."""
        return self._common.options(self._common.configuration().for_path(path))

    def rules(self, path: Path) -> RuleBook:
        """The rules for a file. Raises PackError."""
        folders = tuple(self.options(path).rule_folders)
        if folders not in self._books:
            self._books[folders] = load_rules(folders)
        return self._books[folders]

    def whole(self, path: Path, text: str) -> FileFindings:
        """What is found in the whole file, as `cleanup check` finds it. Raises UserError."""
        options = self.options(path)
        document = decode(path, text.encode(UTF8), options.text_field, UTF8)
        keep = options.selection.filter_for(path)
        results = [
            self._cleaner(options).clean(
                segment.text, source_language=options.source_language, protected=segment.protected, keep=keep
            )
            for segment in document.segments
        ]
        self._languages[path] = results[0].article.source_language if results else None
        self._known[path] = {
            text: changes
            for segment, result in zip(document.segments, results, strict=True)
            for text, changes in _by_paragraph(segment.text, result.changes)
        }
        found = suppress(document, [result.changes for result in results], lambda name: options.asks(name, path), keep)
        return FileFindings(str(path), document, found, options.selection)

    def quick(self, path: Path, text: str) -> FileFindings:
        """What is found when only paragraphs that are new are examined, each by itself. Raises UserError."""
        options = self.options(path)
        document = decode(path, text.encode(UTF8), options.text_field, UTF8)
        changes = [tuple(self._of_segment(path, segment, options)) for segment in document.segments]
        # Not every rule was asked, so nothing is said of comments in vain.
        found = suppress(document, changes, lambda name: False, options.selection.filter_for(path))
        return FileFindings(str(path), document, found, options.selection)

    def _of_segment(self, path: Path, segment: Segment, options: Options) -> Iterator[Change]:
        known = self._known.setdefault(path, {})
        for match in _PARAGRAPH.finditer(segment.text):
            paragraph = match.group()
            if paragraph not in known:
                result = self._cleaner(replace(options, languagetool=False, model=False, cache=False)).clean(
                    paragraph,
                    source_language=options.source_language or self._languages.get(path),
                    protected=tuple(_within(segment.protected, match.start(), match.end())),
                    keep=options.selection.filter_for(path),
                )
                known[paragraph] = result.changes
            yield from (_moved(change, match.start()) for change in known[paragraph])

    def _cleaner(self, options: Options) -> AnyCleaner:
        if options.means not in self._cleaners:
            opened = open_session(options) if options.cache else open_cleaner(options)
            self._cleaners[options.means] = self._stack.enter_context(opened)
        return self._cleaners[options.means]


def _by_paragraph(text: str, changes: Sequence[Change]) -> Iterator[tuple[str, tuple[Change, ...]]]:
    """Each paragraph with the changes inside it, in its own offsets; one that joins two paragraphs is in none."""
    for match in _PARAGRAPH.finditer(text):
        inside = (change for change in changes if match.start() <= change.start and change.end <= match.end())
        yield match.group(), tuple(_moved(change, -match.start()) for change in inside)


def _moved(change: Change, by: int) -> Change:
    return replace(change, start=change.start + by, end=change.end + by)


def _within(spans: Iterable[Span], start: int, end: int) -> Iterator[Span]:
    """The spans, as far as they lie within `start:end`, in offsets from there."""
    for span in spans:
        if span.start < end and start < span.end:
            yield Span(max(span.start, start) - start, min(span.end, end) - start, span.kind)


def edits_for(file: FileFindings, finding: Finding, replacement: str) -> list[TextEdit]:
    """The edits of the file's text that put a replacement in; markup in between stays, as the format decides."""
    change = replace(finding.change, replacements=(replacement,))
    return _edits_of(file, [[change] if index == finding.segment else [] for index in range(len(file.changes))])


def edits_for_all(file: FileFindings) -> list[TextEdit]:
    """The edits that make every change that `fix` would make."""
    return _edits_of(file, [[change for change in changes if change.applied] for changes in file.changes])


def _edits_of(file: FileFindings, accepted: Sequence[Sequence[Change]]) -> list[TextEdit]:
    after = decode_again(file.document, file.encode(accepted)).text
    return list(text_edits(file.document.text, after))


def text_edits(before: str, after: str) -> Iterator[TextEdit]:
    """Edits, in order, that make one text of the other: one for each changed line or group of lines, trimmed."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    for operation, first, last, new_first, new_last in matcher.get_opcodes():
        if operation == "equal":
            continue
        if last - first == new_last - new_first:  # line by line
            pairs = zip(range(first, last), range(new_first, new_last), strict=True)
            yield from (_trimmed(starts[i], old[i], new[j]) for i, j in pairs if old[i] != new[j])
        else:
            yield _trimmed(starts[first], "".join(old[first:last]), "".join(new[new_first:new_last]))


def _trimmed(at: int, old: str, new: str) -> TextEdit:
    shortest = min(len(old), len(new))
    head = next((i for i in range(shortest) if old[i] != new[i]), shortest)
    tail = next((i for i in range(shortest - head) if old[-1 - i] != new[-1 - i]), shortest - head)
    return TextEdit(at + head, at + len(old) - tail, new[head : len(new) - tail])
