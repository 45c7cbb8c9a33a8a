"""Quotations that are part of a sentence and begin with a capital: `described it as “The most …”`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.tokens import word_set
from cleanup.passes.capitals.lists import SELDOM
from cleanup.resources import Resources

_QUOTED_FRAGMENT: Final = re.compile(
    r"(?<!\w)(?P<before>defined|described|considered|labelled|labeled|branded|termed|as|an?|the|of|for|with|by|its"
    r"|their|his|her|this)"
    r" [“\"«](?P<word>[A-Z][a-z]+)(?= [a-z])(?P<rest>[^“”\"«».!?:\n]{3,60})[”\"»](?!\w)"
)
_BEFORE_FRAGMENT: Final = word_set("defined described considered labelled labeled branded termed as")


def fragment_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """A quotation that is part of the sentence begins small; one with another capital may be a title."""
    words = resources.words
    for match in _QUOTED_FRAGMENT.finditer(article.text):
        word = match["word"]
        share = words.capitalised_share(word)
        if word == "I" or share is None or share > SELDOM or words.may_be_proper(word):
            continue
        others = re.findall(r"(?<!\w)[A-Z]\w+", match["rest"])
        if any((words.capitalised_share(other) or 1.0) < 0.5 for other in others):
            continue  # capitals all over: a title
        sure = match["before"] in _BEFORE_FRAGMENT and share <= 0.05
        yield resources.rules["quoted-fragment"].edit(
            article.text,
            *match.span("word"),
            [word.lower()],
            applicability=None if sure else Applicability.UNSAFE,
            confidence=None if sure else 0.5,
        )
