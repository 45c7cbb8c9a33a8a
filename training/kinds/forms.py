"""Wrong forms and wrong small words: agreement, infinitives, gerunds, calqued prepositions."""

from training.dice import Dice
from training.grammar import inflected
from training.marks import DELETE, INFLECT, Mark, insert, replace
from training.vocabulary import choices


def calque_prepositions(marks: list[Mark], dice: Dice) -> None:
    """Put the preposition that the other language takes: `visit in`, `arriving to`, `greater that`."""
    for index in range(2, len(marks) - 1):
        mark = marks[index]
        if mark.clean and mark.text in choices("calques") and marks[index + 1].word:
            after_comma = marks[index - 1].text == ","
            if dice.hit(0.2 if after_comma else 2.0 if mark.text == "than" else 1.0):
                replace(mark, dice.choose(choices("calques")[mark.text]))


def garble_infinitives(marks: list[Mark], dice: Dice) -> None:
    """Confuse infinitive and gerund: `could to halve`, `before to resume`, `intention to sell` against `of keeping`."""
    for index in range(len(marks) - 2, 1, -1):
        first, verb = marks[index], marks[index + 1]
        if not (first.clean and verb.clean and verb.space and verb.word):
            continue
        if first.part == "MD" and verb.part == "VB" and dice.hit():
            marks.insert(index + 1, Mark("to", True, "TO", tag=DELETE))
        elif (
            first.text in ("of", "before", "after", "without", "for", "by", "from")
            and verb.part == "VBG"
            and dice.hit(1.5)
        ):
            _gerund_to_infinitive(marks, index)
        elif first.text == "to" and verb.part == "VB" and dice.hit(0.6):
            _infinitive_to_gerund(marks, index, dice)


def _gerund_to_infinitive(marks: list[Mark], index: int) -> None:
    """Write `of keeping` as `to keep`, and `before resuming` as `before to resume`."""
    first, verb = marks[index], marks[index + 1]
    base = inflected(verb.text, "VB")
    if not base or base == verb.text:
        return
    replace(verb, base, INFLECT)
    if first.text in ("of", "from", "for"):
        replace(first, "to")
    else:
        insert(marks, index + 1, "to")


def _infinitive_to_gerund(marks: list[Mark], index: int, dice: Dice) -> None:
    """Write `to keep` as `of keeping`, `to keeping` or `keep`-less forms."""
    first, verb = marks[index], marks[index + 1]
    gerund = inflected(verb.text, "VBG")
    if not gerund or gerund == verb.text:
        return
    style = dice.random.random()
    if style < 0.5:
        replace(first, dice.choose(("of", "of", "for", "in")))
        replace(verb, gerund, INFLECT)
    elif style < 0.7:
        replace(first, dice.choose(("of", "for", "at")))
    else:
        replace(verb, gerund, INFLECT)


def break_agreement(marks: list[Mark], dice: Dice) -> None:
    """Break number agreement of verb and subject, and of a noun after a number or a determiner."""
    for index in range(1, len(marks)):
        mark, before = marks[index], marks[index - 1]
        if not (mark.clean and mark.word):
            continue
        if mark.text in choices("agreement") and dice.hit(0.8):
            replace(mark, choices("agreement")[mark.text][0])
        elif mark.part == "VBZ" and before.part in ("NN", "NNP", "PRP", "WP", "WDT") and dice.hit(2.0):
            _inflect(mark, "VB")
        elif mark.part == "VBP" and before.part in ("NNS", "PRP") and dice.hit(1.5):
            _inflect(mark, "VBZ")
        elif (
            mark.part == "NNS"
            and (before.part == "CD" or before.text in ("these", "many", "several", "few"))
            and dice.hit(3.0)
        ):
            _inflect(mark, "NN")
        elif mark.part == "NN" and before.text in ("this", "each", "every", "another", "a") and dice.hit(0.5):
            _inflect(mark, "NNS")


def _inflect(mark: Mark, part: str) -> None:
    """Write a word in another form, where the dictionary has one."""
    form = inflected(mark.text, part)
    if form and form != mark.text and mark.text.islower():
        replace(mark, form, INFLECT)
