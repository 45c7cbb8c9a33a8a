"""He, she, his and her of things and bodies where nobody is in view whom they could mean: the theatre opens his doors.

The grammar of the sentence proves nothing here (the court rejected his appeal), so the article must: it has told enough
without naming, describing or meaning a person of that gender in any of the last paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article, is_quoted
from cleanup.coreference import GENDER_OF_PRONOUN
from cleanup.edits import Applicability, Edit
from cleanup.evidence import gender_of_noun
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import Tag
from cleanup.passes.pronouns.edits import replaced
from cleanup.passes.pronouns.heads import finite_verbs, subject_of
from cleanup.passes.pronouns.referents import Referents, sentence_before
from cleanup.resources import Resources
from cleanup.syntax.clauses import is_finite, main_verb, verb_after
from cleanup.syntax.parser import DETERMINERS, OPENERS, RELATIVES, Sentence, Word, parse
from cleanup.syntax.words import BE, KIN, SPEECH, TIME_NOUNS

_CHANGED = word_set("he his she her")
_NO_THINGS = word_class("animals_that_act", "ships", "anybody") | KIN | TIME_NOUNS
_OF_PERSONS = KIN | word_class("body_parts") | word_set("wife career childhood widow memoirs autobiography birthday")
"""What no thing or body has."""
_LEAST_TOLD = 3  # sentences before: the first ones of a feature may tell of somebody who is named later
_SHOW = word_set("let lets show shows showed shown prove proves proved mean means meant reveal reveals revealed")
_REACH_OF_OWNERS = 2  # paragraphs before that of a possessive
_JOINS = word_set("and but so yet then")
_STANDS_FOR_NOTHING = word_set("it there nobody everybody nothing none")
_SINCE = frozenset([("since", "then"), ("until", "then"), ("by", "then"), ("so", "far")])


class ThingsAsPersons:
    """Gives things and bodies their own pronouns where no person is in view."""

    def __init__(self, resources: Resources, referents: Referents) -> None:
        self._rule = resources.rules["pronoun-of-a-thing"]
        self._words = resources.words
        self._referents = referents

    def owner(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`The bank has moved her headquarters`: a possessive in the clause of a thing."""
        words = sentence.words
        if index < 2 or index + 1 >= len(words) or not _owns_thing(words, index):
            return
        verb = _verb_before(words, index)
        plain = verb is not None and words[main_verb(words, verb)].lower not in BE  # a camera was for her staff
        head = subject_of(words, verb) if verb is not None and plain else None
        if head is None or not self._is_thing(words, head) or not self._nobody_is_meant(article, sentence, index):
            return
        owner = "their" if words[head].tag is Tag.PLURAL_NOUN else "its"
        yield replaced(self._rule, article.text, sentence, index, [owner], Applicability.SAFE)

    def of_pronoun(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """The same inside a sentence, where `it` and `they` may stand as well."""
        if sentence.words[index].lower in _CHANGED:
            yield from self.subject(article, sentence, index)

    def subject(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`The airline is in trouble. She has cancelled forty flights.`: the subject behind a clause of a thing."""
        words = sentence.words
        verb = verb_after(words, index)
        if verb is None or _reports(words, main_verb(words, verb)):
            return
        antecedent = sentence_before(article, sentence).words if index == 0 else words[: _clause_before(words, index)]
        joined = index > 0
        heads = _outer_subjects(antecedent)
        if not heads or any(
            not self._is_thing(antecedent, head) or antecedent[head].tag is Tag.PLURAL_NOUN for head in heads
        ):
            return
        if self._nobody_is_meant(article, sentence, index, joined=joined):
            pronoun = "It" if words[index].is_capitalised else "it"
            yield replaced(self._rule, article.text, sentence, index, [pronoun], Applicability.SAFE)

    def _is_thing(self, words: Sequence[Word], head: int) -> bool:
        """Whether the subject is a common noun of a thing or a body, or the name of a place."""
        word = words[head]
        if (word.is_capitalised and head > 0) or word.is_proper:
            return self._referents.is_place(word.text)
        if word.lower in _NO_THINGS or not word.tags & (Tag.NOUN | Tag.PLURAL_NOUN):
            return False
        single = word.lower.removesuffix("s")
        return not any(self._words.is_person_noun(each) or gender_of_noun(each) for each in (word.lower, single))

    def _nobody_is_meant(self, article: Article, sentence: Sentence, index: int, *, joined: bool = False) -> bool:
        """Whether the article has told enough without a person whom the pronoun at `index` could mean.

        Somebody whose gender is not known could be meant from the same paragraph, or from the same sentence where the
        clause of the thing is `joined` to that of the pronoun.
        """
        words, text, start = sentence.words, article.text, sentence.start
        gender = GENDER_OF_PRONOUN[words[index].lower]
        if sum(other.start < start for other in parse(article)) < _LEAST_TOLD:
            return False
        if is_quoted(text, text.rfind("\n", 0, start) + 1, sentence.offset(index)):
            return False
        if gender in self._referents.in_view(article, sentence, index):
            return False
        if joined:
            near = set(self._referents.persons_among(article, words[:index]))
        else:
            reach = 0 if index == 0 else _REACH_OF_OWNERS
            near = self._referents.in_view(article, sentence, index, reach)
        if words[index].lower in ("his", "her"):
            near |= set(self._referents.persons_among(article, words[_behind_owned(words, index) :]))
        return gender not in near and None not in near


def _reports(words: Sequence[Word], verb: int) -> bool:
    """Whether the verb is one of saying, and not what a study or a number does as well: she shows that."""
    return words[verb].lower in SPEECH - _SHOW


def _owns_thing(words: Sequence[Word], index: int) -> bool:
    """Whether a noun that a thing can have stands behind the possessive: not her as an object, not his wife."""
    after = words[index + 1]
    if not after.is_nominal or after.lower in DETERMINERS:
        return False
    end = _behind_owned(words, index)
    return end > index + 1 and words[end - 1].lower not in _OF_PERSONS


def _behind_owned(words: Sequence[Word], index: int) -> int:
    """The index behind the noun that the possessive at `index` owns."""
    return next((at + 1 for at in range(index + 1, min(index + 5, len(words))) if words[at].is_noun), index + 1)


def _verb_before(words: Sequence[Word], index: int) -> int | None:
    """The verb of the clause in which the word at `index` stands, where it begins no other clause."""
    for at in range(index - 1, 0, -1):
        word = words[at]
        if word.text in ',;:“”"–—(' or word.lower in RELATIVES or word.lower in ("and", "or", "but"):
            return None
        if word.lower in OPENERS and not word.tag & Tag.PREPOSITION:
            return None
        if is_finite(words, at):
            return at
        if word.tag is Tag.PAST_PARTICIPLE and (words[at - 1].tag & Tag.AUXILIARY or words[at - 1].is_noun):
            return at
    return None


def _clause_before(words: Sequence[Word], index: int) -> int:
    """Where the clause before the pronoun ends, if nothing but a mark and a conjunction stands between; else 0."""
    at = index
    if at > 1 and (words[at - 2].lower, words[at - 1].lower) in _SINCE:
        at -= 2
    if at > 0 and words[at - 1].lower in _JOINS:
        at -= 1
    return at - 1 if at > 0 and words[at - 1].text in ",;:" else 0


def _outer_subjects(words: Sequence[Word]) -> set[int]:
    """The subjects of the first and the last clause, but for words that stand for nobody: nobody, it, there."""
    finite = finite_verbs(words, len(words))
    heads = {subject_of(words, at) for at in finite[:1] + finite[-1:]}
    return {head for head in heads if head is not None and words[head].lower not in _STANDS_FOR_NOTHING}
