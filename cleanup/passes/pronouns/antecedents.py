"""Who or what a sentence without subject tells of: the subject of the sentence before it, where that is clear."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cleanup.article import Article
from cleanup.evidence import Gender, gender_of_noun
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import Tag
from cleanup.passes.pronouns.heads import finite_verbs, subject_of
from cleanup.passes.pronouns.lost_openings import Opening
from cleanup.passes.pronouns.referents import Referents
from cleanup.resources import Resources
from cleanup.syntax.parser import OPENERS, Sentence, Word

_PRONOUNS = word_set("he she it they we")
_OF_GENDER = {"male": "He", "female": "She"}
_QUOTES = frozenset('“”„"«»')
_BODIES = word_class("acting_bodies", "groups_of_people")


class LostSubject(NamedTuple):
    """The pronouns that can be the lost subject, likeliest first; `sure`: the first of them is it."""

    pronouns: Sequence[str] = ()
    sure: bool = False


class Antecedents:
    """Finds the subject that a sentence shares with the one before it."""

    def __init__(self, resources: Resources, referents: Referents) -> None:
        self._words = resources.words
        self._referents = referents

    def subject_before(self, article: Article, before: Sentence, verb: Opening) -> LostSubject:
        """The pronoun for the subject of the sentence before, as its words and the verb that lacks one show it."""
        words = _told(before.words)
        at = _main_subject(words)
        head = words[at] if at is not None else None
        persons = set(self._referents.persons_among(article, _without_aside(words, at)))
        genders = persons - {None}
        only = _OF_GENDER.get(next(iter(genders)) or "") if len(genders) == 1 and len(persons) == 1 else None
        if head is None:
            return LostSubject((only,), sure=True) if only else self._somebody(persons)
        if head.lower in _PRONOUNS:
            # That day it was lost 4-0. Does not want to hear of it.
            fits = head.lower in ("he", "she") or (head.lower != "it" and not verb.single)
            return LostSubject((head.text.capitalize(),), sure=fits)
        several = head.tag is Tag.PLURAL_NOUN
        if not several and (head.is_proper or self._words.is_person_noun(head.lower) or gender_of_noun(head.lower)):
            own = self._gender(article, head) or ""
            if only:
                return LostSubject((only,), sure=_OF_GENDER.get(own, only) == only)
            if own in _OF_GENDER:
                return LostSubject((_OF_GENDER[own], *(text for text in ("He", "She") if text != _OF_GENDER[own])))
            known = head.is_proper and (self._referents.is_place(head.text) or head.text.isupper())
            return LostSubject(("It",)) if known else self._somebody(persons)
        return self._of_things(head, only, persons, verb)

    def _of_things(self, head: Word, only: str | None, persons: set[Gender | None], verb: Opening) -> LostSubject:
        body = head.lower in _BODIES
        if head.tag is Tag.PLURAL_NOUN:
            if verb.single or persons:
                return LostSubject((only,) if only else ("It", "He", "She"))
            return LostSubject(("They",), sure=verb.says)
        if persons:
            likely = (only,) if only else ("He", "She")
            return LostSubject((*likely, "It") if verb.says and not body else ("It", *likely))
        return LostSubject(("It",), sure=body or not verb.says)

    def _gender(self, article: Article, head: Word) -> str | None:
        if head.is_proper:
            return self._referents.gender_of(article, head.text)
        return gender_of_noun(head.lower)

    def _somebody(self, persons: set[Gender | None]) -> LostSubject:
        first = ("She", "He") if persons == {"female"} else ("He", "She")
        return LostSubject(first) if persons else LostSubject()


def _told(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a sentence without those that somebody else says in it."""
    told: list[Word] = []
    said = words[0].tag is not Tag.PUNCTUATION and sum(word.text in _QUOTES for word in words) % 2 == 1
    for word in words:
        if word.text in _QUOTES:
            said = not said
        elif not said:
            told.append(word)
    return told or words


def _without_aside(words: Sequence[Word], head: int | None) -> Sequence[Word]:
    """The words without what describes the head between commas: Karl Weber, chief of the fleet, left."""
    if head is None or not words[head].is_proper or words[head + 1].text != ",":
        return words
    end = next((at for at in range(head + 2, len(words)) if words[at].text == ","), head)
    return [*words[: head + 1], *words[end + 1 :]]


def _main_subject(words: Sequence[Word]) -> int | None:
    """Index of the head of the subject of the first main clause."""
    start = 0
    if words[0].lower in OPENERS:
        start = next((at for at, word in enumerate(words) if word.text == ","), 0)
    for verb in finite_verbs(words, len(words)):
        head = subject_of(words, verb) if verb > start else None
        if head is not None:
            return head
    return None
