"""Pronouns in a relative clause whose place its relative pronoun has already: the firm, which it makes toys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import all_forms
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.pronouns.edits import taken_out
from cleanup.passes.pronouns.phrases import TIME_STARTS, agrees
from cleanup.passes.pronouns.referents import Referents
from cleanup.resources import Resources
from cleanup.syntax.clauses import (
    contradicts,
    has_late_object,
    has_no_person_as_object,
    is_complete,
    main_verb,
    noun_phrase_end,
    says_clause,
    takes_more,
)
from cleanup.syntax.parser import DETERMINERS, RELATIVES, SUBJECT_PRONOUNS, Sentence, Word
from cleanup.syntax.words import BE, CLAUSE_NOUNS, MIDDLE_ADVERBS, OPEN_VERBS, SEEM, SPEECH, TELL, TIME_NOUNS

_BODIES = word_class("nouns_without_clause")
_TOWARDS = word_set("appointed elected sentenced transferred convicted deported exiled promoted")
_ABSTRACT = ("ion", "ions", "ment", "ness", "ity", "ence", "ance", "ism")
_SEE_AND_MAKE = word_set(
    "make makes made making see sees saw seen seeing find finds found finding let lets letting show shows showed shown"
)
_GIVE = frozenset(form for verb in ("leave", "get", "send", "give", "offer", "put") for form in all_forms(verb))
"""Forms of verbs whose object beside another can only be who receives it."""
_RECEIVERS = word_class("acting_bodies", "groups_of_people")
_SHARES = word_set(
    "half third quarter fifth tenth thirds quarters part most majority many some several few all none both two three "
    "four five six seven eight nine ten dozens hundreds thousands percent cent each neither one"
)
_BEFORE_TIMES = word_set("last this next for in on at since until during after before the many several some past")
_BEHIND_OBJECT = word_set("in on at last for from during after before as yesterday")
_ADVERBIALS = frozenset(
    [
        "so far",
        "until now",
        "up to now",
        "to date",
        "even today",
        "at first",
        "at last",
        "of late",
        "as usual",
        "in turn",
        "since then",
        "back then",
        "to this day",
        "in part",
        "until recently",
        "until then",
        "from time to time",
        "as well",
        "in fact",
        "for now",
        "for years",
        "at times",
        "once again",
    ]
)
_JUDGEMENTS = word_class("adjectives_of_deeds")
_ANYBODY = word_set("nobody everybody everyone anybody anyone")
_WRITE = word_set("write writes wrote written read reads note notes noted")
_LONGEST_JUDGEMENT = 4  # words between a form of be and the infinitive
_LONGEST_ADVERBIAL = 7  # words between the relative and the pronoun
_FAR = 12  # words before the relative in which somebody may say the clause


class RelativeClauses:
    """Judges pronouns behind which, who and that by whether their clause lacks anything that the relative may be."""

    def __init__(self, resources: Resources, referents: Referents) -> None:
        self._rule = resources.rules["pronoun-after-relative"]
        self._referents = referents

    # The relative is the subject

    def certainty(self, words: Sequence[Word], relative: int, index: int, verb: int) -> Applicability | None:
        """How sure it is that the pronoun repeats the relative: only where the clause needs no gap for it to fill."""
        if words[index].lower == "it" and _judges_infinitive(words, verb):
            return None  # the reform, which it was wrong to pass
        if words[verb].lower in SEEM and verb + 1 < len(words) and words[verb + 1].tags & (FINITE_VERB | Tag.MODAL):
            return None  # the man, who it seems will win
        complete = is_complete(words, verb)
        if _is_share(words, relative):
            return Applicability.SAFE if complete and not takes_more(words, verb) else None
        noun = _antecedent(words, relative)
        if noun is None or words[relative].lower == "whom":  # never a subject
            return None
        if self._is_object_resumed(words, noun, index, verb) or _has_second_verb(words, relative, verb):
            return None
        if words[noun].tag is Tag.PLURAL_NOUN and words[index].lower in ("he", "she"):
            return None
        if contradicts(words, index, verb) and agrees(words[noun], words[verb]) and complete:
            return Applicability.SAFE
        return Applicability.SAFE if self._fills_no_gap(words, relative, index, verb) else None

    def _is_object_resumed(self, words: Sequence[Word], noun: int, index: int, verb: int) -> bool:
        """`the songs that she sang them`: the object pronoun stands for the antecedent, the subject cannot."""
        behind = words[min(main_verb(words, verb) + 1, len(words) - 1)].lower
        number = {"it": Tag.NOUN, "them": Tag.PLURAL_NOUN}.get(behind)
        return (
            number is not None
            and words[noun].tag is number
            and words[index].lower in ("he", "she")
            and not self._referents.is_person(words[noun].text)
        )

    def resumes_person(
        self, article: Article, sentence: Sentence, words: Sequence[Word], index: int, verb: int
    ) -> bool:
        """`Anna Ferri, who before the war she taught`: nobody else of that gender is in view, the clause is full."""
        relative = relative_before(words, index)
        said = {"he": "male", "she": "female"}.get(words[index].lower)
        if relative is None or words[relative].lower != "who" or said is None or words[relative - 1].text != ",":
            return False
        noun = _antecedent(words, relative)
        if noun is None or not is_complete(words, verb):
            return False
        if says_clause(words, verb) is not None:
            return False  # who she said the police had hurt
        first = noun
        while first > 0 and words[first - 1].is_proper:
            first -= 1
        named = set(self._referents.persons_among(article, words[first : noun + 1]))
        others = self._referents.in_view(article, sentence, first, 1)
        fits = named == {said} or (named == {None} and not words[noun].is_proper)
        return fits and not others & {said, None}

    def _fills_no_gap(self, words: Sequence[Word], relative: int, index: int, verb: int) -> bool:
        """Whether the relative can be nothing but the subject: the verb at `verb` has all that it needs."""
        noun = words[_antecedent(words, relative) or 0]
        last, opens = main_verb(words, verb), words[relative].lower
        passive = last > verb and last + 1 < len(words) and words[last + 1].lower == "by"
        thing = opens != "who" and not self._referents.is_person(noun.text)
        told = words[last].lower in TELL and thing  # a film that it tells the story of a boy
        if (words[last].lower in SPEECH and not (passive or told)) or noun.lower in TIME_NOUNS | CLAUSE_NOUNS:
            return False
        complete = is_complete(words, verb)
        if not complete and not (opens == "who" and has_no_person_as_object(words, verb)):
            return False
        settled = passive or told or (complete and _is_settled(words, verb)) or has_late_object(words, last + 1)
        settled = settled or (complete and (self._gives_to_nobody(words, last) or _lets_do(words, last)))
        settled = settled or (opens == "who" and complete and _is_done_to_person(words, verb))
        if takes_more(words, verb) and not settled:
            return False
        return opens != "that" or _is_relative_that(words, relative, index)

    def _gives_to_nobody(self, words: Sequence[Word], last: int) -> bool:
        """`leave the port within a week`: the one object behind the verb is no person, so it is not the receiver."""
        if words[last].lower not in _GIVE or last + 1 >= len(words) or words[last + 1].lower not in DETERMINERS:
            return False
        end = noun_phrase_end(words, last + 1)
        if end is None or words[end - 1].is_proper or self._referents.is_person(words[end - 1].text):
            return False
        behind = words[end]
        return words[end - 1].lower not in _RECEIVERS and not behind.is_nominal and not behind.tag & Tag.DETERMINER

    # The relative is the object

    def resumed_object(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`the house that he built it in 1990`: the relative is the object already."""
        words = sentence.words
        if words[index].lower not in ("it", "them") or index < 4 or index + 1 >= len(words):
            return
        verb, after = words[index - 1], words[index + 1]
        relative = _relative_of_object(words, index - 1)
        if relative is None and (_resumes_behind_noun(words, index) or _is_object_of_judged(words, index)):
            yield taken_out(self._rule, article.text, sentence, index, Applicability.SAFE)
            start = _subject_end(words, index - 1)
            if words[start].lower in SUBJECT_PRONOUNS and words[start - 1].is_noun:
                yield taken_out(self._rule, article.text, sentence, start, Applicability.SAFE)
            return
        if relative is None or not verb.tags & (FINITE_VERB | Tag.PAST_PARTICIPLE | Tag.VERB_BASE):
            return
        if verb.lower in SPEECH | TELL or verb.tag & (Tag.AUXILIARY | Tag.MODAL):
            return
        which = words[relative].lower == "which"
        heard = not which and any(word.lower in SPEECH | TELL for word in words[:relative])
        if heard or words[relative - 1].lower in CLAUSE_NOUNS | TIME_NOUNS:
            return
        if after.lower in _BEHIND_OBJECT or after.text in ".,;":
            ends = after.text in ".,;"
            subject = words[relative + 1].lower
            number = Tag.PLURAL_NOUN if words[index].lower == "them" else Tag.NOUN
            thing = words[relative - 1].tag is number and not self._referents.is_person(words[relative - 1].text)
            known = thing and subject in ("he", "she", "we", "i") and _is_relative_that(words, relative, index)
            behind = words[index + 2] if index + 2 < len(words) else after
            governed = not ends and (behind.is_nominal or behind.lower in DETERMINERS)
            sure = (which and ends) or (known and governed and not takes_more(words, index - 1))
            certainty = Applicability.SAFE if sure else Applicability.UNSAFE
            yield taken_out(self._rule, article.text, sentence, index, certainty)


