"""Parts of countries that Germanic languages write as one word: `Norditalien`, `Zuid-Italië`, `Sydfrankrike`."""

from __future__ import annotations

from typing import Final

from cleanup.edits import Edit
from cleanup.lexicon.names import Name
from cleanup.passes.exonyms.placing import Placing
from cleanup.passes.exonyms.reading import Found, Reading
from cleanup.reading import Part

_NORTH: Final = ("northern", "North")
_SOUTH: Final = ("southern", "South")
_EAST: Final = ("eastern", "East")
_WEST: Final = ("western", "West")
_CENTRE: Final = ("central", "Central")
_NORTHEAST: Final = ("northeastern", "Northeast")
_NORTHWEST: Final = ("northwestern", "Northwest")
_SOUTHEAST: Final = ("southeastern", "Southeast")
_SOUTHWEST: Final = ("southwestern", "Southwest")
_SIDES: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "de": {
        "Nordost": _NORTHEAST, "Nordwest": _NORTHWEST, "Südost": _SOUTHEAST, "Südwest": _SOUTHWEST, "Nord": _NORTH,
        "Süd": _SOUTH, "Ost": _EAST, "West": _WEST, "Zentral": _CENTRE, "Mittel": _CENTRE,
    },
    "nl": {
        "Noordoost": _NORTHEAST, "Noordwest": _NORTHWEST, "Zuidoost": _SOUTHEAST, "Zuidwest": _SOUTHWEST,
        "Noord": _NORTH, "Zuid": _SOUTH, "Oost": _EAST, "West": _WEST, "Centraal": _CENTRE, "Midden": _CENTRE,
    },
    "sv": {
        "Nordöst": _NORTHEAST, "Nordväst": _NORTHWEST, "Sydöst": _SOUTHEAST, "Sydväst": _SOUTHWEST, "Nord": _NORTH,
        "Syd": _SOUTH, "Öst": _EAST, "Väst": _WEST, "Central": _CENTRE, "Mellan": _CENTRE,
    },
    "da": {"Nord": _NORTH, "Syd": _SOUTH, "Øst": _EAST, "Vest": _WEST, "Central": _CENTRE, "Mellem": _CENTRE},
    "no": {"Nord": _NORTH, "Sør": _SOUTH, "Øst": _EAST, "Vest": _WEST, "Sentral": _CENTRE, "Mellom": _CENTRE},
}  # fmt: skip
_KINDS: Final = ("country", "region", "continent")
_NAMED_SIDES: Final = frozenset(("Africa", "America", "Asia"))  # South Asia, but southern Italy


class Compounds(Part[Reading]):
    """The parts of countries in one article."""

    def __init__(self, reading: Reading, placing: Placing) -> None:
        super().__init__(reading)
        self._placing = placing
        self._sides = _SIDES.get(self._language or "", {})

    def edit(self, index: int) -> tuple[Edit, int] | None:
        """The part of a country that begins at a token, as English says it, and its last token."""
        form = self._reading.forms[index]
        side = next((side for side in self._sides if form.startswith(side)), None)
        if side is None:
            return None
        rest = form[len(side) :]
        last = index if rest else self._behind_hyphen(index)
        if last is None or (rest and not rest.islower()):
            return None
        name = self._name(rest.capitalize() if rest else self._reading.forms[last])
        if name is None:
            return None
        start, texts = self._placing.in_place(Found(index, last, (name,)), [self._english(side, name)])
        if self._places.opens_sentence(index):
            texts = [text[0].upper() + text[1:] for text in texts]
        return self._rules["exonym-compound"].edit(self._text, start, self._tokens[last].end, texts), last

    def _behind_hyphen(self, index: int) -> int | None:
        """The token behind the hyphen, if one joins it: `Zuid-Italië`."""
        joined = self._reading.forms[index + 1 : index + 2] == ["-"] and index + 2 < len(self._tokens)
        return index + 2 if joined and self._tokens[index + 2].start == self._tokens[index].end + 1 else None

    def _name(self, form: str) -> Name | None:
        """The country, region or continent that the article's language so calls, or that English calls so too."""
        language = self._language or ""
        for name in self._names.lookup(form):
            if name.kind in _KINDS and language in name.languages and not name.keeps:
                return name._replace(english=form) if form in name.english.split() else name  # eastern Congo
        kinds = [kind for kind in _KINDS if kind in self._names.kinds_of(form)]
        return Name(form, form, kinds[0], (language,)) if kinds else None

    def _english(self, side: str, name: Name) -> str:
        adjective, noun = self._sides[side]
        if name.english in _NAMED_SIDES:
            return f"{noun} {name.english}"
        if name.english == "Europe":
            return f"{adjective.capitalize()} Europe"
        article = "the " if self._names.takes_article(name.english) else ""
        return f"{article}{adjective} {name.english.removeprefix('the ').removeprefix('The ')}"
