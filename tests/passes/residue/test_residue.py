"""Leftovers of the source language: translated where a table has them, flagged where not, silent in names."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.passes.residue import Residue
from cleanup.pipeline import run
from cleanup.protect import protected_spans
from cleanup.resources import Resources

RESOURCES = Resources()
PASS = Residue(RESOURCES)


def article(text: str, language: str | None) -> Article:
    return Article(text, text, (), protected_spans(text, RESOURCES.words), language)


def edits(text: str, language: str | None) -> list[Edit]:
    return list(PASS(article(text, language)))


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("it", "Trade between Kenya e Tanzania has doubled.", "Trade between Kenya and Tanzania has doubled."),
        ("pt", "The flood took bridges e roads away.", "The flood took bridges and roads away."),
        ("es", "Farmers from Peru y Bolivia agreed.", "Farmers from Peru and Bolivia agreed."),
        ("fr", "Mali, Burkina Faso et Niger left.", "Mali, Burkina Faso and Niger left."),
        ("de", "They sell cars und trucks.", "They sell cars and trucks."),
        ("tr", "Grain goes to Indonesia ve Spain.", "Grain goes to Indonesia and Spain."),
        ("nl", "Ministers from Germany en France met.", "Ministers from Germany and France met."),
        ("pl", "Leaders of Germany i France met.", "Leaders of Germany and France met."),
        ("ro", "The border of Ukraine și Hungary closed.", "The border of Ukraine and Hungary closed."),
        ("da", "Farmers in Denmark og Germany agree.", "Farmers in Denmark and Germany agree."),
        ("hu", "Talks between Slovakia és Austria failed.", "Talks between Slovakia and Austria failed."),
        ("cs", "In the vote Germany a Austria abstained.", "In the vote Germany and Austria abstained."),
        ("el", "Greece kai Turkey agreed.", "Greece and Turkey agreed."),
        ("nl", "The train from Paris naar Hamburg was late.", "The train from Paris to Hamburg was late."),
        ("de", "The train from Vienna nach Berlin was late.", "The train from Vienna to Berlin was late."),
        ("it", "With regret, il governo tedesco agreed.", "With regret, the German government agreed."),
        ("es", "On Friday el gobierno mexicano protested.", "On Friday the Mexican government protested."),
        ("fr", "She fled to le Morocco in May.", "She fled to Morocco in May."),
        ("it", "The border della Russia was closed.", "The border of Russia was closed."),
    ],
)
def test_is_translated(language: str, before: str, after: str) -> None:
    assert run(article(before, language), [PASS]).text == after
    assert run(article(after, language), [PASS]).text == after


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pt", "The farms lie in Rio Grande do Sul."),
        ("it", "La Gazzetta dello Sport called him a genius."),
        ("pt", "Marshal Artur da Costa e Silva died in 1969."),
        ("es", "Ortega y Gasset taught in Madrid."),
        ("fr", "He writes for Jeune Afrique about Charles de Gaulle."),
        ("de", "Ursula von der Leyen disagreed."),
        ("cs", "He gave Ukraine a NATO plan and sold Poland a Germany-made radar."),
        (None, "The study by Smith et al. was withdrawn."),
        (None, "The position vis-à-vis Russia changed."),
        (None, "It was a coup d’état, a fait accompli, a raison d’être."),
        ("it", "The maglia rosa took the vaporetto and sang boleros."),
        (None, "Comandos de la Frontera left Ciudad de la Paz."),
        (None, "The mission lasted a year, i.e. too long."),
    ],
)
def test_is_left_alone(language: str | None, text: str) -> None:
    assert edits(text, language) == []


def test_an_unknown_run_is_flagged_and_not_changed() -> None:
    (edit,) = edits("The page said horarios de hoy no disponibles and nothing more.", "es")
    assert edit.applicability is Applicability.DISPLAY
    assert edit.replacements == ()
    assert edit.original.startswith("horarios de")


def test_an_adjective_goes_before_its_noun() -> None:
    (edit,) = edits("The authorities russe closed the bridge.", "fr")
    assert edit.replacements == ("Russian authorities",)
    assert edit.applicability is Applicability.SAFE


def test_quotations_are_not_touched() -> None:
    text = "“Il governo tedesco non ha detto niente,” says the driver."
    result = run(article(text, "it"), [PASS])
    assert result.text == text
    assert result.changes == ()


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("de", "The tunnel opens in Dezember 2027.", "The tunnel opens in December 2027."),
        ("de", "The bridge is closed until Frühjahr 2027.", "The bridge is closed until spring 2027."),
        ("es", "The school burned on 3 de febrero de 2021.", "The school burned on 3 February 2021."),
        ("es", "The judges met on jueves and adjourned.", "The judges met on Thursday and adjourned."),
        ("fr", "The ferry returned in août 2022.", "The ferry returned in August 2022."),
        ("it", "In Ottobre the harvest failed.", "In October the harvest failed."),
        ("nl", "The dyke broke in maart 1953.", "The dyke broke in March 1953."),
        ("pl", "The pit closed on 9 października 2019.", "The pit closed on 9 October 2019."),
        ("tr", "The quake struck in Şubat 2023.", "The quake struck in February 2023."),
        ("ro", "The vote was repeated in noiembrie 2024.", "The vote was repeated in November 2024."),
    ],
)
def test_dates_left_in_the_source_language(language: str, before: str, after: str) -> None:
    assert run(article(before, language), [PASS]).text == after


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "The club 9 de octubre lost in Guayaquil."),
        ("es", "Plaza 25 de mayo was full."),
        ("es", "The aria was sung by Domingo in Salzburg."),
        ("es", "She was born in Mayo and lives in Dublin."),
        ("de", "The penalty was saved by Sommer, the goalkeeper."),
        ("tr", "The song was written by Eylül, who is nineteen."),
        ("fr", "The rover landed on Mars in 2021."),
        (None, "The tunnel opens in Dezember 2027."),
    ],
)
def test_names_that_are_months_or_days_stay(language: str | None, text: str) -> None:
    assert not [edit for edit in edits(text, language) if edit.rule == "residue-date"]
