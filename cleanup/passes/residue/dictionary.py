"""A lone word of the source language among English ones, found in the dictionaries: `the szpital has no beds`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cleanup.article import Article, Token
from cleanup.edits import Applicability, Edit
from cleanup.evidence import Places
from cleanup.lexicon.indefinite import indefinite_article
from cleanup.lexicon.translations import Meaning, Part, translations
from cleanup.lexicon.words import ANY_NOUN, Tag
from cleanup.origin import homes_of, likely_origin, origin_of
from cleanup.passes.residue.mentions import is_named
from cleanup.passes.residue.reading import MOST_SEEN
from cleanup.resources import Resources

_SHORTEST: Final = 3
_MOST_TIMES: Final = 2  # in one article: what stands there more often is a term that it explains
_COMMON: Final = 3.0  # Zipf of the English words around it
_MOST_SHOWN: Final = 3
_SURE_LENGTH: Final = 4
_SHORT_QUOTATION: Final = 4  # tokens on either side
_OPENING: Final = frozenset('“«„‘"')
_CLOSING: Final = frozenset('”»“’"')
_EXPLAINING: Final = frozenset(("a", "an", "the", "or", "meaning", "which", "that", "literally", "as", "i", "so"))
_MARKS_OF_EXPLANATION: Final = frozenset("()[]–—-/:“”«»„\"‘’'")
_PLAIN_MARKS: Final = frozenset(".,;!?")
_DETERMINING: Final = Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER
_VERB: Final = Tag.VERB_BASE | Tag.VERB_PAST | Tag.VERB_PRESENT | Tag.GERUND | Tag.PAST_PARTICIPLE
_COPULAS: Final = frozenset(
    ("is", "are", "was", "were", "be", "been", "being", "become", "becomes", "became", "remains", "very", "more", "too")
)
_VERBS_OF_ONE: Final = frozenset(("is", "was", "has", "does"))
_VERBS_OF_MANY: Final = frozenset(("are", "were", "have", "do"))
_OF_ONE: Final = frozenset(("a", "an", "this", "that", "every", "each", "another", "one"))
_OF_MANY: Final = frozenset(
    ("these", "those", "many", "several", "few", "some", "all", "both", "two", "three", "four", "five", "six", "seven",
     "eight", "nine", "ten", "dozens", "hundreds", "thousands")
)  # fmt: skip


class _Place(NamedTuple):
    """What English wants at a place, and how clearly."""

    noun: bool
    adjective: bool
    adverb: bool
    strong: bool


class _Found(NamedTuple):
    """The text for a place, where it begins, and whether nothing else can be meant."""

    start: int
    texts: tuple[str, ...]
    certain: bool


def dictionary_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits for the lone foreign words of an article whose language is known or likely."""
    known = origin_of(article, resources)
    languages = [known] if known else [likely_origin(article, resources), *homes_of(article)]
    if any(languages):
        yield from _Reading(article, resources, tuple(dict.fromkeys(filter(None, languages)))).edits()


