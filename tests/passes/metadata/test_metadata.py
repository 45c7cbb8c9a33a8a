"""Page parts that leaked into the text go with their line breaks; prose, datelines and headlines stay."""

from __future__ import annotations

import pytest

from cleanup.article import Article
from cleanup.edits import Applicability
from cleanup.passes.metadata import Metadata
from cleanup.pipeline import run
from cleanup.resources import Resources

PASS = Metadata(Resources())
BODY = "The council met on Tuesday and approved the budget for the coming year after long talks in the town hall."

MORE = "Shops will pay less from June, and the tram will run until midnight on Fridays, as the union had asked."


def cleaned(text: str) -> str:
    return run(Article(text, text), [PASS]).text


@pytest.mark.parametrize(
    "line",
    [
        "Economy 12.03.2024, 08:15 Reading time: 4 min.",
        "By Marta Kowalska 07/01/2024 06:30",
        "Publication: 03.02.2025 - 10:05 Update: 03.02.2025 - 12:40",
        "Published on Monday 3 February 2025 at 18h20",
        "Last updated: 2024-05-01 10:22 CEST",
        "Posted by Ana Pires on 14 March 2023",
        "Written by Lucia Ferrari",
        "By our correspondent Bolzano - Reproduction reserved",
        "From our special envoy in Warsaw",
        "Photo: Reproduction/Civil Defence",
        "Image: City of Porto",
        "A ferry in the port of Izmir (archive photo)",
        "The stadium before the match (illustrative photo). – L. Moreau",
        "© Agence France-Presse",
        "(dpa)",
        "With agencies",
        "Follow us on Telegram",
        "Menu Search Log in",
        "Home > Sports > Cycling",
        "Share on WhatsApp",
        "Facebook | Twitter | WhatsApp",
        "Loading...",
        "Advertisement",
        "Video duration: 1:45",
        "Listen to the article (4 min)",
        "Article continues after the advertisement",
        "3 min read",
        "Skip to main content",
        "All rights reserved",
        "Entrance: 21.08.2024 - 09:10 Update: 21.08.2024 - 10:30",
        "Added: 12.05.2024 10:10",
        "Newsroom | 12/05/2024",
        "Photo by Anna Meyer/Getty Images",
        "Share this article",
        "VIDEO:",
        "Join our WhatsApp channel",
        "The rest of the article below the video",
    ],
)
def test_a_page_part_above_the_text_goes(line: str) -> None:
    assert cleaned(f"{line}\n\n{BODY}\n\n{MORE}\n") == f"{BODY}\n\n{MORE}\n"


@pytest.mark.parametrize(
    "line",
    [
        "READ ALSO – Strikes in July, the full calendar",
        "Read also: the portrait of the new coach",
        "To read also: Why the rivers are low",
        "Also read | Ten questions about the referendum",
        "You might be interested in: The cheapest beaches",
        "It may interest you: The cheapest beaches",
        ">>> Tour, the stage of tomorrow",
        "→ The interview with the minister",
        "Czytaj więcej: Nowe zasady",
        "Citește și: Noile reguli",
        "Lees ook: Het nieuwe plan",
        "Leggi anche: Il nuovo piano",
        "See also: The map of the fires",
        "Subscribe to our newsletter and receive the news every morning",
        "Our selection of the week: register for the culture letter",
        "Source: Agência Lusa",
        "Tags: budget, council, taxes",
        "Source link",
        "Read more",
    ],
)
def test_a_page_part_between_paragraphs_and_at_the_end_goes(line: str) -> None:
    assert cleaned(f"{BODY}\n\n{line}\n\n{MORE}") == f"{BODY}\n\n{MORE}"
    assert cleaned(f"{BODY}\n\n{line}\n") == f"{BODY}\n"


@pytest.mark.parametrize(
    "stamp",
    [
        " date 2021-07-19 ",
        " Published on 12/04/2025 at 07h05 ",
        "Updated: 3 May 2023, 10:15 ",
        "14.11.2024 09:30 ",
        "Politics 02.09.2024, 11:00 ",
    ],
)
def test_a_stamp_in_front_of_the_body_goes(stamp: str) -> None:
    assert cleaned(f"{stamp}{BODY}") == BODY


