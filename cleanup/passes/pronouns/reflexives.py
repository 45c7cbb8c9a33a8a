"""Reflexive pronouns of other languages where the English verb has none: laughed himself, prices rise themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, Sentence, Word, parse
from cleanup.syntax.words import (
    BE,
    HARDLY_REFLEXIVE,
    NEVER_REFLEXIVE,
    NEVER_REFLEXIVE_OF_THINGS,
    REFLEXIVE_WITH,
    SPEECH,
)

_REFLEXIVES = word_set("himself herself itself themselves myself ourselves yourself yourselves")
_RESULTS = word_set("hoarse silly sick stupid to into out half off through breathless unconscious")
_REMEMBER = word_set("remember remembers remembered remembering recall recalls recalled fear fears feared")
_APPROACH = word_set("approach approaches approached approaching")
_FEEL = word_set("feel feels felt")
_FELT = word_class("feelings")
_INTEREST = {
    "interest": "take an interest",
    "interests": "takes an interest",
    "interested": "took an interest",
    "interesting": "taking an interest",
}
_CALLED = word_set("called named titled entitled")
_NO_NAME = Tag.PREPOSITION | Tag.PUNCTUATION | Tag.CONJUNCTION | Tag.ADVERB | Tag.INFINITIVE
_LYING = word_set("located situated placed based found")
_WHERE_THEY_MEET = word_set("in on at for near outside again yesterday every twice")
_BEFORE_TIMES = word_set("on at in since until from before after")
_AT_A_PLACE = word_set("in on at under beside between near around by")
_WONDER = word_set("ask asks asked wonder wonders wondered complain complains complained")
_BE = BE | {"be", "been", "am"}


def reflexive_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that take out a reflexive which the verb before it does not have in English."""
    finder = _Finder(article.text, resources)
    for sentence in parse(article):
        for index in range(1, len(sentence.words)):
            if sentence.words[index].lower in _REFLEXIVES:
                yield from finder.edits(sentence, index)


