"""Whether an adjective behind its noun belongs before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from cleanup.edits import Applicability
from cleanup.lexicon.names import PLACE_KINDS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of, with_plurals, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.order.modifiers import Modifiers
from cleanup.passes.order.phrases import (
    GIVES,
    PhraseEnds,
    has_complement_verb,
    is_counted,
    is_governed,
    is_noun_here,
    phrase_start,
    shares_verb,
)
from cleanup.resources import Resources
from cleanup.syntax.clauses import Place, subject_place
from cleanup.syntax.noun_phrases import pair_counts
from cleanup.syntax.parser import DETERMINERS, Word
from cleanup.syntax.words import (
    ADJECTIVES_WITH_COMPLEMENT,
    BE,
    BEFORE_NOUN,
    COMPLEMENTS,
    KIN,
    PLAIN_QUALITIES,
    POSTPOSITIVE,
    RELATIONAL,
    TIME_NOUNS,
)

ORGANISATIONS: Final = word_class("bodies")
_SPEAKING = word_set(
    "speak speaks spoke speaking spoken teach teaches taught teaching learn learns learned learning study studies "
    "studied studying translate translated translates translation language languages fluent lessons"
)
_LOOKS = word_class("colours", "looks")
_COLOURS = word_class("colours")
_COLOURING = forms_of("verbs_of_colouring")
_MEASURES = with_plurals("units", "units_of_time") | word_set("foot feet bit little way life man woman")
_NOT_TURNED = word_set("last first next second third other more most enough least such further")
_ALSO_PERSONS = word_set("amateur professional regular veteran executive official relative native criminal academic")
_ACTING = word_class("acting_bodies") | word_set(
    "concern giant maker producer manufacturer carrier chain brewer publisher"
)
_LARGE_NUMBERS = word_set("dozens hundreds thousands millions billions hundred thousand million billion dozen")
_SET_PHRASE = 5  # times in the clean corpora
_TURNED = 30  # how many times as often as the other way round
_SET_COMPOUND = 20  # the same, of two nouns
_FEW = 3  # the same, of what may be an adjective before the noun
_NOUN_TOO = 1.0  # Zipf: between a word and its plural, where it is about as often a noun as an adjective: secret
_COMMON_PLURAL = 2.7  # Zipf: routines, fossils; an adjective has no plural


class Adjective(NamedTuple):
    """One or more adjectives behind a noun: words `start:end`, and how they read before it."""

    start: int
    end: int
    text: str
    demonym: bool


class AdjectiveJudge:
    """Judges an adjective by its noun, its phrase and what the counts know of the two words."""

    def __init__(self, resources: Resources, modifiers: Modifiers, phrases: PhraseEnds) -> None:
        self._resources = resources
        self._modifiers = modifiers
        self._phrases = phrases

    def demonym(self, words: Sequence[Word], index: int, found: Adjective) -> Applicability | None:
        """How certain it is that a nation behind the noun at `index` is its adjective; None where it is not."""
        if not self._can_be_owned(words, index) or self._are_people(words, index, found):
            return None
        noun, start = words[index], phrase_start(words, index)
        if start and words[start - 1].lower == "and" and noun.tag is Tag.NOUN and found.end + 1 >= len(words):
            return None  # her father is Dutch and her mother Spanish
        if shares_verb(words, start, found.end):
            return None  # the crew is Filipino, the captain Greek, the owner unknown
        if self._resources.names.kinds_of(" ".join(word.text for word in words[found.start : found.end])) & PLACE_KINDS:
            return None
        if self._precedes_name(words, index, found.end):
            return Applicability.SAFE
        person = self._resources.words.is_person_noun(noun.lower) and noun.tag is Tag.NOUN
        if not self._phrases.ends(words, found.end, words[found.end - 1], names=person):
            return None
        if any(word.lower in _SPEAKING for word in words[:index]):
            return None
        if is_noun_here(words, index) or (index == 0 and self.is_bare_subject(words, found.end)):
            return Applicability.SAFE
        after = words[found.end] if found.end < len(words) else None
        return None if after and after.tags & (Tag.NOUN | Tag.PLURAL_NOUN) else Applicability.UNSAFE

    def _precedes_name(self, words: Sequence[Word], index: int, end: int) -> bool:
        """`the concern British BAE`: a name of no English words follows, so that it does not begin with the nation.

        But the airline British Airways.
        """
        noun, before = words[index], words[index - 1] if index else None
        if end >= len(words) or before is None or noun.tag is not Tag.NOUN or noun.lower not in _ACTING:
            return False
        name, lexicon = words[end], self._resources.words
        foreign = (
            name.is_capitalised and not lexicon.is_word(name.lower) and not self._resources.names.lookup(name.text)
        )
        known = any(self._resources.names.lookup(f"{words[end - 1].text} {name.text}"))
        return before.lower == "the" and (foreign or name.text.isupper()) and len(name.text) > 1 and not known

    def _can_be_owned(self, words: Sequence[Word], index: int) -> bool:
        """Whether the word at `index` is a noun that a nation can have."""
        noun = words[index]
        if noun.lower in _LARGE_NUMBERS:
            return False  # six millions French: a noun or “of” is lost
        if noun.text not in ORGANISATIONS:
            tags = noun.tags if index == 0 or noun.lower == "public" else noun.tag
            if (noun.is_capitalised and index > 0) or not tags & (Tag.NOUN | Tag.PLURAL_NOUN):
                return False
        if noun.lower.endswith("ing"):
            return False
        return index > 0 or self._resources.words.likely_tag(noun.lower) is not Tag.ADJECTIVE  # Young Chinese worry

    def _are_people(self, words: Sequence[Word], index: int, found: Adjective) -> bool:
        """Whether what was found is itself a noun: a first name, one of a people, a people in the plural."""
        noun, first, last = words[index], words[found.start], words[found.end - 1]
        after = words[found.end] if found.end < len(words) else None
        person = self._resources.words.is_person_noun(noun.lower) or noun.lower in KIN
        if self._resources.words.is_given_name(first.text) and (
            person or not self._phrases.ends(words, found.end, first)
        ):
            return True  # her son Norman
        if after is not None and after.lower == "who" and words[index - 1].lower not in DETERMINERS:
            return True  # the first high profile Zambian who
        if last.text == found.text.split()[-1]:
            return False
        start = phrase_start(words, index)
        if after is not None and start and words[start - 1].tag & Tag.PREPOSITION and after.tag & FINITE_VERB:
            return True  # on social media Tanzanians wondered
        return index == 0 or noun.tag is not Tag.PLURAL_NOUN or not is_noun_here(words, index)

    def is_bare_subject(self, words: Sequence[Word], end: int) -> bool:
        """`Partner Danish holds the rest`: a noun that opens the sentence, its adjective, and a clause's verb."""
        lexicon = self._resources.words
        if lexicon.is_given_name(words[0].text) or not words[0].tags & Tag.NOUN or end + 1 >= len(words):
            return False
        verb, after = words[end], words[end + 1]
        if verb.tag & (Tag.AUXILIARY | Tag.MODAL):
            return True
        opens = after.lower in DETERMINERS or after.tag & (Tag.PREPOSITION | Tag.ADVERB | Tag.NUMBER)
        return bool(verb.tags & (Tag.VERB_PRESENT | Tag.VERB_PAST) and not verb.is_capitalised and opens)

    def adjective(self, words: Sequence[Word], index: int, found: Adjective) -> Applicability | None:
        """How certain it is that an adjective behind the noun at `index` belongs before it; None where it does not."""
        noun, last = words[index], words[found.end - 1]
        counted = is_counted(words, index) and last.lower in RELATIONAL
        if not (counted or noun.tag & (Tag.NOUN | Tag.PLURAL_NOUN)) or (noun.is_capitalised and index > 0):
            return None
        if "-" in noun.text or noun.lower in _LARGE_NUMBERS:
            return None  # front-page editorial
        if last.lower in _ALSO_PERSONS - RELATIONAL:
            return None  # a radio amateur
        if (
            last.lower in ADJECTIVES_WITH_COMPLEMENT
            and found.end < len(words)
            and words[found.end].lower in COMPLEMENTS
        ):
            return None  # an inquiry independent of the ministry
        if found.end - found.start == 1 and (
            self.is_set_compound(words, index) or self._is_misplaced_superlative(words, index)
        ):
            return Applicability.SAFE
        if found.end - found.start == 1 and self._is_set_phrase(words, index):
            return Applicability.SAFE if _is_firm(words, index) else Applicability.UNSAFE
        indefinite_phrase = words[phrase_start(words, index)].lower in ("a", "an")
        if not is_noun_here(words, index):
            return None
        described = words[index - 1].tag & Tag.ADJECTIVE  # it made a proud man shy
        governed = self._modifiers.is_attributive(last) and is_governed(words, index)
        if not governed and has_complement_verb(words, index) and (described or not indefinite_phrase):
            return None
        classified = last.lower in RELATIONAL and indefinite_phrase and phrase_start(words, index) == index - 1
        if self._resources.words.bigram(noun.lower, words[found.start].lower) > 1 and not classified:
            return None
        if not self._phrases.ends(words, found.end, last):
            return None
        if self._may_be_compound(noun, last):
            return Applicability.UNSAFE if self._modifiers.judge(words, index, found.start, found.end) else None
        if last.lower in RELATIONAL and found.end - found.start != 2:
            return Applicability.SAFE
        if found.end - found.start == 1 and last.lower in BEFORE_NOUN and _is_plain_phrase(words, index):
            return Applicability.SAFE
        return self._judge_quality(words, index, found) or self._modifiers.judge(words, index, found.start, found.end)

    def _may_be_compound(self, noun: Word, last: Word) -> bool:
        """`a state secret`, `a newspaper editorial`: the second is a noun too, and clean English has no other order."""
        lexicon, plural = self._resources.words, f"{last.lower}s"
        several = lexicon.zipf(plural)
        noun_too = last.tags & Tag.NOUN and max(_COMMON_PLURAL, lexicon.zipf(last.lower) - _NOUN_TOO) < several
        if not noun_too or noun.tag is not Tag.NOUN:
            return False
        usual, _ = pair_counts(lexicon, last.lower, noun.lower)
        return usual < _FEW or lexicon.bigram_lower(noun.lower, plural) > 0

    def _is_set_phrase(self, words: Sequence[Word], index: int) -> bool:
        """Whether the two words are usual in the other order and never in this one, at the end of a phrase."""
        noun, adjective = words[index], words[index + 1]
        lexicon = self._resources.words
        usual = lexicon.bigram_lower(adjective.text, noun.text)
        turned = lexicon.bigram_lower(noun.text, adjective.text)
        if adjective.lower in _NOT_TURNED or not adjective.tags & Tag.ADJECTIVE:
            return False
        if usual < _SET_PHRASE or turned * _TURNED > usual or not is_noun_here(words, index):
            return False
        start = phrase_start(words, index)
        if words[start].lower not in DETERMINERS or has_complement_verb(words, index):
            return False
        if adjective.tags & Tag.VERB_PAST and index + 2 < len(words) and words[index + 2].lower in DETERMINERS:
            return False  # the bank cut the rate
        after = words[index + 2] if index + 2 < len(words) else None
        if after is None or self._phrases.ends(words, index + 2, adjective):
            return after is None or after.lower not in ("to", "for", "than", "with", "enough", "as")
        past = after.tags & Tag.VERB_PAST and not after.is_capitalised
        return bool(past) and lexicon.bigram_lower(adjective.text, after.text) == 0

    def is_set_compound(self, words: Sequence[Word], index: int) -> bool:
        """`to the base air of`: a usual compound turned round, governed by a preposition and closed behind."""
        head, part = words[index], words[index + 1]
        nouns = head.tag is Tag.NOUN and part.tag is Tag.NOUN and not (head.is_capitalised or part.is_capitalised)
        if not nouns or head.lower in TIME_NOUNS or part.lower in TIME_NOUNS or not is_governed(words, index):
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
        if measured or found.end - found.start == 2 or has_complement_verb(words, index):
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
            part = word.lower.rpartition("-")[2]  # no test-bed
            return part.endswith("ed") and not self._resources.words.tags(part) & Tag.NOUN
        endings = ("able", "ible", "ing", "ed", "ward", "wide", "long")
        lexicon = self._resources.words
        if word.tags & Tag.NOUN and lexicon.zipf(f"{word.lower}s") >= _COMMON_PLURAL:
            return False
        likely = lexicon.likely_tag(word.text)
        return likely is Tag.ADJECTIVE and word.lower not in POSTPOSITIVE and not word.lower.endswith(endings)


