"""Units as word pieces: the numbers that go into the model."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from cleanup.neural.units import Unit, type_id

MOST_REMEMBERED = 300_000
"""Units remembered at most; then the table starts afresh, so that a server does not grow without end."""

MOST_PIECES = 24
"""Word pieces of one unit that are read; the rest of a longer run of letters says nothing."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one unit: numbers in the vocabulary and half-open spans within the unit."""

    ids: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class PieceTable:
    """Looks up the word pieces of units; every unit is tokenized once and remembered."""

    tokenizer: Tokenizer
    start: int = field(init=False)
    separator: int = field(init=False)
    unknown: int = field(init=False)
    known: dict[str, Pieces] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Switch off what a stored tokenizer may do to whole sentences, and look up the special pieces."""
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.start, self.separator, self.unknown = (self._special(name) for name in ("[CLS]", "[SEP]", "[UNK]"))

    def _special(self, name: str) -> int:
        """Return the number of a special piece."""
        number = self.tokenizer.token_to_id(name)
        if number is None:
            raise ValueError(f"The tokenizer has no piece {name}: this is not a BERT tokenizer.")
        return int(number)

    def learn(self, units: Sequence[str]) -> None:
        """Tokenize the units not seen before, in one call."""
        new = sorted({unit for unit in units if unit not in self.known})
        if not new:
            return
        if len(self.known) > MOST_REMEMBERED:
            self.known.clear()
            new = sorted(set(units))
        for unit, encoding in zip(new, self.tokenizer.encode_batch(new, add_special_tokens=False), strict=True):
            if encoding.ids:
                self.known[unit] = Pieces(tuple(encoding.ids[:MOST_PIECES]), tuple(encoding.offsets[:MOST_PIECES]))
            else:
                self.known[unit] = Pieces((self.unknown,), ((0, len(unit)),))

    def of(self, unit: str) -> Pieces:
        """Return the word pieces of a unit that was learned."""
        return self.known[unit]


@dataclass(slots=True)
class Encoded:
    """A text as the model reads it.

    `ids` and `types` begin with the start piece and end with the separator; `owner` holds, for each piece between them,
    the number of its unit, and `offsets` its start in the text.
    """

    ids: list[int]
    types: list[int]
    owner: list[int]
    offsets: list[int]


def encode(units: Sequence[Unit], table: PieceTable) -> Encoded:
    """Encode units (offsets counted in their text) as word pieces with their token types."""
    table.learn([unit.text for unit in units])
    encoded = Encoded([table.start], [0], [], [])
    for number, unit in enumerate(units):
        pieces = table.of(unit.text)
        for position, (piece, (start, end)) in enumerate(zip(pieces.ids, pieces.spans, strict=True)):
            encoded.ids.append(piece)
            encoded.types.append(type_id(unit.text[start:end] or unit.text, position == 0 and unit.space_before))
            encoded.owner.append(number)
            encoded.offsets.append(unit.start + start)
    encoded.ids.append(table.separator)
    encoded.types.append(0)
    return encoded


def pad(rows: Sequence[Sequence[int]], filler: int) -> NDArray[np.int64]:
    """Return rows of numbers as one array of shape (rows, longest row)."""
    width = max(len(row) for row in rows)
    array = np.full((len(rows), width), filler, dtype=np.int64)
    for index, row in enumerate(rows):
        array[index, : len(row)] = row
    return array
