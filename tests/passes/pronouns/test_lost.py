"""Sentences that lost their subject: who or what it is, and the good sentences that open with a participle."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.edits import Applicability
from cleanup.passes.pronouns import Pronouns
from cleanup.resources import Resources

RESOURCES = Resources()

PERSON = "Maria Rossi mends old clocks in her shop."
FIRM = "The company closed its mill in May."


def _found(text: str) -> list[tuple[tuple[str, ...], Applicability]]:
    edits = Pronouns(RESOURCES)(Article(text, text))
    return [(edit.replacements, edit.applicability) for edit in edits if edit.rule == "lost-subject"]


@pytest.mark.parametrize(
    ("before", "lost", "mended"),
    [
        (PERSON, "Added that the grant had been promised.", "She added"),
        (PERSON, "Restored the oldest one last spring.", "She restored"),
        (PERSON, "Already said this at breakfast.", "She already"),
        (PERSON, "Said so in front of the cameras.", "She said"),
        (PERSON, "Refused to leave the shop to her son.", "She refused"),
        (PERSON, "Suggested selling the tools abroad.", "She suggested"),
        (PERSON, "Lost her shop in the flood.", "She lost"),
        (PERSON, "Has two children and lives by the port.", "She has"),
        (PERSON, "Was born in a village near the lake.", "She was"),
        (PERSON, "Took the train to the coast at noon.", "She took"),
        (PERSON, "Never lost a match at home.", "She never"),
        ("“We close,” says Karl Weber.", "Added that the tools will be sold.", "He added"),
        ("He mends old clocks in the yard.", "Explained how the spring works.", "He explained"),
        (FIRM, "Has already lost two customers.", "It has"),
        (FIRM, "Did not answer our questions.", "It did"),
        (FIRM, "Announced a new plant on Monday.", "It announced"),
        ("The farmers blocked the road for a week.", "Decided to stay until Monday.", "They decided"),
    ],
)
def test_the_subject_is_put_back(before: str, lost: str, mended: str) -> None:
    assert _found(f"{before} {lost}") == [((mended,), Applicability.SAFE)]


@pytest.mark.parametrize(
    ("text", "likeliest"),
    [
        ("The president met the ambassador. Said so in front of the cameras.", "He said"),
        ("The mill belongs to Maria Rossi. Has already lost two floors.", "It has"),
        (f"{PERSON}\n\nAdded that the grant had been promised.", "She added"),
        ("“I cannot buy a bag,” she says. “Already said this at breakfast.”", "I have already said"),
        (f"{PERSON} Would not say when the shop will open.", "She would"),
        ("Maria Rossi met Karl Weber. Added that the grant had been promised.", "She added"),
    ],
)
def test_what_is_only_likely_is_suggested(text: str, likeliest: str) -> None:
    (found,) = _found(text)
    assert found[0][0] == likeliest
    assert found[1] is Applicability.UNSAFE


@pytest.mark.parametrize(
    "sentence",
    [
        "Named the best player of the year, he was given a watch.",
        "Named the best player of the year.",
        "Convinced that the plan was dead, she left.",
        "Asked whether she would stay, she shrugged.",
        "Told that the shop had burned, she wept.",
        "Expected to open in May, the shop is still shut.",
        "Also arrested on Monday was the driver of the car.",
        "Published the same year in Rome.",
        "Closed the whole of August.",
        "Paid a pittance by the firm, they left.",
        "Gone are the days of the steam train.",
        "Said the owner of the shop on Monday.",
        "Came from the kitchen a strong smell.",
        "Had a guard been there, she would have kept the shop.",
        "Would that she had stayed in the shop.",
        "Will power is what counts in the end.",
        "Taken the wrong way round, it hurts.",
        "Set the table for two at noon.",
        "Has she sold the shop by now?",
        "Given the choice between the two.",
    ],
)
def test_good_sentences_that_open_with_a_participle_stay(sentence: str) -> None:
    assert _found(f"{PERSON} {sentence}") == []
    assert _found(f"{FIRM} {sentence}") == []
