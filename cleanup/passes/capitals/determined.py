"""Nouns with a capital behind a determiner, and bare abstract ones, in a translation: `a word about Compensation`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleanup.article import Article, Token
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import with_plurals
from cleanup.lexicon.words import ANY_NOUN, FINITE_VERB, Tag
from cleanup.origin import origin_of
from cleanup.passes.capitals.lists import OFFICES, PRIZES, SELDOM, SMALL
from cleanup.passes.capitals.runs import Run, goes_on, is_mid, is_name_like
from cleanup.resources import Resources

_COUNTED: Final = 10  # times in eleven million words of clean English: enough to say that a noun is small behind “the”
_PAIRED: Final = 5  # the same, beside another word than “the”
_RATHER: Final = 8  # times as often
_KNOWN: Final = 20  # times likewise, in all
_NEVER: Final = 0.06  # share of capitals, of a word that is hardly ever a part of names
_HALF: Final = 0.5  # share of capitals
_FREQUENT: Final = 4.0  # Zipf
_NEAR: Final = 12  # words, in which a thing is named
_SHORTEST: Final = 3  # letters
_LINKS: Final = frozenset(["of", "for", "and", "on", "in", "at", "to", "from", "by", "&"])
_TOUCHING: Final = frozenset("+-–—’'(/&:\"“”»‘„")
_OFFICE_HOLDERS: Final = with_plurals("offices")
# Bodies that an article may call by one word: the Municipality denies it.
_AUTHORITIES: Final = word_set("municipality junta prefecture region province agency institute corporation party")
_NAMING: Final = PRIZES | word_set("call calls dub dubs known")
_ABSTRACT: Final = ("tion", "sion", "ment", "ity", "ness", "ance", "ence")
_BARE_BEFORE: Final = frozenset(["about", "of", "for", "on", "without", "with", "against", "more", "no", "and", "by"])
# Papers, parties, courts and the parties of contracts, which are called by one word.
_BY_ONE_WORD: Final = word_set(
    "left right post bench bar continent times sun mirror games troubles strip lakes candidates "
    "company agreement defendant claimant plaintiff contractor fund group mass"
)


class DeterminedNouns:
    """Tells nouns that a translation gave a capital from names and from what an article calls by one word."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def is_common(self, article: Article, run: Run, token: Token) -> bool | None:
        """Whether the noun is surely no name (True), perhaps none (False), or may be one (None)."""
        words, lower = self._resources.words, token.text.lower()
        if origin_of(article, self._resources) is None or len(lower) < _SHORTEST or lower in _BY_ONE_WORD:
            return None
        if token.text.isupper() or not words.likely_tag(lower) & ANY_NOUN or self._touches_name(article, run, token):
            return None
        if self._is_named(article, run):
            return None
        once = sum(other.text == token.text for other in article.tokens) == 1 and lower not in _AUTHORITIES
        share = words.capitalised_share(lower)
        share = 1.0 if share is None else share
        left = article.tokens[run.first - 1].text
        if left not in ("the", "The"):
            around = article.tokens[max(0, run.first - 3) : run.first]
            if any(is_name_like(article, other) for other in around):
                return None  # the blog Africa is a Country
            return once if self._is_described(left, token, share) or self._is_bare(article, run, token, share) else None
        if self._is_small_behind_the(token) or self._is_seldom_counted(token, share):
            return once
        if lower in _OFFICE_HOLDERS:
            return once and goes_on(article, run)
        return None

    def _is_described(self, left: str, token: Token, share: float) -> bool:
        """Whether a determiner, a number or an adjective stands before it, as before the small word: Every Summer."""
        words, lower, small = self._resources.words, token.text.lower(), left.lower()
        tag = words.likely_tag(small)
        if small in ("a", "an", "former", "every", "each") and lower in OFFICES and share <= _HALF:
            return True
        if not tag & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER | Tag.ADJECTIVE):
            return False
        if not left.islower() and tag & Tag.ADJECTIVE:
            return False  # Young Woman with a Lute
        pairs, capitals = words.bigram(small, lower), words.bigram(small, token.text)
        usual = pairs >= max(_PAIRED, _RATHER * capitals)
        adjective = left.islower() and bool(tag & Tag.ADJECTIVE)
        return usual or (adjective and not capitals and share <= _HALF / 2 and self._is_small_behind_the(token))

    def _is_small_behind_the(self, token: Token) -> bool:
        """Whether clean English has the noun behind “the” often, and hardly ever with a capital: the airport."""
        bigram = self._resources.words.bigram
        small, capital = (
            sum(bigram(article, noun) for article in ("the", "The")) for noun in (token.text.lower(), token.text)
        )
        return small >= max(_COUNTED, _RATHER * capital)

    def _is_seldom_counted(self, token: Token, share: float) -> bool:
        """Whether it is too seldom counted behind “the”, and never with a capital: the prosecutors, the embassies."""
        words, lower = self._resources.words, token.text.lower()
        if words.unigram(lower) < _KNOWN or words.bigram("the", token.text):
            return False
        return share <= (SELDOM if self._is_group(lower) else _NEVER)

    def _is_bare(self, article: Article, run: Run, token: Token, share: float) -> bool:
        """Whether a frequent abstract noun stands behind a small word: a word about Compensation."""
        words, lower = self._resources.words, token.text.lower()
        left = article.tokens[run.first - 1].text
        abstract = lower.removesuffix("s").endswith(_ABSTRACT) and words.zipf(lower) >= _FREQUENT
        plain = share <= _NEVER and not words.may_be_proper(token.text)
        return abstract and plain and left in _BARE_BEFORE and is_mid(article, run)

    def _touches_name(self, article: Article, run: Run, token: Token) -> bool:
        """Whether marks or another name stand beside it, or it goes on with what makes it a part of one."""
        following = article.tokens[run.last : run.last + 3]
        if not following or following[0].is_capitalised or following[0].text[0] in _TOUCHING:
            return True
        if following[0].text[0].isdigit() or self._leads_to_name(token, following):
            return True
        return following[0].is_word and self._describes(token, following[0].text)

    def _leads_to_name(self, token: Token, following: Sequence[Token]) -> bool:
        """Whether a small word and a name make a longer one of it, which no plural of people is: Bank of Spain."""
        words, lower, link = self._resources.words, token.text.lower(), following[0].text
        if link not in _LINKS or not any(other.is_capitalised for other in following[1:]):
            return False
        seldom = (words.capitalised_share(lower) or 1.0) <= SELDOM
        plain = self._is_group(lower) or (seldom and following[1].text == "the")
        return not plain or link in ("and", "&") or bool(words.bigram(token.text, link))

    def _describes(self, token: Token, after: str) -> bool:
        """Whether it describes the noun behind it, as names do: the Second Chance programme, not the Residents fear."""
        words, lower = self._resources.words, token.text.lower()
        if words.bigram(lower, after) >= _PAIRED * (1 + words.bigram(token.text, after)):
            return False
        noun = words.likely_tag(after) & (ANY_NOUN | Tag.ADJECTIVE | Tag.GERUND)
        return bool(noun) and not words.tags(after) & (FINITE_VERB | Tag.VERB_BASE)

    def _is_group(self, lower: str) -> bool:
        """Whether a word is the plural of people: prosecutors."""
        words = self._resources.words
        return bool(words.likely_tag(lower) & Tag.PLURAL_NOUN) and words.is_person_noun(lower.removesuffix("s"))

    def _is_named(self, article: Article, run: Run) -> bool:
        """Whether it is named or awarded there, or stands behind another name: locals call it the Widow."""
        tokens, first = article.tokens, run.first
        sentence = article.sentence_at(tokens[first].start).start
        near = [token for token in tokens[max(0, first - _NEAR) : first] if token.start >= sentence]
        if any(token.text.lower() in _NAMING or (token.text in SMALL and token.start > sentence) for token in near):
            return True  # Hang On to the Night
        if tokens[first - 1].text == "The":
            return tokens[first - 1].start != sentence
        before = tokens[first - 2] if first > 1 else None
        return before is not None and before.is_capitalised and before.start > sentence
