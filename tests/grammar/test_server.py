from __future__ import annotations

import http.server
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cleanup.article import Article, Span
from cleanup.edits import Applicability
from cleanup.grammar import server as serving
from cleanup.grammar.client import Client
from cleanup.grammar.errors import LanguageToolError
from cleanup.grammar.grammar_pass import LanguageTool, LanguageToolPass
from cleanup.grammar.policy import bundled_policy
from cleanup.grammar.server import LocalServer, RemoteServer

needs_languagetool = pytest.mark.languagetool
needs_proc = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


@pytest.fixture(scope="module")
def client(server: LocalServer) -> Iterator[Client]:
    policy = bundled_policy()
    asking = Client(
        server,
        enabled_rules=policy.enabled_rules,
        disabled_rules=policy.disabled_rules,
        disabled_categories=policy.disabled_categories,
    )
    yield asking
    asking.close()


def wait_until(holds: Callable[[], bool], seconds: float = 10.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.05)
    return holds()


def children(process_id: int) -> list[int]:
    return [int(c) for c in Path(f"/proc/{process_id}/task/{process_id}/children").read_text().split()]


def is_running(process_id: int) -> bool:
    try:
        state = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@needs_languagetool
def test_offsets_are_code_points(client: Client) -> None:
    text = "A 😀 smile 🇫🇷 is not an test. 😀😀 It was the the end."
    found = {text[m.start : m.end]: m.rule_id for m in client.check(text)}
    assert found == {"an": "EN_A_VS_AN", "the the": "ENGLISH_WORD_REPEAT_RULE"}


@needs_languagetool
def test_a_match_says_what_is_wrong_and_what_would_be_right(client: Client) -> None:
    (match,) = client.check("We saw the end. This is an test.")
    assert (match.start, match.end, match.rule_id, match.category) == (24, 26, "EN_A_VS_AN", "MISC")
    assert match.replacements == ("a",)
    assert match.sentence.strip() == "This is an test."
    assert "a sentence" in match.message


@needs_languagetool
def test_protected_spans_are_not_read_and_keep_the_offsets(client: Client) -> None:
    text = "He said “ni un passo atrass” to us, and 😀 this is an test."
    span = Span(text.index("“"), text.index("”") + 1, "quotation")
    assert len(client.check(text)) > 1
    assert [text[m.start : m.end] for m in client.check(text, protected=[span])] == ["an"]


@needs_languagetool
def test_an_article_before_a_protected_span_is_not_judged_by_the_stand_in(client: Client) -> None:
    text = "He opened an xmlns:foo file."
    assert client.check(text, protected=[Span(13, 22, "code")]) == []


@needs_languagetool
def test_a_long_text_is_answered_in_parts_at_the_right_places(client: Client) -> None:
    filler = " ".join(["The minister spoke to the press about the new plan for the region."] * 12)
    text = "\n\n".join([filler, "It is an test. " + filler] * 9)
    wanted = [at for at in range(len(text)) if text.startswith("an test", at)]
    assert [m.start for m in client.check(text) if m.rule_id == "EN_A_VS_AN"] == wanted


@needs_languagetool
def test_both_variants_of_english_and_the_names_of_the_run_are_known(client: Client) -> None:
    assert client.check("The colour of the moscajust is red.", "en-GB") == []
    assert [m.message for m in client.check("The colour of it.", "en-US")] == [
        "Possible spelling mistake. ‘colour’ is British English."
    ]


@needs_languagetool
def test_the_pass_applies_what_is_certain_and_a_second_run_finds_nothing(client: Client) -> None:
    text = "The minister had a impact. They left. the leader stayed because of theincreased costs , he said."
    run = LanguageToolPass(client)
    article = Article(text, text)
    edits = run(article)
    assert {edit.applicability for edit in edits} == {Applicability.SAFE}
    fixed = article.apply(edits)
    assert fixed.text == (
        "The minister had an impact. They left. The leader stayed because of the increased costs, he said."
    )
    assert list(run(Article(fixed.text, fixed.text))) == []


@needs_languagetool
def test_clean_news_gets_no_edit(client: Client) -> None:
    text = (
        "The Labour party criticised the programme, Mr. Tokayev said on 19 May. “I have had that before,” he added.\n\n"
        "In Pyongyang I did see some people on bicycles and they waved, although Livingston climb to third.\n"
    )
    assert list(LanguageToolPass(client)(Article(text, text))) == []


@needs_languagetool
def test_a_remote_server_answers_as_the_own_one(server: LocalServer) -> None:
    with LanguageTool(url=server.ready() + "v2") as tool:
        edits = list(tool.pass_with()(Article("It is an test.", "It is an test.")))
    assert [edit.replacements for edit in edits] == [("a",)]
    assert server.process_id is not None


