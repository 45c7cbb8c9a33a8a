"""Subjects with more behind their noun, which a pronoun repeats before the verb: the mayor, who was ill, she left.

Sure only where English could not have put the words there for another reason: as an apposition moved to the front
(a lawyer by training, she), as an object moved there, or as the beginning of a clause that ends later.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cleanup.edits import Applicability
from cleanup.lexicon.inflection import all_forms
from cleanup.lexicon.names import MONTHS, PLACE_KINDS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.pronouns.phrases import DEFINITE, behind_phrase
from cleanup.resources import Resources
from cleanup.syntax.clauses import (
    Place,
    Rest,
    chunk_start,
    is_complete,
    is_contact_clause,
    is_finite,
    leaves_no_gap,
    main_verb,
    needs_no_object,
    rest_of_clause,
    subject_place,
    takes_more,
    verb_after,
)
from cleanup.syntax.noun_phrases import Number, Subject
from cleanup.syntax.parser import DETERMINERS, OPENERS, SUBJECT_PRONOUNS, Word
from cleanup.syntax.subjects import Subjects
from cleanup.syntax.words import (
    CLAUSE_NOUNS,
    KIN,
    LINKING_ADVERBS,
    MIDDLE_ADVERBS,
    OPEN_VERBS,
    SPEECH,
    TELL,
    TIME_NOUNS,
)

_DEFINITE = DEFINITE | {"our"}
_OTHER_OWNERS = {"he": ("her", "their", "our"), "she": ("his", "their", "our"), "they": ("his", "her", "its", "our")}
"""Owners that are not who the pronoun stands for: her eldest son, a driver, he."""
_WHO = word_set("who which whose")
_ALL = word_set("everything everyone everybody nothing nobody")
_JOINS = word_set("and but yet so")
_JOINING = word_set("and but or")
_COUNTED = word_set("several many dozens")
_ADVERBS = MIDDLE_ADVERBS | LINKING_ADVERBS
"""What may stand between a long subject and the pronoun."""
_OF_ONE_OBJECT = frozenset(
    form
    for verb in ("believe", "cause", "expect", "get", "leave", "need", "refuse", "require", "see", "show", "want")
    for form in all_forms(verb)
)
"""Forms of verbs that take two objects, but with one that opens with a determiner hardly another in front."""
_MOST_LED = 12  # words before the subject
_LONGEST = 40
_TIMES = {name.lower() for name in MONTHS | WEEKDAYS}


class _Whole(NamedTuple):
    """A subject up to the pronoun, and what stands between its last comma and the one before the pronoun."""

    subject: Subject
    aside: Sequence[Word]
    clause: int
    """The index of the relative pronoun behind it, else that of the pronoun."""


class LongSubjects:
    """Says of a pronoun and its verb whether a long subject before them already is the verb's subject."""

    def __init__(self, resources: Resources) -> None:
        self._words = resources.words
        self._names = resources.names
        self._subjects = Subjects(resources.words, resources.names, lambda name: False)

    def certainty(self, words: Sequence[Word], index: int, verb: int) -> Applicability | None:
        """How sure it is that the pronoun at `index`, whose verb is at `verb`, only repeats what is before it."""
        end = behind_phrase(words, index, _ADVERBS)
        if end < 2 or main_verb(words, verb) + 1 >= len(words) or not _is_only_verb(words, verb):
            return None  # what breaks off at its verb says nothing
        for start in range(max(0, end - _LONGEST), end):
            if not _opens(words, start):
                continue
            whole = self._whole(words, start, end)
            if whole is not None:
                return self._judge(words, whole, index, verb)
        return None

    def _whole(self, words: Sequence[Word], start: int, end: int) -> _Whole | None:
        """The subject that begins at `start`, where with all that belongs to it it ends at `end`."""
        if words[start].lower in _ALL and start + 1 == end:
            return _Whole(Subject(start, end, start, Number.OPEN), (), end)
        subject = self._subjects.begun(words, start)
        if subject is None or subject.end > end or words[subject.head].lower in TIME_NOUNS | CLAUSE_NOUNS:
            return None
        at = _before_comma(words, subject.end, end)
        if at == end:
            return _Whole(subject, (), end)
        if words[at].text == "," == words[end - 1].text and at < end - 2:
            aside = words[at + 1 : end - 1]
            plain = not any(word.text in ',;:“”"–—' for word in aside)
            return _Whole(subject, aside, end) if plain else None
        if words[at].lower in SUBJECT_PRONOUNS:
            last = verb_after(words, at)
            return _Whole(subject, (), at) if last is not None and main_verb(words, last) == end - 1 else None
        if words[at].lower in _WHO | {"that"} and words[at].tag is not Tag.DETERMINER:
            closed = self._subjects.relative_end(words, at)
            return _Whole(subject, (), at) if closed == end else None
        return None

    def _judge(self, words: Sequence[Word], whole: _Whole, index: int, verb: int) -> Applicability | None:
        subject = whole.subject
        if (subject.number is Number.MORE) != (words[index].lower == "they") and subject.number in (
            Number.ONE,
            Number.MORE,
        ):
            return None  # another pronoun than its own may have its own noun elsewhere
        if whole.aside:
            sure = self._is_repeated_behind_aside(words, whole, index, verb)
            return Applicability.SAFE if sure else None
        if whole.clause >= behind_phrase(words, index, _ADVERBS):
            return Applicability.SAFE if self._is_repeated_alone(words, subject, verb) else None
        if words[whole.clause].lower in SUBJECT_PRONOUNS:
            return Applicability.SAFE if _is_passive(words, verb) and words[subject.start].lower in _DEFINITE else None
        return Applicability.SAFE if self._is_repeated_behind_clause(words, whole, index, verb) else None

    def _is_repeated_alone(self, words: Sequence[Word], subject: Subject, verb: int) -> bool:
        """`Since May the old port of Izmail it has been closed`: nothing is lacking that could be the words before."""
        if rest_of_clause(words, main_verb(words, verb) + 1) is not Rest.NONE:
            return False
        if words[subject.head].lower in _ALL:
            after = words[main_verb(words, verb) + 1]
            return leaves_no_gap(words, verb) and after.is_nominal and after.lower not in TIME_NOUNS
        return _is_passive(words, verb) and words[subject.start].lower in _DEFINITE and words[0].lower != "not"

    # Between commas

    def _is_repeated_behind_aside(self, words: Sequence[Word], whole: _Whole, index: int, verb: int) -> bool:
        subject, aside = whole.subject, whole.aside
        opens, head = words[subject.start].lower, words[subject.head]
        named = self._is_person(words, subject)
        clause = aside[0].lower in _WHO and any(word.tags & (FINITE_VERB | Tag.VERB_BASE) for word in aside[1:])
        nested = any(word.lower in OPENERS and not word.tag & Tag.PREPOSITION for word in aside[1:])
        thing = not head.is_proper and not self._words.is_person_noun(head.lower) and opens in _DEFINITE
        if clause:
            definite = opens in _DEFINITE and head.lower not in KIN
            alone = thing and words[index].lower != "it"  # the book, which sold well, he wrote in prison
            whole_clause = needs_no_object(words, verb) or (is_complete(words, verb) and not takes_more(words, verb))
            goes_on = words[main_verb(words, verb) + 1].tag is not Tag.PUNCTUATION
            bodies = words[index].lower == "they" and self._are_bodies(words, subject)
            known = named or definite or bodies
            return not nested and known and (whole_clause or (goes_on and not alone))
        if named:
            return len(aside) == 1 and aside[0].tag is Tag.NUMBER
        if _is_report(aside):
            return thing and (is_complete(words, verb) or needs_no_object(words, verb))
        if aside[0].lower in DETERMINERS and not any(word.tag & FINITE_VERB for word in aside):
            owned = opens in _OTHER_OWNERS.get(words[index].lower, ()) and self._words.is_person_noun(head.lower)
            reported = thing and subject.start > 0 and words[subject.start - 1].lower == "that"
            return len(aside) > 1 and (owned or reported)
        close = subject.end == subject.head + 1 and opens in _DEFINITE and head.lower not in KIN
        bears = all(word.is_proper or word.text == "." for word in aside) and len(aside) > 1
        return close and bears and self._words.is_person_noun(head.lower)

    def _are_bodies(self, words: Sequence[Word], subject: Subject) -> bool:
        """`Podemos and North Energy`: names joined by `and`, none of them that of a place."""
        inner = words[subject.start : subject.end]
        joined = any(word.lower == "and" for word in inner[1:])
        named = all(word.is_proper or word.lower in ("and", "the") for word in inner)
        return joined and named and not any(self._names.kinds_of(word.text) & PLACE_KINDS for word in inner)

    def _is_person(self, words: Sequence[Word], subject: Subject) -> bool:
        """Whether the subject ends in a name of two words or more, with nothing behind it."""
        head = subject.head
        if subject.end != head + 1 or not words[head].is_proper or head == 0 or not words[head - 1].is_proper:
            return False
        first = head
        while first > subject.start and words[first - 1].is_proper:
            first -= 1
        titled = all(
            word.lower in DETERMINERS or word.is_nominal or word.tag is Tag.ADJECTIVE
            for word in words[subject.start : first]
        )
        known = self._words.is_given_name(words[first].text) or (
            first > subject.start and self._words.is_person_noun(words[first - 1].lower)
        )
        return titled and known

    # A relative clause without commas

    def _is_repeated_behind_clause(self, words: Sequence[Word], whole: _Whole, index: int, verb: int) -> bool:
        """`The mill that the flood destroyed it stood`: neither the relative clause nor the verb lacks anything."""
        subject, inner = whole.subject, words[whole.clause + 1 : index]
        if words[subject.start].lower not in _DEFINITE or any(
            word.lower in SPEECH | TELL | OPEN_VERBS for word in inner
        ):
            return False
        if any(word.lower in CLAUSE_NOUNS | TIME_NOUNS for word in inner if word.is_noun) or not _has_all(words, verb):
            return False
        free = not any(word.is_noun for word in inner) or leaves_no_gap(words, verb) or needs_no_object(words, verb)
        return free and not is_contact_clause(words, main_verb(words, verb))


