"""Connectives, adverbs and pronouns of the source language: exchanged among English words, never inside a name."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.edits import Applicability, Edit
from cleanup.lexicon.words import words
from cleanup.passes.residue.reading import Reading
from cleanup.passes.residue.set_phrases import SetPhrases, _rows
from cleanup.passes.residue.tables import Tables
from cleanup.resources import Resources

RESOURCES = Resources()
TABLES = Tables()


def edits(text: str, language: str) -> list[Edit]:
    return list(SetPhrases(Reading(Article(text, text, (), (), language), RESOURCES, TABLES)).edits())


def safe(text: str, language: str) -> list[tuple[str, str]]:
    return [(e.original, e.replacements[0]) for e in edits(text, language) if e.applicability is Applicability.SAFE]


@pytest.mark.parametrize(
    ("language", "text", "foreign", "english"),
    [
        ("es", "The dam holds, aunque the water is high.", "aunque", "although"),
        ("es", "A pesar del rain the fair opened.", "A pesar del", "Despite the"),
        ("fr", "The bakers, quant à elles, want more flour.", "quant à elles", "meanwhile"),
        ("fr", "They walked d'abord to the mill.", "d'abord", "first"),
        ("it", "Infine, the farmers sold the hay.", "Infine", "Finally"),
        ("de", "The mill, hingegen, stayed open.", "hingegen", "by contrast"),
        ("pt", "The judge ainda has ninety days to decide.", "ainda", "still"),
        ("nl", "The ferry sails, hoewel the wind is strong.", "hoewel", "although"),
        ("pl", "They grow hops, między innymi for the brewers.", "między innymi", "among others"),
        ("tr", "Telefonda his mother told him to wait.", "Telefonda", "On the telephone"),
        ("ro", "Totuși, the road was closed.", "Totuși", "However"),
        ("sv", "The shop is open, trots att the roof leaks.", "trots att", "although"),
        ("uk", "The clinic is open, хоча the lift is broken.", "хоча", "although"),
        ("el", "The road, ωστόσο, is closed.", "ωστόσο", "however"),
        ("ca", "The road is closed, tot i que the snow has melted.", "tot i que", "although"),
    ],
)
def test_a_phrase_is_one_edit(language: str, text: str, foreign: str, english: str) -> None:
    assert safe(text, language) == [(foreign, english)]


def test_an_attribution_may_stand_before_a_name() -> None:
    assert safe("Zdaniem Ewa Lis the roof will hold.", "pl") == [("Zdaniem", "According to")]


def test_a_pronoun_that_opens_is_sure_before_a_verb_only() -> None:
    assert safe("Personne saw the fox.", "fr") == [("Personne", "Nobody")]
    assert not safe("Personne was a painter of harbours.", "fr")
    assert not safe("Nadie did not come.", "es")


def test_several_meanings_are_suggested_with_the_others() -> None:
    (edit,) = edits("The mill is nonostante open.", "it")
    assert edit.applicability is Applicability.UNSAFE
    assert edit.replacements == ("despite", "although")


def test_a_number_decides_between_meanings() -> None:
    assert safe("They sold etwa 300 cows.", "de") == [("etwa", "about")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Domani, the newspaper, sold well."),
        ("it", "Domani reported the theft."),
        ("it", "Domani is dear. Readers of Domani pay online."),
        ("it", "Oggi, Gente and Chi are weeklies."),
        ("it", "In Domenica, forse, the last film of Neri, a priest is lost."),
        ("es", "The word aunque means although."),
        ("es", "He called his song “ahora” and left."),
        ("es", "The party Ahora Madrid ran the town."),
        ("es", "Mañana will be shown on Friday."),
        ("es", "Aquí no hay quien viva is a series."),
        ("fr", "The film Le temps est court won the prize."),
        ("de", "Nie wieder is the slogan of the museum."),
    ],
)
def test_names_titles_and_foreign_speech_stay(language: str, text: str) -> None:
    assert not safe(text, language)


def test_no_single_word_that_english_uses_is_sure() -> None:
    known = words()
    sure = [form for _, form, meanings in _rows() if form.isalpha() and "/" not in meanings and meanings[-1] != "?"]
    assert [form for form in sure if known.is_word(form)] == ["jest"]


def test_no_phrase_of_a_language_stands_twice() -> None:
    pairs = [(language, form) for languages, form, _ in _rows() for language in languages.split(",")]
    assert len(pairs) == len(set(pairs))
