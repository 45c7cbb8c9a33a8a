"""What is set beside a noun or a name: the first of many, whom it names, what it is not, and who says so.

They are rules of the decision list in `borders`, and look at the kind of phrase that the border opens.
"""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import Final

from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import Tag
from cleanup.passes.fused_words.asides import says_so
from cleanup.passes.fused_words.clause import ENDS, FINITE, NOMINAL, Place
from cleanup.passes.fused_words.descriptions import may_be_verb
from cleanup.passes.fused_words.lists import GIVING, NAME_PARTICLES, PREDICATING, SPECIFYING, TIME, TITLES
from cleanup.passes.fused_words.verdicts import Border
from cleanup.syntax.words import POSSESSIVES, SPEECH

_RANKS: Final = word_set("first second third fourth fifth sixth seventh last latest only next")
_UNSET: Final = TIME | {"time", "times", "all", "one", "ones"}
_OF_RANK: Final = word_set("of in since for to by from at on with")
_PARTLY: Final = SPECIFYING | {"partly", "largely", "notably", "including", "chiefly", "almost", "not"}
_WHOLE: Final = word_set("because a an the this these those but")
_NAMED_PLACES: Final = word_set(
    "crossing reservoir monastery cemetery refinery checkpoint motorway airport barracks prison abattoir quarry "
    "terminal shipyard roundabout viaduct pipeline oilfield foundry hospital steelworks glacier estuary "
    "peninsula"
)
_GROUP: Final = word_set("them us these those you whom")


def before_said(place: Place) -> Border | None:
    """Who says so, in the middle of what is said: `The barn, she says, was built by her father`."""
    if not says_so(place.right, place.after):
        return None
    return Border(",", "the comma before the words that report was lost", 0.93, proof=True)


def _before_ranked(place: Place) -> Border | None:
    """Which of many it is: `a new bridge, the first of its kind`; not `it called the bridge the first of its kind`."""
    if place.right != "the" or not _ends_noun(place) or _takes_two(place) or place.left.lower() in _UNSET:
        return None
    if not place.left_is_name and (may_be_verb(place) or place.left.endswith("ing")):
        return None
    second = place.after[1].lower() if len(place.after) > 1 else ""
    superlative = place.next.endswith("est") and place.words.likely_tag(place.next) & Tag.ADJECTIVE
    superlative = superlative or (place.next == "most" and place.words.likely_tag(second) & Tag.ADJECTIVE)
    if not (place.next in _RANKS or superlative) or second in TIME or not second[:1].isalpha():
        return None
    phrase = list(takewhile(lambda word: word != "," and word not in ENDS, place.after))
    whole = second in _OF_RANK or place.finite_verbs(phrase) == 0
    proof = place.next in _RANKS and second == "of"
    return Border(",", "an apposition lost its comma", 0.9, proof=proof) if whole else None


def _takes_two(place: Place) -> bool:
    """Whether the verb before may have two objects, or say what the first one becomes."""
    return any(word in PREDICATING or word in GIVING for word in place.segment[-6:])


def _ends_noun(place: Place) -> bool:
    return place.left_is_name or bool(place.words.likely_tag(place.left) & NOMINAL)


def _before_part(place: Place) -> Border | None:
    """Which part of it, between commas: `such grants, mostly to farmers, cost a million`."""
    if place.right not in _PARTLY or place.left_is_name or not _ends_noun(place) or place.aside_length < 1:
        return None
    opens = Tag.PREPOSITION | Tag.GERUND | Tag.DETERMINER | Tag.NUMBER | Tag.PAST_PARTICIPLE | NOMINAL
    if not (place.words.likely_tag(place.next) & opens or place.after[0][0].isupper()):
        return None
    return Border(",", "a phrase set off by commas lost the first one", 0.9)


