"""Measure a tagger: detector, verifier, proposer, calibration.

`python -m training.evaluate MODEL --sets EVAL_FOLDER --corpora CORPORA [--calibrate]`. The evaluation folder holds
`clean/` and article sets `NAME/`; figures are printed as JSON. Training never sees held-out lines of the corpora
(`training.corpus.held_out`).
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from cleanup.neural.answer import KEEP
from cleanup.neural.chunks import chunks
from cleanup.neural.pieces import Encoded
from cleanup.neural.tagger import Tagger
from training.checksums import write_checksums
from training.corpus import read, stream
from training.corrupt import corrupt
from training.marks import TAG_INDEX, Mark, marks_of, render, repair
from training.repairs import applied
from training.tokenise import LONGEST, labelled

THRESHOLDS = (0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.955, 0.98)
DETECTED = ("fused", "residue", "pronoun", "article", "order")
TIERS = ("certain", "likely")
NEEDED = {
    "pronoun": ("he", "she", "it", "they"),
    "article": ("the", "a", "an"),
    "preposition": ("of", "in", "to", "on", "at", "for", "by", "from", "with"),
}
"""Words that a rash rule deletes though the sentence needs them."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """A place in a text where the tagger thinks that something is wrong; half-open span in code points."""

    start: int
    end: int
    error: float
    tag: str
    probability: float


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold edit of an article."""

    start: int
    end: int
    kind: str
    replacements: tuple[str, ...]


def alarms(tagger: Tagger, text: str, least: float = 0.1) -> list[Alarm]:
    """Return every unit of a text whose P(error) is at least `least`."""
    spans = chunks(text)
    found = []
    for (start, end), words in zip(spans, tagger.tag([text[start:end] for start, end in spans]), strict=True):
        for index, word in enumerate(words):
            if word.error >= least:
                # What is missing after a word shows up to the next word.
                reach = (
                    words[index + 1].end
                    if word.tag.startswith(("append", "missing", "swap")) and index + 1 < len(words)
                    else word.end
                )
                found.append(Alarm(start + word.start, min(start + reach, end), word.error, word.tag, word.probability))
    return found


def merged_count(text: str, found: Sequence[Alarm]) -> int:
    """Count alarms as a reader would: neighbours with nothing but a space between them are one."""
    count, last_end = 0, -10
    for alarm in sorted(found, key=lambda alarm: alarm.start):
        if text[last_end : alarm.start].strip() or alarm.start - last_end > 1 or last_end < 0:
            count += 1
        last_end = max(last_end, alarm.end)
    return count


def clean_texts(folder: Path) -> list[str]:
    """Read the clean documents."""
    with (folder / "clean" / "clean_visible.jsonl").open(encoding="utf-8") as file:
        return [json.loads(line)["text"] for line in file]


def articles(folder: Path, names: Sequence[str]) -> Iterator[tuple[str, list[Gold]]]:
    """Yield the articles of the sets with their gold edits of tiers `certain` and `likely`."""
    for name in names:
        for path in sorted((folder / name).glob("*.edits.jsonl")):
            text = path.with_name(path.name.replace(".edits.jsonl", ".txt")).read_text(encoding="utf-8")
            edits = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
            yield (
                text,
                [
                    Gold(edit["start"], edit["end"], edit["class"], tuple(edit["replacements"]))
                    for edit in edits
                    if edit["tier"] in TIERS
                ],
            )


def detector(tagger: Tagger, folder: Path, names: Sequence[str]) -> list[dict[str, Any]]:
    """Return, threshold by threshold, false alarms per 1,000 clean words and recall of gold edits by class."""
    clean = [(text, alarms(tagger, text)) for text in clean_texts(folder)]
    word_count = sum(len(text.split()) for text, _ in clean)
    damaged = [(alarms(tagger, text), gold) for text, gold in articles(folder, names)]
    rows = []
    for threshold in THRESHOLDS:
        false = sum(merged_count(text, [alarm for alarm in found if alarm.error >= threshold]) for text, found in clean)
        hits: dict[str, list[bool]] = defaultdict(list)
        for found, gold in damaged:
            loud = [alarm for alarm in found if alarm.error >= threshold]
            for edit in gold:
                hits[edit.kind].append(any(alarm.start <= edit.end and alarm.end >= edit.start for alarm in loud))
        pooled = [hit for kind in DETECTED for hit in hits[kind]]
        recall = {kind: round(sum(hit) / len(hit), 3) for kind, hit in sorted(hits.items())}
        rows.append(
            {
                "threshold": threshold,
                "false_alarms_per_1000_words": round(1000 * false / word_count, 3),
                "recall": round(sum(pooled) / len(pooled), 3),
                "by_class": recall,
            }
        )
    return rows


