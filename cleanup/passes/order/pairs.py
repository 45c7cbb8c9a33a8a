"""Two nouns, or a noun and its superlative, in the order of the source: `the Guard Coast`, `the house most old`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.degrees import superlative
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import Tag
from cleanup.passes.order.names import ends
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, Sentence, Word
from cleanup.syntax.words import ADJECTIVES_WITH_COMPLEMENT, COMPLEMENT_VERBS

_HEADS = word_class("bodies", "heads")
_KINDS = word_class("namesakes")
"""Kinds of places and bodies that stand behind their name."""
_DOUBTFUL = word_set("Foundation Institute Museum Gallery Tower Hospital Clinic Palace Street Avenue Square")
_ATTESTED, _COMMON = 5, 20  # times in the clean corpora
_SUPERLATIVE = 2.8  # Zipf of oldest, biggest: an adjective that is compared by its ending
_COMPLEMENTED = ADJECTIVES_WITH_COMPLEMENT | word_set(
    "likely afraid fond proud aware ashamed jealous tired sick envious suspicious scared wary deserving reminiscent"
)
"""What goes on behind them: the child most afraid of the dark."""


_NOT_COMPARED = word_set("former latter later earlier sooner inner outer upper other further elder")
_OWNING = word_set("the his her their its our")
_POINTING = _OWNING | {"this", "that"}


class PairOrder:
    """Finds nouns before what describes them where the other order is known."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence, *, behind: bool = False) -> Iterator[Edit]:
        """Edits that put what describes a noun before it.

        `behind` tells that the article's language of origin puts it behind.
        """
        words = sentence.words
        for at in range(1, len(words) - 1):
            if words[at].is_capitalised and words[at + 1].is_capitalised:
                yield from self._capitals(text, sentence, at, behind=behind)
                yield from self._kind(text, sentence, at)
            elif words[at + 1].lower in ("more", "most") and words[at].is_noun:
                yield from self._superlative(text, sentence, at)
            elif words[at + 1].lower.endswith("er") and words[at].is_noun and not words[at].is_capitalised:
                yield from self._comparative(text, sentence, at)

    def _capitals(self, text: str, sentence: Sentence, at: int, *, behind: bool) -> Iterator[Edit]:
        """`the polish Guard Border`, `in Arabia Saudi`: two words of a name that is well known in the other order."""
        words, lexicon = sentence.words, self._resources.words
        head, first, before = words[at], words[at + 1], words[at - 1]
        described = before.tag is Tag.ADJECTIVE and not before.is_capitalised
        nation = self._resources.names.is_demonym(before.text[0].upper() + before.text[1:])
        placed = behind and (before.text == "," or bool(before.tag & Tag.PREPOSITION))
        if not (before.lower in DETERMINERS or described or nation or placed):
            return
        if first.start != head.end + 1 or not _closed(words, at + 2):
            return
        known = lexicon.bigram_lower(first.text, head.text)
        if lexicon.bigram_lower(head.text, first.text) or known < (_ATTESTED if head.text in _HEADS else _COMMON):
            return
        if first.text.isupper() or head.text.isupper():
            return
        start, end = sentence.offset(at), sentence.end_offset(at + 1)
        yield self._resources.rules["name-before-kind"].edit(text, start, end, [f"{first.text} {head.text}"])

    def _kind(self, text: str, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`the Foundation Karvelas`: a name that is no English word, behind what kind of thing bears it."""
        words, lexicon, names = sentence.words, self._resources.words, self._resources.names
        kind, before = words[at], words[at - 1]
        if kind.text not in _KINDS or not (before.lower == "the" or before.tag is Tag.ADJECTIVE):
            return
        end = at + 1
        while end < len(words) and words[end].is_capitalised and words[end].start == words[end - 1].end + 1:
            end += 1
        name = words[at + 1 : end]
        if len(name) > 2 or not _closed(words, end) or words[at + 1].start != kind.end + 1:
            return
        if any(
            not word.is_alphabetic
            or word.text.isupper()
            or names.is_demonym(word.text)
            or word.lower.endswith("ers")
            or lexicon.tags(word.lower) & Tag.PLURAL_NOUN
            or _is_common(lexicon.zipf(word.lower), lexicon.is_word(word.lower))
            for word in name
        ):
            return
        if lexicon.bigram_lower(kind.text, name[0].text):
            return
        start, stop = sentence.offset(at), sentence.end_offset(end - 1)
        fixed = f"{text[sentence.offset(at + 1) : stop]} {kind.text}"
        certainty = Applicability.UNSAFE if kind.text in _DOUBTFUL else Applicability.SAFE
        yield self._resources.rules["name-before-kind"].edit(text, start, stop, [fixed], applicability=certainty)

    def _superlative(self, text: str, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`The guard most old of the house`, `the song more famous of the year`."""
        words = sentence.words
        if not _may_compare(words, at):
            return
        degree, quality, after = words[at + 1].lower, words[at + 2], words[at + 3]
        ended = superlative(quality.lower, self._resources.words)
        whole = after.lower == "of" and at + 4 < len(words) and words[at + 4].lower in _POINTING
        within = after.lower == "in"
        closes = after.tag is Tag.PUNCTUATION or bool(after.tag & Tag.RELATIVE)
        if degree == "most" and not (whole or (ended and (within or closes))):
            return
        if degree == "more" and not (whole or within):
            return
        start, end = sentence.offset(at), sentence.end_offset(at + 2)
        safe = whole or (degree == "most" and ended is not None)
        certainty = Applicability.SAFE if safe else Applicability.UNSAFE
        fixed = f"{ended or f'most {quality.text}'} {words[at].text}"
        yield self._resources.rules["adjective-after-noun"].edit(text, start, end, [fixed], applicability=certainty)

    def _comparative(self, text: str, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`the river longer of the country`, `the rate of deaths higher in Europe`: Romance has one form for both."""
        words = sentence.words
        compared = words[at + 1]
        best = f"{compared.lower[:-1]}st"
        if compared.is_capitalised or compared.lower in _NOT_COMPARED or not self._is_superlative(best):
            return
        first = at
        while first > 0 and words[first - 1].tag in (Tag.NOUN, Tag.ADJECTIVE):
            first -= 1
        if first > 2 and words[first - 1].lower == "of" and words[first - 2].is_noun:
            first -= 2
        if first == 0 or words[first - 1].lower != "the" or at + 3 >= len(words):
            return
        after, scope = words[at + 2], words[at + 3]
        bounded = scope.lower in ("the", "all", "this") or scope.is_capitalised
        opens = words[first - 2].lower if first > 1 else ""
        if after.lower not in ("of", "in") or not bounded or opens in ("with", "than", "and"):
            return
        if any(word.lower == "than" or word.lower in COMPLEMENT_VERBS for word in words[max(0, first - 6) : first]):
            return
        start, end = sentence.offset(first), sentence.end_offset(at + 1)
        fixed = f"{best} {text[start : sentence.end_offset(at)]}"
        certainty = Applicability.SAFE if after.lower == "of" else Applicability.UNSAFE
        yield self._resources.rules["adjective-after-noun"].edit(text, start, end, [fixed], applicability=certainty)

    def _is_superlative(self, word: str) -> bool:
        lexicon = self._resources.words
        return lexicon.zipf(word) >= _SUPERLATIVE and bool(lexicon.tags(word) & Tag.ADJECTIVE)


def _may_compare(words: Sequence[Word], at: int) -> bool:
    """Whether the noun at `at` has its article in front, and behind it a degree and a quality that may be its own."""
    if words[at - 1].lower not in _OWNING or at + 3 >= len(words) or words[at].is_capitalised:
        return False
    quality, participle = words[at + 2], words[at + 2].tags & Tag.PAST_PARTICIPLE
    if quality.is_capitalised or not (quality.tags & Tag.ADJECTIVE or participle):
        return False
    if participle and words[at + 3].lower == "of":
        return False  # the poet most loved of the gods
    if quality.lower in _COMPLEMENTED or any(word.lower == "than" for word in words[at:]):
        return False
    return not any(word.lower in COMPLEMENT_VERBS for word in words[max(0, at - 6) : at - 1])


def _is_common(zipf: float, is_word: bool) -> bool:
    return is_word and zipf > 3.0


def _closed(words: Sequence[Word], at: int) -> bool:
    """Whether the name ends before `at`: no noun for it, no further capital."""
    if at >= len(words):
        return True
    word = words[at]
    if word.is_capitalised or word.text in "-–‑/’'&":
        return False
    return ends(word) or bool(word.tag & (Tag.AUXILIARY | Tag.MODAL | Tag.VERB_PAST | Tag.VERB_PRESENT))
