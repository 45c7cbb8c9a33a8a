"""Capital letters: common words that have one in mid-sentence, and sentences, demonyms and days that lack theirs.

What lacks its capital is in `missing`, quotations that are part of a sentence in `fragments`. Of the
runs of capitalised words in mid-sentence (`runs`) `phrases` judges those of several words,
`single` and `common` those of one.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.folder_patterns import pattern_edits
from cleanup.lexicon.word_classes import word_class
from cleanup.passes.capitals.fragments import fragment_edits
from cleanup.passes.capitals.lists import DAYS
from cleanup.passes.capitals.missing import MissingCapitals
from cleanup.passes.capitals.phrases import Phrases
from cleanup.passes.capitals.runs import Run, is_label, runs
from cleanup.passes.capitals.single import SingleWords
from cleanup.resources import Resources

_NUMBERS = word_class("numbers")


class Capitals:
    """Edits of capital letters."""

    name = "capitals"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._missing = MissingCapitals(resources)
        self._phrases = Phrases(resources)
        self._single_words = SingleWords(resources)

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Safe where counts and place agree, else suggested."""
        yield from pattern_edits(article, self._resources, self.name)
        yield from self._missing.edits(article)
        yield from fragment_edits(article, self._resources)
        for run in runs(article):
            yield from self._run(article, run)

    def _run(self, article: Article, run: Run) -> Iterator[Edit]:
        tokens = article.tokens[run.first : run.last]
        while len(tokens) > 2 and self._is_adjective_of_place_or_time(tokens[0].text):
            tokens, run = tokens[1:], Run(run.first + 1, run.last)
        articles = any(token.text in ("The", "A", "An") for token in tokens[len(tokens) == 1 :])
        if articles or any(len(token.text) > 1 and token.text.isupper() for token in tokens):
            return
        if is_label(article, run) or (tokens[0].text == "Number" and tokens[-1].text.lower() in _NUMBERS):
            return
        if len(tokens) == 1:
            yield from self._single_words.edits(article, run, tokens[0])
        else:
            yield from self._phrases.edits(article, run, tokens)

    def _is_adjective_of_place_or_time(self, word: str) -> bool:
        return word.lower() in DAYS or self._resources.names.is_demonym(word)
