"""Decides what stood between two words that ran together: nothing but a space, a comma or a full stop.

A decision list: each rule looks at the word on the right, the word after it and the state of the clause on the left,
and says why. The first rule that speaks decides; the opposite is always offered as the next choice.
"""

from __future__ import annotations

from collections.abc import Callable

from cleanup.lexicon.indefinite import indefinite_article
from cleanup.lexicon.words import Tag
from cleanup.passes.fused_asides import opens_aside, takes_article
from cleanup.passes.fused_clause import FINITE, NOMINAL, Place
from cleanup.passes.fused_lists import (
    ADVERSATIVES,
    AFTER_BARE_VERB,
    AFTER_PARTICIPLE,
    APPOSING_ADVERBS,
    CALLED,
    CARRYING,
    CONNECTIVES,
    CONTRASTING,
    COUNTED_TIME,
    DESCRIBING,
    FIXED_PHRASES,
    GIVING,
    INTRO_PREPOSITIONS,
    LINKING,
    NARROWING,
    NO_PARTICIPLE,
    PARENTHETICAL,
    PLACE_NOUNS,
    PLACING,
    PRONOUNS,
    REFLEXIVES,
    RELATIVES,
    SPECIFYING,
    STATES,
    SUBORDINATORS,
    TIME,
    TIME_DETERMINERS,
    TIME_SHIFTS,
    TRANSITIVE,
    WATERS,
)
from cleanup.passes.fused_phrases import PHRASE_RULES
from cleanup.passes.fused_verdicts import VERB_AFTER_SUBJECT, Border, has_verb, reports_something

_PHRASE_START = Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER
_Rule = Callable[[Place], Border | None]


def decide(place: Place) -> Border:
    """What stood between the two parts."""
    if place.left_is_function_word:
        return Border("", "two words ran together", 0.99)
    for rule in _RULES:
        border = rule(place)
        if border is not None:
            return border
    return Border("", "two words ran together", 0.93)


def _before_capital(place: Place) -> Border | None:
    """A capitalised pronoun or article after a word begins a sentence; a name after a word just follows."""
    if not place.right[0].isupper() or (place.right.isupper() and len(place.right) > 1):
        return None
    if place.right_is_name or place.words.may_be_proper(place.right):
        return None
    opens = place.tags & (Tag.DETERMINER | Tag.PRONOUN | Tag.POSSESSIVE | Tag.PREPOSITION | Tag.CONJUNCTION)
    if place.tags & Tag.PRONOUN and not place.left_is_modifier:
        return Border(
            ".", "a sentence begins after it and the full stop was lost", 0.8 if place.has_finite_verb else 0.7
        )
    titled = place.after and place.after[0][0].isupper()
    if opens and (place.has_finite_verb or place.finite_verbs([*place.clause, place.left])):
        return Border(".", "a sentence begins after it and the full stop was lost", 0.6 if titled else 0.8)
    return None


def _before_apposed_name(place: Place) -> Border | None:
    """The name of whom the words before it describe, closed by a comma: `the minister, Anna Rossi, said`."""
    if not place.right_is_name or place.names.is_demonym(place.right):
        return None
    indefinite = place.clause[-4:] and place.words.is_person_noun(place.left) and place.left[0].islower()
    start = max((i for i, word in enumerate(place.clause) if word in ("a", "an", "A", "An")), default=-1)
    between = place.clause[start + 1 :] if start >= 0 else [","]
    one_of_many = indefinite and all(place.words.tags(word) & (Tag.ADJECTIVE | Tag.NOUN) for word in between)
    if one_of_many or (place.determined and place.verb_after_name()):
        return Border(",", "the comma that opens the apposition was lost", 0.85, proof=True)
    return None


def _before_subject(place: Place) -> Border | None:
    """A name and its verb after an opening phrase: During her career Gongini has."""
    if not (place.right_is_name and place.left[0].islower() and place.in_opening and place.next):
        return None
    noun = place.words.likely_tag(place.left) & NOMINAL and not place.words.is_person_noun(place.left)
    verb = place.words.likely_tag(place.next) & FINITE and place.after[0].islower()
    called = place.left in CALLED
    return Border(",", "the comma after the opening phrase was lost", 0.85) if noun and verb and not called else None


