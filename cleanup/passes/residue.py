"""Words of the source language left in English: `Russia e Kazakhstan`, `il leader russo`, `the mayor della city`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cleanup.article import Article, Token
from cleanup.edits import Applicability, Edit
from cleanup.evidence import PARTICLES, PLACE_PREPOSITIONS, Places, evidence_of
from cleanup.lexicon.indefinite import indefinite_article
from cleanup.lexicon.names import MONTHS, PLACE_KINDS, WEEKDAYS
from cleanup.lexicon.words import FOREIGN_LANGUAGES, Tag
from cleanup.origin import origin_of
from cleanup.resources import Resources
from cleanup.rulepack import BUNDLED

# Conjunctions that English text cannot hold between two words, and those that need the language as a witness.
_SURE_CONJUNCTIONS = frozenset(("e", "y", "et", "und", "ve", "oraz", "și", "oder", "veya"))
_SHY_CONJUNCTIONS = frozenset(("ed", "en", "i", "o", "ou", "lub", "sau"))
# Conjunctions of languages that have no table of function words.
_MORE_CONJUNCTIONS = {
    "i": ("and", ("ca", "ru", "uk", "hr", "sr", "bg")), "ta": ("and", ("uk",)), "och": ("and", ("sv",)),
    "og": ("and", ("da", "no")), "ja": ("and", ("fi", "et")), "sekä": ("and", ("fi",)), "és": ("and", ("hu",)),
    "a": ("and", ("cs", "sk")), "ter": ("and", ("sl",)), "kai": ("and", ("el",)), "ir": ("and", ("lt",)),
    "un": ("and", ("lv",)), "dhe": ("and", ("sq",)), "dan": ("and", ("id",)), "o": ("or", ("ca",)),
    "ili": ("or", ("ru", "hr", "sr", "bg")), "abo": ("or", ("uk", "pl")), "eller": ("or", ("sv", "da", "no")),
    "tai": ("or", ("fi",)), "albo": ("or", ("pl",)), "nebo": ("or", ("cs",)), "alebo": ("or", ("sk",)),
    "vagy": ("or", ("hu",)), "arba": ("or", ("lt",)), "vai": ("or", ("lv",)), "või": ("or", ("et",)),
    "ose": ("or", ("sq",)), "atau": ("or", ("id",)),
}  # fmt: skip
_DETERMINING = Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER
_LONGEST_NAME = 4  # words
_NEVER = frozenset(
    ("a", "as", "die", "no", "so", "in", "do", "per", "fra", "con", "sin", "am", "do", "we", "i", "o", "den", "des")
)
_TITLES_BEFORE = frozenset(("al", "cetera", "alii"))
_ORDINAL = re.compile(r"(?<![\w.,])(\d{1,2})(er|ère|re|e|è|ème|eme|º|ª|°)(?= [a-z]{2})")
_TOWARDS = frozenset(("naar", "nach", "hacia", "vers", "verso", "către", "do"))
_DOTTED_DAYS = ("de", "pl", "tr")  # 9. November
_SAINTS = frozenset(("San", "Santa", "Santo", "São", "Sant", "Saint"))
_BEFORE_DATES = frozenset(
    ("in", "on", "until", "since", "from", "to", "by", "before", "after", "last", "next", "of", "early", "late", "this",
     "every", "between", "during", "through")
)  # fmt: skip
_NOUN = Tag.NOUN | Tag.PLURAL_NOUN
_LEAST_RUN = 4  # words of a foreign run that is flagged without other evidence of a translation
_SEEN = 3  # in eleven million words of clean English
_MOSTLY = 0.9  # the share of capitals of a word that is a name
_IN_SURNAMES = frozenset(("y", "e", "i"))
_MOST_SEEN = 2  # in eleven million words of clean English: a word that English does not use
_LONG = 5
_HARDLY_ENGLISH = frozenset(("un", "von", "im", "zum", "na", "de", "en", "em"))
"""Words that English has in names and speech only, never between small English words."""
_REASONS = frozenset(("time", "times", "years", "months", "weeks", "days", "reasons", "reason"))
"""What follows a foreign word for both by and for, and takes for."""
_PARTING = (",", "”", '"', "»", ")")
_QUOTES = ("“", '"', "«", "„", "‘")
_PLAIN_PREPOSITIONS = frozenset(("of", "for", "with", "without", "between", "against", "under"))
"""What a preposition behind a noun says in English as well, whatever follows."""
_KNOWN = 3.5  # Zipf: a word that readers of a language use


@dataclass(frozen=True, slots=True)
class _Entry:
    """A word of a source language: what part of speech it is, and the English for it."""

    part: str
    english: str


class _Tables:
    """The bilingual word lists in `rules/residue/`, by language and word in lower case."""

    def __init__(self) -> None:
        self.words: dict[str, dict[str, _Entry]] = {language: {} for language in FOREIGN_LANGUAGES}
        for part, file in (("noun", "nouns.tsv"), ("adj", "adjectives.tsv")):
            self._read_columns(part, _lines(file))
        for form, languages, part, english in _lines("function_words.tsv")[1:]:
            for language in languages.split(","):
                self.words[language][form] = _Entry(part, english)

    def _read_columns(self, part: str, rows: list[list[str]]) -> None:
        for english, *cells in rows[1:]:
            for language, cell in zip(rows[0][1:], cells, strict=True):
                for form in filter(None, cell.lower().split("/")):
                    if " " not in form:
                        self.words[language].setdefault(form, _Entry(part, english))

    @cached_property
    def calendar(self) -> dict[str, dict[str, str]]:
        """English by form, for each language: months, days of the week and seasons."""
        found: dict[str, dict[str, str]] = {language: {} for language in FOREIGN_LANGUAGES}
        languages, *rows = _lines("calendar.tsv")
        for english, *cells in rows:
            for language, cell in zip(languages[1:], cells, strict=True):
                found[language].update(dict.fromkeys(filter(None, cell.lower().split("/")), english))
        return found

    @cached_property
    def conjunctions(self) -> dict[str, dict[str, str]]:
        """English by language, for each conjunction."""
        found: dict[str, dict[str, str]] = {}
        for language, entries in self.words.items():
            for form, entry in entries.items():
                if entry.part == "conj" and form in _SURE_CONJUNCTIONS | _SHY_CONJUNCTIONS:
                    found.setdefault(form, {})[language] = entry.english
        for form, (english, languages) in _MORE_CONJUNCTIONS.items():
            found.setdefault(form, {}).update(dict.fromkeys(languages, english))
        return found


def _lines(file: str) -> list[list[str]]:
    text = (BUNDLED / "residue" / file).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


class Residue:
    """Translates short leftovers from a small table, and flags longer ones."""

    name = "residue"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    @cached_property
    def _tables(self) -> _Tables:
        return _Tables()

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Edits for what is left of the source language."""
        yield from _Reading(article, self._resources, self._tables).edits()


