"""The head of a page: which lines are a stamp, and where one ends that stands in front of the body."""

from __future__ import annotations

import pytest

from cleanup.passes.metadata.stamps import is_bare_date, is_dated, is_stamp_line, read_front

BODY = "The council met and approved the budget."


@pytest.mark.parametrize(
    "line",
    [
        "12.03.2024",
        "3 May 2024",
        "May 3, 2024",
        "3rd of May, 2024",
        "2024-05-03",
        "2024 May 3",
        "Fri, 3 May 2024",
        "Friday the 3 May 2024, Friday",
        " 1. 5. 2024 ",
    ],
)
def test_a_bare_date(line: str) -> None:
    assert is_bare_date(line)


@pytest.mark.parametrize(
    "line", ["3 May", "May 2024", "12.03.2024, 08:15", "On 3 May 2024", "1.5.2024%", "3 May 20245"]
)
def test_no_bare_date(line: str) -> None:
    assert not is_bare_date(line)


@pytest.mark.parametrize(
    "text", ["3 May: rain.", "07:45 The gate opens.", "Mon, 3 May 2024. Snow.", "7 p.m. Doors open."]
)
def test_a_chronicle_begins_with_a_date_or_a_time(text: str) -> None:
    assert is_dated(text, 0, len(text))


def test_prose_is_not_dated() -> None:
    text = "In 2024 it rained at 07:45."
    assert not is_dated(text, 0, len(text))


@pytest.mark.parametrize(
    "line",
    [
        "Oslo, 12.03.2024, 08:15",
        "Updated on 3 May",
        "Last modified: 12.03.2024",
        "Economy | 12.03.2024",
        "12.03.2024 by Ida Krog",
        "3 May 2024, AFP",
        "Reading time: 4 min.",
        "5 min read",
        "2 hours ago",
        "Author: Ida Krog and Jan Moe",
    ],
)
def test_a_line_that_is_a_stamp(line: str) -> None:
    assert is_stamp_line(line)


@pytest.mark.parametrize(
    "line",
    ["Economy", "By Ida Krog", "Updated", "Anna", "Oslo", "Share the bread", "Economy of scale", "The 12.03.2024 vote"],
)
def test_a_line_that_may_be_prose(line: str) -> None:
    assert not is_stamp_line(line)


@pytest.mark.parametrize(
    ("stamp", "sure"),
    [
        ("12.03.2024, 08:15 ", True),
        ("Economy | 3 May 2024 | ", True),
        ("Last updated: 3 May 2024 at 18h20 ", True),
        ("3 hours ago | ", True),
        ("4 min read ", True),
        ("By Ida Krog 12.03.2024 – ", True),
        ("12.03.2024 by Ida Krog ", True),
    ],
)
def test_a_stamp_in_front_of_the_body(stamp: str, sure: bool) -> None:
    text = stamp + BODY
    assert read_front(text, 0, len(text)) == (len(stamp), sure)


def test_a_name_before_a_word_that_may_be_part_of_it_is_not_sure() -> None:
    stamp = "12.03.2024 by Ida Krog "
    text = f"{stamp}Nobel winners met in Oslo."
    assert read_front(text, 0, len(text)) == (len(stamp), False)


@pytest.mark.parametrize(
    "text",
    [
        "Released on 1 June 1967, The Album sold well.",
        "Yesterday at 5pm Anna left.",
        "Today, at 18:30, The Owls play.",
        "3 May 2024 Anna left.",
        "By Friday The Owls had lost.",
        "Economy of scale is a term.",
        "12.03.2024 was a Tuesday.",
    ],
)
def test_an_adverbial_in_front_of_a_sentence_is_none(text: str) -> None:
    assert read_front(text, 0, len(text)) is None
