"""A single capitalised word in mid-sentence: a common word, a function word, or what began a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cleanup.article import Article, Token
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import ANY_NOUN, Tag
from cleanup.passes.capitals.common import CommonWords
from cleanup.passes.capitals.determined import DeterminedNouns
from cleanup.passes.capitals.lists import FUNCTION_WORDS, SMALL, TITLE_NOUNS
from cleanup.passes.capitals.runs import Run, belongs_to_name, is_name_like
from cleanup.resources import Resources

# A bold run that begins with one of these lost the comma or the full stop before it.
_OPENERS: Final = word_set("Since While When After Because Although Where Who Which But Before Until Despite")
_REPEATED: Final = 0.6  # confidence, where an article has the noun with a capital more than once
_WITHOUT: Final = re.compile(r"Without [a-z]+(?: [a-z]+)?(?=[.,;)])")


class SingleWords:
    """Edits of single words."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._common = CommonWords(resources)
        self._determined = DeterminedNouns(resources)

    def edits(self, article: Article, run: Run, token: Token) -> Iterator[Edit]:
        """The edit of a word; other single words may be names, or begin a sentence."""
        before = article.tokens[run.first - 1]
        numbered = run.last < len(article.tokens) and article.tokens[run.last].text[0].isdigit()  # Area 51
        numbered = numbered and token.text != "In"
        if before.text in TITLE_NOUNS or numbered or self._is_named_around(article, run):
            return
        determined = self._determined.is_common(article, run, token)
        if determined or self._common.is_common(article, run, token):
            yield self._lowered(article, "common-word-capital", token)
        elif determined is not None:
            edit = self._lowered(article, "common-word-capital", token)
            yield replace(edit, applicability=Applicability.UNSAFE, confidence=_REPEATED)
        elif before.is_word and not before.is_capitalised:
            yield from self._function_word(article, run, token, before)

    def _function_word(self, article: Article, run: Run, token: Token, before: Token) -> Iterator[Edit]:
        """A function word with a capital, or one that began a sentence or clause whose mark was lost."""
        if self._is_small_word(article, run, token):
            yield self._lowered(article, "function-word-capital", token)
            return
        if belongs_to_name(article, run):
            return
        around = [*article.tokens[max(0, run.first - 2) : run.first], *article.tokens[run.last : run.last + 2]]
        if len(around) < 4 or not around[2].is_word or any(is_name_like(article, other) for other in around):
            return
        if token.text in _OPENERS and before.text.lower() not in ("the", "a", "an"):
            lowered = token.text.lower()
            yield self._resources.rules["capital-after-lost-mark"].edit(
                article.text, before.end, token.end, [f", {lowered}", f". {token.text}", f" {lowered}"]
            )
        elif token.text in FUNCTION_WORDS or _WITHOUT.match(article.text, token.start):
            yield self._lowered(article, "function-word-capital", token)

    def _lowered(self, article: Article, rule: str, token: Token) -> Edit:
        return self._resources.rules[rule].edit(article.text, token.start, token.end, [token.text.lower()])

    def _is_named_around(self, article: Article, run: Run) -> bool:
        """Whether a capitalised word, a hyphen or an apostrophe touches the word: it may be part of a name."""
        following = article.tokens[run.last : run.last + 1]
        if not following:
            return False
        gap = article.text[article.tokens[run.last - 1].end : following[0].start]
        return following[0].text in "-–’'(/&" or (not gap and following[0].is_word)

    def _is_small_word(self, article: Article, run: Run, token: Token) -> bool:
        """Whether a preposition, an auxiliary or “the” has a capital between words in lower case, or before a name."""
        tokens = article.tokens
        left = [t.text for t in tokens[max(0, run.first - 2) : run.first]]
        after = tokens[run.last : run.last + 1]
        if len(left) < 2 or not after or not left[-1].islower():
            return False
        first = article.sentence_at(token.start).start
        dated = after[0].text.isdigit() and len(after[0].text) == 4 and token.text == "In"
        if dated and (left[0].islower() or tokens[run.first - 2].start == first):
            return True
        if not after[0].is_word:
            return False
        if token.text == "The":
            leads = left[-1] in ("that", "because", "if", "when", "whether")
            noun = self._resources.words.likely_tag(after[0].text) & (ANY_NOUN | Tag.ADJECTIVE)
            # The peace is La Paz, The weather Le Temps: a name that the capital still shows.
            named = any(
                self._resources.names.common_word_names(words) for words in (f"the {after[0].text}", after[0].text)
            )
            return leads and after[0].text.islower() and bool(noun) and not named
        return token.text in SMALL and left[0].islower() and (after[0].is_capitalised or token.text in FUNCTION_WORDS)
