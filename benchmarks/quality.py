"""Score the program on evaluation sets: corrected text and report, as `score.py` reads them.

    python -m benchmarks.quality FOLDER [SET ...] [--scorer FILE] [--only NAME] [--pass NAME ...] [--verbose] [--clean]
    python -m benchmarks.quality FOLDER [SET ...] [--scorer FILE] --ablations

FOLDER holds the sets (all of them where none is named), clean/ with sound texts (NAME.jsonl), and score.py, unless
`--scorer` says where that is; `benchmarks/articles` is such a folder. `--pass` switches all other passes off; `--clean`
counts edits per 1,000 words of sound text and prints each; `--ablations` prints a row for the rules, and for the rules
with LanguageTool, with the model and with both, a set or the sound texts at a time.
"""

from __future__ import annotations

import argparse
import collections
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from cleanup.cleaner import Cleaner
from cleanup.edits import Change
from cleanup.passes import MODEL, ORDER, make_pass
from cleanup.resources import Resources
from cleanup.session import Options, open_cleaner

CLEAN = "clean"
VARIANTS = {
    "rules": Options(languagetool=False, model=False),
    "rules, LanguageTool": Options(model=False),
    "rules, model": Options(languagetool=False),
    "all": Options(),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--scorer", type=Path, help="score.py; the one in the folder where not given")
    parser.add_argument("--pass", dest="passes", action="append")
    parser.add_argument("--only", default="")
    parser.add_argument("--rules", type=Path, action="append", default=[])
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--clean", action="store_true")
    parser.add_argument("--model", action="store_true")
    parser.add_argument("--ablations", action="store_true")
    arguments = parser.parse_args()
    folder, scorer = arguments.folder, arguments.scorer or arguments.folder / "score.py"
    sets = arguments.sets or sorted({path.parent.name for path in folder.glob("*/*.edits.jsonl")})
    if arguments.ablations:
        return ablations(folder, sets, scorer)
    resources = Resources(rule_folders=arguments.rules)
    chosen = [e for e in ORDER if not arguments.passes or e.partition(":")[0] in arguments.passes]
    late = [make_pass(MODEL, resources)] if arguments.model else []
    early = [make_pass(entry, resources) for entry in chosen]
    cleaner = Cleaner(resources, late, early=early, verify=arguments.model)
    if arguments.clean:
        return measure_clean(cleaner, folder / CLEAN, arguments.verbose)
    for name in sets:
        print(f"== {name}", flush=True)
        options = ["--verbose"] if arguments.verbose else []
        print(score(cleaner, folder, name, scorer, only=arguments.only, options=options), end="")
    return 0


def ablations(folder: Path, sets: Sequence[str], scorer: Path) -> int:
    print(f"{'':24}{'set':10}certain  fixed  suggested  flagged  wrong  precision   F0.5")
    for name, options in VARIANTS.items():
        with open_cleaner(options) as cleaner:
            for chosen in sets:
                row = json.loads(score(cleaner, folder, chosen, scorer, options=["--json"]))
                certain = row["tiers"]["certain"]["fixed"] / row["tiers"]["certain"]["gold"]
                print(
                    f"{name:24}{chosen:10}{certain:7.1%}{row['fixed']:7}{row['suggested']:11}"
                    f"{row['flagged']:9}{row['wrong']:7}{row['precision']:11.3f}{row['f0.5']:7.3f}",
                    flush=True,
                )
            counts, words = clean_changes(cleaner, folder / CLEAN)
            applied = sum(number for (done, _), number in counts.items() if done)
            print(f"{name:24}{'clean':10}{applied} applied, {sum(counts.values())} of any kind in {words} words")
    return 0


def clean_changes(
    cleaner: Cleaner, path: Path, seen: Callable[[str, Change], None] = lambda text, change: None
) -> tuple[collections.Counter[tuple[bool, str]], int]:
    """How often each rule finds something in sound texts (JSON lines), applied or not, and the words read."""
    counts: collections.Counter[tuple[bool, str]] = collections.Counter()
    words = 0
    lines = (line for file in sorted(path.glob("*.jsonl")) for line in file.read_text(encoding="utf-8").splitlines())
    for line in lines:
        text = json.loads(line)["text"]
        words += len(text.split())
        for change in cleaner.clean(text).changes:
            counts[change.applied, change.rules[0]] += 1
            seen(text, change)
    return counts, words


def measure_clean(cleaner: Cleaner, path: Path, verbose: bool) -> int:
    def tell(text: str, change: Change) -> None:
        if verbose or change.applied:
            print(show(text, change))

    started = time.perf_counter()
    counts, words = clean_changes(cleaner, path, tell)
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


def score(
    cleaner: Cleaner, folder: Path, name: str, scorer: Path, *, only: str = "", options: Sequence[str] = ()
) -> str:
    """What the scorer prints for a set of the folder; `options` are the scorer's own."""
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
                print(f"TRAPS HARMED in {path.name}: {gone}", file=sys.stderr)
        (Path(temporary) / "report.json").write_text(json.dumps({"files": files}), encoding="utf-8")
        source = folder / name
        if only:
            source = Path(temporary) / "set"
            source.mkdir()
            for path in (p for p in (folder / name).iterdir() if only in p.name):
                (source / path.name).symlink_to(path.resolve())
        command = [sys.executable, str(scorer), str(source), temporary]
        command += ["--report", f"{temporary}/report.json", *options]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def traps(folder: Path, article: str) -> list[str]:
    path = folder / "traps.jsonl"
    if not path.exists():
        return []
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [row["text"] for row in rows if row["article"] == article]


if __name__ == "__main__":
    sys.exit(main())
