"""Subordinate clauses with their verbs at the end: taken apart into subject, middle and verbs, and built anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import base_of_participle, base_of_past, base_of_third, past, third_person
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import inflected, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.order_chunks import (
    ACTORS,
    CLAUSE_ENDS,
    MIDDLE,
    NOMINATIVES,
    PREPOSITIONS,
    Kind,
    Part,
    arranged,
    is_participle,
    is_past,
    noun_part,
    part_text,
    parts_behind_subject,
    perfect,
)
from cleanup.resources import Resources
from cleanup.syntax import DETERMINERS, OPENERS, RELATIVES, Sentence, Word
from cleanup.syntax_words import BE, CLAUSE_NOUNS, DEMANDING, HAVE, MODALS, SPEECH, TIME_NOUNS, WANT

_CONJUNCTIONS = word_set("because although though if while whether when that why how where unless until")
_TIMED = word_set("after before since until")
"""Conjunctions that are prepositions before a noun."""
_PEOPLE = word_set("nobody somebody someone everybody everyone it")
_RELATIVES = word_set("who which that")
_PIED = word_set("which whom whose")
_BECOME = word_set("became becomes become remained remains")
_INTENSIFIERS = word_set("too very so quite rather completely no longer still already always not more most")
_ENDS = CLAUSE_ENDS | {"?", "“"}
_FULL = frozenset(".;!”?“")
_LONGEST = 16  # words of a clause
_OPENERS = _CONJUNCTIONS | _TIMED | _RELATIVES | _PIED
_MANY = 2  # phrases before a verb, which no good English has
_WHOSE_OWN = word_set("nothing a an no his her its their any some two three four five several many")
"""What begins an object in a relative clause rather than its subject."""
PASTS = word_set("found left felt fell saw")
"""Past forms that the word list likes to call nouns."""
_IDIOMS = word_class("idiom_nouns")
_LOCATED = inflected("verbs_of_placement", third_person, past)
_ANNOUNCING = CLAUSE_NOUNS | SPEECH | DEMANDING
_ACTORS = word_class("bodies_without_article") | ACTORS


class Verbs(NamedTuple):
    """The verbs that end a clause, from `start` on: the finite one, and the one that it helps, if any."""

    start: int
    finite: Word
    other: str = ""
    foreign: bool = True
    """Whether the finite one stands last, as it never does in English."""


class Clause(NamedTuple):
    """A clause behind the word at `opener`: its subject, the parts of its middle, its predicate and its verbs."""

    opener: int
    end: int
    subject: Part | None
    parts: list[Part]
    predicate: Part | None
    verbs: Verbs

    def count(self, *kinds: Kind) -> int:
        """How many parts of the middle are of these kinds."""
        return sum(part.kind in kinds for part in self.parts)


class Verdict(Enum):
    """What the order of a clause is worth."""

    WRONG = auto()
    """No good English has it."""
    DOUBTFUL = auto()
    """Hardly any has it."""
    SOUND = auto()
    """It may be good English."""

    @classmethod
    def wrong_if(cls, certain: object) -> Verdict:
        """Wrong where that is certain, else doubtful."""
        return cls.WRONG if certain else cls.DOUBTFUL

    @classmethod
    def doubtful_if(cls, likely: object) -> Verdict:
        """Doubtful where that is likely, else sound."""
        return cls.DOUBTFUL if likely else cls.SOUND


class VerbFinal:
    """Finds subordinate clauses whose verb stands behind objects, places and times."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence, *, verb_final: bool) -> Iterator[Edit]:
        """Edits that put verbs behind their subject; `verb_final` says that the article comes from such a language."""
        words = sentence.words
        for at in range(len(words) - 3):
            lower = words[at].lower
            long = lower == "as" and at > 1 and words[at - 1].lower in ("long", "soon")
            joined = verb_final and lower == "and" and words[at + 1].tag is Tag.PREPOSITION
            if lower in _OPENERS or long or joined:
                found = self._clause(words, at)
                if found is None:
                    continue
                found = self._with_subject(words, found)
                certainty = self._judge(words, found, verb_final)
                if certainty is not None:
                    yield from self._rebuilt(text, sentence, found, certainty)

    # Taking apart

    def _clause(self, words: Sequence[Word], opener: int) -> Clause | None:
        """The clause that begins behind `opener`, if it ends with its verbs."""
        relative = _is_relative(words, opener)
        gap = words[opener].lower == "that" and opener > 0 and words[opener - 1].is_noun  # the report that the court
        pied = words[opener].lower == "whose" or (opener > 0 and words[opener - 1].tag is Tag.PREPOSITION)
        pied = pied and words[opener].lower in _PIED
        if words[opener].lower in ("who", "which", "whom") and not (relative or pied):
            return None
        for end in range(opener + 3, min(opener + _LONGEST, len(words))):
            word = words[end]
            if word.lower in RELATIVES or (word.lower in OPENERS - PREPOSITIONS and word.lower not in ("as", "once")):
                return None
            closes = word.text in _ENDS or word.lower in ("and", "but")
            goes_on = (relative or pied or gap) and word.tag & FINITE_VERB
            helper = word.lower in HAVE | BE | MODALS | WANT and end + 1 < len(words)
            if goes_on and helper and words[end + 1].tag & (FINITE_VERB | Tag.PUNCTUATION):
                continue  # with which the dyke reinforced is | comes
            if closes or goes_on or word.tag is Tag.PUNCTUATION:
                found = self._ended(words, opener, end, relative)
                if found is not None or word.tag is Tag.PUNCTUATION:
                    return found
        return None

    def _ended(self, words: Sequence[Word], opener: int, end: int, relative: bool) -> Clause | None:
        verbs = final_verbs(words, opener + 1, end)
        if verbs is None or (verbs.finite.tags & Tag.AUXILIARY and words[end].tags & Tag.PAST_PARTICIPLE):
            return None
        copula = verbs.finite.lower in BE | _BECOME and not verbs.other
        first = _predicate_start(words, opener + 2, verbs.start) if copula else verbs.start
        if first <= opener + 1 - (first < verbs.start):
            return None
        parts = parts_behind_subject(words, opener + 1, first)
        if parts is None:
            return None
        predicate = Part(Kind.OBJECT, first, verbs.start) if first < verbs.start else None
        subject: Part | None = None
        if not relative:
            owned = words[opener].lower == "whose" and parts and parts[0].kind is Kind.OBJECT
            if not parts or not (owned or _may_be_subject(words, parts[0])):
                return None
            subject, parts = parts[0], parts[1:]
        return Clause(opener, end, subject, parts, predicate, verbs)

    # Judging

    def _with_subject(self, words: Sequence[Word], found: Clause) -> Clause:
        """A relative clause whose noun in front acts, at a time: which the parliament on Thursday passed."""
        if found.subject is not None or not found.parts or found.parts[0].kind is not Kind.OBJECT:
            return found
        alone = found.count(Kind.OBJECT, Kind.PRONOUN) == 1
        acts = alone and found.count(Kind.TIME) and self._acts(words, found.parts[0])
        return found._replace(subject=found.parts[0], parts=found.parts[1:]) if acts else found

    def _judge(self, words: Sequence[Word], found: Clause, verb_final: bool) -> Applicability | None:
        verdict = self._relative(words, found) if found.subject is None else self._with_noun(words, found)
        if verdict is Verdict.SOUND or found.count(Kind.OBJECT) > 1:
            return None
        if found.verbs.finite.lower in HAVE and not found.verbs.other and not found.count(Kind.OBJECT):
            return None
        if verdict is Verdict.WRONG or verb_final:
            return Applicability.SAFE
        return Applicability.UNSAFE if found.count(Kind.OBJECT, Kind.PRONOUN) else None  # who in 1990 retired

    def _with_noun(self, words: Sequence[Word], found: Clause) -> Verdict:
        """The verdict on a clause that has a subject of its own."""
        subject = found.subject
        if subject is None or not _agrees(words, subject, found.verbs):
            return Verdict.SOUND
        opener, personal = words[found.opener].lower, words[subject.start].lower in NOMINATIVES
        named = personal or words[subject.start].lower in _PEOPLE
        before = words[found.opener - 1] if found.opener else None
        told_of = opener == "that" and before is not None and before.is_noun and before.lower not in _ANNOUNCING
        if told_of and not named and not self._acts(words, subject):
            return Verdict.SOUND  # the storm that the town on Monday hit
        timed = opener in _TIMED and not named
        fronted = found.opener == 0 or words[found.opener - 1].tag is Tag.PUNCTUATION  # After the rain the river rose
        if timed and (fronted or not (found.count(Kind.OBJECT) or found.verbs.other)):
            return Verdict.SOUND
        full = words[found.end].text in _FULL or (opener != "that" and words[found.end].text == ",")
        if _is_relative(words, found.opener):
            return Verdict.DOUBTFUL  # the noun acts
        pied = opener in _PIED
        if found.verbs.other and found.verbs.foreign:
            if not found.parts and not named and not pied and words[found.end].text != ".":
                return Verdict.SOUND
            return Verdict.wrong_if(full or named or pied)
        if found.predicate is not None:
            return Verdict.wrong_if(named or full)
        direct = [part for part in found.parts if part.kind in (Kind.OBJECT, Kind.PRONOUN)]
        if direct and words[subject.start].lower in ("we", "they") and self._acts(words, direct[0]):
            return Verdict.SOUND  # we the people
        if direct and (personal or any(_is_determined(words, part) for part in direct)):
            if words[direct[0].start].lower.endswith(("self", "selves")) and len(found.parts) == 1:
                return Verdict.SOUND  # when he himself arrived
            sure = personal or (full and direct[0] is found.parts[0] and not timed)
            return Verdict.WRONG if sure else Verdict.doubtful_if(full)
        return self._of_phrases(words, found, named=named, full=full)

    def _of_phrases(self, words: Sequence[Word], found: Clause, *, named: bool, full: bool) -> Verdict:
        """The verdict where hardly more than places and times stand between the subject and its verb."""
        phrases = found.count(Kind.PLACE, Kind.TIME)
        if not phrases or _has_idiom(words, found):
            return Verdict.SOUND
        if named:
            return Verdict.wrong_if(phrases >= _MANY)
        stays = found.verbs.finite.lower in _LOCATED and full
        alone = found.count(Kind.OBJECT, Kind.PRONOUN) == 0
        return Verdict.doubtful_if((found.count(Kind.TIME) or stays) and alone)

    def _relative(self, words: Sequence[Word], found: Clause) -> Verdict:
        """The verdict on a clause whose subject is who, which or that."""
        parts = found.parts
        if words[found.opener].lower == "and":
            fits = [words[part.start].lower in _WHOSE_OWN for part in parts if part.kind is not Kind.PLACE]
            return Verdict.doubtful_if(fits == [True])
        phrases = found.count(Kind.PLACE, Kind.TIME)
        if found.predicate is not None or not parts:
            return Verdict.WRONG if phrases or found.predicate is not None else Verdict.SOUND
        if parts[0].kind is Kind.PRONOUN:
            accusative = words[parts[0].start].lower in ("him", "them", "me", "us")
            return Verdict.WRONG if accusative else Verdict.SOUND
        thing = next((part for part in parts if part.kind is Kind.OBJECT), None)
        if thing is not None:
            return self._relative_with_object(words, found, thing)
        if not phrases or _has_idiom(words, found):
            return Verdict.SOUND
        return Verdict.wrong_if(phrases >= _MANY)

    def _relative_with_object(self, words: Sequence[Word], found: Clause, thing: Part) -> Verdict:
        """As `_relative`, where `thing` is an object, or the subject of a clause that is right as it stands."""
        first, finite, opens = found.parts[0], found.verbs.finite, words[thing.start].lower
        acts = self._acts(words, thing) and opens not in ("his", "her", "its", "their")
        if opens == "no" and finite.lower in HAVE and words[thing.start + 1].lower != "one":
            return Verdict.WRONG
        if first is not thing:
            year, owned = words[first.start].tag is Tag.NUMBER, opens in _WHOSE_OWN
            return Verdict.WRONG if year else Verdict.doubtful_if(owned)
        plural = words[thing.end - 1].tag is Tag.PLURAL_NOUN
        if plural and finite.tags & Tag.VERB_PRESENT and finite.lower[-1] == "s":
            return Verdict.WRONG
        whose_own = words[found.opener].lower == "who" and opens in _WHOSE_OWN
        timed = found.count(Kind.TIME) or (whose_own and found.count(Kind.PLACE))
        return Verdict.doubtful_if((timed or found.verbs.other) and not acts)

    def _acts(self, words: Sequence[Word], part: Part) -> bool:
        """Whether the noun can do something: a person, a body, a name."""
        noun = words[part.end - 1]
        lexicon = self._resources.words
        person = lexicon.is_person_noun(noun.lower) or lexicon.is_person_noun(noun.lower.removesuffix("s"))
        return noun.is_capitalised or noun.lower in _ACTORS or person

    # Putting together

    def _rebuilt(self, text: str, sentence: Sentence, found: Clause, certainty: Applicability) -> Iterator[Edit]:
        verbs = self._verbs(text, sentence, found)
        if verbs is None:
            return
        words = sentence.words
        parts = [part for part in found.parts if words[part.start].lower != "not"]
        adverbs = [part for part in parts if part.kind is Kind.ADVERB]
        finite, _, other = verbs.partition(" ")
        if other or finite.lower() in BE:  # has never seen
            inner = [part_text(text, sentence, part) for part in adverbs]
            verbs = " ".join(filter(None, (finite, *inner, other)))
            parts = [part for part in parts if part.kind is not Kind.ADVERB]
        first = found.subject.end if found.subject else found.opener + 1
        fixed = arranged(text, sentence, verbs, parts)
        start, stop = sentence.offset(first), sentence.end_offset(found.end - 1)
        if _is_free(words, found.opener):
            start = sentence.offset(found.opener)
            anyone = "Anyone" if words[found.opener].is_capitalised else "anyone"
            fixed = f"{anyone} who {fixed}"
        if fixed != text[start:stop]:
            yield self._resources.rules["verb-at-the-end"].edit(text, start, stop, [fixed], applicability=certainty)

    def _verbs(self, text: str, sentence: Sentence, found: Clause) -> str | None:
        """The verbs in the order of English with the predicate, denied where `not` stood, in the tense of the time."""
        words, verbs, lexicon = sentence.words, found.verbs, self._resources.words
        finite, other = verbs.finite, verbs.other
        predicate = part_text(text, sentence, found.predicate) if found.predicate else ""
        denied = any(words[part.start].lower == "not" for part in found.parts)
        since = any(words[part.start].lower == "since" for part in found.parts)
        over = any(is_past(words, part) for part in found.parts)
        if finite.lower in ("has", "have") and other and over and not denied:
            base = base_of_participle(other, lexicon) if " " not in other else None
            return past(base) if base else f"{finite.text} {other}"
        if finite.lower in HAVE | BE | MODALS and not (finite.lower in HAVE and not other):
            begun = since and finite.lower in ("is", "are") and not denied
            told = {"is": "has been", "are": "have been"}[finite.lower] if begun else finite.text
            return " ".join(filter(None, (told, "not" if denied else "", other, predicate)))
        if denied:
            base, third = base_of_past(finite.lower, lexicon), base_of_third(finite.lower, lexicon)
            helped = f"did not {base}" if base else f"does not {third}" if third else None
            return f"{helped} {other}".strip() if helped else None
        told = (perfect(finite, lexicon) or finite.text) if since else finite.text
        return " ".join(filter(None, (told, other, predicate)))


