"""Relative clauses: the castle, that was sold, is empty; the wine that the region produce; guests, two of which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import third_person
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import with_plurals, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax.clauses import chunk_start, is_finite
from cleanup.syntax.parser import DETERMINERS, OBJECT_PRONOUNS, Word, parse
from cleanup.syntax.words import CLAUSE_NOUNS, NUMBERS, QUANTIFIERS, SPEECH, TELL

_FINITE_HELPERS: Final = word_set("is was are were has had have can could will would may might must should")
_OF_NOUNS: Final = word_set("of in on at for from near between and")
_NOT_A_CLAUSE: Final = word_set("is means far much said")
"""Behind “, that”, what may begin an aside: that is (to say), that said."""
_ASIDES: Final = word_set(", to why")
_GROUPS: Final = word_class("groups_of_people", "acting_bodies", "sides")
_CLAUSES: Final = CLAUSE_NOUNS | with_plurals("demands") | SPEECH | TELL
_BEFORE_SUBJECT: Final = word_set("the his her its their our this every each")
_NEVER_BASE: Final = Tag.VERB_PAST | Tag.PAST_PARTICIPLE | Tag.NOUN | Tag.ADJECTIVE | Tag.PREPOSITION | Tag.ADVERB
_DUTIES: Final = word_set("must should cannot")
_GAINS: Final = word_set("pays gets risks loses receives deserves finds earns commits faces")
_BEHIND_VERB: Final = Tag.ADVERB | Tag.PREPOSITION | Tag.NUMBER
_NOUNS: Final = (Tag.NOUN, Tag.PLURAL_NOUN)
_SHARES: Final = word_set("half most part majority third quarter all some much rest")
"""Quantities that can be taken of one thing as well."""
_QUANTITIES: Final = (
    NUMBERS
    | QUANTIFIERS
    | _SHARES
    | word_set("one both each several neither either any more than at least about a the around over nearly almost only")
)
_PREPOSITIONS: Final = word_set("with to for from by against about without")
_SECOND_SENSE: Final = word_class("second_senses", "persons_or_bodies")
"""What may name a thing or a body as well."""
_QUOTES: Final = '“"‘«'


class _Found(NamedTuple):
    """A rule, the index of the word that is wrong, what it should be, and whether that is certain."""

    rule: str
    at: int
    form: str
    sure: bool = True


def relative_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits of the relative and of the verb in its clause."""
    finder = _Finder(resources)
    for sentence in parse(article):
        for index in range(len(sentence.words) - 3):
            found = finder.find(sentence.words, index)
            if found is not None:
                span = sentence.offset(found.at), sentence.end_offset(found.at)
                certainty = Applicability.SAFE if found.sure else Applicability.UNSAFE
                yield resources.rules[found.rule].edit(article.text, *span, [found.form], applicability=certainty)