def _before_contrast(place: Place) -> Border | None:
    """What it is not: `she had a seat, not a berth`, `it opened in March, not because of the rain`."""
    if place.right != "not" or not _ends_noun(place) or not place.after:
        return None
    asked = (
        bool(place.words.likely_tag(place.clause[0].lower()) & (Tag.AUXILIARY | Tag.MODAL)) if place.clause else False
    )
    if (
        asked
        or place.next in ("to", "yet", "only")
        or not (place.has_finite_verb or {"to", "because"} & {*place.segment, place.next})
    ):
        return None
    repeated = place.words.likely_tag(place.next) & Tag.PREPOSITION and place.next in place.segment
    named = place.after[0][0].isupper() and place.left_is_name
    opposed = place.next in _WHOLE or place.next in POSSESSIVES or repeated or named
    opposed = opposed or (place.next in ("for", "by", "from") and "but" in place.after[1:12])
    return Border(",", "the comma before a contrast was lost", 0.9) if opposed else None


def _before_full_name(place: Place) -> Border | None:
    """Whom the words before it mean, behind “one of them”, or in a report: `said its captain, Ana Bo, without`."""
    if not place.right[0].isupper() or place.right.isupper():
        return None
    name = [place.right, *takewhile(lambda word: word[0].isupper() or word in NAME_PARTICLES, place.after)]
    closed = place.after[len(name) - 1 : len(name)] == [","]
    titled = place.right in TITLES or place.words.is_given_name(place.right)
    if len(name) < 2 or not (titled or place.right_is_name):
        return None
    before = [word.lower() for word in place.segment[-2:]]
    counted = place.left in _GROUP and before[-1:] == ["of"]
    if counted and closed:
        return Border(",", "the comma that opens the apposition was lost", 0.9, proof=titled)
    near = [*place.segment[-4:], place.left]
    role = place.words.is_person_noun(place.left) or any(
        place.words.is_person_noun(word) and near[index + 1] in ("of", "for") for index, word in enumerate(near[:-1])
    )
    owned = "s" in near and {"’", "'"} & set(near) and place.verb_after_name()
    if role and (owned or _is_reported_by(place, closed=closed)):
        return Border(",", "the comma that opens the apposition was lost", 0.85)
    return None


def _is_reported_by(place: Place, *, closed: bool) -> bool:
    """Whether a verb of speech stands before who is meant: `says the museum’s director`, `said its captain`."""
    phrase = place.segment[-7:]
    verbs = [index for index, word in enumerate(phrase) if word in SPEECH]
    if not verbs or verbs[-1] + 1 >= len(phrase):
        return False
    described = phrase[verbs[-1] + 1 :]
    owned = described[0].lower() in POSSESSIVES or ("s" in described and bool({"’", "'"} & set(described)))
    known = described[0].lower() == "the" and closed
    return owned or known


def _before_quantity(place: Place) -> Border | None:
    """How many of them, or how much of it: `2 million crowns, of which half`, `an exchange of men, at least ten`."""
    if place.right == "of" and place.next in ("which", "whom"):
        counted = place.is_counted and place.words.likely_tag(place.left) & NOMINAL
        return Border(",", "the comma before a share was lost", 0.88) if counted else None
    counts = len(place.after) > 1 and (
        place.after[1][0].isdigit() or place.words.likely_tag(place.after[1]) & Tag.NUMBER
    )
    least = place.right == "at" and place.next in ("least", "most") and counts
    many = place.words.likely_tag(place.left) & Tag.PLURAL_NOUN and not place.left_is_name
    return Border(",", "the comma before a number was lost", 0.88) if least and many else None


def _before_compound(place: Place) -> Border | None:
    """A noun of which a name says which: `at the Wrzesna crossing and`; no participle of a subject."""
    word = place.clause[-1].lower() if place.clause else ""
    bare = word in ("the", "this", "its", "their") and place.left_is_name and place.right in _NAMED_PLACES
    ends = not place.next[:1].isalpha() or place.words.likely_tag(place.next) & (
        Tag.PREPOSITION | Tag.CONJUNCTION | FINITE | Tag.PAST_PARTICIPLE | Tag.RELATIVE
    )
    if not bare or not ends:
        return None
    return Border("", "a name and what it names ran together", 0.93, proof=len(place.left) > 4)


