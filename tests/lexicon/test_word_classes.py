"""Classes of words: each is in order, says how a word is judged, is used, and is no other class under another name."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from cleanup.lexicon.inflection import past
from cleanup.lexicon.tables import DATA
from cleanup.lexicon.word_classes import forms_of, inflected, with_plurals, word_class
from cleanup.lexicon.words import Tag, words

ROOT = Path(__file__).parents[2]
FILES = sorted((DATA / "classes").glob("*.txt"))
_SECTION = re.compile(r"^\[(\w+)\]\n((?:#.*\n)*)((?:[^\[\n].*\n)*)", re.MULTILINE)
SECTIONS = [(path.stem, *section) for path in FILES for section in _SECTION.findall(path.read_text(encoding="utf-8"))]
NAMES = [name for _, name, _, _ in SECTIONS]
# Two classes that share this much are one, or one is a part of the other.
SHARED = 0.7
PARTS_OF = {
    "circumstances": "clause_nouns",
    "verbs_with_infinitive_alone": "verbs_with_infinitive",
    "verbs_with_infinitive_of_another": "verbs_with_infinitive_when_passive",
    "verbs_of_telling": "verbs_with_clause",
    "verbs_of_ruling": "transitive_verbs",
    "deeds_of_authorities": "transitive_verbs",
    "verbs_without_passive": "intransitive_verbs",
    "verbs_of_thinking": "verbs_with_clause",
    "verbs_of_writing": "verbs_of_the_press",
    "demands": "clause_nouns",
    "verbs_with_bare_infinitive": "verbs_with_two_objects",
    "lowercase_adjectives": "relational_adjectives",
    "adjectives_behind_nouns": "postpositive_adjectives",
    "qualities_before_nouns": "postpositive_adjectives",
    "tens": "numbers",
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_says_its_licence_and_holds_nothing_but_sections(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    head, *sections = text.split("\n[")
    assert re.fullmatch(r"# .+\. Written for this project \(GPL-3\.0-or-later\)\.\n", head)
    assert len(sections) == sum(stem == path.stem for stem, *_ in SECTIONS)


def test_a_name_is_given_once() -> None:
    assert sorted(NAMES) == sorted(set(NAMES))


@pytest.mark.parametrize(("heading", "text"), [section[2:] for section in SECTIONS], ids=NAMES)
def test_a_class_has_its_heading_and_its_words_in_order(heading: str, text: str) -> None:
    assert heading.startswith("# ")
    listed = text.split()
    assert listed == sorted(set(listed), key=lambda word: (word.lower(), word))
    assert max(map(len, text.splitlines())) <= 120


def test_every_class_is_used() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "cleanup").rglob("*.py"))
    rules = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "rules").rglob("*.yaml"))
    assert [name for name in NAMES if f'"{name}"' not in code and rf"\L<{name}>" not in rules] == []


def test_no_two_classes_are_one() -> None:
    alike = set()
    for first, second in itertools.combinations(NAMES, 2):
        small, large = sorted((first, second), key=lambda name: len(word_class(name)))
        if len(word_class(small) & word_class(large)) > SHARED * len(word_class(small)):
            alike.add((small, large))
    assert alike == set(PARTS_OF.items())


def test_verbs_are_infinitives() -> None:
    lexicon = words()
    verbs = {verb for stem, _, _, text in SECTIONS if stem == "verbs" for verb in text.split()}
    assert {verb for verb in verbs if not lexicon.tags(verb) & Tag.VERB_BASE} == set()


def test_the_words_of_several_classes() -> None:
    assert word_class("women", "men") == word_class("women") | word_class("men")
    with pytest.raises(KeyError):
        word_class("no_such_class")


def test_forms_are_made() -> None:
    assert {"travel", "travels", "traveled", "travelled", "traveling", "travelling"} <= forms_of("intransitive_verbs")
    assert {"permitted", "led"} <= forms_of("verbs_with_two_objects")
    assert {"learned", "learnt"} <= forms_of("verbs_with_clause")
    assert not {"permited", "leaded"} & forms_of("verbs_with_two_objects")
    assert {"built", "cancelled", "canceled"} <= inflected("transitive_verbs", past)
    assert "build" not in inflected("transitive_verbs", past)
    assert {"century", "centuries"} <= with_plurals("units_of_time")
