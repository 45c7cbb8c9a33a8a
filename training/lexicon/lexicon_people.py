"""Given names with gender, and surnames."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

from cleanup.lexicon.words import FOREIGN_LANGUAGES
from training.lexicon.lexicon_counts import Counts
from training.lexicon.lexicon_dictionary import package_folder

_COUNTRIES = """
great_britain ireland usa italy malta portugal spain france belgium luxembourg the_netherlands east_frisia
germany austria swiss iceland denmark norway sweden finland estonia latvia lithuania poland czech_republic
slovakia hungary romania bulgaria bosniaand croatia kosovo macedonia montenegro serbia slovenia albania greece
russia belarus moldova ukraine armenia azerbaijan georgia the_stans turkey arabia israel china india japan
korea vietnam other_countries
"""
COUNTRIES = _COUNTRIES.split()
"""The columns of nam_dict.txt, from character 30."""

LANGUAGE_COUNTRIES = {
    "it": ("italy",), "es": ("spain",), "fr": ("france", "belgium"), "de": ("germany", "austria", "swiss"),
    "pt": ("portugal",), "nl": ("the_netherlands",), "pl": ("poland",), "tr": ("turkey",), "ro": ("romania", "moldova"),
}  # fmt: skip
MALE_SHARE = {"M": 1.0, "1M": 1.0, "?M": 0.75, "?": 0.5, "?F": 0.25, "1F": 0.0, "F": 0.0}
CERTAIN = 0.95


class GenderCounts:
    """Births by gender and language, summed over the lines of the source."""

    def __init__(self) -> None:
        """Begin without names."""
        self.male: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        self.female: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))

    def add(self, name: str, male_share: float, births: dict[str, float]) -> None:
        """Add births by language; the key `all` holds their sum."""
        for language, number in births.items():
            self.male[name][language] += number * male_share
            self.female[name][language] += number * (1.0 - male_share)

    def code(self, name: str, language: str) -> int:
        """Return 0 unknown, 1 male, 2 female, 3 both."""
        male, female = self.male[name][language], self.female[name][language]
        if male + female == 0:
            return 0
        share = male / (male + female)
        if share >= CERTAIN:
            return 1
        return 2 if share <= 1 - CERTAIN else 3

    def packed(self, name: str) -> int:
        """Return the codes of all languages, two bits each, the overall one lowest."""
        codes = self.code(name, "all")
        for index, language in enumerate(FOREIGN_LANGUAGES):
            codes |= self.code(name, language) << 2 + 2 * index
        return codes


def _births(columns: str) -> dict[str, float]:
    """Return births by language from the digits of a line: each step of the digit doubles the number."""
    births: defaultdict[str, float] = defaultdict(float)
    for country, digit in zip(COUNTRIES, columns, strict=False):
        if digit.strip() and digit in "123456789ABCD":
            number = 2 ** int(digit, 16)
            births["all"] += number
            for language, countries in LANGUAGE_COUNTRIES.items():
                if country in countries:
                    births[language] += number
    return dict(births)


def _readable(name: str) -> list[str]:
    """Return the spellings of a name in the source, where `+` is a hyphen, a space or nothing."""
    return [name.replace("+", joint) for joint in ("-", " ", "")] if "+" in name else [name]


def given_names(census_folder: Path) -> GenderCounts:
    """Read gender-guesser's name list and the given names of the United States census of 1990."""
    counts = GenderCounts()
    text = (package_folder("gender_guesser") / "data" / "nam_dict.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith(("#", "=")):
            continue
        kind = line[:3].strip()
        if kind not in MALE_SHARE:
            continue
        births = _births(line[30:85])
        for name in _readable(line[3:29].strip()):
            counts.add(name, MALE_SHARE[kind], births)
    for file, share in (("dist.male.first", 1.0), ("dist.female.first", 0.0)):
        for line in (census_folder / file).read_text(encoding="ascii").splitlines():
            name, percent, *_ = line.split()
            counts.add(name.capitalize(), share, {"all": float(percent) * 400})
    for line in (Path(__file__).parent / "given_names.txt").read_text(encoding="utf-8").splitlines():
        gender, *names = line.split()
        if gender in MALE_SHARE:
            for name in names:
                counts.add(name, MALE_SHARE[gender], {"all": 1000.0})
    return counts


def surnames(census_folder: Path, counts: Counts, given: GenderCounts, dictionary: set[str]) -> set[str]:
    """Return surnames: the census's, and words that follow given names in the corpora."""
    found = set()
    for line in (census_folder / "dist.all.last").read_text(encoding="ascii").splitlines():
        name, _, cumulative, _ = line.split()
        if float(cumulative) <= 88.0:
            found.add(_surname_case(name))
    return found | _followers(counts, given, dictionary)


def _surname_case(name: str) -> str:
    """Write a census name as it is written: McDonald, but Mack and Macy."""
    if re.match(r"MC[A-Z]{2}", name):
        return "Mc" + name[2:].capitalize()
    return name.capitalize()


def _followers(counts: Counts, given: GenderCounts, dictionary: set[str]) -> set[str]:
    """Return capitalised words that mostly follow given names."""
    words = counts.words
    after: Counter[int] = Counter()
    kinds: Counter[int] = Counter()
    certain = {i for i, word in enumerate(words) if word in given.male and counts.raw[i] >= 5}
    certain = {i for i in certain if words[i].lower() not in dictionary}
    for pair, number in zip(counts.pairs.tolist(), counts.pairs_raw.tolist(), strict=True):
        left, right = pair >> 32, pair & 0xFFFFFFFF
        if left in certain:
            after[right] += number
            kinds[right] += 1
    found = set()
    for row, number in after.items():
        word = words[row]
        if len(word) < 3 or not word.isalpha() or not word[0].isupper() or word.isupper():
            continue
        share = number / counts.raw[row]
        common = word.lower() in dictionary
        by_many = kinds[row] >= 2 and share >= (0.35 if common else 0.15)
        by_one = number >= 2 and share >= 0.2 and not common
        if by_many or by_one:
            found.add(word)
    return found
