"""Pronouns behind a plain noun phrase that is the subject already: the parliament it rejected, the judge, 63, she left.

A noun phrase before a pronoun may be something else as well: an object moved to the front, an adverb (last week she
left), or a noun with a relative clause that has no relative (the house they built is big). What stands before the
phrase and what the verb lacks tell them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cleanup.edits import Applicability
from cleanup.lexicon.names import MONTHS, WEEKDAYS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import with_plurals, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.pronouns.phrases import DEFINITE, Phrase, describes, has_its_subject, is_superlative, phrase_before
from cleanup.passes.pronouns.referents import Referents
from cleanup.resources import Resources
from cleanup.syntax.clauses import (
    Place,
    Rest,
    chunk_start,
    has_object,
    has_time_for_object,
    head_of,
    hides_next_verb,
    hides_verb,
    is_adverbial,
    is_complete,
    is_contact_clause,
    is_finite,
    is_pied_piped,
    joined_clause,
    leaves_no_gap,
    main_verb,
    main_verbs,
    needs_no_object,
    opens_subordinate,
    rest_of_clause,
    says_clause,
    subject_place,
    takes_more,
)
from cleanup.syntax.parser import DETERMINERS, SUBJECT_PRONOUNS, Word
from cleanup.syntax.words import (
    BE,
    CLAUSE_NOUNS,
    INTRANSITIVE,
    KIN,
    OPEN_VERBS,
    QUANTIFIERS,
    QUANTITIES,
    SPEECH,
    TIME_NOUNS,
)

_LONG_REST = 4  # words behind the verb: a title or a fragment has fewer
_LONGEST_PLACE = 4  # words before its comma, the preposition included
_LONGEST_TIME = 6  # words before its comma
_PARTICLES = word_set("down up out off away back over on in through")
_NEVER_PREPOSITIONS = word_set("down up out off away back")
_ALL_OF_THEM = word_set("all both each")
_TEXTS = with_plurals("texts")
_KNOWN_BY_DEED = word_class("authors")
_STAY = word_set("stay stays stayed remain remains remained")
_BODIES = word_class("acting_bodies")
_NO_SUBJECT = word_class("circumstances")


@dataclass(frozen=True, slots=True)
class _Clause:
    """The noun phrase, the pronoun at `index`, and the clause of the verb that follows it."""

    words: Sequence[Word]
    phrase: Phrase
    place: Place
    """How surely the phrase is a subject."""
    index: int
    verb: int
    last: int
    """Index of the last verb of its group."""
    head: int | None
    """Index of the noun of the phrase."""
    complete: bool
    """Whether the verb has what it needs."""
    rest: Rest
    """Whether the clause has another verb."""

    @property
    def pronoun(self) -> str:
        """The pronoun in small letters."""
        return self.words[self.index].lower

    @property
    def opens(self) -> Word:
        """The first word of the noun phrase."""
        return self.words[self.phrase.first]

    @property
    def behind(self) -> Word:
        """The word behind the verb, or the last one of the sentence."""
        return self.words[min(self.last + 1, len(self.words) - 1)]

    @property
    def apart(self) -> bool:
        """Whether a comma stands between the phrase and the pronoun."""
        return self.phrase.commas or self.words[self.index - 1].text == ","


class NounSubjects:
    """Says of a pronoun and its verb whether the noun phrase before them is the verb's subject."""

    def __init__(self, resources: Resources, referents: Referents) -> None:
        self._resources = resources
        self._referents = referents

    def certainty(self, words: Sequence[Word], index: int, verb: int) -> Applicability | None:
        """How sure it is that the pronoun at `index`, whose verb is at `verb`, only repeats what is before it."""
        phrase = phrase_before(words, index)
        if phrase is None:
            return Applicability.SAFE if self._is_in_clause_of_time(words, index, verb) else None
        if phrase.end == phrase.first + 1 and _is_bare_predicate(words, phrase.first):
            return None
        if not phrase.commas and _is_statement(words, phrase, verb):
            return Applicability.SAFE
        if _is_moved_adverb(words, phrase, index, verb):
            return None
        if not phrase.commas and _opens_relative_clause(words, phrase.begin):
            return _inside_relative(words, phrase.begin, verb)
        return self._judge(_clause(words, phrase, index, verb))

    def _judge(self, clause: _Clause) -> Applicability | None:
        words, last = clause.words, clause.last
        if words[last].lower in SPEECH and last + 1 < len(words) and words[last + 1].lower in SUBJECT_PRONOUNS:
            return None  # the bridge they say they will build
        if self._is_object_of_particle_verb(clause):
            return None
        if not clause.apart and _is_verb_of_phrase(clause):
            return Applicability.SAFE
        joined = clause.place is Place.WEAK and words[clause.phrase.begin - 1].lower in ("and", "but")
        if (clause.place is Place.STRONG or joined) and not clause.phrase.commas and self._stands_alone(clause):
            return Applicability.SAFE
        if not clause.apart and _may_open_contact_clause(clause):
            return None
        mismatch = self._contradicts(clause)
        if clause.phrase.commas and mismatch and clause.behind.lower in ("himself", "herself"):
            return None  # the table, nine feet long, she planed herself
        if clause.phrase.commas:
            return self._behind_aside(clause, mismatch)
        if clause.apart and self._is_topic(clause):
            return Applicability.SAFE
        return self._by_place(clause, mismatch)

    def _is_object_of_particle_verb(self, clause: _Clause) -> bool:
        """`The offer she turned down`: a thing before a person, and a verb with a particle and no object."""
        words, at = clause.words, clause.last + 1
        if clause.pronoun not in ("he", "she", "they") or at >= len(words) or words[at].lower not in _PARTICLES:
            return False
        if words[clause.last].lower in INTRANSITIVE:
            return False  # the swallows, gone since May, they have come back
        closed = at + 1 >= len(words) or words[at + 1].tag is Tag.PUNCTUATION
        ends = closed or (words[at].lower in _NEVER_PREPOSITIONS and not has_object(words, at + 1))
        head = words[clause.head] if clause.head is not None else None
        acts = head is not None and head.lower in _BODIES
        closes = words[clause.phrase.end - 1]
        named = closes.is_proper and self._resources.words.is_surname(closes.text)
        return ends and not (acts or named or self._is_person(clause))

    def _contradicts(self, clause: _Clause) -> bool:
        """Whether the pronoun cannot stand for the phrase, nor for the apposition between the commas."""
        words, pronoun = clause.words, clause.pronoun
        if self._referents.contradicts(words, clause.phrase.first, clause.phrase.end, pronoun):
            return True
        return clause.phrase.commas and self._referents.contradicts(words, clause.phrase.end + 1, clause.index, pronoun)

    def _is_person(self, clause: _Clause) -> bool:
        head = clause.head
        return head is not None and self._resources.words.is_person_noun(clause.words[head].lower)

    def _is_in_clause_of_time(self, words: Sequence[Word], index: int, verb: int) -> bool:
        """`After the minister he had resigned, the party chose`: a person, and the main clause behind the comma."""
        opens = chunk_start(words, index)
        last = main_verb(words, verb)
        if words[opens].lower not in ("after", "before", "since", "until") or words[opens + 1].lower not in DEFINITE:
            return False
        inner, noun = words[opens + 2 : index], words[index - 1]
        if not (inner and all(word.is_nominal for word in inner) and self._resources.words.is_person_noun(noun.lower)):
            return False
        if noun.lower in KIN or words[last].lower in BE or not is_complete(words, verb):
            return False
        comma = next((at for at in range(last + 1, len(words)) if words[at].text == ","), None)
        if comma is None or comma + 1 >= len(words) or words[comma + 1].lower not in DETERMINERS:
            return False
        return main_verbs(words, comma, len(words)) == 1

    # Between commas

    def _behind_aside(self, clause: _Clause, mismatch: bool) -> Applicability | None:
        """`The judge, born in Lyon, she`: by whether the aside can only describe the phrase, else as without it."""
        words, strong, alone = clause.words, clause.place is Place.STRONG, clause.rest is Rest.NONE
        person = self._is_person(clause)
        goes_on = clause.behind.tag is Tag.PREPOSITION and bool(words[clause.last].tags & Tag.VERB_PAST)
        if goes_on and not (clause.complete or person or clause.opens.is_proper):
            return Applicability.UNSAFE  # the book, which sold well, she wrote in prison
        led = clause.phrase.begin > 0 and words[clause.phrase.begin - 1].text == ","
        if not clause.complete and (led or (not person and self._may_be_object(clause))):
            return None  # the wall, two metres high, they built themselves
        if self._is_person_apart(clause):
            return Applicability.SAFE
        if not clause.complete and clause.behind.tag is Tag.PUNCTUATION and not needs_no_object(words, clause.verb):
            return None  # the bridges, destroyed in the war, they rebuilt
        named = person and words[clause.phrase.end + 1].is_proper  # `Its director, Hans Keller, he`
        if clause.opens.lower in ("a", "an") and clause.phrase.first == 0:
            return Applicability.SAFE if strong and alone and _reports(clause) else None
        if words[clause.index + 1].lower in _ALL_OF_THEM:
            return None  # the mill, the farm, they all
        tied = named and words[clause.head or 0].lower in KIN  # the son of Anna Keller, a judge
        filled = clause.complete or named or clause.pronoun in ("it", "they")
        closing = clause.index - 1 if words[clause.index - 1].text == "," else clause.index
        if strong and filled and not tied and describes(words, clause.phrase.end + 1, closing):
            if not named and self._may_be_moved_apposition(clause):
                return Applicability.UNSAFE
            goes_on = clause.behind.tag is not Tag.PUNCTUATION
            certain = named or clause.complete or not takes_more(words, clause.verb) or (person and goes_on)
            return Applicability.SAFE if alone and certain else None
        if not mismatch and not clause.opens.is_proper:
            thing = clause.pronoun in ("it", "they") and clause.opens.lower == "the"
            return Applicability.SAFE if thing and alone and clause.complete and strong else None
        return self._by_place(clause, mismatch)

    def _may_be_moved_apposition(self, clause: _Clause) -> bool:
        """`The oldest club in the land, founded in 1857, it`: the phrase can say what the pronoun stands for."""
        words, phrase = clause.words, clause.phrase
        head = clause.head if clause.head is not None else phrase.end - 1
        if any(is_superlative(word) for word in words[phrase.first : head]) or words[phrase.first].lower == "one":
            return True
        noun, opens = words[head], clause.opens
        person, more = self._is_person(clause), head + 1 < phrase.end
        known = clause.pronoun in ("he", "she") and noun.lower in KIN | _KNOWN_BY_DEED
        if more and (known or (noun.tag is Tag.PLURAL_NOUN and opens is noun)):
            return True
        return opens is noun and noun.tag is Tag.NOUN and person  # founder of the club

    def _may_be_object(self, clause: _Clause) -> bool:
        """Whether one thing between commas can be what somebody does something to, and not who does it."""
        single = clause.head is not None and clause.words[clause.head].tag is Tag.NOUN
        return single and clause.pronoun != "it" and not clause.opens.is_proper

    def _is_person_apart(self, clause: _Clause) -> bool:
        """`The president, after a long silence, he has signed the decree`: a person who opens the sentence."""
        led = bool(clause.words[clause.phrase.end + 1].tags & Tag.PREPOSITION)
        plain = clause.phrase.first == 0 and clause.opens.lower in DEFINITE and clause.pronoun in ("he", "she")
        settled = clause.complete and clause.rest is Rest.NONE and not takes_more(clause.words, clause.verb)
        return led and plain and settled and self._is_person(clause)

    def _is_topic(self, clause: _Clause) -> bool:
        """`The unions, they have agreed.`: the phrase opens the sentence, and nothing but the comma sets it apart."""
        if clause.phrase.first != 0 or clause.head is None or not clause.complete or clause.rest is not Rest.NONE:
            return False
        named = clause.opens.is_proper and not self._referents.is_place(clause.opens.text)
        definite = clause.opens.lower == "the" and (clause.pronoun == "they" or self._is_person(clause))
        return named or definite

    # Right before the pronoun

    def _by_place(self, clause: _Clause, mismatch: bool) -> Applicability | None:
        """By how surely a subject stands where the phrase does, and by whether the pronoun can stand for it."""
        if clause.place is Place.STRONG:
            return self._in_place_of_subject(clause, mismatch)
        if not clause.complete:
            return None
        if clause.place is Place.WEAK:
            likely = (mismatch or clause.rest is Rest.NONE) and not takes_more(clause.words, clause.verb)
        else:
            likely = mismatch and clause.place is Place.UNCERTAIN
        return Applicability.UNSAFE if likely else None

    def _in_place_of_subject(self, clause: _Clause, mismatch: bool) -> Applicability | None:
        words = clause.words
        if clause.rest is Rest.NONE:
            if clause.behind.lower.endswith(("self", "selves")):
                return Applicability.UNSAFE  # a reflexive verb of the other language: the clause needs more
            if clause.complete:
                return Applicability.SAFE
            begin = clause.phrase.begin
            joined = begin > 0 and words[begin - 1].lower in ("and", "or")
            joined = joined and (mismatch or not _ends_with_time(words, begin - 1))
            if _needs_verb(clause) and not joined:  # and the songs she heard in Oslo
                fronted = mismatch and clause.pronoun in ("he", "she") and has_time_for_object(words, clause.last)
                return None if fronted else Applicability.SAFE
        pied = is_pied_piped(words, clause.phrase.first)
        if pied and not clause.complete and _is_before_main_verb(words, clause.phrase.first - 1, clause.last):
            return Applicability.SAFE
        if not clause.complete:
            return None
        if pied:
            return Applicability.SAFE
        if mismatch and self._referents.is_bare_place(words, clause.phrase.first, clause.phrase.end):
            return Applicability.SAFE  # no relative clause begins at a place without “the”
        if not mismatch or takes_more(words, clause.verb):
            return None
        alone = clause.rest is not Rest.SURE or opens_subordinate(words, clause.phrase.first)
        return Applicability.SAFE if alone and needs_no_object(words, clause.verb) else Applicability.UNSAFE

    def _stands_alone(self, clause: _Clause) -> bool:
        """Whether no relative clause could begin behind the subject: the verb leaves no gap for it to fill.

        That is so in `six people they were killed`, and where someone says a whole clause: officials they said that.
        """
        words = clause.words
        if clause.head is None or words[clause.head].lower in (CLAUSE_NOUNS | TIME_NOUNS) - QUANTITIES:
            return False
        if leaves_no_gap(words, clause.verb):
            return True
        said = says_clause(words, clause.verb)
        if said is None or rest_of_clause(words, main_verb(words, said) + 1) is Rest.SURE:
            return False
        return words[clause.head].is_proper or self._is_person(clause)


