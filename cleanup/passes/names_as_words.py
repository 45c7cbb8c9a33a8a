"""Names that a translation took for common words: Mosca → "To fly", Draghi → "Dragons", Essen → "food".

A table says which words may hide a name, and the grammar says where only a name can stand. Where both agree, the name
is suggested; where only the place speaks, it is flagged. Only newspapers are applied unasked, where the article is
known to come from their language and calls them newspapers or lets them report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from cleanup.article import Article, Token
from cleanup.edits import Applicability, Edit
from cleanup.evidence import Places, evidence_of
from cleanup.lexicon.names import PLACE_KINDS, CommonWordName
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.origin import likely_origin, origin_of
from cleanup.resources import Resources

_MOST_WORDS: Final = 4
_NOUN: Final = Tag.NOUN | Tag.PLURAL_NOUN
_PREPOSITIONS: Final = word_set("in from to at of near for between towards toward with leaving outside")
_PRESS_VERBS: Final = forms_of("verbs_of_the_press")
_WRITING_VERBS: Final = forms_of("verbs_of_writing")
_PAPERS: Final = ("newspaper", "daily", "weekly", "monthly", "magazine", "tabloid", "broadcaster")
# Titles that English-language papers bear too, and what besides a paper can report.
_ENGLISH_PAPERS: Final = word_set(
    "telegraph times guardian observer independent sun express standard globe mirror mail post spectator herald "
    "courier star journal nation week people economist mercury business metro advertiser citizen chronicle tribune "
    "age nature science"
)
_OTHER_REPORTERS: Final = word_set(
    "republic press state states team union weather newspaper paper gazette cross courier national third day current "
    "work public"
)
_POLITICS: Final = word_set(
    "government era report cabinet administration law decree plan reform doctrine presidency coalition family "
    "brothers affair years list amendment commission"
)
_BEFORE_NAME: Final = ("report", "law", "decree", "reform", "doctrine", "amendment", "cabinet")
_ODD: Final = 0.6  # share of capitals in mid-sentence under which a capital is odd
_NO_TITLES: Final = ("people", "man", "woman", "men", "women", "who", "minor", "head", "star", "friend")
_SPORT: Final = re.compile(
    r"\b(?:striker|midfielder|goalkeeper|defender|coach|football|league|matchday|champions|goals?|Serie A|stadium)\b"
)
_PRONOUNS: Final = ("he", "she", "it")
_AUXILIARIES: Final = ("would", "will", "has", "had", "is", "was", "should", "could")
_AFTER_COMMA: Final = ("the", "who", "which", "where", "whose", "a", "an", "capital", "then", "also")
_OWN_ARTICLES: Final = word_set("La Il Lo Le El Los Las Les Der Die Das O A De Het To Ta")
_ELIDED: Final = ("L'", "L’")
_SURE: Final = 0.95
_WITHOUT_ARTICLES: Final = ("pl", "ro", "ru", "uk", "cs", "hu", "sv", "tr")  # in front of a newspaper's name
_IS_A_PLACE: Final = re.compile(r",? (?:the |a )?(?:capital|city|town|port|home|province) (?:of|in|on)\b")
_OVER_A_SPLIT: Final = 0.85  # where a name is likely, it comes before the mere split of the two words
_PRESS: Final = frozenset(("newspaper", "press", "media", "magazine"))
_PERSON: Final = frozenset(("person", "surname", "people", "given name"))


class NamesAsWords:
    """The pass; looks at every word or phrase that the table has, and at places where only a name can stand."""

    name = "names_as_words"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Suggestions, and flags without one."""
        yield from _Reading(article, self._resources).edits()


