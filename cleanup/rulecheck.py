"""Runs the examples inside rules: what `cleanup rules test` and the test suite call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from cleanup.article import Article
from cleanup.edits import Applicability, Edit, minimise, resolve
from cleanup.glossary import Glossary, Term
from cleanup.passes import MODEL, ORDER, REWRITE, make_pass
from cleanup.pipeline import MOST_ROUNDS, Pass
from cleanup.protect import protected_spans
from cleanup.resources import Resources
from cleanup.rulepack import Example, Rule


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that did not come out as the rule's file says."""

    rule: str
    path: str
    given: str
    expected: str
    got: str

    def __str__(self) -> str:
        return f"{self.path}: rule {self.rule}: {self.given!r} gave {self.got!r}, its example says {self.expected!r}"


@dataclass(frozen=True, slots=True)
class _Recited:
    """Stands in for a model that rewrites: it says what the example says."""

    answer: str

    def fits(self, text: str) -> bool:
        return True

    def rewrite(self, texts: Sequence[str]) -> list[str]:
        return [self.answer for _ in texts]


class RuleChecker:
    """Runs each rule alone: a pattern by itself, a rule of code through the pass that it names."""

    def __init__(self, resources: Resources, source_text: str | None = None) -> None:
        self._resources = resources
        self._source_text = source_text

    @cache  # noqa: B019 — a checker lives as long as its rules
    def _pass(self, name: str) -> Pass:
        entry = next(entry for entry in (*ORDER, MODEL, REWRITE) if entry.partition(":")[0] == name)
        return make_pass(entry, self._resources)

    def failures(self, rules: Iterable[Rule]) -> Iterator[Failure]:
        """The examples of these rules that fail."""
        for rule in rules:
            for example in rule.examples:
                yield from self._with(example).check(rule, example.bad or example.good, example.good, example.language)
            for phrase in rule.patterns if rule.entries else ():
                entry = phrase.entry
                kept = [entry.keep] if isinstance(entry.keep, str) else entry.keep
                language = rule.languages[0] if rule.languages else None
                for given, expected in [(entry.bad, entry.good), *((text, text) for text in kept)]:
                    yield from self.check(rule, given, expected, language)

    def _with(self, example: Example) -> RuleChecker:
        """A checker with the glossary, the source text and the rewrite of an example."""
        if not example.glossary and example.source is None and example.rewrite is None:
            return self
        terms = [Term(form, target) for form, target in example.glossary.items()]
        rewriter = None if example.rewrite is None else _Recited(example.rewrite)
        return RuleChecker(replace(self._resources, glossary=Glossary(terms), rewriter=rewriter), example.source)

    def check(self, rule: Rule, given: str, expected: str, language: str | None) -> Iterator[Failure]:
        """The failure, if a text does not come out as expected."""
        got = self._outcome(rule, given, language)
        flagged = rule.applicability is Applicability.DISPLAY and given != expected
        if got != expected and not flagged:
            yield Failure(rule.id, rule.path, given, expected, got)
        if flagged and not self._edits(rule, self._article(given, language)):
            yield Failure(rule.id, rule.path, given, "a finding", "nothing")

    def _article(self, text: str, language: str | None) -> Article:
        article = Article(text, text, (), protected_spans(text, self._resources.words))
        return replace(article, source_language=language, source_text=self._source_text)

    def _edits(self, rule: Rule, article: Article) -> list[Edit]:
        if rule.code is None:
            found = [e for p in rule.patterns for e in p.edits(article.text, self._resources.lists)]
        else:
            found = [edit for edit in self._pass(rule.code)(article) if edit.rule == rule.id]
        return [e for e in map(minimise, found) if not article.is_protected(e.start, e.end)]

    def _outcome(self, rule: Rule, text: str, language: str | None) -> str:
        """The text after the rule's first replacements, suggestions among them, applied until nothing is left."""
        article = self._article(text, language)
        for _ in range(MOST_ROUNDS):
            edits = resolve(edit for edit in self._edits(rule, article) if edit.replacements)
            if not edits:
                break
            article = article.apply(edits)
        return article.text
