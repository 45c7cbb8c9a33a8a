"""How ONNX Runtime runs a tagger: fast where the processor multiplies bytes, and with the same numbers everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from onnxruntime import SessionOptions

_BYTE_PRODUCT = Path(__file__).parent / "byte_product.onnx"
"""One product of unsigned by signed bytes, (1, 64) by (64, 16); a test makes it anew and compares."""


def session_options() -> SessionOptions:
    """Return the options of a session: one core (rows run beside each other on several), exact sums of bytes."""
    options = _one_core()
    if sums_overflow():
        options.add_session_config_entry("session.x64quantprecision", "1")
    return options


def sums_overflow() -> bool:
    """Whether sums of signed weights overflow 16 bits on this processor, as those do that have AVX2 alone.

    The option for exact products (onnxruntime_session_options_config_keys.h) is not always set, because it keeps
    the runtime off the matrix instructions too (AMX), which do not overflow and are three times as fast.
    """
    import onnxruntime

    session = onnxruntime.InferenceSession(str(_BYTE_PRODUCT), _one_core(), providers=["CPUExecutionProvider"])
    most, weight = 255, 127
    row, weights = np.full((1, 64), most, dtype=np.uint8), np.full((64, 16), weight, dtype=np.int8)
    products = session.run(None, {"a": row, "b": weights})[0]
    return bool((products != most * weight * 64).any())


def _one_core() -> SessionOptions:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return options
