"""He, she, his and her that open a sentence behind one that names a single person of the other gender."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleanup.article import Article
from cleanup.coreference import GENDER_OF_PRONOUN
from cleanup.edits import Applicability, Edit
from cleanup.evidence import evidence_of
from cleanup.lexicon.words import FINITE_VERB
from cleanup.passes.pronouns.edits import other_gender, replaced
from cleanup.passes.pronouns.referents import Referents, sentence_before
from cleanup.resources import Resources
from cleanup.syntax.parser import Sentence, Word, is_said
from cleanup.syntax.words import SPEECH

_OPENINGS: Final = ("He", "She", "His", "Her")
_LONGEST: Final = 5  # words of an apposition up to its noun


class Openings:
    """Gives the pronoun that opens a sentence the gender of the only person of whom the paragraph speaks.

    `A baker, Amparo Ruiz, lost everything. His shop …`: Romance languages have one word for his and her, and a
    translation that reads one sentence at a time guesses. Only suggested: somebody may be meant whom no word shows.
    """

    def __init__(self, resources: Resources, referents: Referents) -> None:
        self._resources = resources
        self._referents = referents

    def edits(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """The edit of the pronoun at `index`, if it opens its sentence and nobody of its gender is in view."""
        words = sentence.words
        if index or words[0].text not in _OPENINGS or len(words) < 3 or is_said(article.text, sentence, 0):
            return
        gender = GENDER_OF_PRONOUN[words[0].lower]
        before = sentence_before(article, sentence)
        if not before.words or not self._names_person(article, before) or self._has_somebody_else(before.words):
            return
        named = set(self._referents.persons_among(article, before.words))
        near = self._referents.in_view(article, sentence, 0, reach=0)
        if len(named) != 1 or named != near or gender in named or None in named:
            return
        if gender in self._referents.in_view(article, sentence, 0):
            return
        rule = self._resources.rules["pronoun-gender"]
        yield replaced(rule, article.text, sentence, 0, [other_gender(words, 0)], Applicability.UNSAFE)

    def _names_person(self, article: Article, sentence: Sentence) -> bool:
        """Whether somebody with given name and surname is the sentence's subject, its speaker or told by a role."""
        words, known = sentence.words, evidence_of(article, self._resources).full_names
        for at, word in enumerate(words):
            if at + 1 == len(words) or f"{word.text} {words[at + 1].text}" not in known:
                continue
            opens = not any(other.tag & FINITE_VERB for other in words[:at])
            speaks = at > 0 and words[at - 1].lower in SPEECH
            told = at > 1 and words[at - 1].text == "," and self._resources.words.is_person_noun(words[at - 2].lower)
            return opens or speaks or told
        return False

    def _has_somebody_else(self, words: Sequence[Word]) -> bool:
        """Whether a role stands in no apposition to a name, and may be another person's: the director praised."""
        return any(
            self._resources.words.is_person_noun(word.lower)
            and not word.is_capitalised
            and not (_stands_before_name(words, at) or _stands_behind_name(words, at))
            for at, word in enumerate(words)
        )


def _stands_before_name(words: Sequence[Word], at: int) -> bool:
    """`a retired teacher, Ornella Bassi`, `coach Ornella Bassi`."""
    following = at + 2 if at + 2 < len(words) and words[at + 1].text == "," else at + 1
    return following < len(words) and words[following].is_proper


def _stands_behind_name(words: Sequence[Word], at: int) -> bool:
    """`Ornella Bassi, a retired teacher`, `Ornella Bassi, who is the teacher`."""
    comma = next((place for place in range(at - 1, 0, -1) if words[place].text == ","), None)
    return comma is not None and at - comma <= _LONGEST and words[comma - 1].is_proper
