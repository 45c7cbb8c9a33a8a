"""Build the tables `translations` and `glosses` of `cleanup/lexicon/data`: words of other languages, and their English.

    python -m training.lexicon.build_translations

Sources are Debian packages: lttoolbox, dict-freedict-XXX-eng and dict-freedict-eng-XXX, apertium-XXX-YYY (see
`SOURCES`), and `foreign_words.txt` beside this file, which overrules them. Kept are the words that wordfreq knows as
frequent in their language and that English does not use.
"""

from __future__ import annotations

import functools
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

import wordfreq

from cleanup.lexicon.inflection import plural_of
from cleanup.lexicon.tables import DATA, write_column, write_keys
from cleanup.lexicon.words import Tag, words
from training.lexicon import apertium, freedict

LEAST: Final = 3.4  # Zipf, in its own language
LEAST_ELSEWHERE: Final = 4.0  # in languages whose dictionaries are small or few articles come from
ELSEWHERE: Final = frozenset(("fi", "hr", "sl", "lt", "id"))
ENGLISH_MOST: Final = 1.9  # Zipf, in English
LEAST_ABOVE_ENGLISH: Final = 1.6
MOST_MEANINGS: Final = 3
LEAST_ENGLISH: Final = 3.0  # Zipf of the rarest word of a meaning
_HERE: Final = Path(__file__).parent
_TAGS: Final = {"n": Tag.NOUN | Tag.PLURAL_NOUN, "a": Tag.ADJECTIVE, "r": Tag.ADVERB}


_INFINITIVES: Final = {
    "tr": ("mek", "mak"),
    "lt": ("ti", "tis"),
    "cs": ("ovat", "ít", "nout", "it"),
    "es": ("arse", "erse", "irse"),
}


class Source(NamedTuple):
    """Where the words of a language come from."""

    wordfreq: str
    freedict: tuple[str, ...] = ()
    large: bool = False
    """Whether the dictionary is so large that a single meaning in it is the only one."""
    readings: str = ""
    chain: tuple[str, ...] = ()


_CATALAN: Final = "eng-cat/cat-eng.autobil"
SOURCES: Final = {
    "it": Source("it", ("ita-eng", "eng-ita"), False, "cat-ita/ita-cat.automorf",
                 ("cat-ita/ita-cat.autobil", _CATALAN)),
    "es": Source("es", ("spa-eng", "eng-spa"), False, "", ("spa-cat/spa-cat.autobil", _CATALAN)),
    "fr": Source("fr", ("fra-eng", "eng-fra"), False, "fra-cat/fra-cat.automorf",
                 ("fra-cat/fra-cat.autobil", _CATALAN)),
    "de": Source("de", ("deu-eng",), True),
    "pt": Source("pt", ("por-eng", "eng-por"), False, "por-cat/por-cat.automorf",
                 ("por-cat/por-cat.autobil", _CATALAN)),
    "nl": Source("nl", ("nld-eng", "eng-nld"), False, "afr-nld/nld-afr.automorf"),
    "pl": Source("pl", ("pol-eng",), True, "pol-szl/pol-szl.automorf"),
    "tr": Source("tr", ("tur-eng", "eng-tur")),
    "ca": Source("ca", (), False, "eng-cat/cat-eng.automorf", (_CATALAN,)),
    "sv": Source("sv", ("swe-eng", "eng-swe"), False, "swe-dan/swe-dan.automorf"),
    "da": Source("da", ("dan-eng", "eng-dan"), False, "dan-nor/dan-nob.automorf"),
    "no": Source("nb", ("eng-nor",), False, "dan-nor/nob-dan.automorf"),
    "fi": Source("fi", ("fin-eng", "eng-fin"), True),
    "cs": Source("cs", ("ces-eng", "eng-ces")),
    "hr": Source("sh", ("hrv-eng", "eng-hrv"), False, "hbs-slv/hbs-slv.automorf"),
    "sl": Source("sl", ("slv-eng",), False, "hbs-slv/slv-hbs.automorf"),
    "lt": Source("lt", ("lit-eng", "eng-lit")),
    "id": Source("id", ("eng-ind",)),
}  # fmt: skip


