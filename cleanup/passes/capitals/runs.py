"""Capitalised words in a row, and where they stand in their sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cleanup.article import Article, Token
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of
from cleanup.passes.capitals.lists import TITLE_NOUNS

_CONTINUES_NAME: Final = word_set("of for and on the a an in from at de la & to with - – ’ ' s : /")

_PRESSING: Final = forms_of("verbs_of_pressing") | {"menu", "menus"}
"""Words whose sentence names buttons and menus: tap Sounds, choose Quiet Hours."""

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


def is_label(article: Article, run: Run) -> bool:
    """Whether the sentence is about buttons and menus, whose labels have capitals."""
    sentence = article.sentence_at(article.tokens[run.first].start)
    words = re.findall(r"\w+", article.text[sentence.start : sentence.end])
    return words[0] in ("Press", "Select") or any(word.lower() in _PRESSING for word in words)


def is_second(article: Article, run: Run) -> bool:
    """Whether the word before the run is the second of its sentence: Police have Arrested."""
    return (
        run.first > 1
        and article.sentence_at(article.tokens[run.first].start).start == article.tokens[run.first - 2].start
    )


def is_work(article: Article, run: Run) -> bool:
    """Whether “by” and a name follow several capitalised words, which are a title then: Body Parts by Gary Lucas."""
    behind = article.tokens[run.last : run.last + 3]
    return len(behind) > 2 and behind[0].text == "by" and behind[1].is_capitalised and behind[2].is_capitalised


def is_name_like(article: Article, token: Token) -> bool:
    """Whether a neighbour has a capital or an apostrophe, other than the first word of the sentence."""
    first = article.sentence_at(token.start).start == token.start
    return (token.is_capitalised and not first) or token.text in "’'"


def goes_on(article: Article, run: Run) -> bool:
    """Whether “of” or “for” and words in lower case say what the run is in charge of: Councillor for sport."""
    behind = article.tokens[run.last : run.last + 3]
    if len(behind) < 3 or behind[0].text not in ("of", "for"):
        return False
    return all(token.text.islower() for token in behind[1 : 2 + (behind[1].text in ("the", "this", "a", "an"))])


def belongs_to_name(article: Article, run: Run) -> bool:
    """Whether the run may be the middle or the end of a longer name, or a title."""
    tokens = article.tokens
    before = tokens[run.first - 1].text if run.first else ""
    if before.lower() in TITLE_NOUNS or _reaches_name(tokens, range(run.first - 1, max(-1, run.first - 5), -1)):
        return True
    if _reaches_name(tokens, range(run.last, min(len(tokens), run.last + 4))):
        return True
    return run.last < len(tokens) and (tokens[run.last].text[0].isdigit() or tokens[run.last].text in "-–(’'")


def _reaches_name(tokens: Sequence[Token], path: range) -> bool:
    """Whether only small words and marks part the run from another capitalised word or a figure."""
    for number, index in enumerate(path):
        token = tokens[index]
        if number and (token.is_capitalised or token.text[0].isdigit()):
            return True
        if token.text not in _CONTINUES_NAME:
            return False
    return False


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
