"""Decides what stood between two words that ran together: nothing but a space, a comma or a full stop.

A decision list: each rule looks at the word on the right, the word after it and the state of the clause on the left,
and says why. The first rule that speaks decides; the opposite is always offered as the next choice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from cleanup.passes.fused_words.appositions import APPOSITION_RULES, before_said, ends_pronoun
from cleanup.passes.fused_words.clause import Place
from cleanup.passes.fused_words.closings import is_of_person
from cleanup.passes.fused_words.connectives import (
    after_opening_adverb,
    before_adverb,
    before_adversative,
    before_and,
    before_connective,
    before_fixed_phrase,
    before_preposition,
    before_relative,
    before_subordinator,
    before_then,
)
from cleanup.passes.fused_words.descriptions import before_description, before_phrase
from cleanup.passes.fused_words.names import (
    after_place,
    before_apposed_name,
    before_aside,
    before_capital,
    before_one_of,
    before_sentence,
    before_subject,
    before_time,
    between_names,
    in_list_of_roles,
)
from cleanup.passes.fused_words.phrases import PHRASE_RULES
from cleanup.passes.fused_words.run_ons import RUN_ON_RULES
from cleanup.passes.fused_words.verbs import before_gerund, before_pronoun, before_reflexive, before_verb
from cleanup.passes.fused_words.verdicts import Border

_RULES: Final[tuple[Callable[[Place], Border | None], ...]] = (
    before_said,
    before_capital,
    before_apposed_name,
    before_sentence,
    before_subject,
    after_opening_adverb,
    in_list_of_roles,
    between_names,
    before_aside,
    before_time,
    before_one_of,
    *APPOSITION_RULES,
    *PHRASE_RULES,
    *RUN_ON_RULES,
    before_fixed_phrase,
    before_relative,
    before_connective,
    before_then,
    after_place,
    before_adversative,
    before_and,
    before_subordinator,
    before_adverb,
    before_reflexive,
    before_pronoun,
    before_gerund,
    before_verb,
    before_phrase,
    before_preposition,
    before_description,
)


def decide(place: Place) -> Border:
    """What stood between the two parts."""
    if place.left_is_function_word and not ends_pronoun(place):
        return Border("", "two words ran together", 0.99)
    for rule in _RULES:
        border = rule(place)
        if border is not None:
            return replace(border, instead="who") if is_of_person(place, border) else border
    return Border("", "two words ran together", 0.93)
