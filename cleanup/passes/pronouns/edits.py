"""Edits of one word of a sentence: another in its place, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from cleanup.edits import Applicability, Edit
from cleanup.rulepack import Rule
from cleanup.syntax.parser import Sentence, Word

_TURNED = {
    "he": "she",
    "him": "her",
    "his": "her",
    "himself": "herself",
    "she": "he",
    "herself": "himself",
    "hers": "his",
}


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


def other_gender(words: Sequence[Word], index: int) -> str:
    """The pronoun at `index` in the other gender; `her` is his before a noun, else him."""
    turned = _TURNED.get(words[index].lower)
    if turned is None:
        following = words[index + 1] if index + 1 < len(words) else None
        turned = "his" if following is not None and following.is_nominal and following.lower != "the" else "him"
    return turned.capitalize() if words[index].is_capitalised else turned


def taken_out(rule: Rule, text: str, sentence: Sentence, index: int, certainty: Applicability) -> Edit:
    """Takes out the pronoun at `index` with the space before it."""
    start, end = sentence.end_offset(index - 1), sentence.end_offset(index)
    return rule.edit(text, start, end, [""], applicability=certainty, pronoun=sentence.words[index].text)
