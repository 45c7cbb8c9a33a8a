"""Phrases and clauses that begin at the border: asides that a later comma closes, comparisons, lists, ages.

They are rules of the decision list in `borders`, and look at the whole of what follows the border.
"""

from __future__ import annotations

from itertools import takewhile

from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import Tag
from cleanup.passes.fused_words.clause import ENDS, FINITE, NOMINAL, Place
from cleanup.passes.fused_words.closings import CLOSING_RULES, relative_of
from cleanup.passes.fused_words.lists import (
    AFTER_PARTICIPLE,
    APPROXIMATING,
    DESCRIBING,
    FRACTIONS,
    MULTIPLES,
    NAME_PARTICLES,
    NO_PARTICIPLE,
    PLACING,
    RELATIVES,
    SUBORDINATORS,
    TIME,
)
from cleanup.passes.fused_words.verdicts import Border, reports_something
from cleanup.syntax.noun_phrases import SHARES
from cleanup.syntax.words import BE, INTRANSITIVE, OPEN_VERBS, POSSESSIVES

_SUBJECTS = word_set("he she they we i it nobody everybody everyone others")
_NEVER_OPENS_ASIDE = word_set("of to and or but that than he she it they we i you there")
_BEGIN_AMOUNTS = word_set("a an all one as the three four five")
_EVENTS = {noun.capitalize() for noun in word_class("events")}
_COMPARED_WITH = word_set("in at on any all anyone anywhere to from")


def _before_closed_phrase(place: Place) -> Border | None:
    """A phrase between the subject and its verb that a comma closes: `Genoa, the busiest in the country, has`."""
    if place.left_is_modifier or not place.right[0].islower() or not place.encloses:
        return None
    if place.right == "that" and place.left_is_name:
        person = place.words.is_surname(place.left) and place.clause_ends_with_name and not place.left.isupper()
        which = relative_of(place) or ("who" if person else "which")
        return Border(",", "a relative clause after it lost its comma", 0.9, instead=which)
    if place.right in _NEVER_OPENS_ASIDE or (place.right == "no" and place.next == "longer"):
        return None
    if not place.left_is_name and not place.words.likely_tag(place.left) & NOMINAL:
        return None
    reports = place.words.is_speech_verb(place.right) and not _names_agent_soon(place)
    participle = place.tags & Tag.PAST_PARTICIPLE and place.right not in NO_PARTICIPLE and not reports
    if place.likely & (FINITE | Tag.PAST_PARTICIPLE) and not (
        participle and (place.next in AFTER_PARTICIPLE or place.right in PLACING)
    ):
        return None
    noun = place.likely & NOMINAL and not (place.words.is_person_noun(place.right) or place.right in DESCRIBING)
    if noun and place.right not in ("home", "heir", "part"):
        return None
    proof = (len(place.right) > 3 and place.aside_length > 1) or place.right == "ex"
    relative = place.tags & Tag.RELATIVE
    what = "a relative clause after it lost its comma" if relative else "a phrase set off by commas lost the first one"
    return Border(",", what, 0.92, proof=proof)


def _names_agent_soon(place: Place) -> bool:
    """Whether “by” follows, right away or behind a time: confirmed on Tuesday evening by the ministry."""
    timed = place.next in ("on", "in", "at", "last", "this", "yesterday", "today")
    return place.next == "by" or (timed and "by" in place.after[1:5])


def _before_inserted_clause(place: Place) -> Border | None:
    """A clause between an opening phrase and what follows it: `and from Gdynia, once the ice melts, to Riga`."""
    if place.right not in SUBORDINATORS - {"since"} or not (place.left_is_name and place.in_opening and place.clause):
        return None
    end = next((index for index, word in enumerate(place.after) if word == "," or word in ENDS), len(place.after))
    whole = place.finite_verbs(place.after[:end]) == 1 and place.after[end : end + 1] == [","]
    return Border(",", "the comma before a clause was lost", 0.85) if whole else None


