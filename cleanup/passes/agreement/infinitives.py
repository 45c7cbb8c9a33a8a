"""Words that only an infinitive follows, with another form behind them: declined for hearing, allowed to keeping."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.lexicon.government import Kind, government
from cleanup.lexicon.inflection import base_of_gerund, gerund
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import with_plurals, word_class
from cleanup.lexicon.words import Tag, Words
from cleanup.resources import Resources
from cleanup.syntax.heads import BE, head_of
from cleanup.syntax.parser import DETERMINERS, OBJECT_PRONOUNS, SUBJECT_PRONOUNS, Sentence, Word, parse
from cleanup.syntax.words import MIDDLE_ADVERBS

_LINKS: Final = word_set("of for in at to")
_ALONE: Final = word_class("verbs_with_infinitive_alone")
_PASSIVE: Final = word_class("verbs_with_infinitive_when_passive")
_OF_ANOTHER: Final = word_class("verbs_with_infinitive_of_another") | word_set("cause expect prompt persuade empower")
_ADJECTIVES: Final = word_class("adjectives_with_infinitive_alone")
_NOUNS: Final = with_plurals("nouns_with_infinitive_alone")
_SPOKEN_OF: Final = word_set("know say think report request require intend order ask understand tell believe claim")
_OTHER_LINKS: Final = {
    "for": _SPOKEN_OF | word_set("hope prepare struggle volunteer vote need schedule program programme invite instruct")
    | word_set("free eligible ready liable eager expect endeavour strive seek"),
    "in": _SPOKEN_OF | word_set("fail continue choose hesitate threaten decline expect instruct")
    | word_set("encourage schedule likely free"),
    "at": _SPOKEN_OF | word_set("try attempt fail aspire strive"),
    "of": _SPOKEN_OF | word_set("expect free need"),
    "to": word_set("agree know prefer aspire liable threaten"),
}  # fmt: skip
"""What has the form in -ing behind one of these words after all: known for singing, tried at winning."""
_AIMS: Final = word_set("aim goal plan purpose idea task job mission intention objective ambition step point")
"""What an infinitive names: the aim is to."""
_CLOSE: Final = word_set("close closer closest near nearer nearest next key how as than")
"""What stands before a verb that “to” and a form in -ing follow: the closer he is to winning."""
_QUESTIONS: Final = word_set("how where whether")
_PURPOSES: Final = frozenset(["in order", "so as"])
_HEADED: Final = Tag.PREPOSITION | Tag.PUNCTUATION | Tag.ADVERB
_NO_VERBS: Final = word_set("following according regarding including concerning during king morning evening")
_LEAST: Final = 20
_MOSTLY: Final = 12
_FAR: Final = 12
_LONGEST: Final = 5  # words of a noun phrase
_KNOWN: Final = 100  # occurrences without which the counts of a head say nothing
_SELDOM: Final = 0.012
"""Share of “to” and a noun behind a head that is none of its own."""
_BESIDE_TO: Final = word_set("from up down close closer due next prior as than much far back on off over not key")
"""Words that “to” with a noun may belong to, or that belong to it: from selling to buying."""
_PERSONS: Final = OBJECT_PRONOUNS - word_set("this these those it")
_AFTER: Final = word_set("after by before without despite besides")
_LOOKED: Final = word_set(
    "look looks looked looking come comes came coming go goes went going gone take takes took run ran runs running "
    "chase chased sought seek stop stops stopped stopping drop drops dropped pass passed passes passing stand stands "
    "stood stick stuck get gets got named swing swings swung live lives lived close nearby long shortly soon day days "
    "week weeks month months year years hour hours morning night evening moment time"
)
"""Words with which “after” or “by” makes a phrase of its own: stopped by to greet them, the day after."""

_BARRED: Final = word_set("open opened opens opening shut shuts closed closes closing close barred blocked")
"""Words behind which “to” says whom or what a way lets through."""


def infinitive_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that put an infinitive where the word before has nothing else, and a form in -ing behind a preposition."""
    finder = InfinitiveFinder(article, resources)
    for sentence in parse(article):
        words = sentence.words
        for at in range(1, len(words) - 2):
            lower = words[at].lower
            if lower in _LINKS:
                yield from finder.behind_link(sentence, at)
            elif lower in _AFTER and words[at + 1].lower == "to":
                yield from finder.behind_preposition(sentence, at)


