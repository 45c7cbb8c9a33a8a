"""The article before names that take none, and the missing one before names that do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.evidence import evidence_of
from cleanup.folder_patterns import pattern_edits
from cleanup.lexicon.indefinite import indefinite_article
from cleanup.lexicon.languages import WITHOUT_ARTICLES
from cleanup.lexicon.names import MONTHS
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.origin import origin_of
from cleanup.passes.articles.general import general_nouns, most_edits
from cleanup.passes.articles.mentioned import mentioned_edits
from cleanup.passes.articles.named import SAINTS, may_be_ship, named_edits
from cleanup.passes.articles.nouns import lost_articles
from cleanup.passes.articles.partitive import partitive_edits
from cleanup.passes.articles.predicates import predicate_edits
from cleanup.resources import Resources
from cleanup.syntax.bare_nouns import DETERMINERS_BEFORE, PREPOSITIONS_BEFORE
from cleanup.syntax.clauses import Rest, has_object, main_verb, rest_of_clause
from cleanup.syntax.parser import DETERMINERS, SUBJECT_PRONOUNS, Sentence, Word, parse
from cleanup.syntax.words import ALSO_RIVERS, PREPOSITIONS_OF_TIME, REGIONS_EITHER_WAY, TIME_NOUNS

_LANDS = frozenset({"country", "region", "continent"})
_TOWNS = frozenset({"city", "capital"})
_LONG_FORM = re.compile(
    r"\b(?:Republic|States?|Territor(?:y|ies)|Kingdom|Federation|Emirates|Islands?|Province|[Rr]egion|Community|Union|"
    r"Coast|Peninsula|Ocean|Sea|Bank|Valley|Canton|District|Department|Governorate|Special)\b"
)
_ARCHAIC = word_set("Sudan Punjab Tyrol Saarland Argentine Congo Crimea Veneto Marche Piedmont Tigray")
_CARRIED = frozenset({"Piedmont", "Veneto"})  # the Piedmont of Virginia has its article
_ARTICLE_ELSEWHERE = word_set("Cairo Havana Mecca Valletta Coruña Rochelle Spezia Corunna")
_SURE_TITLES = word_set(
    "pope king queen prince princess professor general colonel cardinal archbishop bishop senator emperor sultan "
    "president sheikh doctor rabbi imam"
)
_TITLES = _SURE_TITLES | word_set("minister chancellor premier captain judge mayor governor commissioner inspector")
_OF_PERSONS = word_class("kin", "statements", "deeds", "body_parts") | word_set(
    "words decision speech resignation party"
)
_BARE_BODIES = word_class("bodies_without_article")
_WATER = word_class("river_words")
_BARE_AT_START = frozenset({"EU", "UN", "Mediterranean", "Champions League", "Europa League", "Bundesliga"})
_COUNTABLE = word_class("countable_nouns")
_ABBREVIATED = re.compile(r"\b[A-Z]\.\s*$")
_WHOLE_SENTENCE = 6  # words: a headline has no full stop, a caption is short
_MODIFIED = word_set("of that who whose whom he she they it we you i where when")
_BEHIND_A_NAME = word_set("alone itself too also today now again instead abroad overnight")
_MOST_WITH_ARTICLE = frozenset({"de", "nl", "sv", "da", "no"})  # die meisten, de meeste, de flesta
_DIRECTIONS = word_set("northern southern eastern western central")
_OFFICES = word_set(
    "president minister chancellor ambassador king queen emperor premier captain coach champion government "
    "international striker midfielder defender goalkeeper consul envoy"
)
_YEAR_PREPOSITIONS = PREPOSITIONS_OF_TIME | word_set("in from till by of")
_DAY_PREPOSITIONS = word_set("on since until till from by before after")
_YEAR_VERBS = word_set("is was will has had began ended brought marked saw started")
_MONTH_PREPOSITIONS = word_set("in since until till on from by of for")
_PLACE_PREPOSITIONS = word_set(
    "to in from of into with by against for at within between across throughout towards toward"
)

# Words right behind which a bare singular noun is looked at, and what the counts behind it are compared with.
_BEFORE_THE_NOUN = word_set("of without with into behind inside near through across under from against around above")
_DETERMINED, _BARE_SHARE = 25, 0.25

# Names that stand without “the” only where they describe a noun, and that writers of other languages leave bare.
_WITH_ARTICLE = re.compile(
    "Netherlands|Kremlin|EU|UN|Vatican|Bahamas|Gambia|Philippines|United States|United Kingdom|"
    "Czech Republic|Dominican Republic|European Union|United Nations|Soviet Union|Middle East|"
    "Balkans|White House|Bundestag|Black Sea|Baltic Sea|Red Sea|Mediterranean Sea|Mediterranean|"
    "Caucasus|Persian Gulf|Champions League|Europa League|European Commission|European Parliament|"
    "European Central Bank|Security Council|World Bank|International Monetary Fund|European Council|"
    "Council of Europe|African Union|Constitutional Court|Supreme Court|Red Cross|Bosphorus|Danube|"
    "Rhine|Volga|Alps|Pyrenees|Carpathians|Crimean Peninsula|World Health Organization|Pentagon|"
    "Elysée|Bundesliga|Premier League|Warsaw Pact|Cold War|Second World War|First World War|"
    "Eurozone|Schengen area|International Criminal Court|House of Commons|Black Forest"
)


class Articles:
    """Finds articles by the gazetteer and the light parser; what a pattern can say stands in the packs."""

    name = "articles"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Edits that drop or add an article."""
        yield from pattern_edits(article, self._resources, self.name)
        origin = origin_of(article, self._resources)
        bare = origin in WITHOUT_ARTICLES
        carried = origin is not None and not bare
        if bare:
            yield from mentioned_edits(article, self._resources)
        for sentence in parse(article):
            yield from self._opening(article.text, sentence, bare=bare)
            yield from lost_articles(article.text, sentence, self._resources)
            yield from predicate_edits(article.text, sentence, self._resources, bare=bare)
            yield from partitive_edits(article.text, sentence, self._resources)
            yield from general_nouns(article.text, sentence, self._resources, carried=carried)
            if origin in _MOST_WITH_ARTICLE:
                yield from most_edits(article.text, sentence, self._resources)
            for index, word in enumerate(sentence.words[:-1]):
                if word.lower == "the" and (word.text == "The" or word.text == "the"):
                    yield from self._superfluous(article, sentence, index, carried=carried)
                    yield from self._owner(article, sentence, index)
                    yield from named_edits(article, sentence, index, self._resources, self._stands_alone)
                elif word.lower in _PLACE_PREPOSITIONS:
                    yield from self._missing(article.text, sentence, index)
                if bare and (word.lower in _BEFORE_THE_NOUN or word.tag & (Tag.VERB_PAST | Tag.VERB_PRESENT)):
                    yield from self._bare_noun(article.text, sentence, index)

    # Too many

    def _superfluous(self, article: Article, sentence: Sentence, index: int, *, carried: bool) -> Iterator[Edit]:
        text, words = article.text, sentence.words
        following = words[index + 1]
        if following.text in MONTHS:
            if self._is_bare_month(words, index):
                yield self._drop(text, sentence, index, "article-before-date", Applicability.SAFE)
            return
        if following.tag is Tag.NUMBER:
            if _is_bare_year(words, index) or _is_bare_day(words, index):
                yield self._drop(text, sentence, index, "article-before-date", Applicability.SAFE)
            return
        yield from self._title(text, sentence, index)
        if not following.is_capitalised:
            return
        end, certainty = self._bare_name(words, index + 1, carried=carried)
        if end + 1 < len(words) and words[end].lower == "from" and words[end + 1].lower == "the":
            return  # the Venice from the north, of the north
        club = carried and following.text not in SAINTS and not may_be_ship(article) and _ends_plainly(words, end)
        if certainty is Applicability.UNSAFE and (club or self._had_article(words, index, end)):
            certainty = Applicability.SAFE
        standing = self._standing(words, index + 1, end) if certainty else None
        if certainty and standing:
            name = text[sentence.offset(index + 1) : sentence.end_offset(end - 1)]
            doubt = Applicability.UNSAFE if Applicability.UNSAFE in (certainty, standing) else Applicability.SAFE
            yield self._drop(text, sentence, index, "article-before-name", doubt, name=name)

    def _title(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`the pope Francis`, `the president Macron`: a title before a name is part of it."""
        words = sentence.words
        title, name = words[index + 1], words[index + 2] if index + 2 < len(words) else None
        if name is None or title.lower not in _TITLES or not name.is_capitalised or name.start != title.end + 1:
            return
        end = index + 3
        while end < len(words) and words[end].is_capitalised:
            end += 1
        lexicon, names = self._resources.words, self._resources.names
        person = lexicon.is_given_name(name.text) or lexicon.is_surname(name.text) or title.lower in _SURE_TITLES
        if not person or names.kinds_of(name.text) - {"person"} or names.is_demonym(name.text):
            return
        if lexicon.is_word(name.lower):
            return
        if end < len(words):
            after = words[end]
            if after.is_noun or after.tag is Tag.ADJECTIVE or after.tag is Tag.NUMBER or after.text in "-–‑’'/&":
                return  # the king Arthur legends
            if after.tags & FINITE_VERB and rest_of_clause(words, main_verb(words, end) + 1) is not Rest.NONE:
                return  # the minister Novak sent was late
        start, stop = sentence.offset(index), sentence.end_offset(index + 1)
        ship = title.is_capitalised and title.lower in ("king", "queen", "prince", "princess", "general", "emperor")
        doubt = Applicability.SAFE if title.lower in _SURE_TITLES and not ship else Applicability.UNSAFE
        rule = self._resources.rules["title-before-name"]
        yield rule.edit(text, start, stop, [title.text.capitalize()], applicability=doubt)

    def _owner(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`the Merkel’s decision`: a surname that owns what follows, not the Kremlin’s or the Smiths’."""
        words, lexicon, names = sentence.words, self._resources.words, self._resources.names
        if index + 3 >= len(words) or words[index + 2].text not in ("’s", "'s") or not words[index + 3].is_nominal:
            return
        name = words[index + 1].text
        other = names.kinds_of(name) or names.is_demonym(name) or _WITH_ARTICLE.fullmatch(name) or name.isupper()
        if other or not lexicon.is_surname(name) or lexicon.is_word(name.lower()):
            return
        known = evidence_of(article, self._resources).person(name) is not None
        deed = any(word.lower in _OF_PERSONS for word in words[index + 3 : index + 5])
        doubt = Applicability.SAFE if known or deed else Applicability.UNSAFE
        yield self._drop(article.text, sentence, index, "article-before-name", doubt, name=name)

    def _had_article(self, words: Sequence[Word], index: int, end: int) -> bool:
        """Whether a city is no ship or club here: `in the Cairo`, and cities that have an article in Romance names."""
        before = words[index - 1].lower if index else ""
        named = words[index + 1].text in _ARTICLE_ELSEWHERE and before in _PLACE_PREPOSITIONS
        return end == index + 2 and (before == "in" or named)

    def _drop(
        self, text: str, sentence: Sentence, index: int, rule: str, certainty: Applicability, *, name: str = ""
    ) -> Edit:
        start, end = sentence.offset(index), sentence.offset(index + 1)
        return self._resources.rules[rule].edit(text, start, end, [""], applicability=certainty, name=name)

    def _bare_name(self, words: Sequence[Word], start: int, *, carried: bool) -> tuple[int, Applicability | None]:
        """The end of the longest English name of a place at `start`, and how surely it takes no article."""
        names = self._resources.names
        for length in range(4, 0, -1):
            part = words[start : start + length]
            name = " ".join(word.text for word in part)
            if len(part) < length:
                continue
            if name.replace(" ", "_") in _BARE_BODIES:
                return start + length, Applicability.SAFE
            if not (kinds := names.kinds_of(name)):
                continue
            if (
                name in REGIONS_EITHER_WAY
                or names.takes_article(name)
                or _LONG_FORM.search(name)
                or (name in _ARCHAIC and not (carried and name in _CARRIED))
            ):
                return start + length, None
            if name in ALSO_RIVERS and any(word.lower in _WATER for word in words):
                return start + length, None
            if kinds <= _LANDS:
                return start + length, Applicability.SAFE
            return start + length, Applicability.UNSAFE if kinds <= _TOWNS else None
        return start, None

    def _standing(self, words: Sequence[Word], start: int, end: int) -> Applicability | None:
        """How surely the name is a whole phrase; in doubt where the noun behind it may be a verb or another phrase."""
        if self._stands_alone(words, start, end):
            return Applicability.SAFE
        if end >= len(words) or words[end].is_capitalised or words[end].tag is Tag.PUNCTUATION:
            return None
        joined = self._is_joined(words, start - 1)
        following = words[end + 1] if end + 1 < len(words) else None
        if words[end].tags & (FINITE_VERB | Tag.VERB_BASE) and following is not None:
            opens = following.lower in DETERMINERS or following.tag & (Tag.PREPOSITION | Tag.ADVERB | Tag.INFINITIVE)
            plain = not words[end].tags & (Tag.NOUN | Tag.PLURAL_NOUN)
            if opens and (joined or plain) and words[end].tags & Tag.VERB_PAST:
                return Applicability.SAFE if joined and plain else Applicability.UNSAFE
            if opens:
                return Applicability.UNSAFE
        fronted = start == 2 and words[0].lower == "in" and words[end].tag is Tag.PLURAL_NOUN
        verb = following is not None and following.tag & (Tag.AUXILIARY | Tag.MODAL)
        given = joined and words[end].tag & (Tag.NOUN | Tag.PLURAL_NOUN)
        return Applicability.UNSAFE if given or (fronted and verb) else None

    def _is_joined(self, words: Sequence[Word], index: int) -> bool:
        """Whether `the` at `index` stands behind the bare name of a country and `and`: Tunisia and the Libya."""
        if index < 2 or words[index - 1].lower not in ("and", "or") or not words[index - 2].is_capitalised:
            return False
        start = index - 2
        while start > 0 and words[start - 1].is_capitalised:
            start -= 1
        name = " ".join(word.text for word in words[start : index - 1])
        return self._is_land(name) and (start == 0 or words[start - 1].lower != "the")

    def _is_land(self, name: str) -> bool:
        kinds = self._resources.names.kinds_of(name)
        return bool(kinds) and kinds <= _LANDS

    def _lists(self, words: Sequence[Word], at: int) -> bool:
        """Whether a list of bare countries goes on at `at` and ends a phrase: `(the Argentina), Canada and Chile.`"""
        while True:
            start = at
            while at < len(words) and words[at].is_capitalised:
                at += 1
            if not self._is_land(" ".join(word.text for word in words[start:at])):
                return False
            if at >= len(words):
                return True
            if words[at].lower in ("and", "or"):
                return self._joins(words, at + 1)
            if words[at].text != ",":
                return False
            at += 1
            if at < len(words) and words[at].lower in ("and", "or"):
                return self._joins(words, at + 1)

    def _stands_alone(self, words: Sequence[Word], start: int, end: int) -> bool:
        """Whether the name is a whole phrase: no noun follows that it describes, and nothing that narrows it."""
        if end >= len(words):
            return True
        after, last = words[end], words[end - 1]
        following = words[end + 1] if end + 1 < len(words) else None
        named = following is not None and following.is_capitalised
        if after.text[0] in "’'" and len(after.text) > 1:
            return not named
        if after.text in "-–—‑/&":
            return after.start != last.end and not named and after.text in "–—"
        if after.tag is Tag.PUNCTUATION:
            if after.text == "," and named:
                return words[start - 2].lower == "of" or self._lists(words, end + 1)
            return after.text in ".;:!?)”»,"
        if after.is_capitalised and start >= 3:
            office = words[start - 2].lower == "of" and words[start - 3].lower in _OFFICES
            return office and self._resources.words.is_given_name(after.text)
        if after.tag is Tag.NUMBER:  # at the Wembley two players fell, not the Wembley 2019 final
            return after.text.isalpha() and following is not None and following.tag is Tag.PLURAL_NOUN
        if after.lower == "it" and start == 2 and following is not None and words[0].lower in PREPOSITIONS_BEFORE:
            return bool(following.tag & (Tag.AUXILIARY | Tag.MODAL))  # In the Sicily it did not rain
        if after.lower in _MODIFIED or after.is_capitalised:
            return False
        if after.tag & Tag.PREPOSITION and following is not None and following.lower in ("which", "whom"):
            return False
        if after.lower in ("and", "or"):
            return self._joins(words, end + 1)
        if after.lower in ("last", "next") and following is not None:
            return following.lower in TIME_NOUNS
        if after.lower in _BEHIND_A_NAME:
            return following is None or not following.is_nominal or following.lower in DETERMINERS
        if after.lower in DETERMINERS or after.tag & (
            Tag.PREPOSITION | Tag.AUXILIARY | Tag.MODAL | Tag.CONJUNCTION | Tag.INFINITIVE
        ):
            return True
        if after.tag is Tag.ADVERB or after.tag is Tag.RELATIVE:
            return after.lower != "where" and not after.tags & (Tag.ADJECTIVE | Tag.NOUN)
        if after.tag is Tag.GERUND and not after.tags & (Tag.NOUN | Tag.PLURAL_NOUN):
            return following is not None and following.tag is Tag.ADJECTIVE
        if not after.tags & (Tag.VERB_PRESENT | Tag.VERB_PAST):
            return False
        if not after.tag & FINITE_VERB or after.tags & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE):
            if end + 1 >= len(words):
                return False
            if words[end + 1].lower in DETERMINERS | {"that"} or words[end + 1].tag is Tag.INFINITIVE:
                return True
            sole = has_object(words, end + 1) and rest_of_clause(words, end + 1) is Rest.NONE
            return sole and not after.tags & (Tag.NOUN | Tag.PLURAL_NOUN)
        return True

    def _joins(self, words: Sequence[Word], at: int) -> bool:
        """Whether `and` leads to another phrase or a name that stands alone: the Mali and Niger missions is neither."""
        if at >= len(words) or words[at].lower in DETERMINERS or words[at].tag & (FINITE_VERB | Tag.PREPOSITION):
            return True
        at += words[at].lower in _DIRECTIONS
        while at < len(words) and words[at].is_capitalised:
            at += 1
        after = words[at] if at < len(words) else None
        last = words[at - 1]
        if after is None or not last.is_capitalised or self._resources.words.is_word(last.lower):
            return after is None
        if after.tag is Tag.PUNCTUATION:
            return after.text in ".;:" and len(words[at - 1].text) > 1
        if after.tag & Tag.PREPOSITION:
            return after.lower != "of"
        return bool(after.tag & FINITE_VERB) and not after.tags & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE)

    def _is_bare_month(self, words: Sequence[Word], index: int) -> bool:
        """Whether a month behind `the` is a date: in the December, on the December 4."""
        if index == 0 or words[index - 1].lower not in _MONTH_PREPOSITIONS:
            return False
        at = index + 2
        if at < len(words) and words[at].tag is Tag.NUMBER:
            at += 1
            if at + 1 < len(words) and words[at].text == "," and words[at + 1].tag is Tag.NUMBER:
                at += 2
                if at + 1 < len(words) and words[at].text == "," and words[at + 1].is_nominal:
                    return False  # the May 4, 2019, Labour primary
        elif words[index + 1].text in ("March", "May") and words[index - 1].lower != "in":
            return False
        return _phrase_ends(words, at)

    # Too few

    def _missing(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`in Netherlands`, `of EU`: a preposition right before a name that takes an article and stands alone."""
        words = sentence.words
        if not words[index + 1].is_capitalised:
            return
        for length in range(4, 0, -1):
            part = words[index + 1 : index + 1 + length]
            name = " ".join(word.text for word in part)
            if len(part) < length or not _WITH_ARTICLE.fullmatch(name):
                continue
            end = index + 1 + length
            if self._is_whole(words, end):
                start = sentence.offset(index + 1)
                rule = self._resources.rules["article-missing-before-name"]
                yield rule.edit(text, start, sentence.end_offset(end - 1), [f"the {name}"], name=name)
            return

    def _bare_noun(self, text: str, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`signed petition`, `the owner of restaurant`: a noun that the corpora never have without an article."""
        words, lexicon = sentence.words, self._resources.words
        opener, last = words[index], index + 1
        modified = words[last].tag in (Tag.NOUN, Tag.ADJECTIVE) and last + 1 < len(words)
        if modified and words[last + 1].tag is Tag.NOUN and words[last + 1].text.islower():
            last += 1
        first, noun, after = words[index + 1], words[last], words[last + 1] if last + 1 < len(words) else None
        if noun.tag is not Tag.NOUN or not first.text.islower() or lexicon.bigram_lower(opener.lower, first.lower):
            return
        ends = after is None or after.text in ".,;:!?)”" or after.tag & (Tag.PREPOSITION | Tag.RELATIVE)
        if not ends or opener.tag & Tag.AUXILIARY or not self._needs_article(noun.lower):
            return
        indefinite = opener.lower in ("with", "without", "as") or opener.tag & (Tag.VERB_PAST | Tag.VERB_PRESENT)
        start, end = sentence.offset(index + 1), sentence.end_offset(last)
        phrase = text[start:end]
        options = [f"the {phrase}", f"{indefinite_article(first.lower)} {phrase}"]
        rule = self._resources.rules["article-missing-before-noun"]
        yield rule.edit(text, start, end, options[::-1] if indefinite else options, name=phrase)

    def _needs_article(self, noun: str) -> bool:
        """Whether a singular noun stands behind a determiner often, and hardly ever right behind a preposition."""
        lexicon = self._resources.words
        if not lexicon.takes_article(noun) or lexicon.tags(noun) & Tag.PLURAL_NOUN:
            return False
        determined = sum(lexicon.bigram_lower(word, noun) for word in DETERMINERS_BEFORE)
        bare = sum(lexicon.bigram_lower(word, noun) for word in PREPOSITIONS_BEFORE)
        return determined >= _DETERMINED and bare < _BARE_SHARE * determined

    def _opening(self, text: str, sentence: Sentence, *, bare: bool) -> Iterator[Edit]:
        """`European Commission has`, `River took`: a subject without its article at the head of a whole sentence.

        `bare`: the article comes from a language that has no articles.
        """
        words = sentence.words
        if len(words) < _WHOLE_SENTENCE or words[-1].text not in ".”" or not words[0].is_capitalised:
            return
        if _ABBREVIATED.search(text, max(0, sentence.start - 5), sentence.start):
            return  # no new sentence: the U.S. Supreme Court
        end = self._named_subject(words)
        rule = self._resources.rules["article-missing-at-start"]
        start = sentence.offset(0)
        if end is not None:
            name = text[start : sentence.end_offset(end - 1)]
            certain = bare or words[0].lower not in ("government", "ministry", "embassy")
            doubt = Applicability.SAFE if certain else Applicability.UNSAFE
            yield rule.edit(text, start, sentence.end_offset(end - 1), [f"The {_lowered(name)}"], applicability=doubt)
        elif words[0].lower in _COUNTABLE and _is_verb_here(words, 1):
            if words[1].lower in ("were", "are", "have") or words[0].text == "Mine":
                return  # a club: City were held to a draw; mine has saved me
            doubt = Applicability.SAFE if bare else Applicability.UNSAFE
            option = f"The {words[0].lower}"
            yield rule.edit(text, start, sentence.end_offset(0), [option], applicability=doubt)

    def _named_subject(self, words: Sequence[Word]) -> int | None:
        """Where an organisation's name at the head of the sentence ends, right before its verb."""
        for length in range(4, 0, -1):
            name = " ".join(word.text for word in words[:length])
            if _WITH_ARTICLE.fullmatch(name) and name not in _BARE_AT_START:
                return length if _is_verb_here(words, length) else None
        if words[0].text in ("Ministry", "Government", "Embassy", "Chamber", "Court") and words[1].lower == "of":
            end = 2
            while end < len(words) and (words[end].is_capitalised or words[end].lower == "and"):
                end += 1
            return end if end > 2 and _is_verb_here(words, end) else None
        return None

    def _is_whole(self, words: Sequence[Word], end: int) -> bool:
        """Whether the name ends its phrase: nothing follows that it could describe, and no list of names goes on."""
        if end >= len(words):
            return True
        after = words[end]
        if after.tag is Tag.PUNCTUATION:
            return after.text in ".;:!?" or (
                after.text == "," and not (end + 1 < len(words) and words[end + 1].is_capitalised)
            )
        if after.tag & FINITE_VERB and not after.tags & (Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE):
            return after.text[0].isalpha()
        return bool(after.tag & (Tag.PREPOSITION | Tag.RELATIVE))


def _is_verb_here(words: Sequence[Word], at: int) -> bool:
    """Whether the word can only be the verb of what stands before it."""
    if at + 1 >= len(words) or words[at].is_capitalised or words[at].text[0] in "’'":
        return False  # School’s out
    verb = words[at]
    helps = verb.tag & (Tag.AUXILIARY | Tag.MODAL)
    plain = verb.tag & (Tag.VERB_PAST | Tag.VERB_PRESENT) and not verb.tags & (Tag.NOUN | Tag.PLURAL_NOUN)
    return bool(helps or plain)


def _ends_plainly(words: Sequence[Word], end: int) -> bool:
    """Whether a verb, a mark or a preposition stands behind the name: not the Liverpool half."""
    if end >= len(words) or words[end].tag is Tag.PUNCTUATION:
        return True
    plain = words[end].tag & (Tag.AUXILIARY | Tag.MODAL | Tag.VERB_PAST) or words[end].tag is Tag.PREPOSITION
    return bool(plain) and words[end].lower not in ("to", "of", "half")


def _lowered(name: str) -> str:
    """Of `Government of …` the first letter small; organisations keep theirs."""
    return name[0].lower() + name[1:] if name.startswith("Government") else name


def _phrase_ends(words: Sequence[Word], at: int) -> bool:
    if at >= len(words):
        return True
    after = words[at]
    if after.tag is Tag.PUNCTUATION:
        if after.text == "," and at + 1 < len(words) and words[at + 1].tag is Tag.NUMBER:
            return False
        return after.text in ".,;:!?)–—" and not (after.text in "–—" and after.start == words[at - 1].end)
    if after.text[0] in "’'":
        return False
    if after.lower in ("and", "or", "to"):
        return at + 1 < len(words) and words[at + 1].tag is not Tag.NUMBER and not words[at + 1].is_capitalised
    return (
        after.lower in DETERMINERS
        or after.lower in SUBJECT_PRONOUNS
        or bool(after.tag & (Tag.PREPOSITION | Tag.AUXILIARY | Tag.MODAL | Tag.RELATIVE | Tag.CONJUNCTION))
    )


def _is_bare_day(words: Sequence[Word], index: int) -> bool:
    """Whether a number behind `the` is a day by itself: on the 9 January, not the 9 January attack."""
    if index == 0 or index + 2 >= len(words) or words[index + 2].text not in MONTHS:
        return False
    return words[index - 1].lower in _DAY_PREPOSITIONS and _phrase_ends(words, index + 3)


def _is_bare_year(words: Sequence[Word], index: int) -> bool:
    """Whether a number behind `the` is a year by itself: since the 1994, not in the 1994 election."""
    number = words[index + 1].text
    if not (number.isdigit() and 1700 <= int(number) <= 2100):
        return False
    if (index == 0 or words[index - 1].lower in ("and", "but", "that")) and index + 2 < len(words):
        return words[index + 2].lower in _YEAR_VERBS
    if index == 0:
        return False
    if words[index - 1].lower not in _YEAR_PREPOSITIONS:
        return False
    return _phrase_ends(words, index + 2)
