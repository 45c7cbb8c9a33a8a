import gzip
from pathlib import Path
from random import Random

import pytest
from tokenizers import Tokenizer

pytest.importorskip("onnx", reason="the export needs the extra `train`")
pytest.importorskip("textblob", reason="the corruption needs the extra `train`")
pytest.importorskip("babel", reason="the corruption needs the extra `train`")

import onnx

from cleanup.neural.answer import WordTag
from cleanup.neural.files import SHIPPED
from cleanup.neural.pieces import PieceTable, encode
from cleanup.neural.units import cut
from training.corpus import WEIGHTS, held_out, read, windows
from training.corrupt import corrupt
from training.evaluate import Alarm, area_under_curve, edit_pairs, merged_count, word_distance
from training.marks import DELETE, SPLIT_COMMA, TAGS, marks_of
from training.repairs import applied
from training.tokenise import IGNORED, labelled

LINES = [
    f"The minister from region {number} said on Monday that Russian authorities had replied to Kazakhstan, which left."
    for number in range(600)
]


@pytest.fixture(scope="module")
def table() -> PieceTable:
    return PieceTable(Tokenizer.from_file(str(SHIPPED / "tokenizer.json")))


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpora")
    for name in WEIGHTS:
        with gzip.open(folder / f"{name}.txt.gz", "wt", encoding="utf-8") as file:
            file.write("\n".join(LINES))
    return folder


def test_a_label_sits_on_the_piece_that_holds_the_boundary(table: PieceTable) -> None:
    marks = marks_of("They left Moscowjust then")
    # As the corruption would write it: `Moscow, just` run together.
    marks = [*marks[:3], marks[3], *marks[4:]]
    marks[3].text = "Moscow"
    marks.insert(4, type(marks[3])("just", False, tag=SPLIT_COMMA))
    example = labelled(marks, table)
    encoded = encode(cut("They left Moscowjust then"), table)
    position = encoded.offsets.index(len("They left Moscow")) + 1
    tags = [TAGS[label] if label != IGNORED else "" for label in example.labels]
    assert tags == [SPLIT_COMMA if index == position else "keep" for index in range(len(tags) - 1)] + [""]


def test_the_shipped_weights_are_signed() -> None:
    graph = onnx.load(str(SHIPPED / "onnx" / "model.onnx")).graph
    types = {tensor.name: tensor.data_type for tensor in graph.initializer}
    products = [node for node in graph.node if node.op_type == "MatMulInteger"]
    assert products
    assert all(types[node.input[1]] == onnx.TensorProto.INT8 for node in products)


def test_examples_have_one_label_a_piece(table: PieceTable) -> None:
    for number, line in enumerate(LINES[:50]):
        marks = corrupt(line, number)
        example = labelled(marks, table)
        assert len(example.ids) == len(example.types) == len(example.labels)
        assert max(example.types) < 8
        damaged = sum(mark.tag != "keep" for mark in marks)
        assert 0.6 * damaged <= sum(label > 0 for label in example.labels) <= damaged


def test_what_is_missing_at_the_beginning_is_labelled_on_the_start_piece(table: PieceTable) -> None:
    marks = marks_of("Plan failed")
    marks[0].tag, marks[0].repair = "append:the", "The"
    assert TAGS[labelled(marks, table).labels[0]] == "append:the"


def test_held_out_lines_never_train(corpora: Path) -> None:
    training = {line for corpus in read(corpora, for_training=True) for line in corpus.lines}
    kept = {line for corpus in read(corpora, for_training=False) for line in corpus.lines}
    assert training | kept == set(LINES)
    assert not training & kept
    assert all(held_out(line) for line in kept)


def test_windows_hold_one_to_three_sentences() -> None:
    text = " ".join(f"This is a sentence with the number {number}." for number in range(20))
    found = list(windows(text, Random(1)))
    assert " ".join(found) == text
    assert {window.count("sentence") for window in found} == {1, 2, 3}


def test_edit_pairs_are_right_and_wrong(corpora: Path) -> None:
    pairs = edit_pairs(corpora, 200, seed=3)
    assert {right for _, _, right, _ in pairs} == {True, False}
    assert all(before != after for before, after, _, _ in pairs)


def test_area_under_curve_counts_ties_half() -> None:
    assert area_under_curve([2.0, 3.0], [0.0, 1.0]) == 1
    assert area_under_curve([0.0], [1.0]) == 0
    assert area_under_curve([1.0, 1.0], [1.0, 1.0]) == 0.5


def test_word_distance() -> None:
    assert word_distance("kitten", "sitting") == 3
    assert word_distance("", "abc") == 3


def test_neighbouring_alarms_count_once() -> None:
    text = "one two three four"
    alarm = [Alarm(start, end, 1.0, "wrong", 1.0) for start, end in ((0, 3), (4, 7), (14, 18))]
    assert merged_count(text, alarm) == 2


@pytest.mark.parametrize(
    ("text", "index", "tag", "offset", "after"),
    [
        ("the Kremlin it was", 3, DELETE, None, "the Kremlin was"),
        ("The Italy wins", 1, DELETE, None, "Italy wins"),
        ("authorities Russian left", 1, "swap", None, "Russian authorities left"),
        ("from Moscajust when", 2, "split:,", 10, "from Mosca, just when"),
        ("like theCentral Asia", 3, "split", None, "like the Central Asia"),
        ("Russia e China", 2, "replace:and", None, "Russia and China"),
        ("held Bogotá", 1, "append:in", None, "held in Bogotá"),
        ("the Car", 2, "lower", None, "the car"),
        ("why ?", 2, "join", None, "why?"),
        ("why", 1, "wrong", None, None),
    ],
)
def test_tags_become_edits(text: str, index: int, tag: str, offset: int | None, after: str | None) -> None:
    words = [WordTag(0, 0, "keep", 1.0, 0.0)]
    words += [WordTag(unit.start, unit.end, "keep", 1.0, 0.0) for unit in cut(text)]
    assert applied(text, words, index, tag, offset) == after
