"""Forms of verbs, and the way back; lemminflect (tables of the SPECIALIST lexicon) is the judge of all verbs."""

from __future__ import annotations

import lemminflect
import pytest

from cleanup.lexicon.inflection import (
    base_of_gerund,
    base_of_participle,
    base_of_past,
    base_of_third,
    finite_forms,
    gerund,
    participle,
    participles,
    past,
    pasts,
    plural_of,
    third_person,
)
from cleanup.lexicon.words import words
from training.lexicon.build_inflections import CORRECTIONS

FORMS = [
    ("be", "is", "was", "been", "being"),
    ("have", "has", "had", "had", "having"),
    ("go", "goes", "went", "gone", "going"),
    ("carry", "carries", "carried", "carried", "carrying"),
    ("play", "plays", "played", "played", "playing"),
    ("watch", "watches", "watched", "watched", "watching"),
    ("live", "lives", "lived", "lived", "living"),
    ("agree", "agrees", "agreed", "agreed", "agreeing"),
    ("die", "dies", "died", "died", "dying"),
    ("jog", "jogs", "jogged", "jogged", "jogging"),
    ("win", "wins", "won", "won", "winning"),
    ("cut", "cuts", "cut", "cut", "cutting"),
    ("regret", "regrets", "regretted", "regretted", "regretting"),
    ("visit", "visits", "visited", "visited", "visiting"),
    ("sing", "sings", "sang", "sung", "singing"),
    ("found", "founds", "founded", "founded", "founding"),
]


@pytest.mark.parametrize("forms", FORMS, ids=lambda forms: forms[0])
def test_inflects_and_finds_the_way_back(forms: tuple[str, str, str, str, str]) -> None:
    base, third, simple, perfect, ending = forms
    assert (third_person(base), past(base), participle(base), gerund(base)) == (third, simple, perfect, ending)
    assert base_of_third(third, words()) == base
    assert base_of_past(simple, words()) == base
    assert base_of_participle(perfect, words()) == base
    assert base_of_gerund(ending, words()) == base


@pytest.mark.parametrize("word", ["bed", "red", "thing", "bus", "Berlin", "notaverbed", "sing", "ing"])
def test_what_is_no_such_form_has_no_infinitive(word: str) -> None:
    assert base_of_past(word, words()) is None
    assert base_of_participle(word, words()) is None
    assert base_of_gerund(word, words()) is None
    assert base_of_third(word, words()) is None


def test_forms_of_a_list_of_verbs() -> None:
    assert finite_forms("lie go") == {"lie", "lies", "lay", "go", "goes", "went"}
    assert pasts("win resign") == {"won", "resigned"}
    assert participles("see found") == {"seen", "founded"}


def test_every_verb_of_the_dictionary_has_forms_that_lemminflect_knows() -> None:
    def known(base: str, *parts: str) -> set[str]:
        found = (form for part in parts for form in lemminflect.getInflection(base, tag=part, inflect_oov=False))
        return {form for form in found if form.isalpha()}

    # “spelled” is the past and, in newspapers, the participle too.
    parts = ((past, ("VBD",)), (participle, ("VBN", "VBD")), (gerund, ("VBG",)))
    wrong = [
        (base, inflect(base))
        for base in words().bases()
        for inflect, accepted in parts
        if known(base, *accepted) and base not in CORRECTIONS and inflect(base) not in known(base, *accepted)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("ferry", "ferries"), ("bus", "buses"), ("fireman", "firemen"), ("human", "humans"), ("child", "children"),
        ("knife", "knives"), ("thief", "thieves"), ("chief", "chiefs"), ("tooth", "teeth"), ("veto", "vetoes"),
        ("photo", "photos"),
    ],
)  # fmt: skip
def test_plurals(noun: str, plural: str) -> None:
    assert plural_of(noun) == plural
