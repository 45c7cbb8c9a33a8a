"""Subjects and pronouns that stand where other languages have them: in questions inside a sentence, behind `not`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import base_of_third, past, third_person
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax.clauses import main_verb, noun_phrase_end
from cleanup.syntax.parser import DETERMINERS, SUBJECT_PRONOUNS, Sentence, Word, words_text
from cleanup.syntax.words import BE, DO, HAVE, INTRANSITIVE, MIDDLE_ADVERBS, MODALS, TIME_NOUNS

_ASKING = forms_of("verbs_of_asking") | word_set(
    "unclear clear unknown uncertain unsure open sure question debate idea explanation about of on over whether"
)
"""Words that a question inside a sentence hangs on."""
_QUESTION_WORDS = word_set("how what which when where why whom who")
_HOW = word_set("much many long often far big high deep large strong old soon fast well badly serious dangerous")
_OBJECT_ONLY = word_set("him them me us")
_INDEFINITE = word_set("nobody everybody everyone somebody someone")
_KNOWING = word_set(
    "knows knew understands understood says believes believed remembers remembered explains explained notices noticed "
    "sees saw asks asked tells told"
)
_CLAUSE_OPENERS = word_set("how what where when why who whether which that if")
_HAPPENED = (INTRANSITIVE | word_set("increased escaped perished drowned")) - word_set(
    "fallen worked played dropped cost competed traveled travelled left survived returned fled grown"
)
_CAME = word_set("participated returned survived remained arrived died appeared disappeared perished drowned emerged")
_LEFT = word_set("left came went arrived travelled traveled fled died fell resigned returned entered escaped")
_MEASURES = word_set("mile miles metre metres kilometre kilometres distance way length little") | TIME_NOUNS
_SEEMING = word_set("seems appears")
_LINKS = word_set("then now today yesterday tomorrow thereby therefore meanwhile afterwards")
_COUNTED = word_set(
    "a an one two three four five six seven eight nine ten several many some few little dozens hundreds"
)
_CLAUSE_MARKS = frozenset(".,;:–—“”(!?…")
_GOVERNING = word_set("about of on over")
_BETWEEN = word_set("exactly just yet her not")
_FAR = 4  # words between what asks and the question
_SECOND = 16  # words between two questions joined by `and`


class Reordering(NamedTuple):
    """Words `start:end` and how they read in English order."""

    start: int
    end: int
    text: str
    rule: str
    certainty: Applicability = Applicability.SAFE


class ClauseOrder:
    """Finds subjects behind their verb in embedded questions, and pronouns, negations and links out of place."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence) -> Iterator[Edit]:
        """Edits that put subjects before and objects behind their verb."""
        words = sentence.words
        for at in range(len(words) - 2):
            for change in self._reorderings(words, at):
                start, end = sentence.offset(change.start), sentence.end_offset(change.end - 1)
                rule = self._resources.rules[change.rule]
                yield rule.edit(text, start, end, [change.text], applicability=change.certainty)

    def _reorderings(self, words: Sequence[Word], at: int) -> Iterator[Reordering]:
        lower = words[at].lower
        found: Reordering | None = None
        if lower in _QUESTION_WORDS and at and words[-1].text != "?":
            found = self._question(words, at)
        elif lower in _OBJECT_ONLY and at:
            found = _object(words, at)
        elif lower == "not" and _opens(words, at):
            found = self._denied(words, at)
        elif lower == "only" and _opens(words, at):
            found = _only_there(words, at)
        elif lower in ("becomes", "became", "become"):
            found = _becomes_from(words, at)
        elif lower in BE and words[at + 1].lower == "there":
            found = _there(words, at)
        elif at == 0 and words[-1].text != "?":
            found = _happened(words) or _came(words) or _left_with(words)
        elif words[at + 1].lower in _INDEFINITE | {"only"} and words[at].tags & (
            FINITE_VERB | Tag.VERB_BASE | Tag.MODAL
        ):
            found = _nobody(words, at)
        if found is not None:
            yield found

    # Questions inside a sentence

    def _question(self, words: Sequence[Word], at: int) -> Reordering | None:
        """`They must decide how much will it cost`: inside a sentence the subject comes first."""
        verb = _question_end(words, at)
        if verb is None or not _is_embedded(words, at):
            return None
        helper = words[verb]
        end = _subject(words, verb + 1)
        if end is None or end >= len(words):
            return None
        after = end
        while after < len(words) - 1 and (words[after].lower in MIDDLE_ADVERBS or words[after].lower == "not"):
            after += 1
        follows, pronoun = words[after], words[verb + 1].lower in SUBJECT_PRONOUNS
        subject = words_text(words, verb + 1, end)
        rule = "indirect-question-order"
        if helper.lower in DO:
            return self._without_do(words, verb, end, rule)
        if helper.lower in MODALS:
            fits = bool(follows.tags & Tag.VERB_BASE) and not follows.is_capitalised
        elif helper.lower in HAVE:
            fits = bool(follows.tags & Tag.PAST_PARTICIPLE)
        else:
            fits = pronoun or _is_predicate(follows) or (_asks_how_it_is(words[at]) and _ends_clause(follows))
        if not fits or (words[at].lower in ("who", "which") and helper.lower in BE and not pronoun):
            return None
        return Reordering(verb, end, f"{subject} {helper.text}", rule)

    def _without_do(self, words: Sequence[Word], verb: int, end: int, rule: str) -> Reordering | None:
        """`why did the guard leave`: why the guard left."""
        lexical = words[end]
        if (
            not lexical.tags & Tag.VERB_BASE
            or lexical.is_capitalised
            or lexical.tag & (Tag.DETERMINER | Tag.PREPOSITION)
        ):
            return None
        base = lexical.lower
        form = {"do": base, "does": third_person(base), "did": past(base)}[words[verb].lower]
        return Reordering(verb, end + 1, f"{words_text(words, verb + 1, end)} {form}", rule)

    # Negation

    def _denied(self, words: Sequence[Word], at: int) -> Reordering | None:
        """`Not he believes`, `Not there is time`: the negation before the subject."""
        subject, verb = words[at + 1], words[at + 2]
        capital = words[at].is_capitalised
        rule = "verb-before-subject"
        if subject.lower == "there" and verb.lower in BE:
            after = words[at + 3] if at + 3 < len(words) else None
            bare = after is not None and after.is_noun
            fixed = f"there {verb.text} {'no' if bare else 'not'}"
            return Reordering(at, at + 3, _capital(fixed, capital), rule)
        if subject.lower not in ("he", "she", "it", "they", "we") or subject.is_capitalised:
            return None
        if verb.lower in _SEEMING or at + 3 >= len(words) or words[at + 3].text in _CLAUSE_MARKS:
            return None  # not, it seems, on my watch
        if any(word.lower == "but" and words[before].text != "," for before, word in enumerate(words[1:])):
            return None  # not he is to blame but the system
        if verb.lower in BE | HAVE | MODALS:
            participle = verb.lower in BE | MODALS or words[at + 3].tags & Tag.PAST_PARTICIPLE
            denied = "cannot" if verb.lower == "can" else f"{verb.text} not"
            return Reordering(at, at + 3, _capital(f"{subject.text} {denied}", capital), rule) if participle else None
        third = verb.tags & Tag.VERB_PRESENT and verb.lower.endswith("s")
        if third:
            base, helper = base_of_third(verb.lower, self._resources.words), "does"
        elif verb.tags & Tag.VERB_BASE and not verb.tags & Tag.VERB_PAST:
            base, helper = verb.lower, "do"
        else:
            return None
        if base is None:
            return None
        return Reordering(at, at + 3, _capital(f"{subject.text} {helper} not {base}", capital), rule)


