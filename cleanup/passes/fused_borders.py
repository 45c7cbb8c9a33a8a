"""Decides what stood between two words that ran together: nothing but a space, a comma or a full stop.

A decision list: each rule looks at the word on the right, the word after it and the state of the clause on the left, and
says why. The first rule that speaks decides; the opposite is always offered as the next choice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from cleanup.lexicon.names import Names
from cleanup.lexicon.words import Tag, Words

VERB_AFTER_SUBJECT = "subject and verb ran together"
_ENDS = frozenset(".;:!?…“”\"«»(–—")
_FINITE = Tag.VERB_PRESENT | Tag.VERB_PAST | Tag.MODAL | Tag.AUXILIARY
_NOMINAL = Tag.NOUN | Tag.PLURAL_NOUN
_PHRASE_START = Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER

_RELATIVES = frozenset("which who whose whom".split())
_SUBORDINATORS = frozenset("after before since until when while as if although though because once whenever unless".split())
_ADVERSATIVES = frozenset("but while although though whereas including especially particularly namely".split())
_INTRO_PREPOSITIONS = frozenset(
    "in at on from for with by during through under over near between among across despite according according within "
    "without against to throughout behind beyond following amid along around outside inside unlike like until after "
    "before since of as".split()
)
_INTRO_ADVERBS = frozenset(
    "meanwhile however today yesterday tomorrow now then later earlier finally recently instead moreover therefore thus "
    "similarly eventually here there elsewhere currently last this next only".split()
)
_CONNECTIVES = frozenset("however meanwhile moreover therefore nevertheless nonetheless furthermore though".split())
_FIXED_PHRASES = (
    ("for", "its", "part"), ("for", "his", "part"), ("for", "her", "part"), ("for", "their", "part"),
    ("for", "example"), ("for", "instance"), ("in", "fact"), ("in", "turn"), ("on", "the", "other"), ("on", "the", "contrary"),
    ("in", "contrast"), ("by", "contrast"), ("of", "course"), ("in", "particular"), ("in", "addition"), ("at", "least"),
    ("such", "as"), ("along", "with"), ("together", "with"), ("according", "to"), ("thanks", "to"),
    ("just", "when"), ("just", "as"), ("even", "though"), ("even", "if"), ("even", "as"), ("rather", "than"),
    ("after", "all"), ("above", "all"), ("among", "others"),
)  # fmt: skip
_AFTER_PARTICIPLE = frozenset("by in at on as to from between with for during near under of since behind into".split())
_TIME = frozenset(
    "ago later earlier today yesterday tonight day days week weeks month months year years morning evening night afternoon "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december hours minutes moment time weekend summer winter spring autumn season century".split()
)
# Participles that mostly narrow a name down, without a comma (counted in four million words of news and encyclopaedia).
_NARROWING = frozenset(
    "following speaking living meeting reporting qualifying regarding shooting building training racing operating being "
    "competing using showing starring featuring teaching demanding flying recording painting shipping concerning during".split()
)
_PLACING = frozenset("located situated known born nicknamed".split())
_GIVING = frozenset("told tells give gives gave given offer offered offers send sent sends grant granted paid owed showed".split())
_PRONOUNS = frozenset("he she it they we i you there this".split())
_REFLEXIVES = frozenset("itself himself herself themselves alone too also".split())
_DESCRIBING = frozenset(
    "home capital seat host hosts birthplace son daughter wife husband widow father mother brother sister head leader "
    "member former current author founder winner champion champions owner part site scene symbol gateway heir first "
    "second third last then now currently already previously formerly once aged both all known".split()
)
_NAME_PARTICLES = frozenset("de da do dos das di del della van von der den la le al el bin ibn d l of the and".split())


@dataclass(frozen=True, slots=True)
class Border:
    """What stands between the parts, whether a comma also follows the right part, how sure that is, and why."""

    mark: str
    reason: str
    confidence: float
    closing: bool = False

    @property
    def other(self) -> str:
        """The mark of the second choice."""
        return "" if self.mark else ","


@dataclass(frozen=True)
class Place:
    """A border: the sentence's words and marks before the left part, both parts, and what follows the right one."""

    words: Words
    names: Names
    before: Sequence[str]
    left: str
    right: str
    after: Sequence[str]
    left_is_name: bool
    right_is_name: bool = False

    @property
    def left_is_function_word(self) -> bool:
        """Whether the left part is a word that binds to what follows: no mark can stand after it."""
        binding = (
            Tag.DETERMINER | Tag.POSSESSIVE | Tag.PREPOSITION | Tag.CONJUNCTION | Tag.RELATIVE | Tag.MODAL | Tag.AUXILIARY
            | Tag.INFINITIVE | Tag.PRONOUN
        )  # fmt: skip
        lower = self.left.lower()
        return not self.left_is_name and bool(self.words.likely_tag(lower) & binding) or lower in ("not", "just", "also")

    @property
    def clause_ends_with_name(self) -> bool:
        """Whether a capitalised word stands before the left part."""
        return bool(self.clause) and self.clause[-1][0].isupper()

    @cached_property
    def name_start(self) -> str:
        """The word before the name that the left part ends, in lower case: “in” of “in New York”."""
        words = [*self.clause]
        while words and (words[-1][0].isupper() or words[-1] in ("’", "'", "-")) and len(words) > 1:
            words.pop()
        return words[-1].lower() if words else ""

    @cached_property
    def tags(self) -> Tag:
        """What the right part can be."""
        return self.words.tags(self.right)

    @cached_property
    def likely(self) -> Tag:
        """What the right part most likely is."""
        return self.words.likely_tag(self.right)

    @cached_property
    def next(self) -> str:
        """The word after the right part, in lower case; empty at the end."""
        return self.after[0].lower() if self.after else ""

    @cached_property
    def clause(self) -> list[str]:
        """Words and commas since the last mark that ends a clause, without the left part."""
        start = max((i + 1 for i, word in enumerate(self.before) if word in _ENDS), default=0)
        return list(self.before[start:])

    @cached_property
    def segment(self) -> list[str]:
        """The clause after its last comma, without the left part."""
        return self.clause[self._last_comma + 1 :]

    @cached_property
    def head(self) -> list[str]:
        """The clause before its last comma; empty where it has none."""
        return self.clause[: max(self._last_comma, 0)]

    @cached_property
    def _last_comma(self) -> int:
        return max((i for i, word in enumerate(self.clause) if word == ","), default=-1)

    def is_finite(self, sequence: Sequence[str], index: int) -> bool:
        """Whether the word at that index is a finite verb, by its likely tag and the word before it."""
        word = sequence[index]
        if not word[0].islower():
            return False
        if index and sequence[index - 1] in _RELATIVES and self.words.tags(word) & (_FINITE | Tag.VERB_BASE):
            return True
        if not self.words.likely_tag(word) & _FINITE:
            return False
        before = self.words.likely_tag(sequence[index - 1]) if index else Tag.NONE
        return not before & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.PREPOSITION | Tag.INFINITIVE | Tag.ADJECTIVE)

    def finite_verbs(self, sequence: Sequence[str]) -> int:
        """How many finite verbs stand in a sequence of words (a chain of auxiliaries counts as one)."""
        found = [i for i in range(len(sequence)) if self.is_finite(sequence, i)]
        return sum(1 for i in found if i - 1 not in found)

    @cached_property
    def in_opening(self) -> bool:
        """Whether the clause so far is an opening phrase (In Rome; After the vote in Rome) that its subject follows."""
        clause = self.segment if self.head and self.finite_verbs(self.head) else self.clause
        if "," in clause and not self._is_listing(clause):
            return False
        while clause and clause[0].lower() in ("and", "but", "or", "that"):
            clause = clause[1:]
        first = clause[0].lower() if clause else self.left.lower()
        verbs = self.finite_verbs(clause)
        if first in _SUBORDINATORS and verbs == 1:
            return True
        opens = first in _INTRO_PREPOSITIONS or first in _INTRO_ADVERBS
        return opens and verbs == 0 and bool(clause or first in _INTRO_ADVERBS)

    @staticmethod
    def _is_listing(clause: Sequence[str]) -> bool:
        commas = [i for i, word in enumerate(clause) if word == ","]
        return all(i and i + 1 < len(clause) and clause[i - 1][0].isupper() and clause[i + 1][0].isupper() for i in commas)

    @cached_property
    def apposed_name(self) -> bool:
        """Whether the left part ends a name that a comma after its description opened (the president, Anna Rossi)."""
        if not self.head or not self.left_is_name:
            return False
        names = all(word[0].isupper() or word.lower() in _NAME_PARTICLES or not word[0].isalpha() for word in self.segment)
        return names and self._describes(self._chunk)

    @cached_property
    def _chunk(self) -> list[str]:
        """What stands between the last two commas."""
        breaks = {",", "that", "when", "while", "because", "after", "which", "who", "but"}
        start = max((i + 1 for i, word in enumerate(self.head) if word in breaks), default=0)
        return self.head[start:] or self.head

    def _describes(self, chunk: Sequence[str]) -> bool:
        """Whether a phrase says who a person is: it ends with a role, or with “a role of” something."""
        if not chunk or self._opens_only(chunk):
            return False
        last = chunk[-1]
        determined = self.words.likely_tag(chunk[0]) & (Tag.DETERMINER | Tag.POSSESSIVE)
        if self.words.is_person_noun(last) and (last[0].islower() or determined):
            return True
        if determined and self._begins_with_given_name and self.words.tags(last) & _NOMINAL and last[0].islower():
            return True
        links = [i for i, word in enumerate(chunk) if word in ("of", "for", "in", "from", "at") and i][-2:]
        return any(self.words.is_person_noun(chunk[i - 1]) for i in links) and self.finite_verbs(chunk[links[0] :]) == 0

    @cached_property
    def _begins_with_given_name(self) -> bool:
        """Whether a given name and at least one more stand between the comma and the border."""
        return bool(self.segment) and self.words.is_given_name(self.segment[0])

    @cached_property
    def apposed_place(self) -> bool:
        """Whether the left part is a country after one of its places (in Lyon, France)."""
        if not self.head or not self.left_is_name or not all(word[0].isupper() for word in self.segment):
            return False
        words = list(self.head)
        while words and (words[-1][0].isupper() or words[-1] in (",", "-", "’", "'")):
            words.pop()
        return len(words) < len(self.head) and bool(words) and words[-1] in ("in", "at", "near", "from", "of", "to", "outside")

    @cached_property
    def open_aside(self) -> bool:
        """Whether a relative clause, a participle or an apposition stands open since the last comma, after its subject."""
        if not self.head or self._opens_only(self._chunk) and self.head[-1] not in _RELATIVES:
            return False
        segment = [*self.segment, self.left]
        first = segment[0].lower()
        verbs = self.finite_verbs(segment)
        if first in _SUBORDINATORS or first in ("and", "but", "or") or self.inner_clause or self.in_list:
            return False
        if first in ("such", "like", "including", "especially", "notably", "among"):
            return verbs == 0
        if self.head[-1] in _RELATIVES:
            return verbs == 0
        if first in _RELATIVES or first == "where":
            return verbs == 1
        tags = self.words.tags(first)
        starts = tags & (Tag.GERUND | Tag.PAST_PARTICIPLE | Tag.PREPOSITION | Tag.DETERMINER | Tag.POSSESSIVE)
        before = self._main_part(self.head)
        role = any(word[0].islower() and self.words.is_person_noun(word) for word in segment[:5])
        return bool(starts or role or first in _DESCRIBING) and verbs == 0 and bool(before) and self.finite_verbs(before) == 0

    def _main_part(self, head: Sequence[str]) -> Sequence[str]:
        """The head since the last relative pronoun or comma: where the interrupted subject stands."""
        starts = [i + 1 for i, word in enumerate(head) if word in _RELATIVES or word in ("that", ",")]
        part = head[starts[-1] :] if starts else head
        return part or head

    def _opens_only(self, head: Sequence[str]) -> bool:
        """Whether what stands before the comma is an opening phrase, not an interrupted subject."""
        while len(head) > 1 and head[0].lower() in ("and", "but", "even", "also", "just", "only", "or", "yet", "so"):
            head = head[1:]
        first, last = head[0].lower(), head[-1].lower()
        if first in _INTRO_PREPOSITIONS or first in _SUBORDINATORS or (first in _INTRO_ADVERBS and len(head) < 4):
            return True
        if first == "per" or self.words.likely_tag(first) & (Tag.GERUND | Tag.PAST_PARTICIPLE):
            return True
        if len(head) == 1 and (self.words.likely_tag(first) & (Tag.ADVERB | Tag.CONJUNCTION) or first in _TIME):
            return True
        return last in _TIME or (len(head) < 8 and any(word.lower() in _TIME for word in head[:3]))

    @property
    def opens_clause(self) -> bool:
        """Whether what stands before the last comma only opens the clause, so that its subject follows."""
        return bool(self.head) and self._opens_only(self.head) and self.finite_verbs(self.head) == 0

    @property
    def left_is_modifier(self) -> bool:
        """Whether the left part is an adjective of a place or a party: Israeli, Democratic."""
        return self.names.is_demonym(self.left) or bool(self.words.likely_tag(self.left) & Tag.ADJECTIVE)

    @cached_property
    def subject_has_verb(self) -> bool:
        """Whether the words since the last comma, conjunction or relative already hold a finite verb."""
        starters = _SUBORDINATORS | _RELATIVES | {"that", "and", "but", "or", "where", "how", "why"}
        last = max((i for i, word in enumerate(self.segment) if word.lower() in starters), default=-1)
        part = self.segment[last + 1 :]
        if not part and last < 0 and self.head:
            return False
        named = all(word[0].isupper() or word.lower() in _NAME_PARTICLES for word in part)
        if named and (last >= 0 or self.head or not part):
            return False
        return self.finite_verbs(part) > 0

    @cached_property
    def inner_clause(self) -> bool:
        """Whether a clause of its own (that, since, how) begins inside the words since the last comma."""
        starters = _SUBORDINATORS | _RELATIVES | {"that", "how", "why", "where"}
        return any(word.lower() in starters for word in self.segment[1:])

    @cached_property
    def in_list(self) -> bool:
        """Whether the words since the last comma end a list (Germany, South Korea and the United States)."""
        return any(word in ("and", "or") for word in self.segment) and bool(self.head) and self.head[-1][0].isupper()

    @cached_property
    def has_finite_verb(self) -> bool:
        """Whether the clause on the left already has its verb."""
        return self.finite_verbs(self.clause) > 0

    def verb_after_comma(self) -> bool:
        """Whether a later comma in the sentence is followed by the clause's verb: then an aside begins here."""
        for index, word in enumerate(self.after[:-1]):
            if word in _ENDS:
                return False
            if word == ",":
                following = self.after[index + 1]
                return self.is_finite([",", following], 1) or following in ("he", "she", "it", "they")
        return False

    def starts_phrase(self, *following: str) -> bool:
        """Whether the right part and what follows begin with these words."""
        text = [self.right.lower(), *(word.lower() for word in self.after[: len(following)])]
        return text[: len(following)] == [word for word in following]


