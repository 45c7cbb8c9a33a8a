"""How much faster a second run over unchanged articles is: `python -m benchmarks.cache [articles]`.

Both runs are processes of their own, with an empty cache folder before the first; LanguageTool is left out, which makes
the first run, and so the ratio, smaller than it is for users who have it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLES = sorted((Path(__file__).parent.parent / "input").glob("*.txt"))


def write_articles(folder: Path, count: int) -> None:
    """Articles that all differ: a sample each, under a line with its number."""
    folder.mkdir()
    texts = [path.read_text(encoding="utf-8") for path in SAMPLES]
    for number in range(count):
        text = f"Report number {number} of this year.\n\n{texts[number % len(texts)]}"
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")


def seconds(folder: Path, cache: Path) -> tuple[float, str]:
    """Wall time of one run from start to exit, and what it printed."""
    command = [sys.executable, "-m", "cleanup", "check", str(folder), "--no-languagetool", "--exit-zero", "--quiet"]
    started = time.perf_counter()
    environment = {**os.environ, "CLEANUP_CACHE_DIR": str(cache)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=True)
    return time.perf_counter() - started, done.stdout


def main() -> None:
    """Print both times and their ratio."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as place:
        write_articles(Path(place, "articles"), count)
        first, printed = seconds(Path(place, "articles"), Path(place, "cache"))
        second, again = seconds(Path(place, "articles"), Path(place, "cache"))
    if printed != again:
        sys.exit("the second run printed something else")
    print(f"{count} articles: first run {first:.2f} s, second {second:.2f} s, {first / second:.0f} times faster")


if __name__ == "__main__":
    main()
