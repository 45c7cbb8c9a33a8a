"""Which language an article was translated from, by the evidence left in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Final
from weakref import WeakKeyDictionary

from cleanup.article import Article, tokenise
from cleanup.lexicon.languages import LANGUAGES
from cleanup.lexicon.names import PLACE_KINDS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.words import FOREIGN_LANGUAGES
from cleanup.resources import Resources

# Short words that one language has and English lacks, and that foreign names rarely hold. Between English words they
# are leftovers; the same word between capitalised words may be part of a name.
_FUNCTION_WORDS: Final = {
    "it": "e il della dello degli delle dei nel nella nello nei nelle gli sono è anche più che dalla dal",
    "es": "y los las según también después está están el del por para hacia una pero más",
    "fr": "et les dans avec est sont après aussi une du selon très où pour mais",
    "de": "und der das ist nicht für mit auch wird sind bei wurde oder über eine",
    "pt": "e não são também dos das uma os pela pelo após até ao à em foi",
    "nl": "het een voor ook niet zijn en van wordt naar bij",
    "pl": "i w z się nie jest oraz przez także dla na po",
    "tr": "ve bir bu için ile olarak daha çok ise",
    "ro": "și în pentru este sunt după către prin cu",
    "ru": "i na po iz dlya ili",
    "uk": "ta i na dlya abo",
    "ca": "i amb els dels després també però",
    "sv": "och är från efter även också inte till hos",
    "da": "og fra efter også ikke ved som på blev",
    "no": "og fra etter også ikke ved som på ble",
    "fi": "ja että myös mutta sekä kanssa jälkeen",
    "cs": "a nebo také podle před při že však",
    "sk": "a alebo tiež podľa pri že však",
    "hu": "és vagy az hogy nem után szerint",
    "hr": "ili također prema nakon",
    "sr": "ili takođe prema nakon",
    "sl": "tudi pri ter",
    "bg": "sled sas",
    "el": "kai tou tis stin ston apo gia",
    "lt": "ir arba taip iš",
    "lv": "un vai arī pēc",
    "et": "ja või ka pärast",
    "sq": "dhe ose nga për",
    "id": "dan atau yang dengan",
}
# Languages whose names the gazetteer has and no word list: a form counts for them only where none of ours has it.
_OTHER_LANGUAGES: Final = tuple(code for code in LANGUAGES if code not in FOREIGN_LANGUAGES)
# Languages that share most of their names: one of them is not a rival of another.
_FAMILIES: Final = (
    frozenset(("sv", "da", "no")),
    frozenset(("cs", "sk")),
    frozenset(("hr", "sr", "sl")),
    frozenset(("ru", "uk", "bg")),
)
_LETTERS: Final = {
    "es": "ñ¿¡",
    "fr": "œ",
    "de": "ß",
    "pt": "ãõ",
    "pl": "łąęśżźń",
    "tr": "ğış",
    "ro": "ășțţ",
    "cs": "ěřů",
    "sk": "ľĺŕ",
    "hu": "őű",
    "sv": "å",
    "da": "øæ",
    "no": "øæ",
    "hr": "đ",
    "sr": "đ",
    "lt": "ėįų",
    "lv": "āēīūļņķģ",
    "et": "õ",
    "sq": "ë",
}
# Lines that pages of one language carry, as a translation leaves them.
_FURNITURE: Final = (
    ("it", re.compile(r"reproduction reserved|by our correspondent|read also ?[:>]|©riproduzione", re.IGNORECASE)),
    ("it", re.compile(r"by the editorial staff|published on \d\d? [a-z]+ \d{4} at \d\d\.\d\d", re.IGNORECASE)),
    ("fr", re.compile(r"to read also|also read ?:|published on \d\d/\d\d/\d{4} at \d\dh\d\d", re.IGNORECASE)),
    ("de", re.compile(r"also interesting:", re.IGNORECASE)),
    ("pt", re.compile(r"photo: disclosure|read more:", re.IGNORECASE)),
    ("tr", re.compile(r"publication: \d\d\.\d\d\.\d{4} - \d\d:\d\d|entry date:", re.IGNORECASE)),
    ("es", re.compile(r"you may be interested in:|listen to the note", re.IGNORECASE)),
    ("nl", re.compile(r"view also:|changed today", re.IGNORECASE)),
)
# Marks that English does not use, or not so.
_MARKS: Final = (
    (re.compile(r"„"), {"de": 1.0, "pl": 0.8, "ro": 0.8}),
    (re.compile(r"« | »"), {"fr": 0.7}),
    (re.compile(r"«\w|\w»"), {"it": 0.4, "es": 0.4, "pt": 0.3}),
    (re.compile(r"\w [?!;:](?= |$)", re.MULTILINE), {"fr": 0.5}),
    (re.compile(r"\b\d{1,2}(?:e|er|ère|ème) [a-z]{3}"), {"fr": 0.8}),
    (re.compile(r"\b\d{1,3}[ºª]"), {"es": 0.5, "pt": 0.5, "it": 0.4}),
    (re.compile(r"\b\d{1,2}h\d\d\b"), {"fr": 0.7, "pt": 0.6}),
)
# Marks of any garbled translation: a preposition or article run into a name, a function word run into the word before.
_LEADS: Final = re.compile(r"(?:the|of|to|from|in|by|like|on|and|with)[A-Z][a-z]{3}")
_TAILS: Final = tuple(
    word_set(
        "which where whose who has have had the will would was were are and but when while with from that they "
        "this said says after about into also"
    )
)
_TITLE: Final = re.compile(
    r"[A-ZÀ-Þ][\w’-]* "
    r"((?:de|du|des|au|aux|del|della|delle|dei|degli|di|da|do|dos|das|der|für|von|van) (?:[A-ZÀ-Þ]?\w+)(?: \w+)?)"
)
_QUOTED: Final = ("quotation",)
# Countries and peoples whose newspapers write in a language. Home news names its own country most; this says where an
# article is at home, not that it was translated.
_HOMES: Final = {
    "it": "Italy Italian Italians Sicily Sicilian Tuscany Lombardy Veneto",
    "es": "Spain Spanish Spaniards Mexico Mexican Argentina Argentine Colombia Colombian Chile Chilean Peru Peruvian "
    "Ecuador Ecuadorian Bolivia Bolivian Uruguay Paraguay Venezuela Venezuelan Andalusia Andalusian",
    "fr": "France French Senegal Senegalese Mali Malian Burkina Quebec Wallonia Brittany Breton",
    "de": "Germany German Germans Austria Austrian Switzerland Swiss Bavaria Bavarian Saxony",
    "pt": "Portugal Portuguese Brazil Brazilian Brazilians Mozambique Angola Angolan",
    "nl": "Netherlands Dutch Flanders Flemish",
    "pl": "Poland Polish Poles",
    "tr": "Turkey Turkish Turks Anatolia",
    "ro": "Romania Romanian Romanians Moldova Moldovan",
    "ru": "Russia Russian Russians",
    "uk": "Ukraine Ukrainian Ukrainians",
    "ca": "Catalonia Catalan Catalans",
    "cs": "Czech Czechs Bohemia Moravia",
    "sk": "Slovakia Slovak Slovaks",
    "hu": "Hungary Hungarian Hungarians",
    "sv": "Sweden Swedish Swedes",
    "da": "Denmark Danish Danes Greenland",
    "no": "Norway Norwegian Norwegians",
    "fi": "Finland Finnish Finns",
    "hr": "Croatia Croatian Croats",
    "sr": "Serbia Serbian Serbs Montenegro",
    "sl": "Slovenia Slovenian Slovenians",
    "bg": "Bulgaria Bulgarian Bulgarians",
    "el": "Greece Greek Greeks Cyprus Cypriot",
    "lt": "Lithuania Lithuanian Lithuanians",
    "lv": "Latvia Latvian Latvians",
    "et": "Estonia Estonian Estonians",
    "sq": "Albania Albanian Albanians Kosovo",
    "id": "Indonesia Indonesian Indonesians",
}
_HOME: Final = {form: language for language, forms in _HOMES.items() for form in forms.split()}
_OF_HOME: Final = 0.3
_MOST_FOR_HOME: Final = 1.5
_MOST_FOR_LETTERS: Final = 0.4
_OF_WORD: Final = 0.9
_MOST_FOR_WORDS: Final = 1.5  # whoever writes of a country borrows a word or two
_FOREIGN: Final = 3.5  # Zipf: a common word there
_APART: Final = 1.0  # and by so much commoner than in every other language
_HARDLY, _SELDOM = 2, 9  # times in eleven million words of English
_SHORTEST_FUSED: Final = 7
_GLUED, _COMMON = 5.0, 3.5  # Zipf: of a short word that ran into a name, and of one that names hardly end in
_SPELT: Final = 2.5  # Zipf: of a name that the texts of a language hold
_SPELT_APART: Final = 0.7
_OF_SPELLING: Final = 0.35
_MOST_FOR_SPELLING: Final = 2.1
_OF_GARBLED: Final = 0.35
_ENOUGH: Final = 2.0
_MARGIN: Final = 0.5

_Read = WeakKeyDictionary[Article, tuple[Resources, str | None]]
_shown: _Read = WeakKeyDictionary()
_likely: _Read = WeakKeyDictionary()


def origin_of(article: Article, resources: Resources) -> str | None:
    """The article's source language where it is given or was detected, else what its current text shows; read once."""
    return article.source_language or _once(_shown, article, resources, detect_language)


