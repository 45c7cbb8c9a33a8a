"""A light parser: words with one part of speech each, found by neighbours and not by trees.

A sentence is cut into words (a hyphenated compound is one, a clitic such as ’s is its own). Each gets its likeliest
part of speech by a Viterbi search over the parts it can have and how well neighbours go together. Sentences are
remembered by their text, so a pass that asks again pays nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from cleanup.article import Article, is_quoted
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import Tag, Words, words
from cleanup.syntax.words import MODALS, is_number_word

_WORD = re.compile(
    r"\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|pm|am|km|m)?(?!\w)"
    r"|[^\W\d_]+n[’']t(?!\w)"
    r"|[’'](?:s|re|ve|ll|d|m)(?!\w)"
    r"|[^\W_]+(?:(?:[-‑]|[’'](?!(?:s|re|ve|ll|d|m)(?!\w)))[^\W_]+)*"
    r"|[^\w\s]|_"
)
OPENERS: Final = word_set(
    "if because as while whilst when although though whereas since until till unless whether where once that after "
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
_QUOTES_IN_FRONT: Final = frozenset('“"«„')
_AMBIGUOUS_COST: Final = 1.1
_PROPER_COST: Final = 0.6
_RARE: Final = 3.5
_OPEN: Final = (Tag.NOUN, Tag.ADJECTIVE, Tag.VERB_PAST, Tag.PLURAL_NOUN)
_SINGLE_TAGS: Final = tuple(Tag(1 << bit) for bit in range(Tag.START.bit_length()))
_START_ROW: Final = Tag.START.bit_length() - 1


def _rows(*tags: Tag) -> frozenset[int]:
    return frozenset(tag.bit_length() - 1 for tag in tags)


_NOUN_ROWS: Final = _rows(Tag.NOUN, Tag.PLURAL_NOUN, Tag.PROPER_NOUN)
_NOMINAL_ROWS: Final = _NOUN_ROWS | _rows(Tag.ADJECTIVE, Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER)
_FINITE_ROWS: Final = _rows(Tag.VERB_PRESENT, Tag.VERB_BASE, Tag.VERB_PAST)

Options = tuple[tuple[int, float], ...]


class Choices(NamedTuple):
    """What a word can be: the rows of its parts of speech with their costs, and all of them as one flag."""

    options: Options
    tags: Tag


class Word(NamedTuple):
    """A word or mark at `start:end` of its sentence.

    `tag` is what it is here, `tags` what it can be anywhere. `is_noun`: a noun or a name here; `is_nominal`: can stand
    in a noun phrase here; `is_capitalised`: begins with a capital letter.
    """

    start: int
    end: int
    text: str
    lower: str
    tag: Tag
    tags: Tag
    is_noun: bool
    is_nominal: bool
    is_capitalised: bool

    @property
    def is_proper(self) -> bool:
        """Whether it is a name here."""
        return self.tag is Tag.PROPER_NOUN

    @property
    def is_alphabetic(self) -> bool:
        """Whether it begins with a letter (a word and no mark, number or clitic)."""
        return self.text[0].isalpha()


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence; `start` is its place in the article, and the words' offsets count from there.

    A quotation mark in front is none of the words, since what is said begins as any sentence does; `quoted` tells of
    it.
    """

    start: int
    words: tuple[Word, ...]
    quoted: bool = False

    def offset(self, index: int) -> int:
        """Where the word starts in the article."""
        return self.start + self.words[index].start

    def end_offset(self, index: int) -> int:
        """Where the word ends in the article."""
        return self.start + self.words[index].end


def is_said(text: str, sentence: Sentence, index: int) -> bool:
    """Whether the word at `index` stands in a quotation that began in the line of its sentence."""
    return is_quoted(text, text.rfind("\n", 0, sentence.start) + 1, sentence.offset(index))


