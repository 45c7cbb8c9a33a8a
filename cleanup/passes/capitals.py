"""Capital letters: common words that have one in mid-sentence, and sentences, demonyms and days that lack theirs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from cleanup.article import Article, Token
from cleanup.edits import Applicability, Edit
from cleanup.folder_patterns import pattern_edits
from cleanup.lexicon.word_classes import forms_of, word_class
from cleanup.lexicon.words import Tag
from cleanup.origin import origin_of
from cleanup.passes.capitals_lists import (
    BESIDE_POLISH,
    OFFICE_MODIFIERS,
    OFFICES,
    PLAIN_ADJECTIVES,
    POSSESSIVES,
    PRIZES,
)
from cleanup.passes.capitals_runs import Run, is_mid, runs
from cleanup.resources import Resources

SELDOM: Final = 0.12  # share of capitals in mid-sentence of a word that is no part of names
SOMETIMES: Final = 0.32
_RATHER_SELDOM: Final = 0.2
LONGEST_RUN: Final = 4

_SENTENCE_START: Final = re.compile(r"(?<=[^\W\d_]{2}[.])(?P<gap>\s+)(?P<word>[a-zà-ÿ]+)(?![\w.@/-])")
_ABBREVIATIONS: Final = word_class("abbreviations")
_JOINS: Final = frozenset(["and", "but", "or", "nor", "which", "who", "that", "because", "where", "whose", "than"])
_CONTINUES_NAME: Final = frozenset(
    ["of", "for", "and", "on", "the", "a", "an", "in", "from", "at", "de", "la", "&", "to", "with", "-", "–", "’",
    "'", "s", ":", "/"]
)  # fmt: skip
_QUOTES: Final = frozenset("“”\"«»‘’'„")
_TITLE_NOUNS: Final = word_class("works", "ships")
_PRESSING: Final = forms_of("verbs_of_pressing") | {"menu", "menus"}
"""Words whose sentence names buttons and menus: tap Sounds, choose Quiet Hours."""
_FUNCTION_WORDS: Final = frozenset(
    ["Of", "Or", "Is", "Was", "Are", "Were", "By", "Has", "Had", "Have", "Into", "Than", "Whose"]
)  # fmt: skip
_SMALL: Final = _FUNCTION_WORDS | {"In", "With", "From", "For", "On", "At", "To", "And", "About", "Against"}
_MODALS: Final = frozenset(["will", "would", "can", "could", "may", "might", "should", "must", "cannot"])
_NUMBERS: Final = word_class("numbers") | {"hundreds", "thousands", "dozens"}
_DETERMINERS: Final = frozenset(
    [
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "this",
        "these",
        "those",
        "every",
        "each",
        "no",
        "some",
        "many",
        "my",
        "your",
        "our",
    ]
)
_FREQUENT: Final = 4.0  # Zipf
_KNOWN: Final = 3.5  # Zipf
_OFTEN_CAPITAL: Final = 50  # times in eleven million words of clean English
_SEEN: Final = 10  # the same: enough to say that a word never has a capital
_USUAL: Final = 5  # times in eleven million words of clean English that two words stand side by side
_VERY_USUAL: Final = 40  # of the same
# A bold run that begins with one of these lost the comma or the full stop before it.
_OPENERS: Final = frozenset(
    [
        "Since",
        "While",
        "When",
        "After",
        "Because",
        "Although",
        "Where",
        "Who",
        "Which",
        "But",
        "Before",
        "Until",
        "Despite",
    ]
)
_PHRASE_STARTS: Final = frozenset(["Without", "For", "On", "In", "At", "Under", "By"])
_WITHOUT: Final = re.compile(r"Without [a-z]+(?: [a-z]+)?(?=[.,;)])")
_LOWER_NAME: Final = re.compile(
    r"(?<![\w@#/._’'])(?:(?:anti|pro|non|ex|pre|post)-)?(?P<name>[a-zà-ÿ]{3,})(?![\w@/_]|\.\w)"
)
_IN_MONTH: Final = re.compile(r"\b(?:in|since|until) $")
_BEFORE_PLACE: Final = re.compile(r"\b(?:[Ii]n|of|from|to|near|across|outside|between) $")
_DAY: Final = re.compile(r"\b(?:[1-9]|[12]\d|3[01]) $")
_ALWAYS: Final = frozenset(
    [
        "christmas",
        "ramadan",
        "muslim",
        "muslims",
        "islam",
        "islamic",
        "jewish",
        "jews",
        "christianity",
        "buddhist",
        "buddhists",
        "buddhism",
        "hindu",
        "hindus",
        "nazi",
        "nazis",
        "nazism",
        "catholicism",
        "catholics",
        "protestants",
        "jehovah",
    ]
)
_DROP_CAPITAL: Final = re.compile(r"(?:(?<=[.!?…] )|(?<=\n)|(?<=\A))he (?P<next>[a-z]+)")
_STRAY_INITIAL: Final = re.compile(r"(?:(?<=\n)|(?<=\A)|(?<=[.!?] ))(?P<stray>[A-Z])(?P<word>[A-Z][a-z]+|I)(?= [a-z])")
_QUOTED_FRAGMENT: Final = re.compile(
    r"(?<!\w)(?P<before>defined|described|considered|labelled|labeled|branded|termed|as|an?|the|of|for|with|by|its"
    r"|their|his|her|this)"
    r" [“\"«](?P<word>[A-Z][a-z]+)(?= [a-z])(?P<rest>[^“”\"«».!?:\n]{3,60})[”\"»](?!\w)"
)
_BEFORE_FRAGMENT: Final = frozenset(
    ["defined", "described", "considered", "labelled", "labeled", "branded", "termed", "as"]
)
_DAYS: Final = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "april",
    "june",
     "july", "september", "october", "november", "december"]
)  # fmt: skip


class Capitals:
    """Edits of capital letters."""

    name = "capitals"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    @cached_property
    def _sentence_words(self) -> Tag:
        """What may follow “he”: so that a noun after it shows a lost “T”."""
        return Tag.VERB_PRESENT | Tag.VERB_PAST | Tag.MODAL | Tag.AUXILIARY | Tag.ADVERB | Tag.PAST_PARTICIPLE

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Safe where counts and place agree, else suggested."""
        yield from pattern_edits(article, self._resources, self.name)
        dropped = list(self._drop_capitals(article))
        yield from dropped
        yield from self._sentence_starts(article, {edit.start for edit in dropped})
        yield from self._lower_names(article)
        yield from self._quoted_fragments(article)
        for run in runs(article):
            yield from self._run(article, run)

    def _sentence_starts(self, article: Article, taken: set[int]) -> Iterator[Edit]:
        words = self._resources.words
        for match in _SENTENCE_START.finditer(article.text):
            word = match["word"]
            before = re.search(r"[\w.’'-]+$", article.text[max(0, match.start() - 30) : match.start()])
            last = before.group().rstrip(".") if before else ""
            if not last or "." in last or last.lower() in _ABBREVIATIONS or (last[0].isupper() and len(last) < 4):
                continue
            if match.start("word") in taken or word in _JOINS or words.zipf(word) < 5.0 or "\n" in match["gap"]:
                continue
            yield self._edit(article, "sentence-start", match.start("word"), match.end("word"), _capital(word))

    def _lower_names(self, article: Article) -> Iterator[Edit]:
        for match in _LOWER_NAME.finditer(article.text):
            word = match["name"]
            in_month = word in ("may", "august") and _IN_MONTH.search(
                article.text, max(0, match.start() - 7), match.start()
            )
            after_place_word = _BEFORE_PLACE.search(article.text, max(0, match.start() - 10), match.start())
            dated = word == "march" and _DAY.search(article.text, max(0, match.start() - 4), match.start())
            placed = after_place_word is not None and self._is_lower_place(word)
            placed = placed or (word == "polish" and self._is_of_poland(article, match.start("name")))
            known = word in _DAYS or word in _ALWAYS or self._is_lower_name(word) or self._is_never_small(word)
            if in_month or dated or placed or known:
                start, end = match.span("name")
                yield self._edit(article, "lower-case-name", start, end, _capital(word))

    def _is_of_poland(self, article: Article, at: int) -> bool:
        """Whether “polish” stands before a noun, in an article about Poland."""
        number = article.token_index(at)
        before, following = article.tokens[number - 1 : number], article.tokens[number + 1 : number + 2]
        if not before or not following or not re.search(r"(?<!\w)(?:Poland|Polish|Poles|Warsaw)(?!\w)", article.text):
            return False
        left, right = before[0].text.lower(), following[0].text
        tags = self._resources.words.likely_tag(left)
        leads = left.isdigit() or bool(tags & (Tag.DETERMINER | Tag.PREPOSITION | Tag.ADJECTIVE))
        noun = self._resources.words.likely_tag(right.lower()) & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE)
        names = following[0].is_word and (following[0].is_capitalised or bool(noun))
        return leads and names and BESIDE_POLISH.isdisjoint((left, right.lower()))

    def _is_lower_name(self, word: str) -> bool:
        words, names = self._resources.words, self._resources.names
        capital = _capital(word)
        if not words.is_proper(capital) or words.zipf(word) < 3.0 or (words.capitalised_share(word) or 0.0) < 0.98:
            return False
        return names.is_demonym(capital) or names.country_of(capital) is not None

    def _is_never_small(self, word: str) -> bool:
        """Whether clean English has the word often with a capital and never without: wimbledon, netherlands."""
        words, capital = self._resources.words, _capital(word)
        if words.is_word(word) or words.unigram(word) or words.unigram(capital) < _OFTEN_CAPITAL or len(word) < 5:
            return False
        person = words.is_given_name(capital) or words.is_surname(capital)
        return words.is_proper(capital) and (not person or self._resources.names.is_english_name(capital))

    def _is_lower_place(self, word: str) -> bool:
        """Whether a word in lower case is a country or a capital, and hardly anything else: in italy."""
        words, names = self._resources.words, self._resources.names
        capital = _capital(word)
        country = capital in names.named_list("country")
        known = country or (len(word) > 4 and capital in names.named_list("capital"))  # flags are put in bern(e)
        return known and words.zipf(word) >= 3.0 and (words.capitalised_share(capital) or 0.0) >= 0.99

    def _drop_capitals(self, article: Article) -> Iterator[Edit]:
        words = self._resources.words
        for match in _DROP_CAPITAL.finditer(article.text):
            following = words.tags(match["next"])
            noun = words.likely_tag(match["next"]) & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE)
            if noun and not following & self._sentence_words:
                yield self._edit(article, "drop-capital", match.start(), match.start() + 2, "The")
        for match in _STRAY_INITIAL.finditer(article.text):
            whole, word = match["stray"] + match["word"], match["word"]
            if words.zipf(word) >= 5.5 and words.unigram(whole) == 0:
                yield self._edit(article, "drop-capital", match.start(), match.end(), word)

    def _quoted_fragments(self, article: Article) -> Iterator[Edit]:
        """A quotation that is part of the sentence begins small; one with another capital may be a title."""
        words = self._resources.words
        for match in _QUOTED_FRAGMENT.finditer(article.text):
            word = match["word"]
            share = words.capitalised_share(word)
            if word == "I" or share is None or share > SELDOM or words.may_be_proper(word):
                continue
            others = re.findall(r"(?<!\w)[A-Z]\w+", match["rest"])
            if any((words.capitalised_share(other) or 1.0) < 0.5 for other in others):
                continue  # capitals all over: a title
            sure = match["before"] in _BEFORE_FRAGMENT and share <= 0.05
            yield self._resources.rules["quoted-fragment"].edit(
                article.text,
                *match.span("word"),
                [word.lower()],
                applicability=None if sure else Applicability.UNSAFE,
                confidence=None if sure else 0.5,
            )

    def _run(self, article: Article, run: Run) -> Iterator[Edit]:
        tokens = article.tokens[run.first : run.last]
        while len(tokens) > 2 and self._is_adjective_of_place_or_time(tokens[0].text):
            tokens, run = tokens[1:], Run(run.first + 1, run.last)
        if any(t.text in ("The", "A", "An") for t in tokens[len(tokens) == 1 :]) or any(
            len(t.text) > 1 and t.text.isupper() for t in tokens
        ):
            return
        if _is_label(article, run) or (tokens[0].text == "Number" and tokens[-1].text.lower() in _NUMBERS):
            return
        if len(tokens) == 1:
            yield from self._single(article, run, tokens[0])
            return
        if self._is_office(article, run, tokens):
            lowered = article.text[tokens[0].start : tokens[-1].end].lower()
            yield self._edit(article, "common-word-capital", tokens[0].start, tokens[-1].end, lowered)
            return
        if self._belongs_to_name(article, run):
            yield from self._small_before_name(article, run, tokens[0])
            return
        if _is_work(article, run):
            return
        verdict = self._verdict(tokens, article.tokens[run.first - 1].text)
        if verdict is None:
            yield from self._small_before_name(article, run, tokens[0])
            return
        quoted = article.text[tokens[0].start - 1] in '“"«„‘'
        sure = (verdict or self._is_phrase(article, run, tokens)) and not quoted
        lowered = article.text[tokens[0].start : tokens[-1].end].lower()
        yield self._resources.rules["capitals-in-mid-sentence"].edit(
            article.text,
            tokens[0].start,
            tokens[-1].end,
            [lowered],
            applicability=None if sure else Applicability.UNSAFE,
            confidence=None if sure else 0.6,
        )

    def _is_office(self, article: Article, run: Run, tokens: Sequence[Token]) -> bool:
        """Whether the run is an office after “the” whose holder is named after a comma, in a translation."""
        texts = [token.text.lower() for token in tokens]
        if texts[-1] not in OFFICES or not all(text in OFFICE_MODIFIERS for text in texts[:-1]):
            return False
        following = article.tokens[run.last : run.last + 3]
        named = len(following) == 3 and following[0].text == "," and all(t.is_capitalised for t in following[1:])
        known = named and self._resources.words.is_given_name(following[1].text)
        before = article.tokens[run.first - 1].text.lower()
        return known and before in ("the", "its", "their") and origin_of(article, self._resources) is not None

    def _small_before_name(self, article: Article, run: Run, token: Token) -> Iterator[Edit]:
        """A capital of a preposition between words in lower case and a name: `born In Turin`."""
        left = article.tokens[max(0, run.first - 2) : run.first]
        if token.text in _SMALL and len(left) == 2 and all(other.text.islower() for other in left):
            yield self._edit(article, "function-word-capital", token.start, token.end, token.text.lower())

    def _is_phrase(self, article: Article, run: Run, tokens: Sequence[Token]) -> bool:
        """Whether a preposition and a frequent noun that often stand together end a clause: left Without Stock."""
        words = self._resources.words
        following = article.tokens[run.last : run.last + 1]
        left = article.tokens[run.first - 1].text
        if len(tokens) != 2 or tokens[0].text not in _PHRASE_STARTS or not left.islower() or left in _TITLE_NOUNS:
            return False
        small, noun = (token.text.lower() for token in tokens)
        ends = not following or following[0].text in (",", ".", ";") or following[0].text in _JOINS
        nouns = words.tags(noun) & (Tag.NOUN | Tag.PLURAL_NOUN)
        usual = words.bigram(small, noun) or words.zipf(noun) >= _FREQUENT
        translated = origin_of(article, self._resources) is not None
        return translated and ends and bool(nouns and usual) and is_mid(article, run)

    def _is_adjective_of_place_or_time(self, word: str) -> bool:
        return word.lower() in _DAYS or self._resources.names.is_demonym(word)

    def _verdict(self, tokens: Sequence[Token], before: str) -> bool | None:
        """Whether the words of a run are surely no name (True), probably none (False), or may be one (None)."""
        words = self._resources.words
        texts = [token.text for token in tokens]
        shares = [words.capitalised_share(text) for text in texts]
        if len(texts) > LONGEST_RUN or any(share is None or share > SOMETIMES for share in shares):
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
        return words.bigram(left.lower(), right.lower()) >= _VERY_USUAL and not words.bigram(left, right)

    def _is_plain_pair(self, texts: Sequence[str], before: str) -> bool:
        """Whether two frequent words stand where a name that nobody knows would have its article."""
        words = self._resources.words
        bare = before.islower() and before not in ("the", "a", "an", "this", "that")
        frequent = len(texts) == 2 and all(words.zipf(text) >= 4 for text in texts)
        return frequent and (bare or self._resources.names.is_demonym(before))

    def _single(self, article: Article, run: Run, token: Token) -> Iterator[Edit]:
        """A function word with a capital; other single words may be names, or begin a sentence."""
        before = article.tokens[run.first - 1]
        numbered = run.last < len(article.tokens) and article.tokens[run.last].text[0].isdigit()  # Area 51
        numbered = numbered and token.text != "In"
        if before.text in _TITLE_NOUNS or numbered or self._is_named_around(article, run):
            return
        common = (
            self._is_plainly_common(article, run, token)
            or self._is_owned(article, run, token)
            or self._is_verb_of_clause(article, run, token)
            or self._is_german_noun(article, run, token)
        )
        if common or self._is_noun_of_its_phrase(article, run, token):
            yield self._edit(article, "common-word-capital", token.start, token.end, token.text.lower())
            return
        if not before.is_word or before.is_capitalised:
            return
        if self._is_small_word(article, run, token):
            yield self._edit(article, "function-word-capital", token.start, token.end, token.text.lower())
            return
        if self._belongs_to_name(article, run):
            return
        around = [*article.tokens[max(0, run.first - 2) : run.first], *article.tokens[run.last : run.last + 2]]
        if len(around) < 4 or not around[2].is_word or any(self._is_name_like(article, other) for other in around):
            return
        if token.text in _OPENERS and before.text.lower() not in ("the", "a", "an"):
            lowered = token.text.lower()
            yield self._resources.rules["capital-after-lost-mark"].edit(
                article.text, before.end, token.end, [f", {lowered}", f". {token.text}", f" {lowered}"]
            )
        elif token.text in _FUNCTION_WORDS or _WITHOUT.match(article.text, token.start):
            yield self._edit(article, "function-word-capital", token.start, token.end, token.text.lower())

    def _is_named_around(self, article: Article, run: Run) -> bool:
        """Whether a capitalised word, a hyphen or an apostrophe touches the word: it may be part of a name."""
        following = article.tokens[run.last : run.last + 1]
        if not following:
            return False
        gap = article.text[article.tokens[run.last - 1].end : following[0].start]
        return following[0].text in "-–’'(/&" or (not gap and following[0].is_word)

    def _is_plainly_common(self, article: Article, run: Run, token: Token) -> bool:
        """Whether a common word stands where no name can: 41 Municipalities, tell of Two centuries, a gold Mine."""
        words = self._resources.words
        share = words.capitalised_share(token.text)
        if share is None or share > SOMETIMES or words.may_be_proper(token.text) or len(token.text) < 3:
            return False
        before, following = article.tokens[run.first - 1], article.tokens[run.last : run.last + 2]
        after = following[0].text if following else "."
        named = bool(following) and following[0].is_capitalised
        lower, left = token.text.lower(), before.text
        tag = words.likely_tag(lower)
        if len(following) > 1 and after in ("of", "for", "and", "on") and following[1].is_capitalised:
            return False
        if lower in _NUMBERS:
            plural = after.islower() and bool(words.likely_tag(after) & Tag.PLURAL_NOUN)
            return plural and left.islower() and left not in ("the", "number", "no", "top", "phase", "part")
        if named or not is_mid(article, run):
            return False
        compound = left.islower() and words.bigram(left, lower) >= _USUAL
        if (
            compound
            and words.tags(lower) & (Tag.NOUN | Tag.PLURAL_NOUN)
            and words.tags(left) & (Tag.NOUN | Tag.ADJECTIVE)
        ):
            return words.bigram(left, lower) >= 8 * words.bigram(_capital(left), token.text)
        if left in ("a", "an") and share <= _RATHER_SELDOM and self._is_plain_noun(article, run, token, after):
            return True
        if self._is_in_phrase(left, lower, after):
            return True
        if share > SELDOM:
            return False
        german = origin_of(article, self._resources) == "de" and left in _DETERMINERS
        if german and tag & (Tag.NOUN | Tag.PLURAL_NOUN) and words.zipf(lower) >= _FREQUENT:
            return True
        counted = left.isdigit() or left in _NUMBERS or left in ("several", "many", "few", "various", "numerous")
        if counted and tag & Tag.PLURAL_NOUN:
            return left.islower() or article.tokens[run.first - 2].text not in ("Group", "Top", "Route", "Studio")
        participle = words.tags(lower) & Tag.PAST_PARTICIPLE and not tag & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE)
        if left == "," and participle and after in ("in", "by", "on", "at", "with", "from"):
            return article.tokens[run.first - 2].text.islower()
        return False

    def _is_in_phrase(self, left: str, noun: str, after: str) -> bool:
        """Whether a noun stands between the words that it mostly stands between: `in Front of`, `on Behalf of`."""
        words = self._resources.words
        between = words.likely_tag(left) & Tag.PREPOSITION and words.likely_tag(after) & Tag.PREPOSITION
        usual = words.bigram(left, noun) >= _VERY_USUAL and words.bigram(noun, after) >= _VERY_USUAL
        return bool(between) and usual and not words.bigram(left, _capital(noun))

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
        if not left.islower() or following[0].is_capitalised or not (is_mid(article, run) or _is_second(article, run)):
            return False
        if sum(other.text == token.text for other in article.tokens) > 1:
            return False
        tags, goes_on = words.tags(lower), words.likely_tag(after) if after.islower() else Tag.NONE
        if left in _MODALS:
            return bool(tags & Tag.VERB_BASE)
        if left in ("has", "have", "had"):
            return bool(tags & Tag.PAST_PARTICIPLE)
        counts = bool(goes_on & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER)) or after[0].isdigit() or after == "more"
        noun = words.likely_tag(left) & (Tag.NOUN | Tag.PLURAL_NOUN)
        return counts and bool(noun) and bool(tags & Tag.VERB_PAST and not tags & Tag.NOUN)

    def _is_german_noun(self, article: Article, run: Run, token: Token) -> bool:
        """Whether a translation from German kept the capital of a common noun: `looks for Algae`, `drops a Coin`."""
        words, lower = self._resources.words, token.text.lower()
        if origin_of(article, self._resources) != "de" or words.may_be_proper(token.text) or len(lower) < 4:
            return False
        share = words.capitalised_share(token.text)
        if not words.tags(lower) & (Tag.NOUN | Tag.PLURAL_NOUN) or share is None or share > SELDOM:
            return False
        person = words.is_given_name(token.text) or (words.is_surname(token.text) and words.zipf(lower) < _FREQUENT)
        following = article.tokens[run.last : run.last + 1]
        named = bool(following) and (following[0].is_capitalised or following[0].text[0] in "\"”»’'-(0123456789")
        after = article.tokens[run.last : run.last + 2]
        titled = len(after) > 1 and after[0].text in ("of", "for", "and", "on") and after[1].is_capitalised
        stem = token.text[: max(4, len(token.text) - 2)]
        named = named or titled or sum(other.text.startswith(stem) for other in article.tokens) > 1
        left = article.tokens[run.first - 1].text
        inside = is_mid(article, run) or _is_second(article, run)
        plain = left.islower() and left not in ("called", "named", "the") and inside
        return plain and not (person or named)

    def _is_owned(self, article: Article, run: Run, token: Token) -> bool:
        """Whether a noun that is no name has a possessive before it, or an adjective of administration stands there."""
        words, lower = self._resources.words, token.text.lower()
        following = article.tokens[run.last : run.last + 1]
        left = article.tokens[run.first - 1].text.lower()
        if not following or following[0].is_capitalised or origin_of(article, self._resources) is None:
            return False
        after = words.likely_tag(following[0].text)
        if lower in PLAIN_ADJECTIVES and (left in ("the", "a", "an") or left in POSSESSIVES):
            named = lower == "civil" and following[0].text in ("service", "war", "code", "guard")
            return following[0].is_word and bool(after & (Tag.NOUN | Tag.PLURAL_NOUN)) and not named
        share = words.capitalised_share(lower)
        rare = share is None and words.unigram(lower) >= _SEEN and not words.unigram(token.text)
        if left not in POSSESSIVES or not (rare or (share is not None and share <= _RATHER_SELDOM / 2)):
            return False
        noun = words.tags(lower) & (Tag.NOUN | Tag.PLURAL_NOUN) and not words.may_be_proper(token.text)
        goes_on = after & (Tag.PREPOSITION | Tag.RELATIVE | Tag.CONJUNCTION | Tag.ADVERB)
        ends = following[0].text in (",", ".", ";") or bool(goes_on)
        repeated = sum(other.text == token.text for other in article.tokens) > 1
        known = words.is_given_name(token.text) or (words.is_surname(token.text) and words.zipf(lower) < _FREQUENT)
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
        noun = words.likely_tag(lower) & (Tag.NOUN | Tag.PLURAL_NOUN) and len(lower) > 3
        if not noun or following[0].is_capitalised or following[0].text in _QUOTES:
            return False
        texts = [other.text for other in article.tokens]
        if origin_of(article, self._resources) is None or words.may_be_proper(token.text):
            return False
        around = [*article.tokens[max(0, run.first - 3) : run.first], *article.tokens[run.last : run.last + 2]]
        if any(self._is_name_like(article, other) and other.text.lower() not in _DAYS for other in around):
            return False  # Africa Is a Country, a Season of Rumors: a title
        leads = left in _DETERMINERS | _NUMBERS or words.likely_tag(left) & (Tag.ADJECTIVE | Tag.NUMBER)
        also_small = lower in texts and words.likely_tag(left) & (Tag.DETERMINER | Tag.PREPOSITION | Tag.NOUN)
        return bool(leads or also_small) and texts.count(token.text) == 1

    def _is_plain_noun(self, article: Article, run: Run, token: Token, after: str) -> bool:
        """Whether a frequent noun stands after “a” in a translation, at the end of its phrase, and only once so."""
        words, lower = self._resources.words, token.text.lower()
        if origin_of(article, self._resources) is None or words.zipf(lower) < _FREQUENT or words.is_person_noun(lower):
            return False
        if not words.tags(lower) & Tag.NOUN or sum(t.text == token.text for t in article.tokens) > 1:
            return False
        near = {t.text.lower() for t in article.tokens[max(0, run.first - 6) : run.first]}
        ends = after in (",", ".", ";") or bool(words.likely_tag(after) & (Tag.PREPOSITION | Tag.RELATIVE))
        return ends and near.isdisjoint(PRIZES)

    def _is_small_word(self, article: Article, run: Run, token: Token) -> bool:
        """Whether a preposition, an auxiliary or “the” has a capital between words in lower case, or before a name."""
        tokens = article.tokens
        left = [t.text for t in tokens[max(0, run.first - 2) : run.first]]
        after = tokens[run.last : run.last + 1]
        if len(left) < 2 or not after or not left[-1].islower():
            return False
        first = article.sentence_at(token.start).start
        dated = after[0].text.isdigit() and len(after[0].text) == 4 and token.text == "In"
        if dated and (left[0].islower() or tokens[run.first - 2].start == first):
            return True
        if not after[0].is_word:
            return False
        if token.text == "The":
            leads = left[-1] in ("that", "because", "if", "when", "whether")
            noun = self._resources.words.likely_tag(after[0].text) & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE)
            # The peace is La Paz, The weather Le Temps: a name that the capital still shows.
            named = any(
                self._resources.names.common_word_names(words) for words in (f"the {after[0].text}", after[0].text)
            )
            return leads and after[0].text.islower() and bool(noun) and not named
        return token.text in _SMALL and left[0].islower() and (after[0].is_capitalised or token.text in _FUNCTION_WORDS)

    def _is_name_like(self, article: Article, token: Token) -> bool:
        """Whether a neighbour has a capital or an apostrophe, other than the first word of the sentence."""
        first = article.sentence_at(token.start).start == token.start
        return (token.is_capitalised and not first) or token.text in "’'"

    def _belongs_to_name(self, article: Article, run: Run) -> bool:
        """Whether the run may be the middle or the end of a longer name, or a title."""
        tokens = article.tokens
        before = tokens[run.first - 1].text if run.first else ""
        if before.lower() in _TITLE_NOUNS or _reaches_name(tokens, range(run.first - 1, max(-1, run.first - 5), -1)):
            return True
        if _reaches_name(tokens, range(run.last, min(len(tokens), run.last + 4))):
            return True
        return run.last < len(tokens) and (tokens[run.last].text[0].isdigit() or tokens[run.last].text in "-–(’'")

    def _edit(self, article: Article, rule: str, start: int, end: int, replacement: str) -> Edit:
        return self._resources.rules[rule].edit(article.text, start, end, [replacement])


