"""What holds for every text: a second run changes nothing, and the changes alone make the text out of the original."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleanup.cleaner import Cleaner
from cleanup.edits import accept, overlaps
from cleanup.lexicon.tokens import word_set
from cleanup.pipeline import Result
from cleanup.resources import Resources

DAMAGED = (
    "The France she signed the treaty, and the authorities French thanked theministers.",
    "The minister will the law on Thursday present.",
    "She has lived there since five years; he drinks often coffee.",
    "It is a impact economic on the island, said him.",
    "They fled Mosca just when the Guard Coast stopped the boat .",
    "He is “ tired ” of of the more big house.",
    "Published on Monday 3 February 2025 at 18h20",
    "More of 300 thousands bees , 12,5 % of them",
    "Nobody knows when will the train leave.",
    "¿Where is it? – It exists a risk, In date 3 May.",
    "Survived two wars and a “flood.",
    "https://example.org/a_b?c=d and anna@example.org wrote 😀 e\u0301clair",
)
_PIECES = st.one_of(
    st.sampled_from([word for text in DAMAGED for word in text.split()]),
    st.sampled_from([*"“”«».,;:!?–(){}<>*_#", "\n\n", "\r\n", "\u00a0", "\u200b"]),
    st.text(max_size=4),
)
_BROKEN_OFF = st.sampled_from(
    sorted(
        word_set(
            "the a he she it they who which that because when while to in of with by than more most not but and so "
            "well is was has been will wanted said went asked gave took house mayors old French 12 1998 years "
            "first Rome Mosca Anna people water quickly his itself “ ” , . : ? ’s"
        )
    )
)
"""Small words and a few others: what a cut headline or caption ends in."""
_TEXTS = st.one_of(
    st.lists(st.sampled_from(DAMAGED), min_size=1, max_size=3).map("\n\n".join),
    st.lists(_PIECES, max_size=25).map(" ".join),
)
_LANGUAGES = st.sampled_from(["it", "es", "fr", "de", None])
CLEANER = Cleaner(Resources())
_few = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])


def hold(text: str, result: Result) -> None:
    """Asserts what reviewers rely on, of one article and what came of it."""
    ordered = sorted(result.changes, key=lambda change: (change.start, change.end))
    for change in ordered:
        assert text[change.start : change.end] == change.original
        assert change.original not in change.replacements
    for left, right in itertools.pairwise(ordered):
        assert left.end <= right.start
        assert not overlaps(left.start, left.end, right.start, right.end)
    assert accept(text, [change for change in ordered if change.applied]) == result.text
    assert accept(text, []) == text


@pytest.mark.parametrize("text", DAMAGED)
def test_damage_is_changed_and_then_left_alone(text: str) -> None:
    result = CLEANER.clean(text, source_language="it")
    hold(text, result)
    assert CLEANER.clean(result.text, source_language="it").text == result.text


@_few
@given(_TEXTS, _LANGUAGES, st.booleans())
def test_changes_make_the_text_out_of_the_original(text: str, language: str | None, unsafe: bool) -> None:
    hold(text, CLEANER.clean(text, source_language=language, unsafe=unsafe))


@_few
@given(_TEXTS, _LANGUAGES)
def test_cleaning_what_is_clean_changes_nothing(text: str, language: str | None) -> None:
    once = CLEANER.clean(text, source_language=language).text
    assert CLEANER.clean(once, source_language=language).text == once


@_few
@given(_TEXTS)
def test_the_same_text_gives_the_same_changes(text: str) -> None:
    assert CLEANER.clean(text).changes == CLEANER.clean(text).changes


@pytest.mark.parametrize(
    "text", ["“.\n“While", "“. The", "They sleep. “While the cook waits, the soup burns.”", "“", "“\n“."]
)
def test_quotation_marks_alone_break_nothing(text: str) -> None:
    assert CLEANER.clean(text, source_language="it").text.count("“") == text.count("“")


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_BROKEN_OFF, min_size=1, max_size=12).map(" ".join), _LANGUAGES)
def test_a_sentence_may_break_off_anywhere(text: str, language: str | None) -> None:
    hold(text, CLEANER.clean(text, source_language=language))
