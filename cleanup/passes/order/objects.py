"""Objects and subjects behind the places and times of their clause: `has for the schools no money`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import past, third_person
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import inflected
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.order.brackets import has_subject
from cleanup.passes.order.chunks import (
    CLAUSE_ENDS,
    LONGEST,
    Kind,
    Part,
    arranged,
    middle_parts,
    part_text,
    perfect,
)
from cleanup.passes.order.final_clauses import PASTS
from cleanup.passes.order.turned import is_front
from cleanup.passes.order.verb_first import clause_start
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, Sentence, Word
from cleanup.syntax.words import BE, HAVE, PREPOSITIONS, SPEECH, TIME_NOUNS

_TRANSITIVE = inflected("transitive_verbs", str, past, third_person)
_NO_OBJECTS = word_set("time times percent way ways euros dollars degrees")
_MANY = 2
_LONGEST_OBJECT = 7  # words: a heavier object may stand behind the place


class ObjectOrder:
    """Finds a verb parted from its object, or from its subject behind it, by places and times."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence, *, verb_final: bool) -> Iterator[Edit]:
        """Edits for an article from a language in which the object stands where it likes."""
        if not verb_final:
            return
        words = sentence.words
        for verb in range(1, len(words) - 3):
            if not _may_be_verb(words, verb):
                continue
            parts = _phrases_and_noun(words, verb + 1)
            if parts is None:
                yield from self._lasting(text, sentence, verb)
                continue
            if is_front(words, clause_start(words, verb), verb):
                yield from self._subject(text, sentence, verb, parts)
            elif words[verb].lower in _TRANSITIVE | HAVE and has_subject(words, verb):
                yield self._object(text, sentence, verb, parts)

    def _object(self, text: str, sentence: Sentence, verb: int, parts: list[Part]) -> Edit:
        """`has for the schools no money`: has no money for the schools."""
        words = sentence.words
        since = any(words[part.start].lower == "since" for part in parts)
        told = (perfect(words[verb], self._resources.words) if since else None) or words[verb].text
        if words[parts[0].start].lower == "already":
            told = {"has": "has had", "have": "have had"}.get(words[verb].lower, told)
            parts = parts[1:]
        rest = arranged(text, sentence, "", parts[:-1]).strip()
        lasting = "for " if parts[0].kind is Kind.OBJECT else ""
        end = _phrase_end(words, parts[-1].end)
        start, stop = sentence.offset(verb), sentence.end_offset(end - 1)
        thing = text[sentence.offset(parts[-1].start) : stop]
        rule = self._resources.rules["time-before-object"]
        fixed = f"{told} {thing} {lasting}{rest}"
        heavy = not since and any(word.lower == "of" for word in words[parts[-1].start : end])
        certainty = Applicability.UNSAFE if heavy else Applicability.SAFE
        return rule.edit(text, start, stop, [fixed], applicability=certainty)

    def _lasting(self, text: str, sentence: Sentence, verb: int) -> Iterator[Edit]:
        """`stands since noon in the queue`: has stood in the queue since noon."""
        words = sentence.words
        end = next((i for i in range(verb + 3, min(verb + LONGEST, len(words))) if words[i].text in CLAUSE_ENDS), None)
        since = end is not None and any(word.lower == "since" for word in words[verb + 1 : end])
        told = perfect(words[verb], self._resources.words) if since and words[verb].lower not in HAVE else None
        if end is None or told is None or not has_subject(words, verb):
            return
        parts = middle_parts(words, verb + 1, end)
        if not parts or len(parts) < _MANY or any(part.kind not in (Kind.PLACE, Kind.TIME) for part in parts):
            return
        begun = [part for part in parts if words[part.start].lower == "since"]
        others = [part for part in parts if part not in begun]
        if len(begun) != 1 or begun[0].kind is not Kind.TIME:
            return
        start, stop = sentence.offset(verb), sentence.end_offset(end - 1)
        fixed = arranged(text, sentence, told, [*others, *begun])
        rule = self._resources.rules["time-before-object"]
        yield rule.edit(text, start, stop, [fixed], applicability=Applicability.SAFE)

    def _subject(self, text: str, sentence: Sentence, verb: int, parts: list[Part]) -> Iterator[Edit]:
        """`In Cologne began on Monday the trial`: In Cologne the trial began on Monday."""
        words = sentence.words
        thing = parts[-1]
        plural = words[thing.end - 1].tag is Tag.PLURAL_NOUN
        fits = words[verb].tags & (Tag.VERB_PAST | (Tag.VERB_BASE if plural else Tag.VERB_PRESENT))
        if not fits or words[verb].lower in BE | HAVE | SPEECH:
            return
        start, stop = sentence.offset(verb), sentence.end_offset(thing.end - 1)
        fixed = f"{part_text(text, sentence, thing)} {arranged(text, sentence, words[verb].text, parts[:-1])}"
        rule = self._resources.rules["verb-before-subject"]
        yield rule.edit(text, start, stop, [fixed], applicability=Applicability.SAFE)


