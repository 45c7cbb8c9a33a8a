"""Make rules/names/demonyms_foreign.tsv: adjectives and inhabitants' names of other languages in their inflected forms.

``demonyms.txt`` gives one masculine singular a language (for German adjectives and nouns); the endings are those of the
grammars of the languages. Forms are written with a capital letter; a look-up of a form in lower case finds them too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
OUTPUT = HERE.parent.parent / "rules" / "names" / "demonyms_foreign.tsv"
LANGUAGES = ("it", "es", "fr", "de", "pt", "pl", "nl", "tr", "ro")


def _replaced(word: str, endings: tuple[tuple[str, str], ...], default: str) -> list[str]:
    for ending, forms in endings:
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)]
            return [stem + form for form in forms.split()]
    return [word + form for form in ["", *default.split()]]


def italian(word: str) -> list[str]:
    """Russo, russa, russi, russe; kazaco, kazachi; francese, francesi; belga, belgi, belghe."""
    return _replaced(
        word,
        (
            ("ico", "ico ica ici iche"),
            ("iaco", "iaco iaca iaci iache"),
            ("greco", "greco greca greci greche"),
            ("co", "co ca chi che"),
            ("go", "go ga ghi ghe"),
            ("ga", "ga gi ghe"),
            ("eo", "eo ea ei ee"),
            ("io", "io ia i ie"),
            ("o", "o a i e"),
            ("a", "a i e"),
            ("e", "e i"),
        ),
        "",
    )


def spanish(word: str) -> list[str]:
    """Ruso, rusa, rusos, rusas; francés, francesa; alemán, alemana; iraní, iraníes."""
    return _replaced(
        word,
        (
            ("o", "o a os as"),
            ("és", "és esa eses esas"),
            ("ís", "ís isa ises isas"),
            ("án", "án ana anes anas"),
            ("ón", "ón ona ones onas"),
            ("í", "í íes ís"),
            ("l", "l la les las"),
            ("r", "r res"),
            ("a", "a as"),
            ("e", "e es"),
        ),
        "es",
    )


def french(word: str) -> list[str]:
    """Russe, russes; français, française; ukrainien, ukrainienne; turc, turque."""
    return _replaced(
        word,
        (
            ("grec", "grec grecque grecs grecques"),
            ("c", "c que cs ques"),
            ("éen", "éen éenne éens éennes"),
            ("ien", "ien ienne iens iennes"),
            ("on", "on onne ons onnes"),
            ("e", "e es"),
            ("s", "s se ses"),
        ),
        "e s es",
    )


def german(word: str) -> list[str]:
    """Russisch, russische, russischer …; Russe, Russen, Russin, Russinnen; Österreicher, Österreicherin."""
    if word[0].islower() or word.endswith("sch"):
        return [word + ending for ending in ("", "e", "er", "en", "em", "es")]
    if word.endswith("e"):
        return [word, word + "n", word[:-1] + "in", word[:-1] + "innen"]
    return [word, word + ("n" if word.endswith("er") else "s"), word + "in", word + "innen"]


def portuguese(word: str) -> list[str]:
    """Russo, russa, russos; francês, francesa; alemão, alemã, alemães; espanhol, espanhóis."""
    return _replaced(
        word,
        (
            ("o", "o a os as"),
            ("ês", "ês esa eses esas"),
            ("eu", "eu eia eus eias"),
            ("ol", "ol ola óis olas"),
            ("a", "a as"),
            ("e", "e es"),
            ("i", "i is"),
            ("z", "z zes"),
            ("l", "l is"),
        ),
        "es",
    ) + ([word[:-2] + ending for ending in ("ã", "ães", "ãos", "ãs")] if word.endswith("ão") else [])


def polish(word: str) -> list[str]:
    """Rosyjski, rosyjska, rosyjskie, rosyjskiego, rosyjskiej …"""
    return [word[:-1] + ending for ending in ("i", "a", "ie", "iego", "iej", "iemu", "im", "ich", "imi", "ą")]


def dutch(word: str) -> list[str]:
    """Russisch, Russische; Duits, Duitse; Pools, Poolse."""
    return [word, word + "e"]


def turkish(word: str) -> list[str]:
    """Rus, Ruslar; Çinli, Çinliler."""
    vowels = re.findall("[aeıioöuüâ]", word.lower().replace("i̇", "i"))
    return [word, word + ("lar" if vowels and vowels[-1] in "aıouâ" else "ler")]


def romanian(word: str) -> list[str]:
    """Rus, rusă, ruși, ruse; francez, franceză; italian, italieni; ucrainean, ucraineni."""
    return _replaced(
        word,
        (
            ("ean", "ean eană eni ene"),
            ("ian", "ian iană ieni iene"),
            ("an", "an ană ani ane"),
            ("ez", "ez eză ezi eze"),
            ("ic", "ic ică ici ice"),
            ("ac", "ac acă aci ace"),
            ("s", "s să și se"),
        ),
        "ă i e",
    )


#: Forms that English knows as other words.
REFUSED = {
    line.split("\t")[0]
    for line in (HERE / "refused_forms.tsv").read_text("utf-8").splitlines()
    if line.endswith("\tdemonyms")
}
INFLECT: dict[str, Callable[[str], list[str]]] = dict(
    zip(LANGUAGES, (italian, spanish, french, german, portuguese, polish, dutch, turkish, romanian), strict=True)
)


def capitalised(form: str) -> str:
    """Return a form with a capital first letter."""
    return form[0].upper() + form[1:]


def english_names() -> set[str]:
    """Return the English names of countries, places and their people."""
    rows = (OUTPUT.parent / "demonyms.tsv").read_text("utf-8").splitlines()
    return {word for row in rows if not row.startswith("#") for word in re.split(r"[\t|]", row)}


def main() -> None:
    """Write the table."""
    refused = REFUSED | english_names()
    rows: dict[tuple[str, str], set[str]] = defaultdict(set)
    for line in (HERE / "demonyms.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        english, *cells = line.split("|")
        for language, cell in zip(LANGUAGES, cells, strict=True):
            for word in cell.split("/"):
                for form in INFLECT[language](word):
                    if capitalised(form) not in refused and " " not in form:
                        rows[capitalised(form), english].add(language)
    lines = [
        "# source: written for this project (training/names/demonyms.txt)",
        "# licence: GPL-3.0-or-later",
        "# made by: python training/names/build_demonyms.py",
        "# form\tenglish\tkind\tlanguages",
    ]
    for (form, english), languages in sorted(rows.items()):
        lines.append(f"{form}\t{english}\tdemonym\t{' '.join(sorted(languages, key=LANGUAGES.index))}")
    OUTPUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{OUTPUT.name}: {len(lines) - 4} forms")


if __name__ == "__main__":
    main()
