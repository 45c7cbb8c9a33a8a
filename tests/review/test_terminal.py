"""The terminal review: its keys through Textual's pilot, and a killed process through a real terminal."""

from __future__ import annotations

import asyncio
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input as Line
from textual.widgets import OptionList, Static

from cleanup.decisions import DecisionError, State, load
from cleanup.edits import Applicability, Change, Edit
from cleanup.errors import UserError
from cleanup.findings import FileFindings
from cleanup.formats.text import TextDocument
from cleanup.inputs import Input
from cleanup.reports.levels import plain
from cleanup.review.terminal import ArticleView, ReviewApp, review_files
from cleanup.review.terminal_article import ArticleText
from cleanup.review.terminal_review import Filter, Kind, Review
from tests.review.conftest import Found, Spot

TEXT = """\
Old men saw Mosca by night. The France voted.
He came to Londra by train, and left Londra by boat.
Who is Kohl?
"""
SPOTS: list[Spot] = [
    ("Mosca", "Moscow", "exonym"),
    ("The France", "France", "article"),
    ("Londra", "London", "exonym"),
    ("Londra", "London", "maybe-exonym"),
    ("Kohl", "", "look-name"),
]
OTHER = "Later Roma and Mosca agreed.\n"
OTHER_SPOTS: list[Spot] = [("Roma", "Rome", "exonym"), ("Mosca", "Moscow", "exonym")]
Step = Callable[[Pilot[None], Review], Awaitable[None]]


@pytest.fixture
def files(found: Found) -> list[FileFindings]:
    return [found(TEXT, SPOTS), found("Nothing here.\n", [], "none.txt"), found(OTHER, OTHER_SPOTS, "two.txt")]


@pytest.fixture
def review(files: list[FileFindings], tmp_path: Path) -> Review:
    return Review(files, tmp_path / "decisions.json", "ada")


def play(review: Review, *keys: str, size: tuple[int, int] = (80, 24), then: Step | None = None) -> None:
    """Type keys into the review, one after the other, and look at the screen when they are done."""

    async def run() -> None:
        app = ReviewApp(review)
        async with app.run_test(size=size) as pilot:
            for key in keys:
                await pilot.press(key)
            await pilot.pause()
            if then is not None:
                await then(pilot, review)

    asyncio.run(run())


def states(review: Review) -> str:
    """The saved states, a letter each: o, a, r, e."""
    return " ".join("".join(d.state.value[0] for d in file.decisions) for file in load(review.path).files)


def screen(pilot: Pilot[None]) -> str:
    view = pilot.app.query_one(ArticleView)
    return "\n".join(view.render_line(y).text.rstrip() for y in range(view.size.height))


@pytest.mark.parametrize(
    ("keys", "expected", "stands"),
    [
        ("", "ooooo oo", 0),
        ("y", "aoooo oo", 1),
        ("n", "roooo oo", 1),
        (["j", "j", "k", "y"], "oaooo oo", 2),
        (["down", "up", "right", "n"], "orooo oo", 2),
        ("a", "aoaoo oo", 1),
        ("d", "rrrrr oo", 5),
        ("A", "aaaao oo", 4),
        ("yyyynyy", "aaaar aa", 6),
        ("yyyyjjy", "aaaao oa", 4),
        ("ynu", "aoooo oo", 1),
        ("ynuu", "ooooo oo", 0),
        ("jdu", "ooooo oo", 1),
        ("u", "ooooo oo", 0),
        (["j", "j", "y", "k", "k", "tab"], "ooaoo oo", 1),
        (["right_square_bracket"], "ooooo oo", 5),
        (["right_square_bracket", "a", "left_square_bracket"], "ooooo aa", 0),
    ],
)
def test_keys(review: Review, keys: str | list[str], expected: str, stands: int) -> None:
    play(review, *keys)
    assert states(review) == expected
    assert review.current == stands


def test_every_key_is_saved_before_the_next(review: Review) -> None:
    async def watch(pilot: Pilot[None], review: Review) -> None:
        seen = []
        for key in "ynau":
            await pilot.press(key)
            seen.append(states(review))
        assert seen == ["aoooo oo", "arooo oo", "araoo oo", "arooo oo"]

    play(review, then=watch)
    first = load(review.path).files[0].decisions[0]
    assert (first.who, first.state) == ("ada", State.ACCEPTED)
    assert first.when is not None


