"""The page of papers leads to every file of guides/, and each page to its sheet."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from portal import pages
from portal.languages.catalogue import languages


def linked(site: Path, url: str) -> set[str]:
    page = html.parse(str(site / url))
    folder = (site / url).parent
    found = {str(link.get("href")) for link in page.iterfind(".//article//a[@href]")}
    return {(folder / href).resolve().relative_to(site.resolve()).as_posix() for href in found if "guides/" in href}


def test_every_paper_is_found_from_the_page_of_papers(root: Path, site: Path) -> None:
    made = [path for path in (site / "guides").rglob("*") if path.is_file() and path.suffix not in {".br", ".gz"}]
    files = {path.relative_to(site).as_posix() for path in made}
    assert len(files) > 100
    found = {lang: linked(site, f"{lang}/papiers.html") for lang in languages(root)}
    for lang in ("fr", "en", "ar"):
        assert len(found[lang]) > 40
        # The cards, which a clerk reads, are French.
        assert all(f"-{lang}" in path or f"/{lang}/" in path or "/cartes/" in path for path in found[lang])
    # A short version shows the French list, and its own sheet on the page of work.
    assert set.union(*found.values(), *(linked(site, f"{lang}/travailler.html") for lang in found)) == files


def test_a_page_leads_to_its_own_sheet(site: Path) -> None:
    for url in ("fr/documents/api.html", "fr/travailler.html", "fr/que-faire/preuves.html"):
        assert pages.leaflet(url, "fr") in linked(site, url)
    assert linked(site, "fr/comprendre/suivi.html") == set()
