"""The model's folder: where it is, whether it is whole, what it holds.

The layout is that of a Hugging Face repository: `config.json`, `tokenizer.json`, `onnx/model.onnx`, and of this project
`tags.json` (the tags in the order of the model's scores), `calibration.json` (the temperature) and `SHA256SUMS`.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from cleanup.errors import UserError

SHIPPED = Path(__file__).parent / "model"
CHECKSUMS = "SHA256SUMS"
NEEDED = ("config.json", "tokenizer.json", "tags.json", "onnx/model.onnx")


class ModelError(UserError):
    """The model cannot be used, and the message says why and what helps."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the tagger needs to know of a model: its tags, its temperature, the longest text in word pieces."""

    tags: tuple[str, ...]
    temperature: float
    longest: int


def find_model(name_or_path: str | Path | None) -> Path:
    """Return the folder of a model: the shipped one, a folder, or a repository's name on the Hugging Face hub."""
    if name_or_path is None:
        return SHIPPED
    folder = Path(name_or_path)
    if folder.is_dir():
        return folder
    if isinstance(name_or_path, Path) or folder.is_absolute() or str(name_or_path).count("/") != 1:
        raise ModelError(f"{name_or_path}: no such folder of a model; give another to --model, or --no-model")
    return _download(str(name_or_path))


def _download(name: str) -> Path:
    """Fetch a repository from the hub, or find it in the local cache, through `transformers`' own client."""
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, LocalEntryNotFoundError, RepositoryNotFoundError

    try:
        return Path(snapshot_download(name, allow_patterns=[*NEEDED, "calibration.json", CHECKSUMS]))
    except (RepositoryNotFoundError, LocalEntryNotFoundError, HfHubHTTPError, OSError) as error:
        raise ModelError(f"The model {name} could not be fetched: {error}") from error


def verify(folder: Path) -> None:
    """Check the model's files against its checksums; a folder without checksums is taken as it is."""
    for name in NEEDED:
        if not (folder / name).is_file():
            raise ModelError(f"The model in {folder} has no {name}; reinstall the package, or choose another model.")
    checksums = folder / CHECKSUMS
    if not checksums.is_file():
        return
    for line in checksums.read_text(encoding="utf-8").splitlines():
        expected, name = line.split(maxsplit=1)
        file = folder / name
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != expected:
            raise ModelError(
                f"{name} of the model in {folder} is not the file that was published (its SHA-256 differs); "
                "reinstall the package, or delete SHA256SUMS if you changed the model yourself."
            )


def read_settings(folder: Path) -> Settings:
    """Read tags, temperature and longest text, and check that they fit the model's configuration."""
    tags = tuple(json.loads((folder / "tags.json").read_text(encoding="utf-8")))
    configuration = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    if configuration.get("model_type") != "bert" or len(configuration.get("id2label", ())) != len(tags):
        raise ModelError(f"The model in {folder} is not an edit tagger: its configuration and its tags do not fit.")
    if tags[:1] != ("keep",):
        raise ModelError(f"The model in {folder} does not have `keep` as its first tag.")
    calibration = folder / "calibration.json"
    temperature = json.loads(calibration.read_text(encoding="utf-8"))["temperature"] if calibration.is_file() else 1.0
    return Settings(tags, float(temperature), int(configuration.get("longest_text", 96)))
