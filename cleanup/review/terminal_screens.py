"""What opens over the article: the keys, a line to type in, the filters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from cleanup.review.terminal_review import Filter, Kind

_LINE_END = "⏎"


class Key(NamedTuple):
    """A key: the names Textual knows it by, how it is shown, what it does, in one word and in a sentence."""

    names: tuple[str, ...]
    shown: str
    action: str
    short: str
    sentence: str


KEYS = (
    Key(("y",), "y", "accept", "yes", "accept, and go on to the next open change"),
    Key(("n",), "n", "reject", "no", "reject: the original stays"),
    Key(("e",), "e", "edit", "edit", "put in your own text"),
    *(
        Key((str(n),), "1 … 9" if n == 1 else "", f"choose({n})", "", "accept that proposal" if n == 1 else "")
        for n in range(1, 10)
    ),
    Key(("a",), "a", "accept_rule", "all", "accept all that is open of this rule in this article"),
    Key(("d",), "d", "reject_rest", "", "reject all that is still open in this article (git add -p)"),
    Key(("A",), "A", "accept_rest", "", "accept all that is still open in this article"),
    Key(("u",), "u", "undo", "undo", "undo, also what a, d and A did"),
    Key(("tab",), "tab", "next_open", "next", "next change that is not decided"),
    Key(("j", "down", "right"), "j ↓", "move(1)", "", "next change"),
    Key(("k", "up", "left"), "k ↑", "move(-1)", "", "previous change"),
    Key(("right_square_bracket",), "]", "move_file(1)", "", "next article"),
    Key(("left_square_bracket",), "[", "move_file(-1)", "", "previous article"),
    Key(("space", "pagedown"), "space", "scroll_article(1)", "", "read on; PgUp: read back"),
    Key(("pageup",), "", "scroll_article(-1)", "", ""),
    Key(("c",), "c", "comment", "", "write a comment on the change"),
    Key(("slash",), "/", "search", "find", "search; Enter again finds the next one"),
    Key(("f",), "f", "filter", "filter", "visit only some: a rule, safe ones, suggested ones"),
    Key(("question_mark", "f1"), "?", "help", "help", "these keys"),
    Key(("q", "ctrl+c"), "q", "quit", "quit", "leave; every decision is saved already"),
)


class HelpScreen(ModalScreen[None]):
    """The keys, and what happens to what nobody decides."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape,q,question_mark,enter", "dismiss", "Close")]

    def compose(self) -> ComposeResult:
        """A box that scrolls where the window is low."""
        text = Text()
        for key in KEYS:
            if key.shown:
                text.append(f"{key.shown:>6}  ", "bold").append(f"{key.sentence}\n")
        text.append("\n• open  ✓ accepted  ✗ rejected  ✎ your own text\n", "bold")
        text.append(
            "What nobody decides stays as fix left it: safe changes are made, suggestions are not. "
            "a, d and A take only what the filter shows. Esc closes this."
        )
        with VerticalScroll(classes="box"):
            yield Static(text)


class AskScreen(ModalScreen[str | None]):
    """A line to type in; Enter takes it, Esc does not. A line end in the text is shown, and can be typed, as ⏎."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(None)", "Leave")]

    def __init__(self, what: str, start: str = "", line_end: str = "\n") -> None:
        super().__init__()
        self._what = what
        self._start = start
        self._line_end = line_end

    def compose(self) -> ComposeResult:
        """The question and the line."""
        with Vertical(classes="box line"):
            yield Static(f"{self._what}  [dim]Enter takes it, Esc leaves it[/dim]")
            yield Input(self._start.replace("\r\n", _LINE_END).replace("\n", _LINE_END), compact=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the text back, with its line ends."""
        self.dismiss(event.value.replace(_LINE_END, self._line_end))


class FilterScreen(ModalScreen[Filter | None]):
    """Rules and kinds to choose from; the rule and the kind hold together."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,f", "dismiss(None)", "Leave"),
        ("j", "list('cursor_down')", "Down"),
        ("k", "list('cursor_up')", "Up"),
    ]

    def __init__(self, now: Filter, kinds: Mapping[Kind, int], rules: Mapping[str, int]) -> None:
        super().__init__()
        self._now = now
        self._choices: list[tuple[str, Filter]] = [("Everything", Filter())]
        self._choices += [(f"{kind} ({count})", Filter(now.rule, kind)) for kind, count in kinds.items()]
        self._choices += [(f"{rule} ({count})", Filter(rule, now.kind)) for rule, count in rules.items()]

    def compose(self) -> ComposeResult:
        """The list, what holds now marked."""
        now = self._now
        options: list[Option | None] = []
        for index, (label, chosen) in enumerate(self._choices):
            if index in (1, 1 + sum(1 for _, c in self._choices[1:] if c.rule == now.rule)):
                options.append(None)
            holds = chosen == now
            options.append(Option(Text(f"{'✓' if holds else ' '} {label}"), id=str(index)))
        with Vertical(classes="box"):
            yield Static("Visit only…  [dim]Enter takes it, Esc leaves it[/dim]")
            yield OptionList(*options, compact=True)

    def action_list(self, name: str) -> None:
        """Move in the list as in the article."""
        getattr(self.query_one(OptionList), f"action_{name}")()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the choice back."""
        assert event.option_id is not None
        self.dismiss(self._choices[int(event.option_id)][1])
