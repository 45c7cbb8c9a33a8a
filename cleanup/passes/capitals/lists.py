"""What the modules of the pass share: how often names have capitals, and lists of words."""

from __future__ import annotations

from typing import Final

from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class

SELDOM: Final = 0.12  # share of capitals in mid-sentence of a word that is no part of names
SOMETIMES: Final = 0.32
FREQUENT: Final = 4.0  # Zipf
VERY_USUAL: Final = 40  # times in eleven million words of clean English that two words stand side by side
# Days and months that are nothing else.
DAYS: Final = frozenset(map(str.lower, WEEKDAYS | MONTHS)) - {"march", "may", "august"}
JOINS: Final = word_set("and but or nor which who that because where whose than")
TITLE_NOUNS: Final = word_class("works", "ships")
FUNCTION_WORDS: Final = word_set(
    "Of Or Is Was Are Were By Has Had Have Into Than Whose Must Should Could Would Cannot Did Does"
)
SMALL: Final = FUNCTION_WORDS | word_set("In With From For On At To And About Against")
# “The Regional Governor, Ada Lima,”: titles that newspapers write small before a name after a comma.
OFFICES: Final = word_class("offices")
OFFICE_MODIFIERS: Final = word_class("office_modifiers")
# “the Provincial governorship”: adjectives of administration that no English name has before a noun in lower case.
PLAIN_ADJECTIVES: Final = word_class("lowercase_adjectives")
# Before “polish” these make it a noun or part of one: nail polish; behind it they do: a polish remover.
BESIDE_POLISH: Final = word_set(
    "nail shoe furniture floor boot wax silver car metal final to and remover job cloth brand paste"
)
PRIZES: Final = word_set(
    "won wins win awarded received receive receives prize award awards took nominated called named titled entitled "
    "dubbed nicknamed model brand"
)


def with_capital(word: str) -> str:
    """The word with a capital."""
    return word[:1].upper() + word[1:]
