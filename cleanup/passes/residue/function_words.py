"""Prepositions, articles and the like of the source language: `della Ukraine`, `talks con the unions`."""

from __future__ import annotations

from typing import Final

from cleanup.article import Token
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.indefinite import indefinite_article
from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.words import ANY_NOUN, FINITE_VERB, Tag
from cleanup.passes.residue.reading import MOST_SEEN, Reading
from cleanup.passes.residue.tables import SHY_CONJUNCTIONS, SURE_CONJUNCTIONS, Entry
from cleanup.reading import Part

_DETERMINING: Final = Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER
_TOWARDS: Final = frozenset(("naar", "nach", "hacia", "vers", "verso", "către", "do"))
_HARDLY_ENGLISH: Final = frozenset(("un", "von", "im", "zum", "na", "de", "en", "em"))
"""Words that English has in names and speech only, never between small English words."""
_OPENING_ARTICLES: Final = frozenset(("La", "Le", "Les", "El", "Los", "Las", "Il", "Un", "Una", "Der", "Das"))
_REASONS: Final = frozenset(("time", "times", "years", "months", "weeks", "days", "reasons", "reason"))
"""What follows a foreign word for both by and for, and takes for."""
_PARTING: Final = (",", "”", '"', "»", ")")
_QUOTES: Final = ("“", '"', "«", "„", "‘")
_PUBLISHED: Final = frozenset(
    ("published", "appeared", "appears", "printed", "article", "interview", "editorial", "column", "study", "letter")
)
"""What stands in a paper or a journal."""
_PLAIN_PREPOSITIONS: Final = frozenset(("of", "for", "with", "without", "between", "against", "under"))
"""What a preposition behind a noun says in English as well, whatever follows."""


