"""Puts the rules and names, read and checked, into the wheel, so that an installed program does not parse YAML."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRules(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles the bundled packs and gazetteers when a wheel is built (an editable install reads the files)."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled files to the wheel. Raises what a broken pack raises: it must not be shipped."""
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, self.root)
        import msgspec

        from cleanup.lexicon.name_files import BUNDLED, compile_names, name_files
        from cleanup.rulepack import read_bundled

        folder = Path(mkdtemp())
        for name, value in (("rules", read_bundled()), ("names", compile_names(name_files((BUNDLED,))))):
            path = folder / f"{name}.msgpack"
            path.write_bytes(msgspec.msgpack.encode(value))
            build_data["force_include"][str(path)] = f"cleanup/precompiled/{name}.msgpack"
