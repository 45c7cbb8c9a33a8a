"""Places between a subject and its verbs: `The tour also in Athens was followed`, `we in the room could not sit`.

In good English such a phrase describes the noun before it. With `also` it hardly can, nor before a verb that says
where somebody is and has nothing behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.order.chunks import Kind, Part, middle_parts, part_text
from cleanup.resources import Resources
from cleanup.syntax.parser import Sentence, Word
from cleanup.syntax.words import BE, HAVE, MODALS

_PLACED = forms_of("verbs_of_placement")
_STOPS = frozenset('.;,:”"')
_HELPERS = BE | HAVE | MODALS
_RESTING = word_set("in at on under near behind inside")
_FRONT_ENDS = word_set("ago")


class PlaceBeforeVerb:
    """Puts a place that stands between a subject and its verbs behind the verbs."""

    def __init__(self, resources: Resources) -> None:
        self._rule = resources.rules["verb-at-the-end"]
        self._words = resources.words

    def edits(self, text: str, sentence: Sentence, *, verb_last: bool) -> Iterator[Edit]:
        """Edits for the main clause; `verb_last` says that the article's language ends on its verb."""
        words = sentence.words
        end = next((at for at, word in enumerate(words) if word.text in _STOPS), len(words) - 1)
        verb = next((at for at in range(3, end) if words[at].tag & FINITE_VERB), None)
        start = _behind_front(words, end)
        parts = middle_parts(words, start, verb) if verb is not None else None
        if verb is None or not parts or parts[0].kind is not Kind.OBJECT or not _closes(words, verb, end):
            return
        kinds = [part.kind for part in parts[1:]]
        subject, place = parts[0], parts[-1]
        person = self._words.is_person_noun(words[subject.end - 1].lower)
        also = kinds == [Kind.ADVERB, Kind.PLACE] and words[subject.end].lower == "also"
        if also:
            certainty = Applicability.SAFE if verb_last and not person else Applicability.UNSAFE
            yield self._edit(text, sentence, subject, place, (verb, end), certainty, "also")
        elif verb_last and kinds == [Kind.PLACE] and words[place.start].lower in _RESTING:
            denied = any(word.lower == "not" or word.tag is Tag.MODAL for word in words[verb:end])
            if words[end - 1].lower in _PLACED and words[end].text in ".;":
                certainty = Applicability.SAFE if denied else Applicability.UNSAFE
                yield self._edit(text, sentence, subject, place, (verb, end), certainty)

    def _edit(
        self,
        text: str,
        sentence: Sentence,
        subject: Part,
        place: Part,
        verbs: tuple[int, int],
        certainty: Applicability,
        adverb: str = "",
    ) -> Edit:
        words, (verb, end) = sentence.words, verbs
        group = [word.text for word in words[verb:end]]
        helped = words[verb].lower in _HELPERS
        at = 1 if helped else 0
        spoken = " ".join([*group[:at], *filter(None, [adverb]), *group[at:]])
        span = sentence.offset(subject.end), sentence.end_offset(end - 1)
        return self._rule.edit(text, *span, [f"{spoken} {part_text(text, sentence, place)}"], applicability=certainty)


def _behind_front(words: Sequence[Word], end: int) -> int:
    """Where the subject begins behind a time that is `ago`; else 0."""
    return next((at + 1 for at in range(1, min(5, end)) if words[at].lower in _FRONT_ENDS), 0)


def _closes(words: Sequence[Word], verb: int, end: int) -> bool:
    """Whether nothing but verbs, and `not` between them, stands between the finite verb and the stop."""
    group = words[verb:end]
    if len(group) == 1:
        return words[verb].tag is Tag.VERB_PAST and words[verb].lower not in _HELPERS
    verbal = Tag.VERB_BASE | Tag.PAST_PARTICIPLE | Tag.AUXILIARY
    return group[0].lower in _HELPERS and all(word.tags & verbal or word.lower == "not" for word in group[1:])