def takes_infinitive(words: Sequence[Word], at: int, link: str, lexicon: Words) -> bool:
    """Whether the word at `at` has an infinitive behind it, and hardly ever `link` and a form in -ing."""
    word = words[at]
    spared = _OTHER_LINKS[link]
    if word.lower in _QUESTIONS or (at and f"{words[at - 1].lower} {word.lower}" in _PURPOSES):
        return link != "in"
    if word.tag is Tag.ADJECTIVE or word.lower in ("able", "unable"):
        return word.lower in _ADJECTIVES - spared
    if word.lower == "going":
        return link == "of" and _before(words, at) in BE
    head = head_of(words, at, lexicon)
    if head is None:
        return False
    base, kind = head
    if kind is Kind.NOUN:
        return link in ("for", "in", "of") and base in _NOUNS
    if kind is Kind.PASSIVE:
        return base in _PASSIVE - spared
    return kind in (Kind.ACTIVE, Kind.EITHER) and base in _ALONE - spared and _is_verb(words, at)


def governs_infinitive(words: Sequence[Word], at: int, lexicon: Words) -> bool:
    """Whether “to” behind the word at `at` opens an infinitive, since a noun hardly ever follows there."""
    head = head_of(words, at, lexicon)
    if head is None or head[0] in _OTHER_LINKS["to"]:
        return False
    counts = government().counts(*head)
    mostly = counts["infinitive"] >= _LEAST and counts["infinitive"] > _MOSTLY * counts["to"]
    return mostly or takes_infinitive(words, at, "to", lexicon)


