"""Asking a chat server: what is sent, and what each kind of failure says."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
import requests

from cleanup.rewriting import chat
from cleanup.rewriting.chat import ChatRewriter, unwrapped
from cleanup.rewriting.rewriter import RewriteError, open_rewriter
from tests.rewriting.conftest import ChatServer

TEXT = "The ferry it sank."
BETTER = "The ferry sank."


@pytest.fixture(autouse=True)
def no_key_and_no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(chat.KEY, raising=False)
    monkeypatch.setattr(chat, "_WAIT_SECONDS", 0.01)


def failure(server: ChatServer, *, seconds: float = 5.0, **options: Any) -> str:
    with pytest.raises(RewriteError) as error:
        ChatRewriter("small", server.url, seconds=seconds, **options).rewrite([TEXT])
    assert "\n" not in str(error.value)
    return str(error.value).replace(server.url, "URL")


def test_texts_are_answered_in_their_order(chat_server: ChatServer) -> None:
    def answer(text: str) -> str:
        time.sleep(0.05 if text == "one" else 0)
        return text.upper()

    chat_server.answer = answer
    rewriter = open_rewriter("openai:small", chat_server.url + "/")
    assert rewriter.rewrite(["one", "two", "three", "four", "five"]) == ["ONE", "TWO", "THREE", "FOUR", "FIVE"]
    question = chat_server.questions[0]
    assert (question["model"], question["temperature"], question["seed"]) == ("small", 0, 0)
    assert [message["role"] for message in question["messages"]] == ["system", "user"]
    assert chat_server.keys == [None] * 5
    assert rewriter.fits(TEXT)
    assert not rewriter.fits(TEXT * 1000)


def test_the_key_goes_only_where_it_may(chat_server: ChatServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(chat.KEY, "secret")
    ChatRewriter("small", chat_server.url).rewrite([TEXT])
    ChatRewriter("small", chat_server.url, send_key=False).rewrite([TEXT])
    assert chat_server.keys == ["Bearer secret", None]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_server_is_asked_again(chat_server: ChatServer, status: int) -> None:
    chat_server.answer = lambda text: status if len(chat_server.questions) < 3 else BETTER
    assert ChatRewriter("small", chat_server.url).rewrite([TEXT]) == [BETTER]


def test_but_not_for_ever(chat_server: ChatServer) -> None:
    chat_server.answer = lambda text: 500
    said = failure(chat_server)
    assert (
        said == "URL refused the text for small with 500: no temperature, please; it was asked 4 times, try again later"
    )
    assert len(chat_server.questions) == 4


def test_a_model_without_temperature_is_asked_without(chat_server: ChatServer) -> None:
    chat_server.answer = lambda text: 400 if "temperature" in chat_server.questions[-1] else BETTER
    rewriter = ChatRewriter("small", chat_server.url)
    assert rewriter.rewrite([TEXT]) == [BETTER]
    assert rewriter.rewrite([TEXT]) == [BETTER]
    assert len(chat_server.questions) == 3


def test_what_a_refusal_says(chat_server: ChatServer, monkeypatch: pytest.MonkeyPatch) -> None:
    chat_server.answer = lambda text: 401
    assert "set the environment variable OPENAI_API_KEY" in failure(chat_server)
    monkeypatch.setenv(chat.KEY, "secret")
    assert "only sent to an address given as --base-url on the command line" in failure(chat_server, send_key=False)
    chat_server.answer = lambda text: 404
    assert failure(chat_server).endswith("with 404: no temperature, please; look at --rewrite and --base-url")
    assert len(chat_server.questions) == 3  # refusals are not repeated


def test_silence(chat_server: ChatServer) -> None:
    chat_server.answer = lambda text: 1.0
    said = failure(chat_server, seconds=0.2)
    assert said == "URL gave no answer within 0.2 seconds; try a smaller model or a faster server"
    assert len(chat_server.questions) == 1


@pytest.mark.parametrize(
    "body", [b"<html>hello</html>", b"{}", b"[]", b'{"choices": []}', b'{"choices": [{}]}', b"\xff"]
)
def test_garbage(chat_server: ChatServer, body: bytes) -> None:
    chat_server.answer = lambda text: body
    assert failure(chat_server) == "URL does not answer like an OpenAI-compatible server; look at --base-url"


@pytest.mark.parametrize(
    "choice", [{"finish_reason": "length", "message": {"content": "The"}}, {"message": {"content": None}}]
)
def test_an_answer_that_broke_off_is_none(chat_server: ChatServer, choice: object) -> None:
    chat_server.answer = lambda text: json.dumps({"choices": [choice]}).encode()
    assert ChatRewriter("small", chat_server.url).rewrite([TEXT]) == [""]


def test_nobody_there() -> None:
    with pytest.raises(
        RewriteError, match=r"^http://127\.0\.0\.1:9/v1 cannot be reached: .*; is the server running\?$"
    ):
        ChatRewriter("small", "http://127.0.0.1:9/v1").rewrite([TEXT])


def test_a_server_on_this_machine_is_asked_without_a_proxy(
    chat_server: ChatServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    chat_server.answer = lambda text: BETTER
    assert ChatRewriter("small", chat_server.url).rewrite([TEXT]) == [BETTER]


@pytest.mark.parametrize(
    ("name", "url", "words"),
    [
        ("openai:", "http://localhost/v1", "lacks the name of the model"),
        ("openai:small", None, "needs the address of the server; add --base-url URL"),
        ("openai:small", "localhost:8080", "begins with http:// or https://"),
        ("some/model", "http://localhost/v1", "--base-url is the address for --rewrite openai:MODEL"),
    ],
)
def test_what_cannot_be_asked(name: str, url: str | None, words: str) -> None:
    with pytest.raises(RewriteError, match=words):
        open_rewriter(name, url)


@pytest.mark.parametrize(
    ("answer", "text", "expected"),
    [
        (f"\n{BETTER}\n", TEXT, BETTER),
        (f"Here is the repaired text:\n\n{BETTER}", TEXT, BETTER),
        (f"```text\n{BETTER}\n```", TEXT, BETTER),
        (f"<think>\nIs it?\n</think>\n\n{BETTER}", TEXT, BETTER),
        (f"“{BETTER}”", TEXT, BETTER),
        (f'"{BETTER}"', TEXT, BETTER),
        ("“Yes.”", "“Yes.”", "“Yes.”"),
        (f"{BETTER}\n\nI dropped a pronoun.", TEXT, f"{BETTER}\nI dropped a pronoun."),
        ("", TEXT, ""),
    ],
)
def test_what_models_put_around_a_text(answer: str, text: str, expected: str) -> None:
    assert unwrapped(answer, text) == expected


def test_a_server_that_asks_for_an_hour_is_not_obeyed() -> None:
    response = requests.packages.urllib3.HTTPResponse(headers={"Retry-After": "3600"})  # type: ignore[attr-defined]
    assert chat._Retry.usual().get_retry_after(response) == 0.01
