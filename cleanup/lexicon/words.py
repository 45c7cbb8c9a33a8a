"""English words: how frequent, how capitalised, which parts of speech, what stands beside what; and names with gender.

Everything is looked up in tables that `training/lexicon/build_lexicon.py` made once (sources and licences:
`cleanup/lexicon/data/README.md`). The tables are memory-mapped; a look-up takes about a microsecond.
"""

from __future__ import annotations

import functools
import math
from bisect import bisect_left
from collections.abc import Iterator
from enum import IntFlag
from pathlib import Path
from typing import Final, Literal

from cleanup.lexicon.languages import WITH_WORDS
from cleanup.lexicon.tables import DATA, open_column, open_keys
from cleanup.lexicon.tokens import NUMBER, SENTENCE_START, fold, word_set

__all__ = ["FOREIGN_LANGUAGES", "NUMBER", "SENTENCE_START", "Gender", "Tag", "Words", "words"]

Gender = Literal["male", "female", "both"]

FOREIGN_LANGUAGES: Final = WITH_WORDS
"""The languages with word frequencies, as ISO 639-1 codes."""


# Making a flag from a number is slow in enum, and there are a few hundred combinations.
@functools.cache
def _tag(bits: int) -> Tag:
    return Tag(bits)


class Tag(IntFlag):
    """Parts of speech; a word can have several."""

    NONE = 0
    NOUN = 1 << 0
    PLURAL_NOUN = 1 << 1
    PROPER_NOUN = 1 << 2
    VERB_BASE = 1 << 3
    VERB_PRESENT = 1 << 4
    """Third person singular: borders."""
    VERB_PAST = 1 << 5
    PAST_PARTICIPLE = 1 << 6
    GERUND = 1 << 7
    ADJECTIVE = 1 << 8
    ADVERB = 1 << 9
    DETERMINER = 1 << 10
    POSSESSIVE = 1 << 11
    """my, his, their, and the clitic in Russia's."""
    PREPOSITION = 1 << 12
    PRONOUN = 1 << 13
    RELATIVE = 1 << 14
    """who, which, where, what: a word that opens a relative clause or a question."""
    CONJUNCTION = 1 << 15
    MODAL = 1 << 16
    AUXILIARY = 1 << 17
    """The forms of be, have and do."""
    NUMBER = 1 << 18
    INTERJECTION = 1 << 19
    PARTICLE = 1 << 20
    """up, off, out: stands with a verb."""
    INFINITIVE = 1 << 21
    """to, before a verb."""
    PUNCTUATION = 1 << 22
    START = 1 << 23

    # Passes combine tags hundreds of times a sentence, and the operators of enum take a microsecond each.
    def __and__(self, other: int) -> Tag:
        return _tag(int.__and__(self, other))

    def __or__(self, other: int) -> Tag:
        return _tag(int.__or__(self, other))

    """The start of a sentence."""


FINITE_VERB: Final = Tag.VERB_PRESENT | Tag.VERB_PAST | Tag.MODAL | Tag.AUXILIARY
"""Forms that are a clause's verb; VERB_BASE is one only after a plural."""
ANY_NOUN: Final = Tag.NOUN | Tag.PLURAL_NOUN
"""Common nouns in either number."""

TAG_ROWS: Final = Tag.START.bit_length()

# How the columns of the tables are coded; the build script writes with the same constants.
ZIPF_STEPS: Final = 30
SHARE_STEPS: Final = 250
SHARE_UNKNOWN: Final = 255
FLAG_WORD: Final = 1
FLAG_PROPER: Final = 2
PAIR_BITS: Final = 13
PAIR_EXACT: Final = 1 << 12
PAIR_STEPS: Final = 800
WEIGHT_STEPS: Final = 1000
TAG_PAIR_STEPS: Final = 40
TAG_PAIR_ZERO: Final = 128
GENDER_CODES: Final[tuple[Gender | None, ...]] = (None, "male", "female", "both")
FLAG_GIVEN: Final = 1
FLAG_SURNAME: Final = 2

DISCOUNT: Final = 0.75
_UNKNOWN_LOG: Final = -7.5
_UNKNOWN_LOG_LETTER: Final = -0.4
_CLITICS: Final = ("'s", "’s", "'", "’")
CLOSERS: Final = word_set(
    ". ; : ? ! of in on at to for from with by about as into over under through during after before since until "
    "against between among within without than that who which where when while because if though although so is are "
    "was were be been has have had will would can could may might must should do does did not the a an his her its "
    "their our my this these he she it they we you"
)
"""What follows a noun phrase that is complete; no comma and no `and`, which may join its adjectives."""
_KNOWN: Final = 20  # occurrences from which a share says something


