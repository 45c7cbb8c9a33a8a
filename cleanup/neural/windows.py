"""Long texts as overlapping windows of whole units."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Window:
    """Units `start` to `end` go into the model together; the answers for `first` to `last` are used. All half-open."""

    start: int
    end: int
    first: int
    last: int


def windows(sizes: Sequence[int], longest: int) -> list[Window]:
    """Cut units of the given sizes (word pieces) into windows of at most `longest` pieces.

    Neighbours overlap by about a quarter, and each answers for the units that stand farther from its own edge.
    """
    if sum(sizes) <= longest or len(sizes) <= 1:
        return [Window(0, len(sizes), 0, len(sizes))]
    spans: list[tuple[int, int]] = []
    start = 0
    while True:
        end, used = start, 0
        while end < len(sizes) and (used + sizes[end] <= longest or end == start):
            used, end = used + sizes[end], end + 1
        spans.append((start, end))
        if end == len(sizes):
            break
        next_start, shared = end, 0
        while next_start - 1 > start and shared + sizes[next_start - 1] <= longest // 4:
            next_start -= 1
            shared += sizes[next_start]
        start = next_start
    found: list[Window] = []
    for number, (start, end) in enumerate(spans):
        first = found[-1].last if found else 0
        last = (spans[number + 1][0] + end + 1) // 2 if number + 1 < len(spans) else len(sizes)
        found.append(Window(start, end, first, last))
    return found