def _has_second_verb(words: Sequence[Word], relative: int, verb: int) -> bool:
    """`, who they were sure would pass,`: between its commas the clause has one verb for who and one for them."""
    if words[relative - 1].text != "," or words[relative].lower != "who" or words[verb].lower not in BE:
        return False
    clause = takewhile(lambda word: word.text not in ",.;", words[verb + 1 :])
    return any(word.tag & Tag.MODAL or word.lower in BE | {"has", "had", "have"} for word in clause)


def _lets_do(words: Sequence[Word], last: int) -> bool:
    """`allows the towns to tax empty houses`: an object, and an infinitive that lacks nothing."""
    end = noun_phrase_end(words, last + 1)
    if end is None or end + 1 >= len(words) or words[end].lower != "to" or not words[end + 1].tags & Tag.VERB_BASE:
        return False
    return is_complete(words, end + 1) and not takes_more(words, end + 1)


def _is_done_to_person(words: Sequence[Word], verb: int) -> bool:
    """`who they were not asked, went`: a passive behind which no clause and no second object stands."""
    last = main_verb(words, verb)
    passive = last > verb and words[verb].lower in BE | {"has", "have", "had", "will"} and words[last - 1].lower != "to"
    behind = words[last + 1] if last + 1 < len(words) else None
    ends = behind is not None and bool(behind.tag & (Tag.PUNCTUATION | Tag.PREPOSITION | Tag.INFINITIVE))
    return passive and ends and bool(words[last].tags & Tag.PAST_PARTICIPLE)