def _clause(words: Sequence[Word], phrase: Phrase, index: int, verb: int) -> _Clause:
    """The clause of the pronoun at `index` behind the phrase."""
    complete, last = is_complete(words, verb), main_verb(words, verb)
    if words[last].lower in _STAY and last + 1 < len(words) and words[last + 1].tags & Tag.PAST_PARTICIPLE:
        last += 1  # would stay closed
    bound = joined_clause(words, last + 1) if complete and words[index].lower != "they" else len(words)
    return _Clause(
        words,
        phrase,
        _place(words, phrase),
        index,
        verb,
        last,
        head_of(words, phrase.first, phrase.end),
        complete,
        rest_of_clause(words[:bound], last + 1, subordinate=opens_subordinate(words, phrase.first)),
    )


def _reports(clause: _Clause) -> bool:
    """`A study by Nantes, published in May, it shows that`: a text says something, and nothing else can."""
    head = clause.words[clause.head] if clause.head is not None else None
    said = clause.words[clause.last].lower in SPEECH and clause.behind.lower == "that"
    return said and head is not None and head.lower in _TEXTS and clause.pronoun in ("it", "they")


def _place(words: Sequence[Word], phrase: Phrase) -> Place:
    """How surely the phrase is the subject of a clause."""
    before = words[phrase.begin - 1] if phrase.begin else None
    if before is not None and before.lower in ("and", "but") and _may_be_second_verb(words, phrase.first):
        return Place.NONE
    led_up_to = before is not None and before.text not in ";:–—“" and before.lower not in ("but", "and")
    timed = led_up_to and phrase.commas and _is_led(words, phrase)
    if before is not None and before.lower in ("and", "but") and _ends_with_time(words, phrase.begin - 1):
        return Place.STRONG
    if (phrase.commas and led_up_to and not timed) or hides_verb(words, phrase.first, phrase.end):
        return Place.NONE
    if before is not None and before.lower == "nor" and _follows_neither(words, phrase.begin - 1):
        return Place.STRONG
    said = before is not None and before.lower == "that"
    if said and phrase.start > phrase.begin and words[phrase.start].lower in DETERMINERS:
        return Place.STRONG  # that on Monday the roof
    return subject_place(words, phrase.begin)


