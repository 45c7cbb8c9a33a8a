"""A lost is: `“This a ship without a crew,” he said`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax import Word, parse
from cleanup.syntax_words import TIME_NOUNS

_SUBJECTS = word_set("this it that he she")
_OPENS = word_set("so because and but although though while since")
_RELATIVES = word_set("who which that whose where when because if as")


def copula_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that insert the lost `is` between a pronoun that opens a sentence and an indefinite noun."""
    rule = resources.rules["lost-copula"]
    for sentence in parse(article):
        words = sentence.words
        for index in range(len(words) - 4):
            before = words[index - 1] if index else None
            end = next((at for at in range(index, len(words)) if words[at].text in '”"'), len(words))
            clause = words[index:end]
            if before is not None and before.text not in '“"‘' and not _opens(words, index):
                continue
            opens = words[index].lower in _SUBJECTS and words[index + 1].text in ("a", "an", "the")
            if opens and not _has_verb(words, index + 1):
                told = any(word.tag is Tag.VERB_PAST or word.lower in ("was", "were", "had") for word in clause)
                plain = words[index].lower == "this" and not told
                sure = index == 0 or (before is not None and before.text in '“"‘')
                sure = sure and plain
                certainty = Applicability.SAFE if sure else Applicability.UNSAFE
                span = sentence.offset(index), sentence.end_offset(index)
                verb = "was" if told else "is"
                text = f"{words[index].text} {verb}"
                yield rule.edit(article.text, *span, [text], applicability=certainty)


def _opens(words: Sequence[Word], index: int) -> bool:
    """Whether a clause begins at `index`, behind a conjunction that opens the sentence or follows a comma."""
    joins = words[index - 1].lower in _OPENS
    return joins and (index == 1 or words[index - 2].text == ",")


def _has_verb(words: Sequence[Word], start: int) -> bool:
    """Whether a verb of the clause, or a time before one, begins at `start`: this a day after he left."""
    for word in words[start:]:
        if word.lower in TIME_NOUNS:
            return True
        if word.lower in _RELATIVES or word.text in '.,;:”"!?':
            return False
        if word.tag & FINITE_VERB or (word.tags & FINITE_VERB and not word.is_nominal):
            return True
    return False
