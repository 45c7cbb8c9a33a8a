"""Clauses that open with a phrase, go on with a helping verb and their subject, and end with the verb it helps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import base_of_participle, past
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import Tag
from cleanup.passes.order.brackets import last_verb
from cleanup.passes.order.chunks import (
    CLAUSE_ENDS,
    MIDDLE,
    NOMINATIVES,
    TIME_ADVERBS,
    WITHOUT_OBJECT,
    Kind,
    Part,
    arranged,
    clause_end,
    is_past,
    middle_parts,
    part_text,
    parts_behind_subject,
)
from cleanup.passes.order.verb_first import FRONT_ADVERBS, GONE, clause_start
from cleanup.resources import Resources
from cleanup.syntax.parser import Sentence, Word
from cleanup.syntax.words import BE, COMPOUND_PREPOSITIONS, HAVE, MODALS, PREPOSITIONS, WANT

_INVERTING = word_set("never not only rarely seldom hardly scarcely little few so such neither nor no under")
"""Words that turn verb and subject in good English: Never has the court decided."""
_FOCUS = word_set("already just shortly soon also even")
_NAMED = word_set("that this these those")
_FORMS = ((HAVE, Tag.PAST_PARTICIPLE), (BE, Tag.PAST_PARTICIPLE), (MODALS, Tag.VERB_BASE))


class Bracket(NamedTuple):
    """The helping verb at `helper`, the subject and the other parts behind it, and the verb at `verb` that ends it."""

    start: int
    helper: int
    verb: int
    end: int
    subject: Part
    rest: list[Part]


class TurnedBrackets:
    """Finds a subject between a helping verb and the verb that ends the clause, and puts it before both."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence, *, verb_final: bool) -> Iterator[Edit]:
        """Edits that put the subject in front; `verb_final` says that the article comes from such a language."""
        words = sentence.words
        if words[-1].text == "?":
            return
        for at in range(1, len(words) - 3):
            form = next((form for helpers, form in _FORMS if words[at].lower in helpers), None)
            wished = verb_final and words[at].lower in WANT
            form = Tag.VERB_BASE if wished else form
            found = self._bracket(words, at, form, verb_final) if form is not None else None
            if found is not None:
                yield self._turned(text, sentence, found)

    def _bracket(self, words: Sequence[Word], helper: int, form: Tag, verb_final: bool) -> Bracket | None:
        """The clause around the helping verb, if its subject stands behind it and its other verb at its end."""
        start = clause_start(words, helper)
        joined = (
            start > 0 and words[start - 1].lower in ("but", "and") and (start == 1 or words[start - 2].text in ",“")
        )
        if start == helper or not (start == 0 or joined or words[start - 1].text in "“:;"):
            return None
        shares = words[start].lower == "of" and words[start + 1].tag is Tag.NUMBER and helper < start + 5
        fronted = _is_fronted_object(words, start, helper)
        end = clause_end(words, helper + 1)
        if end is None or not (shares or fronted or is_front(words, start, helper)):
            return None
        if words[end].text not in CLAUSE_ENDS and words[end].lower != "than":
            return None
        verb = last_verb(words, helper + 1, end, form)
        parts = parts_behind_subject(words, helper + 1, verb) if verb is not None else None
        subject = next((at for at, part in enumerate(parts or ()) if part.kind in (Kind.OBJECT, Kind.PRONOUN)), None)
        if verb is None or not parts or subject is None or len(parts) + fronted < 2:
            return None
        if any(part.kind is Kind.ADVERB for part in parts[:subject]) or not _may_be_subject(words, parts[subject]):
            return None
        rest = [*parts[:subject], *parts[subject + 1 :]]
        passive = words[helper].lower in BE
        if (passive or subject) and not verb_final:
            return None
        objects = _count_objects(rest, fronted=fronted)
        needed = not (passive or verb_final or words[verb].lower in WITHOUT_OBJECT)
        fits = objects == 0 if passive else needed <= objects <= 1
        return Bracket(start, helper, verb, end, parts[subject], rest) if fits else None

    def _turned(self, text: str, sentence: Sentence, found: Bracket) -> Edit:
        """The clause with its subject before its verbs, and what a pronoun in front stands for behind them."""
        words = sentence.words
        group = self._group(text, sentence, found)
        subject = part_text(text, sentence, found.subject)
        fronted = _is_fronted_object(words, found.start, found.helper)
        inner = " ".join(part_text(text, sentence, part) for part in found.rest if part.kind is Kind.ADVERB)
        helper, _, other = group.partition(" ")
        group = " ".join(filter(None, (helper, inner, other) if other else (inner, helper)))
        rest = [part for part in found.rest if part.kind is not Kind.ADVERB]
        start, stop = sentence.end_offset(found.helper - 1), sentence.end_offset(found.end - 1)
        if fronted:
            start = sentence.offset(found.start)
            capital = words[found.start].is_capitalised and not subject[0].isupper()
            subject = f"{subject[0].upper()}{subject[1:]}" if capital else subject
            given = [part_text(text, sentence, part) for part in rest if part.kind is Kind.PRONOUN]
            told = " ".join((group, *given, words[found.start].lower))
            rest = [part for part in rest if part.kind is not Kind.PRONOUN]
            fixed = f"{subject} {arranged(text, sentence, told, rest)}"
        else:
            shares = words[found.start].lower == "of"
            fixed = f"{',' if shares else ''} {subject} {arranged(text, sentence, group, rest)}"
        rule = "infinitive-at-the-end" if words[found.helper].lower in MODALS | WANT else "participle-at-the-end"
        fixed = fixed.replace(" can not ", " cannot ")
        return self._resources.rules[rule].edit(text, start, stop, [fixed], applicability=Applicability.SAFE)

    def _group(self, text: str, sentence: Sentence, found: Bracket) -> str:
        """The two verbs; in the simple past where the time in front is over."""
        words = sentence.words
        helper, verb = words[found.helper], words[found.verb]
        spoken = text[sentence.offset(found.verb) : sentence.end_offset(found.end - 1)]
        if helper.lower in WANT:
            return f"{helper.text} to {spoken}"
        if helper.lower in ("is", "are") and verb.lower in GONE:
            return f"{'has' if helper.lower == 'is' else 'have'} {spoken}"
        since = any(words[at].lower == "since" for at in range(found.start, found.verb))
        if helper.lower in ("is", "are") and since:
            return f"{'has' if helper.lower == 'is' else 'have'} been {spoken}"
        alone = found.end == found.verb + 1
        if alone and helper.lower in ("has", "have") and _opens_in_past(words, found.start, found.helper):
            base = base_of_participle(verb.lower, self._resources.words)
            return past(base) if base is not None else f"{helper.text} {spoken}"
        return f"{helper.text} {spoken}"