def _may_be_second_verb(words: Sequence[Word], first: int) -> bool:
    """`and review all the values`, `and force governments to`: a noun that may be the verb of what is before."""
    word, after = words[first], words[first + 1]
    return bool(word.tags & Tag.VERB_BASE) and (after.is_nominal or after.lower in DETERMINERS)


def _follows_neither(words: Sequence[Word], nor: int) -> bool:
    """`Neither the club nor the player they`: the two open a clause, and nothing but nouns stands between them."""
    neither = next((at for at in range(nor - 1, -1, -1) if words[at].lower == "neither"), None)
    if neither is None or subject_place(words, neither) is not Place.STRONG:
        return False
    between = words[neither:nor]
    return all(word.is_nominal or word.lower in DETERMINERS or word.tag is Tag.PREPOSITION for word in between)


def _ends_with_time(words: Sequence[Word], end: int) -> bool:
    """`ends at four and the shop it`: what stands before `end` is nothing that a noun phrase could be joined to."""
    last = words[end - 1]
    timed = last.tag in (Tag.NUMBER, Tag.ADVERB) or last.lower in TIME_NOUNS or last.text in MONTHS | WEEKDAYS
    return end > 1 and timed and any(is_finite(words, at) or words[at].tags & FINITE_VERB for at in range(1, end - 1))


