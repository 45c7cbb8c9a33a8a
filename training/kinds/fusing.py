"""Words run together where markup was lost, with and without the comma or full stop between them."""

from functools import cache

from wordfreq import zipf_frequency

from training.dice import Dice
from training.marks import SPLIT_COMMA, SPLIT_SPACE, SPLIT_STOP, Mark
from training.vocabulary import words


def fuse_words(marks: list[Mark], dice: Dice) -> None:
    """Lose the space before a word; more often at names and commas. Two neighbours make three in one."""
    index = len(marks) - 1
    fused_last = False
    while index >= 2:
        # Where one boundary was lost the next one often is, as in `theCentral Asiathe`.
        weight = _weight(marks, index) * (2 if fused_last else 1)
        fused_last = weight > 0 and dice.hit(weight) and _fuse(marks, index, dice)
        index -= 1


def _weight(marks: list[Mark], index: int) -> float:
    """Return how readily the boundary before `index` is lost, 0 where it cannot be."""
    before, here = marks[index - 1], marks[index]
    if not (here.clean and here.word and here.space):
        return 0.0
    if before.text in (",", ".", ")", "”"):
        return 3.0 if before.text == "," else 0.7
    if not before.word or before.text[0].isdigit() or here.text[0].isdigit() or len(before.text) < 2:
        return 0.15 if before.word and before.text[0].isdigit() and here.text[0].isalpha() else 0.0
    if _is_word(before.text + here.text):
        return 0.0
    name_before, name_here = before.text[0].isupper(), here.text[0].isupper()
    if name_before:
        # A foreign name was more often a link than an English one, and function words follow links.
        return 0.5 if name_here else (2.4 if here.text in words("fusing_words") else 1.6) * (1 if before.clean else 1.5)
    if name_here:
        return 1.2 if before.text in words("fusing_words") else 0.3
    return 0.25 if before.text in words("fusing_words") else 0.15


@cache
def _is_word(fused: str) -> bool:
    """Whether the fused form is itself an everyday word (`into`, `today`), so that nobody could see the fusion."""
    return bool(zipf_frequency(fused.lower(), "en") > 3.4)


def _fuse(marks: list[Mark], index: int, dice: Dice) -> bool:
    """Run the word at `index` onto what stands before it."""
    before, here = marks[index - 1], marks[index]
    tag = SPLIT_SPACE
    loses_mark = before.text in (",", ".") and dice.chance(0.85 if before.text == "," else 0.3)
    if loses_mark:
        if not (before.clean and marks[index - 2].word):
            return False
        if _is_word(marks[index - 2].text + here.text):
            return False
        tag = SPLIT_COMMA if before.text == "," else SPLIT_STOP
    here.space, here.tag = False, tag
    if loses_mark:
        del marks[index - 1]
    return True
