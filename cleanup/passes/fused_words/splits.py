"""Finds where a token may consist of words that ran together, and how likely that is.

Every split is weighed against the token being one word: how much likelier are its parts in this place, by word
frequencies, what stands before and after, and what is known of the part on the left (a name of the article, of the
gazetteer, a person's, a word), than a name or word that just happens to end like that?
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import SENTENCE_START, Tag
from cleanup.passes.fused_words.asides import opens_aside
from cleanup.passes.fused_words.lists import (
    APPROXIMATING,
    BEFORE_PLACES,
    BINDING,
    GIVING,
    GLUE,
    NAME_ENDINGS,
    NAME_PARTS,
    NEVER_ENDS_A_NAME,
    RELATIVES,
    SHORT,
    SUFFIXES,
    WANTING,
)
from cleanup.passes.fused_words.proofs import Surroundings
from cleanup.passes.fused_words.scores import Scorer
from cleanup.passes.fused_words.vocabulary import Known, Vocabulary

_SAINTS = word_set("San Santa Santo São Saint Sankt Sainte")
_JOINING = word_set("of in to from by for with and at on")
SHORTEST, LONGEST = 4, 40
CLEAR = 1.5
_AFTER_PLACE = word_set("on in at to and as by is or with for")
_BEFORE_PLACE = ("in", "to", "from", "near", "of", "at")
_UNMISTAKABLE = word_set("against between without because although despite during towards whether among amongst")
_LEAST = -0.5  # the score of two words from which an article full of such damage makes them worth a look
_BEHIND_IS = word_set("not in a an the now one also at on")
_TAKES_UP = word_set("he she it they")
_FINITE = Tag.VERB_PRESENT | Tag.VERB_PAST | Tag.MODAL | Tag.AUXILIARY
_GOVERNING = word_set("in at to from near of for via towards toward outside around with between by against")
_PLACING = word_set("in on at from for with into near under by")
_PROVED = 1.2
_COMMON_WORD = 3.3  # Zipf
MOSTLY = 0.6  # the share of capitals from which a word is a name as well
_BEHIND_ACRONYMS = word_set("is in on to of he we by as at")
_ACRONYM = regex.compile(r"(\p{Lu}{2,6})(\p{Ll}{2,})")
_MIXED_ACRONYM = regex.compile(r"(\p{Lu}\p{Ll}\p{Lu}{1,4})(\p{Ll}{2,})")  # AfD, BfV
_INNER = regex.compile(r"(?<=\p{Ll})(?=\p{Lu})")


@dataclass(frozen=True, slots=True)
class Split:
    """Parts of one token, how much likelier (log10) they are than the token as one word, and what is known of each."""

    parts: tuple[str, ...]
    score: float
    known: tuple[Known, ...]
    kind: str
    grammatical: bool = False  # its parts are of kinds that do not make compounds: a plural and its verb
    proved: bool = False  # what is around shows it: an aside after a name, a known name of several words
    together: bool = False  # the parts are often seen side by side: United Nations + reports, Israeli + consulate

    @property
    def glued(self) -> bool:
        """Whether one of the parts is a function word."""
        return any(part.lower() in GLUE or part in SHORT for part in self.parts)

    @property
    def strongly_glued(self) -> bool:
        """Whether a part is a function word that no name ends in by chance."""
        weak = SUFFIXES | NAME_ENDINGS if self.kind != "fused-words" and self.known[0] < Known.PROPER else SUFFIXES
        return any(part.lower() in GLUE and len(part) > 2 and part not in weak for part in self.parts)

    @property
    def may_be_certain(self) -> bool:
        """Whether its kind leaves no room for a name or a coinage that happens to end like that.

        Two common words make compounds (warzone, Popemobile), and a name takes endings (Zanzibaris, Carloway): those
        are only proposed. A name that stands elsewhere in the article is proof.
        """
        left, right = self.parts[0], self.parts[-1]
        if self.together or self.proved:
            return True
        if self.kind in ("fused-name-word", "fused-unknown-name") and len(left) < 4 and not left.isupper():
            least = Known.PERSON if right in RELATIVES | NEVER_ENDS_A_NAME else Known.PLACE
            return self.known[0] >= least and self.known[0] is not Known.WORD and self.strongly_glued
        if len(self.parts) > 2 and self.known[1] is Known.WORD and len(right) < 3:
            return False
        if self.kind in ("fused-names", "fused-word-name") or self._right_part_is_proof:
            return True
        if right in SUFFIXES and right not in BINDING and not (left.lower() in GLUE and right in GLUE | SHORT):
            return False
        return self._kind_is_proof

    @property
    def may_be_one_name(self) -> bool:
        """Whether a name that nobody lists may end in “he” by its own: Boufedeche, Roethe, Lapershe."""
        left, right = self.parts[0], self.parts[-1]
        return self.kind == "fused-unknown-name" and right == "he" and left[-1] in "cgkpst"

    @property
    def _right_part_is_proof(self) -> bool:
        """Whether a short or hazardous right part is certain after a name as well known as this one."""
        left, right = self.parts[0], self.parts[-1]
        if Known.ARTICLE in self.known and len(right) > 2 and right not in SUFFIXES:
            return True
        if right in ("to", "of", "by"):
            return Known.ARTICLE in self.known
        if right == "is":
            return self.known[0] >= Known.PROPER and self.grammatical
        if right == "a" and self.kind == "fused-words":
            return self.grammatical
        return right in ("in", "on", "a") and self.known[0] >= Known.PROPER and len(left) > 4

    @property
    def _kind_is_proof(self) -> bool:
        if self.kind == "fused-unknown-name":
            return self.grammatical
        if self.kind == "fused-words":
            return self.glued or self.grammatical
        if self.known[0] is Known.WORD:
            return self.strongly_glued
        return self.known[0] >= Known.PROPER or self.glued or self.grammatical or len(self.parts[-1]) > 6


class Splitter:
    """The splits of one token in its place."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        token: str,
        before: Sequence[str],
        phrase_before: Sequence[str],
        after: Sequence[str],
    ) -> None:
        """Take the token, the sentence's words so far (also with the spaces between them), and those after it."""
        self._vocabulary = vocabulary
        self._words = vocabulary.words
        self._scorer = Scorer(vocabulary, phrase_before)
        self._token = token
        self._previous = before[-1] if before else SENTENCE_START
        self._phrase_before = phrase_before
        self._before = before
        self._after = after[0] if after else ""
        self._following = after
        self._surroundings = Surroundings(vocabulary, before, after)

    def splits(self) -> list[Split]:
        """The three that are most worth a look, best first."""
        if not SHORTEST <= len(self._token) <= LONGEST:
            return []
        found = self._parting_he_and_she(sorted(self._candidates(), key=lambda split: -split.score))
        return [split for split in found if split.score > (_LEAST if split.kind == "fused-words" else 0.0)][:3]

    def _parting_he_and_she(self, found: list[Split]) -> list[Split]:
        """Without `Pari + she` where Paris is better known, or `building + she` where no article stands before."""
        with_he = next((split for split in found if split.parts[-1] == "he" and len(split.parts) == 2), None)
        with_she = next((split for split in found if split.parts[-1] == "she" and len(split.parts) == 2), None)
        if with_he is None or with_she is None:
            return found
        determined = Tag.DETERMINER | Tag.POSSESSIVE | Tag.NOUN
        plain = with_she.known[0] is Known.WORD and self._words.likely_tag(with_she.parts[0]) & Tag.NOUN
        bare = bool(plain) and not self._words.likely_tag(self._previous) & determined
        verb = self._words.likely_tag(with_she.parts[0]) & Tag.VERB_BASE
        bare = bare or bool(verb and not self._words.likely_tag(self._previous) & (Tag.INFINITIVE | Tag.MODAL))
        nouns = [self._words.likely_tag(split.parts[0].lower()) & determined for split in (with_he, with_she)]
        if nouns[0] and not nouns[1]:  # the Olympics + he, not Olympic + she
            return [with_he, *(split for split in found if split is not with_he)]
        if with_he.known[0] > with_she.known[0] or (bare and with_he.known[0] is Known.WORD):
            best = replace(with_he, score=max(with_he.score, with_she.score))
            rest = [split for split in found if split not in (with_he, with_she)]
            return sorted([best, *rest], key=lambda split: -split.score)
        return found

    def _candidates(self) -> Iterator[Split]:
        if self._token[0] == "A" and self._previous == SENTENCE_START and self._token[1:2].isupper():
            yield from self._after_article(self._token[1:])
        acronym = _ACRONYM.fullmatch(self._token)
        if acronym:
            yield from self._before_capitalised_word(*acronym.groups()) or self._after_acronym(*acronym.groups())
            return
        mixed = _MIXED_ACRONYM.fullmatch(self._token)
        if mixed and mixed[2] in GLUE and len(mixed[2]) > 2 and mixed[1][:2] not in NAME_PARTS:
            yield from self._after_acronym(*mixed.groups())
            return
        pieces = _INNER.split(self._token)
        if len(pieces) > 1:
            yield from self._at_capital(pieces[0], "".join(pieces[1:]))
            yield from self._after_brand(len(pieces[0]))
            if pieces[0] not in NAME_PARTS:
                return
        elif self._token.isupper():
            return
        yield from self._inside(self._token, self._previous, self._after)

    def _after_article(self, name: str) -> Iterator[Split]:
        """A Turkish court, at the start of a sentence."""
        known = self._vocabulary.known(name) >= Known.PROPER or self._vocabulary.names.is_demonym(name)
        if len(name) > 3 and name[1:].islower() and known:
            yield Split(("A", name), 3.0, (Known.WORD, self._vocabulary.known(name)), "fused-word-name")

    def _before_capitalised_word(self, acronym: str, rest: str) -> list[Split]:
        """An acronym and a capitalised word that is commoner than what is left without its capital: XFL + Draft."""
        left, right = acronym[:-1], acronym[-1] + rest
        rarer = self._words.zipf(rest) if self._is_right_part(rest) else 0.0
        if len(left) < 2 or len(rest) < 3 or self._words.zipf(right) < max(_COMMON_WORD, rarer):
            return []
        known = self._vocabulary.known(left), self._vocabulary.known(right)
        return [Split((left, right), 2.0 if self._words.is_proper(left) else 1.0, known, "fused-names")]

    def _after_acronym(self, acronym: str, rest: str) -> Iterator[Split]:
        if rest[0] == "s" and rest[1:] in GLUE and rest not in GLUE:
            yield Split((acronym + "s", rest[1:]), 3.0, (Known.PROPER, Known.WORD), "fused-name-word")
        elif self._is_right_part(rest) and (len(rest) > 2 or rest in _BEHIND_ACRONYMS):
            known = self._vocabulary.known(acronym)
            score = self._scorer.acronym_and_word(rest, known, self._after)
            verb = len(rest) > 3 and bool(self._words.likely_tag(rest) & (Tag.VERB_PAST | Tag.MODAL))
            yield Split((acronym, rest), score, (known, Known.WORD), "fused-name-word", grammatical=verb)

    def _at_capital(self, left: str, right: str) -> Iterator[Split]:
        """Splits where a capital stands inside the token; the piece after it may hold another border."""
        if left in _SAINTS:
            yield from self._after_saint(left, right)
        if left in NAME_PARTS or (len(left) < 2 and left != "a"):
            return
        tails = [Split((right,), 0.0, (self._vocabulary.known(right),), "")]
        if not self._vocabulary.is_one_word(right):
            acronym = _ACRONYM.fullmatch(right)
            inner = self._after_acronym(*acronym.groups()) if acronym else self._inside(right, left, self._after)
            tails += [t for t in inner if self._is_tail(t) and t.score > CLEAR and t.may_be_certain]
        if left.islower() and not self._words.is_word(left):
            yield from self._before_preposition_and_name(left, right)
        for tail in tails:
            split = self._before_capital(left, tail)
            if split.score > 0.0:
                yield replace(split, score=split.score + max(0.0, tail.score))

    def _is_tail(self, tail: Split) -> bool:
        """Whether a split behind a capital begins with a name, or with a word of one and its verb."""
        left, right = tail.parts[0], tail.parts[-1]
        verb = self._words.likely_tag(right) & (Tag.VERB_PAST | Tag.MODAL) and len(right) > 4
        plural = (
            self._words.likely_tag(left.lower()) & Tag.PLURAL_NOUN and self._words.zipf(left.lower()) >= _COMMON_WORD
        )
        return tail.known[0] >= Known.PROPER or left.isupper() or bool(verb and plural)

    def _after_saint(self, left: str, right: str) -> Iterator[Split]:
        """The name of a saint or of a place called after one: San + Lorenzo + in, Santa + Clara."""
        if self._is_saint(left, right):
            yield Split((left, right), 2.5, (Known.PROPER, Known.PROPER), "fused-names")
        for split in self._inside(right, left, self._after) if not self._vocabulary.is_one_word(right) else ():
            if self._is_saint(left, split.parts[0]) and split.parts[-1] in GLUE | SHORT and len(split.parts) == 2:
                yield Split((left, *split.parts), 2.5, (Known.PROPER, Known.PROPER, Known.WORD), "fused-names")

    def _is_saint(self, left: str, right: str) -> bool:
        return self._words.is_given_name(right) or self._vocabulary.is_listed(f"{left} {right}")

    def _before_preposition_and_name(self, words: str, name: str) -> Iterator[Split]:
        """A word, a preposition and a name: party + of + Evo."""
        known = self._vocabulary.known(name)
        if known < Known.PERSON or known is Known.WORD or not name[1:].islower():
            return
        for inner in self._inside(words, self._previous, name):
            if inner.parts[-1] in _JOINING and len(inner.parts) == 2 and len(inner.parts[0]) > 3:
                yield Split((*inner.parts, name), max(2.5, inner.score), (*inner.known, known), "fused-word-name")

    def _after_brand(self, capital: int) -> Iterator[Split]:
        """Splits after a name that is known to hold a capital: YouTubehas, AstraZenecawhich."""
        for split in self._inside(self._token, self._previous, self._after):
            left, right = split.parts[0], split.parts[-1]
            if len(left) > capital and self._words.is_proper(left) and len(right) > 2 and len(split.parts) == 2:
                yield split

    def _before_capital(self, left: str, tail: Split) -> Split:
        parts, first = (left, *tail.parts), tail.known[0]
        if left[0].islower() or (left.lower() in GLUE and not self._vocabulary.is_day_or_month(left)):
            score = self._scorer.word_and_name(left, parts[1], first, self._previous, self._after)
            return Split(parts, score, (Known.WORD, *tail.known), "fused-word-name")
        score = self._scorer.two_names(left, parts[1], first, self._previous, self._after)
        return Split(parts, score, (self._vocabulary.known(left), *tail.known), "fused-names")

    def _inside(self, token: str, previous: str, after: str, *, is_part: bool = False) -> Iterator[Split]:
        """Splits before a word in lower case; a part of a split is not split into more than two."""
        pair = self._after_name if token[0].isupper() else self._after_word
        if token.islower() and not is_part:
            yield from self._place_in_lower_case(token)
        for at in range(1 if token[0] in "aAI" else 2, len(token)):
            left, right = token[:at], token[at:]
            if right == "a" or self._is_right_part(right):
                yield from pair(left, right, previous, after, is_part=is_part)

    def _is_right_part(self, part: str) -> bool:
        if len(part) < 3:
            return part in SHORT or (part == "ex" and self._after == "-")
        least = 3.0 if len(part) < 6 else 2.5 if len(part) < 8 else 2.0
        return self._words.is_word(part) and self._words.zipf(part) >= least and bool(self._words.tags(part))

    def _after_name(self, left: str, right: str, previous: str, after: str, *, is_part: bool) -> Iterator[Split]:
        if left in ("A", "I"):
            yield from self._after_single_letter(left, right, previous, after)
            return
        if len(left) < 3 and left.lower() not in GLUE:
            return
        known = self._known_after(left, previous)
        if left.lower() in GLUE or (known is Known.WORD and self._words.zipf(left) > 5.5):
            yield self._two_words(left, right, previous, after)  # Inthe: the start of a sentence
            return
        score = self._scorer.name_and_word(left, right, known, previous, after)
        together = self._scorer.seen_together(left, right, known, previous)
        grammatical = self._scorer.is_grammatical(left, right, previous, after)
        kind = "fused-name-word" if known > Known.FOREIGN else "fused-unknown-name"
        proved = not is_part and self._is_proved(left, right, known, previous)
        score += together + (_PROVED if proved else 0.0)
        yield Split((left, right), score, (known, Known.WORD), kind, grammatical, proved, together)
        if not is_part and known is Known.NOTHING and len(left) > 6 and len(right) > 3:
            yield from self._three(left, right, previous)

    def _after_single_letter(self, left: str, right: str, previous: str, after: str) -> Iterator[Split]:
        """A minibus at the start of a sentence, I managed."""
        tags = self._words.likely_tag(right)
        verb = tags & (Tag.VERB_PAST | Tag.MODAL | Tag.AUXILIARY | Tag.VERB_BASE) and left == "I"
        noun = tags & (Tag.NOUN | Tag.ADJECTIVE) and left == "A" and previous == SENTENCE_START
        if len(right) > 3 and (verb or noun):
            yield self._two_words(left, right, previous, after)

    def _is_proved(self, left: str, right: str, known: Known, previous: str) -> bool:
        """Whether the words around show that a name ends here: a given name and an aside, or a name of many words."""
        if right in GLUE | SHORT and self._vocabulary.ends_long_name(left, self._phrase_before):
            return not self._words.is_proper(self._token)
        if right in _AFTER_PLACE and known is Known.PLACE and previous in BEFORE_PLACES | {"the"}:
            foreign = len(left) > 3 and not self._words.is_proper(left) and not self._words.is_word(left.lower())
            return foreign if previous == "the" else foreign or len(left) > 4
        if right == "ex" and self._after == "-" and known is not Known.NOTHING:
            return True
        if right == "is" and self._is_placed(left, known):
            return True
        if right == "and" and self._joins_verbs(left):
            return True
        if self._surroundings.prove(left, right, known):
            return True
        given = previous != SENTENCE_START and self._words.is_given_name(previous) and previous[0].isupper()
        titled = self._words.is_person_noun(previous) and previous[0].islower()
        if not given or titled or len(left) < 4 or self._words.is_word(left.lower()):
            return False
        if opens_aside(self._words, right, self._following) or self._wants_what_follows(right):
            return True
        if right == "is" and (left.endswith("i") or self._words.is_surname(left)) and self._after in _BEHIND_IS:
            return True
        if right in _TAKES_UP and self._words.likely_tag(self._after) & _FINITE:
            return True
        verb = self._words.likely_tag(right) & Tag.VERB_PAST and right.endswith("ed")
        return len(right) > 5 and bool(verb)

    def _is_placed(self, left: str, known: Known) -> bool:
        """Whether a place stands behind a preposition, maybe as the end of a longer name: `in Saint-Brieuc`."""
        words = [word for word in self._before if word.isalnum() or word == "-"]
        hyphened = words[-1:] == ["-"] and len(words) > 2 and words[-2][0].isupper()
        before = words[-3] if hyphened else words[-1] if words else ""
        named = hyphened or (known is Known.PLACE and len(left) > 4)
        verb = self._words.tags(self._after) & (Tag.PAST_PARTICIPLE | Tag.DETERMINER | Tag.ADJECTIVE | Tag.GERUND)
        return named and before in _GOVERNING and bool(verb or self._after in ("not", "in", "on", "at", "now"))

    def _joins_verbs(self, left: str) -> bool:
        """Whether a second verb follows the border behind a place, whose clause has one: `near Porjus and read aloud`.

        The clause's subject has its verb, so that without “and” nothing would carry the second.
        """
        words, before = self._words, self._before
        if len(left) < 4 or before[-1:] == [] or before[-1] not in BEFORE_PLACES or not self._after.islower():
            return False
        likely = words.likely_tag(self._after)
        second = words.tags(self._after) & Tag.VERB_PAST and not likely & (Tag.NOUN | Tag.ADJECTIVE)
        subject = any(word in ("he", "she", "they", "He", "She", "They", "it", "It") for word in before)
        first = any(words.likely_tag(word) & Tag.VERB_PAST for word in before if word.islower())
        return bool(second) and subject and first

    def _wants_what_follows(self, right: str) -> bool:
        """Whether a determiner follows, which cannot stand right after a name: Anna Kellersold the farm."""
        words, following = self._words, self._after
        if right in WANTING and following == "to" and self._previous[:1].isupper():
            return True
        if not following.islower() or any(word in GIVING for word in self._phrase_before):
            return False
        determined = words.likely_tag(following) & (Tag.DETERMINER | Tag.POSSESSIVE) and following != "that"
        if right in ("has", "had", "was", "is"):
            return following in ("been", "not", "never", "become", "a", "an", "the")
        opens = right in _PLACING or (len(right) > 2 and words.tags(right) & (Tag.VERB_PAST | Tag.VERB_PRESENT))
        return bool(opens and determined)

    def _known_after(self, left: str, previous: str) -> Known:
        """How well a name is known; a surname that is also a word is a person's after a given name (Donald Tusk)."""
        known = self._vocabulary.known(left, self._phrase_before)
        given = previous != SENTENCE_START and self._words.is_given_name(previous)
        surname = self._words.is_surname(left) or (self._words.capitalised_share(left) or 0.0) > MOSTLY
        return Known.PERSON if known is Known.WORD and given and surname else known

    def _three(self, left: str, right: str, previous: str) -> Iterator[Split]:
        """A name, a function word and another word."""
        for inner in self._inside(left, previous, right, is_part=True):
            if inner.known[0] >= Known.PROPER and inner.parts[1] in GLUE:
                score = inner.score + 0.3 * self._scorer.fit(inner.parts[1], right) - 1.0
                yield Split((*inner.parts, right), score, (*inner.known, Known.WORD), inner.kind)

    def _place_in_lower_case(self, token: str) -> Iterator[Split]:
        """A preposition and a place that lost its capital with the space: intoscana."""
        for left in _BEFORE_PLACE:
            name = token.removeprefix(left).capitalize()
            shorter = 4 < len(name) < len(token) and not self._words.is_word(name.lower())
            if shorter and self._vocabulary.is_place(name):
                yield Split((left, name), 2.5, (Known.WORD, Known.PLACE), "fused-word-name")

    def _after_word(self, left: str, right: str, previous: str, after: str, *, is_part: bool) -> Iterator[Split]:
        if len(left) < 3 and left not in SHORT:
            return
        words = self._words
        counted = words.likely_tag(right) & Tag.NUMBER
        verb = len(right) > 4 and words.likely_tag(right) & Tag.VERB_PAST and words.likely_tag(left) & Tag.PLURAL_NOUN
        least = 1.8 if len(left) > 5 and (right in GLUE | APPROXIMATING or counted or verb) else 3.0
        if words.is_word(left) and words.zipf(left) >= least and words.tags(left):
            yield self._two_words(left, right, previous, after)
        elif right in _UNMISTAKABLE and len(left) > 4 and not words.is_word(left):
            yield Split((left, right), 2.5, (Known.NOTHING, Known.WORD), "fused-words", grammatical=True)
        elif left.endswith("the") and left[:-3] in GLUE:
            inner = self._two_words("the", right, left[:-3], after)
            yield replace(inner, parts=(left[:-3], *inner.parts), known=(Known.WORD, *inner.known))
        elif not is_part and len(left) > 4 and right in GLUE:
            for inner in self._inside(left, previous, right, is_part=True):
                if inner.score > 0:
                    score = inner.score + 0.3 * self._scorer.fit(right, after)
                    yield Split((*inner.parts, right), score, (*inner.known, Known.WORD), inner.kind)

    def _two_words(self, left: str, right: str, previous: str, after: str) -> Split:
        score = self._scorer.two_words(left, right, previous, after)
        grammatical = self._scorer.never_compound(left, right)
        opens = self._scorer.opens_next(left.lower(), right, previous, after)
        shown = left.islower() and self._surroundings.prove_words(left, right)
        proved = opens or shown or self._scorer.is_feminine(left, right, after)
        score += _PROVED if shown else 0.0
        return Split((left, right), score, (Known.WORD, Known.WORD), "fused-words", grammatical, proved)
