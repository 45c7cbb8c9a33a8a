"""`cleanup check --watch`: the check again whenever an article, a rule pack or a glossary changes."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cleanup.errors import UserError
from cleanup.inputs import STDIN
from cleanup.session import Options, open_session

if TYPE_CHECKING:
    from cleanup.session import AnyCleaner


_DEBOUNCE = 300  # milliseconds in which changes count as one: editors write a file in several steps


class Kept:
    """Opens what `open_session` opens, but keeps it for the next time, until a rule pack or the program changes."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._open: dict[tuple[object, ...], AnyCleaner] = {}

    @contextmanager
    def open(self, options: Options) -> Iterator[AnyCleaner]:
        """As `open_session`; it stays open until `close`."""
        from cleanup.cache import means_of

        key = (*options.means, means_of(options))
        if key not in self._open:
            self._open[key] = self._stack.enter_context(open_session(options))
        yield self._open[key]

    def close(self) -> None:
        """End everything that was opened."""
        self._stack.close()


def watch(paths: Sequence[Path], check: Callable[[], None], *, quiet: bool) -> None:
    """Check at once, and again after each change below the paths, until interrupted.

    An error that the user can mend is printed, and the watch goes on. Raises UserError for a path that does not exist,
    and for what cannot be watched.
    """
    if any(str(path) == STDIN for path in paths):
        raise UserError("-: standard input cannot be watched; give files or folders")
    try:
        import watchfiles
    except ModuleNotFoundError:
        raise UserError("--watch: watchfiles is missing; pip install 'mt-cleanup[watch]'") from None
    missing = next((path for path in paths if not path.exists()), None)
    if missing is not None:
        raise UserError(f"{missing}: no such file or folder; check the path")
    _guarded(check)
    named = [path.resolve() for path in paths]
    # Editors put a new file in the place of the old one, which a watch on the file itself would go on looking at.
    places = {path if path.is_dir() else path.parent for path in named}
    usual = watchfiles.DefaultFilter()

    def is_ours(change: watchfiles.Change, name: str) -> bool:
        return usual(change, name) and any(Path(name).is_relative_to(path) for path in named)

    deep = any(path.is_dir() for path in named)
    for changes in watchfiles.watch(
        *places, watch_filter=is_ours, debounce=_DEBOUNCE, raise_interrupt=False, recursive=deep
    ):
        if not quiet:
            names = ", ".join(sorted({Path(name).name for _, name in changes}))
            print(f"cleanup: {time.strftime('%H:%M:%S')} changed: {names}", file=sys.stderr)
        _guarded(check)


def _guarded(check: Callable[[], None]) -> None:
    try:
        check()
    except UserError as error:
        print(f"cleanup: {error}", file=sys.stderr)
    sys.stdout.flush()
