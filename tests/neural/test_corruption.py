import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("textblob", reason="the corruption needs the extra `train`")
pytest.importorskip("babel", reason="the corruption needs the extra `train`")
pytest.importorskip("lemminflect", reason="the corruption needs the extra `train`")

from cleanup.neural.files import SHIPPED
from training.corrupt import KINDS, corrupt
from training.dice import Dice
from training.grammar import tag_parts
from training.kinds.articles import lose_articles
from training.kinds.order import displace_links, invert_subjects, verbs_to_the_end
from training.marks import TAG_INDEX, TAGS, Mark, marks_of, render, repair

SENTENCES = [
    "The Kremlin said on Monday that Russian authorities had replied to Kazakhstan, which depends on Moscow for oil.",
    "“We will halve our demand before resuming talks,” the minister told reporters in Paris. He did not elaborate.",
    "In Brussels, Italian officials announced an economic plan worth 25,000 euros; Germany and France are in favour.",
    "She has visited Vienna seventeen times since 1994, but her brother Paul keeps his own flat in Rome.",
    "An old farmer from Sorriso cultivates nine hundred hectares, and he expects prices to fall by Christmas.",
]


def damaged(text: str, seeds: int) -> list[list[Mark]]:
    return [corrupt(text, seed, clean_share=0.0) for seed in range(seeds)]


@pytest.mark.parametrize("text", SENTENCES)
def test_the_labels_give_back_the_clean_text(text: str) -> None:
    for marks in damaged(text, 60):
        assert repair(marks) == text


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([word for text in SENTENCES for word in text.split()]), min_size=3, max_size=30),
    st.integers(0, 10_000),
)
def test_the_labels_give_back_any_clean_text(words: list[str], seed: int) -> None:
    text = " ".join(words)
    assert repair(corrupt(text, seed, clean_share=0.0)) == text


def test_the_same_seed_gives_the_same_damage_and_another_seed_another() -> None:
    first, again = damaged(SENTENCES[0], 20), damaged(SENTENCES[0], 20)
    assert first == again
    assert len({render(marks) for marks in first}) > 10


def test_the_clean_share_stays_clean() -> None:
    texts = [render(corrupt(SENTENCES[0], seed)) for seed in range(400)]
    assert 0.2 < sum(text == SENTENCES[0] for text in texts) / 400 < 0.5
    assert render(corrupt(SENTENCES[0], 1, clean_share=1.0)) == SENTENCES[0]


def test_every_kind_of_damage_occurs() -> None:
    tags = Counter(mark.tag.split(":")[0] for text in SENTENCES for marks in damaged(text, 300) for mark in marks)
    wanted = ("delete", "swap", "move", "upper", "lower", "wrong", "inflect", "split", "join", "replace", "append")
    assert all(tags[tag] for tag in wanted)
    assert tags["keep"] > 0.8 * tags.total()


@pytest.mark.parametrize(
    ("kind", "clean", "wanted"),
    [
        (invert_subjects, "On Sunday the crew has two leaks.", "On Sunday has the crew two leaks."),
        (invert_subjects, "He waited as the boat has sunk.", "He waited as has sunk the boat."),
        (displace_links, "It was approved by the Antitrust Board.", "It was approved Antitrust Board by the."),
        (verbs_to_the_end, "The bank which owns the mine.", "The bank which the mine owns."),
        (lose_articles, "They crossed at the lowest point.", "They crossed at lowest point."),
    ],
)
def test_order_and_loss_of_other_languages(kind: Callable[[list[Mark], Dice], None], clean: str, wanted: str) -> None:
    seen = set()
    for seed in range(200):
        marks = marks_of(clean)
        tag_parts(marks)
        kind(marks, Dice(Random(seed), "de", 0.4))
        assert repair(marks) == clean
        seen.add(render(marks))
    assert wanted in seen


def test_rates_are_chances() -> None:
    assert all(0 < kind.rate < 1 for kind in KINDS)
    assert len({kind.damage for kind in KINDS}) == len(KINDS)


def test_tags_of_training_and_of_the_shipped_model_agree() -> None:
    stored = json.loads((Path(SHIPPED) / "tags.json").read_text(encoding="utf-8"))
    assert tuple(stored) == TAGS
    assert TAG_INDEX["keep"] == 0


def test_marks_render_as_they_were_cut() -> None:
    for text in SENTENCES:
        assert render(marks_of(text)) == text
        assert repair(marks_of(text)) == text
