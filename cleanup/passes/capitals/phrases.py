"""Several capitalised words in a row: whether they are a name, a title, or common words."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Final

from cleanup.article import Article, Token
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import ANY_NOUN, Tag
from cleanup.origin import origin_of
from cleanup.passes.capitals.lists import (
    FREQUENT,
    JOINS,
    OFFICE_MODIFIERS,
    OFFICES,
    SELDOM,
    SMALL,
    SOMETIMES,
    TITLE_NOUNS,
    VERY_USUAL,
)
from cleanup.passes.capitals.runs import Run, belongs_to_name, goes_on, is_mid, is_work
from cleanup.resources import Resources

_LONGEST: Final = 4  # words
_NEAR: Final = 4  # the same: before a run, where a name shows that it is a part of one
_HALF: Final = 0.5  # share of capitals
_AUXILIARIES: Final = word_set("Was Were Is Are Has Have Had Will Would Must")
_RATHER: Final = 4  # times as often
_OFTEN: Final = 20  # the same, of a pair that is also a name
_USUAL: Final = 5  # times in eleven million words of clean English that two words stand side by side
_SELDOM_PROPER: Final = 0.18  # share of capitals of a word that makes no names, but may stand in titles
_INDEFINITE: Final = frozenset(["a", "an"])
_PHRASE_STARTS: Final = frozenset(["Without", "For", "On", "In", "At", "Under", "By"])


class Phrases:
    """Edits of several words."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, article: Article, run: Run, tokens: Sequence[Token]) -> Iterator[Edit]:
        """The edit of the run, or of a preposition that it begins with."""
        start, end = tokens[0].start, tokens[-1].end
        lowered = [article.text[start:end].lower()]
        office = self._is_office(article, run, tokens)
        if office is not None:
            yield self._resources.rules["common-word-capital"].edit(
                article.text,
                start,
                end,
                lowered,
                applicability=None if office else Applicability.UNSAFE,
                confidence=None if office else 0.6,
            )
            return
        named = belongs_to_name(article, run)
        if not named and is_work(article, run):
            return
        verdict = None if named else self._is_plain(article, run, tokens)
        if not named and not verdict:
            verdict = self._verdict(tokens, article.tokens[run.first - 1].text)
        if verdict is None:
            yield from self._small_before_name(article, run, tokens[0])
            return
        quoted = article.text[start - 1] in '“"«„‘'
        sure = (verdict or self._is_phrase(article, run, tokens)) and not quoted
        yield self._resources.rules["capitals-in-mid-sentence"].edit(
            article.text,
            start,
            end,
            lowered,
            applicability=None if sure else Applicability.UNSAFE,
            confidence=None if sure else 0.6,
        )

    def _is_office(self, article: Article, run: Run, tokens: Sequence[Token]) -> bool | None:
        """Whether the run is an office after “the” in a translation, surely where its holder or field is told.

        None where it is none, or has its name beside it.
        """
        texts = [token.text.lower() for token in tokens]
        if texts[-1] not in OFFICES or not all(text in OFFICE_MODIFIERS for text in texts[:-1]):
            return None
        before = article.tokens[run.first - 1].text.lower()
        if before not in ("the", "its", "their") or origin_of(article, self._resources) is None:
            return None
        following = article.tokens[run.last : run.last + 3]
        named = len(following) == 3 and following[0].text == "," and all(t.is_capitalised for t in following[1:])
        known = named and self._resources.words.is_given_name(following[1].text)
        if known or goes_on(article, run):
            return True
        return None if named or belongs_to_name(article, run) or not following or following[0].is_capitalised else False

    def _small_before_name(self, article: Article, run: Run, token: Token) -> Iterator[Edit]:
        """A capital of a preposition between words in lower case and a name: `born In Turin`."""
        left = article.tokens[max(0, run.first - 2) : run.first]
        if token.text in SMALL and len(left) == 2 and all(other.text.islower() for other in left):
            rule = self._resources.rules["function-word-capital"]
            yield rule.edit(article.text, token.start, token.end, [token.text.lower()])

    def _is_phrase(self, article: Article, run: Run, tokens: Sequence[Token]) -> bool:
        """Whether a preposition and a frequent noun that often stand together end a clause: left Without Stock."""
        words = self._resources.words
        following = article.tokens[run.last : run.last + 1]
        left = article.tokens[run.first - 1].text
        if len(tokens) != 2 or tokens[0].text not in _PHRASE_STARTS or not left.islower() or left in TITLE_NOUNS:
            return False
        small, noun = (token.text.lower() for token in tokens)
        ends = not following or following[0].text in (",", ".", ";") or following[0].text in JOINS
        nouns = words.tags(noun) & ANY_NOUN
        usual = words.bigram(small, noun) or words.zipf(noun) >= FREQUENT
        translated = origin_of(article, self._resources) is not None
        return translated and ends and bool(nouns and usual) and is_mid(article, run)

    def _is_plain(self, article: Article, run: Run, tokens: Sequence[Token]) -> bool:
        """Whether a translation gave capitals to words that the sentence goes on with, and gave them once.

        The counts of clean English have the words small, or what stands before them leaves no room for a name.
        """
        phrase = article.text[tokens[0].start : tokens[-1].end]
        following = article.tokens[run.last : run.last + 1]
        behind = self._resources.words.likely_tag(following[0].text) if following else Tag.NONE
        if origin_of(article, self._resources) is None or article.text.count(phrase) > 1 or len(tokens) > _LONGEST:
            return False
        if following and following[0].is_word and behind & (ANY_NOUN | Tag.ADJECTIVE | Tag.GERUND):
            return False  # the Second Chance programme
        texts = [token.text for token in tokens]
        before = article.tokens[run.first - 1].text
        sentence = article.sentence_at(tokens[0].start).start
        near = article.tokens[max(0, run.first - _NEAR) : run.first]
        named = any(token.is_capitalised and token.start > sentence for token in near)
        known = not named and all(self._is_mostly_small(*pair) for pair in itertools.pairwise(texts))
        known = known or self._is_verb_group(before, texts)
        return is_mid(article, run) and (known or self._goes_on(before, texts) or self._is_described(before, texts))

    def _is_mostly_small(self, left: str, right: str) -> bool:
        """Whether two words stand side by side often, and far seldomer with capitals: climate change."""
        words = self._resources.words
        small, capital = words.bigram(left.lower(), right.lower()), words.bigram(left, right)
        seldom = (words.capitalised_share(left) or 0.0) <= _HALF
        return seldom and small >= (_OFTEN if capital else _USUAL) and small >= _RATHER * capital

    def _is_verb_group(self, before: str, texts: Sequence[str]) -> bool:
        """Whether an auxiliary and its participle stand behind a noun in lower case: the king Was Overthrown."""
        words = self._resources.words
        if len(texts) > 3 or texts[0] not in _AUXILIARIES or not before.islower():
            return False
        parts = words.tags(texts[-1].lower()) & Tag.PAST_PARTICIPLE or texts[-1] in ("Be", "Been")
        helped = all(text in ("Be", "Been", "Not") for text in texts[1:-1])
        return bool(parts) and helped and bool(words.likely_tag(before) & ANY_NOUN)

    def _goes_on(self, before: str, texts: Sequence[str]) -> bool:
        """Whether a phrase of small words and others goes on with a verb as it usually does: went Back To Work."""
        words = self._resources.words
        small = [before, *map(str.lower, texts)]
        usual = all(words.bigram(left, right) >= _USUAL for left, right in itertools.pairwise(small))
        seldom = all((words.capitalised_share(text) or 0.0) <= _SELDOM_PROPER for text in texts)
        return before.islower() and usual and seldom and any(text in SMALL for text in texts[1:])

    def _is_described(self, before: str, texts: Sequence[str]) -> bool:
        """Whether an adjective and a noun that no names are made of stand behind “a”: a Necessary Sacrifice."""
        words = self._resources.words
        shares = [words.capitalised_share(text) for text in texts]
        plain = all(share is not None and share <= _SELDOM_PROPER for share in shares)
        named = any(words.may_be_proper(text) or text.lower() in TITLE_NOUNS for text in texts)
        adjective, noun = words.likely_tag(texts[0].lower()), words.likely_tag(texts[-1].lower())
        described = len(texts) == 2 and bool(adjective & Tag.ADJECTIVE) and bool(noun & ANY_NOUN)
        return before in _INDEFINITE and plain and described and not named

    def _verdict(self, tokens: Sequence[Token], before: str) -> bool | None:
        """Whether the words of a run are surely no name (True), probably none (False), or may be one (None)."""
        words = self._resources.words
        texts = [token.text for token in tokens]
        shares = [words.capitalised_share(text) for text in texts]
        if len(texts) > _LONGEST or any(share is None or share > SOMETIMES for share in shares):
            return None
        pairs = list(itertools.pairwise(texts))
        if all(self._is_usual_pair(*pair) for pair in pairs):
            return True
        if any(words.may_be_proper(text) or (words.is_surname(text) and words.zipf(text) < 4) for text in texts):
            return None
        if any(words.bigram(left, right) for left, right in pairs):
            return None
        if sum(share or 0.0 for share in shares) > 0.4:
            return None
        most = max(share or 0.0 for share in shares)
        known = all(words.bigram(left.lower(), right.lower()) >= 3 for left, right in pairs)
        return (known and most <= SELDOM) or (most <= 0.1 and self._is_plain_pair(texts, before))

    def _is_usual_pair(self, left: str, right: str) -> bool:
        """Whether two words stand side by side often, and never with capitals: mobile phones."""
        words = self._resources.words
        return words.bigram(left.lower(), right.lower()) >= VERY_USUAL and not words.bigram(left, right)

    def _is_plain_pair(self, texts: Sequence[str], before: str) -> bool:
        """Whether two frequent words stand where a name that nobody knows would have its article."""
        words = self._resources.words
        bare = before.islower() and before not in ("the", "a", "an", "this", "that")
        frequent = len(texts) == 2 and all(words.zipf(text) >= 4 for text in texts)
        return frequent and (bare or self._resources.names.is_demonym(before))
