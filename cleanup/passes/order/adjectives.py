"""Adjectives, acronyms and whose a thing is behind their noun: the base naval Russian, countries CIS."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.epithets import with_capital
from cleanup.lexicon.indefinite import indefinite_article
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.order.adjective_verdicts import ORGANISATIONS, Adjective, AdjectiveJudge
from cleanup.passes.order.counted import LASTING_STATES, QUALITIES, CountedAdjectives, is_measuring
from cleanup.passes.order.modifiers import Modifiers
from cleanup.passes.order.phrases import (
    PhraseEnds,
    adjectives_start,
    is_counted,
    is_governed,
    noun_start,
    phrase_start,
    shares_verb,
)
from cleanup.passes.order.turned import is_front
from cleanup.passes.order.verb_first import clause_start
from cleanup.resources import Resources
from cleanup.syntax.clauses import is_listed_predicate, may_lack_verb
from cleanup.syntax.parser import DETERMINERS, SUBJECT_PRONOUNS, Sentence, Word
from cleanup.syntax.words import BE, FIXED_BEHIND, MEMBERS, RELATIONAL

_NO_HEADS = word_class("no_heads")
_KNOWN_ACRONYM = 3.0  # Zipf
_FAITHS = word_set("Catholic Protestant Muslim Jewish Islamic Orthodox Buddhist Hindu Anglican Lutheran Marxist Soviet")
_PEOPLES = word_class("peoples")
_DEGREES = word_set("bit touch shade tad trifle mite smidgen fraction lot notch hair wee tiny")
_RIGHT = word_set("now here there then away after before in on at from")
_COMPARED = word_set("more less better worse further")


class AdjectiveOrder:
    """Finds adjectives behind their nouns by the light parser; what a pattern can say stands in the packs."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._modifiers = Modifiers(resources.words)
        self._phrases = PhraseEnds(resources.words, self._modifiers)
        self._judge = AdjectiveJudge(resources, self._modifiers, self._phrases)
        self._counted = CountedAdjectives(resources, self._modifiers, self._phrases)

    def edits(self, text: str, sentence: Sentence, index: int, *, behind: bool = False) -> Iterator[Edit]:
        """Edits for the word at `index`, if it is a noun, and what stands behind it.

        `behind` tells that the article's language of origin puts adjectives there.
        """
        words = sentence.words
        if not _may_be_noun(words, index):
            return
        if self._belongs_behind(words, index) and not (behind and _is_degree(words, index)):
            return
        stacked = self._stacked(words, index)
        if stacked is not None:
            yield self._swap(text, sentence, index, stacked, "adjective-after-noun", Applicability.SAFE)
        elif index == 0 and self._is_last(words):
            start, end, noun = sentence.offset(0), sentence.end_offset(1), words[0].text
            fixed = f"The {words[1].text} {noun[0].lower()}{noun[1:]}"
            yield self._resources.rules["adjective-after-noun"].edit(text, start, end, [fixed])
        else:
            yield from self._single(text, sentence, index, behind=behind)

    def _single(self, text: str, sentence: Sentence, index: int, *, behind: bool) -> Iterator[Edit]:
        """Edits where one thing stands behind the noun: an acronym, whose it is, or an adjective."""
        words = sentence.words
        found = self._demonym(words, index + 1) if words[index + 1].is_capitalised else None
        if words[index].lower in MEMBERS and words[index + 1].text.isupper():
            rule, found = "acronym-after-noun", self._acronym(words, index)
            certainty: Applicability | None = Applicability.SAFE
        elif found is not None:
            rule, found = "nationality-after-noun", self._joined(words, found)
            certainty = self._judge.demonym(words, index, found)
        else:
            rule, found = "adjective-after-noun", self._adjective(words, index + 1, behind=behind)
            certainty = self._judge_adjective(words, index, found, behind=behind) if found else None
        if found is not None and certainty is not None:
            yield self._swap(text, sentence, index, found, rule, certainty)

    def _judge_adjective(
        self, words: Sequence[Word], index: int, found: Adjective, *, behind: bool
    ) -> Applicability | None:
        """The verdict on an adjective that is no predicate without its verb."""
        certainty = self._judge.adjective(words, index, found)
        if behind and certainty is not Applicability.SAFE:
            turned = Applicability.UNSAFE if self._counted.may_be_compound(words, index) else None
            certainty = turned or self._counted.judge(words, index, found.start, found.end) or certainty
        if (
            certainty is None
            or self._counted.may_be_mood(words, index, found.end)
            or shares_verb(words, phrase_start(words, index), found.end)
        ):
            return None
        if may_lack_verb(words, found.end) and not is_governed(words, index):
            return None
        if certainty is Applicability.SAFE and _may_be_absolute(words, index, found.end):
            return Applicability.UNSAFE
        return None if is_listed_predicate(words, index, found.end) else certainty

    def _belongs_behind(self, words: Sequence[Word], index: int) -> bool:
        """Whether the word behind the noun at `index` stands there for a reason that its own meaning does not tell."""
        noun, following = words[index], words[index + 1]
        if self._resources.names.is_demonym(f"{noun.text} {following.text}"):
            return True  # one name of two words: South Sudanese
        if f"{noun.lower}_{following.lower}" in FIXED_BEHIND or self._is_compared(following):
            return True
        if noun.lower in _DEGREES and index and words[index - 1].lower in ("a", "little", "tiny", "wee"):
            return True  # a bit odd
        if index + 3 < len(words) and words[index + 2].lower in BE and words[index + 3].text in ".,;:”":
            return True  # because the roof leaky was: a predicate before its verb
        if _is_turned_predicate(words, index):
            return True
        if following.lower == "right" and index + 2 < len(words) and words[index + 2].lower in _RIGHT:
            return True  # the main thing right now
        return index > 0 and words[index - 1].text in "-‑”"  # a 19th-century Anglican; “…,” states IDC

    def _demonym(self, words: Sequence[Word], at: int) -> Adjective | None:
        """The nation, faith or people that the words at `at` name, as an adjective."""
        names = self._resources.names
        for length in (2, 1):
            if at + length > len(words) or not all(word.is_capitalised for word in words[at : at + length]):
                continue
            text = " ".join(word.text for word in words[at : at + length])
            if text in _FAITHS or text in _PEOPLES:
                return Adjective(at, at + length, text, True)
            if names.is_demonym(text):
                country = names.country_of(text)
                known = names.demonyms_of(country) if country else ()
                plural = bool(known) and text.endswith("s") and not known[0].endswith("s")
                return Adjective(at, at + length, known[0] if plural else text, True)
        return None

    def _stacked(self, words: Sequence[Word], index: int) -> Adjective | None:
        """`the base naval Russian`: what it belongs to and whose it is, both behind the noun and in reverse."""
        noun, kind = words[index], words[index + 1]
        if index + 3 >= len(words) or kind.lower not in RELATIONAL:
            return None
        whose = words[index + 2]
        if not self._resources.names.is_demonym(whose.text) or whose.text.endswith("s"):
            return None
        if not noun.tags & (Tag.NOUN | Tag.PLURAL_NOUN) or noun.is_capitalised or index == 0:
            return None
        before = words[index - 1]
        opens = before.lower in DETERMINERS or before.tag & (Tag.ADJECTIVE | Tag.PREPOSITION | Tag.NUMBER)
        if not opens or not self._phrases.ends(words, index + 3, whose):
            return None
        return Adjective(index + 1, index + 3, f"{whose.text} {kind.text}", True)

    def _is_last(self, words: Sequence[Word]) -> bool:
        """`Attempt last, in May, failed`: a thing that opens the sentence without its article, and which one it is."""
        noun = words[0]
        if len(words) < 6 or words[1].lower not in ("last", "previous", "penultimate") or words[2].text != ",":
            return False
        thing = noun.tags & Tag.NOUN and self._resources.words.takes_article(noun.lower)
        comma = next((at for at in range(3, len(words) - 1) if words[at].text == ","), None)
        return bool(thing) and comma is not None and bool(words[comma + 1].tags & FINITE_VERB)

    def _acronym(self, words: Sequence[Word], index: int) -> Adjective | None:
        """The acronym of an organisation behind the noun at `index`, at the end of the phrase."""
        word, names = words[index + 1], self._resources.names
        at = index + 2
        ends = at >= len(words) or words[at].tag & (Tag.PUNCTUATION | Tag.PREPOSITION)
        kinds = names.kinds_of(word.text) | {name.kind for name in names.lookup(word.text)}
        known = bool(kinds & {"acronym", "organisation"}) or self._resources.words.zipf(word.text) >= _KNOWN_ACRONYM
        if len(word.text) < 2 or not ends or not known:
            return None
        return Adjective(index + 1, index + 2, word.text, True)

    def _joined(self, words: Sequence[Word], first: Adjective) -> Adjective:
        """`Romanian and Bulgarian`: two adjectives joined, if both stand behind the noun."""
        if first.end + 1 < len(words) and words[first.end].lower in ("and", "or"):
            second = self._demonym(words, first.end + 1)
            if second and self._phrases.ends(words, second.end, words[second.start]):
                return Adjective(first.start, second.end, f"{first.text} {words[first.end].text} {second.text}", True)
        return first

    def _adjective(self, words: Sequence[Word], at: int, *, behind: bool) -> Adjective | None:
        """The adjective at `at`, with its adverb in front, or with another that is joined to it."""
        start, end = at, at + 1
        if words[at].tag is Tag.ADVERB and words[at].lower.endswith("ly") and at + 1 < len(words):
            end = at + 2
        elif behind and (words[at].lower == "very" or _is_degree(words, at - 1)):
            end = min(at + 2, len(words))
        word = words[end - 1]
        if word.tags & Tag.NUMBER and end < len(words) and words[end].lower == "of":
            return None  # the reason one of them stopped
        if word.is_capitalised or not self._may_describe(words, at - 1, word, behind=behind):
            return None
        if word.lower in RELATIONAL and end + 1 < len(words) and words[end].lower in ("and", "or"):
            other = words[end + 1]
            if other.lower in RELATIONAL and self._phrases.ends(words, end + 2, other):
                end += 2
        elif behind and self._is_joined_pair(words, end):
            end += 2
        text = " ".join(with_capital(word.text) for word in words[start:end])
        return Adjective(start, end, text, False)

    def _may_describe(self, words: Sequence[Word], index: int, word: Word, *, behind: bool) -> bool:
        """Whether the word is an adjective, or a noun that can stand before the one at `index` as its kind."""
        if word.tags & Tag.ADJECTIVE or word.lower in RELATIONAL | LASTING_STATES:
            return True
        if self._modifiers.is_modifier(words[index], word) or self._judge.is_set_compound(words, index):
            return True
        return behind and (is_measuring(word) or self._counted.may_be_compound(words, index))

    def _is_joined_pair(self, words: Sequence[Word], end: int) -> bool:
        """`voices moderate and bold in`: two adjectives that hardly ever stand behind a noun, joined there."""
        if end + 1 >= len(words) or words[end].lower not in ("and", "or"):
            return False
        first, second = words[end - 1], words[end + 1]
        both = self._counted.describes(first) and self._counted.describes(second)
        one = words[phrase_start(words, end - 2)].lower in ("a", "an")
        both = both and (one or not {first.lower, second.lower} <= QUALITIES)  # farmers young and old
        return both and self._phrases.ends(words, end + 2, second)

    def _is_compared(self, word: Word) -> bool:
        """Whether it is a comparative: the noun before one says how much (a touch friendlier, an inch taller)."""
        if word.lower in _COMPARED:
            return True
        if word.is_capitalised or not word.lower.endswith("er") or not word.tags & Tag.ADJECTIVE:
            return False
        stem, lexicon = word.lower[:-2], self._resources.words
        bases = (stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y")
        return any(len(base) > 2 and lexicon.tags(base) & Tag.ADJECTIVE for base in bases)

    def _swap(
        self, text: str, sentence: Sentence, index: int, found: Adjective, rule: str, certainty: Applicability
    ) -> Edit:
        """The edit that puts what was found before its noun, with the article that fits."""
        words = sentence.words
        first = noun_start(words, index)
        last = words[found.end - 1]
        if not (found.demonym or last.lower in RELATIONAL or self._modifiers.is_attributive(last)):
            first = min(first, adjectives_start(words, index))
        start, end = sentence.offset(first), sentence.end_offset(found.end - 1)
        moved = text[start : sentence.end_offset(index)]
        adjective = found.text
        if first == 0 and moved[0].isupper():
            bare = found.demonym and self._lacks_article(words, index, found.end)
            adjective = f"The {adjective}" if bare else adjective[0].upper() + adjective[1:]
            moved = moved[0].lower() + moved[1:]
        if words[index].text in ORGANISATIONS or not found.demonym:
            adjective = adjective if first or found.demonym else adjective[0].upper() + adjective[1:]
        replacement = f"{adjective} {moved}"
        if first and words[first - 1].lower in ("a", "an"):
            start = sentence.offset(first - 1)
            article = indefinite_article(adjective)
            article = article.capitalize() if words[first - 1].is_capitalised else article
            replacement = f"{article} {replacement}"
        return self._resources.rules[rule].edit(text, start, end, [replacement], applicability=certainty)

    def _lacks_article(self, words: Sequence[Word], index: int, end: int) -> bool:
        """Whether the noun that opens the sentence is one thing, and the subject of a verb."""
        plural = words[index].tag is Tag.PLURAL_NOUN or words[index].tags & Tag.PLURAL_NOUN
        countable = self._resources.words.takes_article(words[index].lower)
        return not plural and countable and self._judge.is_bare_subject(words, end)


def _may_be_noun(words: Sequence[Word], index: int) -> bool:
    """Whether the word at `index` can be the head of a phrase, with a word right behind it."""
    noun = words[index]
    if words[index + 1].start != noun.end + 1 or noun.lower in _NO_HEADS:
        return False
    body = noun.text in ORGANISATIONS or noun.lower == "public"
    return index == 0 or noun.is_noun or body or is_counted(words, index)


def _may_be_absolute(words: Sequence[Word], index: int, end: int) -> bool:
    """`The crowd silent, the judge read`: whether a sentence opens with what may be a clause without verb."""
    opens = phrase_start(words, index) == 0 and words[0].lower not in ("a", "an")
    opens = opens and words[end - 1].lower not in RELATIONAL
    if not opens or end + 1 >= len(words) or words[end].text != ",":
        return False
    return words[end + 1].lower in DETERMINERS | SUBJECT_PRONOUNS


def _is_degree(words: Sequence[Word], index: int) -> bool:
    """`a town less rich`: a degree and its adjective behind one thing that is compared with nothing."""
    if index + 2 >= len(words) or words[index + 1].lower not in ("more", "less"):
        return False
    opened = words[phrase_start(words, index)].lower in ("a", "an")
    return opened and words[index + 2].tag is Tag.ADJECTIVE and all(word.lower != "than" for word in words[index:])


def _is_turned_predicate(words: Sequence[Word], index: int) -> bool:
    """`Politically is the trip controversial`: what stands behind the noun is its predicate."""
    helper = phrase_start(words, index) - 1
    if helper < 1 or words[helper].lower not in BE:
        return False
    return is_front(words, clause_start(words, helper), helper)
