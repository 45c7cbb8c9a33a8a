"""What is certain in a garbled article is only suggested in a sound one."""

from __future__ import annotations

import pytest

from cleanup.cleaner import Cleaner

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


def test_a_second_run_changes_nothing(cleaner: Cleaner) -> None:
    text = "The France she signed the treaty, and the authorities French thanked theministers. " + SOUND
    once = cleaner.clean(text).text
    assert cleaner.clean(once).text == once
