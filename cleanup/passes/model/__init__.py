"""What the edit tagger says of the repaired text: proposals where it is good at them, flags where it is sure of harm.

It runs late, on text that every rule has seen. A proposal must also make the whole sentence look better to the model.
What a tag stands for is in `changes`, whether a pronoun may go in `pronouns`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cleanup.article import Article, Span
from cleanup.edits import MODEL, Applicability, Edit
from cleanup.lexicon.indefinite import indefinite_article
from cleanup.lexicon.languages import ADJECTIVES_BEHIND, WITHOUT_ARTICLES
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of, with_plurals, word_class
from cleanup.lexicon.words import Tag, Words
from cleanup.neural.answer import WordTag
from cleanup.neural.policy import Proposal, bundled_policy
from cleanup.neural.tagger import Tagger
from cleanup.origin import origin_of
from cleanup.passes.model.changes import (
    ARTICLES,
    MARKS,
    Replacement,
    article_shares,
    change_of,
    is_idiom,
    may_go_on_with_subject,
    may_lack,
    of_a_kind,
    stands_alone,
)
from cleanup.passes.model.pronouns import is_behind_front, leaves_whole
from cleanup.resources import Resources
from cleanup.syntax.bare_nouns import is_definite, is_mostly_determined, without_article
from cleanup.syntax.clauses import (
    is_listed_predicate,
    may_lack_verb,
)
from cleanup.syntax.noun_phrases import NEAR, STAYING, is_mood, pair_counts
from cleanup.syntax.parser import tag_sentence
from cleanup.syntax.words import (
    ADJECTIVES_WITH_COMPLEMENT,
    ALSO_RIVERS,
    COMPLEMENT_VERBS,
    COMPLEMENTS,
    REGIONS_EITHER_WAY,
    RELATIONAL,
    TIME_NOUNS,
)

_SUREST = 0.97  # its word alone is never beyond doubt (see cleanup.damage)
_RESULTATIVE = forms_of("verbs_of_treating") | COMPLEMENT_VERBS
_INVARIABLE = word_class("invariable_nouns")
_OF_SEVERAL = word_set("are were have")
_BEFORE_PARTICIPLES = word_set("ill little long much well")
"""Words that stand between a noun and its participle: a truth little acknowledged."""
_MEASURES = with_plurals("units", "units_of_time") | TIME_NOUNS | {"lifetime", "lifetimes"}
_DEPICTIVE = re.compile(r"un[a-z]+ed")
"""What tells how somebody does it: left the dock unpunished."""
_ALSO_PARTICLES = word_set("round through over under straight right")
"""Adjectives that also belong to verbs: sent a bottle round."""
_ADJECTIVES_AS_ADVERBS = frozenset(["de", "nl"])
_OWNERS = (["his"], ["her"], ["its"], ["their"])
_LETTERS = re.compile(r"[^\W\d_]+")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+\Z")
_LONGEST = 60
_REPORT = re.compile(r"[,”\"] (?:he|she|it|they) (?:\w+ly )?(?P<verb>\w+)\b")
_SURE = 0.9
_CERTAIN = 4.0  # nats; in 300,000 words of clean text nothing gained as much that could have had another subject
_USUAL = 10  # times in the clean corpora
_HARDLY_ENDING = 0.04  # share of an adjective's occurrences that end a phrase
_UNLIKELY = 0.3  # of any article: not worth the look at grammar
_NOUN = Tag.NOUN | Tag.PLURAL_NOUN
_LONGEST_PHRASE = 4  # words, its noun included
_IN_PHRASE = Tag.ADJECTIVE | Tag.NOUN | Tag.PAST_PARTICIPLE | Tag.PROPER_NOUN | Tag.GERUND
_ENDS = frozenset('.!?”"')  # of a whole sentence: headlines leave articles out


@dataclass(frozen=True, slots=True)
class _Candidate:
    """The edit that a tag in a sentence stands for, and whether the words beside it are sound.

    `likeliest` is how probable the very repair is that would be made, where the edit's confidence is that of its kind.
    """

    sentence: Span
    tag: WordTag
    edit: Edit
    entry: Proposal
    stands_alone: bool
    likeliest: float


class Model:
    """The tagger as a pass."""

    name = MODEL

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        self._policy = bundled_policy()

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Proposals and flags on the article's sentences, protected spans left out."""
        sentences = article.sentences
        texts = [article.text[span.start : span.end] for span in sentences]
        candidates: list[_Candidate] = []
        for span, text, tags in zip(sentences, texts, self._tagger.tag(texts), strict=True):
            for index, tag in enumerate(tags):
                if article.is_protected(span.start + tag.start, span.start + tag.end):
                    continue
                candidate = self._candidate(article, span, text, tags, index)
                if candidate is not None:
                    candidates.append(candidate)
                elif tag.error >= self._policy.detector.report:
                    yield self._flag(article, span, tag)
        yield from self._confirmed(article, candidates)

    @property
    def _tagger(self) -> Tagger:
        return self._resources.tagger

    def _candidate(
        self, article: Article, span: Span, text: str, tags: Sequence[WordTag], index: int
    ) -> _Candidate | None:
        """The edit that a tag stands for, where the policy may let it through."""
        tag = tags[index]
        probability, choices = of_a_kind(tag)
        kind = choices[0] if choices else ""
        articles = article_shares(tag)
        if articles and (likely := self._articles(text, tag, articles)):
            bare = origin_of(article, self._resources) in WITHOUT_ARTICLES
            kind, probability, choices = "article:bare" if bare else "article", sum(articles.values()), likely
        if kind == "swap" and self._is_turned_phrase(article, text, tags, index):
            kind = "swap:behind"
        entry = self._policy.proposal(kind, text[tag.start : tag.end])
        if entry is None or probability < entry.suggest[0]:
            return None
        changes = [change for choice in choices if (change := change_of(text, tags, index, choice)) is not None]
        if not changes or self._is_report(text, changes[0]) or is_idiom(text, changes[0]):
            return None
        start, end, _ = changes[0]
        edit = self._resources.rules[entry.rule].edit(
            article.text,
            span.start + start,
            span.start + end,
            tuple(change.replacement for change in changes),
            confidence=min(probability, _SUREST),
        )
        # What lacks a word has itself the error.
        alone = entry.rule in ("model-missing-article", "model-missing-word") or stands_alone(
            tags, start, end, swaps=kind.startswith("swap")
        )
        lost_word = entry.rule == "model-missing-word"
        return _Candidate(span, tag, edit, entry, alone, tag.probability if lost_word else edit.confidence)

    def _is_turned_phrase(self, article: Article, text: str, tags: Sequence[WordTag], index: int) -> bool:
        """Whether two words, as the language of origin has them, are usual in the other order and never in this."""
        if index + 1 >= len(tags) or origin_of(article, self._resources) not in ADJECTIVES_BEHIND:
            return False
        first, second = (text[tag.start : tag.end] for tag in tags[index : index + 2])
        return first.islower() and self._is_counted_pair(first, second)

    def _articles(self, text: str, tag: WordTag, shares: Mapping[str, float]) -> list[str]:
        """The articles that may be missing behind a word, likelier first; none but before a bare noun."""
        if sum(shares.values()) < _UNLIKELY or text.rstrip()[-1:] not in _ENDS:
            return []
        words = tag_sentence(text)
        start = next((number for number, word in enumerate(words) if word.start >= tag.end), len(words))
        lexicon = self._resources.words
        end = without_article(words, start, lexicon) if start < len(words) else None
        if end is None or (words[end - 1].lower in _INVARIABLE and words[end].lower in _OF_SEVERAL):
            return []  # aircraft were diverted
        certain = any(is_definite(word, lexicon) for word in words[start:end])
        definite = 1.0 if certain else shares.get("append:the", 0.0)
        found = ["append:the", f"append:{indefinite_article(words[start].lower)}"]
        return found if definite >= sum(shares.values()) - definite else found[::-1]

    def _confirmed(self, article: Article, candidates: Sequence[_Candidate]) -> Iterator[Edit]:
        """The candidates after which the model likes the sentence better by as much as the policy asks."""
        if not candidates:
            return
        before = [article.text[c.sentence.start : c.sentence.end] for c in candidates]
        after = [
            article.text[c.sentence.start : c.edit.start]
            + c.edit.replacements[0]
            + article.text[c.edit.end : c.sentence.end]
            for c in candidates
        ]
        for candidate, gain in zip(candidates, self._tagger.delta(before, after), strict=True):
            edit, entry = candidate.edit, candidate.entry
            text = article.text[candidate.sentence.start : candidate.sentence.end]
            if edit.category == "pronoun" and is_behind_front(text, candidate.tag.start):
                continue
            if entry.rule == "model-missing-word" and may_lack(text, candidate.tag):
                continue
            sure = entry.is_applied(candidate.likeliest, gain)
            counted = entry.is_suggested(edit.confidence, gain) and self._is_usual(edit)
            if (sure or counted) and candidate.stands_alone and self._is_plain(article, candidate, gain):
                yield replace(edit, applicability=Applicability.SAFE)
            elif entry.is_suggested(edit.confidence, gain):
                yield edit
            elif candidate.tag.error >= self._policy.detector.report:
                yield self._flag(article, candidate.sentence, candidate.tag)

    def _is_report(self, text: str, change: Replacement) -> bool:
        """Whether the pronoun that would go is that of `…, she says, …`, which is no part of the sentence around it."""
        report = _REPORT.match(text, max(0, change.start - 2))
        return not change.replacement and report is not None and self._resources.words.is_speech_verb(report["verb"])

    def _is_usual(self, edit: Edit) -> bool:
        """Whether clean English has two words often in the other order and never in this: a second witness."""
        if edit.category != "order" or not edit.original.islower():
            return False
        return self._is_counted_pair(*edit.original.split()[-2:])

    def _is_counted_pair(self, first: str, second: str) -> bool:
        before, behind = pair_counts(self._resources.words, second, first) if second.isalpha() else (0, 0)
        return before >= _USUAL and not behind

    def _is_plain(self, article: Article, candidate: _Candidate, gain: float) -> bool:
        """Whether lexicon and grammar know nothing against an edit.

        A change of order must put an adjective before its noun, a split make words of what is none; a pronoun must
        leave a whole clause, an article must not stand before what may be a river, and a small word must not be
        one that English leaves out.
        """
        edit = candidate.edit
        if candidate.entry.rule == "model-missing-word":
            sentence = article.text[candidate.sentence.start : candidate.sentence.end]
            if not candidate.tag.end or sentence.rstrip()[-1:] not in _ENDS:
                return False  # headlines leave out more
            if candidate.tag.tag == "append:of" and may_go_on_with_subject(sentence, candidate.tag.end):
                return False
            return candidate.tag.tag not in ARTICLES or self._is_counted(sentence, candidate.tag.end)
        if candidate.entry.rule == "model-wrong-word":
            sentence = article.text[candidate.sentence.start : candidate.sentence.end]
            # Half comes from the village, the other half from abroad: what left out its verb stands like this.
            return sentence.lower().split().count(edit.original) == 1
        if edit.category == "fused":
            return self._is_plain_split(article.text, edit.start)
        if edit.category == "pronoun":
            sentence = article.text[candidate.sentence.start : candidate.sentence.end]
            certain = edit.confidence >= _SURE and gain >= _CERTAIN
            return leaves_whole(sentence, candidate.tag.start, sure=edit.confidence >= _SURE, certain=certain)
        if edit.category == "article":
            name, _, behind = article.text[edit.end :].partition(" ")
            # The Germany of today is one of several.
            return name.strip(",.;:") not in ALSO_RIVERS | REGIONS_EITHER_WAY and not behind.startswith("of ")
        return self._is_plain_order(article, candidate)

    def _is_counted(self, sentence: str, at: int) -> bool:
        """Whether a singular noun that can be counted ends the phrase behind `at`: not `released video of it`."""
        words, lexicon = tag_sentence(sentence), self._resources.words
        start = next((number for number, word in enumerate(words) if word.start >= at), len(words))
        name = [word.text for word in words[start : start + _LONGEST_PHRASE] if word.is_capitalised]
        if any(self._resources.names.takes_article(" ".join(name[:length])) for length in range(1, len(name) + 1)):
            return True  # the United States
        end = start
        while end < min(start + _LONGEST_PHRASE, len(words)) and words[end].tag & _IN_PHRASE:
            end += 1
        if end == start or words[end - 1].tag is not Tag.NOUN or words[end - 1].is_capitalised:
            return False
        noun = words[end - 1].lower
        if end == start + 1 and words[start].tags & Tag.GERUND:
            return False
        counted = lexicon.is_count_noun(noun) or lexicon.is_person_noun(noun)
        return counted or (end > start + 1 and is_mostly_determined(noun, lexicon))

    def _is_plain_order(self, article: Article, candidate: _Candidate) -> bool:
        """Whether noun and adjective change places for no reason that keeps the adjective behind."""
        edit, words = candidate.edit, self._resources.words
        *opening, noun, adjective = edit.original.split()
        earlier = [*article.text[candidate.sentence.start : edit.start].split(), *opening]
        before = earlier[-2:]
        behind = article.text[edit.end : edit.end + 1]
        following = article.text[edit.end :].split(maxsplit=1)[:1]
        if _is_joined(article.text[edit.end :].split(maxsplit=2)[:2], words):
            return False  # an atmosphere tense but calm
        if (
            behind in (".", ",", ";")
            and not STAYING.isdisjoint(earlier[-NEAR - 1 :])
            and is_mood(words, noun, adjective)
        ):
            return False  # stood at the window silent
        if (
            (_is_predicate(before, behind, earlier) and not self._is_classifying(article, adjective))
            or (adjective in _BEFORE_PARTICIPLES and _is_measured(noun, following, words))
            or (_has_complement(adjective, following) and not self._is_counted_behind(article, noun, adjective))
            or self._lacks_verb(article, candidate)
        ):
            return False
        # German has one form for adjective and adverb: they check the slopes regular.
        german = origin_of(article, self._resources) in _ADJECTIVES_AS_ADVERBS
        if german and behind in (".", ",", ";") and words.is_word(f"{adjective}ly"):
            return False
        tags = words.tags(adjective)
        describes = tags & Tag.ADJECTIVE or (tags & Tag.NOUN and self._is_usual(edit))
        return bool(_may_be_noun(words.tags(noun), noun) and describes)

    def _is_classifying(self, article: Article, adjective: str) -> bool:
        """Whether the language of origin puts adjectives behind, and this one hardly ever is a predicate."""
        share = self._resources.words.closing_share(adjective)
        behind = origin_of(article, self._resources) in ADJECTIVES_BEHIND and adjective in RELATIONAL
        return behind and share is not None and share <= _HARDLY_ENDING

    def _is_counted_behind(self, article: Article, noun: str, adjective: str) -> bool:
        """Whether the language of origin puts adjectives behind, and the two words are usual in the other order."""
        behind = origin_of(article, self._resources) in ADJECTIVES_BEHIND
        return behind and self._is_counted_pair(noun, adjective)

    @staticmethod
    def _lacks_verb(article: Article, candidate: _Candidate) -> bool:
        """Whether noun and adjective may be a clause, its verb lost or of the kind that lists leave out."""
        words = tag_sentence(article.text[candidate.sentence.start : candidate.sentence.end])
        behind = candidate.edit.end - candidate.sentence.start
        end = next((number for number, word in enumerate(words) if word.start >= behind), len(words))
        return may_lack_verb(words, end) or is_listed_predicate(words, end - 2, end)

    def _is_plain_split(self, text: str, at: int) -> bool:
        """Whether the letters around `at` are no word or name of any language, and those behind it are an English word.

        Those before it may be a name that nobody lists.
        """
        words = self._resources.words
        found = _LETTERS_BEFORE.search(text, max(0, at - _LONGEST), at), _LETTERS.match(text, at)
        left, right = (match.group() if match else "" for match in found)
        whole = left + right
        known = words.is_word(whole) or words.is_surname(whole) or words.is_given_name(whole)
        if known or words.foreign_languages(whole) or not left or not words.is_word(right):
            return False
        # What an article says again and again is a word of its own: the fourballs of a golf tournament.
        return left[0].isupper() or (words.is_word(left) and text.count(whole) == 1)

    def _flag(self, article: Article, span: Span, tag: WordTag) -> Edit:
        start, end = span.start + tag.start, span.start + tag.end
        return self._resources.rules["model-doubt"].edit(article.text, start, end, (), confidence=tag.error)


