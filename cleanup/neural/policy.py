"""Which of the tagger's proposals are made: read from policy.yaml, with the reasons there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from cleanup.compiled import compiled

_FILE = Path(__file__).parent / "policy.yaml"


class Proposal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When a tag's proposal is suggested, and when it is applied; `words` in lower case, none for all.

    Each is a probability of the tag and a gain: by how much better the sentence must look to the model afterwards (Δ,
    in nats). Without `apply` nothing is applied.
    """

    tag: str
    rule: str
    suggest: tuple[float, float]
    apply: tuple[float, float] | None = None
    words: list[str] = []

    def is_suggested(self, probability: float, gain: float) -> bool:
        """Whether a proposal is worth a reviewer's look."""
        return probability >= self.suggest[0] and gain >= self.suggest[1]

    def is_applied(self, probability: float, gain: float) -> bool:
        """Whether a proposal is as good as certain, in an article that is damaged."""
        return self.apply is not None and probability >= self.apply[0] and gain >= self.apply[1]

    def fits(self, tag: str, word: str) -> bool:
        """Whether this entry is about that tag (`replace` stands for every `replace:x`) on that word."""
        return self.tag in (tag, tag.partition(":")[0]) and (not self.words or word.lower() in self.words)


class Detector(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From which probability of an error on a place is reported."""

    report: float


class Policy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    detector: Detector
    proposals: list[Proposal]

    def proposal(self, tag: str, word: str) -> Proposal | None:
        """The first entry about that tag on that word."""
        return next((entry for entry in self.proposals if entry.fits(tag, word)), None)


@cache
def bundled_policy() -> Policy:
    """The policy that ships with the program."""
    return compiled("model-policy", [_FILE], Policy, _read)


def _read() -> Policy:
    import yaml  # slow to load, and not needed while the compiled file is fresh

    return msgspec.convert(yaml.safe_load(_FILE.read_text(encoding="utf-8")), Policy)