def _is_led(words: Sequence[Word], phrase: Phrase) -> bool:
    """`In October, the Labour Congress, an opposition party, he`: the phrase is no apposition to what is before it.

    Neither are persons one to a place: `In Genoa, the dockers, on strike since May, they`.
    """
    comma = phrase.begin - 1
    head = head_of(words, phrase.first, phrase.end)
    if words[comma].text != "," or head is None or not 1 < comma < _LONGEST_TIME or not words[0].tags & Tag.PREPOSITION:
        return False
    times = MONTHS | WEEKDAYS | {name.capitalize() for name in TIME_NOUNS}
    time = words[comma - 1].tag is Tag.NUMBER or words[comma - 1].text.capitalize() in times
    if words[0].lower in ("in", "at", "near") and words[comma - 1].is_proper and comma < _LONGEST_PLACE:
        return words[head].tag is Tag.PLURAL_NOUN and not words[head].is_proper
    return time and (words[head].is_proper or words[head].lower in _BODIES)


def _is_statement(words: Sequence[Word], phrase: Phrase, verb: int) -> bool:
    """`The discovery it came at a bad moment.`: a noun that could open a clause, in a sentence with one verb alone."""
    head = head_of(words, phrase.first, phrase.end)
    if head is None or words[head].lower not in CLAUSE_NOUNS - TIME_NOUNS - _NO_SUBJECT:
        return False
    if words[phrase.first].lower not in DEFINITE or subject_place(words, phrase.begin) is not Place.STRONG:
        return False
    if any(word.lower in TIME_NOUNS for word in words[head + 1 : phrase.end]):
        return False  # the best part of a year they waited
    last = main_verb(words, verb)
    alone = rest_of_clause(words, last + 1) is Rest.NONE and not is_contact_clause(words, last)
    return alone and is_complete(words, verb)