def test_a_change_without_proposal_is_not_accepted(review: Review) -> None:
    play(review, "k", "j", "j", "j", "j", "y")
    assert states(review) == "ooooo oo"
    assert review.current == 4


def test_own_text(review: Review) -> None:
    async def type_text(pilot: Pilot[None], review: Review) -> None:
        line = pilot.app.screen.query_one(Line)
        assert line.value == "Moscow"
        line.value = "Moskva⏎city"
        await pilot.press("enter")

    play(review, "e", then=type_text)
    decision = load(review.path).files[0].decisions[0]
    assert (decision.state, decision.text) == (State.EDITED, "Moskva\ncity")
    play(review, "k", "e", "escape")
    assert states(review) == "eoooo oo"


def test_comment_and_taking_it_back(review: Review) -> None:
    play(review, "c", *"why", "enter")
    assert load(review.path).files[0].decisions[0].comment == "why"
    assert states(review) == "ooooo oo"
    play(review, "c", "backspace", "backspace", "backspace", "enter")
    assert load(review.path).files[0].decisions[0].comment is None


def test_a_number_chooses_a_proposal(tmp_path: Path) -> None:
    edit = Edit(0, 5, "Mosca", ("Moscow", "Moskva"), "exonym", "test", Applicability.SAFE, 0.9, "Because.", "test")
    change = Change(0, 5, "Mosca", edit.replacements, True, (edit,))
    path = tmp_path / "one.txt"
    path.write_text("Mosca")
    file = FileFindings(str(path), TextDocument(path, "Mosca"), ((change,),))
    review = Review([file], tmp_path / "decisions.json")
    play(review, "3")
    assert states(review) == "o"
    play(review, "2")
    assert load(review.path).files[0].decisions[0].outcome == "Moskva"


def test_search(review: Review) -> None:
    play(review, "slash", *"LONDON", "enter")
    assert review.current == 2
    play(review, "slash", *"roma", "enter")
    assert review.current == 5
    play(review, "slash", *"nowhere", "enter")
    assert review.current == 5


def test_search_again_goes_on(review: Review) -> None:
    play(review, "slash", *"mosc", "enter", "slash", "enter")
    assert review.current == 0  # by way of the second article
    play(review, "slash", *"mosc", "enter")
    assert review.current == 6
    play(review, "slash", *"agreed", "enter")
    assert review.current == 5  # in no change, but beside one


def test_filters_by_kind_and_rule(review: Review) -> None:
    async def look(pilot: Pilot[None], review: Review) -> None:
        labels = [str(option.prompt) for option in pilot.app.screen.query_one(OptionList).options]
        assert labels[:5] == ["✓ Everything", "  safe (5)", "  suggested (1)", "  to look at (1)", "  exonym (4)"]
        await pilot.press("j", "j", "enter")
        assert review.filter == Filter(kind=Kind.SUGGESTED)
        assert review.current == 3
        assert "only suggested" in str(pilot.app.query_one("#title", Static).render())
        await pilot.press("d", "j")
        assert review.current == 3

    play(review, "f", then=look)
    assert states(review) == "oooro oo"
    review.set_filter(Filter("exonym"))
    play(review, "y", "y", "y")
    assert states(review) == "aooro aa"


def test_a_filter_that_nothing_passes(review: Review) -> None:
    review.set_filter(Filter("article", Kind.LOOK))
    play(review, "y", "a", "e", "j")
    assert states(review) == "ooooo oo"


def test_resumes_where_it_stopped(review: Review, files: list[FileFindings]) -> None:
    play(review, "j", "y", "n")
    again = Review(files, review.path)
    assert (again.current, again.decided) == (3, 2)
    play(again, "y", "n", "y", "y", "y")
    assert states(again) == "aarar aa"
    assert Review(files, review.path).decided == 7


def test_decisions_on_other_articles_stay(review: Review, files: list[FileFindings]) -> None:
    play(review, "y")
    second = Review(files[2:], review.path)
    play(second, "y")
    assert Review(files, review.path).decided == 2


