"""Names that were taken for common words: table and place agree, or nothing is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.passes.names_as_words import NamesAsWords
from cleanup.protect import protected_spans
from cleanup.resources import Resources

TABLE = """
kind: common_words
source: written for this test
licence: GPL-3.0-or-later
names:
  - {name: Mestolo, kind: person, language: it, word: mestolo, translations: [ladle]}
  - {name: Setaccio, kind: person, language: it, word: setaccio, translations: [sieve]}
  - {name: Ziege, kind: person, language: de, word: Ziege, translations: [goat]}
  - {name: Gabel, kind: person, language: de, word: Gabel, translations: [fork]}
  - {name: Ladrillo, kind: city, language: es, word: ladrillo, translations: [brick]}
  - {name: La Cuchara, kind: city, language: es, word: la cuchara, translations: [the spoon]}
  - {name: Postnik, kind: newspaper, language: pl, word: postnik, translations: [the post horn]}
  - {name: El Tambor, kind: newspaper, language: es, word: el tambor, translations: [the drum]}
  - {name: "L'Enclume", kind: newspaper, language: fr, word: enclume, translations: [the anvil]}
  - {name: Telegrama, kind: newspaper, language: es, word: telegrama, translations: [the telegraph]}
  - {name: La Unión, kind: newspaper, language: es, word: unión, translations: [the union]}
  - {name: El Cuadro, kind: newspaper, language: es, word: cuadro, translations: [the painting]}
  - {name: El Lienzo, kind: newspaper, language: es, word: lienzo, translations: [the painting]}
