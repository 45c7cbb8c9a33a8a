"""Months, days of the week and seasons of the article's language where English has a date: `in Dezember 2025`."""

from __future__ import annotations

from typing import Final

from cleanup.edits import Edit
from cleanup.lexicon.tokens import word_set
from cleanup.passes.residue.reading import KNOWN, Reading
from cleanup.reading import Part

_DOTTED_DAYS: Final = ("de", "pl", "tr")  # 9. November
_BEFORE_DATES: Final = word_set(
    "in on until till since from to by before after last next of early mid late this every between during through"
)


class Dates(Part[Reading]):
    """The dates of one article."""

    def edit(self, index: int) -> Edit | None:
        """A month, day or season of the article's language where English has a date: `in Dezember 2025`."""
        token = self._tokens[index]
        form = token.text.lower()
        english = self._english(token.text)
        dotted = index > 1 and self._tokens[index - 1].text == "." and self._language in _DOTTED_DAYS
        if dotted and token.text in self._names.named_list("month"):
            english = token.text
        if english is None or (form == english.lower() and not dotted):
            return None
        first = index - 1 if self._is_of(index - 1) or dotted else index
        day = self._number(first - 1, 2) and (first == index or dotted or not token.is_capitalised)
        last = index + 2 if self._is_of(index + 1) and self._number(index + 2, 4) else index + 1
        year = self._number(last, 4)
        before = self._places.before(index)
        placed = before is not None and before.text.lower() in _BEFORE_DATES
        known = self._words.is_word(form) or self._words.zipf(token.text) >= KNOWN or english[0].islower()
        after = self._places.after(index)
        named = (after is not None and after.is_capitalised) or self._is_given_or_surname(token.text)
        if not (day or (placed and (year or not (known or named)))):
            return None
        if day and not self._is_dated(first - 1, year=year):
            return None
        start = self._tokens[first].start if day else token.start
        end, text = token.end, english
        if day and dotted:
            text = f" {english}"
        if year and last == index + 2:
            end, text = self._tokens[last].end, f"{english} {self._tokens[last].text}"
        return self._rules["residue-date"].edit(self._text, start, end, [text])

    def _english(self, form: str) -> str | None:
        """English for a form of the article's language; of any, where that is unknown and all agree."""
        tables = self._reading.tables
        if self._language is not None:
            return tables.calendar.get(self._language, {}).get(form.lower())
        return tables.shared_calendar.get(form) if not self._words.is_word(form) else None

    def _is_given_or_surname(self, form: str) -> bool:
        return form[0].isupper() and (self._words.is_given_name(form) or self._words.is_surname(form))

    def _is_dated(self, index: int, *, year: bool) -> bool:
        """Whether the number at token `index` is a day: `on 25 de mayo`, not `Plaza 25 de mayo`."""
        left = self._places.before(index)
        if left is None:
            return year
        if left.text.lower() in _BEFORE_DATES | {"the"} or left.text in self._names.named_list("weekday"):
            return True
        return year and not left.is_capitalised

    def _is_of(self, index: int) -> bool:
        return 0 < index < len(self._tokens) and self._tokens[index].text == "de" and self._language in ("es", "pt")

    def _number(self, index: int, digits: int) -> bool:
        """Whether token `index` is a day (of one or two digits) or a year (of four)."""
        if not 0 <= index < len(self._tokens) or not self._tokens[index].text.isdigit():
            return False
        text = self._tokens[index].text
        return len(text) == 4 and text[0] in "12" if digits == 4 else 0 < int(text) <= 31
