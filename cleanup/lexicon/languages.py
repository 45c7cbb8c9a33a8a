"""The languages of origin that the program knows, as ISO 639-1 codes: the one list of them."""

from __future__ import annotations

from typing import Final

WITH_WORDS: Final = ("it", "es", "fr", "de", "pt", "nl", "pl", "tr", "ro")
"""Those with word frequencies; the columns of the tables are in this order."""

LANGUAGES: Final = (
    *WITH_WORDS, "ru", "uk", "ca", "sv", "da", "no", "fi", "cs", "sk", "hu", "hr", "sr", "sl", "bg", "el", "lt", "lv",
    "et", "sq", "id",
)  # fmt: skip
"""All; of those without word frequencies the names are known, and phrases of some."""

WITHOUT_ARTICLES: Final = frozenset(
    {"pl", "ru", "uk", "tr", "cs", "sk", "sr", "hr", "sl", "lt", "lv", "et", "fi", "id"}
)
"""Those that have no articles: translations from them leave out what English needs."""

ADJECTIVES_BEHIND: Final = frozenset({"it", "es", "fr", "pt", "ro", "ca", "sq", "id"})
"""Those that put most adjectives, and what a noun is made of or for, behind the noun."""

SUBJECTS_BEHIND: Final = frozenset(
    {
        "it",
        "es",
        "fr",
        "pt",
        "ro",
        "ca",
        "sq",
        "el",
        "pl",
        "ru",
        "uk",
        "cs",
        "sk",
        "hr",
        "sr",
        "sl",
        "bg",
        "hu",
        "lt",
        "lv",
    }
)
"""Those that put a new subject behind its verb, whatever stands in front."""
