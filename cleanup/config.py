"""Settings: `[tool.cleanup]` in pyproject.toml, or cleanup.toml; the file nearest to an article holds for it.

The command line is stronger than a file, and `--config KEY=VALUE` stronger than a file but weaker than an option of its
own. Paths and patterns in a file are relative to its folder, those on the command line to the current one.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import msgspec

from cleanup.errors import UserError
from cleanup.lexicon.languages import LANGUAGES
from cleanup.selection import Selection, Severity, nearest, unknown_name
from cleanup.yaml_files import plain_reason

OWN_FILE = "cleanup.toml"
SHARED_FILE = "pyproject.toml"
_COMMAND_LINE = "command line"


class ConfigError(UserError):
    """A setting that cannot be used; the message names the file and line, or the option."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What can be set, with the values that hold where nothing is. `root` and `origin` say where it was set."""

    select: list[str] = msgspec.field(default_factory=lambda: ["all"])
    ignore: list[str] = []
    per_file_ignores: dict[str, list[str]] = {}
    severity: dict[str, Severity] = {}
    exclude: list[str] = []
    fail_on: Literal["error", "warning", "note", "never"] = "error"
    output_format: str = "concise"
    source_lang: str = "auto"
    encoding: str | None = None
    rules: list[Path] = []
    glossary: list[Path] = []
    languagetool: bool | str = True
    model: bool | str = True
    rewrite: str | None = None
    base_url: str | None = None
    baseline: Path | None = None

    def as_toml(self) -> str:
        """The settings as they would stand in cleanup.toml."""
        return "\n".join(_toml_lines(msgspec.to_builtins(self, enc_hook=str)))

    def names(self) -> Iterator[tuple[str, str]]:
        """The rule names in the settings, each with its key."""
        for key, names in (("select", self.select), ("ignore", self.ignore), ("severity", self.severity)):
            yield from ((key, name) for name in names)
        yield from (("per-file-ignores", name) for names in self.per_file_ignores.values() for name in names)


KEYS: tuple[str, ...] = Settings.__struct_encode_fields__


@dataclass(frozen=True)
class Configured:
    """The settings for some articles, and the file they came from (None: none)."""

    settings: Settings
    file: Path | None
    root: Path

    @property
    def selection(self) -> Selection:
        """The rules that are on, and their severities."""
        settings = self.settings
        return Selection(
            tuple(settings.select),
            tuple(settings.ignore),
            tuple((pattern, tuple(names)) for pattern, names in settings.per_file_ignores.items()),
            tuple(settings.severity.items()),
            self.root,
        )


@dataclass
class Configuration:
    """Finds the settings for a path; files are read once.

    `overrides` are what options of the command line set, by key; `pairs` what `--config` was given: KEY=VALUE, or one
    file, which then holds for every article; `isolated` leaves files alone.
    """

    overrides: Mapping[str, Any] = field(default_factory=dict)
    pairs: Sequence[str] = ()
    isolated: bool = False

    def __post_init__(self) -> None:
        self._known: dict[Path | None, Configured] = {}
        self._nearest: dict[Path, Path | None] = {}
        given = [Path(text) for text in self.pairs if "=" not in text]
        if len(given) > 1:
            raise ConfigError(f"--config {given[1]}: a second file; give one")
        if given and self.isolated:
            raise ConfigError(f"--config {given[0]}: --isolated uses no file; leave one of the two out")
        self._given = given[0] if given else None
        self._values = _from_pairs([text for text in self.pairs if "=" in text])

    def for_path(self, path: Path) -> Configured:
        """The settings for an article; `-` (standard input) and a relative path are taken from the current folder.

        Raises ConfigError for a file or an option that cannot be used.
        """
        return self._configured(self._given or self._file_near(Path(os.path.abspath(path)).parent))

    def for_run(self) -> Configured:
        """The settings for what concerns a run as a whole: those of the current folder."""
        return self.for_path(Path("-"))

    def _file_near(self, folder: Path) -> Path | None:
        if self.isolated:
            return None
        if folder not in self._nearest:
            own = next((folder / name for name in (OWN_FILE, SHARED_FILE) if _has_settings(folder / name)), None)
            at_top = folder.parent == folder
            self._nearest[folder] = own if own is not None or at_top else self._file_near(folder.parent)
        return self._nearest[folder]

    def _configured(self, file: Path | None) -> Configured:
        if file not in self._known:
            values = {} if file is None else read_file(file)
            self._known[file] = self._merged(values, file)
        return self._known[file]

    def _merged(self, values: dict[str, Any], file: Path | None) -> Configured:
        overrides = dict(self.overrides)
        merged = {**values, **self._values}
        if "select" in overrides:
            merged.pop("ignore", None)  # as in ruff, --select starts anew
        if "ignore" in overrides:
            overrides["ignore"] = [*merged.get("ignore", ()), *overrides["ignore"]]
        settings = _convert({**merged, **overrides}, None, option="--{}")
        _check_names(settings, file)
        by_hand = "per-file-ignores" in overrides or "exclude" in self._values
        return Configured(settings, file, Path.cwd() if file is None or by_hand else file.parent)


