"""Names with a Turkish ending behind their apostrophe: `Odessa’dan`."""

from __future__ import annotations

import re
from typing import Final

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.words import ANY_NOUN, Tag
from cleanup.passes.exonyms_reading import Reading

_TURKISH_SUFFIX: Final = re.compile(
    r"(?:[dt][ae]n?|n?[ıiuü]n|y?[ae]|y?[ıiuü]|n[dt]?[ae]n?|[ldt][ae]ki|y?l[ae]|l[ıiuü])"
)
_TURKISH_GENITIVE: Final = re.compile(r"n?[ıiuü]n")
_ENGLISH_CLITICS: Final = frozenset(("s", "t", "d", "m", "ll", "re", "ve"))


class TurkishEndings:
    """The endings in one article."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self._tokens = reading.tokens
        self._forms = reading.forms
        self._words = reading.words
        self._names = reading.names
        self._rules = reading.rules
        self._language = reading.language
        self._places = reading.places

    def edit(self, index: int) -> Edit | None:
        """A name with a Turkish ending after its apostrophe: `Odessa’dan`."""
        if index + 2 >= len(self._tokens) or self._forms[index + 1] not in ("’", "'"):
            return None
        token, mark, suffix = self._tokens[index : index + 3]
        if mark.start != token.end or suffix.start != mark.end or suffix.text in _ENGLISH_CLITICS:
            return None
        turkish = self._language == "tr"
        if not _TURKISH_SUFFIX.fullmatch(suffix.text) or not (turkish or len(suffix.text) > 2):
            return None
        names = self._names.lookup(token.text)
        known = self._names.is_english_name(token.text) or self._words.is_proper(token.text)
        if not names and not known and not (turkish and len(token.text) > 2 < len(suffix.text) + 1):
            return None
        english = names[0].english if names and not known else token.text
        if _TURKISH_GENITIVE.fullmatch(suffix.text) and self._owns(index):
            english += f"{mark.text}s"
        return self._rules["exonym-suffix"].edit(
            self._text,
            token.start,
            suffix.end,
            [english],
            applicability=Applicability.SAFE if self._language == "tr" else Applicability.UNSAFE,
        )

    def _owns(self, index: int) -> bool:
        """Whether the name at a token, before its ending, stands before what it owns: `Bursa’nın mayor`."""
        before, after = self._places.before(index), self._places.after(index + 2)
        if before is not None and before.text == "of":
            return False
        return after is not None and bool(self._words.likely_tag(after.text.lower()) & (ANY_NOUN | Tag.ADJECTIVE))
