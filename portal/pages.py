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

from checker.compiled import compiled
from portal import edition, freshness, icons, law, security
from portal.frontmatter import Front, read_all
from portal.languages import catalogue, rules
from portal.languages.catalogue import CANONICAL as CANONICAL
from portal.languages.catalogue import languages as languages
from portal.modules import modules
from portal.release import layout
from portal.typography import spaced

SITE_NAME = "Droits en attente"
GUIDE = "guides/droits-en-attente-{lang}-a4.pdf"
# What a volunteer who hosts a copy prints, in French only.
HOST_GUIDE = f"{layout.HOST}/guide-hebergeur.pdf"
BOOKLET = "guides/droits-en-attente-{lang}-a5.pdf"
# What the host of a copy says of itself; written in complete languages.
HOST_PAGE = "local/{lang}/mentions.html"
# What has a one-page sheet: the beginning of the address of its page, after the language.
LEAFLETS = ("droits/", "travailler.html", "documents/", "que-faire/")
SCHEME = "site:"
ASSETS = Path(__file__).parent.resolve() / "theme" / "assets"


@dataclass(frozen=True)
class NavItem:
    """One entry of the menu: `label` to show, `url` from the root of the site, such as "fr/index.html"; `under`, the
    url of the page it stands under in the reading order, or ""; `lang`, the language of its label."""

    label: str
    url: str
    under: str = ""
    lang: str = CANONICAL


def strings(root: Path, lang: str) -> Mapping[str, Any]:
    """The interface strings of one language, a tree of texts, with its spacing."""
    tree: Mapping[str, Any] = _spaced(catalogue.tree(root, lang, catalogue.INTERFACE), lang)
    return tree


def _spaced(value: Any, lang: str) -> Any:
    if isinstance(value, dict):
        return {key: _spaced(child, lang) for key, child in value.items()}
    if isinstance(value, list):
        return [_spaced(child, lang) for child in value]
    return spaced(value, lang) if isinstance(value, str) else value


def entries(fronts: Mapping[str, Front], lang: str, section: str) -> list[NavItem]:
    """The pages of one language that stand in `section` ("menu", "pied", "documents"…), in order."""
    found = [
        (front.order, name)
        for name, front in fronts.items()
        if name.startswith(f"{lang}/") and front.section == section
    ]
    return [
        NavItem(fronts[name].label, name.removesuffix(".md") + ".html", lang=fronts[name].lang)
        for _, name in sorted(found)
    ]


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
    """The `lien.…` variables of Markdown, for a language whose papers and questions are those of `lang`: files that
    Markdown does not make. The hook turns `site:` into a path."""
    return {
        "questions": f"{SCHEME}{lang}/q/index.html",
        "guide_pdf": SCHEME + GUIDE.format(lang=lang),
        "guide_hebergeur": SCHEME + HOST_GUIDE,
        "edition": SCHEME + layout.PAGE,
        "hote": SCHEME + HOST_PAGE.format(lang=lang),
        "licences": SCHEME + layout.LICENCES,
        "inventaire": SCHEME + layout.MATERIALS,
    }


def complete(fronts: Mapping[str, Front], lang: str) -> bool:
    """Whether every page of the menus is translated in `lang`: it has then its own questions page by page, its own
    guide and its own e-books; it shows those in French otherwise."""
    prefix = f"{lang}/"
    return all(front.lang == lang for name, front in fronts.items() if name.startswith(prefix))


