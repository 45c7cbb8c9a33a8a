"""Look words up in the dictionaries of Apertium that Debian installs (packages apertium-XXX-YYY and lttoolbox)."""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

FOLDER: Final = Path("/usr/share/apertium")
_UNIT: Final = re.compile(r"\^([^$]*)\$")
_READING: Final = re.compile(r"([^<>/*@+]+)((?:<[^<>]+>)+)")
_PARTS: Final = {"<n>": "n", "<adj>": "a", "<adv>": "r"}


class Reading(NamedTuple):
    """What a form may be: a lemma, its part of speech (`n`, `a`, `r`), number and definiteness."""

    lemma: str
    part: str
    plural: bool
    definite: bool
    tags: str


def readings(forms: Iterable[str], dictionary: str) -> dict[str, set[Reading]]:
    """The readings of each form in a compiled dictionary (`swe-dan/swe-dan.automorf`); none for a verb."""
    found: dict[str, set[Reading]] = defaultdict(set)
    for unit in _run(["-w"], dictionary, forms):
        form, *analyses = unit.split("/")
        if not analyses[0].startswith("*"):
            found[form] = set()
        for analysis in analyses:
            match = _READING.fullmatch(analysis)
            part = match and next((code for tag, code in _PARTS.items() if match[2].startswith(tag)), None)
            if match and part and "<cmp>" not in match[2]:
                tags = match[2].replace("<compound-R>", "")
                found[form].add(Reading(match[1], part, "<pl>" in tags, "<def>" in tags, tags))
    return found


def translations(words: Iterable[tuple[str, str]], dictionaries: Sequence[str]) -> dict[tuple[str, str], list[str]]:
    """English for lemmas with their tags, through one dictionary after another: Italian to Catalan to English."""
    paths = {word: [word] for word in words}
    for dictionary in dictionaries:
        wanted = sorted({at for found in paths.values() for at in found})
        answers = dict(zip(wanted, _looked_up(wanted, dictionary), strict=True))
        paths = {word: [to for at in found for to in answers[at]] for word, found in paths.items()}
    return {word: list(dict.fromkeys(lemma for lemma, _ in found)) for word, found in paths.items() if found}


def _looked_up(words: Sequence[tuple[str, str]], dictionary: str) -> list[list[tuple[str, str]]]:
    units = _run(["-b"], dictionary, (f"^{lemma}{tags}$" for lemma, tags in words))
    answers = []
    for (_, tags), unit in zip(words, units, strict=True):
        matches = (_READING.fullmatch(side) for side in unit.split("/")[1:])
        part = tags[: tags.index(">") + 1]
        answers.append([(match[1], match[2]) for match in matches if match and match[2].startswith(part)])
    return answers


def _run(options: Sequence[str], dictionary: str, lines: Iterable[str]) -> list[str]:
    command = ["lt-proc", *options, str(FOLDER / f"apertium-{dictionary}.bin")]
    done = subprocess.run(command, input="\n".join(lines) + "\n", capture_output=True, encoding="utf-8", check=True)
    return _UNIT.findall(done.stdout)
