"""Words in the order of another language."""

from training.dice import Dice
from training.marks import DELETE, MOVE, SWAP, UPPER, Mark, append_tag, replace
from training.vocabulary import words

NOUNS = ("NN", "NNS")
RELATIONAL = ("al", "ic", "an", "ese", "ish", "ive", "ary", "ian", "ous", "ent", "ical", "ar", "ed")
VOWELS = "aeiou"


def swap_adjectives(marks: list[Mark], dice: Dice) -> None:
    """Put the adjective after its noun: `authorities Russian`, `money fresh`; now and then noun compounds."""
    index = 1
    while index < len(marks) - 1:
        weight = _swap_weight(marks, index)
        if weight and dice.hit(weight):
            _swap(marks, index, dice)
            index += 1
        index += 1


def _swap_weight(marks: list[Mark], index: int) -> float:
    """Return how readily the words at `index` and after it change places."""
    first, second = marks[index], marks[index + 1]
    if not (first.clean and second.clean and first.word and second.word and second.space and marks[index - 1].clean):
        return 0.0
    after = marks[index + 2] if index + 2 < len(marks) else None
    if after is not None and (after.part in (*NOUNS, "NNP", "POS", "JJ") or after.text in ("-", "’", "'", "of")):
        return 0.15 if after.part in NOUNS and _relational(first) else 0.0
    if marks[index - 1].part in ("JJ", "NNP") or marks[index - 1].text == "-":
        return 0.0
    if second.part in NOUNS and _relational(first):
        return 3.0 if first.text.lower() in words("peoples") else 1.5
    if second.part in NOUNS and first.part == "JJ" and first.text.lower() not in words("adjectives_that_stay"):
        return 0.8
    if second.part == "NN" and first.part in ("NN", "NNP") and len(first.text) > 2:
        return 0.3
    return 0.15 if second.part == "NNP" and first.part == "NNP" and _relational(first) else 0.0


def _relational(mark: Mark) -> bool:
    """Whether the word is an adjective of a people or of a field, which Romance languages always put after the noun."""
    if mark.text.lower() in words("peoples"):
        return True
    return (
        mark.part == "JJ"
        and mark.text.lower().endswith(RELATIONAL)
        and mark.text.lower() not in words("adjectives_that_stay")
    )


def _swap(marks: list[Mark], index: int, dice: Dice) -> None:
    """Swap two neighbours; the first then carries the tag, and an article before them follows its new neighbour."""
    first, second, before = marks[index], marks[index + 1], marks[index - 1]
    first.space, second.space = second.space, first.space
    marks[index], marks[index + 1] = second, first
    second.tag, first.locked = SWAP, True
    if index == 1 and first.text[0].isupper():
        second.repair, second.text = second.text, second.text[0].upper() + second.text[1:]
        if first.text.lower() not in words("peoples") and first.part != "NNP":
            replace(first, first.text[0].lower() + first.text[1:], UPPER)
    elif before.text in ("a", "an") and dice.chance(0.7):
        right = "an" if second.text[0].lower() in VOWELS else "a"
        if right != before.text:
            replace(before, right)


def displace_names(marks: list[Mark], dice: Dice) -> None:
    """Carry a name or noun one to four words away, as a displaced link does: `expulsion Astana of the envoy`."""
    for index in range(len(marks) - 2, 2, -1):
        if marks[index].part in ("NNP", "NN", "NNS", "CD") and dice.hit(1.0 if marks[index].part == "NNP" else 0.3):
            _move(marks, index, index + dice.choose((-3, -2, -1, 2, 3, 4)))


def verbs_to_the_end(marks: list[Mark], dice: Dice) -> None:
    """Carry an auxiliary or participle to the end of its clause, as German does: `that she programmed has`."""
    for index in range(len(marks) - 3, 1, -1):
        mark = marks[index]
        auxiliary = mark.text in ("has", "have", "is", "was", "were", "can", "must", "will", "had", "wants", "goes")
        if not (auxiliary or mark.part in ("VBN", "VB")) or not dice.hit(1.0 if dice.language == "de" else 0.1):
            continue
        end = index + 1
        while end < len(marks) and marks[end].word and marks[end].text not in ("and", "that", "which", "who", "but"):
            end += 1
        if 2 <= end - index - 1 <= 9:
            _move(marks, index, end)


def invert_subjects(marks: list[Mark], dice: Dice) -> None:
    """Put the verb before a pronoun subject after a leading phrase: `For the victory becomes he`."""
    for index in range(3, len(marks) - 2):
        pronoun, verb, comma = marks[index], marks[index + 1], marks[index - 1]
        if not (pronoun.clean and verb.clean and comma.clean and comma.text == ","):
            continue
        if pronoun.text not in ("he", "she", "it", "they", "we") or verb.part not in ("VBZ", "VBD", "VBP", "MD"):
            continue
        if dice.hit(2.0 if dice.language == "de" else 0.3):
            _swap(marks, index, dice)
            if dice.chance(0.6) and marks[index - 2].clean and marks[index - 2].word:
                marks[index - 2].tag, marks[index - 2].repair = append_tag(","), ","
                del marks[index - 1]
            return


def _move(marks: list[Mark], index: int, target: int) -> None:
    """Move the word at `index` before the token now at `target`; tag it and the gap that it leaves."""
    if not 1 < target < len(marks) or target in (index, index + 1):
        return
    moved, before = marks[index], marks[index - 1]
    place = marks[target]
    if not (moved.clean and before.clean and before.part != "START" and moved.space and moved.word):
        return
    if not (marks[target - 1].word and place.part != "START") or (place.word and not place.space):
        return
    before.tag, before.repair = append_tag(moved.text), " " + moved.text
    copy = Mark(moved.text, True, moved.part, tag=MOVE)
    marks.insert(target, copy)
    del marks[index if target > index else index + 1]


def double_words(marks: list[Mark], dice: Dice) -> None:
    """Write a word twice."""
    for index in range(len(marks) - 1, 0, -1):
        mark = marks[index]
        if mark.clean and mark.word and mark.space and mark.text not in ("had", "that") and dice.hit():
            marks.insert(index + 1, Mark(mark.text, True, mark.part, tag=DELETE))
