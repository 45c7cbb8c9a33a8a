"""Negations without do, before their helping verb or beside nobody: she not knew, that not could, has not money."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import base_of_past, base_of_third, is_irregular_past, past
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, SUBJECT_PRONOUNS, Sentence, Word, parse
from cleanup.syntax.words import DEMANDING, DO, LINKING_ADVERBS, MODALS

_NEGATIVE = word_set("nobody nothing none never")
_OPENS = word_set("that which who and but because when")
_OBJECTS = word_set("him them us me it you himself herself itself themselves to")
_SINGLE = word_set("he she it who nobody everybody everyone")
_HAVE = {"has": "does not have", "have": "do not have", "had": "did not have"}
_LEAST = word_set("leg cent penny clue chance hope doubt soul word thing friend shred care hint trace prayer idea")
"""What nobody has even one of, in idioms: has not a leg to stand on."""
_QUOTES = '“"‘'
_CLAUSE_OPENERS = word_set("and but because although though while so since when if")
_MANDATES = DEMANDING | MODALS | word_set("wish why rather better or whether let make made help")
"""Words before which or behind which an infinitive may be denied by itself: they ask that we not leave."""
_NOT_BARE = Tag.VERB_PAST | Tag.PAST_PARTICIPLE | Tag.ADJECTIVE | Tag.ADVERB | Tag.PREPOSITION

Found = tuple[str, int, int, str, bool]


def denial_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that deny a verb as English does: with do, behind the helping verb, and once."""
    finder = _Finder(resources)
    for sentence in parse(article):
        for index in range(len(sentence.words) - 2):
            if sentence.words[index].lower != "not":
                continue
            found = finder.denied(sentence, index)
            if found is not None:
                rule, start, end, form, sure = found
                certainty = Applicability.SAFE if sure else Applicability.UNSAFE
                first = sentence.offset(start) if form else sentence.end_offset(start - 1)
                span = first, sentence.end_offset(end)
                yield resources.rules[rule].edit(article.text, *span, [form], applicability=certainty)


