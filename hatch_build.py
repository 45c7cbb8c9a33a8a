"""Puts rules and names, read and checked, and compiled patterns into the wheel: an installed program parses no YAML."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRules(BuildHookInterface):  # type: ignore[type-arg]
    """Ships what a first run puts into its cache folder, when a wheel is built; an editable install reads the files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled files to the wheel. Raises what a broken pack raises: it must not be shipped."""
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, self.root)
        folder = Path(mkdtemp())
        os.environ["CLEANUP_CACHE_DIR"] = str(folder)
        from cleanup.session import Options, open_cleaner

        # Patterns are compiled when rules are checked; those with named lists, when an article first needs them.
        with open_cleaner(Options(languagetool=False, model=False)) as cleaner:
            cleaner.clean("The town hall\n\nThe committee met on 3 May and agreed on a budget.\n")
        for name in ("rules", "names"):
            (path,) = folder.glob(f"{name}-*.msgpack")
            build_data["force_include"][str(path)] = f"cleanup/precompiled/{name}.msgpack"
        (path,) = folder.glob("patterns-*.msgpack")  # for this version of regex; another compiles its own
        build_data["force_include"][str(path)] = f"cleanup/precompiled/{path.name}"
