"""The page of papers leads to every file of guides/, and each page to its sheet."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from portal import pages


def linked(site: Path, url: str) -> set[str]:
    page = html.parse(str(site / url))
    folder = (site / url).parent
    found = {str(link.get("href")) for link in page.iterfind(".//article//a[@href]")}
    return {(folder / href).resolve().relative_to(site.resolve()).as_posix() for href in found if "guides/" in href}


def test_every_paper_is_found_from_the_page_of_papers(site: Path) -> None:
    made = [path for path in (site / "guides").rglob("*") if path.is_file() and path.suffix not in {".br", ".gz"}]
    files = {path.relative_to(site).as_posix() for path in made}
    assert len(files) > 40
    assert linked(site, "fr/papiers.html") == files


def test_a_page_leads_to_its_own_sheet(site: Path) -> None:
    for url in ("fr/documents/api.html", "fr/travailler.html", "fr/que-faire/preuves.html"):
        assert pages.leaflet(url, "fr") in linked(site, url)
    assert linked(site, "fr/comprendre/suivi.html") == set()
