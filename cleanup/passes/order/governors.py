"""Prepositions that stand behind the phrase they govern: what a link once held has slipped before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import Tag
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, SUBJECT_PRONOUNS, Sentence, Word
from cleanup.syntax.words import BE, PREPOSITIONS, TIME_NOUNS

_GOVERNORS = PREPOSITIONS | {"of", "that", "than"}
"""What stands before an article and its noun: prepositions, and the words that open a clause or a comparison."""
_FOLLOWS = word_set("of for from with to against about that which who whose where when while because if as and or but")
"""What can follow a whole phrase and never its article; `the in Rome born poet` and `the by now usual` can be."""
_OPENS_PHRASE = word_set("a an the my our his her its their this these those")
_FULL_NAME = 2  # words: what a longer run has besides is another phrase
_LONGEST = 6  # words of a phrase that has slipped


class Governors:
    """Finds a preposition and its article at the end of a clause, and puts them before the phrase they belong to."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """`has to be approved Competition Council by the.`: by the Competition Council."""
        words = sentence.words
        for at in range(2, len(words) - 2):
            if words[at].lower not in _GOVERNORS or words[at + 1].text != "the" or not _is_stranded(words, at + 2):
                continue
            start = self._phrase(words, at)
            if start is None:
                continue
            first, last = sentence.offset(start), sentence.end_offset(at + 1)
            phrase = text[first : sentence.end_offset(at - 1)]
            fixed = f"{words[at].text} {words[at + 1].text} {phrase}"
            certainty = Applicability.SAFE if self._is_sure(words, start, at) else Applicability.UNSAFE
            rule = self._resources.rules["preposition-behind-phrase"]
            yield rule.edit(text, first, last, [fixed], applicability=certainty)

    def _phrase(self, words: Sequence[Word], governor: int) -> int | None:
        """Where the phrase begins that has slipped before its governor; None where none has."""
        first = _run_start(words, governor)
        if first in (0, governor) or not words[governor - 1].is_noun:
            return None
        seams = (at for at in range(governor - 1, first, -1) if self._is_seam(words[at - 1], words[at]))
        start = next(seams, None)
        if start is not None:
            return start
        before = words[first - 1]
        if before.lower in DETERMINERS or before.tag & (Tag.PREPOSITION | Tag.POSSESSIVE | Tag.NUMBER):
            return None
        named = words[first].is_capitalised and self._resources.words.is_given_name(words[first].text)
        if named and governor - first > _FULL_NAME:
            return None
        predicate = before.lower in BE and words[first].tag is Tag.ADJECTIVE  # is closer border to the
        return first + 1 if predicate and first + 1 < governor else first

    def _is_seam(self, left: Word, right: Word) -> bool:
        """Whether two words can belong to no one phrase: a name behind a noun, two nouns that are no compound."""
        if left.tag is Tag.ADJECTIVE:
            return False
        lexicon = self._resources.words
        if left.is_capitalised:
            ends_name = lexicon.is_given_name(left.text) and not right.is_capitalised
            return ends_name or (right.tag is Tag.ADJECTIVE and not right.is_capitalised)
        plural = left.tag is Tag.PLURAL_NOUN and left.lower not in TIME_NOUNS
        return right.is_capitalised or plural or lexicon.bigram(left.lower, right.lower) == 0

    def _is_sure(self, words: Sequence[Word], start: int, governor: int) -> bool:
        """Whether no word of the phrase can belong to what stands before it."""
        first, second = words[start], words[start + 1]
        if not first.is_capitalised:
            described = first.tag is Tag.ADJECTIVE and not second.is_capitalised  # to keep quiet incident about the
            return not described or self._resources.words.bigram(first.lower, second.lower) > 0
        return words[governor - 1].is_capitalised and not self._resources.words.is_given_name(first.text)


def _is_stranded(words: Sequence[Word], at: int) -> bool:
    """Whether no noun can follow the article: a comma or stop right behind it, an auxiliary, a preposition."""
    word = words[at]
    if word.start == words[at - 1].end:
        dots = at + 1 < len(words) and words[at + 1].text == "."
        return word.text in ".,;" and not dots
    if word.lower in _FOLLOWS | SUBJECT_PRONOUNS | _OPENS_PHRASE:
        return True
    return bool(word.tag & (Tag.AUXILIARY | Tag.MODAL)) and word.tags & (Tag.NOUN | Tag.ADJECTIVE) == Tag.NONE


def _run_start(words: Sequence[Word], governor: int) -> int:
    """Where the adjectives and nouns begin that end right before the governor."""
    start = governor
    while start > 0 and governor - start < _LONGEST and words[start - 1].end + 1 == words[start].start:
        word = words[start - 1]
        described = word.tag is Tag.ADJECTIVE or word.tag is Tag.NUMBER
        participle = word.tags & Tag.PAST_PARTICIPLE and not word.is_capitalised and start < governor
        if not (word.is_noun or described) or participle:
            break
        start -= 1
    return start