@pytest.mark.parametrize(
    "text",
    [
        f"BERLIN (AP) — {BODY}",
        f"Moscow, 3 May 2023 – {BODY}",
        f"On 3 May 2023 The Hague was quiet. {BODY}",
        f"Council approves budget\n\n{BODY}",
        f"By Friday the snow had gone.\n\n{BODY}",
        f"{BODY}\n\nPhotos of the square went around the world.",
        f"{BODY}\n\nThe image: a square full of light, and nobody in it.",
        f"{BODY}\n\nRead my lips: no new taxes.",
        f"{BODY}\n\nShare prices fell.",
        f"{BODY}\n\nMore on this will follow when the court has ruled, the mayor said.",
        "12 March 2022\n\nThe siege begins.\n\n14 March 2022\n\nThe first convoy leaves.",
        "«We will stay», says the baker.\n\n«Here», says his wife.",
    ],
)
def test_prose_datelines_and_headlines_stay(text: str) -> None:
    assert cleaned(text) == text


@pytest.mark.parametrize(
    ("slug", "headline"),
    [
        ("Lisbon bans scooters from the old", "Lisbon bans scooters from the old town"),
        ("Germany Poland border controls again after the", "Germany–Poland border: controls again after the attack"),
        ("Gold for Kenya in the marathon Silver goes to", "Gold for Kenya in the marathon. Silver goes to Norway"),
        ("lisbon-bans-scooters-from-old-town", "Lisbon bans scooters from the old town"),
    ],
)
def test_a_headline_told_twice_is_told_once(slug: str, headline: str) -> None:
    assert cleaned(f"{slug}\n\n{headline}\n\n{BODY}") == f"{headline}\n\n{BODY}"


def test_windows_line_ends_go_with_the_line() -> None:
    assert cleaned(f"Loading...\r\n\r\n{BODY}\r\n") == f"{BODY}\r\n"


def test_many_lines_in_a_row_are_only_suggested() -> None:
    text = "Loading...\n\nAdvertisement\n\nShare on Facebook\n\nRead more\n\n" + BODY
    result = run(Article(text, text), [PASS])
    assert result.text == text
    assert {change.applicability for change in result.changes} == {Applicability.UNSAFE}


def test_a_name_alone_is_only_suggested() -> None:
    (change,) = run(Article(text := f"Maria Silva\n\n{BODY}", text), [PASS]).changes
    assert (change.applied, change.applicability) == (False, Applicability.UNSAFE)


def test_a_text_is_never_emptied() -> None:
    assert cleaned("Loading...\n\nAdvertisement\n") == "Loading...\n\nAdvertisement\n"


def test_a_second_run_finds_nothing() -> None:
    once = cleaned(f"Menu Search Subscribe\n\nEconomy 12.03.2024, 08:15\n\n{BODY}\n\nRead more: The flood\n\n{MORE}")
    assert once == f"{BODY}\n\n{MORE}"
    assert cleaned(once) == once


@pytest.mark.parametrize(
    "stamp",
    [
        "Updated: 9 July 2024, 6:12 p. m. Sports",
        "14 May 2024, hour 07:45 Author: Ioana Marin",
        "Markets | 2 minutes reading time | Modified 11-10-2024",
        "As of: 03.11.2024, 06:10 Listen to article",
        "Chronicle - October 12, updated at 18:40",
        "Lisbon - 19 JUN 2024 - 08:40 CEST",
        "4 min read",
        "Article reserved for subscribers",
        "Sign up for free to our weather channel.",
        "Read also: Ten questions about the budget.",
    ],
)
def test_a_stamp_of_any_shape_in_front_of_the_body_goes(stamp: str) -> None:
    assert cleaned(f"{stamp} {BODY}\n\n{MORE}") == f"{BODY}\n\n{MORE}"


@pytest.mark.parametrize(
    "tail",
    [
        "Read also: Ten questions about the budget",
        "Subscribe to our Telegram channel.",
        "(dpa)",
        "If you notice an error, select it with the mouse and press Ctrl+Enter.",
        "Did you like this article? Share it with your friends.",
        "Last updated on 5 May 2023 at 17h20",
    ],
)
def test_a_page_part_behind_the_last_sentence_goes(tail: str) -> None:
    assert cleaned(f"{MORE}\n\n{BODY} {tail}\n\n{MORE}") == f"{MORE}\n\n{BODY}\n\n{MORE}"


