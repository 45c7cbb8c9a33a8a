"""Score the program on evaluation sets: corrected text and report, as `score.py` reads them.

    python -m benchmarks.quality EVAL_FOLDER [SET ...] [--only NAME] [--pass NAME ...] [--verbose] [--clean]

EVAL_FOLDER holds the sets (dev, visible, reallike), clean/ and score.py. `--pass` switches all other passes off;
`--clean` counts edits per 1,000 words of clean news and prints each.
"""

from __future__ import annotations

import argparse
import collections
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cleanup.cleaner import Cleaner
from cleanup.edits import Change
from cleanup.passes import MODEL, ORDER, make_pass
from cleanup.resources import Resources


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sets", nargs="*", default=["dev", "visible", "reallike"])
    parser.add_argument("--pass", dest="passes", action="append")
    parser.add_argument("--only", default="")
    parser.add_argument("--rules", type=Path, action="append", default=[])
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--clean", action="store_true")
    parser.add_argument("--model", action="store_true")
    arguments = parser.parse_args()
    resources = Resources(rule_folders=arguments.rules)
    chosen = [e for e in ORDER if not arguments.passes or e.partition(":")[0] in arguments.passes]
    late = [make_pass(MODEL, resources)] if arguments.model else []
    cleaner = Cleaner(resources, late, early=[make_pass(entry, resources) for entry in chosen])
    if arguments.clean:
        return measure_clean(cleaner, arguments.folder / "clean" / "clean_visible.jsonl", arguments.verbose)
    for name in arguments.sets:
        score(cleaner, arguments.folder, name, only=arguments.only, verbose=arguments.verbose)
    return 0


def measure_clean(cleaner: Cleaner, path: Path, verbose: bool) -> int:
    counts: collections.Counter[tuple[bool, str]] = collections.Counter()
    words, started = 0, time.perf_counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        words += len(text.split())
        for change in cleaner.clean(text).changes:
            counts[change.applied, change.rules[0]] += 1
            if verbose or change.applied:
                print(show(text, change))
    applied = sum(n for (done, _), n in counts.items() if done)
    for (done, rule), number in counts.most_common():
        print(f"{'applied' if done else 'suggested':10} {number:5} {rule}")
    rate = 1000 / words
    print(f"clean: {applied * rate:.3f} applied, {sum(counts.values()) * rate:.3f} of any kind per 1,000 words; "
          f"{words / (time.perf_counter() - started):.0f} words/s")  # fmt: skip
    return 0


def show(text: str, change: Change) -> str:
    before, after = text[max(0, change.start - 40) : change.start], text[change.end : change.end + 30]
    mark = "APPLIED" if change.applied else change.applicability
    return f"{mark} {change.rules} …{before}[{change.original}→{' / '.join(change.replacements)}]{after}…".replace(
        "\n", "⏎"
    )


def score(cleaner: Cleaner, folder: Path, name: str, *, only: str, verbose: bool) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        files = []
        for path in sorted((folder / name).glob("*.txt")):
            if path.name.endswith(".gold.txt") or only not in path.name:
                continue
            result = cleaner.clean(path.read_bytes().decode("utf-8"), path=str(path))
            (Path(temporary) / path.name).write_bytes(result.text.encode("utf-8"))
            edits = [
                {"start": c.start, "end": c.end, "replacements": list(c.replacements), "rule": c.rules[0]}
                for c in result.changes
            ]
            files.append({"path": path.name, "edits": edits})
            gone = [t for t in traps(folder / name, path.stem) if t not in result.text]
            if gone:
                print(f"TRAPS HARMED in {path.name}: {gone}")
        (Path(temporary) / "report.json").write_text(json.dumps({"files": files}), encoding="utf-8")
        source = folder / name
        if only:
            source = Path(temporary) / "set"
            source.mkdir()
            for path in (p for p in (folder / name).iterdir() if only in p.name):
                (source / path.name).symlink_to(path.resolve())
        command = [sys.executable, str(folder / "score.py"), str(source), temporary]
        command += ["--report", f"{temporary}/report.json", *(["--verbose"] if verbose else [])]
        print(f"== {name}", flush=True)
        subprocess.run(command, check=True)


def traps(folder: Path, article: str) -> list[str]:
    path = folder / "traps.jsonl"
    if not path.exists():
        return []
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [row["text"] for row in rows if row["article"] == article]


if __name__ == "__main__":
    sys.exit(main())
