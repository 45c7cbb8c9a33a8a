"""Options that several commands share, written once: a command takes them as one parameter, `common`."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from cleanup.formats.base import TEXT_FIELD
from cleanup.lexicon.languages import LANGUAGES

if TYPE_CHECKING:
    from cleanup.config import Configuration, Configured
    from cleanup.session import Options

_CHOICE = "Which rules and files"
_MEANS = "What the rules may use"
_CONFIG = "Configuration"


SourceLanguage = StrEnum(  # type: ignore[misc]  # mypy wants the members written out
    "SourceLanguage", [(code.upper(), code) for code in ("auto", *LANGUAGES)]
)
"""Languages of origin that can be given."""


@dataclass(frozen=True, kw_only=True)
class Common:
    """What `fix`, `check` and `diff` all take; None where the user said nothing, so that a file's setting holds."""

    select: Annotated[
        str | None,
        typer.Option(
            "--select",
            metavar="NAMES",
            help="Only these rules: ids, categories or beginnings of ids, with commas.",
            rich_help_panel=_CHOICE,
        ),
    ] = None
    ignore: Annotated[
        str | None,
        typer.Option("--ignore", metavar="NAMES", help="Not these rules.", rich_help_panel=_CHOICE),
    ] = None
    per_file_ignores: Annotated[
        list[str] | None,
        typer.Option(
            "--per-file-ignores",
            metavar="PATTERN:NAMES",
            help="Not these rules in files that the pattern fits.",
            rich_help_panel=_CHOICE,
        ),
    ] = None
    rules: Annotated[
        list[Path] | None,
        typer.Option("--rules", help="A folder or file of your own rule packs.", rich_help_panel=_CHOICE),
    ] = None
    exclude: Annotated[
        list[str] | None,
        typer.Option(
            "--exclude",
            metavar="GLOB",
            help="Not these files and folders of the folders given; what git ignores is left out anyway.",
            rich_help_panel=_CHOICE,
        ),
    ] = None
    source_lang: Annotated[
        SourceLanguage | None,
        typer.Option("--source-lang", help="Language of origin; auto finds it.", rich_help_panel=_MEANS),
    ] = None
    source: Annotated[
        Path | None,
        typer.Option("--source", help="The article in its own language, or a folder of them.", rich_help_panel=_MEANS),
    ] = None
    glossary: Annotated[
        list[Path] | None,
        typer.Option("--glossary", help="A glossary; its terms make repairs safe.", rich_help_panel=_MEANS),
    ] = None
    desk: Annotated[
        str | None,
        typer.Option("--desk", help="Whose terms of the glossary to use.", rich_help_panel=_MEANS),
    ] = None
    text_field: Annotated[
        str,
        typer.Option("--text-field", help="Which field of JSONL and CSV holds the article.", rich_help_panel=_MEANS),
    ] = TEXT_FIELD
    encoding: Annotated[
        str | None,
        typer.Option(
            "--encoding",
            metavar="NAME",
            help="Of files without a byte order mark that are not UTF-8: cp1252, say.",
            rich_help_panel=_MEANS,
        ),
    ] = None
    no_languagetool: Annotated[
        bool, typer.Option("--no-languagetool", help="Do without LanguageTool.", rich_help_panel=_MEANS)
    ] = False
    languagetool_url: Annotated[
        str | None,
        typer.Option("--languagetool-url", help="A running LanguageTool server.", rich_help_panel=_MEANS),
    ] = None
    no_model: Annotated[
        bool, typer.Option("--no-model", help="Do without the neural model.", rich_help_panel=_MEANS)
    ] = False
    model: Annotated[
        str | None,
        typer.Option("--model", metavar="NAME_OR_PATH", help="Another model of the same kind.", rich_help_panel=_MEANS),
    ] = None
    rewrite: Annotated[
        str | None,
        typer.Option(
            "--rewrite",
            metavar="MODEL",
            help="A model whose rewrite is taken apart into suggestions: a folder, a hub name, or openai:NAME.",
            rich_help_panel=_MEANS,
        ),
    ] = None
    base_url: Annotated[
        str | None,
        typer.Option(
            "--base-url",
            metavar="URL",
            help="The server of --rewrite openai:NAME; the key is in OPENAI_API_KEY.",
            rich_help_panel=_MEANS,
        ),
    ] = None
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Examine every article anew.", rich_help_panel=_MEANS)
    ] = False
    config: Annotated[
        list[str] | None,
        typer.Option(
            "--config",
            metavar="KEY=VALUE|FILE",
            help="A setting as in cleanup.toml, or the one file to use.",
            rich_help_panel=_CONFIG,
        ),
    ] = None
    isolated: Annotated[
        bool, typer.Option("--isolated", help="Use no configuration file.", rich_help_panel=_CONFIG)
    ] = False
    show_settings: Annotated[
        bool,
        typer.Option("--show-settings", help="Print the settings for the paths, and stop.", rich_help_panel=_CONFIG),
    ] = False

    def configuration(self, **overrides: Any) -> Configuration:
        """Where the settings of each article come from; `overrides` are further options, None where not given.

        Raises ConfigError for an option that cannot be used.
        """
        from cleanup.config import Configuration

        languagetool = False if self.no_languagetool else self.languagetool_url
        given = {
            "select": _names(self.select),
            "ignore": _names(self.ignore),
            "per-file-ignores": _per_file(self.per_file_ignores),
            "rules": _texts(self.rules),
            "glossary": _texts(self.glossary),
            "source-lang": self.source_lang and self.source_lang.value,
            "encoding": self.encoding,
            "languagetool": languagetool,
            "model": False if self.no_model else self.model,
            "rewrite": self.rewrite,
            "base-url": self.base_url,
            **overrides,
        }
        set_here = {key: value for key, value in given.items() if value is not None}
        return Configuration(set_here, tuple(self.config or ()), self.isolated)

    def options(self, configured: Configured, *, unsafe: bool = False) -> Options:
        """The options for articles that have these settings. Raises ConfigError for one that lacks another."""
        from cleanup.config import ConfigError
        from cleanup.session import Options

        settings = configured.settings
        tool = settings.languagetool
        if self.base_url and not settings.rewrite:
            raise ConfigError("--base-url is the server of a model that rewrites; add --rewrite openai:NAME")
        return Options(
            rule_folders=tuple(settings.rules),
            source_language=None if settings.source_lang == "auto" else settings.source_lang,
            unsafe=unsafe,
            languagetool=tool is not False,
            model=settings.model,
            rewrite=settings.rewrite or None,
            base_url=settings.base_url,
            send_key=self.base_url is not None,  # a folder of articles may bring a cleanup.toml of someone else's
            languagetool_url=tool if isinstance(tool, str) else None,
            glossaries=tuple(settings.glossary),
            desk=self.desk,
            source=self.source,
            selection=configured.selection,
            cache=not self.no_cache,
            text_field=self.text_field,
            encoding=settings.encoding,
        )


