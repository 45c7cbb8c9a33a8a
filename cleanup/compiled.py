"""Parsed data files, kept as msgpack in the user's cache folder, since YAML is slow to read."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from cleanup import __version__

_T = TypeVar("_T")
SHIPPED = Path(__file__).parent / "precompiled"


def compiled(
    name: str, sources: Sequence[Path], kind: type[_T], build: Callable[[], _T], *, shipped: bool = False
) -> _T:
    """What `build` makes of the sources, from the cache when none of them changed.

    The key is each source's path, size and time of modification, and the program's version. A cache folder that cannot
    be read or written is no error: the data are then built anew each time. With `shipped` the sources are the program's
    own, which an installed program finds compiled in its folder (hatch_build.py puts them there).
    """
    if shipped and (SHIPPED / f"{name}.msgpack").exists():
        return msgspec.msgpack.decode((SHIPPED / f"{name}.msgpack").read_bytes(), type=kind)
    path = cache_folder() / f"{name}-{_fingerprint(sources)}.msgpack"
    with suppress(OSError, msgspec.MsgspecError):
        return msgspec.msgpack.decode(path.read_bytes(), type=kind)
    value = build()
    keep(path, name, msgspec.msgpack.encode(value))
    return value


def keep(path: Path, name: str, data: bytes) -> None:
    """Write data to a file `name-….msgpack` of the cache folder, whole or not at all; older ones are forgotten."""
    with suppress(OSError):
        _write(path, data)
        _forget_older(path, name)


def cache_folder() -> Path:
    """The user's cache folder for this program, or that of CLEANUP_CACHE_DIR."""
    import platformdirs  # here, since a run that reads no data file does not need it

    return Path(os.environ.get("CLEANUP_CACHE_DIR") or platformdirs.user_cache_path("cleanup"))


def _fingerprint(sources: Sequence[Path]) -> str:
    digest = hashlib.sha256(__version__.encode())
    for source in sources:
        status = source.stat()
        digest.update(f"{source}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:20]


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    os.replace(temporary, path)


def _forget_older(path: Path, name: str) -> None:
    """Keep the newest few caches of this name: several checkouts and rule folders may be in use."""
    others = sorted(path.parent.glob(f"{name}-*.msgpack"), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in others[8:]:
        old.unlink(missing_ok=True)
