"""The language server, spoken to as an editor does: by a real client, over the pipes of a process."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

pytest.importorskip("pygls")
pytest_lsp = pytest.importorskip("pytest_lsp")

from lsprotocol import types  # noqa: E402
from pytest_lsp import ClientServerConfig, LanguageClient  # noqa: E402

from cleanup.editor import Lines, text_edits  # noqa: E402
from tests.program import program  # noqa: E402

RULE = """
id: user-colour
category: lexis
message: Write “color”.
why: The paper follows American spelling.
unsafe_because: it may be part of a name.
applicability: safe
match: '\\bcolour\\b'
replace: color
examples:
  - {bad: A colour., good: A color.}
  - {bad: The colour., good: The color.}
  - {good: A tint.}
  - {good: A shade.}
"""
LIKELY = (
    RULE.replace("colour", "humour")
    .replace("A color", "A humor")
    .replace("The color", "The humor")
    .replace("replace: color", "replace: [humor, wit]")
    .replace(": safe", ": unsafe")
)
TEXT = "A 😀 flag.\nA 😀 colour was chosen.\n\nThe colour stays.\nIts humour too.\n"
COMMENTED = """A flag.

<!-- cleanup: ignore user-colour -->
A colour was chosen.

<!-- cleanup: ignore user-tint -->
The colour stays.
"""
HTML = """<p>A flag.</p>
<!-- cleanup: ignore user-colour -->
<p>A colour was chosen.</p>
<!-- cleanup: ignore user-tint -->
<p>The colour stays.</p>
"""


@pytest_lsp.fixture(  # type: ignore[untyped-decorator]
    config=ClientServerConfig(
        server_command=[sys.executable, "-m", "cleanup", "lsp", "--stdio"], server_env=dict(os.environ)
    )
)
async def client(lsp_client: LanguageClient, tmp_path: Path) -> AsyncIterator[None]:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "colour.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "rules" / "humour.yaml").write_text(LIKELY, encoding="utf-8")
    settings = 'rules = ["rules"]\nlanguagetool = false\nselect = ["lexis"]\n'
    (tmp_path / "cleanup.toml").write_text(settings, encoding="utf-8")
    capabilities = types.ClientCapabilities()
    await lsp_client.initialize_session(types.InitializeParams(capabilities=capabilities, root_uri=tmp_path.as_uri()))
    yield
    await lsp_client.shutdown_session()


async def shown(client: LanguageClient, uri: str) -> list[types.Diagnostic]:
    """What is shown after the next time that the server sends diagnostics."""
    await asyncio.wait_for(client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS), 20)
    return list(client.diagnostics[uri])


async def opened(client: LanguageClient, path: Path, text: str = TEXT) -> str:
    """The address of a file opened with this text, when its diagnostics are there."""
    uri = path.as_uri()
    item = types.TextDocumentItem(uri, "plaintext", 1, text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    await shown(client, uri)
    return uri


def typed(client: LanguageClient, uri: str, where: types.Range, text: str, version: int = 2) -> None:
    change = types.TextDocumentContentChangePartial(where, text)
    document = types.VersionedTextDocumentIdentifier(version, uri)
    client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))


def span(line: int, start: int, end: int) -> types.Range:
    return types.Range(types.Position(line, start), types.Position(line, end))


async def actions(
    client: LanguageClient, uri: str, where: types.Range, only: Sequence[str] | None = None
) -> list[types.CodeAction]:
    found = await client.text_document_code_action_async(
        types.CodeActionParams(types.TextDocumentIdentifier(uri), where, types.CodeActionContext([], only))
    )
    return [action for action in found or [] if isinstance(action, types.CodeAction)]


def edits(action: types.CodeAction, uri: str) -> list[tuple[types.Range, str]]:
    assert action.edit is not None
    assert action.edit.changes is not None
    return [(edit.range, edit.new_text) for edit in action.edit.changes[uri]]


@pytest.mark.asyncio
async def test_diagnostics_count_utf16_units_after_an_emoji(client: LanguageClient, tmp_path: Path) -> None:
    uri = await opened(client, tmp_path / "article.txt")
    first, second, third = client.diagnostics[uri]
    assert third.severity == types.DiagnosticSeverity.Warning
    assert first.range == span(1, 5, 11)
    assert second.range == span(3, 4, 10)
    assert (first.code, first.source, first.severity) == ("user-colour", "cleanup", types.DiagnosticSeverity.Error)
    assert first.message == "Write “color”. “colour” → “color”"


@pytest.mark.asyncio
async def test_typing_is_followed_incrementally(client: LanguageClient, tmp_path: Path) -> None:
    uri = await opened(client, tmp_path / "article.txt")
    typed(client, uri, span(1, 5, 11), "tint")
    assert [each.range for each in await shown(client, uri)] == [span(3, 4, 10), span(4, 4, 10)]
    typed(client, uri, span(0, 5, 5), "colour ", version=3)  # right after the emoji and its space
    assert [each.range for each in await shown(client, uri)] == [span(0, 5, 11), span(3, 4, 10), span(4, 4, 10)]
    # after a pause the whole article is examined, and says the same
    assert [each.range for each in await shown(client, uri)] == [span(0, 5, 11), span(3, 4, 10), span(4, 4, 10)]


@pytest.mark.asyncio
async def test_quick_fixes_offer_every_replacement_best_first(client: LanguageClient, tmp_path: Path) -> None:
    uri = await opened(client, tmp_path / "article.txt")
    found = await actions(client, uri, span(1, 7, 7), [types.CodeActionKind.QuickFix])
    assert [(action.title, action.is_preferred) for action in found] == [("Replace “colour” with “color”", True)]
    assert edits(found[0], uri) == [(span(1, 9, 10), "")]
    likely = await actions(client, uri, span(4, 6, 6), [types.CodeActionKind.QuickFix])
    titles = [("Replace “humour” with “humor”", False), ("Replace “humour” with “wit”", False)]
    assert [(action.title, action.is_preferred) for action in likely] == titles
    assert edits(likely[1], uri) == [(span(4, 4, 10), "wit")]
    assert await actions(client, uri, span(0, 0, 1), [types.CodeActionKind.QuickFix]) == []


@pytest.mark.asyncio
async def test_fix_all(client: LanguageClient, tmp_path: Path) -> None:
    uri = await opened(client, tmp_path / "article.txt")
    (action,) = await actions(client, uri, span(0, 0, 0), [types.CodeActionKind.SourceFixAll])
    assert action.kind == "source.fixAll.cleanup"
    assert edits(action, uri) == [(span(1, 9, 10), ""), (span(3, 8, 9), "")]


@pytest.mark.asyncio
async def test_actions_are_for_the_text_as_it_stands(client: LanguageClient, tmp_path: Path) -> None:
    uri = await opened(client, tmp_path / "article.txt")
    typed(client, uri, span(3, 0, 0), "No. ")
    (first,) = await actions(client, uri, span(3, 9, 9), [types.CodeActionKind.QuickFix])
    assert edits(first, uri) == [(span(3, 12, 13), "")]


@pytest.mark.asyncio
async def test_a_comment_in_markdown_lets_a_rule_alone(client: LanguageClient, tmp_path: Path) -> None:
    text = "A flag.\n\nA colour was chosen.\n\nThe colour stays.\n"
    uri = await opened(client, tmp_path / "article.md", text)
    (ignore,) = [a for a in await actions(client, uri, span(2, 3, 3)) if a.title == "Ignore user-colour here"]
    ((where, comment),) = edits(ignore, uri)
    assert (where, comment) == (span(2, 0, 0), "<!-- cleanup: ignore user-colour -->\n")
    typed(client, uri, where, comment)
    assert [each.range for each in await shown(client, uri)] == [span(5, 4, 10)]
    assert [each.range for each in await shown(client, uri)] == [span(5, 4, 10)]


@pytest.mark.asyncio
@pytest.mark.parametrize("name", ["article.md", "article.html"])
async def test_comments_are_honoured_and_those_in_vain_told_as_check_tells_them(
    name: str, client: LanguageClient, tmp_path: Path
) -> None:
    # With all rules on: of comments that keep rules from a place whose rules were not asked, nothing is said.
    (tmp_path / "cleanup.toml").write_text('rules = ["rules"]\nlanguagetool = false\nmodel = false\n', encoding="utf-8")
    text = COMMENTED if name.endswith(".md") else HTML
    uri = await opened(client, tmp_path / name, text)
    first, second = client.diagnostics[uri]
    assert (first.code, first.severity) == ("unused-suppression", types.DiagnosticSeverity.Information)
    assert "ignores “user-tint”, which finds nothing there" in first.message
    assert second.code == "user-colour"
    (tmp_path / name).write_text(text, encoding="utf-8")
    told = json.loads(program("check", name, "--output-format", "json", cwd=tmp_path).stdout)["files"][0]["edits"]
    assert [(edit["rule"], edit["message"]) for edit in told] == [
        ("unused-suppression", first.message),
        ("user-colour", "Write “color”."),
    ]
    # Nothing is offered that would ignore the note itself.
    titles = [action.title for action in await actions(client, uri, first.range)]
    assert "Ignore unused-suppression here" not in titles
    # The comment taken away, its finding is shown at once; of other comments something is said after the pause.
    line = text[: text.index("<!-- cleanup: ignore user-colour")].count("\n")
    typed(client, uri, types.Range(types.Position(line, 0), types.Position(line + 1, 0)), "")
    assert [each.code for each in await shown(client, uri)].count("user-colour") == 2
    assert [each.code for each in await shown(client, uri)].count("unused-suppression") == 1


@pytest.mark.asyncio
async def test_hover_gives_the_reason(client: LanguageClient, tmp_path: Path) -> None:
    uri = await opened(client, tmp_path / "article.txt")
    where = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(1, 6))
    found = await client.text_document_hover_async(where)
    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    assert "The paper follows American spelling." in found.contents.value
    assert "Not safe, because it may be part of a name." in found.contents.value
    nothing = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(0, 0))
    assert await client.text_document_hover_async(nothing) is None


@pytest.mark.asyncio
async def test_closing_takes_diagnostics_away_and_emptying_too(client: LanguageClient, tmp_path: Path) -> None:
    uri = await opened(client, tmp_path / "article.txt")
    typed(client, uri, types.Range(types.Position(0, 0), types.Position(9, 0)), "")
    assert await shown(client, uri) == []
    typed(client, uri, span(0, 0, 0), "A colour.", version=3)
    assert len(await shown(client, uri)) == 1
    client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
    assert await shown(client, uri) == []


@pytest.mark.asyncio
async def test_a_wrong_setting_is_shown_once(client: LanguageClient, tmp_path: Path) -> None:
    (tmp_path / "cleanup.toml").write_text("slect = []\n", encoding="utf-8")
    uri = (tmp_path / "article.txt").as_uri()
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "plaintext", 1, TEXT)))
    await asyncio.wait_for(client.wait_for_notification(types.WINDOW_SHOW_MESSAGE), 20)
    (told,) = client.messages
    assert "cleanup.toml:1: unknown key 'slect'; did you mean 'select'?" in told.message


@pytest.mark.parametrize(("encoding", "column"), [("utf-16", 5), ("utf-8", 7), ("utf-32", 4)])
def test_columns_there_and_back(encoding: str, column: int) -> None:
    text = "one\u2028two\r\nA 😀 end"
    lines = Lines(text, encoding)  # type: ignore[arg-type]
    offset = text.index("end")
    assert lines.position(offset) == (1, column)
    assert lines.offset(1, column) == offset
    assert lines.offset(0, 99) == text.index("\r\n")
    assert lines.offset(9, 0) == len(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [("a\nbc\nd", "a\nbxc\nd"), ("a\n\nb", "a\nb"), ("", "new"), ("aaa", "aa"), ("one\ntwo\n", "one, two\n")],
)
def test_text_edits_make_the_other_text(before: str, after: str) -> None:
    made = before
    for edit in reversed(list(text_edits(before, after))):
        made = made[: edit.start] + edit.text + made[edit.end :]
    assert made == after
    assert sum(edit.end - edit.start for edit in text_edits(before, after)) <= 5
