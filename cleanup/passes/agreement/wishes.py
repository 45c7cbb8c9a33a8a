"""Wishes with a clause: they want that the minister resigns, she would like that her children learn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.lexicon.inflection import base_of_past, base_of_third
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag, Words
from cleanup.resources import Resources
from cleanup.syntax.clauses import noun_phrase_end
from cleanup.syntax.parser import DETERMINERS, RELATIVES, SUBJECT_PRONOUNS, Word, parse, words_text

_WANT: Final = word_set("want wants wanted wanting")
_WOULD: Final = word_set("would ’d 'd")
_OBJECTS: Final = {"i": "me", "he": "him", "she": "her", "we": "us", "they": "them"}
_BE: Final = word_set("is are was were am")
_HAVE: Final = word_set("has have had")
_MODALS: Final = word_set("will would should")
_DO: Final = word_set("do does did")
_OPEN: Final = RELATIVES | word_set("all everything nothing anything something thing things only one most")
"""What a wish before its object is part of: all they want that the town lacks."""
_VERBAL: Final = FINITE_VERB | Tag.VERB_BASE
_FINITE_BEHIND: Final = FINITE_VERB | Tag.AUXILIARY | Tag.MODAL


class _Wish(NamedTuple):
    """The words `that … verb`, from `start` to before `end`, and the object and infinitive for them."""

    start: int
    end: int
    text: str


def wish_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that put an object and an infinitive behind want and would like."""
    rule = resources.rules["want-that"]
    for sentence in parse(article):
        for at in range(1, len(sentence.words) - 3):
            found = _wish(sentence.words, at, resources.words) if sentence.words[at].lower == "that" else None
            if found is not None:
                span = sentence.offset(found.start), sentence.end_offset(found.end - 1)
                yield rule.edit(article.text, *span, [found.text])


def _wish(words: Sequence[Word], at: int, lexicon: Words) -> _Wish | None:
    """The wish whose “that” stands at `at`."""
    if not _is_wish(words, at) or {word.lower for word in words[: at - 1]} & _OPEN:
        return None
    pronoun = words[at + 1].lower in SUBJECT_PRONOUNS
    end = at + 2 if pronoun else noun_phrase_end(words, at + 1)
    if end is None or end >= len(words) - 1 or not (pronoun or _opens(words, at + 1)):
        return None
    compound = end > at + 3 and words[end - 2].is_noun and words[end - 1].tags & Tag.VERB_PRESENT
    verbal = (lexicon.likely_tag(word.lower) & _VERBAL for word in words[at + 2 : end] if not word.is_capitalised)
    if compound or any(verbal):
        return None  # all they want that the town fears is a flood
    subject = words[at + 1].lower if pronoun else words_text(words, at + 1, end)
    several = words[end - 1].tag is Tag.PLURAL_NOUN or subject in ("they", "we", "i") or subject.endswith("people")
    infinitive = _infinitive(words, end, lexicon, several=several)
    if infinitive is None:
        return None
    stop, text = infinitive
    if stop < len(words) and (words[stop].tag & _FINITE_BEHIND or _goes_on_with_that(words, stop)):
        return None
    return _Wish(at, stop, f"{_OBJECTS.get(subject, subject)} {text}")


def _is_wish(words: Sequence[Word], at: int) -> bool:
    wished = words[at - 1].lower
    return wished in _WANT or (wished == "like" and at > 1 and words[at - 2].lower in _WOULD)


def _opens(words: Sequence[Word], at: int) -> bool:
    """Whether a subject begins at `at` that “that” does not point at: that the shops, that Poland; not that house."""
    word = words[at]
    return word.lower in DETERMINERS or word.is_proper or word.tag in (Tag.PLURAL_NOUN, Tag.NUMBER)


def _goes_on_with_that(words: Sequence[Word], start: int) -> bool:
    """Whether a second clause with “that” is joined on: and that the roads are mended."""
    return any(
        words[spot].lower in ("and", "or", "but") and "that" in (words[spot + 1].lower, words[spot + 2].lower)
        for spot in range(start, len(words) - 2)
    )


def _infinitive(words: Sequence[Word], verb: int, lexicon: Words, *, several: bool) -> tuple[int, str] | None:
    """Where the finite verb at `verb` ends, and its infinitive."""
    lower, after = words[verb].lower, words[verb + 1].lower
    if lower in _MODALS | _DO:
        denied = after == "not"
        base = words[verb + 2 if denied else verb + 1]
        if (lower in _DO and not denied) or not base.tags & (Tag.VERB_BASE | Tag.AUXILIARY):
            return None
        return verb + (3 if denied else 2), f"{'not ' if denied else ''}to {base.lower}"
    if lower in _BE | _HAVE:
        base_form = "be" if lower in _BE else "have"
        return (verb + 2, f"not to {base_form}") if after == "not" else (verb + 1, f"to {base_form}")
    base_verb = _base(words[verb], lexicon, several=several)
    return None if base_verb is None else (verb + 1, f"to {base_verb}")


def _base(word: Word, lexicon: Words, *, several: bool) -> str | None:
    if word.is_capitalised or not word.tags & _VERBAL or word.tag & (Tag.PREPOSITION | Tag.ADVERB | Tag.ADJECTIVE):
        return None
    if several:
        return word.lower if word.tags & Tag.VERB_BASE and lexicon.tags(word.lower) & Tag.VERB_BASE else None
    if word.tag is Tag.VERB_PAST:
        return base_of_past(word.lower, lexicon)
    return base_of_third(word.lower, lexicon) if lexicon.likely_tag(word.lower) is Tag.VERB_PRESENT else None
