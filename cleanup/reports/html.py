"""The review page: one HTML file that holds its data, its style and its script, and asks no network for anything.

Text from articles is embedded as JSON in which nothing can end the script element, and the script only ever makes text
nodes of it. The content security policy allows this script and this style, by their hashes, and nothing else.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Sequence
from importlib.resources import files as resource_files
from typing import Any

import msgspec

from cleanup.decisions import Batch, FileDecisions, open_batch
from cleanup.edits import Change
from cleanup.findings import FileFindings

_PLACEHOLDER = re.compile(r"@([A-Z_]+)@")
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def page(files: Sequence[FileFindings], earlier: Batch | None = None) -> str:
    """The page for these findings, with what was decided before."""
    style, script = _asset("review.css"), _asset("review.js")
    parts = {
        "STYLE": style,
        "SCRIPT": script,
        "STYLE_HASH": _hash(style),
        "SCRIPT_HASH": _hash(script),
        "DATA": embed(page_data(files, earlier)),
    }
    return _PLACEHOLDER.sub(lambda match: parts[match[1]], _asset("review.html"))


def page_data(files: Sequence[FileFindings], earlier: Batch | None = None) -> dict[str, Any]:
    """What the page is made of: the batch, and for each file its text in pieces, a number where a change stands.

    `id` is that of the batch: the same articles, by path and bytes, have the same one. `others` are the earlier batch's
    decisions on files that are not shown; they go into the download as they are.
    """
    batch = open_batch(files, earlier)
    entries = []
    for file, decided in zip(files, batch.files, strict=False):
        entries.append(msgspec.to_builtins(decided) | {"segments": _segments(file), "strays": []})
    shown, others = batch.files[: len(files)], batch.files[len(files) :]
    return {
        "version": batch.version,
        "id": _identity(shown),
        "files": entries,
        "others": msgspec.to_builtins(others),
    }


def _identity(files: Sequence[FileDecisions]) -> str:
    return hashlib.sha256("\0".join(f"{file.path}\0{file.sha256}" for file in files).encode()).hexdigest()[:16]


def _segments(file: FileFindings) -> list[dict[str, Any]]:
    inside: list[list[tuple[int, Change]]] = [[] for _ in file.document.segments]
    for number, finding in enumerate(file.findings):
        inside[finding.segment].append((number, finding.change))
    return [
        {"label": segment.label, "pieces": _pieces(segment.text, changes)}
        for segment, changes in zip(file.document.segments, inside, strict=True)
    ]


def _pieces(text: str, changes: Sequence[tuple[int, Change]]) -> list[str | int]:
    """The text around the changes, and in their places the numbers."""
    pieces: list[str | int] = []
    at = 0
    for number, change in changes:
        if change.start > at:
            pieces.append(text[at : change.start])
        pieces.append(number)
        at = change.end
    return [*pieces, text[at:]] if at < len(text) else pieces


def embed(value: object) -> str:
    """JSON that can stand inside a script element: no character of it means anything to HTML or JavaScript."""
    text = msgspec.json.encode(value).decode("utf-8")
    return re.sub("[<>&\u2028\u2029]", lambda match: _UNSAFE[match[0]], text)


def _asset(name: str) -> str:
    return (resource_files("cleanup.reports") / "page" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """The SHA-256 of a script or style as a content security policy names it."""
    return b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