class _Finder:
    def __init__(self, text: str, resources: Resources) -> None:
        self._text = text
        self._resources = resources

    def edits(self, sentence: Sentence, index: int) -> Iterator[Edit]:
        words = sentence.words
        verb = words[index - 1]
        after = words[index + 1] if index + 1 < len(words) else None
        following = after.lower if after is not None else "."
        if verb.lower in _INTEREST and following != "than":
            yield from self._interest(sentence, index)
        elif verb.lower in _REMEMBER | _APPROACH and following in ("of", "to"):
            fits = (following == "to") == (verb.lower in _APPROACH)
            opens = index + 2 < len(words) and (words[index + 2].lower in DETERMINERS or words[index + 2].is_nominal)
            if fits and opens and not (verb.lower in ("fear", "fears", "feared") and following == "to"):
                yield self._deletion(sentence, index - 1, index + 1, Applicability.SAFE)
        elif self._is_bare(words, index, following):
            yield self._deletion(sentence, index - 1, index, Applicability.SAFE)
        elif (certainty := self._certainty(words, index, following)) is not None:
            yield self._deletion(sentence, index - 1, index, certainty)

    def _is_bare(self, words: Sequence[Word], index: int, following: str) -> bool:
        """Whether it is `must itself manage`, `feels himself abandoned` or `feels herself at home`."""
        verb = words[index - 1]
        if verb.lower in _FEEL:
            return following in _FELT or (following == "at" and words[index + 2].lower == "home")
        return verb.tag is Tag.MODAL and following == "manage"

    def _certainty(self, words: Sequence[Word], index: int, following: str) -> Applicability | None:
        verb = words[index - 1].lower
        noun = words[index - 1].tags & (Tag.NOUN | Tag.PLURAL_NOUN)
        if noun and (words[index - 2].lower in DETERMINERS or words[index - 2].tag is Tag.ADJECTIVE):
            return None  # the increase itself
        after = words[index + 1] if index + 1 < len(words) else None
        if after is not None and _asks_somebody(words, index):
            return Applicability.SAFE
        if after is not None and after.tag & FINITE_VERB:
            return None  # the increases themselves were small
        several = words[index].lower in ("themselves", "ourselves", "yourselves")
        if verb.startswith(("meet", "met", "gather")) and not several:
            return None
        if following in REFLEXIVE_WITH.get(verb, ()):
            return Applicability.SAFE
        if verb in ("meet", "meets", "met", "meeting"):
            apart = several and following in _WHERE_THEY_MEET
            return Applicability.SAFE if apart else Applicability.UNSAFE  # a traveller in time can meet himself
        if verb in _CALLED and words[index - 2].lower in _BE and after is not None and not after.tag & _NO_NAME:
            return Applicability.SAFE  # is called itself Monteverde
        if verb in _LYING and words[index - 2].lower in _BE and following in _AT_A_PLACE:
            return Applicability.SAFE
        if verb in ("lie", "lies", "lay", "lying") and words[index - 2].lower in _BE and following in _AT_A_PLACE:
            return Applicability.SAFE  # were lying themselves in the grass
        if verb in NEVER_REFLEXIVE:
            laughed = following in _RESULTS and verb.startswith(("laugh", "smil", "yawn", "quarrel", "hurr"))
            return None if laughed and following != "to" else Applicability.SAFE
        if verb not in NEVER_REFLEXIVE_OF_THINGS | HARDLY_REFLEXIVE or words[index].lower not in (
            "itself",
            "themselves",
        ):
            return None
        if following in ("as", "open", "shut", "free") or (following == "by" and verb in HARDLY_REFLEXIVE):
            return None
        if verb in HARDLY_REFLEXIVE and words[index].lower == "itself" and _is_timed(words, index + 1):
            return Applicability.SAFE
        thing = words[index].lower == "itself" or self._is_done_by_things(words, index - 1)
        return Applicability.SAFE if verb in NEVER_REFLEXIVE_OF_THINGS and thing else Applicability.UNSAFE

    def _is_done_by_things(self, words: Sequence[Word], verb: int) -> bool:
        """Whether the noun before the verb group is a plural of things."""
        at = verb - 1
        while at > 0 and words[at].tag & (Tag.AUXILIARY | Tag.MODAL | Tag.ADVERB):
            at -= 1
        noun = words[at]
        return noun.tag is Tag.PLURAL_NOUN and not self._resources.words.is_person_noun(noun.lower)

    def _interest(self, sentence: Sentence, index: int) -> Iterator[Edit]:
        words = sentence.words
        verb, after = words[index - 1].lower, words[index + 1] if index + 1 < len(words) else None
        joined = after is not None and after.lower in ("for", "in", "about")
        adjective = verb == "interesting" and words[index - 2].lower not in _BE
        if adjective or (verb == "interested" and words[index - 2].lower in _BE | {"not", "very"}):
            return
        start, end = sentence.offset(index - 1), sentence.end_offset(index + 1 if joined else index)
        replacement = _INTEREST[verb] + (" in" if joined else "")
        foreign = after is not None and after.lower in ("for", "about")
        certainty = Applicability.SAFE if foreign else Applicability.UNSAFE
        rule = self._resources.rules["carried-reflexive"]
        yield rule.edit(self._text, start, end, [replacement], applicability=certainty)

    def _deletion(self, sentence: Sentence, before: int, last: int, certainty: Applicability) -> Edit:
        """Takes out what stands behind the word at `before`, up to the word at `last`."""
        start, end = sentence.end_offset(before), sentence.end_offset(last)
        return self._resources.rules["carried-reflexive"].edit(self._text, start, end, [""], applicability=certainty)


def _is_timed(words: Sequence[Word], at: int) -> bool:
    """`on Monday`, `at nine`, `in 1990`, `until May`: a preposition and when something happens."""
    if at + 1 >= len(words) or words[at].lower not in _BEFORE_TIMES:
        return False
    time = words[at + 1]
    return time.tag is Tag.NUMBER or time.text in MONTHS | WEEKDAYS


def _asks_somebody(words: Sequence[Word], index: int) -> bool:
    """`“Who pays?” asks himself a member`: behind a quotation the verb has its subject behind it."""
    verb, subject = words[index - 1], words[index + 1]
    quoted = index > 1 and words[index - 2].text in '”»"'
    quoted = quoted or (index > 2 and words[index - 2].text == "," and words[index - 3].text in "”»")
    return quoted and verb.lower in SPEECH | _WONDER and (subject.lower in ("a", "an", "the") or subject.is_proper)
