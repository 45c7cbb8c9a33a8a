"""Names of other languages by the English word that they mean, from the table `name_meanings`: `wheel` for Rueda.

A key is a language, a kind, an English word or two in lower case, and the name behind its rank, parted by colons.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Final

from cleanup.lexicon.tables import DATA, open_keys

SURNAME: Final = "s"
BORNE: Final = "b"
"""A surname somewhere, which is not known in the countries of the language."""
UNPROVEN: Final = "u"
"""A word in the form of a surname that no list has as one."""
NEAR: Final = "n"
"""A surname of nearly that meaning."""
GIVEN_NAME: Final = "g"
PLACE: Final = "p"


class NameMeanings:
    """Look-ups in the table of one folder; `name_meanings()` gives the shared instance."""

    def __init__(self, folder: Path = DATA) -> None:
        """Open the table; reads nothing yet."""
        self._keys = open_keys("name_meanings", folder)

    def names(self, english: str, language: str, kind: str) -> tuple[str, ...]:
        """The names of a kind that mean an English word or two in a language, the likeliest first."""
        prefix = f"{language}:{kind}:{english.lower()}:"
        return tuple(key[len(prefix) + 1 :] for key in sorted(self._keys.keys(prefix)))

    def is_english(self, name: str, kind: str) -> bool:
        """Whether a given name or surname is a usual one in Britain or, of surnames, in the United States."""
        return bool(self._keys.keys(f"en:{kind}:{name.lower()}:"))


@functools.cache
def name_meanings() -> NameMeanings:
    """Return the one instance of this process, opened at first use."""
    return NameMeanings()
