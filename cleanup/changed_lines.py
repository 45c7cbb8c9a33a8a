"""Which lines of which files changed since a revision, as git sees it."""

from __future__ import annotations

import codecs
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cleanup.errors import UserError
from cleanup.findings import FileFindings, Finding

_HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_DIFF = ("-c", "core.quotePath=false", "diff", "--no-color", "--no-ext-diff", "--find-renames", "--diff-filter=d")


@dataclass(frozen=True)
class ChangedLines:
    """The changed lines of each changed file, by its absolute path; None: the whole file is new."""

    files: Mapping[Path, frozenset[int] | None]

    def has(self, path: Path) -> bool:
        """Whether something in the file changed."""
        return path.resolve() in self.files

    def only(self, found: FileFindings) -> FileFindings:
        """The file with the findings that lie on changed lines."""
        lines = self.files.get(Path(found.path).resolve(), frozenset())
        return found if lines is None else found.only(lambda finding: _touches(finding, lines))


def _touches(finding: Finding, lines: frozenset[int]) -> bool:
    return any(line in lines for line in range(finding.place.line, finding.end_place.line + 1))


def changed_since(revision: str, folder: Path) -> tuple[Path, ChangedLines]:
    """The root of the repository that holds `folder`, and what changed in it since a revision, as the files are now.

    Files that git does not know yet, and does not ignore, are changed as a whole, and so are binary ones.
    Raises UserError without git, outside a repository, and for an unknown revision.
    """
    root = Path(_git(folder, "rev-parse", "--show-toplevel").rstrip("\n"))
    commit = _commit(root, revision)
    files: dict[Path, frozenset[int] | None] = {}
    for name, lines in _hunks(_git(root, *_DIFF, "--unified=0", "--src-prefix=a/", "--dst-prefix=b/", commit, "--")):
        files[root / name] = lines
    for name in _binary(_git(root, *_DIFF, "--numstat", "-z", commit, "--")):
        files[root / name] = None
    for name in _git(root, "ls-files", "--others", "--exclude-standard", "-z").split("\0"):
        if name:
            files[root / name] = None
    return root.resolve(), ChangedLines({path.resolve(): lines for path, lines in files.items()})


def _commit(root: Path, revision: str) -> str:
    try:
        return _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    except UserError:
        raise UserError(
            f"--changed-since {revision}: git knows no such revision in {root}; fetch it (in CI, the whole history)"
        ) from None


def _git(folder: Path, *arguments: str) -> str:
    """What git prints. Raises UserError where there is no git, or where it fails."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=True)
    except FileNotFoundError:
        raise UserError("--changed-since needs git; install it") from None
    except subprocess.CalledProcessError as error:
        lines = error.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = lines[-1] if lines else "it failed"
        raise UserError(f"--changed-since: git says about {folder}: {reason}") from None
    return done.stdout.decode("utf-8", "surrogateescape")


def _hunks(patch: str) -> Iterator[tuple[str, frozenset[int]]]:
    """Each file of a patch without context, with the lines that are new in it."""
    name: str | None = None
    lines: set[int] = set()
    in_header = True
    for line in patch.split("\n"):
        if line.startswith("diff --git "):
            if name is not None:
                yield name, frozenset(lines)
            name, lines, in_header = None, set(), True
        elif in_header and line.startswith("+++ "):
            name = _name(line.removeprefix("+++ "))
        elif hunk := _HUNK.match(line):
            in_header = False
            start, count = int(hunk[1]), int(hunk[2] or 1)
            lines.update(range(start, start + count))
    if name is not None:
        yield name, frozenset(lines)


def _name(text: str) -> str:
    """The path in a line of a patch: git quotes quotes and controls, and puts a tab behind a path with spaces."""
    text = text.removesuffix("\t")
    if text.startswith('"'):
        raw, _ = codecs.escape_decode(text[1:-1].encode("utf-8", "surrogateescape"))
        text = raw.decode("utf-8", "surrogateescape")
    return text.removeprefix("b/")


def _binary(numbers: str) -> Iterator[str]:
    """The binary files among `--numstat -z`: where one was renamed, its names follow as two more fields."""
    fields = iter(numbers.split("\0"))
    for each in fields:
        added, _, rest = each.partition("\t")
        name = rest.partition("\t")[2]
        if rest and not name:
            next(fields)
            name = next(fields)
        if added == "-" and name:
            yield name
