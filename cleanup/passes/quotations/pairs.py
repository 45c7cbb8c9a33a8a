"""Marks that have their partner: those of another style, and spaces inside and beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.passes.quotations.marks import ENGLISH, SPACES, STYLES, Mark
from cleanup.passes.quotations.speech import Speech
from cleanup.rulepack import RuleBook

_FOREIGN: Final = frozenset("„«»")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")


class Pairs:
    """Edits of the marks themselves in one article."""

    def __init__(self, article: Article, style: str, rules: RuleBook, speech: Speech) -> None:
        self._article = article
        self._text = article.text
        self._style = style
        self._rules = rules
        self._speech = speech

    def edits(self, opening: Mark, closing: Mark) -> Iterator[Edit]:
        """Those of a pair."""
        yield from self._wrong_marks(opening, closing)
        yield from self._spaces_inside(opening, closing)
        yield from self._spaces_beside(opening, closing)

    def foreign_marks(self, marks: Sequence[Mark]) -> Iterator[Edit]:
        """Marks of another language in English quotations, where another mark is lost and none has a partner."""
        if self._style not in ENGLISH:
            return
        for mark in marks:
            if mark.text in _FOREIGN and mark.is_certain and not self._article.is_protected(mark.at, mark.at + 1):
                yield self._edit("quotation-mark", mark.at, mark.at + 1, STYLES[self._style][mark.role == "close"])

    def _wrong_marks(self, opening: Mark, closing: Mark) -> Iterator[Edit]:
        if self._style in ENGLISH and opening.text + closing.text in (STYLES[each] for each in ENGLISH):
            return  # straight beside typographic marks is a matter of taste
        for mark, right in zip((opening, closing), STYLES[self._style], strict=True):
            if mark.text != right:
                yield self._edit("quotation-mark", mark.at, mark.at + 1, right)

    def _spaces_inside(self, opening: Mark, closing: Mark) -> Iterator[Edit]:
        first, last = self._text[opening.at + 1] in SPACES, self._text[closing.at - 1] in SPACES
        if self._style == "guillemets" and first and last:
            return  # as French sets them
        if first:
            yield self._edit("space-inside-quotation", opening.at + 1, opening.at + 2, "")
        if last and closing.at - 1 > opening.at + 1:
            yield self._edit("space-inside-quotation", closing.at - 1, closing.at, "")

    def _spaces_beside(self, opening: Mark, closing: Mark) -> Iterator[Edit]:
        before = self._text[opening.at - 1 : opening.at]
        if before.isalnum() or before in (",", ":", ";"):
            yield self._edit("space-beside-quotation", opening.at, opening.at, " ")
        word = _WORD.match(self._text, closing.at + 1)
        if word and self._text[closing.at + 1 : closing.at + 4] not in ("s ", "ed "):
            right = STYLES[self._style][1]
            lost_comma = self._text[closing.at - 1].isalnum() and self._speech.reports(word.group())
            fixes = [f",{right} ", f"{right}, "] if lost_comma else [f"{right} "]
            yield self._edit("space-beside-quotation", closing.at, closing.at + 1, *fixes)

    def _edit(self, rule: str, start: int, end: int, *replacements: str) -> Edit:
        return self._rules[rule].edit(self._text, start, end, replacements)
