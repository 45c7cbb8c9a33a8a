"""Single words with a capital that are common nouns, verbs or adjectives at their place: `41 Municipalities`."""

from __future__ import annotations

from typing import Final

from cleanup.article import Article, Token
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import ANY_NOUN, Tag
from cleanup.origin import origin_of
from cleanup.passes.capitals.lists import (
    DAYS,
    FREQUENT,
    PLAIN_ADJECTIVES,
    PRIZES,
    SELDOM,
    SOMETIMES,
    VERY_USUAL,
    with_capital,
)
from cleanup.passes.capitals.runs import Run, is_mid, is_name_like, is_second
from cleanup.resources import Resources
from cleanup.syntax.words import POSSESSIVES

_RATHER_SELDOM: Final = 0.2
_QUOTES: Final = frozenset("“”\"«»‘’'„")
_MODALS: Final = frozenset(["will", "would", "can", "could", "may", "might", "should", "must", "cannot"])
_NUMBERS: Final = word_class("numbers") | {"hundreds", "thousands", "dozens"}
_COUNTING: Final = frozenset(["several", "many", "few", "various", "numerous", "more", "these", "those"])
_DETERMINERS: Final = word_set("a an his her their its this these those every each no some many my your our")
_KNOWN: Final = 3.5  # Zipf
_SEEN: Final = 10  # times in eleven million words of clean English: enough to say that a word never has a capital
_BEFORE_PLACES: Final = frozenset(["in", "to", "from", "at", "near", "outside", "through", "of", "for", "by", "with"])
_OFTEN: Final = 20  # likewise, where the word ends its phrase
_TIMES: Final = 30  # times as often small as with a capital
_ENDS_PHRASE: Final = frozenset(",.;:")
_USUAL: Final = 5  # likewise, that two words stand side by side


