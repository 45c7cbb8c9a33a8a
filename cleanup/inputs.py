"""Which files a run reads: those that are named, and the articles in the folders that are named."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cleanup.baseline import DEFAULT as BASELINE
from cleanup.errors import UserError
from cleanup.files import PAGE, REPORT
from cleanup.formats import suffixes
from cleanup.ignored import Ignored, ignored_in
from cleanup.selection import matches

if TYPE_CHECKING:
    from cleanup.config import Configuration

STDIN = "-"
# What tools bring along under a suffix of articles.
_FOLDERS_OF_TOOLS = frozenset({"__pycache__", "__pypackages__", "bower_components", "node_modules", "site-packages"})
_SIGNS_OF_TOOLS = frozenset({"CACHEDIR.TAG", "pyvenv.cfg"})  # a folder that holds one is a tool's
_FILES_OF_TOOLS = ("CMakeLists.txt", "constraints*.txt", "requirements*.txt", "robots.txt")


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read; `name` is its path below the folder that was given, under which its output is written."""

    path: Path
    name: Path

    @property
    def shown(self) -> str:
        """The path as reports name it: `stdin` for standard input, and with bytes that are no UTF-8 as `\\xff`."""
        text = "stdin" if str(self.path) == STDIN else str(self.path)
        return (
            text if self.is_named_in_utf8 else text.encode("utf-8", "surrogateescape").decode(errors="backslashreplace")
        )

    @property
    def is_named_in_utf8(self) -> bool:
        """Whether reports, which are UTF-8, can name the file."""
        return not any("\ud800" <= character <= "\udfff" for character in str(self.path))


def find_inputs(
    paths: Sequence[Path],
    configuration: Configuration | None = None,
    *,
    exclude: Sequence[str] = (),
    written: Sequence[Path] = (),
) -> list[Input]:
    """The files named, and the articles in the folders named, each once.

    Of a folder are left out: hidden files and folders, what git ignores, what tools bring along, what the configuration
    or `exclude` (patterns from the current folder) leaves out, what the program wrote, and `written`, the files and
    folders that this run will write to. Raises UserError for a path that does not exist and for a folder without
    articles.
    """
    found: dict[Path, Input] = {}
    for path in paths:
        if str(path) == STDIN:
            found[path] = Input(path, Path("stdin.txt"))
        elif path.is_dir():
            inside = [item for item in _articles(path, written) if not _is_excluded(item, configuration, exclude)]
            if not inside:
                raise UserError(
                    f"{path}: no articles in this folder; give one that holds {', '.join(suffixes())} files, "
                    "or name files that git ignores or a setting excludes"
                )
            found |= {item.path: item for item in inside}
        elif path.exists():
            found[path] = Input(path, Path(path.name))
        else:
            raise UserError(f"{path}: no such file or folder; check the path")
    return list(found.values())


def _is_excluded(item: Input, configuration: Configuration | None, exclude: Sequence[str]) -> bool:
    if any(matches(item.path, pattern, Path()) for pattern in exclude):
        return True
    if configuration is None:
        return False
    configured = configuration.for_path(item.path)
    baseline = configured.settings.baseline
    if baseline is not None and baseline.resolve() == item.path.resolve():
        return True
    return any(matches(item.path, pattern, configured.root) for pattern in configured.settings.exclude)


class Earlier(NamedTuple):
    """The names that earlier runs wrote, and whether reviewers had decided what they hold."""

    names: frozenset[str]
    final: bool


def written_before(folder: Path) -> Earlier | None:
    """What the report of an earlier run into a folder says; None where the folder has no such report."""
    try:
        report = json.loads((folder / REPORT).read_bytes())
        written = [*(entry["output"] for entry in report["files"]), *report.get("earlier", ())]
        return Earlier(frozenset(Path(name).as_posix() for name in written), bool(report.get("final", False)))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