def _is_work(article: Article, run: Run) -> bool:
    """Whether “by” and a name follow several capitalised words, which are a title then: Body Parts by Gary Lucas."""
    behind = article.tokens[run.last : run.last + 3]
    return len(behind) > 2 and behind[0].text == "by" and behind[1].is_capitalised and behind[2].is_capitalised


def _is_label(article: Article, run: Run) -> bool:
    """Whether the sentence is about buttons and menus, whose labels have capitals."""
    sentence = article.sentence_at(article.tokens[run.first].start)
    words = re.findall(r"\w+", article.text[sentence.start : sentence.end])
    return words[0] in ("Press", "Select") or any(word.lower() in _PRESSING for word in words)


def _is_second(article: Article, run: Run) -> bool:
    """Whether the word before the run is the second of its sentence: Police have Arrested."""
    return (
        run.first > 1
        and article.sentence_at(article.tokens[run.first].start).start == article.tokens[run.first - 2].start
    )


def _reaches_name(tokens: Sequence[Token], path: range) -> bool:
    """Whether only small words and marks part the run from another capitalised word or a figure."""
    for number, index in enumerate(path):
        token = tokens[index]
        if number and (token.is_capitalised or token.text[0].isdigit()):
            return True
        if token.text not in _CONTINUES_NAME:
            return False
    return False


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