def _before_time(place: Place) -> Border | None:
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


def _before_one_of(place: Place) -> Border | None:
    if place.left_is_name and place.right == "one" and place.next == "of":
        return Border(",", "an apposition lost its comma", 0.9, proof=True)
    return None


def _before_aside(place: Place) -> Border | None:
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


def _before_sentence(place: Place) -> Border | None:
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


def _in_list_of_roles(place: Place) -> Border | None:
    """Nouns for people in a row: a photographer, painter and singer."""
    roles = place.words.is_person_noun(place.left) and place.words.is_person_noun(place.right)
    plain = place.left[0].islower() and place.right[0].islower() and place.next in (",", "and")
    return Border(",", "words in a list lost their comma", 0.85) if roles and plain else None


def _after_opening_adverb(place: Place) -> Border | None:
    """An adverb that links sentences and begins one: Meanwhile, reports; not However high."""
    if place.clause or place.left.lower() not in LINKING or not place.left[0].isupper():
        return None
    degree = place.left == "However" and place.likely & (Tag.ADJECTIVE | Tag.ADVERB)
    if degree or place.right in ("of", "in", "on", "the" if place.left == "Instead" else "of"):
        return None
    return Border(",", "the comma after the opening word was lost", 0.9)


def _between_names(place: Place) -> Border | None:
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
    alone = not place.clause or (place.clause[-1] not in (",", "and") and place.name_start not in INTRO_PREPOSITIONS)
    country = place.left in names.named_list("country")  # MaliBurkina Faso
    if alone and not country and words.is_given_name(place.left) and words.gender(place.left):
        return Border("", "two words of one name ran together", 0.8)
    common = words.is_word(place.right.lower()) and not words.is_given_name(place.right)
    if common or (
        words.is_given_name(place.left) and not (names.lookup(place.left) or names.is_english_name(place.left))
    ):
        return Border("", "two words of one name ran together", 0.75)
    return Border(",", "names in a list lost their comma", 0.85)


def _before_relative(place: Place) -> Border | None:
    if place.right in RELATIVES or place.right == "where":
        return _relative_comma(place)
    if place.right == "when" and place.left_is_name:
        if place.words.tags(place.next) & Tag.PAST_PARTICIPLE:
            return Border(",", "a clause that begins with when lost its comma", 0.8)
        return Border("", "two words ran together", 0.7)
    return None


def _relative_comma(place: Place) -> Border:
    """A comma after a name; none where the clause says which ones of many are meant."""
    if not place.left_is_name and place.right != "which":
        return Border("", "two words ran together", 0.75)
    plural = place.words.tags(place.left) & Tag.PLURAL_NOUN or place.left.endswith("ians")
    if place.left_is_name and plural and not place.clause_ends_with_name:
        return Border("", "two words ran together", 0.65)
    return Border(",", "a relative clause after it lost its comma", 0.93)


def _after_place(place: Place) -> Border | None:
    """In Lyon, France, …: the comma opened before the country is closed after it."""
    if place.left_is_modifier or place.right in ("and", "or", "of") or place.likely & NOMINAL:
        return None
    subject = place.opens_clause and place.likely & (FINITE | Tag.PAST_PARTICIPLE)
    if place.apposed_place and not subject:
        return Border(",", "the comma that closes the apposition was lost", 0.85)
    return None


def _before_fixed_phrase(place: Place) -> Border | None:
    if not place.left_is_name:
        return None
    for first, *rest in FIXED_PHRASES:
        if place.right == first and [word.lower() for word in place.after[: len(rest)]] == rest:
            closes = (first, *rest) in PARENTHETICAL and _goes_on(place, len(rest))
            phrase = f"the comma before “{' '.join([first, *rest])}” was lost"
            return Border(",", phrase, 0.85, closing=closes, phrase=len(rest) if closes else 0)
    return None


