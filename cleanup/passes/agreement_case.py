"""Pronouns of the subject where one of the object belongs: among they, renovating they, for he."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article
from cleanup.clauses import noun_phrase_end
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax import DETERMINERS, SUBJECT_PRONOUNS, Word, parse
from cleanup.syntax_words import BE, SPEECH, TIME_NOUNS

_OBJECTS = {"he": "him", "she": "her", "they": "them", "we": "us"}
_SHARES = word_set("some most many one all none each both few two three four five half majority number part any")
_PREPOSITIONS = word_set(
    "of with among amongst by to from at against between on in about without under over towards toward for"
)
_MAY_OPEN_CLAUSE = word_set("for in about on of")
"""Prepositions that a clause may follow: the house she lived in she sold."""
_LINKING = forms_of("linking_verbs") | word_set("become becomes became remain remains remained seem seems seemed")
_ENDS = Tag.PUNCTUATION | Tag.PREPOSITION | Tag.INFINITIVE
_FINITE = FINITE_VERB | Tag.VERB_BASE
_SEEN, _RATIO = 4, 2
"""How often a verb must have had an object, and how much more often than a clause with a pronoun."""
_REACH = 4  # words in which the verb of a clause would stand


def case_edits(article: Article, resources: Resources) -> Iterator[Edit]:
    """Edits that give a pronoun the form of an object behind a preposition or a verb whose object it is."""
    finder = _Finder(resources)
    rule = resources.rules["pronoun-case"]
    for sentence in parse(article):
        words = sentence.words
        for index in range(1, len(words) - 1):
            form = _OBJECTS.get(words[index].text)
            if form is None:
                continue
            sure = _governs_subject(words, index - 1) or finder.governs(words, index - 1)
            if sure is not None:
                certainty = Applicability.SAFE if sure else Applicability.UNSAFE
                span = sentence.offset(index), sentence.end_offset(index)
                yield rule.edit(article.text, *span, [form], applicability=certainty)


class _Finder:
    def __init__(self, resources: Resources) -> None:
        self._words = resources.words

    def governs(self, words: Sequence[Word], at: int) -> bool | None:
        """Whether the word at `at` has the pronoun behind it as its object for certain; None where it has not."""
        word, after = words[at], words[at + 2]
        if word.lower in ("let", "lets") and after.tags & Tag.VERB_BASE and after.is_alphabetic:
            return True  # never let they see you
        if _has_verb(words, at + 1) or after.text in "-–—’'/" or after.lower in ("who", "that", "whose", "like"):
            return None
        if word.lower in _PREPOSITIONS:
            if at == 0 and after.text == "," and _opens_main_clause(words, at + 3):
                return True  # For he, the only way is a new bridge
            opens = word.tag is Tag.PARTICLE or (at == 0 and word.lower in _MAY_OPEN_CLAUSE)
            clear = word.lower not in _MAY_OPEN_CLAUSE or bool(after.tag & _ENDS) or after.lower == "and"
            return None if opens else clear or not after.is_alphabetic
        if word.lower in ("need", "dare") and at and words[at - 1].lower in ("nor", "neither", "so", "and", "or"):
            return None  # nor need we
        if word.lower in _LINKING:
            return None  # born became she in 1941
        if word.is_capitalised or word.tags & (Tag.AUXILIARY | Tag.CONJUNCTION | Tag.PREPOSITION | Tag.MODAL):
            return None
        if not word.tags & (FINITE_VERB | Tag.VERB_BASE | Tag.GERUND):
            return None
        subjects_before = [before for before in words[:at] if before.is_noun or before.lower in SUBJECT_PRONOUNS]
        if at < _REACH and all(w.lower in TIME_NOUNS for w in subjects_before):
            return None  # earlier found he ten, last winter drove she: the verb stands before its subject
        demanded = at > 0 and (words[at - 1].tag is Tag.INFINITIVE or words[at - 1].lower == "to")
        if demanded and word.tag & Tag.VERB_BASE and word.lower not in SPEECH and after.tag & _ENDS:
            return True  # hours to denounce he for it
        objects = sum(self._words.bigram(word.lower, form) for form in _OBJECTS.values())
        subjects = sum(self._words.bigram(word.lower, form) for form in _OBJECTS)
        if not subjects and word.tag is Tag.GERUND and words[at - 1].lower in BE:
            return bool(after.tag & _ENDS)
        if objects < _SEEN or objects < _RATIO * subjects:
            return None
        return bool(after.tag & _ENDS) or after.lower in DETERMINERS | {"and", "as", "because", "when"}


def _opens_main_clause(words: Sequence[Word], at: int) -> bool:
    """Whether a clause with a subject of its own begins at `at`, and no name or noun between commas."""
    if at + 1 >= len(words) or words[at].lower not in DETERMINERS | {"it", "there", "everything", "nothing"}:
        return False
    end = noun_phrase_end(words, at) if words[at].lower in DETERMINERS else at + 1
    return end is not None and bool(words[end].tag & _FINITE)


def _governs_subject(words: Sequence[Word], at: int) -> bool:
    """Whether the pronoun closes a subject or stands in a group: `some of they are`, `among they is`."""
    share = words[at].lower == "of" and at > 0 and words[at - 1].lower in _SHARES
    return share or (words[at].lower in ("among", "amongst") and words[at + 2].lower in ("is", "are", "was", "were"))


def _has_verb(words: Sequence[Word], index: int) -> bool:
    """Whether the pronoun at `index` may be the subject of a verb behind it."""
    for word in words[index + 1 : index + 1 + _REACH]:
        if word.tag is Tag.PUNCTUATION or word.lower in ("and", "or", "but", "to", "who", "that", "which", "as"):
            return False
        if word.tag & _FINITE or (word.tags & _FINITE and not word.is_nominal and not word.tag & Tag.PREPOSITION):
            return True
    return False
