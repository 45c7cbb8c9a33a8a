"""A LanguageTool server of our own: started in the background, checked to be ours, ended with the program.

Left to itself language_tool_python takes whatever answers on its port for its server, leaves Java processes behind when
it is killed, waits 15 s for a start and passes no options to Java; so the process is started here.
"""

from __future__ import annotations

import atexit
import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Final, Protocol
from urllib.parse import urlsplit

import platformdirs

from cleanup.grammar.errors import LanguageToolError
from cleanup.grammar.provision import SERVER_CLASS, require_installation, require_java

HOST: Final = "127.0.0.1"
START_LIMIT: Final = 60.0  # seconds
_JAVA_OPTIONS: Final = (
    "-Xmx512m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",  # half the processor time to the first answer, and no slower after 30,000 words
    "-Dsun.net.httpserver.nodelay=true",
    "-Djava.net.preferIPv4Stack=true",
)
_SETTINGS: Final = {
    "pipelineCaching": "true",
    "maxPipelinePoolSize": "4",
    "pipelineExpireTimeInSeconds": "3600",
    "maxTextLength": "200000",
}
_SPELLING: Final = Path("org", "languagetool", "resource", "en", "hunspell", "spelling_custom.txt")
_STARTED: Final = b"Server started"  # written by LanguageTool once it holds its port
_WATCHDOG: Final = Path(__file__).with_name("watchdog.py")
_CLOSED: Final = "the LanguageTool server was closed"
_KEEP_LOGS: Final = 7 * 24 * 3600  # seconds
_POLL: Final = 0.05  # seconds
_END_LIMIT: Final = 5.0  # seconds


class Server(Protocol):
    """Something that answers LanguageTool's HTTP interface."""

    @property
    def is_local(self) -> bool:
        """Whether it runs on this machine: no proxy is asked then."""
        ...

    def start(self) -> None:
        """Begin to start it; returns at once."""
        ...

    def ready(self) -> str:
        """Wait until it answers, and return its address.

        Raises LanguageToolError where it does not.
        """
        ...

    def restart(self, address: str) -> str:
        """Called when `address` stopped answering: the address to ask now.

        Raises LanguageToolError where there is nothing to restart.
        """
        ...

    def close(self) -> None:
        """End it; may be called twice."""
        ...


class RemoteServer:
    """A server that the user runs: `--languagetool-url`."""

    def __init__(self, url: str) -> None:
        """`url` with or without the trailing `v2`, with or without `http://`.

        Raises LanguageToolError where it is no such address.
        """
        plain = url.strip() if "://" in url else f"http://{url.strip()}"
        parts = urlsplit(plain)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise LanguageToolError(f"{url!r} is no address of a LanguageTool server; write http://HOST:PORT")
        self._url = plain.rstrip("/").removesuffix("/v2") + "/"
        self.is_local = parts.hostname in {"localhost", HOST, "::1"}

    def start(self) -> None:
        """Nothing to do: it runs."""

    def ready(self) -> str:
        """The address."""
        return self._url

    def restart(self, address: str) -> str:
        """Raises LanguageToolError: it is not ours to restart."""
        raise LanguageToolError(
            f"no LanguageTool server answers at {address}; start it, or leave --languagetool-url away"
        )

    def close(self) -> None:
        """Nothing to do: it is not ours."""


