"""What git ignores, read from the same files as git reads it: works where there is no git, and outside repositories."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_FILE = ".gitignore"
_REPOSITORY = ".git"


@dataclass(frozen=True)
class Ignored:
    """The patterns that hold in a folder, each file's with the folder that they count from, the nearest last."""

    rules: tuple[tuple[Path, GitIgnoreSpec], ...] = ()

    def leaves_out(self, path: Path, *, is_folder: bool) -> bool:
        """Whether git ignores what lies at a path (absolute, without links) directly in the folder."""
        for folder, spec in reversed(self.rules):
            name = path.relative_to(folder).as_posix() + ("/" if is_folder else "")
            said = spec.check_file(name).include
            if said is not None:
                return said
        return False

    def inside(self, folder: Path) -> Ignored:
        """The patterns that hold in a folder of this folder; a repository in it has only its own."""
        outer = () if _is_repository(folder) else self.rules
        own = (folder / _REPOSITORY / "info" / "exclude", folder / _FILE)
        return Ignored((*outer, *(rule for file in own for rule in _read(file, folder))))


def ignored_in(folder: Path) -> Ignored:
    """The patterns that hold in a folder (absolute, without links), those of its repository's folders above among them.

    Where they leave out the folder itself they do not count: who names it wants what is in it.
    """
    above = [folder, *folder.parents]
    top = next((index for index, each in enumerate(above) if _is_repository(each)), 0)
    ignored = Ignored()
    for each in reversed(above[: top + 1]):
        if ignored.leaves_out(each, is_folder=True):
            ignored = Ignored()
        ignored = ignored.inside(each)
    return ignored


def _is_repository(folder: Path) -> bool:
    return os.path.exists(folder / _REPOSITORY)  # that of a path fails where the folder may not be read


def _read(file: Path, folder: Path) -> tuple[tuple[Path, GitIgnoreSpec], ...]:
    try:
        lines = file.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ()
    return ((folder, _spec(lines)),)


def _spec(lines: Sequence[str]) -> GitIgnoreSpec:
    """The patterns of a file; one that means nothing is passed over, as git does."""
    from pathspec import GitIgnoreSpec  # slow to load, and most folders have no such file

    def means_something(line: str) -> bool:
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError:
            return False
        return True

    return GitIgnoreSpec.from_lines(list(filter(means_something, lines)))
