"""Days, months and seasons of the source language with the words around them: `el jueves`, `giovedì sera`, `w maju`.

The words before and behind one stand in a table. A day alone between English words lost its preposition, or never had
one: `decided giovedì to wait`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from cleanup.article import Token
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.names import WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import ANY_NOUN, Tag
from cleanup.passes.residue.mentions import is_named
from cleanup.passes.residue.reading import Reading
from cleanup.reading import Part
from cleanup.rulepack import BUNDLED

_MOMENT: Final = "on"  # in the table: the preposition that the moment takes
_RELATIVE: Final = word_set("last next this")
_MIDDLE: Final = "in mid-"
_MARKET_DAY: Final = "-feira"
_BETWEEN: Final = frozenset((" ", "-"))
_CAPITALISED_DAYS: Final = ("de", "tr")
_ALONE: Final = ("it", "fr", "es", "ro", "hu", "fi", "nl", "sv", "da", "no", "ca", "de")
"""Languages whose days stand without a preposition, or lose it in a translation."""
_BE: Final = word_set("is was has had will")
_NOT_BEFORE_DAY: Final = Tag.DETERMINER | Tag.POSSESSIVE | Tag.PREPOSITION | Tag.ADJECTIVE | Tag.NUMBER
_FINITE: Final = Tag.VERB_PAST | Tag.VERB_PRESENT | Tag.AUXILIARY | Tag.MODAL
_EQUIVOCAL: Final = word_set("luni vara mart mars mai maj mei juli juni august april")
"""Forms that mean something else too, or are English."""


class _Affix(NamedTuple):
    """Words before or behind a moment, and what they are in English."""

    form: str
    english: str
    sure: bool


class Moments(Part[Reading]):
    """The moments of one article."""

    def edits(self) -> Iterator[Edit]:
        """Every day, month or season that words of its language lead to, and every day that stands alone."""
        language = self._language
        calendar = self._reading.tables.calendar.get(language or "", {})
        if language is None or not calendar:
            return
        for index, token in enumerate(self._tokens):
            form, end = self._form(index)
            english = calendar.get(form) if token.is_word else None
            if english is not None and self._is_written_so(token, english, language):
                yield from self._edit(index, end, english, language)

    def _form(self, index: int) -> tuple[str, int]:
        """The word at a token, a day of the market as a whole, and where it ends."""
        token = self._tokens[index]
        day = self._text.startswith(_MARKET_DAY, token.end)
        end = token.end + len(_MARKET_DAY) if day else token.end
        return self._text[token.start : end].lower(), end

    def _is_written_so(self, token: Token, english: str, language: str) -> bool:
        """Whether the capital is that of the language, or of a sentence's start."""
        if not token.is_capitalised:
            return language != "de"
        at = self._reading.article.token_index(token.start)
        return language in _CAPITALISED_DAYS or self._places.opens_sentence(at)

    def _edit(self, index: int, end: int, english: str, language: str) -> Iterator[Edit]:
        start = self._tokens[index].start
        lead, tail = self._lead(start, language), self._tail(end, language)
        first = start if lead is None else start - len(lead.form) - 1
        if is_named(self._reading.article, self._reading.article.token_index(first)):
            return
        if lead is None and tail is None:
            yield from self._alone(index, end, english, language)
            return
        if lead is None and tail is not None and tail.english != _MOMENT and self._is_led(index):
            text, sure = _with_tail(english, tail), True
        else:
            text, sure = self._with_words(english, lead, tail), self._is_sure(lead, tail)
        last = end if tail is None else end + 1 + len(tail.form)
        before = self._text[max(0, first - 1) : first]
        if self._opens_name(first) or (before and before not in ' \n“"(«—–'):
            return
        sure = sure and not self._goes_on_in_language(last)
        if text.startswith(("on ", "in ")) and (self._is_subject(first, last) or self._follows_preposition(first)):
            text = text.split(" ", 1)[1]
        yield self._made(first, last, text, sure=sure)

    def _made(self, start: int, end: int, text: str, *, sure: bool) -> Edit:
        if self._places.opens_sentence(self._reading.article.token_index(start)):
            text = text[0].upper() + text[1:]
        return self._rules["residue-date"].edit(
            self._text,
            start,
            end,
            [text],
            applicability=Applicability.SAFE if sure else Applicability.UNSAFE,
            confidence=None if sure else 0.8,
        )

    # The words before and behind

    def _lead(self, start: int, language: str) -> _Affix | None:
        """The longest lead that ends before an offset."""
        for affix in _affixes("lead", language):
            begin = start - len(affix.form) - 1
            if begin < 0 or self._text[start - 1] not in _BETWEEN:
                continue
            found = self._text[begin : start - 1].replace("'", "’")
            if found == affix.form:
                return affix
            opened = affix.form[0].upper() + affix.form[1:]
            if found == opened and self._places.opens_sentence(self._reading.article.token_index(begin)):
                return affix
        return None

    def _tail(self, end: int, language: str) -> _Affix | None:
        """The longest tail that begins behind an offset."""
        for affix in _affixes("tail", language):
            stop = end + 1 + len(affix.form)
            if self._text[end : end + 1] != " " or self._text[end + 1 : stop] != affix.form:
                continue
            if not self._text[stop : stop + 1].isalpha():
                return affix
        return None

    def _is_led(self, index: int) -> bool:
        """Whether an English word leads to the moment already: on giovedì sera, the giovedì sera concert."""
        left = self._places.before(index)
        return left is not None and bool(self._words.likely_tag(left.text.lower()) & _NOT_BEFORE_DAY)

    def _with_words(self, english: str, lead: _Affix | None, tail: _Affix | None) -> str:
        text = english if tail is None or tail.english == _MOMENT else _with_tail(english, tail)
        led = _MOMENT if lead is None else lead.english.split("/")[0]
        if text.split()[0] in _RELATIVE and led == _MOMENT:
            return text
        if led == _MOMENT:
            return f"{'on' if english in WEEKDAYS else 'in'} {text}"
        return f"{led}{text}" if led == _MIDDLE else f"{led} {text}"

    def _is_sure(self, lead: _Affix | None, tail: _Affix | None) -> bool:
        return all(affix is None or affix.sure for affix in (lead, tail))

    # Where it stands

    def _opens_name(self, start: int) -> bool:
        """Whether a name or a foreign word leads to the phrase: Plaza del Dos de Mayo."""
        index = self._reading.article.token_index(start)
        left = self._places.before(index)
        if left is None:
            return False
        if left.is_capitalised:
            return not self._places.opens_sentence(index - 1) and not self._evidence.person(left.text)
        return not self._words.is_word(left.text)

    def _goes_on_in_language(self, end: int) -> bool:
        """Whether a foreign word follows, so that the phrase may be part of a longer one or of a title."""
        right = self._places.after(self._reading.article.token_index(end) - 1)
        return right is not None and right.text.islower() and not self._words.is_word(right.text)

    def _is_subject(self, start: int, end: int) -> bool:
        """Whether the moment opens its sentence and a verb of being follows: El jueves was cold."""
        article = self._reading.article
        right = self._places.after(article.token_index(end) - 1)
        opens = self._places.opens_sentence(article.token_index(start))
        return opens and right is not None and right.text in _BE

    def _follows_preposition(self, start: int) -> bool:
        """Whether an English preposition stands before the phrase: on el jueves."""
        left = self._places.before(self._reading.article.token_index(start))
        return left is not None and bool(self._words.likely_tag(left.text.lower()) & Tag.PREPOSITION)

    def _alone(self, index: int, end: int, english: str, language: str) -> Iterator[Edit]:
        """`decided giovedì to wait` → `decided on Thursday to wait`."""
        token, left = self._tokens[index], self._places.before(index)
        form = token.text.lower()
        if english not in WEEKDAYS or language not in _ALONE or form in _EQUIVOCAL or form == english.lower():
            return
        right = self._places.after(index)
        if self._words.is_word(form) or (right is not None and not self._is_english(right)):
            return
        if left is None:
            opens = self._places.opens_sentence(index) and not self._may_be_name(token, right)
            if opens and right is not None:
                yield self._made(token.start, end, f"on {english}", sure=True)
            return
        if not self._is_english(left):
            return
        if self._words.likely_tag(left.text.lower()) & _NOT_BEFORE_DAY:
            if self._words.likely_tag(left.text.lower()) & (Tag.DETERMINER | Tag.POSSESSIVE):
                yield self._made(token.start, end, english, sure=False)
            return
        # The opera Donnerstag lasts: behind a noun and before a verb it may be a title.
        titled = self._words.likely_tag(left.text) & ANY_NOUN and right is not None and self._is_verb(right)
        yield self._made(token.start, end, f"on {english}", sure=not titled)

    def _is_english(self, token: Token) -> bool:
        return token.text == "a" or (token.text.islower() and len(token.text) > 1 and self._words.is_word(token.text))

    def _may_be_name(self, token: Token, right: Token | None) -> bool:
        """Whether a day that opens a sentence may name a person or a paper: Domingo sang."""
        if self._words.is_given_name(token.text) or self._words.is_surname(token.text) or right is None:
            return True
        return self._is_verb(right)

    def _is_verb(self, token: Token) -> bool:
        tag = self._words.likely_tag(token.text)
        return bool(tag & _FINITE) and not tag & ANY_NOUN


def _with_tail(english: str, tail: _Affix) -> str:
    return f"{tail.english} {english}" if tail.english in _RELATIVE else f"{english} {tail.english}"


@functools.cache
def _affixes(kind: str, language: str) -> Sequence[_Affix]:
    """The leads or tails of a language, the longest first."""
    return _table().get((kind, language), ())


@functools.cache
def _table() -> Mapping[tuple[str, str], Sequence[_Affix]]:
    found: dict[tuple[str, str], list[_Affix]] = {}
    text = (BUNDLED / "residue" / "moments.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            kind, languages, form, english = line.split("\t")
            affix = _Affix(form, english.removesuffix("?"), not english.endswith("?") and "/" not in english)
            for language in languages.split(","):
                found.setdefault((kind, language), []).append(affix)
    return {key: sorted(affixes, key=lambda one: -len(one.form)) for key, affixes in found.items()}
