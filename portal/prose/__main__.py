"""`python -m portal.prose SITE [WORD…]`: the faults and the measures of the French pages of a built site.

With words, only pages whose path holds one of them. Exit status 1 when there is a fault.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from portal import law
from portal.cli import ROOT
from portal.errors import BuildError, guarded
from portal.frontmatter import read_all
from portal.prose.check import check_pages, check_texts, french_texts
from portal.prose.readability import measures


def main(arguments: list[str]) -> int:
    """Prints them, and returns the exit status. Raises BuildError."""
    parser = argparse.ArgumentParser(prog="python -m portal.prose", description="How each French page reads.")
    parser.add_argument("site", metavar="SITE", type=Path, help="folder of a built site")
    parser.add_argument("words", metavar="WORD", nargs="*", help="only pages whose path holds one of these")
    options = parser.parse_args(arguments)
    fronts = read_all(ROOT / "docs", law.sources())
    kept = {
        name: front
        for name, front in fronts.items()
        if not options.words or any(word in name for word in options.words)
    }
    try:
        faults = [*check_texts(ROOT / "docs", kept)]
        faults += check_pages(options.site, kept, law.data(ROOT)["glossaire"])
        for name, prose in french_texts(options.site, kept):
            shown = ", ".join(
                f"{measure.level} {measure.ease:.0f} / {measure.mean} words a sentence / {measure.words} words"
                for measure in measures(prose)
            )
            print(f"{name}: {shown}")
    except OSError:
        raise BuildError(f"{options.site} is not a site built from these pages.", "python3 build.py") from None
    print("\n".join(faults) or "no fault")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(guarded(lambda: main(sys.argv[1:])))
