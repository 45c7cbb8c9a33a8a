"""Where a clause begins, what stands before its subject, and whether its verb has what it needs.

Everything is a question about one index in the words of a sentence; the answers are careful guesses of a light parser.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from enum import IntEnum

from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.lexicon.words import words as lexicon
from cleanup.syntax.parser import DETERMINERS, OBJECT_PRONOUNS, OPENERS, RELATIVES, SUBJECT_PRONOUNS, Word
from cleanup.syntax.words import (
    APPROXIMATE,
    BE,
    CLAUSE_NOUNS,
    DO,
    GOVERNED,
    HELPERS_OF_MORE,
    HELPERS_OF_ONE,
    IMPERSONAL,
    INDEFINITES,
    INFINITIVE_VERBS,
    INTRANSITIVE,
    MIDDLE_ADVERBS,
    OPEN_VERBS,
    QUANTIFIERS,
    QUANTITIES,
    SPEECH,
    TELL,
    TIME_NOUNS,
)

_QUOTES = frozenset('“"«„”»')
_STRONG_MARKS = frozenset(';:–—“"«„')
_CLAUSE_OPENERS = word_set("that who which and but because when while if as")
_COORDINATORS = word_set("and but or nor yet so while whereas")
_CORRELATIVES = word_set("neither both either")
_DEGREES = word_set("quite ever even")
_COMPARATIVES = word_set("more less fewer longer higher better greater bigger worse")
_DEGREES_OF_ALL = word_set("most least best")
_STARTS_OBJECT = word_set("a an the dozens hundreds thousands several many")
_BECOME = word_set("become becomes became becoming remain remains remained remaining")
_SHARES_OF_TIME = word_set("most much some many all half part")
_PARTS_OF_TIME = word_set("whole rest length part remainder course end start middle most half")
_BEHIND_PREPOSITION = word_set(
    "abroad home here there now then above below today yesterday tomorrow afar inside outside"
)
_STRANDABLE = word_set("for of with about at on from into after by")
_FINITE_AUXILIARIES = word_set("is are was were am has had does did")
_EITHER_NUMBER = word_class("groups_of_people", "invariable_nouns")
_PARTICLES = word_set("down up out off away back apart")
_APPROXIMATE = APPROXIMATE | {"between"}
_EMPHATIC = word_set("himself herself themselves itself ourselves myself yourself this these those")
_INDEFINITE = INDEFINITES | word_set("everything nothing something anything")
_BEFORE_OF = word_set("ahead out outside inside instead because off")
_DAYS = word_set("today tonight yesterday tomorrow")
_SPEND = word_set("spend spends spent spending")
_MOTION = word_set("run runs ran running walk walks walked walking swim swims swam ride rides rode move moves moved")
_BE = BE | word_set("be been 's 're ’s ’re am")
_BORN = word_set("born")  # the village she was born
_UNCERTAIN_OPENERS = word_set("as after before since until till than like once")
_BEFORE_SECOND_VERB = word_set("and or to then but not")
_NEW_CLAUSE = word_set("which who whom that where and but because when")
_MAYBE_VERB = Tag.VERB_PAST | Tag.AUXILIARY | Tag.MODAL
_FINITE_OR_BASE = FINITE_VERB | Tag.VERB_BASE
_VERBAL = Tag.VERB_BASE | Tag.PAST_PARTICIPLE | Tag.GERUND | Tag.AUXILIARY | Tag.VERB_PAST
_AFTER_STRANDED = Tag.PUNCTUATION | FINITE_VERB | Tag.PREPOSITION | Tag.ADVERB | Tag.CONJUNCTION | Tag.RELATIVE


class Place(IntEnum):
    """How surely a noun phrase stands where a clause's subject stands."""

    NONE = 0
    UNCERTAIN = 1
    WEAK = 2
    STRONG = 3


class Rest(IntEnum):
    """Whether the clause has another finite verb."""

    NONE = 0
    MAYBE = 1
    SURE = 2


def may_lack_verb(words: Sequence[Word], end: int) -> bool:
    """Whether what ends at `end` may be a predicate whose verb is lost: `For the mayor, the situation serious.`"""
    ends = end < len(words) and words[end].text in ".;:!?"
    return ends and not any(is_finite(words, at) for at in range(len(words)))


def is_listed_predicate(words: Sequence[Word], noun: int, end: int) -> bool:
    """Whether a bare noun and what ends at `end` are a clause without verb of a list: Roads icy, schools shut."""
    opens = noun == 0 or words[noun - 1].text == ","
    return opens and end < len(words) and words[end].text == ","


