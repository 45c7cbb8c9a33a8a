"""Conjunctions of the source language between names or words: `Russia e Kazakhstan`, `killed e 19 others`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cleanup.edits import Applicability, Edit
from cleanup.evidence import PARTICLES, PLACE_PREPOSITIONS
from cleanup.lexicon.names import PLACE_KINDS
from cleanup.lexicon.words import ANY_NOUN, Tag
from cleanup.passes.residue.reading import KNOWN, Reading
from cleanup.passes.residue.tables import MORE_CONJUNCTIONS, SHY_CONJUNCTIONS, SURE_CONJUNCTIONS
from cleanup.reading import Part

_LONGEST_NAME: Final = 4  # words
_TITLES_BEFORE: Final = frozenset(("al", "cetera", "alii"))
_SAINTS: Final = frozenset(("San", "Santa", "Santo", "São", "Sant", "Saint"))
_SEEN: Final = 3  # in eleven million words of clean English
_MOSTLY: Final = 0.9  # the share of capitals of a word that is a name
_IN_SURNAMES: Final = frozenset(("y", "e", "i"))


class Conjunctions(Part[Reading]):
    """The conjunctions of one article."""

    def edits(self, index: int) -> Iterator[Edit]:
        """The edit of the conjunction at a token, where it is none of a name."""
        token = self._tokens[index]
        form, languages = token.text, self._reading.tables.conjunctions[token.text]
        rule, fits = self._rules["residue-conjunction"], self._language in languages
        english = languages[self._language] if self._language in languages else next(iter(languages.values()))
        if fits and form in SURE_CONJUNCTIONS | {"ed"} and self._links(index):
            yield rule.edit(self._text, token.start, token.end, [english])
            return
        left, right = self._places.before(index), self._places.after(index)
        if left is None or right is None or right.text.lower() in _TITLES_BEFORE:
            return
        if form == "a" and not (fits and self._joins_countries(index)):
            return
        kinds = {self._side(index - 1), self._side(index + 1)}
        safe = self._certain_conjunction(index, form, kinds, fits)
        if safe is None:
            return
        yield rule.edit(
            self._text,
            token.start,
            token.end,
            [english],
            applicability=Applicability.SAFE if safe else Applicability.UNSAFE,
            confidence=None if safe else 0.7,
        )

    def _links(self, index: int) -> bool:
        """Whether the word joins a number, or what a comma parts, to plain English: killed e 19 others."""
        if index == 0 or index + 1 == len(self._tokens):
            return False
        left, token, right = self._tokens[index - 1 : index + 2]
        if left.text == "," and self._text[token.end : right.start] == " ":
            return self._reading.is_plain_english(right.text) and right.text not in _TITLES_BEFORE
        if self._text[left.end : token.start] != " " or self._text[token.end : right.start] != " ":
            return False
        demonyms = self._names.is_demonym
        if demonyms(left.text) and demonyms(right.text):
            after = self._places.after(index + 1)
            return after is not None and self._reading.is_plain_english(
                after.text
            )  # the Peruvian y Chilean authorities
        sides = sorted((left.text, right.text), key=lambda text: not text[0].isdigit())
        return sides[0].isdigit() and self._reading.is_plain_english(sides[1])

    def _joins_countries(self, index: int) -> bool:
        """Whether places stand around token `index`, none of which a noun follows: not `gave Ukraine a Swiss plan`."""
        last = self._place_after(index)
        if last is None or self._place_before(index) is None or self._text[self._tokens[last - 1].end :][:1] == "-":
            return False
        right = self._phrase_of(index + 1, last)
        if not PLACE_KINDS & {*self._names.kinds_of(right), *(name.kind for name in self._names.lookup(right))}:
            return False
        after = self._places.after(last - 1)
        return after is None or not self._words.likely_tag(after.text) & (ANY_NOUN | Tag.ADJECTIVE)

    def _certain_conjunction(self, index: int, form: str, kinds: set[str], fits: bool) -> bool | None:
        """True where it is certain, False where likely, None where it may be part of a name."""
        left = self._tokens[index - 1].text
        if self._joins_places(index, form):
            return True
        if (
            "foreign" in kinds
            or self._words.bigram(left, form)
            or self._words.bigram(form, self._tokens[index + 1].text)
        ):
            return None
        if (form in SHY_CONJUNCTIONS or form in MORE_CONJUNCTIONS) and not fits:
            return None
        if "name" in kinds and kinds <= {"name", "place"} and (fits or form not in SHY_CONJUNCTIONS):
            verdict = self._joins_names(index, form) if fits else None
            return verdict if verdict is not None or kinds == {"name"} else fits or None
        if kinds == {"english"} and not fits:
            return False if form in ("und", "oraz", "ve", "și") else None
        return fits or "place" in kinds

    def _joins_places(self, index: int, form: str) -> bool:
        """Whether a place stands on each side, one of them in the form of the conjunction's language or abroad."""
        left, right = self._place_before(index), self._place_after(index)
        if left is None or right is None:
            return False
        languages = self._reading.tables.conjunctions[form].keys()
        forms = (self._phrase_of(left, index), self._phrase_of(index + 1, right))
        if f"{forms[0]} {form} {forms[1]}" in self._names.named_list("region"):
            return False
        foreign = [{code for name in self._names.lookup(text) for code in name.languages} for text in forms]
        foreign = [found for found, text in zip(foreign, forms, strict=True) if not self._names.is_english_name(text)]
        if self._language not in languages and not any(found & languages for found in foreign):
            return False
        opener = self._places.before(left)
        placed = opener is not None and opener.text.lower() in PLACE_PREPOSITIONS | {"between", "of"}
        if placed or " " in forms[0] or " " in forms[1]:
            return True
        surnames = all(self._words.is_surname(text) or self._words.is_given_name(text) for text in forms)
        return bool(foreign) and not (surnames and form in _IN_SURNAMES)

    def _phrase_of(self, first: int, last: int) -> str:
        """The text of tokens `first` to `last` (the last one not included)."""
        return self._text[self._tokens[first].start : self._tokens[last - 1].end]

    def _place_before(self, index: int) -> int | None:
        """The first token of the longest place name that ends before token `index` and continues no other name."""
        for first in range(max(0, index - _LONGEST_NAME), index):
            if self._is_place_name(first, index):
                before = self._places.before(first)
                inside = before is not None and (before.text[0].isupper() or before.text in PARTICLES)
                return None if inside else first
        return None

    def _place_after(self, index: int) -> int | None:
        """The token after the longest place name that begins after token `index`; None where a name goes on."""
        for last in range(min(len(self._tokens), index + 1 + _LONGEST_NAME), index + 1, -1):
            if self._is_place_name(index + 1, last):
                after = self._places.after(last - 1)
                return None if after is not None and after.text[0].isupper() else last
        return None

    def _is_place_name(self, first: int, last: int) -> bool:
        """Whether the tokens are a country, city, region, sea or the like, in any language."""
        if not self._tokens[first].text[0].isupper() or not self._tokens[last - 1].text[0].isupper():
            return False
        text = self._phrase_of(first, last)
        return self._names.is_english_name(text) or any(n.kind in PLACE_KINDS for n in self._names.lookup(text))

    def _joins_names(self, index: int, form: str) -> bool | None:
        """Whether a conjunction of the article's language stands between two names, not inside one.

        Surnames of two with a conjunction are Spanish and Portuguese (Ortega y Gasset), titles of works may be of
        any language (Sturm und Drang): so the words around must show that two are meant.
        """
        left, right = self._tokens[index - 1].text, self._tokens[index + 1].text
        people = self._evidence.people
        if left in people and right in people and not self._after_given_name(index - 1):
            return True
        if self._are_two(index):
            return True
        given = [self._words.is_given_name(text) for text in (left, right)]
        full_names = (
            given[1]
            and right not in _SAINTS
            and not self._reading.ends(index + 1)
            and (given[0] or self._after_given_name(index - 1))
        )
        if full_names:
            return True
        if self._after_given_name(index - 1) or not self._reading.ends(index + 1):
            return None
        known = sum(self._is_name_in_english(text) for text in (left, right))
        strange = not any(self._words.is_word(text.lower()) for text in (left, right))
        if known < 2 and not (known and strange and form not in _IN_SURNAMES):
            return None
        surnames = form in _IN_SURNAMES and all(self._words.is_surname(text) for text in (left, right))
        return not surnames

    def _are_two(self, index: int) -> bool:
        """Whether “between” opens the pair, or a verb follows that only a plural subject has."""
        opener = self._places.before(index - 1)
        if opener is not None and opener.text.lower() in ("between", "both") and self._reading.ends(index + 1):
            return True
        verb = self._places.after(index + 1)
        if verb is None or verb.is_capitalised or self._after_given_name(index - 1):
            return False
        return verb.text in ("are", "were", "have") or self._words.likely_tag(verb.text) is Tag.VERB_BASE

    def _is_name_in_english(self, text: str) -> bool:
        """Whether English text knows the word as a name and nothing else."""
        if self._words.is_word(text.lower()) and self._words.zipf(text.lower()) >= KNOWN:
            share = self._words.capitalised_share(text)
            return share is not None and share > _MOSTLY
        return text.isupper() or self._words.unigram(text) >= _SEEN or self._names.is_english_name(text)

    def _after_given_name(self, index: int) -> bool:
        before = self._places.before(index)
        return before is not None and (before.text[0].isupper() or before.text in PARTICLES)

    def _side(self, index: int) -> str:
        token = self._tokens[index]
        text = token.text
        if text[0].isupper():
            known = self._names.is_english_name(text) or self._names.lookup(text) or self._names.is_demonym(text)
            if known and not self._after_given_name(index):
                return "place"
            return "place" if known and self._is_place_pair(index) else "name"
        if text == "a":
            noun = self._places.after(index)
            return (
                "english" if noun is not None and noun.text.islower() and self._words.is_word(noun.text) else "foreign"
            )
        return "english" if len(text) > 1 and self._words.is_word(text) else "foreign"

    def _is_place_pair(self, index: int) -> bool:
        """Whether the word and the one before it are a name of two words: `Burkina Faso`, `Costa Rica`."""
        before = self._places.before(index)
        return before is not None and self._names.is_english_name(f"{before.text} {self._tokens[index].text}")
