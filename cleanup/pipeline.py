"""Runs the passes over an article until nothing safe is left to do, and gathers the changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from cleanup.article import Article
from cleanup.edits import Applicability, Change, Edit, minimise, overlaps, resolve

MOST_ROUNDS = 6


Judge = Callable[[Article, Sequence[Edit]], Sequence[Edit]]
"""May change applicability, confidence and order of replacements of what a pass proposes, and drop edits."""


class Pass(Protocol):
    """One class of defect. Pure: the same article gives the same edits."""

    @property
    def name(self) -> str:
        """Short name, which the edits carry as their `source`."""
        ...

    def __call__(self, article: Article) -> Iterable[Edit]:
        """Edits on the article's current text; they may overlap, the pipeline chooses."""
        ...


@dataclass(frozen=True, slots=True)
class Result:
    """The corrected article and its changes, in order of the original; suggestions are among them, not applied."""

    article: Article
    changes: tuple[Change, ...]

    @property
    def text(self) -> str:
        """The corrected text."""
        return self.article.text


def run(
    article: Article,
    early: Sequence[Pass],
    late: Sequence[Pass] = (),
    *,
    unsafe: bool = False,
    judge: Judge | None = None,
) -> Result:
    """Apply what the passes call safe (with `unsafe`, also the suggestions), to a fixed point, and report the rest.

    `early` passes run in order, again and again until none has a safe edit; only then do the `late` ones, which are
    dear (LanguageTool, the model), and whatever they apply is shown to the early ones again. So a second run over the
    corrected text finds nothing to apply. `judge` may change applicability and confidence of what a pass proposes.
    """
    steps = _Steps(Applicability.UNSAFE if unsafe else Applicability.SAFE, judge)
    suggestions: list[Edit] = []
    for _ in range(MOST_ROUNDS):
        article, suggestions = _settle(article, early, steps)
        before = article
        for each in late:
            article, doubtful = steps.step(article, each)
            if article.text != before.text:
                break
            suggestions += doubtful
        if article.text == before.text:
            break
    return Result(article, tuple(_changes(article, suggestions)))


def _settle(article: Article, passes: Sequence[Pass], steps: _Steps) -> tuple[Article, list[Edit]]:
    """The article when a whole round of passes has nothing left to apply, and that round's suggestions."""
    suggestions: list[Edit] = []
    for _ in range(MOST_ROUNDS):
        before = article.text
        suggestions = []
        for each in passes:
            article, doubtful = steps.step(article, each)
            suggestions += doubtful
        if article.text == before:
            break
    return article, suggestions


class _Steps:
    """The passes' steps in a run; a pass is not asked again about an article that it has left as it was."""

    def __init__(self, limit: Applicability, judge: Judge | None) -> None:
        self._limit = limit
        self._judge = judge
        self._left: dict[int, tuple[Article, list[Edit]]] = {}

    def step(self, article: Article, each: Pass) -> tuple[Article, list[Edit]]:
        """The article with what is certain applied, and what is not."""
        known = self._left.get(id(each))
        if known is not None and known[0] is article:
            return known
        proposed = [edit for edit in map(minimise, each(article)) if _changes_something(article, edit)]
        if self._judge is not None:
            proposed = list(self._judge(article, proposed))
        certain = resolve(e for e in proposed if e.replacements and e.applicability.rank <= self._limit.rank)
        doubtful = [edit for edit in proposed if edit.applicability.rank > self._limit.rank]
        if not certain:
            self._left[id(each)] = (article, doubtful)
        return article.apply(certain), doubtful


def _changes_something(article: Article, edit: Edit) -> bool:
    if edit.replacements and edit.replacements[0] == edit.original:
        return False
    return not article.is_protected(edit.start, edit.end)


def _changes(article: Article, suggestions: Sequence[Edit]) -> list[Change]:
    """The applied patches and the suggestions as changes of the original that never overlap."""
    applied = [
        Change(p.start, p.end, article.original[p.start : p.end], (p.text,), True, p.edits) for p in article.patches
    ]
    changes = applied
    for edit in resolve(_heard(suggestions)):
        changes = _add(article, changes, edit)
    return sorted(changes, key=lambda c: (c.start, c.end))


def _heard(suggestions: Sequence[Edit]) -> Iterator[Edit]:
    """The suggestions without hearsay about places for which a pass has a candidate."""
    known = [edit for edit in suggestions if edit.replacements and not edit.hearsay]
    for edit in suggestions:
        if not edit.hearsay or not any(overlaps(edit.start, edit.end, k.start, k.end) for k in known):
            yield edit


def _add(article: Article, changes: list[Change], edit: Edit) -> list[Change]:
    """The changes with a suggestion among them: by itself, or, where it meets an applied one, as its alternative."""
    start, end = article.to_original(edit.start, edit.end)
    met = [c for c in changes if overlaps(start, end, c.start, c.end) or (start, end) == (c.start, c.end)]
    if not met:
        original = article.original[start:end]
        return [*changes, Change(start, end, original, edit.replacements, False, (edit,))]
    if any(not change.applied for change in met):
        return changes  # a better suggestion stands there
    start, end = min(start, *(c.start for c in met)), max(end, *(c.end for c in met))
    if any(c not in met and overlaps(start, end, c.start, c.end) for c in changes):
        return changes
    original = article.original[start:end]
    now = _reads_now(article, start, end)
    texts = tuple(_with_edit(article, start, end, edit, text) for text in edit.replacements)
    edits = (*(e for c in met for e in c.edits), edit)
    merged = Change(start, end, original, (now, *(t for t in texts if t not in (now, original))), True, edits)
    return [*(c for c in changes if c not in met), merged]


def _current_span(article: Article, start: int, end: int) -> tuple[int, int]:
    """The span of the current text that stands for `start:end` of the original (borders never inside a patch)."""
    before = sum(len(p.text) - (p.end - p.start) for p in article.patches if p.end <= start and p.start < start)
    inside = sum(len(p.text) - (p.end - p.start) for p in article.patches if p.start >= start and p.end <= end)
    return start + before, end + before + inside


def _reads_now(article: Article, start: int, end: int) -> str:
    now_start, now_end = _current_span(article, start, end)
    return article.text[now_start:now_end]


def _with_edit(article: Article, start: int, end: int, edit: Edit, text: str) -> str:
    now_start, now_end = _current_span(article, start, end)
    return article.text[now_start : edit.start] + text + article.text[edit.end : now_end]