class CommonWords:
    """Tells common words from names."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def is_common(self, article: Article, run: Run, token: Token) -> bool:
        """Whether the word is no name here."""
        if self._is_in_title(article, run):
            return False
        return (
            self._is_plainly_common(article, run, token)
            or self._is_owned(article, run, token)
            or self._is_verb_of_clause(article, run, token)
            or self._is_german_noun(article, run, token)
            or self._is_noun_of_its_phrase(article, run, token)
            or self._is_usual_small(article, run, token)
        )

    def _is_in_title(self, article: Article, run: Run) -> bool:
        """Whether the words around it make it part of a name: Giant’s Grave, Album of the Year, Alga vulgaris."""
        words, tokens = self._resources.words, article.tokens
        before, after = tokens[max(0, run.first - 3) : run.first], tokens[run.last : run.last + 3]
        owned = len(before) == 3 and before[2].text == "s" and before[1].text in ("’", "'")
        if owned and before[0].is_capitalised and words.is_word(before[0].text.lower()):
            return not words.is_surname(before[0].text)
        if len(after) > 2 and after[0].text in ("of", "for") and after[1].text == "the" and after[2].is_capitalised:
            return True
        latin = bool(after) and after[0].is_word and after[0].text.islower() and not words.is_word(after[0].text)
        return latin and not words.zipf(after[0].text)

    def _is_plainly_common(self, article: Article, run: Run, token: Token) -> bool:
        """Whether a common word stands where no name can: 41 Municipalities, tell of Two centuries, a gold Mine."""
        words = self._resources.words
        share = words.capitalised_share(token.text)
        if share is None or share > SOMETIMES or words.may_be_proper(token.text) or len(token.text) < 3:
            return False
        before, following = article.tokens[run.first - 1], article.tokens[run.last : run.last + 2]
        after = following[0].text if following else "."
        lower, left = token.text.lower(), before.text
        if len(following) > 1 and after in ("of", "for", "and", "on") and following[1].is_capitalised:
            return False
        if lower in _NUMBERS:
            return self._counts(left, after)
        named = bool(following) and following[0].is_capitalised
        if named or not is_mid(article, run):
            return False
        if self._is_compound(left, lower):
            return words.bigram(left, lower) >= 8 * words.bigram(with_capital(left), token.text)
        if left in ("a", "an") and share <= _RATHER_SELDOM and self._is_plain_noun(article, run, token, after):
            return True
        if self._is_in_phrase(left, lower, after):
            return True
        return share <= SELDOM and self._is_seldom_named(article, run, token, after)

    def _is_usual_small(self, article: Article, run: Run, token: Token) -> bool:
        """Whether counts have the word small between just these neighbours, in a translation that has its capital once.

        `was Able to`, `the Disease spreads`: clean English has both pairs often, and neither with the capital.
        """
        words, lower = self._resources.words, token.text.lower()
        share = words.capitalised_share(token.text)
        following = article.tokens[run.last : run.last + 1]
        if origin_of(article, self._resources) is None or share is None or not following or len(lower) < 3:
            return False
        left, after = article.tokens[run.first - 1].text, following[0].text
        if not left.islower() or not (after.islower() or after in _ENDS_PHRASE) or not is_mid(article, run):
            return False
        if words.may_be_proper(token.text) or sum(other.text == token.text for other in article.tokens) > 1:
            return False
        if left in _BEFORE_PLACES or (left == "the" and (after == "of" or not after.islower())):
            return False  # a trip to Man, locals call it the Widow, the Tenure of Office Act
        least = _USUAL if after.islower() else _OFTEN
        pairs = [(left, lower, token.text, True), (after, lower, token.text, False)][: 1 + after.islower()]
        return share <= _RATHER_SELDOM and all(
            self._is_small_beside(other, small, capital, least, before=before)
            for other, small, capital, before in pairs
        )

    def _is_small_beside(self, other: str, small: str, capital: str, least: int, *, before: bool) -> bool:
        """Whether a word stands `least` times beside another one in small letters, and hardly ever with its capital."""
        bigram = self._resources.words.bigram
        if before:
            return bigram(other, small) >= max(least, _TIMES * bigram(other, capital))
        return bigram(small, other) >= max(least, _TIMES * bigram(capital, other))

    def _counts(self, left: str, after: str) -> bool:
        """Whether a number stands before a plural, and behind nothing that is numbered: tell of Two centuries."""
        plural = after.islower() and bool(self._resources.words.likely_tag(after) & Tag.PLURAL_NOUN)
        return plural and left.islower() and left not in ("the", "number", "no", "top", "phase", "part")

    def _is_compound(self, left: str, noun: str) -> bool:
        """Whether the noun often stands behind the word on its left: a gold Mine."""
        words = self._resources.words
        usual = left.islower() and words.bigram(left, noun) >= _USUAL
        return usual and bool(words.tags(noun) & ANY_NOUN and words.tags(left) & (Tag.NOUN | Tag.ADJECTIVE))

    def _is_seldom_named(self, article: Article, run: Run, token: Token, after: str) -> bool:
        """Whether a word that hardly ever has a capital is counted, determined in German ways, or a participle."""
        words, lower, left = self._resources.words, token.text.lower(), article.tokens[run.first - 1].text
        tag = words.likely_tag(lower)
        german = origin_of(article, self._resources) == "de" and left in _DETERMINERS
        if german and tag & ANY_NOUN and words.zipf(lower) >= FREQUENT:
            return True
        second = article.tokens[run.first - 2].text
        counted = left.isdigit() or left in _NUMBERS or left in _COUNTING
        if counted and tag & Tag.PLURAL_NOUN:
            return left.islower() or second not in ("Group", "Top", "Route", "Studio")
        participle = words.tags(lower) & Tag.PAST_PARTICIPLE and not tag & (ANY_NOUN | Tag.ADJECTIVE)
        if left == "," and participle and after in ("in", "by", "on", "at", "with", "from"):
            return second.islower()
        return False

    def _is_in_phrase(self, left: str, noun: str, after: str) -> bool:
        """Whether a noun stands between the words that it mostly stands between: `in Front of`, `on Behalf of`."""
        words = self._resources.words
        between = words.likely_tag(left) & Tag.PREPOSITION and words.likely_tag(after) & Tag.PREPOSITION
        usual = words.bigram(left, noun) >= VERY_USUAL and words.bigram(noun, after) >= VERY_USUAL
        return bool(between) and usual and not words.bigram(left, with_capital(noun))

    def _is_verb_of_clause(self, article: Article, run: Run, token: Token) -> bool:
        """Whether a verb stands where only one can: behind its auxiliary, or between a noun and its object.

        `the exit will Hurt trade`, `police have Arrested a man`, `the flood Killed more than 200`.
        """
        words, lower = self._resources.words, token.text.lower()
        share = words.capitalised_share(token.text)
        following = article.tokens[run.last : run.last + 1]
        if share is None or share > _RATHER_SELDOM or words.may_be_proper(token.text) or not following:
            return False
        left, after = article.tokens[run.first - 1].text, following[0].text
        if not left.islower() or following[0].is_capitalised or not (is_mid(article, run) or is_second(article, run)):
            return False
        if sum(other.text == token.text for other in article.tokens) > 1:
            return False
        tags, goes_on = words.tags(lower), words.likely_tag(after) if after.islower() else Tag.NONE
        if left in _MODALS:
            return bool(tags & Tag.VERB_BASE)
        if left in ("has", "have", "had"):
            return bool(tags & Tag.PAST_PARTICIPLE)
        counts = bool(goes_on & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER)) or after[0].isdigit() or after == "more"
        noun = words.likely_tag(left) & ANY_NOUN
        return counts and bool(noun) and bool(tags & Tag.VERB_PAST and not tags & Tag.NOUN)

    def _is_german_noun(self, article: Article, run: Run, token: Token) -> bool:
        """Whether a translation from German kept the capital of a common noun: `looks for Algae`, `drops a Coin`."""
        words, lower = self._resources.words, token.text.lower()
        if origin_of(article, self._resources) != "de" or words.may_be_proper(token.text) or len(lower) < 4:
            return False
        share = words.capitalised_share(token.text)
        if not words.tags(lower) & ANY_NOUN or share is None or share > SELDOM:
            return False
        person = words.is_given_name(token.text) or (words.is_surname(token.text) and words.zipf(lower) < FREQUENT)
        following = article.tokens[run.last : run.last + 1]
        named = bool(following) and (following[0].is_capitalised or following[0].text[0] in "\"”»’'-(0123456789")
        after = article.tokens[run.last : run.last + 2]
        titled = len(after) > 1 and after[0].text in ("of", "for", "and", "on") and after[1].is_capitalised
        stem = token.text[: max(4, len(token.text) - 2)]
        named = named or titled or sum(other.text.startswith(stem) for other in article.tokens) > 1
        left = article.tokens[run.first - 1].text
        inside = is_mid(article, run) or is_second(article, run)
        plain = left.islower() and left not in ("called", "named", "the") and inside
        return plain and not (person or named)

    def _is_owned(self, article: Article, run: Run, token: Token) -> bool:
        """Whether a noun that is no name has a possessive before it, or an adjective of administration stands there."""
        words, lower = self._resources.words, token.text.lower()
        following = article.tokens[run.last : run.last + 2]
        left = article.tokens[run.first - 1].text.lower()
        if not following or following[0].is_capitalised or origin_of(article, self._resources) is None:
            return False
        if following[0].text == "and" and following[-1].is_capitalised:
            return False  # its Simple and Select tariff
        after = words.likely_tag(following[0].text)
        if lower in PLAIN_ADJECTIVES and (left in ("the", "a", "an") or left in POSSESSIVES):
            named = lower == "civil" and following[0].text in ("service", "war", "code", "guard")
            return following[0].is_word and bool(after & ANY_NOUN) and not named
        share = words.capitalised_share(lower)
        rare = share is None and words.unigram(lower) >= _SEEN and not words.unigram(token.text)
        if left not in POSSESSIVES or not (rare or (share is not None and share <= _RATHER_SELDOM / 2)):
            return False
        noun = words.tags(lower) & ANY_NOUN and not words.may_be_proper(token.text)
        goes_on = after & (Tag.PREPOSITION | Tag.RELATIVE | Tag.CONJUNCTION | Tag.ADVERB)
        ends = following[0].text in (",", ".", ";") or bool(goes_on)
        repeated = sum(other.text == token.text for other in article.tokens) > 1
        known = words.is_given_name(token.text) or (words.is_surname(token.text) and words.zipf(lower) < FREQUENT)
        return bool(noun) and ends and not repeated and not known

    def _is_noun_of_its_phrase(self, article: Article, run: Run, token: Token) -> bool:
        """Whether a noun that hardly ever has a capital ends a phrase in lower case, in a translation: a huge Increase.

        A term that the article defines has its capital again and again, one that came with it from the other
        language does not.
        """
        words, lower = self._resources.words, token.text.lower()
        share = words.capitalised_share(lower)
        left, following = article.tokens[run.first - 1].text, article.tokens[run.last : run.last + 1]
        if share is None or share > SELDOM or words.zipf(lower) < _KNOWN or not following or not left.islower():
            return False
        noun = words.likely_tag(lower) & ANY_NOUN and len(lower) > 3
        if not noun or following[0].is_capitalised or following[0].text in _QUOTES:
            return False
        texts = [other.text for other in article.tokens]
        if origin_of(article, self._resources) is None or words.may_be_proper(token.text):
            return False
        around = [*article.tokens[max(0, run.first - 3) : run.first], *article.tokens[run.last : run.last + 2]]
        if any(is_name_like(article, other) and other.text.lower() not in DAYS for other in around):
            return False  # Africa Is a Country, a Season of Rumors: a title
        leads = left in _DETERMINERS | _NUMBERS or words.likely_tag(left) & (Tag.ADJECTIVE | Tag.NUMBER)
        also_small = lower in texts and words.likely_tag(left) & (Tag.DETERMINER | Tag.PREPOSITION | Tag.NOUN)
        return bool(leads or also_small) and texts.count(token.text) == 1

    def _is_plain_noun(self, article: Article, run: Run, token: Token, after: str) -> bool:
        """Whether a frequent noun stands after “a” in a translation, at the end of its phrase, and only once so."""
        words, lower = self._resources.words, token.text.lower()
        if origin_of(article, self._resources) is None or words.zipf(lower) < FREQUENT or words.is_person_noun(lower):
            return False
        if not words.tags(lower) & Tag.NOUN or sum(t.text == token.text for t in article.tokens) > 1:
            return False
        near = {t.text.lower() for t in article.tokens[max(0, run.first - 6) : run.first]}
        ends = after in (",", ".", ";") or bool(words.likely_tag(after) & (Tag.PREPOSITION | Tag.RELATIVE))
        return ends and near.isdisjoint(PRIZES)
