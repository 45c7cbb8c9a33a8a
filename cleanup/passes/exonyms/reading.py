"""What the parts of the pass read off one article: its words, its language, and what stands around a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from cleanup.article import Article
from cleanup.edits import Applicability
from cleanup.lexicon.names import Name
from cleanup.lexicon.words import ANY_NOUN
from cleanup.reading import ArticleReading
from cleanup.resources import Resources

# Prepositions that lose their vowel before a name, with their article or without: dell’Ucraina, l’Italia, d’Irlanda.
ELIDED: Final = {
    "l": "", "d": "of", "dell": "of", "all": "to", "nell": "in", "sull": "on", "dall": "from", "coll": "with",
    "un": "a", "dall’": "from", "qu": "that",
}  # fmt: skip
_ELIDING: Final = ("it", "fr")
_CLUBS: Final = re.compile(
    r"\b(?:striker|midfielder|goalkeeper|defender|coach|football|soccer|basketball|league|matchday|champions|"
    r"cup|goals?|Serie A|La Liga|Bundesliga|Ligue 1|stadium|penalty|squad)\b"
)
_MATCH: Final = re.compile(
    rf"{_CLUBS.pattern}|\b\d{{1,2}}[-–:]\d{{1,2}}\b|\bbeat [A-Z]"
    r"|[A-Z]\w+ are (?:out|through|top|level|clear|champions)\b"
    r"|\b(?:(?:free|corner) kick|kick-?off|half-?time|(?:own|away) goal|(?:added|extra) time|derby|referee|"
    r"keeper|offside|equali[sz]er|relegat\w+|clean sheet|shoot-?out|at home to)\b"
)
SAINTLY: Final = ("St", "Saint")
_BRITAIN: Final = ("Great Britain", "United Kingdom")  # one name for a translator
_KINDS: Final = ("country", "capital", "city")  # what a form stands for first, where it may be several
RARE: Final = 2  # in eleven million words of clean English: a form that English text does not use
SELDOM: Final = 9  # in as many words: a foreigner's name that English text spells so now and then
KNOWN: Final = 3.4  # Zipf


@dataclass(frozen=True, slots=True)
class Found:
    """A foreign form at tokens `first` to `last` (both included), and the names it may be."""

    first: int
    last: int
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a form becomes, best first, and how sure that is."""

    english: tuple[str, ...]
    applicability: Applicability
    confidence: float


class Reading(ArticleReading):
    """One article as the pass reads it."""

    def __init__(self, article: Article, resources: Resources) -> None:
        super().__init__(article, resources)
        self.forms = [token.text for token in article.tokens]

    def occurrences(self, form: str) -> Sequence[int]:
        """The tokens that are this form."""
        return self._by_form.get(form, ())

    @cached_property
    def _by_form(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for index, form in enumerate(self.forms):
            found.setdefault(form, []).append(index)
        return found

    @cached_property
    def is_sport(self) -> bool:
        """Whether the article is about sport, where clubs keep their own names."""
        return len(set(_CLUBS.findall(self.text))) >= 2

    def is_match_report(self, index: int) -> bool:
        """Whether the sentence of token `index` tells of a match: it has a score, or a word of clubs."""
        sentence = self.article.sentence_at(self.tokens[index].start)
        return bool(_MATCH.search(self.text, sentence.start, sentence.end))

    def candidates(self, found: Found) -> list[Name]:
        """The names a form may stand for: those of the article's language, where it has one, else all."""
        fitting = [name for name in found.names if self.language in name.languages]
        return fitting or list(found.names)

    def best_first(self, names: Sequence[Name]) -> tuple[str, ...]:
        """Their English names; one alone where it is far better known than the others."""
        counts = {name.english: self.count(name.english) for name in names}
        kinds = {
            name.english: _KINDS.index(name.kind) if name.kind in _KINDS else len(_KINDS) for name in reversed(names)
        }
        ordered = sorted(counts, key=lambda english: (kinds[english], -counts[english]))
        first = ordered[0]
        same = (f"Republic of {first}", f"Republic of the {first}", *_BRITAIN)
        rivals = [e for e in ordered[1:] if counts[e] * 10 > counts[first] and not e.startswith(SAINTLY)]
        rivals = [e for e in rivals if e not in same]
        return (first, *rivals)

    def count(self, form: str) -> int:
        """How often clean English has a form; for several words, its rarest pair."""
        words = re.findall(r"[^\W\d_]+|[^\w\s]", form)
        if len(words) == 1:
            return self.words.unigram(form)
        return min(self.words.bigram(left, right) for left, right in pairwise(words))

    def prefix(self, index: int) -> str | None:
        """The elided preposition or article that runs into token `index`: `dell’Ucraina`."""
        if index < 2 or self.forms[index - 1] not in ("’", "'"):
            return None
        prefix, mark, token = self.tokens[index - 2 : index + 1]
        if prefix.end != mark.start or mark.end != token.start or prefix.text.lower() not in ELIDED:
            return None
        if self.language not in _ELIDING or self.text[prefix.start - 1 : prefix.start] not in (
            "",
            " ",
            "\n",
            "(",
            "“",
        ):
            return None
        if prefix.text == "D":
            return None  # D’Souza
        if prefix.is_capitalised and not self.places.opens_sentence(index - 2):
            return None
        before = self.places.before(index - 2)
        return None if before is not None and before.is_capitalised else prefix.text

    def is_behind_particle(self, index: int) -> bool:
        """Whether the elided article before a name belongs to a foreign phrase: Quai de l’Atlantique."""
        return index > 2 and self.forms[index - 3] in ("de", "di", "à", "sur")

    def modifies(self, last: int) -> bool:
        """Whether a noun follows: `the ECOWAS summit`."""
        after = self.places.after(last)
        return after is not None and not after.is_capitalised and bool(self.words.likely_tag(after.text) & ANY_NOUN)

    def is_the_country(self, found: Found) -> bool:
        """Whether a country or city in the article's language stands after “the”, which no person does.

        `the Dania put up`, `at the Pireo, which`; of a city only where nothing makes one of several of it.
        """
        before, after = self.places.before(found.first), self.places.after(found.last)
        if before is None or before.text not in ("the", "The"):
            return False
        kinds = {name.kind for name in found.names if self.language in name.languages}
        if "country" in kinds:
            return after is not None and after.text.islower()
        city = not kinds.isdisjoint({"city", "capital"}) and not self.is_sport and not self.modifies(found.last)
        return city and (after is None or (after.text.islower() and after.text not in ("of", "that")))