def _is_predicate(word: Word) -> bool:
    """Whether the word says what the subject is or does: closed, open, waiting."""
    verbal = word.tags & (Tag.PAST_PARTICIPLE | Tag.GERUND) and not word.tags & Tag.NOUN
    return not word.is_capitalised and bool(verbal or word.tag is Tag.ADJECTIVE)


def _asks_how_it_is(word: Word) -> bool:
    """Whether the question word is a predicate by itself: where it is, how it is."""
    return word.lower in ("where", "when", "why", "how")


def _ends_clause(word: Word) -> bool:
    return word.text in _CLAUSE_MARKS or word.lower in ("and", "or", "but")


def _question_end(words: Sequence[Word], at: int) -> int | None:
    """Index of the helping verb right behind the question word and what belongs to it."""
    after = at + 1
    lower = words[at].lower
    if lower == "how" and (words[after].lower in _HOW or words[after].tag is Tag.ADJECTIVE):
        after += 1
        if words[after - 1].lower in ("much", "many") and words[after].is_noun and words[after].tag is not Tag.MODAL:
            after += 1
    elif lower in ("which", "what") and words[after].tag in (Tag.NOUN, Tag.PLURAL_NOUN):
        after += 1
    if after + 2 >= len(words) or words[after].lower not in MODALS | HAVE | BE | DO:
        return None
    return after