@pytest.mark.parametrize(
    "text",
    [
        f"The children heard it daily: “Do as you like. Subscribe to our channel,” the boy said. {BODY}\n\n{MORE}",
        f"12 May 2024, 08:30 The siege begins. {BODY}\n\n13 May 2024, 09:10 The convoy leaves. {MORE}",
        f"{BODY}\n\nSubscribe or lose your seats, the club told its fans.",
        f"{BODY}\n\nThe newsletter of the ministry reached 40,000 farmers.",
        f"{BODY}\n\nNetflix raises prices. Subscribe now or pay more, the company wrote to its customers.",
        f"{BODY} There is one rule. Read more: that was the teacher’s advice.\n\n{MORE}",
        f"Economy Minister Anna Ek resigned on 12.05.2024. {BODY}\n\n{MORE}",
    ],
)
def test_what_a_story_says_of_newsletters_dates_and_reading_stays(text: str) -> None:
    assert cleaned(text) == text


def test_a_question_behind_a_link_leaves_it_a_suggestion() -> None:
    text = f"{BODY} Read also: The budget. Who pays? {MORE}"
    (change,) = run(Article(text, text), [PASS]).changes
    assert (change.applied, change.original) == (False, "Read also: The budget. Who pays? ")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("At nine the doors opened. Nobody clapped. © AFP / Archives", "At nine the doors opened. Nobody clapped."),
        ("Nobody clapped. © AFP / Archives", "Nobody clapped."),
    ],
)
def test_prose_with_a_credit_behind_it_loses_no_more_than_the_credit(before: str, after: str) -> None:
    text = "The train to Lyon was late.\n\n{}\n"
    assert cleaned(text.format(before)) == text.format(after)


def test_a_caption_in_the_middle_goes_whole_but_not_two_sentences() -> None:
    text = "The train was late.\n\n{}The next one came at ten."
    assert cleaned(text.format("The mayor opens the line. © AFP\n\n")) == text.format("")
    told = text.format("The doors opened. Nobody clapped (photo: AFP)\n\n")
    assert cleaned(told) == told


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Subscribe to our Telegram channel The council did not comment.", "The council did not comment."),
        ("Follow us on our Facebook page The mayor has resigned. It rained.", "The mayor has resigned. It rained."),
        ("The council slept. Subscribe to our Telegram channel It rained.", "The council slept. It rained."),
    ],
)
def test_a_call_that_ran_into_prose_goes_alone(before: str, after: str) -> None:
    assert cleaned(f"{BODY}\n\n{before}\n\n{MORE}") == f"{BODY}\n\n{after}\n\n{MORE}"


@pytest.mark.parametrize(
    "line",
    [
        "We use cookies to improve your experience",
        "→ The interview with the goalkeeper",
        "Newsroom with AFP, 11 February 2025, 08h05 | 3 comments | Increase font",
        "You still have 71% of this article to read. The rest is for subscribers.",
        "Reproduction without permission is prohibited",
        "Photo: Marta Holm",
        "This text was read by a synthetic voice",
        "SEE ALSO – The list of closed roads",
    ],
)
@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_prose_is_never_deleted_with_the_page_part_that_ran_into_it(line: str, between: str) -> None:
    told = "The council did not answer."
    assert told in cleaned(f"{BODY}{between}{line} {told}\n\n{MORE}")
    assert told in cleaned(f"{BODY}\n\n{told}{between}{line}\n\n{MORE}")


@pytest.mark.parametrize(
    "line", ["Gallery (24 photos)", "Read more", "Follow us on our Facebook page", "Photo: Marta Holm"]
)
def test_a_page_part_between_sentences_goes_though_it_has_no_end_mark(line: str) -> None:
    told = "One of them refused to leave the hall."
    assert cleaned(f"{BODY} {line} {told}\n\n{MORE}") == f"{BODY} {told}\n\n{MORE}"
