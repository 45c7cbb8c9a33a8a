"""A sequence-to-sequence model: what is said without PyTorch, and a tiny model made here where there is PyTorch.

The test extra does without PyTorch (2.5 GB, for one module of fifty lines), so most runs skip the second half.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from cleanup.rewriting.rewriter import RewriteError, open_rewriter
from cleanup.rewriting.seq2seq import Seq2SeqRewriter

needs_torch = pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="needs PyTorch (the extra `hub`)")
PAIRS = {
    "the ferry it sank .": "the ferry sank .",
    "the pilot waits of rain .": "the pilot waits for rain .",
    "nobody was hurt .": "nobody was hurt .",
}


def test_without_pytorch_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(RewriteError, match=r"some/model needs PyTorch: pip install 'mt-cleanup\[hub\]', or .*openai:"):
        open_rewriter("some/model")


@needs_torch
@pytest.mark.parametrize("name", ["some/model", "no-such-folder/at/all"])
def test_a_model_that_cannot_be_had(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(RewriteError, match=f"--rewrite {name}: this model could not be fetched or read") as error:
        open_rewriter(name).rewrite(["A text."])
    assert "\n" not in str(error.value)


@needs_torch
def test_a_model_of_another_kind(tmp_path: Path) -> None:
    from transformers import BertConfig

    words(tmp_path)
    BertConfig().save_pretrained(tmp_path)
    with pytest.raises(RewriteError, match="this is no sequence-to-sequence model that can be used") as error:
        open_rewriter(str(tmp_path)).rewrite(["A text."])
    assert "\n" not in str(error.value)


def words(folder: Path) -> Any:
    """A tokenizer of whole words, kept in a folder."""
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    vocabulary = [
        "<pad>",
        "</s>",
        "<unk>",
        *sorted({w for pair in PAIRS.items() for text in pair for w in text.split()}),
    ]
    inner = Tokenizer(models.WordLevel({word: number for number, word in enumerate(vocabulary)}, unk_token="<unk>"))
    inner.pre_tokenizer = pre_tokenizers.Whitespace()
    inner.post_processor = processors.TemplateProcessing(single="$A </s>", special_tokens=[("</s>", 1)])
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=inner, pad_token="<pad>", eos_token="</s>", unk_token="<unk>", model_max_length=12
    )
    tokenizer.save_pretrained(folder)
    return tokenizer


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A T5 of a few thousand parameters that has learned three sentences by heart."""
    import torch
    from transformers import T5Config, T5ForConditionalGeneration

    folder = tmp_path_factory.mktemp("model")
    tokenizer = words(folder)
    torch.manual_seed(0)
    made = T5ForConditionalGeneration(
        T5Config(
            vocab_size=len(tokenizer), d_model=32, d_kv=16, d_ff=64, num_layers=1, num_heads=2, dropout_rate=0.0,
            decoder_start_token_id=0,
        )
    )  # fmt: skip
    asked = tokenizer(list(PAIRS), return_tensors="pt", padding=True)
    labels = tokenizer(list(PAIRS.values()), return_tensors="pt", padding=True).input_ids
    labels[labels == 0] = -100
    optimizer = torch.optim.Adam(made.parameters(), lr=0.01)
    for _ in range(150):
        loss = made(input_ids=asked.input_ids, attention_mask=asked.attention_mask, labels=labels).loss
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    made.save_pretrained(folder)
    return folder


@needs_torch
def test_a_tiny_model_rewrites_what_it_has_learned(model: Path) -> None:
    rewriter = Seq2SeqRewriter(str(model))
    assert rewriter.rewrite([*PAIRS, *PAIRS]) == [*PAIRS.values(), *PAIRS.values()]
    assert rewriter.rewrite([]) == []


@needs_torch
def test_what_fits_is_what_the_tokenizer_says(model: Path) -> None:
    rewriter = Seq2SeqRewriter(str(model))
    assert rewriter.fits("the ferry sank . the ferry sank . the ferry sank")
    assert not rewriter.fits("the ferry sank . the ferry sank . the ferry sank .")


@needs_torch
def test_an_instruction_in_the_configuration_is_put_first(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rewriter = Seq2SeqRewriter(str(model))
    rewriter._loaded[1].config.prefix = "nobody was"
    assert rewriter.rewrite([" hurt ."]) == ["nobody was hurt ."]


@needs_torch
def test_an_answer_without_an_end_is_none(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rewriter = Seq2SeqRewriter(str(model))
    rewriter._loaded[1].generation_config.eos_token_id = 5
    assert rewriter.rewrite(["nobody was hurt ."]) == [""]
