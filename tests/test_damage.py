"""What is certain in a garbled article is only suggested in a sound one."""

from __future__ import annotations

import pytest

from cleanup.cleaner import Cleaner
from cleanup.passes.model import Model
from cleanup.resources import Resources

SOUND = (
    "The council met on Tuesday to discuss the budget of the coming year. After two hours the mayor asked for a pause, "
    "and the members went to the window to look at the river, which had risen again. Nobody spoke of the bridge. "
)


@pytest.mark.parametrize("copies", [1, 3])
def test_one_slip_in_a_sound_article_is_only_suggested(cleaner: Cleaner, copies: int) -> None:
    text = SOUND * copies + "They visited Norway, and the authorities Norwegian thanked them."
    result = cleaner.clean(text)
    assert result.text == text
    assert "Norwegian authorities" in {change.text for change in result.changes}


def test_the_same_slip_is_repaired_among_others(cleaner: Cleaner) -> None:
    text = "The France she signed the treaty, and the authorities French thanked theministers. " + SOUND
    result = cleaner.clean(text)
    assert result.text == "France signed the treaty, and the French authorities thanked the ministers. " + SOUND


def test_the_same_slip_is_repaired_where_the_language_is_given(cleaner: Cleaner) -> None:
    text = SOUND + "The authorities Norwegian thanked them."
    assert cleaner.clean(text, source_language="it").text == SOUND + "The Norwegian authorities thanked them."


NATIVE = (
    "“Chi rompe paga e i cocci sono suoi,” said Rosa Campi of the Partito Democratico, and the giunta and its "
    "consiglieri left. "
)


def test_native_names_and_quotations_prove_no_damage(cleaner: Cleaner) -> None:
    """Clean news from a country names its parties and quotes it: the origin that shows there repairs nothing."""
    result = cleaner.clean(SOUND + NATIVE)
    assert result.text == SOUND + NATIVE
    assert "Democratic Party" in {change.text for change in result.changes}
    assert "Democratic Party" in cleaner.clean(SOUND + NATIVE, source_language="it").text


def test_an_origin_and_a_repair_beside_it_prove_damage(cleaner: Cleaner) -> None:
    assert "Democratic Party" in cleaner.clean(SOUND + NATIVE + "The authorities Norwegian thanked them.").text


def test_rules_that_are_switched_off_show_the_damage_all_the_same(cleaner: Cleaner) -> None:
    text = "The France she signed the treaty, and the authorities French thanked theministers. " + SOUND
    kept = cleaner.clean(text, keep=lambda edit: edit.category == "order")
    assert kept.text == text.replace("authorities French", "French authorities")
    sound = SOUND + "They visited Norway, and the authorities Norwegian thanked them."
    assert cleaner.clean(sound, keep=lambda edit: edit.category == "order").text == sound


def test_a_second_run_changes_nothing(cleaner: Cleaner) -> None:
    text = "The France she signed the treaty, and the authorities French thanked theministers. " + SOUND
    once = cleaner.clean(text).text
    assert cleaner.clean(once).text == once


def test_what_the_model_guesses_is_kept_to_damaged_articles() -> None:
    resources = Resources()
    cleaner = Cleaner(resources, [Model(resources)], verify=True)
    guess = "She lives in small village near the border."
    assert "model-missing-article" not in rules_of(cleaner, SOUND + guess)
    damaged = "The France she signed the treaty, and the authorities French thanked theministers. " + SOUND
    assert "model-missing-article" in rules_of(cleaner, damaged + guess)


def test_the_models_own_repairs_do_not_prove_damage() -> None:
    resources = Resources()
    alone = Cleaner(resources, [Model(resources)], early=[], verify=True)
    slips = "The price of bread in the capital it rose. The inspectors found a problem technical in the engine. "
    assert alone.clean(slips + SOUND).text == slips + SOUND
    assert rules_of(alone, slips + SOUND) == {"model-redundant-pronoun", "model-order"}


def rules_of(cleaner: Cleaner, text: str) -> set[str]:
    return {rule for change in cleaner.clean(text).changes for rule in change.rules}
