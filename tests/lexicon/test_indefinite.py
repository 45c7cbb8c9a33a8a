"""`a` or `an`, by sound."""

from __future__ import annotations

import pytest

from cleanup.lexicon.indefinite import indefinite_article


@pytest.mark.parametrize(
    ("article", "words"),
    [
        (
            "an",
            "economic hourly honest unusual umbrella unimportant uninsured hour-long NGO MP EU EU-wide 8 80 11 18th",
        ),
        ("a", "European united one one-off university user house historic UN UEFA UK NATO ukulele 1 12 180 9th"),
    ],
)
def test_the_article_follows_the_sound(article: str, words: str) -> None:
    assert {word: indefinite_article(word) for word in words.split()} == dict.fromkeys(words.split(), article)
