"""Adverbs and times between a verb and its object: `drinks often coffee`, `arrested on Monday the driver`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import gerund, participle, past
from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of, inflected
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.order.chunks import noun_part
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, SUBJECT_PRONOUNS, Sentence, Word
from cleanup.syntax.words import BE, DO, HAVE, INTRANSITIVE, MODALS, SPEECH, TIME_NOUNS

_FREQUENCY = word_set("always often never usually rarely seldom sometimes frequently already")
_WELL = word_set("well fluently badly perfectly excellently")
_DEGREE = word_set("very quite so rather extremely fairly")
_MUCH = frozenset([("very", "much"), ("a", "lot")])
_BEFORE_VERB = _FREQUENCY | word_set("also still now finally soon probably certainly therefore recently currently")
"""Adverbs that English puts before a verb that has an object behind it."""
_SAID = word_set("also still always often never rarely seldom")
"""Those that tell of saying, and not of what is said."""
_HELPED = word_set("also always already often")
"""Adverbs that stand between a helping verb and its verb: will also outlast the mayor."""
_STILL = word_set("life lifes waters images")
"""What `still` describes: a still life."""
_DAYS = word_set("yesterday today tomorrow")
_TRANSITIVE = inflected("transitive_verbs", past, participle, gerund)
_NO_OBJECTS = word_set("way ways time times home rest little bit lot best worst most least same first last second")
_LANGUAGE_VERBS = word_set(
    "speak speaks spoke spoken speaking know knows knew understand understands play plays played"
)
_LINKING = forms_of("linking_verbs") | word_set("is are was were be been being am has have had having do does did")
_NOT_JUDGED = _LINKING | (SPEECH - _LANGUAGE_VERBS - _TRANSITIVE) | INTRANSITIVE
_OPENS_TIME = word_set("every each this last for very a")
"""What opens a time or a degree of two words: every year, for years, very much, a lot."""
_SEASONS = word_set("spring summer autumn winter")
_TIMED = forms_of("verbs_mostly_without_object")
"""Verbs that a time alone completes: begins today the festival."""
_LONGEST_OBJECT = 4  # words: a heavier object may stand behind the time


class AdverbOrder:
    """Finds an adverb or a time that parts a verb from a short object."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence, *, foreign: bool) -> Iterator[Edit]:
        """Edits that bring the object behind its verb, and an adverb of frequency before it.

        `foreign` says that the article comes from another language, so that no newspaper's style has the time there.
        """
        words = sentence.words
        for verb in range(1, len(words) - 3):
            if foreign and _parts_adverb(words, verb):
                start, last = sentence.offset(verb), sentence.end_offset(verb + 1)
                rule = self._resources.rules["adverb-before-object"]
                yield rule.edit(text, start, last, [f"{words[verb + 1].text} {words[verb].text}"])
                continue
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
            yield rule.edit(
                text, start, last, [fixed], applicability=_certainty(words, verb, stop, end, foreign=foreign)
            )


def _certainty(words: Sequence[Word], verb: int, stop: int, end: int, *, foreign: bool) -> Applicability:
    first = words[verb + 1].lower
    language = words[stop - 1].lower in _WELL and words[verb].lower in _LANGUAGE_VERBS
    repeated = stop - verb == 4 and words[verb + 2].lower == "after"
    sure = first in _FREQUENCY or language or repeated or words[verb].lower in _TRANSITIVE
    heavy = any(word.lower == "of" for word in words[stop:end])
    timed = first in _DAYS | _OPENS_TIME or words[verb + 2].text in WEEKDAYS | MONTHS
    timed = foreign and timed and words[verb].lower not in _TIMED
    return Applicability.SAFE if (sure and not heavy) or timed else Applicability.UNSAFE


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
    sole = word.tags & Tag.VERB_PAST and not any(other.tag & FINITE_VERB for other in words)
    finite = word.tag & FINITE_VERB or past or sole or (word.tag is Tag.VERB_BASE and before.lower != "to")
    subject = before.is_noun or before.lower in SUBJECT_PRONOUNS | {"who", "which", "that"}
    return bool(finite and subject)