def final_verbs(words: Sequence[Word], first: int, end: int) -> Verbs | None:
    """The verbs right before `end`: one that is finite, or one and its helping verb behind it."""
    last, before = words[end - 1], words[end - 2]
    if end - first < _MANY or last.is_capitalised:
        return None
    if last.lower in HAVE | BE | MODALS:
        return _with_helper(words, first, end)
    if last.lower in WANT and before.tags & Tag.VERB_BASE and not before.is_noun:
        return Verbs(end - 2, last, f"to {before.text}")
    if last.tags & Tag.VERB_BASE and before.lower == "to" and end - first > 3 and words[end - 3].lower in WANT:
        return Verbs(end - 3, words[end - 3], f"to {last.text}", foreign=False)
    if before.lower in HAVE | MODALS | BE and end - first > _MANY:
        form = Tag.VERB_BASE if before.lower in MODALS else Tag.PAST_PARTICIPLE
        fits = last.tags & form and (before.lower not in BE or is_participle(last))
        return Verbs(end - 2, before, last.text, foreign=False) if fits else None
    if last.tags & (Tag.AUXILIARY | Tag.MODAL | Tag.ADVERB | Tag.PREPOSITION) and last.lower not in PASTS:
        return None
    if not last.tags & (Tag.VERB_PAST | Tag.VERB_PRESENT | Tag.VERB_BASE):
        return None
    nominal = last.tags & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE)
    verbal = last.tag & (FINITE_VERB | Tag.PAST_PARTICIPLE | Tag.VERB_BASE) or last.lower in PASTS
    read_as_noun = nominal and not verbal
    onwards = before.lower == "on" and any(word.lower == "from" for word in words[max(first, end - 6) : end])
    governed = before.lower in DETERMINERS or (before.tag & (Tag.PREPOSITION | Tag.POSSESSIVE) and not onwards)
    described = before.tag is Tag.ADJECTIVE and nominal and not before.tags & Tag.NOUN
    return None if read_as_noun or governed or described else Verbs(end - 1, last)