@needs_languagetool
@needs_proc
def test_a_crash_is_mended_once(installed: Path) -> None:
    with LocalServer() as running:
        client = Client(running)
        assert [m.rule_id for m in client.check("It is an test.")] == ["EN_A_VS_AN"]
        for expected in (True, False):
            assert running.process_id is not None
            java = children(running.process_id)
            os.kill(java[0], signal.SIGKILL)
            assert wait_until(lambda: running.process_id is None)
            if expected:
                assert [m.rule_id for m in client.check("It was an test.")] == ["EN_A_VS_AN"]
            else:
                with pytest.raises(LanguageToolError, match=r"stopped answering; see .*log"):
                    client.check("It will be an test.")
        client.close()


@needs_languagetool
@needs_proc
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_java_ends_with_the_program_however_that_ends(installed: Path, how: signal.Signals) -> None:
    program = (
        "import threading, time\n"
        "from cleanup.grammar.server import LocalServer\n"
        "server = LocalServer()\n"
        "thread = threading.Thread(target=server.start); thread.start(); thread.join()\n"
        "server.ready(); print(server.process_id, flush=True); time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as parent:
        assert parent.stdout is not None
        watchdog = int(parent.stdout.readline())
        (java,) = children(watchdog)
        assert is_running(java)
        parent.send_signal(how)
        parent.wait(10)
    assert wait_until(lambda: not is_running(java))
    assert wait_until(lambda: not is_running(watchdog))


@needs_languagetool
@needs_proc
def test_java_ends_with_its_watchdog(installed: Path) -> None:
    with LocalServer() as running:
        running.ready()
        assert running.process_id is not None
        (java,) = children(running.process_id)
        os.kill(running.process_id, signal.SIGKILL)
        assert wait_until(lambda: not is_running(java))


@needs_languagetool
def test_closing_leaves_nothing_behind(installed: Path) -> None:
    running = LocalServer()
    running.start()
    running.ready()
    log = running.log
    assert log is not None
    assert log.exists()
    running.close()
    assert running.process_id is None
    assert not log.exists()
    running.close()


@needs_languagetool
def test_closing_does_not_wait_for_a_start(installed: Path) -> None:
    tool = LanguageTool()
    tool.start()
    begun = time.monotonic()
    tool.close()
    assert time.monotonic() - begun < 5


def fake_java(folder: Path, script: str) -> Path:
    path = folder / "java"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def pretended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Has a shell script stand in for Java."""

    def pretend(script: str) -> None:
        path = fake_java(tmp_path, script)
        monkeypatch.setattr(serving, "require_java", lambda: serving_java(path))
        monkeypatch.setattr(serving, "require_installation", lambda _home: tmp_path / "server.jar")

    return pretend


def serving_java(path: Path) -> object:
    from cleanup.grammar.provision import Java

    return Java(path, 17, "test")


@needs_proc
def test_a_server_that_ends_at_once_is_told_with_its_log(pretended: Callable[[str], None]) -> None:
    pretended("echo not today >&2; exit 3")
    running = LocalServer()
    with pytest.raises(LanguageToolError, match=r"ended at its start \(exit status 3\); see .*log") as caught:
        running.ready()
    assert "\n" not in str(caught.value)
    assert running.log is not None
    assert running.log.read_text() == "not today\n" * 2  # the one restart
    running.close()
    running.log.unlink()


@needs_proc
def test_a_server_that_never_answers_is_killed(pretended: Callable[[str], None], tmp_path: Path) -> None:
    pretended(f"echo $$ >> {tmp_path}/ids; exec sleep 60")
    running = LocalServer(start_limit=0.6)
    with pytest.raises(LanguageToolError, match=r"did not answer within 0\.6 s"):
        running.ready()
    ids = [int(line) for line in (tmp_path / "ids").read_text().split()]
    assert len(ids) == 2
    assert wait_until(lambda: not any(is_running(each) for each in ids))
    running.close()


class _Impostor(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@needs_proc
def test_another_program_on_the_port_is_not_taken_for_ours(
    pretended: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    pretended("exec sleep 60")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Impostor) as impostor:
        threading.Thread(target=impostor.serve_forever, daemon=True).start()
        monkeypatch.setattr(serving, "_free_port", lambda: impostor.server_port)
        running = LocalServer(start_limit=0.6)
        with pytest.raises(LanguageToolError, match="did not answer"):
            running.ready()
        running.close()
        impostor.shutdown()


def test_nobody_at_the_given_address_is_told() -> None:
    client = Client(RemoteServer(f"http://127.0.0.1:{serving._free_port()}"))
    with pytest.raises(LanguageToolError, match=r"no LanguageTool server answers at .*--languagetool-url"):
        client.check("It is an test.")
    client.close()


def test_something_else_at_the_given_address_is_told() -> None:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Impostor) as impostor:
        threading.Thread(target=impostor.serve_forever, daemon=True).start()
        client = Client(RemoteServer(f"127.0.0.1:{impostor.server_port}"))
        with pytest.raises(LanguageToolError, match=f"127.0.0.1:{impostor.server_port}"):
            client.check("It is an test.")
        client.close()
        impostor.shutdown()
