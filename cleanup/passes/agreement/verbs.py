"""A finite verb in the number of its subject: the houses near the river is, Mickelson have, each week he send."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.evidence import evidence_of
from cleanup.lexicon.inflection import base_of_third, participle, past, third_person
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of, with_plurals, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.agreement.demonstratives import stands_for_several
from cleanup.resources import Resources
from cleanup.syntax.clauses import Rest, chunk_start, contradicts, rest_of_clause
from cleanup.syntax.noun_phrases import Number, Subject
from cleanup.syntax.parser import DETERMINERS, OBJECT_PRONOUNS, SUBJECT_PRONOUNS, Word, parse
from cleanup.syntax.subjects import Subjects
from cleanup.syntax.words import DEMANDING, HELPERS, INDEFINITES, SINGULAR_FORMS, SPEECH

_TO_FIRST: Final = {"is": "am", "are": "am", "has": "have", "does": "do"}
_OF_ONE: Final = SINGULAR_FORMS | {
    "aren’t": "isn’t", "weren’t": "wasn’t", "haven’t": "hasn’t", "don’t": "doesn’t",
}  # fmt: skip
_TO_SINGULAR: Final = _OF_ONE | {"am": "is"}
_TO_PLURAL: Final = {one: more for more, one in _OF_ONE.items()} | {"am": "are"}
_MANDATES: Final = (
    DEMANDING
    | with_plurals("demands")
    | word_set("lest let decide decides decided resolve resolves resolved rule ruled order ordered")
    | word_set("direct directs directed petition petitioned stipulate stipulates stipulated stipulation")
)
"""What a bare infinitive stands behind: ask that he leave."""
_HOPES: Final = word_set("hope hopes hoped intend intends intended wish wishes wished")
_WISHES: Final = word_set("rather sooner forbid forfend grant")
"""Words right before the subject of a wish: had rather he stay, God forbid that he win."""
_UNREAL: Final = word_set("if whether wish wishes wished unless suppose than would should might could though")
"""Words beside which “were” is often one."""
_CAUSES: Final = forms_of("verbs_with_bare_infinitive")
"""Verbs whose object has a bare infinitive: made the man leave."""
_NO_VERBS: Final = word_set("let like self may self’s")
_PREDICATE: Final = (
    Tag.PAST_PARTICIPLE | Tag.GERUND | Tag.ADJECTIVE | Tag.ADVERB | Tag.DETERMINER | Tag.PREPOSITION | Tag.INFINITIVE
)
_NEVER_BASE: Final = (
    Tag.VERB_PAST | Tag.PAST_PARTICIPLE | Tag.MODAL | Tag.AUXILIARY | Tag.PREPOSITION | Tag.CONJUNCTION | Tag.ADVERB
)
_NO_NAMES: Final = word_class("groups_of_people", "invariable_nouns")
"""What may stand first in its sentence, and so look like a name: Salmon are late."""
_NEGATIVE: Final = word_set("nobody nothing none")
_ALSO_NOUN: Final = Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE

_UNKNOWN: Final = INDEFINITES | word_set("one something anything nothing everything")
_GROUPS: Final = word_class("groups_of_people", "acting_bodies")

_NOMINATIVES: Final = word_set("i he she we they you")
_FAR: Final = 7  # words between a modal verb and its infinitive

Found = tuple[str, bool]


def verb_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that give verbs the number of their subjects."""
    people = evidence_of(article, resources).people
    subjects = Subjects(resources.words, resources.names, people.__contains__)
    judge = _Judge(resources)
    for sentence in parse(article):
        words = sentence.words
        there = [
            subjects.behind_there(words, at) for at in range(len(words) - 3) if words[at].lower in ("there", "here")
        ]
        pairs = [("subject-and-verb", *pair) for pair in subjects.of_verbs(words).items()]
        pairs += [("there-and-verb", *pair) for pair in there if pair is not None]
        for rule, verb, subject in pairs:
            found = judge.form(words, verb, subject)
            if found is None:
                continue
            form, sure = found
            if rule == "subject-and-verb":
                rule = _rule(words, subject, form)
            certainty = Applicability.SAFE if sure else Applicability.UNSAFE
            span = sentence.offset(verb), sentence.end_offset(verb)
            yield resources.rules[rule].edit(article.text, *span, [form], applicability=certainty)


