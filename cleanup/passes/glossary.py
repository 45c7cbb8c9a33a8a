"""What the newsroom's glossary settles: its forms become their targets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.evidence import Places, Role
from cleanup.resources import Resources


class GlossaryTerms:
    """Replaces the forms of the glossary. A form that is an English word in lower case is left to the passes that know
    where a name is expected; their suggestion becomes safe through the glossary (`cleanup.witness`).
    """

    name = "glossary"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        words = self._resources.words
        forms = [f for f in self._resources.glossary.targets if not (f.islower() and words.is_word(f))]
        longest_first = sorted(map(re.escape, forms), key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)") if longest_first else None

    def __call__(self, article: Article) -> Iterator[Edit]:
        """An edit for each form that is not part of a person's name."""
        if self._pattern is None:
            return
        places = Places(article, self._resources)
        rule = self._resources.rules["glossary-term"]
        for match in self._pattern.finditer(article.text):
            first = article.token_index(match.start())
            last = max(first, article.token_index(match.end()) - 1)
            if first == last and places.role(first, last) is Role.PERSON:
                continue
            target = self._resources.glossary.targets[match.group()]
            yield rule.edit(article.text, match.start(), match.end(), (target,), protect=True, target=target)
