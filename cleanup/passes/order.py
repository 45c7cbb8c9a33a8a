"""Adjectives behind their noun, and other words in the order of the language they came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cleanup.article import Article
from cleanup.clauses import (
    Place,
    Rest,
    has_object,
    is_listed_predicate,
    may_lack_verb,
    rest_of_clause,
    subject_place,
)
from cleanup.edits import Applicability, Edit, overlaps
from cleanup.folder_patterns import pattern_edits
from cleanup.lexicon.indefinite import indefinite_article
from cleanup.lexicon.names import PLACE_KINDS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of, with_plurals, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.origin import origin_of
from cleanup.passes.order_attributes import AttributeOrder
from cleanup.passes.order_belonging import NameBelonging
from cleanup.passes.order_brackets import Brackets
from cleanup.passes.order_compounds import CompoundOrder
from cleanup.passes.order_modifiers import Modifiers
from cleanup.passes.order_names import NameOrder
from cleanup.passes.order_objects import ObjectOrder
from cleanup.passes.order_of import OfOrder
from cleanup.passes.order_pairs import PairOrder
from cleanup.passes.order_subclauses import SubclauseOrder
from cleanup.passes.order_times import TimeOrder
from cleanup.passes.order_turned import TurnedBrackets, is_front
from cleanup.passes.order_verb_final import VerbFinal
from cleanup.passes.order_verb_first import clause_start
from cleanup.passes.order_verbs import VerbOrder
from cleanup.resources import Resources
from cleanup.syntax import DETERMINERS, Sentence, Word, parse
from cleanup.syntax_words import (
    ADJECTIVES_WITH_COMPLEMENT,
    BE,
    BEFORE_NOUN,
    COMPLEMENT_VERBS,
    COMPLEMENTS,
    FIXED_BEHIND,
    MEMBERS,
    PLAIN_QUALITIES,
    POSTPOSITIVE,
    RELATIONAL,
    TIME_NOUNS,
)

_NO_HEADS = word_class("no_heads")
_VERB_FINAL = frozenset(["de", "nl"])
"""Languages of origin with a verb at the end of the clause, behind its helping verb."""
_VERB_SECOND = frozenset(["de", "nl", "sv", "da", "no"])
"""Languages of origin whose verb is the second part of any sentence."""
_SPEAKING = word_set(
    "speak speaks spoke speaking spoken teach teaches taught teaching learn learns learned learning study studies "
    "studied studying translate translated translates translation language languages fluent lessons"
)
_ORGANISATIONS = word_class("bodies")


_KNOWN_ACRONYM = 3.0  # Zipf
_FAITHS = word_set("Catholic Protestant Muslim Jewish Islamic Orthodox Buddhist Hindu Anglican Lutheran Marxist Soviet")
_PEOPLES = word_class("peoples")
_LOOKS = word_class("colours", "looks")
_COLOURS = word_class("colours")
_COLOURING = forms_of("verbs_of_colouring")
_MEASURES = with_plurals("units", "units_of_time") | word_set("foot feet bit little way life man woman")
_DEGREES = word_set("bit touch shade tad trifle mite smidgen fraction lot notch hair wee tiny")
_RIGHT = word_set("now here there then away after before in on at from")
_COMPARED = word_set("more less better worse further")
_NOT_TURNED = word_set("last first next second third other more most enough least such further")
_ORDER = word_set(
    "first second third fourth fifth sixth seventh eighth ninth tenth last next final other same only own more most "
    "less least further such many few several certain whole various"
)
"""Which or how many of several: what describes the noun stands behind them."""
_SET_PHRASE = 5  # times in the clean corpora
_TURNED = 30  # how many times as often as the other way round
_SET_COMPOUND = 20  # the same, of two nouns
_COMMON_PLURAL = 2.7  # Zipf: routines, fossils; an adjective has no plural

_GIVES = word_set("with without leave leaves left leaving than as")
"""Words behind which an adjective can be the noun's predicate: with hands clean, as bleak as days dark."""

_DESCRIBES = (Tag.ADJECTIVE, Tag.ADVERB, Tag.NOUN, Tag.VERB_BASE)