class Dictionary:
    """What the dictionaries of one language say: votes for each English meaning of a lemma in a part of speech."""

    def __init__(self) -> None:
        self.votes: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self.families: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        self.plurals: set[str] = set()

    def add(self, lemma: str, part: str, meanings: Iterable[str], family: str) -> None:
        """Count a dictionary's meanings, in the part of speech that their English mostly has where it names none."""
        for code in part or "nar":
            for meaning in dict.fromkeys(meanings):
                english = _plain(meaning, code, mostly=not part)
                if english is not None:
                    self.votes[lemma.lower(), code][english] += 1
                    self.families[lemma.lower(), code, english].add(family)

    def meanings(self, lemma: str, part: str, *, large: bool) -> tuple[list[str], bool]:
        """The best meanings, and whether the first is certain: the only one, and two works have it or a large one."""
        votes = self.votes.get((lemma.lower(), part), {})
        if not votes:
            return [], False
        ranked = sorted(votes, key=lambda meaning: (-votes[meaning], -_frequency(meaning)))
        families = len(self.families[lemma.lower(), part, ranked[0]])
        certain = len(ranked) == 1 and (large or families > 1)
        agreed = [meaning for meaning in ranked if votes[meaning] > 1]
        return (agreed or ranked)[:MOST_MEANINGS], certain


def _frequency(meaning: str) -> float:
    return min(words().zipf(word) for word in meaning.split())


@functools.cache
def _plain(meaning: str, part: str, *, mostly: bool) -> str | None:
    """A meaning that may stand in a text as it is: one or two common English words of the part of speech."""
    found = meaning.strip(" .!?").removeprefix("a ").removeprefix("the ")
    parts = found.split()
    lexicon = words()
    if not 0 < len(parts) <= 2 or not all(word.replace("-", "").isalpha() and word.isascii() for word in parts):
        return None
    if not found.islower() or parts[0] == "to" or not all(lexicon.is_word(word) for word in parts):
        return None
    tags = lexicon.likely_tag(parts[-1]) if mostly else lexicon.tags(parts[-1])
    if _frequency(found) < LEAST_ENGLISH or not tags & _TAGS[part]:
        return None
    return found


def dictionary_of(source: Source) -> Dictionary:
    """The FreeDict dictionaries of a language, those from English turned round."""
    found = Dictionary()
    for pair in source.freedict:
        for entry in freedict.entries(pair):
            if not pair.startswith("eng"):
                found.add(entry.word, entry.part, entry.meanings, "freedict")
                found.plurals.update([entry.word.lower()] if entry.plural else [])
                continue
            for word in entry.meanings:
                if " " not in word:
                    found.add(word, entry.part, [entry.word], "freedict")
    return found


def candidates(language: str, source: Source) -> list[str]:
    """Frequent forms of a language that English does not use."""
    lexicon, found = words(), []
    for form in wordfreq.iter_wordlist(source.wordfreq, "best"):
        frequency = wordfreq.zipf_frequency(form, source.wordfreq)
        if frequency < (LEAST_ELSEWHERE if language in ELSEWHERE else LEAST):
            break
        english = wordfreq.zipf_frequency(form, "en")
        strange = english <= ENGLISH_MOST and frequency - english >= LEAST_ABOVE_ENGLISH
        known = lexicon.is_word(form) or lexicon.unigram(form) > 2
        if strange and not known and len(form) > 2 and form.isalpha():
            found.append(form)
    return found


def guessed_readings(forms: Iterable[str], language: str, found: Dictionary) -> dict[str, set[apertium.Reading]]:
    """Readings by the endings of a language, for those whose morphology is not at hand."""
    made: dict[str, set[apertium.Reading]] = {}
    for form in forms:
        plural = form in found.plurals
        tags = "<pl>" if plural else "<sg>"
        own = {apertium.Reading(form, part, plural, False, "") for part in "nar"}
        if language == "es":
            own = {
                apertium.Reading(lemma, part, number, False, f"{tag}{'<pl>' if number else '<sg>'}")
                for lemma, number in _spanish(form)
                for part, tag in (("n", "<n><m>"), ("n", "<n><f>"), ("n", "<n><mf>"), ("a", "<adj>"), ("r", "<adv>"))
            }
        elif language == "de":
            own = {reading._replace(tags=tags) for reading in own}
        made[form] = own
    return made


