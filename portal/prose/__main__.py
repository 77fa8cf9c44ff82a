"""`python -m portal.prose SITE [WORD…]`: the faults and the measures of the French pages of a built site.

With words, only pages whose path holds one of them. Exit status 1 when there is a fault.
"""

from __future__ import annotations

import sys
from pathlib import Path

from lxml import html

from portal import law
from portal.cli import ROOT
from portal.frontmatter import read_all
from portal.prose.check import check_pages, check_texts
from portal.prose.readability import measures


def main(site: Path, chosen: list[str]) -> int:
    fronts = read_all(ROOT / "docs", law.sources())
    kept = {name: front for name, front in fronts.items() if not chosen or any(word in name for word in chosen)}
    faults = [*check_texts(ROOT / "docs", kept), *check_pages(site, kept, law.data(ROOT)["glossaire"])]
    for name, front in kept.items():
        if name.startswith("fr/") and front.template == "main.html":
            page = html.parse(site / name.replace(".md", ".html"), html.HTMLParser(encoding="utf-8"))
            shown = ", ".join(
                f"{measure.level} {measure.ease:.0f} / {measure.mean} words a sentence / {measure.words} words"
                for measure in measures(page.find(".//div[@class='prose']"))
            )
            print(f"{name}: {shown}")
    print("\n".join(faults) or "no fault")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
