"""The endings of declined names, by language: how a case form ends, and how the name itself does."""

from __future__ import annotations

from typing import Final

from cleanup.lexicon.tokens import word_set

_SLAVIC_CASES: Final = (
    ("ě", "a"), ("y", "a"), ("u", "a"), ("ou", "a"), ("e", "a"), ("i", "a"), ("om", "a"), ("o", "a"), ("oj", "a"),
    ("om", "o"), ("em", "o"), ("u", "o"), ("a", "o"), ("i", "ie"), ("í", "ie"), ("ě", ""), ("e", ""), ("u", ""),
    ("a", ""), ("em", ""), ("om", ""), ("ech", "y"), ("ách", "y"), ("och", "y"), ("ích", "e"), ("i", "ia"), ("u", "ia"),
    ("ii", "iya"), ("iyu", "iya"), ("iyey", "iya"), ("oy", "a"),
)  # fmt: skip
_FINNISH_CASES: Final = (
    ("ssa", ""), ("ssä", ""), ("sta", ""), ("stä", ""), ("lla", ""), ("llä", ""), ("lta", ""), ("ltä", ""), ("lle", ""),
    ("n", ""), ("an", "a"), ("ään", "ä"),
)  # fmt: skip
_HUNGARIAN_ENDINGS: Final = sorted(
    word_set(
        "ban ben ból ből ba be on en ön n ra re ról ről hoz hez höz tól től nál nél ig nak nek val vel t ot et at i"
    )
)
_HUNGARIAN_CASES: Final = (
    *((ending, "") for ending in _HUNGARIAN_ENDINGS),
    *((f"á{ending}", "a") for ending in _HUNGARIAN_ENDINGS),
    *((f"é{ending}", "e") for ending in _HUNGARIAN_ENDINGS),
)
GENITIVE: Final = (("s", ""),)
INFLECTIONS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "pl": (
        ("ji", "ja"), ("ję", "ja"), ("ją", "ja"), ("ii", "ia"), ("ię", "ia"), ("ią", "ia"), ("y", "a"), ("i", "a"),
        ("ę", "a"), ("ą", "a"), ("ie", "a"), ("wie", "wa"), ("dzie", "da"), ("em", ""), ("iem", ""), ("owi", ""),
        ("u", ""), ("a", ""),
    ),
    "ro": (("iei", "ia"), ("ei", "a"), ("ului", ""), ("ul", ""), ("ii", "ia"), ("a", "ă"), ("ei", "ă")),
    "cs": _SLAVIC_CASES, "sk": _SLAVIC_CASES, "hr": _SLAVIC_CASES, "sr": _SLAVIC_CASES, "sl": _SLAVIC_CASES,
    "ru": _SLAVIC_CASES, "uk": _SLAVIC_CASES, "fi": _FINNISH_CASES, "hu": _HUNGARIAN_CASES,
    "de": GENITIVE, "sv": GENITIVE, "da": GENITIVE, "no": GENITIVE,
    "el": (("as", "a"), ("is", "i"), ("ou", "os"), ("o", "os"), ("on", "os"), ("ou", "o")),
    "lt": (("oje", "a"), ("os", "a"), ("ai", "a"), ("ą", "a"), ("e", "as"), ("o", "as"), ("ui", "as"), ("uje", "us")),
    "lv": (("ā", "a"), ("as", "a"), ("ai", "a"), ("u", "a"), ("ē", "e"), ("es", "e")),
    "et": (("s", ""), ("l", ""), ("le", ""), ("st", ""), ("lt", ""), ("sse", ""), ("ga", "")),
}  # fmt: skip
