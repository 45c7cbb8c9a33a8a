"""Whether a pronoun that the model would take out repeats its subject, and leaves a whole clause behind."""

from __future__ import annotations

from collections.abc import Sequence

from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.syntax.clauses import (
    Rest,
    chunk_start,
    has_time_for_object,
    is_complete,
    is_contact_clause,
    is_fronted_list,
    is_fronted_object,
    main_verb,
    rest_of_clause,
    verb_after,
)
from cleanup.syntax.parser import DETERMINERS, RELATIVES, Word, from_first_word, tag_sentence
from cleanup.syntax.words import (
    BE,
    SPEECH,
    TIME_NOUNS,
)

_WISHES = word_set("rather sooner")
_FRONTED = word_set(
    "in on at by with without despite during under over from of to about amid among between into through throughout "
    "according thanks due instead up down off out along across around behind inside onto above below beneath near past "
    "beyond for since until till before after"
)
_HEADS_OF_CONTACT_CLAUSES = word_set(
    "those all everything anything nothing everyone everybody anyone anybody something"
)
_ASKS_WHICH = word_set("which what whose whatever whichever")
_IN_NOUN_PHRASE = Tag.DETERMINER | Tag.ADJECTIVE | Tag.NUMBER | Tag.NOUN | Tag.PLURAL_NOUN | Tag.PROPER_NOUN
_CLAUSE_ENDS = frozenset(",;.:!?")


def leaves_whole(sentence: str, start: int, *, sure: bool, certain: bool) -> bool:
    """Whether the verb behind the pronoun at `start` is the only one of its clause, has its object and another subject.

    Of the object grammar often cannot tell: where the model is sure, a clause without another verb is enough; where it
    is certain, a subject before the pronoun is.
    """
    words = from_first_word(tag_sentence(sentence))
    index = next((number for number, word in enumerate(words) if word.start == start), None)
    verb = None if index is None else verb_after(words, index)
    if index is None or verb is None or not _may_repeat(words, index):
        return False
    if words[verb].lower in BE and verb + 1 < len(words) and words[verb + 1].lower in _CLAUSE_ENDS:
        return False  # a beverage it is; a soup, probably not
    person = words[index].lower in ("he", "she")
    if person and has_time_for_object(words, main_verb(words, verb)):
        return False  # the Eiger she climbed three times
    gap = words[index - 1].lower in RELATIVES  # who they trail by eight points
    behind = words[main_verb(words, verb) + 1 :][:1]
    stranded = any(word.lower == "to" for word in behind) and not is_complete(words, verb)
    if certain and not stranded and (not gap or is_complete(words, verb)):
        return True
    if not gap and is_contact_clause(words, main_verb(words, verb)):
        return False
    rest = rest_of_clause(words, main_verb(words, verb) + 1, subordinate=gap)
    return (sure and rest is Rest.NONE and not gap) or (rest is not Rest.SURE and is_complete(words, verb))


def is_behind_front(sentence: str, start: int) -> bool:
    """Whether what stands before the pronoun at `start` was moved to the front, so that nothing repeats it."""
    words = from_first_word(tag_sentence(sentence))
    index = next((number for number, word in enumerate(words) if word.start == start), 0)
    if index < 1:
        return False
    verb = verb_after(words, index)
    if is_fronted_list(words, index) or (verb is not None and is_fronted_object(words, index, verb)):
        return True
    if words[index - 1].lower in _WISHES:
        return True  # had rather he stayed
    if _is_parenthesis(words, index) or _is_subject_behind_participle(words, index):
        return True
    opener = words[0].lower
    if opener == "for" and words[index].lower == "it" and verb is not None and words[verb].lower in BE:
        return True  # for a baker who nearly lost the shop it is a rescue
    counted = opener == "of" and words[index - 1].tag is Tag.NUMBER  # of the nine, three she knew
    return counted or (index == 1 and opener in ("this", "that", "these", "those"))  # this he refused


