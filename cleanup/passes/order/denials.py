"""`not` before the verb of a subordinate clause: because he not wanted, the firm that not had paid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import finite_forms
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.order.chunks import with_do
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, SUBJECT_PRONOUNS, Sentence, Word

_CONJUNCTIONS = word_set("because although though if while whether when that")
_OBJECTS = word_set("it him them me us")
_ENDS = frozenset(".,;!”")
_FINITE_TAGS = Tag.VERB_PAST | Tag.VERB_PRESENT
_OPINIONS = finite_forms("think hope guess suppose believe trust fear expect imagine assume say hear care want")
"""Verbs behind which `not` stands for a clause, or sounds old: I think not, she cares not."""
_RELATIVES = word_set("who that which")


class Denials:
    """Finds `not` before a finite verb, and puts it behind a helping verb."""

    def __init__(self, resources: Resources) -> None:
        self._lexicon = resources.words
        self._rules = resources.rules

    def edits(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """`because he not wanted`: because he did not want."""
        words = sentence.words
        for at in range(2, len(words) - 1):
            if words[at].lower != "not" or not _opens_clause(words, at - 2):
                continue
            denied = self._denied(words[at + 1])
            if denied is not None:
                start, stop = sentence.offset(at), sentence.end_offset(at + 1)
                certainty = Applicability.UNSAFE if self._is_undergone(words, at) else Applicability.SAFE
                yield self._rules["verb-at-the-end"].edit(text, start, stop, [denied], applicability=certainty)

    def at_the_end(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """`the ferry arrived not`: the ferry did not arrive, in an article from a language that denies so."""
        words = sentence.words
        for at in range(2, len(words) - 1):
            if words[at].lower != "not" or words[at + 1].text not in _ENDS or _is_contrasted(words, at + 1):
                continue
            verb = at - 2 if words[at - 1].lower in _OBJECTS and at > 2 else at - 1
            subject = words[verb - 1]
            acts = subject.lower in SUBJECT_PRONOUNS or (subject.is_noun and not subject.tag & Tag.PUNCTUATION)
            plain = words[verb].tags & _FINITE_TAGS and not words[verb].tags & (Tag.AUXILIARY | Tag.MODAL)
            if not acts or not plain or words[verb].is_capitalised or words[verb].lower in _OPINIONS:
                continue
            denied = with_do(words[verb].lower, self._lexicon)
            if denied is not None:
                start, stop = sentence.offset(verb), sentence.end_offset(at)
                whom = "" if verb == at - 1 else f" {words[at - 1].text}"
                yield self._rules["verb-at-the-end"].edit(text, start, stop, [f"{denied}{whom}"])

    def _denied(self, verb: Word) -> str | None:
        """The finite verb with its `not` as English has it."""
        if not verb.tag & FINITE_VERB or verb.tag is Tag.PAST_PARTICIPLE:
            return None
        return f"{verb.text} not" if verb.tag & (Tag.AUXILIARY | Tag.MODAL) else with_do(verb.lower, self._lexicon)

    def _is_undergone(self, words: Sequence[Word], denial: int) -> bool:
        """`The works that not finished`: that were not finished, or did not finish."""
        if words[denial - 1].lower not in _RELATIVES or not words[denial + 1].tags & Tag.PAST_PARTICIPLE:
            return False
        noun = words[denial - 2].lower
        if any(self._lexicon.is_person_noun(form) for form in (noun, noun[:-1])):
            return False
        after = words[denial + 2] if denial + 2 < len(words) else None
        return after is None or not (after.is_nominal or after.lower in DETERMINERS)


def _is_contrasted(words: Sequence[Word], at: int) -> bool:
    """Whether what is denied comes behind the comma at `at`: the ferry came not, as some say, from the north but …"""
    behind = words[at + 1 :]
    return (
        bool(behind)
        and words[at].text == ","
        and behind[0].lower != "but"
        and any(word.lower == "but" for word in behind)
    )


def _opens_clause(words: Sequence[Word], at: int) -> bool:
    """Whether a conjunction and a pronoun stand at `at`, or a noun and its relative pronoun."""
    first, second = words[at], words[at + 1].lower
    return (first.lower in _CONJUNCTIONS and second in SUBJECT_PRONOUNS) or (first.is_noun and second in _RELATIVES)
