"""Government by counts: a preposition that a head hardly ever has gives way to the one it nearly always has.

What a verb, participle or adjective has behind it in millions of words (`lexicon/government.py`) is weighed against how
readily other languages put one preposition for another. What is no object can be a circumstance (in May, for a day): of
those prepositions that begin one, only a governed one is judged.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.carried_prepositions import CarriedPreposition
from cleanup.lexicon.government import PREPOSITIONS, Kind, government
from cleanup.lexicon.inflection import all_forms, base_of_third
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of, with_plurals
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.origin import origin_of
from cleanup.passes.government.carried import CarriedFinder
from cleanup.passes.government.lost import Lost, LostFinder
from cleanup.passes.government.phrases import (
    has_object_before,
    opens_phrase,
    phrase_end,
    phrase_head,
)
from cleanup.resources import Resources
from cleanup.syntax.clauses import is_only_verb, is_past
from cleanup.syntax.heads import BE, OBJECTS, head_of, is_time
from cleanup.syntax.parser import DETERMINERS, OBJECT_PRONOUNS, Sentence, Word, parse

OBJECT: Final = "object"
_JUDGED: Final = word_set("of to at in on for by from with about")
_LINKS: Final = _JUDGED | word_set("after against because before out over than through under into")
"""Words that a preposition begins with which may be wrong."""
_CARRIED: Final = 0.1
_LEAST: Final = 60  # occurrences of a head without which its counts say nothing
_USES: Final = {
    Kind.ACTIVE: (Kind.ACTIVE,),
    Kind.PASSIVE: (Kind.PASSIVE,),
    Kind.EITHER: (Kind.EITHER, Kind.PASSIVE),
    Kind.WITH_OBJECT: (Kind.WITH_OBJECT, Kind.PASSIVE),
    Kind.ADJECTIVE: (Kind.ADJECTIVE,),
    Kind.NOUN: (Kind.NOUN,),
}
_DONE_BY: Final = 0.02  # share with a doer of the forms of a verb that has a passive
_PASSIVE: Final = 0.1  # passives for every form that can be past or passive, likewise
_CONFUSED: Final = {"of": 0.02, "to": 0.01, "from": 0.01}
_HARDLY_CONFUSED: Final = 0.004
_CIRCUMSTANCE: Final = {"of": 0.0005, "to": 0.003, "about": 0.001, "from": 0.005, "with": 0.015, "by": 0.012}
_ANY_CIRCUMSTANCE: Final = 0.03
_SELDOM_MEANT: Final = {"in": -0.6, "at": -0.6, "to": -0.4, "as": -1.0, "than": -0.5, "on": -0.2}
"""How much rarer another preposition is put for these (log10)."""
_PASSIVES: Final = (Kind.PASSIVE, Kind.EITHER)
_NOUNS: Final = Tag.NOUN | Tag.PLURAL_NOUN | Tag.GERUND
_TELLING: Final = 25  # occurrences of one form that say enough by themselves
_OF_ADJECTIVES: Final = 0.012
_PRIOR: Final = 40  # occurrences that the share of a circumstance is worth
_FAR: Final = 8
_NEAR: Final = 1.0
_SURE: Final = {"of": 0.9, "to": 0.8}  # hardly ever begin a circumstance
_SURE_OF_OTHERS: Final = 0.9
_SURE_OF_NOUNS: Final = 1.3
_FREE_BEHIND_NOUNS: Final = word_set("of to with about")
_LIKELY: Final = 0.8
_AHEAD: Final = 1.0
_AHEAD_OF_OBJECT: Final = 0.7
_AGENT: Final = 0.8
_ACTING: Final = with_plurals("groups_of_people", "acting_bodies", "bodies", "anybody", "kin", "men", "women")
_BEFORE_SINGLED_OUT: Final = word_set("the most more least less these those")
_LINKING: Final = forms_of("linking_verbs")
_NOT_JUDGED: Final = word_set(
    "give gives gave given next including following regarding concerning according starting treat treats treated"
)
_MANNERS: Final = word_set("sound sounds tune tunes applause cheers strains degree extent")
_FIXED: Final = word_set("course late all which whom whose what least first last once home")
_SELDOM_BUT_RIGHT: Final = frozenset((verb, "with") for verb in ("lie", "rest", "sit"))  # the fault lies with Madrid
_BEHIND_OFFICES: Final = word_set("elect designate emeritus apparent presumptive laureate")
_PLACING: Final = word_set("at in on from by near")
_UNITS: Final = with_plurals("units", "units_of_time") | word_set("percent per point points place places")
_FAR_AHEAD: Final = 9.0
_ADDRESSING: Final = word_set("to from at with")
_ADDRESSED: Final = 0.01
"""Share of a preposition behind a verb whose object is the person that it opens."""
_WITH_OBJECT: Final = 0.55
_PERSONS: Final = word_set("me him her us them")
_FEW: Final = 7
_TOLD: Final = 0.1
"""Share of an infinitive or a clause behind a verb with its object: asked them to, told them that."""


class Judgement(NamedTuple):
    """What should stand for a preposition, best first, and how sure that is (log10 of the odds)."""

    proposed: tuple[str, ...]
    odds: float
    lead: float
    """By how much the best is likelier than the second."""
    is_sure: bool
    length: int = 1
    """How many words of the text are the preposition."""


class _Governor(NamedTuple):
    """A head with its kind, and how often it has what behind it."""

    kind: Kind
    counts: Mapping[str, int]
    proposed: tuple[str, ...]
    """What may be proposed for a preposition behind it."""


class Government:
    """Finds prepositions that their heads do not have."""

    name = "government"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._words = resources.words
        self._carried = CarriedFinder(resources.words)
        self._lost = LostFinder(resources.words)

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Edits that put the governed preposition, take out one before an object, or put one back."""
        language = origin_of(article, self._resources)
        for sentence in parse(article):
            words = sentence.words
            for at in range(1, len(words) - 1):
                if (lost := self._lost.find(words, at)) is not None:
                    yield self._edit_of_lost(article.text, sentence, at, lost)
                if words[at].lower not in _LINKS:
                    continue
                found = self.judge(words, at) if at > 1 and words[at].lower in _JUDGED else None
                if (found is None or not found.is_sure) and (carried := self._carried.find(words, at, language)):
                    found = self._of_table(words, at, *carried)
                if found is not None:
                    yield self._edit(article.text, sentence, at, found)

    def _edit_of_lost(self, text: str, sentence: Sentence, at: int, lost: Lost) -> Edit:
        span = sentence.offset(at), sentence.end_offset(at)
        certainty = Applicability.SAFE if lost.is_sure else Applicability.UNSAFE
        proposed = [f"{sentence.words[at].text} {preposition}" for preposition in lost.prepositions]
        return self._resources.rules["lost-government"].edit(text, *span, proposed, applicability=certainty)

    def _of_table(self, words: Sequence[Word], at: int, row: CarriedPreposition, sure: bool) -> Judgement:
        """What the table of carried prepositions says; its likely rows are sure where the counts agree."""
        proposed = row.right or (OBJECT,)
        counted = not sure and row.certainty == "likely" and row.kind != "o" and row.wrong[0] in _JUDGED
        if counted and (governor := self._governor(words, at)):
            (best, other), (second, _) = self._scores(words, at, governor, _CARRIED)[:2]
            sure = other in proposed and best > _SURE_OF_OTHERS and best - second > _AHEAD_OF_OBJECT
        return Judgement(proposed, _FAR_AHEAD, _FAR_AHEAD, sure, len(row.wrong))

    def judge(self, words: Sequence[Word], at: int) -> Judgement | None:
        """What should stand for the preposition at a place; None where it may stand, or nothing is known."""
        if not opens_phrase(words, at + 1) or words[at + 1].lower in _FIXED or is_time(words, at + 1):
            return None
        if words[at].lower == "to" and (words[at].tag is Tag.INFINITIVE or words[at + 1].lower == "it"):
            return None  # see to it that
        if self._is_addressed(words, at):
            return Judgement((OBJECT,), _SURE_OF_OTHERS + 1, _FAR_AHEAD, is_sure=True)
        if words[at].lower == "to" and self._words.is_speech_verb(words[at - 1].text):
            return None  # repeated to his advisers
        if words[at].lower == "to" and (noun := phrase_head(words, at + 1)) and noun.lower in _MANNERS:
            return None  # they meet to the sound of bells
        if words[at].lower == "about" and words[at + 1].tag is Tag.NUMBER:
            return None
        if words[at - 1].tags & Tag.PLURAL_NOUN and words[at - 2].tags & (FINITE_VERB | Tag.VERB_BASE | Tag.GERUND):
            return None  # the museum showed uses of bark
        if words[at - 1].lower == "couple" and words[at].lower == "from":
            return None  # a couple from Leeds
        if words[at - 1].lower in _BEHIND_OFFICES and words[at - 2].is_noun:
            return None  # the presidents elect of both countries
        if _is_difference(words, at):
            return Judgement(("by",), _SURE_OF_OTHERS + 1, _FAR_AHEAD, is_sure=words[at - 2].lower in BE)
        if words[at + 1].tags & Tag.GERUND:
            return None  # agrees of speaking: the infinitive belongs there
        if words[at].lower == "from" and any(word.lower == "to" for word in words[at + 2 : at + _FAR]):
            return None  # from talk to action
        governor = self._governor(words, at)
        if governor is None:
            return None
        scores = self._scores(words, at, governor)
        (best, proposed), (second, _) = scores[:2]
        if best <= _LIKELY or (proposed == OBJECT and has_object_before(words, at)):
            return None
        others = tuple(other for score, other in scores[1:3] if best - score < _NEAR)
        ahead = best - second > (_AHEAD_OF_OBJECT if proposed == OBJECT else _AHEAD)
        sure = ahead and best > _least_odds(words, at, governor) and not _may_stand(words, at, proposed)
        plain = words[at].lower == "of" and words[at + 1].lower not in OBJECT_PRONOUNS  # she would not hear of it
        sure = sure and (proposed != OBJECT or plain)
        if governor.kind is Kind.NOUN and not sure:
            return None  # a noun has its circumstances too: the manufacturer from Austria
        return Judgement((proposed, *others), best, best - second, sure)

    def _is_addressed(self, words: Sequence[Word], at: int) -> bool:
        """Whether the person or body behind `to` is the object: asked to the bank to pay, thanked to the voters."""
        head = head_of(words, at - 1, self._words)
        if head is None or words[at].lower not in _ADDRESSING or not self._acts(words, at + 1, places=True):
            return False
        if head[1] is Kind.NOUN and is_only_verb(words, at - 1) and (verb := self._verb(words[at - 1])):
            head = verb, Kind.ACTIVE
        if head[1] not in (Kind.ACTIVE, Kind.EITHER) or (head[1] is Kind.EITHER and not is_past(words, at - 1)):
            return False
        active = government().counts(head[0], Kind.ACTIVE, Kind.EITHER)
        total, stands = sum(active.values()), active[words[at].lower]
        if total < _LEAST or stands > _ADDRESSED * total or has_object_before(words, at):
            return False
        end = phrase_end(words, at + 1)
        behind, after = government().counts(head[0], Kind.WITH_OBJECT), words[end].lower
        follows = "infinitive" if after == "to" and words[end + 1].tags & Tag.VERB_BASE else "clause"
        if after in ("to", "that", "whether") and behind[follows] > _TOLD * sum(behind.values()):
            return True
        return words[at].lower == "to" and self._has_person(head[0], active) and self._acts(words, at + 1)

    def _has_person(self, verb: str, counts: Mapping[str, int]) -> bool:
        """Whether the object of a verb is a person, and rather than a thing: thank, help; not throw, repeat."""
        total, forms = sum(counts.values()), all_forms(verb)
        if counts["object"] < _WITH_OBJECT * total or counts["to"] > _ADDRESSED / 2 * total:
            return False
        persons = sum(self._words.bigram(form, person) for form in forms for person in _PERSONS)
        return persons > max(_FEW, 2 * sum(self._words.bigram(form, "it") for form in forms))

    def _governor(self, words: Sequence[Word], at: int) -> _Governor | None:
        """The head of the preposition at a place: the word before, or the verb before a pronoun."""
        pronoun = at > 1 and words[at - 1].lower in OBJECTS
        head = head_of(words, at - 2 if pronoun else at - 1, self._words)
        if head is None or "-" in head[0] or words[at - 1].lower in _NOT_JUDGED or _is_one_of_several(words, at):
            return None
        base, kind = head
        only_verb = not pronoun and is_only_verb(words, at - 1)
        if kind is Kind.NOUN and only_verb and (verb := self._verb(words[at - 1])) is not None:
            base, kind = verb, Kind.ACTIVE
        placed = kind is Kind.NOUN and words[at].lower in _PLACING and words[at + 1].is_capitalised
        if placed:
            return None  # the announcement at Luthuli House: where it was made
        if (kind is Kind.NOUN and words[at].lower in _FREE_BEHIND_NOUNS) or (
            base,
            words[at].lower,
        ) in _SELDOM_BUT_RIGHT:
            return None
        if pronoun:
            if kind not in (Kind.ACTIVE, Kind.EITHER):
                return None
            kind = Kind.WITH_OBJECT
        uses = _USES[kind]
        if kind is Kind.EITHER and (only_verb or self._is_hardly_passive(base) or is_past(words, at - 1)):
            kind, uses = Kind.ACTIVE, (Kind.ACTIVE, Kind.EITHER)
        counts = government().counts(base, *uses)
        if sum(counts.values()) < _LEAST:
            return None
        return _Governor(kind, counts, (*PREPOSITIONS, OBJECT) if kind is Kind.ACTIVE else PREPOSITIONS)

    def _verb(self, word: Word) -> str | None:
        """The infinitive of a word that can be a verb in the present, and is taken for a noun: lacks."""
        return base_of_third(word.lower, self._words) if word.tags & Tag.VERB_PRESENT else None

    def _is_hardly_passive(self, base: str) -> bool:
        """Whether a verb is so seldom followed by its doer that a form like `lacked` is its past."""
        either, passive = government().counts(base, Kind.EITHER), government().counts(base, Kind.PASSIVE)
        several = sum(either.values())
        return either["by"] < _DONE_BY * several and sum(passive.values()) < _PASSIVE * several

    def _scores(
        self, words: Sequence[Word], at: int, governor: _Governor, carried: float | None = None
    ) -> list[tuple[float, str]]:
        """What may stand for a preposition with the logarithm of the odds that it should, best first.

        `carried` is how often a translation has it in place of another, where that is known.
        """
        stands, total = words[at].lower, sum(governor.counts.values())
        confused = math.log10(carried or _CONFUSED.get(stands, _HARDLY_CONFUSED))
        keep = math.log10(self._share(words, at, governor)) + self._fit(words, at, stands, governor) - confused
        doubts = _SELDOM_MEANT if stands == "of" else {}
        scores = []
        for other in governor.proposed:
            if other != stands:
                meant = doubts.get(other, 0.0) + math.log10((governor.counts[other] + 0.1) / total)
                scores.append((meant + self._fit(words, at, other, governor) - keep, other))
        return sorted(scores, reverse=True)

    def _share(self, words: Sequence[Word], at: int, governor: _Governor) -> float:
        """How often the preposition that stands at a place follows its head, circumstances included."""
        stands, total = words[at].lower, sum(governor.counts.values())
        usual = _OF_ADJECTIVES if governor.kind is Kind.ADJECTIVE else _ANY_CIRCUMSTANCE
        circumstance = _PRIOR * _CIRCUMSTANCE.get(stands, usual)
        share = (governor.counts[stands] + circumstance) / (total + _PRIOR)
        form = words[at - 1]
        several = self._words.unigram(form.lower)
        direct = governor.kind not in (Kind.WITH_OBJECT, Kind.NOUN)
        if stands != "of" or not direct or form.tags & _NOUNS or several < _TELLING:
            return share
        # Other forms of the verb can be nouns, which have prepositions of their own.
        return min(share, (self._words.bigram_lower(form.lower, stands) + circumstance) / (several + _PRIOR))

    def _fit(self, words: Sequence[Word], at: int, left: str, governor: _Governor) -> float:
        """How well what follows goes with a preposition, or with the head itself where there is none."""
        following = words[at + 1].text
        before = words[at - 1].text if left == OBJECT else left
        usual = self._words.log_unigram(following)
        score = max(self._words.log_probability(before, following), usual - 1)
        if left == OBJECT:
            score = min(score, usual + 1)  # living conditions
        if left == "by" and governor.kind in _PASSIVES and self._acts(words, at + 1):
            score += _AGENT
        return score

    def _acts(self, words: Sequence[Word], at: int, *, places: bool = False) -> bool:
        """Whether the phrase at a place names a person or a body, which does things; a capital too, with `places`."""
        head = phrase_head(words, at)
        if head is None:
            return False
        if head.is_proper:
            return places or self._words.is_given_name(words[at].text) or self._words.is_surname(head.text)
        return head.lower in _ACTING or self._words.is_person_noun(head.lower)

    def _edit(self, text: str, sentence: Sentence, at: int, found: Judgement) -> Edit:
        certainty = Applicability.SAFE if found.is_sure else Applicability.UNSAFE
        end = sentence.end_offset(at + found.length - 1)
        if found.proposed[0] == OBJECT:
            rule = self._resources.rules["superfluous-preposition"]
            return rule.edit(text, sentence.end_offset(at - 1), end, [""], applicability=certainty)
        rule = self._resources.rules["wrong-preposition"]
        proposed = [word for word in found.proposed if word != OBJECT]
        return rule.edit(text, sentence.offset(at), end, proposed, applicability=certainty)