def _spanish(form: str) -> Iterator[tuple[str, bool]]:
    yield form, False
    if form.endswith("s") and form[-2] in "aeiou":
        yield form[:-1], True
    for ending, single in (("iones", "ión"), ("ces", "z"), ("es", "")):
        if form.endswith(ending):
            yield form.removesuffix(ending) + single, True


def _is_infinitive(form: str, language: str) -> bool:
    """Whether a form is a verb by its ending, in a language whose dictionaries do not say."""
    return form.endswith(_INFINITIVES.get(language, ("-",)))


def _folded(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if c.isalpha())


def glosses(language: str, source: Source) -> dict[str, str]:
    """The readings of each form as they stand in the table: `n!hospital`, `p works|factories;a …`."""
    found, forms = dictionary_of(source), candidates(language, source)
    read = apertium.readings(forms, source.readings) if source.readings else {}
    forms = [form for form in forms if not _is_infinitive(form, language)]
    missing = [form for form in forms if form not in read]
    read |= guessed_readings(missing, language, found)
    if source.chain:
        wanted = {(r.lemma, r.tags) for own in read.values() for r in own if r.tags}
        for (lemma, tags), english in apertium.translations(sorted(wanted), source.chain).items():
            code = {"<n>": "n", "<adj>": "a", "<adv>": "r"}.get(tags[: tags.index(">") + 1])
            if code:
                found.add(lemma, code, english, "apertium")
    return {form: gloss for form in forms if (gloss := _gloss(form, read[form], found, large=source.large))}


def _gloss(form: str, own: Iterable[apertium.Reading], found: Dictionary, *, large: bool) -> str:
    parts: dict[str, str] = {}
    for reading in sorted(own):
        meanings, certain = found.meanings(reading.lemma, reading.part, large=large)
        if not meanings or any(_folded(meaning) == _folded(form) for meaning in meanings):
            continue
        code = reading.part
        if code == "n":
            code = {(False, False): "n", (True, False): "p", (False, True): "d", (True, True): "q"}[
                reading.plural, reading.definite
            ]
            if reading.plural and form not in found.plurals:
                meanings = [plural_of(meaning) for meaning in meanings]
        parts.setdefault(code, f"{code}{'!' if certain else ' '}{'|'.join(meanings)}")
    return ";".join(parts.values())


def written_by_hand() -> dict[str, dict[str, str]]:
    """The words of `foreign_words.txt`, by language; an empty gloss takes a word out."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for line in (_HERE / "foreign_words.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            languages, form, gloss = (line + "\t").split("\t")[:3]
            for language in languages.split(","):
                found[language][form] = gloss
    return found


def write(tables: Mapping[str, Mapping[str, str]]) -> None:
    """Write both tables: keys are a language, a colon and a form."""
    rows = {f"{language}:{form}": gloss for language, table in tables.items() for form, gloss in table.items() if gloss}
    meanings = {gloss: row for row, gloss in enumerate(write_keys("glosses", sorted(set(rows.values())), DATA))}
    keys = write_keys("translations", sorted(rows), DATA)
    write_column("translations", "gloss", "H", [meanings[rows[key]] for key in keys], DATA)
    print(f"{len(keys):,} forms, {len(meanings):,} glosses")


def main() -> None:
    """Write the tables."""
    by_hand = written_by_hand()
    tables: dict[str, dict[str, str]] = {}
    for language, source in SOURCES.items():
        tables[language] = glosses(language, source) | by_hand[language]
        print(language, f"{len(tables[language]):,}", flush=True)
    for language in by_hand.keys() - SOURCES.keys():
        tables[language] = by_hand[language]
    write(tables)


if __name__ == "__main__":
    main()
