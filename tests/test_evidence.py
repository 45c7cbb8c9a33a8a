"""What an article shows about its names."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.evidence import Evidence, Places, Role, evidence_of
from cleanup.resources import Resources

RESOURCES = Resources()


def evidence(text: str, language: str | None = None) -> Evidence:
    return evidence_of(Article(text, text, source_language=language), RESOURCES)


def role(text: str, name: str, language: str | None = None) -> Role:
    article = Article(text, text, source_language=language)
    index = next(i for i, token in enumerate(article.tokens) if token.text == name)
    return Places(article, RESOURCES).role(index, index)


def test_people_with_their_titles_and_gender() -> None:
    found = evidence("The economist Lorenza Brandi spoke. Later Brandi left with Mr Daniel Hartmann.")
    person = found.person("Brandi")
    assert person is not None
    assert (person.full_name, person.given_name, person.gender) == ("Lorenza Brandi", "Lorenza", "female")
    assert person.mentions == 2
    assert found.gender_of("Hartmann") == "male"
    assert found.gender_of("Nobody") is None


def test_gender_depends_on_the_language_of_the_name() -> None:
    text = "The engineer Andrea Ferrini presented the bridge."
    assert evidence(text, "it").gender_of("Ferrini") == "male"


def test_a_title_alone_makes_a_person() -> None:
    found = evidence("President Orlowski resigned. The spokeswoman Brankovic confirmed it.")
    assert set(found.people) >= {"Orlowski", "Brankovic"}
    assert found.gender_of("Brankovic") == "female"


def test_countries_and_demonyms_are_counted() -> None:
    found = evidence("Kenya and Peru signed. The Peruvian minister returned to Peru.")
    assert found.countries["Peru"] == 2
    assert found.countries["Kenya"] == 1
    assert found.demonyms["Peruvian"] == 1


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The gas comes from Mosca through a pipeline.", "Mosca", Role.PLACE),
        ("The analyst Lorenza Mosca spoke.", "Mosca", Role.PERSON),
        ("The lawyer Milano disagreed.", "Milano", Role.PERSON),
        ("He lives in Rue de Londres.", "Londres", Role.PART),
        ("She bought shares of Banca Roma.", "Roma", Role.PART),
        ("The company Orano builds plants.", "Orano", Role.PART),
        ("The mayor of Torino resigned.", "Torino", Role.PLACE),
    ],
)
def test_the_place_decides(text: str, name: str, expected: Role) -> None:
    assert role(text, name) is expected


def test_evidence_is_read_once_an_article() -> None:
    article = Article("Kenya signed.", "Kenya signed.")
    assert evidence_of(article, RESOURCES) is evidence_of(article, RESOURCES)
