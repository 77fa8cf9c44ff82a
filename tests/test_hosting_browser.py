"""The built site on the real servers, in a browser: nothing is refused, and the checker's Python answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from portal import hosting
from tests.hosted import SERVERS, give_htaccess
from tests.servers import public_folder, publish

READY = 90_000


@pytest.fixture(scope="module")
def whole(root: Path, site: Path) -> Iterator[Path]:
    """The built site with its kits."""
    with public_folder() as public:
        folder = publish(site, public / "copie")
        for kit in hosting.KITS:
            (folder / "hebergeur" / kit).unlink(missing_ok=True)
        hosting.write(root, folder)
        give_htaccess(folder)
        yield folder


@pytest.mark.parametrize("name", SERVERS)
def test_chromium_reads_the_site_and_starts_the_checker(browser: Browser, whole: Path, name: str) -> None:
    context = browser.new_context(locale="fr-FR")
    said: list[str] = []
    lost: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    # Leaving a page gives up what it still asks for.
    page.on("requestfailed", lambda asked: lost.append(asked.url) if asked.failure != "net::ERR_ABORTED" else None)
    page.on("response", lambda answer: lost.append(answer.url) if answer.status >= 400 else None)
    with SERVERS[name](whole, "/asso/droits/") as address:
        for path in ("", "fr/travailler.html", "fr/recherche.html", "guides/droits-en-attente-fr.html"):
            page.goto(address + path)
            expect(page.locator("h1").first).to_be_visible()
        page.goto(f"{address}fr/verifier.html")
        page.locator("#toutes").click()
        page.locator("#commencer").click()
        expect(page.locator("#chargement")).to_be_hidden(timeout=READY)
        page.evaluate("document.getElementById('voir').hidden = false")
        page.locator("#voir").click()
        expect(page.locator("#resultats")).to_be_visible(timeout=READY)
        context.close()
    assert said == []
    assert lost == []