_Rule = Callable[[Place], Border | None]


def decide(place: Place) -> Border:
    """What stood between the two parts."""
    if place.left_is_function_word:
        return Border("", "two words ran together", 0.97)
    for rule in _RULES:
        border = rule(place)
        if border is not None:
            return border
    return Border("", "two words ran together", 0.85)


def _before_capital(place: Place) -> Border | None:
    """A capitalised pronoun or article after a word begins a sentence; a name after a word just follows."""
    if not place.right[0].isupper() or place.right.isupper() and len(place.right) > 1:
        return None
    if place.right_is_name or place.words.may_be_proper(place.right):
        return None
    opens = place.tags & (Tag.DETERMINER | Tag.PRONOUN | Tag.POSSESSIVE | Tag.PREPOSITION | Tag.CONJUNCTION)
    if opens and place.has_finite_verb:
        return Border(".", "a sentence begins after it and the full stop was lost", 0.8)
    return None


def _between_names(place: Place) -> Border | None:
    if not (place.left_is_name and place.right_is_name):
        return None
    words, names = place.words, place.names
    together = f"{place.left} {place.right}"
    if names.lookup(together) or names.is_english_name(together) or words.is_person_noun(place.left):
        return Border("", "two words of one name ran together", 0.9)
    common = words.is_word(place.right.lower()) and not words.is_given_name(place.right)
    if common or words.is_given_name(place.left) and not (names.lookup(place.left) or names.is_english_name(place.left)):
        return Border("", "two words of one name ran together", 0.75)
    return Border(",", "names in a list lost their comma", 0.85)


