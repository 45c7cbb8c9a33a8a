"""Which strings are English words, and which parts of speech they have."""

from __future__ import annotations

import csv
import gzip
import importlib.util
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import wordfreq

from cleanup.lexicon.tables import DATA
from cleanup.lexicon.words import FOREIGN_LANGUAGES, Tag
from training.lexicon.lexicon_counts import Counts

HERE = Path(__file__).parent
LARGEST_SIZE = 70
"""SCOWL's size for a large dictionary; 80 brings in names in lower case and misspellings."""

RARE_SIZE = 80
"""Up to here a word counts if the clean corpora have it."""

_SHORT = "a i ad am an as at be by do ex go he hi if in is it me my no of oh on or ox so to up us we ok tv"
SHORT_WORDS = frozenset(_SHORT.split())
"""Words of one and two letters; the lists have a hundred more (musical notes, abbreviations) that only mislead."""

PENN = {
    "NN": Tag.NOUN, "NNS": Tag.PLURAL_NOUN, "NNP": Tag.PROPER_NOUN, "NNPS": Tag.PROPER_NOUN, "VB": Tag.VERB_BASE,
    "VBP": Tag.VERB_BASE, "VBZ": Tag.VERB_PRESENT, "VBD": Tag.VERB_PAST, "VBN": Tag.PAST_PARTICIPLE,
    "VBG": Tag.GERUND, "JJ": Tag.ADJECTIVE, "JJR": Tag.ADJECTIVE, "JJS": Tag.ADJECTIVE, "RB": Tag.ADVERB,
    "RBR": Tag.ADVERB, "RBS": Tag.ADVERB, "UH": Tag.INTERJECTION, "CD": Tag.NUMBER,
}  # fmt: skip
OPEN_ORDER = (
    Tag.PLURAL_NOUN, Tag.NOUN, Tag.VERB_PAST, Tag.GERUND, Tag.ADJECTIVE, Tag.VERB_PRESENT, Tag.VERB_BASE,
    Tag.PAST_PARTICIPLE, Tag.ADVERB, Tag.NUMBER, Tag.INTERJECTION, Tag.PROPER_NOUN,
)  # fmt: skip
_PLAIN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def package_folder(name: str) -> Path:
    """Return the folder of an installed package, without importing it."""
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise SystemExit(f"{name} is not installed")
    return Path(found.origin).parent


def scowl(folder: Path, kinds: tuple[str, ...], largest: int) -> Iterator[str]:
    """Yield the words of SCOWL's lists of some kinds up to a size, without possessives and hyphens."""
    for path in sorted(folder.iterdir()):
        kind, _, size = path.name.rpartition(".")
        if size.isdigit() and int(size) <= largest and kind.split("-", 1)[-1] in kinds:
            for line in path.read_text(encoding="latin-1").splitlines():
                if _PLAIN.fullmatch(line) and not line.endswith("'s"):
                    yield line


