"""What stood between two words that ran together, and what several of the rules ask of the clause before it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from cleanup.lexicon.words import Tag
from cleanup.passes.fused_words.clause import Place
from cleanup.passes.fused_words.lists import PRONOUNS, THINKING

VERB_AFTER_SUBJECT = "subject and verb ran together"


@dataclass(frozen=True, slots=True)
class Border:
    """What stands between the parts, whether a comma also follows the right part, how sure that is, and why."""

    mark: str
    reason: str
    confidence: float
    closing: bool = False
    phrase: int = 0  # how many words after the right part stand before the comma that closes
    drops: bool = False  # the right part only repeats the subject, and goes
    proof: bool = False  # what follows shows that the right part begins a phrase, whatever the left part is
    instead: str = ""  # what the right part becomes, where the lost mark changes it: that, which

    @property
    def other(self) -> str:
        """The mark of the second choice."""
        if self.adds_word:
            return ", who"
        if self.mark == ";":
            return ":"
        return "" if self.mark else ","

    @property
    def adds_word(self) -> bool:
        """Whether a relative pronoun was lost too: never done unasked, since which one is a guess."""
        return self.mark not in ("", ".", ":", ";", ",", ", a", ", an")


def has_verb(place: Place) -> bool:
    """Whether the clause has a verb, be it one that is more often a noun (`the pilots watch`)."""
    words, clause = place.words, place.clause
    if len(clause) > 2 and clause[0].lower() in PRONOUNS - {"there", "this"}:
        return True
    return place.has_finite_verb or any(
        words.likely_tag(left) & Tag.PLURAL_NOUN and words.tags(word) & Tag.VERB_PRESENT
        for left, word in pairwise(clause)
    )


def reports_something(place: Place) -> bool:
    """Whether the clause says or thinks what follows, so that no comma stands before it: he told Rome she was ill."""
    return any(place.words.is_speech_verb(word) or word in THINKING for word in place.clause)
