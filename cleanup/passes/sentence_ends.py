"""Marks lost with the markup: stops between and behind sentences, a comma before `who`; and stops that were made up."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from cleanup.article import Article, Span
from cleanup.edits import Applicability, Edit
from cleanup.evidence import PARTICLES
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax.clauses import Rest, is_complete, main_verb, rest_of_clause
from cleanup.syntax.parser import DETERMINERS, SUBJECT_PRONOUNS, Sentence, Word, parse, tag_sentence, words_text
from cleanup.syntax.words import CLAUSE_NOUNS, MIDDLE_ADVERBS, SPEECH, TELL, TIME_NOUNS

_PRONOUNS = word_set("He She It They We There")
_DETERMINERS = word_set(
    "The A An This These Those His Her Its Their Our My Some Many Most Several Hundreds Thousands Dozens"
)
_PREPOSITIONS = word_set("In On At For With From According During Among Amongst Despite Following")
_LINKS = word_set(
    "But And Perhaps Indeed However Meanwhile Instead Moreover Yet Now Then Today Yesterday Later Still Nobody Nothing "
    "Everyone Everybody Nevertheless Besides Also"
)
_ONE_OF_SEVERAL = word_set("the a an only another same that this like as and or than not between with")
_ASKING = word_set("ask asks asked asking know knows knew see sees saw remember remembers wonder wondered")
_AUXILIARIES = word_set("is was has had have are were will would could can must may might does did")
_OPENERS = _PRONOUNS | _LINKS | _DETERMINERS | _PREPOSITIONS
"""Words that open a sentence, and clauses only where they are written small."""
_AFTER_PREPOSITION = word_set("the a an this that these those his her its their our my addition fact least")
_TITLED = (
    word_class("works")
    | PARTICLES
    | word_set("the a an and or of in on at to for by with as from like than & who which that")
)
_NAME_PARTS = word_class("name_parts")
_ENDS = Tag.NOUN | Tag.PLURAL_NOUN | Tag.PROPER_NOUN | Tag.NUMBER | Tag.ADVERB | Tag.ADJECTIVE | Tag.PARTICLE
_FINITE = FINITE_VERB | Tag.VERB_BASE | Tag.PAST_PARTICIPLE
_LEAST_BEFORE, _LEAST_AFTER = 4, 4  # words of the two sentences
_LEAST_PARAGRAPH = 28  # words: a shorter line may be a heading, a deck or a caption
_NEVER_LAST = word_set("the a an its their our my your whose and or of because although whether every than into per")
_ASKING_WORDS = word_set("who what which where how when why whatever wherever")
_BE_AND_HAVE = word_set("is are was were be been has have had")
_FOR_GERUND = word_set("for with by from of without")
_PREDICATE = FINITE_VERB | Tag.MODAL
_SPEAKS = frozenset('“”"?!…:')
"""Marks of somebody who speaks, and may break off."""
_LEAST_CUT, _LONGEST_HEAD = 3, 4  # words before a stop that was made up, and the most of a phrase that is no sentence
_TOGETHER, _OFTEN = 3, 20  # times in eleven million words of clean English that two words stand side by side
_LEAST_CLAUSE = 7  # words of a clause that a stop cut off
_LEAST_RELATIVE = 4  # likewise, of one that says where or who
_RELATIVES = word_set("Where When Who")
_SUBJECT = _ENDS | Tag.DETERMINER | Tag.POSSESSIVE | Tag.PRONOUN
_REACH = 9  # words in which the second sentence has its verb


class SentenceEnds:
    """Finds where a sentence ended and nothing says so."""

    name = "sentence_ends"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Edits that put the full stop back, and those that take out one before a clause that is no sentence."""
        yield from self._broken_off(article)
        last: dict[int, Sentence] = {}
        for sentence in parse(article):
            last[article.text.rfind("\n", 0, sentence.start)] = sentence
            for index in range(_LEAST_BEFORE, len(sentence.words) - _LEAST_AFTER + 1):
                opener = sentence.words[index]
                if opener.text == "who" and self._describes_person(sentence.words, index):
                    at = sentence.end_offset(index - 1)
                    yield self._resources.rules["lost-comma-before-who"].edit(article.text, at, at, [","])
                if not opener.is_capitalised:
                    continue
                find = self._opens if opener.text in _OPENERS else self._opens_with_name
                if find(sentence.words, index):
                    yield self._stop(article.text, sentence.end_offset(index - 1), self._certainty(sentence, index))
        for paragraph in article.paragraphs:
            found = last.get(article.text.rfind("\n", 0, paragraph.start))
            if found is not None and self._lacks_stop(article, paragraph, found):
                yield self._stop(article.text, paragraph.end, Applicability.SAFE)

    def _broken_off(self, article: Article) -> Iterator[Edit]:
        """`They left. While the minister stayed.`: the clause belongs to the sentence before it."""
        text = article.text
        for before, sentence in itertools.pairwise(parse(article)):
            gap = text[before.start : sentence.start]
            if sentence.quoted or len(before.words) < 2:
                continue  # a quotation begins a sentence of its own
            if before.words[-1].text == "." and "\n" not in gap and gap.endswith(". "):
                yield from self._cut(article.text, before, sentence)
                yield from self._relative(article.text, before, sentence)
            if sentence.words[0].text != "While" or "\n" in gap or not gap.endswith(". ") or len(before.words) < 5:
                continue
            if before.words[-1].text == "." and before.words[-2].is_alphabetic and _is_one_clause(sentence.words):
                at = before.end_offset(len(before.words) - 1) - 1
                end = sentence.end_offset(0)
                yield self._resources.rules["invented-stop"].edit(text, at, end, [", while"])

    def _relative(self, text: str, before: Sentence, sentence: Sentence) -> Iterator[Edit]:
        """`She was born in Graz. Where she still lives.`: a clause that tells of the noun before it."""
        head, opener = before.words[-2], sentence.words[0]
        if (
            opener.text not in _RELATIVES
            or not (head.is_noun or head.text.isdigit())
            or not _is_lone_clause(sentence.words)
        ):
            return
        subject = sentence.words[1].lower in SUBJECT_PRONOUNS
        person = self._resources.words.is_person_noun(head.lower)
        certain = (opener.text == "Where" and subject and head.is_proper) or (opener.text == "Who" and person)
        if opener.text == "Who" and not person:
            return
        yield self._resources.rules["invented-stop"].edit(
            text,
            before.end_offset(len(before.words) - 1) - 1,
            sentence.end_offset(0),
            [f", {opener.lower}"],
            applicability=None if certain else Applicability.UNSAFE,
            confidence=None if certain else 0.6,
        )

    def _cut(self, text: str, before: Sentence, sentence: Sentence) -> Iterator[Edit]:
        """`the end of the. War`, `more. Than 60 people`, `were. Killed in May`: a stop where no sentence can end."""
        last, first = before.words[-2], sentence.words[0]
        plain = last.is_alphabetic and last.text.islower() and first.text.istitle() and first.is_alphabetic
        if not plain or len(before.words) < _LEAST_CUT or len(sentence.words) < 2:
            return
        sure = self._never_ends(before.words) or self._leads_on(before.words, sentence.words)
        if sure or self._is_fragment(before.words, sentence.words):
            at = before.end_offset(len(before.words) - 1) - 1
            count = self._resources.words.unigram
            small = first.lower if count(first.lower) > count(first.text) else first.text
            yield self._resources.rules["invented-stop"].edit(text, at, sentence.end_offset(0), [f" {small}"])

    def _never_ends(self, before: Sequence[Word]) -> bool:
        """Whether the last word of a sentence leads to another one: at the end of the, the conclusion that, , who."""
        last, earlier = before[-2].lower, before[-3].lower
        if last == "that":
            return before[-3].is_noun and earlier in CLAUSE_NOUNS
        if last in ("who", "which", "whose"):
            return earlier == ","
        if last == "of" and not before[-3].is_noun:
            return False  # no training to speak of
        return last in _NEVER_LAST and not _asks(before)

    def _leads_on(self, before: Sequence[Word], after: Sequence[Word]) -> bool:
        """Whether the words beside the stop are one construction: more than, says that, are killed, for overseeing."""
        last, first, second = before[-2], after[0], after[1]
        if first.lower == "than":
            return last.lower in ("more", "less", "fewer", "rather", "other") or last.lower.endswith("er")
        if first.lower == "that":
            return last.lower in SPEECH | TELL | CLAUSE_NOUNS and second.tag & (_SUBJECT | Tag.PREPOSITION) != 0
        if _asks(before):
            return False
        if last.lower in _BE_AND_HAVE:
            leads = second.tag & (Tag.PREPOSITION | Tag.INFINITIVE) or second.lower in ("by", "on", "in")
            return bool(leads and first.tags & Tag.PAST_PARTICIPLE and not first.tags & (Tag.NOUN | Tag.PLURAL_NOUN))
        if last.lower in _FOR_GERUND:
            return bool(first.tags & Tag.GERUND) and not any(word.tag & _PREDICATE for word in after[1:])
        helper = first.lower in _AUXILIARIES and second.tags & (Tag.GERUND | Tag.PAST_PARTICIPLE | Tag.ADVERB)
        return bool(helper) and after[-1].text == "." and not any(word.tags & _FINITE for word in before)

    def _is_fragment(self, before: Sequence[Word], after: Sequence[Word]) -> bool:
        """Whether one of the two is no sentence, and the words beside the stop stand side by side often.

        `a senior. Officer resigned`, `in favour. Of the plan.`, `the bilateral. Relations`, `will save. Lives.`
        """
        last, first, bigram = before[-2], after[0], self._resources.words.bigram
        together = bigram(last.lower, first.lower)
        if any(word.text in _SPEAKS for word in (*before, *after)):
            return False
        noun = bool(first.tags & (Tag.NOUN | Tag.PLURAL_NOUN))
        if len(before) <= _LONGEST_HEAD and before[0].lower in ("a", "an"):
            return noun and together >= _TOGETHER and not any(word.tags & _FINITE for word in before[1:-2])
        leads = before[-3].lower in DETERMINERS or before[-3].tag & Tag.PREPOSITION
        describes = leads and last.tags & Tag.ADJECTIVE and not last.tags & (Tag.NOUN | Tag.ADVERB)
        if noun and describes and not first.tags & FINITE_VERB:
            return together > _TOGETHER
        if any(word.tag & _PREDICATE for word in after):
            return False
        if first.lower == "of":
            return together >= _OFTEN and last.is_noun
        alone = len(after) == 2 and noun and last.tag & (Tag.ADJECTIVE | Tag.VERB_BASE)
        return bool(alone) and together > _TOGETHER

    def _stop(self, text: str, at: int, certainty: Applicability) -> Edit:
        return self._resources.rules["lost-stop"].edit(text, at, at, ["."], applicability=certainty)

    def _opens(self, words: Sequence[Word], index: int) -> bool:
        """Whether a whole clause ends before `index`, and another one begins there."""
        before, opener, after = words[index - 1], words[index], words[index + 1]
        ends = before.is_alphabetic or before.text.isdigit()
        if before.lower in _TITLED or not ends or opener.start != before.end + 1:
            return False
        if not before.tag & _ENDS and (before.is_capitalised or not _ends_as_noun(words, index)):
            return False
        if after.is_capitalised and not self._names_subject(words, index):
            return False
        if not (after.is_alphabetic or after.text[0].isdigit()):
            return False
        if opener.text in ("A", "An") and before.is_capitalised and not self._is_place_or_person(before.text):
            return False  # a Class A licence
        if opener.text in _PREPOSITIONS and after.lower not in _AFTER_PREPOSITION and not _is_fronted(words, index):
            return False
        if opener.text in _PRONOUNS:
            verb = index + 2 if after.lower in MIDDLE_ADVERBS else index + 1
            return bool(words[verb].tags & _FINITE) and _is_whole(words, index)
        behind = words[index + 2 : index + _REACH]
        return any(word.tag & _FINITE for word in behind) and _is_whole(words, index)

    def _is_place_or_person(self, name: str) -> bool:
        """Whether a name is one that no letter follows: the winner came from China A man waved."""
        lexicon = self._resources.words
        known = bool(self._resources.names.kinds_of(name)) or lexicon.is_surname(name)
        return known and not lexicon.is_word(name.lower())

    def _names_subject(self, words: Sequence[Word], index: int) -> bool:
        """Whether a name with its article and its verb begins at `index`: The State Police is."""
        end = next((at for at in range(index + 1, len(words)) if not words[at].is_capitalised), len(words))
        if words[index].text != "The" or words[index - 1].is_capitalised or end >= len(words):
            return False
        return end - index > 2 and words[end].lower in _AUXILIARIES

    def _describes_person(self, words: Sequence[Word], index: int) -> bool:
        """`General Henry Keller who led them`: whoever has a full name is one, and what is told of him stands apart."""
        name, given, before = words[index - 1], words[index - 2], words[index - 3]
        if not (name.is_proper and given.is_capitalised and self._resources.words.is_given_name(given.text)):
            return False
        if before.lower in _ONE_OF_SEVERAL or words[index].start != name.end + 1:
            return False
        earlier = [word.lower for word in words[max(0, index - _REACH) : index] if not word.is_noun]
        cleft = "it" in earlier or not {*earlier}.isdisjoint(SPEECH | TELL | _ASKING)
        return not cleft and bool(words[index + 1].tag & _FINITE)

    def _opens_with_name(self, words: Sequence[Word], index: int) -> bool:
        """`He is tired of spying England is calm`: a name with its verb, where no clause can belong to the noun."""
        before, after = words[index - 1], words[index + 1]
        if after.lower not in _AUXILIARIES or before.is_capitalised or not before.tag & (Tag.NOUN | Tag.PLURAL_NOUN):
            return False
        if "-" in (before.text, words[index - 2].text) or before.text in _NAME_PARTS:
            return False  # the 90-berth Marlowe has one bar, Casa de Mateo had two
        if before.lower in _TITLED | CLAUSE_NOUNS | TIME_NOUNS or words[index].start != before.end + 1:
            return False
        if any(word.lower in SPEECH | TELL for word in words[:index]) or not words[index].is_noun:
            return False
        rest = rest_of_clause(words, main_verb(words, index + 1) + 1)
        return is_complete(words, index + 1) and rest is Rest.NONE and _is_whole(words, index)

    def _certainty(self, sentence: Sentence, index: int) -> Applicability:
        """Likely only where somebody may be quoted, or where a name may go on: Alexander The great."""
        words = sentence.words
        told = any(word.lower in SPEECH | TELL for word in words[max(0, index - 3) : index])
        titled = (
            words[index - 1].is_proper and words[index].text in ("The", "A", "An") and words[index - 1].lower == "the"
        )
        named = words[index].text == "The" and words[index + 1].is_capitalised
        return Applicability.UNSAFE if told or titled or named else Applicability.SAFE

    def _lacks_stop(self, article: Article, paragraph: Span, last: Sentence) -> bool:
        """Whether a paragraph of several sentences breaks off without a mark."""
        text, words = article.text, last.words
        body = text[paragraph.start : paragraph.end]
        if not body[-1].isalnum() or len(body.split()) < _LEAST_PARAGRAPH or last.start <= paragraph.start:
            return False
        if text[: last.start].rstrip()[-1:] not in tuple('.!?”"'):
            return False
        return _is_whole(words, len(words)) and not words[-1].tag & (Tag.PREPOSITION | Tag.DETERMINER | Tag.CONJUNCTION)


