"""The command line: parse, call, print; no logic."""

from __future__ import annotations

import gc
import os
import re
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import click
import typer

from cleanup.cli_options import Common, with_common
from cleanup.errors import UserError
from cleanup.streams import drop_output, prepare_streams

if TYPE_CHECKING:
    from cleanup.batch import Group, Session
    from cleanup.config import Configuration
    from cleanup.findings import Failed, FileFindings
    from cleanup.inputs import Input
    from cleanup.resources import Resources

GLOSSARY = Path("cleanup-glossary.yaml")
_INTERRUPTED = 130
_TERMINATED = 143
_REPAIR = "Repair"
_CHECK = "Check"
_REVIEW = "Review"
_KEEP = "Rules, glossaries and the rest"

app = typer.Typer(
    name="cleanup",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
rules_app = typer.Typer(no_args_is_help=True, help="List, show and test the rules.")
app.add_typer(rules_app, name="rules", rich_help_panel=_KEEP)
glossary_app = typer.Typer(no_args_is_help=True, help="Keep what the newsroom has settled.")
app.add_typer(glossary_app, name="glossary", rich_help_panel=_KEEP)
cache_app = typer.Typer(
    no_args_is_help=True, help="What was found in articles, kept so that it need not be found again."
)
app.add_typer(cache_app, name="cache", rich_help_panel=_KEEP)


def _print_version(wanted: bool) -> None:
    if wanted:
        from cleanup import __version__

        print(f"cleanup {__version__}")
        raise typer.Exit


@app.callback(epilog="Exit codes: 0, nothing to report; 1, something is reported; 2, could not run.")
def cleanup(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Repairs machine-translated articles; every change with its reason."""


def _examples(*commands: str) -> str:
    """Commands as a help page's last lines."""
    return "\n\n".join(("Examples:", *commands))


class FailOn(StrEnum):
    """What makes `check` fail: the level named, and those above it."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


def _output_formats() -> list[str]:
    """For completion in the shell."""
    from cleanup.reports import output_formats

    return list(output_formats())


def _rule_names(incomplete: str) -> list[str]:
    """For completion in the shell."""
    return [name for name in _resources(None).rules.rules if name.startswith(incomplete)]


_NEW = "Only what is new"
_FORMATS = "How to print findings: concise (by default), full, json, jsonl, sarif, github, gitlab, junit, rdjson."
Paths = Annotated[
    list[Path],
    # One that cannot be read is told with its name, and the others are read.
    typer.Argument(help="Articles, or folders of them; - reads standard input.", show_default=False, readable=False),
]
Rules = Annotated[
    list[Path] | None, typer.Option("--rules", help="A folder or file of your own rule packs.", show_default=False)
]
Desk = Annotated[str | None, typer.Option("--desk", help="Whose terms of the glossary to use.", show_default=False)]


def main() -> None:
    """Run the program; what a user can mend is one line on stderr and exit code 2."""
    gc.set_threshold(100_000)  # a run keeps nearly all that it makes: to look for garbage often is in vain
    prepare_streams()
    signal.signal(signal.SIGTERM, _terminate)
    _make_only(sys.argv[1:2])
    code = _run()
    gc.freeze()  # or Python looks through everything again at its end
    if code in (_INTERRUPTED, _TERMINATED):
        os._exit(code)  # Python would wait for the articles that are under way
    sys.exit(code)


def _terminate(*_: object) -> NoReturn:
    """End as after an interrupt at the keyboard: nothing is left half written, and no process behind."""
    raise SystemExit(_TERMINATED)


def _run() -> int:
    """Run the command that was typed; its exit code."""
    try:
        code = app(prog_name="cleanup", standalone_mode=False)
        sys.stdout.flush()  # while what goes wrong there can be told
        return int(code or 0)
    except SystemExit as ended:
        return int(ended.code or 0)
    except click.ClickException as error:
        _print_usage(error)
        return error.exit_code
    except UserError as error:
        reason = str(error)
    except click.Abort:
        reason = "stopped at a question"
    except BrokenPipeError:  # who read the output has enough
        drop_output()
        return 1
    except OSError as error:
        drop_output()
        reason = f"{error.filename}: " if error.filename else ""
        reason += f"{error.strerror}; the run is not complete"
    except Exception as error:
        if os.environ.get("CLEANUP_TRACEBACK"):
            raise
        reason = f"a fault of the program: {type(error).__name__}: {error}; CLEANUP_TRACEBACK=1 shows where"
    print(f"cleanup: {reason}", file=sys.stderr)
    return 2


def _print_usage(error: click.ClickException) -> None:
    """One line on stderr for what was typed wrong."""
    if type(error).__name__ == "NoArgsIsHelpError":  # the help is printed, and older releases of click have no such one
        return
    # Typer and click each say what else may be meant.
    reason = re.sub(r"[. (]+Did you mean ([^?]*)\?.*", r"; did you mean \1?", error.format_message(), flags=re.DOTALL)
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context else "cleanup"
    print(f"cleanup: {reason[:1].lower()}{reason[1:].rstrip('.')} ({command} -h)", file=sys.stderr)


def _make_only(first: Sequence[str]) -> None:
    """Forget the other commands where the first word names one: Typer makes all of them before it runs one."""
    named = [info for info in app.registered_commands if info.callback and [info.callback.__name__] == first]
    if named:
        app.registered_commands, app.registered_groups = named, []


@app.command(
    rich_help_panel=_REPAIR,
    epilog=_examples(
        "cleanup fix articles/ -o out/",
        "cleanup fix article.txt --in-place --unsafe-fixes",
        "curl -s https://example.org/article.txt | cleanup fix - -o out/",
    ),
)
@with_common
def fix(
    paths: Paths,
    common: Common,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Folder for the corrected articles.", show_default=False)
    ] = None,
    in_place: Annotated[bool, typer.Option("--in-place", help="Overwrite the articles themselves.")] = False,
    unsafe: Annotated[bool, typer.Option("--unsafe-fixes", help="Apply suggestions too.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Print errors only.")] = False,
) -> None:
    """Write corrected articles, a diff each, report.json and review.html."""
    from cleanup.batch import group_inputs
    from cleanup.outputs import Writer
    from cleanup.reports import summary

    configuration, items = _prepare(paths, common, output)
    writer = Writer(items, output, in_place=in_place)
    groups = group_inputs(items, configuration, lambda settings: common.options(settings, unsafe=unsafe))
    found, failed = _examine(groups, quiet=quiet, write=writer.write)
    writer.finish(found, failed)
    if not quiet:
        print(summary(found, writer.where), file=sys.stderr)
    _finish(failed)


@app.command(
    rich_help_panel=_CHECK,
    epilog=_examples(
        "cleanup check articles/",
        "cleanup check articles/ --output-format github --changed-since origin/main",
        "cleanup check articles/ --select fused,exonym --fail-on warning",
    ),
)
@with_common
def check(
    paths: Paths,
    common: Common,
    output_format: Annotated[
        str | None,
        typer.Option("--output-format", metavar="FORMAT", help=_FORMATS, autocompletion=_output_formats),
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option("--fail-on", help="Exit with 1 from this level on; error by default.")
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Print how often each rule found something.")
    ] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", help="Leave out what this file knows.", rich_help_panel=_NEW)
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option(
            "--changed-since", metavar="REV", help="Only lines changed since this revision.", rich_help_panel=_NEW
        ),
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Print findings only.")] = False,
) -> None:
    """Tell what is wrong, and change nothing. Safe fixes are errors, suggestions warnings, the rest notes.

    In Markdown and HTML, <!-- cleanup: ignore RULE --> spares the next paragraph;
    other files have --per-file-ignores and --baseline.
    """
    from cleanup.batch import group_inputs
    from cleanup.news import News
    from cleanup.reports import level_reached, print_outcome, print_statistics, write_report
    from cleanup.session import open_session

    chosen: dict[str, str | None] = {
        "output-format": output_format,
        "fail-on": fail_on and fail_on.value,
        "baseline": None if baseline is None else str(baseline),
    }

    def once(session: Session) -> None:
        configuration, items = _prepare(paths, common, overrides=chosen)
        settings = configuration.for_run().settings
        news = News(configuration, changed_since, items)
        found, failed = _examine(group_inputs(news.items, configuration, common.options), quiet=quiet, session=session)
        found = news.only(found)
        if statistics:
            print_statistics(settings.output_format, found)
        else:
            write_report(settings.output_format, found, failed, lambda: _resources(settings.rules).rules)
        if not quiet:
            print("".join(f"cleanup: {note}\n" for note in news.notes), end="", file=sys.stderr)
            print_outcome(settings.output_format, found, failed)
        _finish(failed)
        if not exit_zero and level_reached(found, settings.fail_on):
            raise typer.Exit(1)

    if watch:
        _watch([*paths, *(common.rules or ()), *(common.glossary or ())], once, quiet=quiet)
    else:
        once(open_session)


@app.command(
    rich_help_panel=_CHECK,
    epilog=_examples("cleanup baseline archive/ -o cleanup-baseline.txt", "cleanup baseline archive/ --prune"),
)
@with_common
def baseline(
    paths: Paths,
    common: Common,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The file to write; cleanup-baseline.txt where none is set.")
    ] = None,
    prune: Annotated[bool, typer.Option("--prune", help="Only drop what is gone; add nothing.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Print errors only.")] = False,
) -> None:
    """Write down what is found today, so that `check --baseline` reports only what is new."""
    from cleanup.baseline import DEFAULT, existing_or_new, read_baseline
    from cleanup.batch import group_inputs
    from cleanup.reports.counts import counted

    configuration, items = _prepare(paths, common, output)
    file = output or configuration.for_run().settings.baseline or DEFAULT
    before = read_baseline(file) if prune else existing_or_new(file)
    found, failed = _examine(group_inputs(items, configuration, common.options), quiet=quiet)
    _finish(failed)
    after = before.pruned(found) if prune else before.updated(found)
    after.write()
    if not quiet:
        added, dropped = len(after.entries - before.entries), len(before.entries - after.entries)
        print(f"{file}: {counted(len(after.entries), 'finding')}, {added} added, {dropped} dropped", file=sys.stderr)


@app.command(
    rich_help_panel=_CHECK,
    epilog=_examples("cleanup explain nationality-after-noun", "cleanup explain --at articles/today.txt:12"),
)
@with_common
def explain(
    common: Common,
    rule: Annotated[
        str | None, typer.Argument(help="A rule's name.", show_default=False, autocompletion=_rule_names)
    ] = None,
    at: Annotated[
        str | None, typer.Option("--at", metavar="FILE:LINE", help="Explain what is found there.", show_default=False)
    ] = None,
) -> None:
    """Explain a rule, or what is found on a line: every edit in order, with its rule and confidence."""
    from cleanup.batch import group_inputs
    from cleanup.reports.rules import parse_place, print_findings_at, print_rule

    if (rule is None) == (at is None):
        raise UserError("explain: give a rule's name, or a place with --at FILE:LINE")
    if rule is not None:
        return print_rule(_resources(common.configuration().for_run().settings.rules).rules, rule)
    path, line = parse_place(at or "")
    configuration, items = _prepare([path], common)
    found, failed = _examine(group_inputs(items, configuration, common.options), quiet=False)
    _finish(failed)
    for file in found:
        print_findings_at(file, line)
    return None


@app.command(
    rich_help_panel=_REPAIR,
    epilog=_examples("cleanup diff article.txt", "cleanup diff articles/ --unified | git apply"),
)
@with_common
def diff(
    paths: Paths,
    common: Common,
    unsafe: Annotated[bool, typer.Option("--unsafe-fixes", help="Show suggestions as applied.")] = False,
    applied: Annotated[bool, typer.Option("--applied", help="Show only what `fix` would apply.")] = False,
    unified: Annotated[bool, typer.Option("--unified", help="A unified diff, for `patch` and `git apply`.")] = False,
    side_by_side: Annotated[bool, typer.Option("--side-by-side", help="Paragraphs before and after.")] = False,
    criticmarkup: Annotated[bool, typer.Option("--criticmarkup", help="Marks for editors of Markdown.")] = False,
) -> None:
    """Show what `fix` would do: words taken out and put in, with the rule and the reason."""
    from cleanup.batch import group_inputs
    from cleanup.reports import print_diffs

    configuration, items = _prepare(paths, common)
    groups = group_inputs(items, configuration, lambda settings: common.options(settings, unsafe=unsafe))
    found, failed = _examine(groups, quiet=False)
    styles = {"unified": unified, "side-by-side": side_by_side, "criticmarkup": criticmarkup}
    print_diffs(found, style=next((style for style in styles if styles[style]), "words"), applied_only=applied)
    _finish(failed)


@app.command(rich_help_panel=_REVIEW)
@with_common
def review(
    paths: Paths,
    common: Common,
    decisions: Annotated[
        Path | None,
        typer.Option(
            "--decisions", help="The decisions file; decisions.json beside the output by default.", show_default=False
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", help="Folder for the final articles, once every change is decided.", show_default=False
        ),
    ] = None,
) -> None:
    """Accept, reject or edit every change at the terminal; saved at each key, and taken up where it stopped."""
    from cleanup.batch import group_inputs
    from cleanup.review.terminal import review_files

    configuration, items = _prepare(paths, common, output)
    failed: list[Failed] = []

    def examine() -> list[FileFindings]:
        found, unread = _examine(group_inputs(items, configuration, common.options), quiet=False)
        failed.extend(unread)
        return found

    for line in review_files(items, examine, decisions, output):
        print(f"cleanup: {line}", file=sys.stderr)
    _finish(failed)


@app.command(rich_help_panel=_REVIEW)
def apply(
    decisions: Annotated[list[Path], typer.Argument(help="Decisions files of one or more reviewers.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder for the final articles.", show_default=False)],
    base: Annotated[
        Path | None,
        typer.Option("--base", help="Where the articles lie, if they have moved.", show_default=False),
    ] = None,
) -> None:
    """Write the final articles as reviewers decided; exit with 1 where they disagree or a change has no place.

    A change that nobody decided stays as `fix` left it: safe ones are made, suggestions are not.
    """
    from cleanup.review.apply import apply_decisions

    lines = apply_decisions(decisions, output, base)
    for line in lines:
        print(f"cleanup: {line}", file=sys.stderr)
    if lines:
        raise typer.Exit(1)


@app.command(rich_help_panel=_REVIEW)
@with_common
def decisions(
    reviewed: Annotated[Path, typer.Argument(help="The Word file that `fix` wrote, as the editor sent it back.")],
    common: Common,
    original: Annotated[Path, typer.Option("--original", help="The Word file that `fix` read.", show_default=False)],
    output: Annotated[Path, typer.Option("-o", "--output", help="The decisions file to write.", show_default=False)],
) -> None:
    """Read from a Word file which tracked changes were accepted and which rejected; options as `fix` had them."""
    from cleanup.batch import group_inputs
    from cleanup.decisions import save
    from cleanup.review.from_docx import batch_from_docx, read_reviewed

    data = read_reviewed(reviewed)
    configuration, items = _prepare([original], common)
    found, failed = _examine(group_inputs(items, configuration, common.options), quiet=False)
    _finish(failed)
    save(batch_from_docx(found[0], data), output)


@app.command(rich_help_panel=_REVIEW)
def learn(
    decisions: Annotated[list[Path], typer.Argument(help="Decisions files.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write the proposals there.", show_default=False)
    ] = None,
    glossary: Annotated[Path, typer.Option("-g", "--glossary", help="Where terms go that you say yes to.")] = GLOSSARY,
) -> None:
    """Propose glossary terms, rules to ignore and rules to change, from what reviewers decided often.

    At a terminal every term is asked for; otherwise, and with -o, the proposals are only written.
    """
    from cleanup.review.learn import as_yaml, ask, propose, write_proposals

    proposals = propose(decisions)
    if output is not None:
        write_proposals(proposals, output)
    elif sys.stdin.isatty() and sys.stdout.isatty():
        ask(proposals, glossary)
    else:
        print(as_yaml(proposals), end="")


@app.command(rich_help_panel=_KEEP)
@with_common
def lsp(
    common: Common,
    stdio: Annotated[bool, typer.Option("--stdio", hidden=True)] = True,  # what many editors add unasked
) -> None:
    """Serve an editor by the Language Server Protocol, on standard input and output."""
    try:
        from cleanup.lsp import serve
    except ModuleNotFoundError as error:
        raise UserError(f"lsp: {error.name} is missing; pip install 'mt-cleanup[lsp]'") from None
    serve(common)


@app.command(rich_help_panel=_KEEP)
def setup(
    only_check: Annotated[bool, typer.Option("--check", help="Only tell what is there and what is missing.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Print errors only.")] = False,
) -> None:
    """Fetch LanguageTool and verify every file; exit with 1 when --check finds something missing."""
    from cleanup.grammar.provision import status
    from cleanup.session import ensure_languagetool

    if not only_check:
        ensure_languagetool(quiet=quiet)
    found = status(thorough=True)
    if not quiet:
        print("\n".join(found.lines))
    if not found.is_complete:
        raise typer.Exit(1)


@rules_app.command("list")
def rules_list(rules: Rules = None) -> None:
    """Print every rule: its name, category, applicability and message."""
    from cleanup.reports.rules import print_list

    print_list(_resources(rules).rules)


@rules_app.command("show")
def rules_show(rule: Annotated[str, typer.Argument(help="A rule's name.")], rules: Rules = None) -> None:
    """Print one rule: what it finds, why that is wrong, and its examples."""
    from cleanup.reports.rules import print_rule

    print_rule(_resources(rules).rules, rule)


@rules_app.command("test")
def rules_test(
    names: Annotated[list[str] | None, typer.Argument(help="Rules to test; all where none is named.")] = None,
    rules: Rules = None,
) -> None:
    """Run the examples inside the rules, the user's too; exit with 1 when one fails."""
    from cleanup.reports.counts import counted
    from cleanup.reports.rules import chosen_rules
    from cleanup.rulecheck import RuleChecker

    resources = _resources(rules)
    chosen = chosen_rules(resources.rules, names or [])
    failures = list(RuleChecker(resources).failures(chosen))
    for failure in failures:
        print(failure)
    print(f"{counted(len(chosen), 'rule')}, {counted(len(failures), 'failed example')}", file=sys.stderr)
    if failures:
        raise typer.Exit(1)


GlossaryFile = Annotated[Path, typer.Option("-g", "--glossary", help="The glossary file.")]


@glossary_app.command("add")
def glossary_add(
    form: Annotated[str, typer.Argument(help="What stands in translations.")],
    target: Annotated[str, typer.Argument(help="What should stand there.")],
    glossary: GlossaryFile = GLOSSARY,
    desk: Desk = None,
    note: Annotated[str | None, typer.Option("--note", help="Why.", show_default=False)] = None,
) -> None:
    """Add a term, or replace the one of the same form and desk."""
    from cleanup.glossary import Term, add_terms

    print(add_terms(glossary, [Term(form, target, desk=desk, note=note)]))


@glossary_app.command("list")
def glossary_list(glossary: GlossaryFile = GLOSSARY, desk: Desk = None) -> None:
    """Print the terms."""
    from cleanup.glossary import load_glossaries

    for term in load_glossaries([glossary], desk).terms:
        print(f"{term.form} → {term.target}" + (f"  [{term.desk}]" if term.desk else ""))


@glossary_app.command("check")
def glossary_check(glossary: GlossaryFile = GLOSSARY) -> None:
    """Check the file; exit with 2, naming the line, where it cannot be used."""
    from cleanup.glossary import load_glossary
    from cleanup.reports.counts import counted

    print(f"{glossary}: {counted(len(load_glossary(glossary).terms), 'term')}")


@glossary_app.command("import")
def glossary_import(
    file: Annotated[Path, typer.Argument(help="A CSV or TBX file.")],
    glossary: GlossaryFile = GLOSSARY,
    language: Annotated[
        str | None, typer.Option("--language", help="Only terms of this one.", show_default=False)
    ] = None,
) -> None:
    """Add the terms of a CSV or TBX file."""
    from cleanup.glossary import add_terms, import_terms

    print(add_terms(glossary, import_terms(file, language)))


@glossary_app.command("export")
def glossary_export(
    file: Annotated[Path, typer.Argument(help="The CSV or TBX file to write.")], glossary: GlossaryFile = GLOSSARY
) -> None:
    """Write the terms as CSV or TBX, by the file's suffix."""
    from cleanup.files import write_file
    from cleanup.glossary import export_terms, load_glossary

    write_file(file, export_terms(load_glossary(glossary), file).encode("utf-8"))


@cache_app.command("info")
def cache_info() -> None:
    """Print where the cache is, how many articles it holds and how large it is."""
    from cleanup.cache import Store
    from cleanup.reports.counts import counted

    store = Store()
    articles, size = store.size()
    print(f"{store.folder}: {counted(articles, 'article')}, {size / 1e6:.1f} MB")


@cache_app.command("clear")
def cache_clear() -> None:
    """Forget what was found in articles."""
    from cleanup.cache import Store
    from cleanup.reports.counts import counted

    articles, size = Store().clear()
    print(f"{counted(articles, 'article')} forgotten, {size / 1e6:.1f} MB")


def _resources(rules: Sequence[Path] | None) -> Resources:
    from cleanup.resources import Resources

    return Resources(rule_folders=tuple(rules or ()))


def _prepare(
    paths: list[Path], common: Common, output: Path | None = None, overrides: Mapping[str, str | None] | None = None
) -> tuple[Configuration, list[Input]]:
    """The settings and the files of a run, which writes to `output`; with --show-settings they are printed, no more."""
    from cleanup.inputs import find_inputs
    from cleanup.reports import print_settings

    configuration = common.configuration(**(overrides or {}))
    items = find_inputs(paths, configuration, exclude=common.exclude or (), written=[output] if output else ())
    if common.show_settings:
        print_settings(configuration, items)
        raise typer.Exit
    return configuration, items


def _watch(paths: list[Path], once: Callable[[Session], None], *, quiet: bool) -> None:
    from contextlib import closing, suppress

    from cleanup.watch import Kept, watch

    with closing(Kept()) as kept:

        def check() -> None:
            with suppress(typer.Exit):
                once(kept.open)

        watch(paths, check, quiet=quiet)


def _examine(
    groups: list[Group],
    *,
    quiet: bool,
    write: Callable[[Input, FileFindings], None] | None = None,
    session: Session | None = None,
) -> tuple[list[FileFindings], list[Failed]]:
    """Examine all files with a progress bar on stderr (only at a terminal), writing each as soon as it is done."""
    from cleanup.batch import examine_groups
    from cleanup.findings import Failed
    from cleanup.progress import progress
    from cleanup.session import open_session

    with progress("cleaning", sum(len(group.items) for group in groups), quiet=quiet) as advance:

        def done(item: Input, outcome: FileFindings | Failed) -> None:
            if write is not None and not isinstance(outcome, Failed):
                write(item, outcome)
            advance(str(item.path))

        return examine_groups(groups, done, session or open_session)


def _finish(failed: list[Failed]) -> None:
    for failure in failed:
        print(f"cleanup: {failure.reason}", file=sys.stderr)
    if failed:
        raise typer.Exit(2)
