"""The number of a noun after the words before it: 62 ingot, so much tables, each Sundays, one of the boat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import plural_of
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of, with_plurals, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax.noun_phrases import DETERMINERS_OF_MORE
from cleanup.syntax.parser import DETERMINERS, Sentence, Word, parse
from cleanup.syntax.words import TIME_NOUNS

_NUMBERS: Final = word_class("numbers") - {"one"}
_LARGE: Final = word_set("hundred thousand million billion trillion dozen")
_DOUBTFUL: Final = word_set("these those few both")
"""Words that may stand by themselves, or be the wrong one: these limit, these city (this city)."""
_PARTS: Final = word_set("one each several many few both two three four five six seven eight nine ten")
_PARTS_OF_DAY: Final = word_set("morning afternoon evening night")
_SINGLE: Final = word_set("a an each every another")
_THIS: Final = {"this": "these", "that": "those"}
_NO_PLURALS: Final = word_class("no_plurals") | with_plurals("quantities") - word_class("quantities")
_GROUPS: Final = word_class("groups_of_people", "acting_bodies", "quantities", "invariable_nouns") | word_set(
    "data rest none gentry nobility latter former country army party world"
)
_NEVER_ONE_OF: Final = word_class("groups_of_people", "quantities", "invariable_nouns") | word_set(
    "data rest country world army government party"
)
"""Of them those that may stand even behind a superlative: one of the best few."""
_UNITS: Final = word_class("units")
_INVARIABLE: Final = word_class("invariable_nouns", "behind_numbers", "currencies", "unit_signs") - {"time"}
_NUMBERED: Final = word_class("numbered_nouns")
_COUNTABLE: Final = word_class("countable_nouns")
_SUMS: Final = word_class("units", "units_of_time") | TIME_NOUNS
_TIMES: Final = with_plurals("units_of_time")
_RANKS: Final = word_set("top bottom first last next of best")
"""Words before a number that is a rank or a score: a top 40 entry, 3 out of 5."""
_TENS: Final = word_set("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS: Final = word_class("ordinals")
_LIKING: Final = forms_of("verbs_of_liking")
_OPENING_MARKS: Final = frozenset("\"“‘«„'")
_AGREED: Final = {"is": "are", "was": "were", "has": "have"}
_WEEKDAYS: Final = word_set("mondays tuesdays wednesdays thursdays fridays saturdays sundays")
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_DIGITS: Final = re.compile(r"[2-9]|[1-9]\d{1,2}|\d{1,3}(?:,\d{3})+|\d+\.\d")
_NOUNS: Final = Tag.NOUN | Tag.PLURAL_NOUN
_VERB: Final = FINITE_VERB | Tag.VERB_BASE
_ENDS: Final = Tag.PUNCTUATION | Tag.PREPOSITION | Tag.AUXILIARY | Tag.MODAL | Tag.RELATIVE | Tag.CONJUNCTION
_ENDS_PHRASE: Final = _ENDS | Tag.INFINITIVE | Tag.DETERMINER | Tag.PRONOUN | Tag.PARTICLE | Tag.GERUND | _VERB
_ALSO_VERB: Final = Tag.PLURAL_NOUN | Tag.VERB_PRESENT
_IRREGULAR: Final = {"men": "man", "women": "woman", "children": "child"}

Found = tuple[str, int, str, bool]


def number_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that give a noun the number of the words before it."""
    finder = _Finder(resources)
    for sentence in parse(article):
        for index in range(len(sentence.words) - 1):
            found = finder.find(sentence.words, index)
            if found is not None:
                yield _edit(article.text, sentence, resources, *found)


def _edit(text: str, sentence: Sentence, resources: Resources, rule: str, at: int, form: str, sure: bool) -> Edit:
    certainty = Applicability.SAFE if sure else Applicability.UNSAFE
    verb = sentence.words[at + 1].lower if rule == "number-and-noun" and at + 1 < len(sentence.words) else ""
    if verb in _AGREED and "of" not in [word.lower for word in sentence.words[max(0, at - 3) : at]]:
        form, last = f"{form} {_AGREED[verb]}", at + 1
    else:
        last = at
    span = sentence.offset(at), sentence.end_offset(last)
    return resources.rules[rule].edit(text, *span, [form], applicability=certainty)


