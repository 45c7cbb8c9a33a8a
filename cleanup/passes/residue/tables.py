"""The bilingual word lists of the pass: what a word of a source language is, and the English for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from cleanup.lexicon.words import FOREIGN_LANGUAGES
from cleanup.rulepack import BUNDLED

# Conjunctions that English text cannot hold between two words, and those that need the language as a witness.
SURE_CONJUNCTIONS: Final = frozenset(("e", "y", "et", "und", "ve", "oraz", "și", "oder", "veya"))
SHY_CONJUNCTIONS: Final = frozenset(("ed", "en", "i", "o", "ou", "lub", "sau"))
# Conjunctions of languages that have no table of function words.
MORE_CONJUNCTIONS: Final = {
    "i": ("and", ("ca", "ru", "uk", "hr", "sr", "bg")), "ta": ("and", ("uk",)), "och": ("and", ("sv",)),
    "og": ("and", ("da", "no")), "ja": ("and", ("fi", "et")), "sekä": ("and", ("fi",)), "és": ("and", ("hu",)),
    "a": ("and", ("cs", "sk")), "ter": ("and", ("sl",)), "kai": ("and", ("el",)), "ir": ("and", ("lt",)),
    "un": ("and", ("lv",)), "dhe": ("and", ("sq",)), "dan": ("and", ("id",)), "o": ("or", ("ca",)),
    "ili": ("or", ("ru", "hr", "sr", "bg")), "abo": ("or", ("uk", "pl")), "eller": ("or", ("sv", "da", "no")),
    "tai": ("or", ("fi",)), "albo": ("or", ("pl",)), "nebo": ("or", ("cs",)), "alebo": ("or", ("sk",)),
    "vagy": ("or", ("hu",)), "arba": ("or", ("lt",)), "vai": ("or", ("lv",)), "või": ("or", ("et",)),
    "ose": ("or", ("sq",)), "atau": ("or", ("id",)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of a source language: what part of speech it is, and the English for it."""

    part: str
    english: str


class Tables:
    """The bilingual word lists in `rules/residue/`, by language and word in lower case."""

    def __init__(self) -> None:
        self.words: dict[str, dict[str, Entry]] = {language: {} for language in FOREIGN_LANGUAGES}
        for part, file in (("noun", "nouns.tsv"), ("adj", "adjectives.tsv")):
            self._read_columns(part, _lines(file))
        for form, languages, part, english in _lines("function_words.tsv")[1:]:
            for language in languages.split(","):
                self.words[language][form] = Entry(part, english)

    def _read_columns(self, part: str, rows: list[list[str]]) -> None:
        for english, *cells in rows[1:]:
            for language, cell in zip(rows[0][1:], cells, strict=True):
                for form in filter(None, cell.lower().split("/")):
                    if " " not in form:
                        self.words[language].setdefault(form, Entry(part, english))

    @cached_property
    def calendar(self) -> dict[str, dict[str, str]]:
        """English by form, for each language: months, days of the week and seasons."""
        found: dict[str, dict[str, str]] = {}
        (_, *names), *rows = _lines("calendar.tsv")
        for language, *cells in rows:
            for english, cell in zip(names, cells, strict=True):
                found.setdefault(language, {}).update(dict.fromkeys(filter(None, cell.split("/")), english))
        return found

    @cached_property
    def shared_calendar(self) -> dict[str, str]:
        """English by form, where the form means the same in every language that has it."""
        found: dict[str, set[str]] = {}
        for forms in self.calendar.values():
            for form, english in forms.items():
                found.setdefault(form, set()).add(english)
        return {form: meanings.pop() for form, meanings in found.items() if len(meanings) == 1}

    @cached_property
    def conjunctions(self) -> dict[str, dict[str, str]]:
        """English by language, for each conjunction."""
        found: dict[str, dict[str, str]] = {}
        for language, entries in self.words.items():
            for form, entry in entries.items():
                if entry.part == "conj" and form in SURE_CONJUNCTIONS | SHY_CONJUNCTIONS:
                    found.setdefault(form, {})[language] = entry.english
        for form, (english, languages) in MORE_CONJUNCTIONS.items():
            found.setdefault(form, {}).update(dict.fromkeys(languages, english))
        return found


def _lines(file: str) -> list[list[str]]:
    text = (BUNDLED / "residue" / file).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
