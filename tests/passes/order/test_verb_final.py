"""Clauses of German and Dutch: verbs at the end, subjects and objects behind them, in articles of such a language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cleanup.cleaner import Cleaner
from cleanup.edits import Edit
from cleanup.passes.order.brackets import Brackets
from cleanup.passes.order.objects import ObjectOrder
from cleanup.passes.order.turned import TurnedBrackets
from cleanup.passes.order.verb_final import VerbFinal
from cleanup.resources import Resources
from cleanup.syntax.parser import Sentence
from tests.reorderings import Reorderings


class Clauses:
    """The parts of the order pass that take whole clauses apart."""

    def __init__(self, *, verb_final: bool) -> None:
        resources = Resources()
        self._verb_final = verb_final
        self._parts = (
            Brackets(resources),
            TurnedBrackets(resources),
            VerbFinal(resources),
            ObjectOrder(resources),
        )

    def edits(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        for part in self._parts:
            yield from part.edits(text, sentence, verb_final=self._verb_final)


ORDER = Reorderings(Clauses(verb_final=True))
ANY = Reorderings(Clauses(verb_final=False))


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("They wait until they their keys from the maid get.", "They wait until they get their keys from the maid."),
        ("She hopes that she in May to Ghent can go.", "She hopes that she can go to Ghent in May."),
        ("He sulks because the club the singer not paid has.", "He sulks because the club has not paid the singer."),
        ("It rained when the mayor her personally thanked.", "It rained when the mayor personally thanked her."),
        ("He said that the price by ten per cent risen was.", "He said that the price was risen by ten per cent."),
        ("He said that the room too dark was.", "He said that the room was too dark."),
        ("The boat, which has gone, and of it nobody knew.", "The boat, which has gone, and of it nobody knew."),
        (
            "The shed, which last year a hundred guests had, burned.",
            "The shed, which had a hundred guests last year, burned.",
        ),
        ("The song that the choir on Sunday sang is old.", "The song that the choir sang on Sunday is old."),
        ("A man who his cat in the bath left must pay.", "A man who left his cat in the bath must pay."),
        ("The cook, whose pots on the lawn stood, wept.", "The cook, whose pots stood on the lawn, wept."),
        ("The monks want the barn until 2030 restore.", "The monks want to restore the barn until 2030."),
        ("She would like in Bruges to study.", "She would like to study in Bruges."),
        ("The trains are by a third delayed.", "The trains are by a third delayed."),
        ("The river is since the spring by a metre risen.", "The river has risen by a metre since the spring."),
        ("This has she him never told.", "She has never told him this."),
        ("For the widow have the sailors a boat built.", "For the widow the sailors have built a boat."),
        ("The mayor opened on Friday the new bridge.", "The mayor opened the new bridge on Friday."),
        ("The smith has already ten years a forge in Delft.", "The smith has had a forge in Delft for ten years."),
        ("The mill has collected since 1950 tolls.", "The mill has collected since 1950 tolls."),
        ("In Gouda began on Tuesday the fair.", "In Gouda the fair began on Tuesday."),
        ("They fear that the flood the dyke in May broke.", "They fear that the flood broke the dyke in May."),
        (
            "If a guest the key for more than three days keeps, he must pay.",
            "If a guest keeps the key for more than three days, he must pay.",
        ),
        ("Who on Monday in the yard sang, won.", "Anyone who sang in the yard on Monday won."),
        (
            "The shop shut, but who at noon on the steps stood, got bread.",
            "The shop shut, but anyone who stood on the steps at noon got bread.",
        ),
    ],
)
def test_puts_clauses_in_order(bad: str, good: str) -> None:
    assert ORDER.certain(bad) == good
    assert ORDER.certain(good) == good


@pytest.mark.parametrize(
    "text",
    [
        "She left when he himself arrived.",
        "After the rain the river had risen.",
        "The firm has in stock a wide choice of hats.",
        "It is the commonest word, and in the book it means love.",
        "He wrote in the winter 2019 issue of a journal.",
        "If we the jury have erred, tell us.",
        "They were among at least 82 killed in strikes.",
        "The bonds fell as the crowns lost ground.",
        "Never has the court in ten years decided.",
        "The cook, who sings and who in the yard danced, was late.",
    ],
)
def test_leaves_sound_clauses_alone(text: str) -> None:
    assert ORDER.certain(text) == text


def test_in_an_article_of_any_language_only_what_no_english_has() -> None:
    assert ANY.certain("She screamed when she the wasp saw.") == "She screamed when she saw the wasp."
    assert ANY.certain("The judge, who in 1990 retired, smiled.") == "The judge, who in 1990 retired, smiled."
    assert ANY.certain("The wages are until May secured.") == "The wages are until May secured."


@pytest.mark.parametrize(
    ("bad", "guess"),
    [
        ("The guests who with these boys danced went home.", "The guests who danced with these boys went home."),
        ("He died when the barge on Tuesday sank.", "He died when the barge sank on Tuesday."),
        ("He laughed when the guide two goats hid.", "He laughed when the guide hid two goats."),
    ],
)
def test_in_an_article_of_any_language_guesses_where_hardly_any_english_has_it(bad: str, guess: str) -> None:
    assert ANY.certain(bad) == bad
    assert ANY.guesses(bad) == [guess]


def test_two_such_clauses_show_what_language_an_article_is_from() -> None:
    shown = "He wept because he the letter read. The firm has the wages on Monday paid. "
    plain = "The wages are until May secured."
    cleaner = Cleaner(Resources())
    assert cleaner.clean(shown + plain, source_language=None).text.endswith("are secured until May.")
    assert cleaner.clean(plain, source_language=None).text == plain
