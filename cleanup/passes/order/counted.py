"""Adjectives behind their noun in articles whose language of origin puts them there: judged by counts and by place.

Clean English has most adjectives hardly ever behind a noun, at the end of a phrase. What is left are predicates, which
need a verb that gives them: so the place of the phrase decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleanup.edits import Applicability
from cleanup.lexicon.inflection import finite_forms
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of, with_plurals, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.order.modifiers import Modifiers
from cleanup.passes.order.phrases import (
    GIVES,
    PhraseEnds,
    has_complement_verb,
    is_noun_here,
    is_only_verb,
    phrase_start,
)
from cleanup.resources import Resources
from cleanup.syntax.clauses import Place, has_finite, subject_place
from cleanup.syntax.noun_phrases import NEAR, STAYING, is_mood, pair_counts
from cleanup.syntax.parser import DETERMINERS, Word
from cleanup.syntax.words import (
    ADJECTIVES_WITH_COMPLEMENT,
    BE,
    COMPLEMENT_VERBS,
    COMPLEMENTS,
    KIN,
    NUMBERS,
    POSTPOSITIVE,
    TIME_NOUNS,
)

_USUAL = 5  # times in the clean corpora
_OFTEN = 20  # the same, of what may be a predicate
_TAKING = 100  # of so many occurrences one has the word behind it
_COMMON_PLURAL = 2.7  # Zipf: routines, fossils; an adjective has no plural
_VERY_COMMON = 3.5  # the same, of what stands before nouns most: professionals
_MEASURES = with_plurals("units", "units_of_time") | word_set("foot feet bit little way lot")
_STATES = word_class("colours") | word_set(
    "raw bare naked bankrupt blind blonde mad lame captive solo pro wild fresh little"
)
"""What somebody or something is while a verb is done to it: eat it raw, paint it white."""
_TREATING = forms_of("verbs_of_treating")
"""What is done to a thing in a state: ate the fish raw, wore the coat long, rated the hotel excellent."""
QUALITIES: Final = word_class("qualities_before_nouns")
"""Adjectives that can be an object's predicate, and behind no subject stand before its verb."""
LASTING_STATES: Final = word_class("lasting_states")
"""Participles that say what a thing is like: the bread frozen, the beaches crowded."""
_RELATIVE = word_set("where which who whose that when")
_NO_NOUNS = word_set("things thing matters people one ones")
"""Nouns that have any adjective behind them: all things digital."""
_STAYING_BEHIND = word_class("adjectives_behind_nouns")
_RANKS = word_class("first_parts_of_measures")
_MEASURED = word_class("measured_things", "units", "units_of_time")
_WELL = word_set("well best better badly highly poorly newly ill long")
_DONE = word_set(
    "paid known educated trained equipped organised organized built dressed prepared informed preserved established "
    "respected connected armed funded awaited standing lit kept"
)
"""What stands behind these with a hyphen, and says of what quality something is: well-paid, long-awaited."""
_BEHIND_ADJECTIVES = word_set("as that to than for enough at about over")
_COMPOUND = 2  # times in the clean corpora, in either number
_TURNED = 30  # how many times as often as the other way round
_HEAD_ENDS = 2.0  # how many times as often as the part the head ends its phrase, of nouns never counted together
_RARELY = 0.02  # the least share of phrases that a noun is taken to end
_KNOWN = 40  # times in the clean corpora, from which on that share tells something
_TRADING = finite_forms("sell buy deliver serve need want see return cut drive break like prefer")
_ENDINGS_OF_PARTICIPLES = ("able", "ible", "ing", "ed", "ward", "wide", "most")
_CLASSIFYING = ("al", "ic", "ary", "ous", "ive", "an", "ant")