def _goes_on(place: Place, count: int) -> bool:
    """Whether the subject's verb follows the phrase that the right part and `count` words after it make."""
    following = place.after[count : count + 2]
    if not following or not following[0][:1].isalpha() or place.has_finite_verb:
        return False
    verb = place.words.tags(following[0]) & FINITE and not place.words.likely_tag(following[0]) & NOMINAL
    return bool(verb) and following[0].islower()


def _before_connective(place: Place) -> Border | None:
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


def _before_adversative(place: Place) -> Border | None:
    if place.right == "while" and _is_meanwhile(place):
        return Border("", "two words ran together", 0.85)
    if place.right in CONTRASTING and place.left_is_name and _opens_clause(place) and has_verb(place):
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


def _opens_clause(place: Place) -> bool:
    """Whether a subject follows the right part: a pronoun, a determiner and noun, a name."""
    if place.after and place.after[0][0].isupper():
        return True
    if place.finite_verbs(place.after[1:5]) and place.words.likely_tag(place.next) & (Tag.ADJECTIVE | Tag.PLURAL_NOUN):
        return True
    return bool(place.words.likely_tag(place.next) & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.PRONOUN))


def _before_and(place: Place) -> Border | None:
    if place.right not in ("and", "or"):
        return None
    if place.apposed_name and not (place.after and place.after[0][0].isupper()):
        return Border(",", "the comma that closes the apposition was lost", 0.8)
    return Border("", "two words ran together", 0.9)


def _before_subordinator(place: Place) -> Border | None:
    if place.right in ("as", "because", "if", "after", "before", "until", "since", "than", "that", "once", "unless"):
        if place.apposed_name:
            return Border(",", "the comma that closes the apposition was lost", 0.7)
        if place.right == "once" and place.left_is_name and _sets_off_adverb(place):
            return Border(",", "an apposition lost its comma", 0.85)
        return Border("", "two words ran together", 0.93)
    return None


def _before_preposition(place: Place) -> Border | None:
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


def _before_gerund(place: Place) -> Border | None:
    if place.tags & Tag.GERUND and place.right.endswith("ing") and not place.likely & NOMINAL:
        modifier = place.left_is_modifier or place.right in NARROWING
        if (
            not place.left_is_name
            or modifier
            or place.name_start in ("a", "an")
            or (place.segment and place.segment[0].lower() == "with")
        ):
            return Border("", "two words ran together", 0.7)
        return Border(",", "a clause that begins with a participle lost its comma", 0.8)
    return None


def _before_pronoun(place: Place) -> Border | None:
    if place.right not in PRONOUNS:
        return None
    third = place.after[1:2]
    if place.words.is_speech_verb(place.next) and third in ([","], ["."]) and has_verb(place):
        return Border(",", "the comma before the words that report was lost", 0.85)
    if place.left_is_name and _repeats_apposed(place):
        return Border(",", "a pronoun repeats the subject, whose second comma was lost", 0.9, drops=True, proof=True)
    coordinated = place.left_is_name and place.clause[-2:-1] and place.clause[-1] == "and"
    if coordinated and place.clause[-2][0].isupper() and place.right == "they" and not place.has_finite_verb:
        verb = place.words.likely_tag(place.next) & FINITE if place.next else Tag.NONE
        return Border("", "a pronoun repeats the subject", 0.8, drops=bool(verb))
    if place.in_opening:
        return Border(",", "the comma after the opening phrase was lost", 0.85)
    follows = place.words.likely_tag(place.next) & (FINITE | Tag.VERB_BASE) if place.next else Tag.NONE
    ends_phrase = place.name_is_governed and place.right in ("he", "she", "they") and not reports_something(place)
    if place.left_is_name and follows and ends_phrase:
        return Border(",", "the comma after a phrase that its subject follows was lost", 0.8)
    if place.left_is_name and place.right in ("we", "i", "you") and follows and has_verb(place):
        return Border(",", "a clause after it lost its comma", 0.7)
    takes_up = place.right in ("he", "she", "it", "they") and place.words.tags(place.next) & FINITE
    if place.left_is_name and place.next and takes_up:
        return _pronoun_after_name(place)
    return Border("", "two words ran together", 0.6)


