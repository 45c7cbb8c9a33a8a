"""Settings: which file holds, which rules are on, how severe they are, and what is said about mistakes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cleanup.config import ConfigError, Configuration, read_file
from cleanup.edits import Applicability, Edit
from cleanup.selection import Selection, Severity, matches
from tests.program import program, write_pack

TEXT = "The blarg stood by the flurb, near a snarf.\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with an article and a pack of three rules."""
    write_pack(tmp_path / "pack")
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def edit(rule: str, category: str = "fused", applicability: Applicability = Applicability.SAFE) -> Edit:
    return Edit(0, 1, "a", ("b",), rule, category, applicability, 0.9, "m", "s")


@pytest.mark.parametrize(
    ("select", "ignore", "rules"),
    [
        (["all"], [], ["fused-name-word", "fused-words", "languagetool/X"]),
        (["all"], ["fused"], ["languagetool/X"]),
        (["all"], ["fused-name"], ["fused-words", "languagetool/X"]),
        (["fused-name-word"], [], ["fused-name-word"]),
        (["all", "fused-name-word"], ["fused"], ["fused-name-word", "languagetool/X"]),
        (["all"], ["languagetool"], ["fused-name-word", "fused-words"]),
        (["fused-words"], ["fused-words"], []),
        (["fused-w"], [], []),  # a beginning ends at a hyphen
    ],
)
def test_the_closer_name_decides(select: list[str], ignore: list[str], rules: list[str]) -> None:
    keep = Selection(tuple(select), tuple(ignore)).filter_for(Path("a.txt"))
    edits = [edit("fused-name-word"), edit("fused-words"), edit("languagetool/X", "grammar")]
    assert [e.rule for e in edits if keep is None or keep(e)] == rules


def test_severity_by_name_and_that_of_the_most_severe_edit() -> None:
    selection = Selection(severities=(("fused", Severity.NOTE), ("fused-words", Severity.WARNING)))
    assert selection.severity([edit("fused-name-word")]) is Severity.NOTE
    assert selection.severity([edit("fused-words")]) is Severity.WARNING
    assert selection.severity([edit("fused-name-word"), edit("fused-words")]) is Severity.WARNING
    assert selection.severity([edit("byline", "metadata", Applicability.DISPLAY)]) is Severity.NOTE
    assert selection.severity([edit("byline", "metadata")]) is Severity.ERROR


@pytest.mark.parametrize(
    ("pattern", "fits"),
    [
        ("a.txt", True),
        ("*.txt", True),
        ("news", True),
        ("news/", True),
        ("news/*", True),
        ("./news/2024/*.txt", True),
        ("2024", True),
        ("old/*", False),
        ("*.md", False),
    ],
)
def test_patterns(tmp_path: Path, pattern: str, fits: bool) -> None:
    assert matches(tmp_path / "news" / "2024" / "a.txt", pattern, tmp_path) is fits


def test_the_nearest_file_holds_alone(place: Path) -> None:
    write(place / "pyproject.toml", '[tool.cleanup]\nignore = ["fused"]\nsource-lang = "it"\n')
    near = write(place / "news" / "cleanup.toml", 'ignore = ["order"]\n')
    write(place / "news" / "pyproject.toml", "[tool.other]\nx = 1\n")
    configuration = Configuration()
    assert configuration.for_path(place / "news" / "a.txt").file == near
    assert configuration.for_path(Path("news/deep/er/a.txt")).settings.ignore == ["order"]
    assert configuration.for_path(place / "news" / "a.txt").settings.source_lang == "auto"
    assert configuration.for_run().settings.source_lang == "it"
    assert Configuration(isolated=True).for_path(place / "news" / "a.txt").file is None


def test_a_pyproject_without_our_table_is_passed_over(place: Path) -> None:
    write(place / "cleanup.toml", 'fail-on = "note"\n')
    write(place / "news" / "pyproject.toml", '[project]\nname = "cleanup"\n')
    assert Configuration().for_path(place / "news" / "a.txt").settings.fail_on == "note"


@pytest.mark.parametrize("text", ["[tool.cleanup\nselect = []\n", "[tool]\ncleanup.slect = []\n"])
def test_a_pyproject_with_our_table_is_never_passed_over(text: str, place: Path) -> None:
    write(place / "pyproject.toml", text)
    with pytest.raises(ConfigError, match=r"pyproject\.toml:[12]: (not readable as TOML|unknown key 'slect')"):
        Configuration().for_path(place / "news" / "a.txt")