def _is_joined(following: list[str], lexicon: Words) -> bool:
    """Whether another adjective is joined to the one before, so that both would have to go."""
    joined = len(following) > 1 and following[0] in ("and", "but", "or", "yet")
    return joined and lexicon.likely_tag(following[1].strip(MARKS)) is Tag.ADJECTIVE


def _is_measured(noun: str, following: list[str], lexicon: Words) -> bool:
    """Whether `long` stands behind a measure, or `little` before a participle: a lifetime long, a truth little told."""
    return noun in _MEASURES or any(lexicon.tags(word) & Tag.PAST_PARTICIPLE for word in following)


def _may_be_noun(tags: Tag, noun: str) -> bool:
    """Whether a word is a noun, or in lower case what the lexicon has as a name: a jersey."""
    return bool(tags & _NOUN) or (noun.islower() and tags is Tag.PROPER_NOUN)


def _is_predicate(before: list[str], behind: str, earlier: list[str]) -> bool:
    """Whether the adjective is said of the noun: painted the door red, his beard white, the butter salty."""
    if before[-1:] not in (["a"], ["an"]) and not _RESULTATIVE.isdisjoint(before):
        return True
    if before[:1] == ["and"] and before[-1:] != before[:1] and not _RESULTATIVE.isdisjoint(earlier):
        return before[-1:] not in (["a"], ["an"])  # considers the plan sound and the cost absurd
    listed = before[:1] != before[-1:] and before[0].endswith(",")
    owned = before[-1:] in _OWNERS
    return listed and (owned or (before[-1:] == ["the"] and behind in (",", ";", ".")))


def _has_complement(adjective: str, following: list[str]) -> bool:
    """Whether what follows belongs to the adjective: full of water, as clear as water, or it stands there by nature."""
    if following in (["as"], ["than"]) or _DEPICTIVE.match(adjective) or adjective in _ALSO_PARTICLES:
        return True
    return adjective.lower() in ADJECTIVES_WITH_COMPLEMENT and not COMPLEMENTS.isdisjoint(following)