# Some of many, to whom something is done


def repeats_counted(words: Sequence[Word], index: int, verb: int) -> bool:
    """`and three others they are injured in a crash`: counted, and a passive that lacks nothing."""
    noun, before = words[index - 1], words[index - 2] if index > 1 else None
    if words[index].lower != "they" or before is None or noun.lower in TIME_NOUNS | CLAUSE_NOUNS:
        return False
    counted = before.tag is Tag.NUMBER or before.lower in _COUNTED
    several = noun.tag is Tag.PLURAL_NOUN or noun.lower == "others"
    last = main_verb(words, verb)
    if not counted or not several or not _is_passive(words, verb) or last + 1 >= len(words):
        return False
    behind = words[last + 1 : last + 3]
    gapped = any(word.tag & (Tag.INFINITIVE | Tag.GERUND) for word in behind)
    alone = rest_of_clause(words, last + 1) is Rest.NONE and not is_contact_clause(words, last)
    return alone and not gapped and not words[last].is_noun


# Several persons or things, one behind the other


def repeats_list(words: Sequence[Word], index: int, verb: int) -> bool:
    """`The governor, his wife and their two sons they live in Oslo`: a list opens the sentence, with a full verb."""
    listed = words[:index]
    joins = [at for at, word in enumerate(listed) if word.lower in ("and", ",")]
    if words[index].lower != "they" or len(joins) < 2 or words[joins[-1]].lower != "and" or joins[-1] > index - 2:
        return False
    if not all(word.is_nominal or word.lower in DETERMINERS | {"and", ",", "of"} for word in listed):
        return False
    parts = [words[0], *(words[at + 1] for at in joins)]
    if not all(part.lower in DETERMINERS or part.is_proper for part in parts) or not listed[-1].is_noun:
        return False
    timed = any(word.lower in TIME_NOUNS | CLAUSE_NOUNS for word in listed)
    alone = rest_of_clause(words, main_verb(words, verb) + 1) is Rest.NONE
    return alone and not timed and is_complete(words, verb) and not takes_more(words, verb)


