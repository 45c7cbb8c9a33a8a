"""What stands behind the left part where its own comma settles the mark: sources, relatives, results, lists, heights.

They are rules of the decision list in `borders`, and look at the kind of phrase that ends or begins there.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from cleanup.lexicon.inflection import gerund
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import inflected, word_class
from cleanup.lexicon.words import Tag
from cleanup.passes.fused_words.clause import ENDS, FINITE, NOMINAL, Place
from cleanup.passes.fused_words.lists import MEASURES, NAME_PARTICLES, PLACE_NOUNS
from cleanup.passes.fused_words.verdicts import Border

_RESULTS = inflected("verbs_of_outcomes", gerund)
_SOURCES = word_class("acting_bodies") | word_set(
    "data figures sources media report reports survey study police ministry statement agency agencies indictment "
    "estimate estimates poll polls records documents officials prosecutors"
)
_STARTS = Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER | Tag.PRONOUN
_APPROXIMATING = word_set("about around nearly almost roughly over some")
_TOLD_BY = word_set("why how what where when not")


def _before_subject_that(place: Place) -> Border | None:
    """The relative of a name, which English does not call “that”: `Van Aert, who had won`, `Bologna, which is`."""
    if place.right != "that" or not place.left_is_name or place.in_opening or place.left_is_modifier:
        return None
    if place.clause[-1:] and place.clause[-1].lower() in ("the", "a", "an", "this", "every", "any", "only"):
        return None
    verb = place.words.tags(place.next) & FINITE and place.after[0].islower()
    told = bool(_TOLD_BY & set(place.after[1:2]))  # that is why
    if not verb or told or place.words.likely_tag(place.next) & NOMINAL:
        return None
    relative = relative_of(place)
    return Border(",", "a relative clause after it lost its comma", 0.9, instead=relative) if relative else None


def relative_of(place: Place) -> str:
    """“who” for a person, “which” for anything else; empty where nothing tells."""
    words, before = place.words, place.clause[-1] if place.clause else ""
    if before[:1].isupper() and words.is_given_name(before) and before.lower() not in NAME_PARTICLES:
        return "who"
    if words.is_person_noun(before) and before[0].islower():
        return "who"
    named = place.names.lookup(place.left) or place.names.is_english_name(place.left) or place.left.isupper()
    if named or place.name_start in ("in", "at", "near"):
        return "which"
    return ""


def is_of_person(place: Place, border: Border) -> bool:
    """Whether “which” behind the mark stands for the person named before it: `the mayor Corina Vasile, who`.

    Behind a preposition it may stand for what has the person's name in it: the arrest of Anna Rossi, which.
    """
    if place.right != "which" or border.mark != "," or border.instead or not place.left_is_name:
        return False
    governed = place.name_is_governed or place.words.likely_tag(place.name_start) & Tag.PREPOSITION
    return not governed and relative_of(place) == "who"


def _before_who_of_one(place: Place) -> Border | None:
    """Which one of many somebody is, between commas: `Anna Rossi, a baker from Lecce who had won`."""
    if place.right != "who" or not place.left_is_name or not place.head:
        return None
    if place.segment[:1] not in (["a"], ["an"]) or place.name_start not in ("from", "of", "in", "at"):
        return None
    role = any(word[0].islower() and place.words.is_person_noun(word) for word in place.segment)
    return Border("", "two words ran together", 0.85) if role else None


def _after_source(place: Place) -> Border | None:
    """What follows a source that a comma opened: `it is worth, according to Il Sole, about 60 million`."""
    if not place.head or [word.lower() for word in place.segment[:2]] != ["according", "to"]:
        return None
    goes_on = place.likely & (_STARTS | FINITE) or place.right in _APPROXIMATING
    return Border(",", "the comma that closes the aside was lost", 0.85) if goes_on and place.right != "that" else None


def _before_source(place: Place) -> Border | None:
    """A source behind a whole clause: `it employs four hundred workers, according to the police`."""
    if place.right != "according" or place.next != "to" or not place.has_finite_verb or place.in_opening:
        return None
    nominal = place.words.likely_tag(place.left) & (NOMINAL | Tag.NUMBER)
    near = place.after[1:5]
    source = near and (near[0][0].isupper() or _SOURCES & set(near) or any(map(place.words.is_person_noun, near)))
    return Border(",", "the comma before its source was lost", 0.85) if nominal and source else None


def _before_outcome(place: Place) -> Border | None:
    """What came of a whole clause: `the roof gave way, killing all of them`."""
    if place.right not in _RESULTS or not place.has_finite_verb or place.left_is_name:
        return None
    object_follows = place.words.likely_tag(place.next) & _STARTS or place.next[:1].isdigit()
    nominal = place.words.likely_tag(place.left) & NOMINAL and place.segment[-1:] != ["of"]
    follows = nominal and object_follows and not place.inner_clause
    return Border(",", "a clause that begins with a participle lost its comma", 0.85) if follows else None


def _before_month_clause(place: Place) -> Border | None:
    """What happens in a month that is named: `in August, when nobody is there`."""
    if place.right != "when" or place.left not in place.names.named_list("month"):
        return None
    return Border(",", "a clause that begins with when lost its comma", 0.85)


def _before_height(place: Place) -> Border | None:
    """How high or far away a place lies: `the bends of the Stelvio, at 2,757 metres`."""
    measured = place.right == "at" and place.next[:1].isdigit() and bool(MEASURES & set(place.after[1:4]))
    return Border(",", "an apposition lost its comma", 0.9, proof=True) if measured and place.left_is_name else None


def _before_larger_place(place: Place) -> Border | None:
    """The city or country of a place that a noun introduces: `in the district of Bovisa, in Milan`."""
    if place.right != "in" or not place.left_is_name or place.clause[-1:] != ["of"] or len(place.clause) < 2:
        return None
    longer = [place.after[0], " ".join(place.after[:2])] if place.after and place.after[0][0].isupper() else []
    larger = any(place.names.lookup(name) or place.names.is_english_name(name) for name in longer)
    local = place.clause[-2] in PLACE_NOUNS and larger
    return Border(",", "a phrase set off by commas lost the first one", 0.8) if local else None


def _in_list_of_things(place: Place) -> Border | None:
    """Nouns in a row that “and” ends: `with tear gas, rubber bullets, and stones`."""
    words = place.words
    plain = place.left[0].islower() and place.right[0].islower() and not place.left_is_name
    nominal = words.likely_tag(place.left) & NOMINAL and place.likely & (NOMINAL | Tag.ADJECTIVE)
    if not plain or not nominal or words.bigram_lower(place.left, place.right):
        return None
    before = place.segment if place.head else []
    listed = bool(before) and len(before) < 3 and _is_item(place, before) and _ends_with_and(place.after)
    following = place.after.index(",") if "," in place.after[:4] else 0
    goes_on = following and _is_item(place, place.after[:following]) and _ends_with_and(place.after[following + 1 :])
    several = goes_on and (bool(words.tags(place.left) & Tag.PLURAL_NOUN) or listed)
    return Border(",", "words in a list lost their comma", 0.85) if listed or several else None


def _is_item(place: Place, item: Sequence[str]) -> bool:
    """Whether a few words are one noun with what describes it."""
    likely = place.words.likely_tag
    return all(word[0].isalpha() and likely(word.lower()) & (NOMINAL | Tag.ADJECTIVE | Tag.GERUND) for word in item)


def _ends_with_and(after: Sequence[str]) -> bool:
    """Whether “and” or “or” follows within a few words, or stands right here; a comma may come before it."""
    near = list(takewhile(lambda word: word not in ENDS, after[:4]))
    return any(word in ("and", "or") for word in near)


CLOSING_RULES = (
    _before_subject_that,
    _before_who_of_one,
    _after_source,
    _before_source,
    _before_outcome,
    _before_month_clause,
    _before_height,
    _before_larger_place,
    _in_list_of_things,
)
