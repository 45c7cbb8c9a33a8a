"""Finds where a token may consist of words that ran together, and how likely that is.

Every split is weighed against the token being one word: how much likelier are its parts in this place, by word
frequencies, what stands before and after, and what is known of the part on the left (a name of the article, of the
gazetteer, a person's, a word), than a name or word that just happens to end like that?
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, lru_cache

from cleanup.lexicon.names import Names
from cleanup.lexicon.words import SENTENCE_START, Tag, Words


class Known(IntEnum):
    """How well a part is known, the best last."""

    NOTHING = 0
    FOREIGN = 1
    PERSON = 2
    WORD = 3
    PROPER = 4
    PLACE = 5
    ARTICLE = 6


# How much likelier (log10) a part of that kind is than a string of letters that nobody knows.
_WORTH: Mapping[Known, float] = {
    Known.NOTHING: -0.3, Known.FOREIGN: 1.0, Known.PERSON: 1.3, Known.WORD: 1.5, Known.PROPER: 2.3, Known.PLACE: 2.6,
    Known.ARTICLE: 3.2,
}  # fmt: skip

# log10 of the share of personal and place names with this ending (120,000 names), where it is above what chance gives.
_ENDINGS: Mapping[str, float] = {
    "a": -0.9, "an": -1.4, "on": -1.5, "in": -1.6, "to": -1.9, "is": -1.9, "as": -2.0, "or": -2.1, "at": -2.5, "it": -2.5,
    "man": -1.9, "son": -2.0, "ton": -2.1, "and": -2.4, "her": -2.4, "one": -2.6, "art": -2.7, "has": -2.9, "say": -3.0,
    "ore": -2.7, "land": -2.7, "well": -2.9, "line": -2.9, "wood": -3.0, "hard": -3.0, "rich": -3.0, "more": -3.0,
    "ring": -3.1, "long": -3.3, "gang": -3.3, "lock": -3.3, "sell": -3.3, "song": -3.4, "burn": -3.4, "tone": -3.4,
    "sing": -3.4, "than": -3.4, "ward": -3.5, "away": -3.5, "hill": -3.5, "born": -3.5, "hall": -3.5, "hold": -3.5,
    "field": -2.8, "worth": -3.1, "ridge": -3.1, "house": -3.4, "right": -3.4, "maker": -3.6, "rough": -3.6,
    "young": -3.6, "brand": -3.7, "stone": -3.7, "stock": -3.8, "trick": -3.8, "water": -3.8, "court": -3.9,
    "singer": -3.3, "bridge": -3.7, "bright": -3.9, "bottom": -4.0, "master": -4.1, "street": -4.2, "berg": -2.5,
    "burg": -2.6, "shire": -3.0, "ham": -2.5, "ford": -2.6, "port": -3.2, "side": -3.3, "way": -3.0, "day": -3.2, "mark": -3.3,
    "gate": -3.4, "wide": -3.0, "like": -3.0, "less": -3.0, "ness": -2.8, "ship": -3.2, "able": -3.0, "based": -3.2,
    "backed": -3.4, "style": -3.4, "era": -2.9, "bank": -3.0, "net": -3.0, "cup": -3.5, "gas": -3.0, "tech": -2.8,
    "coin": -3.2, "media": -3.2, "air": -3.2, "soft": -3.4, "book": -3.2, "pay": -3.2, "lab": -3.0, "labs": -3.2,
    "works": -3.4, "world": -3.6, "power": -3.6, "phone": -3.4, "news": -3.4, "view": -3.4, "sat": -3.0, "rail": -3.4,
    "core": -3.2, "ism": -2.5, "mania": -3.4, "men": -2.6, "people": -4.0, "speak": -3.6, "sphere": -3.8, "watch": -3.6,
    "market": -4.0, "park": -3.4, "town": -2.8, "city": -3.6, "ville": -2.6, "land's": -3.0, "our": -3.0, "his": -3.2, "he": -2.0,
    "no": -1.8, "be": -2.3, "so": -2.2, "if": -3.0, "us": -1.8, "by": -2.7, "we": -2.8, "of": -3.3, "do": -2.0, "up": -3.0,
    "had": -3.0, "who": -3.8, "was": -3.3, "are": -2.9, "not": -3.2, "ate": -2.9, "the": -3.6, "may": -3.3, "ran": -2.7, "let": -2.7,
    "sat ": -3.0, "led": -3.3, "met": -2.9, "set": -3.0, "all": -2.6, "for": -3.3, "own": -2.9, "end": -3.0, "red": -3.0,
}  # fmt: skip
_SHORT = frozenset("a an as at by he if in is it of on or so to we be no".split())
_SHORT_LEFT = frozenset("a an as at by he if in is it of on or so to we be no".split())

# Words that also begin or end compounds and coinages (overtourism, lockdown): weak evidence of two words.
_PREFIXES = frozenset(
    "a an as at be by do for he if in is it no of off on one or out over so to under up we well self non ex anti pre post "
    "super mid inter down counter through under after fore all any some every her his or co re de micro mega mini multi "
    "trans ultra cyber bio eco geo neo pan poly psycho radio socio tele thermo hyper hydro electro photo video auto agro petro "
    "narco crypto nano mono macro euro afro news side back home land sea air water sun fire wind snow sand hand head heart"
    .split()
)  # fmt: skip
_SUFFIXES = frozenset(
    "up out down off over in on by man men woman women less like wide able ship ships hood dom ism ist ists fest side way ways wise "
    "ward wards day days time proof free house houses room rooms book books board boards line lines work works worker workers "
    "land lands maker makers making monger fold some ness port ports ware back a an as at or it is he no so we be to if word words "
    "craft field fields fish ball balls bed berry bird birds boat boats box cake cakes cup hall head heads keeper keepers light lights "
    "mark marks mate mates paper piece pieces pit place places pool power rider riders shop shops site sites stone stones store "
    "stores storm top tops town towns track water weight wood woods yard yards ball spot spots watch watching ring rings her ate one"
    .split()
)  # fmt: skip
_ACRONYM = re.compile(r"([^\W\d_a-zß-ÿ]{2,6})([a-z]{2,})")
_INNER = re.compile(r"(?<=[^\W\d_A-ZÀ-ÖØ-Þ])(?=[A-ZÀ-ÖØ-Þİ])")
_NAME_PARTS = frozenset(
    "Mc Mac O De Di Da Do Du La Le Lo El Al Il Van Von Fitz San Santa St Abu Ben Bin Ibn Jo Mar Des Della Del Dal Las Los Ver "
    "de di da du la le lo el al il van von des della del dal ten ter i e x".split()
)
_OPENING = frozenset("The In Of At From To For With On And But By After Between Before Since Until Against".split())
_TITLES = frozenset(
    "President Minister Premier King Queen Prince Princess Pope Judge Justice General Colonel Captain Senator Governor Mayor "
    "Chancellor Secretary Ambassador Chairman Director Professor Doctor Sheikh Cardinal Bishop Archbishop Sultan Emir".split()
)
# Function words: where one of them is a part, hardly anything else can be meant.
GLUE = frozenset(
    "the of in to and from with by at for on as that or but an is was has than into between against through under over near "
    "across around towards toward after before since until like via its their his her our this these those all both not "
    "which who where when while if had have will would are were been being be he she it they we no can could may should must "
    "also however whom because so though although despite without during about".split()
)
_NAME_ENDINGS = frozenset("and are can has may her his had was were all our not".split())
_BINDING = frozenset("to of or by he we if be".split())
LONGEST = 40
CLEAR = 1.5
COLLOCATION = 5


@dataclass(frozen=True, slots=True)
class Split:
    """Parts of one token, how much likelier (log10) they are than the token as one word, and what is known of each."""

    parts: tuple[str, ...]
    score: float
    known: tuple[Known, ...]
    kind: str
    grammatical: bool = False  # its parts are of kinds that do not make compounds: a plural and its verb
    together: bool = False  # the parts are often seen side by side: United Nations + reports, Israeli + consulate

    @property
    def glued(self) -> bool:
        """Whether one of the parts is a function word."""
        return any(part.lower() in GLUE or part in _SHORT for part in self.parts)

    @property
    def strongly_glued(self) -> bool:
        """Whether a part is a function word that no name ends in by chance."""
        weak = _SUFFIXES | _NAME_ENDINGS if self.kind == "fused-name-word" and self.known[0] < Known.PROPER else _SUFFIXES
        return any(part.lower() in GLUE and len(part) > 2 and part not in weak for part in self.parts)

    @property
    def may_be_certain(self) -> bool:
        """Whether its kind leaves no room for a name or a coinage that happens to end like that.

        Two common words make compounds (warzone, Popemobile), and a name takes endings (Zanzibaris, Carloway): those are
        only proposed. A name that stands elsewhere in the article is proof.
        """
        left, right = self.parts[0], self.parts[-1]
        if self.together:
            return True
        if Known.ARTICLE in self.known and (len(right) > 2 and right not in _SUFFIXES or right in ("to", "of", "in", "on", "by")):
            return True
        if len(self.parts) > 2 and self.known[1] is Known.WORD and len(right) < 3:
            return False
        if self.kind in ("fused-names", "fused-word-name"):
            return True
        if right in ("in", "on", "a") and self.known[0] >= Known.PROPER and len(left) > 4:
            return True
        if right in _SUFFIXES and right not in _BINDING and not (left.lower() in GLUE and right in GLUE | _SHORT):
            return False
        if self.kind == "fused-unknown-name":
            return self.grammatical
        if self.kind == "fused-words":
            return self.glued or self.grammatical
        if self.known[0] is Known.WORD:
            return self.strongly_glued
        return self.known[0] >= Known.PROPER or self.glued or len(right) > 6


class Vocabulary:
    """What is known of a token or a part: by the lexicon, and in this article."""

    def __init__(self, words: Words, names: Names, counts: Counter[str]) -> None:
        """Take the counts of the article's tokens."""
        self.words = words
        self.names = names
        self._counts = counts

    def count(self, token: str) -> int:
        """How often the token stands in the article."""
        return self._counts[token]

    def is_one_word(self, token: str) -> bool:
        """Whether somebody knows the token as it stands: English, a name, a word of another language."""
        words = self.words
        if words.is_word(token) or words.may_be_proper(token) or words.unigram(token) or words.foreign_languages(token):
            return True
        if words.is_given_name(token) or words.is_surname(token) or self.is_listed(token):
            return True
        return self._is_inflected(token)

    def _is_inflected(self, token: str) -> bool:
        """A known word with a common ending: Kyivers, reflagged, geofencing."""
        lower = token.lower()
        for ending in ("s", "es", "ed", "ing", "er", "ers", "ly", "ness", "d", "ian", "ians", "ist", "ists", "ism", "an", "ans", "ization", "isation"):
            base = lower.removesuffix(ending)
            if base != lower and len(base) > 3:
                known = base if token[0].islower() else base.capitalize()
                if self.words.is_word(known) and (token[0].islower() or ending not in ("d", "ed")):
                    return True
        return False

    def is_listed(self, name: str) -> bool:
        """Whether the gazetteer has the name, in English or another language."""
        return bool(self.names.lookup(name)) or self.names.is_english_name(name)

    def is_common(self, part: str) -> bool:
        """Whether a capitalised part is an ordinary word more often than a name: Traffic, Street, Western."""
        share = self.words.capitalised_share(part)
        return self.words.is_word(part.lower()) and (share is None or share < 0.85)

    def known(self, part: str, phrase_before: Sequence[str] = ()) -> Known:
        """How well a capitalised part is known; `phrase_before` are the words before it, for names of several words."""
        if part[0].islower():
            return Known.WORD if self.words.is_word(part) else Known.NOTHING
        if self._counts[part] and len(part) > 2 and not self.is_common(part):
            return Known.ARTICLE
        words = self.words
        if any(self.is_listed("".join([*phrase_before[-n:], part])) for n in range(2, min(7, len(phrase_before) + 1))):
            return Known.PLACE
        if self.is_listed(part):
            return Known.WORD if self.is_common(part) else Known.PLACE
        if words.is_proper(part) and words.zipf(part) >= 2.0:
            return Known.PROPER
        if words.is_given_name(part) or words.is_surname(part):
            return Known.PERSON
        if words.is_word(part.lower()) and words.zipf(part) >= 3.0:
            return Known.WORD
        if words.foreign_languages(part):
            return Known.FOREIGN
        return Known.PERSON if words.unigram(part) else Known.NOTHING


