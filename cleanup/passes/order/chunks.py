"""The middle of a clause cut into what it is made of: objects, pronouns, adverbs, places and times."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import Final, NamedTuple

from cleanup.lexicon.inflection import base_of_past, base_of_third, participle
from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import inflected, word_class
from cleanup.lexicon.words import Tag, Words
from cleanup.syntax.parser import DETERMINERS, Sentence, Word
from cleanup.syntax.words import (
    COMPOUND_PREPOSITIONS,
    INTRANSITIVE,
    MIDDLE_ADVERBS,
    PREPOSITIONS,
    PREPOSITIONS_OF_REST,
    PREPOSITIONS_OF_TIME,
    TIME_NOUNS,
)

MIDDLE: Final = MIDDLE_ADVERBS | word_set("yet therefore thus finally rather")
"""Adverbs before a verb."""
TIME_ADVERBS: Final = word_set("yesterday today tomorrow tonight later")
NOMINATIVES: Final = word_set("he she they we")
OBJECT_PRONOUNS: Final = word_set("him them me us it himself itself themselves herself ourselves")
CLAUSE_ENDS: Final = frozenset(".,;:!“”–—")
LONGEST: Final = 16  # words between the two verbs of a clause
ACTORS: Final = word_class("groups_of_people", "acting_bodies", "animals_that_act")
"""Nouns that are no persons and act like them."""
WITHOUT_OBJECT: Final = INTRANSITIVE | inflected("verbs_with_or_without_object", str, participle)
"""Infinitives and participles that need no object."""
SEVERAL: Final = word_set("many several")
"""Adjectives that stand only at the start of a phrase."""
_NEXT_CLAUSE = word_set("and but because when while if although which who that so")
_VERBAL = word_set("found cut put hit read won lost hurt beat quit")
"""Participles that the word list calls nouns too."""
_INDEFINITE = word_set("nobody nothing somebody something someone everybody everything everyone anything anyone")
_FOCUS = word_set("only shortly just soon even directly exactly right long immediately")
_LIMITS = word_set("earliest latest")
_BEFORE_PREPOSITION = _FOCUS | _LIMITS
_PAIRS = frozenset([("no", "longer"), ("so", "far"), ("not", "yet"), ("once", "again"), ("at", "last")])
_ABOUT = word_set("about around almost nearly over roughly only")
AMOUNTS: Final = frozenset([("at", "least"), ("at", "most"), ("more", "than"), ("less", "than"), ("fewer", "than")])
_WHERE = PREPOSITIONS_OF_REST | {"of"}
_CLOCK = word_set("half quarter")
_NAMING_TIMES = word_set("this every each last next")
_COUNTS = word_set("many several some few a two three four five six seven eight nine ten twelve")
_BEGINNING_TIMES = word_set("next last yesterday today tomorrow tonight")
_HOW_OFTEN = word_set("daily weekly monthly yearly annually")
_HOW_MUCH = word_set("less more little much enough")
_DEGREES = word_set("so very too quite rather more most")
_SCALES = word_set("million billion thousand hundred")
_YEAR = range(1000, 2100)


class Kind(Enum):
    """What a part of the middle of a clause is."""

    ADVERB = auto()
    OBJECT = auto()
    PRONOUN = auto()
    PLACE = auto()
    TIME = auto()


class Part(NamedTuple):
    """Words `start:end` of the middle of a clause."""

    kind: Kind
    start: int
    end: int


def middle_parts(words: Sequence[Word], start: int, end: int) -> list[Part] | None:
    """The words `start:end` as adverbs, objects, places and times, or None where they are something else."""
    parts: list[Part] = []
    at = start
    while at < end:
        part = _part(words, at, end)
        if part is None:
            return None
        parts.append(part)
        at = part.end
    return parts


def parts_behind_subject(words: Sequence[Word], start: int, end: int) -> list[Part] | None:
    """As `middle_parts`, where the first word may be a pronoun that is the subject: he, I."""
    if start < end and (words[start].lower in NOMINATIVES or words[start].text == "I"):
        rest = middle_parts(words, start + 1, end)
        return None if rest is None else [Part(Kind.PRONOUN, start, start + 1), *rest]
    return middle_parts(words, start, end)


def arranged(text: str, sentence: Sentence, verbs: str, parts: Sequence[Part]) -> str:
    """The clause in the order of English: adverbs, verbs, objects, places, times."""

    def of(*kinds: Kind) -> list[str]:
        return [part_text(text, sentence, part) for part in parts if part.kind in kinds]

    places = [part_text(text, sentence, part) for part in _mirrored(sentence.words, parts)]
    times = sorted(of(Kind.TIME), key=lambda time: time.lower() not in _HOW_OFTEN)
    order = [*of(Kind.ADVERB), verbs, *of(Kind.PRONOUN, Kind.OBJECT), *places, *times]
    return " ".join(order)


def _mirrored(words: Sequence[Word], parts: Sequence[Part]) -> list[Part]:
    """The places and the like, what stood nearest to the verb at the end first; two that say where stay as they are."""
    places = [part for part in parts if part.kind is Kind.PLACE]
    runs: list[list[Part]] = []
    for part in places:
        inner = runs and words[part.start].lower in _WHERE and words[runs[-1][-1].start].lower in _WHERE
        if inner and runs[-1][-1].end == part.start:
            runs[-1].append(part)
        else:
            runs.append([part])
    return [part for run in reversed(runs) for part in run]


def is_past(words: Sequence[Word], part: Part) -> bool:
    """Whether the part names a time that is over: last year, on Monday, two days ago, in 2012."""
    if part.kind is not Kind.TIME:
        return False
    opens, last = words[part.start].lower, words[part.end - 1]
    dated = any(word.text in MONTHS | WEEKDAYS for word in words[part.start : part.end])
    year = last.tag is Tag.NUMBER and len(last.text) == 4
    return opens in ("yesterday", "last") or last.lower == "ago" or (opens in ("on", "in", "at") and (dated or year))


def perfect(verb: Word, lexicon: Words) -> str | None:
    """The verb in the perfect, or None where it is no present."""
    if verb.tags & Tag.VERB_PRESENT and verb.lower.endswith("s"):
        base = base_of_third(verb.lower, lexicon)
        return f"has {participle(base)}" if base is not None else None
    plain = verb.tags & Tag.VERB_BASE and not verb.tags & Tag.VERB_PAST
    return f"have {participle(verb.lower)}" if plain else None


def with_do(verb: str, lexicon: Words) -> str | None:
    """What a finite verb becomes that is denied (did not want, does not want), or None where it is no known one."""
    base = base_of_past(verb, lexicon)
    if base is not None:
        return f"did not {base}"
    third = base_of_third(verb, lexicon)
    return f"does not {third}" if third is not None else None


def part_text(text: str, sentence: Sentence, part: Part) -> str:
    """The part as it stands; a duration with `long` behind it gets its preposition: two hours long → for two hours."""
    start, end = sentence.offset(part.start), sentence.end_offset(part.end - 1)
    words = sentence.words
    if part.kind is not Kind.TIME:
        return text[start:end]
    if words[part.end - 1].lower == "long":
        return f"for {text[start : sentence.end_offset(part.end - 2)]}"
    if words[part.start].lower in _LIMITS:
        return f"{text[sentence.offset(part.start + 1) : end]} at the {words[part.start].text}"
    if _lasts(words, part):
        return f"for {text[sentence.offset(part.start + 1) : end]}"
    return f"in {text[start:end]}" if _is_year(words, part.start, part.end) else text[start:end]


def _lasts(words: Sequence[Word], part: Part) -> bool:
    """`since years`, `since two weeks`: a duration, not a point in time."""
    opens, last = words[part.start].lower, words[part.end - 1]
    first = words[part.start + 1]
    counted = part.end == part.start + 2 or first.tag is Tag.NUMBER or first.lower in _COUNTS
    return opens == "since" and counted and last.lower in TIME_NOUNS and last.tag is Tag.PLURAL_NOUN


def _is_year(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether a number stands alone, and is a year as German has it without a preposition."""
    text = words[at].text
    alone = at + 1 >= end or not (words[at + 1].is_nominal or words[at + 1].text in "%€$£")
    return alone and len(text) == 4 and text.isdigit() and int(text) in _YEAR


