"""An infinitive behind a verb that has the form in -ing: finished to paint, succeeded to sell, prevented them to go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.lexicon.government import Kind, government
from cleanup.lexicon.inflection import base_of_third, gerund
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import with_plurals, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax.clauses import is_only_verb, is_past
from cleanup.syntax.heads import BE, head_of
from cleanup.syntax.parser import DETERMINERS, OBJECT_PRONOUNS, Word, parse
from cleanup.syntax.words import MIDDLE_ADVERBS, QUANTIFIERS

_ALONE: Final = word_class("verbs_with_gerund_alone")
_FROM: Final = word_class("verbs_with_from_and_gerund")
_LINKS: Final = {
    "succeed": "in",
    "persist": "in",
    "insist": "on",
    "refrain": "from",
    "abstain": "from",
    "desist": "from",
}
"""The prepositions of verbs that stand too seldom to be counted."""
_JUDGED: Final = ("of", "on", "in", "for")
"""Prepositions that the counts of a head are asked for."""
_NEARLY_ALWAYS: Final = 0.6
_KNOWN: Final = 60  # occurrences
_SAID_OF: Final = word_set("consider suggest admit acknowledge imagine recommend foresee anticipate")
"""What is said of somebody: considered to be; admitted to hospital."""
_LONGEST: Final = 6  # words of an object
_OPENS: Final = DETERMINERS | OBJECT_PRONOUNS | QUANTIFIERS
_PERSONS: Final = word_set("i he she we you")
_PEOPLE: Final = with_plurals("groups_of_people", "anybody", "kin", "men", "women") | word_set("people residents")
_CLAUSE_OPENERS: Final = word_set("that who which and but because when while if as")


class _Infinitive(NamedTuple):
    words: Sequence[Word]
    at: int
    """Where its `to` stands."""

    @property
    def has_object(self) -> bool:
        after = self.words[self.at + 2]
        return after.lower in _OPENS or after.is_proper or bool(after.tag & Tag.NUMBER)


def gerund_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that put the form in -ing, with the preposition that belongs to the word before it."""
    finder = _Finder(resources)
    for sentence in parse(article):
        for at in range(1, len(sentence.words) - 2):
            if sentence.words[at].lower != "to":
                continue
            link = finder.link(_Infinitive(sentence.words, at))
            if link is not None:
                form = f"{link} {gerund(sentence.words[at + 1].lower)}".strip()
                span = sentence.offset(at), sentence.end_offset(at + 1)
                yield resources.rules["preposition-and-infinitive"].edit(article.text, *span, [form])


class _Finder:
    def __init__(self, resources: Resources) -> None:
        self._words = resources.words

    def link(self, found: _Infinitive) -> str | None:
        """What stands between the word before the infinitive and its form in -ing; None where it may stand."""
        words, at = found.words, found.at
        verb = words[at + 1]
        if not verb.tags & (Tag.VERB_BASE | Tag.AUXILIARY) or verb.is_capitalised or verb.lower in DETERMINERS:
            return None
        if words[at - 1].lower == "used":
            joined = words[at + 2].tag is Tag.PUNCTUATION or words[at + 2].lower in ("that", "which", "and")
            noun = joined and not self._words.likely_tag(verb.lower) & Tag.VERB_BASE
            return "to" if self._is_person(words, at - 1) and not noun else None
        helper = verb.lower in ("be", "have")
        if not (found.has_object or helper or self._words.likely_tag(verb.lower) & Tag.VERB_BASE):
            return self._behind_object(words, at) if words[at + 2].tag is Tag.PUNCTUATION else None
        if words[at - 1].lower == "instead":
            return "of" if self._opens_with_instead(words, at) else None
        if words[at - 1].lower == "dreams" and self._words.is_person_noun(words[at - 2].lower):
            return "of"
        head = head_of(words, at - 1, self._words)
        if head is None:
            return self._behind_object(words, at)
        base, kind = head
        if kind is Kind.ADJECTIVE:
            return self._counted(base, kind)
        if words[at - 1].lower == base and words[at - 2].tag is Tag.NOUN:
            kind = Kind.NOUN  # it took the photo finish to separate them: no verb of one thing
        if kind is Kind.NOUN and is_only_verb(words, at - 1) and (verbal := self._base(words[at - 1])) is not None:
            base, kind = verbal, Kind.ACTIVE
        past = kind is Kind.EITHER and (is_past(words, at - 1) or _is_second_past(words, at - 1))
        if kind is Kind.NOUN or (kind is Kind.EITHER and not past) or kind is Kind.PASSIVE:
            return self._behind_object(words, at)
        if base in _ALONE:
            named = base in _SAID_OF and (verb.lower in ("be", "have") or not found.has_object)
            return None if named else ""
        return _LINKS.get(base) or self._counted(base, Kind.ACTIVE)

    def _base(self, word: Word) -> str | None:
        """The infinitive of a verb in the present that is taken for a noun: the company risks to lose it."""
        return base_of_third(word.lower, self._words) if word.tags & Tag.VERB_PRESENT else None

    def _is_person(self, words: Sequence[Word], used: int) -> bool:
        """Whether somebody is used to what follows, and no tool is used for it: he is not used to work at night."""
        at = used - 1
        while at > 0 and (words[at].lower in MIDDLE_ADVERBS | {"not"} or words[at].tag is Tag.ADVERB):
            at -= 1
        if at == 0 or words[at].lower not in BE - {"been", "being"}:
            return False
        at -= 1
        subject = words[at].lower
        if subject in _PERSONS:
            return True
        forms = (subject, subject.removesuffix("s"))
        opens = at == 0 or words[at - 1].lower in DETERMINERS or words[at - 1].tag is Tag.PUNCTUATION
        return opens and (subject in _PEOPLE or any(map(self._words.is_person_noun, forms)))

    def _counted(self, base: str, kind: Kind) -> str | None:
        """The preposition that the head nearly always has, and never an infinitive: focus on, capable of."""
        counts = government().counts(base, kind)
        total = sum(counts.values())
        if total < _KNOWN or counts["infinitive"] > 0:
            return None  # he participated to please her, a policy dependent on data to allow for doubt
        return next((link for link in _JUDGED if counts[link] >= _NEARLY_ALWAYS * total), None)

    def _opens_with_instead(self, words: Sequence[Word], at: int) -> bool:
        """`Instead to wait for the vote, the party left`: a clause that a comma and its subject follow."""
        if at != 1 and words[at - 2].text not in ",;–—":
            return False
        if at != 1:
            return True
        return any(word.text == "," for word in words[at:])

    def _behind_object(self, words: Sequence[Word], at: int) -> str | None:
        """`prevented the crew to leave`: from leaving."""
        for start in range(at - 1, max(0, at - _LONGEST), -1):
            head = head_of(words, start - 1, self._words)
            opens = words[start].lower in _OPENS or words[start].is_proper or words[start].tag is Tag.PLURAL_NOUN
            if head is not None and head[0] in _FROM and head[1] in (Kind.ACTIVE, Kind.EITHER) and opens:
                return "from"
            if not words[start].is_nominal and words[start].lower not in _OPENS:
                return None
        return None


def _is_second_past(words: Sequence[Word], at: int) -> bool:
    """Whether a form that may be a participle is the second past of its clause: he left and suggested to open it."""
    if at < 2 or words[at - 1].lower not in ("and", "but", "then") or not words[at].tags & Tag.VERB_PAST:
        return False
    clause = words[: at - 1]
    return not any(word.lower in BE for word in clause) and any(word.tag & FINITE_VERB for word in clause)
