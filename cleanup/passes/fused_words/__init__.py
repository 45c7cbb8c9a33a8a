"""Words that ran together where markup was lost: splits them, and puts back the comma that went with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cleanup.article import Article, Span, Token
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.words import Tag, Words
from cleanup.passes.fused_words.borders import decide
from cleanup.passes.fused_words.clause import Place
from cleanup.passes.fused_words.lists import (
    BEFORE_LOWER,
    BRAND_ENDINGS,
    GLUE,
    NAME_ENDINGS,
    PREFIXES,
    PRONOUNS,
    SHORT,
    SUFFIXES,
)
from cleanup.passes.fused_words.marks import MARKS, AfterMarks
from cleanup.passes.fused_words.splits import Split, Splitter
from cleanup.passes.fused_words.verdicts import VERB_AFTER_SUBJECT, Border
from cleanup.passes.fused_words.vocabulary import Known, Vocabulary
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, SUBJECT_PRONOUNS

# Scores are log10 of how much likelier the parts are than one word; measured on clean news, where nothing may be split.
CERTAIN = 2.2
CERTAIN_WITH_FUNCTION_WORD = 1.3
CERTAIN_WITH_VERB = 1.4
WELL_KNOWN = 3.0  # Zipf
COMMON_NOUN = 4.0  # Zipf
LIKELY = 0.8
LIKELY_UNKNOWN = 1.1
LIKELY_UNKNOWN_WITH_ENDING = 1.6
COMMON, KNOWN = 3.5, 3.0  # Zipf
SEEN_TOGETHER = 2  # times in the corpora
EASE = 0.5  # how much less it takes to be certain of a name and a verb there
MARGIN = 0.6
RIVAL = 1.5
GARBLED = 2  # splits already made in the article
OFTEN = 3  # times that a capitalised token makes it a name
RELIEF = 0.6
CLITICS = ("s", "t", "re", "ve", "ll")
_CLITICS_OF_PRONOUNS = (*CLITICS, "m", "d")
_COMPOUNDING = Tag.NOUN | Tag.PLURAL_NOUN | Tag.VERB_BASE | Tag.GERUND | Tag.PAST_PARTICIPLE | Tag.ADJECTIVE
_CLOSED = Tag.DETERMINER | Tag.POSSESSIVE | Tag.NUMBER | Tag.PRONOUN | Tag.RELATIVE | Tag.MODAL | Tag.AUXILIARY
_DESCRIBED = Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE
_QUOTES = frozenset("\"“”«»‘’'")


@dataclass
class _Seen:
    """What stands in the sentence before the current token, with the commas put in so far."""

    words: list[str] = field(default_factory=list)
    phrase: list[str] = field(default_factory=list)

    def add(self, text: str, *, space: bool) -> None:
        self.words.append(text)
        self.phrase += [" ", text] if space else [text]


@dataclass(frozen=True)
class _Spot:
    """One token in its sentence."""

    tokens: Sequence[Token]
    index: int
    seen: _Seen
    relief: float  # how much less it takes to propose a split where the article has shown that words ran together

    @property
    def token(self) -> Token:
        return self.tokens[self.index]

    @property
    def touches_before(self) -> bool:
        return self.index > 0 and self.tokens[self.index - 1].end == self.token.start

    @property
    def after(self) -> list[str]:
        return [token.text for token in self.tokens[self.index + 1 :]]

    @property
    def in_address(self) -> bool:
        """Whether the token is part of something longer that is no word: a number, a handle, a path."""
        if self.touches_before and self.tokens[self.index - 1].text[-1].isdigit():
            return True
        following = self.tokens[self.index + 1 : self.index + 2]
        return any(t.start == self.token.end and (t.text in "_@#/\\" or t.text[0].isdigit()) for t in following)

    @property
    def has_score(self) -> bool:
        """Whether a score follows, as behind the name of a player: Perawat 4-38."""
        following = self.after[:2]
        return len(following) == 2 and following[0].isdigit() and following[1] in "-–"

    @property
    def touches_age(self) -> bool:
        """Whether a number that can be somebody's age follows without a space."""
        following = self.tokens[self.index + 1 : self.index + 2]
        age = [t for t in following if t.start == self.token.end and t.text.isdigit() and len(t.text) == 2]
        return bool(age) and age[0].text >= "14" and self.token.is_capitalised

    @property
    def cited(self) -> bool:
        """Whether the token stands alone between quotation marks: a word that is talked about."""
        after = self.after[:1]
        return bool(after and self.seen.words) and self.seen.words[-1] in _QUOTES and after[0] in _QUOTES


