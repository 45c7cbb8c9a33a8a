"""Words in the order of the language they came from: asks the finders of `order_…` in turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cleanup.article import Article
from cleanup.edits import Applicability, Edit, overlaps
from cleanup.folder_patterns import pattern_edits
from cleanup.lexicon.languages import ADJECTIVES_BEHIND
from cleanup.lexicon.words import Tag
from cleanup.origin import likely_origin, origin_of
from cleanup.passes.order.adjectives import AdjectiveOrder
from cleanup.passes.order.attributes import AttributeOrder
from cleanup.passes.order.belonging import NameBelonging
from cleanup.passes.order.brackets import Brackets
from cleanup.passes.order.compounds import CompoundOrder
from cleanup.passes.order.counted import LASTING_STATES
from cleanup.passes.order.denials import Denials
from cleanup.passes.order.described_compounds import DescribedCompounds
from cleanup.passes.order.infinitives import Infinitives
from cleanup.passes.order.main_final import MainFinal
from cleanup.passes.order.names import NameOrder
from cleanup.passes.order.objects import ObjectOrder
from cleanup.passes.order.of import OfOrder
from cleanup.passes.order.owned_times import OwnedTimes
from cleanup.passes.order.pairs import PairOrder
from cleanup.passes.order.place_before_verb import PlaceBeforeVerb
from cleanup.passes.order.times import TimeOrder
from cleanup.passes.order.turned import TurnedBrackets
from cleanup.passes.order.verb_final import VerbFinal
from cleanup.passes.order.verbs import VerbOrder
from cleanup.resources import Resources
from cleanup.syntax.parser import Sentence, Word, parse
from cleanup.syntax.words import RELATIONAL

_VERB_FINAL = frozenset(["de", "nl"])
"""Languages of origin with a verb at the end of the clause, behind its helping verb."""
_VERB_LAST = frozenset(["tr", "az", "kk", "ky", "uz", "ja", "ko", "hi", "ur", "bn", "ta", "te", "mr", "fa"])
"""Languages of origin with the verb at the end of the main clause, too."""
_VERB_SECOND = frozenset(["de", "nl", "sv", "da", "no"])
"""Languages of origin whose verb is the second part of any sentence."""
_DESCRIBES = (Tag.ADJECTIVE, Tag.ADVERB, Tag.NOUN, Tag.VERB_BASE)
_UNKNOWN = frozenset([None, "tr", "hu", "fi", "et"])
"""Languages of origin for whose articles their own clauses say where verbs stand."""
_ENOUGH = 2
"""Clauses with their verb at the end that show so: 80,000 words of clean news have three such places."""
_ENDING = frozenset(["verb-at-the-end", "auxiliary-at-the-end"])
_SHOWING = frozenset(["verb-at-the-end", "participle-at-the-end", "infinitive-at-the-end"])


class WordOrder:
    """Finds words out of order by the light parser; what a pattern can say stands in the packs."""

    name = "order"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._adjectives = AdjectiveOrder(resources)
        self._names = NameOrder(resources)
        self._belonging = NameBelonging(resources)
        self._compounds = CompoundOrder(resources)
        self._verbs = VerbOrder(resources)
        self._pairs = PairOrder(resources)
        self._of = OfOrder(resources)
        self._brackets = Brackets(resources)
        self._turned = TurnedBrackets(resources)
        self._objects = ObjectOrder(resources)
        self._denials = Denials(resources)
        self._infinitives = Infinitives(resources)
        self._verb_final = VerbFinal(resources)
        self._main_final = MainFinal(resources)
        self._attributes = AttributeOrder(resources)
        self._places = PlaceBeforeVerb(resources)
        self._described = DescribedCompounds(resources)
        self._times = TimeOrder(resources)
        self._owned_times = OwnedTimes(resources)

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Edits that put words where English has them."""
        yield from pattern_edits(article, self._resources, self.name)
        origin = origin_of(article, self._resources)
        verb_final = origin in _VERB_FINAL
        clauses = list(self._clauses(article, verb_final=True)) if origin in _UNKNOWN | _VERB_FINAL else []
        if not verb_final:
            verb_final = _is_shown(clauses)
            known = not clauses and origin in _UNKNOWN  # what may be said of any article, this one shows none of
            clauses = clauses if verb_final or known else list(self._clauses(article, verb_final=False))
        behind = origin in ADJECTIVES_BEHIND
        second = verb_final or likely_origin(article, self._resources) in _VERB_SECOND
        yield from clauses
        for sentence in parse(article):
            yield from self._attributes.edits(article.text, sentence)
            yield from self._times.edits(article.text, sentence)
            yield from self._owned_times.edits(article.text, sentence)
            if second:
                yield from self._denials.at_the_end(article.text, sentence)
            verbs = self._verbs.edits(article.text, sentence, verb_second=second, origin=origin)
            yield from _not_rebuilt(verbs, clauses)
            yield from self._pairs.edits(article.text, sentence, behind=behind)
            yield from self._of.edits(article.text, sentence)
            for index, following in enumerate(sentence.words[1:]):
                if not (verb_final and self._may_be_adverb(sentence.words, index + 1)):
                    yield from self._between(article.text, sentence, index, following, behind=behind)

    def _clauses(self, article: Article, *, verb_final: bool) -> Iterator[Edit]:
        """Edits for verbs apart from their subject or from each other."""
        origin = origin_of(article, self._resources)
        verb_last = origin in _VERB_LAST or (verb_final and origin not in _VERB_FINAL)
        for sentence in parse(article):
            yield from self._brackets.edits(article.text, sentence, verb_final=verb_final)
            yield from self._turned.edits(article.text, sentence, verb_final=verb_final)
            yield from self._denials.edits(article.text, sentence)
            yield from self._infinitives.edits(article.text, sentence, verb_final=verb_final)
            yield from self._verb_final.edits(article.text, sentence, verb_final=verb_final)
            yield from self._objects.edits(article.text, sentence, verb_final=verb_final)
            yield from self._main_final.edits(article.text, sentence, verb_last=verb_last)
            yield from self._places.edits(article.text, sentence, verb_last=verb_last)

    def _may_be_adverb(self, words: Sequence[Word], at: int) -> bool:
        """Whether an adjective may stand for its adverb, which German does not tell apart: they check roofs regular."""
        ends = at + 1 < len(words) and words[at + 1].text in ".;,"
        return ends and words[at].tag is Tag.ADJECTIVE and self._resources.words.is_word(f"{words[at].lower}ly")

    def _between(self, text: str, sentence: Sentence, index: int, following: Word, *, behind: bool) -> Iterator[Edit]:
        """Edits where the word after `index` may be what stands in the wrong place."""
        yield from self._names.direction(text, sentence, index)
        yield from self._compounds.edits(text, sentence, index)
        if following.is_capitalised:
            yield from self._names.edits(text, sentence, index)
            yield from self._adjectives.edits(text, sentence, index)
            yield from self._belonging.edits(text, sentence, index)
        elif following.lower in ("’s", "'s"):
            yield from self._belonging.possessive(text, sentence, index)
        elif following.lower in ("has", "have", "had"):
            yield from self._verbs.participle(text, sentence, index)
        elif following.tag in _DESCRIBES or following.lower in RELATIONAL | LASTING_STATES:
            yield from self._adjectives.edits(text, sentence, index, behind=behind)
        if behind and following.tag in (Tag.ADJECTIVE, Tag.PAST_PARTICIPLE):
            yield from self._described.edits(text, sentence, index)


def _not_rebuilt(edits: Iterable[Edit], clauses: Sequence[Edit]) -> Iterator[Edit]:
    """The edits without those for the end of a clause that is put in order as a whole."""
    rebuilt = [edit for edit in clauses if edit.rule in _SHOWING and edit.applicability is Applicability.SAFE]
    for edit in edits:
        ends = rebuilt and edit.rule in _ENDING
        if not ends or not any(overlaps(edit.start, edit.end, other.start, other.end) for other in rebuilt):
            yield edit


def _is_shown(edits: Iterable[Edit]) -> bool:
    """Whether the edits prove an order of clauses that is not English."""
    safe = Applicability.SAFE
    places = {edit.start for edit in edits if edit.applicability is safe and edit.rule in _SHOWING}
    return len(places) >= _ENOUGH
