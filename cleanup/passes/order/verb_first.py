"""Verbs before their subject: what may stand in front of them, where their subject ends, what may follow it.

In the terms of languages that have their verb second: the front (all before the finite verb of its clause), the verbs,
the subject, and the rest of the clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from cleanup.edits import Applicability
from cleanup.lexicon.inflection import finite_forms, participles
from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.syntax.clauses import has_finite, noun_phrase_end
from cleanup.syntax.parser import DETERMINERS, OPENERS, Word, words_text
from cleanup.syntax.words import HAVE, MIDDLE_ADVERBS, MODALS, PREPOSITIONS_OF_CLAUSES, PREPOSITIONS_OF_TIME, TIME_NOUNS

PRONOUNS = word_set("he she we they it")
"""Pronouns that stand in a clause as its subject; only `it` could be an object."""
NOMINATIVES = PRONOUNS - {"it"}
FRONT_ADVERBS = word_set(
    "yesterday today tomorrow tonight therefore nevertheless nonetheless meanwhile currently recently previously "
    "nowadays afterwards moreover consequently subsequently accordingly furthermore meantime instead initially finally "
    "apparently unfortunately fortunately officially"
)
"""Adverbs that open a clause, and behind which English never turns verb and subject."""
COMING = finite_forms("come go")
PRESENTING = COMING | finite_forms(
    "stand lie sit hang live begin start follow appear emerge arise die rise fall flow run lead lurk stretch loom grow "
    "sound ring shine descend open pass end arrive enter depart exist occur dwell reign include sleep rest march "
    "burst creep sweep storm pour step squeeze gather crowd"
)
"""Verbs that present their subject behind a place in good English: On the hill stood a mill."""
GONE = participles("fall rise go come arrive die grow disappear happen become begin sink increase decrease")
"""Participles that German and Dutch have with `is`, and English with `has`."""
LONGEST = 9  # words of a subject, or of what stands in front
NUMBERED: Final = word_class("numbered_nouns")
"""What its number names: line 8."""
_NAME_OPENERS = frozenset(["The", "New", "San", "Santa", "Saint", "St", "Los", "Las", "La", "Le", "El", "Bad", "Den"])
_DAYTIMES = word_set("morning afternoon evening night noon")
_CLAUSE_MARKS = frozenset(".,;:–—“”‘(!?…")
_JOINERS = word_set("and but")
_BEFORE_VERB = MIDDLE_ADVERBS | {"all"}
_COMPLEMENTED = word_set("where how whether than as that why")
"""Openers of clauses that belong to what follows or leave their verb out."""
_BEFORE_A_TIME = PREPOSITIONS_OF_TIME | word_set("on in at by")


class Turned(NamedTuple):
    """Words `start:end` and how they read in English order."""

    start: int
    end: int
    text: str
    certainty: Applicability = Applicability.SAFE


class VerbFirst(NamedTuple):
    """Verbs `words[verb:subject]` with their subject `words[subject:end]` behind them."""

    words: Sequence[Word]
    verb: int
    subject: int
    end: int

    @property
    def opens(self) -> Word:
        """The first word of the subject."""
        return self.words[self.subject]

    @property
    def follows(self) -> Word:
        """The word behind the subject."""
        return self.words[self.end]

    @property
    def is_plural(self) -> bool:
        """Whether the subject is more than one."""
        return self.opens.lower in ("we", "they") or self.words[self.end - 1].tag is Tag.PLURAL_NOUN

    @property
    def agrees(self) -> bool:
        """Whether the first verb fits the number of the subject: of its last noun, or of the first before `of`."""
        tags = self.words[self.verb].tags
        of = next((at for at in range(self.subject, self.end) if self.words[at].lower == "of"), None)
        single = not self.is_plural or (of is not None and self.words[of - 1].tag is Tag.NOUN)
        fits = (single and tags & Tag.VERB_PRESENT) or (self.is_plural and tags & Tag.VERB_BASE)
        return bool(tags & Tag.VERB_PAST or fits)

    @property
    def subject_text(self) -> str:
        """The subject as it stands."""
        return words_text(self.words, self.subject, self.end)

    def turned(self, certainty: Applicability = Applicability.SAFE) -> Turned:
        """The subject, and its verbs behind it."""
        verbs = words_text(self.words, self.verb, self.subject)
        return Turned(self.verb, self.end, f"{self.subject_text} {verbs}", certainty)


def verb_first(words: Sequence[Word], verb: int, length: int = 1) -> VerbFirst | None:
    """The `length` verbs from `verb` on and the subject right behind them, or None where no subject follows."""
    subject = verb + length
    end = subject_end(words, subject)
    return None if end is None else VerbFirst(words, verb, subject, end)


def sole_verb_first(words: Sequence[Word], verb: int, length: int = 1) -> VerbFirst | None:
    """As `verb_first`, but None where another finite verb follows, of which the noun may be the subject."""
    found = verb_first(words, verb, length)
    return None if found is None or has_finite(words, found.end) else found


# The subject and what follows it


def subject_end(words: Sequence[Word], at: int) -> int | None:
    """Where the subject that begins at `at` ends: a pronoun, or one noun or name with `of` and what follows it."""
    if at + 1 < len(words) and words[at].text in PRONOUNS:
        return at + 1
    end = noun_phrase_end(words, at, lambda index: _opens_another(words, at, index))
    timed = words[at].lower in ("last", "next") and end == at + 2 and words[at + 1].lower in TIME_NOUNS
    if end is None or end > at + LONGEST or timed:
        return None  # was built last year
    numbered = words[end - 1].lower in NUMBERED and words[end].tag is Tag.NUMBER and end + 1 < len(words)
    return end + 1 if numbered else end


def _opens_another(words: Sequence[Word], start: int, at: int) -> bool:
    """Whether a name behind a determined noun is the next phrase: filled the teachers | Kossuth Square."""
    determined = words[start].lower in ("the", "a", "an") and at > start + 1
    return determined and words[at].is_proper and words[at - 1].tag is Tag.PLURAL_NOUN


def behind_adverbs(words: Sequence[Word], at: int) -> int:
    """The index behind `not` and the adverbs between a subject and the rest of its verbs."""
    while at < len(words) - 1 and words[at].lower in _BEFORE_VERB:
        at += 1
    return at


def completes(helper: Word, word: Word) -> bool:
    """Whether a modal or a form of have needs such a word behind it: must | decide, has | decided.

    `may` before its subject is a wish in good English: may they rest.
    """
    if word.is_capitalised or helper.lower == "may":
        return False
    if helper.tag is Tag.MODAL or helper.lower in MODALS:
        return bool(word.tags & Tag.VERB_BASE)
    return helper.lower in HAVE and bool(word.tags & Tag.PAST_PARTICIPLE)


def may_be_condition(words: Sequence[Word], verb: int) -> bool:
    """Whether the verb may open a condition that a comma ends: when it rains, should the roof leak, they pay."""
    return words[verb].lower in ("should", "had", "were") and any(word.text == "," for word in words[verb + 2 :])


def is_participle(word: Word) -> bool:
    """Whether the word can only be a past participle, and no noun."""
    return bool(word.tags & Tag.PAST_PARTICIPLE) and not word.is_capitalised and not word.tags & Tag.NOUN


def may_be_verb(word: Word) -> bool:
    """Whether the word can be the verb of the pronoun before it (so suppose they | win)."""
    verb = word.tags & (FINITE_VERB | Tag.VERB_BASE)
    return bool(verb) and not word.is_capitalised and not word.tag & (Tag.PREPOSITION | Tag.DETERMINER | Tag.PRONOUN)


# What stands in front


def clause_start(words: Sequence[Word], at: int) -> int:
    """Where the words before `at` begin that no mark or joining word parts from it."""
    start = at
    while not opens_clause(words, start):
        start -= 1
    return start


def opens_clause(words: Sequence[Word], at: int) -> bool:
    """Whether a clause can begin at `at`: at the start, behind a mark, behind `and`."""
    return at == 0 or words[at - 1].text in _CLAUSE_MARKS or words[at - 1].lower in _JOINERS


def opens_place(words: Sequence[Word], at: int) -> bool:
    """Whether `where`, or `in which` and the like, stands at `at`."""
    which = words[at].lower == "which" and at > 0 and words[at - 1].tag is Tag.PREPOSITION
    return which or words[at].lower == "where"


def is_clause(words: Sequence[Word]) -> bool:
    """Whether the words are one adverbial clause with its opener and its verb."""
    if not words or words[0].lower not in OPENERS - _COMPLEMENTED or any(word.tag is Tag.PUNCTUATION for word in words):
        return False
    return any(word.tags & (FINITE_VERB | Tag.VERB_BASE) for word in words[2:])


def is_phrases(words: Sequence[Word]) -> bool:
    """Whether the words are phrases with prepositions (or of time) alone: no verb, no second noun that is a subject."""
    opens = words[0]
    timed = opens.lower in ("this", "last", "next", "every") and len(words) > 1 and words[1].lower in TIME_NOUNS
    if not (timed or (opens.tags & Tag.PREPOSITION and opens.lower != "to")):
        return False
    for at, word in enumerate(words):
        if word.tag & (FINITE_VERB | Tag.GERUND | Tag.RELATIVE | Tag.PRONOUN | Tag.INFINITIVE):
            return False
        if word.text == "," and not (at + 1 < len(words) and words[at + 1].tag & (Tag.PREPOSITION | Tag.NUMBER)):
            return False
        if word.text in ":;.“”()":
            return False
    return not any(word.lower in OPENERS - PREPOSITIONS_OF_CLAUSES for word in words)


def phrase_in_front(words: Sequence[Word], at: int) -> bool:
    """Whether nothing but one phrase with a preposition stands between the clause's start and `at`."""
    start = clause_start(words, at)
    if start == at or at - start > LONGEST or not words[start].tags & Tag.PREPOSITION or words[start].lower == "to":
        return False
    if words[start].lower in OPENERS and not (words[at - 1].lower in TIME_NOUNS or words[at - 1].text in WEEKDAYS):
        return False  # after the opposition won Bishkek
    return is_phrases(words[start:at]) and words[at - 1].is_noun


