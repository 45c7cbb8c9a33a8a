"""Foreign women's surnames as Czech and Slovak decline them: `Angela Merkelová`, `Ursula von der Leyenová`.

A Czech woman keeps her ending; a foreign one loses it where English text knows her by the name without it.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

from cleanup.edits import Applicability, Edit
from cleanup.evidence import PARTICLES
from cleanup.passes.exonyms.reading import RARE, Reading
from cleanup.reading import Part

_DECLINING: Final = ("cs", "sk")
_ENDINGS: Final = ("ová", "ové", "ovou")
_SHORTEST: Final = 3  # letters of the surname


class FeminineSurnames(Part[Reading]):
    """The declined surnames of one article."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._declines = self._language in _DECLINING

    def edit(self, index: int) -> Edit | None:
        """The edit of the surname at a token, where she is known without the ending."""
        token = self._tokens[index]
        base = self._base(token.text) if self._declines else None
        if base is None or base not in self._known:
            return None
        return self._rules["exonym-inflected"].edit(
            self._text, token.start, token.end, [base], applicability=Applicability.SAFE, confidence=0.95
        )

    @cached_property
    def _known(self) -> frozenset[str]:
        """The surnames without their ending of the women whom English text knows so."""
        bases = ((index, self._base(token.text)) for index, token in enumerate(self._tokens) if token.is_capitalised)
        return frozenset(base for index, base in bases if base is not None and self._is_known(index, base))

    def _is_known(self, index: int, base: str) -> bool:
        """Whether clean English has the given name, or the particle, before the surname: Angela Merkel, Le Pen."""
        before = self._places.before(index)
        if before is None or not (before.is_capitalised or before.text in PARTICLES):
            return False
        return self._words.bigram(before.text, base) > RARE

    @staticmethod
    def _base(form: str) -> str | None:
        ending = next((ending for ending in _ENDINGS if form.endswith(ending)), None)
        return form.removesuffix(ending) if ending and len(form) >= _SHORTEST + len(ending) else None
