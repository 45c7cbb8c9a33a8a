"""A progress bar on stderr, only at a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


def _has_bars() -> bool:
    """Whether standard error is a terminal that can draw over what it has shown."""
    return sys.stderr.isatty() and os.environ.get("TERM") not in ("dumb", "unknown")


@contextmanager
def progress(what: str, total: int, *, quiet: bool = False) -> Iterator[Callable[[str], None]]:
    """Shows how many of `total` steps are done; the function it gives takes a step, named for people."""
    if quiet or not _has_bars():
        yield lambda name: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[name]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total, name="")
        yield lambda name: bar.update(task, advance=1, name=name)


@contextmanager
def bytes_progress(what: str, *, quiet: bool = False) -> Iterator[Callable[[int, int], None]]:
    """Shows how much of a download is done; the function it gives takes bytes done and bytes in all."""
    if quiet or not _has_bars():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    columns = (TextColumn(what), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
