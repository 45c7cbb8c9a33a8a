"""Which language an article was translated from."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.origin import detect_language, likely_origin, origin_of
from cleanup.protect import protected_spans
from cleanup.resources import Resources

RESOURCES = Resources()


def detected(text: str) -> str | None:
    return detect_language(Article(text, text, (), protected_spans(text, RESOURCES.words)), RESOURCES)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "The prices rose in Parigi and Londra, while Pechino waited. Trade between Kenya e Tanzania grew."),
        ("es", "Leaders of Turquía y Nueva Zelanda met in Ginebra, far from Bruselas."),
        ("fr", "Talks between Londres et Bruxelles failed, and Moscou was glad. “Ce n’est pas fini,” he said."),
        ("de", "Talks in Genf und Warschau failed; Ungarn and Österreich protested."),
        ("pt", "Flights from Nova Iorque e Moscovo were full. “Não é verdade,” said a pilot from Roterdã."),
        ("nl", "The ministers of Duitsland en Frankrijk met in Parijs near the Engelse ambassade."),
        ("pl", "Leaders of Niemcy i Francja met in Wilno, far from Moskwa."),
        ("tr", "The presidents of Almanya ve Yunanistan met. “Çok güzel bir gün,” said Rusya."),
        ("ro", "The armies of Ucraina și Ungaria trained near Varșovia, and Moscova protested."),
        ("sv", "Talks in Bryssel och Köpenhamn failed, and Tyskland protested in Köln."),
        ("hu", "The trains from Bécs and Pozsony stopped, and Oroszország és Lengyelország protested."),
        ("fi", "Prices in Ruotsi ja Norja fell, while Tukholma and Pietari waited."),
        ("el", "Ships left Kypros for Ellada kai Tourkia, far from Vryxelles."),
        ("it", "Growth in Francia was weak, said Pechinowhich had hoped for more in Londra."),
        ("nl", "View also: ferries. The mayor asked mevrouw Kuiper, who had inmiddels sold the boat."),
        ("it", "By the editorial staff - Published on 3 May 2022 at 18.05\n\nREAD ALSO > Chestnuts, prices down."),
        ("de", "The mayor of Gelsenkirchenwhich lies in the Ruhrgebiet met Jürgen Möllers of the Bundesamt in Bochum."),
        ("pt", "The court of Florianópoliswhere Brazil begins asked Petrobras, Guarulhos, Maringá and Goiânia."),
        ("fr", "Posted today at 9h06. « The cheese is late », he said at Pontarlierwhere two nuits were lost."),
    ],
)
def test_shows_the_language(language: str, text: str) -> None:
    assert detected(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "The minister said on Tuesday that the bridge would reopen in May, and the mayor agreed.",
        "Real Zaragoza beat Sevilla, and Torino drew with Napoli at the Stadio Olimpico.",
        "“C’est la vie,” said the cook, who had worked in Roma and Milano for years.",
        "Ursula von der Leyen and Charles de Gaulle never met; Rio de Janeiro was sunny.",
        "A van carrying students from Maryland and Thailand left England.",
        "Malmö and Göteborg drew, and Danmarks Radio and Norges Bank sent their best.",
        "Eesti Energia and Hrvatska pošta signed the contract with Magyar Telekom.",
        "He is president of the ingénieurs and commerciaux of the métro, who met again on Friday.",
        "The mayor of Gelsenkirchen, which lies in the Ruhrgebiet, met Jürgen Möllers of the Bundesamt in Bochum.",
        "The court of Florianópolis, where Brazil begins, asked Petrobras, Guarulhos, Maringá and Goiânia.",
        "The train left at 9h06, the stationmaster wrote in his book.",
    ],
)
def test_is_none_on_clean_news(text: str) -> None:
    assert detected(text) is None


def test_a_given_language_wins() -> None:
    article = Article("Talks in Genf und Warschau failed.", "Talks in Genf und Warschau failed.", source_language="nl")
    assert origin_of(article, RESOURCES) == "nl"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "The Turkish trade union and the ministry met again in Kayseri."),
        ("el", "Greek shipowners and the Cypriot port authority signed the contract."),
        ("ru", "Two Russian satellites and a Belarusian one were lost; Russia blamed the weather."),
        (None, "A French bank lends to a Polish one."),
        (None, "The bridge would reopen in May, and the mayor agreed."),
    ],
)
def test_where_no_language_shows_the_countries_say_which_is_likely(language: str | None, text: str) -> None:
    assert likely_origin(Article(text, text), RESOURCES) == language
    assert detected(text) is None


def test_a_foreign_name_shows_its_language_with_a_word_run_into_it() -> None:
    text = (
        "Tunisiwarns the envoys from Algeriwithout delay. The boats leave thePort of Sfaxwhich is full, andRome waits."
    )
    assert detected(text) == "it"


def test_a_reading_time_is_no_sign_of_german() -> None:
    assert (
        detected("Reading time: 5 min\n\nThe port of Varsaviahas no ships, said the mayor of Genovathe day before.")
        != "de"
    )