# A relative clause without commas, and nothing else in the sentence


def repeats_behind_relative_clause(words: Sequence[Word], index: int, verb: int) -> bool:
    """`The dogs that belong to the shepherd they slept`: the only verb of the sentence outside the relative clause."""
    end = behind_phrase(words, index)
    relative = next((at for at in range(end - 1, 0, -1) if words[at].lower in _WHO | {"that"}), 0)
    if relative < 1 or not _is_plain_antecedent(words, relative) or words[end - 1].tag & Tag.CONJUNCTION:
        return False
    if not _has_one_verb(words, relative, end):
        return False
    verb_last = not words[end - 1].is_noun and words[end - 1].tag & (FINITE_VERB | Tag.VERB_BASE)
    does = words[relative].lower == "who" or words[end - 1].tag is Tag.VERB_BASE
    if words[index].lower == "it" and verb_last and does:
        return False  # a guard who can read it
    first = chunk_start(words, relative)
    if any(word.lower in SUBJECT_PRONOUNS | _JOINING or word.text in ",;:" for word in words[first:end]):
        return False
    return rest_of_clause(words, main_verb(words, verb) + 1) is Rest.NONE and _has_all(words, verb)


def _has_all(words: Sequence[Word], verb: int) -> bool:
    """Whether the verb has what it needs, and takes no second object, which might stand in front: they call heroes."""
    last = main_verb(words, verb)
    behind = words[last + 1] if last + 1 < len(words) else words[last]
    plain = words[last].lower in _OF_ONE_OBJECT and (behind.lower in DETERMINERS or behind.tag is Tag.PREPOSITION)
    plain = plain or (words[last].lower in SPEECH and behind.lower == "that") or leaves_no_gap(words, verb)
    return is_complete(words, verb) and (plain or not takes_more(words, verb))


