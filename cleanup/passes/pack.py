"""The pass that runs rules which need no code: the packs of one folder of `rules/`."""

from __future__ import annotations

from collections.abc import Iterator

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.folder_patterns import pattern_edits
from cleanup.resources import Resources


class PackPass:
    """Runs the patterns of one folder."""

    def __init__(self, folder: str, resources: Resources) -> None:
        self.name = folder
        self._resources = resources

    def __call__(self, article: Article) -> Iterator[Edit]:
        """The edits of the folder's rules."""
        return pattern_edits(article, self._resources, self.name)
