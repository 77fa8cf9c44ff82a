"""What a reader's line carries, type of page by type of page and paper by paper, in bytes and requests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from portal import budgets, runtime, search
from portal.printing import FOLDER
from portal.weight import budget_of, first_view

# Type of page → where its pages stand. The first view of the heaviest of each is looked at, all of their files sent.
TYPES = {
    "door": "index.html",
    "home": "*/index.html",
    "article": "*/*/*.html",
    "search": "*/recherche.html",
    "glossary": "*/glossaire.html",
    "papers": "*/papiers.html",
    "checker": "*/verifier.html",
    "question": "*/q/*.html",
    "short address": "q/*/index.html",
    "edition": "edition/index.html",
    "copy": "local/*/mentions.html",
}
HEAVIEST = 5


def wire(file: Path) -> int:
    """Bytes of a file as a host that knows brotli sends it."""
    small = file.with_name(f"{file.name}.br")
    return (small if small.is_file() else file).stat().st_size


def views(site: Path, pattern: str) -> Iterator[tuple[str, set[Path], int]]:
    """The name, the first view and the budget of the heaviest pages that `pattern` finds."""
    for page in sorted(site.glob(pattern), key=wire)[-HEAVIEST:]:
        tree = html.parse(str(page), html.HTMLParser(encoding="utf-8")).getroot()
        yield page.relative_to(site).as_posix(), first_view(page, tree), budget_of(tree)


@pytest.mark.parametrize("kind", TYPES)
def test_a_page_of_each_type_is_light(site: Path, kind: str) -> None:
    checker = kind == "checker"
    seen = list(views(site, TYPES[kind]))
    assert seen, f"no page of type {kind}"
    for name, files, budget in seen:
        weights = {suffix: sum(wire(file) for file in files if file.suffix == suffix) for suffix in (".css", ".js")}
        assert len(files) <= (budgets.REQUESTS_CHECKER if checker else budgets.REQUESTS), name
        assert weights[".css"] <= budgets.STYLES, name
        assert weights[".js"] <= (budgets.SCRIPTS_CHECKER if checker else budgets.SCRIPTS), name
        assert sum(map(wire, files)) <= budget, name


def test_the_words_to_search_are_light_in_every_language(site: Path) -> None:
    indexes = list(site.glob(f"*/{search.INDEX}"))
    assert indexes
    assert max(map(wire, indexes)) <= budgets.SEARCH_INDEX_ANY


def test_the_checker_downloads_what_is_allowed(site: Path) -> None:
    manifest = json.loads((site / "runtime" / runtime.MANIFEST).read_text("utf-8"))
    assert manifest["variants"].keys() == budgets.PAYLOAD.keys()
    for name, variant in manifest["variants"].items():
        sizes = [wire(site / "runtime" / file["name"]) for file in variant["files"]]
        assert sum(sizes) <= budgets.PAYLOAD[name]
        assert len(sizes) <= budgets.PAYLOAD_FILES
    assert wire(site / "runtime" / manifest["extras"]["letters"]["name"]) <= budgets.LETTERS


def test_every_paper_has_a_budget_and_keeps_it(site: Path) -> None:
    folder = site / FOLDER
    papers = [path for path in folder.rglob("*") if path.suffix in (".pdf", ".epub")]
    assert papers
    for paper in papers:
        found = [size for end, size in budgets.PAPERS.items() if paper.name.endswith(end)]
        # Sheets and cards stand in folders of their own.
        allowed = found if paper.parent == folder else [budgets.SHEET]
        assert allowed, f"{paper.name}: give it a line of PAPERS in portal/budgets.py"
        assert paper.stat().st_size <= allowed[0], paper
