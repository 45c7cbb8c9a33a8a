"""Page parts inside a paragraph: which stretches are looked at, and what goes with one that is taken out."""

from __future__ import annotations

import pytest

from cleanup.article import Article, Span
from cleanup.passes.metadata.sentences import links_in, parts_of, says_that_it_continues, with_gap


def parts(text: str) -> list[tuple[str, bool, bool]]:
    article = Article(text, text)
    (paragraph,) = article.paragraphs
    return [
        (text[part.span.start : part.span.end], part.at_border, part.bare_tail)
        for part in parts_of(article, paragraph, article.sentences)
    ]


def links(text: str) -> list[tuple[str, bool]]:
    article = Article(text, text)
    return [(text[span.start : span.end], sure) for span, sure in links_in(article, article.sentences)]


def test_every_sentence_is_a_part_and_the_outer_ones_stand_at_the_border() -> None:
    assert parts("It rained. We slept. It cleared.") == [
        ("It rained.", True, False),
        ("We slept.", False, False),
        ("It cleared.", True, False),
    ]


def test_a_question_is_taken_with_the_sentence_behind_it() -> None:
    assert ("Any news? Write to us.", True, False) in parts("It rained. Any news? Write to us.")
    assert ("Any news? Write to us.", False, False) in parts("It rained. Any news? Write to us. It cleared.")


def test_a_tail_without_an_end_mark_is_a_part() -> None:
    assert parts("It rained all day.  (dpa")[0] == ("(dpa", True, True)
    assert not any(bare for _, _, bare in parts("It rained all day. It cleared."))


def test_a_sentence_alone_is_the_paragraph_itself() -> None:
    assert parts("It rained.") == []


@pytest.mark.parametrize(
    "link",
    [
        "Read also: Ten days of rain.",
        "READ MORE | Ten days of rain.",
        "You may also like: Ten days of rain.",
        "See also → Ten days of rain.",
        "Related articles: Ten days of rain.",
        "Lire aussi : Ten days of rain.",
        "Leggi anche: «Ten days of rain».",
        "More on this topic - Ten days of rain.",
    ],
)
def test_a_link_to_another_article(link: str) -> None:
    assert links(f"It rained. {link} It cleared.") in ([(link, True)], [(link, False)])


def test_a_short_question_behind_a_link_may_be_its_title() -> None:
    text = "It rained. Read also: The flood. Who pays? It cleared."
    assert links(text) == [("Read also: The flood. Who pays?", False)]
    longer = "Who will pay for all the roofs that the storm has taken?"
    assert links(f"It rained. Read also: The flood. {longer}") == [("Read also: The flood.", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Read also: Ten days of rain.",
        "It rained. Read also the other letter. It cleared.",
        "It rained. See also page 4. It cleared.",
        "It rained. Read more: that was his advice. It cleared.",
        f"It rained. Read also: {'Rain ' * 50}. It cleared.",
    ],
)
def test_no_link(text: str) -> None:
    assert links(text) == []


@pytest.mark.parametrize("text", ["The article continues below", "This story continues after the advertisement."])
def test_says_that_it_continues(text: str) -> None:
    assert says_that_it_continues(text)
    assert not says_that_it_continues(f"He says: {text}")


@pytest.mark.parametrize(
    ("taken", "left"),
    [("One.", "Two.  Three."), ("Two.", "One. Three."), ("Three.", "One. Two.")],
)
def test_the_gap_goes_with_what_is_taken_out(taken: str, left: str) -> None:
    text = "One. Two.  Three."
    start = text.index(taken)
    start, end = with_gap(text, Span(0, len(text), "paragraph"), Span(start, start + len(taken), "sentence"))
    assert text[:start] + text[end:] == left