def _with_helper(words: Sequence[Word], first: int, end: int) -> Verbs | None:
    last, main = words[end - 1], words[end - 2]
    form = Tag.VERB_BASE if last.lower in MODALS else Tag.PAST_PARTICIPLE
    helped = main.tags & form and main.lower not in DETERMINERS and not main.is_capitalised
    if form is Tag.VERB_BASE:
        helped = helped and not (main.tags & Tag.NOUN and words[end - 3].lower in DETERMINERS)
    if last.lower in BE:
        helped = helped and is_participle(main)
    if main.lower in ("been", "be") and end - 3 > first and words[end - 3].tags & Tag.PAST_PARTICIPLE:
        return Verbs(end - 3, last, f"{main.text} {words[end - 3].text}")
    if helped and end - 2 > first:
        return Verbs(end - 2, last, main.text)
    return Verbs(end - 1, last) if last.lower not in MODALS else None


def _predicate_start(words: Sequence[Word], first: int, verb: int) -> int:
    """Where the adjective, noun or phrase begins that the subject is said to be; `verb` itself where none does."""
    at = verb
    while at > first and (words[at - 1].tag is Tag.ADJECTIVE or words[at - 1].lower in _INTENSIFIERS):
        at -= 1
    if at < verb and words[verb - 1].tag is Tag.ADJECTIVE:
        return at
    for start in range(first, verb):
        part = noun_part(words, start, verb)
        if part is not None and part.end == verb and words[start - 1].lower not in PREPOSITIONS | {"of"}:
            opens = words[start].lower in DETERMINERS or not words[start - 1].is_nominal
            return start if opens and words[start - 1].lower not in DETERMINERS else verb
    return verb


