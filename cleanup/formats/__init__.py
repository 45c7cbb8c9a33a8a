"""One reader-writer a format, chosen by the file's suffix."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from cleanup.formats.base import Document, FormatError, Segment

# Suffix → module of this package with `decode(path, data) -> Document`.
READERS = {".txt": "text", "": "text"}

__all__ = ["READERS", "Document", "FormatError", "Segment", "decode"]


def decode(path: Path, data: bytes) -> Document:
    """The document in the bytes of a file. Raises FormatError for what cannot be read as an article."""
    module = READERS.get(path.suffix.lower())
    if module is None:
        known = ", ".join(sorted(suffix for suffix in READERS if suffix))
        raise FormatError(f"{path}: no reader for {path.suffix} files; known are {known}")
    document: Document = import_module(f"cleanup.formats.{module}").decode(path, data)
    return document
