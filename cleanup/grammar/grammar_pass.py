"""The pass that asks LanguageTool: its findings as edits, as far as the curated list lets them through."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final, Protocol

from cleanup.article import Article, Span
from cleanup.edits import Applicability, Edit, overlaps
from cleanup.grammar.client import Client, Match
from cleanup.grammar.errors import LanguageToolError
from cleanup.grammar.policy import Policy, bundled_policy
from cleanup.grammar.server import LocalServer, RemoteServer, Server
from cleanup.grammar.variant import variant_of

NAME: Final = "languagetool"


class Checker(Protocol):
    """What the pass needs of a client."""

    def check(self, text: str, variant: str = ..., protected: Sequence[Span] = ...) -> Sequence[Match]:
        """Findings in a text, as `Client.check` gives them."""
        ...


class LanguageToolPass:
    """A pass: LanguageTool's findings on the current text. `is_known` says of a lower-case word that it is English."""

    name = NAME

    def __init__(
        self, checker: Checker, policy: Policy | None = None, is_known: Callable[[str], bool] | None = None
    ) -> None:
        """`policy` is the bundled list where none is given."""
        self._checker = checker
        self._policy = policy or bundled_policy()
        self._is_known = is_known or (lambda _word: False)

    def __call__(self, article: Article) -> list[Edit]:
        """Edits by start. What a pass has already put in, or a protected span, is not commented upon.

        Raises LanguageToolError where the server does not answer.
        """
        matches = self._checker.check(article.text, variant_of(article.text), article.protected)
        explained = [(span.start, span.end) for span, _ in article.repaired]
        free = (match for match in matches if not article.is_protected(match.start, match.end))
        edits = (self._edit(article.text, match) for match in free)
        return [edit for edit in edits if edit is not None and not _is_moot(edit, explained)]

    def _edit(self, text: str, match: Match) -> Edit | None:
        verdict = self._policy.verdict(match, text)
        if verdict is None:
            return None
        original = text[match.start : match.end]
        if verdict.category == "spelling" and not verdict.replacements and self._is_known(original):
            return None
        return Edit(
            start=match.start,
            end=match.end,
            original=original,
            replacements=verdict.replacements,
            rule=f"{NAME}/{match.rule_id}",
            category=verdict.category,
            applicability=verdict.applicability,
            confidence=verdict.confidence,
            message=match.message,
            source=NAME,
        )


class LanguageTool:
    """Server, client and pass of a run: `start()` early, `pass_with()` for the pipeline, `close()` at the end."""

    def __init__(self, *, url: str | None = None, home: Path | None = None, names: Iterable[str] = ()) -> None:
        """The server at `url` (`--languagetool-url`), or our own; `home` and `names` as for LocalServer.

        Raises LanguageToolError where `url` is no address.
        """
        policy = bundled_policy()
        self.server: Server = RemoteServer(url) if url else LocalServer(home=home, names=names)
        self._client = Client(
            self.server,
            enabled_rules=policy.enabled_rules,
            disabled_rules=policy.disabled_rules,
            disabled_categories=policy.disabled_categories,
        )

    def __enter__(self) -> LanguageTool:
        """Begin to start the server."""
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self.close()

    def start(self) -> None:
        """Start the server and return; it reads its rules while the caller works.

        Raises LanguageToolError at once without Java or without LanguageTool; the first check raises what goes wrong
        later.
        """
        self.server.start()
        if isinstance(self.server, LocalServer):
            threading.Thread(target=self._warm, name="languagetool-warm", daemon=True).start()

    def pass_with(self, is_known: Callable[[str], bool] | None = None) -> LanguageToolPass:
        """The pass for the pipeline; `is_known` as there."""
        return LanguageToolPass(self._client, is_known=is_known)

    def close(self) -> None:
        """End the server, if it is ours."""
        self.server.close()
        self._client.close()

    def _warm(self) -> None:
        try:
            self._client.warm()
        except (LanguageToolError, RuntimeError):  # RuntimeError: closed meanwhile
            return  # the first check meets the same fault, and tells


def _is_moot(edit: Edit, explained: Iterable[tuple[int, int]]) -> bool:
    """Whether a doubt concerns what a pass has already dealt with; what is certain is done there as well."""
    if edit.applicability is Applicability.SAFE:
        return False
    return any(overlaps(edit.start, edit.end, start, end) for start, end in explained)