def _is_embedded(words: Sequence[Word], at: int) -> bool:
    """Whether the question hangs on a word that asks or knows, or is the second of two such questions."""
    if words[at - 1].lower in ("and", "or"):
        for first in range(at - 3, max(0, at - _SECOND), -1):
            if words[first].text in ".;:“”?":
                return False
            if words[first].lower in _CLAUSE_OPENERS:
                return _asks(words, first)
        return False
    return _asks(words, at)


def _asks(words: Sequence[Word], at: int) -> bool:
    """Whether a word that asks or knows stands right before `at`, or with nothing but its object between."""
    for index in range(at - 1, max(-1, at - _FAR - 1), -1):
        word = words[index]
        if word.lower in _ASKING:
            return word.lower not in _GOVERNING or index == at - 1
        if not (word.is_nominal or word.lower in DETERMINERS | _OBJECT_ONLY | _BETWEEN):
            return False
    return False


# Pronouns


def _object(words: Sequence[Word], at: int) -> Reordering | None:
    """`the doctors who them treated`, `he them knows`: an object between the subject and its verb."""
    before, verb = words[at - 1], words[at + 1]
    relative = before.lower in ("who", "which") or (before.lower == "that" and at > 1 and words[at - 2].is_noun)
    personal = before.lower in ("he", "she", "we", "they") or before.text == "I"
    finite = verb.tags & (FINITE_VERB | Tag.VERB_BASE | Tag.AUXILIARY | Tag.MODAL)
    if not (relative or personal) or not finite or verb.is_capitalised or words[at].is_capitalised:
        return None
    if verb.tags & Tag.ADVERB or verb.tag & (Tag.PREPOSITION | Tag.CONJUNCTION | Tag.ADJECTIVE):
        return None
    if before.lower == "which" and at > 1 and words[at - 2].tag is Tag.PREPOSITION:
        return None
    if before.lower == "that" and words[at].lower == "us" and verb.tags & Tag.PLURAL_NOUN:
        return None  # the film that us fans love
    last = main_verb(words, at + 1)
    group = words_text(words, at + 1, last + 1)
    return Reordering(at, last + 1, f"{group} {words[at].text}", "pronoun-before-verb")


# Links


def _only_there(words: Sequence[Word], at: int) -> Reordering | None:
    """`only there is one bench`: there is only one bench."""
    if words[at + 1].lower != "there" or words[at + 2].lower not in BE or at + 4 >= len(words):
        return None
    if not words[at + 4].is_nominal:
        return None  # only there is one truly alone
    counted = words[at + 3]
    if counted.lower not in _COUNTED and counted.tag is not Tag.NUMBER:
        return None
    fixed = f"there {words[at + 2].text} only"
    return Reordering(at, at + 3, _capital(fixed, words[at].is_capitalised), "verb-before-subject")


