"""Borders before what connects: relative and other clauses, connectives, fixed phrases, prepositions, adverbs."""

from __future__ import annotations

from cleanup.lexicon.words import Tag
from cleanup.passes.fused_words.clause import FINITE, NOMINAL, Place
from cleanup.passes.fused_words.lists import (
    ADVERSATIVES,
    AFTER_PARTICIPLE,
    APPOSING_ADVERBS,
    CONNECTIVES,
    CONTRASTING,
    DIRECTIONS,
    FIXED_PHRASES,
    LINKING,
    PARENTHETICAL,
    PRONOUNS,
    RELATIVES,
    SPECIFYING,
    STATES,
    SUBORDINATORS,
    WATERS,
)
from cleanup.passes.fused_words.verdicts import Border, has_verb, reports_something

_ASKING = frozenset(("why", "how", "what", "who", "where"))
# Determiners of one of many, which a relative clause narrows down.
_NARROWED = frozenset(("a", "an", "any", "some", "every", "each", "no", "one"))


def after_opening_adverb(place: Place) -> Border | None:
    """An adverb that links sentences and begins one: Meanwhile, reports; not However high."""
    if place.clause or place.left.lower() not in LINKING or not place.left[0].isupper():
        return None
    degree = place.left == "However" and place.likely & (Tag.ADJECTIVE | Tag.ADVERB)
    if degree or place.right in ("of", "in", "on", "the" if place.left == "Instead" else "of"):
        return None
    return Border(",", "the comma after the opening word was lost", 0.9)


def before_fixed_phrase(place: Place) -> Border | None:
    """A phrase that nearly always has a comma before it, behind a name."""
    if not (place.left_is_name or _is_year(place)):
        return None
    for first, *rest in FIXED_PHRASES:
        if place.right == first and [word.lower() for word in place.after[: len(rest)]] == rest:
            closes = (first, *rest) in PARENTHETICAL and _goes_on(place, len(rest))
            phrase = f"the comma before “{' '.join([first, *rest])}” was lost"
            return Border(",", phrase, 0.85, closing=closes, phrase=len(rest) if closes else 0)
    return None


def _is_year(place: Place) -> bool:
    """Whether the left part is a year behind a preposition: in the autumn of 2022."""
    governed = place.clause[-1:] and place.clause[-1].lower() in ("in", "of", "until", "since", "by")
    return bool(governed) and place.left.isdigit() and len(place.left) == 4 and place.left[:2] in ("18", "19", "20")


def _goes_on(place: Place, count: int) -> bool:
    """Whether the subject's verb follows the phrase that the right part and `count` words after it make."""
    following = place.after[count : count + 2]
    if not following or not following[0][:1].isalpha() or place.has_finite_verb:
        return False
    verb = place.words.tags(following[0]) & FINITE and not place.words.likely_tag(following[0]) & NOMINAL
    return bool(verb) and following[0].islower()


def before_relative(place: Place) -> Border | None:
    """A relative pronoun, where or when."""
    if place.right in RELATIVES or place.right == "where":
        return _relative_comma(place)
    if place.right == "when" and _is_year(place):
        return Border(",", "a clause that begins with when lost its comma", 0.85)
    if place.right == "when" and place.left_is_name:
        if place.words.tags(place.next) & Tag.PAST_PARTICIPLE:
            return Border(",", "a clause that begins with when lost its comma", 0.8)
        return Border("", "two words ran together", 0.7)
    return None


