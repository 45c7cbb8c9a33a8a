"""What a pronoun can stand for, as far as a word shows it: a person, a place, a thing, one or several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleanup.article import Article
from cleanup.clauses import head_of
from cleanup.evidence import evidence_of, gender_of_noun
from cleanup.lexicon.names import PLACE_KINDS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import Tag
from cleanup.resources import Resources
from cleanup.syntax import Sentence, Word

_TOKEN = re.compile(r"[^\W\d_]+")
_FUNCTION = Tag.PREPOSITION | Tag.DETERMINER | Tag.CONJUNCTION
_PERSONAL = word_set("he she him her his hers who whom whose someone somebody nobody everyone one i me my")


class Referents:
    """Knows of words whether persons, places or things are meant."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._words = resources.words
        self._names = resources.names

    def contradicts(self, words: Sequence[Word], first: int, end: int, pronoun: str) -> bool:
        """Whether the pronoun cannot stand for the head of the phrase: he for a government, it for plants."""
        head = head_of(words, first, end)
        if head is None:
            return False
        word = words[head]
        if word.is_proper:
            named = head > first and words[head - 1].lower == "the"
            named = named or (head == first and self._is_state(word.text))
            return pronoun in ("he", "she") and (named or not self._may_be_person(word))
        if word.tag is Tag.PLURAL_NOUN:
            return pronoun != "they"
        return pronoun in ("he", "she") and not self._words.is_person_noun(word.lower)

    def is_person(self, word: str) -> bool:
        """Whether the word names a person, or stands for one."""
        lower = word.lower()
        if self._words.likely_tag(lower) & _FUNCTION and lower not in _PERSONAL:
            return False
        if word[0].isupper() and not self.is_place(word):
            known = self._words.is_given_name(word) or self._words.is_surname(word)
            return known or not self._words.is_word(lower)
        return self._words.is_person_noun(lower) or gender_of_noun(lower) is not None or lower in _PERSONAL

    def has_person_before(self, text: str, sentence: Sentence, index: int) -> bool:
        """Whether a person is in view in the paragraph before the word at `index`."""
        return any(self.is_person(word) for word in _TOKEN.findall(paragraph_before(text, sentence, index)))

    def is_place(self, name: str) -> bool:
        """Whether the name is that of a place."""
        return bool(self._names.kinds_of(name) & PLACE_KINDS)

    def is_bare_place(self, words: Sequence[Word], first: int, end: int) -> bool:
        """Whether the phrase is nothing but the name of a place, without an article."""
        named = end == first + 1 and (first == 0 or words[first - 1].lower != "the")
        return named and self.is_place(words[first].text)

    def gender_of(self, article: Article, name: str) -> str | None:
        """The gender of a person by what the article shows, else by what is known of the bearers of the name."""
        shown = evidence_of(article, self._resources).gender_of(name)
        return shown or self._names.gender_of_surname(name)

    def _is_state(self, name: str) -> bool:
        """Whether the name is that of a state, and hardly of a person: Mali, not Chad."""
        return "country" in self._names.kinds_of(name) and not self._words.is_given_name(name)

    def _may_be_person(self, word: Word) -> bool:
        known = self._words.is_given_name(word.text) or self._words.is_surname(word.text)
        return known or not self._words.is_proper(word.text)


def paragraph_before(text: str, sentence: Sentence, index: int) -> str:
    """What stands in the paragraph before the word at `index`."""
    return text[text.rfind("\n", 0, sentence.start) + 1 : sentence.offset(index)]
