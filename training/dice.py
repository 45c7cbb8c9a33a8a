"""Chance for the corruption: one seeded source, one rate at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

Choice = TypeVar("Choice")


@dataclass(slots=True)
class Dice:
    """A seeded source of chance; `rate` is the chance at an ordinary site of the kind that is being applied."""

    random: Random
    language: str
    rate: float = 0.0

    def hit(self, weight: float = 1.0) -> bool:
        """Decide whether a site with this weight is damaged."""
        return self.random.random() < self.rate * weight

    def chance(self, probability: float) -> bool:
        """Decide something with the given probability, whatever the rate."""
        return self.random.random() < probability

    def choose(self, options: Sequence[Choice]) -> Choice:
        """Pick one of the options, each as likely as the others."""
        return options[int(self.random.random() * len(options))]