def _judges_infinitive(words: Sequence[Word], verb: int) -> bool:
    """Whether `it` at a form of be stands for an infinitive: it is better not to, it was wrong of them to."""
    behind = words[verb + 1 : verb + 2 + _LONGEST_JUDGEMENT]
    judged = bool(behind) and any(word.lower in _JUDGEMENTS for word in behind[:2])
    return words[verb].lower in BE and judged and any(word.tag is Tag.INFINITIVE for word in behind[1:])


def _relative_of_object(words: Sequence[Word], verb: int) -> int | None:
    """Index of the relative in `the song which he never liked`, if the verb has a pronoun as its subject."""
    at = verb
    while at > 1 and (words[at - 1].lower in MIDDLE_ADVERBS or words[at - 1].tag & (Tag.AUXILIARY | Tag.MODAL)):
        at -= 1
    subject, relative, noun = words[at - 1], words[at - 2], words[at - 3]
    if relative.lower not in ("that", "which") or subject.lower not in SUBJECT_PRONOUNS:
        return None
    joined = noun.lower in ("and", "but") and relative.lower == "which"  # has sung and which he never liked it
    return at - 2 if noun.is_noun or joined else None


def _resumes_behind_noun(words: Sequence[Word], index: int) -> bool:
    """`the bell that the soldiers stole it in 1944`: a noun is the subject, and only the antecedent can be meant."""
    verb, after = index - 1, words[index + 1]
    start = _subject_end(words, verb)
    relative = next(
        (at for at in range(start - 2, max(1, start - 6), -1) if words[at].lower in ("that", "which")), None
    )
    if relative is None or words[verb].lower in (SPEECH - _WRITE - OPEN_VERBS) | TELL:
        return False
    subject = words[relative + 1 : start]
    if not _is_whole_subject(subject) or words[verb].tag & Tag.AUXILIARY:
        return False
    said_twice = words[start].lower in SUBJECT_PRONOUNS
    helped = start + said_twice < verb and words[verb - 1].tag & (Tag.AUXILIARY | Tag.MODAL)
    several = subject[-1].tag is Tag.PLURAL_NOUN or subject[-1].lower in _ANYBODY
    if not words[verb].tags & (Tag.VERB_PAST | Tag.VERB_PRESENT) and not helped and not several:
        return False
    number = Tag.PLURAL_NOUN if words[index].lower == "them" else Tag.NOUN
    resulting = {word.lower for word in words[:relative]} & {"such", "so", "enough"}
    if words[relative - 1].tag is not number or resulting or not _may_be_resumed(words, relative, index):
        return False
    ends = after.tag is Tag.PREPOSITION or after.text in ".,;"
    return ends or (bool(after.tag & (FINITE_VERB | Tag.AUXILIARY | Tag.MODAL)) and words[relative].lower == "which")


