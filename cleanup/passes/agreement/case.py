"""Pronouns of the subject where one of the object belongs: among they, renovating they, for he, told i that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.government import Kind, government
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax.clauses import chunk_start, noun_phrase_end
from cleanup.syntax.heads import head_of
from cleanup.syntax.parser import DETERMINERS, OPENERS, RELATIVES, SUBJECT_PRONOUNS, Word, parse
from cleanup.syntax.words import BE, DO, HAVE, INDEFINITES, INTRANSITIVE, MIDDLE_ADVERBS, MODALS, SPEECH, TIME_NOUNS

_OBJECTS: Final = {"he": "him", "she": "her", "they": "them", "we": "us", "i": "me"}
_SHARES: Final = word_set("some most many one all none each both few two three four five half majority number part any")
_PREPOSITIONS: Final = word_set(
    "of with among amongst by to from at against between on in about without under over towards toward for inside "
    "around behind above below beside through near beyond into upon onto"
)
_MAY_OPEN_CLAUSE: Final = word_set("for in about on of")
"""Prepositions that a clause may follow: the house she lived in she sold."""
_HARDLY_STRANDED: Final = _PREPOSITIONS - word_set("for in on over by around about near through behind below above")
"""Prepositions that belong to the noun before them, and have no clause behind: evidence against, the people around."""
_LINKING: Final = forms_of("linking_verbs") | word_set(
    "become becomes became remain remains remained seem seems seemed"
)
_TELLING: Final = forms_of("verbs_of_telling")
_MAKING: Final = forms_of("verbs_with_bare_infinitive") & word_set("make makes made making help helps helped helping")
_CLAUSES: Final = SPEECH | forms_of("verbs_of_thinking", "verbs_of_asking")
_TOLD: Final = RELATIVES | word_set("that how why when whether if")
_ALL: Final = word_set("all both each themselves himself herself ourselves too also alone together")
_OPEN: Final = word_set("everything anything nothing something all those as than more")
"""What a clause without its object may follow."""
_BETWEEN: Final = MIDDLE_ADVERBS | _ALL
_NO_VERB: Final = Tag.NOUN | Tag.PLURAL_NOUN | Tag.ADJECTIVE | Tag.ADVERB | Tag.PREPOSITION
_ENDS: Final = Tag.PUNCTUATION | Tag.PREPOSITION | Tag.INFINITIVE
_FINITE: Final = FINITE_VERB | Tag.VERB_BASE
_SEEN, _RATIO = 4, 2
"""How often a verb must have had an object, and how much more often than a clause with a pronoun."""
_TRANSITIVE: Final = 0.2
"""Share of the uses of a verb with an object right behind it."""
_REACH: Final = 4  # words in which the verb of a clause would stand
_AUXILIARIES: Final = BE | DO | HAVE | MODALS | word_set("be been being am having doing done need dare ought")
_FOREIGN_PLURAL: Final = "i"
"""What stands for “me” here where its capital is lost, and is an article of the plural in Italian."""


def case_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that give a pronoun the form of an object behind a preposition or a verb whose object it is."""
    finder = _Finder(resources)
    rule = resources.rules["pronoun-case"]
    for sentence in parse(article):
        words = sentence.words
        for index in range(1, len(words) - 1):
            form = _OBJECTS.get(words[index].text)
            if form is None or not _stands_alone(words, index):
                continue
            if words[index].text == _FOREIGN_PLURAL and not finder.is_english(words, index + 1):
                continue
            sure = _governs_subject(words, index - 1) or finder.governs(words, index - 1)
            if sure is not None:
                certainty = Applicability.SAFE if sure else Applicability.UNSAFE
                span = sentence.offset(index), sentence.end_offset(index)
                yield rule.edit(article.text, *span, [form], applicability=certainty)


