"""Subjects that were lost (speaks of change and promises help) or became “you” (in addition, you explained that)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article, is_quoted
from cleanup.edits import Applicability, Edit
from cleanup.evidence import evidence_of
from cleanup.lexicon.inflection import base_of_past, participle
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.pronouns.antecedents import Antecedents, LostSubject
from cleanup.passes.pronouns.edits import replaced
from cleanup.passes.pronouns.lost_openings import Opening, opening_verb
from cleanup.passes.pronouns.referents import Referents
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, Sentence, Word, parse
from cleanup.syntax.words import HAVE, NUMBERS, SPEECH

_LEAST = 6  # words: a title or a fragment has fewer
_BEHIND_VERB = DETERMINERS | word_set("of that to with about in on for from not at by how what also only")
_BEHIND_TRANSITIVE = word_set("up us me him them")
_NOT_LOST = word_set(
    "is was does needs thanks seems appears says means makes goes comes lacks misses remains follows exists arrives"
)
_DENIED = word_set("doesn’t didn’t")
_DENIED_OF_IT = word_set("matter mean make seem look help take need sound hurt rain get be have work happen")
_SINGLES_OUT = word_set("is are was were")
_CONDITIONS = word_set("would could might should had if")
_FARTHEST = 5  # words between the verb and the relative
_JOINED = word_set("has is was")


class LostSubjects:
    """Gives sentences the subject that they lost, where the one before says who it is."""

    def __init__(self, resources: Resources, referents: Referents) -> None:
        self._resources = resources
        self._words = resources.words
        self._antecedents = Antecedents(resources, referents)

    # A sentence that opens with its verb

    def edits(self, article: Article) -> Iterator[Edit]:
        """`Speaks of change and promises help.`: a sentence that opens with its verb, behind one with a person."""
        before: Sentence | None = None
        for sentence in parse(article):
            yield from self._without_it(article, sentence)
            verb = self._opening(sentence.words)
            if verb is not None and _is_said(article, sentence):
                yield from self._said(article, sentence, verb)
            elif verb is not None and before is not None and before.words[-1].text in '.”"':
                near = "\n" not in article.text[before.start : sentence.start]
                subject = self._antecedents.subject_before(article, before, verb)
                yield from self._with_subject(article, sentence, verb, subject, near=near)
            before = sentence

    def _opening(self, words: Sequence[Word]) -> Opening | None:
        if self._opens_with_verb(words):
            return Opening(0, says=words[0].lower not in HAVE, single=words[0].lower != "had")
        return opening_verb(words)

    def _said(self, article: Article, sentence: Sentence, verb: Opening) -> Iterator[Edit]:
        """`“Already said this at breakfast.”`: who speaks is hardly anybody else."""
        words = sentence.words
        if verb.single:
            return
        lower = words[verb.verb].lower
        base = base_of_past(lower, self._words)
        perfect = words[0].lower == "already" and base is not None
        text = f"I have already {participle(base)}" if perfect and base is not None else f"I {words[0].lower}"
        end = verb.verb if perfect else 0
        span = sentence.offset(0), sentence.end_offset(end)
        rule = self._resources.rules["lost-subject"]
        yield rule.edit(article.text, *span, [text], applicability=Applicability.UNSAFE)

    def _without_it(self, article: Article, sentence: Sentence) -> Iterator[Edit]:
        """`Were the letters that gave him the idea.`: what is singled out needs `it was`."""
        words = sentence.words
        if not _singles_out(words):
            return
        form = "It is" if words[0].lower in ("is", "are") else "It was"
        span = sentence.offset(0), sentence.end_offset(0)
        yield self._resources.rules["lost-subject"].edit(article.text, *span, [form], applicability=Applicability.SAFE)

    def _with_subject(
        self, article: Article, sentence: Sentence, verb: Opening, subject: LostSubject, *, near: bool
    ) -> Iterator[Edit]:
        if not subject.pronouns:
            return
        end, text = _lost_verb(sentence.words)
        options = [f"{pronoun} {text}" for pronoun in subject.pronouns]
        sure = near and verb.sure and subject.sure
        span = sentence.offset(0), sentence.end_offset(end)
        certainty = Applicability.SAFE if sure else Applicability.UNSAFE
        yield self._resources.rules["lost-subject"].edit(article.text, *span, options, applicability=certainty)

    def _opens_with_verb(self, words: Sequence[Word]) -> bool:
        if len(words) < _LEAST or words[-1].text != "." or not words[0].is_capitalised:
            return False
        verb, after = words[0], words[1]
        if verb.lower in ("had", "has"):
            return _opens_with_have(words)
        if verb.lower.replace("'", "’") in _DENIED:
            return after.tag is Tag.VERB_BASE and after.lower not in _DENIED_OF_IT
        tags = self._words.tags(verb.lower)
        if not tags & Tag.VERB_PRESENT or verb.lower in _NOT_LOST:
            return False
        if after.lower in _BEHIND_TRANSITIVE and verb.lower.endswith("s"):
            return not words[2].tag & (FINITE_VERB | Tag.AUXILIARY)
        likely = self._words.likely_tag(verb.lower) & (Tag.VERB_PRESENT | Tag.AUXILIARY)
        if not likely or tags & (Tag.NOUN | Tag.PLURAL_NOUN):
            return False
        if after.lower not in _BEHIND_VERB or after.is_capitalised:
            return False
        return not any(word.tag & (FINITE_VERB | Tag.AUXILIARY) and word.lower not in _JOINED for word in words[1:3])

    # The polite form of the third person

    def polite(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`In addition, you explained that`: a lost subject, read as the polite form of the third person."""
        words, text, at = sentence.words, article.text, sentence.offset(index)
        if index + 2 >= len(words) or words[index + 2].lower != "that" or not words[index + 1].tags & Tag.VERB_PAST:
            return
        begins = index == 0 or (words[index - 1].text == "," and words[0].tags & (Tag.PREPOSITION | Tag.ADVERB))
        if not begins or words[index + 1].lower not in SPEECH or is_quoted(text, text.rfind("\n", 0, at) + 1, at):
            return
        people = evidence_of(article, self._resources).people.values()
        genders = {person.gender for person in people if person.full_name in text[:at]}
        options = ["she", "he"] if genders == {"female"} else ["he", "she"]
        if words[index].is_capitalised:
            options = [option.capitalize() for option in options]
        yield replaced(self._resources.rules["you-for-a-lost-subject"], text, sentence, index, options)


