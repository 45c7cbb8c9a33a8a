from __future__ import annotations

from pathlib import Path

import pytest

from cleanup.article import Article, Span
from cleanup.edits import Applicability
from cleanup.grammar.client import Match
from cleanup.grammar.errors import LanguageToolError
from cleanup.grammar.grammar_pass import LanguageToolPass
from cleanup.grammar.policy import GUARDS, OFF, Policy, Verdict, bundled_policy, load_policy
from cleanup.grammar.variant import variant_of

SAFE, UNSAFE, DISPLAY = Applicability.SAFE, Applicability.UNSAFE, Applicability.DISPLAY


def verdict(marked: str, rule: str, category: str, *replacements: str, message: str = "Wrong.") -> Verdict | None:
    """The verdict on a finding, marked by «…» in a text."""
    start, end = marked.index("«"), marked.index("»") - 1
    text = marked.replace("«", "").replace("»", "")
    return bundled_policy().verdict(Match(start, end, message, replacements, rule, category, "", text), text)


def spelling(marked: str, *replacements: str, message: str = "Possible spelling mistake found.") -> Verdict | None:
    return verdict(marked, "MORFOLOGIK_RULE_EN_US", "TYPOS", *replacements, message=message)


def test_every_entry_has_a_reason_and_every_safe_one_a_guard_and_a_high_confidence() -> None:
    policy = bundled_policy()
    for entry in (*policy.rules, *policy.categories.values()):
        assert len(entry.why) > 4, entry.pattern
        if entry.use == SAFE:
            assert entry.guards, entry.pattern
            assert entry.confidence >= 0.95, entry.pattern


def test_only_listed_rules_are_safe() -> None:
    assert all(entry.use != SAFE for entry in bundled_policy().categories.values())


def test_no_rule_is_listed_twice_and_every_guard_is_used() -> None:
    patterns = [entry.pattern for entry in bundled_policy().rules]
    assert len(patterns) == len(set(patterns))
    assert {guard for entry in bundled_policy().rules for guard in entry.guards} == set(GUARDS)


def test_what_is_off_is_not_asked_for() -> None:
    policy = bundled_policy()
    assert {"STYLE", "REDUNDANCY", "PUNCTUATION"} <= set(policy.disabled_categories)
    assert not {"TYPOS", "GRAMMAR", "CASING"} & set(policy.disabled_categories)
    assert "EN_SPECIFIC_CASE" in policy.disabled_rules
    assert "EN_A_VS_AN" in policy.enabled_rules
    assert not set(policy.enabled_rules) & set(policy.disabled_rules)
    assert not any("*" in rule for rule in (*policy.disabled_rules, *policy.enabled_rules))


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("{id: X, use: safe}", "no reason"),
        ("{id: X, use: perhaps, why: because}", "perhaps"),
        ("{id: X, use: safe, why: because, guards: [none-such]}", "none-such"),
        ("{id: X, use: safe, why: because, colour: red}", "colour"),
        ("{use: safe, why: because}", "id"),
    ],
)
def test_a_wrong_list_is_refused_in_one_line(tmp_path: Path, row: str, complaint: str) -> None:
    path = tmp_path / "policy.yaml"
    path.write_text(f"rules: [{row}]\ncategories: {{}}\nfunction_words: the\n", encoding="utf-8")
    with pytest.raises(LanguageToolError, match=complaint) as caught:
        load_policy(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("marked", "rule", "category", "replacement"),
    [
        ("It caused «a» impact.", "EN_A_VS_AN", "MISC", "an"),
        ("It was «the the» end.", "ENGLISH_WORD_REPEAT_RULE", "MISC", "the"),
        ("They left. «the» leader stayed.", "UPPERCASE_SENTENCE_START", "CASING", "The"),
        ("On 19 «may» they met.", "LOWERCASE_MONTHS", "GRAMMAR", "May"),
        ("It costs «25.000» euros.", "COMMA_PERIOD_CONFUSION", "TYPOGRAPHY", "25,000"),
        ("He left« ,» she said.", "COMMA_PARENTHESIS_WHITESPACE", "TYPOGRAPHY", ","),
        ("Two«  »spaces here.", "CONSECUTIVE_SPACES", "TYPOGRAPHY", " "),
        ("She praised the count.«But» in Rome they met.", "SENTENCE_WHITESPACE", "TYPOGRAPHY", " But"),
    ],
)
def test_safe_findings(marked: str, rule: str, category: str, replacement: str) -> None:
    found = verdict(marked, rule, category, replacement)
    assert found is not None
    assert (found.applicability, found.replacements) == (SAFE, (replacement,))


