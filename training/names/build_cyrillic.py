"""Make rules/names/cyrillic_people.tsv and cyrillic_places.tsv: Cyrillic names as each language writes them in Latin.

The systems are those of newspapers and encyclopaedias: Duden (de), scientific (it, cs), RAE (es), French and
Portuguese custom, PWN (pl), Taalunie (nl), TDK (tr), Romanian Academy (ro), Swedish and Hungarian custom, and English
for Russian and Ukrainian. ``cyrillic.txt`` and ``cyrillic_places.txt`` give the English form, the Cyrillic ones and
further known forms.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
OUTPUT = HERE.parent.parent / "rules" / "names"
LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюяё"
SYSTEMS: dict[str, str] = {
    "de": "a b w g d e sch s i i k l m n o p r s t u f ch z tsch sch schtsch _ y _ e ju ja jo",
    "it": "a b v g d e ž z i j k l m n o p r s t u f ch c č š šč _ y _ e ju ja ë",
    "es": "a b v g d e zh z i i k l m n o p r s t u f j ts ch sh shch _ y _ e yu ya io",
    "fr": "a b v g d e j z i ï k l m n o p r s t ou f kh ts tch ch chtch _ y _ e iou ia io",
    "pt": "a b v g d e j z i i k l m n o p r s t u f kh ts tch ch chtch _ i _ e iu ia io",
    "pl": "a b w g d e ż z i j k ł m n o p r s t u f ch c cz sz szcz _ y _ e ju ja jo",
    "nl": "a b v g d e zj z i j k l m n o p r s t oe f ch ts tsj sj sjtsj _ y _ e joe ja jo",
    "tr": "a b v g d e j z i y k l m n o p r s t u f h ts ç ş şç _ ı _ e yu ya yo",
    "ro": "a b v g d e j z i i k l m n o p r s t u f h ț ci ș șci _ î _ e iu ia io",
    "sv": "a b v g d e zj z i j k l m n o p r s t u f ch ts tj sj sjtj _ y _ e ju ja jo",
    "cs": "a b v g d e ž z i j k l m n o p r s t u f ch c č š šč _ y _ e ju ja jo",
    "hu": "a b v g d e zs z i j k l m n o p r sz t u f h c cs s scs _ i _ e ju ja jo",
    "ru": "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya yo",
}
UKRAINIAN: dict[str, str] = {  # г, и, і, ї, є, ґ
    "de": "h y i ji je g", "it": "h y i ï je g", "es": "h i i ii ie g", "fr": "h y i ï ie g", "pt": "h i i i ie g",
    "pl": "h y i ji je g", "nl": "h y i ji je g", "tr": "h ı i yi ye g", "ro": "h î i ii ie g", "sv": "h y i ji je g",
    "cs": "h y i ji je g", "hu": "h i i ji je g", "ru": "h y i yi ye g",
}  # fmt: skip
VOWELS = "аеёиоуыэюяіїєАЕЁИОУЫЭЮЯІЇЄ"
SOFT_PRE_E = {
    "de": "je",
    "pl": "je",
    "nl": "je",
    "tr": "ye",
    "ru": "ye",
    "sv": "je",
    "fr": "ie",
    "ro": "ie",
    "cs": "je",
    "hu": "je",
}
#: Forms that English newspapers write too, or that are other people's surnames.
REFUSED = {
    line.split("\t")[0]
    for line in (HERE / "refused_forms.tsv").read_text("utf-8").splitlines()
    if line.endswith("\tcyrillic")
}
ADJECTIVE = {
    "de": "i", "it": "ij", "es": "i", "fr": "i", "pt": "i", "pl": "i", "nl": "i", "tr": "i", "ro": "i", "sv": "ij",
    "cs": "ij", "hu": "ij", "ru": "y",
}  # fmt: skip


def table(language: str, *, ukrainian: bool) -> dict[str, str]:
    """Return the letters of a language's system."""
    letters = dict(zip(LETTERS, SYSTEMS[language].split(), strict=True))
    if ukrainian:
        letters |= dict(zip("гиіїєґ", UKRAINIAN[language].split(), strict=True))
    return letters | {"'": "_", "’": "_"}


