"""Pronouns of both genders where one person is meant: Professor Mehmet Yıldız … he/she said.

Turkish, Finnish, Hungarian, Persian and others have one pronoun for he and she, and some machines write both.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.evidence import Gender
from cleanup.passes.pronouns.referents import Referents
from cleanup.resources import Resources
from cleanup.syntax.parser import Sentence

_PAIRS: Final = (("he", "she"), ("him", "her"), ("his", "her"), ("his", "hers"), ("himself", "herself"))
_BOTH: Final = frozenset({*_PAIRS, *((female, male) for male, female in _PAIRS)})
_MALE: Final = frozenset(male for male, _ in _PAIRS)


class Slashed:
    """Leaves of two pronouns the one that the person in view has."""

    def __init__(self, resources: Resources, referents: Referents) -> None:
        self._rule = resources.rules["pronoun-of-both-genders"]
        self._referents = referents

    def edits(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """The edit of the two pronouns that begin at `index`; certain where nobody else is in view."""
        words = sentence.words
        if index + 2 >= len(words) or words[index + 1].text != "/":
            return
        pair = words[index].lower, words[index + 2].lower
        if pair not in _BOTH:
            return
        here = self._referents.in_view(article, sentence, index, 0)
        known = here - {None} or self._referents.in_view(article, sentence, index) - {None}
        if len(known) != 1:
            return
        (gender,) = known
        start, end = sentence.offset(index), sentence.end_offset(index + 2)
        kept = _of_gender(pair, gender)
        kept = kept.capitalize() if words[index].is_capitalised else kept
        certainty = None if here == known else Applicability.UNSAFE
        yield self._rule.edit(article.text, start, end, [kept], applicability=certainty)


def _of_gender(pair: tuple[str, str], gender: Gender | None) -> str:
    """The pronoun of the pair that a person of the gender has."""
    first, second = pair
    return first if (first in _MALE) == (gender == "male") else second
