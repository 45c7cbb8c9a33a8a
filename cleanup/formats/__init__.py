"""One reader-writer a format, chosen by the file's suffix."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from cleanup.formats.base import TEXT_FIELD, Document, FormatError, Segment
from cleanup.plugins import plugin_reader, plugin_suffixes

# Suffix → module of this package with `decode(path, data) -> Document`.
READERS = {
    ".txt": "text",
    "": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "table",
    ".tsv": "table",
}
_OF_ROWS = frozenset({"jsonl", "table"})
_OF_TEXT = frozenset({"text", "markdown", "html"})

__all__ = ["READERS", "Document", "FormatError", "Segment", "decode", "decode_again", "suffixes"]


def suffixes() -> list[str]:
    """The suffixes of files that can be read, plugins' too, sorted."""
    return sorted({suffix for suffix in READERS if suffix} | plugin_suffixes())


def decode(path: Path, data: bytes, text_field: str = TEXT_FIELD, encoding: str | None = None) -> Document:
    """The document in the bytes of a file; `text_field` is the field of a row that holds the article.

    `encoding` is that of a text file without a byte order mark; without it such a file is UTF-8. Raises FormatError for
    what cannot be read as an article.
    """
    suffix = path.suffix.lower()
    if suffix in READERS:
        module = import_module(f"cleanup.formats.{READERS[suffix]}")
        document: Document
        if READERS[suffix] in _OF_ROWS:
            document = module.decode(path, data, text_field, encoding)
        elif READERS[suffix] in _OF_TEXT:
            document = module.decode(path, data, encoding)
        else:
            document = module.decode(path, data)
        return document
    reader = plugin_reader(suffix)
    if reader is None:
        raise FormatError(f"{path}: no reader for {path.suffix} files; known are {', '.join(suffixes())}")
    return reader(path, data)


def decode_again(document: Document, data: bytes) -> Document:
    """The document in other bytes of the same file, read as that one was."""
    how = getattr(document, "text_field", TEXT_FIELD), getattr(document, "encoding", None)
    return decode(document.path, data, *how)