def _repeats_apposed(place: Place) -> bool:
    """Whether a pronoun takes up a subject behind its name between commas: `The director, Carlo Bo he did not`."""
    verb = place.words.likely_tag(place.next) & FINITE if place.next else Tag.NONE
    return bool(verb) and place.right in ("he", "she", "it", "they") and place.apposed_name


def _pronoun_after_name(place: Place) -> Border:
    """A new sentence after a whole one; else the pronoun takes up the subject, and another pass removes it."""
    proof = bool(place.words.tags(place.next) & (Tag.AUXILIARY | Tag.MODAL | Tag.VERB_PAST))
    if place.awaits_verb:
        return Border("", "a pronoun repeats the subject", 0.9, proof=proof)
    opener = place.segment[0].lower() if place.segment else ""
    whole = (
        has_verb(place) and not reports_something(place) and opener not in SUBORDINATORS and "not" not in place.clause
    )
    listed = "," in place.clause and all(word == "," or word[0].isupper() for word in place.clause)
    if whole or (listed and ":" in place.before):
        return Border(".", "a sentence begins after it and the full stop was lost", 0.9, proof=proof)
    return Border("", "two words ran together", 0.6)


def _before_reflexive(place: Place) -> Border | None:
    if place.right not in REFLEXIVES:
        return None
    following = place.words.likely_tag(place.next) if place.next[:1].isalpha() else Tag.NONE
    if following & (Tag.DETERMINER | Tag.POSSESSIVE) and place.right != "alone":
        return Border(",", "an apposition lost its comma", 0.8)
    return Border("", "two words ran together", 0.93)


def _before_verb(place: Place) -> Border | None:
    if not place.likely & (FINITE | Tag.PAST_PARTICIPLE) and not _reads_as_verb(place):
        return None
    if place.apposed_name:
        alone = len(place.right) > 3 and place.likely & (Tag.VERB_PAST | Tag.VERB_PRESENT)
        proof = bool(alone) and len(place.segment) > 0 and not place.verb_after_comma()
        return Border(",", "the comma that closes the apposition was lost", 0.9, proof=proof)
    may_be_participle = place.tags & Tag.PAST_PARTICIPLE and not place.tags & (Tag.AUXILIARY | Tag.MODAL)
    if place.right in NO_PARTICIPLE and place.verb_after_comma() and not place.in_opening:
        return Border(", which", "a relative clause set off by commas lost its first word", 0.6)
    agent = place.next == "by" and len(place.after) > 2 and _names_agent(place)
    # Vienna announced on Monday, …
    reports = place.words.is_speech_verb(place.right) and place.next not in ("by", "for")
    closed = place.aside_length >= 0 or (place.open_aside and place.verb_after_comma())
    object_tags = Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER | Tag.PRONOUN
    governs = bool(place.words.likely_tag(place.next) & object_tags) and place.right not in PLACING
    if may_be_participle and not (reports or governs) and (closed or (agent and place.closes_before_verb())):
        return Border(",", "a clause set off by commas lost the first one", 0.85)
    if place.open_aside:
        return Border(",", "the comma that closes the clause was lost", 0.85)
    if place.waits_for_verb:
        return Border("", VERB_AFTER_SUBJECT, 0.95)
    if place.right in PLACING and place.left_is_name and place.next in AFTER_PARTICIPLE:
        return Border(",", "a clause that begins with a participle lost its comma", 0.7)
    if may_be_participle and place.left_is_name and place.subject_has_verb and place.next in AFTER_PARTICIPLE:
        return Border(",", "a clause that begins with a participle lost its comma", 0.75)
    return Border("", VERB_AFTER_SUBJECT, 0.95)


def _names_agent(place: Place) -> bool:
    """Whether “by” names who does it: by a young coach, by Anna Rossi; not by three goals."""
    following = place.after[1:6]
    return following[0][0].isupper() or any(place.words.is_person_noun(word) for word in following)


