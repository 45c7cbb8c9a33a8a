"""Edits, patches and changes: the properties that reviewers rely on."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from cleanup.article import Article, Span
from cleanup.edits import Applicability, Change, Edit, accept, minimise, overlaps, resolve
from cleanup.pipeline import Result, run
from cleanup.resources import Resources

_TEXTS = st.text(alphabet="ab ,é😀\n", min_size=0, max_size=40)


def edit(start: int, original: str, *replacements: str, **options: object) -> Edit:
    """An edit with the rest filled in."""
    values: dict[str, object] = {"applicability": Applicability.SAFE, "confidence": 0.9, "protect": False, **options}
    return Edit(
        start,
        start + len(original),
        original,
        replacements,
        "rule",
        "fused",
        values["applicability"],  # type: ignore[arg-type]
        values["confidence"],  # type: ignore[arg-type]
        "message",
        "test",
        values["protect"],  # type: ignore[arg-type]
    )


class Scripted:
    """A pass that replaces each of some strings, wherever it stands."""

    name = "scripted"

    def __init__(self, replacements: dict[str, str], applicability: Applicability = Applicability.SAFE) -> None:
        self._replacements = replacements
        self._applicability = applicability

    def __call__(self, article: Article) -> list[Edit]:
        found = []
        for old, new in self._replacements.items():
            at = article.text.find(old)
            while at >= 0:
                found.append(edit(at, old, new, applicability=self._applicability))
                at = article.text.find(old, at + len(old))
        return found


def clean(text: str, *passes: Scripted, unsafe: bool = False) -> Result:
    return run(Article(text, text), passes, unsafe=unsafe)


def test_minimise_keeps_whole_words() -> None:
    assert minimise(edit(5, "the Russia she became", "Russia became")).original == "the Russia she"
    assert minimise(edit(0, "Moscajust", "Mosca, just")).original == "Moscajust"
    shorter = minimise(edit(3, "level international they", "level international, they"))
    assert (shorter.start, shorter.original, shorter.replacements) == (22, "", (",",))


def test_minimise_keeps_what_one_replacement_needs() -> None:
    both = minimise(edit(0, "a b c", "a x c", "a b"))
    assert both.original == "b c"
    assert both.replacements == ("x c", "b")


def test_resolve_prefers_the_more_certain_edit() -> None:
    low, high = edit(0, "ab", "x", confidence=0.5), edit(1, "bc", "y", confidence=0.8)
    assert resolve([low, high]) == [high]
    doubtful = edit(0, "ab", "z", confidence=0.99, applicability=Applicability.UNSAFE)
    assert resolve([low, doubtful]) == [low]


def test_touching_edits_do_not_overlap_and_insertions_at_one_point_do() -> None:
    assert not overlaps(0, 2, 2, 4)
    assert overlaps(3, 3, 3, 3)
    assert not overlaps(2, 2, 2, 4)
    assert overlaps(3, 3, 2, 4)


def test_later_pass_sees_the_earlier_one_and_one_change_comes_out() -> None:
    text = "from Moscajust when"
    result = clean(text, Scripted({"Moscajust": "Mosca, just"}), Scripted({"Mosca": "Moscow"}))
    assert result.text == "from Moscow, just when"
    (change,) = result.changes
    assert (change.start, change.end, change.original, change.text) == (5, 14, "Moscajust", "Moscow, just")
    assert len(change.edits) == 2


def test_touching_edits_make_one_change() -> None:
    result = clean("x the Italie y", Scripted({"the ": ""}), Scripted({"Italie": "Italy"}))
    assert [(c.original, c.text) for c in result.changes] == [("the Italie", "Italy")]


def test_suggestion_on_an_applied_change_becomes_its_alternative() -> None:
    text = "from Moscajust when instead"
    first = Scripted({"Moscajust": "Mosca, just"})
    second = Scripted({"just when instead": "exactly when"}, Applicability.UNSAFE)
    result = clean(text, first, second)
    (change,) = result.changes
    assert result.text == "from Mosca, just when instead"
    assert change.applied
    assert change.original == "Moscajust when instead"
    assert change.replacements == ("Mosca, just when instead", "Mosca, exactly when")
    assert accept(text, [change]) == result.text


def test_protected_spans_do_not_change_and_move_with_the_text() -> None:
    text = "bb a bb a"
    article = Article(text, text, (), (Span(3, 4, "quotation"),))
    result = run(article, [Scripted({"bb": "ccc"}), Scripted({"a": "x"})])
    assert result.text == "ccc a ccc x"


def test_protect_keeps_later_passes_away() -> None:
    class Name:
        name = "name"

        def __call__(self, article: Article) -> list[Edit]:
            at = article.text.find("Nova Iorque")
            return [edit(at, "Nova Iorque", "New York", protect=True)] if at >= 0 else []

    result = run(Article("a Nova Iorque b", "a Nova Iorque b"), [Name(), Scripted({"York": "X"})])
    assert result.text == "a New York b"


_REPLACEMENTS = st.dictionaries(
    st.text(alphabet="ab ,é😀", min_size=1, max_size=3), st.text(alphabet="xyz,", max_size=3), max_size=3
)


@given(
    _TEXTS, _REPLACEMENTS, st.dictionaries(st.text(alphabet="xyab", min_size=1, max_size=2), st.just("Q"), max_size=2)
)
def test_any_subset_of_changes_can_be_rejected(text: str, first: dict[str, str], second: dict[str, str]) -> None:
    result = clean(text, Scripted(first), Scripted(second))
    assert accept(text, []) == text
    assert accept(text, [c for c in result.changes if c.applied]) == result.text
    for left_out in result.changes:
        kept = [c for c in result.changes if c is not left_out and c.applied]
        rejected = accept(text, kept)
        assert left_out.original in rejected


@given(_TEXTS, _REPLACEMENTS, _REPLACEMENTS)
def test_changes_never_overlap_and_fit_the_original(text: str, safe: dict[str, str], doubtful: dict[str, str]) -> None:
    result = clean(text, Scripted(safe), Scripted(doubtful, Applicability.UNSAFE))
    ordered = sorted(result.changes, key=lambda c: (c.start, c.end))
    for change in ordered:
        assert text[change.start : change.end] == change.original
        assert change.text != change.original
    for left, right in itertools.pairwise(ordered):
        assert left.end <= right.start
        assert not overlaps(left.start, left.end, right.start, right.end)
    everything: list[Change] = list(result.changes)
    assert isinstance(accept(text, everything), str)


@given(
    _TEXTS,
    st.dictionaries(st.sampled_from(["ab", "ba", "a ", "é", "😀"]), st.sampled_from(["x", "y y", ""]), max_size=3),
)
def test_running_twice_changes_nothing(text: str, replacements: dict[str, str]) -> None:
    once = clean(text, Scripted(replacements)).text
    assert clean(once, Scripted(replacements)).text == once


@given(_TEXTS, _REPLACEMENTS, st.integers(0, 40), st.integers(0, 6))
def test_protected_text_survives_any_pass(text: str, replacements: dict[str, str], start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    spans = (Span(start, end, "code"),) if end > start else ()
    result = run(Article(text, text, (), spans), [Scripted(replacements)])
    for span in result.article.protected:
        assert result.text[span.start : span.end] == text[start:end]


def test_a_replacement_has_the_apostrophe_of_its_text(resources: Resources) -> None:
    rule = resources.rules["exonym-name"]
    for text, expected in (("Mosca isn't far", "Moscow's"), ("Mosca isn’t far", "Moscow’s"), ("Mosca", "Moscow’s")):
        assert rule.edit(text, 0, 5, ["Moscow’s"]).replacements == (expected,)
