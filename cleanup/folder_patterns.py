"""Runs the pattern rules of a folder: for the passes that have nothing else, and beside those written in Python."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.resources import Resources
from cleanup.word_places import word_places


def pattern_edits(article: Article, resources: Resources, folder: str) -> Iterator[Edit]:
    """The edits of the folder's pattern rules, for the article's language of origin where it is known.

    Where it is not, what is certain of one language is only likely. A pattern is compiled only when a word that it
    needs stands in the article, and tried where a word stands that begins it.
    """
    by_word = resources.rules.phrases_by_word(folder)
    places = word_places(article.text)
    seen: set[int] = set()
    for word in sorted(by_word.keys() & {*places.words(), ""}):
        for phrase in by_word[word]:
            languages = phrase.rule.languages
            if id(phrase) in seen or (languages and article.source_language not in (None, *languages)):
                continue
            seen.add(id(phrase))
            edits = phrase.edits(article.text, resources.lists, places)
            yield from map(_likely, edits) if languages and article.source_language is None else edits


def _likely(edit: Edit) -> Edit:
    return replace(edit, applicability=Applicability.UNSAFE) if edit.applicability is Applicability.SAFE else edit