@dataclass(frozen=True)
class _Place:
    """A folder on the way: its absolute path without links, what git ignores in it, and whose output it is part of."""

    path: Path
    ignored: Ignored
    output: Path | None = None
    names: frozenset[str] = frozenset()  # of the files in that output

    def is_own(self, name: str) -> bool:
        """Whether the program wrote the file of this name."""
        if self.output is None:
            return False
        inside = (self.path / name).relative_to(self.output).as_posix()
        return inside == PAGE or inside in self.names


def _articles(folder: Path, written: Sequence[Path]) -> Iterator[Input]:
    """The articles below a folder, in the order of their names, those of a folder before those of its folders."""
    root = folder.resolve()
    walk = _Walk(frozenset(suffixes()), frozenset(path.resolve() for path in written), _standard_output())
    for path in walk.articles(_Place(root, ignored_in(root)), is_named=True):
        name = path.relative_to(root)
        yield Input(folder / name, name)


@dataclass(frozen=True)
class _Walk:
    """A way through a folder: the suffixes of articles, what the run writes to, and where its standard output goes."""

    known: frozenset[str]
    written: frozenset[Path]
    standard_output: tuple[int, int] | None

    def articles(self, place: _Place, *, is_named: bool = False) -> Iterator[Path]:
        """The articles below a place, and folders that cannot be read.

        Output of an earlier run is read only in a folder that the user named.
        """
        try:
            entries = _entries(place.path)
        except OSError:  # to be told of like a file that cannot be read
            yield place.path
            return
        names = frozenset(entry.name for entry in entries)
        if not is_named and names & _SIGNS_OF_TOOLS:
            return
        if REPORT in names:
            place = _with_output(place, is_named=is_named)
        yield from (place.path / entry.name for entry in entries if self._is_article(entry, place))
        for entry in entries:
            if self._is_way(entry, place):
                inside = place.path / entry.name
                yield from self.articles(replace(place, path=inside, ignored=place.ignored.inside(inside)))

    def _is_way(self, entry: os.DirEntry[str], place: _Place) -> bool:
        """Whether articles may lie in what is a folder."""
        path = place.path / entry.name
        return not (
            not entry.is_dir(follow_symlinks=False)
            or entry.name.startswith(".")
            or entry.name in _FOLDERS_OF_TOOLS
            or path in self.written
            or place.ignored.leaves_out(path, is_folder=True)
        )

    def _is_article(self, entry: os.DirEntry[str], place: _Place) -> bool:
        path = place.path / entry.name
        if path.suffix.lower() not in self.known or entry.name.startswith(".") or not _may_be_read(path):
            return False
        return not (
            entry.name == BASELINE.name
            or any(fnmatchcase(entry.name, pattern) for pattern in _FILES_OF_TOOLS)
            or path in self.written
            or place.is_own(entry.name)
            or _is_standard_output(path, self.standard_output)
            or place.ignored.leaves_out(path, is_folder=False)
        )


def _with_output(place: _Place, *, is_named: bool) -> _Place:
    """The place as part of the output that its report lists; who names the folder wants to read its articles."""
    earlier = written_before(place.path)
    if earlier is None:
        return place
    return replace(place, output=place.path, names=frozenset() if is_named else earlier.names)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """What lies in a folder, by name. Raises OSError where it cannot be read."""
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _standard_output() -> tuple[int, int] | None:
    """What tells the file that standard output is written to from others; None where it goes to no file."""
    try:
        status = os.fstat(sys.__stdout__.fileno()) if sys.__stdout__ else None
    except (OSError, ValueError):
        return None
    return _identity(status) if status and stat.S_ISREG(status.st_mode) else None


def _may_be_read(path: Path) -> bool:
    """Whether a path leads to a file (a pipe would wait), or to nothing, which is told as what cannot be read."""
    status = _status(path)
    return status is None or stat.S_ISREG(status.st_mode)


def _is_standard_output(path: Path, standard_output: tuple[int, int] | None) -> bool:
    status = None if standard_output is None else _status(path)
    return status is not None and _identity(status) == standard_output


def _status(path: Path) -> os.stat_result | None:
    """What a path leads to; None for a link that leads nowhere."""
    try:
        return path.stat()
    except OSError:
        return None


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino
