"""Forms of words that their neighbours ask for, read off the light parser: number, verbs behind helpers, gerunds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import participle, past, plural_of
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag, Words
from cleanup.resources import Resources
from cleanup.syntax import DETERMINERS, Sentence, Word, parse

_NUMBERS = word_class("numbers") | word_set("several many few both")
_UNITS = word_class("units")
_COUNTABLE = word_class("countable_nouns")
_INVARIABLE = word_class("invariable_nouns", "behind_numbers", "currencies")
_NUMBERED = word_class("numbered_nouns")
_NO_PLURALS = word_class("no_plurals")
_DO = word_set("does do did doesn’t don’t didn’t doesn't don't didn't")
_PAST_TO_BASE = {past(verb): verb for verb in word_class("irregular_verbs")}
_BARE_FOR_PARTICIPLE = word_set("build send spend lend choose write steal forget give take break begin sing speak")
_PAST_FOR_PARTICIPLE = word_set(
    "write take give break speak steal choose begin see go do eat drive fall fly know rise throw"
)
_PARTICIPLES = {verb: participle(verb) for verb in _BARE_FOR_PARTICIPLE} | {
    past(verb): participle(verb) for verb in _PAST_FOR_PARTICIPLE
}
_ONE_OF = word_set("the his her its their our these those my your")
_GROUPS = word_class("groups_of_people") | word_set(
    "lot few many rest series list kind country cream world big army board government party"
)
_SUPERLATIVE = word_set("most best worst first last least main few leading key rare biggest")
_MARKS = ".,;:!?)”"

Finder = Callable[[Sequence[Word], int], "tuple[int, int, str, str, bool] | None"]


class Forms:
    """Finds wrong forms word by word."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    @property
    def _words(self) -> Words:
        return self._resources.words

    def edits(self, article: Article) -> Iterator[Edit]:
        """Edits for all sentences; safe where the form is certain."""
        finders: tuple[Finder, ...] = (
            self._counted, self._one_of, self._helper, self._participle, self._each, self._counted_behind_adjective,
        )  # fmt: skip
        for sentence in parse(article):
            for index in range(len(sentence.words) - 1):
                for find in finders:
                    found = find(sentence.words, index)
                    if found is not None:
                        yield self._edit(article, sentence, *found)

    def _edit(
        self, article: Article, sentence: Sentence, start: int, end: int, text: str, rule: str, sure: bool
    ) -> Edit:
        found = self._resources.rules[rule]
        doubt = None if sure else Applicability.UNSAFE
        confidence = None if sure else min(found.confidence, 0.7)
        span = sentence.offset(start), sentence.end_offset(end)
        return found.edit(article.text, *span, [text], applicability=doubt, confidence=confidence)

    def _counted(self, words: Sequence[Word], index: int) -> tuple[int, int, str, str, bool] | None:
        """`forty ambulance are waiting`, `four millimetre of rain`: a singular behind a number word."""
        number, noun = words[index], words[index + 1]
        digits = number.tag is Tag.NUMBER and number.text.isdigit() and number.text != "1" and len(number.text) < 4
        if not (number.lower in _NUMBERS or digits) or noun.is_capitalised or noun.start != number.end + 1:
            return None
        before = words[index - 1] if index else None
        after = words[index + 2] if index + 2 < len(words) else None
        ends = after is None or bool(after.tag & (Tag.PUNCTUATION | Tag.PREPOSITION | Tag.AUXILIARY | Tag.RELATIVE))
        ends = ends or bool(after and after.tag & Tag.VERB_PAST and not after.tags & Tag.ADJECTIVE)
        unit = noun.lower in _UNITS
        if after is not None and (after.text in "-–‑’'/(" or (after.start == noun.end and after.text not in _MARKS)):
            return None
        if (
            after is not None
            and unit
            and after.lower in ("high", "long", "wide", "deep", "thick", "away", "tall", "apart")
        ):
            ends = before is None or before.lower not in DETERMINERS
        plural = self._plural(noun)
        if not ends or plural is None or (digits and not unit):
            return None
        if (
            before is not None
            and before.lower in ("a", "an", "the")
            and after is not None
            and not after.tag & Tag.AUXILIARY
        ):
            return None
        agrees = after is not None and after.lower in ("are", "were", "have")
        numbered = before is not None and (before.lower in _NUMBERED or before.is_proper)
        priced = before is not None and digits and before.text in "-–$€£/.,:"
        if (numbered or priced) and not agrees:
            return None
        certain = noun.tags == Tag.NOUN or noun.lower in _COUNTABLE
        sure = agrees or unit or (number.lower in _NUMBERS and certain)
        return index + 1, index + 1, plural, "number-and-noun", sure

    def _plural(self, noun: Word) -> str | None:
        """The plural of a word that is a singular noun and nothing else, if that plural is known."""
        lower = noun.lower
        if lower in _UNITS:
            return plural_of(lower)
        if (
            lower in _INVARIABLE
            or not (noun.tags & Tag.NOUN or lower in _UNITS)
            or (noun.tags & (Tag.PLURAL_NOUN | Tag.ADJECTIVE | Tag.NUMBER) and lower not in _UNITS | _COUNTABLE)
        ):
            return None
        if lower.endswith("s") or not noun.is_noun or noun.tags & (Tag.VERB_PAST | Tag.PREPOSITION | Tag.ADVERB):
            return None
        plural = plural_of(lower)
        known = self._words.tags(plural) & Tag.PLURAL_NOUN
        return plural if known and self._words.zipf(plural) >= 2.0 else None

    def _one_of(self, words: Sequence[Word], index: int) -> tuple[int, int, str, str, bool] | None:
        """`one of the biggest bank in the country`."""
        if words[index].lower != "one" or index + 4 >= len(words) or words[index + 1].lower != "of":
            return None
        if words[index + 2].lower not in _ONE_OF:
            return None
        at = index + 3
        while (
            at < len(words)
            and words[at].tag & (Tag.ADJECTIVE | Tag.ADVERB | Tag.NUMBER)
            and not words[at].is_capitalised
        ):
            at += 1
        before = {word.lower for word in words[index + 3 : at]}
        if at + 1 >= len(words) or words[at].lower in _GROUPS or words[at].is_capitalised or not before:
            return None
        after = words[at + 1]
        plural = self._plural(words[at])
        if (
            plural is None
            or not after.tag & (Tag.PUNCTUATION | Tag.PREPOSITION | Tag.RELATIVE)
            or after.text in "-–‑’'/("
        ):
            return None
        superlative = bool(before & _SUPERLATIVE) or any(word.endswith("est") for word in before)
        return at, at, plural, "one-of-the", superlative

    def _helper(self, words: Sequence[Word], index: int) -> tuple[int, int, str, str, bool] | None:
        """`does not speaks`, `did not went`, `can speaks`, `to speaks`: the infinitive behind a helping verb."""
        word = words[index]
        at = index + 1
        do = word.lower in _DO
        modal = word.tag is Tag.MODAL
        if (
            word.text[0] in "’'"
            or not (do or modal)
            or (do and not word.lower.endswith("t") and words[at].lower != "not")
        ):
            return None
        if words[at].lower in ("not", "also", "never", "still", "only") and at + 1 < len(words):
            at += 1
        verb = words[at]
        before = words[index - 1] if index else None
        if verb.is_capitalised or (before is not None and before.lower in DETERMINERS):
            return None
        base = None
        if verb.lower in _PAST_TO_BASE and (do or verb.lower not in ("left", "found", "felt", "saw")):
            base = _PAST_TO_BASE[verb.lower]
        elif verb.lower.endswith("s") and verb.tags & Tag.VERB_PRESENT and not verb.tags & Tag.VERB_BASE:
            base = self._base(verb.lower)
        if base is None or (verb.tags & (Tag.NOUN | Tag.PLURAL_NOUN) and not self._takes_object(words, at)):
            return None
        if verb.tags & Tag.VERB_BASE:
            return None
        return at, at, base, "verb-form", True

    def _takes_object(self, words: Sequence[Word], at: int) -> bool:
        following = words[at + 1] if at + 1 < len(words) else None
        return following is not None and (following.lower in DETERMINERS or following.tag is Tag.INFINITIVE)

    def _base(self, verb: str) -> str | None:
        irregular = {"is": "be", "has": "have", "does": "do", "goes": "go"}
        if verb in irregular:
            return irregular[verb]
        forms = (
            [verb[:-3] + "y"]
            if verb.endswith("ies")
            else [verb[:-1], verb[:-2]]
            if verb.endswith("es")
            else [verb[:-1]]
        )
        return next((form for form in forms if self._words.tags(form) & Tag.VERB_BASE), None)

    def _participle(self, words: Sequence[Word], index: int) -> tuple[int, int, str, str, bool] | None:
        """`was build in 1900`, `has wrote`: the participle behind be and have."""
        helper, verb = words[index], words[index + 1]
        if helper.lower not in ("was", "were", "been", "is", "are", "has", "have", "had") or verb.is_capitalised:
            return None
        fix = _PARTICIPLES.get(verb.lower)
        have = helper.lower in ("has", "have", "had")
        if (
            fix is None
            or (have and verb.tags & Tag.VERB_BASE)
            or (verb.tags & (Tag.NOUN | Tag.ADJECTIVE) and verb.lower != "build")
        ):
            return None
        if not have and verb.lower in ("went", "fell", "rose", "did", "knew", "saw", "give", "take"):
            return None
        after = words[index + 2] if index + 2 < len(words) else None
        ends = after is None or after.tag & (Tag.PREPOSITION | Tag.PUNCTUATION | Tag.ADVERB) or have
        return (index + 1, index + 1, fix, "verb-form", True) if ends else None

    def _counted_behind_adjective(self, words: Sequence[Word], index: int) -> tuple[int, int, str, str, bool] | None:
        """`four national player are going`: a number, an adjective, a singular, and the verb of a plural."""
        if words[index].lower not in _NUMBERS - {"both", "few"} or index + 3 >= len(words):
            return None
        adjective, noun, verb = words[index + 1 : index + 4]
        described = adjective.tag is Tag.ADJECTIVE and not adjective.is_capitalised and noun.tag is Tag.NOUN
        plural = self._plural(noun) if described and verb.lower in ("are", "were", "have") else None
        return (index + 2, index + 2, plural, "number-and-noun", True) if plural else None

    def _each(self, words: Sequence[Word], index: int) -> tuple[int, int, str, str, bool] | None:
        """`every cities`, `this problems`: a determiner of the other number."""
        word, noun = words[index], words[index + 1]
        if noun.is_capitalised or noun.start != word.end + 1:
            return None
        after = words[index + 2] if index + 2 < len(words) else None
        alone = after is None or not (after.is_nominal or after.text in "-’'")
        if word.lower == "every" and noun.tags & Tag.PLURAL_NOUN and (alone or noun.tags == Tag.PLURAL_NOUN):
            single = self._singular(noun.lower)
            return (index + 1, index + 1, single, "determiner-and-noun", True) if single else None
        turned = {"this": "these", "that": "those"}.get(word.lower)
        if turned is None or not (_is_plural(noun) and noun.tags == Tag.PLURAL_NOUN):
            return None
        if word.lower == "that" and not (index and words[index - 1].tag & Tag.PREPOSITION):
            return None
        if noun.lower in _NO_PLURALS or (after is not None and after.lower in ("is", "was", "has", "of")):
            return None
        turned = turned.capitalize() if word.is_capitalised else turned
        if after is None or after.is_noun or after.text in "’'":
            return None  # this farmers’ daughter
        return index, index, turned, "determiner-and-noun", True

    def _singular(self, plural: str) -> str | None:
        forms = [plural[:-3] + "y", plural[:-1]] if plural.endswith("ies") else [plural[:-1], plural[:-2]]
        return next((form for form in forms if self._words.tags(form) & Tag.NOUN and plural_of(form) == plural), None)


def _is_plural(noun: Word) -> bool:
    """Whether the word is a plural and nothing else that ends in -s."""
    regular = noun.lower.endswith("s") or noun.lower in ("men", "women", "children")
    return noun.tag is Tag.PLURAL_NOUN and regular and noun.lower not in _NO_PLURALS and not noun.tags & FINITE_VERB
