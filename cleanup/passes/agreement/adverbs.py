"""Adjectives where English wants an adverb, as other languages have it: drive more quiet, serious injured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.lexicon.inflection import all_forms, base_of_gerund, base_of_participle, base_of_past, base_of_third
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag, Words
from cleanup.resources import Resources
from cleanup.syntax.parser import Word, parse
from cleanup.syntax.words import BE, HAVE, RELATIONAL

_MANNERS: Final = word_class("adjectives_of_manner")
_DEEDS: Final = forms_of("verbs_done_in_a_manner")
_GROWING: Final = frozenset(all_forms("grow")) | frozenset(all_forms("fall"))
"""Verbs behind which many adjectives say what their subject becomes: grew strong, fell quiet."""
_PACES: Final = word_set("sharp rapid steady considerable significant dramatic drastic slight gradual continuous")
_BOUNDS: Final = frozenset((*all_forms("start"), *all_forms("finish"), *all_forms("end"), *all_forms("begin")))
_DEGREES: Final = word_set("more less very too so quite rather really extremely equally")
_GRADES: Final = word_class("adjectives_of_degree")
_UNFINITE: Final = Tag.VERB_BASE | Tag.PAST_PARTICIPLE | Tag.GERUND
_BE: Final = BE | word_set("be been being ’s 's ’re 're am")
_BETWEEN: Final = word_set("not also very more so already always")
_BEHIND: Final = word_set("and or but as than when because while though although if until after before yesterday today")
_KNOWN: Final = 2.3
"""How common an adverb must be to count as a word, on the Zipf scale."""


class Found(NamedTuple):
    """The word at `at` and the adverb that it should be."""

    at: int
    adverb: str


def adverb_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that make adverbs of adjectives that say how something is done, or how much something is so."""
    rule = resources.rules["adjective-for-adverb"]
    for sentence in parse(article):
        for found in adverbs(sentence.words, resources.words):
            span = sentence.offset(found.at), sentence.end_offset(found.at)
            yield rule.edit(article.text, *span, [found.adverb])


def adverbs(words: Sequence[Word], lexicon: Words) -> Iterator[Found]:
    """The adjectives of a sentence that should be adverbs."""
    for at in range(1, len(words) - 1):
        word = words[at]
        if not word.tags & Tag.ADJECTIVE or word.is_capitalised or "-" in word.text:
            continue
        adverb = adverb_of(word.lower, lexicon)
        if adverb is None:
            continue
        found = _of_manner(words, at, adverb, lexicon) or _of_degree(words, at, adverb, lexicon)
        found = found or _before_participle(words, at, adverb, lexicon)
        if found is not None:
            yield found


def adverb_of(adjective: str, lexicon: Words) -> str | None:
    """The adverb of an adjective, if it is a word: good → well, heavy → heavily, basic → basically."""
    if adjective == "good":
        return "well"
    if adjective.endswith("y") and len(adjective) > len("shy"):
        adverb = f"{adjective[:-1]}ily"
    elif adjective.endswith("ic"):
        adverb = f"{adjective}ally"
    elif adjective.endswith("le"):
        adverb = f"{adjective[:-1]}y"
    else:
        adverb = f"{adjective}y" if adjective.endswith("ll") else f"{adjective}ly"
    return adverb if lexicon.zipf(adverb) > _KNOWN and lexicon.tags(adverb) & Tag.ADVERB else None


def _of_manner(words: Sequence[Word], at: int, adverb: str, lexicon: Words) -> Found | None:
    """`The season began bad for the club`, `drive more quiet`: behind the verb, where nothing follows to describe."""
    word, follows = words[at], words[at + 1]
    if word.lower not in _MANNERS:
        return None
    graded = words[at - 1].lower in _DEGREES
    verb = words[at - 2] if graded and at > 1 else words[at - 1]
    if verb.lower not in _DEEDS or verb.is_capitalised or not verb.tag & (FINITE_VERB | _UNFINITE):
        return None
    bounded = word.lower in ("slow", "strong", "quick") and verb.lower in _BOUNDS  # start slow, finish strong
    if (verb.lower in _GROWING and word.lower not in _PACES) or bounded:
        return None
    ends = follows.text in ".,;:!?”" or follows.tag is Tag.PREPOSITION or follows.lower in _BEHIND
    if not ends or (follows.lower in ("and", "or") and words[min(at + 2, len(words) - 1)].tag is Tag.ADJECTIVE):
        return None
    base = _base(verb.lower, lexicon)
    forms = all_forms(base) if base is not None else (verb.lower,)
    said = sum(lexicon.bigram(form, word.lower) for form in forms)
    if not graded and said > sum(lexicon.bigram(form, adverb) for form in forms):
        return None
    return Found(at, adverb)


def _base(verb: str, lexicon: Words) -> str | None:
    """The infinitive of a form, whichever it is."""
    found = base_of_third(verb, lexicon) or base_of_past(verb, lexicon) or base_of_participle(verb, lexicon)
    return found or base_of_gerund(verb, lexicon)


def _of_degree(words: Sequence[Word], at: int, adverb: str, lexicon: Words) -> Found | None:
    """`an extreme dangerous road`: the first of two adjectives says how much the other is so."""
    word, other = words[at], words[at + 1]
    if word.lower not in _GRADES or other.tag is not Tag.ADJECTIVE or other.is_capitalised or "-" in other.text:
        return None
    if other.tags & (Tag.NOUN | Tag.GERUND) or other.lower in RELATIONAL:
        return None
    said = lexicon.bigram(word.lower, other.lower)
    graded = lexicon.bigram(adverb, other.lower)
    return Found(at, adverb) if graded > said else None


def _before_participle(words: Sequence[Word], at: int, adverb: str, lexicon: Words) -> Found | None:
    """`was serious injured`: between a helping verb and its participle."""
    word, done = words[at], words[at + 1]
    manner = word.lower in _MANNERS and word.tag is Tag.ADVERB  # heavy, of which the lexicon says both
    if at + 2 >= len(words) or not (manner or (word.tag is Tag.ADJECTIVE and not word.tags & Tag.ADVERB)):
        return None
    helper = at - 2 if words[at - 1].lower in _BETWEEN else at - 1
    if helper < 0 or words[helper].lower not in _BE | HAVE:
        return None
    if not done.tags & Tag.PAST_PARTICIPLE or done.tag is Tag.NOUN or done.is_capitalised:
        return None
    if words[at + 2].is_nominal or done.lower in ("compared", "based", "given"):
        return None  # is moderate compared to last year
    said, graded = lexicon.bigram(word.lower, done.lower), lexicon.bigram(adverb, done.lower)
    return Found(at, adverb) if graded > said == 0 else None