def _relative_comma(place: Place) -> Border:
    """A comma after a name; none where the clause says which ones of many are meant."""
    if place.right == "where" and place.left in ("abroad", "home", "elsewhere", "upstairs", "downstairs"):
        return Border(",", "a relative clause after it lost its comma", 0.8)
    if not place.left_is_name and (place.right != "which" or place.determiner in _NARROWED):
        return Border("", "two words ran together", 0.75)
    if not place.left_is_name and place.words.likely_tag(place.left) & (Tag.VERB_BASE | Tag.VERB_PRESENT):
        return Border("", "two words ran together", 0.75)  # the count will show which of them
    if place.right == "who" and [word.lower() for word in place.clause[:2]] in (["it", "was"], ["it", "is"]):
        return Border("", "two words ran together", 0.85)  # it was Rossi who left
    if place.left_is_name and place.name_start in ("a", "an") and not _begins_with_person(place):
        return Border("", "one of many is meant", 0.85)  # a Juventus who had not won
    if place.right == "who" and place.left_is_name and _is_of_one_of_many(place):
        return Border("", "one of many is meant", 0.8)
    if _ends_name_of_body(place):
        return Border(",", "a relative clause after it lost its comma", 0.93)  # the Chamber of Deputies, which
    many = place.words.tags(place.left) & Tag.PLURAL_NOUN or place.left.endswith("ians")
    plural = many and place.left.endswith("s")
    if place.left_is_name and plural and not place.clause_ends_with_name:
        return Border("", "two words ran together", 0.65)
    return Border(",", "a relative clause after it lost its comma", 0.93)


def _ends_name_of_body(place: Place) -> bool:
    """Whether the left part ends the name of a body: the Chamber of Deputies, the Party of the Greens."""
    words = place.clause[:-1] if place.clause[-1:] == ["the"] and place.right == "which" else place.clause
    return place.left_is_name and len(words) > 1 and words[-1] == "of" and words[-2][0].isupper()


def _begins_with_person(place: Place) -> bool:
    """Whether the name that the left part ends begins with a given name: a Mario Rossi."""
    names = [word for word in place.clause if word[0].isupper()]
    return bool(names) and place.clause[-1:] == names[-1:] and place.words.is_given_name(names[-1])


def _is_of_one_of_many(place: Place) -> bool:
    """Whether the name says where one of many comes from: bought by a baker from Lecce who had saved."""
    phrase = place.segment[: max((i for i, word in enumerate(place.segment) if word == place.name_start), default=0)]
    if place.name_start not in ("from", "of", "in", "at", "near") or not phrase:
        return False
    role = phrase[-1][0].islower() and place.words.is_person_noun(phrase[-1])
    start = next((word for word in reversed(phrase[:-1]) if place.words.likely_tag(word) & Tag.DETERMINER), "")
    return role and start.lower() in ("a", "an")


def before_connective(place: Place) -> Border | None:
    """However, therefore and the like, which stand between commas."""
    if place.right == "though" and place.next[:1].isalpha() and not place.words.likely_tag(place.next) & FINITE:
        return None
    if place.right in CONNECTIVES:
        closing = place.next not in (",", ".", ";", "")
        return Border(",", "the commas around it were lost", 0.85, closing)
    tags = place.words.tags(place.right)
    interrupts = place.next == "," and place.left_is_name and not place.has_finite_verb and tags & Tag.ADVERB
    if interrupts and place.is_finite([*place.after[1:2]], 0):
        return Border(",", "the first of the commas around it was lost", 0.85)
    return None


def before_adversative(place: Place) -> Border | None:
    """But, while, although, including: a contrast or what is among others."""
    if place.left.lower() == "even" and place.right == "though":
        return None
    if place.right == "while" and _is_meanwhile(place):
        return Border("", "two words ran together", 0.85)
    nominal = place.left_is_name or place.words.likely_tag(place.left) & (NOMINAL | Tag.ADJECTIVE)
    asks = place.right == "so" and place.next in _ASKING
    if place.right in CONTRASTING and nominal and _opens_clause(place) and (asks or has_verb(place)):
        return Border(",", f"the comma before “{place.right}” was lost", 0.9, proof=True)
    after_noun = place.words.likely_tag(place.left) & NOMINAL and place.right in ("including", "especially", "namely")
    if place.right in ADVERSATIVES and (
        place.left_is_name or after_noun or place.right in ("but", "while", "although", "though", "whereas")
    ):
        return Border(",", f"the comma before “{place.right}” was lost", 0.9)
    return None