class _Finder:
    def __init__(self, resources: Resources) -> None:
        self._words = resources.words

    def denied(self, sentence: Sentence, index: int) -> Found | None:
        """The rule, the words from and to, what they should be, and whether that is certain."""
        words = sentence.words
        verb = words[index + 1]
        if verb.is_capitalised or verb.start != words[index].end + 1:
            return None
        if index == 0 or words[index - 1].text in _QUOTES:
            return self._forbidden(words, index) if words[index].is_capitalised else None
        before = words[index - 1]
        if before.lower in DO and verb.lower in MODALS and words[index + 2].tags & Tag.VERB_BASE:
            return "modal-after-not", index - 1, index + 1, f"{verb.lower} not", True
        if before.lower in _NEGATIVE and verb.tags & FINITE_VERB and _is_subject(words, index - 1):
            return "double-negation", index, index, "", not verb.tags & Tag.ADJECTIVE
        if verb.lower in MODALS and words[index + 2].tags & Tag.VERB_BASE and words[index + 2].text.islower():
            return self._modal(words, index)
        if before.lower in _HAVE:
            return self._possession(words, index)
        return self._finite(words, index)

    def _forbidden(self, words: Sequence[Word], index: int) -> Found | None:
        """`“Not hurry,” she said`: an order."""
        verb, after = words[index + 1], words[index + 2]
        asked = self._words.bigram("to", verb.lower) > sum(
            self._words.bigram(word, verb.lower) for word in ("the", "a")
        )
        plain = verb.tags & Tag.VERB_BASE and asked
        if not plain or verb.tags & (
            Tag.ADJECTIVE | Tag.ADVERB | Tag.PAST_PARTICIPLE | Tag.VERB_PAST | Tag.PREPOSITION
        ):
            return None
        takes = after.text in ",.!" or after.lower in DETERMINERS | _OBJECTS
        if not takes or words[-1].text == "?":
            return None
        return "bare-negation", index, index, "Do not", after.text in ",.!"  # Not remember such a May: I do not

    def _modal(self, words: Sequence[Word], index: int) -> Found | None:
        """`so cold that not could open`: the helping verb first."""
        before, modal = words[index - 1], words[index + 1].lower
        subject = before.is_noun or before.lower in SUBJECT_PRONOUNS | _OPENS
        if not subject or words[index + 2].lower in ("not", "and", "or"):
            return None
        denied = "cannot" if modal == "can" else f"{modal} not"
        return (
            "modal-after-not",
            index,
            index + 1,
            denied,
            modal not in ("will", "might", "can", "may") or (before.lower not in _OPENS),
        )

    def _possession(self, words: Sequence[Word], index: int) -> Found | None:
        """`has not money`, `have not a car`: no, or do."""
        subject, thing, after = words[index - 2] if index > 1 else None, words[index + 1], words[index + 2]
        if subject is None or not (subject.is_noun or subject.lower in SUBJECT_PRONOUNS | {"who", "which"}):
            return None
        if words[-1].text == "?" or words[index - 1].lower == "had":
            return None
        if thing.lower in ("a", "an", "any"):
            noun = words[index + 3] if after.tag is Tag.ADJECTIVE and index + 3 < len(words) else after
            found = "bare-negation", index - 1, index, _HAVE[words[index - 1].lower], True
            plain = noun.is_noun and noun.text.islower() and noun.lower not in _LEAST
            return found if plain else None
        if thing.tags not in (Tag.NOUN, Tag.PLURAL_NOUN) or not (
            after.tag & (Tag.PUNCTUATION | Tag.PREPOSITION | Tag.INFINITIVE) or after.lower in ("and", "because")
        ):
            return None
        return "bare-negation", index, index, "no", True

    def _finite(self, words: Sequence[Word], index: int) -> Found | None:
        """`she not knew`, `the guard not wants to open`: do and the infinitive."""
        before, verb, after = words[_subject_end(words, index)], words[index + 1].lower, words[index + 2]
        single = before.lower in _SINGLE or before.tag is Tag.NOUN or before.is_proper
        joins = before.lower in ("and", "but", "which", "that", "who")
        if not (single or joins or before.lower in SUBJECT_PRONOUNS or before.tag is Tag.PLURAL_NOUN):
            return None
        tags = self._words.tags(verb)
        if tags & Tag.VERB_BASE:
            return self._bare(words, index)
        lone = _lacks_verb(words, index)
        acts = after.lower in DETERMINERS | _OBJECTS - {"to"}
        other = Tag.NOUN | Tag.ADVERB | Tag.AUXILIARY | Tag.MODAL | (Tag.NONE if lone and acts else Tag.ADJECTIVE)
        if tags & other or verb in ("has", "is", "was"):
            return None
        if tags & Tag.VERB_PRESENT and verb.endswith("s"):
            base = base_of_third(verb, self._words)
            plain = not tags & Tag.PLURAL_NOUN or after.lower in DETERMINERS | _OBJECTS
            plain = plain or (lone and words[index + 1].tag is Tag.VERB_PRESENT and not after.is_nominal)
            plain = plain and before.tag is not Tag.PLURAL_NOUN and before.lower not in ("i", "we", "they", "you")
            helper = "does"
        else:
            base = base_of_past(verb, self._words) if tags & Tag.VERB_PAST else None
            plain = is_irregular_past(verb) and not tags & Tag.PAST_PARTICIPLE
            held = acts and not _has_verb_behind(words, index + 2)  # a player not called the day before came
            plain = plain or before.lower in SUBJECT_PRONOUNS - {"it", "you"} or (held and not joins)
            plain = plain or (acts and _is_relative(words, _subject_end(words, index)))
            helper = "did"
        if base is None or not plain:
            return None
        sure = not joins or (lone and before.lower == "which") or _is_relative(words, _subject_end(words, index))
        return "bare-negation", index, index + 1, f"{helper} not {base}", sure

    def _bare(self, words: Sequence[Word], index: int) -> Found | None:
        """`we not accept`, `the rules not allow it`: do."""
        before, verb, after = words[_subject_end(words, index)], words[index + 1], words[index + 2]
        if _is_relative(words, _subject_end(words, index)) or before.tag is Tag.NOUN:
            return self._bare_single(words, index)
        plural = before.tag is Tag.PLURAL_NOUN and before.lower.endswith("s") and not before.is_capitalised
        if not (before.lower in ("i", "we", "they", "you") or plural):
            return None
        if verb.lower in ("be", "let", "only", "just") or verb.tags & (_NOT_BARE | (Tag.NOUN if plural else Tag.NONE)):
            return None
        likely = self._words.likely_tag(verb.lower) & Tag.VERB_BASE
        if not likely or {word.lower for word in words[:index]} & _MANDATES or words[-1].text == "?":
            return None
        takes = (
            after.lower in DETERMINERS | _OBJECTS or bool(after.tag & (Tag.PREPOSITION | Tag.INFINITIVE)) or not plural
        )
        return ("bare-negation", index, index, "do not", True) if takes else None

    def _bare_single(self, words: Sequence[Word], index: int) -> Found | None:
        """`A beet, however, not wait`, `a pipe which not burst`: does, or did where the past looks the same."""
        at = _subject_end(words, index)
        relative = _is_relative(words, at)
        noun, verb, after = words[at - 1 if relative else at], words[index + 1].lower, words[index + 2]
        if noun.text == "," and relative:
            noun = words[at - 2]
        tags, past_too = words[index + 1].tags, past(verb) == verb
        other = _NOT_BARE & ~(Tag.VERB_PAST | Tag.PAST_PARTICIPLE) if past_too else _NOT_BARE
        if not noun.is_noun or tags & other or verb in ("be", "let", "only", "just") or words[-1].text == "?":
            return None
        if {word.lower for word in words[:index]} & _MANDATES or after.is_nominal or not _lacks_verb(words, index):
            return None
        if tags & Tag.NOUN and not past_too and not (at < index - 1 and self._words.likely_tag(verb) & Tag.VERB_BASE):
            return None
        plural = noun.tag is Tag.PLURAL_NOUN
        helper = "did" if past_too else "do" if plural else "does"
        return "bare-negation", index, index, f"{helper} not", not past_too or relative


