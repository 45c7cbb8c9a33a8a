"""The subjects of finite verbs: which word is their head, and whether they are one or several.

A clause is read from where it surely begins: a noun phrase, what stands behind it (phrases with prepositions,
participles, relative clauses, asides between commas), then the verb. Where any part is unclear there is no answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from cleanup.lexicon.inflection import gerund
from cleanup.lexicon.names import Names
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import inflected
from cleanup.lexicon.words import FINITE_VERB, Tag, Words
from cleanup.syntax.clauses import Place, is_finite, main_verb, subject_place
from cleanup.syntax.noun_phrases import QUANTITY_NOUNS, SHARES, NounPhrases, Number, Subject
from cleanup.syntax.parser import DETERMINERS, OPENERS, Word
from cleanup.syntax.words import (
    APPROXIMATE,
    CLAUSE_NOUNS,
    HELPERS,
    INDEFINITES,
    INTRANSITIVE,
    MIDDLE_ADVERBS,
    MODALS,
    OPEN_VERBS,
    PREPOSITIONS_OF_CLAUSES,
    SPEECH,
    TELL,
    TIME_NOUNS,
)

_NOMINATIVES: Final = word_set("i he she we they")
_QUESTIONS: Final = word_set("how why when where what whether if")
_RELATIVES: Final = word_set("that which who")
_PARTS: Final = word_set("one each either neither")
_PREPOSITIONS: Final = word_set(
    "in on at to from for behind under near with between along around above below by into over during against within "
    "without through across towards toward among amid inside outside beside beyond despite throughout about"
)
_CAUSING: Final = inflected("verbs_with_bare_infinitive", gerund)
"""Verbs whose object has a bare infinitive behind it."""
_NO_PLACE: Final = word_set("and or nor not than as /")
_ALONGSIDE: Final = word_set("and or nor but with as like plus along together including both not even especially")
"""Words that open an aside which may count to the subject."""
_APPROXIMATE_PAIRS: Final = frozenset(
    ["at least", "at most", "more than", "fewer than", "less than", "up to", "close to", "as many"]
)
_LONGEST_ASIDE: Final = 24
_LONGEST_BRACKET: Final = 12  # words, the brackets included


class Subjects:
    """Finds subjects in the words of a sentence. `is_person` says of a name whether a person bears it."""

    def __init__(self, lexicon: Words, names: Names, is_person: Callable[[str], bool]) -> None:
        self._phrases = NounPhrases(lexicon, names, is_person)

    def of_verbs(self, words: Sequence[Word]) -> dict[int, Subject]:
        """The index of each verb whose subject is found, with that subject; the one that begins first counts."""
        found: dict[int, Subject] = {}
        for start in range(len(words) - 1):
            subject = self._relative(words, start) or self._begun(words, start)
            if subject is None:
                continue
            verb = _verb_behind(words, subject.end)
            if verb is not None:
                found.setdefault(verb, subject)
        for index in range(2, len(words) - 2):
            if words[index].lower in ("and", "or", "but"):
                self._add_joined_verb(words, index, found)
        return found

    def _add_joined_verb(self, words: Sequence[Word], index: int, found: dict[int, Subject]) -> None:
        """`They open the window and give`: the verb behind “and” has the subject of the one before."""
        verb = _verb_behind(words, index + 1)
        first = max((at for at in found if at < index), default=None)
        if verb is None or first is None or verb in found or words[verb].is_noun or _ends_list(words, index):
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
        verb = _verb_behind(words, index + 1) if opens else None
        if verb is None or not _is_helper(words[verb]):
            return None
        at = verb + 1 if words[verb + 1].lower not in MIDDLE_ADVERBS else verb + 2
        phrase = self._phrases.at(words, at)
        if phrase is None or words[phrase.head].is_proper or phrase.end >= len(words) or phrase.head == phrase.start:
            return None
        if words[phrase.end].lower == "of" and words[phrase.head].lower in QUANTITY_NOUNS:
            return None
        if words[phrase.start].lower in ("this", "that") and words[phrase.head].lower in TIME_NOUNS:
            return None  # there are this year more tourists
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
        verb = _verb_behind(words, subject.end)
        helped = verb is not None and words[verb].lower in HELPERS
        if place is Place.UNCERTAIN and not helped:
            return None
        if verb is not None and _is_in_question(words, subject, verb):
            return None
        if _is_shortened(words, subject):
            return None
        told = start > 0 and words[start - 1].lower in SPEECH and helped
        told = told and not any(word.tag is Tag.RELATIVE for word in words[:start])
        if verb is not None and helped and start and words[start - 1].lower in PREPOSITIONS_OF_CLAUSES | {"as"}:
            role = words[start - 1].lower == "as" and any(word.lower in _RELATIVES for word in words[:start])
            follows = words[verb + 1].tag & (Tag.PAST_PARTICIPLE | Tag.GERUND)
            told = told or (bool(follows) and not role)  # after the ship were sunk; the firms that serve as hosts have
        if place is Place.WEAK and helped and words[start - 1].lower == "and" and words[start].tag is Tag.NUMBER:
            told = told or any(word.tag is Tag.AUXILIARY for word in words[: start - 1])  # and eleven others is hurt
        return subject._replace(sure=subject.sure and (place is Place.STRONG or told))

    def _place(self, words: Sequence[Word], start: int) -> Place:
        """How surely a subject begins at `start`."""
        word = words[start]
        if (led := _approximate_start(words, start)) < start:
            return Place.STRONG if led == 0 else subject_place(words, led)
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
        if start == 0 and words[0].tag is Tag.GERUND and words[0].lower not in INTRANSITIVE:
            return subject._replace(number=Number.OPEN)  # taking exams is hard, smuggling boats are fast
        joined = self._joined(words, subject)
        if joined is not None:
            return joined
        return self._with_clause(words, subject)

    def _doing(self, words: Sequence[Word], start: int) -> Subject | None:
        """`Standing as a candidate is`: what one does is one."""
        at = start + 1
        if words[start].lower in _CAUSING:
            return None
        if words[at].lower in DETERMINERS or words[at].is_proper or words[at].tag is Tag.PLURAL_NOUN:
            what = self._with_phrases(words, at)
            at = what.end if what is not None else at
        elif words[at].lower in _PREPOSITIONS:
            at = self._phrases_end(words, at)
        elif words[at].lower not in HELPERS:
            return None
        return Subject(start, at, start, Number.ONE, sure=False)

    def _with_phrases(self, words: Sequence[Word], start: int) -> Subject | None:
        phrase = self._phrases.at(words, start)
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
        inner = self._phrases.at(words, phrase.end + 1)
        if inner is None:
            return None
        head, opens = words[phrase.head].lower, words[phrase.start].lower
        number = phrase.number
        if head in _PARTS:
            number = (
                Number.ONE if inner.number is Number.MORE or words[inner.head].lower in ("them", "us") else Number.OPEN
            )
        elif head in ("percent", "cent") or (head in SHARES and phrase.head == phrase.start):
            number = inner.number
        elif head in QUANTITY_NOUNS or phrase.number is Number.GROUP:
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
                    if words[at].tag & (Tag.PARTICLE | Tag.ADVERB) and at + 1 < len(words):
                        at += 1
                    if _is_helper(words[at]):
                        return at
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
        inner = self._phrases.at(words, at)
        if inner is None:
            return None
        end = inner.end
        while end + 1 < len(words) and words[end].lower in ("and", "or"):
            other = self._phrases.at(words, end + 1)
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
        if len(parts) == 2 and words[first.end].text == ",":
            return first._replace(end=end, number=Number.OPEN)  # a clause whose verb was lost, and a second subject
        if first.number is not Number.MORE and first.end > first.head + 1:
            return first._replace(end=end, number=Number.OPEN)  # the partnership of managers, owners and players
        both = all(self._stands_alone(words, part) for part in parts)
        return Subject(first.start, end, first.head, Number.MORE if both else Number.OPEN)

    def _stands_alone(self, words: Sequence[Word], part: Subject) -> bool:
        """Whether a part of a list is surely a thing of its own: not bread and butter, not research and development."""
        opens = words[part.start].lower
        if opens in ("every", "each", "no", "another", "any", "that", "what"):
            return False
        person = part.head > part.start and self._phrases.is_named_person(words, part.start, part.head)
        named = words[part.head].is_proper and (person or self._phrases.is_place(words, part))
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
        if at + 1 >= len(words):
            return subject
        if opens.tag is Tag.INFINITIVE and words[at + 1].tags & Tag.VERB_BASE and words[at + 1].lower not in SPEECH:
            end = self._rest_end(words, main_verb(words, at + 1) + 1)
            return subject._replace(end=end, sure=False) if end is not None else None
        return subject

    def relative_end(self, words: Sequence[Word], at: int) -> int | None:
        """Where the relative clause with its pronoun at `at` ends, if it is short and plain."""
        verb = _verb_behind(words, at + 1)
        if verb is None and at + 1 < len(words):
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
                inner = self._phrases.at(words, at)
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
                verb = _verb_behind(words, at + 1)
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
        if index < 1 or word.lower not in ("who", "which", "that") or _verb_behind(words, index + 1) is None:
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
            or before in ("and", "or", "of", "than", "as", "like", "unlike", "including", "except")
            or among & ({"one", "and", "or"} | QUANTITY_NOUNS)
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
            phrase = self._phrases.at(words, at)
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


def _is_in_question(words: Sequence[Word], subject: Subject, verb: int) -> bool:
    """`How the rules fit with the law is unclear`: the question may have its verb before, and be the subject itself."""
    if subject.start == 0 or words[subject.start - 1].lower not in _QUESTIONS:
        return False
    return any(word.tags & (FINITE_VERB | Tag.VERB_BASE) for word in words[subject.head + 1 : verb])


def _is_shortened(words: Sequence[Word], subject: Subject) -> bool:
    """Whether it is the subject of a relative clause, with its verb behind it: the cows that the man sold in May."""
    start, end = subject.start, subject.head + 1
    relative = words[start - 1].lower if start > 1 else ""
    behind_noun = relative in ("that", "which", "whom") and words[start - 2].is_noun
    return behind_noun and end < subject.end and bool(words[end].tags & Tag.VERB_PAST)


def _closing_bracket(words: Sequence[Word], opening: int) -> int | None:
    """Where the bracket at `opening` is closed, if it is soon."""
    end = min(opening + _LONGEST_BRACKET, len(words))
    return next((at for at in range(opening + 1, end) if words[at].text == ")"), None)


def _opens_participle_phrase(word: Word, after: Word) -> bool:
    """Whether a participle with its phrase describes the noun before it: built in 1900, facing the sea."""
    participle = word.tags & (Tag.PAST_PARTICIPLE | Tag.GERUND) and not word.is_noun
    if not participle or word.lower in SPEECH | OPEN_VERBS:
        return False
    return after.lower in _PREPOSITIONS or (word.tag is Tag.GERUND and after.lower in DETERMINERS)


def _approximate_start(words: Sequence[Word], start: int) -> int:
    """Where what makes the number at `start` inexact begins: at least 44, more than two, nearly nine."""
    if words[start].tag is not Tag.NUMBER or start == 0:
        return start
    pair = f"{words[start - 2].lower} {words[start - 1].lower}" if start > 1 else ""
    if pair in _APPROXIMATE_PAIRS:
        return start - 2
    return start - 1 if words[start - 1].lower in APPROXIMATE | {"only", "just"} else start


def _is_helper(word: Word) -> bool:
    """Whether the word is one of `HELPERS`, with whichever apostrophe."""
    return word.lower.replace("'", "’") in HELPERS


def _verb_behind(words: Sequence[Word], at: int) -> int | None:
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
    known = _is_helper(word) or bool(word.tags & (Tag.VERB_PRESENT | Tag.VERB_BASE))
    return at if known and not word.tag & (Tag.PREPOSITION | Tag.CONJUNCTION) else None


def _ends_list(words: Sequence[Word], index: int) -> bool:
    """Whether what is behind the conjunction ends a list of nouns: telescopes, long lenses, and feeds."""
    last = words[index + 1]
    listed = words[index - 1].text == "," and words[index - 2].tag is Tag.PLURAL_NOUN
    return listed and bool(last.tags & Tag.PLURAL_NOUN) and any(word.text == "," for word in words[: index - 1])
