"""Dialogue that is set with dashes, as other languages do: `– Words of the speaker – says Name. – More words.`"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cleanup.article import Article, Span
from cleanup.edits import Applicability, Edit
from cleanup.passes.quotations.marks import STYLES
from cleanup.passes.quotations.speech import LOUD, Speech
from cleanup.rulepack import RuleBook

# A paragraph of dialogue: – Words of the speaker – says Name. – More words.
_DIALOGUE: Final = re.compile(r"(?P<open>[–—]\s?|-\s)(?=[“\"]?[A-ZÀ-Þ])")
_DIALOGUE_REPORT: Final = re.compile(
    r"(?P<before>[,.!?…]?)(?P<dash>\s(?:[–—]\s?|-\s))"
    r"(?=(?:(?P<verb>[a-z]{3,14})\s(?:[A-ZÀ-Þ]|the\s|an?\s|his\s|her\s|s?he(?:[,.]|\s?[–—]|\s*$))"
    r"|(?:he|she)\s(?P<late>[a-z]{3,14})(?!\w)))"
)
_DASH: Final = re.compile(r"(?<=[\s.,:;!?])[–—-](?=[\s.,:;])|(?<=\s)[–—](?=\w)|(?<=\w)[–—](?=[\s.,])")
_SPEECH_RESUMES: Final = re.compile(r"(?P<stop>[.,:]?)\s(?:[–—]\s?|-\s)(?=\w)|[–—](?P<late_stop>[.,:]?)\s(?=\w)")


class Dialogue:
    """Edits of such paragraphs in one article."""

    def __init__(self, article: Article, style: str, rules: RuleBook, speech: Speech) -> None:
        self._article = article
        self._text = article.text
        self._opening, self._closing = STYLES[style][0], STYLES[style][1]
        self._rules = rules
        self._speech = speech

    def edits(self, paragraph: Span) -> Iterator[Edit]:
        """A paragraph of speech: its first dash opens, the dash before the verb of saying closes."""
        first = _DIALOGUE.match(self._text, paragraph.start, paragraph.end)
        if first is None or self._article.is_protected(first.start(), first.end()):
            return
        report = self._report(first.end(), paragraph.end)
        if report is None:
            return
        inner = _DASH.search(self._text, first.end(), report.start("before"))
        rest = list(_SPEECH_RESUMES.finditer(self._text, report.end(), paragraph.end))
        sure = inner is None and len(rest) <= 1
        stop = report["before"] if report["before"] in ("!", "?", "…") else ","
        closes = [f"{stop}{self._closing} "] + ([f"{self._closing}{stop} "] if stop == "," else [])
        parts = [(*first.span(), [self._opening]), (*report.span(), closes)]
        if len(rest) == 1:
            stop = rest[0]["stop"] or rest[0]["late_stop"] or ","
            end = len(self._text[: paragraph.end].rstrip())
            parts += [(*rest[0].span(), [f"{stop} {self._opening}"]), (end, end, [self._closing])]
        for start, end, choices in parts:
            yield self._rules["dialogue-dash"].edit(
                self._text,
                start,
                end,
                choices,
                applicability=None if sure else Applicability.UNSAFE,
                confidence=None if sure else 0.6,
            )

    def _report(self, start: int, end: int) -> re.Match[str] | None:
        """The first dash that a verb of saying follows."""
        for match in _DIALOGUE_REPORT.finditer(self._text, start, end):
            if self._speech.reports(match["verb"] or match["late"]) or match["verb"] in LOUD:
                return match
        return None
