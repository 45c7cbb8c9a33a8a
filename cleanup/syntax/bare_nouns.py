"""Singular count nouns without an article, as phrases of the light parser: near forest, old airport."""

from __future__ import annotations

from collections.abc import Sequence

from cleanup.lexicon.indefinite import indefinite_article
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import Tag, Words
from cleanup.syntax.parser import DETERMINERS, SUBJECT_PRONOUNS, Word
from cleanup.syntax.words import TIME_NOUNS

DETERMINERS_BEFORE = word_set("the a an this that his her its their")
PREPOSITIONS_BEFORE = word_set("of in by to for with without at from as on into and or through")
"""What the counts of nouns with and without a determiner are taken behind."""

_LONGEST = 3  # words of the phrase, its noun included
_NO_MODIFIER = word_set("other more less enough such much little further own half what which bit better")
_ALSO_SUCH = word_class("nouns_behind_such")
_POSES = word_set(
    "hand hands mouth mind place tow view sight common turn charge command chief"
)  # behind `in`: with hat in hand
_BEFORE_BASE = word_set("help helps helped helping let lets make makes made")  # helped campaign for it
DEFINITE = word_set(
    "same only last first second third fourth fifth next previous following whole entire main right wrong latest final "
    "current former most least best worst sixth seventh eighth ninth tenth nearest"
)
"""Adjectives that name the one thing of its kind."""
_INSTITUTIONS = word_set(
    "school work church court college university parliament dinner lunch breakfast supper prison bed"
)
_SET_PHRASES = frozenset(
    [("moving", "house"), ("move", "house"), ("moved", "house"), ("keep", "house"), ("at", "table"), ("at", "sea")]
)
"""Nouns that a verb or a preposition has bare, and subjects that are what is done there: School starts at seven."""
_NOMINAL = Tag.NOUN | Tag.PLURAL_NOUN | Tag.PROPER_NOUN | Tag.ADJECTIVE
_LEAST_BARE, _BARE_SHARE = 3, 0.02
_ROLE_SHARE = 12  # times as often with an article as bare
_VEHICLES = word_class("vehicles")
_PAIRED = 3  # words: how near a noun stands to its like in `from door to door`
_ADVERBS_BEHIND = word_set("today yesterday tomorrow here there now again nearby everywhere")


def without_article(words: Sequence[Word], start: int, lexicon: Words) -> int | None:
    """Where the phrase at `start` ends, if counts hardly ever show it without an article: near forest, closed road."""
    end = _bare_end(words, start)
    if end is None or not _may_open(words, start) or not _is_single(words, start, end, lexicon):
        return None
    return end


def is_definite(word: Word, lexicon: Words) -> bool:
    """Whether the adjective names the one thing of its kind: first, same, largest."""
    lower = word.lower
    if lower in DEFINITE:
        return True
    return lower.endswith("est") and bool(lexicon.tags(lower) & Tag.ADJECTIVE) and lexicon.is_word(lower[:-3] + "er")


def _is_single(words: Sequence[Word], start: int, end: int, lexicon: Words) -> bool:
    """Whether the noun of a phrase is one that can be counted, and nothing before or behind it lets it stand bare."""
    noun = words[end - 1]
    count = lexicon.is_count_noun(noun.lower) or lexicon.is_person_noun(noun.lower)
    if not (count or is_mostly_determined(noun.lower, lexicon)) or not _suits_opener(words, start, end, lexicon):
        return False
    if noun.tags & Tag.GERUND or (noun.tags & Tag.ADJECTIVE and not count):
        return False
    near = (*words[max(0, start - _PAIRED) : start], *words[end : end + _PAIRED])
    return all(word.lower != noun.lower for word in near)  # from door to door


def is_mostly_determined(noun: str, lexicon: Words) -> bool:
    """Whether a singular noun stands behind a determiner at least twice as often as right behind a preposition."""
    if not lexicon.takes_article(noun):
        return False
    determined = sum(lexicon.bigram_lower(word, noun) for word in DETERMINERS_BEFORE)
    return determined > 2 * sum(lexicon.bigram_lower(word, noun) for word in PREPOSITIONS_BEFORE)


def _bare_end(words: Sequence[Word], start: int) -> int | None:
    """Where a singular noun with the words that describe it ends, in small letters but for the head of the sentence."""
    end = start
    while end < min(start + _LONGEST, len(words)) and _goes_on(words[end], first=end == 0):
        end += 1
    if end == start or words[end - 1].tag is not Tag.NOUN:
        return None
    after = words[end] if end < len(words) else None
    if after is None:
        return end
    glued = after.start == words[end - 1].end and after.text[0] in "-–‑/&%"
    if glued or after.is_capitalised or after.tag & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.NUMBER):
        return None
    pair = after.lower in ("and", "or") and end == start + 1 and end + 1 < len(words)
    return None if pair and words[end + 1].is_noun else end  # pen and paper


