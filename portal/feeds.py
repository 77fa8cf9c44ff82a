"""The two Atom feeds of each language: the state of the injunctions (`suivi.xml`), the changes of the content
(`changements.xml`). Every date is written in a data file: no feed says "now"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from portal import edition, law, pages
from portal.typography import french

ATOM = "http://www.w3.org/2005/Atom"
TRACKER, CHANGES = "suivi.xml", "changements.xml"


@dataclass(frozen=True)
class Entry:
    """One entry: `id` is lasting, `day` ISO, `page` from the root of the site."""

    id: str
    day: str
    title: str
    text: str
    page: str


def write(root: Path, site: Path) -> list[Path]:
    """Write the feeds under the canonical language of `site`; return the paths."""
    lang = pages.CANONICAL
    t = pages.strings(root, lang)
    data = law.data(root)
    base = edition.load(root).site_url
    feeds = (
        (TRACKER, t["tracker"]["feed_title"], tracker_entries(data["injonctions"], lang)),
        (CHANGES, t["changes"]["feed_title"], change_entries(data["changements"], lang)),
    )
    written = []
    for name, title, entries in feeds:
        path = site / lang / name
        path.write_bytes(atom(base, f"{lang}/{name}", title, entries, str(data["edition"]["date"])))
        written.append(path)
    return written


def tracker_entries(table: dict[str, Any], lang: str) -> list[Entry]:
    """The history and the proofs of each measure. Both lists grow at their end: the rank in its own list is lasting."""
    page = f"{lang}/comprendre/suivi.html"
    entries = []
    for name, measure in table["mesures"].items():
        address = f"{page}#mesure-{name}"
        for kind in ("historique", "preuves"):
            for rank, event in enumerate(measure.get(kind, [])):
                id = f"suivi:{name}:{kind}:{rank:03}"
                entries.append(Entry(id, str(event["date"]), measure["titre"], event["texte"], address))
    return entries


def change_entries(changes: Iterable[dict[str, Any]], lang: str) -> list[Entry]:
    """One entry a change. The file is written from the newest to the oldest: the rank from its end is lasting."""
    page = f"{lang}/changements.html"
    return [
        Entry(f"changements:{rank:05}", str(change["date"]), change["texte"].partition(" : ")[0], change["texte"], page)
        for rank, change in enumerate(reversed([*changes]), start=1)
    ]


def atom(base: str, address: str, title: str, entries: Iterable[Entry], updated: str) -> bytes:
    """The feed at `address`, newest entry first; without entries it is dated `updated` (ISO)."""
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    ordered = sorted(entries, key=lambda entry: (entry.day, entry.id), reverse=True)

    def add(parent: Any, tag: str, text: str = "", **attributes: str) -> Any:
        node = etree.SubElement(parent, f"{{{ATOM}}}{tag}", attributes)
        node.text = text or None
        return node

    add(feed, "id", base + address)
    add(feed, "title", french(title))
    add(feed, "updated", _instant(ordered[0].day if ordered else updated))
    add(feed, "link", href=base + address, rel="self")
    add(add(feed, "author"), "name", pages.SITE_NAME)
    for entry in ordered:
        node = add(feed, "entry")
        add(node, "id", f"{base}{entry.page.partition('#')[0]}#{entry.id}")
        add(node, "title", french(entry.title))
        add(node, "updated", _instant(entry.day))
        add(node, "link", href=base + entry.page)
        add(node, "content", french(entry.text), type="text")
    return bytes(etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True))


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"
