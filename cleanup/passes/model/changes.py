"""What a tag of the model stands for in its sentence: a word taken out, put in, split or changed with the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cleanup.lexicon.epithets import with_capital
from cleanup.lexicon.indefinite import indefinite_article
from cleanup.lexicon.names import WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag, words
from cleanup.neural.answer import WordTag
from cleanup.syntax.parser import DETERMINERS, tag_sentence
from cleanup.syntax.words import FIXED_BEHIND

_UNKNOWN = re.compile(r"(?:who|whom|what|which|how)ever \Z", re.IGNORECASE)
_CLEFT = re.compile(r"it (?:is|was) (?:whom?|that)\b")
_DOUBTED = 0.5
_LIKELY = 0.1
ARTICLES = frozenset({"append:the", "append:a", "append:an"})
_SUREST_START = 0.85  # of a word that may be missing before the sentence, where recipes and answers begin with a verb
MARKS = ".,;:!?”\"’'"
_BEFORE_BARE_INFINITIVE = word_set(
    "help helps helped helping need needs needed dare dares dared go come make makes made let lets nothing but"
)
_BEFORE_NOUNS = word_set("whatever whichever whose")
_TITLES = word_class("titles")
_SELDOM_CAPITAL = 0.3  # share of its occurrences in mid-sentence
_PUNCTUATION = {"split": " ", "split:,": ", ", "split:.": ". "}


class Replacement(NamedTuple):
    """A half-open span of the sentence, in code points, and what it should read."""

    start: int
    end: int
    replacement: str


def is_idiom(text: str, change: Replacement) -> bool:
    """Whether the words stand together although that is rare: a battle royal, she it was who saw it, whoever it is."""
    pair = "_".join(text[change.start : change.end].lower().removeprefix("an ").removeprefix("a ").split())
    fixed = pair in FIXED_BEHIND or _CLEFT.match(text, change.start) is not None
    return fixed or _UNKNOWN.search(text, 0, change.start) is not None


def may_lack(text: str, tag: WordTag) -> bool:
    """Whether English may leave the small word out behind the word of the tag: met Monday, helped save it."""
    before, behind = text[: tag.end].split(), text[tag.end :].split()
    if not tag.end:
        return tag.probability < _SUREST_START
    if before[-1].lower() in _BEFORE_NOUNS:
        return True  # whatever raise they win
    if not behind or behind[0].strip(MARKS) in WEEKDAYS or before[-1].lower() in _BEFORE_BARE_INFINITIVE:
        return True
    return behind[0].lower() in ("a", "an") and any(part[0].isdigit() for part in before[-2:])  # 2.6 goals a game


def may_go_on_with_subject(text: str, at: int) -> bool:
    """Whether a verb behind “the” and a noun at `at` has that noun as its subject, or no verb is left to the clause.

    The accountant the clan called Prof; they have the name, the neighbours the number.
    """
    words = tag_sentence(text)
    phrase = [word for word in words if word.start >= at]
    end = next((index for index, word in enumerate(phrase) if word.text in ",.;:"), len(phrase))
    verbs = [index for index in range(end) if phrase[index].tag & (FINITE_VERB | Tag.PAST_PARTICIPLE)]
    another = sum(1 for word in words if word.tag & (FINITE_VERB | Tag.VERB_BASE | Tag.PAST_PARTICIPLE)) > 1
    nominal = verbs and phrase[0].lower in DETERMINERS and all(word.is_nominal for word in phrase[: verbs[0]])
    if nominal and another:
        return True
    start = max(text.rfind(mark, 0, at) for mark in ",;")
    own = [word for word in words if start < word.start < at]
    return start >= 0 and not verbs and not any(word.tag & (FINITE_VERB | Tag.PREPOSITION | Tag.GERUND) for word in own)


def article_shares(tag: WordTag) -> dict[str, float]:
    """How probable it is of each article that it is missing behind a word."""
    return {choice: share for choice, share in ((tag.tag, tag.probability), *tag.alternatives) if choice in ARTICLES}


def stands_alone(tags: Sequence[WordTag], start: int, end: int, *, swaps: bool) -> bool:
    """Whether the words beside `start:end` of the sentence are sound: where several are wrong, one repair is none.

    The article before two words that change places is no second error: it follows what comes to stand behind it.
    """
    before = next((tag for tag in reversed(tags) if tag.end <= start), None)
    after = next((tag for tag in tags if tag.start >= end and tag.end > end), None)
    if swaps and before is not None and before.tag in ("replace:a", "replace:an"):
        before = None
    return all(tag is None or tag.error < _DOUBTED for tag in (before, after))


def of_a_kind(tag: WordTag) -> tuple[float, list[str]]:
    """What a word's tag proposes, best first, and how probable it is that this kind of repair is due.

    Of lost words the likely ones, whichever it be; of a foreign name that ran into a word the split inside it.
    """
    if tag.tag.startswith("append:"):
        same = [(tag.tag, tag.probability), *(each for each in tag.alternatives if each[0].startswith("append:"))]
        return sum(share for _, share in same), [name for name, share in same if share >= _LIKELY]
    splits = [item for item in tag.inner if item.tag.startswith("split")] if tag.tag == "wrong" else []
    if splits:
        best = max(splits, key=lambda item: item.probability)
        return best.probability, [best.tag]
    return tag.probability, [tag.tag]


def change_of(text: str, tags: Sequence[WordTag], index: int, choice: str) -> Replacement | None:
    """What a tag of the word at `index` stands for, in offsets of the sentence; None for a tag that names no text."""
    tag = tags[index]
    word = text[tag.start : tag.end]
    kind, _, value = choice.partition(":")
    if kind == "delete":
        return _deletion(text, tags, index)
    if kind == "swap" and index + 1 < len(tags):
        following = tags[index + 1]
        other = text[following.start : following.end]
        between = text[tag.end : following.start]
        if between == " " and word.isalpha() and other.isalpha():
            swapped = _swapped(word, with_capital(other), first=tag.start == 0)
            before = tags[index - 1] if index and text[tags[index - 1].end : tag.start] == " " else None
            article = text[before.start : before.end] if before else ""
            fitting = indefinite_article(other)
            if before and article in ("a", "an") and article != fitting:
                return Replacement(before.start, following.end, f"{fitting} {swapped}")
            return Replacement(tag.start, following.end, swapped)
    if kind == "split":
        inner = next((item for item in tag.inner if item.tag == choice), None)
        at = inner.offset if inner else tag.start
        if 0 < at < len(text) and not text[at - 1].isspace():
            return Replacement(at, at, _PUNCTUATION[choice])
    if kind == "append" and value.isalpha():
        return _addition(text, tags, index, value)
    if kind == "replace" and value.isalpha() and word.islower():
        return Replacement(tag.start, tag.end, value)
    return None


def _addition(text: str, tags: Sequence[WordTag], index: int, word: str) -> Replacement | None:
    """A word comes in after the one at `index`; before a sentence it takes the capital."""
    tag = tags[index]
    if tag.end > 0:
        return Replacement(tag.end, tag.end, f" {word}")
    if index + 1 == len(tags):
        return None
    first = tags[index + 1]
    other = text[first.start : first.end]
    return Replacement(first.start, first.end, f"{word.capitalize()} {other[:1].lower()}{other[1:]}")


def _deletion(text: str, tags: Sequence[WordTag], index: int) -> Replacement | None:
    """A word and the space behind it go; at the start of a sentence the next word takes the capital."""
    tag = tags[index]
    if index + 1 == len(tags) or not text[tag.start : tag.end].isalpha():
        return None
    following = tags[index + 1]
    if tag.start > 0:
        return Replacement(tag.start, following.start, "") if text[tag.end : following.start] == " " else None
    other = text[following.start : following.end]
    return Replacement(tag.start, following.end, other[:1].upper() + other[1:])


def _swapped(word: str, other: str, *, first: bool) -> str:
    """Two words in the other order; at the start of a sentence the capital stays in front, a name keeps its own."""
    if first and (other.islower() or _is_common(word)):
        return f"{other[:1].upper()}{other[1:]} {word[:1].lower()}{word[1:]}"
    return f"{other} {word}"


def _is_common(word: str) -> bool:
    """Whether a word has its capital from the start of the sentence alone: Journalist; not France, nor President."""
    share = words().capitalised_share(word.lower())
    return word.lower() not in _TITLES and share is not None and share < _SELDOM_CAPITAL