def _is_plain_antecedent(words: Sequence[Word], relative: int) -> bool:
    """Whether a noun phrase that opens a clause ends before the relative, and no clause can follow its noun."""
    noun, first = words[relative - 1], chunk_start(words, relative)
    if not (noun.is_noun or noun.lower in ("those", "all")) or noun.lower in CLAUSE_NOUNS:
        return False
    plain = words[first].lower in DETERMINERS or words[first].tag in (Tag.NUMBER, Tag.PLURAL_NOUN)
    return plain and subject_place(words, first) is Place.STRONG


def _has_one_verb(words: Sequence[Word], relative: int, end: int) -> bool:
    """Whether the relative clause up to `end` has one verb, right behind its relative or the noun of `whose`."""
    finite = _finite_verbs(words, relative, end)
    groups = [at for at in finite if at - 1 not in finite and words[at - 1].tag is not Tag.INFINITIVE]
    if len(groups) != 1 or words[groups[0]].lower in SPEECH | TELL:
        return False
    behind = groups[0] == relative + 1 or words[relative + 1].tag is Tag.ADVERB
    between = words[relative + 1 : groups[0]]
    if between and words[relative].lower in ("that", "which") and finite[-1] == end - 1:  # the wages that nurses get
        behind = behind or all(word.is_nominal or word.lower in DETERMINERS for word in between)
    return behind or words[relative].lower == "whose"


def _finite_verbs(words: Sequence[Word], relative: int, end: int) -> list[int]:
    """The verbs of the relative clause; what was read as a noun counts where there is no other."""
    verbal = FINITE_VERB | Tag.VERB_BASE
    finite = [at for at in range(relative + 1, end) if words[at].tag & verbal]
    if finite:
        return finite
    may_be = {"who": verbal, "that": Tag.VERB_PAST, "which": Tag.VERB_PAST}.get(words[relative].lower)
    if may_be is not None and words[relative + 1].tags & may_be:
        return [relative + 1]
    read_as_noun = range(relative + 2, min(relative + 5, end))  # whose parents work abroad
    return [at for at in read_as_noun if words[at].tags & verbal and words[at - 1].tag is Tag.PLURAL_NOUN]