def _reads_as_verb(place: Place) -> bool:
    """Whether a word that is more often a noun is a verb here: speaks, plans, dates before what a verb takes."""
    if not place.tags & (Tag.VERB_PRESENT | Tag.VERB_PAST):
        return False
    following = place.words.likely_tag(place.next) if place.next[:1].isalpha() else Tag.NONE
    return bool(following & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.PRONOUN | Tag.INFINITIVE)) or place.next in (
        "back",
        "that",
    )


def _before_phrase(place: Place) -> Border | None:
    """A determiner or number after a name, or after an opening phrase."""
    if place.right == "no" and place.next == "longer":
        return Border("", VERB_AFTER_SUBJECT, 0.9, proof=True)
    if place.right in ("both", "all", "each") and place.words.likely_tag(place.next) & FINITE:
        return Border("", VERB_AFTER_SUBJECT, 0.9)
    starts = place.likely & _PHRASE_START or (place.right[0].isdigit())
    if not starts or place.right == "that":
        return None
    unfinished = not place.left_is_name and place.words.likely_tag(place.left) & (Tag.ADJECTIVE | Tag.ADVERB)
    if place.in_opening and not unfinished:
        return Border(",", "the comma after the opening phrase was lost", 0.85)
    if place.left_is_name:
        carried = place.name_start == "to" and any(word in CARRYING for word in place.segment)
        told = place.name_start in GIVING or carried or _lacks_object(place)
        return Border("" if told else ",", "two words ran together" if told else "an apposition lost its comma", 0.8)
    if place.words.likely_tag(place.left) & NOMINAL and place.has_finite_verb and not _may_be_verb(place):
        return Border(",", "an apposition lost its comma", 0.65)
    return None


def _may_be_verb(place: Place) -> bool:
    """Whether the left part may be a verb with its object behind it: to use the water, she questions the."""
    if not place.words.tags(place.left) & (Tag.VERB_BASE | Tag.VERB_PRESENT | Tag.VERB_PAST | Tag.GERUND):
        return False
    if place.clause and place.clause[-1] == "to":
        return True
    before = place.words.likely_tag(place.clause[-1]) if place.clause else Tag.NONE
    nominal = Tag.DETERMINER | Tag.POSSESSIVE | Tag.ADJECTIVE | Tag.NUMBER | Tag.PREPOSITION
    return not before & (nominal | Tag.PUNCTUATION)  # the president, creamthe regional leader


def _lacks_object(place: Place) -> bool:
    """Whether a verb that wants an object stands before the place with no noun after it: `presented in Santiago a`."""
    if (
        place.next in DESCRIBING
        or place.next in PLACE_NOUNS
        or place.name_start not in ("in", "at", "to", "from", "near")
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


def _before_description(place: Place) -> Border | None:
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


def _before_adverb(place: Place) -> Border | None:
    if place.left_is_name and _sets_off_adverb(place):
        return Border(",", "an apposition lost its comma", 0.85)
    known = place.right in ("formerly", "previously", "also") and place.next in ("known", "called", "a", "an", "the")
    if known and place.left_is_name and place.after[1:2] not in (["on"], ["for"], ["off"]):
        return Border(",", "an apposition lost its comma", 0.8)
    if place.likely & Tag.ADVERB and place.apposed_name and not place.has_finite_verb:
        return Border(",", "the comma that closes the apposition was lost", 0.8)
    if place.right == "alone":
        return Border("", "two words ran together", 0.9)  # in Madrid alone, …
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


_RULES: tuple[_Rule, ...] = (
    _before_capital,
    _before_apposed_name,
    _before_sentence,
    _before_subject,
    _after_opening_adverb,
    _in_list_of_roles,
    _between_names,
    _before_aside,
    _before_time,
    _before_one_of,
    *PHRASE_RULES,
    _before_fixed_phrase,
    _before_relative,
    _before_connective,
    _after_place,
    _before_adversative,
    _before_and,
    _before_subordinator,
    _before_adverb,
    _before_reflexive,
    _before_pronoun,
    _before_gerund,
    _before_verb,
    _before_phrase,
    _before_preposition,
    _before_description,
)