class FusedWords:
    """Splits tokens that nobody knows into words that fit their place."""

    name = "fused_words"

    def __init__(self, resources: Resources) -> None:
        """Take what the run looks things up in."""
        self._resources = resources
        self._after_marks = AfterMarks(resources)

    def __call__(self, article: Article) -> Iterator[Edit]:
        """The splits of the article, safe where nothing else can be meant."""
        made = sum(edit.source == self.name for patch in article.patches for edit in patch.edits)
        relief = RELIEF if made >= GARBLED else 0.0
        counts = Counter(token.text for token in article.tokens)
        vocabulary = Vocabulary(self._resources.words, self._resources.names, counts)
        for sentence in article.sentences:
            yield from self._in_sentence(article, vocabulary, sentence, relief)

    def _in_sentence(self, article: Article, vocabulary: Vocabulary, sentence: Span, relief: float) -> Iterator[Edit]:
        """Splits from left to right, so that each decision sees the commas of those before it."""
        tokens = article.tokens[article.token_index(sentence.start) : article.token_index(sentence.end)]
        seen = _Seen()
        for index, token in enumerate(tokens):
            spot = _Spot(tokens, index, seen, relief)
            space = index > 0 and not spot.touches_before
            made = self._at(article, vocabulary, spot) if token.is_word else None
            pieces = [token.text]
            if made is not None:
                yield made[0]
                pieces = made[1] if made[0].applicability is Applicability.SAFE else pieces
            for number, piece in enumerate(pieces):
                seen.add(piece, space=space if number == 0 else piece not in (",", ".", ":", ";"))

    def _at(self, article: Article, vocabulary: Vocabulary, spot: _Spot) -> tuple[Edit, list[str]] | None:
        """The edit at one word, and the pieces that stand there afterwards."""
        token, before = spot.token, spot.tokens[spot.index - 1 : spot.index]
        if before and spot.touches_before and before[0].text[-1] in MARKS:
            made = self._after_marks.edit(article, spot.seen.words[:-1], spot.tokens, spot.index)
            if made is not None:
                return made
        if spot.touches_age:
            made = self._after_marks.age_edit(article, spot.seen.words, spot.tokens, spot.index)
            if made is not None:
                return made
        if len(token.text) < 4 or spot.in_address or vocabulary.is_one_word(token.text):
            return None
        if article.is_protected(token.start, token.end):
            return None
        if before and spot.touches_before and before[0].text in "’'":
            return self._after_clitic(article, vocabulary, spot)
        return self._split(article, vocabulary, spot)

    def _after_clitic(self, article: Article, vocabulary: Vocabulary, spot: _Spot) -> tuple[Edit, list[str]] | None:
        """A word that ran into what follows an apostrophe: Russia’sinvasion; a foreign d’Avoriowhere is a name."""
        token = spot.token
        pronoun = spot.index > 1 and spot.tokens[spot.index - 2].text.lower() in SUBJECT_PRONOUNS
        for clitic in _CLITICS_OF_PRONOUNS if pronoun else CLITICS:
            rest = token.text.removeprefix(clitic)
            if rest != token.text and len(rest) > (2 if pronoun else 3) and _may_follow_clitic(vocabulary, rest):
                rule = self._resources.rules["fused-words"]
                texts = [f"{clitic} {rest}"]
                edit = rule.edit(article.text, token.start, token.end, texts, reason="two words ran together")
                return edit, [clitic, rest]
        return self._split(article, vocabulary, spot)

    def _split(self, article: Article, vocabulary: Vocabulary, spot: _Spot) -> tuple[Edit, list[str]] | None:
        token, after = spot.token, spot.after
        splitter = Splitter(vocabulary, token.text, spot.seen.words, spot.seen.phrase, after)
        splits = splitter.splits()
        if not splits or splits[0].score < _least(splits[0]) - _relief(splits[0], spot):
            return None
        best = splits[0]
        if _is_name_of_article(vocabulary, spot, best) or (best.kind == "fused-unknown-name" and spot.has_score):
            return None
        pieces, border = self._pieces(best, vocabulary, spot)
        texts = [_text(pieces), _text(self._pieces(best, vocabulary, spot, last=border.other)[0])]
        rivals = [split for split in splits[1:] if split.score > best.score - RIVAL]
        texts += [_text(self._pieces(rival, vocabulary, spot)[0]) for rival in rivals]
        certain = _is_certain(vocabulary, spot, splits) and _fits(vocabulary, best, border, spot)
        certain = certain or _is_proved(vocabulary, spot, splits, border) or _is_plain(vocabulary, spot, splits)
        certain = certain and not border.adds_word and not best.may_be_one_name
        rule = self._resources.rules[best.kind]
        end = token.end
        if border.phrase:
            end = spot.tokens[spot.index + border.phrase].end
            phrase = article.text[token.end : end]
            texts = [f"{text}{phrase}{',' if number == 0 else ''}" for number, text in enumerate(texts)]
        edit = rule.edit(
            article.text,
            token.start,
            end,
            list(dict.fromkeys(texts))[:4],
            applicability=rule.applicability if certain else Applicability.UNSAFE,
            confidence=rule.confidence * (1.0 if certain else 0.8) * border.confidence,
            reason=border.reason,
        )
        return edit, pieces

    def _pieces(
        self, split: Split, vocabulary: Vocabulary, spot: _Spot, *, last: str | None = None
    ) -> tuple[list[str], Border]:
        """The parts and the marks between them, and the last border; `last` overrides its mark."""
        pieces, border = [split.parts[0]], Border("", "", 0.5)
        for number in range(1, len(split.parts)):
            left, right = split.parts[number - 1 : number + 1]
            place = Place(
                vocabulary.words,
                vocabulary.names,
                [*spot.seen.words, *pieces[:-1]],
                left,
                right,
                [*split.parts[number + 1 :], *spot.after],
                left_is_name=_may_be_name(left, vocabulary, split.known[number - 1])
                and (bool(spot.seen.words) or number > 1 or not _opens_sentence(left, vocabulary, split)),
                right_is_name=_may_be_name(right, vocabulary, split.known[number])
                and split.known[number] not in (Known.WORD, Known.NOTHING),
            )
            border = decide(place)
            mark = border.mark if last is None or number < len(split.parts) - 1 else last
            kept = [] if border.drops else [border.instead or _opened(right, mark)]
            closing = border.closing and mark and not border.phrase
            pieces += [*([mark] if mark else []), *kept, *([","] if closing else [])]
        return pieces, border


