"""Phrases between an article and a participle, as in German, Dutch and Swedish: `the by the state built road`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import Tag
from cleanup.passes.order.chunks import Kind, is_participle, middle_parts
from cleanup.resources import Resources
from cleanup.syntax.parser import Sentence, Word
from cleanup.syntax.words import MIDDLE_ADVERBS, PREPOSITIONS_OF_TIME

_ARTICLES = word_set("the a an its his her their")
_OPENS = PREPOSITIONS_OF_TIME | word_set("by in on at from with for under through against near")
_IDIOMS = word_set(
    "now then times least most first last best worst large present once all some many means chance default far law "
    "nature fact effect part house camera"
)
"""What ends a phrase that stands before an adjective in good English: a by now famous, an at times violent."""
_DOINGS = word_set(
    "living working standing lying sitting growing based located situated existing residing operating serving waiting "
    "sleeping leading flowing parked stationed born buried known"
)
_LONGEST = 9  # words between the article and the participle


class AttributeOrder:
    """Finds a participle with its phrase before a noun, and puts both behind it."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """`the in Hamburg living author`: the author living in Hamburg."""
        words = sentence.words
        for at in range(len(words) - 4):
            if words[at].lower in _ARTICLES and words[at + 1].lower in _OPENS and _touch(words, at, at + 1):
                yield from self._attribute(text, sentence, at)

    def _attribute(self, text: str, sentence: Sentence, at: int) -> Iterator[Edit]:
        words = sentence.words
        for done in range(at + 3, min(at + _LONGEST, len(words) - 1)):
            if words[done].tag is Tag.PUNCTUATION:
                return
            if not _is_done(words[done]) or not words[done + 1].is_nominal or words[done + 1].tag is Tag.NUMBER:
                continue
            parts = middle_parts(words, at + 1, done)
            if not parts or any(part.kind not in (Kind.PLACE, Kind.TIME, Kind.ADVERB) for part in parts):
                continue
            end = _noun_end(words, done + 1)
            if end is None or any(words[part.end - 1].lower in _IDIOMS for part in parts):
                return
            start, stop = sentence.offset(at + 1), sentence.end_offset(end - 1)
            phrase = text[start : sentence.end_offset(done - 1)]
            thing = text[sentence.offset(done + 1) : stop]
            rule = self._resources.rules["attribute-before-noun"]
            fixed = f"{thing} {words[done].text} {phrase}"
            yield rule.edit(text, start, stop, [fixed], applicability=Applicability.SAFE)
            return


def _is_done(word: Word) -> bool:
    return is_participle(word) or word.lower in _DOINGS


def _touch(words: Sequence[Word], left: int, right: int) -> bool:
    return words[right].start == words[left].end + 1


def _noun_end(words: Sequence[Word], at: int) -> int | None:
    """Where the adjectives and the noun that begin at `at` end; None where no noun stands there."""
    end = at
    while end < len(words) and words[end].tag is Tag.ADJECTIVE:
        end += 1
    first = end
    while (
        end < len(words) and words[end].is_noun and _touch(words, end - 1, end) and (end == first or _joins(words, end))
    ):
        end += 1
    return end if end > first else None


def _joins(words: Sequence[Word], at: int) -> bool:
    """Whether the noun goes on with the one before it, and is no verb: the reform costs two billion."""
    word = words[at]
    verbal = word.tags & (Tag.VERB_PRESENT | Tag.VERB_BASE | Tag.VERB_PAST)
    return not verbal and word.lower not in MIDDLE_ADVERBS
