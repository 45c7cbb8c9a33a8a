"""Which preposition a verb, participle, adjective or noun has behind it, and how often it has none.

The table is made by `training/lexicon/build_government.py` (sources and licences: `cleanup/lexicon/data/README.md`).
"""

from __future__ import annotations

import functools
from enum import StrEnum
from pathlib import Path
from typing import Final

from cleanup.lexicon.tables import DATA, open_column, open_keys


class Kind(StrEnum):
    """How a head is used; the letter stands in the keys of the table."""

    ACTIVE = "v"
    PASSIVE = "p"
    EITHER = "e"
    """A form that is a simple past or a participle, as far as its neighbours show."""
    WITH_OBJECT = "o"
    """A verb with a pronoun or a name as its object: what follows the object counts."""
    ADJECTIVE = "a"
    NOUN = "n"


PREPOSITIONS: Final = (
    "of", "to", "in", "on", "at", "for", "by", "from", "with", "about", "into", "against", "than", "as",
)  # fmt: skip
FOLLOWERS: Final = (*PREPOSITIONS, "object", "infinitive", "clause", "other")
MOST: Final = 65535


class Government:
    """Look-ups in the table of one folder; `government()` gives the shared instance."""

    def __init__(self, folder: Path = DATA) -> None:
        """Open the table; reads nothing yet."""
        self._heads = open_keys("government", folder)
        self._counts = open_column("government", "count", "H", folder)

    def counts(self, head: str, *kinds: Kind) -> dict[str, int]:
        """Return how often each follower stands behind the head in these uses; an unknown head has none."""
        found = dict.fromkeys(FOLLOWERS, 0)
        for kind in kinds:
            row = self._heads.get(f"{head} {kind}")
            if row is not None:
                start = row * len(FOLLOWERS)
                for place, name in enumerate(FOLLOWERS):
                    found[name] += self._counts[start + place]
        return found


@functools.cache
def government() -> Government:
    """Return the one instance of this process, opened at first use."""
    return Government()
