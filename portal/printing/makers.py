"""The papers by name, and what makes each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from portal.printing import booklet, cards, flowchart, folded, guide, host_guide, leaflets, poster, zim
from portal.printing.content import Content
from portal.printing.ebooks import epub, single
from portal.printing.engine import Press

Maker = Callable[[Content, Press], Iterator[tuple[str, bytes]]]
# Name for --only → what makes it: yields (name of a file, in the folder that portal.printing gives it, its bytes).
# Those that take longest come first.
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
