"""Damaged quotation marks: wrong ones, lost ones, spaces inside, and reporting clauses that fell into the quotation.

The article's own style of marks stays: only marks that do not fit it, or their place, are touched.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from cleanup.article import Article, Span
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag, Words
from cleanup.resources import Resources

STYLES: Final = {"curly": "“”", "straight": '""', "guillemets": "«»", "german": "„“"}
_FOREIGN: Final = frozenset("„«»")
_ASKS: Final = frozenset(["wonders", "wondered"])
_ENGLISH: Final = ("curly", "straight")
SHORTEST_QUOTATION = 3  # words: a shorter one may be a nickname that lost its other mark

_MARK = re.compile(r"[“”„«»\"]")
_GERMAN_PAIR = re.compile(r"„[^“”„«»\"\n]+“")
_ANGLED_PAIR = re.compile(r"«[^“”„«»\"\n]+»")
_CLOSES = frozenset(" \t\u00a0\u202f.,;:!?…)]}–—-’'")
_OPENS = frozenset(" \t\u00a0\u202f([{–—-‘'/")
_SPACES = frozenset(" \t\u00a0\u202f")
_INNER_END = re.compile(r"[.!?…]\s+(?=[\"“‘«(]?[A-ZÀ-Þ])")
_REPORT = re.compile(
    r"(?P<comma>,|(?<=[!?]))\s(?P<verb>[a-z]{3,14})\s(?P<subject>(?:(?:the|a|an|his|her|their)\s)?(?:[\w’-]+\s){0,3}?"
    r"(?:[A-ZÀ-Þ][\w’-]+)(?:\s[A-ZÀ-Þ][\w’-]+){0,3}|(?:the|a|an)\s(?:[a-z’-]+\s)?[a-z’-]+"
    r"(?:\s(?:of|for)\s(?:the\s|a\s)?(?:[a-z’-]+\s)?[a-z’-]+)?)(?P<end>[.,])(?=\s|[”»“\"]|$)"
)
_DASHED_REPORT = re.compile(
    r"\s[–—-]\s(?P<verb>[a-z]{3,14})\s(?P<subject>[^–—“”«»\n]{2,90}?)(?P<end>\s[–—-]\s|[.,]?\s*(?=[”»“]))"
)
# “…, he says. But …”: the pronoun stands before its verb, and the verb ends its clause.
_PRONOUN_REPORT = re.compile(
    r"(?P<comma>,|(?<=[!?]))\s(?P<subject>he|she)\s(?P<verb>[a-z]{3,14})(?P<manner>\swith\sa\s[a-z]+)?"
    r"(?P<end>[.,])\s"
)
_SAME_SEX = {
    "he": re.compile(r"(?<!\w)(?:he|him|his)(?!\w)", re.I),
    "she": re.compile(r"(?<!\w)(?:she|her)(?!\w)", re.I),
}
# Somebody else in the quotation whom “he” or “she” may mean: “My son would not go, he said. I told him …”
_ANOTHER = re.compile(
    r"(?:^|[.!?,;:]\s|(?<!\w)(?:and|but|when|that|because)\s)(?:my|our)\s\w+"
    r"|(?<!\w)(?:my|our|the|an?|his|her|this|that|one)\s(?:\w+\s)?(?:father|mother|son|daughter|brother|sister|husband|wife"
    r"|doctor|neighbou?r|boss|teacher|mayor|minister|president|judge|nurse|lawyer|coach|man|woman|boy|girl|friend"
    r"|colleague|officer|official|owner|director|chief|driver|priest|uncle|aunt|cousin|grand(?:father|mother|son))(?!\w)",
    re.IGNORECASE,
)
# A report in an open quotation: a verb, and a subject that is a name or a definite noun.
_LATE_REPORT = re.compile(
    r"(?<![\w’-])(?P<verb>[a-z]{3,30})\s(?P<subject>(?:[A-ZÀ-Þ][\w’-]+)(?:\s[A-ZÀ-Þ][\w’-]+){0,3}"
    r"|the\s(?:[a-z’-]+\s)?[a-z’-]+(?:\s(?:of|for|at|in)\s(?:the\s|a\s)?(?:[\w’-]+\s)?[\w’-]+)?)(?P<end>[.,])(?=\s|$)"
)
# “We stay, the mayor said after the vote.”: as before, with the subject in front.
_SUBJECT_REPORT = re.compile(
    r"(?<=[,?!]\s)(?P<subject>he|she|(?:Mr|Ms|Mrs|Dr)\.?\s[A-ZÀ-Þ][\w’-]+|[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+){0,2}"
    r"|the\s(?:[a-z’-]+\s)?[a-z’-]+)\s(?P<verb>[a-z]{3,14})(?P<end>[.,](?=\s|$)|(?=\s(?:in|at|on|after|during|to|when|last)\s))"
)
# What follows a closing mark: she says, says Ana Ruiz.
_BEHIND_QUOTATION = re.compile(
    r",?\s(?:(?:he|she|they|I|we|[A-ZÀ-Þ][\w’-]+|the\s[a-z’-]+)\s(?P<late>[a-z]{3,14})"
    r"|(?P<verb>[a-z]{3,14})\s(?:he|she|the|a|an|his|her|[A-ZÀ-Þ]))"
)
# A paragraph of dialogue: – Words of the speaker – says Name. – More words.
_DIALOGUE = re.compile(r"(?P<open>[–—]\s?|-\s)(?=[“\"]?[A-ZÀ-Þ])")
_DIALOGUE_REPORT = re.compile(
    r"(?P<before>[,.!?…]?)(?P<dash>\s(?:[–—]\s?|-\s))"
    r"(?=(?:(?P<verb>[a-z]{3,14})\s(?:[A-ZÀ-Þ]|the\s|an?\s|his\s|her\s|s?he(?:[,.]|\s?[–—]|\s*$))"
    r"|(?:he|she)\s(?P<late>[a-z]{3,14})(?!\w)))"
)
_DASH = re.compile(r"(?<=[\s.,:;!?])[–—-](?=[\s.,:;])|(?<=\s)[–—](?=\w)|(?<=\w)[–—](?=[\s.,])")
_SPEECH_RESUMES = re.compile(r"(?P<stop>[.,:]?)\s(?:[–—]\s?|-\s)(?=\w)|[–—](?P<late_stop>[.,:]?)\s(?=\w)")
_FIRST_PERSON = re.compile(r"(?<!\w)(?:I|we|my|our|me|us|you|your)(?!\w)", re.IGNORECASE)
_ENDING_VERB = re.compile(r"(?:s|ed|aid|old|ote|pt|aw|ew)$")


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark and what it does there."""

    at: int
    text: str
    role: Literal["open", "close"]
    is_certain: bool


