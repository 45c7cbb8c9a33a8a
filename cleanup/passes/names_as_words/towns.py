"""Towns that no table has: a common word behind a preposition of place that is a town in the article's language."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from cleanup.edits import Edit
from cleanup.lexicon.name_meanings import PLACE, NameMeanings, name_meanings
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.passes.names_as_words.reading import CALENDAR, Reading
from cleanup.reading import Part

_PREPOSITIONS: Final = frozenset(("in", "In", "near", "Near", "from", "From", "at"))
_LIVING: Final = word_set(
    "born lives live lived living raised resident residents died grew up moved comes came native settled"
)
_ODD: Final = 0.3  # share of capitals in mid-sentence under which a capital is odd for a word that is no name
_PLACES: Final = "|".join(sorted(word_class("places")))
_DESCRIBED: Final = re.compile(
    rf", (?:(?:the|a|an) (?:\w+ ){{0,2}}?(?:{_PLACES})\b|in (?:the|northern|southern|eastern|western|central) "
    r"|near [A-Z]|on the (?:\w+ )?(?:plain|coast|river|lake|border|road)\b|not far from "
    r"|(?:\w+ ){0,2}(?:north|south|east|west) of\b)"
)


class Towns(Part[Reading]):
    """The towns of one article whose name may have been translated."""

    def edit(self, index: int) -> tuple[Edit, int] | None:
        """The suggestion, or the flag without one, for the town at a token."""
        if self._language is None or not self._stands_behind_preposition(index):
            return None
        token = self._tokens[index]
        described = _DESCRIBED.match(self._text, token.end) is not None
        towns = self._meanings.names(token.text, self._language, PLACE)
        odd = (self._words.capitalised_share(token.text) or 0.0) < _ODD
        likely = (
            described or self._is_lived_in(index) if towns else described and not self._words.may_be_proper(token.text)
        )
        if not (odd and likely):
            return None
        return self._rules["town-as-word"].edit(self._text, token.start, token.end, towns), index

    def _stands_behind_preposition(self, index: int) -> bool:
        """Whether a capitalised common word, which is no name in English, stands by itself behind a preposition."""
        token, before, after = self._tokens[index], self._places.before(index), self._places.after(index)
        if not token.is_capitalised or before is None or before.text not in _PREPOSITIONS:
            return False
        if (after is not None and after.is_capitalised) or self._text[token.end : token.end + 1] == "-":
            return False
        if token.text.isupper() or token.text in CALENDAR or self._words.is_proper(token.text):
            return False
        known = self._names.is_english_name(token.text) or self._names.is_demonym(token.text)
        return not known and self._words.takes_article(token.text)

    def _is_lived_in(self, index: int) -> bool:
        """Whether people live or were born there: `lives in Basin`, `a native of`."""
        at = index - 2
        return at >= 0 and self._tokens[at].text in _LIVING

    @cached_property
    def _meanings(self) -> NameMeanings:
        return name_meanings()
