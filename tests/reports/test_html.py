"""The review page in a real browser: what it shows, what its keys do, what it keeps, and hostile articles."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from cleanup.decisions import Batch, DecisionError, State, decide, load, open_batch, replace_decision, save
from cleanup.findings import FileFindings
from cleanup.reports.html import embed, page_data
from cleanup.reports.html import page as write_page
from cleanup.review.apply import apply_decisions
from tests.review.conftest import Found, Spot

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TEXT = "Old men saw Mosca by night.\n\nThe France voted. He came to Londra by train, and left Londra by boat.\n"
SPOTS: list[Spot] = [
    ("Mosca", "Moscow", "exonym"),
    ("The France", "France", "article"),
    ("Londra", "London", "maybe-exonym"),
    ("Londra", "London", "maybe-exonym"),
]
HOSTILE = [
    "</script><script>document.title='owned'</script>",
    "<!--<script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "<svg/onload=document.title='owned'>",
    "]]>\u2028\u2029'\"`${document.title='owned'}\\u003cscript\\u003e",
    "@DATA@ @SCRIPT@ javascript:alert(1) \u202e reversed",
    "&lt;b&gt; &amp; \x01 \U0001f600",
]


def opened(page: Page, tmp_path: Path, *files: FileFindings, earlier: Batch | None = None) -> None:
    path = tmp_path / "review.html"
    path.write_text(write_page(files, earlier), encoding="utf-8")
    page.goto(path.as_uri())


def downloaded(page: Page, tmp_path: Path) -> Batch:
    with page.expect_download() as caught:
        page.click("#download")
    path = tmp_path / "decisions.json"
    caught.value.save_as(path)
    assert caught.value.suggested_filename == "decisions.json"
    return load(path)


def press(page: Page, keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def states(batch: Batch) -> list[str]:
    return [decision.state.value for file in batch.files for decision in file.decisions]


def article_text(page: Page, column: int) -> str:
    """What one column of the side by side view says, the signs for decisions left out."""
    rows = page.locator(f".side .row > p:nth-child({column})").all_text_contents()
    return "\n\n".join(rows).replace("‸", "")


def test_embedded_data_is_the_same_and_ends_no_script() -> None:
    text = embed({"pieces": HOSTILE})
    assert json.loads(text) == {"pieces": HOSTILE}
    assert re.search("[<>&\u2028\u2029]", text) is None


def test_pieces_make_the_article(found: Found) -> None:
    file = found(TEXT, SPOTS)
    data: dict[str, Any] = page_data([file])
    (entry,) = data["files"]
    pieces = entry["segments"][0]["pieces"]
    assert [p for p in pieces if isinstance(p, int)] == [0, 1, 2, 3]
    assert "".join(entry["decisions"][p]["original"] if isinstance(p, int) else p for p in pieces) == TEXT


def test_the_page_asks_for_nothing_outside_itself(found: Found) -> None:
    text = write_page([found(TEXT, SPOTS)])
    assert "default-src 'none'" in text
    assert re.search(r"(src|href)=[\"']?(https?:)?//", text) is None
    assert "innerHTML" not in text


def test_keys_decide_and_the_result_is_applied(page: Page, found: Found, tmp_path: Path) -> None:
    opened(page, tmp_path, found(TEXT, SPOTS))
    page.fill("#who", "Ada")
    page.keyboard.press("Escape")
    press(page, "yny")
    press(page, "e")
    page.keyboard.type("London, and")
    page.keyboard.press("Enter")
    assert page.inner_text("#count") == "4 of 4 decided"
    batch = downloaded(page, tmp_path)
    assert states(batch) == ["accepted", "rejected", "accepted", "edited"]
    assert {d.who for d in batch.files[0].decisions} == {"Ada"}
    assert all(d.when is not None and d.when.endswith("+00:00") for d in batch.files[0].decisions)
    assert apply_decisions([tmp_path / "decisions.json"], tmp_path / "final") == []
    final = (tmp_path / "final" / "one.txt").read_text(encoding="utf-8")
    assert final == TEXT.replace("Mosca", "Moscow").replace("to Londra", "to London").replace(
        "left Londra", "left London, and"
    )
    press(page, "v")
    assert article_text(page, 1) == TEXT.strip()
    assert article_text(page, 2) == final.strip()


def test_an_untouched_download_is_the_open_batch(page: Page, found: Found, tmp_path: Path) -> None:
    file = found(TEXT, SPOTS)
    opened(page, tmp_path, file)
    assert downloaded(page, tmp_path) == open_batch([file])


def test_all_of_a_rule_the_rest_and_undo(page: Page, found: Found, tmp_path: Path) -> None:
    opened(page, tmp_path, found(TEXT, SPOTS), found(TEXT, SPOTS, "two.txt"))
    press(page, "jj")
    press(page, "a")
    assert states(downloaded(page, tmp_path))[:4] == ["open", "open", "accepted", "accepted"]
    press(page, "u")
    page.select_option("#by-rule", "article")
    page.focus("#article")
    press(page, "kd")
    assert states(downloaded(page, tmp_path))[:4] == ["open", "rejected", "open", "open"]
    press(page, "u")
    page.select_option("#by-rule", "")
    page.click(".change >> nth=0")
    assert states(downloaded(page, tmp_path)) == ["open"] * 8
    page.keyboard.press("d")
    assert states(downloaded(page, tmp_path)) == ["rejected"] * 4 + ["open"] * 4
    assert page.inner_text("#article h1").endswith("two.txt")
    press(page, "u")
    assert states(downloaded(page, tmp_path)) == ["open"] * 8


def test_buttons_do_what_keys_do(page: Page, found: Found, tmp_path: Path) -> None:
    opened(page, tmp_path, found(TEXT, SPOTS))
    page.click(".change >> nth=1")
    page.click("#reject")
    page.click("#accept")
    page.click("#edit")
    page.fill("#own", "<b>London</b>")
    page.keyboard.press("Enter")
    page.click("#undo")
    batch = downloaded(page, tmp_path)
    assert states(batch) == ["open", "rejected", "accepted", "open"]


def test_decisions_survive_closing_the_page(page: Page, found: Found, tmp_path: Path) -> None:
    opened(page, tmp_path, found(TEXT, SPOTS))
    press(page, "yn")
    page.fill("#comment", "really?")
    page.keyboard.press("Escape")
    page.reload()
    batch = downloaded(page, tmp_path)
    assert states(batch) == ["accepted", "rejected", "open", "open"]
    assert page.locator(".change.current").get_attribute("aria-label", timeout=1000) is not None
    assert batch.files[0].decisions[2].comment == "really?"


def shows(page: Page, selector: str, text: str) -> None:
    """Wait until an element holds the text; asked from outside, since the page lets no string be run as code."""
    from playwright.sync_api import expect

    expect(page.locator(selector)).to_contain_text(text)


def test_a_decisions_file_is_taken_in_and_nothing_is_dropped(page: Page, found: Found, tmp_path: Path) -> None:
    file, other = found(TEXT, SPOTS), found("Two saw Mosca.\n", SPOTS[:1], "two.txt")
    batch = open_batch([file, other])
    for index, state in ((0, State.REJECTED), (1, State.ACCEPTED)):
        batch = replace_decision(batch, file.path, index, decide(batch.files[0].decisions[index], state, who="Bob"))
    save(batch, tmp_path / "bob.json")
    few = found(TEXT, SPOTS[:1])
    opened(page, tmp_path, few)
    page.set_input_files("#file", tmp_path / "bob.json")
    shows(page, "#notice", "loaded")
    assert "1 decision loaded; 1 without a change here, kept" in page.inner_text("#notice")
    mine = downloaded(page, tmp_path)
    assert (mine.files[0].decisions[0].state, mine.files[0].decisions[0].who) == (State.REJECTED, "Bob")
    assert [d.state for d in mine.files[0].lost] == [State.ACCEPTED]
    page.set_input_files("#file", {"name": "x.json", "mimeType": "application/json", "buffer": b"<b>"})
    shows(page, "#notice", "not a decisions file")


def test_a_decisions_file_edited_by_hand_is_refused_as_the_program_does(
    page: Page, found: Found, tmp_path: Path
) -> None:
    file = found(TEXT, SPOTS)
    opened(page, tmp_path, file)
    save(open_batch([file]), tmp_path / "mine.json")
    for key, value, said in (("state", "acepted", "cannot be “acepted”"), ("comment", 3, "is no text")):
        batch = json.loads((tmp_path / "mine.json").read_text(encoding="utf-8"))
        batch["files"][0]["decisions"][1][key] = value
        (tmp_path / "edited.json").write_text(json.dumps(batch), encoding="utf-8")
        page.set_input_files("#file", tmp_path / "edited.json")
        shows(page, "#notice", f"(files[0].decisions[1].{key} {said})")
        with pytest.raises(DecisionError):
            load(tmp_path / "edited.json")
    assert downloaded(page, tmp_path) == open_batch([file])


def test_the_page_begins_with_earlier_decisions(page: Page, found: Found, tmp_path: Path) -> None:
    file, other = found(TEXT, SPOTS), found("Two saw Mosca.\n", SPOTS[:1], "two.txt")
    batch = open_batch([file, other])
    batch = replace_decision(batch, file.path, 0, decide(batch.files[0].decisions[0], State.REJECTED, who="Bob"))
    opened(page, tmp_path, file, earlier=batch)
    assert page.inner_text("#count") == "1 of 4 decided"
    assert downloaded(page, tmp_path) == batch


def test_filters_and_search(page: Page, found: Found, tmp_path: Path) -> None:
    opened(page, tmp_path, found(TEXT, SPOTS))
    page.select_option("#by-rule", "maybe-exonym")
    assert page.inner_text("#count") == "0 of 4 decided · 2 match"
    page.focus("#article")
    press(page, "jn")
    assert states(downloaded(page, tmp_path)) == ["open", "open", "rejected", "open"]
    page.select_option("#by-state", "open")
    assert page.inner_text("#count") == "1 of 4 decided · 1 match"
    page.select_option("#by-rule", "")
    page.focus("#article")
    press(page, "/")
    page.keyboard.type("because of article")
    page.keyboard.press("Enter")
    assert page.inner_text("#count") == "1 of 4 decided · 1 match"
    assert "The France" in (page.locator(".change.current").get_attribute("aria-label") or "")


@pytest.mark.parametrize("view", ["inline", "side"])
def test_hostile_articles_stay_text(page: Page, found: Found, tmp_path: Path, view: str) -> None:
    text = "\n".join(f"before {line} after" for line in HOSTILE) + "\n"
    spots: list[Spot] = [(line, f"<i>{line}</i>", f"rule-{n}") for n, line in enumerate(HOSTILE)]
    opened(page, tmp_path, found(text, spots, "<b onclick=x>.txt"))
    if view == "side":
        press(page, "v")
    press(page, "y" * len(HOSTILE))
    page.hover("#files button")
    assert page.title() == f"{len(HOSTILE)}/{len(HOSTILE)} · Review"
    assert page.locator("script").count() == 2
    assert page.locator("main :is(script, img, svg, i, b)").count() == 0
    if view == "side":
        shown = page.locator(".side .row > p:first-child").all_text_contents()
        assert [line.strip() for line in shown] == [line for line in text.strip().split("\n") if line.strip()]
    made = apply_decisions([_saved(page, tmp_path)], tmp_path / "final")
    assert made == []
    (final,) = (tmp_path / "final").glob("*.txt")
    assert "<i></script>" in final.read_text(encoding="utf-8")


def _saved(page: Page, tmp_path: Path) -> Path:
    downloaded(page, tmp_path)
    return tmp_path / "decisions.json"


def test_the_policy_stops_what_is_smuggled_in(browser: Browser, found: Found, tmp_path: Path) -> None:
    page = browser.new_page()
    opened(page, tmp_path, found(TEXT, SPOTS))
    refused = page.evaluate("() => { try { document.body.innerHTML = '<p>x'; return false } catch { return true } }")
    page.close()
    assert refused is True


def test_screen_reader_and_keyboard(page: Page, found: Found, tmp_path: Path) -> None:
    opened(page, tmp_path, found(TEXT, SPOTS))
    press(page, "y")
    said = page.inner_text("#live")
    assert said.startswith("Accepted. Change 2 of 4, open: “The France” becomes “France”. Because of article.")
    focused = page.evaluate("() => [document.activeElement.getAttribute('role'), document.activeElement.tabIndex]")
    assert focused == ["button", 0]
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('button, input, select, textarea')].filter((e) =>
        !(e.textContent.trim() || e.getAttribute('aria-label') || e.labels?.length)).map((e) => e.id)"""
    )
    assert nameless == []
    press(page, "?")
    assert page.locator("#help").is_visible()
    page.uncheck("#keys")
    page.keyboard.press("Escape")
    press(page, "n")
    assert states(downloaded(page, tmp_path)) == ["accepted", "open", "open", "open"]


