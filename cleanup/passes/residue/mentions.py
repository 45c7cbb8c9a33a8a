"""Where a word of another language is meant as one: `the word “aunque”`, `a soup called żurek`."""

from __future__ import annotations

from typing import Final

from cleanup.article import Article
from cleanup.lexicon.tokens import word_set

_NAMING: Final = word_set(
    "called known named dubbed nicknamed termed word words term terms means meaning titled entitled dish dishes "
    "expression slang name names patois dialect"
)
_REACH: Final = 4  # words before


def is_named(article: Article, index: int) -> bool:
    """Whether words before say that a name or a word of another language follows: `a soup called żurek`."""
    sentence = article.sentence_at(article.tokens[index].start)
    before = [
        token.text.lower() for token in article.tokens[max(0, index - _REACH) : index] if token.start >= sentence.start
    ]
    if before[-2:] == ["called", "the"]:
        return False  # by telephone
    return not _NAMING.isdisjoint(before)
