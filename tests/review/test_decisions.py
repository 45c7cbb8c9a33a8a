"""Decisions: kept over re-runs and slightly changed articles, merged, applied; nothing is dropped in silence."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleanup.decisions import (
    Batch,
    DecisionError,
    State,
    chosen,
    decide,
    load,
    merge,
    open_batch,
    replace_decision,
    save,
    schema,
)
from cleanup.edits import accept
from cleanup.files import write_file
from cleanup.findings import FileFindings
from cleanup.formats import decode
from cleanup.formats.text import TextDocument
from cleanup.review.apply import apply_decisions, load_merged
from tests.review.conftest import Found, Spot, changes_in

TEXT = "Old men saw Mosca by night. The France voted.\r\nHe came to Londra by train, and left Londra by boat.\n"
SPOTS: list[Spot] = [
    ("Mosca", "Moscow", "exonym"),
    ("The France", "France", "article"),
    ("Londra", "London", "maybe-exonym"),
    ("Londra", "London", "maybe-exonym"),
]
SCHEMA = Path(__file__).parents[2] / "docs" / "decisions.schema.json"


def decided(batch: Batch, path: str, states: dict[int, State], **more: str) -> Batch:
    for index, state in states.items():
        file = batch.file(path)
        assert file is not None
        batch = replace_decision(batch, path, index, decide(file.decisions[index], state, **more))
    return batch


def states(batch: Batch) -> list[str]:
    return [decision.state.value for file in batch.files for decision in file.decisions]


def final(tmp_path: Path, batch: Batch, name: str = "one.txt") -> tuple[bytes, list[str]]:
    save(batch, tmp_path / "decisions.json")
    lines = apply_decisions([tmp_path / "decisions.json"], tmp_path / "final")
    return (tmp_path / "final" / name).read_bytes(), lines


def test_saved_and_loaded_is_the_same(found: Found, tmp_path: Path) -> None:
    file = found(TEXT, SPOTS)
    batch = decided(open_batch([file]), file.path, {0: State.ACCEPTED, 1: State.EDITED}, text="French", who="ada")
    save(batch, tmp_path / "decisions.json")
    assert load(tmp_path / "decisions.json") == batch
    first = batch.files[0].decisions[0]
    assert first.when is not None
    assert first.when.endswith("+00:00")


def test_the_schema_in_docs_is_that_of_the_program(found: Found) -> None:
    assert SCHEMA.read_bytes() == schema()
    jsonschema = pytest.importorskip("jsonschema")
    file = found(TEXT, SPOTS)
    batch = decided(open_batch([file]), file.path, {0: State.ACCEPTED}, who="ada")
    checker = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    value = json.loads(msgspec.json.encode(batch))
    assert list(checker.iter_errors(value)) == []
    value["files"][0]["decisions"][0]["state"] = "perhaps"
    assert len(list(checker.iter_errors(value))) == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{", "not a decisions file"),
        (b"x", "not a decisions file: JSON is malformed"),
        (b'{"version": 1, "files": [{"path": 3}]}', "files[0].path"),
        (b'{"version": 9, "files": []}', "version 9, this program reads 1"),
        (b'\xef\xbb\xbf{"version": 9, "files": []}', "version 9, this program reads 1"),  # as Notepad saves it
        (b"[]", "not a decisions file: expected a table, got a list; "),
    ],
)
def test_a_bad_file_is_one_line(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "decisions.json"
    path.write_bytes(data)
    with pytest.raises(DecisionError) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_saving_is_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "decisions.json"
    write_file(path, b"before")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(Exception, match="No space left"):
        save(Batch(1, []), path)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_open_changes_stay_as_fix_left_them(found: Found, tmp_path: Path) -> None:
    batch = open_batch([found(TEXT, SPOTS)])
    data, lines = final(tmp_path, batch)
    assert data.decode() == TEXT.replace("Mosca", "Moscow").replace("The France", "France")
    assert lines == []


def test_decisions_make_the_text(found: Found, tmp_path: Path) -> None:
    file = found(TEXT, SPOTS)
    batch = decided(open_batch([file]), file.path, {0: State.REJECTED, 3: State.ACCEPTED})
    batch = decided(batch, file.path, {1: State.EDITED}, text="La France")
    data, _ = final(tmp_path, batch)
    assert data.decode() == TEXT.replace("The France", "La France").replace("left Londra", "left London")
    made = chosen(file, batch.files[0])
    assert accept(TEXT, made[0]).encode() == data


def test_all_rejected_is_the_original(found: Found, tmp_path: Path) -> None:
    file = found(TEXT, SPOTS)
    batch = decided(open_batch([file]), file.path, dict.fromkeys(range(4), State.REJECTED))
    assert final(tmp_path, batch)[0] == TEXT.encode()


def test_decisions_survive_a_run_on_a_changed_article(found: Found) -> None:
    file = found(TEXT, SPOTS)
    batch = decided(open_batch([file]), file.path, {0: State.REJECTED, 2: State.ACCEPTED}, who="ada")
    changed = found("A new first line.\n" + TEXT.replace("saw Mosca", "left Mosca"), SPOTS)
    again = open_batch([changed], batch)
    assert states(again) == ["rejected", "open", "accepted", "open"]
    assert again.files[0].decisions[0].who == "ada"
    assert again.files[0].decisions[0].fingerprint != batch.files[0].decisions[0].fingerprint


def test_a_decision_is_not_carried_to_another_place(found: Found) -> None:
    file = found("The cat saw the dog.\n", [("the ", "", "maybe-article")])
    batch = decided(open_batch([file]), file.path, {0: State.ACCEPTED})
    other = found("Some birds hear the rain at noon.\n", [("the ", "", "maybe-article")])
    again = open_batch([other], batch)
    assert states(again) == ["open"]
    assert [d.state for d in again.files[0].lost] == [State.ACCEPTED]
    back = open_batch([found("The cat saw the dog.\n", [("the ", "", "maybe-article")])], again)
    assert states(back) == ["accepted"]
    assert back.files[0].lost == []


def test_files_not_run_again_are_kept_and_moved_ones_known(found: Found) -> None:
    one, two = found(TEXT, SPOTS), found("Two saw Mosca.\n", SPOTS[:1], "two.txt")
    batch = decided(open_batch([one, two]), two.path, {0: State.REJECTED})
    again = open_batch([one], batch)
    assert again.file(two.path) == batch.file(two.path)
    moved = open_batch([found("Two saw Mosca.\n", SPOTS[:1], "three.txt")], batch)
    assert moved.files[0].decisions[0].state is State.REJECTED
    assert moved.file(two.path) is None


def test_applying_to_a_changed_article_finds_the_places(found: Found, tmp_path: Path) -> None:
    file = found(TEXT, SPOTS)
    batch = decided(open_batch([file]), file.path, {1: State.REJECTED, 3: State.ACCEPTED})
    longer = "Londra first. " + TEXT.replace("Old men saw Mosca by night.", "Nobody.")
    found(longer, [])
    data, lines = final(tmp_path, batch)
    assert data.decode() == longer.replace("left Londra", "left London")
    (line,) = lines
    assert "not made: open “Mosca” → “Moscow”" in line


def test_what_is_not_made_is_told_in_one_line(found: Found, tmp_path: Path) -> None:
    file = found("He saw\n\nMosca by night.\n", [("saw\n\nMosca", "saw Moscow", "exonym")])
    batch = decided(open_batch([file]), file.path, {0: State.ACCEPTED})
    found("Nobody came.\n", [])
    (line,) = final(tmp_path, batch)[1]
    assert "not made: accepted “saw⏎⏎Mosca” → “saw Moscow”" in line


def test_one_of_two_equal_changes(found: Found, tmp_path: Path) -> None:
    text = "He left Londra by boat. " * 3
    file = found(text, [SPOTS[2]] * 3)
    batch = decided(open_batch([file]), file.path, {1: State.ACCEPTED})
    found("More. " + text, [])
    data, lines = final(tmp_path, batch)
    assert data.decode() == "More. He left Londra by boat. He left London by boat. He left Londra by boat. "
    assert lines == []


def test_offsets_count_code_points_and_the_mark_stays(found: Found, tmp_path: Path) -> None:
    file = found("😀😀 saw Mosca.\n", SPOTS[:1])
    assert final(tmp_path, open_batch([file]))[0].decode() == "😀😀 saw Moscow.\n"


def test_two_reviewers(found: Found, tmp_path: Path) -> None:
    file = found(TEXT, SPOTS)
    batch = open_batch([file])
    ada = decided(batch, file.path, {0: State.ACCEPTED, 1: State.REJECTED}, who="ada", comment="sure")
    bob = decided(batch, file.path, {1: State.ACCEPTED, 2: State.ACCEPTED}, who="bob", comment="why?")
    merged = merge(ada, bob)
    assert states(merged.batch) == ["accepted", "rejected", "accepted", "open"]
    assert merged.batch.files[0].decisions[1].comment == "sure\nwhy?"
    (conflict,) = merged.conflicts
    assert (conflict.left.who, conflict.right.who) == ("ada", "bob")
    save(ada, tmp_path / "ada.json")
    save(bob, tmp_path / "bob.json")
    lines = apply_decisions([tmp_path / "ada.json", tmp_path / "bob.json"], tmp_path / "final")
    assert lines == [f"{file.path}:1: ada rejected “The France” → “France”, but bob accepted “The France” → “France”; "
                     "the first holds"]  # fmt: skip
    assert load(tmp_path / "final" / "merged-decisions.json") == merged.batch
    assert load_merged([tmp_path / "ada.json"]).batch == ada


def test_merging_keeps_what_only_one_has_seen(found: Found) -> None:
    file = found(TEXT, SPOTS)
    few = open_batch([found(TEXT, SPOTS[:1])])
    batch = decided(open_batch([file]), file.path, {1: State.REJECTED, 3: State.ACCEPTED})
    merged = merge(few, batch).batch
    assert states(merged) == ["open", "rejected", "accepted"]
    elsewhere = msgspec.structs.replace(few.files[0], sha256="0" * 64)
    merged = merge(Batch(1, [elsewhere]), batch).batch
    assert [d.state.value for d in merged.files[0].lost] == ["rejected", "accepted"]


def test_output_stays_inside_the_folder_and_input_is_kept(found: Found, tmp_path: Path) -> None:
    file = found(TEXT, SPOTS)
    batch = open_batch([file])
    outside = msgspec.structs.replace(batch.files[0], path=f"{tmp_path}/articles/../articles/one.txt")
    save(Batch(1, [outside]), tmp_path / "d.json")
    apply_decisions([tmp_path / "d.json"], tmp_path / "final")
    assert sorted(p.name for p in (tmp_path / "final").iterdir()) == ["one.txt", "one.txt.diff", "report.json"]
    with pytest.raises(Exception, match="would overwrite its input"):
        apply_decisions([tmp_path / "d.json"], tmp_path / "articles")
    assert (tmp_path / "articles" / "one.txt").read_bytes() == TEXT.encode()


def test_articles_that_moved_are_read_below_base(found: Found, tmp_path: Path) -> None:
    save(open_batch([found(TEXT, SPOTS)]), tmp_path / "d.json")
    (tmp_path / "articles").rename(tmp_path / "elsewhere")
    with pytest.raises(DecisionError, match="--base"):
        apply_decisions([tmp_path / "d.json"], tmp_path / "final")
    assert apply_decisions([tmp_path / "d.json"], tmp_path / "final", tmp_path / "elsewhere") == []
    assert b"Moscow" in (tmp_path / "final" / "one.txt").read_bytes()


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("rows.jsonl", '{"id": 1, "body": "He saw Mosca \\u00e9 by night."}\n{"id": 2, "body": "Mosca."}\n', "Moscow"),
        ("rows.csv", 'id,body\r\n1,"He saw Mosca, by night."\r\n2,Mosca.\r\n', "Moscow"),
    ],
)
def test_rows_are_read_again_by_their_field(tmp_path: Path, name: str, before: str, after: str) -> None:
    path = tmp_path / "articles" / name
    write_file(path, before.encode("utf-8"))
    document = decode(path, path.read_bytes(), "body")
    changes = tuple(changes_in(segment.text, SPOTS[:1]) for segment in document.segments)
    batch = open_batch([FileFindings(str(path), document, changes)])
    assert batch.files[0].text_field == "body"
    batch = decided(batch, str(path), {1: State.EDITED}, text=f"Great {after}")
    data, lines = final(tmp_path, batch, name)
    assert lines == []
    assert data.decode() == before.replace("saw Mosca", f"saw {after}").replace("Mosca.", f"Great {after}.")


WORDS = st.sampled_from(["Mosca", "Mosca", "Roma", "saw", "and", "😀", "the", "\n", "\r\n"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, min_size=1, max_size=30), st.lists(st.sampled_from(State), min_size=30, max_size=30))
def test_any_decisions_on_any_article(tmp_path: Path, words: list[str], said: list[State]) -> None:
    text = "x " + " ".join(words)
    names = [word for word in words if word in ("Mosca", "Roma")]
    spots: list[Spot] = [(name, f"{name}!", "exonym" if name == "Mosca" else "maybe-exonym") for name in names]
    path = tmp_path / "articles" / "one.txt"
    write_file(path, text.encode("utf-8"))
    file = FileFindings(str(path), TextDocument(path, text), (changes_in(text, spots),))
    batch = open_batch([file])
    for index, state in enumerate(said[: len(spots)]):
        if state is State.OPEN:
            continue
        own = "own" if state is State.EDITED else None
        batch = replace_decision(batch, str(path), index, decide(batch.files[0].decisions[index], state, text=own))
    data, lines = final(tmp_path, batch)
    assert lines == []
    assert data.decode() == accept(text, chosen(file, batch.files[0])[0])
    assert open_batch([file], batch) == batch
    assert merge(open_batch([file]), batch).batch == batch
