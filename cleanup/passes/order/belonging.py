"""Names beside what belongs to them: `the law Rossi`, `expulsion Oslo of the envoy`, `At Maria’s request Rossi`."""

from __future__ import annotations

from collections.abc import Iterator

from cleanup.edits import Edit
from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, Sentence

_CALLED = word_set(
    "plan law decree reform government cabinet case affair doctrine amendment scandal report commission method "
    "pact bill"
)
_WITH_INFINITIVE = word_set("refused decided began wanted tried managed agreed declined hoped threatened vowed failed")
"""Verbs whose infinitive has no other subject: nobody refuses Marta to stop."""
_DEEDS = word_class("deeds")


class NameBelonging:
    """Finds names behind the law that is called after them, behind their deed, and surnames behind a possessive."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """Edits for the name behind the word at `index`."""
        yield from self._named(text, sentence, index)
        yield from self._doer(text, sentence, index)
        yield from self._cut(text, sentence, index)
        yield from self._displaced(text, sentence, index)
        yield from self._group(text, sentence, index)

    def _cut(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`Solange the deputy minister, Akakpo, promised`: a name that its own apposition has cut in two."""
        words, lexicon = sentence.words, self._resources.words
        surname, comma = words[index + 1], words[index]
        if comma.text != "," or index < 3 or not surname.is_alphabetic or index + 2 >= len(words):
            return
        role = words[index - 1]
        opens = next((at for at in range(index - 2, max(0, index - 6), -1) if words[at].lower == "the"), None)
        if opens is None or not lexicon.is_person_noun(role.lower) or role.is_capitalised:
            return
        given, after = words[opens - 1], words[index + 2]
        alone = opens == 1 or not words[opens - 2].is_capitalised
        if not (given.is_capitalised and alone and given.end + 1 == words[opens].start):
            return
        follows = words[index + 3] if after.tag is Tag.ADVERB and index + 3 < len(words) else after
        closes = after.text == "," or bool(follows.tag & FINITE_VERB)
        named = lexicon.is_given_name(given.text) and not lexicon.is_word(given.lower)
        if not closes or not named or lexicon.is_given_name(surname.text) or lexicon.is_word(surname.lower):
            return
        mark = "" if after.text == "," else ","
        phrase = text[sentence.offset(opens) : sentence.end_offset(index - 1)]
        if opens == 1:
            phrase = phrase[0].upper() + phrase[1:]
        start, end = sentence.offset(opens - 1), sentence.end_offset(index + 1)
        fixed = f"{phrase}, {given.text} {surname.text}{mark}"
        yield self._resources.rules["name-cut-by-description"].edit(text, start, end, [fixed])

    def _displaced(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`when a bus driver, refused Marta Llorente to stop`: a name behind the verb whose subject it explains."""
        words, lexicon = sentence.words, self._resources.words
        verb, given = words[index], words[index + 1]
        if index < 3 or words[index - 1].text != "," or verb.lower not in _WITH_INFINITIVE or index + 4 >= len(words):
            return
        surname, to, role = words[index + 2], words[index + 3], words[index - 2]
        if not (lexicon.is_given_name(given.text) and surname.is_capitalised and surname.is_alphabetic):
            return
        if to.lower != "to" or not words[index + 4].tags & Tag.VERB_BASE or not lexicon.is_person_noun(role.lower):
            return
        start, end = sentence.offset(index), sentence.end_offset(index + 2)
        name = text[sentence.offset(index + 1) : end]
        fixed = f"{name}, {verb.text}"
        yield self._resources.rules["name-cut-by-description"].edit(text, start, end, [fixed])

    def _group(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`by the group Fincantieri`: what a firm is called stands before what it is."""
        words, lexicon = sentence.words, self._resources.words
        noun, name = words[index], words[index + 1]
        if noun.text != "group" or index < 2 or words[index - 1].lower != "the" or name.start != noun.end + 1:
            return
        if not words[index - 2].tags & Tag.PREPOSITION or not name.is_alphabetic or lexicon.is_word(name.lower):
            return
        after = words[index + 2] if index + 2 < len(words) else None
        if after is not None and (after.is_capitalised or after.text not in ",.;:"):
            return
        if self._resources.names.is_demonym(name.text) or name.text.isupper():
            return
        start, end = sentence.offset(index), sentence.end_offset(index + 1)
        yield self._resources.rules["name-after-law"].edit(text, start, end, [f"{name.text} {noun.text}"])

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
