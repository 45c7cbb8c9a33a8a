"""A run of the program: its options, the cleaner made from them, and LanguageTool started and stopped around it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cleanup.errors import UserError
from cleanup.formats.base import TEXT_FIELD
from cleanup.pipeline import Pass
from cleanup.selection import LANGUAGETOOL, MODEL_RULES, Selection

if TYPE_CHECKING:
    from cleanup.cache import CachedCleaner
    from cleanup.cleaner import Cleaner
    from cleanup.grammar.grammar_pass import LanguageTool
    from cleanup.resources import Resources
    from cleanup.rewriting.rewriter import Rewriter
    from cleanup.workers import Workers

    AnyCleaner = Cleaner | Workers | CachedCleaner


@dataclass(frozen=True)
class Options:
    """What a user chose for a run."""

    rule_folders: Sequence[Path] = ()
    source_language: str | None = None
    unsafe: bool = False
    languagetool: bool = True
    languagetool_url: str | None = None
    model: bool | str = True  # or the name or folder of another one
    rewrite: str | None = None  # name or folder of a model that rewrites, or openai:MODEL on the server at `base_url`
    base_url: str | None = None
    send_key: bool = True  # to that server
    glossaries: Sequence[Path] = ()
    desk: str | None = None
    source: Path | None = None
    selection: Selection = field(default_factory=Selection)
    cache: bool = False
    workers: int = 1  # processes that clean articles
    text_field: str = TEXT_FIELD
    encoding: str | None = None  # of text files without a byte order mark; None: UTF-8

    @property
    def means(self) -> tuple[object, ...]:
        """What a cleaner is made from: runs with equal means can share one."""
        tools = (self.languagetool, self.languagetool_url, self.model, self.rewrite, self.base_url, self.send_key)
        return (tuple(self.rule_folders), tools, tuple(self.glossaries), self.desk, self.cache)

    def asks(self, name: str, path: Path) -> bool:
        """Whether every rule that a name in a comment may mean runs on a file: else nothing tells that it is in vain.

        Without LanguageTool or the model this is known of the names of single rules only: categories may hold theirs.
        """
        if self.selection.filter_for(path) is not None:
            return False
        if self.languagetool and self.model:
            return True
        if name.startswith((LANGUAGETOOL, MODEL_RULES)):
            return bool(self.languagetool if name.startswith(LANGUAGETOOL) else self.model)
        return "-" in name


@contextmanager
def open_session(options: Options) -> Iterator[AnyCleaner]:
    """As `open_cleaner`, but with the processes and the cache that the options ask for.

    With the cache nothing is started for known articles.
    """
    from cleanup.cache import CachedCleaner, Store, means_of

    means = means_of(options) if options.cache else None
    with ExitStack() as stack:
        if means is None:
            yield stack.enter_context(_open(options))
            return
        store = Store()
        stack.callback(store.close)
        yield CachedCleaner(lambda: stack.enter_context(_open(options)), means, store)


def _open(options: Options) -> AbstractContextManager[Cleaner | Workers]:
    return open_cleaner(options) if options.workers == 1 else open_workers(options)


@contextmanager
def open_workers(options: Options) -> Iterator[Workers]:
    """The processes of a run, each with a cleaner of its own; they share one LanguageTool server.

    Raises LanguageToolError where it cannot be had.
    """
    from cleanup.workers import Workers  # not needed for a few articles

    with ExitStack() as stack:
        own = options.languagetool and options.languagetool_url is None
        server = stack.enter_context(_languagetool(None)).server if own else None
        yield stack.enter_context(Workers(partial(_open_in_worker, options), options.workers, server))


def _open_in_worker(options: Options, address: str | None) -> AbstractContextManager[Cleaner]:
    return open_cleaner(replace(options, languagetool_url=address or options.languagetool_url))


@contextmanager
def open_cleaner(options: Options) -> Iterator[Cleaner]:
    """A cleaner for these options; what it started is stopped at the end.

    LanguageTool is fetched where it is missing, and starts in the background while the rules are read.
    Raises LanguageToolError where it cannot be had, and RewriteError for a rewriting model that cannot.
    """
    from cleanup.cleaner import Cleaner  # these are slow to load, and not needed where every article is known
    from cleanup.glossary import load_glossaries
    from cleanup.passes import MODEL, REWRITE, make_pass
    from cleanup.pattern_store import pattern_store
    from cleanup.resources import Resources

    with ExitStack() as stack:
        stack.callback(lambda: pattern_store().save())
        late: list[Pass] = []
        rewriter = _rewriter(options)
        tool = stack.enter_context(_languagetool(options.languagetool_url)) if options.languagetool else None
        resources = Resources(
            rule_folders=tuple(options.rule_folders),
            glossary=load_glossaries(options.glossaries, options.desk),
            model=options.model if isinstance(options.model, str) else None,
            rewriter=rewriter,
        )
        if options.model:
            late.append(make_pass(MODEL, resources))
            loading = threading.Thread(target=_preload, args=(resources,), name="model-preload")
            loading.start()
            stack.callback(loading.join)
        if tool is not None:
            late.append(tool.pass_with(resources.words.is_word))
        if rewriter is not None:
            late.append(make_pass(REWRITE, resources))
        yield Cleaner(resources, late, verify=bool(options.model))


def _rewriter(options: Options) -> Rewriter | None:
    if options.rewrite is None:
        return None
    from cleanup.rewriting.rewriter import open_rewriter  # not needed without one

    return open_rewriter(options.rewrite, options.base_url, send_key=options.send_key)


def _preload(resources: Resources) -> None:
    """Load the model while the rules are read; what goes wrong is told where the model is first asked."""
    with suppress(UserError):
        _ = resources.tagger


def _languagetool(url: str | None) -> LanguageTool:
    from cleanup.grammar.grammar_pass import LanguageTool  # slow to load, and not needed without LanguageTool

    if url is None:
        ensure_languagetool()
    return LanguageTool(url=url)


def ensure_languagetool(*, quiet: bool = False) -> None:
    """Fetch LanguageTool where it is missing, with a progress bar at a terminal.

    Raises LanguageToolError where it cannot be fetched.
    """
    from cleanup.grammar.provision import provision, status
    from cleanup.progress import bytes_progress

    if status().is_complete:
        return
    if not quiet and not sys.stderr.isatty():
        print("cleanup: fetching LanguageTool, once (48 MB)", file=sys.stderr)
    with bytes_progress("fetching LanguageTool", quiet=quiet) as report:
        provision(report=report)