class _Finder:
    def __init__(self, resources: Resources) -> None:
        self._words = resources.words

    def is_english(self, words: Sequence[Word], at: int) -> bool:
        """Whether the word at `at` is an English one or a mark that ends a phrase, so that no foreign phrase begins."""
        word = words[at]
        if word.tag is Tag.PUNCTUATION:
            return word.text in '.,;?!”"'
        return bool(word.tags) and self._words.zipf(word.lower) > _SEEN and len(word.text) > 1

    def governs(self, words: Sequence[Word], at: int) -> bool | None:
        """Whether the word at `at` has the pronoun behind it as its object for certain; None where it has not."""
        word, after = words[at], words[at + 2]
        if word.lower in ("let", "lets") and after.tags & Tag.VERB_BASE and after.is_alphabetic:
            return True  # never let they see you
        if after.lower == "like" or (after.lower == "who" and word.lower not in _TELLING):
            return None  # to they who wait
        if word.lower in _PREPOSITIONS and not word.tag & Tag.PARTICLE:
            return self._behind_preposition(words, at)
        if word.lower in ("need", "dare") and at and words[at - 1].lower in ("nor", "neither", "so", "and", "or"):
            return None  # nor need we
        if word.lower in _LINKING | _AUXILIARIES:
            return None  # born became she in 1941
        going_on = word.lower.endswith("ing") and at > 0 and words[at - 1].lower in BE | {"been", "be"}
        if word.tags & (Tag.AUXILIARY | Tag.CONJUNCTION | Tag.PREPOSITION | Tag.MODAL) and not going_on:
            return None
        before = words[_word_before(words, at)] if at else word
        named = before.is_nominal or before.lower in DETERMINERS or words[at - 1].lower == "only"
        if word.tags & Tag.NOUN and at and named and word.tag is not Tag.VERB_PAST:
            return None  # the only feature we share
        if not word.tags & (_FINITE | Tag.GERUND) or (
            (word.is_noun or word.is_capitalised) and not _commands(words, at)
        ):
            return None
        return self._behind_verb(words, at)

    def _behind_preposition(self, words: Sequence[Word], at: int) -> bool | None:
        """`for he, the way is long`, `the evidence against he was lost`, `of they all`."""
        word, after = words[at], words[at + 2]
        if at == 0 and after.text == "," and _opens_main_clause(words, at + 3):
            return True  # For he, the only way is a new bridge
        if at and word.lower in _HARDLY_STRANDED and words[at - 1].is_noun and not words[at - 1].is_capitalised:
            return not after.tag & (Tag.MODAL | Tag.AUXILIARY) or not self._may_have_gap(words, at)
        if self._has_verb(words, at + 1) or after.lower in ("that", "whose"):
            return None
        if word.tag is Tag.CONJUNCTION or (at == 0 and word.lower in _MAY_OPEN_CLAUSE):
            return True if at == 0 and after.lower in ("this", "that", "these", "the") else None
        clear = word.lower not in _MAY_OPEN_CLAUSE or bool(after.tag & _ENDS) or after.lower in ("and", "because")
        return clear or not after.is_alphabetic or not after.is_nominal

    def _may_have_gap(self, words: Sequence[Word], at: int) -> bool:
        """Whether a clause before the preposition may lack its object: the town he knew the mayor of he left."""
        start = chunk_start(words, at)
        return start > 0 and words[start - 1].lower in SUBJECT_PRONOUNS | RELATIVES

    def _behind_verb(self, words: Sequence[Word], at: int) -> bool | None:
        """`told i that`, `gives they a prize`, `making he unfit`, `to denounce he for it`."""
        word, after = words[at], words[at + 2]
        told = word.lower in _TELLING and after.lower in _TOLD and at + 3 < len(words)
        if told and not self._is_turned(words, at):
            return True  # he told i what had happened
        if after.lower in ("that", "whose"):
            return None
        gap = _may_lack_object(words, at)
        if word.lower in _MAKING and not gap and not self._is_turned(words, at):
            return _disagrees(words, at) or not self._has_finite(words, at + 1)
        clausal = word.lower in _CLAUSES
        if self._is_turned(words, at) or self._has_verb(words, at + 1, likely=not clausal and not gap):
            return None
        bare = word.tag in (Tag.GERUND, Tag.VERB_BASE)
        own = at > 0 and words[at - 1].lower in SUBJECT_PRONOUNS and not gap
        bare = bare or ((_disagrees(words, at) or own) and not clausal)
        if self._words.is_speech_verb(word.lower) and word.lower not in _TELLING and not bare:
            return None  # said he in a letter
        demanded = at > 0 and (words[at - 1].tag is Tag.INFINITIVE or words[at - 1].lower == "to")
        if demanded and word.tag & Tag.VERB_BASE and word.lower not in SPEECH and after.tag & _ENDS:
            return True  # hours to denounce he for it
        ends = words[_behind_adverbs(words, at + 2)]
        plain = not clausal or bool(ends.tag & Tag.INFINITIVE) or ends.text in ".;?!"
        sole = (own and not clausal) or word.tag is Tag.GERUND
        if plain and (self._takes_object(words, at) or (sole and self._is_done_to(words, at))):
            return True
        objects = sum(self._words.bigram(word.lower, form) for form in _OBJECTS.values())
        subjects = sum(self._words.bigram(word.lower, form) for form in _OBJECTS)
        if objects < _SEEN or objects < _RATIO * subjects:
            return None
        return bool(after.tag & _ENDS) or after.lower in DETERMINERS | {"and", "as", "because", "when"}

    def _takes_object(self, words: Sequence[Word], at: int) -> bool:
        """Whether the verb mostly has an object right behind it."""
        head = head_of(words, at, self._words)
        if head is None or words[at].lower in TIME_NOUNS | INTRANSITIVE:
            return False
        counts = government().counts(head[0], Kind.ACTIVE, Kind.EITHER)
        return counts["object"] > _SEEN and counts["object"] > _TRANSITIVE * sum(counts.values())

    def _is_done_to(self, words: Sequence[Word], at: int) -> bool:
        """Whether a verb that nothing is known of has an object: for mistranslating they, he forgave they."""
        verb = words[at].lower
        plain = verb not in INTRANSITIVE and not self._words.tags(verb) & (Tag.PREPOSITION | Tag.CONJUNCTION)
        return plain and bool(words[at + 2].tag & (Tag.PREPOSITION | Tag.PUNCTUATION)) and words[at + 2].text != ","

    def _is_turned(self, words: Sequence[Word], at: int) -> bool:
        """Whether the verb may stand before its subject: earlier found he ten, in Rome met they, What does he."""
        word = words[at]
        if _commands(words, at):
            return False
        before = words[_word_before(words, at)] if at else word
        if word.tag is Tag.GERUND or before.tag & (Tag.INFINITIVE | Tag.MODAL | Tag.AUXILIARY):
            return False
        if before.lower in SUBJECT_PRONOUNS | {"who", "that", "which", "not"}:
            return False
        if _disagrees(words, at) and word.lower not in _CLAUSES:
            return False
        if before.lower in INDEFINITES | {"nothing", "everything", "something"}:
            return False
        start = chunk_start(words, at)
        if words[start].lower in ("and", "but") and start + 1 < at:
            start += 1
        opens = words[start]
        if at < _REACH and all(each.lower in TIME_NOUNS for each in words[:at] if each.is_noun):
            return True
        led = opens.tag & (Tag.PREPOSITION | Tag.ADVERB | Tag.CONJUNCTION) or opens.lower in OPENERS | RELATIVES
        alone = start == at or (before.tag is Tag.ADVERB and start == at - 1)
        joined = start > 0 and words[start - 1].lower in ("and", "or")
        return bool(led or alone) and not joined and before.lower != "and"

    def _has_verb(self, words: Sequence[Word], index: int, *, likely: bool = False) -> bool:
        """Whether the pronoun at `index` may be the subject of a verb behind it, or with `likely` mostly is one."""
        at = _behind_adverbs(words, index + 1)
        word = words[at]
        likely = likely and at == index + 1
        if word.lower in ("and", "or", "but") and at + 3 < len(words):
            own = words[at + 1].lower in SUBJECT_PRONOUNS
            return not own and self._has_finite(words, at)  # he and his wife left
        if word.text in ",(–—-" or word.text in "’'":
            return self._has_finite(words, index)
        usual = self._words.likely_tag(word.lower)
        if word.tag & _FINITE and not (likely and usual & _NO_VERB):
            return True
        if word.tag & Tag.PREPOSITION:
            return False
        return bool(word.tags & _FINITE) and (not usual & _NO_VERB or _may_lack_object(words, index - 1))

    def _has_finite(self, words: Sequence[Word], index: int) -> bool:
        """Whether a finite verb stands within reach behind the pronoun at `index`."""
        for word in words[index + 1 : index + 2 + _REACH]:
            if word.text in ".;:?!" or word.lower in ("to", "who", "that", "which", "as"):
                return False
            known = self._words.tags(word.lower)
            if word.tag & FINITE_VERB and known and not known & Tag.PAST_PARTICIPLE:
                return True
        return False