def likely_origin(article: Article, resources: Resources) -> str | None:
    """The language of `origin_of`, else the likeliest one, read once: enough for what is only suggested.

    Besides all that shows the language it counts the countries and peoples that the article names.
    """
    return origin_of(article, resources) or _once(_likely, article, resources, _guess)


def homes_of(article: Article) -> tuple[str, ...]:
    """The languages whose countries or peoples the article names, those named most first."""
    scores = _home(article)
    return tuple(sorted(scores, key=lambda code: -scores[code]))


def _once(
    read: _Read, article: Article, resources: Resources, how: Callable[[Article, Resources], str | None]
) -> str | None:
    found = read.get(article)
    if found is None or found[0] is not resources:
        found = (resources, how(article, resources))
        read[article] = found
    return found[1]


def _guess(article: Article, resources: Resources) -> str | None:
    scores = _evidence(article, resources)
    _add(scores, _letters(article))
    _add(scores, _home(article))
    _add(scores, _spelling(article, resources))
    first, ahead = _leader(scores)
    return first if ahead >= _OF_HOME else None


def _leader(scores: Mapping[str, float]) -> tuple[str | None, float]:
    """The language of the highest score, and by how much it leads those that are not its near relatives."""
    if not scores:
        return None, 0.0
    first = max(scores, key=lambda code: scores[code])
    kin = next((family for family in _FAMILIES if first in family), frozenset((first,)))
    return first, scores[first] - max((score for code, score in scores.items() if code not in kin), default=0.0)


