"""Adverbs and times between a verb and its object: `drinks often coffee`, `arrested on Monday the driver`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import gerund, participle, past
from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of, inflected
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, SUBJECT_PRONOUNS, Sentence, Word
from cleanup.syntax.words import INTRANSITIVE, SPEECH, TIME_NOUNS

_FREQUENCY = word_set("always often never usually rarely seldom sometimes frequently already")
_WELL = word_set("well fluently badly perfectly excellently")
_DEGREE = word_set("very quite so rather extremely fairly")
_DAYS = word_set("yesterday today tomorrow")
_TRANSITIVE = inflected("transitive_verbs", past, participle, gerund)
_NO_OBJECTS = word_set("way ways time times home rest little bit lot best worst most least same first last second")
_LANGUAGE_VERBS = word_set(
    "speak speaks spoke spoken speaking know knows knew understand understands play plays played"
)
_LINKING = forms_of("linking_verbs") | word_set("is are was were be been being am has have had having do does did")
_NOT_JUDGED = _LINKING | (SPEECH - _LANGUAGE_VERBS - _TRANSITIVE) | INTRANSITIVE
_LONGEST_OBJECT = 4  # words: a heavier object may stand behind the time


class AdverbOrder:
    """Finds an adverb or a time that parts a verb from a short object."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """Edits that bring the object behind its verb, and an adverb of frequency before it."""
        words = sentence.words
        for verb in range(1, len(words) - 3):
            if not _is_verb(words, verb):
                continue
            stop = _adverbial_end(words, verb + 1)
            helped = words[verb].tag is Tag.GERUND or words[verb - 1].tag is Tag.AUXILIARY
            end = _object_end(words, stop, helped) if stop is not None else None
            if stop is None or end is None or _finite_follows(words, end) or _is_compound(words, verb + 1, stop, end):
                continue
            adverbial = text[sentence.offset(verb + 1) : sentence.end_offset(stop - 1)]
            thing = text[sentence.offset(stop) : sentence.end_offset(end - 1)]
            frequent = words[verb + 1].lower in _FREQUENCY
            if frequent and not words[verb].tag & (FINITE_VERB | Tag.VERB_BASE):
                continue
            start, last = sentence.offset(verb), sentence.end_offset(end - 1)
            spoken = words[verb].text
            fixed = f"{adverbial} {spoken} {thing}" if frequent else f"{spoken} {thing} {adverbial}"
            rule = self._resources.rules["adverb-before-object"]
            yield rule.edit(text, start, last, [fixed], applicability=_certainty(words, verb, stop))


def _certainty(words: Sequence[Word], verb: int, stop: int) -> Applicability:
    first = words[verb + 1].lower
    language = words[stop - 1].lower in _WELL and words[verb].lower in _LANGUAGE_VERBS
    repeated = stop - verb == 4 and words[verb + 2].lower == "after"
    sure = first in _FREQUENCY or language or repeated or words[verb].lower in _TRANSITIVE
    return Applicability.SAFE if sure else Applicability.UNSAFE


def _is_verb(words: Sequence[Word], at: int) -> bool:
    """Whether a verb of its own meaning stands at `at`, with its subject or a helping verb before it."""
    word, before = words[at], words[at - 1]
    if word.lower in _NOT_JUDGED:
        return False
    if word.is_capitalised or word.tags & (Tag.AUXILIARY | Tag.MODAL):
        return False
    helped = before.tag & (Tag.AUXILIARY | Tag.MODAL) and word.tags & (
        Tag.GERUND | Tag.PAST_PARTICIPLE | Tag.VERB_BASE | Tag.VERB_PAST
    )
    if helped and before.lower in ("is", "are", "was", "were", "be", "been") and not word.lower.endswith("ing"):
        return False  # a passive
    if helped:
        return True
    past = word.tags & Tag.VERB_PAST and word.lower in _TRANSITIVE  # the light parser reads a participle
    finite = word.tag & FINITE_VERB or past or (word.tag is Tag.VERB_BASE and before.lower != "to")
    subject = before.is_noun or before.lower in SUBJECT_PRONOUNS | {"who", "which", "that"}
    return bool(finite and subject)


def _adverbial_end(words: Sequence[Word], at: int) -> int | None:
    """Where the adverb or time that begins at `at` ends."""
    word, after = words[at], words[at + 1]
    if word.lower in _FREQUENCY | _DAYS:
        return at + 1
    if word.lower in _WELL:
        return at + 1
    if word.lower in _DEGREE and after.lower in _WELL:
        return at + 2
    if word.lower in ("on", "in") and after.text in WEEKDAYS | MONTHS:
        return at + 2
    if word.lower in ("this", "last", "every", "each") and after.lower in TIME_NOUNS:
        return at + 2
    repeats = at + 2 < len(words) and after.lower in ("after", "by") and words[at + 2].lower == word.lower
    return at + 3 if repeats and word.lower in TIME_NOUNS else None


def _object_end(words: Sequence[Word], at: int, helped: bool) -> int | None:
    """Where a short object that begins at `at` ends, with a mark or a phrase behind it."""
    if at + 1 >= len(words):
        return None
    opens = words[at]
    determined = opens.lower in DETERMINERS - {"all", "both", "each", "this", "that", "enough", "half", "most"}
    verbal = opens.tags & (Tag.ADVERB if helped else FINITE_VERB | Tag.VERB_BASE | Tag.ADVERB)
    bare = opens.tag in (Tag.NOUN, Tag.PLURAL_NOUN, Tag.PROPER_NOUN) and not verbal
    if not (determined or bare or opens.tag is Tag.ADJECTIVE):
        return None
    end = at + 1 if determined else at
    while end < len(words) and end - at < _LONGEST_OBJECT and (words[end].is_noun or words[end].tag is Tag.ADJECTIVE):
        end += 1
    head = words[end - 1]
    if end == at or not head.is_noun or head.lower in _NO_OBJECTS | TIME_NOUNS or end >= len(words):
        return None
    if any(word.lower in _NO_OBJECTS for word in words[at:end]):
        return None
    closed = words[end].text in ".,;:!”" or words[end].lower in ("and", "but", "because", "when")
    return end if closed else None


def _is_compound(words: Sequence[Word], at: int, stop: int, end: int) -> bool:
    """`painted this winter scene`: a time and a bare noun in the singular are one noun phrase."""
    timed = words[at].lower in ("this", "last", "every", "each") or words[at + 1].text in MONTHS
    return timed and words[stop].lower not in DETERMINERS and words[end - 1].tag is not Tag.PLURAL_NOUN


def _finite_follows(words: Sequence[Word], at: int) -> bool:
    """Whether the words behind could make the object a subject: he said yesterday the plan was dead."""
    word = words[at]
    return bool(word.tag & (FINITE_VERB | Tag.AUXILIARY | Tag.MODAL))
