"""What becomes of the tagger's proposals: sure and right is applied, likely is suggested, the rest is shown."""

from __future__ import annotations

import pytest

from cleanup.article import Article, Span
from cleanup.edits import Applicability, Edit
from cleanup.passes.model import Model
from cleanup.resources import Resources


@pytest.fixture(scope="module")
def model() -> Model:
    return Model(Resources())


def made(model: Model, text: str) -> list[Edit]:
    return list(model(Article(text, text)))


def corrected(model: Model, text: str) -> str:
    safe = [edit for edit in made(model, text) if edit.applicability is Applicability.SAFE]
    return Article(text, text).apply(safe).text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "The price of bread in the capital it rose again last month.",
            "The price of bread in the capital rose again last month.",
        ),
        (
            "The inspectors found a problem technical in the second engine.",
            "The inspectors found a technical problem in the second engine.",
        ),
    ],
)
def test_what_it_is_sure_of_is_applied(model: Model, before: str, after: str) -> None:
    assert corrected(model, before) == after


@pytest.mark.parametrize(
    "text",
    [
        "One by one they went: Petrov to a puncture, Rossi to a crash.",
        "The captains met in Rome on the European side, bidding to retain the trophy they lost in Ohio two years ago.",
        "Mine send a bottle round and come with it.",
        "The court martial opened on Monday, and the heads of state met on Tuesday.",
        "She still dreams of the Portugal her mother left in 1970.",
        "The bridge was closed, and it will stay closed until May.",
        "She it was who heard the bell, and it ended in a battle royal.",
        "A beverage it is; a soup, probably not.",
        "Up the stairs it went with the help of the fire brigade and a great many bad words.",
        "Once a clerk at the tax office, he stood in the yard, his beard white with frost.",
        "In the Germany of the missing drivers he could long have retired.",
        "The economy of so small a country, she warns, lives on transit fees.",
        "The mayor added that as a mother she was worried about the road.",
        "On Saturday the club faces the leaders, who they trail by six points.",
        "The lawyer added that as a mother she was concerned about the potential cost.",
        "That he needed my help and my car was plain to all.",
        "What they said in the hall was soon forgotten.",
        "They wore coats thick with mud, and boots full of water.",
        "The pair won both foursquares in the morning; foursquares are not for the nervous.",
        "He reads it every summer, and every summer she tells him how it ends.",
        "On the last lap passed Ole Berg, a baker from the north, all the others.",
        "Having lost his seat, his house and, in the end, his wife, he took up bees.",
        "She kept her seat by one vote, cast, it is whispered, by a man on the other side.",
        "The old judges are pensioners now, those they tried for the most part dead.",
        "Those convicted include two bankers and the accountant the clan called the Professor.",
        "By then the police had the number plate, the neighbours the name and the priest the confession.",
        "",
    ],
)
def test_what_it_must_not_apply(model: Model, text: str) -> None:
    assert corrected(model, text) == text


def test_nothing_is_proposed_inside_protected_spans(model: Model) -> None:
    text = "The price of bread in the capital it rose again last month."
    article = Article(text, text, protected=(Span(0, len(text), "quotation"),))
    assert list(model(article)) == []


def test_beside_other_damage_a_repair_is_only_suggested(model: Model) -> None:
    text = "She wrote about the treaties that level regional they expire."
    swaps = [edit for edit in made(model, text) if edit.rule == "model-order"]
    assert [edit.replacements[0] for edit in swaps] == ["regional level"]
    assert swaps[0].applicability is Applicability.UNSAFE


def test_the_models_word_alone_is_never_beyond_doubt(model: Model) -> None:
    edits = made(model, "The price of bread in the capital it rose again last month.")
    assert edits
    assert all(edit.confidence < 0.98 for edit in edits if edit.replacements)
