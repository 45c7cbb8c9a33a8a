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
from functools import cached_property

from cleanup.article import Article, Span, is_quoted
from cleanup.edits import Applicability, Edit
from cleanup.passes.metadata.lines import AGENCY, furniture_front, is_furniture, is_kicker, is_section_line
from cleanup.passes.metadata.prose import where_prose_begins, without_prose
from cleanup.passes.metadata.sentences import (
    SENTENCE_RULES,
    Part,
    links_in,
    parts_of,
    says_that_it_continues,
    with_gap,
)
from cleanup.passes.metadata.stamps import (
    BY,
    NAME,
    STAMP,
    is_bare_date,
    is_dated,
    is_stamp_line,
    read_front,
)
from cleanup.passes.metadata.tails import tail_of
from cleanup.pattern import kept_pattern
from cleanup.resources import Resources
from cleanup.rulepack import Phrase
from cleanup.syntax.clauses import is_finite
from cleanup.syntax.parser import tag_sentence

LONGEST_LINE = 200
LONGEST_STAMP = 60  # a longer line that begins with a date tells something
MOST_LINES_IN_A_ROW = 3
HEAD_LINES = 4  # bylines and bare dates belong to the head of a page

# What a text is called where its author stands behind it: A comment by, A guest contribution of.
_KIND = (
    r"(?:An?\s+)?(?:[Gg]uest\s+)?(?:[Cc]omment(?:ary)?|[Aa]nalysis|[Cc]ontribution|[Rr]eport(?:age)?|[Ee]ssay|[Cc]olumn"
    r"|[Ii]nterview|[Oo]pinion(?:\s+piece)?)\s+(?:by|of|from)"
)
_BYLINE = (
    rf"[ \t]*(?:{BY}|{_KIND})\s+(?P<name>{NAME}(?:\s*(?:,|and|&)\s*{NAME}){{0,3}})"
    r"(?:[ ,/|–—-]+(?:(?:from\s+)?(?:our|the|special|chief|political|foreign)\s+)*"
    r"(?:correspondent|envoy|editor|reporter|journalist|staff|special envoy|newsroom|AFP|AP|Reuters|dpa|EFE|ANSA|Lusa"
    r"|PAP|AA|Agerpres|Mediafax)"
    r"(?:\s+(?:in|from|to|at|of)?\s*[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+)?)?)?"
    r"(?:,\s[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+)?)?"
    rf"(?:,?\s\(?with\s(?:{AGENCY}|agencies)\)?)?"
    r"(?:\s*[-–—|,]\s*(?:[Rr]eproduction reserved|[Aa]ll rights reserved|@\w+))?[ \t]*"
)
# A headline that was cut off ends with one of these.
_SMALL_WORDS = (
    "a an the of in on at to for from by with and or but that which who as is are was were be has have had its their "
    "his her this these those into over under between against after before about than"
)
_FUNCTION_WORDS = frozenset(_SMALL_WORDS.split())
# A name that its post or its agency makes an author: Ana Robles (correspondent in Lima), EFE/Ana Robles.
_PLACE = r"[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+)?"
_POST = r"(?:special\s)?(?:correspond(?:ent|ence)|envoy)"
_POSTED = (
    rf"[ \t]*(?:By\s)?(?:(?P<name>{NAME}),?\s"
    rf"(?:\((?:{_PLACE},\s)?{_POST}(?:\s(?:in|at|to)\s{_PLACE})?\)|{_PLACE}\s\({_POST}\)|\({AGENCY}\))"
    rf"|\(?{AGENCY}\s?/\s?(?P<credited>{NAME})\)?)[ \t]*"
)
_NAME_AND_DATE = rf"[ \t]*(?P<name>{NAME})\s?[,|·–—-]\s(?P<date>.+)"
_NAME_ALONE = re.compile(rf"[ \t]*{NAME}[ \t]*")
_SITE = re.compile(r"(?:\s+[|·»–—-]\s+[A-ZÀ-ÞĀ-Ž0-9][^|·»\n.!?]{1,40}){1,3}$")
_TITLE_WORDS = 3
_CAPTION = (
    r"(?P<caption>[^\n.!?:;“”\"]{8,150}?(?P<picture>,? (?:in|on) an? (?:\w+ )?(?:file|archive|archival|stock|library)"
    r" (?:image|photo|picture|photograph))?)"
    rf"(?:\.\s+(?:{NAME}\s?/\s?)?{AGENCY}(?:\s?[/,]\s?{AGENCY})*\.?"
    rf"|\.?\s+(?:[|–—/-]\s?)?(?:[Pp]hotos?|PHOTO|[Ff]oto|[Pp]ictures?)(?:\s(?:by|credits?))?\s?[:/]\s?{NAME}\.?)[ \t]*"
)
_END_MARK = re.compile(r"[.!?…”\"»)]\s*$")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")


