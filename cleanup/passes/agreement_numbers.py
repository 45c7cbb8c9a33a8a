"""The number of a noun and of the verb beside it: 62 ingot, each Sundays, the planner teach, there is rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import plural_of
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax import DETERMINERS, Sentence, Word, parse
from cleanup.syntax_words import TIME_NOUNS

_NUMBERS = word_class("numbers") - {"one"}
_SEVERAL = word_set("several many numerous various these those both few")
_SINGLE = word_set("each every another")
_NO_PLURALS = word_class("no_plurals") - {"people"}
_GROUPS = word_class("groups_of_people", "acting_bodies", "quantities", "invariable_nouns") | word_set(
    "data rest none gentry nobility latter former"
)
_INVARIABLE = word_class("invariable_nouns", "behind_numbers", "currencies", "units", "unit_signs")
_NUMBERED = word_class("numbered_nouns")
_COUNTABLE = word_class("countable_nouns")
_SUMS = word_class("units", "units_of_time") | TIME_NOUNS
_ONE, _MORE = ("is", "was", "has"), ("are", "were", "have")
_RANKS = word_set("top bottom first last next of best")
"""Words before a number that is a rank or a score: a top 40 entry, 3 out of 5."""
_WEEKDAYS = word_set("mondays tuesdays wednesdays thursdays fridays saturdays sundays")
_VERB = FINITE_VERB | Tag.VERB_BASE
_ENDS = Tag.PUNCTUATION | Tag.PREPOSITION | Tag.AUXILIARY | Tag.MODAL | Tag.RELATIVE | Tag.CONJUNCTION | Tag.INFINITIVE

Found = tuple[str, int, str, bool]


def number_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that give a noun the number of the words before it, and a verb the number of its subject."""
    finder = _Finder(resources)
    for sentence in parse(article):
        for index in range(len(sentence.words) - 2):
            for find in (
                finder.counted,
                finder.single,
                finder.one_of,
            ):
                found = find(sentence.words, index)
                if found is not None:
                    yield _edit(article.text, sentence, resources, *found)


def _edit(text: str, sentence: Sentence, resources: Resources, rule: str, at: int, form: str, sure: bool) -> Edit:
    certainty = Applicability.SAFE if sure else Applicability.UNSAFE
    return resources.rules[rule].edit(
        text, sentence.offset(at), sentence.end_offset(at), [form], applicability=certainty
    )


