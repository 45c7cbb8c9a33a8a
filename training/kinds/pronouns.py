"""Redundant subject pronouns, wrongly gendered pronouns and the superfluous `one`."""

from training.dice import Dice
from training.marks import Mark, insert, replace
from training.vocabulary import choices, words

SUBJECT_PARTS = ("NN", "NNS", "NNP", "NNPS", "WDT", "WP", "CD")


def add_pronouns(marks: list[Mark], dice: Dice) -> None:
    """Repeat the subject as a pronoun before the finite verb: `the Kremlin it was`, `voters they sent`."""
    for index in range(len(marks) - 1, 1, -1):
        weight = _subject_weight(marks, index)
        if weight and dice.hit(weight):
            insert(marks, index, _pronoun_for(marks[index - 1], dice))


def _subject_weight(marks: list[Mark], index: int) -> float:
    """Return how well a redundant pronoun fits before `index`: a finite verb after a subject."""
    before, here = marks[index - 1], marks[index]
    if not (here.clean and here.word and here.space and before.clean):
        return 0.0
    finite = here.text in words("finite_verbs") or here.part in ("VBZ", "VBD", "VBP", "MD")
    adverb_first = here.part == "RB" and index + 1 < len(marks) and marks[index + 1].part in ("VBZ", "VBD", "VBP", "MD")
    if not (finite or adverb_first):
        return 0.0
    if before.text == "," or (before.part == "RB" and marks[index - 2].part in SUBJECT_PARTS):
        return 0.8
    if before.text in ("who", "which", "that"):
        return 1.5
    if before.part not in SUBJECT_PARTS:
        return 0.0
    # A form in -ed after a noun is often a participle (`the company founded in 1990`), where a pronoun may even
    # read right.
    doubtful = here.part == "VBD" and here.text.endswith("ed") and here.text not in words("reporting_verbs")
    return 0.5 if doubtful else 1.0


def _pronoun_for(subject: Mark, dice: Dice) -> str:
    """Choose a pronoun as a system would that knows number but not gender."""
    plural = subject.part in ("NNS", "NNPS") or (subject.text in ("who", "which", "that") and dice.chance(0.3))
    if plural and dice.chance(0.85):
        return "they"
    return dice.choose(("it", "it", "he", "he", "he", "she", "she", "she", "they", "you"))


def add_one(marks: list[Mark], dice: Dice) -> None:
    """Put `one` between adjective and noun, as a lost bold or link tag does: `a simple one loan`."""
    for index in range(len(marks) - 1, 2, -1):
        before, here = marks[index - 1], marks[index]
        if (
            here.clean
            and here.space
            and before.part == "JJ"
            and here.part in ("NN", "NNS", "JJ")
            and before.word
            and dice.hit()
        ):
            insert(marks, index, "one")


def swap_gender(marks: list[Mark], dice: Dice) -> None:
    """Change a pronoun's gender where the sentence shows the right one (a first name, an organisation)."""
    seen: set[str] = set()
    for mark in marks:
        word = mark.text.lower()
        seen |= _gender_of(mark)
        if not mark.clean or word not in choices("genders") or mark.text[0].isupper() or mark.part == "":
            continue
        own = "neuter" if word in ("it", "its", "itself") else "female" if word in ("she", "her", "herself") else "male"
        # Anyone may be `he` to somebody else: only a sentence whose evidence points one way can teach anything.
        if own in seen and dice.hit(1.0 if len(seen) == 1 else 0.4):
            replace(mark, dice.choose(choices("genders")[word]))


def _gender_of(mark: Mark) -> set[str]:
    """Return the gender that a word shows, if any."""
    word = mark.text.lower()
    if word in words("male_first_names") or word in ("man", "father", "son", "brother", "husband", "king", "mr"):
        return {"male"}
    if word in words("female_first_names") or word in (
        "woman",
        "mother",
        "daughter",
        "sister",
        "wife",
        "queen",
        "mrs",
        "ms",
    ):
        return {"female"}
    return {"neuter"} if word in words("groups") else set()


def garble_reflexives(marks: list[Mark], dice: Dice) -> None:
    """Write `their own` for `his own`, as languages do whose possessives follow the thing owned."""
    for index in range(1, len(marks) - 1):
        mark = marks[index]
        if mark.clean and mark.text in ("his", "her", "its") and marks[index + 1].text == "own" and dice.hit():
            replace(mark, "their")
