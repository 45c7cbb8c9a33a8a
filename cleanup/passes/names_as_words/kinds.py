"""Which kinds of names can stand at a place: of persons, places, newspapers, clubs, institutions."""

from __future__ import annotations

from typing import Final

from cleanup.lexicon.word_classes import forms_of
from cleanup.lexicon.words import FINITE_VERB
from cleanup.passes.names_as_words.persons import PersonNames
from cleanup.passes.names_as_words.places import PlaceNames
from cleanup.passes.names_as_words.reading import Reading
from cleanup.reading import Part

_PRESS_VERBS: Final = forms_of("verbs_of_the_press")


class Kinds(Part[Reading]):
    """The kinds that can stand at the places of one article."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.persons = PersonNames(reading)
        self._place_names = PlaceNames(reading)

    def at(self, first: int, last: int) -> set[str]:
        """The kinds that can stand at the tokens `first` to `last`."""
        kinds: set[str] = set()
        if self.persons.stand_here(first, last):
            kinds.add("person")
        if self._place_names.stand_here(first, last):
            kinds.add("place")
        if self._press_stands_here(first, last):
            kinds.add("press")
        if self._after_the(first, last):
            kinds |= {"organisation", "institution"} | ({"club"} if self._reading.is_sport else set())
        return kinds

    def _after_the(self, first: int, last: int) -> bool:
        """Whether a capitalised phrase in mid-sentence stands alone after “the”: `Meanwhile the Moses, …`."""
        before, after = self._places.before(first), self._places.after(last)
        if before is None or before.text != "the" or not self._tokens[last].is_capitalised:
            return False
        return after is None or bool(self._words.tags(after.text) & FINITE_VERB and not after.is_capitalised)

    def _press_stands_here(self, first: int, last: int) -> bool:
        if not self._tokens[last].is_capitalised:
            return False
        after = self._places.after(last)
        if after is not None and after.is_capitalised:
            return False
        lead = self._text[max(0, self._tokens[first].start - 16) : self._tokens[first].start].lower()
        if lead.endswith(("according to ", "told ", "according to the ")) or self._reading.is_called_paper(first):
            return True
        if lead.endswith("for the ") and after is not None and after.text in ("it", "this"):
            return True
        if after is None:
            return self._text.startswith(", for its part,", self._tokens[last].end)
        return self._speaks(last)

    def _speaks(self, last: int) -> bool:
        words = [self._tokens[i].text for i in range(last + 1, min(last + 3, len(self._tokens)))]
        return any(word in _PRESS_VERBS for word in words)
