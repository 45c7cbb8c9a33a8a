"""Articles before names of places, months and years, lost articles, and a/an."""

from collections.abc import Mapping
from typing import Any

from training.dice import Dice
from training.marks import LOWER, UPPER, Mark, drop, insert, replace
from training.vocabulary import city_forms, large_cities, territory_forms, words

NOUN_PARTS = ("NN", "NNS", "NNP", "NNPS", "JJ", "POS")


def match_name(marks: list[Mark], index: int, names: Mapping[tuple[str, ...], Any]) -> int:
    """Return how many untouched units from `index` on are one of the names, 0 for none; the longest wins."""
    for length in range(min(4, len(marks) - index), 0, -1):
        window = marks[index : index + length]
        if tuple(mark.text for mark in window) in names and all(mark.clean for mark in window):
            return length
    return 0


def add_articles(marks: list[Mark], dice: Dice) -> None:
    """Put `the` before a country, now and then before a city, a month, a year, a person or an abstract noun."""
    countries = territory_forms()
    for index in range(len(marks) - 1, 0, -1):
        length = match_name(marks, index, countries)
        weight = _article_weight(marks, index, length)
        if weight and dice.hit(weight):
            sentence_start = marks[index - 1].part == "START" or marks[index - 1].text in (".", "“")
            if sentence_start and marks[index].text[0].isupper() and not length and marks[index].part in ("NN", "NNS"):
                mark = marks[index]
                mark.text, mark.tag = mark.text[0].lower() + mark.text[1:], UPPER
            insert(marks, index, "The" if sentence_start else "the")


def _article_weight(marks: list[Mark], index: int, country_length: int) -> float:
    """Return how readily a wrong `the` stands before `index`."""
    mark, before = marks[index], marks[index - 1]
    if not (mark.clean and mark.word and before.clean) or before.part in ("DT", "JJ", "PRP$", "NNP", "CD", "POS"):
        return 0.0
    if before.text in ("’", "'", "-", "–") or not (
        mark.space or before.part == "START" or before.text in ("“", '"', "(")
    ):
        return 0.0
    after = marks[index + max(country_length, 1)] if index + max(country_length, 1) < len(marks) else None
    compound = after is not None and (after.part in NOUN_PARTS or after.text in ("-", "–"))
    if country_length:
        if mark.text in words("countries_with_article") | words("names_with_article"):
            return 0.0
        return 0.15 if compound else 5.0
    if compound:
        return 0.0
    if mark.text in words("months") and mark.part != "MD":
        return 0.7
    if len(mark.text) == 4 and mark.text.isdigit() and before.text in ("in", "since", "of", "until", "from", "by"):
        return 1.5
    if mark.text in large_cities():
        return 0.5
    if mark.text in words("days"):
        return 0.3
    # `no longer asks for the permission`: only after a preposition, where an abstract noun stands bare.
    return 0.12 if mark.part == "NN" and before.part == "IN" else 0.08 if mark.part == "NNP" else 0.0


def lose_articles(marks: list[Mark], dice: Dice) -> None:
    """Drop an article where English needs one: `sent to Kremlin`, `does not fill plate`."""
    for index in range(len(marks) - 3, 0, -1):
        mark, after = marks[index], marks[index + 1]
        word = mark.text.lower()
        if word not in ("the", "a", "an") or not mark.clean or not after.clean or not after.word:
            continue
        # A bare plural, or a bare name that is not in the list, may stand without an article: no damage that
        # one could see.
        of_noun = after.part == "NN" or (after.part in ("JJ", "JJS") and marks[index + 2].part == "NN")
        visible = word != "the" or after.text in words("names_with_article") or of_noun
        if visible and dice.hit(2.0 if after.text in words("names_with_article") else 1.0):
            lost_at_start = mark.text[0].isupper()
            if drop(marks, index) and lost_at_start and after.text[0].islower():
                after.text, after.tag = after.text[0].upper() + after.text[1:], LOWER


def confuse_a_and_an(marks: list[Mark], dice: Dice) -> None:
    """Write `a` for `an` and the other way round."""
    for index in range(1, len(marks) - 1):
        mark = marks[index]
        if mark.clean and mark.text in ("a", "an") and marks[index + 1].word and dice.hit():
            replace(mark, "an" if mark.text == "a" else "a")


def known_place(marks: list[Mark], index: int) -> int:
    """Return the length in units of a territory's or a city's name at `index`, 0 for none."""
    return match_name(marks, index, territory_forms()) or match_name(marks, index, city_forms())
