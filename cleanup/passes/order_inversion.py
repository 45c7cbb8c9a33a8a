"""Verbs before their subject where no English inversion can be meant: in any clause, and from any language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleanup.clauses import noun_phrase_end
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax import DETERMINERS, OPENERS, Sentence, Word, words_text
from cleanup.syntax_words import BE, SPEECH, TIME_NOUNS

_NOMINATIVE = word_set("we he she they")
_LINKS = word_set("then so there here now today yesterday tomorrow therefore thus again")
_CLAUSE_MARKS = frozenset(".,;:–—“”‘(!?…")
_JOINERS = word_set("and but")
_BECOME = {"becomes": ("is", "are"), "become": ("are", "are"), "became": ("was", "were")}
_SAID = word_set(
    "say says said think thinks thought write writes wrote ask asks asked believe believes believed swear suppose "
    "imagine assume pretend hope guess bet trust wish pray know see hear remember consider presume imply make let"
)
"""Verbs whose subject may stand behind them in good English, or that ask the reader (so suppose we win)."""
_DEMONSTRATIVES = word_set("that this")
_FRONTED = word_set("the this that these those his her my our their")
_HELP = word_set("has have had can could must will would should is are was were")
_MODALS = word_set("can could must will would should")
_MOVING = word_set("go goes went come comes came stand stands stood sit sits sat lie lies lay be quoth")
_UNDERGONE = word_set(
    "expected planned scheduled discovered opened held announced presented organised organized published approved "
    "signed built founded detected recorded registered reported launched installed introduced adopted created "
    "foreseen observed cancelled closed arrested injured wounded killed seized recovered inaugurated "
    "destroyed damaged evacuated rescued demolished confirmed forecast unveiled repaired restored completed shot "
    "elected rejected tested"
)
"""Participles of what happens to a thing; none that takes two objects (given) or a complement (considered), and none
that says where a thing is (hidden, placed), before which a place may stand in good English."""
_HAPPENINGS = word_set(
    "killed injured wounded arrested signed built founded approved announced elected discovered shot rescued "
    "inaugurated destroyed"
)
_LACKING = word_set("missing lacking needed required added")
_HARMED = word_set(
    "killed injured wounded arrested destroyed damaged evacuated rescued detained hospitalised hospitalized seized "
    "cancelled canceled demolished"
)
"""What happens to somebody or something: the place in front presents nothing, as it does in `here was born`."""
_UNTIL = word_set("because when until once before after since while")
_PLACED = word_set(
    "live lives lived stand stands stood lie lies lay sit sits sat hang hangs hung rest rests rested reign reigns "
    "reigned dwell dwells dwelt begin begins began end ends ended sleep sleeps slept grow grows grew lurk lurks lurked "
    "rise rises rose run runs ran flow flows flowed exist exists existed"
)
_AMOUNTS = word_set("millimetres centimetres metres litres kilometres tonnes tons percent cent degrees votes inches")
_CLAUSE_TRANSITIVES = word_set(
    "decided prevented won lost scored paid voted confirmed rejected criticised criticized protested demanded missed "
    "equalised equalized converted triumphed failed succeeded resigned apologised apologized celebrated collided "
    "abstained governed"
)
"""Verbs that no writer puts before their subject to present it: `In the corner squatted a man` is right."""
_ALONE = word_set(
    "equalised equalized triumphed failed succeeded resigned apologised apologized protested collided abstained"
)
"""Of these, the verbs that have no object which might stand behind them."""
_COMPLEMENTED = word_set("if though although where how whether than as")
_ADVERBS_OF_TIME = word_set("yesterday today tomorrow later recently meanwhile")
_LONGEST = 9  # words of a subject


class Turned(NamedTuple):
    """Words `start:end` and how they read in English order."""

    start: int
    end: int
    text: str
    certainty: Applicability


class Inversion:
    """Finds verbs before their subject: behind a link, a subordinator or a comma, and at the start of a sentence."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """Edits that put the subject before its verb."""
        words = sentence.words
        if len(words) < 4 or words[-1].text == "?" or any(word.text == "?" for word in words):
            return
        rule = self._resources.rules["verb-before-subject"]
        for turned in self._turned(words):
            start, end = sentence.offset(turned.start), sentence.end_offset(turned.end - 1)
            yield rule.edit(text, start, end, [turned.text], applicability=turned.certainty)

    def _turned(self, words: Sequence[Word]) -> Iterator[Turned]:
        first = _sentence_passive(words) or _weekday_passive(words)
        if first is not None:
            yield first
        for at in range(1, len(words) - 2):
            found = (
                _pronoun(words, at)
                or _behind_clause(words, at)
                or _thereby(words, at)
                or _demonstrative(words, at)
                or _helped(words, at)
                or _passive(words, at)
                or _become(words, at)
                or _as_soon_as(words, at)
                or _subordinate(words, at)
                or _behind_comma(words, at)
                or _decided(words, at)
            )
            if found is not None:
                yield found


# Where a clause turns


def _passive(words: Sequence[Word], at: int) -> Turned | None:
    """`On Sunday was discovered a leak`, `where was signed the treaty`."""
    if words[at].lower not in BE or words[at + 1].lower not in _UNDERGONE:
        return None
    place = words[at + 1].lower in _HARMED and _front_phrase(words, at)
    time = place or _time_phrase(words, at)
    relative = words[at - 1].lower in ("where", "when", "which", "because")
    if not time and not (relative and words[at + 1].lower in _HAPPENINGS):
        return None
    if relative and words[at - 1].lower == "which" and (at < 2 or words[at - 2].tag is not Tag.PREPOSITION):
        return None
    end = _subject(words, at + 2)
    if end is None or _finite_follows(words, end):
        return None
    subject = words_text(words, at + 2, end)
    return Turned(at, end, f"{subject} {words[at].text} {words[at + 1].text}", Applicability.SAFE)


def _pronoun(words: Sequence[Word], at: int) -> Turned | None:
    """`then speak we English`: a verb of its own meaning between a link and a pronoun that can only be a subject."""
    verb, pronoun, link = words[at], words[at + 1], words[at - 1]
    if pronoun.text not in _NOMINATIVE or link.lower not in _LINKS or not _opens_clause(words, at - 1):
        return None
    lexical = verb.tags & (Tag.VERB_BASE | Tag.VERB_PRESENT | Tag.VERB_PAST)
    if not lexical or verb.tags & (Tag.AUXILIARY | Tag.MODAL) or verb.is_capitalised:
        return None
    if verb.lower in _SAID | _MOVING or verb.tag is Tag.ADVERB:
        return None
    if _finite_follows(words, at + 2) or not _agrees(verb, pronoun.lower in ("we", "they")):
        return None  # a clause without `that` (so men we know agree)
    if _may_be_verb(words[at + 2]) or words[at + 2].lower in ("all", "both"):
        return None
    if link.lower == "so" and at > 2 and any(word.lower in ("when", "if") for word in words[: at - 2]):
        return Turned(at - 1, at + 2, f"{pronoun.text} {verb.text}", Applicability.SAFE)  # wenn …, so …
    return Turned(at, at + 2, f"{pronoun.text} {verb.text}", Applicability.SAFE)


def _behind_clause(words: Sequence[Word], at: int) -> Turned | None:
    """`Until it thaws, remains it dark`: a verb and its pronoun behind the comma of a clause in front."""
    verb, pronoun = words[at], words[at + 1]
    if words[at - 1].text != "," or at < 4 or pronoun.text not in _NOMINATIVE | {"it"} or verb.is_capitalised:
        return None
    before = words[: at - 1]
    opens = before[0].lower
    if opens not in OPENERS - _COMPLEMENTED - {"that", "why"} or any(word.tag is Tag.PUNCTUATION for word in before):
        return None
    if not any(word.tags & (FINITE_VERB | Tag.VERB_BASE | Tag.AUXILIARY) for word in before[2:]):
        return None
    follows = words[at + 2]
    if verb.lower in _MODALS:
        fits = bool(follows.tags & Tag.VERB_BASE) and not follows.is_capitalised
    elif verb.tags & Tag.AUXILIARY:
        fits = False
    else:
        lexical = verb.tags & (Tag.VERB_PRESENT | Tag.VERB_PAST | Tag.VERB_BASE) and verb.lower not in _SAID | SPEECH
        imperative = verb.tags & Tag.VERB_BASE and not verb.tags & Tag.VERB_PRESENT  # make it, give them
        fits = (
            bool(lexical)
            and not (imperative and pronoun.text == "it")
            and _agrees(verb, pronoun.text in ("we", "they"))
        )
        fits = fits and not _finite_follows(words, at + 2) and not _may_be_verb(follows)
    return Turned(at, at + 2, f"{pronoun.text} {verb.text}", Applicability.SAFE) if fits else None


def _thereby(words: Sequence[Word], at: int) -> Turned | None:
    """`and thereby got the meeting its symbol`: two noun phrases behind the verb, of which the first is its subject."""
    verb = words[at]
    if words[at - 1].lower not in ("thereby", "thus", "hereby") or not verb.tags & (Tag.VERB_PAST | Tag.VERB_PRESENT):
        return None
    if at < 2 or not (words[at - 2].lower in _JOINERS or words[at - 2].text in ".;") or verb.tags & Tag.AUXILIARY:
        return None
    if words[at + 1].lower not in ("the", "this", "that"):
        return None
    end = _subject(words, at + 1)
    if end is None or words[end].lower not in ("its", "his", "her", "their", "a", "an", "the"):
        return None
    fixed = f"{words_text(words, at + 1, end)} {words[at - 1].text} {verb.text}"
    return Turned(at - 1, end, fixed, Applicability.UNSAFE)


def _demonstrative(words: Sequence[Word], at: int) -> Turned | None:
    """`That know we all`: the form of the verb shows that `that` is no subject."""
    verb, pronoun = words[at], words[at + 1]
    if pronoun.text not in ("we", "they") or words[at - 1].lower not in _DEMONSTRATIVES:
        return None
    if not _opens_clause(words, at - 1) or words[at - 1].start == 0 != at - 1 or verb.is_capitalised:
        return None
    noun = verb.tags & Tag.NOUN and verb.lower not in ("know", "want", "need", "like")  # that way we know
    base = verb.tags & Tag.VERB_BASE and not noun and not verb.tags & (Tag.VERB_PAST | Tag.AUXILIARY | Tag.MODAL)
    if not base or _finite_follows(words, at + 2) or _may_be_verb(words[at + 2]):
        return None
    return Turned(at, at + 2, f"{pronoun.text} {verb.text}", Applicability.SAFE)


def _helped(words: Sequence[Word], at: int) -> Turned | None:
    """`The money has he never seen`, `that can we not accept`, `then have we a problem`."""
    helper, pronoun = words[at], words[at + 1]
    if pronoun.text not in _NOMINATIVE or helper.lower not in _HELP or at + 3 >= len(words):
        return None
    start = _clause_start(words, at)
    if start == at or not (start == 0 or words[start - 1].text in ".;:“"):
        return None
    link = start == at - 1 and words[start].lower in ("then", "now", "that", "this", "therefore", "today", "tomorrow")
    if not link and not (words[start].lower in _FRONTED and _subject(words, start) == at):
        return None
    follows = at + 2
    while follows < len(words) - 1 and words[follows].lower in ("not", "never", "already", "also", "all", "always"):
        follows += 1
    word = words[follows]
    if helper.lower in _MODALS:
        fits = bool(word.tags & Tag.VERB_BASE) and not word.is_capitalised
    elif helper.lower in ("has", "have", "had"):
        owned = link and word.lower in ("a", "an", "no")
        fits = owned or bool(word.tags & Tag.PAST_PARTICIPLE and not word.tags & Tag.NOUN)
    else:
        fits = False
    if not fits:
        return None
    if helper.lower == "can" and words[at + 2].lower == "not":
        return Turned(at, at + 3, f"{pronoun.text} cannot", Applicability.SAFE)
    return Turned(at, at + 2, f"{pronoun.text} {helper.text}", Applicability.SAFE)


def _become(words: Sequence[Word], at: int) -> Turned | None:
    """`In The Hague becomes the problem acknowledged`: the passive of Dutch and German with its subject inside."""
    forms = _BECOME.get(words[at].lower)
    if forms is None or not _front_phrase(words, at):
        return None
    end = _subject(words, at + 1)
    if end is None or words[at + 1].lower in ("a", "an") or not _is_participle(words[end]):
        return None
    plural = words[end - 1].tag is Tag.PLURAL_NOUN
    return Turned(at, end, f"{words_text(words, at + 1, end)} {forms[plural]}", Applicability.SAFE)


def _sentence_passive(words: Sequence[Word]) -> Turned | None:
    """`Is expected rain.`, `Have been injured three men.`: no question, so the subject stands behind its verb."""
    if words[-1].text != ".":
        return None
    pair = (words[0].text, words[1].lower)
    if words[0].text in ("Is", "Are", "Was", "Were"):
        participle = 1
    elif pair in (("Has", "been"), ("Have", "been"), ("Had", "been"), ("Will", "be")):
        participle = 2
    else:
        return None
    if participle + 2 >= len(words) or words[participle].lower not in _UNDERGONE | _LACKING:
        return None
    first = words[participle + 1]
    if participle == 2 and not (first.lower in DETERMINERS or first.tag is Tag.NUMBER):
        return None
    end = _subject(words, participle + 1)
    if end is not None and words[end].lower == "and":
        end = _subject(words, end + 1)
    if end is None or not (words[end].text in ".,;" or words[end].tag is Tag.PREPOSITION):
        return None
    if _finite_follows(words, end):
        return None
    subject = words_text(words, participle + 1, end)
    subject = subject[0].upper() + subject[1:]
    verbs = " ".join([words[0].lower, *(word.text for word in words[1 : participle + 1])])
    return Turned(0, end, f"{subject} {verbs}", Applicability.SAFE)


def _weekday_passive(words: Sequence[Word]) -> Turned | None:
    """`Tuesday is expected a meeting`: the day is no subject, and a day needs its preposition."""
    if words[0].text not in WEEKDAYS or words[1].lower not in BE or words[2].lower not in _UNDERGONE:
        return None
    if len(words) < 6 or words[3].lower not in ("a", "an", "the", "his", "her", "their", "its"):
        return None
    end = _subject(words, 3)
    if end is None or _finite_follows(words, end):
        return None
    fixed = f"On {words[0].text} {words_text(words, 3, end)} {words[1].text} {words[2].text}"
    return Turned(0, end, fixed, Applicability.SAFE)


def _as_soon_as(words: Sequence[Word], at: int) -> Turned | None:
    """`as soon as melts the snow`."""
    if at < 3 or [word.lower for word in words[at - 3 : at]] not in (["as", "soon", "as"], ["as", "long", "as"]):
        return None
    verb = words[at]
    finite = verb.tags & (Tag.VERB_PRESENT | Tag.VERB_PAST) and not verb.is_capitalised
    if not finite or verb.tags & (Tag.AUXILIARY | Tag.MODAL | Tag.ADJECTIVE) or verb.lower == "possible":
        return None
    end = _subject(words, at + 1)
    if end is None or words[at + 1].lower not in DETERMINERS or _finite_follows(words, end):
        return None
    certainty = Applicability.SAFE if words[end].text in ".,;:”" else Applicability.UNSAFE
    return Turned(at, end, f"{words_text(words, at + 1, end)} {verb.text}", certainty)


def _subordinate(words: Sequence[Word], at: int) -> Turned | None:
    """`where fell 385 millimetres of rain`, `because died the king`: the verb right behind the word that opens."""
    opener, verb = words[at - 1].lower, words[at]
    relative = opener == "which" and at > 1 and words[at - 2].tag is Tag.PREPOSITION
    if at > 1 and (words[at - 2].lower == "of" or words[at - 2].tag & Tag.AUXILIARY):
        return None  # all of which constitute a part; he had since appealed
    if not (relative or opener == "where" or opener in _UNTIL):
        return None
    placing = relative or opener == "where"
    ambiguous = verb.tags & (Tag.AUXILIARY | Tag.MODAL | Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE)
    if (ambiguous or verb.is_capitalised) and not (placing and verb.lower in ("fell", "lives", "live")):
        return None
    if not verb.tags & (Tag.VERB_PAST | Tag.VERB_PRESENT | Tag.VERB_BASE) or verb.tag & (Tag.GERUND | Tag.ADVERB):
        return None
    if verb.lower.endswith("ing") or verb.lower in SPEECH:
        return None
    past_participle = verb.tags & Tag.PAST_PARTICIPLE
    end = _subject(words, at + 1)
    if end is None or _finite_follows(words, end) or words[at + 1].lower in _NOMINATIVE | {"it", "you", "i"}:
        return None
    if not (words[at + 1].lower in DETERMINERS or words[at + 1].tag is Tag.NUMBER or words[at + 1].is_capitalised):
        return None
    if words[end].text not in ".,;:" and words[end].tag is not Tag.PREPOSITION:
        return None
    amount = words[at + 1].tag is Tag.NUMBER and any(word.lower in _AMOUNTS for word in words[at + 1 : end])
    sure = amount or (not past_participle and verb.lower not in _PLACED and opener == "because")
    certainty = Applicability.SAFE if sure else Applicability.UNSAFE
    return Turned(at, end, f"{words_text(words, at + 1, end)} {verb.text}", certainty)


def _behind_comma(words: Sequence[Word], at: int) -> Turned | None:
    """`When the ball flew past, lay Anna already on the floor`; `At 5–6, had Anna two points`."""
    if words[at - 1].text != "," or at < 3 or words[at].is_capitalised or at > _LONGEST * 3:
        return None
    before = words[: at - 1]
    clause = words[0].lower in OPENERS and words[0].lower not in _COMPLEMENTED
    phrases = not clause and _only_phrases(before)
    if clause and not (
        not any(word.text == "," for word in before)
        and any(word.tag & (Tag.VERB_PAST | Tag.VERB_PRESENT | Tag.AUXILIARY) for word in before[2:])
    ):
        return None
    if not clause and not phrases:
        return None
    return _possession(words, at) or _plain_verb(words, at, before if clause else ())


def _possession(words: Sequence[Word], at: int) -> Turned | None:
    """`had Anna two match points`: the object shows that no condition is meant."""
    if words[at].lower not in ("had", "has", "have"):
        return None
    end = _subject(words, at + 1)
    if end is None or end + 1 >= len(words):
        return None
    thing = words[end]
    owned = (thing.tag is Tag.NUMBER or thing.lower in ("a", "an", "no", "two", "three", "several")) and (
        words[end + 1].tags & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE)
    )
    conditional = any(word.lower in ("would", "could", "might", "’d") for word in words)
    if not owned or conditional or _finite_follows(words, end):
        return None
    return Turned(at, end, f"{words_text(words, at + 1, end)} {words[at].text}", Applicability.SAFE)


def _plain_verb(words: Sequence[Word], at: int, clause: Sequence[Word]) -> Turned | None:
    """A verb of its own meaning behind the comma, with a name or a determined noun behind it."""
    verb, opens = words[at], words[at + 1]
    if not verb.tags & (Tag.VERB_PAST | Tag.VERB_PRESENT) or verb.tags & (Tag.AUXILIARY | Tag.MODAL):
        return None
    if verb.tags & Tag.ADJECTIVE and not (opens.lower in ("the", "a", "an") or verb.lower == "lay"):
        return None  # exhausted Berliners
    if verb.lower in SPEECH or verb.lower.endswith("ing"):
        return None
    if verb.tags & (Tag.VERB_BASE | Tag.NOUN | Tag.PLURAL_NOUN):  # lay, set: an imperative, unless the clause is past
        past = any(word.tag is Tag.VERB_PAST for word in clause)
        if not past or verb.lower != "lay":
            return None
    if not (opens.is_capitalised or opens.lower in DETERMINERS) or opens.lower in ("all", "both", "each"):
        return None
    end = _subject(words, at + 1)
    if end is None or _finite_follows(words, end):
        return None
    presenting = verb.lower in _PLACED | _MOVING and not clause
    if presenting:
        return None
    follows = words[end]
    goes_on = follows.lower in ("again", "already", "not", "still", "then", "so") or follows.is_capitalised
    goes_on = goes_on or follows.lower in DETERMINERS
    if opens.is_capitalised and not goes_on and verb.tags & Tag.PAST_PARTICIPLE:
        return None  # With this tool, called Zebra,
    certainty = Applicability.SAFE if goes_on else Applicability.UNSAFE
    subject = words_text(words, at + 1, end)
    if follows.lower in ("already", "still", "also", "never", "even"):
        return Turned(at, end + 1, f"{subject} {follows.text} {verb.text}", certainty)
    return Turned(at, end, f"{subject} {verb.text}", certainty)


def _decided(words: Sequence[Word], at: int) -> Turned | None:
    """`From the penalty spot decided Costa.`: a verb that never presents its subject, and nothing behind it."""
    verb = words[at]
    if verb.lower not in _CLAUSE_TRANSITIVES or not _front_phrase(words, at):
        return None
    if words[at - 1].text == ",":
        return None
    if not (words[at + 1].is_capitalised or words[at + 1].lower in ("the", "a", "an", "both")):
        return None
    end = _subject(words, at + 1)
    if end is None or words[end].text not in ".,;" or _finite_follows(words, end):
        return None
    if _clause_start(words, at) > 0 and words[_clause_start(words, at) - 1].text not in ".;“":
        return None  # he hid the letter, and on Friday prevented the wedding
    alone = verb.lower in _ALONE or (verb.lower == "decided" and words[at + 1].is_capitalised)
    if not alone and words[end].text == "," and any(word.tag & FINITE_VERB for word in words[end + 1 :]):
        return None
    certainty = Applicability.SAFE if alone else Applicability.UNSAFE  # In 1998 won the Grand Prix.
    what = " it" if verb.lower == "decided" else ""
    return Turned(at, end, f"{words_text(words, at + 1, end)} {verb.text}{what}", certainty)


# Parts of a clause


def _subject(words: Sequence[Word], at: int) -> int | None:
    """Where the noun phrase that begins at `at` ends: one noun (or name) with `of` and what follows it, or None."""
    end = noun_phrase_end(words, at, lambda index: _new_phrase(words, at, index))
    return end if end is None or end <= at + _LONGEST else None


def _new_phrase(words: Sequence[Word], start: int, at: int) -> bool:
    """Whether a name behind a determined noun is the next phrase: filled the teachers | Kossuth Square."""
    determined = words[start].lower in ("the", "a", "an") and at > start + 1
    return determined and words[at].is_proper and not words[at - 1].is_capitalised and words[at - 1].is_noun


def _finite_follows(words: Sequence[Word], at: int) -> bool:
    """Whether another finite verb stands in the clause that goes on at `at`."""
    for word in words[at:]:
        if word.tag is Tag.PUNCTUATION and word.text in ".,;:–—“”":
            return False
        if word.tag & Tag.RELATIVE or word.lower in ("which", "who", "that", "where", "and", "but", "because", "when"):
            return False
        if word.tag & (FINITE_VERB | Tag.AUXILIARY | Tag.MODAL):
            return True
    return False


def _opens_clause(words: Sequence[Word], at: int) -> bool:
    if at == 0:
        return True
    before = words[at - 1]
    return before.text in _CLAUSE_MARKS or before.lower in _JOINERS


def _agrees(verb: Word, plural: bool) -> bool:
    if verb.tags & Tag.VERB_PAST:
        return True
    return bool(verb.tags & (Tag.VERB_BASE if plural else Tag.VERB_PRESENT))


def _may_be_verb(word: Word) -> bool:
    """Whether the word can be the verb of the pronoun before it (so suppose they | win)."""
    verb = word.tags & (Tag.VERB_BASE | Tag.VERB_PRESENT | Tag.VERB_PAST | Tag.AUXILIARY | Tag.MODAL)
    return bool(verb) and not word.is_capitalised and not word.tag & (Tag.PREPOSITION | Tag.DETERMINER | Tag.PRONOUN)


def _is_participle(word: Word) -> bool:
    return bool(word.tags & Tag.PAST_PARTICIPLE) and not word.is_capitalised and not word.tags & Tag.NOUN


def _clause_start(words: Sequence[Word], at: int) -> int:
    """Where the words before `at` begin that no mark or joining word parts from it."""
    start = at
    while start > 0 and words[start - 1].text not in _CLAUSE_MARKS and words[start - 1].lower not in _JOINERS:
        start -= 1
    return start


def _front_phrase(words: Sequence[Word], at: int) -> bool:
    """Whether nothing but one phrase with a preposition stands between the clause's start and `at`."""
    start = _clause_start(words, at)
    if start == at or at - start > _LONGEST or not words[start].tags & Tag.PREPOSITION or words[start].lower == "to":
        return False
    if words[start].lower in OPENERS and not (words[at - 1].lower in TIME_NOUNS or words[at - 1].text in WEEKDAYS):
        return False  # after the opposition won Bishkek
    return _only_phrases(words[start:at]) and words[at - 1].is_noun