def _is_difference(words: Sequence[Word], at: int) -> bool:
    """Whether `of` says by how much: was lower of two points, is higher of 30 metres; not the lower of two walls."""
    more = words[at - 1]
    compared = more.lower.endswith("er") and more.tag is Tag.ADJECTIVE
    if words[at].lower != "of" or not (compared or more.lower in ("superior", "inferior")):
        return False
    if words[at - 2].lower in DETERMINERS or not words[at + 1].tag & Tag.NUMBER:
        return False
    return any(word.lower in _UNITS for word in words[at + 2 : at + 4])


def _is_one_of_several(words: Sequence[Word], at: int) -> bool:
    """Whether it is `the most famous of`, `the other from`, `next of kin`: an adjective that stands for a noun."""
    if words[at - 1].tag is Tag.ADJECTIVE and not words[at - 1].tags & Tag.PAST_PARTICIPLE:
        before = at - 2
        while before > 0 and words[before].tag is Tag.ADVERB:
            before -= 1
        return before < 0 or words[before].lower not in BE | _LINKING
    return at > 1 and words[at].lower == "of" and words[at - 2].lower in _BEFORE_SINGLED_OUT


def _least_odds(words: Sequence[Word], at: int, governor: _Governor) -> float:
    """The odds from which a repair is sure."""
    return _SURE_OF_NOUNS if governor.kind is Kind.NOUN else _SURE.get(words[at].lower, _SURE_OF_OTHERS)


def _may_stand(words: Sequence[Word], at: int, proposed: str) -> bool:
    """Whether a preposition may stand in spite of its odds: further developing of tracks, enters to applause."""
    stands, following = words[at].lower, words[at + 1]
    if stands == "of":
        if following.lower.endswith(("self", "selves")):
            return True  # photographs taken of themselves
        return words[at - 1].tag is Tag.GERUND and words[at - 2].lower not in BE
    if stands == "by" and following.is_capitalised:
        return True  # drafted by Leeds United, who may do it
    if proposed == "by" and words[at - 1].tags & Tag.VERB_PAST and words[at - 2].is_proper:
        return True  # the king died, and William headed to Kent: who did it stands before the verb
    bare = following.tag is Tag.NOUN
    from_afar = stands == "from" and bare  # a sign from heaven
    return words[at - 1].lower in OBJECTS or (proposed == OBJECT and bare) or from_afar
