"""Words that ran together where markup was lost: splits them, and puts back the comma that went with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cleanup.article import Article, Span, Token
from cleanup.edits import Applicability, Edit
from cleanup.passes.fused_borders import VERB_AFTER_SUBJECT, Border, Place, decide
from cleanup.passes.fused_splits import GLUE, Known, Split, Splitter, Vocabulary
from cleanup.lexicon.words import Tag
from cleanup.resources import Resources

CERTAIN = 2.2
CERTAIN_WITH_FUNCTION_WORD = 1.3
LIKELY = 0.8
MARGIN = 0.6
_UNITS = frozenset("km m cm mm kg g mg t h s min ms st nd rd th bn mn tn k x am pm a b c d e er ers ème de p pp ft in lb oz mph kmh kwh gb mb tb hz".split())
_MARKS_BEFORE = frozenset("0123456789)]”»\"")


@dataclass
class _Sentence:
    """What stands in the sentence before the current token, with the commas put in so far."""

    words: list[str] = field(default_factory=list)
    phrase: list[str] = field(default_factory=list)

    def add(self, text: str, *, space: bool) -> None:
        self.words.append(text)
        self.phrase += [" ", text] if space else [text]


class FusedWords:
    """Splits tokens that nobody knows into words that fit their place."""

    name = "fused_words"

    def __init__(self, resources: Resources) -> None:
        """Take what the run looks things up in."""
        self._resources = resources

    def __call__(self, article: Article) -> Iterator[Edit]:
        """The splits of the article, safe where nothing else can be meant."""
        counts = Counter(token.text for token in article.tokens)
        vocabulary = Vocabulary(self._resources.words, self._resources.names, counts)
        for sentence in article.sentences:
            yield from self._in_sentence(article, vocabulary, sentence)

    def _in_sentence(self, article: Article, vocabulary: Vocabulary, sentence: Span) -> Iterator[Edit]:
        first, last = article.token_index(sentence.start), article.token_index(sentence.end)
        tokens = article.tokens[first:last]
        seen = _Sentence()
        for index, token in enumerate(tokens):
            space = index > 0 and tokens[index - 1].end < token.start
            made = None
            if not space and index and token.is_word and tokens[index - 1].text[-1] in _MARKS_BEFORE:
                made = self._after_mark(article, vocabulary, seen, tokens, index)
            touches = not space and index > 0 and tokens[index - 1].text[-1].isdigit()
            if made is None and token.is_word and len(token.text) > 3 and not touches and not vocabulary.is_one_word(token.text):
                made = self._split(article, vocabulary, seen, tokens, index)
            if made is None:
                seen.add(token.text, space=space)
                continue
            edit, pieces = made
            yield edit
            if edit.applicability is Applicability.SAFE:
                for number, piece in enumerate(pieces):
                    seen.add(piece, space=space if number == 0 else piece not in (",", "."))
            else:
                seen.add(token.text, space=space)

    def _split(
        self, article: Article, vocabulary: Vocabulary, seen: _Sentence, tokens: Sequence[Token], index: int
    ) -> tuple[Edit, list[str]] | None:
        token = tokens[index]
        if article.is_protected(token.start, token.end):
            return None
        after = [t.text for t in tokens[index + 1 :]]
        if after and tokens[index + 1].start == token.end and (after[0] in "_@#/\\" or after[0][0].isdigit()):
            return None
        splits = Splitter(vocabulary, token.text, seen.words, seen.phrase, after[0] if after else "").splits()
        if not splits or splits[0].score < LIKELY:
            return None
        best = splits[0]
        text, pieces, border = self._join(best, vocabulary, seen, after, None)
        texts = [text, self._join(best, vocabulary, seen, after, border.other)[0]]
        texts += [self._join(other, vocabulary, seen, after, None)[0] for other in splits[1:] if other.score > best.score - 1.5]
        rule = self._resources.rules[best.kind]
        certain = self._is_certain(vocabulary, token.text, splits) and self._fits(vocabulary, best, border, after) and rule.applicability is Applicability.SAFE
        edit = rule.edit(
            article.text,
            token.start,
            token.end,
            list(dict.fromkeys(texts))[:4],
            applicability=Applicability.SAFE if certain else Applicability.UNSAFE,
            confidence=rule.confidence * (1.0 if certain else 0.8) * border.confidence,
            reason=border.reason,
        )
        return edit, pieces

    def _after_mark(
        self, article: Article, vocabulary: Vocabulary, seen: _Sentence, tokens: Sequence[Token], index: int
    ) -> tuple[Edit, list[str]] | None:
        """A word right after a number, a closing bracket or a closing quotation mark."""
        token, mark = tokens[index], tokens[index - 1]
        glued = token.text in GLUE and len(token.text) > 2
        words = self._resources.words
        quoted = mark.text in "”»\""
        least = 2.8 if quoted else 3.8
        known = glued or len(token.text) > 3 and token.text.islower() and words.zipf(token.text) >= least
        if not known or article.is_protected(mark.start, token.end):
            return None
        if quoted:
            return self._after_quotation(article, tokens, index)
        number = mark.text[-1].isdigit()
        if number and token.text in _UNITS or not number and self._bracket_inside_word(article.text, tokens, index):
            return None
        after = [t.text for t in tokens[index + 1 :]]
        named = self._ends_name(tokens, index - 1)
        place = Place(words, self._resources.names, seen.words[:-1], mark.text, token.text, after, left_is_name=named)
        border = decide(place)
        texts = [f"{mark.text}{border.mark} {token.text}", f"{mark.text}{border.other} {token.text}"]
        rule = self._resources.rules["fused-number" if number else "fused-bracket"]
        safe = glued and not (number and mark.start and article.text[mark.start - 1] in ".:/")
        edit = rule.edit(
            article.text, mark.start, token.end, texts, reason=border.reason,
            applicability=rule.applicability if safe else Applicability.UNSAFE,
            confidence=rule.confidence * border.confidence,
        )  # fmt: skip
        return edit, [*([border.mark] if border.mark else []), token.text]

    @staticmethod
    def _bracket_inside_word(text: str, tokens: Sequence[Token], index: int) -> bool:
        """Whether the bracket that closes was opened inside a word: (s)he, photo(graph)s."""
        opened = text.rfind("(" if tokens[index - 1].text == ")" else "[", 0, tokens[index - 1].start)
        return opened < 0 or tokens[index - 1].start - opened < 3 or text[opened - 1 : opened].isalnum()

    @staticmethod
    def _ends_name(tokens: Sequence[Token], index: int) -> bool:
        """Whether a number or bracket ends a name: BR-163, G7, the World Health Organization (WHO)."""
        before = tokens[max(0, index - 3) : index]
        return any(token.is_word and token.text[:1].isupper() for token in before[-2:])

    def _after_quotation(self, article: Article, tokens: Sequence[Token], index: int) -> tuple[Edit, list[str]] | None:
        """A reporting verb or another word right after a closing quotation mark."""
        token, mark = tokens[index], tokens[index - 1]
        following = tokens[index + 1].text if index + 1 < len(tokens) else ""
        speech = self._reports(token.text, following)
        if mark.text == '"' and not (speech and self._closes(article, mark)):
            return None
        inside = tokens[index - 2] if index > 1 else mark
        comma = speech and inside.is_word
        texts = [f"{mark.text}{',' if comma else ''} {token.text}", f"{mark.text}{'' if comma else ','} {token.text}"]
        reason = "the comma before the reporting verb was lost" if comma else "two words ran together"
        rule = self._resources.rules["fused-quotation"]
        edit = rule.edit(article.text, mark.start, token.end, texts, reason=reason)
        return edit, [*([","] if comma else []), token.text]

    def _reports(self, word: str, following: str) -> bool:
        """Whether a word after a quotation says who speaks: a verb of speech, or a finite verb before its subject."""
        words = self._resources.words
        subject = words.likely_tag(following) & (Tag.DETERMINER | Tag.POSSESSIVE | Tag.PRONOUN) or following[:1].isupper()
        verb = words.tags(word) & (Tag.VERB_PRESENT | Tag.VERB_PAST) and not words.tags(word) & Tag.AUXILIARY
        return words.is_speech_verb(word) or bool(verb and subject)

    @staticmethod
    def _closes(article: Article, mark: Token) -> bool:
        """Whether a straight mark closes a quotation: every mark of its paragraph has a partner, and it is a second one."""
        paragraph = next(p for p in article.paragraphs if p.start <= mark.start < p.end)
        text = article.text[paragraph.start : paragraph.end]
        return text.count('"') % 2 == 0 and text[: mark.start - paragraph.start].count('"') % 2 == 1

    @staticmethod
    def _is_certain(vocabulary: Vocabulary, token: str, splits: Sequence[Split]) -> bool:
        best = splits[0]
        if vocabulary.count(token) > 1 and Known.ARTICLE not in best.known:
            return False
        second = splits[1].score if len(splits) > 1 else -9.0
        least = CERTAIN_WITH_FUNCTION_WORD if best.strongly_glued else CERTAIN
        return best.may_be_certain and best.score >= least and best.score - second >= MARGIN

    @staticmethod
    def _fits(vocabulary: Vocabulary, split: Split, border: Border, after: Sequence[str]) -> bool:
        """Whether the words around agree: a noun after a name is a brand's second half unless grammar asks for it."""
        if split.glued or split.together or split.kind != "fused-name-word" or border.mark:
            return True
        likely = vocabulary.words.likely_tag(split.parts[-1])
        if border.reason == VERB_AFTER_SUBJECT and len(split.parts[-1]) > 4 and after and after[0].isalnum():
            return True
        if not likely & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE):
            return bool(after) and after[0][0].isalnum() or bool(likely & (Tag.VERB_PAST | Tag.VERB_PRESENT | Tag.ADVERB))
        return False

    def _join(
        self, split: Split, vocabulary: Vocabulary, seen: _Sentence, after: Sequence[str], last: str | None
    ) -> tuple[str, list[str], Border]:
        """The parts with what stands between them; `last` overrides the last border's mark."""
        before = list(seen.words)
        pieces = [split.parts[0]]
        border = Border("", "", 0.5)
        for number in range(1, len(split.parts)):
            left, right = split.parts[number - 1], split.parts[number]
            following = [*split.parts[number + 1 :], *after]
            place = Place(
                vocabulary.words, vocabulary.names, before, left, right, following,
                left_is_name=left[0].isupper() and left.lower() not in ("the", "in"),
                right_is_name=right[0].isupper() and split.known[number] not in (Known.WORD, Known.NOTHING),
            )  # fmt: skip
            border = decide(place)
            mark = last if last is not None and number == len(split.parts) - 1 else border.mark
            before += [left, *([mark] if mark else [])]
            pieces += [*([mark] if mark else []), right, *([","] if border.closing and mark else [])]
        return re.sub(r" (?=[,.])", "", " ".join(pieces)), pieces, border
