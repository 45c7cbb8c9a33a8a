"""Times that own a noun, behind it: `in budget this year's`, `the results last month's`, `the meeting yesterday's`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.lexicon.words import words as lexicon
from cleanup.resources import Resources
from cleanup.syntax.parser import Sentence, Word
from cleanup.syntax.words import TIME_NOUNS

_POINTING = word_set("this last next")
_DAYS = word_set("yesterday today tomorrow tonight")
_SEASONS = word_set("spring summer autumn winter")
_POSSESSIVE = frozenset(["’s", "'s"])


class OwnedTimes:
    """Puts a time with its ending before the noun that it owns, as Slavic adjectives of time are turned into."""

    def __init__(self, resources: Resources) -> None:
        self._rule = resources.rules["time-after-noun"]

    def edits(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """Edits for every possessive of a time with its noun before it and none behind."""
        words = sentence.words
        for clitic in range(2, len(words) - 1):
            if words[clitic].text not in _POSSESSIVE:
                continue
            time = _time_start(words, clitic)
            start = _phrase_start(words, time) if time is not None else None
            if time is None or start is None or not _is_free(words, clitic + 1, start):
                continue
            determined = words[start].lower == "the"
            noun = text[sentence.offset(start + determined) : sentence.end_offset(time - 1)]
            owner = text[sentence.offset(time) : sentence.end_offset(clitic)]
            if start == 0 and words[0].is_capitalised:
                owner = owner[0].upper() + owner[1:]
                noun = noun[0].lower() + noun[1:]
            span = sentence.offset(start), sentence.end_offset(clitic)
            certainty = Applicability.SAFE if start or determined else Applicability.UNSAFE
            yield self._rule.edit(text, *span, [f"{owner} {noun}"], applicability=certainty)


def _time_start(words: Sequence[Word], clitic: int) -> int | None:
    """Where the time begins that ends before its clitic: this year, last Friday, yesterday."""
    noun = words[clitic - 1]
    if noun.lower in _DAYS:
        return clitic - 1
    dated = noun.lower in TIME_NOUNS | _SEASONS or noun.text in WEEKDAYS | MONTHS
    return clitic - 2 if dated and words[clitic - 2].lower in _POINTING else None


def _phrase_start(words: Sequence[Word], end: int) -> int | None:
    """Where the phrase of a common noun begins that ends before `end`, behind a preposition, or with `the`."""
    noun = words[end - 1] if end else None
    if noun is None or not noun.tag & (Tag.NOUN | Tag.PLURAL_NOUN) or noun.start == noun.end:
        return None
    if noun.lower in TIME_NOUNS or (noun.is_capitalised and end > 1):
        return None
    start = end - 1
    while start and words[start - 1].tag is Tag.ADJECTIVE and not words[start - 1].is_capitalised:
        start -= 1
    if start and words[start - 1].lower == "the":
        return start - 1
    governed = start and words[start - 1].tag & Tag.PREPOSITION and words[start - 1].lower != "than"
    return start if governed and lexicon().is_count_noun(noun.lower) else None


def _is_free(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether no noun follows that the time owns: the budget | this year's parliament passed."""
    after = words[at]
    if (
        after.tag in (Tag.NUMBER, Tag.DETERMINER, Tag.PRONOUN) or after.lower == "there"
    ):  # in budget this year’s 4.8 per cent
        return bool(start and words[start - 1].tag & Tag.PREPOSITION and words[start].lower != "the")
    if after.tag is Tag.PUNCTUATION:
        # This solution is last week’s, the other next week’s.
        joined = start > 0 and (words[start - 1].text in ",;" or words[start - 1].lower in ("and", "but"))
        return after.text in ".,;:)”" and not joined
    verb = after.tag & FINITE_VERB and not after.tags & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE)
    return bool(verb or (after.tag & Tag.PREPOSITION and not after.tags & (Tag.NOUN | Tag.ADJECTIVE)))