class _Reading:
    """The words of one article."""

    def __init__(self, article: Article, resources: Resources, languages: Sequence[str]) -> None:
        self._article = article
        self._text = article.text
        self._tokens = article.tokens
        self._words = resources.words
        self._names = resources.names
        self._rules = resources.rules
        self._languages = languages
        self._is_known = origin_of(article, resources) is not None
        self._places = Places(article, resources)
        self._times = Counter(token.text.lower() for token in self._tokens if token.is_word)

    def edits(self) -> Iterator[Edit]:
        """Everything found."""
        for index, token in enumerate(self._tokens):
            meanings = self._meanings(index, token)
            if meanings and self._may_be_left_over(index, meanings):
                found = self._in_place(index, meanings)
                if found is not None and found.texts:
                    yield self._rules["residue-foreign-word"].edit(
                        self._text,
                        found.start,
                        token.end,
                        found.texts,
                        applicability=Applicability.SAFE if found.certain else Applicability.UNSAFE,
                        confidence=None if found.certain else 0.75,
                    )

    def _meanings(self, index: int, token: Token) -> tuple[Meaning, ...]:
        """What a word means, if English does not use it and the article not again and again."""
        form = token.text
        if not token.is_word or len(form) < _SHORTEST or not form.isalpha() or form.isupper():
            return ()
        if self._words.is_word(form) or self._words.unigram(form) > MOST_SEEN or self._is_name(index, token):
            return ()
        if self._times[form.lower()] > _MOST_TIMES:
            return ()
        readings = (translations().meanings(form, language) for language in self._languages)
        return next(filter(None, readings), ())

    def _is_name(self, index: int, token: Token) -> bool:
        """Whether a word with a capital is a name: no German noun, no office behind its article (`the Ajuntament`)."""
        form = token.text
        if not token.is_capitalised:
            return False
        if "de" not in self._languages and (index == 0 or self._tokens[index - 1].text.lower() != "the"):
            return True
        if self._words.is_surname(form) or self._words.is_given_name(form) or self._words.unigram(form) > 0:
            return True
        return bool(self._names.lookup(form))

    # Where a word is left over

    def _may_be_left_over(self, index: int, meanings: Sequence[Meaning]) -> bool:
        people = any(self._words.is_person_noun(text.split()[-1]) for meaning in meanings for text in meaning.english)
        return (
            self._stands_alone(index, before_name=people)
            and not is_named(self._article, index)
            and not self._is_explained(index)
            and not self._is_quoted_short(index)
        )

    def _stands_alone(self, index: int, *, before_name: bool) -> bool:
        """Whether English words or plain marks stand on both sides, or the name of a person behind an office."""
        if self._places.opens_sentence(index) or not self._is_english_side(index - 1, index):
            return False
        right = self._places.after(index)
        if right is not None and right.is_capitalised:
            return before_name
        return index + 1 == len(self._tokens) or self._is_english_side(index + 1, index)

    def _is_english_side(self, at: int, index: int) -> bool:
        token = self._tokens[at]
        if token.text in _PLAIN_MARKS:
            return at > index or token.text == ","
        if not token.is_word:
            return token.text.isdigit()
        adjacent = self._places.before(index) if at < index else self._places.after(index)
        if adjacent is None:
            first, last = sorted((token, self._tokens[index]))
            return "\n" in self._text[first.end : last.start]
        if token.is_capitalised and not self._places.opens_sentence(at):
            return at < index and self._names.is_demonym(token.text)
        form = token.text.lower()
        return self._words.is_word(form) and self._words.zipf(form) >= _COMMON

    def _is_quoted_short(self, index: int) -> bool:
        """Whether a quotation of a few words holds the word: it may be of another language as a whole."""
        inside = {token.text for token in self._tokens[max(0, index - _SHORT_QUOTATION) : index]} & _OPENING
        return bool(inside) and not _CLOSING.isdisjoint(
            token.text for token in self._tokens[index + 1 : index + _SHORT_QUOTATION]
        )

    def _is_explained(self, index: int) -> bool:
        """Whether the text goes on to say what the word is: `the wójt, the head of a rural district`."""
        ahead = self._tokens[index + 1 : index + 3]
        if index and self._tokens[index - 1].text in _MARKS_OF_EXPLANATION:
            return True
        if not ahead or ahead[0].text in _MARKS_OF_EXPLANATION:
            return bool(ahead)
        if ahead[0].text == "or":
            return True
        return len(ahead) > 1 and ahead[0].text == "," and ahead[1].text.lower() in _EXPLAINING

    # What fits there

    def _in_place(self, index: int, meanings: Sequence[Meaning]) -> _Found | None:
        place = self._place(index)
        fitting = [meaning for meaning in meanings if _fits(meaning.part, place)]
        fitting = self._in_number(index, fitting)
        sentence = self._article.sentence_at(self._tokens[index].start)
        around = self._text[sentence.start : sentence.end].lower()
        if not fitting or any(english in around for meaning in fitting for english in meaning.english):
            return None
        first = fitting[0]
        texts = tuple(dict.fromkeys(english for meaning in fitting for english in meaning.english))[:_MOST_SHOWN]
        certain = place.strong and first.certain and len(texts) == 1 and self._is_sure(index, meanings)
        if first.part is Part.ADJECTIVE and self._follows_noun(index):
            return self._turned(index, texts)
        return self._with_article(index, first, texts, certain=certain)

    def _is_sure(self, index: int, meanings: Sequence[Meaning]) -> bool:
        """Whether a word of the article's language is nothing but a noun, written as that language writes it."""
        token = self._tokens[index]
        long = len(token.text) >= _SURE_LENGTH or not token.text.isascii()
        written = "de" in self._languages or not token.is_capitalised
        return self._is_known and long and written and all(meaning.part.is_noun for meaning in meanings)

    def _place(self, index: int) -> _Place:
        left, right = self._tokens[index - 1], self._places.after(index)
        before = self._words.likely_tag(left.text.lower() if left.is_word else left.text)
        after = self._words.likely_tag(right.text) if right is not None else Tag.NONE
        noun_follows = bool(after & ANY_NOUN)
        may_govern = (
            bool(before & ANY_NOUN) and bool(self._words.tags(left.text.lower()) & _VERB) and left.text.islower()
        )
        determined = bool(before & _DETERMINING) or left.text.isdigit()
        described = bool(before & Tag.ADJECTIVE) or self._names.is_demonym(left.text)
        opened = determined or described or may_govern or left.text == ","
        opened = opened or bool(before & (Tag.PREPOSITION | Tag.CONJUNCTION | _VERB))
        after_copula = left.text.lower() in _COPULAS
        return _Place(
            noun=opened and (determined or described or not noun_follows) and not after_copula,
            adjective=(determined and noun_follows) or (after_copula and not noun_follows) or self._follows_noun(index),
            adverb=not determined and not described and not before & Tag.PREPOSITION and not noun_follows,
            strong=(determined or (described and self._is_determined(index - 1))) and not self._goes_on(right),
        )

    def _goes_on(self, right: Token | None) -> bool:
        """Whether a term may go on behind the word: the espoir trophy, his bocca relaxed."""
        if right is None:
            return False
        after = self._words.likely_tag(right.text)
        acts = self._words.tags(right.text) & (Tag.VERB_BASE | Tag.VERB_PRESENT)
        return bool(after & (Tag.ADJECTIVE | Tag.PAST_PARTICIPLE)) or bool(after & ANY_NOUN and not acts)

    def _is_determined(self, index: int) -> bool:
        before = self._places.before(index)
        return before is not None and bool(self._words.likely_tag(before.text.lower()) & _DETERMINING)

    def _follows_noun(self, index: int) -> bool:
        left, right = self._tokens[index - 1], self._places.after(index)
        if not self._words.likely_tag(left.text) & ANY_NOUN or left.is_capitalised:
            return False
        return right is None or not self._words.likely_tag(right.text) & ANY_NOUN

    def _in_number(self, index: int, meanings: Sequence[Meaning]) -> list[Meaning]:
        """The readings in the number that the words around ask for; all where none is or nothing is asked."""
        left, right = self._tokens[index - 1].text.lower(), self._places.after(index)
        verb = right.text if right is not None else ""
        one = left in _OF_ONE or left == "1" or verb in _VERBS_OF_ONE
        many = left in _OF_MANY or (left.isdigit() and left != "1") or verb in _VERBS_OF_MANY
        if one == many:
            return list(meanings)
        return [m for m in meanings if not m.part.is_noun or m.part.is_plural == many] or list(meanings)

    def _with_article(self, index: int, meaning: Meaning, texts: tuple[str, ...], *, certain: bool) -> _Found:
        """The text with the article that was in the noun, and with `a` or `an` before it as the sound wants."""
        token, left = self._tokens[index], self._places.before(index)
        if left is not None and left.text in ("a", "an"):
            if meaning.part.is_plural:
                return _Found(token.start, (), certain=False)
            return _Found(left.start, tuple(f"{indefinite_article(text)} {text}" for text in texts), certain)
        determined = left is not None and self._words.likely_tag(left.text.lower()) & (_DETERMINING | Tag.ADJECTIVE)
        if meaning.part.is_definite and not determined:
            return _Found(token.start, tuple(f"the {text}" for text in texts), certain)
        return _Found(token.start, texts, certain)

    def _turned(self, index: int, texts: tuple[str, ...]) -> _Found:
        """An adjective behind its noun goes in front of it: `a road comunal` → `a municipal road`."""
        noun = self._tokens[index - 1]
        return _Found(noun.start, tuple(f"{text} {noun.text}" for text in texts), certain=False)


def _fits(part: Part, place: _Place) -> bool:
    if part.is_noun:
        return place.noun
    return place.adjective if part is Part.ADJECTIVE else place.adverb