class _Judge:
    def __init__(self, resources: Resources) -> None:
        self._words = resources.words

    def form(self, words: Sequence[Word], verb: int, subject: Subject) -> Found | None:
        """The form that the verb should have, if it has another, and whether that is certain."""
        number, lower = subject.number, words[verb].lower.replace("'", "’")
        if number is Number.OPEN or words[verb + 1].text in "-–’'/":
            return None
        if contradicts(words, subject.head, verb) and _may_belong_to_noun(words, subject.head, lower):
            return None
        if self._is_misread(words[subject.head], number):
            return None
        if words[verb + 1].lower in _NOMINATIVES and self._words.likely_tag(lower) is Tag.NOUN:
            return None  # no matter which option you have
        between = words[verb - 1].lower in _NOMINATIVES and verb - 1 != subject.head
        if between and lower in HELPERS:
            return None  # the option you have
        named = words[0].tag is Tag.PLURAL_NOUN and self._words.is_surname(words[0].text)
        if subject.head == subject.start == 0 and verb == 1 and named and lower in HELPERS:
            subject = subject._replace(sure=False)  # Comings was
        if words[subject.head].lower == "i" and lower in HELPERS | {"was"}:
            return (_TO_FIRST[lower], True) if lower in _TO_FIRST else None
        if lower in _OF_ONE and _repeats_others(words, subject.head):
            return None  # four he are hurt: the pronoun is too many
        if verb == subject.head + 1 and stands_for_several(words, subject.head):
            return None  # this are poor conditions: these
        if words[subject.head].lower == "you" and lower == "was":
            return None  # it is said like that
        if lower in ("need", "dare") and words[verb + 1].lower in ("not", "hardly", "never", "only", "scarcely"):
            return None  # she need not worry
        if lower == "be" and (words[subject.start].lower == "that" or _opens_wish(words[0], subject.head)):
            return None  # the powers that be
        if lower == "be":
            bare = self._may_be_bare(words, verb, subject.start)
            return (
                None if bare else ("are" if number is Number.MORE else "is", words[verb + 1].tag is not Tag.PUNCTUATION)
            )
        if words[subject.head].lower == "many" and lower in ("is", "was") and words[verb + 1].lower in DETERMINERS:
            return None  # many is the night
        if number is Number.MORE and lower in ("is", "was") and _is_sum(words, subject, verb + 1):
            return None  # five people is a crowd
        if subject.head < subject.start and _has_another_antecedent(words, subject.head, number):
            subject = subject._replace(sure=False)
        if number is Number.MORE:
            form = _TO_PLURAL.get(lower)
            return (form, subject.sure) if form is not None else self._base(words, verb, subject)
        if number is Number.GROUP:
            return None  # Leeds are through, Microsoft have said: British usage, which no translation makes of one
        if lower.endswith(("n’t", "n't")) and words[subject.head].lower in _NEGATIVE:
            return None  # nobody don’t know: denied twice
        form = _TO_SINGULAR.get(lower)
        if form is None:
            return self._third(words, verb, subject)
        return self._singular(words, verb, subject, form)

    def _is_misread(self, head: Word, number: Number) -> bool:
        """Whether the head is only read as a name, and may be several: MS: We don’t; Israel Police block."""
        several = head.lower in SUBJECT_PRONOUNS or head.lower in _NO_NAMES
        return number is Number.ONE and head.is_proper and head.is_capitalised and several

    def _may_be_bare(self, words: Sequence[Word], verb: int, start: int) -> bool:
        """Whether the bare verb may be a subjunctive, or belong to a verb before its subject."""
        before = words[start - 1] if start else None
        governed = before is not None and (before.tag & (Tag.MODAL | Tag.AUXILIARY) or before.lower in _CAUSES)
        if words[verb].lower == "be" and _is_helped(words, verb):
            return True
        if _lists_infinitives(words, verb):
            return True
        conditional = words[verb].lower == "be" and any(word.lower in ("if", "whether") for word in words[:verb])
        wished = before is not None and (before.lower in _WISHES or _is_mandate(words, start - 1))
        return bool(governed) or conditional or wished or any(word.lower in _MANDATES for word in words[:verb])

    def _singular(self, words: Sequence[Word], verb: int, subject: Subject, form: str) -> Found | None:
        lower, after = words[verb].lower, words[verb + 1]
        nearest = words[verb - 1]
        if verb - 1 != subject.head and nearest.is_capitalised and nearest.tags & Tag.PLURAL_NOUN:
            return form, False  # what stood between a name and its own subject was lost: of Nazarov Efforts are made
        if lower in ("were", "have", "do", "weren’t") and self._may_be_bare(words, verb, subject.start):
            return None
        if lower in ("were", "weren’t") and any(word.lower in _UNREAL for word in words):
            return None
        if lower in ("are", "were") and subject.start < verb and not self._is_predicate(words, verb + 1):
            return form, False
        if lower == "do" and after.lower != "not":
            return None
        opens = words[subject.head].tag is Tag.GERUND or (
            subject.head == 0 and words[0].tags & (Tag.PAST_PARTICIPLE | Tag.ADJECTIVE)
        )
        if lower in ("are", "were") and opens and self._is_presented(words, verb + 1):
            return None  # waiting in the hall are forty beekeepers, gone are the mines
        return form, subject.sure

    def _is_predicate(self, words: Sequence[Word], at: int) -> bool:
        """Whether what begins at `at` says something of the subject, and is no other noun: the key are two plans."""
        tags = words[at].tags
        qualifies = tags & Tag.ADJECTIVE and not tags & (Tag.PAST_PARTICIPLE | Tag.GERUND)
        return bool(tags & _PREDICATE) and not (qualifies and at + 1 < len(words) and words[at + 1].is_nominal)

    def _is_presented(self, words: Sequence[Word], at: int) -> bool:
        """Whether a noun phrase begins here, which is the subject where a participle opens the sentence."""
        word = words[at]
        return word.is_nominal or word.lower in DETERMINERS or word.tag is Tag.NUMBER

    def _base(self, words: Sequence[Word], verb: int, subject: Subject) -> Found | None:
        """The form behind several for the one in -s."""
        word = words[verb]
        head = words[subject.head]
        if head.tags & Tag.VERB_PRESENT and subject.head and words[subject.head - 1].tag is Tag.NOUN:
            return None  # the council issues permits
        if not word.tags & Tag.VERB_PRESENT or not word.lower.endswith("s") or word.tags & (Tag.VERB_BASE | Tag.ADVERB):
            return None
        base = base_of_third(word.lower, self._words)
        if base is None:
            return None
        read = word.tag is Tag.VERB_PRESENT and self._words.likely_tag(word.lower) is Tag.VERB_PRESENT
        certain = not word.tags & _ALSO_NOUN or read or self._is_verb(words, verb, subject)
        return (base, subject.sure) if certain else None

    def _third(self, words: Sequence[Word], verb: int, subject: Subject) -> Found | None:
        """The form in -s for the bare verb behind one."""
        word = words[verb]
        if self._may_be_bare(words, verb, subject.start) or _word_before(words, verb) in ("and", "or", "but"):
            return None  # her job was to teach and write
        spoken = words[subject.head].lower in SUBJECT_PRONOUNS | INDEFINITES or subject.head < subject.start
        if word.is_noun and words[verb + 1].is_noun and words[subject.start - 1].text == "," and subject.start:
            return None  # he plays guard, she point guard
        described = words[subject.head].tags & (Tag.GERUND | Tag.ADJECTIVE) and verb == subject.head + 1
        if described and not spoken and self._words.likely_tag(word.lower) is Tag.NOUN:
            return None  # the ruling party the bank backs
        if spoken and self._words.likely_tag(word.lower) is Tag.VERB_BASE and not word.tags & Tag.VERB_PAST:
            return third_person(word.lower), subject.sure
        if word.lower.endswith("s") and not word.lower.endswith("ss"):
            return None
        never = (
            _NEVER_BASE & ~Tag.PAST_PARTICIPLE
            if participle(word.lower) == word.lower != past(word.lower)
            else _NEVER_BASE
        )
        if not word.tags & Tag.VERB_BASE or word.tags & never or word.lower in _NO_VERBS:
            return None
        certain = not word.tags & _ALSO_NOUN or self._is_verb(words, verb, subject)
        return (third_person(word.lower), subject.sure) if certain else None

    def _is_verb(self, words: Sequence[Word], verb: int, subject: Subject) -> bool:
        """Whether a word that can be a noun is the verb here: its clause has no other, and what follows fits."""
        after = words[verb + 1]
        takes = after.lower in DETERMINERS | OBJECT_PRONOUNS or bool(
            after.tag & (Tag.PREPOSITION | Tag.INFINITIVE | Tag.ADVERB | Tag.NUMBER)
        )
        if words[subject.head].lower in INDEFINITES | {"he", "she"}:
            return True
        if words[subject.head].lower in SUBJECT_PRONOUNS or subject.head < subject.start:
            alone = words[subject.start].lower == "who" and rest_of_clause(words, verb + 1) is Rest.NONE
            return takes or not words[verb].is_noun or alone
        if not subject.sure:
            return False
        if words[verb].lower in SPEECH and words[verb].tag & (FINITE_VERB | Tag.VERB_BASE):
            says = after.lower in SUBJECT_PRONOUNS | {"that", "there"} or after.text in '“"' or after.is_nominal
            return takes or (says and words[subject.head].is_proper)
        split = verb == subject.head + 1 and _opens_object(words, verb + 1)
        if verb == subject.head + 1 and after.tag is Tag.PREPOSITION and not split:
            takes = self._words.is_person_noun(words[subject.head].lower)  # not: a boat ride to the lighthouse
        finite = words[verb].tag & (FINITE_VERB | Tag.VERB_BASE) or split
        return bool(finite) and takes and rest_of_clause(words, verb + 1) is Rest.NONE


