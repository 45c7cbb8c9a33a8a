"""`cleanup lsp`: findings in an editor as one types, by the Language Server Protocol."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from cleanup import __version__
from cleanup.cli_options import Common
from cleanup.editor import Encoding, Examiner, Lines, TextEdit, edits_for, edits_for_all
from cleanup.errors import UserError
from cleanup.findings import FileFindings, Finding
from cleanup.formats import FormatError, suffixes
from cleanup.reports.levels import message, proposal
from cleanup.selection import UNUSED, Severity

TYPING_PAUSE = 0.15  # seconds without a key before the paragraph is examined
READING_PAUSE = 1.0  # seconds after that before the whole article is
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.cleanup"
_SUFFIXES = {"markdown": ".md", "html": ".html", "plaintext": ".txt"}
_COMMENTS = (".md", ".markdown", ".html", ".htm", ".xhtml")
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}


@dataclass
class OpenFile:
    """A file in the editor: its text as it stands there, and what was last found, in which text."""

    path: Path
    text: str
    version: int
    findings: FileFindings | None = None
    found_in: str | None = None
    task: asyncio.Task[None] | None = None


class CleanupServer(LanguageServer):
    """The server. Articles are examined one after the other in a thread of its own, so that it always answers."""

    def __init__(self, common: Common) -> None:
        super().__init__("cleanup", __version__)
        self.files: dict[str, OpenFile] = {}
        self.examiner = Examiner(common)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="examine")
        self._told: str | None = None

    @property
    def encoding(self) -> Encoding:
        """The unit of columns that the client asked for."""
        chosen = str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding))
        return "utf-8" if chosen == "utf-8" else "utf-32" if chosen == "utf-32" else "utf-16"

    def open(self, document: types.TextDocumentItem) -> None:
        """Take a file that was opened, if it is an article, and examine it."""
        path = Path(to_fs_path(document.uri) or document.uri)
        if path.suffix.lower() not in suffixes():
            if document.language_id not in _SUFFIXES:
                return
            path = path.with_name(path.name + _SUFFIXES[document.language_id])
        self.files[document.uri] = OpenFile(path, document.text, document.version)
        self._later(document.uri, 0, quick=False)

    def change(self, uri: str, version: int, changes: Sequence[types.TextDocumentContentChangeEvent]) -> None:
        """Take what was typed: first its paragraphs are examined, and after a pause the whole article."""
        file = self.files.get(uri)
        if file is None:
            return
        for change in changes:
            file.text = self._typed(file.text, change)
        file.version = version
        self._later(uri, TYPING_PAUSE, quick=True)

    def _typed(self, text: str, change: types.TextDocumentContentChangeEvent) -> str:
        if isinstance(change, types.TextDocumentContentChangeWholeDocument):
            return change.text
        lines = Lines(text, self.encoding)
        start = lines.offset(change.range.start.line, change.range.start.character)
        end = lines.offset(change.range.end.line, change.range.end.character)
        return text[:start] + change.text + text[end:]

    def save(self, uri: str) -> None:
        """Examine the whole article at once."""
        if uri in self.files:
            self._later(uri, 0, quick=False)

    def close(self, uri: str) -> None:
        """Forget a file, and take its findings off the screen."""
        file = self.files.pop(uri, None)
        if file is None:
            return
        if file.task is not None:
            file.task.cancel()
        self._worker.submit(self.examiner.forget, file.path)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def stop(self) -> None:
        """End the worker and what it started."""
        self._worker.submit(self.examiner.close)
        self._worker.shutdown()

    def _later(self, uri: str, pause: float, *, quick: bool) -> None:
        """Examine a file after a pause (seconds); what was planned for it before is not done."""
        file = self.files[uri]
        if file.task is not None:
            file.task.cancel()
        file.task = asyncio.get_running_loop().create_task(self._examine_later(uri, file, pause, quick))

    async def _examine_later(self, uri: str, file: OpenFile, pause: float, quick: bool) -> None:
        await asyncio.sleep(pause)
        if quick:
            await self._examine(uri, file, self.examiner.quick)
            await asyncio.sleep(READING_PAUSE)
        await self._examine(uri, file, self.examiner.whole)

    async def _examine(self, uri: str, file: OpenFile, how: Callable[[Path, str], FileFindings]) -> None:
        """Examine a file and show what is found, unless its text has changed meanwhile."""
        text, version = file.text, file.version
        try:
            found = await asyncio.get_running_loop().run_in_executor(self._worker, how, file.path, text)
        except FormatError:  # nothing to read yet: a file that is just being written
            found = None
        except UserError as error:
            self._tell(str(error))
            return
        except Exception:  # an error of the program's own must not end what the editor shows from then on
            problem = f"cleanup {__version__} failed on {file.path}:\n{traceback.format_exc()}"
            self.window_log_message(types.LogMessageParams(types.MessageType.Error, problem))
            return
        if text != file.text or self.files.get(uri) is not file:
            return
        file.findings, file.found_in = found, text
        shown = list(self._diagnostics(found)) if found else []
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, shown, version))

    def _tell(self, problem: str) -> None:
        """Show a problem that the user can mend, once."""
        if problem != self._told:
            self._told = problem
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"cleanup: {problem}"))

    def _diagnostics(self, file: FileFindings) -> Iterator[types.Diagnostic]:
        lines = Lines(file.document.text, self.encoding)
        return (diagnostic(lines, finding) for finding in file.findings)

    async def findings_at(self, uri: str, where: types.Range) -> tuple[FileFindings, list[Finding]] | None:
        """The findings that a range touches, in the text as it stands now; None for what is no article."""
        file = self.files.get(uri)
        if file is None:
            return None
        if file.found_in != file.text:
            await self._examine(uri, file, self.examiner.quick)
        if file.findings is None or file.found_in != file.text:
            return None
        lines = Lines(file.text, self.encoding)
        start = lines.offset(where.start.line, where.start.character)
        end = lines.offset(where.end.line, where.end.character)
        return file.findings, [f for f in file.findings.findings if f.start <= end and start <= f.end]

    def workspace_edit(self, uri: str, text: str, edits: Sequence[TextEdit]) -> types.WorkspaceEdit:
        """Edits in offsets of a text as the protocol wants them."""
        lines = Lines(text, self.encoding)
        return types.WorkspaceEdit({uri: [types.TextEdit(_range(lines, e.start, e.end), e.text) for e in edits]})


def _range(lines: Lines, start: int, end: int) -> types.Range:
    return types.Range(types.Position(*lines.position(start)), types.Position(*lines.position(end)))


def diagnostic(lines: Lines, finding: Finding) -> types.Diagnostic:
    """A finding as the protocol wants it."""
    return types.Diagnostic(
        _range(lines, finding.start, finding.end),
        f"{message(finding)} {proposal(finding)}".strip(),
        _SEVERITIES[finding.severity],
        code=finding.change.rules[0],
        source="cleanup",
        data=finding.fingerprint,
    )


def _quick_fixes(server: CleanupServer, uri: str, file: FileFindings, finding: Finding) -> Iterator[types.CodeAction]:
    """An action for each replacement, best first, and one that lets the rule alone here."""
    shown = diagnostic(Lines(file.document.text, server.encoding), finding)
    for index, text in enumerate(finding.change.replacements):
        original = finding.change.original
        title = f"Replace “{original}” with “{text}”" if text and original else f"Insert “{text}”"
        yield types.CodeAction(
            title if text else f"Remove “{original}”",
            types.CodeActionKind.QuickFix,
            [shown],
            is_preferred=finding.change.applied and index == 0,
            edit=server.workspace_edit(uri, file.document.text, edits_for(file, finding, text)),
        )
    if file.document.path.suffix.lower() in _COMMENTS:
        at = file.document.text.rfind("\n", 0, finding.start) + 1
        for rule in (name for name in finding.change.rules if name != UNUSED):
            comment = TextEdit(at, at, f"<!-- cleanup: ignore {rule} -->\n")
            edit = server.workspace_edit(uri, file.document.text, [comment])
            yield types.CodeAction(f"Ignore {rule} here", types.CodeActionKind.QuickFix, [shown], edit=edit)


def _fix_all(server: CleanupServer, uri: str, file: FileFindings) -> types.CodeAction | None:
    edits = edits_for_all(file)
    if not edits:
        return None
    edit = server.workspace_edit(uri, file.document.text, edits)
    return types.CodeAction("Fix all that is certain", FIX_ALL, edit=edit)


def _explanation(server: CleanupServer, file: FileFindings, finding: Finding) -> str:
    """What is wrong, why, and when the repair is not safe, in Markdown."""
    book = server.examiner.rules(file.document.path).rules
    parts = [f"**{finding.change.rules[0]}** {message(finding)}", proposal(finding)]
    for name in finding.change.rules:
        rule = book.get(name)
        parts += [rule.why, f"Not safe, because {rule.unsafe_because}" if rule.unsafe_because else ""] if rule else []
    parts.append(f"{finding.change.applicability.value}, confidence {finding.change.confidence:.0%}")
    return "\n\n".join(part for part in parts if part)


def make_server(common: Common) -> CleanupServer:
    """The server with its answers; `common` are the options of the command line."""
    server = CleanupServer(common)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def did_open(params: types.DidOpenTextDocumentParams) -> None:
        server.open(params.text_document)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def did_change(params: types.DidChangeTextDocumentParams) -> None:
        server.change(params.text_document.uri, params.text_document.version, params.content_changes)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def did_save(params: types.DidSaveTextDocumentParams) -> None:
        server.save(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def did_close(params: types.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL]),
    )
    async def code_action(params: types.CodeActionParams) -> list[types.CodeAction]:
        return await code_actions(server, params)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        at = types.Range(params.position, params.position)
        found = await server.findings_at(params.text_document.uri, at)
        if found is None or not found[1]:
            return None
        text = "\n\n---\n\n".join(_explanation(server, found[0], finding) for finding in found[1])
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text))

    return server


async def code_actions(server: CleanupServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    """The actions for a range that are of a kind asked for."""
    uri = params.text_document.uri
    found = await server.findings_at(uri, params.range)
    if found is None:
        return []
    only = [str(getattr(kind, "value", kind)) for kind in params.context.only or ()]
    actions: list[types.CodeAction] = []
    if _is_asked_for(types.CodeActionKind.QuickFix.value, only):
        actions += [action for finding in found[1] for action in _quick_fixes(server, uri, found[0], finding)]
    if _is_asked_for(FIX_ALL, only) and (action := _fix_all(server, uri, found[0])):
        actions.append(action)
    return actions


def _is_asked_for(kind: str, only: Sequence[str]) -> bool:
    """Whether a kind, or one above it, is among those asked for; none asked for means all."""
    return not only or any(kind == each or kind.startswith(f"{each}.") for each in only)


def serve(common: Common) -> None:
    """Serve an editor on standard input and output until it says goodbye."""
    server = make_server(common)
    try:
        server.start_io()
    finally:
        server.stop()
