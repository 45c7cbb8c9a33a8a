"""Whether an article is damaged at all: what is certain in a garbled article is only a suspicion in a sound one.

A rule that is right in 97 of 100 places of translated text finds next to nothing in clean text, so most of what it does
find there is a name or a turn of phrase that it does not know. Garbled articles betray themselves: on real pages at
least five certain repairs in 1,000 words, and mostly the language they came from; clean news shows 0.2 in 1,000.
Clean news from a country names its parties, courts and dishes in the language of the country, and quotes it: what looks
like an origin there is none without a repair beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cleanup.article import Article
from cleanup.edits import MODEL, Applicability, Edit
from cleanup.pipeline import Result

_FEWEST = 2  # certain repairs
_FEWEST_OF_ORIGIN = 1
_SHORT = 150  # words; a longer article needs one more
_RATE = 4.0  # certain repairs in 1,000 words
_SURE = 0.95  # what the model proposes below this is no news in a sound article
_BEYOND_DOUBT = 0.98  # a rule of this record needs no company
_PAGE = "metadata"
_COMPANY = 2  # parts of a page that show that the text was taken from one
_NATIVE_NAME = "exonym-organisation"  # of an organisation: sound English has it as well as the English one


def is_damaged(result: Result) -> bool:
    """Whether the article shows enough certain repairs by rules to be garbled; fewer where it shows an origin, too.

    The model is no witness: its word on a sound article is what the doubt is about.
    """
    applied = sum(any(map(_shows_damage, change.edits)) for change in result.changes if change.applied)
    words = len(result.article.original.split())
    if result.article.source_language is not None:
        return applied >= _FEWEST_OF_ORIGIN + (words > _SHORT)
    return applied >= _FEWEST + (words > _SHORT) and applied * 1000 >= _RATE * words


def _shows_damage(edit: Edit) -> bool:
    return edit.source != MODEL and edit.rule != _NATIVE_NAME


def doubt(article: Article, edits: Sequence[Edit]) -> list[Edit]:
    """The edits as they are to be taken in an article without damage: suggestions, unless they are beyond doubt.

    What the model alone would only suggest elsewhere is left out. A page is copied with its parts whether its text was
    translated or not, so several of them vouch for each other.
    """
    parts = sum(edit.category == _PAGE and edit.applicability is Applicability.SAFE for edit in edits)
    kept = [edit for edit in edits if not _is_guess(edit)]
    return [edit if edit.category == _PAGE and parts >= _COMPANY else _doubted(edit) for edit in kept]


def without_guesses(result: Result) -> Result:
    """The result of an article in which nothing was repaired, without what the model alone suggests."""
    return replace(result, changes=tuple(change for change in result.changes if not all(map(_is_guess, change.edits))))


def _is_guess(edit: Edit) -> bool:
    unsure = edit.applicability is Applicability.UNSAFE or (edit.record or edit.confidence) < _SURE
    return edit.source == MODEL and edit.applicability is not Applicability.DISPLAY and unsure


def _doubted(edit: Edit) -> Edit:
    if edit.applicability is Applicability.SAFE and (edit.record or edit.confidence) < _BEYOND_DOUBT:
        return replace(edit, applicability=Applicability.UNSAFE)
    return edit
