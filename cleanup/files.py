"""Writing files whole or not at all, and what the files are called that `fix` writes beside the articles."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from cleanup.errors import UserError

REPORT = "report.json"
PAGE = "review.html"
DIFF = ".diff"  # behind the name of an article
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; a link stays one. Raises UserError where that cannot be done."""
    temporary = None
    path = Path(os.path.realpath(path)) if path.is_symlink() else path
    try:
        if path.exists() and not os.access(path, os.W_OK):  # though another file could be put in its place
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
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
        mend = "make room" if error.errno in _NO_ROOM else "check the permissions"
        raise UserError(f"{path}: cannot be written: {error.strerror}; {mend} or choose another folder") from None


def _like(path: Path, temporary: str) -> None:
    """Give the new file the owner and the mode of the one it replaces, or what a new file gets."""
    if path.exists():
        status = path.stat()
        with suppress(OSError, AttributeError):  # who may not give files away keeps them; Windows has no such owners
            os.chown(temporary, status.st_uid, status.st_gid)
        os.chmod(temporary, status.st_mode & 0o7777)
    else:
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)
