"""Prepositions that stand behind the phrase they govern: what a link once held has slipped before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax import DETERMINERS, Sentence, Word

_PREPOSITIONS = word_set(
    "by of over in on at for from with about against to under between through near into during after before since"
)
_LONGEST = 6  # words of a phrase that has slipped


class Governors:
    """Finds a preposition and its article at the end of a clause, and puts them before the phrase they belong to."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """`has to be approved Competition Council by the.`: by the Competition Council."""
        words = sentence.words
        for at in range(2, len(words) - 2):
            if words[at].lower not in _PREPOSITIONS or words[at + 1].text != "the":
                continue
            if not _is_stranded(words, at + 2):
                continue
            start = _phrase(words, at)
            if start is None:
                continue
            first, last = sentence.offset(start), sentence.end_offset(at + 1)
            phrase = text[first : sentence.end_offset(at - 1)]
            fixed = f"{words[at].text} {words[at + 1].text} {phrase}"
            certainty = Applicability.SAFE if words[at + 2].tag is Tag.PUNCTUATION else Applicability.UNSAFE
            rule = self._resources.rules["preposition-behind-phrase"]
            yield rule.edit(text, first, last, [fixed], applicability=certainty)


def _is_stranded(words: Sequence[Word], at: int) -> bool:
    """Whether no noun can follow the article: a comma or stop right behind it, an auxiliary, a preposition."""
    word = words[at]
    if word.start == words[at - 1].end:
        dots = at + 1 < len(words) and words[at + 1].text == "."
        return word.text in ".,;" and not dots
    return bool(word.tag & (Tag.AUXILIARY | Tag.MODAL)) and word.tags & (Tag.NOUN | Tag.ADJECTIVE) == Tag.NONE


def _phrase(words: Sequence[Word], preposition: int) -> int | None:
    """Where the phrase begins that the preposition governs: a name behind the noun or verb that it adds to."""
    start = preposition
    while start > 0 and preposition - start < _LONGEST and words[start - 1].end + 1 == words[start].start:
        word = words[start - 1]
        described = word.tag is Tag.ADJECTIVE or word.tag is Tag.NUMBER
        participle = word.tags & Tag.PAST_PARTICIPLE and not word.is_capitalised and start < preposition
        if not (word.is_noun or described) or participle:
            break
        start -= 1
    if start == preposition or start == 0:
        return None
    before = words[start - 1]
    if before.lower in DETERMINERS or before.tag & (Tag.PREPOSITION | Tag.POSSESSIVE):
        name = next((at for at in range(start + 1, preposition) if words[at].is_capitalised), None)
        if name is None or any(word.is_capitalised for word in words[start:name]):
            return None
        return name
    added = before.tags & Tag.PAST_PARTICIPLE or before.tag & FINITE_VERB
    return start if added and words[preposition - 1].is_noun else None