def detect_language(article: Article, resources: Resources) -> str | None:
    """A two-letter code, or None where the text does not show it.

    Evidence of different kinds adds up: names in the form of one language, function words between English words,
    quotations left in it, letters, what pages of one language carry. One piece alone is not enough, since clean news
    quotes and names things in every language. Where words ran together a translation is certain: there the people,
    places and parties that the article names say from which language.
    """
    scores = _evidence(article, resources)
    garbled = min(3, _garbled(article, resources))
    _add(scores, _letters(article))
    if scores and max(scores.values()) >= 1.0:
        _add(scores, dict.fromkeys(_home(article), _OF_HOME) if _is_tied(scores) else {})
        if (found := _clear(scores, garbled)) is not None:
            return found
    if not garbled:
        return None
    spelling = _spelling(article, resources)
    _add(scores, spelling)
    _add(scores, {language: score for language, score in _home(article).items() if language in spelling})
    return _clear(scores, garbled)


def _clear(scores: Mapping[str, float], garbled: int) -> str | None:
    """The language of the highest score, if it is high enough and well ahead."""
    first, ahead = _leader(scores)
    enough = first is not None and scores[first] + garbled * _OF_GARBLED >= _ENOUGH
    return first if enough and ahead >= _MARGIN else None


def _is_tied(scores: Mapping[str, float]) -> bool:
    """Whether near relatives lead with the same score, so that only the article's home can part them."""
    highest = max(scores.values())
    leaders = {code for code, score in scores.items() if score == highest}
    return len(leaders) > 1 and any(leaders <= family for family in _FAMILIES)


