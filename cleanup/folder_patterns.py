"""Runs the pattern rules of a folder whose pass also has rules in Python."""

from __future__ import annotations

from collections.abc import Iterator

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.resources import Resources
from cleanup.syntax import parse


def pattern_edits(article: Article, resources: Resources, folder: str) -> Iterator[Edit]:
    """The edits of the folder's pattern rules; a pattern runs only where a word that it needs stands in the article."""
    present = {word.lower for sentence in parse(article) for word in sentence.words}
    for rule in resources.rules.of_folder(folder):
        if rule.languages and article.source_language not in (None, *rule.languages):
            continue
        for phrase in rule.patterns:
            if not phrase.anchors or not phrase.anchors.isdisjoint(present):
                yield from phrase.edits(article.text, resources.lists)
