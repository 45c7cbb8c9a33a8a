"""What the table of government knows of a few frequent heads."""

from __future__ import annotations

from cleanup.lexicon.government import Kind, government


def test_a_verb_has_the_preposition_it_governs() -> None:
    counts = government().counts("depend", Kind.ACTIVE)
    assert max(counts, key=lambda follower: counts[follower]) == "on"


def test_uses_of_a_head_add_up() -> None:
    active, passive = (government().counts("surround", kind)["by"] for kind in (Kind.EITHER, Kind.PASSIVE))
    assert government().counts("surround", Kind.EITHER, Kind.PASSIVE)["by"] == active + passive > 0


def test_an_unknown_head_has_no_counts() -> None:
    assert not any(government().counts("zzz", Kind.NOUN).values())
