"""Review in the terminal: the article with its changes in place, one key a decision, saved before the next key."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from rich.segment import Segment
from rich.text import Text
from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, VerticalScroll
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Static

from cleanup.decisions import Decision, load
from cleanup.errors import UserError
from cleanup.findings import FileFindings
from cleanup.inputs import Input
from cleanup.outputs import DECISIONS, Writer
from cleanup.reports.counts import counted
from cleanup.reports.levels import plain
from cleanup.review.apply import apply_file
from cleanup.review.terminal_article import ArticleText
from cleanup.review.terminal_panel import panel
from cleanup.review.terminal_review import Filter, Review
from cleanup.review.terminal_screens import KEYS, AskScreen, FilterScreen, HelpScreen

_BAR = 20  # columns of the progress bar
READABLE = 100  # columns of text; longer lines tire
WIDE = 100  # columns from which the reason stands beside the article, not below it


class ArticleView(ScrollView):
    """The lines of an article, the current change in the middle."""

    class Clicked(Message):
        """A change was clicked: its number in the article."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, *, colour: bool) -> None:
        super().__init__(id="article")
        self.can_focus = False
        self._colour = colour
        self._texts: dict[int, ArticleText] = {}
        self._shown: tuple[ArticleText, Sequence[Decision], int | None] | None = None
        self._lines: list[Strip] = []

    def show(self, number: int, file: FileFindings, decisions: Sequence[Decision], current: int | None) -> None:
        """Show the article of this number with its decisions, and scroll to the change of number `current`."""
        if number not in self._texts:
            self._texts[number] = ArticleText(file, colour=self._colour)
        self._shown = self._texts[number], decisions, current
        self._lay_out()

    def on_resize(self) -> None:
        """Lay the text out for the new width."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = min(self.scrollable_content_region.width, READABLE)
        if self._shown is None or width < 1:
            return
        text, decisions, current = self._shown
        lines, at = text.lines(decisions, current, width)
        console = self.app.console
        self._lines = [Strip(line.render(console, end="")) for line in lines]
        self.virtual_size = Size(width, len(lines))
        self.scroll_to(y=max(0, at - self.scrollable_content_region.height // 2), animate=False, force=True)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line at `y` of the window."""
        number = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        line = self._lines[number] if number < len(self._lines) else Strip([Segment("")])
        return line.adjust_cell_length(width, self.rich_style).apply_style(self.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Tell which change was clicked."""
        number = event.style.meta.get("change")
        if isinstance(number, int):
            self.post_message(self.Clicked(number))


class ReviewApp(App[None]):
    """The screen of a review."""

    CSS_PATH = "terminal.tcss"
    ENABLE_COMMAND_PALETTE = False
    NOTIFICATION_TIMEOUT = 3  # seconds
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 — an instance variable of App
    BINDINGS: ClassVar[list[BindingType]] = [Binding(",".join(k.names), k.action, k.short, show=False) for k in KEYS]

    def __init__(self, review: Review, *, colour: bool | None = None) -> None:
        super().__init__()
        self.review = review
        self._colour = "NO_COLOR" not in os.environ if colour is None else colour

    def compose(self) -> ComposeResult:
        """The header with the progress, the article, the panel, the keys."""
        with Horizontal(id="header"):
            yield Static(id="title")
            yield Static(id="progress")
        with Container(id="body"):
            yield ArticleView(colour=self._colour)
            with VerticalScroll(id="panel", can_focus=False):
                yield Static(id="change")
        yield Static("  ".join(f"[b]{k.shown}[/b] {k.short}" for k in KEYS if k.short), id="keys")

    def on_mount(self) -> None:
        """Show where the reviewer stands."""
        self._show()
        if self.review.lost:
            self.notify(f"{self.review.lost} earlier decisions have no place here any more; they are kept in the file.")

    def _show(self) -> None:
        review = self.review
        spot = review.spot
        decisions = review.decisions_of(spot.file)
        shown = None if review.is_filtered_out else spot.number
        self.query_one(ArticleView).show(spot.file, review.file, decisions, shown)
        self.query_one("#change", Static).update(panel(review, colour=self._colour))
        self.query_one("#panel").scroll_home(animate=False)
        self.query_one("#progress", Static).update(_bar(review.decided, len(review.spots)))
        self.query_one("#title", Static).update(self._title())

    def _title(self) -> Text:
        review = self.review
        title = Text(no_wrap=True, overflow="ellipsis").append(plain(Path(review.file.path).name), "bold")
        if len(review.files) > 1:
            title.append(f"  {review.spot.file + 1}/{len(review.files)}")
        title.append(f"  change {review.spot.number + 1}/{len(review.file.findings)}")
        if review.filter != Filter():
            title.append(f"  only {review.filter}", "bold")
        return title

    def _tell(self, happened: object, otherwise: str) -> None:
        """Show the new state; where nothing happened, say why."""
        self._show()
        if not happened:
            self.notify(otherwise)

    def _decide(self, decide: Callable[[], object], otherwise: str = "") -> None:
        """Decide, and say what is left; a decision that cannot be saved is not taken."""
        if self.review.is_filtered_out:
            self.notify("No change passes the filter; f takes it away.")
            return
        try:
            happened = decide()
        except UserError as error:
            self.notify(f"Not decided: {error}", severity="error", timeout=10)
            return
        self._show()
        if happened is not None and not happened:
            self.notify(otherwise)
        elif self.review.decided == len(self.review.spots):
            self.notify("Every change is decided. q leaves; u takes the last one back.")
        elif type(happened) is int and happened > 1:
            self.notify(f"{happened} changes decided; u takes them back.")

    def action_accept(self) -> None:
        """Accept the first proposal."""
        self._decide(self.review.accept, "No proposal here: n leaves the text, e puts in your own.")

    def action_choose(self, choice: int) -> None:
        """Accept the proposal of that number, from 1."""
        self._decide(lambda: self.review.accept(choice - 1), f"There is no proposal {choice} here.")

    def action_reject(self) -> None:
        """Leave the original."""
        self._decide(self.review.reject)

    def action_accept_rule(self) -> None:
        """Accept all of this rule in this article."""
        self._decide(self.review.accept_rule, "No open change of this rule with a proposal is left in this article.")

    def action_accept_rest(self) -> None:
        """Accept the rest of the article."""
        self._decide(self.review.accept_rest, "No open change with a proposal is left in this article.")

    def action_reject_rest(self) -> None:
        """Reject the rest of the article."""
        self._decide(self.review.reject_rest, "No open change is left in this article.")

    def action_undo(self) -> None:
        """Take the last decision back."""
        try:
            happened = self.review.undo()
        except UserError as error:
            self.notify(f"Not undone: {error}", severity="error", timeout=10)
        else:
            self._tell(happened, "Nothing to undo in this sitting.")

    def action_edit(self) -> None:
        """Ask for the reviewer's own text."""
        decision = self.review.decision()
        text = decision.outcome if decision.is_decided else next(iter(decision.replacements), None)
        start = decision.original if text is None else text
        end = "\r\n" if "\r\n" in decision.original + start else "\n"
        self._ask("Your own text", start, lambda text: self._decide(lambda: self.review.edit(text)), line_end=end)

    def action_comment(self) -> None:
        """Ask for a comment."""
        self._ask(
            "Comment",
            self.review.decision().comment or "",
            lambda text: self._decide(lambda: self.review.comment(text)),
        )

    def action_search(self) -> None:
        """Ask what to look for."""
        self._ask("Search", self._searched, self._search)

    _searched = ""

    def _search(self, text: str) -> None:
        self._searched = text
        if text:
            self._tell(self.review.search(text), f"“{text}” is in no change.")

    def _ask(self, what: str, start: str, then: Callable[[str], None], line_end: str = "\n") -> None:
        def answered(text: str | None) -> None:
            if text is not None:
                then(text)

        self.push_screen(AskScreen(what, start, line_end), answered)

    def action_filter(self) -> None:
        """Ask which changes to visit."""

        def answered(chosen: Filter | None) -> None:
            if chosen is not None:
                self.review.set_filter(chosen)
                self._show()

        self.push_screen(FilterScreen(self.review.filter, self.review.kinds(), self.review.rules()), answered)

    def action_move(self, step: int) -> None:
        """Go to the next or previous change."""
        self._tell(self.review.move(step), "That was the last change." if step > 0 else "That was the first change.")

    def action_move_file(self, step: int) -> None:
        """Go to the next or previous article."""
        self._tell(self.review.move_file(step), "That was the last article." if step > 0 else "This is the first one.")

    def action_next_open(self) -> None:
        """Go to the next change that is not decided."""
        self._tell(self.review.next_open(), "Every change is decided.")

    def action_scroll_article(self, pages: int) -> None:
        """Read on without leaving the change."""
        view = self.query_one(ArticleView)
        view.scroll_relative(y=pages * (view.size.height - 2), animate=False)

    def action_help(self) -> None:
        """Show the keys."""
        self.push_screen(HelpScreen())

    def on_article_view_clicked(self, message: ArticleView.Clicked) -> None:
        """Go to the change that was clicked."""
        self.review.go_to(self.review.spot._replace(number=message.number))
        self._show()


def _bar(done: int, total: int) -> str:
    """How much is done, to be read without colour too; the last cell is for the last change."""
    cells = _BAR * done // total
    return f"{'█' * cells}{'░' * (_BAR - cells)} [b]{done} of {total}[/b]"


def review_files(
    items: Sequence[Input], examine: Callable[[], Sequence[FileFindings]], decisions: Path | None, output: Path | None
) -> list[str]:
    """Review in the terminal what `examine` finds; what to tell afterwards.

    The final articles go to `output` once every change is decided. Raises UserError, before anything is examined, where
    there is no terminal, or a file cannot be used or would be overwritten.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UserError("review needs a terminal; `cleanup fix` writes review.html, which does without")
    path = decisions or (output / DECISIONS if output else Path(DECISIONS))
    writer = Writer(items, output, in_place=False, final=True) if output else None
    if path.exists():
        load(path)
    found = examine()
    if not any(file.findings for file in found):
        return ["nothing found, nothing to review"]
    review = Review(found, path, _reviewer())
    app = ReviewApp(review)
    _forget_keys()
    app.run()
    if app.return_code:
        raise UserError(f"the review broke off; its decisions are kept in {path}, and the same command goes on")
    told = [f"{review.decided} of {counted(len(review.spots), 'change')} decided; kept in {path}"]
    if review.decided < len(review.spots):
        return [*told, "the same command goes on where you stopped"]
    if writer is None:
        return [*told, f"`cleanup apply {path} -o DIR` writes the final articles"]
    return [*told, _write(writer, items, found, review)]


def _write(writer: Writer, items: Sequence[Input], found: Sequence[FileFindings], review: Review) -> str:
    """Write the final articles, with the reports that belong to them."""
    read = {file.path: file for file in found}
    finals = []
    for item in items:
        file, decided = read.get(str(item.path)), review.batch.file(str(item.path))
        if file is not None:
            finals.append(apply_file(item.path, decided).file if decided else file)
            writer.write(item, finals[-1])
    writer.write_report(finals)
    return f"final articles written to {writer.where}"


def _forget_keys() -> None:
    """Leave out what was typed while the articles were examined: it would decide on changes that nobody has seen."""
    try:
        import termios
    except ModuleNotFoundError:  # Windows
        return
    with suppress(termios.error, OSError):
        termios.tcflush(sys.stdin, termios.TCIFLUSH)


def _reviewer() -> str | None:
    """The name of whoever is logged in, if the system knows one."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ModuleNotFoundError):
        return None
