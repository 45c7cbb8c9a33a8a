"""What a rewriting model is to the rest of the program, and how one is chosen by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from cleanup.errors import UserError

_CHAT = "openai:"


class RewriteError(UserError):
    """The rewriting model cannot be used, and the message says why and what helps."""


class Rewriter(Protocol):
    """A model that gives a text back repaired."""

    def fits(self, text: str) -> bool:
        """Whether the model takes a text in one piece."""
        ...

    def rewrite(self, texts: Sequence[str]) -> list[str]:
        """The texts as the model would write them, in their order; empty where it broke off.

        The same texts give the same answers, as far as the model allows. Raises RewriteError.
        """
        ...


def open_rewriter(name: str, base_url: str | None = None, *, send_key: bool = True) -> Rewriter:
    """The rewriter of a name: `openai:MODEL` on the server at `base_url`, or a sequence-to-sequence model.

    The latter is a folder or a name on the Hugging Face hub, and is loaded when it is first asked. `send_key` says
    whether the server may have the user's key. Raises RewriteError for what cannot be used.
    """
    if name.startswith(_CHAT):
        from cleanup.rewriting.chat import ChatRewriter

        return ChatRewriter(name.removeprefix(_CHAT), base_url, send_key=send_key)
    if base_url is not None:
        raise RewriteError(f"--base-url is the address for --rewrite {_CHAT}MODEL; {name} runs on this machine")
    from cleanup.rewriting.seq2seq import Seq2SeqRewriter

    return Seq2SeqRewriter(name)
