"""Every example inside every rule, and what a broken pack says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cleanup.anchors import anchors, openings
from cleanup.cleaner import Cleaner
from cleanup.edits import Applicability
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import Tag
from cleanup.passes import ORDER
from cleanup.resources import Resources
from cleanup.rulecheck import RuleChecker
from cleanup.rulepack import BUNDLED, PackError, Rule, RuleBook, load_rules, read_rule

GOOD = """\
id: my-rule
category: lexis
message: “{match}” is a calque; write “{replacement}”.
why: The house style says so.
applicability: unsafe
match: '\\bin the mesh of'
replace: in the grip of
examples:
  - bad: They live in the mesh of fear.
    good: They live in the grip of fear.
  - bad: A city in the mesh of debt.
    good: A city in the grip of debt.
  - good: The mesh of the net is wide.
  - good: He was in the grip of fear.
"""


def test_every_example_of_every_rule(resources: Resources) -> None:
    failures = list(RuleChecker(resources).failures(resources.rules.rules.values()))
    assert not failures, "\n".join(map(str, failures))


def counter_examples(rule: Rule) -> Iterator[tuple[str, str | None]]:
    """What the rule's file says must come out untouched, each with the language of origin."""
    language = rule.languages[0] if rule.languages else None
    for example in rule.examples:
        if example.bad is None and not example.glossary and example.source is None and example.rewrite is None:
            yield example.good, example.language or language
    for entry in rule.entries:
        yield from ((text, language) for text in ([entry.keep] if isinstance(entry.keep, str) else entry.keep))


def test_counter_examples_of_one_rule_come_out_of_all_rules(resources: Resources) -> None:
    cleaner = Cleaner(resources)
    texts = {item: rule.id for rule in resources.rules.rules.values() for item in counter_examples(rule)}
    harmed = [
        f"{rule}: {text!r} came out as {result.text!r} by {[c.rules for c in result.changes if c.applied]}"
        for (text, language), rule in texts.items()
        if (result := cleaner.clean(text, source_language=language)).text != text
    ]
    assert not harmed, "\n".join(harmed)


def test_verbs_in_replacements_are_known(resources: Resources) -> None:
    templates = [
        text for rule in resources.rules.rules.values() for phrase in rule.patterns for text in phrase.replacements
    ]
    infinitives = {base for text in templates for base in re.findall(r"\{\w+:to (\w+)\}", text)}
    assert len(infinitives) > 100
    assert {base for base in infinitives if not resources.words.tags(base) & Tag.VERB_BASE} == set()


def test_every_folder_of_rules_has_its_pass() -> None:
    folders = {entry.partition(":")[0] for entry in ORDER} | {"names", "model", "rewrite"}
    assert {path.name for path in BUNDLED.iterdir() if path.is_dir()} <= folders


def test_rules_of_code_name_their_own_folder(resources: Resources) -> None:
    assert [r.id for r in resources.rules.rules.values() if r.code is not None and r.code != r.folder] == []


def pack(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "pack.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_own_pack_runs_as_the_user_pass(tmp_path: Path) -> None:
    book = load_rules([pack(tmp_path, GOOD)])
    assert book["my-rule"].folder == "user"
    assert list(RuleChecker(Resources(rule_folders=[tmp_path])).failures([book["my-rule"]])) == []


def test_failing_example_is_found(tmp_path: Path) -> None:
    rule = read_rule(pack(tmp_path, GOOD.replace("the grip of fear.\n  - bad", "a grip of fear.\n  - bad")), "user")
    (failure,) = RuleChecker(Resources()).failures([rule])
    assert failure.got == "They live in the grip of fear."


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("category: lexis", "category: words", 2, "unknown category"),
        ("applicability: unsafe", "applicability: maybe", 5, "invalid enum value 'maybe'"),
        ("match: '\\bin the mesh of'", "match: '\\bin (the mesh of'", 6, "pattern is wrong"),
        ("replace: in the grip of", "replace: in the {place} of", 6, "place"),
        ("why:", "because:", 1, "because"),
        ("  - good: He was in the grip of fear.\n", "", 9, "at least two bad and two good-only"),
        ("id: my-rule", "id: [my-rule", 2, "not readable as YAML"),
    ],
)
def test_broken_pack_names_file_and_line(tmp_path: Path, old: str, new: str, line: int, words: str) -> None:
    path = pack(tmp_path, GOOD.replace(old, new))
    with pytest.raises(PackError, match=words) as error:
        read_rule(path, "user")
    assert str(error.value).startswith(f"{path}:{line}:")


def test_two_rules_of_one_name(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(PackError, match="is taken by"):
        load_rules([tmp_path])


def test_rule_book_finds_by_folder(tmp_path: Path) -> None:
    rule = read_rule(pack(tmp_path, GOOD), "spacing")
    assert RuleBook([rule]).of_folder("spacing") == [rule]
    assert rule.applicability is Applicability.UNSAFE


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("tenants? of the (?:Kremlin|White House)", {"tenants", "tenant", "kremlin", "white", "house"}),
        ("visit(?:s|ed)? in", {"visit", "visits", "visited"}),
        (r"\bthe (?P<name>\L<country>)\b", {"the"}),
        ("law firms|chancelleries", {"firms", "chancelleries"}),
        (r"(?P<n>\L<tens>) \w+", set(word_class("tens"))),
        ("(?:in|at) [a-z]+ house", {"house"}),
        ("[Aa]ccording (?P<p>with|at)(?= (?:the|a))", {"according"}),
        (r"(?<=\b(?:is|are) )(?P<v>depend(?:s|ed)?|relies) of", {"depend", "depends", "depended", "relies"}),
        (r"\w+ing", set()),
        ("(?:a|an )?x+", set()),
    ],
)
def test_anchors_are_words_that_must_stand_in_the_text(pattern: str, words: set[str]) -> None:
    found = anchors(pattern, whole_words=True)
    assert found <= words
    assert bool(found) == bool(words)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("(?:take|takes) the decision", {"take", "takes"}),
        ("(?:the )?decision of", {"the", "decision"}),
        ("[Tt]he decision", {"the"}),
        ("decision|a choice", {"decision", "a"}),
        (r"\w+ the decision", set()),
        ("un(?:tie|do) it", {"untie", "undo"}),
        ("un[a-z]+ it", set()),
        (r"\L<tens> houses", set(word_class("tens"))),
        (r"\L<country> is", set()),
        ("“the decision", set()),
    ],
)
def test_openings_are_words_one_of_which_begins_every_match(pattern: str, words: set[str]) -> None:
    assert openings(pattern, whole_words=True) == words


TABLE = """\
id: my-table
category: lexis
message: “{match}” is a calque; write “{replacement}”.
why: The house style says so.
applicability: unsafe
entries:
  - match: in the mesh of
    replace: in the grip of
    source: nelle maglie di
    bad: They live in the mesh of fear.
    good: They live in the grip of fear.
    keep: The mesh of the net is wide.
"""


def test_a_counter_example_that_cannot_fail_is_refused(tmp_path: Path) -> None:
    assert read_rule(pack(tmp_path, TABLE), "user").entries[0].keep == "The mesh of the net is wide."
    path = pack(tmp_path, TABLE.replace("The mesh of the net is wide.", "He was afraid."))
    with pytest.raises(PackError, match="holds none of the words that the pattern needs: mesh") as error:
        read_rule(path, "user")
    assert str(error.value).startswith(f"{path}:12:")
