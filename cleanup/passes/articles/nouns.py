"""The article that a count noun lost where nothing can stand for it: there is bridge, has application, in such case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleanup.edits import Edit
from cleanup.lexicon.indefinite import indefinite_article
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import Tag, Words
from cleanup.resources import Resources
from cleanup.syntax.bare_nouns import DEFINITE, bare_phrase, is_definite, is_role, without_article
from cleanup.syntax.parser import SUBJECT_PRONOUNS, Sentence, Word
from cleanup.syntax.words import HAVE, TIME_NOUNS

_BE = word_set("is was be been")
_HAVE = HAVE | {"having"}
_COPULAS = _BE | word_set("became becomes become remains remained")
_MAKERS = word_set(
    "build builds built buy buys bought rent rents rented write writes wrote written sign signs signed create creates "
    "created organise organised organize organized hold holds held publish published launch launched "
    "establish established suffer suffered suffers commit commits committed plan plans planned erect erected own owns "
    "owned wear wears wore worn propose proposed introduce introduced want wants wanted need needs needed get gets got "
    "receive receives received"
)
_ALSO_ADJECTIVES = word_set("owned proposed rented planned launched built published written launch plan need want")
_SHARES_OF_MASS = word_set("much most half third quarter rest part all some")
_BEFORE_SUCH = word_set(
    "no any one some every each many another all other first second third last next few several only two three four "
    "as the of"
)


def lost_articles(text: str, sentence: Sentence, resources: Resources) -> Iterator[Edit]:
    """Edits that give a bare singular noun its article, where the words before it and behind it leave no doubt."""
    words, lexicon = sentence.words, resources.words
    if len(words) < 4 or words[-1].text not in '.!?”"':
        return  # a headline or a caption
    for index, word in enumerate(words[:-1]):
        if word.lower == "such":
            if index and _is_definite_or_counted(words[index - 1], lexicon):
                continue
        elif not _opens(words, index):
            continue
        end = bare_phrase(words, index + 1, lexicon, such=word.lower == "such")
        if end is None and word.lower == "than" and words[index + 1].tag is Tag.NOUN:
            end = _compound(words, index + 1, lexicon)
        if end is None or not _suits(words, index, end, lexicon):
            continue
        start, stop = sentence.offset(index + 1), sentence.end_offset(end - 1)
        phrase = text[start:stop]
        article = "the" if any(is_definite(each, lexicon) for each in words[index + 1 : end - 1]) else ""
        if article and (word.lower in ("there", "such") or _is_existential(words, index)):
            continue
        article = article or indefinite_article(words[index + 1].lower)
        rule = resources.rules["article-lost-before-noun"]
        yield rule.edit(text, start, stop, [f"{article} {phrase}"], name=phrase)


def _compound(words: Sequence[Word], start: int, lexicon: Words) -> int | None:
    """Where two nouns end that are one thing: longer than football pitch, not stronger than death."""
    end = without_article(words, start, lexicon)
    return end if end == start + 2 and words[start].lower not in TIME_NOUNS | DEFINITE else None


def _opens(words: Sequence[Word], index: int) -> bool:
    """Whether a count noun right behind the word needs an article."""
    word = words[index]
    if word.lower == "there":
        return index > 0 and words[index - 1].lower in _BE  # is there bridge
    if word.lower in ("with", "without"):
        return True
    if word.lower == "than":
        usual = words[index + 1].lower in ("usual", "normal", "average", "expected")
        return index > 1 and _is_comparative(words[index - 1]) and not usual
    if word.lower in _HAVE:
        return index > 0
    if word.lower in _COPULAS:
        return index > 0 and words[index - 1].lower not in ("how", "what", "as", "]") and not _of_mass(words, index)
    return word.lower in _MAKERS and index > 0 and _is_verb(words, index)


def _is_comparative(word: Word) -> bool:
    """Whether something has more of a quality that is measured: longer than, not better or rather than."""
    return (
        word.lower.endswith("er") and word.tags & Tag.ADJECTIVE != 0 and word.lower not in ("better", "other", "either")
    )


def _of_mass(words: Sequence[Word], index: int) -> bool:
    """Whether a share is the subject, whose predicate may be what it is made of: much of the coast is cliff."""
    pairs = pairwise(words[:index])
    return any(share.lower in _SHARES_OF_MASS and of.lower == "of" for share, of in pairs)


def _is_verb(words: Sequence[Word], index: int) -> bool:
    """Whether the word, which may describe the noun (the proposed plan, a state owned bank), is the clause's verb."""
    before = words[index - 1]
    if before.lower in SUBJECT_PRONOUNS or before.lower in ("who", "which", "to") or before.lower in _HAVE:
        return True
    if before.tag is Tag.MODAL or (before.lower in ("not", "already", "also") and index > 1):
        return before.tag is Tag.MODAL or words[index - 2].tag & (Tag.MODAL | Tag.AUXILIARY) != 0
    alone = words[index].lower not in _ALSO_ADJECTIVES and words[index].tag & (Tag.VERB_PAST | Tag.VERB_PRESENT)
    return bool(alone) and before.is_noun


def _is_existential(words: Sequence[Word], index: int) -> bool:
    """Whether `be` at `index` is that of `there is`, `there has been`, `there will be`."""
    if words[index].lower not in _BE:
        return False
    before = [word.lower for word in words[max(0, index - 3) : index]]
    return "there" in before


def _suits(words: Sequence[Word], index: int, end: int, lexicon: Words) -> bool:
    """Whether the noun, which may be another part of speech, is an object or a predicate behind this word."""
    opener, noun = words[index], words[end - 1]
    person = lexicon.is_person_noun(noun.lower)
    if opener.lower in ("such", "there") or _is_existential(words, index):
        return True
    if opener.lower in ("with", "without", "than"):
        return not (person or noun.tags & Tag.GERUND)
    verbal = any(word.tags & (Tag.PAST_PARTICIPLE | Tag.VERB_PAST) for word in words[index + 1 : end])
    if opener.lower in _COPULAS and lexicon.is_person_noun(noun.lower):
        person = is_role(noun.lower, lexicon)
    if opener.lower.startswith("becom") or opener.lower == "became":
        person = person or noun.lower.endswith(("er", "or"))  # became provider for the winning goal
    if opener.lower in _COPULAS:
        other = noun.tags & (Tag.ADJECTIVE | Tag.GERUND | Tag.PAST_PARTICIPLE | Tag.VERB_PAST)
        return not (person or other or verbal)
    gerund = noun.tags & Tag.GERUND and opener.lower not in _HAVE  # the wall wants painting
    return not (verbal or gerund)


def _is_definite_or_counted(word: Word, lexicon: Words) -> bool:
    """Whether `such` behind the word needs no article: one such case, the largest such attack."""
    return word.lower in _BEFORE_SUCH or word.tag is Tag.NUMBER or is_definite(word, lexicon)
