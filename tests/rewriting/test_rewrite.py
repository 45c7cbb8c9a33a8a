"""--rewrite from end to end: what becomes of a rewrite among the other passes, and what is never done with it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from cleanup.article import Article
from cleanup.cache import means_of
from cleanup.cleaner import Cleaner
from cleanup.confidence import Calibration, Limits, Weights
from cleanup.edits import Applicability, Change, Edit
from cleanup.passes.rewrite import Rewrite
from cleanup.pipeline import Result, run
from cleanup.resources import Resources
from cleanup.session import Options
from cleanup.verifier import Verifier
from tests.program import program, write_pack
from tests.rewriting.conftest import Answer, ChatServer

TEXT = "The crew of the ferry they waited up the pilot for two hours. The harbour did not open. Nobody was hurt."
BETTER = "The crew of the ferry waited for the pilot for two hours. The harbour did not open. Nobody was hurt."
PLAIN = TEXT.replace(" they", "")  # nothing that a rule of ours finds
QUIET = ("--no-languagetool", "--no-model", "--no-cache", "--rules", "pack")


class Told:
    """A rewriter that replaces phrases; it remembers what it was asked, and takes no more than so many characters."""

    def __init__(self, *pairs: tuple[str, str], longest: int = 1000) -> None:
        self.pairs = pairs
        self.longest = longest
        self.asked: list[str] = []

    def fits(self, text: str) -> bool:
        return len(text) <= self.longest

    def rewrite(self, texts: Sequence[str]) -> list[str]:
        self.asked += texts
        return [self._rewritten(text) for text in texts]

    def _rewritten(self, text: str) -> str:
        for old, new in self.pairs:
            text = text.replace(old, new)
        return text


class Finds:
    """A pass with one edit."""

    name = "finds"

    def __init__(self, old: str, new: str, applicability: Applicability, confidence: float = 0.1) -> None:
        self.old, self.new, self.applicability, self.confidence = old, new, applicability, confidence

    def __call__(self, article: Article) -> Iterator[Edit]:
        at = article.text.find(self.old)
        replacements = (self.new,) if self.new else ()
        if at >= 0:
            end = at + len(self.old)
            yield Edit(
                at, end, self.old, replacements, "finds", "lexis", self.applicability, self.confidence, "x", "finds"
            )


def rewritten(rewriter: Told, text: str = TEXT, *others: Finds, unsafe: bool = False) -> Result:
    return run(Article(text, text), others, [Rewrite(Resources(rewriter=rewriter))], unsafe=unsafe)


def told(changes: Sequence[Change]) -> list[tuple[str, str, tuple[str, ...], bool]]:
    return [(c.original, c.text, c.rules, c.applied) for c in changes]


THEY = (" they waited up", " waited for")


def test_a_rewrite_becomes_suggestions() -> None:
    result = rewritten(Told((" they waited up", " waited for")))
    assert told(result.changes) == [
        (" they", "", ("rewrite-wording",), False),
        ("up", "for", ("rewrite-wording",), False),
    ]
    assert result.text == TEXT


@pytest.mark.parametrize("rewrite", ["", TEXT, "Soup."])
def test_nothing_is_applied_whatever_the_model_writes(rewrite: str) -> None:
    assert rewritten(Told((TEXT, rewrite))).text == TEXT


def test_unsafe_fixes_apply_suggestions_but_no_facts_and_only_once() -> None:
    rewriter = Told(THEY, ("two hours", "two long hours"), ("did not open", "did open"))
    result = rewritten(rewriter, unsafe=True)
    assert result.text == BETTER.replace("two hours", "two long hours")
    # What the first rewrite left is gone with it: the paragraph is the model's own now, and is not given to it again.
    assert len(rewriter.asked) == 1


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("did not open", "did open", ["rewrite-fact"]),
        ("two hours", "three hours", []),
        ("two hours", "hours", ["rewrite-fact"]),
        ("ferry", "Svea Ferry", []),
        ("The harbour did not open. ", "", ["rewrite-refused"]),
        ("Nobody was hurt.", "Nobody was hurt. I left the rest as it was.", ["rewrite-refused"]),
        (TEXT, "", ["rewrite-refused"]),
        (TEXT, "Sailors sat about all afternoon; the port stayed shut; all are fine.", ["rewrite-refused"]),
    ],
)  # fmt: skip
def test_what_is_shown_or_dropped(old: str, new: str, rule: list[str]) -> None:
    result = rewritten(Told((old, new)))
    assert [name for change in result.changes for name in change.rules] == rule
    assert all(change.applicability is Applicability.DISPLAY for change in result.changes)


def test_every_other_pass_speaks_first() -> None:
    rewriter = Told(THEY)
    for applicability in (Applicability.UNSAFE, Applicability.DISPLAY):
        result = rewritten(rewriter, TEXT, Finds("up the pilot", "on the pilot", applicability))
        assert [(c.original, c.rules) for c in result.changes] == [
            (" they", ("rewrite-wording",)),
            ("up", ("finds",)),
        ]
    # a doubt without a candidate is answered
    result = rewritten(rewriter, TEXT, Finds("waited up", "", Applicability.DISPLAY, 0.9))
    assert [(c.original, c.rules) for c in result.changes] == [
        (" they", ("rewrite-wording",)),
        ("up", ("rewrite-wording",)),
    ]
    # and what was repaired stays so
    result = rewritten(Told(("waited on", "waited for")), TEXT, Finds("waited up", "waited on", Applicability.SAFE))
    assert [(c.text, c.rules) for c in result.changes] == [("on", ("finds",))]


def test_the_same_article_gives_the_same_edits_and_is_asked_about_once() -> None:
    rewriter = Told(THEY)
    each = Rewrite(Resources(rewriter=rewriter))
    article = Article(f"{TEXT}\n\n{TEXT}", f"{TEXT}\n\n{TEXT}")
    first = list(each(article))
    rewriter.pairs = ()
    assert list(each(article)) == first
    assert len(first) == 4
    assert rewriter.asked == [TEXT]


def test_paragraphs_are_cut_at_sentence_ends_to_what_fits() -> None:
    rewriter = Told(THEY, longest=70)
    assert len(rewritten(rewriter).changes) == 2
    assert rewriter.asked == [TEXT[:61], TEXT[62:]]
    rewriter = Told(THEY, longest=50)
    assert not rewritten(rewriter).changes
    assert rewriter.asked == [TEXT[62:]]


def test_titles_code_and_addresses_are_not_sent(resources: Resources) -> None:
    rewriter = Told()
    cleaner = Cleaner(resources, [Rewrite(Resources(rewriter=rewriter))])
    cleaner.clean("Two words\n\n`some code in here`\n\nhttps://example.org/a-b-c-d\n")
    assert rewriter.asked == []


def test_apostrophes_are_those_of_the_article() -> None:
    result = rewritten(Told(("Anns", "Ann's")), "The pilot’s wife met Anns mother.")
    assert [change.text for change in result.changes] == ["Ann’s"]


class Tags:
    """A tagger that has one opinion."""

    def __init__(self, opinion: float) -> None:
        self.opinion = opinion

    def delta(self, before: Sequence[str], after: Sequence[str]) -> list[float]:
        return [self.opinion] * len(before)


@pytest.mark.parametrize(("opinion", "confidence"), [(9.0, 0.7), (-1.0, 0.7), (-9.0, 0.2)])
def test_no_witness_makes_hearsay_safe_and_the_tagger_may_doubt_it(opinion: float, confidence: float) -> None:
    text = TEXT
    rewrite = Rewrite(Resources(rewriter=Told(THEY)))
    weights = {"unsafe": Weights()}
    verifier = Verifier(Calibration(weights, weights, Limits(promote=0.1)), lambda: Tags(opinion))  # type: ignore[arg-type,return-value]
    edits = verifier(Article(text, text), list(rewrite(Article(text, text))))
    assert {edit.applicability for edit in edits} == {Applicability.UNSAFE}
    assert [round(edit.confidence, 2) for edit in edits] == [confidence] * 2


def test_another_model_is_another_run(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "weights").write_text("1", encoding="utf-8")
    some = [
        Options(),
        Options(rewrite="openai:a", base_url="http://localhost/v1"),
        Options(rewrite="openai:b", base_url="http://localhost/v1"),
        Options(rewrite="openai:a", base_url="http://localhost:8080/v1"),
        Options(rewrite=str(folder)),
    ]
    means = [means_of(each) for each in some]
    (folder / "weights").write_text("22", encoding="utf-8")
    assert len({*means, means_of(Options(rewrite=str(folder)))}) == 6


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    write_pack(tmp_path / "pack")
    (tmp_path / "a.txt").write_text(PLAIN + "\n", encoding="utf-8")
    return tmp_path


def server_says(server: ChatServer, answer: Callable[[str], Answer]) -> tuple[str, ...]:
    server.answer = answer
    return ("--rewrite", "openai:small", "--base-url", server.url)


def test_check_and_fix_as_typed(place: Path, chat_server: ChatServer) -> None:
    model = server_says(chat_server, lambda text: text.replace("waited up", "waited for").replace("did not", "did"))
    done = program("check", "a.txt", *QUIET, *model, "--output-format", "json", cwd=place)
    assert (done.returncode, done.stderr) == (0, "")
    (file,) = json.loads(done.stdout)["files"]
    found = [(e["original"], e["replacements"], e["rule"], e["applicability"], e["source"]) for e in file["edits"]]
    assert ("up", ["for"], "rewrite-wording", "unsafe", "rewrite") in found
    assert (" not", [""], "rewrite-fact", "display", "rewrite") in found
    fixed = program("fix", "a.txt", "-o", "out", *QUIET, *model, "--unsafe-fixes", cwd=place)
    assert fixed.returncode == 0
    assert (place / "out" / "a.txt").read_text(encoding="utf-8") == PLAIN.replace("waited up", "waited for") + "\n"


def test_settings_may_name_the_model(place: Path, chat_server: ChatServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    chat_server.answer = lambda text: text.replace("waited up", "waited for")
    settings = f'rewrite = "openai:small"\nbase-url = "{chat_server.url}"\n'
    (place / "cleanup.toml").write_text(settings, encoding="utf-8")
    done = program("check", "a.txt", *QUIET, cwd=place)
    assert "rewrite-wording" in done.stdout
    assert chat_server.keys == [None]  # the settings may have come with the articles
    off = program("check", "a.txt", *QUIET, "--config", 'rewrite=""', cwd=place)
    assert "rewrite-wording" not in off.stdout


def test_a_known_article_is_not_sent_again(
    place: Path, own_cache: Path, chat_server: ChatServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLEANUP_CACHE_DIR", str(own_cache))
    model = server_says(chat_server, lambda text: text.replace("waited up", "waited for"))
    known = [each for each in QUIET if each != "--no-cache"]
    first, second = (program("check", "a.txt", *known, *model, cwd=place) for _ in range(2))
    assert first.stdout == second.stdout != ""
    assert len(chat_server.questions) == 1


def test_a_server_that_fails_ends_the_run_with_one_line(place: Path, chat_server: ChatServer) -> None:
    done = program("check", "a.txt", *QUIET, *server_says(chat_server, lambda text: 404), cwd=place)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"cleanup: {chat_server.url} refused the text for small with 404")
    assert done.stderr.count("\n") == 1
    done = program("check", "a.txt", *QUIET, "--rewrite", "openai:small", cwd=place)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "add --base-url URL" in done.stderr
    done = program("check", "a.txt", *QUIET, "--base-url", chat_server.url, cwd=place)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "add --rewrite openai:NAME" in done.stderr
