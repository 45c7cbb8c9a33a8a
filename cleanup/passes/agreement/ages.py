"""Ages that other languages have and English is: the director has 58 years, the twins, who have 12 years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import with_plurals, word_class
from cleanup.lexicon.words import FINITE_VERB
from cleanup.resources import Resources
from cleanup.syntax.parser import Word, parse
from cleanup.syntax.words import MIDDLE_ADVERBS

_FORMS: Final = {"has": "is", "have": "are"}
_PERSONS: Final = word_set("he she who they") | with_plurals("kin", "men", "women")
_NUMBERS: Final = word_class("numbers")
_ENDS: Final = ".,;)–—"
_OLDEST: Final = 110  # years
_LONG: Final = 35  # years: fewer may be a sentence, a contract or experience


def age_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that say how old somebody is with `be`."""
    for sentence in parse(article):
        words = sentence.words
        for at in range(1, len(words) - 3):
            if words[at].lower in _FORMS and _is_age(words, at) and _is_person(words, at, resources):
                form = f"{_FORMS[words[at].lower]} {words[at + 1].text}"
                span = sentence.offset(at), sentence.end_offset(at + 2)
                certainty = None if _is_no_term(words, at) else Applicability.UNSAFE
                yield resources.rules["have-an-age"].edit(article.text, *span, [form], applicability=certainty)


def _is_age(words: Sequence[Word], at: int) -> bool:
    """Whether a number of years stands behind `has`, and closes the clause."""
    number, years, after = words[at + 1], words[at + 2], words[at + 3]
    counted = number.text.isdigit() and 1 < int(number.text) < _OLDEST
    if years.lower != "years" or not (counted or number.lower in _NUMBERS):
        return False
    joined = after.lower == "and" and at + 4 < len(words) and bool(words[at + 4].tag & FINITE_VERB)
    return joined or after.text in _ENDS


def _is_no_term(words: Sequence[Word], at: int) -> bool:
    """Whether the years are too many, and too plainly all that is said, for a sentence or a time that somebody has."""
    number = words[at + 1].text
    return number.isdigit() and int(number) >= _LONG and words[at + 3].text != ","


def _is_person(words: Sequence[Word], at: int, resources: Resources) -> bool:
    """Whether the word before `has`, behind adverbs, is a person."""
    spot = at - 1
    while spot > 0 and words[spot].lower in MIDDLE_ADVERBS:
        spot -= 1
    subject, lexicon = words[spot], resources.words
    if subject.is_proper:
        return lexicon.is_given_name(subject.text) or lexicon.is_surname(subject.text)
    return subject.lower in _PERSONS or any(
        lexicon.is_person_noun(form) for form in (subject.lower, subject.lower.removesuffix("s"))
    )
