"""Degrees of adjectives that have them as endings: old, older, oldest."""

from __future__ import annotations

from typing import Final

from cleanup.lexicon.words import Words

_KNOWN: Final = 2.8  # Zipf of an ending that is in use: narrower, not funner
_OFTENER: Final = 10  # times that the ending is as frequent as the adjective behind “more”
_IRREGULAR: Final = {"good": ("better", "best"), "bad": ("worse", "worst"), "far": ("further", "furthest")}


def comparative(adjective: str, words: Words) -> str | None:
    """The comparative in -er of an adjective, where it has one: big → bigger, happy → happier, good → better."""
    irregular = _IRREGULAR.get(adjective)
    return irregular[0] if irregular is not None else _ended(adjective, "er", words)


def superlative(adjective: str, words: Words) -> str | None:
    """The superlative in -est of an adjective, where it has one: old → oldest, early → earliest."""
    irregular = _IRREGULAR.get(adjective)
    return irregular[1] if irregular is not None else _ended(adjective, "est", words)


def is_ended(adjective: str, words: Words) -> bool:
    """Whether an adjective is compared by its ending and hardly ever with “more”: cold, quiet; not common, true."""
    form = comparative(adjective, words)
    return form is not None and words.unigram(form) > _OFTENER * words.bigram("more", adjective)


def _ended(adjective: str, ending: str, words: Words) -> str | None:
    doubled, short, soft = f"{adjective}{adjective[-1]}", adjective.removesuffix("e"), f"{adjective[:-1]}i"
    stems = [adjective, doubled, short] + ([soft] if adjective.endswith("y") else [])
    known = [form for stem in stems if words.zipf(form := f"{stem}{ending}") >= _KNOWN]
    return max(known, key=words.zipf, default=None)
