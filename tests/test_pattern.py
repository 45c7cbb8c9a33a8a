"""Templates of rules: what their braces become."""

from __future__ import annotations

import pytest

from cleanup.pattern import expand


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
