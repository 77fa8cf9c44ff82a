"""The guide as one HTML file: opened by a double-click, alone, without a network nor a script."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page

from portal import budgets, printing
from portal.audit import audit
from portal.headers import security_headers
from portal.pages import navigation
from portal.printing.ebooks import single
from portal.printing.ebooks.places import name_of
from portal.printing.engine import Press
from tests import ebooks
from tests.print_reading import page_words, words
from tests.test_html import faults, validator  # noqa: F401
from tests.test_site import OVERFLOW, VIEWS, View, axe, context, violations  # noqa: F401


@pytest.fixture(scope="module")
def made(root: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reçu par message") / "guides"
    (path,) = printing.write(root, site, root / "node_modules", only=["html"], folder=folder)
    return path


@pytest.fixture(scope="module")
def tree(made: Path) -> html.HtmlElement:
    return html.document_fromstring(made.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


@pytest.fixture(scope="module")
def few(root: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same file with a few chapters, which hold every form: quick to look at in many ways."""
    sample = ebooks.few(ebooks.load(root, site))
    ((name, data),) = single.make(sample, Press(root / "node_modules", sample.edition.epoch))
    path = tmp_path_factory.mktemp("court") / name
    path.write_bytes(data)
    return path


@pytest.fixture
def opened(browser: Browser, made: Path) -> Iterator[tuple[Page, list[str], list[str]]]:
    """The file opened from the disk: its page, what it asked for, what the browser complained of."""
    asked: list[str] = []
    said: list[str] = []
    shown = context(browser)
    page = shown.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(made.as_uri())
    yield page, asked, said
    shown.close()


def test_it_asks_nothing_of_anybody(opened: tuple[Page, list[str], list[str]], made: Path) -> None:
    page, asked, said = opened
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.locator("#sommaire a").nth(20).click()
    page.wait_for_function("scrollY > 0 && location.hash")
    assert [address.partition("#")[0] for address in asked] == [made.as_uri()]
    assert said == [], "the policy lets the page's own style pass"
    assert page.evaluate("getComputedStyle(document.querySelector('.danger')).borderTopWidth") == "3px"


def test_policy(tree: html.HtmlElement) -> None:
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    before, after = "default-src 'none'; style-src 'sha256-", "'; img-src data:; base-uri 'none'; form-action 'none'"
    assert re.fullmatch(re.escape(before) + r"[\w+/]{43}=" + re.escape(after), policy)
    assert tree.xpath("//script | //link | //img | //iframe | //form | //object | //embed") == []
    assert tree.xpath("//@style | //@*[starts-with(name(), 'on')]") == []
    header = security_headers("guides/droits-en-attente-fr.html")["Content-Security-Policy"]
    assert "script-src" not in header
    assert "style-src 'unsafe-inline'" in header, "a host must not forbid the file's own style"
    assert "'unsafe-inline'" not in security_headers("fr/index.html")["Content-Security-Policy"]


def test_every_link_leads_somewhere(tree: html.HtmlElement) -> None:
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    known = set(ids)
    links = tree.xpath("//a/@href")
    assert len(links) > 3000
    inside = [link[1:] for link in links if link.startswith("#")]
    assert [link for link in inside if link not in known] == []
    assert [link for link in links if not re.match(r"#|https://|tel:|mailto:", link)] == []


def test_every_word_of_every_page_is_there(root: Path, site: Path, tree: html.HtmlElement) -> None:
    for item in navigation(root):
        if item.url == "fr/verifier.html":
            continue
        (section,) = tree.xpath("//main/section[@id=$id]", id=name_of(item.url))
        expected = page_words(site / item.url)
        missing = expected - words(" ".join(section.itertext()))
        share = 1 - missing.total() / expected.total()
        assert share >= 0.98, (item.url, share, missing.most_common(20))


def test_contents_and_dates(root: Path, tree: html.HtmlElement) -> None:
    links = tree.xpath("//nav//a/@href")
    assert links == ["#mode-d-emploi", *(f"#{name_of(item.url)}" for item in navigation(root)), "#textes", "#a-propos"]
    cover = ebooks.text(tree.xpath("//header")[0])
    assert "Édition n° 1 du 23 novembre 2026" in cover
    assert "À jeter après le 21 février 2027" in cover
    sections = tree.xpath("//main/section")
    assert [s.get("id") for s in sections if "à jeter après le 21 février 2027" not in ebooks.text(s)] == []


def test_size(made: Path) -> None:
    assert len(gzip.compress(made.read_bytes())) <= budgets.SINGLE_HTML_GZIP


def test_audit_and_validator_find_nothing(made: Path, validator: Path) -> None:  # noqa: F811
    assert audit(made.parent.parent) == []
    assert faults(validator, made) == []


def test_axe_finds_nothing_in_the_whole(browser: Browser, made: Path, axe: str) -> None:  # noqa: F811
    shown = context(browser, bypass_csp=True)
    page = shown.new_page()
    page.goto(made.as_uri())
    assert violations(page, axe) == []
    shown.close()


@pytest.mark.parametrize("view", VIEWS[1:], ids=lambda view: view.name)
def test_axe_finds_nothing_in_any_view(browser: Browser, few: Path, axe: str, view: View) -> None:  # noqa: F811
    shown = context(browser, view, bypass_csp=True)
    page = shown.new_page()
    page.goto(few.as_uri())
    assert violations(page, axe) == []
    shown.close()


def test_nothing_sticks_out_of_a_small_phone(browser: Browser, made: Path) -> None:
    shown = context(browser, View("narrow", 320))
    page = shown.new_page()
    page.goto(made.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.evaluate(OVERFLOW) == []
    shown.close()


def test_on_paper_addresses_are_written_out(browser: Browser, few: Path) -> None:
    shown = context(browser)
    page = shown.new_page()
    page.goto(few.as_uri())
    page.emulate_media(media="print")
    after = "(query) => getComputedStyle(document.querySelector(query), '::after').content"
    assert "http" in page.evaluate(after, "main .out")
    assert page.evaluate(after, ".end a:not(.up)") == "none", "its words are its address already"
    assert page.evaluate("getComputedStyle(document.querySelector('.up')).display") == "none"
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    shown.close()


def test_same_bytes_in_another_folder(root: Path, site: Path, made: Path, tmp_path: Path) -> None:
    other = tmp_path / "ailleurs" / "site"
    shutil.copytree(site / "fr", other / "fr", ignore=shutil.ignore_patterns("q", "*.br", "*.gz"))
    (again,) = printing.write(root, other, root / "node_modules", only=["html"])
    assert again.read_bytes() == made.read_bytes()
