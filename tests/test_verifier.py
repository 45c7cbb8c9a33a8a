"""The verifier: what the model and a rule agree on is applied, what the model would rather keep is suggested."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import pytest

from cleanup.article import Article
from cleanup.confidence import Calibration, Limits, Weights
from cleanup.edits import Applicability, Edit
from cleanup.neural.tagger import Tagger
from cleanup.verifier import Verifier, sentences

TEXT = "All was quiet. They talk about about it. Nobody came."
SAFE, UNSAFE, DISPLAY = Applicability
EVEN = Weights(offset=0.0, record=1.0, better=1.0, worse=1.0)
CALIBRATION = Calibration(
    with_model={"safe": EVEN, "unsafe": EVEN},
    without_model={},
    limits=Limits(demote=0.6, promote=0.8, witness=1.5),
)


class Opinion:
    """Stands for the tagger: thinks the same of every edit, and remembers what it was asked."""

    def __init__(self, delta: float) -> None:
        self.delta_of_all = delta
        self.asked: list[tuple[str, str]] = []

    def delta(self, before: Sequence[str], after: Sequence[str]) -> list[float]:
        self.asked += zip(before, after, strict=True)
        return [self.delta_of_all] * len(before)


def doubled(applicability: Applicability, category: str = "grammar", source: str = "agreement") -> Edit:
    start = TEXT.index(" about it")
    return Edit(start, start + 6, " about", ("",), "doubled", category, applicability, 0.8, "Twice.", source)


def judged(edit: Edit, opinion: Opinion | None) -> Edit:
    tagger = None if opinion is None else lambda: cast(Tagger, opinion)
    (after,) = Verifier(CALIBRATION, tagger)(Article(TEXT, TEXT), [edit])
    return after


@pytest.mark.parametrize(
    ("applicability", "delta", "becomes", "message"),
    [
        (UNSAFE, 2.0, SAFE, "Twice. The model agrees."),
        (UNSAFE, 1.0, UNSAFE, "Twice."),
        (UNSAFE, -2.0, UNSAFE, "Twice."),
        (SAFE, 0.0, SAFE, "Twice."),
        (SAFE, -2.0, UNSAFE, "Twice. The model would rather keep it."),
        (DISPLAY, 9.0, DISPLAY, "Twice."),
    ],
)
def test_what_the_model_changes(
    applicability: Applicability, delta: float, becomes: Applicability, message: str
) -> None:
    after = judged(doubled(applicability), Opinion(delta))
    assert (after.applicability, after.message) == (becomes, message)
    assert (after.record, after.delta) == (0.8, delta)


@pytest.mark.parametrize(
    "edit", [doubled(UNSAFE, category="exonym"), doubled(UNSAFE, source="model")], ids=["a name", "its own proposal"]
)
def test_of_what_the_model_is_no_witness(edit: Edit) -> None:
    opinion = Opinion(4.0)
    after = judged(edit, opinion)
    assert (after.applicability, after.delta, opinion.asked) == (UNSAFE, None, [])


def test_without_a_model_the_record_alone_counts() -> None:
    after = judged(doubled(UNSAFE), None)
    assert (after.applicability, after.confidence, after.delta) == (UNSAFE, 0.8, None)


def test_the_model_reads_the_sentence_and_is_asked_once() -> None:
    opinion = Opinion(0.0)
    verifier = Verifier(CALIBRATION, lambda: cast(Tagger, opinion))
    verifier(Article(TEXT, TEXT), [doubled(SAFE), doubled(UNSAFE)])
    assert opinion.asked == [("They talk about about it.", "They talk about it.")]


def test_an_edit_across_sentences_is_read_with_both() -> None:
    at = TEXT.index(" They")
    edit = Edit(at, at + 1, " ", ("\n",), "break", "spacing", SAFE, 0.9, "", "spacing")
    assert sentences(Article(TEXT, TEXT), edit) == (
        "All was quiet. They talk about about it.",
        "All was quiet.\nThey talk about about it.",
    )