def listed(path: Path) -> frozenset[str]:
    """Return the words of a list with comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


class CaseCounts:
    """How often a word stands in mid-sentence in lower case, with a capital, and in how many sources."""

    def __init__(self, counts: Counts) -> None:
        """Sum up the case-sensitive counts."""
        self.lower: Counter[str] = Counter()
        self.capital: Counter[str] = Counter()
        self.anywhere: Counter[str] = Counter()
        self.sources: Counter[str] = Counter()
        for word, inside, raw, sources in zip(
            counts.words, counts.inside.tolist(), counts.raw.tolist(), counts.sources.tolist(), strict=True
        ):
            if not word[0].isalpha():
                continue
            key = word.lower()
            self.anywhere[key] += raw
            self.sources[key] = max(self.sources[key], sources)
            (self.capital if word[0].isupper() else self.lower)[key] += inside

    def share(self, word: str) -> float | None:
        """Return the share of capitals in mid-sentence, None below five occurrences."""
        total = self.lower[word] + self.capital[word]
        return self.capital[word] / total if total >= 5 else None


def english_words(scowl_folder: Path, cases: CaseCounts) -> set[str]:
    """Return every word of the dictionary in lower case."""
    junk = listed(HERE / "not_words.txt")
    words = {word for word in scowl(scowl_folder, ("words", "contractions"), LARGEST_SIZE) if word.islower()}
    common = {word for word in scowl(scowl_folder, ("words",), 50) if word.islower()}
    words |= {word for word in cases.lower if is_attested(word, cases)}
    rare = {word for word in scowl(scowl_folder, ("words",), RARE_SIZE) if word.islower()}
    words |= {word for word in rare if is_attested_rare(word, cases)}
    words = {word for word in words if len(word) > 3 or is_short_word(word, common)}
    return (words | listed(HERE / "extra_words.txt") | SHORT_WORDS) - junk - listed(HERE / "capital_words.txt")


def without_names(words: set[str], cases: CaseCounts, tagger: Tagger, people: set[str]) -> set[str]:
    """Return the dictionary without names in lower case: word lists have some, part-of-speech lexicons do not."""
    kept = set()
    for word in words:
        share = cases.share(word)
        looks_like_name = word.capitalize() in people if share is None else share >= 0.9
        if tagger.knows(word) or not looks_like_name:
            kept.add(word)
    return kept


def is_short_word(word: str, common: set[str]) -> bool:
    """Whether a string of up to three letters is a word: frequent ones only, or they split every name."""
    if len(word) < 3:
        return word in SHORT_WORDS
    return word in common and wordfreq.zipf_frequency(word, "en") >= 2.8


def is_attested(word: str, cases: CaseCounts) -> bool:
    """Whether the clean corpora and wordfreq together vouch for a word that the word lists lack."""
    if len(word) <= 3 or not word.isalpha() or (cases.share(word) or 0.0) > 0.6:
        return False
    frequency = wordfreq.zipf_frequency(word, "en")
    often = cases.lower[word] >= 5 and cases.sources[word] >= 2 and frequency >= 1.9
    everywhere = cases.lower[word] >= 12 and cases.sources[word] >= 3
    return is_native(word) and (often or everywhere)


def is_attested_rare(word: str, cases: CaseCounts) -> bool:
    """Whether the clean corpora have a word that only SCOWL's largest lists know."""
    often = len(word) > 4 and cases.lower[word] >= 2 and (cases.share(word) or 0.0) < 0.3
    return often and wordfreq.zipf_frequency(word, "en") >= 1.2 and is_native(word)


def is_native(word: str, margin: float = 0.1) -> bool:
    """Whether no other language has the word much more often than English."""
    elsewhere = max(wordfreq.zipf_frequency(word, language) for language in FOREIGN_LANGUAGES)
    return bool(elsewhere <= wordfreq.zipf_frequency(word, "en") + margin)


def proper_words(scowl_folder: Path, cases: CaseCounts, dictionary: set[str]) -> set[str]:
    """Return, in lower case, the words that stand with a capital in mid-sentence."""
    words = {word.lower() for word in scowl(scowl_folder, ("upper",), 70) if word[0].isupper()}
    words |= {word.lower() for word in scowl(scowl_folder, ("proper-names",), 60) if word[0].isupper()}
    for word, count in cases.capital.items():
        share = cases.share(word) or 0.0
        known = word in dictionary
        # Two letters are an acronym (UN, EU) only when they are frequent.
        least = 150 if len(word) == 2 else 25 if known else 5
        least_share = 0.5 if known else 0.8 if len(word) == 2 else 0.9
        enough = count >= least and share >= least_share and len(word) > 1
        # A rare one that other languages have far more often is their form of a name (Germania) or out of a title.
        if enough and (known or count >= 10 or is_native(word, margin=0.7)):
            words.add(word)
    return {word for word in words if word.isalpha() and is_used_as_name(word, cases, dictionary)}


def is_used_as_name(word: str, cases: CaseCounts, dictionary: set[str]) -> bool:
    """Whether the corpora do not contradict that a word is a name: `Della` is listed, but they have `della`."""
    share = cases.share(word)
    if len(word) == 1:
        return False
    if share is None:
        return len(word) > 2
    return share >= (0.08 if word in dictionary else 0.5) and (len(word) > 2 or cases.capital[word] >= 150)


def lemminflect_tags() -> dict[str, Tag]:
    """Return the parts of speech of every form in lemminflect's tables (from the SPECIALIST lexicon)."""
    columns = {
        "noun": (Tag.PLURAL_NOUN,), "adj": (Tag.ADJECTIVE, Tag.ADJECTIVE), "adv": (Tag.ADVERB, Tag.ADVERB),
        "verb": (Tag.VERB_PAST, Tag.PAST_PARTICIPLE, Tag.GERUND, Tag.VERB_PRESENT),
    }  # fmt: skip
    bases = {"noun": Tag.NOUN, "adj": Tag.ADJECTIVE, "adv": Tag.ADVERB, "verb": Tag.VERB_BASE}
    tags: defaultdict[str, Tag] = defaultdict(lambda: Tag.NONE)
    path = package_folder("lemminflect") / "resources"
    with gzip.open(path / "infl_lu.csv.gz", "rt", encoding="utf-8") as file:
        for lemma, kind, *forms in csv.reader(file):
            if kind not in columns:
                continue
            tags[lemma] |= bases[kind]
            for tag, cell in zip(columns[kind], forms, strict=False):
                for form in cell.split("/"):
                    tags[form] |= tag
            if kind == "verb" and not forms[1]:
                for form in forms[0].split("/"):
                    tags[form] |= Tag.PAST_PARTICIPLE
    return tags