def is_finite(words: Sequence[Word], index: int) -> bool:
    """Whether the word is a clause's verb here."""
    word = words[index]
    if word.tag & FINITE_VERB:
        return not (word.tag is Tag.VERB_PAST and _is_participle(words, index))
    return False


def _is_participle(words: Sequence[Word], index: int) -> bool:
    following = words[index + 1].lower if index + 1 < len(words) else ""
    return bool(words[index].tags & Tag.PAST_PARTICIPLE) and following == "by"


def has_finite(words: Sequence[Word], at: int) -> bool:
    """Whether another finite verb stands in the clause that goes on at `at`."""
    for word in words[at:]:
        if word.tag is Tag.PUNCTUATION and word.text in ".,;:–—“”":
            return False
        if word.tag & (Tag.RELATIVE | Tag.CONJUNCTION) or word.lower in _NEW_CLAUSE:
            return False
        if word.tag & FINITE_VERB:
            return True
    return False


def is_only_verb(words: Sequence[Word], at: int) -> bool:
    """Whether a sentence has no finite verb but the word at a place, which follows a noun or pronoun."""
    if at == 0 or not (
        words[at - 1].is_noun or words[at - 1].lower in SUBJECT_PRONOUNS or words[at - 1].tag is Tag.ADVERB
    ):
        return False
    return not any(word.tag & (FINITE_VERB | Tag.VERB_BASE) for place, word in enumerate(words) if place != at)


def is_past(words: Sequence[Word], at: int) -> bool:
    """Whether a form that may be a participle is the only verb of its clause, right behind its subject."""
    before, behind = words[at - 1], words[at + 2 :]
    if any(word.tag is Tag.VERB_BASE and last.is_noun for last, word in itertools.pairwise(behind)):
        return False  # tales told to reporters stay
    if at == 0 or not (before.is_noun or before.lower in SUBJECT_PRONOUNS or before.lower == "who"):
        return False
    if has_finite(words, at + 2):
        return False
    for spot in range(at - 1, -1, -1):
        if words[spot].text in ";:.“”" or words[spot].lower in _CLAUSE_OPENERS:
            return True
        if words[spot].tag & FINITE_VERB:
            return False
    return True


def verb_after(words: Sequence[Word], index: int) -> int | None:
    """Index of the finite verb that follows a subject at `index` (adverbs may stand between), or None."""
    at = index + 1
    if at < len(words) and words[at].lower in _CORRELATIVES:
        at += 1
    while at < len(words) and (words[at].lower in MIDDLE_ADVERBS or words[at].lower.endswith("ly")) and at - index < 4:
        at += 1
    if at < len(words) and words[at].tags & (FINITE_VERB | Tag.VERB_BASE):
        return at
    return None


def contradicts(words: Sequence[Word], index: int, verb: int) -> bool:
    """Whether the verb at `verb` cannot be that of the pronoun at `index`: they has, she have."""
    word = words[verb]
    helper = word.lower.replace("'", "’").removesuffix("n’t")
    if words[index].lower in ("he", "she", "it"):
        return helper in HELPERS_OF_MORE
    return helper in HELPERS_OF_ONE or (word.tag is Tag.VERB_PRESENT and not word.tags & Tag.VERB_BASE)


def main_verb(words: Sequence[Word], index: int) -> int:
    """Index of the last verb of the group that begins with the finite verb at `index`: `will have to buy` → buy."""
    last = index
    for at in range(index + 1, len(words)):
        infinitive = words[at].lower == "to" and at + 1 < len(words) and _is_base(words[at + 1])
        if _is_inside_group(words, at) or (infinitive and words[last].lower in INFINITIVE_VERBS):
            continue
        if not _continues_group(words, last, at):
            break
        last = at
    return last


def _is_inside_group(words: Sequence[Word], at: int) -> bool:
    """Whether the word can stand between the verbs of a group: not, not even, largely, has himself seen."""
    word, before = words[at], words[at - 1]
    return (
        word.lower in MIDDLE_ADVERBS
        or word.lower in ("not", "long")
        or (word.lower in _DEGREES and before.lower in ("not", "never", "hardly"))
        or (word.tag is Tag.ADVERB and word.lower.endswith("ly"))
        or (word.lower.endswith(("self", "selves")) and bool(before.tag & (Tag.AUXILIARY | Tag.MODAL)))
    )


