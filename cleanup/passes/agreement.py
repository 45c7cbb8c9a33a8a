"""Not written yet."""

from __future__ import annotations

from collections.abc import Iterator

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.resources import Resources


class Agreement:
    """Not written yet."""

    name = "agreement"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Nothing yet."""
        return iter(())
