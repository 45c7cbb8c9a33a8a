"""Subjects that are clauses, and which a pronoun repeats before the verb: whoever says so he does not know the port."""

from __future__ import annotations

from collections.abc import Sequence

from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.syntax.clauses import (
    Rest,
    has_time_for_object,
    is_complete,
    is_finite,
    leaves_no_gap,
    main_verb,
    rest_of_clause,
)
from cleanup.syntax.parser import DETERMINERS, OPENERS, RELATIVES, SUBJECT_PRONOUNS, Word
from cleanup.syntax.words import BE, CLAUSE_NOUNS, OPEN_VERBS, SPEECH, TELL

_ANYBODY = word_set("anyone anybody everyone everybody he she")
_OF_ONE = word_set("he she")
_LEADS = word_set("but and so")
_LEAST = 3  # words in the clause: whoever wins today


def repeats_clause(words: Sequence[Word], index: int, verb: int) -> bool:
    """Whether the pronoun at `index` stands right behind a clause that is the subject, in a sentence of one more verb.

    `Those who left early they missed it`: the clause opens the sentence, and what follows lacks nothing.
    """
    start = _opening(words)
    if _is_defined(words, start, index, verb):
        return True
    relative = _relative(words, start, words[index].lower)
    if relative is None or index - relative <= _LEAST:
        return False
    inner = words[relative + 1 : index]
    if any(word.text in ',;:()“”"–—' for word in inner) or not _ends_clause(words, index - 1):
        return False
    if not any(is_finite(words, at) or words[at].tag & Tag.VERB_BASE for at in range(relative + 1, index - 1)):
        return False
    last = main_verb(words, verb)
    if words[last].lower in TELL | OPEN_VERBS or has_time_for_object(words, last):
        return False
    return is_complete(words, verb) and rest_of_clause(words, last + 1) is Rest.NONE


def _is_defined(words: Sequence[Word], start: int, index: int, verb: int) -> bool:
    """`The fact that nobody was hurt it is a miracle`, `What worries them most it is the lack of rain`."""
    opens = [word.lower for word in words[start : start + 3]]
    fact = opens[:1] == ["the"] and opens[2:] == ["that"] and opens[1] in CLAUSE_NOUNS
    if not (fact or opens[:1] == ["what"]) or words[index].lower != "it" or index - start <= _LEAST:
        return False
    inner = words[start + 1 + 2 * fact : index]
    if any(word.text in ',;:()“”"–—' for word in inner) or not any(word.tag & FINITE_VERB for word in inner):
        return False
    last, passive = words[index - 1], words[index - 2].lower in BE | {"been", "be"}
    if last.tags & Tag.PREPOSITION or (last.tags & (FINITE_VERB | Tag.VERB_BASE) and not last.is_noun and not passive):
        return False  # the fact that she won it
    behind = words[verb + 1] if verb + 1 < len(words) else words[verb]
    said = words[verb].lower in ("is", "was") and behind.lower in DETERMINERS
    return said and leaves_no_gap(words, verb) and rest_of_clause(words, verb + 1) is Rest.NONE


def _opening(words: Sequence[Word]) -> int:
    """Where the sentence, or the quotation in it, begins with its subject: But whoever, added: “Those who."""
    start = max((at + 1 for at, word in enumerate(words) if word.text in "“«:"), default=0)
    while start < len(words) and (words[start].lower in _LEADS or words[start].text in '“"«'):
        start += 1
    return start


def _relative(words: Sequence[Word], start: int, pronoun: str) -> int | None:
    """Index of the relative of a clause at `start` that can be the subject which the pronoun repeats."""
    if start + 1 >= len(words):
        return None
    opens, after = words[start].lower, words[start + 1].lower
    if opens == "whoever" and pronoun in _OF_ONE:
        return start
    if after != "who" or not ((opens in _ANYBODY and pronoun in _OF_ONE) or (opens == "those" and pronoun == "they")):
        return None
    return start + 1


def _ends_clause(words: Sequence[Word], at: int) -> bool:
    """Whether a clause can end with the word: no verb of saying, and nothing that opens another clause."""
    word = words[at]
    if word.lower in SPEECH | TELL | OPENERS | RELATIVES | SUBJECT_PRONOUNS or word.tag & (
        Tag.CONJUNCTION | Tag.PREPOSITION | Tag.DETERMINER
    ):
        return False
    return bool(word.is_noun or word.tag & (Tag.ADVERB | Tag.ADJECTIVE | Tag.NUMBER | Tag.PAST_PARTICIPLE)) and not (
        word.tag & FINITE_VERB
    )
