"""Finds the forms of the gazetteer: the longest that begins at a word, a declined one, a saint half translated."""

from __future__ import annotations

from typing import Final

from cleanup.lexicon.names import Match
from cleanup.passes.exonyms.reading import SAINTLY, Found, Reading
from cleanup.reading import Part

_SAINTS: Final = ("San", "S.", "Santo", "Santa", "Saint", "Sankt", "Sint", "São", "Sfântul")


class Forms(Part[Reading]):
    """The foreign forms of one article."""

    def opens_own_name(self, index: int) -> bool:
        """Whether a longer name of the article's language begins in lower case: `détroit d’Ormuz`, `mer Noire`."""
        match = self._names.match_at(self._reading.forms, index) if self._language is not None else None
        return match is not None and match.length > 1 and any(self._language in n.languages for n in match.names)

    def find(self, index: int) -> Found | None:
        """The longest foreign form that begins at a token."""
        match = self._names.match_at(self._reading.forms, index) or self._declined(index)
        saint = self._saint(index)
        if saint is not None and (match is None or saint.last - saint.first >= match.length):
            return saint
        if match is not None and self._reading.forms[index + match.length - 1] == "s" and match.length > 2:
            return None  # a possessive
        return None if match is None else self._widened(Found(index, index + match.length - 1, match.names))

    def _declined(self, index: int) -> Match | None:
        """A German name whose adjective is declined: `Vereinigten Staaten` for Vereinigte Staaten."""
        form = self._reading.forms[index]
        if self._language != "de" or form[-2:] not in ("en", "er", "em", "es"):
            return None
        return self._names.match_at([f"{form[:-2]}e", *self._reading.forms[index + 1 : index + 4]], 0)

    def _widened(self, found: Found) -> Found:
        """The form with the word after it that its English name says too: `Stella Rossa Belgrado`."""
        after = self._places.after(found.last)
        if after is None or not after.is_capitalised:
            return found
        ends = {name.english for name in self._names.lookup(after.text)}
        said = any(name.english.endswith(f" {end}") for name in found.names for end in ends)
        return Found(found.first, found.last + 1, found.names) if said else found

    def _saint(self, index: int) -> Found | None:
        """`St.Pietroburgo` and `St Pietroburgo` for San Pietroburgo: only the saint was translated."""
        if self._reading.forms[index] not in ("St", "Saint", "San"):
            return None
        last = index + 2 if self._reading.forms[index + 1 : index + 2] == ["."] else index + 1
        if last >= len(self._reading.forms):
            return None
        forms = (f"{saint} {self._reading.forms[last]}" for saint in _SAINTS)
        names = tuple(name for form in forms for name in self._names.lookup(form) if name.english.startswith(SAINTLY))
        return Found(index, last, names) if names else None