class Quotations:
    """Edits of quotation marks, paragraph by paragraph."""

    name = "quotations"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Mends marks safely where the paragraph leaves no doubt; the rest are suggestions."""
        style = main_style(article.text)
        paragraphs = article.paragraphs
        for number, paragraph in enumerate(paragraphs):
            marks = read_marks(article.text, paragraph)
            if not marks:
                yield from self._dialogue(article, paragraph, style)
                continue
            following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
            yield from self._paragraph(article, paragraph, following, marks, style)

    def _paragraph(
        self, article: Article, paragraph: Span, following: Span | None, marks: Sequence[Mark], style: str
    ) -> Iterator[Edit]:
        if not _alternate(marks):
            yield from self._lost_mark(article, paragraph, marks, style)
            yield from self._foreign_marks(article, marks, style)
            return
        pairs = list(zip(marks[::2], marks[1::2], strict=False))
        for opening, closing in pairs:
            if not article.is_protected(opening.at, closing.at + 1):
                yield from self._wrong_marks(article, (opening, closing), style)
                yield from self._spaces(article, opening, closing, style)
                yield from self._reports(article, opening.at + 1, closing.at, style)
        if len(marks) % 2:
            yield from self._unclosed(article, paragraph, following, marks[-1], style)

    def _lost_mark(self, article: Article, paragraph: Span, marks: Sequence[Mark], style: str) -> Iterator[Edit]:
        """One mark is lost inside the paragraph: a quotation closes that never opened, or opens twice."""
        breaks = [at for at in range(len(marks)) if marks[at].role == (marks[at - 1].role if at else "close")]
        ends_open = marks[-1].role == "open"
        if len(breaks) != 1 or ends_open or article.is_protected(marks[breaks[0]].at, marks[breaks[0]].at + 1):
            return
        at = breaks[0]
        start = marks[at - 1].at + 1 if at else paragraph.start
        if marks[at].role == "open":
            report = self._late_report(article, start, marks[at].at, style)
            if report is not None:
                yield report
            return
        yield from self._unopened(article, start, marks[at], style)

    def _foreign_marks(self, article: Article, marks: Sequence[Mark], style: str) -> Iterator[Edit]:
        """Marks of another language in English quotations, where another mark is lost and none has a partner."""
        if style not in _ENGLISH:
            return
        for mark in marks:
            if mark.text in _FOREIGN and mark.is_certain and not article.is_protected(mark.at, mark.at + 1):
                right = STYLES[style][mark.role == "close"]
                yield self._edit(article, "quotation-mark", mark.at, mark.at + 1, right)

    def _unopened(self, article: Article, start: int, closing: Mark, style: str) -> Iterator[Edit]:
        """`I fetched my rolls here as a child,” she says`: the mark opens the sentence that it closes."""
        text = article.text
        report = _BEHIND_QUOTATION.match(text, closing.at + 1)
        if report is None or not self._reports_speech(report["verb"] or report["late"]):
            return
        begins = [match.end() for match in _INNER_END.finditer(text, start, closing.at)]
        if not begins and text[start - 1 : start].strip():
            return  # the rest of a reporting clause
        earlier = text[:start].rstrip().rpartition("\n")[2]
        if not text[start - 1 : start].strip() and len(_MARK.findall(earlier)) % 2:
            return  # a quotation of two paragraphs
        at = begins[-1] if begins else start
        at += len(text[at : closing.at]) - len(text[at : closing.at].lstrip())
        if len(text[at : closing.at].split()) < SHORTEST_QUOTATION or not text[at].isupper():
            return
        told = text[start:at]
        sure = not _FIRST_PERSON.search(told) and (not told.strip() or bool(_FIRST_PERSON.search(text, at, closing.at)))
        yield self._resources.rules["unopened-quotation"].edit(
            text, at, at, [STYLES[style][0]], applicability=None if sure else Applicability.UNSAFE
        )

    def _wrong_marks(self, article: Article, pair: Sequence[Mark], style: str) -> Iterator[Edit]:
        if style in _ENGLISH and pair[0].text + pair[1].text in (STYLES[each] for each in _ENGLISH):
            return  # straight beside typographic marks is a matter of taste
        for mark, right in zip(pair, STYLES[style], strict=True):
            if mark.text != right:
                yield self._edit(article, "quotation-mark", mark.at, mark.at + 1, right)

    def _spaces(self, article: Article, opening: Mark, closing: Mark, style: str) -> Iterator[Edit]:
        text = article.text
        inside_first, inside_last = text[opening.at + 1], text[closing.at - 1]
        french = style == "guillemets" and inside_first in _SPACES and inside_last in _SPACES
        if inside_first in _SPACES and not french:
            yield self._edit(article, "space-inside-quotation", opening.at + 1, opening.at + 2, "")
        if inside_last in _SPACES and not french and closing.at - 1 > opening.at + 1:
            yield self._edit(article, "space-inside-quotation", closing.at - 1, closing.at, "")
        before = text[opening.at - 1 : opening.at]
        if before.isalnum() or before in (",", ":", ";"):
            yield self._edit(article, "space-beside-quotation", opening.at, opening.at, " ")
        word = re.compile(r"[^\W\d_]{2,}").match(text, closing.at + 1)
        if word and text[closing.at + 1 : closing.at + 4] not in ("s ", "ed "):
            yield self._after_closing(article, closing, word.group(), style)

    def _after_closing(self, article: Article, closing: Mark, word: str, style: str) -> Edit:
        right = STYLES[style][1]
        lost_comma = article.text[closing.at - 1].isalnum() and self._reports_speech(word)
        fixes = [f",{right} ", f"{right}, "] if lost_comma else [f"{right} "]
        return self._resources.rules["space-beside-quotation"].edit(article.text, closing.at, closing.at + 1, fixes)

    @property
    def _words(self) -> Words:
        return self._resources.words

    def _reports_speech(self, verb: str) -> bool:
        return verb in _ASKS or (self._resources.words.is_speech_verb(verb) and bool(_ENDING_VERB.search(verb)))

    def _reports(self, article: Article, start: int, end: int, style: str) -> Iterator[Edit]:
        opening, closing = STYLES[style][0], STYLES[style][1]
        text = article.text
        for match in _REPORT.finditer(text, start, end + 1):
            if match.end() > end or not self._reports_speech(match["verb"]) or match.start() - start < 10:
                continue
            apposed = match["end"] == ","
            continue_at = self._after_apposition(text, match.end(), end) if apposed else match.end()
            comma = match["comma"]
            body = text[match.start("verb") : continue_at]
            last = not text[continue_at:end].strip()
            tail = "" if last else f" {opening}"
            stop = end + 1 if last else continue_at + 1
            fixes = [f"{comma}{closing} {body}{tail}", f"{closing}{comma} {body}{tail}"]
            yield self._resources.rules["report-inside-quotation"].edit(
                text, match.start(), stop, fixes[: 1 + bool(comma)]
            )
        yield from self._pronoun_reports(article, start, end, style)
        yield from self._dashed_reports(article, start, end, style)

    def _pronoun_reports(self, article: Article, start: int, end: int, style: str) -> Iterator[Edit]:
        """“…, she says. The town …”: certain where nobody else in the quotation can be she."""
        opening, closing = STYLES[style][0], STYLES[style][1]
        text = article.text
        for match in _PRONOUN_REPORT.finditer(text, start, end):
            after = text[match.end() : end]
            goes_on = bool(after.strip()) and (match["end"] == "," or after[0].isupper())
            if not goes_on or not self._reports_speech(match["verb"]) or match.start() - start < 10:
                continue
            speech = text[start : match.start()]
            spoken_of = bool(_SAME_SEX[match["subject"]].search(speech) or _ANOTHER.search(speech))
            if self._reported_outside(text, start - 1, end + 1):
                continue
            sure = not spoken_of
            comma, body = match["comma"], text[match.start("subject") : match.end("end")]
            fixes = [f"{mark} {body} {opening}" for mark in dict.fromkeys((f"{comma}{closing}", f"{closing}{comma}"))]
            yield self._resources.rules["report-inside-quotation"].edit(
                text,
                match.start(),
                match.end(),
                fixes,
                applicability=None if sure else Applicability.UNSAFE,
                confidence=None if sure else 0.6,
            )

    def _reported_outside(self, text: str, start: int, end: int) -> bool:
        """Whether the quotation has its reporting clause outside: then the one inside is the speaker's own."""
        before, after = text[max(0, start - 60) : start].rstrip(), text[end : end + 60]
        words = re.match(r",?\s(?:(?:he|she|they|[A-ZÀ-Þ]\w+)\s)?(?:[A-ZÀ-Þ]\w+\s)?([a-z]+)", after)
        return before.endswith((":", ",")) or bool(words and self._reports_speech(words[1]))

    def _after_apposition(self, text: str, start: int, end: int) -> int:
        """Where the speaker's title ends (“says Ana Ruiz, head of the union.”); `start` where there is none."""
        match = re.compile(r"\s[^.,;:!?“”«»\n]{3,70}[.,]").match(text, start, end)
        if match is None:
            return start
        tags = [self._words.likely_tag(word) for word in re.findall(r"[^\W\d_]+", match.group())]
        begins = tags[0] & (Tag.CONJUNCTION | Tag.PRONOUN | Tag.RELATIVE) or any(tag & FINITE_VERB for tag in tags)
        return start if begins else match.end()

    def _dashed_reports(self, article: Article, start: int, end: int, style: str) -> Iterator[Edit]:
        """A reporting clause between dashes: two edits, each a dash that becomes a mark."""
        opening, closing = STYLES[style][0], STYLES[style][1]
        rule = self._resources.rules["dashed-report-inside-quotation"]
        for match in _DASHED_REPORT.finditer(article.text, start, end):
            if match.start() - start < 8 or not re.search(r"[A-ZÀ-Þ]|\bthe\b", match["subject"]):
                continue
            if not (self._reports_speech(match["verb"]) or match["verb"] in _LOUD):
                continue
            fixes = [f",{closing} ", f"{closing}, "]
            yield rule.edit(article.text, match.start(), match.start("verb"), fixes)
            if match["end"].strip() and match["end"].strip() in "–—-":
                yield rule.edit(article.text, match.start("end"), match.end(), [f", {opening}"])

    def _unclosed(
        self, article: Article, paragraph: Span, following: Span | None, mark: Mark, style: str
    ) -> Iterator[Edit]:
        """A quotation that is open at the end of its paragraph, and not taken up again by the next one."""
        text = article.text
        goes_on = following is not None and text[following.start] in '“”„«"‘'
        quoted = text[mark.at + 1 : paragraph.end]
        if (
            goes_on
            or mark.role == "close"
            or len(quoted.split()) < SHORTEST_QUOTATION
            or article.is_protected(mark.at, mark.at + 1)
        ):
            return
        before = text[paragraph.start : mark.at].rstrip()
        if before and before[-1] not in ".!?:,”»…":
            return
        late = self._late_report(article, mark.at + 1, paragraph.end, style)
        if late is not None:
            yield late
            return
        reported = any(self._reports_speech(match["verb"]) for match in _REPORT.finditer(quoted))
        if reported or quoted.rstrip()[-1] not in ".!?…":
            return
        end = mark.at + 1 + _end_of_speech(quoted)
        kept, rest = quoted[: end - mark.at - 1], quoted[end - mark.at - 1 :]
        personal = bool(_FIRST_PERSON.search(kept)) and not _FIRST_PERSON.search(rest)
        # “Now it fills the room.” may still be the speaker's, who is not in it; a sentence about somebody named is not.
        word = re.match(r"\s*([\w’'-]+)", rest)
        named = word is not None and bool(self._words.likely_tag(word[1]) & Tag.PROPER_NOUN)
        sure = _INNER_END.search(quoted) is None or (personal and named)
        yield self._resources.rules["unclosed-quotation"].edit(
            text,
            end,
            end,
            [STYLES[style][1]],
            applicability=None if sure else Applicability.UNSAFE,
            confidence=None if sure else 0.6,
        )

    def _late_report(self, article: Article, start: int, end: int, style: str) -> Edit | None:
        """“We stay, joked the head of the team, …”: the closing mark that was lost before the report, if any."""
        text, closing = article.text, STYLES[style][1]
        reports = itertools.chain(_LATE_REPORT.finditer(text, start, end), _SUBJECT_REPORT.finditer(text, start, end))
        for match in sorted(reports, key=lambda match: match.start()):
            head = text[start : match.start()]
            split = self._fused_verb(match["verb"]) if head.endswith(" ") else 0
            parted = bool(re.search(r"(?:,|[!?])\s$", head)) and self._reports_speech(match["verb"])
            if not (parted or split) or len(head.split()) < SHORTEST_QUOTATION:
                continue
            sure = not _FIRST_PERSON.search(text, match.end(), end)
            at = match.start() + split if split else len(head.rstrip()) + start
            comma = text[at - 1 : at] if parted and text[at - 1] == "," else "," if split else ""
            begin = at - len(comma) if parted else at
            fixes = list(dict.fromkeys((f"{comma}{closing}", f"{closing}{comma}")))
            if f"{closing}," in text and f",{closing}" not in text:
                fixes.reverse()  # where the article sets its commas
            return self._resources.rules["unclosed-quotation"].edit(
                text,
                begin,
                at,
                [fix + " " * bool(split) for fix in fixes],
                applicability=None if sure else Applicability.UNSAFE,
                confidence=None if sure else 0.6,
            )
        return None

    def _fused_verb(self, token: str) -> int:
        """Where a verb of saying begins that grew onto the last word of the quotation; 0 where none did."""
        if self._words.is_word(token):
            return 0
        splits = (at for at in range(3, len(token) - 3) if self._reports_speech(token[at:]))
        return next((at for at in splits if self._words.is_word(token[:at])), 0)

    def _dialogue(self, article: Article, paragraph: Span, style: str) -> Iterator[Edit]:
        """A paragraph of speech set with dashes: its first dash opens, the dash before the verb of saying closes."""
        text, opening, closing = article.text, STYLES[style][0], STYLES[style][1]
        first = _DIALOGUE.match(text, paragraph.start, paragraph.end)
        if first is None or article.is_protected(first.start(), first.end()):
            return
        report = next(
            (
                match
                for match in _DIALOGUE_REPORT.finditer(text, first.end(), paragraph.end)
                if self._reports_speech(match["verb"] or match["late"]) or (match["verb"] or "") in _LOUD
            ),
            None,
        )
        if report is None:
            return
        rule = self._resources.rules["dialogue-dash"]
        inner = _DASH.search(text, first.end(), report.start("before"))
        rest = list(_SPEECH_RESUMES.finditer(text, report.end(), paragraph.end))
        sure = inner is None and len(rest) <= 1
        edits = [(first.start(), first.end(), [opening])]
        stop = report["before"] if report["before"] in ("!", "?", "…") else ","
        fixes = [f"{stop}{closing} ", f"{closing}{stop} "] if stop == "," else [f"{stop}{closing} "]
        edits.append((report.start(), report.end(), fixes))
        if len(rest) == 1:
            stop = rest[0]["stop"] or rest[0]["late_stop"] or ","
            edits.append((rest[0].start(), rest[0].end(), [f"{stop} {opening}"]))
            end = len(text[: paragraph.end].rstrip())
            edits.append((end, end, [closing]))
        for begin, finish, choices in edits:
            yield rule.edit(
                text,
                begin,
                finish,
                choices,
                applicability=None if sure else Applicability.UNSAFE,
                confidence=None if sure else 0.6,
            )

    def _edit(self, article: Article, rule: str, start: int, end: int, replacement: str) -> Edit:
        return self._resources.rules[rule].edit(article.text, start, end, [replacement])