def _continues_group(words: Sequence[Word], last: int, at: int) -> bool:
    """Whether the word at `at` is a verb that belongs to the group whose verb before it is at `last`."""
    word, before, verb = words[at], words[at - 1], words[last]
    if _is_base(word) and before.lower == "to":
        return True
    if verb.tag is Tag.MODAL and word.tags & Tag.VERB_BASE and before.lower not in DETERMINERS:
        return True
    if verb.lower in DO and before.lower == "not" and word.tags & Tag.VERB_BASE:
        return True  # do not last
    if word.lower in _FINITE_AUXILIARIES and before.tags & Tag.AUXILIARY:
        return False  # the price they have is high
    if not verb.tags & (Tag.AUXILIARY | Tag.MODAL) or not word.tags & _VERBAL:
        return False
    if word.tag & (Tag.DETERMINER | Tag.ADJECTIVE | Tag.NOUN | Tag.PREPOSITION) and not word.tag & Tag.AUXILIARY:
        return False
    participle = word.tags & (Tag.PAST_PARTICIPLE | Tag.GERUND | Tag.AUXILIARY)
    return verb.lower not in _BE or bool(participle)  # were predominantly Polish


def _is_base(word: Word) -> bool:
    """Whether the word can be an infinitive behind `to`."""
    return bool(word.tag & Tag.VERB_BASE) or word.lower in ("be", "have", "do")


def is_complete(words: Sequence[Word], index: int) -> bool:
    """Whether the verb group at `index` lacks nothing: it needs no object, or has one behind it."""
    last = main_verb(words, index)
    verb, after = words[last].lower, last + 1
    while after < len(words) and (
        words[after].lower in MIDDLE_ADVERBS
        or words[after].tag is Tag.PARTICLE
        or (words[after].tag is Tag.ADVERB and words[after].lower.endswith("ly"))
    ):
        after += 1
    if verb in _BE:
        if after + 2 < len(words) and words[after].text == "," == words[after + 2].text:
            after += 3  # it was, rightly, read as
        complement = after < len(words) and bool(words[after].tag & ~(Tag.PUNCTUATION | Tag.CONJUNCTION))
        return complement and not _is_stranded(words, _behind_particle(words, last + 1))
    if verb in _BECOME:
        return after < len(words) and (words[after].is_nominal or words[after].tag is Tag.ADVERB)
    if _is_passive(words, index, last):
        return not _is_stranded(words, _behind_particle(words, last + 1))
    if verb in INTRANSITIVE:
        return not _is_stranded(words, last + 1)
    if after + 1 < len(words) and words[after].lower in GOVERNED.get(verb, ()):
        governs = words[after + 1].is_nominal or words[after + 1].lower in DETERMINERS | OBJECT_PRONOUNS
        most = any(word.lower in _DEGREES_OF_ALL for word in words[after + 1 : after + 3])
        return governs and not most and not _is_stranded(words, after)
    if verb in SPEECH and after < len(words) and words[after].lower == "that":
        return True
    if _is_stranded(words, last + 1):
        return False
    if verb in _SPEND and after + 1 < len(words) and words[after + 1].lower in TIME_NOUNS:
        return True  # spend two nights at sea
    return has_object(words, after) or has_late_object(words, after)


def _behind_particle(words: Sequence[Word], at: int) -> int:
    """The index behind a particle that stands at `at`: were torn down, is out of service."""
    return at + 1 if at < len(words) and words[at].lower in _PARTICLES else at


def has_no_person_as_object(words: Sequence[Word], index: int) -> bool:
    """Whether the verb group at `index` has an object that is never a person, or none: who he studied in Vienna."""
    last = main_verb(words, index)
    verb, after = words[last], words[last + 1] if last + 1 < len(words) else None
    apart = after is not None and after.lower in ("off", "away", "back")
    plain = verb.lower in IMPERSONAL or (apart and verb.lower in _MOTION)
    return plain and after is not None and not _is_stranded(words, last + (2 if apart else 1))


def needs_no_object(words: Sequence[Word], index: int) -> bool:
    """Whether the verb group at `index` never has an object: a form of be, a passive, an intransitive verb."""
    last = main_verb(words, index)
    return words[last].lower in _BE or words[last].lower in INTRANSITIVE or _is_passive(words, index, last)


def leaves_no_gap(words: Sequence[Word], index: int) -> bool:
    """Whether the verb group at `index` is a form of be with its complement or a passive: no part can be in front.

    Verbs with two objects keep one in the passive, which may be in front: the prize she was given.
    """
    last = main_verb(words, index)
    by_itself = words[last].lower in _BE or _is_passive(words, index, last)
    if words[last].lower in _BE and any(word.lower in TIME_NOUNS for word in words[last + 1 : last + 3]):
        return False  # the team it was last year
    return by_itself and words[last].lower not in OPEN_VERBS | _BORN and is_complete(words, index)


def says_clause(words: Sequence[Word], index: int) -> int | None:
    """Index of the verb of the clause that stands without `that` behind a verb of saying at `index`, or None.

    `Officials said the bridge was shut`: a noun phrase and its verb follow.
    """
    last = main_verb(words, index)
    if words[last].lower not in SPEECH:
        return None
    end = noun_phrase_end(words, last + 1)
    if end is None or not words[end].tag & FINITE_VERB or words[end].lower in SPEECH:
        return None
    return end


