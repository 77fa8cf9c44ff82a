"""Everything on paper, and to read offline: made from the same built pages, one module a product."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from portal import law
from portal.frontmatter import read_all
from portal.languages.catalogue import CANONICAL, languages
from portal.pages import complete, leaflet
from portal.printing.content import printed
from portal.printing.makers import MAKERS, ON_DEMAND, PRODUCTS
from portal.printing.processes import Asked, Source, made
from portal.printing.vocabulary import PrintingError
from portal.release import layout

__all__ = ["ELSEWHERE", "FOLDER", "ON_DEMAND", "PRODUCTS", "products", "write", "write_all"]

FOLDER = "guides"
# What is shown to a clerk or an employer, or read by who hosts a copy, is in French, and every language leads to it.
FRENCH_ONLY = frozenset({"cartes", "hebergeur"})
# What does not go in FOLDER of the site.
ELSEWHERE: Mapping[str, str] = {"hebergeur": layout.HOST}
# What a language prints that does not translate every page.
OF_PAGES = frozenset({"feuilles"})


def asked(root: Path, lang: str, only: Sequence[str]) -> Sequence[str]:
    """The names of the papers to make: `only`, or all that `lang` has of PRODUCTS when it is empty.

    Raises PrintingError for a name or a language that is not there, or a paper that the language has not."""
    if unknown := sorted(set(only) - MAKERS.keys()):
        raise PrintingError(f"no paper named {', '.join(unknown)}. Choose from {', '.join(MAKERS)}.")
    if lang not in languages(root):
        raise PrintingError(f"no language docs/{lang}. Choose from {', '.join(languages(root))}.")
    known = products(root)[lang]
    if lacking := [name for name in only if name not in (*known, *ON_DEMAND)]:
        raise PrintingError(f"no {', '.join(lacking)} in {lang}: it has {', '.join(known) or 'no page on paper'}.")
    return only or known


def write(
    root: Path,
    site: Path,
    node_modules: Path,
    edition: str | Mapping[str, Any] | None = None,
    *,
    lang: str = CANONICAL,
    only: Sequence[str] = (),
    folder: Path | None = None,
    mirror: Path | None = None,
) -> list[Path]:
    """Write the papers of `lang` made of the built pages of `site`, and return the files written.

    `edition` replaces the date (YYYY-MM-DD), or any key, of docs/_data/edition.yml. `only` names some of PRODUCTS or
    ON_DEMAND, and all that the language has of PRODUCTS are made without it.
    `folder` is where they go, by default FOLDER, or ELSEWHERE, in `site`. `mirror` is what the host of this copy says,
    by default mirror.yml in `root`. Nothing is written when anything is wrong: PrintingError then names the page and
    the remedy."""
    names = asked(root, lang, only)
    return _write(
        [(lang, name) for name in names], Source(root, site, node_modules, _fixed(edition), mirror), folder
    )


def write_all(
    root: Path,
    site: Path,
    node_modules: Path,
    edition: str | None = None,
    *,
    langs: Sequence[str] = (),
    folder: Path | None = None,
) -> list[Path]:
    """`write` for each of `langs`, by default every language, all at once."""
    asked = [(lang, name) for lang, names in products(root).items() if not langs or lang in langs for name in names]
    return _write(asked, Source(root, site, node_modules, edition, None), folder)


def products(root: Path) -> dict[str, tuple[str, ...]]:
    """The names of PRODUCTS that each language has, in their order: all of them, those of its pages when it does not
    translate every page, none when it translates none of those."""
    fronts = read_all(root / "docs", law.sources())
    found = {}
    for lang in languages(root):
        short = not complete(fronts, lang)
        found[lang] = tuple(
            name
            for name in PRODUCTS
            if (lang == CANONICAL or name not in FRENCH_ONLY) and not (short and name not in OF_PAGES)
        )
        if short and not any(leaflet(item.url, lang) for item in printed(fronts, lang)):
            found[lang] = ()
    return found


def _fixed(edition: str | Mapping[str, Any] | None) -> str | tuple[tuple[str, Any], ...] | None:
    """An edition fit to be sent to another process, and compared."""
    return tuple(sorted(edition.items())) if isinstance(edition, Mapping) else edition


def _write(asked: Sequence[Asked], source: Source, folder: Path | None) -> list[Path]:
    written = []
    for (_, product), files in zip(asked, made(asked, source), strict=True):
        target = folder or source.site / ELSEWHERE.get(product, FOLDER)
        for name, data in files:
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes(data)
            written.append(target / name)
    return written
