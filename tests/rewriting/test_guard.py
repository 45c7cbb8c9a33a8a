"""What the guard calls an invention, and which facts it sees in a change."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.glossary import Glossary, Term
from cleanup.resources import Resources
from cleanup.rewriting.alignment import Alignment, Proposal
from cleanup.rewriting.guard import Guard


def judged(
    text: str, rewrite: str, resources: Resources, source_text: str | None = None
) -> list[tuple[str, bool, list[str]]]:
    guard = Guard(Article(text, text, source_text=source_text), resources)
    return [(p.replacement, guard.invents(p), guard.facts(p)) for p in Alignment(text, rewrite).proposals()]


@pytest.mark.parametrize(
    ("text", "rewrite"),
    [
        ("It cost 12 million.", "It cost 14 million."),
        ("It cost two million.", "It cost three million."),
        ("In the year the mill burnt.", "In the year 1987 the mill burnt."),
        ("The mayor spoke at noon.", "The mayor Ondrej Vacek spoke at noon."),
        ("The president Shoemaker spoke.", "The president Calzolaio spoke."),
        ("On Monday the mill burnt.", "On Tuesday the mill burnt."),
        ("The mill burnt.", "The mill burnt down to the ground in the night."),
        ("The mill by the old weir behind the church burnt.", "The mill burnt."),
    ],
)
def test_what_nobody_vouches_for_is_an_invention(text: str, rewrite: str, resources: Resources) -> None:
    assert any(invented for _, invented, _ in judged(text, rewrite, resources))


@pytest.mark.parametrize(
    ("text", "rewrite", "facts"),
    [
        ("He left for Mosca soon.", "He left for Moscow soon.", ["a name"]),
        ("He left for Monaco di Baviera soon.", "He left for Munich soon.", ["a name"]),
        ("In Brasov he met Ondrej. He left.", "In Brasov he met Ondrej. Ondrej left.", ["a name"]),
        ("The Polish crew left.", "The crew left.", ["a name"]),
        ("The Polish crew left.", "The polish crew left.", ["a name"]),
        ("It cost 1.500 euros.", "It cost 1,500 euros.", ["a number"]),
        ("It cost 12 million.", "It cost million.", ["a number"]),
        ("They did not agree.", "They did agree.", ["a negation"]),
        ("They didn’t agree.", "They did agree.", ["a negation"]),
        ("Nobody did not agree.", "Nobody agreed.", ["a negation"]),
        ("They agreed.", "They never agreed.", ["a negation"]),
        ("He said “we depends of you” twice.", "He said “we depend on you” twice.", ["a quotation"]),
        ("He said we win twice.", "He said “we win” twice.", ["a quotation"]),
        ("He said “we win in Mosca” twice.", "He said “we win in Moscow” twice.", ["a name", "a quotation"]),
    ],
)
def test_facts_that_change_are_named(text: str, rewrite: str, facts: list[str], resources: Resources) -> None:
    found = judged(text, rewrite, resources)
    assert not any(invented for _, invented, _ in found)
    assert found[0][2] == facts


@pytest.mark.parametrize(
    ("text", "rewrite"),
    [
        ("The crew depends of the weather.", "The crew depends on the weather."),
        ("The Peruhas won.", "The Peru has won."),
        ("In Romajust the crew left.", "In Roma just the crew left."),
        ("He is in Brasovand he stay.", "He is in Brasov and he stays."),
        ("In 2019the crew left.", "In 2019 the crew left."),
        ("He said “we winand lose” twice.", "He said “we win and lose” twice."),
        ("The President left.", "The president left."),
        ("the crew left.", "The crew left."),
        ("It rained. Crew they left.", "It rained. The crew left."),
        ("Engineers Italian left.", "Italian engineers left."),
    ],
)
def test_a_plain_repair_touches_no_fact(text: str, rewrite: str, resources: Resources) -> None:
    found = judged(text, rewrite, resources)
    assert found
    assert all(not invented and not facts for _, invented, facts in found)


def test_the_source_text_and_the_glossary_vouch_for_a_name(resources: Resources) -> None:
    text, rewrite = "The president Shoemaker spoke.", "The president Calzolaio spoke."
    assert judged(text, rewrite, resources, "Il presidente Calzolaio ha parlato.") == [("Calzolaio", False, ["a name"])]
    settled = Resources(glossary=Glossary([Term("Shoemaker", "Calzolaio")]))
    assert judged(text, rewrite, settled) == [("Calzolaio", False, ["a name"])]


def test_an_insertion_in_a_quotation_is_seen(resources: Resources) -> None:
    text = "He said “we win” twice."
    guard = Guard(Article(text, text), resources)
    at = text.index(" win")
    assert guard.facts(Proposal(at, at, " always")) == ["a quotation"]
    assert guard.facts(Proposal(len(text) - 1, len(text) - 1, " always")) == []
