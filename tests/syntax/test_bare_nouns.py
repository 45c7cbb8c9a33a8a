"""Where a singular noun lacks its article, and where it stands bare in good English."""

import pytest

from cleanup.lexicon.words import words
from cleanup.syntax.bare_nouns import without_article
from cleanup.syntax.parser import tag_sentence


def phrase(sentence: str) -> str | None:
    """The phrase without its article that begins at the mark, as it stands."""
    at = sentence.index("|")
    parsed = tag_sentence(sentence.replace("|", ""))
    start = next(index for index, word in enumerate(parsed) if word.start >= at)
    end = without_article(parsed, start, words())
    return None if end is None else " ".join(word.text for word in parsed[start:end])


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The drone fell near |forest and nobody was hurt.", "forest"),
        ("|Woman appeared in the yard.", "Woman"),
        ("The baker, |quiet man, sold the mill.", "quiet man"),
        ("They crossed |old bridge over the ditch.", "old bridge"),
        ("He was bitten by |farmer in the yard.", "farmer"),
    ],
)
def test_finds_a_noun_without_its_article(sentence: str, found: str) -> None:
    assert phrase(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "They went from |door to door.",
        "He came by |bus in the morning.",
        "She spoke as |captain of the team.",
        "The train left on |schedule, they say.",
        "They came in |helicopter, and left by car.",
        "The letter lay beside |pen and paper.",
        "He helped |campaign for the bridge.",
        "They played |table tennis in the yard.",
        "The car and |truck collided.",
        "They live on |music and bread.",
    ],
)
def test_leaves_a_noun_that_stands_bare(sentence: str) -> None:
    assert phrase(sentence) is None
