"""Verbs second in their sentence, as in German and Dutch: behind a phrase in front, English keeps the subject first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cleanup.edits import Applicability
from cleanup.lexicon.inflection import finite_forms
from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.order.verb_first import (
    COMING,
    FRONT_ADVERBS,
    GONE,
    NOMINATIVES,
    NUMBERED,
    PRESENTING,
    PRONOUNS,
    Turned,
    VerbFirst,
    behind_adverbs,
    completes,
    is_clause,
    is_time,
    may_be_condition,
    may_be_verb,
    plain_phrase_end,
    verb_first,
)
from cleanup.syntax.clauses import has_finite
from cleanup.syntax.parser import DETERMINERS, OPENERS, Word
from cleanup.syntax.words import (
    BE,
    COMPOUND_PREPOSITIONS,
    DO,
    HAVE,
    MIDDLE_ADVERBS,
    MODALS,
    PREPOSITIONS_OF_CLAUSES,
    PREPOSITIONS_OF_REST,
    PREPOSITIONS_OF_TIME,
    SPEECH,
    TIME_NOUNS,
)

_INVERTING = word_set(
    "but how what which not never no nor neither only rarely seldom hardly scarcely little few such so under "
    "among here there nowhere"
)
"""Words that turn verb and subject in good English: Never has the court decided."""
_DAYS = word_set("today yesterday tomorrow tonight")
_EVENTS = word_set(
    "war election elections crisis match game break talks meeting attack fire storm accident earthquake flood defeat "
    "victory pandemic revolution this that then summit vote failure success death conflict"
)
_MARKING = finite_forms(
    "mark bring see offer give celebrate show commemorate honour honor make look feel mean change hold promise belong"
)
"""What a day itself can do: Today marks an anniversary."""
_FOCUS = word_set("already shortly just exactly immediately soon probably presumably")
_ASIDES = word_set("meanwhile however therefore nevertheless nonetheless too though")
_FRONT_PAIRS = COMPOUND_PREPOSITIONS - {("out", "of")}
_WHENEVER = PREPOSITIONS_OF_TIME | word_set("for despite because according due thanks instead without")
_SUBJECT_STARTS = word_set(
    "the a an this these its his her their our all many most several both some two three four five six seven eight "
    "nine ten twelve twenty hundreds thousands dozens"
)
_WAYS = word_set("down up in out off away back here there forth along home over on round")
"""What turns even a pronoun and its verb: down came he."""
_FIXED_FRONTS = (("so", "far"), ("up", "to", "now"), ("up", "to", "then"), ("by", "then"), ("by", "now"))
_PLACES_IN_FRONT = PREPOSITIONS_OF_REST | {"opposite", "next"}
_STATES = finite_forms("remain stay become seem")
_BEGINNING = finite_forms("begin start open close end")
"""Verbs that present their subject behind a place in good English, and hardly behind a time."""
_CHANGING = finite_forms("grow rise fall increase decrease shrink sink climb drop")
_DEFINITE = word_set("the this these his her its their")
_LONGEST_FRONT = 12  # words
_NOBODY = word_set("nobody everybody everyone somebody someone nothing everything")
_NAMED_TIMES = word_set("last next every each this")
_GOVERNED = word_set("this that it him them me us her")
_TIME_OPENERS = _NAMED_TIMES | word_set("a some many two three four five six seven eight nine ten")


class Front(NamedTuple):
    """What stands before the verb at index `verb`; `time`: a time, a reason or a link, behind which nothing inverts."""

    verb: int
    time: bool


def verb_second(words: Sequence[Word], *, second: bool = False) -> Turned | None:
    """`Until Friday must the court decide`: the subject of a sentence put before the verb that stands second.

    `second` says that the article comes from a language that has its verb there.
    """
    if len(words) < 5 or words[-1].text == "?" or any(word.text in '“”"«»' for word in words[1:2]):
        return None
    opens = words[0].text in '“"«„'
    if opens:
        turned = verb_second(words[1:], second=second)
        return turned._replace(start=turned.start + 1, end=turned.end + 1) if turned else None
    turned = _lexical_behind_clause(words) if second else None
    if turned is not None:
        return turned
    front = _front(words, second)
    found = None if front is None else _found(words, front.verb)
    if front is None or found is None or found.opens.text in WEEKDAYS | MONTHS:
        return None  # In findings published Wednesday
    certainty = _judge(found, front, second)
    if certainty is None:
        return None
    if second and _is_sure_in_second(found, front):
        certainty = Applicability.SAFE
    verb = words[front.verb].text
    longer = [word.lower for word in words[found.end : found.end + 2]] == ["no", "longer"]
    if second and longer and not words[front.verb].tags & (Tag.AUXILIARY | Tag.MODAL):
        return Turned(found.verb, found.end + 2, f"{found.subject_text} no longer {verb}", certainty)
    if second and verb in ("is", "are") and words[0].lower == "since":
        verb = "has been" if verb == "is" else "have been"
    elif verb in ("is", "are") and found.follows.lower in GONE:
        verb = "has" if verb == "is" else "have"
    if verb == "can" and found.follows.lower == "not":
        return Turned(found.verb, found.end + 1, f"{found.subject_text} cannot", certainty)
    return Turned(found.verb, found.end, f"{found.subject_text} {verb}", certainty)


# What stands in front


def _found(words: Sequence[Word], verb: int) -> VerbFirst | None:
    """The verb with its subject behind it: a noun phrase, a pronoun, `nobody`."""
    subject, behind = words[verb + 1].lower, words[verb + 2].lower if verb + 2 < len(words) else ""
    if subject == "only" and words[verb + 2].tag is Tag.NUMBER:
        few = verb_first(words, verb + 1)
        return few._replace(verb=verb, subject=verb + 1) if few is not None else None
    if subject == "one":
        return VerbFirst(words, verb, verb + 1, verb + 2) if _is_anybody(words, verb) else None
    said = words[verb].lower in BE and subject in ("that", "this") and behind in ("a", "an")
    if behind and (subject in _NOBODY or said):
        return VerbFirst(words, verb, verb + 1, verb + 2)
    return verb_first(words, verb)


def _is_anybody(words: Sequence[Word], verb: int) -> bool:
    """Whether the `one` behind the verb is anybody, and counts nothing: can one not live, thinks one about it."""
    at = verb + 2
    while at < len(words) - 1 and (words[at].lower in MIDDLE_ADVERBS or words[at].lower in ("not", "no", "longer")):
        at += 1
    after = words[at]
    if words[verb].lower in MODALS:
        return bool(after.tags & Tag.VERB_BASE) and (at > verb + 2 or not after.tags & Tag.NOUN)
    third = words[verb].tags & Tag.VERB_PRESENT and words[verb].lower.endswith("s")
    governed = after.tag & (Tag.PREPOSITION | Tag.ADVERB) or after.lower in DETERMINERS | {"nothing"}
    return bool(third and governed) and after.lower != "of" and words[verb].lower not in BE | HAVE


def _is_sure_in_second(found: VerbFirst, front: Front) -> bool:
    """Whether no place presents its subject here, where the article has other verbs in second place."""
    verb = found.words[found.verb]
    named = verb.tags & (Tag.NOUN | Tag.PLURAL_NOUN) and found.opens.is_capitalised and front.verb > 1
    if verb.lower in BE and found.opens.lower not in _DEFINITE:
        return False  # at the center was a website
    return verb.lower not in PRESENTING and found.agrees and not named


def _front(words: Sequence[Word], second: bool) -> Front | None:
    """The adverbial that opens the sentence, if a word that can be a verb follows it with no comma between."""
    first = words[0].lower
    opening = next((len(fixed) for fixed in _FIXED_FRONTS if _starts_with(words, fixed)), 0) if second else 0
    if opening:
        return Front(opening, time=True) if _can_be_verb(words, opening, second) else None
    timed = _time_front(words)
    if timed is not None:
        return Front(timed, time=True) if _can_be_verb(words, timed, second) else None
    pair = (first, words[1].lower) in _FRONT_PAIRS
    if not pair and (behind := _behind_clause(words)) is not None:
        return behind
    if first in _FOCUS and words[1].tag & Tag.PREPOSITION and len(words) > 5:
        behind = _front(words[1:], second)
        return Front(behind.verb + 1, behind.time) if behind else None
    if first in ("now", "then"):  # and no imperative behind them
        commands = words[1].tags & (Tag.VERB_BASE | Tag.AUXILIARY | Tag.MODAL)
        turned = _can_be_verb(words, 1) and not (commands and not (second and words[2].text in NOMINATIVES))
        return Front(1, time=True) if turned else None
    adverb = (
        second
        and (words[0].tags & Tag.ADVERB or first == "later")
        and first not in _INVERTING | {"even", "just", "how", "as"}
    )
    if first in FRONT_ADVERBS or (adverb and (first in MIDDLE_ADVERBS or first == "later" or first.endswith("ly"))):
        return Front(1, time=True) if _can_be_verb(words, 1, second) else None
    if first in _INVERTING or not (pair or words[0].tags & Tag.PREPOSITION):
        return None
    return _behind_phrases(words, 2 if pair else 1, second)


def _starts_with(words: Sequence[Word], opening: tuple[str, ...]) -> bool:
    return tuple(word.lower for word in words[: len(opening)]) == opening


def _time_front(words: Sequence[Word]) -> int | None:
    """The index behind a time without a preposition: last summer, every morning, three years later."""
    if words[0].lower not in _TIME_OPENERS and words[0].tag is not Tag.NUMBER:
        return None
    end = 2 if words[1].lower in TIME_NOUNS or words[1].text in WEEKDAYS | MONTHS else 0
    if not end or words[0].lower in _NAMED_TIMES:
        return end or None
    return 3 if words[2].lower in ("later", "ago", "earlier", "before") else None


def _behind_phrases(words: Sequence[Word], at: int, second: bool) -> Front | None:
    """`In May of that year decided`: the verb behind phrases with a preposition, the first of which goes on at `at`."""
    time = words[0].lower in _WHENEVER
    while at <= min(len(words) - 3, _LONGEST_FRONT):
        governed = second and words[at].lower in _GOVERNED and _can_be_verb(words, at + 1)
        end = at + 1 if governed else plain_phrase_end(words, at)
        if end is None:
            return None
        time = time or is_time(words[end - 1])
        if _can_be_verb(words, end, second):
            denied = words[end + 1].lower == "one" and words[end + 2].lower == "not"  # with such wages can one not
            inverting = any(word.lower in _INVERTING and not (denied and word.lower == "such") for word in words[:end])
            return None if inverting else Front(end, time)
        if words[end].text == ",":
            return _behind_aside(words, end, second) or _behind_relative(words, end)
        since = words[end].lower in PREPOSITIONS_OF_CLAUSES and words[end + 1].tag is Tag.NUMBER
        if not (words[end].tag & Tag.PREPOSITION or since):
            return None
        at = end + 1
    return None


def _behind_aside(words: Sequence[Word], comma: int, second: bool) -> Front | None:
    """`In the port, meanwhile, are they waiting`: the verb behind an adverb that stands between commas."""
    if not second or comma + 5 >= len(words) or words[comma + 2].text != ",":
        return None
    verb = comma + 3
    helps = words[verb].tag & (Tag.AUXILIARY | Tag.MODAL) and words[verb + 1].lower in PRONOUNS
    return Front(verb, time=True) if words[comma + 1].lower in _ASIDES and helps else None


def _behind_relative(words: Sequence[Word], comma: int) -> Front | None:
    """`In Brussels, where the law was written, discuss the ministers`: the verb behind the comma of a relative."""
    if words[comma + 1].lower not in ("where", "which", "who", "whose"):
        return None
    second = next((at for at in range(comma + 3, len(words)) if words[at].tag is Tag.PUNCTUATION), None)
    if second is None or words[second].text != "," or second + 3 >= len(words):
        return None
    verb = words[second + 1]
    plain = verb.tags & (Tag.VERB_BASE | Tag.VERB_PRESENT) and words[second + 2].lower in DETERMINERS
    return Front(second + 1, time=True) if plain and verb.tag is not Tag.GERUND else None


def _behind_clause(words: Sequence[Word]) -> Front | None:
    """`If the talks fail, will the union strike`: the comma of a clause in front, and an auxiliary behind it."""
    comma = next((at for at, word in enumerate(words) if word.tag is Tag.PUNCTUATION), None)
    if comma is None or words[comma].text != "," or comma + 4 >= len(words) or not is_clause(words[:comma]):
        return None
    helps = words[comma + 1].tag & (Tag.AUXILIARY | Tag.MODAL) and not may_be_condition(words, comma + 1)
    return Front(comma + 1, time=True) if helps and words[comma + 2].lower in DETERMINERS else None


def _lexical_behind_clause(words: Sequence[Word]) -> Turned | None:
    """`When the snow melts, rises the river quickly`: a verb that cannot be an imperative, and what goes on with it."""
    comma = next((at for at, word in enumerate(words) if word.tag is Tag.PUNCTUATION), None)
    if comma is None or words[comma].text != "," or comma + 4 >= len(words) or not is_clause(words[:comma]):
        return None
    verb = words[comma + 1]
    finite = verb.tags & Tag.VERB_PRESENT and verb.lower.endswith("s")
    finite = finite or (verb.tags & Tag.VERB_PAST and not verb.tags & (Tag.VERB_BASE | Tag.ADJECTIVE))
    said = verb.lower in SPEECH or verb.tags & (Tag.AUXILIARY | Tag.MODAL)
    if not finite or said or verb.is_capitalised or words[comma + 2].lower not in _DEFINITE:
        return None
    found = verb_first(words, comma + 1)
    if found is None or not found.agrees or has_finite(words, found.end):
        return None
    ends = found.follows.tag is Tag.PUNCTUATION and not (verb.lower in _CHANGING and found.follows.text == ".")
    return None if ends else found.turned()


def _can_be_verb(words: Sequence[Word], at: int, second: bool = False) -> bool:
    """Whether a verb may stand here, with a subject behind it; `second`: one that begins with a bare noun, too."""
    if at + 2 >= len(words) or words[at].is_capitalised or not words[at].is_alphabetic:
        return False
    if not words[at].tags & (FINITE_VERB | Tag.VERB_BASE):
        return False
    following = words[at + 1]
    counted = following.tag is Tag.NUMBER and words[at].tag is Tag.MODAL  # will 16 million people
    if second and words[at].tag & (FINITE_VERB | Tag.VERB_BASE):
        titled = following.is_noun and (words[at + 2].is_capitalised or _is_numbered(words, at + 1))
        bare = following.tag is Tag.PLURAL_NOUN and (
            at == 1 or words[at + 2].lower in DETERMINERS or bool(words[at].tags & Tag.VERB_PAST)
        )
        few = following.lower == "only" and words[at + 2].tag is Tag.NUMBER
        if titled or following.lower in _NOBODY or bare or few:
            return True
    pronoun = following.lower in PRONOUNS or (second and following.lower in ("that", "one"))
    return counted or pronoun or following.lower in _SUBJECT_STARTS or following.is_capitalised


def _is_numbered(words: Sequence[Word], at: int) -> bool:
    """`line 8`, `route 4`: a thing that its number names."""
    return words[at].lower in NUMBERED and words[at + 1].tag is Tag.NUMBER


# How sure it is


def _judge(found: VerbFirst, front: Front, second: bool) -> Applicability | None:
    """How surely the first of the verbs is the verb of the noun phrase behind it."""
    words, verb = found.words, found.words[found.verb]
    follows = words[behind_adverbs(words, found.end)]
    if verb.tag is Tag.MODAL or verb.lower in MODALS | HAVE:
        return Applicability.SAFE if completes(verb, follows) else None
    if verb.lower in DO | {"am"}:
        return None  # on Monday at 9 am she arrived
    if verb.tags & Tag.AUXILIARY:
        return _judge_be(found, front, follows, second)
    if verb.lower in _STATES and front.time and second and follows.tags & Tag.PAST_PARTICIPLE and found.agrees:
        ended = found.end + 1 < len(words) and words[found.end + 1].text in ".,;"
        return Applicability.SAFE if ended else None  # for the moment remains the bridge closed
    if has_finite(words, found.end):
        return None
    if found.opens.lower in PRONOUNS:
        return _judge_pronoun(found, front, second)
    return _judge_plain(found, front, second)


def _judge_be(found: VerbFirst, front: Front, follows: Word, second: bool) -> Applicability | None:
    """`Last week was the bridge closed`: a form of be, and what the subject is or undergoes."""
    words, end = found.words, found.end
    if found.opens.lower in PRONOUNS | {"that", "this"} and end == found.subject + 1:
        return Applicability.SAFE if front.time or second else Applicability.UNSAFE
    # Near the river is a park so small that nobody knows it.
    presented = found.opens.lower in ("a", "an") and words[0].lower in _PLACES_IN_FRONT and not front.time
    if second and front.time and follows.tag & (Tag.PARTICLE | Tag.PREPOSITION) and not has_finite(words, end + 1):
        return Applicability.SAFE  # since Monday are the shutters down
    degree = follows.lower in ("too", "very", "so", "more", "not", "no", "particularly", "especially")
    if (
        second
        and degree
        and not presented
        and not has_finite(words, end + 1)
        and words[end + 1].tag & (Tag.ADJECTIVE | Tag.ADVERB)
    ):
        return Applicability.SAFE
    undergone = follows.tags & Tag.PAST_PARTICIPLE
    described = undergone and end + 1 < len(words) and words[end + 1].tag & Tag.PREPOSITION
    predicate = undergone or follows.tag & (Tag.ADJECTIVE | Tag.GERUND)
    if not predicate or has_finite(words, end + 1):
        return None
    return Applicability.SAFE if front.time and not described else Applicability.UNSAFE


def _judge_pronoun(found: VerbFirst, front: Front, second: bool) -> Applicability | None:
    """`After the match wrote she a letter`: no pronoun stands behind its verb, but in speech and in `down came he`."""
    verb = found.words[found.verb]
    quoted = any(word.text in '“”"«»‘' for word in found.words)
    if may_be_verb(found.follows) and not _disagrees(found):
        return None  # in one of his posts he mocked
    comes = verb.lower in COMING and not (second and found.words[0].lower not in _WAYS)
    if comes or not found.agrees or (verb.lower in SPEECH and (quoted or not front.time)):
        return None
    nominal = verb.tags & (Tag.NOUN | Tag.ADJECTIVE) or found.opens.lower == "it"
    return Applicability.SAFE if front.time or verb.lower in _STATES or not nominal else Applicability.UNSAFE


def _disagrees(found: VerbFirst) -> bool:
    """Whether the word behind a singular pronoun can be no verb of its own: then went it fast."""
    tags = found.follows.tags
    return found.opens.lower in ("he", "she", "it") and not tags & (FINITE_VERB | Tag.VERB_PRESENT | Tag.VERB_PAST)


def _judge_plain(found: VerbFirst, front: Front, second: bool) -> Applicability | None:
    """`Until Friday decides the court on it`: a verb of its own meaning, and more behind its subject."""
    words, verb, follows = found.words, found.words[found.verb], found.follows
    if verb.lower in _STATES:
        stays = follows.tags & (Tag.ADJECTIVE | Tag.PAST_PARTICIPLE) or follows.lower in ("what", "as")
        return Applicability.SAFE if front.time and stays else None
    quoted = any(word.text in '“”"«»‘' for word in words)
    lasts = words[0].lower == "since" and not verb.tags & Tag.VERB_PAST  # no place that presents its subject
    decides = second and verb.lower in SPEECH and not quoted
    again = follows.lower in ("again", "already", "not") and found.opens.lower in _DEFINITE
    if second and front.time and verb.lower in PRESENTING and again and found.agrees:
        return Applicability.SAFE  # In May began the work again
    if second and front.time and verb.lower in _BEGINNING and found.opens.lower in _DEFINITE and found.agrees:
        return Applicability.SAFE
    if (verb.lower in PRESENTING and not lasts) or (verb.lower in SPEECH and not decides) or not found.agrees:
        return None
    told = second and verb.lower in SPEECH and follows.lower == "that" and front.time
    if told:
        return Applicability.SAFE  # after the match said the coach that
    if follows.tag is Tag.PUNCTUATION or follows.tag & (Tag.CONJUNCTION | Tag.RELATIVE):
        return None
    before = words[front.verb - 1]
    opened = words[0].lower in OPENERS | {"as"} and not (is_time(before) or before.lower in _EVENTS)
    alone = second and words[0].lower in ("after", "before") and not any(word.text == "," for word in words)
    if opened and not alone:
        return None  # As more teams consider the idea
    if follows.tag is Tag.INFINITIVE or lasts:
        return Applicability.SAFE
    return _judge_rest(found, front)


def _judge_rest(found: VerbFirst, front: Front) -> Applicability | None:
    """By what follows the subject, and by whether the verb could be a noun instead."""
    verb, follows, before = found.words[front.verb], found.follows, found.words[front.verb - 1]
    object_follows = follows.lower in DETERMINERS or follows.lower in ("again", "not", "already", "now", "today")
    verbal = front.verb == 1 or not verb.tags & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE)
    if front.verb == 1 and before.lower in _DAYS and not object_follows:
        return None if verb.lower in _MARKING else Applicability.UNSAFE  # Today marks an anniversary
    if verb.lower in _MARKING and not object_follows and found.words[0].tag is not Tag.PREPOSITION:
        return None  # next month marks the centenary of the loom
    return Applicability.SAFE if front.time and (object_follows or verbal) else Applicability.UNSAFE
