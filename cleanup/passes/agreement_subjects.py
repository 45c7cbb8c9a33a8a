"""The number of a verb whose subject is long: the houses near the river is, each of the players receive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import base_of_third, third_person
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax import DETERMINERS, Sentence, Word, parse
from cleanup.syntax_words import MIDDLE_ADVERBS, TIME_NOUNS

_TO_PLURAL: Final = {"is": "are", "was": "were", "has": "have", "does": "do", "isn’t": "aren’t", "wasn’t": "weren’t"}
_TO_SINGULAR: Final = {"are": "is", "were": "was", "have": "has", "aren’t": "isn’t", "weren’t": "wasn’t"}
_COLLECTIVE = word_class("groups_of_people", "acting_bodies", "quantities", "invariable_nouns") | {
    "data",
    "rank",
    "group’s",
}
_NO_PLURALS = word_class("no_plurals")
_JOINS = word_set("of in on at to from for behind under near with between along around above below")
_SHARES = word_set("many most several some all both few hundreds dozens thousands scores millions")
_PARTS = word_set("one each either")
_OPENS = word_set("that because but while although though if when where and")
_MAY_BE_PAST = Tag.VERB_PAST | Tag.MODAL | Tag.AUXILIARY | Tag.PREPOSITION | Tag.ADVERB | Tag.CONJUNCTION
_VERBS = FINITE_VERB | Tag.VERB_BASE
_LONGEST = 12  # words of a subject

Found = tuple[int, str, bool]


def subject_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that give the verb the number of its subject."""
    finder = _Finder(resources)
    for sentence in parse(article):
        for index in range(len(sentence.words) - 2):
            found = finder.subject(sentence.words, index) or finder.relative(sentence.words, index)
            if found is not None:
                yield _edit(article.text, sentence, resources, *found)


def _edit(text: str, sentence: Sentence, resources: Resources, at: int, form: str, sure: bool) -> Edit:
    certainty = Applicability.SAFE if sure else Applicability.UNSAFE
    span = sentence.offset(at), sentence.end_offset(at)
    return resources.rules["subject-and-verb"].edit(text, *span, [form], applicability=certainty)


