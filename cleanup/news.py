"""What of a check is new: findings on changed lines, and those that no baseline knows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from cleanup.baseline import Baseline, read_baseline
from cleanup.changed_lines import ChangedLines, changed_since
from cleanup.config import Configuration
from cleanup.errors import UserError
from cleanup.findings import FileFindings
from cleanup.inputs import STDIN, Input


class News:
    """The files worth examining, and then the findings worth reporting.

    `since` is a revision, or None for all lines. Raises UserError where git or a baseline cannot be used.
    """

    def __init__(self, configuration: Configuration, since: str | None, items: Sequence[Input]) -> None:
        self._changed = None if since is None else _changed(since, items)
        self.items = [item for item in items if self._changed is None or self._changed.has(item.path)]
        self.notes: list[str] = []
        read = cache(read_baseline)
        files = {item.shown: configuration.for_path(item.path).settings.baseline for item in self.items}
        self._baselines = {shown: read(file) for shown, file in files.items() if file is not None}

    def only(self, found: Sequence[FileFindings]) -> list[FileFindings]:
        """The same files with the findings that are new; what a baseline has in vain is said in `notes`."""
        for baseline in dict.fromkeys(self._baselines.values()):
            gone = baseline.gone([file for file in found if self._baselines.get(file.path) is baseline])
            if gone:
                known = "finding" if len(gone) == 1 else "findings"
                self.notes.append(f"{baseline.file}: {len(gone)} {known} gone; `cleanup baseline --prune` drops them")
        return [self._new(file) for file in found]

    def _new(self, file: FileFindings) -> FileFindings:
        baseline: Baseline | None = self._baselines.get(file.path)
        new = file if baseline is None else baseline.new(file)
        return new if self._changed is None else self._changed.only(new)


def _changed(since: str, items: Sequence[Input]) -> ChangedLines:
    """What changed in the repositories of all the files."""
    if any(str(item.path) == STDIN for item in items):
        raise UserError("--changed-since: standard input has no history; give files")
    roots: dict[Path, ChangedLines] = {}
    for folder in dict.fromkeys(item.path.resolve().parent for item in items):
        if not any(folder.is_relative_to(root) for root in roots):
            root, changed = changed_since(since, folder)
            roots[root] = changed
    return ChangedLines({path: lines for changed in roots.values() for path, lines in changed.files.items()})
