"""Function words of the source language beside English words and names: `in l Hungary`, `School della Law`, `a the`."""

from __future__ import annotations

from typing import Final

from cleanup.article import Token
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.names import PLACE_KINDS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import ANY_NOUN, Tag
from cleanup.passes.residue.reading import Reading
from cleanup.passes.residue.tables import SURE_CONJUNCTIONS
from cleanup.reading import Part
from cleanup.syntax.words import POSSESSIVES

_LONGEST_NAME: Final = 4  # words
_CLIPPED: Final = "l"
"""An article whose apostrophe went with the markup: of l’Ecuador."""
_WITH_CLIPPED: Final = frozenset(("it", "fr", "ca"))
_ARTICLES: Final = word_set("il la lo gli le el los las les der das het")
_DETERMINED: Final = frozenset(("the", "a", "an", "this", "that")) | POSSESSIVES
_SELF_STANDING: Final = _DETERMINED | frozenset(("these", "those", "us", "them", "him", "me"))
_CON_NOUNS: Final = word_set("artist artists man men job jobs game games trick tricks")
_TO_THE: Final = frozenset(("it", "es", "pt"))
_KNOWN: Final = 3.0  # Zipf
_CLEARLY: Final = 0.5  # Zipf: how much more usual a word is in English than in the source language
_VERBAL: Final = Tag.VERB_BASE | Tag.VERB_PAST | Tag.VERB_PRESENT | Tag.PAST_PARTICIPLE | Tag.GERUND


class BesideNames(Part[Reading]):
    """Those function words of one article."""

    def edit(self, index: int) -> Edit | None:
        """The edit of the word at a token, if it is one of the article's language."""
        left, right = self._places.before(index), self._places.after(index)
        if self._language is None or right is None:
            return None
        return (
            self._article_before_name(index, left)
            or self._before_english(index, left, right)
            or self._conjunction(index, left, right)
        )

    def _edit(
        self, index: int, end: int, text: str, *, rule_id: str = "residue-function-word", sure: bool = True
    ) -> Edit:
        doubt = Applicability.SAFE if sure else Applicability.UNSAFE
        rule = self._rules[rule_id]
        confidence = None if sure else 0.7
        return rule.edit(self._text, self._tokens[index].start, end, [text], applicability=doubt, confidence=confidence)

    def _article_before_name(self, index: int, left: Token | None) -> Edit | None:
        """`leaves l Uruguay`, `the la United States`: an article before the English name of a place."""
        token, entry = self._tokens[index], self._reading.tables.words.get(self._language or "", {})
        form = token.text
        known = form in entry and entry[form].part == "det" and form in _ARTICLES
        clipped = form == _CLIPPED and self._language in _WITH_CLIPPED
        if not (known or clipped) or left is None or not (left.text.islower() or left.text == "The"):
            return None
        last = self._place_after(index)
        if last is None:
            return None
        start, name = self._tokens[index + 1].start, self._text[self._tokens[index + 1].start : self._tokens[last].end]
        determined = left.text.lower() in _DETERMINED
        if determined or self._names.takes_article(name):
            return self._edit(index, start, "" if determined else "the ", rule_id="residue-before-name")
        after = self._places.after(last)
        goes_on = after is not None and (after.is_capitalised or bool(self._words.likely_tag(after.text) & ANY_NOUN))
        return self._edit(index, start, "", rule_id="residue-before-name", sure=not goes_on)

    def _place_after(self, index: int) -> int | None:
        """The last token of the longest English name of a place behind token `index`."""
        for length in range(_LONGEST_NAME, 0, -1):
            last = index + length
            if last >= len(self._tokens):
                continue
            name = self._text[self._tokens[index + 1].start : self._tokens[last].end]
            if name[0].isupper() and "\n" not in name and PLACE_KINDS & {*self._names.kinds_of(name)}:
                return last
        return None

    def _before_english(self, index: int, left: Token | None, right: Token) -> Edit | None:
        """`Strait dei Hormuz`, `linked a the club`, `searched per survivors`, `, con exemptions for salt`."""
        token, entry = self._tokens[index], self._reading.tables.words.get(self._language or "", {}).get
        form, found = token.text, entry(self._tokens[index].text)
        if form == "a" and self._language in _TO_THE:
            leads = left is not None and self._words.likely_tag(left.text) & (_VERBAL | ANY_NOUN | Tag.PRONOUN)
            return self._edit(index, token.end, "to") if leads and right.text == "the" else None
        if found is None or found.part not in ("prep", "prepdet"):
            return None
        if form != "con" and form != "per" and self._words.is_word(form):
            return None  # why am I told, an open door
        if found.part == "prepdet" and right.text in _SELF_STANDING:
            return self._edit(index, token.end, found.english.removesuffix("the").strip())
        tag = self._words.likely_tag(right.text)
        if form == "per" and left is not None and right.text.islower():
            counted = left.text[0].isdigit() or self._words.likely_tag(left.text) & Tag.NUMBER or right.text == "cents"
            plural = tag & (Tag.PLURAL_NOUN | Tag.GERUND) and self._reading.is_plain_english(left.text)
            return self._edit(index, token.end, found.english) if plural and not counted else None
        if form == "con":
            parted = index > 0 and self._tokens[index - 1].text == "," and right.text not in _CON_NOUNS
            plain = self._is_english(right) or self._names.is_demonym(right.text)
            return self._edit(index, token.end, found.english) if parted and plain else None
        if left is None or not left.is_capitalised or not self._is_english(left) or found.part != "prepdet":
            return None
        last = self._place_after(index)
        if last is None and not (right.is_capitalised and self._is_english(right)):
            return None
        name = right.text if last is None else self._text[right.start : self._tokens[last].end]
        english = found.english.removesuffix("the").strip()
        article = " the" if last is not None and self._names.takes_article(name) else ""
        return self._edit(index, token.end, english + article)

    def _conjunction(self, index: int, left: Token | None, right: Token) -> Edit | None:
        """`Advocacy ed Legal Advice`: a conjunction between two words that are English and nothing else."""
        form = self._tokens[index].text
        languages = self._reading.tables.conjunctions.get(form, {})
        if form not in SURE_CONJUNCTIONS | {"ed"} or self._language not in languages or left is None:
            return None
        english = [self._is_english(left), self._is_english(right)]
        if not (all(english) or (form == "ed" and any(english))):  # no name has “ed”
            return None
        token = self._tokens[index]
        rule = self._rules["residue-conjunction"]
        return rule.edit(self._text, token.start, token.end, [languages[self._language]])

    def _is_english(self, token: Token) -> bool:
        """Whether a word is usual in English, and less so in the source language."""
        lower, usual = token.text.lower(), self._words.zipf(token.text.lower())
        if not self._words.is_word(lower) or usual < _KNOWN:
            return False
        return usual > self._words.foreign_zipf(lower, self._language or "") + _CLEARLY