CONTRAST = """() => {
  const channel = (v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
  const parse = (c) => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const back = (e) => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor);
    if (c.length === 3 || c[3] > 0) return c; } return [255, 255, 255]; };
  const low = [];
  for (const e of document.querySelectorAll('body *')) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own || !e.getClientRects().length || e.matches(':disabled, noscript')) continue;
    const [a, b] = [light(parse(getComputedStyle(e).color)), light(back(e))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) low.push(`${e.tagName}.${e.className} ${e.textContent.slice(0, 20)} ${ratio.toFixed(2)}`);
  }
  return low;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["inline", "side"])
def test_contrast(page: Page, found: Found, tmp_path: Path, scheme: Any, view: str) -> None:
    page.emulate_media(color_scheme=scheme)
    opened(page, tmp_path, found(TEXT + "Rossi Cabbage", [*SPOTS, ("Cabbage", "", "look-name")]))
    press(page, "yn" + ("v" if view == "side" else ""))
    assert page.evaluate("() => document.documentElement.dataset.theme") == scheme
    assert page.evaluate(CONTRAST) == []


def test_what_the_fast_storage_lost_comes_back_from_the_database(page: Page, found: Found, tmp_path: Path) -> None:
    opened(page, tmp_path, found(TEXT, SPOTS))
    press(page, "yny")
    kept = "new Promise((r) => { const o = indexedDB.open('cleanup'); o.onsuccess = () => { const q = "
    kept += "o.result.transaction('kept').objectStore('kept').getAll(); q.onsuccess = () => r(q.result.join()) } })"
    page.wait_for_function(f"async () => ((await {kept}).match(/accepted|rejected/g) || []).length === 3")
    page.evaluate("() => localStorage.clear()")  # as a killed browser leaves it
    page.reload()
    shows(page, "#count", "3 of 4")
    assert states(downloaded(page, tmp_path)) == ["accepted", "rejected", "accepted", "open"]
    press(page, "u")
    assert states(downloaded(page, tmp_path)) == ["accepted", "rejected", "accepted", "open"]


def test_a_later_decisions_file_is_stronger_than_the_storage(page: Page, found: Found, tmp_path: Path) -> None:
    file = found(TEXT, SPOTS)
    opened(page, tmp_path, file)
    press(page, "yy")
    batch = downloaded(page, tmp_path)
    later = decide(batch.files[0].decisions[0], State.REJECTED, who="Bob")
    later = msgspec.structs.replace(later, when="2999-01-01T00:00:00+00:00")
    opened(page, tmp_path, file, earlier=replace_decision(batch, file.path, 0, later))
    assert states(downloaded(page, tmp_path)) == ["rejected", "accepted", "open", "open"]
