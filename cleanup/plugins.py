"""Plugins: passes, formats and reports that other distributions bring, found by their entry points.

- `cleanup.passes`: a class made with the run's `Resources`; its instances are passes. They run after the built-in ones.
- `cleanup.formats`: the entry point's name is a file suffix without the dot; `decode(path, data) -> Document`.
- `cleanup.reports`: the name is one for `--output-format`; `report(files) -> str`.

What is built in cannot be replaced: of two readers for one suffix, the built-in one holds.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from cleanup.compiled import compiled
from cleanup.errors import UserError

if TYPE_CHECKING:
    from cleanup.findings import FileFindings
    from cleanup.formats.base import Document
    from cleanup.pipeline import Pass
    from cleanup.resources import Resources

PASSES, FORMATS, REPORTS = "cleanup.passes", "cleanup.formats", "cleanup.reports"


class PluginError(UserError):
    """A plugin that cannot be loaded; the message names it, its distribution and the reason."""


class Plugin(msgspec.Struct, frozen=True):
    """An entry point: its group, its name, `module:attribute`, and the distribution with its version."""

    group: str
    name: str
    value: str
    distribution: str

    def load(self) -> Any:
        """What the entry point names. Raises PluginError."""
        module, _, attribute = self.value.partition(":")
        try:
            found = import_module(module)
            for name in filter(None, attribute.split(".")):
                found = getattr(found, name)
        except Exception as error:  # whatever a stranger's module does when it is imported
            reason = f"{type(error).__name__}: {error}"
            raise PluginError(
                f"the plugin {self.name} ({self.value} of {self.distribution}) cannot be loaded: {reason}; "
                "update or uninstall it"
            ) from error
        return found


@cache
def plugins() -> tuple[Plugin, ...]:
    """All plugins installed, by group and name.

    Looking through every distribution takes tens of milliseconds, so what was found is kept until a folder of
    `sys.path` changes.
    """
    folders = [Path(entry) for entry in sys.path if Path(entry).is_dir()]
    return compiled("plugins", folders, tuple[Plugin, ...], _find)


def _find() -> tuple[Plugin, ...]:
    from importlib.metadata import entry_points  # slow to load

    found = [
        Plugin(group, point.name, point.value, f"{point.dist.name} {point.dist.version}" if point.dist else "?")
        for group in (PASSES, FORMATS, REPORTS)
        for point in entry_points(group=group)
    ]
    return tuple(sorted(found, key=lambda plugin: (plugin.group, plugin.name, plugin.value)))


def plugin_passes(resources: Resources) -> list[Pass]:
    """The passes of all plugins. Raises PluginError."""
    return [plugin.load()(resources) for plugin in plugins() if plugin.group == PASSES]


def plugin_suffixes() -> frozenset[str]:
    """Suffixes of files, with the dot, that a plugin reads."""
    return frozenset(f".{plugin.name.lstrip('.').lower()}" for plugin in plugins() if plugin.group == FORMATS)


def plugin_reader(suffix: str) -> Callable[[Path, bytes], Document] | None:
    """The `decode` for a suffix with its dot, None where no plugin has one. Raises PluginError."""
    return next(
        (p.load() for p in plugins() if p.group == FORMATS and f".{p.name.lstrip('.').lower()}" == suffix), None
    )


def plugin_reports() -> tuple[str, ...]:
    """The output formats that plugins bring."""
    return tuple(plugin.name for plugin in plugins() if plugin.group == REPORTS)


def plugin_writer(output_format: str) -> Callable[[Sequence[FileFindings]], str] | None:
    """The `report` for an output format, None where no plugin has one. Raises PluginError."""
    return next((p.load() for p in plugins() if p.group == REPORTS and p.name == output_format), None)
