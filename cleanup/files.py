"""Writing files whole or not at all, and what the files are called that `fix` writes beside the articles."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from cleanup.errors import UserError

REPORT = "report.json"
PAGE = "review.html"
DIFF = ".diff"  # behind the name of an article


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises UserError where that cannot be done."""
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _like(path, temporary)
        os.replace(temporary, path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise UserError(f"{path}: cannot be written: {error.strerror}; make room or choose another folder") from None


def _like(path: Path, temporary: str) -> None:
    """Give the new file the mode of the one it replaces, or what a new file gets."""
    if path.exists():
        os.chmod(temporary, path.stat().st_mode & 0o7777)
    else:
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)
