"""Reading clean English: weighting, holding out, cutting into short texts."""

import gzip
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from cleanup.neural.chunks import SENTENCE_END

WEIGHTS = {
    "wikinews": 4.0, "wp_current_events": 2.5, "globalvoices": 2.5, "us_gov_blogs": 0.5, "beigebook": 0.2,
    "fed_board_speeches": 0.3, "wikipedia": 0.35,
}  # fmt: skip
"""How often a text of each corpus is drawn, relative to its size; news is closest to the task."""

HELD_OUT_PERCENT = 2


@dataclass(frozen=True, slots=True)
class Corpus:
    """Lines of one corpus with the weight of the whole."""

    name: str
    lines: tuple[str, ...]
    weight: float


def held_out(line: str) -> bool:
    """Whether a line is kept from training: decided by its hash, so that every run agrees."""
    return int(hashlib.sha256(line.encode()).hexdigest()[:8], 16) % 100 < HELD_OUT_PERCENT


def read(folder: Path, for_training: bool) -> list[Corpus]:
    """Read the training part or the held-out part of the corpora in `folder` (`NAME.txt.gz`)."""
    corpora = []
    for name, weight in WEIGHTS.items():
        with gzip.open(folder / f"{name}.txt.gz", "rt", encoding="utf-8") as file:
            lines = tuple(line.strip() for line in file if held_out(line.strip()) != for_training)
        corpora.append(Corpus(name, lines, weight * sum(len(line) for line in lines)))
    return corpora


def windows(line: str, random: Random, longest: int = 300) -> Iterator[str]:
    """Cut a line into texts of one to three sentences and at most about `longest` characters."""
    sentences = [sentence for sentence in SENTENCE_END.split(line) if sentence]
    index = 0
    while index < len(sentences):
        wanted = random.choice((1, 1, 2, 3))
        text, index = sentences[index], index + 1
        while wanted > 1 and index < len(sentences) and len(text) + len(sentences[index]) < longest:
            text, index, wanted = f"{text} {sentences[index]}", index + 1, wanted - 1
        if len(text) > 20:
            yield text


def stream(corpora: list[Corpus], seed: int) -> Iterator[str]:
    """Yield training texts without end, corpora drawn by weight, lines at random."""
    random = Random(seed)
    weights = [corpus.weight / max(1, sum(map(len, corpus.lines)) / max(1, len(corpus.lines))) for corpus in corpora]
    while True:
        corpus = random.choices(corpora, weights)[0]
        yield from windows(random.choice(corpus.lines), random)
