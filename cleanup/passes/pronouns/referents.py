"""What a pronoun can stand for, as far as a word shows it: a person, a place, a thing, one or several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleanup.article import Article
from cleanup.coreference import GENDER_OF_PRONOUN
from cleanup.evidence import Gender, evidence_of, gender_of_noun
from cleanup.lexicon.names import MONTHS, PLACE_KINDS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax.clauses import head_of
from cleanup.syntax.parser import Sentence, Word, parse

_TOKEN = re.compile(r"[^\W\d_]+")
_FUNCTION = Tag.PREPOSITION | Tag.DETERMINER | Tag.CONJUNCTION
_ANYBODY = word_set("someone somebody anyone anybody everyone everybody whoever whose")
_DESCRIBED = word_set("accused deceased defendant injured dead unknown newcomer victim latter")
_BEFORE_PLACES = word_set("in at near outside")
_REACH = 3  # paragraphs before the one of the pronoun: who is farther back is named again
_BESIDE = 4  # words between a title and its name
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
            if head > first and self._names.is_demonym(word.text):
                return False  # the Spaniard
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

    def in_view(self, article: Article, sentence: Sentence, index: int, reach: int = _REACH) -> set[Gender | None]:
        """The genders of all who are in view before the word at `index`; None for somebody whose gender is not known.

        In view is whoever stands in the same paragraph or one of the last few before it.
        """
        first = sentence.start
        for _ in range(reach + 1):
            first = article.text.rfind("\n", 0, max(0, first)) if first > 0 else -1
            while first > 0 and article.text[first - 1] == "\n":
                first -= 1
        found: set[Gender | None] = set()
        for other in parse(article):
            if other.start > sentence.start:
                break
            if other.start > first:
                end = index if other is sentence else len(other.words)
                found |= set(self.persons_among(article, other.words[:end]))
        return found

    def persons_among(self, article: Article, words: Sequence[Word]) -> Iterator[Gender | None]:
        """The gender of each person that the words name or stand for; None where it is not known."""
        for at, word in enumerate(words):
            said = GENDER_OF_PRONOUN.get(word.lower) or gender_of_noun(word.lower)
            if said is not None:
                yield said
            elif word.lower in _ANYBODY or self._is_somebody(words, at):
                yield None
            elif word.is_capitalised:
                yield from self._gender_of_capitalised(article, words, at)
            elif self._words.is_person_noun(word.lower) and word.tag is not Tag.PLURAL_NOUN:
                beside = words[at + 1 : at + 1 + _BESIDE]
                if not any(other.is_proper and self._is_known(article, other.text) for other in beside):
                    yield None

    def _is_known(self, article: Article, name: str) -> bool:
        """Whether the gender of whoever bears the name is known."""
        return bool(self.gender_of(article, name) or self._words.gender(name, article.source_language))

    def _is_somebody(self, words: Sequence[Word], at: int) -> bool:
        """Whether the word stands for a person that no noun names: the 34-year-old, the Pole, the accused, … who."""
        word, before = words[at], words[at - 1] if at else None
        after = words[at + 1] if at + 1 < len(words) else None
        if before is None:
            return False
        if word.lower == "who":
            return before.is_noun and before.tag is not Tag.PLURAL_NOUN
        named = word.lower.endswith("-year-old") or word.lower in _DESCRIBED or self._names.is_demonym(word.text)
        return named and before.lower in ("the", "a", "an", "this") and (after is None or not after.is_nominal)

    def _gender_of_capitalised(self, article: Article, words: Sequence[Word], at: int) -> Iterator[Gender | None]:
        """The gender of the person whose name stands at `at`, if it is that of a person."""
        name = words[at].text
        first = at
        while first > 0 and words[first - 1].is_proper:
            first -= 1
        if len(name) < 2 or name in MONTHS | WEEKDAYS or (first and words[first - 1].lower in _BEFORE_PLACES):
            return
        known = self.gender_of(article, name) or self._words.gender(words[first].text, article.source_language)
        if known in ("male", "female"):
            if at > first or not self.is_place(name):
                yield "male" if known == "male" else "female"
        elif self.is_place(name) or self._names.is_demonym(name) or self._names.is_english_name(name):
            return
        elif words[at].is_proper and not name.isupper() and self._acts_as_person(words, at):
            yield None

    def _acts_as_person(self, words: Sequence[Word], at: int) -> bool:
        """Whether a name that nothing is known of may be a person’s: it is in the lists, or does or says something."""
        name, after = words[at].text, words[at + 1] if at + 1 < len(words) else None
        if self._words.is_given_name(name) or self._words.is_surname(name):
            return True
        article = at > 0 and words[at - 1].lower == "the"
        acts = after is not None and (after.tag & FINITE_VERB or after.text == "," or after.lower in ("’s", "'s"))
        return bool(acts) and not article

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


def sentence_before(article: Article, sentence: Sentence) -> Sentence:
    """The sentence before this one in its paragraph; else this one without words."""
    sentences = parse(article)
    at = sentences.index(sentence)
    near = at > 0 and "\n" not in article.text[sentences[at - 1].start : sentence.start]
    return sentences[at - 1] if near else Sentence(sentence.start, ())


def paragraph_before(text: str, sentence: Sentence, index: int) -> str:
    """What stands in the paragraph before the word at `index`."""
    return text[text.rfind("\n", 0, sentence.start) + 1 : sentence.offset(index)]
