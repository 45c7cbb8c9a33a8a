"""Sound English comes out as it went in, although every rule may apply; what still fails is listed with its cause.

The lists of failures lose a line when its text is mended: the tests say so.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cleanup.cleaner import Cleaner

SAMPLES = Path(__file__).parent / "samples"
LANGUAGES = ("it", "de")  # a language of origin switches the gate for sound articles off, and its rules on


def rows(name: str) -> list[list[str]]:
    """The lines of a sample file without headings, split at tabs."""
    lines = (SAMPLES / name).read_text(encoding="utf-8").splitlines()
    return [line.replace(" ¶ ", "\n\n").split("\t") for line in lines if line and not line.startswith("#")]


SOUND = [text for (text,) in rows("sound_english.txt")]
HARMED = [text for text, _ in rows("sound_english_harmed.tsv")]
LEFT = [(damaged, sound) for damaged, sound, _ in rows("damage_left.tsv")]


def harms(cleaner: Cleaner, text: str, language: str) -> list[str]:
    """What the rules make of a sound text, one line a change."""
    changes = cleaner.clean(text, source_language=language).changes
    return [f"{text}: {c.original!r} → {c.text!r} by {', '.join(c.rules)}" for c in changes if c.applied]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sound_english_is_left_alone(cleaner: Cleaner, language: str) -> None:
    harmed = [harm for text in SOUND for harm in harms(cleaner, text, language)]
    assert not harmed, "\n".join(harmed)


def test_what_is_listed_as_harmed_is_harmed_still(cleaner: Cleaner) -> None:
    mended = [text for text in HARMED if not any(harms(cleaner, text, language) for language in LANGUAGES)]
    assert not mended, "\n".join(["mended, so they belong into sound_english.txt:", *mended])


def test_what_is_listed_as_left_is_left_still(cleaner: Cleaner) -> None:
    """And what is done about it is no harm: the text stays as it is."""
    changed = [bad for bad, _ in LEFT if any(harms(cleaner, bad, language) for language in LANGUAGES)]
    assert not changed, "\n".join(["mended or made worse; what is mended belongs into a rule's examples:", *changed])


def test_the_sound_side_of_damage_is_left_alone(cleaner: Cleaner) -> None:
    harmed = [harm for _, sound in LEFT for language in LANGUAGES for harm in harms(cleaner, sound, language)]
    assert not harmed, "\n".join(harmed)


def test_no_text_is_listed_twice() -> None:
    texts = [*SOUND, *HARMED]
    assert sorted(set(texts)) == sorted(texts)
