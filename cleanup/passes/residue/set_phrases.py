"""Adverbs, connectives, pronouns and turns of the source language: `aunque the ferry`, `Intanto, the mayor`.

The table holds what translations leave behind most, with one English for each phrase that has one, and several where
the sentence decides. A phrase is exchanged only among English words, and one that opens a sentence only where no name
of a newspaper, a party or a person can stand.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from cleanup.article import Token
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import ANY_NOUN, FOREIGN_LANGUAGES, Tag
from cleanup.passes.residue.mentions import is_named
from cleanup.passes.residue.reading import KNOWN, MOST_SEEN, Reading
from cleanup.reading import Part
from cleanup.rulepack import BUNDLED
from cleanup.syntax.words import BE

_CLEARLY: Final = 1.2  # Zipf: by how much a word is more usual in the source language than in English
_QUALITIES: Final = Tag.ADJECTIVE | Tag.ADVERB | Tag.PAST_PARTICIPLE | Tag.VERB_PAST
_NOT_AT_ALL: Final = 10.0
_ALONE: Final = frozenset(("a", "i"))  # what English has of single letters
_BEFORE: Final = frozenset(' \n\t“"«„‘(–—')
_AFTER: Final = frozenset(' \n\t,.;:!?…”"»’)–—')
_OPENING_MARKS: Final = frozenset('“"«„‘')
_CLOSING_MARKS: Final = frozenset('”"»’“')
_TITLE_LENGTH: Final = 3  # letters of an article that may begin a title: Le temps est court
_DETERMINERS: Final = Tag.DETERMINER | Tag.POSSESSIVE
_FINITE: Final = Tag.VERB_PAST | Tag.VERB_PRESENT | Tag.MODAL | Tag.AUXILIARY
_SUBJECTS: Final = word_set(
    "nobody someone everyone something nothing everything many some few several all both others"
)
_NEGATIONS: Final = word_set("not no never nobody nothing n't t neither")
_DENYING: Final = frozenset(("nobody", "nothing", "never", "nowhere", "none"))
_NEGATION_REACH: Final = 4  # tokens
_DAYS: Final = frozenset(("today", "tomorrow", "yesterday"))
_COUNTING: Final = frozenset(("about", "around", "only", "more than", "just under", "over", "less than"))
_WITH_NAME: Final = ("according to", "thanks to", "because of", "unlike", "despite", "as for", "instead of")
"""What may stand before a name at the start of a sentence, where other words may be part of it."""
_PUBLICATIONS: Final = word_set(
    "newspaper paper daily weekly magazine website portal broadcaster party film song band show"
)
_DESCRIPTION: Final = 5  # tokens behind a name that say what it is


class _Phrase(NamedTuple):
    """A phrase of a language, as it stands within a sentence, and its English, the likeliest first."""

    form: str
    english: tuple[str, ...]
    sure: bool


class SetPhrases(Part[Reading]):
    """The phrases of one article."""

    def edits(self) -> Iterator[Edit]:
        """Everything found, the longest phrase at each place."""
        table = _phrases(self._language or self._likely_language or "")
        done = 0
        for index, token in enumerate(self._tokens):
            phrases = table.get(token.text.lower(), ()) if token.is_word and token.start >= done else ()
            for phrase in phrases:
                end = token.start + len(phrase.form)
                last = self._last(index, end)
                if last is not None and self._is_here(index, phrase):
                    edit, done = self._edit(index, last, phrase), end
                    if edit is not None:
                        yield edit
                    break

    def _last(self, index: int, end: int) -> int | None:
        """The last token of a phrase that ends at an offset, if words end on both sides of it."""
        start = self._tokens[index].start
        if start and self._text[start - 1] not in _BEFORE:
            return None
        if end < len(self._text) and self._text[end] not in _AFTER:
            return None
        at = index
        while at < len(self._tokens) and self._tokens[at].end < end:
            at += 1
        return at if at < len(self._tokens) and self._tokens[at].end == end else None

    def _is_here(self, index: int, phrase: _Phrase) -> bool:
        """Whether the phrase stands at a token, with a capital only where a sentence opens."""
        start = self._tokens[index].start
        text = self._text[start : start + len(phrase.form)].replace("'", "’")
        if text == phrase.form:
            return True
        opened = phrase.form[0].upper() + phrase.form[1:]
        return text == opened and self._places.opens_sentence(index)

    def _edit(self, index: int, last: int, phrase: _Phrase) -> Edit | None:
        start, end = self._tokens[index].start, self._tokens[last].end
        opening = self._tokens[index].is_capitalised
        if self._is_quoted_alone(index, last) or is_named(self._reading.article, index):
            return None
        if not self._is_among_english(index, last, phrase) or (opening and self._may_be_name(index, last, phrase)):
            return None
        if self._says_the_same(index, last, phrase):
            return None
        english = [text[0].upper() + text[1:] if opening else text for text in phrase.english]
        safe = self._language is not None and self._is_sure(index, last, phrase)
        return self._rules["residue-set-phrase"].edit(
            self._text,
            start,
            end,
            english,
            applicability=Applicability.SAFE if safe else Applicability.UNSAFE,
            confidence=None if safe else 0.8,
        )

    # Where it stands

    def _is_quoted_alone(self, index: int, last: int) -> bool:
        """Whether marks of quotation hold the phrase and nothing else."""
        opened = index > 0 and self._tokens[index - 1].text in _OPENING_MARKS
        return opened and last + 1 < len(self._tokens) and self._tokens[last + 1].text in _CLOSING_MARKS

    def _is_among_english(self, index: int, last: int, phrase: _Phrase) -> bool:
        """Whether no foreign word stands on either side, and no title can: not the middle of `Le temps est court`."""
        left, right = self._places.before(index), self._places.after(last)
        article = self._places.before(index - 1) if left is not None else None
        if article is not None and self._opens_title(article):
            return False
        if right is not None and right.text.istitle() and (left is None or not left.text.islower()):
            parted = index > 0 and self._tokens[index - 1].text in (",", ";")
            opens = self._tokens[index].is_capitalised and phrase.english[0].endswith(_WITH_NAME)
            if not (parted or opens):
                return False
        return not (
            self._is_foreign(left)
            or self._is_foreign(right)
            or (self._is_either(left) and self._is_foreign(self._places.before(index - 1)))
            or (self._is_either(right) and self._is_foreign(self._places.after(last + 1)))
        )

    def _is_either(self, token: Token | None) -> bool:
        """Whether a word is as usual in the source language as in English: no, a, come."""
        return token is not None and self._foreign_lead(token.text) > -_CLEARLY

    def _foreign_lead(self, text: str) -> float:
        """By how much a word is more usual in the source language than in English; what no list has is not."""
        language = self._language or self._likely_language or ""
        if language not in FOREIGN_LANGUAGES:
            return -_NOT_AT_ALL
        found = self._words.foreign_zipf(text.lower(), language)
        return found - self._words.zipf(text.lower()) if found >= KNOWN else -_NOT_AT_ALL

    def _opens_title(self, article: Token) -> bool:
        """Whether a short word with a capital is none of English: Le, Los."""
        form = article.text
        return article.is_capitalised and 1 < len(form) <= _TITLE_LENGTH and not self._words.is_word(form.lower())

    def _is_foreign(self, token: Token | None) -> bool:
        """Whether a word beside the phrase is none of English, nor a leftover of its own."""
        if token is None:
            return False
        if not token.text.islower():
            return self._is_foreign_opener(token)
        form, language = token.text, self._language or self._likely_language or ""
        if len(form) == 1 and form not in _ALONE:
            return True
        if any(phrase.form == form for phrase in _phrases(language).get(form, ())):
            return False
        if not self._words.is_word(form):
            return True
        return self._foreign_lead(form) > _CLEARLY

    def _is_foreign_opener(self, token: Token) -> bool:
        """Whether a word has its capital from the sentence's start only, and is none of English: Leggi anche."""
        if not token.text.istitle() or not self._places.opens_sentence(self._reading.article.token_index(token.start)):
            return False
        known = self._words.is_word(token.text.lower()) or self._words.unigram(token.text) > 0
        return not (known or self._is_person(token.text) or self._evidence.person(token.text))

    def _may_be_name(self, index: int, last: int, phrase: _Phrase) -> bool:
        """Whether a phrase with a capital may name a paper, a party or a person: Domani reported, Claro pays."""
        text = self._text[self._tokens[index].start : self._tokens[last].end]
        single = index == last
        if single and (self._words.unigram(text) > MOST_SEEN or self._stands_inside_sentences(text)):
            return True
        ahead = {token.text.lower() for token in self._tokens[last + 1 : last + 1 + _DESCRIPTION]}
        if single and not _PUBLICATIONS.isdisjoint(ahead):
            return True
        right = self._places.after(last)
        if right is None or not right.text.islower() or phrase.english[0] in _SUBJECTS:
            return False
        return bool(self._words.likely_tag(right.text) & _FINITE)

    def _stands_inside_sentences(self, text: str) -> bool:
        """Whether the article has the word with its capital where no sentence opens: a name."""
        return any(
            token.text == text and not self._places.opens_sentence(at)
            for at, token in enumerate(self._tokens)
            if token.is_capitalised
        )

    def _says_the_same(self, index: int, last: int, phrase: _Phrase) -> bool:
        """Whether the English stands beside the phrase already: `also anche`."""
        left, right = self._places.before(index), self._places.after(last)
        words = {text.lower() for one in (left, right) if one is not None for text in (one.text,)}
        return not words.isdisjoint(text.split()[-1] for text in phrase.english if " " not in text)

    # How sure it is

    def _is_sure(self, index: int, last: int, phrase: _Phrase) -> bool:
        """Whether nothing but the first English can be meant at this place."""
        first = self._tokens[index]
        if self._is_determined(index, last):
            return False
        if first.is_capitalised and index == last and (self._is_person(first.text) or self._leads_a_list(last, phrase)):
            return False
        if self._goes_on_from_title(index):
            return False
        if phrase.english[0] in _DENYING and self._is_denied(index, last):
            return False
        return phrase.sure or self._is_decided(index, last, phrase)

    def _is_determined(self, index: int, last: int) -> bool:
        """Whether an article stands before the phrase, and no quality behind it: the domani, not a muy old house."""
        left, right = self._places.before(index), self._places.after(last)
        if left is None or not self._words.likely_tag(left.text.lower()) & _DETERMINERS:
            return False
        return right is None or not self._words.likely_tag(right.text) & _QUALITIES

    def _leads_a_list(self, last: int, phrase: _Phrase) -> bool:
        """Whether a comma and a name stand behind a day that may be a paper: Oggi, Gente and Chi."""
        if phrase.english[0] not in _DAYS or last + 2 >= len(self._tokens):
            return False
        comma, name = self._tokens[last + 1 : last + 3]
        return comma.text == "," and name.is_capitalised

    def _goes_on_from_title(self, index: int) -> bool:
        """Whether a comma parts the phrase from a common word of its language with a capital: Domenica, forse."""
        if index < 2 or self._tokens[index - 1].text != ",":
            return False
        title = self._tokens[index - 2]
        return title.is_capitalised and self._foreign_lead(title.text) > _CLEARLY

    def _is_decided(self, index: int, last: int, phrase: _Phrase) -> bool:
        """Whether what follows decides between several meanings: a verb, behind a pronoun that opens, or a number."""
        if phrase.english[0] in _COUNTING:
            return last + 1 < len(self._tokens) and self._tokens[last + 1].text[0].isdigit()
        right = self._places.after(last)
        if right is None or phrase.english[0] not in _SUBJECTS or not self._tokens[index].is_capitalised:
            return False
        tag = self._words.likely_tag(right.text)
        return bool(tag & _FINITE) and not tag & ANY_NOUN and not self._is_described(last + 1)

    def _is_described(self, index: int) -> bool:
        """Whether a verb of being says who somebody is: Personne was a painter."""
        after = self._places.after(index)
        described = after is not None and (after.text == "born" or self._words.likely_tag(after.text) & _DETERMINERS)
        return self._tokens[index].text in BE and bool(described)

    def _is_person(self, text: str) -> bool:
        return self._words.is_given_name(text) or self._words.is_surname(text)

    def _is_denied(self, index: int, last: int) -> bool:
        """Whether English denies already, so that a second negation would turn the sense."""
        around = [
            *self._tokens[max(0, index - _NEGATION_REACH) : index],
            *self._tokens[last + 1 : last + 1 + _NEGATION_REACH],
        ]
        return not _NEGATIONS.isdisjoint(token.text.lower() for token in around)


@functools.cache
def _phrases(language: str) -> Mapping[str, Sequence[_Phrase]]:
    """The phrases of a language by their first word, the longest first."""
    found: dict[str, list[_Phrase]] = {}
    for languages, form, meanings in _rows():
        if language in languages.split(","):
            english = tuple(meanings.removesuffix("?").split("/"))
            sure = len(english) == 1 and not meanings.endswith("?")
            found.setdefault(_first_word(form), []).append(_Phrase(form, english, sure))
    return {word: sorted(phrases, key=lambda one: -len(one.form)) for word, phrases in found.items()}


def _first_word(form: str) -> str:
    length = next((at for at, letter in enumerate(form) if not letter.isalpha()), len(form))
    return form[:length].lower()


@functools.cache
def _rows() -> Sequence[tuple[str, str, str]]:
    text = (BUNDLED / "residue" / "set_phrases.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return [(languages, form, meanings) for languages, form, meanings in rows]