def takes_more(words: Sequence[Word], index: int) -> bool:
    """Whether the verb group at `index` can take two objects: one behind it does not prove that none is missing."""
    return words[main_verb(words, index)].lower in OPEN_VERBS | SPEECH


def has_late_object(words: Sequence[Word], at: int) -> bool:
    """Whether an object stands behind a prepositional phrase: left on the ground dozens of victims."""
    if at >= len(words) or not words[at].tags & Tag.PREPOSITION:
        return False
    for index in range(at + 2, min(at + 8, len(words))):
        word, before = words[index], words[index - 1]
        if before.is_noun and word.lower in _STARTS_OBJECT:
            return has_object(words, index)
        if not (word.is_nominal or word.lower in ("and", "or")):
            return False
    return False


def has_time_for_object(words: Sequence[Word], last: int) -> bool:
    """Whether a time stands where the object of the verb at `last` would: the Eiger she climbed three times."""
    marks = (at for at in range(last + 1, min(last + 4, len(words))) if words[at].tag is Tag.PUNCTUATION)
    behind = words[last + 1 : next(marks, last + 4)]
    if len(behind) > 1 and behind[0].lower in ("twice", "half") and behind[1].lower in DETERMINERS:
        return False  # pays twice the price
    counted = any(word.lower in TIME_NOUNS or word.lower in ("twice", "once", "often") for word in behind)
    if not counted or behind[0].tag is Tag.PREPOSITION or behind[0].lower in OBJECT_PRONOUNS - _EMPHATIC:
        return False
    return words[last].lower not in INTRANSITIVE


def _is_passive(words: Sequence[Word], first: int, last: int) -> bool:
    between = [word.lower for word in words[first:last]]
    return bool(words[last].tags & Tag.PAST_PARTICIPLE) and any(word in _BE for word in between)


def _is_stranded(words: Sequence[Word], after: int) -> bool:
    """Whether a preposition stands there without what it belongs to: the town she went to."""
    for at in range(after, min(after + 7, len(words))):
        if words[at].lower == "over" and words[at - 1].lower in _BE:
            continue  # the strike is over
        if words[at].lower in _BEFORE_OF and at + 1 < len(words) and words[at + 1].lower == "of":
            continue  # ahead of two Italians
        if words[at].tags & Tag.PREPOSITION and words[at].lower != "to":
            following = words[at + 1] if at + 1 < len(words) else None
            if following is None or (following.tag & _AFTER_STRANDED and not _is_prepositional(words, at + 1)):
                return True
        if words[at].lower == "to" and (at + 1 >= len(words) or words[at + 1].tag & (Tag.PUNCTUATION | FINITE_VERB)):
            return True
        if words[at].lower == "to" and words[at + 1].lower in ("in", "on", "at", "during"):
            return True
    return False


def _is_prepositional(words: Sequence[Word], at: int) -> bool:
    """Whether a preposition can have what stands there: from abroad, of about two metres."""
    counted = at + 1 < len(words) and (words[at + 1].tag is Tag.NUMBER or words[at + 1].lower in DETERMINERS)
    return words[at].lower in _BEHIND_PREPOSITION or (words[at].lower in _APPROXIMATE and counted)


def has_object(words: Sequence[Word], at: int) -> bool:
    """Whether an object begins at `at`; a time (`last week`, `Monday`), a score and a place in a race are none."""
    if at >= len(words):
        return False
    word = words[at]
    if word.lower in ("twice", "double") and at + 1 < len(words) and words[at + 1].lower in DETERMINERS:
        return has_object(words, at + 1)
    if word.lower in OBJECT_PRONOUNS - _EMPHATIC or word.lower in _INDEFINITE:
        return True
    if word.lower in _SHARES_OF_TIME and at + 2 < len(words) and words[at + 1].lower == "of":
        return words[at + 2].lower in OBJECT_PRONOUNS or has_object(words, at + 2)  # some of them
    if word.tag is Tag.NUMBER and at + 1 < len(words) and not words[at + 1].is_nominal and words[at + 1].lower != "of":
        counted = words[at + 1].tags & Tag.PLURAL_NOUN and words[at + 1].lower not in TIME_NOUNS
        return bool(counted) and not words[at + 1].tag & Tag.AUXILIARY  # three points
    if not (word.lower in DETERMINERS or word.is_nominal) or word.lower in RELATIVES:
        return False
    following = words[at + 1].tag if at + 1 < len(words) else Tag.NONE
    if word.lower not in DETERMINERS and word.tags & _MAYBE_VERB and not following & (Tag.NOUN | Tag.PLURAL_NOUN):
        return False
    if word.lower in ("a", "an", "the") and at + 2 < len(words) and words[at + 2].tag is Tag.PUNCTUATION:
        noun = words[at + 1].tags & (Tag.NOUN | Tag.PLURAL_NOUN) and not words[at + 1].is_capitalised
        if noun and not words[at + 1].is_noun:
            return words[at + 1].lower not in TIME_NOUNS  # pay a fine
    first = next((index for index in range(at, min(at + 8, len(words))) if words[index].is_noun), None)
    if first is None or head_of(words, at, first + 1) is None:
        return False
    while first + 1 < len(words) and words[first + 1].is_noun and not words[first + 1].is_proper:
        if words[first + 1].lower in _DAYS and words[first].tag & (Tag.NOUN | Tag.PLURAL_NOUN):
            break  # cross the country tonight
        first += 1  # the last noun of a compound
    return words[first].lower not in TIME_NOUNS


