"""What becomes of LanguageTool's findings: the curated list in `policy.yaml`, and the guards it names.

A finding is applied unattended only if its rule is listed as safe with a reason, all its guards hold, and it does not
take a capitalised word away: LanguageTool's first idea for a name it does not know is another name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from cleanup.edits import Applicability
from cleanup.grammar.client import Match
from cleanup.grammar.errors import LanguageToolError

BUNDLED: Final = Path(__file__).with_name("policy.yaml")
OFF: Final = "off"
MOST_REPLACEMENTS: Final = 3
_USES: Final = (*Applicability, OFF)
_RULE_KEYS: Final = frozenset({"id", "use", "category", "confidence", "guards", "otherwise", "why"})
_CATEGORY_KEYS: Final = frozenset({"use", "category", "confidence", "why"})
_DICTIONARY_RULES: Final = ("MORFOLOGIK_RULE", "HUNSPELL_RULE")
_OTHER_VARIANT: Final = re.compile(r"\bis (?:British|American|Canadian|Australian|South African|New Zealand) English\b")
_VARIANT_SPELLINGS: Final = (("ae", "e"), ("oe", "e"), ("our", "or"), ("is", "iz"), ("eable", "able"), ("ll", "l"))
_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is done with a rule, or with the rules of a category that are not listed.

    `use` is an applicability or `off`; `otherwise` is used instead where a guard does not hold. `confidence`,
    between 0 and 1, is the share of its findings expected to be right; `why` says from what evidence.
    """

    pattern: str
    use: str
    category: str
    confidence: float
    guards: tuple[str, ...]
    otherwise: str
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a finding is passed on."""

    applicability: Applicability
    category: str
    confidence: float
    replacements: tuple[str, ...]


@dataclass(frozen=True)
class Policy:
    """The list. `rules` are looked at in order, the first whose pattern fits decides; then `categories`."""

    rules: tuple[Entry, ...]
    categories: Mapping[str, Entry]
    function_words: frozenset[str]

    @property
    def disabled_categories(self) -> tuple[str, ...]:
        """Categories from which nothing is used: the server need not look for them."""
        return tuple(name for name, entry in self.categories.items() if entry.use == OFF)

    @property
    def enabled_rules(self) -> tuple[str, ...]:
        """Rules by full name that are used, whatever becomes of their category."""
        return tuple(e.pattern for e in self.rules if e.use != OFF and "*" not in e.pattern)

    @property
    def disabled_rules(self) -> tuple[str, ...]:
        """Rules by full name that are never used."""
        return tuple(e.pattern for e in self.rules if e.use == OFF and e.otherwise == OFF and "*" not in e.pattern)

    def entry(self, match: Match) -> Entry | None:
        """What the list says about a finding's rule, else about its category."""
        for entry in self.rules:
            if entry.pattern == match.rule_id or ("*" in entry.pattern and fnmatchcase(match.rule_id, entry.pattern)):
                return entry
        return self.categories.get(match.category)

    def verdict(self, match: Match, text: str) -> Verdict | None:
        """How to pass a finding on, None where it is dropped. `text` is what the finding's offsets count in."""
        entry = self.entry(match)
        if entry is None:
            return None
        if match.rule_id.startswith(_DICTIONARY_RULES):
            return self._spelling(match, text, entry)
        use = entry.use if all(GUARDS[name](match, text) for name in entry.guards) else entry.otherwise
        if use == OFF:
            return None
        original = text[match.start : match.end]
        replacements = tuple(r for r in match.replacements if r != original)[:MOST_REPLACEMENTS]
        if not replacements:
            use = Applicability.DISPLAY
        elif use == Applicability.SAFE and _loses_capitalised(original, replacements[0]):
            use = Applicability.UNSAFE
        return Verdict(Applicability(use), entry.category, entry.confidence, replacements)

    def _spelling(self, match: Match, text: str, entry: Entry) -> Verdict | None:
        """A word unknown to the dictionary: a lost space beside a function word, or a lower-case word to look at.

        Capitalised words are names; a word in the other spelling of English is no mistake.
        """
        word = text[match.start : match.end]
        first = match.replacements[0] if match.replacements else ""
        if _OTHER_VARIANT.search(match.message) or _fold(word) == _fold(first) or _stands_in_name(match, text):
            return None
        left, _, right = first.partition(" ")
        if right and left + right == word and min(len(left), len(right)) >= 2:
            return self._split(left, right)
        is_plain = word.isalpha() and word.islower() and len(word) >= 4
        if not is_plain or _is_quoted(match, text) or len(re.findall(rf"\b{word}\b", text)) > 1:
            return None  # what a writer quotes, or uses twice, is meant
        return Verdict(Applicability.DISPLAY, entry.category, 0.5, ())

    def _split(self, left: str, right: str) -> Verdict | None:
        """A lost space. Safe only after a determiner or a preposition: before “which” or “has” a comma may be lost too.

        Names are not taken apart (Netto → Net to, InSerbia), nor are words without a function word (fourballs).
        """
        replacements = (f"{left} {right}",)
        if left in self.function_words and len(right) >= 3 and right not in self.function_words:
            return Verdict(Applicability.SAFE, "fused", 0.95, replacements)
        if right in self.function_words and (left.islower() or len(right) >= 3):
            return Verdict(Applicability.UNSAFE, "fused", 0.6, replacements)
        return None


