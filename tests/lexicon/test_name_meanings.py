"""The names of other languages by the English word that they mean."""

from __future__ import annotations

from cleanup.lexicon.name_meanings import BORNE, GIVEN_NAME, PLACE, SURNAME, UNPROVEN, name_meanings


def test_a_surname_is_found_by_what_it_means() -> None:
    """The likeliest comes first, and only in the language that has the word."""
    assert name_meanings().names("wheel", "es", SURNAME)[0] == "Rueda"
    assert name_meanings().names("Wolf", "pl", SURNAME) == ("Wilk",)
    assert not name_meanings().names("wheel", "pl", SURNAME)


def test_surnames_have_forms_of_their_own() -> None:
    """Italian surnames are plurals, German ones declined adjectives."""
    assert "Fabbri" in name_meanings().names("blacksmiths", "it", SURNAME)
    assert "Reiche" in name_meanings().names("rich", "de", BORNE)
    assert name_meanings().names("coins", "pt", UNPROVEN) == ("Moedas",)


def test_given_names_and_towns_are_kept_apart() -> None:
    """What is called so is another kind of name."""
    assert "Özgür" in name_meanings().names("free", "tr", GIVEN_NAME)
    assert "Alba" in name_meanings().names("dawn", "it", PLACE)


def test_names_of_britain_are_known() -> None:
    """What English speakers are called hardly hides a foreign name."""
    assert name_meanings().is_english("Oliver", GIVEN_NAME)
    assert name_meanings().is_english("Wood", SURNAME)
    assert not name_meanings().is_english("Wheel", SURNAME)
