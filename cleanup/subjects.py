"""The subjects of finite verbs: which word is their head, and whether they are one or several.

A clause is read from where it surely begins: a noun phrase, what stands behind it (phrases with prepositions,
participles, relative clauses, asides between commas), then the verb. Where any part is unclear there is no answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import Final, NamedTuple

from cleanup.clauses import Place, is_finite, main_verb, subject_place
from cleanup.lexicon.inflection import gerund
from cleanup.lexicon.names import Names
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import inflected, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag, Words
from cleanup.syntax import DETERMINERS, OBJECT_PRONOUNS, OPENERS, Word
from cleanup.syntax_words import (
    CLAUSE_NOUNS,
    INTRANSITIVE,
    MIDDLE_ADVERBS,
    MODALS,
    OPEN_VERBS,
    SPEECH,
    TELL,
    TIME_NOUNS,
)

HELPERS: Final = word_set(
    "is are was were has have does do be am isn’t aren’t wasn’t weren’t hasn’t haven’t doesn’t don’t"
)
"""Finite forms of the helping verbs that tell one from several, and the bare be that stands for them."""
_NOMINATIVES: Final = word_set("i he she we they")
INDEFINITES: Final = word_set("everyone someone anyone everybody somebody anybody nobody")
"""Pronouns of one person that nobody knows."""
_PRONOUNS_OF_ONE: Final = word_set("this everything nothing something anything each another")
_PRONOUNS_OF_MORE: Final = word_set("these those both many several few others")
_DETERMINERS_OF_ONE: Final = word_set("a an this that each every another one")
DETERMINERS_OF_MORE: Final = word_set("these those many several few both various numerous")
_OPEN_DETERMINERS: Final = word_set("such all most more enough half")
_NUMBERS: Final = word_class("numbers")
_GROUPS: Final = word_class("groups_of_people", "acting_bodies", "invariable_nouns") | word_set("data latter former")
_QUANTITIES: Final = word_class("quantities")
_SHARES: Final = word_set("most all some half many several both few two three four five six seven eight nine ten")
_PARTS: Final = word_set("one each either neither")
_SUMS: Final = word_class("units", "units_of_time", "no_plurals") | TIME_NOUNS
_PLURALS: Final = word_set("men women children people")
_PREPOSITIONS: Final = word_set(
    "in on at to from for behind under near with between along around above below by into over during against within "
    "without through across towards toward among amid inside outside beside beyond despite throughout about"
)
_CAUSING: Final = inflected("verbs_with_bare_infinitive", gerund)
"""Verbs whose object has a bare infinitive behind it."""
_NO_PLACE: Final = word_set("and or nor not than as")
_ARTICLES: Final = word_set("the a an this these his her its their our")
_BEFORE_ARTICLE: Final = word_set("all both half such")
_ALONGSIDE: Final = word_set("and or nor but with as like plus along together including both not even especially")
"""Words that open an aside which may count to the subject."""
_TITLES: Final = word_set("mr mrs ms dr gen sen rep prof st lt col sgt")
_PARTICIPLE: Final = Tag.PAST_PARTICIPLE
_LONGEST_ASIDE: Final = 24
_LONGEST_BRACKET: Final = 12  # words, the brackets included


class Number(Enum):
    """How many the subject is."""

    ONE = auto()
    MORE = auto()
    GROUP = auto()
    """One that takes the verb of one or of several: the team, Greece."""
    OPEN = auto()


class Subject(NamedTuple):
    """The subject whose words are `start:end` and its head; `sure` where nothing else can be the verb's subject."""

    start: int
    end: int
    head: int
    number: Number
    sure: bool = True


