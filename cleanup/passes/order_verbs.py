"""Verbs in the order of German and Dutch: second whatever stands in front, or last in their clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleanup.clauses import noun_phrase_end
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.indefinite import indefinite_article
from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.order_adverbs import AdverbOrder
from cleanup.passes.order_clauses import ClauseOrder
from cleanup.passes.order_governors import Governors
from cleanup.passes.order_inversion import Inversion
from cleanup.passes.order_last import VerbLast
from cleanup.passes.order_middle import MiddleField
from cleanup.resources import Resources
from cleanup.syntax import DETERMINERS, OPENERS, Sentence, Word
from cleanup.syntax_words import MIDDLE_ADVERBS, SPEECH, TIME_NOUNS

_INVERTING = word_set(
    "but how what which not never no nor neither only rarely seldom hardly scarcely little few such so under "
    "among here there nowhere"
)
_FRONT_ADVERBS = word_set(
    "yesterday today tomorrow tonight therefore nevertheless nonetheless meanwhile currently recently previously "
    "nowadays afterwards moreover consequently subsequently accordingly furthermore meantime instead initially finally "
    "apparently unfortunately fortunately officially"
)
_DAYS = word_set("today yesterday tomorrow tonight")
_EVENTS = word_set(
    "war election elections crisis match game break talks meeting attack fire storm accident earthquake flood defeat "
    "victory pandemic revolution this that then summit vote failure success death conflict"
)
_MARKING = word_set(
    "marks marked brings brought sees saw offers offered gives gave celebrates celebrated shows showed commemorates "
    "honours honors brings makes made looks looked feels felt means meant changes changed holds promises belongs"
)
_FOCUS = word_set("already shortly just exactly immediately soon probably presumably")
_FRONT_PAIRS = frozenset([("because", "of"), ("according", "to"), ("due", "to"), ("thanks", "to"), ("instead", "of")])
_WHENEVER = word_set("after before during since until for despite because according due thanks instead without")
_SUBORDINATORS = word_set("if when because although though while unless whenever once")
_SUBJECT_STARTS = word_set(
    "the a an this these its his her their our all many most several both some two three four five six seven eight "
    "nine ten twelve twenty hundreds thousands dozens"
)
_PRONOUNS = word_set("he she we they it")
_CLAUSE_OPENERS = word_set("that which who because if what than as when where and but how whom")
_PRESENTING = word_set(
    "come comes came go goes went stand stands stood lie lies lay sit sits sat hang hangs hung live lives lived begin "
    "begins began start starts started follow follows followed appear appears appeared emerge emerges emerged arise "
    "arises arose die dies died rise rises rose fall falls fell flow flows flowed run runs ran lead leads led lurk "
    "lurks lurked stretch stretches stretched loom looms loomed grow grows grew sound sounds sounded ring rings rang "
    "shine shines shone descend descends descended open opens opened pass passes passed end ends ended arrive arrives "
    "arrived enter enters entered depart departs departed exist exists existed occur occurs occurred dwell reign "
    "reigns reigned include includes included sleep sleeps slept rest rests rested march marches marched"
)
_STATES = word_set("remain remains remained stay stays stayed become becomes became seem seems seemed")
_COMING = word_set("comes came goes went come go")
_GONE = word_set("fallen risen gone come arrived died grown disappeared happened become begun sunk increased decreased")
_PARTICLES = {
    "broke off", "breaks off", "called off", "calls off", "gave up", "gives up", "put off", "puts off", "took over",
    "takes over", "carried out", "carries out", "shut down", "handed over", "hands over", "closed down", "pointed out",
    "points out", "ruled out", "rules out", "gave back", "gives back", "sent back", "sends back", "turned down",
    "turns down", "wrote off", "paid back", "pays back", "gave away", "threw away", "set up", "sets up",
}  # fmt: skip
_PARTICLE_GAP = 6  # words between a verb and its particle
_LONGEST_FRONT = 12  # words


class Front(NamedTuple):
    """What stands before the verb at index `verb`; `time`: a time, a reason or a link, behind which nothing inverts."""

    verb: int
    time: bool


class VerbOrder:
    """Finds verbs that stand where German and Dutch have them."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._last = VerbLast(resources)
        self._inversion = Inversion(resources)
        self._governors = Governors(resources)
        self._middle = MiddleField(resources)
        self._adverbs = AdverbOrder(resources)
        self._clauses = ClauseOrder(resources)

    def edits(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """Edits for a verb before its subject, and for a particle behind a phrase."""
        yield from self._inversion.edits(text, sentence)
        yield from self._governors.edits(text, sentence)
        yield from self._second(text, sentence)
        yield from self._passive(text, sentence)
        yield from self._last.edits(text, sentence)
        yield from self._middle.edits(text, sentence)
        yield from self._adverbs.edits(text, sentence)
        yield from self._clauses.edits(text, sentence)
        yield from self._particle(text, sentence)

    def _second(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """`Until Friday must the court decide`: after a phrase in front, English keeps the subject before the verb."""
        words = sentence.words
        if len(words) < 5 or words[-1].text == "?" or any(word.text in '“”"«»' for word in words[:2]):
            return
        front = _front(words)
        if front is None:
            return
        end = _subject_end(words, front.verb + 1)
        certainty = _judge(words, front, end) if end is not None else None
        if end is None or certainty is None:
            return
        start, stop = sentence.offset(front.verb), sentence.end_offset(end - 1)
        subject = text[sentence.offset(front.verb + 1) : stop]
        verb = words[front.verb].text
        if verb in ("is", "are") and words[end].lower in _GONE:
            verb = "has" if verb == "is" else "have"
        rule = self._resources.rules["verb-before-subject"]
        yield rule.edit(text, start, stop, [f"{subject} {verb}"], applicability=certainty)

    def _passive(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """`In Porto was opened school for divers`: a passive between the place in front and its subject."""
        words = sentence.words
        front = next((at for at in range(2, min(6, len(words) - 4)) if words[at].lower in ("was", "were")), None)
        if front is None or words[0].lower not in ("in", "on", "at", "near", "from"):
            return
        if _plain_phrase(words, 1) != front or not words[front + 1].tags & Tag.PAST_PARTICIPLE:
            return
        end = _subject_end(words, front + 2)
        if end is None or words[front + 2].tag & (Tag.ADVERB | Tag.PREPOSITION | Tag.GERUND) or _has_finite(words, end):
            return
        first = words[front + 2]
        bare = first.tag is Tag.NOUN and self._resources.words.takes_article(first.lower)
        start, stop = sentence.offset(front), sentence.end_offset(end - 1)
        subject = text[sentence.offset(front + 2) : stop]
        article = f"{indefinite_article(first.lower)} " if bare and words[front].lower == "was" else ""
        fixed = f"{article}{subject} {words[front].text} {words[front + 1].text}"
        rule = self._resources.rules["verb-before-subject"]
        certainty = Applicability.SAFE if article else Applicability.UNSAFE
        yield rule.edit(text, start, stop, [fixed], applicability=certainty)

    def _particle(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """`The talks broke for the third time off`: a particle behind a phrase with a preposition."""
        words = sentence.words
        for at in range(3, len(words) - 1):
            particle = words[at]
            if particle.lower not in ("off", "up", "over", "out", "down", "back", "away"):
                continue
            if words[at + 1].text not in ".,;" or not (words[at - 1].is_noun or words[at - 1].tag is Tag.NUMBER):
                continue
            for verb in range(at - 3, max(0, at - _PARTICLE_GAP - 1), -1):
                if f"{words[verb].lower} {particle.lower}" in _PARTICLES:
                    opens = words[verb + 1].lower in ("for", "on", "in", "after", "since", "during", "at", "before")
                    if opens and not any(word.tag & FINITE_VERB for word in words[verb + 1 : at]):
                        start, end = sentence.offset(verb), sentence.end_offset(at)
                        phrase = text[sentence.offset(verb + 1) : sentence.end_offset(at - 1)]
                        fixed = f"{words[verb].text} {particle.text} {phrase}"
                        yield self._resources.rules["particle-at-the-end"].edit(text, start, end, [fixed])
                    break

    def participle(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`the app that her daughter programmed has`: the auxiliary of a German clause at its end."""
        words = sentence.words
        auxiliary = words[index + 1]
        if words[index].lower == auxiliary.lower:
            return  # the quarrel that they had had
        if auxiliary.lower not in ("has", "have", "had") or not words[index].tags & Tag.PAST_PARTICIPLE:
            return
        if index + 2 >= len(words) or words[index + 2].text not in ".,:;!":
            return
        opener = next(
            (at for at in range(index - 1, max(-1, index - 9), -1) if words[at].lower in _CLAUSE_OPENERS), None
        )
        if opener is None or index - opener < 2 or words[opener].lower not in ("that", "which", "who", "because", "if"):
            return
        inner = words[opener + 1 : index]
        if any(word.tag & FINITE_VERB or word.tag is Tag.PUNCTUATION for word in inner):
            return
        start, end = sentence.offset(index), sentence.end_offset(index + 1)
        replacement = f"{auxiliary.text} {words[index].text}"
        yield self._resources.rules["auxiliary-at-the-end"].edit(text, start, end, [replacement])


def _front(words: Sequence[Word]) -> Front | None:
    """The adverbial that opens the sentence, if a word that can be a verb follows it with no comma between."""
    first = words[0].lower
    if first in _SUBORDINATORS and words[1].lower != "of":
        return _behind_clause(words)
    if first in _FOCUS and words[1].tag & Tag.PREPOSITION and len(words) > 5:
        behind = _front(words[1:])
        return Front(behind.verb + 1, behind.time) if behind else None
    if first in ("now", "then"):  # and no imperative behind them
        turned = _can_be_verb(words, 1) and not words[1].tags & (Tag.VERB_BASE | Tag.AUXILIARY | Tag.MODAL)
        return Front(1, time=True) if turned else None
    if first in _FRONT_ADVERBS:
        return Front(1, time=True) if _can_be_verb(words, 1) else None
    pair = (first, words[1].lower) in _FRONT_PAIRS
    if first in _INVERTING or not (pair or words[0].tags & Tag.PREPOSITION):
        return None
    at = 0
    time = first in _WHENEVER
    while at < min(len(words) - 3, _LONGEST_FRONT):
        at += 2 if pair and at == 0 else 1
        end = _plain_phrase(words, at)
        if end is None:
            return None
        time = time or _is_time(words[end - 1])
        if _can_be_verb(words, end):
            inverting = any(word.lower in _INVERTING for word in words[:end])
            return None if inverting else Front(end, time)
        if words[end].text == ",":
            return _behind_relative(words, end)
        since = words[end].lower in ("since", "after", "before", "until") and words[end + 1].tag is Tag.NUMBER
        if not (words[end].tag & Tag.PREPOSITION or since):
            return None
        at = end
    return None


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
    if comma is None or words[comma].text != "," or comma < 3 or comma + 4 >= len(words):
        return None
    helps = words[comma + 1].tag & (Tag.AUXILIARY | Tag.MODAL)
    return Front(comma + 1, time=True) if helps and words[comma + 2].lower in DETERMINERS else None


def _plain_phrase(words: Sequence[Word], at: int) -> int | None:
    """Where the one noun (or year, or name) behind a preposition ends: two nouns side by side could be a subject."""
    while at < len(words) and (words[at].lower in DETERMINERS or words[at].tag is Tag.ADJECTIVE):
        at += 1
    if at >= len(words):
        return None
    if words[at].lower in ("then", "now", "today"):
        return at + 1
    if words[at].tag is Tag.NUMBER:
        counts = at + 1 < len(words) and words[at + 1].lower in TIME_NOUNS
        return at + 2 if counts else at + 1
    if not words[at].is_noun:
        return None
    end = at + 1
    if words[at].text in MONTHS and end < len(words) and words[end].tag is Tag.NUMBER:
        end += 1
    return end if end < len(words) else None


def _is_time(word: Word) -> bool:
    return word.lower in TIME_NOUNS or word.text in MONTHS | WEEKDAYS or word.tag is Tag.NUMBER


def _can_be_verb(words: Sequence[Word], at: int) -> bool:
    """Whether a verb may stand here, with a subject behind it."""
    if at + 2 >= len(words) or words[at].is_capitalised or not words[at].is_alphabetic:
        return False
    if not words[at].tags & (FINITE_VERB | Tag.VERB_BASE | Tag.AUXILIARY | Tag.MODAL):
        return False
    following = words[at + 1]
    counted = following.tag is Tag.NUMBER and words[at].tag is Tag.MODAL  # will 16 million people
    return counted or following.lower in _SUBJECT_STARTS | _PRONOUNS or following.is_capitalised


def _subject_end(words: Sequence[Word], at: int) -> int | None:
    """Where the subject that begins at `at` ends, or None where no phrase of its own stands there."""
    if words[at].lower in _PRONOUNS:
        return at + 1
    return noun_phrase_end(words, at)


def _judge(words: Sequence[Word], front: Front, end: int) -> Applicability | None:
    """How surely the verb in front of the phrase that ends at `end` is its verb."""
    verb, subject = words[front.verb], words[front.verb + 1]
    pronoun = subject.lower in _PRONOUNS
    after = end
    while after < len(words) - 1 and (words[after].lower in MIDDLE_ADVERBS or words[after].lower == "not"):
        after += 1
    follows = words[after]
    if verb.tag is Tag.MODAL or verb.lower in ("can", "will", "might"):
        return Applicability.SAFE if follows.tags & Tag.VERB_BASE and not follows.is_proper else None
    if verb.lower in ("do", "does", "did"):
        return None
    if verb.lower in ("has", "have", "had"):
        return Applicability.SAFE if follows.tags & Tag.PAST_PARTICIPLE else None
    if verb.tags & Tag.AUXILIARY:
        return _judge_be(words, front, end, follows, pronoun)
    if _has_finite(words, end):
        return None
    return _judge_plain(words, front, end, pronoun)


def _judge_be(words: Sequence[Word], front: Front, end: int, follows: Word, pronoun: bool) -> Applicability | None:
    if pronoun:
        return Applicability.SAFE if front.time else Applicability.UNSAFE
    participle = follows.tags & Tag.PAST_PARTICIPLE
    predicate = participle or follows.tag & (Tag.ADJECTIVE | Tag.GERUND)
    described = participle and end + 1 < len(words) and words[end + 1].tag & Tag.PREPOSITION
    if not predicate or _has_finite(words, end + 1):
        return None
    return Applicability.SAFE if front.time and not described else Applicability.UNSAFE


def _judge_plain(words: Sequence[Word], front: Front, end: int, pronoun: bool) -> Applicability | None:
    verb, follows = words[front.verb], words[end]
    if pronoun:
        return _judge_pronoun(words, front)
    if verb.lower in _STATES:
        stays = follows.tags & (Tag.ADJECTIVE | Tag.PAST_PARTICIPLE) or follows.lower in ("what", "as")
        return Applicability.SAFE if front.time and stays else None
    lasts = words[0].lower == "since" and not verb.tags & Tag.VERB_PAST  # no place that presents its subject
    if (verb.lower in _PRESENTING and not lasts) or verb.lower in SPEECH or not _agree(verb, words[end - 1]):
        return None
    if follows.tag is Tag.PUNCTUATION or follows.tag & (Tag.CONJUNCTION | Tag.RELATIVE):
        return None
    before = words[front.verb - 1]
    if words[0].lower in OPENERS | {"as"} and not (_is_time(before) or before.lower in _EVENTS):
        return None  # As more teams consider the idea
    if follows.tag is Tag.INFINITIVE or lasts:
        return Applicability.SAFE
    object_follows = follows.lower in DETERMINERS or follows.lower in ("again", "not", "already", "now", "today")
    verbal = front.verb == 1 or not verb.tags & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE)
    if front.verb == 1 and before.lower in _DAYS and not object_follows:
        return None if verb.lower in _MARKING else Applicability.UNSAFE  # Today marks an anniversary
    return Applicability.SAFE if front.time and (object_follows or verbal) else Applicability.UNSAFE


def _judge_pronoun(words: Sequence[Word], front: Front) -> Applicability | None:
    """`After the match wrote she a letter`: no pronoun stands behind its verb, but in speech and in `down came he`."""
    verb, pronoun = words[front.verb], words[front.verb + 1].lower
    quoted = any(word.text in '“”"«»‘' for word in words)
    if verb.lower in SPEECH and (quoted or not front.time):
        return None
    plural = pronoun in ("we", "they")
    agrees = verb.tags & Tag.VERB_PAST or (verb.tags & (Tag.VERB_BASE if plural else Tag.VERB_PRESENT))
    if not agrees or verb.lower in _COMING:
        return None
    nominal = verb.tags & (Tag.NOUN | Tag.ADJECTIVE) or pronoun == "it"
    return Applicability.SAFE if front.time or verb.lower in _STATES or not nominal else Applicability.UNSAFE


def _agree(verb: Word, head: Word) -> bool:
    """Whether the noun can be the verb's subject by number."""
    if verb.tags & Tag.VERB_PAST:
        return True
    plural = head.tag is Tag.PLURAL_NOUN
    return plural if verb.tags & Tag.VERB_BASE and not verb.tags & Tag.VERB_PRESENT else not plural


def _has_finite(words: Sequence[Word], at: int) -> bool:
    """Whether another finite verb stands in the clause that goes on at `at`."""
    for word in words[at:]:
        if word.tag is Tag.PUNCTUATION and word.text in ",;:–—“":
            return False
        if word.lower in ("which", "whom"):
            return False
        if word.tag & (Tag.RELATIVE | Tag.CONJUNCTION) and word.lower not in ("and", "or"):
            return False
        if word.tag & (FINITE_VERB | Tag.AUXILIARY | Tag.MODAL):
            return True
    return False
