"""Corruption of clean English into the damage of lost markup and literal translation.

Rates are the chance of damage at one ordinary site of a kind, in a text of ordinary severity in which that kind occurs;
they were set by reading damaged articles so that the mix follows real pages (fused words, pronouns, articles, order and
names lead), at about twice the density of a bad page, because a token of damage teaches more than a token of
repetition. The classes that a neural tagger can do most for (lost words, order without demonyms, lower-case fusions)
stand somewhat above their real share.
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from training.dice import Dice
from training.grammar import tag_parts
from training.kinds import articles, forms, fusing, grammar, loss, naming, order, pronouns, residue, writing
from training.marks import Mark, marks_of
from training.vocabulary import LANGUAGES

CLEAN_SHARE = 0.25
"""Share of texts that stay as they are."""

PRESENCE = 0.4
"""Chance that a kind occurs at all in a text; its rate is divided by this, so that kinds meet in changing company."""

SEVERITIES = (0.5, 0.8, 1.0, 1.0, 1.3, 2.0)
"""Factors of all rates, one drawn a text."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of damage: what it does, and its chance at an ordinary site."""

    damage: Callable[[list[Mark], Dice], None]
    rate: float


KINDS: tuple[Kind, ...] = (
    # Meaning and grammar first, then loss, then what touches the surface: a fused word may hold an exonym, not
    # the reverse.
    Kind(forms.garble_infinitives, 0.05),
    Kind(forms.break_agreement, 0.03),
    Kind(grammar.shift_tenses, 0.06),
    Kind(grammar.garble_negation, 0.12),
    Kind(grammar.confuse_verb_forms, 0.02),
    Kind(grammar.confuse_government, 0.02),
    Kind(grammar.confuse_case, 0.05),
    Kind(grammar.confuse_relatives, 0.04),
    Kind(order.swap_adjectives, 0.09),
    Kind(order.verbs_to_the_end, 0.02),
    Kind(order.invert_subjects, 0.06),
    Kind(order.displace_names, 0.008),
    Kind(order.displace_links, 0.02),
    Kind(pronouns.swap_gender, 0.15),
    Kind(pronouns.garble_reflexives, 0.2),
    Kind(pronouns.add_pronouns, 0.10),
    Kind(pronouns.add_one, 0.02),
    Kind(articles.add_articles, 0.08),
    Kind(articles.lose_articles, 0.05),
    Kind(articles.confuse_a_and_an, 0.08),
    Kind(naming.foreign_names, 0.12),
    Kind(naming.names_as_words, 0.02),
    Kind(naming.false_friends, 0.06),
    Kind(naming.per_cent, 0.3),
    Kind(forms.calque_prepositions, 0.02),
    Kind(residue.leave_function_words, 0.02),
    Kind(residue.leave_articles, 0.04),
    Kind(residue.leave_content_words, 0.003),
    Kind(loss.lose_words, 0.035),
    Kind(order.double_words, 0.001),
    Kind(fusing.fuse_words, 0.045),
    Kind(writing.damage_numbers, 0.1),
    Kind(writing.damage_quotes, 0.1),
    Kind(writing.damage_sentence_ends, 0.03),
    Kind(writing.damage_commas, 0.03),
    Kind(writing.damage_spaces, 0.008),
    Kind(writing.damage_case, 0.008),
)


def corrupt(text: str, seed: int | str, clean_share: float = CLEAN_SHARE) -> list[Mark]:
    """Return a clean text as marks with their repairs; the same text and seed give the same marks."""
    marks = marks_of(text)
    damage(marks, Random(f"{seed}\t{text}"), clean_share)
    return marks


def damage(marks: list[Mark], random: Random, clean_share: float = CLEAN_SHARE) -> None:
    """Damage marks in place; tags that they have already stay."""
    if random.random() < clean_share or len(marks) < 4:
        return
    tag_parts(marks)
    severity = random.choice(SEVERITIES)
    dice = Dice(random, random.choice(LANGUAGES))
    for kind in KINDS:
        if random.random() < PRESENCE:
            dice.rate = min(0.9, kind.rate * severity / PRESENCE)
            kind.damage(marks, dice)
