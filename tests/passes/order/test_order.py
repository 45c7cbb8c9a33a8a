"""Words in the order of another language: adjectives, names, acronyms, verbs."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.edits import Applicability, minimise, resolve
from cleanup.passes.order import WordOrder
from cleanup.resources import Resources

RESOURCES = Resources()


def repaired(text: str) -> str:
    """The text with the safe edits of the pass made."""
    article = Article(text, text)
    safe = [minimise(e) for e in WordOrder(RESOURCES)(article) if e.applicability is Applicability.SAFE]
    return article.apply(resolve(safe)).text


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("The fishermen Norwegian refused.", "The Norwegian fishermen refused."),
        ("She met a engineer Dutch, who knew the dam.", "She met a Dutch engineer, who knew the dam."),
        ("They crossed the waters Greek and Turkish.", "They crossed the Greek and Turkish waters."),
        ("Authorities Romanian said the plant was safe.", "Romanian authorities said the plant was safe."),
        ("They fear their rivals Italians.", "They fear their Italian rivals."),
        ("The team South Korean lost.", "The South Korean team lost."),
        ("The singer Colombian Shakira sold out.", "The Colombian singer Shakira sold out."),
        ("The Court European of Human Rights ruled.", "The European Court of Human Rights ruled."),
        ("The reform electoral was adopted.", "The electoral reform was adopted."),
        ("It had a impact economic on the island.", "It had an economic impact on the island."),
        (
            "Experts expect consequences economic and social for all.",
            "Experts expect economic and social consequences for all.",
        ),
        ("The crisis financial hit the banks Spanish.", "The financial crisis hit the Spanish banks."),
        ("A study recent shows that bees die.", "A recent study shows that bees die."),
        ("They signed a striker left-footed.", "They signed a left-footed striker."),
        ("A winter unusually mild, they say, is near.", "An unusually mild winter, they say, is near."),
        ("It is the law on the heritage cultural.", "It is the law on the cultural heritage."),
        ("Leaders of the countries NATO, he said, agreed.", "Leaders of the NATO countries, he said, agreed."),
        ("They voted against the law Ferrandini.", "They voted against the Ferrandini law."),
        ("The bridge opened in March last, after delays.", "The bridge opened last March, after delays."),
        ("The company state that runs the port is bankrupt.", "The state company that runs the port is bankrupt."),
        ("At Carla’s request Bentivoglio, they left.", "At Carla Bentivoglio’s request, they left."),
        ("By Friday must the court decide on it.", "By Friday the court must decide on it."),
        ("She showed the picture that her son painted has.", "She showed the picture that her son has painted."),
        ("The ferry stayed because the sea rough was.", "The ferry stayed because the sea was rough."),
        ("She could the key not find.", "She could not find the key."),
        ("The minister will the law on Thursday present.", "The minister will present the law on Thursday."),
        ("Visitors must at the door a form fill in.", "Visitors must fill in a form at the door."),
        ("The class has already three songs learned.", "The class has already learned three songs."),
        ("Last week has the bank the branch closed.", "Last week the bank closed the branch."),
        ("It is being by the prosecutor investigated.", "It is being investigated by the prosecutor."),
        ("The miners, who the letter only today read, left.", "The miners, who read the letter only today, left."),
        ("He says that she the answer does not know.", "He says that she does not know the answer."),
        ("It is the oldest coin until now in Kent found.", "It is the oldest coin found in Kent until now."),
        ("Nobody knows when will the train leave.", "Nobody knows when the train will leave."),
        ("He must say why did the guard leave the gate.", "He must say why the guard left the gate."),
        ("The doctors who them treated were tired.", "The doctors who treated them were tired."),
        ("How long it will last, knows nobody.", "How long it will last, nobody knows."),
        ("Have died three sailors.", "Three sailors have died."),
        ("Arrived at the port also two ships.", "Two ships also arrived at the port."),
        ("In the square, only there is one bench.", "In the square, there is only one bench."),
        ("Not he believes in it. Not there is time.", "He does not believe in it. There is no time."),
        ("Ten years ago were there plans for it.", "Ten years ago there were plans for it."),
        ("With a roof becomes from the barn a theatre.", "With a roof the barn becomes a theatre."),
        ("In the raid were arrested two men.", "In the raid two men were arrested."),
        ("When he was young, played he in a band.", "When he was young, he played in a band."),
        ("After the vote resigned he.", "After the vote he resigned."),
        ("They are building year after year houses.", "They are building houses year after year."),
        ("He drinks often coffee.", "He often drinks coffee."),
        ("They wore shirts red at the parade.", "They wore red shirts at the parade."),
        ("The Guard Coast stopped the boat.", "The Coast Guard stopped the boat."),
        ("The house most old of the street burned.", "The oldest house of the street burned."),
    ],
)
def test_repairs(bad: str, good: str) -> None:
    assert repaired(bad) == good
    assert repaired(good) == good


@pytest.mark.parametrize(
    "text",
    [
        "The army attacks Ukrainian positions.",
        "She taught the children Italian and sang.",
        "Police arrested the singer Roman Novak.",
        "He was tried before a court martial.",
        "Remained at sea one year before he came home.",
        "They said that the fee demanded was, in short, absurd.",
        "The boy was by his own account ruined.",
        "The heads of state met the secretary general.",
        "It was the only thing possible.",
        "The reform made the process political.",
        "The state made the bill light.",
        "The war left the country poor.",
        "He is a man able to lead, with food available.",
        "The company responsible for the leak paid.",
        "They found the city empty and the people angry.",
        "Fellow Nigerians, it is time to decide.",
        "Israel blocks Palestinians from returning.",
        "A storm complex hit the coast, and a dawn offensive began.",
        "The law Congress passed on Monday was signed.",
        "At no time did the court decide.",
        "They earned more than others in the town had.",
        "The talks in May last two days.",
        "Something new and something Russian happened.",
        "The will the family read was old, and what they can the others cannot.",
        "He has two players injured and no meetings planned.",
        "If we the people have spoken, they must listen.",
        "The houses were by law protected, and the room was by noon filled.",
        "They asked who is the owner; the question is: how much will it cost?",
        "They painted houses white, and the leaves turned red.",
        "Not he but she won, and not all of them agree.",
        "On the wall hung a portrait, and in the harbour lay two ships.",
        "She said yesterday the plan was dead, and he won again the next year.",
        "The child most afraid of the dark slept near the Tower Bridge.",
        "If you are done, lay the fork down; if it hurts, stop it.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert repaired(text) == text


def test_a_demonym_of_two_words_stays_whole() -> None:
    text = "The South Sudanese should vote in May, and the North Macedonian left."
    assert repaired(text) == text
