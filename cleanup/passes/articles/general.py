"""The article before what is said in general: respect for the heritage, the tourism brings jobs, play the tennis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cleanup.edits import Applicability, Edit
from cleanup.lexicon.inflection import forms_of_each
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import word_class
from cleanup.lexicon.words import FINITE_VERB, Tag
from cleanup.resources import Resources
from cleanup.syntax.parser import DETERMINERS, OBJECT_PRONOUNS, SUBJECT_PRONOUNS, Sentence, Word
from cleanup.syntax.words import HELPERS, QUANTIFIERS

_IDEAS: Final = word_class("ideas_without_article")
_COMPOUNDS: Final = word_class("ideas_of_several_words")
_WIDE: Final = word_class("ideas_in_general")
_FIELDS: Final = word_class("fields_of_study")
_SPORTS: Final = word_class("sports")
_AILMENTS: Final = word_class("ailments")
_LANGUAGES: Final = word_class("languages_spoken")
_SUBSTANCES: Final = word_class("substances")
_ENDS_OF_COMPOUNDS: Final = frozenset(tuple(name.split("_")[-2:]) for name in _COMPOUNDS)
_TRADED: Final = word_set(
    "bill bills consumption cost costs demand export exports import imports lack price prices production sale sales "
    "shortage shortages supply use"
)
_TRADING: Final = forms_of_each("export import produce consume")
_OFTEN_CERTAIN: Final = word_set("music food growth progress violence peace history")
_LONGEST: Final = 4  # words of a compound

_FIGHTS: Final = word_set(
    "battle battles campaign campaigns crusade fight fighting fights fought guard law laws measures mobilisation "
    "protect protected protest protested protests struggle struggled struggles struggling war"
)
_GOVERNORS: Final = {
    "about": word_set(
        "care cares cared learn learned nothing preach preached preaches speak speaks spoke talk talked talks"
    ),
    "against": _FIGHTS,
    "for": word_set(
        "admiration call calls care contempt cry demand enthusiasm fight fights fighting fought hunger love need "
        "passion plea reasons regard respect space struggle taste thirst"
    ),
    "from": word_set("die died lived live lives suffer suffered suffering suffers"),
    "in": word_set(
        "belief believe believed believes believing career confidence decline decrease degree drop expert experts "
        "faith fall growth increase interest interested invest invested investing investment investments rise "
        "specialises specialising specialized trust work worked working works live lived lives living"
    ),
    "into": word_set("fall fallen fell slid sink sinking sank translated"),
    "of": word_set(
        "absence accused dream dreamed dreams dreamt speak speaking speaks spoke talk talks afraid champion "
        "champions charges climate crime crimes culture danger dangers defender defenders fear fears form forms "
        "history importance instead issue issues kind lack language lover lovers matter problem problems "
        "professor promotion question questions risk role sake spread state symbol teacher teaching type types "
        "value values"
    ),
    "on": word_set("based depend depended depending depends live lived lives rely relied relies spend spending spent"),
    "to": word_set(
        "access accustomed addicted appeal commitment committed contribution dedicated devoted incitement open "
        "opposed resort resorted right sensitive threat"
    ),
}
"""What is said of a thing in general before these prepositions: respect for, lives on, a lack of."""
_GOVERNING_VERBS: Final = forms_of_each(
    "combat discourage encourage favour fight foster fuel guarantee hate practise practice preach prefer prevent "
    "promote reduce strengthen study tackle teach quit abandon"
)
_PLAYING: Final = forms_of_each("play practise practice teach love")
_STUDYING: Final = forms_of_each("study teach")
_SPEAKING: Final = forms_of_each("speak learn teach study understand know")
_ILL: Final = {
    "of": word_set("die died dies dying dead cured ill sick cases case fear afraid"),
    "from": word_set("suffer suffered suffers suffering die died dies dying recovered recovering ill sick dead"),
    "with": word_set("ill sick diagnosed infected living live lives"),
    "against": _FIGHTS | word_set("vaccinate vaccinated vaccination vaccine vaccines"),
}
_OUTCOMES: Final = forms_of_each("fall rise grow drop decline increase decrease continue")
_CLOSING_PREPOSITIONS: Final = word_set(
    "after as because before despite during except for from into instead like rather since than through while "
    "with without"
)
_OPENING_CLAUSES: Final = word_set("that and but because when if while where since although whereas so")
_BEHIND: Final = word_set("alone too also now again today instead alike here everywhere")


def general_nouns(text: str, sentence: Sentence, resources: Resources, *, carried: bool) -> Iterator[Edit]:
    """Edits that drop the article before an idea, a trade, a sport, an illness or a language that is said in general.

    `carried`: the article comes from a language that has an article there; else the edits are only suggested.
    """
    words = sentence.words
    for index, word in enumerate(words[:-1]):
        if word.text not in ("The", "the"):
            continue
        end, wide = _general_end(words, index + 1)
        if end is None:
            continue
        doubt = _judged(words, index, end, wide=wide)
        if doubt is None:
            continue
        if not carried:
            doubt = Applicability.UNSAFE
        start, stop = sentence.offset(index), sentence.end_offset(index + 1)
        following = words[index + 1].text
        noun = following.capitalize() if index == 0 and following.islower() else following
        name = text[sentence.offset(index + 1) : sentence.end_offset(end - 1)]
        rule = resources.rules["article-before-general-noun"]
        yield rule.edit(text, start, stop, [noun], applicability=doubt, name=name)


def most_edits(text: str, sentence: Sentence, resources: Resources) -> Iterator[Edit]:
    """Edits that drop the article of `The most patients recover`, for articles whose language has it there."""
    words = sentence.words
    for index, word in enumerate(words[:-4]):
        if word.lower != "the" or words[index + 1].lower != "most" or not _opens_clause(words, index):
            continue
        noun = words[index + 2]
        later = {each.lower for each in words[index + 4 :]}
        if noun.tag is not Tag.PLURAL_NOUN or noun.tags & Tag.ADJECTIVE or later & {"is", "was"}:
            continue  # the most fans could wish for was a point
        if _has_plural_verb(words, _behind_place(words, index + 3)):
            start, stop = sentence.offset(index), sentence.end_offset(index + 1)
            most = "Most" if index == 0 else "most"
            yield resources.rules["article-before-general-noun"].edit(
                text, start, stop, [most], name=f"most {noun.lower}"
            )


def _behind_place(words: Sequence[Word], at: int) -> int:
    """Where the words end that say whose or where: (the most people) in the village."""
    if words[at].lower not in ("in", "of", "from", "at", "on", "with"):
        return at
    at += 1
    while at < len(words) - 1 and words[at].is_nominal:
        at += 1
    return at


def _has_plural_verb(words: Sequence[Word], at: int) -> bool:
    verb = words[at]
    if verb.lower in ("are", "have", "do", "can", "will", "must", "should"):
        return True
    return verb.tag in (Tag.VERB_BASE, Tag.VERB_PRESENT) and not verb.lower.endswith("s")


def _general_end(words: Sequence[Word], start: int) -> tuple[int | None, bool]:
    """Where what may be said in general ends, and whether it is as often a certain one."""
    for length in range(_LONGEST, 1, -1):
        if "_".join(word.lower for word in words[start : start + length]) in _COMPOUNDS:
            return start + length, False
    word = words[start]
    if word.is_capitalised and (word.text in _LANGUAGES or word.text in _AILMENTS):
        return start + 1, False
    if word.text != word.lower or word.tag & FINITE_VERB:
        return None, False
    if word.tag is Tag.ADJECTIVE:
        studied = start + 1 < len(words) and words[start + 1].lower in _FIELDS
        return (start + 2 if studied and words[start + 1].text.islower() else None), True
    if word.lower in _IDEAS:
        return start + 1, False
    known = (
        word.lower in _SUBSTANCES
        or word.lower in _WIDE
        or word.lower in _FIELDS
        or word.lower in _SPORTS
        or word.lower in _AILMENTS
    )
    return (start + 1 if known else None), True


def _judged(words: Sequence[Word], index: int, end: int, *, wide: bool) -> Applicability | None:
    """How surely nothing makes the noun between the article at `index` and `end` a certain one."""
    closed = _closing(words, end, fronted=index == 1)
    chosen = _is_chosen(words, index, end)
    if chosen and end < len(words) and words[end].lower == "to":
        return Applicability.SAFE
    if closed is None:
        return None
    if chosen:
        return Applicability.SAFE if words[min(end, len(words) - 1)].tag & Tag.PREPOSITION else closed
    if _is_governed(words, index, end):
        joined = words[end - 1].lower in _SPORTS | _FIELDS and words[min(end, len(words) - 1)].tag & Tag.PREPOSITION
        return Applicability.SAFE if joined else closed
    if words[end - 1].is_capitalised:
        return None
    if wide:
        usual = words[end - 1].lower in _WIDE - _OFTEN_CERTAIN
        return Applicability.UNSAFE if usual and _is_statement(words, index, end) else None
    return Applicability.UNSAFE if _opens_clause(words, index) and not _is_statement(words, index, end) else closed


def _closing(words: Sequence[Word], end: int, *, fronted: bool) -> Applicability | None:
    """Whether nothing behind the noun belongs to it; in doubt before a place: the poverty in the south.

    `fronted`: the noun and its preposition open the sentence, whose subject follows.
    """
    if end >= len(words):
        return Applicability.SAFE
    after = words[end]
    following = words[end + 1] if end + 1 < len(words) else None
    if after.text == "," and following is not None and following.tag & (Tag.NOUN | Tag.ADJECTIVE):
        return Applicability.UNSAFE  # the education, government and health fields
    if after.tag is Tag.PUNCTUATION:
        return Applicability.SAFE if after.text in ".,;:!?)”»" else None
    if after.lower in ("and", "or", "but", "nor"):
        return _joining(following)
    if after.lower in _BEHIND or after.lower in _OUTCOMES:
        return Applicability.SAFE
    if fronted and (after.lower in DETERMINERS or after.lower in ("nothing", "nobody", "everything")):
        return None if after.lower in ("that", "which") else Applicability.SAFE
    if after.tag & (Tag.AUXILIARY | Tag.MODAL) or after.lower in HELPERS:
        return Applicability.SAFE
    if (
        after.lower in DETERMINERS
        or after.lower in SUBJECT_PRONOUNS
        or after.lower in ("that", "which", "who", "of", "to")
    ):
        return None
    if after.tag & Tag.PREPOSITION:
        return Applicability.SAFE if after.lower in _CLOSING_PREPOSITIONS else Applicability.UNSAFE
    if after.tag & (Tag.VERB_PRESENT | Tag.VERB_PAST) and not after.tags & (Tag.NOUN | Tag.PLURAL_NOUN):
        return Applicability.SAFE
    if after.tag & Tag.VERB_PRESENT and following is not None:
        opens = following.lower in DETERMINERS | OBJECT_PRONOUNS | QUANTIFIERS or following.tag & (
            Tag.PREPOSITION | Tag.ADVERB | Tag.ADJECTIVE
        )
        return Applicability.SAFE if opens else Applicability.UNSAFE
    return Applicability.SAFE if after.tag is Tag.ADVERB and not after.tags & (Tag.ADJECTIVE | Tag.NOUN) else None


def _joining(following: Word | None) -> Applicability | None:
    """Whether the conjunction before this word leads out of the phrase, not to the other half of a compound."""
    if following is None:
        return None
    if following.lower in DETERMINERS or following.lower in SUBJECT_PRONOUNS or following.lower in OBJECT_PRONOUNS:
        return Applicability.SAFE
    if following.tag & (Tag.PREPOSITION | Tag.ADVERB | Tag.AUXILIARY | Tag.MODAL | Tag.INFINITIVE | FINITE_VERB):
        return Applicability.SAFE
    return None  # the tourism and hospitality sectors


def _is_chosen(words: Sequence[Word], index: int, end: int) -> bool:
    """Whether the words before the article ask for a field, a sport, an illness, a language or a stuff in general."""
    if index < 1:
        return False
    noun, before = words[end - 1], words[index - 1].lower
    opener = words[index - 2].lower if index > 1 else ""
    if noun.text in _LANGUAGES:
        return before in _SPEAKING or (before == "into" and opener == "translated")
    if (noun.lower in _AILMENTS or noun.text in _AILMENTS) and opener in _ILL.get(before, ()):
        return True
    if noun.lower in _SUBSTANCES:
        return before in _TRADING or before == "without" or (before in ("of", "for") and opener in _TRADED)
    if noun.lower in _SPORTS and before in _PLAYING:
        return True
    return noun.lower in _FIELDS and (before in _STUDYING or (before == "of" and opener in ("professor", "teacher")))


def _is_governed(words: Sequence[Word], index: int, end: int) -> bool:
    """Whether the words before the article at `index` are said of things in general, or one stands there already."""
    if index == 0:
        return False
    noun, before = words[end - 1], words[index - 1]
    if before.lower in ("and", "or", ",", "nor"):
        return _follows_general(words, index - 1, noun)
    if index < 2:
        return False
    opener = words[index - 2].lower
    if index > 4 and before.lower == words[index - 4].lower and opener in ("and", "or"):
        return before.tag & Tag.PREPOSITION != 0 and _is_general(words[index - 3], noun)
    compound = _is_compound(words, end)
    if noun.lower not in _IDEAS | _WIDE and not compound:
        return False
    if opener in _GOVERNORS.get(before.lower, ()):
        return True
    return before.lower in _GOVERNING_VERBS and (compound or noun.lower not in _WIDE)


def _is_compound(words: Sequence[Word], end: int) -> bool:
    return (words[end - 2].lower, words[end - 1].lower) in _ENDS_OF_COMPOUNDS


def _follows_general(words: Sequence[Word], at: int, noun: Word) -> bool:
    """Whether the conjunction or comma at `at` joins the noun to one of its kind that stands without an article."""
    compound = at > 1 and _is_compound(words, at)
    if at < 1 or not (compound or _is_general(words[at - 1], noun)):
        return False
    start = at - 2 if compound else at - 1
    if start < 1:
        return True
    opener = words[start - 1]
    opens = opener.tag & (Tag.PREPOSITION | FINITE_VERB | Tag.VERB_BASE | Tag.GERUND | Tag.CONJUNCTION)
    return bool(opens) or opener.text == ","


def _is_general(word: Word, noun: Word) -> bool:
    """Whether the word is of the same kind as the noun."""
    kinds = (_LANGUAGES, _SUBSTANCES, _AILMENTS | _SPORTS | _FIELDS | _IDEAS | _WIDE)
    return any({word.text, word.lower} & kind and {noun.text, noun.lower} & kind for kind in kinds)


def _is_statement(words: Sequence[Word], index: int, end: int) -> bool:
    """Whether the noun is the subject of what is true at all times: the tourism brings jobs."""
    if not _opens_clause(words, index) or end >= len(words):
        return False
    verb = words[end]
    if verb.lower == "and" and end + 3 < len(words) and words[end + 1].lower == "the":
        return words[end + 3].lower in ("are", "have", "must", "can") and _is_general(words[end + 2], words[end - 1])
    if verb.lower in _OUTCOMES:
        return True
    if verb.lower in ("is", "has", "does", "can", "cannot", "must", "will", "should"):
        return True
    return verb.tag is Tag.VERB_PRESENT


def _opens_clause(words: Sequence[Word], index: int) -> bool:
    return index == 0 or words[index - 1].lower in _OPENING_CLAUSES