def _before_repeated_preposition(place: Place) -> Border | None:
    """The next place of a list that says its preposition each time: `to Stockholm, to Havana and finally to Lima`."""
    if place.right != place.name_start or not place.left_is_name or not place.after or place.right == "of":
        return None
    names = place.names
    dated = place.after[0] in names.named_list("month") or place.after[0] in names.named_list("weekday")
    goes_on = any(word in ("and", "or") for word in place.after[1:4])
    listed = place.after[0][0].isupper() and not dated and goes_on and place.right in place.after[2:6]
    return Border(",", "words in a list lost their comma", 0.9) if listed else None


def _before_named(place: Place) -> Border | None:
    """The names of what was counted: `it has two crossings, Rumi and Sala`; not of “the two brothers”."""
    named = place.right[0].isupper() and (place.right_is_name or not place.words.is_word(place.right.lower()))
    if not named or not place.words.tags(place.left) & Tag.PLURAL_NOUN or place.left[0].isupper():
        return None
    near = ["", *(word.lower() for word in place.segment[-3:])]
    at = next((i for i, word in enumerate(near) if word and place.words.likely_tag(word) & Tag.NUMBER), 0)
    if not at or near[at - 1] in ("the", "these", "those") or near[at - 1] in POSSESSIVES:
        return None
    names = [word for word in place.after[:8] if word != ","]
    joined = "and" in names and all(word[0].isupper() or word in NAME_PARTICLES for word in names[: names.index("and")])
    second = names[names.index("and") + 1 :][:1] if joined else []
    listed = bool(second) and second[0][0].isupper() and place.has_finite_verb
    return Border(",", "the names of what is counted lost their comma", 0.9, proof=True) if listed else None


def _before_comparison(place: Place) -> Border | None:
    """A comparison after a whole clause: `eleven wrecks in the Baltic, more than in any other sea`."""
    if place.right not in ("more", "less", "fewer", "far", "twice", "half") or not place.has_finite_verb:
        return None
    following = [*(word.lower() for word in place.after[:2]), "", ""]
    than = place.right in ("more", "less", "fewer") and following[0] == "than"
    far = place.right == "far" and following[0] in ("more", "less", "fewer")
    if not (than or far or (place.right == "twice" and following[0] == "as")):
        return None
    words = place.words
    measured = any(words.likely_tag(word.lower()) & Tag.NUMBER or word[0].isdigit() for word in place.clause)
    number = following[1][:1].isdigit() or bool(following[1] and words.likely_tag(following[1]) & Tag.NUMBER)
    nominal = place.left[0].isupper() or bool(words.likely_tag(place.left) & NOMINAL)
    governed = place.name_is_governed if place.left_is_name else nominal
    apart = governed and not number and (measured or following[1] in _COMPARED_WITH)
    return Border(",", "the comma before a comparison was lost", 0.85) if apart else None


def _before_circumstance(place: Place) -> Border | None:
    """What goes along with a whole clause: `they won, with Anna Rossi leading`, `he wrote to Rome, saying that`."""
    if not place.has_finite_verb or place.left_is_function_word:
        return None
    if place.right == "with" and _is_absolute(place):
        return Border(",", "a phrase set off by commas lost the first one", 0.85)
    nominal = place.left_is_name or place.words.likely_tag(place.left) & NOMINAL
    saying = nominal and place.right.endswith("ing") and place.words.is_speech_verb(place.right)
    thing = place.determined and not place.left_is_name and not place.words.is_person_noun(place.left)
    starts = place.words.likely_tag(place.next) & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.PRONOUN)
    if saying and (place.next in ("that", ":", "“") or (thing and starts)):
        return Border(",", "a clause that begins with a participle lost its comma", 0.85)
    return None


def _is_absolute(place: Place) -> bool:
    """Whether “with” is followed by somebody and what they do: with the Giants winning, not with growing fear."""
    near = place.after[:6]
    stop = next((i for i, word in enumerate(near) if word in ENDS or word in (",", "and")), len(near))
    return any(
        word.endswith("ing") and place.words.likely_tag(word) & Tag.GERUND and near[i - 1] not in ("the", "a", "of")
        for i, word in enumerate(near[:stop])
        if i
    )