def _before_relative(place: Place) -> Border | None:
    if place.right in _RELATIVES or place.right == "where":
        return _relative_comma(place)
    if place.right == "when" and place.left_is_name:
        if place.words.tags(place.next) & Tag.PAST_PARTICIPLE:
            return Border(",", "a clause that begins with when lost its comma", 0.8)
        return Border("", "two words ran together", 0.7)
    return None


def _relative_comma(place: Place) -> Border:
    """A comma after a name; none where the clause says which ones of many are meant."""
    if not place.left_is_name and place.right != "which":
        return Border("", "two words ran together", 0.75)
    plural = place.words.tags(place.left) & Tag.PLURAL_NOUN or place.left.endswith("ians")
    if place.left_is_name and plural and not place.clause_ends_with_name:
        return Border("", "two words ran together", 0.65)
    return Border(",", "a relative clause after it lost its comma", 0.93)


def _after_place(place: Place) -> Border | None:
    """In Lyon, France, …: the comma opened before the country is closed after it."""
    if place.left_is_modifier or place.right in ("and", "or", "of") or place.likely & _NOMINAL:
        return None
    subject = place.opens_clause and place.likely & (_FINITE | Tag.PAST_PARTICIPLE)
    if place.apposed_place and not subject:
        return Border(",", "the comma that closes the apposition was lost", 0.85)
    return None


