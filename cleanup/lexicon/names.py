"""Names: what they are called in English, what kind they are, and which are common words in another language.

`load_names()` reads the tables of `rules/names/` and of a user's own folders (see `cleanup.lexicon.name_files`) once;
what was read is kept in the cache folder until one of the files changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from cleanup.compiled import compiled
from cleanup.lexicon.name_files import BUNDLED, Compiled, compile_names, key_of, name_files
from cleanup.lexicon.tokens import TOKEN

MONTHS: Final = frozenset(
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
)
WEEKDAYS: Final = frozenset(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
PLACE_KINDS: Final = frozenset(
    ["country", "capital", "city", "region", "river", "sea", "lake", "mountain", "island", "continent"]
)
_GROUPS: Final = {"place": PLACE_KINDS, "city": frozenset({"city", "capital"})}


class Name(NamedTuple):
    """A form of a name, and what it is in English.

    `keeps`: the name stays as it is in English (a club, a newspaper). `ambiguous`: the form is also an English word, a
    surname or another place, so it must not be rewritten without context.
    """

    form: str
    english: str
    kind: str
    languages: tuple[str, ...]
    keeps: bool = False
    ambiguous: bool = False


class Match(NamedTuple):
    """The names that a run of `length` tokens may be."""

    length: int
    names: tuple[Name, ...]


class CommonWordName(NamedTuple):
    """A name that is a common word in its own language, and the English that translation makes of it."""

    name: str
    kind: str
    language: str
    word: str
    translations: tuple[str, ...]


class Names:
    """Looks names up by form, by English name, and by what a translator made of them."""

    def __init__(self, table: Compiled) -> None:
        self._table = table
        self._articles = frozenset(table.articles)
        self._no_articles = frozenset(table.no_articles)
        self._first_words = tuple(table.article_first_words)
        self._last_words = tuple(table.article_last_words)

    def lookup(self, form: str) -> tuple[Name, ...]:
        """Return what a form may stand for: the form as written, or else with a capital letter."""
        return self._names(form) or (self._names(form[0].upper() + form[1:]) if form[:1].islower() else ())

    def match_at(self, words: Sequence[str], index: int) -> Match | None:
        """Return the longest name that begins at token `index`; tokens are words, numbers and single marks."""
        for length in range(min(self._table.lengths.get(words[index], 0), len(words) - index), 0, -1):
            form = " ".join(words[index : index + length]).replace("’", "'")
            if form in self._table.forms:
                return Match(length, self._names(form, is_key=True))
        return None

    def is_english_name(self, form: str) -> bool:
        """Say whether a form is the English name of a place, an organisation or a person."""
        return form in self._table.english or form.replace("’", "'") in self._table.english

    def kinds_of(self, english: str) -> frozenset[str]:
        """Return the kinds of an English name."""
        return frozenset(self._table.english.get(english, "").split())

    def takes_article(self, english: str) -> bool:
        """Say whether English puts “the” before a name (the Netherlands, the Black Sea, the UN)."""
        if english in self._articles or english in self._no_articles:
            return english in self._articles
        if english not in self._table.english:
            return False
        return english.startswith(self._first_words) or english.endswith(self._last_words)

    def country_of(self, demonym: str) -> str | None:
        """Return the country or place of an English demonym."""
        return self._table.countries.get(demonym)

    def demonyms_of(self, country: str) -> tuple[str, ...]:
        """Return the English demonyms of a country or place, the adjective first."""
        return tuple(self._table.demonyms.get(country, ()))

    def is_demonym(self, word: str) -> bool:
        """Say whether a word is an English demonym."""
        return word in self._table.countries

    def gender_of(self, english: str) -> str | None:
        """Return `male` or `female` for a person whose entry says so."""
        return self._table.genders.get(english)

    def gender_of_surname(self, surname: str) -> str | None:
        """Return the gender that all known people of a surname share; None where they differ or nobody is known."""
        found = self._genders_of_surnames.get(surname, set())
        return next(iter(found)) if len(found) == 1 else None

    @cached_property
    def _genders_of_surnames(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for english, gender in self._table.genders.items():
            found.setdefault(english.rpartition(" ")[2], set()).add(gender)
        return found

    def named_list(self, kind: str) -> frozenset[str]:
        """Return the English names of a kind.

        Besides the kinds of the files: `place` (all kinds of places), `city` (capitals too), `month`, `weekday`, and
        `KIND_without_article`, `KIND_with_article`.
        """
        if kind not in self._lists:
            self._lists[kind] = self._list(kind)
        return self._lists[kind]

    def common_word_names(self, translation: str) -> tuple[CommonWordName, ...]:
        """Return the names that translation turns into these English words (`dragons`: Draghi)."""
        key = translation.lower().replace("’", "'")
        return tuple(
            CommonWordName(name, kind, language, word, tuple(translations))
            for name, kind, language, word, translations in self._table.common_words.get(key, ())
        )

    def may_begin_common_word_name(self, word: str) -> bool:
        """Say whether a phrase of `common_word_names` begins with this token: asked of every word, so it is fast."""
        return word.lower() in self._first_of_common_words

    @cached_property
    def _first_of_common_words(self) -> frozenset[str]:
        return frozenset(found[0] for found in map(TOKEN.match, self._table.common_words) if found)

    def acronym(self, form: str) -> Name | None:
        """Return the English acronym for a foreign one, if there is one meaning only."""
        found = [name for name in self.lookup(form) if name.kind == "acronym"]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _lists(self) -> dict[str, frozenset[str]]:
        return {"month": MONTHS, "weekday": WEEKDAYS, "demonym": frozenset(self._table.countries)}

    def _list(self, kind: str) -> frozenset[str]:
        for ending, wanted in (("_without_article", False), ("_with_article", True)):
            if kind.endswith(ending):
                return frozenset(
                    name for name in self.named_list(kind.removesuffix(ending)) if self.takes_article(name) is wanted
                )
        kinds = _GROUPS.get(kind, frozenset({kind}))
        return frozenset(name for name, found in self._table.english.items() if not kinds.isdisjoint(found.split()))

    def _names(self, form: str, *, is_key: bool = False) -> tuple[Name, ...]:
        packed = self._table.forms.get(form if is_key else key_of(form))
        if packed is None:
            return ()
        return tuple(_unpack(form, record) for record in packed.split("\n"))


def _unpack(form: str, record: str) -> Name:
    english, kind, languages, flags = record.split("\t")
    return Name(form, english, kind, tuple(languages.split()), "k" in flags, "a" in flags)


@lru_cache(maxsize=4)
def _load(folders: tuple[Path, ...]) -> Names:
    files = name_files(folders)
    return Names(
        compiled(
            "names",
            [*files, Path(__file__).with_name("name_files.py")],
            Compiled,
            lambda: compile_names(files),
            shipped=folders == (BUNDLED,),
        )
    )


def load_names(extra: Sequence[Path] = ()) -> Names:
    """Return the bundled names and those of a user's folders."""
    return _load((BUNDLED, *extra))