class InfinitiveFinder:
    """Finds them in the sentences of one article."""

    def __init__(self, article: Article, resources: Resources) -> None:
        self._text = article.text
        self._resources = resources
        self._words = resources.words

    def behind_link(self, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`declined for hearing a case`, `allowed to keeping it`, `the aim is to making bread`."""
        words = sentence.words
        link, verb = words[at], words[at + 1]
        doing = bool(verb.tags & Tag.GERUND) and verb.lower.endswith("ing") and verb.lower not in _NO_VERBS
        if not doing or verb.is_capitalised or verb.start != link.end + 1:
            return
        base = base_of_gerund(verb.lower, self._words)
        if base is None or not self._acts(words, at):
            return
        governed = takes_infinitive(words, at - 1, link.lower, self._words)
        if link.lower == "to":
            governed = governed or self._names_aim(words, at - 1) or self.is_asked(words, at - 1)
            governed = governed or governs_infinitive(words, at - 1, self._words) or self._has_no_head(words, at)
        if not governed:
            return
        rule = self._resources.rules["verb-form" if link.lower == "to" else "of-and-gerund"]
        yield rule.edit(self._text, sentence.offset(at), sentence.end_offset(at + 1), [f"to {base}"])

    def _acts(self, words: Sequence[Word], at: int) -> bool:
        """Whether the form in -ing behind the word at `at` is a verb, and no noun or attribute."""
        verb, after = words[at + 1], words[at + 2]
        if after.text in "-–’'/" and after.start == verb.end:
            return False
        if after.lower in DETERMINERS | OBJECT_PRONOUNS:
            return True
        if verb.lower in ("being", "having"):
            return True
        plain = not verb.tags & (Tag.NOUN | Tag.ADJECTIVE) or self._words.likely_tag(verb.lower) is Tag.GERUND
        if words[at].lower in ("in", "at"):
            return plain and verb.lower not in ("writing", "passing")
        return plain or (bool(after.tag & _HEADED) and not verb.tags & Tag.NOUN)

    def _names_aim(self, words: Sequence[Word], at: int) -> bool:
        """`The aim is to making`: the infinitive says what the subject is."""
        if words[at].lower not in ("is", "was", "are", "were"):
            return False
        mark = max((spot for spot in range(at) if words[spot].tag is Tag.PUNCTUATION), default=-1)
        before = [word.lower for word in words[mark + 1 : at]]
        return any(lower.removesuffix("s") in _AIMS for lower in before) and not _CLOSE & set(before)

    def is_asked(self, words: Sequence[Word], at: int) -> bool:
        """`force the farmers to paying`: somebody is asked to do what follows."""
        start = at
        if words[at].lower not in _PERSONS:
            if not (words[at].is_noun and self._is_person(words[at])):
                return False
            while start > 0 and words[start].lower not in DETERMINERS and at - start < _LONGEST:
                if not words[start - 1].is_nominal and words[start - 1].lower not in DETERMINERS:
                    break
                start -= 1
        if start == 0:
            return False
        head = head_of(words, start - 1, self._words)
        return head is not None and head[0] in _OF_ANOTHER and head[1] in (Kind.ACTIVE, Kind.EITHER)

    def _has_no_head(self, words: Sequence[Word], at: int) -> bool:
        """Whether no word of the clause before “to” has it as its preposition: two men to repairing the roof."""
        heads = 0
        if words[at - 1].lower in _BARRED:
            return False  # shut to shipping
        if words[at - 1].tag is Tag.NOUN and not self._is_person(words[at - 1]):
            return False  # the bar to contributing
        for spot in range(at - 1, max(-1, at - _FAR), -1):
            word = words[spot]
            if word.text in ';:.!?“”"' or word.tag is Tag.RELATIVE:
                break
            if word.lower in _BESIDE_TO or word.tag & Tag.ADVERB or not word.is_alphabetic:
                return False
            head = None if word.is_proper else head_of(words, spot, self._words)
            if head is None:
                continue
            counts = government().counts(head[0], *Kind)
            total = sum(counts.values())
            if total < _KNOWN or counts["to"] > _SELDOM * total:
                return False
            heads += 1
        return heads > 0

    def _is_person(self, noun: Word) -> bool:
        forms = (noun.lower, noun.lower.removesuffix("s"))
        return noun.tag is Tag.PLURAL_NOUN or noun.is_proper or any(map(self._words.is_person_noun, forms))

    def behind_preposition(self, sentence: Sentence, at: int) -> Iterator[Edit]:
        """`by to march through the town`, `after to get the keys`: the form in -ing."""
        words = sentence.words
        verb, after = words[at + 2], words[at + 3] if at + 3 < len(words) else words[-1]
        if not verb.tags & Tag.VERB_BASE or verb.is_capitalised or words[at].tags & Tag.VERB_BASE:
            return
        if words[at - 1].lower in _LOOKED or words[at - 1].text in ".,:" or after.text in ".,":
            return
        rule = self._resources.rules["preposition-and-infinitive"]
        span = sentence.offset(at + 1), sentence.end_offset(at + 2)
        yield rule.edit(self._text, *span, [gerund(verb.lower)])


def _before(words: Sequence[Word], at: int) -> str:
    """The word before the one at `at` and the adverbs there."""
    at -= 1
    while at > 0 and (words[at].lower in MIDDLE_ADVERBS or words[at].tag is Tag.ADVERB):
        at -= 1
    return words[at].lower if at >= 0 else ""


def _is_verb(words: Sequence[Word], at: int) -> bool:
    """Whether a word that may be a noun is the verb here: they promise, who hopes, the need."""
    word = words[at]
    if word.is_noun or at == 0:
        return False
    if not word.tags & (Tag.NOUN | Tag.PLURAL_NOUN):
        return True
    before = words[at - 1]
    subject = before.is_noun or before.lower in SUBJECT_PRONOUNS | {"who", "which", "that", "to", "not"}
    return subject or bool(before.tag & (Tag.MODAL | Tag.AUXILIARY | Tag.ADVERB)) or word.lower.endswith("ed")