def _before_fixed_phrase(place: Place) -> Border | None:
    if not place.left_is_name:
        return None
    for first, *rest in _FIXED_PHRASES:
        if place.right == first and [word.lower() for word in place.after[: len(rest)]] == rest:
            return Border(",", f"the comma before “{' '.join([first, *rest])}” was lost", 0.85)
    return None


def _before_connective(place: Place) -> Border | None:
    if place.right in _CONNECTIVES:
        closing = place.next not in (",", ".", ";", "")
        return Border(",", "the commas around it were lost", 0.85, closing)
    return None


def _before_adversative(place: Place) -> Border | None:
    if place.right in _ADVERSATIVES and (place.left_is_name or place.right in ("but", "while", "although", "though", "whereas")):
        return Border(",", f"the comma before “{place.right}” was lost", 0.9)
    return None


def _before_and(place: Place) -> Border | None:
    if place.right not in ("and", "or"):
        return None
    if place.apposed_name and not (place.after and place.after[0][0].isupper()):
        return Border(",", "the comma that closes the apposition was lost", 0.8)
    return Border("", "two words ran together", 0.9)


def _before_subordinator(place: Place) -> Border | None:
    if place.right in ("as", "because", "if", "after", "before", "until", "since", "than", "that", "once", "unless"):
        if place.apposed_name:
            return Border(",", "the comma that closes the apposition was lost", 0.7)
        return Border("", "two words ran together", 0.85)
    return None


