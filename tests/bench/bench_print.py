"""The whole French set of papers: seconds, memory, milliseconds a page; the same text by WeasyPrint; twenty languages.

Not a test. From the top of the project, after a build:  .venv/bin/python -m tests.bench.bench_print
Each row is a fresh process: its own seconds (imports left out) and its own peak of memory. WeasyPrint is the peer: the
same built pages, one HTML file, a style sheet for A4 with page numbers and running titles, tagged PDF. It is installed
in a scratch environment, and needs Pango (Debian: libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0).
Twenty languages are the French text twenty times, each a guide of about sixty pages.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

import pikepdf

from tests.bench import harness

LANGUAGES, PAGES = 20, 60
WEASYPRINT = "weasyprint==70.0"
MEASURED = """
import json, resource, sys, time
{imports}
begun = time.perf_counter()
{work}
seconds = time.perf_counter() - begun
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps([seconds, peak / 1024]))
"""
OURS_IMPORTS = """
from dataclasses import replace
from pathlib import Path
from portal import printing
from portal import edition
from portal.printing import content, engine, guide
root = Path("{root}")
"""
ALL = """
printing.write(root, root / "site", root / "node_modules", folder=Path("{out}"))
"""
GUIDE = """
printing.write(root, root / "site", root / "node_modules", only=["guide"], folder=Path("{out}"))
"""
MANY = """
whole = content.load(root, root / "site", edition.load(root))
press = engine.Press(root / "node_modules", whole.edition.epoch)
nav = whole.nav[:{chapters}]
kept = {{item.url for item in nav}}
# Chapters left out are on the site only: links to them are written out.
part = replace(whole, nav=nav, pages={{url: page for url, page in whole.pages.items() if url in kept}})
for number in range({languages}):
    for name, data in guide.make(part, press):
        (Path("{out}") / f"{{number:02}}-{{name}}").write_bytes(data)
"""
PEER_IMPORTS = """
from weasyprint import HTML
"""
PEER = """
HTML("{html}").write_pdf("{out}/peer.pdf", pdf_tags=True)
"""
STYLE = """<style>
@page { size: A4; margin: 24mm 20mm; @bottom-right { content: counter(page) } @top-left { content: string(chapter) } }
body { font: 11pt/1.5 sans-serif } h1 { string-set: chapter content(); break-before: page }
table { border-collapse: collapse } td, th { border: .75pt solid; padding: 2mm } svg { width: 4cm; height: auto }
</style>"""


def run(interpreter: str, imports: str, work: str) -> tuple[float, float]:
    """(seconds, MiB at the peak) of `work` in a process of its own."""
    script = MEASURED.format(imports=imports, work=work)
    ran = subprocess.run(
        [interpreter, "-c", script], cwd=harness.ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    seconds, peak = json.loads(ran.stdout.splitlines()[-1])
    return seconds, peak


def pages(folder: Path) -> int:
    """The pages of every PDF of `folder`."""
    return sum(len(pikepdf.open(path).pages) for path in folder.rglob("*.pdf"))


def row(title: str, found: tuple[float, float], count: int) -> float:
    """Prints a row, and returns its milliseconds a page."""
    seconds, peak = found
    each = 1000 * seconds / count
    print(f"{title:32} {count:5} pages {seconds:7.1f} s {peak:6.0f} MiB {each:6.1f} ms a page")
    return each


def peer(folder: Path) -> tuple[float, float]:
    """WeasyPrint on the chapters of the guide."""
    from lxml import html

    from portal.pages import navigation

    parts = []
    for item in navigation(harness.ROOT):
        page = html.parse(str(harness.ROOT / "site" / item.url), html.HTMLParser(encoding="utf-8"))
        article = page.find(".//article")
        for element in article.xpath(".//*[@class='headerlink' or contains(@class, 'no-print')] | .//script"):
            element.drop_tree()
        parts.append(html.tostring(article, encoding="unicode"))
    source = folder / "peer.html"
    source.write_text(f'<!doctype html><html lang="fr"><title>Guide</title>{STYLE}{"".join(parts)}', "utf-8")
    environment = folder / "peer"
    venv.create(environment, with_pip=True)
    python = str(environment / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", WEASYPRINT], check=True)
    return run(python, PEER_IMPORTS, PEER.format(html=source, out=folder / "peer-out"))


def main() -> None:
    print(harness.load())
    imports = OURS_IMPORTS.format(root=harness.ROOT)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("all", "guide", "sixty", "many", "peer-out"):
            (folder / part).mkdir()
        row("whole French set", run(sys.executable, imports, ALL.format(out=folder / "all")), pages(folder / "all"))
        found = run(sys.executable, imports, GUIDE.format(out=folder / "guide"))
        ours = row("guide", found, pages(folder / "guide"))
        theirs = row("same text, WeasyPrint", peer(folder), pages(folder / "peer-out"))
        print(f"WeasyPrint ÷ ours, by the page: {theirs / ours:.1f}")
        chapters = 1
        while pages(folder / "sixty") < PAGES:
            chapters += 4
            run(sys.executable, imports, MANY.format(out=folder / "sixty", chapters=chapters, languages=1))
        found = run(
            sys.executable, imports, MANY.format(out=folder / "many", chapters=chapters, languages=LANGUAGES)
        )
        row(f"{LANGUAGES} languages", found, pages(folder / "many"))
    print(harness.load())


if __name__ == "__main__":
    main()