@pytest.mark.parametrize(
    ("marked", "rule", "category", "replacement"),
    [
        ("He said «that that» was it.", "ENGLISH_WORD_REPEAT_RULE", "MISC", "that"),
        ("The «Roa Roa» Hotel fell.", "ENGLISH_WORD_REPEAT_RULE", "MISC", "Roa"),
        ("President Moon Jae-«in in» Seoul.", "ENGLISH_WORD_REPEAT_RULE", "MISC", "in"),
        ("Why? «she» asked.", "UPPERCASE_SENTENCE_START", "CASING", "She"),
        ("«date» 2023-02-23", "UPPERCASE_SENTENCE_START", "CASING", "Date"),
        ("They «may» come.", "LOWERCASE_MONTHS", "GRAMMAR", "May"),
        ("Folha de S.«Paulo» writes.", "SENTENCE_WHITESPACE", "TYPOGRAPHY", " Paulo"),
        ("In the Pop!«Tech» hall.", "SENTENCE_WHITESPACE", "TYPOGRAPHY", " Tech"),
        ("He came.«  »She left.", "CONSECUTIVE_SPACES", "TYPOGRAPHY", " "),
        ("A line«  »", "CONSECUTIVE_SPACES", "TYPOGRAPHY", " "),
        ("named« “ »Al Maafia”", "COMMA_PARENTHESIS_WHITESPACE", "TYPOGRAPHY", "“ "),
        ("but Livingston «climb» to third.", "HE_VERB_AGR", "GRAMMAR", "climbs"),
        ("the «Labour party» leader", "EN_SPECIFIC_CASE", "CASING", "Labour Party"),
        ("before a «court martial» today", "EN_COMPOUNDS_COURT_MARTIAL", "MISC", "court-martial"),
        ("says «Michael Vann» today", "EN_MULTITOKEN_SPELLING_TWO", "MULTITOKEN_SPELLING", "Michael Mann"),
        ("«whatever» it is", "SOME_NEW_RULE", "SOME_NEW_CATEGORY", "what"),
    ],
)
def test_what_is_no_mistake_is_not_reported(marked: str, rule: str, category: str, replacement: str) -> None:
    assert verdict(marked, rule, category, replacement) is None


def test_an_unlisted_grammar_rule_is_suggested() -> None:
    found = verdict("He wants «many technology» now.", "MANY_NN", "GRAMMAR", "many technologies")
    assert found == Verdict(UNSAFE, "grammar", 0.6, ("many technologies",))


def test_an_unlisted_rule_without_a_replacement_is_displayed() -> None:
    found = verdict("the united front «a.»", "THE_SENT_END", "GRAMMAR")
    assert found is not None
    assert found.applicability is DISPLAY


def test_a_safe_rule_never_takes_a_capitalised_word_away() -> None:
    found = verdict("read «“Mosca» now", "GERMAN_QUOTES", "TYPOGRAPHY", "“Tosca")
    assert found is not None
    assert found.applicability is UNSAFE


@pytest.mark.parametrize(
    ("marked", "first"),
    [("due to «theincreased» costs", "the increased"), ("from here «toTurkmenistan»", "to Turkmenistan")],
)
def test_a_space_lost_after_a_determiner_or_preposition_is_put_back(marked: str, first: str) -> None:
    assert spelling(marked, first) == Verdict(SAFE, "fused", 0.95, (first,))


@pytest.mark.parametrize(
    ("marked", "first"), [("borders «Russiahas» always", "Russia has"), ("power «cutswhich» end", "cuts which")]
)
def test_where_a_comma_may_be_lost_too_the_space_is_only_suggested(marked: str, first: str) -> None:
    found = spelling(marked, first)
    assert found is not None
    assert (found.applicability, found.category, found.replacements) == (UNSAFE, "fused", (first,))


