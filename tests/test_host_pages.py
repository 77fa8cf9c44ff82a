"""What a host says of itself, in a real browser: the band of every page, the page of the copy, the stubs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from portal.mirrors import config, local
from portal.serve import make_server
from portal.verify.fields import FIELDS
from tests.hosting import copy_site
from tests.loopback import running
from tests.mirror_files import WHOLE, picture, write
from tests.test_site import OVERFLOW, VIEWS, View, axe, context, violations  # noqa: F401

NOTICES = tuple(f"local/{lang}/mentions.html" for lang in ("fr", "en", "ar"))
PAGES = (*NOTICES, "index.html", "fr/mentions.html", "ar/index.html", "ta/index.html")
STUBS = ("es/index.html", "es/documents/api.html")
BAND = "getComputedStyle(document.querySelector('.host')).backgroundColor"
SAID = """(part) => getComputedStyle(document.querySelector('.host-name'), part).content"""
NARROW = View("narrow", 320)


@dataclass(frozen=True)
class Copy:
    """A copy, its address, and the pages of it to look at."""

    name: str
    address: str
    pages: tuple[str, ...]


def branded(site: Path, folder: Path, text: str) -> Path:
    """A copy of the built site with what `text` says of its host."""
    made = copy_site(site, folder / "site")
    local.apply(made, config.load(write(folder / "hôte", text)))
    return made


def longest() -> str:
    """A mirror file whose texts are as long as they may be, in words that nothing breaks."""
    lines = []
    for field in FIELDS:
        value = {"text": "é" * field.longest, "mail": f"{'a' * 60}@{'b' * 55}.fr", "phone": "0123456789" * 3}
        if field.kind in value and "." not in field.name:
            lines.append(f"{field.name}: '{value[field.kind]}'")
    return "\n".join([*lines, f"site: 'https://exemple.org/{'c' * 170}/'", "couleur: '#000000'"])


@pytest.fixture(scope="module", params=["nobody", "whole", "longest"])
def copy(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copy]:
    text = {"nobody": "", "longest": longest(), "whole": WHOLE.replace("[fr, en]", "[fr, en, ar, ta]")}[request.param]
    folder = branded(site, tmp_path_factory.mktemp(request.param), text)
    pages = (*PAGES, *STUBS) if request.param == "whole" else PAGES
    with running(make_server(folder, "127.0.0.1", 0)) as address:
        yield Copy(request.param, address, pages)


@pytest.mark.parametrize("view", VIEWS[1:], ids=lambda view: view.name)
def test_axe_finds_nothing(browser: Browser, copy: Copy, axe: str, view: View) -> None:  # noqa: F811
    opened = context(browser, view, bypass_csp=True)
    page = opened.new_page()
    for name in copy.pages:
        page.goto(copy.address + name)
        assert violations(page, axe) == [], (copy.name, name)
    opened.close()


@pytest.mark.parametrize("javascript", [True, False])
def test_nothing_overflows_at_320_px(browser: Browser, copy: Copy, javascript: bool) -> None:
    opened = context(browser, NARROW, java_script_enabled=javascript)
    page = opened.new_page()
    for name in copy.pages:
        page.goto(copy.address + name)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, (copy.name, name, page.evaluate(OVERFLOW))
    opened.close()


def test_the_band_says_who_and_nothing_when_nobody_does(page: Page, copy: Copy) -> None:
    page.goto(copy.address + "ar/index.html")
    said, colour = page.evaluate(SAID, "::before"), page.evaluate(BAND)
    if copy.name == "nobody":
        assert (said, colour) == ("none", "rgb(255, 253, 248)")
        assert page.locator(".host-name").bounding_box()["width"] == 0  # type: ignore[index]
    if copy.name == "whole":
        assert (said, colour) == ("\"Les amis de l'accueil · \"", "rgb(31, 58, 147)")
        assert page.evaluate(SAID, "::after") == '"+33 4 91 00 00 00"'
        logo = page.evaluate("getComputedStyle(document.querySelector('.host'), '::before').backgroundImage")
        assert page.request.get(logo.removeprefix('url("').removesuffix('")')).body() == picture()
    page.locator(".host a").click()
    assert page.url == f"{copy.address}local/ar/mentions.html"


def test_a_language_without_its_notice_leads_to_the_french_one(page: Page, copy: Copy) -> None:
    page.goto(copy.address + "ta/index.html")
    page.locator(".host a[hreflang=fr]").click()
    assert page.url == f"{copy.address}local/fr/mentions.html"


def test_the_notice_says_what_is_empty(page: Page, copy: Copy) -> None:
    page.goto(copy.address + "local/fr/mentions.html")
    empty = page.get_by_text("à compléter par l’hébergeur de cette copie", exact=True).count()
    fields = [field for field in FIELDS if field.required or field.name in ("telephone", "hebergeur_telephone")]
    assert empty == (len(fields) if copy.name == "nobody" else 0)
    assert page.get_by_text("ne les a pas vérifiées").is_visible()
    if copy.name == "whole":
        address = page.get_by_role("link", name="contact@exemple.org")
        assert address.get_attribute("href") == "mailto:contact@exemple.org"
        assert page.locator("#permanence ~ table").first.get_by_text("Mardi, 14 h à 17 h").is_visible()
    else:
        assert page.get_by_text("n’indique pas de permanence").is_visible()


def test_the_notice_in_another_language(page: Page, copy: Copy) -> None:
    page.goto(copy.address + "local/fr/mentions.html")
    page.locator(".langs summary").click()
    page.locator(".langs a[lang=ar]").click()
    assert page.url == f"{copy.address}local/ar/mentions.html"
    assert page.locator("html").get_attribute("dir") == "rtl"


def test_a_printed_page_says_it_in_black(page: Page, copy: Copy) -> None:
    page.goto(copy.address + "fr/mentions.html")
    page.emulate_media(media="print")
    assert page.evaluate(BAND) == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('.host')).color") == "rgb(0, 0, 0)"


def test_a_stub_leads_to_the_french_page(page: Page, copy: Copy) -> None:
    if copy.name == "whole":
        page.goto(copy.address + "es/documents/api.html")
        page.get_by_role("link").click()
        assert page.url == f"{copy.address}fr/documents/api.html"
