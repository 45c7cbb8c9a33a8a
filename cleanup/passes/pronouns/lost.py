"""Subjects that were lost (speaks of change and promises help) or became “you” (in addition, you explained that)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article, is_quoted
from cleanup.edits import Applicability, Edit
from cleanup.evidence import evidence_of
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.pronouns.edits import replaced
from cleanup.passes.pronouns.referents import Referents
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, Sentence, Word, parse
from cleanup.syntax.words import NUMBERS, SPEECH

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
        self._referents = referents

    # A sentence that opens with its verb

    def edits(self, article: Article) -> Iterator[Edit]:
        """`Speaks of change and promises help.`: a sentence that opens with its verb, behind one with a person."""
        before: Sentence | None = None
        for sentence in parse(article):
            yield from self._without_it(article, sentence)
            near = before is not None and "\n" not in article.text[before.start : sentence.start]
            if before is not None and near and self._opens_with_verb(sentence.words):
                yield from self._with_subject(article, sentence, self._subjects_of(article, before))
            before = sentence

    def _without_it(self, article: Article, sentence: Sentence) -> Iterator[Edit]:
        """`Were the letters that gave him the idea.`: what is singled out needs `it was`."""
        words = sentence.words
        if not _singles_out(words):
            return
        form = "It is" if words[0].lower in ("is", "are") else "It was"
        span = sentence.offset(0), sentence.end_offset(0)
        yield self._resources.rules["lost-subject"].edit(article.text, *span, [form], applicability=Applicability.SAFE)

    def _with_subject(self, article: Article, sentence: Sentence, subjects: Sequence[str]) -> Iterator[Edit]:
        if not subjects:
            return
        end, verb = _lost_verb(sentence.words)
        options = [f"{pronoun} {verb}" for pronoun in subjects]
        certainty = Applicability.SAFE if len(subjects) == 1 else Applicability.UNSAFE
        span = sentence.offset(0), sentence.end_offset(end)
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

    def _subjects_of(self, article: Article, sentence: Sentence) -> list[str]:
        """The pronouns that the subject of the sentence can have, likeliest first; one where its gender is known."""
        names = (word.text for word in sentence.words if word.is_capitalised)
        genders = {gender for name in names if (gender := self._referents.gender_of(article, name))}
        if len(genders) == 1:
            return ["She" if genders == {"female"} else "He"]
        somebody = genders or any(self._words.is_person_noun(word.lower) for word in sentence.words)
        return ["He", "She"] if somebody else []

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