def word_distance(one: str, other: str) -> int:
    """Return the edit distance of two texts in characters (Levenshtein)."""
    previous = list(range(len(other) + 1))
    for row, left in enumerate(one, 1):
        current = [row]
        for column, right in enumerate(other, 1):
            current.append(min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (left != right)))
        previous = current
    return previous[-1]


def proposer(tagger: Tagger, folder: Path, names: Sequence[str], least: float) -> dict[str, dict[str, Any]]:
    """Return, tag by tag, how often the proposed repair brings the text nearer to gold, on articles and clean text."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    samples: dict[str, list[str]] = defaultdict(list)
    sources = [*articles(folder, names), *((text, []) for text in clean_texts(folder))]
    for text, gold in sources:
        for start, end, after, tag in _proposals(tagger, text, least):
            near = [edit for edit in gold if edit.start <= end + 1 and edit.end >= start - 1]
            good = any(_nearer(text, after, edit, start, end) for edit in near)
            (right if good else wrong)[tag] += 1
            if not good:
                samples[tag].append(f"{text[max(0, start - 30) : end + 30]!r}")
    return {
        tag: {
            "right": right[tag],
            "wrong": wrong[tag],
            "precision": round(right[tag] / (right[tag] + wrong[tag]), 3),
            "wrong_samples": samples[tag][:4],
        }
        for tag in sorted(right | wrong, key=lambda tag: -(right[tag] + wrong[tag]))
    }


def _proposals(tagger: Tagger, text: str, least: float) -> Iterator[tuple[int, int, str, str]]:
    """Yield span, whole text after the repair, and tag of every concrete proposal with at least that probability."""
    spans = chunks(text)
    for (start, end), words in zip(spans, tagger.tag([text[start:end] for start, end in spans]), strict=True):
        for index, word in enumerate(words):
            if word.tag == "keep" or word.probability < least:
                continue
            offset = next((inner.offset for inner in word.inner if inner.probability == word.probability), None)
            after = applied(text[start:end], words, index, word.tag, offset)
            if after is not None:
                stop = words[index + 1].end if word.tag == "swap" else word.end
                yield start + word.start, start + stop, text[:start] + after + text[end:], word.tag


def _nearer(text: str, after: str, edit: Gold, start: int, end: int) -> bool:
    """Whether the repaired text agrees with one of the gold replacements better than the damaged one does."""
    low, high = max(0, min(edit.start, start) - 2), max(edit.end, end) + 2
    before_region = text[low:high]
    after_region = after[low : high + len(after) - len(text)]
    return any(
        word_distance(after_region, wanted) < word_distance(before_region, wanted)
        for wanted in (
            text[low : edit.start] + replacement + text[edit.end : high] for replacement in edit.replacements
        )
    )


def edit_pairs(corpora: Path, count: int, seed: int) -> list[tuple[str, str, bool, str]]:
    """Make right and wrong edits from held-out text: (before, after, right, tag), a wrong one for every right one.

    A right edit repairs one of a text's defects and leaves the others. A wrong edit does damage of the same kinds to a
    text that may hold other defects, or repairs what was no defect (`_meddled`).
    """
    random = Random(seed)
    pairs: list[tuple[str, str, bool, str]] = []
    for number, text in enumerate(stream(read(corpora, for_training=False), seed)):
        marks = corrupt(text, f"pair-{seed}-{number}", clean_share=0.0)
        places = [index for index, mark in enumerate(marks) if mark.tag != "keep"]
        if not places:
            continue
        chosen = random.choice(places)
        damaged = render(marks)
        mended = _mended(marks, {chosen})
        others = [place for place in places if place != chosen]
        partly = _mended(marks, set(others[: len(others) // 2]) | {chosen})
        worse = _mended(marks, set(others[: len(others) // 2]))
        tag = marks[chosen].tag
        if mended != damaged:
            pairs.append((damaged, mended, True, tag))
        meddled = _meddled(text, random)
        if meddled is not None and number % 2:
            pairs.append((text, meddled[0], False, f"meddled {meddled[1]}"))
        elif partly != worse:
            pairs.append((partly, worse, False, tag))
        if len(pairs) >= count:
            return pairs
    return pairs


def _mended(marks: list[Mark], chosen: set[int]) -> str:
    """Return the damaged text with only the chosen defects repaired."""
    mixed = [replace(mark) for mark in marks]
    return repair([mark if index in chosen else _as_it_is(mark) for index, mark in enumerate(mixed)])


def _as_it_is(mark: Mark) -> Mark:
    """Return a mark whose damage is taken for what should be there."""
    return Mark(mark.text, mark.space, mark.part) if mark.part != "START" else Mark("", False, "START")


def _meddled(text: str, random: Random) -> tuple[str, str] | None:
    """Do to clean text what a rash rule does: delete a needed word, swap neighbours, split a word."""
    marks = marks_of(text)
    style = random.choice(("pronoun", "article", "preposition", "swap", "split"))
    if style in NEEDED:
        places = [i for i in range(2, len(marks) - 1) if marks[i].text in NEEDED[style]]
    elif style == "split":
        places = [i for i in range(1, len(marks)) if marks[i].text.isalpha() and len(marks[i].text) > 6]
    else:
        places = [i for i in range(2, len(marks) - 1) if marks[i].word and marks[i + 1].word and marks[i + 1].space]
    if not places:
        return None
    place = random.choice(places)
    if style == "swap":
        marks[place], marks[place + 1] = marks[place + 1], marks[place]
        marks[place].space = marks[place + 1].space = True
    elif style == "split":
        at = random.randint(3, len(marks[place].text) - 3)
        marks[place].text = marks[place].text[:at] + " " + marks[place].text[at:]
    else:
        del marks[place]
    return render(marks), style


def area_under_curve(right: Sequence[float], wrong: Sequence[float]) -> float:
    """Return the chance that a right edit scores above a wrong one (ties count half)."""
    values = np.concatenate([right, wrong])
    ranks = np.empty(len(values))
    order = values.argsort(kind="stable")
    ranks[order] = np.arange(1, len(values) + 1)
    for value in np.unique(values):
        same = values == value
        ranks[same] = ranks[same].mean()
    return float((ranks[: len(right)].sum() - len(right) * (len(right) + 1) / 2) / (len(right) * len(wrong)))


def verifier(tagger: Tagger, corpora: Path, count: int = 3_000) -> dict[str, Any]:
    """Return the AUC of Δ on right against wrong edits, over all and by the tag of the edit."""
    pairs = edit_pairs(corpora, count, seed=11)
    deltas = tagger.delta([pair[0] for pair in pairs], [pair[1] for pair in pairs])
    right = [delta for delta, pair in zip(deltas, pairs, strict=True) if pair[2]]
    wrong = [delta for delta, pair in zip(deltas, pairs, strict=True) if not pair[2]]
    by_tag: dict[str, list[bool]] = defaultdict(list)
    for delta, (_, _, good, tag) in zip(deltas, pairs, strict=True):
        by_tag[("right " if good else "wrong ") + tag.split(":")[0]].append((delta > 0) == good)
    return {
        "auc": round(area_under_curve(right, wrong), 4),
        "right_edits": len(right),
        "wrong_edits": len(wrong),
        "sign_is_right": {tag: (round(sum(hits) / len(hits), 3), len(hits)) for tag, hits in sorted(by_tag.items())},
    }


def calibrate(tagger: Tagger, corpora: Path, count: int = 2_500) -> dict[str, float]:
    """Return the temperature that makes held-out damage likeliest, and the calibration error of P(error) with it."""
    texts = islice(stream(read(corpora, for_training=False), 23), count)
    scores, labels = [], []
    for number, text in enumerate(texts):
        example = labelled(corrupt(text, f"calibration-{number}"), tagger.table)
        if len(example.ids) <= LONGEST:
            scores.append(tagger.piece_scores(Encoded(example.ids, example.types, [], [])))
            labels.append(np.array(example.labels[:-1]))
    all_scores, all_labels = np.concatenate(scores), np.concatenate(labels)
    best = min(np.arange(0.7, 2.01, 0.05), key=lambda heat: _negative_log_likelihood(all_scores / heat, all_labels))
    return {"temperature": round(float(best), 2), **_calibration_error(all_scores / best, all_labels)}


def _log_softmax(scores: Any) -> Any:
    """Return logarithms of probabilities along the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def _negative_log_likelihood(scores: Any, labels: Any) -> float:
    """Return the mean negative log likelihood of the labels."""
    return float(-_log_softmax(scores)[np.arange(len(labels)), labels].mean())


