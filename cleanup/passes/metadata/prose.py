"""What of a page part is prose of the article that it ran into: that is never deleted with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cleanup.article import Article, Span
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.word_classes import word_class
from cleanup.pattern import kept_pattern
from cleanup.syntax.clauses import is_finite
from cleanup.syntax.parser import tag_sentence

_OPENERS: Final = (
    "The|An?|In|On|At|It|He|She|They|We|You|I|But|And|Or|So|This|That|These|Those|There|One|Two|Three|For|From|With|To|By|As"
    "|After|Before|Since|When|While|If|Although|Because|Until|Under|Among|Between|According|Now|Then|Not|No|Nobody|Many"
    "|Most|Some|Several|His|Her|Its|Their|Our|My"
)
_SENTENCE_INSIDE: Final = rf"(?<=[^\s.!?:;,…–—-])\s+(?=(?:{_OPENERS})\s)"
_ENDS: Final = (".", "!", "?", "…")
_CLOSING: Final = '”"’»)'
QUESTION_WORDS: Final = 8
"""A longer question behind a link is the article's own."""
_PAGE_WORDS: Final = word_class("page_words")


def without_prose(article: Article, edit: Edit) -> Edit | None:
    """The deletion without the prose that it would take along, which makes it no more than likely.

    None where nothing is left, or where prose stands in the middle.
    """
    span = Span(edit.start, edit.end, "page")
    prose = list(prose_in(article, span))
    if not prose:
        return edit
    start, end = span.start, span.end
    while prose and not article.text[start : prose[0].start].strip():
        start = prose.pop(0).end
    while prose and not article.text[prose[-1].end : end].strip():
        end = prose.pop().start
    if prose or start >= end:
        return None
    text = article.text[start:end]
    start, end = start + len(text) - len(text.lstrip()), end - (len(text) - len(text.rstrip()))
    while end == span.end and start > 0 and article.text[start - 1] == " ":
        start -= 1
    while end < span.end and article.text[end] == " ":
        end += 1
    original = article.text[start:end]
    return replace(edit, start=start, end=end, original=original, applicability=Applicability.UNSAFE, confidence=0.6)


def prose_in(article: Article, span: Span) -> Iterator[Span]:
    """The sentences with a verb and an end mark in which nothing speaks of the page, cut where one ran into another.

    A short question is mostly part of a title.
    """
    for sentence in article.sentences:
        start, end = max(sentence.start, span.start), min(sentence.end, span.end)
        if start >= end:
            continue
        begins = where_prose_begins(article, Span(start, end, "page"))
        if begins is not None:
            start = begins + len(article.text[begins:end]) - len(article.text[begins:end].lstrip())
        text = article.text[start:end]
        asks = text.endswith("?") and len(text.split()) <= QUESTION_WORDS
        if text.rstrip(_CLOSING).endswith(_ENDS) and not asks and tells(text):
            yield Span(start, end, "sentence")


def tells(text: str) -> bool:
    """Whether a sentence has a verb, and no word of the page."""
    words = tag_sentence(text)
    finite = any(is_finite(words, at) for at in range(len(words)))
    return finite and _PAGE_WORDS.isdisjoint(word.lower for word in words)


def where_prose_begins(article: Article, span: Span) -> int | None:
    """Where prose begins that a page part without an end mark ran into: `our channel The mayor …`."""
    found = kept_pattern(_SENTENCE_INSIDE).search(article.text, span.start, span.end)
    if found is None:
        return None
    words = tag_sentence(article.text[found.end() : span.end])
    return found.start() if any(is_finite(words, at) for at in range(1, len(words))) else None
