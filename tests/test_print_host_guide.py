"""The guide of who hosts a copy: two pages, nothing of the page of the site lost, every command whole, drawings."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest

from portal import edition, printing
from portal.errors import BuildError
from portal.pages import HOST_GUIDE
from portal.printing import content, host_guide
from portal.printing.engine import Press
from tests.print_reading import run, text, words
from tests.print_sheets import assert_legible, assert_pages, assert_sound, shown

COMMAND = re.compile(r"`((?:python3|nginx) [^`]*)`")


@pytest.fixture(scope="module")
def made(root: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("guides")
    (file,) = printing.write(root, site, root / "node_modules", only=["hebergeur"], folder=target)
    return file


@pytest.fixture(scope="module")
def read(root: Path, site: Path) -> content.Content:
    return content.load(root, site, edition.load(root))


def said(pdf: Path, *options: str) -> str:
    """Its text on one line, with plain spaces; `options` of pdftotext."""
    return " ".join(text(pdf, *options).replace("\u00a0", " ").split())


def test_two_pages_sound_and_legible(made: Path) -> None:
    assert made.name == Path(HOST_GUIDE).name
    assert_pages(made, 2, 210, 297)
    assert_sound(made)
    assert_legible(made)


def test_each_page_says_its_edition_and_its_last_day(made: Path, read: content.Content) -> None:
    for number in ("1", "2"):
        foot = said(made, "-f", number, "-l", number)
        assert read.own["foot"].replace("\u00a0", " ") in foot and f"{number}/2" in foot


def test_nothing_of_the_page_is_lost(made: Path, read: content.Content) -> None:
    data = host_guide.build(read)
    parts = [data["before"], *data["steps"], *data["rest"]]
    expected = words(shown([[part["title"], part["body"]] for part in parts]))
    assert expected.total() > 400
    assert not expected - words(text(made))


def test_commands_are_those_of_the_page(made: Path, root: Path, read: content.Content) -> None:
    source = (root / "docs" / "fr" / host_guide.PAGE.replace(".html", ".md")).read_text("utf-8")
    commands = [found.replace("[[ edition.numero ]]", read.edition.number) for found in COMMAND.findall(source)]
    assert len(commands) > 6
    printed = said(made)
    assert [command for command in commands if command not in printed] == []


def test_steps_have_a_drawing_that_is_no_text(made: Path, read: content.Content) -> None:
    steps = host_guide.build(read)["steps"]
    template = (Path(printing.__file__).parent / "typ" / "host-drawings.typ").read_text("utf-8")
    assert [step["drawing"] for step in steps] == list(host_guide.STEPS.values())
    assert all(f"#let {name} = drawn(" in template for name in host_guide.STEPS.values())
    # Drawn, not pictures: nothing to load, nothing to describe.
    assert len(run("pdfimages", "-list", made).splitlines()) == 2


def test_no_link_leads_to_an_address_that_nobody_serves(made: Path, read: content.Content) -> None:
    assert read.edition.site_url not in run("pdftotext", made, "-")
    with pikepdf.open(made) as document:
        assert not any("/Annots" in page for page in document.pages)


def test_it_is_in_french_only_and_beside_the_kits(root: Path) -> None:
    assert [lang for lang, names in printing.products(root).items() if "hebergeur" in names] == ["fr"]
    assert printing.ELSEWHERE["hebergeur"] == str(Path(HOST_GUIDE).parent)


def test_a_page_too_long_is_refused(root: Path, read: content.Content) -> None:
    data = host_guide.build(read)
    data["rest"] = data["rest"] * 4
    with pytest.raises(BuildError, match="guide of the host: a side"):
        Press(root / "node_modules", read.edition.epoch).pdf("host-guide.typ", data)


def test_a_missing_step_is_named(read: content.Content, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host_guide, "STEPS", {"absent": "archive"})
    with pytest.raises(BuildError, match=r"heberger\.html: no section #absent"):
        host_guide.build(read)
