"""What stands around a token and leaves no doubt that a name ends inside it, be the name known or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from cleanup.lexicon.indefinite import indefinite_article
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import Tag
from cleanup.passes.fused_words.asides import names_role_with_article
from cleanup.passes.fused_words.lists import BEFORE_PLACES, DIRECTIONS, MEASURES, NAME_PARTICLES, QUANTITIES, WATERS
from cleanup.passes.fused_words.vocabulary import Known, Vocabulary

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


@dataclass(frozen=True)
class Surroundings:
    """The words of the sentence before and after a token, marks included, and what is known of words."""

    vocabulary: Vocabulary
    before: Sequence[str]
    after: Sequence[str]

    def prove(self, left: str, right: str, known: Known) -> bool:
        """Whether a name `left` and a word `right` are the only reading of the token in this place."""
        return len(left) > 3 and any(proof(self, left, right, known) for proof in _PROOFS)

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


_PROOFS: tuple[_Proof, ...] = (
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
