"""What the parts of a pass read off one article, and the base of those parts."""

from __future__ import annotations

from typing import Generic, TypeVar

from cleanup.article import Article
from cleanup.evidence import Places, evidence_of
from cleanup.origin import likely_origin, origin_of
from cleanup.resources import Resources


class ArticleReading:
    """One article with the lexicon: its words, its language of origin, known or likely, what stands around a word."""

    def __init__(self, article: Article, resources: Resources) -> None:
        self.article = article
        self.resources = resources
        self.text = article.text
        self.tokens = article.tokens
        self.words = resources.words
        self.names = resources.names
        self.rules = resources.rules
        self.language = origin_of(article, resources)
        self.likely_language = likely_origin(article, resources)
        self.places = Places(article, resources)
        self.evidence = evidence_of(article, resources)


AnyReading = TypeVar("AnyReading", bound=ArticleReading)


class Part(Generic[AnyReading]):
    """A part of a pass, with what is read off the article at hand."""

    def __init__(self, reading: AnyReading) -> None:
        self._reading = reading
        self._text = reading.text
        self._tokens = reading.tokens
        self._words = reading.words
        self._names = reading.names
        self._rules = reading.rules
        self._language = reading.language
        self._likely_language = reading.likely_language
        self._places = reading.places
        self._evidence = reading.evidence
