"""Names and adjectives in the order of Romance languages: `the soprano Georgian Nino X`, `the Region Lombardy`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.indefinite import indefinite_article
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, Sentence, Word

_PLACES = frozenset({"country", "region", "continent", "city", "geography"})
_CARRIERS = word_class("bearers_of_names", "ships")
_ARTISTS = word_class("roles")
_DIVISIONS = word_set("Region Province Canton Department Governorate Oblast Voivodeship Prefecture")
_DIRECTIONS = word_set(
    "northern southern eastern western central north-eastern north-western south-eastern south-western northeastern "
    "northwestern southeastern southwestern sub-Saharan"
)
_WATERS = word_class("seas_and_rivers") | word_set("Caucasus Balkans Sahara Sahel Arctic")
_BODIES = word_set(
    "minister ministers ministry ministries federation association institute league championship academy court union "
    "team confederation "
    "chamber society secretary"
)
_ARTICLES = word_set("der die das el la le les il lo gli los las")
_QUALITIES = word_set("young elderly famous beautiful")
_PEOPLE_ENDINGS = ("ean", "ian", "ese")
_USUAL = 5  # times in the clean corpora
_LONGEST_OFFICE = 4  # words between `of` and the adjective


class NameOrder:
    """What stands between a noun and the name it belongs to, or behind both."""

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def edits(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """Edits for the capitalised word behind the one at `index`."""
        word, following = sentence.words[index], sentence.words[index + 1]
        if following.start != word.end + 1:
            return
        if word.text in _DIVISIONS:
            yield from self._division(text, sentence, index)
        elif self._resources.names.is_demonym(following.text):
            yield from self._before_name(text, sentence, index)
            yield from self._before_age(text, sentence, index)
            yield from self._behind_office(text, sentence, index)
            yield from self._behind_pair(text, sentence, index)
        elif following.lower.endswith(_PEOPLE_ENDINGS):
            yield from self._rare_people(text, sentence, index)

    def direction(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`in the Mediterranean central`, `in Africa western`: the part of a place behind its name."""
        words = sentence.words
        place, part = words[index], words[index + 1]
        if part.lower not in _DIRECTIONS or not place.is_capitalised or part.start != place.end + 1:
            return
        if index == 0 or not (words[index - 1].tag & Tag.PREPOSITION or words[index - 1].lower == "the"):
            return
        after = words[index + 2] if index + 2 < len(words) else None
        if after is not None and not ends(after):
            return
        water = place.text in _WATERS
        if not water and not self._resources.names.kinds_of(place.text) & _PLACES:
            return
        first = index - 1 if words[index - 1].lower == "the" and not water else index
        start, end = sentence.offset(first), sentence.end_offset(index + 1)
        rule = self._resources.rules["direction-after-place"]
        yield rule.edit(text, start, end, [f"{part.text} {place.text}"], name=place.text)

    def _division(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`the Region Lombardy`: English says the Lombardy region."""
        words = sentence.words
        noun, end = words[index], index + 2
        while end < len(words) and words[end].is_capitalised and words[end].start == words[end - 1].end + 1:
            end += 1
        name = text[sentence.offset(index + 1) : sentence.end_offset(end - 1)]
        if not self._resources.names.kinds_of(name) & {"region", "city"}:
            return
        if end < len(words) and not ends(words[end]):
            return
        before = words[index - 1].lower if index else ""
        determined = before in ("the", "a", "this", "its", "every", "each")
        if index and not determined and not words[index - 1].tag & (Tag.PREPOSITION | Tag.CONJUNCTION):
            return
        article = "" if determined else ("The " if index == 0 else "the ")
        span = sentence.offset(index), sentence.end_offset(end - 1)
        options = [f"{article}{name} {noun.lower}", f"{article}{noun.lower} of {name}"]
        yield self._resources.rules["division-before-name"].edit(text, *span, options, name=name)

    def _before_name(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`The soprano Georgian Nino X`, `the weekly German Der Spiegel`: before the name, behind its noun."""
        words = sentence.words
        noun, demonym = words[index], words[index + 1]
        lexicon = self._resources.words
        person = self._is_person(noun) or noun.lower in _ARTISTS
        if not (person or noun.lower in _CARRIERS) or noun.is_capitalised or index + 2 >= len(words):
            return
        name = words[index + 2]
        if not name.is_capitalised or name.start != demonym.end + 1 or self._resources.names.is_demonym(name.text):
            return
        full = index + 3 < len(words) and words[index + 3].is_capitalised
        if person and lexicon.is_given_name(demonym.text) and not (full and lexicon.is_given_name(name.text)):
            return
        if person and not (lexicon.is_given_name(name.text) or full):
            return
        common = name.lower not in _ARTICLES and lexicon.is_word(name.lower)
        if common and (lexicon.bigram(demonym.text, name.text) or not lexicon.may_be_proper(name.text)):
            return
        first = noun_start_of(words, index)
        if first == 0 or words[first - 1].lower not in DETERMINERS:
            return
        yield self._moved(text, sentence, first, index, demonym.text)

    def _is_person(self, noun: Word) -> bool:
        return self._resources.words.is_person_noun(noun.lower.rpartition("-")[2])  # singer-songwriter

    def _before_age(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`a Swedish young soprano`: the adjective of a people stands right before the noun."""
        words = sentence.words
        if words[index].lower not in DETERMINERS or index + 3 >= len(words):
            return
        demonym, quality, noun = words[index + 1 : index + 4]
        if quality.text not in _QUALITIES or noun.tag is not Tag.NOUN or not self._is_person(noun):
            return
        start, end = sentence.offset(index + 1), sentence.end_offset(index + 2)
        fixed = f"{quality.text} {demonym.text}"
        if words[index].lower in ("a", "an"):
            start, fixed = sentence.offset(index), f"{indefinite_before(words[index], fixed)} {fixed}"
        yield self._resources.rules["nationality-after-noun"].edit(text, start, end, [fixed])

    def _rare_people(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`a baker Martinicean`: an adjective of a people that no list has, where no name can follow a noun."""
        words, lexicon = sentence.words, self._resources.words
        noun, people = words[index], words[index + 1]
        if index == 0 or noun.tag is not Tag.NOUN or noun.is_capitalised or words[index - 1].lower not in ("a", "an"):
            return
        after = words[index + 2] if index + 2 < len(words) else None
        if lexicon.is_given_name(people.text) or lexicon.is_surname(people.text) or not people.is_alphabetic:
            return
        if self._resources.names.kinds_of(people.text) or not (after is None or ends(after)):
            return
        yield self._moved(text, sentence, index, index, people.text)

    def _behind_office(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`the minister of Foreign Affairs Italian`: the adjective of the head, behind its whole phrase."""
        words = sentence.words
        after = words[index + 2] if index + 2 < len(words) else None
        past = after is not None and after.tags & Tag.VERB_PAST and not after.tags & Tag.NOUN
        if after is not None and not (past or ends(after) or self._resources.words.is_given_name(after.text)):
            return
        if words[index].lower in ("and", "or") or (after is not None and after.lower in ("and", "or")):
            return
        for at in range(index - 1, max(0, index - _LONGEST_OFFICE - 1), -1):
            word = words[at]
            if word.lower == "of":
                first = noun_start_of(words, at - 1)
                cabinet = words[at - 1].lower in ("minister", "ministers", "ministry", "ministries")
                opens = first == 0 or bool(words[first - 1].tags & Tag.PREPOSITION)
                determined = first > 0 and words[first - 1].lower in DETERMINERS
                office = words[at - 1].lower in _BODIES and (determined or (cabinet and opens))
                if office and (cabinet or words[at + 1].lower not in DETERMINERS):
                    yield self._moved(text, sentence, first, index, words[index + 1].text)
                return
            inner = word.lower in DETERMINERS and words[at - 1].lower != "of"
            if inner or not (word.is_nominal or word.lower in ("and", "the")):
                return

    def _behind_pair(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`the forces armed Israeli`, `the elections French presidential`: two adjectives behind their noun."""
        words, lexicon = sentence.words, self._resources.words
        demonym = words[index + 1].text
        for noun, adjective, end in ((index - 1, index, index + 2), (index, index + 2, index + 3)):
            if noun < 1 or adjective >= len(words) or words[noun].is_capitalised or words[adjective].is_capitalised:
                continue
            if not words[noun].is_noun or words[noun - 1].lower not in DETERMINERS:
                continue
            after = words[end] if end < len(words) else None
            closed = after is None or ends(after) or bool(after.tags & Tag.VERB_PAST) or after.is_capitalised
            usual = lexicon.bigram_lower(words[adjective].text, words[noun].text)
            if not closed or usual < _USUAL or lexicon.bigram_lower(words[noun].text, words[adjective].text):
                continue
            start, stop = sentence.offset(noun), sentence.end_offset(end - 1)
            fixed = f"{demonym} {words[adjective].text} {words[noun].text}"
            before = words[noun - 1]
            if before.lower in ("a", "an"):
                start = sentence.offset(noun - 1)
                fixed = f"{indefinite_before(before, demonym)} {fixed}"
            yield self._resources.rules["nationality-after-noun"].edit(text, start, stop, [fixed])
            return

    def _moved(self, text: str, sentence: Sentence, first: int, index: int, adjective: str) -> Edit:
        words = sentence.words
        start, end = sentence.offset(first), sentence.end_offset(index + 1)
        replacement = f"{adjective} {text[start : sentence.end_offset(index)]}"
        before = words[first - 1]
        if first == 0:
            replacement = f"The {replacement}"
        elif before.tags & Tag.PREPOSITION and before.lower not in DETERMINERS:
            replacement = f"the {replacement}"
        elif before.lower in ("a", "an"):
            start = sentence.offset(first - 1)
            replacement = f"{indefinite_before(before, adjective)} {replacement}"
        rule = self._resources.rules["nationality-after-noun"]
        return rule.edit(text, start, end, [replacement], applicability=Applicability.SAFE)


def indefinite_before(before: Word, adjective: str) -> str:
    """The article before an adjective of nationality, capitalised as the one that stood there."""
    article = indefinite_article(adjective)
    return article.capitalize() if before.is_capitalised else article


def ends(word: Word) -> bool:
    """Whether the word cannot be the noun of an adjective before it."""
    if word.tag is Tag.PUNCTUATION:
        return word.text not in "-‑'’/&(\"“"
    if word.is_capitalised:
        return False
    if word.lower in DETERMINERS or word.lower in ("and", "or", "but"):
        return True
    ends = word.tag & (Tag.PREPOSITION | Tag.RELATIVE | Tag.PRONOUN | Tag.CONJUNCTION | FINITE_VERB)
    return bool(ends) and not word.tags & Tag.NOUN


def noun_start_of(words: Sequence[Word], index: int) -> int:
    """Where the run of nouns and adjectives begins that ends in the noun at `index`."""
    at = index
    while at > 0 and words[at - 1].tag & (Tag.NOUN | Tag.ADJECTIVE) and not words[at - 1].is_capitalised:
        if words[at - 1].end + 1 != words[at].start:
            break
        at -= 1
    return at
