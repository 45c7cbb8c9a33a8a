"""Patterns of rules: compiled late, with named lists; templates for what replaces a match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

import regex

from cleanup.lexicon.inflection import (
    all_forms,
    gerund,
    is_irregular_past,
    ordinal,
    participle,
    past,
    plural_of,
    third_person,
)
from cleanup.lexicon.words import Tag, words
from cleanup.pattern_store import key_of, pattern_store

_LIST = re.compile(r"\\L<(\w+)>")
_BRACE = re.compile(r"\{(\w+)(?::([\w ’-]+))?\}")
_VERBS = re.compile(r"\\V<(\w+) ([a-z ]+)>")
_ADVERB = re.compile(r"\\A<(\w+)>")
_MARKS_AHEAD = re.compile(r"\(\?=[^()\[\]]*\[(?=[;:!?]*(?:\.[;:!?]*,|,[;:!?]*\.)[.,;:!?]*\])")
_CLOSERS = '”»")'
_CAPITAL = re.compile(r"(?<!\[)(?<!\[a-z)\\p\{Lu\}")
_ADVERBS = r"(?: (?:\w+ly|again|also|already|still|always|never|now|then|soon|not|once more|even|once again))?"
_BEFORE_PARTICIPLE = re.compile(
    r"(?:\b(?:have|has|had|having|be|been|being|is|are|was|were)(?:n[’']t)?|\b(?:it|he|she|who|they|we|I|you)[’'](?:s|ve|re))"
    r"(?: (?:\w+ly|not|again|also|already|still|always|never|now|just|once|ever|even|yet|soon|twice))* \Z",
    re.IGNORECASE,
)
_BEFORE_BASE = re.compile(
    r"(?:\A|[.!?:“”\"\n] ?|\b(?:to|will|would|can|could|may|might|must|shall|should|do|does|did|let|help|and|or|not"
    r"|cannot|we|they|I|you|\w+n[’']t|\w+[’'](?:ll|d))(?: (?:\w+ly|not|also|still|always|never|now|soon|even))* )\Z",
    re.IGNORECASE,
)
_NEAR = 60  # characters before a verb that tell its form
_UNCHANGING = frozenset(
    [
        "put",
        "cut",
        "set",
        "hit",
        "let",
        "cast",
        "shut",
        "cost",
        "split",
        "spread",
        "burst",
        "bet",
        "bid",
        "thrust",
        "hurt",
    ]
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_compiled: dict[tuple[str, bool, bool, int], regex.Pattern[str]] = {}


def written_out(pattern: str) -> str:
    r"""The pattern as `regex` reads it, with what rules write in short.

    `\V<v eat swallow>` is the group `v` of all forms of these verbs, `\A<a>` the group `a` of an adverb between verb
    and object, if one stands there, with the space before it. `\p{Lu}` means a capital whatever the case of the rest.
    Marks to look ahead for, `(?=[.,;])`, include what closes a quotation or a bracket: “a blow of state”, she says.
    """

    def group(match: re.Match[str]) -> str:
        forms = (form for verb in match[2].split() for form in all_forms(verb))
        return f"(?P<{match[1]}>{'|'.join(dict.fromkeys(forms))})"

    pattern = _ADVERB.sub(lambda match: f"(?P<{match[1]}>{_ADVERBS})", _VERBS.sub(group, pattern))
    pattern = _MARKS_AHEAD.sub(rf"\g<0>{_CLOSERS}", pattern)
    return _CAPITAL.sub(r"(?-i:\\p{Lu})", pattern)


def list_names(pattern: str) -> set[str]:
    """The named lists (`\\L<name>`) that a pattern uses."""
    return set(_LIST.findall(pattern))


def compile_pattern(
    pattern: str, lists: Mapping[str, Iterable[str]], *, whole_words: bool, ignore_case: bool
) -> regex.Pattern[str]:
    """The pattern compiled with its named lists.

    Raises regex.error for a wrong pattern and KeyError for a list that `lists` lacks.
    """
    key = (pattern, whole_words, ignore_case, id(lists) if r"\L<" in pattern else 0)
    if key not in _compiled:
        text = rf"(?<![\w’'])(?:{pattern})(?!\w)" if whole_words else pattern
        flags = regex.VERSION0 | (regex.IGNORECASE if ignore_case else 0)
        named: dict[str, Any] = {name: list(lists[name]) for name in list_names(pattern)}
        _compiled[key] = _kept(text, flags, named)
    return _compiled[key]


@cache
def kept_pattern(text: str, *, ignore_case: bool = False) -> regex.Pattern[str]:
    """A pattern that takes `re` long to compile at each start, and no time from the code that an earlier run kept."""
    return _kept(text, regex.VERSION0 | (regex.IGNORECASE if ignore_case else 0), {})


def _kept(text: str, flags: int, named: dict[str, Any]) -> regex.Pattern[str]:
    """The pattern, from the code that an earlier run compiled it to where there is some."""
    key = key_of(text, flags, named)
    pattern = pattern_store().get(key)
    if pattern is None:
        pattern = regex.compile(text, flags, **named)
        pattern_store().put(key, pattern)
    return pattern


def expand(template: str, groups: Mapping[str, str], before: Callable[[str], str] = lambda _: "") -> str:
    """The template with its braces filled; an unknown name stays as it is.

    `before` gives the text in front of a group: it tells the form of a verb that has the same for several.

    `{name}` is the group itself, `{name:lower}` and `{name:capital}` change its first letter; `{name:to file}` puts
    another verb in the form that the group has (`{name:is are was being been}` with forms of its own: infinitive, third
    person, past, gerund, and the participle where it is not the past), `{name:noun lorry}` another noun in its number;
    `{name:ordinal}` counts what the group says in figures or Roman numerals: XIX becomes 19th.
    """

    def fill(match: re.Match[str]) -> str:
        name, form = match.groups()
        if name not in groups:
            return match.group()
        text = groups[name]
        if form is None:
            return text
        if form == "lower":
            return text[:1].lower() + text[1:]
        if form == "ordinal":
            return _counted(text)
        if form.startswith("noun "):
            noun = form.removeprefix("noun ")
            return plural_of(noun) if text.lower().endswith("s") else noun
        if form == "capital":
            return text[:1].upper() + text[1:]
        base = form.removeprefix("to ")
        own = (base, third_person(base), past(base), gerund(base), participle(base))
        return _verb_like(text.lower(), form.split() if base == form else own, before(name))

    return _BRACE.sub(fill, template)


def _verb_like(verb: str, forms: Sequence[str], before: str) -> str:
    """The one of a verb's forms (base, third person, past, gerund, participle) that another has behind `before`."""
    tags = words().tags(verb)
    if tags & Tag.PAST_PARTICIPLE and _BEFORE_PARTICIPLE.search(before, max(0, len(before) - _NEAR)):
        return forms[-1] if len(forms) == 5 else forms[2]
    if verb in _UNCHANGING and before:
        return forms[0 if _BEFORE_BASE.search(before, max(0, len(before) - _NEAR)) else 2]
    if is_irregular_past(verb) or tags & (Tag.VERB_PAST | Tag.VERB_BASE) == Tag.VERB_PAST:
        return forms[2]
    if tags & Tag.PAST_PARTICIPLE and not tags & Tag.VERB_BASE:
        return forms[-1] if len(forms) == 5 else forms[2]
    if tags & Tag.VERB_BASE:
        return forms[0]
    # By its ending, since the dictionary may lack it: sensibilises.
    if verb.endswith("ing"):
        return forms[3]
    if verb.endswith("ed"):
        return forms[2]
    return forms[1] if verb.endswith("s") and not verb.endswith("ss") else forms[0]


def _counted(numeral: str) -> str:
    """XIX → 19th, xxi → 21st, 14 → 14th."""
    if numeral.isdigit():
        return ordinal(int(numeral))
    values = [_ROMAN[letter] for letter in numeral.upper()]
    number = sum(-one if one < following else one for one, following in pairwise([*values, 0]))
    return ordinal(number)
