"""Whether a form of the gazetteer is changed, and into what: not where English has it so, nor where it is no place."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from cleanup.edits import Applicability
from cleanup.evidence import PLACE_PREPOSITIONS, Role
from cleanup.lexicon.names import PLACE_KINDS, Name
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import ANY_NOUN, Tag
from cleanup.passes.exonyms.certainty import Certainty
from cleanup.passes.exonyms.reading import KNOWN, RARE, SELDOM, Found, Reading, Verdict
from cleanup.reading import Part

_ALSO_ENGLISH: Final = frozenset(("Türkiye", "Burkinabè", "Kiev", "Odessa"))
_OFTEN: Final = 0.2  # likewise, where the form itself is well known
_WELL_KNOWN: Final = 20  # in eleven million words of clean English
_KNOWN_AT_ALL: Final = 3  # likewise, of what is on maps alone: Silésia, Péloponnèse
_RATHER_RARE: Final = 3.3  # Zipf: where the article's language says so too, a form that is changed (Danzig, Odra)
_NOT_COMMON: Final = 3.7  # Zipf: likewise, of a form with letters that English lacks (București)
_USED: Final = 0.35  # of the English form's count: a form that English text uses beside it (Kiev, Zaragoza, Mainz)
_WATERS: Final = frozenset(("river", "lake", "sea", "mountain"))
_ALONG_WATERS: Final = word_set("over across along down up on banks mouth bank river waters")
_RULER: Final = re.compile(r"\b(?:[IVX]+|(?:Pope|King|Queen|Prince|Princess|Saint) .+)$")
_ROMANI: Final = re.compile(
    r"ethnic \w* ?(?:and )?Roma\b|Roma (?:and Sinti|people|communit|famil|child|women|men|girl|boy|resident|minorit|"
    r"population|rights|activist|settlement|camp|say|tell|are|were|have|live|pupil|student|culture|history|origin|music|voters|neighbou?rhood)|"
    r"Sinti and Roma\b"
)
# Names that keep their foreign or older form: treaties, dishes, streets, inns and works of art.
_KEPT_BEFORE: Final = re.compile(
    r"\b(?:Via|Viale|Piazza|Corso|Calle|Plaza|Rue|Strada|Ulica|[Rr]estaurant|[Hh]otel|[Pp]izzeria|[Cc]af[eé]|[Bb]ar|"
    r"[Oo]pera|[Ff]ilm|[Mm]usical|[Nn]ovel|[Aa]lbum) $"
)
_KEPT_BEHIND: Final = re.compile(r" (?:restaurant|hotel|pizzeria|trattoria|caf[eé]|bar|duck|opera)\b")
_OLD_ENGLISH: Final = frozenset(("Peking", "Nanking", "Danzig", "Breslau"))
_HISTORIC: Final = re.compile(r"\b(?:Treaty|Siege|Battle|Peace|Convention|Rape) of $")
_PLURAL_VERBS: Final = frozenset(("are", "were", "have", "lead", "beat", "play", "face"))
_TOWNS: Final = frozenset(("city", "capital"))
_MARKS: Final = "\"'“”‘’«»„*_"
_PEOPLE: Final = frozenset(("person", "given_name"))
_OF_A_LEADER: Final = word_set("years era presidency administration camp clan")
_MEETINGS: Final = word_set("summit conference agreement accord accords treaty protocol convention declaration")


@dataclass(frozen=True, slots=True)
class _Case:
    """A form at its place, and the names that it may be there."""

    found: Found
    form: str
    role: Role
    names: list[Name]
    kinds: set[str]
    english: tuple[str, ...]
    count: int  # how often clean English has the form
    fits: bool  # whether it is a form of the article's language
    own: bool  # whether it is one of a place that English has another name for


class Verdicts(Part[Reading]):
    """Judges the forms of one article."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._certainty = Certainty(reading)

    def verdict(self, found: Found) -> Verdict | None:
        """What the form becomes; None where it stays."""
        if self._is_before_person(found):
            return Verdict((found.names[0].english,), Applicability.SAFE, 0.95)
        case = self._case(found)
        if self._is_english(case) or self._is_kept_here(case):
            return None
        if case.role is Role.PART:
            known = case.fits and self._follows_club(found, case.count)
            return Verdict(case.english, Applicability.UNSAFE, 0.6) if known else None
        applicability = self._certainty.of(found, case.count, case.role, fits=case.fits)
        if applicability is None or (case.kinds == {"demonym"} and self._words.is_word(case.form)):
            return None
        if case.kinds == {"given_name"}:
            return Verdict(case.english, Applicability.UNSAFE, 0.6) if case.fits and case.count <= RARE else None
        if self._is_doubtful(case):
            applicability = Applicability.UNSAFE
        return Verdict(case.english, applicability, 0.97 if applicability is Applicability.SAFE else 0.75)

    def _case(self, found: Found) -> _Case:
        role = self._role(found)
        names = self._of_this_kind(self._reading.candidates(found), found, role)
        form = self._text[self._tokens[found.first].start : self._tokens[found.last].end]
        kinds = {name.kind for name in names}
        fits = any(self._language in name.languages for name in names)
        own = fits and role is Role.PLACE and "country" not in kinds and not self._names.is_english_name(form)
        english = self._reading.best_first(names)
        return _Case(found, form, role, names, kinds, english, self._reading.count(form), fits, own)

    def _role(self, found: Found) -> Role:
        """What the form is at its place, by the words around it and by what it is a form of."""
        first = found.first
        role = Role.PLACE if self._reading.prefix(first) is not None else self._places.role(first, found.last)
        if role is not Role.UNKNOWN:
            return role
        placed = self._is_river(found) or self._reading.is_the_country(found) or self._is_of_meeting(found)
        return Role.PLACE if placed else role

    def _is_english(self, case: _Case) -> bool:
        """Whether English text has the form as it stands, or its own name with other accents."""
        if case.form in case.english or any(name.keeps for name in case.names):
            return True
        rare = _RATHER_RARE if case.form.isascii() or self._reading.is_sport else _NOT_COMMON
        unusual = case.own and self._words.zipf(case.form) < rare
        return (not unusual and self._is_used(case)) or self._differs_in_accents(case)

    def _is_used(self, case: _Case) -> bool:
        """Whether clean English uses the form so often beside the English one that nobody would change it."""
        if self._names.is_english_name(case.form) or case.form in _ALSO_ENGLISH:
            return True
        share = case.count / max(1, self._reading.count(case.english[0]))
        if case.fits and self._words.zipf(case.form) < KNOWN:
            share *= 0.6
        often = share > _OFTEN and self._words.zipf(case.form) >= KNOWN
        return case.count > RARE and (share > _USED or often)

    def _differs_in_accents(self, case: _Case) -> bool:
        """Whether the form has accents alone that the English name lacks, and may keep them: San José, Bogotá."""
        form, english = case.form, case.english[0]
        if not case.kinds.isdisjoint({"country", "demonym"}) or _plain(form) != _plain(english) or "İ" in form:
            return False
        often = _KNOWN_AT_ALL if case.kinds <= PLACE_KINDS else _WELL_KNOWN
        known = self._reading.count(english) >= often and not self._names.is_english_name(form)
        place = case.kinds <= PLACE_KINDS | {"person"}
        return not (case.fits and known and case.count <= RARE and place and form != _plain(form))

    def _is_kept_here(self, case: _Case) -> bool:
        """Whether the form stands for something at its place that keeps its name."""
        found, kinds = case.found, case.kinds
        after = self._places.after(found.last)
        if (
            kinds == {"country"}
            and after is not None
            and after.is_capitalised
            and self._names.is_english_name(after.text)
        ):
            return True  # the club Polonia Adelaide
        if after is not None and after.text in _OF_A_LEADER and self._words.is_surname(case.form):
            return True  # the Hollande years
        if self._is_quoted(found) or (case.form == "Roma" and self._are_romani(found)):
            return True
        if self._is_kept(found, case.form) or self._is_club(case):
            return True
        person = case.role is Role.PERSON and not kinds & _PEOPLE
        if person and not (kinds == {"demonym"} and self._is_of_several(found)):
            return True
        return kinds <= _PEOPLE and self._is_usual_spelling(case.form, case.english[0])

    def _is_doubtful(self, case: _Case) -> bool:
        """Whether the form may be another name or a word, so that a reviewer has to look."""
        if case.kinds == {"demonym"} and not (case.fits and case.count == 0 and self._beside_noun(case.found)):
            return True
        # București, which English text has too
        spelt_otherwise = case.own and not case.form.isascii() and not self._reading.is_sport
        if case.kinds <= _TOWNS and self._is_something_else(case.found):
            return True
        ambiguous = any(name.ambiguous for name in case.names)
        return len(case.english) > 1 or (ambiguous and not spelt_otherwise)

    def _is_something_else(self, found: Found) -> bool:
        """Whether “the” is before a town and nothing of it follows: a stadium, a theatre or a ship called after it."""
        before, after = self._places.before(found.first), self._places.after(found.last)
        if before is None or before.text != "the" or self._reading.prefix(found.first) is not None:
            return False
        at_end = after is None or self._text[self._tokens[found.last].end] in ".,;:!?)”"
        return found.first != found.last and at_end

    def _is_river(self, found: Found) -> bool:
        """Whether a river, lake or sea stands where one does: `ships on the Odra`, `down the Tago`."""
        if not any(name.kind in _WATERS and self._language in name.languages for name in found.names):
            return False
        before, after = self._places.before(found.first), self._places.after(found.last)
        if before is None or (after is not None and after.is_capitalised):
            return False
        return before.text.lower() in ("the", "river", "lake", "down", "up", "along", "across")

    def _is_of_meeting(self, found: Found) -> bool:
        """Whether what was held or signed in a place is called after it: `at the Genève conference`."""
        before, after = self._places.before(found.first), self._places.after(found.last)
        return before is not None and before.text == "the" and after is not None and after.text in _MEETINGS

    def _is_before_person(self, found: Found) -> bool:
        """Whether a nationality in the article's language stands between “the” and a name: `the Georgierin Nino`."""
        before, after = self._places.before(found.first), self._places.after(found.last)
        form = self._reading.forms[found.last]
        if before is None or after is None or found.first != found.last or before.text not in ("the", "The", "a", "an"):
            return False
        own = all(name.kind == "demonym" and self._language in name.languages for name in found.names)
        named = after.is_capitalised and self._words.is_given_name(after.text)
        person = self._words.is_given_name(form) or self._words.is_surname(form) or self._words.unigram(form) > RARE
        return own and named and not person

    def _of_this_kind(self, names: list[Name], found: Found, role: Role) -> list[Name]:
        """Of what a form may be (Svizzera, Galilée, Moldau), what fits the words around it."""
        names = self._land_or_water([*self._person_or_place(names, role)], found)
        adjectives = [name for name in names if name.kind == "demonym"]
        places = [name for name in names if name.kind != "demonym"]
        if not adjectives or not places:
            return names
        return adjectives if self._beside_noun(found) and role is not Role.PLACE else places

    def _person_or_place(self, names: list[Name], role: Role) -> list[Name]:
        """Without the people where a place stands, and without the places where a person does."""
        people = [name for name in names if name.kind in _PEOPLE]
        places = [name for name in names if name.kind in PLACE_KINDS]
        if not people or not places or role not in (Role.PLACE, Role.PERSON):
            return names
        return people if role is Role.PERSON else places

    def _land_or_water(self, names: list[Name], found: Found) -> list[Name]:
        """Of a river and a town or country of one name, the river alone where one goes along it or over it."""
        waters = [name for name in names if name.kind in _WATERS]
        if not waters or len(waters) == len(names):
            return names
        before = self._places.before(found.first)
        if before is None or before.text != "the":
            return names
        lead = self._places.before(found.first - 1)
        if lead is not None and lead.text == "of":
            lead = self._places.before(found.first - 2)
        return waters if lead is not None and lead.text in _ALONG_WATERS else names

    def _beside_noun(self, found: Found) -> bool:
        sides = (self._places.before(found.first), self._places.after(found.last))
        return any(
            side is not None and not side.is_capitalised and bool(self._words.likely_tag(side.text) & ANY_NOUN)
            for side in sides
        )

    def _are_romani(self, found: Found) -> bool:
        """Whether “Roma” are the people: `ethnic Roma`, `Roma families`, `Hungarian and Roma residents`."""
        near = self._text[max(0, self._tokens[found.first].start - 30) : self._tokens[found.last].end + 24]
        return bool(_ROMANI.search(near))

    def _is_kept(self, found: Found, form: str) -> bool:
        """Whether the form is part of what keeps its name: `Via Roma`, `Peking duck`, `the Treaty of Nanking`."""
        start, end = self._tokens[found.first].start, self._tokens[found.last].end
        before = self._text[max(0, start - 15) : start]
        treaty = form in _OLD_ENGLISH and _HISTORIC.search(before)
        return bool(treaty or _KEPT_BEFORE.search(before) or _KEPT_BEHIND.match(self._text, end))

    def _is_governed(self, found: Found) -> bool:
        """Whether a preposition before the form says that it is a place: `in Sevilla`."""
        before = self._places.before(found.first)
        return before is not None and before.text.lower() in PLACE_PREPOSITIONS

    def _is_club(self, case: _Case) -> bool:
        """Whether a plural verb or a match makes a club of a town or region: `Bayern are out`, `Bayern won 3-0`."""
        if not case.kinds <= {"city", "region", "capital"} or self._is_governed(case.found):
            return False
        after = self._places.after(case.found.last)
        several = case.role is not Role.PLACE and after is not None and after.text in _PLURAL_VERBS
        return several or (case.count > SELDOM and self._reading.is_match_report(case.found.first))

    def _is_of_several(self, found: Found) -> bool:
        """Whether the word before is a plural: `activists Kazachi` are no person of that name."""
        before = self._places.before(found.first)
        return before is not None and self._words.likely_tag(before.text) is Tag.PLURAL_NOUN

    def _is_quoted(self, found: Found) -> bool:
        """Whether the form stands alone between marks: the name of a ship, a song, a word that is talked about."""
        start, end = self._tokens[found.first].start, self._tokens[found.last].end
        before, after = self._text[start - 1 : start], self._text[end : end + 2]
        return before in _MARKS and before != "" and after.lstrip(",.")[:1] in _MARKS and after != ""

    def _is_usual_spelling(self, form: str, english: str) -> bool:
        """Whether English text uses the words in which a person's name differs: Aleksandr beside Alexander."""
        words = form.split()
        if _RULER.search(english):
            return self._words.bigram(words[0], words[-1]) > RARE
        differing = set(words) - set(english.split())
        if any(word.islower() for word in differing):
            return self._reading.count(form) > RARE  # Pietro il Grande: translated, not spelt
        return bool(differing) and all(self._words.unigram(word) > SELDOM for word in differing)

    def _follows_club(self, found: Found, count: int) -> bool:
        """Whether the form is the last word of a club's name in an article on sport: `Sporting Lisbona`."""
        before = self._places.before(found.first)
        return self._reading.is_sport and count <= RARE and before is not None and before.is_capitalised


def _plain(form: str) -> str:
    """The form without accents."""
    return "".join(char for char in unicodedata.normalize("NFD", form) if not unicodedata.combining(char))
