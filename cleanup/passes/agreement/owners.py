"""Whose a thing is: ours farmers, she sold the own car, the brother of her, a son of him."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.evidence import Evidence, evidence_of
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import with_plurals
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax.parser import Word, parse

_OWNERS: Final = {"ours": "our", "theirs": "their", "yours": "your", "hers": "her"}
_OF_PRONOUNS: Final = {"i": "my", "we": "our", "they": "their", "he": "his", "she": "her", "it": "its"}
_OF_GENDERS: Final = {"male": "his", "female": "her"}
_BEFORE_OWNERS: Final = word_set("of than like as is are was were be and or")
_GOALS: Final = word_set("goal goals brand brands label labels initiative")
_VERB: Final = (
    FINITE_VERB | Tag.VERB_BASE | Tag.PAST_PARTICIPLE | Tag.AUXILIARY | Tag.MODAL | Tag.ADVERB | Tag.ADJECTIVE
)
_ACTS: Final = FINITE_VERB | Tag.PAST_PARTICIPLE
_OF_OBJECTS: Final = {"me": "my", "you": "your", "him": "his", "her": "her", "us": "our", "them": "their"}
_STANDING_ALONE: Final = {
    "me": "mine", "you": "yours", "him": "his", "her": "hers", "us": "ours", "them": "theirs",
}  # fmt: skip
_RELATIONS: Final = with_plurals("kin", "relations")
_SEVERAL: Final = word_set("a an another two three four five some many several no other")
_NARROWED: Final = word_set("who whom whose that which all both each two three own alone")
"""What may stand behind the pronoun where it is more than an owner: the mother of them all."""
_BEHIND: Final = Tag.PUNCTUATION | Tag.PREPOSITION | Tag.CONJUNCTION | Tag.AUXILIARY | Tag.MODAL | FINITE_VERB
_OPEN_TAGS: Final = Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE | Tag.GERUND | Tag.PAST_PARTICIPLE
_REACH: Final = 5  # words between a verb and its object


def owner_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that put the possessive before its noun."""
    evidence = evidence_of(article, resources)
    rule = resources.rules["possessive-form"]
    for sentence in parse(article):
        words = sentence.words
        for index in range(len(words) - 2):
            owned = _of_object(words, index)
            if owned is not None:
                start, owner = owned
                span = sentence.offset(start), sentence.end_offset(index + 1)
                yield rule.edit(article.text, *span, [owner])
            form, sure = None, True
            if words[index].lower in _OWNERS:
                form = _before_noun(words, index)
            elif words[index].lower == "the" and words[index + 1].text == "own" and words[index + 2].is_noun:
                form, sure = _own(words, index, evidence) or (None, True)
            if form is not None:
                form = form.capitalize() if words[index].is_capitalised else form
                span = sentence.offset(index), sentence.end_offset(index)
                certainty = Applicability.SAFE if sure else Applicability.UNSAFE
                yield rule.edit(article.text, *span, [form], applicability=certainty)


def _before_noun(words: Sequence[Word], index: int) -> str | None:
    """`ours farmers`: our."""
    noun = words[index + 1]
    if noun.tags & _VERB or not noun.tags & (Tag.PLURAL_NOUN | Tag.NOUN) or noun.is_capitalised:
        return None
    if index and words[index - 1].lower in _BEFORE_OWNERS:
        return None
    return _OWNERS[words[index].lower]


def _of_object(words: Sequence[Word], index: int) -> tuple[int, str] | None:
    """`the old friend of her`, `a son of him`: where the phrase begins, and what it is with its possessive."""
    noun, pronoun = words[index - 1], words[index + 1]
    if words[index].lower != "of" or pronoun.text not in _OF_OBJECTS or noun.lower not in _RELATIONS or index < 2:
        return None
    if not _stands_alone(words, index + 1):
        return None
    start = index - 2
    while start > 0 and (words[start].tag is Tag.ADJECTIVE or words[start - 1].lower == "the"):
        start -= 1
    opens = words[start].lower
    between = " ".join(word.text for word in words[start + 1 : index])
    if opens == "the":
        owner = _OF_OBJECTS[pronoun.text]
        return start, f"{owner.capitalize() if words[start].is_capitalised else owner} {between}"
    if opens in _SEVERAL:
        return index, f"of {_STANDING_ALONE[pronoun.text]}"
    return None


def _stands_alone(words: Sequence[Word], at: int) -> bool:
    """Whether the pronoun at `at` ends its phrase: no noun follows, and nothing that says more of it."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or after.lower in _NARROWED:
        return after is None
    if words[at].lower != "her":
        return bool(after.tag & (_BEHIND | Tag.ADVERB) or after.tags & (FINITE_VERB | Tag.VERB_BASE))
    return bool(after.tag & _BEHIND) and not after.tags & _OPEN_TAGS and after.text not in "-–"


def _own(words: Sequence[Word], index: int, evidence: Evidence) -> tuple[str, bool] | None:
    """`she sold the own car`: the possessive of the subject right before the verb, and whether it is certain."""
    if words[index + 2].lower in _GOALS:
        return None
    verb = next((at for at in range(index - 1, max(0, index - 1 - _REACH), -1) if words[at].tag & _ACTS), None)
    if verb is None or any(word.text in ",;:" for word in words[verb:index]):
        return None
    at = verb - 1
    while at > 0 and words[at].tag & (Tag.AUXILIARY | Tag.MODAL | Tag.ADVERB):
        at -= 1
    if words[at].lower in ("who", "that") and at:
        at -= 2 if words[at - 1].text == "," and at > 1 else 1
    subject = words[at]
    if subject.lower in _OF_PRONOUNS:
        return _OF_PRONOUNS[subject.lower], True
    if subject.is_proper:
        gender = evidence.gender_of(subject.text)
        return (_OF_GENDERS[gender], True) if gender in _OF_GENDERS else None
    return ("their", subject.lower.endswith("s")) if subject.tag is Tag.PLURAL_NOUN else None