class _Finder:
    def __init__(self, resources: Resources) -> None:
        self._words = resources.words

    # Nouns

    def counted(self, words: Sequence[Word], index: int) -> Found | None:
        """`62 ingot of copper`, `these boat`, `many young farmer`: the plural."""
        opens = words[index]
        digits = (opens.text.isdigit() and 1 < len(opens.text) < 4) or opens.text in "23456789"
        if not (digits or opens.lower in _NUMBERS | _SEVERAL) or self._names_number(words, index, digits):
            return None
        at = index + 1
        if (
            words[at].lower != "other"
            and words[at].tag is Tag.ADJECTIVE
            and not words[at].is_capitalised
            and self._words.tags(words[at].lower) & (Tag.ADJECTIVE)
        ):
            at += 1
        noun, after = words[at], words[at + 1] if at + 1 < len(words) else None
        if after is None or noun.start != words[at - 1].end + 1:
            return None
        if after.text[0] in "-–‑’'/(" or not after.tag & (_ENDS | _VERB | Tag.ADVERB):
            return None
        if after.tag & (Tag.VERB_BASE | Tag.VERB_PRESENT) and after.tags & (Tag.NOUN | Tag.PLURAL_NOUN):
            return None
        if noun.lower == "other" and opens.lower not in ("these", "those", "both") and not noun.is_capitalised:
            return ("number-and-noun", at, "others", True) if after.tag & (_ENDS | _VERB) else None
        plural = "people" if noun.lower == "person" else plural_of(noun.lower)
        if not self._may_be_counted(noun) or not self._prefers(words[at - 1], noun, plural, after):
            return None
        if not self._words.tags(plural) & Tag.PLURAL_NOUN or self._words.zipf(plural) < 2.5:
            return None
        start = index
        if index > 1 and words[index - 1].lower in _RANKS:
            return None
        while start and words[start - 1].tag is Tag.ADJECTIVE:
            start -= 1
        if start and words[start - 1].lower in ("a", "an", "the", "this", "that", "every", "each"):
            return None  # the three day strike, a top ten player
        agrees = after.lower in ("are", "were", "have")
        if after.tag & (Tag.VERB_PAST | Tag.ADVERB) and after.tags & Tag.ADJECTIVE:
            return None
        sure = opens.lower not in ("these", "those", "few", "both") or agrees
        plain = noun.lower in _COUNTABLE or noun.tags == Tag.NOUN or self._words.zipf(plural) > 3.0
        joined = after.tag is Tag.CONJUNCTION  # various film and television projects
        sure = sure and plain and not joined
        return "number-and-noun", at, plural, sure and (agrees or at == index + 1 or not digits)

    def _may_be_counted(self, noun: Word) -> bool:
        """Whether the word is read as a single thing that has a plural."""
        lower = noun.lower
        single = noun.tag is Tag.NOUN and not noun.tags & Tag.PLURAL_NOUN and not noun.is_capitalised
        return single and lower not in _INVARIABLE and not lower.endswith("s") and self._words.takes_article(lower)

    def _prefers(self, before: Word, noun: Word, plural: str, after: Word) -> bool:
        """Whether the plural stands clearly better between its neighbours."""
        if noun.tags == Tag.NOUN:
            return True
        fits = [
            self._words.log_probability(before.lower, form) + self._words.log_probability(form, after.text)
            for form in (plural, noun.lower)
        ]
        return fits[0] - fits[1] > 0.5

    def _names_number(self, words: Sequence[Word], index: int, digits: bool) -> bool:
        """Whether the number belongs to what stands before it: Flight 62, chapter 4, 3.5, $60, June 4."""
        if not index:
            return digits
        before = words[index - 1]
        if not digits:
            named = before.lower in _NUMBERED or before.is_proper or before.lower in _SUMS
            return named or words[index].is_capitalised or before.lower in ("one", "hundred", "-", "–")
        named = before.lower in _NUMBERED or (before.is_capitalised and index > 1) or before.tag is Tag.NUMBER
        return named or before.text in "-–$€£/.,:’'#" or before.is_noun

    def single(self, words: Sequence[Word], index: int) -> Found | None:
        """`each Sundays`, `every houses`: the singular."""
        opens, noun, after = words[index], words[index + 1], words[index + 2]
        if opens.lower not in _SINGLE or noun.start != opens.end + 1 or after.text in "-–’'":
            return None
        if noun.lower in _WEEKDAYS and noun.is_capitalised:
            return "determiner-and-noun", index + 1, noun.text[:-1], True
        if noun.is_capitalised or noun.tags != Tag.PLURAL_NOUN or noun.lower in _NO_PLURALS or after.is_noun:
            return None
        stem = noun.lower
        forms = [stem[:-3] + "y", stem[:-2], stem[:-1]]
        one = next((form for form in forms if self._words.tags(form) & Tag.NOUN and plural_of(form) == stem), None)
        if one is None or not self._words.takes_article(one):
            return None
        before = words[index - 1] if index else None
        floats = (
            opens.lower == "each" and before is not None and (before.tag & (FINITE_VERB | Tag.GERUND) or before.is_noun)
        )
        sure = opens.lower != "another" and not floats
        return "determiner-and-noun", index + 1, one, bool(sure)

    def one_of(self, words: Sequence[Word], index: int) -> Found | None:
        """`one of the contestant`, `one of his first book`: the plural."""
        if words[index].lower != "one" or words[index + 1].lower != "of" or index + 5 > len(words):
            return None
        if words[index + 2].lower not in DETERMINERS and words[index + 2].lower not in _NUMBERS:
            return None
        at = index + 3
        while at + 2 < len(words) and (
            words[at].tag in (Tag.ADJECTIVE, Tag.NUMBER, Tag.ADVERB) or words[at].text in '“"'
        ):
            at += 1
        while at + 2 < len(words) and words[at].tag is Tag.NOUN and words[at + 1].tag is Tag.NOUN:
            at += 1
        noun, after = words[at], words[at + 1]
        plural = plural_of(noun.lower)
        if noun.lower in _GROUPS or not self._may_be_counted(noun) or not self._words.tags(plural) & Tag.PLURAL_NOUN:
            return None
        if after.text[0] in "-–’'/(" or not after.tag & (_ENDS | Tag.VERB_PAST):
            return None
        return "one-of-the", at, plural, at > index + 3 or noun.lower in _COUNTABLE or after.tag is not Tag.PREPOSITION

    # Verbs
