"""Adjectives made from a name, which keep its capital wherever they stand."""

from __future__ import annotations

from cleanup.lexicon.word_classes import word_class

_EPITHETS = word_class("epithets_with_capital")


def with_capital(adjective: str) -> str:
    """The adjective as English spells it: Gothic, baroque."""
    return adjective.capitalize() if adjective in _EPITHETS else adjective
