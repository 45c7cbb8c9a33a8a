"""Subjects that a subordinate clause lost: it was closed because was too expensive, if is possible to repair it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.evidence import gender_of_noun
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.pronouns.heads import finite_verbs, subject_of
from cleanup.passes.pronouns.referents import Referents
from cleanup.resources import Resources
from cleanup.syntax.clauses import is_complete, is_finite, takes_more
from cleanup.syntax.parser import DETERMINERS, Sentence, Word
from cleanup.syntax.words import QUANTIFIERS, SPEECH

_NEVER_BARE = word_set("because although if whether unless while until")
"""Conjunctions right behind which no finite verb stands in English."""
_SINGLE = word_set("is was has does isn’t wasn’t hasn’t doesn’t")
_SEVERAL = word_set("are were have do aren’t weren’t haven’t don’t")
_OPEN = word_set("had will would can could must should may might")
_WEATHER = word_set("raining snowing hailing drizzling freezing thundering")
_AMOUNTS = QUANTIFIERS | word_set("no dozens hundreds thousands millions enough other")
_BEFORE_AMOUNTS = word_set(
    "still already also not at least about around only almost nearly over more than currently now"
)
_WITH_PURPOSE = word_set("necessary important useful essential vital good unnecessary enough")
"""What may have an infinitive of purpose behind it: he says that is necessary to win."""
_VERBAL = FINITE_VERB | Tag.VERB_BASE | Tag.GERUND
_JUDGED = word_class("adjectives_of_deeds")


class LostInClauses:
    """Gives subordinate clauses the subject that they lost, where the main clause says who or what it is."""

    def __init__(self, resources: Resources, referents: Referents) -> None:
        self._rule = resources.rules["lost-subject-of-a-clause"]
        self._words = resources.words
        self._referents = referents

    def behind_conjunction(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`because was too expensive`: edits of the verb right behind the conjunction at `index`."""
        words, at = sentence.words, index + 1
        if at + 1 >= len(words) or not self._lacks_subject(words, index):
            return
        verb = words[at].lower.replace("'", "’")
        options, certainty = self._subjects(article, words, index, verb)
        if options:
            span = sentence.offset(at), sentence.end_offset(at)
            texts = [f"{pronoun} {words[at].text}" for pronoun in options]
            yield self._rule.edit(article.text, *span, texts, applicability=certainty)

    def judged(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`Is necessary to act now.`: a sentence that opens with its verb and asks nothing."""
        words = sentence.words
        if index != 0 or words[-1].text != "." or not _stands_for_infinitive(words, 0):
            return
        verb = words[0].lower
        span = sentence.offset(0), sentence.end_offset(0)
        yield self._rule.edit(article.text, *span, [f"It {verb}"], applicability=Applicability.SAFE)

    def behind_that(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`fears that will be difficult to find an agreement`: the infinitive lacks nothing that `that` could be."""
        words, at = sentence.words, index + 1
        said = index > 0 and words[index - 1].lower in SPEECH and words[index - 1].tags & _VERBAL
        if said and at + 2 < len(words) and (subject := _lost_subject(words, at)) is not None:
            span = sentence.offset(at), sentence.end_offset(at)
            yield self._rule.edit(article.text, *span, [f"{subject} {words[at].text}"])
            return
        if not said or at + 2 >= len(words) or not _stands_for_infinitive(words, at):
            return
        infinitive = next((spot for spot in range(at, min(at + 5, len(words))) if words[spot].lower == "to"), at) + 1
        if infinitive >= len(words) or not is_complete(words, infinitive) or takes_more(words, infinitive):
            return
        judged = {word.lower for word in words[at + 1 : infinitive]}
        certainty = Applicability.UNSAFE if judged & _WITH_PURPOSE else Applicability.SAFE
        span = sentence.offset(at), sentence.end_offset(at)
        yield self._rule.edit(article.text, *span, [f"it {words[at].text}"], applicability=certainty)

    def _lacks_subject(self, words: Sequence[Word], index: int) -> bool:
        """Whether a finite verb stands right behind the conjunction, with no subject behind it either."""
        conjunction, verb, after = words[index].lower, words[index + 1], words[index + 2]
        if verb.is_capitalised or verb.lower.replace("'", "’") not in _SINGLE | _SEVERAL | _OPEN:
            return False
        if after.lower in DETERMINERS or after.is_noun or after.tag is Tag.PRONOUN or after.text in ",.;:”":
            return False
        if conjunction in _NEVER_BARE:
            return index == 0 or words[index - 1].tag is not Tag.DETERMINER
        asked = any(word.text == "?" for word in words) or index == 0 or is_finite(words, index - 1)
        return not asked and conjunction == "when"

    def _subjects(
        self, article: Article, words: Sequence[Word], index: int, verb: str
    ) -> tuple[list[str], Applicability]:
        """The pronouns that the clause can have as its subject, likeliest first."""
        if verb in _SEVERAL:
            head = self._main_subject(words, index)
            several = head is not None and words[head].tag is Tag.PLURAL_NOUN
            return ["they"], Applicability.SAFE if several else Applicability.UNSAFE
        if _stands_for_infinitive(words, index + 1):
            return ["it"], Applicability.SAFE
        head = self._main_subject(words, index)
        if head is None:
            return [], Applicability.UNSAFE
        word = words[head]
        if word.tag is Tag.PLURAL_NOUN:
            return (["they"], Applicability.SAFE) if verb in _OPEN else ([], Applicability.UNSAFE)
        gender = self._referents.gender_of(article, word.text) if word.is_capitalised else gender_of_noun(word.lower)
        if gender is not None:
            return ["she" if gender == "female" else "he"], Applicability.SAFE
        if word.is_proper and not self._referents.is_place(word.text):
            return ["he", "she"], Applicability.UNSAFE
        if self._words.is_person_noun(word.lower):
            return ["he", "she"], Applicability.UNSAFE
        return ["it"], Applicability.SAFE

    def _main_subject(self, words: Sequence[Word], index: int) -> int | None:
        """The noun that is the subject of the only clause before the conjunction, or of the one behind its comma."""
        if index == 0:
            return _subject_behind_comma(words)
        finite = [at for at in finite_verbs(words, index) if not words[at - 1].tag & Tag.AUXILIARY]
        head = subject_of(words, finite[0]) if len(finite) == 1 else None
        return head if head is not None and (words[head].is_noun or words[head].is_proper) else None


def _subject_behind_comma(words: Sequence[Word]) -> int | None:
    """`Although is closed, the museum pays`: the subject of the main clause, right behind the only comma before it."""
    comma = next((at for at, word in enumerate(words) if word.text == ","), len(words))
    verb = next((at for at in finite_verbs(words, len(words)) if at > comma), None)
    head = subject_of(words, verb) if verb is not None else None
    plain = head is not None and head > comma and (words[head].is_noun or words[head].is_proper)
    return head if plain else None


def _lost_subject(words: Sequence[Word], verb: int) -> str | None:
    """`there` or `it` where a form of be has only what exists behind it, or the weather: says that are forty cases."""
    if not words[verb - 2].tag & FINITE_VERB or is_finite(words, verb - 3):
        return None
    at = verb + 1
    if words[verb].lower in ("is", "was"):
        return "it" if words[at].lower in _WEATHER else None
    if words[verb].lower not in ("are", "were"):
        return None
    while at < len(words) - 2 and words[at].lower in _BEFORE_AMOUNTS:
        at += 1
    amount = words[at].tag is Tag.NUMBER or words[at].lower in _AMOUNTS
    after = words[at + 1]
    return "there" if amount and (after.is_nominal or after.lower in ("of", "more")) else None


def _stands_for_infinitive(words: Sequence[Word], verb: int) -> bool:
    """Whether a form of be, a judgement and an infinitive stand there: is necessary to act, will be hard to find."""
    at = verb + 1
    if words[verb].lower in ("will", "would", "may", "might", "could") and at < len(words) and words[at].lower == "be":
        at += 1
    elif words[verb].lower not in ("is", "was"):
        return False
    if at + 2 >= len(words) or words[at].lower not in _JUDGED:
        return False
    return words[at + 1].tag is Tag.INFINITIVE or words[at + 1].lower == "to"