def parse(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article's current text that have words."""
    known: tuple[Sentence, ...] | None = article.__dict__.get("_syntax")
    if known is None:
        tagged = ((span.start, tag_sentence(article.text[span.start : span.end])) for span in article.sentences)
        known = tuple(_sentence(start, words) for start, words in tagged if words)
        article.__dict__["_syntax"] = known
    return known


def _sentence(start: int, words: tuple[Word, ...]) -> Sentence:
    said = from_first_word(words)
    return Sentence(start, said, said != words)


def from_first_word(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a sentence without a quotation mark in front of them."""
    return words[1:] if len(words) > 1 and words[0].text in _QUOTES_IN_FRONT else words


@functools.lru_cache(maxsize=4096)
def tag_sentence(text: str) -> tuple[Word, ...]:
    """The words of one sentence with their parts of speech."""
    pieces = [(match.start(), match.end(), match.group()) for match in _WORD.finditer(text)]
    choices = [
        _choices(piece[2], index == 0 or pieces[index - 1][2] in _BEFORE_START) for index, piece in enumerate(pieces)
    ]
    options = [choice.options for choice in choices]
    for index in range(1, len(pieces)):
        if pieces[index - 1][2].lower() in _SUBORDINATORS:
            options[index] = _with_finite_cost(options[index], 1.5)
    if len(pieces) > 1 and pieces[1][2] in ("he", "she", "they"):
        options[0] = _with_finite_cost(options[0], 5.0)  # no imperative before a subject
    return tuple(
        Word(*piece, piece[2].lower(), tag, choice.tags, row in _NOUN_ROWS, row in _NOMINAL_ROWS, piece[2][0].isupper())
        for piece, row, choice in zip(pieces, _best_path(options), choices, strict=True)
        for tag in (_SINGLE_TAGS[row],)
    )


def _with_finite_cost(options: Options, cost: float) -> Options:
    return tuple((row, own + cost if row in _FINITE_ROWS else own) for row, own in options)


@functools.lru_cache(maxsize=16384)
def _choices(token: str, first: bool) -> Choices:
    """The parts of speech a word can have and what each costs; the likeliest costs nothing."""
    costs = _costs(token, first)
    options = tuple((tag.bit_length() - 1, cost) for tag, cost in costs.items())
    return Choices(options, functools.reduce(Tag.__or__, costs))


def _costs(token: str, first: bool) -> dict[Tag, float]:
    lower = token.lower().replace("’", "'")
    if lower[0] == "'" and len(lower) > 1:
        return _clitic(lower)
    if lower.endswith("n't") or lower == "cannot":
        return {Tag.AUXILIARY: 0.0}
    if not token[0].isalnum():
        return {Tag.PUNCTUATION: 0.0}
    if token[0].isdigit():
        return {Tag.NUMBER: 0.0}
    if lower == "to":
        return {Tag.PREPOSITION: 0.0, Tag.INFINITIVE: 0.0}
    if lower in MODALS and token != "May":
        return {Tag.MODAL: 0.0, Tag.NOUN: 1.5} if lower in ("will", "can", "might") else {Tag.MODAL: 0.0}
    return _compound(token) if "-" in token or "‑" in token else _plain(words(), token, first)


def _clitic(lower: str) -> dict[Tag, float]:
    if lower == "'s":
        return {Tag.POSSESSIVE: 0.0, Tag.AUXILIARY: 0.8}
    return {Tag.MODAL: 0.0} if lower in ("'ll", "'d") else {Tag.AUXILIARY: 0.0}


def _compound(token: str) -> dict[Tag, float]:
    if is_number_word(token.lower()):
        return {Tag.NUMBER: 0.0}
    if token[0].isupper():
        return {Tag.PROPER_NOUN: 0.0, Tag.ADJECTIVE: 0.3}
    if token[:3] in ("al-", "el-", "as-", "ad-", "ar-", "an-") and token[3:4].isupper():
        return {Tag.PROPER_NOUN: 0.0}
    tag = words().likely_tag(re.split("[-‑]", token)[-1])
    if tag & (Tag.NOUN | Tag.PLURAL_NOUN):
        return {Tag.ADJECTIVE: 0.2, tag: 0.0}
    return {Tag.ADJECTIVE: 0.0, Tag.NOUN: 0.6}


def _plain(lexicon: Words, token: str, first: bool) -> dict[Tag, float]:
    likely, found = lexicon.likely_tag(token), lexicon.tags(token)
    capital = token[0].isupper()
    if not found:
        if capital:
            return {Tag.PROPER_NOUN: 0.0}
        return {tag: 0.0 if tag is Tag.NOUN else _AMBIGUOUS_COST for tag in _OPEN}
    costs = {tag: 0.0 if tag is likely else _AMBIGUOUS_COST for tag in _SINGLE_TAGS if tag & found}
    if Tag.PLURAL_NOUN in costs and Tag.NOUN in costs:  # the table says both of authorities, and of gas
        plural = likely is Tag.PLURAL_NOUN or (likely is not Tag.NOUN and token.endswith("s") and token[-2:] != "ss")
        del costs[Tag.NOUN if plural else Tag.PLURAL_NOUN]
    if capital and first:
        rare = lexicon.may_be_proper(token) or lexicon.zipf(token.lower()) < _RARE
        costs.setdefault(Tag.PROPER_NOUN, _PROPER_COST if rare else 2 * _PROPER_COST)
    elif capital and token != "I":
        more = 0.0 if likely is Tag.PROPER_NOUN else _PROPER_COST
        costs = {tag: cost + more for tag, cost in costs.items()} | {Tag.PROPER_NOUN: 0.0}
    return costs


@functools.cache
def _pair_costs() -> list[list[float]]:
    """What it costs that one part of speech (second index) follows another (first index), as row numbers."""
    return [[_pair_cost(left, right) for right in _SINGLE_TAGS] for left in _SINGLE_TAGS]


def _pair_cost(left: Tag, right: Tag) -> float:
    if left is Tag.INFINITIVE:
        return -1.5 if right & (Tag.VERB_BASE | Tag.AUXILIARY | Tag.ADVERB) else 2.0
    if left is Tag.PREPOSITION and right & (Tag.VERB_BASE | Tag.AUXILIARY | Tag.VERB_PAST):
        return 1.5
    if left is Tag.DETERMINER and right & (Tag.VERB_BASE | Tag.AUXILIARY):
        return 1.5
    return -max(-2.0, min(1.5, words().tag_pair(left, right)))


def _best_path(options: Sequence[Options]) -> list[int]:
    """The cheapest sequence of parts of speech: each word's own cost and that of each pair of neighbours."""
    pairs = _pair_costs()
    costs: list[tuple[float, int]] = [(0.0, _START_ROW)]
    back: list[dict[int, int]] = []
    for option in options:
        step: list[tuple[float, int]] = []
        origin: dict[int, int] = {}
        for row, own in option:
            cost, before = costs[0][0] + pairs[costs[0][1]][row], costs[0][1]
            for total, left in costs[1:]:
                if total + pairs[left][row] < cost:
                    cost, before = total + pairs[left][row], left
            step.append((cost + own, row))
            origin[row] = before
        costs = step
        back.append(origin)
    if not back:
        return []
    row = min(costs)[1]
    path = [row]
    for origin in reversed(back[1:]):
        row = origin[row]
        path.append(row)
    return path[::-1]


def words_text(words: Sequence[Word], start: int, end: int) -> str:
    """The words `start:end` as they stand, with the spaces between them."""
    gaps = (" " * (words[at].start - words[at - 1].end) + words[at].text for at in range(start + 1, end))
    return "".join([words[start].text, *gaps])
