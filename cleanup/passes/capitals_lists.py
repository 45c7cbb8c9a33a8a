"""Word classes for capitals: offices and what modifies them, and words near the names of prizes."""

from __future__ import annotations

from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class

# “The Regional Governor, Ada Lima,”: titles that newspapers write small before a name after a comma.
OFFICES = word_class("offices")
OFFICE_MODIFIERS = word_class("office_modifiers")
# “the Provincial governorship”: adjectives of administration that no English name has before a noun in lower case.
PLAIN_ADJECTIVES = word_class("lowercase_adjectives")
POSSESSIVES = word_set("its his her their our my your")
# Before “polish” these make it a noun or part of one: nail polish; behind it they do: a polish remover.
BESIDE_POLISH = word_set(
    "nail shoe furniture floor boot wax silver car metal final to and remover job cloth brand paste"
)
PRIZES = word_set(
    "won wins win awarded received receive receives prize award awards took nominated called named titled entitled "
    "dubbed nicknamed model brand"
)
