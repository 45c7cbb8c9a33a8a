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
) -> list[tuple[str, list[str] | None]]:
    guard = Guard(Article(text, text, source_text=source_text), resources)
    return [(p.replacement, guard.verdict(p)) for p in Alignment(text, rewrite).proposals()]


@pytest.mark.parametrize(
    ("text", "rewrite"),
    [
        ("It cost 12 million.", "It cost 14 million."),
        ("It cost two million.", "It cost three million."),
        ("In the year the mill burnt.", "In the year 1987 the mill burnt."),
        ("The mayor spoke at noon.", "The mayor Ondrej Vacek spoke at noon."),
        ("The president spoke.", "The president Calzolaio spoke."),
        ("In Brasov the president spoke.", "In Brasov President Calzolaio spoke."),
        ("On Monday the mill burnt.", "On Tuesday the mill burnt."),
        ("The mill burnt.", "The mill burnt down to the ground in the night."),
        ("The mill by the old weir behind the church burnt.", "The mill burnt."),
    ],
)
def test_what_nobody_vouches_for_is_an_invention(text: str, rewrite: str, resources: Resources) -> None:
    assert None in [verdict for _, verdict in judged(text, rewrite, resources)]


@pytest.mark.parametrize(
    ("text", "rewrite", "facts"),
    [
        ("He left for Mosca soon.", "He left for Moscow soon.", ["changes a name"]),
        ("He left for Monaco di Baviera soon.", "He left for Munich soon.", ["changes a name"]),
        ("In Brasov he met Ondrej. He left.", "In Brasov he met Ondrej. Ondrej left.", ["changes a name"]),
        ("The Polish crew left.", "The crew left.", ["changes a name"]),
        ("The Polish crew left.", "The polish crew left.", ["changes a name"]),
        ("It cost 1.500 euros.", "It cost 1,500 euros.", ["changes a number or date"]),
        ("It cost 12 million.", "It cost million.", ["changes a number or date"]),
        ("They did not agree.", "They did agree.", ["changes a negation"]),
        ("They didn’t agree.", "They did agree.", ["changes a negation"]),
        ("Nobody did not agree.", "Nobody agreed.", ["changes a negation"]),
        ("They agreed.", "They never agreed.", ["changes a negation"]),
        ("He said “we depends of you” twice.", "He said “we depend on you” twice.", ["changes a quotation"]),
        ("He said we win twice.", "He said “we win” twice.", ["changes a quotation"]),
        (
            "The president Shoemaker spoke.",
            "The president Calzolaio spoke.",
            ["brings in a name that nothing here vouches for"],
        ),
        (
            "The flights to corn stopped.",
            "The flights to Egypt stopped.",
            ["brings in a name that nothing here vouches for"],
        ),
        ("In the palazzo quattro men sat.", "In the palazzo four men sat.", ["changes a number or date"]),
        ("It cost 5 000 euros.", "It cost 5,000 euros.", ["changes a number or date"]),
        ("On Monday he left. He left.", "On Monday he left. He left on Monday.", ["changes a number or date"]),
        (
            "He said “we win in Mosca” twice.",
            "He said “we win in Moscow” twice.",
            ["changes a name", "changes a quotation"],
        ),
    ],
)
def test_facts_that_change_are_named(text: str, rewrite: str, facts: list[str], resources: Resources) -> None:
    assert judged(text, rewrite, resources)[0][1] == facts


@pytest.mark.parametrize(
    ("text", "rewrite"),
    [
        ("The crew depends of the weather.", "The crew depends on the weather."),
        ("The Peruhas won.", "The Peru has won."),
        ("In Romajust the crew left.", "In Roma just the crew left."),
        ("He is in Brasovand he stay.", "He is in Brasov and he stays."),
        ("In MaliBurkina he left.", "In Mali, Burkina he left."),
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
    assert all(verdict == [] for _, verdict in found)


def test_the_source_text_and_the_glossary_vouch_for_a_name(resources: Resources) -> None:
    text, rewrite = "The president Shoemaker spoke.", "The president Calzolaio spoke."
    assert judged(text, rewrite, resources, "Il presidente Calzolaio ha parlato.") == [
        ("Calzolaio", ["changes a name"])
    ]
    settled = Resources(glossary=Glossary([Term("Shoemaker", "Calzolaio")]))
    assert judged(text, rewrite, settled) == [("Calzolaio", ["changes a name"])]


def test_an_insertion_in_a_quotation_is_seen(resources: Resources) -> None:
    text = "He said “we win” twice."
    guard = Guard(Article(text, text), resources)
    at = text.index(" win")
    assert guard.verdict(Proposal(at, at, " always")) == ["changes a quotation"]
    assert guard.verdict(Proposal(len(text) - 1, len(text) - 1, " always")) == []
