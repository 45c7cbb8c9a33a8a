"""Comparison as other languages make it: more old than, the more old of, bigger of the old one, as tall like a tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.lexicon.degrees import comparative, is_ended, superlative
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of
from cleanup.lexicon.words import Tag
from cleanup.resources import Resources
from cleanup.syntax.clauses import has_finite
from cleanup.syntax.heads import BE
from cleanup.syntax.parser import DETERMINERS, Word, parse
from cleanup.syntax.words import MIDDLE_ADVERBS

_LINKING: Final = BE | forms_of("linking_verbs") | word_set("become becomes became grow grows grew seem seems seemed")
_HOW_MUCH: Final = word_set("much far even still lot bit little now slightly considerably significantly not no any")
_BEHIND: Final = word_set("than that . , ; : and but in on at when because since after before for during")
_RANKS: Final = word_set("second third fourth fifth sixth")
_SCOPES: Final = word_set("of in ever since . , ;")
_NOT_COMPARED: Final = word_set("first last open right dead close late well")
_WHOLES: Final = word_set("us them all both two three these those you late course what which whom")
"""What a comparative singles out of: the older of the two."""
_ONCE: Final = word_set("once whatever what little far many no")
_DOING: Final = word_set("do does did done doing")

Found = tuple[str, int, int, str]


def comparison_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that compare an adjective by its ending, and with than and as."""
    finder = _Finder(resources)
    for sentence in parse(article):
        for at in range(1, len(sentence.words) - 2):
            found = finder.find(sentence.words, at)
            if found is not None:
                rule, first, last, form = found
                span = sentence.offset(first), sentence.end_offset(last)
                yield resources.rules[rule].edit(article.text, *span, [form])


class _Finder:
    def __init__(self, resources: Resources) -> None:
        self._words = resources.words

    def find(self, words: Sequence[Word], at: int) -> Found | None:
        """The rule, the words from and to, and what they should be."""
        lower = words[at].lower
        if lower in ("more", "most"):
            return self._ended(words, at)
        if lower in ("of", "that"):
            return self._than(words, at)
        if lower == "like" and words[at - 2].lower == "as" and at > 2 and self._is_quality(words[at - 1]):
            opens = words[at + 1].lower in DETERMINERS or words[at + 1].is_proper
            described = words[at - 3].lower in BE | {"almost", "nearly", "not", "just", "twice"}
            return ("compared-with", at, at, "as") if opens and described else None
        return None

    def _is_quality(self, word: Word) -> bool:
        return (
            bool(word.tags & Tag.ADJECTIVE) and word.lower not in ("well", "much", "such") and not word.is_capitalised
        )

    def _ended(self, words: Sequence[Word], at: int) -> Found | None:
        """`is more old than`, `a more cold winter`, `the most big lake`, `the second more low level`."""
        degree, quality, after = words[at].lower, words[at + 1], words[at + 2]
        lower, before = quality.lower, words[at - 1].lower
        if not self._is_quality(quality) or lower in _NOT_COMPARED or not is_ended(lower, self._words):
            return None
        if after.text in "-–’" and after.start == quality.end:
            return None
        ranked = before in _RANKS and words[at - 2].lower in DETERMINERS and at > 1
        if ranked or (before == "the" and self._singles_out(words, at)):
            form = superlative(lower, self._words)
            return None if form is None else ("degree-of-adjective", at, at + 1, form)
        if degree == "more" and self._is_predicate(words, at):
            form = comparative(lower, self._words)
            return None if form is None else ("degree-of-adjective", at, at + 1, form)
        return None

    def _singles_out(self, words: Sequence[Word], at: int) -> bool:
        """Whether `the more old`, `the most old` is one of several: of all, in the country, ever."""
        if any(word.lower in _DOING for word in words[max(0, at - 5) : at]):
            return False  # where it does the most good
        if sum(word.lower in ("more", "less") for word in words) > 1:
            return False  # the more old friends he met, the more he talked
        end = at + 2
        while end < len(words) - 1 and words[end].tag in (Tag.NOUN, Tag.ADJECTIVE) and end < at + 4:
            end += 1
        if end + 1 >= len(words):
            return False
        if words[at].lower == "most":
            return words[end - 1].tag is not Tag.PLURAL_NOUN and words[end].tag is not Tag.PLURAL_NOUN
        scope = words[end + 1]
        return words[end].lower in ("of", "in") and (
            scope.lower in DETERMINERS or scope.is_proper or scope.lower == "all"
        )

    def _is_predicate(self, words: Sequence[Word], at: int) -> bool:
        """Whether `more` and the adjective behind it are said of the subject: is more cold; not of more cold."""
        if at + 2 >= len(words):
            return False
        start, after, quality = at - 1, words[at + 2], words[at + 1]
        if words[start].lower in _ONCE:
            return False
        while start > 0 and (words[start].lower in _HOW_MUCH | MIDDLE_ADVERBS or words[start].lower in ("a", "is")):
            if words[start].lower in BE:
                break
            start -= 1
        if words[start].lower not in _LINKING or words[start - 1].lower == "there":
            return False
        if after.lower == "than" and words[at + 3].tags & Tag.ADJECTIVE and words[at + 3].lower not in DETERMINERS:
            return words[at + 3].lower in ("usual", "last", "other", "expected", "previous")  # more sad than angry
        noun = (
            quality.tags & (Tag.NOUN | Tag.PLURAL_NOUN) and self._words.likely_tag(quality.lower) is not Tag.ADJECTIVE
        )
        return after.lower in _BEHIND and not noun

    def _than(self, words: Sequence[Word], at: int) -> Found | None:
        """`is bigger of the old one`, `colder that the last one`: what something is compared with."""
        compared, first = words[at - 1], words[at + 1]
        plain = compared.lower.removesuffix("er")
        ended = compared.lower.endswith("er") and compared.tags & Tag.ADJECTIVE and plain != compared.lower
        more = at > 1 and words[at - 2].lower in ("more", "less") and self._is_quality(compared)
        if not (ended or more or compared.lower in ("better", "worse")) or compared.is_capitalised:
            return None
        if ended and compared.lower not in ("better", "worse") and not self._is_comparative(compared.lower):
            return None
        start = at - 3 if more and not ended else at - 2
        while start > 0 and words[start].lower in _HOW_MUCH | MIDDLE_ADVERBS | {"a"} - BE:
            start -= 1
        if start < 1 or words[start].lower not in BE or words[start - 1].lower in ("it", "this", "that", "there"):
            return None
        opens = first.lower in DETERMINERS or first.is_proper
        if not opens or first.lower in _WHOLES or words[at + 2].lower in _WHOLES or first.tag & Tag.NUMBER:
            return None
        if words[at].lower == "that" and has_finite(words, at + 1):
            return None  # he is happier that the war is over
        if words[at].lower == "that" and any(word.tag is Tag.VERB_BASE for word in words[at + 2 :]):
            return None
        return ("compared-with", at, at, "than")

    def _is_comparative(self, word: str) -> bool:
        stems = (word[:-2], word[:-1], word[:-3], f"{word[:-3]}y")
        return any(comparative(stem, self._words) == word for stem in stems if len(stem) > 2)
