"""Borders beside a name: an apposition, an aside after a person, a new sentence that begins with one, a list."""

from __future__ import annotations

from typing import Final

from cleanup.lexicon.indefinite import indefinite_article
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import Tag
from cleanup.passes.fused_words.asides import opens_aside, takes_article
from cleanup.passes.fused_words.clause import FINITE, NOMINAL, Place
from cleanup.passes.fused_words.lists import (
    CALLED,
    COUNTED_TIME,
    GIVING,
    INTRO_PREPOSITIONS,
    LONGEST_NAME,
    NAME_PARTICLES,
    OPENERS,
    PREDICATING,
    TIME,
    TIME_DETERMINERS,
    TIME_SHIFTS,
    WORKS,
)
from cleanup.passes.fused_words.verdicts import Border, has_verb
from cleanup.syntax.words import HELPERS_OF_ONE, MODALS

_BEFORE_ADDRESS: Final = word_set("in at near from outside of off to")
_SUBJECTS: Final = word_set("he she it they we i you this that these those there nobody everybody everyone")
_SHORTEST_CLAUSE: Final = 4  # words
_SEEN_OFTEN: Final = 5  # times side by side in the corpora


def before_capital(place: Place) -> Border | None:
    """A capitalised pronoun or article after a word begins a sentence; a name after a word just follows."""
    if not place.right[0].isupper() or (place.right.isupper() and len(place.right) > 1):
        return None
    if place.right in OPENERS and place.encloses and place.right.lower() not in _SUBJECTS:
        return Border(",", "a phrase set off by commas lost the first one", 0.85, instead=place.right.lower())
    goes_on = place.right == "And" and place.next in HELPERS_OF_ONE | MODALS
    if place.right in OPENERS and not goes_on and _opens_whole_sentence(place):
        return Border(".", "a sentence begins after it and the full stop was lost", 0.9)
    if place.right_is_name or place.words.may_be_proper(place.right):
        return None
    opens = place.tags & (Tag.DETERMINER | Tag.PRONOUN | Tag.POSSESSIVE | Tag.PREPOSITION | Tag.CONJUNCTION)
    if place.tags & Tag.PRONOUN and not place.left_is_modifier:
        return Border(
            ".", "a sentence begins after it and the full stop was lost", 0.8 if place.has_finite_verb else 0.7
        )
    if goes_on:
        return Border("", "two words ran together", 0.8, instead="and")  # to Milan and has appointed
    titled = place.after and place.after[0][0].isupper()
    if opens and (place.has_finite_verb or place.finite_verbs([*place.clause, place.left])):
        return Border(".", "a sentence begins after it and the full stop was lost", 0.6 if titled else 0.8)
    return None


def _opens_whole_sentence(place: Place) -> bool:
    """Whether a capitalised function word begins a sentence with a verb of its own; not a title: the film In Bruges."""
    if place.left_is_modifier or not place.after:
        return False
    end = next((i for i, word in enumerate(place.after) if word in ".!?…"), len(place.after))
    following = place.after[:end]
    if not any(place.words.tags(word) & FINITE for word in following if word[0].islower()):
        return False
    if not following[0][0].isupper():
        return True
    named = place.left in CALLED | WORKS
    return not named and place.finite_verbs(following) > 0 and len(place.clause) >= _SHORTEST_CLAUSE


def before_apposed_name(place: Place) -> Border | None:
    """The name of whom the words before it describe, closed by a comma: `the minister, Anna Rossi, said`."""
    if not place.right_is_name or place.names.is_demonym(place.right):
        return None
    indefinite = place.clause[-4:] and place.words.is_person_noun(place.left) and place.left[0].islower()
    start = max((i for i, word in enumerate(place.clause) if word in ("a", "an", "A", "An")), default=-1)
    between = place.clause[start + 1 :] if start >= 0 else [","]
    described = Tag.ADJECTIVE | Tag.NOUN | Tag.NUMBER
    plain = all(word == "-" or word[0].isdigit() or place.words.tags(word) & described for word in between)
    one_of_many = indefinite and plain
    inside_name = place.left[0].isupper() and not place.words.is_person_noun(place.left.lower())
    if one_of_many or (place.determined and place.verb_after_name() and not inside_name):
        return Border(",", "the comma that opens the apposition was lost", 0.85, proof=True)
    return None


def before_sentence(place: Place) -> Border | None:
    """A name that begins a new sentence: a whole clause on its left, its own verb right after it."""
    if not (place.right_is_name and place.left[0].islower() and place.after and has_verb(place)):
        return None
    before = place.segment[-1] if place.segment else ""
    bare = place.words.likely_tag(before) & (Tag.PREPOSITION | FINITE) if before else Tag.NONE
    noun = place.words.likely_tag(place.left) & (NOMINAL | Tag.ADJECTIVE | Tag.ADVERB)
    noun = noun or (
        place.words.likely_tag(before) & Tag.AUXILIARY and place.words.tags(place.left) & Tag.PAST_PARTICIPLE
    )
    if not bare or not noun or place.words.is_person_noun(place.left) or place.left in CALLED:
        return None
    verb = place.words.likely_tag(place.after[0]) & FINITE and place.after[0].islower()
    return Border(".", "a sentence begins after it and the full stop was lost", 0.8) if verb else None


def before_subject(place: Place) -> Border | None:
    """A name and its verb after an opening phrase: During her career Gongini has."""
    if not (place.right_is_name and place.left[0].islower() and place.in_opening and place.next):
        return None
    noun = place.words.likely_tag(place.left) & NOMINAL and not place.words.is_person_noun(place.left)
    behind = next((word for word in place.after if word[0].islower() and word not in NAME_PARTICLES), "")
    verb = behind and place.words.likely_tag(behind) & FINITE and place.after.index(behind) < LONGEST_NAME
    called = place.left in CALLED
    return Border(",", "the comma after the opening phrase was lost", 0.85) if noun and verb and not called else None


