"""Reads the name files (`rules/names/` and a user's own folders) into one table that opens in milliseconds.

A folder holds:

- `*.tsv` with the columns form, English name, kind, languages and, optionally, flags (`keeps`, `ambiguous`);
- `*.yaml` with the keys kind, source, licence and names, one entity an entry;
- `english.tsv` (English name, kinds): names that have no other form;
- `ambiguous.tsv` (form, reason): forms that are also English words, surnames or other places;
- `demonyms.tsv` (country, adjectives, singular, plural): `|` stands between alternatives;
- `common_words.yaml` (kind `common_words`): names that are common words in their own language;
- `articles.yaml` (kind `articles`): what takes “the” in English.

Lines that begin with `#` are remarks: source, licence, and the command that made the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from cleanup.errors import UserError
from cleanup.lexicon.languages import LANGUAGES
from cleanup.lexicon.tokens import TOKEN

if TYPE_CHECKING:
    import yaml

BUNDLED: Final = next(
    folder
    for folder in (Path(__file__).parents[1] / "rules" / "names", Path(__file__).parents[2] / "rules" / "names")
    if folder.is_dir()
)
KINDS: Final = frozenset(
    [
        "country",
        "capital",
        "city",
        "region",
        "river",
        "sea",
        "lake",
        "mountain",
        "island",
        "continent",
        "organisation",
        "acronym",
        "demonym",
        "person",
        "given_name",
        "newspaper",
        "party",
        "club",
        "event",
        "institution",
        "product",
        "title",
    ]
)
_FORM_LANGUAGES: Final = frozenset([*LANGUAGES, "ar", "en", "la"])
_WRITTEN_EITHER_WAY: Final = frozenset(("organisation", "event"))
# What is called by a word and a name, `Canal de Panamá`: papers write the word with a small letter too.
_CALLED_BY_A_WORD: Final = frozenset(("sea", "lake", "river", "mountain", "island"))
_SMALL: Final = 4  # letters of articles and prepositions
_ENTRY_KEYS: Final = frozenset({"english", "kind", "takes_article", "keeps", "gender", "note", "ambiguous", "also"})


class NamesError(UserError):
    """A name file that cannot be used; the message names the file, the line and the mend."""


class Compiled(msgspec.Struct):
    """Everything the name files say, packed for reading.

    `forms` has one string a form: records parted by line feeds, each of English name, kind, languages and flags parted
    by tabs; the key is the form's tokens with a space between them. `lengths` says how many tokens the longest form has
    that begins with a token.
    """

    forms: dict[str, str] = msgspec.field(default_factory=dict)
    lengths: dict[str, int] = msgspec.field(default_factory=dict)
    english: dict[str, str] = msgspec.field(default_factory=dict)
    articles: list[str] = msgspec.field(default_factory=list)
    article_first_words: list[str] = msgspec.field(default_factory=list)
    article_last_words: list[str] = msgspec.field(default_factory=list)
    no_articles: list[str] = msgspec.field(default_factory=list)
    countries: dict[str, str] = msgspec.field(default_factory=dict)
    demonyms: dict[str, list[str]] = msgspec.field(default_factory=dict)
    common_words: dict[str, list[tuple[str, str, str, str, list[str]]]] = msgspec.field(default_factory=dict)
    genders: dict[str, str] = msgspec.field(default_factory=dict)


def name_files(folders: Sequence[Path]) -> list[Path]:
    """Return the name files of folders, in the order in which they are read."""
    return [
        path
        for folder in folders
        for pattern in ("*.tsv", "*.yaml")
        for path in sorted(folder.glob(pattern))
        if path.is_file()
    ]


def key_of(form: str) -> str:
    """Return the key of a form: its tokens, parted by spaces, with straight apostrophes."""
    return form if form.isalpha() else " ".join(TOKEN.findall(form.replace("’", "'")))


def compile_names(files: Sequence[Path]) -> Compiled:
    """Read name files into a table."""
    builder = _Builder()
    for path in files:
        try:
            builder.read(path)
        except (OSError, UnicodeDecodeError) as error:
            raise NamesError(f"{path}: cannot be read: {error}") from error
    return builder.finish()


class _Builder:
    """Collects records, then packs them."""

    def __init__(self) -> None:
        self._table = Compiled()
        self._records: dict[str, dict[tuple[str, str], tuple[set[str], set[str]]]] = {}
        self._english: dict[str, set[str]] = {}
        self._ambiguous: set[str] = set()

    def read(self, path: Path) -> None:
        """Read one file."""
        if path.suffix == ".yaml":
            self._read_yaml(path)
            return
        for number, cells in _rows(path):
            self._read_row(path, number, cells)

    def finish(self) -> Compiled:
        """Pack what was read."""
        for key, records in self._records.items():
            packed = []
            for (english, kind), (languages, flags) in records.items():
                other = key in self._english and key != key_of(english)
                marks = flags | ({"ambiguous"} if other or key in self._ambiguous else set())
                letters = "".join(sorted(mark[0] for mark in marks))
                packed.append(f"{english}\t{kind}\t{' '.join(sorted(languages))}\t{letters}")
            self._table.forms[key] = "\n".join(packed)
            first, count = key.split(" ", 1)[0], key.count(" ") + 1
            self._table.lengths[first] = max(count, self._table.lengths.get(first, 0))
        self._table.english = {name: " ".join(sorted(kinds)) for name, kinds in self._english.items()}
        return self._table

    # TSV

    def _read_row(self, path: Path, number: int, cells: list[str]) -> None:
        if path.name == "ambiguous.tsv":
            self._ambiguous.add(key_of(cells[0]))
        elif path.name == "english.tsv":
            _need(path, number, len(cells) >= 2, "two columns: name, kinds")
            self._add_english(cells[0], *cells[1].split())
        elif path.name == "demonyms.tsv":
            _need(path, number, len(cells) == 4, "four columns: country, adjectives, singular, plural")
            self._add_demonyms(cells[0], [cell.split("|") for cell in cells[1:]])
        else:
            _need(path, number, len(cells) in (4, 5), "the columns form, English name, kind, languages (and flags)")
            form, english, kind, languages = cells[:4]
            flags = set(cells[4].split()) if len(cells) == 5 else set()
            _need(path, number, kind in KINDS, f"a known kind, not “{kind}”")
            _need(path, number, set(languages.split()) <= _FORM_LANGUAGES, f"known languages, not “{languages}”")
            _need(path, number, flags <= {"keeps", "ambiguous"}, "the flags keeps or ambiguous")
            for written in _written(form, kind):
                self._add(written, english, kind, set(languages.split()), flags)

    def _add(self, form: str, english: str, kind: str, languages: set[str], flags: set[str]) -> None:
        known = self._records.setdefault(key_of(form), {}).setdefault((english, kind), (set(), set()))
        known[0].update(languages)
        known[1].update(flags)
        self._add_english(english, kind)

    def _add_english(self, english: str, *kinds: str) -> None:
        self._english.setdefault(english, set()).update(kinds)

    def _add_demonyms(self, country: str, columns: list[list[str]]) -> None:
        words = self._table.demonyms.setdefault(country, [])
        for word in (word for column in columns for word in column if word):
            if word not in words:
                words.append(word)
            self._table.countries.setdefault(word, country)

    # YAML

    def _read_yaml(self, path: Path) -> None:
        node = _compose(path)
        content = _mapping(path, node)
        kind = content["kind"].value if "kind" in content else None
        _need(path, 1, isinstance(kind, str), "a key “kind”")
        if kind == "articles":
            self._read_articles(path, content)
        elif kind == "common_words":
            self._read_common_words(path, content)
        else:
            _need(path, 1, kind in KINDS, f"a known kind, not “{kind}”")
            for entry in _items(path, content, "names"):
                self._read_entry(path, entry, str(kind))

    def _read_articles(self, path: Path, content: dict[str, yaml.Node]) -> None:
        for key, target in (
            ("names", self._table.articles),
            ("first_words", self._table.article_first_words),
            ("last_words", self._table.article_last_words),
            ("except", self._table.no_articles),
        ):
            if key in content:
                target.extend(_texts(path, content[key]))

    def _read_common_words(self, path: Path, content: dict[str, yaml.Node]) -> None:
        for node in _items(path, content, "names"):
            entry = _mapping(path, node)
            line = node.start_mark.line + 1
            missing = {"name", "kind", "language", "word", "translations"} - set(entry)
            _need(path, line, not missing, f"the keys {', '.join(sorted(missing))}")
            name, kind, language, word = (_text(path, entry[key]) for key in ("name", "kind", "language", "word"))
            translations = _texts(path, entry["translations"])
            for translation in translations:
                found = self._table.common_words.setdefault(translation.lower(), [])
                found.append((name, kind, language, word, translations))

    def _read_entry(self, path: Path, node: yaml.Node, kind: str) -> None:
        entry = _mapping(path, node)
        line = node.start_mark.line + 1
        _need(path, line, "english" in entry, "the key “english”")
        english = _text(path, entry["english"])
        kind = _text(path, entry["kind"]) if "kind" in entry else kind
        _need(path, line, kind in KINDS, f"a known kind, not “{kind}”")
        marks: set[str] = {name for name in ("keeps", "ambiguous") if name in entry and _is_true(path, entry[name])}
        self._add_english(english, kind)
        if "takes_article" in entry:
            right = self._table.articles if _is_true(path, entry["takes_article"]) else self._table.no_articles
            right.append(english)
        if "gender" in entry:
            self._table.genders[english] = _text(path, entry["gender"])
        if "also" in entry:
            for other in _texts(path, entry["also"]):
                self._add_english(other, kind)
        if "keeps" in marks:
            self._add(english, english, kind, set(), marks)
        for key, value in entry.items():
            if key in _ENTRY_KEYS:
                continue
            languages = set(key.split())
            _need(
                path, value.start_mark.line + 1, languages <= _FORM_LANGUAGES, f"a known key or language, not “{key}”"
            )
            for form in _texts(path, value):
                for written in _written(form, kind):
                    self._add(written, english, kind, languages, marks)


def _written(form: str, kind: str) -> tuple[str, ...]:
    """A form as listed, and as papers write it too."""
    if kind in _WRITTEN_EITHER_WAY:
        return (form, *_other_cases(form))
    if kind in _CALLED_BY_A_WORD and " " in form and form[0].isupper():
        return (form, form[0].lower() + form[1:])
    return (form,)


def _other_cases(form: str) -> tuple[str, ...]:
    """A name of several words with capitals in the first only, and in all long ones: papers write either."""
    first, *others = form.split(" ")
    lower = [word.lower() for word in others]
    upper = [word[0].upper() + word[1:] if len(word) > _SMALL else word for word in others]
    cases = {" ".join([first, *words]) for words in (lower, upper)}
    return tuple(sorted(cases - {form})) if others and form[0].isupper() else ()


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            yield number, line.split("\t")


def _need(path: Path, line: int, holds: bool, wanted: str) -> None:
    if not holds:
        raise NamesError(f"{path}, line {line}: this wants {wanted}")


def _compose(path: Path) -> yaml.Node:
    import yaml  # slow to load, and not needed while the compiled names are fresh

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise NamesError(f"{path}, line {line}: {getattr(error, 'problem', None) or error}") from error
    _need(path, 1, node is not None, "a mapping with kind and names")
    assert node is not None
    return node


def _is(node: yaml.Node, kind: str) -> bool:
    """Whether a node is a mapping, sequence or scalar; the stubs lack the attribute that says so."""
    return bool(getattr(node, "id", None) == kind)


def _mapping(path: Path, node: yaml.Node) -> dict[str, yaml.Node]:
    _need(path, node.start_mark.line + 1, _is(node, "mapping"), "a mapping (key: value)")
    pairs: Any = node.value
    return {str(key.value): value for key, value in pairs}


def _items(path: Path, content: dict[str, yaml.Node], key: str) -> list[yaml.Node]:
    node = content.get(key)
    _need(path, 1, node is not None and _is(node, "sequence"), f"a list under “{key}”")
    assert node is not None
    return list(node.value)


def _text(path: Path, node: yaml.Node) -> str:
    line = node.start_mark.line + 1
    _need(path, line, _is(node, "scalar") and bool(node.value), "a text")
    plain = _is(node, "scalar") and not getattr(node, "style", None)
    odd = plain and re.fullmatch(r"(?i)yes|no|on|off|true|false|null|~", str(node.value))
    _need(path, line, not odd, f"quotes around “{node.value}”, which YAML would read as something else")
    return str(node.value)


def _texts(path: Path, node: yaml.Node) -> list[str]:
    if _is(node, "sequence"):
        return [_text(path, item) for item in node.value]
    return [_text(path, node)]


def _is_true(path: Path, node: yaml.Node) -> bool:
    _need(path, node.start_mark.line + 1, node.value in ("true", "false"), "true or false")
    return bool(node.value == "true")