@pytest.mark.parametrize(
    ("marked", "first"),
    [
        ("the capital «Moscajust» said", "Miscast"),
        ("the «Kazachi» leader", "Karachi"),
        ("«Mosca» said", "Tosca"),
        ("its «Netto» chain", "Net to"),
        ("«Donggala» lies", "Dong gala"),
        ("the «anti-Erdogan» camp", "anti-Roman"),
        ("he won the «fourballs» and the fourballs again", "four balls"),
        ("treating «leukaemia» there", "leukemia"),
        ("“Ni un «paso» atrás,” he said", "pass"),
        ("a «kw» more", "KW"),
    ],
)
def test_names_terms_quotations_and_british_words_are_not_spelling_mistakes(marked: str, first: str) -> None:
    assert spelling(marked, first) is None


def test_british_spelling_is_no_mistake() -> None:
    message = "Possible spelling mistake. ‘colour’ is British English."
    assert spelling("the «colour» red", "color", message=message) is None


def test_a_lower_case_unknown_word_is_pointed_at_without_a_guess() -> None:
    assert spelling("his faithful «gregario» waits", "Gregorio") == Verdict(DISPLAY, "spelling", 0.5, ())


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        ("The labour minister recognised the colour of the centre.", "en-GB"),
        ("The labor minister recognized the color of the center.", "en-US"),
        ("The mayor of Florida wrote a letter.", "en-US"),
        ("", "en-US"),
    ],
)
def test_the_variant_is_that_of_the_article(text: str, variant: str) -> None:
    assert variant_of(text) == variant


class FixedFindings:
    """Gives the same findings for every text, and remembers what it was asked."""

    def __init__(self, *matches: Match) -> None:
        self.matches = matches
        self.asked: list[tuple[str, str]] = []

    def check(self, text: str, variant: str = "en-US", protected: object = ()) -> tuple[Match, ...]:
        self.asked.append((text, variant))
        return self.matches


def a_an(start: int, end: int) -> Match:
    return Match(start, end, "Use “an”.", ("an",), "EN_A_VS_AN", "MISC", "misspelling", "")


def test_a_finding_becomes_an_edit() -> None:
    text = "It has a impact on the colour."
    checker = FixedFindings(a_an(7, 8))
    (edit,) = LanguageToolPass(checker)(Article(text, text))
    assert (edit.start, edit.end, edit.original, edit.replacements) == (7, 8, "a", ("an",))
    assert (edit.rule, edit.category, edit.applicability) == ("languagetool/EN_A_VS_AN", "article", SAFE)
    assert (edit.source, edit.message) == ("languagetool", "Use “an”.")
    assert checker.asked == [(text, "en-GB")]


def test_nothing_is_reported_on_a_protected_span() -> None:
    text = "It has a impact."
    article = Article(text, text, protected=(Span(4, 10, "quotation"),))
    assert LanguageToolPass(FixedFindings(a_an(7, 8)))(article) == []


def test_a_word_that_the_lexicon_knows_is_not_reported() -> None:
    text = "The homeware shop."
    unknown = Match(4, 12, "Unknown.", ("hardware",), "MORFOLOGIK_RULE_EN_US", "TYPOS", "misspelling", "")
    article = Article(text, text)
    assert [e.applicability for e in LanguageToolPass(FixedFindings(unknown))(article)] == [DISPLAY]
    assert LanguageToolPass(FixedFindings(unknown), is_known=lambda word: word == "homeware")(article) == []


def test_a_doubt_about_what_a_pass_put_in_is_not_reported_but_a_certainty_is() -> None:
    before = "In Mosca a offer of many technology."
    first = LanguageToolPass(FixedFindings(a_an(9, 10)))(Article(before, before))
    article = Article(before, before).apply(first)
    doubt = Match(9, 11, "Odd.", ("the",), "A_GRAMMAR_RULE", "GRAMMAR", "grammar", "")
    certain = Match(9, 11, "Use “a”.", ("a",), "EN_A_VS_AN", "MISC", "misspelling", "")
    assert LanguageToolPass(FixedFindings(doubt))(article) == []
    assert [edit.replacements for edit in LanguageToolPass(FixedFindings(certain))(article)] == [("a",)]


def test_a_policy_of_ones_own_can_be_given() -> None:
    text = "It has a impact."
    nothing = Policy((), {}, frozenset())
    assert LanguageToolPass(FixedFindings(a_an(7, 8)), nothing)(Article(text, text)) == []
    assert OFF not in {str(a) for a in Applicability}
