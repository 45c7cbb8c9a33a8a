"""Verbs at the end of main clauses, as in Turkish (the minister the hospital opened), and helping verbs left there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import finite_forms
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.order.chunks import (
    ACTORS,
    MIDDLE,
    NOMINATIVES,
    SEVERAL,
    WITHOUT_OBJECT,
    Kind,
    Part,
    arranged,
    is_participle,
    middle_parts,
    noun_part,
    parts_behind_subject,
)
from cleanup.passes.order.final_clauses import PASTS, Verbs, final_verbs
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, Sentence, Word
from cleanup.syntax.words import BE, HAVE, INTRANSITIVE, MODALS, PREPOSITIONS, TIME_NOUNS

_STOPS: Final = frozenset(".;!")
_OF_THE_SUBJECT = word_set("his her its their")
_ALONE = finite_forms(" ".join(INTRANSITIVE))
_PEOPLE = word_set("who which")
_OPENERS = word_set("because although though while after before since whether")
_VERBAL = Tag.PAST_PARTICIPLE | Tag.VERB_BASE | Tag.GERUND
_LONGEST = 26  # words of the clause
_EQUAL = word_set("as than so how what who whose which where when that only nor neither if")
"""What can stand before a sound clause that ends with its helping verb: as large as the ship lost in May was."""


class FinalClause(NamedTuple):
    """A clause between `start` and its stop at `end`: what stands in front, the subject, the middle and the verbs."""

    start: int
    end: int
    front: list[Part]
    subject: Part
    parts: list[Part]
    verbs: Verbs


class MainFinal:
    """Finds main clauses whose verb, or whose helping verb, stands at their end."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence, *, verb_last: bool) -> Iterator[Edit]:
        """Edits that put verbs behind their subject; `verb_last` says that the article's language ends on its verb."""
        words = sentence.words
        end = next((at for at, word in enumerate(words) if word.text in _STOPS), None)
        if end is None or end < 4:
            return
        helper = self._helper(text, sentence, end)
        if helper is not None:
            yield helper
            return
        found = _read(words, end) if end <= _LONGEST else None
        if found is None and verb_last:
            end = _inner_end(words, end) or end
            found = _read(words, end) if end <= _LONGEST else None
        certainty = self._certainty(words, found, verb_last=verb_last) if found is not None else None
        if found is None or certainty is None:
            return
        verbs = " ".join(filter(None, (found.verbs.finite.text, found.verbs.other)))
        start, stop = sentence.offset(found.subject.end), sentence.end_offset(end - 1)
        fixed = arranged(text, sentence, verbs, found.parts)
        rule = self._resources.rules["verb-at-the-end"]
        yield rule.edit(text, start, stop, [fixed], applicability=certainty)

    def _helper(self, text: str, sentence: Sentence, end: int) -> Edit | None:
        """`The tanker attacked in the strait was.`: the helping verb goes before the participle."""
        words = sentence.words
        helper = words[end - 1]
        helps = helper.lower in BE | HAVE | MODALS and not helper.is_capitalised  # in May
        helps = helps and bool(helper.tag & (Tag.AUXILIARY | Tag.MODAL)) and words[end - 2].lower not in DETERMINERS
        part = _subject_of(words, end) if helps else None
        if part is None:
            return None
        at, stop = sentence.offset(part.end), sentence.end_offset(end - 1)
        fixed = f"{helper.text} {text[at : sentence.end_offset(end - 2)]}"
        rule = self._resources.rules["auxiliary-at-the-end"]
        return rule.edit(text, at, stop, [fixed], applicability=Applicability.SAFE)

    def _certainty(self, words: Sequence[Word], found: FinalClause, *, verb_last: bool) -> Applicability | None:
        """How surely the noun in front is the subject, and no fronted object or the head of a relative clause."""
        things = [part for part in found.parts if part.kind is Kind.OBJECT]
        if any(words[part.start].lower in NOMINATIVES or words[part.start].text == "I" for part in found.parts):
            return None  # A hero he was not.
        denied = any(words[part.start].lower == "not" for part in found.parts)
        passive = found.verbs.finite.lower in BE and bool(found.verbs.other) and not found.verbs.foreign
        if len(things) > 1 or denied or passive:
            return None
        finite = found.verbs.finite
        several = words[found.subject.end - 1].tag is Tag.PLURAL_NOUN
        if several and finite.tags & Tag.VERB_PRESENT and finite.lower.endswith("s"):
            return None  # all the things the heart wants
        told = finite.lower in BE and not found.verbs.other
        alone = (found.verbs.other or finite.lower) in WITHOUT_OBJECT or finite.lower in _ALONE
        if not things and not (verb_last and found.verbs.foreign and found.parts and (told or alone)):
            return None
        if not verb_last:
            sure = told or self._rank(words, found.subject) > max(self._rank(words, part) for part in things)
            return Applicability.UNSAFE if sure else None
        ranked = not things or self._rank(words, found.subject) >= max(self._rank(words, part) for part in things)
        plural = any(words[part.end - 1].tag is Tag.PLURAL_NOUN for part in things)
        agrees = plural and finite.tags & Tag.VERB_PRESENT and finite.lower.endswith("s")
        owned = any(words[part.start].lower in _OF_THE_SUBJECT for part in things)
        parted = found.parts[0].kind is Kind.TIME
        return Applicability.SAFE if told or owned or agrees or ranked or parted else Applicability.UNSAFE

    def _rank(self, words: Sequence[Word], part: Part) -> int:
        """How readily it does something: a person (2) more than a body or a name (1), and that more than a thing."""
        noun, lexicon = words[part.end - 1], self._resources.words
        person = lexicon.is_person_noun(noun.lower) or lexicon.is_person_noun(noun.lower.removesuffix("s"))
        if part.kind is Kind.PRONOUN or person:
            return 2
        return int(noun.is_proper or noun.lower in ACTORS)