def clause_end(words: Sequence[Word], at: int, also: frozenset[str] = frozenset()) -> int | None:
    """Index of the mark or word behind the clause's last word, if it comes soon and no other verb before it.

    `also` are words that end it behind a participle.
    """
    for end in range(at, min(at + LONGEST, len(words))):
        word = words[end]
        if word.text in CLAUSE_ENDS:
            return end
        if word.lower in _NEXT_CLAUSE and end > at + 1 and not words[end - 1].is_nominal:
            return end
        if end > at + 1 and word.lower in also and is_participle(words[end - 1]):
            return end
        if word.lower == "than" and any(other.lower == "rather" for other in words[at:end]):
            return end
        if word.tag & (Tag.RELATIVE | Tag.MODAL) or word.tag is Tag.PUNCTUATION or word.lower == "to":
            return None if word.tag is not Tag.INFINITIVE and word.lower != "to" else _to(words, end, at)
    return None


def _to(words: Sequence[Word], end: int, at: int) -> int | None:
    """`to a dealer`: goes on behind a preposition `to`; an infinitive ends the search."""
    if end + 1 < len(words) and words[end + 1].tags & Tag.VERB_BASE and words[end + 1].lower not in DETERMINERS:
        return None
    return next(
        (mark for mark in range(end + 1, min(at + LONGEST, len(words))) if words[mark].text in CLAUSE_ENDS), None
    )


