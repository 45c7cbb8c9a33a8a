"""Names in the source language's form or transliteration become English: `Mosca`, `dell’Ucraina`, `EE.UU.`.

Longer names come before their parts and are protected from every later pass. Whether a name may be touched is decided
at its place: what a person, a street, a club or a newspaper is called stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from cleanup.article import Article, Token
from cleanup.edits import Applicability, Edit
from cleanup.evidence import PLACE_PREPOSITIONS, Person, Places, Role, evidence_of
from cleanup.lexicon.names import PLACE_KINDS, Match, Name
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import Tag
from cleanup.origin import likely_origin, origin_of
from cleanup.resources import Resources
from cleanup.spelling import is_clipped, is_slip, same_name, sound_keys

# Prepositions that lose their vowel before a name, with their article or without: dell’Ucraina, l’Italia, d’Irlanda.
_ELIDED: Final = {
    "l": "", "d": "of", "dell": "of", "all": "to", "nell": "in", "sull": "on", "dall": "from", "coll": "with",
    "un": "a", "dall’": "from", "qu": "that",
}  # fmt: skip
# Acronyms that are read as words and take no article in English.
_BARE: Final = word_class("bodies_without_article")
_ELIDING: Final = ("it", "fr")
_FOREIGN_ARTICLES: Final = {
    "it": ("il", "lo", "la", "gli", "le", "i"), "es": ("el", "la", "los", "las"), "fr": ("le", "la", "les"),
    "de": ("der", "die", "das", "den", "dem"), "pt": ("o", "a", "os", "as"), "nl": ("de", "het"), "ro": (),
}  # fmt: skip
_TURKISH_SUFFIX: Final = re.compile(
    r"(?:[dt][ae]n?|n?[ıiuü]n|y?[ae]|y?[ıiuü]|n[dt]?[ae]n?|[ldt][ae]ki|y?l[ae]|l[ıiuü])"
)
_TURKISH_GENITIVE: Final = re.compile(r"n?[ıiuü]n")
_ENGLISH_CLITICS: Final = frozenset(("s", "t", "d", "m", "ll", "re", "ve"))
_SLAVIC_CASES: Final = (
    ("ě", "a"), ("y", "a"), ("u", "a"), ("ou", "a"), ("e", "a"), ("i", "a"), ("om", "a"), ("o", "a"), ("oj", "a"),
    ("om", "o"), ("em", "o"), ("u", "o"), ("a", "o"), ("i", "ie"), ("í", "ie"), ("ě", ""), ("e", ""), ("u", ""),
    ("a", ""), ("em", ""), ("om", ""), ("ech", "y"), ("ách", "y"), ("och", "y"), ("ích", "e"), ("i", "ia"), ("u", "ia"),
    ("ii", "iya"), ("iyu", "iya"), ("iyey", "iya"), ("oy", "a"),
)  # fmt: skip
_FINNISH_CASES: Final = (
    ("ssa", ""), ("ssä", ""), ("sta", ""), ("stä", ""), ("lla", ""), ("llä", ""), ("lta", ""), ("ltä", ""), ("lle", ""),
    ("n", ""), ("an", "a"), ("ään", "ä"),
)  # fmt: skip
_HUNGARIAN_ENDINGS: Final = sorted(
    word_set(
        "ban ben ból ből ba be on en ön n ra re ról ről hoz hez höz tól től nál nél ig nak nek val vel t ot et at i"
    )
)
_HUNGARIAN_CASES: Final = (
    *((ending, "") for ending in _HUNGARIAN_ENDINGS),
    *((f"á{ending}", "a") for ending in _HUNGARIAN_ENDINGS),
    *((f"é{ending}", "e") for ending in _HUNGARIAN_ENDINGS),
)
_GENITIVE: Final = (("s", ""),)
_INFLECTIONS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "pl": (
        ("ji", "ja"), ("ję", "ja"), ("ją", "ja"), ("ii", "ia"), ("ię", "ia"), ("ią", "ia"), ("y", "a"), ("i", "a"),
        ("ę", "a"), ("ą", "a"), ("ie", "a"), ("wie", "wa"), ("dzie", "da"), ("em", ""), ("iem", ""), ("owi", ""),
        ("u", ""), ("a", ""),
    ),
    "ro": (("iei", "ia"), ("ei", "a"), ("ului", ""), ("ul", ""), ("ii", "ia"), ("a", "ă"), ("ei", "ă")),
    "cs": _SLAVIC_CASES, "sk": _SLAVIC_CASES, "hr": _SLAVIC_CASES, "sr": _SLAVIC_CASES, "sl": _SLAVIC_CASES,
    "ru": _SLAVIC_CASES, "uk": _SLAVIC_CASES, "fi": _FINNISH_CASES, "hu": _HUNGARIAN_CASES,
    "de": _GENITIVE, "sv": _GENITIVE, "da": _GENITIVE, "no": _GENITIVE,
    "el": (("as", "a"), ("is", "i"), ("ou", "os"), ("o", "os"), ("on", "os"), ("ou", "o")),
    "lt": (("oje", "a"), ("os", "a"), ("ai", "a"), ("ą", "a"), ("e", "as"), ("o", "as"), ("ui", "as"), ("uje", "us")),
    "lv": (("ā", "a"), ("as", "a"), ("ai", "a"), ("u", "a"), ("ē", "e"), ("es", "e")),
    "et": (("s", ""), ("l", ""), ("le", ""), ("st", ""), ("lt", ""), ("sse", ""), ("ga", "")),
}  # fmt: skip
_DECLINED_KINDS: Final = frozenset(("country", "capital", "city", "region", "continent"))
_ALSO_ENGLISH: Final = frozenset(("Türkiye", "Burkinabè", "Kiev", "Odessa"))
_RARE: Final = 2  # in eleven million words of clean English: a form that English text does not use
_OFTEN: Final = 0.2
_TRACE: Final = 0.05
_KNOWN: Final = 3.4  # Zipf
_SELDOM: Final = 9  # in as many words: a foreigner's name that English text spells so now and then
_WELL_KNOWN: Final = 20  # of the same
_RATHER_RARE: Final = 3.3  # Zipf: where the article's language says so too, a form that is changed (Danzig, Odra)
_NOT_COMMON: Final = 3.7  # Zipf: likewise, of a form with letters that English lacks (București)
_USED: Final = 0.35  # of the English form's count: a form that English text uses beside it (Kiev, Zaragoza, Mainz)
_CLUBS: Final = re.compile(
    r"\b(?:striker|midfielder|goalkeeper|defender|coach|football|soccer|basketball|league|matchday|champions|"
    r"cup|goals?|Serie A|La Liga|Bundesliga|Ligue 1|stadium|penalty|squad)\b"
)
_SUMMIT: Final = re.compile(
    r"\b(?:summit|treaty|countries|country|states|members?|bloc|organi[sz]ation|agreement|alliance|sanctions|"
    r"tariffs|meeting|secretary|general|headquarters|rules?|report|commission|president|council|resolution|forces|"
    r"diplomats?|ministers?)\b",
    re.IGNORECASE,
)
_SHOW: Final = re.compile(
    r"(?:episodes?|series|season|seasons|spin-off|stars?|like|actors?|fans?|watch\w*) (?:of |in |on |the )*$",
    re.IGNORECASE,
)
_SAINTS: Final = ("San", "S.", "Santo", "Santa", "Saint", "Sankt", "Sint", "São", "Sfântul")
_SAINTLY: Final = ("St", "Saint")
_WATERS: Final = frozenset(("river", "lake", "sea", "mountain"))
_CONJUNCTIONS: Final = word_set(
    "e ed y et und i oraz ve și en och og ta és ja sekä kai ir un dhe oder ou o lub sau veya eller ili nebo alebo vagy"
)  # and, or
_BRITAIN: Final = ("Great Britain", "United Kingdom")  # one name for a translator
_NO_ARTICLE: Final = ("Lake ", "Mount ", "Cape ")
_RULER: Final = re.compile(r"\b(?:[IVX]+|(?:Pope|King|Queen|Prince|Princess|Saint) .+)$")
_KINDS: Final = ("country", "capital", "city")  # what a form stands for first, where it may be several
_RESPELLINGS: Final = (
    ("kh", "k"), ("gh", "g"), ("sh", "s"), ("h", ""), ("y", "i"), ("i", "y"), ("j", "i"), ("y", "j"), ("k", "c"),
    ("c", "k"), ("w", "v"), ("v", "w"), ("ph", "f"), ("th", "t"), ("ss", "s"), ("tt", "t"), ("ll", "l"), ("nn", "n"),
    ("rr", "r"), ("cc", "c"), ("z", "s"), ("s", "z"), ("dj", "dz"), ("u", "ou"), ("ou", "u"),
)  # fmt: skip
_PLAIN_KINDS: Final = PLACE_KINDS | {"person", "demonym", "acronym"}
_ROMANI: Final = re.compile(
    r"ethnic \w* ?(?:and )?Roma\b|Roma (?:and Sinti|people|communit|famil|child|women|men|girl|boy|resident|minorit|"
    r"population|rights|activist|settlement|camp|say|tell|are|were|have|live|pupil|student|culture|history|origin|music|voters|neighbou?rhood)|"
    r"Sinti and Roma\b"
)
# Names that keep their foreign or older form: treaties, dishes, streets and inns.
_KEPT_BEFORE: Final = re.compile(
    r"\b(?:Via|Viale|Piazza|Corso|Calle|Plaza|Rue|Strada|Ulica|[Rr]estaurant|[Hh]otel|[Pp]izzeria|[Cc]af[eé]|[Bb]ar) $"
)
_KEPT_BEHIND: Final = re.compile(r" (?:restaurant|hotel|pizzeria|trattoria|caf[eé]|bar|duck|opera)\b")
_OLD_ENGLISH: Final = frozenset(("Peking", "Nanking", "Danzig", "Breslau"))
_HISTORIC: Final = re.compile(r"\b(?:Treaty|Siege|Battle|Peace|Convention|Rape) of $")
_PLURAL_VERBS: Final = frozenset(("are", "were", "have", "lead", "beat", "play", "face"))
_TALKED_ABOUT: Final = re.compile(
    r",? (?:(?:is|are) (?:what|how|the \w+ (?:name|word|acronym))|stands? for\b|(?:is|are) short for\b)|, in [A-Z]"
)
_MARKS: Final = "\"'“”‘’«»„*_"
_PEOPLE: Final = frozenset(("person", "given_name"))
_JOINTS: Final = ("-", "’", "'")
_MEETINGS: Final = word_set("summit conference agreement accord accords treaty protocol convention declaration")
_NEVER_BEFORE_SURNAMES: Final = PLACE_PREPOSITIONS | {"the", "a", "an"}
_LONG: Final = 7
_NOUN: Final = Tag.NOUN | Tag.PLURAL_NOUN
_VERBAL: Final = Tag.VERB_BASE | Tag.GERUND | Tag.PAST_PARTICIPLE
_VERB: Final = Tag.VERB_PRESENT | Tag.VERB_PAST | Tag.MODAL | Tag.AUXILIARY


@dataclass(frozen=True, slots=True)
class _Found:
    """A foreign form at tokens `first` to `last` (both included), and the names it may be."""

    first: int
    last: int
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What a form becomes, best first, and how sure that is."""

    english: tuple[str, ...]
    applicability: Applicability
    confidence: float


