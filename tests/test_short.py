"""Codes printed on paper: each leads to its page, in any folder, and tells an old paper what changed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from portal import edition, frontmatter, law, short
from portal.frontmatter import PageError

HISTORY = """- numero: 0
  date: 2026-08-20
  expire_le: 2026-11-18
  codes: [d3, v]
"""
CHANGES = """- date: 2026-10-01
  texte: "La durée de l’attestation a changé."
  pages: [documents/api]
- date: 2026-10-02
  texte: "Une autre page a changé."
  pages: [documents/adf]
- date: 2026-08-01
  texte: "Un changement plus ancien que le papier."
  pages: [documents/api]
"""


@pytest.fixture(scope="module")
def codes(root: Path) -> dict[str, str]:
    return short.codes(frontmatter.read_all(root / "docs", law.sources()))


@pytest.fixture
def older(root: Path, tmp_path: Path) -> Path:
    """The project with an edition already printed, free to be damaged."""
    project = tmp_path / "projet"
    shutil.copytree(root / "docs", project / "docs")
    (project / "portal").symlink_to(root / "portal")
    (project / short.HISTORY).write_text(HISTORY, "utf-8")
    (project / "docs/_data/changements.yml").write_text(CHANGES, "utf-8")
    return project


def test_every_printed_page_has_a_code_that_leads_to_it(root: Path, site: Path, codes: dict[str, str]) -> None:
    assert len(codes) > 90
    assert len(set(codes.values())) == len(codes)
    for url, code in codes.items():
        page = html.parse(str(site / short.path(code) / "index.html"))
        targets = [link.get("href") for link in page.findall(".//div[@class='prose short']/p/a")]
        assert targets == [f"../../{url}"], url
        assert (site / url).is_file()
        assert page.find(".//meta[@name='robots']").get("content").startswith("noindex")


def test_the_address_is_short_and_says_the_edition(root: Path) -> None:
    current = edition.load(root)
    code, shown = short.on_paper(current, "d3")
    assert code == f"{current.site_url}q/d3/#e{current.number}"
    assert "://" not in shown and "#" not in shown and shown.endswith("/q/d3/")


def test_the_reader_sees_the_edition_of_the_paper(page: Page, server: str, root: Path) -> None:
    number = edition.load(root).number
    page.goto(f"{server}q/d3/#e{number}")
    expect(page.locator(f"#e{number} .yours")).to_be_visible()
    page.goto(f"{server}q/d3/")
    expect(page.locator(f"#e{number} .yours")).to_be_hidden()
    page.locator(".short .card").click()
    expect(page).to_have_url(re.compile(r"/fr/documents/api\.html$"))


def test_an_old_paper_is_told_its_age_and_what_changed(older: Path, tmp_path: Path) -> None:
    short.write(older, tmp_path / "site")
    current, old = html.parse(str(tmp_path / "site/q/d3/index.html")).findall(".//ul[@class='papers']/li")
    said = " ".join(old.text_content().split())
    assert old.get("id") == "e0" and current.get("id") == "e1"
    assert "3 mois de plus" in said
    assert "La durée de l’attestation a changé." in said
    assert "Une autre page" not in said and "plus ancien que le papier" not in said
    assert "édition actuelle" in current.text_content() and "édition actuelle" not in said


def test_a_page_without_change_says_so(older: Path, tmp_path: Path) -> None:
    short.write(older, tmp_path / "site")
    _, old = html.parse(str(tmp_path / "site/q/v/index.html")).findall(".//ul[@class='papers']/li")
    assert "aucun changement important" in old.text_content()


REFUSALS = [
    ("codes: [d3, v]", "codes: [d3, z9]", "“z9”, which no page bears"),
    ("date: 2026-08-20", "date: 2027-08-20", "does not come before edition 1"),
    ("numero: 0", "numero: 4", "does not come before edition 1"),
    ("  expire_le: 2026-11-18\n", "", "entry 1 has no expire_le"),
]


@pytest.mark.parametrize(("old", "new", "message"), REFUSALS, ids=[refusal[2] for refusal in REFUSALS])
def test_a_paper_already_out_cannot_be_betrayed(
    older: Path, tmp_path: Path, old: str, new: str, message: str
) -> None:
    (older / short.HISTORY).write_text(HISTORY.replace(old, new), "utf-8")
    with pytest.raises(PageError, match=re.escape(message)):
        short.write(older, tmp_path / "site")
    assert not (tmp_path / "site").exists()


FRONTS = [
    ("code: d3\n", "", "docs/fr/documents/api.md:1: no `code`"),
    ("code: d3\n", "code: D 3\n", "`code` is not a letter followed by figures"),
    # Figures of another script would make another address.
    ("code: d3\n", "code: d٣\n", "`code` is not a letter followed by figures"),
    ("code: d3\n", "code: d4\n", "same `code` (d4) as"),
]


@pytest.mark.parametrize(("old", "new", "message"), FRONTS, ids=[refusal[2] for refusal in FRONTS])
def test_codes_are_checked(older: Path, old: str, new: str, message: str) -> None:
    file = older / "docs/fr/documents/api.md"
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(PageError, match=re.escape(message)):
        frontmatter.read_all(older / "docs", law.sources())
