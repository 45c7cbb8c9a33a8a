"""Verbs and numbers that do not fit: among them is two bakers, some 60 old buses rolls home, a single one boat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.lexicon.inflection import base_of_third
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import with_plurals, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax.clauses import Rest, rest_of_clause
from cleanup.syntax.parser import DETERMINERS, OBJECT_PRONOUNS, Word, parse

_MORE: Final = {"is": "are", "was": "were"}
_NUMBERS: Final = (word_class("numbers") - {"one"}) | word_set(
    "several many hundreds thousands dozens hundred thousand"
)
_SUMS: Final = with_plurals("units", "units_of_time", "currencies", "quantities") | word_set("percent per times")
_OPENERS: Final = word_set("among amongst in on at behind beside between under near outside inside before opposite")
_COMPOUNDS: Final = word_set(
    "sports arms sales goods women men customs news savings awards games rights operations systems affairs jobs drugs "
    "communications earnings antiques clothes customs careers trades parts records results"
)
"""Plurals that stand before another noun: sports cars."""
_IN_PHRASE: Final = DETERMINERS | OBJECT_PRONOUNS | word_set("of in and")

Found = tuple[str, int, str]


def amount_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that give a verb the number of what is counted beside it, and take `one` out behind `single`."""
    finder = _Finder(resources)
    for sentence in parse(article):
        for index in range(len(sentence.words) - 2):
            found = finder.find(sentence.words, index)
            if found is not None:
                rule, at, form = found
                start = sentence.offset(at) if form else sentence.end_offset(at - 1)
                yield resources.rules[rule].edit(article.text, start, sentence.end_offset(at), [form])


class _Finder:
    def __init__(self, resources: Resources) -> None:
        self._words = resources.words

    def find(self, words: Sequence[Word], index: int) -> Found | None:
        """The rule, the word that is wrong, and what it should be."""
        word = words[index]
        if word.lower in _MORE:
            return self._behind_place(words, index)
        if word.lower == "one" and index and words[index - 1].lower == "single":
            return self._single_one(words, index)
        if word.tag is Tag.PLURAL_NOUN and words[index + 1].tags & Tag.VERB_PRESENT:
            return self._counted_subject(words, index)
        return None

    def _behind_place(self, words: Sequence[Word], index: int) -> Found | None:
        """`Among the guests is two bakers`: are."""
        opens = words[0].lower in _OPENERS and index > 1
        phrase = words[1:index]
        if not opens or not all(_stands_in_phrase(word) for word in phrase):
            return None
        last = words[index - 1]
        if not (last.is_noun or last.lower in ("them", "us", "those") or last.tags & Tag.PAST_PARTICIPLE):
            return None
        if words[index + 1].lower not in _NUMBERS and not _is_count(words[index + 1]):
            return None
        noun = next((w for w in words[index + 2 : index + 5] if w.is_noun), None)
        if noun is None or noun.tag is not Tag.PLURAL_NOUN or noun.lower in _SUMS:
            return None
        return "subject-and-verb", index, _MORE[words[index].lower]

    def _counted_subject(self, words: Sequence[Word], index: int) -> Found | None:
        """`Some 60 old buses rolls through the town`: the verb of several, the only one of its sentence."""
        verb, after = words[index + 1], words[index + 2]
        start = index
        while start and words[start - 1].tag is Tag.ADJECTIVE:
            start -= 1
        if not start or not (words[start - 1].lower in _NUMBERS or _is_count(words[start - 1])):
            return None
        if words[index].lower in _COMPOUNDS | _SUMS or verb.tags & (Tag.ADJECTIVE | Tag.PREPOSITION):
            return None
        if not (after.lower in DETERMINERS or after.tag is Tag.PREPOSITION) or after.lower in ("of", "as"):
            return None
        base = base_of_third(verb.lower, self._words)
        if (
            base is None
            or verb.lower in ("is", "was", "has", "does")
            or any(w.tag & FINITE_VERB for w in words[:index])
        ):
            return None
        alone = rest_of_clause(words, index + 2) is Rest.NONE and words[-1].text in ".!"
        return ("subject-and-verb", index + 1, base) if alone else None

    def _single_one(self, words: Sequence[Word], index: int) -> Found | None:
        """`a single one boat`: no one."""
        noun = words[index + 1]
        plain = noun.tag is Tag.NOUN and not noun.tags & (Tag.VERB_PRESENT | Tag.VERB_PAST)
        return ("single-one", index, "") if plain else None


def _stands_in_phrase(word: Word) -> bool:
    """Whether a word can belong to a noun phrase: the injured, the guests of the hotel."""
    return word.is_nominal or bool(word.tags & Tag.PAST_PARTICIPLE) or word.lower in _IN_PHRASE


def _is_count(word: Word) -> bool:
    """Whether a number in digits, no year, counts several."""
    return (
        word.tag is Tag.NUMBER and word.text.replace(",", "").isdigit() and 1 < int(word.text.replace(",", "")) < 1500
    )
