"""Which of the tagger's proposals are made: read from policy.yaml, with the reasons there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from cleanup.compiled import compiled

_FILE = Path(__file__).parent / "policy.yaml"


class Proposal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From which probability on a tag's proposal is suggested; `words` in lower case, none for all."""

    tag: str
    rule: str
    suggest: float
    gain: float
    words: list[str] = []

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
