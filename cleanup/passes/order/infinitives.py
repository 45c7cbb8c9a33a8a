"""Infinitives behind their object: decided the pool to close, in order the park to protect, ready the costs to bear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import Tag
from cleanup.passes.order.chunks import CLAUSE_ENDS, LONGEST, Kind, Part, arranged, middle_parts
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, Sentence, Word
from cleanup.syntax.words import BE, INFINITIVE_VERBS, INTRANSITIVE, WANT

_PLANNING = INFINITIVE_VERBS - word_set(
    "be is are was were been being have has had having need needs needed want wants wanted like likes liked expect "
    "expects expected prefer prefers preferred choose chooses chose chosen continue continued continues dare seem "
    "seems seemed tend tends tended ought used able wish wishes wished deserve deserves deserved begun"
)
"""Forms of verbs whose infinitive has an object of its own, and is not what another is to do."""
_QUALITIES = word_class("adjectives_with_infinitive_alone") | word_set(
    "possible impossible important necessary essential difficult hard easy forbidden prohibited permitted sensible"
)
_PURPOSES = word_class("nouns_with_infinitive", "nouns_with_infinitive_alone")
_DENIED = "not"


class Infinitives:
    """Finds an infinitive at the end of its clause, and puts it before its object."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence, *, verb_final: bool = False) -> Iterator[Edit]:
        """`in order the park to protect`: in order to protect the park.

        `verb_final` says that the article comes from a language with its verbs at the end.
        """
        words = sentence.words
        for at in range(1, len(words) - 3):
            in_order = words[at].lower == "order" and words[at - 1].lower == "in"
            if not in_order and not _governs_infinitive(words, at):
                continue
            comma = words[at + 1].text == ","
            found = _infinitive(words, at + 1 + comma)
            if found is None or (comma and not verb_final):
                continue
            parts, to = found
            denied = [part for part in parts if words[part.start].lower == _DENIED]
            verbs = f"{'not ' if denied else ''}{words[to].text} {words[to + 1].text}"
            others = [part for part in parts if part not in denied]
            start, stop = sentence.offset(at) + len(words[at].text), sentence.end_offset(to + 1)
            fixed = f" {arranged(text, sentence, verbs, others)}"
            owned = any(words[part.end - 1].lower.removesuffix("s") in _PURPOSES for part in others)
            certainty = Applicability.SAFE if in_order or (verb_final and not owned) else Applicability.UNSAFE
            rule = self._resources.rules["infinitive-at-the-end"]
            yield rule.edit(text, start, stop, [fixed], applicability=certainty)


def _governs_infinitive(words: Sequence[Word], at: int) -> bool:
    """Whether an infinitive follows the word in English: decided, is ready, the right."""
    word, before = words[at], words[at - 1]
    if word.lower in _PLANNING:
        return not word.is_noun or word.lower in WANT
    if word.lower in _QUALITIES:
        return before.lower in BE or before.tag is Tag.ADVERB
    return word.lower in _PURPOSES and before.lower in DETERMINERS


def _infinitive(words: Sequence[Word], start: int) -> tuple[list[Part], int] | None:
    """The parts from `start` on, one of them the object, and where `to` stands behind them with a last infinitive."""
    to = next((at for at in range(start + 1, min(start + LONGEST, len(words) - 2)) if words[at].lower == "to"), None)
    while to is not None and not words[to + 1].tags & Tag.VERB_BASE:
        to = next((at for at in range(to + 1, min(start + LONGEST, len(words) - 2)) if words[at].lower == "to"), None)
    if to is None or words[to + 1].lower in INTRANSITIVE or words[to + 2].text not in CLAUSE_ENDS:
        return None
    parts = middle_parts(words, start, to)
    if not parts or parts[0].kind is not Kind.OBJECT or not _may_be_object(words, parts[0]):
        return None
    objects = sum(part.kind in (Kind.OBJECT, Kind.PRONOUN) for part in parts)
    return (parts, to) if objects == 1 else None


def _may_be_object(words: Sequence[Word], part: Part) -> bool:
    """Whether the noun has its article or number, or is one of several things: new teachers."""
    first, last = words[part.start], words[part.end - 1]
    return first.lower in DETERMINERS or first.tag is Tag.NUMBER or last.tag is Tag.PLURAL_NOUN
