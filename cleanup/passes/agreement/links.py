"""Links between a verb and what it governs: asks her of singing, sees him to fall, comes and to help, like to buy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.lexicon.inflection import all_forms, base_of_gerund, gerund
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of, with_plurals, word_class
from cleanup.lexicon.words import Tag
from cleanup.pattern import kept_pattern
from cleanup.resources import Resources
from cleanup.syntax.words import INTRANSITIVE

_DETERMINED: Final = r"(?:the|a|an|his|her|its|their|our|my|your|every|each|no|any)"
_PERSON: Final = (
    rf"(?P<person>(?:him|her|them|us|me|you|people)|{_DETERMINED} (?:[a-z-]+ ){{0,2}}?(?P<noun>[a-z]+)"
    r"|[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+){0,2})"
)
_OPENS: Final = (
    r"(?= (?:the|a|an|his|her|its|their|our|my|this|that|these|those|all|every|any|him|them|it|us|me|up|out)\b)"
)


_ASKING: Final = "|".join(sorted(forms_of("verbs_with_infinitive_of_another")))
_DECISIONS: Final = "|".join(sorted(with_plurals("nouns_with_infinitive_alone")))
_SEEING: Final = "|".join(form for verb in ("see", "watch", "hear") for form in all_forms(verb))
_ASKS: Final = kept_pattern(
    rf"(?<![\w’'-])(?:{_ASKING}) {_PERSON}"
    r"(?P<link> of (?P<not>not )?(?P<verb>[a-z]+ing))(?![\w’-])"
)
_DECISION: Final = kept_pattern(
    rf"(?<![\w’'-])(?:{_DECISIONS})"
    rf"(?P<link> of (?P<not>not )?(?P<verb>[a-z]+ing)){_OPENS}"
)
_SEES: Final = kept_pattern(rf"(?<![\w’'-])(?:{_SEEING}) {_PERSON}(?P<link> to) (?P<verb>[a-z]+)(?![\w’-])")
_LETS: Final = kept_pattern(rf"(?<![\w’'-])(?:[Ll]et|lets|letting) {_PERSON}(?P<link> to) (?P<verb>[a-z]+)(?![\w’-])")
_MAKES: Final = kept_pattern(
    rf"(?<![\w’'-])(?:make|makes|made|making) (?!them\b|it\b){_PERSON}(?P<link> to) (?P<verb>[a-z]+)(?![\w’-])"
)
_COMES: Final = kept_pattern(
    r"(?<![\w’'-])(?:(?:comes|came|goes|went|returns|returned)(?: back| home| out| in)?)"
    r"(?P<link> and) to (?P<verb>[a-z]+)(?![\w’-])"
)
_LIKE: Final = kept_pattern(
    r"(?<![\w’'-])(?P<head>(?:[Ii]t|[Tt]his|[Tt]hat) (?:is|was|would be|will be|seems|seemed|feels|felt)"
    r"(?: not| a bit| a little| just| almost| rather| more)? like)"
    r"(?P<link> to (?P<not>not )?(?P<verb>[a-z]+))(?![\w’-])"
)
_WONDERS: Final = kept_pattern(r"\b(?:what|how|idea|sense|picture)\b", ignore_case=True)
_BODIES: Final = word_class("acting_bodies")
_RENTED: Final = word_set("house flat apartment room building cottage shop office land property space rooms flats")
_ON_PURPOSE: Final = word_set("order measure last fit")
"""What things are made to: a bed to measure."""
_SINGLED_OUT: Final = kept_pattern(r"\b(?:first|second|third|last|next|only|[a-z]{3,}est)\b")
"""What makes an infinitive tell what somebody alone did: made her the first woman to win."""
_TO_BEFORE: Final = kept_pattern(r"\b(?:to [a-z]+|for)\b")


def link_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits of the words that link a verb to the verb it governs."""
    yield from _Finder(article, resources).edits()


class _Finder:
    def __init__(self, article: Article, resources: Resources) -> None:
        self._article = article
        self._text = article.text
        self._resources = resources
        self._words = resources.words

    def edits(self) -> Iterator[Edit]:
        """All edits of the article."""
        for pattern, named in ((_ASKS, True), (_DECISION, False)):
            for match in pattern.finditer(self._text):
                base = base_of_gerund(match["verb"], self._words)
                if base is not None and not (named and not self._asks(match)):
                    yield self._edit("of-and-gerund", match, f" {match['not'] or ''}to {base}")
        for match in _SEES.finditer(self._text):
            if match["verb"] in INTRANSITIVE and self._is_base(match["verb"]) and self._is_person(match):
                yield self._edit("bare-infinitive", match, "")
        for match in _LETS.finditer(self._text):
            if match["noun"] not in _RENTED and self._words.likely_tag(match["verb"]) & Tag.VERB_BASE:
                yield self._edit("bare-infinitive", match, "")
        for match in _MAKES.finditer(self._text):
            acts = self._words.likely_tag(match["verb"]) & Tag.VERB_BASE and match["verb"] not in _ON_PURPOSE
            chosen = _SINGLED_OUT.search(match[0])
            if acts and not chosen and match["noun"] not in _BODIES and self._is_person(match):
                yield self._edit("bare-infinitive", match, "")
        for match in _COMES.finditer(self._text):
            plain = self._words.likely_tag(match["verb"]) & Tag.VERB_BASE or self._has_object(match)
            if plain and self._is_base(match["verb"]) and not _TO_BEFORE.search(self._before(match)):
                yield self._edit("doubled-link", match, "")
        for match in _LIKE.finditer(self._text):
            if self._is_base(match["verb"]) and not _WONDERS.search(self._before(match)):
                yield self._edit("preposition-and-infinitive", match, f" {match['not'] or ''}{gerund(match['verb'])}")

    def _edit(self, rule: str, match: regex.Match[str], replacement: str) -> Edit:
        return self._resources.rules[rule].edit(self._text, *match.span("link"), [replacement])

    def _before(self, match: regex.Match[str]) -> str:
        """What stands before the match in its sentence."""
        return self._text[self._article.sentence_at(match.start()).start : match.start()]

    def _is_base(self, verb: str) -> bool:
        return bool(self._words.tags(verb) & Tag.VERB_BASE) or verb in ("be", "have", "do")

    def _has_object(self, match: regex.Match[str]) -> bool:
        """Whether an object begins behind the match."""
        return kept_pattern(_OPENS).match(self._text[match.end() : match.end() + 8]) is not None

    def _asks(self, match: regex.Match[str]) -> bool:
        """Whether somebody is asked to do what follows: not the price of running it, nor a student of engineering."""
        noun = bool(self._words.tags(match["verb"]) & Tag.NOUN)
        opens = self._has_object(match)
        return (opens or not noun) and (self._is_person(match) or (opens and match["noun"] in _BODIES))

    def _is_person(self, match: regex.Match[str]) -> bool:
        """Whether the object is a person."""
        noun = match["noun"]
        if noun is None:
            return True
        return any(self._words.is_person_noun(form) for form in (noun, noun.removesuffix("s")))