def _evidence(article: Article, resources: Resources) -> dict[str, float]:
    """What is left of each language in the text: names, words, quotations, titles, lines of its pages, marks."""
    scores: dict[str, float] = defaultdict(float)
    for evidence in (
        _names(article, resources),
        _function_words(article, resources),
        _other_words(article, resources),
        _quotations(article, resources),
        _titles(article, resources),
    ):
        _add(scores, evidence)
    for language, pattern in _FURNITURE:
        if pattern.search(article.text):
            scores[language] += 1.0
    for pattern, weights in _MARKS:
        if pattern.search(article.text):
            _add(scores, weights)
    return scores


def _home(article: Article) -> dict[str, float]:
    """Languages of the countries and peoples that the article names, by how often."""
    found: dict[str, float] = defaultdict(float)
    for token in article.tokens:
        if token.text in _HOME:
            found[_HOME[token.text]] += _OF_HOME
    return {language: min(score, _MOST_FOR_HOME) for language, score in found.items()}


def _spelling(article: Article, resources: Resources) -> dict[str, float]:
    """Languages in whose texts the article's names are far commoner than in the others': `Sauerland`, `Sölden`."""
    found: dict[str, float] = defaultdict(float)
    words = resources.words
    for form in {token.text for token in article.tokens if token.is_capitalised and len(token.text) > 3}:
        if not words.is_word(form):
            other, best = sorted((words.foreign_zipf(form.lower(), code), code) for code in FOREIGN_LANGUAGES)[-2:]
            if best[0] >= _SPELT and best[0] - other[0] >= _SPELT_APART:
                found[best[1]] += _OF_SPELLING
    return {language: min(score, _MOST_FOR_SPELLING) for language, score in found.items()}


def _add(scores: dict[str, float], evidence: Mapping[str, float]) -> None:
    for language, weight in evidence.items():
        scores[language] += weight


def _names(article: Article, resources: Resources) -> dict[str, float]:
    """Names in a form that English does not use, each once, shared among the families of languages that have it."""
    found: dict[str, float] = defaultdict(float)
    for form in {token.text for token in article.tokens if token.is_capitalised and len(token.text) > 2}:
        languages = _languages_of(form, resources)
        families = {next((family for family in _FAMILIES if code in family), code) for code in languages}
        for language in languages:
            found[language] += 1.5 / len(families)
    return found


def _languages_of(form: str, resources: Resources) -> list[str]:
    """The languages whose form of a name this is, also with an English word run into it; none where English uses it."""
    names, words = resources.names, resources.words
    if names.is_english_name(form) or words.is_word(form) or words.unigram(form) > _HARDLY:
        return []
    found = _having(form, resources)
    if found or len(form) < _SHORTEST_FUSED or words.unigram(form):
        return found
    for end in range(4, len(form) - 1):
        name, rest = form[:end], form[end:]
        if words.zipf(rest) < (_GLUED if len(rest) < 5 else _COMMON) or words.unigram(name) > _SELDOM:
            continue
        if not names.is_english_name(name) and any(item.kind in PLACE_KINDS for item in names.lookup(name)):
            return _having(name, resources)
    return []


def _having(form: str, resources: Resources) -> list[str]:
    """The languages that have a form of a name, those with a word list first."""
    languages = {code for item in resources.names.lookup(form) for code in item.languages}
    ours: list[str] = [code for code in FOREIGN_LANGUAGES if code in languages]
    return ours or [code for code in _OTHER_LANGUAGES if code in languages]


def _function_words(article: Article, resources: Resources) -> dict[str, float]:
    """Function words of a language that stand beside an English word in lower case, or between two names."""
    found: dict[str, float] = defaultdict(float)
    tokens = article.tokens
    by_word: dict[str, list[str]] = {}
    for language, forms in _FUNCTION_WORDS.items():
        for form in forms.split():
            by_word.setdefault(form, []).append(language)
    for index in range(1, len(tokens) - 1):
        languages = by_word.get(tokens[index].text)
        if languages and _is_left_over(article, resources, index):
            for language in languages:
                found[language] += 1.0 / len(languages)
    return found


