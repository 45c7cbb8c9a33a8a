"""Pronouns of the wrong gender or number where the article shows whose they are: Tokayev … she, their own ties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article
from cleanup.clauses import subject_head
from cleanup.coreference import (
    Clash,
    coordinated_clashes,
    gender_clashes,
    lone_clashes,
    noun_clashes,
    speaker_clashes,
)
from cleanup.edits import Applicability, Edit
from cleanup.evidence import gender_of_noun
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.pronouns_edits import replaced
from cleanup.passes.pronouns_phrases import COLLECTIVE
from cleanup.passes.pronouns_referents import Referents
from cleanup.resources import Resources
from cleanup.syntax import Sentence, Word

_CLASHES = (coordinated_clashes, gender_clashes, noun_clashes, lone_clashes, speaker_clashes)
_TURNED = {
    "he": "she",
    "him": "her",
    "his": "her",
    "himself": "herself",
    "she": "he",
    "herself": "himself",
    "hers": "his",
}
_SEVERAL = word_set(
    "and or they them we people everyone everybody anyone anybody someone somebody nobody each every any no who "
    "whoever both all police staff youth youths public majority most many some others one neither either none"
)


def gender_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """`Tokayev … she reaffirms`: the pronoun takes the gender of the only person in view."""
    rule = resources.rules["pronoun-gender"]
    for clash in dict.fromkeys(clash for find in _CLASHES for clash in find(article, resources)):
        certainty = Applicability.SAFE if clash.near else Applicability.UNSAFE
        yield replaced(rule, article.text, clash.sentence, clash.index, [_other_gender(clash)], certainty)


def _other_gender(clash: Clash) -> str:
    """The pronoun in the other gender; `her` is his before a noun, else him."""
    words, index = clash.sentence.words, clash.index
    turned = _TURNED.get(words[index].lower)
    if turned is None:
        following = words[index + 1] if index + 1 < len(words) else None
        turned = "his" if following is not None and following.is_nominal and following.lower != "the" else "him"
    return turned.capitalize() if words[index].is_capitalised else turned


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
