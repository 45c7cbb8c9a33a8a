"""An exported tagger as a model that can be trained on: its int8 weights back as 32-bit numbers.

Quantisation costs 1 % of the held-out likelihood, which a few minutes of training win back; so a run may begin where
the shipped model ended, when its checkpoint is gone.
"""

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from transformers import BertForTokenClassification

Floats = NDArray[np.float32]


def shipped_weights(folder: Path) -> dict[str, torch.Tensor]:
    """Return the weights in `folder/onnx/model.onnx` by their names in the PyTorch model, matrices as (out, in)."""
    graph = onnx.load(str(folder / "onnx" / "model.onnx")).graph
    stored: dict[str, Floats] = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    weights = {name.removeprefix("model."): values for name, values in stored.items() if name.startswith("model.")}
    found = {name: values for name, values in weights.items() if name.endswith((".weight", ".bias"))}
    for name in weights:
        if name.endswith(".weight_quantized"):
            right_name = name.removesuffix("_quantized")
            found[right_name] = _dequantised(stored, f"model.{right_name}")
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            right_name = node.name.removesuffix("/MatMul_quant").removeprefix("/model/").replace("/", ".") + ".weight"
            found[right_name] = _dequantised(stored, node.input[1].removesuffix("_quantized")).T
    return {name: torch.from_numpy(np.array(values, dtype=np.float32)) for name, values in found.items()}


def _dequantised(stored: dict[str, Floats], name: str) -> Floats:
    """Return an int8 tensor as numbers; scales and zero points are of the whole tensor or of its last axis."""
    whole: Floats = stored[f"{name}_quantized"].astype(np.float32)
    return (whole - stored[f"{name}_zero_point"].astype(np.float32)) * stored[f"{name}_scale"]


def start_from(model: BertForTokenClassification, folder: Path) -> None:
    """Put the weights of an exported tagger into a new model; raises ValueError where one is missing."""
    weights = shipped_weights(folder)
    own = model.state_dict()
    # Positions beyond the longest text are stored all the same; every name must be there, and nothing else.
    missing = sorted(set(own) - set(weights))
    if missing:
        raise ValueError(f"{folder} has no weights named {', '.join(missing[:5])}")
    model.load_state_dict({name: weights[name].reshape(own[name].shape) for name in own})
