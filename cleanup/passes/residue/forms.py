"""Forms of the source language that need no dictionary: `54 bin lira`, `XIIIe siècle`, `in februari`, `il TAR`."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Final

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.evidence import Places
from cleanup.lexicon.inflection import ordinal
from cleanup.lexicon.translations import translations
from cleanup.lexicon.word_classes import forms_of, with_plurals
from cleanup.lexicon.words import ANY_NOUN, Tag
from cleanup.origin import likely_origin, origin_of
from cleanup.passes.residue.reading import MOST_SEEN
from cleanup.resources import Resources
from cleanup.rulepack import BUNDLED

_SHORT_WORD: Final = 4  # letters: one that needs the article's language as a witness
_WHOLE: Final = re.compile(r"\d{1,3}")
_NUMBER: Final = r"(?<![\w.,])\d{1,3}(?:[.,]\d{1,3})*"
_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50}
_NUMERAL: Final = r"[IVX]{1,6}"
_CENTURY: Final = r"(?:siècles?|secol[oi]|séculos?|siglos?|segles?|eeuw|wieku|wiek|století|Jahrhunderts?|century)"
_NUMERAL_FIRST: Final = re.compile(rf"(?<!\w)({_NUMERAL}|\d{{1,2}})(e|ème|eme|\.|º|°)? ({_CENTURY})(?!\w)")
_NUMERAL_LAST: Final = re.compile(rf"(?<!\w)(?:siglo|século|secolo|segle) ({_NUMERAL})(?!\w)")
_ORDINARY_CENTURY: Final = "century"
_LATEST_CENTURY: Final = 21
_MARKET_DAY: Final = re.compile(r"(?<!\w)(Monday|Tuesday|Wednesday|Thursday|Friday)s?-(?:feiras?|fair)(?!\w)")
_FORMER: Final = re.compile(r"(?<![\w-])ex-([^\W\d_]{3,})(?![\w-])")
_OPERATION: Final = re.compile(
    r"(?<!\w)(?:Operación|Operação|Operazione|Opération|Operació|Operacja|Operațiunea|Operasjon|Operace|Operacija)"
    r"(?= [A-ZÀ-Þ])"
)
_BEFORE_ACRONYM: Final = {
    "it": ("il", "lo", "gli"), "es": ("el", "los"), "fr": ("le", "les"), "ca": ("els",), "pt": ("os",),
    "de": ("der", "das"), "nl": ("het",),
}  # fmt: skip
_ABBREVIATIONS: Final = {
    "sv": {"VD": "CEO", "vd": "CEO"}, "fr": {"PDG": "CEO", "TVA": "VAT"}, "es": {"IVA": "VAT"}, "it": {"IVA": "VAT"},
    "pt": {"IVA": "VAT"}, "nl": {"btw": "VAT"}, "de": {"MwSt": "VAT"},
}  # fmt: skip
_AT_PLACES: Final = {"it": ("a", "ad"), "fr": ("à",), "es": ("a",), "pt": ("em",), "ca": ("a",), "ro": ("la",)}
_VERB: Final = Tag.VERB_BASE | Tag.VERB_PAST | Tag.VERB_PRESENT | Tag.PAST_PARTICIPLE | Tag.GERUND
_GOING: Final = forms_of("verbs_of_going") | with_plurals("journeys")


def form_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits for numbers, centuries, dates, prefixes, articles and phrases of the source language."""
    reading = _Reading(article, resources)
    for find in (
        reading.numbers,
        reading.centuries,
        reading.market_days,
        reading.former,
        reading.operations,
        reading.acronyms,
        reading.abbreviations,
        reading.towns,
    ):
        yield from find()


