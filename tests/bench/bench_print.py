"""The A4 guide, beside the same text by WeasyPrint and by Chromium; and every French paper, alone.

Each row is a fresh process: its own seconds (imports and the start of the browser left out) and its own peak of memory.
The peers are given the same built pages as one HTML file, with a style sheet for A4, page numbers and running titles
(Chromium: page numbers only), and make a tagged PDF. Neither makes our notes, index or cross-references.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from lxml import html

from portal import testing
from portal.pages import navigation
from tests.bench.registry import ROOT, Row, Setting

# Chapters.
QUICK = 12
MEASURED = """
import json, resource, time
{imports}
begun = time.perf_counter()
{work}
seconds = time.perf_counter() - begun
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps([seconds, peak / 1024]))
"""
IMPORTS = "from pathlib import Path; from portal import printing; root = Path('.')"
GUIDE = "printing.write(root, Path({site!r}), root / 'node_modules', only=['guide'], folder=Path({out!r}))"
FRENCH = "printing.write(root, Path({site!r}), root / 'node_modules', folder=Path({out!r}))"
WEASYPRINT = "from weasyprint import HTML"
WEASYPRINT_WORK = "HTML({html!r}).write_pdf({pdf!r}, pdf_tags=True)"
# Its memory is that of other processes: measured where they end, before the browser is closed.
CHROMIUM = """
from playwright.sync_api import sync_playwright
playwright = sync_playwright().start()
browser = playwright.chromium.launch(executable_path={browser!r}, args=["--no-sandbox"])
"""
CHROMIUM_WORK = """
page = browser.new_page()
page.goto({url!r})
page.pdf(path={pdf!r}, format="A4", tagged=True, outline=True, prefer_css_page_size=True)
"""
STYLE = """<style>
@page { size: A4; margin: 24mm 20mm; @bottom-right { content: counter(page) } @top-left { content: string(chapter) } }
body { font: 11pt/1.5 sans-serif } h1 { string-set: chapter content(); break-before: page }
table { border-collapse: collapse } td, th { border: .75pt solid; padding: 2mm } svg { width: 4cm; height: auto }
</style>"""


@dataclass(frozen=True)
class Made:
    """`seconds`, `mebibytes` at the peak, `pages` and `size` in bytes of the PDF of a folder."""

    seconds: float
    mebibytes: float
    pages: int
    size: int


def rows(setting: Setting) -> Iterator[Row]:
    ours = made(setting, "guide", IMPORTS, GUIDE)
    peers = {"WeasyPrint": weasyprint(setting), "Chromium": chromium(setting)}
    for name, theirs in peers.items():
        note = f"{name}; {ours.pages} pages and {theirs.pages}"
        yield Row("guide, a page", 1000 * ours.seconds / ours.pages, 1000 * theirs.seconds / theirs.pages, "ms", note)
        yield Row("guide: PDF, a page", ours.size / ours.pages, theirs.size / theirs.pages, "bytes", name)
        if setting.quick:
            continue
        yield Row("guide", ours.seconds, theirs.seconds, "s", name)
        if name != "Chromium":
            yield Row("guide: memory", ours.mebibytes, theirs.mebibytes, "MiB", name)
    if not setting.quick:
        whole = made(setting, "french", IMPORTS, FRENCH)
        note = f"{whole.pages:,} pages, {whole.mebibytes:.0f} MiB at the peak; not in a quick run"
        yield Row("every French paper", whole.seconds, None, "s", note)


def made(setting: Setting, name: str, imports: str, work: str, **values: str) -> Made:
    """Runs `work`, which writes in a folder of that name; `{out}`, `{site}` and `values` stand in both texts."""
    out = setting.work / "print" / name
    out.mkdir(parents=True)
    values |= {"out": str(out), "site": str(setting.site), "pdf": str(out / "peer.pdf")}
    script = MEASURED.format(imports=imports.format(**values), work=work.format(**values))
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    seconds, peak = json.loads(ran.stdout.splitlines()[-1])
    files = list(out.rglob("*.pdf"))
    pages = sum(len(pikepdf.open(path).pages) for path in files)
    return Made(seconds, peak, pages, sum(path.stat().st_size for path in files))


def weasyprint(setting: Setting) -> Made:
    return made(setting, "weasyprint", WEASYPRINT, WEASYPRINT_WORK, html=str(source(setting)))


def chromium(setting: Setting) -> Made:
    found = testing.browser() or ""
    return made(setting, "chromium", CHROMIUM, CHROMIUM_WORK, browser=found, url=source(setting).as_uri())


def source(setting: Setting) -> Path:
    """The chapters of the guide in one HTML file; in a quick run the first of them: peers take minutes for all."""
    parts = []
    for item in navigation(ROOT)[: QUICK if setting.quick else None]:
        page = html.parse(str(setting.site / item.url), html.HTMLParser(encoding="utf-8"))
        article = page.find(".//article")
        for element in article.xpath(".//*[@class='headerlink' or contains(@class, 'no-print')] | .//script"):
            element.drop_tree()
        parts.append(html.tostring(article, encoding="unicode"))
    file = setting.work / "peer.html"
    text = f'<!doctype html><html lang="fr"><meta charset="utf-8"><title>Guide</title>{STYLE}{"".join(parts)}'
    file.write_text(text, "utf-8")
    return file
