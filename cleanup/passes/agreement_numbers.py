"""The number of a noun and of the verb beside it: 62 ingot, each Sundays, the planner teach, there is rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article
from cleanup.clauses import chunk_start, contradicts
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import base_of_third, participle, plural_of, third_person
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax import DETERMINERS, SUBJECT_PRONOUNS, Sentence, Word, parse
from cleanup.syntax_words import DEMANDING, MIDDLE_ADVERBS, TIME_NOUNS

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
_TO_PLURAL = {"is": "are", "was": "were", "has": "have", "does": "do"}
_TO_SINGLE = {"are": "is", "were": "was", "have": "has", "do": "does"}
_ONE, _MORE = ("is", "was", "has"), ("are", "were", "have")
_ADVERBS = MIDDLE_ADVERBS - {"not"}
_RANKS = word_set("top bottom first last next of best")
"""Words before a number that is a rank or a score: a top 40 entry, 3 out of 5."""
_PLURAL_PRONOUNS = word_set("they we")
_SINGLE_PRONOUNS = word_set("he she")
_JOINS = word_set("and or nor plus with")
_MANDATES = DEMANDING | word_set("if though wish wishes")
_ASKS = word_set("do does did should would could can may might must will shall let make makes made see help have had")
_OPENERS = word_set("that because although while but when where if since whether")
_WEEKDAYS = word_set("mondays tuesdays wednesdays thursdays fridays saturdays sundays")
_PAST = Tag.VERB_PAST | Tag.PAST_PARTICIPLE | Tag.MODAL | Tag.AUXILIARY | Tag.ADVERB | Tag.PREPOSITION | Tag.CONJUNCTION
_PREDICATE = Tag.PAST_PARTICIPLE | Tag.GERUND | Tag.ADJECTIVE | Tag.ADVERB | Tag.DETERMINER | Tag.PREPOSITION
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
                finder.pronoun,
                finder.subject,
                finder.relative,
                finder.there,
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

    def there(self, words: Sequence[Word], index: int) -> Found | None:
        """`There is rules`, `there was no great hopes`: the verb agrees with the noun behind it."""
        if words[index].lower != "there" or words[index + 1].lower not in ("is", "was") or index + 4 > len(words):
            return None
        at = index + 2
        opens = words[at].lower
        if opens in ("a", "an", "the", "this", "that", "much", "one", "1", "any") or words[at].text in ",-":
            return None
        while (
            at < len(words)
            and at < index + 6
            and (words[at].tag in (Tag.ADJECTIVE, Tag.NUMBER) or words[at].lower in DETERMINERS)
        ):
            at += 1
        if at + 1 >= len(words) or not self._is_plural(words[at]) or words[at].lower in _SUMS:
            return None
        if words[at + 1].is_noun or words[at + 1].text in "-–’'/" or words[at].tags & Tag.NOUN:
            return None
        if at == index + 2 and words[at].tags & Tag.VERB_PRESENT:
            return None
        return "there-and-verb", index + 1, _TO_PLURAL[words[index + 1].lower], True

    # Verbs

    def pronoun(self, words: Sequence[Word], index: int) -> Found | None:
        """`they is`, `he have`, `they goes`, `and she go`."""
        subject, at = words[index], index + 1
        if words[at].lower in _ADVERBS:
            at += 1
        if at + 1 >= len(words) or words[at].is_capitalised:
            return None
        verb = words[at].lower
        if index and words[index - 1].lower in _JOINS and (index < 2 or words[index - 2].is_noun):
            return None
        if (subject.text == "I" and index and words[index - 1].is_proper) or subject.text == "IT":
            return None
        if subject.text == "I" and verb in ("is", "has"):
            return (
                "subject-and-verb",
                at,
                {"is": "am", "has": "have"}[verb],
                True,
            )
        several, one = subject.lower in _PLURAL_PRONOUNS, subject.lower in _SINGLE_PRONOUNS
        if contradicts(words, index, at) and self._has_other_subject(words, index, verb):
            return None
        if several and verb in _TO_PLURAL:
            return "subject-and-verb", at, _TO_PLURAL[verb], True
        if several or subject.text == "I":
            return self._to_base(words, at, clear=True)
        opens = index == 0 or words[index - 1].text in ',;:“"' or words[index - 1].lower in _OPENERS | {"and", "who"}
        if subject.lower == "it":
            one = opens
        before = {word.lower for word in words[max(0, index - 12) : index]}
        if not one or {word.lower for word in words[max(0, index - 3) : index]} & _ASKS or before & _MANDATES:
            return None
        if verb in ("are", "have", "do", "were"):
            return "subject-and-verb", at, _TO_SINGLE[verb], verb != "were" or opens
        return self._to_third(words, at, clear=True) if opens else None

    @staticmethod
    def _has_other_subject(words: Sequence[Word], index: int, verb: str) -> bool:
        """Whether it may be the pronoun that is wrong, and the verb that of the noun before it: the choir they has."""
        at = index - 2 if index > 1 and words[index - 1].lower in ("that", "which", "who") else index - 1
        if at < 0 or not words[at].is_noun or words[chunk_start(words, at + 1)].tags & Tag.PREPOSITION:
            return False
        return (verb in _TO_SINGLE or verb == "do") == (words[at].tag is Tag.PLURAL_NOUN)

    def subject(self, words: Sequence[Word], index: int) -> Found | None:
        """`The teams is`, `A planner teach`: the verb right behind the noun phrase that begins a clause."""
        if (
            not _begins(words, index)
            or words[index].lower.endswith("ing")
            or words[index].lower in ("each", "every", "both", "half", "such", "all", "none")
        ):
            return None
        head = _head(words, index)
        if head is None or head + 2 >= len(words):
            return None
        noun, at = words[head], head + 1
        if words[at].lower in _ADVERBS:
            at += 1
        if at + 1 >= len(words) or words[at].is_capitalised:
            return None
        opens, verb, after = words[index].lower, words[at].lower, words[at + 1]
        if {word.lower for word in words[:index]} & _MANDATES and index:
            return None
        if self._is_plural(noun) and noun.lower not in _SUMS and opens not in ("a", "an", "this", "that"):
            if (noun.tags & Tag.VERB_PRESENT and head == index) or (noun.is_capitalised and head > 0):
                return None
            form = _TO_PLURAL.get(verb)
            counts = any(word.tag is Tag.NUMBER or word.lower in _NUMBERS for word in words[index:head])
            if counts and not (form and after.tags & Tag.PAST_PARTICIPLE):
                return None
            if form is not None:
                named = head == index and noun.is_capitalised
                return "subject-and-verb", at, form, not named and self._is_predicate(words, at + 1)
            return self._to_base(words, at, clear=False)
        if not self._is_one(noun) or opens in _SEVERAL | {"some", "any", "most"}:
            return None
        if words[index].lower not in DETERMINERS or words[index].lower in _SEVERAL or noun.lower in TIME_NOUNS:
            return None
        if verb in ("are", "have", "were"):
            helped = bool(after.tags & (Tag.PAST_PARTICIPLE | Tag.GERUND))
            helped = helped or (verb != "have" and self._is_predicate(words, at + 1))
            return "subject-and-verb", at, _TO_SINGLE[verb], helped
        return self._to_third(words, at)

    def _is_predicate(self, words: Sequence[Word], at: int) -> bool:
        """Whether what begins at `at` says something of the subject, and is no other noun: the key are two plans."""
        tags = words[at].tags
        qualifies = tags & Tag.ADJECTIVE and not tags & (Tag.PAST_PARTICIPLE | Tag.GERUND)
        return bool(tags & _PREDICATE) and not (qualifies and at + 1 < len(words) and words[at + 1].is_nominal)

    def _is_one(self, noun: Word) -> bool:
        """Whether the noun has a verb in the singular: not the staff, the poor, the government."""
        lower = noun.lower
        single = noun.tag is Tag.NOUN and not noun.tags & Tag.PLURAL_NOUN and not noun.is_capitalised
        if not single or lower in _GROUPS or lower.endswith(("s", "a", "i", "ae")):
            return False
        one, several = (sum(self._words.bigram(lower, verb) for verb in forms) for forms in (_ONE, _MORE))
        return one > 3 * several or self._is_single(noun)

    def relative(self, words: Sequence[Word], index: int) -> Found | None:
        """`a planner who teach`, `the rules that applies`: the number of the noun before."""
        if index < 1 or words[index].lower not in ("who", "which", "that"):
            return None
        noun, at = words[index - 1], index + 1
        if words[at].lower in _ADVERBS:
            at += 1
        if at + 1 >= len(words) or words[at].is_capitalised or noun.is_capitalised:
            return None
        before = words[max(0, index - 7) : index - 1]
        lowers = {word.lower for word in before}
        verb = words[at].lower
        if self._is_plural(noun):
            if lowers & {"one", "of", "a", "an", "and", "each", "every"}:
                return None
            form = _TO_PLURAL.get(verb)
            if form is not None:
                return "subject-and-verb", at, form, words[index].lower != "that"
            return self._to_base(words, at, clear=False)
        if not self._is_single(noun) or noun.lower in _GROUPS or lowers & _JOINS | lowers & {"of"}:
            return None
        start = index - 1
        while start > 0 and words[start - 1].tag is Tag.ADJECTIVE:
            start -= 1
        opens = words[start - 1].lower if start else ""
        if opens not in ("a", "an", "the", "this", "his", "her") or any(word.tag is Tag.PLURAL_NOUN for word in before):
            return None
        sure = opens in ("a", "an") and words[index].lower != "that"
        if verb in ("are", "have", "were"):
            return "subject-and-verb", at, _TO_SINGLE[verb], sure
        found = self._to_third(words, at, clear=words[index].lower == "who")
        return None if found is None else (*found[:3], found[3] and words[index].lower != "that")

    def _to_base(self, words: Sequence[Word], at: int, *, clear: bool) -> Found | None:
        """The form behind a plural for the one in -s, safe where that is no noun."""
        verb, after = words[at], words[at + 1]
        tags = verb.tags
        if not tags & Tag.VERB_PRESENT or not verb.lower.endswith("s") or tags & (Tag.VERB_BASE | Tag.ADVERB):
            return None
        base = base_of_third(verb.lower, self._words)
        if base is None or after.text in "-–’'":
            return None
        noun = bool(tags & (Tag.PLURAL_NOUN | Tag.NOUN))
        takes = after.lower in DETERMINERS or bool(after.tag & (Tag.PREPOSITION | Tag.INFINITIVE))
        clear = clear or after.lower == "that" or after.lower in SUBJECT_PRONOUNS
        if noun and not (clear or after.lower in DETERMINERS):
            return None
        return "subject-and-verb", at, base, not noun or takes or clear

    def _to_third(self, words: Sequence[Word], at: int, *, clear: bool = False) -> Found | None:
        """The form in -s for the bare verb behind a singular, safe where that is nothing else."""
        verb, after = words[at], words[at + 1]
        tags = verb.tags
        if clear and not tags & (Tag.VERB_PAST | Tag.MODAL | Tag.AUXILIARY | Tag.PREPOSITION | Tag.CONJUNCTION):
            read = self._words.likely_tag(verb.lower) & (Tag.VERB_BASE | Tag.NOUN | Tag.PAST_PARTICIPLE)
            known = tags & Tag.VERB_BASE and read and verb.lower not in ("be", "let", "like", "self")
            return ("subject-and-verb", at, third_person(verb.lower), True) if known else None
        if (
            participle(verb.lower) == verb.lower
            or not tags & Tag.VERB_BASE
            or tags & _PAST
            or verb.lower in ("be", "let", "like", "have", "do")
        ):
            return None
        noun = bool(tags & (Tag.NOUN | Tag.ADJECTIVE | Tag.PLURAL_NOUN))
        takes = (
            after.lower in DETERMINERS or bool(after.tag & (Tag.PREPOSITION | Tag.INFINITIVE)) or after.lower == "that"
        )
        if after.text[0] in "-–’'" or (noun and not (takes and verb.tag & Tag.VERB_BASE)):
            return None
        if noun and not (after.lower in DETERMINERS or after.lower == "that"):
            return None  # a phone call to the mayor
        likely = bool(self._words.likely_tag(verb.lower) & Tag.VERB_BASE)
        return "subject-and-verb", at, third_person(verb.lower), not noun or (likely and takes)

    def _is_plural(self, noun: Word) -> bool:
        lower = noun.lower
        regular = lower.endswith("s") or lower in ("men", "women", "children", "people")
        plain = noun.tag is Tag.PLURAL_NOUN and (not noun.is_capitalised or self._words.is_word(lower)) and regular
        return plain and lower not in _NO_PLURALS and not lower.endswith(("ss", "ics"))

    def _is_single(self, noun: Word) -> bool:
        lower = noun.lower
        plain = noun.tag is Tag.NOUN and noun.tags & Tag.NOUN and not noun.tags & (Tag.PLURAL_NOUN | Tag.ADJECTIVE)
        usual = bool(plain) and not noun.is_capitalised and not lower.endswith("s") and lower not in _INVARIABLE
        return usual and self._words.takes_article(lower)


def _begins(words: Sequence[Word], index: int) -> bool:
    """Whether a clause begins at `index` with nothing before its subject."""
    if index == 0:
        return True
    before = words[index - 1]
    if before.text in ';“"':
        return before.text == ";" or words[index].is_capitalised
    return before.lower in _OPENERS and (index == 1 or before.lower not in ("but", "since"))


def _head(words: Sequence[Word], start: int) -> int | None:
    """The noun right before the verb, if only its own attributes stand between it and `start`."""
    at = start
    if words[at].lower in DETERMINERS:
        at += 1
    while at + 1 < len(words) and (words[at].tag in (Tag.ADJECTIVE, Tag.NUMBER) or words[at].is_proper):
        if words[at].is_proper and not words[at + 1].is_nominal:
            break
        at += 1
    while at + 1 < len(words) and words[at].tag is Tag.NOUN and words[at + 1].tag in (Tag.NOUN, Tag.PLURAL_NOUN):
        if words[at + 1].is_capitalised:
            return None
        at += 1
    known = at < len(words) and words[at].is_noun and not words[at].is_proper
    if at == start and known and words[at].tag is not Tag.PLURAL_NOUN:
        return None
    return at if known else None
