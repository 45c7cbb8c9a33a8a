"""Ordinals as the source language writes them: `the 3e time`, `the 21º century`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cleanup.edits import Edit
from cleanup.lexicon.inflection import ordinal
from cleanup.passes.residue.reading import Reading

_ORDINAL: Final = re.compile(r"(?<![\w.,])(\d{1,2})(er|ère|re|e|è|ème|eme|º|ª|°)(?= [a-z]{2})")
_FOLLOWING: Final = re.compile(r" (\w+)")
_ORDINAL_WORDS: Final = (
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)


def ordinal_edits(reading: Reading) -> Iterator[Edit]:
    """Edits that write ordinals as English does, in an article that shows its language."""
    if reading.language is None:
        return
    for match in _ORDINAL.finditer(reading.text):
        number = int(match[1])
        following = _FOLLOWING.match(reading.text, match.end())
        if following is None or not reading.words.is_word(following[1]) or match[2] == "°":
            continue
        words = [_ORDINAL_WORDS[number]] if number < len(_ORDINAL_WORDS) else []
        yield reading.rules["residue-ordinal"].edit(reading.text, match.start(), match.end(), [ordinal(number), *words])
