"""A verb takes the number of its subject where that is sure; sound English stays."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.edits import Applicability
from cleanup.passes.agreement.verbs import verb_edits
from cleanup.resources import Resources

RESOURCES = Resources()


def edits(text: str) -> list[tuple[str, str, Applicability]]:
    """The verbs that get another form, with that form and how sure it is."""
    found = verb_edits(Article(text, text), RESOURCES)
    return [(text[edit.start : edit.end], edit.replacements[0], edit.applicability) for edit in found]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Meanwhile the ships waits.", "waits", "wait"),
        ("People makes do with their old cars.", "makes", "make"),
        ("Each week he send two letters home.", "send", "sends"),
        ("After three days it begin to lose its colour.", "begin", "begins"),
        ("The baker Ana Varga, who grew up in the north, have offered help.", "have", "has"),
        ("Five of the towers was closed for a year.", "was", "were"),
        ("The estate be the best place for them.", "be", "is"),
        ("The partners negotiate with everyone and trusts no one.", "trusts", "trust"),
        ("There are a great example of this in the town.", "are", "is"),
        ("Here is some key facts about the storm.", "is", "are"),
        ("The lake, which lie at the end of the valley, is deep.", "lie", "lies"),
        ("I is sure that everybody know it.", "is", "am"),
    ],
)
def test_verbs_agree_with_their_subject(text: str, before: str, after: str) -> None:
    assert (before, after, Applicability.SAFE) in edits(text)


@pytest.mark.parametrize(
    "text",
    [
        "If the house were ours, we would stay, and it is vital that he sign.",
        "The police have left, the data are clear and the team are ready.",
        "The key are two plans.",
        "The council issues permits to builders who save water.",
        "The wounded are counted by nurses.",
        "The judge summons a witness, and her job was to teach and write.",
        "May he rest in peace. Should the mayor lose, the party will leave.",
        "He sold the houses, which was wrong.",
        "A number of people are here, and half of the bread is gone.",
    ],
)
def test_sound_verbs_stay(text: str) -> None:
    assert [edit for edit in edits(text) if edit[2] is Applicability.SAFE] == []
