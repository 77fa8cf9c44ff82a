"""Every type of page, and every state of a page, that a reader may be in front of: the one list that checks share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Page, expect

from portal.pages import Site
from tests.test_checker_page import READY, START, answer, saved_file, upload
from tests.test_site import OPEN_ALL

# Name of a type: its address. {lang}: the language; {whole}: the one whose questions page by page it shows.
PAGES = {
    "home": "{lang}/index.html",
    "hub": "{lang}/documents.html",
    "hub with a ladder": "{lang}/que-faire.html",
    "article": "{lang}/documents/api.html",
    "article with tables": "{lang}/demarches/quand-deposer.html",
    "pieces of articles": "{lang}/fabrication/composants.html",
    "follow-up of a decision": "{lang}/decision-5-mai-2026.html",
    "glossary": "{lang}/glossaire.html",
    "sources": "{lang}/sources.html",
    "register of sources": "{lang}/sources/decisions.html",
    "papers": "{lang}/papiers.html",
    "changes": "{lang}/changements.html",
    "accessibility": "{lang}/accessibilite.html",
    "grid of accessibility": "{lang}/fabrication/grille-rgaa.html",
    "for hosts": "{lang}/fabrication/heberger.html",
    "copies": "{lang}/fabrication/copies.html",
    "not kept": "{lang}/hors-ligne.html",
    "question by page": "{whole}/q/index.html",
    "result by page": "{whole}/q/{result}",
    "about the copy": "local/{whole}/mentions.html",
    "search": "{lang}/recherche.html",
    "checker": "{lang}/verifier.html",
}
# Among the letters offered to who has an API, one that can be made without a date.
WITHOUT_DATES = 4
# What a language that has not all pages translates, and one page that it shows in French.
OF_A_SHORT_VERSION = {"home", "hub", "hub with a ladder", "article", "not kept", "search", "checker"}
# Those that have no language of their own.
ALONE = {
    "door": "index.html",
    "not found": "404.html",
    "edition": "edition/index.html",
    "host's verifier": "hebergeur/verifier.html",
    "host's form": "hebergeur/formulaire.html",
}


def result_page(site: Path, lang: str) -> str:
    """The name of a page of `lang` that shows a kept right and the words of a text."""
    for path in sorted((site / lang / "q").glob("*.html")):
        text = path.read_text("utf-8")
        if 'class="right kept"' in text and "<blockquote" in text:
            return path.name
    raise AssertionError(f"no page of {lang}/q shows a kept right with its quote")


def addresses(site: Path, shared: Site, lang: str) -> dict[str, str]:
    """The address of each type of page in `lang`, from the root of the site; French has those without language too, and
    a short version only what differs from the French pages that it shows."""
    whole = shared.whole(lang)
    wanted = PAGES | (ALONE if lang == "fr" else {})
    if whole != lang:
        wanted = {kind: path for kind, path in PAGES.items() if kind in OF_A_SHORT_VERSION}
    return {kind: path.format(lang=lang, whole=whole, result=result_page(site, whole)) for kind, path in wanted.items()}


def each(page: Page, kind: str) -> Iterator[str]:
    """Leads the `page` just opened, of the type `kind`, through its states; gives the name of each while in it."""
    if kind in _STEPS:
        yield from (f"{kind}: {state}" for state in _STEPS[kind](page))
    else:
        page.evaluate(OPEN_ALL)
        yield kind


def _search(page: Page) -> Iterator[str]:
    yield "the whole list"
    page.fill("#q", "API")
    expect(page.locator("#trouve li").first).to_be_visible()
    yield "results"
    page.fill("#q", "xqzvwk")
    expect(page.locator("#trouve li")).to_have_count(0)
    yield "nothing found"


def _checker(page: Page) -> Iterator[str]:
    yield "introduction"
    page.context.route("**/runtime/**/*.wasm", lambda route: None)
    page.locator(START).click()
    yield "first question, loading"
    page.locator("#continuer").click()
    expect(page.locator("#erreurs")).to_be_focused()
    yield "an error"
    answer(page, "document", "api")
    for summary in page.locator("#suite summary").all():
        summary.click()
    page.locator("#lien").click()
    page.locator("#lien-faire").click()
    expect(page.locator("#lien-adresse")).to_be_visible()
    yield "mid-way, everything open"
    page.locator("#annuler").click()
    expect(page.locator("#echec")).to_be_visible()
    yield "cancelled"
    page.context.unroute_all(behavior="ignoreErrors")
    page.locator("#reessayer").click()
    expect(page.locator("#chargement")).to_be_hidden(timeout=READY)
    page.locator("#voir").click()
    expect(page.locator("#resultats")).to_be_visible(timeout=READY)
    page.evaluate("document.querySelectorAll('#resultats details').forEach((node) => { node.open = true; })")
    yield "results"
    yield from _letters(page)
    page.locator("#toutes").click()
    yield "all questions"
    page.locator("#effacer").click()
    upload(page, saved_file(answers={"x": "y"}))
    expect(page.locator("#refus")).to_be_focused()
    yield "a file in part"


def _letters(page: Page) -> Iterator[str]:
    page.locator("#emporter-letters > summary").click()
    panel = page.locator("#emporter-letters > .panel")
    panel.locator("button").click()
    expect(panel.locator(".letter-list").first).to_be_visible(timeout=READY)
    yield "letters"
    panel.locator(".letter-choice button").nth(WITHOUT_DATES).click()
    panel.locator(".letter-form button[type=submit]").click()
    expect(panel.locator(".letter-form > .callout")).to_be_visible()
    yield "a letter refused"
    for field in panel.locator(".letter-form [aria-required]").all():
        field.select_option(index=1) if field.evaluate("(node) => node.tagName") == "SELECT" else field.fill("Amina")
    panel.locator(".letter-form button[type=submit]").click()
    expect(panel.locator(".letter-result h4")).to_be_visible()
    yield "a letter"
    page.locator("#emporter-letters > summary").click()


def _verifier(page: Page) -> Iterator[str]:
    yield "empty"
    page.set_input_files("#zip", {"name": "copie.zip", "mimeType": "application/zip", "buffer": b"no archive"})
    expect(page.locator("#verdict")).to_be_visible()
    yield "nothing verified"


def _form(page: Page) -> Iterator[str]:
    yield "empty"
    page.locator("button[type=submit]").click()
    expect(page.locator("#erreurs")).to_be_visible()
    yield "faults"


_STEPS: dict[str, Callable[[Page], Iterator[str]]] = {
    "search": _search,
    "checker": _checker,
    "host's verifier": _verifier,
    "host's form": _form,
}