# Parts of a long subject


def _before_comma(words: Sequence[Word], at: int, end: int) -> int:
    """The index of the comma behind a phrase that begins with a preposition at `at`, if no verb stands in between."""
    if at >= end or not words[at].tags & Tag.PREPOSITION:
        return at
    comma = next((spot for spot in range(at, end - 2) if words[spot].text == ","), at)
    return at if any(word.tag & (FINITE_VERB | Tag.RELATIVE) for word in words[at:comma]) else comma


def _is_passive(words: Sequence[Word], verb: int) -> bool:
    """Whether the verb group at `verb` is a passive that lacks nothing."""
    last = main_verb(words, verb)
    return last > verb and words[last].lower not in SPEECH and leaves_no_gap(words, verb)


def _is_only_verb(words: Sequence[Word], verb: int) -> bool:
    """Whether no other verb of the clause behind the one at `verb` waits for the subject."""
    return rest_of_clause(words, main_verb(words, verb) + 1) is not Rest.SURE


def _is_report(aside: Sequence[Word]) -> bool:
    """`Varga insists`, `says the mayor`, `they say`: a verb of saying with its subject."""
    said = [at for at, word in enumerate(aside) if word.lower in SPEECH and word.tags & FINITE_VERB]
    if len(said) != 1 or len(aside) < 2:
        return False
    others = aside[1:] if said[0] == 0 else aside[:-1] if said[0] == len(aside) - 1 else ()
    return bool(others) and all(
        word.is_nominal or word.lower in DETERMINERS | SUBJECT_PRONOUNS or word.text == "." for word in others
    )


def _opens(words: Sequence[Word], start: int) -> bool:
    """Whether a clause's subject can begin at `start`: only what leads up to it stands before it in its clause."""
    if words[start].tag is Tag.PUNCTUATION or words[start].tags & Tag.PREPOSITION:
        return False
    if start == 0:
        return True
    before = words[start - 1]
    if before.text in ";:–—":
        return True
    if before.text in '“"”':
        return subject_place(words, start) is Place.STRONG
    if before.lower in _JOINS:
        return start == 1 or words[start - 2].text == ","
    if before.lower in OPENERS and not before.tag & Tag.PREPOSITION:
        return before.lower not in ("than", "as", "like", "how") and subject_place(words, start) is Place.STRONG
    return _is_led(words, start)


def _is_led(words: Sequence[Word], start: int) -> bool:
    """Whether only a time or an adverb stands before `start` in its clause: At 3.15 p.m. the judge, In May, Varga."""
    first = words[start]
    if not (first.lower in DETERMINERS | _ALL or first.is_proper):
        return False
    at = start - 1
    while at > 0 and start - at <= _MOST_LED:
        if words[at - 1].text in ";:–—" or (words[at - 1].lower in _JOINS and at > 1):
            break
        if is_finite(words, at) or words[at].lower in OPENERS - {"since", "until", "after", "before"}:
            return False
        at -= 1
    lead = words[at:start]
    if lead and lead[-1].text == ",":
        lead = lead[:-1]
    if not lead or any(word.text in ',“”"' or word.tag & FINITE_VERB for word in lead):
        return False
    if len(lead) == 1:
        return lead[0].tag is Tag.ADVERB or lead[0].lower in LINKING_ADVERBS
    last = lead[-1] if lead[-1].text != "." else lead[-2]
    if first.lower in DETERMINERS and last.is_noun and last is words[start - 1]:
        return bool(lead[0].tags & Tag.PREPOSITION)  # at the end the governor
    timed = last.lower in TIME_NOUNS | _TIMES or last.tag is Tag.NUMBER or last.lower == "m"
    return timed and bool(lead[0].tags & Tag.PREPOSITION or lead[-1].lower in TIME_NOUNS)
