"""Negations that are doubled in most languages and single in English: nobody does not know, has not seen nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article, is_quoted
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import past, third_person
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, OPENERS, Sentence, Word, parse
from cleanup.syntax.words import BE

_POSITIVE = {"nobody": "anybody", "nothing": "anything", "nowhere": "anywhere", "no": "any", "none": "any"}
_DENIED_AUXILIARIES = {
    "don’t": "do", "doesn’t": "does", "didn’t": "did", "isn’t": "is", "aren’t": "are", "wasn’t": "was",
    "weren’t": "were", "hasn’t": "has", "haven’t": "have", "hadn’t": "had", "won’t": "will", "wouldn’t": "would",
    "can’t": "can", "cannot": "can", "couldn’t": "could", "shouldn’t": "should",
}  # fmt: skip
_BETWEEN = Tag.INFINITIVE | Tag.PREPOSITION | Tag.AUXILIARY | Tag.PARTICLE
_OBJECTS = word_set("him her it them me us had been")
_FIXED_NO = word_set("longer more less matter doubt fewer better worse different later sooner bigger smaller higher")
_MEANT_BEHIND = word_set("for to with from on")  # leave with nothing, come to nothing
_AMONG = 3  # words between the negation and what it denies
_OPENING = word_set("and but that because so if as since while who")


def negation_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that leave one negation of two."""
    finder = _Finder(article.text, resources)
    for sentence in parse(article):
        for index in range(len(sentence.words) - 1):
            yield from finder.subject(sentence, index)
            yield from finder.object(sentence, index)


