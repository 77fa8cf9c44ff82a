"""The Atom feeds: valid, dated by the data files, the same twice."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from portal import feeds, law

ATOM = {"a": feeds.ATOM}
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")


def test_feeds_of_the_site(root: Path, site: Path) -> None:
    for name in (feeds.TRACKER, feeds.CHANGES):
        tree = etree.parse(site / "fr" / name)
        assert len(tree.xpath("/a:feed/a:id", namespaces=ATOM)) == 1
        ids = tree.xpath("//a:entry/a:id/text()", namespaces=ATOM)
        assert len(ids) == len(set(ids))
        dates = tree.xpath("//a:entry/a:updated/text()", namespaces=ATOM)
        assert dates == sorted(dates, reverse=True)
        assert all(INSTANT.fullmatch(date) for date in dates)
        for link in tree.xpath("//a:entry/a:link/@href", namespaces=ATOM):
            page = link.removeprefix(law.data(root)["edition"]["site_url"]).partition("#")[0]
            assert (site / page).is_file(), link
    changes = etree.parse(site / "fr" / feeds.CHANGES).xpath("//a:entry", namespaces=ATOM)
    assert len(changes) == len(law.data(root)["changements"]) > 0


def test_a_new_line_leaves_the_other_entries_their_identifiers() -> None:
    """A reader of feeds that met an entry under another identifier would show it again."""
    first, second, proof = ({"date": f"2026-05-0{day}", "texte": f"Ligne {day}"} for day in (5, 6, 7))
    measure = {"titre": "Mesure", "historique": [first], "preuves": [proof]}
    table = {"mesures": {"dossier": measure}}
    before = {entry.text: entry.id for entry in feeds.tracker_entries(table, "fr")}
    measure["historique"] = [first, second]
    after = {entry.text: entry.id for entry in feeds.tracker_entries(table, "fr")}
    assert before.items() < after.items()
    assert len(set(after.values())) == 3
    change = {"date": "2026-11-23", "texte": "Première édition"}
    old = feeds.change_entries([change], "fr")
    assert feeds.change_entries([{"date": "2026-12-01", "texte": "Suite"}, change], "fr")[0] == old[0]


def test_same_bytes_twice_and_newest_first() -> None:
    entries = [
        feeds.Entry("a", "2026-05-05", "Un", "Texte <1>", "fr/a.html#x"),
        feeds.Entry("b", "2026-11-23", "Deux", "Texte & 2", "fr/b.html"),
    ]
    made = feeds.atom("https://essai.example/", "fr/x.xml", "Essai", entries, "2026-01-01")
    assert made == feeds.atom("https://essai.example/", "fr/x.xml", "Essai", entries, "2026-01-01")
    tree = etree.fromstring(made)
    assert tree.xpath("string(a:updated)", namespaces=ATOM) == "2026-11-23T00:00:00Z"
    assert tree.xpath("a:entry/a:content/text()", namespaces=ATOM) == ["Texte & 2", "Texte <1>"]


def test_an_empty_feed_has_the_date_of_the_edition() -> None:
    tree = etree.fromstring(feeds.atom("https://essai.example/", "fr/x.xml", "Essai", [], "2026-11-23"))
    assert tree.xpath("string(a:updated)", namespaces=ATOM) == "2026-11-23T00:00:00Z"
