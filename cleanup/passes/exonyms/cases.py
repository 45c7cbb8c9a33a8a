"""Case forms of names in the article's language: `Moskwie`, `Rusiei`, `Russlands`."""

from __future__ import annotations

from typing import Final

from cleanup.edits import Applicability, Edit
from cleanup.evidence import Role
from cleanup.lexicon.names import PLACE_KINDS, Name
from cleanup.lexicon.words import ANY_NOUN, Tag
from cleanup.passes.exonyms.endings import GENITIVE, INFLECTIONS
from cleanup.passes.exonyms.placing import Placing
from cleanup.passes.exonyms.reading import RARE, Found, Reading
from cleanup.reading import Part

_DECLINED_KINDS: Final = frozenset(("country", "capital", "city", "region", "continent"))


class CaseForms(Part[Reading]):
    """The declined names of one article."""

    def __init__(self, reading: Reading, placing: Placing) -> None:
        super().__init__(reading)
        self._placing = placing

    def edit(self, index: int) -> Edit | None:
        """A case form of a name in the article's language: `Moskwie`, `Rusiei`, `Russlands`."""
        form = self._reading.forms[index]
        language = self._language or self._likely_language or ""
        endings = INFLECTIONS.get(language, ())
        after = self._places.after(index)
        owns = endings is GENITIVE and after is not None and not after.is_capitalised
        common = self._words.is_word(form.lower())  # the 2000 Guineas
        if not endings or len(form) < 5 or common or (self._is_known_word(form) and not owns):
            return None
        for ending, replacement in endings:
            stem = form[: len(form) - len(ending)] + replacement if form.endswith(ending) else ""
            name = self._nominative(stem, language) if len(stem) > 3 else None
            role = self._places.role(index, index)
            if name is not None and role not in (Role.PERSON, Role.PART):
                placed = owns or role is Role.PLACE or name.kind in ("country", "capital")
                sure = self._language is not None and placed and self._is_only_a_place(form, name, owns=owns)
                start, texts = self._placing.in_place(Found(index, index, ()), [name.english])
                return self._rules["exonym-inflected"].edit(
                    self._text,
                    start,
                    self._tokens[index].end,
                    texts if endings is not GENITIVE else [self._possessive(index, texts[0])],
                    applicability=Applicability.SAFE if sure else Applicability.UNSAFE,
                    confidence=0.95 if sure else None,
                )
        return None

    def _is_known_word(self, form: str) -> bool:
        return self._words.unigram(form) > RARE or self._words.is_word(form)

    def _possessive(self, index: int, english: str) -> str:
        """A name in a Germanic genitive, as English says it: `Sveriges government`, `the president Russlands`."""
        before, after = self._places.before(index), self._places.after(index)
        if after is not None and self._words.likely_tag(after.text.lower()) & (ANY_NOUN | Tag.ADJECTIVE):
            return f"{english}{'’' if '’' in self._text else chr(39)}s"
        governed = before is not None and bool(self._words.likely_tag(before.text) & ANY_NOUN)
        return f"of {english}" if governed else english

    def _is_only_a_place(self, form: str, name: Name, *, owns: bool) -> bool:
        """Whether a case form of a well-known place is nobody's name, and unknown to English if it owns nothing."""
        person = self._words.is_surname(form) or self._words.is_given_name(form)
        known = self._words.unigram(form) and not (owns and name.kind == "country")
        return name.kind in _DECLINED_KINDS and not (person or name.ambiguous or known)

    def _nominative(self, stem: str, language: str) -> Name | None:
        """The place by its first case, in a language's form or as English has it."""
        own = [name for name in self._names.lookup(stem) if language in name.languages and name.kind in PLACE_KINDS]
        if own:
            best = self._reading.best_first(own)[0]
            return next(name for name in own if name.english == best)
        known = next((kind for kind in ("country", "capital") if stem in self._names.named_list(kind)), None)
        return None if known is None or self._words.is_given_name(stem) else Name(stem, stem, known, (language,))