def _is_bare_predicate(words: Sequence[Word], at: int) -> bool:
    """`While bishop he blessed the ships`: a single noun without article behind the word that opens the clause."""
    noun = words[at]
    bare = noun.tag is Tag.NOUN and not noun.is_proper
    return bare and at > 0 and words[at - 1].lower in ("while", "when", "though", "although", "as", "if", "once")


def _is_moved_adverb(words: Sequence[Word], phrase: Phrase, index: int, verb: int) -> bool:
    """`Last week they left`: the phrase stands before the clause as an adverb does, and is not its subject."""
    first, end = phrase.first, phrase.end
    if not is_adverbial(words, first, end):
        return False
    timeless = not any(word.lower in TIME_NOUNS for word in words[first:end])
    plain = timeless and words[first].lower in ("the", "this", "these")
    head = head_of(words, first, end)
    other = head is not None and words[head].lower in QUANTITIES and words[first + 1].lower == "other"
    if other and main_verb(words, verb) > verb and leaves_no_gap(words, verb):
        return False  # the other half it is being picked
    if head is not None and is_complete(words, verb) and _ends_with_its_time(words, first, head, end):
        return False
    return not plain or not (phrase.commas or has_its_subject(words, first, end, index, verb))


def _ends_with_its_time(words: Sequence[Word], first: int, head: int, end: int) -> bool:
    """`The harvest this year`, `The bridge built in the second century`: the time belongs to a noun that is none."""
    noun = words[head]
    if words[first].lower not in DEFINITE | {"a", "an"} or noun.lower in TIME_NOUNS | CLAUSE_NOUNS | _NO_SUBJECT:
        return False
    behind = words[head + 1 : end]
    told = any(word.tag & Tag.PREPOSITION and word.lower != "of" for word in behind)
    near = len(behind) == 2 and behind[0].lower in ("this", "last", "next")
    return words[end - 1].lower in TIME_NOUNS and not noun.is_proper and (told or near)