class _Finder:
    def __init__(self, resources: Resources) -> None:
        self._words = resources.words

    def subject(self, words: Sequence[Word], index: int) -> Found | None:
        """The verb behind the subject that begins a clause at `index`, and the form it should have."""
        if not _begins(words, index):
            return None
        for find in (self._share, self._pair, self._phrase, self._bare_plural):
            found = find(words, index)
            if found is not None:
                return found
        return None

    def _phrase(self, words: Sequence[Word], index: int) -> Found | None:
        """`The houses near the river is`: a noun with a phrase behind it."""
        if words[index].lower not in DETERMINERS or words[index].lower in (
            "every",
            "each",
            "another",
            "no",
            "both",
            "all",
        ):
            return None
        head = _head(words, index)
        if head is None:
            return None
        end = _phrases_end(words, head + 1)
        verb = _verb_at(words, end)
        if verb is None:
            return None
        noun = words[head]
        if self._is_plural(noun):
            if words[index].lower in ("a", "an", "this", "that") or end == head + 1:
                return None
            return self._to_plural(words, verb, opens=index == 0)
        if not self._is_single(noun) or words[index].lower in (
            "many",
            "several",
            "few",
            "most",
            "these",
            "those",
            "some",
            "any",
            "much",
            "such",
            "enough",
            "half",
        ):
            return None
        if end == head + 1 and not (words[verb].lower == "do" and words[verb + 1].lower == "not"):
            person = self._words.is_person_noun(noun.lower) and words[verb].lower in ("have", "are", "were")
            if not person or not words[verb + 1].tags & (Tag.PAST_PARTICIPLE | Tag.GERUND):
                return None
        return self._to_single(words, verb, opens=index == 0)

    def _bare_plural(self, words: Sequence[Word], index: int) -> Found | None:
        """`that engineers from three towns has drawn up`: only before is, was and has."""
        if not self._is_plural(words[index]) or words[index + 1].lower not in _JOINS:
            return None
        verb = _verb_at(words, _phrases_end(words, index + 1))
        form = _TO_PLURAL.get(words[verb].lower) if verb is not None else None
        predicate = Tag.PAST_PARTICIPLE | Tag.GERUND | Tag.VERB_PAST
        helped = verb is not None and words[verb + 1].tag & predicate and words[verb].lower != "does"
        return (verb, form, True) if verb is not None and form is not None and helped else None

    def _share(self, words: Sequence[Word], index: int) -> Found | None:
        """`Many of the houses was`, `each of the players receive`."""
        share = words[index].lower
        if share not in _SHARES | _PARTS or words[index + 1].lower != "of" or index + 4 >= len(words):
            return None
        head = _head(words, index + 2)
        if head is None or not self._is_plural(words[head]):
            return None
        verb = _verb_at(words, _phrases_end(words, head + 1))
        if verb is None:
            return None
        find = self._to_single if share in _PARTS else self._to_plural
        return find(words, verb, opens=index == 0)

    def _pair(self, words: Sequence[Word], index: int) -> Found | None:
        """`The mayor and his deputy has`, `both the mayor and the priest is`."""
        both = words[index].lower == "both"
        first = _head(words, index + 1 if both else index)
        if first is None or first + 3 >= len(words) or words[first + 1].lower != "and":
            return None
        second = _head(words, first + 2)
        if second is None:
            return None
        verb = _verb_at(words, _phrases_end(words, second + 1))
        if verb is None or words[verb].lower not in _TO_PLURAL:
            return None
        people = all(self._words.is_person_noun(words[at].lower) for at in (first, second))
        owned = words[first + 2].lower in DETERMINERS and words[index].lower in DETERMINERS - {"every", "each", "no"}
        return (verb, _TO_PLURAL[words[verb].lower], True) if both or (people and owned) else None

    def relative(self, words: Sequence[Word], index: int) -> Found | None:
        """`The women who works here`, `the man who work here`."""
        if index < 2 or words[index].lower not in ("who", "that", "which") or words[index - 1].is_capitalised:
            return None
        noun, verb = words[index - 1], index + 1
        if words[verb].lower in MIDDLE_ADVERBS:
            verb += 1
        start = index - 1
        while start > 0 and words[start - 1].tag in (Tag.ADJECTIVE, Tag.NUMBER) and not words[start - 1].is_capitalised:
            start -= 1
        if start == 0 or verb + 1 >= len(words):
            return None
        opens = words[start - 1].lower
        of_share = start > 1 and words[start - 2].lower in ("of", "with")
        if opens not in DETERMINERS or opens in ("no", "any") or of_share:
            return None
        if self._is_plural(noun) and opens not in ("a", "an", "this", "that", "each", "every"):
            return self._to_plural(words, verb, opens=True, relative=True)
        if words[index].lower != "who" or opens not in ("a", "an", "the", "this", "his", "her"):
            return None
        if not self._words.is_person_noun(noun.lower) or noun.tags & Tag.PLURAL_NOUN or noun.lower in _COLLECTIVE:
            return None
        return self._to_single(words, verb, opens=True, relative=True)

    def _to_plural(self, words: Sequence[Word], verb: int, *, opens: bool, relative: bool = False) -> Found | None:
        word = words[verb]
        form = _TO_PLURAL.get(word.lower.replace("'", "’"))
        if form is not None:
            return verb, form, True
        if word.tags & Tag.PLURAL_NOUN and not _takes_phrase(words, verb):
            return None
        if not word.tags & Tag.VERB_PRESENT or word.tags & Tag.VERB_BASE or not word.lower.endswith("s") or not opens:
            return None
        base = base_of_third(word.lower, self._words)
        return (verb, base, True) if base is not None and (relative or word.tag is Tag.VERB_PRESENT) else None

    def _to_single(self, words: Sequence[Word], verb: int, *, opens: bool, relative: bool = False) -> Found | None:
        word = words[verb]
        form = _TO_SINGULAR.get(word.lower.replace("'", "’"))
        if word.lower == "do" and words[verb + 1].lower == "not":
            form = "does"
        if form is not None:
            return verb, form, True
        if not opens or not word.tags & Tag.VERB_BASE or word.tags & _MAY_BE_PAST or word.lower in ("be", "do"):
            return None
        if not _takes_phrase(words, verb):
            return None
        likely = relative or word.tag is Tag.VERB_BASE or self._words.likely_tag(word.lower) & Tag.VERB_BASE
        return (verb, third_person(word.lower), True) if likely else None

    def _is_plural(self, noun: Word) -> bool:
        lower = noun.lower
        regular = lower.endswith("s") or lower in ("men", "women", "children")
        usual = noun.tag is Tag.PLURAL_NOUN and regular and not noun.is_capitalised
        return usual and lower not in _NO_PLURALS | TIME_NOUNS

    def _is_single(self, noun: Word) -> bool:
        lower = noun.lower
        plain = noun.tag is Tag.NOUN and not noun.is_capitalised and not noun.tags & Tag.PLURAL_NOUN
        return plain and lower not in _COLLECTIVE | TIME_NOUNS and not lower.endswith("s")


