"""The article of what the text has spoken of: a bridge fell … near bridge. Only for languages that have no articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.evidence import evidence_of
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import with_plurals, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag, Words
from cleanup.resources import Resources
from cleanup.syntax.bare_nouns import DETERMINERS_BEFORE
from cleanup.syntax.parser import DETERMINERS, SUBJECT_PRONOUNS, Sentence, Word, parse
from cleanup.syntax.words import KIN

_BEFORE: Final = word_set(
    "of near behind inside outside beneath beside in on from under around during against across above throughout "
    "beyond towards"
)
_NO_HEADS: Final = with_plurals("heads_with_bare_nouns") | word_set(
    "game games glass piece pieces use lack means head out instead thousands"
)
_FIRST: Final = word_class("countable_nouns")
_LEAST: Final = 3  # times in the clean corpora
_NEAR: Final = 3  # words: from island to island
_SHARE: Final = 0.02  # of those with a determiner
_SHARE_OF: Final = 0.12
_DETERMINED: Final = "the|an?|this|that|his|her|its|their|our|whose|every|one"


def mentioned_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that give a bare count noun “the” where an earlier sentence has the same noun with a determiner."""
    for sentence in parse(article):
        words = sentence.words
        if len(words) < 4 or words[-1].text not in '.!?”"':
            continue
        for index, word in enumerate(words[:-1]):
            if not _is_bare(article, words, index, resources) or not _is_known(
                article, sentence, word, resources.words
            ):
                continue
            noun = word.lower
            place = sentence.offset(index), sentence.end_offset(index)
            rule = resources.rules["article-lost-before-noun"]
            yield rule.edit(article.text, *place, [f"{'The' if index == 0 else 'the'} {noun}"], name=noun)


def _is_known(article: Article, sentence: Sentence, word: Word, lexicon: Words) -> bool:
    """Whether an earlier sentence has the noun with a determiner, or a person’s title before a name."""
    before = article.text[: sentence.start]
    if re.search(rf"\b(?:{_DETERMINED})(?: [a-z-]+)? {re.escape(word.lower)}\b", before, re.IGNORECASE):
        return True
    return lexicon.is_person_noun(word.lower) and bool(re.search(rf"\b(?i:{re.escape(word.lower)}) [A-Z]", before))


def _is_bare(article: Article, words: Sequence[Word], index: int, resources: Resources) -> bool:
    """Whether the word is a count noun that ends its phrase without an article, behind a word that asks for one."""
    word, lexicon = words[index], resources.words
    person = lexicon.is_person_noun(word.lower) and word.lower not in KIN
    near = {each.lower for each in words[max(0, index - _NEAR) : index]}
    if (
        word.lower in near
        or word.tag is not Tag.NOUN
        or not (person or lexicon.is_count_noun(word.lower) or word.lower in _FIRST)
    ):
        return False
    if index == 0:
        return _is_subject(words) and evidence_of(article, resources).person(word.text) is None
    opener, opening = words[index - 1], [each.lower for each in words[:index]] == ["according", "to"]
    inverted = index == 1 and words[2].tag & FINITE_VERB != 0  # Near bridge stands a mill
    ends = inverted or _ends(words, index + 1) or (opening and words[index + 1].lower in DETERMINERS | {"there"})
    if not word.text.islower() or not ends or word.lower == "plan":
        return False
    if opener.lower == "to":
        return index > 1 and words[index - 2].lower in ("according", "road", "next", "close", "thanks", "due")
    if opener.lower not in _BEFORE or (person and opener.lower not in ("of", "from", "against")):
        return False
    if opener.lower == "of" and (index < 2 or words[index - 2].lower in _NO_HEADS):
        return False
    return not _stands_bare(opener.lower, word.lower, lexicon)


def _is_subject(words: Sequence[Word]) -> bool:
    verb = words[1]
    if words[0].text.isupper() or verb.lower in ("were", "are", "have"):
        return False
    only = verb.tag & (Tag.VERB_PAST | Tag.VERB_PRESENT) and not verb.tags & (Tag.NOUN | Tag.PLURAL_NOUN)
    return bool(only or verb.tag & (Tag.AUXILIARY | Tag.MODAL))


def _ends(words: Sequence[Word], end: int) -> bool:
    """Whether the noun before `end` is no part of a compound, a pair or a set phrase of two nouns."""
    after = words[end]
    if after.text in ".,;:!?”" or after.lower in SUBJECT_PRONOUNS:
        return True
    if after.tag & (Tag.AUXILIARY | Tag.MODAL | Tag.RELATIVE):
        return True
    if after.tag & FINITE_VERB and not after.tags & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE):
        return True
    return bool(after.tag & Tag.PREPOSITION) and after.lower not in ("to", "as", "by", "of", "after")


def _stands_bare(opener: str, noun: str, lexicon: Words) -> bool:
    """Whether counts show the noun bare behind this very word: in hospital, on stage."""
    bare = lexicon.bigram_lower(opener, noun)
    determined = sum(lexicon.bigram_lower(word, noun) for word in DETERMINERS_BEFORE)
    return bare >= _LEAST and bare > (_SHARE_OF if opener == "of" else _SHARE) * determined
