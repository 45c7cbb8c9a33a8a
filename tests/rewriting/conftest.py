"""A chat server on this machine, in the manner of OpenAI's, that says what a test tells it to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

Answer = str | int | bytes | float
"""A rewrite; or the status of a failure; or the bytes of a body; or the seconds to be silent for."""


@dataclass
class ChatServer:
    """`answer` says what becomes of a text; `questions` and `keys` are what was sent, in order of arrival."""

    answer: Callable[[str], Answer] = lambda text: text
    questions: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    url: str = ""

    def reply(self, handler: BaseHTTPRequestHandler) -> None:
        question = json.loads(handler.rfile.read(int(handler.headers["Content-Length"])))
        self.questions.append(question)
        self.keys.append(handler.headers["Authorization"])
        answer = self.answer(question["messages"][-1]["content"])
        if isinstance(answer, float):
            time.sleep(answer)
            answer = ""
        if isinstance(answer, int):
            self._send(handler, answer, json.dumps({"error": {"message": "no temperature,\nplease."}}).encode())
        elif isinstance(answer, bytes):
            self._send(handler, 200, answer)
        else:
            choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": answer}}
            self._send(handler, 200, json.dumps({"choices": [choice]}).encode())

    def _send(self, handler: BaseHTTPRequestHandler, status: int, body: bytes) -> None:
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)


@pytest.fixture
def chat_server() -> Iterator[ChatServer]:
    """Runs for one test."""
    server = ChatServer()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.path == "/v1/chat/completions"
            server.reply(self)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        http.daemon_threads = True
        server.url = f"http://127.0.0.1:{http.server_port}/v1"
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield server
        http.shutdown()
