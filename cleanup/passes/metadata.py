"""Page parts that leaked into the text: dates, bylines, captions, links, menus, and the headline told twice.

Whole lines are found by the packs of `rules/metadata/`; this module adds what needs more than a pattern, and decides
how far a deletion reaches: a line goes with its line break, so that no empty paragraph stays behind.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property

import regex

from cleanup.article import Article, Span
from cleanup.edits import Applicability, Edit
from cleanup.passes.metadata_lines import is_furniture, is_section_line
from cleanup.pattern import compile_pattern
from cleanup.resources import Resources
from cleanup.rulepack import Phrase

LONGEST_LINE = 200
MOST_LINES_IN_A_ROW = 3
HEAD_LINES = 4  # bylines and bare dates belong to the head of a page

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+(?:the\s+)?)"
_NUMERIC_DATE = r"(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2})(?![\w%])"
_WRITTEN_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|\.|º)?\s+(?:of\s+)?{_MONTH}(?:\s+of)?,?\s+(?:19|20)\d{{2}}(?!\w)"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d{{2}}(?!\w))"
)
_DATE = rf"(?:{_WEEKDAY}?(?:{_NUMERIC_DATE}|{_WRITTEN_DATE}))"
_ZONE = r"(?:CES?T|GMT|UTC|BST|TSI|BRT|E[SD]T)"
_TIME = (
    r"(?:\d{1,2}(?:[:.h]|\s?h\s?)\d{2}(?::\d{2})?(?:\s?(?:[ap]\.?m\.?|hours|hrs|h|o[’']clock))?"
    rf"(?:\s\(?{_ZONE}\)?)?(?!\w)|\d{{1,2}}\s?[ap]\.?m\.?(?!\w))"
)
_LABEL = (
    r"(?:(?:[Ff]irst|[Ll]ast|[Oo]riginally|[Aa]rticle|[Nn]ews)\s+)?(?:[Pp]ublished|[Pp]osted|[Uu]pdated?|[Mm]odified"
    r"|[Cc]reated"
    r"|[Pp]ublication(?:\s+[Dd]ate)?|[Dd]ate(?:\s+of\s+publication)?|[Rr]elease\s+[Dd]ate|[Ee]ntered|[Uu]ploaded"
    r"|[Mm]odification"
    r"|[Uu]pdating|[Aa]ctuali[sz](?:ed|ation)|[Aa]dded|[Pp]laced|[Cc]hanged|[Ee]ntr(?:y|ance)(?:\s+[Dd]ate)?|[Dd]ate\s+added"
    r"|[Dd]ata|[Rr]eleased|[Ee]dit(?:ed)?|[Ss]tatus|[Aa]s\s+of)(?:\s+(?:on|at|in|the|it))*\s*:?"
)
_READING = (
    r"(?:(?:[Ee]stimated\s+)?(?:[Rr]ead(?:ing)?\s+[Tt]ime|[Tt]ime\s+(?:to|of)\s+read(?:ing)?"
    r"|[Rr]eading)\s*:?\s*(?:approx\.|about|ca\.|less\s+than)?\s*"
    r"(?:\d+|a|one)\s*(?:min(?:ute)?s?(?:\.|(?!\w))|[’'′])(?:\s+read)?|\d+\s?-?\s?min(?:ute)?s?\.?\s+(?:read(?:ing)?"
    r"|of\s+reading)(?!\w))"
)
_SECTION = (
    r"(?:Economy|Economics|Finance|Business|Politics|World|Sports?|Football|Soccer|Culture|News|International"
    r"|National|Society"
    r"|Local|Opinion|Newsroom|Editorial(?:\s+[Ss]taff)?|Chronicle|Foreign|Abroad|Interior|Domestic|Technology|Tech|Science|Health|Environment|Europe"
    r"|Regional?"
    r"|Panorama|Media|Life|Lifestyle|Entertainment|Show|Breaking|Latest|Actuality|Current [Aa]ffairs|Markets|Agenda"
    r"|Cinema|Music)(?!\w)"
)
_PARTICLE = r"(?:de|da|do|dos|di|del|della|van|von|der|den|ten|la|le|el|al|y|e)"
_NAME = rf"(?:[A-ZÀ-ÞĀ-Ž][\w’'.-]*(?:\s+(?:{_PARTICLE}\s+)*[A-ZÀ-ÞĀ-Ž][\w’'-]*\.?){{1,3}})"
_BY = (
    r"(?:(?:[Ww]ritten|[Ee]dited|[Tt]ext|[Rr]eport(?:ed|age)?"
    r"|[Rr]eporting|[Ii]nterview|[Cc]urated|[Ss]igned|[Pp]repared)\s+[Bb]y:?|[Bb]y:?|[Aa]uthor:|[Tt]ext:|[Oo]f|[Ff]rom)"
)
_AUTHOR = rf"(?:{_BY}\s+{_NAME}(?:\s*(?:,|and|&)\s*{_NAME})?)"
_BREAK = r"(?:[\s|·•,;:/()–—-]|(?<!\w)(?:at|on|and|the)(?!\w))*"
_STAMP = (
    rf"{_BREAK}(?:(?:(?P<label>{_LABEL})(?!\w)|(?P<date>{_DATE})|(?P<time>{_TIME})|(?P<reading>{_READING})|{_SECTION}"
    rf"|{_AUTHOR}){_BREAK})+"
)
_ONE_STAMP = (
    rf"(?:{_SECTION}|{_AUTHOR}|{_LABEL}(?!\w))?{_BREAK}"
    rf"(?:{_NUMERIC_DATE}|{_DATE})(?:{_BREAK}{_TIME})?(?:{_BREAK}{_READING})?"
)
_INLINE = rf"[ \t]*(?P<stamp>{_ONE_STAMP}(?:{_BREAK}{_ONE_STAMP})*)[ \t|·•–—-]*[ \t](?=[“\"«‘]?[A-ZÀ-Þ])"
_BYLINE = (
    rf"[ \t]*{_BY}\s+(?P<name>{_NAME}(?:\s*(?:,|and|&)\s*{_NAME}){{0,3}})"
    r"(?:[ ,/|–—-]+(?:(?:from\s+)?(?:our|the|special|chief|political|foreign)\s+)*"
    r"(?:correspondent|envoy|editor|reporter|journalist|staff|special envoy|newsroom|AFP|AP|Reuters|dpa|EFE|ANSA|Lusa"
    r"|PAP|AA|Agerpres|Mediafax)"
    r"(?:\s+(?:in|from|to|at|of)?\s*[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+)?)?)?"
    r"(?:\s*[-–—|,]\s*(?:[Rr]eproduction reserved|[Aa]ll rights reserved|@\w+))?[ \t]*"
)
# A headline that was cut off ends with one of these.
_SMALL_WORDS = (
    "a an the of in on at to for from by with and or but that which who as is are was were be has have had its their "
    "his her this these those into over under between against after before about than"
)
_FUNCTION_WORDS = frozenset(_SMALL_WORDS.split())
_NAME_ALONE = re.compile(rf"[ \t]*{_NAME}[ \t]*")
_END_MARK = re.compile(r"[.!?…”\"»)]\s*$")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")


@cache
def _kept(pattern: str) -> regex.Pattern[str]:
    """A pattern that takes `re` 10 ms to compile at each start, and none from the code that an earlier run kept."""
    return compile_pattern(pattern, {}, whole_words=False, ignore_case=False)


class Metadata:
    """Deletes leaked page parts: safely where a line cannot be prose, as a suggestion where it might be."""

    name = "metadata"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    @cached_property
    def _phrases(self) -> list[Phrase]:
        return [phrase for rule in self._resources.rules.of_folder(self.name) for phrase in rule.patterns]

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Deletions of whole lines with their breaks, and of stamps in front of the body."""
        paragraphs = article.paragraphs
        if not paragraphs:
            return
        lines: dict[Span, Edit] = {}
        for edit in [*self._from_packs(article), *self._stamps(article), *self._headlines(article)]:
            line = _line_of(paragraphs, edit)
            if line is None:
                yield edit
            elif line not in lines or edit.applicability.rank < lines[line].applicability.rank:
                lines[line] = edit
        if len(lines) < len(paragraphs):
            yield from _careful(article, lines)

    def _from_packs(self, article: Article) -> Iterator[Edit]:
        """What the packs find. They see the short lines alone: a page part is one, and the body is long to search."""
        lines = [line for line in article.paragraphs if line.end - line.start <= LONGEST_LINE]
        text = "".join(article.text[line.start : line.end] + "\n\n" for line in lines)
        starts = list(itertools.accumulate((line.end - line.start + 2 for line in lines), initial=0))
        for phrase in self._phrases:
            for edit in phrase.edits(text, self._resources.lists):
                number = bisect_right(starts, edit.start) - 1
                line = lines[number]
                if edit.start == starts[number] and len(edit.original.rstrip()) == line.end - line.start:
                    yield replace(edit, start=line.start, end=line.end, original=article.text[line.start : line.end])

    def _stamps(self, article: Article) -> Iterator[Edit]:
        bare = 0
        found: list[tuple[Span, Edit]] = []
        for number, line in enumerate(article.paragraphs):
            if line.end - line.start > LONGEST_LINE:
                if number < HEAD_LINES:
                    yield from self._inline_stamp(article, line)
                continue
            stamp = self._stamp_line(article, line, number)
            if stamp is None:
                if number < HEAD_LINES:
                    yield from self._inline_stamp(article, line)
                continue
            bare += _is_bare_date(article.text[line.start : line.end])
            found.append((line, stamp))
        for line, stamp in found:
            # Several lines that hold nothing but a date are the headings of a chronicle.
            if bare < 2 or not _is_bare_date(article.text[line.start : line.end]):
                yield stamp

    def _stamp_line(self, article: Article, line: Span, number: int) -> Edit | None:
        text = article.text[line.start : line.end]
        match = _kept(_STAMP).fullmatch(text)
        if match and (match["date"] or match["reading"] or (match["label"] and match["time"])):
            sure = number < HEAD_LINES or match["label"] or match["reading"] or len(article.paragraphs) - number <= 2
            return self._delete(article, "date-stamp", line, sure=bool(sure))
        if number < HEAD_LINES and _NAME_ALONE.fullmatch(text) and self._is_person(text.strip()):
            return self._delete(article, "byline", line, sure=False)
        near_border = number < HEAD_LINES or len(article.paragraphs) - number <= 2
        byline = _kept(_BYLINE).fullmatch(text)
        if byline is not None and self._is_person(byline["name"]):
            return self._delete(article, "byline", line, sure=True) if near_border else None
        if is_furniture(text):
            return self._delete(article, "page-line", line, sure=near_border)
        sections = number == 0 and is_section_line(text)  # which may also be a headline
        return self._delete(article, "page-line", line, sure=False) if sections else None

    def _inline_stamp(self, article: Article, line: Span) -> Iterator[Edit]:
        """A stamp in front of a paragraph; it goes with the white space around it."""
        start = article.text.rfind("\n", 0, line.start) + 1
        match = _kept(_INLINE).match(article.text, start, line.end)
        if match and self._opens_with_label(match["stamp"]):
            yield self._resources.rules["inline-date-stamp"].edit(article.text, start, match.end(), [""])

    def _opens_with_label(self, stamp: str) -> bool:
        return bool(re.match(rf"{_LABEL}|{_SECTION}|{_AUTHOR}|{_NUMERIC_DATE}", stamp))

    def _is_person(self, names: str) -> bool:
        first, last = names.split()[0], names.split()[-1]
        words = self._resources.words
        initial = bool(re.fullmatch(r"(?:[A-Z]\.-?)+", first))
        return (initial or words.is_given_name(first)) and (words.is_surname(last) or words.zipf(last.lower()) < 3.5)

    def _headlines(self, article: Article) -> Iterator[Edit]:
        """The first line, where the next one says it again, or it is the headline as an address has it."""
        lines = article.paragraphs
        if len(lines) < 2 or lines[0].end - lines[0].start > LONGEST_LINE:
            return
        first, second = (article.text[line.start : line.end] for line in lines[:2])
        verdict = _repeats(first, second)
        if verdict is not None:
            yield self._delete(article, "repeated-headline", lines[0], sure=verdict)

    def _delete(self, article: Article, rule: str, line: Span, *, sure: bool) -> Edit:
        applicability = None if sure else Applicability.UNSAFE
        return self._resources.rules[rule].edit(
            article.text, line.start, line.end, [""], applicability=applicability, confidence=None if sure else 0.6
        )