def load_policy(path: Path = BUNDLED) -> Policy:
    """The list in a file.

    Raises LanguageToolError where the file cannot be read or does not say what a list must say.
    """
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        rules = tuple(_entry(row["id"], row, _RULE_KEYS) for row in data["rules"])
        categories = {name: _entry(name, row, _CATEGORY_KEYS) for name, row in data["categories"].items()}
        words = frozenset(data["function_words"].split())
    except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise LanguageToolError(f"{path}: {' '.join(str(error).split())}") from error
    return Policy(rules, categories, words)


@cache
def bundled_policy() -> Policy:
    """The list that comes with the program, read once."""
    return load_policy()


def _entry(pattern: str, row: Mapping[str, Any], allowed: Collection[str]) -> Entry:
    unknown = sorted(set(row) - set(allowed))
    if unknown:
        raise ValueError(f"{pattern}: unknown key {unknown[0]!r}")
    use = row["use"]
    otherwise = row.get("otherwise", OFF)
    guards = tuple(row.get("guards", ()))
    for value in (use, otherwise):
        if value not in _USES:
            raise ValueError(f"{pattern}: {value!r} is none of {', '.join(_USES)}")
    for guard in guards:
        if guard not in GUARDS:
            raise ValueError(f"{pattern}: unknown guard {guard!r}")
    if not str(row.get("why", "")).strip():
        raise ValueError(f"{pattern}: no reason (why)")
    confidence = float(row.get("confidence", 0.0 if use == OFF else 0.5))
    return Entry(pattern, use, str(row.get("category", "grammar")), confidence, guards, otherwise, str(row["why"]))


def _loses_capitalised(original: str, replacement: str) -> bool:
    """Whether a capitalised word of two letters or more does not come back, whatever its case."""
    kept = {word.casefold() for word in _WORD.findall(replacement)}
    return any(word[0].isupper() and len(word) > 1 and word.casefold() not in kept for word in _WORD.findall(original))


def _stands_in_name(match: Match, text: str) -> bool:
    """Whether a hyphen or an apostrophe joins the word to another (anti-Erdogan, al-Moualem, Odessa’dan)."""
    around = text[max(0, match.start - 1) : match.start] + text[match.end : match.end + 1]
    return any(mark in around for mark in "-’'@#/_") or "-" in text[match.start : match.end]


def _fold(word: str) -> str:
    """The word as both variants of English spell it."""
    for british, american in _VARIANT_SPELLINGS:
        word = word.replace(british, american)
    return word


