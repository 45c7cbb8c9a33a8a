"""Adjectives behind their noun in articles whose language of origin puts them there: judged by counts and by place.

Clean English has most adjectives hardly ever behind a noun, at the end of a phrase. What is left are predicates, which
need a verb that gives them: so the place of the phrase decides.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleanup.edits import Applicability
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of, with_plurals, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.order.modifiers import Modifiers
from cleanup.passes.order.phrases import (
    GIVES,
    PhraseEnds,
    has_complement_verb,
    is_noun_here,
    phrase_start,
)
from cleanup.resources import Resources
from cleanup.syntax.clauses import Place, has_finite, subject_place
from cleanup.syntax.noun_phrases import NEAR, STAYING, is_mood, pair_counts
from cleanup.syntax.parser import DETERMINERS, Word
from cleanup.syntax.words import ADJECTIVES_WITH_COMPLEMENT, BE, COMPLEMENTS, KIN, POSTPOSITIVE

_USUAL = 5  # times in the clean corpora
_OFTEN = 20  # the same, of what may be a predicate
_TAKING = 100  # of so many occurrences one has the word behind it
_COMMON_PLURAL = 2.7  # Zipf: routines, fossils; an adjective has no plural
_VERY_COMMON = 3.5  # the same, of what stands before nouns most: professionals
_MEASURES = with_plurals("units", "units_of_time") | word_set("foot feet bit little way lot")
_STATES = word_class("colours") | word_set(
    "raw bare naked bankrupt blind blonde mad lame captive solo pro wild fresh little"
)
"""What somebody or something is while a verb is done to it: eat it raw, paint it white."""
_TREATING = forms_of("verbs_of_treating")
"""What is done to a thing in a state: ate the fish raw, wore the coat long, rated the hotel excellent."""
_ENDINGS_OF_PARTICIPLES = ("able", "ible", "ing", "ed", "ward", "wide", "most")
_CLASSIFYING = ("al", "ic", "ary", "ous", "ive", "an", "ant")


class CountedAdjectives:
    """Judges what stands behind a noun of an article that puts adjectives there."""

    def __init__(self, resources: Resources, modifiers: Modifiers, phrases: PhraseEnds) -> None:
        self._words = resources.words
        self._modifiers = modifiers
        self._phrases = phrases

    def is_prenominal(self, word: Word) -> bool:
        """Whether the counts have the word before nouns alone, and it is no state that something can be in."""
        plain = not word.is_capitalised and word.lower not in _STATES
        return plain and self._words.is_prenominal(word.lower) and not word.lower.endswith(_ENDINGS_OF_PARTICIPLES)

    def may_be_mood(self, words: Sequence[Word], index: int, end: int) -> bool:
        """`She stood at the window silent.`: what somebody is who goes or stays there, at the end of the clause."""
        if end < len(words) and words[end].tag is not Tag.PUNCTUATION:
            return False
        if not self._is_governed(words, phrase_start(words, index)):
            return False  # from the hall came a promise vague
        near = words[max(0, phrase_start(words, index) - NEAR) : index]
        adjectives = [word.lower for word in words[index + 1 : end] if word.tags & Tag.ADJECTIVE]
        moody = any(is_mood(self._words, words[index].lower, adjective) for adjective in adjectives)
        return moody and any(word.lower in STAYING for word in near)

    def judge(self, words: Sequence[Word], index: int, start: int, end: int) -> Applicability | None:
        """How sure it is that the adjectives at `start:end` belong before the noun at `index`; None if they do not."""
        last = words[end - 1]
        if not self.is_prenominal(last):
            return None
        usual, turned = pair_counts(self._words, last.lower, words[index].lower)
        if not self._may_be_head(words, index) or not self._ends(words, end, last):
            return None
        counted = usual >= _USUAL and turned * _USUAL * _USUAL <= usual
        plural = self._words.zipf(f"{last.lower}s") if last.tags & Tag.NOUN else 0.0
        noun_too = plural >= (_VERY_COMMON if self._modifiers.is_attributive(last) else _COMMON_PLURAL)
        if (turned and not counted) or ((noun_too or last.lower in POSTPOSITIVE) and not counted):
            return None
        opens = phrase_start(words, index)
        bare = opens == index and words[index].tag is Tag.NOUN and self._words.takes_article(words[index].lower)
        if bare and not self._is_governed(words, opens):
            return None  # one thing without article: more is wrong here
        return self._by_place(words, index, opens, end, usual if counted else 0)

    def _by_place(self, words: Sequence[Word], index: int, opens: int, end: int, usual: int) -> Applicability | None:
        """The verdict by where the phrase stands; `usual` tells how often clean English has its words in order."""
        indefinite = words[opens].lower in ("a", "an")
        given = has_complement_verb(words, index)
        classifies = words[end - 1].lower.endswith(_CLASSIFYING)
        final = end >= len(words) or words[end].tag is Tag.PUNCTUATION
        stays = usual or self._modifiers.is_attributive(words[end - 1])  # nobody returns to the palace biological
        if self._is_governed(words, opens):
            placed = (indefinite and not final) or (stays and (indefinite or not given))
            return Applicability.SAFE if placed else Applicability.UNSAFE
        if self._is_subject(words, opens, end):
            return Applicability.SAFE if opens < index or usual else Applicability.UNSAFE
        before = words[opens - 1] if opens else None
        if before is None or before.text in ",;" or before.lower in GIVES | {"and", "or"}:
            return Applicability.UNSAFE if usual else None
        if given or any(word.lower in _TREATING for word in words[max(0, opens - 3) : opens]):
            named = indefinite and classifies and usual >= _OFTEN
            return Applicability.SAFE if named else (Applicability.UNSAFE if classifies and usual else None)
        sure = (indefinite and (stays or not final)) or (usual and classifies) or usual >= _OFTEN
        return Applicability.SAFE if sure else Applicability.UNSAFE

    def _may_be_head(self, words: Sequence[Word], index: int) -> bool:
        """Whether the word at `index` is a common noun that an adjective describes."""
        noun = words[index]
        if not noun.is_alphabetic or not noun.text.islower() or noun.lower in _MEASURES | KIN:
            return False
        likely = self._words.likely_tag(noun.lower) & (Tag.NOUN | Tag.PLURAL_NOUN)
        return bool(likely and noun.tag & (Tag.NOUN | Tag.PLURAL_NOUN)) and is_noun_here(words, index)

    def _ends(self, words: Sequence[Word], end: int, last: Word) -> bool:
        """Whether the phrase ends at `end`, and what follows is no complement of the adjective `last`."""
        if not self._phrases.ends(words, end, last):
            return False
        after = words[end] if end < len(words) else None
        if after is None or after.lower not in COMPLEMENTS | {"as", "that", "to", "than", "for", "enough"}:
            return after is None or after.lower not in ("and", "or", "but") or self._closes(words, end + 1)
        taken = self._words.bigram(last.lower, after.lower) * _TAKING >= self._words.unigram(last.lower)
        able = last.lower in ADJECTIVES_WITH_COMPLEMENT and after.lower in COMPLEMENTS
        return after.lower not in ("as", "than", "enough") and not taken and not able

    @staticmethod
    def _closes(words: Sequence[Word], at: int) -> bool:
        """Whether what is joined at `at` is a phrase of its own."""
        return at < len(words) and (words[at].lower in DETERMINERS or bool(words[at].tag & FINITE_VERB))

    @staticmethod
    def _is_governed(words: Sequence[Word], opens: int) -> bool:
        return opens > 0 and words[opens - 1].tag is Tag.PREPOSITION and words[opens - 1].lower not in GIVES | {"like"}

    @staticmethod
    def _is_subject(words: Sequence[Word], opens: int, end: int) -> bool:
        """Whether the phrase opens a clause whose verb follows: `The outlook economic has changed`."""
        if subject_place(words, opens) is not Place.STRONG or end >= len(words):
            return False
        after = words[end]
        if after.tag & FINITE_VERB:
            return True
        listed = any(word.lower in BE for word in words[:opens])
        return bool(after.tag & (Tag.PREPOSITION | Tag.RELATIVE)) and not listed and has_finite(words, end + 1)
