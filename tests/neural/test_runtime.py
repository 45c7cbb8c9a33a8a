from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from cleanup.neural import runtime

onnx = pytest.importorskip("onnx", reason="the product is made with the extra `train`")


def product(weights: bytes | None = None) -> bytes:
    """A product of bytes as ONNX; with weights they are part of it, as in a model."""
    tensor, graph_input = onnx.TensorProto, onnx.helper.make_tensor_value_info
    inputs = [graph_input("a", tensor.UINT8, [1, 64])]
    stored = []
    if weights is None:
        inputs.append(graph_input("b", tensor.INT8, [64, 16]))
    else:
        stored.append(onnx.helper.make_tensor("b", tensor.INT8, [64, 16], weights, raw=True))
    graph = onnx.helper.make_graph(
        [onnx.helper.make_node("MatMulInteger", ["a", "b"], ["y"])],
        "g",
        inputs,
        [graph_input("y", tensor.INT32, [1, 16])],
        stored,
    )
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 17)], ir_version=8)
    return bytes(model.SerializeToString())


def test_the_product_that_is_tried_is_this_one() -> None:
    assert (Path(runtime.__file__).parent / "byte_product.onnx").read_bytes() == product()


def test_sums_of_stored_bytes_are_exact_on_this_processor() -> None:
    weights = np.full((64, 16), -128, dtype=np.int8)
    row = np.full((1, 64), 255, dtype=np.uint8)
    session = onnxruntime.InferenceSession(product(weights.tobytes()), runtime.session_options())
    assert session.run(None, {"a": row})[0].tolist() == (row.astype(np.int32) @ weights.astype(np.int32)).tolist()


@pytest.mark.parametrize("overflow", [True, False])
def test_exact_products_are_asked_for_only_where_sums_overflow(overflow: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runtime, "sums_overflow", lambda: overflow)
    options = runtime.session_options()
    if overflow:
        assert options.get_session_config_entry("session.x64quantprecision") == "1"
    else:
        with pytest.raises(RuntimeError):
            options.get_session_config_entry("session.x64quantprecision")
