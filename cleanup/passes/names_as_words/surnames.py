"""Surnames that no table has: a common word behind a given name, in an article from a language where it means a name.

`Alfonso Wheel` may be Alfonso Rueda: the dictionaries of the article's language, read backwards, say which names mean
the word. What English speakers are called so, and what is called after somebody, stays.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.name_meanings import BORNE, GIVEN_NAME, NEAR, SURNAME, UNPROVEN, NameMeanings, name_meanings
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import ANY_NOUN, FINITE_VERB, Tag
from cleanup.passes.names_as_words.reading import CALENDAR, Reading, kind_of
from cleanup.reading import Part

_CALLED_AFTER: Final = word_class("namesakes", "heads", "bodies")
_BEFORE_PERSONS: Final = frozenset(("by", "with", "and", "to", "for", "against", "from", "about"))
_LINKS: Final = frozenset(("is", "was", "are", "were"))
_ODD: Final = 0.6  # share of capitals in mid-sentence under which a capital is odd
_HARDLY_A_NAME: Final = 0.25  # and under which it is none even behind an English given name
_PROVEN: Final = 0.97
_KNOWN: Final = 0.7  # the first candidate is a surname in that language
_LIKELY: Final = 0.5
_MEANT: Final = (SURNAME, BORNE, UNPROVEN, NEAR)
_USUAL: Final = 2.8  # Zipf, of a word that a translation puts
_MOST: Final = 4  # candidates that a reviewer wants to read


class Surnames(Part[Reading]):
    """The persons of one article whose surname may have been translated."""

    def edit(self, index: int) -> tuple[Edit, int] | None:
        """The suggestion or flag for the surname that begins at a token, and its last token."""
        if self._language is None or not self._tokens[index].is_capitalised:
            return None
        whole = self._of_two_words(index)
        if whole is not None:
            return whole
        if self._reading.stands_behind_given_name(index):
            for last in (index + 1, index):
                if self._is_surname_here(index, last):
                    return self._judged(index, last)
        return self._repeated(index)

    # Where a surname stands

    def _is_surname_here(self, first: int, last: int) -> bool:
        """Whether the words at tokens can be a translated surname, by themselves and with what stands around them."""
        if last >= len(self._tokens) or not self._tokens[last].is_capitalised:
            return False
        if last > first and self._places.after(first) is None:
            return False
        after, form = self._places.after(last), self._text[self._tokens[first].start : self._tokens[last].end]
        if (after is not None and after.is_capitalised) or self._text[self._tokens[last].end :][:1] == "-":
            return False
        if form in CALENDAR or self._names.is_demonym(form) or self._is_known_person(first, form):
            return False
        if last > first and not self._candidates(form):
            words = form.split()
            return self._is_titled(first) and all(
                self._is_odd(word) and self._words.is_word(word.lower()) for word in words
            )
        if last > first:
            return True
        return self._words.is_word(form.lower()) and len(form) > 2

    def _is_known_person(self, first: int, form: str) -> bool:
        """Whether English knows the person or place so called: Stevie Wonder, Santa Cruz."""
        given = self._tokens[first - 1].text
        return self._words.bigram(given, form) > 0 or self._names.is_english_name(f"{given} {form}")

    # What it may have been

    @cached_property
    def _meanings(self) -> NameMeanings:
        return name_meanings()

    def _candidates(self, form: str) -> list[str]:
        """The surnames of the article's language that mean an English word; what may be one where none is known."""
        known = [*self._of_table(form), *self._meaning(form, SURNAME), *self._meaning(form, BORNE)]
        return list(dict.fromkeys(known or self._meaning(form, UNPROVEN) or self._meaning(form, NEAR)))

    def _of_table(self, form: str) -> list[str]:
        found = self._names.common_word_names(form)
        return [name.name for name in found if name.language == self._language and kind_of(name) == "person"]

    def _meaning(self, form: str, kind: str) -> tuple[str, ...]:
        return self._meanings.names(form, self._language or "", kind)

    def _is_at_home(self, form: str, candidate: str) -> bool:
        """Whether a candidate is known as a surname in the countries of the article's language."""
        return candidate in self._of_table(form) or candidate in self._meaning(form, SURNAME)

    # What is said of it

    def _judged(self, first: int, last: int) -> tuple[Edit, int] | None:
        form = self._text[self._tokens[first].start : self._tokens[last].end]
        candidates = self._candidates(form)
        kept = self._kept_elsewhere(first, candidates)
        if kept:
            return self._suggestion(first, last, kept, _PROVEN), last
        if not self._is_strange(first, last, form, candidates):
            return None
        alike = [] if candidates else self._namesakes(first, form)
        if alike:
            return self._suggestion(first, last, alike, _LIKELY), last
        if candidates:
            confidence = _KNOWN if self._is_at_home(form, candidates[0]) else _LIKELY
            return self._suggestion(first, last, candidates, confidence), last
        usual = all(self._words.zipf(word.lower()) >= _USUAL for word in form.split())  # bassi is a word, of few
        if usual and self._is_surely_person(first, last) and all(map(self._is_odd_or_plural, form.split())):
            rule = self._rules["name-expected"]
            return rule.edit(self._text, self._tokens[first].start, self._tokens[last].end, []), last
        return None

    def _suggestion(self, first: int, last: int, candidates: list[str], confidence: float) -> Edit:
        return self._rules["surname-as-word"].edit(
            self._text,
            self._tokens[first].start,
            self._tokens[last].end,
            candidates[:_MOST],
            applicability=Applicability.SAFE if confidence == _PROVEN else Applicability.UNSAFE,
            confidence=confidence,
        )

    def _kept_elsewhere(self, first: int, candidates: list[str]) -> list[str]:
        """The only candidate that the article has behind the same given name, or by itself for a person."""
        given = self._tokens[first - 1].text
        full = [name for name in candidates if re.search(rf"{re.escape(given)} {re.escape(name)}(?!\w)", self._text)]
        alone = full or [name for name in candidates if self._evidence.person(name) is not None]
        alone = full or [name for name in alone if self._is_nobody_else(name, given)]
        return alone if len(alone) == 1 else []

    def _namesakes(self, first: int, form: str) -> list[str]:
        """The surname of the only other person with the same given name, where that is no English word."""
        given = self._tokens[first - 1].text
        others = {
            person.surname
            for person in self._evidence.people.values()
            if person.given_name == given and person.surname != form and not self._words.is_word(person.surname.lower())
        }
        return [*others] if len(others) == 1 and self._is_odd_or_plural(form) else []

    def _is_nobody_else(self, name: str, given: str) -> bool:
        """Whether a surname in the article belongs to nobody with another given name, and to no place."""
        person = self._evidence.person(name)
        other = person is not None and person.given_name not in (None, given)
        return not other and not self._names.lookup(name) and not self._names.is_english_name(name)

    def _is_strange(self, first: int, last: int, form: str, candidates: list[str]) -> bool:
        """Whether English speakers are hardly called so, or the place and a known surname outweigh it."""
        given = self._meanings.is_english(self._tokens[first - 1].text, GIVEN_NAME)
        surname = self._meanings.is_english(form, SURNAME)
        if form in _CALLED_AFTER:
            titled = self._is_titled(first, only_one=True)
            return bool(candidates) and not given and (titled or self._is_spoken_of(first, last))
        if not given and not surname:
            return True
        known = bool(candidates) and self._is_at_home(form, candidates[0])
        odd = (self._words.capitalised_share(form) or 0.0) < _HARDLY_A_NAME
        return known and self._is_surely_person(first, last) and not (given and (surname or not odd))

    def _is_odd(self, form: str) -> bool:
        share = self._words.capitalised_share(form)
        return (share is None or share < _ODD) and not self._words.may_be_proper(form)

    def _is_odd_or_plural(self, form: str) -> bool:
        """Whether hardly anybody is called so: teams and bands have capitals in the plural, persons have none."""
        return self._is_odd(form) or bool(self._words.tags(form.lower()) & Tag.PLURAL_NOUN)

    def _is_surely_person(self, first: int, last: int) -> bool:
        """Whether a title is before the name, or it does what persons do: speaks, acts, stands in apposition."""
        if self._is_titled(first) or self._is_spoken_of(first, last):
            return True
        after = self._places.after(last)
        if after is None:
            return self._text[self._tokens[last].end :].startswith(", ")
        if after.text in _LINKS:
            return False
        tags, following = self._words.tags(after.text), self._places.after(last + 1)
        governs = following is not None and bool(self._words.tags(following.text) & Tag.DETERMINER)
        return bool(tags & FINITE_VERB) and (governs or not tags & ANY_NOUN)

    def _is_spoken_of(self, first: int, last: int) -> bool:
        """Whether the person speaks, or a word that mostly leads to persons is before the name."""
        lead, after = self._places.before(first - 1), self._places.after(last)
        if after is not None and self._words.is_speech_verb(after.text):
            return True
        return lead is not None and (lead.text in _BEFORE_PERSONS or self._words.is_speech_verb(lead.text))

    def _is_titled(self, first: int, *, only_one: bool = False) -> bool:
        """Whether a title or role stands before the given names: `the mayor, Jorge Mill`, `Minister Óscar Bridge`."""
        at = first - 2
        while at > 0 and not only_one and self._is_given_name(at):
            at -= 1
        if at > 0 and self._tokens[at].text == ",":
            at -= 1
        return at >= 0 and self._reading.is_title(self._tokens[at].text)

    def _is_given_name(self, index: int) -> bool:
        return self._tokens[index].is_capitalised and self._words.is_given_name(self._tokens[index].text)

    # Later mentions, and persons both of whose names were translated

    def _repeated(self, index: int) -> tuple[Edit, int] | None:
        """The surname alone of somebody whom the article names in full: `Later, Coins left the room.`"""
        token, before, after = self._tokens[index], self._places.before(index), self._places.after(index)
        known = token.text in self._translated
        kept = [] if known else self._kept_person(token.text)
        if not (known or kept) or (after is not None and after.is_capitalised):
            return None
        named = before is not None and before.is_capitalised and before.text not in CALENDAR
        if before is not None and (named or before.text in ("the", "The", "a", "an", "of")):
            return None
        if before is None or self._places.opens_sentence(index):
            acts = after is not None and bool(self._words.tags(after.text) & FINITE_VERB)
            likely = self._words.likely_tag(token.text.lower())
            if kept and not (likely is Tag.NOUN and self._words.takes_article(token.text.lower())):
                return None  # Little is known; a single thing has an article
            if kept and after is not None and self._words.likely_tag(after.text) & Tag.PLURAL_NOUN:
                return None  # Wolf packs roam
            if likely & Tag.PLURAL_NOUN or not (acts or (kept and self._text.startswith(", ", token.end))):
                return None
        borne = self._meanings.is_english(token.text, SURNAME)  # by somebody else, perhaps
        candidates, confidence = self._translated[token.text] if known else (kept, _KNOWN if borne else _PROVEN)
        return self._suggestion(index, index, candidates, confidence), index

    def _kept_person(self, form: str) -> list[str]:
        """The surname of the only person named in full elsewhere in the article that a word means: Vogel for `Bird`."""
        if form in CALENDAR or form in _CALLED_AFTER or not self._words.is_word(form.lower()):
            return []
        if self._evidence.person(form) is not None:
            return []
        meant = {*self._of_table(form)}.union(*(self._meaning(form, kind) for kind in _MEANT))
        found = [name for name in meant if (person := self._evidence.people.get(name)) and person.given_name]
        return found if len(found) == 1 else []

    @cached_property
    def _translated(self) -> dict[str, tuple[list[str], float]]:
        """The words that the article has behind given names in place of surnames, with the candidates."""
        found: dict[str, tuple[list[str], float]] = {}
        for index, token in enumerate(self._tokens):
            behind = index > 0 and token.is_capitalised and self._reading.stands_behind_given_name(index)
            judged = self._judged(index, index) if behind and self._is_surname_here(index, index) else None
            if judged is not None and judged[0].replacements:
                found[token.text] = list(judged[0].replacements), judged[0].confidence
        return found

    def _of_two_words(self, index: int) -> tuple[Edit, int] | None:
        """A title and two common words that mean a given name and a surname: `opposition leader Free Special`."""
        last, before = index + 1, self._tokens[index - 1] if index else None
        if before is not None and before.text == "," and index > 1:
            before = self._tokens[index - 2]
        if before is None or not self._reading.is_title(before.text) or self._places.after(index) is None:
            return None
        after = self._places.after(last)
        if not self._tokens[last].is_capitalised or (after is not None and after.is_capitalised):
            return None
        first_word, second_word = self._tokens[index].text, self._tokens[last].text
        english = self._words.is_proper(first_word) or self._meanings.is_english(first_word, GIVEN_NAME)
        if english or self._words.bigram(first_word, second_word):
            return None
        given = self._meaning(first_word, GIVEN_NAME)
        surnames = self._candidates(second_word)
        if not given or not surnames or self._words.tags(before.text) & Tag.PLURAL_NOUN:
            return None
        texts = [f"{name} {surname}" for name in given[:2] for surname in surnames[:2]]
        return self._suggestion(index, last, texts, _LIKELY), last