def with_common(command: Callable[..., None]) -> Callable[..., None]:
    """The command with an option for each field of Common in place of its parameter `common`."""
    own = inspect.signature(command, eval_str=True)
    shared = _shared_parameters()
    names = [each.name for each in shared]
    kept = [p.replace(kind=p.KEYWORD_ONLY) for p in own.parameters.values() if p.name != "common"]

    @functools.wraps(command)
    def wrapper(**values: Any) -> None:
        common = Common(**{name: values.pop(name) for name in names})
        command(common=common, **values)

    wrapper.__signature__ = inspect.Signature([*kept, *shared])  # type: ignore[attr-defined]
    wrapper.__annotations__ = {p.name: p.annotation for p in [*kept, *shared]}
    return wrapper


@functools.cache
def _shared_parameters() -> tuple[inspect.Parameter, ...]:
    """The fields of Common as parameters; made once, since to evaluate annotations takes long."""
    kinds = get_type_hints(Common, include_extras=True)
    return tuple(
        inspect.Parameter(each.name, inspect.Parameter.KEYWORD_ONLY, default=each.default, annotation=kinds[each.name])
        for each in fields(Common)
    )


def _names(text: str | None) -> list[str] | None:
    return None if text is None else [name.strip() for name in text.split(",") if name.strip()]


def _texts(paths: list[Path] | None) -> list[str] | None:
    return [str(path) for path in paths] if paths else None


def _per_file(pairs: list[str] | None) -> dict[str, list[str]] | None:
    """PATTERN:NAMES as a table. Raises ConfigError for what has no colon."""
    from cleanup.config import ConfigError

    table: dict[str, list[str]] = {}
    for pair in pairs or ():
        pattern, colon, names = pair.rpartition(":")
        if not colon or not pattern:
            raise ConfigError(f"--per-file-ignores {pair}: not PATTERN:NAMES; write, say, 'drafts/*:spacing,article'")
        table.setdefault(pattern, []).extend(_names(names) or ())
    return table or None
