"""Grammar that translation carries over: verb forms, government, pronoun case, negation, relatives, tenses."""

from training.dice import Dice
from training.grammar import has_part, inflected
from training.marks import DELETE, INFLECT, SWAP, Mark, drop, insert, replace
from training.vocabulary import choices, words

HAVE = ("have", "has", "had", "having")
BE = ("is", "are", "was", "were", "be", "been", "being")
VERB_PARTS = ("VB", "VBZ", "VBP", "VBD", "VBN", "VBG")
PREPOSITIONS = ("of", "to", "in", "on", "at", "for", "by", "from", "with")


def confuse_verb_forms(marks: list[Mark], dice: Dice) -> None:
    """Write the wrong form behind a helping verb: `had fall`, `is please`, `could found`, `to kept`."""
    for index in range(2, len(marks)):
        verb = marks[index]
        if not (verb.clean and verb.word and verb.part in VERB_PARTS and verb.text.islower()):
            continue
        helper = marks[index - 1] if marks[index - 1].part != "RB" else marks[index - 2]
        wrong = _wrong_form(helper, verb, dice)
        if wrong and wrong != verb.text and dice.hit(2.0):
            replace(verb, wrong, INFLECT)


def _wrong_form(helper: Mark, verb: Mark, dice: Dice) -> str:
    """Return a form that cannot stand behind the helping verb; "" where there is none."""
    if helper.text in HAVE and verb.part == "VBN":
        return inflected(verb.text, dice.choose(("VB", "VBD", "VBG")))
    if helper.text in BE and verb.part in ("VBN", "VBG"):
        base = inflected(verb.text, "VB")
        return "" if not base or has_part(base, "ADJ") or (has_part(base, "NOUN") and dice.chance(0.7)) else base
    if (helper.part == "MD" or helper.text in ("did", "does", "do", "to")) and verb.part == "VB":
        return inflected(verb.text, dice.choose(("VBD", "VBZ", "VBG") if helper.text != "to" else ("VBD", "VBZ")))
    return ""


def confuse_government(marks: list[Mark], dice: Dice) -> None:
    """Put another preposition behind a verb, noun or adjective, or one where none belongs: `lacks of money`."""
    for index in range(len(marks) - 2, 1, -1):
        mark, before, after = marks[index], marks[index - 1], marks[index + 1]
        if not (mark.clean and before.clean and after.clean and after.word and before.word):
            continue
        governed = before.part in ("VBN", "VBD", "VBZ", "VB", "JJ", "NN")
        object_begins = before.part in ("VB", "VBZ", "VBD") and mark.text in ("the", "a", "his", "their", "its")
        if mark.text in PREPOSITIONS and governed and mark.part != "TO":
            if dice.hit(1.0 if before.part != "NN" else 0.5):
                replace(mark, dice.choose([word for word in PREPOSITIONS if word != mark.text]))
        elif object_begins and mark.space and before.text not in (*HAVE, *BE) and dice.hit(0.6):
            insert(marks, index, dice.choose(PREPOSITIONS))


def confuse_case(marks: list[Mark], dice: Dice) -> None:
    """Write a pronoun of the subject where one of the object belongs: `among they`, `they drag he`."""
    for index in range(2, len(marks)):
        mark, before = marks[index], marks[index - 1]
        object_place = before.part in ("IN", "VB", "VBD", "VBZ", "VBP", "VBG")
        if mark.clean and object_place and mark.text in choices("subject_forms") and mark.part == "PRP" and dice.hit():
            replace(mark, dice.choose(choices("subject_forms")[mark.text]))


def garble_negation(marks: list[Mark], dice: Dice) -> None:
    """Negate without `do`, before the helping verb, or twice: `not wants`, `not could`, `nobody not knows`."""
    for index in range(len(marks) - 2, 1, -1):
        mark, after = marks[index], marks[index + 1]
        if mark.text.lower() in ("nobody", "nothing", "never", "none") and after.part in ("VBZ", "VBD", "MD"):
            if after.clean and after.space and dice.hit(0.5):
                insert(marks, index + 1, "not")
            continue
        helper = marks[index - 1]
        if mark.text != "not" or not (mark.clean and helper.clean and after.clean and helper.text.islower()):
            continue
        if helper.text in ("does", "do", "did") and after.part == "VB" and dice.hit():
            _negate_without_do(marks, index)
        elif helper.part == "MD" and after.part == "VB" and dice.hit(0.5):
            helper.text, mark.text = mark.text, helper.text
            helper.tag, mark.locked = SWAP, True


def _negate_without_do(marks: list[Mark], index: int) -> None:
    """Write `does not want` as `not wants`."""
    helper, verb = marks[index - 1], marks[index + 1]
    form = inflected(verb.text, {"does": "VBZ", "did": "VBD", "do": "VB"}[helper.text])
    if form and drop(marks, index - 1) and form != verb.text:
        replace(verb, form, INFLECT)


def confuse_relatives(marks: list[Mark], dice: Dice) -> None:
    """Write another relative: `the bridge what`, `a tablet who`, `the woman which`."""
    for index in range(2, len(marks) - 1):
        mark, before = marks[index], marks[index - 1]
        follows = before.part in ("NN", "NNS") or before.text == ","
        if mark.clean and follows and mark.text in choices("relatives") and dice.hit():
            replace(mark, dice.choose(choices("relatives")[mark.text]))


def shift_tenses(marks: list[Mark], dice: Dice) -> None:
    """Say what lasts in the present and what is past in the perfect: `plants since 2021`, `has taught until 2009`."""
    texts = [mark.text.lower() for mark in marks]
    lasting = "since" in texts
    past = not words("past_times").isdisjoint(texts)
    for index in range(len(marks) - 2, 1, -1):
        helper, verb = marks[index - 1], marks[index]
        if lasting and helper.text in ("has", "have") and verb.part == "VBN" and helper.clean and verb.clean:
            form = inflected(verb.text, "VBZ" if helper.text == "has" else "VB")
            if form and form != verb.text and dice.hit(2.0) and drop(marks, index - 1):
                replace(verb, form, INFLECT)
        elif past and not lasting and verb.part == "VBD" and verb.clean and verb.space and helper.clean:
            plural = helper.part in ("NNS", "NNPS") or helper.text in ("they", "we", "you")
            if helper.part in ("NN", "NNP", "PRP", "NNS", "NNPS") and verb.text not in BE and dice.hit():
                _into_perfect(marks, index, "have" if plural else "has")


def _into_perfect(marks: list[Mark], index: int, helper: str) -> None:
    """Write `taught` as `has taught`."""
    verb = marks[index]
    form = inflected(verb.text, "VBN")
    if not form or verb.text in words("finite_verbs"):
        return
    if form != verb.text:
        replace(verb, form, INFLECT)
    insert(marks, index, helper, DELETE)
