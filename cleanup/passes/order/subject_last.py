"""Subjects behind a whole group of verbs, as Romance and Slavic languages present them, where no good English has them.

`Usually sleeps one of the twins`, `when will vote three provinces`, `Has arrived also the snow`: behind what stands in
front, behind the word that opens a clause, and at the start of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cleanup.edits import Applicability
from cleanup.lexicon.inflection import finite_forms, forms_of_each, participles
from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.order.verb_first import (
    LONGEST,
    Turned,
    is_time,
    opens_clause,
    plain_phrase_end,
    subject_end,
)
from cleanup.syntax.clauses import has_finite
from cleanup.syntax.parser import DETERMINERS, Word, words_text
from cleanup.syntax.words import (
    APPROXIMATE,
    BE,
    HAVE,
    INTRANSITIVE,
    MODALS,
    OPEN_VERBS,
    PREPOSITIONS_OF_CLAUSES,
    SPEECH,
    TIME_NOUNS,
)

_LINKING: Final = forms_of("linking_verbs") | forms_of_each("become remain seem appear feel cost amount last")
_ALONE: Final = (INTRANSITIVE | forms_of("verbs_mostly_without_object")) - _LINKING
"""Forms of verbs behind which a noun phrase can only be their subject."""
_CHANGING: Final = finite_forms(
    "close open grow increase decrease burn change finish return continue stop improve move drop slow double spread"
)
"""Verbs of what happens by itself, or somebody does to something."""
_PRESENTING: Final = finite_forms(
    "come go stand lie sit hang live begin start follow appear arise emerge remain exist dwell reign loom sound lurk "
    "end"
)
"""Verbs that present their subject in good English, behind a place or a link: then came the war."""
_FOUND: Final = forms_of_each("find see hear expect invite put need")
_NEVER_TURNED: Final = (OPEN_VERBS | forms_of("verbs_with_adjective")) - _FOUND
"""Forms of verbs whose passive may have a second object, or a complement, behind it: was given the prize."""
_DISCUSSED: Final = participles(
    "discuss debate decide negotiate approve reject ratify postpone condemn demand request propose analyse examine "
    "compare sign announce confirm deny agree cancel follow celebrate question criticise criticize test"
)
"""What is done to a thing, and hardly ever says where it is: was discussed the plan, not was hidden the key."""
_MISSING: Final = word_set("missing lacking")
_FIXED: Final = {
    "part": "take",
    "place": "take",
    "advantage": "take",
    "office": "take",
    "charge": "take",
    "power": "take",
}
"""What makes one verb with a form of take."""
_TAKE: Final = finite_forms("take")
_FRONTS: Final = word_set(
    "usually normally often sometimes frequently generally traditionally recently yesterday today tomorrow tonight "
    "later afterwards meanwhile finally eventually subsequently initially currently previously occasionally "
    "increasingly officially apparently probably typically regularly annually nowadays lately early earlier"
)
"""Adverbs that open a sentence, and behind which English keeps the subject first."""
_OPENERS: Final = word_set("when because while if until unless although though before since once")
_LIMITS: Final = word_set("also only again already still even just too almost always usually often mostly")
_NO_FRONT: Final = word_set("among but like besides than as despite until")
_NOW: Final = word_set("now today yesterday again")
_ALSO: Final = word_set("alone itself too also")
_LACKING: Final = {"lack": "are", "lacks": "is", "lacked": "were", "miss": "are", "misses": "is"}
_INVERTING: Final = word_set("only not never no nor neither so such little few under rarely seldom hardly scarcely")
_FINITE_OR_BASE: Final = Tag.VERB_PRESENT | Tag.VERB_PAST | Tag.VERB_BASE
_CONDITIONS: Final = word_set("would could might ’d")


class Group(NamedTuple):
    """The verbs `words[start:end]`, of which `last` is the one that means something; `passive`: done to the subject."""

    start: int
    end: int
    last: int
    passive: bool


class _Clause(NamedTuple):
    """Verbs, the adverb behind them if there is one, and the subject `words[subject:end]` behind that."""

    words: Sequence[Word]
    group: Group
    subject: int
    end: int

    @property
    def limited(self) -> bool:
        """Whether an adverb stands between the verbs and the subject: rose also the rents."""
        return self.subject > self.group.end

    @property
    def alone(self) -> bool:
        """Whether the noun phrase can only be the subject of the verbs, because they take no object."""
        return self.group.passive or self.words[self.group.last].lower in _ALONE or self.group.end > self.group.last + 1

    @property
    def agrees(self) -> bool:
        """Whether the first of the verbs can have such a subject."""
        verb = self.words[self.group.start]
        opens, noun = self.words[self.subject], self.words[self.end - 1]
        one = verb.lower in ("is", "was", "has") or (verb.tags & Tag.VERB_PRESENT and verb.lower.endswith("s"))
        if verb.tags & Tag.VERB_BASE and not verb.tags & (Tag.VERB_PAST | Tag.MODAL | Tag.AUXILIARY):
            return noun.tag is Tag.PLURAL_NOUN
        several = opens.tag is Tag.NUMBER and opens.lower not in ("one", "1") and noun.tag is Tag.PLURAL_NOUN
        return not (one and several) and not (verb.lower in ("are", "were", "have") and opens.lower in ("a", "an"))

    @property
    def closed(self) -> bool:
        """Whether nothing but phrases follows the subject."""
        follows = self.words[self.end]
        return follows.text in ".,;:”" or bool(follows.tags & Tag.PREPOSITION) or follows.lower in ("and", "yesterday")

    def text(self, *, opens: bool = False) -> str:
        """The clause in the order of English; `opens`: at the start of its sentence."""
        subject = words_text(self.words, self.subject, self.end)
        first, *others = [word.text for word in self.words[self.group.start : self.group.end]]
        limit = [word.text for word in self.words[self.group.end : self.subject]]
        if opens:
            first, subject = first.lower(), subject[0].upper() + subject[1:]
        if limit[-1:] == ["only"]:
            limit.pop()
            subject = f"{' '.join(limit)} only {subject}".lstrip()
            verbs = [first, *others]
        elif others and first.lower() in MODALS | HAVE | BE:
            verbs = [first, *limit, *others]
        else:
            verbs = [*limit, first, *others]
        return f"{subject} {' '.join(verbs)}"


def subjects_last(words: Sequence[Word], *, behind: bool = False) -> Iterator[Turned]:
    """The clauses of a sentence with their subject behind all their verbs, put in English order.

    `behind` says that the article comes from a language that puts new subjects there.
    """
    if len(words) < 4 or words[-1].text == "?":
        return
    opening = _sentence(words)
    if opening is not None:
        yield opening
    for at in range(len(words) - 3):
        if opens_clause(words, at) and (at == 0 or words[at - 1].text in ";:“"):
            found = _fronted(words, at, behind=behind)
            if found is not None:
                yield found
        if words[at].lower in _OPENERS | {"where", "that"}:
            below = _below(words, at)
            if below is not None:
                yield below


# The verbs and the subject


def verb_group(words: Sequence[Word], at: int) -> Group | None:
    """The finite verb at `at` with the verbs that belong to it: rose, has fallen, will vote, have been found."""
    word = words[at]
    follows = words[at + 1] if at + 1 < len(words) else None
    if follows is None or not word.is_alphabetic:
        return None
    lower = word.lower
    if lower in MODALS and follows.tags & Tag.VERB_BASE and follows.lower not in DETERMINERS:
        if follows.lower in ("be", "have") and at + 2 < len(words) and words[at + 2].tags & Tag.PAST_PARTICIPLE:
            return Group(at, at + 3, at + 2, follows.lower == "be")
        return None if follows.lower in ("be", "have") else Group(at, at + 2, at + 1, passive=False)
    if lower in HAVE and follows.tags & Tag.PAST_PARTICIPLE:
        been = follows.lower == "been" and at + 2 < len(words) and words[at + 2].tags & Tag.PAST_PARTICIPLE
        return Group(at, at + 3, at + 2, passive=True) if been else Group(at, at + 2, at + 1, passive=False)
    if lower in BE and follows.lower in _MISSING:
        return Group(at, at + 2, at + 1, passive=True)
    if lower in BE and follows.tags & Tag.PAST_PARTICIPLE and not follows.tags & Tag.NOUN:
        return Group(at, at + 2, at + 1, passive=True)
    if lower in BE | HAVE | MODALS or not word.tags & _FINITE_OR_BASE:
        return None
    fixed = lower in _TAKE and follows.lower in _FIXED
    return Group(at, at + 2 if fixed else at + 1, at, passive=False)


def _clause(words: Sequence[Word], at: int) -> _Clause | None:
    """The verbs at `at` and the subject behind them, if the clause has no other finite verb."""
    group = verb_group(words, at)
    if group is None or group.end + 1 >= len(words):
        return None
    subject = group.end
    while subject < len(words) - 2 and words[subject].lower in _LIMITS:
        subject += 1
    end = _subject_end(words, subject, bare=subject > group.end)
    if group.end > group.last + 1 and end is not None and words[subject].is_proper:
        end = next((at for at in range(subject, end) if words[at].lower == "of"), end)  # took advantage Vera | of
    if end is None or end >= len(words) or has_finite(words, end):
        return None
    found = _Clause(words, group, subject, end)
    return found if found.agrees else None


def _subject_end(words: Sequence[Word], at: int, *, bare: bool = False) -> int | None:
    """Where the noun phrase ends that begins at `at` with a determiner, a number, a name or a noun of several.

    `bare`: or with the adjective of such a noun.
    """
    start = at
    while at < len(words) - 1 and (words[at].lower in APPROXIMATE or _is_more_than(words, at)):
        at += 2 if _is_more_than(words, at) else 1
    counted = words[at].tag is Tag.NUMBER
    if at > start and not counted:
        return None
    several = words[at + 1] if bare and words[at].tag is Tag.ADJECTIVE else words[at]
    opens = counted or words[at].lower in DETERMINERS or words[at].is_proper or several.tag is Tag.PLURAL_NOUN
    if (
        not opens
        or words[at].lower in ("all", "both", "each", "such", "this", "that")
        or words[at].text in MONTHS | WEEKDAYS
    ):
        return None
    shared = at + 2 if counted and at + 2 < len(words) and words[at + 1].lower == "of" else at
    end = subject_end(words, shared)
    if end is None and bare and counted and words[at + 1].text in ".,;":
        return at + 1  # returns only one
    if end is None:
        return None
    if words[end].lower == "and" and end + 1 < len(words):
        joined = _subject_end(words, end + 1)
        end = joined if joined is not None and words[end + 1].lower in DETERMINERS else end
    return None if any(word.lower in TIME_NOUNS - {"half"} for word in words[at:end]) else end


def _is_more_than(words: Sequence[Word], at: int) -> bool:
    pair = [word.lower for word in words[at : at + 2]]
    return pair in (["more", "than"], ["less", "than"], ["at", "least"], ["up", "to"], ["fewer", "than"])


# Behind what stands in front


def _fronted(words: Sequence[Word], start: int, *, behind: bool) -> Turned | None:
    """`Usually sleeps one of the twins`, `In the final minute took advantage Vera of an error`."""
    front = _front_end(words, start)
    if front is None:
        return None
    verb, time = front
    comma = words[verb].text == ","
    verb += comma
    halved = _halved(words, verb, time=time) or _behind_place(words, verb)
    if halved is not None:
        return halved
    clause = _clause(words, verb)
    if clause is None or words[verb].is_capitalised:
        return None
    named = words[verb].tag & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE)
    if named and not (clause.limited and words[verb].tags & (Tag.VERB_PRESENT | Tag.VERB_BASE)):
        return None
    group, lower = clause.group, words[clause.group.last].lower
    plain = group.end == group.start + 1
    discussed = behind and group.passive and lower in _DISCUSSED and _is_told(clause)
    if not (clause.closed or words[clause.end].lower in DETERMINERS or (discussed and _is_described(clause))):
        return None
    turning = lower in _NEVER_TURNED and (group.passive or not clause.limited)
    if turning or (lower in _PRESENTING and not (clause.limited and plain)):
        return None
    presents = not time and (group.passive or plain) and not clause.limited
    if comma and not clause.limited:
        return None
    changes = lower in _CHANGING and (clause.limited or (behind and not plain and clause.closed))
    happens = (
        behind
        and not group.passive
        and clause.alone
        and clause.closed
        and (words[verb].tags & Tag.VERB_PAST or _is_told(clause))
    )
    sure = (clause.alone and not presents) or changes or happens or discussed
    told = behind and plain and lower in _CHANGING and _is_told(clause)  # somebody may have closed the mine
    if not sure and not (
        told or clause.limited or words[clause.end].lower in ("the", "a", "an", "his", "her", "its", "their")
    ):
        return None
    return Turned(verb, clause.end, clause.text(), Applicability.SAFE if sure else Applicability.UNSAFE)


def _is_described(clause: _Clause) -> bool:
    """Whether a relative clause follows the subject: was discussed the same plan | that had been shown."""
    return clause.words[clause.end].lower in ("that", "which", "who")


def _is_told(clause: _Clause) -> bool:
    """Whether the subject behind the verb has its article or number, so that it is no object without article."""
    opens = clause.words[clause.subject]
    return opens.lower in ("the", "its", "his", "her", "their") or opens.tag is Tag.NUMBER


def _behind_place(words: Sequence[Word], verb: int) -> Turned | None:
    """`Yesterday died in Madrid the writer Ana Ruiz`: a phrase between a verb without object and its subject."""
    group = verb_group(words, verb)
    if group is None or not (group.passive or words[group.last].lower in _ALONE - _PRESENTING):
        return None
    return None if words[verb].is_capitalised else _moved(words, verb)


def _front_end(words: Sequence[Word], start: int) -> tuple[int, bool] | None:
    """Where what stands before the verb ends, and whether it says when or how often, not where."""
    first = words[start].lower
    if first in _FRONTS:
        return start + 1, True
    if first in _NO_FRONT or first in _INVERTING or not words[start].tags & Tag.PREPOSITION or first == "to":
        return None
    at, time = start, False
    while at < len(words) - 3 and words[at].tags & Tag.PREPOSITION and at - start < LONGEST:
        end = _phrase_end(words, at + 1)
        if end is None or any(word.lower in _INVERTING for word in words[at:end]):
            return None
        time = time or is_time(words[end - 1]) or words[end - 1].lower in _ALSO
        at = end
        if at < len(words) - 3 and words[at].lower in _ALSO:
            at, time = at + 1, True
    if at < len(words) - 3 and words[at].lower in _NOW:
        at, time = at + 1, True
    another = has_comma(words) or has_finite(words, at + 1)
    clause = first in PREPOSITIONS_OF_CLAUSES and not is_time(words[at - 1]) and another  # after they won the north
    return (at, time) if at < len(words) - 2 and not clause else None


def _phrase_end(words: Sequence[Word], at: int) -> int | None:
    """Where the one noun behind a preposition ends, with a second one that `and` joins: in Oslo and Bergen."""
    end = plain_phrase_end(words, at)
    if end is None or end + 2 >= len(words):
        return end
    compound = words[end].tag is Tag.NOUN and words[end - 1].tag is Tag.NOUN and not words[end].is_capitalised
    if compound and words[end + 1].tag & (FINITE_VERB | Tag.AUXILIARY | Tag.MODAL):
        end += 1  # in the penalty shootout
    named = words[end - 1].is_proper
    helped = words[end + 1].tag & (Tag.AUXILIARY | Tag.MODAL) or words[end + 1].lower in ("alone", "itself")
    if named and words[end].is_proper and helped:
        end += 1  # in Lower Austria alone
    if words[end].lower == "and":
        joined = plain_phrase_end(words, end + 1)
        alike = words[end + 1].is_proper == named or words[end + 1].lower in DETERMINERS
        return joined if joined is not None and alike else None
    return end


def _halved(words: Sequence[Word], verb: int, *, time: bool) -> Turned | None:
    """`In Bavaria alone were 312 closed`, `By noon had nearly two million litres been pumped out`."""
    if words[verb].lower not in BE | HAVE:
        return None
    at = verb + 1
    while at < len(words) - 1 and (words[at].lower in APPROXIMATE or _is_more_than(words, at)):
        at += 2 if _is_more_than(words, at) else 1
    part = words[at].lower == "half" and words[at + 1].lower == "of"
    if words[at].tag is not Tag.NUMBER and not part:
        return None
    bare = words[at + 1].tags & Tag.PAST_PARTICIPLE and not words[at + 1].tags & Tag.NOUN
    end = at + 1 if bare else subject_end(words, at + 2 if part else at)
    if end is None or end >= len(words) - 1 or has_finite(words, end + (2 if words[end].lower == "been" else 1)):
        return None
    placed = time and words[verb].lower in BE and words[end].lower in ("without", "in", "on", "under", "still", "at")
    if placed and words[verb].lower in ("were", "was", "are"):
        return Turned(verb, end, f"{words_text(words, verb + 1, end)} {words[verb].text}")
    if not words[end].tags & Tag.PAST_PARTICIPLE and words[end].lower != "been":
        return None
    if words[verb].lower in BE and not time and words[end + 1].text not in ".,;":
        return None  # among the exhibits are two clocks made in Prague
    return Turned(verb, end, f"{words_text(words, verb + 1, end)} {words[verb].text}")


# Behind the word that opens a clause


def _below(words: Sequence[Word], at: int) -> Turned | None:
    """`when will vote three provinces`, `because has fallen a tree`, `say that died two people`."""
    opener = words[at].lower
    lacking = _lacking(words, at) if opener == "because" else None
    if lacking is not None:
        return lacking
    if opener == "that" and not (at > 1 and _says(words, at - 1)):
        return None
    if at and words[at - 1].tag & (Tag.AUXILIARY | Tag.ADJECTIVE) and opener != "that":
        return None
    moved = _moved(words, at + 1) if words[at + 1].lower in MODALS | HAVE | BE and opener != "that" else None
    if moved is not None:
        return moved
    clause = _clause(words, at + 1)
    if clause is None or not clause.closed or words[at + 1].is_capitalised:
        return None
    group, last = clause.group, words[clause.group.last]
    plain = group.end == group.start + 1
    changes = last.lower in _CHANGING and (not plain or not last.tags & Tag.PAST_PARTICIPLE)
    if not (clause.alone or changes) or (group.passive and last.lower in _NEVER_TURNED):
        return None
    if group.passive and words[clause.subject].lower not in DETERMINERS and words[clause.subject].tag is not Tag.NUMBER:
        return None  # two shows that are empowered women
    if opener == "where" and (group.passive or plain) and last.lower != "born":
        return None
    named = words[at + 1].tags & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE)
    only_verb = words[at + 1].tags & Tag.VERB_PRESENT and words[clause.subject].lower == "the"  # if falls the demand
    if plain and ((named and not only_verb) or opener in ("since", "once")):
        return None
    certainty = Applicability.SAFE if clause.alone else Applicability.UNSAFE
    return Turned(group.start, clause.end, clause.text(), certainty)


def _says(words: Sequence[Word], at: int) -> bool:
    """Whether the word says or knows what follows: they say, it is known."""
    known = words[at].tags & Tag.PAST_PARTICIPLE and words[at - 1].lower in BE
    return words[at].lower in SPEECH and bool(known or words[at].tag & (FINITE_VERB | Tag.VERB_BASE))


def _moved(words: Sequence[Word], at: int) -> Turned | None:
    """`when will go to the polls four regions`: a phrase between the verbs and their subject, which ends the clause."""
    group = verb_group(words, at)
    if group is None or words[group.last].lower in _NEVER_TURNED or not words[group.end].tags & Tag.PREPOSITION:
        return None
    place = plain_phrase_end(words, group.end + 1)
    starts = APPROXIMATE | {"the", "several", "many", "more"}
    if place is None or not (words[place].tag is Tag.NUMBER or words[place].lower in starts):
        return None
    end = _subject_end(words, place)
    if end is None or words[end].text not in ".,;:”":
        return None
    verbs = words_text(words, at, place)
    return Turned(at, end, f"{words_text(words, place, end)} {verbs}")


def _lacking(words: Sequence[Word], at: int) -> Turned | None:
    """`because lacked volunteers`: because volunteers were lacking."""
    verb = words[at + 1].lower
    if verb not in _LACKING:
        return None
    end = _subject_end(words, at + 2)
    if end is None or words[end].text not in ".,;:”":
        return None
    several = words[end - 1].tag is Tag.PLURAL_NOUN
    helper = _LACKING[verb] if verb != "lacked" or several else "was"
    return Turned(at + 1, end, f"{words_text(words, at + 2, end)} {helper} lacking")


# At the start of a sentence


def _sentence(words: Sequence[Word]) -> Turned | None:
    """`Has arrived also the snow.`, `Continues the search.`, `Were present also the mayor and the bishop.`"""
    if words[-1].text not in ".”" or not words[0].is_capitalised:
        return None
    described = _described(words) or _as_reported(words)
    if described is not None:
        return described
    group = verb_group(words, 0)
    if group is not None and words[group.last].lower in _ALONE - _PRESENTING | _TAKE:
        moved = _moved(words, 0)
        if moved is not None and (group.last > 0 or group.end > 1 or not words[0].tags & Tag.VERB_BASE):
            subject = f"{moved.text[0].upper()}{moved.text[1:]}"
            return moved._replace(text=subject.replace(words[0].text, words[0].lower, 1))
    clause = _clause(words, 0)
    if clause is None or not (clause.closed or clause.limited) or any(word.lower in _CONDITIONS for word in words):
        return None
    group, last = clause.group, words[clause.group.last]
    plain = group.end == group.start + 1
    if not clause.alone or last.lower in OPEN_VERBS or (group.passive and last.lower in _NEVER_TURNED):
        return None
    if plain and not words[0].tags & Tag.VERB_PRESENT and words[0].tags & Tag.PAST_PARTICIPLE and has_comma(words):
        return None  # Arrived in the port, the ship
    if words[0].text == "Had" or (plain and words[0].tags & Tag.VERB_BASE):
        return None
    opens = words[clause.subject]
    counted = opens.tag is Tag.NUMBER or opens.lower in APPROXIMATE | {"more", "less", "at"}
    if not counted and opens.lower not in DETERMINERS:
        return None
    if opens.lower in ("a", "an") and not (group.passive or clause.limited):
        return None  # Died a rich man. Has grown a beard.
    sure = not group.passive or clause.limited or counted
    certainty = Applicability.SAFE if sure else Applicability.UNSAFE  # was rated the best player
    return Turned(0, clause.end, clause.text(opens=True), certainty)


def _as_reported(words: Sequence[Word]) -> Turned | None:
    """`As reported the newspaper El Faro, …`: as the newspaper reported."""
    if words[0].lower != "as" or words[1].lower not in SPEECH or not words[1].tags & Tag.VERB_PAST:
        return None
    end = _subject_end(words, 2)
    if end is None or words[end].text != "," or words[2].lower not in ("the", "his", "her", "its", "their"):
        return None
    return Turned(1, end, f"{words_text(words, 2, end)} {words[1].text}")


def has_comma(words: Sequence[Word]) -> bool:
    """Whether a comma stands in the sentence."""
    return any(word.text == "," for word in words)


def _described(words: Sequence[Word]) -> Turned | None:
    """`Remain closed the schools of the valley.`, `Were present also the mayor and the bishop.`"""
    if words[0].lower not in BE | finite_forms("remain stay") or not words[1].tags & (
        Tag.ADJECTIVE | Tag.PAST_PARTICIPLE
    ):
        return None
    subject = 2 + (words[2].lower in _LIMITS)
    if words[1].tags & (Tag.PREPOSITION | Tag.DETERMINER) or words[subject].lower not in (
        "the",
        "his",
        "her",
        "its",
        "their",
        "two",
        "three",
        "many",
        "several",
        "all",
    ):
        return None
    end = _subject_end(words, subject)
    if end is None or has_finite(words, end) or not (words[end].text in ".,;" or words[end].tag & Tag.PREPOSITION):
        return None
    noun = words_text(words, subject, end)
    also = f"{words[2].text} " if subject == 3 else ""
    verb = words[0].lower
    fixed = f"{verb} {also}{words[1].text}" if verb in BE else f"{also}{verb} {words[1].text}"
    return Turned(0, end, f"{noun[0].upper()}{noun[1:]} {fixed}")
