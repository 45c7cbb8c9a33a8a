"""Glossaries: what a newsroom has settled. An entry makes a repair safe.

A glossary is a YAML file with a list of terms; several can be given, and a term may belong to one desk only.
Translation teams exchange theirs as TBX (ISO 30042, the TBX-Basic dialect) and as CSV: both can be read and written.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from cleanup.errors import UserError
from cleanup.files import write_file
from cleanup.yaml_files import convert, fail, read_yaml

_TBX = "urn:iso:std:iso:30042:ed-2"
_COLUMNS = ("form", "target", "desk", "language", "note")


class GlossaryError(UserError):
    """A glossary that cannot be used; the message names the file, the place and the mend."""


class Term(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What stands in translations (`form`: a name left in another language, a misspelling, the common word that a name
    became) and what should stand there (`target`). `desk` limits it to one desk; `language` is that of the form.
    """

    form: str
    target: str
    desk: str | None = None
    language: str | None = None
    note: str | None = None


class Glossary(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The terms of one file, or of several together; later ones win."""

    terms: list[Term] = []

    @cached_property
    def targets(self) -> dict[str, str]:
        """Target by form."""
        return {term.form: term.target for term in self.terms}

    def for_desk(self, desk: str | None) -> Glossary:
        """The terms of every desk and those of this one, which win."""
        general = [term for term in self.terms if term.desk is None]
        return Glossary(general + [term for term in self.terms if desk is not None and term.desk == desk])


def load_glossary(path: Path) -> Glossary:
    """Read a YAML glossary. Raises GlossaryError with file and line."""
    read = read_yaml(path, GlossaryError)
    if read is None:
        return Glossary()
    glossary = convert(path, read, Glossary, GlossaryError)
    for index, problem in check_terms(glossary):
        fail(path, read, f".terms[{index}]", problem, GlossaryError)
    return glossary


def load_glossaries(paths: Iterable[Path], desk: str | None = None) -> Glossary:
    """The glossaries of these files together, for one desk. Raises GlossaryError."""
    return Glossary([term for path in paths for term in load_glossary(path).terms]).for_desk(desk)


def check_terms(glossary: Glossary) -> Iterator[tuple[int, str]]:
    """Terms that cannot be used, by index, with what is wrong: empty, changing nothing, at odds with another."""
    seen: dict[tuple[str, str | None], str] = {}
    forms: dict[str | None, set[str]] = {}
    for term in glossary.terms:
        forms.setdefault(term.desk, set()).add(term.form)
    for index, term in enumerate(glossary.terms):
        if not term.form.strip() or not term.target.strip():
            yield index, "a term needs a form and a target"
        elif term.form == term.target:
            yield index, f"the term {term.form!r} changes nothing; remove it"
        elif seen.setdefault((term.form, term.desk), term.target) != term.target:
            yield index, f"{term.form!r} has two targets, {seen[term.form, term.desk]!r} and {term.target!r}; keep one"
        elif any(term.target in forms.get(desk, ()) for desk in (None, term.desk)):
            yield index, f"the target {term.target!r} is itself a form; terms must not lead on to others"


def add_terms(path: Path, terms: Sequence[Term]) -> str:
    """Add terms to a glossary file, making it where there is none; a line for people on what was done.

    A term takes the place of an earlier one of the same form and desk; comments and the other terms stay as they are.
    Raises GlossaryError, before anything is written, where the terms do not go together.
    """
    earlier = load_glossary(path).terms if path.exists() else []
    merged = Glossary(list({(term.form, term.desk): term for term in (*earlier, *terms)}.values()))
    for _, problem in check_terms(merged):
        raise GlossaryError(f"{path}: {problem}")
    written = path.read_text(encoding="utf-8") if path.exists() else ""
    write_file(path, _with_terms(written, terms).encode("utf-8"))
    return f"{path}: {len(terms)} {'term' if len(terms) == 1 else 'terms'} added, {len(merged.terms)} in all"


def _with_terms(text: str, terms: Iterable[Term]) -> str:
    """The text of a glossary file with terms put in."""
    from ruamel.yaml import YAML  # keeps comments; slow to load

    yaml = YAML()
    yaml.width = 120
    yaml.preserve_quotes = True
    document = yaml.load(text)
    rows = document.setdefault("terms", []) if document else []
    known = {(row["form"], row.get("desk")): row for row in rows}
    new = []
    for term in terms:
        fields = msgspec.to_builtins(term)
        row = known.setdefault((term.form, term.desk), fields)
        if row is fields:
            new.append(fields)
        else:
            _replace(row, fields)
    rows.extend(new)
    file = io.StringIO()
    yaml.dump(document or {"terms": rows}, file)
    return file.getvalue() if document else text + file.getvalue()


def _replace(row: dict[str, str], fields: dict[str, str]) -> None:
    """Put other fields into a row of a glossary file; a row that is changed keeps the comments around it."""
    for name in row.keys() - fields.keys():
        del row[name]
    row.update(fields)


def import_terms(path: Path, language: str | None = None) -> list[Term]:
    """The terms of a CSV or TBX file. Raises GlossaryError.

    CSV needs a heading with `form` and `target`; TBX gives a term for each pair of a foreign term and an English one.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GlossaryError(f"{path}: cannot be read: {error.strerror}; check the path") from None
    except UnicodeDecodeError as error:
        raise GlossaryError(f"{path}: byte {error.start} is not UTF-8; save it as UTF-8") from None
    return list(_from_csv(path, text) if _is_csv(path) else _from_tbx(path, text, language))


def _is_csv(path: Path) -> bool:
    """Whether a file is CSV, by its suffix. Raises GlossaryError where it is no TBX either."""
    suffix = path.suffix.lower()
    if suffix not in (".csv", ".tbx", ".xml"):
        raise GlossaryError(f"{path}: neither CSV nor TBX by its suffix; give a .csv or .tbx file")
    return suffix == ".csv"


def _from_csv(path: Path, text: str) -> Iterator[Term]:
    heading = text.partition("\n")[0]
    # Where the comma stands in numbers, spreadsheets write semicolons.
    rows = csv.DictReader(io.StringIO(text), delimiter=max(",;\t", key=heading.count))
    missing = {"form", "target"} - set(rows.fieldnames or ())
    if missing:
        raise GlossaryError(f"{path}:1: the heading lacks {', '.join(sorted(missing))}; it must name form and target")
    for row in rows:
        if not row["form"] or not row["target"]:
            raise GlossaryError(f"{path}:{rows.line_num}: a term needs a form and a target; fill in or remove the line")
        yield Term(**{name: row[name] for name in _COLUMNS if row.get(name)})


def _from_tbx(path: Path, text: str, language: str | None) -> Iterator[Term]:
    from xml.etree import ElementTree

    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise GlossaryError(f"{path}:{error.position[0]}: not readable as TBX: {error}") from None
    for entry in _named(root, "conceptEntry", "termEntry"):
        terms: dict[str, list[str]] = {}
        for section in _named(entry, "langSec", "langSet"):
            code = section.get("{http://www.w3.org/XML/1998/namespace}lang", "").lower()[:2]
            terms.setdefault(code, []).extend((term.text or "").strip() for term in _named(section, "term"))
        for english in terms.get("en", [])[:1]:
            others = ((c, form) for c, forms in terms.items() if c != "en" and language in (None, c) for form in forms)
            yield from (Term(form, english, language=code) for code, form in others if form and form != english)


def _named(element: Any, *names: str) -> Iterator[Any]:
    """Descendants of one of these names, in any namespace (TBX 2 has none, TBX 3 has one)."""
    return (child for child in element.iter() if child.tag.rpartition("}")[2] in names)


def export_terms(glossary: Glossary, path: Path) -> str:
    """The text of a CSV or TBX file (by the path's suffix) with all terms. Raises GlossaryError for another suffix."""
    return _to_csv(glossary.terms) if _is_csv(path) else _to_tbx(glossary.terms)


def _to_csv(terms: Sequence[Term]) -> str:
    file = io.StringIO()
    writer = csv.DictWriter(file, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(msgspec.structs.asdict(term) for term in terms)
    return file.getvalue()


def _to_tbx(terms: Sequence[Term]) -> str:
    from xml.etree import ElementTree

    root = ElementTree.Element("tbx", {"type": "TBX-Basic", "style": "dca", "xml:lang": "en", "xmlns": _TBX})
    header = ElementTree.SubElement(ElementTree.SubElement(root, "tbxHeader"), "fileDesc")
    ElementTree.SubElement(ElementTree.SubElement(header, "sourceDesc"), "p").text = "written by cleanup"
    body = ElementTree.SubElement(ElementTree.SubElement(root, "text"), "body")
    for number, term in enumerate(terms, 1):
        entry = ElementTree.SubElement(body, "conceptEntry", {"id": f"c{number}"})
        for code, text in ((term.language or "und", term.form), ("en", term.target)):
            section = ElementTree.SubElement(entry, "langSec", {"xml:lang": code})
            ElementTree.SubElement(ElementTree.SubElement(section, "termSec"), "term").text = text
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=False) + "\n"
