"""Everything on paper, and to read offline: made from the same built pages, one module a product."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from portal import edition as editions
from portal import law
from portal.frontmatter import read_all
from portal.languages.catalogue import CANONICAL, languages
from portal.mirrors import config
from portal.pages import complete, leaflet
from portal.printing import booklet, cards, flowchart, folded, guide, host_guide, leaflets, poster, zim
from portal.printing import content as contents
from portal.printing.content import Content, printed
from portal.printing.ebooks import epub, single
from portal.printing.engine import Press
from portal.printing.vocabulary import PrintingError
from portal.release import layout

FOLDER = "guides"
# Processes that make papers at the same time. Not forked: the typesetter's threads do not live through it.
CORES = 2
# What each makes before another takes its place: the typesetter remembers what it laid out, and a guide is large.
TASKS = 4
Maker = Callable[[Content, Press], Iterator[tuple[str, bytes]]]
# A language and the name of one of MAKERS.
Asked = tuple[str, str]
# Name for --only → what makes it: yields (name of a file in FOLDER, or in its own of ELSEWHERE, its bytes). Those that
# take longest come first.
PRODUCTS: Mapping[str, Maker] = {
    "guide": guide.make,
    "feuilles": leaflets.make,
    "cases": flowchart.make,
    "cartes": cards.make,
    "livret": booklet.make,
    "depliant": folded.make,
    "affiche": poster.make,
    "hebergeur": host_guide.make,
    "epub": epub.make,
    "html": single.make,
}
# Made only when named: they need the whole site, or what most people do not have.
ON_DEMAND: Mapping[str, Maker] = {
    "zim": zim.make,
}
MAKERS: Mapping[str, Maker] = {**PRODUCTS, **ON_DEMAND}
# What is shown to a clerk or an employer, or read by who hosts a copy, is in French, and every language leads to it.
FRENCH_ONLY = frozenset({"cartes", "hebergeur"})
# What does not go in FOLDER of the site.
ELSEWHERE: Mapping[str, str] = {"hebergeur": layout.HOST}
# What a language prints that does not translate every page.
OF_PAGES = frozenset({"feuilles"})


def write(
    root: Path,
    site: Path,
    node_modules: Path,
    edition: str | Mapping[str, Any] | None = None,
    *,
    lang: str = CANONICAL,
    only: Sequence[str] = (),
    folder: Path | None = None,
    mirror: Path | None = None,
) -> list[Path]:
    """Write the papers of `lang` made of the built pages of `site`, and return the files written.

    `edition` replaces the date (YYYY-MM-DD), or any key, of docs/_data/edition.yml. `only` names some of PRODUCTS or
    ON_DEMAND, and all that the language has of PRODUCTS are made without it.
    `folder` is where they go, by default FOLDER, or ELSEWHERE, in `site`. `mirror` is what the host of this copy says,
    by default mirror.yml in `root`. Nothing is written when anything is wrong: PrintingError then names the page and
    the remedy."""
    if unknown := sorted(set(only) - MAKERS.keys()):
        raise PrintingError(f"no paper named {', '.join(unknown)}. Choose from {', '.join(MAKERS)}.")
    if lang not in languages(root):
        raise PrintingError(f"no language docs/{lang}. Choose from {', '.join(languages(root))}.")
    known = products(root)[lang]
    if lacking := [name for name in only if name not in (*known, *ON_DEMAND)]:
        raise PrintingError(f"no {', '.join(lacking)} in {lang}: it has {', '.join(known) or 'no page on paper'}.")
    return _write(
        [(lang, name) for name in only or known], Source(root, site, node_modules, _fixed(edition), mirror), folder
    )


def write_all(
    root: Path,
    site: Path,
    node_modules: Path,
    edition: str | None = None,
    *,
    langs: Sequence[str] = (),
    folder: Path | None = None,
) -> list[Path]:
    """`write` for each of `langs`, by default every language, all at once."""
    asked = [(lang, name) for lang, names in products(root).items() if not langs or lang in langs for name in names]
    return _write(asked, Source(root, site, node_modules, edition, None), folder)


def products(root: Path) -> dict[str, tuple[str, ...]]:
    """The names of PRODUCTS that each language has, in their order: all of them, those of its pages when it does not
    translate every page, none when it translates none of those."""
    fronts = read_all(root / "docs", law.sources())
    found = {}
    for lang in languages(root):
        short = not complete(fronts, lang)
        found[lang] = tuple(
            name
            for name in PRODUCTS
            if (lang == CANONICAL or name not in FRENCH_ONLY) and not (short and name not in OF_PAGES)
        )
        if short and not any(leaflet(item.url, lang) for item in printed(fronts, lang)):
            found[lang] = ()
    return found


def _fixed(edition: str | Mapping[str, Any] | None) -> str | tuple[tuple[str, Any], ...] | None:
    """An edition fit to be sent to another process, and compared."""
    return tuple(sorted(edition.items())) if isinstance(edition, Mapping) else edition


def _write(asked: Sequence[Asked], source: Source, folder: Path | None) -> list[Path]:
    made = _made(asked, source)
    written = []
    for (_, product), files in zip(asked, made, strict=True):
        target = folder or source.site / ELSEWHERE.get(product, FOLDER)
        for name, data in files:
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes(data)
            written.append(target / name)
    return written


@dataclass(frozen=True)
class Source:
    """What the papers are made from, fit to be sent to another process; the fields are those of `write`."""

    root: Path
    site: Path
    node_modules: Path
    edition: str | tuple[tuple[str, Any], ...] | None
    mirror: Path | None


def _made(asked: Sequence[Asked], source: Source) -> list[list[tuple[str, bytes]]]:
    """What each maker of `asked` yields, in their order."""
    if len(asked) == 1:
        lang, name = asked[0]
        return [list(MAKERS[name](*_read(source, lang)))]
    # Ctrl-C reaches every process of a terminal: this one alone says so, and ends the others.
    quiet = (signal.signal, (signal.SIGINT, signal.SIG_IGN))
    with multiprocessing.get_context("spawn").Pool(CORES, *quiet, maxtasksperchild=TASKS) as pool:
        return list(pool.imap(partial(_make_there, source), asked))


def _make_there(source: Source, asked: Asked) -> list[tuple[str, bytes]]:
    """One of `asked` in a process of the pool."""
    lang, name = asked
    return list(MAKERS[name](*_read_once(source, lang)))


def _read(source: Source, lang: str) -> tuple[Content, Press]:
    replaced = dict(source.edition) if isinstance(source.edition, tuple) else source.edition
    chosen = editions.load(source.root, replaced)
    mirror = config.find(source.root, source.mirror) or config.NOBODY
    content = contents.load(source.root, source.site, chosen, lang, mirror)
    return content, Press(source.node_modules, chosen.epoch, content.script)


# For the processes of a pool, which make a language after another and end with it: pages read again by a later call may
# have changed.
_read_once = lru_cache(maxsize=1)(_read)