def _becomes_from(words: Sequence[Word], at: int) -> Reordering | None:
    """`becomes from the barn a theatre`: the barn becomes a theatre."""
    if words[at + 1].lower != "from" or at + 4 >= len(words) or words[at + 2].lower not in DETERMINERS:
        return None
    end = noun_phrase_end(words, at + 2)
    if end is None or words[end].lower not in ("a", "an", "the"):
        return None
    if at and words[at - 1].lower in SUBJECT_PRONOUNS | {"has", "have", "had", "to", "who", "which"}:
        return None
    return Reordering(at, end, f"{words_text(words, at + 2, end)} {words[at].text}", "verb-before-subject")


def _there(words: Sequence[Word], at: int) -> Reordering | None:
    """`For the pupils is there no school`, `Ten years ago were there plans`: behind a phrase, and no question."""
    if words[-1].text == "?" or at < 2 or at + 3 >= len(words):
        return None
    start = at
    while start > 0 and words[start - 1].text not in _CLAUSE_MARKS:
        start -= 1
    opens = words[start]
    ago = words[at - 1].lower == "ago"
    if not (opens.tags & Tag.PREPOSITION or ago) or opens.lower in ("as", "than", "like", "nor"):
        return None
    phrase = words[start:at]
    if any(
        word.lower in ("no", "not", "only", "few", "little", "never", "neither", "if", "and", "how", "what", "which")
        or word.tag & (FINITE_VERB | Tag.AUXILIARY | Tag.MODAL | Tag.RELATIVE | Tag.PRONOUN)
        for word in phrase
    ):
        return None
    if not (words[at - 1].is_noun or ago or words[at - 1].tag is Tag.NUMBER):
        return None
    thing = words[at + 2]
    if thing.lower in ("any", "anyone", "anybody", "anything"):
        return None  # on that day were there any who doubted?
    if not (thing.is_nominal or thing.lower in DETERMINERS | {"no", "already", "still", "also", "nothing", "nobody"}):
        return None
    return Reordering(at, at + 2, f"there {words[at].text}", "verb-before-subject")


def _happened(words: Sequence[Word]) -> Reordering | None:
    """`Have died three sailors.`: no question, so the subject stands behind its verb."""
    if words[0].text not in ("Has", "Have", "Had") or words[1].lower not in _HAPPENED or words[-1].text == "?":
        return None
    if not words[1].tags & Tag.PAST_PARTICIPLE:
        return None
    first = words[2]
    if first.lower not in _COUNTED | {"the", "more", "another", "both"} and first.tag is not Tag.NUMBER:
        return None
    end = _subject(words, 2)
    if end is None or _finite(words, end) or _is_measure(words, 2, end):
        return None
    if words[1].lower == "gone" and first.lower == "the":
        return None  # had gone the same way
    subject = words_text(words, 2, end)
    fixed = f"{subject[0].upper()}{subject[1:]} {words[0].lower} {words[1].text}"
    return Reordering(0, end, fixed, "verb-before-subject")


def _came(words: Sequence[Word]) -> Reordering | None:
    """`Arrived at the port also two ambulances.`: the subject behind the verb and the place."""
    if words[0].lower not in _CAME or any(word.text == "," for word in words[1:6]):
        return None
    at, also = 1, False
    if words[1].tag is Tag.PREPOSITION:
        place = noun_phrase_end(words, 2)
        if place is None:
            return None
        stops = next((index for index in range(3, place) if _counts(words[index])), place)
        at = stops
    place_end = at
    if at < len(words) and words[at].lower == "also":
        also, at = True, at + 1
    if at >= len(words) - 1 or not _counts(words[at]) or at == 1:
        return None  # died a rich man
    end = _subject(words, at)
    if end is None or _finite(words, end) or _is_measure(words, at, end):
        return None
    if words[end].text not in ".,;:" and not words[end].tag & Tag.PREPOSITION:
        return None
    subject = words_text(words, at, end)
    where = f" {words_text(words, 1, place_end)}" if place_end > 1 else ""
    verb = f"{'also ' if also else ''}{words[0].lower}"
    fixed = f"{subject[0].upper()}{subject[1:]} {verb}{where}"
    return Reordering(0, end, fixed, "verb-before-subject")


