"""Noun phrases: where they end, which word is their head, and whether they are one or several."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import Final, NamedTuple

from cleanup.lexicon.inflection import plural_of
from cleanup.lexicon.names import Names
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag, Words
from cleanup.syntax.clauses import is_finite
from cleanup.syntax.parser import DETERMINERS, OBJECT_PRONOUNS, Word
from cleanup.syntax.words import HELPERS, INDEFINITES, RELATIONAL, TIME_NOUNS, is_number_word

_PRONOUNS_OF_ONE: Final = word_set("this everything nothing something anything each another")
_PRONOUNS_OF_MORE: Final = word_set("these those both many several few others")
_DETERMINERS_OF_ONE: Final = word_set("a an this that each every another one")
DETERMINERS_OF_MORE: Final = word_set("these those many several few both various numerous")
_OPEN_DETERMINERS: Final = word_set("such all most more enough half")
_GROUPS: Final = word_class("groups_of_people", "acting_bodies", "invariable_nouns") | word_set("data latter former")
QUANTITY_NOUNS: Final = word_class("quantities")
SHARES: Final = word_set("most all some half many several both few two three four five six seven eight nine ten")
_SUMS: Final = word_class("units", "units_of_time", "no_plurals") | TIME_NOUNS
_PLURALS: Final = word_set("men women children people")
_ARTICLES: Final = word_set("the a an this these his her its their our")
_BEFORE_ARTICLE: Final = word_set("all both half such")
_COMMON: Final = Tag.NOUN | Tag.PLURAL_NOUN
STAYING: Final = forms_of("verbs_of_staying")
"""Verbs beside which an adjective may say how somebody was: stood at the window silent."""
NEAR: Final = 4  # words
_USUAL: Final = 5  # times in the clean corpora
_ATTRIBUTIVE: Final = 0.04  # share of an adjective's occurrences that end a phrase
_RAN_TOGETHER: Final = re.compile(r"[a-zà-ÿ]{3}[A-ZÀ-Þ]")
_TITLES: Final = word_set("mr mrs ms dr gen sen rep prof st lt col sgt")


class Number(Enum):
    """How many are meant."""

    ONE = auto()
    MORE = auto()
    GROUP = auto()
    """One that takes the verb of one or of several: the team, Greece."""
    OPEN = auto()


class Subject(NamedTuple):
    """A noun phrase or a whole subject, whose words are `start:end`, and its head.

    `sure`: nothing else can be the subject of its verb.
    """

    start: int
    end: int
    head: int
    number: Number
    sure: bool = True


class NounPhrases:
    """Finds noun phrases in the words of a sentence. `is_person` says of a name whether a person bears it."""

    def __init__(self, lexicon: Words, names: Names, is_person: Callable[[str], bool]) -> None:
        self._words = lexicon
        self._names = names
        self._is_person = is_person

    def at(self, words: Sequence[Word], start: int) -> Subject | None:
        """The noun phrase at `start` without what stands behind its noun."""
        if start >= len(words):
            return None
        alone = self._pronoun(words, start)
        if alone is not None:
            return Subject(start, start + 1, start, alone)
        at, head = start, None
        while at < len(words) and not (head is not None and self._ends(words, at, head)):
            if words[at].is_noun:
                head = at
            elif _names_another(words, at, head):
                head = None
            elif _is_broken(words, start, at):
                return None
            elif not _is_per_cent(words, at) and (head is not None or not self._opens(words, at, start)):
                break
            at += 1
        if head is None or head != at - 1 or words[head].lower in ("them", "him"):
            return None
        sure = head > 0 or not self._words.may_be_proper(words[0].text)  # Bridges was elected
        return Subject(start, at, head, self._number(words, start, head), sure)

    def _ends(self, words: Sequence[Word], at: int, head: int) -> bool:
        """Whether the phrase with its noun at `head` ends before the word at `at`."""
        word = words[at]
        if word.lower in DETERMINERS or word.tag is Tag.ADJECTIVE or word.tag is Tag.NUMBER:
            return True
        if head != at - 1:
            return False
        verb = word.lower in HELPERS or bool(word.tag & (FINITE_VERB | Tag.VERB_BASE))
        return verb or self._is_only_verb(words, at)

    def _opens(self, words: Sequence[Word], at: int, start: int) -> bool:
        """Whether the word, or the sign of a sum or of a compound, can stand before the noun of its phrase."""
        return self._modifies(words, at, start) or words[at].text in "$£€%-"

    def _is_only_verb(self, words: Sequence[Word], at: int) -> bool:
        """Whether what reads as a noun behind a noun is the verb that the sentence lacks: the village want a museum."""
        word, before = words[at], words[at - 1]
        if at + 2 >= len(words) or word.is_capitalised or not before.is_noun:
            return False
        bare = word.tag is Tag.NOUN and word.tags & Tag.VERB_BASE and before.tag is not Tag.PLURAL_NOUN
        several = word.tag is Tag.PLURAL_NOUN and word.tags & Tag.VERB_PRESENT and before.tag is Tag.PLURAL_NOUN
        amount = words[at + 1].lower == "to" and words[at + 2].tag is Tag.NUMBER  # not: a phone call to her mother
        opens = words[at + 1].lower in DETERMINERS | OBJECT_PRONOUNS or amount
        if not (bare or several) or not opens:
            return False
        return not any(
            is_finite(words, spot) or words[spot].tag & (Tag.MODAL | Tag.AUXILIARY) for spot in range(len(words))
        )

    def _modifies(self, words: Sequence[Word], at: int, start: int) -> bool:
        """Whether the word can stand before the noun of its phrase."""
        word = words[at]
        if word.is_nominal or word.lower in DETERMINERS:
            return True
        if at + 1 >= len(words) or not words[at + 1].is_nominal or words[at + 1].lower in DETERMINERS:
            return False
        return bool(word.tags & (Tag.PAST_PARTICIPLE | Tag.GERUND)) or (
            at > start and word.tag is Tag.ADVERB and words[at + 1].tag is Tag.ADJECTIVE
        )

    def _pronoun(self, words: Sequence[Word], at: int) -> Number | None:
        """The number of a pronoun that stands by itself."""
        word = words[at]
        after = words[at + 1] if at + 1 < len(words) else None
        if word.lower in INDEFINITES | {"he", "she", "it"}:
            return Number.ONE
        if word.lower in ("they", "we", "you", "i"):
            return Number.MORE
        nominal = Tag.NOUN | Tag.PLURAL_NOUN
        follows = after is not None and (after.is_nominal or after.tags & nominal or after.lower in DETERMINERS)
        if after is not None and follows and after.lower not in HELPERS:
            return None
        if word.lower in _PRONOUNS_OF_ONE or word.lower == "one":
            return Number.ONE
        if word.lower in _PRONOUNS_OF_MORE or is_number_word(word.lower):
            return Number.MORE
        return Number.OPEN if word.lower in SHARES | {"none", "neither", "either", "any"} else None

    def _number(self, words: Sequence[Word], start: int, head: int) -> Number:
        noun = words[head]
        opens = head == start > 0 and words[start - 1].tag is Tag.PUNCTUATION
        if noun.is_proper:
            return self._number_of_name(words, start, head)
        if noun.is_capitalised and head > 0 and not opens:
            return Number.OPEN
        within = [word.lower for word in words[start:head]]
        owner = max((at for at, lower in enumerate(within) if lower in ("'s", "’s", "’", "'")), default=-1)
        within = within[owner + 1 :]
        counted = any(is_number_word(lower) or lower[0].isdigit() for lower in within)
        if self._is_plural(noun):
            if noun.lower in _SUMS - _PLURALS:
                return Number.OPEN
            return Number.OPEN if set(within) & _DETERMINERS_OF_ONE else Number.MORE
        if not self._is_single(noun):
            return Number.OPEN
        if set(within) & (DETERMINERS_OF_MORE | _OPEN_DETERMINERS) or (counted and "one" not in within):
            return Number.OPEN
        bare = not any(word.lower in DETERMINERS or word.tag is Tag.POSSESSIVE for word in words[start:head])
        people = self._words.likely_tag(noun.lower) & (Tag.ADJECTIVE | Tag.PAST_PARTICIPLE) and head == start + 1
        if people and words[start].lower == "the":
            return Number.OPEN  # the wounded
        if bare and "one" not in within and self._words.takes_article(noun.lower):
            return Number.OPEN  # a noun without its article may as well lack its -s
        if noun.lower in _GROUPS or noun.lower.endswith(("fish", "craft")):
            return Number.GROUP
        if noun.lower in QUANTITY_NOUNS:
            return Number.GROUP
        return Number.ONE

    def _is_plural(self, noun: Word) -> bool:
        lower = noun.lower
        regular = (lower.endswith("s") and not lower.endswith(("ss", "ics", "us", "is"))) or lower in _PLURALS
        return noun.tag is Tag.PLURAL_NOUN and regular

    def _is_single(self, noun: Word) -> bool:
        lower = noun.lower
        plain = noun.tag is Tag.NOUN and not noun.tags & (Tag.PLURAL_NOUN | Tag.NUMBER)
        return plain and not lower.endswith(("s", "eria", "ena", "dia", "ae", "ata", "i", "í", "men"))

    def _number_of_name(self, words: Sequence[Word], start: int, head: int) -> Number:
        """One where a person bears the name; a place or a body may be told of as several."""
        name = words[head]
        if any(_RAN_TOGETHER.search(word.text) for word in words[start : head + 1]):
            return Number.OPEN  # Anna RossiandMaria Bianchi
        if name.lower.endswith(("í", "fish")):
            return Number.OPEN  # Gardaí have, Catfish have
        if self.is_named_person(words, start, head):
            return Number.ONE
        if words[start].lower == "the" and not name.lower.endswith("s"):
            return Number.OPEN if self._names.is_demonym(name.text) else Number.GROUP  # the French are coming
        if words[start].lower in DETERMINERS:
            return Number.OPEN
        return Number.OPEN if name.lower.endswith("s") else Number.GROUP

    def is_named_person(self, words: Sequence[Word], start: int, head: int) -> bool:
        """Whether a person bears the name: known from the article, behind a title, or with a given name."""
        run = words[start:head]
        first = next((at for at in range(head, start, -1) if not words[at - 1].is_proper), start)
        if first > start and self._words.is_person_noun(words[first - 1].lower):
            return True
        titled = any(self._words.is_person_noun(word.lower) for word in words[max(start, head - 3) : head])
        if titled and words[head].is_proper and not self._words.tags(words[head].lower) & _COMMON:
            return True  # President Ahmed al-Sharaa
        if not all(word.is_proper or word.lower in _TITLES | {"."} for word in run):
            return False
        given = bool(run) and self._words.is_given_name(run[0].text) and self._words.is_surname(words[head].text)
        return given or self._is_person(words[head].text) or bool(run and run[0].lower in _TITLES)

    def is_place(self, words: Sequence[Word], part: Subject) -> bool:
        """Whether the words of the phrase are the name of a place."""
        name = " ".join(word.text for word in words[part.start : part.end])
        return bool({"country", "city"} & {str(kind) for kind in self._names.kinds_of(name)})


def _names_another(words: Sequence[Word], at: int, head: int | None) -> bool:
    """Whether the mark at `at` shows that the noun before it is no head: it owns one, or is a title with its stop."""
    if words[at].tag is Tag.POSSESSIVE and words[at].text[0] in "’'":
        return head == at - 1
    if at + 1 >= len(words) or not words[at + 1].is_nominal:
        return False
    if words[at].text in "’'":
        return head == at - 1 and words[at - 1].lower.endswith("s")
    return words[at].text == "." and words[at - 1].lower in _TITLES


def _is_broken(words: Sequence[Word], start: int, at: int) -> bool:
    """Whether nothing that stands here can belong to a noun phrase: a clitic without owner, a second article."""
    if words[at].tag is Tag.POSSESSIVE and words[at].text[0] in "’'":
        return True
    return words[at].lower in _ARTICLES and at > start and words[at - 1].lower in DETERMINERS - _BEFORE_ARTICLE


def _is_per_cent(words: Sequence[Word], at: int) -> bool:
    return words[at].lower == "per" and at + 1 < len(words) and words[at + 1].lower == "cent"


def pair_counts(lexicon: Words, adjective: str, noun: str) -> tuple[int, int]:
    """How often the clean corpora have an adjective before a noun, in either number, and how often behind it."""
    plural = plural_of(noun)
    stems = (noun[:-1], noun[:-2], f"{noun[:-3]}y") if noun.endswith("s") else ()
    forms = {noun, plural, *(stem for stem in stems if len(stem) > 2 and plural_of(stem) == noun)}
    before = sum(lexicon.bigram_lower(adjective, form) for form in forms)
    return before, sum(lexicon.bigram_lower(form, adjective) for form in forms)


def is_mood(lexicon: Words, noun: str, adjective: str) -> bool:
    """Whether an adjective behind a noun may be said of somebody else: not `biological`, nor what is usual there."""
    share = lexicon.closing_share(adjective)
    classifies = adjective in RELATIONAL or (share is not None and share <= _ATTRIBUTIVE)
    return not classifies and pair_counts(lexicon, adjective, noun)[0] < _USUAL