class Exonyms:
    """The pass; looks a name up where it begins, the longest first."""

    name = "exonyms"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    @cached_property
    def _sounds(self) -> dict[str, str]:
        """English names of countries and capitals by how they and their foreign forms sound; none that two share."""
        found: dict[str, str | None] = {}
        names = self._resources.names
        for kind in ("country", "capital"):
            for english in names.named_list(kind):
                if len(english) >= _LONG and " " not in english:
                    for key in sound_keys(english):
                        found[key] = english if found.get(key, english) == english else None
        return {key: english for key, english in found.items() if english}

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Edits for names in a foreign form, and for names that the article spells in two ways."""
        yield from _Reading(article, self._resources, self._sounds).edits()


class _Reading:
    """The pass over one article."""

    def __init__(self, article: Article, resources: Resources, sounds: dict[str, str]) -> None:
        self._text = article.text
        self._tokens = article.tokens
        self._forms = [token.text for token in article.tokens]
        self._words = resources.words
        self._names = resources.names
        self._rules = resources.rules
        self._sounds = sounds
        self._language = origin_of(article, resources)
        self._likely_language = likely_origin(article, resources)
        self._places = Places(article, resources)
        self._evidence = evidence_of(article, resources)

    @cached_property
    def _is_sport(self) -> bool:
        return len(set(_CLUBS.findall(self._text))) >= 2

    def edits(self) -> Iterator[Edit]:
        """Walk over the words; what a longer name covers is not looked at again."""
        done = -1
        for index, token in enumerate(self._tokens):
            if index <= done or not token.is_word or not (token.is_capitalised or self._opens_own_name(index)):
                continue
            if len(token.text) < 2 and self._forms[index + 1 : index + 2] not in (["’"], ["'"]):
                continue
            suffixed = self._suffixed(index)
            found = self._find(index) if suffixed is None else None
            if suffixed is not None:
                yield suffixed
            elif found is not None:
                done = found.last
                edit = self._name(found) or self._elided_english(index)
                if edit is not None:
                    yield edit
            else:
                yield from self._odd_form(index)
        yield from self._spellings()

    def _opens_own_name(self, index: int) -> bool:
        """Whether a longer name of the article's language begins in lower case: `détroit d’Ormuz`, `mer Noire`."""
        match = self._names.match_at(self._forms, index) if self._language is not None else None
        return match is not None and match.length > 1 and any(self._language in n.languages for n in match.names)

    def _find(self, index: int) -> _Found | None:
        """The longest foreign form that begins at a token."""
        match = self._names.match_at(self._forms, index) or self._declined(index)
        saint = self._saint(index)
        if saint is not None and (match is None or saint.last - saint.first >= match.length):
            return saint
        if match is not None and self._forms[index + match.length - 1] == "s" and match.length > 2:
            return None  # a possessive
        return None if match is None else self._widened(_Found(index, index + match.length - 1, match.names))

    def _declined(self, index: int) -> Match | None:
        """A German name whose adjective is declined: `Vereinigten Staaten` for Vereinigte Staaten."""
        form = self._forms[index]
        if self._language != "de" or form[-2:] not in ("en", "er", "em", "es"):
            return None
        return self._names.match_at([f"{form[:-2]}e", *self._forms[index + 1 : index + 4]], 0)

    def _widened(self, found: _Found) -> _Found:
        """The form with the word after it that its English name says too: `Stella Rossa Belgrado`."""
        after = self._places.after(found.last)
        if after is None or not after.is_capitalised:
            return found
        ends = {name.english for name in self._names.lookup(after.text)}
        said = any(name.english.endswith(f" {end}") for name in found.names for end in ends)
        return _Found(found.first, found.last + 1, found.names) if said else found

    def _saint(self, index: int) -> _Found | None:
        """`St.Pietroburgo` and `St Pietroburgo` for San Pietroburgo: only the saint was translated."""
        if self._forms[index] not in ("St", "Saint", "San"):
            return None
        last = index + 2 if self._forms[index + 1 : index + 2] == ["."] else index + 1
        if last >= len(self._forms):
            return None
        forms = (f"{saint} {self._forms[last]}" for saint in _SAINTS)
        names = tuple(name for form in forms for name in self._names.lookup(form) if name.english.startswith(_SAINTLY))
        return _Found(index, last, names) if names else None

    # A form of the gazetteer

    def _name(self, found: _Found) -> Edit | None:
        is_acronym = self._is_acronym(found)
        verdict = self._acronym_verdict(found) if is_acronym else self._verdict(found)
        if verdict is None:
            return None
        start, texts = self._in_place(found, verdict.english)
        rule = "exonym-acronym" if is_acronym else "exonym-name"
        if start < self._tokens[found.first].start and not is_acronym and not self._is_the_country(found):
            if self._is_behind_particle(found.first):
                return None
            rule = "exonym-elided"
        return self._rules[rule].edit(
            self._text,
            start,
            self._tokens[found.last].end,
            texts,
            applicability=verdict.applicability,
            confidence=verdict.confidence,
            protect=found.last > found.first or " " in verdict.english[0],
        )

    def _verdict(self, found: _Found) -> _Verdict | None:
        role = self._role(found)
        if role is Role.UNKNOWN and (
            self._is_river(found) or self._is_the_country(found) or self._is_of_meeting(found)
        ):
            role = Role.PLACE
        if self._is_before_person(found):
            return _Verdict((found.names[0].english,), Applicability.SAFE, 0.95)
        names = self._of_this_kind(self._candidates(found), found, role)
        form = self._text[self._tokens[found.first].start : self._tokens[found.last].end]
        english = self._best_first(names)
        count = self._count(form)
        fits = any(self._language in name.languages for name in names)
        kinds = {name.kind for name in names}
        if form in english or any(n.keeps for n in names):
            return None
        own = fits and role is Role.PLACE and "country" not in kinds and not self._names.is_english_name(form)
        rare = _RATHER_RARE if form.isascii() or self._is_sport else _NOT_COMMON
        if not (own and self._words.zipf(form) < rare) and self._is_used(form, count, english[0], fits=fits):
            return None
        if kinds.isdisjoint({"country", "demonym"}) and _plain(form) == _plain(english[0]) and "İ" not in form:
            known = self._count(english[0]) >= _WELL_KNOWN and not self._names.is_english_name(form)
            if not (fits and known and count <= _RARE and kinds <= PLACE_KINDS | {"person"} and form != _plain(form)):
                return None  # accents alone: San José, Bogotá
        if self._is_quoted(found) or (form == "Roma" and self._are_romani(found)):
            return None
        if self._is_kept(found, form) or (role is not Role.PLACE and self._is_club(found, kinds)):
            return None
        if role is Role.PERSON and not kinds & _PEOPLE and not (kinds == {"demonym"} and self._is_of_several(found)):
            return None
        if kinds <= _PEOPLE and self._is_usual_spelling(form, english[0]):
            return None
        if role is Role.PART:
            return _Verdict(english, Applicability.UNSAFE, 0.6) if fits and self._follows_club(found, count) else None
        applicability = self._how_sure(found, count, role, fits=fits)
        if applicability is None:
            return None
        if kinds == {"demonym"} and self._words.is_word(form):
            return None
        if kinds == {"given_name"}:
            return _Verdict(english, Applicability.UNSAFE, 0.6) if fits and count <= _RARE else None
        doubtful = kinds == {"demonym"} and not (fits and count == 0 and self._beside_noun(found))
        spelt_otherwise = own and not form.isascii() and not self._is_sport  # București, which English text has too
        if doubtful or len(english) > 1 or (any(name.ambiguous for name in names) and not spelt_otherwise):
            applicability = Applicability.UNSAFE
        return _Verdict(english, applicability, 0.97 if applicability is Applicability.SAFE else 0.75)

    def _is_river(self, found: _Found) -> bool:
        """Whether a river, lake or sea stands where one does: `ships on the Odra`, `down the Tago`."""
        if not any(name.kind in _WATERS and self._language in name.languages for name in found.names):
            return False
        before, after = self._places.before(found.first), self._places.after(found.last)
        if before is None or (after is not None and after.is_capitalised):
            return False
        return before.text.lower() in ("the", "river", "lake", "down", "up", "along", "across")

    def _is_of_meeting(self, found: _Found) -> bool:
        """Whether what was held or signed in a place is called after it: `at the Genève conference`."""
        before, after = self._places.before(found.first), self._places.after(found.last)
        return before is not None and before.text == "the" and after is not None and after.text in _MEETINGS

    def _is_the_country(self, found: _Found) -> bool:
        """Whether a country or city in the article's language stands after “the”, which no person does.

        `the Dania put up`, `at the Pireo, which`; of a city only where nothing makes one of several of it.
        """
        before, after = self._places.before(found.first), self._places.after(found.last)
        if before is None or before.text not in ("the", "The"):
            return False
        kinds = {name.kind for name in found.names if self._language in name.languages}
        if "country" in kinds:
            return after is not None and after.text.islower()
        city = not kinds.isdisjoint({"city", "capital"}) and not self._is_sport and not self._modifies(found.last)
        return city and (after is None or (after.text.islower() and after.text not in ("of", "that")))

    def _is_before_person(self, found: _Found) -> bool:
        """Whether a nationality in the article's language stands between “the” and a name: `the Georgierin Nino`."""
        before, after = self._places.before(found.first), self._places.after(found.last)
        form = self._forms[found.last]
        if before is None or after is None or found.first != found.last or before.text not in ("the", "The", "a", "an"):
            return False
        own = all(name.kind == "demonym" and self._language in name.languages for name in found.names)
        named = after.is_capitalised and self._words.is_given_name(after.text)
        person = self._words.is_given_name(form) or self._words.is_surname(form) or self._words.unigram(form) > _RARE
        return own and named and not person

    def _candidates(self, found: _Found) -> list[Name]:
        """The names a form may stand for: those of the article's language, where it has one, else all."""
        fitting = [name for name in found.names if self._language in name.languages]
        return fitting or list(found.names)

    def _of_this_kind(self, names: list[Name], found: _Found, role: Role) -> list[Name]:
        """Where a form is both a place and its adjective (Svizzera), those that fit the words around it."""
        adjectives = [name for name in names if name.kind == "demonym"]
        places = [name for name in names if name.kind != "demonym"]
        if not adjectives or not places:
            return names
        return adjectives if self._beside_noun(found) and role is not Role.PLACE else places

    def _beside_noun(self, found: _Found) -> bool:
        sides = (self._places.before(found.first), self._places.after(found.last))
        return any(
            side is not None and not side.is_capitalised and bool(self._words.likely_tag(side.text) & _NOUN)
            for side in sides
        )

    def _are_romani(self, found: _Found) -> bool:
        """Whether “Roma” are the people: `ethnic Roma`, `Roma families`, `Hungarian and Roma residents`."""
        near = self._text[max(0, self._tokens[found.first].start - 30) : self._tokens[found.last].end + 24]
        return bool(_ROMANI.search(near))

    def _is_kept(self, found: _Found, form: str) -> bool:
        """Whether the form is part of what keeps its name: `Via Roma`, `Peking duck`, `the Treaty of Nanking`."""
        start, end = self._tokens[found.first].start, self._tokens[found.last].end
        before = self._text[max(0, start - 15) : start]
        treaty = form in _OLD_ENGLISH and _HISTORIC.search(before)
        return bool(treaty or _KEPT_BEFORE.search(before) or _KEPT_BEHIND.match(self._text, end))

    def _is_club(self, found: _Found, kinds: set[str]) -> bool:
        """Whether a plural verb makes a club of a town or region: `Bayern are out of the cup`."""
        after = self._places.after(found.last)
        return after is not None and after.text in _PLURAL_VERBS and kinds <= {"city", "region", "capital"}

    def _is_of_several(self, found: _Found) -> bool:
        """Whether the word before is a plural: `activists Kazachi` are no person of that name."""
        before = self._places.before(found.first)
        return before is not None and self._words.likely_tag(before.text) is Tag.PLURAL_NOUN

    def _best_first(self, names: Sequence[Name]) -> tuple[str, ...]:
        """Their English names; one alone where it is far better known than the others."""
        counts = {name.english: self._count(name.english) for name in names}
        kinds = {
            name.english: _KINDS.index(name.kind) if name.kind in _KINDS else len(_KINDS) for name in reversed(names)
        }
        ordered = sorted(counts, key=lambda english: (kinds[english], -counts[english]))
        first = ordered[0]
        same = (f"Republic of {first}", f"Republic of the {first}", *_BRITAIN)
        rivals = [e for e in ordered[1:] if counts[e] * 10 > counts[first] and not e.startswith(_SAINTLY)]
        rivals = [e for e in rivals if e not in same]
        return (first, *rivals)

    def _count(self, form: str) -> int:
        """How often clean English has a form; for several words, its rarest pair."""
        words = re.findall(r"[^\W\d_]+|[^\w\s]", form)
        if len(words) == 1:
            return self._words.unigram(form)
        return min(self._words.bigram(left, right) for left, right in pairwise(words))

    def _is_used(self, form: str, count: int, english: str, *, fits: bool) -> bool:
        """Whether clean English uses the form so often beside the English one that nobody would change it."""
        if self._names.is_english_name(form) or form in _ALSO_ENGLISH:
            return True
        share = count / max(1, self._count(english))
        if fits and self._words.zipf(form) < _KNOWN:
            share *= 0.6
        return count > _RARE and (share > _USED or (share > _OFTEN and self._words.zipf(form) >= _KNOWN))

    def _role(self, found: _Found) -> Role:
        first = found.first
        if self._prefix(first) is not None:
            return Role.PLACE
        return self._places.role(first, found.last)

    def _is_quoted(self, found: _Found) -> bool:
        """Whether the form stands alone between marks: the name of a ship, a song, a word that is talked about."""
        start, end = self._tokens[found.first].start, self._tokens[found.last].end
        before, after = self._text[start - 1 : start], self._text[end : end + 2]
        return before in _MARKS and before != "" and after.lstrip(",.")[:1] in _MARKS and after != ""

    def _how_sure(self, found: _Found, count: int, role: Role, *, fits: bool) -> Applicability | None:
        """Safe, unsafe or not at all: how English the form is, what its place shows, whether the language fits."""
        form = self._forms[found.last]
        single = found.first == found.last
        kinds = {name.kind for name in found.names}
        if single and self._words.is_word(form.lower()) and not self._is_plain_place(found, role, kinds, fits=fits):
            return Applicability.UNSAFE if fits and role is Role.PLACE else None
        if single and self._is_nobody(found, count, role, kinds, fits=fits):
            return Applicability.SAFE
        acts = fits and "capital" in kinds and not self._is_sport and self._acts(found)
        if single and self._words.is_given_name(form) and not (fits and role is Role.PLACE) and not acts:
            return None
        surname = single and self._words.is_surname(form) and "country" not in kinds
        placed = role is Role.PLACE
        if single and count > _RARE and self._is_sport and not self._in_the_city(found.first):
            return None  # clubs keep their own names: Torino, Sevilla
        if fits:
            certain = placed or acts or not surname or count == 0 or self._is_place_elsewhere(form)
            return Applicability.SAFE if certain else Applicability.UNSAFE
        if self._language is None and placed and not surname and self._is_strange(form, count, found.names):
            return Applicability.SAFE
        half_translated = found.last - found.first > 1 and placed and count <= _SELDOM  # Monaco of Bavaria
        if self._language is None and half_translated and len({name.english for name in found.names}) == 1:
            return Applicability.SAFE
        if count > _RARE or not any(self._count(name.english) for name in found.names):
            return None
        if self._language is None:
            if kinds.isdisjoint(_PLAIN_KINDS):
                return None
            if kinds.isdisjoint(("country", "capital", "city")):
                return Applicability.UNSAFE
            plain = placed or not single or not {"country", "capital"}.isdisjoint(kinds)
            strange = count == 0 and not surname and not (single and self._words.zipf(form))
            return Applicability.SAFE if plain and strange else Applicability.UNSAFE
        unheard = count == 0 and not surname
        capital = not self._words.zipf(form) and not {"country", "capital"}.isdisjoint(kinds)
        return Applicability.SAFE if unheard and (placed or capital) else Applicability.UNSAFE

    def _acts(self, found: _Found) -> bool:
        """Whether a capital stands for its government, in a phrase that ends with it: `given by Roma to`."""
        before, after = self._places.before(found.first), self._places.after(found.last)
        agent = before is not None and before.text in ("by", "between", "with", "against", "that")
        return agent and (after is None or after.text.islower())

    def _is_strange(self, form: str, count: int, names: Sequence[Name]) -> bool:
        """Whether English text has a form now and then, in foreign titles, beside the name it uses: `Londres`."""
        known = max(self._count(name.english) for name in names)
        nation = any(name.kind in ("country", "capital") for name in names)
        return count <= _SELDOM and count <= known * _TRACE and (nation or not self._words.zipf(form))

    def _is_nobody(self, found: _Found, count: int, role: Role, kinds: set[str], *, fits: bool) -> bool:
        """Whether a country or capital in the article's language is a rare name that no person of the article has."""
        form = self._forms[found.last]
        if not fits or role is Role.PERSON or kinds.isdisjoint(("country", "capital")) or count > _SELDOM:
            return False
        if self._words.is_word(form.lower()) or form in self._evidence.people:
            return False
        at = (index for index, other in enumerate(self._forms) if other == form)
        return {Role.PERSON, Role.PART}.isdisjoint(self._places.role(index, index) for index in at)

    def _is_place_elsewhere(self, form: str) -> bool:
        """Whether a form that is also a surname stands for a place somewhere in the article, and for nobody."""
        at = (index for index, other in enumerate(self._forms) if other == form)
        roles = {self._places.role(index, index) for index in at}
        return Role.PLACE in roles and roles.isdisjoint((Role.PERSON, Role.PART))

    def _is_usual_spelling(self, form: str, english: str) -> bool:
        """Whether English text uses the words in which a person's name differs: Aleksandr beside Alexander."""
        words = form.split()
        if _RULER.search(english):
            return self._words.bigram(words[0], words[-1]) > _RARE
        differing = set(words) - set(english.split())
        return bool(differing) and all(self._words.unigram(word) > _SELDOM for word in differing)

    def _is_plain_place(self, found: _Found, role: Role, kinds: set[str], *, fits: bool) -> bool:
        """Whether a country's name that is also a rare word stands where a place does: `from Chine`."""
        known = self._words.zipf(self._forms[found.last]) >= _KNOWN or self._places.opens_sentence(found.first)
        kind = not kinds.isdisjoint({"country", "capital", "region", "island", "city"})
        return fits and not known and role is Role.PLACE and kind

    def _follows_club(self, found: _Found, count: int) -> bool:
        """Whether the form is the last word of a club's name in an article on sport: `Sporting Lisbona`."""
        before = self._places.before(found.first)
        return self._is_sport and count <= _RARE and before is not None and before.is_capitalised

    def _in_the_city(self, index: int) -> bool:
        before = self._places.before(index)
        return before is not None and before.text.lower() in ("in", "near", "outside")

    # Acronyms

    def _is_acronym(self, found: _Found) -> bool:
        form = "".join(self._forms[found.first : found.last + 1])
        return len(form) > 1 and form.replace(".", "").isupper()

    def _acronym_verdict(self, found: _Found) -> _Verdict | None:
        names = self._candidates(found)
        form = "".join(self._forms[found.first : found.last + 1])
        english = tuple(dict.fromkeys(name.english for name in names))
        if form in english or any(n.keeps for n in names) or self._is_title(found) or self._is_spelt_out(found.first):
            return None
        fits = any(self._language in name.languages for name in names)
        count = 0 if "." in form else self._words.unigram(form)
        if count > _RARE and not (fits and (self._among_states(found) or self._after_preposition(found.first))):
            return None
        if fits or "." in form:
            union = english[0] in ("EU", "UN", "US") and self._language != "tr"
            plain = count <= _RARE or self._among_states(found) or self._after_the(found.first)
            safe = plain and (len(form) > 2 or union) and not any(name.ambiguous for name in names)
            return _Verdict(english, Applicability.SAFE if safe else Applicability.UNSAFE, 0.95 if safe else 0.75)
        if self._language is not None or len(form) < 3:
            return None
        at_home = any(self._likely_language in name.languages for name in names) and self._after_the(found.first)
        return _Verdict(english, Applicability.UNSAFE, 0.7) if self._among_states(found) or at_home else None

    def _is_spelt_out(self, index: int) -> bool:
        """Whether the words that the acronym stands for are before it: `Hazara Development Party (HDP)`."""
        form = self._forms[index]
        if index <= len(form) or self._forms[index - 1] != "(":
            return False
        words = self._forms[index - 1 - len(form) : index - 1]
        return "".join(word[0] for word in words).upper() == form.upper()

    def _is_title(self, found: _Found) -> bool:
        """Whether an acronym is something else, or the word itself: `an episode of CSI`, `ONU, in Ohio, beat`."""
        before, after = self._places.before(found.first), self._places.after(found.last)
        if after is not None and after.is_capitalised and not self._names.is_demonym(after.text):
            return True
        if _TALKED_ABOUT.match(self._text, self._tokens[found.last].end):
            return True
        near = self._text[max(0, self._tokens[found.first].start - 40) : self._tokens[found.first].start]
        return bool(_SHOW.search(near)) or (before is not None and before.text == "like")

    def _among_states(self, found: _Found) -> bool:
        start, end = self._tokens[found.first].start, self._tokens[found.last].end
        return bool(_SUMMIT.search(self._text, max(0, start - 40), end + 40))

    def _after_the(self, index: int) -> bool:
        before = self._places.before(index)
        return before is not None and before.text in ("the", "The")

    def _after_preposition(self, index: int) -> bool:
        before = self._places.before(index)
        return before is not None and bool(self._words.tags(before.text) & (Tag.PREPOSITION | Tag.DETERMINER))

    # What the name becomes at its place

    def _prefix(self, index: int) -> str | None:
        """The elided preposition or article that runs into token `index`: `dell’Ucraina`."""
        if index < 2 or self._forms[index - 1] not in ("’", "'"):
            return None
        prefix, mark, token = self._tokens[index - 2 : index + 1]
        if prefix.end != mark.start or mark.end != token.start or prefix.text.lower() not in _ELIDED:
            return None
        if self._language not in _ELIDING or self._text[prefix.start - 1 : prefix.start] not in (
            "",
            " ",
            "\n",
            "(",
            "“",
        ):
            return None
        if prefix.text == "D":
            return None  # D’Souza
        if prefix.is_capitalised and not self._places.opens_sentence(index - 2):
            return None
        before = self._places.before(index - 2)
        return None if before is not None and before.is_capitalised else prefix.text

    def _in_place(self, found: _Found, english: Sequence[str]) -> tuple[int, list[str]]:
        """Where the edit begins, and its texts, with the article that English wants."""
        first = found.first
        prefix = self._prefix(first)
        if prefix is not None:
            start, lead = self._tokens[first - 2].start, _ELIDED[prefix.lower()]
            return start, [self._opening(first - 2, self._with(lead, name, needed=True)) for name in english]
        foreign = self._foreign_article(first)
        if foreign is not None:
            return foreign.start, [self._opening(first - 1, self._with("", name, needed=True)) for name in english]
        if (english[0] in _BARE or english[0].startswith(_NO_ARTICLE)) and not self._modifies(found.last):
            before = self._places.before(first)
            if before is not None and before.text in ("the", "The"):
                return before.start, [name for name in english if name.startswith(english[0].split()[0])]
        title = self._places.before(first)
        if title is not None and self._is_the_country(found) and not self._names.takes_article(english[0]):
            return title.start, list(english[:1])
        if title is not None and english[0].lower().startswith(f"{title.text.lower()} "):
            return title.start, [f"{title.text}{name[len(title.text) :]}" for name in english[:1]]
        opens = self._places.opens_sentence(first)
        needed = self._lacks_article(first, found.last)
        return self._tokens[first].start, [
            self._opening(first, text) if opens else text
            for text in (self._with("", name, needed=needed) for name in english)
        ]

    def _with(self, lead: str, name: str, *, needed: bool) -> str:
        article = "the" if needed and self._names.takes_article(name) and not name.startswith(("the ", "The ")) else ""
        return " ".join(filter(None, (lead, article, name)))

    def _opening(self, index: int, text: str) -> str:
        return text[0].upper() + text[1:] if self._tokens[index].is_capitalised else text

    def _foreign_article(self, index: int) -> Token | None:
        """The article of the source language before a name: `le Maroc`, `il Brasile`."""
        before = self._places.before(index)
        if before is None or before.text.lower() not in _FOREIGN_ARTICLES.get(self._language or "", ()):
            return None
        if before.is_capitalised and not self._places.opens_sentence(index - 1):
            return None
        left = self._places.before(index - 1)
        if self._language == "de" and before.text in ("Die", "Das") and self._places.opens_sentence(index - 1):
            return before
        if self._words.is_word(before.text.lower()) and not (
            left is not None and self._words.tags(left.text) & Tag.PREPOSITION
        ):
            return None
        return None if left is not None and left.is_capitalised else before

    def _modifies(self, last: int) -> bool:
        """Whether a noun follows: `the ECOWAS summit`."""
        after = self._places.after(last)
        return after is not None and not after.is_capitalised and bool(self._words.likely_tag(after.text) & _NOUN)

    def _lacks_article(self, first: int, last: int) -> bool:
        """Whether nothing before the name determines it, and no noun after it makes it a modifier."""
        if self._modifies(last):
            return False
        before = self._places.before(first)
        if before is None:
            return first == 0 or self._forms[first - 1] not in ("-", "’", "'", "/")
        if self._places.opens_sentence(first):
            return True
        if before.text in _CONJUNCTIONS or before.text in ("down", "up", "along", "across"):
            return True
        wanted = Tag.PREPOSITION | Tag.CONJUNCTION | Tag.INFINITIVE | _VERB | _VERBAL
        tag = self._words.likely_tag(before.text)
        return not before.is_capitalised and bool(tag & wanted)

    # Forms that no table has

    def _odd_form(self, index: int) -> Iterator[Edit]:
        found = self._inflected(index) or self._elided_english(index)
        if found is not None:
            yield found
            return
        english = self._misspelt(index)
        if english is not None and self._places.role(index, index) is not Role.PERSON:
            token = self._tokens[index]
            known = english in self._names.named_list("country") or token.text[0] == "İ"
            certain = self._language is not None and known
            yield self._rules["exonym-misspelt"].edit(
                self._text,
                token.start,
                token.end,
                [english],
                applicability=Applicability.SAFE if certain else Applicability.UNSAFE,
                confidence=0.95 if certain else 0.7,
            )

    def _suffixed(self, index: int) -> Edit | None:
        """A name with a Turkish ending after its apostrophe: `Odessa’dan`."""
        if index + 2 >= len(self._tokens) or self._forms[index + 1] not in ("’", "'"):
            return None
        token, mark, suffix = self._tokens[index : index + 3]
        if mark.start != token.end or suffix.start != mark.end or suffix.text in _ENGLISH_CLITICS:
            return None
        turkish = self._language == "tr"
        if not _TURKISH_SUFFIX.fullmatch(suffix.text) or not (turkish or len(suffix.text) > 2):
            return None
        names = self._names.lookup(token.text)
        known = self._names.is_english_name(token.text) or self._words.is_proper(token.text)
        if not names and not known and not (turkish and len(token.text) > 2 < len(suffix.text) + 1):
            return None
        english = names[0].english if names and not known else token.text
        if _TURKISH_GENITIVE.fullmatch(suffix.text) and self._owns(index):
            english += f"{mark.text}s"
        return self._rules["exonym-suffix"].edit(
            self._text,
            token.start,
            suffix.end,
            [english],
            applicability=Applicability.SAFE if self._language == "tr" else Applicability.UNSAFE,
        )

    def _owns(self, index: int) -> bool:
        """Whether the name at a token, before its ending, stands before what it owns: `Bursa’nın mayor`."""
        before, after = self._places.before(index), self._places.after(index + 2)
        if before is not None and before.text == "of":
            return False
        return after is not None and bool(self._words.likely_tag(after.text.lower()) & (_NOUN | Tag.ADJECTIVE))

    def _inflected(self, index: int) -> Edit | None:
        """A case form of a name in the article's language: `Moskwie`, `Rusiei`, `Russlands`."""
        form = self._forms[index]
        language = self._language or self._likely_language or ""
        endings = _INFLECTIONS.get(language, ())
        after = self._places.after(index)
        owns = endings is _GENITIVE and after is not None and not after.is_capitalised
        if not endings or len(form) < 5 or (self._is_known_word(form) and not owns):
            return None
        for ending, replacement in endings:
            stem = form[: len(form) - len(ending)] + replacement if form.endswith(ending) else ""
            name = self._nominative(stem, language) if len(stem) > 3 else None
            role = self._places.role(index, index)
            if name is not None and role not in (Role.PERSON, Role.PART):
                placed = owns or role is Role.PLACE or name.kind in ("country", "capital")
                sure = self._language is not None and placed and self._is_only_a_place(form, name, owns=owns)
                start, texts = self._in_place(_Found(index, index, ()), [name.english])
                return self._rules["exonym-inflected"].edit(
                    self._text,
                    start,
                    self._tokens[index].end,
                    texts if endings is not _GENITIVE else [self._possessive(index, texts[0])],
                    applicability=Applicability.SAFE if sure else Applicability.UNSAFE,
                    confidence=0.95 if sure else None,
                )
        return None

    def _is_known_word(self, form: str) -> bool:
        return self._words.unigram(form) > _RARE or self._words.is_word(form)

    def _possessive(self, index: int, english: str) -> str:
        """A name in a Germanic genitive, as English says it: `Sveriges government`, `the president Russlands`."""
        before, after = self._places.before(index), self._places.after(index)
        if after is not None and self._words.likely_tag(after.text.lower()) & (_NOUN | Tag.ADJECTIVE):
            return f"{english}{'’' if '’' in self._text else chr(39)}s"
        governed = before is not None and bool(self._words.likely_tag(before.text) & _NOUN)
        return f"of {english}" if governed else english

    def _is_only_a_place(self, form: str, name: Name, *, owns: bool) -> bool:
        """Whether a case form of a well-known place is nobody's name, and unknown to English if it owns nothing."""
        person = self._words.is_surname(form) or self._words.is_given_name(form)
        known = self._words.unigram(form) and not (owns and name.kind == "country")
        return name.kind in _DECLINED_KINDS and not (person or name.ambiguous or known)

    def _nominative(self, stem: str, language: str) -> Name | None:
        """The place by its first case, in a language's form or as English has it."""
        own = [name for name in self._names.lookup(stem) if language in name.languages and name.kind in PLACE_KINDS]
        if own:
            best = self._best_first(own)[0]
            return next(name for name in own if name.english == best)
        known = next((kind for kind in ("country", "capital") if stem in self._names.named_list(kind)), None)
        return None if known is None or self._words.is_given_name(stem) else Name(stem, stem, known, (language,))

    def _is_behind_particle(self, index: int) -> bool:
        """Whether the elided article before a name belongs to a foreign phrase: Quai de l’Atlantique."""
        return index > 2 and self._forms[index - 3] in ("de", "di", "à", "sur")

    def _elided_english(self, index: int) -> Edit | None:
        """An elided article or preposition before a name that is English already: `l’Armenia`."""
        form, prefix = self._forms[index], self._prefix(index)
        known = self._names.is_english_name(form) or self._words.is_proper(form)
        if prefix is None or not known or self._places.role(index, index) is Role.PART:
            return None
        if self._is_behind_particle(index):
            return None
        start, texts = self._in_place(_Found(index, index, ()), [form])
        return self._rules["exonym-elided"].edit(self._text, start, self._tokens[index].end, texts)

    def _misspelt(self, index: int) -> str | None:
        """The country or capital that an unknown word is by its sound: `Kazakhistan`, `Aserbaidjan`."""
        form = self._forms[index]
        if form[0] == "İ" and self._language == "tr" and self._words.is_proper("I" + form[1:]):
            return "I" + form[1:]  # the Turkish letter
        if len(form) < _LONG or self._words.unigram(form) > _RARE or self._words.is_word(form):
            return None
        if self._words.is_surname(form) or self._words.is_given_name(form):
            return None
        found = {self._sounds[key] for key in sound_keys(form) & self._sounds.keys()}
        found |= {
            n.english for other in _respelt(form) for n in self._names.lookup(other) if n.kind in ("country", "capital")
        }
        return found.pop() if len(found) == 1 and form not in found else None

    # One name in two spellings

    def _spellings(self) -> Iterator[Edit]:
        """Surnames spelt otherwise than where the person is introduced: `Letienne` after `Maud Lestienne`."""
        people = {person.surname: person for person in self._evidence.people.values() if len(person.surname) > 5}
        for index, token in enumerate(self._tokens):
            form = token.text
            if len(form) < 6 or not token.is_capitalised or self._is_introduced(form) or not self._is_odd(index):
                continue
            often = self._forms.count(form)
            near = [p for p in people.values() if p.mentions >= often and self._is_variant(index, p)]
            if len(near) == 1 and self._same_person(index, near[0]):
                sure = self._is_slip(index, near[0])
                yield self._rules["name-spelling"].edit(
                    self._text,
                    token.start,
                    token.end,
                    [near[0].surname],
                    applicability=Applicability.SAFE if sure else Applicability.UNSAFE,
                    confidence=0.95 if sure else None,
                )

    def _is_introduced(self, form: str) -> bool:
        """Whether a surname has a given name of its own, one that nobody of nearly the same surname has."""
        person = self._evidence.people.get(form)
        if person is None or person.given_name is None:
            return False
        return not any(self._is_namesake(person, other) for other in self._evidence.people.values())

    def _is_namesake(self, person: Person, other: Person) -> bool:
        """Whether somebody of the same given name is introduced earlier: one of two such spellings is wrong."""
        if other.given_name != person.given_name or not is_slip(person.surname, other.surname):
            return False
        return self._introduction(other) < self._introduction(person)

    def _introduction(self, person: Person) -> int:
        """Where the person's full name stands first."""
        found = re.search(rf"\b{re.escape(person.full_name)}\b", self._text)
        return found.start() if found else len(self._text)

    def _is_variant(self, index: int, person: Person) -> bool:
        """Whether the word at a token reads as the person's surname spelt otherwise."""
        form = self._forms[index]
        return form != person.surname and (same_name(form, person.surname) or self._is_clipped(index, person))

    def _is_clipped(self, index: int, person: Person) -> bool:
        """Whether the surname behind the person's own title has lost or won an e: `Captain Berton` for Bertone."""
        return self._has_title_of(index, person) and is_clipped(self._forms[index], person.surname)

    def _has_title_of(self, index: int, person: Person) -> bool:
        before = self._places.before(index)
        return before is not None and person.title is not None and before.text.lower() == person.title

    def _is_slip(self, index: int, person: Person) -> bool:
        """Whether the word can only be the surname of the person introduced before, wherever the article has it."""
        form = self._forms[index]
        if person.given_name is None or self._introduction(person) > self._tokens[index].start:
            return False
        if self._words.unigram(form) > _SELDOM or not (
            is_slip(form, person.surname) or self._is_clipped(index, person)
        ):
            return False
        return all(self._stands_for(at, person) for at, other in enumerate(self._forms) if other == form)

    def _stands_for(self, index: int, person: Person) -> bool:
        """Whether the word stands alone, as a surname does: behind no article, preposition of place or other title."""
        before, after = self._places.before(index), self._places.after(index)
        start, end = self._tokens[index].start, self._tokens[index].end
        tied = self._text[start - 1 : start] in _JOINTS or self._text[end : end + 1] == "-"
        if tied or (after is not None and after.is_capitalised):
            return False
        if before is None or self._places.opens_sentence(index):
            return True
        if before.is_capitalised and not self._places.opens_sentence(index - 1):
            return before.text == person.given_name or self._has_title_of(index, person)
        if self._words.is_person_noun(before.text):
            return self._has_title_of(index, person)
        return before.text.lower() not in _NEVER_BEFORE_SURNAMES

    def _is_odd(self, index: int) -> bool:
        """Whether a word is nothing but a rare name."""
        form = self._forms[index]
        if self._words.is_word(form) or self._words.unigram(form) > 20 or self._words.is_given_name(form):
            return False
        return (
            not self._names.lookup(form) and not self._names.is_english_name(form) and not self._names.is_demonym(form)
        )

    def _same_person(self, index: int, person: Person) -> bool:
        """Whether no other given name stands before the word, and no word after it makes another name of it."""
        before, after = self._places.before(index), self._places.after(index)
        if after is not None and after.is_capitalised:
            return False
        if before is None or not before.is_capitalised or not self._words.is_given_name(before.text):
            return True
        return before.text == (person.given_name or before.text)


def _plain(form: str) -> str:
    """The form without accents."""
    return "".join(char for char in unicodedata.normalize("NFD", form) if not unicodedata.combining(char))


def _respelt(form: str) -> Iterator[str]:
    """The form with one sound written as another language writes it."""
    for old, new in _RESPELLINGS:
        if old in form[1:]:
            yield form[0] + form[1:].replace(old, new)
