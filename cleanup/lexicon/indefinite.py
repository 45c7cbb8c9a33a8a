"""`a` or `an`: by the sound that the next word begins with."""

from __future__ import annotations

import re
from typing import Final

from cleanup.lexicon.tokens import word_set

SPELT_ACRONYMS: Final = word_set(
    "EU UN US UK IMF MP MEP NGO FBI SUV HIV AI MRI SMS USB EUR USD LGBT LGBTQ NHS NBA NFL HR IT ID IP IQ MBA MSP RAF "
    "SOS SPD FDP FM LNG LP UFO UEFA UAE UAV XL ECB ATM"
)
"""Acronyms that are said letter by letter, or (UEFA, UFO) begin as if they were."""
_CONSONANT_ACRONYMS: Final = word_set("UEFA UN US UK UFO EUR USB USD UAE UAV")
_LETTER_WITH_VOWEL: Final = frozenset("AEFHILMNORSX")
_VOWEL: Final = re.compile(
    r"(?:hour|honest|honour|honor(?!ific$)|heir)|[aio]|e(?!u|we)|u(?!\b|ni(?!n[a-z]|m[bp])|s[aeu]|ti|tens|tero"
    r"|r[aeiou]|ku|k|b[iou]|gan|v[ae]|fo|topi)",
    re.IGNORECASE,
)
_CONSONANT_O: Final = re.compile(r"(?:one|once|ouija)(?:$|[-’'s])", re.IGNORECASE)
_EIGHT: Final = re.compile(r"8|(?:11|18)(?:$|[-.,]\d|[a-z%-]|,)")


def indefinite_article(word: str) -> str:
    """`a` or `an` before a word, number or acronym: an hour, a European, an EEG, an 8 % rise."""
    return "an" if begins_with_vowel(word) else "a"


def begins_with_vowel(word: str) -> bool:
    """Whether a word, number or acronym begins with the sound of a vowel."""
    if word[0].isdigit():
        return _EIGHT.match(word) is not None
    first = re.split(r"[-’']", word)[0]
    if len(first) > 1 and first in SPELT_ACRONYMS:
        return first not in _CONSONANT_ACRONYMS and first[0] in _LETTER_WITH_VOWEL
    return _VOWEL.match(first) is not None and not _CONSONANT_O.match(first)
