"""The article's own evidence: who and what it names, in which forms, with which gender, and what a name is at its place.

A name is decided at the place and not once an article: a family called Mosca does not make every Mosca a person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Literal
from weakref import WeakKeyDictionary

from cleanup.article import Article, Token
from cleanup.lexicon.words import Tag
from cleanup.resources import Resources

PLACE_PREPOSITIONS = frozenset(
    "in to from near toward towards between into outside around across through via throughout at within leaving".split()
)
PARTICLES = frozenset(
    "de del della di da do dos das des du d van von der den ter la le el al bin ibn ben abu zu dello degli dei y".split()
)
_HONORIFICS = frozenset(
    "mr mrs ms miss dr prof sir lord lady king queen prince princess pope saint don doña dame".split()
)
_FEMALE = frozenset(
    "mrs ms miss lady queen princess dame spokeswoman chairwoman congresswoman businesswoman policewoman actress mother "
    "sister daughter wife widow nun empress heroine goddess waitress".split()
)
_MALE = frozenset(
    "mr sir lord king prince pope spokesman chairman congressman businessman policeman father brother son husband widower "
    "monk emperor".split()
)
_MONTHS_AND_DAYS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday christmas easter".split()
)

Gender = Literal["male", "female"]


class Role(StrEnum):
    """What a name is at its place."""

    PERSON = "person"
    PLACE = "place"
    PART = "part"  # of a longer name: a street, a club, a title
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the article names: `Lorenza Mosca`, later `Mosca`."""

    full_name: str
    surname: str
    given_name: str | None
    gender: Gender | None
    title: str | None
    mentions: int


@dataclass(frozen=True)
class Evidence:
    """What an article shows about its names.

    `people` are by surname; `countries` and `demonyms` count the English names that stand in the text in any form;
    `capitalised` counts capitalised words outside of sentence starts.
    """

    people: Mapping[str, Person]
    countries: Mapping[str, int]
    demonyms: Mapping[str, int]
    capitalised: Mapping[str, int]

    def person(self, name: str) -> Person | None:
        """The person of that surname or full name, or None."""
        return self.people.get(name) or self.people.get(name.rpartition(" ")[2])

    def gender_of(self, name: str) -> Gender | None:
        """The gender of the person so named, where the text shows it."""
        found = self.person(name)
        return found.gender if found else None

    @cached_property
    def full_names(self) -> Mapping[str, Person]:
        """People by their full name, only those with a given name."""
        return {person.full_name: person for person in self.people.values() if person.given_name}


_known: WeakKeyDictionary[Article, Evidence] = WeakKeyDictionary()


def evidence_of(article: Article, resources: Resources) -> Evidence:
    """The evidence in an article's current text; read once for each Article object."""
    by_identity = article.__dict__.get("_evidence")
    if by_identity is None:
        by_identity = _read(article, resources)
        article.__dict__["_evidence"] = by_identity
    found: Evidence = by_identity
    return found
