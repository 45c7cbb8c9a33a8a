"""Sentences as marked tokens: every token carries the tag that repairs it.

Corruption changes a sentence token by token and writes down, at the token where the damage shows, the tag that undoes
it. So the labels are exact by construction, whatever kinds of damage meet in one sentence.
"""

from dataclasses import dataclass

from cleanup.neural.units import cut


def listed(words: str) -> tuple[str, ...]:
    """Return the words of a text as a tuple."""
    return tuple(words.split())


KEEP, DELETE, SWAP, MOVE = "keep", "delete", "swap", "move"
UPPER, LOWER, WRONG, INFLECT, MISSING = "upper", "lower", "wrong", "inflect", "missing"
SPLIT_SPACE, SPLIT_COMMA, SPLIT_STOP, JOIN = "split", "split:,", "split:.", "join"

# Only words that are often lost or mistaken have their own tag; others are `wrong` or `missing`.
REPLACEABLE = listed(
    "the a an and or but of to in on at for by from with as that than which who it he she they his her its their him "
    "them is are was were has have had be this these between into about after before during against under not where "
    "when "
    '“ ” " , .'
)
APPENDABLE = listed(
    "the a an and or of to in on at for by from with as that which who it he she they is are was were has have had be "
    'will do does did not his her its their , . “ ” "'
)

TAGS: tuple[str, ...] = (
    KEEP, DELETE, SWAP, MOVE, UPPER, LOWER, WRONG, INFLECT, MISSING, SPLIT_SPACE, SPLIT_COMMA, SPLIT_STOP, JOIN,
    *(f"replace:{word}" for word in REPLACEABLE),
    *(f"append:{word}" for word in APPENDABLE),
)  # fmt: skip
TAG_INDEX = {tag: index for index, tag in enumerate(TAGS)}


@dataclass(slots=True)
class Mark:
    """A token of a damaged sentence and its repair.

    `space` says whether a space stands before it, `part` is its Penn part of speech in the clean sentence, and `repair`
    is the exact text that the tag stands for (the right word, or what is missing after it, with its space). `locked`
    says that another token's tag moves this one, so that it must stay as it is.
    """

    text: str
    space: bool
    part: str = ""
    tag: str = KEEP
    repair: str = ""
    locked: bool = False

    @property
    def clean(self) -> bool:
        """Whether nothing has been done to this token yet, neither by its own tag nor by a neighbour's."""
        return self.tag == KEEP and not self.locked

    @property
    def word(self) -> bool:
        """Whether this is a word or a number, not punctuation and not the start of the text."""
        return self.text[:1].isalnum()


def start_mark() -> Mark:
    """Return the empty token before the text, which carries what is missing at the very beginning."""
    return Mark("", False, "START")


def marks_of(text: str) -> list[Mark]:
    """Cut clean text into marks without damage, the start mark first."""
    units = cut(text)
    return [start_mark()] + [Mark(unit.text, unit.space_before and unit.start > 0) for unit in units]


def render(marks: list[Mark]) -> str:
    """Write marks as the damaged text."""
    return "".join((" " if mark.space else "") + mark.text for mark in marks)


def replace_tag(right: str) -> str:
    """Return the tag for a token that should read `right`."""
    tag = f"replace:{right.lower()}"
    return tag if tag in TAG_INDEX else WRONG


def append_tag(lost: str) -> str:
    """Return the tag for a token after which `lost` is missing."""
    tag = f"append:{lost.lower()}"
    return tag if tag in TAG_INDEX else MISSING


def replace(mark: Mark, damaged: str, tag: str = "") -> None:
    """Write `damaged` in place of a clean token, and mark it with the tag that brings the right text back."""
    mark.tag = tag or replace_tag(mark.text)
    mark.repair = mark.text
    mark.text = damaged


def insert(marks: list[Mark], index: int, text: str, tag: str = DELETE) -> Mark:
    """Insert a superfluous token before `index`; it takes the space of the token that stood there."""
    following = marks[index]
    added = Mark(text, following.space, tag=tag)
    following.space = True
    marks.insert(index, added)
    return added


def drop(marks: list[Mark], index: int) -> bool:
    """Drop the clean token at `index`, and mark the token before it; False where that one is already marked."""
    before, lost = marks[index - 1], marks[index]
    if not (before.clean and lost.clean) or not (lost.space or before.part == "START" or not lost.word):
        return False
    before.tag = append_tag(lost.text)
    before.repair = (" " if lost.space else "") + lost.text
    if before.part == "START" and index + 1 < len(marks):
        marks[index + 1].space = False
    del marks[index]
    return True


def repair(marks: list[Mark]) -> str:
    """Apply every mark's tag, which gives the clean text back."""
    written: list[tuple[str, bool]] = []
    swapped: tuple[str, bool] | None = None
    glue = False
    for mark in marks:
        if mark.tag in (DELETE, MOVE):
            glue = glue or (mark.word and not mark.space)
            continue
        text, space = _repaired(mark, written)
        space = space and not glue
        glue = False
        if mark.part == "START" and mark.repair:
            written.append((text, False))
            written.append(("", True))
            continue
        if mark.tag == SWAP:
            swapped = (text, space)
            continue
        if swapped is not None:
            written += [(text, swapped[1]), (swapped[0], space)]
            swapped = None
            continue
        if written and written[-1] == ("", True):
            written.pop()
            space = True
        written.append((text, space))
    return "".join((" " if space else "") + text for text, space in written)


def _repaired(mark: Mark, written: list[tuple[str, bool]]) -> tuple[str, bool]:
    """Return one token as it should read, and whether a space stands before it."""
    if mark.tag in (SPLIT_COMMA, SPLIT_STOP):
        last, space = written[-1]
        written[-1] = (last + mark.tag[-1], space)
    if mark.tag in (SPLIT_SPACE, SPLIT_COMMA, SPLIT_STOP):
        return mark.text, True
    if mark.tag == JOIN:
        return mark.text, False
    if mark.tag == UPPER:
        return mark.text[:1].upper() + mark.text[1:], mark.space
    if mark.tag == LOWER:
        return mark.text[:1].lower() + mark.text[1:], mark.space
    if mark.tag == MISSING or mark.tag.startswith("append:"):
        return mark.text + mark.repair, mark.space
    return mark.repair or mark.text, mark.space