def _calibration_error(scores: Any, labels: Any) -> dict[str, float]:
    """Return the expected calibration error of P(error) in ten bins, also of the pieces above 0.1 alone."""
    error = 1 - np.exp(_log_softmax(scores)[:, KEEP])
    wrong = labels != TAG_INDEX["keep"]
    figures = {}
    for name, chosen in (("calibration_error", error >= 0), ("calibration_error_above_0.1", error > 0.1)):
        bins = np.minimum((error[chosen] * 10).astype(int), 9)
        total = 0.0
        for number in range(10):
            inside = bins == number
            if inside.any():
                total += inside.mean() * abs(error[chosen][inside].mean() - wrong[chosen][inside].mean())
        figures[name] = round(float(total), 4)
    return figures


def misses(tagger: Tagger, folder: Path, names: Sequence[str], threshold: float) -> None:
    """Print clean places that raise an alarm and gold edits that raise none, to read."""
    for text in clean_texts(folder):
        for alarm in alarms(tagger, text, threshold):
            print(
                "FALSE",
                alarm.tag,
                round(alarm.error, 2),
                repr(text[max(0, alarm.start - 50) : alarm.start]),
                repr(text[alarm.start : alarm.end]),
                repr(text[alarm.end : alarm.end + 30]),
            )
    for text, gold in articles(folder, names):
        loud = alarms(tagger, text, 0.05)
        for edit in gold:
            error = max(
                (alarm.error for alarm in loud if alarm.start <= edit.end and alarm.end >= edit.start), default=0.0
            )
            if error < threshold and edit.kind in DETECTED:
                print(
                    "MISSED",
                    edit.kind,
                    round(error, 2),
                    repr(text[max(0, edit.start - 40) : edit.start]),
                    repr(text[edit.start : edit.end]),
                    repr(text[edit.end : edit.end + 30]),
                )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("--sets", type=Path, required=True, help="folder with clean/ and the article sets")
    parser.add_argument("--names", nargs="+", default=["dev", "visible"])
    parser.add_argument("--corpora", type=Path, help="folder of the corpora, for verifier and calibration")
    parser.add_argument("--calibrate", action="store_true", help="write calibration.json into the model's folder")
    parser.add_argument("--misses", type=float, help="print alarms on clean text and missed edits at this threshold")
    options = parser.parse_args()
    tagger = Tagger.load(options.model)
    if options.misses:
        misses(tagger, options.sets, options.names, options.misses)
        return
    report: dict[str, Any] = {}
    if options.corpora and options.calibrate:
        report["calibration"] = calibrate(tagger, options.corpora)
        (options.model / "calibration.json").write_text(json.dumps(report["calibration"]) + "\n", encoding="utf-8")
        write_checksums(options.model)
        tagger = Tagger.load(options.model)
    report["detector"] = detector(tagger, options.sets, options.names)
    report["proposer"] = proposer(tagger, options.sets, options.names, least=0.7)
    if options.corpora:
        report["verifier"] = verifier(tagger, options.corpora)
    print(json.dumps(report, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
