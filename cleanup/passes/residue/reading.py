"""What the parts of the pass read off one article: its words, its language, what is English and what a name in it."""

from __future__ import annotations

from typing import Final

from cleanup.article import Article
from cleanup.lexicon.words import FOREIGN_LANGUAGES
from cleanup.passes.residue.tables import Entry, Tables
from cleanup.reading import ArticleReading
from cleanup.resources import Resources

KNOWN: Final = 3.5  # Zipf: a word that readers of a language use
MOST_SEEN: Final = 2  # in eleven million words of clean English: a word that English does not use


class Reading(ArticleReading):
    """One article as the pass reads it."""

    def __init__(self, article: Article, resources: Resources, tables: Tables) -> None:
        super().__init__(article, resources)
        self.tables = tables

    def languages(self) -> tuple[str, ...]:
        """The languages whose words may be left over: the article's, or all where it shows none."""
        return (self.language,) if self.language in FOREIGN_LANGUAGES else FOREIGN_LANGUAGES

    def is_english(self, form: str) -> bool:
        """Whether the form is an English word, or stands often in English text."""
        return self.words.is_word(form) or self.words.zipf(form) >= 4.5

    def is_plain_english(self, text: str) -> bool:
        """Whether the text is a frequent English word in lower case."""
        return text.islower() and self.words.is_word(text) and self.words.zipf(text) >= KNOWN

    def demonym(self, form: str, language: str) -> Entry | None:
        """An adjective of nationality that the gazetteer has."""
        if form[0].isupper() and language != "de":
            return None
        names = [n for n in self.names.lookup(form) if n.kind == "demonym" and language in n.languages]
        return Entry("adj", names[0].english) if names and not self.words.is_word(form) else None

    def is_name(self, index: int) -> bool:
        """Whether a capitalised word is one by its own right, and not the first of its sentence or a day's name."""
        token = self.tokens[index]
        if not token.is_capitalised or self.places.opens_sentence(index):
            return False
        return token.text not in self.names.named_list("month") | self.names.named_list("weekday")

    def ends(self, index: int) -> bool:
        """Whether the name at token `index` ends there."""
        after = self.places.after(index)
        return after is None or not after.is_capitalised