def _may_be_verb(words: Sequence[Word], at: int) -> bool:
    """Whether a finite verb with a phrase behind it stands here."""
    word, after = words[at], words[at + 1]
    opens = after.lower in PREPOSITIONS or after.lower in ("there", "here")
    if not (opens or (after.lower == "already" and word.lower in HAVE)) or word.is_capitalised:
        return False
    if word.lower in BE or words[at - 1].lower == "to" or after.tag is Tag.INFINITIVE:
        return False
    alone = word.tags & Tag.VERB_PAST and not any(other.tag & FINITE_VERB for other in words)  # police released on
    return bool(word.tag & (FINITE_VERB | Tag.VERB_BASE)) or bool(alone) or word.lower in PASTS


def _phrases_and_noun(words: Sequence[Word], at: int) -> list[Part] | None:
    """Places and times from `at` on, and the one noun phrase behind them that ends the clause."""
    for end in range(at + 3, min(at + LONGEST, len(words))):
        if words[end].text not in CLAUSE_ENDS and not (words[end].lower in PREPOSITIONS and words[end].lower != "of"):
            continue
        parts = middle_parts(words, at, end)
        if not parts:
            return None
        if parts[-1].kind is Kind.OBJECT and len(parts) > 1 and not _goes_on(words, end):
            return parts if _are_phrases(words, parts[:-1]) and _may_be_object(words, parts[-1]) else None
        if words[end].text in CLAUSE_ENDS:
            return None
    return None


def _phrase_end(words: Sequence[Word], at: int) -> int:
    """Where a phrase ends that begins at `at` behind the object, and closes the clause; else `at` itself."""
    for end in range(at + 2, min(at + LONGEST, len(words))):
        if words[end].text in CLAUSE_ENDS:
            parts = middle_parts(words, at, end)
            return end if parts and len(parts) == 1 and parts[0].kind is Kind.PLACE else at
    return at


def _are_phrases(words: Sequence[Word], parts: Sequence[Part]) -> bool:
    if words[parts[0].start].lower == "already":
        lasting = parts[-1]
        return len(parts) == 2 and lasting.kind is Kind.OBJECT and words[lasting.end - 1].lower in TIME_NOUNS
    governed = words[parts[0].end - 1]
    bare = parts[0].end == parts[0].start + 2 and parts[0].kind is Kind.PLACE
    bare = bare and not (governed.is_proper or governed.tag is Tag.PLURAL_NOUN)
    return not bare and all(part.kind in (Kind.PLACE, Kind.TIME) for part in parts)  # no `in stock`


def _may_be_object(words: Sequence[Word], part: Part) -> bool:
    """Whether the part is a short noun phrase, and no amount or time."""
    first, last = words[part.start], words[part.end - 1]
    named = first.lower in DETERMINERS or last.tag is Tag.PLURAL_NOUN or first.tag is Tag.NUMBER
    year = first.text.isdigit() and len(first.text) == 4  # in the winter | 2019 issue
    amount = year or last.lower in TIME_NOUNS | _NO_OBJECTS
    before = words[part.start - 1]  # in 125 career | games; but: until May | paintings
    timed = before.is_proper or (before.lower in TIME_NOUNS and words[part.start - 2].tag is not Tag.NUMBER)
    compound = part.end - part.start == 1 and before.is_noun and not timed
    counts = last.tag is Tag.PLURAL_NOUN and first.is_alphabetic  # in Poland | three plants
    ranked = first.tag is Tag.NUMBER and words[part.start - 1].is_noun and not counts  # into a Category 1 storm
    return named and not amount and not ranked and not compound and part.end - part.start <= _LONGEST_OBJECT


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether what stands at `at` could be the verb of the noun before it, or join another noun to it."""
    return at + 1 < len(words) and words[at].text == "," and words[at + 1].lower in ("who", "which", "whose")
