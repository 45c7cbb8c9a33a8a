"""Phrases that stand after a person's name and set it off by a comma: what can only have run into the surname."""

from __future__ import annotations

from collections.abc import Sequence

from cleanup.lexicon.indefinite import indefinite_article
from cleanup.lexicon.inflection import participle, past, third_person
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import inflected, word_class
from cleanup.lexicon.words import Tag, Words

_STATEMENTS = word_class("statements") | word_set("televised written brief recent long short joint open private public")
_COMING = word_set("in on at into to of near from with by and the outside under")
_PARTICIPLES = inflected("deeds_to_persons", participle) | {"born"}
_PARTICIPLE_LINKS = word_set("in on at by as of for to with from near into between during after since")
_ONLY_ONE = word_set("president mayor governor chairman chairwoman head king queen pope premier chancellor rector dean")
_FORMER = word_set("former current longtime veteran ex acting interim outgoing")
_DESCRIBED = word_set("retired young elderly unemployed amateur freelance part-time")
_ORDINALS = word_set("second third fourth fifth sixth seventh latest")
_AT_SOME_TIME = word_set("now then today formerly currently previously already once")
_ROLE_LINKS = word_set("of at for")
_RANKS = word_set("general emeritus designate elect ordinary")
_ENDS_NAMES = word_set("son head king star man child baker singer cook dean")
_TOWARDS = word_set("at to into towards toward through from over around")
_REPORTING = (
    "say", "add", "think", "believe", "insist", "argue", "maintain", "recall", "admit", "concede", "reckon", "fear",
    "hope", "suspect", "complain", "joke",
)  # fmt: skip
# Without an object of their own, which a relative clause would have before it: the plan she announced.
_SAYING = {form(verb) for verb in _REPORTING for form in (str, third_person, past)}
_TAKES_UP = word_set("he she it they we i you")
_NOUN = Tag.NOUN | Tag.PLURAL_NOUN
_DETERMINED = Tag.DETERMINER | Tag.POSSESSIVE | Tag.PRONOUN


def opens_aside(words: Words, right: str, following: Sequence[str]) -> bool:
    """Whether a word and those after it open a phrase that says who, where or how old the person named before is.

    `following` are the words after `right`, marks included.
    """
    if not following:
        return False
    first, second = following[0].lower(), (following[1].lower() if len(following) > 1 else "")
    if right == "at":
        return _is_number(words, first) or (first == "the" and second == "age")
    if right == "aged":
        return _is_number(words, first)
    if right == "in":
        return first in ("an", "a", "his", "her", "another", "one") and second in _STATEMENTS
    if right in ("a", "an", "the") and first.isdigit() and "year" in following[1:4]:
        return True
    if right in ("a", "an", "the", "one", "his", "her", "their", "its") or right in _FORMER:
        return _names_a_role(words, following)
    if right in _DESCRIBED and words.is_person_noun(first) and (second in _COMING or second in (".", ",", "who")):
        return True
    if right in _ORDINALS and first == "generation":
        return True
    if right in _AT_SOME_TIME:
        return first in _FORMER | {"a", "an", "the"} or _names_a_role(words, following)
    if words.is_person_noun(right) and words.likely_tag(right) & _NOUN:
        if first in _ROLE_LINKS:
            return right not in _ENDS_NAMES or second in ("a", "the", "his", "her")
        if first in _RANKS and second in _ROLE_LINKS:
            return True
    if takes_article(words, right, first):
        return True
    if right in _PARTICIPLES:
        return first in _PARTICIPLE_LINKS
    gerund = right.endswith("ing") and len(right) > 5 and bool(words.tags(right) & Tag.GERUND)
    points = len(right) > 7 and first in _TOWARDS and bool(words.likely_tag(second) & _DETERMINED)
    return gerund and (points or bool(words.likely_tag(first) & _DETERMINED)) and first not in ("that", "who", "which")


def says_so(right: str, following: Sequence[str]) -> bool:
    """Whether a pronoun and a verb say who says so, and a comma closes it: `The barn, she says, was built`."""
    return right in _TAKES_UP and len(following) > 1 and following[0] in _SAYING and following[1] == ","


def takes_article(words: Words, right: str, after: str) -> bool:
    """Whether a trade after a name lost its article with the comma: `Kasongo, [a] digger since the age of ten`."""
    singular = words.is_person_noun(right) and words.likely_tag(right) is Tag.NOUN and len(right) > 4
    return singular and after in ("since", "who", "from", "whose", "with", "in", "at") and right not in _ONLY_ONE


def names_role_with_article(words: Words, article: str, following: Sequence[str]) -> bool:
    """Whether an indefinite article stands before who somebody is, and suits the sound of the word behind it."""
    described = following[:1] and following[0][:1].islower()
    return bool(described) and indefinite_article(following[0]) == article and _names_a_role(words, following)


def _names_a_role(words: Words, following: Sequence[str]) -> bool:
    """Whether a noun for a person ends the first few words, before a preposition or a mark: `a friend of`.

    A people or a firm may stand before it, and compounds with a hyphen: `a high-ranking Lapp official`.
    """
    for index, word in enumerate(following[:7]):
        if index and (word == "-" or following[index - 1] == "-" or word[0].isupper()):
            continue
        if not word[:1].islower() or index > 5:
            return False
        after = following[index + 1].lower() if index + 1 < len(following) else ""
        if words.is_person_noun(word) and (after in _COMING or after in ("who", "whose", ",")):
            return True
        if not words.tags(word) & (Tag.ADJECTIVE | Tag.NOUN | Tag.NUMBER):
            return False
    return False


def _is_number(words: Words, word: str) -> bool:
    return word[:1].isdigit() or bool(words.likely_tag(word.partition("-")[0]) & Tag.NUMBER)
