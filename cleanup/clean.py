"""From a text as it arrived to the result of all passes: what the command line and the Python interface call."""

from __future__ import annotations

from collections.abc import Sequence

from cleanup.article import Article
from cleanup.origin import detect_language
from cleanup.passes import passes
from cleanup.pipeline import Pass, Result, run
from cleanup.protect import protected_spans
from cleanup.resources import Resources


class Cleaner:
    """All passes, made once and used for many articles."""

    def __init__(self, resources: Resources, late: Sequence[Pass] = ()) -> None:
        self._resources = resources
        self._early = passes(resources)
        self._late = late

    def article(self, text: str, *, path: str | None = None, source_language: str | None = None) -> Article:
        """The article before any pass; `source_language` is a two-letter code, or None to detect it."""
        spans = protected_spans(text, self._resources.words)
        article = Article(text, text, (), spans, source_language, path)
        if source_language is None:
            article = Article(text, text, (), spans, detect_language(article, self._resources), path)
        return article

    def clean(
        self, text: str, *, path: str | None = None, source_language: str | None = None, unsafe: bool = False
    ) -> Result:
        """The corrected article and its changes."""
        article = self.article(text, path=path, source_language=source_language)
        return run(article, self._early, self._late, unsafe=unsafe)
