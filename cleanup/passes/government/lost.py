"""Verbs that lost the preposition before their object: replied the critics, asked guarantees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from cleanup.lexicon.government import Kind
from cleanup.lexicon.inflection import all_forms
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import with_plurals
from cleanup.lexicon.words import Tag, Words
from cleanup.passes.government.phrases import phrase_head
from cleanup.syntax.clauses import has_finite, is_past, noun_phrase_end
from cleanup.syntax.heads import BE, head_of, is_time
from cleanup.syntax.parser import RELATIVES, SUBJECT_PRONOUNS, Word

_PREPOSITIONS: Final = {
    form: preposition
    for preposition, verbs in {
        "to": "reply respond react",
        "on": "insist",
        "for": "wait yearn strive",
        "with": "comply cope cooperate sympathise sympathize",
        "about": "complain",
        "in": "specialise specialize",
        "over": "preside",
    }.items()
    for verb in verbs.split()
    for form in all_forms(verb)
}
"""Verbs that hardly ever have an object of their own."""
_APOLOGIES: Final = frozenset((*all_forms("apologise"), *all_forms("apologize")))
_ASKS: Final = frozenset(all_forms("ask"))
_ASKED: Final = with_plurals("things_asked")
"""What is asked for, where nobody is asked: they asked guarantees."""
_OPENS: Final = word_set("the a an his her its their our my these those")
_NO_OBJECTS: Final = word_set("way same turn turns while moment bit lot long time other whole entire")
"""What may stand behind such a verb and say how, or how long: reacted the same way, waited his turn."""
_BEFORE: Final = SUBJECT_PRONOUNS | word_set("to not who")
_AUXILIARIES: Final = Tag.MODAL | Tag.AUXILIARY | Tag.ADVERB
_BOUNDS: Final = Tag.PREPOSITION | Tag.PUNCTUATION | Tag.CONJUNCTION | Tag.ADVERB | Tag.INFINITIVE


class Lost(NamedTuple):
    """The prepositions that may belong behind a verb, likeliest first."""

    prepositions: tuple[str, ...]
    is_sure: bool


class LostFinder:
    """Finds them in the sentences of one run's articles."""

    def __init__(self, lexicon: Words) -> None:
        self._words = lexicon

    def find(self, words: Sequence[Word], at: int) -> Lost | None:
        """What the verb at a place lacks before the noun phrase behind it, if it lacks a preposition."""
        lower = words[at].lower
        if lower in _ASKS:
            return self._of_asking(words, at)
        if lower not in _PREPOSITIONS and lower not in _APOLOGIES:
            return None
        if words[at + 1].lower not in _OPENS or not self._is_verb(words, at):
            return None
        preposition = _PREPOSITIONS.get(lower) or self._of_apology(words, at + 1)
        end = noun_phrase_end(words, at + 1)
        if end is None or not words[end].tag & _BOUNDS or has_finite(words, end):
            return None
        phrase = {word.lower for word in words[at + 1 : end]}
        if phrase & _NO_OBJECTS or is_time(words, at + 1) or _has_gap(words, at, preposition):
            return None
        if preposition == "to" and words[at + 1].lower in ("a", "an") and lower not in _APOLOGIES:
            return Lost(("with", "to"), is_sure=False)  # replies with a smile, to a question
        return Lost((preposition,), is_sure=True)

    def _of_asking(self, words: Sequence[Word], at: int) -> Lost | None:
        """`asked guarantees of payment`: for, where what is asked stands right behind, and nobody else."""
        head = phrase_head(words, at + 1)
        end = noun_phrase_end(words, at + 1)
        if head is None or head.lower not in _ASKED or head.is_capitalised or end is None:
            return None
        if not self._is_verb(words, at) or words[end].tag & Tag.INFINITIVE or not words[end].tag & _BOUNDS:
            return None
        before = {word.lower for word in words[max(0, at - 2) : at]}
        passive = before & BE or words[at - 1].lower in ("been", "be", "being")
        return None if passive or _has_gap(words, at, "for") else Lost(("for",), is_sure=True)

    def _is_verb(self, words: Sequence[Word], at: int) -> bool:
        """Whether the word is the verb of the subject right before it: not “…”, replied the mayor."""
        before = words[at - 1] if at else None
        if before is None or not (before.is_noun or before.lower in _BEFORE or before.tag & _AUXILIARIES):
            return False
        head = head_of(words, at, self._words)
        return head is not None and (head[1] is Kind.ACTIVE or (head[1] is Kind.EITHER and is_past(words, at)))

    def _of_apology(self, words: Sequence[Word], at: int) -> str:
        """`to` before who hears an apology, `for` before what it is for."""
        head = phrase_head(words, at)
        forms = () if head is None else (head.lower, head.lower.removesuffix("s"))
        return "to" if any(map(self._words.is_person_noun, forms)) else "for"


def _has_gap(words: Sequence[Word], at: int, preposition: str) -> bool:
    """Whether the preposition, or what belongs behind it, stands before the verb: the man to whom he replied."""
    for spot in range(at - 1, -1, -1):
        word = words[spot]
        if word.tag is Tag.PUNCTUATION and word.text in ";:.“”":
            return False
        if word.lower in RELATIVES and spot < at - 1:
            return True
        if word.lower == preposition and words[spot + 1 : at] and not words[at - 1].tag & Tag.INFINITIVE:
            return True
    return False
