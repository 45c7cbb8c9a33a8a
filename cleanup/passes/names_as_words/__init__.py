"""Names that a translation took for common words: Mosca → "To fly", Draghi → "Dragons", Essen → "food".

A table says which words may hide a name (`table`), and the grammar says where only a name can stand
(`kinds`). Where both agree, the name is suggested (`suggestions`); where only the place
speaks, it is flagged. Behind a given name the dictionaries of the article's language say which surname a word
may be (`surnames`), and behind a preposition which town (`towns`). Applied unasked are only a surname that the
article has kept elsewhere, and newspapers, where the article is known to come from their language and calls them
newspapers or lets them report.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.lexicon.words import ANY_NOUN, FINITE_VERB, Tag
from cleanup.passes.names_as_words.reading import Reading
from cleanup.passes.names_as_words.surnames import Surnames
from cleanup.passes.names_as_words.table import TableNames
from cleanup.passes.names_as_words.towns import Towns
from cleanup.resources import Resources


class NamesAsWords:
    """The pass; looks at every word or phrase that the table has, and at places where only a name can stand."""

    name = "names_as_words"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Suggestions, and flags without one."""
        reading = Reading(article, self._resources)
        surnames, table, towns = Surnames(reading), TableNames(reading), Towns(reading)
        done = -1
        for index, token in enumerate(reading.tokens):
            if index <= done or not token.is_word:
                continue
            found = surnames.edit(index) or table.edit(index) or towns.edit(index) or table.run_together(index)
            if found is not None:
                edit, done = found
                yield edit
            elif _lacks_surname(reading, index):
                yield reading.rules["name-expected"].edit(reading.text, token.start, token.end, [])


def _lacks_surname(reading: Reading, index: int) -> bool:
    """Whether a common noun stands where a surname must, with no name for it in the table."""
    words, places = reading.words, reading.places
    token, before, after = reading.tokens[index], places.before(index), places.after(index)
    if before is None or not before.is_capitalised or token.is_capitalised or len(token.text) < 4:
        return False
    if reading.likely_language is None or not reading.is_given_name(index - 1) or places.before(index - 1) is None:
        return False
    only_noun = not words.tags(token.text) & ~(ANY_NOUN | Tag.PROPER_NOUN)
    verb = after is not None and not after.is_capitalised and words.tags(after.text) & FINITE_VERB
    title = reading.tokens[index - 2].text
    titled = reading.is_title(title) or title in ("by", "with", "and")
    return bool(only_noun and verb and titled and words.is_word(token.text))
