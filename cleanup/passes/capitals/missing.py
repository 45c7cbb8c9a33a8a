"""Capitals that are missing: at the start of a sentence, in days, months and nations, and where a `T` dropped off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import ANY_NOUN, FINITE_VERB, Tag
from cleanup.passes.capitals.lists import BESIDE_POLISH, DAYS, JOINS, with_capital
from cleanup.resources import Resources
from cleanup.syntax.parser import tag_sentence

_SENTENCE_START: Final = re.compile(r"(?<=[^\W\d_]{2}[.])(?P<gap>\s+)(?P<word>[a-zà-ÿ]+)(?![\w.@/-])")
_ABBREVIATIONS: Final = word_class("abbreviations")
_FIRST_WORD: Final = re.compile(r"[a-zà-ÿ]+(?![\w.@/-])")
_SENTENCE_MARKS: Final = tuple(".!?…")
_SENTENCE_ENDS: Final = frozenset('.!?…”"')
_LEAST_CLAUSE: Final = 6  # words
_VERB_WITHIN: Final = 15  # words
_COMMON: Final = 3.5  # Zipf
_VERBAL: Final = FINITE_VERB | Tag.PAST_PARTICIPLE
_OFTEN_CAPITAL: Final = 50  # times in eleven million words of clean English
_RARELY_CAPITAL: Final = 5  # the same, of a word that is small nowhere
_SHORTEST_PEOPLE: Final = 6  # letters
_ALSO_THINGS: Final = word_set("berliner muscovite soviets afghans mongol mongols")
_THINGS: Final = re.compile(r" (?:blinds?|glass|steaks?|biscuits?|cream|chairs?)\b")
_DISHES: Final = re.compile(r"\b(?:eggs|spinach|chicken|sole) $")
_LOWER_NAME: Final = re.compile(
    r"(?<![\w@#/._’'])(?:(?:anti|pro|non|ex|pre|post)-)?(?P<name>[a-zà-ÿ]{3,})(?![\w@/_]|\.\w)"
)
_PLACES: Final = frozenset(("city", "capital", "region", "country", "place"))
_IN_MONTH: Final = re.compile(r"\b(?:in|since|until) $")
_BEFORE_PLACE: Final = re.compile(r"\b(?:[Ii]n|of|from|to|near|across|outside|between) $")
_DAY: Final = re.compile(r"\b(?:[1-9]|[12]\d|3[01]) $")
_ALWAYS: Final = word_set(
    "christmas ramadan muslim muslims islam islamic jewish jews christianity buddhist buddhists buddhism hindu hindus "
    "easter pentecost nazi nazis nazism catholicism catholics protestants jehovah"
)
_DROP_CAPITAL: Final = re.compile(r"(?:(?<=[.!?…] )|(?<=\n)|(?<=\A))he (?P<next>[a-z]+)")
_STRAY_INITIAL: Final = re.compile(r"(?:(?<=\n)|(?<=\A)|(?<=[.!?] ))(?P<stray>[A-Z])(?P<word>[A-Z][a-z]+|I)(?= [a-z])")
_BEHIND_HE: Final = Tag.VERB_PRESENT | Tag.VERB_PAST | Tag.MODAL | Tag.AUXILIARY | Tag.ADVERB | Tag.PAST_PARTICIPLE
"""What may follow “he”: so that a noun after it shows a lost “T”."""


class MissingCapitals:
    """Edits that give a capital."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, article: Article) -> Iterator[Edit]:
        """All of them."""
        dropped = list(self._drop_capitals(article))
        yield from dropped
        taken = {edit.start for edit in dropped}
        yield from self._sentence_starts(article, taken)
        yield from self._paragraph_starts(article, taken)
        yield from self._lower_names(article)

    def _drop_capitals(self, article: Article) -> Iterator[Edit]:
        words = self._resources.words
        for match in _DROP_CAPITAL.finditer(article.text):
            following = words.tags(match["next"])
            noun = words.likely_tag(match["next"]) & (ANY_NOUN | Tag.ADJECTIVE)
            if noun and not following & _BEHIND_HE:
                yield self._edit(article, "drop-capital", match.start(), match.start() + 2, "The")
        for match in _STRAY_INITIAL.finditer(article.text):
            whole, word = match["stray"] + match["word"], match["word"]
            if words.zipf(word) >= 5.5 and words.unigram(whole) == 0:
                yield self._edit(article, "drop-capital", match.start(), match.end(), word)

    def _sentence_starts(self, article: Article, taken: set[int]) -> Iterator[Edit]:
        words = self._resources.words
        for match in _SENTENCE_START.finditer(article.text):
            word = match["word"]
            before = re.search(r"[\w.’'-]+$", article.text[max(0, match.start() - 30) : match.start()])
            last = before.group().rstrip(".") if before else ""
            if not last or "." in last or last.lower() in _ABBREVIATIONS or (last[0].isupper() and len(last) < 4):
                continue
            if match.start("word") in taken or word in JOINS or "\n" in match["gap"]:
                continue
            whole = words.is_word(last.lower()) or last.istitle()  # not: 40 thous. views
            if words.zipf(word) < 5.0 and not (whole and self._opens_clause(article, match.start("word"))):
                continue
            yield self._edit(article, "sentence-start", match.start("word"), match.end("word"), with_capital(word))

    def _paragraph_starts(self, article: Article, taken: set[int]) -> Iterator[Edit]:
        """The first word of a paragraph of whole sentences, behind one that is whole as well."""
        text, ended = article.text, True
        for paragraph in article.paragraphs:
            line = text[paragraph.start : paragraph.end]
            whole = line.rstrip("”\"’')")[-1:] in _SENTENCE_MARKS
            word = _FIRST_WORD.match(line)
            if (
                word
                and ended
                and whole
                and paragraph.start not in taken
                and self._opens_clause(article, paragraph.start)
            ):
                end = paragraph.start + word.end()
                yield self._edit(article, "sentence-start", paragraph.start, end, with_capital(word.group()))
            ended = whole

    def _opens_clause(self, article: Article, start: int) -> bool:
        """Whether a common word begins a clause with its verb at `start`: no brand, no remark that trails off."""
        words = tag_sentence(article.text[start : article.sentence_at(start).end])
        if len(words) < _LEAST_CLAUSE or words[-1].text not in _SENTENCE_ENDS:
            return False
        lexicon, first = self._resources.words, words[0].text
        common = lexicon.is_word(first) and lexicon.zipf(first) >= _COMMON and not lexicon.may_be_proper(first)
        return common and any(word.tag & _VERBAL for word in words[1:_VERB_WITHIN])

    def _lower_names(self, article: Article) -> Iterator[Edit]:
        for match in _LOWER_NAME.finditer(article.text):
            word = match["name"]
            in_month = word in ("may", "august") and _IN_MONTH.search(
                article.text, max(0, match.start() - 7), match.start()
            )
            after_place_word = _BEFORE_PLACE.search(article.text, max(0, match.start() - 10), match.start())
            dated = word == "march" and _DAY.search(article.text, max(0, match.start() - 4), match.start())
            placed = after_place_word is not None and self._is_lower_place(word)
            placed = placed or (word == "polish" and self._is_of_poland(article, match.start("name")))
            known = word in DAYS or word in _ALWAYS or self._is_lower_name(word) or self._is_never_small(word)
            known = known or (self._is_rare_demonym(word) and not _is_thing(article.text, *match.span("name")))
            if in_month or dated or placed or known:
                start, end = match.span("name")
                yield self._edit(article, "lower-case-name", start, end, with_capital(word))

    def _is_of_poland(self, article: Article, at: int) -> bool:
        """Whether “polish” stands before a noun, in an article about Poland."""
        number = article.token_index(at)
        before, following = article.tokens[number - 1 : number], article.tokens[number + 1 : number + 2]
        if not before or not following or not re.search(r"(?<!\w)(?:Poland|Polish|Poles|Warsaw)(?!\w)", article.text):
            return False
        left, right = before[0].text.lower(), following[0].text
        tags = self._resources.words.likely_tag(left)
        leads = left.isdigit() or bool(tags & (Tag.DETERMINER | Tag.PREPOSITION | Tag.ADJECTIVE))
        noun = self._resources.words.likely_tag(right.lower()) & (ANY_NOUN | Tag.ADJECTIVE)
        names = following[0].is_word and (following[0].is_capitalised or bool(noun))
        return leads and names and BESIDE_POLISH.isdisjoint((left, right.lower()))

    def _is_lower_name(self, word: str) -> bool:
        words, names = self._resources.words, self._resources.names
        capital = with_capital(word)
        if not words.is_proper(capital) or words.zipf(word) < 3.0 or (words.capitalised_share(word) or 0.0) < 0.98:
            return False
        return names.is_demonym(capital) or names.country_of(capital) is not None

    def _is_rare_demonym(self, word: str) -> bool:
        """Whether it is an adjective of a people that clean English never has small: genoese, andalusian."""
        words, capital = self._resources.words, with_capital(word)
        if len(word) < _SHORTEST_PEOPLE or word in _ALSO_THINGS or not words.may_be_proper(capital):
            return False
        counted = words.unigram(capital) >= _RARELY_CAPITAL and not words.unigram(word)
        return counted and self._resources.names.is_demonym(capital)

    def _is_never_small(self, word: str) -> bool:
        """Whether clean English has the word often with a capital and never without: wimbledon, netherlands."""
        words, capital = self._resources.words, with_capital(word)
        if words.is_word(word) or words.unigram(word) or words.unigram(capital) < _OFTEN_CAPITAL or len(word) < 5:
            return False
        person = words.is_given_name(capital) or words.is_surname(capital)
        return words.is_proper(capital) and (not person or self._resources.names.is_english_name(capital))

    def _is_lower_place(self, word: str) -> bool:
        """Whether a word in lower case is a country or a capital, and hardly anything else: in italy."""
        words, names = self._resources.words, self._resources.names
        capital = with_capital(word)
        country = capital in names.named_list("country")
        known = country or (len(word) > 4 and capital in names.named_list("capital"))  # flags are put in bern(e)
        if known and words.zipf(word) >= 3.0 and (words.capitalised_share(capital) or 0.0) >= 0.99:
            return True
        small = words.is_word(word) or words.unigram(word)
        return not small and words.unigram(capital) >= _RARELY_CAPITAL and bool(names.kinds_of(capital) & _PLACES)

    def _edit(self, article: Article, rule: str, start: int, end: int, replacement: str) -> Edit:
        return self._resources.rules[rule].edit(article.text, start, end, [replacement])


def _is_thing(text: str, start: int, end: int) -> bool:
    """Whether the adjective belongs to a dish or a thing that has lost its place: venetian blinds, eggs florentine."""
    return _THINGS.match(text, end) is not None or _DISHES.search(text, max(0, start - 9), start) is not None