def _is_relative(words: Sequence[Word], opener: int) -> bool:
    """Whether who, which or that stands at `opener` for the noun before it, with no preposition before it."""
    if words[opener].lower not in _RELATIVES | {"and"}:
        return False
    if _is_free(words, opener):
        return True
    if words[opener].lower == "and":  # lives in Canada and of the sale nothing knew
        return any(word.tag & FINITE_VERB for word in words[:opener])
    if opener == 0:
        return False
    before = words[opener - 1]
    follows = words[opener + 1]
    if words[opener].lower == "that":
        phrase = follows.tags & Tag.PREPOSITION or follows.lower in ("him", "them")
        return (before.is_noun or before.text == ",") and bool(phrase)
    return before.is_noun or before.text == ","


def _is_free(words: Sequence[Word], opener: int) -> bool:
    """Whether `who` stands at a clause's start for anyone at all: Who today a house wants."""
    starts = opener == 0 or words[opener - 1].text in "“:;"
    return starts and words[opener].lower == "who" and words[-1].text != "?"


def _may_be_subject(words: Sequence[Word], part: Part) -> bool:
    """Whether the part can be a clause's subject: a noun with its article, a name, a plural, he, it, nobody."""
    first = words[part.start]
    if part.kind is Kind.PRONOUN:
        return first.lower in NOMINATIVES | {"it"}
    bare = words[part.end - 1].tag is Tag.PLURAL_NOUN or first.lower in _PEOPLE
    named = first.lower in DETERMINERS or first.is_proper or first.tag is Tag.NUMBER
    return part.kind is Kind.OBJECT and (named or bare) and words[part.end - 1].lower not in TIME_NOUNS | MIDDLE


def _has_idiom(words: Sequence[Word], found: Clause) -> bool:
    """Whether a part of the middle ends as set phrases do, which stand where they like: in the end."""
    return any(words[part.end - 1].lower in _IDIOMS for part in found.parts)


def _is_determined(words: Sequence[Word], part: Part) -> bool:
    """Whether an object is a pronoun, has its article, or is one word only: money."""
    return part.kind is Kind.PRONOUN or words[part.start].lower in DETERMINERS or part.end == part.start + 1


def _agrees(words: Sequence[Word], subject: Part, verbs: Verbs) -> bool:
    """Whether the finite verb fits the number of the subject."""
    tags, finite = verbs.finite.tags, verbs.finite.lower
    if tags & (Tag.VERB_PAST | Tag.MODAL) or finite in MODALS | {"had", "was", "were"}:
        return True
    plural = words[subject.start].lower in ("they", "we") or words[subject.end - 1].tag is Tag.PLURAL_NOUN
    single = finite in ("is", "has") or bool(tags & Tag.VERB_PRESENT and finite.endswith("s"))
    return single is not plural
