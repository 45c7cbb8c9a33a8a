"""What a name becomes at its place: with the article that English wants, without the foreign one before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleanup.article import Token
from cleanup.edits import Edit
from cleanup.evidence import Role
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import Tag
from cleanup.passes.exonyms.reading import ELIDED, Found, Reading
from cleanup.reading import Part

# Acronyms that are read as words and take no article in English.
_BARE: Final = word_class("bodies_without_article")
_FOREIGN_ARTICLES: Final = {
    "it": ("il", "lo", "la", "gli", "le", "i"), "es": ("el", "la", "los", "las"), "fr": ("le", "la", "les"),
    "de": ("der", "die", "das", "den", "dem"), "pt": ("o", "a", "os", "as"), "nl": ("de", "het"), "ro": (),
}  # fmt: skip
_CONJUNCTIONS: Final = word_set(
    "e ed y et und i oraz ve și en och og ta és ja sekä kai ir un dhe oder ou o lub sau veya eller ili nebo alebo vagy"
)  # and, or
_NO_ARTICLE: Final = ("Lake ", "Mount ", "Cape ")
_VERBAL: Final = Tag.VERB_BASE | Tag.GERUND | Tag.PAST_PARTICIPLE
_VERB: Final = Tag.VERB_PRESENT | Tag.VERB_PAST | Tag.MODAL | Tag.AUXILIARY


class Placing(Part[Reading]):
    """The places of names in one article."""

    def in_place(self, found: Found, english: Sequence[str]) -> tuple[int, list[str]]:
        """Where the edit begins, and its texts, with the article that English wants."""
        first = found.first
        prefix = self._reading.prefix(first)
        if prefix is not None:
            start, lead = self._tokens[first - 2].start, ELIDED[prefix.lower()]
            return start, [self._opening(first - 2, self._with(lead, name, needed=True)) for name in english]
        foreign = self._foreign_article(first)
        if foreign is not None:
            return foreign.start, [self._opening(first - 1, self._with("", name, needed=True)) for name in english]
        if (english[0] in _BARE or english[0].startswith(_NO_ARTICLE)) and not self._reading.modifies(found.last):
            before = self._places.before(first)
            if before is not None and before.text in ("the", "The"):
                return before.start, [name for name in english if name.startswith(english[0].split()[0])]
        title = self._places.before(first)
        if title is not None and self._reading.is_the_country(found) and not self._names.takes_article(english[0]):
            return title.start, list(english[:1])
        if title is not None and english[0].lower().startswith(f"{title.text.lower()} "):
            return title.start, [f"{title.text}{name[len(title.text) :]}" for name in english[:1]]
        opens = self._places.opens_sentence(first)
        needed = self._lacks_article(first, found.last)
        return self._tokens[first].start, [
            self._opening(first, text) if opens else text
            for text in (self._with("", name, needed=needed) for name in english)
        ]

    def elided_english(self, index: int) -> Edit | None:
        """An elided article or preposition before a name that is English already: `l’Armenia`."""
        form, prefix = self._reading.forms[index], self._reading.prefix(index)
        known = self._names.is_english_name(form) or self._words.is_proper(form)
        if prefix is None or not known or self._places.role(index, index) is Role.PART:
            return None
        if self._reading.is_behind_particle(index):
            return None
        start, texts = self.in_place(Found(index, index, ()), [form])
        return self._rules["exonym-elided"].edit(self._text, start, self._tokens[index].end, texts)

    def _with(self, lead: str, name: str, *, needed: bool) -> str:
        article = "the" if needed and self._names.takes_article(name) and not name.startswith(("the ", "The ")) else ""
        return " ".join(filter(None, (lead, article, name)))

    def _opening(self, index: int, text: str) -> str:
        return text[0].upper() + text[1:] if self._tokens[index].is_capitalised else text

    def _foreign_article(self, index: int) -> Token | None:
        """The article of the source language before a name: `le Maroc`, `il Brasile`."""
        before = self._places.before(index)
        if before is None or before.text.lower() not in _FOREIGN_ARTICLES.get(self._language or "", ()):
            return None
        if before.is_capitalised and not self._places.opens_sentence(index - 1):
            return None
        left = self._places.before(index - 1)
        if self._language == "de" and before.text in ("Die", "Das") and self._places.opens_sentence(index - 1):
            return before
        if self._words.is_word(before.text.lower()) and not (
            left is not None and self._words.tags(left.text) & Tag.PREPOSITION
        ):
            return None
        return None if left is not None and left.is_capitalised else before

    def _lacks_article(self, first: int, last: int) -> bool:
        """Whether nothing before the name determines it, and no noun after it makes it a modifier."""
        if self._reading.modifies(last):
            return False
        before = self._places.before(first)
        if before is None:
            return first == 0 or self._reading.forms[first - 1] not in ("-", "’", "'", "/")
        if self._places.opens_sentence(first):
            return True
        if before.text in _CONJUNCTIONS or before.text in ("down", "up", "along", "across"):
            return True
        wanted = Tag.PREPOSITION | Tag.CONJUNCTION | Tag.INFINITIVE | _VERB | _VERBAL
        tag = self._words.likely_tag(before.text)
        return not before.is_capitalised and bool(tag & wanted)