def _only_phrases(words: Sequence[Word]) -> bool:
    """Whether the words are phrases with prepositions (or of time) alone: no verb, no second noun that is a subject."""
    opens = words[0]
    timed = opens.lower in ("this", "last", "next", "every") and len(words) > 1 and words[1].lower in TIME_NOUNS
    if not (timed or (opens.tags & Tag.PREPOSITION and opens.lower != "to")):
        return False
    for at, word in enumerate(words):
        if word.tag & (FINITE_VERB | Tag.GERUND | Tag.RELATIVE | Tag.PRONOUN | Tag.INFINITIVE | Tag.MODAL):
            return False
        if word.text == "," and not (at + 1 < len(words) and words[at + 1].tag & (Tag.PREPOSITION | Tag.NUMBER)):
            return False
        if word.text in ":;.“”()":
            return False
    return not any(word.lower in OPENERS - {"after", "before", "since", "until"} for word in words)


def _time_phrase(words: Sequence[Word], at: int) -> bool:
    """Whether a phrase of time, and nothing else, stands between the clause's start and `at`."""
    start = _clause_start(words, at)
    phrase = words[start:at]
    if not phrase or len(phrase) > _LONGEST:
        return False
    timed = phrase[-1].lower in TIME_NOUNS or phrase[-1].text in MONTHS | WEEKDAYS or phrase[-1].tag is Tag.NUMBER
    adverb = len(phrase) == 1 and phrase[0].lower in _ADVERBS_OF_TIME
    counted = phrase[0].lower in ("last", "next") or (phrase[0].tag is Tag.NUMBER and phrase[-1].lower == "ago")
    if counted and timed and len(phrase) <= 3:
        return True  # last night, two years ago
    opens = phrase[0].lower in ("on", "in", "at", "after", "before", "since", "during", "by", "until")
    return adverb or (timed and opens and _only_phrases(phrase))