def _subject_end(words: Sequence[Word], verb: int) -> int:
    """The index behind the subject of the verb at `verb`: that of its first helping verb, or of a pronoun before it.

    The pronoun repeats a noun: `that the police they have found it`.
    """
    start = verb
    while start > 1 and (
        words[start - 1].lower in MIDDLE_ADVERBS or words[start - 1].tag & (Tag.AUXILIARY | Tag.MODAL)
    ):
        start -= 1
    repeated = start > 2 and words[start - 1].lower in ("he", "she", "it", "they") and words[start - 2].is_noun
    return start - 1 if repeated else start


def _is_whole_subject(subject: Sequence[Word]) -> bool:
    """Whether the words are a noun phrase that can stand between a relative and its verb: the soldiers, nobody."""
    if not subject:
        return False
    if len(subject) == 1 and subject[0].lower in _ANYBODY:
        return True
    opens = subject[0].lower in DETERMINERS or subject[0].is_proper or subject[0].tag is Tag.PLURAL_NOUN
    plain = all(word.is_nominal or word.lower in DETERMINERS | {"of"} for word in subject)
    return opens and plain and subject[-1].is_noun


def _may_be_resumed(words: Sequence[Word], relative: int, index: int) -> bool:
    """Whether the relative can only refer to the noun before it: which always does, that behind a thing."""
    if words[relative].lower == "which":
        return not words[relative - 1].tag & Tag.PREPOSITION
    return _is_relative_that(words, relative, index) or _is_object_of_writing(words, relative)


def _is_object_of_writing(words: Sequence[Word], relative: int) -> bool:
    """`wrote letters that`, `noted every delivery in a diary that`: the verb of saying has its object already."""
    said = [at for at in range(max(0, relative - _FAR), relative) if words[at].lower in SPEECH | TELL | CLAUSE_NOUNS]
    if len(said) != 1 or words[said[0]].lower in TELL or not words[said[0]].tag & FINITE_VERB:
        return False
    behind = words[said[0] + 1]
    opens = behind.lower in DETERMINERS or behind.tag in (Tag.NOUN, Tag.PLURAL_NOUN, Tag.ADJECTIVE)
    return opens and _is_plain_noun(words, relative - 1) and words[relative - 1].lower not in _BODIES


def _is_object_of_judged(words: Sequence[Word], index: int) -> bool:
    """`stones that it is better not to lift them`: the object of the infinitive that `it` stands for."""
    at = index - 2
    if at < 4 or words[at].tag is not Tag.INFINITIVE or words[index - 1].lower in OPEN_VERBS:
        return False
    it = next((spot for spot in range(at - 2, max(1, at - 6), -1) if words[spot].lower == "it"), None)
    if it is None or words[it - 1].lower not in ("that", "which") or not _judges_infinitive(words, it + 1):
        return False
    noun = words[it - 2]
    number = Tag.PLURAL_NOUN if words[index].lower == "them" else Tag.NOUN
    return noun.tag is number and (words[it - 1].lower == "which" or _is_relative_that(words, it - 1, index))


def _antecedent(words: Sequence[Word], relative: int) -> int | None:
    """Index of the noun that the relative stands for, right before it or before its comma."""
    noun = relative - 1
    if noun >= 0 and words[noun].text == ",":
        noun -= 1
    fits = noun >= 0 and (words[noun].is_noun or words[noun].lower in ("those", "all"))
    return noun if fits else None


def _is_settled(words: Sequence[Word], verb: int) -> bool:
    """Whether a passive has what it needs behind a preposition: who he was appointed to his post."""
    last = main_verb(words, verb)
    passive = last > verb and words[last].lower in _TOWARDS
    return passive and last + 1 < len(words) and words[last + 1].tag is Tag.PREPOSITION


def _is_relative_that(words: Sequence[Word], relative: int, index: int) -> bool:
    """Whether `that` can only refer to a thing: it follows a plain noun, and no verb before it takes a clause."""
    if words[relative - 1].text == "," and relative > 1:
        relative -= 1  # `The court, that it meets on Monday`
    if words[relative - 1].lower in _BODIES and words[index].lower in ("he", "she"):
        said = {word.lower for word in words[max(0, relative - 7) : relative]}
        return not said & (TELL | SPEECH - _SEE_AND_MAKE)  # told the commission that he resigned
    if not _is_plain_noun(words, relative - 1):
        return False
    start = max(0, relative - _FAR)
    for at in range(start, relative):
        if words[at].text in ",;:–—" or words[at].lower in ("and", "but"):
            start = at + 1
    earlier = {word.lower for word in words[start:relative]}
    return not earlier & (SPEECH | TELL | CLAUSE_NOUNS | TIME_NOUNS | {"it"})


