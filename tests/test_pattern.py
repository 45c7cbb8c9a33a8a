"""Patterns and templates of rules: what their short forms and their braces become."""

from __future__ import annotations

import pytest

from cleanup.pattern import compile_pattern, expand, written_out


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("deposit", "file"),
        ("deposits", "files"),
        ("deposited", "filed"),
        ("depositing", "filing"),
        ("Took", "filed"),
        ("pass", "file"),
    ],
)
def test_verb_takes_the_form_of_another(verb: str, expected: str) -> None:
    assert expand("{v:file files filed filing} a complaint", {"v": verb}) == f"{expected} a complaint"


def test_participle_is_told_from_the_past() -> None:
    template = "{v:give gives gave giving given}"
    assert [expand(template, {"v": verb}) for verb in ("took", "taken")] == ["gave", "given"]


def test_first_letter_and_unknown_names() -> None:
    assert expand("{a:lower} {a:capital} {b}", {"a": "Port"}) == "port Port {b}"


def test_verbs_and_adverbs_are_written_out() -> None:
    pattern = compile_pattern(written_out(r"\V<v eat buy>\A<a> the frog"), {}, whole_words=True, ignore_case=True)
    for text, verb, adverb in [
        ("He ate the frog.", "ate", ""),
        ("They have eaten quickly the frog.", "eaten", " quickly"),
        ("She buys the frog.", "buys", ""),
    ]:
        match = pattern.search(text)
        assert match is not None
        assert (match["v"], match["a"]) == (verb, adverb)
    assert pattern.search("He saw the frog.") is None


@pytest.mark.parametrize(
    ("before", "verb", "form"),
    [("The mayor has ", "made", "taken"), ("They had not yet ", "come", "taken"), ("It was ", "put", "taken"),
     ("The judge ", "put", "took"), ("They will ", "put", "take"), ("She did not ", "cut", "take"),
     ("The mayor ", "made", "took"), ("", "Put", "take")],
)  # fmt: skip
def test_words_before_a_verb_tell_its_form(before: str, verb: str, form: str) -> None:
    assert expand("{v:to take}", {"v": verb}, lambda _: before) == form


@pytest.mark.parametrize(
    ("verb", "form"),
    [("bought", "took"), ("buys", "takes"), ("eaten", "taken"), ("eating", "taking"), ("bring", "take"),
     ("needs", "takes"), ("was", "took"), ("sensibilising", "taking")],
)  # fmt: skip
def test_irregular_verbs_take_the_form_of_another(verb: str, form: str) -> None:
    assert expand("{v:take takes took taking taken}", {"v": verb}) == expand("{v:to take}", {"v": verb}) == form


@pytest.mark.parametrize(
    ("roman", "ordinal"), [("I", "1st"), ("II", "2nd"), ("XIII", "13th"), ("XIX", "19th"), ("xxi", "21st")]
)
def test_roman_numerals_count(roman: str, ordinal: str) -> None:
    assert expand("the {n:ordinal} century", {"n": roman}) == f"the {ordinal} century"


@pytest.mark.parametrize(("given", "expected"), [("camion", "lorry"), ("camions", "lorries")])
def test_a_noun_takes_the_number_of_another(given: str, expected: str) -> None:
    assert expand("{n:noun lorry}", {"n": given}) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He wants a blow of state.", True),
        ("He wants “a blow of state”, she says.", True),
        ("(It was a blow of state)", True),
        ("A blow of state owners.", False),
    ],
)
def test_marks_ahead_include_what_closes(text: str, found: bool) -> None:
    pattern = compile_pattern(written_out(r"blow of state(?=[.,;])"), {}, whole_words=True, ignore_case=True)
    assert (pattern.search(text) is not None) is found


def test_only_marks_of_clauses_are_widened() -> None:
    assert written_out(r"\d[.,]\d(?=[.!?])") == r"\d[.,]\d(?=[.!?])"
