"""Object pronouns that only other languages have beside the verb: I feel me like, to review it the price."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import all_forms
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of
from cleanup.lexicon.words import Tag
from cleanup.passes.pronouns.edits import taken_out
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, Sentence, Word
from cleanup.syntax.words import CLAUSE_NOUNS, COMPLEMENT_VERBS, MIDDLE_ADVERBS, OPEN_VERBS, TELL, TIME_NOUNS

_SUBJECT_OF = {"me": "i", "us": "we"}
_HAVE = word_set("have had 've ’ve")
_FEEL = word_set("feel felt")
_DEFINITE = word_set("the his its their our")
_GIVES = frozenset(
    form
    for verb in (
        "buy",
        "cost",
        "bring",
        "hand",
        "pay",
        "read",
        "sing",
        "play",
        "win",
        "deliver",
        "serve",
        "lose",
        "fine",
    )
    for form in all_forms(verb)
)
_GIVES_MORE = frozenset(
    form
    for verb in ("build", "cook", "find", "make", "paint", "print", "perform", "photograph", "submit", "supply", "take")
    for form in all_forms(verb)
)
_WITH_ONE_OBJECT = (
    forms_of("transitive_verbs") - OPEN_VERBS - COMPLEMENT_VERBS - TELL - _GIVES - _GIVES_MORE
) | word_set("close open cut review revise")
"""Forms of verbs that take one object, and neither a hearer nor a receiver beside it."""


class DoubledObjects:
    """Takes out an object pronoun that repeats the subject, or the object right behind it."""

    def __init__(self, resources: Resources) -> None:
        self._rule = resources.rules["object-pronoun-too-many"]

    def own(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`I feel me like a stranger`, `I have me never walked so far`: the subject is no object in English."""
        words = sentence.words
        if index < 2 or index + 2 >= len(words) or words[index - 2].lower != _SUBJECT_OF[words[index].lower]:
            return
        verb, after = words[index - 1], words[index + 1]
        felt = verb.lower in _FEEL and (after.lower in ("like", "as") or after.tag is Tag.PAST_PARTICIPLE)
        done = after if after.lower not in MIDDLE_ADVERBS else words[index + 2]
        helped = verb.lower in _HAVE and bool(done.tags & Tag.PAST_PARTICIPLE) and not done.is_noun
        if felt or helped:
            yield taken_out(self._rule, article.text, sentence, index, Applicability.SAFE)

    def full(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`wants to review it the price`: a verb of one object has a pronoun and a noun behind it."""
        words = sentence.words
        if index < 2 or index + 2 >= len(words) or words[index - 1].lower not in _WITH_ONE_OBJECT:
            return
        if not (words[index - 2].lower == "to" or words[index - 2].tag is Tag.MODAL):
            return
        if words[index - 2].lower == "to" and not _is_governed(words, index - 2):
            return
        noun = _plain_noun(words, index + 1)
        if noun is not None and noun.lower not in TIME_NOUNS | CLAUSE_NOUNS:
            yield taken_out(self._rule, article.text, sentence, index, Applicability.SAFE)


def _is_governed(words: Sequence[Word], to: int) -> bool:
    """Whether the infinitive hangs on a verb or noun before it, and does not open the sentence."""
    return to > 0 and (bool(words[to - 1].tag & ~Tag.PUNCTUATION) and not words[to - 1].tag & Tag.CONJUNCTION)


def _plain_noun(words: Sequence[Word], start: int) -> Word | None:
    """The noun of the definite phrase at `start`, with adjectives before it, where no verb follows."""
    if words[start].lower not in _DEFINITE:
        return None
    at = start + 1
    while at + 1 < len(words) and words[at].tag is Tag.ADJECTIVE:
        at += 1
    noun = words[at]
    if not noun.tag & (Tag.NOUN | Tag.PLURAL_NOUN) or noun.lower in DETERMINERS:
        return None
    behind = words[at + 1] if at + 1 < len(words) else None
    ends = behind is None or bool(behind.tag & (Tag.PUNCTUATION | Tag.PREPOSITION | Tag.CONJUNCTION))
    return noun if ends else None
