"""The article's own evidence: who and what it names, with which gender, and what a name is at its place.

A name is decided at the place and not once an article: a family called Mosca does not make every Mosca a person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Literal
from weakref import WeakKeyDictionary

from cleanup.article import Article, Token
from cleanup.lexicon.names import MONTHS, PLACE_KINDS, WEEKDAYS
from cleanup.lexicon.word_classes import forms_of, word_class
from cleanup.resources import Resources

PLACE_PREPOSITIONS = frozenset([
    "in", "to", "from", "near", "toward", "towards", "between", "into", "outside", "around", "across",
    "through", "via", "throughout", "at", "within", "leaving",
])  # fmt: skip
PARTICLES = frozenset([
    "de", "del", "della", "di", "da", "do", "dos", "das", "des", "du", "d", "van", "von", "der", "den",
    "ter", "la", "le", "el", "al", "bin", "ibn", "ben", "abu", "zu", "dello", "degli", "dei", "y",
])  # fmt: skip
_HONORIFICS = frozenset([
    "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "lord", "lady", "king", "queen", "prince",
    "princess", "pope", "saint", "don", "doña", "dame",
    # those of other languages, which a translation keeps
    "signor", "signora", "signorina", "sig", "señor", "señora", "señorita", "sr", "sra", "senhor", "senhora", "dona",
    "monsieur", "madame", "mademoiselle", "mme", "mlle", "maître", "abbé", "herr", "frau", "fräulein", "mevrouw",
    "meneer", "pani", "domnul", "doamna", "fru", "fröken", "padre", "père", "suor",
])  # fmt: skip
_FEMALE = word_class("women")
_MALE = word_class("men")
_MONTHS_AND_DAYS = frozenset(map(str.lower, MONTHS | WEEKDAYS)) | {"christmas", "easter"}

_FOREIGN_OPENERS = frozenset([
    "il", "lo", "la", "gli", "le", "i", "el", "los", "las", "les", "der", "die", "das", "os", "as", "o", "a", "het",
    "de", "in", "en", "em", "na", "per", "con", "com", "mit", "zu", "da", "dal", "dalla", "nel", "nella", "im", "dans",
])  # fmt: skip
_OPENERS = frozenset([
    "the", "a", "an", "in", "on", "at", "of", "to", "from", "for", "by", "with", "and", "but", "or",
    "as", "if", "when", "while", "since", "after", "before", "during", "between", "under", "over",
    "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your", "it", "he",
    "she", "they", "we", "i", "you", "not", "no", "so", "yet", "then", "there", "here", "what", "who",
    "which", "according", "against", "among", "until", "both", "each", "every", "all", "some", "many",
    "most", "more", "only", "even", "also", "because", "although", "though", "meanwhile", "however",
    "today", "yesterday", "tomorrow", "now", "later",
])  # fmt: skip
_ORGANISATIONS = word_class("bearers_of_names", "ships")
_BEFORE_PLACES = frozenset([
    "Lake", "Greater", "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central",
    "Port",
])  # fmt: skip
_OF_PLACES = word_class("places", "of_places")
# Verbs of what is done to towns and countries, and words for their parts and what happens to them.
_DONE_TO_PLACES = forms_of("verbs_done_to_places") | {"leave", "leaves"}
_SIDES = frozenset([
    "northern", "southern", "eastern", "western", "central", "downtown", "rural", "north-eastern", "north-western",
    "south-eastern", "south-western", "northeastern", "northwestern", "southeastern", "southwestern", "greater",
])  # fmt: skip
_WORD = r"[^\W\d_]+(?:[-’'][^\W\d_]+)*"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀČĆĎĐĘĚĞİŁŃŇÓŐŘŚŞȘŠŢȚŤŮŰŹŻŽ]"
_NAME = re.compile(_WORD)
_RUN = re.compile(
    rf"(?<![\w’'-]){_CAPITAL}[\w’'-]*(?: (?:(?:{'|'.join(sorted(PARTICLES))}) ){{0,2}}{_CAPITAL}[\w’'-]*)*"
)
_TIED = re.compile(r"-(?:\w{1,3}-|[^\W\da-z])")
_WORD_BEFORE = re.compile(rf"({_WORD}),? $")
_WORD_AFTER = re.compile(rf",? ({_WORD})")
_WHERE = re.compile(r",? where\b|, (?:the|an?) (?:\w+ ){0,3}?(?:capital|city|town|port|village|province|region)\b")
_ROLE_AFTER = re.compile(rf", (?:an? |the )?((?:{_WORD} ?){{1,3}})")

Gender = Literal["male", "female"]


class Role(StrEnum):
    """What a name is at its place."""

    PERSON = "person"
    PLACE = "place"
    PART = "part"  # of a longer name: a street, a club, a title
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the article names: `Lorenza Mosca`, later `Mosca`."""

    full_name: str
    surname: str
    given_name: str | None
    gender: Gender | None
    title: str | None
    mentions: int


