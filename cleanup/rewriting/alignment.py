"""A text and its rewrite, aligned word by word, and taken apart into what a reviewer approves or rejects as one.

Longest common runs of words come first (difflib's Ratcliff-Obershelp), as people see changes; then what belongs
together is joined: a word that moved, a pair of commas or quotation marks, changes around a single small word. After
ERRANT (Bryant, Felice and Briscoe 2017), with letters in place of its linguistic costs: words that only ran together
are one edit each, however many follow each other.
"""

from __future__ import annotations

import difflib
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from cleanup.article import Span, split_sentences

_PIECE = re.compile(r"\d+(?:[.,:/]\d+)+|\w+|[^\w\s]")
_PLAIN = str.maketrans("’‘ʼ“”„«»–—", "'''" + '"""""--')
_PAIRED = frozenset('"()[]')
_NEAR = 3  # pieces between two changes of one phrase
_CLAUSE = 10  # pieces between two commas that were put around something
_CONTENT = 4  # letters of a word that does not return by chance
_ALIKE = 0.5  # of the letters of a sentence must be found again, or as many others in their place;
_CHANCE = 3  # letters in runs of at least so many are found


class Piece(NamedTuple):
    """A word or a mark at `start:end`; `key` is what is compared: the text in plain marks, and if a space precedes."""

    start: int
    end: int
    key: tuple[str, bool]

    @property
    def text(self) -> str:
        """The text in plain marks."""
        return self.key[0]

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, not a mark."""
        return self.text[0].isalnum()


class Hunk(NamedTuple):
    """Pieces `left:left_end` of the text became pieces `right:right_end` of the rewrite."""

    left: int
    left_end: int
    right: int
    right_end: int


class Proposal(NamedTuple):
    """The rewrite has `replacement` at `start:end` (code points) of the text."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True)
