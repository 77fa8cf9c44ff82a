"""What every page of the site shares: language strings, navigation, and the context its templates receive.

No import of MkDocs here: the hook and the static decision pages both draw on this module, so that a page looks the
same whichever program wrote it.
"""

from __future__ import annotations

import functools
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import jinja2

from checker.rules.base import BASE
from portal import freshness, icons, law, security, yaml_text
from portal.frontmatter import Front, PageError, read_all
from portal.modules import modules
from portal.typography import french

SITE_NAME = "Droits en attente"
GUIDE = "guides/droits-en-attente-{lang}-a4.pdf"
BOOKLET = "guides/droits-en-attente-{lang}-a5.pdf"
# What has a one-page sheet: the beginning of the address of its page, after the language.
LEAFLETS = ("droits/", "travailler.html", "documents/", "que-faire/")
CANONICAL = "fr"
SCHEME = "site:"
ASSETS = Path(__file__).parent.resolve() / "theme" / "assets"
RIGHTS = {right.id: right.title for right in BASE.rights}


@dataclass(frozen=True)
class NavItem:
    """One entry of the menu: `label` to show, `url` from the root of the site, such as "fr/index.html"; `under`, the
    url of the page it stands under in the reading order, or ""."""

    label: str
    url: str
    under: str = ""


def strings(root: Path, lang: str) -> Mapping[str, Any]:
    """The interface strings of one language, a tree of texts; French spacing is applied to all of them."""
    path = root / "docs" / "_i18n" / f"{lang}.yml"
    try:
        tree: dict[str, Any] = yaml_text.load(path.read_text("utf-8"), str(path))
    except FileNotFoundError:
        raise PageError(f"{path}: no interface strings for language “{lang}”. Copy fr.yml and translate it.") from None
    return {key: _spaced(value) for key, value in tree.items()} if lang == "fr" else tree


def _spaced(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _spaced(child) for key, child in value.items()}
    if isinstance(value, list):
        return [_spaced(child) for child in value]
    return french(value) if isinstance(value, str) else value


def languages(root: Path) -> list[str]:
    """Codes of the languages that have interface strings, the canonical one first."""
    found = sorted(path.stem for path in (root / "docs" / "_i18n").glob("*.yml"))
    return sorted(found, key=lambda code: (code != CANONICAL, code))


def entries(fronts: Mapping[str, Front], lang: str, section: str) -> list[NavItem]:
    """The pages of one language that stand in `section` ("menu", "pied", "documents"…), in order."""
    found = [
        (front.order, name, front.label)
        for name, front in fronts.items()
        if name.startswith(f"{lang}/") and front.section == section
    ]
    return [NavItem(label, name.removesuffix(".md") + ".html") for _, name, label in sorted(found)]


def reading_order(fronts: Mapping[str, Front], lang: str) -> list[NavItem]:
    """Every page of the menu and of the foot, each before those that stand under it."""
    found = []
    for item in entries(fronts, lang, "menu") + entries(fronts, lang, "pied"):
        found.append(item)
        found += [replace(below, under=item.url) for below in entries(fronts, lang, stem(item.url))]
    return found


def chapters(fronts: Mapping[str, Front], lang: str) -> list[NavItem]:
    """The chapters of the printed guide: `reading_order`, but the pages kept from paper."""
    return [item for item in reading_order(fronts, lang) if fronts[source_of(item.url)].printed]


def navigation(root: Path, lang: str = CANONICAL) -> list[NavItem]:
    """The chapters, from the pages found under `root`."""
    return chapters(read_all(root / "docs", law.sources()), lang)


def source_of(url: str) -> str:
    """ "fr/documents.html" → "fr/documents.md"."""
    return url.removesuffix(".html") + ".md"


def leaflet(url: str, lang: str) -> str:
    """The sheet of the page `url`, from the root of the site: "guides/feuilles/fr/documents/api.pdf"; empty if none."""
    if not url.startswith(tuple(f"{lang}/{place}" for place in LEAFLETS)):
        return ""
    return f"guides/feuilles/{url.removesuffix('.html')}.pdf"


def stem(url: str) -> str:
    """ "fr/documents.html" → "documents": what the pages under it name as their section."""
    return url.partition("/")[2].removesuffix(".html")


def relative(url: str, page_url: str) -> str:
    """`url` (from the root of the site) as written in a link of `page_url`: works in any folder and from a disk."""
    path, mark, anchor = url.partition("#")
    if path == page_url and mark:
        return mark + anchor
    return posixpath.relpath(path, posixpath.dirname(page_url) or ".") + mark + anchor


def links(lang: str) -> dict[str, str]:
    """The `lien.…` variables of Markdown: files that Markdown does not make. The hook turns `site:` into a path."""
    return {
        "questions": f"{SCHEME}{lang}/q/index.html",
        "guide_pdf": SCHEME + GUIDE.format(lang=lang),
    }


