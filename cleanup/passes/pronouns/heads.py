"""Whose a verb is: the head of the subject of any verb form, also behind an aside, behind “and” and of a gerund."""

from __future__ import annotations

from collections.abc import Sequence

from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.syntax.clauses import Place, chunk_start, is_finite, subject_head, subject_place
from cleanup.syntax.parser import DETERMINERS, OPENERS, RELATIVES, SUBJECT_PRONOUNS, Word
from cleanup.syntax.words import INFINITIVE_VERBS, MIDDLE_ADVERBS, SPEECH

_HELPING = Tag.AUXILIARY | Tag.MODAL
_PARTICLES = word_set("up down off out over back away through")
_VERBAL = FINITE_VERB | Tag.VERB_BASE | Tag.GERUND | Tag.PAST_PARTICIPLE
_LONGEST_ASIDE = 16  # words between its commas


def verb_of_object(words: Sequence[Word], index: int) -> int | None:
    """Index of the verb whose object begins at `index`; a particle may stand between: made up his mind."""
    at = index - 1
    if at > 0 and words[at].lower in _PARTICLES and words[at - 1].tags & _VERBAL and not words[at - 1].is_noun:
        at -= 1
    if at < 1 or not words[at].tags & _VERBAL or words[at].tag & (Tag.MODAL | Tag.PREPOSITION):
        return None
    return at


def subject_of(words: Sequence[Word], verb: int) -> int | None:
    """Index of the head of the subject of the verb at `verb`, or of the pronoun that is it."""
    word, before = words[verb], words[verb - 1] if verb else None
    if before is None:
        return None
    if word.tags & Tag.GERUND and word.lower.endswith("ing") and not before.tag & Tag.AUXILIARY:
        return _subject_of_participle(words, verb)
    if before.lower == "to":
        return subject_of(words, verb - 2) if verb > 2 and words[verb - 2].lower in INFINITIVE_VERBS else None
    at = _group_start(words, verb)
    if at < 1:
        return None
    before = words[at - 1]
    if before.lower in SUBJECT_PRONOUNS:
        return at - 1
    if before.lower in ("and", "but") or (before.text == "," and words[at].tag & FINITE_VERB and at > 1):
        joined = _subject_of_joined(words, at - 1)
        if joined is not None or before.text != ",":
            return joined
    return _plain_subject(words, _before_aside(words, at))


def finite_verbs(words: Sequence[Word], end: int) -> list[int]:
    """The finite verbs before `end`; a past form that was read as a participle counts where none stands before it."""
    found: list[int] = []
    for at in range(1, end):
        past = words[at].tag is Tag.PAST_PARTICIPLE and words[at].tags & Tag.VERB_PAST and words[at - 1].is_noun
        if is_finite(words, at) or (past and not found):
            found.append(at)
    return found


def _group_start(words: Sequence[Word], verb: int) -> int:
    """Index of the first word of the verb group that ends at `verb`."""
    at = verb
    while at > 0 and (
        words[at - 1].tag & _HELPING
        or words[at - 1].lower in MIDDLE_ADVERBS
        or (words[at - 1].tag is Tag.ADVERB and words[at - 1].lower.endswith("ly"))
    ):
        at -= 1
    return at


def _plain_subject(words: Sequence[Word], end: int) -> int | None:
    """Head of the noun phrase before `end` where it opens its clause."""
    if end < 1 or words[end - 1].lower in OPENERS | RELATIVES:
        return None
    start = chunk_start(words, end)
    while start < end and words[start].lower in ("and", "but"):
        start += 1
    if start >= end or subject_place(words, start) < Place.WEAK:
        return None
    head = subject_head(words, end)
    bare = head is None and words[end - 1].tags & Tag.NOUN and words[start].lower in DETERMINERS
    return end - 1 if bare and start < end - 1 else head  # the cooperative


def _before_aside(words: Sequence[Word], at: int) -> int:
    """The end of the subject before what stands between two commas and ends before `at`; else `at`."""
    if words[at - 1].text != ",":
        return at
    opening = next((spot for spot in range(at - 2, max(0, at - _LONGEST_ASIDE), -1) if words[spot].text == ","), None)
    return opening if opening is not None else at


def _subject_of_joined(words: Sequence[Word], conjunction: int) -> int | None:
    """`She opened the window and shook`: the subject of the verb before, if no other clause begins."""
    for at in range(conjunction - 1, 0, -1):
        if words[at].text in ';:“”"' or words[at].lower in RELATIVES or words[at].lower in SUBJECT_PRONOUNS:
            return None
        if words[at].lower in OPENERS and not words[at].tag & Tag.PREPOSITION:
            return None
        if is_finite(words, at) and not words[at].tag & _HELPING:
            return subject_of(words, at)
    return None


def _subject_of_participle(words: Sequence[Word], verb: int) -> int | None:
    """`she says, wiping`, `says Neri, wiping`: the subject of the clause before the comma."""
    if words[verb - 1].text != ",":
        return None
    comma = verb - 1
    for at in range(comma - 1, 0, -1):
        if words[at].text in ',;:“”"' or words[at].lower in RELATIVES:
            return None
        if is_finite(words, at) and not words[at].is_noun:
            turned = words[at].lower in SPEECH and at + 1 < comma and words[at + 1].is_proper
            return comma - 1 if turned and words[comma - 1].is_proper else subject_of(words, at)
    if words[0].tags & FINITE_VERB and words[0].lower in SPEECH and words[comma - 1].is_proper:
        return comma - 1
    return None
