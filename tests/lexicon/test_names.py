from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import yaml

from cleanup.lexicon.languages import LANGUAGES
from cleanup.lexicon.name_files import BUNDLED, KINDS, NamesError, compile_names, name_files
from cleanup.lexicon.names import Names, load_names
from cleanup.lexicon.tokens import TOKEN


@pytest.fixture(scope="module")
def names() -> Names:
    return load_names()


def english(names: Names, form: str) -> set[str]:
    return {name.english for name in names.lookup(form)}


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("Mosca", "Moscow"), ("Moskova", "Moscow"), ("Moskau", "Moscow"), ("Moskwie", "Moscow"), ("Pequim", "Beijing"),
        ("San Pietroburgo", "St. Petersburg"), ("Saint-Pétersbourg", "St. Petersburg"), ("Kazachstan", "Kazakhstan"),
        ("Österreich", "Austria"), ("Bulgaristan", "Bulgaria"), ("Niemcy", "Germany"), ("Rusland", "Russia"),
        ("Gheddafi", "Gaddafi"), ("Selenskyj", "Zelensky"), ("Karadeniz", "Black Sea"), ("Den Haag", "The Hague"),
        ("Tombouctou", "Timbuktu"), ("Niedersachsen", "Lower Saxony"), ("Vereinte Nationen", "United Nations"),
        ("Republik Österreich", "Republic of Austria"), ("Nowym Jorku", "New York"), ("Donau", "Danube"),
    ],
)  # fmt: skip
def test_forms_of_ten_languages_become_english(names: Names, form: str, expected: str) -> None:
    assert expected in english(names, form)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("OTAN", "NATO"),
        ("ONU", "UN"),
        ("GNL", "LNG"),
        ("CEDEAO", "ECOWAS"),
        ("EZB", "ECB"),
        ("EE.UU.", "US"),
        ("BM", "UN"),
    ],
)
def test_acronyms(names: Names, form: str, expected: str) -> None:
    found = names.acronym(form)
    assert found is not None
    assert found.english == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("kazachi", "Kazakh"), ("Kazachi", "Kazakh"), ("statunitense", "American"), ("russes", "Russian"),
        ("österreichische", "Austrian"), ("españolas", "Spanish"), ("rosyjskiego", "Russian"), ("Çinliler", "Chinese"),
        ("alemães", "German"), ("Duitse", "German"), ("francezi", "French"),
    ],
)  # fmt: skip
def test_inflected_demonyms(names: Names, form: str, expected: str) -> None:
    assert expected in english(names, form)


def test_lookup_prefers_the_form_as_written(names: Names) -> None:
    assert {name.form for name in names.lookup("mosca")} == {"Mosca"}
    assert names.lookup("MOSCA") == ()
    assert names.lookup("") == ()


def test_the_word_that_a_sea_is_called_by_may_be_small(names: Names) -> None:
    assert names.match_at(["canal", "de", "Panamá"], 0) is not None
    assert names.match_at(["nueva", "York"], 0) is None


def test_longest_match_wins_across_marks(names: Names) -> None:
    words = TOKEN.findall("near St. Pietroburgo and")
    found = names.match_at(words, 1)
    assert found is not None
    assert found.length == 3
    assert found.names[0].english == "St. Petersburg"
    assert names.match_at(words, 0) is None
    curly = names.match_at(TOKEN.findall("L’Avana"), 0)
    assert curly is not None
    assert curly.names[0].english == "Havana"


def test_names_that_stay(names: Names) -> None:
    for form in ("Der Spiegel", "La Gazzetta dello Sport", "Le Monde", "Bayer Leverkusen", "Deutsche Bank"):
        assert any(name.keeps for name in names.lookup(form)), form


def test_form_that_is_another_english_name_is_ambiguous(names: Names) -> None:
    for form in ("Elba", "Reno", "Canton"):
        found = [name for name in names.lookup(form) if name.english != form]
        assert found, form
        assert all(name.ambiguous for name in found), form


def test_english_names_and_articles(names: Names) -> None:
    for name in ("Moscow", "Kazakhstan", "N'Djamena", "United Nations", "Paris", "Mali", "Czechia"):
        assert names.is_english_name(name), name
    assert not names.is_english_name("Mosca")
    for name in ("Netherlands", "Black Sea", "UN", "Kremlin", "Danube", "Republic of Austria", "Alps", "World Bank"):
        assert names.takes_article(name), name
    for name in ("Italy", "Moscow", "NATO", "Jordan", "Niger", "Lake Garda", "Deutsche Bank"):
        assert not names.takes_article(name), name


