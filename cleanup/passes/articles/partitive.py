"""The French partitive behind a verb: they found of the coins, there are of the risks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of, with_plurals
from cleanup.lexicon.words import Tag
from cleanup.resources import Resources
from cleanup.syntax.clauses import chunk_start, has_finite, head_of, noun_phrase_end
from cleanup.syntax.parser import SUBJECT_PRONOUNS, Sentence, Word

_VERBS: Final = forms_of("verbs_with_partitive")
_THERE: Final = word_set("is are was were be been")
_MASS: Final = word_set(
    "bread water wine flour money time luck meat milk oil sugar salt fruit cheese medicine food wood coal gas work "
    "rain snow patience courage information equipment furniture traffic noise smoke electricity progress"
)
_GAPS: Final = word_set(
    "what whatever which that who whom all nothing little much most more less than one part some half none any each "
    "something anything everything how as few many enough no neither both where"
)
"""Words before the verb, or right behind it, that “of the” may belong to: all that he found of the boat."""
_BEFORE: Final = SUBJECT_PRONOUNS | word_set("there itself himself herself themselves who")
_HELPING: Final = Tag.AUXILIARY | Tag.MODAL | Tag.ADVERB
_ENDS: Final = Tag.PREPOSITION | Tag.PUNCTUATION | Tag.CONJUNCTION | Tag.INFINITIVE | Tag.RELATIVE | Tag.ADVERB
_TIMES: Final = with_plurals("units_of_time")


def partitive_edits(text: str, sentence: Sentence, resources: Resources) -> Iterator[Edit]:
    """Edits that take out `of the` between a verb and its plural object."""
    words = sentence.words
    for index in range(1, len(words) - 3):
        if words[index].text != "of" or words[index + 1].text != "the":
            continue
        sure = _partitive(words, index)
        if sure is not None:
            noun = words[index + 2]
            certainty = Applicability.SAFE if sure else Applicability.UNSAFE
            span = sentence.offset(index), sentence.end_offset(index + 2)
            yield resources.rules["partitive-of-the"].edit(text, *span, [noun.text], applicability=certainty)


def _partitive(words: Sequence[Word], index: int) -> bool | None:
    """Whether `of the` at `index` is a partitive, and whether that is certain; None where it is none."""
    verb = words[index - 1]
    there = verb.lower in _THERE and any(word.lower == "there" for word in words[max(0, index - 4) : index - 1])
    if verb.lower not in _VERBS and not there:
        return None
    end = noun_phrase_end(words, index + 1)
    if end is None or not words[end].tag & _ENDS or any(word.lower in _GAPS for word in words[:index]):
        return None
    head = head_of(words, index + 1, end)
    if head is None or words[head].is_capitalised or words[head].lower in _TIMES or words[index + 2].is_capitalised:
        return None
    if not (words[head].tag is Tag.PLURAL_NOUN or (words[head].lower in _MASS and head == index + 2)):
        return None
    at = index - 2
    while at > 0 and words[at].tag & _HELPING and words[at].lower not in _BEFORE:
        at -= 1
    if words[at].lower in _BEFORE or there:
        return True
    if words[at].tag is Tag.INFINITIVE:
        return False
    if not words[at].is_noun or verb.tag & (Tag.NOUN | Tag.PLURAL_NOUN):
        return None
    return chunk_start(words, at + 1) == 0 and not has_finite(words, end)  # not: coins divers found of the hoard are
