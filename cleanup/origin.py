"""Which language an article was translated from, by the evidence left in it."""

from __future__ import annotations

from cleanup.article import Article
from cleanup.resources import Resources


def detect_language(article: Article, resources: Resources) -> str | None:
    """A two-letter code, or None where the text does not show it."""
    return None
