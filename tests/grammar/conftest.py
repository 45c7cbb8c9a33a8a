from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cleanup.grammar.provision import provision
from cleanup.grammar.server import LocalServer


@pytest.fixture(scope="session")
def installed() -> Path:
    """LanguageTool on this machine, fetched where it is not there yet."""
    return provision()


@pytest.fixture(scope="session")
def server(installed: Path) -> Iterator[LocalServer]:
    """One server for all tests that only ask; it knows one name of its own."""
    with LocalServer(names=["moscajust"]) as running:
        running.ready()
        yield running
