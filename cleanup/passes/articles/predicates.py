"""The article that a predicate lost: not only enemy, very important question, real disaster, volunteer and helped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.indefinite import indefinite_article
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag, Words
from cleanup.resources import Resources
from cleanup.syntax.bare_nouns import is_definite, is_role
from cleanup.syntax.parser import DETERMINERS, Sentence, Word
from cleanup.syntax.words import KIN

_COPULAS: Final = word_set("is was be been becomes became become remains remained")
_NEVER_BEFORE: Final = word_set("how what as there much more less so too")
_BETWEEN: Final = word_set("also just still already now simply really actually probably perhaps always never again not")
_INTENSIFIERS: Final = word_set("very extremely truly really particularly relatively exceptionally increasingly")
_JUDGED: Final = word_class("things_when_described")
_LONGEST: Final = 4  # words of the phrase
_OFTEN: Final = 20  # times with an article in the clean corpora
_NO_MODIFIER: Final = word_set("other more less enough such much little own half what which better worse part")


def predicate_edits(text: str, sentence: Sentence, resources: Resources, *, bare: bool) -> Iterator[Edit]:
    """Edits that give a predicate its article; a person is only suggested unless the language has none (`bare`)."""
    words, lexicon = sentence.words, resources.words
    if len(words) < 4 or words[-1].text not in '.!?”"':
        return  # a headline or a caption
    for index, word in enumerate(words[:-1]):
        start = _predicate(words, index)
        if start is None or start + 1 >= len(words):
            continue
        end = _phrase_end(words, start)
        if end is None or any(is_definite(each, lexicon) for each in words[start:end]):
            continue
        doubt = _judged(words, index, start, end, lexicon)
        if doubt is None:
            continue
        if word.lower == "also" or (bare and doubt is Applicability.UNSAFE):
            doubt = Applicability.SAFE if bare else Applicability.UNSAFE
        if words[start - 1].lower in ("only", "just") and "but" not in {each.lower for each in words[end:]}:
            if end < len(words) and words[end].text == ".":
                yield _only(text, sentence, resources, start, end)
            continue
        phrase = text[sentence.offset(start) : sentence.end_offset(end - 1)]
        rule = resources.rules["article-lost-before-noun"]
        fix = f"{indefinite_article(words[start].lower)} {phrase}"
        place = sentence.offset(start), sentence.end_offset(end - 1)
        yield rule.edit(text, *place, [fix], applicability=doubt, name=phrase)


def _only(text: str, sentence: Sentence, resources: Resources, start: int, end: int) -> Edit:
    """`Frost is not only enemy.`: not the only one."""
    place = sentence.offset(start - 1), sentence.end_offset(end - 1)
    phrase = text[place[0] : place[1]]
    return resources.rules["article-lost-before-noun"].edit(text, *place, [f"the {phrase}"], name=phrase)


def _predicate(words: Sequence[Word], index: int) -> int | None:
    """Where the predicate behind the copula at `index` begins, its adverbs passed over; the same behind `but also`."""
    if index == 0 or words[index - 1].lower in _NEVER_BEFORE:
        return None
    if words[index].lower == "also":
        return index + 1 if words[index - 1].lower == "but" and _has_not_only(words, index) else None
    if words[index].lower not in _COPULAS:
        return None
    start = index + 1
    while start < len(words) - 1 and words[start].lower in _BETWEEN:
        if words[start].lower == "not" and words[start + 1].lower in ("only", "just"):
            start += 1
        start += 1
    return start


def _has_not_only(words: Sequence[Word], index: int) -> bool:
    before = [word.lower for word in words[:index]]
    return "only" in before and before[before.index("only") - 1] == "not"


def _phrase_end(words: Sequence[Word], start: int) -> int | None:
    """Where a noun in small letters with what describes it ends, if nothing behind it goes with it."""
    at = start
    if words[at].lower in _INTENSIFIERS:
        at += 1
        if not words[at].tag & Tag.ADJECTIVE:
            return None
    while at < min(start + _LONGEST, len(words)):
        word = words[at]
        if (
            not word.text.replace("-", "").isalpha()
            or not word.text.islower()
            or word.lower in DETERMINERS | _NO_MODIFIER
        ):
            return None
        if word.tag is Tag.NOUN and (at + 1 >= len(words) or not words[at + 1].tag & (Tag.NOUN | Tag.PLURAL_NOUN)):
            return at + 1 if _ends(words, at + 1) else None
        if not word.tag & (Tag.ADJECTIVE | Tag.NOUN) or word.tags & (Tag.DETERMINER | Tag.PREPOSITION):
            return None
        at += 1
    return None


def _ends(words: Sequence[Word], end: int) -> bool:
    after = words[end] if end < len(words) else None
    if after is None or after.text in ".,;:!?”":
        return True
    following = words[end + 1] if end + 1 < len(words) else None
    if after.lower in ("and", "but") and following is not None:
        verb = following.tag & (FINITE_VERB | Tag.AUXILIARY | Tag.MODAL)
        return bool(verb) and not following.tags & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE)
    return after.lower in ("but", "when", "because", "until") or bool(after.tag & (Tag.PREPOSITION | Tag.RELATIVE))


def _judged(words: Sequence[Word], index: int, start: int, end: int, lexicon: Words) -> Applicability | None:
    """How surely the noun that ends the phrase needs an article behind the copula at `index`."""
    noun = words[end - 1]
    described = end > start + 1
    if noun.tags & (Tag.GERUND | Tag.PLURAL_NOUN) or "there" in {word.lower for word in words[:index]}:
        return None
    if lexicon.is_person_noun(noun.lower):
        return _judged_person(words, index, end, lexicon)
    intense = words[start].lower in _INTENSIFIERS
    if noun.lower in _JUDGED and described and (noun.lower, words[start].lower) != ("place", "common"):
        return Applicability.SAFE
    if noun.tags & Tag.ADJECTIVE:
        return None
    if lexicon.is_count_noun(noun.lower) and (intense or start > index + 1):
        return Applicability.SAFE if described or words[index + 1].lower == "not" else Applicability.UNSAFE
    return None


def _judged_person(words: Sequence[Word], index: int, end: int, lexicon: Words) -> Applicability | None:
    """How surely somebody is one of several of a kind: she was volunteer, never he was captain."""
    noun, after = words[end - 1].lower, words[end].lower if end < len(words) else "."
    if lexicon.bigram_lower(indefinite_article(noun), noun) < _OFTEN or is_role(noun, lexicon) or noun in KIN:
        return None
    if lexicon.likely_tag(noun) & Tag.ADJECTIVE or (after == "," and end + 1 < len(words) and words[end + 1].is_noun):
        return None  # so be patient; he is also a painter, sketcher and singer
    if after in ("of", "to", "for", "at", "in", "on"):
        return Applicability.UNSAFE  # professor of law
    subject = words[index - 1]
    one = subject.lower in ("he", "she", "who") or subject.is_proper or subject.lower in KIN
    return Applicability.SAFE if one and words[index].lower in ("is", "was") else Applicability.UNSAFE