class _Reading:
    """The pass over one article."""

    def __init__(self, article: Article, resources: Resources) -> None:
        self._article = article
        self._resources = resources
        self._text = article.text
        self._tokens = article.tokens
        self._words = resources.words
        self._names = resources.names
        self._rules = resources.rules
        self._shown = origin_of(article, resources)
        self._language = likely_origin(article, resources)
        self._places = Places(article, resources)
        self._evidence = evidence_of(article, resources)

    def edits(self) -> Iterator[Edit]:
        """Walk over the words, longest phrase first."""
        done = -1
        for index, token in enumerate(self._tokens):
            if index <= done or not token.is_word:
                continue
            found = self._from_table(index) or self._run_together(index)
            if found is not None:
                edit, done = found
                yield edit
            else:
                yield from self._place_alone(index)

    # Table and place

    def _from_table(self, index: int) -> tuple[Edit, int] | None:
        word, start = self._tokens[index].text, self._tokens[index].start
        if not self._names.may_begin_common_word_name(word) and not self._is_called_paper(index):
            return None
        for last in range(min(index + _MOST_WORDS, len(self._tokens)) - 1, index - 1, -1):
            if not all(self._tokens[i].is_word for i in range(index, last + 1)):
                continue
            phrase = self._text[start : self._tokens[last].end]
            names = [*self._names.common_word_names(phrase), *self._papers_called(index, phrase)]
            fitting = self._fitting(index, last, names) if names else []
            if fitting:
                return self._suggest(index, last, fitting), last
        return None

    def _papers_called(self, index: int, phrase: str) -> list[CommonWordName]:
        """The papers whose article was lost behind what they are: `the daily Republic` for The Republic."""
        named = self._tokens[index].is_capitalised and self._is_called_paper(index)
        found = self._names.common_word_names(f"the {phrase}") if named else ()
        return [name for name in found if _kind(name) == "press"]

    def _is_called_paper(self, index: int) -> bool:
        before = self._places.before(index)
        return before is not None and before.text.lower() in _PAPERS

    def _run_together(self, index: int) -> tuple[Edit, int] | None:
        """A word of the table with the next word run into it: `flowerplans`, where Blume plans."""
        token = self._tokens[index]
        if len(token.text) < 6 or self._words.is_word(token.text) or self._words.unigram(token.text):
            return None
        for end in range(3, len(token.text) - 1):
            rest = token.text[end:]
            if self._words.zipf(rest) < 4.5 or not self._names.common_word_names(token.text[:end]):
                continue
            at = token.start + end
            text = self._text[:at] + " " + self._text[at:]
            reading = _Reading(replace(self._article, text=text, source_language=self._language), self._resources)
            found = reading._from_table(index)
            if found is not None and found[1] == index:
                joint = ", " if rest in _AFTER_COMMA else " "
                texts = [f"{name}{joint}{rest}" for name in found[0].replacements]
                rule = self._rules[found[0].rule]
                return rule.edit(self._text, token.start, token.end, texts, confidence=_OVER_A_SPLIT), index
        return None

    def _fitting(self, first: int, last: int, names: Sequence[CommonWordName]) -> list[CommonWordName]:
        """The names whose kind can stand at this place, those of the article's countries first."""
        if self._is_ordinary(first, last):
            return []
        kinds = self._kinds_at(first, last)
        ours = any(name.language == self._shown for name in names)
        called = ours and self._is_called_paper(first)
        if not called and self._is_name_already(first, last, surnames=not ours):
            kinds &= {"press", "club", "organisation"} if last > first else {"club", "organisation"}
        fitting = [name for name in names if _kind(name) in kinds]
        # Of a language that is only likely newspapers and places may be meant: surnames are too often words.
        own = [
            name
            for name in fitting
            if name.language == self._language and (self._shown is not None or _kind(name) != "person")
        ]
        return own or (fitting if self._is_plain(first, last) else [])

    def _is_name_already(self, first: int, last: int, *, surnames: bool) -> bool:
        """Whether the capitalised words are an English name: a demonym, a day, a place, a given name, or a surname.

        `surnames` says whether those count: nearly every common noun is somebody's.
        """
        token = self._tokens[last]
        if not token.is_capitalised or _IS_A_PLACE.match(self._text, token.end):
            return False
        form = token.text
        before = self._places.before(first)
        named = before is not None and before.text.lower() not in ("the", *_PREPOSITIONS)
        if surnames and named and self._words.is_surname(form):
            return True
        proper = self._names.is_demonym(form) or self._words.is_proper(form) or self._words.is_given_name(form)
        return proper or form in self._names.named_list("month") | self._names.named_list("weekday")

    def _is_plain(self, first: int, last: int) -> bool:
        """Whether the place shows a name so plainly that one of another language may be meant."""
        token = self._tokens[first]
        if token.is_capitalised:
            return token.text == "To" and last > first
        return self._in_apposition(first, last) or self._heads_list(first, last)

    def _is_ordinary(self, first: int, last: int) -> bool:
        """Whether the words stand where common words stand: in lower case after a determiner."""
        token, before = self._tokens[first], self._places.before(first)
        if before is None or token.is_capitalised or self._heads_list(first, last):
            return False
        return bool(self._words.tags(before.text) & (Tag.DETERMINER | Tag.POSSESSIVE)) and token.text != "the"

    def _kinds_at(self, first: int, last: int) -> set[str]:
        kinds: set[str] = set()
        if self._person_stands_here(first, last):
            kinds.add("person")
        if self._place_stands_here(first, last):
            kinds.add("place")
        if self._press_stands_here(first, last):
            kinds.add("press")
        if self._after_the(first, last):
            kinds |= {"organisation", "institution"} | ({"club"} if self._is_sport else set())
        return kinds

    def _after_the(self, first: int, last: int) -> bool:
        """Whether a capitalised phrase in mid-sentence stands alone after “the”: `Meanwhile the Moses, …`."""
        before, after = self._places.before(first), self._places.after(last)
        if before is None or before.text != "the" or not self._tokens[last].is_capitalised:
            return False
        return after is None or bool(self._words.tags(after.text) & FINITE_VERB and not after.is_capitalised)

    @cached_property
    def _is_sport(self) -> bool:
        return len(set(_SPORT.findall(self._text))) >= 2

    def _suggest(self, first: int, last: int, names: Sequence[CommonWordName]) -> Edit:
        texts = list(dict.fromkeys(self._english(name) for name in names))
        known = [text for text in texts if self._evidence.capitalised.get(text)]
        texts = [*known, *(text for text in texts if text not in known)]
        start, end = self._tokens[first].start, self._tokens[last].end
        before = self._places.before(first)
        if before is not None and before.text in _BEFORE_NAME and _kind(names[0]) == "person":
            start, texts = before.start, [f"{text} {before.text}" for text in texts]
        elif self._tokens[first].text == "To":
            end = self._tokens[last + 1].end
        elif self._heads_list(first, last):
            end += self._text[end] == ","
            if before is not None and before.text in ("a", "à", "em", "en"):
                start, texts = before.start, [f"in {text}" for text in texts]
            texts = [f"{text}," for text in texts]
        elif before is not None and before.text.lower() == "the" and _kind(names[0]) == "club":
            start = before.start
        elif _kind(names[0]) == "press":
            article = self._tokens[first] if self._tokens[first].text.lower() == "the" else before
            if article is not None and article.text.lower() == "the":
                start = article.start
                texts = texts if self._is_called_paper(first) else self._with_article(article, texts)
        sure = self._is_surely_a_paper(first, last, names)
        return self._rules["name-as-word"].edit(
            self._text,
            start,
            end,
            texts,
            word=names[0].word,
            applicability=Applicability.SAFE if sure else Applicability.UNSAFE,
            confidence=_SURE if sure else self._confidence(names, texts),
        )

    def _is_surely_a_paper(self, first: int, last: int, names: Sequence[CommonWordName]) -> bool:
        """Whether the only paper of that title in the article's language is called a paper here, or writes.

        Not where a paper in English may be meant, nor where somebody else may report: `The Republic reported`.
        """
        title = self._text[self._tokens[first].start : self._tokens[last].end].lower().removeprefix("the ")
        known = self._shown is not None and all(name.language == self._shown for name in names)
        if not known or len({name.name for name in names}) > 1 or title in _ENGLISH_PAPERS:
            return False
        if _kind(names[0]) != "press" or not self._tokens[last].is_capitalised:
            return False
        if self._is_called_paper(first):
            return True
        after = self._places.after(last)
        writes = after is not None and after.text in _WRITING_VERBS
        return writes and self._tokens[first].text == "The" and title not in _OTHER_REPORTERS

    def _english(self, name: CommonWordName) -> str:
        """The English form of a name of the table: Egypt for Mısır."""
        found = [n for n in self._names.lookup(name.name) if n.kind == name.kind and name.language in n.languages]
        return found[0].english if len(found) == 1 and not found[0].keeps else name.name

    def _confidence(self, names: Sequence[CommonWordName], texts: Sequence[str]) -> float:
        if names[0].language != self._language:
            return 0.5
        return 0.75 if len(texts) == 1 else 0.6

    def _with_article(self, before: Token, texts: Sequence[str]) -> list[str]:
        """Newspapers: `The Gazette` may be Il Gazzettino or the Gazzetta."""
        found = []
        for text in texts:
            own, _, rest = text.partition(" ")
            if text.startswith(_ELIDED):
                found.append(text)
            elif own in _OWN_ARTICLES and rest:
                found += [text, f"{before.text} {rest}"]
            elif self._language in _WITHOUT_ARTICLES:
                found += [text, f"{before.text} {text}"]
            else:
                found += [f"{before.text} {text}", text]
        return found

    def _heads_list(self, first: int, last: int) -> bool:
        """Whether a place that opens a list has lost its comma: `a loofah Kyiv, Kharkiv and Lviv`."""
        after = self._places.after(last)
        if after is None or not after.is_capitalised or last + 3 >= len(self._tokens):
            return False
        listed = self._tokens[last + 2].text == "," and self._tokens[last + 3].is_capitalised
        listed = listed and self._words.likely_tag(self._tokens[last].text) == Tag.NOUN
        return listed and not self._tokens[first].is_capitalised and self._is_place_name(after.text)

    def _is_place_name(self, form: str) -> bool:
        return self._names.is_english_name(form) or bool(self._names.lookup(form))

    # Places where a person's name stands

    def _person_stands_here(self, first: int, last: int) -> bool:
        before = self._places.before(first)
        if before is None:
            return self._in_apposition(first, last) or self._is_bare_subject(first, last)
        text = before.text
        if self._is_title(text) and self._words.likely_tag(text) & Tag.NOUN and not self._is_compound(first, last):
            return True
        if text in _BEFORE_NAME and self._tokens[first].is_capitalised:
            return True
        if text[0].isupper() and self._is_given_name(first - 1):
            return not self._is_verb(last)
        if text.lower() == "the" and self._tokens[first].is_capitalised:
            after = self._places.after(last)
            return after is not None and after.text in _POLITICS
        return not before.is_capitalised and self._is_bare_subject(first, last)

    def _is_verb(self, index: int) -> bool:
        token = self._tokens[index]
        verb = Tag.VERB_PAST | Tag.VERB_PRESENT | Tag.PAST_PARTICIPLE | Tag.ADVERB
        return not token.is_capitalised and bool(self._words.likely_tag(token.text) & verb)

    def _is_title(self, text: str) -> bool:
        return self._words.is_person_noun(text) and text.lower() not in _NO_TITLES

    def _is_given_name(self, index: int) -> bool:
        text = self._tokens[index].text
        if self._words.is_given_name(text) and not self._words.is_word(text.lower()):
            return True
        if self._names.is_demonym(text):
            return False
        title = self._places.before(index)
        if title is not None and self._is_title(title.text) and not self._words.is_word(text.lower()):
            return True
        return (
            index > 1
            and self._tokens[index - 1].text == "-"
            and self._words.is_given_name(self._tokens[index - 2].text)
        )

    def _is_compound(self, first: int, last: int) -> bool:
        """Whether a title and a word in lower case are one phrase of English: `president elect`, `coach travel`."""
        token, after = self._tokens[first], self._places.after(last)
        if token.is_capitalised:
            return False
        if after is not None and self._words.likely_tag(after.text) & _NOUN:
            return True
        before = self._tokens[first - 1]
        return self._words.bigram_lower(before.text, token.text) > 0 or not self._words.likely_tag(token.text) & _NOUN

    def _in_apposition(self, first: int, last: int) -> bool:
        """Between commas after a title: `the Tajik President, cream, …`."""
        if first < 2 or self._tokens[first - 1].text != ",":
            return False
        title, word = self._tokens[first - 2].text, self._tokens[last].text
        after = self._tokens[last + 1].text if last + 1 < len(self._tokens) else ""
        if self._words.likely_tag(title) & Tag.PLURAL_NOUN or self._words.is_person_noun(word):
            return False
        closes = after in (",", ".") or after.lower() in ("the", "who", "will", "has", "said")
        return self._is_title(title) and closes and bool(self._words.likely_tag(word) & Tag.NOUN)

    def _is_bare_subject(self, first: int, last: int) -> bool:
        """A capitalised singular noun without a determiner before a finite verb: `Count wants`, `Stretcher is`."""
        token = self._tokens[last]
        after = self._places.after(last)
        if not self._tokens[first].is_capitalised or after is None or after.is_capitalised:
            return False
        if self._tokens[first].text == "To":
            return self._has_pronoun(last)
        finite = bool(self._words.tags(after.text) & (Tag.VERB_PRESENT | Tag.AUXILIARY | Tag.MODAL))
        if not (finite or self._words.is_speech_verb(after.text)) or after.text in ("are", "were", "have"):
            return False
        before = self._places.before(first)
        starts = before is None or self._places.opens_sentence(first)
        singular = bool(self._words.likely_tag(token.text) & Tag.NOUN) and self._words.takes_article(token.text)
        return (starts and singular) or (not starts and self._is_odd_capital(first))

    def _has_pronoun(self, last: int) -> bool:
        """Whether a pronoun repeats the subject before its verb, which no infinitive has: `To fly she would`."""
        after, verb = self._places.after(last), self._places.after(last + 1)
        return after is not None and after.text in _PRONOUNS and verb is not None and verb.text in _AUXILIARIES

    def _is_odd_capital(self, index: int) -> bool:
        share = self._words.capitalised_share(self._tokens[index].text)
        return self._tokens[index].is_capitalised and (share is None or share < _ODD)

    # Places where a place name stands

    def _place_stands_here(self, first: int, last: int) -> bool:
        before, after = self._places.before(first), self._places.after(last)
        token = self._tokens[last]
        if self._tokens[first].text == "To":
            return self._has_pronoun(last)
        if before is not None and before.text.lower() in _PREPOSITIONS:
            return self._is_name_after_preposition(first, last, after)
        if self._beside_place(first, last) or self._heads_list(first, last):
            return True
        if self._tokens[first].is_capitalised and _IS_A_PLACE.match(self._text, self._tokens[last].end):
            return True
        if before is not None and before.text == "the" and self._tokens[first].is_capitalised:
            return after is not None and after.text in ("summit", "agreement", "accord", "treaty", "protocol")
        if last > first or self._tokens[first].is_capitalised:
            following = after is not None and bool(
                self._words.tags(after.text) & FINITE_VERB or after.text in ("alone", "itself")
            )
            return (
                following
                and self._tokens[first].is_capitalised
                and token.is_capitalised
                and not self._is_person_after(after)
            )
        return False

    def _is_person_after(self, after: Token | None) -> bool:
        return after is not None and self._words.is_speech_verb(after.text)

    def _is_name_after_preposition(self, first: int, last: int, after: Token | None) -> bool:
        """A bare count noun after a preposition, or a capitalised word in mid-sentence."""
        token = self._tokens[first]
        if token.is_capitalised:
            return after is None or not after.is_capitalised
        if (
            after is not None
            and self._words.likely_tag(after.text) & _NOUN
            and not self._words.tags(after.text) & FINITE_VERB
        ):
            return False
        before = self._tokens[first - 1]
        usual = self._words.bigram(before.text.lower(), token.text)
        if self._words.takes_article(token.text) and last == first:
            return usual < 5
        closes = after is None and last + 1 < len(self._tokens) and self._tokens[last + 1].text in (",", ".", ";")
        return closes and usual < 60

    def _beside_place(self, first: int, last: int) -> bool:
        """Whether the words stand in a list of places: `corn, Indonesia and Spain`, `The peace and Santiago`."""
        joins = (",", "and", "or")
        for side, step in ((first, -1), (last, 1)):
            join, other = side + step, side + 2 * step
            if not 0 <= other < len(self._tokens) or self._tokens[join].text not in joins:
                continue
            form = self._tokens[other].text
            plainly = self._tokens[first].text == "The" and self._words.is_proper(form)
            if form[0].isupper() and (plainly or self._is_place_name(form)):
                bare = self._tokens[first].is_capitalised or self._places.before(first) is None or step == -1
                return bare or self._after_preposition(first)
        return False

    def _after_preposition(self, index: int) -> bool:
        before = self._places.before(index)
        return before is not None and before.text.lower() in _PREPOSITIONS

    # Places where a newspaper stands

    def _press_stands_here(self, first: int, last: int) -> bool:
        if not self._tokens[last].is_capitalised:
            return False
        after = self._places.after(last)
        if after is not None and after.is_capitalised:
            return False
        lead = self._text[max(0, self._tokens[first].start - 16) : self._tokens[first].start].lower()
        if lead.endswith(("according to ", "told ", "according to the ")) or self._is_called_paper(first):
            return True
        if lead.endswith("for the ") and after is not None and after.text in ("it", "this"):
            return True
        if after is None:
            return self._text.startswith(", for its part,", self._tokens[last].end)
        return self._speaks(last)

    def _speaks(self, last: int) -> bool:
        words = [self._tokens[i].text for i in range(last + 1, min(last + 3, len(self._tokens)))]
        return any(word in _PRESS_VERBS for word in words)

    # The place alone

    def _place_alone(self, index: int) -> Iterator[Edit]:
        """A common noun where a surname must stand, with no name for it in the table."""
        token, before = self._tokens[index], self._places.before(index)
        if before is None or not before.is_capitalised or token.is_capitalised or len(token.text) < 4:
            return
        if self._language is None or not self._is_given_name(index - 1) or self._places.before(index - 1) is None:
            return
        only_noun = not self._words.tags(token.text) & ~(_NOUN | Tag.PROPER_NOUN)
        after = self._places.after(index)
        verb = after is not None and not after.is_capitalised and self._words.tags(after.text) & FINITE_VERB
        title = self._tokens[index - 2].text
        if (
            only_noun
            and verb
            and (self._is_title(title) or title in ("by", "with", "and"))
            and self._words.is_word(token.text)
        ):
            yield self._rules["name-expected"].edit(self._text, token.start, token.end, [])


def _kind(name: CommonWordName) -> str:
    """What the name is to the grammar; parties and institutions are translated too often to be looked for."""
    if name.kind in _PERSON:
        return "person"
    if name.kind in _PRESS:
        return "press"
    return "place" if name.kind in PLACE_KINDS else name.kind
