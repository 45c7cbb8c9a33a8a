"""What stands around a token and leaves no doubt that a name ends inside it, be the name known or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from cleanup.lexicon.indefinite import indefinite_article
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import Tag
from cleanup.passes.fused_words.asides import names_role_with_article, says_so
from cleanup.passes.fused_words.lists import (
    BEFORE_PLACES,
    BRAND_ENDINGS,
    DIRECTIONS,
    GIVING,
    MEASURES,
    NAME_PARTICLES,
    PREDICATING,
    PREFIXES,
    QUANTITIES,
    SHORT_VERBS,
    WANTING,
    WATERS,
)
from cleanup.passes.fused_words.vocabulary import Known, Vocabulary
from cleanup.syntax.parser import OPENERS, RELATIVES
from cleanup.syntax.words import SPEECH

_CLAUSE_OPENERS = OPENERS | RELATIVES | word_set("and but")
# No name of 175,000 ends in these by chance.
_ENDS_NO_NAME = word_set(
    "which whose where whom would could should because since their against between without although despite during"
)
_COUNTING = word_set(
    "three four five seven eight nine eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty thirty forty fifty sixty seventy eighty ninety several"
)
_BEHIND_PERFECT = word_set("been become never already not always long only just also since yet gone come done made")
_BEHIND_NOT = word_set("much far least even only just more until because")
_SHARES = word_set("many some most several none half both each")
_JOINED = word_set("and or")
_RELATING = frozenset(
    [
        "ahead of",
        "instead of",
        "because of",
        "regardless of",
        "together with",
        "along with",
        "according to",
        "thanks to",
        "prior to",
        "rather than",
        "alongside the",
        "alongside his",
        "alongside her",
    ]
)
_BEFORE_DETERMINED = word_set("as at by for with from to on in")
_FINITE = Tag.VERB_PAST | Tag.VERB_PRESENT | Tag.MODAL | Tag.AUXILIARY
_VERB_FORMS = Tag.VERB_PAST | Tag.PAST_PARTICIPLE | Tag.GERUND
_NOUN = Tag.NOUN | Tag.PLURAL_NOUN
_BEFORE_NOT = word_set("did does has had will was would could should")
_VOWELS = "aeiou"


@dataclass(frozen=True)
class Surroundings:
    """The words of the sentence before and after a token, marks included, and what is known of words."""

    vocabulary: Vocabulary
    before: Sequence[str]
    after: Sequence[str]

    def prove(self, left: str, right: str, known: Known) -> bool:
        """Whether a name `left` and a word `right` are the only reading of the token in this place."""
        if says_so(right, self.after):
            return True
        if len(left) > 3 and any(proof(self, left, right, known) for proof in _PROOFS):
            return True
        return len(left) > 2 and self._lacks_verb and self._is_verb_of_name(right)

    def prove_words(self, left: str, right: str) -> bool:
        """The same of two words in lower case."""
        if len(left) > 2 and says_so(right, self.after):
            return True
        verb = len(left) > 3 and left not in PREFIXES and self._lacks_verb and self._is_verb_of_noun(left, right)
        return verb or self._governs(left, right) or (left in WANTING and right == "to")

    @property
    def _lacks_verb(self) -> bool:
        """Whether the sentence has no verb unless the token hides it: The explosionkilled two guards."""
        before = self.before
        opens = max((at + 1 for at, word in enumerate(before) if word in '“”";:'), default=0)
        return (
            len(before) > opens
            and self.after[-1:] != []
            and self.after[-1] in ".!"
            and not any(self.likely(word.lower()) & (_FINITE | Tag.VERB_BASE | Tag.RELATIVE) for word in before[opens:])
        )

    def _is_verb_of_name(self, right: str) -> bool:
        """Whether a verb in which no name ends stands before what a verb has behind it."""
        if right == "is":
            return bool(self.likely(self.next) & Tag.GERUND) or self.next == "not"
        if right in ("has", "had", "was", "will"):
            form = Tag.VERB_BASE if right == "will" else Tag.PAST_PARTICIPLE
            return self.next.islower() and bool(self.vocabulary.words.tags(self.next) & form)
        if len(right) < 4 or right in BRAND_ENDINGS or not self._is_alone(right):
            return False
        finite = self.likely(right) & (Tag.VERB_PAST | Tag.VERB_PRESENT)
        return (bool(finite) and self.next.islower()) or (self._is_past(right) and self._opens_object)

    def _is_verb_of_noun(self, left: str, right: str) -> bool:
        """Whether a verb stands between a noun and an object that opens with a determiner or a number."""
        met = right in SHORT_VERBS and left.endswith("s") and bool(self.likely(self.next) & Tag.PREPOSITION)
        verb = self.likely(right) & Tag.VERB_PRESENT or self._is_past(right)
        ends = met or (len(right) > 3 and (self._opens_object or self.next == "that"))
        return bool(self.likely(left) & _NOUN and verb) and ends and self._is_alone(right)

    def _is_past(self, right: str) -> bool:
        """Whether the word is a past form that need not be a participle."""
        likely = self.likely(right) & (Tag.VERB_PAST | Tag.PAST_PARTICIPLE)
        return bool(likely and self.vocabulary.words.tags(right) & Tag.VERB_PAST)

    @property
    def _opens_object(self) -> bool:
        """Whether what follows opens with a determiner or a number."""
        counted = self.next[:1].isdigit()
        return counted or bool(self.likely(self.next) & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER))

    def _is_alone(self, right: str) -> bool:
        """Whether no other finite verb follows in the clause; what is said may have one."""
        if right in SPEECH:
            return True
        clause = takewhile(lambda word: word[0].isalnum() and word.lower() not in _CLAUSE_OPENERS, self.after)
        return not any(self.likely(word.lower()) & _FINITE for word in clause)

    def _governs(self, left: str, right: str) -> bool:
        """Whether a participle stands before a preposition and what that governs: estimated + at two billion."""
        verb = len(left) > 5 and left.endswith(("ed", "ing")) and self.likely(left) & _VERB_FORMS
        return bool(verb) and self._opens_object and right in _BEFORE_DETERMINED

    @property
    def previous(self) -> str:
        """The word or mark before the token; empty at the start of the sentence."""
        return self.before[-1] if self.before else ""

    @property
    def next(self) -> str:
        """The word or mark after the token; empty at the end of the sentence."""
        return self.after[0] if self.after else ""

    def likely(self, word: str) -> Tag:
        """What a word most likely is; nothing for a mark."""
        return self.vocabulary.words.likely_tag(word) if word[:1].isalpha() else Tag.NONE


_Proof = Callable[[Surroundings, str, str, Known], bool]


def _ends_no_name(around: Surroundings, _left: str, right: str, _known: Known) -> bool:
    """A long function word in mid-sentence: the goalkeeper Vestergårdwhose gloves."""
    return right in _ENDS_NO_NAME and around.next[:1].isalnum() and bool(around.before)


def _counts(around: Surroundings, _left: str, right: str, known: Known) -> bool:
    """A number before what it counts: Ana Robledanine years."""
    known_enough = known >= Known.PERSON or len(right) > 4
    counted = around.likely(around.next) & Tag.PLURAL_NOUN or around.next in QUANTITIES
    return right in _COUNTING and known_enough and around.next.islower() and bool(counted)


def _forms_perfect(around: Surroundings, _left: str, right: str, _known: Known) -> bool:
    """A perfect tense in mid-sentence: the architect Ugo Vezzanohad been."""
    return right in ("has", "had") and around.next in _BEHIND_PERFECT and bool(around.before)


def _measures(around: Surroundings, _left: str, right: str, _known: Known) -> bool:
    """How high or far away a place lies: the bends of the Vessèaat 1,900 metres."""
    return right == "at" and around.next[:1].isdigit() and bool(MEASURES & set(around.after[1:4]))


def _denies(around: Surroundings, _left: str, right: str, _known: Known) -> bool:
    """A denial of how much or how far behind a place: near Hallsjörnot much more than."""
    return right == "not" and around.next in _BEHIND_NOT and around.previous in BEFORE_PLACES


def _is_dated(around: Surroundings, _left: str, right: str, _known: Known) -> bool:
    """A date behind “on”, a year or month behind “in”: for Kairaton 1 April, by Svenholmin 1885."""
    names, following = around.vocabulary.names, [*around.after[:2], "", ""]
    month, weekday = names.named_list("month"), names.named_list("weekday")
    if right == "in":
        year = following[0].isdigit() and len(following[0]) == 4 and following[0][:2] in ("18", "19", "20")
        return (year or following[0] in month) and around.previous not in ("(", ";", "&")
    day = following[0] in weekday or (following[0].isdigit() and following[1] in month)
    return right == "on" and (day or (following[0] in month and following[1].isdigit()))


def _counts_share(around: Surroundings, _left: str, right: str, _known: Known) -> bool:
    """A share of what follows: according to Zielonkamany of the women."""
    return right in _SHARES and around.next == "of" and bool(around.before)


def _lies_in_larger_place(around: Surroundings, left: str, right: str, known: Known) -> bool:
    """The larger place behind a smaller one: in the quarter of Serranóin Bologna."""
    names = (around.next, " ".join(around.after[:2]))  # Bologna, São Paulo
    larger = around.next[:1].isupper() and any(map(around.vocabulary.is_listed, names))
    governed = around.previous in BEFORE_PLACES and known is not Known.WORD
    return right == "in" and larger and governed and len(left) > 4


def _ends_list(around: Surroundings, left: str, right: str, known: Known) -> bool:
    """The last name of a list of persons: Olga Brandt, Pavel Hrdinaand Ivo Kask."""
    if right not in _JOINED or not around.next[:1].isupper() or not around.previous[:1].isupper():
        return False
    words = around.vocabulary.words
    given = words.is_given_name(around.previous) and not words.is_given_name(left)
    name = list(takewhile(lambda word: word[0].isupper() or word in NAME_PARTICLES, reversed(around.before)))
    listed = around.before[-len(name) - 1 : -len(name)] == [","] and around.before[-len(name) - 2][0].isupper()
    return given and listed and known is not Known.WORD


def _says_who(around: Surroundings, left: str, right: str, known: Known) -> bool:
    """An article and who a known person is: in Odilea young doctor."""
    person = (known >= Known.PERSON and known is not Known.WORD) or around.previous[:1].isupper()
    return person and right in ("a", "an") and names_role_with_article(around.vocabulary.words, right, around.after)


def _opens_apposition(around: Surroundings, left: str, right: str, known: Known) -> bool:
    """A known name in -a and “an” before what it suits: in Catalunyaan old plan."""
    noun = around.likely(around.next) & (Tag.NOUN | Tag.ADJECTIVE) and indefinite_article(around.next) == "an"
    return right == "an" and left.endswith("a") and len(left) > 4 and known >= Known.PROPER and bool(noun)


def _relates(around: Surroundings, _left: str, right: str, _known: Known) -> bool:
    """A preposition and its relative: the far bank of the Szamosbeyond which."""
    return len(right) > 4 and around.next in ("which", "whom") and bool(around.likely(right) & Tag.PREPOSITION)


def _lies_near(around: Surroundings, _left: str, right: str, _known: Known) -> bool:
    """Where a place lies: from Vrouwenpolderjust south of, in Friedingenon the shore."""
    if right == "just":
        return around.next in DIRECTIONS
    return right == "on" and around.next == "the" and bool(WATERS & set(around.after[1:4])) and bool(around.before)


def _relates_to_more(around: Surroundings, _left: str, right: str, _known: Known) -> bool:
    """A preposition of two words: by Pellizottiahead of his rival."""
    return f"{right} {around.next}" in _RELATING and bool(around.before)


def _governs_determined(around: Surroundings, left: str, right: str, known: Known) -> bool:
    """A preposition after a known name, with a determiner behind it: shows Vermeeras a teacher, by Morelloon the left.

    A name that no consonant ends has no -on or -in behind it.
    """
    determined = bool(around.likely(around.next) & (Tag.DETERMINER | Tag.POSSESSIVE)) and around.next.islower()
    if right not in _BEFORE_DETERMINED or not determined or len(left) < 5 or around.previous.lower() in GIVING:
        return False
    verb = any(around.likely(word) & (_FINITE | Tag.PAST_PARTICIPLE) for word in around.before)
    if not verb and around.before[:1] and around.likely(around.before[0].lower()) & Tag.PREPOSITION:
        return False  # In Sorgenfriby a barn burned
    if right in ("on", "in"):
        return left[-1] in _VOWELS and known >= Known.FOREIGN and known is not Known.WORD
    if around.next in ("a", "an") and len(left) > 5:
        governor = next((word for word in reversed(around.before) if word[0].islower()), "")
        return governor not in PREDICATING
    return known >= Known.PROPER and around.next in ("a", "an", "the")


def _spans(around: Surroundings, _left: str, right: str, _known: Known) -> bool:
    """A frame of two places: from Cazorlato Úbeda, between Morónand Jerez."""
    frame = (around.previous.lower(), right)
    return frame in (("from", "to"), ("between", "and")) and around.next[:1].isupper()


def _joins_behind_vowel(around: Surroundings, left: str, right: str, _known: Known) -> bool:
    """A conjunction behind a vowel that no name has before -and: by Gravinaand the mayor."""
    goes_on = around.next[:1].isupper() or bool(around.likely(around.next) & (Tag.DETERMINER | Tag.POSSESSIVE))
    return right == "and" and left[-1] in "aoeu" and len(left) > 4 and goes_on and bool(around.before)


def _is_denied(around: Surroundings, _left: str, right: str, _known: Known) -> bool:
    """A helping verb and its denial: the trainer Groneckdid not."""
    return right in _BEFORE_NOT and around.next == "not" and bool(around.before)


_PROOFS: tuple[_Proof, ...] = (
    _relates_to_more,
    _governs_determined,
    _spans,
    _joins_behind_vowel,
    _is_denied,
    _ends_no_name,
    _counts,
    _forms_perfect,
    _measures,
    _denies,
    _is_dated,
    _counts_share,
    _lies_in_larger_place,
    _ends_list,
    _says_who,
    _opens_apposition,
    _relates,
    _lies_near,
)
