"""What `fix` writes: corrected files, a unified diff a file, report.json and review.html."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from cleanup.errors import UserError
from cleanup.files import DIFF, PAGE, REPORT, write_file
from cleanup.findings import Failed, FileFindings
from cleanup.formats.base import ReviewDocument
from cleanup.inputs import STDIN, Earlier, Input, written_before
from cleanup.reports import json_report
from cleanup.reports.diff import patch, unified

DECISIONS = "decisions.json"  # the name under which the page hands decisions out


def _readable(name: str, file: FileFindings) -> bytes:
    """The diff beside a corrected file: one that can be applied, but of a Word file one of what a reader reads."""
    if isinstance(file.document, ReviewDocument):
        return unified(name, file.document.text.encode("utf-8"), file.corrected_text.encode("utf-8"))
    return patch(name, file)


class Writer:
    """Writes each corrected file as soon as it is done, and the reports at the end.

    `final` says that reviewers decided what is written. Raises UserError, before anything is written, where an output
    would overwrite an input (without `in_place`), another output, a file that an earlier run into the same folder did
    not write, or (unless `final`) what reviewers decided.
    """

    def __init__(self, items: Sequence[Input], folder: Path | None, *, in_place: bool, final: bool = False) -> None:
        if folder is None and not in_place:
            raise UserError("no place to write to; give a folder with -o, or --in-place to overwrite the articles")
        if in_place and any(str(item.path) == STDIN for item in items):
            raise UserError("-: standard input cannot be overwritten; give a folder with -o")
        if folder is not None and folder.exists() and not folder.is_dir():
            raise UserError(f"{folder}: is a file; give a folder with -o")
        self._folder = folder
        self._final = final
        self._targets = {item.path: item.path if in_place or folder is None else folder / item.name for item in items}
        self._names = {item.path: item.name for item in items}
        self._outputs = {item.shown: str(item.name) for item in items if item.is_named_in_utf8}
        self._earlier = (folder and written_before(folder)) or Earlier(frozenset(), final=False)
        self._has_begun = False
        if not in_place:
            self._refuse_overwriting()

    @property
    def where(self) -> str:
        """Where the output goes, for people."""
        return str(self._folder) if self._folder else "the articles themselves"

    def _refuse_overwriting(self) -> None:
        if self._earlier.final and not self._final:
            raise UserError(f"{self._folder}: holds what reviewers decided; give another folder, or remove this one")
        taken: dict[Path, Path] = {}
        for source, target in self._targets.items():
            if target.exists() and str(source) != STDIN and target.samefile(source):
                raise UserError(f"{source}: the output would overwrite its input; give another folder, or --in-place")
            if target in taken:
                raise UserError(
                    f"{source}: {taken[target]} has the same name in the output; clean one folder at a time"
                )
            if target.exists() and self._names[source].as_posix() not in self._earlier.names:
                raise UserError(f"{target}: exists, and no earlier run wrote it; remove it or choose another folder")
            taken[target] = source

    def write(self, item: Input, file: FileFindings) -> None:
        """Write one corrected file, and its diff where something changed.

        Raises UserError where that cannot be done.
        """
        data = file.encode()
        self._begin()
        write_file(self._targets[item.path], data)
        if self._folder is not None:
            self._write_diff(self._folder, self._names[item.path], file)

    def _begin(self) -> None:
        """Say before the first article what will lie in the folder: a run that is interrupted can be repeated."""
        if self._folder is None or self._has_begun:
            return
        self._has_begun = True
        self._write_entries([], (), {*self._outputs.values(), *self._earlier.names})

    def _write_diff(self, folder: Path, name: Path, file: FileFindings) -> None:
        path = folder / name.with_name(name.name + DIFF)
        readable = _readable(name.as_posix(), file)
        if readable:
            write_file(path, readable)
        elif name.as_posix() in self._earlier.names:
            path.unlink(missing_ok=True)  # of an earlier run, in which something changed

    def finish(self, files: Sequence[FileFindings], failed: Sequence[Failed] = ()) -> None:
        """Write report.json and review.html, which begins with what the folder's decisions.json says.

        Where no article could be read, there is nothing to write.
        Raises UserError where that cannot be done.
        """
        if self._folder is None or not files:
            return
        from cleanup.decisions import load
        from cleanup.reports import html

        self.write_report(files, failed)
        decided = self._folder / DECISIONS
        page = html.page(files, load(decided) if decided.exists() else None)
        write_file(self._folder / PAGE, page.encode("utf-8"))

    def write_report(self, files: Sequence[FileFindings], failed: Sequence[Failed] = ()) -> None:
        """Write report.json into the output folder. Raises UserError where that cannot be done."""
        entries = []
        for file in files:
            entry = json_report.as_file(file)
            entries.append({"path": entry["path"], "output": self._outputs[file.path], "edits": entry["edits"]})
        folder, written = self._folder, {Path(entry["output"]).as_posix() for entry in entries}
        assert folder is not None
        self._write_entries(
            entries, failed, {name for name in self._earlier.names - written if (folder / name).exists()}
        )

    def _write_entries(self, entries: list[dict[str, Any]], failed: Sequence[Failed], earlier: Iterable[str]) -> None:
        assert self._folder is not None
        text = json_report.as_text(entries, failed, final=self._final, earlier=sorted(earlier))
        write_file(self._folder / REPORT, text.encode("utf-8"))