def _opens_relative_clause(words: Sequence[Word], begin: int) -> bool:
    """Whether the phrase stands right behind a relative that no preposition governs."""
    led = begin > 0 and words[begin - 1].lower in ("which", "whom", "whose")
    return led and not is_pied_piped(words, begin)


def _inside_relative(words: Sequence[Word], begin: int, verb: int) -> Applicability | None:
    """`which the neighbours they raised`: a relative clause with two subjects and one verb.

    Behind `whose` the noun may be the object, so the verb must have another.
    """
    last = main_verb(words, verb)
    if rest_of_clause(words, last + 1, subordinate=True) is not Rest.NONE:
        named = words[begin].lower in DETERMINERS and words[begin - 1].lower != "whose"
        return Applicability.SAFE if named and _is_before_main_verb(words, begin, last) else None
    if words[begin - 1].lower == "whose":
        full = is_complete(words, verb) and words[last].lower not in OPEN_VERBS
        return Applicability.SAFE if full else None
    named = words[begin].lower in DETERMINERS or words[begin].is_proper
    return Applicability.SAFE if named else None


def _is_before_main_verb(words: Sequence[Word], begin: int, last: int) -> bool:
    """Whether one verb follows behind `last`, that of the noun before the relative, which stands before `begin`."""
    return main_verbs(words, 0, begin - 1) == 0 and main_verbs(words, last + 1, len(words)) == 1


def _is_verb_of_phrase(clause: _Clause) -> bool:
    """Whether only the phrase agrees with the verb, in a clause that has no other one: the choir they has sung."""
    alone = clause.complete and clause.rest is Rest.NONE
    fits = clause.place is Place.STRONG or (clause.place is Place.WEAK and alone)
    if not fits or clause.rest is Rest.SURE:
        return False
    return has_its_subject(clause.words, clause.phrase.first, clause.phrase.end, clause.index, clause.verb)


def _may_open_contact_clause(clause: _Clause) -> bool:
    """Whether the pronoun may open a relative clause without a relative, whose noun has its verb behind it."""
    head = clause.head
    if head is not None and hides_next_verb(clause.words, clause.last, clause.words[head]):
        return True
    return is_contact_clause(clause.words, clause.last)


def _needs_verb(clause: _Clause) -> bool:
    """Whether the phrase is a subject although its verb lacks an object: nothing else was moved to the front."""
    words, first, last = clause.words, clause.phrase.first, clause.last
    after = last + 1
    while after < len(words) and words[after].tag is Tag.PARTICLE:
        after += 1  # the offer he turned down
    if after >= len(words):
        return False
    behind = words[after]
    if behind.text == "." and words[first - 1].lower == "that" and clause.pronoun == "it":
        return True  # that the roof it leaks
    if behind.tag is Tag.PUNCTUATION and not (behind.text == "," and opens_subordinate(words, first)):
        return False
    if clause.opens.lower in ("the", "these", "its", "their") or clause.opens.is_proper:
        return True
    if clause.opens.lower in ("a", "an") and first > 0 and words[first - 1].text == ",":
        return False  # viceroy of Goa, a post he held for two years
    plural = clause.opens.tag in (Tag.PLURAL_NOUN, Tag.NUMBER) or clause.opens.lower in QUANTIFIERS
    return first > 0 or (plural and len(words) - last > _LONG_REST)