def test_what_cannot_be_saved_is_not_decided(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise UserError("decisions.json: cannot be written: No space left on device")

    play(review, "y")
    monkeypatch.setattr("cleanup.review.terminal_review.save", full)
    play(review, "y", "u")
    assert (review.decided, review.current) == (1, 1)
    assert states(review) == "aoooo oo"


def test_what_another_program_has_written_is_not_overwritten(review: Review, files: list[FileFindings]) -> None:
    other = Review(files, review.path)
    other.reject()
    play(review, "y")
    assert states(review) == "roooo oo"
    assert (review.decided, Review(files, review.path).decided) == (0, 1)


def test_the_article_reads_as_decided(review: Review) -> None:
    async def look(pilot: Pilot[None], review: Review) -> None:
        shown = screen(pilot)
        assert "saw ✓Moscow by night. ✗The France voted." in shown
        assert "came to •Londra→London by train" in shown

    play(review, "y", "n", then=look)


def test_without_colour_there_are_marks(review: Review) -> None:
    lines, _ = ArticleText(review.file, colour=False).lines(review.decisions_of(0), None, 200)
    text = "\n".join(line.plain for line in lines)
    assert "saw •[-Mosca-]→{+Moscow+} by night" in text
    assert "Who is •[?Kohl?]?" in text


@pytest.mark.parametrize("size", [(80, 24), (200, 50), (30, 12)])
def test_the_current_change_is_in_view(found: Found, tmp_path: Path, size: tuple[int, int]) -> None:
    file = found("\n".join(f"Line {n} of the article saw Mosca." for n in range(300)), [("Mosca", "Moscow", "x")] * 300)
    review = Review([file], tmp_path / "decisions.json")
    review.current = 200

    async def look(pilot: Pilot[None], review: Review) -> None:
        lines = screen(pilot).splitlines()
        at = next(i for i, line in enumerate(lines) if "Line 200" in line)
        assert abs(at - len(lines) // 2) <= 2
        assert all(len(line) <= size[0] for line in lines)

    play(review, size=size, then=look)


def test_a_click_selects(review: Review) -> None:
    async def click(pilot: Pilot[None], review: Review) -> None:
        lines = screen(pilot).splitlines()
        row = next(i for i, line in enumerate(lines) if "left •" in line)
        await pilot.click(ArticleView, offset=(lines[row].index("left •") + 6 + 1, row))
        assert review.current == 3

    play(review, then=click)


def test_nothing_in_an_article_reaches_the_terminal(found: Found, tmp_path: Path) -> None:
    hostile = "A \x1b[31mred \x9b2J \x07 [b]bold[/b] [@click=quit]x[/] \u202eright Mosca.\n"
    review = Review([found(hostile, [("Mosca", "\x1b]0;title\x07", "rule[/b]")])], tmp_path / "decisions.json")

    async def look(pilot: Pilot[None], review: Review) -> None:
        shown = screen(pilot)
        assert "A ␛[31mred \ufffd2J ␇ [b]bold[/b] [@click=quit]x[/] \ufffdright" in shown
        assert "\x1b" not in shown

    play(review, then=look)
    assert plain("a\tb\x00") == "a    b␀"


def test_help_lists_the_keys_and_closes(review: Review) -> None:
    async def look(pilot: Pilot[None], review: Review) -> None:
        assert len(pilot.app.screen_stack) == 2
        await pilot.press("y", "escape")
        assert len(pilot.app.screen_stack) == 1

    play(review, "question_mark", then=look)
    assert states(review) == "ooooo oo"


# ---- the command


def test_without_a_terminal_it_says_what_does_without(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The envoy left.\n")
    command = [sys.executable, "-m", "cleanup", "review", str(tmp_path / "a.txt")]
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "cleanup: review needs a terminal; `cleanup fix` writes review.html, which does without\n"


def test_it_refuses_before_anything_is_examined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def examine() -> list[FileFindings]:
        pytest.fail("examined")

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    article = tmp_path / "a.txt"
    article.write_text("The envoy left.\n")
    items = [Input(article, Path("a.txt"))]
    (tmp_path / "decisions.json").write_text("{}")
    with pytest.raises(DecisionError, match="not a decisions file"):
        review_files(items, examine, tmp_path / "decisions.json", None)
    with pytest.raises(UserError, match="would overwrite its input"):
        review_files(items, examine, None, tmp_path)
    assert (tmp_path / "decisions.json").read_text() == "{}"
    assert review_files(items, list, tmp_path / "other.json", None) == ["nothing found, nothing to review"]


# ---- a real terminal

RULES = """\
id: own-exonym
category: exonym
message: “Moskwy” is “Moscow” in English.
why: A rule of this test.
applicability: safe
match: '\\bMoskwy\\b'
replace: 'Moscow'
examples:
  - bad: He left Moskwy early.
    good: He left Moscow early.
  - bad: The road to Moskwy is long.
    good: The road to Moscow is long.
  - good: Moscow is far.
  - good: She stayed at home.
"""


class Terminal:
    """A process in a terminal of its own, 80 × 24."""

    def __init__(self, *command: object) -> None:
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            os.environ |= {"TERM": "xterm-256color"}
            os.execv(sys.executable, [sys.executable, "-m", "cleanup", *map(str, command)])
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.output = ""

    def wait_for(self, done: Callable[[], bool]) -> None:
        until = time.monotonic() + 60
        while not done():
            assert time.monotonic() < until, self.output[-2000:]
            if select.select([self.handle], [], [], 0.05)[0]:
                self.output += self._read()

    def _read(self) -> str:
        try:
            return os.read(self.handle, 65536).decode("utf-8", "replace")
        except OSError:
            pytest.fail(f"the program has ended: {self.output[-2000:]}")

    def press(self, key: str) -> None:
        os.write(self.handle, key.encode())

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.handle)


@pytest.fixture
def command(tmp_path: Path) -> list[object]:
    (tmp_path / "rules.yaml").write_text(RULES, encoding="utf-8")
    (tmp_path / "articles").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "articles" / name).write_text(
            "The envoy left Moskwy. Nobody in Moskwy saw her.\n", encoding="utf-8"
        )
    options = ["--rules", tmp_path / "rules.yaml", "--select", "own-exonym", "--no-languagetool", "--no-cache"]
    return ["review", tmp_path / "articles", "-o", tmp_path / "out", *options]


def test_what_is_typed_before_the_article_is_seen_decides_nothing(command: list[object], tmp_path: Path) -> None:
    saved = tmp_path / "out" / "decisions.json"
    terminal = Terminal(*command)
    terminal.press("yyn")  # while Python still starts
    terminal.wait_for(lambda: "0 of 4" in terminal.output)
    terminal.press("n")
    terminal.wait_for(lambda: saved.exists() and any(d.is_decided for d in load(saved).files[0].decisions))
    assert [d.state for file in load(saved).files for d in file.decisions] == [State.REJECTED, *[State.OPEN] * 3]
    terminal.kill()


def test_a_killed_review_loses_nothing_and_goes_on(command: list[object], tmp_path: Path) -> None:
    saved = tmp_path / "out" / "decisions.json"

    def decided() -> str:
        return "".join(d.state.value[0] for file in load(saved).files for d in file.decisions) if saved.exists() else ""

    first = Terminal(*command)
    first.wait_for(lambda: "0 of 4" in first.output)
    first.press("y")
    first.press("n")
    first.wait_for(lambda: decided() == "aroo")
    first.kill()
    assert decided() == "aroo"

    second = Terminal(*command)
    second.wait_for(lambda: "2 of 4" in second.output)
    second.press("A")
    second.wait_for(lambda: decided() == "araa")
    second.press("q")
    second.wait_for(lambda: "final articles written to" in second.output)
    os.waitpid(second.pid, 0)
    os.close(second.handle)
    texts = [(tmp_path / "out" / name).read_text(encoding="utf-8") for name in ("a.txt", "b.txt")]
    assert texts == [
        "The envoy left Moscow. Nobody in Moskwy saw her.\n",
        "The envoy left Moscow. Nobody in Moscow saw her.\n",
    ]