def head_of(words: Sequence[Word], start: int, end: int) -> int | None:
    """Index of the last noun of the phrase that begins at `start`, before any preposition or mark."""
    head = None
    for at in range(start, end):
        word = words[at]
        if word.is_noun:
            head = at
        elif not (word.is_nominal or word.lower in DETERMINERS or (word.tag is Tag.ADVERB and head is None)) or (
            head is not None and word.lower in DETERMINERS
        ):
            break
    return head


def subject_head(words: Sequence[Word], end: int) -> int | None:
    """Index of the head of the subject that ends before the verb at `end`: the last noun outside `of …`."""
    start = chunk_start(words, end)
    while start < end and words[start].tag & Tag.ADVERB:
        start += 1
    if start >= end or words[start].tags & Tag.PREPOSITION:
        return None
    return head_of(words, start, end)


def noun_phrase_end(
    words: Sequence[Word], start: int, opens_another: Callable[[int], bool] = lambda index: False
) -> int | None:
    """Where the noun phrase that begins at `start` ends: its noun or name, with `of` and what follows that.

    `opens_another` says of an index whether its noun begins a phrase of its own. None where there is no noun, or
    nothing behind the phrase.
    """
    end, head = start, None
    while end < len(words):
        word = words[end]
        if word.is_noun and (head is None or head == end - 1) and not opens_another(end):
            head = end
        elif word.lower == "of" and head == end - 1 and end + 1 < len(words):
            head = None
        elif head is not None or not (word.is_nominal or word.lower in DETERMINERS):
            break
        end += 1
    return end if head is not None and end < len(words) else None


def chunk_start(words: Sequence[Word], end: int) -> int:
    """Index of the first word of the run without finite verb, mark or opener that ends before `end`."""
    at = end
    while at > 0:
        word = words[at - 1]
        if word.lower == ")" and (opening := _opening(words, at - 1)) is not None:
            at = opening
            continue
        if word.tag is Tag.PUNCTUATION and word.text not in "’'%€$£/&":
            break
        if _opens_clause(words, at - 1) or is_finite(words, at - 1) or word.lower in SUBJECT_PRONOUNS:
            break
        if word.lower in ("but", "nor", "yet", "so", "while"):
            break
        if word.tag & Tag.VERB_BASE and at >= 2 and words[at - 2].is_noun:
            break
        at -= 1
    return at


def _opens_clause(words: Sequence[Word], at: int) -> bool:
    """Whether the word opens a clause here, and is no determiner, preposition or comparison."""
    word = words[at]
    before = words[at - 1] if at else None
    if word.lower == "that" and (word.tag is Tag.DETERMINER or (before and before.tag is Tag.PREPOSITION)):
        return False
    if word.lower == "than":
        return not (before and before.lower in ("more", "less", "fewer", "rather", "other"))
    return word.lower in RELATIVES or (word.lower in OPENERS and not word.tag & Tag.PREPOSITION)


def _opening(words: Sequence[Word], closing: int) -> int | None:
    for at in range(closing - 1, max(-1, closing - 12), -1):
        if words[at].text == "(":
            return at
    return None


def main_verbs(words: Sequence[Word], start: int, end: int) -> int:
    """How many finite verbs between `start` and `end` belong to no subordinate clause that opens there."""
    openers = verbs = 0
    for at in range(start, end):
        if _opens_clause(words, at):
            openers += 1
        elif _begins_verb_group(words, start, at):
            if openers:
                openers -= 1
            else:
                verbs += 1
    return verbs