@dataclass(frozen=True)
class Evidence:
    """What an article shows about its names.

    `people` are by surname; `countries` and `demonyms` count the English names that stand in the text in any form;
    `capitalised` counts capitalised words outside of sentence starts.
    """

    people: Mapping[str, Person]
    countries: Mapping[str, int]
    demonyms: Mapping[str, int]
    capitalised: Mapping[str, int]

    def person(self, name: str) -> Person | None:
        """The person of that surname or full name, or None."""
        return self.people.get(name) or self.people.get(name.rpartition(" ")[2])

    def gender_of(self, name: str) -> Gender | None:
        """The gender of the person so named, where the text shows it."""
        found = self.person(name)
        return found.gender if found else None

    @cached_property
    def full_names(self) -> Mapping[str, Person]:
        """People by their full name, only those with a given name."""
        return {person.full_name: person for person in self.people.values() if person.given_name}


_known: WeakKeyDictionary[Article, tuple[Resources, Evidence]] = WeakKeyDictionary()


def gender_of_noun(word: str) -> Gender | None:
    """The gender that a common noun says by itself: widow, spokesman."""
    if word in _FEMALE:
        return "female"
    return "male" if word in _MALE else None


def evidence_of(article: Article, resources: Resources) -> Evidence:
    """The evidence in an article's current text; read once for each article and resources."""
    found = _known.get(article)
    if found is None or found[0] is not resources:
        found = (resources, _Reader(article, resources).evidence())
        _known[article] = found
    return found[1]


