"""The tables of foreign words and their English."""

from __future__ import annotations

from cleanup.lexicon.translations import Part, translations


def test_a_noun_has_its_number() -> None:
    """A plural is translated by a plural, and a definite form says so."""
    assert translations().meanings("vereadores", "pt")[0].part is Part.PLURAL
    assert translations().meanings("vereadores", "pt")[0].english == ("councillors",)
    assert translations().meanings("omställningen", "sv")[0].part.is_definite


def test_words_that_english_has_taken_in_are_left_out() -> None:
    """A term that English texts keep has no translation, nor has a word of another language."""
    assert not translations().meanings("banlieue", "fr")
    assert not translations().meanings("gendarmes", "fr")
    assert not translations().meanings("vereadores", "de")
