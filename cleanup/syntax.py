"""A light parser: words with one part of speech each, found by neighbours and not by trees.

A sentence is cut into words (a hyphenated compound is one, a clitic such as ’s is its own). Each gets its likeliest
part of speech by a Viterbi search over the parts it can have and how well neighbours go together. Sentences are
remembered by their text, so a pass that asks again pays nothing.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Final

from cleanup.article import Article
from cleanup.lexicon.words import FINITE_VERB, Tag, Words, words
from cleanup.syntax_words import word_set

_WORD = re.compile(
    r"\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|pm|am|km|m)?(?!\w)"
    r"|[^\W\d_]+n[’']t(?!\w)"
    r"|[’'](?:s|re|ve|ll|d|m)(?!\w)"
    r"|[^\W_]+(?:(?:[-‑]|[’'](?!(?:s|re|ve|ll|d|m)(?!\w)))[^\W_]+)*"
    r"|[^\w\s]|_"
)
_MODALS: Final = word_set("will would can could may might shall should must cannot")
OPENERS: Final = word_set(
    "if because as while when although though whereas since until till unless whether where once that after "
    "before lest whenever wherever why how provided than"
)
"""Words that open a subordinate clause."""
RELATIVES: Final = word_set("who which whom whose what that where whoever whatever whichever")
SUBJECT_PRONOUNS: Final = word_set("i you he she it we they")
OBJECT_PRONOUNS: Final = word_set(
    "me him her us them it you himself herself itself themselves ourselves myself yourself this these those"
)
DETERMINERS: Final = word_set(
    "the a an this these those my your his her its our their some any every each no all both another several many "
    "few most half much such either neither enough"
)
_SUBORDINATORS: Final = word_set("if because when while although though whereas unless where since until whether")
_BEFORE_START: Final = frozenset('“"«„:;')
_FINITE: Final = Tag.VERB_PRESENT | Tag.VERB_BASE | Tag.VERB_PAST
_NOMINAL: Final = (
    Tag.NOUN | Tag.PLURAL_NOUN | Tag.PROPER_NOUN | Tag.ADJECTIVE | Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER
)
_NOUNS: Final = Tag.NOUN | Tag.PLURAL_NOUN | Tag.PROPER_NOUN
_AMBIGUOUS_COST: Final = 1.1
_PROPER_COST: Final = 0.6
_RARE: Final = 3.5
_OPEN: Final = (Tag.NOUN, Tag.ADJECTIVE, Tag.VERB_PAST, Tag.PLURAL_NOUN)
_SINGLE_TAGS: Final = tuple(Tag(1 << bit) for bit in range(Tag.START.bit_length()))


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark at `start:end` of its sentence (or, from `parse`, of the article's text).

    `tag` is what it is here, `tags` what it can be anywhere.
    """

    start: int
    end: int
    text: str
    lower: str
    tag: Tag
    tags: Tag

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun or a name here."""
        return bool(self.tag & _NOUNS)

    @property
    def is_proper(self) -> bool:
        """Whether it is a name here."""
        return self.tag is Tag.PROPER_NOUN

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_alphabetic(self) -> bool:
        """Whether it begins with a letter (a word and no mark, number or clitic)."""
        return self.text[0].isalpha()

    @property
    def is_nominal(self) -> bool:
        """Whether it can stand in a noun phrase here."""
        return bool(self.tag & _NOMINAL)

    @property
    def may_be_finite(self) -> bool:
        """Whether it is, somewhere, a form that is a clause's verb (a bare infinitive counts after plurals only)."""
        return bool(self.tags & (FINITE_VERB | Tag.VERB_BASE))


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence; `start` is its place in the article, and the words' offsets count from there."""

    start: int
    words: tuple[Word, ...]

    def offset(self, index: int) -> int:
        """Where the word starts in the article."""
        return self.start + self.words[index].start

    def end_offset(self, index: int) -> int:
        """Where the word ends in the article."""
        return self.start + self.words[index].end