def _is_meanwhile(place: Place) -> bool:
    """Whether “while” says when, not what is otherwise: while waiting, while he was asleep."""
    first, second = place.next, (place.after[1].lower() if len(place.after) > 1 else "")
    gerund = place.words.tags(first) & Tag.GERUND and first.endswith("ing")
    third = place.words.tags(place.after[2]) if len(place.after) > 2 and place.after[2].isalpha() else Tag.NONE
    during = third & (Tag.GERUND | Tag.PREPOSITION) or third & Tag.ADJECTIVE
    return bool(gerund) or bool(first in PRONOUNS and second in ("was", "were", "is", "are") and during)


def before_then(place: Place) -> Border | None:
    """What came next, behind a whole clause: `she left Lodi for Genoa, then at the height of its power`."""
    if place.right != "then" or not place.has_finite_verb or place.in_opening or reports_something(place):
        return None
    if not (place.left_is_name or place.words.likely_tag(place.left) & NOMINAL):
        return None
    opener = place.segment[0].lower() if place.segment else ""
    follows = place.words.likely_tag(place.next) & (Tag.PREPOSITION | Tag.PRONOUN | Tag.DETERMINER | Tag.POSSESSIVE)
    if not follows or opener in SUBORDINATORS or place.next in ("of", "as"):
        return None
    return Border(",", "the comma before “then” was lost", 0.85, proof=place.left_is_name and len(place.left) > 4)


def _opens_clause(place: Place) -> bool:
    """Whether a subject follows the right part: a pronoun, a determiner and noun, a name; or a question."""
    if place.right == "so" and place.next in _ASKING:
        return True
    if place.right == "so" and place.next in ("that", "this", "these", "those", "many", "few"):
        return False
    if place.after and place.after[0][0].isupper():
        return True
    if place.finite_verbs(place.after[1:5]) and place.words.likely_tag(place.next) & (Tag.ADJECTIVE | Tag.PLURAL_NOUN):
        return True
    return bool(place.words.likely_tag(place.next) & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.PRONOUN))


def before_and(place: Place) -> Border | None:
    """And, or: a comma only where an apposition ends."""
    if place.right not in ("and", "or"):
        return None
    if place.apposed_name and not (place.after and place.after[0][0].isupper()):
        return Border(",", "the comma that closes the apposition was lost", 0.8)
    return Border("", "two words ran together", 0.9)


def before_subordinator(place: Place) -> Border | None:
    """As, because, if, until: a comma only where an apposition ends."""
    if place.right in ("as", "because", "if", "after", "before", "until", "since", "than", "that", "once", "unless"):
        if place.apposed_name:
            return Border(",", "the comma that closes the apposition was lost", 0.7)
        if place.right == "once" and place.left_is_name and _sets_off_adverb(place):
            return Border(",", "an apposition lost its comma", 0.85)
        return Border("", "two words ran together", 0.93)
    return None


def before_adverb(place: Place) -> Border | None:
    """An adverb that begins an apposition, or stands behind an opening phrase."""
    if place.left_is_name and _sets_off_adverb(place):
        return Border(",", "an apposition lost its comma", 0.85)
    known = place.right in ("formerly", "previously", "also") and place.next in ("known", "called", "a", "an", "the")
    if known and place.left_is_name and place.after[1:2] not in (["on"], ["for"], ["off"]):
        return Border(",", "an apposition lost its comma", 0.8)
    if place.likely & Tag.ADVERB and place.apposed_name and not place.has_finite_verb:
        return Border(",", "the comma that closes the apposition was lost", 0.8)
    if place.right == "alone":
        return Border("", "two words ran together", 0.9)  # in Madrid alone, …
    subject = (
        place.likely & Tag.ADVERB
        and place.segment[:1]
        and place.segment[0].lower() in SUBORDINATORS
        and place.is_finite([*place.after[:1]], 0)
    )
    if subject:
        return Border("", "two words ran together", 0.9)  # since Anna Rossi first won
    if place.likely & Tag.ADVERB and place.in_opening and place.left_is_name and not place.name_begins_clause:
        return Border(",", "the comma after the opening phrase was lost", 0.65)
    return None