def is_participle(word: Word) -> bool:
    """Whether the word can be a past participle, and is no likely noun."""
    if word.is_capitalised or word.lower.endswith("ing"):
        return False
    participle = (
        word.tags & Tag.PAST_PARTICIPLE
        or word.lower == "born"
        or (word.tags & Tag.VERB_PAST and word.lower.endswith("ed"))
    )
    return bool(participle) and (not word.tags & Tag.NOUN or word.lower in _VERBAL)


def noun_part(words: Sequence[Word], at: int, end: int, *, timed: bool = False) -> Part | None:
    """A noun phrase that begins at `at`: a determiner or number only at its start, `of` and what follows.

    `timed` says that what governs it tells a time: behind `since the spring`, another noun begins a phrase of its own.
    """
    if words[at].lower == "all" and not (at + 1 < end and words[at + 1].tag is Tag.PLURAL_NOUN):
        return None  # all the same
    stop, head = _behind_amount(words, at, end), False
    while stop < end and not (head and _begins_another(words, at, stop, end, timed=timed)):
        headed = _is_headed(words, at, stop, end, head=head)
        if headed is None:
            break
        stop, head = stop + 1, headed
    if not head or stop == at:
        return None
    told = words[stop - 1].lower in TIME_NOUNS and words[at].lower in DETERMINERS | {"last", "next"}
    told = told and not any(word.tag is Tag.NOUN for word in words[at + 1 : stop - 1])  # a find day
    return Part(Kind.TIME if told else Kind.OBJECT, at, stop)


def _begins_another(words: Sequence[Word], at: int, stop: int, end: int, *, timed: bool) -> bool:
    """Whether the word at `stop` begins a phrase of its own behind the one from `at`, which has its noun."""
    word = words[stop]
    if word.lower in _BEGINNING_TIMES or (timed and _is_time(words[stop - 1]) and not _dates(word)):
        return True
    year = stop - at == 1 and _is_year(words, stop - 1, stop)
    if word.is_noun and ((timed and year) or _is_named_time(words, at, stop)):
        return True  # since 1950 | cheese, this winter | gas
    return (word.lower, words[min(stop + 1, end - 1)].lower) in AMOUNTS