def _commands(words: Sequence[Word], at: int) -> bool:
    """Whether an imperative may open the sentence, or what is said in it: Take they home; not: Had they, Said he."""
    opens = at == 0 or words[at - 1].text in "“\"‘'" or (words[at - 1].text == "," and not words[at].is_capitalised)
    past = words[at].tags & (Tag.VERB_PAST | Tag.PREPOSITION | Tag.AUXILIARY | Tag.MODAL)
    return opens and bool(words[at].tags & Tag.VERB_BASE) and not past


def _may_lack_object(words: Sequence[Word], at: int) -> bool:
    """Whether what the verb is done to may stand before its clause: those he trusts, what she eats."""
    subject = _word_before(words, at) if at else 0
    if subject == 0:
        return False
    if words[subject].is_noun:
        while subject > 1 and (words[subject - 1].is_nominal or words[subject - 1].lower in DETERMINERS):
            subject -= 1
            if words[subject].lower in DETERMINERS:
                break
    elif words[subject].lower not in SUBJECT_PRONOUNS:
        return False
    before = words[subject - 1]
    return before.is_noun or before.lower in RELATIVES | _OPEN or before.lower in ("those", "these", "this")


def _disagrees(words: Sequence[Word], at: int) -> bool:
    """Whether the verb is that of one, and the pronoun behind it of another person: gives they, takes i."""
    word = words[at]
    singular = word.lower.endswith("s") and word.tags & Tag.VERB_PRESENT and not word.tags & Tag.VERB_BASE
    return bool(singular) and words[at + 1].text in ("they", "we", "i")


