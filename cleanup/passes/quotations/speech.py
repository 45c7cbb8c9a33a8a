"""Verbs that report speech, and what shows where speech goes on or ends."""

from __future__ import annotations

import itertools
import re
from typing import Final

from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import Tag, Words

SHORTEST_QUOTATION: Final = 3  # words: a shorter one may be a nickname that lost its other mark
_SPEAKERS: Final = word_class("groups_of_people", "acting_bodies", "persons_or_bodies")
_SAID: Final = word_set("word words question questions truth same opposite rest lot story name names price way")
# Verbs that report speech in the languages of origin and seldom do in English.
LOUD: Final = word_set("attacks thunders sighs charges blurts smiles laughs shouts cuts continues comments")
_ASKS: Final = frozenset(["wonders", "wondered"])
_ENDING_VERB: Final = re.compile(r"(?:s|ed|aid|old|ote|pt|aw|ew)$")
FIRST_PERSON: Final = re.compile(r"(?<!\w)(?:I|we|my|our|me|us|you|your)(?!\w)", re.IGNORECASE)
INNER_END: Final = re.compile(r"[.!?…]\s+(?=[\"“‘«(]?[A-ZÀ-Þ])")
REPORT: Final = re.compile(
    r"(?P<comma>,|(?<=[!?]))\s(?P<verb>[a-z]{3,14})\s(?P<subject>(?:(?:the|a|an|his|her|their)\s)?(?:[\w’-]+\s){0,3}?"
    r"(?:[A-ZÀ-Þ][\w’-]+)(?:\s[A-ZÀ-Þ][\w’-]+){0,3}|(?:the|a|an)\s(?:[a-z’-]+\s)?[a-z’-]+"
    r"(?:\s(?:of|for)\s(?:the\s|a\s)?(?:[a-z’-]+\s)?[a-z’-]+)?)(?P<end>[.,])(?=\s|[”»“\"]|$)"
)


class Speech:
    """Tells verbs of saying from others."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def reports(self, verb: str) -> bool:
        """Whether the form reports what was said: says, asked; not say, saying."""
        return verb in _ASKS or (self._words.is_speech_verb(verb) and bool(_ENDING_VERB.search(verb)))

    def may_speak(self, subject: str) -> bool:
        """Whether the noun phrase names who may have spoken: says a neighbour; not: not one of them said a word."""
        opening, *rest = subject.split()
        if opening not in ("a", "an", "the") or subject != subject.lower():
            return True
        heads = list(itertools.takewhile(lambda word: word not in ("of", "for"), rest))
        known = self._words.is_person_noun(heads[-1]) or heads[-1] in _SPEAKERS
        return known or (opening == "the" and heads[-1] not in _SAID)

    def fused(self, token: str) -> int:
        """Where a verb of saying begins that grew onto the last word of the quotation; 0 where none did."""
        if self._words.is_word(token):
            return 0
        splits = (at for at in range(3, len(token) - 3) if self.reports(token[at:]))
        return next((at for at in splits if self._words.is_word(token[:at])), 0)

    def likely_tags(self, text: str) -> list[Tag]:
        """The likeliest tag of each word of a text."""
        return [self._words.likely_tag(word) for word in re.findall(r"[^\W\d_]+", text)]

    def is_name(self, word: str) -> bool:
        """Whether a word is likely a name."""
        return bool(self._words.likely_tag(word) & Tag.PROPER_NOUN)
