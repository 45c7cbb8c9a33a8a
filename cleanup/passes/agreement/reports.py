"""Reports with an infinitive: the fishermen say to know nothing, he declares to be innocent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import third_person
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import Tag
from cleanup.resources import Resources
from cleanup.syntax.parser import SUBJECT_PRONOUNS, Word, parse

_REPORTS: Final = word_set("say says declare declares affirm affirms state states maintain maintains assure assures")
_KNOWING: Final = word_set("believe want hope feel fear regret")
"""What one says of oneself: nobody orders it of another, as in “doctors say to drink more”."""
_KNOWN: Final = word_set("nothing about of that")
_BEFORE_INFINITIVE: Final = word_set("to not and or will would must can could may might should")
_CLAIM: Final = {True: "claims", False: "claim"}


def report_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that make a clause of the infinitive behind say, with the subject of say."""
    rule = resources.rules["report-and-infinitive"]
    for sentence in parse(article):
        words = sentence.words
        for index in range(1, len(words) - 3):
            found = _clause(words, index)
            if found is not None:
                first, last, form, sure = found
                span = sentence.offset(first), sentence.end_offset(last)
                certainty = Applicability.SAFE if sure else Applicability.UNSAFE
                yield rule.edit(article.text, *span, [form], applicability=certainty)


def _clause(words: Sequence[Word], index: int) -> tuple[int, int, str, bool] | None:
    """The words from and to, the clause that should stand for them, and whether that is certain."""
    report, link, verb, after = words[index : index + 4]
    before = words[index - 1]
    if report.lower not in _REPORTS or link.lower != "to" or before.lower in _BEFORE_INFINITIVE:
        return None
    done = verb.lower == "have" and after.tags & Tag.PAST_PARTICIPLE
    being = verb.lower == "be" and not report.lower.startswith("say") and after.tag is not Tag.PUNCTUATION
    knowing = verb.lower in _KNOWING or (verb.lower == "know" and after.lower in _KNOWN)
    if not (done or being or knowing):
        return None
    one = report.lower.endswith("s")
    pronoun = before.lower if before.lower in SUBJECT_PRONOUNS else None
    if pronoun is None and one:
        return index, index, _CLAIM[True], False
    if pronoun is None and before.tag is not Tag.PLURAL_NOUN and before.text != ",":
        return None
    subject = pronoun or "they"
    if subject == "i":
        return None
    return index + 1, index + 2, f"{subject} {_finite(verb.lower, one=one)}", True


def _finite(verb: str, *, one: bool) -> str:
    if verb == "be":
        return "is" if one else "are"
    return third_person(verb) if one else verb
