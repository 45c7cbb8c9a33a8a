"""Standard input, output and error as every command needs them: open, and able to take any letter."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress

_CHOSEN = "PYTHONIOENCODING"


def prepare_streams() -> None:
    """Open those that the caller closed on nothing, and write UTF-8 unless to a terminal, which has its own encoding.

    A letter that an encoding lacks is written as its number.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):  # the order in which the system numbers them
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115  # as long as the program runs
        elif mode == "w" and isinstance(stream, io.TextIOWrapper):
            is_own = stream.isatty() or _CHOSEN in os.environ
            stream.reconfigure(encoding=None if is_own else "utf-8", errors="backslashreplace")


def drop_output() -> None:
    """Let what was not written to standard output yet go nowhere: Python would try to write it at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