_UNKNOWN = frozenset([None, "tr", "hu", "fi", "et"])
"""Languages of origin for whose articles their own clauses say where verbs stand."""
_ENOUGH = 2
"""Clauses with their verb at the end that show so: 80,000 words of clean news have three such places."""
_ENDING = frozenset(["verb-at-the-end", "auxiliary-at-the-end"])
_SHOWING = frozenset(["verb-at-the-end", "participle-at-the-end", "infinitive-at-the-end"])


class Adjective(NamedTuple):
    """One or more adjectives behind a noun: words `start:end`, and how they read before it."""

    start: int
    end: int
    text: str
    demonym: bool


class WordOrder:
    """Finds adjectives behind their nouns by the light parser; what a pattern can say stands in the packs."""

    name = "order"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._names = NameOrder(resources)
        self._belonging = NameBelonging(resources)
        self._compounds = CompoundOrder(resources)
        self._verbs = VerbOrder(resources)
        self._pairs = PairOrder(resources)
        self._of = OfOrder(resources)
        self._brackets = Brackets(resources)
        self._turned = TurnedBrackets(resources)
        self._objects = ObjectOrder(resources)
        self._subclauses = SubclauseOrder(resources)
        self._verb_final = VerbFinal(resources)
        self._attributes = AttributeOrder(resources)
        self._times = TimeOrder(resources)
        self._modifiers = Modifiers(resources.words)

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Edits that put adjectives before their noun."""
        yield from pattern_edits(article, self._resources, self.name)
        origin = origin_of(article, self._resources)
        verb_final = origin in _VERB_FINAL
        clauses = list(self._clauses(article, verb_final=True)) if origin in _UNKNOWN | _VERB_FINAL else []
        if not verb_final:
            verb_final = _is_shown(clauses)
            known = not clauses and origin in _UNKNOWN  # what may be said of any article, this one shows none of
            clauses = clauses if verb_final or known else list(self._clauses(article, verb_final=False))
        yield from clauses
        for sentence in parse(article):
            yield from self._attributes.edits(article.text, sentence)
            yield from self._times.edits(article.text, sentence)
            verbs = self._verbs.edits(article.text, sentence, verb_second=verb_final or origin in _VERB_SECOND)
            yield from _not_rebuilt(verbs, clauses)
            yield from self._pairs.edits(article.text, sentence)
            yield from self._of.edits(article.text, sentence)
            for index, following in enumerate(sentence.words[1:]):
                if not (verb_final and self._may_be_adverb(sentence.words, index + 1)):
                    yield from self._between(article.text, sentence, index, following)

    def _clauses(self, article: Article, *, verb_final: bool) -> Iterator[Edit]:
        """Edits for verbs apart from their subject or from each other."""
        for sentence in parse(article):
            yield from self._brackets.edits(article.text, sentence, verb_final=verb_final)
            yield from self._turned.edits(article.text, sentence, verb_final=verb_final)
            yield from self._subclauses.edits(article.text, sentence, verb_final=verb_final)
            yield from self._verb_final.edits(article.text, sentence, verb_final=verb_final)
            yield from self._objects.edits(article.text, sentence, verb_final=verb_final)

    def _may_be_adverb(self, words: Sequence[Word], at: int) -> bool:
        """Whether an adjective may stand for its adverb, which German does not tell apart: they check roofs regular."""
        ends = at + 1 < len(words) and words[at + 1].text in ".;,"
        return ends and words[at].tag is Tag.ADJECTIVE and self._resources.words.is_word(f"{words[at].lower}ly")

    def _between(self, text: str, sentence: Sentence, index: int, following: Word) -> Iterator[Edit]:
        """Edits where the word after `index` may be what stands in the wrong place."""
        yield from self._names.direction(text, sentence, index)
        yield from self._compounds.edits(text, sentence, index)
        if following.is_capitalised:
            yield from self._names.edits(text, sentence, index)
            yield from self._at(text, sentence, index)
            yield from self._belonging.edits(text, sentence, index)
        elif following.lower in ("’s", "'s"):
            yield from self._belonging.possessive(text, sentence, index)
        elif following.lower in ("has", "have", "had"):
            yield from self._verbs.participle(text, sentence, index)
        elif following.tag in _DESCRIBES or following.lower in RELATIONAL:
            yield from self._at(text, sentence, index)

    def _at(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        words = sentence.words
        noun = words[index]
        if (
            not (
                noun.is_noun
                or _is_counted(words, index)
                or noun.text in _ORGANISATIONS
                or noun.lower == "public"
                or index == 0
            )
            or words[index + 1].start != words[index].end + 1
            or noun.lower in _NO_HEADS
        ):
            return
        if self._resources.names.is_demonym(f"{noun.text} {words[index + 1].text}"):
            return  # one name of two words: South Sudanese
        if f"{noun.lower}_{words[index + 1].lower}" in FIXED_BEHIND or self._is_compared(words[index + 1]):
            return
        if noun.lower in _DEGREES and index and words[index - 1].lower in ("a", "little", "tiny", "wee"):
            return  # a bit odd
        if index + 3 < len(words) and words[index + 2].lower in BE and words[index + 3].text in ".,;:”":
            return  # because the roof leaky was: a predicate before its verb
        if _is_turned_predicate(words, index):
            return
        if words[index + 1].lower == "right" and index + 2 < len(words) and words[index + 2].lower in _RIGHT:
            return  # the main thing right now
        if index and words[index - 1].text in "-‑”":
            return  # a 19th-century Anglican; “…,” states IDC
        stacked = self._stacked(words, index)
        if stacked is not None:
            yield self._swap(text, sentence, index, stacked, "adjective-after-noun", Applicability.SAFE)
            return
        if index == 0 and self._is_last(words):
            start, end = sentence.offset(0), sentence.end_offset(1)
            fixed = f"The {words[1].text} {noun.text[0].lower()}{noun.text[1:]}"
            yield self._resources.rules["adjective-after-noun"].edit(text, start, end, [fixed])
            return
        found = self._demonym(words, index + 1) if words[index + 1].is_capitalised else None
        if noun.lower in MEMBERS and words[index + 1].text.isupper():
            acronym = self._acronym(words, index)
            if acronym:
                yield self._swap(text, sentence, index, acronym, "acronym-after-noun", Applicability.SAFE)
        elif found:
            found = self._joined(words, found)
            certainty = self._judge_demonym(words, index, found)
            rule = "nationality-after-noun"
        else:
            found = self._adjective(words, index + 1)
            certainty = self._judge_adjective(words, index, found) if found else None
            if found and self._shares_verb(words, phrase_start(words, index), found.end):
                return
            if found and may_lack_verb(words, found.end) and not self._is_governed(words, index):
                return
            if found and is_listed_predicate(words, index, found.end):
                return
            rule = "adjective-after-noun"
        if found and certainty:
            yield self._swap(text, sentence, index, found, rule, certainty)

    # What stands behind the noun

    def _demonym(self, words: Sequence[Word], at: int) -> Adjective | None:
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

    def _shares_verb(self, words: Sequence[Word], start: int, end: int) -> bool:
        """Whether `start:end` is a clause with the verb of the one before: the bread is dark, the butter salty, …"""
        if start < 3 or words[start - 1].text not in ",;" or (end < len(words) and words[end].text not in ",.;"):
            return False
        said = words[start - 2]
        return words[start - 3].lower in BE and (said.is_capitalised or bool(said.tags & Tag.ADJECTIVE))

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
        if not opens or not self._ends_phrase(words, index + 3, whose):
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
            if second and self._ends_phrase(words, second.end, words[second.start]):
                return Adjective(first.start, second.end, f"{first.text} {words[first.end].text} {second.text}", True)
        return first

    def _adjective(self, words: Sequence[Word], at: int) -> Adjective | None:
        start, end = at, at + 1
        if words[at].tag is Tag.ADVERB and words[at].lower.endswith("ly") and at + 1 < len(words):
            end = at + 2
        word = words[end - 1]
        if word.tags & Tag.NUMBER and end < len(words) and words[end].lower == "of":
            return None  # the reason one of them stopped
        known = word.tags & Tag.ADJECTIVE or word.lower in RELATIONAL
        if word.is_capitalised or not (
            known or self._modifiers.is_modifier(words[at - 1], word) or self._is_set_compound(words, at - 1)
        ):
            return None
        if word.lower in RELATIONAL and end + 1 < len(words) and words[end].lower in ("and", "or"):
            other = words[end + 1]
            if other.lower in RELATIONAL and self._ends_phrase(words, end + 2, other):
                end += 2
        text = " ".join(word.text for word in words[start:end])
        return Adjective(start, end, text, False)

    # Whether it belongs before it

    def _judge_demonym(self, words: Sequence[Word], index: int, found: Adjective) -> Applicability | None:
        noun = words[index]
        if noun.is_capitalised and index > 0 and noun.text not in _ORGANISATIONS:
            return None
        tags = noun.tags if index == 0 or noun.lower == "public" else noun.tag
        if not tags & (Tag.NOUN | Tag.PLURAL_NOUN) and noun.text not in _ORGANISATIONS:
            return None
        if noun.lower.endswith("ing") or (index == 0 and self._resources.words.likely_tag(noun.lower) is Tag.ADJECTIVE):
            return None  # Young Chinese are worried
        if self._resources.words.is_given_name(words[found.start].text) and not self._ends_phrase(
            words, found.end, words[found.start], names=False
        ):
            return None
        who = found.end < len(words) and words[found.end].lower == "who"
        if who and words[index - 1].lower not in DETERMINERS:
            return None  # the first high profile Zambian who
        adjective = words[found.start : found.end]
        start = phrase_start(words, index)
        people = adjective[-1].text != found.text.split()[-1] and found.end < len(words)
        if people and start and words[start - 1].tag & Tag.PREPOSITION and words[found.end].tag & FINITE_VERB:
            return None  # on social media Tanzanians wondered
        if start and words[start - 1].lower == "and" and noun.tag is Tag.NOUN and found.end + 1 >= len(words):
            return None  # her father is Dutch and her mother Spanish
        if self._shares_verb(words, start, found.end):
            return None  # the crew is Filipino, the captain Greek, the owner unknown
        if adjective[-1].text != found.text.split()[-1] and (
            noun.tag is not Tag.PLURAL_NOUN or not self._is_noun_here(words, index) or index == 0
        ):
            return None  # a people, not an adjective in the plural
        if self._resources.names.kinds_of(" ".join(word.text for word in adjective)) & PLACE_KINDS:
            return None
        person = self._resources.words.is_person_noun(noun.lower) and noun.tag is Tag.NOUN
        if not self._ends_phrase(words, found.end, words[found.end - 1], names=person):
            return None
        if any(word.lower in _SPEAKING for word in words[:index]):
            return None
        if self._is_noun_here(words, index):
            return Applicability.SAFE
        after = words[found.end] if found.end < len(words) else None
        if index == 0 and self._is_bare_subject(words, found.end):
            return Applicability.SAFE
        return None if after and after.tags & (Tag.NOUN | Tag.PLURAL_NOUN) else Applicability.UNSAFE

    def _is_bare_subject(self, words: Sequence[Word], end: int) -> bool:
        """`Partner Danish holds the rest`: a noun that opens the sentence, its adjective, and a clause's verb."""
        lexicon = self._resources.words
        if lexicon.is_given_name(words[0].text) or not words[0].tags & Tag.NOUN or end + 1 >= len(words):
            return False
        verb, after = words[end], words[end + 1]
        if verb.tag & (Tag.AUXILIARY | Tag.MODAL):
            return True
        opens = after.lower in DETERMINERS or after.tag & (Tag.PREPOSITION | Tag.ADVERB | Tag.NUMBER)
        return bool(verb.tags & (Tag.VERB_PRESENT | Tag.VERB_PAST) and not verb.is_capitalised and opens)

    def _judge_adjective(self, words: Sequence[Word], index: int, found: Adjective) -> Applicability | None:
        noun, last = words[index], words[found.end - 1]
        counted = _is_counted(words, index) and last.lower in RELATIONAL
        if not (counted or noun.tag & (Tag.NOUN | Tag.PLURAL_NOUN)) or (noun.is_capitalised and index > 0):
            return None
        if "-" in noun.text:
            return None  # front-page editorial
        if (
            last.lower in ADJECTIVES_WITH_COMPLEMENT
            and found.end < len(words)
            and words[found.end].lower in COMPLEMENTS
        ):
            return None  # an inquiry independent of the ministry
        if found.end - found.start == 1 and (
            self._is_set_compound(words, index) or self._is_misplaced_superlative(words, index)
        ):
            return Applicability.SAFE
        if found.end - found.start == 1 and self._is_set_phrase(words, index):
            return Applicability.SAFE if self._is_firm(words, index) else Applicability.UNSAFE
        indefinite_phrase = words[phrase_start(words, index)].lower in ("a", "an")
        if not self._is_noun_here(words, index):
            return None
        described = words[index - 1].tag & Tag.ADJECTIVE  # it made a proud man shy
        governed = self._modifiers.is_attributive(last) and self._is_governed(words, index)
        if not governed and self._has_complement_verb(words, index) and (described or not indefinite_phrase):
            return None
        classified = last.lower in RELATIONAL and indefinite_phrase and phrase_start(words, index) == index - 1
        if self._resources.words.bigram(noun.lower, words[found.start].lower) > 1 and not classified:
            return None
        if not self._ends_phrase(words, found.end, last):
            return None
        if last.lower in RELATIONAL and found.end - found.start != 2:
            return Applicability.SAFE
        if found.end - found.start == 1 and last.lower in BEFORE_NOUN and self._is_plain_phrase(words, index):
            return Applicability.SAFE
        return self._judge_quality(words, index, found) or self._modifiers.judge(words, index, found.start, found.end)

    def _is_plain_phrase(self, words: Sequence[Word], index: int) -> bool:
        """Whether the noun and its adjective stand where no predicate can: not behind `with`, not without a verb."""
        start = phrase_start(words, index)
        opens = words[max(0, start - 3) : start]
        if any(word.lower in _GIVES for word in opens) or words[index].lower in _MEASURES:
            return False
        if words[index].tags & (Tag.ADJECTIVE | Tag.PAST_PARTICIPLE):
            return False  # the urban ideal: the second is the noun
        if index + 2 < len(words) and words[index + 2].lower in ("for", "to", "with", "from"):
            return False  # an exam difficult for all
        joined = start > 0 and words[start - 1].text in (",", ";", "and")
        if joined and any(word.lower in BE for word in words[: start - 1]):
            return False  # his face was thin, his hands large
        return start < index or start > 0

    def _is_governed(self, words: Sequence[Word], index: int) -> bool:
        """Whether the noun stands behind a preposition that gives it no predicate: `in connections international`."""
        start = phrase_start(words, index)
        return start > 0 and words[start - 1].tag is Tag.PREPOSITION and words[start - 1].lower not in _GIVES

    def _is_compared(self, word: Word) -> bool:
        """Whether it is a comparative: the noun before one says how much (a touch friendlier, an inch taller)."""
        if word.lower in _COMPARED:
            return True
        if word.is_capitalised or not word.lower.endswith("er") or not word.tags & Tag.ADJECTIVE:
            return False
        stem, lexicon = word.lower[:-2], self._resources.words
        bases = (stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y")
        return any(len(base) > 2 and lexicon.tags(base) & Tag.ADJECTIVE for base in bases)

    def _is_set_phrase(self, words: Sequence[Word], index: int) -> bool:
        """Whether the two words are usual in the other order and never in this one, at the end of a phrase."""
        noun, adjective = words[index], words[index + 1]
        lexicon = self._resources.words
        usual = lexicon.bigram_lower(adjective.text, noun.text)
        turned = lexicon.bigram_lower(noun.text, adjective.text)
        if adjective.lower in _NOT_TURNED or not adjective.tags & Tag.ADJECTIVE:
            return False
        if usual < _SET_PHRASE or turned * _TURNED > usual or not self._is_noun_here(words, index):
            return False
        start = phrase_start(words, index)
        if words[start].lower not in DETERMINERS or self._has_complement_verb(words, index):
            return False
        if adjective.tags & Tag.VERB_PAST and index + 2 < len(words) and words[index + 2].lower in DETERMINERS:
            return False  # the bank cut the rate
        after = words[index + 2] if index + 2 < len(words) else None
        if after is None or self._ends_phrase(words, index + 2, adjective):
            return after is None or after.lower not in ("to", "for", "than", "with", "enough", "as")
        past = after.tags & Tag.VERB_PAST and not after.is_capitalised
        return bool(past) and lexicon.bigram_lower(adjective.text, after.text) == 0

    def _is_set_compound(self, words: Sequence[Word], index: int) -> bool:
        """`to the base air of`: a usual compound turned round, governed by a preposition and closed behind."""
        head, part = words[index], words[index + 1]
        nouns = head.tag is Tag.NOUN and part.tag is Tag.NOUN and not (head.is_capitalised or part.is_capitalised)
        if not nouns or head.lower in TIME_NOUNS or part.lower in TIME_NOUNS or not self._is_governed(words, index):
            return False
        after = words[index + 2] if index + 2 < len(words) else None
        if after is not None and not (after.text in ".,;:" or after.tag is Tag.PREPOSITION):
            return False
        lexicon = self._resources.words
        usual = lexicon.bigram_lower(part.text, head.text)
        return usual >= _SET_COMPOUND and lexicon.bigram_lower(head.text, part.text) == 0

    def _is_misplaced_superlative(self, words: Sequence[Word], index: int) -> bool:
        """`the reserve largest of the country`: no superlative stands behind the noun that its article opens."""
        word = words[index + 1]
        if word.tag is not Tag.ADJECTIVE or not word.lower.endswith("est"):
            return False
        stem, lexicon = word.lower[:-3], self._resources.words
        stems = (stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y")
        graded = any(len(base) > 2 and lexicon.tags(base) & Tag.ADJECTIVE for base in stems)
        after = words[index + 2].lower if index + 2 < len(words) else "."
        opened = words[phrase_start(words, index)].lower in ("the", "its", "their", "his", "her", "our")
        return graded and opened and (after in ("of", "in") or after in ".;")

    def _is_firm(self, words: Sequence[Word], index: int) -> bool:
        """Whether the phrase stands where no predicate follows a noun: as a subject, or behind a preposition."""
        start = phrase_start(words, index)
        if words[index + 1].lower in RELATIONAL or start == 0:
            return True
        before = words[start - 1]
        return bool(before.tag & Tag.PREPOSITION and before.lower not in ("with", "without")) or (
            subject_place(words, start) is Place.STRONG
        )

    def _judge_quality(self, words: Sequence[Word], index: int, found: Adjective) -> Applicability | None:
        """An adjective that can be a predicate: only behind `a` and its noun, at the end of the phrase."""
        last = words[found.end - 1]
        start = phrase_start(words, index)
        if last.lower in _LOOKS and words[start].lower in ("a", "an"):
            return self._judge_look(words, index, found)
        if _is_coloured_object(words, index, found):
            return Applicability.SAFE
        if not self._is_quality(last):
            return None
        ends = found.end >= len(words) or words[found.end].tag is Tag.PUNCTUATION
        if words[start].lower in ("a", "an") and index - start <= 2 and (ends or last.lower in PLAIN_QUALITIES):
            return Applicability.SAFE
        complement = found.end < len(words) and words[found.end].lower == "to"
        if last.lower not in PLAIN_QUALITIES or found.end - found.start == 2 or complement:
            return None
        return Applicability.SAFE if start < index and words[start].tag is Tag.ADJECTIVE else Applicability.UNSAFE

    def _judge_look(self, words: Sequence[Word], index: int, found: Adjective) -> Applicability | None:
        """`a wall white`, `a house small`: where no verb gives the noun a predicate, and nothing is measured."""
        measured = words[index].lower in _MEASURES or phrase_start(words, index) != index - 1
        if measured or found.end - found.start == 2 or self._has_complement_verb(words, index):
            return None
        after = words[found.end] if found.end < len(words) else None
        if after is None or after.tag is Tag.RELATIVE or (after.tag is Tag.PUNCTUATION and after.text in ".,;:"):
            return Applicability.SAFE
        return Applicability.UNSAFE if after.tag & Tag.PREPOSITION and after.lower not in ("in", "with") else None

    def _is_quality(self, word: Word) -> bool:
        """Whether an adjective seldom stands behind its noun: `bitter`, `left-handed`; not `available`, `aimed`."""
        if word.lower in PLAIN_QUALITIES:
            return True
        if "-" in word.text:
            return word.lower.endswith("ed")
        endings = ("able", "ible", "ing", "ed", "ward", "wide", "long")
        lexicon = self._resources.words
        if word.tags & Tag.NOUN and lexicon.zipf(f"{word.lower}s") >= _COMMON_PLURAL:
            return False
        likely = lexicon.likely_tag(word.text)
        return likely is Tag.ADJECTIVE and word.lower not in POSTPOSITIVE and not word.lower.endswith(endings)

    def _ends_phrase(self, words: Sequence[Word], at: int, last: Word, *, names: bool = False) -> bool:
        """Whether nothing at `at` could be the noun of the adjective `last`: a mark, a verb, a preposition."""
        if at >= len(words):
            return True
        word = words[at]
        if word.tag is Tag.PUNCTUATION:
            if word.text in "–—" and word.start == words[at - 1].end:
                return False
            return word.text not in "-‑'’/&(\"“" and (word.text != "," or not self._goes_on(words, at + 1))
        if word.is_capitalised:
            lexicon = self._resources.words
            return names and lexicon.is_given_name(word.text) and lexicon.bigram(last.text, word.text) == 0
        if word.lower == "enough":
            return False
        if word.lower in DETERMINERS or word.tag & (
            Tag.PREPOSITION | Tag.RELATIVE | Tag.PRONOUN | Tag.AUXILIARY | Tag.MODAL
        ):
            return not word.tag & Tag.POSSESSIVE or word.text[0].isalpha()
        if word.lower in ("and", "or", "but"):
            return at + 1 >= len(words) or not words[at + 1].tag & Tag.ADJECTIVE or words[at + 1].lower in DETERMINERS
        if word.tag & (Tag.CONJUNCTION | Tag.ADVERB | Tag.INFINITIVE):
            return True
        behind = words[at + 1] if at + 1 < len(words) else None
        participle = word.tags & Tag.PAST_PARTICIPLE and not word.tags & (Tag.NOUN | Tag.PLURAL_NOUN)
        attributive = last.lower in RELATIONAL or self._modifiers.is_attributive(last)
        if attributive and participle and behind and behind.tag & (Tag.PREPOSITION | Tag.PARTICLE):
            return True  # finds archaeological dug up in a field
        if word.tag is Tag.PAST_PARTICIPLE and word.tags & Tag.VERB_PAST and at + 1 < len(words):
            sole = has_object(words, at + 1) and rest_of_clause(words, at + 1) is Rest.NONE
            return words[at + 1].lower in DETERMINERS or (sole and not word.tags & (Tag.NOUN | Tag.PLURAL_NOUN))
        verb = word.tag & (FINITE_VERB | Tag.VERB_BASE)
        return bool(verb) and (
            not word.tags & (Tag.NOUN | Tag.PLURAL_NOUN) or self._resources.words.bigram(last.text, word.text) == 0
        )

    def _goes_on(self, words: Sequence[Word], at: int) -> bool:
        """Whether an adjective follows the comma, so that a noun for both may come."""
        return at + 1 < len(words) and words[at].tag is Tag.ADJECTIVE and words[at + 1].is_nominal

    def _is_noun_here(self, words: Sequence[Word], index: int) -> bool:
        """Whether the word can only be a noun: by itself, or behind a determiner, an adjective or a preposition."""
        if not words[index].tags & (FINITE_VERB | Tag.VERB_BASE):
            return True
        if index == 0:
            return bool(words[index].tags & Tag.PLURAL_NOUN)
        before = words[index - 1]
        doing = before.tag is Tag.GERUND and index > 1 and words[index - 2].lower in DETERMINERS
        return (
            before.lower in DETERMINERS
            or doing
            or _is_counted(words, index)
            or bool(before.tag & (Tag.ADJECTIVE | Tag.POSSESSIVE | Tag.PREPOSITION | Tag.NUMBER))
        )

    def _has_complement_verb(self, words: Sequence[Word], index: int) -> bool:
        return any(word.lower in COMPLEMENT_VERBS for word in words[max(0, index - 7) : index])

    # The edit

    def _swap(
        self, text: str, sentence: Sentence, index: int, found: Adjective, rule: str, certainty: Applicability
    ) -> Edit:
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
        if words[index].text in _ORGANISATIONS or not found.demonym:
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
        return not plural and countable and self._is_bare_subject(words, end)


def _not_rebuilt(edits: Iterable[Edit], clauses: Sequence[Edit]) -> Iterator[Edit]:
    """The edits without those for the end of a clause that is put in order as a whole."""
    rebuilt = [edit for edit in clauses if edit.rule in _SHOWING and edit.applicability is Applicability.SAFE]
    for edit in edits:
        ends = rebuilt and edit.rule in _ENDING
        if not ends or not any(overlaps(edit.start, edit.end, other.start, other.end) for other in rebuilt):
            yield edit


def _is_turned_predicate(words: Sequence[Word], index: int) -> bool:
    """`Politically is the trip controversial`: what stands behind the noun is its predicate."""
    helper = phrase_start(words, index) - 1
    if helper < 1 or words[helper].lower not in BE:
        return False
    return is_front(words, clause_start(words, helper), helper)


def _is_shown(edits: Iterable[Edit]) -> bool:
    """Whether the edits prove an order of clauses that is not English."""
    safe = Applicability.SAFE
    places = {edit.start for edit in edits if edit.applicability is safe and edit.rule in _SHOWING}
    return len(places) >= _ENOUGH


def _is_coloured_object(words: Sequence[Word], index: int, found: Adjective) -> bool:
    """`wore shirts blue at the match`: a colour behind a bare plural, and a verb that does not give it."""
    verb, colour = words[index - 1], words[found.end - 1]
    if index < 2 or colour.lower not in _COLOURS or words[index].tag is not Tag.PLURAL_NOUN:
        return False
    acts = verb.tag & (FINITE_VERB | Tag.GERUND | Tag.PAST_PARTICIPLE)
    if not acts or verb.tags & Tag.AUXILIARY or verb.lower in _COLOURING:
        return False
    after = words[found.end] if found.end < len(words) else None
    closes = after is None or after.text in ".,;:" or bool(after.tag & Tag.PREPOSITION)
    return closes and found.end - found.start == 1


def _is_counted(words: Sequence[Word], index: int) -> bool:
    """Whether a word that can be a verb stands behind a number: thirty other finds, three reports."""
    before = index - 1
    if before > 0 and words[before].lower == "other":
        before -= 1
    numbered = before >= 0 and (words[before].tag is Tag.NUMBER or words[before].lower in ("several", "many", "these"))
    return numbered and bool(words[index].tags & Tag.PLURAL_NOUN)


def noun_start(words: Sequence[Word], index: int) -> int:
    """Where the run of nouns begins that ends in the noun at `index`: `trade ministers`."""
    at = index
    while (
        at > 0
        and words[at - 1].tag is Tag.NOUN
        and not words[at - 1].is_capitalised
        and words[at - 1].end + 1 == words[at].start
    ):
        at -= 1
    if at > 0 and (words[at - 1].lower in ("prime", "vice", "deputy", "head", "chief") or _begins_compound(words, at)):
        at -= 1
    return at


def _begins_compound(words: Sequence[Word], at: int) -> bool:
    """Whether the word before the noun at `at` can only be a part of it: customs officers, the working shifts."""
    if at < 2 or words[at - 1].end + 1 != words[at].start:
        return False
    first, opens = words[at - 1], words[at - 2]
    determined = opens.lower in DETERMINERS
    if first.tag is Tag.GERUND:
        return determined
    plural = first.tag is Tag.PLURAL_NOUN and first.lower not in TIME_NOUNS and not first.is_capitalised
    return plural and (determined or bool(opens.tag & Tag.PREPOSITION))


def adjectives_start(words: Sequence[Word], index: int) -> int:
    """Where the adjectives before the noun at `index` begin, joined ones too: `economic and social consequences`."""
    at = noun_start(words, index)
    while at > 0 and (
        (words[at - 1].tag is Tag.ADJECTIVE and words[at - 1].lower not in _ORDER)
        or (
            at > 1
            and words[at - 1].lower == "and"
            and words[at - 2].tag is Tag.ADJECTIVE
            and words[at].tag is Tag.ADJECTIVE
        )
    ):
        at -= 1
    return at


def phrase_start(words: Sequence[Word], index: int) -> int:
    """Where the noun phrase of the noun at `index` begins, its determiner included."""
    at = adjectives_start(words, index)
    return at - 1 if at > 0 and words[at - 1].lower in DETERMINERS else at
