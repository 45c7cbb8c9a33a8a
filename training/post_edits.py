"""Real machine translation with what post-editors made of it, as marks.

Source: MLQE-PE (sheffieldnlp/mlqe-pe, CC BY-SA 4.0): sentences that a neural system translated into English, and
what professionals made of them. Only pairs in which little was changed are taken: there the editor mended the
sentence and did not write a new one, so that every change can be told by a tag. Nearly half were left as they are;
they teach what sounds translated and is yet sound.
"""

import difflib
import gzip
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

from cleanup.neural.units import Unit, cut
from training.corrupt import damage
from training.grammar import has_part, inflected
from training.marks import (
    DELETE,
    INFLECT,
    LOWER,
    MISSING,
    SWAP,
    UPPER,
    WRONG,
    Mark,
    append_tag,
    marks_of,
    repair,
    replace_tag,
    start_mark,
)  # fmt: skip

FILE = "mlqe_post_edits.jsonl.gz"

MOST_CHANGED = 0.25
"""Share of a sentence's units that may differ between translation and post-edit."""

MOST_WORDS_CHOSEN = 2
"""Tags that only say `wrong` or `missing`: more of them, and the editor chose other words, as editors like to."""

LONGEST_CHANGE = 3
"""Units that one change may hold on either side."""

Change = tuple[str, int, int, int, int]
"""An operation of difflib (or `swap`) with its half-open spans in the units of translation and post-edit."""

VERB_PARTS = ("VB", "VBZ", "VBD", "VBG", "VBN")


def read_post_edits(folder: Path, held_out_percent: int) -> list[tuple[str, str]]:
    """Return the pairs (translation, post-edit) for training, those whose hash holds them out left aside.

    Raises FileNotFoundError where `folder` has no MLQE-PE file.
    """
    pairs = []
    with gzip.open(folder / FILE, "rt", encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            digest = hashlib.sha256(record["pe"].encode()).hexdigest()
            if int(digest[:8], 16) % 100 >= held_out_percent and marks_of_pair(record["mt"], record["pe"]):
                pairs.append((record["mt"], record["pe"]))
    return pairs


def garbled_pair(pair: tuple[str, str], random: Random) -> list[Mark]:
    """Return a pair that `read_post_edits` gave as marks, every other time with made damage beside the real."""
    marks = marks_of_pair(*pair) or marks_of(pair[1])
    if random.random() < 0.5:
        damage(marks, random, clean_share=0.0)
    return marks


def marks_of_pair(translation: str, post_edit: str) -> list[Mark] | None:
    """Return the translation as marks whose tags give the post-edit; None where too much or the untold was changed."""
    before, after = cut(translation), cut(post_edit)
    if translation == post_edit:
        return marks_of(translation) if before else None
    old_words, new_words = [unit.text for unit in before], [unit.text for unit in after]
    matcher = difflib.SequenceMatcher(None, old_words, new_words, autojunk=False)
    changes = _joined_swaps(matcher.get_opcodes(), before, after)
    sizes = [max(i2 - i1, j2 - j1) for name, i1, i2, j1, j2 in changes if name not in ("equal", "swap")]
    if sum(sizes) > MOST_CHANGED * len(before) or max(sizes, default=0) > LONGEST_CHANGE:
        return None
    marks = [start_mark()]
    for name, i1, i2, j1, j2 in changes:
        if name == "insert" and not marks[-1].clean:
            return None
        _write(marks, name, before[i1:i2], after[j1:j2])
    for mark in marks[:2]:
        mark.space = False
    chosen = sum(mark.tag in (WRONG, MISSING) for mark in marks)
    return marks if chosen <= MOST_WORDS_CHOSEN and repair(marks) == post_edit else None


def _write(marks: list[Mark], name: str, old: list[Unit], new: list[Unit]) -> None:
    """Write the units of one operation behind the marks."""
    if name == "insert":
        marks[-1].tag = append_tag(new[0].text) if len(new) == 1 else MISSING
        marks[-1].repair = _text(new)
    elif name == "swap":
        marks += [_mark(old[0], SWAP), _mark(old[1], locked=True)]
    elif name == "equal":
        marks += [_mark(unit) for unit in old]
    else:
        marks += _replaced(old, new)


def _joined_swaps(changes: Sequence[Change], before: list[Unit], after: list[Unit]) -> list[Change]:
    """Return difflib's operations with `insert b, equal a, delete b` written as one operation `swap`."""
    joined: list[Change] = []
    index = 0
    while index < len(changes):
        three = changes[index : index + 3]
        if [change[0] for change in three] in (["insert", "equal", "delete"], ["delete", "equal", "insert"]):
            i1, i2, j1, j2 = three[0][1], three[2][2], three[0][3], three[2][4]
            old, new = [unit.text for unit in before[i1:i2]], [unit.text for unit in after[j1:j2]]
            if len(old) == 2 and old == new[::-1]:
                joined.append(("swap", i1, i2, j1, j2))
                index += 3
                continue
        joined.append(changes[index])
        index += 1
    return joined


def _mark(unit: Unit, tag: str = "keep", text: str = "", locked: bool = False) -> Mark:
    """Return one unit of the translation as a mark."""
    return Mark(unit.text, unit.space_before, tag=tag, repair=text, locked=locked)


def _text(units: list[Unit]) -> str:
    """Return units as text, with the space before the first."""
    return "".join((" " if unit.space_before else "") + unit.text for unit in units)


def _replaced(old: list[Unit], new: list[Unit]) -> list[Mark]:
    """Return units that were deleted or written anew."""
    if not new:
        return [_mark(unit, DELETE) for unit in old]
    if len(old) == len(new):
        return [_mark(was, _tag(was.text, now.text), now.text) for was, now in zip(old, new, strict=True)]
    return [_mark(old[0], WRONG, _text(new).lstrip()), *(_mark(unit, DELETE) for unit in old[1:])]


def _tag(was: str, now: str) -> str:
    """Return the tag that makes one unit of another."""
    if was.lower() == now.lower() and was[:1] != now[:1] and was[1:] == now[1:]:
        return UPPER if now[:1].isupper() else LOWER
    if _same_word(was, now):
        return INFLECT
    return replace_tag(now)


def _same_word(was: str, now: str) -> bool:
    """Whether two words are forms of one verb or noun."""
    if has_part(now, "VERB") and any(inflected(was, part) == now.lower() for part in VERB_PARTS):
        return True
    return has_part(now, "NOUN") and any(inflected(was, part) == now.lower() for part in ("NN", "NNS"))
