"""Parts of speech and inflected forms for the corruption; rough and fast, for training only."""

from functools import cache

import lemminflect
from textblob.en import parser

from training.marks import Mark


def tag_parts(marks: list[Mark]) -> None:
    """Write the Penn part of speech on every mark but the start (TextBlob's Brill tagger, 60,000 words a second)."""
    words = [mark.text for mark in marks[1:]]
    if not words:
        return
    for mark, tagged in zip(marks[1:], parser.find_tags(words), strict=True):
        mark.part = str(tagged[1])


@cache
def inflected(word: str, part: str) -> str:
    """Return the verb or noun `word` (any form) in the form `part` (VB, VBZ, VBG, NN, NNS), or "" where unknown."""
    universal = "NOUN" if part.startswith("N") else "VERB"
    lemmas = lemminflect.getLemma(word.lower(), upos=universal)
    if not lemmas:
        return ""
    forms = lemminflect.getInflection(lemmas[0], tag=part)
    return str(forms[0]) if forms else ""


@cache
def has_part(word: str, universal: str) -> bool:
    """Whether the dictionary knows `word` as a NOUN, VERB, ADJ or ADV."""
    return universal in lemminflect.getAllLemmas(word.lower())
