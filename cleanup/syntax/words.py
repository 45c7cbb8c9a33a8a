"""Words of the light parser: which verbs need no object, which nouns tell a time, which introduce a clause."""

from __future__ import annotations

import re
from typing import Final

from cleanup.lexicon.inflection import all_forms, plural_of
from cleanup.lexicon.tokens import word_set
from cleanup.lexicon.word_classes import forms_of, with_plurals, word_class

INTRANSITIVE: Final = forms_of("intransitive_verbs")
"""Forms of verbs that leave no gap for an object."""

IMPERSONAL: Final = forms_of("verbs_of_things")
"""Forms of verbs whose object is no person, if they have one: `who he studied in Vienna` leaves no gap for `who`."""

OPEN_VERBS: Final = forms_of("verbs_with_two_objects")
"""Forms of verbs that take two objects, or an object and a complement: one behind them proves nothing."""

NEVER_REFLEXIVE: Final = forms_of("never_reflexive_verbs")
"""Forms of verbs that are reflexive in other languages and never in English: laughs, meet, hurried."""

NEVER_REFLEXIVE_OF_THINGS: Final = forms_of("verbs_never_reflexive_of_things")
"""Forms of verbs that take no reflexive when a thing does it: the situation has worsened."""

HARDLY_REFLEXIVE: Final = forms_of("hardly_reflexive_verbs")
"""Forms of verbs whose reflexive is mostly carried over: the shop opens itself at nine."""

REFLEXIVE_WITH: Final = {
    **dict.fromkeys(all_forms("complain"), word_set("about over of that at to")),
    **dict.fromkeys(all_forms("refer"), word_set("to")),
    **dict.fromkeys(all_forms("concentrate"), word_set("on in at")),
    **dict.fromkeys(all_forms("agree"), word_set("on about over to with that")),
    **dict.fromkeys(all_forms("argue"), word_set("about over with")),
    **dict.fromkeys(all_forms("decide"), word_set("to for against")),
    **dict.fromkeys(all_forms("refuse"), word_set("to")),
    **dict.fromkeys(all_forms("rely"), word_set("on")),
    **dict.fromkeys(all_forms("differ"), word_set("from in by")),
    **dict.fromkeys((*all_forms("apologise"), *all_forms("apologize")), word_set("for to with")),
    **dict.fromkeys(all_forms("participate"), word_set("in to")),
    **dict.fromkeys(all_forms("deal"), word_set("with")),
    **dict.fromkeys(all_forms("resign"), word_set(". , ; in on after over because yesterday")),
    **dict.fromkeys((*all_forms("manage"), *all_forms("cope")), word_set("with without to")),
}
"""Forms of verbs whose reflexive is carried over before one of these words: refers himself to the law."""

GOVERNED: Final = {
    **dict.fromkeys(all_forms("fear"), word_set("for")),
    **dict.fromkeys(all_forms("hope"), word_set("for")),
    **dict.fromkeys(all_forms("apply"), word_set("for")),
    **dict.fromkeys(all_forms("opt"), word_set("for")),
    **dict.fromkeys(all_forms("search"), word_set("for")),
    **dict.fromkeys(all_forms("look"), word_set("for after")),
    **dict.fromkeys(all_forms("vote"), word_set("for against")),
    **dict.fromkeys(all_forms("protest"), word_set("against")),
    **dict.fromkeys(all_forms("worry"), word_set("about")),
    **dict.fromkeys(all_forms("complain"), word_set("about of")),
    **dict.fromkeys(all_forms("listen"), word_set("to")),
    **dict.fromkeys(all_forms("object"), word_set("to")),
    **dict.fromkeys(all_forms("adhere"), word_set("to")),
    **dict.fromkeys(all_forms("aspire"), word_set("to")),
    **dict.fromkeys(all_forms("benefit"), word_set("from")),
    **dict.fromkeys(all_forms("recover"), word_set("from")),
    **dict.fromkeys(all_forms("believe"), word_set("in")),
    **dict.fromkeys(all_forms("suffer"), word_set("from")),
    **dict.fromkeys(all_forms("contribute"), word_set("to")),
    **dict.fromkeys(all_forms("date"), word_set("from")),
    **dict.fromkeys(all_forms("cope"), word_set("with")),
    **dict.fromkeys(all_forms("deal"), word_set("with")),
    **dict.fromkeys(all_forms("cooperate"), word_set("with")),
    **dict.fromkeys(all_forms("collaborate"), word_set("with")),
}
"""Verbs that have everything with one of these prepositions and its noun: fears for the seabed."""

INFINITIVE_VERBS: Final = forms_of("verbs_with_infinitive") | word_set("are were ought used able")
"""Forms of verbs whose infinitive is the clause's real verb: wants to arrive."""

SPEECH: Final = forms_of("verbs_with_clause")
"""Forms of verbs after which a clause can follow without `that`."""

POSSESSIVES: Final = word_set("its his her their our my your")
"""Determiners that say whose."""

TIME_NOUNS: Final = with_plurals("units_of_time") | word_class("time_words")
"""Nouns that stand before a clause as an adverb does: last week she left."""

CLAUSE_NOUNS: Final = word_class("clause_nouns")
"""Nouns after which a clause can follow without a gap: the fact (that) it rains, the way they play."""

LINKING_ADVERBS: Final = word_class("linking_adverbs")
"""Adverbs that stand between commas after a subject."""