class _Reading:
    """The pass over one article."""

    def __init__(self, article: Article, resources: Resources, tables: _Tables) -> None:
        self._text = article.text
        self._tokens = article.tokens
        self._words = resources.words
        self._names = resources.names
        self._rules = resources.rules
        self._tables = tables
        self._language = origin_of(article, resources)
        self._places = Places(article, resources)
        self._evidence = evidence_of(article, resources)

    def edits(self) -> Iterator[Edit]:
        """Everything found, phrases before single words."""
        done = -1
        for index, token in enumerate(self._tokens):
            if index <= done or not token.is_word:
                continue
            date = self._date(index)
            if date is not None:
                yield date
                continue
            phrase = self._phrase(index)
            if phrase is not None:
                edit, done = phrase
                yield edit
            elif not token.is_capitalised:
                yield from self._single(index, token)
            else:
                yield from self._german_noun(index, token)
        yield from self._ordinals()
        yield from self._unknown_runs()

    def _single(self, index: int, token: Token) -> Iterator[Edit]:
        form = token.text
        own = self._tables.words.get(self._language or "", {}).get(form)
        if form in self._tables.conjunctions and (own is None or own.part == "conj"):
            yield from self._conjunction(index, form)
            return
        if form in _NEVER and not (form == "con" and self._language in ("it", "es")):
            return
        for language in self._languages():
            entry = self._tables.words[language].get(form) or self._demonym(form, language)
            if entry is None:
                continue
            if entry.part in ("det", "prep", "prepdet", "conj"):
                edit = self._before_name(index, entry, language) or self._in_english(index, entry, language)
            elif self._is_english(form):
                edit = None
            else:
                edit = self._lone_word(index, entry, language)
            if edit is not None:
                yield edit
                return

    def _languages(self) -> tuple[str, ...]:
        return (self._language,) if self._language in FOREIGN_LANGUAGES else FOREIGN_LANGUAGES

    def _is_english(self, form: str) -> bool:
        return self._words.is_word(form) or self._words.zipf(form) >= 4.5

    # Months, days of the week, seasons

    def _date(self, index: int) -> Edit | None:
        """A month, day or season of the article's language where English has a date: `in Dezember 2025`."""
        token = self._tokens[index]
        form = token.text.lower()
        english = self._tables.calendar.get(self._language or "", {}).get(form)
        dotted = index > 1 and self._tokens[index - 1].text == "." and self._language in _DOTTED_DAYS
        if dotted and token.text in self._names.named_list("month"):
            english = token.text
        if english is None or (form == english.lower() and not dotted):
            return None
        first = index - 1 if self._is_of(index - 1) or dotted else index
        day = self._number(first - 1, 2) and (first == index or dotted or not token.is_capitalised)
        last = index + 2 if self._is_of(index + 1) and self._number(index + 2, 4) else index + 1
        year = self._number(last, 4)
        before = self._places.before(index)
        placed = before is not None and before.text.lower() in _BEFORE_DATES
        known = self._words.is_word(form) or self._words.zipf(token.text) >= _KNOWN or english[0].islower()
        after = self._places.after(index)
        named = (after is not None and after.is_capitalised) or self._is_given_or_surname(token.text)
        if not (day or (placed and (year or not (known or named)))):
            return None
        if day and not self._is_dated(first - 1, year=year):
            return None
        start = self._tokens[first].start if day else token.start
        end, text = token.end, english
        if day and dotted:
            text = f" {english}"
        if year and last == index + 2:
            end, text = self._tokens[last].end, f"{english} {self._tokens[last].text}"
        return self._rules["residue-date"].edit(self._text, start, end, [text])

    def _is_given_or_surname(self, form: str) -> bool:
        return form[0].isupper() and (self._words.is_given_name(form) or self._words.is_surname(form))

    def _is_dated(self, index: int, *, year: bool) -> bool:
        """Whether the number at token `index` is a day: `on 25 de mayo`, not `Plaza 25 de mayo`."""
        left = self._places.before(index)
        if left is None:
            return year
        if left.text.lower() in _BEFORE_DATES | {"the"} or left.text in self._names.named_list("weekday"):
            return True
        return year and not left.is_capitalised

    def _is_of(self, index: int) -> bool:
        return 0 < index < len(self._tokens) and self._tokens[index].text == "de" and self._language in ("es", "pt")

    def _number(self, index: int, digits: int) -> bool:
        """Whether token `index` is a day (of one or two digits) or a year (of four)."""
        if not 0 <= index < len(self._tokens) or not self._tokens[index].text.isdigit():
            return False
        text = self._tokens[index].text
        return len(text) == 4 and text[0] in "12" if digits == 4 else 0 < int(text) <= 31

    # A conjunction between names or words

    def _conjunction(self, index: int, form: str) -> Iterator[Edit]:
        left, right = self._places.before(index), self._places.after(index)
        languages = self._tables.conjunctions[form]
        if form in _SURE_CONJUNCTIONS | {"ed"} and self._language in languages and self._links(index):
            token = self._tokens[index]
            english = languages[self._language]
            yield self._rules["residue-conjunction"].edit(self._text, token.start, token.end, [english])
            return
        if left is None or right is None or right.text.lower() in _TITLES_BEFORE:
            return
        fits = self._language in languages
        english = languages[self._language] if self._language in languages else next(iter(languages.values()))
        if form == "a" and not (fits and self._joins_countries(index)):
            return
        kinds = {self._side(index - 1), self._side(index + 1)}
        safe = self._certain_conjunction(index, form, kinds, fits)
        if safe is None:
            return
        token = self._tokens[index]
        yield self._rules["residue-conjunction"].edit(
            self._text,
            token.start,
            token.end,
            [english],
            applicability=Applicability.SAFE if safe else Applicability.UNSAFE,
            confidence=None if safe else 0.7,
        )

    def _links(self, index: int) -> bool:
        """Whether the word joins a number, or what a comma parts, to plain English: killed e 19 others."""
        if index == 0 or index + 1 == len(self._tokens):
            return False
        left, token, right = self._tokens[index - 1 : index + 2]
        if left.text == "," and self._text[token.end : right.start] == " ":
            return self._is_plain_english(right.text) and right.text not in _TITLES_BEFORE
        if self._text[left.end : token.start] != " " or self._text[token.end : right.start] != " ":
            return False
        demonyms = self._names.is_demonym
        if demonyms(left.text) and demonyms(right.text):
            after = self._places.after(index + 1)
            return after is not None and self._is_plain_english(after.text)  # the Peruvian y Chilean authorities
        sides = sorted((left.text, right.text), key=lambda text: not text[0].isdigit())
        return sides[0].isdigit() and self._is_plain_english(sides[1])

    def _joins_countries(self, index: int) -> bool:
        """Whether places stand around token `index`, none of which a noun follows: not `gave Ukraine a Swiss plan`."""
        last = self._place_after(index)
        if last is None or self._place_before(index) is None or self._text[self._tokens[last - 1].end :][:1] == "-":
            return False
        right = self._phrase_of(index + 1, last)
        if not PLACE_KINDS & {*self._names.kinds_of(right), *(name.kind for name in self._names.lookup(right))}:
            return False
        after = self._places.after(last - 1)
        return after is None or not self._words.likely_tag(after.text) & (_NOUN | Tag.ADJECTIVE)

    def _certain_conjunction(self, index: int, form: str, kinds: set[str], fits: bool) -> bool | None:
        """True where it is certain, False where likely, None where it may be part of a name."""
        left = self._tokens[index - 1].text
        if self._joins_places(index, form):
            return True
        if (
            "foreign" in kinds
            or self._words.bigram(left, form)
            or self._words.bigram(form, self._tokens[index + 1].text)
        ):
            return None
        if (form in _SHY_CONJUNCTIONS or form in _MORE_CONJUNCTIONS) and not fits:
            return None
        if "name" in kinds and kinds <= {"name", "place"} and (fits or form not in _SHY_CONJUNCTIONS):
            verdict = self._joins_names(index, form) if fits else None
            return verdict if verdict is not None or kinds == {"name"} else fits or None
        if kinds == {"english"} and not fits:
            return False if form in ("und", "oraz", "ve", "și") else None
        return fits or "place" in kinds

    def _joins_places(self, index: int, form: str) -> bool:
        """Whether a place stands on each side, one of them in the form of the conjunction's language or abroad."""
        left, right = self._place_before(index), self._place_after(index)
        if left is None or right is None:
            return False
        languages = self._tables.conjunctions[form].keys()
        forms = (self._phrase_of(left, index), self._phrase_of(index + 1, right))
        if f"{forms[0]} {form} {forms[1]}" in self._names.named_list("region"):
            return False
        foreign = [{code for name in self._names.lookup(text) for code in name.languages} for text in forms]
        foreign = [found for found, text in zip(foreign, forms, strict=True) if not self._names.is_english_name(text)]
        if self._language not in languages and not any(found & languages for found in foreign):
            return False
        opener = self._places.before(left)
        placed = opener is not None and opener.text.lower() in PLACE_PREPOSITIONS | {"between", "of"}
        if placed or " " in forms[0] or " " in forms[1]:
            return True
        surnames = all(self._words.is_surname(text) or self._words.is_given_name(text) for text in forms)
        return bool(foreign) and not (surnames and form in _IN_SURNAMES)

    def _phrase_of(self, first: int, last: int) -> str:
        """The text of tokens `first` to `last` (the last one not included)."""
        return self._text[self._tokens[first].start : self._tokens[last - 1].end]

    def _place_before(self, index: int) -> int | None:
        """The first token of the longest place name that ends before token `index` and continues no other name."""
        for first in range(max(0, index - _LONGEST_NAME), index):
            if self._is_place_name(first, index):
                before = self._places.before(first)
                inside = before is not None and (before.text[0].isupper() or before.text in PARTICLES)
                return None if inside else first
        return None

    def _place_after(self, index: int) -> int | None:
        """The token after the longest place name that begins after token `index`; None where a name goes on."""
        for last in range(min(len(self._tokens), index + 1 + _LONGEST_NAME), index + 1, -1):
            if self._is_place_name(index + 1, last):
                after = self._places.after(last - 1)
                return None if after is not None and after.text[0].isupper() else last
        return None

    def _is_place_name(self, first: int, last: int) -> bool:
        """Whether the tokens are a country, city, region, sea or the like, in any language."""
        if not self._tokens[first].text[0].isupper() or not self._tokens[last - 1].text[0].isupper():
            return False
        text = self._phrase_of(first, last)
        return self._names.is_english_name(text) or any(n.kind in PLACE_KINDS for n in self._names.lookup(text))

    def _joins_names(self, index: int, form: str) -> bool | None:
        """Whether a conjunction of the article's language stands between two names, not inside one.

        Surnames of two with a conjunction are Spanish and Portuguese (Ortega y Gasset), titles of works may be of
        any language (Sturm und Drang): so the words around must show that two are meant.
        """
        left, right = self._tokens[index - 1].text, self._tokens[index + 1].text
        people = self._evidence.people
        if left in people and right in people and not self._after_given_name(index - 1):
            return True
        if self._are_two(index):
            return True
        given = [self._words.is_given_name(text) for text in (left, right)]
        full_names = (
            given[1]
            and right not in _SAINTS
            and not self._ends(index + 1)
            and (given[0] or self._after_given_name(index - 1))
        )
        if full_names:
            return True
        if self._after_given_name(index - 1) or not self._ends(index + 1):
            return None
        known = sum(self._is_name_in_english(text) for text in (left, right))
        strange = not any(self._words.is_word(text.lower()) for text in (left, right))
        if known < 2 and not (known and strange and form not in _IN_SURNAMES):
            return None
        surnames = form in _IN_SURNAMES and all(self._words.is_surname(text) for text in (left, right))
        return not surnames

    def _are_two(self, index: int) -> bool:
        """Whether “between” opens the pair, or a verb follows that only a plural subject has."""
        opener = self._places.before(index - 1)
        if opener is not None and opener.text.lower() in ("between", "both") and self._ends(index + 1):
            return True
        verb = self._places.after(index + 1)
        if verb is None or verb.is_capitalised or self._after_given_name(index - 1):
            return False
        return verb.text in ("are", "were", "have") or self._words.likely_tag(verb.text) is Tag.VERB_BASE

    def _is_name_in_english(self, text: str) -> bool:
        """Whether English text knows the word as a name and nothing else."""
        if self._words.is_word(text.lower()) and self._words.zipf(text.lower()) >= _KNOWN:
            share = self._words.capitalised_share(text)
            return share is not None and share > _MOSTLY
        return text.isupper() or self._words.unigram(text) >= _SEEN or self._names.is_english_name(text)

    def _after_given_name(self, index: int) -> bool:
        before = self._places.before(index)
        return before is not None and (before.text[0].isupper() or before.text in PARTICLES)

    def _side(self, index: int) -> str:
        token = self._tokens[index]
        text = token.text
        if text[0].isupper():
            known = self._names.is_english_name(text) or self._names.lookup(text) or self._names.is_demonym(text)
            if known and not self._after_given_name(index):
                return "place"
            return "place" if known and self._is_place_pair(index) else "name"
        if text == "a":
            noun = self._places.after(index)
            return (
                "english" if noun is not None and noun.text.islower() and self._words.is_word(noun.text) else "foreign"
            )
        return "english" if len(text) > 1 and self._words.is_word(text) else "foreign"

    def _is_place_pair(self, index: int) -> bool:
        """Whether the word and the one before it are a name of two words: `Burkina Faso`, `Costa Rica`."""
        before = self._places.before(index)
        return before is not None and self._names.is_english_name(f"{before.text} {self._tokens[index].text}")

    # A function word before a name

    def _before_name(self, index: int, entry: _Entry, language: str) -> Edit | None:
        left, right = self._places.before(index), self._places.after(index)
        if right is None or not right.is_capitalised or not self._names.is_english_name(right.text):
            return None
        route = left is not None and language == self._language and self._is_route(index)
        foreign = left is not None and (
            left.is_capitalised or left.text in ("à", "a") or not self._words.is_word(left.text)
        )
        if foreign and not route:
            return None
        if left is None and index > 0 and self._tokens[index - 1].text not in ',.;:“”"':
            return None
        form = self._tokens[index].text
        if (form != "en" and self._words.is_word(form)) or not self._ends(index + 1):
            return None
        article = "the " if self._names.takes_article(right.text) else ""
        english = entry.english.removesuffix("the").strip() if entry.part != "prep" else entry.english
        english = "to" if route else english
        fits = language == self._language
        start = self._tokens[index].start
        return self._rules["residue-before-name"].edit(
            self._text,
            start,
            right.end,
            [f"{english} {article}".strip() + " " + right.text if english or article else right.text],
            applicability=Applicability.SAFE if fits else Applicability.UNSAFE,
            confidence=None if fits else 0.75,
        )

    def _in_english(self, index: int, entry: _Entry, language: str) -> Edit | None:
        """A preposition or conjunction of the article's language among English words: `talks con the unions`."""
        form, right = self._tokens[index].text, self._places.after(index)
        among = self._among_english(index, entry) if language == self._language else None
        if among is not None:
            token = self._tokens[index]
            return self._rules["residue-function-word"].edit(self._text, token.start, token.end, [among])
        if language != self._language or entry.part == "det" or right is None or not self._is_plain_english(right.text):
            return None
        left = self._places.before(index)
        after_comma = left is None and index > 0 and self._tokens[index - 1].text == ","
        known = form in _HARDLY_ENGLISH and not self._is_english_here(index)
        odd = known or (len(form) > 2 and not self._words.is_word(form))
        odd = odd and (known or entry.part == "prepdet" or self._words.unigram(form) <= _MOST_SEEN)
        if not (odd or (entry.part == "conj" and after_comma)) or (left is None and not after_comma):
            return None
        if left is not None and not self._is_plain_english(left.text):
            return None
        determined = self._words.likely_tag(right.text) & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.PRONOUN)
        if entry.part == "prepdet" and (determined or not self._words.likely_tag(right.text) & (_NOUN | Tag.ADJECTIVE)):
            return None
        if entry.part == "conj" and form in _SURE_CONJUNCTIONS | _SHY_CONJUNCTIONS:
            return None
        owned = left is not None and bool(self._words.likely_tag(left.text) & _NOUN)
        single = entry.part == "prep" and entry.english in _PLAIN_PREPOSITIONS and owned
        safe = bool(determined) or entry.part == "prepdet" or single
        return self._rules["residue-function-word"].edit(
            self._text,
            self._tokens[index].start,
            self._tokens[index].end,
            [entry.english],
            applicability=None if safe else Applicability.UNSAFE,
            confidence=None if safe else 0.8,
        )

    def _among_english(self, index: int, entry: _Entry) -> str | None:
        """English for a word that is none, between words where only it can be left over; None where it may be a name.

        `a man di the north`, `killed nel a shootout`, `in gli streets`, `it shows che they`, `20 boats in e 30 out`.
        """
        form, left = self._tokens[index].text, self._places.before(index)
        if self._is_english_here(index) or index + 1 == len(self._tokens):
            return None
        parted = left is None and index > 0 and self._tokens[index - 1].text in _PARTING
        if not parted and (left is None or not self._is_plain_english(left.text)):
            return None
        gap = self._text[self._tokens[index].end : self._tokens[index + 1].start]
        right = self._tokens[index + 1]
        tag = self._words.likely_tag(right.text)
        english = entry.english.removesuffix("the").strip()
        if entry.english == "that" and (right.text in _QUOTES or right.text[0].isdigit()) and gap == " ":
            return english
        if gap != " ":
            return None
        if entry.part == "det" and entry.english == "a" and right.is_capitalised and not parted:
            return None if self._words.is_word(form) else indefinite_article(right.text)
        if entry.part in ("prep", "prepdet"):
            if english == "to" and tag & Tag.VERB_BASE and self._is_plain_english(right.text):
                return english
            ahead = [token.text for token in self._tokens[index + 1 : index + 5]]
            if english == "by" and not _REASONS.isdisjoint(ahead):
                return "for"
            owns = index + 2 < len(self._tokens) and self._tokens[index + 2].text[:1] in ("'", "’")
            if right.text in WEEKDAYS and english in ("in", "on") and not owns:
                return "on"
            leads = right.text.islower() and tag & (Tag.DETERMINER | Tag.POSSESSIVE)
            dated = right.text in MONTHS or (right.text[0].isdigit() and entry.part == "prepdet")
            return english if leads or dated else None
        if not self._is_plain_english(right.text):
            return None
        if entry.part == "det":
            determined = left is not None and self._words.likely_tag(left.text) & _DETERMINING
            noun = tag & (_NOUN | Tag.ADJECTIVE | Tag.GERUND) and not determined
            return (entry.english if entry.english == "the" else indefinite_article(right.text)) if noun else None
        return english if entry.english == "that" else None

    def _is_english_here(self, index: int) -> bool:
        """Whether the word may be an English one here: not `con` before an article, behind a noun."""
        form, left = self._tokens[index].text, self._places.before(index)
        if form in _HARDLY_ENGLISH and index + 1 < len(self._tokens):
            return self._words.bigram(form, self._tokens[index + 1].text) > _MOST_SEEN  # en route
        if form != "con" or left is None or index + 1 == len(self._tokens):
            return self._words.is_word(form)
        article = self._words.likely_tag(self._tokens[index + 1].text) & (Tag.DETERMINER | Tag.POSSESSIVE)
        return not (article and self._words.likely_tag(left.text) & _NOUN)

    def _is_plain_english(self, text: str) -> bool:
        return text.islower() and self._words.is_word(text) and self._words.zipf(text) >= _KNOWN

    def _is_route(self, index: int) -> bool:
        """Whether the word leads from one place to the next: `from Paris naar Hamburg`."""
        start, left = self._places.before(index - 1), self._tokens[index - 1].text
        leaves = start is not None and start.text.lower() == "from"
        return self._tokens[index].text in _TOWARDS and leaves and self._names.is_english_name(left)

    def _ends(self, index: int) -> bool:
        """Whether the name at token `index` ends there."""
        after = self._places.after(index)
        return after is None or not after.is_capitalised

    # Phrases: [preposition] [article] [adjective] noun [adjective…]

    def _phrase(self, index: int) -> tuple[Edit, int] | None:
        token, before = self._tokens[index], self._places.before(index)
        if token.is_capitalised and not self._places.opens_sentence(index):
            return None
        if before is not None and (before.text.lower() in PARTICLES or self._is_name(index - 1)):
            return None
        for language in self._languages():
            table = self._tables.words[language]
            entry = table.get(token.text.lower())
            if entry is None or entry.part not in ("det", "prepdet", "prep", "noun"):
                continue
            found = self._parse(index, language)
            if found is not None:
                last, english = found
                return self._phrase_edit(index, last, english, language), last
        return None

    def _is_name(self, index: int) -> bool:
        """Whether a capitalised word is one by its own right, and not the first of its sentence or a day's name."""
        token = self._tokens[index]
        if not token.is_capitalised or self._places.opens_sentence(index):
            return False
        return token.text not in self._names.named_list("month") | self._names.named_list("weekday")

    def _demonym(self, form: str, language: str) -> _Entry | None:
        """An adjective of nationality that the gazetteer has."""
        if form[0].isupper() and language != "de":
            return None
        names = [n for n in self._names.lookup(form) if n.kind == "demonym" and language in n.languages]
        return _Entry("adj", names[0].english) if names and not self._words.is_word(form) else None

    def _parse(self, index: int, language: str) -> tuple[int, str] | None:
        """The last token of a noun phrase that begins at token `index`, and its English; None where there is none."""
        table = self._tables.words[language]
        head: list[str] = []
        before: list[str] = []
        after: list[str] = []
        noun, strange, at = "", 0, index
        while at < len(self._tokens) and (at == index or self._places.before(at) is not None):
            form = self._tokens[at].text
            capital_fits = at == index or not form[0].isupper() or language == "de"
            entry = (table.get(form.lower()) or self._demonym(form, language)) if capital_fits else None
            if entry is None or (entry.part in ("conj", "adv")):
                break
            if entry.part == "adj":
                (after if noun else before).append(entry.english)
            elif noun or (head and entry.part == "prep"):
                break
            elif entry.part == "noun":
                noun = entry.english
            else:
                head.append(entry.english)
            strange += not self._is_english(form.lower())
            at += 1
        length = at - index
        if not noun or length < 2 or strange * 2 < length or not (head or after or before) or strange < 2:
            return None
        return at - 1, " ".join([*head, *sorted(after, key=str.isupper), *before, noun])

    def _phrase_edit(self, index: int, last: int, english: str, language: str) -> Edit:
        start, end = self._tokens[index].start, self._tokens[last].end
        if self._tokens[index].is_capitalised:
            english = english[0].upper() + english[1:]
        clean = self._clean_edges(index, last)
        nation = any(self._names.is_demonym(word) for word in english.split())
        return self._rules["residue-phrase"].edit(
            self._text,
            start,
            end,
            [english],
            applicability=None if clean and (english.count(" ") >= 2 or nation) else Applicability.UNSAFE,
            confidence=None if clean and language == self._language else 0.75,
        )

    def _clean_edges(self, index: int, last: int) -> bool:
        """Whether English or the sentence's end stands on both sides, so that nothing of the phrase is left out."""
        left, right = self._places.before(index), self._places.after(last)
        sides = ((left, index - 1), (right, last + 1))
        return all(side is None or (self._words.is_word(side.text) and not self._is_name(at)) for side, at in sides)

    # A single word

    def _lone_word(self, index: int, entry: _Entry, language: str) -> Edit | None:
        """A foreign noun, adjective or adverb among English words."""
        left, right = self._places.before(index), self._places.after(index)
        token = self._tokens[index]
        if left is None or not self._words.is_word(left.text) or language != self._language or self._is_name(index - 1):
            return None
        before_name = entry.part == "adj" or self._words.is_person_noun(entry.english)
        if right is not None and not (before_name if right.is_capitalised else self._words.is_word(right.text)):
            return None
        start, end, english = token.start, token.end, entry.english
        if entry.part == "adj" and self._words.likely_tag(left.text) & _NOUN and not self._noun_follows(right):
            noun = left.text if self._is_name(index - 1) else left.text[0].lower() + left.text[1:]
            start, english = left.start, f"{entry.english} {noun}"
        # Nothing but the nation can be meant, whatever a foreign noun beside English ones may be.
        certain = self._names.is_demonym(entry.english) or self._is_plain_noun(index, entry)
        certainty = Applicability.SAFE if certain else None
        return self._rules["residue-word"].edit(self._text, start, end, [english], applicability=certainty)

    def _is_plain_noun(self, index: int, entry: _Entry) -> bool:
        """Whether a noun that English text never uses stands after an English determiner, and before English."""
        form, left, right = self._tokens[index].text, self._places.before(index), self._places.after(index)
        if entry.part != "noun" or len(form) < _LONG or self._words.unigram(form) > _MOST_SEEN or left is None:
            return False
        determined = self._words.likely_tag(left.text.lower()) & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER)
        return bool(determined) and (right is None or self._is_plain_english(right.text))

    def _german_noun(self, index: int, token: Token) -> Iterator[Edit]:
        """A German noun, which has a capital, after an English determiner or adjective: `the Regierung has`."""
        entry = self._tables.words["de"].get(token.text.lower()) if self._language == "de" else None
        left, right = self._places.before(index), self._places.after(index)
        if entry is None or entry.part != "noun" or left is None or self._is_english(token.text):
            return
        if token.text.isupper() or (right is not None and not self._is_plain_english(right.text)):
            return
        if self._is_plain_english(left.text.lower() if self._places.opens_sentence(index - 1) else left.text):
            certainty = Applicability.SAFE if self._is_plain_noun(index, entry) else None
            rule = self._rules["residue-word"]
            yield rule.edit(self._text, token.start, token.end, [entry.english], applicability=certainty)

    def _noun_follows(self, right: Token | None) -> bool:
        return right is not None and bool(self._words.likely_tag(right.text) & _NOUN)

    # Ordinals and what no table has

    def _ordinals(self) -> Iterator[Edit]:
        if self._language is None:
            return
        for match in _ORDINAL.finditer(self._text):
            number = int(match[1])
            ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
            following = re.compile(r" (\w+)").match(self._text, match.end())
            if following is None or not self._words.is_word(following[1]) or match[2] == "°":
                continue
            words = [_ORDINAL_WORDS[number]] if number < len(_ORDINAL_WORDS) else []
            yield self._rules["residue-ordinal"].edit(
                self._text, match.start(), match.end(), [f"{number}{ending}", *words]
            )

    def _unknown_runs(self) -> Iterator[Edit]:
        index = 0
        while index < len(self._tokens):
            last = index
            while (
                last < len(self._tokens)
                and self._is_foreign_word(last)
                and (last == index or self._places.before(last))
            ):
                last += 1
            if last - index >= 2 and self._worth_flagging(index, last):
                start, end = self._tokens[index].start, self._tokens[last - 1].end
                yield self._rules["residue-unknown"].edit(self._text, start, end, [])
            index = max(last, index + 1)

    def _is_foreign_word(self, index: int) -> bool:
        token = self._tokens[index]
        if not token.is_word or token.is_capitalised or (len(token.text) == 1 and token.text not in "eyàè"):
            return False
        return not self._words.is_word(token.text) and bool(self._words.foreign_languages(token.text))

    def _worth_flagging(self, index: int, last: int) -> bool:
        """Whether a run reads as one language, and stands in no title and not between marks of quotation."""
        left = self._places.before(index)
        if left is not None and left.is_capitalised:
            return False
        if self._tokens[last - 1].end < len(self._text) and self._text[self._tokens[last - 1].end] in "”’»\"'":
            return False
        forms = [token.text for token in self._tokens[index:last]]
        best = max(
            FOREIGN_LANGUAGES, key=lambda code: sum(self._words.foreign_zipf(form, code) >= _KNOWN for form in forms)
        )
        known = sum(self._words.foreign_zipf(form, best) >= _KNOWN for form in forms)
        functions = sum(form in self._tables.words[best] for form in forms)
        if known < len(forms) or functions == len(forms):
            return False
        if self._language is None:
            return len(forms) >= _LEAST_RUN and functions >= 1
        return len(forms) >= 3 or functions >= 1


_ORDINAL_WORDS = (
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
