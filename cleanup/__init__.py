"""Repair machine-translated articles: fused words, foreign names, carried-over grammar.

What is listed in `__all__` is the public interface, kept stable from one minor version to the next. Each name is loaded
when it is first used, so `import cleanup` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from cleanup.api import clean
    from cleanup.article import Article, Span, Token
    from cleanup.cleaner import Cleaner
    from cleanup.edits import Applicability, Change, Edit, accept
    from cleanup.errors import UserError
    from cleanup.findings import FileFindings, Finding
    from cleanup.formats.base import Document, FormatError, Segment
    from cleanup.pipeline import Pass, Result
    from cleanup.resources import Resources
    from cleanup.session import Options, open_cleaner

__all__ = [
    "Applicability",
    "Article",
    "Change",
    "Cleaner",
    "Document",
    "Edit",
    "FileFindings",
    "Finding",
    "FormatError",
    "Options",
    "Pass",
    "Resources",
    "Result",
    "Segment",
    "Span",
    "Token",
    "UserError",
    "__version__",
    "accept",
    "clean",
    "open_cleaner",
]

_HOMES = {
    "api": ("clean",),
    "article": ("Article", "Span", "Token"),
    "cleaner": ("Cleaner",),
    "edits": ("Applicability", "Change", "Edit", "accept"),
    "errors": ("UserError",),
    "findings": ("FileFindings", "Finding"),
    "formats.base": ("Document", "FormatError", "Segment"),
    "pipeline": ("Pass", "Result"),
    "resources": ("Resources",),
    "session": ("Options", "open_cleaner"),
}


def __getattr__(name: str) -> Any:
    """A public name, from the module that makes it."""
    home = next((module for module, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{home}"), name)


def __dir__() -> list[str]:
    """The public names, for completion."""
    return sorted(__all__)
