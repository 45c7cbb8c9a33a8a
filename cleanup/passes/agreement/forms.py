"""Forms of words that their neighbours ask for, read off the light parser: number, verbs behind helpers, gerunds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import participle, past
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import Tag, Words
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, Sentence, Word, parse

_DO = word_set("does do did doesn’t don’t didn’t doesn't don't didn't")
_PAST_TO_BASE = {past(verb): verb for verb in word_class("irregular_verbs")}
_BARE_FOR_PARTICIPLE = word_set("build send spend lend choose write steal forget give take break begin sing speak")
_PAST_FOR_PARTICIPLE = word_set(
    "write take give break speak steal choose begin see go do eat drive fall fly know rise throw"
)
_PARTICIPLES = {verb: participle(verb) for verb in _BARE_FOR_PARTICIPLE} | {
    past(verb): participle(verb) for verb in _PAST_FOR_PARTICIPLE
}

Finder = Callable[[Sequence[Word], int], "tuple[int, int, str, str, bool] | None"]


class Forms:
    """Finds wrong forms word by word."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    @property
    def _words(self) -> Words:
        return self._resources.words

    def edits(self, article: Article) -> Iterator[Edit]:
        """Edits for all sentences; safe where the form is certain."""
        finders: tuple[Finder, ...] = (
            self._helper, self._participle,
        )  # fmt: skip
        for sentence in parse(article):
            for index in range(len(sentence.words) - 1):
                for find in finders:
                    found = find(sentence.words, index)
                    if found is not None:
                        yield self._edit(article, sentence, *found)

    def _edit(
        self, article: Article, sentence: Sentence, start: int, end: int, text: str, rule: str, sure: bool
    ) -> Edit:
        found = self._resources.rules[rule]
        doubt = None if sure else Applicability.UNSAFE
        confidence = None if sure else min(found.confidence, 0.7)
        span = sentence.offset(start), sentence.end_offset(end)
        return found.edit(article.text, *span, [text], applicability=doubt, confidence=confidence)

    def _helper(self, words: Sequence[Word], index: int) -> tuple[int, int, str, str, bool] | None:
        """`does not speaks`, `did not went`, `can speaks`, `to speaks`: the infinitive behind a helping verb."""
        word = words[index]
        at = index + 1
        do = word.lower in _DO
        modal = word.tag is Tag.MODAL
        if (
            word.text[0] in "’'"
            or not (do or modal)
            or (do and not word.lower.endswith("t") and words[at].lower != "not")
        ):
            return None
        if words[at].lower in ("not", "also", "never", "still", "only") and at + 1 < len(words):
            at += 1
        verb = words[at]
        before = words[index - 1] if index else None
        if verb.is_capitalised or (before is not None and before.lower in DETERMINERS):
            return None
        if word.lower == "will" and before is not None and before.tag is Tag.ADJECTIVE:
            return None  # political will is needed
        base = None
        if verb.lower in _PAST_TO_BASE and (do or verb.lower not in ("left", "found", "felt", "saw")):
            base = _PAST_TO_BASE[verb.lower]
        elif verb.lower.endswith("s") and verb.tags & Tag.VERB_PRESENT and not verb.tags & Tag.VERB_BASE:
            base = self._base(verb.lower)
        if base is None or (verb.tags & (Tag.NOUN | Tag.PLURAL_NOUN) and not self._takes_object(words, at)):
            return None
        if verb.tags & Tag.VERB_BASE:
            return None
        return at, at, base, "verb-form", True

    def _takes_object(self, words: Sequence[Word], at: int) -> bool:
        following = words[at + 1] if at + 1 < len(words) else None
        return following is not None and (following.lower in DETERMINERS or following.tag is Tag.INFINITIVE)

    def _base(self, verb: str) -> str | None:
        irregular = {"is": "be", "has": "have", "does": "do", "goes": "go"}
        if verb in irregular:
            return irregular[verb]
        forms = (
            [verb[:-3] + "y"]
            if verb.endswith("ies")
            else [verb[:-1], verb[:-2]]
            if verb.endswith("es")
            else [verb[:-1]]
        )
        return next((form for form in forms if self._words.tags(form) & Tag.VERB_BASE), None)

    def _participle(self, words: Sequence[Word], index: int) -> tuple[int, int, str, str, bool] | None:
        """`was build in 1900`, `has wrote`: the participle behind be and have."""
        helper, verb = words[index], words[index + 1]
        if helper.lower not in ("was", "were", "been", "is", "are", "has", "have", "had") or verb.is_capitalised:
            return None
        fix = _PARTICIPLES.get(verb.lower)
        have = helper.lower in ("has", "have", "had")
        if (
            fix is None
            or (have and verb.tags & Tag.VERB_BASE)
            or (verb.tags & (Tag.NOUN | Tag.ADJECTIVE) and verb.lower != "build")
        ):
            return None
        if not have and verb.lower in ("went", "fell", "rose", "did", "knew", "saw", "give", "take"):
            return None
        after = words[index + 2] if index + 2 < len(words) else None
        ends = after is None or after.tag & (Tag.PREPOSITION | Tag.PUNCTUATION | Tag.ADVERB) or have
        return (index + 1, index + 1, fix, "verb-form", True) if ends else None
