"""Possessives that only the subject of their verb can own, in the wrong gender or number: the actress lost his temper.

The other languages of Europe agree the possessive with what is owned, or have one for all owners. English lets two
people share a clause, so it is certain only where the owner must be the subject (nobody loses another’s temper), or
where nobody is in view whom the possessive could mean.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence

from cleanup.article import Article
from cleanup.coreference import GENDER_OF_PRONOUN
from cleanup.edits import Applicability, Edit
from cleanup.evidence import Gender, evidence_of, gender_of_noun
from cleanup.lexicon.inflection import all_forms, plural_of
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import Tag
from cleanup.passes.pronouns.edits import other_gender, replaced
from cleanup.passes.pronouns.heads import subject_of, verb_of_object
from cleanup.passes.pronouns.referents import Referents
from cleanup.resources import Resources
from cleanup.syntax.noun_phrases import SHARES
from cleanup.syntax.parser import DETERMINERS, Sentence, Word, is_said
from cleanup.syntax.words import KIN

_CHANGED = word_set("he his she her")
_POSSESSIVES: dict[Gender, str] = {"male": "his", "female": "her"}
_SUBJECTS: dict[Gender, str] = {"male": "he", "female": "she"}


def _acts(*acts: tuple[str, str]) -> frozenset[tuple[str, str]]:
    return frozenset((form, noun) for verb, nouns in acts for form in all_forms(verb) for noun in nouns.split())


_OWN_ACTS = _acts(
    ("bide", "time"),
    ("bite", "lip lips tongue"),
    ("catch", "breath"),
    ("clear", "throat"),
    ("clench", "teeth fist fists"),
    ("cross", "arms fingers legs"),
    ("do", "best utmost"),
    ("earn", "living keep"),
    ("fold", "arms"),
    ("grit", "teeth"),
    ("hold", "breath nerve"),
    ("keep", "temper cool nerve composure balance"),
    ("lick", "lips"),
    ("lose", "temper way balance footing nerve bearings patience composure appetite"),
    ("make", "debut living mark way"),
    ("purse", "lips"),
    ("roll", "eyes"),
    ("shake", "head"),
    ("shrug", "shoulders"),
    ("spend", "income salary savings wages pension"),
    ("try", "best luck"),
    ("wring", "hands"),
)
"""What everybody does with their own only."""
_MOSTLY_OWN_ACTS = _acts(
    ("announce", "candidacy departure engagement resignation retirement"),
    ("begin", "career"),
    ("break", "silence word"),
    ("cancel", "concert concerts tour trip visit"),
    ("cast", "ballot vote"),
    ("celebrate", "anniversary birthday"),
    ("change", "mind"),
    ("complete", "degree studies"),
    ("confess", "guilt"),
    ("defend", "crown thesis title"),
    ("admit", "guilt"),
    ("deny", "guilt"),
    ("end", "career life"),
    ("finish", "career degree studies"),
    ("forget", "glasses keys passport phone wallet"),
    ("give", "consent word"),
    ("keep", "promise promises word"),
    ("interrupt", "holiday trip visit"),
    ("leave", "home homeland job post"),
    ("lose", "crown home job keys licence life mind passport seat sight title voice"),
    ("make", "peace"),
    ("meet", "counterpart counterparts"),
    ("offer", "resignation services"),
    ("pack", "bags suitcase suitcases"),
    ("postpone", "departure trip visit"),
    ("present", "candidacy credentials plan programme resignation"),
    ("publish", "autobiography memoir memoirs"),
    ("quit", "job post"),
    ("raise", "hand hands voice"),
    ("receive", "counterpart counterparts"),
    ("resign", "post seat"),
    ("resume", "career duties studies"),
    ("retain", "crown seat title"),
    ("risk", "life lives"),
    ("serve", "sentence"),
    ("spend", "childhood life youth"),
    ("submit", "resignation"),
    ("take", "seat time"),
    ("tender", "resignation"),
    ("withdraw", "candidacy"),
)
"""What people do with their own, but may do with somebody else’s."""
_TENDING = frozenset(
    form
    for verb in (
        "bow", "close", "dry", "lift", "lower", "narrow", "nod", "open", "rub", "scratch", "stretch", "tilt", "warm",
        "wash", "wave", "wipe",
    )
    for form in all_forms(verb)
)  # fmt: skip
_BODY_PARTS = word_class("body_parts")
_PARENTS = word_set("mother mum mom father dad grandmother grandfather aunt uncle nurse")
_ONE_EACH = _BODY_PARTS | word_set("ballot birthday career home job life mind post seat vote")
_SHARES = SHARES | word_set("per cent percent third quarter fifth part a an the two-thirds thirds quarters share whole")
_GROUPS = word_class("groups_of_people") - word_set("people police clergy")
_COMPANIONS = KIN | word_set("colleague counterpart bodyguard deputy lawyer predecessor successor twin")
_BEFORE_COMPANIONS = 4  # words from the possessive to the noun
_PARTS = Tag.ADJECTIVE | Tag.NUMBER | Tag.PROPER_NOUN


class BoundOwners:
    """Gives what a subject owns the possessive of that subject."""

    def __init__(self, resources: Resources, referents: Referents) -> None:
        self._resources = resources
        self._rule = resources.rules["possessive-of-the-subject"]
        self._words = resources.words
        self._referents = referents

    def edits(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`Sophie Lambert shook his head`: edits of the possessive at `index`, or of the subject."""
        words = sentence.words
        own = self._kind_of_act(words, index)
        if own is None:
            return
        verb, always = own
        subject = subject_of(words, verb)
        if subject is None:
            return
        said = words[index].lower
        if words[subject].lower in _CHANGED:
            yield from self._of_pronoun(article, sentence, index, subject, always)
            return
        owner = self._possessive_of(article, words, subject)
        if owner is None or owner == said:
            return
        child = words[subject].lower in _PARENTS  # the mother wiped his nose
        if always or (not child and self._nobody_else(article, sentence, index, subject)):
            yield self._with_number(article, sentence, index, owner)

    def _with_number(self, article: Article, sentence: Sentence, index: int, owner: str) -> Edit:
        """The possessive in its place; of several, each has their own: risked their lives."""
        noun = sentence.words[index + 1]
        if owner != "their" or noun.lower not in _ONE_EACH:
            return replaced(self._rule, article.text, sentence, index, [owner])
        span = sentence.offset(index), sentence.end_offset(index + 1)
        return self._rule.edit(article.text, *span, [f"{owner} {plural_of(noun.text)}"])

    def _kind_of_act(self, words: Sequence[Word], index: int) -> tuple[int, bool] | None:
        """The verb whose object the possessive opens, and whether nobody does that with what is another’s."""
        verb = verb_of_object(words, _opening_of_share(words, index))
        if verb is None:
            return None
        behind = words[index + 1 : index + 2 + (words[min(index + 1, len(words) - 1)].tag & _PARTS > Tag.NONE)]
        acts = {(words[verb].lower, word.lower) for word in behind}
        if acts & _OWN_ACTS:
            return verb, True
        tended = words[verb].lower in _TENDING and any(word.lower in _BODY_PARTS for word in behind)
        return (verb, False) if tended or acts & _MOSTLY_OWN_ACTS else None

    def _of_pronoun(
        self, article: Article, sentence: Sentence, index: int, subject: int, always: bool
    ) -> Iterator[Edit]:
        """`she says, wiping his hands`, `he earned her living`: one of the two is wrong, by who is in view."""
        words = sentence.words
        doer, owner = GENDER_OF_PRONOUN[words[subject].lower], GENDER_OF_PRONOUN.get(words[index].lower)
        if owner is None or owner == doer:
            return
        seen = self._referents.in_view(article, sentence, subject)
        here = self._referents.in_view(article, sentence, subject, 0)
        if owner not in seen | self._behind(article, sentence, index) and None not in seen and (doer in seen or always):
            yield replaced(self._rule, article.text, sentence, index, [_POSSESSIVES[doer]])
        elif always and doer not in here and owner in here:
            pronoun = _SUBJECTS[owner].capitalize() if words[subject].is_capitalised else _SUBJECTS[owner]
            yield replaced(self._rule, article.text, sentence, subject, [pronoun])
        elif always:
            options = [_POSSESSIVES[doer]]
            yield replaced(self._rule, article.text, sentence, index, options, Applicability.UNSAFE)

    def _possessive_of(self, article: Article, words: Sequence[Word], subject: int) -> str | None:
        """The possessive that the subject has, where its noun or its name says it."""
        head = words[subject]
        if head.lower == "they" or head.tag is Tag.PLURAL_NOUN:
            return "their"
        if head.lower in _GROUPS:
            return "its"
        gender = self._gender(article, head) or self._gender_of_given_name(article, words, subject)
        gender = gender or self._gender_of_apposition(article, words, subject)
        return _POSSESSIVES[gender] if gender else None

    def _gender(self, article: Article, head: Word) -> Gender | None:
        if not head.is_capitalised:
            return gender_of_noun(head.lower)
        gender = self._referents.gender_of(article, head.text)
        return "male" if gender == "male" else "female" if gender == "female" else None

    def _gender_of_given_name(self, article: Article, words: Sequence[Word], at: int) -> Gender | None:
        """The gender of the given name that opens a name of several words, which ends at `at`."""
        last = at
        while at > 0 and words[at - 1].is_proper:
            at -= 1
        if at < last - 1 and self._words.is_person_noun(words[at].lower):
            at += 1  # President Maia Sandu
        gender = self._words.gender(words[at].text, article.source_language) if at < last else None
        return "male" if gender == "male" else "female" if gender == "female" else None

    def _gender_of_apposition(self, article: Article, words: Sequence[Word], at: int) -> Gender | None:
        """The gender of the name between commas behind a person: the mayor of Paris, Anne Hidalgo, presented."""
        if not self._words.is_person_noun(words[at].lower):
            return None
        name = _apposition(words, at)
        if name is None:
            return None
        last = name.stop - 1
        return self._gender(article, words[last]) or self._gender_of_given_name(article, words, last)

    def _nobody_else(self, article: Article, sentence: Sentence, index: int, subject: int) -> bool:
        """Whether nobody but the subject is in view whom the possessive at `index` could mean."""
        words, first = sentence.words, subject
        gender = GENDER_OF_PRONOUN.get(words[index].lower)
        while first > 0 and (words[first - 1].is_nominal or words[first - 1].lower in DETERMINERS):
            first -= 1
        name = _apposition(words, subject)
        beside = (*words[subject + 1 : name.start], *words[name.stop : index]) if name else words[subject + 1 : index]
        seen = self._referents.in_view(article, sentence, first) | self._behind(article, sentence, index)
        seen |= set(self._referents.persons_among(article, beside))
        return gender is not None and not seen & {gender, None}

    def _behind(self, article: Article, sentence: Sentence, index: int) -> set[Gender | None]:
        """The genders of those who come into view behind what is owned at `index`: took his seat when he resigned."""
        words = sentence.words
        owned = next((at for at in range(index + 1, len(words)) if words[at].is_noun), index)
        return set(self._referents.persons_among(article, words[owned + 1 :]))

    # A person and whoever is theirs

    def companion(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`Emre Kaya and her Greek counterpart`: behind a name of the other gender, with nobody else in view."""
        words = sentence.words
        said = GENDER_OF_PRONOUN[words[index].lower]
        if index < 3 or words[index - 1].lower != "and" or not words[index - 2].is_proper:
            return
        gender = self._gender(article, words[index - 2]) or self._gender_of_given_name(article, words, index - 2)
        companion = _companion(words, index)
        if gender is None or gender == said or companion is None:
            return
        seen = self._referents.in_view(article, sentence, index)
        if None not in seen and said not in seen | self._behind(article, sentence, companion - 1):
            yield replaced(self._rule, article.text, sentence, index, [_POSSESSIVES[gender]])

    def kin(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`Halina Duda lives here with his husband`: nobody of that gender is in the paragraph; only suggested.

        Somebody of an earlier paragraph may be meant.
        """
        words, said = sentence.words, GENDER_OF_PRONOUN[sentence.words[index].lower]
        companion = _companion(words, index)
        if index < 3 or companion is None or words[companion].lower not in KIN:
            return
        if is_said(article.text, sentence, index):
            return
        named = set(self._referents.persons_among(article, words[:index])) - {None}
        full_names = evidence_of(article, self._resources).full_names
        if len(named) != 1 or said in named or not _says_in_full(words[:index], full_names):
            return
        if said not in self._referents.in_view(article, sentence, index, reach=0):
            turned = other_gender(words, index)
            yield replaced(self._rule, article.text, sentence, index, [turned], Applicability.UNSAFE)


def _says_in_full(words: Sequence[Word], full_names: Collection[str]) -> bool:
    """Whether two words beside each other are somebody's given name and surname."""
    return any(f"{first.text} {last.text}" in full_names for first, last in itertools.pairwise(words))


def _apposition(words: Sequence[Word], head: int) -> slice | None:
    """Where the name of two words or more stands that commas set behind the noun at `head`."""
    comma = next((at for at in range(head + 1, len(words)) if words[at].tag is Tag.PUNCTUATION), head)
    end = comma + 1
    while end < len(words) and words[end].is_proper:
        end += 1
    closed = end < len(words) and words[end].text == ","
    return slice(comma + 1, end) if words[comma].text == "," and end > comma + 2 and closed else None


def _opening_of_share(words: Sequence[Word], index: int) -> int:
    """Where the object begins of which the possessive owns a share: spends 43 per cent of its income; else `index`."""
    at = index - 1
    if at < 2 or words[at].lower != "of":
        return index
    while at > 1 and (words[at - 1].tag is Tag.NUMBER or words[at - 1].lower in _SHARES or words[at - 1].text == "%"):
        at -= 1
    return at if at < index - 1 else index


def _companion(words: Sequence[Word], index: int) -> int | None:
    """Index of the relative or partner that the possessive at `index` has: his two children."""
    for at in range(index + 1, min(index + 1 + _BEFORE_COMPANIONS, len(words))):
        if words[at].lower in _COMPANIONS:
            return at
        if not words[at].is_nominal:
            return None
    return None
