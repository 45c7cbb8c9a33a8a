"""Damage to punctuation, quotation marks, spaces, capitals and sentence ends."""

from training.dice import Dice
from training.marks import DELETE, JOIN, LOWER, UPPER, Mark, append_tag, replace, replace_tag
from training.vocabulary import words

OPENING, CLOSING = {"“": ("„", "«", "”", '"'), '"': ("«", "„")}, {"”": ("“", "»", '"'), '"': ("»", "“")}


def damage_quotes(marks: list[Mark], dice: Dice) -> None:
    """Write a quotation mark as another language does, put a space inside it, or lose it."""
    inside = False
    for index in range(len(marks) - 1, 0, -1):
        mark = marks[index]
        if not mark.clean or mark.text not in ("“", "”", '"'):
            continue
        inside = not inside
        closing = mark.text == "”" or (mark.text == '"' and inside)
        if not dice.hit():
            continue
        before = marks[index - 1]
        if closing and before.clean and before.part != "START" and not mark.space and dice.chance(0.35):
            before.tag, before.repair = append_tag(mark.text), mark.text
            del marks[index]
            continue
        options = CLOSING if closing else OPENING
        replace(mark, dice.choose(options.get(mark.text, ("„",))), replace_tag(mark.text))


def damage_sentence_ends(marks: list[Mark], dice: Dice) -> None:
    """Lose a full stop between sentences, or invent one where a tag was."""
    for index in range(len(marks) - 2, 1, -1):
        mark, after = marks[index], marks[index + 1]
        if not (mark.clean and after.clean and after.word and after.space):
            continue
        before = marks[index - 1]
        if (
            mark.text == "."
            and before.clean
            and before.word
            and len(before.text) > 2
            and after.text[0].isupper()
            and dice.hit(5.0)
        ):
            before.tag, before.repair = append_tag("."), "."
            del marks[index]
        elif mark.word and len(mark.text) > 2 and after.text[0].islower() and dice.hit(0.015):
            after.text, after.tag = after.text[0].upper() + after.text[1:], LOWER
            marks.insert(index + 1, Mark(".", False, ".", tag=DELETE))


def damage_commas(marks: list[Mark], dice: Dice) -> None:
    """Lose the comma before a relative clause or after a leading adverb, or put one between subject and verb."""
    for index in range(len(marks) - 2, 1, -1):
        mark, before, after = marks[index], marks[index - 1], marks[index + 1]
        if not (mark.clean and before.clean and after.clean):
            continue
        if (
            mark.text == ","
            and before.word
            and after.text in ("which", "who", "but", "whose", "where", "while")
            and dice.hit(3.0)
        ) or (mark.text == "," and before.text in ("example", "fact", "however", "hand") and dice.hit(3.0)):
            before.tag, before.repair = append_tag(","), ","
            del marks[index]
        elif before.part in ("NN", "NNS") and mark.part in ("VBZ", "MD") and mark.space and dice.hit(0.3):
            marks.insert(index, Mark(",", False, ",", tag=DELETE))


def damage_spaces(marks: list[Mark], dice: Dice) -> None:
    """Put a space before a mark that takes none: `neighbors ?`, `bakeries ».`."""
    for index in range(2, len(marks)):
        mark = marks[index]
        if mark.clean and mark.text in ("?", "!", ":", ";", ",", ".", ")", "%") and not mark.space and dice.hit():
            mark.space, mark.tag = True, JOIN


def damage_case(marks: list[Mark], dice: Dice) -> None:
    """Capitalise a common word (`the Car Industry`), or lose the capital of a name or of a sentence."""
    for index in range(1, len(marks)):
        mark = marks[index]
        if not mark.clean or not mark.word or len(mark.text) < 2:
            continue
        if (
            mark.text.islower()
            and index > 1
            and mark.part in ("NN", "NNS", "JJ", "IN", "VBN")
            and dice.hit(1.0 if mark.part != "IN" else 0.3)
        ):
            _capitalise(mark)
            if (
                index + 1 < len(marks)
                and marks[index + 1].clean
                and marks[index + 1].part in ("NN", "NNS")
                and dice.chance(0.6)
            ):
                _capitalise(marks[index + 1])
        elif (
            mark.text.istitle()
            and (mark.part == "NNP" or mark.text in words("months") or mark.text in words("days"))
            and dice.hit(0.7)
        ) or (mark.text.istitle() and (marks[index - 1].text == "." or index == 1) and dice.hit(1.5)):
            mark.text, mark.tag = mark.text[0].lower() + mark.text[1:], UPPER


def _capitalise(mark: Mark) -> None:
    """Write a lower-case word with a capital."""
    if mark.text[0].islower():
        mark.text, mark.tag = mark.text[0].upper() + mark.text[1:], LOWER


def damage_numbers(marks: list[Mark], dice: Dice) -> None:
    """Write a thousands comma as a full stop, and a decimal point as a comma: `25.000 euros`."""
    for index in range(2, len(marks) - 1):
        mark, before, after = marks[index], marks[index - 1], marks[index + 1]
        between_digits = before.text.isdigit() and after.text.isdigit() and not mark.space and not after.space
        if mark.clean and mark.text in (",", ".") and between_digits and dice.hit():
            replace(mark, "." if mark.text == "," else ",")
