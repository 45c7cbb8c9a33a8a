"""Quotations that lost one of their marks: where they began, and where the speaker stopped."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from cleanup.article import Article, Span
from cleanup.edits import Applicability, Edit
from cleanup.passes.quotations.marks import MARK, STYLES, Mark
from cleanup.passes.quotations.speech import FIRST_PERSON, INNER_END, REPORT, SHORTEST_QUOTATION, Speech
from cleanup.rulepack import RuleBook

# A report in an open quotation: a verb, and a subject that is a name or a definite noun.
_LATE_REPORT: Final = re.compile(
    r"(?<![\w’-])(?P<verb>[a-z]{3,30})\s(?P<subject>(?:[A-ZÀ-Þ][\w’-]+)(?:\s[A-ZÀ-Þ][\w’-]+){0,3}"
    r"|the\s(?:[a-z’-]+\s)?[a-z’-]+(?:\s(?:of|for|at|in)\s(?:the\s|a\s)?(?:[\w’-]+\s)?[\w’-]+)?)(?P<end>[.,])(?=\s|$)"
)
# “We stay, the mayor said after the vote.”: as before, with the subject in front.
_SUBJECT_REPORT: Final = re.compile(
    r"(?<=[,?!]\s)(?P<subject>he|she|(?:Mr|Ms|Mrs|Dr)\.?\s[A-ZÀ-Þ][\w’-]+|[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+){0,2}"
    r"|the\s(?:[a-z’-]+\s)?[a-z’-]+)\s(?P<verb>[a-z]{3,14})(?P<end>[.,](?=\s|$)|(?=\s(?:in|at|on|after|during|to|when|last)\s))"
)
# What follows a closing mark: she says, says Ana Ruiz.
_BEHIND_QUOTATION: Final = re.compile(
    r",?\s(?:(?:he|she|they|I|we|[A-ZÀ-Þ][\w’-]+|the\s[a-z’-]+)\s(?P<late>[a-z]{3,14})"
    r"|(?P<verb>[a-z]{3,14})\s(?:he|she|the|a|an|his|her|[A-ZÀ-Þ]))"
)
_PARTNERS: Final = {"“": "”", '"': '"'}
_TO_BRACKET: Final = re.compile(r"\w[^()“”„«»\"\n]{0,60}(?=\))")
_FIRST_WORD: Final = re.compile(r"\s*([\w’'-]+)")


class LostMarks:
    """Edits that put a mark back, in one article."""

    def __init__(self, article: Article, style: str, rules: RuleBook, speech: Speech) -> None:
        self._article = article
        self._text = article.text
        self._opening, self._closing = STYLES[style][0], STYLES[style][1]
        self._rules = rules
        self._speech = speech

    def inside(self, paragraph: Span, marks: Sequence[Mark]) -> Iterator[Edit]:
        """One mark is lost inside the paragraph: a quotation closes that never opened, or opens twice."""
        breaks = [at for at in range(len(marks)) if marks[at].role == (marks[at - 1].role if at else "close")]
        ends_open = marks[-1].role == "open"
        if len(breaks) != 1 or ends_open or self._article.is_protected(marks[breaks[0]].at, marks[breaks[0]].at + 1):
            return
        at = breaks[0]
        start = marks[at - 1].at + 1 if at else paragraph.start
        if marks[at].role == "open":
            report = self._late_report(start, marks[at].at)
            if report is not None:
                yield report
            return
        yield from self._unopened(start, marks[at])

    def _unopened(self, start: int, closing: Mark) -> Iterator[Edit]:
        """`I fetched my rolls here as a child,” she says`: the mark opens the sentence that it closes."""
        report = _BEHIND_QUOTATION.match(self._text, closing.at + 1)
        if report is None or not self._speech.reports(report["verb"] or report["late"]):
            return
        begins = [match.end() for match in INNER_END.finditer(self._text, start, closing.at)]
        if not begins and self._text[start - 1 : start].strip():
            return  # the rest of a reporting clause
        earlier = self._text[:start].rstrip().rpartition("\n")[2]
        if not self._text[start - 1 : start].strip() and len(MARK.findall(earlier)) % 2:
            return  # a quotation of two paragraphs
        at = begins[-1] if begins else start
        at += len(self._text[at : closing.at]) - len(self._text[at : closing.at].lstrip())
        if len(self._text[at : closing.at].split()) < SHORTEST_QUOTATION or not self._text[at].isupper():
            return
        told = self._text[start:at]
        sure = not FIRST_PERSON.search(told) and (
            not told.strip() or bool(FIRST_PERSON.search(self._text, at, closing.at))
        )
        yield self._rules["unopened-quotation"].edit(
            self._text, at, at, [self._opening], applicability=None if sure else Applicability.UNSAFE
        )

    def in_brackets(self, marks: Sequence[Mark]) -> Iterator[Edit]:
        """`(known as “Hoder) left`: what opens inside brackets closes inside them."""
        for mark, after in itertools.zip_longest(marks, marks[1:]):
            rest = _TO_BRACKET.match(self._text, mark.at + 1)
            if rest is None or mark.role == "close" or (after is not None and after.role == "close"):
                continue
            line = self._text[self._text.rfind("\n", 0, mark.at) + 1 : mark.at]
            if line.rfind("(") > line.rfind(")") and not self._article.is_protected(mark.at, mark.at + 1):
                yield self._rules["unclosed-quotation"].edit(
                    self._text, rest.end(), rest.end(), [_PARTNERS.get(mark.text, self._closing)]
                )

    def at_the_end(self, paragraph: Span, following: Span | None, mark: Mark) -> Iterator[Edit]:
        """A quotation that is open at the end of its paragraph, and not taken up again by the next one."""
        if not self._is_left_open(paragraph, following, mark):
            return
        start = mark.at + 1
        late = self._late_report(start, paragraph.end)
        if late is not None:
            yield late
            return
        quoted = self._text[start : paragraph.end]
        reported = any(self._speech.reports(match["verb"]) for match in REPORT.finditer(quoted))
        if reported or quoted.rstrip()[-1] not in ".!?…":
            return
        length = _end_of_speech(quoted)
        sure = INNER_END.search(quoted) is None or self._turns_to_another(quoted[:length], quoted[length:])
        yield self._rules["unclosed-quotation"].edit(
            self._text,
            start + length,
            start + length,
            [self._closing],
            applicability=None if sure else Applicability.UNSAFE,
            confidence=None if sure else 0.6,
        )

    def _is_left_open(self, paragraph: Span, following: Span | None, mark: Mark) -> bool:
        """Whether a mark opens a quotation behind the start of a clause, and the next paragraph does not go on."""
        goes_on = following is not None and self._text[following.start] in '“”„«"‘'
        short = len(self._text[mark.at + 1 : paragraph.end].split()) < SHORTEST_QUOTATION
        if goes_on or short or mark.role == "close" or self._article.is_protected(mark.at, mark.at + 1):
            return False
        before = self._text[paragraph.start : mark.at].rstrip()
        return not before or before[-1] in ".!?:,”»…"

    def _turns_to_another(self, kept: str, rest: str) -> bool:
        """Whether the speaker says “I” or “you” in what is kept, and the rest does not but begins with a name.

        “Now it fills the room.” may still be the speaker's, who is not in it; a sentence about somebody named is not.
        """
        personal = bool(FIRST_PERSON.search(kept)) and not FIRST_PERSON.search(rest)
        word = _FIRST_WORD.match(rest)
        return personal and word is not None and self._speech.is_name(word[1])

    def _late_report(self, start: int, end: int) -> Edit | None:
        """“We stay, joked the head of the team, …”: the closing mark that was lost before the report, if any."""
        reports = itertools.chain(
            _LATE_REPORT.finditer(self._text, start, end), _SUBJECT_REPORT.finditer(self._text, start, end)
        )
        for match in sorted(reports, key=lambda match: match.start()):
            head = self._text[start : match.start()]
            split = self._speech.fused(match["verb"]) if head.endswith(" ") else 0
            parted = bool(re.search(r"(?:,|[!?])\s$", head)) and self._speech.reports(match["verb"])
            if not (parted or split) or len(head.split()) < SHORTEST_QUOTATION:
                continue
            sure = not FIRST_PERSON.search(self._text, match.end(), end)
            at = match.start() + split if split else len(head.rstrip()) + start
            comma = self._text[at - 1 : at] if parted and self._text[at - 1] == "," else "," if split else ""
            begin = at - len(comma) if parted else at
            fixes = list(dict.fromkeys((f"{comma}{self._closing}", f"{self._closing}{comma}")))
            if f"{self._closing}," in self._text and f",{self._closing}" not in self._text:
                fixes.reverse()  # where the article sets its commas
            return self._rules["unclosed-quotation"].edit(
                self._text,
                begin,
                at,
                [fix + " " * bool(split) for fix in fixes],
                applicability=None if sure else Applicability.UNSAFE,
                confidence=None if sure else 0.6,
            )
        return None


def _end_of_speech(quoted: str) -> int:
    """Where the speaker stops: before the first sentence, but for the first, that says neither I nor we nor you."""
    starts = [match.end() for match in INNER_END.finditer(quoted)]
    for start, after in itertools.pairwise([*starts, len(quoted)]):
        if not FIRST_PERSON.search(quoted, start, after):
            return len(quoted[:start].rstrip())
    return len(quoted)
