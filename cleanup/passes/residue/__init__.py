"""Words of the source language left in English: `Russia e Kazakhstan`, `il leader russo`, `the mayor della city`.

`tables` holds the bilingual word lists, `reading` what all parts of the pass read off an article.
Dates, phrases, conjunctions, function words, single words and ordinals have a module each, and so have runs of foreign
words that no table translates. `forms` finds what needs no dictionary (numbers, centuries),
`dictionary` lone words that only the dictionaries have.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from cleanup.article import Article, Token
from cleanup.edits import Edit
from cleanup.lexicon.tokens import word_set
from cleanup.passes.residue.beside_names import BesideNames
from cleanup.passes.residue.conjunctions import Conjunctions
from cleanup.passes.residue.dates import Dates
from cleanup.passes.residue.dictionary import dictionary_edits
from cleanup.passes.residue.forms import form_edits
from cleanup.passes.residue.function_words import FunctionWords
from cleanup.passes.residue.moments import Moments
from cleanup.passes.residue.ordinals import ordinal_edits
from cleanup.passes.residue.phrases import Phrases
from cleanup.passes.residue.reading import Reading
from cleanup.passes.residue.runs import run_edits
from cleanup.passes.residue.set_phrases import SetPhrases
from cleanup.passes.residue.tables import Tables
from cleanup.passes.residue.words import LoneWords
from cleanup.reading import Part
from cleanup.resources import Resources

_NEVER: Final = word_set("a as die no so in do per fra con sin am we i o of den des")


class Residue:
    """Translates short leftovers from a small table, and flags longer ones."""

    name = "residue"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    @cached_property
    def _tables(self) -> Tables:
        return Tables()

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Edits for what is left of the source language."""
        reading = Reading(article, self._resources, self._tables)
        yield from _Walk(reading).edits()
        yield from ordinal_edits(reading)
        yield from SetPhrases(reading).edits()
        yield from Moments(reading).edits()
        yield from run_edits(reading)
        yield from form_edits(article, self._resources)
        yield from dictionary_edits(article, self._resources)


class _Walk(Part[Reading]):
    """The words of one article, one after the other."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._dates = Dates(reading)
        self._phrases = Phrases(reading)
        self._beside_names = BesideNames(reading)
        self._conjunctions = Conjunctions(reading)
        self._function_words = FunctionWords(reading)
        self._lone_words = LoneWords(reading)

    def edits(self) -> Iterator[Edit]:
        """Everything found, phrases before single words."""
        done = -1
        for index, token in enumerate(self._tokens):
            if index <= done or not token.is_word:
                continue
            date = self._dates.edit(index)
            if date is not None:
                yield date
                continue
            phrase = self._phrases.edit(index)
            if phrase is not None:
                edit, done = phrase
                yield edit
            elif not token.is_capitalised:
                yield from self._single(index, token)
            else:
                opening = self._function_words.opening(index) if self._places.opens_sentence(index) else None
                yield from self._lone_words.german_noun(index) if opening is None else [opening]

    def _single(self, index: int, token: Token) -> Iterator[Edit]:
        form = token.text
        beside = self._beside_names.edit(index)
        if beside is not None:
            yield beside
            return
        own = self._reading.tables.words.get(self._language or "", {}).get(form)
        if form in self._reading.tables.conjunctions and (own is None or own.part == "conj"):
            yield from self._conjunctions.edits(index)
            return
        if form in _NEVER and not (form == "con" and self._language in ("it", "es")):
            return
        for language in self._reading.languages():
            edit = self._in_language(index, form, language)
            if edit is not None:
                yield edit
                return

    def _in_language(self, index: int, form: str, language: str) -> Edit | None:
        """The edit of a word that may be left over from a language."""
        entry = self._reading.tables.words[language].get(form) or self._reading.demonym(form, language)
        if entry is None:
            return None
        if entry.part in ("det", "prep", "prepdet", "conj"):
            return self._function_words.edit(index, entry, language)
        return None if self._reading.is_english(form) else self._lone_words.edit(index, entry, language)
