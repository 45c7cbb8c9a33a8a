"""What proves that a capitalised common word is the place of the table: `between Turkey and Corn`, `Pain province`.

Proof is a word that has a capital in mid-sentence, in an article of the language in which the place is called so, at a
place where only the name of a place stands. What is proven once in an article holds for it all.
"""

from __future__ import annotations

from bisect import bisect, bisect_left
from functools import cached_property
from typing import Final

from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import ANY_NOUN, FINITE_VERB
from cleanup.passes.names_as_words.reading import Reading, kind_of
from cleanup.reading import Part

_SELDOM_CAPITAL: Final = 0.3  # share of capitals in mid-sentence above which the word is often a name in English too
_MOSTLY_SMALL: Final = 0.5  # share of capitals among the longer words of a sentence above which it is a headline
_LONG: Final = 4  # letters
_JOINS: Final = (",", "and", "or")
_STATES: Final = frozenset(("country", "capital"))
_DIVISIONS: Final = word_set("province district governorate county region")
_RELATIVES: Final = ("which", "where", "whose")


class PlaceProofs(Part[Reading]):
    """The proven places of one article."""

    def is_proven(self, index: int) -> bool:
        """Whether the capitalised word at a token is a place here, or was proven elsewhere to be one."""
        form = self._tokens[index].text
        if form not in self._proven:
            return False
        return self._stands_as_name(index)

    def may_open(self, index: int) -> bool:
        """Whether a country that lost its name may open the sentence: `Corn, which has no ambassador there, …`."""
        form = self._tokens[index].text
        if not self._is_of_table(form, "country") or self._has_small(form):
            return False
        return self._places.opens_sentence(index) and self._before_relative(index) and len(self._evidence.countries) > 1

    def is_word_of_article(self, index: int) -> bool:
        """Whether a word that opens its sentence stands elsewhere in small letters: `They grow corn. Corn is …`."""
        return self._places.opens_sentence(index) and self._has_small(self._tokens[index].text)

    @cached_property
    def _proven(self) -> frozenset[str]:
        if self._language is None:
            return frozenset()
        return frozenset(
            token.text
            for index, token in enumerate(self._tokens)
            if token.is_word and token.is_capitalised and self._is_proof(index)
        )

    def _is_proof(self, index: int) -> bool:
        form = self._tokens[index].text
        if not self._names.may_begin_common_word_name(form) or self._places.opens_sentence(index):
            return False
        if not self._is_of_table(form, "place") or self._is_often_a_name(form) or self._is_in_headline(index):
            return False
        return self._is_division(index) or (self._is_of_table(form, "country") and self._is_among_states(index))

    def _is_of_table(self, form: str, kind: str) -> bool:
        names = [name for name in self._names.common_word_names(form) if name.language == self._language]
        return len({name.name for name in names}) == 1 and kind in (kind_of(names[0]), names[0].kind)

    def _is_often_a_name(self, form: str) -> bool:
        share = self._words.capitalised_share(form)
        return (
            share is None or share > _SELDOM_CAPITAL or self._words.is_proper(form) or self._names.is_english_name(form)
        )

    def _is_among_states(self, index: int) -> bool:
        """Whether a country or capital stands beside it in a list, and nothing determines or continues the word."""
        after = self._places.after(index)
        tags = self._words.tags(after.text) if after is not None else FINITE_VERB
        if after is not None and after.text not in _JOINS and (tags & ANY_NOUN or not tags & FINITE_VERB):
            return False
        return self._is_state(index - 2, index - 1) or self._is_state(index + 2, index + 1)

    def _is_state(self, index: int, join: int) -> bool:
        if not 0 <= index < len(self._tokens) or self._tokens[join].text not in _JOINS:
            return False
        return not _STATES.isdisjoint(self._names.kinds_of(self._tokens[index].text))

    def _is_division(self, index: int) -> bool:
        """Whether it names a part of a country: `in Pain province`, `the province of Pain`."""
        before, after = self._places.before(index), self._places.after(index)
        if after is not None and after.text.lower() in _DIVISIONS:
            return before is not None and not before.is_capitalised
        head = self._places.before(index - 1) if before is not None and before.text == "of" else None
        return head is not None and head.text.lower() in _DIVISIONS and not (after is not None and after.is_capitalised)

    def _is_in_headline(self, index: int) -> bool:
        """Whether the longer words of the sentence that are no names have capitals."""
        sentence = self._reading.article.sentence_at(self._tokens[index].start)
        inside = self._tokens[bisect(self._starts, sentence.start) : bisect_left(self._starts, sentence.end)]
        plain = [token for token in inside if len(token.text) >= _LONG and not self._is_name(token.text)]
        return sum(token.is_capitalised for token in plain) > len(plain) * _MOSTLY_SMALL

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self._tokens]

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(token.text for token in self._tokens if token.text.islower())

    def _is_name(self, form: str) -> bool:
        return form[0].isupper() and (self._names.is_english_name(form) or self._words.is_proper(form))

    def _stands_as_name(self, index: int) -> bool:
        """Whether a capitalised word is no plain word there: in mid-sentence, or a subject that opens its sentence."""
        if not self._places.opens_sentence(index):
            after = self._places.after(index)
            return not self._is_in_headline(index) and not (after is not None and after.is_capitalised)
        if self._has_small(self._tokens[index].text):
            return False
        after = self._places.after(index)
        acts = after is not None and bool(self._words.tags(after.text) & FINITE_VERB)
        return acts or self._before_relative(index)

    def _before_relative(self, index: int) -> bool:
        return any(self._text.startswith(f", {word} ", self._tokens[index].end) for word in _RELATIVES)

    def _has_small(self, form: str) -> bool:
        """Whether the article has the word itself, in small letters."""
        return form.lower() in self._small
