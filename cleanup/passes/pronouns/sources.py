"""Pronouns that mean the one person in view, in the other gender: according to her, in his opinion, he herself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article
from cleanup.coreference import GENDER_OF_PRONOUN
from cleanup.edits import Applicability, Edit
from cleanup.evidence import Gender
from cleanup.lexicon.tokens import word_set
from cleanup.passes.pronouns.edits import other_gender, replaced
from cleanup.passes.pronouns.referents import Referents
from cleanup.resources import Resources
from cleanup.syntax.parser import Sentence, Word, is_said

_OPINIONS = word_set("opinion view words estimate account experience judgment judgement")


class Sources:
    """Gives the pronoun of whoever is quoted, and of whoever did it personally, the gender of the person in view."""

    def __init__(self, resources: Resources, referents: Referents) -> None:
        self._rule = resources.rules["pronoun-of-the-source"]
        self._referents = referents

    def quoted(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`The minister, Ivan Petrov, spoke on Friday. According to her,`: nobody of that gender is in view."""
        words, text = sentence.words, article.text
        turned = _other_source(words, index)
        if turned is None or is_said(text, sentence, index):
            return
        said = GENDER_OF_PRONOUN[words[index].lower]
        here = self._referents.in_view(article, sentence, index, 0) or self._referents.in_view(
            article, sentence, index, 1
        )
        other: Gender = "female" if said == "male" else "male"
        if here == {other} and said not in self._referents.in_view(article, sentence, index):
            yield replaced(self._rule, text, sentence, index, [turned])

    def emphatic(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`Anna Berg runs it. He herself gets up at three.`: one of the two pronouns is of the other gender."""
        words = sentence.words
        if index < 1 or words[index - 1].lower not in ("he", "she"):
            return
        subject, emphasis = GENDER_OF_PRONOUN[words[index - 1].lower], GENDER_OF_PRONOUN[words[index].lower]
        if subject == emphasis:
            return
        here = self._referents.in_view(article, sentence, index - 1, 0) - {None}
        here = here or self._referents.in_view(article, sentence, index - 1) - {None}
        at = index if here == {subject} else index - 1
        certainty = Applicability.SAFE if len(here) == 1 else Applicability.UNSAFE
        yield replaced(self._rule, article.text, sentence, at, [other_gender(words, at)], certainty)


def _other_source(words: Sequence[Word], index: int) -> str | None:
    """The pronoun of the other gender, where the one at `index` says by whom the sentence is vouched for."""
    if index < 1 or index + 1 >= len(words):
        return None
    before, after = words[index - 1].lower, words[index + 1].lower
    opens = index == 1 or (index > 1 and words[index - 2].text in ",;“")
    if before == "to" and index > 1 and words[index - 2].lower == "according" and not words[index + 1].is_nominal:
        return "her" if words[index].lower == "him" else "him"
    if before == "in" and opens and after in _OPINIONS and index + 2 < len(words) and words[index + 2].text in ",.":
        return "her" if words[index].lower == "his" else "his"
    return None