def test_paths_in_a_file_count_from_its_folder(place: Path) -> None:
    write(place / "cleanup.toml", 'rules = ["pack"]\nglossary = ["terms.yaml"]\nbaseline = "lists/base.txt"\n')
    settings = Configuration().for_path(place / "news" / "a.txt").settings
    assert (settings.rules, settings.glossary) == ([place / "pack"], [place / "terms.yaml"])
    assert settings.baseline == place / "lists" / "base.txt"


def test_the_command_line_is_stronger(place: Path) -> None:
    file = write(place / "cleanup.toml", 'select = ["fused"]\nignore = ["order"]\nfail-on = "note"\n')
    pairs = ["fail-on=warning", "source-lang = fr", 'severity.fused = "note"', "severity.order = error"]
    configured = Configuration({"ignore": ["article"], "source-lang": "es"}, pairs).for_path(Path("news/a.txt"))
    settings = configured.settings
    assert (settings.select, settings.ignore) == (["fused"], ["order", "article"])  # --ignore adds
    assert (settings.fail_on, settings.source_lang) == ("warning", "es")
    assert settings.severity == {"fused": Severity.NOTE, "order": Severity.ERROR}
    anew = Configuration({"select": ["order"]}).for_path(Path("news/a.txt")).settings
    assert (anew.select, anew.ignore) == (["order"], [])  # --select starts anew
    other = write(place / "other.toml", 'fail-on = "never"\n')
    assert Configuration(pairs=[str(other)]).for_path(file).settings.fail_on == "never"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('select = []\nignroe = ["x"]\n', 2, "unknown key 'ignroe'; did you mean 'ignore'?"),
        ("\nselect = 3\n", 2, "select: expected a list, got a number"),
        ('select = [\n  "fused",\n  "fused-wrods",\n]\n', 3, "unknown rule 'fused-wrods'; did you mean 'fused-words'?"),
        ('[severity]\nfused = "eror"\n', 2, "severity cannot be 'eror'; did you mean 'error'?"),
        ('[per-file-ignores]\n"*.md" = ["exonim"]\n', 2, "unknown rule 'exonim'; did you mean 'exonym'?"),
        ("x = \n", 1, "not readable as TOML"),
        ("languagetool = [1]\n", 1, "languagetool: expected true, false or a URL, got a list"),
        ("encoding = 1.5\n", 1, "encoding: expected a string, got a number"),
        ('fail-on = "erorr"\n', 1, "fail-on cannot be 'erorr'; did you mean 'error'?"),
        ('output-format = "jsonn"\n', 1, "output-format cannot be 'jsonn'; did you mean 'json'?"),
        ('source-lang = "xx"\n', 1, "source-lang cannot be 'xx'; known are auto, it, "),
    ],
)
def test_mistakes_are_named_with_file_and_line(place: Path, text: str, line: int, words: str) -> None:
    shared = "[project]\nname = 'x'\nselect = 'elsewhere'\n\n[tool.cleanup]\n"
    nested = text.replace("[severity]", "[tool.cleanup.severity]").replace("[per-f", "[tool.cleanup.per-f")
    for path, lines, content in (("cleanup.toml", 0, text), ("pyproject.toml", 5, shared + nested)):
        file = write(place / "news" / path, content)
        with pytest.raises(ConfigError) as error:
            Configuration().for_path(Path("news/a.txt"))
        assert str(error.value).startswith(f"{file}:{line + lines}: ")
        assert words in str(error.value)
        file.unlink()


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        (["slect=x"], "--config slect: unknown key 'slect'; did you mean 'select'?"),
        (["fail-on=always"], "--config fail-on: fail-on cannot be 'always'; known: error, warning, note, never"),
        (["select=['nonesuch-rule']"], "command line: select: unknown rule 'nonesuch-rule'"),
        (["a b=c"], "--config a b=c: not KEY=VALUE; known keys are select, "),
        (["none.toml"], "none.toml: cannot be read: No such file or directory"),
        (["a.toml", "b.toml"], "--config b.toml: a second file"),
        (["select=fused"], "--config select: select: expected a list, got a string; write select = "),
        (["ignore=['adjectiv']"], "command line: ignore: unknown rule 'adjectiv'; did you mean 'adjective'?"),
    ],
)
def test_mistakes_on_the_command_line(place: Path, pairs: list[str], words: str) -> None:
    with pytest.raises(ConfigError, match="^" + words.replace("[", r"\[").replace("?", r"\?").replace("(", r"\(")):
        Configuration(pairs=pairs).for_run()