class Subjects:
    """Finds subjects in the words of a sentence. `is_person` says of a name whether a person bears it."""

    def __init__(self, lexicon: Words, names: Names, is_person: Callable[[str], bool]) -> None:
        self._words = lexicon
        self._names = names
        self._is_person = is_person

    def of_verbs(self, words: Sequence[Word]) -> dict[int, Subject]:
        """The index of each verb whose subject is found, with that subject; the one that begins first counts."""
        found: dict[int, Subject] = {}
        for start in range(len(words) - 1):
            subject = self._relative(words, start) or self._begun(words, start)
            if subject is None:
                continue
            verb = verb_behind(words, subject.end)
            if verb is not None:
                found.setdefault(verb, subject)
        for index in range(2, len(words) - 2):
            if words[index].lower in ("and", "or", "but"):
                self._add_joined_verb(words, index, found)
        return found

    def _add_joined_verb(self, words: Sequence[Word], index: int, found: dict[int, Subject]) -> None:
        """`They open the window and give`: the verb behind “and” has the subject of the one before."""
        verb = verb_behind(words, index + 1)
        first = max((at for at in found if at < index), default=None)
        if verb is None or first is None or verb in found or words[verb].is_noun:
            return
        between = range(main_verb(words, first) + 1, index)
        nested = any(is_finite(words, at) for at in range(found[first].start))
        if nested or any(self._opens_another(words, at) for at in between) or found[first].start > first:
            return
        found[verb] = found[first]._replace(sure=found[first].sure and words[first].lower not in SPEECH)

    def _opens_another(self, words: Sequence[Word], at: int) -> bool:
        """Whether a clause of its own begins here, or a verb stands here that is not one of a list of verbs."""
        word = words[at]
        listed = word.tag is Tag.VERB_BASE and words[at - 1].text == ","
        clause = word.tag is Tag.RELATIVE or word.lower in OPENERS or word.text in ';:“"”'
        return clause or (bool(word.tag & (FINITE_VERB | Tag.VERB_BASE | Tag.INFINITIVE)) and not listed)

    def behind_there(self, words: Sequence[Word], index: int) -> tuple[int, Subject] | None:
        """The verb behind `there` or `here` at `index`, and the noun phrase behind it, which is its subject."""
        opens = (
            index == 0
            or words[index - 1].tag & (Tag.PUNCTUATION | Tag.CONJUNCTION)
            or words[index - 1].lower in OPENERS
        )
        verb = verb_behind(words, index + 1) if opens else None
        if verb is None or not is_helper(words[verb]):
            return None
        at = verb + 1 if words[verb + 1].lower not in MIDDLE_ADVERBS else verb + 2
        phrase = self._noun_phrase(words, at)
        if phrase is None or words[phrase.head].is_proper or phrase.end >= len(words) or phrase.head == phrase.start:
            return None
        if words[phrase.end].lower == "of" and words[phrase.head].lower in _QUANTITIES:
            return None
        rest = {word.lower for word in words[phrase.end :]}
        alone = phrase.number is Number.MORE or not rest & {"and", "or"}
        return (verb, phrase) if alone and phrase.number in (Number.ONE, Number.MORE) else None

    def begun(self, words: Sequence[Word], start: int) -> Subject | None:
        """The noun phrase that begins at `start` with the phrases behind it, and those joined to it; no clause."""
        subject = self._with_phrases(words, start)
        if subject is None or subject.end >= len(words):
            return subject
        return self._joined(words, subject) or subject

    def _begun(self, words: Sequence[Word], start: int) -> Subject | None:
        place = self._place(words, start)
        if place is Place.NONE:
            return None
        subject = self._whole(words, start)
        if subject is None:
            return None
        verb = verb_behind(words, subject.end)
        helped = verb is not None and words[verb].lower in HELPERS
        if place is Place.UNCERTAIN and not helped:
            return None
        told = start > 0 and words[start - 1].lower in SPEECH and helped
        told = told and not any(word.tag is Tag.RELATIVE for word in words[:start])
        return subject._replace(sure=subject.sure and (place is Place.STRONG or told))

    def _place(self, words: Sequence[Word], start: int) -> Place:
        """How surely a subject begins at `start`."""
        word = words[start]
        if word.tag is Tag.PUNCTUATION or word.tag is Tag.PREPOSITION:
            return Place.NONE
        if start == 0:
            return Place.STRONG
        before = words[start - 1]
        if self._opens_behind_adverb(words, start) or self._opens_behind_and(words, start):
            return Place.STRONG
        if word.lower in _NOMINATIVES or (word.lower in ("it", "you") and (before.is_noun or before.lower in OPENERS)):
            asked = before.tag & (Tag.AUXILIARY | Tag.MODAL) or before.lower in MODALS | _NO_PLACE
            asked = asked or (word.text == "I" and before.is_proper)
            return Place.NONE if asked else Place.STRONG
        if before.lower in ("and", "but", "or", "so", "yet"):
            return self._behind_coordinator(words, start)
        if before.lower in ("whatever", "however", "which", "whom") and (word.lower in DETERMINERS | INDEFINITES):
            return Place.STRONG
        says = is_finite(words, start - 1) or (start > 1 and words[start - 2].lower in _NOMINATIVES)
        if before.lower in SPEECH and before.lower not in TELL and says:
            return self._behind_saying(words, start)
        if before.lower in ("sure", "certain", "clear", "aware", "glad", "afraid"):
            return Place.WEAK
        place = subject_place(words, start)
        return Place.WEAK if place is Place.UNCERTAIN and before.lower in OPENERS else place

    def _opens_behind_adverb(self, words: Sequence[Word], start: int) -> bool:
        """`Still the boats are here`: a determiner, number or pronoun behind the adverb that opens the sentence."""
        word = words[start]
        opens = word.lower in DETERMINERS or word.tag & (Tag.NUMBER | Tag.PRONOUN)
        return start == 1 and words[0].tag is Tag.ADVERB and bool(opens)

    def _opens_behind_and(self, words: Sequence[Word], start: int) -> bool:
        """`… and they have`: a pronoun that no noun before it can be joined to."""
        comma = start > 1 and words[start - 2].text == ","
        joins = words[start].lower in ("they", "we") or (words[start].text == "I" and comma)
        return words[start - 1].lower == "and" and joins

    def _behind_saying(self, words: Sequence[Word], start: int) -> Place:
        """Weak where somebody says the clause; none where a relative clause says it: the man who says."""
        at = start - 2
        while at > 0 and words[at].tag is Tag.ADVERB:
            at -= 1
        return Place.NONE if words[at].tag is Tag.RELATIVE or words[at].lower == "that" else Place.WEAK

    def _behind_coordinator(self, words: Sequence[Word], start: int) -> Place:
        """Strong where the clause before the conjunction has its verb, and its subject nothing that may go on."""
        if start == 1:
            return Place.STRONG
        first = start - 2 if words[start - 2].text != "," else start - 3
        at = first
        while at >= 0 and words[at].text not in ',;:“"—–':
            at -= 1
        clause = range(at + 1, first + 1)
        verbs = sum(1 for index in clause if is_finite(words, index))
        nested = any(words[index].tag is Tag.RELATIVE or words[index].lower in SPEECH | {"that"} for index in clause)
        if verbs != 1 or nested:
            alone = words[start - 1].lower == "but" and not any(words[index].lower == "not" for index in clause)
            return Place.WEAK if alone else Place.NONE
        return Place.STRONG if words[start - 2].text == "," else Place.WEAK

    # The subject with all that belongs to it

    def _whole(self, words: Sequence[Word], start: int) -> Subject | None:
        """The subject that begins at `start`, up to what should be its verb."""
        qualifies = words[start].tags & Tag.ADJECTIVE or words[start].lower in INTRANSITIVE
        if words[start].tag is Tag.GERUND and not (qualifies and words[start + 1].is_noun):
            return self._doing(words, start)
        subject = self._with_phrases(words, start)
        if subject is None or subject.end >= len(words):
            return None
        joined = self._joined(words, subject)
        if joined is not None:
            return joined
        return self._with_clause(words, subject)

    def _doing(self, words: Sequence[Word], start: int) -> Subject | None:
        """`Standing as a candidate is`: what one does is one."""
        at = start + 1
        if words[start].lower in _CAUSING:
            return None
        if words[at].lower in DETERMINERS or words[at].is_proper:
            what = self._with_phrases(words, at)
            at = what.end if what is not None else at
        elif words[at].lower in _PREPOSITIONS:
            at = self._phrases_end(words, at)
        elif words[at].lower not in HELPERS:
            return None
        return Subject(start, at, start, Number.ONE, sure=False)

    def _with_phrases(self, words: Sequence[Word], start: int) -> Subject | None:
        phrase = self._noun_phrase(words, start)
        if phrase is None or phrase.end >= len(words) or words[start].lower in _NOMINATIVES | {"it", "you"}:
            return phrase
        if words[phrase.end].lower == "of":
            named = phrase.head == 0 and any(word.is_proper for word in words[2:3])  # Brothers of Italy: a party
            phrase = self._share(words, phrase if not named else phrase._replace(sure=False))
        if phrase is None:
            return None
        if words[phrase.head].lower == "one" and words[phrase.end].lower in ("in", "out"):
            phrase = phrase._replace(number=Number.OPEN)
        end = self._phrases_end(words, phrase.end)
        joined = any(word.lower in ("and", "or") for word in words[phrase.end : end])
        number = Number.OPEN if joined and phrase.number is not Number.MORE else phrase.number
        return phrase._replace(end=end, number=number)

    def _share(self, words: Sequence[Word], phrase: Subject) -> Subject | None:
        """`One of the houses`, `13 per cent of the houses`, `a number of houses`: which noun counts."""
        inner = self._noun_phrase(words, phrase.end + 1)
        if inner is None:
            return None
        head, opens = words[phrase.head].lower, words[phrase.start].lower
        number = phrase.number
        if head in _PARTS:
            number = (
                Number.ONE if inner.number is Number.MORE or words[inner.head].lower in ("them", "us") else Number.OPEN
            )
        elif head in ("percent", "cent") or (head in _SHARES and phrase.head == phrase.start):
            number = inner.number
        elif head in _QUANTITIES or phrase.number is Number.GROUP:
            number = Number.ONE if head == "number" and opens == "the" else Number.OPEN
        return phrase._replace(end=inner.end, number=number)

    def _phrases_end(self, words: Sequence[Word], at: int) -> int:
        """Where the phrases with prepositions, and those with participles, end that begin at `at`."""
        while at + 1 < len(words):
            word, after = words[at], words[at + 1]
            if word.text == "(":
                closing = _closing_bracket(words, at)
                if closing is None:
                    return at
                at = closing + 1
                continue
            led = word.lower in _PREPOSITIONS or word.lower == "of"
            if _opens_participle_phrase(word, after):
                at += 1
                if after.lower in _PREPOSITIONS:
                    continue
            elif not led or word.tag & (Tag.INFINITIVE | Tag.CONJUNCTION):
                return at
            else:
                at += 1
                if words[at].tag is Tag.GERUND and at + 1 < len(words):
                    at += 1
                    if words[at].lower in _PREPOSITIONS:
                        continue
            end = self._objects_end(words, at)
            if end is None:
                return at - 1
            at = end
        return at

    def _objects_end(self, words: Sequence[Word], at: int) -> int | None:
        """Where the noun phrase behind a preposition ends, with others joined to it."""
        if at + 1 < len(words) and words[at].lower in ("them", "him", "her", "us", "me", "it", "whom", "which"):
            return None if words[at + 1].is_nominal else at + 1
        inner = self._noun_phrase(words, at)
        if inner is None:
            return None
        end = inner.end
        while end + 1 < len(words) and words[end].lower in ("and", "or"):
            other = self._noun_phrase(words, end + 1)
            if other is None:
                break
            end = other.end
        return end

    def _joined(self, words: Sequence[Word], first: Subject) -> Subject | None:
        """`The mayor and his deputy`, `bread, milk and eggs`; a subject of open number where it may be one thing."""
        end, parts, closed = first.end, [first], False
        while (end + 1 < len(words) and words[end].text == ",") or (
            end + 1 < len(words) and words[end].lower in ("and", "or")
        ):
            mark = words[end]
            at = end + 2 if mark.text == "," and words[end + 1].lower in ("and", "or") else end + 1
            closed = closed or words[at - 1].lower in ("and", "or")
            if at >= len(words) or words[at - 1].lower == "or":
                break
            other = self._with_phrases(words, at)
            if other is None or words[at].tag is Tag.GERUND or words[at].text == "I":
                break  # since the storm, and I was not here
            parts.append(other)
            end = other.end
            if closed:
                break
        if not closed:
            return None
        if len(parts) < 2 or words[parts[-1].start - 1].lower != "and" or end != parts[-1].end:
            return first._replace(end=end, number=Number.OPEN)
        if first.number is not Number.MORE and first.end > first.head + 1:
            return first._replace(end=end, number=Number.OPEN)  # the partnership of managers, owners and players
        both = all(self._stands_alone(words, part) for part in parts)
        return Subject(first.start, end, first.head, Number.MORE if both else Number.OPEN)

    def _stands_alone(self, words: Sequence[Word], part: Subject) -> bool:
        """Whether a part of a list is surely a thing of its own: not bread and butter, not research and development."""
        opens = words[part.start].lower
        if opens in ("every", "each", "no", "another", "any", "that", "what"):
            return False
        person = part.head > part.start and self._is_named_person(words, part.start, part.head)
        named = words[part.head].is_proper and (person or self._is_place(words, part))
        return part.number is Number.MORE or named or (opens in DETERMINERS and part.number is not Number.OPEN)

    def _with_clause(self, words: Sequence[Word], subject: Subject) -> Subject | None:
        """The subject with a relative clause, an infinitive or an aside behind it."""
        at = subject.end
        opens = words[at]
        if opens.text in ",-–—":
            return self._with_aside(words, subject)
        if opens.lower == "whose":
            owned = self._with_phrases(words, at + 1)
            verb = owned.end if owned is not None else len(words)
            if verb + 1 >= len(words) or not words[verb].tag & (Tag.AUXILIARY | Tag.VERB_PAST | Tag.VERB_PRESENT):
                return None
            end = self._rest_end(words, main_verb(words, verb) + 1)
            return subject._replace(end=end, sure=False) if end is not None else None
        if opens.lower in ("who", "which", "that") and opens.tag is not Tag.DETERMINER:
            end = self.relative_end(words, at)
            return subject._replace(end=end) if end is not None else None
        if opens.tag is Tag.INFINITIVE and words[at + 1].tags & Tag.VERB_BASE and words[at + 1].lower not in SPEECH:
            end = self._rest_end(words, main_verb(words, at + 1) + 1)
            return subject._replace(end=end, sure=False) if end is not None else None
        return subject

    def relative_end(self, words: Sequence[Word], at: int) -> int | None:
        """Where the relative clause with its pronoun at `at` ends, if it is short and plain."""
        verb = verb_behind(words, at + 1)
        if verb is None:
            verb = at + 1 if words[at + 1].tag & (Tag.VERB_PAST | Tag.MODAL | Tag.AUXILIARY) else None
        if verb is None:
            return None
        last = main_verb(words, verb)
        return None if words[last].lower in SPEECH | OPEN_VERBS else self._rest_end(words, last + 1)

    def _rest_end(self, words: Sequence[Word], at: int) -> int | None:
        """Where what a verb can have behind it ends: an object, phrases, adverbs."""
        start = at
        while at + 1 < len(words) and at - start < 12:
            word = words[at]
            if word.tag & (Tag.ADVERB | Tag.PARTICLE) or word.lower == "not":
                at += 1
                continue
            end = self._phrases_end(words, at)
            if end == at:
                inner = self._noun_phrase(words, at)
                if inner is None or words[inner.start].lower in _NOMINATIVES:
                    return at
                end = inner.end
            at = end
        return at

    def _with_aside(self, words: Sequence[Word], subject: Subject) -> Subject | None:
        """`The mayor, who was born here, has`: the comma behind the aside stands right before the verb."""
        comma = subject.end
        if comma + 2 >= len(words):
            return None
        mark = words[comma].text
        for at in range(comma + 2, min(comma + _LONGEST_ASIDE, len(words) - 1)):
            if words[at].text in ';:“”"—–' and words[at].text != mark:
                return None
            if words[at].text == mark and (mark != "-" or words[at].start > words[at - 1].end):
                verb = verb_behind(words, at + 1)
                if verb is None or not (
                    words[verb].lower in HELPERS or words[verb].tag & (FINITE_VERB | Tag.VERB_BASE)
                ):
                    return None
                inner = words[comma + 1 : at]
                listed = inner[0].lower in DETERMINERS and any(word.lower == "and" for word in inner)
                opens = inner[0].lower in _ALONGSIDE or listed or inner[0].tag is Tag.ADVERB
                number = Number.OPEN if opens and subject.number is not Number.MORE else subject.number
                return subject._replace(end=at + 1, number=number)
        return None

    # A relative pronoun as the subject

    def _relative(self, words: Sequence[Word], index: int) -> Subject | None:
        """`the geography of the city, which has`: as many as the nouns that the pronoun may stand for, if all agree."""
        word = words[index]
        if index < 1 or word.lower not in ("who", "which", "that") or verb_behind(words, index + 1) is None:
            return None
        if word.lower == "that" and words[index - 1].text == ",":
            return None
        noun = index - 2 if words[index - 1].text == "," else index - 1
        if noun < 0 or not words[noun].is_noun:
            return None
        start = self._chain_start(words, noun)
        numbers = self._numbers(words, start, noun)
        before = words[start - 1].lower if start else ""
        among = {each.lower for each in words[start : noun + 1]}
        if word.lower == "which" and numbers <= {Number.ONE, Number.GROUP} and numbers:
            numbers = {Number.ONE}  # several persons are “who”
        if word.lower == "who" and len(numbers) > 1:
            numbers.discard(Number.GROUP)  # a teacher from Porto
        if (
            len(numbers) != 1
            or before in ("and", "or", "of", "than", "as")
            or among & ({"one", "and", "or"} | _QUANTITIES)
        ):
            return None
        if words[noun].is_proper and word.lower == "that":
            return None
        number = numbers.pop()
        clause = words[index - 1].text == "," and number is Number.MORE  # he sold the houses, which was wrong
        plain = word.lower != "that" or (
            number is Number.MORE and words[start].lower in DETERMINERS and words[noun].lower not in CLAUSE_NOUNS
        )
        return Subject(index, index + 1, noun, number, sure=plain and not clause)

    def _numbers(self, words: Sequence[Word], start: int, noun: int) -> set[Number]:
        """The numbers of all noun phrases from `start` to `noun`; none where one of them is unclear."""
        numbers, at = set(), start
        while at <= noun:
            phrase = self._noun_phrase(words, at)
            if phrase is None:
                return set()
            numbers.add(phrase.number)
            at = phrase.end + 1
        return numbers

    def _chain_start(self, words: Sequence[Word], noun: int) -> int:
        """Where the chain of noun phrases and prepositions begins that ends with the noun."""
        at = noun
        while at > 0:
            before = words[at - 1]
            if not (before.is_nominal or before.lower in DETERMINERS or before.lower in _PREPOSITIONS | {"of"}):
                break
            if before.lower in ("to", "about"):
                break
            at -= 1
        while at < noun and words[at].lower in _PREPOSITIONS | {"of"}:
            at += 1
        return at

    # Noun phrases

    def _noun_phrase(self, words: Sequence[Word], start: int) -> Subject | None:
        """The noun phrase at `start` without what stands behind its noun."""
        if start >= len(words):
            return None
        alone = self._pronoun(words, start)
        if alone is not None:
            return Subject(start, start + 1, start, alone)
        at, head = start, None
        while at < len(words):
            word = words[at]
            if head is not None and (word.lower in DETERMINERS or word.tag is Tag.ADJECTIVE or word.tag is Tag.NUMBER):
                break
            if head is not None and words[head].is_noun and head == at - 1 and self._is_verb_here(words, at):
                break
            if head == at - 1 and start < at and self._is_only_verb(words, at):
                break
            if word.is_noun:
                head = at
            elif (
                word.text in "’'"
                and head == at - 1
                and words[head].lower.endswith("s")
                and self._nominal(words, at + 1)
            ):
                head = None
            elif word.tag is Tag.POSSESSIVE and word.text[0] in "’'":
                if head != at - 1:
                    return None
                head = None
            elif word.lower == "per" and at + 1 < len(words) and words[at + 1].lower == "cent":
                pass
            elif word.text == "." and words[at - 1].lower in _TITLES and self._nominal(words, at + 1):
                head = None
            elif head is not None or not (self._modifies(words, at, start) or word.text in "$£€%-"):
                break
            elif word.lower in _ARTICLES and at > start and words[at - 1].lower in DETERMINERS - _BEFORE_ARTICLE:
                return None
            at += 1
        if head is None or head != at - 1 or words[head].lower in ("them", "him"):
            return None
        sure = head > 0 or not self._words.may_be_proper(words[0].text)  # Bridges was elected
        return Subject(start, at, head, self._number(words, start, head), sure)

    def _nominal(self, words: Sequence[Word], at: int) -> bool:
        return at < len(words) and words[at].is_nominal

    def _is_verb_here(self, words: Sequence[Word], at: int) -> bool:
        word = words[at]
        return word.lower in HELPERS or bool(word.tag & (FINITE_VERB | Tag.VERB_BASE))

    def _is_only_verb(self, words: Sequence[Word], at: int) -> bool:
        """Whether what reads as a noun behind a noun is the verb that the sentence lacks: the village want a museum."""
        word, before = words[at], words[at - 1]
        if at + 2 >= len(words) or word.is_capitalised or not before.is_noun:
            return False
        bare = word.tag is Tag.NOUN and word.tags & Tag.VERB_BASE and before.tag is not Tag.PLURAL_NOUN
        several = word.tag is Tag.PLURAL_NOUN and word.tags & Tag.VERB_PRESENT and before.tag is Tag.PLURAL_NOUN
        amount = words[at + 1].lower == "to" and words[at + 2].tag is Tag.NUMBER  # not: a phone call to her mother
        opens = words[at + 1].lower in DETERMINERS | OBJECT_PRONOUNS or amount
        if not (bare or several) or not opens:
            return False
        return not any(
            is_finite(words, spot) or words[spot].tag & (Tag.MODAL | Tag.AUXILIARY) for spot in range(len(words))
        )

    def _modifies(self, words: Sequence[Word], at: int, start: int) -> bool:
        """Whether the word can stand before the noun of its phrase."""
        word = words[at]
        if word.is_nominal or word.lower in DETERMINERS:
            return True
        if at + 1 >= len(words) or not words[at + 1].is_nominal or words[at + 1].lower in DETERMINERS:
            return False
        return bool(word.tags & (_PARTICIPLE | Tag.GERUND)) or (
            at > start and word.tag is Tag.ADVERB and words[at + 1].tag is Tag.ADJECTIVE
        )

    def _pronoun(self, words: Sequence[Word], at: int) -> Number | None:
        """The number of a pronoun that stands by itself."""
        word = words[at]
        after = words[at + 1] if at + 1 < len(words) else None
        if word.lower in INDEFINITES | {"he", "she", "it"}:
            return Number.ONE
        if word.lower in ("they", "we", "you", "i"):
            return Number.MORE
        nominal = Tag.NOUN | Tag.PLURAL_NOUN
        follows = after is not None and (after.is_nominal or after.tags & nominal or after.lower in DETERMINERS)
        if after is not None and follows and after.lower not in HELPERS:
            return None
        if word.lower in _PRONOUNS_OF_ONE or word.lower == "one":
            return Number.ONE
        if word.lower in _PRONOUNS_OF_MORE or word.lower in _NUMBERS:
            return Number.MORE
        return Number.OPEN if word.lower in _SHARES | {"none", "neither", "either", "any"} else None

    def _number(self, words: Sequence[Word], start: int, head: int) -> Number:
        noun = words[head]
        opens = head == start > 0 and words[start - 1].tag is Tag.PUNCTUATION
        if noun.is_proper:
            return self._number_of_name(words, start, head)
        if noun.is_capitalised and head > 0 and not opens:
            return Number.OPEN
        within = [word.lower for word in words[start:head]]
        owner = max((at for at, lower in enumerate(within) if lower in ("'s", "’s", "’", "'")), default=-1)
        within = within[owner + 1 :]
        counted = any(lower in _NUMBERS or lower[0].isdigit() for lower in within)
        if self._is_plural(noun):
            if noun.lower in _SUMS - _PLURALS or (counted and noun.lower in _SUMS):
                return Number.OPEN
            return Number.OPEN if set(within) & _DETERMINERS_OF_ONE else Number.MORE
        if not self._is_single(noun):
            return Number.OPEN
        if set(within) & (DETERMINERS_OF_MORE | _OPEN_DETERMINERS) or (counted and "one" not in within):
            return Number.OPEN
        bare = not any(word.lower in DETERMINERS or word.tag is Tag.POSSESSIVE for word in words[start:head])
        people = self._words.likely_tag(noun.lower) & (Tag.ADJECTIVE | Tag.PAST_PARTICIPLE) and head == start + 1
        if people and words[start].lower == "the":
            return Number.OPEN  # the wounded
        if bare and "one" not in within and self._words.takes_article(noun.lower):
            return Number.OPEN  # a noun without its article may as well lack its -s
        if noun.lower in _GROUPS or noun.lower.endswith(("fish", "craft")):
            return Number.GROUP
        if noun.lower in _QUANTITIES:
            return Number.GROUP
        return Number.ONE

    def _is_plural(self, noun: Word) -> bool:
        lower = noun.lower
        regular = (lower.endswith("s") and not lower.endswith(("ss", "ics", "us", "is"))) or lower in _PLURALS
        return noun.tag is Tag.PLURAL_NOUN and regular

    def _is_single(self, noun: Word) -> bool:
        lower = noun.lower
        plain = noun.tag is Tag.NOUN and not noun.tags & (Tag.PLURAL_NOUN | Tag.NUMBER)
        return plain and not lower.endswith(("s", "eria", "ena", "dia", "ae", "ata", "i", "í", "men"))

    def _number_of_name(self, words: Sequence[Word], start: int, head: int) -> Number:
        """One where a person bears the name; a place or a body may be told of as several."""
        name = words[head]
        if name.lower.endswith(("í", "fish")):
            return Number.OPEN  # Gardaí have, Catfish have
        if self._is_named_person(words, start, head):
            return Number.ONE
        if words[start].lower == "the" and not name.lower.endswith("s"):
            return Number.OPEN if self._names.is_demonym(name.text) else Number.GROUP  # the French are coming
        if words[start].lower in DETERMINERS:
            return Number.OPEN
        return Number.OPEN if name.lower.endswith("s") else Number.GROUP

    def _is_named_person(self, words: Sequence[Word], start: int, head: int) -> bool:
        """Whether a person bears the name: known from the article, behind a title, or with a given name."""
        run = words[start:head]
        first = next((at for at in range(head, start, -1) if not words[at - 1].is_proper), start)
        if first > start and self._words.is_person_noun(words[first - 1].lower):
            return True
        if not all(word.is_proper or word.lower in _TITLES | {"."} for word in run):
            return False
        given = bool(run) and self._words.is_given_name(run[0].text) and self._words.is_surname(words[head].text)
        return given or self._is_person(words[head].text) or bool(run and run[0].lower in _TITLES)

    def _is_place(self, words: Sequence[Word], part: Subject) -> bool:
        name = " ".join(word.text for word in words[part.start : part.end])
        return bool({"country", "city"} & {str(kind) for kind in self._names.kinds_of(name)})