def _before_preposition(place: Place) -> Border | None:
    if not place.likely & (Tag.PREPOSITION | Tag.INFINITIVE | Tag.PARTICLE):
        return None
    if place.apposed_name and not place.has_finite_verb and place.right not in ("of", "from"):
        return Border(",", "the comma that closes the apposition was lost", 0.6)
    return Border("", "two words ran together", 0.88)


def _before_gerund(place: Place) -> Border | None:
    if place.tags & Tag.GERUND and place.right.endswith("ing") and not place.likely & _NOMINAL:
        modifier = place.left_is_modifier or place.right in _NARROWING
        if not place.left_is_name or modifier or place.name_start in ("a", "an") or (place.segment and place.segment[0].lower() == "with"):
            return Border("", "two words ran together", 0.7)
        return Border(",", "a clause that begins with a participle lost its comma", 0.8)
    return None


def _before_pronoun(place: Place) -> Border | None:
    if place.right not in _PRONOUNS:
        return None
    if place.in_opening:
        return Border(",", "the comma after the opening phrase was lost", 0.85)
    return Border("", "two words ran together", 0.6)


def _before_reflexive(place: Place) -> Border | None:
    if place.right not in _REFLEXIVES:
        return None
    following = place.words.likely_tag(place.next) if place.next[:1].isalpha() else Tag.NONE
    if following & (Tag.DETERMINER | Tag.POSSESSIVE):
        return Border(",", "an apposition lost its comma", 0.8)
    return Border("", "two words ran together", 0.85)


