"""A person is no adjective: the French Luc Martin is the Frenchman Luc Martin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax.parser import Word, parse

_PEOPLE: Final = {
    "French": ("Frenchman", "Frenchwoman"), "English": ("Englishman", "Englishwoman"),
    "Dutch": ("Dutchman", "Dutchwoman"), "Irish": ("Irishman", "Irishwoman"), "Welsh": ("Welshman", "Welshwoman"),
    "Spanish": ("Spaniard", "Spaniard"), "Polish": ("Pole", "Pole"), "Swedish": ("Swede", "Swede"),
    "Danish": ("Dane", "Dane"), "Finnish": ("Finn", "Finn"), "Turkish": ("Turk", "Turk"),
    "British": ("Briton", "Briton"), "Scottish": ("Scot", "Scot"),
}  # fmt: skip
_ENDS: Final = (
    FINITE_VERB | Tag.PUNCTUATION | Tag.PREPOSITION | Tag.CONJUNCTION | Tag.RELATIVE | Tag.AUXILIARY | Tag.MODAL
)
_GENDERS: Final = {"male": 0, "female": 1}


def people_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that put the noun for the adjective of a people before a person's full name."""
    rule = resources.rules["people-before-name"]
    for sentence in parse(article):
        words = sentence.words
        for index in range(1, len(words) - 3):
            forms = _PEOPLE.get(words[index].text)
            if forms is None or words[index - 1].lower != "the" or not _is_person(words, index + 1, resources):
                continue
            gender = resources.words.gender(words[index + 1].text)
            if gender in _GENDERS:
                span = sentence.offset(index), sentence.end_offset(index)
                yield rule.edit(article.text, *span, [forms[_GENDERS[gender]]])


def _is_person(words: Sequence[Word], at: int, resources: Resources) -> bool:
    """Whether a person's full name stands there, and nothing that it names: the British Ada Lovelace medal."""
    given, surname, after = words[at : at + 3]
    known = resources.words.is_given_name(given.text) and not resources.words.is_word(given.text.lower())
    named = known and surname.is_capitalised and not resources.words.is_word(surname.text.lower())
    return named and not after.is_nominal and (bool(after.tag & _ENDS) or after.tag is Tag.ADVERB)