def _is_sum(words: Sequence[Word], subject: Subject, at: int) -> bool:
    """Whether the number of people is what the predicate tells of: five people is a crowd, was too much."""
    counted = words[subject.head].lower == "people" and words[subject.start].tag is Tag.NUMBER
    return counted and not words[at].tag & (Tag.PAST_PARTICIPLE | Tag.GERUND | Tag.PREPOSITION)


def _is_helped(words: Sequence[Word], verb: int) -> bool:
    """Whether a modal verb waits for its infinitive at `verb`: it should until July be finished."""
    for at in range(verb - 1, max(0, verb - _FAR), -1):
        if words[at].tag is Tag.MODAL:
            return True
        if words[at].tag & (Tag.PUNCTUATION | Tag.RELATIVE) or words[at].lower in ("and", "but", "or"):
            return False
    return False


def _repeats_others(words: Sequence[Word], head: int) -> bool:
    """Whether a pronoun of one stands right behind a name, a number or a plural, which the verb may belong to."""
    if words[head].lower not in ("he", "she", "it") or head == 0:
        return False
    before = words[head - 1]
    return before.is_proper or before.tag in (Tag.NUMBER, Tag.PLURAL_NOUN)


def _lists_infinitives(words: Sequence[Word], verb: int) -> bool:
    """Whether the bare verb goes on a list of infinitives: told them to sit down, be quiet and listen."""
    before = words[verb - 1]
    joins = before.text == "," or before.lower in ("and", "or")
    return joins and any(word.tag is Tag.INFINITIVE for word in words[max(0, verb - 2 * _FAR) : verb - 1])