def _may_be_name(part: str, vocabulary: Vocabulary, known: Known) -> bool:
    """Whether a capitalised part may be a name: a function word at the start of a sentence is none."""
    lower = part.lower()
    if not part[0].isupper() or (lower in GLUE and not part.isupper()):
        return False
    closed = Tag.DETERMINER | Tag.POSSESSIVE | Tag.PREPOSITION | Tag.CONJUNCTION | Tag.PRONOUN
    return known is not Known.WORD or not vocabulary.words.likely_tag(lower) & closed


def _opens_sentence(part: str, vocabulary: Vocabulary, split: Split) -> bool:
    """Whether a part at the start of a sentence has its capital from there: Demonstrations, Originally."""
    return split.known[0] is Known.WORD and vocabulary.is_common(part) and not part.isupper()


def _text(pieces: Sequence[str]) -> str:
    return re.sub(r" (?=[,.:;])", "", " ".join(pieces))


def _opened(right: str, mark: str) -> str:
    """The right part, with the capital of a sentence that begins with it."""
    return right[0].upper() + right[1:] if mark == "." else right


def _may_follow_clitic(vocabulary: Vocabulary, rest: str) -> bool:
    """Whether a string is a common word or a known name: Russia’s + invasion, UNESCO’s + Tentative."""
    known = vocabulary.is_one_word(rest) and vocabulary.words.zipf(rest) >= KNOWN
    return vocabulary.words.zipf(rest) >= COMMON_NOUN or (rest[0].isupper() and known)


def _least(split: Split) -> float:
    """The score from which a split is worth proposing."""
    if split.known[0] is not Known.NOTHING:
        return LIKELY
    return LIKELY_UNKNOWN_WITH_ENDING if split.parts[-1] in NAME_ENDINGS else LIKELY_UNKNOWN


def _relief(split: Split, spot: _Spot) -> float:
    """How much less it takes to propose a split: twice as much for two common words, of which few are a coinage."""
    return spot.relief * (2 if split.kind == "fused-words" else 1)


def _is_name_of_article(vocabulary: Vocabulary, spot: _Spot, best: Split) -> bool:
    """Whether the article says the capitalised token again and again, and no part of it alone: the player Lindmark."""
    often = vocabulary.count(spot.token.text) >= OFTEN
    return often and spot.token.is_capitalised and Known.ARTICLE not in best.known