def _begins(words: Sequence[Word], index: int) -> bool:
    """Whether a clause begins at `index`, with nothing in the same clause before it."""
    if index == 0:
        return True
    before = words[index - 1]
    if before.text in ';:“"':
        return True
    return before.lower in _OPENS - {"and"} and (index == 1 or before.lower in ("because", "although", "while", "that"))


def _head(words: Sequence[Word], start: int) -> int | None:
    """The last noun of the noun phrase at `start`; names and phrases behind it do not count."""
    at = start
    while at < len(words) and (words[at].lower in DETERMINERS or words[at].tag in (Tag.ADJECTIVE, Tag.NUMBER)):
        at += 1
    if at >= len(words) or not words[at].is_noun:
        return None
    while (
        at + 1 < len(words) and words[at].tag is Tag.NOUN and words[at + 1].is_noun and not words[at + 1].is_capitalised
    ):
        if words[at + 1].tags & FINITE_VERB and words[at + 1].lower.endswith("s"):
            break
        at += 1
    return at


def _phrases_end(words: Sequence[Word], at: int) -> int:
    """Where the phrases with prepositions that begin at `at` end."""
    start = at
    while at < len(words) and words[at].lower in _JOINS and at - start < _LONGEST:
        end = at + 1
        while end < len(words) and (words[end].is_nominal or words[end].lower in DETERMINERS):
            may_be_verb = words[end].is_noun and words[end - 1].is_noun
            if may_be_verb and words[end].tags & (FINITE_VERB if words[end - 1].tag is Tag.NOUN else _VERBS):
                break
            end += 1
        if end == at + 1 or not (words[end - 1].is_noun or words[end - 1].tag is Tag.NUMBER):
            return start if at == start else at
        at = end
    return at


def _verb_at(words: Sequence[Word], at: int) -> int | None:
    """The verb at `at`, or behind an adverb there."""
    if at < len(words) and words[at].lower in MIDDLE_ADVERBS:
        at += 1
    return at if at + 1 < len(words) and words[at].text[0].isalpha() else None


def _takes_phrase(words: Sequence[Word], verb: int) -> bool:
    """Whether what stands behind the word is what a verb takes: an object, a phrase, an adverb."""
    after = words[verb + 1]
    return after.lower in DETERMINERS or bool(after.tag & (Tag.PREPOSITION | Tag.INFINITIVE | Tag.ADVERB | Tag.NUMBER))
