"""The one call for programs that have a text and want it corrected."""

from __future__ import annotations

import atexit
from collections.abc import Sequence
from contextlib import ExitStack
from functools import lru_cache
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from cleanup.errors import UserError
from cleanup.lexicon.languages import LANGUAGES
from cleanup.pipeline import Result
from cleanup.session import Options, open_cleaner

if TYPE_CHECKING:
    from cleanup.cleaner import Cleaner


def clean(
    text: str,
    *,
    source_language: str | None = None,
    source_text: str | None = None,
    rules: Sequence[str | PathLike[str]] = (),
    glossaries: Sequence[str | PathLike[str]] = (),
    desk: str | None = None,
    unsafe: bool = False,
    languagetool: bool = False,
    model: bool = True,
) -> Result:
    """Correct one article: `result.text` is the corrected text, `result.changes` says what was changed or suggested.

    `source_language` is the two-letter code of the language that the article was translated from (None: found by
    evidence in it); `source_text` the article in that language, which proves more repairs. `rules` are files or folders
    of your own rule packs, `glossaries` files of settled terms, `desk` whose terms of them hold. With `unsafe` likely
    repairs are applied too, not only the certain ones. With `languagetool` LanguageTool is asked as well: it is fetched
    where it is missing, and its server runs on until the process ends. Without `model` the neural tagger is left out.

    Rules and names are read at the first call with the same settings, and kept for the next. Raises UserError for what
    the caller can mend: an unknown language, a rule pack or glossary that cannot be used, LanguageTool that cannot be
    had.
    """
    if source_language is not None and source_language not in LANGUAGES:
        raise UserError(f"source_language {source_language!r} is not known; give one of {', '.join(LANGUAGES)}")
    cleaner = _cleaner(tuple(map(Path, rules)), tuple(map(Path, glossaries)), desk, languagetool, model)
    return cleaner.clean(text, source_language=source_language, source_text=source_text, unsafe=unsafe)


@lru_cache(maxsize=4)
def _cleaner(
    rules: tuple[Path, ...], glossaries: tuple[Path, ...], desk: str | None, languagetool: bool, model: bool
) -> Cleaner:
    """A cleaner that lives until the process ends."""
    stack = ExitStack()
    options = Options(rule_folders=rules, glossaries=glossaries, desk=desk, languagetool=languagetool, model=model)
    cleaner = stack.enter_context(open_cleaner(options))
    atexit.register(stack.close)
    return cleaner