def _count_objects(rest: Sequence[Part], *, fronted: bool) -> int:
    """The objects behind the subject and in front; one whom something is told does not count: that have I her told."""
    behind = [part for part in rest if part.kind in (Kind.OBJECT, Kind.PRONOUN)]
    told = fronted and len(behind) == 1 and rest[0].kind is Kind.PRONOUN
    return len(behind) + fronted - told


def _may_be_subject(words: Sequence[Word], part: Part) -> bool:
    first = words[part.start]
    return part.kind is Kind.OBJECT or first.lower in NOMINATIVES | {"it"} or first.text == "I"


def _opens_in_past(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether the words `start:end` name a time that is over."""
    return any(is_past(words, part) for part in middle_parts(words, start, end) or ())


def _is_fronted_object(words: Sequence[Word], start: int, helper: int) -> bool:
    """`That have I never seen`: what stands in front can only be the object of the pronoun behind the helping verb."""
    personal = words[helper + 1].lower in NOMINATIVES | {"nobody", "everybody"} or words[helper + 1].text == "I"
    return helper == start + 1 and words[start].lower in _NAMED and personal and words[helper].lower not in BE


def is_front(words: Sequence[Word], start: int, at: int) -> bool:
    """Whether nothing but adverbials stand between the clause's start and `at`, none of which inverts in English."""
    if any(word.lower in _INVERTING or word.tag is Tag.PUNCTUATION for word in words[start:at]):
        return False
    first = words[start].lower
    if first in _FOCUS and at > start + 2 and words[start + 1].lower in PREPOSITIONS:
        return is_front(words, start + 1, at)  # Already in May
    if at == start + 1:
        adverb = words[start].tags & Tag.ADVERB and first.endswith("ly")
        return first in TIME_ADVERBS | FRONT_ADVERBS | MIDDLE - {"even", "just", "not"} or bool(adverb)
    if (first, words[start + 1].lower) in (("once", "again"), ("so", "far"), ("at", "last")) and at == start + 2:
        return True
    parts = middle_parts(words, start, at)
    if not parts or len(parts) > 3 or words[start + 1].lower in ("which", "whom", "what"):
        return False
    opens = first in PREPOSITIONS or (first, words[start + 1].lower) in COMPOUND_PREPOSITIONS
    return (opens or parts[0].kind is Kind.TIME) and all(part.kind in (Kind.PLACE, Kind.TIME) for part in parts)