def date_words(iso: Any, t: Mapping[str, Any]) -> str:
    """ "2026-11-01" → "1er novembre 2026", in the words and the order of the interface strings `t`."""
    year, month, day = str(iso).split("-")
    number = t["first_of_month"] if int(day) == 1 else str(int(day))
    words: str = t["date"].format(day=number, month=t["months"][int(month) - 1], year=year)
    return words.replace(" ", "\u00a0")


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
        rules.install(root)
        self.fronts: dict[str, Front] = read_all(root / "docs", self.sources)
        self._strings = {lang: strings(root, lang) for lang in languages(root)}
        self._complete = frozenset(lang for lang in self._strings if complete(self.fronts, lang))
        self._address = edition.load(root).site_url
        self._data: dict[str, dict[str, Any]] = {}

    def text(self, lang: str) -> Mapping[str, Any]:
        """The interface strings of `lang`, as a tree. Raises KeyError for a language that has no interface."""
        return self._strings[lang]

    def data(self, lang: str) -> Mapping[str, Any]:
        """docs/_data and the deadlines in the words of `lang`."""
        if lang not in self._data:
            self._data[lang] = catalogue.data(self.root, lang)
        return self._data[lang]

    def whole(self, lang: str) -> str:
        """`lang` when it has everything, else French: whose questions page by page, guide and e-books to show."""
        return lang if lang in self._complete else CANONICAL

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
        # Nothing is promised past the last day of the edition.
        review = min(freshness.review(str(verified_on) or self.edition, self.days), self.expiry)

        def listed(place: str) -> list[dict[str, Any]]:
            return [
                {
                    "label": item.label,
                    "href": relative(item.url, url),
                    "here": item.url == url,
                    "inside": item.url == section,
                    "summary": self.fronts[source_of(item.url)].summary,
                    "lang": item.lang,
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
            "rights": [{"id": r, "title": self.rights(lang)[r]} for r in (own.rights if own else ())],
            "rel": functools.partial(relative, page_url=url),
            "guide": relative(GUIDE.format(lang=self.whole(lang)), url),
            "whole": self.whole(lang),
            "host_page": relative(HOST_PAGE.format(lang=self.whole(lang)), url),
            "leaflet": leaflet(url, lang) if own and own.lang == lang else "",
            "text_lang": own.lang if own else lang,
            "canonical": self._address + (f"{own.lang}/{url.partition('/')[2]}" if own else url),
            "translation": self._translation(own, lang) if own and lang != CANONICAL else None,
            "stale": freshness.stale(own, self.edition, self.days) if own else "",
            "verified_on": str(verified_on),
            "verified_words": self.words(verified_on, lang) if verified_on else "",
            "review": review,
            "review_words": self.words(review, lang),
            "edition": self.edition,
            "edition_words": self.words(self.edition, lang),
            "expiry_words": self.words(self.expiry, lang),
            "languages": self.choices(url),
            "sources": [
                law.view(self.sources[i], t, functools.partial(self.words, lang=lang), lang=lang) for i in source_ids
            ],
        }

    def choices(self, url: str) -> list[dict[str, Any]]:
        """The languages that the page `url` offers, each with the address of that page in it."""
        return [self._choice(code, url) for code in self._strings]

    def _choice(self, code: str, url: str) -> dict[str, Any]:
        """The same page in another language, or the checker for one of the questions page by page; `alternate` is its
        public address, empty when its text is not in that language."""
        t, path = self.text(code), url.partition("/")[2]
        front = self.fronts.get(f"{code}/{source_of(path)}")
        if front:
            page = f"{code}/{path}"
        elif path.startswith("q/"):
            page = f"{code}/{path}" if code in self._complete else f"{code}/verifier.html"
        else:
            page = f"{code}/index.html"
        alternate = self._address + page if front and front.lang == code else ""
        return {"code": code, "name": t["name"], "dir": t["dir"], "url": page, "alternate": alternate}

    def _translation(self, front: Front, lang: str) -> dict[str, Any]:
        """What is said of a page that is not in French: whether it is translated, read over, late."""
        t = self.text(lang)["translation"]
        if front.lang != lang:
            return {"text": t["missing"], "kind": "missing"}
        reviewed = t["reviewed"].replace("{who}", front.reviewed) if front.reviewed else t["not_reviewed"]
        return {"text": reviewed, "kind": "late" if front.stale else "done", "late": t["late"] if front.stale else ""}

    def rights(self, lang: str) -> Mapping[str, str]:
        """The title of each right by its id."""
        return {right.id: right.title for right in compiled(lang).base.rights}

    def cited(self, source: Mapping[str, Any], lang: str) -> dict[str, Any]:
        """A source as a response of the checker names it, worded like those of the pages."""
        words = functools.partial(self.words, lang=lang)
        return law.view(self.sources[source["id"]], self.text(lang), words, source["quote"], lang)

    def words(self, iso: Any, lang: str = CANONICAL) -> str:
        """A day (ISO, or a date) in the words of `lang`."""
        return date_words(iso, self.text(lang))


def _imports(script: str) -> list[str]:
    """The names of the other modules that `script`, a file of theme/assets, starts with."""
    return sorted(file.name for file in modules(ASSETS / script) if file.name != script)


def prepare(env: jinja2.Environment, site: Site) -> jinja2.Environment:
    """Adds to a Jinja environment what our templates use: `icon(name)`, `site`, and the filters below."""
    env.undefined = jinja2.StrictUndefined
    env.trim_blocks = env.lstrip_blocks = True
    env.globals.update(icon=icons.svg, site=site, imports=_imports)
    env.filters["typo"] = _typo
    return env


@jinja2.pass_context
def _typo(context: jinja2.runtime.Context, text: str) -> str:
    """A text with the spacing of the language of the page."""
    return spaced(text, context.get("lang", CANONICAL))


def environment(root: Path, site: Site | None = None) -> jinja2.Environment:
    """The Jinja environment of portal/theme outside MkDocs, with autoescape. `env.globals["site"].context(url, …)`
    gives the context of a page, for example to render decision.html (see the head of that template). `site` is that of
    `root`, read here when it was not before."""
    loader = jinja2.FileSystemLoader(root / "portal" / "theme")
    return prepare(jinja2.Environment(loader=loader, autoescape=True), site or Site(root))
