"""Furniture behind the last sentence of a paragraph: it goes alone, and prose stays."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.edits import Applicability
from cleanup.passes.metadata import Metadata
from cleanup.pipeline import run
from cleanup.resources import Resources

RESOURCES = Resources()
FIRST = "The mill was built by monks, and it has turned since then."
PROSE = "The wheel broke on Monday. Nobody applauded when it stopped."
LONG = f"{PROSE} The miller has ordered oak from the hills, and his sons will cut it when the river is low."
LAST = "The council will pay for the work."


def cleaned(text: str) -> str:
    return run(Article(text, text), [Metadata(RESOURCES)]).text


@pytest.mark.parametrize("prose", [PROSE, LONG])
@pytest.mark.parametrize(
    "tail",
    [
        "fot. PAP/Ewa Lis", "Foto: dpa", "Foto: Marta Kern/dpa", "Fotoğraf: AA", "Sursa foto: Mediafax",
        "© AFP / Archives",
        "Crédit photo : DR", "Getty Images", "Reading time: 4 Min.", "Lesezeit: 3 Min.", "Temps de lecture : 2 min.",
        "(PAP) bak/", "bak/ mark/", "dpa/mk", "EFE/Ana Ruiz", "(avec AFP)", "Leggi anche", "À lire aussi :", "Partager",
        "Udostępnij", "Фото: Укрінформ", "Kaynak: AA",
    ],
)  # fmt: skip
def test_a_tail_goes_alone(prose: str, tail: str) -> None:
    for end in ("\n", f"\n\n{LAST}\n"):
        assert cleaned(f"{FIRST}\n\n{prose} {tail}{end}") == f"{FIRST}\n\n{prose}{end}"


@pytest.mark.parametrize(
    "ending",
    [
        "He has the photo: it shows a mill.", "The photo went to Reuters.", "Share the bread, he said.",
        "The reading time is four minutes.", "They sold the film to Getty Images.", "Photo: the wheel stands still.",
        "Source: the miller himself told us.", "Foto means photo in Italian.",
    ],
)  # fmt: skip
def test_prose_stays(ending: str) -> None:
    text = f"{FIRST}\n\n{PROSE} {ending}\n\n{LAST}\n"
    assert cleaned(text) == text


def test_a_tail_inside_a_quotation_stays() -> None:
    text = f"{FIRST}\n\nHe read from the screen: “The wheel broke. Share\n\n{LAST}\n"
    edits = [e for e in Metadata(RESOURCES)(Article(text, text)) if e.applicability is Applicability.SAFE]
    assert not [e for e in edits if "Share" in e.original]
