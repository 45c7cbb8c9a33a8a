"""Pronouns of the wrong gender or number where the article shows whose they are: Tokayev … she, their own ties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleanup.article import Article, is_quoted
from cleanup.coreference import (
    coordinated_clashes,
    gender_clashes,
    lone_clashes,
    noun_clashes,
    speaker_clashes,
    unmatched_clashes,
)
from cleanup.edits import Applicability, Edit
from cleanup.evidence import evidence_of, gender_of_noun
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.pronouns.edits import other_gender, replaced
from cleanup.passes.pronouns.phrases import COLLECTIVE
from cleanup.passes.pronouns.referents import Referents, paragraph_before
from cleanup.resources import Resources
from cleanup.syntax.clauses import subject_head
from cleanup.syntax.parser import Sentence, Word

_CLASHES = (coordinated_clashes, gender_clashes, noun_clashes, lone_clashes, speaker_clashes, unmatched_clashes)
_PARTICLES = word_set("over up out down off back away in")
_COUNTED = word_set("many several few")
_MANY = word_set("thousands hundreds dozens millions")
_BELONGINGS = word_set(
    "keys homes houses flats apartments jobs savings passports cars belongings places rents taxes bags phones "
    "documents papers wages pensions salaries shoes"
)
_SEVERAL_PERSONS = word_set("families households couples people women men children")
_SEVERAL = word_set(
    "and or they them we people everyone everybody anyone anybody someone somebody nobody each every any no who "
    "whoever both all police staff youth youths public majority most many some others one neither either none"
)


def gender_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """`Tokayev … she reaffirms`: the pronoun takes the gender of the only person in view."""
    rule = resources.rules["pronoun-gender"]
    for clash in dict.fromkeys(clash for find in _CLASHES for clash in find(article, resources)):
        certainty = Applicability.SAFE if clash.near else Applicability.UNSAFE
        turned = other_gender(clash.sentence.words, clash.index)
        yield replaced(rule, article.text, clash.sentence, clash.index, [turned], certainty)


class TheirOwn:
    """Gives a single owner a possessive of one: Putin tried to strengthen their own ties."""

    def __init__(self, resources: Resources, referents: Referents) -> None:
        self._resources = resources
        self._referents = referents

    def edits(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """Edits of `their` at `index`, where no others are in view."""
        words = sentence.words
        if index + 2 >= len(words) or words[index + 1].lower != "own" or not words[index + 2].is_nominal:
            return
        before = words[:index]
        if any(word.tag is Tag.PLURAL_NOUN or word.lower in _SEVERAL for word in before):
            return
        verb = next((at for at in range(index) if before[at].tags & FINITE_VERB and not before[at].is_nominal), None)
        head = subject_head(words, verb) if verb else None
        if head is None or words[head].lower in COLLECTIVE:
            return
        owners, certainty = self._owners(article, words, head)
        if owners:
            yield replaced(self._resources.rules["their-own"], article.text, sentence, index, owners, certainty)

    def _owners(self, article: Article, words: Sequence[Word], at: int) -> tuple[list[str], Applicability]:
        """The possessives that the subject at `at` can have, likeliest first."""
        head, lexicon = words[at], self._resources.words
        if head.is_proper:
            gender = self._referents.gender_of(article, head.text)
            if gender:
                return ["his" if gender == "male" else "her"], Applicability.SAFE
            surname = lexicon.is_surname(head.text) and not self._resources.names.is_demonym(head.text)
            return (["his", "her"] if surname else []), Applicability.UNSAFE
        if not lexicon.is_person_noun(head.lower):
            return [], Applicability.UNSAFE
        named = {self._referents.gender_of(article, word.text) for word in words[:at] if word.is_proper} - {None}
        if len(named) == 1:  # `With regard to Putin, the Russian leader …`
            return ["his" if named == {"male"} else "her"], Applicability.SAFE
        female = gender_of_noun(head.lower) == "female"
        return (["her", "his"] if female else ["his", "her"]), Applicability.UNSAFE


class OwnersOfSeveral:
    """Gives several owners their possessive: 640 families must hand over his keys."""

    def __init__(self, resources: Resources, referents: Referents) -> None:
        self._resources = resources
        self._rule = resources.rules["possessive-of-several"]
        self._words = resources.words
        self._referents = referents

    def edits(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """Edits of `his` or `her` at `index`, behind the verb of several persons where nobody else is in view."""
        words = sentence.words
        if index + 1 >= len(words) or words[index + 1].lower not in _BELONGINGS or index < 3:
            return
        owner = _several_before(words, index)
        if (
            owner is None
            or not self._are_persons(words[owner].lower)
            or is_quoted(article.text, *_paragraph_start(article.text, sentence, index))
        ):
            return
        paragraph = paragraph_before(article.text, sentence, index)
        named = any(word.is_proper and self._words.is_surname(word.text) for word in words)
        others = set(re.findall(r"[^\W\d_]+", paragraph)) - {words[owner].text}
        known = evidence_of(article, self._resources).people.values()
        named = named or any(person.surname in article.text[: sentence.start] for person in known)
        if not named and not any(self._may_own(other) for other in others):
            yield replaced(self._rule, article.text, sentence, index, ["their"])

    def _may_own(self, word: str) -> bool:
        if word[0].isupper():
            return self._words.is_given_name(word)
        return word != "everyone" and self._referents.is_person(word)

    def _are_persons(self, noun: str) -> bool:
        singles = {noun.removesuffix("s"), f"{noun.removesuffix('ies')}y"}
        return noun in _SEVERAL_PERSONS or any(self._words.is_person_noun(single) for single in singles - {noun})


def _paragraph_start(text: str, sentence: Sentence, index: int) -> tuple[int, int]:
    return text.rfind("\n", 0, sentence.start) + 1, sentence.offset(index)


def _several_before(words: Sequence[Word], index: int) -> int | None:
    """Index of the counted plural whose verb stands right before the possessive at `index`: many pensioners pay his."""
    at = index - 1
    if words[at].tag & (Tag.PARTICLE | Tag.PREPOSITION | Tag.ADVERB) and words[at].lower in _PARTICLES:
        at -= 1
    if not words[at].tags & (FINITE_VERB | Tag.VERB_BASE | Tag.PAST_PARTICIPLE) or words[at].is_noun:
        return None
    while at > 1 and words[at - 1].tag & (Tag.AUXILIARY | Tag.MODAL | Tag.ADVERB):
        at -= 1
    noun = words[at - 1]
    if at < 2 or noun.tag is not Tag.PLURAL_NOUN or words[at].is_noun:
        return None
    counted = words[at - 2].tag is Tag.NUMBER or words[at - 2].lower in _COUNTED
    counted = counted or (words[at - 2].lower == "of" and words[at - 3].lower in _MANY)
    return at - 1 if counted else None
