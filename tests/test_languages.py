"""The built site in every language: what each page says of itself, the way from one language to another, accessibility
from right to left and in every script, and never a French text that does not say it is French."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from portal.languages import catalogue
from portal.pages import CANONICAL, Site
from tests.test_site import OPEN_ALL, OVERFLOW, SMALL_TARGETS, View, context, violations
from tests.test_site import axe as axe  # a fixture

LANGUAGES = catalogue.languages(Path(__file__).resolve().parents[1])[1:]
SCRIPTS = {
    "ar": "ARABIC",
    "fa-AF": "ARABIC",
    "ps": "ARABIC",
    "zh": "CJK",
    "ta": "TAMIL",
    "bn": "BENGALI",
    "uk": "CYRILLIC",
}
# What a reader of no French may meet in Latin letters all the same: names, addresses, terms of law.
SKIPPED = "script|style|svg|code|template"


@pytest.fixture(scope="module")
def shared(root: Path) -> Site:
    return Site(root)


def tree(site: Path, name: str) -> html.HtmlElement:
    return html.document_fromstring((site / name).read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def names(shared: Site, lang: str) -> Iterator[str]:
    yield from (name.removesuffix(".md") + ".html" for name in shared.fronts if name.startswith(f"{lang}/"))


def test_english_arabic_and_a_short_version_in_eight_more_languages(shared: Site) -> None:
    assert set(LANGUAGES) == {"en", "ar", "es", "pt", "uk", "zh", "fa-AF", "ps", "ta", "bn"}
    assert [lang for lang in LANGUAGES if shared.whole(lang) == lang] == ["ar", "en"]
    for lang in LANGUAGES:
        for name in ("index", "documents", "travailler", "que-faire", "verifier"):
            assert shared.fronts[f"{lang}/{name}.md"].lang == lang


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_page_says_its_language_and_what_it_is(site: Path, shared: Site, lang: str) -> None:
    t = shared.text(lang)
    for name in names(shared, lang):
        page, front = tree(site, name), shared.fronts[name.removesuffix(".html") + ".md"]
        assert (page.get("lang"), page.get("dir")) == (lang, t["dir"])
        said = " ".join(page.xpath("//p[contains(@class, 'translation')]//text()"))
        french = page.xpath("//article//*[@class='prose']/div[@lang='fr'][@dir='ltr']")
        own = front.lang == lang
        assert (t["translation"]["not_reviewed" if own else "missing"] in said) and said, name
        if front.template == "main.html":
            assert bool(french) != own, name
        notes = page.xpath("//*[contains(@class, 'source-note')][not(ancestor::*[@lang='fr'])]//text()")
        assert "Texte officiel" not in "".join(notes), name
        canonical = page.xpath("//link[@rel='canonical']/@href")
        assert canonical == [f"{shared._address}{name if own else name.replace(lang, CANONICAL, 1)}"], name
        alternates = page.xpath("//link[@rel='alternate']/@hreflang")
        expected = [
            code
            for code in (CANONICAL, *LANGUAGES)
            if shared.fronts[f"{code}/{name.partition('/')[2].removesuffix('.html')}.md"].lang == code
        ]
        assert alternates == (expected if len(expected) > 1 else []), name


def test_the_choice_of_language_stays_on_the_page(site: Path, shared: Site) -> None:
    for lang in (CANONICAL, *LANGUAGES):
        page = tree(site, f"{lang}/documents/api.html")
        links = page.xpath("//details[@class='langs']//a")
        assert [link.get("hreflang") for link in links] == [CANONICAL, *LANGUAGES]
        for link in links:
            code = link.get("hreflang")
            assert link.get("href") == ("api.html" if code == lang else f"../../{code}/documents/api.html")
            assert (link.get("lang"), link.get("dir")) == (code, shared.text(code)["dir"])
            assert link.text_content() == shared.text(code)["name"]


def test_the_door_leads_to_every_language_in_its_own_script(site: Path, shared: Site) -> None:
    cards = tree(site, "index.html").xpath("//ul[@class='doors']//a")
    assert [card.get("href") for card in cards] == [f"{lang}/index.html" for lang in (CANONICAL, *LANGUAGES)]
    for card, lang in zip(cards, (CANONICAL, *LANGUAGES), strict=True):
        assert shared.text(lang)["name"] in card.text_content()
        assert card.get("lang") == lang


@pytest.mark.parametrize("lang", sorted(set(LANGUAGES) & SCRIPTS.keys()))
def test_no_latin_words_but_those_said_to_be_french(site: Path, shared: Site, lang: str) -> None:
    """In the text of a page in another script, every run of Latin letters is marked as French, or is an address."""
    allowed = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|Droits en attente|[\d\W]|\b\w{1,2}\b|PDF|JavaScript|EPUB|ZIM")
    for name in names(shared, lang):
        front = shared.fronts[name.removesuffix(".html") + ".md"]
        if front.lang != lang or front.template != "main.html":
            continue
        body = tree(site, name).find(".//main//*[@class='prose']")
        for made in body.xpath("./details[@id='textes'] | ./aside | ./nav | .//table[contains(@class, 'generated')]"):
            made.drop_tree()
        for node in body.xpath(".//text()"):
            inside = (
                [node.getparent(), *node.getparent().iterancestors()]
                if not node.is_tail
                else [*node.getparent().iterancestors()]
            )
            if any(a.get("lang") == "fr" or a.tag in SKIPPED.split("|") for a in inside if isinstance(a.tag, str)):
                continue
            latin = [
                c for c in allowed.sub("", str(node)) if c.isalpha() and unicodedata.name(c, "").startswith("LATIN")
            ]
            assert not latin, (name, str(node)[:120])


@pytest.mark.parametrize("lang", sorted(set(LANGUAGES) & SCRIPTS.keys()))
def test_the_interface_is_in_its_script(shared: Site, lang: str) -> None:
    def texts(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            for key, child in value.items():
                if key not in ("url", "dir", "size"):
                    yield from texts(child)
        elif isinstance(value, list):
            for child in value:
                yield from texts(child)
        elif isinstance(value, str):
            yield value

    # The French name of a paper may be all that a card is called.
    plain = [re.sub(r"\{\w+\}|«[^»]*»|API|ADF", "", text) for text in texts(shared.text(lang))]
    strange = [
        text
        for text in plain
        if any(c.isalpha() for c in text)
        and not any(unicodedata.name(c, "").startswith((SCRIPTS[lang], "CJK")) for c in text)
    ]
    # Names of the site and of files, the legal term alone.
    assert [text for text in strange if text not in ("document", "Droits en attente", "Notes", "XML", "PDF")] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_accessible_in_every_script(browser: Browser, server: str, axe: str, shared: Site, lang: str) -> None:
    """All the pages from right to left; elsewhere those that differ: what a short version translates, one in French."""
    rtl = shared.text(lang)["dir"] == "rtl"
    own = [name for name in names(shared, lang) if shared.fronts[name.removesuffix(".html") + ".md"].lang == lang]
    if lang == "en":
        own = own[::8]
    other = [name for name in names(shared, lang) if name not in own][:1]
    opened = context(browser, View("narrow", 320, opened=True), bypass_csp=True)
    page = opened.new_page()
    for name in [*own, *other, f"{shared.whole(lang)}/q/index.html"]:
        page.goto(server + name)
        page.evaluate(OPEN_ALL)
        assert violations(page, axe) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, (name, page.evaluate(OVERFLOW))
        assert page.evaluate(SMALL_TARGETS) == [], name
        if rtl and name in own:
            assert page.evaluate("getComputedStyle(document.querySelector('article')).direction") == "rtl"
    opened.close()


def test_the_order_of_the_keyboard_goes_with_the_eye_from_right_to_left(browser: Browser, server: str) -> None:
    opened = context(browser, View("wide", 1280))
    page = opened.new_page()
    page.goto(server + "ar/index.html")
    rights = page.evaluate(
        "[...document.querySelectorAll('nav.wide a')].map((a) => a.getBoundingClientRect())"
        ".filter((box, i, all) => box.top === all[0].top).map((box) => box.right)"
    )
    assert len(rights) > 3
    assert rights == sorted(rights, reverse=True)
    opened.close()