def _subject_end(words: Sequence[Word], index: int) -> int:
    """Where the subject of the verb that `not` at `index` denies ends: before it, `clearly` or `, however,`."""
    apart = index > 3 and words[index - 1].text == "," == words[index - 3].text
    if index > 1 and words[index - 1].tag is Tag.ADVERB and words[index - 1].lower.endswith("ly"):
        return index - 2
    return index - 4 if apart and words[index - 2].lower in LINKING_ADVERBS else index - 1


def _is_relative(words: Sequence[Word], at: int) -> bool:
    """Whether the word at `at` opens a clause of the noun before it, whose verb it needs: who, a rule that."""
    return words[at].lower in ("which", "who") or (words[at].lower == "that" and at > 0 and words[at - 1].is_noun)


def _lacks_verb(words: Sequence[Word], index: int) -> bool:
    """Whether the clause that `not` at `index` belongs to has no other verb before it."""
    end = _subject_end(words, index)
    if _is_relative(words, end):
        return True
    for word in reversed(words[: end + 1]):
        if word.text in ',;:—–“”"' or word.lower in _CLAUSE_OPENERS:
            return True
        if word.tag & (FINITE_VERB | Tag.AUXILIARY | Tag.MODAL | Tag.GERUND | Tag.INFINITIVE):
            return False
    return True


def _has_verb_behind(words: Sequence[Word], start: int) -> bool:
    """Whether a finite verb follows in the clause that goes on at `start`."""
    for word in words[start:]:
        if word.text in ',;:.—–“”"' or word.lower in _CLAUSE_OPENERS or word.tag & Tag.RELATIVE:
            return False
        if word.tag & (FINITE_VERB | Tag.AUXILIARY | Tag.MODAL):
            return True
    return False


def _is_subject(words: Sequence[Word], at: int) -> bool:
    """Whether the negative word at `at` can be the subject of its clause: not with nothing, not almost never."""
    return at == 0 or not words[at - 1].tag & (Tag.PREPOSITION | FINITE_VERB) or words[at].lower == "never"
