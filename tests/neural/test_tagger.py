import math
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cleanup.neural.answer import Scores
from cleanup.neural.files import CHECKSUMS, SHIPPED, ModelError
from cleanup.neural.pieces import Encoded
from cleanup.neural.tagger import Tagger

CLEAN = "The Russian authorities said on Monday that Kazakhstan had agreed to the plan."
DAMAGED = "The authorities Russian said on Monday that the Kazakhstan it had agreed to theplan."


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger.load()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "model"))


def test_words_carry_spans_and_probabilities(tagger: Tagger) -> None:
    words = tagger.tag([DAMAGED])[0]
    assert (words[0].start, words[0].end) == (0, 0)
    assert "".join(DAMAGED[word.start : word.end] for word in words) == DAMAGED.replace(" ", "")
    for word in words:
        assert word.tag in tagger.tags
        assert 0 <= word.error <= 1
        assert 0 <= word.probability <= 1


def test_damage_is_suspected_and_clean_text_is_not(tagger: Tagger) -> None:
    clean, damaged = tagger.tag([CLEAN, DAMAGED])
    assert max(word.error for word in clean) < 0.5
    by_text = {DAMAGED[word.start : word.end]: word for word in damaged}
    assert by_text["authorities"].tag == "swap"
    assert by_text["it"].tag == "delete"
    fused = by_text["theplan"]
    assert fused.error > 0.5
    assert [inner.offset for inner in fused.inner] == [DAMAGED.index("plan")]
    assert fused.inner[0].tag == "split"


def test_offsets_are_code_points(tagger: Tagger) -> None:
    text = "😀 The Kremlin, “𝔸 façade”, it was silent."
    assert "".join(text[word.start : word.end] for word in tagger.tag([text])[0]) == "".join(text.split())


def test_a_repair_looks_better_and_damage_worse(tagger: Tagger) -> None:
    better, worse, same = tagger.delta([DAMAGED, CLEAN, CLEAN], [CLEAN, DAMAGED, CLEAN])
    assert better > 5
    assert worse == -better
    assert same == 0


def test_delta_wants_pairs(tagger: Tagger) -> None:
    with pytest.raises(ValueError, match="as many texts"):
        tagger.delta([CLEAN], [])


def test_company_does_not_change_an_answer(tagger: Tagger) -> None:
    texts = [CLEAN, "Short.", DAMAGED, f"{CLEAN} {DAMAGED}", CLEAN]
    together = tagger.tag(texts)
    assert together == [tagger.tag([text])[0] for text in texts]
    assert together[0] == together[-1]


def test_a_text_is_read_once(tagger: Tagger, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh, again, other = (f"{CLEAN} {word}" for word in ("Soup.", "Soup.", "Bread."))
    first = tagger.tag([fresh])
    read: list[Encoded] = []
    score = Tagger.piece_scores

    def counted(self: Tagger, row: Encoded) -> Scores:
        read.append(row)
        return score(self, row)

    monkeypatch.setattr(Tagger, "piece_scores", counted)
    assert tagger.tag([again]) == first
    assert tagger.delta([again, again], [again, other])[0] == 0.0
    assert len(read) == 1


def test_threads_do_not_change_an_answer(tagger: Tagger) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda text: tagger.tag([text]), [DAMAGED] * 8))
    assert all(answer == answers[0] for answer in answers)


def test_long_texts_are_tagged_to_the_end(tagger: Tagger) -> None:
    text = " ".join([CLEAN] * 12 + [DAMAGED])
    words = tagger.tag([text])[0]
    assert "".join(text[word.start : word.end] for word in words) == text.replace(" ", "")
    late = {text[word.start : word.end]: word for word in words[-30:]}
    assert late["authorities"].tag == "swap"
    assert all(math.isfinite(word.error) for word in words)


@pytest.mark.parametrize("text", ["", " ", "\n", "a" * 3_000, "\u0000\u200b", "." * 400, "x " * 500])
def test_odd_texts_are_tagged(tagger: Tagger, text: str) -> None:
    words = tagger.tag([text])[0]
    assert len(words) >= 1
    assert all(math.isfinite(word.error) for word in words)


def test_no_texts_no_answers(tagger: Tagger) -> None:
    assert tagger.tag([]) == []
    assert tagger.delta([], []) == []


def test_a_copy_in_a_folder_gives_the_same_answers(tagger: Tagger, copy: Path) -> None:
    assert Tagger.load(copy).tag([DAMAGED]) == tagger.tag([DAMAGED])
    (copy / CHECKSUMS).unlink()
    assert Tagger.load(str(copy), threads=1).tag([DAMAGED]) == tagger.tag([DAMAGED])


def test_a_changed_file_is_named(copy: Path) -> None:
    with (copy / "tags.json").open("a") as file:
        file.write("\n")
    with pytest.raises(ModelError, match="is not the file that was published"):
        Tagger.load(copy)


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "onnx" / "model.onnx").unlink()
    with pytest.raises(ModelError, match="has no onnx/model"):
        Tagger.load(copy)


def test_a_damaged_graph_gives_a_clear_error(copy: Path) -> None:
    (copy / CHECKSUMS).unlink()
    (copy / "onnx" / "model.onnx").write_bytes(b"no graph")
    with pytest.raises(ModelError, match="could not be loaded"):
        Tagger.load(copy)


def test_another_kind_of_model_is_refused(copy: Path) -> None:
    (copy / CHECKSUMS).unlink()
    (copy / "tags.json").write_text('["keep", "delete"]')
    with pytest.raises(ModelError, match="not an edit tagger"):
        Tagger.load(copy)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no such folder of a model"):
        Tagger.load(tmp_path / "nowhere")


def test_a_name_that_the_hub_does_not_give_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise OSError("no network")

    monkeypatch.setattr("huggingface_hub.snapshot_download", refuse)
    with pytest.raises(ModelError, match=r"some/tagger could not be fetched: no network"):
        Tagger.load("some/tagger")


def test_the_layout_is_one_that_transformers_reads(tagger: Tagger) -> None:
    transformers = pytest.importorskip("transformers")
    tokenizer = transformers.PreTrainedTokenizerFast.from_pretrained(SHIPPED)
    tagger.table.learn(["Kazakhistanwhich"])
    pieces = tokenizer("Kazakhistanwhich", add_special_tokens=False)["input_ids"]
    assert tuple(pieces) == tagger.table.of("Kazakhistanwhich").ids


def test_the_model_is_small_and_loads_fast() -> None:
    assert sum(file.stat().st_size for file in SHIPPED.rglob("*")) < 30_000_000
    Tagger.load()
    began = time.process_time()
    Tagger.load()
    assert time.process_time() - began < 1.0