def _is_headed(words: Sequence[Word], at: int, stop: int, end: int, *, head: bool) -> bool | None:
    """Whether the phrase from `at` has its noun with the word at `stop`; None where that is no part of it."""
    word = words[stop]
    if head and word.lower == "per" and stop + 1 < end and words[stop + 1].lower == "cent":
        return True
    if head and word.lower == "of" and stop + 1 < end:
        return False
    genitive = word.lower in ("’s", "'s")
    if head and word.lower in SEVERAL:
        return None  # the fair | many visitors
    followed = stop + 1 < end and words[stop + 1].lower in DETERMINERS | SEVERAL
    if not head and stop > at and followed and word.tags & (Tag.NOUN | Tag.PLURAL_NOUN):
        return True  # what stands between two determiners
    if not head and stop > at and word.lower == "half" and words[stop - 1].tag is Tag.ADJECTIVE:
        return True  # the first half
    if not genitive and (word.lower in DETERMINERS or word.tag & (Tag.DETERMINER | Tag.POSSESSIVE)):
        return None if head else False
    if head and word.tag is Tag.NUMBER and _counts(words, stop, end):
        return None
    if word.is_noun or word.tag is Tag.NUMBER or genitive or _is_gerund(words, stop):
        return True
    if not head and stop > at and word.tags & (Tag.NOUN | Tag.PLURAL_NOUN) and not word.tags & Tag.ADJECTIVE:
        return True  # the polar bears: what stands behind a determiner is no verb
    if _describes_behind_article(words, at, stop, end) and not head:
        return False  # the renovated market hall
    if not (word.tag is Tag.ADJECTIVE or (not head and word.tags & Tag.ADJECTIVE)):
        return None
    if head and _opens_plural(words, stop, end):
        return None  # the school | new computers
    if _describes_next(words, at, stop, end):
        return head
    return None if head else bool(word.tags & Tag.NOUN)


def _describes_behind_article(words: Sequence[Word], at: int, stop: int, end: int) -> bool:
    """Whether a participle stands between an article and a noun."""
    article = stop == at + 1 and words[at].lower in DETERMINERS
    return article and words[stop].tag is Tag.PAST_PARTICIPLE and stop + 1 < end and words[stop + 1].is_nominal


def _opens_plural(words: Sequence[Word], stop: int, end: int) -> bool:
    """Whether an adjective behind a noun opens a phrase of its own, with several things: the school | new computers."""
    if stop + 2 != end and not (stop + 2 < end and words[stop + 2].lower in PREPOSITIONS):
        return False
    plain = not words[stop].is_capitalised and not words[stop].tags & (Tag.NOUN | Tag.PLURAL_NOUN)
    return plain and words[stop - 1].tag is Tag.NOUN and words[stop + 1].tag is Tag.PLURAL_NOUN


def _describes_next(words: Sequence[Word], at: int, stop: int, end: int) -> bool:
    """Whether a noun follows the adjective at `stop`."""
    if stop + 1 >= end:
        return False
    word, after = words[stop], words[stop + 1]
    counted = after.tag is Tag.NUMBER and word.tags & Tag.NOUN
    if counted and stop > at and word.lower not in ("first", "last", "next"):
        return False  # the flat | three passports
    return after.is_nominal or bool(after.tags & (Tag.PLURAL_NOUN | Tag.NOUN))


def _is_named_time(words: Sequence[Word], at: int, end: int) -> bool:
    """`this winter`, `every year`: behind it, another noun begins a phrase of its own."""
    return end == at + 2 and words[at].lower in _NAMING_TIMES and _is_time(words[at + 1]) and not _dates(words[end])


