"""Words in the order of another language."""

from training.dice import Dice
from training.marks import DELETE, INFLECT, KEEP, MISSING, MOVE, SWAP, UPPER, Mark, append_tag, replace
from training.vocabulary import words

NOUNS = ("NN", "NNS")
RELATIONAL = ("al", "ic", "an", "ese", "ish", "ive", "ary", "ian", "ous", "ent", "ical", "ar", "ed")
VOWELS = "aeiou"
NAMES_AND_NOUNS = (*NOUNS, "NNP", "NNPS")
BELOW = ("that", "which", "who", "whose", "because", "if", "when", "as", "than", "where", "while", "whether")
FINITE = ("VBZ", "VBD", "VBP", "MD")
IN_A_SUBJECT = ("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "CD", "POS")


def swap_adjectives(marks: list[Mark], dice: Dice) -> None:
    """Put the adjective after its noun: `authorities Russian`, `money fresh`; now and then noun compounds."""
    index = 1
    while index < len(marks) - 1:
        weight = _swap_weight(marks, index)
        if weight and dice.hit(weight):
            phrase = _adjective_phrase_start(marks, index)
            if phrase < index:
                _move(marks, index + 1, phrase)
            else:
                _swap(marks, index, dice)
            index += 2
        index += 1


def _adjective_phrase_start(marks: list[Mark], index: int) -> int:
    """Return where the adjective phrase that ends at `index` begins: at its adverb, or at an adjective before `and`."""
    if marks[index - 1].part == "RB" and marks[index - 1].clean:
        return index - 1
    if index > 2 and marks[index - 1].text == "and" and marks[index - 2].part == "JJ" and marks[index - 2].clean:
        return index - 2
    return index


def _swap_weight(marks: list[Mark], index: int) -> float:
    """Return how readily the words at `index` and after it change places."""
    first, second = marks[index], marks[index + 1]
    if not (first.clean and second.clean and first.word and second.word and second.space and marks[index - 1].clean):
        return 0.0
    after = marks[index + 2] if index + 2 < len(marks) else None
    of_people = first.text.lower() in words("peoples")
    if after is not None and (after.part in (*NOUNS, "NNP", "POS", "JJ") or after.text in ("-", "’", "'")):
        if after.part == "NNP" and of_people and second.part == "NN":
            return 2.0
        return 0.3 if after.part in NOUNS and _relational(first) else 0.0
    if marks[index - 1].part in ("JJ", "NNP") or marks[index - 1].text == "-":
        return 0.0
    if first.text in ("last", "next") and second.text in words("months") | words("days"):
        return 1.5
    if second.part in NOUNS and _relational(first):
        return 3.0 if of_people else 1.5
    if second.part in NOUNS and first.part == "JJ" and first.text.lower() not in words("adjectives_that_stay"):
        return 0.8
    if second.part == "NN" and first.part in ("NN", "NNP") and len(first.text) > 2:
        return 0.3
    return 0.8 if second.part == "NNP" and first.part == "NNP" and of_people else 0.0


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
    # Romance adjectives agree in number: `competitors Americans`.
    of_people = first.text.lower() in words("peoples")
    if second.part == "NNS" and of_people and first.text.endswith("n") and first.tag == KEEP and dice.chance(0.15):
        replace(first, f"{first.text}s", INFLECT)


def displace_names(marks: list[Mark], dice: Dice) -> None:
    """Carry a name or noun one to four words away, as a displaced link does: `expulsion Astana of the envoy`."""
    for index in range(len(marks) - 2, 2, -1):
        if marks[index].part in ("NNP", "NN", "NNS", "CD") and dice.hit(1.0 if marks[index].part == "NNP" else 0.3):
            _move(marks, index, index + dice.choose((-3, -2, -1, 2, 3, 4)))


def displace_links(marks: list[Mark], dice: Dice) -> None:
    """Put a noun phrase before the preposition and article that govern it: `to be approved Committee by the`."""
    for index in range(len(marks) - 3, 2, -1):
        if marks[index].text != "the" or marks[index - 1].part not in ("IN", "TO") or not marks[index - 1].space:
            continue
        end = index + 1
        while (
            end < len(marks) and end <= index + 4 and marks[end].clean and marks[end].part in ("JJ", *NAMES_AND_NOUNS)
        ):
            end += 1
        if end > index + 1 and marks[end - 1].part in NAMES_AND_NOUNS and marks[index].clean and dice.hit():
            _move_group(marks, index + 1, end, index - 1)


def verbs_to_the_end(marks: list[Mark], dice: Dice) -> None:
    """Carry a verb to the end of its clause, as German does: `that she programmed has`, `which its bed changes`."""
    for index in range(len(marks) - 3, 1, -1):
        if not dice.hit(_weight_at_the_end(marks, index) * (1.0 if dice.language == "de" else 0.15)):
            continue
        end = index + 1
        while end < len(marks) and marks[end].word and marks[end].text not in ("and", "that", "which", "who", "but"):
            end += 1
        if 2 <= end - index - 1 <= 9:
            _move(marks, index, end)


def _weight_at_the_end(marks: list[Mark], index: int) -> float:
    """Return how readily the verb at `index` goes to the end: an auxiliary, participle, or verb of a clause below."""
    mark = marks[index]
    if mark.text in ("has", "have", "is", "was", "were", "can", "must", "will", "had", "wants", "goes"):
        return 1.0
    if mark.part in ("VBN", "VB"):
        return 1.0
    below = any(before.text in BELOW for before in marks[max(0, index - 5) : index])
    return 1.5 if below and mark.part in FINITE else 0.0


def invert_subjects(marks: list[Mark], dice: Dice) -> None:
    """Put the verb before its subject, as many languages do after a leading phrase or in a clause below.

    `For the victory becomes he`, `On Sunday was discovered a leak`, `as soon as melts the snow`.
    """
    for index in range(len(marks) - 3, 2, -1):
        weight = _inversion_weight(marks, index)
        verb = _verb_after_subject(marks, index) if weight else 0
        if not verb or not dice.hit(weight * (2.0 if dice.language == "de" else 1.0)):
            continue
        comma = marks[index - 1].text == ","
        end = _verb_group_end(marks, verb) if dice.chance(0.2 if dice.language == "de" else 0.6) else verb + 1
        if verb == index + 1 and end == verb + 1:
            _swap(marks, index, dice)
        elif not _move_group(marks, verb, end, index):
            continue
        if comma and dice.chance(0.6) and marks[index - 2].clean and marks[index - 2].word:
            marks[index - 2].tag, marks[index - 2].repair = append_tag(","), ","
            del marks[index - 1]


def _inversion_weight(marks: list[Mark], index: int) -> float:
    """Return how readily a subject that begins at `index` goes behind its verb."""
    before = marks[index - 1]
    if not (before.clean and marks[index].clean and marks[index].part in IN_A_SUBJECT):
        return 0.0
    if before.text == "," and marks[1].part in ("IN", "RB", "TO", "CD"):
        return 1.0 if index < 14 else 0.3
    if before.text in BELOW:
        return 0.3
    short_phrase = index <= 6 and marks[1].part in ("IN", "RB") and before.part in ("NNP", "NN", "CD", "RB")
    return 0.5 if short_phrase and marks[index].part in ("DT", "PRP", "PRP$") else 0.0


def _verb_after_subject(marks: list[Mark], index: int) -> int:
    """Return where the finite verb stands after a short subject that begins at `index`, 0 where there is none."""
    for place in range(index, min(index + 5, len(marks) - 1)):
        mark = marks[place]
        if not mark.clean or not mark.word:
            return 0
        if mark.part in FINITE:
            return place if place > index else 0
        if mark.part not in IN_A_SUBJECT:
            return 0
    return 0


def _verb_group_end(marks: list[Mark], index: int) -> int:
    """Return where the verb group that begins at `index` ends: auxiliaries, `not`, then a participle or infinitive."""
    end = index + 1
    while (
        end < len(marks) - 1 and end < index + 4 and marks[end].clean and marks[end].part in ("VB", "VBN", "VBG", "RB")
    ):
        end += 1
    return end if marks[end - 1].part != "RB" else index + 1


def _move_group(marks: list[Mark], start: int, end: int, target: int) -> bool:
    """Move the words `start:end` forward before the token now at `target`; tag all. False where they may not move."""
    group, before, place = marks[start:end], marks[start - 1], marks[target]
    movable = all(mark.clean and mark.word and mark.space for mark in group)
    if not (
        movable and 1 < target < start and before.clean and before.word and place.clean and place.word and place.space
    ):
        return False
    if end - start == 1:
        return _move(marks, start, target)
    before.tag, before.repair = MISSING, "".join(f" {mark.text}" for mark in group)
    del marks[start:end]
    marks[target:target] = [Mark(mark.text, True, mark.part, tag=MOVE) for mark in group]
    return True


def _move(marks: list[Mark], index: int, target: int) -> bool:
    """Move the word at `index` before the token now at `target`; tag both. False where it may not move."""
    if not 1 < target < len(marks) or target in (index, index + 1):
        return False
    moved, before = marks[index], marks[index - 1]
    place = marks[target]
    if not (moved.clean and before.clean and before.part != "START" and moved.space and moved.word):
        return False
    if not (marks[target - 1].word and place.part != "START") or (place.word and not place.space):
        return False
    before.tag, before.repair = append_tag(moved.text), " " + moved.text
    copy = Mark(moved.text, True, moved.part, tag=MOVE)
    marks.insert(target, copy)
    del marks[index if target > index else index + 1]
    return True


def double_words(marks: list[Mark], dice: Dice) -> None:
    """Write a word twice."""
    for index in range(len(marks) - 1, 0, -1):
        mark = marks[index]
        if mark.clean and mark.word and mark.space and mark.text not in ("had", "that") and dice.hit():
            marks.insert(index + 1, Mark(mark.text, True, mark.part, tag=DELETE))