def _subject_of(words: Sequence[Word], end: int) -> Part | None:
    """The subject of the clause that ends with a helping verb before `end`, which belongs right behind it."""
    helper = end - 1
    if any(_blocks(word) for word in words[max(0, helper - 2) : helper]):
        return None
    for start in range(helper - 3, -1, -1):
        relative = words[start].lower in _PEOPLE and start > 0 and words[start - 1].is_noun
        if not relative and _blocks(words[start]):
            return None
        if not (start == 0 or relative or _opens_clause(words, start - 1)):
            continue
        part = _subject(words, start, helper)
        if part is not None and _is_followed(words, part, helper, relative=relative):
            return part
    return None


def _is_followed(words: Sequence[Word], subject: Part, helper: int, *, relative: bool) -> bool:
    """Whether what follows the subject is a form that the helping verb takes, with more behind it."""
    if words[subject.end - 1].lower in TIME_NOUNS:
        return False
    verb = subject.end
    while verb < helper - 1 and (words[verb].lower in MIDDLE | {"not"} or words[verb].tag is Tag.ADVERB):
        verb += 1
    return verb < helper - 1 and _fits(words, verb, words[helper], relative=relative)


def _opens_clause(words: Sequence[Word], at: int) -> bool:
    """Whether a clause with a subject of its own begins behind the word: said that, because."""
    lower, before = words[at].lower, words[at - 1] if at else None
    if lower == "that":  # said that the bridge built in May was
        return before is not None and bool(before.tag & (FINITE_VERB | _VERBAL))
    return lower in _OPENERS


def _blocks(word: Word) -> bool:
    """Whether the word shows another clause, or one that may end with its helping verb."""
    finite = word.tag & FINITE_VERB and word.lower not in ("been", "being", "be")
    return bool(finite) or word.tag in (Tag.RELATIVE, Tag.PUNCTUATION) or word.lower in _EQUAL


def _subject(words: Sequence[Word], start: int, end: int) -> Part | None:
    """The subject at the clause's start: he, who, a noun phrase with what belongs to it."""
    if words[start].lower in NOMINATIVES | _PEOPLE | {"it"}:
        return Part(Kind.PRONOUN, start, start + 1)
    part = noun_part(words, start, end)
    while part is not None and part.end + 1 < end and words[part.end].lower in PREPOSITIONS:
        governed = noun_part(words, part.end + 1, end)
        if governed is None:
            break
        part = part._replace(end=governed.end)
    return part


def _fits(words: Sequence[Word], at: int, helper: Word, *, relative: bool) -> bool:
    """Whether the word is the form that the helping verb takes, or a quality that something has."""
    verb = words[at]
    if helper.lower in HAVE and verb.lower == "been":
        return True
    if relative and verb.tags & Tag.VERB_PAST:
        return False
    quality = verb.tag is Tag.ADJECTIVE and not words[at + 1].is_nominal
    if helper.lower in BE and quality:
        return True
    if helper.lower in MODALS:
        return verb.tag is Tag.VERB_BASE
    gerund = verb.tag is Tag.GERUND and helper.lower in BE
    return gerund or (verb.tag in (Tag.PAST_PARTICIPLE, Tag.VERB_PAST) and is_participle(verb))


def _inner_end(words: Sequence[Word], end: int) -> int | None:
    """Where the clause ends whose verb has a phrase or another verb behind it: the bridge inaugurated | on Sunday."""
    for at in range(4, end - 1):
        verb = words[at - 1]
        if not verb.tags & (Tag.VERB_PAST | Tag.VERB_PRESENT | Tag.VERB_BASE) or verb.tags & (
            Tag.NOUN | Tag.PLURAL_NOUN
        ):
            continue  # in group play on Tuesday
        if words[at].lower == "and" and words[at + 1].tags & (Tag.VERB_PAST | Tag.VERB_PRESENT):
            return at
        parts = middle_parts(words, at, end) if words[at].lower in PREPOSITIONS - {"by"} else None
        if parts and all(part.kind in (Kind.PLACE, Kind.TIME) for part in parts):
            return at
    return None


def _read(words: Sequence[Word], end: int) -> FinalClause | None:
    """The sentence up to `end` as a clause that ends with its only finite verb."""
    verbs = final_verbs(words, 0, end)
    if verbs is None or verbs.start < 3:
        return None
    inside = words[: verbs.start]
    if any(word.tag & (FINITE_VERB | Tag.RELATIVE | Tag.PUNCTUATION) or word.lower in _EQUAL for word in inside):
        return None
    another = any(word.lower in PASTS for word in inside)  # left the gate unlocked
    parts = None if another else parts_behind_subject(words, 0, verbs.start)
    if not parts:
        return None
    at = next((at for at, part in enumerate(parts) if part.kind not in (Kind.TIME, Kind.PLACE)), len(parts))
    if at >= len(parts) - 1 or parts[at].kind not in (Kind.OBJECT, Kind.PRONOUN):
        return None
    subject = parts[at]
    if subject.kind is Kind.PRONOUN and words[subject.start].lower not in NOMINATIVES | {"it"}:
        return None
    described = words[subject.end].tag & (Tag.GERUND | Tag.PAST_PARTICIPLE | Tag.ADJECTIVE)
    if described and parts[at + 1].kind is not Kind.TIME and words[subject.end].lower not in SEVERAL:
        return None  # the people attending the rally sang
    return FinalClause(0, end, parts[:at], subject, parts[at + 1 :], verbs)
