"""How long `cleanup check` takes on one article, from start to exit, next to an empty Python of the same run.

    python -m benchmarks.start [--runs 15] [--imports 12]

LanguageTool and the model are left out, and so is the cache of articles. Times are medians and best of the runs, wall
clock and processor; the two programs take turns, so that both see the same load. `--imports` lists what is slowest to
load.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

LIMIT = 0.35  # seconds from start to exit
ARTICLE = (
    "In Romajust before the vote, the authorities Italian said that the two sides had agreed on a text.\n\n"
    "The mayor of Mosca, who was in Ginevra for the talks, spoke of a reform electoral and of a long day.\n"
)


class Taken(NamedTuple):
    """Seconds of one run."""

    wall: float
    processor: float


def main() -> int:
    """Print the figures; 1 where the best run takes longer than the limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--imports", type=int, default=0)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder, "article.txt")
        article.write_text(ARTICLE, encoding="utf-8")
        options = [
            "-m",
            "cleanup",
            "check",
            "--no-languagetool",
            "--no-model",
            "--no-cache",
            "--isolated",
            "--exit-zero",
        ]
        check = [sys.executable, *options, str(article)]
        # As installed: byte code is kept, whatever this environment says.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder, "bytecode"))
        _take(check)  # fills the caches of byte code and rules
        empty = [sys.executable, "-c", "pass"]
        pairs = [(_take(check), _take(empty)) for _ in range(arguments.runs)]
        if arguments.imports:
            _print_imports([sys.executable, "-X", "importtime", *check[1:]], arguments.imports)
    _print("cleanup check", [pair[0] for pair in pairs])
    _print("python -c pass", [pair[1] for pair in pairs])
    ratio = statistics.median(check.wall / empty.wall for check, empty in pairs)
    print(f"ratio of the wall times: {ratio:.1f}")
    return int(min(check.wall for check, _ in pairs) > LIMIT)


def _take(command: Sequence[str]) -> Taken:
    """Run a command; its output is thrown away, and its failure ends the benchmark."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Taken(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def _print(name: str, taken: Sequence[Taken]) -> None:
    for kind in Taken._fields:
        values = [getattr(each, kind) for each in taken]
        print(f"{name:<16} {kind:<10} median {statistics.median(values):.3f} s, best {min(values):.3f} s")


def _print_imports(command: Sequence[str], most: int) -> None:
    """The modules that take longest to load by themselves."""
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    rows = [line.removeprefix("import time:").split("|") for line in done.stderr.splitlines() if "|" in line]
    timed = sorted(((int(own), name.strip()) for own, _, name in rows if own.strip().isdigit()), reverse=True)
    print(f"{len(timed)} modules, {sum(own for own, _ in timed) / 1e6:.3f} s in all; slowest by themselves:")
    for own, name in timed[:most]:
        print(f"  {own / 1e3:7.1f} ms  {name}")


if __name__ == "__main__":
    sys.exit(main())
