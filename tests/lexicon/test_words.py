import subprocess
import sys
import timeit

import pytest

from cleanup.lexicon.tables import DATA
from cleanup.lexicon.words import FOREIGN_LANGUAGES, NUMBER, SENTENCE_START, Tag, pair_code, pair_count, words

JUNK = """
ofthe inthe tothe onthe andthe alot theleaks talksended sended recieve thier afterall th nd s t e x didn moscow kremlin
"""
WORDS = """
the a I of talks ended borders reiterated sanctions which just theatre theater colour organisation smartphone ceasefire
cybersecurity café Table Borders don't won't Moscow Kazakhstan livestream leaks women's
"""


@pytest.mark.parametrize("junk", JUNK.split())
def test_what_the_web_writes_together_is_no_word(junk: str) -> None:
    assert not words().is_word(junk)


@pytest.mark.parametrize("word", WORDS.split())
def test_english_words_in_every_form(word: str) -> None:
    assert words().is_word(word)


def test_junk_has_no_frequency_however_often_the_web_has_it() -> None:
    assert words().zipf("ofthe") == 0.0
    assert words().zipf("the") > 7
    assert words().zipf("The") == words().zipf("the")
    assert 3.5 < words().zipf("borders") < 5


@pytest.mark.parametrize(
    "name", ["Moscow", "Kazakhstan", "Russia", "Putin", "Zelensky", "Kremlin", "Tuesday", "NATO", "UN"]
)
def test_some_words_exist_only_with_a_capital(name: str) -> None:
    assert words().is_proper(name)
    assert words().is_word(name)
    assert not words().is_word(name.lower())


@pytest.mark.parametrize("word", ["Turkey", "Polish", "May"])
def test_some_words_exist_with_and_without_a_capital(word: str) -> None:
    assert words().may_be_proper(word)
    assert not words().is_proper(word)
    assert words().is_word(word.lower())


@pytest.mark.parametrize("word", ["table", "leader", "as", "will", "of"])
def test_common_words_are_not_proper(word: str) -> None:
    assert not words().may_be_proper(word)


def test_share_of_capitals_in_mid_sentence() -> None:
    assert words().capitalised_share("russia") == 1.0
    of = words().capitalised_share("of")
    assert of is not None
    assert of < 0.05
    assert words().capitalised_share("zzyzx") is None


@pytest.mark.parametrize(
    ("word", "tags"),
    [
        ("borders", Tag.PLURAL_NOUN | Tag.VERB_PRESENT),
        ("reiterated", Tag.VERB_PAST | Tag.PAST_PARTICIPLE),
        ("wrote", Tag.VERB_PAST),
        ("written", Tag.PAST_PARTICIPLE),
        ("becoming", Tag.GERUND),
        ("Polish", Tag.PROPER_NOUN | Tag.ADJECTIVE | Tag.VERB_BASE),
        ("semiconductors", Tag.PLURAL_NOUN),
    ],
)
def test_parts_of_speech(word: str, tags: Tag) -> None:
    assert words().tags(word) & tags == tags


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("the", Tag.DETERMINER),
        ("which", Tag.RELATIVE),
        ("of", Tag.PREPOSITION),
        ("she", Tag.PRONOUN),
        ("his", Tag.POSSESSIVE),
        ("would", Tag.MODAL),
        ("was", Tag.AUXILIARY),
        ("just", Tag.ADVERB),
        ("and", Tag.CONJUNCTION),
        ("president", Tag.NOUN),
        ("sanctions", Tag.PLURAL_NOUN),
        ("became", Tag.VERB_PAST),
        ("military", Tag.ADJECTIVE),
        ("Russia", Tag.PROPER_NOUN),
        ("Tokayev", Tag.PROPER_NOUN),
        ("Turkey", Tag.PROPER_NOUN),
        ("turkey", Tag.NOUN),
        ("Russian", Tag.ADJECTIVE),
        ("blorfing", Tag.NONE),
        (",", Tag.PUNCTUATION),
        ("2022", Tag.NUMBER),
        (NUMBER, Tag.NUMBER),
        (SENTENCE_START, Tag.START),
    ],
)
def test_most_likely_part_of_speech(word: str, tag: Tag) -> None:
    assert words().likely_tag(word) == tag


def test_an_unknown_word_has_no_part_of_speech() -> None:
    assert words().tags("talksended") == Tag.NONE


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("della", "it"),
        ("und", "de"),
        ("leader", "it"),
        ("pour", "fr"),
        ("los", "es"),
        ("não", "pt"),
        ("het", "nl"),
        ("jest", "pl"),
    ],
)
def test_words_of_other_languages(word: str, language: str) -> None:
    assert words().foreign_zipf(word, language) > 4
    assert language in words().foreign_languages(word)


def test_english_function_words_are_not_foreign() -> None:
    assert words().foreign_languages("the") == ()
    assert words().foreign_languages("which") == ()
    assert words().foreign_languages("della")[0] == "it"
    assert words().foreign_zipf("qwertzuiop", "de") < 3