def pair_code(count: int) -> int:
    """Code a count in 13 bits: exact up to 4,096, then by powers (within 0.1 %)."""
    if count <= PAIR_EXACT:
        return count
    return PAIR_EXACT + round(PAIR_STEPS * math.log(count / PAIR_EXACT))


def pair_count(code: int) -> int:
    """Decode what `pair_code` coded."""
    return code if code <= PAIR_EXACT else round(PAIR_EXACT * math.exp((code - PAIR_EXACT) / PAIR_STEPS))


class Words:
    """Look-ups in the tables of one folder; `words()` gives the shared instance."""

    def __init__(self, folder: Path = DATA) -> None:
        """Open the tables; reads nothing yet."""
        self._folder = folder
        self._lists: dict[str, frozenset[str]] = {}
        self._english = open_keys("english", folder)
        self._zipf = open_column("english", "zipf", "B", folder)
        self._flags = open_column("english", "flags", "B", folder)
        self._share = open_column("english", "share", "B", folder)
        self._tags = open_column("english", "tags", "I", folder)
        self._likely = open_column("english", "likely", "B", folder)
        self._likely_capital = open_column("english", "capital", "B", folder)
        self._foreign = open_keys("foreign", folder)
        self._foreign_zipf = {code: open_column("foreign", code, "B", folder) for code in FOREIGN_LANGUAGES}
        self._tokens = open_keys("tokens", folder)
        self._counts = open_column("tokens", "count", "I", folder)
        self._rows = open_column("tokens", "row", "I", folder)
        self._weights = open_column("tokens", "weight", "H", folder)
        self._pairs = open_column("pairs", "entry", "I", folder)
        self._tag_pairs = open_column("tags", "pair", "B", folder)
        self._tag_pair_scores: dict[int, float] = {}
        self._names = open_keys("names", folder)
        self._name_flags = open_column("names", "flags", "B", folder)
        self._genders = open_column("names", "gender", "I", folder)
        self._closing: dict[str, float | None] = {}
        self._total = open_column("tokens", "total", "I", folder)[0]

    # Words

    def zipf(self, word: str) -> float:
        """Return the frequency of an English word as log10 of occurrences per 10^9 words; 0 for what is none.

        Rounded to 1/30. Words that are in no word list and not in the clean corpora have 0, however often the web has
        them.
        """
        row = self._english_row(word)
        return 0.0 if row is None else self._zipf[row] / ZIPF_STEPS

    def is_word(self, word: str) -> bool:
        """Whether the word is English in this spelling or in lower case; `Moscow` and `Table` are, `moscow` is not."""
        row = self._english_row(word)
        if row is None:
            return False
        flags = self._flags[row]
        return bool(flags & FLAG_WORD) or (bool(flags & FLAG_PROPER) and word[0].isupper())

    def is_proper(self, word: str) -> bool:
        """Whether the word exists only with a capital: Moscow, Kazakhstan; not Turkey, Polish, May."""
        row = self._english_row(word)
        return row is not None and self._flags[row] & (FLAG_WORD | FLAG_PROPER) == FLAG_PROPER

    def may_be_proper(self, word: str) -> bool:
        """Whether the word exists with a capital in mid-sentence: Moscow, and also Turkey, Polish, May."""
        row = self._english_row(word)
        return row is not None and bool(self._flags[row] & FLAG_PROPER)

    def capitalised_share(self, word: str) -> float | None:
        """Return which share of mid-sentence occurrences is capitalised; None with fewer than 5 occurrences."""
        row = self._english_row(word)
        if row is None or self._share[row] == SHARE_UNKNOWN:
            return None
        return self._share[row] / SHARE_STEPS

    def tags(self, word: str) -> Tag:
        """Return every part of speech the word can have; NONE for an unknown word.

        A word in lower case is a proper noun only if it is nothing else: `Turkey` may be one, `turkey` is none.
        """
        row = self._english_row(word)
        if row is None:
            return Tag.NONE
        bits = self._tags[row]
        if word[0].islower() and bits != Tag.PROPER_NOUN:
            bits &= ~Tag.PROPER_NOUN
        return _tag(bits)

    def likely_tag(self, word: str) -> Tag:
        """Return the most likely part of speech, without context; marks and numbers have theirs.

        An unknown word is a proper noun with a capital and NONE without.
        """
        first = word[:1]
        if not first.isalpha():
            return _mark_tag(word)
        row = self._english_row(word)
        capital = first.isupper()
        if row is None or not self._tags[row]:
            return Tag.PROPER_NOUN if capital else Tag.NONE
        return _tag(1 << ((capital and self._likely_capital[row]) or self._likely[row]) >> 1)

    def bases(self) -> Iterator[str]:
        """Yield the infinitives of all verbs, in no order."""
        yield from (word for word in self._english if word.isalpha() and self.tags(word) & Tag.VERB_BASE)

    def _english_row(self, word: str) -> int | None:
        row: int | None = self._english.get(word.lower())
        if row is None and word.endswith(_CLITICS):
            row = self._english.get(word.lower().replace("’", "'"))
            if row is None:
                row = self._english.get(word.lower().removesuffix("s").rstrip("'’"))
        return row

    # Other languages

    def foreign_zipf(self, word: str, language: str) -> float:
        """Return the frequency of a word in another language on the same scale as `zipf`; 0 below 2.8."""
        row = self._foreign.get(word.lower())
        return 0.0 if row is None else self._foreign_zipf[language][row] / ZIPF_STEPS

    def foreign_languages(self, word: str) -> tuple[str, ...]:
        """Return the languages that have this word, most frequent first.

        English quotations are part of every language's corpora: an English word counts as theirs only where it is not
        a hundred times rarer than in English (thirty times for the most frequent words, which are quoted most).
        """
        row = self._foreign.get(word.lower())
        if row is None:
            return ()
        english = self.zipf(word)
        least = max(1.0, (english - (1.5 if english > 6.0 else 2.0)) * ZIPF_STEPS)
        found = [(column[row], code) for code, column in self._foreign_zipf.items() if column[row] >= least]
        return tuple(code for _, code in sorted(found, key=lambda item: -item[0]))

    # Counts

    def unigram(self, word: str) -> int:
        """Return how often the word occurs in the clean corpora (11 million tokens, news twice), case-sensitive."""
        row = self._tokens.get(fold(word))
        return 0 if row is None else self._counts[row]

    def bigram(self, left: str, right: str) -> int:
        """Return how often `right` follows `left`, case-sensitive; marks are tokens; 0 for a pair seen once."""
        left_row = self._tokens.get(fold(left))
        if left_row is None:
            return 0
        right_row = self._tokens.get(fold(right))
        return 0 if right_row is None else self._pair(left_row, right_row)

    def bigram_lower(self, left: str, right: str) -> int:
        """Return how often `right` follows `left` in lower case or with capitals."""
        lefts = {left.lower(), left.capitalize(), left.upper()}
        rights = {right.lower(), right.capitalize(), right.upper()}
        return sum(self.bigram(one, other) for one in lefts for other in rights)

    def closing_share(self, word: str) -> float | None:
        """Return how often the word ends its phrase: a stop or a word that opens another phrase follows.

        Low for what stands before a noun (`economic`, `refugee`), high for what needs none (`available`, `price`). Of
        a word that the corpora hardly have, nothing is known: None.
        """
        share = self._closing.get(word)
        if share is None and word not in self._closing:
            share = self._closing[word] = self._counted_closing(word)
        return share

    def _counted_closing(self, word: str) -> float | None:
        count = self.unigram(word)
        return sum(self.bigram(word, closer) for closer in CLOSERS) / count if count >= _KNOWN else None

    def log_probability(self, left: str, right: str) -> float:
        """Return log10 P(right | left): bigrams with absolute discounting, interpolated with unigrams.

        `SENTENCE_START` may stand on the left. A word that was never seen gets -7.5 less 0.4 for every letter beyond
        four, since a long unknown string is the less likely to be one word.
        """
        single = 10.0 ** self.log_unigram(right)
        left_row = self._tokens.get(fold(left))
        if left_row is None:
            return math.log10(single)
        weight = 10.0 ** (-self._weights[left_row] / WEIGHT_STEPS)
        right_row = self._tokens.get(fold(right))
        count = 0 if right_row is None else self._pair(left_row, right_row)
        seen = max(0.0, count - DISCOUNT) / self._counts[left_row] if count else 0.0
        return math.log10(seen + weight * single)

    def log_unigram(self, word: str) -> float:
        """Return log10 of the share of this word among all tokens, case-sensitive, never minus infinity."""
        row = self._tokens.get(fold(word))
        if row is not None:
            return math.log10(self._counts[row] / self._total)
        frequency = self.zipf(word) if self.is_word(word) else 0.0
        if frequency > 0.0:
            return min(frequency - 9.0, -6.7)
        return _UNKNOWN_LOG + _UNKNOWN_LOG_LETTER * max(0, len(word) - 4)

    def tag_pair(self, left: Tag, right: Tag) -> float:
        """Return log10 of how much more often than by chance `right` follows `left`; 0 is chance.

        Takes one part of speech each side; of several, the best pair counts. Counted on likely tags.
        """
        key = int(left) << 32 | int(right)
        score = self._tag_pair_scores.get(key)
        if score is None:
            score = max((self._single_tag_pair(one, other) for one in left for other in right), default=0.0)
            self._tag_pair_scores[key] = score
        return score

    def _single_tag_pair(self, left: Tag, right: Tag) -> float:
        row = (left.bit_length() - 1) * TAG_ROWS + right.bit_length() - 1
        return (self._tag_pairs[row] - TAG_PAIR_ZERO) / TAG_PAIR_STEPS

    def _pair(self, left_row: int, right_row: int) -> int:
        start, end = self._rows[left_row], self._rows[left_row + 1]
        wanted = right_row << PAIR_BITS
        at = bisect_left(self._pairs, wanted, start, end)
        if at == end or self._pairs[at] >> PAIR_BITS != right_row:
            return 0
        return pair_count(self._pairs[at] & ((1 << PAIR_BITS) - 1))

    # People

    def gender(self, given_name: str, language: str | None = None) -> Gender | None:
        """Return whose given name this is, as born by at least 19 in 20, else both; None if it is none.

        With a language, its own countries decide where they know the name: Andrea is a man in Italian.
        """
        row: int | None = self._names.get(given_name)
        if row is None:
            return None
        codes = self._genders[row]
        if language in FOREIGN_LANGUAGES:
            own = codes >> 2 + 2 * FOREIGN_LANGUAGES.index(language) & 3
            if own:
                return GENDER_CODES[own]
        return GENDER_CODES[codes & 3]

    def is_given_name(self, word: str) -> bool:
        """Whether the word, capitalised as it stands, is a given name somewhere."""
        row = self._names.get(word)
        return row is not None and bool(self._name_flags[row] & FLAG_GIVEN)

    def is_surname(self, word: str) -> bool:
        """Whether the word, capitalised as it stands, is a surname: in the census or after given names in texts."""
        row = self._names.get(word)
        return row is not None and bool(self._name_flags[row] & FLAG_SURNAME)

    # Curated lists

    def is_speech_verb(self, word: str) -> bool:
        """Whether the word is a form of a verb that reports speech: said, adds, explaining."""
        return word.lower() in self._list("speech_verbs")

    def is_person_noun(self, word: str) -> bool:
        """Whether the word is a title, profession or role of a person: president, farmer, goalkeeper."""
        return word.lower() in self._list("person_nouns")

    def takes_article(self, noun: str) -> bool:
        """Whether the singular noun normally stands with a determiner: `talk` does, `information` does not."""
        lower = noun.lower()
        return bool(self.tags(lower) & Tag.NOUN) and lower not in self._list("mass_nouns")

    def is_prenominal(self, adjective: str) -> bool:
        """Whether clean English has the adjective before nouns and hardly ever behind: `annual`, not `available`."""
        return adjective.lower() in self._list("prenominal")

    def is_count_noun(self, noun: str) -> bool:
        """Whether the singular noun never stands bare as an object: `bridge` is one, `love` and `school` are none."""
        return noun.lower() in self._list("count_nouns")

    def _list(self, name: str) -> frozenset[str]:
        if name not in self._lists:
            self._lists[name] = _word_list(self._folder / f"{name}.txt")
        return self._lists[name]


def _mark_tag(word: str) -> Tag:
    if word == SENTENCE_START:
        return Tag.START
    return Tag.NUMBER if word == NUMBER or word[:1].isdigit() else Tag.PUNCTUATION


@functools.cache
def _word_list(path: Path) -> frozenset[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@functools.cache
def words() -> Words:
    """Return the one instance of this process, opened at first use."""
    return Words()