def _begins_verb_group(words: Sequence[Word], start: int, at: int) -> bool:
    """Whether the word is the first finite verb of its group; behind a pronoun a past form is no participle."""
    before = words[at - 1] if at > start else None
    if before is not None and before.lower in ("he", "she", "they", "we") and words[at].tags & Tag.VERB_PAST:
        return True
    return is_finite(words, at) and not (before is not None and before.tag & (Tag.AUXILIARY | Tag.MODAL))


def rest_of_clause(words: Sequence[Word], after: int, *, subordinate: bool = False) -> Rest:
    """Whether a finite verb that needs a subject of its own stands between `after` and the end of the clause.

    A subordinate clause ends at its comma.
    """
    found = Rest.NONE
    openers = 0
    for at in range(after, len(words)):
        word = words[at]
        if (subordinate and word.text == ",") or _ends_clause(words, at):
            break
        if word.lower in RELATIVES or (word.lower in OPENERS and word.lower not in _UNCERTAIN_OPENERS):
            openers += 1
            continue
        if _needs_no_subject(words, at):
            continue
        certain = word.tag & (_FINITE_OR_BASE if words[at - 1].lower in _STRANDABLE else FINITE_VERB)
        likely = certain or _could_be_verb(words, at)
        if openers and (certain or (word.tags & Tag.VERB_PAST and likely)):
            openers -= 1
        elif certain and word.tag is not Tag.VERB_PAST:
            return Rest.SURE
        elif certain or (word.tags & (Tag.VERB_PRESENT | Tag.VERB_PAST) and likely):
            found = Rest.MAYBE
    return found


def _ends_clause(words: Sequence[Word], at: int) -> bool:
    """Whether another clause, or a quotation, begins at the word."""
    word = words[at]
    if word.text in ';:”“"':
        return True
    return words[at - 1].text == "," and (word.lower in ("and", "but", "while", "as") or word.lower in SPEECH)


def _needs_no_subject(words: Sequence[Word], at: int) -> bool:
    """Whether the word is no finite verb, or one whose subject or helping verb stands right before it."""
    word, before = words[at], words[at - 1]
    if not word.tags & _FINITE_OR_BASE or word.tag & (Tag.PREPOSITION | Tag.DETERMINER | Tag.CONJUNCTION):
        return True
    if word.lower == "thanks" or before.lower in SUBJECT_PRONOUNS or before.lower in _BEFORE_SECOND_VERB:
        return True
    if word.tags & Tag.PAST_PARTICIPLE and at + 1 < len(words) and words[at + 1].lower == "by":
        return True  # the shifts introduced by the operator
    return bool(before.tag & (Tag.AUXILIARY | Tag.MODAL)) and word.lower not in _FINITE_AUXILIARIES


def joined_clause(words: Sequence[Word], after: int) -> int:
    """Index of the conjunction that joins another whole clause behind `after`: and the mayor has; else the end."""
    for at in range(after, len(words) - 2):
        if words[at].lower in ("and", "but") and words[at + 1].lower in ("the", "this", "his", "her", "its", "their"):
            end = noun_phrase_end(words, at + 1)
            if end is not None and words[end].tag & (Tag.AUXILIARY | Tag.MODAL | Tag.VERB_PAST):
                return at
    return len(words)


def hides_next_verb(words: Sequence[Word], last: int, subject: Word) -> bool:
    """Whether the word behind the verb at `last`, or behind a preposition there, may be the verb of `subject`.

    So it is in `the songs they play sound old` and `the village they lived in burned`: it agrees with the subject.
    """
    at = last + 1
    while at < len(words) and words[at].lower in MIDDLE_ADVERBS:
        at += 1
    if at + 1 < len(words) and words[at].tags & (Tag.PREPOSITION | Tag.PARTICLE):
        at += 1
    if at >= len(words) or words[at].is_capitalised or words[at].lower in DETERMINERS:
        return False
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    ends = after is None or after.tag & (Tag.PUNCTUATION | Tag.CONJUNCTION)
    if ends and lexicon().likely_tag(word.lower) & (Tag.NOUN | Tag.PLURAL_NOUN):
        return False  # the hospital it lacks doctors
    plural = subject.tag is Tag.PLURAL_NOUN or subject.lower in _EITHER_NUMBER
    single = subject.tag is not Tag.PLURAL_NOUN
    agrees = (plural and word.tags & Tag.VERB_BASE) or (single and word.tags & Tag.VERB_PRESENT)
    stranded = at > last + 1 and at + 1 < len(words) and words[at + 1].tag is Tag.PUNCTUATION
    past = word.tags & Tag.VERB_PAST and (stranded or word.tag is not Tag.PAST_PARTICIPLE)
    return bool(agrees or past) and not word.tags & (Tag.PREPOSITION | Tag.AUXILIARY | Tag.MODAL | Tag.CONJUNCTION)