def _repeats(first: str, second: str) -> bool | None:
    """Whether the second line says the first again: surely, maybe (False), or not at all (None)."""
    words, others = _words(first.replace("-", " ")), _words(second.replace("-", " "))
    if len(words) < 4 or len(words) > len(others):
        return None
    if words == others[: len(words)]:
        return not _END_MARK.search(first)  # a sentence that ends may be a lead
    if _END_MARK.search(first):
        return None
    shared = sum(word in others for word in words)
    cut = words[-1] in _FUNCTION_WORDS and shared >= 0.8 * len(words)
    slug = bool(re.fullmatch(r"[\w-]+", first)) and "-" in first and shared >= 0.5 * len(words)
    return True if (cut and shared >= 5) or slug else None


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def _is_bare_date(text: str) -> bool:
    return bool(re.fullmatch(rf"\s*{_DATE}\s*", text))


def _line_of(paragraphs: Sequence[Span], edit: Edit) -> Span | None:
    """The line that the edit deletes as a whole, or None."""
    if edit.replacements != ("",):
        return None
    kept = edit.start + len(edit.original.rstrip())
    return next((p for p in paragraphs if edit.start <= p.start and kept == p.end), None)


def _careful(article: Article, lines: dict[Span, Edit]) -> Iterator[Edit]:
    """The deletions with their line breaks; where many lines in a row would go, they are only suggested."""
    run: list[Span] = []
    for paragraph in [*article.paragraphs, None]:
        if paragraph is not None and paragraph in lines:
            run.append(paragraph)
            continue
        for line in run:
            edit = _with_break(article.text, line, lines[line])
            many = len(run) > MOST_LINES_IN_A_ROW and edit.applicability is Applicability.SAFE
            yield replace(edit, applicability=Applicability.UNSAFE, confidence=0.6) if many else edit
        run = []


def _with_break(text: str, line: Span, edit: Edit) -> Edit:
    """The deletion of a line, widened to the break after it, or at the end of the text to the one before it."""
    start = text.rfind("\n", 0, line.start) + 1
    after = re.compile(r"[ \t]*(?:\r?\n[ \t]*)*\r?\n|[ \t]*").match(text, line.end)
    end = after.end() if after else line.end
    if not text[end:].strip():
        end = line.end
        start = len(text[:start].rstrip())
    return replace(edit, start=start, end=end, original=text[start:end])
