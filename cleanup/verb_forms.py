"""Forms of English verbs."""

from __future__ import annotations

import re
from typing import Final

from cleanup.lexicon.words import Tag, Words

_PASTS: Final = {
    "be": "was", "become": "became", "begin": "began", "break": "broke", "bring": "brought", "build": "built",
    "buy": "bought", "catch": "caught", "choose": "chose", "come": "came", "cost": "cost", "cut": "cut", "do":
    "did", "draw": "drew", "drink": "drank", "drive": "drove", "eat": "ate", "fall": "fell", "feel": "felt",
    "fight": "fought", "find": "found", "fly": "flew", "forget": "forgot", "get": "got", "give": "gave", "go":
    "went", "grow": "grew", "have": "had", "hear": "heard", "hide": "hid", "hit": "hit", "hold": "held", "keep":
    "kept", "know": "knew", "lead": "led", "leave": "left", "lend": "lent", "let": "let", "lie": "lay", "lose":
    "lost", "make": "made", "mean": "meant", "meet": "met", "pay": "paid", "put": "put", "read": "read", "ride":
    "rode", "rise": "rose", "run": "ran", "say": "said", "see": "saw", "sell": "sold", "send": "sent", "set": "set",
    "show": "showed", "shut": "shut", "sing": "sang", "sink": "sank", "sit": "sat", "sleep": "slept", "speak":
    "spoke", "spend": "spent", "stand": "stood", "steal": "stole", "swim": "swam", "take": "took", "teach":
    "taught", "tell": "told", "think": "thought", "throw": "threw", "understand": "understood", "wear": "wore",
    "win": "won", "write": "wrote",
}  # fmt: skip


def past(verb: str, words: Words) -> str | None:
    """The past of an infinitive, or None where none is known: leave → left, stop → stopped."""
    if verb in _PASTS:
        return _PASTS[verb]
    candidates = [f"{verb}d"] if verb.endswith("e") else [f"{verb}ed", f"{verb}{verb[-1]}ed", f"{verb[:-1]}ied"]
    known = [form for form in candidates if words.tags(form) & Tag.VERB_PAST]
    return max(known, key=words.zipf, default=None)


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
