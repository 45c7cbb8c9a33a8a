"""Finds the spans that no pass may touch: addresses, handles, code, markup, quotations in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleanup.article import Span, tokenise
from cleanup.lexicon.languages import WITH_WORDS
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import Words

_TAIL = r"(?:/[^\s<>“”\"]*[^\s<>“”\".,;:!?)»’])?"
_SUFFIXES = "csv|json|pdf|txt|xlsx?|docx?|jpe?g|png|html?|xml|zip|mp[34]"
_DOMAINS = r"com|org|net|info|eu|it|es|fr|de|pt|br|co\.uk|gov|edu|int|example"
_PLAIN = (
    ("url", re.compile(r"(?:https?://|ftp://|www\.)[^\s<>“”\"]*[^\s<>“”\".,;:!?)»’]")),
    ("email", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("handle", re.compile(r"(?<![\w@])[@#]\w+")),
    ("code", re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)),
    ("markup", re.compile(r"</?[A-Za-z][^<>\n]*>|<!--.*?-->", re.DOTALL)),
    ("file", re.compile(r"(?<![\w/])(?:[\w~.-]*/)*\w[\w-]*_[\w-]*(?:\.\w{1,5})?(?!\w)")),
    ("file", re.compile(rf"(?<![\w.])\w[\w-]*\.(?:{_SUFFIXES})(?!\w)")),
    ("domain", re.compile(rf"(?<![\w@.])(?:[a-z0-9-]+\.)+(?:{_DOMAINS}){_TAIL}(?![\w.]\w)")),
)
_QUOTATION = re.compile(
    r"“[^“”\n]{2,400}”|«[^«»\n]{2,400}»|„[^„“”\n]{2,400}[“”]|\"[^\"\n]{2,400}\"|‘[^‘’\n]{3,200}’(?!\w)"
)
_LOANS: dict[str, list[str]] = {}
for _loan in word_class("loan_phrases"):
    _LOANS.setdefault(re.split(r"[_-]", _loan)[0], []).append(_loan.replace("_", " "))
"""Phrases that English has from other languages, by their first word."""
_FIRST_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?=[ -])")
_COMMON = 4.0  # Zipf: a word that everyone who reads the language knows


def protected_spans(text: str, words: Words) -> tuple[Span, ...]:
    """The protected spans of a text as it arrived, sorted, overlapping ones joined; offsets in code points."""
    spans = [Span(m.start(), m.end(), kind) for kind, pattern in _PLAIN for m in pattern.finditer(text)]
    spans += [Span(m.start(), m.end(), "quotation") for m in _QUOTATION.finditer(text) if is_foreign(m.group(), words)]
    spans += _loans(text)
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = joined[-1]._replace(end=max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return tuple(joined)


def _loans(text: str) -> Iterator[Span]:
    """The phrases that English has from other languages: a tour de force, a coup d’état."""
    plain = text.replace("İ", "I").replace("’", "'").lower()  # the one letter whose small form is longer
    for first in _FIRST_WORD.finditer(plain):
        for loan in _LOANS.get(first.group(), ()):
            end = first.start() + len(loan)
            if plain.startswith(loan, first.start()) and not plain[end : end + 1].isalnum():
                yield Span(first.start(), end, "loan")


def is_foreign(text: str, words: Words) -> bool:
    """Whether a text of several words is written in another language of ours.

    One language must know clearly more of its words in lower case than English does, and at least two; names are not
    asked.
    """
    asked = [
        token.text for token in tokenise(text) if token.is_word and not token.is_capitalised and len(token.text) > 1
    ]
    asked += [
        token.text for token in tokenise(text)[:2] if token.is_word and token.is_capitalised and len(token.text) > 1
    ]
    if len(asked) < 2:
        return False
    english = sum(words.is_word(word.lower()) and words.zipf(word) >= 3.0 for word in asked)
    best = max(sum(words.foreign_zipf(word, language) >= _COMMON for word in asked) for language in WITH_WORDS)
    known = max(sum(words.foreign_zipf(word, language) > 0 for word in asked) for language in WITH_WORDS)
    return english <= 0.5 * len(asked) and best >= 1 and known >= max(2, english + 1)