"""


@pytest.fixture(scope="module")
def resources(tmp_path_factory: pytest.TempPathFactory) -> Resources:
    folder: Path = tmp_path_factory.mktemp("names")
    (folder / "common_words.yaml").write_text(TABLE, encoding="utf-8")
    return Resources(name_folders=(folder,))


def edits(resources: Resources, text: str, language: str | None) -> list[Edit]:
    article = Article(text, text, (), protected_spans(text, resources.words), language)
    return list(NamesAsWords(resources)(article))


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("es", "The mayor of the village, Ramiro Poplar, resigned.", "Álamo"),
        ("pl", "On Friday Bogumił Cabbage voted against it.", "Kapusta"),
        ("pt", "The story was told by Luísa Olive Tree in May.", "Oliveira"),
        ("tr", "The party leader, Free Special, called for a vote.", "Özgür Özel"),
        ("it", "The singer Carmela Woods opened the festival.", "Boschi"),
    ],
)
def test_dictionaries_say_which_surname_a_word_may_be(
    resources: Resources, language: str, text: str, name: str
) -> None:
    (edit,) = edits(resources, text, language)
    assert (edit.rule, edit.applicability) == ("surname-as-word", Applicability.UNSAFE)
    assert edit.replacements[0] == name


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "The composer Frank Bridge taught in London."),
        ("it", "The singer Stevie Wonder thanked the mayor."),
        ("it", "Justice Power dismissed the appeal."),
        ("es", "The Ramiro Poplar case was closed."),
        ("fr", "The Charles Bridge was closed."),
        ("it", "Marco Island was hit by the storm."),
        ("de", "The musician Mark King played the bass."),
        ("it", "In Congress, the largest chamber, the bill failed."),
        ("de", "The group of Free Democrats lost."),
        (None, "The mayor of the village, Ramiro Poplar, resigned."),
    ],
)
def test_persons_of_english_name_stay(resources: Resources, language: str, text: str) -> None:
    assert not edits(resources, text, language)


def test_a_surname_kept_elsewhere_is_proof(resources: Resources) -> None:
    first, second = edits(
        resources, "Teresa Brejo was elected. On Monday Teresa Swamp spoke. Later, however, Swamp left.", "pt"
    )
    assert first.applicability is Applicability.SAFE
    assert (first.replacements, second.replacements) == (("Brejo",), ("Brejo",))


def test_a_person_of_the_same_given_name_is_suggested(resources: Resources) -> None:
    (edit,) = edits(resources, "Dario Falchi won. A year later the coach praised Dario Hawks.", "it")
    assert (edit.replacements, edit.applicability) == (("Falchi",), Applicability.UNSAFE)


def test_a_common_word_in_place_of_a_town_is_shown(resources: Resources) -> None:
    (edit,) = edits(resources, "He comes from Boat, a village in the hills.", "it")
    assert (edit.rule, edit.applicability) == ("town-as-word", Applicability.DISPLAY)


@pytest.mark.parametrize(
    ("language", "text", "found", "name"),
    [
        ("it", "The former coach Ladle has signed a contract.", "Ladle", "Mestolo"),
        ("it", "In the end Ladle wants a new striker.", "Ladle", "Mestolo"),
        ("it", "The Ladle government fell on Monday.", "Ladle", "Mestolo"),
        ("it", "The report Sieve on schools was praised.", "report Sieve", "Setaccio report"),
        ("de", "The group led by Stefan goat plans a new plant.", "goat", "Ziege"),
        ("de", "The minister Sabine Fork resigned.", "Fork", "Gabel"),
        ("de", "The minister, fork, resigned.", "fork", "Gabel"),
        ("de", "The group led by Stefan goatplans a new plant.", "goatplans", "Ziege plans"),
        ("es", "A choir from brick, in the north, sang.", "brick", "Ladrillo"),
        ("es", "The delegation of The Spoon arrived late.", "The Spoon", "La Cuchara"),
        ("es", "The spoon and Bolivia had argued for years.", "The spoon", "La Cuchara"),
        ("es", "According to The Drum, the bridge will close.", "The Drum", "El Tambor"),
        (None, "Spanish police waited. According to The Drum, a Spanish bank paid.", "The Drum", "El Tambor"),
        ("pl", "According to The Post Horn, the bridge will close.", "The Post Horn", "Postnik"),
        ("es", "The Drum, for its part, has asked for more.", "The Drum", "El Tambor"),
        (None, "Spanish police waited. The newspaper The Drum wrote of a Spanish bank.", "The Drum", "El Tambor"),
        ("es", "The newspaper The Telegraph wrote of a bank.", "The Telegraph", "Telegrama"),
        ("es", "Last week The Union wrote to its members.", "The Union", "La Unión"),
        ("es", "The newspaper The Painting wrote of a bank.", "The Painting", "El Cuadro"),
        ("es", "Last week The Drum said little.", "The Drum", "El Tambor"),
        ("it", "The story was told by Stefania Ladle in May.", "Ladle", "Mestolo"),
    ],
)
def test_table_and_place_agree(resources: Resources, language: str, text: str, found: str, name: str) -> None:
    (edit,) = edits(resources, text, language)
    assert (edit.original, edit.replacements[0]) == (found, name)
    assert edit.applicability is Applicability.UNSAFE


@pytest.mark.parametrize(
    ("language", "text", "found", "name"),
    [
        ("es", "As The Drum wrote last week, the bridge will close.", "The Drum", "El Tambor"),
        ("es", "The newspaper The Drum asks who paid.", "The Drum", "El Tambor"),
        ("es", "As the daily Drum says, the bridge will close.", "Drum", "El Tambor"),
        ("fr", "As The Anvil revealed, the bridge will close.", "The Anvil", "L'Enclume"),
    ],
)
def test_a_paper_of_the_article_s_language_is_named(
    resources: Resources, language: str, text: str, found: str, name: str
) -> None:
    (edit,) = edits(resources, text, language)
    assert (edit.original, edit.replacements[0]) == (found, name)
    assert edit.applicability is Applicability.SAFE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "A ladle lay near the sieve factory."),
        ("it", "The ladle is heavy, and the sieve leaks."),
        ("it", "Nobody has a sieve."),
        ("es", "They built it from a brick and some sand."),
        ("es", "The spoon is made of wood."),
        ("es", "He played the drum in the band."),
        ("de", "A goat and a fork stood in the yard."),
        (None, "Tony Hawk has signed a contract."),
        (None, "According to The Drum, the bridge will close."),
    ],
)
def test_common_words_stay_common(resources: Resources, language: str | None, text: str) -> None:
    assert edits(resources, text, language) == []


def test_the_place_alone_is_flagged(resources: Resources) -> None:
    (edit,) = edits(resources, "The company led by Oliver lintel plans a small car.", "de")
    assert edit.applicability is Applicability.DISPLAY
    assert edit.original == "lintel"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The envoys of Qatar and Corn met. Corn, which was late, said no.", ["Corn", "Corn"]),
        ("Snow closed the roads in Pain province.", ["Pain"]),
        ("Snow closed the roads in the province of Pain.", ["Pain"]),
        ("They served Turkey and Corn for dinner.", []),
        ("Exports of Turkey and Corn prices rose.", []),
        ("Turkey Exports Barley and Corn, Jordan Buys Rice", []),
        ("The tablets are called Pain Away, in any province.", []),
    ],
)
def test_the_article_proves_a_place(resources: Resources, text: str, found: list[str]) -> None:
    sure = [edit for edit in edits(resources, text, "tr") if edit.applicability is Applicability.SAFE]
    assert [text[edit.start : edit.end] for edit in sure] == found


def test_a_country_may_open_a_sentence_but_not_a_word_of_the_article(resources: Resources) -> None:
    (edit,) = edits(resources, "Corn, which left Libya, warned Syria and Iraq.", "tr")
    assert (edit.replacements[0], edit.applicability) == ("Egypt", Applicability.UNSAFE)
    assert not edits(resources, "Libya and Syria grow corn. Corn, which needs rain, is dear in Iraq.", "tr")
