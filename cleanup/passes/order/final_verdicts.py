"""What the order of a clause with its verbs at the end is worth: no good English has it, hardly any, or some."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from cleanup.lexicon.inflection import past, third_person
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import inflected, word_class
from cleanup.lexicon.words import Tag, Words
from cleanup.passes.order.chunks import ACTORS, NOMINATIVES, Kind, Part
from cleanup.passes.order.final_clauses import ANYBODY, MANY, PIED, Clause, Verbs, is_relative
from cleanup.syntax.parser import DETERMINERS, Word
from cleanup.syntax.words import CLAUSE_NOUNS, DEMANDING, HAVE, MODALS, PREPOSITIONS_OF_CLAUSES, SPEECH

_FULL = frozenset(".;!”?“")
_WHOSE_OWN = word_set("nothing a an no his her its their any some two three four five several many")
"""What begins an object in a relative clause rather than its subject."""
_IDIOMS = word_class("idiom_nouns")
_LOCATED = inflected("verbs_of_placement", third_person, past)
_ANNOUNCING = CLAUSE_NOUNS | SPEECH | DEMANDING
_HUMAN_DEEDS = inflected("deeds_of_persons", third_person, past)
_ACTORS = word_class("bodies_without_article") | ACTORS


class Verdict(Enum):
    """What the order of a clause is worth."""

    WRONG = auto()
    """No good English has it."""
    DOUBTFUL = auto()
    """Hardly any has it."""
    SOUND = auto()
    """It may be good English."""

    @classmethod
    def wrong_if(cls, certain: object) -> Verdict:
        """Wrong where that is certain, else doubtful."""
        return cls.WRONG if certain else cls.DOUBTFUL

    @classmethod
    def doubtful_if(cls, likely: object) -> Verdict:
        """Doubtful where that is likely, else sound."""
        return cls.DOUBTFUL if likely else cls.SOUND


class Judge:
    """Tells sound clauses from those whose verb has stayed at the end."""

    def __init__(self, lexicon: Words) -> None:
        self._lexicon = lexicon

    def with_subject(self, words: Sequence[Word], found: Clause) -> Clause:
        """A relative clause whose noun in front acts, at a time: which the parliament on Thursday passed."""
        if found.subject is not None or not found.parts or found.parts[0].kind is not Kind.OBJECT:
            return found
        alone = found.count(Kind.OBJECT, Kind.PRONOUN) == 1
        acts = alone and found.count(Kind.TIME) and self._acts(words, found.parts[0])
        return found._replace(subject=found.parts[0], parts=found.parts[1:]) if acts else found

    def verdict(self, words: Sequence[Word], found: Clause) -> Verdict:
        """What the order of the clause is worth."""
        if found.count(Kind.OBJECT) > 1:
            return Verdict.SOUND
        if found.verbs.finite.lower in HAVE and not found.verbs.other and not found.count(Kind.OBJECT):
            return Verdict.SOUND
        return self._relative(words, found) if found.subject is None else self._with_noun(words, found)

    def _with_noun(self, words: Sequence[Word], found: Clause) -> Verdict:
        """The verdict on a clause that has a subject of its own."""
        subject = found.subject
        if subject is None or not _agrees(words, subject, found.verbs):
            return Verdict.SOUND
        opener, personal = words[found.opener].lower, words[subject.start].lower in NOMINATIVES
        named = personal or words[subject.start].lower in ANYBODY
        before = words[found.opener - 1] if found.opener else None
        told_of = opener == "that" and before is not None and before.is_noun and before.lower not in _ANNOUNCING
        if told_of and not named and not self._acts(words, subject):
            return Verdict.SOUND  # the storm that the town on Monday hit
        timed = opener in PREPOSITIONS_OF_CLAUSES and not named
        fronted = found.opener == 0 or words[found.opener - 1].tag is Tag.PUNCTUATION  # After the rain the river rose
        if timed and (fronted or not (found.count(Kind.OBJECT) or found.verbs.other)):
            return Verdict.SOUND
        full = words[found.end].text in _FULL or (opener != "that" and words[found.end].text == ",")
        if is_relative(words, found.opener):
            return Verdict.DOUBTFUL  # the noun acts
        pied = opener in PIED
        if found.verbs.other and found.verbs.foreign:
            if not found.parts and not named and not pied and words[found.end].text != ".":
                return Verdict.SOUND
            return Verdict.wrong_if(full or named or pied)
        if found.predicate is not None:
            return Verdict.wrong_if(named or full)
        direct = [part for part in found.parts if part.kind in (Kind.OBJECT, Kind.PRONOUN)]
        if direct and personal and _may_be_verb(words, subject, direct[0]):
            return Verdict.SOUND
        if direct and words[subject.start].lower in ("we", "they") and self._acts(words, direct[0]):
            return Verdict.SOUND  # we the people
        if direct and (personal or any(_is_determined(words, part) for part in direct)):
            if words[direct[0].start].lower.endswith(("self", "selves")) and len(found.parts) == 1:
                return Verdict.SOUND  # when he himself arrived
            repeated = words[direct[0].start].lower == "it" and len(found.parts) == 1  # nobody it could know: a subject
            sure = personal or (full and direct[0] is found.parts[0] and not timed and not repeated)
            return Verdict.WRONG if sure else Verdict.doubtful_if(full)
        plain = full and not (timed or pied or found.verbs.other)
        if plain and direct and direct[0] is found.parts[0] and _says_its_start(words, subject):
            return Verdict.DOUBTFUL
        return self._of_phrases(words, found, named=named, full=full)

    def _of_phrases(self, words: Sequence[Word], found: Clause, *, named: bool, full: bool) -> Verdict:
        """The verdict where hardly more than places and times stand between the subject and its verb."""
        phrases = found.count(Kind.PLACE, Kind.TIME)
        if not phrases or _has_idiom(words, found):
            return Verdict.SOUND
        anybody = found.subject is not None and words[found.subject.start].lower in ANYBODY
        if anybody and phrases == 1 and found.parts[0].kind is Kind.PLACE:
            return Verdict.SOUND  # nobody in the stands had expected it
        if named:
            return Verdict.wrong_if(phrases >= MANY)
        stays = found.verbs.finite.lower in _LOCATED and full
        alone = found.count(Kind.OBJECT, Kind.PRONOUN) == 0
        return Verdict.doubtful_if((found.count(Kind.TIME) or stays) and alone)

    def _relative(self, words: Sequence[Word], found: Clause) -> Verdict:
        """The verdict on a clause whose subject is who, which or that."""
        parts = found.parts
        if words[found.opener].lower == "and":
            fits = [words[part.start].lower in _WHOSE_OWN for part in parts if part.kind is not Kind.PLACE]
            return Verdict.doubtful_if(fits == [True])
        phrases = found.count(Kind.PLACE, Kind.TIME)
        if found.predicate is not None or not parts:
            return Verdict.WRONG if phrases or found.predicate is not None else Verdict.SOUND
        if parts[0].kind is Kind.PRONOUN:
            accusative = words[parts[0].start].lower in ("him", "them", "me", "us")
            return Verdict.WRONG if accusative else Verdict.SOUND
        thing = next((part for part in parts if part.kind is Kind.OBJECT), None)
        if thing is not None:
            return self._relative_with_object(words, found, thing)
        if not phrases or _has_idiom(words, found):
            return Verdict.SOUND
        return Verdict.wrong_if(phrases >= MANY)

    def _relative_with_object(self, words: Sequence[Word], found: Clause, thing: Part) -> Verdict:
        """As `_relative`, where `thing` is an object, or the subject of a clause that is right as it stands."""
        first, finite, opens = found.parts[0], found.verbs.finite, words[thing.start].lower
        plural = words[thing.end - 1].tag is Tag.PLURAL_NOUN and not found.verbs.other
        if plural and finite.tags & Tag.VERB_PRESENT and finite.lower.endswith("s"):
            return Verdict.WRONG  # which every morning the miners to the pit brings
        acts = self._acts(words, thing) and opens not in ("his", "her", "its", "their")
        if opens == "no" and finite.lower in HAVE and words[thing.start + 1].lower != "one":
            return Verdict.WRONG
        if first is not thing:
            year, owned = words[first.start].tag is Tag.NUMBER, opens in _WHOSE_OWN
            return Verdict.WRONG if year else Verdict.doubtful_if(owned)
        before = words[found.opener - 1]
        doing = found.opener > 0 and finite.lower in _HUMAN_DEEDS and (before.text != "," or found.opener > 1)
        if doing and not acts and not found.verbs.other and self._may_do(words, found.opener):
            return Verdict.DOUBTFUL  # the firm, which the gas buys
        whose_own = words[found.opener].lower == "who" and opens in _WHOSE_OWN
        timed = found.count(Kind.TIME) or (whose_own and found.count(Kind.PLACE))
        return Verdict.doubtful_if((timed or found.verbs.other) and not acts)

    def _may_do(self, words: Sequence[Word], opener: int) -> bool:
        """Whether the noun before the relative can do something."""
        noun = opener - 1 - (words[opener - 1].text == ",")
        return self._acts(words, Part(Kind.OBJECT, noun, noun + 1))

    def _acts(self, words: Sequence[Word], part: Part) -> bool:
        """Whether the noun can do something: a person, a body, a name."""
        noun = words[part.end - 1]
        lexicon = self._lexicon
        person = lexicon.is_person_noun(noun.lower) or lexicon.is_person_noun(noun.lower.removesuffix("s"))
        return noun.is_capitalised or noun.lower in _ACTORS or person


def _may_be_verb(words: Sequence[Word], subject: Part, part: Part) -> bool:
    """Whether the one word behind the pronoun is its verb: the minister for whom he works resigned."""
    word = words[part.start]
    if part.start != subject.end or not word.tags & (Tag.VERB_PRESENT | Tag.VERB_BASE):
        return False
    return word.lower.endswith("s") is (words[subject.start].lower in ("he", "she", "it"))


def _says_its_start(words: Sequence[Word], subject: Part) -> bool:
    """Whether the subject says where it begins, so that a bare noun behind it is hardly a part of it."""
    first = words[subject.start]
    return first.lower in DETERMINERS | {"it"} or first.is_proper


def _has_idiom(words: Sequence[Word], found: Clause) -> bool:
    """Whether a part of the middle ends as set phrases do, which stand where they like: in the end."""
    return any(words[part.end - 1].lower in _IDIOMS for part in found.parts)


def _is_determined(words: Sequence[Word], part: Part) -> bool:
    """Whether an object is a pronoun, has its article, or is one word only: money."""
    return part.kind is Kind.PRONOUN or words[part.start].lower in DETERMINERS or part.end == part.start + 1


def _agrees(words: Sequence[Word], subject: Part, verbs: Verbs) -> bool:
    """Whether the finite verb fits the number of the subject."""
    tags, finite = verbs.finite.tags, verbs.finite.lower
    if tags & (Tag.VERB_PAST | Tag.MODAL) or finite in MODALS | {"had", "was", "were"}:
        return True
    plural = words[subject.start].lower in ("they", "we") or words[subject.end - 1].tag is Tag.PLURAL_NOUN
    single = finite in ("is", "has") or bool(tags & Tag.VERB_PRESENT and finite.endswith("s"))
    return single is not plural