def in_list_of_roles(place: Place) -> Border | None:
    """Nouns for people in a row: a photographer, painter and singer."""
    roles = place.words.is_person_noun(place.left) and place.words.is_person_noun(place.right)
    plain = place.left[0].islower() and place.right[0].islower() and place.next in (",", "and")
    return Border(",", "words in a list lost their comma", 0.85) if roles and plain else None


def between_names(place: Place) -> Border | None:
    """Two names: parts of one, or of a list."""
    if not (place.left_is_name and place.right_is_name):
        return None
    words, names = place.words, place.names
    if place.right in names.named_list("weekday") or place.right in names.named_list("month"):
        return Border("", "two words ran together", 0.85)  # in Boston Saturday
    together = f"{place.left} {place.right}"
    if (
        place.left_is_modifier
        or names.lookup(together)
        or names.is_english_name(together)
        or words.is_person_noun(place.left)
    ):
        return Border("", "two words of one name ran together", 0.9)
    if _ends_address(place):
        return Border(",", "the country of a place lost its comma", 0.9)
    alone = not place.clause or (place.clause[-1] not in (",", "and") and place.name_start not in INTRO_PREPOSITIONS)
    country = place.left in names.named_list("country")  # MaliBurkina Faso
    if _is_one_name(place):
        return Border("", "two words of one name ran together", 0.8)
    if alone and not country and words.is_given_name(place.left) and words.gender(place.left):
        return Border("", "two words of one name ran together", 0.8)
    common = words.is_word(place.right.lower()) and not words.is_given_name(place.right)
    if common or (
        words.is_given_name(place.left) and not (names.lookup(place.left) or names.is_english_name(place.left))
    ):
        return Border("", "two words of one name ran together", 0.75)
    return Border(",", "names in a list lost their comma", 0.85)


def _ends_address(place: Place) -> bool:
    """Whether a country stands behind a place in it: off Muğla, Turkey; not Air Canada, North Korea."""
    country = place.right in place.names.named_list("country") and not place.words.is_word(place.left.lower())
    return country and place.name_start in _BEFORE_ADDRESS


def _is_one_name(place: Place) -> bool:
    """Whether the left part begins a name that nothing says to be an item of a list: Boko Haram, Deportivo Cali."""
    names, begins = place.names, not place.clause or not place.clause[-1][0].isupper()
    if not begins or place.left in names.named_list("country"):
        return False
    listed = place.clause[-1:] == [","] or place.next in (",", "and", "or")
    together = place.words.bigram(place.left, place.right) >= _SEEN_OFTEN
    return together or not (listed or names.lookup(place.left) or names.is_english_name(place.left))


def before_aside(place: Place) -> Border | None:
    """What is said of a person after the full name: at thirty-eight, in an interview, born in, a friend of."""
    given = place.clause_ends_with_name and place.words.is_given_name(place.clause[-1])
    person = given or (place.words.is_surname(place.left) and place.right not in ("a", "an", "the", "in", "at"))
    if not (person and place.left_is_name and opens_aside(place.words, place.right, place.after)):
        return None
    if place.tags & Tag.GERUND and place.name_start in ("of", "a", "an", "with"):
        return None
    if takes_article(place.words, place.right, place.next):
        article = indefinite_article(place.right)
        return Border(f", {article}", "the comma and the article after a person’s name were lost", 0.7)
    told = place.right in ("a", "an", "the") and place.name_start in GIVING
    return None if told else Border(",", "the comma after a person’s name was lost", 0.85, proof=True)


def before_time(place: Place) -> Border | None:
    """A time after a name takes no comma: two days later, last week, early in the morning."""
    if not place.left_is_name or not place.next[:1].isalnum():
        return None
    counted = place.tags & Tag.NUMBER or place.right in ("a", "an", "some", "several", "many") or place.right.isdigit()
    following = [word.lower() for word in place.after[:3]]
    shifted = bool(COUNTED_TIME & set(following[:2])) and bool(TIME_SHIFTS & set(following[1:]))
    score = counted and following[:1] == ["to"] and place.words.likely_tag(following[1]) & Tag.NUMBER
    if score:
        return Border("", "a name and a score ran together", 0.9)
    day_before = place.right == "the" and place.next in TIME and following[1:2] in (["before"], ["after"])
    if (counted and shifted) or day_before or (place.right in TIME_DETERMINERS and place.next in TIME):
        return Border("", "a name and a time ran together", 0.93, proof=True)
    if place.right in ("early", "late") and place.next in ("in", "on", "this", "last", "yesterday", "today"):
        return Border("", "a name and a time ran together", 0.93, proof=True)
    return None


def before_one_of(place: Place) -> Border | None:
    """`Oslo, one of the …`; but `it makes Oslo one of the …`."""
    if not (place.left_is_name and place.right == "one" and place.next == "of"):
        return None
    if place.name_start in PREDICATING:
        return Border("", "two words ran together", 0.9, proof=True)
    return Border(",", "an apposition lost its comma", 0.9, proof=True)


def after_place(place: Place) -> Border | None:
    """In Lyon, France, …: the comma opened before the country is closed after it."""
    if place.left_is_modifier or place.right in ("and", "or", "of") or place.likely & NOMINAL:
        return None
    subject = place.opens_clause and place.likely & (FINITE | Tag.PAST_PARTICIPLE)
    if place.apposed_place and not subject:
        return Border(",", "the comma that closes the apposition was lost", 0.85)
    return None
