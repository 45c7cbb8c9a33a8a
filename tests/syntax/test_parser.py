"""The light parser: words, parts of speech by their neighbours, clauses."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.lexicon.words import Tag
from cleanup.syntax.clauses import Rest, is_complete, main_verb, rest_of_clause, verb_after
from cleanup.syntax.parser import parse, tag_sentence


def test_words_keep_compounds_and_part_clitics() -> None:
    words = tag_sentence("The left-handed striker doesn’t like Rome’s N’Djamena.")
    assert [w.text for w in words] == [
        "The", "left-handed", "striker", "doesn’t", "like", "Rome", "’s", "N’Djamena", ".",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "index", "tag"),
    [
        ("They want to fish here.", 3, Tag.VERB_BASE),
        ("The costs rose.", 1, Tag.PLURAL_NOUN),
        ("The price of bread fell.", 3, Tag.NOUN),
        ("When prices fall, they buy.", 1, Tag.PLURAL_NOUN),
    ],
)
def test_neighbours_decide(text: str, index: int, tag: Tag) -> None:
    assert tag_sentence(text)[index].tag is tag


def test_offsets_are_those_of_the_article() -> None:
    text = "It rained. The river rose, they say."
    for sentence in parse(Article(text, text)):
        for index, word in enumerate(sentence.words):
            assert text[sentence.offset(index) : sentence.end_offset(index)] == word.text


@pytest.mark.parametrize(
    ("text", "subject", "verb", "complete"),
    [
        ("The company it has sold its ships.", 2, "sold", True),
        ("The film he made won.", 2, "made", False),
        ("The town she went to is small.", 2, "went", False),
        ("The prices they fell again.", 2, "fell", True),
    ],
)
def test_gaps_of_a_clause(text: str, subject: int, verb: str, complete: bool) -> None:
    words = tag_sentence(text)
    found = verb_after(words, subject)
    assert found is not None
    assert words[main_verb(words, found)].text == verb
    assert is_complete(words, found) is complete


def test_another_finite_verb_is_seen() -> None:
    words = tag_sentence("The house they built is old.")
    assert rest_of_clause(words, 4) is Rest.SURE
    words = tag_sentence("The workers they built a house.")
    assert rest_of_clause(words, 4) is Rest.NONE
