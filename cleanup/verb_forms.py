"""Forms of English verbs."""

from __future__ import annotations

import re
from typing import Final

from cleanup.lexicon.words import Tag, Words

_PASTS: Final = dict(
    pair.split("_")
    for pair in (
        "be_was become_became begin_began break_broke bring_brought build_built buy_bought catch_caught choose_chose "
        "come_came cost_cost cut_cut do_did draw_drew drink_drank drive_drove eat_ate fall_fell feel_felt fight_fought "
        "find_found fly_flew forget_forgot get_got give_gave go_went grow_grew have_had hear_heard hide_hid hit_hit "
        "hold_held keep_kept know_knew lead_led leave_left lend_lent let_let lie_lay lose_lost make_made mean_meant "
        "meet_met pay_paid put_put read_read ride_rode rise_rose run_ran say_said see_saw sell_sold send_sent set_set "
        "show_showed shut_shut sing_sang sink_sank sit_sat sleep_slept speak_spoke spend_spent stand_stood steal_stole "
        "swim_swam take_took teach_taught tell_told think_thought throw_threw understand_understood wear_wore win_won "
        "write_wrote"
    ).split()
)


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