def brill_tags() -> dict[str, Tag]:
    """Return the most likely part of speech of each word in Brill's lexicon, as textblob ships it."""
    tags: dict[str, Tag] = {}
    path = package_folder("textblob") / "en" / "en-lexicon.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, tag = line.partition(" ")
        if tag in PENN:
            tags[word] = PENN[tag]
    return tags


def wordnet_tags(folder: Path) -> tuple[dict[str, Tag], dict[str, Counter[Tag]]]:
    """Return the parts of speech of WordNet's lemmas, and how often each was met in its tagged texts."""
    kinds = {"noun": Tag.NOUN, "verb": Tag.VERB_BASE, "adj": Tag.ADJECTIVE, "adv": Tag.ADVERB}
    tags: defaultdict[str, Tag] = defaultdict(lambda: Tag.NONE)
    for name, tag in kinds.items():
        for line in (folder / f"index.{name}").read_text(encoding="utf-8").splitlines():
            word = line.split(" ", 1)[0]
            if word.isalpha():
                tags[word] |= tag
    seen: defaultdict[str, Counter[Tag]] = defaultdict(Counter)
    by_number = {"1": Tag.NOUN, "2": Tag.VERB_BASE, "3": Tag.ADJECTIVE, "4": Tag.ADVERB, "5": Tag.ADJECTIVE}
    for line in (folder / "cntlist.rev").read_text(encoding="utf-8").splitlines():
        key, _, count = line.split()
        word, _, rest = key.partition("%")
        seen[word][by_number[rest[0]]] += int(count)
    return tags, seen


