"""Reads the clause on the left of a border between two words: what stands open in it, and what it still lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from cleanup.lexicon.names import Names
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import Tag, Words
from cleanup.passes.fused_words.lists import (
    DESCRIBING,
    INTRO_ADVERBS,
    INTRO_PREPOSITIONS,
    NAME_PARTICLES,
    PRONOUNS,
    REFLEXIVES,
    RELATIVES,
    SUBORDINATORS,
    TIME,
    TITLES,
)

ENDS = frozenset('.;:!?…“”"«»(–—')
FINITE = Tag.VERB_PRESENT | Tag.VERB_PAST | Tag.MODAL | Tag.AUXILIARY
_FOREIGN_PARTICLES = NAME_PARTICLES - {"the", "of", "and"}
_LONGEST_WITH_ONE = 5  # words: its very last one
_BODIES = word_class("acting_bodies", "bearers_of_names")
_PREDETERMINERS = frozenset(("half", "all", "both", "twice", "such"))
_AGENTIVE = ("er", "or", "ers", "ors", "ist", "ists", "ian", "ians")
NOMINAL = Tag.NOUN | Tag.PLURAL_NOUN


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
            Tag.DETERMINER | Tag.POSSESSIVE | Tag.PREPOSITION | Tag.CONJUNCTION | Tag.RELATIVE | Tag.MODAL
            | Tag.AUXILIARY | Tag.INFINITIVE | Tag.PRONOUN
        )  # fmt: skip
        lower = self.left.lower()
        if lower in _PREDETERMINERS and self.likely & (Tag.DETERMINER | Tag.POSSESSIVE):
            return True  # half the hazelnuts
        if lower in REFLEXIVES and self.likely & FINITE and self.open_aside:
            return False  # asked to recuse herself, did so
        return (not self.left_is_name and bool(self.words.likely_tag(lower) & binding)) or lower in (
            "not",
            "just",
            "also",
        )

    @property
    def clause_ends_with_name(self) -> bool:
        """Whether a capitalised word stands before the left part."""
        return bool(self.clause) and self.clause[-1][0].isupper()

    @cached_property
    def name_start(self) -> str:
        """The word before the name that the left part ends, in lower case: “in” of “in New York”."""
        words = [*self.clause]
        while len(words) > 1 and (
            words[-1][0].isupper()
            or words[-1] in ("’", "'", "-")
            or (words[-1] in _FOREIGN_PARTICLES and words[-2][0].isupper())
        ):
            words.pop()
        return words[-1].lower() if words else ""

    @property
    def name_is_governed(self) -> bool:
        """Whether a preposition stands before the name, or before its article: of the USSR, between Linz and Graz."""
        words = [word.lower() for word in self.clause]
        while words and not self.words.likely_tag(words[-1]) & Tag.PREPOSITION:
            lower = self.clause[len(words) - 1][0].islower()
            if lower and words[-1] not in ("the", "and", "or"):
                return False
            words.pop()
        return bool(words)

    @property
    def name_begins_clause(self) -> bool:
        """Whether the name is the subject behind an opening phrase: In the past Schmidt publicly."""
        return bool(self.words.likely_tag(self.name_start) & (NOMINAL | Tag.ADVERB))

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
        before = self.before
        # Prof. Anna Rossi
        titled = {i for i, word in enumerate(before) if i and word == "." and before[i - 1] in TITLES}
        start = max((i + 1 for i, word in enumerate(before) if word in ENDS and i not in titled), default=0)
        return list(before[start:])

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
        word = sequence[index] if index < len(sequence) else ""
        if not word[:1].islower():
            return False
        if index and sequence[index - 1] in RELATIVES and self.words.tags(word) & (FINITE | Tag.VERB_BASE):
            return True
        if not self.words.likely_tag(word) & FINITE:
            return self._has_object(sequence, index)
        before = self.words.likely_tag(sequence[index - 1]) if index else Tag.NONE
        return not before & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.PREPOSITION | Tag.INFINITIVE | Tag.ADJECTIVE)

    def _has_object(self, sequence: Sequence[str], index: int) -> bool:
        """Whether a past form that is more often a participle is the verb: between its subject and object."""
        words = self.words
        if not index or not words.tags(sequence[index]) & Tag.VERB_PAST:
            return False
        before, last = words.likely_tag(sequence[index - 1].lower()), index + 1 == len(sequence)
        if before & Tag.PRONOUN:
            return True
        after = Tag.NONE if last else words.likely_tag(sequence[index + 1].lower())
        subject = before & NOMINAL or sequence[index - 1][0].isupper()
        return bool(subject and after & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER))

    def finite_verbs(self, sequence: Sequence[str]) -> int:
        """How many finite verbs stand in a sequence of words (a chain of auxiliaries counts as one)."""
        found = [i for i in range(len(sequence)) if self.is_finite(sequence, i)]
        return sum(1 for i in found if i - 1 not in found)

    @cached_property
    def in_opening(self) -> bool:
        """Whether the clause so far is an opening phrase (In Rome; After the vote in Rome) that its subject follows."""
        joined = self.segment[:1] in (["and"], ["but"])
        clause = self.segment if self.head and (joined or self.finite_verbs(self.head)) else self.clause
        if "," in clause and not self._is_listing(clause):
            return False
        while clause and clause[0].lower() in ("and", "but", "or", "that"):
            clause = clause[1:]
        first = clause[0].lower() if clause else self.left.lower()
        verbs = self.finite_verbs(clause)
        if first in ("this", "last", "next") and not any(word.lower() in TIME for word in [*clause, self.left][1:3]):
            return False
        if first in SUBORDINATORS and verbs == 1:
            return True
        if not clause:
            return first in INTRO_ADVERBS and first not in INTRO_PREPOSITIONS
        opens = first in INTRO_PREPOSITIONS or first in INTRO_ADVERBS or self._opens_with_participle(clause)
        if (not self.left_is_name and self._has_subject(clause)) or self._begins_subject(clause):
            return False
        return opens and verbs == 0 and bool(clause or first in INTRO_ADVERBS)

    def _opens_with_participle(self, clause: Sequence[str]) -> bool:
        """Whether a participle begins the sentence (Founded in Genoa; Far from helping), with something behind it."""
        if clause[:2] in (["Far", "from"], ["far", "from"]):
            return True
        verbal = bool(clause) and self.words.likely_tag(clause[0].lower()) & (Tag.PAST_PARTICIPLE | Tag.GERUND)
        linked = len(clause) > 1 and bool(self.words.likely_tag(clause[1]) & Tag.PREPOSITION)
        return bool(verbal) and linked and clause[0][0].isupper()

    def _has_subject(self, clause: Sequence[str]) -> bool:
        """Whether the left part is the verb behind an opening phrase: In 2018 she received."""
        verb = self.words.likely_tag(self.left) & (FINITE | Tag.VERB_BASE | Tag.PAST_PARTICIPLE | Tag.GERUND)
        return bool(verb) or any(word in ("he", "she", "they", "we", "I", "it") for word in clause)

    def _begins_subject(self, clause: Sequence[str]) -> bool:
        """Whether the subject stands behind a year that opens the sentence: In 2022 a house in Geneva."""
        year = len(clause) > 4 and clause[0] in ("In", "Since", "By") and clause[1].isdigit() and len(clause[1]) == 4
        return year and clause[2] in ("a", "an", "the", "its", "their", "his", "her")

    @staticmethod
    def _is_listing(clause: Sequence[str]) -> bool:
        commas = [i for i, word in enumerate(clause) if word == ","]
        return all(
            i and i + 1 < len(clause) and clause[i - 1][0].isupper() and clause[i + 1][0].isupper() for i in commas
        )

    @cached_property
    def apposed_name(self) -> bool:
        """Whether the left part ends a name that a comma after its description opened (the president, Anna Rossi)."""
        if not self.head or not self.left_is_name:
            return False
        names = all(
            word == "." or word[0].isupper() or word.lower() in NAME_PARTICLES or not word[0].isalpha()
            for word in self.segment
        )
        return names and (self._describes(self._chunk) or self._describes(self._subject_behind_opening))

    @cached_property
    def _subject_behind_opening(self) -> list[str]:
        """The last phrase with an article and a role in the words before the comma: `On Monday the mayor of Lima`."""
        chunk = self._chunk
        roles = [i for i, word in enumerate(chunk) if word[0].islower() and self._may_be_named(word)]
        starts = [i for i in range(roles[-1]) if chunk[i].lower() in ("the", "a", "its", "their")] if roles else []
        if not starts or any(chunk[i].lower() in INTRO_PREPOSITIONS for i in range(starts[-1] - 1, starts[-1])):
            return []
        subject = chunk[starts[-1] :]
        bare = not any(word in ("in", "at", "to", "on", "with", "by") for word in chunk[roles[-1] :])
        return subject if bare and self.finite_verbs(subject) == 0 else []

    @cached_property
    def _chunk(self) -> list[str]:
        """What stands between the last two commas."""
        breaks = {",", "that", "when", "while", "because", "after", "which", "who", "but"}
        start = max((i + 1 for i, word in enumerate(self.head) if word in breaks), default=0)
        return self.head[start:] or self.head

    def _describes(self, chunk: Sequence[str]) -> bool:
        """Whether a phrase says who a person is: it ends with a role, or with “a role of” something."""
        ends_with_one = chunk[-1:] == ["one"] and 1 < len(chunk) < _LONGEST_WITH_ONE
        if ends_with_one and self._begins_with_given_name and self.finite_verbs(chunk) == 0:
            return True  # their last one, Anna Rossi
        if not chunk or self._opens_only(chunk):
            return False
        if chunk[-1] in ("there", "here") and len(chunk) > 2:
            chunk = chunk[:-1]
        last = chunk[-1]
        determined = self.words.likely_tag(chunk[0]) & (Tag.DETERMINER | Tag.POSSESSIVE)
        if self.words.is_person_noun(last) and (last[0].islower() or determined):
            return True
        if determined and last in _BODIES and self.finite_verbs(chunk) == 0:
            return True
        if determined and self._begins_with_given_name and self.words.tags(last) & NOMINAL and last[0].islower():
            return True
        links = [i for i, word in enumerate(chunk) if word in ("of", "for", "in", "from", "at") and i][-2:]
        return any(self.words.is_person_noun(chunk[i - 1]) for i in links) and self.finite_verbs(chunk[links[0] :]) == 0

    def _may_be_named(self, word: str) -> bool:
        """Whether a noun means a person or a body, whose name can stand beside it."""
        return self.words.is_person_noun(word) or word in _BODIES

    @cached_property
    def _begins_with_given_name(self) -> bool:
        """Whether a given name and at least one more stand between the comma and the border."""
        named = [word for word in self.segment if word not in TITLES and word != "."]
        return bool(named) and self.words.is_given_name(named[0])

    @cached_property
    def apposed_place(self) -> bool:
        """Whether the left part is a country after one of its places (in Lyon, France)."""
        if not self.head or not self.left_is_name or not all(word[0].isupper() for word in self.segment):
            return False
        words = list(self.head)
        while words and (words[-1][0].isupper() or words[-1] in (",", "-", "’", "'")):
            words.pop()
        return (
            len(words) < len(self.head)
            and bool(words)
            and words[-1] in ("in", "at", "near", "from", "of", "to", "outside")
        )

    @cached_property
    def open_aside(self) -> bool:
        """Whether a relative clause, a participle or an apposition stands open since the last comma."""
        if not self.head or (self._opens_only(self._chunk) and self.head[-1] not in RELATIVES):
            return False
        segment = [*self.segment, self.left]
        first = segment[0].lower()
        verbs = self.finite_verbs(segment)
        if first in SUBORDINATORS or first in ("and", "but", "or") or self.inner_clause or self.in_list:
            return False
        if first in ("such", "like", "including", "especially", "notably", "among"):
            return verbs == 0
        if self.head[-1] in RELATIVES:
            return verbs == 0
        if first in RELATIVES or first == "where":
            return verbs == 1
        tags = self.words.tags(first)
        starts = tags & (Tag.GERUND | Tag.PAST_PARTICIPLE | Tag.PREPOSITION | Tag.DETERMINER | Tag.POSSESSIVE)
        before = self._main_part(self.head)
        role = any(word[0].islower() and self.words.is_person_noun(word) for word in segment[:5])
        return (
            bool(starts or role or first in DESCRIBING)
            and verbs == 0
            and bool(before)
            and self.finite_verbs(before) == 0
        )

    def _main_part(self, head: Sequence[str]) -> Sequence[str]:
        """The head since the last relative pronoun, comma or report: where the interrupted subject stands."""
        breaks = {*RELATIVES, "that", ",", "said", "says"}
        starts = [i + 1 for i, word in enumerate(head) if word in breaks]
        part = head[starts[-1] :] if starts else head
        return part or head

    def _opens_only(self, head: Sequence[str]) -> bool:
        """Whether what stands before the comma is an opening phrase, not an interrupted subject."""
        while len(head) > 1 and head[0].lower() in ("and", "but", "even", "also", "just", "only", "or", "yet", "so"):
            head = head[1:]
        first, last = head[0].lower(), head[-1].lower()
        if first in INTRO_PREPOSITIONS or first in SUBORDINATORS or (first in INTRO_ADVERBS and len(head) < 4):
            return True
        if first == "per" or self.words.likely_tag(first) & (Tag.GERUND | Tag.PAST_PARTICIPLE):
            return True
        if len(head) == 1 and (self.words.likely_tag(first) & Tag.CONJUNCTION or first in TIME):
            return True
        if all(self.words.likely_tag(word.lower()) & Tag.ADVERB for word in head):
            return True  # Shortly afterwards, …
        return last in TIME or (len(head) < 8 and any(word.lower() in TIME for word in head[:3]))

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
        starters = SUBORDINATORS | RELATIVES | {"that", "and", "but", "or", "where", "how", "why"}
        last = max((i for i, word in enumerate(self.segment) if word.lower() in starters), default=-1)
        part = self.segment[last + 1 :]
        if not part and last < 0 and self.head:
            return False
        named = all(word[0].isupper() or word.lower() in NAME_PARTICLES for word in part)
        if named and (last >= 0 or self.head or not part):
            return False
        return self.finite_verbs(part) > 0

    @cached_property
    def waits_for_verb(self) -> bool:
        """Whether a relative clause stands behind the subject, whose own verb is still to come: the plane that came."""
        at = next((i for i, word in enumerate(self.segment) if i and word in (*RELATIVES, "that")), None)
        return at is not None and not self.head and self.finite_verbs(self.segment[:at]) == 0

    @cached_property
    def inner_clause(self) -> bool:
        """Whether a clause of its own (that, since, how) begins inside the words since the last comma."""
        starters = SUBORDINATORS | RELATIVES | {"that", "how", "why", "where"}
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
            if word in ENDS:
                return False
            if word == ",":
                following = self.after[index + 1]
                reports = self.words.is_speech_verb(following)
                return (self.is_finite([",", following], 1) and not reports) or following in ("he", "she", "it", "they")
        return False

    @cached_property
    def awaits_verb(self) -> bool:
        """Whether the clause on the left, which no mark has divided, is a subject that its verb is still to follow."""
        starters = SUBORDINATORS | {"that", "but", "how", "why"}
        begins = bool(self.segment) and self.segment[0].lower() in starters
        if self.in_opening or (self.head and not (self.opens_clause or begins)):
            return False
        last = max((i for i, word in enumerate(self.segment) if word.lower() in starters), default=-1)
        subject = [*self.segment[last + 1 :], self.left]
        if subject[0].lower() in INTRO_PREPOSITIONS or subject[0].lower() in ("there", "here"):
            return False
        relative = any(word in (*RELATIVES, "where") for word in subject) or subject[0].lower() in PRONOUNS
        return not relative and self.finite_verbs(subject) == 0

    @cached_property
    def aside_length(self) -> int:
        """How many words after the right part stand before a comma that the clause's verb follows; -1 without one."""
        end = next((index for index, word in enumerate(self.after) if word == "," or word in ENDS), len(self.after))
        if self.after[end : end + 1] != [","] or not self._verb_at(end + 1):
            return -1
        return end

    def _verb_at(self, index: int) -> bool:
        """Whether a finite verb that reports nothing stands at `index` of what follows, adverbs before it left out.

        A pronoun may stand there too, which takes up the subject as in the languages that set it so.
        """
        words = self.after
        if self.after[index : index + 1] in (["he"], ["she"], ["it"], ["they"]):
            index += 1
        adverb = False
        while index < len(words) and words[index].islower() and self.words.likely_tag(words[index]) & Tag.ADVERB:
            index, adverb = index + 1, True
        if index >= len(words) or not words[index].islower():
            return False
        word, following = words[index], (words[index + 1] if index + 1 < len(words) else "")
        tag = self.words.likely_tag(following.lower()) if following[:1].isalpha() else Tag.NONE
        named = following[:1].isupper() or bool(tag & (Tag.DETERMINER | Tag.POSSESSIVE))
        if self.words.is_speech_verb(word) and named:
            return False
        if self.words.likely_tag(word) & FINITE:
            return True
        plain = self.words.tags(word) & (FINITE | Tag.VERB_BASE)
        governs = named or tag & (Tag.PREPOSITION | Tag.INFINITIVE | Tag.PRONOUN) or following in ("not", "back")
        governs = governs or following[:1].isdigit()
        return bool(plain) and bool(adverb or governs) and not self.words.likely_tag(word) & Tag.PREPOSITION

    @cached_property
    def encloses(self) -> bool:
        """Whether the words from the right part to the comma before the verb are a phrase set off by commas.

        They hold no finite verb, unless a relative or a conjunction opens a clause of theirs.
        """
        if self.aside_length < 0 or not self.awaits_verb:
            return False
        aside = [self.right, *self.after[: self.aside_length]]
        openers = SUBORDINATORS | RELATIVES | {"that", "where"}
        opened = sum(word.lower() in openers for word in aside)
        return self.finite_verbs(aside) <= opened

    def closes_before_verb(self) -> bool:
        """Whether a later comma is followed by a verb in its plain form: the club, led by him, play at home."""
        for index, word in enumerate(self.after[:-1]):
            if word in ENDS:
                return False
            if word == ",":
                tags = self.words.tags(self.after[index + 1])
                return self.after[index + 1][0].islower() and bool(tags & (FINITE | Tag.VERB_BASE))
        return False

    @cached_property
    def names_role(self) -> bool:
        """Whether the right part is a noun for who does or has something: conqueror, holders, guardian."""
        agentive = self.right.endswith(_AGENTIVE) and len(self.right) > 5
        return agentive and bool(self.likely & NOMINAL) and not self.tags & (Tag.VERB_BASE | Tag.ADJECTIVE)

    @cached_property
    def determiner(self) -> str:
        """The determiner of the noun phrase that the left part ends, in lower case; empty where none stands close."""
        for word in reversed(self.segment[-5:]):
            tag = self.words.likely_tag(word.lower())
            if tag & (Tag.DETERMINER | Tag.POSSESSIVE) or word in ("no", "one"):
                return word.lower()
            if word[0].isalpha() and not (word[0].isupper() or tag & (Tag.ADJECTIVE | NOMINAL | Tag.NUMBER)):
                return ""
        return ""

    @cached_property
    def is_counted(self) -> bool:
        """Whether a number stands before the left part, with nothing but what it counts between: 1.4 million tons."""
        for word in reversed(self.segment[-4:]):
            tag = self.words.likely_tag(word.lower())
            if word[0].isdigit() or tag & Tag.NUMBER:
                return True
            if not tag & (Tag.ADJECTIVE | NOMINAL):
                return False
        return False

    @property
    def determined(self) -> bool:
        """Whether the words right before the border, and the left part, are a phrase with “the”, “its”, …"""
        near = [word.lower() for word in self.segment[-6:]]
        return any(word in ("the", "its", "their", "his", "her", "our", "whose") for word in near)

    def verb_after_name(self) -> bool:
        """Whether a comma and then the clause's verb follow the name that the right part begins."""
        index = 0
        while index < len(self.after) and (
            self.after[index][0].isupper()
            or self.after[index] in ("-", "’", "'")
            or self.after[index] in NAME_PARTICLES
        ):
            index += 1
        if self.after[index : index + 1] != [","]:
            return False
        return self._verb_at(index + 1)
