"""Damaged quotation marks: wrong ones, lost ones, spaces inside, and reporting clauses that fell into the quotation.

The article's own style of marks stays: only marks that do not fit it, or their place, are touched. `marks`
reads the marks of a paragraph, `speech` knows the verbs that report; `pairs`,
`reports`, `lost` and `dialogue` make the edits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article, Span
from cleanup.edits import Edit
from cleanup.passes.quotations.dialogue import Dialogue
from cleanup.passes.quotations.lost import LostMarks
from cleanup.passes.quotations.marks import Mark, alternate, main_style, read_marks
from cleanup.passes.quotations.pairs import Pairs
from cleanup.passes.quotations.reports import Reports
from cleanup.passes.quotations.speech import Speech
from cleanup.resources import Resources


class Quotations:
    """Edits of quotation marks, paragraph by paragraph."""

    name = "quotations"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Mends marks safely where the paragraph leaves no doubt; the rest are suggestions."""
        yield from _Paragraphs(article, self._resources).edits()


class _Paragraphs:
    """The paragraphs of one article, each with its marks."""

    def __init__(self, article: Article, resources: Resources) -> None:
        self._article = article
        style, rules, speech = main_style(article.text), resources.rules, Speech(resources.words)
        self._pairs = Pairs(article, style, rules, speech)
        self._reports = Reports(article, style, rules, speech)
        self._lost = LostMarks(article, style, rules, speech)
        self._dialogue = Dialogue(article, style, rules, speech)

    def edits(self) -> Iterator[Edit]:
        """Those of all paragraphs."""
        paragraphs = self._article.paragraphs
        for paragraph, following in zip(paragraphs, [*paragraphs[1:], None], strict=False):
            marks = read_marks(self._article.text, paragraph)
            yield from self._lost.in_brackets(marks)
            if not marks:
                yield from self._dialogue.edits(paragraph)
            elif alternate(marks):
                yield from self._quotations(paragraph, following, marks)
            else:
                yield from self._lost.inside(paragraph, marks)
                yield from self._pairs.foreign_marks(marks)

    def _quotations(self, paragraph: Span, following: Span | None, marks: Sequence[Mark]) -> Iterator[Edit]:
        """Those of marks that take turns; the last one may have lost its partner."""
        for opening, closing in zip(marks[::2], marks[1::2], strict=False):
            if not self._article.is_protected(opening.at, closing.at + 1):
                yield from self._pairs.edits(opening, closing)
                yield from self._reports.edits(opening.at + 1, closing.at)
        if len(marks) % 2:
            yield from self._lost.at_the_end(paragraph, following, marks[-1])