def _parts_adverb(words: Sequence[Word], at: int) -> bool:
    """Whether an adverb of the middle parts the verb at `at` from its object: needs also a keeper."""
    verb, adverb, opens, before = words[at], words[at + 1], words[at + 2], words[at - 1]
    if adverb.lower not in _BEFORE_VERB or verb.lower in BE | DO | INTRANSITIVE or verb.start != before.end + 1:
        return False
    if verb.is_capitalised or (verb.lower in SPEECH and adverb.lower not in _SAID):
        return False  # he says now the plan is dead
    subject = before.is_noun or before.lower in SUBJECT_PRONOUNS | {"who", "which"}
    finite = verb.tag & (FINITE_VERB | Tag.VERB_BASE) and not verb.tags & Tag.MODAL
    helped = adverb.lower in _HELPED and _is_helped(words, at)
    if not (helped or (subject and finite)) or opens.start != adverb.end + 1:
        return False
    if words[at + 3].lower in TIME_NOUNS or opens.lower in TIME_NOUNS | _STILL | {
        "that",
        "this",
        "these",
        "all",
        "both",
    }:
        return False
    determined = opens.lower in DETERMINERS or opens.tag is Tag.NUMBER
    if verb.lower in HAVE:
        return determined and opens.lower not in ("to", "the")
    plain = opens.tag in (Tag.NOUN, Tag.PLURAL_NOUN, Tag.PROPER_NOUN) and not opens.tags & (
        FINITE_VERB | Tag.VERB_BASE | Tag.ADVERB | Tag.ADJECTIVE
    )
    several = adverb.lower == "also" and opens.tag is Tag.PLURAL_NOUN and words[at + 3].text in ".,;:"
    return determined or plain or several


def _is_helped(words: Sequence[Word], at: int) -> bool:
    """Whether a verb of its own meaning stands behind its helping verb: will outlast, has opened, is building."""
    helper, verb = words[at - 1].lower, words[at]
    if helper in MODALS or helper in ("not", "cannot"):
        return bool(verb.tags & Tag.VERB_BASE) and helper != "not"
    if helper in HAVE:
        return bool(verb.tags & Tag.PAST_PARTICIPLE)
    return helper in BE and verb.tag is Tag.GERUND


def _adverbial_end(words: Sequence[Word], at: int) -> int | None:
    """Where the adverb or time that begins at `at` ends."""
    word, after = words[at], words[at + 1]
    if word.lower in _FREQUENCY | _DAYS:
        return at + 1
    if word.lower in _WELL:
        return at + 1
    pair = (word.lower, after.lower)
    if pair in _MUCH or (word.lower in _DEGREE and after.lower in _WELL):
        return at + 2
    if word.lower == "for" and after.lower in TIME_NOUNS and after.tag is Tag.PLURAL_NOUN:
        return at + 2
    if word.lower in ("on", "in") and after.text in WEEKDAYS | MONTHS:
        return at + 2
    if word.lower in ("this", "last", "every", "each") and after.lower in TIME_NOUNS | _SEASONS:
        return at + 2
    repeats = at + 2 < len(words) and after.lower in ("after", "by") and words[at + 2].lower == word.lower
    return at + 3 if repeats and word.lower in TIME_NOUNS else None


def _object_end(words: Sequence[Word], at: int, helped: bool) -> int | None:
    """Where a short object that begins at `at` ends, with a mark or a phrase behind it."""
    if at + 1 >= len(words):
        return None
    opens = words[at]
    counted = opens.tag is Tag.NUMBER and bool(words[at + 1].tag & (Tag.PLURAL_NOUN | Tag.NUMBER))
    determined = counted or opens.lower in DETERMINERS - {
        "all",
        "both",
        "each",
        "this",
        "that",
        "enough",
        "half",
        "most",
    }
    verbal = opens.tags & (Tag.ADVERB if helped else FINITE_VERB | Tag.VERB_BASE | Tag.ADVERB)
    bare = opens.tag in (Tag.NOUN, Tag.PLURAL_NOUN, Tag.PROPER_NOUN) and not verbal
    if not (determined or bare or opens.tag is Tag.ADJECTIVE):
        return None
    end = at + 1 if determined else at
    while (
        end < len(words)
        and end - at < _LONGEST_OBJECT
        and (words[end].is_noun or words[end].tag & (Tag.ADJECTIVE | Tag.NUMBER))
    ):
        end += 1
    head = words[end - 1]
    if (
        end == at
        or not (head.is_noun or (determined and head.tags & Tag.NOUN))
        or head.lower in _NO_OBJECTS | TIME_NOUNS
        or end >= len(words)
    ):
        return None
    if any(word.lower in _NO_OBJECTS for word in words[at:end] if not determined):
        return None
    if words[end].lower == "of":
        owner = noun_part(words, end + 1, min(end + _LONGEST_OBJECT, len(words)))
        end = owner.end if owner is not None and owner.end < len(words) else end
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
