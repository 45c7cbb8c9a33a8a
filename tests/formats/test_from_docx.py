"""What an editor did in Word, read back as decisions."""

from __future__ import annotations

import zipfile
from io import BytesIO

from cleanup.decisions import State
from cleanup.edits import Change
from cleanup.findings import FileFindings
from cleanup.formats import decode
from cleanup.review.from_docx import batch_from_docx, decisions_from_docx
from tests.formats.helpers import replaced
from tests.formats.test_docx import PATH, SAMPLE, reviewed


def findings() -> FileFindings:
    document = decode(PATH, SAMPLE)
    segment = document.segments[0]
    made = [replaced(segment, "Moscajust", "Moscow, just"), replaced(segment, "the vote", "a vote")]
    made += [replaced(segment, "authorities Italian", "Italian authorities"), replaced(segment, "the cell", "cell")]
    suggestion = replaced(segment, "so.", "it.")
    made.append(Change(suggestion.start, suggestion.end, "so.", ("it.", "this."), False, suggestion.edits))
    return FileFindings("a.docx", document, (tuple(sorted(made, key=lambda c: c.start)),))


def states(data: bytes) -> dict[str, tuple[State, str | None]]:
    return {d.original: (d.state, d.text) for d in decisions_from_docx(findings(), data).decisions}


def rewritten(data: bytes, old: bytes, new: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            assert name != "word/document.xml" or old in part
            after.writestr(name, part.replace(old, new) if name == "word/document.xml" else part)
    return out.getvalue()


def test_untouched_file_decides_nothing() -> None:
    assert {state for state, _ in states(findings().encode()).values()} == {State.OPEN}


def test_all_accepted() -> None:
    found = states(reviewed(findings().encode(), accepted=True))
    assert found.pop("so.") == (State.OPEN, None)
    assert set(found.values()) == {(State.ACCEPTED, None)}


def test_all_rejected() -> None:
    found = states(reviewed(findings().encode(), accepted=False))
    assert found.pop("so.") == (State.OPEN, None)
    assert set(found.values()) == {(State.REJECTED, None)}


def test_own_words_and_a_suggestion_taken() -> None:
    data = rewritten(reviewed(findings().encode(), accepted=True), b">Moscow<", b">Moscow City<")
    data = rewritten(data, b">so.<", b">this.<")
    found = states(data)
    assert found["Moscajust"] == (State.EDITED, "Moscow City, just")
    assert found["so."] == (State.ACCEPTED, "this.")
    assert found["the vote"] == (State.ACCEPTED, None)


def test_a_rewritten_paragraph_is_open_and_others_are_not() -> None:
    data = rewritten(reviewed(findings().encode(), accepted=True), b">In <", b">Once in <")
    found = states(data)
    assert found["Moscajust"] == (State.OPEN, None)
    assert found["the cell"] == (State.ACCEPTED, None)


def test_a_batch_has_the_original_file() -> None:
    batch = batch_from_docx(findings(), findings().encode())
    assert [file.path for file in batch.files] == ["a.docx"]
