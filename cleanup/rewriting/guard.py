"""What a rewrite may not do unseen: change names, numbers, dates, negations and what people said, or invent anything.

A change of one of these is shown with its kind, and never applied. Dropped as an invention is what no damage of a
translation explains and no reviewer could check: another number or date than the article has, a name where there was
nothing, several words more or fewer than before. A name in place of a word is shown even where nothing vouches for it
(Cabbage becomes Kohl): translation made words of names, and a model may know whose.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from cleanup.article import Article
from cleanup.resources import Resources
from cleanup.rewriting.alignment import Proposal

_MOST_ADDED = 3  # words more than before
_MOST_REMOVED = 4
_MOST_REPLACED = 4  # words that say something
_CONTENT = 4  # letters of a word that a name can stand for; or it has a capital
_ALIKE = 0.6  # of two spellings of one name: Mosca and Moscow, Kazachi and Kazakhs; not Monaco and Munich
_RATHER_NAME = 0.5  # the share of capitals from which a lost capital is a lost name: Polish, not President
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_DATE = (
    "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|"
    "November|December"
)
_VALUE = re.compile(
    rf"{_NUMBER.pattern}|\b(?:{_DATE})\b|"
    r"\b(?i:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty|(?:hundred|thousand|million|billion|trillion|dozen)s?|half|twice|"
    r"(?:thi|four|fif|six|seven|eigh|nin|ten)(?:rd|th))\b"
)
_NEGATION = re.compile(
    r"\b(?:not|cannot|no|never|nobody|nothing|none|nowhere|neither|nor|without|hardly|barely)\b|n['’]t\b", re.IGNORECASE
)
_QUOTED = re.compile(r"“[^“”\n]*”|«[^«»\n]*»|„[^„“”\n]*[“”]|\"[^\"\n]*\"|(?<!\w)‘[^‘’\n]*’(?!\w)")
_QUOTES = re.compile(r"[“”„«»\"]")
_OPENS = re.compile(r"(?:^|[.!?…:\n][\"'”’)\]]*\s*)[\"'“‘«(\[]*$")
_BEFORE = 80  # characters that tell whether a word opens a sentence


class Guard:
    """Judges proposals for one article."""

    def __init__(self, article: Article, resources: Resources) -> None:
        self._article = article
        self._words = resources.words
        self._names = resources.names
        self._glossary = resources.glossary

    def verdict(self, proposal: Proposal) -> list[str] | None:
        """What a proposal does to facts ("changes a number"), the gravest first; None for an invention."""
        old, new = self._article.text[proposal.start : proposal.end], proposal.replacement
        lost, gained = self._name_changes(proposal.start, old, new)
        unproven = [name for name in gained if not self._is_vouched_for(name, lost, old)]
        if _tells_anew(old, new) or self._invents_value(old, new) or (unproven and not _replaces(old, new)):
            return None
        checks = (
            ("brings in a name that nothing here vouches for", bool(unproven)),
            ("changes a name", bool(lost or gained) and not unproven),
            ("changes a number or date", _numbers(old) != _numbers(new) or any(_value_changes(old, new))),
            ("changes a negation", len(_NEGATION.findall(old)) != len(_NEGATION.findall(new))),
            ("changes a quotation", self._changes_quotation(proposal, old)),
        )
        return [kind for kind, is_so in checks if is_so]

    def _invents_value(self, old: str, new: str) -> bool:
        """Whether a number or date comes from nowhere; one in place of a foreign word (quattro) does not."""
        lost, gained = _value_changes(old, new)
        return bool(gained - self._known_values) and (bool(lost) or not _replaces(old, new))

    @cached_property
    def _known_values(self) -> Counter[str]:
        return _values(f"{self._article.text}\n{self._article.source_text or ''}")

    def _changes_quotation(self, proposal: Proposal, old: str) -> bool:
        """Whether words inside quotation marks change, not only the spaces between them, or the marks themselves."""
        if len(_QUOTES.findall(old)) != len(_QUOTES.findall(proposal.replacement)):
            return True
        if _letters(old) == _letters(proposal.replacement):
            return False
        return any(
            start < max(proposal.end, proposal.start + 1) and proposal.start < end for start, end in self._quoted
        )

    @cached_property
    def _quoted(self) -> list[tuple[int, int]]:
        """What stands between quotation marks, without the marks."""
        return [(match.start() + 1, match.end() - 1) for match in _QUOTED.finditer(self._article.text)]

    @cached_property
    def _known_names(self) -> frozenset[str]:
        """The capitalised words of the article and of its source text."""
        text = f"{self._article.text}\n{self._article.source_text or ''}"
        return frozenset(word for word in _WORD.findall(text) if word[0].isupper())

    def _name_changes(self, start: int, old: str, new: str) -> tuple[list[str], list[str]]:
        """The names that a proposal takes out, and those that it puts in; a name set free from a fusion is neither."""
        before = self._article.text[max(start - _BEFORE, 0) : start]
        here, there = Counter(self._found(before, old)), Counter(self._found(before, new))
        earlier, later = ({word.lower() for word in _WORD.findall(text)} for text in (old, new))
        lost = [name for name in here - there if not (name.lower() in later and self._can_be_small(name))]
        gained = [name for name in there - here if name.lower() not in earlier]
        if _letters(old) == _letters(new):  # only capitals can be lost
            return [name for name in lost if name.lower() in later], []
        for name in [*gained]:
            whole = next((other for other in lost if _is_part(name, other) and _letters(other) in _letters(new)), None)
            if whole is not None:
                lost.remove(whole)
                gained.remove(name)
        return lost, gained

    def _found(self, before: str, text: str) -> Iterator[str]:
        """The names in a piece of text that stands after `before`."""
        for match in _WORD.finditer(text):
            word = match.group()
            if word[0].isupper() and word != "I" and self._is_name(word, before + text[: match.start()]):
                yield word

    def _is_name(self, word: str, before: str) -> bool:
        if re.fullmatch(_DATE, word):
            return False
        is_word = self._words.is_word(word.lower())
        if _OPENS.search(before):
            return not is_word and f" {word.lower()}" not in self._article.text
        return not is_word or self._words.may_be_proper(word) or (word.isupper() and len(word) > 1)

    def _can_be_small(self, name: str) -> bool:
        return (self._words.capitalised_share(name) or 0.0) < _RATHER_NAME

    def _is_vouched_for(self, name: str, lost: list[str], old: str) -> bool:
        if name in self._known_names or any(_is_alike(name, other) for other in lost):
            return True
        if any(name in _WORD.findall(term.target) for term in self._glossary.terms):
            return True
        words = _WORD.findall(old)
        matches = (self._names.match_at(words, index) for index in range(len(words)))
        known = [each for match in matches if match for each in match.names]
        known += [each for word in words for each in self._names.lookup(word)]
        return any(name in _WORD.findall(each.english) for each in known)


def _tells_anew(old: str, new: str) -> bool:
    """Whether a proposal adds, leaves out or replaces more words than a repair does."""
    if _letters(old) == _letters(new):
        return False
    grown = len(_WORD.findall(new)) - len(_WORD.findall(old))
    return not -_MOST_REMOVED <= grown <= _MOST_ADDED or _replaces(old, new) > _MOST_REPLACED


def _replaces(old: str, new: str) -> int:
    """How many words that say something give way to others."""
    said = Counter(word.lower() for word in _WORD.findall(old) if len(word) >= _CONTENT or word[0].isupper())
    return (said - Counter(map(str.lower, _WORD.findall(new)))).total()


def _numbers(text: str) -> Counter[str]:
    """The numbers in digits, as they are written."""
    return Counter(_NUMBER.findall(text))


def _values(text: str) -> Counter[str]:
    """The numbers in digits or words, and the dates, however they are written."""
    return Counter("".join(filter(str.isalnum, value)).lower() for value in _VALUE.findall(text))


def _value_changes(old: str, new: str) -> tuple[Counter[str], Counter[str]]:
    """The values that go and those that come; one that is only written otherwise does not come."""
    if _letters(old) == _letters(new):
        return Counter(), Counter()
    before, after = _values(old), _values(new)
    gained = after - before
    if _significant(old) == _significant(new):  # 113 thousand became 113,000
        gained = Counter({value: count for value, count in gained.items() if not value.isdecimal()})
    return before - after, gained


def _significant(text: str) -> str:
    return "".join(digit for digit in text if digit.isdecimal() and digit != "0")


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _is_part(name: str, whole: str) -> bool:
    return whole.lower().startswith(name.lower()) or whole.lower().endswith(name.lower())


def _is_alike(name: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, name.lower(), other.lower()).ratio() >= _ALIKE