class _Finder:
    def __init__(self, resources: Resources) -> None:
        self._words = resources.words

    def find(self, words: Sequence[Word], index: int) -> Found | None:
        """What is wrong with the noun that the word at `index` stands before."""
        opens = words[index]
        if opens.lower == "one":
            return self._one_of(words, index)
        if opens.tag is Tag.NUMBER or opens.lower in _NUMBERS or opens.lower in DETERMINERS_OF_MORE:
            found = self._one_of(words, index) if opens.lower in _PARTS else None
            return found or self._counted(words, index)
        if opens.lower in _SINGLE:
            return self._single(words, index) or (self._one_of(words, index) if opens.lower == "each" else None)
        if opens.lower in _THIS:
            return self._this(words, index)
        return self._much(words, index) if opens.lower == "much" else None

    # The plural

    def _counted(self, words: Sequence[Word], index: int) -> Found | None:
        """`62 ingot of copper`, `these boat`, `many young farmer`, `3.2 million viewer`: the plural."""
        opens = words[index]
        digits = opens.text[0].isdigit()
        if not self._counts(opens) or self._names_number(words, index, digits):
            return None
        first = index + 1
        while first + 1 < len(words) and self._describes(words, first):
            first += 1
        at = first
        while at + 1 < len(words) and words[at].tag is Tag.NOUN and words[at + 1].is_noun and _follows(words, at + 1):
            at += 1
        noun, after = words[at], words[at + 1] if at + 1 < len(words) else None
        if _is_doubled(words, at) or _shares_head(words, at) or _is_ordinal(words, index):
            return None
        if not _follows(words, at) or (after is not None and not self._ends(words, at + 1)):
            return None
        if digits and index and words[index - 1].is_noun and not (after is not None and after.tag & Tag.AUXILIARY):
            return None  # batch 3 milk; but: in the attack 3 soldier were hurt
        if noun.lower == "other" and not noun.is_capitalised:
            return self._others(opens, at, after)
        if noun.lower in TIME_NOUNS and words[at - 1].lower in ("last", "next", "this"):
            return None  # eighteen last year
        plural = "people" if noun.lower == "person" else plural_of(noun.lower)
        if not self._may_be_counted(noun) or not self._prefers(words[at - 1], noun, plural, after):
            return None
        if at > first and (digits or words[first].lower in _SUMS):
            return None  # a three day strike, 100 metre race
        opened = self._opens_phrase(words, index)
        if opened in ("a", "an", "this", "that") or (opened and at > first):
            return None
        agrees = after is not None and after.lower in ("are", "were", "have")
        share = opened == "" and index > 1 and words[index - 1].lower == "of" and words[index - 2].lower in _PARTS
        time = noun.lower in _SUMS and after is not None and after.lower in ("ago", "later", "earlier", "before")
        doubtful = opens.lower in _DOUBTFUL and not share and not time
        plain = noun.lower in _COUNTABLE | _SUMS or noun.tags == Tag.NOUN or self._words.zipf(plural) > 3.0
        joined = after is not None and after.lower in ("and", "or") and not digits and noun.lower not in _SUMS
        sure = plain and not joined and not doubtful and at == first and not (digits and opened)
        return "number-and-noun", at, plural, sure or agrees

    def _counts(self, word: Word) -> bool:
        """Whether the word is a number of more than one, and no year, or a determiner before a plural."""
        if word.text[0].isdigit():
            return bool(_DIGITS.fullmatch(word.text)) and not _YEAR.fullmatch(word.text)
        parts = word.lower.split("-")
        return word.lower in DETERMINERS_OF_MORE | _LARGE or all(part in _NUMBERS for part in parts)

    def _others(self, opens: Word, at: int, after: Word | None) -> Found | None:
        """`two other were hurt`: others, where no noun follows."""
        ends = after is not None and after.tag & (_ENDS | _VERB) and after.text[0] not in _OPENING_MARKS
        alone = ends and opens.lower not in ("these", "those", "both", "many")
        return ("number-and-noun", at, "others", True) if alone else None

    def _describes(self, words: Sequence[Word], at: int) -> bool:
        """Whether the word is an adjective before a noun, or a large number: three young farmer, two hundred boat."""
        word = words[at]
        if word.is_capitalised or not _follows(words, at):
            return False
        adjective = word.tag is Tag.ADJECTIVE and word.lower != "other" and bool(word.tags & Tag.ADJECTIVE)
        return (adjective and words[at + 1].is_nominal) or word.lower in _LARGE

    def _ends(self, words: Sequence[Word], at: int) -> bool:
        """Whether the noun phrase is over at `at`: no noun follows, and no mark that joins."""
        after = words[at]
        if after.text[0] in "-–‑’'/" and after.start == words[at - 1].end:
            return False
        if after.tag & (Tag.VERB_BASE | Tag.VERB_PRESENT) and after.tags & (Tag.NOUN | Tag.PLURAL_NOUN):
            return False
        if after.tags & Tag.GERUND and after.tags & Tag.PREPOSITION:
            return True  # 51 prisoner following talks
        participle = after.tag is Tag.PAST_PARTICIPLE
        if participle or (after.tag & (Tag.VERB_PAST | Tag.GERUND) and after.tags & Tag.ADJECTIVE):
            behind = words[at + 1] if at + 1 < len(words) else None
            closed = behind is not None and (behind.lower in DETERMINERS | {"it"} or behind.tag is Tag.PREPOSITION)
            return closed or (participle and behind is not None and behind.tag is Tag.PUNCTUATION)
        if after.tag & (Tag.ADVERB | Tag.ADJECTIVE):
            if at + 1 < len(words) and words[at + 1].tag is Tag.NUMBER:
                return True
            return at + 1 >= len(words) or not (words[at + 1].is_nominal or words[at + 1].tags & _NOUNS)
        return bool(after.tag & _ENDS_PHRASE)

    def _opens_phrase(self, words: Sequence[Word], index: int) -> str:
        """The determiner before a number, also before an adjective there; "" where none stands."""
        at = index
        while at and (words[at - 1].tag is Tag.ADJECTIVE or words[at - 1].lower in ("past", "next", "last")):
            at -= 1
        before = words[at - 1].lower if at else ""
        few = words[index].lower == "few" and before == "a"
        return before if before in DETERMINERS - {"some", "all", "no"} and not few else ""

    def _may_be_counted(self, noun: Word) -> bool:
        """Whether the word is read as a single thing that has a plural."""
        lower = noun.lower
        read = noun.tag is Tag.NOUN or (noun.tag is Tag.ADJECTIVE and self._is_surely_noun(noun))
        single = read and not noun.tags & Tag.PLURAL_NOUN and not noun.is_capitalised
        counted = single and lower not in _INVARIABLE and not lower.endswith("s")
        counted = counted and (lower in _SUMS or self._words.takes_article(lower))
        plural = plural_of(lower)
        known = lower == "person" or bool(self._words.tags(plural) & Tag.PLURAL_NOUN)
        return counted and known and self._words.zipf(plural) >= 2.5

    def _is_surely_noun(self, word: Word) -> bool:
        """Whether what reads as an adjective at the end of its phrase is a noun: five civilian, twenty second."""
        return bool(word.tags & Tag.NOUN) and (word.lower in _SUMS or self._words.is_person_noun(word.lower))

    def _prefers(self, before: Word, noun: Word, plural: str, after: Word | None) -> bool:
        """Whether the plural stands clearly better between its neighbours."""
        if noun.tags == Tag.NOUN or noun.lower in _COUNTABLE | _UNITS:
            return True
        behind = after.text if after is not None else "."
        fits = [
            self._words.log_probability(before.lower, form) + self._words.log_probability(form, behind)
            for form in (plural, noun.lower)
        ]
        return fits[0] - fits[1] > 0.5

    def _names_number(self, words: Sequence[Word], index: int, digits: bool) -> bool:
        """Whether the number belongs to what stands before it: Flight 62, chapter 4, 3.5, $60, June 4."""
        if index and words[index - 1].lower in _RANKS - {"of", "last", "next", "first"}:
            return True
        if not index:
            return digits
        before = words[index - 1]
        if not digits:
            if words[index].lower in _LARGE:
                return before.text[0] in "$€£" or (index > 1 and words[index - 2].text[0] in "$€£")
            named = before.lower in _NUMBERED | _UNITS or before.is_proper
            return named or words[index].is_capitalised or before.lower in ("one", "hundred", "-", "–")
        named = before.lower in _NUMBERED or (before.is_capitalised and index > 1) or before.tag is Tag.NUMBER
        return named or before.text in "-–$€£/.:’'#"

    def _one_of(self, words: Sequence[Word], index: int) -> Found | None:
        """`one of the contestant`, `two of his first book`, `nine of them soldier`: the plural."""
        if index + 4 >= len(words) or words[index + 1].lower != "of":
            return None
        if words[index + 2].lower in ("them", "us"):
            noun, after = words[index + 3], words[index + 4]
            ends = after.tag is Tag.PUNCTUATION and after.text in ".,;" and words[index].lower not in ("one", "each")
            return (
                ("number-and-noun", index + 3, plural_of(noun.lower), True) if ends and self._is_count(noun) else None
            )
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
        if words[at - 1].lower in ("most", "least") and noun.tags & Tag.PAST_PARTICIPLE:
            return None  # one of the most broadcast plays
        if noun.lower in _PARTS_OF_DAY:
            return None  # the hour in many languages: at four of the morning
        if noun.lower in (_GROUPS if at == index + 3 else _NEVER_ONE_OF) or not self._may_be_counted(noun):
            return None
        if after.text[0] in "-–’'/(" or not after.tag & (_ENDS | Tag.INFINITIVE | Tag.VERB_PAST):
            return None
        sure = at > index + 3 or noun.lower in _COUNTABLE or after.tag is not Tag.PREPOSITION
        return "one-of-the", at, plural_of(noun.lower), sure

    def _is_count(self, noun: Word) -> bool:
        person = self._words.is_person_noun(noun.lower) or noun.lower in _COUNTABLE
        return person and noun.lower not in _GROUPS and self._may_be_counted(noun)

    def _much(self, words: Sequence[Word], index: int) -> Found | None:
        """`so much tables`: many."""
        noun = words[index + 1]
        degree = index > 0 and words[index - 1].lower in ("so", "too")
        known = noun.tags == Tag.PLURAL_NOUN or (degree and noun.tags == _ALSO_VERB)
        plural = known and noun.tag is Tag.PLURAL_NOUN and not noun.is_capitalised and noun.lower not in _NO_PLURALS
        if index and _is_degree_of_verb(words, index):
            return None  # I like very much storks: the verb is meant
        if not plural or words[index].is_capitalised or (index + 2 < len(words) and words[index + 2].is_nominal):
            return None
        return "determiner-and-noun", index, "many", True

    # The singular

    def _single(self, words: Sequence[Word], index: int) -> Found | None:
        """`each Sundays`, `every houses`, `a fishermen`: the singular."""
        opens, noun = words[index], words[index + 1]
        after = words[index + 2] if index + 2 < len(words) else None
        if opens.is_capitalised and index and words[index - 1].tag is not Tag.PUNCTUATION:
            return None
        if self._is_part_of_compound(words, index):
            return None
        if noun.lower in _WEEKDAYS and noun.is_capitalised and opens.lower not in ("a", "an"):
            return "determiner-and-noun", index + 1, noun.text[:-1], True
        if noun.is_capitalised or not self._is_only_plural(opens, noun) or (after is not None and after.is_noun):
            return None
        one = self._singular(noun.lower)
        if one is None or not (one in _TIMES or self._words.takes_article(one)) or self._words.zipf(one) < 2.5:
            return None
        article = opens.lower in ("a", "an")
        if article and after is not None and after.is_nominal:
            return "determiner-and-noun", index + 1, one, False
        before = words[index - 1] if index else None
        floats = (
            opens.lower == "each"
            and before is not None
            and bool(before.tag & (FINITE_VERB | Tag.GERUND) or before.is_noun)
        )
        return "determiner-and-noun", index + 1, one, opens.lower != "another" and not floats

    def _is_part_of_compound(self, words: Sequence[Word], index: int) -> bool:
        """Whether determiner and noun are glued to what stands beside them: vis-à-vis, a gentlemen’s tailor."""
        opens, noun = words[index], words[index + 1]
        after = words[index + 2] if index + 2 < len(words) else None
        if noun.start != opens.end + 1:
            return True
        if index and words[index - 1].end == opens.start and words[index - 1].text not in '“"‘(':
            return True
        return after is not None and after.start == noun.end and (after.text[0] in "’'" or after.text in "-–")

    def _is_only_plural(self, opens: Word, noun: Word) -> bool:
        """Whether the noun can be nothing but the plural of one thing behind this determiner."""
        if noun.lower in _NO_PLURALS - _TIMES:
            return False
        several = bool(noun.tags & Tag.PLURAL_NOUN) and noun.tag is Tag.PLURAL_NOUN
        also_verb = opens.lower in ("a", "an") and noun.tags == _ALSO_VERB
        return noun.tags == Tag.PLURAL_NOUN or also_verb or (opens.lower == "every" and several)

    def _this(self, words: Sequence[Word], index: int) -> Found | None:
        """`this problems`: these; `at that times`: those."""
        opens, noun = words[index], words[index + 1]
        after = words[index + 2] if index + 2 < len(words) else None
        regular = noun.lower.endswith("s") or noun.lower in _IRREGULAR
        shared = index > 1 and words[index - 1].lower == "of" and words[index - 2].lower in _PARTS
        known = noun.tags == Tag.PLURAL_NOUN or (shared and noun.tags == _ALSO_VERB)
        if not known or not regular or noun.is_capitalised or noun.start != opens.end + 1:
            return None
        if opens.lower == "that" and not (index and words[index - 1].tag & Tag.PREPOSITION):
            return None
        if noun.lower in _NO_PLURALS or after is None or after.lower in ("is", "was", "has", "of"):
            return None
        if after.is_noun or after.text in "’'":
            return None  # this farmers’ daughter
        turned = _THIS[opens.lower]
        return "determiner-and-noun", index, turned.capitalize() if opens.is_capitalised else turned, True

    def _singular(self, plural: str) -> str | None:
        forms = [
            _IRREGULAR.get(plural, ""),
            plural[:-3] + "y",
            plural[:-3] + "f",
            plural[:-3] + "fe",
            plural[:-2],
            plural[:-1],
        ]
        if plural.endswith("men"):
            forms.insert(0, plural[:-3] + "man")
        return next((form for form in forms if self._words.tags(form) & Tag.NOUN and plural_of(form) == plural), None)


