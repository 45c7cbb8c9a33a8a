"""How a rewrite is taken apart: what belongs together stays together, and everything else stands alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanup.rewriting.alignment import Alignment, Proposal

PLACE = "The talks in Berlin ended on Friday without a result."


def made(text: str, proposals: list[Proposal]) -> str:
    for start, end, new in reversed(proposals):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "rewrite", "edits"),
    [
        # words that ran together are one edit each
        ("Saltwas inBoxes.", "Salt was in Boxes.", [("Saltwas", "Salt was"), ("inBoxes", "in Boxes")]),
        ("Peruhas shipssank.", "Peru has, ships sank.", [("Peruhas", "Peru has,"), ("shipssank", "ships sank")]),
        # a word that moved is one edit, near and far
        ("An engine electric hummed.", "An electric engine hummed.", [("engine electric", "electric engine")]),
        ("Then the crew of it left.", "The crew of it then left.", [("Then the crew of it", "The crew of it then")]),
        ("The pilot just, landed.", "The pilot, just landed.", [(" just,", ", just")]),
        # a pair of marks is one edit
        ("The cook who sang won.", "The cook, who sang, won.", [(" who sang", ", who sang,")]),
        ("The cook called it soup today.", "The cook called it “soup” today.", [("soup", "“soup”")]),
        # a phrase around a small word is one edit
        ("He went at house of friend.", "He went home to a friend.", [("at house of", "home to a")]),
        # what has nothing to do with each other is not
        ("The Peru she waits of rain.", "Peru waits for rain.", [("The ", ""), (" she", ""), ("of", "for")]),
        # typographic marks are no change
        ("It’s “fine” — mostly.", "It's \"fine\" - mostly.", []),
        ("He said « yes » – or no.", "He said \"yes\" - or not.", [(" yes »", "yes»"), ("no", "not")]),
        ("", "", []),
    ],
)  # fmt: skip
def test_edits_of_a_rewrite(text: str, rewrite: str, edits: list[tuple[str, str]]) -> None:
    proposals = Alignment(text, rewrite).proposals()
    assert [(text[p.start : p.end], p.replacement) for p in proposals] == edits


def test_offsets_are_code_points() -> None:
    (proposal,) = Alignment("😀 The 𝔸 she fell.", "😀 The 𝔸 fell.").proposals()
    assert proposal == Proposal(7, 11, "")


def test_spaces_that_are_kept_are_kept_as_they_are() -> None:
    text = "A\u00a0small\u00a0boat it  sank."
    proposals = Alignment(text, "A large boat sank.").proposals()
    assert made(text, proposals) == "A\u00a0large\u00a0boat  sank."


WORDS = st.lists(
    st.sampled_from(["the", "The", "boat", "Boat", "sank", "of", ",", ".", "“", "”", "notof", "12"]), max_size=12
)


@given(WORDS, WORDS)
def test_all_edits_together_give_the_rewrite(left: list[str], right: list[str]) -> None:
    text, rewrite = " ".join(left), " ".join(right)
    proposals = Alignment(text, rewrite).proposals()
    assert made(text, proposals).translate(str.maketrans("“”", '""')) == rewrite.translate(str.maketrans("“”", '""'))
    assert all(one.end <= other.start for one, other in pairwise(proposals))


@pytest.mark.parametrize(
    ("rewrite", "lost", "added"),
    [
        (f"It rained. {PLACE} Nobody was hurt.", False, False),
        (f"{PLACE} Nobody was hurt.", True, False),
        (f"It rained. {PLACE}", True, False),
        (f"It rained. {PLACE} Nobody was hurt. I fixed the commas.", False, True),
        (f"Here is your text. It rained. {PLACE} Nobody was hurt.", False, True),
        ("It rained. Nobody was hurt.", True, False),
        ("It rained, nobody was hurt, and the talks in Berlin ended on Friday without a result.", True, False),
        ("Itrained. Thetalks inBerlin endedon Friday without aresult. Nobodywas hurt.", False, False),
        ("", True, False),
    ],
)
def test_sentences_that_are_lost_or_added(rewrite: str, lost: bool, added: bool) -> None:
    alignment = Alignment(f"It rained. {PLACE} Nobody was hurt.", rewrite)
    assert alignment.lost_sentence() is lost
    if not lost:
        assert alignment.added_sentence() is added


def test_the_share_of_words_that_change() -> None:
    assert Alignment(PLACE, PLACE).changed == 0
    assert Alignment(PLACE, "On Friday the talks in Berlin ended without aresult.").changed == 0
    assert Alignment(PLACE, "The talks in Berlin ended on Sunday without a result.").changed == pytest.approx(0.1)
    assert Alignment(PLACE, "Delegates left Germany empty-handed.").changed > 0.5