class LocalServer:
    """Our own server process. `start()` returns at once, `ready()` waits; a crash is mended once by a new start.

    Safe to use from several threads. Also a context manager.
    """

    is_local = True

    def __init__(
        self, *, home: Path | None = None, names: Iterable[str] = (), start_limit: float = START_LIMIT
    ) -> None:
        """`home` as in `provision.installation`; `names` are words known all the run; `start_limit` in seconds."""
        self._home = home
        self._names = tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
        self._start_limit = start_limit
        self._guard = threading.RLock()
        self._is_closed = threading.Event()  # ends a wait in another thread, which holds the guard
        self._process: subprocess.Popen[bytes] | None = None
        self._scratch: Path | None = None
        self._log: Path | None = None
        self._log_start = 0  # bytes that earlier processes wrote
        self._port = 0
        self._started = 0.0
        self._is_ready = False
        self._restarts_left = 1

    def __enter__(self) -> LocalServer:
        """Begin to start it."""
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self.close()

    @property
    def log(self) -> Path | None:
        """Where the process writes what goes wrong; removed when it ends well."""
        return self._log

    @property
    def process_id(self) -> int | None:
        """The process that runs for us, whose only child is Java; None where there is none."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def start(self) -> None:
        """Start the process and return, after `close` also again; does nothing where it runs.

        Raises LanguageToolError without Java or without LanguageTool on the machine.
        """
        self._is_closed.clear()
        self._start()

    def _start(self) -> None:
        with self._guard:
            if self._process is not None:
                return
            java, jar = require_java().path, require_installation(self._home)
            self._scratch = self._scratch or Path(tempfile.mkdtemp(prefix="cleanup-languagetool-"))
            self._write_settings(self._scratch)
            self._port = _free_port()
            command = [
                *(sys.executable, "-I", "-S", str(_WATCHDOG), str(os.getpid())),
                *(str(java), *_JAVA_OPTIONS, "-cp", f"{self._scratch}{os.pathsep}{jar}", SERVER_CLASS),
                *("--port", str(self._port), "--config", str(self._scratch / "server.properties")),
            ]
            with self._open_log() as log:
                self._log_start = log.tell()
                # A session of its own: an interrupt at the keyboard ends the program, and the server then ends with it.
                self._process = subprocess.Popen(
                    command, stdin=subprocess.PIPE, stdout=log, stderr=log, start_new_session=True
                )
            self._started = time.monotonic()
            self._is_ready = False
            atexit.register(self.close)

    def ready(self) -> str:
        """Wait until the process answers, and return its address; starts it where that was not done.

        Raises LanguageToolError where it ends, or does not answer within the start limit, twice, or was closed.
        """
        with self._guard:
            while not self._is_ready:
                if self._is_closed.is_set():
                    raise LanguageToolError(_CLOSED)
                self._start()
                fault = self._wait()
                if fault is None:
                    self._is_ready = True
                else:
                    self._give_up_or_retry(fault)
            return f"http://{HOST}:{self._port}/"

    def restart(self, address: str) -> str:
        """A new process instead of the one at `address`, once; a thread that comes second gets the new address.

        Raises LanguageToolError where that was done before.
        """
        with self._guard:
            if self._is_ready and address == f"http://{HOST}:{self._port}/":
                self._is_ready = False
                self._give_up_or_retry("stopped answering")
            return self.ready()

    def close(self) -> None:
        """End the process, and remove what it wrote if nothing went wrong."""
        self._is_closed.set()
        with self._guard:
            self._end_process()
            atexit.unregister(self.close)
            if self._scratch is not None:
                shutil.rmtree(self._scratch, ignore_errors=True)
                self._scratch = None
            if self._is_ready and self._log is not None:
                self._log.unlink(missing_ok=True)
            self._is_ready = False

    def _give_up_or_retry(self, fault: str) -> None:
        self._end_process()
        if self._restarts_left == 0:
            raise LanguageToolError(
                f"the LanguageTool server {fault}; see {self._log}, run `cleanup setup`, or use --no-languagetool"
            )
        self._restarts_left -= 1

    def _wait(self) -> str | None:
        """Wait for an answer of our process: None when it came, else what is wrong."""
        process = self._process
        while process is not None and time.monotonic() - self._started < self._start_limit:
            if self._is_closed.is_set():
                raise LanguageToolError(_CLOSED)
            if process.poll() is not None:
                return f"ended at its start (exit status {process.returncode})"
            if _answers(self._port) and self._is_ours():
                return None
            time.sleep(_POLL)
        return f"did not answer within {self._start_limit:g} s"

    def _is_ours(self) -> bool:
        """Whether our process holds the port, not another program that was quicker to take it."""
        if self._log is None:
            return False
        with self._log.open("rb") as file:
            file.seek(self._log_start)
            return _STARTED in file.read()

    def _end_process(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            with contextlib.suppress(OSError):
                process.stdin.close()  # the watchdog kills Java when this ends
        try:
            process.wait(_END_LIMIT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _write_settings(self, scratch: Path) -> None:
        settings = "".join(f"{key}={value}\n" for key, value in _SETTINGS.items())
        (scratch / "server.properties").write_text(settings, encoding="latin-1")
        spelling = scratch / _SPELLING
        spelling.parent.mkdir(parents=True, exist_ok=True)
        spelling.write_text("".join(f"{name}\n" for name in self._names), encoding="utf-8")

    def _open_log(self) -> IO[bytes]:
        folder = platformdirs.user_log_path("cleanup")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _remove_old_logs(folder)
            self._log = folder / f"languagetool-{os.getpid()}-{id(self):x}.log"
            return self._log.open("ab")
        except OSError:
            handle, name = tempfile.mkstemp(prefix="cleanup-languagetool-", suffix=".log")
            self._log = Path(name)
            return os.fdopen(handle, "ab")


def _remove_old_logs(folder: Path) -> None:
    for path in folder.glob("languagetool-*.log"):
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > _KEEP_LOGS:
                path.unlink()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/v2/healthcheck")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
