"""Reporting clauses that fell into a quotation: `“We stay, says Ana Ruiz. The town …”`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.quotations.marks import STYLES
from cleanup.passes.quotations.speech import LOUD, REPORT, Speech
from cleanup.rulepack import RuleBook

_DASHED_REPORT: Final = re.compile(
    r"\s[–—-]\s(?P<verb>[a-z]{3,14})\s(?P<subject>[^–—“”«»\n]{2,90}?)(?P<end>\s[–—-]\s|[.,]?\s*(?=[”»“]))"
)
# “…, he says. But …”: the pronoun stands before its verb, and the verb ends its clause.
_PRONOUN_REPORT: Final = re.compile(
    r"(?P<comma>,|(?<=[!?]))\s(?P<subject>he|she)\s(?P<verb>[a-z]{3,14})(?P<manner>\swith\sa\s[a-z]+)?"
    r"(?P<end>[.,])\s"
)
_SAME_SEX: Final = {
    "he": re.compile(r"(?<!\w)(?:he|him|his)(?!\w)", re.I),
    "she": re.compile(r"(?<!\w)(?:she|her)(?!\w)", re.I),
}
# Somebody else in the quotation whom “he” or “she” may mean: “My son would not go, he said. I told him …”
_ANOTHER: Final = re.compile(
    r"(?:^|[.!?,;:]\s|(?<!\w)(?:and|but|when|that|because)\s)(?:my|our)\s\w+"
    r"|(?<!\w)(?:my|our|the|an?|his|her|this|that|one)\s(?:\w+\s)?(?:father|mother|son|daughter|brother|sister|husband|wife"
    r"|doctor|neighbou?r|boss|teacher|mayor|minister|president|judge|nurse|lawyer|coach|man|woman|boy|girl|friend"
    r"|colleague|officer|official|owner|director|chief|driver|priest|uncle|aunt|cousin|grand(?:father|mother|son))(?!\w)",
    re.IGNORECASE,
)
_APPOSITION: Final = re.compile(r"\s[^.,;:!?“”«»\n]{3,70}[.,]")
_OUTSIDE: Final = re.compile(r",?\s(?:(?:he|she|they|[A-ZÀ-Þ]\w+)\s)?(?:[A-ZÀ-Þ]\w+\s)?([a-z]+)")


class Reports:
    """Edits that take the clause out, in one article."""

    def __init__(self, article: Article, style: str, rules: RuleBook, speech: Speech) -> None:
        self._text = article.text
        self._opening, self._closing = STYLES[style][0], STYLES[style][1]
        self._rules = rules
        self._speech = speech

    def edits(self, start: int, end: int) -> Iterator[Edit]:
        """Those of the quotation between two marks."""
        yield from self._named_reports(start, end)
        yield from self._pronoun_reports(start, end)
        yield from self._dashed_reports(start, end)

    def _named_reports(self, start: int, end: int) -> Iterator[Edit]:
        for match in REPORT.finditer(self._text, start, end + 1):
            if match.end() > end or not self._speech.reports(match["verb"]) or match.start() - start < 10:
                continue
            if not self._speech.may_speak(match["subject"]):
                continue
            apposed = match["end"] == ","
            continue_at = self._after_apposition(match.end(), end) if apposed else match.end()
            comma = match["comma"]
            body = self._text[match.start("verb") : continue_at]
            last = not self._text[continue_at:end].strip()
            tail = "" if last else f" {self._opening}"
            stop = end + 1 if last else continue_at + 1
            fixes = [f"{comma}{self._closing} {body}{tail}", f"{self._closing}{comma} {body}{tail}"]
            yield self._rules["report-inside-quotation"].edit(self._text, match.start(), stop, fixes[: 1 + bool(comma)])

    def _pronoun_reports(self, start: int, end: int) -> Iterator[Edit]:
        """“…, she says. The town …”: certain where nobody else in the quotation can be she."""
        for match in _PRONOUN_REPORT.finditer(self._text, start, end):
            after = self._text[match.end() : end]
            goes_on = bool(after.strip()) and (match["end"] == "," or after[0].isupper())
            if not goes_on or not self._speech.reports(match["verb"]) or match.start() - start < 10:
                continue
            speech = self._text[start : match.start()]
            if self._reported_outside(start - 1, end + 1):
                continue
            sure = not (_SAME_SEX[match["subject"]].search(speech) or _ANOTHER.search(speech))
            comma, body = match["comma"], self._text[match.start("subject") : match.end("end")]
            fixes = [
                f"{mark} {body} {self._opening}"
                for mark in dict.fromkeys((f"{comma}{self._closing}", f"{self._closing}{comma}"))
            ]
            yield self._rules["report-inside-quotation"].edit(
                self._text,
                match.start(),
                match.end(),
                fixes,
                applicability=None if sure else Applicability.UNSAFE,
                confidence=None if sure else 0.6,
            )

    def _reported_outside(self, start: int, end: int) -> bool:
        """Whether the quotation has its reporting clause outside: then the one inside is the speaker's own."""
        before, after = self._text[max(0, start - 60) : start].rstrip(), self._text[end : end + 60]
        words = _OUTSIDE.match(after)
        return before.endswith((":", ",")) or bool(words and self._speech.reports(words[1]))

    def _after_apposition(self, start: int, end: int) -> int:
        """Where the speaker's title ends (“says Ana Ruiz, head of the union.”); `start` where there is none."""
        match = _APPOSITION.match(self._text, start, end)
        if match is None:
            return start
        tags = self._speech.likely_tags(match.group())
        begins = tags[0] & (Tag.CONJUNCTION | Tag.PRONOUN | Tag.RELATIVE) or any(tag & FINITE_VERB for tag in tags)
        return start if begins else match.end()

    def _dashed_reports(self, start: int, end: int) -> Iterator[Edit]:
        """A reporting clause between dashes: two edits, each a dash that becomes a mark."""
        rule = self._rules["dashed-report-inside-quotation"]
        for match in _DASHED_REPORT.finditer(self._text, start, end):
            if match.start() - start < 8 or not re.search(r"[A-ZÀ-Þ]|\bthe\b", match["subject"]):
                continue
            if not (self._speech.reports(match["verb"]) or match["verb"] in LOUD):
                continue
            fixes = [f",{self._closing} ", f"{self._closing}, "]
            yield rule.edit(self._text, match.start(), match.start("verb"), fixes)
            if match["end"].strip() and match["end"].strip() in "–—-":
                yield rule.edit(self._text, match.start("end"), match.end(), [f", {self._opening}"])
