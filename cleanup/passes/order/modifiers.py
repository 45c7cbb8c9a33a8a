"""Words behind a noun that the corpora have before nouns: judged by counts, where no list of adjectives knows them."""

from __future__ import annotations

from collections.abc import Sequence

from cleanup.edits import Applicability
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag, Words
from cleanup.syntax.clauses import Place, subject_place
from cleanup.syntax.parser import DETERMINERS, Word
from cleanup.syntax.words import ADJECTIVES_WITH_COMPLEMENT, BE, COMPLEMENTS, POSTPOSITIVE

_SURE, _LIKELY = 0.04, 0.3  # share of a word's occurrences that end a phrase
_NOUN_SURE = 0.12  # the same, of a noun that stands before others: tourist, freight
_HEAD = 0.2  # the same, of a noun that has others before it
_COMMON_PLURAL = 2.7  # Zipf
_USUAL = 5  # times in the clean corpora
_VERBAL = FINITE_VERB | Tag.VERB_BASE | Tag.GERUND | Tag.PAST_PARTICIPLE
_GIVES = word_set("with without than as like")
_PLACES = word_set("north south east west upstream downstream offshore ashore downtown online offline live")


class Modifiers:
    """Judges a word behind a noun by how it stands elsewhere."""

    def __init__(self, lexicon: Words) -> None:
        self._lexicon = lexicon

    def is_modifier(self, noun: Word, word: Word) -> bool:
        """Whether a noun behind a noun belongs before it: `the sector tourist`, `the agency disaster`."""
        if word.tag is not Tag.NOUN or word.is_capitalised or noun.is_capitalised or word.tags & Tag.PLURAL_NOUN:
            return False
        if word.tags & _VERBAL:
            return False
        share, head = self._lexicon.closing_share(word.lower), self._lexicon.closing_share(noun.lower)
        return share is not None and head is not None and share <= _NOUN_SURE and head >= _HEAD

    def is_attributive(self, word: Word) -> bool:
        """Whether the word hardly ever ends a phrase, and so stands right before its noun: `consecutive`."""
        share = self._lexicon.closing_share(word.lower)
        return share is not None and share <= _SURE

    def judge(self, words: Sequence[Word], index: int, start: int, end: int) -> Applicability | None:
        """How sure it is that the words `start:end` belong before the noun at `index`, which their phrase ends."""
        noun, last = words[index], words[end - 1]
        after = words[end] if end < len(words) else None
        if last.lower in _PLACES or (after is not None and self._takes(last, after)):
            return None
        undone = last.lower.startswith("un") and last.lower.endswith("ed")
        if undone or words[index - 1].lower == "only":
            return None  # a letter unopened, the only road passable
        if last.tag is Tag.NOUN:
            return Applicability.UNSAFE if self.is_modifier(noun, last) else None
        if after is not None and after.lower == "of" and self._takes_nothing(words, index, last):
            return Applicability.SAFE
        usual = self._usual(noun, last)
        share = self._lexicon.closing_share(last.lower)
        doubtful = last.lower in POSTPOSITIVE or (share is not None and share > _LIKELY) or last.tags & _VERBAL
        if not usual and (doubtful or last.tags & Tag.ADVERB):
            return None
        complemented = after is not None and after.lower in COMPLEMENTS | {"that", "to", "than"}
        sure = self.is_attributive(last) or not (complemented or last.lower in POSTPOSITIVE)
        if end - start == 1 and sure and self._is_adjective(noun, last) and self._is_firm(words, index):
            return Applicability.SAFE
        return Applicability.UNSAFE

    def _is_adjective(self, noun: Word, word: Word) -> bool:
        """Whether the word is an adjective first of all, and no noun that the one before it describes."""
        lexicon = self._lexicon
        if lexicon.likely_tag(word.text) is not Tag.ADJECTIVE or word.tags & _VERBAL:
            return False
        person = word.tags & Tag.NOUN and lexicon.zipf(f"{word.lower}s") >= _COMMON_PLURAL  # a temperance reformer
        head = (lexicon.closing_share(noun.lower) or 0.0) >= _HEAD
        return not person or (head and self.is_attributive(word))

    def _takes_nothing(self, words: Sequence[Word], index: int, adjective: Word) -> bool:
        """`the acquittal resounding of`: an adjective that no `of` completes parts the noun from its own."""
        opened = index > 0 and words[index - 1].lower in DETERMINERS
        if not opened or adjective.tag is not Tag.ADJECTIVE or adjective.lower in POSTPOSITIVE:
            return False
        return self._lexicon.likely_tag(adjective.text) is Tag.ADJECTIVE and not adjective.tags & Tag.NOUN

    def _takes(self, adjective: Word, after: Word) -> bool:
        """Whether the adjective has a phrase of its own behind it: a jar full of, a man angry that."""
        if adjective.lower in ADJECTIVES_WITH_COMPLEMENT | POSTPOSITIVE and after.lower in COMPLEMENTS:
            return True
        if after.lower not in ("to", "of", "that", "than", "for", "with", "from", "as", "at"):
            return False
        return self._lexicon.bigram(adjective.lower, after.lower) * 20 >= self._lexicon.unigram(adjective.lower)

    def _usual(self, noun: Word, word: Word) -> bool:
        usual = self._lexicon.bigram_lower(word.text, noun.text)
        return usual >= _USUAL and self._lexicon.bigram_lower(noun.text, word.text) == 0

    def _is_firm(self, words: Sequence[Word], index: int) -> bool:
        """Whether the phrase stands where no predicate follows: determined, a subject, or behind a preposition."""
        start = index
        while start > 0 and words[start - 1].tag & (Tag.ADJECTIVE | Tag.NOUN | Tag.NUMBER):
            start -= 1
        opened = start > 0 and words[start - 1].lower in DETERMINERS
        determined = opened or any(word.tag is Tag.NUMBER for word in words[start:index])
        start -= opened
        before = words[start - 1] if start > 0 else None
        if before is None:
            return determined or subject_place(words, start) is Place.STRONG
        if before.lower in _GIVES or before.text in ",;" or before.lower == "and":
            return determined and not any(word.lower in BE for word in words[:start])
        return determined or bool(before.tag & Tag.PREPOSITION)
