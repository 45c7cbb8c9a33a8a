"""Words of the table that hide a name, where one of its kind can stand; also with the next word run into them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cleanup.edits import Edit
from cleanup.lexicon.names import CommonWordName
from cleanup.lexicon.words import Tag
from cleanup.passes.names_as_words.kinds import Kinds
from cleanup.passes.names_as_words.proofs import PlaceProofs
from cleanup.passes.names_as_words.reading import IS_A_PLACE, PREPOSITIONS, Reading, kind_of
from cleanup.passes.names_as_words.suggestions import Suggestions
from cleanup.reading import Part

_MOST_WORDS: Final = 4
_AFTER_COMMA: Final = ("the", "who", "which", "where", "whose", "a", "an", "capital", "then", "also")
_OVER_A_SPLIT: Final = 0.85  # where a name is likely, it comes before the mere split of the two words


class TableNames(Part[Reading]):
    """The words of the table in one article."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._kinds = Kinds(reading)
        self._proofs = PlaceProofs(reading)
        self._suggestions = Suggestions(reading, self._proofs)

    def edit(self, index: int) -> tuple[Edit, int] | None:
        """The suggestion for the longest phrase of the table that begins at a token, and its last token."""
        word, start = self._tokens[index].text, self._tokens[index].start
        if not self._names.may_begin_common_word_name(word) and not self._reading.is_called_paper(index):
            return None
        for last in range(min(index + _MOST_WORDS, len(self._tokens)) - 1, index - 1, -1):
            if not all(self._tokens[i].is_word for i in range(index, last + 1)):
                continue
            phrase = self._text[start : self._tokens[last].end]
            names = [*self._names.common_word_names(phrase), *self._papers_called(index, phrase)]
            fitting = self._fitting(index, last, names) if names else []
            if fitting:
                return self._suggestions.edit(index, last, fitting), last
        return None

    def _papers_called(self, index: int, phrase: str) -> list[CommonWordName]:
        """The papers whose article was lost behind what they are: `the daily Republic` for The Republic."""
        named = self._tokens[index].is_capitalised and self._reading.is_called_paper(index)
        found = self._names.common_word_names(f"the {phrase}") if named else ()
        return [name for name in found if kind_of(name) == "press"]

    def run_together(self, index: int) -> tuple[Edit, int] | None:
        """A word of the table with the next word run into it: `flowerplans`, where Blume plans."""
        token = self._tokens[index]
        if len(token.text) < 6 or self._words.is_word(token.text) or self._words.unigram(token.text):
            return None
        for end in range(3, len(token.text) - 1):
            rest = token.text[end:]
            if self._words.zipf(rest) < 4.5 or not self._names.common_word_names(token.text[:end]):
                continue
            at = token.start + end
            text = self._text[:at] + " " + self._text[at:]
            reading = Reading(
                replace(self._reading.article, text=text, source_language=self._likely_language),
                self._reading.resources,
            )
            found = TableNames(reading).edit(index)
            if found is not None and found[1] == index:
                joint = ", " if rest in _AFTER_COMMA else " "
                texts = [f"{name}{joint}{rest}" for name in found[0].replacements]
                rule = self._rules[found[0].rule]
                return rule.edit(self._text, token.start, token.end, texts, confidence=_OVER_A_SPLIT), index
        return None

    def _fitting(self, first: int, last: int, names: Sequence[CommonWordName]) -> list[CommonWordName]:
        """The names whose kind can stand at this place, those of the article's countries first."""
        if self._is_ordinary(first, last):
            return []
        kinds = self._kinds.at(first, last)
        if first == last and (self._proofs.is_proven(first) or self._proofs.may_open(first)):
            kinds.add("place")
        elif first == last and self._proofs.is_word_of_article(first):
            kinds.discard("place")
        ours = any(name.language == self._language for name in names)
        called = ours and self._reading.is_called_paper(first)
        if not called and self._is_name_already(first, last, surnames=not ours):
            kinds &= {"press", "club", "organisation"} if last > first else {"club", "organisation"}
        if self._is_behind_given_name(first):
            kinds.discard("person")  # judged among the surnames
        fitting = [name for name in names if kind_of(name) in kinds]
        # Of a language that is only likely newspapers and places may be meant: surnames are too often words.
        own = [
            name
            for name in fitting
            if name.language == self._likely_language and (self._language is not None or kind_of(name) != "person")
        ]
        return own or (fitting if self._is_plain(first, last) else [])

    def _is_behind_given_name(self, index: int) -> bool:
        """Whether a capitalised word follows a given name."""
        before = self._places.before(index)
        named = before is not None and before.is_capitalised and self._reading.is_given_name(index - 1)
        return named and self._tokens[index].is_capitalised

    def _is_name_already(self, first: int, last: int, *, surnames: bool) -> bool:
        """Whether the capitalised words are an English name: a demonym, a day, a place, a given name, or a surname.

        `surnames` says whether those count: nearly every common noun is somebody's.
        """
        token = self._tokens[last]
        if not token.is_capitalised or IS_A_PLACE.match(self._text, token.end):
            return False
        form = token.text
        before = self._places.before(first)
        named = before is not None and before.text.lower() not in ("the", *PREPOSITIONS)
        if surnames and named and self._words.is_surname(form):
            return True
        proper = self._names.is_demonym(form) or self._words.is_proper(form) or self._words.is_given_name(form)
        return proper or form in self._names.named_list("month") | self._names.named_list("weekday")

    def _is_plain(self, first: int, last: int) -> bool:
        """Whether the place shows a name so plainly that one of another language may be meant."""
        token = self._tokens[first]
        if token.is_capitalised:
            return token.text == "To" and last > first
        return self._kinds.persons.in_apposition(first, last) or self._reading.heads_list(first, last)

    def _is_ordinary(self, first: int, last: int) -> bool:
        """Whether the words stand where common words stand: in lower case after a determiner."""
        token, before = self._tokens[first], self._places.before(first)
        if before is None or token.is_capitalised or self._reading.heads_list(first, last):
            return False
        return bool(self._words.tags(before.text) & (Tag.DETERMINER | Tag.POSSESSIVE)) and token.text != "the"
