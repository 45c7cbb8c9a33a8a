"""What is suggested for the words of a name, with the article, comma or title that has to move."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cleanup.article import Token
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.names import CommonWordName
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of
from cleanup.passes.names_as_words.proofs import PlaceProofs
from cleanup.passes.names_as_words.reading import BEFORE_NAME, Reading, kind_of
from cleanup.reading import Part

_WRITING_VERBS: Final = forms_of("verbs_of_writing")
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
_OWN_ARTICLES: Final = word_set("La Il Lo Le El Los Las Les Der Die Das O A De Het To Ta")
_ELIDED: Final = ("L'", "L’")
_SURE: Final = 0.95
_WITHOUT_ARTICLES: Final = ("pl", "ro", "ru", "uk", "cs", "hu", "sv", "tr")  # in front of a newspaper's name


class Suggestions(Part[Reading]):
    """The suggestions for one article."""

    def __init__(self, reading: Reading, proofs: PlaceProofs) -> None:
        super().__init__(reading)
        self._proofs = proofs

    def edit(self, first: int, last: int, names: Sequence[CommonWordName]) -> Edit:
        """The suggestion of the names that the tokens `first` to `last` may hide."""
        texts = list(dict.fromkeys(self._english(name) for name in names))
        known = [text for text in texts if self._evidence.capitalised.get(text)]
        texts = [*known, *(text for text in texts if text not in known)]
        start, end, texts = self._with_surroundings(first, last, kind_of(names[0]), texts)
        sure = self._is_surely_a_paper(first, last, names) or self._is_surely_a_place(first, last, names)
        return self._rules["name-as-word"].edit(
            self._text,
            start,
            end,
            texts,
            word=names[0].word,
            applicability=Applicability.SAFE if sure else Applicability.UNSAFE,
            confidence=_SURE if sure else self._confidence(names, texts),
        )

    def _with_surroundings(self, first: int, last: int, kind: str, texts: list[str]) -> tuple[int, int, list[str]]:
        """Where the edit begins and ends, and its texts, with what stands around the name and changes with it."""
        start, end = self._tokens[first].start, self._tokens[last].end
        before = self._places.before(first)
        if before is not None and before.text in BEFORE_NAME and kind == "person":
            return before.start, end, [f"{text} {before.text}" for text in texts]
        if self._tokens[first].text == "To":
            return start, self._tokens[last + 1].end, texts
        if self._reading.heads_list(first, last):
            if before is not None and before.text in ("a", "à", "em", "en"):
                start, texts = before.start, [f"in {text}" for text in texts]
            return start, end + (self._text[end] == ","), [f"{text}," for text in texts]
        if before is not None and before.text.lower() == "the" and kind == "club":
            return before.start, end, texts
        if kind == "press":
            article = self._tokens[first] if self._tokens[first].text.lower() == "the" else before
            if article is not None and article.text.lower() == "the":
                called = self._reading.is_called_paper(first)
                return article.start, end, texts if called else self._with_article(article, texts)
        return start, end, texts

    def _is_surely_a_paper(self, first: int, last: int, names: Sequence[CommonWordName]) -> bool:
        """Whether the only paper of that title in the article's language is called a paper here, or writes.

        Not where a paper in English may be meant, nor where somebody else may report: `The Republic reported`.
        """
        title = self._text[self._tokens[first].start : self._tokens[last].end].lower().removeprefix("the ")
        known = self._language is not None and all(name.language == self._language for name in names)
        if not known or len({name.name for name in names}) > 1 or title in _ENGLISH_PAPERS:
            return False
        if kind_of(names[0]) != "press" or not self._tokens[last].is_capitalised:
            return False
        if self._reading.is_called_paper(first):
            return True
        after = self._places.after(last)
        writes = after is not None and after.text in _WRITING_VERBS
        return writes and self._tokens[first].text == "The" and title not in _OTHER_REPORTERS

    def _is_surely_a_place(self, first: int, last: int, names: Sequence[CommonWordName]) -> bool:
        """Whether the article proves that the word is the one place of the table."""
        alone = first == last and len({name.name for name in names}) == 1 and kind_of(names[0]) == "place"
        return alone and self._proofs.is_proven(first)

    def _english(self, name: CommonWordName) -> str:
        """The English form of a name of the table: Egypt for Mısır."""
        found = [n for n in self._names.lookup(name.name) if n.kind == name.kind and name.language in n.languages]
        return found[0].english if len(found) == 1 and not found[0].keeps else name.name

    def _confidence(self, names: Sequence[CommonWordName], texts: Sequence[str]) -> float:
        if names[0].language != self._likely_language:
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
            elif self._likely_language in _WITHOUT_ARTICLES:
                found += [text, f"{before.text} {text}"]
            else:
                found += [f"{before.text} {text}", text]
        return found
