"""The pass that runs rules which need no code: the packs of one folder of `rules/`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.resources import Resources
from cleanup.rulepack import Phrase

_WORD = re.compile(r"[^\W\d_]+")


class PackPass:
    """Runs the patterns of one folder. A pattern is compiled only when a word it needs stands in the article."""

    def __init__(self, folder: str, resources: Resources) -> None:
        self.name = folder
        self._resources = resources

    @cached_property
    def _by_word(self) -> dict[str, list[Phrase]]:
        """Patterns by each of the words of which they need one; those that need none stand under the empty word."""
        found: dict[str, list[Phrase]] = defaultdict(list)
        for rule in self._resources.rules.of_folder(self.name):
            for phrase in rule.patterns:
                for word in phrase.anchors or ("",):
                    found[word].append(phrase)
        return found

    def __call__(self, article: Article) -> Iterator[Edit]:
        """The edits of the folder's rules, for the article's language of origin where it is known."""
        present = {match.lower() for match in _WORD.findall(article.text)} | {""}
        seen: set[int] = set()
        for word in sorted(present & self._by_word.keys()):
            for phrase in self._by_word[word]:
                languages = phrase.rule.languages
                if id(phrase) in seen or (languages and article.source_language not in (None, *languages)):
                    continue
                seen.add(id(phrase))
                yield from phrase.edits(article.text, self._resources.lists)
