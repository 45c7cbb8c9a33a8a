"""Names in the source language's form or transliteration become English: `Mosca`, `dell’Ucraina`, `EE.UU.`.

Longer names come before their parts and are protected from every later pass. Whether a name may be touched is decided
at its place: what a person, a street, a club or a newspaper is called stays. `reading` is what all parts of the
pass read off an article; `forms` finds the forms, `verdicts` and `acronyms` judge them, and
`placing` says how English has the name at its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.passes.exonyms.acronyms import Acronyms, is_acronym
from cleanup.passes.exonyms.cases import CaseForms
from cleanup.passes.exonyms.compounds import Compounds
from cleanup.passes.exonyms.feminine import FeminineSurnames
from cleanup.passes.exonyms.forms import Forms
from cleanup.passes.exonyms.misspelt import Misspellings, names_by_sound
from cleanup.passes.exonyms.placing import Placing
from cleanup.passes.exonyms.reading import Found, Reading
from cleanup.passes.exonyms.surnames import surname_edits
from cleanup.passes.exonyms.turkish import TurkishEndings
from cleanup.passes.exonyms.verdicts import Verdicts
from cleanup.reading import Part
from cleanup.resources import Resources


class Exonyms:
    """The pass; looks a name up where it begins, the longest first."""

    name = "exonyms"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    @cached_property
    def _sounds(self) -> dict[str, str]:
        return names_by_sound(self._resources.names)

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Edits for names in a foreign form, and for names that the article spells in two ways."""
        reading = Reading(article, self._resources)
        yield from _Walk(reading, self._sounds).edits()
        yield from surname_edits(reading)


_BODIES: Final = frozenset(("organisation", "party"))


def _rule_of(found: Found) -> str:
    """Organisations have a rule of their own: sound English often keeps their names, hardly ever those of places."""
    return "exonym-organisation" if all(name.kind in _BODIES for name in found.names) else "exonym-name"


class _Walk(Part[Reading]):
    """The words of one article, one after the other."""

    def __init__(self, reading: Reading, sounds: dict[str, str]) -> None:
        super().__init__(reading)
        self._forms = Forms(reading)
        self._verdicts = Verdicts(reading)
        self._acronyms = Acronyms(reading)
        self._placing = Placing(reading)
        self._turkish = TurkishEndings(reading)
        self._cases = CaseForms(reading, self._placing)
        self._compounds = Compounds(reading, self._placing)
        self._feminine = FeminineSurnames(reading)
        self._misspellings = Misspellings(reading, sounds)

    def edits(self) -> Iterator[Edit]:
        """Walk over the words; what a longer name covers is not looked at again."""
        done = -1
        forms = self._reading.forms
        for index, token in enumerate(self._reading.tokens):
            if index <= done or not token.is_word or not (token.is_capitalised or self._forms.opens_own_name(index)):
                continue
            if len(token.text) < 2 and forms[index + 1 : index + 2] not in (["’"], ["'"]):
                continue
            suffixed = self._turkish.edit(index)
            found = self._forms.find(index) if suffixed is None else None
            compound = self._compounds.edit(index) if suffixed is None and found is None else None
            if suffixed is not None:
                yield suffixed
            elif compound is not None:
                edit, done = compound
                yield edit
            elif found is not None:
                done = found.last
                known = self._of_gazetteer(found) or self._placing.elided_english(index)
                if known is not None:
                    yield known
            else:
                yield from self._of_no_table(index)

    def _of_gazetteer(self, found: Found) -> Edit | None:
        """The edit of a form that the gazetteer has."""
        reading, acronym = self._reading, is_acronym(self._reading, found)
        verdict = self._acronyms.verdict(found) if acronym else self._verdicts.verdict(found)
        if verdict is None:
            return None
        start, texts = self._placing.in_place(found, verdict.english)
        rule = "exonym-acronym" if acronym else _rule_of(found)
        if start < reading.tokens[found.first].start and not acronym and not reading.is_the_country(found):
            if reading.is_behind_particle(found.first):
                return None
            rule = "exonym-elided"
        return reading.rules[rule].edit(
            reading.text,
            start,
            reading.tokens[found.last].end,
            texts,
            applicability=verdict.applicability,
            confidence=verdict.confidence,
            protect=found.last > found.first or " " in verdict.english[0],
        )

    def _of_no_table(self, index: int) -> Iterator[Edit]:
        """The edit of a form that no table has: declined, a woman's, behind an elided article, or misspelt."""
        found = (
            self._cases.edit(index)
            or self._feminine.edit(index)
            or self._placing.elided_english(index)
            or self._misspellings.edit(index)
        )
        if found is not None:
            yield found
