"""What several tests share."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import hypothesis
import pytest

from cleanup.cleaner import Cleaner
from cleanup.compiled import cache_folder
from cleanup.resources import Resources

# A test says what is right, not how fast the machine is: that is measured in benchmarks/.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


@pytest.fixture(scope="session")
def resources() -> Resources:
    """The bundled rules and lexicon, read once."""
    return Resources()


@pytest.fixture(scope="session")
def cleaner(resources: Resources) -> Cleaner:
    """The rule passes, without LanguageTool and model."""
    return Cleaner(resources)


@pytest.fixture(scope="session")
def compiled_data(cleaner: Cleaner, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the packs and the lexicon were compiled to, which takes a minute anew."""
    cleaner.clean("A colour was chosen in Mosca.")
    folder = tmp_path_factory.mktemp("compiled")
    for path in cache_folder().glob("*.msgpack"):
        with suppress(FileNotFoundError):  # other runs forget their older ones
            shutil.copy2(path, folder)
    return folder


@pytest.fixture
def own_cache(tmp_path: Path, compiled_data: Path) -> Path:
    """A cache folder of the test's own, with what was compiled and without articles."""
    return shutil.copytree(compiled_data, tmp_path / "cache")


@pytest.fixture
def article(tmp_path: Path) -> Callable[..., Path]:
    """Writes an article into a folder of its own and gives its path."""

    def write(text: str | bytes, name: str = "article.txt") -> Path:
        path = tmp_path / "articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    return write