def _before_second_clause(place: Place) -> Border | None:
    """A clause of its own behind a whole one that ends with a time: `It left last May, its crew stayed`."""
    opens = place.right in POSSESSIVES or place.right in ("the", "he", "she", "they", "it", "we", "this", "these")
    if (
        not opens
        or place.left.lower() not in TIME
        or not place.has_finite_verb
        or place.in_opening
        or reports_something(place)
    ):
        return None
    end = next((index for index, word in enumerate(place.after) if word == "," or word in ENDS), len(place.after))
    own = place.finite_verbs(place.after[:end])
    opener = place.segment[0].lower() if place.segment else ""
    separate = own and opener not in SUBORDINATORS and not (place.inner_clause or place.in_opening)
    return Border(",", "a clause after it lost its comma", 0.85) if separate else None


def _before_measure(place: Place) -> Border | None:
    """What an amount comes to: `1.4 million tons, almost double that of May`, `300,000 visitors, a third of them`."""
    if place.left_is_name or not place.words.likely_tag(place.left) & NOMINAL or not place.is_counted:
        return None
    following = [*(word.lower() for word in place.after[:2]), "", ""]
    compared = place.right in MULTIPLES and following[0] in ("that", "as", "of", "what", "the", "those", "its")
    counts = following[0] in MULTIPLES | _BEGIN_AMOUNTS
    about = place.right in APPROXIMATING and (counts or following[0][:1].isdigit())
    share = place.right in ("a", "one") and following[0] in FRACTIONS and following[1] == "of"
    left_out = place.right == "not" and following[0] in ("counting", "including", "to")
    if not (compared or about or share or left_out):
        return None
    return Border(",", "the comma before what an amount comes to was lost", 0.88)


def _before_denied_item(place: Place) -> Border | None:
    """The item of a list that is missing: `grey walls, low lights, no velvet`."""
    if place.right != "no" or place.next in ("longer", "more", "one") or place.left_is_name:
        return None
    likely = place.words.likely_tag
    nouns = likely(place.left) & NOMINAL and likely(place.next) & (NOMINAL | Tag.ADJECTIVE)
    bare = all(likely(word.lower()) & (NOMINAL | Tag.ADJECTIVE | Tag.NUMBER) or word == "no" for word in place.segment)
    listed = (place.head or place.segment[:1] == ["no"] or ":" in place.before) and len(place.segment) < 4
    return Border(",", "words in a list lost their comma", 0.88) if nouns and bare and listed else None


def _before_exception(place: Place) -> Border | None:
    """A clause of its own behind a whole one: `it is in good condition, only the lower corner needs work`."""
    nominal = place.words.likely_tag(place.left) & NOMINAL
    if place.right != "only" or place.next not in ("the", "its", "his", "her", "their", "a") or not nominal:
        return None
    end = next((index for index, word in enumerate(place.after) if word == "," or word in ENDS), len(place.after))
    whole = place.has_finite_verb and not (place.in_opening or place.inner_clause)
    own = place.finite_verbs(place.after[:end]) == 1
    return Border(",", "a clause after it lost its comma", 0.8) if whole and own else None


def _after_german_feminine(place: Place) -> Border | None:
    """The ending of a German woman’s trade before her name, which is no preposition: `study leaderin Anna Vogel`."""
    if place.right != "in" or place.left_is_name or not place.words.is_person_noun(place.left) or not place.after:
        return None
    name = list(takewhile(lambda word: word[0].isupper(), place.after[:3]))
    person = len(name) > 1 and place.words.is_given_name(name[0])
    told = person and not (place.names.lookup(name[0]) or place.names.is_english_name(name[0]))
    return Border("", "the feminine ending of a German word", 0.9, drops=True, proof=True) if told else None


def _before_venue(place: Place) -> Border | None:
    """Where in a town: `the final is in Valencia, at the Mestalla`; not at what happens there."""
    following = place.after[:2]
    if place.right != "at" or not place.left_is_name or place.name_start != "in" or len(following) < 2:
        return None
    named = following[0] == "the" and following[1][0].isupper() and following[1] not in _EVENTS
    copula = any(word in ("is", "was", "be", "are", "were", "held", "played") for word in place.segment)
    longer = any(word in _EVENTS for word in place.after[1:5])
    return Border(",", "an apposition lost its comma", 0.8) if named and copula and not longer else None


