"""Places where the name of a place stands: behind a preposition, in a list of places, before what it does."""

from __future__ import annotations

from cleanup.article import Token
from cleanup.lexicon.words import ANY_NOUN, FINITE_VERB
from cleanup.passes.names_as_words.reading import IS_A_PLACE, PREPOSITIONS, Reading
from cleanup.reading import Part


class PlaceNames(Part[Reading]):
    """The places for names of places in one article."""

    def stand_here(self, first: int, last: int) -> bool:
        """Whether a place's name can stand at the tokens `first` to `last`."""
        before, after = self._places.before(first), self._places.after(last)
        token = self._tokens[last]
        if self._tokens[first].text == "To":
            return self._reading.has_pronoun(last)
        if before is not None and before.text.lower() in PREPOSITIONS:
            return self._is_name_after_preposition(first, last, after)
        if self._beside_place(first, last) or self._reading.heads_list(first, last):
            return True
        if self._tokens[first].is_capitalised and IS_A_PLACE.match(self._text, self._tokens[last].end):
            return True
        if before is not None and before.text == "the" and self._tokens[first].is_capitalised:
            return after is not None and after.text in ("summit", "agreement", "accord", "treaty", "protocol")
        if last > first or self._tokens[first].is_capitalised:
            following = after is not None and bool(
                self._words.tags(after.text) & FINITE_VERB or after.text in ("alone", "itself")
            )
            return (
                following
                and self._tokens[first].is_capitalised
                and token.is_capitalised
                and not self._is_person_after(after)
                and not (before is not None and self._reading.is_title(before.text))
            )
        return False

    def _is_person_after(self, after: Token | None) -> bool:
        return after is not None and self._words.is_speech_verb(after.text)

    def _is_name_after_preposition(self, first: int, last: int, after: Token | None) -> bool:
        """A bare count noun after a preposition, or a capitalised word in mid-sentence."""
        token = self._tokens[first]
        if token.is_capitalised:
            return after is None or not after.is_capitalised
        if (
            after is not None
            and self._words.likely_tag(after.text) & ANY_NOUN
            and not self._words.tags(after.text) & FINITE_VERB
        ):
            return False
        before = self._tokens[first - 1]
        usual = self._words.bigram(before.text.lower(), token.text)
        if self._words.takes_article(token.text) and last == first:
            return usual < 5
        closes = after is None and last + 1 < len(self._tokens) and self._tokens[last + 1].text in (",", ".", ";")
        return closes and usual < 60

    def _beside_place(self, first: int, last: int) -> bool:
        """Whether the words stand in a list of places: `corn, Indonesia and Spain`, `The peace and Santiago`."""
        joins = (",", "and", "or")
        for side, step in ((first, -1), (last, 1)):
            join, other = side + step, side + 2 * step
            if not 0 <= other < len(self._tokens) or self._tokens[join].text not in joins:
                continue
            form = self._tokens[other].text
            plainly = self._tokens[first].text == "The" and self._words.is_proper(form)
            if form[0].isupper() and (plainly or self._reading.is_place_name(form)):
                bare = self._tokens[first].is_capitalised or self._places.before(first) is None or step == -1
                return bare or self._after_preposition(first)
        return False

    def _after_preposition(self, index: int) -> bool:
        before = self._places.before(index)
        return before is not None and before.text.lower() in PREPOSITIONS