class _Reader:
    """Reads one article."""

    def __init__(self, article: Article, resources: Resources) -> None:
        self._article = article
        self._text = article.text
        self._words = resources.words
        self._names = resources.names
        self._counts: Counter[str] = Counter(_NAME.findall(self._text))

    def evidence(self) -> Evidence:
        """Everything, in one walk over the capitalised runs and one over the words."""
        people: dict[str, Person] = {}
        for start, run in self._runs():
            person = self._person(start, run)
            if person is not None and (person.given_name or person.surname not in people):
                people[person.surname] = person
        countries, demonyms = self._countries()
        return Evidence(people, countries, demonyms, self._capitalised())

    def _runs(self) -> Iterator[tuple[int, list[str]]]:
        """Runs of capitalised words with the particles between them, and where they start."""
        starts = {sentence.start for sentence in self._article.sentences}
        for match in _RUN.finditer(self._text):
            run = match.group().split(" ")
            start = match.start()
            while len(run) > 1 and (start in starts or run[0].lower() in _OPENERS) and self._is_opener(run[0], run[1]):
                start += len(run[0]) + 1
                run = run[1:]
            yield start, run

    def _is_opener(self, word: str, following: str) -> bool:
        """Whether a capitalised word only opens its sentence: `But Lorenza Mosca`."""
        if word.lower() in _OPENERS or word.lower() in _FOREIGN_OPENERS:
            return True
        if self._words.is_given_name(word) and not self._words.is_word(following.lower()):
            return False
        return self._words.is_word(word.lower()) and not self._words.is_person_noun(word)

    def _person(self, start: int, run: list[str]) -> Person | None:
        titles = [word for word in run if self._is_title(word)]
        named = run[len(titles) :] if run[: len(titles)] == titles else run
        title = titles[-1] if titles else self._title_before(start)
        if not named or any(self._is_common(word) for word in named):
            return None
        named[-1] = named[-1].removesuffix("’s").removesuffix("'s")
        if len(named) == 1:
            known = title is None or bool(self._names.lookup(named[0])) or self._names.is_english_name(named[0])
            return None if known else self._made(named, None, title)
        given = self._words.is_given_name(named[0]) or self._words.is_given_name(named[0].partition("-")[0])
        full_name = " ".join(named)
        is_place = any(name.kind in PLACE_KINDS for name in self._names.lookup(full_name))
        if is_place or self._names.is_english_name(full_name) or not (given or title or self._speaks(start, run)):
            return None
        return self._made(named, named[0], title)

    def _made(self, named: Sequence[str], given: str | None, title: str | None) -> Person:
        surname = named[-1]
        return Person(
            " ".join(named),
            surname,
            given,
            self._gender(given, title),
            title.lower() if title else None,
            self._counts[surname],
        )

    def _gender(self, given: str | None, title: str | None) -> Gender | None:
        titled = gender_of_noun(title.lower()) if title else None
        if titled is not None:
            return titled
        language = self._article.source_language
        found = self._words.gender(given, language) if given else None
        if found is None and given and "-" in given:
            found = self._words.gender(given.partition("-")[0], language)
        return found if found in ("male", "female") else None

    def _is_title(self, word: str) -> bool:
        return word.lower() in _HONORIFICS or self._words.is_person_noun(word)

    def _is_common(self, word: str) -> bool:
        """Whether a capitalised word is more often a common word than part of somebody's name."""
        if word.lower() in PARTICLES or self._words.is_surname(word) or self._words.is_given_name(word):
            return False
        return word.lower() in _MONTHS_AND_DAYS or self._words.is_word(word.lower()) or self._names.is_demonym(word)

    def _title_before(self, start: int) -> str | None:
        """The title or role in lower case right before a name, with or without a comma: `the engineer Ferri`."""
        found = _WORD_BEFORE.search(self._text, max(0, start - 40), start)
        return found[1] if found and self._is_title(found[1]) else None

    def _speaks(self, start: int, run: Sequence[str]) -> bool:
        """Whether a verb of speech stands next to the name, or a role after it."""
        end = start + len(" ".join(run))
        before = _WORD_BEFORE.search(self._text, max(0, start - 40), start)
        if before and self._words.is_speech_verb(before[1]):
            return True
        after = _ROLE_AFTER.match(self._text, end)
        if after and any(self._words.is_person_noun(word) for word in after[1].split()):
            return True
        following = _WORD_AFTER.match(self._text, end)
        return bool(following and self._words.is_speech_verb(following[1]))

    def _countries(self) -> tuple[Counter[str], Counter[str]]:
        countries: Counter[str] = Counter()
        demonyms: Counter[str] = Counter()
        listed = self._names.named_list("country")
        for word, number in self._counts.items():
            if not word[0].isupper():
                continue
            name = re.sub(r"[’']s$", "", word)
            for english in {name} & listed or {n.english for n in self._names.lookup(name) if n.kind == "country"}:
                countries[english] += number
            if self._names.is_demonym(name):
                demonyms[name] += number
        for match in _RUN.finditer(self._text):
            if " " in match.group() and match.group() in listed:
                countries[match.group()] += 1
        return countries, demonyms

    def _capitalised(self) -> Counter[str]:
        starts = {sentence.start for sentence in self._article.sentences}
        return Counter(t.text for t in self._article.tokens if t.is_word and t.is_capitalised and t.start not in starts)


