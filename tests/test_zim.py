"""The ZIM of the real site, opened again: its first page, its search, and nothing that leads outside by itself."""

from __future__ import annotations

import posixpath
import shutil
from pathlib import Path

import pytest
from lxml import html

from portal import printing
from portal.audit import RESOURCES
from portal.errors import BuildError
from portal.printing.zim import FOR_HOSTS, LEFT_OUT
from portal.relative_links import targets


@pytest.fixture(scope="module")
def made(root: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    (path,) = printing.write(root, site, root / "node_modules", only=["zim"], folder=tmp_path_factory.mktemp("kiwix"))
    return path


@pytest.fixture(scope="module")
def archive(made: Path) -> object:
    # Installed by the fixture above: not there before it is asked for.
    from libzim.reader import Archive

    opened = Archive(made)
    assert opened.check()
    return opened


@pytest.fixture(scope="module")
def paths(archive) -> list[str]:
    return [archive._get_entry_by_id(number).path for number in range(archive.all_entry_count)]


def test_it_is_made_only_when_asked() -> None:
    assert "zim" not in printing.PRODUCTS
    assert set(printing.ON_DEMAND) == {"zim"}


def test_first_page_and_descriptions(archive) -> None:
    assert archive.main_entry.get_item().path == "fr/index.html"
    told = {key: archive.get_metadata(key).decode() for key in ("Title", "Language", "Date", "Name", "Description")}
    assert told["Title"] == "Droits en attente"
    assert told["Language"] == "fra"
    assert told["Date"] == "2026-11-23"
    assert told["Name"] == "droits-en-attente-fr_all"
    assert 0 < len(told["Description"]) <= 80
    assert "à jeter après le 21" in archive.get_metadata("LongDescription").decode()
    assert bytes(archive.get_illustration_item(48).content).startswith(b"\x89PNG")


def test_search_without_accents(archive) -> None:
    from libzim.search import Query, Searcher

    search = Searcher(archive).search(Query().set_query("recepisse"))
    found = list(search.getResults(0, 20))
    assert found[0] == "fr/documents/recepisse.html"
    assert not [path for path in found if path.startswith("fr/q/")], "the static questions are not searched"


def test_suggestions(archive) -> None:
    from libzim.suggestion import SuggestionSearcher

    suggested = SuggestionSearcher(archive).suggest("recep")
    assert "fr/documents/recepisse.html" in list(suggested.getResults(0, 5))


def test_the_checker_leads_to_the_static_questions(archive) -> None:
    entry = archive.get_entry_by_path("fr/verifier.html")
    assert entry.is_redirect
    assert entry.get_redirect_entry().path == "fr/q/index.html"


def test_what_cannot_work_in_kiwix_is_left_out(paths: list[str]) -> None:
    assert [path for path in paths if path.endswith((".br", ".gz", ".wasm", ".zim"))] == []
    assert [path for path in paths if path.startswith(("runtime/", "sw.js"))] == []
    scripts = [path for path in paths if path.endswith(".js")]
    indexes = {path for path in scripts if path.endswith("/recherche.js")}
    assert set(scripts) == {"assets/age.js", "assets/search.js"} | indexes


def test_every_page_is_there_and_every_link_inside(archive, site: Path) -> None:
    pages = [path.relative_to(site).as_posix() for path in site.rglob("*.html")]
    assert len(pages) > 1000
    for name in pages:
        # The tools of hosts are no reading.
        if Path(name).name in LEFT_OUT or name.endswith("/verifier.html") or name.startswith(FOR_HOSTS):
            continue
        markup = bytes(archive.get_entry_by_path(name).get_item().content).decode()
        missing = [target for target in targets(markup, name) if not archive.has_entry_by_path(target)]
        assert missing == [], name


def test_no_page_fetches_from_elsewhere(archive, paths: list[str]) -> None:
    for name in paths:
        if not name.endswith(".html") or "/q/" in name or archive.get_entry_by_path(name).is_redirect:
            continue
        tree = html.document_fromstring(bytes(archive.get_entry_by_path(name).get_item().content))
        # Public addresses are said, never fetched.
        asked = "[not(@rel='canonical' or @rel='alternate')]"
        fetched = [address for tag, attribute in RESOURCES for address in tree.xpath(f"//{tag}{asked}/@{attribute}")]
        # The guide in one file holds all it needs.
        assert fetched or name.startswith("guides/"), name
        assert [address for address in fetched if "//" in address or address.startswith("/")] == [], name
    for name in paths:
        if name.endswith(".css"):
            assert b"http" not in bytes(archive.get_entry_by_path(name).get_item().content), name


def test_a_site_without_its_questions_is_refused(root: Path, site: Path, tmp_path: Path) -> None:
    shutil.copytree(site / "fr", tmp_path / "fr", ignore=shutil.ignore_patterns("q", "*.br", "*.gz"))
    with pytest.raises(BuildError, match="only a whole site goes into a ZIM"):
        printing.write(root, tmp_path, root / "node_modules", only=["zim"])
    assert not (tmp_path / "guides").exists()


def test_links_are_read_from_the_place_of_their_page() -> None:
    markup = '<a href="../a.html#x"></a><a href="#y"></a><a href="https://x.example/"></a><img src="b&amp;c.png">'
    assert targets(markup, posixpath.join("fr", "q", "p.html")) == {"fr/a.html", "fr/q/b&c.png"}
