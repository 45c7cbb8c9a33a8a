"""How sure it is that a foreign form is the place: by how English it is, by what stands around it, by its language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleanup.edits import Applicability
from cleanup.evidence import Role
from cleanup.lexicon.names import PLACE_KINDS, Name
from cleanup.lexicon.words import FOREIGN_LANGUAGES
from cleanup.passes.exonyms.reading import KNOWN, RARE, SELDOM, Found, Reading
from cleanup.reading import Part

_TRACE: Final = 0.05  # of the English form's count: foreign titles in English text
_PLAIN_KINDS: Final = PLACE_KINDS | {"person", "demonym", "acronym"}


class Certainty(Part[Reading]):
    """Weighs the forms of one article."""

    def of(self, found: Found, count: int, role: Role, *, fits: bool) -> Applicability | None:
        """Safe, unsafe or not at all; `fits` says whether the form is one of the article's language."""
        form = self._reading.forms[found.last]
        single = found.first == found.last
        kinds = {name.kind for name in found.names}
        if single and self._words.is_word(form.lower()) and not self._is_plain_place(found, role, kinds, fits=fits):
            return Applicability.UNSAFE if fits and role is Role.PLACE else None
        if single and self._is_nobody(found, count, role, kinds, fits=fits):
            return Applicability.SAFE
        acts = fits and "capital" in kinds and not self._reading.is_sport and self._acts(found)
        if single and self._words.is_given_name(form) and not (fits and role is Role.PLACE) and not acts:
            return None
        surname = single and self._words.is_surname(form) and "country" not in kinds
        placed = role is Role.PLACE
        if single and count > RARE and self._reading.is_sport and not self._in_the_city(found.first):
            return None  # clubs keep their own names: Torino, Sevilla
        if fits:
            certain = placed or acts or not surname or count == 0 or self._is_place_elsewhere(form)
            return Applicability.SAFE if certain else Applicability.UNSAFE
        return self._of_no_fitting_language(found, count, placed=placed, surname=surname)

    def _of_no_fitting_language(self, found: Found, count: int, *, placed: bool, surname: bool) -> Applicability | None:
        """The same of a form that is not the article's own."""
        form = self._reading.forms[found.last]
        kinds = {name.kind for name in found.names}
        if self._language is None and placed and not surname and self._is_strange(form, count, found.names):
            return Applicability.SAFE
        half_translated = found.last - found.first > 1 and placed and count <= SELDOM  # Monaco of Bavaria
        if self._language is None and half_translated and len({name.english for name in found.names}) == 1:
            return Applicability.SAFE
        if count > RARE or not any(self._reading.count(name.english) for name in found.names):
            return None
        if self._language is None:
            return self._of_any_language(found, count, placed=placed, surname=surname)
        own = self._words.foreign_zipf(form, self._language) if self._language in FOREIGN_LANGUAGES else 0.0
        unheard = count == 0 and not surname and not own  # what the language says itself: Rize, Riga for a Czech
        capital = not self._words.zipf(form) and not {"country", "capital"}.isdisjoint(kinds)
        return Applicability.SAFE if unheard and (placed or capital) else Applicability.UNSAFE

    def _of_any_language(self, found: Found, count: int, *, placed: bool, surname: bool) -> Applicability | None:
        """The same where the article shows no language, of a form that English text hardly has."""
        single = found.first == found.last
        kinds = {name.kind for name in found.names}
        if kinds.isdisjoint(_PLAIN_KINDS):
            return None
        if kinds.isdisjoint(("country", "capital", "city")):
            return Applicability.UNSAFE
        plain = placed or not single or not {"country", "capital"}.isdisjoint(kinds)
        strange = count == 0 and not surname and not (single and self._words.zipf(self._reading.forms[found.last]))
        return Applicability.SAFE if plain and strange else Applicability.UNSAFE

    def _acts(self, found: Found) -> bool:
        """Whether a capital stands for its government, in a phrase that ends with it: `given by Roma to`."""
        before, after = self._places.before(found.first), self._places.after(found.last)
        agent = before is not None and before.text in ("by", "between", "with", "against", "that")
        return agent and (after is None or after.text.islower())

    def _is_strange(self, form: str, count: int, names: Sequence[Name]) -> bool:
        """Whether English text has a form now and then, in foreign titles, beside the name it uses: `Londres`."""
        known = max(self._reading.count(name.english) for name in names)
        nation = any(name.kind in ("country", "capital") for name in names)
        return count <= SELDOM and count <= known * _TRACE and (nation or not self._words.zipf(form))

    def _is_nobody(self, found: Found, count: int, role: Role, kinds: set[str], *, fits: bool) -> bool:
        """Whether a country or capital in the article's language is a rare name that no person of the article has."""
        form = self._reading.forms[found.last]
        if not fits or role is Role.PERSON or kinds.isdisjoint(("country", "capital")) or count > SELDOM:
            return False
        if self._words.is_word(form.lower()) or form in self._evidence.people:
            return False
        at = self._reading.occurrences(form)
        return {Role.PERSON, Role.PART}.isdisjoint(self._places.role(index, index) for index in at)

    def _is_place_elsewhere(self, form: str) -> bool:
        """Whether a form that is also a surname stands for a place somewhere in the article, and for nobody."""
        roles = {self._places.role(index, index) for index in self._reading.occurrences(form)}
        return Role.PLACE in roles and roles.isdisjoint((Role.PERSON, Role.PART))

    def _is_plain_place(self, found: Found, role: Role, kinds: set[str], *, fits: bool) -> bool:
        """Whether a country's name that is also a rare word stands where a place does: `from Chine`."""
        known = self._words.zipf(self._reading.forms[found.last]) >= KNOWN or self._places.opens_sentence(found.first)
        kind = not kinds.isdisjoint({"country", "capital", "region", "island", "city"})
        return fits and not known and role is Role.PLACE and kind

    def _in_the_city(self, index: int) -> bool:
        before = self._places.before(index)
        return before is not None and before.text.lower() in ("in", "near", "outside")
