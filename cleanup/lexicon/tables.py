"""Read-only tables on disk: a trie that numbers the keys, and one array a column, both memory-mapped.

A table `x` is the file `x.trie` (marisa-trie) and the files `x.COLUMN.TYPE`, where TYPE is the array code of the items
(B, H or I: unsigned integers of 8, 16 or 32 bits, little-endian). Opening costs a system call or two a file and nothing
is read until it is looked up, so a program that asks for three words does not pay for 200,000.
"""

from __future__ import annotations

import mmap
import sys
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import marisa_trie

DATA: Final = Path(__file__).with_name("data")


def open_keys(name: str, folder: Path = DATA) -> marisa_trie.Trie:
    """Open the keys of a table; `keys.get(key)` is the row of a key or None."""
    return marisa_trie.Trie().mmap(str(folder / f"{name}.trie"))


def open_column(name: str, column: str, code: str, folder: Path = DATA) -> Sequence[int]:
    """Open one column of a table: the item at a row belongs to the key with that number."""
    with (folder / f"{name}.{column}.{code}").open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if sys.byteorder == "little":
        return memoryview(data).cast(code)  # type: ignore[call-overload,no-any-return]
    items = array(code, bytes(data))
    items.byteswap()
    return items


def write_keys(name: str, keys: Sequence[str], folder: Path) -> list[str]:
    """Write the keys of a table and return them in the order of their numbers."""
    trie = marisa_trie.Trie(keys)
    trie.save(str(folder / f"{name}.trie"))
    ordered = [""] * len(trie)
    for key in trie:
        ordered[trie[key]] = key
    return ordered


def write_column(name: str, column: str, code: str, items: Sequence[int], folder: Path) -> None:
    """Write one column, in the order that `write_keys` returned."""
    data = array(code, items)
    if sys.byteorder == "big":
        data.byteswap()
    (folder / f"{name}.{column}.{code}").write_bytes(data.tobytes())
