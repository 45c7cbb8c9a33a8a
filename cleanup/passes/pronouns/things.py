"""He, she, his and himself of things, places and bodies: the company herself, Peru sells copper to her neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanup.article import Article, is_quoted
from cleanup.edits import Applicability, Edit
from cleanup.evidence import gender_of_noun
from cleanup.lexicon.inflection import all_forms
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of, word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.passes.pronouns.edits import replaced
from cleanup.passes.pronouns.referents import Referents, paragraph_before
from cleanup.resources import Resources
from cleanup.syntax.clauses import (
    Place,
    chunk_start,
    head_of,
    main_verb,
    needs_no_object,
    subject_head,
    subject_place,
    verb_after,
)
from cleanup.syntax.parser import DETERMINERS, Sentence, Word
from cleanup.syntax.words import SPEECH

_BODIES = word_class("acting_bodies")
_OWNED_BY_PLACES = word_class("owned_by_places")
_GIVE = forms_of("verbs_of_ruling")
_RULINGS = word_class("rulings")
_COURSES = frozenset((form, noun) for verb, noun in (("run", "course"), ("take", "toll")) for form in all_forms(verb))
_SHIPS = word_class("ships")
_BUILT = word_set(
    "built rebuilt renovated demolished inaugurated erected repaired dug paved installed dismantled printed flooded "
    "assembled manufactured constructed irrigated drained electrified modernised modernized"
)
_MADE = word_set("assembled dismantled demolished erected electrified paved irrigated renovated manufactured")
"""What is done to no person, whoever is in view."""
_THINGS_DO = word_set("costs cost consists consisted comprises comprised dates expires expired flows flowed contains")
_VERBAL = FINITE_VERB | Tag.VERB_BASE | Tag.GERUND | Tag.PAST_PARTICIPLE
_HELPING = Tag.AUXILIARY | Tag.MODAL | Tag.ADVERB


class PronounsOfThings:
    """Gives things, places and bodies their own pronouns."""

    def __init__(self, resources: Resources, referents: Referents) -> None:
        self._resources = resources
        self._words = resources.words
        self._referents = referents
        self._rule = resources.rules["pronoun-of-a-thing"]

    # Subjects

    def subject(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`The mill is closed. He was built in 1890.`: what only a thing does, or right behind a thing."""
        words, text = sentence.words, article.text
        if words[index].lower not in ("he", "she"):
            return
        verb = verb_after(words, index)
        if verb is None:
            return
        done = _is_done_by_things(words, verb)
        fits = done and paragraph_before(text, sentence, index).strip()
        if not (fits or self._stands_for_thing(words, index, verb)):
            return
        if _may_be_ship(article, words[index]):
            return
        made = done and words[main_verb(words, verb)].lower in _MADE and index == 0
        if not made and self._referents.has_person_before(text, sentence, index):
            return
        pronoun = "It" if words[index].is_capitalised else "it"
        certainty = Applicability.SAFE if done else Applicability.UNSAFE
        yield replaced(self._rule, text, sentence, index, [pronoun], certainty)

    def _stands_for_thing(self, words: Sequence[Word], index: int, verb: int) -> bool:
        """Whether a single thing is the subject that opens the sentence, and a colon stands before the pronoun."""
        if index == 0 or words[index - 1].text not in ":;" or words[main_verb(words, verb)].lower in SPEECH:
            return False
        finite = next((at for at in range(1, index) if words[at].tag & FINITE_VERB), None)
        head = head_of(words, 0, finite) if finite else None
        if head is None or words[head].tag is not Tag.NOUN or words[0].lower not in DETERMINERS:
            return False
        return not self._words.is_person_noun(words[head].lower)

    def place(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`Oslo hastened to say that he does not agree`: a place at the head of the sentence, and nobody else in it."""
        words, names = sentence.words, self._resources.names
        if words[index].lower not in ("he", "she") or words[index - 1].lower != "that":
            return
        if not self._referents.is_place(words[0].text):
            return
        for word in words[1:index]:
            known = names.is_english_name(word.text) or names.is_demonym(word.text)
            if (word.is_capitalised and not known) or self._words.is_person_noun(word.lower):
                return
        if any(word.tag & FINITE_VERB for word in words[1:4]):
            yield replaced(self._resources.rules["place-as-a-person"], article.text, sentence, index, ["it"])

    # Owners

    def part(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`The company, for her part,`: a thing has its part."""
        words, end = sentence.words, index - 3
        if index < 4 or words[index - 1].lower not in ("her", "his") or words[index - 2].lower not in ("for", "on"):
            return
        if words[end].text != ",":
            return
        start = chunk_start(words, end)
        head = head_of(words, start, end)
        if head is None or not self._referents.contradicts(words, start, end, "she") or words[head].is_proper:
            return
        owner = "their" if words[head].tag is Tag.PLURAL_NOUN else "its"
        yield replaced(self._rule, article.text, sentence, index - 1, [owner])

    def owner(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`Peru sells copper to her neighbours`: a place or body at the head, nobody else, and what those own."""
        words, text = sentence.words, article.text
        if index < 2:
            return
        if self._is_idiom_of_a_thing(words, index) or (
            self._is_owned_by_place(words, index) and not self._is_someones(text, sentence, index)
        ):
            yield replaced(self._rule, text, sentence, index, ["its"])

    def _is_someones(self, text: str, sentence: Sentence, index: int) -> bool:
        """Whether the possessive may be that of a person in view, or is somebody's own word."""
        opens = text.rfind("\n", 0, sentence.start) + 1
        quoted = is_quoted(text, opens, sentence.offset(index))
        return quoted or self._referents.has_person_before(text, sentence, index)

    def _is_owned_by_place(self, words: Sequence[Word], index: int) -> bool:
        """Whether the possessive stands before what places own, and one place or body is the subject before it."""
        owned = next((word for word in words[index + 1 : index + 4] if word.is_noun), None)
        if owned is None or owned.lower not in _OWNED_BY_PLACES:
            return False
        first = next((at for at in range(index) if words[at].is_noun), None)
        verb = next((at for at in range(index) if words[at].tag & FINITE_VERB), None)
        if first is None or verb is None or verb < first:
            return False
        if verb == first + 1 and self._referents.is_place(words[first].text):
            return True
        body = first > 0 and words[first - 1].lower == "the"
        head = subject_head(words, verb) if body else None
        return head is not None and words[head].lower in _BODIES

    def _is_idiom_of_a_thing(self, words: Sequence[Word], index: int) -> bool:
        """`The court gave his verdict`, `the disease ran her course`: what a body says, what only things do."""
        said = (words[index - 1].lower, words[min(index + 1, len(words) - 1)].lower)
        ruled = said[0] in _GIVE and said[1] in _RULINGS
        if not ruled and said not in _COURSES:
            return False
        at = index - 1
        while at > 1 and (words[at - 1].tag & _HELPING or words[at - 1].lower == "to"):
            at -= 1
        noun, before = words[at - 1], words[at - 2].lower if at > 1 else ""
        if before not in ("the", "this") or not noun.is_noun:
            return False
        start = chunk_start(words, at)
        if subject_place(words, start) is not Place.STRONG or start != at - 2:
            return False
        if ruled:
            return noun.lower in _BODIES or (noun.text.isupper() and len(noun.text) > 2)
        return not noun.is_proper and not self._words.is_person_noun(noun.lower)

    # Himself and herself

    def emphatic(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`The company herself has admitted it`, `the actress himself`: right behind its noun, at a clause's start."""
        words = sentence.words
        if index < 2 or index + 1 >= len(words) or not words[index + 1].tag & (FINITE_VERB | Tag.ADVERB):
            return
        noun = words[index - 1]
        if not _opens_clause_with(words, index - 1) or noun.tag is not Tag.NOUN or noun.tags & FINITE_VERB:
            return
        gender = gender_of_noun(noun.lower)
        given = "male" if words[index].lower == "himself" else "female"
        if gender == given or (gender is None and self._words.is_person_noun(noun.lower)):
            return
        replacement = {"male": "himself", "female": "herself", None: "itself"}[gender]
        rule = self._resources.rules["pronoun-gender"] if gender else self._rule
        yield replaced(rule, article.text, sentence, index, [replacement])

    def reflexive(self, article: Article, sentence: Sentence, index: int) -> Iterator[Edit]:
        """`The company is preparing himself`: right behind the verb of a body that stands before it."""
        words, at = sentence.words, index - 1
        if index < 2 or not words[at].tags & _VERBAL:
            return
        while at > 0 and words[at - 1].tag & _HELPING:
            at -= 1
        start = chunk_start(words, at)
        head = head_of(words, start, at)
        if head != at - 1 or words[head].lower not in _BODIES or words[start].lower not in DETERMINERS:
            return
        if subject_place(words, start) is Place.STRONG and words[at].tag & FINITE_VERB:
            yield replaced(self._rule, article.text, sentence, index, ["itself"])


def _may_be_ship(article: Article, pronoun: Word) -> bool:
    """Whether the pronoun is `she` where the article tells of ships."""
    return pronoun.lower == "she" and any(token.text.lower() in _SHIPS for token in article.tokens)


def _is_done_by_things(words: Sequence[Word], verb: int) -> bool:
    """Whether the verb says what is done by things only, or to them: was built, costs, flows."""
    last = main_verb(words, verb)
    built = last > verb and words[last].lower in _BUILT and needs_no_object(words, verb)
    return built or words[last].lower in _THINGS_DO


def _opens_clause_with(words: Sequence[Word], noun: int) -> bool:
    """Whether the noun, with its article and adjectives, opens a clause: the company, and the old company."""
    start = noun
    while start > 0 and words[start - 1].tag is Tag.ADJECTIVE:
        start -= 1
    if start == 0 or words[start - 1].lower not in ("the", "this", "our"):
        return False
    before = words[start - 2] if start > 1 else None
    return before is None or before.text in ',;:“"' or before.lower in ("but", "and", "that")
