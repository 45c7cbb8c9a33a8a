"""The present tense with `since` and a point in time: what began then and goes on stands in the present perfect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from cleanup.lexicon.inflection import base_of_third, finite_forms, participle
from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag, Words
from cleanup.syntax.clauses import has_finite, main_verb, noun_phrase_end
from cleanup.syntax.noun_phrases import Number, Subject
from cleanup.syntax.parser import DETERMINERS, SUBJECT_PRONOUNS, Word, words_text
from cleanup.syntax.subjects import Subjects
from cleanup.syntax.words import BE, MIDDLE_ADVERBS, SPEECH, TIME_NOUNS

_SEASONS: Final = word_set("spring summer autumn winter")
_DAYTIMES: Final = word_set("morning afternoon evening night noon")
_THEN: Final = word_set(
    "then childhood birth yesterday dawn midnight noon adolescence independence antiquity school university"
)
_PARTS: Final = word_set("early mid late")
_STARTS: Final = word_set("the his her its their my our this that")
_COMPARED: Final = word_set(
    "last only one most least best worst next latest up down "
    "more less fewer better worse higher lower record another new than newest few unprecedented unseen unchanged"
)
"""What is counted or measured from a day on: the third strike since the war."""
_ORDINALS: Final = word_class("ordinals")
_SHOWING: Final = finite_forms(
    "show mark cover include represent reflect report record list describe contain compare document mean follow bring "
    "make give see take detail concern trace depict reveal need suggest find account call want seem appear come feel "
    "look remember indicate bear refer become involve deal say tell carry get examine explore end begin start estimate "
    "project put place"
)
"""Verbs whose object may be what has been so since a day: the curve shows the rise since May."""
_HAVE: Final = {"is": "has", "are": "have", "am": "have", "does": "has", "do": "have"}
_CAUSES: Final = forms_of("verbs_with_bare_infinitive")
_LIVES: Final = word_set("works lives")
"""Verbs that read as nouns behind a noun: the engineer works for the group."""
_LONGEST_OBJECT: Final = 6  # words between a verb and the one that “and” joins to it
_LONGEST: Final = 9  # words between a verb and its `since`


class Perfect(NamedTuple):
    """The words `start:end`, and what they become in the present perfect."""

    start: int
    end: int
    text: str


class _Point(NamedTuple):
    """A point in time behind `since`, which ends at `end`; `dated`: a date or a name for one, no noun phrase."""

    end: int
    dated: bool


def perfects(words: Sequence[Word], lexicon: Words, subjects: Subjects) -> Iterator[Perfect]:
    """The verbs of a sentence that `since` wants in the present perfect."""
    known = subjects.of_verbs(words)
    for at in range(len(words) - 2):
        if words[at].lower != "since":
            continue
        point = point_end(words, at + 1)
        if point is None or _is_clause(words, at, point):
            continue
        verb = _in_front(words, at, point, subjects)
        if verb is None:
            verb = _around(words, at, point)
        if verb is None:
            verb = present_before(words, at, known)
        found = None if verb is None or verb + 1 >= len(words) else perfect_of(words, verb, lexicon)
        if verb is None or found is None:
            continue
        end, text = found
        if verb == at - 1 and words[verb].lower in ("is", "are") and words[point.end].is_nominal:
            yield Perfect(verb, point.end, f"{text.removesuffix(' been')} {words_text(words, at, point.end)} been")
        else:
            yield _with_second_verb(words, Perfect(verb, end, text), lexicon)


# Points in time


def point_end(words: Sequence[Word], at: int) -> _Point | None:
    """The point in time that begins at `at`: 1998, early May 2019, 1 June, last week, then, the fire."""
    if at + 1 < len(words) and words[at].lower in ("at", "about") and words[at].text != "least":
        at += 2 if words[at + 1].lower == "least" else 1
    if at + 1 < len(words) and words[at].lower in _PARTS:
        at += 1
    if at + 1 >= len(words):
        return None
    end = _date_end(words, at)
    if end is not None:
        return _Point(end, dated=True) if end < len(words) else None
    if words[at].lower not in _STARTS:
        return None
    if words[at + 1].lower in ("beginning", "opening") and words[at + 2].lower == "of":
        at += 3
    end = noun_phrase_end(words, at)
    if end is None and words[at + 1].is_noun and at + 3 < len(words) and words[at + 2].lower == "of":
        end = at + 2
    if end is None or end >= len(words):
        return None
    if words[end].lower == "of" and end + 2 < len(words) and words[end + 1].tag is Tag.NUMBER:
        end += 2
    return _Point(end, dated=False)


def _date_end(words: Sequence[Word], at: int) -> int | None:
    word, after = words[at], words[at + 1]
    if _is_year(word):
        return at + 1
    if word.text in MONTHS | WEEKDAYS or word.lower in _SEASONS:
        dated = after.text.isdigit() or after.lower in _DAYTIMES
        end = at + 2 if dated else at + 1
        if word.text in MONTHS and end + 1 < len(words) and words[end].text == "," and _is_year(words[end + 1]):
            end += 2
        return end
    if word.text.isdigit() and after.text in MONTHS:
        year = at + 2 < len(words) and _is_year(words[at + 2])
        return at + 3 if year else at + 2
    if word.lower == "the" and after.text[:-1].isdigit() and after.text.endswith("s"):
        return at + 2
    if word.lower in ("the", "that") and after.lower in ("same", "very") and at + 3 < len(words):
        return at + 3 if words[at + 2].lower in TIME_NOUNS | _SEASONS else None
    if word.lower in _THEN:
        return at + 1
    if word.lower == "last" and (after.lower in TIME_NOUNS | _SEASONS or after.text in MONTHS | WEEKDAYS):
        return at + 2
    return None


def _is_year(word: Word) -> bool:
    return word.text.isdigit() and len(word.text) == 4 and word.text[:2] in ("15", "16", "17", "18", "19", "20")


def _is_clause(words: Sequence[Word], at: int, point: _Point) -> bool:
    """Whether what follows the point is its verb: since Monday is a holiday, since the war has ended."""
    after = words[point.end]
    if at and words[at - 1].lower in ("who", "which"):
        return False
    return bool(after.tag & (FINITE_VERB | Tag.AUXILIARY | Tag.MODAL)) or after.lower in ("’s", "'s", "-", "–")


# The verb


def _in_front(words: Sequence[Word], at: int, point: _Point, subjects: Subjects) -> int | None:
    """`Since May the shop sells only bread`: the verb of the subject right behind the point."""
    before = words[at - 1] if at else None
    opens = before is None or before.text in ";:“–—" or before.lower in ("and", "but", "that", "because")
    start = point.end + 1 if words[point.end].text == "," else point.end
    if not opens:
        return None
    subject = subjects.begun(words, start)
    verb = None if subject is None else _verb_at(words, subject.end)
    if subject is None or verb is None or not _may_agree(words, subject, verb):
        return None
    if has_finite(words, main_verb(words, verb) + 1):
        return None  # since then housing starts were down
    measures = words[verb].lower in BE
    counted = measures and any(_counts(words, spot) for spot in range(start, min(verb + 5, len(words))))
    clause = not point.dated and start == point.end and any(word.text == "," for word in words[verb:])
    return None if counted or clause else verb  # since the plan the city wants is dear, it waits


def _around(words: Sequence[Word], at: int, point: _Point) -> int | None:
    """`is since May director`, `who since May works`: the verb right before or right behind."""
    if at and words[at - 1].lower in ("is", "are") and point.dated and words[point.end].is_nominal:
        return at - 1
    relative = at > 0 and words[at - 1].lower in ("who", "which")
    return point.end if relative and words[point.end].tags & (Tag.VERB_PRESENT | Tag.VERB_BASE) else None


def present_before(words: Sequence[Word], at: int, subjects: Mapping[int, Subject]) -> int | None:
    """`The shop sells only bread | since May`: the last verb before `at`, in the same clause."""
    if _is_joined_verb(words, at - 1):
        return at - 1
    verb = max((verb for verb in subjects if verb < at), default=None)
    if words[at - 1].lower in TIME_NOUNS | {"time", "times"}:
        return None  # the volcano erupts for the first time since May; it is ten years since the war
    if verb is None or main_verb(words, verb) >= at or at - verb > _LONGEST + 1:
        verb = _agreeing(words, at)
    if verb is None:
        return None
    if any(_parts_clauses(words[spot]) or _counts(words, spot) for spot in range(main_verb(words, verb) + 1, at)):
        return None
    return verb


def _agreeing(words: Sequence[Word], at: int) -> int | None:
    """The nearest verb before `at` that the word before it can be the subject of."""
    for verb in range(at - 1, max(0, at - _LONGEST), -1):
        if words[verb].tag & (FINITE_VERB | Tag.VERB_BASE | Tag.AUXILIARY) or _is_misread(words, verb):
            return verb if _fits(words, verb) else None
        if (
            words[verb].tag is Tag.PLURAL_NOUN
            and _is_misread_behind_noun(words, verb)
            and not has_finite(words, at + 1)
        ):
            return verb
        if _parts_clauses(words[verb]):
            return None
    return None


def _is_misread(words: Sequence[Word], verb: int) -> bool:
    """Whether what reads as a noun is the verb of a name or of `who`: Nadia works, who lives."""
    word, before = words[verb], words[verb - 1]
    opens = verb == 1 or words[verb - 2].tag is Tag.PUNCTUATION
    return bool(word.tags & Tag.VERB_PRESENT) and ((before.is_proper and opens) or before.lower in ("who", "which"))


def _is_joined_verb(words: Sequence[Word], verb: int) -> bool:
    """Whether what reads as a plural is a second verb: she studies in Lund and lives since 2019 with her aunt."""
    joined = verb > 2 and words[verb].lower in _LIVES and words[verb - 1].lower == "and"
    return joined and any(word.tag is Tag.VERB_PRESENT for word in words[:verb])


def _is_misread_behind_noun(words: Sequence[Word], verb: int) -> bool:
    """Whether what reads as a plural is the verb of the noun that opens the clause: the baker works for the group."""
    word, before = words[verb], words[verb - 1]
    opens = verb > 1 and words[verb - 2].lower in DETERMINERS
    opens = opens and (verb == 2 or words[verb - 3].tag is Tag.PUNCTUATION or words[verb - 3].lower in ("that", "and"))
    follows = verb + 1 < len(words) and (words[verb + 1].tag is Tag.PREPOSITION or words[verb + 1].lower == "since")
    return opens and follows and before.tag is Tag.NOUN and word.lower in _LIVES


def _fits(words: Sequence[Word], verb: int) -> bool:
    """Whether the word before the verb can be its subject."""
    word, before = words[verb], words[verb - 1]
    one = word.lower in ("is", "has", "does") or (word.tags & Tag.VERB_PRESENT and word.lower.endswith("s"))
    if before.lower in SUBJECT_PRONOUNS:
        return bool(one) == (before.lower in ("he", "she", "it"))
    if before.lower in ("who", "which"):
        return True
    named = word.tags & (Tag.NOUN | Tag.PLURAL_NOUN) and before.tag is Tag.ADJECTIVE
    if named or (verb > 1 and (words[verb - 2].tag is Tag.PREPOSITION or words[verb - 2].text == "-")):
        return False  # the largest deployment of Australian forces since the war
    several = before.tag is Tag.PLURAL_NOUN or before.tag is Tag.NUMBER
    return (before.is_noun or several) and several != bool(one)


def _parts_clauses(word: Word) -> bool:
    """Whether what stands behind the word may be no part of the clause before it."""
    apart = Tag.PUNCTUATION | Tag.RELATIVE | Tag.INFINITIVE | Tag.MODAL | FINITE_VERB | Tag.CONJUNCTION
    return bool(word.tag & (apart | Tag.GERUND | Tag.PAST_PARTICIPLE)) or word.lower in ("that", "since", "than")


def _counts(words: Sequence[Word], at: int) -> bool:
    """Whether something is counted, compared or measured from the point on; but not in the third division."""
    word = words[at]
    ordinal = (
        word.lower in _ORDINALS
        or word.lower.endswith(("teenth", "tieth"))
        or (word.text[0].isdigit() and word.text[-2:] in ("st", "nd", "rd", "th"))
    )
    if ordinal:
        return not (words[at - 1].lower == "the" and words[at - 2].tag is Tag.PREPOSITION)
    return word.lower in _COMPARED or (word.lower.endswith("est") and word.tag is Tag.ADJECTIVE)


def _verb_at(words: Sequence[Word], at: int) -> int | None:
    """The present tense at `at`, or behind adverbs there."""
    while at < len(words) - 1 and (words[at].lower in MIDDLE_ADVERBS or words[at].lower.endswith("ly")):
        at += 1
    if at >= len(words) - 1:
        return None
    return at if words[at].tag & (FINITE_VERB | Tag.VERB_BASE | Tag.AUXILIARY) else None


def _may_agree(words: Sequence[Word], subject: Subject, verb: int) -> bool:
    """Whether the number of the subject fits the form of the verb."""
    lower = words[verb].lower
    one = lower in ("is", "has", "does") or (words[verb].tags & Tag.VERB_PRESENT and lower.endswith("s"))
    return subject.number in (Number.OPEN, Number.GROUP) or (subject.number is Number.ONE) == bool(one)


# The present perfect


def _with_second_verb(words: Sequence[Word], found: Perfect, lexicon: Words) -> Perfect:
    """The same with a second verb that `and` joins to the first: lives and works, owns a mill and runs it."""
    has = words[found.start].lower
    for joint in range(found.end, min(found.end + _LONGEST_OBJECT, len(words) - 1)):
        word, second = words[joint], words[joint + 1]
        if word.tag & (Tag.PUNCTUATION | FINITE_VERB | Tag.RELATIVE) or word.lower == "since":
            break
        verbal = second.tag is Tag.VERB_PRESENT or (joint == found.end and second.tags & Tag.VERB_PRESENT)
        if word.lower == "and" and verbal and has not in ("has", "have", "do", "does"):
            base = base_of_third(second.lower, lexicon)
            if base is None or not second.lower.endswith("s") or second.lower in ("is", "has", "does"):
                break
            between = words_text(words, found.end, joint + 1)
            return Perfect(found.start, joint + 2, f"{found.text} {between} {participle(base)}")
    return found


def perfect_of(words: Sequence[Word], verb: int, lexicon: Words) -> tuple[int, str] | None:
    """Where the present tense at `verb` ends, and its present perfect; None where it is no present."""
    lower, follows = words[verb].lower, words[verb + 1]
    last = main_verb(words, verb)
    if lower in ("do", "does"):
        last = max(last, verb + 2)
        base = words[last].lower
        if follows.lower != "not" or not lexicon.tags(base) & Tag.VERB_BASE:
            return None
        between = words_text(words, verb + 1, last)
        return last + 1, f"{_HAVE[lower]} {between} {'been' if base == 'be' else participle(base)}"
    if lower in ("has", "have"):
        owned = last == verb and not any(word.tags & Tag.PAST_PARTICIPLE for word in words[verb + 1 : verb + 6])
        adverb = follows.tags & Tag.ADVERB and not follows.tags & Tag.DETERMINER
        has_object = follows.is_nominal or follows.lower in DETERMINERS - {"both"}
        return (verb + 1, f"{lower} had") if owned and not adverb and has_object else None
    if lower in ("is", "are", "am"):
        denied = follows.lower in ("not", "already", "also", "again")
        if follows.lower in ("going", "to", "still", "now", "set", "expected"):
            return None
        if follows.lower == "no" and words[verb + 2].lower == "longer":
            return verb + 3, f"{_HAVE[lower]} no longer been"
        return (verb + 2, f"{_HAVE[lower]} {follows.text} been") if denied else (verb + 1, f"{_HAVE[lower]} been")
    if lower in SPEECH | _SHOWING or words[verb].tags & (Tag.VERB_PAST | Tag.MODAL | Tag.AUXILIARY):
        return None
    relative = words[verb - 1].lower == "then" and words[verb].tags & Tag.VERB_BASE
    misread = _is_misread(words, verb) or _is_misread_behind_noun(words, verb) or _is_joined_verb(words, verb)
    if not (words[verb].tag & (Tag.VERB_PRESENT | Tag.VERB_BASE) or relative or misread):
        return None
    third = words[verb].tags & Tag.VERB_PRESENT and lower.endswith("s")
    stem = base_of_third(lower, lexicon) if third else lower
    helped = not third and any(word.lower in _CAUSES for word in words[max(0, verb - 8) : verb])
    if helped or (not third and any(word.text in ("he", "she", "it") for word in words[max(0, verb - 2) : verb])):
        return None
    if stem is None or not lexicon.tags(stem) & Tag.VERB_BASE:
        return None
    return verb + 1, f"{'has' if third else 'have'} {participle(stem)}"