def _is_fronted(words: Sequence[Word], index: int) -> bool:
    """Whether a short phrase with its comma stands before a subject: Among friends, they."""
    comma = next((at for at in range(index + 2, min(index + 5, len(words) - 1)) if words[at].text == ","), None)
    return comma is not None and words[comma + 1].lower in SUBJECT_PRONOUNS


def _asks(words: Sequence[Word]) -> bool:
    """Whether a relative or a question may have taken what the last word belongs to: what they dreamed of."""
    return any(word.lower in _ASKING_WORDS for word in words[-_REACH:-2])


def _ends_as_noun(words: Sequence[Word], index: int) -> bool:
    """Whether the word before `index` is a noun once the sentence ends behind it: unfair trade practices The duties."""
    start = max(0, index - _REACH)
    read = tag_sentence(words_text(words, start, index) + ".")
    return len(read) > 1 and bool(read[-2].tag & (Tag.NOUN | Tag.PLURAL_NOUN))


def _is_one_clause(words: Sequence[Word]) -> bool:
    """Whether nothing but the clause that the first word opens stands in a sentence: a subject and one verb."""
    finite = [at for at, word in enumerate(words) if word.tag & (FINITE_VERB | Tag.MODAL)]
    if words[-1].text != "." or len(words) < _LEAST_CLAUSE or any(word.text in ',;:–—-“”"?' for word in words):
        return False
    if not finite or not (words[1].lower in SUBJECT_PRONOUNS or words[1].is_nominal or words[1].tag & Tag.DETERMINER):
        return False
    subject = words[1 : finite[0]]
    return all(word.tag & _SUBJECT for word in subject) and all(words[at - 1].lower == "and" for at in finite[1:])


def _is_lone_clause(words: Sequence[Word]) -> bool:
    """Whether a sentence is a relative clause and nothing else: one predicate, and no mark but its stop."""
    finite = [word for word in words[1:] if word.tag & _PREDICATE]
    plain = words[-1].text == "." and not any(word.text in ',;:–—-“”"?' for word in words)
    verbal = len(finite) == 1 or (not finite and bool(words[-2].tags & FINITE_VERB))
    return plain and len(words) >= _LEAST_RELATIVE and verbal


def _is_whole(words: Sequence[Word], end: int) -> bool:
    """Whether the words before `end` are a clause with subject and verb, and no list of titles."""
    start = end
    while start > 0 and words[start - 1].text not in ';:“”"«»':
        start -= 1
    part = words[start:end]
    verbal = any(word.tag & _FINITE for word in part[1:])
    subject = any(word.is_noun or word.lower in SUBJECT_PRONOUNS for word in part)
    return len(part) >= _LEAST_BEFORE and verbal and subject
