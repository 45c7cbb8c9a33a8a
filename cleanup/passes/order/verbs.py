"""Verbs in the order of German and Dutch: second whatever stands in front, or last in their clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Edit
from cleanup.lexicon.inflection import finite_forms
from cleanup.lexicon.languages import SUBJECTS_BEHIND
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.order.adverbs import AdverbOrder
from cleanup.passes.order.clauses import ClauseOrder
from cleanup.passes.order.governors import Governors
from cleanup.passes.order.inversion import inversions
from cleanup.passes.order.last import VerbLast
from cleanup.passes.order.middle import MiddleField
from cleanup.passes.order.second import verb_second
from cleanup.passes.order.subject_last import subjects_last
from cleanup.passes.order.verb_first import Turned
from cleanup.resources import Resources
from cleanup.syntax.parser import SUBJECT_PRONOUNS, Sentence, Word

_CLAUSE_OPENERS = word_set("that which who because if what than as when where and but how whom")
_PARTICLES = {
    "off": finite_forms("break call put write"),
    "up": finite_forms("give set"),
    "over": finite_forms("take hand"),
    "out": finite_forms("carry point rule"),
    "down": finite_forms("shut close turn hand"),
    "back": finite_forms("give send pay"),
    "away": finite_forms("give throw"),
}
"""Particles, and verbs that they belong to whatever follows."""
_PARTICLE_GAP = 6  # words between a verb and its particle


class VerbOrder:
    """Finds verbs that stand where German and Dutch have them."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._last = VerbLast(resources)
        self._governors = Governors(resources)
        self._middle = MiddleField(resources)
        self._adverbs = AdverbOrder(resources)
        self._clauses = ClauseOrder(resources)

    def edits(self, text: str, sentence: Sentence, *, verb_second: bool, origin: str | None) -> Iterator[Edit]:
        """Edits for a verb before its subject, and for a particle behind a phrase.

        `verb_second` says that the article has its verbs in second place, `origin` from which language it comes.
        """
        yield from self._before_subject(text, sentence, verb_second, origin in SUBJECTS_BEHIND | {"tr"})
        yield from self._governors.edits(text, sentence)
        yield from self._last.edits(text, sentence)
        yield from self._middle.edits(text, sentence)
        yield from self._adverbs.edits(text, sentence, foreign=origin not in (None, "en"))
        yield from self._clauses.edits(text, sentence)
        yield from self._particle(text, sentence)

    def _before_subject(self, text: str, sentence: Sentence, is_second: bool, behind: bool) -> Iterator[Edit]:
        """`Until Friday must the court decide`, `then speak we English`."""
        rule = self._resources.rules["verb-before-subject"]
        words = sentence.words
        second = (self._second(words, start, is_second) for start in _clause_starts(words, is_second))
        for turned in (*inversions(words), *filter(None, second), *subjects_last(words, behind=behind)):
            start, end = sentence.offset(turned.start), sentence.end_offset(turned.end - 1)
            yield rule.edit(text, start, end, [turned.text], applicability=turned.certainty)

    def _second(self, words: Sequence[Word], start: int, is_second: bool) -> Turned | None:
        turned = verb_second(words[start:], second=is_second)
        if turned is None or start == 0:
            return turned
        turned = turned._replace(start=turned.start + start, end=turned.end + start)
        verb, subject = words[turned.start], words[turned.start + 1]
        joined = words[start - 1].is_alphabetic and not (verb.tags & (Tag.AUXILIARY | Tag.MODAL))
        return None if joined and subject.lower not in SUBJECT_PRONOUNS else turned  # but also paves the way

    def _particle(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """`The talks broke for the third time off`: a particle behind a phrase with a preposition."""
        words = sentence.words
        for at in range(3, len(words) - 1):
            particle = words[at]
            verbs = _PARTICLES.get(particle.lower)
            if verbs is None or words[at + 1].text not in ".,;":
                continue
            if not (words[at - 1].is_noun or words[at - 1].tag is Tag.NUMBER):
                continue
            for verb in range(at - 3, max(0, at - _PARTICLE_GAP - 1), -1):
                if words[verb].lower in verbs:
                    opens = words[verb + 1].lower in ("for", "on", "in", "after", "since", "during", "at", "before")
                    if opens and not any(word.tag & FINITE_VERB for word in words[verb + 1 : at]):
                        start, end = sentence.offset(verb), sentence.end_offset(at)
                        phrase = text[sentence.offset(verb + 1) : sentence.end_offset(at - 1)]
                        fixed = f"{words[verb].text} {particle.text} {phrase}"
                        yield self._resources.rules["particle-at-the-end"].edit(text, start, end, [fixed])
                    break

    def participle(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`the app that her daughter programmed has`: the auxiliary of a German clause at its end."""
        words = sentence.words
        auxiliary = words[index + 1]
        if words[index].lower == auxiliary.lower:
            return  # the quarrel that they had had
        if auxiliary.lower not in ("has", "have", "had") or not words[index].tags & Tag.PAST_PARTICIPLE:
            return
        if index + 2 >= len(words) or words[index + 2].text not in ".,:;!":
            return
        opener = next(
            (at for at in range(index - 1, max(-1, index - 9), -1) if words[at].lower in _CLAUSE_OPENERS), None
        )
        if opener is None or index - opener < 2 or words[opener].lower not in ("that", "which", "who", "because", "if"):
            return
        inner = words[opener + 1 : index]
        if any(word.tag & FINITE_VERB or word.tag is Tag.PUNCTUATION for word in inner):
            return
        start, end = sentence.offset(index), sentence.end_offset(index + 1)
        replacement = f"{auxiliary.text} {words[index].text}"
        yield self._resources.rules["auxiliary-at-the-end"].edit(text, start, end, [replacement])


def _clause_starts(words: Sequence[Word], is_second: bool) -> Iterator[int]:
    """Where main clauses begin: at the start; behind a comma and `but`, too, where verbs stand second."""
    yield 0
    for at in range(2, len(words) - 4) if is_second else ():
        joined = words[at - 1].lower in ("but", "and") and words[at - 2].text == ","
        if joined or words[at - 1].text in "“;:":
            yield at
