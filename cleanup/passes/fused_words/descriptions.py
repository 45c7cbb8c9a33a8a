"""Borders before a noun phrase: a description of the name before it, or the subject after an opening phrase."""

from __future__ import annotations

from typing import Final

from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import Tag
from cleanup.passes.fused_words.clause import FINITE, NOMINAL, Place
from cleanup.passes.fused_words.lists import (
    AFTER_BARE_VERB,
    CARRYING,
    DESCRIBING,
    GIVING,
    INTRO_PREPOSITIONS,
    PLACE_NOUNS,
    PREDICATING,
    SUBORDINATORS,
    TIME,
    TIME_SHIFTS,
    TRANSITIVE,
)
from cleanup.passes.fused_words.verdicts import VERB_AFTER_SUBJECT, Border
from cleanup.syntax.words import CLAUSE_NOUNS

_PHRASE_START: Final = Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER
_NEXT: Final = word_set("next following same previous past whole")
_OF_A_DAY: Final = word_set("day eve feast anniversary first second third last deadline date start end week month year")
"""What a day of the week is called by: on Monday, the first day of school."""


def before_phrase(place: Place) -> Border | None:
    """A determiner or number after a name, or after an opening phrase."""
    if place.right == "no" and place.next == "longer":
        return Border("", VERB_AFTER_SUBJECT, 0.9, proof=True)
    if place.right in ("both", "all", "each") and place.words.likely_tag(place.next) & FINITE:
        return Border("", VERB_AFTER_SUBJECT, 0.9)
    starts = place.likely & _PHRASE_START or (place.right[0].isdigit())
    if not starts or place.right == "that":
        return None
    unfinished = not place.left_is_name and place.words.likely_tag(place.left) & (Tag.ADJECTIVE | Tag.ADVERB)
    if _is_time(place) or (not place.left_is_name and _says_what(place)):
        return Border("", "two words ran together", 0.85)
    if place.in_opening and not unfinished:
        return Border(",", "the comma after the opening phrase was lost", 0.85)
    if place.left_is_name:
        carried = place.name_start == "to" and any(word in CARRYING for word in place.segment)
        told = place.name_start in GIVING or carried or _lacks_object(place)
        return Border("" if told else ",", "two words ran together" if told else "an apposition lost its comma", 0.8)
    if place.words.likely_tag(place.left) & NOMINAL and place.has_finite_verb and not may_be_verb(place):
        return Border(",", "an apposition lost its comma", 0.65)
    return None


def _is_time(place: Place) -> bool:
    """Whether the right part begins a time or a number of times: every day, the following week, two years ago."""
    following = [word.lower() for word in place.after[:3]]
    if place.likely & Tag.NUMBER or place.right in ("a", "some", "several", "many"):
        shifted = bool(TIME & set(following[:2])) and bool(TIME_SHIFTS & set(following[1:]))
        return shifted or following[:1] in (["times"], ["million"], ["billion"])
    if place.right in ("every", "each", "this"):
        return following[:1] != [] and following[0] in TIME
    return (
        place.right == "the"
        and following[:1] != []
        and following[0] in _NEXT
        and following[1:2] != []
        and following[1] in TIME
    )


def _says_what(place: Place) -> bool:
    """Whether what follows belongs to a noun that says when or what, or is what a verb makes of it.

    By the time the sun rose, a hint their name should change; they called the delay a disgrace.
    """
    if place.left in CLAUSE_NOUNS | {"way", "moment", "time"} and not place.in_opening:
        return place.finite_verbs(place.after[:6]) > 0
    return place.right in ("a", "an") and any(word in PREDICATING for word in place.segment[-5:])


def may_be_verb(place: Place) -> bool:
    """Whether the left part may be a verb with its object behind it: to use the water, she questions the."""
    if not place.words.tags(place.left) & (Tag.VERB_BASE | Tag.VERB_PRESENT | Tag.VERB_PAST | Tag.GERUND):
        return False
    if place.clause and place.clause[-1] == "to":
        return True
    if place.left.endswith("ing") and place.clause and place.words.likely_tag(place.clause[-1]) & Tag.PREPOSITION:
        return True  # in hunting the hares
    before = place.words.likely_tag(place.clause[-1]) if place.clause else Tag.NONE
    nominal = Tag.DETERMINER | Tag.POSSESSIVE | Tag.ADJECTIVE | Tag.NUMBER | Tag.PREPOSITION
    return not before & (nominal | Tag.PUNCTUATION)  # the president, creamthe regional leader


def _lacks_object(place: Place) -> bool:
    """Whether a verb that wants an object stands before the place with no noun after it: `presented in Santiago a`."""
    if (
        place.next in DESCRIBING
        or place.next in PLACE_NOUNS
        or place.name_start not in ("in", "at", "to", "from", "near", "on")
        or (place.name_start == "on" and place.next in _OF_A_DAY)
    ):
        return False
    words = place.segment
    for index in range(len(words) - 1, 0, -1):
        if words[index] in TRANSITIVE:
            helped = place.words.likely_tag(words[index - 1]) & (Tag.AUXILIARY | Tag.MODAL) and words[
                index - 1
            ] not in (
                "has",
                "have",
                "had",
            )
            return not helped and words[index + 1 : index + 2] != [] and words[index + 1] in AFTER_BARE_VERB
    return False


def before_description(place: Place) -> Border | None:
    """A noun without article that says who or what the name before it is, or the subject after an opening phrase."""
    if not place.left_is_name or not place.tags & (NOMINAL | Tag.ADJECTIVE | Tag.ADVERB | Tag.PAST_PARTICIPLE):
        return None
    if place.left_is_modifier or place.right in TIME:
        return None
    if place.left.isupper() and place.likely & Tag.PLURAL_NOUN:
        return None  # NASA astronauts
    opener = place.clause[0].lower() if place.clause else ""
    if opener in SUBORDINATORS and place.tags & (Tag.VERB_PRESENT | Tag.VERB_BASE) and not place.has_finite_verb:
        return None
    if not place.next[:1].isalnum():
        return None
    person = place.clause_ends_with_name and place.words.is_given_name(place.clause[-1])
    describes = place.right in DESCRIBING or place.words.is_person_noun(place.right) or place.names_role
    if describes and place.after[0][0].isupper():
        return None  # the Wanderers legend Ann Lee
    introduced = person or (place.clause_ends_with_name and place.words.is_surname(place.left))
    by_trade = place.next == "by" and place.after[1:2] in (["profession"], ["training"], ["trade"])
    if introduced and describes and (place.next in ("of", "at", "for") or by_trade):
        return Border(",", "an apposition lost its comma", 0.9, proof=len(place.right) > 3)
    if describes and (
        place.next in ("of", "for", "to", "from", "at", "in", "on", "and")
        and (person or place.right in DESCRIBING or (place.next == "of" and place.names_role))
    ):
        return Border(",", "an apposition lost its comma", 0.85)
    if describes and place.verb_after_comma():
        return Border(",", "an apposition lost its comma", 0.8)
    person = place.words.is_person_noun(place.right)
    if place.in_opening and place.name_start in INTRO_PREPOSITIONS and not (person and place.clause[0] == "According"):
        return Border(",", "the comma after the opening phrase was lost", 0.75)
    if place.verb_after_comma() and not place.tags & NOMINAL:
        return Border(",", "a phrase set off by commas lost the first one", 0.7)
    return None
