from itertools import pairwise

import regex
from hypothesis import given
from hypothesis import strategies as st

from cleanup.neural.chunks import chunks
from cleanup.neural.units import ALL_CAPITALS, CAPITALISED, LOWER, MIXED, case_shape, cut, type_id
from cleanup.neural.windows import windows


def test_a_capital_inside_a_word_begins_a_unit() -> None:
    assert [(unit.text, unit.space_before) for unit in cut("like theCentral Asia")] == [
        ("like", True),
        ("the", True),
        ("Central", False),
        ("Asia", True),
    ]


def test_lower_case_fusions_and_capitals_before_small_letters_stay_one_unit() -> None:
    assert [unit.text for unit in cut("Moscajust BMWhave BR-163the")] == [
        "Moscajust",
        "BMWhave",
        "BR",
        "-",
        "163",
        "the",
    ]


@given(st.text(max_size=200))
def test_units_cover_everything_but_white_space(text: str) -> None:
    units = cut(text)
    assert all(text[unit.start : unit.end] == unit.text for unit in units)
    assert "".join(unit.text for unit in units) == regex.sub(r"\s", "", text)


def test_case_shapes() -> None:
    words = ["russia", "Russia", "USSR", "BMWhave", "12", "–", "A"]
    assert [case_shape(word) for word in words] == [LOWER, CAPITALISED, ALL_CAPITALS, MIXED, LOWER, LOWER, CAPITALISED]
    assert {type_id(word, space) for word in words for space in (False, True)} == set(range(8))


@given(st.lists(st.integers(1, 20), min_size=1, max_size=120), st.integers(24, 60))
def test_windows_answer_for_every_unit_once_and_never_grow_too_long(sizes: list[int], longest: int) -> None:
    found = windows(sizes, longest)
    answered = [unit for window in found for unit in range(window.first, window.last)]
    assert answered == list(range(len(sizes)))
    for window in found:
        assert window.start <= window.first <= window.last <= window.end
        assert sum(sizes[window.start : window.end]) <= longest or window.end - window.start == 1


def test_chunks_join_short_sentences_and_keep_lines_apart() -> None:
    text = "One came. Two went.\n\n  Three stayed, as U.S. troops do. Four left.\r\n"
    assert [text[start:end] for start, end in chunks(text)] == [
        "One came. Two went.",
        "Three stayed, as U.S. troops do. Four left.",
    ]
    assert [text[start:end] for start, end in chunks(text, longest=12)][:2] == ["One came.", "Two went."]


@given(st.text(alphabet="aB .!?\n\r “”", max_size=120))
def test_chunks_leave_out_white_space_alone(text: str) -> None:
    spans = chunks(text, longest=20)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