def _goes_on(word: Word, *, first: bool) -> bool:
    if not word.text.replace("-", "").isalpha() or word.lower in DETERMINERS or word.lower in _NO_MODIFIER:
        return False
    describes = word.tag & (Tag.ADJECTIVE | Tag.NOUN | Tag.PAST_PARTICIPLE)
    return bool(describes) and (word.text.islower() or first)


def _may_open(words: Sequence[Word], start: int) -> bool:
    """Whether what stands before `start` is no part of the phrase and opens no other."""
    if start == 0:
        return True
    opener = words[start - 1]
    if opener.end == words[start].start or opener.lower in DETERMINERS or opener.lower in ("per", "via", ":"):
        return False
    if opener.lower in ("and", "or"):
        return start > 1 and not words[start - 2].is_nominal  # the car and truck
    return not opener.tag & (_NOMINAL | Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER)


def _suits_opener(words: Sequence[Word], start: int, end: int, lexicon: Words) -> bool:
    """Whether the noun is none that stands bare here: by bus, as captain, on schedule, helped campaign, Kit likes."""
    noun, person = words[end - 1].lower, lexicon.is_person_noun(words[end - 1].lower)
    alone = end == start + 1
    if alone and (noun in _INSTITUTIONS if start == 0 else (words[start - 1].lower, noun) in _SET_PHRASES):
        return False
    if start == 0:
        return words[0].text.islower() or lexicon.is_count_noun(noun) or not lexicon.may_be_proper(words[0].text)
    opener = words[start - 1]
    if opener.lower in ("by", "as"):
        return person is (opener.lower == "by")
    if alone and _is_set_phrase(opener.lower, noun, lexicon):
        return False
    verb = alone and bool(words[start].tags & Tag.VERB_BASE)
    return not (verb and (opener.tag & (Tag.INFINITIVE | Tag.MODAL) or opener.lower in _BEFORE_BASE))


def _is_set_phrase(opener: str, noun: str, lexicon: Words) -> bool:
    """Whether counts show the noun bare behind this very word: on schedule, to hospital, in place; in helicopter."""
    if noun in _VEHICLES:
        return True  # the preposition is wrong
    bare = lexicon.bigram_lower(opener, noun)
    determined = sum(lexicon.bigram_lower(word, noun) for word in DETERMINERS_BEFORE)
    return bare >= _LEAST_BARE and bare > _BARE_SHARE * determined


def is_role(noun: str, lexicon: Words) -> bool:
    """Whether clean English has the person bare, as what only one can be: as captain, but a student."""
    alone = sum(lexicon.bigram_lower(word, noun) for word in ("as", "elected", "appointed", "became", "made"))
    return lexicon.bigram_lower(indefinite_article(noun), noun) <= _ROLE_SHARE * (alone + 1)


def bare_phrase(words: Sequence[Word], start: int, lexicon: Words, *, such: bool, paired: bool = False) -> int | None:
    """Where the phrase ends that begins at `start` and is a count noun with the words that describe it, no article."""
    for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
        noun = words[end - 1]
        if (not noun.text.isalpha() and "-" not in noun.text) or not noun.text.islower():
            return None
        ailment = noun.lower.endswith("ache") and noun.lower != "headache"  # suffers from toothache
        count = (lexicon.is_count_noun(noun.lower) and not ailment) or (such and noun.lower in _ALSO_SUCH)
        if noun.tag is Tag.NOUN and count and _ends(words, end, such=such, described=paired or end > start + 1):
            return end
        if not _describes(noun):
            return None
    return None


def _describes(word: Word) -> bool:
    if word.lower in _NO_MODIFIER or word.lower in DETERMINERS:
        return False
    return bool(word.tag & (Tag.ADJECTIVE | Tag.NOUN)) and not word.tags & (Tag.DETERMINER | Tag.PREPOSITION)


def _ends(words: Sequence[Word], end: int, *, such: bool, described: bool) -> bool:
    """Whether no word behind the noun goes with it: no compound, no set pair (pen and paper), no pose (hat in hand)."""
    after = words[end] if end < len(words) else None
    if after is None or after.text in ".,;:!?”":
        return True
    if after.tag is Tag.PUNCTUATION or after.lower in ("or", "as"):
        return False
    if after.lower == "and":
        return described  # an old airport and new stadium
    if after.lower in ("last", "next", "this") and end + 1 < len(words):
        return words[end + 1].lower in TIME_NOUNS
    if after.lower == "in":
        return end + 1 < len(words) and words[end + 1].lower not in _POSES
    if such and not after.is_nominal:
        return True
    return (
        after.lower in _ADVERBS_BEHIND
        or after.lower in SUBJECT_PRONOUNS
        or (such and after.lower in DETERMINERS)
        or bool(after.tag & (Tag.PREPOSITION | Tag.RELATIVE | Tag.INFINITIVE))
    )