class Alignment:
    """A text and its rewrite, word by word. Typographic marks and their plain forms count as equal."""

    text: str
    rewrite: str

    @cached_property
    def _left(self) -> list[Piece]:
        return _pieces(self.text)

    @cached_property
    def _right(self) -> list[Piece]:
        return _pieces(self.rewrite)

    @cached_property
    def _hunks(self) -> list[Hunk]:
        """What differs, in order; words that ran together apart from each other."""
        matcher = difflib.SequenceMatcher(
            None, [piece.key for piece in self._left], [piece.key for piece in self._right], autojunk=False
        )
        blocks = (Hunk(*numbers) for tag, *numbers in matcher.get_opcodes() if tag != "equal")
        return list(itertools.chain.from_iterable(self._cut(block) for block in blocks))

    @property
    def changed(self) -> float:
        """The share of words that are not kept, between 0 and 1; those that moved or only ran together are kept."""
        words = sum(piece.is_word for piece in (*self._left, *self._right))
        rewritten = (hunk for hunk in self._joined() if _letters(self._before(hunk)) != _letters(self._after(hunk)))
        lost_and_gained = itertools.chain.from_iterable(map(self._difference, rewritten))
        changed = sum(count for each in lost_and_gained for word, count in each.items() if word[0].isalnum())
        return changed / words if words else 0.0

    def lost_sentence(self) -> bool:
        """Whether a sentence of the text has nothing like it in the rewrite."""
        return any(self._is_lost(span, self._left, self._right) for span in split_sentences(self.text))

    def added_sentence(self) -> bool:
        """Whether a sentence of the rewrite has nothing like it in the text."""
        turned = Alignment(self.rewrite, self.text)
        return turned.lost_sentence()

    def proposals(self) -> list[Proposal]:
        """The edits that make the rewrite of the text, by start; they do not overlap, and each can stand alone."""
        return [self._proposal(hunk) for hunk in self._joined()]

    def _before(self, hunk: Hunk) -> list[Piece]:
        return self._left[hunk.left : hunk.left_end]

    def _after(self, hunk: Hunk) -> list[Piece]:
        return self._right[hunk.right : hunk.right_end]

    def _cut(self, hunk: Hunk) -> Iterator[Hunk]:
        """The parts of a hunk at whose borders both sides have the same letters behind them."""
        at = Hunk(hunk.left, hunk.left, hunk.right, hunk.right)
        for left_end, right_end in self._borders(hunk):
            at = Hunk(at.left_end, left_end, at.right_end, right_end)
            yield at

    def _borders(self, hunk: Hunk) -> list[tuple[int, int]]:
        """Where a hunk can be cut, its end included: after words, so that marks stay with the word before them."""
        before, after = self._before(hunk), self._after(hunk)
        left = {_letters(before[: i + 1]): hunk.left + i + 1 for i in range(len(before))}
        right = {_letters(after[: i + 1]): hunk.right + i + 1 for i in range(len(after))}
        shared = [(left[letters], right[letters]) for letters in left if letters and letters in right]
        end = (hunk.left_end, hunk.right_end)
        return [*(border for border in shared if border[0] < end[0] and border[1] < end[1]), end]

    def _is_lost(self, sentence: Span, left: Sequence[Piece], right: Sequence[Piece]) -> bool:
        first = sum(piece.end <= sentence.start for piece in left)
        last = sum(piece.start < sentence.end for piece in left)
        letters = _letters(left[first:last])
        found = _letters(right[self._opposite(first, after=False) : self._opposite(last, after=True)])
        blocks = difflib.SequenceMatcher(None, letters, found, autojunk=False).get_matching_blocks()
        kept = sum(block.size for block in blocks if block.size >= min(_CHANCE, len(letters)))
        return max(kept, len(found) - kept) < _ALIKE * len(letters)

    def _opposite(self, left: int, *, after: bool) -> int:
        """The place in the rewrite that lies opposite a place before piece `left`; inside a hunk, one of its ends."""
        shift = 0
        for hunk in self._hunks:
            if left < hunk.left or (left == hunk.left and after):
                break
            if left < hunk.left_end:
                return hunk.right_end if after else hunk.right
            shift = hunk.right_end - hunk.left_end
        return left + shift

    def _joined(self) -> list[Hunk]:
        """The hunks, those that belong together made one."""
        hunks = self._hunks
        joined: list[Hunk] = []
        last = -1  # the last hunk that belongs to the last joined one
        for index, hunk in enumerate(hunks):
            if index <= last:
                first = joined.pop()
                joined.append(Hunk(first.left, hunk.left_end, first.right, hunk.right_end))
            else:
                joined.append(hunk)
            partners = (other for other in range(index + 1, len(hunks)) if self._belong(hunk, hunks[other]))
            last = max(last, *partners, index)
        return joined

    def _belong(self, first: Hunk, second: Hunk) -> bool:
        """Whether a reviewer would decide two hunks of a sentence as one."""
        between = self._left[first.left_end : second.left]
        if self._sentence(first.left_end) != self._sentence(second.left):
            return False
        lost, gained = self._difference(first)
        lost_later, gained_later = self._difference(second)
        moved = (lost & gained_later) + (gained & lost_later)
        if any(len(word) >= _CONTENT for word in moved) or (moved and len(between) <= _NEAR):
            return True
        if _PAIRED & {*lost, *gained} and _PAIRED & {*lost_later, *gained_later}:
            return True
        if gained == gained_later == Counter(",") and not lost and not lost_later:
            return len(between) <= _CLAUSE and all(piece.text != "," for piece in between)
        is_small = len(between) == 1 and len(between[0].text) < _CONTENT
        return is_small and all((lost, gained, lost_later, gained_later)) and not self._only_fused(first, second)

    def _only_fused(self, *hunks: Hunk) -> bool:
        return any(_letters(self._before(hunk)) == _letters(self._after(hunk)) for hunk in hunks)

    def _difference(self, hunk: Hunk) -> tuple[Counter[str], Counter[str]]:
        """The words and marks that a hunk takes out, and those that it puts in, in lower case."""
        before = Counter(piece.text.lower() for piece in self._before(hunk))
        after = Counter(piece.text.lower() for piece in self._after(hunk))
        return before - after, after - before

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [span.end for span in split_sentences(self.text)]

    def _sentence(self, piece: int) -> int:
        """The number of the sentence that a piece stands in."""
        start = self._left[piece].start if piece < len(self._left) else len(self.text) - 1
        return sum(end <= start for end in self._sentence_ends)

    def _proposal(self, hunk: Hunk) -> Proposal:
        start, end = _stretch(self._left, hunk.left, hunk.left_end, len(self.text))
        other, other_end = _stretch(self._right, hunk.right, hunk.right_end, len(self.rewrite))
        old = self.text[start:end]
        new = _with_own_marks(old, self.rewrite[other:other_end])
        if old[:1].isspace() and new[:1].isspace():  # the space beside it stays as it is
            start += len(old) - len(old.lstrip())
            new = new.lstrip()
        if old[-1:].isspace() and new[-1:].isspace():
            end -= len(old) - len(old.rstrip())
            new = new.rstrip()
        return Proposal(start, end, new)


def _pieces(text: str) -> list[Piece]:
    found = list(_PIECE.finditer(text))
    ends = [-1, *(match.end() for match in found)]  # the first piece counts as one after a space
    return [
        Piece(match.start(), match.end(), (match.group().translate(_PLAIN), match.start() > end))
        for match, end in zip(found, ends, strict=False)
    ]


def _with_own_marks(old: str, new: str) -> str:
    """The new text with the quotation marks, apostrophes and dashes of the old one, each in the place of its like."""
    own: dict[str, list[str]] = {}
    for mark in old:
        if mark.translate(_PLAIN) != mark:
            own.setdefault(mark.translate(_PLAIN), []).append(mark)
    plain = ((character, character.translate(_PLAIN)) for character in new)
    return "".join(own[key].pop(0) if own.get(key) else character for character, key in plain)


def _letters(pieces: Iterable[Piece]) -> str:
    return "".join(filter(str.isalnum, (letter for piece in pieces for letter in piece.text))).lower()


def _stretch(pieces: Sequence[Piece], first: int, last: int, end: int) -> tuple[int, int]:
    """The text of pieces `first:last` with the space before them, at the start of the text with the space after."""
    if first:
        return pieces[first - 1].end, pieces[last - 1].end
    return 0, pieces[last].start if last < len(pieces) else end
