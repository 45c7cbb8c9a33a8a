"""Not written yet."""

from __future__ import annotations

from collections.abc import Iterator

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.resources import Resources


class NamesAsWords:
    """Not written yet."""

    name = "names_as_words"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Nothing yet."""
        return iter(())