class FunctionWords(Part[Reading]):
    """The function words of one article."""

    def edit(self, index: int, entry: Entry, language: str) -> Edit | None:
        """The edit of a function word of a language, before a name or among English words."""
        return (
            self._before_name(index, entry, language)
            or self._in_english(index, entry, language)
            or self._in_paper(index, entry, language)
        )

    def _in_paper(self, index: int, entry: Entry, language: str) -> Edit | None:
        """In before a name that is no place, surely where something is published: `a study published na Science`."""
        token, left, right = self._tokens[index], self._places.before(index), self._places.after(index)
        if language != self._language or entry.english.split()[0] != "in" or self._words.is_word(token.text):
            return None
        if left is None or right is None or not right.is_capitalised or not self._reading.is_plain_english(left.text):
            return None
        safe = left.text in _PUBLISHED
        return self._rules["residue-function-word"].edit(
            self._text,
            token.start,
            token.end,
            ["in"] if safe else ["in", "at", "on"],
            applicability=Applicability.SAFE if safe else Applicability.UNSAFE,
            confidence=None if safe else 0.7,
        )

    def _before_name(self, index: int, entry: Entry, language: str) -> Edit | None:
        left, right = self._places.before(index), self._places.after(index)
        if right is None or not right.is_capitalised or not self._names.is_english_name(right.text):
            return None
        route = left is not None and language == self._language and self._is_route(index)
        foreign = left is not None and (
            left.is_capitalised or left.text in ("à", "a") or not self._words.is_word(left.text)
        )
        if foreign and not route:
            return None
        if left is None and index > 0 and self._tokens[index - 1].text not in ',.;:“”"':
            return None
        form = self._tokens[index].text
        if (form != "en" and self._words.is_word(form)) or not self._reading.ends(index + 1):
            return None
        article = "the " if self._names.takes_article(right.text) else ""
        english = entry.english.removesuffix("the").strip() if entry.part != "prep" else entry.english
        english = "to" if route or (form == "nach" and self._names.kinds_of(right.text)) else english
        fits = language == self._language
        start = self._tokens[index].start
        return self._rules["residue-before-name"].edit(
            self._text,
            start,
            right.end,
            [f"{english} {article}".strip() + " " + right.text if english or article else right.text],
            applicability=Applicability.SAFE if fits else Applicability.UNSAFE,
            confidence=None if fits else 0.75,
        )

    def _in_english(self, index: int, entry: Entry, language: str) -> Edit | None:
        """A preposition or conjunction of the article's language among English words: `talks con the unions`."""
        if language != self._language:
            return None
        token, left, right = self._tokens[index], self._places.before(index), self._places.after(index)
        rule, among = self._rules["residue-function-word"], self._among_english(index, entry)
        if among is not None:
            return rule.edit(self._text, token.start, token.end, [among])
        if entry.part == "det" or right is None or not self._reading.is_plain_english(right.text):
            return None
        if not self._is_left_over(index, entry):
            return None
        determined = self._words.likely_tag(right.text) & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.PRONOUN)
        noun = self._words.likely_tag(right.text) & (ANY_NOUN | Tag.ADJECTIVE)
        if entry.part == "prepdet" and (determined or not noun):
            return None
        owned = left is not None and bool(self._words.likely_tag(left.text) & ANY_NOUN)
        single = entry.part == "prep" and entry.english in _PLAIN_PREPOSITIONS and owned
        safe = bool(determined) or entry.part == "prepdet" or single
        return rule.edit(
            self._text,
            token.start,
            token.end,
            [entry.english],
            applicability=None if safe else Applicability.UNSAFE,
            confidence=None if safe else 0.8,
        )

    def _is_left_over(self, index: int, entry: Entry) -> bool:
        """Whether the word is none of English, or a conjunction after a comma, with plain English before it."""
        form, left = self._tokens[index].text, self._places.before(index)
        if entry.part == "conj" and form in SURE_CONJUNCTIONS | SHY_CONJUNCTIONS:
            return False
        after_comma = left is None and index > 0 and self._tokens[index - 1].text == ","
        if not after_comma and (left is None or not self._reading.is_plain_english(left.text)):
            return False
        known = form in _HARDLY_ENGLISH and not self._is_english_here(index)
        odd = known or (len(form) > 2 and not self._words.is_word(form))
        odd = odd and (known or entry.part == "prepdet" or self._words.unigram(form) <= MOST_SEEN)
        return odd or (entry.part == "conj" and after_comma)

    def _among_english(self, index: int, entry: Entry) -> str | None:
        """English for a word that is none, between words where only it can be left over; None where it may be a name.

        `a man di the north`, `killed nel a shootout`, `in gli streets`, `it shows che they`, `20 boats in e 30 out`.
        """
        form, left = self._tokens[index].text, self._places.before(index)
        if self._is_english_here(index) or index + 1 == len(self._tokens):
            return None
        parted = left is None and index > 0 and self._tokens[index - 1].text in _PARTING
        if not parted and (left is None or not self._reading.is_plain_english(left.text)):
            return None
        gap = self._text[self._tokens[index].end : self._tokens[index + 1].start]
        right = self._tokens[index + 1]
        if entry.english == "that" and (right.text in _QUOTES or right.text[0].isdigit()) and gap == " ":
            return entry.english
        if gap != " ":
            return None
        if entry.part == "det" and entry.english == "a" and right.is_capitalised and not parted:
            return None if self._words.is_word(form) else indefinite_article(right.text)
        if entry.part in ("prep", "prepdet"):
            return self._preposition(index, entry)
        if not self._reading.is_plain_english(right.text):
            return None
        if entry.part == "det":
            return self._article(left, right, entry)
        if entry.english != "that":
            return None
        person = left is not None and self._words.is_person_noun(left.text.removesuffix("s"))
        return "who" if person and self._words.likely_tag(right.text) & FINITE_VERB else "that"

    def _preposition(self, index: int, entry: Entry) -> str | None:
        """A preposition before what only one can stand before: a verb, a day, an article, a month or year."""
        english, right = entry.english.removesuffix("the").strip(), self._tokens[index + 1]
        tag = self._words.likely_tag(right.text)
        if english == "to" and tag & Tag.VERB_BASE and self._reading.is_plain_english(right.text):
            return english
        ahead = [token.text for token in self._tokens[index + 1 : index + 5]]
        if english == "by" and not _REASONS.isdisjoint(ahead):
            return "for"
        owns = index + 2 < len(self._tokens) and self._tokens[index + 2].text[:1] in ("'", "’")
        if right.text in WEEKDAYS and english in ("in", "on") and not owns:
            return "on"
        leads = right.text.islower() and tag & (Tag.DETERMINER | Tag.POSSESSIVE)
        dated = right.text in MONTHS or (right.text[0].isdigit() and entry.part == "prepdet")
        return english if leads or dated else None

    def _article(self, left: Token | None, right: Token, entry: Entry) -> str | None:
        """An article before a noun that nothing else determines."""
        determined = left is not None and self._words.likely_tag(left.text) & _DETERMINING
        noun = self._words.likely_tag(right.text) & (ANY_NOUN | Tag.ADJECTIVE | Tag.GERUND)
        if not noun or determined:
            return None
        return entry.english if entry.english == "the" else indefinite_article(right.text)

    def _is_english_here(self, index: int) -> bool:
        """Whether the word may be an English one here: not `con` before an article, behind a noun."""
        form, left = self._tokens[index].text, self._places.before(index)
        if form in _HARDLY_ENGLISH and index + 1 < len(self._tokens):
            return self._words.bigram(form, self._tokens[index + 1].text) > MOST_SEEN  # en route
        if form != "con" or left is None or index + 1 == len(self._tokens):
            return self._words.is_word(form)
        article = self._words.likely_tag(self._tokens[index + 1].text) & (Tag.DETERMINER | Tag.POSSESSIVE)
        return not (article and self._words.likely_tag(left.text) & (ANY_NOUN | Tag.VERB_PAST))

    def opening(self, index: int) -> Edit | None:
        """An article or a conjunction of the language that begins a sentence: `Il mayor`, `Pero the mayor`."""
        token, right = self._tokens[index], self._places.after(index)
        entry = self._reading.tables.words.get(self._language or "", {}).get(token.text.lower())
        if entry is None or right is None or token.text.isupper() or not self._reading.is_plain_english(right.text):
            return None
        if self._words.is_word(token.text.lower()) and token.text not in _OPENING_ARTICLES:
            return None
        tag = self._words.likely_tag(right.text)
        if entry.part == "det":
            noun = tag & (ANY_NOUN | Tag.ADJECTIVE) and not self._is_foreign_here(index)
            english = (entry.english if entry.english == "the" else indefinite_article(right.text)) if noun else None
        else:
            english = entry.english if tag & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.PRONOUN) else None
        if english is None:
            return None
        english = english[0].upper() + english[1:]
        return self._rules["residue-function-word"].edit(self._text, token.start, token.end, [english])

    def _is_foreign_here(self, index: int) -> bool:
        """Whether the noun behind the word begins a foreign phrase or a title: La police nationale, Un bon vivant."""
        second = self._places.after(index + 1)
        if second is None or not self._reading.is_plain_english(second.text):
            return True
        return self._words.bigram(self._tokens[index].text.lower(), self._tokens[index + 1].text) > MOST_SEEN

    def _is_route(self, index: int) -> bool:
        """Whether the word leads from one place to the next: `from Paris naar Hamburg`."""
        start, left = self._places.before(index - 1), self._tokens[index - 1].text
        leaves = start is not None and start.text.lower() == "from"
        return self._tokens[index].text in _TOWARDS and leaves and self._names.is_english_name(left)
