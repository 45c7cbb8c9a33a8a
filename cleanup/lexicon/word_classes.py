"""Classes of English words: every meaning has one list, for all rules that ask for it.

The files of `data/classes/` hold sections: `[name]`, lines with `#` that give the sentence by which a word is judged,
and the words in alphabetical order. Verbs stand as infinitives; `forms_of` and `inflected` make the forms that a rule
asks for.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from cleanup.lexicon.inflection import all_forms, plural_of
from cleanup.lexicon.tables import DATA

_SECTION: Final = re.compile(r"^\[(\w+)\]\n((?:#.*\n)*)", re.MULTILINE)

# Forms beside those of the rules, as Britain or America has them.
_ALSO: Final = {"burned": "burnt", "dreamed": "dreamt", "learned": "learnt", "proved": "proven"}


@functools.cache
def word_class(*names: str) -> frozenset[str]:
    """The words of one or several classes. Raises KeyError for a class that is not there."""
    return frozenset(word for name in names for word in _sections()[name].split())


def class_files() -> list[Path]:
    """The files that hold the classes."""
    return sorted((DATA / "classes").glob("*.txt"))


def is_word_class(name: str) -> bool:
    """Whether there is a class of that name."""
    return name in _sections()


def forms_of(*names: str) -> frozenset[str]:
    """All forms of the verbs of one or several classes."""
    return frozenset(form for verb in word_class(*names) for made in all_forms(verb) for form in _spellings(verb, made))


def with_plurals(*names: str) -> frozenset[str]:
    """The nouns of one or several classes, which stand there in the singular, and their plurals."""
    return word_class(*names) | {plural_of(noun) for noun in word_class(*names)}


def inflected(name: str, *inflections: Callable[[str], str]) -> frozenset[str]:
    """The words of a class in these forms only: `inflected("transitive_verbs", past)`: sold, opened."""
    return frozenset(
        form for word in word_class(name) for inflect in inflections for form in _spellings(word, inflect(word))
    )


def _spellings(verb: str, form: str) -> tuple[str, ...]:
    """A form as Britain and America spell it: travelled, traveled; learned, learnt."""
    if form in _ALSO:
        return form, _ALSO[form]
    if not form.endswith(("ed", "ing")) or verb not in word_class("verbs_with_one_l_or_two"):
        return (form,)
    ending = "ing" if form.endswith("ing") else "ed"
    return f"{verb}{ending}", f"{verb}l{ending}"


@functools.cache
def _sections() -> dict[str, str]:
    """The words of each class, not yet taken apart: a run asks for them once, when a module is imported."""
    sections: dict[str, str] = {}
    for path in class_files():
        _, *parts = _SECTION.split(path.read_text(encoding="utf-8"))
        sections |= dict(zip(parts[::3], parts[2::3], strict=True))
    return sections
