"""The papers of one, three and every language: seconds, memory, milliseconds a page; the same text by WeasyPrint.

Not a test. From the top of the project, after a build:  .venv/bin/python -m tests.bench.bench_print
Each row is a fresh process: its own seconds (imports left out) and its own peak of memory. WeasyPrint is the peer: the
same built pages, one HTML file, a style sheet for A4 with page numbers and running titles, tagged PDF. It is installed
in a scratch environment, and needs Pango (Debian: libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0).
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
from pathlib import Path
from portal import printing
root = Path("{root}")
"""
ALL = """
printing.write_all(root, root / "site", root / "node_modules", langs={langs}, folder=Path("{out}"))
"""
GUIDE = """
printing.write(root, root / "site", root / "node_modules", only=["guide"], folder=Path("{out}"))
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
    ran = subprocess.run([interpreter, "-c", script], cwd=harness.ROOT, check=True, stdout=subprocess.PIPE, text=True)
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
        sets = {"French": ("fr",), "French, English, Arabic": ("fr", "en", "ar"), "every language": ()}
        for place, (title, langs) in enumerate(sets.items()):
            out = folder / f"set-{place}"
            out.mkdir()
            row(title, run(sys.executable, imports, ALL.format(langs=langs, out=out)), pages(out))
        for part in ("guide", "peer-out"):
            (folder / part).mkdir()
        found = run(sys.executable, imports, GUIDE.format(out=folder / "guide"))
        ours = row("guide", found, pages(folder / "guide"))
        theirs = row("same text, WeasyPrint", peer(folder), pages(folder / "peer-out"))
        print(f"WeasyPrint ÷ ours, by the page: {theirs / ours:.1f}")
    print(harness.load())


if __name__ == "__main__":
    main()
