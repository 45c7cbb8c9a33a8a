"""Compiled patterns that are kept from run to run."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex

from cleanup.pattern_store import PatternStore, key_of

PATTERNS = [
    regex.compile(r"(?<![\w’'])(?P<name>\p{Lu}\w+) of the (?P<rest>\d+)", regex.VERSION0),
    regex.compile(r"(?P<a>\L<place>)[- ](?P<b>\L<place>)", regex.VERSION0, place=["Mali", "Niger", "San Marino"]),
    regex.compile(r"\b\L<place>\b", regex.VERSION0 | regex.IGNORECASE, place=["Mali", "İzmir", "Straße"]),
    regex.compile(r"(?m)^[ \t]*(?:read|see)\s+also:?\s*$", regex.VERSION0 | regex.IGNORECASE),
    regex.compile(r"(\w+) \1"),
]
TEXT = "Mali-Niger talks; the the Lion of the 12 in STRASSE, San Marino Mali.\nREAD also:\nİzmir"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "patterns-1.msgpack"


def kept(path: Path, key: str) -> str | None:
    pattern = PatternStore(path).get(key)
    return None if pattern is None else pattern.pattern


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.pattern)
def test_a_kept_pattern_finds_what_the_compiled_one_does(pattern: regex.Pattern[str], path: Path) -> None:
    store = PatternStore(path)
    store.put("key", pattern)
    store.save()
    loaded = PatternStore(path).get("key")
    assert loaded is not None
    assert (loaded.pattern, loaded.flags, loaded.groupindex) == (pattern.pattern, pattern.flags, pattern.groupindex)
    found = [(match.span(), match.groups(), match.groupdict()) for match in pattern.finditer(TEXT)]
    assert found
    assert [(match.span(), match.groups(), match.groupdict()) for match in loaded.finditer(TEXT)] == found


def test_runs_at_the_same_time_lose_nothing_of_each_other(path: Path) -> None:
    one, other = PatternStore(path), PatternStore(path)
    assert one.get("a") is other.get("b") is None
    one.put("a", PATTERNS[0])
    one.save()
    other.put("b", PATTERNS[4])
    other.save()
    assert kept(path, "a") == PATTERNS[0].pattern
    assert kept(path, "b") == PATTERNS[4].pattern


def test_shipped_patterns_are_known_and_not_written_again(path: Path, tmp_path: Path) -> None:
    shipped = PatternStore(tmp_path / "patterns-2.msgpack")
    shipped.put("a", PATTERNS[0])
    shipped.save()
    store = PatternStore(path, tmp_path / "patterns-2.msgpack")
    assert store.get("a") is not None
    store.put("b", PATTERNS[4])
    store.save()
    assert (kept(path, "a"), kept(path, "b")) == (None, PATTERNS[4].pattern)


@pytest.mark.parametrize("data", [b"", b"no msgpack", b"\x81\xa3key\x93\x01\x02\x03"])
def test_a_file_that_cannot_be_used_is_made_anew(data: bytes, path: Path) -> None:
    path.write_bytes(data)
    store = PatternStore(path)
    assert store.get("key") is None
    store.put("key", PATTERNS[0])
    store.save()
    assert kept(path, "key") == PATTERNS[0].pattern


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    store = PatternStore(tmp_path / "file" / "patterns-1.msgpack")
    store.put("key", PATTERNS[0])
    store.save()
    assert store.get("key") is None


def test_the_key_knows_pattern_flags_and_words() -> None:
    keys = {
        key_of("a", 0, {}),
        key_of("b", 0, {}),
        key_of("a", regex.IGNORECASE, {}),
        key_of("a", 0, {"place": ["Mali"]}),
        key_of("a", 0, {"place": ["Mali", "Niger"]}),
        key_of("a", 0, {"kind": ["Mali", "Niger"]}),
    }
    assert len(keys) == 6
    assert key_of("a", 0, {"place": {"Mali", "Niger"}}) == key_of("a", 0, {"place": ["Niger", "Mali"]})