class CountedAdjectives:
    """Judges what stands behind a noun of an article that puts adjectives there."""

    def __init__(self, resources: Resources, modifiers: Modifiers, phrases: PhraseEnds) -> None:
        self._words = resources.words
        self._modifiers = modifiers
        self._phrases = phrases

    def is_prenominal(self, word: Word) -> bool:
        """Whether the counts have the word before nouns alone, and it is no state that something can be in."""
        plain = not word.is_capitalised and word.lower not in _STATES
        return plain and self._words.is_prenominal(word.lower) and not word.lower.endswith(_ENDINGS_OF_PARTICIPLES)

    def may_be_mood(self, words: Sequence[Word], index: int, end: int) -> bool:
        """`She stood at the window silent.`: what somebody is who goes or stays there, at the end of the clause."""
        if end < len(words) and words[end].tag is not Tag.PUNCTUATION:
            return False
        if not self._is_governed(words, phrase_start(words, index)):
            return False  # from the hall came a promise vague
        near = words[max(0, phrase_start(words, index) - NEAR) : index]
        adjectives = [word.lower for word in words[index + 1 : end] if word.tags & Tag.ADJECTIVE]
        moody = any(is_mood(self._words, words[index].lower, adjective) for adjective in adjectives)
        return moody and any(word.lower in STAYING for word in near)

    def judge(self, words: Sequence[Word], index: int, start: int, end: int) -> Applicability | None:
        """How sure it is that the adjectives at `start:end` belong before the noun at `index`; None if they do not."""
        last = words[end - 1]
        if not self.describes(last):
            return None
        usual, turned = pair_counts(self._words, last.lower, words[index].lower)
        if not self._may_be_head(words, index) or not self._ends(words, end, last):
            return None
        counted = usual >= _USUAL and turned * _USUAL * _USUAL <= usual
        plural = self._words.zipf(f"{last.lower}s") if last.tags & Tag.NOUN else 0.0
        noun_too = plural >= (_VERY_COMMON if self._modifiers.is_attributive(last) else _COMMON_PLURAL)
        stays = (noun_too or last.lower in POSTPOSITIVE) and last.lower not in QUALITIES
        if (turned or stays) and not counted:
            return None
        opens = phrase_start(words, index)
        bare = opens == index and words[index].tag is Tag.NOUN and self._words.takes_article(words[index].lower)
        if bare and not self._is_governed(words, opens):
            return None  # one thing without article: more is wrong here
        judge = self._by_place if self.is_prenominal(last) else self._by_sure_place
        return judge(words, index, opens, end, usual if counted else 0)

    def describes(self, word: Word) -> bool:
        """Whether the word is first of all an adjective, or a participle that has become one."""
        lower = word.lower
        if self.is_prenominal(word):
            return True
        if word.is_capitalised or lower in _STATES | _STAYING_BEHIND:
            return False
        if lower in LASTING_STATES:
            return True
        if "-" in lower:
            return is_measuring(word)
        where = word.tags & Tag.ADVERB and lower not in QUALITIES  # offshore, downtown
        plain = self._words.likely_tag(lower) is Tag.ADJECTIVE and not (where or word.tags & Tag.PAST_PARTICIPLE)
        return plain and (_is_undone(word) or not lower.endswith(_ENDINGS_OF_PARTICIPLES))

    def may_be_compound(self, words: Sequence[Word], index: int) -> bool:
        """Whether the noun behind the one at `index` may say of what kind that is: the crisis housing.

        Never surely: the mark book and the network cable have a meaning in both orders.
        """
        head, part = words[index], words[index + 1]
        nouns = part.tag is Tag.NOUN and not part.tags & Tag.PLURAL_NOUN and head.text.islower() and part.text.islower()
        nouns = nouns and self._words.likely_tag(part.lower) is Tag.NOUN
        if not nouns or {head.lower, part.lower} & (_MEASURES | KIN | TIME_NOUNS - {"season"}):
            return False
        usual, turned = pair_counts(self._words, part.lower, head.lower)
        asymmetry = self._asymmetry(head, part)
        enough = _USUAL if head.tag is Tag.PLURAL_NOUN else _COMPOUND  # the works council
        counted = usual >= enough and turned * _TURNED <= usual
        counted = counted and (asymmetry >= 1 or usual >= _OFTEN)  # the lost property office
        apart = not turned and asymmetry >= _HEAD_ENDS and self._words.unigram(part.lower) >= _KNOWN
        apart = apart and not self._words.is_person_noun(part.lower)  # the harbour master
        return bool(counted or apart) and self._stands_as_compound(words, index)

    def _asymmetry(self, head: Word, part: Word) -> float:
        """How many times as often the first noun ends its phrase in clean English as the second does."""
        begins = self._words.closing_share(part.lower)
        return (self._words.closing_share(head.lower) or 0.0) / max(begins, _RARELY) if begins else 0.0

    def _stands_as_compound(self, words: Sequence[Word], index: int) -> bool:
        """Whether the two nouns from `index` on are a whole phrase, and the second is not the verb of the first."""
        head, part, end = words[index], words[index + 1], index + 2
        if not self._phrases.ends(words, end, part):
            return False
        acts = part.tags & (FINITE_VERB | Tag.VERB_BASE) and head.tag is Tag.PLURAL_NOUN
        if acts and not (end < len(words) and words[end].tag & (FINITE_VERB | Tag.VERB_BASE)):
            return False  # the workers water the plants
        governed = index > 0 and bool(words[index - 1].tag & (Tag.PREPOSITION | FINITE_VERB))
        return phrase_start(words, index) < index or governed

    def _by_sure_place(
        self, words: Sequence[Word], index: int, opens: int, end: int, usual: int
    ) -> Applicability | None:
        """As `_by_place`, of an adjective that may be a predicate: only the place can tell that it is none."""
        if words[index].lower in _NO_NOUNS:
            return None
        after = words[end] if end < len(words) else None
        noun, participle = opens < index, words[end - 1].lower in LASTING_STATES or _is_undone(words[end - 1])
        if noun and self._is_subject(words, opens, end):
            sure = after is not None and (after.tag is not Tag.PREPOSITION or after.lower == "of" or not participle)
            return Applicability.SAFE if sure else Applicability.UNSAFE
        if self._is_governed(words, opens):
            goes_on = after is not None and (after.lower in _RELATIVE | {"of"} or bool(after.tag & FINITE_VERB))
            return Applicability.SAFE if goes_on and not participle else Applicability.UNSAFE
        treated = any(word.lower in _TREATING for word in words[max(0, opens - 3) : opens])
        before = words[opens - 1] if opens else None
        if before is None or before.text in ",;" or before.lower in GIVES | {"and", "or"}:
            return None
        if treated or has_complement_verb(words, index):
            return None
        sure = words[opens].lower in ("a", "an") and not participle
        return Applicability.SAFE if sure else Applicability.UNSAFE

    def _by_place(self, words: Sequence[Word], index: int, opens: int, end: int, usual: int) -> Applicability | None:
        """The verdict by where the phrase stands; `usual` tells how often clean English has its words in order."""
        indefinite = words[opens].lower in ("a", "an")
        given = has_complement_verb(words, index)
        classifies = words[end - 1].lower.endswith(_CLASSIFYING)
        final = end >= len(words) or words[end].tag is Tag.PUNCTUATION
        stays = usual or self._modifiers.is_attributive(words[end - 1])  # nobody returns to the palace biological
        if self._is_governed(words, opens):
            placed = (indefinite and not final) or (stays and (indefinite or not given))
            return Applicability.SAFE if placed else Applicability.UNSAFE
        if self._is_subject(words, opens, end):
            return Applicability.SAFE if opens < index or usual else Applicability.UNSAFE
        before = words[opens - 1] if opens else None
        if before is None or before.text in ",;" or before.lower in GIVES | {"and", "or"}:
            return Applicability.UNSAFE if usual else None
        if given or any(word.lower in _TREATING for word in words[max(0, opens - 3) : opens]):
            named = indefinite and classifies and usual >= _OFTEN
            named = named or bool(classifies and stays and _is_traded(words, index))
            return Applicability.SAFE if named else (Applicability.UNSAFE if classifies and usual else None)
        sure = (indefinite and (stays or not final)) or (usual and classifies) or usual >= _OFTEN
        return Applicability.SAFE if sure else Applicability.UNSAFE

    def _may_be_head(self, words: Sequence[Word], index: int) -> bool:
        """Whether the word at `index` is a common noun that an adjective describes."""
        noun = words[index]
        if not noun.is_alphabetic or not noun.text.islower() or noun.lower in _MEASURES | KIN:
            return False
        likely = self._words.likely_tag(noun.lower) & (Tag.NOUN | Tag.PLURAL_NOUN)
        placed = is_noun_here(words, index) or (index > 0 and bool(words[index - 1].tag & FINITE_VERB))
        return bool(likely and noun.tag & (Tag.NOUN | Tag.PLURAL_NOUN) and placed)

    def _ends(self, words: Sequence[Word], end: int, last: Word) -> bool:
        """Whether the phrase ends at `end`, and what follows is no complement of the adjective `last`."""
        if not self._phrases.ends(words, end, last):
            return False
        after = words[end] if end < len(words) else None
        if is_measuring(last):
            return True
        if after is None or after.lower not in COMPLEMENTS | _BEHIND_ADJECTIVES:
            return after is None or after.lower not in ("and", "or", "but") or self._closes(words, end + 1)
        taken = self._words.bigram(last.lower, after.lower) * _TAKING >= self._words.unigram(last.lower)
        able = last.lower in ADJECTIVES_WITH_COMPLEMENT and after.lower in COMPLEMENTS
        return after.lower not in ("as", "than", "enough") and not taken and not able

    @staticmethod
    def _closes(words: Sequence[Word], at: int) -> bool:
        """Whether what is joined at `at` is a phrase of its own."""
        opens = at < len(words) and words[at].lower in DETERMINERS | {"little", "few", "much", "many"}
        return opens or (at < len(words) and bool(words[at].tag & FINITE_VERB))

    @staticmethod
    def _is_governed(words: Sequence[Word], opens: int) -> bool:
        return opens > 0 and words[opens - 1].tag is Tag.PREPOSITION and words[opens - 1].lower not in GIVES | {"like"}

    @staticmethod
    def _is_subject(words: Sequence[Word], opens: int, end: int) -> bool:
        """Whether the phrase opens a clause whose verb follows: `The outlook economic has changed`."""
        if subject_place(words, opens) is not Place.STRONG or end >= len(words):
            return False
        after = words[end]
        base = after.tag is Tag.VERB_BASE and words[end - 2].tag is Tag.PLURAL_NOUN
        if after.tag & FINITE_VERB or base or _is_past(words, end) or is_only_verb(words, end):
            return True
        listed = any(word.lower in BE for word in words[:opens])
        return bool(after.tag & (Tag.PREPOSITION | Tag.RELATIVE)) and not listed and has_finite(words, end + 1)


def is_measuring(word: Word) -> bool:
    """Whether the word has a hyphen and says of what measure or rank something is: high-speed, well-paid."""
    first, _, last = word.lower.partition("-")
    if first in _WELL and last in _DONE:
        return True
    return last in _MEASURED and (first in _RANKS or first in NUMBERS or first.isdigit())


def _is_undone(word: Word) -> bool:
    """Whether the word says what has not been done: undecided, unpaid."""
    return word.lower.startswith("un") and word.lower.endswith("ed")


def _is_traded(words: Sequence[Word], index: int) -> bool:
    """Whether the verb before the noun gives it a state, and no kind: sold the fish raw."""
    verbs = [word.lower for word in words[max(0, index - 7) : index] if word.lower in COMPLEMENT_VERBS]
    return bool(verbs) and all(verb in _TRADING for verb in verbs)


def _is_past(words: Sequence[Word], at: int) -> bool:
    """Whether a form that may be a participle has its object behind it: blocked the road."""
    word, behind = words[at], words[at + 1] if at + 1 < len(words) else None
    acts = word.tag is Tag.PAST_PARTICIPLE and word.tags & Tag.VERB_PAST
    return bool(acts) and behind is not None and behind.lower in DETERMINERS and not has_finite(words, at + 1)
