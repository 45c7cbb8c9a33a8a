"""A clause of its own behind a whole one: what stood between the two is a mark, and never nothing.

They are rules of the decision list in `borders`, and look for the subject and the verb of what follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import Tag
from cleanup.passes.fused_words.asides import says_so
from cleanup.passes.fused_words.clause import ENDS, FINITE, NOMINAL, Place
from cleanup.passes.fused_words.descriptions import may_be_verb
from cleanup.passes.fused_words.lists import PRONOUNS, RELATIVES, SUBORDINATORS, THINKING, TIME
from cleanup.passes.fused_words.verdicts import Border, has_verb
from cleanup.syntax.words import BE, CLAUSE_NOUNS, HAVE, INTRANSITIVE, OPEN_VERBS, SPEECH

_SUBJECTS: Final = word_set("he she they we it i there nobody everybody everyone nothing everything somebody someone")
_BINDING: Final = Tag.DETERMINER | Tag.POSSESSIVE | Tag.PREPOSITION | Tag.ADJECTIVE | Tag.AUXILIARY | Tag.MODAL
_DETERMINED: Final = Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER
_OF_PHRASE: Final = NOMINAL | Tag.ADJECTIVE | Tag.NUMBER | Tag.GERUND | Tag.POSSESSIVE
_OPENS_TIME: Final = word_set("in after since before during on at for until by within")
_LONGEST_TIME: Final = 4  # words
_OBJECT: Final = _DETERMINED | Tag.PRONOUN
_SAYS_WHICH: Final = CLAUSE_NOUNS | word_set("reason way moment idea fact")
_ENDS_CLAUSE: Final = word_set("here there now again home away too already yesterday today tomorrow yet online")
_NAMING: Final = word_set("named called nicknamed dubbed titled entitled")
_NESTING: Final = RELATIVES | SUBORDINATORS | {"that", "where", "how", "why", "whether"}


def _before_main_clause(place: Place) -> Border | None:
    """A second main clause behind the first: `The mill cannot open; its own stones are broken`."""
    if not _is_whole(place) or (place.left_is_name and place.right in PRONOUNS):
        return None
    words = _up_to_mark(place, [place.right, *place.after])
    timed = _after_time(place, words)
    verb = verb_of_subject(place, words[timed:], named=False)
    if verb < 0:
        return None
    if words[verb] in SPEECH | BE and verb + 2 >= len(words) and place.after[len(words) - 1 : len(words)] == [","]:
        return Border(",", "the comma before the words that report was lost", 0.85)  # it opens, a guard says, at ten
    if not (place.left_is_name or timed) and leaves_gap(place, words, verb):
        return None
    return Border(";", "a clause of its own begins after it and the mark was lost", 0.8)


def _before_joined_clause(place: Place) -> Border | None:
    """A second main clause behind “and”: `The smoke reached Bergen, and the harbour was closed`."""
    if place.right != "and" or not _is_whole(place) or "between" in place.segment or "both" in place.segment:
        return None
    words = _up_to_mark(place, list(place.after))
    timed = _after_time(place, words)
    verb = verb_of_subject(place, words[timed:], named=True)
    return Border(",", "a clause after it lost its comma", 0.85) if verb >= 0 else None


def _after_subordinate(place: Place) -> Border | None:
    """The main clause behind one that opens the sentence: `If the vote fails, the mayor goes`."""
    opener = place.clause[0].lower() if place.clause else ""
    opens = opener in (SUBORDINATORS - {"since"}) | {"if"} and place.segment == place.clause and place.has_finite_verb
    if not opens or place.words.likely_tag(place.left.lower()) & _BINDING or _tells_clause(place):
        return None
    words = _up_to_mark(place, [place.right, *place.after])
    verb = verb_of_subject(place, words, named=not place.left_is_name)
    if verb < 0 or any(word.lower() in _NESTING for word in place.segment[1:]):
        return None
    if not place.left_is_name and may_be_verb(place) and place.left not in INTRANSITIVE:
        return None
    narrows = not place.left_is_name and place.words.likely_tag(place.left) & NOMINAL and leaves_gap(place, words, verb)
    return None if narrows else Border(",", "the comma after a clause that opens the sentence was lost", 0.85)


def _after_said(place: Place) -> Border | None:
    """What goes on behind who says so: `Houses, he said, cost too much`."""
    said = len(place.segment) == 1 and says_so(place.segment[0], [place.left, ","])
    if not said or not place.likely & FINITE or not place.head or place.opens_clause:
        return None
    goes_on = place.finite_verbs(place.head) == 0
    return Border(",", "the comma behind the words that report was lost", 0.9) if goes_on else None


RUN_ON_RULES = (_after_said, _after_subordinate, _before_main_clause, _before_joined_clause)


def _is_whole(place: Place) -> bool:
    """Whether the clause on the left has all that it needs, and nothing makes what follows a part of it."""
    words, opener = place.words, place.segment[0].lower() if place.segment else ""
    own = place.finite_verbs([*place.segment, place.left]) > 0 or (has_verb(place) and not place.head)
    if not (own or _has_named_object(place)) or place.in_opening or place.open_aside or place.apposed_name:
        return False
    if opener in SUBORDINATORS | RELATIVES | {"that"} or any(word.lower() in _NESTING for word in place.segment):
        return False
    if place.left in SPEECH | THINKING or _tells_clause(place):
        return False
    likely, before = words.likely_tag(place.left), place.segment[-1] if place.segment else ""
    if place.left_is_name:
        return True
    if likely & NOMINAL and not may_be_verb(place):
        return not (place.left in _SAYS_WHICH or place.left in TIME)
    denied = before in ("cannot", "not", "can", "could", "will", "would") and likely & Tag.VERB_BASE
    alone = place.left in INTRANSITIVE and likely & (Tag.VERB_PAST | Tag.PAST_PARTICIPLE | Tag.VERB_PRESENT)
    return bool(denied or alone) or place.left in _ENDS_CLAUSE


def _has_named_object(place: Place) -> bool:
    """Whether a past form that is more often a participle is the verb, with the name for its object."""
    verb = place.segment[-1] if place.left_is_name and len(place.segment) > 1 else ""
    subject = bool(verb) and bool(place.words.likely_tag(place.segment[-2].lower()) & NOMINAL)
    return subject and bool(place.words.tags(verb) & Tag.VERB_PAST) and verb not in _NAMING


def _tells_clause(place: Place) -> bool:
    """Whether a verb may have what follows for its content: it says nobody came; not: it blames the lack of boats."""
    words = place.segment
    for index, word in enumerate(words):
        following = words[index + 1].lower() if index + 1 < len(words) else ""
        reports = place.words.is_speech_verb(word) and not place.words.likely_tag(following) & _DETERMINED
        if reports or word in SPEECH | THINKING:
            return True
    return False


def _up_to_mark(place: Place, words: Sequence[str]) -> list[str]:
    """The words up to the next mark."""
    return list(takewhile(lambda word: word != "," and word not in ENDS, words))


def _after_time(place: Place, words: Sequence[str]) -> int:
    """How many words at the start say when: `in five years`, `after 2022`; 0 where none do."""
    if words[:1] == [] or words[0] not in _OPENS_TIME:
        return 0
    named = place.names.named_list("month")
    for index, word in enumerate(words[1:_LONGEST_TIME], start=1):
        year = word.isdigit() and len(word) == 4
        if word.lower() in TIME or word.capitalize() in named or year:
            return index + 1
    return 0


def verb_of_subject(place: Place, words: Sequence[str], *, named: bool) -> int:
    """Where the finite verb stands whose subject the words begin with, from a pronoun or a determiner on; else -1.

    A name is a subject too, if `named`.
    """
    if not words:
        return -1
    likely = place.words.likely_tag
    index = 1
    if words[0].lower() not in _SUBJECTS:
        if not (likely(words[0].lower()) & _DETERMINED or (named and words[0][0].isupper())):
            return -1
        while index < len(words) and _is_of_phrase(place, words, index):
            index += 1
    while index < len(words) and likely(words[index]) & Tag.ADVERB and words[index].islower():
        index += 1
    if words[index + 1 : index + 2] == ["by"] and place.words.tags(words[index]) & Tag.PAST_PARTICIPLE:
        return -1
    return index if place.is_finite(words, index) else -1


def _is_of_phrase(place: Place, words: Sequence[str], index: int) -> bool:
    word = words[index]
    if word[0].isupper() or not word[0].isalpha() or word in ("of", "s"):
        return True
    determined = words[index - 1] == "of" and place.words.likely_tag(word) & _DETERMINED
    return bool(determined or place.words.likely_tag(word) & _OF_PHRASE) and not place.is_finite(words, index)


def leaves_gap(place: Place, words: Sequence[str], verb: int) -> bool:
    """Whether the clause may lack an object, so that it says of the noun before it which one: `the loan the bank gave`.

    None lacks where a form of be has its predicate, where the verb takes no object, and where it has one already.
    """
    rest = [word for word in words[verb + 1 :] if not (word.islower() and place.words.likely_tag(word) & Tag.ADVERB)]
    if not rest or place.words.likely_tag(rest[-1].lower()) & Tag.PREPOSITION:
        return True
    main = rest[0] if words[verb] in HAVE else words[verb]
    if words[verb] in BE:
        return False
    if main in INTRANSITIVE:
        return False
    if main in OPEN_VERBS or words[verb] in HAVE:
        return True
    return not (rest[0][0].isdigit() or place.words.likely_tag(rest[0].lower()) & _OBJECT)
