"""Names with a Turkish ending behind their apostrophe: `Odessa’dan`."""

from __future__ import annotations

import re
from typing import Final

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.names import PLACE_KINDS
from cleanup.lexicon.words import ANY_NOUN, Tag
from cleanup.passes.exonyms.reading import Reading
from cleanup.reading import Part

_TURKISH_SUFFIX: Final = re.compile(
    r"(?:[dt][ae]n?|n?[ıiuü]n|y?[ae]|y?[ıiuü]|n[dt]?[ae]n?|[ldt][ae]ki|y?l[ae]|l[ıiuü])"
)
_TURKISH_GENITIVE: Final = re.compile(r"n?[ıiuü]n")
_TURKISH_LOCATIVE: Final = re.compile(r"n?[dt][ae]")
_TURKISH_ABLATIVE: Final = re.compile(r"n?[dt][ae]n")
_GOVERNING: Final = Tag.PREPOSITION | Tag.INFINITIVE | Tag.CONJUNCTION | Tag.DETERMINER | Tag.POSSESSIVE
_ENGLISH_CLITICS: Final = frozenset(("s", "t", "d", "m", "ll", "re", "ve"))


class TurkishEndings(Part[Reading]):
    """The endings in one article."""

    def edit(self, index: int) -> Edit | None:
        """A name with a Turkish ending after its apostrophe: `Odessa’dan`."""
        if index + 2 >= len(self._tokens) or self._reading.forms[index + 1] not in ("’", "'"):
            return None
        token, mark, suffix = self._tokens[index : index + 3]
        if mark.start != token.end or suffix.start != mark.end or suffix.text in _ENGLISH_CLITICS:
            return None
        turkish = self._language == "tr"
        placed = bool(_TURKISH_LOCATIVE.fullmatch(suffix.text)) and bool(PLACE_KINDS & self._names.kinds_of(token.text))
        if not _TURKISH_SUFFIX.fullmatch(suffix.text) or not (turkish or placed or len(suffix.text) > 2):
            return None
        names = self._names.lookup(token.text)
        known = self._names.is_english_name(token.text) or self._words.is_proper(token.text)
        if not names and not known and not (turkish and len(token.text) > 2 < len(suffix.text) + 1):
            return None
        english = names[0].english if names and not known else token.text
        if _TURKISH_GENITIVE.fullmatch(suffix.text) and self._owns(index):
            english += f"{mark.text}s"
        english = self._preposition(index, suffix.text) + english
        return self._rules["exonym-suffix"].edit(
            self._text,
            token.start,
            suffix.end,
            [english],
            applicability=Applicability.SAFE if turkish or placed else Applicability.UNSAFE,
        )

    def _preposition(self, index: int, suffix: str) -> str:
        """The preposition for an ending of place before which English has none: `spoke Bursa’da`."""
        before = self._places.before(index)
        if before is None or before.is_capitalised or self._words.likely_tag(before.text) & _GOVERNING:
            return ""
        if _TURKISH_LOCATIVE.fullmatch(suffix):
            return "in "
        return "from " if _TURKISH_ABLATIVE.fullmatch(suffix) else ""

    def _owns(self, index: int) -> bool:
        """Whether the name at a token, before its ending, stands before what it owns: `Bursa’nın mayor`."""
        before, after = self._places.before(index), self._places.after(index + 2)
        if before is not None and before.text == "of":
            return False
        return after is not None and bool(self._words.likely_tag(after.text.lower()) & (ANY_NOUN | Tag.ADJECTIVE))
