"""Subordinate clauses with their verbs at the end: taken apart into subject, middle and verbs, and built anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import base_of_participle, participles, past
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.order.chunks import WITHOUT_OBJECT, Kind, arranged, is_past, part_text, perfect, with_do
from cleanup.passes.order.final_clauses import CLAUSE_OPENERS, Clause, is_free, precedes_verb, read_clause
from cleanup.passes.order.final_verdicts import Judge, Verdict
from cleanup.passes.order.verb_first import GONE
from cleanup.resources import Resources
from cleanup.syntax.parser import Sentence, Word
from cleanup.syntax.words import BE, HAVE, INTRANSITIVE, MODALS

_OF_HAVE = {"is": "has", "are": "have"}
_GONE = GONE | participles(" ".join(INTRANSITIVE)) | {"climbed", "fled", "moved"}
"""Participles of moving and becoming, which German and Dutch have with `is`."""


class VerbFinal:
    """Finds subordinate clauses whose verb stands behind objects, places and times."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._judge = Judge(resources.words)

    def edits(self, text: str, sentence: Sentence, *, verb_final: bool) -> Iterator[Edit]:
        """Edits that put verbs behind their subject; `verb_final` says that the article comes from such a language."""
        words = sentence.words
        for at in range(len(words) - 3):
            lower = words[at].lower
            long = lower == "as" and at > 1 and words[at - 1].lower in ("long", "soon")
            joined = verb_final and lower == "and" and words[at + 1].tag is Tag.PREPOSITION
            if lower in CLAUSE_OPENERS or long or joined:
                found = read_clause(words, at)
                if found is None:
                    continue
                found = self._judge.with_subject(words, found)
                certainty = _certainty(words, found, self._judge.verdict(words, found), verb_final=verb_final)
                if certainty is not None:
                    yield from self._rebuilt(text, sentence, found, certainty)

    def _rebuilt(self, text: str, sentence: Sentence, found: Clause, certainty: Applicability) -> Iterator[Edit]:
        verbs = self._verbs(text, sentence, found)
        if verbs is None:
            return
        words = sentence.words
        parts = [part for part in found.parts if words[part.start].lower != "not"]
        adverbs = [part for part in parts if part.kind is Kind.ADVERB]
        finite, _, other = verbs.partition(" ")
        if other or finite.lower() in BE:  # has never seen
            inner = [part_text(text, sentence, part) for part in adverbs]
            verbs = " ".join(filter(None, (finite, *inner, other)))
            parts = [part for part in parts if part.kind is not Kind.ADVERB]
        first = found.subject.end if found.subject else found.opener + 1
        fixed = arranged(text, sentence, verbs, parts)
        last = found.end - 1
        if is_free(words, found.opener):
            first = found.opener
            last += words[found.end].text == "," and precedes_verb(words, found.end)
            anyone = "Anyone" if words[found.opener].is_capitalised else "anyone"
            fixed = f"{anyone} who {fixed}"
        start, stop = sentence.offset(first), sentence.end_offset(last)
        if fixed != text[start:stop]:
            yield self._resources.rules["verb-at-the-end"].edit(text, start, stop, [fixed], applicability=certainty)

    def _verbs(self, text: str, sentence: Sentence, found: Clause) -> str | None:
        """The verbs in the order of English with the predicate, denied where `not` stood, in the tense of the time."""
        words, verbs, lexicon = sentence.words, found.verbs, self._resources.words
        finite, other = verbs.finite, verbs.other
        predicate = part_text(text, sentence, found.predicate) if found.predicate else ""
        denied = any(words[part.start].lower == "not" for part in found.parts)
        since = any(words[part.start].lower == "since" for part in found.parts)
        over = any(is_past(words, part) for part in found.parts)
        if finite.lower in ("has", "have") and other and over and not denied:
            base = base_of_participle(other, lexicon) if " " not in other else None
            return past(base) if base else f"{finite.text} {other}"
        if finite.lower in _OF_HAVE and other in _GONE:
            return f"{_OF_HAVE[finite.lower]} {'not ' if denied else ''}{other}"  # the costs risen are
        if finite.lower in HAVE | BE | MODALS and not (finite.lower in HAVE and not other):
            begun = since and finite.lower in ("is", "are") and not denied
            told = {"is": "has been", "are": "have been"}[finite.lower] if begun else finite.text
            return " ".join(filter(None, (told, "not" if denied else "", other, predicate)))
        if denied:
            helped = with_do(finite.lower, lexicon)
            return f"{helped} {other}".strip() if helped else None
        told = (perfect(finite, lexicon) or finite.text) if since else finite.text
        return " ".join(filter(None, (told, other, predicate)))


def _certainty(words: Sequence[Word], found: Clause, verdict: Verdict, *, verb_final: bool) -> Applicability | None:
    """How certain the edit is in an article of one kind of language; None where the clause may stay as it is."""
    if verdict is Verdict.SOUND:
        return None
    if verdict is Verdict.WRONG or verb_final:
        return Applicability.SAFE
    return Applicability.UNSAFE if _shows_verb(words, found) else None


def _shows_verb(words: Sequence[Word], found: Clause) -> bool:
    """Whether more than a place or a time parts subject and verb, or the clause must end there: who in 1990 retired."""
    if found.count(Kind.OBJECT, Kind.PRONOUN):
        return True
    if found.subject is None:
        return bool(words[found.end].tag & FINITE_VERB)
    return bool(found.count(Kind.TIME)) and found.verbs.finite.lower in WITHOUT_OBJECT
