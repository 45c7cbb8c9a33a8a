"""What German, Dutch and Turkish put between a helping verb and the verb at the clause's end: objects, times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import past, third_person
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import inflected, word_class
from cleanup.lexicon.words import Tag
from cleanup.passes.order.brackets import last_verb
from cleanup.passes.order.chunks import (
    ACTORS,
    CLAUSE_ENDS,
    LONGEST,
    MIDDLE,
    Kind,
    Part,
    arranged,
    clause_end,
    is_participle,
    middle_parts,
    noun_part,
)
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, SUBJECT_PRONOUNS, Sentence, Word
from cleanup.syntax.words import BE, PREPOSITIONS

_BE = word_set("is are was were be been being")
_HUMAN_DEEDS = inflected("deeds_of_persons", past, third_person)
_IDIOMS = word_class("idiom_nouns")
_OPENERS = word_set("because although though if when while that whether after before since until")
_EQUAL = word_set("as so than how more less however too")
_BEHIND_NOUNS = word_class("adjectives_behind_nouns")
"""Adjectives that stand behind a noun in good English: because the people involved were."""
_STANDARDS = word_set("admission account accounts standard standards nature law measure definition estimate lights")
"""What `by` names and is no doer."""


class MiddleField:
    """Finds the second verb of a clause behind its objects and places, and puts it before them."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """Edits that bring a verb group together, and a verb behind its subject."""
        words = sentence.words
        for at in range(len(words) - 2):
            lower = words[at].lower
            if at and lower in _BE:
                yield from self._doer(text, sentence, at)
            if lower in _OPENERS:
                yield from self._predicate(text, sentence, at)
                yield from self._group(text, sentence, at)
            if lower == "who":
                yield from self._relative(text, sentence, at)
            elif lower == "until" and words[at + 1].lower == "now":
                yield from self._found(text, sentence, at)

    def _doer(self, text: str, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`is now being by the police investigated`: who does it, between the passive's two verbs."""
        words = sentence.words
        end = clause_end(words, at + 1, also=PREPOSITIONS)
        if end is not None and words[end].lower in ("over", "off", "down", "in", "up", "out"):
            end += words[end + 1].text in CLAUSE_ENDS  # taken over
        if end is None or end - at < 4 or words[-1].text == "?":
            return
        verb = last_verb(words, at + 1, end, Tag.PAST_PARTICIPLE)
        if verb is None or words[verb].lower == "been":
            return
        parts = middle_parts(words, at + 1, verb)
        phrases = [part for part in parts or () if part.kind in (Kind.PLACE, Kind.TIME)]
        adverbs = [part for part in parts or () if part.kind is Kind.ADVERB]
        if not parts or len(phrases) + len(adverbs) != len(parts):
            return
        if any(words[part.end - 1].lower in _IDIOMS for part in phrases) or parts[-1].kind is Kind.ADVERB:
            return
        doers = [part for part in phrases if _names_doer(words, part)]
        if not doers and (len(phrases) < 2 or words[end].text not in CLAUSE_ENDS):
            return
        certainty = Applicability.SAFE if words[end].text in CLAUSE_ENDS else Applicability.UNSAFE
        doers_first = sorted(parts, key=lambda part: part not in doers)
        start, stop = sentence.offset(at + 1), sentence.end_offset(end - 1)
        fixed = arranged(text, sentence, text[sentence.offset(verb) : stop], doers_first)
        yield self._resources.rules["participle-at-the-end"].edit(text, start, stop, [fixed], applicability=certainty)

    def _group(self, text: str, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`because he the house has sold`, `that she the answer does not know`: an object before the whole group."""
        words = sentence.words
        end = _mark(words, at + 2)
        if end is None or at + 5 > end or words[at + 1].lower not in ("he", "she", "we", "they", "i"):
            return
        thing = noun_part(words, at + 2, end)
        if thing is None or thing.kind is not Kind.OBJECT or words[at + 2].lower not in DETERMINERS - {"all", "both"}:
            return
        head = words[thing.end - 1].lower
        if words[at + 1].lower in ("we", "they") and (head in ("people", "rest", "jury") or self._is_person(head)):
            return  # we the people have spoken
        group = words[thing.end : end]
        if len(group) < 2 or not group[0].tag & (Tag.AUXILIARY | Tag.MODAL):
            return
        forms = Tag.VERB_BASE | Tag.PAST_PARTICIPLE | Tag.AUXILIARY | Tag.GERUND
        if not group[-1].tags & forms or any(
            word.lower != "not" and not word.tags & forms and word.lower not in MIDDLE for word in group[1:-1]
        ):
            return
        start, stop = sentence.offset(at + 2), sentence.end_offset(end - 1)
        what = text[start : sentence.end_offset(thing.end - 1)]
        verbs = text[sentence.offset(thing.end) : stop]
        yield self._resources.rules["verb-at-the-end"].edit(
            text, start, stop, [f"{verbs} {what}"], applicability=Applicability.SAFE
        )

    def _is_person(self, noun: str) -> bool:
        lexicon = self._resources.words
        return lexicon.is_person_noun(noun) or lexicon.is_person_noun(noun.removesuffix("s"))

    def _predicate(self, text: str, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`because the battery empty was`, `when they young were`: the predicate before its verb."""
        words = sentence.words
        end = clause_end(words, at + 1)
        if end is None or words[end - 1].lower not in BE or end - at < 4:
            return
        verb, adjective = end - 1, end - 2
        quality = words[adjective]
        described = quality.tags & Tag.ADJECTIVE or (quality.tags & Tag.PAST_PARTICIPLE and quality.lower[-2:] == "ed")
        if not described or quality.is_capitalised or quality.lower in _BEHIND_NOUNS:
            return
        first = adjective
        while first > at + 1 and words[first - 1].lower in ("too", "very", "so", "not", "still", "already", "always"):
            first -= 1
        subject = words[at + 1]
        pronoun = subject.lower in SUBJECT_PRONOUNS and first == at + 2
        if not pronoun:
            if quality.tags & Tag.PAST_PARTICIPLE and words[end].text not in ".;!":
                return  # that the sum demanded was, in its words, absurd
            part = noun_part(words, at + 1, first)
            if part is None or part.end != first or subject.lower not in DETERMINERS or subject.lower == "that":
                return
        if any(word.lower in _EQUAL for word in words[max(0, at - 6) : at]):
            return
        start, stop = sentence.offset(first), sentence.end_offset(verb)
        phrase = text[start : sentence.end_offset(adjective)]
        rule = self._resources.rules["verb-at-the-end"]
        yield rule.edit(text, start, stop, [f"{words[verb].text} {phrase}"], applicability=Applicability.SAFE)

    def _relative(self, text: str, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`who the plan only on Tuesday received`: a thing that does not receive, read or sign is the object."""
        words = sentence.words
        end = clause_end(words, at + 1)
        if end is None or end - at < 5 or words[end - 1].lower not in _HUMAN_DEEDS:
            return
        verb = end - 1
        parts = middle_parts(words, at + 1, verb)
        if not parts or len(parts) < 2 or parts[0].kind is not Kind.OBJECT:
            return
        thing = words[parts[0].end - 1]
        if thing.is_capitalised or thing.lower in ACTORS or self._resources.words.is_person_noun(thing.lower):
            return
        if any(part.kind in (Kind.OBJECT, Kind.PRONOUN) for part in parts[1:]):
            return
        start, stop = sentence.offset(at + 1), sentence.end_offset(verb)
        thing_text = text[start : sentence.end_offset(parts[0].end - 1)]
        rest = text[sentence.offset(parts[1].start) : sentence.end_offset(verb - 1)]
        never = len(parts) == 2 and parts[1].kind is Kind.ADVERB
        verb_text = words[verb].text
        fixed = f"{rest} {verb_text} {thing_text}" if never else f"{verb_text} {thing_text} {rest}"
        yield self._resources.rules["verb-at-the-end"].edit(
            text, start, stop, [fixed], applicability=Applicability.SAFE
        )

    def _found(self, text: str, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`the largest mosaic until now in the region found`: a participle behind what goes with it."""
        words = sentence.words
        end = clause_end(words, at + 2)
        if end is None or not words[at - 1].is_noun or not is_participle(words[end - 1]):
            return
        superlative = any(word.lower.endswith("est") or word.lower in ("most", "only") for word in words[:at])
        parts = middle_parts(words, at + 2, end - 1)
        if not superlative or parts is None or any(part.kind is not Kind.PLACE for part in parts):
            return
        start, stop = sentence.offset(at), sentence.end_offset(end - 1)
        place = text[sentence.offset(at + 2) : sentence.end_offset(end - 2)] if parts else ""
        fixed = " ".join(filter(None, (words[end - 1].text, place, words[at].text, words[at + 1].text)))
        yield self._resources.rules["participle-at-the-end"].edit(text, start, stop, [fixed])


def _names_doer(words: Sequence[Word], part: Part) -> bool:
    """`by the police`, `by Wren`: and no `by law`, `by noon`."""
    named = words[part.start + 1]
    determined = named.lower in DETERMINERS - {"no", "some", "any", "all"} or named.is_proper
    last = words[part.end - 1]
    standard = last.lower in _STANDARDS or last.text[0].isdigit()  # by his own admission, by the 1980s
    return words[part.start].lower == "by" and determined and part.kind is Kind.PLACE and not standard


def _mark(words: Sequence[Word], at: int) -> int | None:
    return next((end for end in range(at, min(at + LONGEST, len(words))) if words[end].text in CLAUSE_ENDS), None)