def test_settings_as_toml_are_read_again(place: Path) -> None:
    write(
        place / "cleanup.toml",
        'ignore = ["order"]\nlanguagetool = "http://localhost:8081"\n'
        '[severity]\nfused = "note"\n[per-file-ignores]\n"a b/*.md" = ["spacing"]\n',
    )
    configured = Configuration().for_run()
    again = write(place / "again" / "cleanup.toml", configured.settings.as_toml())
    assert Configuration(pairs=[str(again)]).for_run().settings == configured.settings
    assert read_file(again)["languagetool"] == "http://localhost:8081"


def rules_found(place: Path, *options: str) -> list[str]:
    done = program(
        "check",
        "news",
        "--no-languagetool",
        "--no-model",
        "--rules",
        "pack",
        "--output-format",
        "json",
        *options,
        cwd=place,
    )
    assert done.stderr == ""
    return [e["rule"] for file in json.loads(done.stdout)["files"] for e in file["edits"]]


def test_options_as_typed(place: Path) -> None:
    assert rules_found(place) == ["test-table", "test-chair", "own-lamp"]
    assert rules_found(place, "--ignore", "test") == ["own-lamp"]
    assert rules_found(place, "--select", "test-chair,spelling") == ["test-chair", "own-lamp"]
    assert rules_found(place, "--per-file-ignores", "news/*:test,own-lamp") == []
    assert rules_found(place, "--per-file-ignores", "old/*:test") == ["test-table", "test-chair", "own-lamp"]


def test_an_ignored_rule_is_not_applied(place: Path) -> None:
    done = program("fix", "news", "-o", "out", "--no-languagetool", "--no-model", "--rules", "pack", "--unsafe-fixes",
                   "--ignore", "test-chair,own-lamp", cwd=place)  # fmt: skip
    assert done.returncode == 0
    assert (place / "out" / "a.txt").read_text(encoding="utf-8") == TEXT.replace("blarg", "table")


def test_settings_of_several_files_in_one_run(place: Path) -> None:
    write(
        place / "cleanup.toml",
        'rules = ["pack"]\nlanguagetool = false\nmodel = false\nexclude = ["attic"]\nfail-on = "note"\n',
    )
    write(place / "news" / "attic" / "b.txt", TEXT)
    write(place / "news" / "sport" / "c.txt", TEXT)
    write(
        place / "news" / "sport" / "cleanup.toml",
        'rules = ["../../pack"]\nlanguagetool = false\nmodel = false\nselect = ["own"]\n[severity]\nown = "error"\n',
    )
    done = program("check", "news", cwd=place)
    assert done.returncode == 1
    places = [line.split(" ")[:3] for line in done.stdout.splitlines()]
    assert ["news/sport/c.txt:1:38:", "error", "own-lamp:"] in places
    assert {p[0].split(":")[0] for p in places} == {"news/a.txt", "news/sport/c.txt"}
    named = program("check", "news/attic/b.txt", cwd=place)  # a file that is named is not excluded
    assert named.stdout.count("attic/b.txt") == 3


def test_show_settings(place: Path) -> None:
    write(place / "cleanup.toml", 'ignore = ["order"]\n')
    for command in ("check", "diff", "fix"):
        done = program(command, "news", "--show-settings", "--config", "fail-on=never", cwd=place)
        assert done.returncode == 0
        assert f"# from {place / 'cleanup.toml'}" in done.stdout
        assert 'ignore = ["order"]' in done.stdout
        assert 'fail-on = "never"' in done.stdout


def test_statistics(place: Path) -> None:
    write(place / "news" / "b.txt", "A blarg fell.\n")
    options = ("--no-languagetool", "--no-model", "--rules", "pack", "--statistics", "--exit-zero")
    lines = program("check", "news", *options, cwd=place).stdout.splitlines()
    assert lines[0].split()[0::2] == ["2", "test-table"]
    assert len(lines) == 3
    rows = json.loads(program("check", "news", *options, "--output-format", "json", cwd=place).stdout)
    assert (rows[0]["rule"], rows[0]["count"]) == ("test-table", 2)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--select", "fusd"), "command line: select: unknown rule 'fusd'; did you mean 'fused'?"),
        (("--per-file-ignores", "fused"), "--per-file-ignores fused: not PATTERN:NAMES"),
        (("--isolated", "--config", "x.toml"), "--isolated uses no file"),
        (("--output-format", "jsn"), "--output-format: output-format cannot be 'jsn'; did you mean 'json'?"),
        (("--source", "none"), "none: cannot be read: No such file or directory"),
    ],
)
def test_wrong_options_end_with_2(place: Path, options: tuple[str, ...], words: str) -> None:
    done = program("check", "news", "--no-languagetool", "--no-model", *options, cwd=place)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1