def _could_be_verb(words: Sequence[Word], at: int) -> bool:
    """Whether a word that was read as no verb may be one: it follows a noun, and what a verb needs follows it."""
    before, word = words[at - 1], words[at]
    following = words[at + 1].tag if at + 1 < len(words) else Tag.PUNCTUATION
    if not (before.is_noun or before.tag is Tag.ADVERB):
        return False
    return not word.is_noun or bool(following & ~(Tag.PUNCTUATION | Tag.ADVERB | Tag.CONJUNCTION | Tag.NUMBER))


def opens_subordinate(words: Sequence[Word], start: int) -> bool:
    """Whether the phrase at `start` stands right behind a word that opens a subordinate clause."""
    return start > 0 and words[start - 1].lower in OPENERS


def is_pied_piped(words: Sequence[Word], start: int) -> bool:
    """Whether the phrase at `start` stands behind `to which` and the like, which fill the clause's gap."""
    return start > 1 and words[start - 1].lower in ("which", "whom") and words[start - 2].tag is Tag.PREPOSITION


def subject_place(words: Sequence[Word], start: int) -> Place:
    """How surely a noun phrase at `start` is the subject of a clause: judged by what stands before it."""
    if start == 0:
        return Place.STRONG
    before = words[start - 1]
    if before.text in _QUOTES:
        return _after_quote(words, start)
    if before.text in _STRONG_MARKS:
        return Place.STRONG
    if before.lower in RELATIVES:
        return _after_relative(words, start)
    if before.lower in _UNCERTAIN_OPENERS:
        return Place.NONE if before.lower in ("than", "like") else Place.UNCERTAIN
    if before.lower == "provided" and start > 1 and words[start - 2].tag & (Tag.AUXILIARY | Tag.PRONOUN):
        return Place.NONE  # has provided the examples
    if before.lower in OPENERS:
        return Place.NONE if before.lower == "how" and words[start].lower not in ("the", "a") else Place.STRONG
    if before.lower in _COORDINATORS:
        return Place.STRONG if start > 1 and words[start - 2].text == "," else Place.WEAK
    if before.text == ",":
        return _after_comma(words, start)
    speech = is_finite(words, start - 1) and before.lower in SPEECH and before.lower not in TELL
    return Place.UNCERTAIN if speech else Place.NONE


def _after_quote(words: Sequence[Word], start: int) -> Place:
    """Strong where the mark opens a sentence; a quoted part of one says nothing."""
    mark, before = words[start - 1], words[start - 2] if start > 1 else None
    opens = words[start].start == mark.end and (before is None or before.end < mark.start)
    return Place.STRONG if opens and (before is None or before.text in ",:.") else Place.NONE


def _after_relative(words: Sequence[Word], start: int) -> Place:
    relative = words[start - 1].lower
    named = (
        words[start].lower in DETERMINERS | QUANTIFIERS | {"one"}
        or words[start].is_proper
        or words[start].tag is Tag.PLURAL_NOUN
    )
    if not named:  # in which case, that terminology; but requested that security it be
        subjunctive = any(word.lower == "be" for word in words[start + 1 : start + 4])
        return (Place.STRONG if subjunctive else Place.UNCERTAIN) if relative == "that" else Place.NONE
    pied = start > 1 and words[start - 2].tag is Tag.PREPOSITION
    if relative in ("which", "whom"):
        return Place.STRONG if pied else Place.NONE
    if relative in ("what", "whose", "whatever", "whichever"):
        return Place.NONE
    return Place.STRONG if relative in ("that", "where") else Place.WEAK


def _after_comma(words: Sequence[Word], start: int) -> Place:
    """Strong where everything before the comma only leads up to the clause."""
    if words[start].is_proper and start > 1 and words[start - 2].is_proper:
        return Place.WEAK  # a list of places
    first = start - 1
    while first > 0 and words[first - 1].text not in _STRONG_MARKS:
        first -= 1
    lead = words[first]
    if main_verbs(words, first, start - 1) == 0 and (
        lead.tag & (Tag.PREPOSITION | Tag.ADVERB | Tag.GERUND | Tag.PAST_PARTICIPLE) or lead.lower in OPENERS
    ):
        return Place.STRONG
    return Place.WEAK


