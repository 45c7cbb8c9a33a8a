"""What a rewrite may not do unseen: change names, numbers, negations and what people said, or invent anything.

A change of one of these is shown with its name, and never applied. What brings in a name or a number that neither the
article, its source text, the glossary nor the gazetteer vouches for, or several words more than it replaces, is an
invention, and dropped: no reviewer could check it.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property

from cleanup.article import Article
from cleanup.resources import Resources
from cleanup.rewriting.alignment import Proposal

_MOST_ADDED = 3  # words more than before
_MOST_REMOVED = 4
_ALIKE = 0.6  # of two spellings of one name: Mosca and Moscow, Kazachi and Kazakhs; not Monaco and Munich
_RATHER_NAME = 0.5  # the share of capitals from which a lost capital is a lost name: Polish, not President
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_NUMBER_WORD = re.compile(
    r"\b(?:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty|(?:hundred|thousand|million|billion|trillion|dozen)s?|half|twice|"
    r"(?:thi|four|fif|six|seven|eigh|nin|ten)(?:rd|th))\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:not|cannot|no|never|nobody|nothing|none|nowhere|neither|nor|without|hardly|barely)\b|n['’]t\b", re.IGNORECASE
)
_QUOTED = re.compile(r"“[^“”\n]*”|«[^«»\n]*»|„[^„“”\n]*[“”]|\"[^\"\n]*\"|(?<!\w)‘[^‘’\n]*’(?!\w)")
_QUOTES = re.compile(r"[“”„«»\"]")
_OPENS = re.compile(r"(?:^|[.!?…:\n][\"'”’)\]]*\s*)[\"'“‘«(\[]*$")


class Guard:
    """Judges proposals for one article."""

    def __init__(self, article: Article, resources: Resources) -> None:
        self._article = article
        self._words = resources.words
        self._names = resources.names
        self._glossary = resources.glossary

    def invents(self, proposal: Proposal) -> bool:
        """Whether a proposal says what the article does not, or leaves out more than a repair does."""
        old, new = self._old(proposal), proposal.replacement
        grown = len(_WORD.findall(new)) - len(_WORD.findall(old))
        if not -_MOST_REMOVED <= grown <= _MOST_ADDED and _letters(old) != _letters(new):
            return True
        if _digits(new) - _digits(old) - self._known_digits:
            return True
        if _number_words(new) - _number_words(old) - self._known_words:
            return True
        lost, gained = self._name_changes(proposal)
        return any(not self._is_vouched_for(name, lost, old) for name in gained)

    def facts(self, proposal: Proposal) -> list[str]:
        """The kinds of facts that a proposal changes, each as "a number", in the order of their weight."""
        checks: tuple[tuple[str, Callable[[Proposal], bool]], ...] = (
            ("a name", self._changes_name),
            ("a number", self._changes_number),
            ("a negation", self._changes_negation),
            ("a quotation", self._changes_quotation),
        )
        return [kind for kind, is_changed in checks if is_changed(proposal)]

    def _old(self, proposal: Proposal) -> str:
        return self._article.text[proposal.start : proposal.end]

    def _changes_name(self, proposal: Proposal) -> bool:
        return any(self._name_changes(proposal))

    def _changes_number(self, proposal: Proposal) -> bool:
        old, new = self._old(proposal), proposal.replacement
        in_digits = Counter(_NUMBER.findall(old)) != Counter(_NUMBER.findall(new))
        return in_digits or _number_words(old) != _number_words(new)

    def _changes_negation(self, proposal: Proposal) -> bool:
        return len(_NEGATION.findall(self._old(proposal))) != len(_NEGATION.findall(proposal.replacement))

    def _changes_quotation(self, proposal: Proposal) -> bool:
        """Whether words inside quotation marks change, not only the spaces between them, or the marks themselves."""
        old, new = self._old(proposal), proposal.replacement
        if len(_QUOTES.findall(old)) != len(_QUOTES.findall(new)):
            return True
        inside = any(start < proposal.end and proposal.start < end for start, end in self._quotations)
        inserted = proposal.start == proposal.end and any(s < proposal.start < e for s, e in self._quotations)
        return (inside or inserted) and _letters(old) != _letters(new)

    @cached_property
    def _quotations(self) -> list[tuple[int, int]]:
        return [match.span() for match in _QUOTED.finditer(self._article.text)]

    @cached_property
    def _known_digits(self) -> Counter[str]:
        return _digits(self._article.text + (self._article.source_text or ""))

    @cached_property
    def _known_words(self) -> Counter[str]:
        return _number_words(self._article.text)

    @cached_property
    def _known_names(self) -> frozenset[str]:
        """The capitalised words of the article and of its source text."""
        text = f"{self._article.text}\n{self._article.source_text or ''}"
        return frozenset(word for word in _WORD.findall(text) if word[0].isupper())

    def _name_changes(self, proposal: Proposal) -> tuple[list[str], list[str]]:
        """The names that a proposal takes out, and those that it puts in; a name set free from a fusion is neither."""
        old, new = self._old(proposal), proposal.replacement
        before = self._article.text[: proposal.start]
        here, there = list(self._found(before, old)), list(self._found(before, new))
        words = {word.lower() for word in _WORD.findall(new)}
        earlier = {word.lower() for word in _WORD.findall(old)}
        lost = [name for name in (Counter(here) - Counter(there)) if not self._only_case(name, words)]
        gained = [name for name in (Counter(there) - Counter(here)) if name.lower() not in earlier]
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
            if word[0].isupper() and word != "I" and self._is_name(word, (before[-80:] + text[: match.start()])):
                yield word

    def _is_name(self, word: str, before: str) -> bool:
        lower = self._words.is_word(word.lower())
        if _OPENS.search(before):
            return not lower and not self._article.text.count(f" {word.lower()}")
        return not lower or self._words.may_be_proper(word) or (word.isupper() and len(word) > 1)

    def _only_case(self, name: str, words: set[str]) -> bool:
        """Whether a name only lost its capital, and is a word that can do without."""
        return name.lower() in words and (self._words.capitalised_share(name) or 0.0) < _RATHER_NAME

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


def _digits(text: str) -> Counter[str]:
    """The numbers of a text without the marks inside them."""
    return Counter(re.sub(r"\D", "", number) for number in _NUMBER.findall(text))


def _number_words(text: str) -> Counter[str]:
    return Counter(word.lower() for word in _NUMBER_WORD.findall(text))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _is_part(name: str, whole: str) -> bool:
    return whole.lower().startswith(name.lower()) or whole.lower().endswith(name.lower())


def _is_alike(name: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, name.lower(), other.lower()).ratio() >= _ALIKE
