"""What is known of a token or of a part of one: by the lexicon, and in the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import IntEnum

from cleanup.lexicon.names import Names
from cleanup.lexicon.words import Words
from cleanup.passes.fused_words.lists import BEFORE_PLACES, INFLECTIONS


class Known(IntEnum):
    """How well a part is known, the best last."""

    NOTHING = 0
    FOREIGN = 1
    PERSON = 2
    WORD = 3
    PROPER = 4
    PLACE = 5
    ARTICLE = 6


class Vocabulary:
    """What is known of a token or a part: by the lexicon, and in this article."""

    def __init__(self, words: Words, names: Names, counts: Counter[str]) -> None:
        """Take the counts of the article's tokens."""
        self.words = words
        self.names = names
        self._counts = counts

    def count(self, token: str) -> int:
        """How often the token stands in the article."""
        return self._counts[token]

    def is_one_word(self, token: str) -> bool:
        """Whether somebody knows the token as it stands: English, a name, a word of another language."""
        words = self.words
        if words.is_word(token) or words.may_be_proper(token) or words.unigram(token):
            return True
        begins_with_acronym = token[:2].isupper() and not token.isupper()  # UNhas, and no Portuguese nails
        if words.foreign_languages(token) and not begins_with_acronym:
            return True
        if words.is_given_name(token) or words.is_surname(token) or self.is_listed(token):
            return True
        return self._is_inflected(token)

    def _is_inflected(self, token: str) -> bool:
        """A known word with a common ending: Kyivers, reflagged, geofencing."""
        lower = token.lower()
        for ending in INFLECTIONS:
            base = lower.removesuffix(ending)
            doubled = base[-1:] == ending[0] == "a"  # Sardiniaan: a name and an article
            if base != lower and len(base) > 3 and not doubled:
                known = base if token[0].islower() else base.capitalize()
                if self.words.is_word(known) and (token[0].islower() or ending not in ("d", "ed")):
                    return True
        return False

    def is_listed(self, name: str) -> bool:
        """Whether the gazetteer has the name, in English or another language."""
        plain = name.replace("İ", "I")  # the Turkish letter: İzmir is Izmir
        return bool(self.names.lookup(name)) or self.names.is_english_name(plain)

    def is_day_or_month(self, name: str) -> bool:
        """Whether the name is a day of the week or a month."""
        return name in self.names.named_list("weekday") or name in self.names.named_list("month")

    def is_country_or_capital(self, name: str) -> bool:
        """Whether the gazetteer has the name as a country's or a capital's, in any language."""
        kinds = {entry.kind for entry in self.names.lookup(name)} | set(self.names.kinds_of(name))
        return bool(kinds & {"country", "capital"})

    def is_place(self, name: str) -> bool:
        """Whether the gazetteer has the name as that of a country, a region or a city."""
        return any(entry.kind in ("country", "capital", "region", "city") for entry in self.names.lookup(name))

    def is_common(self, part: str) -> bool:
        """Whether a capitalised part is an ordinary word more often than a name: Traffic, Street, Western."""
        share = self.words.capitalised_share(part)
        return self.words.is_word(part.lower()) and (share is None or share < 0.85)

    def ends_long_name(self, part: str, phrase_before: Sequence[str]) -> bool:
        """Whether the part and the words before it are a name of several words: Corea del + Sud."""
        longest = min(7, len(phrase_before) + 1)
        before = ("".join(phrase_before[-n:]) for n in range(1, longest))
        return any(self.is_listed(f"{words}{gap}{part}") for words in before for gap in ("", " "))

    def known(self, part: str, phrase_before: Sequence[str] = ()) -> Known:
        """How well a capitalised part is known; `phrase_before` are the words before it, for names of several words."""
        if part[0].islower():
            return Known.WORD if self.words.is_word(part) else Known.NOTHING
        if self._counts[part] and len(part) > 2 and not self.is_common(part):
            return Known.ARTICLE
        words = self.words
        if self.ends_long_name(part, phrase_before):
            return Known.PLACE
        if self.is_listed(part):
            in_place = len(phrase_before) > 1 and phrase_before[-2] in BEFORE_PLACES
            return Known.WORD if self.is_common(part) and not in_place else Known.PLACE
        if words.is_proper(part) and words.zipf(part) >= 2.0:
            return Known.PROPER
        if words.is_given_name(part) or words.is_surname(part):
            return Known.PERSON
        if words.is_word(part.lower()) and words.zipf(part) >= 3.0:
            return Known.WORD
        if words.foreign_languages(part):
            return Known.FOREIGN
        return Known.PERSON if words.unigram(part) else Known.NOTHING
