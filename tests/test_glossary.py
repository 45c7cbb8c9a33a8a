"""Glossaries: what they settle, and in which forms they come and go."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from cleanup.cleaner import Cleaner
from cleanup.glossary import (
    Glossary,
    GlossaryError,
    Term,
    add_terms,
    export_terms,
    import_terms,
    load_glossaries,
    load_glossary,
)
from cleanup.resources import Resources

TERMS = [Term("Hohenhafen", "High Harbour", language="de"), Term("Seeamt", "Maritime Office", desk="shipping")]


def cleaner(*terms: Term) -> Cleaner:
    return Cleaner(Resources(glossary=Glossary(list(terms))))


def test_terms_are_applied_and_protected() -> None:
    result = cleaner(Term("Hohenhafen", "Mosca Harbour")).clean("They met in Hohenhafen on Monday.")
    assert result.text == "They met in Mosca Harbour on Monday."
    assert [change.rules for change in result.changes] == [("glossary-term",)]


def test_a_person_of_that_name_stays() -> None:
    text = "Greta Hohenhafen spoke in Hohenhafen."
    assert cleaner(TERMS[0]).clean(text).text == "Greta Hohenhafen spoke in High Harbour."


def test_a_common_word_is_replaced_only_where_a_name_is_expected() -> None:
    text = "The Tajik president, cream, arrived in Dushanbe. The cakes were filled with cream."
    plain = cleaner().clean(text, source_language="it")
    settled = cleaner(Term("cream", "Rahmon")).clean(text, source_language="it")
    assert plain.text == text
    assert settled.text == "The Tajik president, Rahmon, arrived in Dushanbe. The cakes were filled with cream."


def test_desks(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    assert add_terms(path, TERMS) == f"{path}: 2 terms added, 2 in all"
    assert [term.form for term in load_glossaries([path]).terms] == ["Hohenhafen"]
    assert [term.form for term in load_glossaries([path], "shipping").terms] == ["Hohenhafen", "Seeamt"]


def test_adding_keeps_comments_and_order(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_text(
        '# licence: house\nterms:\n# checked by Anna\n- form: Seeamt\n  target: "Sea Office" # old\n'
        "  desk: shipping\n# the harbour\n- form: Hafen\n  target: Harbour\n",
        encoding="utf-8",
    )
    assert add_terms(path, TERMS) == f"{path}: 2 terms added, 3 in all"
    text = path.read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# licence: house", "# checked by Anna", "# the harbour",
    ]  # fmt: skip
    assert load_glossary(path).terms == [TERMS[1], Term("Hafen", "Harbour"), TERMS[0]]


def test_a_file_of_comments_only_keeps_them(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_text("# licence: house\n", encoding="utf-8")
    add_terms(path, TERMS)
    assert path.read_text(encoding="utf-8").startswith("# licence: house\nterms:\n- form: Hohenhafen\n")
    assert load_glossary(path).terms == TERMS


def test_what_looks_like_a_date_is_text(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_text("terms:\n- form: 2024-13-45\n  target: 2024-12-25\n", encoding="utf-8")
    assert load_glossary(path).terms == [Term("2024-13-45", "2024-12-25")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables_of_spreadsheets_are_read(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "terms.csv"
    rows = [["form", "target", "note"], ["Roma", "Rome", ""], ["Mosca", "Moscow", "a, b"]]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    assert import_terms(path) == [Term("Roma", "Rome"), Term("Mosca", "Moscow", note="a, b")]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("terms.yaml", b"", "neither CSV nor TBX by its suffix; give a .csv or .tbx file"),
        ("terms.csv", b"form,target\nK\xf6ln,Cologne\n", "byte 13 is not UTF-8; save it as UTF-8"),
        ("none.csv", None, "cannot be read: No such file or directory; check the path"),
    ],
)
def test_what_cannot_be_imported(tmp_path: Path, name: str, data: bytes | None, words: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(GlossaryError) as error:
        import_terms(tmp_path / name)
    assert str(error.value) == f"{tmp_path / name}: {words}"


@pytest.mark.parametrize("name", ["terms.csv", "terms.tbx"])
def test_export_and_import_agree(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(export_terms(Glossary(TERMS[:1]), path), encoding="utf-8")
    assert import_terms(path) == TERMS[:1]


def test_old_tbx_is_read(tmp_path: Path) -> None:
    path = tmp_path / "old.tbx"
    path.write_text(
        '<martif><text><body><termEntry><langSet xml:lang="it"><tig><term>Mosca</term></tig></langSet>'
        '<langSet xml:lang="en-GB"><tig><term>Moscow</term></tig></langSet></termEntry></body></text></martif>',
        encoding="utf-8",
    )
    assert import_terms(path) == [Term("Mosca", "Moscow", language="it")]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("terms:\n- form: a\n  target: b\n- form: a\n  target: c\n", 4, "two targets"),
        ("terms:\n- form: a\n  target: a\n", 2, "changes nothing"),
        ("terms:\n- form: a\n  goal: b\n", 2, "goal"),
        ("terms:\n- form: a\n  target: b\n- form: b\n  target: c\n", 2, "must not lead on"),
        ("terms: [\n", 2, "not readable as YAML"),
        ("terms:\n- form: !!python/name:os.system\n", 2, "not readable as YAML"),
        ("terms:\n- ? [a, b]\n  : c\n", 2, "not readable as YAML"),
        ("terms:\n- form: 1\n  target: b\n", 2, "expected a string"),
    ],
)
def test_broken_glossary_names_the_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GlossaryError, match=words) as error:
        load_glossary(path)
    assert str(error.value).startswith(f"{path}:{line}:")
    assert "\n" not in str(error.value)


def test_a_row_without_a_form_is_named_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text("form,target\nMosca,Moscow\n,Moscow\n", encoding="utf-8")
    with pytest.raises(GlossaryError, match=r"terms\.csv:3: a term needs a form and a target"):
        import_terms(path)
