"""Cleans articles in several processes: Python runs one of them on one core, and an archive keeps it busy for hours."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from cleanup.errors import UserError

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

    from cleanup.cleaner import Cleaner
    from cleanup.grammar.server import Server
    from cleanup.pipeline import Result

Make = Callable[[str | None], AbstractContextManager["Cleaner"]]
"""Opens a cleaner, given the address of the LanguageTool server where there is one of our own; can be pickled."""

_MOST: Final = 4  # processes; each takes a quarter of a gigabyte
_WORTH: Final = 60_000  # bytes of articles, about five seconds of work: to start a process takes most of one


def workers_for(size: int) -> int:
    """How many processes are worth their start for so many bytes of articles; 1 where it is not worth it."""
    return max(1, min(_cores(), _MOST, size // _WORTH))


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):  # what this process may use; not known on macOS and Windows
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Workers:
    """Takes texts as a Cleaner does, and has each cleaned in one of `count` processes. For use from several threads.

    `server` is our own LanguageTool server, which all share and which is started again here where it ended.
    """

    def __init__(self, make: Make, count: int, server: Server | None = None) -> None:
        self.count = count
        self._make = make
        self._server = server

    def __enter__(self) -> Workers:
        """The processes start with the first article."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """End them; articles that wait are left out, after an interrupt those under way too."""
        if "_pool" not in self.__dict__:
            return
        if kind is not None and not issubclass(kind, Exception):
            from multiprocessing import active_children

            for process in active_children():
                process.terminate()
        self._pool.shutdown(cancel_futures=True)

    @cached_property
    def _pool(self) -> ProcessPoolExecutor:
        from concurrent.futures import ProcessPoolExecutor  # these are slow to load
        from multiprocessing import get_context

        # Forked processes would inherit the locks of threads that they do not have.
        return ProcessPoolExecutor(self.count, mp_context=get_context("spawn"), initializer=_leave_to_parent)

    def clean(self, text: str, **asked: Any) -> Result:
        """As `Cleaner.clean`, with its parameters.

        Raises what it raises, and UserError where a process was ended from outside.
        """
        from cleanup.grammar.errors import LanguageToolError

        address = None if self._server is None else self._server.ready()
        try:
            return self._cleaned(address, text, asked)
        except LanguageToolError:
            if self._server is None or address is None:
                raise
            return self._cleaned(self._server.restart(address), text, asked)

    def _cleaned(self, address: str | None, text: str, asked: dict[str, Any]) -> Result:
        from concurrent.futures.process import BrokenProcessPool

        try:
            return self._pool.submit(_clean, self._make, address, text, asked).result()
        except BrokenProcessPool:
            raise UserError(
                "a process that cleans articles was ended from outside, mostly for want of memory; "
                "free some, or give fewer articles at a time"
            ) from None


# In the processes

_open = ExitStack()
_opened: dict[str | None, Cleaner] = {}  # by the address of LanguageTool; one at a time


def _leave_to_parent() -> None:
    """An interrupt at the keyboard reaches all processes, and the first one ends the others; so does its own end."""
    from multiprocessing.util import Finalize

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    Finalize(None, _open.close, exitpriority=1)  # such a process calls no functions of atexit


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _clean(make: Make, address: str | None, text: str, asked: dict[str, Any]) -> Result:
    if address not in _opened:
        _open.close()
        _opened.clear()
        _opened[address] = _open.enter_context(make(address))
    result = _opened[address].clean(text, **asked)
    return replace(result, article=replace(result.article))  # without what was found out about it on the way
