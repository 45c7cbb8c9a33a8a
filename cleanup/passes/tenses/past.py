"""The present perfect at a time that is over: yesterday the mayor has resigned, in 1998 they have sold the mill."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.lexicon.inflection import base_of_participle, past
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax.parser import SUBJECT_PRONOUNS, Sentence, Word, parse

_UNITS = word_set("years year months month weeks week days day hours hour minutes decades decade centuries century")
_LAST = word_set(
    "week month year summer winter spring autumn night monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december"
)
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_LATEST_YEAR = 2019
"""Of later years the article may speak while they last: in 2025 she has won four races."""
_SUBJECT = Tag.NOUN | Tag.PLURAL_NOUN | Tag.PROPER_NOUN | Tag.ADJECTIVE | Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER
_SUBJECT_LENGTH = 7
_REST_LENGTH = 6
_NOT_BETWEEN = word_set("that which who what since until than as if when because while and or but so before")
_BE = {"has": "was", "have": "were"}


def past_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that give a verb with has or have the past tense that yesterday or a year asks for."""
    rule = resources.rules["perfect-of-the-past"]
    for sentence in parse(article):
        if sentence.words[-1].text == "?":
            continue
        for index in range(1, len(sentence.words) - 1):
            if sentence.words[index].lower in _BE and _has_subject(sentence.words, index):
                found = _past(sentence.words, index, resources)
                if found is None:
                    continue
                end, form = found
                if _time_before(sentence, index) or _time_behind(sentence.words, end):
                    yield rule.edit(article.text, sentence.offset(index), sentence.end_offset(end), [form])


def _has_subject(words: Sequence[Word], index: int) -> bool:
    """Whether a subject stands right before: the mayors have, not may have or to have."""
    before = words[index - 1]
    return before.lower in SUBJECT_PRONOUNS or before.is_noun


def _past(words: Sequence[Word], index: int, resources: Resources) -> tuple[int, str] | None:
    """Where the verb with has or have ends and its past: has already left → already left."""
    at, between = index + 1, ""
    negated = words[at].lower == "not"
    at += negated
    if at < len(words) and words[at].tag is Tag.ADVERB:
        between = words[at].text + " "
        at += 1
    if at >= len(words):
        return None
    if words[at].lower == "been":
        helper = "was" if words[index - 1].lower == "i" else _BE[words[index].lower]
        return at, f"{helper} {'not ' if negated else ''}{between}".rstrip()
    if not words[at].tags & Tag.PAST_PARTICIPLE or words[at].is_capitalised:
        return None
    base = base_of_participle(words[at].lower, resources.words)
    if base is None:
        return None
    return at, f"did not {between}{base}" if negated else between + past(base)


def _time_before(sentence: Sentence, index: int) -> bool:
    """Whether a time that is over opens the sentence, and only the subject stands between it and the verb."""
    words = sentence.words
    start = _time_end(words, 0)
    if start is None:
        return False
    if start < index and words[start].text == ",":
        start += 1
    subject = words[start:index]
    return 0 < len(subject) <= _SUBJECT_LENGTH and all(
        word.tag & _SUBJECT or word.lower in SUBJECT_PRONOUNS or word.lower in ("of", "in") for word in subject
    )


def _time_behind(words: Sequence[Word], verb: int) -> bool:
    """Whether a time that is over ends the clause: has resigned on the bridge two days ago."""
    passive = words[verb].lower == "been" and words[verb + 1].tags & Tag.PAST_PARTICIPLE
    first = verb + 2 if passive else verb + 1
    for at in range(first, min(first + _REST_LENGTH + 1, len(words))):
        word = words[at]
        end = _time_end(words, at)
        if end is not None and (at == first or end == len(words) or words[end].text in ".,;!"):
            return at == first or not words[at - 1].tag & Tag.PREPOSITION
        if word.tag & (FINITE_VERB | Tag.GERUND | Tag.PUNCTUATION | Tag.INFINITIVE) or word.lower in _NOT_BETWEEN:
            return False
    return False


def _last_year_end(words: Sequence[Word], at: int) -> int | None:
    """Where `of last year`, or `last year`, ends that begins at `at`."""
    start = at + 1 if at < len(words) and words[at].lower == "of" else at
    return start + 2 if [word.lower for word in words[start : start + 2]] == ["last", "year"] else None


def _time_end(words: Sequence[Word], at: int) -> int | None:
    """The index behind a time that is over, if one starts at `at`: yesterday, last Monday, two years ago, in 1998."""
    first, second, third = ([word.lower for word in words[at : at + 3]] + ["", ""])[:3]
    if first == "yesterday":
        end = at + 1 + (second in ("morning", "afternoon", "evening", "night"))
    elif (first == "last" and second in _LAST) or (first == "on" and second in _DAYS):
        end = at + 2
    elif second in _UNITS and third == "ago":
        end = at + 3
    elif first == "in" and second in _LAST and _last_year_end(words, at + 2) is not None:
        end = _last_year_end(words, at + 2) or at
    elif first == "in" and second.isdigit() and 1000 < int(second) <= _LATEST_YEAR:
        end = at + 2
    else:
        return None
    after = words[end] if end < len(words) else None
    return None if after is not None and (after.is_noun or after.text in ("’s", "'s", "’", "'", "-")) else end
