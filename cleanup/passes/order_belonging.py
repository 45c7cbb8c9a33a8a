"""Names beside what belongs to them: `the law Rossi`, `expulsion Oslo of the envoy`, `At Maria’s request Rossi`."""

from __future__ import annotations

from collections.abc import Iterator

from cleanup.edits import Edit
from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import Tag
from cleanup.resources import Resources
from cleanup.syntax import DETERMINERS, Sentence

_CALLED = word_set(
    "plan law decree reform government cabinet case affair doctrine amendment scandal report commission method "
    "pact bill"
)
_DEEDS = word_class("deeds")


class NameBelonging:
    """Finds names behind the law that is called after them, behind their deed, and surnames behind a possessive."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """Edits for the name behind the word at `index`."""
        yield from self._named(text, sentence, index)
        yield from self._doer(text, sentence, index)

    def possessive(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`At Maria’s request Rossi`: a possessive that parts a given name from its surname."""
        words, lexicon = sentence.words, self._resources.words
        if (
            index + 3 >= len(words)
            or words[index + 1].lower not in ("’s", "'s")
            or words[index + 2].lower not in _DEEDS
        ):
            return
        given, surname = words[index], words[index + 3]
        named = given.is_capitalised and lexicon.is_given_name(given.text) and surname.is_capitalised
        if not named or self._resources.names.is_english_name(surname.text) or lexicon.is_word(surname.lower):
            return
        start, end = sentence.offset(index), sentence.end_offset(index + 3)
        mark, deed = words[index + 1].text, words[index + 2].text
        replacement = f"{given.text} {surname.text}{mark} {deed}"
        yield self._resources.rules["name-split-by-possessive"].edit(text, start, end, [replacement])

    def _named(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`the law Rossi`: what a law, a plan or a government is called stands before it."""
        words = sentence.words
        noun, name = words[index], words[index + 1]
        if noun.lower not in _CALLED or index == 0 or words[index - 1].lower not in ("the", "a", "an"):
            return
        if not name.is_capitalised or name.text.isupper() or not name.is_alphabetic or name.text in MONTHS | WEEKDAYS:
            return
        lexicon, names = self._resources.words, self._resources.names
        if names.is_demonym(name.text) or names.is_english_name(name.text) or lexicon.is_word(name.lower):
            return
        after = words[index + 2] if index + 2 < len(words) else None
        if after is not None and not after.tag & (Tag.PUNCTUATION | Tag.PREPOSITION):
            return
        if (after is not None and after.text in "-–‑/’'") or name.start != noun.end + 1:
            return
        start, end = sentence.offset(index), sentence.end_offset(index + 1)
        yield self._resources.rules["name-after-law"].edit(text, start, end, [f"{name.text} {noun.text}"])

    def _doer(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`expulsion Oslo of the envoy`: who does it stands between the deed and its object without a preposition."""
        words = sentence.words
        deed, name = words[index], words[index + 1]
        if index + 3 >= len(words) or words[index + 2].lower != "of" or words[index + 3].lower not in DETERMINERS:
            return
        if deed.is_capitalised or not deed.lower.endswith(("sion", "tion", "ment", "sal", "ance")) or not deed.is_noun:
            return
        if index and (
            words[index - 1].lower in DETERMINERS or words[index - 1].tag & (Tag.ADJECTIVE | Tag.PREPOSITION)
        ):
            return
        if not name.is_proper or self._resources.names.is_demonym(name.text) or name.start != deed.end + 1:
            return
        start, end = sentence.offset(index), sentence.end_offset(index + 1)
        options = [f"{name.text}’s {deed.text}", f"the {deed.text} by {name.text}"]
        yield self._resources.rules["doer-without-preposition"].edit(text, start, end, options)
