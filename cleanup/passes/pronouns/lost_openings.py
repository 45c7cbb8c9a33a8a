"""Verbs that open a sentence without a subject: `Added that`, `Has already lost`, `Restored the oldest one`.

A past form that is a participle as well opens good sentences and fragments (`Named the best player, he …`, `Built in
1902.`). What stands behind it decides: a clause, an object or an infinitive that a participle cannot have.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cleanup.lexicon.inflection import pasts
from cleanup.lexicon.names import WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import inflected, word_class
from cleanup.lexicon.words import Tag
from cleanup.lexicon.words import words as lexicon
from cleanup.syntax.clauses import is_finite, noun_phrase_end
from cleanup.syntax.parser import DETERMINERS, OPENERS, RELATIVES, SUBJECT_PRONOUNS, Word
from cleanup.syntax.words import (
    COMPLEMENT_VERBS,
    HAVE,
    INTRANSITIVE,
    MIDDLE_ADVERBS,
    OPEN_VERBS,
    SPEECH,
    TELL,
    TIME_NOUNS,
)

_LEAST = 5  # words and marks: a title or a fragment has fewer
_FRONTS = word_set("already also never even then later immediately always often still finally eventually soon")
_THINGS = word_set("this that it so nothing everything something them him")
_SAID_SO = pasts("say think hope believe do")
_NO_OBJECTS = TIME_NOUNS | word_set("way best worst most least lot bit same first last rest colour color size")
_NO_DETERMINERS = word_set("all both each half enough no every any either neither")
_WILLED = pasts(
    "decide refuse try agree manage fail hope decline attempt vow pledge promise want wish hesitate dare prefer"
)
"""Past forms whose participle has no infinitive behind it: decided to leave; but expected to open."""
_ADDRESSING = pasts("telephone phone reply react apologise apologize")
"""Past forms whose participle has no `to` behind it: telephoned to the owner."""
_WITH_GERUND = pasts("propose suggest recommend consider deny admit regret avoid finish risk resume begin stop")
_QUESTIONING = pasts("explain wonder describe reveal specify discuss investigate")
_QUESTIONS = word_set("whether how why what where when who if")
_QUOTING = pasts("say add reply answer ask remark note write think sing cry")
"""Verbs with their subject behind them in good English: said a spokesman."""
_PRESENTING = INTRANSITIVE | pasts("begin start follow continue end open close pass govern")
_CONTESTED = pasts("win lose")
"""With these, other languages put the subject behind the verb though an object could stand there: won the left."""
_COMING = pasts("come arise emerge rise fall begin follow appear exist remain stand lie hang sit die arrive")
_WITH_TWO_OBJECTS = OPEN_VERBS | COMPLEMENT_VERBS | pasts("pay deny fine charge cost owe serve feed")
_TAKING = pasts("buy sell build leave find make")
"""Of these, those whose participle has hardly ever a thing behind it: bought the house."""
_GROUPS = word_class("groups_of_people", "acting_bodies", "anybody", "kin")
_ALONE = inflected("intransitive_verbs", lambda verb: next(iter(pasts(verb))))
_IMPERSONAL = word_set("matter mean make seem look help take need sound hurt rain get be have work happen follow")
_MODALS = word_set("will would could must should cannot")
_JOINING = word_set("and but or then , also")
_CONDITIONS = word_set("would could might ’d")


class Opening(NamedTuple):
    """The verb at `verb` that opens a sentence, behind an adverb or not.

    `sure`: nothing else can be meant; `says`: persons do it, or bodies of them; `single`: its form is that of one.
    """

    verb: int
    sure: bool = True
    says: bool = False
    single: bool = False


def opening_verb(words: Sequence[Word]) -> Opening | None:
    """The finite verb that opens the sentence with no subject anywhere."""
    if len(words) < _LEAST or words[-1].text not in '.”"' or not words[0].is_capitalised:
        return None
    if any(word.text in "?:;!…" for word in words):
        return None
    at = 1 if words[0].lower in _FRONTS else 0
    if words[at].is_capitalised and at:
        return None
    found = _helped(words, at) or _past(words, at)
    return found if found is not None and not _has_another_clause(words, found.verb) else None


def _has_another_clause(words: Sequence[Word], verb: int) -> bool:
    """Whether another main clause stands behind: `Named the best player, he left`, `Also seized was the car`."""
    opened = False
    for at in range(verb + 1, len(words)):
        word = words[at]
        if words[at - 1].text == "," and not opened and word.lower in SUBJECT_PRONOUNS:
            return True
        opens = word.lower in OPENERS | RELATIVES and not word.tag & Tag.PREPOSITION
        opened = opened or opens or word.lower in ("and", "but")
        helped = any(words[before].tag & (Tag.AUXILIARY | Tag.MODAL) for before in range(max(0, at - 2), at))
        if is_finite(words, at) and not (opened or helped or words[at - 1].lower in _JOINING):
            return True
    return False


# Helping verbs


def _helped(words: Sequence[Word], at: int) -> Opening | None:
    """`Has already lost`, `Did not answer`, `Was born in`, `Will not pay`."""
    verb, lower = words[at], words[at].lower.replace("'", "’")
    behind = at + 1
    while behind < len(words) - 2 and (words[behind].lower in MIDDLE_ADVERBS or words[behind].lower == "not"):
        behind += 1
    after, parted = words[behind], behind > at + 1
    if after.is_capitalised or after.lower in DETERMINERS - {"a", "an"}:
        return None
    if lower in HAVE:
        return _with_have(words, at, behind)
    if lower in ("was", "is") and (after.lower == "born" or (parted and after.lower in ("a", "an"))):
        return Opening(at, sure=lower == "was" and after.lower == "born", single=True)
    denied = lower in ("did", "does") and words[at + 1].lower == "not"
    if denied and after.tags & Tag.VERB_BASE and after.lower not in _IMPERSONAL:
        return Opening(at, says=True, single=lower == "does")
    plain = after.tags & Tag.VERB_BASE and (parted or not after.tags & (Tag.NOUN | Tag.ADJECTIVE | Tag.ADVERB))
    if lower in _MODALS and not verb.tags & Tag.PROPER_NOUN and plain and after.lower not in _IMPERSONAL - {"be"}:
        return Opening(at, sure=False)
    return None


def _with_have(words: Sequence[Word], at: int, behind: int) -> Opening | None:
    """`Has already lost`, `Has two children`; but `Had known better days would come`, `Had a guard been there`."""
    verb, after = words[at], words[behind]
    if any(word.lower in _CONDITIONS for word in words[behind:]):
        return None
    single = verb.lower == "has"
    if after.tags & Tag.PAST_PARTICIPLE and (behind > at + 1 or at):
        return Opening(at, single=single)
    owned = (after.lower in ("a", "an") or after.tag is Tag.NUMBER) and words[behind + 1].lower != "years"
    if owned and noun_phrase_end(words, behind) is not None:
        return Opening(at, sure=at > 0 or (single and after.tag is Tag.NUMBER), single=single)
    return None


# Past forms


def _past(words: Sequence[Word], at: int) -> Opening | None:
    verb, after = words[at], words[at + 1]
    lower = verb.lower
    if not verb.tags & Tag.VERB_PAST or verb.tags & (Tag.VERB_BASE | Tag.AUXILIARY | Tag.MODAL) or at + 2 >= len(words):
        return _did(words, at)
    follows = words[at + 2]
    if after.lower == "that" and lower in SPEECH - TELL and follows.text not in ".,":
        return Opening(at, says=True)
    if after.lower in _QUESTIONS and lower in _QUESTIONING:
        return Opening(at, sure=not any(word.text == "," for word in words), says=True)
    if after.lower == "to" and lower in _WILLED and follows.tags & Tag.VERB_BASE and not follows.is_capitalised:
        return Opening(at, says=True)
    if lower in _WITH_GERUND and after.tags & Tag.GERUND and after.lower.endswith("ing"):
        return Opening(at, says=True)
    if after.lower == "to" and lower in _ADDRESSING and follows.lower in DETERMINERS:
        return Opening(at, says=True)
    if after.lower in _THINGS and not follows.is_nominal:
        return _with_pronoun(words, at)
    if lower in _ALONE and not verb.tags & Tag.ADJECTIVE and after.tag & (Tag.PREPOSITION | Tag.ADVERB):
        return None if _has_bare_phrase(words, at + 1) else Opening(at)
    only_past = not verb.tags & Tag.PAST_PARTICIPLE and lexicon().likely_tag(lower) & Tag.VERB_PAST
    if only_past and after.tag & (Tag.PREPOSITION | Tag.PARTICLE) and lower not in _COMING:
        return None if _has_bare_phrase(words, at + 1) else Opening(at)
    return _with_object(words, at)


def _did(words: Sequence[Word], at: int) -> Opening | None:
    """`Did so on Monday.`"""
    done = words[at].lower == "did" and words[at + 1].lower in ("so", "this", "it", "nothing", "everything")
    return Opening(at, says=True) if done and not words[at + 2].is_nominal else None


def _with_pronoun(words: Sequence[Word], at: int) -> Opening | None:
    """`Said so`, `Denied this`: but `Told this, she wept`."""
    lower, thing = words[at].lower, words[at + 1].lower
    if thing == "so":
        return Opening(at, says=True) if lower in _SAID_SO else None
    shared = words[at].tags & Tag.PAST_PARTICIPLE and lower in _WITH_TWO_OBJECTS | TELL
    if shared or lower in _PRESENTING or any(word.text == "," for word in words):
        return None
    return Opening(at, says=lower in SPEECH)


def _with_object(words: Sequence[Word], at: int) -> Opening | None:
    """`Restored the oldest one last spring.`: an object that the participle cannot have, and that is no subject."""
    verb, opens = words[at], words[at + 1]
    determined = opens.lower in DETERMINERS - _NO_DETERMINERS or opens.tag is Tag.NUMBER or opens.tag is Tag.POSSESSIVE
    owned = opens.lower in ("his", "her", "its", "their", "my", "our")
    presents = verb.lower in _PRESENTING or (verb.lower in _CONTESTED | _QUOTING and opens.lower == "the")
    if not determined or (presents and not owned) or verb.lower in TELL & SPEECH:
        return None
    end = _object_end(words, at + 1)
    if end is None or end >= len(words):
        return None
    head = words[end - 1]
    somebody = head.is_proper or head.lower in _GROUPS or lexicon().is_person_noun(head.lower)
    if head.lower in _NO_OBJECTS:
        return None
    plain = not somebody and (opens.lower in ("a", "an", "the") or opens.tag is Tag.NUMBER)
    if verb.tags & Tag.PAST_PARTICIPLE and verb.lower in _WITH_TWO_OBJECTS:
        plain = plain and verb.lower in _TAKING and opens.lower == "the"
        owned = owned and verb.lower in _TAKING
        if somebody or any(word.text == "," for word in words):
            return None
    return Opening(at, sure=owned or plain, says=verb.lower in SPEECH)


def _object_end(words: Sequence[Word], at: int) -> int | None:
    """Where the noun phrase that begins at `at` ends: the oldest | one, two clocks."""
    counted = next((spot for spot in range(at + 1, min(at + 4, len(words))) if words[spot].lower in ("one", "ones")), 0)
    if counted and all(word.tag is Tag.ADJECTIVE for word in words[at + 1 : counted]):
        return counted + 1
    return noun_phrase_end(words, at)


def _has_bare_phrase(words: Sequence[Word], start: int) -> bool:
    """Whether a noun phrase stands right behind another, which could be the subject: came from the yard a cry."""
    return any(
        word.lower in DETERMINERS and words[at - 1].is_noun and not _is_time(words, at)
        for at, word in enumerate(words[start:], start)
    )


def _is_time(words: Sequence[Word], at: int) -> bool:
    """Whether a time without a preposition begins there: every Sunday, that year, both times."""
    after = words[min(at + 1, len(words) - 1)]
    return words[at].lower in ("all", "both", "that") or after.lower in TIME_NOUNS or after.text in WEEKDAYS
