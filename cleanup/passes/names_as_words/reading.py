"""What the parts of the pass read off one article: its words and language, titles, given names, papers and lists."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from cleanup.lexicon.names import MONTHS, PLACE_KINDS, WEEKDAYS, CommonWordName
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import Tag
from cleanup.reading import ArticleReading

PREPOSITIONS: Final = word_set("in from to at of near for between towards toward with leaving outside")
BEFORE_NAME: Final = ("report", "law", "decree", "reform", "doctrine", "amendment", "cabinet")
IS_A_PLACE: Final = re.compile(r",? (?:the |a )?(?:capital|city|town|port|home|province) (?:of|in|on)\b")
_PAPERS: Final = ("newspaper", "daily", "weekly", "monthly", "magazine", "tabloid", "broadcaster")
_NO_TITLES: Final = ("people", "man", "woman", "men", "women", "who", "minor", "head", "star", "friend")
_SPORT: Final = re.compile(
    r"\b(?:striker|midfielder|goalkeeper|defender|coach|football|league|matchday|champions|goals?|Serie A|stadium)\b"
)
_PRONOUNS: Final = ("he", "she", "it")
_AUXILIARIES: Final = ("would", "will", "has", "had", "is", "was", "should", "could")
CALENDAR: Final = MONTHS | WEEKDAYS
_MOSTLY: Final = 0.4  # share of capitals in mid-sentence
_PRESS: Final = frozenset(("newspaper", "press", "media", "magazine"))
_PERSON: Final = frozenset(("person", "surname", "people", "given name"))


def kind_of(name: CommonWordName) -> str:
    """What the name is to the grammar; parties and institutions are translated too often to be looked for."""
    if name.kind in _PERSON:
        return "person"
    if name.kind in _PRESS:
        return "press"
    return "place" if name.kind in PLACE_KINDS else name.kind


class Reading(ArticleReading):
    """One article as the pass reads it."""

    @cached_property
    def is_sport(self) -> bool:
        """Whether the article is about sport, where clubs have names."""
        return len(set(_SPORT.findall(self.text))) >= 2

    def is_called_paper(self, index: int) -> bool:
        """Whether the word before a token says that a newspaper or the like follows."""
        before = self.places.before(index)
        if before is not None and before.text in ("Daily", "Weekly", "Monthly"):
            return False  # part of the title: the Daily News
        return before is not None and before.text.lower() in _PAPERS

    def heads_list(self, first: int, last: int) -> bool:
        """Whether a place that opens a list has lost its comma: `a loofah Kyiv, Kharkiv and Lviv`."""
        after = self.places.after(last)
        if after is None or not after.is_capitalised or last + 3 >= len(self.tokens):
            return False
        listed = self.tokens[last + 2].text == "," and self.tokens[last + 3].is_capitalised
        listed = listed and self.words.likely_tag(self.tokens[last].text) == Tag.NOUN
        return listed and not self.tokens[first].is_capitalised and self.is_place_name(after.text)

    def is_place_name(self, form: str) -> bool:
        """Whether the form is a place's or another name of the gazetteer."""
        return self.names.is_english_name(form) or bool(self.names.lookup(form))

    def is_title(self, text: str) -> bool:
        """Whether a person's name may stand behind the word."""
        return self.words.is_person_noun(text) and text.lower() not in _NO_TITLES

    def is_given_name(self, index: int) -> bool:
        """Whether the word at a token is a given name: known, or behind a title."""
        text = self.tokens[index].text
        if self.words.is_given_name(text) and not self.words.is_word(text.lower()):
            return True
        if self.names.is_demonym(text):
            return False
        title = self.places.before(index)
        if title is not None and self.is_title(title.text) and not self.words.is_word(text.lower()):
            return True
        return (
            index > 1 and self.tokens[index - 1].text == "-" and self.words.is_given_name(self.tokens[index - 2].text)
        )

    def stands_behind_given_name(self, index: int) -> bool:
        """Whether the word before a token is a person's given name there: `the minister José Luis Shoemaker`."""
        before = self.places.before(index)
        if before is None or not before.is_capitalised or self.names.is_demonym(before.text):
            return False
        lead = self.places.before(index - 1)
        titled = lead is not None and self.is_title(lead.text)
        common = self.words.is_word(before.text.lower())
        if common and (self.is_title(before.text) or not self._is_mostly_a_name(before.text)):
            return False
        if not self.words.is_given_name(before.text) and (common or not titled):
            return False
        if lead is None or titled:
            return True
        if lead.text in ("the", "The", "a", "A", "an"):
            return False  # the Carlos Price case
        apart = lead.text in CALENDAR or self.names.is_english_name(lead.text) or self.names.is_demonym(lead.text)
        named = apart or self.words.is_given_name(lead.text)
        return not lead.is_capitalised or named or self.places.opens_sentence(index - 2)

    def _is_mostly_a_name(self, text: str) -> bool:
        """Whether English mostly has a given name that is also a word with a capital: Rosa, not Free."""
        return self.words.is_given_name(text) and (self.words.capitalised_share(text) or 0.0) > _MOSTLY

    def has_pronoun(self, last: int) -> bool:
        """Whether a pronoun repeats the subject before its verb, which no infinitive has: `To fly she would`."""
        after, verb = self.places.after(last), self.places.after(last + 1)
        return after is not None and after.text in _PRONOUNS and verb is not None and verb.text in _AUXILIARIES
