"""Edits of one word of a sentence: another in its place, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from cleanup.edits import Applicability, Edit
from cleanup.rulepack import Rule
from cleanup.syntax import Sentence


def replaced(
    rule: Rule,
    text: str,
    sentence: Sentence,
    index: int,
    options: Sequence[str],
    certainty: Applicability | None = None,
) -> Edit:
    """Puts one of the options in the place of the word at `index`; as certain as the rule where nothing is said."""
    start, end = sentence.offset(index), sentence.end_offset(index)
    return rule.edit(text, start, end, options, applicability=certainty)


def taken_out(rule: Rule, text: str, sentence: Sentence, index: int, certainty: Applicability) -> Edit:
    """Takes out the pronoun at `index` with the space before it."""
    start, end = sentence.end_offset(index - 1), sentence.end_offset(index)
    return rule.edit(text, start, end, [""], applicability=certainty, pronoun=sentence.words[index].text)