def _behind_adverbs(words: Sequence[Word], at: int) -> int:
    """The index behind adverbs, `all` and `themselves` that begin at `at`."""
    while at < len(words) - 1 and (words[at].lower in _BETWEEN or _is_manner(words[at])):
        at += 1
    return at


def _word_before(words: Sequence[Word], at: int) -> int:
    """The index of the word before the one at `at` and the adverbs there."""
    at -= 1
    while at > 0 and (words[at].lower in MIDDLE_ADVERBS or words[at].tag is Tag.ADVERB):
        at -= 1
    return at


def _is_manner(word: Word) -> bool:
    """Whether the word is an adverb like swiftly."""
    return word.tag is Tag.ADVERB and word.lower.endswith("ly")


def _stands_alone(words: Sequence[Word], index: int) -> bool:
    """Whether the pronoun is a word by itself, no part of they’re, of I-95 or of a list (i)."""
    after = words[index + 1]
    glued = after.start == words[index].end and (
        (after.text[0] in "’'" and len(after.text) > 1) or after.text in "-–—/)’'."
    )
    ends = after.text == "." and index + 2 >= len(words)
    return not glued or ends or (after.text == "." and words[index].text != "i")


def _opens_main_clause(words: Sequence[Word], at: int) -> bool:
    """Whether a clause with a subject of its own begins at `at`, and no name or noun between commas."""
    if at + 1 >= len(words):
        return False
    opens = words[at].lower in DETERMINERS | SUBJECT_PRONOUNS | {"there", "everything", "nothing"}
    if not opens:
        return False
    if words[at + 1].tag & FINITE_VERB:
        return True
    end = noun_phrase_end(words, at) if words[at].lower in DETERMINERS else at + 1
    return end is not None and bool(words[end].tag & _FINITE)


def _governs_subject(words: Sequence[Word], at: int) -> bool:
    """Whether the pronoun closes a subject or stands in a group: `some of they are`, `among they is`."""
    share = words[at].lower == "of" and at > 0 and words[at - 1].lower in _SHARES
    return share or (words[at].lower in ("among", "amongst") and words[at + 2].lower in ("is", "are", "was", "were"))
