"""Prepositions that a translation carries over: “wait on” from German, “dream with” from Spanish.

The table is `data/carried_prepositions.tsv`; its head says what the columns are.
"""

from __future__ import annotations

import functools
from typing import Final, NamedTuple

from cleanup.lexicon.inflection import all_forms, participle, plural_of
from cleanup.lexicon.tables import DATA

ANY_LANGUAGE: Final = "*"
NONE: Final = "-"


class CarriedPreposition(NamedTuple):
    """One row of the table."""

    kind: str
    """v active verb, p participle, a adjective, n noun, o verb with its object before the preposition."""
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    """What English has there, best first; empty for no preposition."""
    languages: frozenset[str]
    follows: str
    """What must stand behind: any, determiner, bare, number, person, indefinite."""
    certainty: str
    """sure, likely (sure where the counts of the head agree), possible (never sure)."""

    @property
    def is_sure(self) -> bool:
        """Whether nobody writes it of his own in English."""
        return self.certainty == "sure"

    def fits(self, language: str) -> bool:
        """Whether translations from this language have it."""
        return language in self.languages or ANY_LANGUAGE in self.languages


@functools.cache
def carried_prepositions() -> dict[tuple[str, str], tuple[CarriedPreposition, ...]]:
    """The rows by a form of the head and the first word of the wrong preposition."""
    found: dict[tuple[str, str], tuple[CarriedPreposition, ...]] = {}
    lines = (DATA / "carried_prepositions.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            head, kind, wrong, right, languages, follows, certainty = line.split("\t")
            proposed = () if right == NONE else tuple(right.split("/"))
            row = CarriedPreposition(
                kind, tuple(wrong.split()), proposed, frozenset(languages.split()), follows, certainty
            )
            for form in _forms(head, kind):
                key = form, row.wrong[0]
                found[key] = (*found.get(key, ()), row)
    return found


def _forms(head: str, kind: str) -> frozenset[str]:
    """The forms of a head of this kind."""
    if kind == "a":
        return frozenset([head])
    if kind == "n":
        return frozenset([head, plural_of(head)])
    return frozenset([participle(head)]) if kind == "p" else frozenset(all_forms(head))
