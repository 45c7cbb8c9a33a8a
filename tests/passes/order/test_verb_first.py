"""Verbs before their subject: the parser, what is put in order, and the inversions of good English."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.edits import Applicability, minimise, resolve
from cleanup.passes.order import WordOrder
from cleanup.passes.order.verb_first import (
    completes,
    is_clause,
    phrase_in_front,
    sole_verb_first,
    time_in_front,
    verb_first,
)
from cleanup.resources import Resources
from cleanup.syntax.clauses import has_finite
from cleanup.syntax.parser import Word, tag_sentence

ORDER = WordOrder(Resources())


def repaired(text: str) -> str:
    """The text with the safe edits of the pass made."""
    article = Article(text, text)
    safe = [minimise(edit) for edit in ORDER(article) if edit.applicability is Applicability.SAFE]
    return article.apply(resolve(safe)).text


def index(words: tuple[Word, ...], text: str) -> int:
    """Where the word stands in its sentence."""
    return next(at for at, word in enumerate(words) if word.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("In May decided the court of appeal on the case.", "decided", "the court of appeal"),
        ("In May decided they on the case.", "decided", "they"),
        ("In May decided Anna Berg on the case.", "decided", "Anna Berg"),
        ("In May filled the teachers Kossuth Square.", "filled", "the teachers"),
        ("In May removed the president Ana Ruiz her minister.", "removed", "the president Ana Ruiz"),
        ("In May decided 300 members on the case.", "decided", "300 members"),
    ],
)
def test_a_subject_is_one_noun_phrase_or_a_pronoun(text: str, verb: str, subject: str) -> None:
    words = tag_sentence(text)
    found = verb_first(words, index(words, verb))
    assert found is not None
    assert found.subject_text == subject


def test_no_subject_is_a_preposition_or_the_end_of_the_sentence() -> None:
    words = tag_sentence("In May decided on the case the court.")
    assert verb_first(words, index(words, "decided")) is None
    assert verb_first(words, len(words) - 2) is None


def test_a_verb_behind_the_noun_takes_the_subject_away() -> None:
    words = tag_sentence("In May injured the driver has left the hospital.")
    assert verb_first(words, 2) is not None
    assert sole_verb_first(words, 2) is None


@pytest.mark.parametrize(
    ("text", "finite"),
    [
        ("the city has bought it.", True),
        ("the city on the river that has sunk.", False),
        ("the city, which has sunk.", False),
        ("the city because it has sunk.", False),
        ("the city and has sunk.", False),
        ("the city of the king.", False),
    ],
)
def test_a_clause_ends_at_its_mark_or_the_next_opener(text: str, finite: bool) -> None:
    assert has_finite(tag_sentence(text), 2) is finite


@pytest.mark.parametrize(
    ("helper", "word", "fits"),
    [
        ("must", "decide", True),
        ("must", "decided", False),
        ("has", "decided", True),
        ("has", "decide", False),
        ("may", "rest", False),
        ("is", "closed", False),
    ],
)
def test_a_helping_verb_asks_for_its_form(helper: str, word: str, fits: bool) -> None:
    words = tag_sentence(f"they {helper} {word} it")
    assert completes(words[1], words[2]) is fits


@pytest.mark.parametrize(
    "front", ["On Monday", "In 1998", "Two years ago", "Last night", "Yesterday", "Until the summer"]
)
def test_a_time_in_front(front: str) -> None:
    words = tag_sentence(f"{front} was the bridge closed.")
    assert time_in_front(words, index(words, "was"))


@pytest.mark.parametrize("front", ["In the harbour", "The year", "She said on Monday", "Happily"])
def test_no_time_in_front(front: str) -> None:
    words = tag_sentence(f"{front} was the bridge closed.")
    assert not time_in_front(words, index(words, "was"))


def test_a_phrase_in_front_has_no_subject_of_its_own() -> None:
    words = tag_sentence("In the harbour of the town was a boat seized.")
    assert phrase_in_front(words, index(words, "was"))
    words = tag_sentence("After the rebels won the town was rebuilt.")
    assert not phrase_in_front(words, index(words, "was"))


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("When the rain stopped", True),
        ("If it rains", True),
        ("When asked", False),
        ("As it rains", False),
        ("When it rained, as it did", False),
        ("In the rain", False),
        ("", False),
    ],
)
def test_a_clause_in_front_has_its_opener_and_its_verb(text: str, clause: bool) -> None:
    assert is_clause(tag_sentence(text)) is clause


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("On Friday received the widow the medal.", "On Friday the widow received the medal."),
        ("Until Easter must the builders wait.", "Until Easter the builders must wait."),
        ("Since March is the pool closed.", "Since March the pool has been closed."),
        ("Because of the heat is the school closed today.", "Because of the heat the school is closed today."),
        ("Already in May had the town sold the pool.", "Already in May the town had sold the pool."),
        ("If the pool closes, will the town build another.", "If the pool closes, the town will build another."),
        ("If it rains, play they indoors.", "If it rains, they play indoors."),
        ("When the whistle blew, had Berg two chances.", "When the whistle blew, Berg had two chances."),
        ("At 5–6, had she two match points.", "At 5–6, she had two match points."),
        ("Last week was arrested he at the border.", "Last week he was arrested at the border."),
        ("In the fire were injured two guests.", "In the fire two guests were injured."),
        ("In Turku was opened school for sailors.", "In Turku a school was opened for sailors."),
        ("Are expected rain and wind in the north.", "Rain and wind are expected in the north."),
        ("Friday is expected a vote on the pool.", "On Friday a vote is expected on the pool."),
        ("Then have they often lost at home.", "Then they have often lost at home."),
        ("The brothers quarrelled; therefore live they apart.", "The brothers quarrelled; therefore they live apart."),
        ("That know we from the letters.", "That we know from the letters."),
        ("They sold it because grew the debts.", "They sold it because the debts grew."),
        ("The mine shuts in the spring down.", "The mine shuts down in the spring."),
    ],
)
def test_the_subject_goes_before_its_verb(bad: str, good: str) -> None:
    assert repaired(bad) == good
    assert repaired(good) == good


@pytest.mark.parametrize(
    "text",
    [
        # behind a place, an adverb or a link that presents what follows
        "Here comes the bus.",
        "There lived they in peace.",
        "Among them was a boy.",
        "On the table lay a letter from the king.",
        "Behind the church stands an old oak.",
        "To the north lies the desert.",
        "Down came the rain and washed the spider out.",
        "In came the nurse with a tray.",
        "Thus began the longest strike in the history of the port.",
        "So ended the war.",
        "Then came the rain.",
        "Where once stood a mill now stands a bank.",
        "In the letter was a photograph of the house.",
        "In this house was born the poet.",
        # behind what is said of the subject
        "Such was his fame that people travelled for days to hear him.",
        "Gone are the days of cheap oil.",
        "Also present were the mayor and two priests.",
        "At stake are the jobs of ten thousand miners.",
        "Equally important are the roads.",
        "Blessed are the poor.",
        "The bigger the crowd, the louder were the cheers.",
        # behind a denial
        "Rarely has the town seen so much snow.",
        "Not only did the firm lose money, it also lost its name.",
        "Nor was the mayor invited.",
        "Neither has the club paid the players.",
        "Only on Sunday did the police find the car.",
        "Never before had the city spent so much on parks.",
        "Hardly had the train left when the bomb went off.",
        "Under no condition may the guard leave the gate.",
        # conditions and wishes
        "Had he known, he would have stayed.",
        "Had the bank known of the debt, it would have refused.",
        "Were the dam to break, the valley would flood.",
        "Should the talks fail, the union will strike.",
        "Were it not for the rain, the fire would have spread.",
        "On this day may the nation remember its dead.",
        "When he dies, may the nation remember him.",
        "Now may they rest in peace.",
        "When it rains, should the roof give way, the tenants pay.",
        "When it rains, should they leave, the house is empty.",
        "Long live the king.",
        "Come spring, the fields will be green.",
        # quotations and questions
        "“We are tired,” said the captain.",
        "“We are tired,” wrote she to the board.",
        "So say the experts.",
        "Where have all the flowers gone, asks the song.",
        "Then was the mayor there?",
        # short answers and comparisons
        "He left, as did his brother.",
        "She was tired, and so were the children.",
        # headlines
        "Police Arrest Two Men in Raid",
        "In Wales Vote Splits Party",
        "Storm Hits Coast, Leaves Thousands Without Power",
        # a participle before its noun
        "On Monday arrested miners were released.",
        "In March opened offices were closed again.",
        "By then married women could vote.",
        "Last year planned cuts were dropped.",
        "He hid the map, and on Friday rejected the offer.",
        # imperatives
        "If it hurts, stop it.",
        "When you are done, lay the fork down.",
        "So suppose they win the vote.",
    ],
)
def test_sound_inversions_stay(text: str) -> None:
    assert repaired(text) == text
