"""Pronouns in the middle of a phrase, where English has none: one he sleeping car, a serious one crisis, them,."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.pronouns.edits import replaced, taken_out
from cleanup.resources import Resources
from cleanup.syntax.clauses import Place, chunk_start, head_of, subject_place, verb_after
from cleanup.syntax.parser import DETERMINERS, Sentence, Word
from cleanup.syntax.words import TIME_NOUNS

_STRESSED = word_set("them him her")
_BEFORE_NOUN = word_set("a an the every one these those his its my our your their")
_BEFORE_ONE = word_set("a an the only first last biggest most very another")
_COUNTED = TIME_NOUNS | word_set("hundred thousand million billion percent")
_STANDS = word_set("stands stood hangs hung lies lay sits sat")
_GROWS = word_set("grows grew")
_PARTS_OF_PLACES = word_set("middle centre center corner courtyard")
_AT = word_set("in on at under behind above beside near")
_NO_SUBJECT = word_class("units") | word_set("chance lot bit end thread match game little while left year")
"""What follows “it lies a” where it stands for a thing: it lies a mile off, it stands a chance."""
_NOT_PLAIN = word_set(
    "first last next only final top number nearly other new same extra additional single second third fourth "
    "maximum minimum average further mere whole full entire second-to lucky"
)


class InsertedPronouns:
    """Takes out pronouns that stand between the words of a noun phrase, or between commas behind it."""

    def __init__(self, resources: Resources) -> None:
        self._rules = resources.rules
        self._words = resources.words

    def stressed(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`The unions, them, do not believe it`: between a subject and its verb a stressed pronoun says nothing."""
        words = sentence.words
        if not 0 < index < len(words) - 3 or words[index + 1].text not in _STRESSED or words[index + 2].text != ",":
            return
        verb = verb_after(words, index + 2)
        if verb is None or not words[verb].tag & FINITE_VERB or not words[index - 1].is_noun:
            return
        if subject_place(words, chunk_start(words, index)) >= Place.WEAK:
            span = sentence.end_offset(index - 1), sentence.end_offset(index + 2)
            rule = self._rules["pronoun-after-subject"]
            yield rule.edit(article.text, *span, [""], pronoun=words[index + 1].text)

    def in_phrase(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`at least one he sleeping car`: between a determiner and its noun stands no pronoun."""
        words = sentence.words
        if words[index].lower == "it" or index + 2 >= len(words) or words[index - 1].lower not in _BEFORE_NOUN:
            return
        first = words[index + 1]
        if first.is_capitalised or first.tags & FINITE_VERB or not (first.is_noun or words[index + 2].is_noun):
            return
        single = words[index - 1].lower not in ("these", "those", "both")
        if first.tags & (Tag.ADJECTIVE | Tag.GERUND) or (single and first.tag is Tag.NOUN):
            rule = self._rules["pronoun-after-subject"]
            yield taken_out(rule, article.text, sentence, index, Applicability.SAFE)

    def dummy(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`In the cellar it hangs a portrait`: the subject stands behind the verb, and `there` in its place."""
        words = sentence.words
        if words[index].lower != "it" or index < 2 or index + 3 >= len(words):
            return
        verb, place = words[index + 1].lower, words[index - 1]
        stands = verb in _STANDS or (verb in _GROWS and place.lower in _PARTS_OF_PLACES)
        if not stands or words[index + 2].lower not in ("a", "an") or not place.is_noun or place.lower in TIME_NOUNS:
            return
        start = chunk_start(words, index)
        start += words[start].lower in ("and", "but")
        led = words[start].tag is Tag.PREPOSITION and words[start + 1].lower in DETERMINERS
        noun = next((word for word in words[index + 3 : index + 6] if word.is_noun), None)
        if led and noun is not None and noun.lower not in _NO_SUBJECT and words[start].lower in _AT:
            rule = self._rules["it-for-there"]
            yield replaced(rule, article.text, sentence, index, ["there"])

    def one(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`a serious one crisis`: an adjective with its own noun needs no `one`."""
        words = sentence.words
        if index < 2 or index + 1 >= len(words) or words[index].is_capitalised:
            return
        if self._is_bare(words, index) or _is_described(words, index):
            rule = self._rules["one-between-adjective-and-noun"]
            yield taken_out(rule, article.text, sentence, index, Applicability.SAFE)

    def _is_bare(self, words: Sequence[Word], index: int) -> bool:
        """`with growing one unease`: behind a preposition and an adjective, before a noun that is not counted."""
        if index + 2 >= len(words):
            return False
        before, adjective, noun, after = words[index - 2], words[index - 1], words[index + 1], words[index + 2]
        if before.tag is not Tag.PREPOSITION or adjective.lower in ("every", "each") or not _is_plain(adjective):
            return False
        counted = noun.lower in TIME_NOUNS or self._words.bigram("one", noun.lower) > 1
        ends = after.tag & (Tag.PUNCTUATION | Tag.PREPOSITION | Tag.CONJUNCTION)
        return noun.tag is Tag.NOUN and not counted and bool(ends)


def _is_described(words: Sequence[Word], index: int) -> bool:
    """Whether `one` stands between an adjective with its determiner and a single noun."""
    adjective, article, noun = words[index - 1], words[index - 2], words[index + 1]
    if article.lower not in _BEFORE_ONE or not _is_plain(adjective):
        return False
    if not noun.tag & (Tag.NOUN | Tag.ADJECTIVE) or noun.lower in _COUNTED or noun.is_capitalised:
        return False
    head = head_of(words, index + 1, min(index + 4, len(words)))
    if head is None or words[head].tag is not Tag.NOUN:
        return False
    return not words[head].tags & (Tag.VERB_PAST | Tag.VERB_PRESENT)


def _is_plain(word: Word) -> bool:
    """Whether the word is an adjective that neither counts nor compares, as those before a true `one` do."""
    if not word.tags & Tag.ADJECTIVE or word.lower in _NOT_PLAIN:
        return False
    return not word.lower.endswith(("est", "th", "nd")) and word.is_alphabetic