class Splitter:
    """Weighs the splits of one token in its place."""

    def __init__(self, vocabulary: Vocabulary, token: str, before: Sequence[str], phrase_before: Sequence[str], after: str) -> None:
        """`before`: the sentence's words so far; `phrase_before`: the same with spaces between; `after`: the next word."""
        self._vocabulary = vocabulary
        self._words = vocabulary.words
        self._token = token
        self._previous = before[-1] if before else SENTENCE_START
        self._phrase_before = phrase_before
        self._after = after

    def splits(self) -> list[Split]:
        """The splits that are worth a look, best first."""
        if not 4 <= len(self._token) <= LONGEST:
            return []
        found = sorted(self._candidates(), key=lambda split: -split.score)
        return [split for split in found if split.score > 0.0][:3]

    def _candidates(self) -> Iterator[Split]:
        acronym = _ACRONYM.fullmatch(self._token)
        if acronym:
            yield from self._after_acronym(*acronym.groups())
            return
        pieces = _INNER.split(self._token)
        if len(pieces) > 1:
            yield from self._at_capitals(pieces)
            if pieces[0] not in _NAME_PARTS:
                return
        elif self._token.isupper():
            return
        yield from self._inside(self._token, self._previous, self._after)

    def _after_acronym(self, acronym: str, rest: str) -> Iterator[Split]:
        if rest[0] == "s" and rest[1:] in GLUE:
            yield Split((acronym + "s", rest[1:]), 3.0, (Known.PROPER, Known.WORD), "fused-name-word")
            return
        if not self._is_right_part(rest) or len(rest) < 3 and rest not in ("is", "in", "on", "to", "of"):
            return
        known = self._vocabulary.known(acronym)
        worth = {Known.NOTHING: 0.8}.get(known, 2.2) + 0.3 * len(rest) - 0.3 + 0.5 * self._fit_after(rest)
        yield Split((acronym, rest), worth, (known, Known.WORD), "fused-name-word")

    def _at_capitals(self, pieces: Sequence[str]) -> Iterator[Split]:
        """Splits where a capital stands inside the token; the piece after it may hold another border."""
        left, right = pieces[0], "".join(pieces[1:])
        if left in _NAME_PARTS or len(left) < 2:
            return
        tails = [Split((right,), 0.0, (self._vocabulary.known(right),), "")]
        if not self._vocabulary.is_one_word(right):
            inner = self._inside(right, left, self._after)
            tails += [t for t in inner if t.known[0] >= Known.PROPER and t.score > CLEAR and t.may_be_certain]
        for tail in tails:
            score, kind = self._capital_score(left, tail.parts[0], tail.known[0])
            if score <= 0.0:
                continue
            known = Known.WORD if left[0].islower() else self._vocabulary.known(left)
            yield Split((left, *tail.parts), score + max(0.0, tail.score), (known, *tail.known), kind)

    def _capital_score(self, left: str, right: str, known: Known) -> tuple[float, str]:
        lower = left.lower()
        if lower in GLUE or lower in ("an", "is"):
            if left[0].isupper() and (left not in _OPENING or known < Known.PROPER):
                return 0.0, ""
            worth = 3.0 if left[0].islower() else 0.5
            return worth + 0.8 * _WORTH[known] + 0.3 * self._fit(self._previous, lower), "fused-word-name"
        if left[0].islower():
            least = 3.3 if known < Known.PROPER or left in _PREFIXES else 2.0
            if len(left) < 3 or not self._words.is_word(left) or self._words.zipf(left) < least:
                return 0.0, ""
            return 0.3 + 0.2 * min(len(left), 7) + 0.8 * (_WORTH[known] - 0.5), "fused-word-name"
        return self._names_score(left, right, known), "fused-names"

    def _names_score(self, left: str, right: str, known: Known) -> float:
        """Name+Name: both known as names that are no common words, or else it is a brand (MarineTraffic)."""
        first = self._vocabulary.known(left, self._phrase_before)
        if self._vocabulary.is_listed(f"{right} {self._after}"):
            known = Known.PLACE
        if self._vocabulary.is_listed(f"{left} {right}"):
            return 4.0 if self._words.bigram(left, right) >= 10 else 1.5
        if left in _TITLES and known >= Known.PERSON and not self._vocabulary.is_common(right):
            return 2.5
        if min(len(left), len(right)) < 4 or any(self._vocabulary.is_common(part) for part in (left, right)):
            return 0.0
        if Known.ARTICLE in (first, known) and min(first, known) >= Known.PERSON:
            return 3.0
        if min(first, known) >= Known.PROPER:
            listed = self._after in ("and", "or", "e", "y", "et", "und", "ve", "en") or self._previous == ","
            well_known = min(self._words.zipf(left), self._words.zipf(right)) >= 2.8
            return 2.0 + (1.0 if listed or well_known and min(first, known) is Known.PLACE else 0.0)
        return 0.8 if min(first, known) >= Known.PERSON else 0.0

    def _inside(self, token: str, previous: str, after: str, depth: int = 0) -> Iterator[Split]:
        for at in range(1 if token[0] == "a" else 2, len(token)):
            left, right = token[:at], token[at:]
            if right != "a" and not self._is_right_part(right):
                continue
            yield from (
                self._after_name(left, right, previous, after, depth)
                if token[0].isupper()
                else self._after_word(left, right, previous, after, depth)
            )

    def _is_right_part(self, part: str) -> bool:
        if len(part) < 3:
            return part in _SHORT
        least = 3.0 if len(part) < 6 else 2.5 if len(part) < 8 else 2.0
        return self._words.is_word(part) and self._words.zipf(part) >= least and bool(self._words.tags(part))

    def _after_name(self, left: str, right: str, previous: str, after: str, depth: int) -> Iterator[Split]:
        if len(left) < 3 and left.lower() not in GLUE:
            return
        known = self._vocabulary.known(left, self._phrase_before)
        if left.lower() in GLUE or known is Known.WORD and self._words.zipf(left) > 5.5:
            yield self._plain(left, right, previous, after)  # Inthe: the start of a sentence
            return
        score = self._name_score(left, right, known, previous, after)
        kind = "fused-name-word" if known > Known.FOREIGN else "fused-unknown-name"
        verb = self._words.likely_tag(right) & Tag.VERB_PRESENT or self._words.tags(right) & Tag.VERB_PAST
        grammatical = len(right) > 2 and (right in GLUE or bool(verb) and len(right) > 3)
        pair = self._words.bigram(left, right) >= COLLOCATION and (known is not Known.WORD or right in GLUE | _SHORT)
        together = pair or self._modifies(left, right)
        if len(right) < 3 and words_given(self._words, previous, left):
            together, score = False, score - 1.0
        yield Split((left, right), score + together, (known, Known.WORD), kind, grammatical, together)
        if depth == 0 and known is Known.NOTHING and len(left) > 6 and len(right) > 3:
            for inner in self._inside(left, previous, right, depth + 1):
                if inner.known[0] >= Known.PROPER and inner.parts[1] in GLUE:
                    score = inner.score + 0.3 * self._fit(inner.parts[1], right) - 1.0
                    yield Split((*inner.parts, right), score, (*inner.known, Known.WORD), inner.kind)

    def _modifies(self, left: str, right: str) -> bool:
        """Whether a demonym stands before a noun: Israeli + consulate."""
        nominal = self._words.likely_tag(right) & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE)
        common = len(right) > 4 and right not in _SUFFIXES and self._words.zipf(right) >= 3.5
        return self._vocabulary.names.is_demonym(left) and bool(nominal) and common

    def _name_score(self, left: str, right: str, known: Known, previous: str, after: str) -> float:
        words = self._words
        worth = _WORTH[known]
        if len(left) < 4:
            worth -= 1.0 if known < Known.PLACE else 0.6
        if previous != SENTENCE_START and (words.is_given_name(previous) or previous[:1].isupper() and words.is_surname(previous)):
            worth += 0.6 if known is not Known.WORD else 0.0
        chance = max(_ENDINGS.get(right, -9.0), -0.85 * len(right) - 0.3)
        frequency = words.log_unigram(right)
        if right in ("are", "were", "have") and "and" not in self._phrase_before[-12:]:
            worth -= 1.5  # one name alone is no plural
        if right == "a":
            worth += self._article_bonus(left, known, after)
        return worth + frequency - chance + 0.6 * self._fit(right, after) + 0.3 * self._name_fit(right)

    def _article_bonus(self, left: str, known: Known, after: str) -> float:
        """What speaks for a lone article at the end of a name: no name ends in aa, and a noun follows that needs one."""
        if not after[:1].islower() or after[0] in "aeiou" or not self._words.tags(after) & (Tag.NOUN | Tag.ADJECTIVE):
            return -2.0
        bonus = 1.0 if left.endswith("a") or self._words.is_person_noun(after) else 0.0
        place = known >= Known.PROPER and len(left) > 4 and (known >= Known.PLACE or bonus > 0)
        return bonus + (1.5 if place else 0.3)

    def _name_fit(self, right: str) -> float:
        return self._words.tag_pair(Tag.PROPER_NOUN, self._words.likely_tag(right))

    def _after_word(self, left: str, right: str, previous: str, after: str, depth: int) -> Iterator[Split]:
        words = self._words
        if len(left) < 3 and left not in _SHORT_LEFT:
            return
        least = 3.0 if len(left) < 6 or right not in GLUE else 2.0
        if words.is_word(left) and words.zipf(left) >= least and words.tags(left):
            yield self._plain(left, right, previous, after)
        elif depth == 0 and len(left) > 4 and right in GLUE:
            for inner in self._inside(left, previous, right, depth + 1):
                if inner.score > 0:
                    known = (*inner.known, Known.WORD)
                    yield Split((*inner.parts, right), inner.score + 0.3 * self._fit(right, after), known, inner.kind)

    def _plain(self, left: str, right: str, previous: str, after: str) -> Split:
        """Two words in lower case, or with the capital of a sentence's start: by the model of word pairs alone."""
        words = self._words
        token = left + right
        one_word = -7.5 - 0.25 * max(0, len(token) - 4)
        two_words = words.log_probability(previous, left) + words.log_probability(left, right)
        tags = words.tag_pair(words.likely_tag(left), words.likely_tag(right))
        score = two_words - one_word + 0.5 * self._fit(right, after) + 0.5 * tags
        if left.lower() in _PREFIXES:
            score -= 1.5
        if right in _SUFFIXES:
            score -= 2.0
        if any(part.lower() in GLUE and len(part) > 2 for part in (left, right)):
            score += 0.8
        known = (Known.WORD, Known.WORD)
        return Split((left, right), score, known, "fused-words", grammatical=self._never_compound(left, right))

    def _never_compound(self, left: str, right: str) -> bool:
        """Whether two words in lower case cannot be a compound or a coinage: talks + ended, really + needs."""
        if min(len(left), len(right)) < 4 or right in _SUFFIXES or left in _PREFIXES:
            return False
        likely = self._words.likely_tag
        if left.endswith("ly") and likely(left) & Tag.ADVERB or right.endswith("ly") and likely(right) & Tag.ADVERB:
            return True
        follows = Tag.VERB_PAST | Tag.VERB_PRESENT | Tag.PAST_PARTICIPLE | Tag.ADJECTIVE | Tag.ADVERB | Tag.PREPOSITION
        return len(left) > 4 and bool(likely(left) & Tag.PLURAL_NOUN) and bool(likely(right) & follows)

    def _fit_after(self, right: str) -> float:
        return self._fit(right, self._after)

    def _fit(self, left: str, right: str) -> float:
        """How much likelier (log10) `right` is after `left` than anywhere; bounded, and by parts of speech where unseen."""
        return _fit(self._words, left, right)

    @cached_property
    def hidden(self) -> bool:
        """Whether the lexicon knows the token as one word."""
        return self._vocabulary.is_one_word(self._token)


def words_given(words: Words, previous: str, left: str) -> bool:
    """Whether a given name stands before another: Sergei Mary(in) has a surname that only looks like two words."""
    return words.is_given_name(previous) and words.is_given_name(left)


@lru_cache(maxsize=20_000)
def _fit(words: Words, left: str, right: str) -> float:
    if not left or not right:
        return 0.0
    pair = words.log_probability(left, right) - words.log_unigram(right) if words.unigram(right) else 0.0
    tags = words.tag_pair(words.likely_tag(left), words.likely_tag(right))
    return max(-1.5, min(2.0, 0.6 * pair + 0.6 * tags))