def _is_certain(vocabulary: Vocabulary, spot: _Spot, splits: Sequence[Split]) -> bool:
    """Whether the best split beats one word and the other splits by far, and the token is not a word of the article."""
    best = splits[0]
    person = bool(spot.seen.words) and vocabulary.words.is_person_noun(spot.seen.words[-1])
    if person and best.known[0] is Known.PLACE and len(best.parts[-1]) < 3:
        return False  # the journalist Bonnin, the minister Milanis: a surname and no place
    if spot.cited or (vocabulary.count(spot.token.text) > 1 and Known.ARTICLE not in best.known):
        return False
    if _may_be_plural(vocabulary, *best.parts[:2]):
        return False
    well_known = best.known[0] >= Known.PROPER and vocabulary.words.zipf(best.parts[0]) >= WELL_KNOWN
    verb = best.grammatical and (best.kind == "fused-words" or well_known)
    least = CERTAIN_WITH_FUNCTION_WORD if best.strongly_glued else CERTAIN_WITH_VERB if verb or best.proved else CERTAIN
    if spot.relief and best.grammatical and _is_verb_or_relative(vocabulary.words, best.parts[-1]):
        least -= EASE
    clear = len(splits) == 1 or best.score - splits[1].score >= MARGIN
    return best.may_be_certain and best.score >= least and clear


def _may_be_plural(vocabulary: Vocabulary, left: str, right: str) -> bool:
    """Whether a people may be many, and a shorter word follow: Syrian skill, or Syrians kill."""
    people = right[0] == "s" and left.endswith(("an", "i")) and vocabulary.names.is_demonym(left)
    verb = vocabulary.words.likely_tag(right[1:]) & (Tag.VERB_PAST | Tag.VERB_PRESENT | Tag.VERB_BASE)
    return people and bool(verb) and vocabulary.words.zipf(right[1:]) >= KNOWN


def _is_plain(vocabulary: Vocabulary, spot: _Spot, splits: Sequence[Split]) -> bool:
    """Whether, where words ran together elsewhere too, a token is two common words that make no compound."""
    best, words = splits[0], vocabulary.words
    if not spot.relief or spot.cited or len(best.parts) != 2 or best.score < LIKELY:
        return False
    if vocabulary.count(spot.token.text) > 1 or not (len(splits) == 1 or best.score - splits[1].score >= MARGIN):
        return False
    if best.kind in ("fused-word-name", "fused-names"):
        return _is_word_or_given_name(vocabulary, *best.parts)
    if best.kind == "fused-name-word" and vocabulary.names.is_demonym(best.parts[0]):
        if _may_be_plural(vocabulary, *best.parts):
            return False
        common = words.zipf(best.parts[1]) >= KNOWN and best.parts[1] not in SUFFIXES
        return common and len(best.parts[1]) > 3 and bool(words.likely_tag(best.parts[1]) & _DESCRIBED)
    if best.kind != "fused-words" and not (best.known[0] is Known.WORD and vocabulary.is_common(best.parts[0])):
        return False
    left, right = best.parts[0].lower(), best.parts[1]
    closed = [_is_closed(words, part) for part in (left, right)]
    if best.kind == "fused-name-word" and spot.seen.words:
        return len(right) > 2 and len(left) > 3 and (closed[1] or _is_verb_or_relative(words, right))
    if right in DETERMINERS and words.likely_tag(left) & (Tag.NOUN | Tag.PLURAL_NOUN):
        return False  # creamthe: an apposition, whose comma is lost as well
    if any(closed):
        return _binds(words, left, right, closed)
    if left in PREFIXES or right in SUFFIXES or min(words.zipf(left), words.zipf(right)) < COMMON:
        return False
    if words.bigram_lower(left, right) >= SEEN_TOGETHER and min(len(left), len(right)) > 2:
        return True
    if min(len(left), len(right)) < 4:
        return False
    if spot.seen.words[-1:] == ["to"]:
        return True
    first, second = words.likely_tag(left), words.likely_tag(right)
    return not (first & (Tag.NOUN | Tag.VERB_BASE) and second & _COMPOUNDING)


def _is_word_or_given_name(vocabulary: Vocabulary, left: str, right: str) -> bool:
    """Whether a capital inside a token begins a name: startupDeeptrace, EspenReinertsen; not eBay or mongoDB."""
    if len(left) < 4 or len(right) < 4 or not right[1:].islower():
        return False
    if left[0].islower():
        return left not in PREFIXES and vocabulary.words.zipf(left) >= COMMON_NOUN
    place = vocabulary.names.is_english_name(left)  # MaliBurkina
    given = vocabulary.words.is_given_name(left) and not vocabulary.is_common(left) and not place
    return given and not vocabulary.is_common(right)


