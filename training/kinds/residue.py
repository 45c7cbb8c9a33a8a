"""Words of the source language left between English ones."""

from training.dice import Dice
from training.kinds.articles import known_place
from training.marks import WRONG, Mark, insert, replace
from training.vocabulary import choices, foreign_words, function_words


def leave_function_words(marks: list[Mark], dice: Dice) -> None:
    """Leave `and`, `of`, `the` … in the source language, most often between two names: `Russia e Kazakhistan`."""
    words = function_words(dice.language)
    if dice.chance(0.06):
        words = function_words("tr")
    for index in range(1, len(marks) - 1):
        mark = marks[index]
        if not mark.clean or mark.text not in words:
            continue
        names = marks[index - 1].text[:1].isupper() and marks[index + 1].text[:1].isupper()
        joins = mark.text in ("and", "or")
        weight = (8.0 if joins else 2.0) if names else (1.0 if joins else 0.5)
        foreign = dice.choose(words[mark.text])
        if foreign != mark.text and not (foreign == "a" and mark.text == "the") and dice.hit(weight):
            replace(mark, foreign)


def leave_articles(marks: list[Mark], dice: Dice) -> None:
    """Leave a foreign article before a place name (`to le Maroc`) or in place of `the`."""
    articles = choices("left_articles")[dice.language]
    for index in range(len(marks) - 1, 1, -1):
        mark, before = marks[index], marks[index - 1]
        if (
            mark.clean
            and mark.space
            and before.word
            and before.part != "NNP"
            and known_place(marks, index)
            and dice.hit()
        ):
            insert(marks, index, dice.choose(articles))


def leave_content_words(marks: list[Mark], dice: Dice) -> None:
    """Leave one to five lower-case words untranslated."""
    words = foreign_words(dice.language)
    index = 2
    while index < len(marks) - 1:
        if dice.hit():
            for offset in range(dice.choose((1, 1, 2, 3, 5))):
                mark = marks[min(index + offset, len(marks) - 1)]
                if mark.clean and mark.word and mark.text.islower() and mark.space:
                    replace(mark, dice.choose(words), WRONG)
            index += 5
        index += 1
