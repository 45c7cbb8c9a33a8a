"""Forms of English verbs: the past, the participle, the form in -s, the gerund, and the infinitive behind them."""

from __future__ import annotations

import re
from typing import Final

from cleanup.lexicon.words import Tag, Words
from cleanup.syntax_words import word_set

_PASTS: Final = (
    "be was been|have had had|do did done|go went gone|run ran run|lead led led|hold held held|teach taught taught|"
    "sell sold sold|know knew known|write wrote written|sing sang sung|fight fought fought|lie lay lain|"
    "stand stood stood|sit sat sat|sleep slept slept|make made made|build built built|keep kept kept|give gave given|"
    "take took taken|drive drove driven|fly flew flown|grow grew grown|speak spoke spoken|see saw seen|"
    "buy bought bought|bring brought brought|think thought thought|pay paid paid|spend spent spent|lose lost lost|"
    "rise rose risen|fall fell fallen|feel felt felt|meet met met|swim swam swum|ride rode ridden|eat ate eaten|"
    "wear wore worn|dream dreamed dreamed|say said said|tell told told|read read read|come came come|hang hung hung|"
    "seek sought sought|send sent sent|become became become|find found found|leave left left|get got got|"
    "begin began begun|choose chose chosen|break broke broken|win won won|understand understood understood|"
    "mean meant meant|hear heard heard|let let let|put put put|set set set|cut cut cut|cost cost cost|hit hit hit|"
    "shut shut shut|draw drew drawn|throw threw thrown|catch caught caught|forget forgot forgotten|shoot shot shot|"
    "show showed shown|steal stole stolen|wake woke woken|drink drank drunk|sink sank sunk|shrink shrank shrunk|"
    "spring sprang sprung|ring rang rung|swear swore sworn|tear tore torn|bear bore borne|hide hid hidden|"
    "freeze froze frozen|forbid forbade forbidden|forgive forgave forgiven|shake shook shaken|lend lent lent|"
    "bend bent bent|deal dealt dealt|flee fled fled|bind bound bound|feed fed fed|lay laid laid|strike struck struck|"
    "undertake undertook undertaken|withdraw withdrew withdrawn|overtake overtook overtaken|spread spread spread|"
    "split split split|hurt hurt hurt|quit quit quit|win won won|arise arose arisen|bite bit bitten|blow blew blown"
)
_FORMS: Final = {forms.split()[0]: tuple(forms.split()[1:]) for forms in _PASTS.split("|")}
_DOUBLED: Final = word_set(
    "plan stop drop ban beg ship trap rob travel refer occur admit permit commit omit regret prefer "
    "control grab chat rub dig step slip trip strip chop swap tap skip wrap hop pat fit knit equip "
    "transfer expel compel propel"
)
BASES: Final = {forms[1]: base for base, forms in _FORMS.items()}
"""The infinitive of each irregular participle."""


def past_of(base: str) -> str:
    """The past of an infinitive: go → went, carry → carried."""
    return _FORMS[base][0] if base in _FORMS else regular_past(base)


def participle_of(base: str) -> str:
    """The past participle of an infinitive: go → gone, carry → carried."""
    return _FORMS[base][1] if base in _FORMS else regular_past(base)


def regular_past(base: str) -> str:
    """The form in -ed: carry → carried, plan → planned."""
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return f"{base[:-1]}ied"
    return f"{base}{base[-1] if base in _DOUBLED else ''}ed"


def third_person(verb: str) -> str:
    """The form for he and she; of a noun, the plural: follow → follows, carry → carries, watch → watches."""
    irregular = {"be": "is", "have": "has", "do": "does", "go": "goes"}
    if verb in irregular:
        return irregular[verb]
    if re.search(r"(?:s|x|z|ch|sh)$", verb):
        return verb + "es"
    return verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + "s"


def base_of_third(verb: str, words: Words) -> str | None:
    """The infinitive behind a form in -s, or None where none is known: joins → join, carries → carry."""
    irregular = {"is": "be", "has": "have", "does": "do", "goes": "go"}
    if verb in irregular:
        return irregular[verb]
    candidates = [verb[:-3] + "y"] if verb.endswith("ies") else []
    candidates += [verb[:-1], verb[:-2]] if verb.endswith("es") else [verb[:-1]]
    return next((form for form in candidates if words.tags(form) & Tag.VERB_BASE and third_person(form) == verb), None)


def base_of_gerund(verb: str, words: Words) -> str | None:
    """The infinitive behind a form in -ing, or None where none is known: keeping → keep, running → run."""
    stem = verb[:-3]
    candidates = [stem, stem + "e"]
    if len(stem) > 2 and stem[-1] == stem[-2]:
        candidates.insert(0, stem[:-1])
    if stem.endswith("y"):
        candidates.append(stem[:-1] + "ie")
    known = [form for form in candidates if len(form) > 1 and words.tags(form) & Tag.VERB_BASE]
    return max(known, key=words.zipf, default=None)


def gerund(verb: str, words: Words) -> str:
    """The form in -ing: resume → resuming, run → running, lie → lying."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    doubled = verb + verb[-1] + "ing"
    plain = verb + "ing"
    if re.search(r"[^aeiou][aeiou][bdgklmnprt]$", verb) and words.unigram(doubled) > words.unigram(plain):
        return doubled
    return plain