def _before_verb(place: Place) -> Border | None:
    if not place.likely & (_FINITE | Tag.PAST_PARTICIPLE) and not _reads_as_verb(place):
        return None
    if place.apposed_name:
        return Border(",", "the comma that closes the apposition was lost", 0.9)
    may_be_participle = place.tags & Tag.PAST_PARTICIPLE and not place.tags & (Tag.AUXILIARY | Tag.MODAL)
    if may_be_participle and place.verb_after_comma():
        return Border(",", "a clause set off by commas lost the first one", 0.85)
    if place.open_aside:
        return Border(",", "the comma that closes the clause was lost", 0.85)
    if place.right in _PLACING and place.left_is_name and place.next in _AFTER_PARTICIPLE:
        return Border(",", "a clause that begins with a participle lost its comma", 0.7)
    if may_be_participle and place.left_is_name and place.subject_has_verb and place.next in _AFTER_PARTICIPLE:
        return Border(",", "a clause that begins with a participle lost its comma", 0.75)
    return Border("", VERB_AFTER_SUBJECT, 0.88)


def _reads_as_verb(place: Place) -> bool:
    """Whether a word that is more often a noun is a verb here: speaks, plans, dates before what a verb takes."""
    if not place.tags & (Tag.VERB_PRESENT | Tag.VERB_PAST):
        return False
    following = place.words.likely_tag(place.next) if place.next[:1].isalpha() else Tag.NONE
    return bool(following & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.PRONOUN | Tag.INFINITIVE)) or place.next in ("back", "that")


def _before_phrase(place: Place) -> Border | None:
    """A determiner or number after a name, or after an opening phrase."""
    starts = place.likely & _PHRASE_START or (place.right[0].isdigit())
    if not starts or place.right == "that":
        return None
    if place.in_opening:
        return Border(",", "the comma after the opening phrase was lost", 0.85)
    if place.left_is_name:
        told = place.name_start in _GIVING
        return Border("" if told else ",", "two words ran together" if told else "an apposition lost its comma", 0.8)
    tags = place.words.likely_tag(place.left)
    if tags & _NOMINAL and place.has_finite_verb:
        return Border(",", "an apposition lost its comma", 0.65)
    return None


def _before_description(place: Place) -> Border | None:
    """A noun without article that says who or what the name before it is, or the subject after an opening phrase."""
    if not place.left_is_name or not place.tags & (_NOMINAL | Tag.ADJECTIVE | Tag.ADVERB | Tag.PAST_PARTICIPLE):
        return None
    if place.left_is_modifier or place.right in _TIME:
        return None
    opener = place.clause[0].lower() if place.clause else ""
    if opener in _SUBORDINATORS and place.tags & (Tag.VERB_PRESENT | Tag.VERB_BASE) and not place.has_finite_verb:
        return None
    if not place.next[:1].isalnum():
        return None
    person = place.clause_ends_with_name and place.words.is_given_name(place.clause[-1])
    describes = place.right in _DESCRIBING or place.words.is_person_noun(place.right)
    if describes and (place.next in ("of", "for", "to", "from", "at", "in", "on", "and") and (person or place.right in _DESCRIBING)):
        return Border(",", "an apposition lost its comma", 0.85)
    if describes and place.verb_after_comma():
        return Border(",", "an apposition lost its comma", 0.8)
    person = place.words.is_person_noun(place.right)
    if place.in_opening and place.name_start in _INTRO_PREPOSITIONS and not (person and place.clause[0] == "According"):
        return Border(",", "the comma after the opening phrase was lost", 0.75)
    if place.verb_after_comma() and not place.tags & _NOMINAL:
        return Border(",", "a phrase set off by commas lost the first one", 0.7)
    return None


def _before_adverb(place: Place) -> Border | None:
    known = place.right in ("formerly", "previously", "also") and place.next in ("known", "called", "a", "an", "the")
    if known and place.left_is_name:
        return Border(",", "an apposition lost its comma", 0.8)
    if place.likely & Tag.ADVERB and place.apposed_name and not place.has_finite_verb:
        return Border(",", "the comma that closes the apposition was lost", 0.8)
    if place.likely & Tag.ADVERB and place.in_opening and place.left_is_name:
        return Border(",", "the comma after the opening phrase was lost", 0.65)
    return None


_RULES: tuple[_Rule, ...] = (
    _before_capital,
    _between_names,
    _before_fixed_phrase,
    _before_relative,
    _before_connective,
    _after_place,
    _before_adversative,
    _before_and,
    _before_subordinator,
    _before_adverb,
    _before_reflexive,
    _before_pronoun,
    _before_gerund,
    _before_verb,
    _before_phrase,
    _before_preposition,
    _before_description,
)