class _Finder:
    def __init__(self, resources: Resources) -> None:
        self._words = resources.words

    def find(self, words: Sequence[Word], index: int) -> _Found | None:
        """What is wrong with the relative at `index` or with the verb of its clause."""
        lower = words[index].lower
        if lower == "that" and index > 2 and words[index - 1].text == ",":
            return self._between_commas(words, index)
        if lower == "which" and index > 1 and words[index - 1].tag & Tag.PREPOSITION:
            return self._share_of_persons(words, index) or self._governed(words, index)
        if lower in ("that", "which") and index > 1:
            return self._verb(words, index)
        if lower == "who" and (index == 0 or words[index - 1].text in _QUOTES):
            return _whoever(words, index)
        return None

    def _between_commas(self, words: Sequence[Word], index: int) -> _Found | None:
        """`The castle, that was built in 1530, is empty`: which, or who of a person."""
        start = chunk_start(words, index - 1)
        phrase = words[start : index - 1]
        plain = all(word.is_nominal or word.lower in DETERMINERS or word.lower in _OF_NOUNS for word in phrase)
        if start and words[start - 1].text not in _QUOTES:
            return None
        if not plain or not phrase or not phrase[-1].is_noun or phrase[0].lower not in DETERMINERS:
            return None
        verb, after = words[index + 1], words[index + 2]
        takes = after.lower in DETERMINERS or after.tag & _BEHIND_VERB
        finite = verb.lower in _FINITE_HELPERS or (verb.tags & FINITE_VERB and verb.tag not in _NOUNS and takes)
        if not finite or (verb.lower in _NOT_A_CLAUSE and after.lower in _ASIDES):
            return None
        comma = next((at for at in range(index + 3, len(words) - 1) if words[at].text in ",.;:–"), None)
        if comma is None or words[comma].text != ",":
            return None
        at = comma + 2 if words[comma + 1].tag is Tag.ADVERB and comma + 2 < len(words) else comma + 1
        if not is_finite(words, at) or (words[at].tag is Tag.VERB_PAST and words[at].tags & Tag.PAST_PARTICIPLE):
            return None
        noun = phrase[-1] if not any(word.lower in _OF_NOUNS for word in phrase) else None
        if noun is None or noun.is_proper:
            return _Found("that-between-commas", index, "which", sure=False)
        return _Found("that-between-commas", index, "who" if self._words.is_person_noun(noun.lower) else "which")

    def _share_of_persons(self, words: Sequence[Word], index: int) -> _Found | None:
        """`three people from Naples, two of which`: whom, where no other plural is nearer."""
        at = index - 2
        while at > 0 and (words[at].lower in _QUANTITIES or words[at].tag is Tag.NUMBER):
            at -= 1
        if words[index - 1].lower != "of" or at == index - 2 or words[at].text not in ",–—(":
            return None
        part = any(word.lower in _SHARES for word in words[at + 1 : index - 1])
        for spot in range(at - 1, -1, -1):
            word = words[spot]
            if word.text in ";:,":
                return None
            if word.tag is Tag.PLURAL_NOUN or (word.lower == "people" and word.is_noun):
                sure = self._are_persons(word)
                return None if sure is None else _Found("which-of-a-person", index, "whom", sure)
            if part and word.is_noun:
                return None
        return None

    def _governed(self, words: Sequence[Word], index: int) -> _Found | None:
        """`the nurse with which he came`: whom, right behind a person."""
        noun = words[index - 2]
        if words[index - 1].lower not in _PREPOSITIONS or not noun.is_noun or noun.is_capitalised:
            return None
        sure = self._are_persons(noun)
        return None if sure is None else _Found("which-of-a-person", index, "whom", sure)

    def _are_persons(self, noun: Word) -> bool | None:
        """Whether the noun names persons and nothing else; None where it names none."""
        single = noun.lower.removesuffix("s")
        person = noun.lower in ("people", "men", "women", "children") or any(
            self._words.is_person_noun(form) for form in (noun.lower, single)
        )
        return not {noun.lower, single} & _SECOND_SENSE if person else None

    def _verb(self, words: Sequence[Word], index: int) -> _Found | None:
        """`the rules that the ministry propose`: the verb of one, where its subject is one and no group."""
        noun, opens = words[index - 1], words[index + 1]
        if noun.text == ",":
            noun = words[index - 2]
        if not noun.is_noun or noun.lower in _CLAUSES or opens.lower not in _BEFORE_SUBJECT:
            return None
        at = index + 3 if words[index + 2].tag is Tag.ADJECTIVE else index + 2
        if at + 2 >= len(words):
            return None
        subject, verb, after = words[at : at + 3]
        if subject.tag is not Tag.NOUN or subject.lower in _GROUPS or subject.tags & Tag.PLURAL_NOUN:
            return None
        if not verb.tags & Tag.VERB_BASE or verb.tags & _NEVER_BASE or verb.is_capitalised:
            return None
        ends = after.tag & (Tag.PREPOSITION | FINITE_VERB | Tag.PUNCTUATION) and after.text not in "-–"
        return _Found("subject-and-verb", at + 1, third_person(verb.lower)) if ends else None


def _whoever(words: Sequence[Word], index: int) -> _Found | None:
    """`Who wants to win must train`: whoever, where the clause is the subject of another verb and nothing is asked."""
    end = next((at for at in range(index, len(words)) if words[at].text in '.?!”"»'), None)
    verb = words[index + 1]
    if end is None or any(word.text in "?!" for word in words[end:]) or not verb.tags & Tag.VERB_PRESENT:
        return None
    if not words[index].is_capitalised or not verb.lower.endswith("s") or words[index + 2].lower == "who":
        return None
    for at in range(index + 3, end - 1):
        word, after = words[at], words[at + 1]
        if word.text in ":;–" or word.lower in ("and", "that", "who", "which", "if"):
            return None
        if word.lower in _DUTIES:
            modal = after.tags & Tag.VERB_BASE and after.lower not in ("be", "not", "remain", "depend", "matter")
            return _Found("who-for-whoever", index, "Whoever") if modal else None
        if word.lower in _GAINS:
            return _Found("who-for-whoever", index, "Whoever") if _takes(after) else None
        if is_finite(words, at):
            return None
    return None


def _takes(after: Word) -> bool:
    """Whether an object or a phrase follows a verb."""
    return after.lower in DETERMINERS | OBJECT_PRONOUNS or bool(after.tag & (Tag.PREPOSITION | Tag.INFINITIVE))
