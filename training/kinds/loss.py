"""Lost words: prepositions, subjects, verbs, conjunctions."""

from training.dice import Dice
from training.marks import LOWER, Mark, drop
from training.vocabulary import words


def lose_words(marks: list[Mark], dice: Dice) -> None:
    """Drop a preposition, a pronoun subject, an auxiliary, `to`, `that` or `and`."""
    for index in range(len(marks) - 2, 0, -1):
        weight = _weight(marks, index)
        if not weight or not dice.hit(weight):
            continue
        after, at_start = marks[index + 1], marks[index].text[0].isupper()
        if drop(marks, index) and at_start and after.clean and after.word and after.text[0].islower():
            after.text, after.tag = after.text[0].upper() + after.text[1:], LOWER


def _weight(marks: list[Mark], index: int) -> float:
    """Return how readily the word at `index` is lost."""
    word, after, before = marks[index].text.lower(), marks[index + 1], marks[index - 1]
    if not after.clean or not after.word or not after.space:
        return 0.0
    if word in words("prepositions"):
        # `all of the`, `outside of` and the like read well without it.
        optional = (
            before.text.lower() in ("all", "both", "half", "outside", "inside", "off", "alongside")
            or after.part == "RB"
        )
        return 0.0 if optional or after.text in ("Monday", "Tuesday", "Friday", "Sunday") else 1.0
    if word in words("subjects"):
        return 2.0 if after.part in ("VBZ", "VBD", "VBP", "MD") and before.text != "and" else 0.0
    if word in words("auxiliaries"):
        return 0.5 if before.part != "CC" else 0.0
    return 0.15 if word == "and" and before.word else 0.0