def test_counts() -> None:
    assert words().unigram("the") > 400_000
    assert words().unigram("Moscow") > 300
    assert words().unigram("moscow") == 0
    assert words().bigram("of", "the") > 50_000
    assert words().bigram("the", "of") < 50
    assert words().bigram("Russia", ",") > 50
    assert words().bigram("in", "2021") == words().bigram("in", NUMBER) > 10_000
    assert words().bigram(SENTENCE_START, "The") > 50_000
    assert words().bigram("nonexistentword", "the") == 0
    assert words().bigram_lower("the", "united") >= words().bigram("the", "United") > 1_000
    assert words().bigram("Russia", "’") == words().bigram("Russia", "'") > 0


def test_the_parts_are_likelier_than_the_fused_word() -> None:
    lexicon = words()
    for left, right in (
        ("talks", "ended"),
        ("the", "leaks"),
        ("Moscow", "just"),
        ("Petersburg", "where"),
        ("country", "borders"),
    ):
        split = lexicon.log_unigram(left) + lexicon.log_probability(left, right)
        assert split > lexicon.log_unigram(left + right)


def test_real_words_are_likelier_than_their_parts() -> None:
    lexicon = words()
    for left, right in (("to", "day"), ("be", "came"), ("not", "able"), ("there", "fore"), ("Wash", "ington")):
        assert lexicon.log_unigram(left + right) > lexicon.log_unigram(left) + lexicon.log_probability(left, right)


def test_probabilities_of_the_frequent_followers_sum_to_less_than_one() -> None:
    followers = ["the", "a", "his", "her", "their", "this", "its", "an", "Russia", "these", NUMBER]
    assert 0.35 < sum(10 ** words().log_probability("of", word) for word in followers) < 1.0


def test_grammar_knows_what_follows_what() -> None:
    lexicon = words()
    assert lexicon.tag_pair(Tag.DETERMINER, Tag.NOUN) > 0.3
    assert lexicon.tag_pair(Tag.DETERMINER, Tag.VERB_PRESENT) < -0.3
    assert lexicon.tag_pair(Tag.MODAL, Tag.AUXILIARY) > 0.3
    assert lexicon.tag_pair(Tag.NONE, Tag.NOUN) == 0.0
    assert lexicon.tag_pair(Tag.DETERMINER, Tag.NOUN | Tag.VERB_PRESENT) == lexicon.tag_pair(Tag.DETERMINER, Tag.NOUN)


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Vladimir", "male"),
        ("Giorgia", "female"),
        ("Angela", "female"),
        ("Emomali", "male"),
        ("Ursula", "female"),
        ("Robin", "both"),
        ("Table", None),
        ("The", None),
    ],
)
def test_gender_of_given_names(name: str, gender: str | None) -> None:
    assert words().gender(name) == gender
    assert words().is_given_name(name) == (gender is not None)


def test_gender_depends_on_the_language() -> None:
    assert words().gender("Andrea") == "both"
    assert words().gender("Andrea", "it") == "male"
    assert words().gender("Andrea", "de") == "female"
    assert words().gender("Vladimir", "en") == "male"


def test_surnames() -> None:
    assert all(map(words().is_surname, ["Smith", "Rossi", "Putin", "Macron", "Zelensky", "McDonald"]))
    assert not any(map(words().is_surname, ["Moscow", "Ended", "The", "smith"]))


def test_lists() -> None:
    lexicon = words()
    assert all(map(lexicon.is_speech_verb, ["said", "adds", "Explaining", "told", "wrote", "reiterates"]))
    assert not any(map(lexicon.is_speech_verb, ["sent", "table"]))
    assert all(map(lexicon.is_person_noun, ["president", "farmers", "Goalkeeper", "spokeswoman", "people"]))
    assert not any(map(lexicon.is_person_noun, ["table", "run"]))
    assert lexicon.takes_article("talk")
    assert not lexicon.takes_article("information")
    assert not lexicon.takes_article("reiterated")


@pytest.mark.parametrize("count", [1, 2, 4096, 5000, 100_000, 600_000])
def test_counts_are_coded_within_a_thousandth(count: int) -> None:
    assert pair_code(count) < 1 << 13
    assert abs(pair_count(pair_code(count)) - count) <= count / 1000


@pytest.mark.parametrize("word", ["", "'", "’s", "-", "\n", "x" * 500, "Iİı", "😀"])
def test_any_string_can_be_looked_up(word: str) -> None:
    lexicon = words()
    assert not lexicon.is_word(word)
    assert not lexicon.is_proper(word)
    assert lexicon.zipf(word) == 0.0
    assert lexicon.tags(word) == Tag.NONE
    assert lexicon.log_probability(word, word) < 0
    assert lexicon.gender(word) is None
    assert all(lexicon.foreign_zipf(word, language) == 0.0 for language in FOREIGN_LANGUAGES)
    lexicon.likely_tag(word)


def test_the_data_stay_small() -> None:
    assert sum(path.stat().st_size for path in DATA.iterdir()) < 14_000_000


def test_importing_loads_nothing_slow() -> None:
    code = (
        "import sys; from cleanup.lexicon.words import words; words(); print({'numpy', 'wordfreq'} & set(sys.modules))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "set()"


def test_a_look_up_takes_microseconds() -> None:
    lexicon = words()
    seconds = min(timeit.repeat(lambda: lexicon.bigram("of", "the"), number=1000, repeat=5)) / 1000
    assert seconds < 50e-6