def time_in_front(words: Sequence[Word], at: int) -> bool:
    """Whether a phrase or an adverb of time, and nothing else, stands between the clause's start and `at`."""
    phrase = words[clause_start(words, at) : at]
    if not phrase or len(phrase) > LONGEST:
        return False
    first, last = phrase[0].lower, phrase[-1]
    if len(phrase) == 1 and first in FRONT_ADVERBS | {"later"}:
        return True
    counted = first in ("last", "next") or (phrase[0].tag is Tag.NUMBER and last.lower == "ago")
    if counted and is_time(last) and len(phrase) <= 3:
        return True  # last night, two years ago
    return is_time(last) and first in _BEFORE_A_TIME and is_phrases(phrase)


def is_time(word: Word) -> bool:
    """Whether the word ends a phrase of time: a day, a month, a year."""
    return word.lower in TIME_NOUNS or word.text in MONTHS | WEEKDAYS or word.tag is Tag.NUMBER


def plain_phrase_end(words: Sequence[Word], at: int) -> int | None:
    """Where the one noun (or year, or name) behind a preposition ends: two nouns side by side could be a subject."""
    while at < len(words) and (
        (words[at].lower in DETERMINERS and not words[at].is_noun) or words[at].tag is Tag.ADJECTIVE
    ):
        at += 1
    if at >= len(words):
        return None
    if words[at].lower in ("then", "now", "today"):
        return at + 1
    if words[at].tag is Tag.NUMBER:
        counts = at + 1 < len(words) and words[at + 1].lower in TIME_NOUNS
        return at + 2 if counts else at + 1
    if not words[at].is_noun:
        nominal = words[at - 1].tag is Tag.ADJECTIVE and words[at - 1].tags & Tag.NOUN  # after a foul on
        return at if nominal and words[at].tag & (Tag.PREPOSITION | FINITE_VERB) else None
    opens_name = words[at].text in _NAME_OPENERS and at + 1 < len(words) and words[at + 1].is_capitalised
    end = at + (2 if opens_name else 1)
    dated = words[at].text in MONTHS and end < len(words) and words[end].tag is Tag.NUMBER
    if dated or (words[at].text in WEEKDAYS and end < len(words) and words[end].lower in _DAYTIMES):
        end += 1
    return end if end < len(words) else None