def transliterate(text: str, language: str, *, ukrainian: bool = False) -> str:
    """Return Cyrillic ``text`` as ``language`` writes it."""
    letters = table(language, ukrainian=ukrainian)
    spelt = []
    for index, letter in enumerate(text):
        low = letter.lower()
        form = letters.get(low, letter).replace("_", "")
        before = text[index - 1] if index else " "
        opens = before in " -" or before in VOWELS or before in "ьъ'"
        if low == "е" and not ukrainian and opens:
            form = SOFT_PRE_E.get(language, form)
        elif low == "е" and language == "pl" and not ukrainian and before.lower() not in "жшчщцл":
            form = "ie"
        elif low == "л" and language == "pl" and text[index + 1 : index + 2].lower() in tuple("еиьюяёіїє"):
            form = "l"
        elif (
            low == "с"
            and language in ("de", "fr")
            and before in VOWELS
            and text[index + 1 : index + 2] in tuple(VOWELS)
        ):
            form = "ss"
        elif low == "ч" and language == "ro" and text[index + 1 : index + 2].lower() in ("е", "и", "і", "ё"):
            form = "c"
        elif low in "ия" and language == "fr" and before.lower() in "ао":
            form = "ï" if low == "и" else form
        spelt.append(form.capitalize() if letter.isupper() else form)
    return endings("".join(spelt), text, language)


def endings(form: str, text: str, language: str) -> str:
    """Return a form with the ending that newspapers use for adjectives (Зеленский, Навальный) and French -ин."""
    if re.search(r"(ий|ій)$", text):
        return re.sub(r"(ij|ii|iï|iy|yj|yï|yi|ıy|îi|ji)$", ADJECTIVE[language], form)
    if text.endswith("ый"):
        return re.sub(r"(yj|yi|yï|ıy|îi|ii|ij|yy)$", "y" if language in ("de", "fr", "pl", "nl", "ru") else "i", form)
    return form + "e" if language == "fr" and text.endswith("ин") else form


def plain(text: str) -> str:
    """Return ``text`` without háčeks and accents: what careless typing leaves."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


Rows = dict[tuple[str, str], set[str]]


def put(rows: Rows, form: str, english: str, language: str) -> None:
    """Keep a form that differs from the English one."""
    if len(form) > 3 and form != english and REFUSED.isdisjoint({form, form.rsplit(" ", 1)[-1]}):
        rows[form, english].add(language)


def people_rows() -> Rows:
    """Return the forms of surnames and of full names."""
    rows: Rows = defaultdict(set)
    for line in (HERE / "cyrillic.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        english, russian, ukrainian, _, extra = line.split("|")
        surname = english.rsplit(" ", 1)[1]
        for language in SYSTEMS:
            for text, is_ukrainian in ((russian, False), (ukrainian, True)):
                if not text:
                    continue
                full = transliterate_words(text, language, ukrainian=is_ukrainian)
                put(rows, full, english, language)
                put(rows, full.rsplit(" ", 1)[1], surname, language)
                if language in ("it", "cs"):
                    put(rows, plain(full), english, language)
                    put(rows, plain(full.rsplit(" ", 1)[1]), surname, language)
        for form in extra.split():
            for language in ("it", "es", "fr", "de", "pt", "pl", "nl", "tr", "ro"):
                put(rows, form, surname, language)
    return rows


def transliterate_words(text: str, language: str, *, ukrainian: bool) -> str:
    """Return each word of ``text`` transliterated."""
    return " ".join(transliterate(word, language, ukrainian=ukrainian) for word in text.split())


def place_rows() -> dict[str, Rows]:
    """Return the forms of places by kind."""
    kinds: dict[str, Rows] = defaultdict(lambda: defaultdict(set))
    for line in (HERE / "cyrillic_places.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        english, kind, russian, ukrainian = line.split("|")
        for language in SYSTEMS:
            for text, is_ukrainian in ((russian, False), (ukrainian, True)):
                if text:
                    form = transliterate_words(text, language, ukrainian=is_ukrainian).removesuffix("e e")
                    put(kinds[kind], form, english, language)
                    put(kinds[kind], plain(form), english, language) if language in ("it", "cs", "tr") else None
    return kinds


def write(path: Path, kinds: dict[str, Rows]) -> None:
    """Write the rows."""
    names = {english for rows in kinds.values() for _, english in rows}
    lines = [
        "# source: written for this project (training/names/cyrillic*.txt), transliterated by each language's system",
        "# licence: GPL-3.0-or-later",
        "# made by: python training/names/build_cyrillic.py",
        "# form\tenglish\tkind\tlanguages",
    ]
    lines += sorted(
        f"{form}\t{english}\t{kind}\t{' '.join(sorted(languages))}"
        for kind, rows in kinds.items()
        for (form, english), languages in rows.items()
        if form not in names
    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(lines) - 4} forms")


def main() -> None:
    """Write both tables, and the people's genders."""
    write(OUTPUT / "cyrillic_people.tsv", {"person": people_rows()})
    write(OUTPUT / "cyrillic_places.tsv", place_rows())


if __name__ == "__main__":
    main()