def _is_verb_or_relative(words: Words, right: str) -> bool:
    """Whether a word of five letters or more is a finite verb or opens a clause: no name ends like that by chance."""
    return len(right) > 4 and bool(words.likely_tag(right) & (Tag.VERB_PAST | Tag.VERB_PRESENT | Tag.RELATIVE))


def _is_closed(words: Words, part: str) -> bool:
    """Whether a word is a function word: of no compound, unless it is short or also a prefix."""
    return part in GLUE | SHORT or bool(words.likely_tag(part) & _CLOSED)


def _binds(words: Words, left: str, right: str, closed: Sequence[bool]) -> bool:
    """Whether two words, at least one of them a function word, can only be a phrase: the harvest, five years."""
    if all(closed):
        return len(left) + len(right) > 4
    open_part = right if closed[0] else left
    if len(open_part) < 4 or words.zipf(open_part) < KNOWN:
        return False
    if left == "a":
        return right[0] not in "aeiou" and bool(words.likely_tag(right) & (Tag.NOUN | Tag.ADJECTIVE))
    if closed[0] and left in PREFIXES and left not in GLUE:
        return bool(words.likely_tag(right) & Tag.PLURAL_NOUN) and left in ("some", "all", "any", "two")
    return closed[0] or left not in PREFIXES


def _is_proved(vocabulary: Vocabulary, spot: _Spot, splits: Sequence[Split], border: Border) -> bool:
    """Whether what follows the right part leaves no doubt that it begins a phrase: a name and `two days later`."""
    best = splits[0]
    if not border.proof or spot.cited or vocabulary.count(spot.token.text) > 1:
        return False
    if best.parts[-1] in PRONOUNS and not (best.known[0] >= Known.PLACE or (spot.relief and best.known[0])):
        return False
    clear = len(splits) == 1 or best.score - splits[1].score >= MARGIN
    return clear and len(best.parts) == 2 and best.score >= LIKELY


def _fits(vocabulary: Vocabulary, split: Split, border: Border, spot: _Spot) -> bool:
    """Whether the words around agree: a noun after a name is a brand's second half unless grammar asks for it."""
    right, following = split.parts[-1], "".join(spot.after[:1])
    if right in ("the", "a", "an") and not _may_open_a_noun(vocabulary, following):
        return False  # Labarthe in Santiago is a name
    if split.kind == "fused-unknown-name" and following[:1].isupper() and right in BEFORE_LOWER:
        return False
    if split.glued or split.together or split.kind != "fused-name-word" or border.mark:
        return True
    word_follows = following[:1].isalnum()
    if border.reason == VERB_AFTER_SUBJECT and len(right) > 4 and word_follows:
        return True
    likely = vocabulary.words.likely_tag(right)
    noun = likely & (Tag.NOUN | Tag.PLURAL_NOUN)
    if noun and split.parts[0].isupper() and len(right) > 4 and vocabulary.words.zipf(right) >= COMMON:
        return True  # an acronym and what it stands before: OIC + office
    if noun or likely & Tag.ADJECTIVE:
        return _is_country_and_noun(vocabulary, split, spot)
    return word_follows or bool(likely & (Tag.VERB_PAST | Tag.VERB_PRESENT | Tag.ADVERB))


def _may_open_a_noun(vocabulary: Vocabulary, word: str) -> bool:
    """Whether an article can stand before the word: not before a mark, a preposition, a conjunction or an auxiliary."""
    if not word[:1].isalnum():
        return word in ("“", '"', "«", "‘")
    barred = Tag.PREPOSITION | Tag.CONJUNCTION | Tag.PRONOUN | Tag.AUXILIARY | Tag.MODAL
    return not vocabulary.words.likely_tag(word.lower()) & barred


def _is_country_and_noun(vocabulary: Vocabulary, split: Split, spot: _Spot) -> bool:
    """Whether a common noun follows a country or capital in mid-sentence: the Macaristan government, no newspaper."""
    left, right = split.parts[0], split.parts[-1]
    common = len(right) > 3 and right not in BRAND_ENDINGS and vocabulary.words.zipf(right) >= COMMON_NOUN
    mid_sentence = bool(spot.seen.words) and spot.seen.words[-1].islower()
    return common and mid_sentence and len(left) > 3 and vocabulary.is_country_or_capital(left)