def closed_tags() -> dict[str, list[Tag]]:
    """Return the parts of speech of the closed classes, the most likely one first."""
    lines = (DATA / "closed_class.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return {word: [Tag[name] for name in names] for word, *names in rows}


def guessed_tags(word: str, known: dict[str, Tag]) -> Tag:
    """Guess the parts of speech of a dictionary word that no lexicon has, from its ending and its stem."""
    for ending, base_endings, tag_of_base in _ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            for base_ending in base_endings:
                tags = Tag.NONE
                for base, tag in tag_of_base:
                    if known.get(stem + base_ending, Tag.NONE) & base:
                        tags |= tag
                if tags:
                    return tags
    for ending, tag in _PLAIN_ENDINGS:
        if word.endswith(ending):
            return tag
    return Tag.NONE


_S_FORMS = ((Tag.NOUN, Tag.PLURAL_NOUN), (Tag.VERB_BASE, Tag.VERB_PRESENT))
_ENDINGS = (
    ("ies", ("y",), _S_FORMS),
    ("es", ("", "e"), _S_FORMS),
    ("s", ("",), _S_FORMS),
    ("ied", ("y",), ((Tag.VERB_BASE, Tag.VERB_PAST | Tag.PAST_PARTICIPLE),)),
    ("ed", ("", "e"), ((Tag.VERB_BASE, Tag.VERB_PAST | Tag.PAST_PARTICIPLE),)),
    ("ing", ("", "e"), ((Tag.VERB_BASE, Tag.GERUND),)),
    ("ly", ("", "y", "le"), ((Tag.ADJECTIVE, Tag.ADVERB),)),
)
_PLAIN_ENDINGS = (
    ("ly", Tag.ADVERB), ("ness", Tag.NOUN), ("nesses", Tag.PLURAL_NOUN), ("isation", Tag.NOUN), ("ization", Tag.NOUN),
    ("ability", Tag.NOUN), ("ism", Tag.NOUN), ("able", Tag.ADJECTIVE), ("ous", Tag.ADJECTIVE), ("less", Tag.ADJECTIVE),
    ("ive", Tag.ADJECTIVE), ("ful", Tag.ADJECTIVE), ("ary", Tag.ADJECTIVE),
    ("ish", Tag.ADJECTIVE),
    ("ized", Tag.VERB_PAST | Tag.PAST_PARTICIPLE), ("ised", Tag.VERB_PAST | Tag.PAST_PARTICIPLE),
    ("izing", Tag.GERUND), ("ising", Tag.GERUND), ("izes", Tag.VERB_PRESENT), ("ises", Tag.VERB_PRESENT),
    ("ize", Tag.VERB_BASE), ("ise", Tag.VERB_BASE), ("ed", Tag.PAST_PARTICIPLE | Tag.ADJECTIVE),
    ("ing", Tag.GERUND), ("ist", Tag.NOUN), ("ists", Tag.PLURAL_NOUN), ("isms", Tag.PLURAL_NOUN), ("er", Tag.NOUN),
    ("ers", Tag.PLURAL_NOUN), ("al", Tag.ADJECTIVE), ("ic", Tag.ADJECTIVE), ("s", Tag.PLURAL_NOUN),
)  # fmt: skip


class Tagger:
    """Possible parts of speech and the most likely one, from all lexicons."""

    def __init__(self, wordnet_folder: Path) -> None:
        """Read the lexicons."""
        self.closed = closed_tags()
        self.brill = brill_tags()
        self.open = lemminflect_tags()
        wordnet, self.seen = wordnet_tags(wordnet_folder)
        self.wordnet_adjectives = {word for word, tag in wordnet.items() if tag & Tag.ADJECTIVE}
        self.demonyms = listed(HERE / "demonyms.txt")
        for word, tag in wordnet.items():
            # WordNet has a noun sense for nearly every function word (iodine, "I"; arsenic, "as").
            if word not in self.closed:
                self.open[word] = self.open.get(word, Tag.NONE) | tag
        # Forms of the words of the first lexicons; a second round for forms of forms is not needed.
        self.known = dict(self.open)

    def is_demonym(self, word: str) -> bool:
        """Whether the word is an adjective of a place or a people, as WordNet or the list here has them."""
        if word in self.demonyms:
            return True
        return word.endswith(("an", "ish", "ese", "ic")) and word in self.wordnet_adjectives

    def knows(self, word: str) -> bool:
        """Whether a lexicon has this word in lower case."""
        return word in self.closed or word in self.open or word in self.brill or bool(guessed_tags(word, self.known))

    def likely_capitalised(self, word: str, tags: Tag, share: float | None) -> Tag:
        """Return the most likely part of speech of a word that stands with a capital in mid-sentence."""
        capital = (
            self.brill.get(word.capitalize(), Tag.NONE) & (Tag.ADJECTIVE | Tag.PLURAL_NOUN | Tag.PROPER_NOUN) & tags
        )
        if (share is not None and share < 0.5) or not tags & Tag.PROPER_NOUN:
            return Tag.NONE
        if self.is_demonym(word):
            return Tag.ADJECTIVE
        return capital or Tag.PROPER_NOUN

    def tags(self, word: str, proper: bool, in_dictionary: bool) -> tuple[Tag, Tag]:
        """Return the possible parts of speech and the most likely one."""
        if word in self.closed:
            found = self.closed[word]
            tags = Tag.NONE
            for tag in found:
                tags |= tag
            return tags | (Tag.PROPER_NOUN if proper else Tag.NONE), found[0]
        tags = Tag.NONE
        if in_dictionary:
            tags = self.open.get(word, Tag.NONE) | self.brill.get(word, Tag.NONE) & ~Tag.PROPER_NOUN
            tags |= guessed_tags(word, self.known) if not tags or word not in self.open else Tag.NONE
            tags = tags or (Tag.NONE if "'" in word else Tag.NOUN)
        capital = self.brill.get(word.capitalize(), Tag.NONE)
        if proper:
            tags |= Tag.ADJECTIVE if capital & Tag.ADJECTIVE or self.is_demonym(word) else Tag.NONE
            if not in_dictionary and capital & Tag.PLURAL_NOUN:
                tags |= Tag.PLURAL_NOUN
            tags |= Tag.PROPER_NOUN
        return tags, self._likely(word, tags, in_dictionary)

    def _likely(self, word: str, tags: Tag, in_dictionary: bool) -> Tag:
        brill = self.brill.get(word if in_dictionary else word.capitalize(), Tag.NONE)
        if brill and brill & tags and not (brill & Tag.PROPER_NOUN and in_dictionary):
            return brill
        counts = self.seen.get(word)
        if counts:
            best = max(counts, key=lambda tag: counts[tag])
            if best & tags:
                return best
        if not in_dictionary and tags & Tag.PROPER_NOUN:
            return Tag.PROPER_NOUN
        return next((tag for tag in OPEN_ORDER if tag & tags), Tag.NONE)
