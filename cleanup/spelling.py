"""Links spellings of one name: by the rules that carry it from one language to the next, and by single letters."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from typing import Final

_LETTERS: Final = str.maketrans(
    {"ł": "l", "ı": "i", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
# Each sound with the ways languages write it; the first that fits is taken, and several sounds may share a spelling.
_SOUNDS: Final = (
    ("tsch|tsj|tch|cz|tš|tș|č|ç", "C"),
    ("dzh|dsch|dj|dż|dž|dzj|dg", "J"),
    ("chtch|shch|sjtsj|schtsch|szcz", "S"),
    ("sch|sh|sj|sz|š|ş|ș", "S"),
    ("zh|zj|ž|ż", "J"),
    ("kh", "k"),
    ("ch", "CSk"),
    ("ph", "f"),
    ("ck|cc|c|q", "k"),
    ("x", "ks"),
    ("ou|oe|u", "u"),
    ("ij|iy|yi|ii|yj|yy|ei|ey|ay|ai", "i"),
    ("j", "iJ"),
    ("y|i", "i"),
    ("w|v", "v"),
    ("z", "z"),
    ("h|’|'", ""),
)
_PATTERN: Final = re.compile(
    "|".join(f"(?P<s{n}>{spellings})" for n, (spellings, _) in enumerate(_SOUNDS)) + r"|(?P<other>.)"
)
_EITHER: Final = ("CSk", "iJ", "sz")  # each letter is one possible sound
_MOST_KEYS: Final = 16
_ENDINGS: Final = ("s", "a", "es", "en", "n", "e", "an", "ian", "er")
_LOST_LETTERS: Final = "cdfhkptwz"  # which no ending of case, number or kin consists of
_GENDERED: Final = ({"a", "i"}, {"a", "y"}, {"a", "o"})


@functools.lru_cache(maxsize=4096)
def sound_keys(word: str) -> frozenset[str]:
    """What a name sounds like, by the spellings of our languages: two forms of one name share a key.

    Selenskyj and Zelensky differ in the first letter's sound (German s is z before a vowel), which is allowed for too.
    """
    lower = word.lower()
    parts: list[str] = []
    for match in _PATTERN.finditer(lower):
        group = match.lastgroup or "other"
        parts.append(_plain(match.group()) if group == "other" else _SOUNDS[int(group[1:])][1])
    if lower[:1] in "sz" and lower[1:2] not in "chkptmn":
        parts[0] = "sz"
    choices = [tuple(part) if part in _EITHER else (part,) for part in parts]
    keys = itertools.islice(itertools.product(*choices), _MOST_KEYS)
    return frozenset(_squeeze("".join(key)) for key in keys)


def _plain(letter: str) -> str:
    decomposed = unicodedata.normalize("NFD", letter.translate(_LETTERS))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _squeeze(key: str) -> str:
    return re.sub(r"(.)\1+", r"\1", key)


def distance(one: str, other: str, most: int = 2) -> int:
    """Single letters put in, left out, changed or swapped between two words; `most` + 1 where there are more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    older: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        current = [i]
        for j, right in enumerate(other, 1):
            cost = min(row[j] + 1, current[j - 1] + 1, row[j - 1] + (left != right))
            if older and i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, older[j - 2] + 1)
            current.append(cost)
        older, row = row, current
    return min(row[-1], most + 1)


def same_name(one: str, other: str) -> bool:
    """Whether two long words read as spellings of one name.

    Not so its forms (`Putin`, `Putins`) and those of kin (`Ivanov`, `Ivanova`).
    """
    if min(len(one), len(other)) < 6 or one[0].isupper() != other[0].isupper():
        return False
    shorter, longer = sorted((one.lower(), other.lower()), key=len)
    if longer.startswith(shorter) and longer[len(shorter) :] in _ENDINGS:
        return False
    if {shorter[-1], longer[-1]} in _GENDERED:
        return False
    if sound_keys(one) & sound_keys(other):
        return True
    allowed = 1 if len(longer) < 10 else 2
    return shorter[0] == longer[0] and distance(shorter, longer) <= allowed


def is_slip(one: str, other: str) -> bool:
    """Whether two surnames differ by a slip within: the same first and last letter, one letter off, two if long.

    The last letter may have got lost where no grammar adds it (`Nieswand`, `Nieswandt`).
    """
    if not same_name(one, other) or one[0] != other[0]:
        return False
    shorter, longer = sorted((one, other), key=len)
    if distance(shorter, longer) > (1 if len(longer) < 10 else 2):
        return False
    return one[-1] == other[-1] or (longer[:-1] == shorter and longer[-1] in _LOST_LETTERS)


def is_clipped(one: str, other: str) -> bool:
    """Whether one of two surnames is the other without its last e, which is no sign of kin: `Berton`, `Bertone`."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) > 5 and longer == f"{shorter}e"
