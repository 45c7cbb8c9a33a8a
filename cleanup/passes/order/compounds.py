"""Capitals and compounds behind their noun: `the Court Supreme`, `the treaty Franco-German`, `a law anti-fraud`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.order.names import ends, indefinite_before
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, Sentence, Word
from cleanup.syntax.words import COMPLEMENT_VERBS, RELATIONAL

_BODIES = word_class("bodies") | word_set("Prosecutor Prosecution")
_BODY_ADJECTIVES = word_class("adjectives_of_bodies")
_COMBINING = word_class("peoples_in_short")
_PREFIXES = word_set(
    "anti pro post pre non inter trans multi ultra extra neo counter semi quasi infra supra sub intra euro cross"
)
_STRONG_PREFIXES = word_set("anti non post inter trans neo counter intra cross pre")
_NO_NOUNS = word_set("time moment day year week one ones people something anything nothing everything most more much")


class CompoundOrder:
    """Adjectives behind their noun that a capital or a hyphen shows."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """Edits for the word behind the one at `index`."""
        words = sentence.words
        noun, following = words[index], words[index + 1]
        if following.start != noun.end + 1:
            return
        if noun.text in _BODIES and following.is_capitalised:
            yield from self._body(text, sentence, index)
        elif index and ("-" in following.text or "‑" in following.text):
            yield from self._compound(text, sentence, index)

    def _body(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`the Court Supreme`, `the Observatory European Southern`: what the body is called stands before it."""
        words = sentence.words
        end = index + 1
        while end < len(words) and end < index + 3 and words[end].start == words[end - 1].end + 1:
            if not self._describes_body(words[end]):
                break
            end += 1
        adjectives = words[index + 1 : end]
        if not adjectives or index == 0 or (words[index - 1].is_capitalised and index > 1):
            return
        after = words[end] if end < len(words) else None
        if after is not None and not ends(after) and not after.tags & FINITE_VERB:
            return
        if after is not None and (after.is_capitalised or after.text in "’'"):
            return
        names = self._resources.names
        first = sorted(adjectives, key=lambda word: not names.is_demonym(word.text))
        name = " ".join(word.text for word in first)
        if len(adjectives) == 1 and names.is_demonym(name):
            return  # another finder's
        if any(known.keeps for known in names.lookup(text[sentence.offset(index) : sentence.end_offset(end - 1)])):
            return  # the Front National
        span = sentence.offset(index), sentence.end_offset(end - 1)
        seen = self._resources.words.bigram(first[-1].text, words[index].text)
        turned = self._resources.words.bigram(words[index].text, words[index + 1].text)
        if turned > seen:
            return
        determined = words[index - 1].lower in DETERMINERS
        sure = determined and (seen > 1 or len(adjectives) > 1)
        certainty = Applicability.SAFE if sure else Applicability.UNSAFE
        rule = self._resources.rules["adjective-after-noun"]
        yield rule.edit(text, *span, [f"{name} {words[index].text}"], applicability=certainty)

    def _describes_body(self, word: Word) -> bool:
        return word.is_capitalised and (
            word.lower in RELATIONAL
            or word.lower in _BODY_ADJECTIVES
            or (self._resources.names.is_demonym(word.text) and not word.lower.endswith("s"))
        )

    def _compound(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`the border Serbian-Hungarian`, `the agency anti-doping`, `an era post-Soviet`."""
        words = sentence.words
        noun, compound = words[index], words[index + 1]
        nations = self._is_nations(compound.text)
        prefix = compound.lower.replace("‑", "-").split("-")[0]
        if not (nations or prefix in _PREFIXES) or not noun.tag & (Tag.NOUN | Tag.PLURAL_NOUN):
            return
        if noun.is_capitalised or noun.lower in _NO_NOUNS or (not nations and self._may_be_verb(compound.lower)):
            return
        first = index
        while first and words[first - 1].tag in (Tag.NOUN, Tag.ADJECTIVE) and not words[first - 1].is_capitalised:
            first -= 1
        before = words[first - 1] if first else None
        if before is None or not (before.lower in DETERMINERS or before.tag & Tag.PREPOSITION):
            return
        after = words[index + 2] if index + 2 < len(words) else None
        named = nations and after is not None and after.is_capitalised and before.lower in DETERMINERS
        if not named and not self._closes(words, index + 2):
            return
        indefinite = before.lower in ("a", "an")
        if not indefinite and any(word.lower in COMPLEMENT_VERBS for word in words[max(0, first - 7) : first]):
            return
        plain = after is None or not after.tag & Tag.PREPOSITION
        sure = nations or (before.lower in DETERMINERS and prefix in _STRONG_PREFIXES and plain)
        start, end = sentence.offset(first), sentence.end_offset(index + 1)
        fixed = f"{compound.text} {text[start : sentence.end_offset(index)]}"
        if indefinite:
            start = sentence.offset(first - 1)
            fixed = f"{indefinite_before(before, compound.text)} {fixed}"
        rule = self._resources.rules["nationality-after-noun" if nations else "adjective-after-noun"]
        certainty = Applicability.SAFE if sure else Applicability.UNSAFE
        yield rule.edit(text, start, end, [fixed], applicability=certainty)

    def _may_be_verb(self, compound: str) -> bool:
        """Whether the compound can be a verb: the merger pre-dates it, they counter-attacked."""
        prefix, _, stem = compound.replace("‑", "-").rpartition("-")
        tags = self._resources.words.tags(stem)
        inflected = stem.endswith(("s", "ed")) and tags & (Tag.VERB_PRESENT | Tag.VERB_PAST)
        return bool(inflected or (tags & (Tag.VERB_BASE | Tag.VERB_PAST) and prefix not in ("anti", "non", "pro")))

    def _is_nations(self, compound: str) -> bool:
        """Whether every part is an adjective of nationality: Japanese-Indian, Franco-German."""
        parts = compound.replace("‑", "-").split("-")
        known = [self._resources.names.is_demonym(part) for part in parts]
        return known[-1] and all(
            demonym or part.lower() in _COMBINING for demonym, part in zip(known, parts, strict=True)
        )

    def _closes(self, words: Sequence[Word], at: int) -> bool:
        """Whether no noun for the compound follows at `at`."""
        if at >= len(words):
            return True
        word = words[at]
        if word.tag is Tag.PUNCTUATION or word.is_capitalised:
            return ends(word)
        if word.lower in ("and", "or"):
            return at + 1 < len(words) and words[at + 1].lower in DETERMINERS
        if word.tag & (Tag.AUXILIARY | Tag.MODAL | Tag.VERB_PAST):
            return True
        if word.tag & FINITE_VERB and word.tags & (Tag.NOUN | Tag.PLURAL_NOUN):
            return at + 1 < len(words) and words[at + 1].lower in DETERMINERS
        return ends(word)
