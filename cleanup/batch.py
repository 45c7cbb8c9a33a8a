"""From paths to findings, and from findings to files: what `fix` and `check` do to a folder of articles."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from cleanup.edits import Change
from cleanup.findings import Failed, FileFindings
from cleanup.formats import FormatError, decode
from cleanup.inputs import STDIN, Input
from cleanup.session import Options, open_session
from cleanup.suppression import suppress
from cleanup.workers import workers_for

if TYPE_CHECKING:
    from cleanup.config import Configuration, Configured
    from cleanup.formats import Segment
    from cleanup.session import AnyCleaner


Given = TypeVar("Given")
Made = TypeVar("Made")
Session = Callable[[Options], AbstractContextManager["AnyCleaner"]]


@dataclass(frozen=True, slots=True)
class Group:
    """Files that follow each other and have the same settings."""

    options: Options
    items: tuple[Input, ...]


def group_inputs(
    items: Sequence[Input], configuration: Configuration, options: Callable[[Configured], Options]
) -> list[Group]:
    """The files in groups of equal settings, in their order; `options` makes a run's options from settings."""
    by_settings = itertools.groupby(items, key=lambda item: configuration.for_path(item.path))
    return [Group(options(configured), tuple(inside)) for configured, inside in by_settings]


def examine(item: Input, cleaner: AnyCleaner, options: Options) -> FileFindings | Failed:
    """What is found in one file, or why it could not be read."""
    shown = item.shown
    if not item.is_named_in_utf8:
        return Failed(shown, f"{shown}: the name of the file is not UTF-8; rename the file")
    try:
        data = sys.stdin.buffer.read() if str(item.path) == STDIN else item.path.read_bytes()
        document = decode(Path(shown), data, options.text_field, options.encoding)
        source_text = _source_text(item, options)
    except FormatError as error:
        return Failed(shown, str(error))
    except OSError as error:  # the article, or its source
        place = error.filename or shown
        return Failed(shown, f"{place}: cannot be read: {error.strerror}; check the file and its permissions")
    named = item.name if str(item.path) == STDIN else item.path
    keep = options.selection.filter_for(named)

    def changes_of(segment: Segment) -> tuple[Change, ...]:
        return cleaner.clean(
            segment.text,
            path=str(item.path),
            source_language=options.source_language,
            source_text=source_text,
            unsafe=options.unsafe,
            protected=segment.protected,
            keep=keep,
        ).changes

    at_once = min(options.workers, len(document.segments))
    changes = tuple(_side_by_side(changes_of, document.segments, at_once))
    found = suppress(document, changes, lambda name: options.asks(name, named), keep)
    return FileFindings(shown, document, found, options.selection)


def _source_text(item: Input, options: Options) -> str | None:
    """The article in its own language: the file given, or the one of the same name in the folder given.

    Raises FormatError where it is no text, OSError where it cannot be read.
    """
    source = options.source
    if source is None:
        return None
    path = source / item.name if source.is_dir() else source
    if source.is_dir() and not path.exists():
        return None
    return "\n\n".join(segment.text for segment in decode(path, path.read_bytes(), encoding=options.encoding).segments)


def examine_all(
    items: Sequence[Input],
    cleaner: AnyCleaner,
    options: Options,
    done: Callable[[Input, FileFindings | Failed], None],
) -> tuple[list[FileFindings], list[Failed]]:
    """Examine every file; `done` is called after each, in order. A file that fails does not stop the others.

    One that `done` cannot write (FormatError) has failed too.

    With LanguageTool two files are under way at once: one is read by the rules while the other waits for answers. With
    several processes each has one, and one waits for it.
    """
    found: list[FileFindings] = []
    failed: list[Failed] = []
    at_once = 2 * options.workers if options.languagetool or options.workers > 1 else 1
    outcomes = _side_by_side(lambda item: examine(item, cleaner, options), items, at_once)
    for item, outcome in zip(items, outcomes, strict=True):
        try:
            done(item, outcome)
        except FormatError as error:
            outcome = Failed(item.shown, str(error))
        if isinstance(outcome, Failed):
            failed.append(outcome)
        else:
            found.append(outcome)
    return found, failed


def _side_by_side(function: Callable[[Given], Made], given: Iterable[Given], at_once: int) -> Iterator[Made]:
    """What the function makes of each, in their order, of so many at once."""
    if at_once <= 1:
        yield from map(function, given)
        return
    from concurrent.futures import ThreadPoolExecutor  # slow to load, and seldom needed

    pool = ThreadPoolExecutor(at_once)
    waits = True
    try:
        yield from pool.map(function, given)
    except (KeyboardInterrupt, SystemExit):
        waits = False  # for what is under way
        raise
    finally:
        pool.shutdown(waits, cancel_futures=True)


def examine_groups(
    groups: Sequence[Group],
    done: Callable[[Input, FileFindings | Failed], None],
    session: Session = open_session,
) -> tuple[list[FileFindings], list[Failed]]:
    """Examine every file of every group; neighbours made from the same means share a cleaner, opened by `session`.

    Where there is much to do several processes do it.
    """
    found: list[FileFindings] = []
    failed: list[Failed] = []
    for _, same in itertools.groupby(groups, key=lambda group: group.options.means):
        sharing = list(same)
        workers = _workers(sharing)
        with session(replace(sharing[0].options, workers=workers)) as cleaner:
            for group in sharing:
                outcome = examine_all(group.items, cleaner, replace(group.options, workers=workers), done)
                found += outcome[0]
                failed += outcome[1]
    return found, failed


def _workers(groups: Sequence[Group]) -> int:
    """How many processes; one where a large model is asked as well, which each would load."""
    if groups[0].options.rewrite is not None:
        return 1
    return workers_for(sum(_size(item) for group in groups for item in group.items))


def _size(item: Input) -> int:
    """Bytes of a file; none where that is not known yet."""
    try:
        return 0 if str(item.path) == STDIN else item.path.stat().st_size
    except OSError:
        return 0