def date_words(iso: Any, months: Iterable[str], first: str) -> str:
    """ "2026-11-01" → "1er novembre 2026", with the day and the month kept on one line."""
    year, month, day = str(iso).split("-")
    number = first if int(day) == 1 else str(int(day))
    return f"{number}\u00a0{list(months)[int(month) - 1]}\u00a0{year}"


def edition_date(root: Path) -> str:
    """The date of this edition, ISO; the pipeline writes `--edition` over the data file through `law.data`."""
    return str(law.data(root)["edition"]["date"])


class Site:
    """Reads the tree once and makes the context of any page. One instance per build."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.edition = edition_date(root)
        self.expiry = str(law.data(root)["edition"]["expire_le"])
        self.days = int(law.data(root)["edition"]["relecture_jours"])
        self.sources = law.sources()
        self.fronts: dict[str, Front] = read_all(root / "docs", self.sources)
        self._strings = {lang: strings(root, lang) for lang in languages(root)}

    def text(self, lang: str) -> Mapping[str, Any]:
        return self._strings[lang]

    def context(
        self,
        url: str,
        *,
        lang: str = CANONICAL,
        title: str,
        description: str,
        verified_on: str = "",
        summary: str = "",
        source_ids: Iterable[str] = (),
        index: bool = True,
        checker: bool = False,
    ) -> dict[str, Any]:
        """Everything base.html asks for. `url` is from the root of the site; `verified_on` is ISO or empty;
        `index=False` asks search engines to stay away; `checker=True` lets the page run Python (CSP)."""
        t = self.text(lang)
        own = self.fronts.get(source_of(url))
        section = f"{lang}/{own.section}.html" if own else ""

        def listed(place: str) -> list[dict[str, Any]]:
            return [
                {
                    "label": item.label,
                    "href": relative(item.url, url),
                    "here": item.url == url,
                    "inside": item.url == section,
                    "summary": self.fronts[source_of(item.url)].summary,
                }
                for item in entries(self.fronts, lang, place)
            ]

        menu = listed("menu")
        return {
            "t": t,
            "lang": lang,
            "dir": t["dir"],
            "url": url,
            "title": title,
            "full_title": title if title.startswith(SITE_NAME) else f"{title} · {SITE_NAME}",
            "site_name": SITE_NAME,
            "description": description,
            "summary": summary,
            "index": index,
            "csp": security.csp(checker),
            "nav": menu,
            "foot": listed("pied"),
            "parent": next((item for item in menu + listed("pied") if item["inside"]), None),
            "children": listed(stem(url)),
            "rights": [{"id": r, "title": RIGHTS[r]} for r in (own.rights if own else ())],
            "rel": functools.partial(relative, page_url=url),
            "guide": relative(GUIDE.format(lang=lang), url),
            "leaflet": leaflet(url, lang),
            "stale": freshness.stale(own, self.edition, self.days) if own else "",
            "verified_on": str(verified_on),
            "verified_words": self.words(verified_on, lang) if verified_on else "",
            "edition": self.edition,
            "edition_words": self.words(self.edition, lang),
            "expiry_words": self.words(self.expiry, lang),
            "languages": [{"code": c, "name": self.text(c)["name"], "dir": self.text(c)["dir"]} for c in self._strings],
            "sources": [law.view(self.sources[i], t, functools.partial(self.words, lang=lang)) for i in source_ids],
        }

    def cited(self, source: Mapping[str, Any], lang: str) -> dict[str, Any]:
        """A source as a response of the checker names it, worded like those of the pages."""
        words = functools.partial(self.words, lang=lang)
        return law.view(self.sources[source["id"]], self.text(lang), words, source["quote"])

    def words(self, iso: Any, lang: str = CANONICAL) -> str:
        t = self.text(lang)
        return date_words(iso, t["months"], t["first_of_month"])


def _imports(script: str) -> list[str]:
    """The names of the other modules that `script`, a file of theme/assets, starts with."""
    return sorted(file.name for file in modules(ASSETS / script) if file.name != script)


def prepare(env: jinja2.Environment, site: Site) -> jinja2.Environment:
    """Adds to a Jinja environment what our templates use: `icon(name)`, `site`, and the filters below."""
    env.undefined = jinja2.StrictUndefined
    env.trim_blocks = env.lstrip_blocks = True
    env.globals.update(icon=icons.svg, site=site, imports=_imports)
    env.filters["typo"] = french
    return env


def environment(root: Path) -> jinja2.Environment:
    """The Jinja environment of portal/theme outside MkDocs, with autoescape. `env.globals["site"].context(url, …)`
    gives the context of a page, for example to render decision.html (see the head of that template)."""
    loader = jinja2.FileSystemLoader(root / "portal" / "theme")
    return prepare(jinja2.Environment(loader=loader, autoescape=True), Site(root))
