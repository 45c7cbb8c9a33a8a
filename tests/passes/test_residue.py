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
