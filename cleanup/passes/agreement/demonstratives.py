"""This, that and it before a verb of several and its plural predicate: this are poor conditions, it are hard years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import Tag
from cleanup.resources import Resources
from cleanup.syntax.noun_phrases import DETERMINERS_OF_MORE
from cleanup.syntax.parser import DETERMINERS, Word, parse

_OF_MORE: Final = {"this": "these", "that": "those", "it": "they"}
_VERBS: Final = word_set("are were aren’t aren't weren’t weren't")
_OPENS_CLAUSE: Final = word_set("and but because")
_MARKS: Final = frozenset(';:–—“"‘«')
_BEFORE_PREDICATE: Final = word_set("not no all just also only now still really simply then mostly mainly")
_GOES_ON: Final = Tag.ADJECTIVE | Tag.NOUN | Tag.PLURAL_NOUN | Tag.GERUND | Tag.PAST_PARTICIPLE | Tag.NUMBER
_LONGEST: Final = 6  # words of a noun phrase


def demonstrative_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that put the pronoun into the plural that verb and predicate have both."""
    rule = resources.rules["this-before-plural"]
    for sentence in parse(article):
        words = sentence.words
        for index in range(len(words) - 3):
            if not stands_for_several(words, index):
                continue
            word = words[index]
            form = _OF_MORE[word.lower]
            span = sentence.offset(index), sentence.end_offset(index)
            yield rule.edit(article.text, *span, [form.capitalize() if word.is_capitalised else form])


def stands_for_several(words: Sequence[Word], index: int) -> bool:
    """Whether a pronoun of one opens its clause before `are` or `were` and a plural that says what it is."""
    if words[index].lower not in _OF_MORE or index + 3 > len(words) or words[index + 1].lower not in _VERBS:
        return False
    before = words[index - 1] if index else None
    opens = before is None or before.text in _MARKS or (before.lower in _OPENS_CLAUSE and words[index].lower != "that")
    if before is not None and before.text == ",":
        opens = words[index].lower != "that"
    wished = words[index].lower == "it" and words[index + 1].lower.startswith("were") and index
    return opens and not wished and _is_plural(words, index + 2)


def _is_plural(words: Sequence[Word], at: int) -> bool:
    """Whether the noun phrase that begins here has a plural for its head."""
    while at < len(words) and words[at].lower in _BEFORE_PREDICATE:
        at += 1
    if at >= len(words):
        return False
    if words[at].lower in DETERMINERS_OF_MORE:
        at += 1
    elif words[at].lower in ("a", "an", "another", "every", "each", "much"):
        return False
    elif words[at].lower in DETERMINERS:
        at += 1
    head = None
    for spot in range(at, min(at + _LONGEST, len(words))):
        if not words[spot].tag & _GOES_ON:
            break
        head = words[spot]
    return head is not None and head.tag is Tag.PLURAL_NOUN and not head.is_capitalised
