"""The checksums of a model's files."""

import hashlib
from pathlib import Path

from cleanup.neural.files import CHECKSUMS


def write_checksums(folder: Path) -> None:
    """Write the SHA-256 of every file of the model but its card, as `sha256sum` does."""
    files = sorted(
        path for path in folder.rglob("*") if path.is_file() and path.name != CHECKSUMS and path.suffix != ".md"
    )
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n" for path in files
    ]
    (folder / CHECKSUMS).write_text("".join(lines), encoding="utf-8")
