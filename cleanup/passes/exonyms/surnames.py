"""Surnames that are spelt otherwise than where the person is introduced: `Letienne` after `Maud Lestienne`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cleanup.edits import Applicability, Edit
from cleanup.evidence import PLACE_PREPOSITIONS, Person
from cleanup.passes.exonyms.reading import SELDOM, Reading
from cleanup.reading import Part
from cleanup.spelling import is_clipped, is_slip, same_name

_JOINTS: Final = ("-", "’", "'")
_NEVER_BEFORE_SURNAMES: Final = PLACE_PREPOSITIONS | {"the", "a", "an"}


def surname_edits(reading: Reading) -> Iterator[Edit]:
    """Edits that give people one spelling."""
    yield from _Surnames(reading).edits()


class _Surnames(Part[Reading]):
    """The surnames of one article."""

    def edits(self) -> Iterator[Edit]:
        """Surnames spelt otherwise than where the person is introduced: `Letienne` after `Maud Lestienne`."""
        people = {person.surname: person for person in self._evidence.people.values() if len(person.surname) > 5}
        for index, token in enumerate(self._tokens):
            form = token.text
            if len(form) < 6 or not token.is_capitalised or self._is_introduced(form) or not self._is_odd(index):
                continue
            often = len(self._reading.occurrences(form))
            near = [p for p in people.values() if p.mentions >= often and self._is_variant(index, p)]
            if len(near) == 1 and self._same_person(index, near[0]):
                sure = self._is_slip(index, near[0])
                yield self._rules["name-spelling"].edit(
                    self._text,
                    token.start,
                    token.end,
                    [near[0].surname],
                    applicability=Applicability.SAFE if sure else Applicability.UNSAFE,
                    confidence=0.95 if sure else None,
                )

    def _is_introduced(self, form: str) -> bool:
        """Whether a surname has a given name of its own, one that nobody of nearly the same surname has."""
        person = self._evidence.people.get(form)
        if person is None or person.given_name is None:
            return False
        return not any(self._is_namesake(person, other) for other in self._evidence.people.values())

    def _is_namesake(self, person: Person, other: Person) -> bool:
        """Whether somebody of the same given name is introduced earlier: one of two such spellings is wrong."""
        if other.given_name != person.given_name or not is_slip(person.surname, other.surname):
            return False
        return self._introduction(other) < self._introduction(person)

    def _introduction(self, person: Person) -> int:
        """Where the person's full name stands first."""
        found = re.search(rf"\b{re.escape(person.full_name)}\b", self._text)
        return found.start() if found else len(self._text)

    def _is_variant(self, index: int, person: Person) -> bool:
        """Whether the word at a token reads as the person's surname spelt otherwise."""
        form = self._reading.forms[index]
        return form != person.surname and (same_name(form, person.surname) or self._is_clipped(index, person))

    def _is_clipped(self, index: int, person: Person) -> bool:
        """Whether the surname behind the person's own title has lost or won an e: `Captain Berton` for Bertone."""
        return self._has_title_of(index, person) and is_clipped(self._reading.forms[index], person.surname)

    def _has_title_of(self, index: int, person: Person) -> bool:
        before = self._places.before(index)
        return before is not None and person.title is not None and before.text.lower() == person.title

    def _is_slip(self, index: int, person: Person) -> bool:
        """Whether the word can only be the surname of the person introduced before, wherever the article has it."""
        form = self._reading.forms[index]
        if person.given_name is None or self._introduction(person) > self._tokens[index].start:
            return False
        if self._words.unigram(form) > SELDOM or not (is_slip(form, person.surname) or self._is_clipped(index, person)):
            return False
        return all(self._stands_for(at, person) for at in self._reading.occurrences(form))

    def _stands_for(self, index: int, person: Person) -> bool:
        """Whether the word stands alone, as a surname does: behind no article, preposition of place or other title."""
        before, after = self._places.before(index), self._places.after(index)
        start, end = self._tokens[index].start, self._tokens[index].end
        tied = self._text[start - 1 : start] in _JOINTS or self._text[end : end + 1] == "-"
        if tied or (after is not None and after.is_capitalised):
            return False
        if before is None or self._places.opens_sentence(index):
            return True
        if before.is_capitalised and not self._places.opens_sentence(index - 1):
            return before.text == person.given_name or self._has_title_of(index, person)
        if self._words.is_person_noun(before.text):
            return self._has_title_of(index, person)
        return before.text.lower() not in _NEVER_BEFORE_SURNAMES

    def _is_odd(self, index: int) -> bool:
        """Whether a word is nothing but a rare name."""
        form = self._reading.forms[index]
        if self._words.is_word(form) or self._words.unigram(form) > 20 or self._words.is_given_name(form):
            return False
        return (
            not self._names.lookup(form) and not self._names.is_english_name(form) and not self._names.is_demonym(form)
        )

    def _same_person(self, index: int, person: Person) -> bool:
        """Whether no other given name stands before the word, and no word after it makes another name of it."""
        before, after = self._places.before(index), self._places.after(index)
        if after is not None and after.is_capitalised:
            return False
        if before is None or not before.is_capitalised or not self._words.is_given_name(before.text):
            return True
        return before.text == (person.given_name or before.text)
