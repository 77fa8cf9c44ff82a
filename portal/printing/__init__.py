"""Everything on paper, and to read offline: made from the same built pages, one module a product."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from portal import edition as editions
from portal.printing import booklet, cards, flowchart, folded, guide, leaflets, poster, zim
from portal.printing import content as contents
from portal.printing import local as locals_
from portal.printing.content import Content
from portal.printing.ebooks import epub, single
from portal.printing.engine import Press
from portal.printing.vocabulary import PrintingError

FOLDER = "guides"
# Processes that make papers at the same time. Not forked: the typesetter's threads do not live through it.
CORES = 2
Maker = Callable[[Content, Press], Iterator[tuple[str, bytes]]]
# Name for --only → what makes it: yields (name of a file in guides/, its bytes). Those that take longest come first.
PRODUCTS: Mapping[str, Maker] = {
    "guide": guide.make,
    "feuilles": leaflets.make,
    "cases": flowchart.make,
    "cartes": cards.make,
    "livret": booklet.make,
    "depliant": folded.make,
    "affiche": poster.make,
    "epub": epub.make,
    "html": single.make,
}
# Made only when named: they need the whole site, or what most people do not have.
ON_DEMAND: Mapping[str, Maker] = {
    "zim": zim.make,
}
MAKERS: Mapping[str, Maker] = {**PRODUCTS, **ON_DEMAND}


def write(
    root: Path,
    site: Path,
    node_modules: Path,
    edition: str | Mapping[str, Any] | None = None,
    *,
    lang: str = "fr",
    only: Sequence[str] = (),
    folder: Path | None = None,
    mirror: Path | None = None,
) -> list[Path]:
    """Write the papers made of the built pages of `site`, and return the files written.

    `edition` replaces the date (YYYY-MM-DD), or any key, of docs/_data/edition.yml. `only` names some of PRODUCTS or
    ON_DEMAND, and all of PRODUCTS are made without it.
    `folder` is where they go, by default guides/ in `site`. `mirror` is the file that may hold a local insert, by
    default mirror.yml in `root`. Nothing is written when anything is wrong: PrintingError
    then names the page and the remedy."""
    if unknown := sorted(set(only) - MAKERS.keys()):
        raise PrintingError(f"no paper named {', '.join(unknown)}. Choose from {', '.join(MAKERS)}.")
    replaced = tuple(sorted(edition.items())) if isinstance(edition, Mapping) else edition
    source = Source(root, site, node_modules, replaced, lang, mirror)
    made = _made([*(only or PRODUCTS)], source)
    target = folder or site / FOLDER
    for name, data in made:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(data)
    return [target / name for name, _ in made]


@dataclass(frozen=True)
class Source:
    """What the papers are made from, fit to be sent to another process; the fields are those of `write`."""

    root: Path
    site: Path
    node_modules: Path
    edition: str | tuple[tuple[str, Any], ...] | None
    lang: str
    mirror: Path | None


def _made(names: Sequence[str], source: Source) -> list[tuple[str, bytes]]:
    """What the makers of `names` yield, in their order."""
    if len(names) == 1:
        return _make(names[0], *_read(source))
    with multiprocessing.get_context("spawn").Pool(CORES) as pool:
        return [found for files in pool.imap(partial(_make_there, source), names) for found in files]


def _make(name: str, content: Content, press: Press) -> list[tuple[str, bytes]]:
    return list(MAKERS[name](content, press))


def _make_there(source: Source, name: str) -> list[tuple[str, bytes]]:
    """`_make` in a process of the pool."""
    return _make(name, *_read_once(source))


def _read(source: Source) -> tuple[Content, Press]:
    replaced = dict(source.edition) if isinstance(source.edition, tuple) else source.edition
    chosen = editions.load(source.root, replaced)
    local = locals_.load(source.root, source.mirror)
    content = contents.load(source.root, source.site, chosen, source.lang, local)
    return content, Press(source.node_modules, chosen.epoch)


# For the processes of a pool, which end with it: pages read again by a later call may have changed.
_read_once = cache(_read)
