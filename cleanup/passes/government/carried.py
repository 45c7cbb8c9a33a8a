"""Prepositions that a table knows as carried over, where their head is used as the table says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleanup.lexicon.carried_prepositions import CarriedPreposition, carried_prepositions
from cleanup.lexicon.government import Kind
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import with_plurals
from cleanup.lexicon.words import FINITE_VERB, Tag, Words
from cleanup.passes.government.phrases import has_object_before, opens_phrase, phrase_end, phrase_head
from cleanup.syntax.clauses import is_only_verb, is_past
from cleanup.syntax.heads import BE, head_of, is_time
from cleanup.syntax.parser import DETERMINERS, OBJECT_PRONOUNS, SUBJECT_PRONOUNS, Word
from cleanup.syntax.words import INDEFINITES

_CIRCUMSTANCES: Final = word_set(
    "phone telephone radio television tv internet web twitter facebook instagram telegram spot ground way "
    "contrary basis whole part behalf occasion eve streets street field pitch platform network networks website "
    "site page show air stage same end past case course face meantime wake process event events beginning "
    "interview letter statement light name middle world time moment start outset age hands polls expense request "
    "latest first second third last next rest sake purpose point extent full degree maximum left right help aid "
    "exception side other others cases future present long short principle public private general particular "
    "detail fact practice person all most least once late course level highest top north south east west court "
    "absentia parliament"
)
"""Words of phrases that say when, where or how: replied on the phone, answered in the end."""
_PLACES: Final = word_set(
    "bench roof tarmac bus train shore border quay corner runway motorway highway road stairs steps bridge "
    "beach island ship boat line hold square hill deck pavement sidewalk sidelines floor bank coast tracks "
    "balcony terrace ice water"
)
"""Where somebody waits, answers or is angry: on the quay."""
_ABOUT: Final = word_set("about over under")
_KIN: Final = with_plurals("kin") - word_set("husband husbands wife wives widow widows brother sister cousin")
_PERSONS: Final = OBJECT_PRONOUNS - word_set("this these those it")
_LONGEST: Final = 6  # words of an object
_BESIDE_OBJECTS: Final = word_set("of on in with from for")
"""Prepositions that can belong to the object: reminded the people on the island."""
_HAVE: Final = word_set("has have had having")


class CarriedFinder:
    """Looks the prepositions of one run's articles up."""

    def __init__(self, lexicon: Words) -> None:
        self._words = lexicon

    def find(self, words: Sequence[Word], at: int, language: str | None) -> tuple[CarriedPreposition, bool] | None:
        """The row of the table for the preposition at a place, and whether it is sure; None where it may stand."""
        if language is None or (words[at].lower == "to" and words[at].tag is Tag.INFINITIVE):
            return None
        for row in carried_prepositions().get((words[at - 1].lower, words[at].lower), ()):
            if row.kind != "o" and row.fits(language) and self._governs(words, at, row) and self._opens(words, at, row):
                return row, row.is_sure and (bool(row.right) or not self._may_be_passive(words, at - 1))
        return self._behind_object(words, at, language)

    def _may_be_passive(self, words: Sequence[Word], at: int) -> bool:
        """Whether a past may be a participle that describes the noun before it: forces opposed to the president."""
        head = head_of(words, at, self._words)
        return head is not None and head[1] is Kind.EITHER

    def _behind_object(self, words: Sequence[Word], at: int, language: str) -> tuple[CarriedPreposition, bool] | None:
        """`congratulated the winner to his success`: the verb stands before the object."""
        for verb in range(at - 2, max(-1, at - 2 - _LONGEST), -1):
            for row in carried_prepositions().get((words[verb].lower, words[at].lower), ()):
                if (
                    row.kind == "o"
                    and row.fits(language)
                    and self._has_object(words, verb)
                    and self._opens(words, at, row)
                ):
                    return self._judge_behind_object(words, at, row)
            if not (words[verb].is_nominal or words[verb].lower in DETERMINERS):
                return None
        return None

    def _judge_behind_object(
        self, words: Sequence[Word], at: int, row: CarriedPreposition
    ) -> tuple[CarriedPreposition, bool] | None:
        own = words[at - 1].lower in _PERSONS or words[at - 1].is_proper or bool(words[at + 1].tag is Tag.GERUND)
        if own or words[at].lower not in _BESIDE_OBJECTS:
            return row, row.is_sure
        return None if words[at].lower == "of" else (row, False)

    def _has_object(self, words: Sequence[Word], verb: int) -> bool:
        """Whether an active verb stands at a place, with its object behind it."""
        after = words[verb + 1]
        opens = after.lower in DETERMINERS or after.lower in _PERSONS or after.is_proper or after.tag is Tag.PLURAL_NOUN
        before = words[verb - 1].lower if verb else ""
        verbal = words[verb].tag & (FINITE_VERB | Tag.VERB_BASE | Tag.GERUND | Tag.PAST_PARTICIPLE)
        return opens and bool(verbal) and before not in BE and before not in DETERMINERS

    def _governs(self, words: Sequence[Word], at: int, row: CarriedPreposition) -> bool:
        """Whether the word before the preposition is used in the way that the row says."""
        word, before = words[at - 1], words[at - 2] if at > 1 else words[at - 1]
        if row.kind == "a":
            described = word.tag is Tag.ADJECTIVE or bool(word.tags & (Tag.ADJECTIVE | Tag.PAST_PARTICIPLE))
            return described and before.lower not in DETERMINERS | {"most", "least"}
        head = head_of(words, at - 1, self._words)
        if row.kind == "n":
            return word.tag in (Tag.NOUN, Tag.PLURAL_NOUN) and (head is None or head[1] is Kind.NOUN)
        if head is None:
            return False
        if row.kind == "p":
            done = word.tags & Tag.PAST_PARTICIPLE and before.lower not in _HAVE | SUBJECT_PRONOUNS
            return bool(done) and (head[1] is Kind.PASSIVE or not is_past(words, at - 1))
        if head[1] is Kind.NOUN:
            return self._is_verb_after_all(words, at - 1)
        active = head[1] is Kind.ACTIVE or (head[1] is Kind.EITHER and is_past(words, at - 1))
        return active and not (not row.right and has_object_before(words, at))

    def _is_verb_after_all(self, words: Sequence[Word], at: int) -> bool:
        """Whether a word that is taken for a noun is the verb: the citizens benefit of it, the town needs of help."""
        word, before = words[at], words[at - 1]
        if not word.tags & (Tag.VERB_PRESENT | Tag.VERB_BASE) or at == 0:
            return False
        if before.lower in SUBJECT_PRONOUNS | {"who", "to"} or before.tag is Tag.MODAL:
            return True
        agrees = before.tag is (Tag.NOUN if word.lower.endswith("s") else Tag.PLURAL_NOUN)
        return agrees and is_only_verb(words, at)

    def _opens(self, words: Sequence[Word], at: int, row: CarriedPreposition) -> bool:
        """Whether the whole preposition stands there, and behind it what the row wants, no time or circumstance."""
        after = at + len(row.wrong)
        if after >= len(words) or tuple(word.lower for word in words[at:after]) != row.wrong:
            return False
        following = words[after]
        if not (opens_phrase(words, after) or following.lower in INDEFINITES) or is_time(words, after):
            return False
        phrase = {word.lower for word in words[after : max(phrase_end(words, after), after + 2)]}
        if phrase & _CIRCUMSTANCES or (row.wrong == ("on",) and row.kind != "n" and phrase & _PLACES):
            return False
        if row.wrong[0] in _ABOUT and following.tag is Tag.NUMBER:
            return False  # discussed about twenty cases
        if row.wrong == ("to",) and following.tags & Tag.VERB_BASE and following.lower not in DETERMINERS:
            return False
        determined = following.lower in DETERMINERS
        if row.follows == "person":
            return self._is_person(words, after)
        wanted = {
            "determiner": determined,
            "bare": not determined and following.lower not in OBJECT_PRONOUNS,
            "number": following.tag is Tag.NUMBER,
            "indefinite": following.lower in ("a", "an"),
        }
        return wanted.get(row.follows, True)

    def _is_person(self, words: Sequence[Word], at: int) -> bool:
        head = phrase_head(words, at)
        if head is None or head.lower in _KIN or words[at].tag is Tag.NUMBER:
            return False
        if head.is_proper:
            return self._words.is_given_name(words[at].text)
        return self._words.is_person_noun(head.lower)