def _is_quoted(match: Match, text: str) -> bool:
    """Whether the match stands between quotation marks of its line."""
    start = text.rfind("\n", 0, match.start) + 1
    end = text.find("\n", match.end)
    before = text[start : match.start]
    after = text[match.end : len(text) if end < 0 else end]
    if before.count('"') % 2 == 1 and '"' in after:
        return True
    opened = max(before.rfind(mark) for mark in "“„«")
    return opened > max(before.rfind(mark) for mark in "”»") and any(mark in after for mark in "”»“")


def _before(match: Match, text: str, pattern: str) -> bool:
    return re.search(pattern, text[max(0, match.start - 40) : match.start]) is not None


def _one_replacement(match: Match, _text: str) -> bool:
    return len(match.replacements) == 1


def _space_before_mark(match: Match, text: str) -> bool:
    found = re.fullmatch(r"(\w*)[ \u00a0]+([,.;:!?])", text[match.start : match.end])
    is_mark = found is not None and match.replacements[:1] in {(found[1] + found[2],), (f"{found[1]}{found[2]} ",)}
    return is_mark and _before(match, text, r"\w$|^") and not re.match(r"[.\d]", text[match.end :])


def _inside_line(match: Match, text: str) -> bool:
    found = text[match.start : match.end]
    only_spaces = bool(match.replacements) and found.split() == match.replacements[0].split() and "\n" not in found
    starts_inside = match.start == 0 or _before(match, text, r"[\w,;)”’]$") or found[:1].isalnum()
    return only_spaces and starts_inside and bool(re.match(r"[^\W_]|$|[(“‘]", text[match.end :] + "$"))


def _plain_repeat(match: Match, text: str) -> bool:
    words = text[match.start : match.end].split()
    is_meant = {"that", "had", "very", "so", "no", "ha", "bye", "blah", "plus", "long", "is", "in", "on"}
    return (
        len(words) == 2
        and words[0].islower()
        and words[0] == words[1]
        and words[0] not in is_meant
        and not _before(match, text, r"[-–—]$")
        and not text[match.end :].startswith("-")
    )


def _after_full_stop(match: Match, text: str) -> bool:
    return _before(match, text, r"[a-z)]{3}[.][”\"’']?[ \u00a0]$")


def _after_pronoun(match: Match, text: str) -> bool:
    return _before(match, text, r"\b(?:[Hh]e|[Ss]he|[Ii]t) $")


def _sentence_border(match: Match, text: str) -> bool:
    starts = re.match(r"\s?[A-Z][a-z]+[ ,]", text[match.start :]) is not None
    return starts and _before(match, text, r"(?:^|\s)[a-z]{3,}[.?!]$")


def _article_only(match: Match, text: str) -> bool:
    return text[match.start : match.end].lower() in {"a", "an"} and bool(
        re.match(r" [A-Za-z]{2,}", text[match.end : match.end + 8])
    )


def _number(match: Match, text: str) -> bool:
    return re.fullmatch(r"\d+(?:[.,]\d+)+", text[match.start : match.end]) is not None


def _beside_number(match: Match, text: str) -> bool:
    return _before(match, text, r"\d $") or re.match(r" \d", text[match.end :]) is not None


def _takes_the(match: Match, text: str) -> bool:
    return (
        re.search(
            r"United (?:States|Kingdom)|\bU\.?[SK]\b|\bUSA\b|Netherlands|Philippines", text[match.start : match.end]
        )
        is not None
    )


GUARDS: Final[Mapping[str, Callable[[Match, str], bool]]] = {
    "after-full-stop": _after_full_stop,
    "after-pronoun": _after_pronoun,
    "article-only": _article_only,
    "beside-number": _beside_number,
    "inside-line": _inside_line,
    "number": _number,
    "one-replacement": _one_replacement,
    "plain-repeat": _plain_repeat,
    "sentence-border": _sentence_border,
    "space-before-mark": _space_before_mark,
    "takes-the": _takes_the,
}
"""What a rule may ask of a finding, by the name it has in the list."""
