"""Rule packs: YAML files, each one rule with its examples inside, read into the rules that passes run.

A file under `rules/FOLDER/` belongs to the pass FOLDER. A rule finds its places in one of three ways:

- `match`: a pattern of the `regex` package, where `\\L<country>` is a named list from the lexicon;
- `entries`: a table of phrases, each a small pattern with its replacement, source phrase and examples;
- `code`: the name of the Python pass that finds them; the file then holds what a reader needs to know.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from cleanup.anchors import anchors, openings
from cleanup.compiled import compiled
from cleanup.edits import Applicability, Edit
from cleanup.errors import UserError
from cleanup.lexicon.word_classes import class_files, is_word_class, word_class
from cleanup.lexicon.words import words
from cleanup.pattern import compile_pattern, expand, written_out
from cleanup.word_places import WordPlaces
from cleanup.yaml_files import Read, convert, fail, read_yaml

BUNDLED = next(
    folder for folder in (Path(__file__).parent / "rules", Path(__file__).parent.parent / "rules") if folder.is_dir()
)
CATEGORIES = (
    "fused", "exonym", "name-as-word", "residue", "article", "pronoun", "order", "missing",
    "lexis", "grammar", "case", "spacing", "metadata", "spelling", "quotation",
)  # fmt: skip

_LETTERS = re.compile(r"[^\W\d_]+")


class PackError(UserError):
    """A rule pack that cannot be used; the message names the file, the line and the mend."""


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`bad` becomes `good`; without `bad`, `good` comes out untouched.

    Where it matters: `language` of the source, the `source` text itself, a `glossary` (target by form), and what a
    model would `rewrite` the text to.
    """

    good: str
    bad: str | None = None
    language: str | None = None
    source: str | None = None
    rewrite: str | None = None
    glossary: dict[str, str] = {}


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One phrase of a table. `match` is a pattern for whole words, in any case; `keep` must come out untouched."""

    match: str
    replace: str | list[str]
    source: str
    bad: str
    good: str
    keep: str | list[str]
    applicability: Applicability | None = None
    confidence: float | None = None
    case_sensitive: bool = False
    message: str | None = None


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, dict=True):
    """One rule file.

    `languages`: of origin it is for, none for all; `confidence`: how often its first replacement is right.
    """

    id: str
    category: str
    message: str
    why: str
    applicability: Applicability
    examples: list[Example] = []
    confidence: float = 0.9
    languages: list[str] = []
    match: str | None = None
    replace: str | list[str] | None = None
    ignore_case: bool = False
    entries: list[Entry] = []
    code: str | None = None
    unsafe_because: str | None = None
    path: str = ""
    folder: str = ""
    # For each pattern, words in lower case of which one must stand in a text for it to match; none: always look.
    # Filled when the file is read.
    anchors: list[list[str]] = []
    # Likewise the words of which one begins every match; none: any place may begin one.
    openings: list[list[str]] = []

    @property
    def summary(self) -> str:
        """The message, with an ellipsis for each word that a finding puts in."""
        return re.sub(r"\{[^{}]*\}", "…", self.message)

    @cached_property
    def patterns(self) -> tuple[Phrase, ...]:
        """What the rule looks for, in the order of the file."""
        if self.match is not None:
            replace = [] if self.replace is None else self.replace
            entry = Entry(self.match, replace, "", "", "", "", case_sensitive=not self.ignore_case)
            entries, whole_words = [entry], False
        else:
            entries, whole_words = self.entries, True
        none: list[list[str]] = [[]] * len(entries)
        known = zip(entries, self.anchors or none, self.openings or none, strict=True)
        return tuple(Phrase(self, *each, whole_words=whole_words) for each in known)

    def edit(
        self,
        text: str,
        start: int,
        end: int,
        replacements: Sequence[str],
        *,
        source: str | None = None,
        applicability: Applicability | None = None,
        confidence: float | None = None,
        protect: bool = False,
        **words: str,
    ) -> Edit:
        """An edit of this rule at `start:end` of `text`; `words` fill the braces of its message."""
        made = self.edit_with(text, start, end, replacements, words, applicability, confidence)
        return dataclasses.replace(made, source=source or made.source, protect=protect)

    def edit_with(
        self,
        text: str,
        start: int,
        end: int,
        replacements: Sequence[str],
        words: Mapping[str, str],
        applicability: Applicability | None = None,
        confidence: float | None = None,
    ) -> Edit:
        """An edit of this rule, with the words for its message in a mapping."""
        original = text[start:end]
        if "'" in text and "’" not in text:  # the apostrophe that the article has
            replacements = [replacement.replace("’", "'") for replacement in replacements]
        filled = {"match": original, "replacement": replacements[0] if replacements else "", **words}
        return Edit(
            start,
            end,
            original,
            tuple(replacements),
            self.id,
            self.category,
            (applicability or self.applicability) if replacements else Applicability.DISPLAY,
            self.confidence if confidence is None else confidence,
            expand(self.message, filled),
            self.folder,
        )


_OPENING = frozenset('“"«')
_CLOSING = frozenset('”"»')

# What may match a line end, or look for the end of the text.
_MAY_LEAVE_LINE = re.compile(r"\\[nsDPWXZ]|\[\^|\$|\(\?s")


class Phrase:
    """One pattern of a rule, compiled when it is first needed."""

    __slots__ = ("_anchors", "_compiled", "_openings", "_stays_in_line", "entry", "rule", "whole_words")

    def __init__(
        self, rule: Rule, entry: Entry, anchors: Sequence[str], openings: Sequence[str], *, whole_words: bool
    ) -> None:
        """`anchors`: of these words every match holds one; `openings`: one of these begins it. None: unknown."""
        self.rule = rule
        self.entry = entry
        self._anchors = anchors
        self._openings = openings
        self._stays_in_line = bool(anchors) and _MAY_LEAVE_LINE.search(entry.match) is None
        self.whole_words = whole_words
        self._compiled: tuple[Mapping[str, Iterable[str]], Any] | None = None

    @property
    def replacements(self) -> list[str]:
        """Templates, best first."""
        replace = self.entry.replace
        return [replace] if isinstance(replace, str) else list(replace)

    def edits(self, text: str, lists: Mapping[str, Iterable[str]], places: WordPlaces | None = None) -> Iterator[Edit]:
        """The edits it makes on a text; `lists` are the named lists, `places` those of the text's words."""
        for match in self._matches(text, lists, places):
            groups = {"0": match.group(), **{str(i): g or "" for i, g in enumerate(match.groups(), 1)}}
            groups |= {name: group or "" for name, group in match.groupdict().items()}
            texts = [expand(template, groups, partial(_before, text, match)) for template in self.replacements]
            if texts and all(text == match.group() for text in texts):
                continue
            if self.whole_words and match.group()[:1].isupper():
                texts = [t[:1].upper() + t[1:] for t in texts]
            yield self.rule.edit_with(
                text,
                match.start(),
                match.end(),
                list(dict.fromkeys(t for t in texts if t != match.group())),
                {**groups, "source": self.entry.source},
                Applicability.UNSAFE if self.whole_words and _is_mentioned(text, match) else self.entry.applicability,
                self.entry.confidence,
            )

    def _matches(self, text: str, lists: Mapping[str, Iterable[str]], places: WordPlaces | None) -> Iterator[Any]:
        """The matches from left to right, looked for only where the words that they need stand."""
        pattern = self._pattern(lists)
        reached = places.lines_with(self._anchors) if places is not None and self._stays_in_line else None
        if places is None or not (self._openings or reached is not None):
            yield from pattern.finditer(text)
        elif not self._openings:
            for line in reached or ():
                yield from pattern.finditer(text, *places.span(line))
        else:
            end = 0
            for start in places.openings(self._openings, reached):
                match = pattern.match(text, start) if start >= end else None
                if match is not None:
                    yield match
                    end = match.end()

    def _pattern(self, lists: Mapping[str, Iterable[str]]) -> Any:
        if self._compiled is None or self._compiled[0] is not lists:
            whole, ignore_case = self.whole_words, not self.entry.case_sensitive
            self._compiled = lists, compile_pattern(self.entry.match, lists, whole_words=whole, ignore_case=ignore_case)
        return self._compiled[1]


