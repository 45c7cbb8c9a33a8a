"""What is proposed from decisions, what is not, and that nothing takes effect without a yes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from cleanup.decisions import Batch, State, decide, open_batch, save
from cleanup.errors import UserError
from cleanup.glossary import load_glossary
from cleanup.review.learn import as_yaml, ask, interval, propose, write_proposals
from tests.review.conftest import Found, Spot


def decided(found: Found, tmp_path: Path, lines: Sequence[tuple[Spot, State, str | None]], name: str = "d") -> Path:
    """A decisions file for an article of one line a decision."""
    text = "".join(f"Line {n} has {spot[0]} inside.\n" for n, (spot, _, _) in enumerate(lines))
    batch = open_batch([found(text, [spot for spot, _, _ in lines], f"{name}.txt")])
    (file,) = batch.files
    made = [
        decide(d, state, text=own, who="ada") for d, (_, state, own) in zip(file.decisions, lines, strict=True)
    ]  # fmt: skip
    path = tmp_path / f"{name}.json"
    save(Batch(1, [type(file)(file.path, file.sha256, made)]), path)
    return path


MOSCOW: Spot = ("Mosca", "Moscow", "exonym")
CABBAGE: Spot = ("Cabbage", "", "look-name")


def test_a_name_replaced_often_becomes_a_term(found: Found, tmp_path: Path) -> None:
    path = decided(
        found,
        tmp_path,
        [(MOSCOW, State.ACCEPTED, None)] * 3
        + [(CABBAGE, State.EDITED, "Kohl")] * 4
        + [(("Parigi", "Paris", "exonym"), State.ACCEPTED, None)] * 2
        + [(("Romajust", "Roma just", "fused"), State.ACCEPTED, None)] * 5
        + [(("The France", "France", "article"), State.ACCEPTED, None)] * 5,
    )
    terms = propose([path]).glossary
    assert [(term.form, term.target, term.agreed, term.of) for term in terms] == [
        ("Cabbage", "Kohl", 4, 4),
        ("Mosca", "Moscow", 3, 3),
    ]
    assert terms[1].evidence[0] == f"{tmp_path}/articles/d.txt:1: “Mosca”, accepted as “Moscow” by ada"


def test_reviewers_who_disagree_teach_no_term(found: Found, tmp_path: Path) -> None:
    lines = [(MOSCOW, State.ACCEPTED, None)] * 3 + [(MOSCOW, State.REJECTED, None)] * 2
    assert propose([decided(found, tmp_path, lines)]).glossary == []


def test_open_changes_teach_nothing(found: Found, tmp_path: Path) -> None:
    proposals = propose([decided(found, tmp_path, [(MOSCOW, State.OPEN, None)] * 20)])
    assert (proposals.glossary, proposals.ignores, proposals.rules) == ([], [], [])


def test_a_rule_or_a_word_rejected_often_is_proposed_to_ignore(found: Found, tmp_path: Path) -> None:
    bad: Spot = ("it", "", "pronoun")
    path = decided(
        found,
        tmp_path,
        [(bad, State.REJECTED, None)] * 8
        + [(bad, State.ACCEPTED, None)]
        + [(("Turin", "Torino", "maybe-club"), State.REJECTED, None)] * 3
        + [(("Genova", "Genoa", "maybe-club"), State.ACCEPTED, None)] * 3,
    )
    ignores = propose([path]).ignores
    assert [(i.rule, i.word, i.rejected, i.of) for i in ignores] == [
        ("maybe-club", "Turin", 3, 3),
        ("pronoun", None, 8, 9),
    ]


def test_a_rule_less_right_than_it_says(found: Found, tmp_path: Path) -> None:
    half: Spot = ("Xa", "Ya", "half")
    sure: Spot = ("Xb", "Yb", "maybe-sure")
    path = decided(
        found,
        tmp_path,
        [(half, State.ACCEPTED, None)] * 10
        + [(half, State.REJECTED, None)] * 6
        + [(half, State.EDITED, "Za")] * 4
        + [(sure, State.ACCEPTED, None)] * 90,
    )
    first, second = propose([path]).rules
    assert (first.rule, first.rate, first.accepted, first.rejected, first.edited) == ("half", 0.5, 10, 6, 4)
    assert "only suggest it" in first.proposal
    assert first.between[1] < 0.9 == first.confidence
    assert len(first.evidence) == 5
    assert second.rule == "maybe-sure"
    assert "apply it unasked" in second.proposal


def test_several_files_count_together_and_the_same_decision_once(found: Found, tmp_path: Path) -> None:
    one = decided(found, tmp_path, [(MOSCOW, State.ACCEPTED, None)] * 2, "one")
    two = decided(found, tmp_path, [(MOSCOW, State.ACCEPTED, None)], "two")
    assert propose([one, one]).glossary == []
    assert propose([one, two]).glossary[0].agreed == 3


def test_interval() -> None:
    low, high = interval(9, 10)
    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)  # as in Wilson's table
    assert interval(0, 5)[0] == 0.0
    assert interval(5, 5)[1] == 1.0


def test_proposals_are_written_and_nothing_else(found: Found, tmp_path: Path) -> None:
    proposals = propose([decided(found, tmp_path, [(MOSCOW, State.ACCEPTED, None)] * 3)])
    path = tmp_path / "proposals.yaml"
    write_proposals(proposals, path)
    assert path.read_text(encoding="utf-8") == as_yaml(proposals)
    assert yaml.safe_load(as_yaml(proposals))["glossary"][0]["target"] == "Moscow"
    with pytest.raises(UserError, match="exists"):
        write_proposals(proposals, path)


@pytest.mark.parametrize(("answer", "taken"), [("y", True), ("n", False), ("", False)])
def test_a_term_needs_a_yes(
    found: Found, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, taken: bool
) -> None:
    proposals = propose([decided(found, tmp_path, [(MOSCOW, State.ACCEPTED, None)] * 3)])
    monkeypatch.setattr("builtins.input", lambda *_: answer)
    glossary = tmp_path / "glossary.yaml"
    ask(proposals, glossary)
    assert glossary.exists() is taken
    if taken:
        assert load_glossary(glossary).targets == {"Mosca": "Moscow"}