def _is_parenthesis(words: Sequence[Word], index: int) -> bool:
    """`cast, it is whispered, by a friend`: a clause between commas that says where something is known from."""
    if words[index].lower not in ("it", "they") or words[index - 1].text not in ",–—(":
        return False
    end = next((at for at in range(index + 1, min(index + 6, len(words))) if words[at].text in ",–—)"), None)
    return end is not None and bool(words[end - 1].tags & (Tag.PAST_PARTICIPLE | FINITE_VERB | Tag.VERB_BASE))


def _is_subject_behind_participle(words: Sequence[Word], index: int) -> bool:
    """`Having lost his seat, he took up bees`: the pronoun is the only subject behind the phrase that opens."""
    helped = words[0].lower in ("having", "being")  # the participle behind it looks like a verb
    opens = helped or words[0].tag in (Tag.PAST_PARTICIPLE, Tag.GERUND)
    verbs = any(word.tag & FINITE_VERB for word in words[3 if helped else 1 : index])
    return opens and words[index - 1].text == "," and not verbs


def _has_main_verb(words: Sequence[Word], end: int) -> bool:
    """Whether more verbs than relatives stand before `end`."""
    verbs = sum(1 for word in words[:end] if word.tag & FINITE_VERB)
    return verbs > sum(1 for word in words[:end] if word.lower in RELATIVES)


def _may_repeat(words: Sequence[Word], index: int) -> bool:
    """Whether a subject may stand before the pronoun at `index`, which it would repeat: no time, no `as a lawyer`."""
    first = chunk_start(words, index)
    if words[index - 1].lower in _HEADS_OF_CONTACT_CLAUSES:
        return False  # those they tried are dead
    if words[index - 1].lower in ("there", "here"):
        return False  # because there it does nothing but rain
    if words[index - 1].text in "”»" and words[index + 1].lower in SPEECH:
        return False  # “Milk” it said above the door
    if words[0].lower in ("for", "to", "with") and words[index + 1].lower in BE and not _has_main_verb(words, index):
        return False  # for a club that once risked the third league it is a triumph
    if first == index:
        before = words[index - 1].lower
        of_noun = index > 1 and words[index - 2].is_noun  # a relative has a noun to refer to
        return of_noun if before == "that" else before not in ("what", "whatever", "where", "when")
    if words[first].lower in _ASKS_WHICH or (first and words[first - 1].lower in _ASKS_WHICH):
        return False  # asked which team he favours
    if _is_object_of_infinitive(words, index) or _is_one_by_one(words, index):
        return False
    if words[first].lower == "because" and words[first + 1].lower == "of":
        return False  # because of the drought it arrived late
    if words[first].lower in _FRONTED and not _has_second_noun(words, first + 2, index):
        return False
    person = words[index].lower in ("he", "she")
    if person and first + 1 == index and words[first].tag is Tag.NOUN:
        return False  # cinema she has done little of
    role = any(word.lower == "as" for word in words[max(0, first - 1) : first + 1])
    return not (role or words[index - 1].lower in TIME_NOUNS)


def _is_object_of_infinitive(words: Sequence[Word], index: int) -> bool:
    """`to retain the trophy they lost in May`: the noun before the pronoun is the object of an infinitive."""
    start = index
    while start > 0 and words[start - 1].tag & _IN_NOUN_PHRASE:
        start -= 1
    return start > 1 and words[start - 2].lower == "to" and bool(words[start - 1].tags & Tag.VERB_BASE)


def _is_one_by_one(words: Sequence[Word], index: int) -> bool:
    """`one by one they left`: what stands before the pronoun says how they did it."""
    if index < 3 or words[index - 2].lower not in ("by", "after"):
        return False
    return words[index - 3].lower == words[index - 1].lower


def _has_second_noun(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a noun phrase begins right behind a noun: in those villages the heating."""
    opens = (at for at in range(start, end) if words[at].lower in DETERMINERS)
    return any(words[at - 1].is_noun for at in opens)
