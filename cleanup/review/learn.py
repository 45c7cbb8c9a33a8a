"""What reviewers teach: glossary terms, rules to ignore and rules to change, each with its evidence.

Nothing here takes effect by itself: terms go into a glossary only after a yes, settings are for a person to paste.
Only a change of a single rule says something about that rule.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from cleanup.decisions import Decision, State
from cleanup.edits import Applicability
from cleanup.errors import UserError
from cleanup.files import write_file
from cleanup.glossary import Term, add_terms
from cleanup.reports.counts import counted
from cleanup.review.apply import load_merged

if TYPE_CHECKING:
    from rich.console import Console

OFTEN = 3  # decisions for a term or a word
ENOUGH = 8  # decisions for a rule
CLEAR = 0.8  # of the decisions that must say the same
CERTAIN = 0.95  # how often a rule must be right to be applied unasked
_EVIDENCE = 5  # places named for a proposal
_PARTICLE = 3  # letters of the longest word that may be lower case in a name ("of", "de", "the")
_NAME = re.compile(r"[^\W\d_][\w’'.-]*(?: [^\W\d_][\w’'.-]*){0,3}")


class Seen(NamedTuple):
    """A decision, and where it was made."""

    decision: Decision
    place: str


class TermProposal(msgspec.Struct, frozen=True):
    """A name that reviewers mostly replaced by the same one."""

    form: str
    target: str
    agreed: int
    of: int
    evidence: list[str]


class IgnoreProposal(msgspec.Struct, frozen=True, omit_defaults=True):
    """A rule, or a rule on one word, that reviewers mostly rejected."""

    rule: str
    rejected: int
    of: int
    evidence: list[str]
    word: str | None = None


class RuleProposal(msgspec.Struct, frozen=True):
    """A rule that is right clearly more or less often than its confidence says.

    `rate` is how often its first proposal was accepted, `between` where the true rate lies in 95 of 100 cases.
    """

    rule: str
    proposal: str
    confidence: float
    rate: float
    between: tuple[float, float]
    accepted: int
    edited: int
    rejected: int
    evidence: list[str]


class Proposals(msgspec.Struct, frozen=True):
    """All that can be learnt from some decisions."""

    glossary: list[TermProposal]
    ignores: list[IgnoreProposal]
    rules: list[RuleProposal]


def propose(paths: Sequence[Path]) -> Proposals:
    """What the decisions in these files teach. Raises DecisionError."""
    seen = [
        Seen(decision, f"{file.path}:{decision.line}: “{decision.original}”, {_said(decision)}")
        for file in load_merged(paths).batch.files
        for decision in (*file.decisions, *file.lost)
        if decision.state is not State.OPEN
    ]
    by_rule: defaultdict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        if len(one.decision.rules) == 1:
            by_rule[one.decision.rules[0]].append(one)
    ignores = list(_ignores(by_rule))
    ignored = {proposal.rule for proposal in ignores if proposal.word is None}
    rules = [p for rule, ones in sorted(by_rule.items()) if rule not in ignored for p in _rule_change(rule, ones)]
    return Proposals(list(_terms(seen)), ignores, rules)


def _said(decision: Decision) -> str:
    by = f" by {decision.who}" if decision.who else ""
    text = f" as “{decision.outcome}”" if decision.outcome is not None else ""
    return f"{decision.state.value}{text}{by}"


def _terms(seen: Iterable[Seen]) -> Iterator[TermProposal]:
    by_form: defaultdict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        by_form[one.decision.original].append(one)
    for form, ones in sorted(by_form.items()):
        targets = [one.decision.outcome for one in ones]
        target = max(dict.fromkeys(targets), key=targets.count)
        agreed = targets.count(target)
        if target is None or agreed < OFTEN or agreed < CLEAR * len(ones) or not _is_renaming(form, target):
            continue
        evidence = [one.place for one in ones if one.decision.outcome == target]
        yield TermProposal(form, target, agreed, len(ones), evidence[:_EVIDENCE])


def _is_renaming(form: str, target: str) -> bool:
    """Whether one name becomes another: not a split, and not words taken out or put in around the same name."""
    if not (_is_name(form) and _is_name(target)) or form.replace(" ", "") == target.replace(" ", ""):
        return False
    return not (set(form.split()) <= set(target.split()) or set(target.split()) <= set(form.split()))


def _is_name(text: str) -> bool:
    words = text.split()
    capitals = all(word[0].isupper() or len(word) <= _PARTICLE for word in words)
    return _NAME.fullmatch(text) is not None and capitals and words[0][0].isupper()


def _ignores(by_rule: dict[str, list[Seen]]) -> Iterator[IgnoreProposal]:
    for rule, ones in sorted(by_rule.items()):
        rejected = _rejected(ones)
        if len(ones) >= ENOUGH and len(rejected) >= CLEAR * len(ones):
            yield IgnoreProposal(rule, len(rejected), len(ones), _places(rejected))
            continue
        by_word: defaultdict[str, list[Seen]] = defaultdict(list)
        for one in ones:
            by_word[one.decision.original].append(one)
        for word, same in sorted(by_word.items()):
            against = _rejected(same)
            if word.strip() and len(against) >= OFTEN and len(against) >= CLEAR * len(same):
                yield IgnoreProposal(rule, len(against), len(same), _places(against), word)


def _rejected(ones: Iterable[Seen]) -> list[Seen]:
    return [one for one in ones if one.decision.state is State.REJECTED]


def _places(ones: Sequence[Seen]) -> list[str]:
    return [one.place for one in ones[:_EVIDENCE]]


def _rule_change(rule: str, ones: Sequence[Seen]) -> Iterator[RuleProposal]:
    """A proposal where the reviewers' rate and the rule's confidence do not go together."""
    if len(ones) < ENOUGH:
        return
    right = [one for one in ones if one.decision.state is State.ACCEPTED and one.decision.text is None]
    low, high = interval(len(right), len(ones))
    confidence = sum(one.decision.confidence for one in ones) / len(ones)
    safe = all(one.decision.applicability is Applicability.SAFE for one in ones)
    if safe and high < CERTAIN:
        proposal = "only suggest it (applicability: unsafe)"
    elif not safe and low > CERTAIN:
        proposal = "apply it unasked (applicability: safe)"
    elif not low <= confidence <= high:
        proposal = "set its confidence to the rate"
    else:
        return
    wrong = [one for one in ones if one not in right]
    states = [one.decision.state for one in ones]
    yield RuleProposal(
        rule,
        proposal,
        round(confidence, 3),
        round(len(right) / len(ones), 3),
        (round(low, 3), round(high, 3)),
        states.count(State.ACCEPTED),
        states.count(State.EDITED),
        states.count(State.REJECTED),
        _places(wrong or right),
    )


def interval(right: int, of: int) -> tuple[float, float]:
    """Wilson's interval: where a rate lies, in 95 of 100 cases, of which `right` of `of` were seen."""
    z = 1.96
    rate = right / of
    middle = (rate + z * z / (2 * of)) / (1 + z * z / of)
    half = z * sqrt(rate * (1 - rate) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def as_yaml(proposals: Proposals) -> str:
    """The proposals as YAML text, with how to take them."""
    import yaml  # slow to load

    rows = yaml.safe_dump(msgspec.to_builtins(proposals), allow_unicode=True, sort_keys=False, width=120)
    return f"# Proposals: none of them is in effect. {' '.join(HOW)}\n{rows}"


HOW = (
    "Terms: `cleanup glossary add FORM TARGET`.",
    "Ignores: `ignore = [RULE]` in cleanup.toml.",
    "Rules: in the rule's own YAML file.",
)


def write_proposals(proposals: Proposals, path: Path) -> None:
    """Write the proposals to a new file. Raises UserError where it exists or cannot be written."""
    if path.exists():
        raise UserError(f"{path}: exists; remove it or choose another name")
    write_file(path, as_yaml(proposals).encode("utf-8"))


def ask(proposals: Proposals, glossary: Path) -> None:
    """Show every proposal at the terminal; add a term to the glossary as soon as it gets a yes."""
    from rich.console import Console
    from rich.prompt import Confirm

    console = Console(highlight=False, markup=False)
    for term in proposals.glossary:
        _show(
            console, f"{term.form} → {term.target}", f"{term.agreed} of {counted(term.of, 'decision')}", term.evidence
        )
        if Confirm.ask(f"Add it to {glossary}?", default=False, console=console):
            note = f"{term.agreed} of {term.of} reviewers' decisions"
            console.print(add_terms(glossary, [Term(term.form, term.target, note=note)]))
    for ignore in proposals.ignores:
        what = f"{ignore.rule} on “{ignore.word}”" if ignore.word else ignore.rule
        _show(console, f"ignore {what}", f"rejected {ignore.rejected} of {ignore.of} times", ignore.evidence)
    for rule in proposals.rules:
        figures = f"right {rule.rate:.0%} ({rule.between[0]:.0%} to {rule.between[1]:.0%})"
        _show(console, f"{rule.rule}: {rule.proposal}", f"{figures}, confidence {rule.confidence:.2f}", rule.evidence)
    if proposals.ignores or proposals.rules:
        console.print(" ".join(HOW[1:]), style="dim")
    if not any((proposals.glossary, proposals.ignores, proposals.rules)):
        console.print("Nothing was decided often enough to learn from.")


def _show(console: Console, title: str, figures: str, evidence: Iterable[str]) -> None:
    console.print(title, style="bold", end="  ")
    console.print(figures, style="cyan")
    for place in evidence:
        console.print(f"  {place}", style="dim")
