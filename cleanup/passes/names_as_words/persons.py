"""Places where a person's name stands: behind a title or given name, in apposition, as a bare subject."""

from __future__ import annotations

from typing import Final

from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import ANY_NOUN, Tag
from cleanup.passes.names_as_words.reading import BEFORE_NAME, Reading
from cleanup.reading import Part

_POLITICS: Final = word_set(
    "government era report cabinet administration law decree plan reform doctrine presidency coalition family "
    "brothers affair years list amendment commission"
)
_ODD: Final = 0.6  # share of capitals in mid-sentence under which a capital is odd


class PersonNames(Part[Reading]):
    """The places for persons in one article."""

    def stand_here(self, first: int, last: int) -> bool:
        """Whether a person's name can stand at the tokens `first` to `last`."""
        before = self._places.before(first)
        if before is None:
            return self.in_apposition(first, last) or self._is_bare_subject(first, last)
        text = before.text
        if (
            self._reading.is_title(text)
            and self._words.likely_tag(text) & Tag.NOUN
            and not self._is_compound(first, last)
        ):
            return True
        if text in BEFORE_NAME and self._tokens[first].is_capitalised:
            return True
        if text[0].isupper() and self._reading.is_given_name(first - 1):
            return not self._is_verb(last)
        if text.lower() == "the" and self._tokens[first].is_capitalised:
            after = self._places.after(last)
            return after is not None and after.text in _POLITICS
        return not before.is_capitalised and self._is_bare_subject(first, last)

    def _is_verb(self, index: int) -> bool:
        token = self._tokens[index]
        verb = Tag.VERB_PAST | Tag.VERB_PRESENT | Tag.PAST_PARTICIPLE | Tag.ADVERB
        return not token.is_capitalised and bool(self._words.likely_tag(token.text) & verb)

    def _is_compound(self, first: int, last: int) -> bool:
        """Whether a title and a word in lower case are one phrase of English: `president elect`, `coach travel`."""
        token, after = self._tokens[first], self._places.after(last)
        if token.is_capitalised:
            return False
        if after is not None and self._words.likely_tag(after.text) & ANY_NOUN:
            return True
        before = self._tokens[first - 1]
        return (
            self._words.bigram_lower(before.text, token.text) > 0 or not self._words.likely_tag(token.text) & ANY_NOUN
        )

    def in_apposition(self, first: int, last: int) -> bool:
        """Between commas after a title: `the Tajik President, cream, …`."""
        if first < 2 or self._tokens[first - 1].text != ",":
            return False
        title, word = self._tokens[first - 2].text, self._tokens[last].text
        after = self._tokens[last + 1].text if last + 1 < len(self._tokens) else ""
        if self._words.likely_tag(title) & Tag.PLURAL_NOUN or self._words.is_person_noun(word):
            return False
        closes = after in (",", ".") or after.lower() in ("the", "who", "will", "has", "said")
        return self._reading.is_title(title) and closes and bool(self._words.likely_tag(word) & Tag.NOUN)

    def _is_bare_subject(self, first: int, last: int) -> bool:
        """A capitalised singular noun without a determiner before a finite verb: `Count wants`, `Stretcher is`."""
        token = self._tokens[last]
        after = self._places.after(last)
        if not self._tokens[first].is_capitalised or after is None or after.is_capitalised:
            return False
        if self._tokens[first].text == "To":
            return self._reading.has_pronoun(last)
        finite = bool(self._words.tags(after.text) & (Tag.VERB_PRESENT | Tag.AUXILIARY | Tag.MODAL))
        if not (finite or self._words.is_speech_verb(after.text)) or after.text in ("are", "were", "have"):
            return False
        before = self._places.before(first)
        starts = before is None or self._places.opens_sentence(first)
        singular = bool(self._words.likely_tag(token.text) & Tag.NOUN) and self._words.takes_article(token.text)
        return (starts and singular) or (not starts and self._is_odd_capital(first))

    def _is_odd_capital(self, index: int) -> bool:
        share = self._words.capitalised_share(self._tokens[index].text)
        return self._tokens[index].is_capitalised and (share is None or share < _ODD)