def test_demonyms(names: Names) -> None:
    assert names.country_of("Kazakh") == "Kazakhstan"
    assert names.demonyms_of("Denmark") == ("Danish", "Dane", "Danes")
    assert names.is_demonym("Dutch")
    assert not names.is_demonym("Amsterdam")


def test_named_lists(names: Names) -> None:
    assert {"France", "Kazakhstan", "Mali"} <= names.named_list("country")
    assert {"Paris", "Moscow"} <= names.named_list("capital") <= names.named_list("city") <= names.named_list("place")
    assert "Netherlands" in names.named_list("country_with_article")
    assert "Netherlands" not in names.named_list("country_without_article")
    assert "March" in names.named_list("month")
    assert "Russian" in names.named_list("demonym")
    assert names.named_list("nothing") == frozenset()


@pytest.mark.parametrize(
    ("translation", "expected"),
    [
        ("dragons", "Draghi"), ("To fly", "Moscow"), ("loofah", "Bucha"), ("The peace", "La Paz"), ("corn", "Egypt"),
        ("the savior", "El Salvador"), ("cabbage", "Kohl"), ("boat", "Łódź"), ("loyalty", "Trouw"), ("slap", "Tokat"),
        ("truth", "Adevărul"), ("thick bush", "Mato Grosso"),
    ],
)  # fmt: skip
def test_names_as_common_words(names: Names, translation: str, expected: str) -> None:
    assert expected in {name.name for name in names.common_word_names(translation)}


def test_own_folder_adds_names(tmp_path: Path) -> None:
    (tmp_path / "desk.yaml").write_text(
        "kind: person\nnames:\n- {english: Rossi, it: [Rossini], gender: female}\n", "utf-8"
    )
    own = load_names([tmp_path])
    assert english(own, "Rossini") == {"Rossi"}
    assert own.gender_of("Rossi") == "female"
    assert english(own, "Mosca") == {"Moscow"}


@pytest.mark.parametrize(
    ("file", "text", "line", "mend"),
    [
        ("a.tsv", "# x\nMosca\tMoscow\tplanet\tit\n", 2, "known kind"),
        ("a.tsv", "Mosca\tMoscow\n", 1, "columns"),
        ("a.tsv", "Mosca\tMoscow\tcity\txx\n", 1, "known languages"),
        ("a.yaml", "kind: city\nnames:\n- {it: [Mosca]}\n", 3, "“english”"),
        ("a.yaml", "kind: city\nnames:\n- {english: Moscow, itt: [Mosca]}\n", 3, "“itt”"),
        ("a.yaml", "kind: city\nnames: [\n", 3, ""),
        ("a.yaml", "kind: city\nnames:\n- {english: Oslo, it: [No]}\n", 3, "quotes"),
        ("a.yaml", "names: []\n", 1, "“kind”"),
    ],
)
def test_errors_name_file_and_line(tmp_path: Path, file: str, text: str, line: int, mend: str) -> None:
    path = tmp_path / file
    path.write_text(text, "utf-8")
    with pytest.raises(NamesError, match=f"line {line}:") as caught:
        compile_names([path])
    assert str(path) in str(caught.value)
    assert mend in str(caught.value)


def table_rows() -> list[tuple[str, int, list[str]]]:
    skipped = {"demonyms.tsv", "english.tsv", "ambiguous.tsv"}
    return [
        (path.name, number, line.split("\t"))
        for path in sorted(BUNDLED.glob("*.tsv"))
        if path.name not in skipped
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if not line.startswith("#")
    ]


def test_tables_are_clean() -> None:
    for file, number, cells in table_rows():
        form, meaning, kind, languages = cells[:4]
        place = f"{file}:{number} {form}"
        assert form == form.strip(), place
        assert form != meaning, place
        assert form == unicodedata.normalize("NFC", form), place
        assert "’" not in form + meaning, place
        assert "&" not in meaning, place
        assert kind in KINDS, place
        assert languages, place
        assert set(languages.split()) <= {*LANGUAGES}, place
        assert all(not letter.isalpha() or "LATIN" in unicodedata.name(letter) for letter in form + meaning), place


def test_every_file_says_source_and_licence() -> None:
    for path in name_files([BUNDLED]):
        text = path.read_text("utf-8")
        head = text[:600].replace("# ", "")
        assert "source:" in head, path.name
        assert "licence:" in head, path.name


def test_common_words_are_many_and_well_formed() -> None:
    entries = yaml.load((BUNDLED / "common_words.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)["names"]
    assert len(entries) >= 400
    for entry in entries:
        assert entry["language"] in LANGUAGES
        assert entry["translations"]
        assert entry["name"].lower() not in {translation.lower() for translation in entry["translations"]}, entry