def _is_mentioned(text: str, match: Any) -> bool:
    """Whether no more than the match stands between quotation marks: the clerk spelled “peculate” with two c’s."""
    begins, ends = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return begins in _OPENING and ends in _CLOSING and not match.group()[0].isupper()


def _before(text: str, match: Any, group: str) -> str:
    """The text in front of a group of a match."""
    return text[: match.start(group)]


class RuleBook:
    """All rules of a run, by id and by the pass they belong to."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = {rule.id: rule for rule in rules}
        self._by_word: dict[str, dict[str, list[Phrase]]] = {}

    def of_folder(self, folder: str) -> list[Rule]:
        """The rules of one folder that need no code."""
        return [rule for rule in self.rules.values() if rule.folder == folder and rule.code is None]

    def phrases_by_word(self, folder: str) -> Mapping[str, Sequence[Phrase]]:
        """Patterns of a folder by each of the words of which they need one; those that need none, by the empty word."""
        if folder not in self._by_word:
            found: dict[str, list[Phrase]] = {}
            for rule in self.of_folder(folder):
                for phrase, needed in zip(rule.patterns, rule.anchors, strict=True):
                    for word in needed or ("",):
                        found.setdefault(word, []).append(phrase)
            self._by_word[folder] = found
        return self._by_word[folder]

    def __getitem__(self, rule: str) -> Rule:
        """The rule of that id; KeyError where there is none."""
        return self.rules[rule]


def load_rules(extra: Sequence[Path] = ()) -> RuleBook:
    """The bundled packs and those of the given folders or files (their rules run in the pass `user`).

    Raises PackError, naming file and line, for a pack that cannot be used.
    """
    # What the packs are compiled to depends on the code that reads them as well, and on the classes of words they name.
    code = [Path(__file__).with_name(name) for name in ("rulepack.py", "anchors.py", "pattern.py")]
    sources = [*bundled_files(), *class_files(), *code]
    rules = compiled("rules", sources, list[Rule], read_bundled, shipped=True)
    own = [read_rule(path, "user") for place in extra for path in _pack_files(place)]
    seen: dict[str, Rule] = {}
    for rule in itertools.chain(rules, own):
        if rule.id in seen:
            raise PackError(f"{rule.path}:1: the rule id {rule.id!r} is taken by {seen[rule.id].path}; choose another")
        seen[rule.id] = rule
    return RuleBook(list(seen.values()))


def bundled_files() -> list[Path]:
    """The files of the rules that ship with the program."""
    return sorted(path for path in BUNDLED.glob("*/*.yaml") if path.parent.name != "names")


def read_bundled() -> list[Rule]:
    """The rules that ship with the program; their paths are relative to the folder that holds `rules/`."""
    rules = [read_rule(path, path.parent.name) for path in bundled_files()]
    return [msgspec.structs.replace(r, path=Path(r.path).relative_to(BUNDLED.parent).as_posix()) for r in rules]


def _pack_files(place: Path) -> list[Path]:
    if place.is_dir():
        return sorted(p for p in place.rglob("*.yaml"))
    if place.is_file():
        return [place]
    raise PackError(f"{place}: no such file or folder; give a folder of rule packs to --rules")


def read_rule(path: Path, folder: str) -> Rule:
    """The rule of one YAML file. Raises PackError with file and line."""
    read = read_yaml(path, PackError)
    if read is None:
        raise PackError(
            f"{path}:1: the file is empty; a rule needs id, category, message, why, applicability, examples"
        )
    rule = convert(path, read, Rule, PackError)
    entries = [msgspec.structs.replace(entry, match=written_out(entry.match)) for entry in rule.entries]
    rule = msgspec.structs.replace(rule, path=str(path), folder=folder, entries=entries)
    rule = msgspec.structs.replace(rule, anchors=_anchors(rule), openings=_openings(rule))
    _check(rule, read)
    return rule


def _anchors(rule: Rule) -> list[list[str]]:
    zipf = words().zipf
    found = (anchors(p.entry.match, whole_words=p.whole_words, rarity=lambda word: -zipf(word)) for p in rule.patterns)
    return [sorted(each) for each in found]


def _openings(rule: Rule) -> list[list[str]]:
    return [sorted(openings(p.entry.match, whole_words=p.whole_words)) for p in rule.patterns]


def _check(rule: Rule, read: Read) -> None:
    """Raise PackError for what the types cannot say."""

    def refuse(place: str, reason: str) -> NoReturn:
        fail(Path(rule.path), read, place, reason, PackError)

    if rule.category not in CATEGORIES:
        refuse(".category", f"unknown category {rule.category!r}; known are {', '.join(CATEGORIES)}")
    ways = sum((rule.match is not None, bool(rule.entries), rule.code is not None))
    if ways != 1:
        refuse("", "a rule has exactly one of `match`, `entries` and `code`")
    if rule.match is not None and rule.replace is None and rule.applicability is not Applicability.DISPLAY:
        refuse(".match", "`match` needs `replace`, or the applicability `display`")
    bad = sum(example.bad is not None for example in rule.examples)
    good = len(rule.examples) - bad
    if not rule.entries and (bad < 2 or good < 2):
        refuse(".examples", f"a rule needs at least two bad and two good-only examples, this one has {bad} and {good}")
    for index, (entry, needed) in enumerate(zip(rule.entries, rule.anchors, strict=False)):
        if not _may_fail(entry, needed):
            refuse(
                f".entries[{index}].keep", f"`keep` holds none of the words that the pattern needs: {needed[0]}, say"
            )
    for index, phrase in enumerate(rule.patterns):
        problem = _pattern_problem(phrase)
        if problem:
            refuse(f".entries[{index}].match" if rule.entries else ".match", problem)


def _may_fail(entry: Entry, needed: Sequence[str]) -> bool:
    """Whether the pattern could match a counter-example: it holds a word that is needed, if that is an English one."""
    if not any(words().is_word(word) for word in needed):
        return True
    kept = [entry.keep] if isinstance(entry.keep, str) else entry.keep
    return any(word in needed for text in kept for word in _LETTERS.findall(text.lower()))


def _pattern_problem(phrase: Phrase) -> str | None:
    import regex

    from cleanup.pattern import list_names

    # Names are not read for this; with its words the pattern is compiled as a run needs it, and kept.
    named = {name: word_class(name) if is_word_class(name) else ("x",) for name in list_names(phrase.entry.match)}
    try:
        pattern = compile_pattern(
            phrase.entry.match,
            named,
            whole_words=phrase.whole_words,
            ignore_case=not phrase.entry.case_sensitive,
        )
    except regex.error as error:
        return f"the pattern is wrong: {error}"
    known = {"0", *map(str, range(1, pattern.groups + 1)), *pattern.groupindex}
    unknown = {name for text in phrase.replacements for name in re.findall(r"\{(\w+)", text)} - known
    return f"the replacement names groups that the pattern lacks: {', '.join(sorted(unknown))}" if unknown else None
