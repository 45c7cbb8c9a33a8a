"""Several processes clean as one does, and what goes wrong in one of them is told as usual."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from cleanup import batch, workers
from cleanup.cleaner import Cleaner
from cleanup.config import Configuration
from cleanup.errors import UserError
from cleanup.findings import Failed, FileFindings
from cleanup.grammar.errors import LanguageToolError
from cleanup.grammar.server import RemoteServer
from cleanup.inputs import Input, find_inputs
from cleanup.resources import Resources
from cleanup.session import Options, open_cleaner, open_session
from cleanup.workers import Workers, workers_for

TEXTS = [
    "In Romajust before the vote, the authorities Italian said that the France she had signed the treaty.",
    "The committee met on Tuesday and agreed on a budget for the coming year.",
    "El puente was closed, and the ministers Spanish they arrived with the train of Sevillawhich was late.",
]
OPTIONS = Options(languagetool=False, model=False)


class Restarted(RemoteServer):
    """A server that stopped answering at its first address."""

    def restart(self, address: str) -> str:
        assert address == "http://first/"
        return "http://second/"


def rules_only(_address: str | None) -> AbstractContextManager[Cleaner]:
    return open_cleaner(OPTIONS)


@contextmanager
def reached_at_the_second_address(address: str | None) -> Iterator[Cleaner]:
    if address != "http://second/":
        raise LanguageToolError(f"no LanguageTool server answers at {address}")
    yield Cleaner(Resources())


@contextmanager
def killed(_address: str | None) -> Iterator[Cleaner]:
    os._exit(9)
    yield


def test_results_are_those_of_one_process(cleaner: Cleaner) -> None:
    with Workers(rules_only, 2) as several:
        found = [several.clean(text, source_language="it") for text in TEXTS]
    expected = [cleaner.clean(text, source_language="it") for text in TEXTS]
    assert [result.changes for result in found] == [result.changes for result in expected]
    assert [result.text for result in found] == [result.text for result in expected]
    assert found[0].text != TEXTS[0]


def test_errors_come_back(tmp_path: Path) -> None:
    options = Options(languagetool=False, model=False, workers=2, glossaries=(tmp_path / "none.yaml",))
    with open_session(options) as several, pytest.raises(UserError, match=r"none\.yaml"):
        several.clean(TEXTS[0])


def test_a_process_that_is_killed_is_told() -> None:
    with Workers(killed, 2) as several, pytest.raises(UserError, match="ended from outside"):
        several.clean(TEXTS[0])


def test_the_server_is_started_again_for_all() -> None:
    with Workers(reached_at_the_second_address, 1, Restarted("http://first")) as several:
        assert several.clean(TEXTS[0], source_language="it").text.startswith("In Rome")


@pytest.mark.parametrize(("cores", "size", "expected"), [(8, 0, 1), (8, 130_000, 2), (8, 10_000_000, 4), (1, 10**7, 1)])
def test_processes_start_where_they_are_worth_it(
    cores: int, size: int, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_cores", lambda: cores)
    assert workers_for(size) == expected


def test_files_and_rows_keep_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "rows.csv").write_text("text\n" + "".join(f'"{text}"\n' for text in TEXTS), encoding="utf-8")

    def examined(processes: int) -> tuple[list[str], list[FileFindings]]:
        monkeypatch.setattr(batch, "workers_for", lambda _size: processes)
        order: list[str] = []

        def done(item: Input, outcome: FileFindings | Failed) -> None:
            order.append(item.path.name)

        groups = batch.group_inputs(find_inputs([tmp_path]), Configuration(), lambda _configured: OPTIONS)
        return order, batch.examine_groups(groups, done)[0]

    one, several = examined(1), examined(2)
    assert several[0] == one[0] == ["0.txt", "1.txt", "2.txt", "rows.csv"]
    changes = [[finding.change for finding in found.findings] for found in one[1]]
    assert [[finding.change for finding in found.findings] for found in several[1]] == changes
    assert len(changes[3]) == sum(map(len, changes[:3])) > 0


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)])
def test_a_run_that_is_stopped_leaves_no_process_that_goes_on(tmp_path: Path, number: int, code: int) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The old men saw the harbour by night and went on to Moscajust. " * 6000)
    command = [
        sys.executable,
        "-m",
        "cleanup",
        "fix",
        *["a.txt", "b.txt", "-o", "out", "--no-languagetool", "--no-model"],
    ]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    running = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    time.sleep(3)
    running.send_signal(number)
    said, _ = running.communicate(timeout=10)  # which every process that is left would keep open
    assert (running.returncode, said if code > 0 else b"") == (code, b"")
