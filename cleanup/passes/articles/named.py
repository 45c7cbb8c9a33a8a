"""The article before names that never take one: the Angela Merkel, the Lake Garda, the Article 18."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.evidence import evidence_of
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag, Words
from cleanup.resources import Resources
from cleanup.syntax.parser import Sentence, Word
from cleanup.syntax.words import SPEECH

StandsAlone = Callable[[Sequence[Word], int, int], bool]

_COURTESY: Final = word_set("mr mrs ms miss dr sir lady")
_FEATURES: Final = frozenset({"Mount", "Lake", "Cape", "Piazza", "Plaza", "Piazzale"})
_STREETS: Final = frozenset({"via", "viale", "piazza", "calle", "plaza", "corso", "avenida"})
_NO_NAMES: Final = frozenset({"District", "Authority", "Isle", "House", "View", "County", "Rush", "Accord", "Town"})
_NUMBERED: Final = word_class("numbered_nouns") & word_set(
    "article chapter flight gate page paragraph phase platform room route section terminal"
)
_NAMESAKES: Final = word_class("ships") | word_set(
    "stadium arena theatre theater hotel street award prize film novel opera"
)
SAINTS: Final = word_set("San Santa Santo São Saint St")
"""Words that begin the names of stadiums and churches: the San Nicola."""
_PARTICLES: Final = word_set("da do dos das de del della di van von der den ten bin ibn al el")
_PERSON: Final = frozenset({"person"})
_OPENING_PLACES: Final = word_set("Val Villa Costa Santa San Marina Monte Mar Rocca Sierra Valle Serra Isola")
"""Given names that also open the names of valleys, houses and coasts: the Val Cenischia."""
_MOSTLY_NAME: Final = 0.9
"""Share of capitals from which a word is a name, although it is a word as well: Peter."""
_NARROWING: Final = word_set("of who whom whose which that")


def named_edits(
    article: Article, sentence: Sentence, index: int, resources: Resources, stands_alone: StandsAlone
) -> Iterator[Edit]:
    """Edits that drop the article at `index` before a person in full, a lake, a square or a thing with its number.

    `stands_alone` says of the words from one index to another whether they are a whole phrase.
    """
    words = sentence.words
    found = _numbered(words, index + 1) or _feature(words, index + 1) or _person(article, words, index + 1, resources)
    if found is None:
        return
    end, doubt = found
    narrowed = end < len(words) and words[end].lower in _NARROWING
    if narrowed and (words[end].lower != "of" or words[end - 1].tag is not Tag.NUMBER):
        return
    if not (narrowed or stands_alone(words, index + 1, end) or _is_aged(words, end)):
        return
    first = words[index + 1].text
    capital = index == 0 or (words[index + 1].lower in _STREETS)
    name = article.text[sentence.offset(index + 1) : sentence.end_offset(end - 1)]
    place = sentence.offset(index), sentence.end_offset(index + 1)
    rule = resources.rules["article-before-name"]
    yield rule.edit(
        article.text, *place, [first[0].upper() + first[1:] if capital else first], applicability=doubt, name=name
    )


def _is_aged(words: Sequence[Word], end: int) -> bool:
    """Whether the name is followed by an age: the Pere Riart, 79, who."""
    return end + 1 < len(words) and words[end].text == "," and words[end + 1].tag is Tag.NUMBER


def _numbered(words: Sequence[Word], start: int) -> tuple[int, Applicability] | None:
    """`the Article 18`, `the platform 9`: the number behind the noun is its name."""
    if start + 1 >= len(words) or words[start].lower not in _NUMBERED or words[start + 1].tag is not Tag.NUMBER:
        return None
    return start + 2, Applicability.SAFE


def _feature(words: Sequence[Word], start: int) -> tuple[int, Applicability] | None:
    """`the Lake Garda`, `the via Garibaldi`: the kind of the thing opens its name."""
    if start + 1 >= len(words) or not words[start + 1].is_capitalised or words[start + 1].text in _NO_NAMES:
        return None
    if words[start].text not in _FEATURES and words[start].text not in _STREETS:
        return None
    return _run_end(words, start + 1), Applicability.SAFE


def _run_end(words: Sequence[Word], start: int) -> int:
    end = start
    while end < len(words) and (words[end].is_capitalised or _joins_names(words, end, start)):
        end += 1
    return end


def _joins_names(words: Sequence[Word], at: int, start: int) -> bool:
    """Whether the word is a particle inside a name: Maria da Silva, Jan van den Berg."""
    follows = any(word.is_capitalised for word in words[at + 1 : at + 3])
    return at > start and words[at].text in _PARTICLES and follows


def _person(
    article: Article, words: Sequence[Word], start: int, resources: Resources
) -> tuple[int, Applicability] | None:
    """Somebody with a given name and a surname, with Mr or Dr, or with a surname that the article has in full."""
    end = _run_end(words, start)
    lexicon, names = resources.words, resources.names
    run = [word.text for word in words[start:end] if word.text not in _PARTICLES]
    if not run or len(run) > 3 or run[0] in SAINTS or any(names.is_demonym(name) or name.isupper() for name in run):
        return None
    if run[0].lower() in _COURTESY:
        return (end, Applicability.SAFE) if len(run) > 1 else None
    if names.kinds_of(" ".join(run)) - _PERSON or names.kinds_of(run[-1]) - _PERSON or lexicon.is_word(run[-1].lower()):
        return None
    given = lexicon.is_given_name(run[0]) and not _is_common(lexicon, run[0])
    if len(run) == 1:
        person = evidence_of(article, resources).person(run[0])
        known = person is not None and person.given_name is not None and person.mentions > 1
    else:  # not: the Guardia Civil
        surname = lexicon.is_surname(run[-1]) or lexicon.is_given_name(run[-1])
        known = given and (surname or _is_aged(words, end) or _is_told_of(words, end))
    if known:
        return end, _surely(article, words, start, end)
    strange = given and not names.kinds_of(run[0]) - _PERSON and not may_be_ship(article)
    strange = strange and run[0] not in _OPENING_PLACES
    return (end, Applicability.UNSAFE) if strange and _acts(words, end) else None


def _surely(article: Article, words: Sequence[Word], start: int, end: int) -> Applicability:
    """Safe where a person speaks, acts or is so old; a ship, a stadium and a street bear people’s names too."""
    if _is_told_of(words, end):
        return Applicability.SAFE
    if may_be_ship(article):
        return Applicability.UNSAFE
    told = start > 1 and words[start - 2].lower in SPEECH
    beside = start > 1 and words[start - 2].lower in ("for", "by", "with", "against")
    sure = _acts(words, end) or told or beside or _is_aged(words, end)
    return Applicability.SAFE if sure else Applicability.UNSAFE


def _acts(words: Sequence[Word], end: int) -> bool:
    """Whether a verb stands right behind the name."""
    return end < len(words) and bool(words[end].tag & (FINITE_VERB | Tag.AUXILIARY | Tag.MODAL | Tag.ADVERB))


def _is_common(lexicon: Words, name: str) -> bool:
    """Whether the name is more often another word: Will, Grace."""
    return lexicon.is_word(name.lower()) and (lexicon.capitalised_share(name.lower()) or 0.0) < _MOSTLY_NAME


def _is_told_of(words: Sequence[Word], end: int) -> bool:
    """Whether a clause that only a person can have stands behind the name: the Albin Kurti, who."""
    return end + 1 < len(words) and words[end].text == "," and words[end + 1].lower in ("who", "whom")


def may_be_ship(article: Article) -> bool:
    """Whether the article tells of ships, stadiums or prizes, which bear the names of people and towns with “the”."""
    return any(token.text.lower() in _NAMESAKES for token in article.tokens)
