"""Countries and capitals that are misspelt as another language writes them: `Kazakhistan`, `Aserbaidjan`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cleanup.edits import Applicability, Edit
from cleanup.evidence import Role
from cleanup.lexicon.names import Names
from cleanup.passes.exonyms.reading import RARE, Reading
from cleanup.reading import Part
from cleanup.spelling import sound_keys

_RESPELLINGS: Final = (
    ("kh", "k"), ("gh", "g"), ("sh", "s"), ("h", ""), ("y", "i"), ("i", "y"), ("j", "i"), ("y", "j"), ("k", "c"),
    ("c", "k"), ("w", "v"), ("v", "w"), ("ph", "f"), ("th", "t"), ("ss", "s"), ("tt", "t"), ("ll", "l"), ("nn", "n"),
    ("rr", "r"), ("cc", "c"), ("z", "s"), ("s", "z"), ("dj", "dz"), ("u", "ou"), ("ou", "u"),
)  # fmt: skip
_LONG: Final = 7


def names_by_sound(names: Names) -> dict[str, str]:
    """English names of countries and capitals by how they and their foreign forms sound; none that two share."""
    found: dict[str, str | None] = {}
    for kind in ("country", "capital"):
        for english in names.named_list(kind):
            if len(english) >= _LONG and " " not in english:
                for key in sound_keys(english):
                    found[key] = english if found.get(key, english) == english else None
    return {key: english for key, english in found.items() if english}


class Misspellings(Part[Reading]):
    """The misspelt names of one article."""

    def __init__(self, reading: Reading, sounds: dict[str, str]) -> None:
        super().__init__(reading)
        self._sounds = sounds

    def edit(self, index: int) -> Edit | None:
        """The country or capital that the word at a token is by its sound."""
        english = self._misspelt(index)
        if english is None or self._places.role(index, index) is Role.PERSON:
            return None
        token = self._tokens[index]
        known = english in self._names.named_list("country") or token.text[0] == "İ"
        certain = self._language is not None and known
        return self._rules["exonym-misspelt"].edit(
            self._text,
            token.start,
            token.end,
            [english],
            applicability=Applicability.SAFE if certain else Applicability.UNSAFE,
            confidence=0.95 if certain else 0.7,
        )

    def _misspelt(self, index: int) -> str | None:
        """The country or capital that an unknown word is by its sound: `Kazakhistan`, `Aserbaidjan`."""
        form = self._reading.forms[index]
        if form[0] == "İ" and self._language == "tr" and self._words.is_proper("I" + form[1:]):
            return "I" + form[1:]  # the Turkish letter
        if len(form) < _LONG or self._words.unigram(form) > RARE or self._words.is_word(form):
            return None
        if self._words.is_surname(form) or self._words.is_given_name(form):
            return None
        found = {self._sounds[key] for key in sound_keys(form) & self._sounds.keys()}
        found |= {
            n.english for other in _respelt(form) for n in self._names.lookup(other) if n.kind in ("country", "capital")
        }
        return found.pop() if len(found) == 1 and form not in found else None


def _respelt(form: str) -> Iterator[str]:
    """The form with one sound written as another language writes it."""
    for old, new in _RESPELLINGS:
        if old in form[1:]:
            yield form[0] + form[1:].replace(old, new)