def _part(words: Sequence[Word], at: int, end: int) -> Part | None:
    """The part that begins at `at`."""
    after = words[at + 1].lower if at + 1 < end else ""
    if (words[at].lower, after) in _PAIRS:
        return Part(Kind.ADVERB, at, at + 2)
    preposition = _preposition(words[at].lower, after)
    if preposition is not None:
        return _prepositional(words, at, at + preposition, end)
    short = _time(words, at, end) or _adverb_or_pronoun(words, at, end)
    return short or _counted_time(words, at, end) or noun_part(words, at, end)


def _preposition(word: str, after: str) -> int | None:
    """How far behind a phrase's first word its preposition ends, if it has one: in, only in, because of."""
    if (word, after) in COMPOUND_PREPOSITIONS or (word in _BEFORE_PREPOSITION and after in PREPOSITIONS):
        return 1
    return 0 if (word in PREPOSITIONS or word == "of") and (word, after) not in AMOUNTS else None


def _prepositional(words: Sequence[Word], at: int, preposition: int, end: int) -> Part | None:
    """The phrase from `at` on whose preposition is given, and what it says."""
    noun = _governed(words, preposition, end)
    if noun is None:
        return None
    if words[at].lower in _LIMITS:
        return Part(Kind.TIME, at, noun.end)
    if (words[at].lower, words[at + 1].lower) in COMPOUND_PREPOSITIONS:
        return Part(Kind.PLACE, at, noun.end)
    if words[at].lower == "from" and noun.end < end and words[noun.end].lower == "on":
        return Part(Kind.TIME, at, noun.end + 1)
    return Part(_kind(words, preposition, noun.end), at, noun.end)


def _time(words: Sequence[Word], at: int, end: int) -> Part | None:
    """A time without a preposition: yesterday, next week, days later, too late, 1950."""
    word, after = words[at].lower, words[at + 1] if at + 1 < end else None
    often = word in _HOW_OFTEN and not (after is not None and after.is_nominal and not after.is_capitalised)
    if word in TIME_ADVERBS or often or _is_year(words, at, end):
        return Part(Kind.TIME, at, at + 1)
    if after is None:
        return None
    late = word == "too" and after.lower in ("late", "early", "often", "long", "soon")
    told = (word in ("next", "last") and _is_time(after)) or (word in TIME_NOUNS and after.lower == "later")
    return Part(Kind.TIME, at, at + 2) if late or told else None


def _adverb_or_pronoun(words: Sequence[Word], at: int, end: int) -> Part | None:
    """An adverb, or what stands for a thing or a place: often, home, him, nobody, too much wine."""
    word, after = words[at], words[at + 1] if at + 1 < end else None
    if word.lower in ("there", "here", "back", "home", "away"):
        return Part(Kind.PLACE, at, at + 1)
    if word.lower in MIDDLE or (word.tag is Tag.ADVERB and word.lower.endswith("ly")):
        return Part(Kind.ADVERB, at, at + 1)
    hers = word.lower == "her" and after is not None and bool(after.tag & (Tag.ADVERB | Tag.PREPOSITION))
    if word.lower in OBJECT_PRONOUNS or hers:
        return Part(Kind.PRONOUN, at, at + 1)
    if word.lower in _DEGREES and after is not None and after.tag is Tag.ADVERB and after.lower.endswith("ly"):
        return Part(Kind.ADVERB, at, at + 2)
    if word.lower in _HOW_MUCH and after is None:
        return Part(Kind.OBJECT, at, at + 1)  # the ships less | load can
    if word.lower in _INDEFINITE:
        described = after is not None and after.tag is Tag.ADJECTIVE
        return Part(Kind.OBJECT, at, at + 1 + described)
    if word.lower == "too" and after is not None and after.lower in ("many", "much", "little", "few"):
        noun = noun_part(words, at + 2, end) if at + 2 < end else None
        return Part(Kind.OBJECT, at, noun.end if noun else at + 2)
    return None


