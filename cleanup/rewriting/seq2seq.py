"""Runs a sequence-to-sequence correction model (T5, BART, Marian, …) through `transformers`, on a GPU if it can."""

from __future__ import annotations

import importlib.util
import os
import threading
from collections.abc import Sequence
from functools import cached_property
from typing import Any, Final

from cleanup.rewriting.rewriter import RewriteError

_MOST_TOKENS: Final = 256  # correction models are trained on less; beyond it they begin to leave things out
_BATCH: Final = 8
_ROOM: Final = 32  # tokens by which a repaired text may be longer
_ANSWER_SECONDS: Final = 10.0


class Seq2SeqRewriter:
    """A model of the `transformers` library; safe in several threads, which take turns."""

    def __init__(self, name: str) -> None:
        """`name` is a folder, or a name on the Hugging Face hub. Raises RewriteError without PyTorch."""
        if importlib.util.find_spec("torch") is None:
            raise RewriteError(
                f"--rewrite {name} needs PyTorch: pip install 'mt-cleanup[hub]', or use a server with openai:MODEL"
            )
        self._name = name
        self._lock = threading.Lock()

    def fits(self, text: str) -> bool:
        """Whether a text is no longer than the model takes."""
        with self._lock:
            tokenizer, model = self._loaded
            return len(tokenizer(_prefix(model) + text).input_ids) <= _longest(tokenizer, model)

    def rewrite(self, texts: Sequence[str]) -> list[str]:
        """See Rewriter. Texts of like length go through the model together."""
        answers = [""] * len(texts)
        order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        with self._lock:
            for first in range(0, len(order), _BATCH):
                chosen = order[first : first + _BATCH]
                for index, answer in zip(chosen, self._generated([texts[i] for i in chosen]), strict=True):
                    answers[index] = answer
        return answers

    def _generated(self, texts: Sequence[str]) -> list[str]:
        import torch

        tokenizer, model = self._loaded
        asked = tokenizer([_prefix(model) + text for text in texts], return_tensors="pt", padding=True)
        longest = int(asked.input_ids.shape[1] * 1.25) + _ROOM
        with torch.inference_mode():
            given = model.generate(
                input_ids=asked.input_ids.to(model.device),
                attention_mask=asked.attention_mask.to(model.device),
                do_sample=False,
                max_new_tokens=longest,
            )
        ends = torch.as_tensor(model.generation_config.eos_token_id, device=given.device)
        is_whole = torch.isin(given[:, 1:], ends).any(dim=1).tolist()  # some begin with the token that ends
        answers = tokenizer.batch_decode(given, skip_special_tokens=True)
        return [answer.strip() if whole else "" for answer, whole in zip(answers, is_whole, strict=True)]

    @cached_property
    def _loaded(self) -> tuple[Any, Any]:
        """The tokenizer, and the model in evaluation mode on its device. Raises RewriteError."""
        os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
        import torch
        from transformers.utils import logging

        logging.disable_progress_bar()
        try:
            tokenizer, model = self._found()
        except OSError as error:
            raise RewriteError(
                f"--rewrite {self._name}: this model could not be fetched or read: {_line(error)}; "
                "check the name and the network"
            ) from None
        except Exception as error:  # the library and the formats it reads raise exceptions of many kinds
            raise RewriteError(
                f"--rewrite {self._name}: this is no sequence-to-sequence model that can be used: {_line(error)}"
            ) from None
        return tokenizer, model.eval().to("cuda" if torch.cuda.is_available() else "cpu")

    def _found(self) -> tuple[Any, Any]:
        """The model on this machine, or else fetched. One that is here is not looked up again, so it stays the same."""
        from transformers import AutoModelForSeq2SeqLM, AutoTokenizer

        kinds = (AutoTokenizer, AutoModelForSeq2SeqLM)
        try:
            tokenizer, model = (kind.from_pretrained(self._name, local_files_only=True) for kind in kinds)
        except OSError:
            if os.path.isdir(self._name):
                raise
            _look_up(self._name)
            tokenizer, model = (kind.from_pretrained(self._name) for kind in kinds)
        return tokenizer, model


def _look_up(name: str) -> None:
    """Ask the hub whether it has a model, once: fetching would try for a minute. Raises OSError where it has not."""
    from huggingface_hub import model_info

    try:
        model_info(name, timeout=_ANSWER_SECONDS)
    except Exception as error:  # of the hub, of its HTTP library, and for names that cannot be
        raise OSError(_line(error)) from error


def _prefix(model: Any) -> str:
    """The instruction that the model's configuration says its texts begin with ("grammar: "); mostly none."""
    return getattr(model.config, "prefix", None) or ""


def _longest(tokenizer: Any, model: Any) -> int:
    """The most tokens of a text: what the model was made for, and no more than it is good at."""
    positions = getattr(model.config, "max_position_embeddings", None) or _MOST_TOKENS
    return min(int(tokenizer.model_max_length), int(positions), _MOST_TOKENS)


def _line(error: Exception) -> str:
    """What an exception says, in one line that is not too long."""
    return " ".join(str(error).split())[:200].rstrip(".: ") or type(error).__name__