def _closing_bracket(words: Sequence[Word], opening: int) -> int | None:
    """Where the bracket at `opening` is closed, if it is soon."""
    end = min(opening + _LONGEST_BRACKET, len(words))
    return next((at for at in range(opening + 1, end) if words[at].text == ")"), None)


def _opens_participle_phrase(word: Word, after: Word) -> bool:
    """Whether a participle with its phrase describes the noun before it: built in 1900, facing the sea."""
    participle = word.tags & (_PARTICIPLE | Tag.GERUND) and not word.is_noun and word.lower not in SPEECH | OPEN_VERBS
    follows = after.lower in _PREPOSITIONS or (word.tag is Tag.GERUND and after.lower in DETERMINERS)
    return bool(participle) and follows


def is_helper(word: Word) -> bool:
    """Whether the word is one of `HELPERS`, with whichever apostrophe."""
    return word.lower.replace("'", "’") in HELPERS


def verb_behind(words: Sequence[Word], at: int) -> int | None:
    """The word at `at`, or behind adverbs there, that can be a finite verb which tells one from several."""
    if at < len(words) and words[at].lower in ("himself", "herself", "itself", "themselves"):
        at += 1
    while at < len(words) and (
        words[at].lower in MIDDLE_ADVERBS - {"not"} or (words[at].tag is Tag.ADVERB and words[at].lower.endswith("ly"))
    ):
        at += 1
    if at + 1 >= len(words) or words[at].is_capitalised:
        return None
    word = words[at]
    known = is_helper(word) or bool(word.tags & (Tag.VERB_PRESENT | Tag.VERB_BASE))
    return at if known and not word.tag & (Tag.PREPOSITION | Tag.CONJUNCTION) else None