def _governed(words: Sequence[Word], preposition: int, end: int) -> Part | None:
    """What the preposition governs: a noun phrase, a time of day, a day."""
    at = preposition + 1
    if at >= end:
        return None
    if words[at].lower in _CLOCK and at + 2 < end and words[at + 1].lower in ("past", "to"):
        return Part(Kind.TIME, at, at + 3)
    if words[at].lower in TIME_ADVERBS | {"now", "then"}:
        return Part(Kind.TIME, at, at + 1)
    if words[at].lower in OBJECT_PRONOUNS | _INDEFINITE or (words[at].lower == "all" and at + 1 == end):
        described = words[at].lower in _INDEFINITE and at + 1 < end and words[at + 1].tags & Tag.ADJECTIVE
        return Part(Kind.PRONOUN, at, at + 1 + bool(described))
    noun = noun_part(words, at, end, timed=True)
    joined = noun is not None and words[preposition].lower == "between" and noun.end + 1 < end
    if noun is not None and joined and words[noun.end].lower == "and":
        other = noun_part(words, noun.end + 1, end)
        return Part(noun.kind, at, other.end) if other else None
    return noun


def _is_gerund(words: Sequence[Word], at: int) -> bool:
    """`the railing`: a noun in -ing."""
    return bool(words[at].tag is Tag.GERUND and at and words[at - 1].lower in DETERMINERS)


def _counted_time(words: Sequence[Word], at: int, end: int) -> Part | None:
    """`two years ago`, `two hours long`."""
    last = at + 2
    counted = words[at].tag is Tag.NUMBER or words[at].lower in ("a", "several", "some", "many", "two", "three")
    told = (
        counted and last < end and words[last].lower in ("ago", "long", "later", "earlier") and _is_time(words[at + 1])
    )
    return Part(Kind.TIME, at, last + 1) if told else None


def _behind_amount(words: Sequence[Word], at: int, end: int) -> int:
    """The index behind `at least`, `about`, `more than` before a number; `at` itself where there is none."""
    if at + 2 < end and (words[at].lower, words[at + 1].lower) in AMOUNTS:
        return at + 2
    return at + 1 if at + 1 < end and words[at].lower in _ABOUT and words[at + 1].tag is Tag.NUMBER else at


def _is_time(word: Word) -> bool:
    return word.lower in TIME_NOUNS or word.text in MONTHS | WEEKDAYS


def _dates(word: Word) -> bool:
    """Whether the word goes on with a time: `of`, `evening`, a date."""
    day = word.text.isdigit() and (len(word.text) < 3 or int(word.text) in _YEAR)
    return word.lower == "of" or _is_time(word) or day or word.lower in ("’s", "'s")


def _counts(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether the number counts what follows it and belongs to no date or address before it: `in May | 340 ships`."""
    before = words[at - 1]
    year = before.text.isdigit() and len(before.text) == 4
    if (before.tag is Tag.NUMBER and not year) or (before.text in MONTHS and _dates(words[at])):
        return False
    after = words[at + 1] if at + 1 < end else None
    return after is not None and (after.is_nominal or after.lower in _SCALES)


def _kind(words: Sequence[Word], start: int, end: int) -> Kind:
    """Whether a phrase says when or where (or how, or with whom)."""
    last = words[end - 1]
    dated = any(word.text in MONTHS | WEEKDAYS for word in words[start:end])
    year = last.tag is Tag.NUMBER and len(last.text) == 4
    clock = any(
        word.lower in _CLOCK and words[at + start + 1].lower in ("past", "to")
        for at, word in enumerate(words[start : end - 1])
    )
    told = words[start].lower in PREPOSITIONS_OF_TIME or last.lower in TIME_NOUNS | {"now", "then"}
    return Kind.TIME if told or dated or year or clock else Kind.PLACE
