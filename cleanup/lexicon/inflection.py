"""The forms of English verbs, and the infinitive behind a form; plurals of nouns.

Irregular verbs and those that double their last letter stand in `data/verb_forms.tsv` (source and licence at its head);
all others follow the rules of spelling here.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Final, NamedTuple

from cleanup.lexicon.tables import DATA
from cleanup.lexicon.words import Tag, Words

_THIRD: Final = {"be": "is", "have": "has"} | {
    verb: f"{verb}es" for verb in ("do", "go", "undo", "redo", "outdo", "overdo", "undergo", "forgo", "veto", "echo")
}
_PLURALS: Final = {
    "child": "children", "person": "people", "foot": "feet", "tooth": "teeth", "goose": "geese", "mouse": "mice",
    "life": "lives", "wife": "wives", "knife": "knives", "leaf": "leaves", "half": "halves", "wolf": "wolves",
    "shelf": "shelves", "thief": "thieves", "loaf": "loaves", "calf": "calves", "self": "selves",
    "hero": "heroes", "potato": "potatoes", "tomato": "tomatoes", "echo": "echoes", "veto": "vetoes",
}  # fmt: skip
_HISSES: Final = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y: Final = re.compile(r"[^aeiou]y$")


class _Forms(NamedTuple):
    past: str
    participle: str
    gerund: str


def third_person(verb: str) -> str:
    """The form for he and she; of a noun, the plural: follow → follows, carry → carries, watch → watches."""
    if verb in _THIRD:
        return _THIRD[verb]
    if _HISSES.search(verb):
        return verb + "es"
    return verb[:-1] + "ies" if _CONSONANT_Y.search(verb) else verb + "s"


def plural_of(noun: str) -> str:
    """The plural of a noun: child → children, fireman → firemen, century → centuries."""
    if noun.endswith("man") and noun not in ("human", "german", "roman"):
        return noun[:-2] + "en"
    return _PLURALS.get(noun) or third_person(noun)


def past(verb: str) -> str:
    """The simple past of an infinitive: go → went, plan → planned; `was` for `be`."""
    return _table()[verb].past if verb in _table() else regular_past(verb)


def participle(verb: str) -> str:
    """The past participle of an infinitive: go → gone, win → won, carry → carried."""
    return _table()[verb].participle if verb in _table() else regular_past(verb)


def gerund(verb: str) -> str:
    """The form in -ing of an infinitive: resume → resuming, run → running, lie → lying."""
    return _table()[verb].gerund if verb in _table() else regular_gerund(verb)


def all_forms(verb: str) -> tuple[str, ...]:
    """Every form of an infinitive, each once: eat, eats, ate, eating, eaten."""
    return tuple(dict.fromkeys((verb, third_person(verb), past(verb), gerund(verb), participle(verb))))


def forms_of_each(verbs: str) -> frozenset[str]:
    """All forms of the verbs, which spaces part."""
    return frozenset(form for verb in verbs.split() for form in all_forms(verb))


def finite_forms(verbs: str) -> frozenset[str]:
    """The infinitive, the form for he and she and the simple past of each verb in a text that is a list."""
    return frozenset(form for verb in verbs.split() for form in (verb, third_person(verb), past(verb)))


def pasts(verbs: str) -> frozenset[str]:
    """The simple past of each verb in a text that is a list."""
    return frozenset(map(past, verbs.split()))


def participles(verbs: str) -> frozenset[str]:
    """The past participle of each verb in a text that is a list."""
    return frozenset(map(participle, verbs.split()))


def base_of_third(verb: str, words: Words) -> str | None:
    """The infinitive behind a form in -s, or None where none is known: joins → join, carries → carry."""
    special = next((base for base, form in _THIRD.items() if form == verb), None)
    if special or not verb.endswith("s"):
        return special
    candidates = (verb[:-3] + "y", verb[:-2], verb[:-1])
    return _known(verb, candidates, third_person, words)


def base_of_gerund(verb: str, words: Words) -> str | None:
    """The infinitive behind a form in -ing, or None where none is known: keeping → keep, running → run."""
    stem = verb.removesuffix("ing")
    candidates = (*_bases().gerund.get(verb, ()), stem, stem + "e", stem.removesuffix("y") + "ie")
    return None if stem == verb else _known(verb, candidates, gerund, words)


def base_of_past(verb: str, words: Words) -> str | None:
    """The infinitive behind a simple past, or None where none is known: went → go, planned → plan."""
    if verb == "were":
        return "be"
    return _known(verb, (*_bases().past.get(verb, ()), *_without_ed(verb)), past, words)


def base_of_participle(verb: str, words: Words) -> str | None:
    """The infinitive behind a past participle, or None where none is known: gone → go, planned → plan."""
    return _known(verb, (*_bases().participle.get(verb, ()), *_without_ed(verb)), participle, words)


def is_irregular_past(word: str) -> bool:
    """Whether a word is the past of an irregular verb and not its infinitive: went, held; not cut."""
    bases = ["be"] if word == "were" else _bases().past.get(word, [])
    return bool(bases) and word not in bases


def regular_past(verb: str) -> str:
    """Past and participle by the rules of spelling, no letter doubled: carry → carried, live → lived."""
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if _CONSONANT_Y.search(verb) else verb + "ed"


def regular_gerund(verb: str) -> str:
    """The form in -ing by the rules of spelling, no letter doubled: live → living, agree → agreeing."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    return verb[:-1] + "ing" if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) else verb + "ing"


def ordinal(number: int) -> str:
    """A number as it counts: 1st, 12th, 23rd."""
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _without_ed(verb: str) -> tuple[str, ...]:
    return (verb[:-3] + "y", verb[:-1], verb[:-2]) if verb.endswith("ed") else ()


def _known(form: str, candidates: tuple[str, ...], inflect: Callable[[str], str], words: Words) -> str | None:
    """The most frequent of the candidates that is a verb and has this form."""
    known = (base for base in candidates if len(base) > 1 and words.tags(base) & Tag.VERB_BASE)
    return max((base for base in known if inflect(base) == form), key=words.zipf, default=None)


@functools.cache
def _table() -> dict[str, _Forms]:
    lines = (DATA / "verb_forms.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {base: _Forms(*forms) for base, *forms in rows}


class _Bases(NamedTuple):
    """Infinitives by one of their forms."""

    past: dict[str, list[str]]
    participle: dict[str, list[str]]
    gerund: dict[str, list[str]]


@functools.cache
def _bases() -> _Bases:
    bases = _Bases({}, {}, {})
    for base, forms in _table().items():
        for column, form in zip(bases, forms, strict=True):
            column.setdefault(form, []).append(base)
    return bases