class Places:
    """Decides what a name is at its place in one article."""

    def __init__(self, article: Article, resources: Resources) -> None:
        self._tokens = article.tokens
        self._text = article.text
        self._words = resources.words
        self._names = resources.names
        self._evidence = evidence_of(article, resources)
        self._starts = {sentence.start for sentence in article.sentences}

    def before(self, index: int) -> Token | None:
        """The word before token `index` in its sentence, if only one space stands between them."""
        return self._neighbour(index - 1, index)

    def after(self, index: int) -> Token | None:
        """The word after token `index`, if only one space stands between them."""
        return self._neighbour(index, index + 1, wanted=1)

    def _neighbour(self, left: int, right: int, wanted: int = 0) -> Token | None:
        if left < 0 or right >= len(self._tokens):
            return None
        one, other = self._tokens[left], self._tokens[right]
        found = (one, other)[wanted]
        return found if self._text[one.end : other.start] == " " and found.is_word else None

    def opens_sentence(self, index: int) -> bool:
        """Whether token `index` is the first of its sentence, marks of quotation aside."""
        start = self._tokens[index].start
        return start in self._starts or (start - 1 in self._starts and not self._text[start - 1].isalnum())

    def role(self, first: int, last: int) -> Role:
        """What the name made of tokens `first` to `last` (both included) is at its place."""
        before, after = self.before(first), self.after(last)
        if self._is_hyphenated(first, last):
            return Role.PART
        if before is not None and (before.text.lower() in PLACE_PREPOSITIONS or before.text in _BEFORE_PLACES):
            return Role.PART if after is not None and self._continues(last + 1) else Role.PLACE
        if self._is_person(first, last, before, after):
            return Role.PERSON
        if before is not None and before.text.lower() in _ORGANISATIONS:
            return Role.PART
        if (before is not None and self._leads(first - 1)) or (after is not None and self._continues(last + 1)):
            return Role.PART
        placed = self._beside_places(first, last) or self._is_of_place(first) or self._is_plainly_place(first, last)
        return Role.PLACE if placed else Role.UNKNOWN

    def _is_hyphenated(self, first: int, last: int) -> bool:
        """Whether a hyphen ties the name to the next word: `Pech-de-l’Azé`; not `Moscow-based`."""
        start, end = self._tokens[first].start, self._tokens[last].end
        return self._text[start - 1 : start] == "-" or bool(_TIED.match(self._text, end))

    def _is_person(self, first: int, last: int, before: Token | None, after: Token | None) -> bool:
        name = self._tokens[last].text
        if before is not None and self._names_person(first - 1):
            return True
        if first > 1 and self._tokens[first - 1].text == "." and re.fullmatch(r"[A-Z]", self._tokens[first - 2].text):
            return True  # an initial
        if after is not None and self._words.is_given_name(name) and self._words.is_surname(after.text):
            return not self._words.is_word(after.text.lower())
        return first == last and name in self._evidence.people

    def _names_person(self, index: int) -> bool:
        """Whether the word before a name makes it a person: a given name or a title."""
        text = self._tokens[index].text
        if text.lower() in _HONORIFICS or self._words.is_person_noun(text):
            return True
        if not text[0].isupper() or not self._words.is_given_name(text) or text.lower() in PARTICLES:
            return False
        if text.lower() in _FOREIGN_OPENERS:
            return False
        return not (self._words.is_word(text.lower()) and self.opens_sentence(index))

    def _leads(self, index: int) -> bool:
        """Whether the word before a name makes it part of a longer one: `Banca Roma`, `Rue de Genève`."""
        word = self._tokens[index].text
        if word[0].isupper() and self.opens_sentence(index) and word.lower() in _FOREIGN_OPENERS:
            return False
        if word.lower() in PARTICLES:
            left = self.before(index)
            if word == "y" and left is not None and (self._is_place(left.text) or self._names.lookup(left.text)):
                return False
            return left is None or left.text[0].isupper() or not self._words.is_word(left.text)
        if not word[0].isupper() or word.lower() in _OPENERS or word in _BEFORE_PLACES:
            return False
        if self.opens_sentence(index) and self._words.is_word(word.lower()):
            return False
        return not self._is_place(word) and not self._names.is_demonym(word)

    def _continues(self, index: int) -> bool:
        """Whether the word after a name makes a longer one of it: `Torino Esposizioni`, not `Torino Friday`."""
        word = self._tokens[index].text
        if word.lower() in PARTICLES and word.lower() not in ("la", "do", "den", "y"):
            right = self.after(index)
            return right is not None and right.text[0].isupper()
        if not word[0].isupper() or word.lower() in _MONTHS_AND_DAYS:
            return False
        return not self._is_place(word) and not self._names.is_demonym(word)

    def _is_place(self, word: str) -> bool:
        return self._names.is_english_name(word) or any(name.kind in PLACE_KINDS for name in self._names.lookup(word))

    def _is_of_place(self, first: int) -> bool:
        """Whether it is what something in a place is called after: `the mayor of Torino`."""
        of = self.before(first)
        head = self.before(first - 1) if of is not None and of.text == "of" else None
        return head is not None and head.text.lower() in _OF_PLACES

    def _is_plainly_place(self, first: int, last: int) -> bool:
        """Whether something is done to it as to places only, or it is said to be one: `they besieged Halep, where`."""
        before = self.before(first)
        if before is not None and (before.text in _SIDES or before.text in _DONE_TO_PLACES):
            return True
        return bool(_WHERE.match(self._text, self._tokens[last].end))

    def _beside_places(self, first: int, last: int) -> bool:
        """Whether another place stands beside it in a list: `Algeria, Azerbaigian`, `Kharkiv and Leopoli`."""
        left, right = first - 2, last + 2
        joins = (",", "and", "or")
        before = left >= 0 and self._tokens[first - 1].text in joins and self._is_place(self._tokens[left].text)
        after = (
            right < len(self._tokens)
            and self._tokens[last + 1].text in joins
            and self._is_place(self._tokens[right].text)
        )
        return before or after
