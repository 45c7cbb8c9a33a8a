"""Infinitives behind their object: decided the pool to close, in order the park to protect."""

from __future__ import annotations

from collections.abc import Iterator

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import Tag
from cleanup.passes.order_chunks import CLAUSE_ENDS, Kind, noun_part
from cleanup.resources import Resources
from cleanup.syntax import DETERMINERS, Sentence
from cleanup.syntax_words import INTRANSITIVE

_PLANNING = word_set(
    "decided decides decide refused refuses refuse tried tries try attempted attempts hoped hopes agreed "
    "agrees managed manages began begins vowed vows pledged pledges intended intends intend threatened threatens"
)
"""Verbs whose infinitive has an object of its own."""
_LONGEST = 7  # words of the object


class Infinitives:
    """Finds an infinitive at the end of its clause, and puts it before its object."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """`in order the park to protect`: in order to protect the park."""
        words = sentence.words
        for at in range(len(words) - 3):
            in_order = words[at].lower == "order" and at > 0 and words[at - 1].lower == "in"
            planned = words[at].lower in _PLANNING and words[at + 1].lower in DETERMINERS
            verb = _infinitive(sentence, at + 1) if in_order or planned else None
            if verb is None:
                continue
            start, stop = sentence.offset(at + 1), sentence.end_offset(verb)
            fixed = f"to {words[verb].text} {text[start : sentence.end_offset(verb - 2)]}"
            certainty = Applicability.SAFE if in_order else Applicability.UNSAFE
            rule = self._resources.rules["infinitive-at-the-end"]
            yield rule.edit(text, start, stop, [fixed], applicability=certainty)


def _infinitive(sentence: Sentence, start: int) -> int | None:
    """Where the infinitive stands behind the object that begins at `start`, if it ends its clause."""
    words = sentence.words
    thing = noun_part(words, start, min(start + _LONGEST, len(words) - 2))
    if thing is None or thing.kind is not Kind.OBJECT or words[thing.end].lower != "to":
        return None
    verb = thing.end + 1
    if verb + 1 >= len(words) or not words[verb].tags & Tag.VERB_BASE or words[verb].lower in INTRANSITIVE:
        return None
    return verb if words[verb + 1].text in CLAUSE_ENDS else None
