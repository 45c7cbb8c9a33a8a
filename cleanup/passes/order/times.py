"""Times between a verb and its object or subject: `collects since May money`, `run until Sunday no trains`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.order.chunks import (
    CLAUSE_ENDS,
    WITHOUT_OBJECT,
    Kind,
    Part,
    middle_parts,
    noun_part,
    part_text,
    perfect,
)
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, SUBJECT_PRONOUNS, Sentence, Word
from cleanup.syntax.words import PREPOSITIONS, SPEECH

_STAYING = word_set("since until")
_LONGEST = 8  # words
_COMPOUND = 3  # times in the clean corpora
_NOT_MEANT = word_set("is are was were be been has have had do does did")
_JUST = word_set("shortly just soon only")
_PREDICATES = (Tag.ADJECTIVE, Tag.PAST_PARTICIPLE, Tag.VERB_PAST, Tag.PREPOSITION, Tag.ADVERB)


class TimeOrder:
    """Finds `since` and `until` with their time between a verb and what belongs to it."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """Edits that put the time last; with `since`, the verb comes into the perfect."""
        words = sentence.words
        yield from self._since_then(text, sentence)
        yield from self._arrival(text, sentence)
        for at in range(1, len(words) - 3):
            if words[at].lower not in _STAYING or not words[at - 1].is_alphabetic or words[at - 1].is_capitalised:
                continue
            verb = at - 1
            if not words[verb].tags & (FINITE_VERB | Tag.VERB_BASE) or words[verb].lower in _NOT_MEANT | SPEECH:
                continue
            parts = self._parts(words, at)
            if parts is None:
                continue
            if _has_subject(words, verb):
                yield from self._object(text, sentence, verb, parts)
            elif _is_front(words, verb):
                yield from self._subject(text, sentence, verb, parts)

    def _parts(self, words: Sequence[Word], at: int) -> tuple[Part, Part] | None:
        """The time that opens at `at`, and the noun phrase right behind it."""
        stop = min(at + _LONGEST, len(words))
        for end in range(at + 2, stop):
            found = middle_parts(words, at, end)
            if not found or len(found) != 1 or found[0].kind is not Kind.TIME:
                continue
            thing = noun_part(words, end, min(end + _LONGEST, len(words)))
            if thing is not None and self._is_compound(words, thing):
                return None
            if thing is not None and _closes(words, thing.end) and not _extends(words, at, end):
                return found[0], thing
        return None

    def _is_compound(self, words: Sequence[Word], thing: Part) -> bool:
        """`since our September meeting`: the noun and the time before it are one phrase."""
        before, first = words[thing.start - 1], words[thing.start]
        return first.is_noun and self._resources.words.bigram_lower(before.text, first.text) > _COMPOUND

    def _object(self, text: str, sentence: Sentence, verb: int, parts: tuple[Part, Part]) -> Iterator[Edit]:
        """`collects since the spring money`: has collected money since the spring."""
        words = sentence.words
        time, thing = parts
        since = words[time.start].lower == "since"
        form = perfect(words[verb], self._resources.words) if since else words[verb].text
        if form is None or thing.kind is not Kind.OBJECT:
            return
        end = _place_end(words, thing.end)
        start, stop = sentence.offset(verb), sentence.end_offset(end - 1)
        what = text[sentence.offset(thing.start) : stop]
        fixed = f"{form} {what} {part_text(text, sentence, time)}"
        rule = self._resources.rules["time-before-object"]
        certainty = Applicability.SAFE if since else Applicability.UNSAFE
        yield rule.edit(text, start, stop, [fixed], applicability=certainty)

    def _subject(self, text: str, sentence: Sentence, verb: int, parts: tuple[Part, Part]) -> Iterator[Edit]:
        """`Between Malmö and Lund run until Sunday no trains`: no trains run until Sunday."""
        words = sentence.words
        time, thing = parts
        plural = words[thing.end - 1].tag is Tag.PLURAL_NOUN
        since = words[time.start].lower == "since"
        if words[verb].tags & Tag.VERB_BASE and not plural and not words[verb].tags & Tag.VERB_PRESENT:
            return
        form = perfect(words[verb], self._resources.words) if since else words[verb].text
        if form is None or thing.kind is not Kind.OBJECT:
            return
        start, stop = sentence.offset(verb), sentence.end_offset(thing.end - 1)
        fixed = f"{part_text(text, sentence, thing)} {form} {part_text(text, sentence, time)}"
        sure = since or words[thing.start].lower == "no"
        certainty = Applicability.SAFE if sure else Applicability.UNSAFE
        yield self._resources.rules["verb-before-subject"].edit(text, start, stop, [fixed], applicability=certainty)

    def _since_then(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """`Since then is the pool closed`: Since then the pool has been closed."""
        words = sentence.words
        if words[0].lower != "since":
            return
        verb = next((at for at in range(2, min(6, len(words) - 3)) if words[at].lower in ("is", "are")), None)
        parts = middle_parts(words, 0, verb) if verb is not None else None
        if verb is None or not parts or len(parts) != 1:
            return
        thing = noun_part(words, verb + 1, min(verb + _LONGEST, len(words)))
        if thing is None or words[verb + 1].lower not in DETERMINERS or thing.end >= len(words):
            return
        if words[thing.end].tag not in _PREDICATES or any(word.tag & FINITE_VERB for word in words[thing.end + 1 :]):
            return
        has = "has" if words[verb].lower == "is" else "have"
        start, stop = sentence.offset(verb), sentence.end_offset(thing.end - 1)
        fixed = f"{part_text(text, sentence, thing)} {has} been"
        rule = self._resources.rules["verb-before-subject"]
        yield rule.edit(text, start, stop, [fixed], applicability=Applicability.SAFE)

    def _arrival(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """`On Friday, shortly before noon, came in Linz the last tram to the station`."""
        words = sentence.words
        verb = next((at for at in range(2, min(14, len(words) - 5)) if words[at].lower in WITHOUT_OBJECT), None)
        if verb is None or not words[verb].tags & (Tag.VERB_PAST | Tag.VERB_PRESENT) or not _is_time_front(words, verb):
            return
        place = next(
            (found[0] for end in range(verb + 3, verb + 6) if (found := middle_parts(words, verb + 1, end))), None
        )
        if place is None or place.kind is not Kind.PLACE or not words[verb + 1].tags & Tag.PREPOSITION:
            return
        thing = noun_part(words, place.end, min(place.end + _LONGEST, len(words)))
        if thing is None or thing.kind is not Kind.OBJECT or words[place.end].lower not in DETERMINERS:
            return
        if not _closes(words, thing.end):
            return
        to = thing.end < len(words) and words[thing.end].lower in ("to", "into")  # behind it the place goes
        end = next((at for at in range(thing.end, len(words)) if words[at].text in CLAUSE_ENDS), thing.end)
        goal = text[sentence.offset(thing.end) : sentence.end_offset(end - 1)] if to and end > thing.end else ""
        subject, where = part_text(text, sentence, thing), part_text(text, sentence, place)
        fixed = " ".join(filter(None, (subject, words[verb].text, goal, where)))
        start, stop = sentence.offset(verb), sentence.end_offset(end - 1 if goal else thing.end - 1)
        yield self._resources.rules["verb-before-subject"].edit(text, start, stop, [fixed])


def _closes(words: Sequence[Word], at: int) -> bool:
    """Whether the noun phrase that ends before `at` has no verb of its own: since the war prices rose."""
    if at >= len(words):
        return True
    return words[at].text in CLAUSE_ENDS or words[at].lower in PREPOSITIONS | {"and"}


def _place_end(words: Sequence[Word], at: int) -> int:
    """Where a place that begins at `at` ends, which stands before the time; `at` itself where none begins."""
    if at >= len(words) or words[at].lower not in ("in", "at", "near", "on"):
        return at
    place = noun_part(words, at + 1, min(at + _LONGEST, len(words)))
    return place.end if place is not None and place.kind is Kind.OBJECT else at


def _extends(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether the time goes on behind `end`: since Monday evening, since March 2019."""
    longer = middle_parts(words, start, end + 1)
    return longer is not None and len(longer) == 1


def _has_subject(words: Sequence[Word], verb: int) -> bool:
    """Whether the verb's subject stands before it, or another verb that it is joined to."""
    before = words[verb - 1]
    if before.lower in SUBJECT_PRONOUNS | {"who", "which", "and"}:
        return True
    return before.is_noun and "-" not in before.text and not _is_front(words, verb)


def _is_front(words: Sequence[Word], verb: int) -> bool:
    """Whether only phrases with prepositions stand before the verb."""
    parts = middle_parts(words, 0, verb)
    return bool(parts) and all(part.kind in (Kind.PLACE, Kind.TIME) for part in parts or ())


def _is_time_front(words: Sequence[Word], verb: int) -> bool:
    """Whether only phrases with prepositions and commas stand before the verb, and the first of them is a time."""
    start, parts = 0, list[Part]()
    marks = [at for at in range(verb) if words[at].text == ","]
    for stop in (*marks, verb):
        skipped = start + (words[start].lower in _JUST)
        if stop > start:
            found = middle_parts(words, skipped, stop)
            if not found:
                return False
            parts += found
        start = stop + 1
    return bool(parts) and parts[0].kind is Kind.TIME and all(part.kind in (Kind.PLACE, Kind.TIME) for part in parts)
