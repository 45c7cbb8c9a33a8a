"""The last judge of every edit: its rule's record and the model's opinion of the sentence become one confidence.

What the model would rather not see is only suggested; what a rule found likely and the model confirms is applied. The
model is a witness only for kinds of defects that show in the sentence: of names, numbers and foreign words it knows
nothing, so nothing of that kind is ever applied on its word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from cleanup.article import Article
from cleanup.confidence import MOST_DELTA, Calibration
from cleanup.edits import MODEL, Applicability, Edit

if TYPE_CHECKING:
    from cleanup.neural.tagger import Tagger

_HEARD = frozenset({"fused", "article", "pronoun", "order", "missing", "grammar"})
"""Categories of which the model's word is worth something."""
_AGREES = "The model agrees."
_DISAGREES = "The model would rather keep it."
_DOUBTED = 0.2  # the most confidence in hearsay that the model would much rather not see

Pair = tuple[str, str]


class Verifier:
    """A judge: the same edits with calibrated confidence, some with another applicability.

    `tagger` gives the model when it is first needed; without it the record alone counts.
    """

    def __init__(self, calibration: Calibration, tagger: Callable[[], Tagger] | None) -> None:
        self._calibration = calibration
        self._tagger = tagger

    def __call__(self, article: Article, edits: Sequence[Edit]) -> list[Edit]:
        """The edits judged, in their order."""
        if self._tagger is None:
            return [self._calibration.apply(edit) for edit in edits]
        pairs = [sentences(article, edit) if _is_heard(edit) else None for edit in edits]
        deltas = self._deltas([pair for pair in pairs if pair is not None])
        return [
            self._calibration.apply(edit) if pair is None else self._judged(edit, deltas[pair])
            for edit, pair in zip(edits, pairs, strict=True)
        ]

    def _judged(self, edit: Edit, delta: float) -> Edit:
        judged = self._calibration.apply(edit, delta)
        limits = self._calibration.limits
        if edit.applicability is Applicability.SAFE and judged.confidence < limits.demote:
            return replace(judged, applicability=Applicability.UNSAFE, message=f"{edit.message} {_DISAGREES}")
        if edit.hearsay:
            doubted = delta <= -MOST_DELTA
            return replace(judged, confidence=min(judged.confidence, _DOUBTED)) if doubted else judged
        if (
            edit.applicability is Applicability.UNSAFE
            and judged.confidence >= limits.promote
            and delta >= limits.witness
        ):
            return replace(judged, applicability=Applicability.SAFE, message=f"{edit.message} {_AGREES}")
        return judged

    def _deltas(self, pairs: Sequence[Pair]) -> dict[Pair, float]:
        asked = list(dict.fromkeys(pairs))
        if not asked or self._tagger is None:
            return {}
        values = self._tagger().delta([before for before, _ in asked], [after for _, after in asked])
        return dict(zip(asked, values, strict=True))


def _is_heard(edit: Edit) -> bool:
    return bool(edit.replacements) and edit.category in _HEARD and edit.source != MODEL


def sentences(article: Article, edit: Edit) -> Pair:
    """The text around an edit, from the start of its first sentence to the end of its last, before and after it."""
    start = min(article.sentence_at(edit.start).start, edit.start)
    end = max(article.sentence_at(edit.end).end, edit.end)
    before = article.text[start:end]
    return before, article.text[start : edit.start] + edit.replacements[0] + article.text[edit.end : end]
