"""Borders before a pronoun or a verb: what takes up a subject, what its verb is, what a participle begins."""

from __future__ import annotations

from cleanup.lexicon.words import Tag
from cleanup.passes.fused_words.clause import FINITE, NOMINAL, Place
from cleanup.passes.fused_words.lists import (
    AFTER_PARTICIPLE,
    NARROWING,
    NO_PARTICIPLE,
    PLACING,
    PRONOUNS,
    REFLEXIVES,
    SUBORDINATORS,
)
from cleanup.passes.fused_words.verdicts import VERB_AFTER_SUBJECT, Border, has_verb, reports_something


def before_reflexive(place: Place) -> Border | None:
    """Itself, themselves, alone."""
    if place.right not in REFLEXIVES:
        return None
    following = place.words.likely_tag(place.next) if place.next[:1].isalpha() else Tag.NONE
    if following & (Tag.DETERMINER | Tag.POSSESSIVE) and place.right != "alone":
        return Border(",", "an apposition lost its comma", 0.8)
    return Border("", "two words ran together", 0.93)


def before_pronoun(place: Place) -> Border | None:
    """A pronoun begins a clause or a sentence, or takes up a subject."""
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


def before_gerund(place: Place) -> Border | None:
    """A clause that begins with a gerund has a comma behind a name."""
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


def before_verb(place: Place) -> Border | None:
    """The verb of the subject on the left, or a participle that begins a clause."""
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
    if place.open_aside and place.after and (place.after[0][0].isupper() or following & Tag.ADJECTIVE):
        return True  # the club, founded by miners, beat Lugo
    return bool(following & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.PRONOUN | Tag.INFINITIVE)) or place.next in (
        "back",
        "that",
    )
