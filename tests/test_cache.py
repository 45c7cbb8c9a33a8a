"""The cache of findings: what it keeps, when it forgets, and that nothing goes wrong with it."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cleanup.cache import CachedCleaner, Store, means_of
from cleanup.cleaner import Cleaner
from cleanup.edits import Edit
from cleanup.selection import Selection, Wanted
from cleanup.session import Options, open_session

RULE = """
id: user-colour
category: lexis
message: Write “color”.
why: The paper follows American spelling.
applicability: safe
match: '\\bcolour\\b'
replace: '{spelling}'
examples:
  - {{bad: A colour., good: 'A {spelling}.'}}
  - {{bad: The colour., good: 'The {spelling}.'}}
  - {{good: A tint.}}
  - {{good: A shade.}}
"""
TEXT = "A colour that 😀 the committee chose, and a colour again."
Make = Callable[[], Cleaner]


@pytest.fixture(autouse=True)
def use_own_cache(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLEANUP_CACHE_DIR", str(own_cache))
    monkeypatch.setattr("cleanup.cache._program", lambda: "this one")  # so that tests may run while someone edits


@pytest.fixture
def rule(tmp_path: Path) -> Path:
    path = tmp_path / "rule.yaml"
    path.write_text(RULE.format(spelling="color"), encoding="utf-8")
    return path


def options(rule: Path) -> Options:
    return Options(rule_folders=(rule,), languagetool=False, cache=True)


def refuse() -> Cleaner:
    raise AssertionError("a known article was examined again")


def test_a_known_article_needs_no_cleaner_and_gives_the_same(rule: Path) -> None:
    with open_session(options(rule)) as first:
        fresh = first.clean(TEXT)
    assert [change.text for change in fresh.changes if "user-colour" in change.rules] == ["color", "color"]
    means = means_of(options(rule))
    assert means is not None
    known = CachedCleaner(refuse, means, Store()).clean(TEXT, path="elsewhere.txt")
    assert known.changes == fresh.changes
    assert known.text == fresh.text
    assert known.article.source_language == fresh.article.source_language


@pytest.mark.parametrize(
    "asked",
    [
        {"text": TEXT + "."},
        {"text": TEXT, "unsafe": True},
        {"text": TEXT, "source_language": "it"},
        {"text": TEXT, "source_text": "Un colore."},
        {"text": TEXT, "keep": Wanted(("all",), ("user-colour",), ())},
    ],
)
def test_another_question_is_another_article(rule: Path, asked: dict[str, object]) -> None:
    with open_session(options(rule)) as session:
        session.clean(TEXT)
    known = CachedCleaner(refuse, means_of(options(rule)) or "", Store())
    known.clean(TEXT)
    with pytest.raises(AssertionError, match="examined again"):
        known.clean(**asked)  # type: ignore[arg-type]


def test_a_filter_that_cannot_be_compared_is_not_cached(rule: Path) -> None:
    def only_long(edit: Edit) -> bool:
        return len(edit.original) > 100

    with open_session(options(rule)) as session:
        assert not [c for c in session.clean(TEXT, keep=only_long).changes if "user-colour" in c.rules]
    assert Store().size() == (0, 0)


def test_a_changed_rule_is_another_run(rule: Path) -> None:
    before = means_of(options(rule))
    assert before == means_of(options(rule))
    rule.write_text(RULE.format(spelling="colours"), encoding="utf-8")
    assert means_of(options(rule)) != before


def test_other_means_are_another_run(rule: Path, tmp_path: Path) -> None:
    plain = Options(languagetool=False)
    others = [
        Options(languagetool=True),
        Options(languagetool=False, desk="sport"),
        Options(languagetool=False, rule_folders=(tmp_path,)),
        Options(languagetool=False, rule_folders=(rule,)),
    ]
    assert len({means_of(each) for each in [plain, *others]}) == 5
    same = Options(languagetool=False, selection=Selection(ignore=("fused",)), unsafe=True)
    assert means_of(same) == means_of(plain)  # these stand in the key of each article


def test_the_program_is_part_of_the_means(monkeypatch: pytest.MonkeyPatch) -> None:
    before = means_of(Options(languagetool=False))
    monkeypatch.setattr("cleanup.cache._program", lambda: "another")
    assert means_of(Options(languagetool=False)) != before


def test_a_missing_rule_pack_is_still_an_error(tmp_path: Path) -> None:
    assert means_of(options(tmp_path / "none.yaml")) is None


def test_damaged_and_unwritable_entries_are_made_anew(rule: Path, tmp_path: Path) -> None:
    with open_session(options(rule)) as session:
        fresh = session.clean(TEXT)
        (entry,) = [path for path in Store().folder.rglob("*") if path.is_file()]
        entry.write_bytes(b"\xc1 not msgpack")
        assert session.clean(TEXT).changes == fresh.changes
    nowhere = tmp_path / "file"
    nowhere.write_text("in the way", encoding="utf-8")
    store = Store(nowhere / "articles")
    store.put("ab" * 32, b"data")
    assert store.get("ab" * 32) is None


def test_parallel_writers_leave_whole_entries(tmp_path: Path) -> None:
    store = Store(tmp_path / "articles")
    data = [bytes([number]) * 50_000 for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(store.put, ["ab" * 32] * 160, data * 20))
    assert store.get("ab" * 32) in data
    assert store.size() == (1, 50_000)


def test_the_folder_stays_within_its_limit(tmp_path: Path) -> None:
    store = Store(tmp_path / "articles", limit=1000)
    keys = [f"{number:02}" * 32 for number in range(10)]
    for age, key in enumerate(keys):
        store.put(key, bytes(200))
        os.utime(store.folder / key[:2] / key[2:], (1_000_000 + age, 1_000_000 + age))
    assert store.get(keys[0]) is not None  # so it is the youngest now
    store.close()
    assert [key for key in keys if store.get(key) is not None] == [keys[0], *keys[7:]]
    assert store.clear() == (4, 800)
