"""Passives before their subject: `On Sunday was discovered a leak`, `Is expected rain`."""

from __future__ import annotations

from collections.abc import Sequence

from cleanup.edits import Applicability
from cleanup.lexicon.indefinite import indefinite_article
from cleanup.lexicon.inflection import participles
from cleanup.lexicon.names import WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import Tag
from cleanup.lexicon.words import words as lexicon
from cleanup.passes.order.verb_first import (
    Turned,
    VerbFirst,
    is_participle,
    opens_place,
    phrase_in_front,
    plain_phrase_end,
    sole_verb_first,
    subject_end,
    time_in_front,
    verb_first,
)
from cleanup.syntax.clauses import has_finite
from cleanup.syntax.parser import DETERMINERS, Word, words_text
from cleanup.syntax.words import BE

_BECOME = {"becomes": ("is", "are"), "become": ("are", "are"), "became": ("was", "were")}
_HARMED = participles(
    "kill injure wound arrest destroy damage evacuate rescue detain hospitalise hospitalize seize cancel demolish"
)
"""What happens to somebody or something: the place in front presents nothing, as it does in `here was born`."""
_HAPPENINGS = _HARMED | participles("sign build found approve announce elect discover shoot inaugurate")
"""With these, what happens once: `where` presents nothing, as it does in `where are recorded the names`."""
_UNDERGONE = _HAPPENINGS | participles(
    "expect plan schedule open hold present organise organize publish detect record register report launch install "
    "introduce adopt create foresee observe close recover confirm forecast unveil repair restore complete reject test"
)
"""With these, what is done to a thing; none that takes two objects (given) or a complement (considered), and none that
says where a thing is (hidden, placed), before which a place may stand in good English."""
_LACKING = word_set("missing lacking needed required added")


def passive(words: Sequence[Word], at: int) -> Turned | None:
    """The clause whose passive begins at `at` before its subject, in English order, or None."""
    return _undergone(words, at) or _placed(words, at) or _become(words, at)


def opening_passive(words: Sequence[Word]) -> Turned | None:
    """The sentence that opens with its passive, or with a day and its passive, in English order, or None."""
    return _sentence(words) or _weekday(words)


# In a clause


def _undergone(words: Sequence[Word], at: int) -> Turned | None:
    """`On Sunday was discovered a leak`, `where was signed the treaty`."""
    undergone = words[at + 1].lower
    if words[at].lower not in BE or undergone not in _UNDERGONE:
        return None
    fronted = time_in_front(words, at) or (undergone in _HARMED and phrase_in_front(words, at))
    opened = opens_place(words, at - 1) or words[at - 1].lower in ("when", "because")
    if not fronted and not (opened and undergone in _HAPPENINGS):
        return None
    found = sole_verb_first(words, at, 2)
    return None if found is None else found.turned()


def _placed(words: Sequence[Word], at: int) -> Turned | None:
    """`In Porto was opened school for divers`: a passive between the place in front and its subject."""
    if words[at].lower not in ("was", "were") or words[0].lower not in ("in", "on", "at", "near", "from") or at > 5:
        return None
    if plain_phrase_end(words, 1) != at or not words[at + 1].tags & Tag.PAST_PARTICIPLE:
        return None
    found = sole_verb_first(words, at, 2)
    if found is None or found.opens.tag & (Tag.ADVERB | Tag.PREPOSITION | Tag.GERUND):
        return None
    bare = found.opens.tag is Tag.NOUN and lexicon().takes_article(found.opens.lower) and words[at].lower == "was"
    if not bare:
        return found.turned(Applicability.UNSAFE)
    turned = found.turned()
    return turned._replace(text=f"{indefinite_article(found.opens.lower)} {turned.text}")


def _become(words: Sequence[Word], at: int) -> Turned | None:
    """`In The Hague becomes the problem acknowledged`: the passive of Dutch and German with its subject inside."""
    forms = _BECOME.get(words[at].lower)
    found = verb_first(words, at) if forms is not None and phrase_in_front(words, at) else None
    if forms is None or found is None or found.opens.lower in ("a", "an"):
        return None
    if not is_participle(found.follows):
        return None
    return Turned(at, found.end, f"{found.subject_text} {forms[found.is_plural]}")


# At the start of a sentence


def _sentence(words: Sequence[Word]) -> Turned | None:
    """`Is expected rain.`, `Have been injured three men.`: no question, so the subject stands behind its verb."""
    if words[-1].text != ".":
        return None
    pair = (words[0].text, words[1].lower)
    if words[0].text in ("Is", "Are", "Was", "Were"):
        length = 2
    elif pair in (("Has", "been"), ("Have", "been"), ("Had", "been"), ("Will", "be")):
        length = 3
    else:
        return None
    if length + 1 >= len(words) or words[length - 1].lower not in _UNDERGONE | _LACKING:
        return None
    if length == 3 and not (words[length].lower in DETERMINERS or words[length].tag is Tag.NUMBER):
        return None
    found = _with_joined(verb_first(words, 0, length))
    if found is None or has_finite(words, found.end):
        return None
    if not (found.follows.text in ".,;" or found.follows.tag is Tag.PREPOSITION):
        return None
    subject, verbs = found.subject_text, words_text(words, 0, length)
    return Turned(0, found.end, f"{subject[0].upper()}{subject[1:]} {verbs[0].lower()}{verbs[1:]}")


def _with_joined(found: VerbFirst | None) -> VerbFirst | None:
    """The same with a second noun phrase behind `and` as part of its subject: Is expected rain and wind."""
    if found is None or found.follows.lower != "and":
        return found
    end = subject_end(found.words, found.end + 1)
    return None if end is None else found._replace(end=end)


def _weekday(words: Sequence[Word]) -> Turned | None:
    """`Tuesday is expected a meeting`: the day is no subject, and a day needs its preposition."""
    if words[0].text not in WEEKDAYS or words[1].lower not in BE or words[2].lower not in _UNDERGONE:
        return None
    if len(words) < 6 or words[3].lower not in ("a", "an", "the", "his", "her", "their", "its"):
        return None
    found = sole_verb_first(words, 1, 2)
    return None if found is None else Turned(0, found.end, f"On {words[0].text} {found.turned().text}")
