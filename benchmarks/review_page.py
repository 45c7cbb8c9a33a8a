"""How long review.html of 100 articles (70,000 words, 5,000 changes) takes to open and to answer a key, in Chromium.

    python -m benchmarks.review_page [PAGE]

Measured with the browser's own performance API: the navigation and paint timings, and an event timing for every key,
which runs from the key to the next paint. PAGE keeps the page that was measured.
"""

from __future__ import annotations

import random
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from cleanup.edits import Applicability, Change, Edit
from cleanup.findings import FileFindings
from cleanup.formats.text import TextDocument
from cleanup.reports.html import page

ARTICLES, WORDS, CHANGES = 100, 700, 50  # the last two in each article
KEYS = "yyyynyjkyuy"
RULES = [("exonym-name", "exonym"), ("fused-words", "fused"), ("country-article", "article"), ("pronoun", "pronoun")]
SYLLABLES = ["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "no"]
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
WATCH = """
window.keyTimes = [];
new PerformanceObserver((list) => { for (const entry of list.getEntries())
  if (entry.name === 'keydown') window.keyTimes.push(
    {duration: entry.duration, script: entry.processingEnd - entry.processingStart});
}).observe({type: 'event', durationThreshold: 16, buffered: true});
"""


def article(number: int) -> FileFindings:
    """An article of made-up words in paragraphs, every fourteenth word with a change."""
    rng = random.Random(number)
    text, changes = "", []
    for index in range(WORDS):
        word = "".join(rng.choices(SYLLABLES, k=rng.randint(1, 4)))
        if index % (WORDS // CHANGES) == 7:
            changes.append(change(len(text), word, rng))
        text += word + (".\n\n" if index % 70 == 69 else ". " if index % 17 == 16 else " ")
    path = Path(f"articles/article-{number:03}.txt")
    return FileFindings(str(path), TextDocument(path, text), (tuple(changes),))


def change(start: int, word: str, rng: random.Random) -> Change:
    """A change of one word into two, safe or suggested."""
    rule, category = rng.choice(RULES)
    kind = rng.choice([Applicability.SAFE, Applicability.SAFE, Applicability.UNSAFE])
    after = (f"{word[:2]} {word[2:]}ta", f"{word}to")
    edit = Edit(start, start + len(word), word, after, rule, category, kind, 0.9, f"“{word}” is two words.", "made")
    return Change(start, edit.end, word, after, kind is Applicability.SAFE, (edit,))


def measure(path: Path) -> dict[str, float]:
    """Milliseconds until the page is painted and ready, and for a key, at the median and at the slowest."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS.split())
        tab = browser.new_page(viewport={"width": 1300, "height": 800})
        tab.add_init_script(WATCH)
        tab.goto(path.as_uri())
        tab.wait_for_timeout(500)
        opened: dict[str, float] = tab.evaluate(
            """() => ({paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
            ready: performance.getEntriesByName('ready')[0].startTime,
            load: performance.getEntriesByType('navigation')[0].loadEventEnd})"""
        )
        pressed = 0
        for view in "vv":
            tab.keyboard.press(view)
            for key in KEYS * 8:
                tab.keyboard.press(key)
                pressed += 1
        tab.keyboard.press("d")
        tab.wait_for_timeout(300)
        times = tab.evaluate("() => window.keyTimes")
        decided = tab.inner_text("#count")
        browser.close()
    # Event timings below the 16 ms threshold are not reported: they count as 16.
    durations = [time["duration"] for time in times] + [16.0] * (pressed + 3 - len(times))
    assert decided.startswith(tuple("123456789")), decided
    return opened | {
        "keys": float(len(durations)),
        "key median": statistics.median(durations),
        "key 95 %": sorted(durations)[int(len(durations) * 0.95)],
        "key slowest": max(durations),
        "script slowest": max((time["script"] for time in times), default=0.0),
    }


def main() -> None:
    """Write the page, measure it three times, print milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "review.html"
        files = [article(number) for number in range(ARTICLES)]
        path.write_text(page(files), encoding="utf-8")
        words = sum(len(file.document.text.split()) for file in files)
        found = sum(len(file.findings) for file in files)
        print(f"{len(files)} articles, {words} words, {found} changes, {path.stat().st_size / 1e6:.1f} MB")
        for _ in range(3):
            print("  ".join(f"{name} {value:.0f}" for name, value in measure(path.resolve()).items()))


if __name__ == "__main__":
    main()
