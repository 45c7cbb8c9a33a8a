"""Lost full stops: where a sentence surely ended, and the capitals that stand inside one."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.edits import Applicability
from cleanup.passes.sentence_ends import SentenceEnds
from cleanup.resources import Resources

RESOURCES = Resources()


def repaired(text: str) -> str:
    """The text with the safe edits of the pass made."""
    article = Article(text, text)
    return article.apply([e for e in SentenceEnds(RESOURCES)(article) if e.applicability is Applicability.SAFE]).text


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        (
            "The ferry was late again on Monday The passengers waited in the rain.",
            "The ferry was late again on Monday. The passengers waited in the rain.",
        ),
        (
            "He has sold the old house She moved to the coast in spring.",
            "He has sold the old house. She moved to the coast in spring.",
        ),
        (
            "The mill burned in the night But nobody was hurt in the fire.",
            "The mill burned in the night. But nobody was hurt in the fire.",
        ),
        (
            "The club is tired of the strike Peru has won the match without a goal.",
            "The club is tired of the strike. Peru has won the match without a goal.",
        ),
    ],
)
def test_a_lost_stop_comes_back(bad: str, good: str) -> None:
    assert repaired(bad) == good


@pytest.mark.parametrize(
    "text",
    [
        "He faces three counts of Class A offences that carry a fine.",
        "They left out of the final text of Law No 11 the only rule that mattered.",
        "They asked on Monday the mayor and Anna Berger who was there.",
        "It was the mayor of Rome and Anna Berger who was there.",
        "She has seen the film The old bridge that was shown in Rome last week.",
        "The house Peru has bought in Rome is empty and will be sold.",
        "Reading list\n\nThe bridge near the old harbour",
    ],
)
def test_what_goes_on_stays(text: str) -> None:
    assert repaired(text) == text


def test_the_last_sentence_of_a_paragraph_gets_its_stop() -> None:
    text = (
        "The bridge has been closed since Monday, and nobody knows for how long. Every morning the lorries wait for "
        "hours on the road to the harbour, and some of them turn back"
    )
    assert repaired(text) == f"{text}."
    assert repaired(f"{text}.") == f"{text}."