class Metadata:
    """Deletes leaked page parts: safely where a line cannot be prose, as a suggestion where it might be."""

    name = "metadata"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    @cached_property
    def _phrases(self) -> list[Phrase]:
        return [phrase for rule in self._resources.rules.of_folder(self.name) for phrase in rule.patterns]

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Deletions of whole lines with their breaks, and of stamps in front of the body; never of prose."""
        for edit in self._deletions(article):
            spared = edit if edit.rule == "repeated-headline" else without_prose(article, edit)
            if spared is not None:
                yield spared

    def _deletions(self, article: Article) -> Iterator[Edit]:
        paragraphs = article.paragraphs
        if not paragraphs:
            return
        lines: dict[Span, Edit] = {}
        yield from self._in_paragraphs(article)
        for edit in [*self._from_packs(article), *self._stamps(article), *self._headlines(article)]:
            line = _line_of(paragraphs, edit)
            if line is not None and edit.rule == "photo-credit" and _tells(article, line):
                continue  # prose with a credit behind it, which goes alone
            if line is not None and edit.rule in SENTENCE_RULES and where_prose_begins(article, line) is not None:
                continue
            if line is None:
                yield edit
            elif line not in lines or edit.applicability.rank < lines[line].applicability.rank:
                lines[line] = edit
        if len(lines) < len(paragraphs):
            yield from _careful(article, lines)

    def _from_packs(self, article: Article) -> Iterator[Edit]:
        """What the packs find. They see the short lines alone: a page part is one, and the body is long to search."""
        lines = [line for line in article.paragraphs if line.end - line.start <= LONGEST_LINE]
        yield from self._pack_edits(article, lines)

    def _pack_edits(self, article: Article, spans: Sequence[Span]) -> Iterator[Edit]:
        """Edits of the packs that take one of the spans as a whole."""
        text = "".join(article.text[span.start : span.end] + "\n\n" for span in spans)
        starts = list(itertools.accumulate((span.end - span.start + 2 for span in spans), initial=0))
        for phrase in self._phrases:
            for edit in phrase.edits(text, self._resources.lists):
                number = bisect_right(starts, edit.start) - 1
                span = spans[number]
                if edit.start == starts[number] and len(edit.original.rstrip()) == span.end - span.start:
                    yield replace(edit, start=span.start, end=span.end, original=article.text[span.start : span.end])

    def _in_paragraphs(self, article: Article) -> Iterator[Edit]:
        """Page parts that stand in a paragraph of the body, as sentences of their own."""
        parts: dict[Span, tuple[Part, Span]] = {}
        for paragraph in article.paragraphs:
            sentences = [s for s in article.sentences if paragraph.start <= s.start and s.end <= paragraph.end]
            for span, sure in links_in(article, sentences):
                if not is_quoted(article.text, paragraph.start, span.start):
                    yield self._take_out(article, "link-in-paragraph", paragraph, span, sure=sure)
            for sentence in sentences[1:]:
                stamp = read_front(article.text, sentence.start, paragraph.end, in_body=True)
                front = sentence.start + furniture_front(article.text[sentence.start : sentence.end])
                end = stamp[0] if stamp is not None else front
                if end > sentence.start and not is_quoted(article.text, paragraph.start, sentence.start):
                    span = Span(sentence.start, end, "page")
                    yield self._take_out(article, "page-line", paragraph, span, sure=True)
            yield from self._tail(article, paragraph)
            for part in parts_of(article, paragraph, sentences):
                whole = part.span.start <= paragraph.start and part.span.end >= paragraph.end  # goes with its break
                if not whole and part.span.end - part.span.start <= LONGEST_LINE:
                    parts.setdefault(part.span, (part, paragraph))
        for part, paragraph in parts.values():
            text = article.text[part.span.start : part.span.end]
            if (part.bare_tail and is_stamp_line(text)) or (part.runs_on and is_furniture(text)):
                yield self._take_out(article, "page-line", paragraph, part.span, sure=True)
        for edit in self._pack_edits(article, list(parts)):
            part, paragraph = parts[Span(edit.start, edit.end, "sentence")]
            if edit.rule == "photo-credit" and not _is_credit_alone(article, paragraph, part):
                continue
            if edit.rule == "rights-line" and _is_caption(article, paragraph):
                continue
            known = part.bare_tail or part.runs_on
            known = known or edit.rule in SENTENCE_RULES or says_that_it_continues(edit.original)
            safe = edit.applicability is Applicability.SAFE
            if known and safe and not is_quoted(article.text, paragraph.start, edit.start):
                yield self._take_out(article, edit.rule, paragraph, part.span, sure=part.at_border)

    def _tail(self, article: Article, paragraph: Span) -> Iterator[Edit]:
        """Furniture in a closed form behind prose, which stays."""
        found = tail_of(article.text, paragraph)
        if found is None or is_quoted(article.text, paragraph.start, found[0].start):
            return
        prose = Span(paragraph.start, found[0].start, "prose")
        if prose.end - prose.start > LONGEST_LINE or any(
            _has_verb(article, sentence) for sentence in article.sentences if _overlaps(sentence, prose)
        ):
            yield self._take_out(article, found[1], paragraph, found[0], sure=True)

    def _take_out(self, article: Article, rule: str, paragraph: Span, span: Span, *, sure: bool) -> Edit:
        start, end = with_gap(article.text, paragraph, span)
        return self._resources.rules[rule].edit(
            article.text,
            start,
            end,
            [""],
            applicability=None if sure else Applicability.UNSAFE,
            confidence=None if sure else 0.7,
        )

    def _stamps(self, article: Article) -> Iterator[Edit]:
        bare = 0
        found: list[tuple[Span, Edit]] = []
        for number, line in enumerate(article.paragraphs):
            stamp = None
            if line.end - line.start <= LONGEST_LINE:
                stamp = self._stamp_line(article, line, number)
            if stamp is None:
                yield from self._inline_stamp(article, line, in_body=number >= HEAD_LINES)
                continue
            bare += is_bare_date(article.text[line.start : line.end])
            found.append((line, stamp))
        for line, stamp in found:
            # Several lines that hold nothing but a date are the headings of a chronicle.
            if bare < 2 or not is_bare_date(article.text[line.start : line.end]):
                yield stamp

    def _stamp_line(self, article: Article, line: Span, number: int) -> Edit | None:
        text = article.text[line.start : line.end]
        if number < HEAD_LINES and is_bare_date(text):
            return self._delete(article, "date-stamp", line, sure=True)
        match = kept_pattern(STAMP).fullmatch(text)
        if match and (match["date"] or match["reading"] or (match["label"] and match["time"])):
            sure = number < HEAD_LINES or match["label"] or match["reading"] or len(article.paragraphs) - number <= 2
            return self._delete(article, "date-stamp", line, sure=bool(sure))
        if number < HEAD_LINES and _NAME_ALONE.fullmatch(text) and self._is_person(text.strip()):
            return self._delete(article, "byline", line, sure=False)
        dated = kept_pattern(_NAME_AND_DATE).fullmatch(text) if number < HEAD_LINES else None
        if dated is not None and is_bare_date(dated["date"]) and self._is_person(dated["name"]):
            return self._delete(article, "byline", line, sure=True)
        if _is_caption(article, line):
            return self._delete(article, "page-line", line, sure=True)
        near_border = number < HEAD_LINES or len(article.paragraphs) - number <= 2
        byline = kept_pattern(_BYLINE).fullmatch(text) or kept_pattern(_POSTED).fullmatch(text)
        groups = byline.groupdict() if byline else {}
        if byline is not None and self._is_person(groups["name"] or groups["credited"]):
            return self._delete(article, "byline", line, sure=True) if near_border else None
        if is_furniture(text) or is_stamp_line(text):
            return self._delete(article, "page-line", line, sure=near_border)
        kicker = number < 2 and is_kicker(text)
        sections = number == 0 and is_section_line(text)  # which may also be a headline
        return self._delete(article, "page-line", line, sure=kicker) if kicker or sections else None

    def _inline_stamp(self, article: Article, line: Span, *, in_body: bool) -> Iterator[Edit]:
        """A stamp in front of a paragraph; it goes with the white space around it."""
        start = article.text.rfind("\n", 0, line.start) + 1
        front = read_front(article.text, start, line.end, in_body=in_body)
        if front is None:
            return
        others = (other for other in article.paragraphs if other != line and other.end - other.start > LONGEST_STAMP)
        if is_dated(article.text, start, line.end) and any(is_dated(article.text, o.start, o.end) for o in others):
            return  # the entries of a chronicle
        end, sure = front
        yield self._resources.rules["inline-date-stamp"].edit(
            article.text,
            start,
            end,
            [""],
            applicability=None if sure else Applicability.UNSAFE,
            confidence=None if sure else 0.6,
        )

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


def _is_caption(article: Article, line: Span) -> bool:
    """Whether a line is a phrase without a verb and the agency or photographer behind it: `Olives near Jaén. EFE`."""
    match = kept_pattern(_CAPTION).fullmatch(article.text, line.start, line.end)
    if match is None:
        return False
    if match["picture"]:
        return True
    return not _has_verb(article, Span(match.start("caption"), match.end("caption"), "caption"))


def _tells(article: Article, line: Span) -> bool:
    """Whether a line is prose: two sentences with verbs, or one that closes the article. A caption has mostly none."""
    sentences = [s for s in article.sentences if line.start <= s.start and s.end <= line.end]
    told = sum(_has_verb(article, sentence) for sentence in sentences)
    return told > 1 or (told == 1 and line == article.paragraphs[-1] and len(article.paragraphs) > 1)


def _is_credit_alone(article: Article, paragraph: Span, part: Part) -> bool:
    """Whether a part is no more than a credit, behind prose: the line is no caption, which goes as a whole."""
    if any(_has_verb(article, s) for s in article.sentences if part.span.start <= s.start and s.end <= part.span.end):
        return False
    return paragraph.end - paragraph.start > LONGEST_LINE or _tells(article, paragraph)


def _overlaps(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _has_verb(article: Article, sentence: Span) -> bool:
    words = tag_sentence(article.text[sentence.start : sentence.end])
    return any(is_finite(words, at) for at in range(len(words)))


def _repeats(first: str, second: str) -> bool | None:
    """Whether the second line says the first again: surely, maybe (False), or not at all (None).

    The title of a page has the name of the site behind the headline: `Snow closes the pass | The Valley Post`.
    """
    title = _SITE.sub("", first)
    if title != first and len(_words(title)) >= _TITLE_WORDS and _words(title) == _words(second):
        return True
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