def read_file(file: Path) -> dict[str, Any]:
    """The settings that a file makes, checked; its paths are made absolute. Raises ConfigError, naming the line."""
    import tomllib  # not needed where there is no such file

    try:
        text = file.read_text(encoding="utf-8-sig")
        table: Any = tomllib.loads(text)
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {error.strerror}; check the file and its permissions") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{file}:1: not UTF-8; convert it") from None
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        raise ConfigError(f"{file}:{found[1] if found else 1}: not readable as TOML: {error}") from None
    source = _Source(file, text)
    if file.name == SHARED_FILE:
        table = table.get("tool", {}).get("cleanup", {})
        if not isinstance(table, dict):
            raise ConfigError(f"{file}:{source.line('cleanup')}: not a table; write [tool.cleanup] above the settings")
    _convert(table, source)
    return _from_folder(table, file.parent)


def _from_folder(table: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The values with paths that count from the file's folder, not from the current one."""
    lists: dict[str, Any] = {k: [str(folder / path) for path in table[k]] for k in ("rules", "glossary") if k in table}
    if "baseline" in table:
        lists["baseline"] = str(folder / table["baseline"])
    if "rewrite" in table and (folder / table["rewrite"]).is_dir():
        lists["rewrite"] = str(folder / table["rewrite"])
    return {**table, **lists}


def _has_settings(file: Path) -> bool:
    """Whether a file exists and sets something for this program."""
    if not os.path.isfile(file):  # that of a path fails where the folder may not be read
        return False
    if file.name == OWN_FILE:
        return True
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return False
    if "cleanup" not in text:
        return False
    import tomllib

    try:
        tools = tomllib.loads(text).get("tool", {})
        return isinstance(tools, dict) and "cleanup" in tools
    except tomllib.TOMLDecodeError:  # to read it says where
        return True


def _from_pairs(pairs: Sequence[str]) -> dict[str, Any]:
    """The values of `--config KEY=VALUE`: VALUE is TOML, or else a string. Raises ConfigError."""
    if not pairs:
        return {}
    import tomllib

    values: dict[str, Any] = {}
    for pair in pairs:
        key, _, value = (part.strip() for part in pair.partition("="))
        try:
            table = tomllib.loads(f"{key} = {value}")
        except tomllib.TOMLDecodeError:
            try:
                table = tomllib.loads(f"{key} = {json.dumps(value)}")
            except tomllib.TOMLDecodeError:
                raise ConfigError(f"--config {pair}: not KEY=VALUE; known keys are {', '.join(KEYS)}") from None
        for name, part in table.items():
            both = isinstance(part, dict) and isinstance(values.get(name), dict)
            values[name] = {**values[name], **part} if both else part
    _convert(values, None)
    return values


@dataclass(frozen=True)
class _Source:
    """A file's text, to find the line of a key or a value."""

    file: Path
    text: str

    def line(self, *words: str) -> int:
        """The line where the last of the words stands, each looked for after the one before."""
        at = found = 0
        if self.file.name == SHARED_FILE:
            table = re.search(r"^\s*\[+\s*tool\s*\.\s*[\"']?cleanup", self.text, re.MULTILINE)
            at = table.start() if table else 0
        for word in words:
            match = re.compile(rf"(?<![\w/-]){re.escape(word)}(?![\w/-])").search(self.text, at)
            if match is None:
                break
            at, found = match.end(), match.start()
        return self.text.count("\n", 0, found) + 1


def _convert(table: dict[str, Any], source: _Source | None, option: str = "--config {}") -> Settings:
    """The settings in a table. Raises ConfigError for a key, a type or a value that cannot be.

    Without a file to name, the error names `option`, with the key in it.
    """

    def fail(reason: str, *words: str) -> None:
        place = f"{source.file}:{source.line(*words)}" if source else option.format(words[0])
        raise ConfigError(f"{place}: {reason}")

    for key in table:
        if key not in KEYS:
            near = nearest(key, KEYS)
            fail(
                f"unknown key {key!r}; " + (f"did you mean {near!r}?" if near else f"known are {', '.join(KEYS)}"), key
            )
    try:
        settings = msgspec.convert(table, Settings, dec_hook=_decode)
    except msgspec.ValidationError as error:
        reason, _, place = str(error).partition(" - at `$.")
        key = re.split(r"[.\[`]", place)[0]
        fail(_plain(reason, key), key, *re.findall(r"Invalid enum value '([^']*)'", reason))
    for key, names in (("output-format", _formats), ("source-lang", lambda: ("auto", *LANGUAGES))):
        value = table.get(key)
        if value is not None and value not in names():
            near = nearest(value, names())
            hint = f"did you mean {near!r}?" if near else f"known are {', '.join(names())}"
            fail(f"{key} cannot be {value!r}; {hint}", key)
    if settings.encoding is not None and not _is_encoding(settings.encoding):
        fail(f"encoding cannot be {settings.encoding!r}; known are those of Python: cp1252, iso8859-15 …", "encoding")
    return settings


def _is_encoding(name: str) -> bool:
    """Whether Python knows an encoding of text by this name."""
    try:
        b"a".decode(name)
    except UnicodeError:  # known, but one letter is not enough for it
        return True
    except (LookupError, ValueError):
        return False
    return True


def _decode(kind: type, value: Any) -> Any:
    if kind is Path and isinstance(value, str):
        return Path(value)
    raise ValueError(f"Expected `str`, got `{type(value).__name__}`")


def _plain(reason: str, key: str) -> str:
    """What is wrong with a value, in words that need no knowledge of Python."""
    wrong = re.match(r"Invalid enum value '(.*)'", reason)
    known = {"fail-on": ("error", "warning", "note", "never"), "severity": tuple(each.value for each in Severity)}.get(
        key, ()
    )
    if wrong and known:
        near = nearest(wrong[1], known)
        return f"{key} cannot be {wrong[1]!r}; " + (f"did you mean {near!r}?" if near else f"known: {', '.join(known)}")
    reason = plain_reason(reason.replace("`bool | str`", "true, false or a URL"))
    mend = f'; write {key} = ["…"]' if reason.startswith("expected a list") else ""
    return f"{key}: {reason}{mend}"


def _formats() -> tuple[str, ...]:
    from cleanup.reports import output_formats

    return output_formats()


def _check_names(settings: Settings, file: Path | None) -> None:
    """Raise ConfigError for a rule name that fits no rule."""
    wanted = [(key, name) for key, name in settings.names() if name != "all"]
    if not wanted:
        return
    from cleanup.rulepack import load_rules

    book = load_rules(settings.rules)
    for key, name in wanted:
        problem = unknown_name(name, book)
        if problem is None:
            continue
        source = _Source(file, file.read_text(encoding="utf-8")) if file else None
        if source and re.search(rf"(?<![\w/-]){re.escape(name)}(?![\w/-])", source.text):
            raise ConfigError(f"{file}:{source.line(key, name)}: {problem}")
        raise ConfigError(f"{_COMMAND_LINE}: {key}: {problem}")


def _toml_lines(values: dict[str, Any]) -> Iterator[str]:
    """TOML for the simple values first, then the tables; what is None has no line."""
    for key, value in values.items():
        if value is not None and not isinstance(value, dict):
            yield f"{key} = {json.dumps(value, ensure_ascii=False)}"
    for key, value in values.items():
        if isinstance(value, dict):
            yield from ("", f"[{key}]")
            yield from (f"{_toml_key(name)} = {json.dumps(part, ensure_ascii=False)}" for name, part in value.items())


def _toml_key(name: str) -> str:
    return name if re.fullmatch(r"[\w-]+", name) else json.dumps(name, ensure_ascii=False)
