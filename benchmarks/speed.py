"""Time from start to the first corrected article, and words per second with and without LanguageTool and the model.

    python -m benchmarks.speed ARTICLES [--words N]

ARTICLES is a folder of articles; they are repeated until there are N words (20,000 unless told). Ratios are against the
rules alone, within this run: machines differ, ratios less.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cleanup.inputs import find_inputs
from cleanup.session import Options, open_cleaner


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--words", type=int, default=20_000)
    arguments = parser.parse_args()
    texts = [item.path.read_text(encoding="utf-8") for item in find_inputs([arguments.articles])]
    alone = first_article(arguments.articles, "--no-languagetool", "--no-model")
    whole = first_article(arguments.articles)
    print(f"start to first corrected article: {alone:.2f} s rules alone, {whole:.2f} s with all")
    base = 0.0
    for name, options in (
        ("rules", Options(languagetool=False, model=False)),
        ("rules and model", Options(languagetool=False)),
        ("rules and LanguageTool", Options(model=False)),
        ("all", Options()),
    ):
        rate = words_per_second(texts, arguments.words, options)
        base = base or rate
        print(f"{name:24} {rate:8.0f} words/s   {rate / base:.2f}")
    return 0


def first_article(folder: Path, *options: str) -> float:
    """Seconds from start to exit for one article, in a process of its own, nothing cached."""
    path = find_inputs([folder])[0].path
    with tempfile.TemporaryDirectory() as output:
        command = [sys.executable, "-m", "cleanup", "fix", str(path), "-o", output, "--no-cache", "--quiet", *options]
        started = time.perf_counter()
        subprocess.run(command, check=True)
        return time.perf_counter() - started


def words_per_second(texts: list[str], wanted: int, options: Options) -> float:
    """Words a second after the first article, which starts everything."""
    with open_cleaner(options) as cleaner:
        cleaner.clean(texts[0])
        done, index, started = 0, 0, time.perf_counter()
        while done < wanted:
            text = texts[index % len(texts)]
            cleaner.clean(f"{text}\n\nThis is copy {index}.")  # another text each time, so that nothing is remembered
            done += len(text.split())
            index += 1
        return done / (time.perf_counter() - started)


if __name__ == "__main__":
    sys.exit(main())
