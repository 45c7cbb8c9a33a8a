"""Write the trained tagger as ONNX with int8 weights, in the Hugging Face layout.

`python -m training.export CHECKPOINT MODEL_FOLDER`. The word embeddings, half of the weights, are stored as int8 too.
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import BertForTokenClassification

from training.checksums import write_checksums
from training.marks import TAGS
from training.tokenise import LONGEST
from training.train import base_model_folder, new_model

INPUTS = ["input_ids", "attention_mask", "token_type_ids"]


class Graph(torch.nn.Module):  # type: ignore[misc]
    """The tagger with plain tensors in and out, which is what the exporter wants."""

    def __init__(self, model: BertForTokenClassification) -> None:
        """Wrap a model."""
        super().__init__()
        self.model = model

    def forward(
        self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor
    ) -> torch.Tensor:
        """Return scores of shape (texts, pieces, tags) for inputs of shape (texts, pieces)."""
        answer: torch.Tensor = self.model(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).logits
        return answer


def load_checkpoint(path: Path) -> tuple[BertForTokenClassification, dict[str, Any]]:
    """Return the trained model and the rest of its checkpoint (steps, tokens, seconds)."""
    state = torch.load(path, map_location="cpu")
    model = new_model()
    model.load_state_dict(state.pop("model"))
    state.pop("optimiser", None)
    return model.eval(), state


def write_onnx(model: BertForTokenClassification, path: Path) -> None:
    """Write the model as ONNX with 32-bit weights."""
    sample = torch.ones(2, 16, dtype=torch.int64)
    axes = {name: {0: "texts", 1: "pieces"} for name in [*INPUTS, "logits"]}
    torch.onnx.export(
        Graph(model), (sample, sample, sample), str(path), input_names=INPUTS, output_names=["logits"],
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip


def quantise(source: Path, target: Path) -> None:
    """Store weights and embeddings as int8; activations are scaled as they come.

    Signed, because processors that multiply bytes do it four to six times as fast with signed weights as with unsigned.
    """
    quantize_dynamic(
        source, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=False,
        op_types_to_quantize=["MatMul", "Gather"],
    )  # fmt: skip
    onnx.checker.check_model(str(target))


def write_layout(model: BertForTokenClassification, folder: Path) -> None:
    """Write configuration, tokenizer and tags beside the graph."""
    configuration = {**model.config.to_dict(), "max_position_embeddings": 512, "longest_text": LONGEST}
    for key in ("_name_or_path", "transformers_version", "dtype", "torch_dtype"):
        configuration.pop(key, None)
    (folder / "config.json").write_text(json.dumps(configuration, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    (folder / "tags.json").write_text(json.dumps(TAGS, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    if not (folder / "calibration.json").exists():
        (folder / "calibration.json").write_text('{"temperature": 1.0}\n', encoding="utf-8")
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copyfile(base_model_folder() / name, folder / name)


def main() -> None:
    """Export a checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    (options.folder / "onnx").mkdir(parents=True, exist_ok=True)
    model, _ = load_checkpoint(options.checkpoint)
    with tempfile.TemporaryDirectory() as temporary:
        plain = Path(temporary) / "model.onnx"
        write_onnx(model, plain)
        quantise(plain, options.folder / "onnx" / "model.onnx")
    write_layout(model, options.folder)
    write_checksums(options.folder)


if __name__ == "__main__":
    main()
