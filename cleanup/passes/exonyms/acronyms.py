"""Acronyms in the source language's form: `ONU`, `EE.UU.`, `the OMS summit`."""

from __future__ import annotations

import re
from typing import Final

from cleanup.edits import Applicability
from cleanup.lexicon.words import ANY_NOUN, Tag
from cleanup.passes.exonyms.reading import RARE, Found, Reading, Verdict
from cleanup.reading import Part

_SUMMIT: Final = re.compile(
    r"\b(?:summit|treaty|countries|country|states|members?|bloc|organi[sz]ation|agreement|alliance|sanctions|"
    r"tariffs|meeting|secretary|general|headquarters|rules?|report|commission|president|council|resolution|forces|"
    r"diplomats?|ministers?)\b",
    re.IGNORECASE,
)
_SHOW: Final = re.compile(
    r"(?:episodes?|series|season|seasons|spin-off|stars?|like|actors?|fans?|watch\w*) (?:of |in |on |the )*$",
    re.IGNORECASE,
)
_TALKED_ABOUT: Final = re.compile(
    r",? (?:(?:is|are) (?:what|how|the \w+ (?:name|word|acronym))|stands? for\b|(?:is|are) short for\b)|, in [A-Z]"
)


def is_acronym(reading: Reading, found: Found) -> bool:
    """Whether the form is all capitals, with stops between them or without."""
    form = "".join(reading.forms[found.first : found.last + 1])
    return len(form) > 1 and form.replace(".", "").isupper()


class Acronyms(Part[Reading]):
    """Judges the acronyms of one article."""

    def verdict(self, found: Found) -> Verdict | None:
        """What the acronym becomes; None where it stays."""
        names = self._reading.candidates(found)
        form = "".join(self._reading.forms[found.first : found.last + 1])
        english = tuple(dict.fromkeys(name.english for name in names))
        if form in english or any(n.keeps for n in names) or self._is_title(found) or self._is_spelt_out(found.first):
            return None
        fits = any(self._language in name.languages for name in names)
        count = 0 if "." in form else self._words.unigram(form)
        if count > RARE and not (fits and (self._among_states(found) or self._after_preposition(found.first))):
            return None
        if fits or "." in form:
            union = english[0] in ("EU", "UN", "US") and (self._language != "tr" or self._is_surely_a_body(found))
            named = self._after_the(found.first) and not self._describes(found)
            plain = count <= RARE or self._among_states(found) or named
            safe = plain and (len(form) > 2 or union) and not any(name.ambiguous for name in names)
            return Verdict(english, Applicability.SAFE if safe else Applicability.UNSAFE, 0.95 if safe else 0.75)
        if self._language is not None or len(form) < 3:
            return None
        at_home = any(self._likely_language in name.languages for name in names) and self._after_the(found.first)
        return Verdict(english, Applicability.UNSAFE, 0.7) if self._among_states(found) or at_home else None

    def _is_spelt_out(self, index: int) -> bool:
        """Whether the words that the acronym stands for are before it: `Hazara Development Party (HDP)`."""
        form = self._reading.forms[index]
        if index <= len(form) or self._reading.forms[index - 1] != "(":
            return False
        words = self._reading.forms[index - 1 - len(form) : index - 1]
        return "".join(word[0] for word in words).upper() == form.upper()

    def _is_title(self, found: Found) -> bool:
        """Whether an acronym is something else, or the word itself: `an episode of CSI`, `ONU, in Ohio, beat`."""
        before, after = self._places.before(found.first), self._places.after(found.last)
        if after is not None and after.is_capitalised and not self._names.is_demonym(after.text):
            return True
        if _TALKED_ABOUT.match(self._text, self._tokens[found.last].end):
            return True
        near = self._text[max(0, self._tokens[found.first].start - 40) : self._tokens[found.first].start]
        return bool(_SHOW.search(near)) or (before is not None and before.text == "like")

    def _among_states(self, found: Found) -> bool:
        start, end = self._tokens[found.first].start, self._tokens[found.last].end
        return bool(_SUMMIT.search(self._text, max(0, start - 40), end + 40))

    def _is_surely_a_body(self, found: Found) -> bool:
        """Whether AB and BM, which are blood groups and firms too, stand for the Unions: `AB countries`."""
        after = self._places.after(found.last)
        described = after is not None and bool(_SUMMIT.fullmatch(after.text))
        return described or (self._after_the(found.first) and self._among_states(found))

    def _after_the(self, index: int) -> bool:
        before = self._places.before(index)
        return before is not None and before.text in ("the", "The")

    def _describes(self, found: Found) -> bool:
        """Whether a common noun follows that the acronym describes, which may be of another field: the PAM sequence."""
        after = self._places.after(found.last)
        return after is not None and after.text.islower() and bool(self._words.likely_tag(after.text) & ANY_NOUN)

    def _after_preposition(self, index: int) -> bool:
        before = self._places.before(index)
        return before is not None and bool(self._words.tags(before.text) & (Tag.PREPOSITION | Tag.DETERMINER))
