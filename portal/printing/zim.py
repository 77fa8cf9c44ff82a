"""The site as one file for Kiwix: for hotspots and partners that already hand out such files. Made only when asked."""

from __future__ import annotations

import importlib
import re
import tempfile
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from types import ModuleType
from typing import Any

from portal import bootstrap, install, law, offline, relative_links
from portal.frontmatter import read_all
from portal.headers import media_type
from portal.languages.catalogue import CANONICAL, languages
from portal.pages import SITE_NAME, complete
from portal.printing.content import CHECKER, Content
from portal.printing.ebooks.package import stem
from portal.printing.engine import Press
from portal.printing.vocabulary import PrintingError

REQUIREMENTS = "zim"
ICON_SIZE = 48
# Pages of a host or of its service worker: missing page, page not kept, checker.
LEFT_OUT = frozenset({"404.html", f"{offline.LIST}.html", CHECKER})
# What hosts read, and the templates of their own pages.
FOR_HOSTS = "hebergeur/"
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
# The static questions: a thousand pages that must be reached by answering, never by a search.
_QUESTIONS = "q"


def make(content: Content, press: Press) -> Iterator[tuple[str, bytes]]:
    """droits-en-attente-<lang>.zim, from the whole built site: its pages, and the files that they lead to.

    Kiwix runs neither a service worker nor Pyodide: the checker's page is left out, with its scripts and runtime, and
    leads to the same questions as static pages. What a host compresses beforehand is left out too.

    Not the same bytes twice: libzim draws a UUID at random, and Xapian's index of words keeps its own order."""
    site, lang = content.site, content.lang
    questions = f"{lang}/{_QUESTIONS}/index.html"
    if not (site / questions).is_file():
        raise PrintingError(f"{questions} is not in {site}: only a whole site goes into a ZIM. Build it first.")
    writer = _library(content.root)
    fronts = read_all(content.root / "docs", law.sources())
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made.zim"
        with writer.Creator(made).config_indexing(True, content.own["ebook"]["zim"]["language"]) as creator:
            creator.set_mainpath(f"{lang}/index.html")
            icon = install.rasterise((site / "assets" / "icon.svg").read_bytes(), ICON_SIZE)
            creator.add_illustration(ICON_SIZE, icon)
            for name, value in _metadata(content).items():
                creator.add_metadata(name, value)
            own = {f"{name[:-3]}.html" for name, front in fronts.items() if front.lang == name.partition("/")[0]}
            for path in chosen(site):
                creator.add_item(_item(writer, site, path, listed=path in own))
            for each in languages(content.root):
                whole = each if complete(fronts, each) else CANONICAL
                creator.add_redirection(f"{each}/{CHECKER}", SITE_NAME, f"{whole}/{_QUESTIONS}/index.html", {})
        yield f"{stem(lang)}.zim", made.read_bytes()


def chosen(site: Path) -> list[str]:
    """The files to take, as paths from the root of the site: every page but LEFT_OUT, and whatever they link to or
    load."""
    names = (path.relative_to(site).as_posix() for path in site.rglob("*.html") if path.name not in LEFT_OUT)
    pages = {name for name in names if not name.startswith(FOR_HOSTS)}
    linked = {found for page in pages for found in relative_links.targets((site / page).read_text("utf-8"), page)}
    return sorted(pages | {path for path in linked if _is_taken(site, path)})


def _is_taken(site: Path, path: str) -> bool:
    return (site / path).is_file() and not path.endswith((f"/{CHECKER}", ".zim"))


def _metadata(content: Content) -> Mapping[str, str]:
    words = content.own["ebook"]["zim"]
    return {
        "Name": f"{stem(content.lang)}_all",
        "Title": SITE_NAME,
        "Description": words["description"],
        "LongDescription": words["long"],
        "Language": words["language"],
        "Creator": SITE_NAME,
        "Publisher": content.mirror.values["nom"] or SITE_NAME,
        "Date": content.edition.date.isoformat(),
        "License": "CC BY 4.0",
        "Source": content.edition.site_url,
        "Tags": "_category:other;_ftindex:yes;_pictures:yes;_videos:no;_details:yes",
    }


def _library(root: Path) -> ModuleType:
    """libzim.writer, installed from requirements/zim.txt when it is first asked for."""
    try:
        return importlib.import_module("libzim.writer")
    except ModuleNotFoundError:
        bootstrap.install(root, REQUIREMENTS)
        importlib.invalidate_caches()
        return importlib.import_module("libzim.writer")


def _item(writer: ModuleType, site: Path, path: str, *, listed: bool) -> Any:
    """One entry. Pages stand in the list of titles and in the index of words if `listed`: neither the static questions,
    nor a page that another language shows in French."""
    page = path.endswith(".html")
    file = site / path
    title = _TITLE.search(file.read_text("utf-8")) if page else None

    class Item(writer.Item):  # type: ignore[misc,name-defined] # libzim is not there when types are checked
        def get_path(self) -> str:
            return path

        def get_title(self) -> str:
            return unescape(title[1]).strip() if title else ""

        def get_mimetype(self) -> str:
            # Kiwix knows a page by this exact type, without its charset.
            return media_type(path).partition(";")[0]

        def get_contentprovider(self) -> Any:
            return writer.FileProvider(file)

        def get_hints(self) -> dict[Any, bool]:
            return {writer.Hint.FRONT_ARTICLE: page and listed, writer.Hint.COMPRESS: True}

    class Unlisted(Item):
        def get_indexdata(self) -> Any:
            return _Nothing()

    class _Nothing(writer.IndexData):  # type: ignore[misc,name-defined]
        def has_indexdata(self) -> bool:
            return False

    return Item() if listed else Unlisted()
