"""Scores of splits: how much likelier two words are in their place than one word or name that ends like that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import SENTENCE_START, Tag, Words
from cleanup.passes.fused_words.lists import (
    BRAND_ENDINGS,
    ENDINGS,
    GLUE,
    NAMES_DO_END_IN,
    NEVER_ENDS_A_NAME,
    OPENERS,
    OPENING,
    PREFIXES,
    QUANTIFYING,
    SHORT,
    SHORT_VERBS,
    SUFFIXES,
    TITLES,
    VERBS_NO_NAME_ENDS_IN,
)
from cleanup.passes.fused_words.vocabulary import Known, Vocabulary

COLLOCATION = 5
_NO_NAME = -4.9
_KNOWN_WELL = 4.0  # Zipf
_PHRASE = 3.0
_PHRASE_WORD = 2.6  # Zipf
_QUANTIFIED = 3.5  # Zipf
_VERB_FORMS = Tag.VERB_PAST | Tag.PAST_PARTICIPLE | Tag.GERUND
_ENDS_NO_NAME = (
    Tag.DETERMINER | Tag.POSSESSIVE | Tag.PREPOSITION | Tag.CONJUNCTION | Tag.PRONOUN | Tag.RELATIVE | Tag.MODAL
    | Tag.AUXILIARY | Tag.ADVERB | Tag.VERB_PAST | Tag.VERB_PRESENT
)  # fmt: skip

# How much likelier (log10) a part of that kind is than a string of letters that nobody knows.
_WORTH: Mapping[Known, float] = {
    Known.NOTHING: -0.3, Known.FOREIGN: 1.0, Known.PERSON: 1.3, Known.WORD: 1.5, Known.PROPER: 2.3, Known.PLACE: 2.6,
    Known.ARTICLE: 3.2,
}  # fmt: skip
_AFTER_PLURAL = Tag.VERB_PAST | Tag.VERB_PRESENT | Tag.PAST_PARTICIPLE | Tag.ADJECTIVE | Tag.ADVERB | Tag.PREPOSITION
_OPENS_CLAUSE = word_set(
    "he she it they we I you the a an his her its their our my there nobody this why how what where"
)
_ADJECTIVE_ENDINGS = ("ial", "nal", "cal", "ral", "ous", "ive", "ary", "ful", "ible")
_OF_NOUN_PHRASES = Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE | Tag.NUMBER | Tag.GERUND
_OPENS_NO_COMPOUND = word_set("with from into against between during since until around about towards near among")
_SCALES = word_set("hundred thousand million billion trillion")
_AGREES = 0.6
_LINKS = frozenset(["and", "or", "e", "y", "et", "und", "ve", "en"])


class Scorer:
    """Scores of splits in one place, log10 of how much likelier they are than one word."""

    def __init__(self, vocabulary: Vocabulary, phrase_before: Sequence[str]) -> None:
        """Take the vocabulary, and the sentence's words so far with the spaces between them."""
        self._vocabulary = vocabulary
        self._words = vocabulary.words
        self._phrase_before = phrase_before

    def name_and_word(self, left: str, right: str, known: Known, previous: str, after: str) -> float:
        """A name and a word in lower case."""
        words = self._words
        worth = _WORTH[known] - self._short_name_risk(left, known)
        person = words.is_given_name(previous) or (previous[:1].isupper() and words.is_surname(previous))
        if person and previous != SENTENCE_START and known is not Known.WORD:
            worth += 0.6
        if len(right) < 3 and self._two_given_names(previous, left):
            worth -= 1.0
        if right in ("are", "were", "have") and "and" not in self._phrase_before[-12:]:
            worth -= 1.5  # one name alone is no plural
        if right == "a":
            worth += self._article_bonus(left, known, after)
        fits = words.tag_pair(Tag.PROPER_NOUN, words.likely_tag(right))
        goes_on = after[:1].isalnum() or not words.likely_tag(right) & Tag.ADVERB
        chance = min(_chance_ending(right), _NO_NAME if goes_on and self.ends_no_name(right) else 0.0)
        if len(right) > 3 and right != "said" and words.is_speech_verb(right):
            chance = min(chance, -5.0)
        return worth + words.log_unigram(right) - chance + 0.6 * self.fit(right, after) + 0.3 * fits

    def ends_no_name(self, right: str) -> bool:
        """Whether it is a word of a class in which names do not end: a function word, an adverb, a finite verb."""
        if len(right) < 4 or right in ENDINGS or right in BRAND_ENDINGS or right in SUFFIXES | NAMES_DO_END_IN:
            return False
        return bool(self._words.likely_tag(right) & _ENDS_NO_NAME) and self._words.zipf(right) >= _KNOWN_WELL

    @staticmethod
    def _short_name_risk(left: str, known: Known) -> float:
        if len(left) > 3:
            return 0.0
        return 1.0 if known < Known.PLACE else 0.6

    def _two_given_names(self, previous: str, left: str) -> bool:
        """Whether a given name stands before another: Sergei Mary(in) has a surname that only looks like two words."""
        return self._words.is_given_name(previous) and self._words.is_given_name(left)

    def _article_bonus(self, left: str, known: Known, after: str) -> float:
        """What speaks for a lone article at a name's end: no name ends in aa, and a noun follows that needs one."""
        words = self._words
        if not after[:1].islower() or after[0] in "aeiou" or not words.tags(after) & (Tag.NOUN | Tag.ADJECTIVE):
            return -2.0
        bonus = 1.0 if left.endswith("a") or words.is_person_noun(after) else 0.0
        place = known >= Known.PROPER and len(left) > 4 and (known >= Known.PLACE or bonus > 0)
        return bonus + (1.5 if place else 0.3)

    def seen_together(self, left: str, right: str, known: Known, previous: str) -> bool:
        """Whether a name and a word often stand side by side, or a demonym stands before a noun."""
        if len(right) < 3 and self._two_given_names(previous, left):
            return False
        pair = self._words.bigram(left, right) >= COLLOCATION and (known is not Known.WORD or right in GLUE | SHORT)
        nominal = self._words.likely_tag(right) & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE)
        common = len(right) > 4 and right not in SUFFIXES and self._words.zipf(right) >= 3.5
        return pair or (self._vocabulary.names.is_demonym(left) and bool(nominal) and common)

    def is_grammatical(self, left: str, right: str, previous: str, after: str) -> bool:
        """Whether the word after a name is a verb or a function word, which brands and names do not end in."""
        if right == "is":
            return self._is_predicate(left, previous, after)
        verb = self._words.likely_tag(right) & Tag.VERB_PRESENT or self._words.tags(right) & Tag.VERB_PAST
        known_verb = bool(verb) and (len(right) > 3 or right in SHORT_VERBS)
        return len(right) > 2 and (right in GLUE or known_verb or self.ends_no_name(right))

    def _is_predicate(self, left: str, previous: str, after: str) -> bool:
        """Whether “is” may follow a name here: not where the token may be a plural (the Zanzibaris)."""
        opens = previous == SENTENCE_START and self._vocabulary.is_country_or_capital(left)
        opens = opens or (previous == "," and after in ("a", "an", "the") and self._vocabulary.is_listed(left))
        plural = self._vocabulary.names.is_demonym(left + "i") or not (opens or previous[:1].isalpha())
        determined = self._words.likely_tag(previous) & (Tag.DETERMINER | Tag.ADJECTIVE | Tag.NUMBER)
        return not plural and not determined and self.fit("is", after) > 0.3

    def two_words(self, left: str, right: str, previous: str, after: str) -> float:
        """Two words in lower case, or with the capital of a sentence's start: by the model of word pairs alone."""
        words = self._words
        one_word = -7.5 - 0.25 * max(0, len(left) + len(right) - 4)
        opens = self.opens_next(left.lower(), right, previous, after)
        pair = words.log_probability(previous, left) + words.log_probability(left, right)
        if opens:  # a mark stood between, which the pair knows nothing of
            pair = max(words.log_probability(previous, left), words.log_unigram(left)) + words.log_unigram(right)
        tags = words.tag_pair(words.likely_tag(left), words.likely_tag(right))
        score = pair - one_word + 0.5 * self.fit(right, after) + 0.5 * tags
        if left.lower() in PREFIXES:
            score -= 1.5
        if self._agrees_with_subject(left, right, previous):
            score += _AGREES
        if right in SUFFIXES and not opens:
            score -= 2.0
        if any(part.lower() in GLUE and len(part) > 2 for part in (left, right)):
            score += 0.8
        if opens or self._only_phrase(left.lower(), right) or self.is_feminine(left, right, after):
            return score + _PHRASE
        return score + (1.5 if self.never_compound(left, right) else 0.0)

    def _agrees_with_subject(self, left: str, right: str, previous: str) -> bool:
        """Whether a form of be stands behind a noun of its number and before a noun: The victims are + walkers."""
        likely = self._words.likely_tag
        number = Tag.PLURAL_NOUN if left in ("are", "were") else Tag.NOUN if left in ("is", "was") else Tag.NONE
        said = likely(right) & (number | Tag.ADJECTIVE | Tag.PAST_PARTICIPLE)
        return bool(likely(previous) & number and said) and len(right) > 3

    def never_compound(self, left: str, right: str) -> bool:
        """Whether two words in lower case cannot be a compound or a coinage: talks + ended, presidential + debate."""
        likely = self._words.likely_tag
        if right == "a" and len(left) > 3:
            return bool(likely(left) & (Tag.VERB_PRESENT | Tag.VERB_PAST | Tag.PREPOSITION))
        if likely(left) & Tag.PLURAL_NOUN and len(left) > 5 and left.endswith("s") and right in SHORT_VERBS:
            return True
        if min(len(left), len(right)) < 4 or right in SUFFIXES or left in PREFIXES:
            return False
        if left.endswith(_ADJECTIVE_ENDINGS) and likely(left) & Tag.ADJECTIVE and len(left) > 5:
            return bool(likely(right) & (Tag.NOUN | Tag.PLURAL_NOUN))
        if any(part.endswith("ly") and likely(part) & Tag.ADVERB for part in (left, right)):
            return True
        plural = len(left) > 4 and likely(left) & Tag.PLURAL_NOUN and likely(right) & _AFTER_PLURAL
        return bool(plural) or self._only_phrase(left.lower(), right)

    def is_feminine(self, left: str, right: str, after: str) -> bool:
        """Whether a German feminine stands before its bearer’s name: study leaderin Anna."""
        named = after[:1].isupper() and self._words.is_given_name(after) and not self._vocabulary.is_listed(after)
        return right == "in" and named and self._words.is_person_noun(left)

    def opens_next(self, left: str, right: str, previous: str, after: str) -> bool:
        """Whether a noun ends here and a function word begins what follows: lights + no, zlotys + were, bridge + so."""
        likely = self._words.likely_tag
        if len(left) < 3 or not likely(left) & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE):
            return False
        if right in ("so", "yet") and self._words.zipf(left) >= _KNOWN_WELL - 0.5:
            return after in _OPENS_CLAUSE
        plural = likely(left) & Tag.PLURAL_NOUN and left.endswith("s") and len(left) > 4
        nominal = likely(after) & _OF_NOUN_PHRASES if after else Tag.NONE
        if right == "no" and previous == "no" and len(left) > 3:
            return bool(nominal)  # no bread, no milk
        if right in ("no", "a"):
            return bool(plural and nominal) and (right == "no" or self._words.zipf(left) >= _KNOWN_WELL - 0.5)
        closed = likely(right) & (Tag.AUXILIARY | Tag.MODAL | Tag.RELATIVE) or likely(right) & Tag.ADVERB
        return bool(plural) and bool(closed) and len(right) > 2 and after[:1].isalnum()

    def _only_phrase(self, left: str, right: str) -> bool:
        """Whether the parts are of kinds of which three million words of sound English make no compound.

        A verb in -ed or -ing before anything (waited longer), anything before a function word, a number, an adverb or
        a verb in the third person (price few, boat against), a determiner or number before a noun (five years).
        """
        likely, zipf = self._words.likely_tag, self._words.zipf
        described = Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE | Tag.PAST_PARTICIPLE
        if len(left) > 3 and likely(left) & Tag.PRONOUN and right in GLUE and len(right) > 1:
            return left.endswith(("body", "one", "thing", "self", "selves", "them"))
        if left in QUANTIFYING and likely(right) & described and right not in SUFFIXES:
            return len(right) > 3 and zipf(right) >= _QUANTIFIED
        if left in PREFIXES or right in SUFFIXES or min(len(left), len(right)) < 3:
            return False
        if len(left) + len(right) < 8 or min(zipf(left), zipf(right)) < _PHRASE_WORD:
            return False
        before, after = likely(left), likely(right)
        if left in _OPENS_NO_COMPOUND and zipf(right) >= _QUANTIFIED and len(right) > 4:
            return bool(after & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE | Tag.NUMBER | Tag.GERUND))
        if before & Tag.NUMBER and right in _SCALES:
            return True
        if before & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER):
            return bool(after & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE)) and len(right) > 3
        if len(left) > 5 and left.endswith(("ed", "ing")) and before & _VERB_FORMS:
            return len(right) > 3
        closed = after & _ENDS_NO_NAME & ~(Tag.VERB_PAST | Tag.ADVERB) or after & Tag.NUMBER
        adverb = after & Tag.ADVERB and not right.endswith(("less", "wise", "wide", "most", "ward", "wards"))
        return len(left) > 3 and bool(closed or adverb) and right != "like"

    def acronym_and_word(self, right: str, known: Known, after: str) -> float:
        """Capital letters and a word in lower case."""
        return (0.8 if known is Known.NOTHING else 2.2) + 0.3 * len(right) - 0.3 + 0.5 * self.fit(right, after)

    def word_and_name(self, left: str, right: str, known: Known, previous: str, after: str) -> float:
        """A word and a name that is known as well as said; 0 where a brand may be written so."""
        lower = left.lower()
        if left == "a":
            modifier = self._vocabulary.names.is_demonym(right) or known >= Known.PROPER
            return 2.5 if modifier and len(right) > 3 and right[1:].islower() else 0.0
        if lower in GLUE or lower in ("an", "is"):
            dated = self._vocabulary.is_day_or_month(right) and left in ("In", "On", "By", "Since", "Until", "From")
            if left[0].isupper() and not dated and (left not in OPENING or known < Known.PROPER):
                return 0.0
            opening = 1.2 if self._vocabulary.is_day_or_month(right) else 0.5
            return (3.0 if left[0].islower() else opening) + 0.8 * _WORTH[known] + 0.3 * self.fit(previous, lower)
        least = 2.0 if (known >= Known.PROPER and left not in PREFIXES) or right in OPENERS else 3.3
        if len(left) < 3 or not self._words.is_word(left) or self._words.zipf(left) < least:
            return 0.0
        opens = 0.6 if right in OPENERS and len(left) > 3 else 0.0
        if self._words.is_person_noun(left) and self._words.is_given_name(right) and after[:1].isupper():
            opens = 0.6  # the envoy Tom Barrack
        return 0.3 + opens + 0.2 * min(len(left), 7) + 0.8 * (_WORTH[known] - 0.5)

    def two_names(self, left: str, right: str, known: Known, previous: str, after: str) -> float:
        """Two names: both known as names that are no common words, or else it is a brand (MarineTraffic)."""
        vocabulary = self._vocabulary
        first = vocabulary.known(left, self._phrase_before)
        if vocabulary.is_listed(f"{right} {after}"):
            known = Known.PLACE
        if vocabulary.is_listed(f"{left} {right}"):
            return 4.0 if self._words.bigram(left, right) >= 2 * COLLOCATION else 1.5
        if vocabulary.is_day_or_month(right) and first >= Known.PROPER:
            return 3.0
        if self._words.bigram(left, right) >= 2 * COLLOCATION and min(len(left), len(right)) > 3:
            return 3.0  # Premier League, White House
        if left in TITLES and known >= Known.PERSON and not vocabulary.is_common(right):
            return 2.5
        if right in OPENERS and vocabulary.is_day_or_month(left) and after[:1].isalpha():
            return 2.5
        if right in OPENERS and len(left) > 3 and (after[:1].islower() or after == ","):
            surname = self._words.is_given_name(previous) and not vocabulary.is_common(previous)  # Donald Tusk + In
            named = min(first, Known.PLACE) > Known.FOREIGN and not vocabulary.is_common(left)
            return 2.5 if named or surname else 0.0
        office = vocabulary.names.is_demonym(left) and self._words.is_person_noun(right.lower())
        if office and len(right) > 5:
            return 2.5  # German + Chancellor
        plural = self._words.likely_tag(right.lower()) & Tag.PLURAL_NOUN and self._words.is_word(right.lower())
        if vocabulary.names.is_demonym(left) and plural and len(right) > 6:
            return 2.5  # Serb + Municipalities
        if min(len(left), len(right)) < 4 or vocabulary.is_common(right):
            return 0.0
        if vocabulary.is_common(left):
            return 0.9 if known >= Known.PROPER else 0.0  # a heading that ran into its text, or else a brand
        if Known.ARTICLE in (first, known) and min(first, known) >= Known.PERSON:
            return 3.0
        if min(first, known) < Known.PROPER:
            return 0.8 if min(first, known) >= Known.PERSON else 0.0
        well_known = min(self._words.zipf(left), self._words.zipf(right)) >= 2.8
        listed = after in _LINKS or previous == "," or (well_known and min(first, known) is Known.PLACE)
        return 3.0 if listed else 2.0

    def fit(self, left: str, right: str) -> float:
        """How much likelier (log10) `right` is after `left` than anywhere; bounded, and by parts of speech too."""
        return _fit(self._words, left, right)


def _chance_ending(right: str) -> float:
    """How often (log10) a name ends with these letters without being two words."""
    if right in NEVER_ENDS_A_NAME:
        return -5.2
    by_length = -0.85 * len(right) - 0.3
    if right in VERBS_NO_NAME_ENDS_IN:
        return min(by_length, _NO_NAME)
    return ENDINGS.get(right, max(by_length, BRAND_ENDINGS.get(right, by_length)))


@lru_cache(maxsize=20_000)
def _fit(words: Words, left: str, right: str) -> float:
    if not left or not right:
        return 0.0
    pair = words.log_probability(left, right) - words.log_unigram(right) if words.unigram(right) else 0.0
    tags = words.tag_pair(words.likely_tag(left), words.likely_tag(right))
    return max(-1.5, min(2.0, 0.6 * pair + 0.6 * tags))
