"""Pronouns that stand where English has none, and those whose gender the article contradicts.

Each kind of damage has its module: `repeated` (a pronoun behind its own subject) with `nouns`,
`relatives`, `clauses` and `subjects`, `inserted`, `objects`,
`reflexives`, `things`, `topics`, `bodies`, `owners`, `sources`, `slashed`,
`openings`, `gender`, `lost` and `lost_clauses`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cleanup.article import Article
from cleanup.edits import Edit
from cleanup.passes.pronouns.bodies import ThingsAsPersons
from cleanup.passes.pronouns.gender import OwnersOfSeveral, TheirOwn, gender_edits
from cleanup.passes.pronouns.inserted import InsertedPronouns
from cleanup.passes.pronouns.lost import LostSubjects
from cleanup.passes.pronouns.lost_clauses import LostInClauses
from cleanup.passes.pronouns.objects import DoubledObjects
from cleanup.passes.pronouns.openings import Openings
from cleanup.passes.pronouns.owners import BoundOwners
from cleanup.passes.pronouns.referents import Referents
from cleanup.passes.pronouns.reflexives import reflexive_edits
from cleanup.passes.pronouns.relatives import RelativeClauses
from cleanup.passes.pronouns.repeated import RepeatedSubjects, may_repeat_subject
from cleanup.passes.pronouns.slashed import Slashed
from cleanup.passes.pronouns.sources import Sources
from cleanup.passes.pronouns.things import PronounsOfThings
from cleanup.passes.pronouns.topics import Topics
from cleanup.resources import Resources
from cleanup.syntax.parser import Sentence, Word, parse

_Finder = Callable[[Article, Sentence, int], Iterator[Edit]]


class Pronouns:
    """Finds pronouns that stand where English has none, and those whose gender the article contradicts."""

    name = "pronouns"

    def __init__(self, resources: Resources) -> None:
        self._resources = resources
        referents = Referents(resources)
        relatives = RelativeClauses(resources, referents)
        repeated = RepeatedSubjects(resources, referents, relatives)
        inserted = InsertedPronouns(resources)
        doubled = DoubledObjects(resources)
        things = PronounsOfThings(resources, referents)
        several = OwnersOfSeveral(resources, referents)
        bound = BoundOwners(resources, referents)
        sources = Sources(resources, referents)
        bodies = ThingsAsPersons(resources, referents)
        topics = Topics(resources, referents)
        openings = Openings(resources, referents)
        self._lost = LostSubjects(resources, referents)
        in_clauses = LostInClauses(resources, referents)
        self._of_subjects: Sequence[_Finder] = (
            things.subject,
            bodies.of_pronoun,
            repeated.edits,
            topics.edits,
            inserted.in_phrase,
            things.place,
            inserted.dummy,
            relatives.resumed_object,
            doubled.full,
        )
        self._slashed = Slashed(resources, referents)
        self._by_word: dict[str, Sequence[_Finder]] = {
            **dict.fromkeys(
                ("because", "although", "if", "whether", "unless", "while", "until", "when"),
                (in_clauses.behind_conjunction,),
            ),
            "that": (in_clauses.behind_that,),
            **dict.fromkeys(("is", "was"), (in_clauses.judged,)),
            ",": (inserted.stressed,),
            "one": (inserted.one,),
            **dict.fromkeys(("he", "she"), (things.subject, bodies.subject, openings.edits)),
            "you": (self._lost.polite,),
            "them": (relatives.resumed_object, doubled.full),
            "him": (doubled.full, sources.quoted),
            "me": (doubled.own,),
            "us": (doubled.own,),
            **dict.fromkeys(
                ("his", "her"),
                (
                    things.owner,
                    several.edits,
                    bodies.owner,
                    bound.edits,
                    bound.companion,
                    bound.kin,
                    sources.quoted,
                    openings.edits,
                ),
            ),
            "part": (things.part,),
            **dict.fromkeys(("himself", "herself"), (things.emphatic, things.reflexive, sources.emphatic)),
            "their": (TheirOwn(resources, referents).edits,),
        }

    def __call__(self, article: Article) -> Iterator[Edit]:
        """Edits for redundant and lost pronouns, and for those of the wrong gender."""
        yield from self._lost.edits(article)
        yield from reflexive_edits(article, self._resources)
        for sentence in parse(article):
            for index in range(len(sentence.words)):
                yield from self._slashed.edits(article, sentence, index)
                for find in self._finders(sentence.words, index):
                    yield from find(article, sentence, index)
        yield from gender_edits(article, self._resources)

    def _finders(self, words: Sequence[Word], index: int) -> Sequence[_Finder]:
        """Who has something to say of the word at `index`."""
        return self._of_subjects if may_repeat_subject(words, index) else self._by_word.get(words[index].lower, ())
