"""One reader-writer a format, chosen by the file's suffix."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from cleanup.formats.base import Document, FormatError, Segment
from cleanup.plugins import plugin_reader, plugin_suffixes

# Suffix → module of this package with `decode(path, data) -> Document`.
READERS = {".txt": "text", "": "text", ".md": "markdown", ".markdown": "markdown"}

__all__ = ["READERS", "Document", "FormatError", "Segment", "decode", "suffixes"]


def suffixes() -> list[str]:
    """The suffixes of files that can be read, plugins' too, sorted."""
    return sorted({suffix for suffix in READERS if suffix} | plugin_suffixes())


def decode(path: Path, data: bytes) -> Document:
    """The document in the bytes of a file. Raises FormatError for what cannot be read as an article."""
    suffix = path.suffix.lower()
    if suffix in READERS:
        document: Document = import_module(f"cleanup.formats.{READERS[suffix]}").decode(path, data)
        return document
    reader = plugin_reader(suffix)
    if reader is None:
        raise FormatError(f"{path}: no reader for {path.suffix} files; known are {', '.join(suffixes())}")
    return reader(path, data)