# Verbs that report speech in the languages of origin and seldom do in English.
_LOUD = word_set("attacks thunders sighs charges blurts smiles laughs shouts cuts continues comments")


def _end_of_speech(quoted: str) -> int:
    """Where the speaker stops: before the first sentence, but for the first, that says neither I nor we nor you."""
    starts = [match.end() for match in _INNER_END.finditer(quoted)]
    for start, after in itertools.pairwise([*starts, len(quoted)]):
        if not _FIRST_PERSON.search(quoted, start, after):
            return len(quoted[:start].rstrip())
    return len(quoted)


def main_style(text: str) -> str:
    """Which marks the article uses most, as a key of `STYLES`; the English ones where it is even."""
    counts = Counter(text)
    # A foreign mark that an English one closes is damage and no style.
    paired = len(_GERMAN_PAIR.findall(text)) if counts["„"] else 0
    curly = counts["“"] + counts["”"] - paired
    angled = 2 * len(_ANGLED_PAIR.findall(text)) if counts["«"] else 0
    found = {"curly": curly, "straight": counts['"'], "guillemets": angled, "german": 2 * paired}
    return max(found, key=lambda style: (found[style], style == "curly", style == "straight"))


def read_marks(text: str, paragraph: Span) -> list[Mark]:
    """The quotation marks of a paragraph, each with what its neighbours say that it does."""
    marks: list[Mark] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        at = match.start()
        before = text[at - 1] if at > paragraph.start else " "
        after = text[at + 1] if at + 1 < paragraph.end else " "
        is_open = bool(marks) and marks[-1].role == "open"
        if match.group() == '"' and before.isdigit() and not is_open:
            continue  # inches
        role, is_certain = _role(match.group(), before, after, is_open)
        marks.append(Mark(at, match.group(), role, is_certain))
    return marks


def _role(mark: str, before: str, after: str, is_open: bool) -> tuple[Literal["open", "close"], bool]:
    """What a mark does, and whether its neighbours alone say so."""
    opens = before in _OPENS and after not in _CLOSES
    closes = before not in _SPACES and before not in "([{" and (after in _CLOSES or before in ".,!?…")
    if opens != closes:
        return ("open" if opens else "close"), True
    if mark in "«„“" and not is_open:
        return "open", False
    if mark in "»”" and is_open:
        return "close", False
    return ("close" if is_open else "open"), False


def _alternate(marks: Sequence[Mark]) -> bool:
    """Whether opening and closing marks take turns: in nested or broken quotations nothing is certain."""
    roles = [mark.role for mark in marks]
    return all(role == ("open", "close")[number % 2] for number, role in enumerate(roles))
