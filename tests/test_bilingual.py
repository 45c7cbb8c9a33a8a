"""What the source text proves: names as words, bent spellings, names that ran together."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleanup.cleaner import Cleaner

ROOT = Path(__file__).parent.parent
# What each sample's source text must prove, and what must then stand in the corrected article.
PROVEN = {
    "it_valley_tunnel": ["the engineer Paolo Draghi", "written to Rome, Paris and Brussels"],
    "de_harbour_crane": ["Its spokesman, Jörg Kohl", "signed in Vienna in December"],
    "es_glacier_water": ["On the outskirts of La Paz"],
    "fr_archive_flood": ["According to Le Monde"],
}


@pytest.mark.parametrize("name", sorted(PROVEN))
def test_names_that_the_source_proves_are_repaired(cleaner: Cleaner, name: str) -> None:
    text = (ROOT / "input" / f"{name}.txt").read_text(encoding="utf-8")
    source = (ROOT / "examples" / "sources" / f"{name}.txt").read_text(encoding="utf-8")
    result = cleaner.clean(text, source_language=name[:2], source_text=source)
    assert [words for words in PROVEN[name] if words not in result.text] == []


def test_without_the_source_nothing_is_proven(cleaner: Cleaner) -> None:
    text = "The engineer Paolo Dragons rejects the criticism."
    assert cleaner.clean(text, source_language="it").text == text
    source = "L’ingegnere Paolo Draghi respinge le critiche."
    assert cleaner.clean(text, source_language="it", source_text=source).text == text.replace("Dragons", "Draghi")


def test_a_source_without_the_name_proves_nothing(cleaner: Cleaner) -> None:
    text = "The engineer Paolo Dragons rejects the criticism."
    assert cleaner.clean(text, source_language="it", source_text="L’ingegnere Paolo Rossi respinge.").text == text


def test_a_bent_spelling_is_straightened(cleaner: Cleaner) -> None:
    text = "The minister Aleksej Gorshkow resigned, and Gorshkow left."
    result = cleaner.clean(text, source_text="Il ministro Aleksej Gorshkov si è dimesso.")
    assert result.text == "The minister Aleksej Gorshkov resigned, and Gorshkov left."
