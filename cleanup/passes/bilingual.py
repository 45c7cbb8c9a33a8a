"""What the article in its own language proves about the spelling of names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from cleanup.article import Article, Token
from cleanup.edits import Edit
from cleanup.resources import Resources
from cleanup.spelling import same_name

_NAME = re.compile(r"[^\W\d_][\w’'-]+")
_LEAST = 4  # shorter names resemble too many others


class Bilingual:
    """A name that the source does not have becomes the one spelling there which it is a transliteration of."""

    name = "bilingual"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Edits for bent names; none without the source text."""
        if article.source_text is None:
            return
        source = Counter(match for match in _NAME.findall(article.source_text) if match[0].isupper())
        here = {token.text for token in article.tokens}
        missing = [name for name in source if name not in here and self._is_a_name_only(name)]
        rule = self._resources.rules["source-spelling"]
        for token in article.tokens:
            if token.text in source or not self._may_be_bent(token):
                continue
            fitting = [name for name in missing if same_name(token.text, name)]
            if len(fitting) == 1:
                yield rule.edit(article.text, token.start, token.end, fitting, name=fitting[0])

    def _is_a_name_only(self, name: str) -> bool:
        """Whether the source's word is a name without an English form of its own."""
        known = any(found.english != name for found in self._resources.names.lookup(name))
        return len(name) >= _LEAST and not known and not self._resources.words.foreign_languages(name.lower())

    def _may_be_bent(self, token: Token) -> bool:
        if not token.is_capitalised or len(token.text) < _LEAST or self._resources.words.is_word(token.text):
            return False
        return not self._resources.names.is_english_name(token.text)
