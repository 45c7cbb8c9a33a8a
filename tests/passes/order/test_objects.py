"""Objects and subjects behind the places and times of their clause."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from cleanup.edits import Edit
from cleanup.passes.order.objects import ObjectOrder
from cleanup.resources import Resources
from cleanup.syntax.parser import Sentence
from tests.reorderings import Reorderings


class Objects:
    """The part, for an article of one kind of language."""

    def __init__(self, *, verb_final: bool) -> None:
        self._part = ObjectOrder(Resources())
        self._verb_final = verb_final

    def edits(self, text: str, sentence: Sentence) -> Iterable[Edit]:
        """All edits of the part."""
        return self._part.edits(text, sentence, verb_final=self._verb_final)


ORDER = Reorderings(Objects(verb_final=True))
ANY = Reorderings(Objects(verb_final=False))


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("The guild has for the widows no bread.", "The guild has no bread for the widows."),
        ("The baker sold on Monday the old mill.", "The baker sold the old mill on Monday."),
        ("The guild collects since May coins.", "The guild has collected coins since May."),
        ("The smith has already ten years a forge.", "The smith has had a forge for ten years."),
        ("The bride waits since noon in the chapel.", "The bride has waited in the chapel since noon."),
        ("In Gouda opened on Friday the fair.", "In Gouda the fair opened on Friday."),
    ],
)
def test_puts_the_noun_beside_its_verb(bad: str, good: str) -> None:
    assert ORDER.certain(bad) == good
    assert ORDER.certain(good) == good


@pytest.mark.parametrize(
    "text",
    [
        "The firm has in stock a wide choice of hats.",
        "He wrote in the winter 2019 issue of a journal.",
        "The rate fell by more than half of the rise.",
        "She sold in May the letters that her aunt in Delft had kept.",
        "The guests stood for two hours in the yard.",
        "Prices rose in March ten percent.",
    ],
)
def test_what_good_english_has_stays(text: str) -> None:
    assert ORDER.edits(text) == []


def test_articles_of_other_languages_are_left_alone() -> None:
    assert ANY.edits("The guild has for the widows no bread.") == []