def _left_with(words: Sequence[Word]) -> Reordering | None:
    """`Left with it Cargill and Bunge;`: the subject behind the verb and its company."""
    company = words[1].lower == "with" and words[2].lower in ("it", "him", "her", "them")
    if words[0].lower not in _LEFT or not company or len(words) < 5:
        return None
    opens = words[3]
    # Left with him the keys: only a name is surely no object.
    if not (opens.is_proper or (words[0].lower != "left" and (_counts(opens) or opens.lower == "the"))):
        return None
    end = _subject(words, 3)
    if end is not None and words[end].lower == "and":
        end = _subject(words, end + 1)
    if end is None or end >= len(words) or words[end].text not in ".;":
        return None
    subject = words_text(words, 3, end)
    fixed = f"{subject[0].upper()}{subject[1:]} {words[0].lower} {words_text(words, 1, 3)}"
    return Reordering(0, end, fixed, "verb-before-subject")


def _is_measure(words: Sequence[Word], start: int, end: int) -> bool:
    """`remained one year`, `had gone the extra mile`: how long or how far, which is no subject."""
    return any(word.lower in _MEASURES for word in words[start:end])


def _counts(word: Word) -> bool:
    return word.lower in _COUNTED or word.tag is Tag.NUMBER


def _nobody(words: Sequence[Word], at: int) -> Reordering | None:
    """`How long that lasts, knows nobody`, `then believes nobody`, `Today has everyone a phone`."""
    verb, subject = words[at], words[at + 1]
    only = subject.lower == "only" and at + 3 < len(words)
    if not (subject.lower in _INDEFINITE or only) or words[-1].text == "?" or at == 0:
        return None
    before = words[at - 1]
    clause = before.text == "," and words[0].lower in _CLAUSE_OPENERS and at > 3
    link = before.lower in _LINKS and (
        at == 1 or words[at - 2].text in _CLAUSE_MARKS or words[at - 2].lower in ("and", "but")
    )
    if not (clause or (link and not only)) or (clause and verb.lower not in _KNOWING | MODALS | HAVE):
        return None
    if verb.lower in BE or (link and verb.tags & Tag.VERB_BASE and verb.lower not in MODALS):
        return None  # then was nobody hurt, now trust nobody
    if verb.lower in ("comes", "came", "goes", "went", "says", "said") or verb.is_capitalised:
        return None
    end = at + 2
    if only:
        found = _subject(words, at + 2)
        if not clause or found is None or words[found].text not in ".;:":
            return None
        end = found
    if verb.lower in MODALS and not words[end].tags & Tag.VERB_BASE:
        return None
    if verb.lower in HAVE and not (words[end].tags & Tag.PAST_PARTICIPLE or words[end].lower in DETERMINERS):
        return None
    return Reordering(at, end, f"{words_text(words, at + 1, end)} {verb.text}", "verb-before-subject")


# Parts of a clause


def _subject(words: Sequence[Word], at: int) -> int | None:
    """Where the pronoun or noun phrase that begins at `at` ends; it needs a determiner, a number or a name."""
    if at >= len(words):
        return None
    word = words[at]
    if word.lower in SUBJECT_PRONOUNS or word.lower in _INDEFINITE:
        return at + 1
    opens = word.lower in DETERMINERS or word.tag is Tag.NUMBER or word.is_proper or word.tag is Tag.PLURAL_NOUN
    return noun_phrase_end(words, at) if opens else None


def _finite(words: Sequence[Word], at: int) -> bool:
    """Whether another finite verb stands in the clause that goes on at `at`."""
    for word in words[at:]:
        if word.text in ".,;:–—“”" or word.tag is Tag.RELATIVE or word.lower in ("and", "but", "because", "when"):
            return False
        if word.tag & (FINITE_VERB | Tag.AUXILIARY | Tag.MODAL):
            return True
    return False


def _opens(words: Sequence[Word], at: int) -> bool:
    return at == 0 or words[at - 1].text in _CLAUSE_MARKS


def _capital(text: str, capital: bool) -> str:
    return text[0].upper() + text[1:] if capital else text
