"""Page parts that stand in a paragraph of the body: behind its last sentence, in front of the first, or between two."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cleanup.article import Article, Span
from cleanup.passes.metadata.prose import QUESTION_WORDS, where_prose_begins
from cleanup.pattern import kept_pattern

LONGEST = 200
# Rules whose lines are whole sentences of the page, which no article says outside a quotation.
SENTENCE_RULES: Final = frozenset(("reader-call", "paywall-line", "live-status"))
_CONTINUES: Final = r"(?:The |This )?(?:article|text|story|news) continues (?:below|after|under)\b.*"
_LINK: Final = (
    r"(?:(?:(?:To|You can(?: also)?) )?(?:[Rr]ead|[Ss]ee|[Ww]atch|READ|SEE|WATCH)"
    r"(?: (?:[Aa]lso|ALSO|too|TOO|[Mm]ore|MORE|next|here|on (?:the|this) (?:topic|subject)|about (?:it|this)))+"
    r"|(?:[Aa]lso|ALSO) (?:[Rr]ead|READ|see)"
    r"|[Mm]ore on (?:the|this) (?:topic|subject)|[Ff]urther reading"
    r"|(?:RELATED|[Rr]elated)(?: (?:articles?|news|stories))?"
    r"|(?:[Yy]ou|It|This) (?:may|might|could) (?:also )?(?:be interested in|like|interest you)"
    r"|[Ll]eggi anche|LEGGI ANCHE|À lire aussi|Lire aussi|Lesen Sie auch|Leia também|Czytaj (?:też|także|również)"
    r"|Citește și|Lees ook|Läs också|Læs også|Přečtěte si|Lea también)"
    r" ?(?:[:|»>→]|[–—-](?= )) ?(?=[“\"«‘]?[A-ZÀ-Þ\d]).*"
)
_TAIL: Final = r"[.!?…][”\"»)]*\s+(?P<tail>[\[(*©–—-]{0,2}\s?(?:[^\n.!?“”«»\"]|(?<!\w)[A-Z]\.|(?<=\d)\.(?=\d)){1,80})$"
# Where a title without an end mark has run into the article's next sentence: the photos of the fire The hearing is …
_RUNS_ON: Final = r"(?<=[a-zà-ÿ])\s+(?:The|An?|In|On|At|It|He|She|They|But|This)(?:\s+[a-zà-ÿ][\w’'-]*){3,}.*[.!?]$"
_TITLE_WORDS: Final = 14


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a paragraph that may be the page's: its span, and what is known of its place."""

    span: Span
    at_border: bool  # first or last in its paragraph
    bare_tail: bool  # last, and without an end mark
    runs_on: bool = False  # without an end mark before a sentence of the article


def parts_of(article: Article, paragraph: Span, sentences: Sequence[Span]) -> Iterator[Part]:
    """Sentences of a paragraph, a question with the sentence behind it, and a tail without an end mark."""
    tail = kept_pattern(_TAIL).search(article.text, paragraph.start, paragraph.end)
    if tail is not None:
        yield Part(Span(tail.start("tail"), paragraph.end, "sentence"), at_border=True, bare_tail=True)
    for number, sentence in enumerate(sentences):
        border = number in (0, len(sentences) - 1)
        run_on = where_prose_begins(article, sentence)
        if run_on is not None:
            yield Part(Span(sentence.start, run_on, "sentence"), border, bare_tail=False, runs_on=True)
            continue
        if len(sentences) < 2:
            return
        yield Part(sentence, border, bare_tail=False)
        follows = sentences[number + 1] if number + 1 < len(sentences) else None
        if follows is not None and article.text[sentence.end - 1] == "?":
            border = number == 0 or number + 2 == len(sentences)
            yield Part(Span(sentence.start, follows.end, "sentence"), border, bare_tail=False)


def links_in(article: Article, sentences: Sequence[Span]) -> Iterator[tuple[Span, bool]]:
    """Links to other articles (“Read also: Title.”), and whether their titles surely end where they are said to."""
    for sentence, follows in itertools.zip_longest(sentences, sentences[1:]):
        text = article.text[sentence.start : sentence.end]
        if len(sentences) < 2 or len(text) > LONGEST or not kept_pattern(_LINK).fullmatch(text):
            continue
        second = article.text[follows.start : follows.end] if follows else ""
        runs_on = kept_pattern(_RUNS_ON).search(text)
        if second.endswith("?") and len(second.split()) <= QUESTION_WORDS:
            yield Span(sentence.start, follows.end, "sentence"), False
        elif runs_on is not None:
            yield Span(sentence.start, sentence.start + runs_on.start(), "sentence"), True
        else:
            short = len(text.split()) <= _TITLE_WORDS  # a longer one may have run into a sentence of the article
            yield sentence, short and (follows is None or text.endswith("."))


def says_that_it_continues(text: str) -> bool:
    """Whether a sentence only says where the text goes on."""
    return bool(kept_pattern(_CONTINUES).fullmatch(text))


def with_gap(text: str, paragraph: Span, span: Span) -> tuple[int, int]:
    """The stretch with the white space behind it, or, at the end of its paragraph, before it."""
    start, end = span.start, span.end
    if end >= paragraph.end:
        while start > paragraph.start and text[start - 1].isspace():
            start -= 1
        return start, end
    while end < paragraph.end and text[end].isspace():
        end += 1
    return start, end
