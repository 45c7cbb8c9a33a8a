"""A real Chromium for the review page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.review.conftest import found

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["found"]
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, without its own requests to the network; each test gets a page with an empty storage.

    Closed after the module: while it is open, no other test of the process can run an event loop.
    """
    api = pytest.importorskip("playwright.sync_api", reason="the review page is tested with playwright (PyPI)")
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no chromium on the PATH: the review page is not tested in a browser")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS.split())
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new page of 1,300 × 800 that fails the test on any script error, and on any request that is not a file."""
    context = browser.new_context(viewport={"width": 1300, "height": 800}, accept_downloads=True)
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    opened.on("request", lambda r: None if r.url.startswith(("file:", "blob:", "data:")) else wrong.append(r.url))
    yield opened
    context.close()
    assert wrong == []
