"""What every paper is made from, read once: the pages of one language, the words of its interface, the edition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from portal import law, short
from portal.edition import Edition
from portal.frontmatter import Front, read_all
from portal.languages import catalogue
from portal.languages.catalogue import CANONICAL
from portal.mirrors.config import NOBODY, Mirror
from portal.pages import NavItem, chapters, source_of, strings
from portal.printing import fingerprint, links, normalize, qr, scripts, to_json, words
from portal.printing.inlines import Context
from portal.printing.links import Node
from portal.printing.local import Local, insert
from portal.printing.normalize import Page
from portal.printing.scripts import Script
from portal.printing.typography import set_text
from portal.printing.vocabulary import PrintingError

CHECKER = "verifier.html"


# Compared by identity: what is made from it can be remembered.
@dataclass(frozen=True, eq=False)
class Content:
    """The pages of `lang` in the built `site`, ready to print.

    `nav` lists the chapters in order; `pages` holds them by address ("fr/documents.html"), without the checker, which
    no paper can show, `fronts` their front matter and `codes` their short addresses. `data` is docs/_data; `mirror`,
    what the host of this copy says. `interface` is the tree of interface strings, `own` that of
    portal/printing/fr.yml in the language, with dates and numbers filled in."""

    root: Path
    site: Path
    lang: str
    edition: Edition
    interface: Mapping[str, Any]
    own: Mapping[str, Any]
    nav: tuple[NavItem, ...]
    pages: Mapping[str, Page]
    codes: Mapping[str, str]
    fronts: Mapping[str, Front]
    data: Mapping[str, Any]
    mirror: Mirror = NOBODY

    @cached_property
    def script(self) -> Script:
        """The writing system of the language, found in its own name: fonts, direction, what follows from them."""
        return scripts.of(self.interface["name"])

    @cached_property
    def letters(self) -> Node:
        """What the data.json of every paper says of its language: code, direction, script, punctuation."""
        return {
            "lang": self.lang,
            "dir": self.interface["dir"],
            "script": self.script.json(),
            "points": {name: self.interface[name] for name in ("colon", "comma", "semicolon")},
            "page": self.own["cases"]["page"],
        }

    @cached_property
    def warnings(self) -> list[str]:
        """What every paper says of itself: what it is not and, in another language than French, who read it over."""
        return [*self.interface["notice"]["items"], *self.translation]

    @cached_property
    def translation(self) -> list[str]:
        """What a paper of every page says of its translation."""
        return self._translation(self.fronts.values())

    def warnings_of(self, page: Page) -> list[str]:
        """The warnings of a paper made of one page."""
        return [*self.interface["notice"]["items"], *self._translation([self.fronts[page.path]])]

    def _translation(self, fronts: Iterable[Front]) -> list[str]:
        """A paper of several pages is read over when each of them is."""
        if self.lang == CANONICAL:
            return []
        said, found = self.interface["translation"], [*fronts]
        late = [said["late"]] if any(front.stale for front in found) else []
        readers = sorted({front.reviewed for front in found})
        if not all(readers):
            return [said["not_reviewed"], *late]
        return [said["reviewed"].replace("{who}", self.interface["comma"].join(readers)), *late]

    @cached_property
    def printed(self) -> Mapping[str, frozenset[str]]:
        """The ids that stand on each page, by address: where a link may lead inside the whole guide."""
        found = {item.url: frozenset[str]() for item in self.nav}
        for url, page in self.pages.items():
            found[url] = frozenset(page.body.xpath(".//@id")) | {source.get("id") for source in page.sources}
        return found

    @cached_property
    def fingerprint(self) -> str:
        """The same sixteen digits on every paper of this edition."""
        return fingerprint.of(self.edition, repr(self.own), self.pages.values())

    @cached_property
    def operator(self) -> Mapping[str, str]:
        """Who publishes this copy, and whom to tell of a mistake: an empty field says that it is so."""
        empty = self.data["copie"]["a_completer"]["texte"]
        return {key: set_text(self.mirror.values[key] or empty, self.lang) for key in ("nom", "contact_erreur")}

    @cached_property
    def local(self) -> Local | None:
        """Who helps near the reader of this copy."""
        return insert(self.mirror)

    def date(self, day: Any) -> str:
        """A date in the words of the language."""
        return words.dates(self.interface)(day)

    def checked(self, page: Page) -> str:
        """ "Vérifié le 1er mars 2027"."""
        return self.checked_on(page.checked)

    def checked_on(self, day: Any) -> str:
        """The same, for a day (ISO, or a date) that is not that of a page."""
        return str(self.interface["verified"]).replace("{date}", self.date(day))

    def address(self, url: str) -> str:
        """The public address of a file of the site."""
        return self.edition.site_url + url

    def code(self, url: str) -> Node:
        """{"url", "shown", "svg", "mm", "alt"}: the QR code of the page `url`, by its short permanent address, that of
        the French page: it offers each language.

        `shown` is the address to write beside it; `mm`, its least width on paper."""
        address, shown = short.on_paper(self.edition, self.codes[f"{CANONICAL}/{url.partition('/')[2]}"])
        svg, least = qr.drawing(address)
        return {"url": address, "shown": shown, "svg": svg, "mm": least, "alt": f"{self.own['scan_alt']} {shown}"}

    @cached_property
    def screens(self) -> Mapping[str, list[Node]]:
        """The blocks of every page by address, with the drawings of papers: what is read on a screen shares them, and
        changes nothing in them."""
        return {url: self.blocks(page, drawings=True) for url, page in self.pages.items()}

    def blocks(self, page: Page, link: Callable[[str], Node] | None = None, *, drawings: bool = False) -> list[Node]:
        """The blocks of a page; `link` turns an address into a link node, by default one to a place of the guide."""
        return to_json.blocks(page.body, Context(page.path, page.lang, link or self._linker(page), drawings))

    def _linker(self, page: Page) -> Callable[[str], Node]:
        return lambda href: links.resolve(href, page=page.path, anchors=self.printed, site_url=self.edition.site_url)


def printed(fronts: Mapping[str, Front], lang: str) -> tuple[NavItem, ...]:
    """The chapters of a language: of those of the French, the ones it translates."""
    return tuple(item for item in chapters(fronts, lang) if item.lang == lang)


def load(root: Path, site: Path, edition: Edition, lang: str = "fr", mirror: Mirror = NOBODY) -> Content:
    """Read what one language prints, from the pages of the menus found in `site`.

    Raises PrintingError, naming the page, for anything that cannot be printed."""
    interface = strings(root, lang)
    own = words.own(root, lang, edition, interface, scripts.of(interface["name"]).families)
    fronts = read_all(root / "docs", law.sources())
    nav = printed(fronts, lang)
    pages = {item.url: normalize.read(site, item.url) for item in nav if item.url != f"{lang}/{CHECKER}"}
    if not pages:
        raise PrintingError(f"docs/{lang}: no page of {lang}/ in a menu, so the guide has no chapter. Write one.")
    by_url = {item.url: fronts[source_of(item.url)] for item in nav}
    codes = short.codes(fronts)
    data = catalogue.data(root, lang)
    return Content(root, site, lang, edition, interface, own, nav, pages, codes, by_url, data, mirror)