class _Finder:
    def __init__(self, text: str, resources: Resources) -> None:
        self._text = text
        self._resources = resources

    def _edit(self, sentence: Sentence, start: int, end: int, replacement: str, *, sure: bool = True) -> Edit:
        """An edit of the words from `start` to `end`, both included."""
        first, last = sentence.offset(start), sentence.end_offset(end)
        if not replacement and start:
            first = sentence.end_offset(start - 1)
        rule = self._resources.rules["double-negation"]
        certainty = Applicability.SAFE if sure else Applicability.UNSAFE
        return rule.edit(self._text, first, last, [replacement], applicability=certainty)

    # A negative subject

    def subject(self, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`Nobody does not know`, `Never nobody asked`; the first only suggested, since everybody may know."""
        words = sentence.words
        if words[index].lower == "never" and words[index + 1].lower in ("nobody", "nothing") and _opens(words, index):
            if index + 2 < len(words) and words[index + 2].tags & FINITE_VERB:
                noun = words[index + 1].lower
                noun = noun.capitalize() if words[index].is_capitalised else noun
                yield self._edit(sentence, index, index + 1, f"{noun} ever")
            return
        subject = _negative_subject(words, index)
        if subject is None or subject + 2 >= len(words):
            return
        auxiliary = words[subject]
        if auxiliary.lower == "never":
            if words[subject + 1].tag & (Tag.VERB_PAST | Tag.VERB_PRESENT):
                yield self._edit(sentence, subject, subject, "ever", sure=False)
            return
        denied = _DENIED_AUXILIARIES.get(auxiliary.lower.replace("'", "’"))
        end = subject if denied else subject + 1
        if end + 1 >= len(words):
            return
        if denied is None and (words[subject + 1].lower != "not" or not auxiliary.tag & (Tag.AUXILIARY | Tag.MODAL)):
            return
        helper = denied or auxiliary.lower
        following = words[end + 1]
        if words[index].lower == "no" and helper in BE and not following.tag & Tag.PAST_PARTICIPLE:
            return
        sure = words[index].lower == "neither"
        sure = sure and (helper not in BE or bool(following.tag & (Tag.PAST_PARTICIPLE | Tag.VERB_PAST)))
        if following.lower in ("only", "just", "even") or (helper in BE and following.lower in DETERMINERS):
            return  # nothing is not an option
        if helper not in ("do", "does", "did"):
            yield self._edit(sentence, subject, end, helper, sure=sure)
        elif following.tags & Tag.VERB_BASE:
            base = following.lower
            form = past(base) if helper == "did" else third_person(base) if helper == "does" else base
            yield self._edit(sentence, subject, end + 1, form, sure=sure)

    # A negative object

    def object(self, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`has not seen nobody`, `without saying nothing`, `never paid no taxes`."""
        words = sentence.words
        if not (words[index].lower in ("not", "never", "without", "cannot") or _is_denied(words[index])):
            return
        at = self._negative_behind(words, index)
        if at is None or self._begins_clause(words, at):
            return
        negative = words[at].lower
        one = negative == "no" and words[at + 1].lower == "one"
        denies = words[index].lower.replace("'", "’")
        modal = denies in ("cannot", "can’t", "couldn’t") or words[index - 1].lower in ("can", "could", "may", "might")
        if modal and words[at - 1].lower in ("do", "say"):
            return  # we cannot do nothing
        if denies == "never" and words[at - 1].lower in ("do", "does", "did") and negative == "nothing":
            return  # she never does nothing by halves
        if self._is_meant(sentence, index, at):
            return
        yield self._edit(sentence, at, at + (1 if one else 0), "anyone" if one else _POSITIVE[negative])

    def _negative_behind(self, words: Sequence[Word], index: int) -> int | None:
        """The index of nobody, nothing, nowhere or no in the clause that the word at `index` denies."""
        if words[index].lower == "without" and words[index + 1].lower in ("nobody", "no"):
            return index + 1 if not _is_fixed(words, index + 1) else None
        verbs = 0
        for at in range(index + 1, min(index + 2 + _AMONG, len(words) - 1)):
            word = words[at]
            if word.lower in ("nobody", "nothing", "nowhere", "no"):
                meant = word.lower != "nobody" and words[at - 1].lower in _MEANT_BEHIND
                return at if verbs and not meant and not _is_fixed(words, at) else None
            if (
                word.tags & (Tag.VERB_BASE | Tag.PAST_PARTICIPLE | Tag.GERUND | Tag.VERB_PAST)
                and not word.tag & Tag.NOUN
            ):
                verbs += 1
            elif not word.tag & _BETWEEN and word.lower not in _OBJECTS:
                return None
        return None

    def _is_meant(self, sentence: Sentence, index: int, at: int) -> bool:
        """Whether `index` and `at` deny twice on purpose: in a title, in what somebody says, with ain’t."""
        words = sentence.words
        title = words[at].is_capitalised or (index > 0 and words[index].is_capitalised)
        dialect = any(word.lower.replace("'", "’") in ("ain’t", "ain") for word in words[:at])
        opens = self._text.rfind("\n", 0, sentence.offset(at)) + 1
        return title or dialect or is_quoted(self._text, opens, sentence.offset(at))

    def _begins_clause(self, words: Sequence[Word], at: int) -> bool:
        """Whether what stands at `at` is the subject of a clause: it does not mean nothing happened."""
        end = at + 1
        if words[at].lower == "no":
            while end < len(words) and words[end].is_nominal:
                end += 1
        return end < len(words) and bool(words[end].tag & FINITE_VERB)


def _opens(words: Sequence[Word], index: int) -> bool:
    """Whether a clause begins at `index`."""
    if index == 0:
        return True
    before = words[index - 1]
    if before.lower == "why":
        return False  # no reason why nobody should not come
    return before.text in ',;:“"–—' or before.lower in _OPENING or before.lower in OPENERS


def _is_denied(word: Word) -> bool:
    return word.lower.replace("'", "’") in _DENIED_AUXILIARIES


def _is_fixed(words: Sequence[Word], at: int) -> bool:
    following = words[at + 1]
    return words[at].lower == "no" and (
        following.lower in _FIXED_NO or (not following.is_nominal and following.lower != "one")
    )


def _negative_subject(words: Sequence[Word], index: int) -> int | None:
    """Where the verb group behind the negative subject that begins at `index` begins; None where none does."""
    word = words[index]
    if not _opens(words, index):
        return None
    if word.lower in ("nobody", "nothing") or (word.lower == "no" and words[index + 1].lower == "one"):
        return index + (2 if word.lower == "no" else 1)
    if word.lower == "neither":
        return _behind_neither(words, index)
    if word.lower == "none" and words[index + 1].lower == "of":
        end = index + 2
    elif word.lower == "no" and words[index + 1].tag is Tag.NOUN:
        end = index + 1
    else:
        return None
    while end < len(words) and (words[end].is_nominal or words[end].lower in DETERMINERS | {"them", "us"}):
        end += 1
    return end if end < len(words) else None


def _behind_neither(words: Sequence[Word], index: int) -> int | None:
    """Behind `neither the mayor nor the council`."""
    joined = False
    for at in range(index + 1, min(index + 12, len(words))):
        word = words[at]
        if word.lower == "nor":
            joined = True
        elif not (word.is_nominal or word.lower in DETERMINERS | {"of"}):
            return at if joined else None
    return None