def parse(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article's current text."""
    known: tuple[Sentence, ...] | None = article.__dict__.get("_syntax")
    if known is None:
        known = tuple(
            Sentence(span.start, tag_sentence(article.text[span.start : span.end])) for span in article.sentences
        )
        article.__dict__["_syntax"] = known
    return known


@functools.lru_cache(maxsize=4096)
def tag_sentence(text: str) -> tuple[Word, ...]:
    """The words of one sentence with their parts of speech."""
    pieces = [(match.start(), match.end(), match.group()) for match in _WORD.finditer(text)]
    options = [
        possible_tags(piece[2], first=index == 0 or pieces[index - 1][2] in _BEFORE_START)
        for index, piece in enumerate(pieces)
    ]
    for index in range(1, len(pieces)):
        if pieces[index - 1][2].lower() in _SUBORDINATORS:
            options[index] = tuple((tag, cost + 1.5 if tag & _FINITE else cost) for tag, cost in options[index])
    if len(pieces) > 1 and pieces[1][2] in ("he", "she", "they"):
        options[0] = tuple((tag, cost + 2.0 if tag & _FINITE else cost) for tag, cost in options[0])
    chosen = _best_path(options)
    return tuple(
        Word(start, end, token, token.lower(), tag, functools.reduce(Tag.__or__, (t for t, _ in option)))
        for (start, end, token), tag, option in zip(pieces, chosen, options, strict=True)
    )


@functools.lru_cache(maxsize=16384)
def _possible(token: str, first: bool) -> tuple[tuple[Tag, float], ...]:
    lexicon = words()
    lower = token.lower().replace("’", "'")
    if lower[0] == "'" and len(lower) > 1:
        return _clitic(lower)
    if lower.endswith("n't") or lower == "cannot":
        return ((Tag.AUXILIARY, 0.0),)
    if not token[0].isalnum():
        return ((Tag.PUNCTUATION, 0.0),)
    if token[0].isdigit():
        return ((Tag.NUMBER, 0.0),)
    if lower in _MODALS and token != "May":
        return ((Tag.MODAL, 0.0), (Tag.NOUN, 1.5)) if lower in ("will", "can", "might") else ((Tag.MODAL, 0.0),)
    if "-" in token or "‑" in token:
        return _compound(token)
    return _plain(lexicon, token, first)


def possible_tags(token: str, *, first: bool) -> tuple[tuple[Tag, float], ...]:
    """The parts of speech a word can have with what each costs; the likeliest costs nothing."""
    return _possible(token, first)


def _clitic(lower: str) -> tuple[tuple[Tag, float], ...]:
    if lower == "'s":
        return ((Tag.POSSESSIVE, 0.0), (Tag.AUXILIARY, 0.8))
    return ((Tag.MODAL, 0.0),) if lower in ("'ll", "'d") else ((Tag.AUXILIARY, 0.0),)


def _compound(token: str) -> tuple[tuple[Tag, float], ...]:
    if token[0].isupper():
        return ((Tag.PROPER_NOUN, 0.0), (Tag.ADJECTIVE, 0.3))
    tag = words().likely_tag(re.split("[-‑]", token)[-1])
    if tag & (Tag.NOUN | Tag.PLURAL_NOUN):
        return ((Tag.ADJECTIVE, 0.2), (tag, 0.0))
    return ((Tag.ADJECTIVE, 0.0), (Tag.NOUN, 0.6))


def _plain(lexicon: Words, token: str, first: bool) -> tuple[tuple[Tag, float], ...]:
    likely = lexicon.likely_tag(token)
    found = lexicon.tags(token)
    if not found:
        if token[0].isupper():
            return ((Tag.PROPER_NOUN, 0.0),)
        return tuple((tag, 0.0 if tag is Tag.NOUN else _AMBIGUOUS_COST) for tag in _OPEN)
    if token.lower() == "to":
        return ((Tag.PREPOSITION, 0.0), (Tag.INFINITIVE, 0.0))
    costs = {tag: 0.0 if tag is likely else _AMBIGUOUS_COST for tag in _SINGLE_TAGS if tag & found}
    if Tag.PLURAL_NOUN in costs and Tag.NOUN in costs:  # the table says both of authorities, and of gas
        plural = likely is Tag.PLURAL_NOUN or (likely is not Tag.NOUN and token.endswith("s") and token[-2:] != "ss")
        del costs[Tag.NOUN if plural else Tag.PLURAL_NOUN]
    if token[0].isupper() and not first and token != "I":
        for tag in costs:
            costs[tag] += _PROPER_COST if likely is not Tag.PROPER_NOUN else 0.0
        costs[Tag.PROPER_NOUN] = 0.0
    if first and token[0].isupper():
        rare = lexicon.may_be_proper(token) or lexicon.zipf(token.lower()) < _RARE
        costs.setdefault(Tag.PROPER_NOUN, _PROPER_COST if rare else 2 * _PROPER_COST)
    return tuple(costs.items())


@functools.cache
def _pair_cost(left: Tag, right: Tag) -> float:
    if left is Tag.INFINITIVE:
        return -1.5 if right & (Tag.VERB_BASE | Tag.AUXILIARY | Tag.ADVERB) else 2.0
    if left is Tag.PREPOSITION and right & (Tag.VERB_BASE | Tag.AUXILIARY | Tag.VERB_PAST):
        return 1.5
    if left is Tag.DETERMINER and right & (Tag.VERB_BASE | Tag.AUXILIARY):
        return 1.5
    return -max(-2.0, min(1.5, words().tag_pair(left, right)))


def _best_path(options: list[tuple[tuple[Tag, float], ...]]) -> list[Tag]:
    """The cheapest sequence of parts of speech: each word's own cost and that of each pair of neighbours."""
    costs: list[tuple[float, Tag]] = [(0.0, Tag.START)]
    back: list[dict[Tag, Tag]] = []
    for option in options:
        step: list[tuple[float, Tag]] = []
        origin: dict[Tag, Tag] = {}
        for tag, own in option:
            cost, before = min((total + _pair_cost(left, tag), left) for total, left in costs)
            step.append((cost + own, tag))
            origin[tag] = before
        costs = step
        back.append(origin)
    if not back:
        return []
    tag = min(costs)[1]
    path = [tag]
    for origin in reversed(back[1:]):
        tag = origin[tag]
        path.append(tag)
    return path[::-1]
