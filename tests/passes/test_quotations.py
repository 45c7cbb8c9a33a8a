"""Quotation marks are mended in the article's own style, and left where nothing is certain."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.edits import Applicability
from cleanup.passes.quotations import Quotations
from cleanup.passes.quotations.marks import main_style
from cleanup.pipeline import Result, run
from cleanup.protect import protected_spans
from cleanup.resources import Resources

RESOURCES = Resources()
PASS = Quotations(RESOURCES)


def result(text: str) -> Result:
    return run(Article(text, text, (), protected_spans(text, RESOURCES.words)), [PASS])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("He calls it “a mistake“ and leaves.", "He calls it “a mistake” and leaves."),
        ("“We are tired“, says the nurse.", "“We are tired”, says the nurse."),
        ("“Good,” he says. «The rest comes later».", "“Good,” he says. “The rest comes later”."),
        ("“Good,” he says. „The rest comes later“.", "“Good,” he says. “The rest comes later”."),
        ("They want a “fair deal » and “peace”.", "They want a “fair deal” and “peace”."),
        ("It is a “ new start ” for Lyon.", "It is a “new start” for Lyon."),
        ("“Prices will fall”promises the minister.", "“Prices will fall,” promises the minister."),
        ("They call it “the wall”and cross it.", "They call it “the wall” and cross it."),
        ("They call it“the wall” and cross it.", "They call it “the wall” and cross it."),
        ("She laughs. “I have seen worse storms.", "She laughs. “I have seen worse storms.”"),
        (
            "“The pipes are old, admits Mayor Jan Novak. They leak every day.”",
            "“The pipes are old,” admits Mayor Jan Novak. “They leak every day.”",
        ),
        (
            "“The pipes are old, admits Jan Novak, and they leak.”",
            "“The pipes are old,” admits Jan Novak, “and they leak.”",
        ),
        (
            "“The pipes are old, admits Jan Novak, head of the works. They leak every day.”",
            "“The pipes are old,” admits Jan Novak, head of the works. “They leak every day.”",
        ),
        ("“The pipes are very old, admits Jan Novak.”", "“The pipes are very old,” admits Jan Novak."),
    ],
)
def test_damaged_marks_are_mended(before: str, after: str) -> None:
    assert result(before).text == after
    assert result(after).text == after


@pytest.mark.parametrize(
    "text",
    [
        "«We stay», says one. «We too», says another.",
        "« We stay », says one. « We too », says another.",
        "„We stay“, says one. „We too“, says another.",
        '"We stay," says one. "We too," says another.',
        '“We stay,” says one. "We too," says another.',
        "“I have seen worse storms.\n\n“But never here.”",
        "“He said ‘never again’ and left,” she recalls.",
        "He counted the “maybe”s.",
        'The 27" screen and the 6" pipe are new.',
        "“When Rome stops, we stop, and nobody says a word.”",
        "It’s the farmers’ market, ’tis true.",
        "He nicknamed her “Nina and left.",
    ],
)
def test_sound_or_doubtful_marks_stay(text: str) -> None:
    assert result(text).text == text


def test_dashes_around_a_reporting_clause_are_suggested() -> None:
    changes = result("“The sea is rising – warns Marta Silva, of the institute – and nobody listens.”").changes
    assert [change.text for change in changes] == [",”", ", “"]
    assert all(change.applicability is Applicability.UNSAFE for change in changes)


def test_an_open_quotation_ends_before_a_sentence_of_the_writer() -> None:
    kept, rest = "He smiles. “You fall and you stand up. We always do.", " Keita, 24, comes from Dakar."
    assert result(kept + rest).text == f"{kept}”{rest}"


def test_where_nothing_tells_who_speaks_the_end_is_only_suggested() -> None:
    (change,) = result("He shrugs. “The snow is late again. Keita, 24, comes from Dakar.").changes
    assert change.applicability is Applicability.UNSAFE


@pytest.mark.parametrize(
    ("text", "style"),
    [("“a” «b» “c”", "curly"), ('"a" "b" «c»', "straight"), ("«a» «b»", "guillemets"), ("„a“ „b“", "german")],
)
def test_the_style_of_the_article(text: str, style: str) -> None:
    assert main_style(text) == style