class _Reading:
    """The forms in one article."""

    def __init__(self, article: Article, resources: Resources) -> None:
        self._article = article
        self._text = article.text
        self._tokens = article.tokens
        self._words = resources.words
        self._names = resources.names
        self._rules = resources.rules
        self._known = origin_of(article, resources)
        self._language = likely_origin(article, resources)
        self._places = Places(article, resources)

    def _edit(self, rule: str, start: int, end: int, text: str, *, certain: bool = True) -> Edit:
        return self._rules[rule].edit(
            self._text,
            start,
            end,
            [text],
            applicability=Applicability.SAFE if certain else Applicability.UNSAFE,
            confidence=None if certain else 0.8,
        )

    def numbers(self) -> Iterator[Edit]:
        """`54 bin lira` → `54,000 lira`; `3 mil millones of pesos` → `3 billion pesos`."""
        for match in _number_words().finditer(self._text):
            languages, english = _numbers()[match[2].lower()]
            lira = "tr" in languages and self._text.startswith((" lira", " TL"), match.end())
            fits = self._known in languages or lira
            agreed = len(match[2]) > _SHORT_WORD and self._words.unigram(match[2]) <= MOST_SEEN
            if not fits and not agreed and self._language not in languages:
                continue
            thousand = english == "thousand" and _WHOLE.fullmatch(match[1]) is not None
            text = f"{match[1]},000" if thousand else f"{match[1].replace(',', '.')} {english}"
            yield self._edit("residue-number", match.start(), match.end(), text, certain=fits or agreed)

    def centuries(self) -> Iterator[Edit]:
        """`XIIIe siècle`, `siglo XIX`, `19. Jahrhundert` → `13th century`, `19th century`."""
        for match in _NUMERAL_FIRST.finditer(self._text):
            if match[3] != _ORDINARY_CENTURY or (match[2] and match[2] != "."):
                yield from self._century(match, match[1])
        for match in _NUMERAL_LAST.finditer(self._text):
            yield from self._century(match, match[1])

    def _century(self, match: re.Match[str], numeral: str) -> Iterator[Edit]:
        number = int(numeral) if numeral.isdigit() else _roman(numeral)
        if 0 < number <= _LATEST_CENTURY:
            before = re.search(r"(\w+) $", self._text[: match.start()])
            article = "the " if before is not None and before[1].lower() in ("in", "of", "from", "since") else ""
            yield self._edit("residue-century", match.start(), match.end(), f"{article}{ordinal(number)} century")

    def market_days(self) -> Iterator[Edit]:
        """`Tuesday-feira` → `Tuesday`."""
        for match in _MARKET_DAY.finditer(self._text):
            yield self._edit("residue-date", match.start(), match.end(), match[1])

    def former(self) -> Iterator[Edit]:
        """`ex-vereador` → `former councillor`, where the word has one meaning."""
        for match in _FORMER.finditer(self._text):
            if self._language is None or self._words.is_word(match[1]):
                continue
            for meaning in translations().meanings(match[1], self._language)[:1]:
                if meaning.part.is_noun:
                    text = f"former {meaning.english[0]}"
                    certain = meaning.certain and self._known is not None
                    yield self._edit("residue-foreign-word", match.start(), match.end(), text, certain=certain)

    def operations(self) -> Iterator[Edit]:
        """`Operación Lince` → `Operation Lince`."""
        for match in _OPERATION.finditer(self._text):
            yield self._edit("residue-set-phrase", match.start(), match.end(), "Operation")

    def acronyms(self) -> Iterator[Edit]:
        """An article of the language before an acronym: `il TAR` → `the TAR`."""
        articles = _BEFORE_ACRONYM.get(self._language or "", ())
        for index, token in enumerate(self._tokens):
            after = self._places.after(index) if token.text in articles else None
            if after is not None and len(after.text) > 1 and after.text.isupper():
                known = self._known is not None
                yield self._edit("residue-function-word", token.start, token.end, "the", certain=known)

    def abbreviations(self) -> Iterator[Edit]:
        """`the VD, Ulla Berg` → `the CEO, Ulla Berg`."""
        table = _ABBREVIATIONS.get(self._language or "", {})
        for index, token in enumerate(self._tokens):
            left = self._places.before(index) if token.text in table else None
            if left is not None and left.text in ("the", "The", "its", "their"):
                yield self._edit("residue-set-phrase", token.start, token.end, table[token.text], certain=False)

    def towns(self) -> Iterator[Edit]:
        """A preposition of the language before a town: `lives a Firenze`, `presented à Lyon`."""
        prepositions = _AT_PLACES.get(self._language or "", ())
        for index, token in enumerate(self._tokens):
            town = self._places.after(index) if token.text in prepositions else None
            if town is None or not self._is_town(town.text) or not self._ends_before(index + 2):
                continue
            left = self._places.before(index)
            if left is not None and (left.is_capitalised or self._words.likely_tag(left.text) & Tag.PREPOSITION):
                continue
            going = left is not None and left.text.lower() in _GOING
            verbal = left is None or bool(self._words.likely_tag(left.text) & _VERB)
            certain = self._known is not None and not going and verbal
            yield self._edit("residue-function-word", token.start, token.end, "to" if going else "in", certain=certain)

    def _is_town(self, name: str) -> bool:
        kinds = {*self._names.kinds_of(name), *(found.kind for found in self._names.lookup(name))}
        return name[0].isupper() and bool(kinds & {"city", "capital"})

    def _ends_before(self, index: int) -> bool:
        """Whether a name ends before token `index`, and no noun follows that it may describe."""
        after = self._places.after(index - 1)
        if after is None:
            return True
        return not after.is_capitalised and not self._words.likely_tag(after.text) & (ANY_NOUN)


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))


def _rows(file: str) -> Iterator[list[str]]:
    for line in (BUNDLED / "residue" / file).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@functools.cache
def _numbers() -> Mapping[str, tuple[frozenset[str], str]]:
    """The languages and the English of each number word."""
    found: dict[str, tuple[frozenset[str], str]] = {}
    for languages, english, forms in _rows("numbers.tsv"):
        for form in forms.split("/"):
            known = found.get(form, (frozenset(), english))[0]
            found[form] = (known | set(languages.split(",")), english)
    return found


@functools.cache
def _number_words() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _numbers()), key=len, reverse=True))
    return re.compile(rf"({_NUMBER}) ({words})(?!\w)(?:\.(?= [a-z]))?(?: (?:of|de|di)(?= [a-z]+s\b))?", re.IGNORECASE)