def _before_owner(place: Place) -> Border | None:
    """Where somebody with a given name and a surname belongs: `the teacher Ana Bo, of the school in Bari, says`."""
    full = place.clause_ends_with_name and place.words.is_given_name(place.clause[-1])
    owned = place.right == "of" and place.after and (place.next == "the" or place.after[0][0].isupper())
    if not (full and owned and place.left_is_name and place.encloses):
        return None
    return Border(",", "a phrase set off by commas lost the first one", 0.85)


def _before_narrowed_number(place: Place) -> Border | None:
    """How many of what follows, behind a source: `According to the union, of the 40 drivers, ten are ill`."""
    source = [word.lower() for word in place.clause[:2]] == ["according", "to"] and place.in_opening
    following = [word.lower() for word in place.after[:3]]
    counted = any(word[0].isdigit() or place.words.likely_tag(word) & Tag.NUMBER for word in following)
    opens = place.right == "of" and counted and "," in place.after
    return Border(",", "the comma after the opening phrase was lost", 0.88) if source and opens else None


def _before_which_is(place: Place) -> Border | None:
    """What is said of a thing in passing: `The sentence, which can be appealed, is the second`."""
    if place.right != "that" or place.left_is_name or not place.encloses or place.determiner != "the":
        return None
    if not place.words.likely_tag(place.left) & Tag.NOUN or not place.words.likely_tag(place.next) & FINITE:
        return None
    relative = "who" if place.words.is_person_noun(place.left) else "which"
    return Border(",", "a relative clause after it lost its comma", 0.8, instead=relative)


def _after_hidden_participle(place: Place) -> Border | None:
    """The verb behind an aside whose participle ran into its noun: `The millowned by the firm Wexa, could close`."""
    if not place.left_is_name or not place.likely & FINITE or place.has_finite_verb:
        return None
    hidden = any(follows == "by" and _hides_participle(place, word) for word, follows in pairwise(place.segment))
    return Border(",", "the comma that closes the clause was lost", 0.85) if hidden else None


def _hides_participle(place: Place, token: str) -> bool:
    """Whether a token that is no word is a noun and a participle: millowned."""
    if not token.islower() or place.words.is_word(token):
        return False
    return any(
        place.words.tags(token[at:]) & Tag.PAST_PARTICIPLE and place.words.likely_tag(token[:at]) & NOMINAL
        for at in range(3, len(token) - 3)
    )


def _before_listed_agent(place: Place) -> Border | None:
    """What a word for all stands for, with the same preposition: `trusted by all, by the old and by the young`."""
    if place.right != place.name_start or place.left not in ("everybody", "everyone", "all", "everything"):
        return None
    again = place.right in place.after[1:8]
    return Border(",", "words in a list lost their comma", 0.9, proof=True) if again else None


def _before_repeated(place: Place) -> Border | None:
    """The next item of a list that says its preposition each time: `to a man in Bern, to a bank and to the owner`."""
    listed = place.right in ("to", "in", "from", "by", "for", "with", "at") and _ends_noun(place)
    if not listed or place.right not in place.segment or place.right == place.name_start:
        return None
    if place.right == "to" and place.words.tags(place.next) & Tag.VERB_BASE:
        return None
    near = place.after[:12]
    last = [index for index, word in enumerate(near) if word == place.right]
    joined = any({"and", "or"} & set(near[max(0, index - 4) : index]) for index in last)
    return Border(",", "words in a list lost their comma", 0.85) if joined else None


def ends_pronoun(place: Place) -> bool:
    """Whether a pronoun ends what is before the border, though other words follow pronouns directly."""
    lower = place.left.lower()
    return lower in _GROUP | {"everybody", "everyone", "herself", "himself", "itself", "themselves", "him", "her", "me"}


APPOSITION_RULES = (
    _before_ranked,
    _before_part,
    _before_contrast,
    _before_full_name,
    _before_quantity,
    _before_compound,
    _before_owner,
    _before_narrowed_number,
    _before_which_is,
    _after_hidden_participle,
    _before_listed_agent,
    _before_repeated,
)