MIDDLE_ADVERBS: Final = word_class("middle_adverbs")
"""Adverbs that stand between a subject and its verb."""

QUANTITIES: Final = word_set("part number amount lot lots bit majority share percentage half side end line form")
"""Of the clause nouns, those that count something: a large part of the wheat."""

TELL: Final = forms_of("verbs_of_telling") | {"so", "such"}
"""Forms of verbs that name their hearer before the clause (told the court it was), and words that announce a clause."""

INDEFINITES: Final = word_set("everyone someone anyone everybody somebody anybody nobody")
"""Pronouns of one person that nobody knows."""

QUANTIFIERS: Final = word_set("few many others everyone everybody nobody someone somebody none")
"""Quantities that can be a subject by themselves."""

NUMBERS: Final = word_class("numbers")
"""Numbers that are written as words."""


def is_number_word(lower: str) -> bool:
    """Whether a word in lower case is a number: nine, thirty-one."""
    tens, *ones = re.split("[-‑]", lower)
    return tens in NUMBERS and all(part in NUMBERS or part == "one" for part in ones)


APPROXIMATE: Final = word_set("about over around under nearly almost roughly some")
"""What stands before a number that is not exact."""

KIN: Final = word_class("kin")
"""Nouns of one person that another has: as appositions, they stand before the pronoun of that person."""

SEEM: Final = word_set("seems seemed appears appeared")
"""Verbs before which `it` may stand for nothing."""

RELATIONAL: Final = word_class("relational_adjectives", "epithets_with_capital")
"""Adjectives that say what a thing belongs to: they stand before their noun and are hardly ever a predicate."""

POSTPOSITIVE: Final = word_class("postpositive_adjectives", "colours")
"""Adjectives that can stand behind their noun, or as a predicate beside it, in good English."""

COMPLEMENT_VERBS: Final = forms_of("verbs_with_adjective")
"""Forms of verbs that take an object with its adjective: made the bill light."""

PLAIN_QUALITIES: Final = word_class("plain_qualities")
"""Adjectives that stand before their noun unless a verb stands between, and take no phrase of their own behind them."""

BEFORE_NOUN: Final = word_class("before_noun_adjectives", "plain_qualities")
"""Adjectives that end no noun phrase in good English, where no verb gives them to the noun."""

MEMBERS: Final = word_class("members")
"""Nouns before which the acronym of an organisation stands: CIS countries."""

ALSO_RIVERS: Final = word_class("also_rivers")
"""Names of countries and regions that rivers bear too: with an article they may mean the river."""

REGIONS_EITHER_WAY: Final = word_class("regions_either_way")
"""Names of regions that English has with the article and without: the Gironde."""

ADJECTIVES_WITH_COMPLEMENT: Final = word_class("adjectives_with_phrase")
"""Adjectives that stand behind their noun where a complement follows: an inquiry independent of the ministry."""

PREPOSITIONS_OF_CLAUSES: Final = word_set("after before since until")
"""Those that open a clause too."""

PREPOSITIONS_OF_TIME: Final = PREPOSITIONS_OF_CLAUSES | {"during"}
"""Those that tell a time whatever follows."""

PREPOSITIONS_OF_REST: Final = word_set(
    "in on at under near behind between beside beneath around inside outside above below among"
)
"""Those that say where a thing is, not whence or whither it moves."""

PREPOSITIONS: Final = (
    PREPOSITIONS_OF_TIME
    | PREPOSITIONS_OF_REST
    | word_set(
        "with for from to by about over against into through without despite via per towards toward within besides "
        "along amid amongst across beyond onto throughout"
    )
)
"""What stands before a noun phrase and makes it say when, where or how; `of`, which joins it to a noun, is not one."""

COMPOUND_PREPOSITIONS: Final = frozenset(
    [("because", "of"), ("due", "to"), ("thanks", "to"), ("according", "to"), ("out", "of"), ("instead", "of")]
)
"""Prepositions of two words."""

COMPLEMENTS: Final = word_set("of from to with on for in by")
"""What opens such a complement."""

FIXED_BEHIND: Final = word_class("fixed_behind") | {
    "_".join((plural_of(noun), adjective))
    for noun, adjective in (phrase.split("_") for phrase in word_class("fixed_behind"))
}
"""Phrases that have their adjective behind, joined with an underscore; their plurals too: heirs_apparent."""

DEMANDING: Final = forms_of("verbs_of_demanding") | word_set(
    "lest important essential necessary vital crucial imperative condition"
)
"""What a clause with a bare infinitive follows: they ask that he leave, it is vital that they not wait."""

BE: Final = word_set("is are was were")
HELPERS_OF_ONE: Final = word_set("is was has does")
HELPERS_OF_MORE: Final = word_set("are were have do")
"""Finite helping verbs that tell one from several."""
_FINITE_HELPERS: Final = HELPERS_OF_ONE | HELPERS_OF_MORE
HELPERS: Final = _FINITE_HELPERS | {f"{helper}n’t" for helper in _FINITE_HELPERS} | {"be", "am"}
"""The same, denied as well, and the bare be that stands for them."""
HAVE: Final = word_set("has have had")
DO: Final = word_set("do does did")
WANT: Final = word_set("want wants wanted")
SINGULAR_FORMS: Final = {"are": "is", "were": "was", "have": "has", "do": "does"}
"""Helping verbs of several, and the forms of one."""
MODALS: Final = word_set("can could will would should must may might shall")
"""Finite forms of the helping verbs."""