def _has_another_antecedent(words: Sequence[Word], noun: int, number: Number) -> bool:
    """Whether a noun of the other number stands before that of the relative: measures to reduce crime which have."""
    other = Tag.PLURAL_NOUN if number is Number.ONE else Tag.NOUN
    for at in range(noun - 1, max(-1, noun - _FAR), -1):
        word = words[at]
        if word.tag & (Tag.PUNCTUATION | Tag.RELATIVE | FINITE_VERB):
            return False
        if word.tag is other and words[at + 1].tag & (Tag.PREPOSITION | Tag.INFINITIVE):
            return True
    return False


def _opens_wish(first: Word, head: int) -> bool:
    """Whether the word that opens the sentence is no subject of “be”: blessed be the meek, gonna be fun."""
    return head == 0 and (bool(first.tags & (Tag.PAST_PARTICIPLE | Tag.ADJECTIVE)) or first.lower in ("gonna", "gotta"))


def _is_mandate(words: Sequence[Word], at: int) -> bool:
    """Whether the clause behind “that” at `at` may be asked for, since nobody says, shows or knows it."""
    return words[at].lower == "that" and not (at and words[at - 1].lower in SPEECH - _HOPES)


def _opens_object(words: Sequence[Word], at: int) -> bool:
    """Whether an object or an amount begins: the village want a museum, the debts amount to eleven."""
    amount = words[at].lower == "to" and at + 1 < len(words) and words[at + 1].tag is Tag.NUMBER
    return words[at].lower in DETERMINERS | OBJECT_PRONOUNS or amount


def _may_belong_to_noun(words: Sequence[Word], subject: int, verb: str) -> bool:
    """Whether it may be the pronoun that is wrong, and the verb that of the noun before it: the choir they has."""
    if words[subject].lower not in SUBJECT_PRONOUNS:
        return False
    at = subject - 1
    if at > 0 and words[at].lower in ("that", "which", "who"):
        at -= 2 if words[at - 1].text == "," else 1
    if at < 0 or words[chunk_start(words, at + 1)].tags & Tag.PREPOSITION:
        return False
    noun = words[at]
    if not noun.is_noun:
        return noun.lower in _UNKNOWN and verb not in _TO_SINGULAR
    joined = any(word.lower == "and" for word in words[chunk_start(words, at + 1) : at])
    several = noun.tag is Tag.PLURAL_NOUN or joined
    return (verb in _TO_SINGULAR) == several or (noun.is_proper and at + 1 == subject) or noun.lower in _GROUPS


def _word_before(words: Sequence[Word], index: int) -> str:
    """The word before, without an adverb between."""
    at = index - 2 if words[index - 1].tag is Tag.ADVERB else index - 1
    return words[at].lower if at >= 0 else ""


def _rule(words: Sequence[Word], subject: Subject, form: str) -> str:
    """The rule whose message fits the subject."""
    one = form.endswith("s") and form not in _TO_PLURAL
    if one and words[subject.start].lower == "who":
        return "who-and-verb"
    return "nobody-and-verb" if one and words[subject.head].lower in INDEFINITES else "subject-and-verb"
