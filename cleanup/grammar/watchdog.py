"""Runs a command, and ends it when whoever started this file is gone: `watchdog.py PARENT COMMAND…`.

A server must not outlive the program that started it, however that ended. No handler runs on SIGKILL, so the program
holds the other end of this process's standard input: the system closes it with the program, and the read below returns.
A forked child of the program may hold that end open as well, so the parent's id is looked at, too. The command in turn
gets the parent-death signal of Linux, for the case that this process is killed; set in the program itself, that signal
would fire when the thread that started the server ends. Only the standard library, so it starts in 20 ms.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence

_PR_SET_PDEATHSIG = 1
_LOOK_EVERY = 1.0  # seconds


def main(arguments: Sequence[str]) -> int:
    """Run the command, and return its exit status; end it when the parent is gone or this process is told to end."""
    parent, command = int(arguments[0]), arguments[1:]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, preexec_fn=_death_signal())
    signal.signal(signal.SIGTERM, lambda *_: process.kill())
    threading.Thread(target=_kill_at_end_of_input, args=(process,), daemon=True).start()
    while True:
        try:
            return process.wait(_LOOK_EVERY)
        except subprocess.TimeoutExpired:
            if os.name == "posix" and os.getppid() != parent:
                process.kill()


def _death_signal() -> Callable[[], None] | None:
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None).prctl  # looked up before the fork, where little is allowed

    def ask() -> None:
        prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)

    return ask


def _kill_at_end_of_input(process: subprocess.Popen[bytes]) -> None:
    while os.read(0, 4096):
        pass
    process.kill()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
