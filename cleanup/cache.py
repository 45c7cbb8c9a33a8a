"""What was found in articles, kept in the user's cache folder, so that an unchanged article costs nothing again.

The key is the article's text and everything that may change what is found in it: the program's own files, rules and
names by their content, the user's rule packs and glossaries, plugins, and the options. Runs at the same time share the
folder: entries are written under another name and renamed, and one that cannot be read is made anew.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from cleanup.article import Article, Patch, Span
from cleanup.compiled import cache_folder, compiled
from cleanup.edits import Change, Edit, accept
from cleanup.pipeline import Result
from cleanup.plugins import plugins

if TYPE_CHECKING:
    from cleanup.cleaner import Cleaner
    from cleanup.session import Options
    from cleanup.workers import Workers

LIMIT = 256 * 1024 * 1024  # bytes; an article with its changes takes two to ten thousand
_KEPT = 0.8  # of the limit, when it is passed
# Options that say what is asked of one article, not what the articles are examined with.
_OF_ARTICLE = frozenset(
    {"source_language", "unsafe", "source", "selection", "cache", "workers", "text_field", "encoding"}
)


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """What was found in one article: its language of origin and the changes."""

    source_language: str | None
    changes: tuple[Change, ...]


class Store:
    """The folder of entries, by key. A folder that cannot be read or written is no error: nothing is found in it."""

    def __init__(self, folder: Path | None = None, limit: int = LIMIT) -> None:
        """`folder` is that of the user where none is given; `limit` its greatest size in bytes."""
        self.folder = folder or cache_folder() / "articles"
        self._limit = limit
        self._has_grown = False

    def get(self, key: str) -> bytes | None:
        """The data kept under a key, which is then the last that will be dropped for want of room."""
        path = self._path(key)
        try:
            data = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep data under a key, whole or not at all."""
        path = self._path(key)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".")
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.replace(temporary, path)
            self._has_grown = True

    def close(self) -> None:
        """Drop what was not used for longest, where this run made the folder larger than it may be."""
        if self._has_grown:
            self._prune()

    def clear(self) -> tuple[int, int]:
        """Remove every entry; how many there were, and their bytes."""
        removed = list(self._entries())
        for _, _, path in removed:
            path.unlink(missing_ok=True)
        return len(removed), sum(size for _, size, _ in removed)

    def size(self) -> tuple[int, int]:
        """How many entries there are, and their bytes."""
        sizes = [size for _, size, _ in self._entries()]
        return len(sizes), sum(sizes)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        """Time of last use, bytes and path of each entry; those that another run removes meanwhile are left out."""
        for place, _, names in os.walk(self.folder):
            for name in names:
                path = Path(place, name)
                with suppress(OSError):
                    status = path.stat()
                    yield status.st_mtime, status.st_size, path

    def _prune(self) -> None:
        entries = sorted(self._entries())
        total = sum(size for _, size, _ in entries)
        if total <= self._limit:
            return
        for _, size, path in entries:
            path.unlink(missing_ok=True)
            total -= size
            if total <= _KEPT * self._limit:
                return


class CachedCleaner:
    """Gives what is known of an article, and cleans the others; the cleaner is made for the first of them.

    `means` is the fingerprint of what the cleaner works with (see `means_of`).
    """

    def __init__(self, make: Callable[[], Cleaner | Workers], means: str, store: Store) -> None:
        self._make = make
        self._means = means
        self._store = store
        self._lock = threading.Lock()

    @cached_property
    def _cleaner(self) -> Cleaner | Workers:
        return self._make()

    def clean(
        self,
        text: str,
        *,
        path: str | None = None,
        source_language: str | None = None,
        source_text: str | None = None,
        unsafe: bool = False,
        protected: Sequence[Span] = (),
        keep: Callable[[Edit], bool] | None = None,
    ) -> Result:
        """As `Cleaner.clean`. The article of a known result has no protected spans."""
        key = self._key(text, source_language, source_text, unsafe, tuple(protected), keep)
        entry = self._known(key)
        if entry is not None:
            return _result(text, entry)
        with self._lock:
            cleaner = self._cleaner
        result = cleaner.clean(
            text,
            path=path,
            source_language=source_language,
            source_text=source_text,
            unsafe=unsafe,
            protected=protected,
            keep=keep,
        )
        if key is not None:
            self._store.put(key, msgspec.msgpack.encode(Entry(result.article.source_language, result.changes)))
        return result

    def _key(self, *parts: object) -> str | None:
        """The key of an article; None where a filter cannot be told from others, so that nothing may be kept."""
        if parts[-1] is not None and not is_dataclass(parts[-1]):
            return None
        return hashlib.sha256("\0".join([self._means, *map(repr, parts)]).encode("utf-8", "surrogatepass")).hexdigest()

    def _known(self, key: str | None) -> Entry | None:
        data = None if key is None else self._store.get(key)
        with suppress(msgspec.MsgspecError):
            return None if data is None else msgspec.msgpack.decode(data, type=Entry)
        return None


def _result(text: str, entry: Entry) -> Result:
    applied = [change for change in entry.changes if change.applied]
    patches = tuple(Patch(c.start, c.end, c.text, c.edits) for c in applied)
    article = Article(text, accept(text, applied), patches, source_language=entry.source_language)
    return Result(article, entry.changes)


def means_of(options: Options) -> str | None:
    """The fingerprint of everything that the articles of a run are examined with, but for the articles themselves.

    None where a file that it names cannot be read: the run itself says so.
    """
    digest = hashlib.sha256(_program().encode())
    try:
        for field in fields(options):
            if field.name not in _OF_ARTICLE:
                digest.update(f"{field.name}={_described(getattr(options, field.name))}\n".encode())
    except OSError:
        return None
    digest.update(os.environ.get("LTP_PATH", "").encode())
    for plugin in plugins():
        digest.update(repr(plugin).encode())
    return digest.hexdigest()


def _described(value: object) -> str:
    """An option's value; of files their content, since their name says little."""
    if isinstance(value, Path):
        return _content(_files(value), value) if value.is_dir() else hashlib.sha256(value.read_bytes()).hexdigest()
    if isinstance(value, str) and os.path.isdir(value):  # a model of the user's own
        return _stamps(Path(value))
    if isinstance(value, tuple | list):
        return " ".join(map(_described, value))
    return repr(value)


def _stamps(folder: Path) -> str:
    """Names, sizes and times of a model's files: it may have gigabytes, which nobody reads to look up an article."""
    files = [(path, path.stat()) for path in _files(folder)]
    return repr([(path.relative_to(folder).as_posix(), s.st_size, s.st_mtime_ns) for path, s in files])


def _program() -> str:
    """The fingerprint of the program, its rules, names and words.

    It is made of their content, so that machines can share a cache; read again only when a file has changed.
    """
    here = Path(__file__).parent
    files = [path for folder in (here, here.parent / "rules") for path in _files(folder)]
    return compiled("program", files, str, lambda: _content(files, here.parent))


def _files(folder: Path) -> list[Path]:
    """All files below a folder, sorted, but for Python's own cache."""
    found = [
        Path(place, name) for place, _, names in os.walk(folder) if not place.endswith("__pycache__") for name in names
    ]
    return sorted(found)


def _content(files: Sequence[Path], root: Path) -> str:
    digest = hashlib.sha256()
    for path in files:
        data = path.read_bytes()
        digest.update(f"{path.relative_to(root).as_posix()}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()
