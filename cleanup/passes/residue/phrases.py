"""Noun phrases of the source language: [preposition] [article] [adjective…] noun [adjective…]."""

from __future__ import annotations

from cleanup.edits import Applicability, Edit
from cleanup.evidence import PARTICLES
from cleanup.passes.residue.reading import Reading
from cleanup.reading import Part


class Phrases(Part[Reading]):
    """The phrases of one article."""

    def edit(self, index: int) -> tuple[Edit, int] | None:
        """The edit of a phrase that begins at a token, and its last token."""
        token, before = self._tokens[index], self._places.before(index)
        if token.is_capitalised and not self._places.opens_sentence(index):
            return None
        if before is not None and (before.text.lower() in PARTICLES or self._reading.is_name(index - 1)):
            return None
        for language in self._reading.languages():
            table = self._reading.tables.words[language]
            entry = table.get(token.text.lower())
            if entry is None or entry.part not in ("det", "prepdet", "prep", "noun"):
                continue
            found = self._parse(index, language)
            if found is not None:
                last, english = found
                return self._phrase_edit(index, last, english, language), last
        return None

    def _parse(self, index: int, language: str) -> tuple[int, str] | None:
        """The last token of a noun phrase that begins at token `index`, and its English; None where there is none."""
        table = self._reading.tables.words[language]
        head: list[str] = []
        before: list[str] = []
        after: list[str] = []
        noun, strange, at = "", 0, index
        while at < len(self._tokens) and (at == index or self._places.before(at) is not None):
            form = self._tokens[at].text
            capital_fits = at == index or not form[0].isupper() or language == "de"
            entry = (table.get(form.lower()) or self._reading.demonym(form, language)) if capital_fits else None
            if entry is None or (entry.part in ("conj", "adv")):
                break
            if entry.part == "adj":
                (after if noun else before).append(entry.english)
            elif noun or (head and entry.part == "prep"):
                break
            elif entry.part == "noun":
                noun = entry.english
            else:
                head.append(entry.english)
            strange += not self._reading.is_english(form.lower())
            at += 1
        length = at - index
        if not noun or length < 2 or strange * 2 < length or not (head or after or before) or strange < 2:
            return None
        return at - 1, " ".join([*head, *sorted(after, key=str.isupper), *before, noun])

    def _phrase_edit(self, index: int, last: int, english: str, language: str) -> Edit:
        start, end = self._tokens[index].start, self._tokens[last].end
        if self._tokens[index].is_capitalised:
            english = english[0].upper() + english[1:]
        clean = self._clean_edges(index, last)
        nation = any(self._names.is_demonym(word) for word in english.split())
        return self._rules["residue-phrase"].edit(
            self._text,
            start,
            end,
            [english],
            applicability=None if clean and (english.count(" ") >= 2 or nation) else Applicability.UNSAFE,
            confidence=None if clean and language == self._language else 0.75,
        )

    def _clean_edges(self, index: int, last: int) -> bool:
        """Whether English or the sentence's end stands on both sides, so that nothing of the phrase is left out."""
        left, right = self._places.before(index), self._places.after(last)
        sides = ((left, index - 1), (right, last + 1))
        return all(
            side is None or (self._words.is_word(side.text) and not self._reading.is_name(at)) for side, at in sides
        )
