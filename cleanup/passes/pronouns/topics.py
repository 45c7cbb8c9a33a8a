"""A topic before a comma, and the pronoun behind it: the mill, it was sold; a work like this, she has no price."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.pronouns.phrases import is_superlative
from cleanup.passes.pronouns.referents import Referents
from cleanup.resources import Resources
from cleanup.syntax.clauses import Rest, head_of, is_adverbial, is_complete, main_verb, rest_of_clause, verb_after
from cleanup.syntax.parser import DETERMINERS, Sentence, Word, is_said
from cleanup.syntax.words import SPEECH, TIME_NOUNS

_OPENS = word_set("the this that these those his her its their our my a an")
_POINTS = word_set("this that these those")
_WEATHER = word_set("rain rained rains snow snowed snows freeze froze thunder thundered seems seemed turned takes took")
_NO_TOPIC = (
    word_class("circumstances", "clause_nouns", "units", "events")
    | TIME_NOUNS
    | word_set("tournament match game race trip journey flight mile miles stop turn corner half hand end")
)
"""Nouns whose phrase may say when or where, so that `it` stands for nothing: this tournament, it has rained."""
_LONGEST = 10  # words of a topic
_VERBAL = FINITE_VERB | Tag.AUXILIARY | Tag.MODAL | Tag.RELATIVE | Tag.INFINITIVE | Tag.CONJUNCTION | Tag.PRONOUN


class Topics:
    """Takes out the comma and the pronoun behind a noun phrase that opens its sentence."""

    def __init__(self, resources: Resources, referents: Referents) -> None:
        self._rule = resources.rules["pronoun-after-subject"]
        self._words = resources.words
        self._referents = referents

    def edits(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """Edits of the pronoun at `index`."""
        words = sentence.words
        verb = verb_after(words, index)
        if index < 3 or words[index - 1].text != "," or verb is None or not self._is_topic(words, index - 1):
            return
        last = main_verb(words, verb)
        whole = is_complete(words, verb) and rest_of_clause(words, last + 1) is Rest.NONE
        if not whole or words[-1].text == "?" or words[last].lower in _WEATHER or _reports(words, last):
            return
        certainty = self._certainty(article, sentence, index)
        if certainty is not None:
            start, end = sentence.end_offset(index - 2), sentence.end_offset(index)
            yield self._rule.edit(article.text, start, end, [""], applicability=certainty, pronoun=words[index].text)

    def _is_topic(self, words: Sequence[Word], comma: int) -> bool:
        """Whether nothing but a noun phrase, and nothing that says when, where or how, stands before the comma."""
        phrase = words[:comma]
        if comma > _LONGEST or phrase[0].lower not in _OPENS or is_adverbial(words, 0, comma):
            return False
        if any(word.tag & (_VERBAL | Tag.PUNCTUATION) and word.lower not in _POINTS for word in phrase):
            return False
        nouns = {word.lower for word in phrase if word.is_noun}
        head = head_of(words, 0, comma)
        first = words[head].lower if head is not None else ""
        plain = not any(word.lower == "of" for word in phrase)
        return head is not None and not (nouns & TIME_NOUNS) and not (first in _NO_TOPIC and plain)

    def _certainty(self, article: Article, sentence: Sentence, index: int) -> Applicability | None:
        """How sure it is that the phrase is the subject, and says no more of who is known already."""
        words, pronoun = sentence.words, sentence.words[index].lower
        phrase = words[: index - 1]
        likened = phrase[-2].lower == "like" and phrase[-1].lower in _POINTS
        if likened:
            return Applicability.SAFE
        head = words[head_of(words, 0, index - 1) or 0]
        person = any(self._words.is_person_noun(form) for form in (head.lower, head.lower.removesuffix("s")))
        agrees = {"it": not person, "they": head.tag is Tag.PLURAL_NOUN}.get(pronoun, person)
        if pronoun != "they" and head.tag is Tag.PLURAL_NOUN:
            agrees = False
        if phrase[0].lower in ("a", "an") or not agrees:
            return None
        described = any(word.tag & Tag.PREPOSITION or is_superlative(word) for word in phrase)
        bare = all(word.is_nominal or word.lower in DETERMINERS for word in phrase[:-1])
        if described or head.tag is Tag.ADJECTIVE or not bare:
            return Applicability.UNSAFE  # the capital of Peru, it lies on the coast
        if is_said(article.text, sentence, index):
            return Applicability.UNSAFE
        pointed = phrase[0].lower in _POINTS | {"the", "our", "my"}
        return Applicability.SAFE if pointed else Applicability.UNSAFE  # her debut, it sold a million


def _reports(words: Sequence[Word], verb: int) -> bool:
    """Whether the pronoun and its verb may only report: the end, he said on Monday, was near."""
    return words[verb].lower in SPEECH and (
        words[verb + 1].tag is Tag.PUNCTUATION or any(word.text == "," for word in words[verb:])
    )
