"""Capitalised words in a row, and where they stand in their sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cleanup.article import Article, Token

_STAMP: Final = re.compile(
    r"^(?:[A-Z]{2,4} )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?[:,]? ?\Z", re.MULTILINE
)
"""The time before a line that tells what happened then."""


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row, `first:last` of the article's tokens (half-open)."""

    first: int
    last: int


def runs(article: Article) -> Iterator[Run]:
    """Capitalised words in a row in mid-sentence, of paragraphs that are sentences (headlines have their own ways)."""
    tokens = article.tokens
    starts = {article.token_index(sentence.start) for sentence in article.sentences}
    for paragraph in article.paragraphs:
        if article.text[paragraph.end - 1] not in '.!?…”"»)’' and paragraph.end - paragraph.start < 160:
            continue
        at, last = article.token_index(paragraph.start), article.token_index(paragraph.end)
        while at < last:
            end = at
            while (
                end < last
                and tokens[end].is_word
                and tokens[end].is_capitalised
                and _adjacent(article.text, tokens, end, at)
            ):
                end += 1
            if end > at:
                first = at + 1 if at in starts else at
                if first < end and _in_mid_sentence(article.text, tokens, first):
                    yield Run(first, end)
            at = max(end, at + 1)


def is_mid(article: Article, run: Run) -> bool:
    """Whether two words in lower case, figures or marks stand before the run: nothing that a name begins with."""
    first = article.sentence_at(article.tokens[run.first].start).start
    return all(
        not token.is_capitalised or (token.start == first and token.text in ("The", "A", "An", "This", "His", "Her"))
        for token in article.tokens[max(0, run.first - 2) : run.first]
    )


def _adjacent(text: str, tokens: Sequence[Token], index: int, first: int) -> bool:
    """Whether the word is the first, or stands one space behind the one before it."""
    return index == first or text[tokens[index - 1].end : tokens[index].start] == " "


def _in_mid_sentence(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Whether a word of the same sentence stands right before, with at most an opening mark between."""
    before = tokens[index - 1] if index else None
    if before is None or "\n" in text[before.end : tokens[index].start]:
        return False
    if _STAMP.search(text, text.rfind("\n", 0, before.start) + 1, tokens[index].start):
        return False
    if before.text in '“"«„‘' and index > 1:
        before = tokens[index - 2]
    return before.is_word or before.text == "," or before.text.isdigit()
