"""A lost is: `“This a ship without a crew,” he said`, `a camp, which reborn there`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax.clauses import Rest, rest_of_clause
from cleanup.syntax.parser import DETERMINERS, Sentence, Word, parse
from cleanup.syntax.words import TIME_NOUNS

_SUBJECTS = word_set("this it that he she")
_STATES = {
    "made": word_set("of"), "located": word_set("in on at near between"), "situated": word_set("in on at near"),
    "based": word_set("in"), "composed": word_set("of"), "known": word_set("as for"), "surrounded": word_set("by"),
    "inhabited": word_set("by"), "scheduled": word_set("for"), "equipped": word_set("with"),
}  # fmt: skip
"""Participles of what something is for long, or will be, with what must follow: no past of theirs is meant."""
_NOT_MADE_OF = word_set("it him her them us me its his their our my this that")
"""Behind “made of”, what somebody made something of: made of it a brand."""
_OPENS = word_set("so because and but although though while since")
_RELATIVES = word_set("who which that whose where when because if as")


def copula_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that insert the lost `is` between a pronoun that opens a sentence and an indefinite noun."""
    rule = resources.rules["lost-copula"]
    for sentence in parse(article):
        words = sentence.words
        for index in range(len(words) - 4):
            if words[index].lower in ("which", "who") and index:
                yield from _relative(article, sentence, index, resources)
                continue
            before = words[index - 1] if index else None
            end = next((at for at in range(index, len(words)) if words[at].text in '”"'), len(words))
            clause = words[index:end]
            if before is not None and before.text not in '“"‘' and not _opens(words, index):
                continue
            if (denied := _denied(words, index)) is not None:
                span = sentence.offset(index), sentence.end_offset(index)
                yield rule.edit(article.text, *span, [denied])
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


def _relative(article: Article, sentence: Sentence, index: int, resources: Resources) -> Iterator[Edit]:
    """`the camp, which reborn there`, `the floor, which made of stones`: is, before what can only be a participle."""
    words = sentence.words
    verb, after = words[index + 1], words[index + 2]
    noun = words[index - 2] if words[index - 1].text == "," and index > 1 else words[index - 1]
    if not noun.is_noun or not verb.tags & Tag.PAST_PARTICIPLE or verb.is_capitalised or words[-1].text == "?":
        return
    behind = _STATES.get(verb.lower)
    only = not verb.tags & (FINITE_VERB | Tag.VERB_BASE | Tag.NOUN | Tag.ADVERB) and not verb.lower.endswith("ed")
    of_another = index + 3 < len(words) and words[index + 3].lower in _NOT_MADE_OF
    if not only and (behind is None or after.lower not in behind or of_another):
        return
    several = noun.tag is Tag.PLURAL_NOUN
    sure = behind is not None and words[index - 1].text == ","
    certainty = Applicability.SAFE if sure or verb.lower == "reborn" else Applicability.UNSAFE
    text = f"{words[index].text} {'are' if several else 'is'}"
    span = sentence.offset(index), sentence.end_offset(index)
    yield resources.rules["lost-copula"].edit(article.text, *span, [text], applicability=certainty)


def _denied(words: Sequence[Word], index: int) -> str | None:
    """`This not a joke`: this is, where no verb follows that could be denied."""
    subject, negation, article, noun = words[index : index + 4]
    plain = subject.lower in _SUBJECTS - {"that"} and negation.lower == "not" and article.lower in ("a", "an", "the")
    if not plain or noun.lower in ("single", "word", "soul") or _has_verb(words, index + 2):
        return None
    return f"{subject.text} is"


def have_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that insert the lost `has` before `still not` and a participle with its object."""
    for sentence in parse(article):
        words = sentence.words
        for index in range(1, len(words) - 4):
            if words[index].lower == "still" and words[index + 1].lower == "not" and _lacks_have(words, index):
                helper = (
                    "have" if words[index - 1].tag is Tag.PLURAL_NOUN or words[index - 1].lower == "they" else "has"
                )
                span = sentence.offset(index), sentence.end_offset(index)
                yield resources.rules["lost-have"].edit(article.text, *span, [f"{helper} still"])


def _lacks_have(words: Sequence[Word], still: int) -> bool:
    """Whether a subject, `still not`, a participle and its object are a clause: the club still not paid the rent."""
    subject, verb, after = words[still - 1], words[still + 2], words[still + 3]
    if not verb.tags & Tag.PAST_PARTICIPLE or after.lower not in DETERMINERS:
        return False
    if not (subject.is_noun or subject.text == "," or subject.lower in ("he", "she", "it", "they")):
        return False
    before = any(word.tag & FINITE_VERB or word.lower in _RELATIVES for word in words[:still])
    return not before and rest_of_clause(words, still + 3) is Rest.NONE


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