def _is_said(article: Article, sentence: Sentence) -> bool:
    """Whether the sentence stands in quotation marks."""
    text, at = article.text, sentence.offset(0)
    return sentence.quoted or is_quoted(text, text.rfind("\n", 0, at) + 1, at)


def _opens_with_have(words: Sequence[Word]) -> bool:
    """`Had nineteen years`, `Has opened a shop`: an age, or a verb; but not `Had known better days would come`."""
    after = words[1]
    if _is_age(after) and words[2].lower == "years" and words[3].lower != "of":
        return True
    done = after.tags & Tag.PAST_PARTICIPLE and not after.tags & (Tag.NOUN | Tag.VERB_BASE)
    condition = any(word.lower in ("would", "could", "might") for word in words[1:6])
    return bool(done) and not after.is_capitalised and not condition


def _lost_verb(words: Sequence[Word]) -> tuple[int, str]:
    """Where the verb that opens the sentence ends, and what it is in English: Had nineteen years → was nineteen."""
    verb = words[0].lower
    if verb not in ("had", "has") or not _is_age(words[1]) or words[2].lower != "years":
        return 0, verb
    end = 3 if words[3].lower == "old" else 2
    return end, f"{'was' if verb == 'had' else 'is'} {words[1].text}"


def _is_age(word: Word) -> bool:
    """Whether the word says how old somebody is: nineteen, 83."""
    return word.lower in NUMBERS or (word.lower.isdigit() and len(word.lower) < 3)


def _singles_out(words: Sequence[Word]) -> bool:
    """Whether a form of be stands first with its noun and a relative clause, in a sentence that asks nothing."""
    ends = words[-1].text in '.”"' and not any(word.text == "?" for word in words)
    if not ends or len(words) < _LEAST or not words[0].is_capitalised or words[0].lower not in _SINGLES_OUT:
        return False
    relative = next((spot for spot in range(2, _FARTHEST + 1) if words[spot].lower in ("that", "who")), None)
    if relative is None or words[1].lower not in DETERMINERS or not words[relative - 1].is_noun:
        return False
    rest = words[relative + 1 :]
    if any(word.lower in _CONDITIONS for word in rest) or not rest[0].tag & (FINITE_VERB | Tag.PRONOUN):
        return False
    again = sum(word.lower in ("that", "who") for word in rest)
    # Were the letters that he wrote true: a second verb of its own would make it a question.
    return bool(again) or (rest[0].tag & FINITE_VERB > Tag.NONE and words[0].lower != "were")
