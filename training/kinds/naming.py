"""Names in the forms of another language, names translated as common words, false friends."""

from training.dice import Dice
from training.kinds.articles import match_name
from training.marks import DELETE, WRONG, Mark, replace
from training.vocabulary import choices, city_forms, common_nouns, territory_forms


def foreign_names(marks: list[Mark], dice: Dice) -> None:
    """Write a territory or a city as another language writes it: `Mosca`, `Kazakhistan`, `Cenevre`."""
    territories, cities = territory_forms(), city_forms()
    for index in range(len(marks) - 1, 0, -1):
        length = match_name(marks, index, territories)
        if length and dice.hit():
            forms = territories[tuple(mark.text for mark in marks[index : index + length])]
            own = [form for language, form in forms if language == dice.language]
            _rename(marks, index, length, own or [form for _, form in forms], dice)
            continue
        length = match_name(marks, index, cities)
        if length and dice.hit():
            _rename(
                marks, index, length, list(cities[tuple(mark.text for mark in marks[index : index + length])]), dice
            )


def _rename(marks: list[Mark], index: int, length: int, forms: list[str], dice: Dice) -> None:
    """Write a name of `length` units as one of the forms; its first unit carries the right name, the others go."""
    if not forms:
        return
    right = "".join(
        (" " if mark.space and position else "") + mark.text
        for position, mark in enumerate(marks[index : index + length])
    )
    replace(marks[index], dice.choose(forms), WRONG)
    marks[index].repair = right
    del marks[index + 1 : index + length]


def names_as_words(marks: list[Mark], dice: Dice) -> None:
    """Put a common word where a name stands: `installed in loofah`, `the coach, Count`."""
    for index in range(2, len(marks)):
        mark = marks[index]
        if not (mark.clean and mark.part == "NNP" and mark.space and mark.text[:1].isupper() and len(mark.text) > 2):
            continue
        if not dice.hit(1.0 if marks[index - 1].part in ("IN", "TO", "VBD", "VBZ", ",") else 0.4):
            continue
        word = dice.choose(common_nouns())
        replace(mark, word if dice.chance(0.35) else word.capitalize(), WRONG)


def false_friends(marks: list[Mark], dice: Dice) -> None:
    """Put a false friend in place of the right word: `actual` for `current`."""
    for mark in marks:
        if mark.clean and mark.text in choices("false_friends") and dice.hit():
            wrong = dice.choose(choices("false_friends")[mark.text])
            if wrong != mark.text:
                replace(mark, wrong, WRONG)


def per_cent(marks: list[Mark], dice: Dice) -> None:
    """Translate `per cent` word by word."""
    for index in range(1, len(marks) - 1):
        if marks[index].clean and marks[index].text == "per" and marks[index + 1].text == "cent" and dice.hit():
            replace(marks[index], "for", WRONG)
        elif marks[index].clean and marks[index].text == "percent" and dice.hit():
            replace(marks[index], "for", WRONG)
            marks[index].repair = "percent"
            marks.insert(index + 1, Mark("cent", True, "NN", tag=DELETE))