def _sets_off_adverb(place: Place) -> bool:
    """Whether an adverb begins a phrase that says more of the name: now a museum, already known for, later in Paris."""
    second = place.after[1] if len(place.after) > 1 else ""
    if place.right in SPECIFYING:
        if place.words.tags(place.next) & Tag.GERUND and place.next.endswith("ing"):
            return True
        starts = Tag.PREPOSITION | Tag.INFINITIVE | Tag.DETERMINER | Tag.POSSESSIVE
        return bool(place.words.likely_tag(place.next) & starts) or place.after[0][:1].isupper()
    if place.right not in APPOSING_ADVERBS or place.name_start in ("the", "a", "an"):
        return False
    if place.next == place.name_start and place.words.likely_tag(place.next) & Tag.PREPOSITION:
        return second[:1].isupper() or place.right in ("first", "then")
    complete = place.has_finite_verb or place.verb_after_comma() or place.closes_before_verb()
    article = place.next in ("a", "an", "the") or (place.next == "one" and second == "of")
    if article and (place.right != "today" or place.next != "the"):
        return complete and not place.in_opening
    participle = place.words.tags(place.next) & Tag.PAST_PARTICIPLE and second in AFTER_PARTICIPLE
    ordinal = place.next in ("first", "second", "third", "fourth", "fifth", "sixth", "last", "top", "bottom")
    place_of = place.next == "in" and second in ("its", "his", "her", "their")
    return bool(complete and (participle or ordinal or place_of))


def before_preposition(place: Place) -> Border | None:
    """A preposition: a space, but where a phrase is set off by commas."""
    near = place.right == "just" and place.next in DIRECTIONS
    if near and place.left_is_name and not place.in_opening and not place.left_is_modifier:
        return Border(",", "an apposition lost its comma", 0.85, proof=True)
    if place.left_is_name and place.next in ("which", "whom", "whose") and place.right not in RELATIVES:
        return Border(",", "a relative clause after it lost its comma", 0.9)
    ranked = any(word in ("first", "only", "last", "next") for word in place.clause)  # the only one in the UK to be
    if place.left_is_name and place.right == "to" and place.next == "be" and place.has_finite_verb and not ranked:
        return Border(",", "a phrase set off by commas lost the first one", 0.7)
    if place.left_is_name and place.verb_after_comma() and (place.right, place.next) in STATES:
        return Border(",", "a phrase set off by commas lost the first one", 0.85)
    if place.left_is_name and place.right in ("like", "unlike") and _compares(place):
        return Border(",", "a phrase set off by commas lost the first one", 0.85)
    if not place.likely & (Tag.PREPOSITION | Tag.INFINITIVE | Tag.PARTICLE):
        return None
    near_water = place.right == "on" and place.next == "the" and place.name_start in ("in", "at", "near")
    if near_water and place.left_is_name and any(word in WATERS for word in place.after[1:4]):
        return Border(",", "an apposition lost its comma", 0.8)
    if place.apposed_name and not place.has_finite_verb and place.right not in ("of", "from"):
        return Border(",", "the comma that closes the apposition was lost", 0.6)
    return Border("", "two words ran together", 0.93)


def _compares(place: Place) -> bool:
    """Whether a comparison stands between a subject and its verb: Anna, like her father, is a baker."""
    subject = not place.has_finite_verb and (not place.segment or place.name_start not in ("of", "in", "from"))
    return subject and place.verb_after_comma()