def _is_plain_phrase(words: Sequence[Word], index: int) -> bool:
    """Whether the noun and its adjective stand where no predicate can: not behind `with`, not without a verb."""
    start = phrase_start(words, index)
    opens = words[max(0, start - 3) : start]
    if any(word.lower in GIVES for word in opens) or words[index].lower in _MEASURES:
        return False
    if words[index].tags & (Tag.ADJECTIVE | Tag.PAST_PARTICIPLE):
        return False  # the urban ideal: the second is the noun
    if index + 2 < len(words) and words[index + 2].lower in ("for", "to", "with", "from"):
        return False  # an exam difficult for all
    joined = start > 0 and words[start - 1].text in (",", ";", "and")
    if joined and any(word.lower in BE for word in words[: start - 1]):
        return False  # his face was thin, his hands large
    return start < index or start > 0


def _is_firm(words: Sequence[Word], index: int) -> bool:
    """Whether the phrase stands where no predicate follows a noun: as a subject, or behind a preposition."""
    start = phrase_start(words, index)
    if words[index + 1].lower in RELATIONAL or start == 0:
        return True
    before = words[start - 1]
    return bool(before.tag & Tag.PREPOSITION and before.lower not in ("with", "without")) or (
        subject_place(words, start) is Place.STRONG
    )


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