def hides_verb(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a word inside the phrase may be the verb of what stands before it: the court confirms the judgment."""
    for at in range(start + 1, end - 1):
        word, before, after = words[at], words[at - 1], words[at + 1]
        finite = word.tags & FINITE_VERB or (word.tags & Tag.VERB_BASE and before.tag is Tag.PLURAL_NOUN)
        if not finite or before.lower == "to" or word.is_proper or word.tag is Tag.POSSESSIVE:
            continue
        if word.tags & (Tag.AUXILIARY | Tag.MODAL):
            return True
        if after.lower in ("a", "an", "the") and before.is_nominal and before.lower not in DETERMINERS:
            return True
        subject = before.is_noun or before.tag is Tag.ADVERB or before.lower in SUBJECT_PRONOUNS
        if (
            subject
            and not _is_participle(words, at)
            and (after.is_nominal or after.lower in DETERMINERS or after.tag & Tag.PREPOSITION)
        ):
            return True
    return False


def is_adverbial(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether the words stand before a clause as an adverb does, or take a clause without a gap."""
    if end == start + 1 and words[start].lower in QUANTIFIERS:
        return start == 0
    if words[end - 1].tag is Tag.NUMBER and end - start == 2 and words[start].lower in ("the", "all", "these"):
        return False
    nouns = [at for at in range(start, end) if words[at].is_noun]
    if not nouns:
        return True
    head = head_of(words, start, end)
    if words[start].lower in ("so", "such", "how", "what", "no", "much"):
        return True
    if start + 1 < end and words[start + 1].lower in _COMPARATIVES:
        return True  # the more money they make
    if words[nouns[-1]].lower in TIME_NOUNS and any(word.lower in _PARTS_OF_TIME for word in words[start : nouns[-1]]):
        return True  # the whole of last summer
    of_phrase = nouns[-1] != head and any(word.lower == "of" for word in words[start : nouns[-1]])
    if words[nouns[-1]].lower in TIME_NOUNS | CLAUSE_NOUNS and not of_phrase:
        return True
    if words[start].lower in _SHARES_OF_TIME and words[nouns[-1]].lower in TIME_NOUNS:
        return True  # most of the times they win
    first = words[head].lower if head is not None else ""
    return first in TIME_NOUNS or (first in CLAUSE_NOUNS and first not in QUANTITIES)


def is_fronted_list(words: Sequence[Word], index: int) -> bool:
    """Whether only a preposition and a list of nouns stand before `index`: in mice, rats and rabbits she found it."""
    comma = next((at for at in range(1, index) if words[at].text == ","), index)
    listed = words[comma + 1 : index]
    several = words[index].lower in ("they", "we")
    return (
        words[0].tag is Tag.PREPOSITION
        and any(word.lower in ("and", "or") for word in listed)
        and not any(word.lower in DETERMINERS or (several and word.is_proper) for word in listed)
        and all(_may_be_listed(word) for word in words[1:index])
    )


def _may_be_listed(word: Word) -> bool:
    joins = word.text == "," or word.lower in ("and", "or") or word.lower in DETERMINERS
    return joins or word.is_nominal or bool(word.tags & (Tag.NOUN | Tag.PLURAL_NOUN))


def is_fronted_object(words: Sequence[Word], index: int, verb: int) -> bool:
    """Whether another clause behind a comma has what stands first as its object: the life she had dreamt of, I have."""
    comma = next((at for at in range(verb + 1, len(words) - 2) if words[at].text == ","), None)
    if comma is None or words[0].lower in OPENERS or any(word.text == "," for word in words[:index]):
        return False
    opener = words[comma + 1].lower
    resumed = opener in SUBJECT_PRONOUNS - {"it", "you"} or opener in QUANTIFIERS
    return resumed and words[comma + 2].lower not in SPEECH


def is_contact_clause(words: Sequence[Word], last: int) -> bool:
    """`the man she married left her`, `the dress she wore in May cost £9`: a finite verb may follow that at `last`.

    What may be a past form counts however it was read; behind a verb without an object it can only be a participle.
    """
    finite, plain = Tag.VERB_PAST | Tag.VERB_PRESENT, Tag.VERB_PAST | Tag.VERB_BASE
    at = last + 1
    while at < len(words) - 1 and words[at].lower in MIDDLE_ADVERBS:
        at += 1
    if at >= len(words):
        return False
    given = at + 1 < len(words) and words[at].lower in OBJECT_PRONOUNS
    at += given
    if given and words[at].tag & (FINITE_VERB | Tag.MODAL):
        return True  # the ring he bought her was lost
    moved = at
    while at + 1 < len(words) and words[at].tags & (Tag.PREPOSITION | Tag.PARTICLE) and not words[at].tags & plain:
        at += 1
    follows = words[at].tags & Tag.VERB_PAST or (at > moved and words[at].tag & Tag.PREPOSITION)  # works with like her
    takes_object = given or at > moved or words[last].lower not in INTRANSITIVE
    if takes_object and follows and not words[at].is_capitalised:
        return True
    return any(
        mark.text[0] in "£$€" and words[spot - 1].tags & finite for spot, mark in enumerate(words) if spot > last + 1
    )
