"""Words of other languages and the English for them, from the tables `translations` and `glosses`.

A key is a language, a colon and a form in lower case; its row numbers a gloss. A gloss holds one reading or several:
`n!hospital`, `p works|factories;a hard`. The first letter says what it is in English (see `Part`), `!` that the meaning
is certain: the only one that the dictionaries have.
"""

from __future__ import annotations

import functools
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from cleanup.lexicon.tables import DATA, open_column, open_keys


class Part(StrEnum):
    """What a translation is; nouns of languages that join the article to the noun may be definite."""

    NOUN = "n"
    PLURAL = "p"
    DEFINITE = "d"
    DEFINITE_PLURAL = "q"
    ADJECTIVE = "a"
    ADVERB = "r"

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun in any number."""
        return self not in (Part.ADJECTIVE, Part.ADVERB)

    @property
    def is_plural(self) -> bool:
        """Whether it is a noun in the plural."""
        return self in (Part.PLURAL, Part.DEFINITE_PLURAL)

    @property
    def is_definite(self) -> bool:
        """Whether the article is in the noun."""
        return self in (Part.DEFINITE, Part.DEFINITE_PLURAL)


class Meaning(NamedTuple):
    """One reading of a form."""

    part: Part
    certain: bool
    english: tuple[str, ...]


class Translations:
    """Look-ups in the two tables of one folder; `translations()` gives the shared instance."""

    def __init__(self, folder: Path = DATA) -> None:
        """Open the tables; reads nothing yet."""
        self._forms = open_keys("translations", folder)
        self._rows = open_column("translations", "gloss", "H", folder)
        self._glosses = open_keys("glosses", folder)

    def meanings(self, form: str, language: str) -> tuple[Meaning, ...]:
        """The readings of a form in a language; none for a word that is not there."""
        row = self._forms.get(f"{language}:{form.lower()}")
        if row is None:
            return ()
        gloss: str = self._glosses.restore_key(self._rows[row])
        return tuple(_meaning(reading) for reading in gloss.split(";"))


def _meaning(reading: str) -> Meaning:
    return Meaning(Part(reading[0]), reading[1] == "!", tuple(reading[2:].split("|")))


@functools.cache
def translations() -> Translations:
    """Return the one instance of this process, opened at first use."""
    return Translations()
