"""Subject pronouns that repeat their subject: the parliament it rejected the bill, the firm, which it makes toys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.pronouns.clauses import repeats_clause
from cleanup.passes.pronouns.edits import taken_out
from cleanup.passes.pronouns.nouns import NounSubjects
from cleanup.passes.pronouns.referents import Referents
from cleanup.passes.pronouns.relatives import RelativeClauses, relative_before
from cleanup.passes.pronouns.subjects import LongSubjects, repeats_behind_relative_clause, repeats_counted, repeats_list
from cleanup.resources import Resources
from cleanup.syntax.clauses import (
    Rest,
    head_of,
    is_complete,
    is_fronted_list,
    is_fronted_object,
    main_verb,
    rest_of_clause,
    verb_after,
)
from cleanup.syntax.parser import DETERMINERS, Sentence, Word
from cleanup.syntax.words import (
    BE,
    HELPERS_OF_ONE,
    INDEFINITES,
    INTRANSITIVE,
    MIDDLE_ADVERBS,
    SEEM,
    SINGULAR_FORMS,
    SPEECH,
    TELL,
)

_SUBJECTS = word_set("he she it they")
_OF_DEEDS = word_class("adjectives_of_deeds")
_DEED = Tag.INFINITIVE | Tag.RELATIVE
_NEAR = 6  # words between such an adjective and the deed: hard for a small town to
_CLITICS = frozenset({"'s", "’s"})
_OF_ONE_BODY = INDEFINITES | {"each"}
_FOLLOWING_SUBJECTS = _SUBJECTS | {"we"}
_OPENS_CLAUSE = word_set("when while before after since until because although though if as than what how where why")
_ENDS_CLAUSE = Tag.PUNCTUATION | Tag.CONJUNCTION | Tag.RELATIVE | Tag.INFINITIVE


class RepeatedSubjects:
    """Takes out pronouns between a verb and what is its subject already."""

    def __init__(self, resources: Resources, referents: Referents, relatives: RelativeClauses) -> None:
        self._rules = resources.rules
        self._words = resources.words
        self._referents = referents
        self._relatives = relatives
        self._nouns = NounSubjects(resources, referents)
        self._long_subjects = LongSubjects(resources)

    def edits(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """Edits of the pronoun at `index`, which stands inside its sentence."""
        words = _with_subject(sentence.words, index)
        verb = verb_after(words, index)
        if _reports_twice(words, index):
            yield taken_out(self._rules["pronoun-after-subject"], article.text, sentence, index, Applicability.SAFE)
            return
        if verb is not None and _is_question_without_turn(words, index, verb):
            yield self._turned(article.text, sentence, index, verb)
            return
        if verb is None or _has_another_reason(words, index, verb):
            return
        relative = relative_before(words, index)
        if relative is not None:
            certainty = self._relatives.certainty(words, relative, index, verb)
            if certainty is None and self._relatives.resumes_person(article, sentence, words, index, verb):
                certainty = Applicability.SAFE
            rule = self._rules["pronoun-after-relative"]
        else:
            certainty = self._after_subject(article.text, sentence, words, index, verb)
            rule = self._rules["pronoun-after-subject"]
        if certainty is None:
            return
        form = _form_of_one(words, index, verb)
        if form is None:
            yield taken_out(rule, article.text, sentence, index, certainty)
        else:
            start, end = sentence.offset(index), sentence.end_offset(verb)
            yield rule.edit(article.text, start, end, [form], applicability=certainty, pronoun=words[index].text)

    def _turned(self, text: str, sentence: Sentence, index: int, verb: int) -> Edit:
        """The question with its helping verb in front: When will the hospital."""
        words, start, end = sentence.words, sentence.offset(1), sentence.end_offset(verb)
        turned = f"{words[verb].text} {text[start : sentence.end_offset(index - 1)]}"
        rule = self._rules["pronoun-after-subject"]
        return rule.edit(text, start, end, [turned], pronoun=words[index].text)

    def _after_subject(
        self, text: str, sentence: Sentence, words: Sequence[Word], index: int, verb: int
    ) -> Applicability | None:
        if words[index].lower == "we" or _is_addressed_by_mistake(words, index) or repeats_list(words, index, verb):
            return Applicability.SAFE
        certainty = self._nouns.certainty(words, index, verb)
        if certainty is not None:
            return certainty
        if _may_be_object_before(words, index):
            return None
        if repeats_behind_relative_clause(words, index, verb) or repeats_clause(words, index, verb):
            return Applicability.SAFE
        if repeats_counted(words, index, verb):
            return Applicability.SAFE
        certainty = self._long_subjects.certainty(words, index, verb)
        if certainty is None and self._repeats_thing(text, sentence, index, verb):
            return Applicability.UNSAFE
        return certainty

    def _repeats_thing(self, text: str, sentence: Sentence, index: int, verb: int) -> bool:
        """`The train arrives from Milan and she will go on`: he or she where only a thing is in view."""
        words = sentence.words
        if words[index].lower not in ("he", "she") or words[index - 1].lower not in ("and", "but"):
            return False
        if words[0].lower not in DETERMINERS or not is_complete(words, verb):
            return False
        finite = next((at for at in range(1, index) if words[at].tag & FINITE_VERB), None)
        head = head_of(words, 0, finite) if finite else None
        if head is None or words[head].tag is not Tag.NOUN or self._words.is_person_noun(words[head].lower):
            return False
        return not self._referents.has_person_before(text, sentence, index)


def may_repeat_subject(words: Sequence[Word], index: int) -> bool:
    """Whether the word is a pronoun that can repeat a subject before it; `you` is one before has, is and the like."""
    word = words[index]
    if not index or word.is_capitalised:
        return False
    if word.lower == "we":
        return index > 2 and words[index - 1].text == "I" and words[index - 2].lower == "and"
    return word.lower in _SUBJECTS or (word.lower == "you" and has_verb_of_another(words, index))


def has_verb_of_another(words: Sequence[Word], index: int) -> bool:
    """Whether the verb behind `you` belongs to a thing or person that is spoken of: the court you has ruled."""
    verb = verb_after(words, index)
    return verb is not None and (words[verb].lower in HELPERS_OF_ONE or words[verb].tag is Tag.VERB_PRESENT)


def _reports_twice(words: Sequence[Word], index: int) -> bool:
    """`“It is late,” he says he with a smile`: behind a quotation, and nothing is said by the second pronoun."""
    if index < 3 or index + 1 >= len(words) or words[index - 2].lower != words[index].lower:
        return False
    quoted = words[index - 3].text in '"”»’' and words[index - 1].lower in SPEECH
    after = words[index + 1]
    ends = after.tag & (Tag.PREPOSITION | Tag.PUNCTUATION) and after.text != ","
    rest = takewhile(lambda word: word.tag is not Tag.PUNCTUATION, words[index + 1 :])
    return quoted and bool(ends) and not any(word.tag & FINITE_VERB for word in rest)


def _is_addressed_by_mistake(words: Sequence[Word], index: int) -> bool:
    """`As Typhoon Kai you makes landfall`: the verb behind `you` can only be that of the one before it."""
    single = words[index - 1].tag in (Tag.NOUN, Tag.PROPER_NOUN)
    joined = index > 1 and words[index - 2].lower in ("and", "or")
    return words[index].lower == "you" and single and not joined


def _with_subject(words: tuple[Word, ...], index: int) -> tuple[Word, ...]:
    """The words, with those before the pronoun read as the noun and the owner that alone can stand there.

    So it is in `the harbour buses they recharge`, `the village's team he won` and `Peru's old capital it has`.
    """
    if index <= 1:
        return words
    read = list(words)
    word, before = words[index - 1], words[index - 2]
    owned = before.lower in _CLITICS and word.tag is Tag.VERB_BASE and word.tags & Tag.NOUN
    closes = word.tags & (Tag.NOUN | Tag.PLURAL_NOUN) and word.tag & (Tag.VERB_BASE | Tag.VERB_PRESENT)
    if closes and before.lower in ("the", "a", "an", "this", "these", "those"):
        several_things = word.tags & Tag.PLURAL_NOUN and not word.tags & Tag.NOUN
        tag = Tag.PLURAL_NOUN if several_things else Tag.NOUN
        read[index - 1] = word._replace(tag=tag, is_noun=True, is_nominal=True)
    several = word.tag is Tag.VERB_PRESENT and word.tags & Tag.PLURAL_NOUN and word.lower not in SPEECH | TELL
    if owned or (several and words[index].lower == "they" and before.is_nominal):
        tag = Tag.NOUN if owned else Tag.PLURAL_NOUN
        read[index - 1] = word._replace(tag=tag, is_noun=True, is_nominal=True)
    at = index - 2
    while at > index - 4 and at > 0 and words[at].tag is Tag.ADJECTIVE:
        at -= 1
    if words[at].lower in _CLITICS and words[at].tag & Tag.AUXILIARY and read[index - 1].is_noun:
        read[at] = words[at]._replace(tag=Tag.POSSESSIVE)
    return tuple(read)


def _may_be_object_before(words: Sequence[Word], index: int) -> bool:
    """Whether `it` may be what the verb right before it acts on: the guard who can read it costs more."""
    verb, start = words[index - 1], index - 1
    acts = verb.tags & (FINITE_VERB | Tag.VERB_BASE) and verb.lower not in INTRANSITIVE
    while start > 1 and (
        words[start - 1].lower in MIDDLE_ADVERBS or words[start - 1].tag & (Tag.AUXILIARY | Tag.MODAL)
    ):
        start -= 1
    led = words[start - 1].lower in ("who", "which", "that")  # not: the trout they catch it
    return words[index].lower == "it" and bool(acts) and led and not verb.is_noun


# Pronouns that stand there with reason


def _has_another_reason(words: Sequence[Word], index: int, verb: int) -> bool:
    """Whether the pronoun asks, reports, stands for what follows, or is the subject behind a fronted object."""
    if words[-1].text == "?" or _reports(words, index, verb):
        return True
    if words[index].lower == "it" and (_is_impersonal(words, verb) or _is_cleft(words, verb)):
        return True
    if "-over-" in words[index - 1].lower:
        return True  # month-over-month it rose
    if words[index - 1].is_noun and _another_subject_follows(words, main_verb(words, verb) + 1):
        return True
    return is_fronted_list(words, index) or is_fronted_object(words, index, verb)


def _is_question_without_turn(words: Sequence[Word], index: int, verb: int) -> bool:
    """`When the hospital it will open again?`: the subject stands right behind the word that asks."""
    opens = words[0].lower in ("when", "why", "how", "where") and words[1].lower in ("the", "our", "this", "his", "her")
    helped = verb == index + 1 and words[verb].tag & (Tag.AUXILIARY | Tag.MODAL)
    plain = index > 2 and words[index - 1].is_noun and all(word.is_nominal for word in words[2:index])
    alone = rest_of_clause(words, main_verb(words, verb) + 1) is Rest.NONE
    return words[-1].text == "?" and opens and bool(helped) and plain and alone


def _reports(words: Sequence[Word], index: int, verb: int) -> bool:
    """Whether the pronoun and its verb report: the war, he said, goes on; but not: the noise it was heard."""
    last = main_verb(words, verb)
    if last > verb and words[verb].lower in BE and words[index - 1].is_noun:
        return False
    following = words[last + 1] if last + 1 < len(words) else None
    return words[last].lower in SPEECH and (following is None or following.tag is Tag.PUNCTUATION)


def _is_impersonal(words: Sequence[Word], verb: int) -> bool:
    """Whether `it` stands for what follows: whose duty it is to pay, a stone that it is better not to lift."""
    after = words[verb + 1].lower if verb + 1 < len(words) else ""
    if words[main_verb(words, verb)].lower in BE | {"be", "been"} and _judges_what_follows(
        words, main_verb(words, verb) + 1
    ):
        return True
    return (words[verb].lower in ("is", "was") and after == "to") or (words[verb].lower in SEEM and after == "that")


def _judges_what_follows(words: Sequence[Word], at: int) -> bool:
    """Whether an adjective that is said of deeds stands here, with the deed behind it: not wise to, hard for us to."""
    while at < len(words) and words[at].tag is Tag.ADVERB and words[at].lower not in _OF_DEEDS:
        at += 1
    if at >= len(words) or words[at].lower not in _OF_DEEDS:
        return False
    deed = next((spot for spot in range(at + 1, min(at + _NEAR, len(words))) if words[spot].tag & _DEED), None)
    return deed is not None and not any(word.tag is Tag.PUNCTUATION for word in words[at:deed])


def _is_cleft(words: Sequence[Word], verb: int) -> bool:
    """Whether `it` singles out what stands before it: the captain it was who won."""
    after = words[verb + 1 : verb + 2]
    return words[verb].lower in ("is", "was") and any(word.lower in ("who", "that") for word in after)


def _another_subject_follows(words: Sequence[Word], start: int) -> bool:
    """Whether a pronoun with its verb follows in the clause, whose object stands in front: the cup they lost he won."""
    for at in range(start, len(words) - 1):
        word = words[at]
        if word.tag & _ENDS_CLAUSE or word.lower in _OPENS_CLAUSE:
            return False
        if word.lower in _FOLLOWING_SUBJECTS:
            return at > start and words[at + 1].tag is Tag.VERB_PAST and words[at - 1].is_noun
    return False


def _form_of_one(words: Sequence[Word], index: int, verb: int) -> str | None:
    """What becomes of the verb without `they` where its subject is one: not everybody they are."""
    if words[index].lower != "they" or words[index - 1].lower not in _OF_ONE_BODY:
        return None
    form = SINGULAR_FORMS.get(words[verb].lower)
    return " ".join([*(word.text for word in words[index + 1 : verb]), form]) if form else None
