"""Pronouns behind subjects of several parts: repeated ones go, those of fronted phrases stay."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.edits import Applicability
from cleanup.passes.pronouns import Pronouns
from cleanup.resources import Resources

RESOURCES = Resources()


def repaired(text: str) -> str:
    """The text with the safe edits of the pass made."""
    article = Article(text, text)
    return article.apply([e for e in Pronouns(RESOURCES)(article) if e.applicability is Applicability.SAFE]).text


@pytest.mark.parametrize(
    ("bad", "pronoun"),
    [
        ("At the end the former governor Paul Keller, 63, he folded his coat and left.", "he "),
        ("Nina Keller, who would have sung the title role, she cancelled on Monday evening.", "she "),
        ("At 4:20 p.m. the judge, Nina Keller, she read the sentence.", "she "),
        ("The reference to the war, Keller insists, it is in the second act.", "it "),
        ("They said that the two tonnes of salt, the so-called white gold, they remain where they are.", "they "),
        ("The pass is closed and since the autumn of 2021 the old road of the valley it has been blocked.", "it "),
        ("The stream, which rises under the hill, meanwhile it will flow into the lake.", "it "),
        ("His eldest daughter, a nurse, she has since emigrated to the coast.", "she "),
        ("The trout they catch it is sold in Turin.", "it "),
        ("Not everything it was happiness.", "it "),
        ("Anyone who thinks that the port can be saved with one ship he has not read the accounts.", "he "),
        ("But whoever hopes that the mill will run without water next year he does not know the river.", "he "),
        ("Those who voted against the budget last week they have changed their minds.", "they "),
        ("The fishermen that they worry about the new harbour met the mayor on Friday.", "they "),
        ("A strike that since Monday it has paralysed the port is over.", "it "),
        ("The storm, which in the last hours of the night it reached the coast, left three people injured.", "it "),
        ("He spoke of the dozens of paintings that the monastery lost them in the fire.", "them "),
        ("The bell that the soldiers stole it in 1944 hangs in a museum.", "it "),
        ("The president of the republic, after a long silence, he has signed the decree.", "he "),
        ("They met Nina Keller, who that night she stood on the bridge.", "she "),
        ("The director, Paul Keller, who before moving to Rome he worked for ten years in Lyon, is glad.", "he "),
    ],
)
def test_repeated_pronoun_goes(bad: str, pronoun: str) -> None:
    assert repaired(bad) == bad.replace(f" {pronoun}", " ", 1)


@pytest.mark.parametrize(
    "text",
    [
        "The son of a miner, he studied law in Rome.",
        "The daughter of a pianist, Nina Keller, she studied music.",
        "In her latest film, The Tower, which opened in May, she plays a nurse.",
        "On 3 May, Constitution Day, which is a holiday, he works.",
        "According to the mayor, Nina Keller, who is ill, she left.",
        "Together with her husband, Paul Keller, who is ill, she travelled to Rome.",
        "Nina Keller, who says that when she was young, she was poor, won the prize.",
        "The book, which was published in 2010, he wrote in prison.",
        "The houses, which were cheap, they sold in May.",
        "His son, a driver, he sent to Rome.",
        "The money that came in he spent on drink.",
        "The man who wrote the book he loved was there.",
        "The man who knew he was dying left.",
        "Not the team it was last year.",
        "Whoever wins, he will need the votes of the farmers.",
        "Anyone who believes that the work he did was in vain should read this.",
        "He who says that he knows everything he sees is a liar.",
        "Those who say they have read the accounts are few.",
        "The people that they worry about most are the old.",
        "The canal that they depend on is dry.",
        "The report that the monastery lost them in the fire is false.",
        "The workers say that the firm cheated them.",
        "He made such a mess of the firm that the council sold it in 1990.",
        "They gave the boy proof that the soldiers stole it in 1944.",
        "The wall, two metres high, they built themselves.",
        "The morning, after a long night, he spent in bed.",
        "The mayor, who was ill, she said, will resign.",
    ],
)
def test_sound_pronoun_stays(text: str) -> None:
    assert repaired(text) == text


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        (
            "The chief of the guards, Nina Keller, after a night of talks she opened the gate.",
            "The chief of the guards, Nina Keller, after a night of talks opened the gate.",
        ),
        (
            "In Ghent, the dockers, on strike since Monday, they blocked the lock.",
            "In Ghent, the dockers, on strike since Monday, blocked the lock.",
        ),
        (
            "The abbot whom the monks they elected in May has resigned.",
            "The abbot whom the monks elected in May has resigned.",
        ),
        ("The quay on which the barge it stopped has no light.", "The quay on which the barge stopped has no light."),
        ("The miller says that the roof of the barn it leaks.", "The miller says that the roof of the barn leaks."),
        (
            "What worries the bakers most it is the price of flour.",
            "What worries the bakers most is the price of flour.",
        ),
    ],
)
def test_a_subject_is_said_once(bad: str, good: str) -> None:
    assert repaired(bad) == good


@pytest.mark.parametrize(
    "text",
    [
        "The rider Paul Keller, who fell on Thursday, he will",
        "Nobody of the family he wanted",
        "Crates that they leave",
        "The flute that she carved it in",
        "After the bishop he had left,",
    ],
)
def test_what_breaks_off_is_read(text: str) -> None:
    assert repaired(text)
