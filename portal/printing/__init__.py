"""Everything on paper, and to read offline: made from the same built pages, one module a product."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from portal.printing import booklet, cards, flowchart, folded, guide, leaflets, poster, zim
from portal.printing import content as contents
from portal.printing import edition as editions
from portal.printing import local as locals_
from portal.printing.content import Content
from portal.printing.ebooks import epub, single
from portal.printing.engine import Press
from portal.printing.vocabulary import PrintingError

FOLDER = "guides"
# Papers made at the same time, each in a process of its own: what the typesetter keeps in memory goes with it.
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
    makers = {**PRODUCTS, **ON_DEMAND}
    if unknown := sorted(set(only) - makers.keys()):
        raise PrintingError(f"no paper named {', '.join(unknown)}. Choose from {', '.join(makers)}.")
    chosen = editions.load(root, edition)
    content = contents.load(root, site, chosen, lang, locals_.load(root, mirror))
    press = Press(node_modules, chosen.epoch)
    made = _made([makers[name] for name in only or PRODUCTS], content, press)
    target = folder or site / FOLDER
    for name, data in made:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(data)
    return [target / name for name, _ in made]


def _made(makers: Sequence[Maker], content: Content, press: Press) -> list[tuple[str, bytes]]:
    """What each of `makers` yields, in their order."""
    # A forked process has the pages as they were read: their trees cannot be sent to it.
    with multiprocessing.get_context("fork").Pool(CORES, _share, (content, press), maxtasksperchild=1) as pool:
        return [found for files in pool.imap(_make, makers) for found in files]


_shared: tuple[Content, Press]


def _share(content: Content, press: Press) -> None:
    global _shared
    _shared = content, press


def _make(maker: Maker) -> list[tuple[str, bytes]]:
    return list(maker(*_shared))