def _after_age(place: Place) -> Border | None:
    """The verb after an age between commas: `Sims, 20, was shot`."""
    if not (place.left.isdigit() and len(place.left) == 2 and place.clause[-1:] == [","] and len(place.clause) > 1):
        return None
    named = place.clause[-2][0].isupper() and place.right[0].islower()
    counted = place.likely & (Tag.PLURAL_NOUN | Tag.NOUN) or place.right in ("of", "to", "per", "and", "or")
    goes_on = named and not counted
    return Border(",", "the comma that closes the apposition was lost", 0.95, proof=True) if goes_on else None


def _before_what_it_is(place: Place) -> Border | None:
    """A number of things after what is whole without them: `The text is ready: seventeen articles, …`."""
    copula = place.clause[-1:] and place.clause[-1] in ("is", "are", "was", "were")
    ready = copula and place.words.likely_tag(place.left) & Tag.ADJECTIVE and not place.left_is_name
    counts = place.likely & Tag.NUMBER and place.words.likely_tag(place.next) & Tag.PLURAL_NOUN
    units = place.next in TIME or place.next.endswith(("years", "months", "days", "hours", "metres", "meters"))
    return Border(":", "what follows says what it is", 0.85) if ready and counts and not units else None


def _before_share(place: Place) -> Border | None:
    """How many of them: `they have found work, most of it worse`, `nine gangs, many of which are known`."""
    of = [word.lower() for word in place.after[:2]]
    if place.right not in SHARES | {"none", "part", "each", "one"} or of[:1] != ["of"] or of[1:] == []:
        return None
    if of[1] not in ("whom", "which") and not (of[1] in ("it", "them") and place.has_finite_verb):
        return None
    nominal = place.left_is_name or place.words.likely_tag(place.left) & NOMINAL
    return Border(",", "the comma before a share was lost", 0.88) if nominal else None


def _before_report(place: Place) -> Border | None:
    """Who said the whole clause before: `Brest were robbed, said Roy`."""
    reports = place.words.is_speech_verb(place.right) and place.likely & (Tag.VERB_PAST | Tag.VERB_PRESENT)
    speaker = place.next in ("the", "a", "an", "his", "her", "their") or (place.after and place.after[0][0].isupper())
    if not (reports and speaker) or place.left_is_name or not place.has_finite_verb:
        return None
    likely = place.words.likely_tag(place.left)
    predicate = likely & (Tag.PAST_PARTICIPLE | Tag.VERB_PAST | Tag.ADJECTIVE | Tag.ADVERB) and not likely & NOMINAL
    nested = any(word.lower() in RELATIVES | SUBORDINATORS | {"that"} for word in place.segment)
    return None if not predicate or nested else Border(",", "the comma before the words that report was lost", 0.85)


def _behind_passive(place: Place) -> Border | None:
    """A clause of its own behind a verb that takes no object: `31 were saved, four are missing`."""
    starts = place.likely & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER) or place.right in _SUBJECTS
    if not starts or place.left_is_name or reports_something(place):
        return None
    passive = place.segment[-1:] and place.segment[-1] in BE and place.words.tags(place.left) & Tag.PAST_PARTICIPLE
    alone = place.left in INTRANSITIVE and place.words.likely_tag(place.left) & Tag.VERB_PAST
    if not (passive or alone) or place.next in TIME or place.words.is_speech_verb(place.left):
        return None
    nested = any(word.lower() in RELATIVES | SUBORDINATORS | {"that"} for word in place.segment)
    if place.likely & Tag.NUMBER:
        own = place.is_finite(place.after, 0)
    else:
        end = next((index for index, word in enumerate(place.after) if word == "," or word in ENDS), len(place.after))
        own = place.left not in OPEN_VERBS and place.finite_verbs(place.after[:end]) > 0
        own = own and not (RELATIVES | {"that"}) & set(place.after[:end])
    return Border(",", "a clause after it lost its comma", 0.8) if own and not nested else None


PHRASE_RULES = (
    _after_german_feminine,
    _before_measure,
    _before_denied_item,
    _before_exception,
    _before_venue,
    *CLOSING_RULES,
    _after_age,
    _before_share,
    _before_report,
    _behind_passive,
    _before_second_clause,
    _before_closed_phrase,
    _before_inserted_clause,
    _before_repeated_preposition,
    _before_named,
    _before_comparison,
    _before_circumstance,
    _before_what_it_is,
)