def _is_plain_noun(words: Sequence[Word], at: int) -> bool:
    """Whether the word is a noun behind which no clause is said: no name, no verb, nothing abstract."""
    noun = words[at]
    gerund = noun.tags & Tag.GERUND and words[at - 1].lower not in ("a", "the", "his", "her", "its")
    if not noun.is_noun or gerund or noun.lower.endswith(_ABSTRACT):
        return False
    if noun.is_proper and "the" not in {word.lower for word in words[max(0, at - 3) : at + 1]}:
        return False
    if at > 0 and noun.tags & Tag.VERB_BASE and words[at - 1].tag is Tag.ADVERB:
        return False  # never mind that
    ruled = at > 0 and noun.tags & (Tag.VERB_PRESENT | Tag.VERB_PAST) and words[at - 1].is_noun
    return not ruled  # the court rules that


# Where the relative stands


def relative_before(words: Sequence[Word], index: int) -> int | None:
    """Index of a relative right before the pronoun; adverbs and a time (`last week`) may stand between."""
    at = _before_adverbial(words, index)
    timed = False
    for _ in range(5):
        if at < 1:
            return None
        word = words[at]
        that_time = word.lower == "that" and words[at + 1].lower in TIME_NOUNS and words[at - 1].lower in RELATIVES
        if word.lower in ("which", "who", "that", "whom") and not that_time:
            pied = words[at - 1].tag is Tag.PREPOSITION or words[at - 1].lower in ("of", "in")
            return None if pied and not _is_share(words, at) else at
        timed = timed or word.lower in TIME_NOUNS or word.tag is Tag.NUMBER
        of_time = timed and word.lower in _BEFORE_TIMES
        timely = word.lower in TIME_NOUNS or word.tag is Tag.NUMBER or of_time or that_time
        if not (word.lower in MIDDLE_ADVERBS or timely):
            return None
        at -= 1
    return None


def _before_adverbial(words: Sequence[Word], index: int) -> int:
    """Index of the relative before a phrase such as `in Spain` or `so far`, else of the word before `index`."""
    for relative in range(index - 2, max(0, index - _LONGEST_ADVERBIAL - 2), -1):
        if words[relative].lower in ("which", "who", "that") and not words[relative - 1].tag & Tag.PREPOSITION:
            return relative if _is_adverbial(words[relative + 1 : index]) else index - 1
    return index - 1


def _is_adverbial(inner: Sequence[Word]) -> bool:
    """Whether the words are a preposition with its noun, a time with its determiner, or one of few adverbs."""
    if inner[0].text == "," == inner[-1].text and len(inner) > 2:
        inner = inner[1:-1]
    if " ".join(word.lower for word in inner) in _ADVERBIALS:
        return True
    if inner[0].lower == "according" and len(inner) > 2 and inner[1].lower == "to":
        return inner[-1].is_noun and all(word.is_nominal or word.lower in DETERMINERS | {"of"} for word in inner[2:])
    led, rest = inner[0].tag is Tag.PREPOSITION or inner[0].lower in ("since", "until"), inner[1:]
    if not (led or inner[0].lower in TIME_STARTS | _BEFORE_TIMES):
        return False
    if led and len(rest) > 1 and rest[0].tags & Tag.GERUND and rest[0].lower.endswith("ing"):
        rest = rest[2:] if len(rest) > 2 and rest[1].tag is Tag.PREPOSITION else rest[1:]  # before coming to Rome
    if not rest or not all(word.is_nominal or word.lower in DETERMINERS | {"of"} for word in rest):
        return False
    last = rest[-1]
    ends = last.is_noun or last.tag is Tag.NUMBER or last.lower == "now"
    return ends and (led or last.lower in TIME_NOUNS)


def _is_share(words: Sequence[Word], relative: int) -> bool:
    """Whether the relative belongs to a share that is the subject: a third of which, many of whom."""
    if relative < 2 or words[relative - 1].lower != "of" or words[relative].lower not in ("which", "whom"):
        return False
    share = words[relative - 2]
    if relative > 2 and words[relative - 3].tag is Tag.PREPOSITION:
        return False  # in one of which they won
    return share.lower in _SHARES or share.tag is Tag.NUMBER
