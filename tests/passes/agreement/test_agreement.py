"""Forms of words follow their neighbours; correct English stays as it is."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.edits import Applicability
from cleanup.passes.agreement import Agreement
from cleanup.pipeline import Result, run
from cleanup.resources import Resources

RESOURCES = Resources()
PASS = Agreement(RESOURCES)


def result(text: str) -> Result:
    return run(Article(text, text), [PASS])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It was a unexpected defeat for an union.", "It was an unexpected defeat for a union."),
        ("A hour later an European court ruled.", "An hour later a European court ruled."),
        ("She signed a agreement with an US firm.", "She signed an agreement with a US firm."),
        ("He is a honest man and an useful one.", "He is an honest man and a useful one."),
        ("The price of of bread and and milk rose.", "The price of bread and milk rose."),
        ("She crossed the sea fifteen time in her life.", "She crossed the sea fifteen times in her life."),
        ("They walked for three hour, then slept.", "They walked for three hours, then slept."),
        ("Some 200 worker were sent home.", "Some 200 workers were sent home."),
        ("The dam could to burst at any moment.", "The dam could burst at any moment."),
        ("Parents should not to worry.", "Parents should not worry."),
        ("He repair nets in the harbour.", "He repairs nets in the harbour."),
        ("She carry water every day.", "She carries water every day."),
        ("He met a miner who work at night.", "He met a miner who works at night."),
        ("Ana is a teacher from Porto who teach music.", "Ana is a teacher from Porto who teaches music."),
        (
            "The old pipes close. To replace them are Norway and Qatar.",
            "The old pipes close. Replacing them are Norway and Qatar.",
        ),
        ("The club has no intention to sell him.", "The club has no intention of selling him."),
        ("Some 12,000 person lost their home.", "Some 12,000 people lost their home."),
        ("In the attack 3 soldier was wounded.", "In the attack 3 soldiers were wounded."),
        ("The ministry not excludes a delay.", "The ministry does not exclude a delay."),
        ("The guests not want to lose.", "The guests do not want to lose."),
        ("They can to win, and she not have a car.", "They can win, and she does not have a car."),
        ("He live in Valencia with his mother.", "He lives in Valencia with his mother."),
        ("They not understand the new law.", "They do not understand the new law."),
        ("In the plant, people not know what comes.", "In the plant, people do not know what comes."),
        ("The queen is expected arrives at noon.", "The queen is expected to arrive at noon."),
        ("The plan is impossible of keeping.", "The plan is impossible to keep."),
        ("She refused of signing the text.", "She refused to sign the text."),
        ("He left without to say goodbye.", "He left without saying goodbye."),
        ("Wash it before to use it.", "Wash it before using it."),
        ("Voters reward who keeps promises.", "Voters reward those who keep promises."),
        ("“We lost the harvest”, explain the farmer.", "“We lost the harvest”, explains the farmer."),
        (
            "The day was long. Less happy the traders, who lost money.",
            "The day was long. Less happy are the traders, who lost money.",
        ),
    ],
)
def test_forms_are_mended(before: str, after: str) -> None:
    assert result(before).text == after
    assert result(after).text == after


@pytest.mark.parametrize(
    "text",
    [
        "A union, a one-off deal, an heir, an MP, a US ship, an 11th goal and a useful idea.",
        "Serie A opens, plan A failed and vitamin A helps.",
        "It was an historic day in a hotel.",
        "He knew that that was all she had had.",
        "President Moon Jae-in in Seoul and Bora Bora in May.",
        "It was a two year deal for a five time champion.",
        "They have the will to live and did all they can to help.",
        "The judge demanded that he leave and that she not return.",
        "It is vital that he sign. May he rest in peace.",
        "He put the cup down. It cost ten euros. She read on.",
        "A couple who live nearby and a group who work at night agreed.",
        "Why not go? You not only lost, you cried.",
        "He is capable of winning and afraid of losing.",
        "The question is who pays and who wins.",
        "She has had a shop since 1998, the largest since 2001.",
        "“We lost,” say Rossi and Bianchi. “We won,” explain the farmers.",
        "The results are expected in June.",
    ],
)
def test_correct_english_stays(text: str) -> None:
    assert not [change for change in result(text).changes if change.applied]


def test_what_may_be_meant_is_only_suggested() -> None:
    (change,) = result("They run the risk to lose the house.").changes
    assert change.applicability is Applicability.UNSAFE
    assert change.text == "of losing"


@pytest.mark.parametrize(
    "text",
    [
        "Nobody did not answer the letter.",
        "None of us had not heard the song, and none of them can not care.",
        "She could not not laugh.",
        "If it will help, we will wait.",
        "If the law will save lives, the county will fund it.",
        "The driver which crashed the printer was new.",
        "The bishop which took the rook was lost.",
        "The runners which cover the stairs are red.",
    ],
)
def test_second_senses_are_only_suggested(text: str) -> None:
    found = result(text)
    assert found.changes
    assert found.text == text


@pytest.mark.parametrize("text", ["She did the best they can to help.", "He did the most he could to help."])
def test_can_to_is_left_where_a_clause_may_end(text: str) -> None:
    assert not result(text).changes


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Neither the nurse nor the clerk did not answer.", "Neither the nurse nor the clerk answered."),
        ("The mayor not can close the pool.", "The mayor cannot close the pool."),
        ("If it will rain, the game will be moved.", "If it rains, the game will be moved."),
        ("They never found nothing in the pond.", "They never found anything in the pond."),
        ("The residents do not trust no mayor.", "The residents do not trust any mayor."),
        ("A nurse which had seen the fire ran home.", "A nurse who had seen the fire ran home."),
        ("The dam will break if the rain will continue.", "The dam will break if the rain continues."),
        ("The mill has become sold to a Dane.", "The mill has been sold to a Dane."),
        ("He stopped for to drink.", "He stopped to drink."),
        ("The letters from the front was never delivered.", "The letters from the front were never delivered."),
        ("The owner of the three mills are bankrupt.", "The owner of the three mills is bankrupt."),
        ("Each of the villages have a pump.", "Each of the villages has a pump."),
        ("The baker and his wife has sold the shop.", "The baker and his wife have sold the shop."),
        ("The decree do not mention the fishermen.", "The decree does not mention the fishermen."),
        ("The trees that stands by the river are old.", "The trees that stand by the river are old."),
    ],
)
def test_clauses_and_long_subjects(before: str, after: str) -> None:
    assert result(before).text == after


@pytest.mark.parametrize(
    "text",
    [
        "Nobody who does not know the valley should drive there.",
        "We cannot do nothing, and it did not come to nothing.",
        "She did not say no; no news is not good news.",
        "He freed the prisoner, which angered the neighbours.",
        "The group of workers which was dismissed sued.",
        "He asked when the train will come, and if you will follow me, I will show you.",
        "The town became known for its bread.",
        "After what he had said, she left.",
        "When the bridge will open, the mayor will not say.",
        "If it will rain depends on the wind, and it will be cold.",
        "She became elected mayor, and it was the seat she had fought for to keep.",
        "A total of thirty guests were hurt, and the couple in the flat are away.",
        "One of the men who have fled was found.",
        "The fish in the ponds are dying.",
        "The driver of the car and his two passengers were hurt.",
    ],
)
def test_sound_clauses_stay(text: str) -> None:
    assert result(text).text == text
