"""A baseline: the findings that an archive has today, so that `check` reports only what is new.

One line a finding (path, rule and fingerprint, with tabs), sorted, without numbers or dates: two branches that each add
lines merge without a conflict, and a diff of the file says what came and went. Paths are relative to the file's folder;
one that would not be read as itself stands in quotes, with escapes as in JSON.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from cleanup.errors import UserError
from cleanup.files import write_file
from cleanup.findings import FileFindings

DEFAULT = Path("cleanup-baseline.txt")
_HEADER = "# Findings that `cleanup check --baseline` leaves out; written by `cleanup baseline`."
_FINGERPRINT = re.compile(r"[0-9a-f]{16}(-\d+)?")


class Entry(NamedTuple):
    """A known finding; the rule is there for people, path and fingerprint decide."""

    path: str
    rule: str
    fingerprint: str


@dataclass(frozen=True)
class Baseline:
    """The entries of one file."""

    file: Path
    entries: frozenset[Entry] = frozenset()

    def new(self, found: FileFindings) -> FileFindings:
        """The file with the findings that are not known."""
        path = self._path(found)
        known = {entry.fingerprint for entry in self.entries if entry.path == path}
        return found.only(lambda finding: finding.fingerprint not in known)

    def gone(self, found: Iterable[FileFindings]) -> frozenset[Entry]:
        """The entries of these files, and of files that are no more, that nothing was found for."""
        present = self._entries_of(found)
        examined = {self._path(file) for file in found}
        keys = {(entry.path, entry.fingerprint) for entry in present}
        return frozenset(
            entry
            for entry in self.entries
            if (entry.path in examined and (entry.path, entry.fingerprint) not in keys)
            or not (self.file.parent / entry.path).exists()
        )

    def updated(self, found: Sequence[FileFindings]) -> Baseline:
        """With what these files have now; the entries of other files stay, if the files do."""
        return Baseline(self.file, (self.entries - self.gone(found)) | self._entries_of(found))

    def pruned(self, found: Sequence[FileFindings]) -> Baseline:
        """Without what is gone, and nothing added."""
        return Baseline(self.file, self.entries - self.gone(found))

    def write(self) -> None:
        """Write the file whole. Raises UserError where that cannot be done."""
        lines = ["\t".join((_quoted(path), rule, known)) for path, rule, known in sorted(self.entries)]
        write_file(self.file, "".join(f"{line}\n" for line in [_HEADER, *lines]).encode("utf-8"))

    def _entries_of(self, found: Iterable[FileFindings]) -> frozenset[Entry]:
        return frozenset(
            Entry(self._path(file), finding.change.edits[0].rule, finding.fingerprint)
            for file in found
            for finding in file.findings
        )

    def _path(self, found: FileFindings) -> str:
        return Path(os.path.relpath(found.path, self.file.parent)).as_posix()


def read_baseline(file: Path) -> Baseline:
    """The baseline in a file. Raises UserError, naming the line, for a file that is missing or is none."""
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError:
        raise UserError(f"{file}: no such baseline; write it with `cleanup baseline PATHS -o {file}`") from None
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UserError(f"{file}: the baseline cannot be read: {reason}; write it anew") from None
    entries = []
    for number, line in enumerate(lines, 1):
        if line.startswith("#") or not line.strip():
            continue
        path, *rest = line.rstrip("\r").split("\t")
        name = _unquoted(path)
        if name is None or len(rest) != 2 or not _FINGERPRINT.fullmatch(rest[1]):
            raise UserError(f"{file}:{number}: not path, rule and fingerprint; remove the line, or write the file anew")
        entries.append(Entry(name, *rest))
    return Baseline(file, frozenset(entries))


def _quoted(path: str) -> str:
    is_plain = path.isprintable() and not path.startswith(("#", '"', " "))
    return path if is_plain else json.dumps(path, ensure_ascii=False)


def _unquoted(path: str) -> str | None:
    """The path as it was before it was quoted; None where its quotes are broken."""
    if not path.startswith('"'):
        return path
    try:
        return str(json.loads(path))
    except ValueError:
        return None


def existing_or_new(file: Path) -> Baseline:
    """The baseline in a file, an empty one where there is no file. Raises UserError for another kind of file."""
    return read_baseline(file) if file.exists() else Baseline(file)