def _other_words(article: Article, resources: Resources) -> dict[str, float]:
    """Common words of one language in lower case, which English and the other languages lack: `inmiddels`."""
    found: dict[str, float] = defaultdict(float)
    words = resources.words
    tokens = {t.text: t for t in article.tokens if t.is_word and len(t.text) > 3 and t.text.islower()}
    for form, token in tokens.items():
        if words.is_word(form) or words.unigram(form) or article.is_protected(token.start, token.end):
            continue
        other, best = sorted((words.foreign_zipf(form, code), code) for code in FOREIGN_LANGUAGES)[-2:]
        if best[0] >= _FOREIGN and best[0] - other[0] >= _APART:
            found[best[1]] += _OF_WORD
    return {language: min(score, _MOST_FOR_WORDS) for language, score in found.items()}


def _is_left_over(article: Article, resources: Resources, index: int) -> bool:
    """Whether a foreign function word stands in English: an English word on a side, or English names on both."""
    left, token, right = article.tokens[index - 1 : index + 2]
    if article.text[left.end : token.start] != " " or article.text[token.end : right.start] != " ":
        return False
    if article.is_protected(token.start, token.end) or not (left.is_word and right.is_word):
        return False
    words = resources.words
    if left.is_capitalised or right.is_capitalised:
        names = resources.names
        known = [names.is_english_name(t.text) or bool(names.lookup(t.text)) for t in (left, right) if t.is_capitalised]
        lower = [words.zipf(t.text) >= 5.0 for t in (left, right) if not t.is_capitalised]
        return all(known) and all(lower) and not words.bigram(left.text, token.text)
    return (
        not words.is_word(token.text)
        and words.zipf(left.text) >= 3.0
        and words.is_word(left.text)
        and words.is_word(right.text)
    )


def _quotations(article: Article, resources: Resources) -> dict[str, float]:
    """Languages of the quotations that stand untranslated in the text; together they count once."""
    found: dict[str, float] = defaultdict(float)
    for span in article.protected:
        if span.kind in _QUOTED:
            forms = [t.text for t in tokenise(article.text[span.start : span.end]) if t.is_word]
            known = {
                code: sum(resources.words.foreign_zipf(form, code) for form in forms) for code in FOREIGN_LANGUAGES
            }
            best, other = sorted(known, key=lambda code: -known[code])[:2]
            if known[best] > 1.1 * known[other]:
                found[best] = 1  # however many
    return found


def _titles(article: Article, resources: Resources) -> dict[str, float]:
    """Names that hold function words of one language: `Gare d’Austerlitz`, `Oui au train de nuit`; a weak hint."""
    found: dict[str, float] = defaultdict(float)
    for match in _TITLE.finditer(article.text):
        forms = match[1].split()
        best, other = _two_best(forms, resources)
        if best[0] > other[0] + 1.0:
            found[best[1]] += 0.3
    return {language: min(score, _MOST_FOR_LETTERS) for language, score in found.items()}


def _two_best(forms: Iterable[str], resources: Resources) -> list[tuple[float, str]]:
    sums = [(sum(resources.words.foreign_zipf(form, code) for form in forms), code) for code in FOREIGN_LANGUAGES]
    return sorted(sums, reverse=True)[:2]


def _garbled(article: Article, resources: Resources) -> int:
    """How many words have a function word run into them."""
    words = resources.words
    return sum(
        bool(_LEADS.match(form)) or (len(form) > 6 and form.endswith(_TAILS) and not words.zipf(form))
        for form in {token.text for token in article.tokens if token.is_word}
        if not words.unigram(form) and not words.is_word(form)
    )


def _letters(article: Article) -> dict[str, float]:
    """Letters that one of our languages has alone, in different words."""
    found: dict[str, float] = defaultdict(float)
    for word in {token.text.lower() for token in article.tokens if not token.text.isascii()}:
        for language, letters in _LETTERS.items():
            if any(letter in word for letter in letters):
                found[language] += 0.25
    return {language: min(score, _MOST_FOR_LETTERS) for language, score in found.items()}