def _follows(words: Sequence[Word], at: int) -> bool:
    """Whether one space stands before the word."""
    return at < len(words) and words[at].start == words[at - 1].end + 1


def _is_doubled(words: Sequence[Word], at: int) -> bool:
    """Whether the noun is half of a phrase that goes with any number: two side by side, three year on year."""
    return at + 2 < len(words) and words[at + 1].tag is Tag.PREPOSITION and words[at + 2].lower == words[at].lower


def _shares_head(words: Sequence[Word], at: int) -> bool:
    """Whether the noun and another joined to it describe a third, which is counted: 42 army and police personnel."""
    joined = at + 3 < len(words) and words[at + 1].lower in ("and", "or") and not words[at + 2].tag & Tag.NUMBER
    return joined and words[at + 2].is_nominal and words[at + 3].is_noun


def _is_ordinal(words: Sequence[Word], index: int) -> bool:
    """Whether the number is the first half of one that orders: the twenty first century."""
    return words[index].lower in _TENS and words[index + 1].lower in _ORDINALS


def _is_degree_of_verb(words: Sequence[Word], index: int) -> bool:
    """Whether `much` says how much something is done, and stands before the verb's object: likes very much storks."""
    at = index - 2 if words[index - 1].lower == "very" else index - 1
    return at >= 0 and words[at].lower in _LIKING
